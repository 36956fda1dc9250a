"""Cases: opened under a random code in the sealed file, added to, listed; none lies in the open."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from muster.cases import course_of, deed_of, due_list, outcome_of, personal
from muster.cases.course import Placed, closed, standing
from muster.cases.due import Due
from muster.cases.evidence import Graded, Piece, graded
from muster.cases.law import LawTable, ask
from muster.cases.outcomes import Known, patterns, sentence, table_of
from muster.model.cases import QUESTION, Case, Client, Outcome, Step
from muster.model.errors import NotFound, ProjectLocked, Refused, Usage
from muster.model.ids import make_id
from muster.model.law import Days, Pack
from muster.store import Store
from muster.workflows.project import Desk
from muster.workflows.sealed import open_sealed
from muster.workflows.vault import place

# Letters and digits that are not taken for one another when said on the telephone.
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6
# How often, and after how many seconds, a file that a colleague writes to is tried again.
_TRIES, _PAUSE = 25, 0.2


@contextmanager
def open_cases(desk: Desk, *, readonly: bool = False) -> Iterator[Store]:
    """The sealed file, where cases live. Raises NotFound where there is none or the vault is locked."""
    if not place(desk).there:
        raise NotFound(
            "cases are kept in a sealed file, and this project has none",
            record=str(desk.project),
            next_step="'muster vault init --as CODE' makes it, 'muster vault unlock --as CODE' opens it",
        )
    with _opened(desk, readonly) as store:
        yield store


def _opened(desk: Desk, readonly: bool) -> Store:
    """The sealed file. A colleague's step takes a moment, so a writer waits before it is refused."""
    for _ in range(_TRIES):
        try:
            return open_sealed(desk, readonly=readonly)
        except ProjectLocked:
            time.sleep(_PAUSE)
    return open_sealed(desk, readonly=readonly)


def written(desk: Desk, kind: str, by: str, *, on: str = "", **more: Any) -> Step:
    """A step as somebody writes it down, not yet of a case. ``on``: days as ``Days.of`` reads them, empty
    where unknown; ``more``: fields of Step, ``answers`` and ``link`` as people call what they mean."""
    days = Days.of(on) if on else None
    first, last = (days.first.isoformat(), days.last.isoformat()) if days else ("", "")
    return Step("", "", kind, desk.now, by, first, last, **more)


def open_case(
    desk: Desk,
    *,
    client: Client,
    by: str,
    people: int | None = None,
    region: str = "",
    language: str = "",
    alias: str = "",
    first: Sequence[Step] = (),
    checked: bool = False,
    entropy: Callable[[int], bytes] = secrets.token_bytes,
) -> Case:
    """A new case under a random code. Raises NotFound, Refused where something looks like a name."""
    drawn = entropy(16)
    number = int.from_bytes(drawn[:8], "big")
    code = "K-" + "".join(SIGNS[number >> (5 * n) & 31] for n in range(LENGTH))
    for words in (alias, by) if checked else (region, alias, by):
        refuse_personal(words)
    case = Case(
        make_id("case", drawn.hex()), code, client, desk.now, by, people, region, language, alias
    )  # fmt: skip
    with open_cases(desk) as store:
        store.add_case(case, [of_case(case, step, [], checked=checked) for step in first])
    return case


def add(desk: Desk, called: str, given: Step, *, checked: bool = False) -> tuple[Case, Step]:
    """One step more. ``checked``: the author says that no name, telephone or document's number is in it.
    Raises NotFound, Usage, Refused where the case is closed or a name is in it."""
    with open_cases(desk) as store:
        case = store.case_called(called)
        steps = list(store.steps_of(case.id))
        if closed(steps) and given.kind not in ("open-again", "correction", "outcome", "note"):
            raise Refused(
                "this case is closed",
                record=case.code,
                next_step=f"'muster case step {case.code} open-again'",
            )
        if given.kind == "link":
            given = _linked(store, given)
        elif given.kind == "evidence":
            _is_record(desk, store, given.link)
        step = of_case(case, given, steps, checked=checked)
        store.add_steps([step])
    return case, step


def of_case(case: Case, given: Step, steps: Sequence[Step], *, checked: bool = False) -> Step:
    """The step as the case keeps it. Raises Usage, Refused where a name is in it."""
    if not checked:
        for words in (given.words, given.ground, given.who, given.value, given.by):
            refuse_personal(words)
    for fact in given.facts:
        if fact.partition("=")[2] not in ("yes", "no", "unknown"):
            raise Usage(f"{fact!r} is no fact", next_step="write e.g. --fact order-given=no")
    if given.due:
        given = _earliest(given)
    if given.kind == "outcome" and given.last > given.at[:10]:
        # "In December", written on the 5th: nobody knows the news of the 31st.
        if given.first > given.at[:10]:
            raise Usage("no outcome is known on a day to come", next_step="give --on the day it was known")
        given = replace(given, last=given.at[:10])
    answers = _answered(steps, given.answers) if given.answers else ""
    if given.kind == "correction" and not answers:
        raise Usage("a correction is of a step", next_step="name it with --answers")
    # The same words at the same moment are one step: a key pressed twice adds nothing.
    id = make_id(
        "step", case.id, given.at, given.kind, given.by, given.first, given.last, given.proof, given.who,
        given.value, given.ground, given.words, answers, *given.facts, given.due, given.link,
    )  # fmt: skip
    return replace(given, id=id, case=case.id, answers=answers)


def _earliest(given: Step) -> Step:
    """A day to come that is known only roughly ("until November") is its first, which is the safe one; how it
    is known stays beside it. Raises RecordError."""
    days = Days.of(given.due)
    known = "" if days.first == days.last else f"known as {given.due}"
    return replace(given, due=days.first.isoformat(), ground="; ".join(filter(None, (given.ground, known))))


def _answered(steps: Sequence[Step], called: str) -> str:
    """A step of this case by its id, its first characters, or a kind: then the last of it."""
    found = [s.id for s in steps if s.id.startswith((called, f"step-{called}"))]
    found = found or [s.id for s in standing(steps) if s.kind == called][-1:]
    if len(found) != 1:
        raise Usage(
            f"{called!r} is {'no step' if not found else 'several steps'} of this case",
            next_step="'muster case show' lists them with their ids",
        )
    return found[0]


def _linked(store: Store, given: Step) -> Step:
    return replace(given, link=store.case_called(given.link).id)


def _is_record(desk: Desk, sealed: Store, id: str) -> None:
    """The claim or document stands in one of the two files. Raises NotFound."""
    try:
        sealed.find(id)
    except NotFound:
        with Desk(desk.project, desk.state, desk.now).open(readonly=True) as store:
            store.find(id)


def refuse_personal(words: str) -> None:
    """Raises Refused where ``words`` look like they name somebody; the error does not repeat them."""
    found = personal(words)
    if found:
        first = found[0]
        raise Refused(
            f"characters {first.start + 1} to {first.stop} look like {first.what}; nothing was kept",
            next_step="leave it out: who it is belongs in the vault; if it names nobody, add --checked",
        )


# Looking ---------------------------------------------------------------------------------------------


def shown(desk: Desk, called: str) -> tuple[Case, list[Placed], Outcome | None]:
    """A case, its course by days, and what became of it as far as is known."""
    with open_cases(desk, readonly=True) as store:
        case = store.case_called(called)
        steps = list(store.steps_of(case.id))
        course = [replace(placed, leads_to=_code_of(store, placed.step)) for placed in course_of(steps)]
    return case, course, outcome_of(steps)


def _code_of(store: Store, step: Step) -> str:
    """The code of the case that a step leads to; "" where it was deleted, and for any other step."""
    if step.kind != "link":
        return ""
    try:
        return store.case_called(step.link).code
    except NotFound:
        return ""


@dataclass(slots=True)
class Summary:
    """One line of the list of cases."""

    case: Case
    status: str = ""
    last: str = ""
    last_on: str = ""
    threats: int = 0
    outcome: str = ""
    outcome_on: str = ""
    closed: bool = False


def listed(desk: Desk) -> list[Summary]:
    """Every case with its status, last step, threats and outcome, those opened last first."""
    with open_cases(desk, readonly=True) as store:
        return summaries(store)


def summaries(store: Store) -> list[Summary]:
    """As ``listed``, of an open file."""
    rows = [Summary(case) for case in store.cases()]
    for line in store.brief_lines():
        row = rows[line.case]
        if line.kind == "status":
            row.status = line.value
        elif line.kind == "threat":
            row.threats += 1
        elif line.kind == "outcome":
            # The latest news holds, whenever it was written down.
            if line.last >= row.outcome_on:
                row.outcome, row.outcome_on = line.value, line.last
        elif line.kind in ("close", "open-again"):
            row.closed = line.kind == "close"
        row.last, row.last_on = line.kind, line.last
    return [row for row in rows[::-1] if row.case.client != QUESTION]


def due(desk: Desk, pack: Pack | None) -> list[tuple[Case, Due]]:
    """What has to be done, the next first, with the case it is of."""
    with open_cases(desk, readonly=True) as store:
        cases = list(store.cases())
        return [(cases[d.case], d) for d in due_list(store.due_lines(), pack)]


# How cases are put together to be counted.
GROUPS: Mapping[str, Callable[[Summary], str]] = {
    "region": lambda row: row.case.region,
    "month": lambda row: row.case.at[:7],
    "status": lambda row: row.status,
}


def counted(desk: Desk, by: str, outcome: str) -> tuple[list[dict[str, str]], str]:
    """Outcomes by region, month of opening or status, few hidden; and one sentence on ``outcome``."""
    with open_cases(desk, readonly=True) as store:
        known = known_of(store, by)
    return table_of(known), sentence(known, outcome, desk.now[:10])


def known_of(store: Store, by: str) -> list[Known]:
    """All that counts and lists may know of each case."""
    return [Known(GROUPS[by](row), row.outcome, row.outcome_on, row.case.by) for row in summaries(store)]


def overlapping(desk: Desk, outcome: str = "") -> list[dict[str, str]]:
    """How many people each set of lawyers knows of, as ``muster estimate lists`` takes it; groups left out.

    Two cases are one person where somebody said ``same-person``. ``outcome``: only people of whom it is so.
    """
    with open_cases(desk, readonly=True) as store:
        cases = list(store.cases())
        lines = list(store.brief_lines())
    place = {case.id: n for n, case in enumerate(cases)}
    person = list(range(len(cases)))

    def first(n: int) -> int:
        while person[n] != n:
            person[n] = person[person[n]]
            n = person[n]
        return n

    became: dict[int, str] = {}
    for line in lines:
        if line.kind == "link" and line.value == "same-person" and line.link in place:
            person[first(line.case)] = first(place[line.link])
        elif line.kind == "outcome":
            became[line.case] = line.value
    people: dict[int, set[str]] = {}
    wanted: set[int] = set()
    for n, case in enumerate(cases):
        if case.client in ("self", "relative"):
            people.setdefault(first(n), set()).add(case.by)
            if outcome in ("", became.get(n, "")):
                wanted.add(first(n))
    return patterns(lists for n, lists in people.items() if n in wanted)


def law_of(
    desk: Desk, called: str, pack: Pack, *, deed: str = "", by: str = "", language: str = "en"
) -> LawTable:
    """What the pack says of a case's refusal by the facts of its steps.

    ``by``: who shows it to the client; then the case keeps pack, version and sha256 as a step.
    """
    with open_cases(desk, readonly=not by) as store:
        case = store.case_called(called)
        steps = list(store.steps_of(case.id))
        asked = deed_of(steps, on=Days.of(deed) if deed else None)
        known = {name: fact for name, fact in asked.facts.items() if name in pack.facts}
        status = asked.status if asked.status in pack.statuses else None
        table = ask(
            pack, type(asked)(asked.days, status, known), date.fromisoformat(desk.now[:10]), language=language
        )
        if by:
            shown_as = f"{table.pack} {table.version} {table.sha256}"
            given = written(desk, "law", by, on=desk.now[:10], value=str(asked.days), link=shown_as)
            store.add_steps([of_case(case, given, steps)])
    return table


def evidence(desk: Desk, called: str) -> list[Graded]:
    """What bears on each question of a case, for and against, with a grade of each side. Raises NotFound."""
    pieces: list[Piece] = []
    with open_cases(desk, readonly=True) as store, ExitStack() as also:
        open_file: list[Store] = []
        for step in standing(list(store.steps_of(store.case_called(called).id))):
            for fact in step.facts:
                name, _, value = fact.partition("=")
                if step.kind == "evidence":
                    if not open_file:
                        desk_open = Desk(desk.project, desk.state, desk.now)
                        open_file.append(also.enter_context(desk_open.open(readonly=True)))
                    pieces.append(_claimed(step, name, store, open_file[0]))
                elif value in ("yes", "no"):
                    side = "for" if value == "yes" else "against"
                    pieces.append(Piece(step.id, name, side, step.kind, step.proof or "told"))
    return graded(pieces)


def _claimed(step: Step, fact: str, *stores: Store) -> Piece:
    """A claim or document that was tied to a question, as the file that holds it knows it."""
    for store in stores:
        try:
            kind, record = store.find(step.link)
        except NotFound:
            continue
        if kind != "claim":
            return Piece(step.link, fact, step.value, kind, "held")
        return Piece(
            record.id, fact, step.value, record.passage.words, record.basis, store.origin_of(record.id) or "",
            any(c.kind == "interception" for c in record.via), record.basis == "party",
        )  # fmt: skip
    return Piece(step.link, fact, step.value, "gone from the project", "")


__all__ = [
    "GROUPS",
    "LENGTH",
    "SIGNS",
    "Summary",
    "add",
    "counted",
    "due",
    "evidence",
    "known_of",
    "law_of",
    "listed",
    "of_case",
    "open_case",
    "open_cases",
    "overlapping",
    "refuse_personal",
    "shown",
    "summaries",
    "written",
]
