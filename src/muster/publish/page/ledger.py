"""The ledger as the page shows it: questions, the figures of each origin, their reports and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from muster.model.findings import Estimate
from muster.publish.page import charts
from muster.publish.page.desk import Desk, ReportView, Said, dated, report, said
from muster.publish.page.shelf import find_quantity
from muster.publish.page.shown import Ledger, Question
from muster.publish.page.survey import Place
from muster.publish.page.words import Words


@dataclass(frozen=True, slots=True)
class FigureView:
    """One origin's figure: a row of the ledger and what opens below it."""

    id: str
    origin: str
    figure: str
    written: str
    when: str
    reports: str
    chart: Markup
    badges: tuple[str, ...]
    assumptions: tuple[str, ...]
    snippet: Markup
    said: Said | None
    href: str
    places: tuple[ReportView, ...]
    more_places: int


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question of the ledger."""

    id: str
    title: str
    population: str
    place: str
    when: str
    origins: str
    reports: str
    answer: str
    answer_note: str
    contradiction: str
    chart: Markup
    axis: Markup
    assumptions: tuple[str, ...]
    seen: tuple[str, ...]
    figures: tuple[FigureView, ...]
    more: int
    span: str
    compact: bool


def questions(ledger: Ledger, desk: Desk) -> Iterator[QuestionView]:
    """The questions shown, one after the other; a large ledger shows fewer figures of each."""
    left = 6 * desk.limits.questions
    for question in ledger.questions:
        most = max(3, min(desk.limits.figures, left))
        view = _question(question, desk, most)
        left -= len(view.figures)
        yield view


def _question(question: Question, desk: Desk, most: int) -> QuestionView:
    w, span = desk.words, question.span
    stated = sorted(question.stated, key=lambda e: (_position(e), desk.origins.get(_origin(e), "~"), e.id))
    bounds = [b for e in [*stated, *([span] if span else [])] for b in (e.low, e.high) if b is not None]
    scale = charts.scale_for(bounds, question.unit)
    tell = w.share if question.unit == "share" else w.number
    head = span or stated[0]
    origins = question.origins
    return QuestionView(
        id=f"q-{head.id}",
        title=head.question[:1].upper() + head.question[1:],
        population="not stated" if head.population in head.question else head.population,
        place=head.place,
        # Of many times the note beside the answer says how many.
        when="" if ";" in head.by_when else _when(head.by_when, w),
        origins=w.count(len(origins), "origin") if origins else w["untraced"],
        reports=_reports(question, desk),
        answer=_answer(head, w) if span else "",
        answer_note=_answer_note(head) if span else "",
        contradiction=next((a for a in span.assumptions if _CLASH in a or _APART in a), "") if span else "",
        chart=_chart(scale, span, w) if span else Markup(""),
        axis=charts.axis(scale, [(v, tell(v)) for v in charts.ticks(scale)]) if bounds else Markup(""),
        assumptions=span.assumptions if span else (),
        seen=head.seen if len(head.seen) > 1 else (),
        figures=tuple(_figure(e, scale, desk) for e in stated[:most]),
        more=question.more + max(0, len(stated) - most),
        span=span.id if span else "",
        # One number alone has nothing to be compared with; a share has the whole.
        compact=span is None and len(stated) + question.more == 1 and question.unit != "share",
    )


def _reports(question: Question, desk: Desk) -> str:
    """The documents in which the figures stand, each once; as many as are known where a list was cut."""
    found: set[str] = set()
    cut = question.more > 0
    for e in question.stated:
        places = _places(e, desk.survey.places.get(e.rests_on[0]), desk)
        found |= {p.document for p in places}
        cut |= len(places) < e.reports
    if not cut:
        return desk.words.count(len(found), "report")
    least = max(len(found), question.span.reports if question.span else 0)
    return f"{desk.words.count(least, 'report')} or more"


_TIMES = "the figures stand at "
_CLASH, _APART = "the origins contradict each other", "the ranges do not overlap"


def _origin(e: Estimate) -> str:
    return e.origins[0] if e.origins else ""


def _position(e: Estimate) -> float:
    known = [b for b in (e.low, e.high) if b is not None]
    return known[0] if known else float("inf")


def _answer(e: Estimate, w: Words) -> str:
    if e.low is None and e.high is None and _open(e):
        return w["open_ends"]
    if e.low is None and e.high is None:
        return " · ".join(f"“{x}”" for x in e.as_written[:3])
    return w.figure(e.low, e.high, e.low_exclusive, e.high_exclusive, e.unit)


def _open(e: Estimate) -> bool:
    """A span without ends although some of its figures have bounds: floors and ceilings."""
    return e.method == "span" and any("stays open" in a for a in e.assumptions)


def _answer_note(e: Estimate) -> str:
    if _open(e) and e.low is None and e.high is None:
        return "floors and ceilings: no origin closes either end"
    if e.low is None and e.high is None:
        return "nobody stated bounds"
    times = next((a.partition(":")[0] for a in e.assumptions if a.startswith(_TIMES)), "")
    return f"from the lowest to the highest stated; no average{'; ' if times else ''}{times}"


def _kind(e: Estimate) -> str:
    if e.method == "span":
        return "span"
    if any(a.startswith("denied by ") for a in e.assumptions):
        return "denied"
    return "supposed" if any(a.startswith("a supposition") for a in e.assumptions) else "stated"


def _chart(scale: charts.Scale, e: Estimate, w: Words) -> Markup:
    label = w.figure(e.low, e.high, e.low_exclusive, e.high_exclusive, e.unit)
    return charts.figure(
        scale, e.low, e.high, low_out=e.low_exclusive, high_out=e.high_exclusive,
        words="" if _open(e) or not e.as_written else e.as_written[0], kind=_kind(e), label=label,
    )  # fmt: skip


def _figure(e: Estimate, scale: charts.Scale, desk: Desk) -> FigureView:
    w, origin = desk.words, _origin(e)
    place = desk.survey.places.get(e.rests_on[0])
    sheet = desk.shelf.sheet(place.document) if place else None
    quantity, claim = find_quantity(sheet, e.rests_on[0]) if sheet else (None, None)
    snippet = desk.shelf.snippet(sheet, quantity.passage) if sheet and sheet.text and quantity else Markup("")
    places = _places(e, place, desk)
    kind = _kind(e)
    badges = [kind] if kind in ("denied", "supposed") else []
    badges += ["hedged"] if any(a.startswith("hedged: ") for a in e.assumptions) else []
    badges += ["unverified"] if "reported as unverified" in e.assumptions else []
    written = e.as_written[0] if e.as_written else ""
    return FigureView(
        id=e.id,
        origin=desk.origins.get(origin, origin) or w["untraced"],
        figure=w.figure(e.low, e.high, e.low_exclusive, e.high_exclusive, e.unit),
        written=written,
        when=_when(e.by_when, w),
        reports=w.count(e.reports, "report"),
        chart=_chart(scale, e, w),
        badges=tuple(badges),
        assumptions=e.assumptions,
        snippet=snippet,
        said=said(claim, w),
        href=desk.shelf.href(place) if place else "",
        places=tuple(report(p, desk) for p in places[: desk.limits.reports]),
        more_places=max(0, e.reports - min(len(places), desk.limits.reports)),
    )


_DAY = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")


def _when(by_when: str, w: Words) -> str:
    """``as of 2031-05-04 (“Saturday”)`` with its days written out; other words stay as they are."""
    return _DAY.sub(lambda found: w.date(found[0]), by_when)


def _places(e: Estimate, first: Place | None, desk: Desk) -> list[Place]:
    """Where this figure of this origin stands: the report that speaks for it first, each document once."""
    if first is None:
        return []
    figure = desk.survey.figures[e.rests_on[0]]
    found = desk.survey.reports.get((_origin(e), figure), [])
    # The same figure may answer two questions; reports that word it alike belong to this one first.
    found = sorted(found, key=lambda p: (p.about != first.about, *dated(desk, p.document), p.start))
    once = {p.document: p for p in reversed(found) if p.document != first.document}
    rest = sorted(once.values(), key=lambda p: (p.about != first.about, *dated(desk, p.document)))
    return [first, *rest[: max(0, e.reports - 1)]]


__all__ = ["FigureView", "QuestionView", "questions"]
