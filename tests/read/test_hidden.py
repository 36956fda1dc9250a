"""Whom Russian and Ukrainian texts hide: tables of phrases, and whoever is near and shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from muster.model.claims import Claim, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

_HERE = Path(__file__).parent
_LINES = [
    line
    for name in ("hidden_ru.txt", "hidden_uk.txt")
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def _taken_apart(line: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """The text without its marks; start, stop and whether hidden of each marked place."""
    body: list[str] = []
    marked: list[tuple[int, int, bool]] = []
    waiting: list[int] = []
    for letter in line.replace(" ¶ ", "\n\n"):
        if letter in "[<":
            waiting.append(len(body))
        elif letter in "]>":
            marked.append((waiting.pop(), len(body), letter == "]"))
        else:
            body.append(letter)
    return "".join(body), marked


def _share(claim: Claim, start: int, stop: int) -> float:
    parts = claim.parts or (claim.passage,)
    shared = sum(max(0, min(p.stop, stop) - max(p.start, start)) for p in parts)
    return shared / (sum(p.stop - p.start for p in parts) + stop - start - shared)


@pytest.mark.parametrize("line", _LINES)
def test_the_marked_speakers_are_hidden_and_the_others_shown(line: str) -> None:
    """Each marked claim is found, and its nearest speaker is protected just where the line says so."""
    body, marked = _taken_apart(line)
    reading = read_text(Text("text-1", "doc-1", body, "und", "test/1"), ReadingContext("2031-05-02"))
    claims = [c for c in reading.claims if not c.own_voice]
    for start, stop, hidden in marked:
        best = max(claims, key=lambda c: _share(c, start, stop))
        assert _share(best, start, stop) >= 0.5, [c.passage.words for c in claims]
        assert best.said_by and best.said_by[0].protected is hidden, best.said_by
