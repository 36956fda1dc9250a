"""Copies as the page shows them: a ribbon for each group, and what changed on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from muster.model.evidence import Document
from muster.model.links import Copy, Drift, Stretch
from muster.publish.page import charts
from muster.publish.page.clusters import Cluster
from muster.publish.page.desk import Desk, ReportView, cut, dated, name_of, report
from muster.publish.page.highlight import changed, visible
from muster.publish.page.survey import Place


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
    shown = sorted(cluster.documents[: 4 * desk.limits.ribbon_documents], key=lambda d: dated(desk, d))
    shown = shown[: desk.limits.ribbon_documents]
    documents = {d: desk.shelf.document(d) for d in shown}
    outlets = list(dict.fromkeys(documents[d].source for d in shown))
    copies = {c.copy for c in cluster.copies if c.directed}
    nodes = [_node(documents[d], outlets, d not in copies, desk) for d in shown]
    ties = [charts.Tie(c.original, c.copy, c.kind == "forwarded", c.directed) for c in cluster.copies]
    lanes = [desk.sources.get(o, o) for o in outlets]
    told = _weightiest(cluster.copies, desk.limits.drifts)
    drifts = sum(len(c.drift) for c in cluster.copies)
    titled = next((d for d in shown if documents[d].title), shown[0])
    return ClusterView(
        name_of(documents[titled], desk),
        f"{w.count(len(cluster.documents), 'document')}, {w.count(len(outlets), 'outlet')}",
        charts.ribbon(nodes, ties, lanes, w.months),
        tuple(report(Place(d, d, 0), desk) for d in shown),
        len(cluster.documents) - len(shown),
        tuple(_drift(c, d, desk) for c, d in told),
        drifts - len(told),
    )


def _node(document: Document, outlets: list[str], first: bool, desk: Desk) -> charts.Node:
    outlet = desk.sources.get(document.source, document.source)
    label = f"{desk.words.date(document.published)}, {outlet}: {name_of(document, desk)}"
    href = desk.shelf.href(Place(document.id, document.id, 0))
    lane = outlets.index(document.source)
    return charts.Node(document.id, lane, charts.day(document.published), href, label, first)


# A few of each copy, or the first of many copies would fill the page.
_OF_EACH = 4
# Whole sentences left out or put in are many and say little; a few show what kind of copy it is.
_SENTENCES = 3
# What changes a finding is shown before what changes its wording.
_GRAVITY = {
    "number changed": 0,
    "number lost": 0,
    "number added": 0,
    "speaker changed": 0,
    "hedge lost": 1,
    "condition lost": 1,
    "verb changed": 2,
    "words inside quotation marks altered": 2,
    "quotation marks lost": 3,
    "sentence dropped": 5,
    "sentence added": 6,
    "wording changed": 7,
}
_LIGHT = _GRAVITY["sentence dropped"]


def _gravity(drift: Drift) -> int:
    return _GRAVITY.get(drift.effect, _LIGHT)


def _weightiest(copies: Iterable[Copy], most: int) -> list[tuple[Copy, Drift]]:
    """The weightiest changes of each copy, the gravest of all first; then a few that only reword."""
    told = [(c, d) for c in copies for d in sorted(c.drift, key=_gravity)[:_OF_EACH]]
    told.sort(key=lambda pair: _gravity(pair[1]))
    grave = [pair for pair in told if _gravity(pair[1]) < _LIGHT]
    return [*grave[:most], *told[len(grave) :][:_SENTENCES]]


def _drift(copy: Copy, drift: Drift, desk: Desk) -> DriftView:
    left, right = (s.words if s else "" for s in (drift.original, drift.copy))
    original, changed_copy = changed(cut(left), cut(right))
    return DriftView(
        drift.effect,
        _within(drift.original, original, desk),
        _within(drift.copy, changed_copy, desk),
        _relation_names(copy, desk),
    )


# A number alone says nothing; with the words around it a reader sees what was counted.
_SHORT, _AROUND = 60, 80


def _within(stretch: Stretch | None, shown: Markup, desk: Desk) -> Markup:
    """The changed words, short ones with the rest of their line around them."""
    text = desk.shelf.sheet(stretch.document).text if stretch else None
    if stretch is None or text is None or len(stretch.words) > _SHORT:
        return shown
    before = text.body[max(0, stretch.start - _AROUND) : stretch.start].rpartition("\n")[2]
    after = text.body[stretch.stop : stretch.stop + _AROUND].partition("\n")[0]
    if len(before) == _AROUND:
        before = "… " + before.partition(" ")[2]
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0] + " …"
    return visible(before) + shown + visible(after)


def _relation_names(copy: Copy, desk: Desk) -> str:
    names = [
        desk.sources.get(d.source, d.source)
        for d in (desk.shelf.document(copy.original), desk.shelf.document(copy.copy))
    ]
    return " → ".join(names) if copy.directed else " ~ ".join(names)


__all__ = ["ClusterView", "DriftView", "ribbons"]
