"""Statements of a question in, its answer out: bounds, what they rest on, and what would move them.

Rules and formulas: ``docs/why/methods/claim-ledger.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from muster.count.aliases import suggested
from muster.count.bounds import DATED, OPEN, Bounds, bounds, corrections, reason
from muster.count.coverage import unseen
from muster.count.grades import RULES, grade
from muster.count.sentences import fragility_in, sentence
from muster.count.shares import evidence_of_units
from muster.model.errors import Refused
from muster.model.findings import Estimate
from muster.model.ids import make_id
from muster.model.ledger import Acceptance, Answer, Entry, Question, Statement, Step, Without
from muster.stats.removal import smallest_removal

_CODED = {
    "as-written": "as written: a vague word has no bounds",
    "strict": "strict bounds: a vague word has the floor that its plural allows, and no ceiling",
    "acled": "ACLED: the one number named, or the figure of its table for a vague word",
    "ucdp": "UCDP-like: a vague word has the least its plural allows; more than N is N and one",
}
_STEPS = 400
_SHOWN = 12


def answer(question: Question, statements: Sequence[Statement]) -> Answer:
    """What the ledger says. Raises Refused where nobody answered, or nothing falls into the period."""
    statements = list(statements)
    _somebody(question, statements)
    asked = _dated(question, statements)
    found = bounds(asked, statements)
    _regions_fit(asked, statements)
    live = [(s.origin, s) for s in statements if reason(asked, s) == ""]
    without = _without(asked, statements, found)
    fragile = _fragile(asked, statements, found)
    after = bounds(asked, statements, without=fragile) if fragile else None
    names = {s.origin: s.origin_name for s in statements}
    shown = OPEN if found.clash else found
    units = evidence_of_units(asked)
    # Where only units were asked, what is certain of them is the answer.
    low, high = (units[0][1], units[0][3]) if units and not statements else (shown.low, shown.high)
    made = Answer(
        question=asked,
        low=low,
        high=high,
        clash=found.clash,
        entries=_entries(asked, statements, found),
        contradictions=_contradictions(live),
        corrections=_corrected(asked, statements, live),
        without=without,
        decisions=_decisions(asked, statements, found),
        fragile=tuple(names.get(o, o) for o in fragile),
        after=Without("", after.low, after.high) if after else None,
        seen_regions=tuple(sorted({r for _, s in live for r in s.regions})),
        least_regions=max((s.least_regions for _, s in live if s.least_regions), default=None),
        floor_regions=_floor_regions(statements, found),
        path=_path(asked, statements) if asked.counting == "cumulative" else (),
        suggestions=tuple(f"{a} and {b}: {why}" for a, b, why in _aliases(asked, statements)),
        units=units,
        sentences={},
        fragility={},
        rules=_rules(asked),
    )
    carrying = [s for s in statements if s.id in {*found.low_from, *found.high_from}]
    return replace(
        made,
        sentences={language: sentence(made, carrying, language) for language in ("en", "ru", "uk")},
        fragility={language: fragility_in(made, language) for language in ("en", "ru", "uk")},
    )


def _somebody(question: Question, statements: Sequence[Statement]) -> None:
    if question.units and not statements:
        return
    if not statements:
        raise Refused(
            f"nobody answered “{question.title['en']}”: no quantity or row fits the question",
            record=question.name,
            next_step="'muster quantities' lists what was said; widen [select], or take quantities by id",
        )
    dated = [s for s in statements if s.last]
    if question.first and dated and all((s.last or "") < question.first for s in dated) \
            and len(dated) == len(statements):  # fmt: skip
        raise Refused(
            f"all {len(statements)} claims are from before {question.first}, when the count begins",
            record=question.name,
            next_step="look at the dates, or at 'from' in the question",
        )
    told = [s for s in dated if s.dated in DATED or s.dated == "published"]
    if question.last and len(told) == len(statements) and all((s.last or "") > question.last for s in told):
        raise Refused(
            f"all {len(statements)} claims are from after {question.last}, when the count ends",
            record=question.name,
            next_step="look at the dates, or at 'to' in the question",
        )


def _regions_fit(question: Question, statements: Sequence[Statement]) -> None:
    """Refuse a whole that has fewer regions than claims speak of."""
    live = [s for s in statements if reason(question, s) == ""]
    seen = max(len({r for s in live for r in s.regions}), *(s.least_regions or 0 for s in live), 0)
    if question.regions is not None and seen > question.regions:
        raise Refused(
            f"accepted claims speak of {seen} regions, and the question says that there are "
            f"{question.regions}",
            record=question.name,
            next_step="mend 'regions', or leave out the claim that counts more",
        )


def _dated(question: Question, statements: Sequence[Statement]) -> Question:
    """The question with its last day: where the team gave none, the last that a claim speaks of."""
    if question.last:
        return question
    days = [
        s.last for s in statements if s.last and s.dated != "taken" and (s.last >= (question.first or ""))
    ]
    return replace(question, last=max(days)) if days else question


def _entries(question: Question, statements: Sequence[Statement], found: Bounds) -> tuple[Entry, ...]:
    accepted = [s for s in statements if reason(question, s) == ""]
    withdrawn = {old.id for old, _ in corrections(question, [(s.origin, s) for s in accepted])}
    out = []
    for s in statements:
        why = reason(question, s)
        role = "beside" if why or s.id in withdrawn else "accepted"
        if s.id in withdrawn:
            why = "withdrawn by a later figure of the same origin"
        if s.id in found.low_from and not question.adds:
            role, why = "floor", "carries the floor"
        elif s.id in found.high_from and not question.adds:
            role, why = "ceiling", "carries the ceiling"
        if role == "accepted":
            why = "within the bounds of others"
        told = replace(s, beside=why) if role == "beside" else s
        out.append(Entry(s, role, why, grade(question.grades, told, accepted)))
    return tuple(out)


def _contradictions(live: Sequence[tuple[str, Statement]]) -> tuple[str, ...]:
    """Floors above ceilings of the same day or later, of other origins: the widest first, a dozen at most."""
    tops = sorted((s for _, s in live if s.high is not None and not s.regions), key=lambda s: s.high or 0.0)
    floors = sorted((s for _, s in live if s.low is not None), key=lambda s: -(s.low or 0.0))
    out: list[str] = []
    for low in floors:
        for top in tops:
            if (top.high or 0.0) >= (low.low or 0.0):
                break
            if top.origin != low.origin and (low.last or "") <= (top.last or "") and len(out) < _SHOWN:
                out.append(
                    f"{low.origin_name} “{low.words}” ({low.last or 'no day'}) and {top.origin_name} "
                    f"“{top.words}” ({top.last or 'no day'}) cannot both hold"
                )
        if len(out) >= _SHOWN:
            break
    return tuple(out)


def _corrected(
    question: Question, statements: Sequence[Statement], live: Sequence[tuple[str, Statement]]
) -> tuple[str, ...]:
    """Corrections downwards, then figures of one origin that cannot both be its own."""
    out = [
        f"{old.origin_name} corrected itself downwards: “{old.words}” ({old.last}), then “{new.words}” "
        f"({new.last}); the earlier figure no longer counts"
        for old, new in corrections(question, live)
    ]
    own: dict[tuple[str, str], list[Statement]] = {}
    for origin, s in live:
        if s.shape in ("exact", "floor") and s.low is not None:
            own.setdefault((origin, s.place), []).append(s)
    for mine in own.values():
        top = max(mine, key=lambda s: (s.low or 0.0, s.id))
        for s in mine:
            loose = s.last == top.last or s.dated not in DATED or top.dated not in DATED
            if (
                s.shape == "exact"
                and (s.low or 0.0) < (top.low or 0.0)
                and loose
                and (top.last or "") <= (s.last or "")
            ):
                out.append(
                    f"{s.origin_name} is reported with “{top.words}” and with “{s.words}”: a number changed "
                    "on the way, or a correction; nothing shows which, so both stay, and a person decides"
                )
    if question.adds and (aside := sum(1 for s in statements if reason(question, s))):
        out.append(f"{aside} of {len(statements)} rows were not added and stand beside, each with its reason")
    return tuple(dict.fromkeys(out))[:_SHOWN]


def _without(question: Question, statements: Sequence[Statement], found: Bounds) -> tuple[Without, ...]:
    """The bounds without each origin whose going would move them."""
    names = {s.origin: s.origin_name for s in statements if s.origin}
    carrying = {s.origin for s in statements if s.id in {*found.low_from, *found.high_from}}
    out = []
    for origin in sorted(carrying, key=lambda o: names.get(o, o)):
        left = bounds(question, statements, without=(origin,))
        if (left.low, left.high, left.clash) != (found.low, found.high, found.clash):
            out.append(Without(names.get(origin, origin), left.low, left.high))
    return tuple(out)


def _fragile(question: Question, statements: Sequence[Statement], found: Bounds) -> tuple[str, ...]:
    """The smallest set of origins without which the bounds are not what they are."""
    if found.low is None and found.high is None:
        return ()
    origin_of = {s.id: s.origin for s in statements}
    base = (found.low, found.high, found.clash)

    def at(removed: frozenset[str]) -> Bounds:
        return bounds(question, statements, without=removed)

    def changed(removed: frozenset[str]) -> bool:
        left = at(removed)
        return (left.low, left.high, left.clash) != base

    def support(removed: frozenset[str]) -> set[str]:
        left = at(removed)
        return {origin_of[i] for i in (*left.low_from, *left.high_from)}

    removal = smallest_removal({s.origin for s in statements if s.origin}, changed, support)
    return removal.removed or ()


def _decisions(question: Question, statements: Sequence[Statement], found: Bounds) -> tuple[Without, ...]:
    """The bounds with each decision of the team taken back by itself, where that moves them."""
    rule = question.accept
    back: list[tuple[str, Question]] = []
    if rule.parties != Acceptance().parties:
        back.append(("parties to the war accepted", _ruled(question, parties=False)))
    if rule.estimates != Acceptance().estimates:
        back.append(("middles of estimates accepted as floors", _ruled(question, estimates=False)))
    if not rule.hearsay:
        back.append(("hearsay kept beside", _ruled(question, hearsay=True)))
    if rule.origins != 1:
        back.append((f"a floor needs {rule.origins} origins", _ruled(question, origins=1)))
    for name in rule.without:
        others = tuple(n for n in rule.without if n != name)
        back.append((f"{name} set aside", _ruled(question, without=others)))
    out = []
    for what, other in back:
        left = bounds(other, statements)
        if (left.low, left.high, left.clash) != (found.low, found.high, found.clash):
            out.append(Without(what, left.low, left.high))
    taken = [s for s in statements if any(s.id.startswith(i) for i in question.take)]
    for s in taken:
        without_it = bounds(question, [o for o in statements if o.id != s.id])
        if (without_it.low, without_it.high, without_it.clash) != (found.low, found.high, found.clash):
            out.append(Without(f"“{s.words}” taken by hand", without_it.low, without_it.high))
    return tuple(out)


def _ruled(question: Question, **changes: object) -> Question:
    return replace(question, accept=replace(question.accept, **changes))  # type: ignore[arg-type]


def _floor_regions(statements: Sequence[Statement], found: Bounds) -> int | None:
    """How many regions the claims that carry the floor speak of, as far as they say."""
    carrying = [s for s in statements if s.id in found.low_from]
    named = {r for s in carrying for r in s.regions}
    counted = max((s.least_regions or 0 for s in carrying), default=0)
    return max(len(named), counted) or None


def _path(question: Question, statements: Sequence[Statement]) -> tuple[Step, ...]:
    """The floor as it rose, day by day on which somebody said something; it falls only by a correction."""
    days = sorted({
        s.last for s in statements
        if s.last and s.low is not None and reason(question, s) == "" and s.dated != "none"
    })  # fmt: skip
    if len(days) > _STEPS:
        every = -(-len(days) // _STEPS)
        days = sorted({*days[::every], days[-1]})
    out: list[Step] = []
    for day in days:
        low = bounds(question, [s for s in statements if (s.last or "") <= day], by=day).low
        if not out or low != out[-1].low:
            fell = bool(out) and (low is None or (out[-1].low is not None and low < out[-1].low))
            out.append(Step(day, low, fell))
    return tuple(out)


def _aliases(question: Question, statements: Sequence[Statement]) -> list[tuple[str, str, str]]:
    return suggested(s.origin_name for s in statements if s.origin_name)


def _rules(question: Question) -> tuple[str, ...]:
    rule = question.accept
    accepts = [
        f"a floor needs {rule.origins} origin{'s' * (rule.origins > 1)}",
        f"parties to the war {'may move a bound' if rule.parties else 'are shown beside'}",
        f"the middle of an estimate {'may be a floor' if rule.estimates else 'is no floor'}",
        f"hearsay {'may move a bound' if rule.hearsay else 'is shown beside'}",
        *([f"set aside: {', '.join(rule.without)}"] if rule.without else []),
    ]
    return (
        "coding – " + _CODED[question.coding],
        "acceptance – " + "; ".join(accepts) + f" (reason: {rule.reason})",
        "grades – " + RULES[question.grades],
        "the floor is the highest that the accepted claims support; the whole is no less than its disjoint "
        "parts, and a cumulative count never falls but by an origin's own correction",
        "the top stays open unless somebody stated one; nothing is averaged; claims of one origin, or of "
        "places not known to lie apart, are never added",
    )


def estimate_of(made: Answer, rests_on: str) -> Estimate:
    """The answer as one line of the ledger. ``rests_on``: the id of the judgement that keeps the question."""
    q = made.question
    carrying = [e.statement for e in made.entries if e.role in ("floor", "ceiling")]
    shown = carrying or [e.statement for e in made.entries if e.role == "accepted"]
    told = (*made.contradictions, *made.corrections)
    return Estimate(
        id=make_id("estimate", "ledger", rests_on),
        question=q.title["en"],
        population=q.population,
        place=q.place,
        by_when=q.last or "not stated",
        low=made.low,
        best=None,
        high=made.high,
        unit="share" if q.unit == "share" else "count",
        method="ledger",
        assumptions=tuple(
            filter(None, (made.sentences["en"], made.fragility["en"], *made.rules, *told))
        ),
        rests_on=(rests_on, *(s.id for s in shown[:_STEPS])),
        origins=tuple(sorted({s.origin for s in shown if s.origin.startswith("origin-")})),
        as_written=tuple(s.words for s in shown[:_STEPS]),
        reports=sum(e.statement.reports for e in made.entries),
        seen=made.seen_regions,
        unseen=unseen(made),
    )  # fmt: skip


def effect(
    question: Question,
    statements: Sequence[Statement],
    *,
    without: Sequence[str] = (),
    joined: Mapping[str, str] | None = None,
) -> tuple[Bounds, Bounds]:
    """(now, then): the bounds as they are, and with origins taken away or held to be one. Pure and cheap."""
    asked = _dated(question, statements)
    return bounds(asked, statements), bounds(asked, statements, without=without, joined=joined)


__all__ = ["answer", "effect", "estimate_of"]
