"""The trade's English phrases for hiding somebody, one invented text a line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from muster.model.claims import Claim, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

_LINES = [
    line
    for line in (Path(__file__).parent / "shields_en.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_MARK = re.compile(r"\[([+-])(.*?)\1\]")


def _taken_apart(line: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """The text without its marks, and the spans of its claims with whether their speaker is hidden."""
    body, spans, at = "", [], 0
    text = line.replace(" ¶ ", "\n\n")
    for mark in _MARK.finditer(text):
        body += text[at : mark.start()]
        spans.append((len(body), len(body) + len(mark.group(2)), mark.group(1) == "+"))
        body += mark.group(2)
        at = mark.end()
    return body + text[at:], spans


def _answering(claims: tuple[Claim, ...], start: int, stop: int) -> Claim | None:
    """The claim that shares most with a span, and at least half of it."""

    def shared(claim: Claim) -> int:
        return sum(max(0, min(p.stop, stop) - max(p.start, start)) for p in claim.parts or (claim.passage,))

    best = max((c for c in claims if not c.own_voice), key=shared, default=None)
    return best if best is not None and 2 * shared(best) >= stop - start else None


def failures(line: str) -> list[str]:
    """What of a line is read otherwise than it is marked."""
    body, spans = _taken_apart(line)
    assert spans, line
    claims = read_text(Text("t", "d", body, "en", "test"), ReadingContext(), reader="rules").claims
    wrong = []
    for start, stop, hidden in spans:
        claim = _answering(tuple(claims), start, stop)
        if claim is None:
            wrong.append(f"no claim: {body[start:stop]}")
        elif not claim.said_by or claim.said_by[0].protected is not hidden:
            wrong.append(f"{'shown' if hidden else 'hidden'}: {body[start:stop]} | {claim.said_by}")
    return wrong


@pytest.mark.parametrize("line", _LINES)
def test_whoever_is_hidden_is_marked_and_nobody_else(line: str) -> None:
    """Each phrase hides its speaker; a name that is shown stays shown."""
    assert failures(line) == []
