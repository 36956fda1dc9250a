"""Really delete a document, or a client's case, and everything that was made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from muster.model.cases import QUESTION, Case
from muster.model.errors import NotFound, Refused
from muster.store import Store
from muster.workflows.likeness import drop_index
from muster.workflows.project import Desk
from muster.workflows.vault import ask
from muster.workflows.watch.journal import Journal, journal_of

# What Muster writes out of a project: dossiers, exports, lists.
_WRITTEN = frozenset({".html", ".jsonl", ".json", ".csv", ".tsv", ".txt"})
_CHUNK = 1 << 20
_ID = re.compile(rb"\b[a-z]+-[0-9a-f]{24}\b")
_LONGEST_ID = 40
# Who was said to be another tells nothing of the client.
_APART = "different-family"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was deleted. ``removed``: dossiers deleted with it; ``still``: files that speak of it yet;
    ``marks_kept``: codes of which the vault, open to no custodian, still holds keyed hashes.

    Of a case: ``questions``, the codes of those that became it and went with it; ``tied``: the codes of
    cases and questions that a person tied to it, and that are still here.
    """

    id: str
    removed: tuple[Path, ...]
    still: tuple[Path, ...]
    marks_kept: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()


def forget(desk: Desk, record: str, *, reason: str, by: str) -> Forgotten:
    """Delete ``record`` (id or prefix) and what rests on it, and the dossier beside the project.

    Dossiers and exports elsewhere in the project's folder, or one folder below, that name a deleted
    document are listed, not touched: somebody may have put them there on purpose.
    Raises NotFound; Usage where the id is of something that is derived and would only come back.
    """
    with desk.open() as store:
        named = ids_of(store, record)
        # First: where this stops half-way, the document is still there and can be forgotten again.
        forget_watched(desk, store, record)
        questions, tied = _tied(store, store.find(record)[1])
        gone = [*questions, store.find(record)[1]]
        for each in gone:
            id = store.forget(getattr(each, "id", record), reason=reason, by=by, now=desk.now)
    # What a case was compared by lies in the vault; locked, or open to a lawyer only, that is said.
    codes = [each.code for each in gone if isinstance(each, Case)]
    marks_kept = tuple(code for code in codes if not _forget_marks(desk, code))
    removed, still = forget_beside(desk, named)
    return Forgotten(
        id, removed, still, marks_kept, tuple(q.code for q in questions), tuple(each.code for each in tied)
    )


def forget_beside(desk: Desk, ids: set[bytes]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """What lies beside the project and still tells of deleted records: the copy index and the dossier are
    deleted. ``ids``: as of `ids_of`. Returns the dossiers deleted, and the files that a person must delete.
    """
    # Numbers of the words are in the copy index; the next question builds it without them.
    drop_index(desk.project)
    written = [path for path in _written(desk.project.absolute().parent) if _names(path, ids)]
    own = desk.dossier.absolute()
    if own in written:
        own.unlink()
    return tuple(p for p in written if p == own), tuple(p for p in written if p != own)


def _tied(store: Store, record: object) -> tuple[list[Case], list[Case]]:
    """Of a case: the questions that became it, which are its first words; and all else that a person tied to
    it. Of a question, and of anything else: nothing goes with it."""
    if not isinstance(record, Case):
        return [], []
    cases = list(store.cases())
    said: dict[str, set[str]] = {}
    for line in store.brief_lines():
        if line.kind == "link" and record.id in (cases[line.case].id, line.link):
            other = line.link if cases[line.case].id == record.id else cases[line.case].id
            said.setdefault(other, set()).add(line.value)
    here = [case for case in cases if said.get(case.id, set()) - {_APART}]
    became = [
        case for case in here
        if case.client == QUESTION != record.client and "became-case" in said[case.id]
    ]  # fmt: skip
    return became, [case for case in here if case not in became]


def _forget_marks(desk: Desk, code: str) -> bool:
    try:
        ask(desk, "forget kin", codes=[code])
    except (NotFound, Refused):
        return False
    return True


def ids_of(store: Store, record: str) -> set[bytes]:
    """Every id by which a file written out could name ``record``, or rest on it."""
    _kind, found = store.find(record)
    id, of = getattr(found, "id", record), getattr(found, "document", "")
    ids = {id}
    for document in [d.id for d in store.documents() if id in (d.id, d.source) or of == d.id]:
        ids.add(document)
        reading = store.reading_of(document)
        if reading is not None:
            ids |= {each.id for kind in (reading.claims, reading.quantities, reading.times) for each in kind}
    return {each.encode() for each in ids}


def forget_watched(desk: Desk, store: Store, record: str) -> None:
    """Take what came by a watch and is now to go out of the watch's journal, which holds its bytes, too."""
    _kind, found = store.find(record)
    ids = (getattr(found, "id", ""), getattr(found, "document", ""))
    Journal(journal_of(desk)).forget([
        store.original(document.id)
        for document in store.documents()
        if (document.id in ids or document.source in ids)
        and document.address.startswith(("http://", "https://"))
    ])  # fmt: skip


def _written(folder: Path) -> Iterator[Path]:
    for pattern in ("*", "*/*"):
        for path in sorted(folder.glob(pattern)):
            if path.suffix in _WRITTEN and path.is_file() and not path.is_symlink():
                yield path


def _names(path: Path, ids: set[bytes]) -> bool:
    try:
        with path.open("rb") as file:
            before = b""
            while chunk := file.read(_CHUNK):
                if not ids.isdisjoint(_ID.findall(before + chunk)):
                    return True
                before = chunk[-_LONGEST_ID:]
    except OSError:
        # It cannot be looked into; better named once too often.
        return True
    return False


__all__ = ["Forgotten", "forget", "forget_beside", "forget_watched", "ids_of"]
