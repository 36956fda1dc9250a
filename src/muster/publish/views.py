"""Records turned into what the template prints: links, charts, sentences. No HTML but marked text and SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from muster.model.claims import Claim
from muster.model.evidence import Document
from muster.model.findings import Estimate
from muster.model.links import Copy, Drift, Entity
from muster.publish import charts
from muster.publish.clusters import Cluster, Clusters
from muster.publish.highlight import changed, visible
from muster.publish.shelf import Paragraph, Sheet, Shelf, find_quantity
from muster.publish.shown import Ledger, Limits, Question
from muster.publish.survey import Place, Speaker, Survey
from muster.publish.words import Words


@dataclass(frozen=True, slots=True)
class Desk:
    """What every view needs: the words of the page, the shelf, names of sources and origins, limits."""

    words: Words
    shelf: Shelf
    sources: Mapping[str, str]
    origins: Mapping[str, str]
    survey: Survey
    clusters: Clusters
    limits: Limits


@dataclass(frozen=True, slots=True)
class Said:
    """A claim's circumstances, as a reader needs them beside its words."""

    who: str
    role: str
    protected: bool
    through: str
    how: tuple[str, ...]
    hedges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One document in which a figure stands."""

    date: str
    outlet: str
    title: str
    href: str
    relation: str


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


def said(claim: Claim | None, words: Words) -> Said | None:
    """Who said it, through whom, how and with which hedges; None without a claim."""
    if claim is None:
        return None
    nearest = claim.said_by[0] if claim.said_by else None
    protected = any(s.protected for s in claim.said_by)
    who = words["outlet_voice"] if claim.own_voice else (nearest.name if nearest else None) or words["nobody"]
    role = (
        ", ".join(x for x in (nearest.role, nearest.organisation) if x) if nearest and not protected else ""
    )
    outer = [s.name or words["nobody"] for s in claim.said_by[1:]]
    through = [f"as told by {name}" for name in outer] + [f"through {v.name}" for v in claim.via]
    how = [claim.kind]
    if claim.basis != "unknown":
        how.append(claim.basis)
    if claim.stance != "asserted":
        how.append(claim.stance)
    if claim.hypothetical:
        how.append("supposed")
    hedges = dict.fromkeys(h.words for h in claim.hedges)
    return Said(who, role, protected, ", ".join(through), tuple(how), tuple(hedges))


# --- the ledger ------------------------------------------------------------------------------------


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
        population=head.population,
        place=head.place,
        when=head.by_when,
        origins=w.count(len(origins), "origin") if origins else w["untraced"],
        reports=w.count(question.reports, "report"),
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
    )


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
    return "from the lowest to the highest stated; no average"


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
        places=tuple(_report(p, desk) for p in places[: desk.limits.reports]),
        more_places=max(0, e.reports - min(len(places), desk.limits.reports)),
    )


def _when(by_when: str, w: Words) -> str:
    """``as of 2031-05-04`` → ``as of 4 May 2031``; a range and free words stay as they are."""
    head, _, rest = by_when.partition("as of ")
    return (
        f"as of {w.date(rest)}" if not head and len(rest) <= 10 else w.date(by_when) if not rest else by_when
    )


def _places(e: Estimate, first: Place | None, desk: Desk) -> list[Place]:
    """Where this figure of this origin stands: the report that speaks for it first, each document once."""
    if first is None:
        return []
    figure = desk.survey.figures[e.rests_on[0]]
    found = desk.survey.reports.get((_origin(e), figure), [])
    # The same figure may answer two questions; reports that word it alike belong to this one first.
    found = sorted(found, key=lambda p: (p.about != first.about, *_dated(desk, p.document), p.start))
    once = {p.document: p for p in reversed(found) if p.document != first.document}
    rest = sorted(once.values(), key=lambda p: (p.about != first.about, *_dated(desk, p.document)))
    return [first, *rest[: max(0, e.reports - 1)]]


def _dated(desk: Desk, document: str) -> tuple[str, str]:
    d = desk.shelf.sheet(document).document
    return (d.published or "~", d.address)


def _report(place: Place, desk: Desk) -> ReportView:
    document = desk.shelf.sheet(place.document).document
    copy = desk.clusters.relations.get(place.document)
    return ReportView(
        desk.words.date(document.published),
        desk.sources.get(document.source, document.source),
        document.title or document.address,
        desk.shelf.href(place),
        _relation(copy, desk) if copy else "",
    )


def _relation(copy: Copy, desk: Desk) -> str:
    other = desk.shelf.sheet(copy.original).document
    outlet = desk.sources.get(other.source, other.source)
    if not copy.directed:
        return f"same text as {outlet}: {copy.kind}"
    if copy.kind == "forwarded":
        return f"forwarded from {outlet}"
    return f"copy of {outlet}: {copy.kind}"


# --- copies ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DriftView:
    """What changed between original and copy."""

    effect: str
    original: Markup
    copy: Markup
    between: str


@dataclass(frozen=True, slots=True)
class ClusterView:
    """One ribbon."""

    title: str
    summary: str
    chart: Markup
    documents: tuple[ReportView, ...]
    more: int
    drifts: tuple[DriftView, ...]
    more_drifts: int


def ribbons(desk: Desk) -> Iterator[ClusterView]:
    """The largest clusters of copies, largest first."""
    for cluster in desk.clusters.kept:
        yield _ribbon(cluster, desk)


def _ribbon(cluster: Cluster, desk: Desk) -> ClusterView:
    w = desk.words
    # Which are the earliest is asked of as many as can be shown several times over, not of thousands.
    shown = sorted(cluster.documents[: 4 * desk.limits.ribbon_documents], key=lambda d: _dated(desk, d))
    shown = shown[: desk.limits.ribbon_documents]
    sheets = {d: desk.shelf.sheet(d).document for d in shown}
    outlets = list(dict.fromkeys(sheets[d].source for d in shown))
    copies = {c.copy for c in cluster.copies if c.directed}
    nodes = [_node(sheets[d], outlets, d not in copies, desk) for d in shown]
    ties = [charts.Tie(c.original, c.copy, c.kind == "forwarded", c.directed) for c in cluster.copies]
    lanes = [desk.sources.get(o, o) for o in outlets]
    drifts = [(c, d) for c in cluster.copies for d in c.drift]
    drifts.sort(key=lambda pair: _GRAVITY.get(pair[1].effect, 9))
    first = sheets[shown[0]]
    return ClusterView(
        first.title or first.address,
        f"{w.count(len(cluster.documents), 'document')}, {w.count(len(outlets), 'outlet')}",
        charts.ribbon(nodes, ties, lanes, w.months),
        tuple(_report(Place(d, d, 0), desk) for d in shown),
        len(cluster.documents) - len(shown),
        tuple(_drift(c, d, desk) for c, d in drifts[: desk.limits.drifts]),
        max(0, len(drifts) - desk.limits.drifts),
    )


def _node(document: Document, outlets: list[str], first: bool, desk: Desk) -> charts.Node:
    outlet = desk.sources.get(document.source, document.source)
    label = f"{desk.words.date(document.published)}, {outlet}: {document.title or document.address}"
    href = desk.shelf.href(Place(document.id, document.id, 0))
    lane = outlets.index(document.source)
    return charts.Node(document.id, lane, charts.day(document.published), href, label, first)


# What changes a finding is shown before what changes its wording.
_GRAVITY = {
    "number changed": 0,
    "hedge lost": 1,
    "words inside quotation marks altered": 2,
    "quotation marks lost": 3,
    "sentence dropped": 5,
    "sentence added": 6,
    "wording changed": 7,
}


def _drift(copy: Copy, drift: Drift, desk: Desk) -> DriftView:
    left, right = (s.words if s else "" for s in (drift.original, drift.copy))
    original, changed_copy = changed(_cut(left), _cut(right))
    return DriftView(drift.effect, original, changed_copy, _relation_names(copy, desk))


def _relation_names(copy: Copy, desk: Desk) -> str:
    names = [
        desk.sources.get(d.source, d.source)
        for d in (desk.shelf.sheet(copy.original).document, desk.shelf.sheet(copy.copy).document)
    ]
    return " → ".join(names) if copy.directed else " ~ ".join(names)


def _cut(words: str) -> str:
    return words if len(words) <= 600 else words[:600] + " …"


# --- speakers --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim of a speaker."""

    words: Markup
    kind: str
    said: Said
    date: str
    outlet: str
    href: str


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """One speaker: a name, or an alias and nothing else."""

    name: str
    role: str
    protected: bool
    variants: str
    claims: str
    shown: tuple[ClaimView, ...]
    more: int


def chosen_speakers(survey: Survey, limits: Limits) -> list[Speaker]:
    """The speakers with most claims."""
    return sorted(survey.speakers.values(), key=lambda s: (-s.claims, s.name, s.key))[: limits.speakers]


def speakers(chosen: Iterable[Speaker], entities: Mapping[str, Entity], desk: Desk) -> Iterator[SpeakerView]:
    """The chosen speakers with the first of their claims."""
    for speaker in chosen:
        entity = entities.get(speaker.key)
        protected = speaker.protected or (entity.protected if entity else False)
        shown: list[ClaimView] = []
        role = ""
        for place in _distinct(speaker, desk):
            sheet = desk.shelf.sheet(place.document)
            claim = _claim(sheet, place.record)
            it = said(claim, desk.words)
            if claim is not None and it is not None:
                role = role or it.role
                shown.append(_claim_view(claim, it, sheet, place, desk))
        name = entity.name if entity else speaker.name
        variants = [v for v in entity.variants if v != name] if entity and not protected else []
        yield SpeakerView(
            name,
            "" if protected else role,
            protected,
            ", ".join(variants[:6]),
            desk.words.count(speaker.claims, "claim"),
            tuple(shown),
            speaker.claims - len(shown),
        )


def _distinct(speaker: Speaker, desk: Desk) -> list[Place]:
    """The earliest claims, each wording once: copies would fill the list with the same words."""
    once: dict[str, Place] = {}
    for place in sorted(speaker.first, key=lambda p: (*_dated(desk, p.document), p.start)):
        claim = _claim(desk.shelf.sheet(place.document), place.record)
        if claim is not None:
            once.setdefault(" ".join(claim.passage.words.casefold().split()), place)
    return list(once.values())[: desk.limits.claims]


def _claim(sheet: Sheet, id: str) -> Claim | None:
    return next((c for c in sheet.reading.claims if c.id == id), None) if sheet.reading else None


def _claim_view(claim: Claim, it: Said, sheet: Sheet, place: Place, desk: Desk) -> ClaimView:
    document = sheet.document
    parts = [visible(_cut(p.words)) for p in (claim.parts or (claim.passage,))]
    return ClaimView(
        Markup(" […] ").join(parts),
        claim.kind,
        it,
        desk.words.date(document.published),
        desk.sources.get(document.source, document.source),
        desk.shelf.href(place),
    )


# --- timeline --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EventView:
    """One narrated event and the days within which it began."""

    when: str
    chart: Markup
    what: str
    outlet: str
    href: str


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Events in the order of their dates; how many more, how many without a date."""

    axis: Markup
    events: tuple[EventView, ...]
    more: int
    undated: int


def timeline(desk: Desk) -> TimelineView:
    """The events of the texts shown; those of copies are left out."""
    found: list[tuple[int, int, str, int | None, int | None, str, str, Place]] = []
    undated = 0
    for id in desk.shelf.shown:
        relation = desk.clusters.relations.get(id)
        sheet = desk.shelf.sheet(id)
        if sheet.reading is None or (relation is not None and relation.directed):
            continue
        for e in sheet.reading.events:
            first, last = charts.day(e.first), charts.day(e.last)
            if first is None and last is None:
                undated += 1
                continue
            place = Place(id, e.id, e.passage.start)
            start = first if first is not None else last or 0
            when = _range(e.first, e.last, desk.words)
            found.append((start, last or start, e.id, first, last, e.what, when, place))
    found.sort(key=lambda row: row[:3])
    shown = found[: desk.limits.events]
    if not shown:
        return TimelineView(Markup(""), (), 0, undated)
    scale = charts.time_scale([d for row in shown for d in row[3:5] if d is not None])
    axis = charts.axis(scale, charts.time_labels(scale, desk.words.months, most=2))
    views = tuple(_event(row, scale, desk) for row in shown)
    return TimelineView(axis, views, len(found) - len(shown), undated)


def _event(
    row: tuple[int, int, str, int | None, int | None, str, str, Place], scale: charts.Scale, desk: Desk
) -> EventView:
    *_, first, last, what, when, place = row
    document = desk.shelf.sheet(place.document).document
    outlet = desk.sources.get(document.source, document.source)
    return EventView(when, charts.bar(scale, first, last, when), _cut(what), outlet, desk.shelf.href(place))


def _range(first: str | None, last: str | None, w: Words) -> str:
    if first and last:
        if first == last:
            return w.date(first)
        same_year = first[:4] == last[:4] and len(first) > 4
        return (
            f"{w.date(first).removesuffix(f' {first[:4]}') if same_year else w.date(first)} – {w.date(last)}"
        )
    return f"from {w.date(first)}" if first else f"by {w.date(last)}"


# --- texts -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NoteView:
    """What stands beside a paragraph."""

    href: str
    said: Said


@dataclass(frozen=True, slots=True)
class TextView:
    """One document in full, or as far as it is shown."""

    id: str
    title: str
    outlet: str
    date: str
    address: str
    sha256: str
    language: str
    understood: str
    relation: str
    paragraphs: Iterator[tuple[Markup, tuple[NoteView, ...]]]
    cut: str
    losses: tuple[str, ...]


def texts(desk: Desk) -> Iterator[TextView]:
    """The shown texts, one in memory at a time."""
    w = desk.words
    for id, length in desk.shelf.shown.items():
        sheet = desk.shelf.sheet(id)
        document, reading = sheet.document, sheet.reading
        body = sheet.text.body if sheet.text else ""
        share = reading.understood / reading.characters if reading and reading.characters else None
        copy = desk.clusters.relations.get(id)
        rest = len(body) - length
        yield TextView(
            id, document.title or document.address, desk.sources.get(document.source, document.source),
            w.date(document.published), document.address, document.sha256,
            sheet.text.language if sheet.text else "und",
            f"{round(100 * share)} %" if share is not None else "",
            _relation(copy, desk) if copy else "",
            _noted(desk.shelf.paragraphs(id), w),
            w.count(rest, "character") if rest > 0 else "", document.losses,
        )  # fmt: skip


def _noted(paragraphs: Iterable[Paragraph], w: Words) -> Iterator[tuple[Markup, tuple[NoteView, ...]]]:
    for p in paragraphs:
        notes = [(c.id, said(c, w)) for c in p.claims if not c.own_voice]
        yield p.html, tuple(NoteView(f"#{id}", it) for id, it in notes if it is not None)


__all__ = [
    "Desk", "chosen_speakers", "questions", "ribbons", "said", "speakers", "texts", "timeline",
]  # fmt: skip
