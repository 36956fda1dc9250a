"""What a pack says of one deed: every rule of that day and status with its elements met, not met or open.

Nobody is told what he may do. An element that no fact decides is open, and the answer says which fact
would; one that somebody has to weigh stays open until a person writes down how it was weighed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from muster.cases.law.changes import between_days
from muster.model.errors import NotFound
from muster.model.law import Days, Element, Pack, Rule, Standing, StateOfAffairs


@dataclass(frozen=True, slots=True)
class Fact:
    """The answer to one of a pack's questions: yes, no, or ``None`` (asked, and nobody knows).

    ``rests_on``: ids of claims, documents or steps that bear on it; ``weighed_by``: who answered a
    question that has to be weighed (a role's name).
    """

    value: bool | None
    rests_on: tuple[str, ...] = ()
    weighed_by: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is asked about: when it was done (perhaps only roughly), by whom of which status, and facts."""

    days: Days
    status: str | None
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ElementAnswer:
    """One element, how it stands and why. ``part``: status, date, condition, element or exception."""

    part: str
    name: str
    words: str
    standing: Standing
    because: str
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One rule against one deed. ``standing``: met where everything is, not met where one thing is not."""

    rule: Rule
    standing: Standing
    elements: tuple[ElementAnswer, ...]
    says: str


@dataclass(frozen=True, slots=True)
class LawTable:
    """The whole answer: which pack and version gave it, for which day, asked on which day."""

    pack: str
    version: str
    sha256: str
    deed: Deed
    asked_on: date
    answers: tuple[Answer, ...]
    warnings: tuple[str, ...]


def ask(pack: Pack, deed: Deed, asked_on: date, *, language: str = "en") -> LawTable:
    """Every rule that may have been in force on the day for the status, in the pack's order.

    A rule of the deed's day is asked by that day alone: law made later never enters an answer. A rule
    of procedure (``asked_by: today``) is asked by ``asked_on``. Raises NotFound for a
    status or fact that the pack does not know.
    """
    _known(pack, deed)
    today = Days(asked_on, asked_on)
    answers = []
    for rule in pack.rules:
        days = deed.days if rule.asked_by == "deed" else today
        if rule.period.covers(days) == "not met" or not _of_status(rule, deed.status):
            continue
        answers.append(_answer(pack, rule, deed, days, language))
    return LawTable(
        pack.id,
        pack.version,
        pack.sha256,
        deed,
        asked_on,
        tuple(answers),
        tuple(_warnings(pack, deed, asked_on)),
    )


def _known(pack: Pack, deed: Deed) -> None:
    for what, given, known in (
        ("status", [deed.status] if deed.status else [], pack.statuses),
        ("fact", list(deed.facts), pack.facts),
    ):
        for name in given:
            if name not in known:
                raise NotFound(
                    f"pack {pack.id} knows no {what} {name!r}", next_step=f"it knows {', '.join(known)}"
                )


def _of_status(rule: Rule, status: str | None) -> bool:
    return not rule.statuses or status is None or status in rule.statuses


def _answer(pack: Pack, rule: Rule, deed: Deed, days: Days, language: str) -> Answer:
    rows = [*_framing(pack, rule, deed, days, language)]
    rows += [_element(pack, e, deed, "element", language) for e in rule.elements]
    released = [_element(pack, e, deed, "exception", language) for e in rule.exceptions]
    standing = together(r.standing for r in rows)
    return Answer(rule, standing, (*rows, *released), _sentence(rule, rows, released, standing))


def _framing(pack: Pack, rule: Rule, deed: Deed, days: Days, language: str) -> Iterator[ElementAnswer]:
    covered = rule.period.covers(days)
    whose = "the deed" if rule.asked_by == "deed" else "today"
    because = f"in force {rule.period}; {whose}: {days}"
    if covered == "open":
        because += "; the day is not known closely enough"
    yield ElementAnswer("date", rule.id, rule.provision, covered, because)
    if rule.statuses:
        names = ", ".join(said(pack.statuses[s], language) for s in rule.statuses)
        standing: Standing = "met" if deed.status else "open"
        yield ElementAnswer("status", "status", names, standing, deed.status or "the status is not known")
    if rule.conditions:
        yield _condition([pack.states[c] for c in rule.conditions], days, language)


def _condition(states: Sequence[StateOfAffairs], days: Days, language: str) -> ElementAnswer:
    """One of the states of affairs must have been; where a pack is not certain of it, it is open."""
    told, best = [], "not met"
    for state in states:
        standing = _was(state, days)
        told.append(f"{said(state.words, 'en')}: {standing} (certainty {state.certainty})")
        best = max(best, standing, key=["not met", "open", "met"].index)
    words = " / ".join(said(s.words, language) for s in states)
    found: Standing = "met" if best == "met" else "open" if best == "open" else "not met"
    return ElementAnswer("condition", "+".join(s.id for s in states), words, found, "; ".join(told))


def _was(state: StateOfAffairs, days: Days) -> Standing:
    covered = [p.covers(days) for p in state.periods]
    if "met" in covered and state.certainty != "low":
        return "met"
    # A pack that is not certain of a state of affairs cannot rule it out either.
    return "open" if state.certainty == "low" or {"met", "open"} & set(covered) else "not met"


def _element(pack: Pack, element: Element, deed: Deed, part: str, language: str) -> ElementAnswer:
    fact = deed.facts.get(element.fact)
    question = said(pack.facts[element.fact], language)
    words = said(element.words, language)
    rests_on = fact.rests_on if fact else ()
    if fact is None or fact.value is None:
        because = f"{'nobody knows' if fact else 'not asked yet'}: {question}"
        return ElementAnswer(part, element.id, words, "open", because, rests_on)
    if element.evaluative and not fact.weighed_by:
        because = f"has to be weighed, and nobody has signed for it: {question}"
        return ElementAnswer(part, element.id, words, "open", because, rests_on)
    standing: Standing = "met" if fact.value == element.holds else "not met"
    because = f"{question} – {'yes' if fact.value else 'no'}"
    if fact.weighed_by:
        because += f" (weighed by {fact.weighed_by})"
    return ElementAnswer(part, element.id, words, standing, because, rests_on)


def together(standings: Iterable[Standing]) -> Standing:
    """All met: met. One not met: not met, whatever is open. Else open."""
    found = set(standings)
    return "not met" if "not met" in found else "open" if "open" in found else "met"


def _sentence(
    rule: Rule, rows: Sequence[ElementAnswer], released: Sequence[ElementAnswer], standing: Standing
) -> str:
    if standing == "not met":
        missing = ", ".join(r.words for r in rows if r.standing == "not met")
        return f"not made out by what is known: {missing}"
    if standing == "open":
        return f"open: {'; '.join(r.words for r in rows if r.standing == 'open')}"
    if not rule.elements:
        return "in force"
    also = [r.words for r in released if r.standing != "not met"]
    return "every element is met by what is known" + (f"; to be looked at: {', '.join(also)}" if also else "")


def _warnings(pack: Pack, deed: Deed, asked_on: date) -> Iterator[str]:
    yield "information about rules and dates, not advice; what a court will weigh is not in it"
    if pack.past_review(asked_on):
        yield f"this pack was to be looked at again by {pack.review_until}: to read only"
    if deed.status is None:
        yield "the status of the person is not known: rules of every status are shown, open in that point"
    if deed.days.first != deed.days.last:
        yield f"the day of the deed is known only as {deed.days}"
    if deed.days.first > asked_on:
        yield "the deed lies after the day of asking"
    yield from _changed_since(pack, deed, asked_on)


def _changed_since(pack: Pack, deed: Deed, asked_on: date) -> Iterator[str]:
    """Which rules about deeds came, went or changed after this one: named, so that nobody asks them of it."""
    found: dict[date, list[str]] = {}
    if deed.days.last < asked_on:
        for change in between_days(pack, deed.days.last, asked_on, deed.status):
            rule = change.after or change.before
            if rule and rule.asked_by == "deed" and change.when and change.when > deed.days.last:
                found.setdefault(change.when, []).append(rule.provision)
    for day, provisions in sorted(found.items()):
        yield f"since {day} the law is another, not asked of this deed: {'; '.join(provisions)}"


def said(words: Mapping[str, str], language: str) -> str:
    """The words in the language, or in English where the pack lacks it."""
    return words.get(language) or words["en"]


__all__ = ["Answer", "Deed", "ElementAnswer", "Fact", "LawTable", "ask", "said", "together"]
