"""Questions: taken in from files, masked, sorted, compared, answered; all of it in the sealed file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from muster.cases.intake.alike import Alike
from muster.cases.intake.alike import alike as groups_of
from muster.cases.intake.families import akin
from muster.cases.intake.inbox import Asked, questions_in
from muster.cases.intake.masked import masked
from muster.cases.intake.triage import NO_TOPIC, URGENCIES, Lexicon, Sorted, shipped, sort, words_heard
from muster.cases.intake.weeks import Counted, asked_most, shared_words, weeks_of
from muster.model.cases import QUESTION, Case, Client, Step
from muster.model.errors import Refused, Usage
from muster.model.ids import make_id
from muster.store import Store
from muster.workflows.cases import LENGTH, SIGNS, of_case, open_case, open_cases, refuse_personal, written
from muster.workflows.project import Desk
from muster.workflows.vault import ask

# Relatives write within days of one another.
_NEAR = timedelta(days=14)
_MACHINE = "muster"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking in. ``codes``: of the new questions; ``known``: how many were here already;
    ``compared``: whether the vault looked for families; ``aside``: (file, why) of what could not be read."""

    codes: tuple[str, ...]
    known: int
    families: int
    compared: bool
    aside: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Waiting:
    """One line of the queue, as it stands: a person's word holds over the machine's."""

    case: str
    code: str
    language: str
    came: str = ""
    urgency: str = ""
    because: str = ""
    topic: str = ""
    day: str = ""
    begins: str = ""
    sorted_by_person: bool = False
    answered: str = ""
    became: str = ""
    closed: bool = False
    topic_by_person: bool = False
    # Ids of other cases: what a machine suggests, what a person said.
    perhaps: list[str] = field(default_factory=list)
    family: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """Answered, closed, or a case by now."""
        return bool(self.answered or self.became or self.closed)


def take(
    desk: Desk, paths: Sequence[Path], *, by: str, lexicon: Lexicon | None = None, families: bool = True
) -> Taken:
    """Every question of these files that is not here yet, in one transaction.

    Names, telephones and handles are masked before anything is kept; the vault compares them first where
    it is open to a custodian. The same export taken twice adds nothing. Raises NotFound, Refused.
    """
    refuse_personal(by)
    found, aside = _read(paths)
    with open_cases(desk) as store:
        new = _new(store, found)
        kin, compared = _kin(desk, new) if families and new else ({}, False)
        made = [_made(desk, code, id, asked, by, lexicon or shipped()) for code, id, asked in new]
        suggested = _suggested(store, desk, made, kin) if families else {}
        store.add_cases(
            [(case, [step, *(of_case(case, s, [step], checked=True) for s in suggested.get(case.id, ()))])
             for case, step in made]
        )  # fmt: skip
    codes = tuple(case.code for case, _ in made)
    return Taken(codes, len(found) - len(new), sum(map(len, suggested.values())), compared, tuple(aside))


def _read(paths: Sequence[Path]) -> tuple[list[Asked], list[tuple[str, str]]]:
    found: list[Asked] = []
    aside: list[tuple[str, str]] = []
    for path in paths:
        try:
            found += questions_in(path.name, path.read_bytes())
        except Refused as error:
            aside.append((path.name, error.what))
        except OSError as error:
            aside.append((path.name, error.strerror or "it cannot be read"))
    return found, aside


def _new(store: Store, found: Iterable[Asked]) -> list[tuple[str, str, Asked]]:
    """(code, id, question) of those that are not here; ids are keyed, so that a guess cannot be confirmed."""
    key, have = store.project().id_key, {case.id for case in store.cases()}
    new: dict[str, tuple[str, str, Asked]] = {}
    for asked in found:
        told = "\x1f".join((asked.native, asked.came, asked.channel, asked.text))
        digest = hashlib.blake2b(told.encode("utf-8", "surrogatepass"), key=key, digest_size=16).digest()
        id = make_id("case", digest.hex())
        number = int.from_bytes(digest[:8], "big")
        code = "Q-" + "".join(SIGNS[number >> (5 * n) & 31] for n in range(LENGTH))
        if id not in have and not store.was_forgotten(id):
            new.setdefault(id, (code, id, asked))
    return list(new.values())


def _kin(desk: Desk, new: Sequence[tuple[str, str, Asked]]) -> tuple[dict[str, list[list[str]]], bool]:
    """What the vault says of each code; a lawyer's key opens no identities, and then nothing is compared."""
    texts = [(code, asked.text, asked.sender) for code, _, asked in new]
    try:
        return dict(ask(desk, "kin", texts=texts)), True
    except Refused as error:
        if "compares" in error.what:
            raise
        return {}, False


def _made(desk: Desk, code: str, id: str, asked: Asked, by: str, lexicon: Lexicon) -> tuple[Case, Step]:
    day = asked.came[:10] or desk.now[:10]
    text = masked(asked.text)
    found = sort(text, date.fromisoformat(day), lexicon)
    case = Case(id, code, "question", desk.now, by, language=found.language)
    step = written(
        desk, "asked", by, on=day, who=masked(asked.channel), value=found.urgency, link=found.topic,
        ground=" … ".join(words_heard(text, found)), words=text, due=str(found.day or ""),
    )  # fmt: skip
    return case, of_case(case, step, [], checked=True)


def _suggested(
    store: Store, desk: Desk, made: Sequence[tuple[Case, Step]], kin: dict[str, list[list[str]]]
) -> dict[str, list[Step]]:
    """The steps ``akin`` of each new question: what the vault compared, and what the words share."""
    ids = {case.code: case.id for case in store.cases()} | {case.code: case.id for case, _ in made}
    since = min((date.fromisoformat(step.first) for _, step in made), default=None)
    if since is None:
        return {}
    before = list(store.asked_words(str(since - _NEAR)))
    texts = [*before, *((case.code, step.words, case.language) for case, step in made)]
    steps: dict[str, dict[str, Step]] = {}

    def add(code: str, other: str, value: str, ground: str) -> None:
        step = written(desk, "akin", _MACHINE, value=value, link=ids[other], ground=ground)
        steps.setdefault(ids[code], {}).setdefault(ids[other], step)

    for code, those in kin.items():
        for other, relation in those:
            if other in ids and code in ids:
                add(code, other, relation, "the vault compared them")
    for pair in akin(texts, frozenset(case.code for case, _ in made)):
        add(pair.later, pair.earlier, "same-family", f"both say: {', '.join(pair.shared)}")
    return {case: list(those.values()) for case, those in steps.items()}


# Looking ---------------------------------------------------------------------------------------------


def queue(desk: Desk, *, everything: bool = False) -> list[Waiting]:
    """What waits, the most urgent first, of these what came first; ``everything``: also what was answered,
    closed or became a case."""
    with open_cases(desk, readonly=True) as store:
        rows = waiting(store)
    shown = [row for row in rows if everything or not row.done]
    return sorted(shown, key=lambda r: (URGENCIES.index(r.urgency), r.day or "9", r.came))


def waiting(store: Store) -> list[Waiting]:
    """Every question as it stands."""
    rows: dict[str, Waiting] = {}
    for line in store.asked_lines():
        row = rows.setdefault(line.case, Waiting(line.case, line.code, line.language))
        if line.kind == "asked":
            row.came, row.urgency, row.because, row.topic = line.first, line.value, line.ground, line.link
            row.day, row.begins = line.due, line.begins
        elif line.kind == "sorted":
            row.urgency, row.topic = line.value or row.urgency, line.link or row.topic
            row.because = line.begins if line.value else row.because
            row.sorted_by_person = True
            row.topic_by_person = row.topic_by_person or bool(line.link)
        elif line.kind == "answered":
            row.answered = line.value
        elif line.kind == "akin":
            row.perhaps.append(line.link)
        elif line.kind == "link":
            row.became = line.link if line.value == "became-case" else row.became
            (row.apart if line.value == "different-family" else row.family).append(line.link)
        elif line.kind in ("close", "open-again"):
            row.closed = line.kind == "close"
    _both_ways(rows)
    return list(rows.values())


def _both_ways(rows: dict[str, Waiting]) -> None:
    """What is said of one question is said of the other; a person's no takes a suggestion away."""
    for row in list(rows.values()):
        for ids, name in ((row.perhaps, "perhaps"), (row.family, "family"), (row.apart, "apart")):
            for other in list(ids):
                if other in rows and row.case not in getattr(rows[other], name):
                    getattr(rows[other], name).append(row.case)
    for row in rows.values():
        row.perhaps = [o for o in row.perhaps if o not in row.apart and o not in row.family]


def codes(desk: Desk) -> dict[str, str]:
    """The code of every case and question, by id."""
    with open_cases(desk, readonly=True) as store:
        return {case.id: case.code for case in store.cases()}


def in_full(desk: Desk) -> dict[str, str]:
    """The words of every question, by its code."""
    with open_cases(desk, readonly=True) as store:
        return {code: words for code, words, _ in store.asked_words("")}


def one(desk: Desk, called: str, lexicon: Lexicon | None = None) -> tuple[Case, list[Step], Sorted]:
    """A question with its steps and the words by which it was sorted. Raises NotFound, Usage."""
    with open_cases(desk, readonly=True) as store:
        case = question_called(store, called)
        steps = list(store.steps_of(case.id))
    asked = steps[0]
    return case, steps, sort(asked.words, date.fromisoformat(asked.first), lexicon)


def question_called(store: Store, called: str) -> Case:
    """A question by its code. Raises NotFound, Usage where the code is a case's."""
    case = store.case_called(called)
    if case.client != QUESTION:
        raise Usage(
            "this is a case, no question", record=case.code, next_step=f"'muster case show {case.code}'"
        )
    return case


# Deciding --------------------------------------------------------------------------------------------


def put_right(
    desk: Desk, called: Sequence[str], *, urgency: str, topic: str, by: str, note: str = ""
) -> list[Step]:
    """A person's urgency, topic or both of some questions, which hold from now on; the machine's stay to be
    seen."""
    if not (urgency or topic):
        raise Usage("nothing is put right", next_step="give --urgency or --topic")
    refuse_personal(topic)
    given = replace(written(desk, "sorted", by, value=urgency, words=note), link=topic)
    with open_cases(desk) as store:
        cases = dict.fromkeys(question_called(store, each) for each in called)
        made = [of_case(case, given, list(store.steps_of(case.id))) for case in cases]
        store.add_steps(made)
    return made


def alike(desk: Desk, *, everything: bool = False) -> list[Alike]:
    """Groups of waiting questions (``everything``: of all) that ask the like, the largest first, with the
    topic that a person gave one of them."""
    with open_cases(desk, readonly=True) as store:
        rows = {row.code: row for row in waiting(store) if everything or not row.done}
        texts = [each for each in store.asked_words("") if each[0] in rows]
    return groups_of(texts, {code: row.topic for code, row in rows.items() if row.topic_by_person})


def become(
    desk: Desk, called: str, *, client: Client, by: str, first: Sequence[Step] = (), **more: Any
) -> Case:
    """A case opened from a question, each linked to the other; ``more``: as ``open_case`` takes it."""
    asked = one(desk, called)[0]
    tie = written(desk, "link", by, value="became-case", link=asked.id)
    language = more.pop("language", "") or asked.language
    made = open_case(desk, client=client, by=by, first=[*first, tie], language=language, **more)
    link(desk, asked.code, made.code, "became-case", by=by)
    return made


def link(desk: Desk, called: str, other: str, relation: str, *, by: str, note: str = "") -> Step:
    """That a question is of one family with another, is not, or became a case."""
    with open_cases(desk) as store:
        case = question_called(store, called)
        to = store.case_called(other)
        if to.id == case.id:
            raise Usage("a question is not linked to itself", record=case.code)
        given = written(desk, "link", by, value=relation, words=note)
        step = of_case(case, replace(given, link=to.id), list(store.steps_of(case.id)))
        store.add_steps([step])
    return step


# Counting --------------------------------------------------------------------------------------------


def topics(desk: Desk, weeks: int) -> tuple[list[dict[str, str]], str]:
    """Topics by week, few hidden, of the last ``weeks``; and one sentence on what was asked most."""
    since = str(date.fromisoformat(desk.now[:10]) - timedelta(weeks=weeks))
    with open_cases(desk, readonly=True) as store:
        everything = waiting(store)
    rows = [row for row in everything if row.came >= since]
    table = weeks_of(Counted(row.came, row.topic, min([row.case, *row.family])) for row in rows)
    if rows or not everything:
        return table, asked_most(table)
    last = max(row.came for row in everything)
    return table, f"nobody asked in these {weeks} weeks; the last question came on {last}"


def unsorted_words(desk: Desk) -> list[tuple[str, int]]:
    """What five questions or more speak of that the lexicon has no topic for: what to add to it."""
    with open_cases(desk, readonly=True) as store:
        none = {row.code for row in waiting(store) if row.topic == NO_TOPIC}
        texts = [(words, language) for code, words, language in store.asked_words("") if code in none]
    return shared_words(texts)


# Same family, other side -----------------------------------------------------------------------------


def family(desk: Desk, called: str, *, side: str, files: Sequence[int]) -> list[tuple[str, str]]:
    """(code, relation) of cases and questions that speak of the person typed on the terminal.

    Names go to the vault's process alone. Raises Refused where the day's questions are spent, or where
    the vault is open to no custodian.
    """
    with open_cases(desk, readonly=True) as store:
        case = store.case_called(called)
        known = {each.code for each in store.cases()}
    found = ask(desk, "kin", files, code=case.code, side=side)[case.code]
    return [(code, relation) for code, relation in found if code in known]


__all__ = [
    "Taken", "Waiting", "alike", "become", "codes", "family", "in_full", "link", "one", "put_right",
    "question_called", "queue", "take", "topics", "unsorted_words", "waiting",
]  # fmt: skip
