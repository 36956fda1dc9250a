"""The net at the gate: whom a public release may lead to although no claim of theirs was found.

A paper that keeps somebody back says so, or shows it by its form. Of such a paper every passage is read by a
person before it leaves to the public, unless the passage itself names in full whoever speaks in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from muster.model.claims import Claim, Reading, ReadingContext
from muster.model.evidence import Text
from muster.publish.jigsaw import Finding
from muster.publish.jigsaw.findings import finding
from muster.read import kept_back, read_text
from muster.read.protection.unnamed import HIDDEN
from muster.store import Store
from muster.text.languages import language_of
from muster.text.spans import Overlaps
from muster.workflows.kept_back import kept_back as kept_back_by_hand

_Row = Mapping[str, Any]
PAPER = "from a paper that keeps somebody back: may these be his words, or lead to him"


def unnamed(passages: Path, store: Store) -> Iterator[Finding]:
    """A warning for each paper, or passage, that may lead to somebody kept back. ``passages``: those of the
    release; of a paper that the project does not hold only their own words are asked."""
    by_paper: dict[str, list[_Row]] = {}
    lets = kept_back_by_hand(store).lets
    for line in passages.read_text("utf-8").splitlines():
        row = json.loads(line)
        by_paper.setdefault(row["sha256"], []).append(row)
    for sha256, rows in sorted(by_paper.items()):
        held = False
        for id in store.documents_of_bytes(sha256):
            text, reading = store.text_of(id), store.reading_of(id)
            if text is not None and reading is not None:
                held = True
                asked = [r for r in rows if not lets(sha256, *_place(text.body, r["says"]))]
                yield from of_paper(text, reading, asked)
        if not held:
            yield from (each for row in rows for each in of_words(row))


def of_paper(text: Text, reading: Reading, rows: Sequence[_Row]) -> Iterator[Finding]:
    """What may not leave a paper unread: passages of it, as rows with ``number`` and ``says``."""
    places = kept_back(text, reading)
    claims = _by_place(reading)
    doubtful = [row for row in rows if not _shows_who(claims, *_place(text.body, row["says"]))]
    if places and doubtful:
        why = "; ".join(sorted({place.why for place in places}))
        where = [f"passage {row['number']}" for row in doubtful]
        yield finding("unnamed", "warns", f"{PAPER}? ({why})", where, [row["says"] for row in doubtful])


class Doubts:
    """What the net would warn of in a project, sentence by sentence."""

    def __init__(self, store: Store) -> None:
        self._store, self._lets = store, kept_back_by_hand(store).lets
        self._asked: dict[str, list[Overlaps[Claim]]] = {}

    def why(self, sha256: str, start: int, stop: int) -> str:
        """Why these characters of a paper stay; "" where nobody need look at them."""
        if sha256 not in self._asked:
            self._asked[sha256] = list(self._keeping(sha256))
        if self._lets(sha256, start, stop):
            return ""
        if all(_shows_who(claims, start, stop) for claims in self._asked[sha256]):
            return ""
        return "sentence that may be of somebody whom its paper keeps back"

    def _keeping(self, sha256: str) -> Iterator[Overlaps[Claim]]:
        for id in self._store.documents_of_bytes(sha256):
            text, reading = self._store.text_of(id), self._store.reading_of(id)
            if text is not None and reading is not None and kept_back(text, reading):
                yield _by_place(reading)


def _by_place(reading: Reading) -> Overlaps[Claim]:
    return Overlaps(reading.claims, lambda c: (c.passage.start, c.passage.stop))


def _place(body: str, words: str) -> tuple[int, int]:
    """Where a passage stands in its paper; nowhere where it does not."""
    start = body.find(words)
    return (start, start + len(words)) if start >= 0 else (0, 0)


def _shows_who(claims: Overlaps[Claim], start: int, stop: int) -> bool:
    """Whether all words that stand in a passage are those of somebody whom it names in full, or of a body."""
    here = list(claims.within(start, stop))
    return bool(here) and all(_named_there(c, start, stop) for c in here)


def _named_there(claim: Claim, start: int, stop: int) -> bool:
    words, speaker = claim.speaker, claim.said_by[0] if claim.said_by else None
    if speaker is None or not speaker.name or words is None or not start <= words.start < stop:
        return False
    if claim.source_kind not in ("organisation", "document") and " " not in speaker.name:
        return False
    return any(part in words.words for part in speaker.name.split())


def of_words(row: _Row) -> Iterator[Finding]:
    """Of a passage alone, without its paper."""
    words = row["says"]
    text = Text("passage", "passage", words, language_of(words), "release")
    named = {part for name in row["said_by"] for part in name.split() if " " in name}
    for place in kept_back(text, read_text(text, ReadingContext())):
        about_another = named.isdisjoint(words[place.start : place.stop].split())
        if about_another and not (named and place.why == HIDDEN):
            says = f"{place.why} (characters {place.start}-{place.stop})"
            yield finding("unnamed", "warns", says, [f"passage {row['number']}"], [words])


__all__ = ["Doubts", "of_paper", "of_words", "unnamed"]
