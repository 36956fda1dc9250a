"""Cases and their steps: only ever added; a case goes as a whole, after its tombstone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from muster.model.cases import QUESTION, Case, Step
from muster.model.errors import NotFound, Refused, Usage
from muster.store.codes import code, decode
from muster.store.custody import Ledger
from muster.store.file import ProjectFile
from muster.store.records import digest, pack

_CASE = 'id, code, client, at, "by", people, region, language, alias'
_BEGINS = 90
_STEP = (
    's.id, c.id, s.kind, s.at, s."by", s.first, s.last, s.proof, s.who, s.value, s.ground, s.words, '
    "s.answers, s.facts, s.due, s.link"
)


class StepLine(NamedTuple):
    """What a list of times needs of a step; ``case``: the case's place in the order of ``cases``, from 0;
    ``begins``: of a step with a day of its own, the first characters of its words; not of a question."""

    case: int
    id: str
    kind: str
    first: str
    last: str
    value: str
    answers: str
    facts: str
    due: str
    begins: str


class BriefLine(NamedTuple):
    """What a list of cases needs of a step; ``case`` as of ``StepLine``."""

    case: int
    kind: str
    value: str
    last: str
    who: str
    link: str


class AskedLine(NamedTuple):
    """What a list of questions needs of a step; ``begins``: the first characters of its words."""

    case: str
    code: str
    language: str
    first: str
    kind: str
    value: str
    link: str
    ground: str
    due: str
    begins: str


def add_case(file: ProjectFile, case: Case, steps: Sequence[Step]) -> None:
    """A new case with its first steps, in one transaction. Raises Refused outside a sealed file."""
    add_cases(file, [(case, steps)])


def add_cases(file: ProjectFile, several: Sequence[tuple[Case, Sequence[Step]]]) -> None:
    """As ``add_case`` of many, all or none."""
    if not file.info.sealed:
        raise Refused(
            "a case is kept in a sealed file only",
            record=str(file.path),
            next_step="'muster vault init' makes one beside the project",
        )
    with file.writing() as ledger:
        for case, steps in several:
            write_case(file, ledger, case)
            write_steps(file, ledger, steps)


def add_steps(file: ProjectFile, steps: Sequence[Step]) -> int:
    """Add steps to cases that are there; how many were new: the same step twice is one. Raises NotFound."""
    with file.writing() as ledger:
        return write_steps(file, ledger, steps)


def write_case(file: ProjectFile, ledger: Ledger, case: Case) -> None:
    """The row and its custody line, within the caller's transaction."""
    line = ledger.add(case.at, "case", case.id, digest(pack(case)), case.by)
    ledger.write()
    file.db.execute(
        f"INSERT INTO cases ({_CASE}, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            code(case.id, "case"), case.code, case.client, case.at, case.by, case.people, case.region,
            case.language, case.alias, line,
        ),
    )  # fmt: skip


def write_steps(file: ProjectFile, ledger: Ledger, steps: Iterable[Step]) -> int:
    """As ``add_steps``, within the caller's transaction."""
    new = 0
    for step in steps:
        owner = file.db.execute("SELECT key FROM cases WHERE id = ?", (code(step.case, "case"),)).fetchone()
        if owner is None:
            raise NotFound("no such case here", record=step.case)
        stored = code(step.id, "step")
        if file.db.execute("SELECT 1 FROM steps WHERE id = ?", (stored,)).fetchone():
            continue
        line = ledger.add(step.at, "step", step.id, digest(pack(step)), step.by)
        ledger.write()
        file.db.execute(
            'INSERT INTO steps (id, "case", kind, at, "by", first, last, proof, who, value, ground, words, '
            "answers, facts, due, link, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                stored, owner[0], step.kind, step.at, step.by, step.first, step.last, step.proof, step.who,
                step.value, step.ground, step.words, step.answers,
                json.dumps(step.facts, ensure_ascii=False) if step.facts else "", step.due, step.link, line,
            ),
        )  # fmt: skip
        new += 1
    return new


def cases(file: ProjectFile) -> Iterator[Case]:
    """Every case, in the order in which they were opened."""
    for row in file.db.execute(f"SELECT {_CASE} FROM cases ORDER BY at, key"):
        yield Case(decode(row[0], "case"), *row[1:])


def case_called(file: ProjectFile, called: str) -> Case:
    """The case of a code, an id, or the first characters of either. Raises NotFound, Usage."""
    bare = called.strip()
    found = [
        Case(decode(row[0], "case"), *row[1:])
        for row in file.db.execute(
            f"SELECT {_CASE} FROM cases WHERE substr(code, 1, length(?1)) = ?1 COLLATE NOCASE "
            "OR substr('case-' || lower(hex(id)), 1, length(?1)) = ?1 ORDER BY key LIMIT 6",
            (bare,),
        )
    ]
    exact = [c for c in found if bare.upper() == c.code or bare == c.id]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    if len(exact) > 1:
        raise Usage(
            f"two desks drew the code {bare.upper()}", next_step=f"name one: {', '.join(c.id for c in exact)}"
        )
    if not found or not bare:
        raise NotFound("no case is called so", record=called, next_step="'muster case list' shows them")
    raise Usage(f"{called!r} begins several cases: {', '.join(c.code for c in found[:5])}")


def steps_of(file: ProjectFile, case: str) -> Iterator[Step]:
    """The steps of a case in the order in which they were written down, at whichever desk."""
    for row in file.db.execute(
        f'SELECT {_STEP} FROM steps s JOIN cases c ON c.key = s."case" WHERE c.id = ? ORDER BY s.at, s.key',
        (code(case, "case"),),
    ):
        kind, at, by, first, last, proof, who, value, ground, words, answers, facts, due, link = row[2:]
        yield Step(
            decode(row[0], "step"), decode(row[1], "case"), kind, at, by, first, last, proof, who, value,
            ground, words, answers, tuple(json.loads(facts)) if facts else (), due, link,
        )  # fmt: skip


def brief_lines(file: ProjectFile) -> Iterator[BriefLine]:
    """Every step that no other corrects, by case, then in the order in which they were written down."""
    place = _places(file)
    gone = {
        code(answers, "step")
        for (answers,) in file.db.execute("SELECT answers FROM steps WHERE kind = 'correction'")
    }
    for id, key, kind, value, last, who, link in file.db.execute(
        'SELECT id, "case", kind, value, last, who, link FROM steps '
        "WHERE kind NOT IN ('correction', 'asked', 'akin', 'answered') ORDER BY \"case\", at, key"
    ):
        if id not in gone:
            yield BriefLine(place[key], kind, value, last, who, link)


def asked_lines(file: ProjectFile) -> Iterator[AskedLine]:
    """The steps of every question that came in, by question, then as they were written down."""
    for id, *rest in file.db.execute(
        f"SELECT c.id, c.code, c.language, s.first, s.kind, s.value, s.link, s.ground, s.due, "
        f'substr(s.words, 1, {_BEGINS}) FROM cases c JOIN steps s ON s."case" = c.key '
        "WHERE c.client = ? ORDER BY c.at, c.key, s.at, s.key",
        (QUESTION,),
    ):
        yield AskedLine(decode(id, "case"), *rest)


def asked_words(file: ProjectFile, since: str) -> Iterator[tuple[str, str, str]]:
    """(code, words, language) of every question that came on ``since`` or later, in order of coming."""
    yield from file.db.execute(
        'SELECT c.code, s.words, c.language FROM cases c JOIN steps s ON s."case" = c.key '
        "WHERE c.client = ? AND s.first >= ? AND s.kind = 'asked' ORDER BY c.at, c.key",
        (QUESTION, since),
    )


def due_lines(file: ProjectFile) -> Iterator[StepLine]:
    """The steps that begin or end a time, sort, close, open or correct; by case, then as written down."""
    place = _places(file)
    for key, id, *rest in file.db.execute(
        'SELECT "case", id, kind, first, last, value, answers, facts, due, '
        f"iif(due <> '' AND kind <> 'asked', substr(words, 1, {_BEGINS}), '') FROM steps WHERE due <> '' "
        "OR facts <> '' OR kind IN ('correction', 'close', 'open-again', 'complaint', 'appeal', 'done', "
        "'outcome', 'answered', 'sorted') "
        'ORDER BY "case", at, key'
    ):
        yield StepLine(place[key], decode(id, "step"), *rest)


def _places(file: ProjectFile) -> dict[int, int]:
    return {key: n for n, (key,) in enumerate(file.db.execute("SELECT key FROM cases ORDER BY at, key"))}


def digests(file: ProjectFile) -> Iterator[tuple[str, str, bytes, tuple[str, str, bytes] | None]]:
    """(kind, id, digest as it now is, custody's (what, record, digest)) of every case and step."""
    for case in list(cases(file)):
        yield "case", case.id, digest(pack(case)), _said(file, "cases", code(case.id, "case"))
        for step in list(steps_of(file, case.id)):
            yield "step", step.id, digest(pack(step)), _said(file, "steps", code(step.id, "step"))


def _said(file: ProjectFile, table: str, id: bytes | str) -> tuple[str, str, bytes] | None:
    found: tuple[str, str, bytes] | None = file.db.execute(
        f"SELECT c.what, c.record, c.digest FROM {table} t JOIN custody c ON c.seq = t.line WHERE t.id = ?",
        (id,),
    ).fetchone()
    return found


__all__ = [
    "AskedLine", "BriefLine", "StepLine", "add_case", "add_cases", "add_steps", "asked_lines", "asked_words",
    "brief_lines", "case_called", "cases", "digests",
    "due_lines", "steps_of", "write_case", "write_steps",
]  # fmt: skip
