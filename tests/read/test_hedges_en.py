"""English hedges and the words that only look like them, one invented sentence a line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

_LINES = [
    line
    for line in (Path(__file__).parent / "hedges_en.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", _LINES)
def test_every_hedge_travels_and_nothing_else_is_one(line: str) -> None:
    """What is marked is kept with a claim of the sentence; a month or a suspect is no hedge."""
    body = line.replace("<", "").replace(">", "")
    claims = read_text(Text("t", "d", body, "en", "test"), ReadingContext(), reader="rules").claims
    found = {(h.start, h.stop) for c in claims if not c.own_voice for h in c.hedges}
    marked = [m.span(1) for m in re.finditer(r"<([^>]+)>", line)]
    wanted = {(a - 2 * i - 1, b - 2 * i - 1) for i, (a, b) in enumerate(marked)}
    for start, stop in wanted:
        assert any(s < stop and start < t for s, t in found), body[start:stop]
    for start, stop in found:
        assert any(s < stop and start < t for s, t in wanted), body[start:stop]


@pytest.mark.parametrize(
    ("body", "words", "hedges"),
    [
        ("One clerk said it may rain, though another warned that snow was falling.", "it may rain", ["may"]),
        ("One clerk said it may rain, though another warned that snow was falling.", "snow was", []),
        ("The army says it fell; the mayor said it had probably burned.", "it fell", []),
        ("The army says it fell; the mayor said it had probably burned.", "it had", ["probably"]),
        ("Perhaps, the mayor said, it fell.", "it fell", ["Perhaps"]),
        ("The mayor reportedly said that it fell.", "it fell", ["reportedly"]),
        ("The mayor said that a guard, he thinks, may have left.", "a guard", ["may"]),
    ],
)
def test_a_hedge_is_that_of_the_claim_it_stands_in(body: str, words: str, hedges: list[str]) -> None:
    """Of two claims of one sentence each has its own hedges."""
    claims = read_text(Text("t", "d", body, "en", "test"), ReadingContext(), reader="rules").claims
    held = [c for c in claims if words in " ".join(p.words for p in c.parts or (c.passage,))]
    assert [[h.words for h in c.hedges] for c in held[:1]] == [hedges]
