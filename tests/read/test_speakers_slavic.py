"""Who is meant across sentences of Russian and Ukrainian: pronouns, offices, kin, «там», dropped subjects."""

from __future__ import annotations

from pathlib import Path

import pytest

from muster.model.claims import Claim, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

_TABLES = [Path(__file__).parent / name for name in ("speakers_slavic.txt", "speakers_uk.txt")]
_LINES = [
    line
    for table in _TABLES
    for line in table.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _share(claim: Claim, start: int, stop: int) -> float:
    parts = claim.parts or (claim.passage,)
    shared = sum(max(0, min(p.stop, stop) - max(p.start, start)) for p in parts)
    return shared / (sum(p.stop - p.start for p in parts) + stop - start - shared)


@pytest.mark.parametrize("line", _LINES)
def test_each_claim_is_led_to_its_speaker(line: str) -> None:
    """The nearest speaker of each marked claim has the name, or is called so, that stands behind the bar."""
    marked, _, names = line.replace("¶", "\n\n").rpartition(" | ")
    body, spans = "", []
    for number, piece in enumerate(marked.replace("]", "[").split("[")):
        if number % 2:
            spans.append((len(body), len(body) + len(piece)))
        body += piece
    reading = read_text(Text("text-1", "doc-1", body, "und", "test/1"), ReadingContext("2031-05-02"))
    claims = [c for c in reading.claims if not c.own_voice]
    for (start, stop), name in zip(spans, names.split("; "), strict=True):
        best = max(claims, key=lambda c: _share(c, start, stop))
        assert _share(best, start, stop) >= 0.5, [c.passage.words for c in claims]
        told = (best.said_by[0].name or best.said_by[0].role or "").casefold()
        assert told and (told in name.casefold() or name.casefold() in told), best.said_by
