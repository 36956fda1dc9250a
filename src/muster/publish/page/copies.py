"""Copies as the page shows them: a ribbon for each group, and what changed on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from muster.model.evidence import Document
from muster.model.links import Copy, Drift
from muster.publish.page import charts
from muster.publish.page.clusters import Cluster
from muster.publish.page.desk import Desk, ReportView, cut, dated, name_of, report
from muster.publish.page.highlight import changed
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
    sheets = {d: desk.shelf.sheet(d).document for d in shown}
    outlets = list(dict.fromkeys(sheets[d].source for d in shown))
    copies = {c.copy for c in cluster.copies if c.directed}
    nodes = [_node(sheets[d], outlets, d not in copies, desk) for d in shown]
    ties = [charts.Tie(c.original, c.copy, c.kind == "forwarded", c.directed) for c in cluster.copies]
    lanes = [desk.sources.get(o, o) for o in outlets]
    drifts = [(c, d) for c in cluster.copies for d in c.drift]
    drifts.sort(key=lambda pair: _GRAVITY.get(pair[1].effect, 9))
    grave = sum(_GRAVITY.get(d.effect, 9) < _GRAVITY["sentence dropped"] for _, d in drifts)
    told = [*drifts[:grave][: desk.limits.drifts], *drifts[grave:][:_SENTENCES]]
    titled = next((d for d in shown if sheets[d].title), shown[0])
    return ClusterView(
        name_of(desk.shelf.sheet(titled)),
        f"{w.count(len(cluster.documents), 'document')}, {w.count(len(outlets), 'outlet')}",
        charts.ribbon(nodes, ties, lanes, w.months),
        tuple(report(Place(d, d, 0), desk) for d in shown),
        len(cluster.documents) - len(shown),
        tuple(_drift(c, d, desk) for c, d in told),
        len(drifts) - len(told),
    )


def _node(document: Document, outlets: list[str], first: bool, desk: Desk) -> charts.Node:
    outlet = desk.sources.get(document.source, document.source)
    label = f"{desk.words.date(document.published)}, {outlet}: {name_of(desk.shelf.sheet(document.id))}"
    href = desk.shelf.href(Place(document.id, document.id, 0))
    lane = outlets.index(document.source)
    return charts.Node(document.id, lane, charts.day(document.published), href, label, first)


# Whole sentences left out or put in are many and say little; a few show what kind of copy it is.
_SENTENCES = 3
# What changes a finding is shown before what changes its wording.
_GRAVITY = {
    "number changed": 0,
    "number lost": 0,
    "number added": 0,
    "hedge lost": 1,
    "words inside quotation marks altered": 2,
    "quotation marks lost": 3,
    "sentence dropped": 5,
    "sentence added": 6,
    "wording changed": 7,
}


def _drift(copy: Copy, drift: Drift, desk: Desk) -> DriftView:
    left, right = (s.words if s else "" for s in (drift.original, drift.copy))
    original, changed_copy = changed(cut(left), cut(right))
    return DriftView(drift.effect, original, changed_copy, _relation_names(copy, desk))


def _relation_names(copy: Copy, desk: Desk) -> str:
    names = [
        desk.sources.get(d.source, d.source)
        for d in (desk.shelf.sheet(copy.original).document, desk.shelf.sheet(copy.copy).document)
    ]
    return " → ".join(names) if copy.directed else " ~ ".join(names)


__all__ = ["ClusterView", "DriftView", "ribbons"]
