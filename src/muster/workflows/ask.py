"""Ask how many: questions that a team wrote, answered from what was read and linked; kept if it says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

from muster.count import Page, answer, coverage, differences, question_from, series, statements
from muster.count.bounds import reason
from muster.count.periods import Count
from muster.model.claims import Reading
from muster.model.errors import NotFound, Refused
from muster.model.ids import make_id
from muster.model.ledger import Answer, Question, Statement
from muster.model.links import Anchor, Judgement
from muster.store import Store

FIELD = "question"


@dataclass(frozen=True, slots=True)
class Kept:
    """Kept questions: those answered, with the decision that keeps each, and why the others are silent."""

    answered: tuple[tuple[Judgement, Answer], ...]
    silent: Mapping[str, str]


def kept(store: Store) -> dict[str, Judgement]:
    """The questions that this project keeps, by name; the last of a name holds, an empty one ends it."""
    last: dict[str, Judgement] = {}
    for judgement in store.judgements((FIELD,)):
        last[judgement.subject[0].words] = judgement
    return {name: judgement for name, judgement in sorted(last.items()) if judgement.verdict}


def read_question(store: Store, given: str) -> Question:
    """A question by its file, or by the name under which it is kept. Raises NotFound, Refused."""
    path = Path(given)
    if path.suffix == ".toml" or path.exists():
        try:
            return question_from(path.read_text("utf-8"), path.name)
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(
                "the question cannot be read", record=given, next_step="give a TOML file"
            ) from error
    held = kept(store)
    if given not in held:
        names = f"kept are: {', '.join(held)}" if held else "none is kept; give a file ending in .toml"
        raise NotFound(f"no question {given!r} in this project", next_step=names)
    return question_from(held[given].verdict, f"the kept question {given}")


def answers(store: Store, questions: Sequence[Question]) -> list[tuple[Answer, list[Statement]]]:
    """Each question's answer with its statements, in one pass over the project.

    Raises Refused where nobody answered one of them, or two have one name.
    """
    names = [q.name for q in questions]
    if len(set(names)) < len(names):
        raise Refused("two questions have one name", record=", ".join(names), next_step="rename one")
    found = statements(questions, pages(store, questions))
    return [(answer(q, found[q.name]), found[q.name]) for q in questions]


def kept_answers(store: Store) -> Kept:
    """The answers to kept questions. One that nobody answers, or that cannot be read, stops no other."""
    asked: list[tuple[Judgement, Question]] = []
    silent: dict[str, str] = {}
    for name, judgement in kept(store).items():
        try:
            asked.append((judgement, question_from(judgement.verdict, name)))
        except Refused as error:
            silent[name] = str(error)
    questions = [q for _, q in asked]
    found = statements(questions, pages(store, questions)) if questions else {}
    answered = []
    for judgement, question in asked:
        try:
            answered.append((judgement, answer(question, found[question.name])))
        except Refused as error:
            silent[question.name] = str(error)
    return Kept(tuple(answered), silent)


def series_of(made: Answer, held: Sequence[Statement], every: str) -> list[Count]:
    """The series of one question, a row a period or region. Raises Refused where it has none."""
    return series(made.question, [s for s in held if reason(made.question, s) == ""], every)


def series_rows(found: Sequence[tuple[Answer, list[Statement]]], every: str) -> Iterator[dict[str, object]]:
    """The series of each question; numbers are None where no record speaks."""
    for made, held in found:
        for row in series_of(made, held, every):
            yield {"question": made.question.name, **asdict(row)}


def coverage_rows(made: Answer) -> list[dict[str, object]]:
    """Which origin speaks of which region; None: it does not."""
    return coverage(made)


def compared(answers: Sequence[Answer]) -> list[str]:
    """For each pair of neighbouring questions, what they differ in."""
    return [differences(a, b) for a, b in pairwise(answers)]


def pages(store: Store, questions: Sequence[Question] = ()) -> Iterator[Page]:
    """Every document as it was read, one at a time; rows of asked tables also where nobody read them."""
    names = {origin.id: origin.name for origin in store.origins()}

    def origin_of(claim: str) -> tuple[str, str]:
        origin = store.origin_of(claim) or ""
        return origin, names.get(origin, "")

    seen = set()
    for document, text, reading in store.readings({"claims", "quantities", "times"}):
        seen.add(document.id)
        yield Page(document, text.body, reading, origin_of)
    tables = tuple(t.address for q in questions for t in q.tables)
    for document in store.documents() if tables else ():
        if document.address.startswith(tables) and document.id not in seen:
            unread = store.text_of(document.id)
            if unread is not None:
                yield Page(document, unread.body, Reading(unread.id, "none"), origin_of)


def keep(store: Store, question: Question, *, by: str, note: str, now: str) -> Judgement:
    """Keep a question in the project, as a person's decision; it is answered by every later count."""
    return _decide(store, question.name, question.text, by, note, now)


def drop(store: Store, name: str, *, by: str, note: str, now: str) -> Judgement:
    """End a kept question; what was asked stays in the ledger of decisions. Raises NotFound."""
    if name not in kept(store):
        raise NotFound(f"no question {name!r} is kept here")
    return _decide(store, name, "", by, note, now)


def _decide(store: Store, name: str, text: str, by: str, note: str, now: str) -> Judgement:
    made = Judgement(
        make_id("judgement", FIELD, name, text, by, now),
        (Anchor("", words=name),),
        FIELD,
        text,
        by,
        now,
        note,
    )
    store.add_judgement(made)
    return made


__all__ = [
    "Kept",
    "answers",
    "compared",
    "drop",
    "keep",
    "kept",
    "kept_answers",
    "pages",
    "read_question",
    "series_rows",
]
