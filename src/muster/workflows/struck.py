"""Names that a person struck out: found by a reader, and none. The finding stays; what follows does without.

A judgement of the field ``name`` with the verdict "rejected", on a name (wherever it stands) or on one
mention (then in its document). It is undone like any other; the last word on a subject holds.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, cast

from muster.model.claims import Claim, Reading, ReadingPart
from muster.model.errors import NotFound, Refused, Usage
from muster.model.evidence import Document, Text
from muster.model.links import Anchor, Entity, Judgement, NameUse, Statement
from muster.publish.evidence import Evidence
from muster.store import Store
from muster.text.scripts import fold
from muster.workflows.judge import judge
from muster.workflows.review import after_all

FIELD, REJECTED = "name", "rejected"
_AN_ID = re.compile(r"[a-z]{1,12}-[0-9a-f]{4,24}")


@dataclass(frozen=True, slots=True)
class Struck:
    """Folded names that are none: ``everywhere``, or ``here`` as (document id, name)."""

    everywhere: frozenset[str] = frozenset()
    here: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.everywhere or self.here)

    def holds(self, document: str, name: str | None) -> bool:
        """Whether this name of this document is none."""
        if not name or not self:
            return False
        folded = fold(name)
        return folded in self.everywhere or (document, folded) in self.here

    def reading(self, document: str, reading: Reading) -> Reading:
        """The reading without them; what hides a person stays, whoever struck its name."""
        if not self:
            return reading
        mentions = (m for m in reading.mentions if m.protected or not self.holds(document, m.norm))
        claims = (self._claim(document, claim) for claim in reading.claims)
        return replace(reading, mentions=tuple(mentions), claims=tuple(claims))

    def _claim(self, document: str, claim: Claim) -> Claim:
        left = tuple(s for s in claim.said_by if s.protected or not self.holds(document, s.name))
        return claim if left == claim.said_by else replace(claim, said_by=left)


def standing(store: Store) -> list[Judgement]:
    """The judgements by which names are struck out now, the oldest first."""
    last: dict[tuple[Anchor, ...], Judgement] = {}
    for judgement in store.judgements((FIELD,)):
        last.pop(judgement.subject, None)
        last[judgement.subject] = judgement
    return [j for j in last.values() if j.verdict == REJECTED]


def struck(store: Store) -> Struck:
    """What is struck out now."""
    everywhere, here = set[str](), set[tuple[str, str]]()
    for judgement in standing(store):
        for anchor in judgement.subject:
            if not anchor.sha256:
                everywhere.add(fold(anchor.words))
                continue
            for document in store.documents_of_bytes(anchor.sha256):
                here.update((document, fold(name)) for name in _named(store, document, anchor))
    return Struck(frozenset(everywhere), frozenset(here))


def _named(store: Store, document: str, anchor: Anchor) -> Iterator[str]:
    """The names by which a reader knows what stands at a place."""
    yield anchor.words
    reading = store.reading_of(document, {"mentions"})
    for mention in reading.mentions if reading else ():
        if (mention.passage.start, mention.passage.stop) == (anchor.start, anchor.stop):
            yield mention.norm


def strike(
    store: Store, subject: str, *, by: str, note: str, now: str, name: str = ""
) -> list[Judgement]:  # fmt: skip
    """Strike out a name, a mention by its id, or all names of an entity by its id (``name``: one of them).

    Raises Refused where the name hides somebody, NotFound, Usage.
    """
    if not by.strip():
        raise Usage("a decision needs a name", next_step="write your role name at the foot of the page")
    names = [subject]
    try:
        _kind, record = store.find(subject)
    except NotFound:
        if _AN_ID.fullmatch(subject):
            raise
        record = None
    if isinstance(record, Entity):
        names = sorted({used for _document, used in record.uses})
        if name and name not in names:
            raise NotFound("this is no name of it", record=name)
        names = [name] if name else names
    hides = isinstance(record, Entity) and record.protected
    if hides or getattr(record, "protected", False):
        raise Refused(
            "this name hides somebody and is not struck out", record=subject,
            next_step="what a text shields stays shielded",
        )  # fmt: skip
    return [
        judge(store, [n], field=FIELD, verdict=REJECTED, by=by, note=note, now=after_all(store, now))
        for n in names
    ]


def unstruck_uses(store: Store, gone: Struck) -> Iterator[NameUse]:
    """Names as documents use them, less those that are none."""
    for use in store.name_uses():
        if use.protected or not gone.holds(use.document, use.name):
            yield use


def unstruck(statement: Statement, gone: Struck) -> Statement:
    """A statement whose speaker is struck out was said by nobody who is named."""
    if statement.protected or not gone.holds(statement.document, statement.speaker):
        return statement
    return replace(statement, speaker=None, entity=None)


class _Decided:
    """A project as people decided it, to be written out; all else is the project's own."""

    def __init__(self, store: Store) -> None:
        self._store, self._gone = store, struck(store)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def readings(self, only: Collection[ReadingPart] = (), /) -> Iterator[tuple[Document, Text, Reading]]:
        for document, text, reading in self._store.readings(only):
            yield document, text, self._gone.reading(document.id, reading)

    def reading_of(self, document: str, only: Collection[ReadingPart] = (), /) -> Reading | None:
        reading = self._store.reading_of(document, only)
        return self._gone.reading(document, reading) if reading else None


def decided(store: Store) -> Evidence:
    """The project without what people struck out; not for the check of a release, which sees all."""
    return cast(Evidence, _Decided(store))


__all__ = [
    "FIELD",
    "REJECTED",
    "Struck",
    "decided",
    "standing",
    "strike",
    "struck",
    "unstruck",
    "unstruck_uses",
]
