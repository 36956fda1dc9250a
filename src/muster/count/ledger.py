"""The ledger: figures that answer one question stand side by side, folded by origin, never averaged.

Method page: ``docs/why/methods/ledger.md``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from muster.count.counted import Counted
from muster.count.figures import (
    Figure,
    Value,
    add_report,
    best_of,
    join_undated,
    new_figure,
    time_of,
    told,
    value_of,
)
from muster.count.questions import Question, plain, question_of, thing, title_of
from muster.count.span import NOT_STATED, span_of
from muster.model.findings import Estimate
from muster.model.ids import make_id

_SIBLINGS_NAMED = 1
# A million estimates cannot each carry the names of all towns; a span may.
_PLACES_NAMED, _PLACES_BESIDE = 200, 20
_ID_SHOWN = 14


class _Group:
    """One question with the figures of every origin; the plainest wording of each part names it."""

    __slots__ = (
        "asker",
        "counted_by",
        "figures",
        "held",
        "last",
        "last_held",
        "place",
        "population",
        "question",
        "reports",
        "what",
    )

    def __init__(self, question: Question, asker: str) -> None:
        self.question = question
        self.asker = asker
        self.counted_by = ""
        self.what = self.population = self.place = ""
        self.figures: dict[str, list[Figure]] = {}
        # Documents, not (document, figure) pairs; ``held``: those with a figure that takes part in a span.
        self.reports = self.held = 0
        self.last = self.last_held = ""

    def report(self, document: str, held: bool) -> None:
        """Count one more document, once: quantities of one document follow each other."""
        if document != self.last:
            self.reports, self.last = self.reports + 1, document
        if held and document != self.last_held:
            self.held, self.last_held = self.held + 1, document

    def word(self, item: Counted) -> None:
        q = item.quantity
        if self.question.what:
            self.what = _plainer(self.what, thing(q.what))
        self.population = _plainer(self.population, thing(q.population))
        if q.place and q.place != self.place:
            self.place = min(filter(None, (self.place, q.place)), key=_named)

    def wording(self) -> str:
        text = title_of(self.question.kind, self.what, self.population)
        # A thin question has as many meanings as it has askers; the name keeps them apart.
        return f"{text}, as counted by {self.counted_by}" if self.question.thin else text

    @property
    def traced(self) -> int:
        return sum(1 for origin in self.figures if origin)


_Places = Mapping[tuple[str, ...], tuple[str, ...]]
_Siblings = Mapping[tuple[str, str, tuple[str, ...]], "list[tuple[Figure, _Group]]"]


def ledger(counted: Iterable[Counted]) -> list[Estimate]:
    """All estimates of a project: questions with most origins first; in each the span, then every figure.

    Per question and origin one estimate of method ``stated`` for each figure and time; per question
    with two or more origins one of method ``span``. Ages, durations and the like answer no question;
    nor does a number that nobody is on record for and that asks a thin question (see the method page).
    """
    return list(stream_ledger(counted))


def stream_ledger(counted: Iterable[Counted]) -> Iterator[Estimate]:
    """As `ledger`, one estimate at a time: memory grows with distinct figures, not with reports."""
    groups, names = _gather(counted)
    siblings, places = _siblings(groups), _places(groups)
    order = sorted(
        (-g.traced, -g.reports, g.wording(), g.population, g.place, g.question, g.asker, i)
        for i, g in enumerate(groups)
    )
    for *_, i in order:
        yield from _estimates(groups[i], names, siblings, places)


def _gather(counted: Iterable[Counted]) -> tuple[list[_Group], dict[str, str]]:
    """Fold the stream into groups; names of origins beside them."""
    groups: dict[tuple[Question, str], _Group] = {}
    index: dict[tuple[int, str, str | None, object], Figure] = {}
    names: dict[str, str] = {}
    values: dict[Value, Value] = {}  # a million figures share a few thousand values
    for item in counted:
        question = question_of(item.quantity)
        origin = item.origin or ""
        if question is None or (question.thin and not origin):
            continue
        if item.origin_name:
            names[origin] = item.origin_name
        asker = origin if question.thin else ""
        group = groups.get((question, asker))
        if group is None:
            group = groups[question, asker] = _Group(question, asker)
        group.word(item)
        value = value_of(item)
        group.report(item.document.id, bool(origin) and value.asserted and not value.denied)
        value = values.setdefault(value, value)
        key = (id(group), origin, time_of(item.quantity.when), value)
        figure = index.get(key)
        if figure is None:
            index[key] = figure = new_figure(item, value)
            group.figures.setdefault(origin, []).append(figure)
        else:
            add_report(figure, item)
    shared = Counter(names.values())
    for group in groups.values():
        name = names.get(group.asker, "an origin")
        # Two origins may bear one name ("origin not shown"): then the id keeps their questions apart.
        group.counted_by = name if shared[name] == 1 else f"{name} ({group.asker[:_ID_SHOWN]})"
        for origin, figures in group.figures.items():
            group.figures[origin] = sorted(join_undated(figures), key=lambda f: f.first)
    return list(groups.values()), names


def _plainer(held: str, other: str | None) -> str:
    """The wording of fewer words, of these with fewer marks ("__"), of these the longest ("refusals" before
    "refusal"), of these the first in the alphabet: no order of reports shows."""
    if not other:
        return held
    return min(held, other, key=_plainness) if held else other


def _plainness(words: str) -> tuple[int, int, int, str]:
    marks = sum(not (c.isalnum() or c.isspace()) for c in words)
    return (len(words.split()), marks, -len(words), words)


def _named(place: str) -> tuple[int, bool, int, str]:
    """Sorts the best wording of a place first: few words, as a map would have it."""
    return (len(place.split()), not plain(place), len(place), place)


def _siblings(groups: Iterable[_Group]) -> _Siblings:
    """What each origin said of the same thing: other dates, other populations, other places."""
    out: dict[tuple[str, str, tuple[str, ...]], list[tuple[Figure, _Group]]] = {}
    for group in groups:
        for origin, figures in group.figures.items():
            if origin:
                out.setdefault(_sibling_key(origin, group.question), []).extend((f, group) for f in figures)
    for found in out.values():
        found.sort(key=lambda pair: pair[0].first)
    return out


def _sibling_key(origin: str, question: Question) -> tuple[str, str, tuple[str, ...]]:
    # A share is worded anew each time ("refuse", "will not go back"), and an origin gives few of them:
    # all are named beside each other. Counts are too many for that.
    return (origin, question.kind, () if question.kind == "share" else question.what)


def _places(groups: Iterable[_Group]) -> _Places:
    """Question without its place → the places for which somebody gave a figure."""
    out: dict[tuple[str, ...], set[str]] = {}
    for group in groups:
        if group.place:
            out.setdefault(_placeless(group.question), set()).add(group.place)
    return {key: tuple(sorted(places)) for key, places in out.items()}


def _placeless(question: Question) -> tuple[str, ...]:
    return (question.kind, " ".join(question.what), " ".join(question.population))


def _estimates(
    group: _Group, names: Mapping[str, str], siblings: _Siblings, places: _Places
) -> Iterator[Estimate]:
    seen = places.get(_placeless(group.question), ())
    stated: list[Estimate] = []
    held: list[Estimate] = []
    beside: list[str] = []
    for origin in sorted(group.figures):
        name = names.get(origin)
        for figure in group.figures[origin]:
            more = [*_beside(group, figure, origin, siblings), *_elsewhere(seen)]
            estimate = _stated(group, figure, origin, names, seen[:_PLACES_BESIDE], more)
            stated.append(estimate)
            if figure.value.denied:
                beside.append(f"denied by {name or 'an untraced speaker'}: “{figure.words}” is left out")
            elif not figure.value.asserted:
                beside.append(f"“{figure.words}” is a supposition and left out")
            elif not origin:
                beside.append(f"“{figure.words}” has no traced origin and stands beside the span")
            else:
                held.append(estimate)
    span = span_of(held, beside, names, _rule(group.question), group.held)
    if span is not None:
        yield replace(span, seen=seen[:_PLACES_NAMED])
    yield from stated


def _stated(
    group: _Group,
    figure: Figure,
    origin: str,
    names: Mapping[str, str],
    seen: tuple[str, ...],
    more: list[str],
) -> Estimate:
    value = figure.value
    return Estimate(
        id=_id(figure),
        question=group.wording(),
        population=group.population or NOT_STATED,
        place=group.place or NOT_STATED,
        by_when=figure.by_when,
        low=value.low,
        best=best_of(figure),
        high=value.high,
        unit=group.question.kind.partition(" ")[2] or group.question.kind,
        method="stated",
        assumptions=(*told(figure, names.get(origin)), *more),
        rests_on=(figure.quantity,),
        origins=(origin,) if origin else (),
        as_written=(figure.words,),
        reports=figure.reports,
        seen=seen,
        low_exclusive=value.low_exclusive,
        high_exclusive=value.high_exclusive,
    )


def _elsewhere(seen: tuple[str, ...]) -> list[str]:
    if len(seen) <= _PLACES_BESIDE:
        return []
    return [f"figures of the same thing are there for {len(seen)} places, of which the first are listed"]


def _id(figure: Figure) -> str:
    return make_id("estimate", "stated", figure.quantity)


def _rule(question: Question) -> str:
    """Why these figures are held to answer one question, for the reader to judge."""
    parts = [
        f"{name} = {' '.join(words)}"
        for name, words in (
            ("what", question.what),
            ("population", question.population),
            ("place", question.place),
        )
        if words
    ]
    return "held to be one question because the content words agree: " + "; ".join(parts)


def _beside(group: _Group, figure: Figure, origin: str, siblings: _Siblings) -> list[str]:
    """One sentence for each of the first other figures that this origin gave of the same thing."""
    if not origin:
        return []
    found = siblings[_sibling_key(origin, group.question)]
    others = [pair for pair in found[: _SIBLINGS_NAMED + 1] if pair[0] is not figure][:_SIBLINGS_NAMED]
    out = [
        f"{_relation(group, figure, g, f)}: “{f.words}” {_of(g)}({f.by_when}), {_id(f)}" for f, g in others
    ]
    rest = len(found) - 1 - len(others)
    if rest:
        out.append(f"same origin: {rest} more figures of the same thing")
    return out


def _of(group: _Group) -> str:
    return f"of {group.population} " if group.population else ""


def _relation(group: _Group, figure: Figure, other_group: _Group, other: Figure) -> str:
    if other_group.question.what != group.question.what:
        return "same origin, other question"
    if other_group.question.population != group.question.population:
        return "same origin, other population"
    if other_group.question.place != group.question.place:
        return "same origin, other place"
    if other.by_when != figure.by_when:
        return "same origin, other date"
    return "same origin, other figure"


__all__ = ["ledger", "stream_ledger"]
