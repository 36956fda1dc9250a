"""Who carries what an origin said, as the page draws it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from muster.publish.page.desk import Desk
from muster.publish.page.network import Carried, network


@dataclass(frozen=True, slots=True)
class Carriers:
    """The drawing, and its lines as (origin, source, claims)."""

    drawing: Markup
    rows: tuple[tuple[str, str, int], ...]


def carriers(desk: Desk) -> Carriers:
    """The origins with most claims, each with the sources that carry most of them; empty without any."""
    found, w = desk.survey, desk.words
    rows: list[tuple[str, str, int]] = []
    for id, name in found.largest.items():
        of = [(n, desk.sources.get(source, source)) for (o, source), n in found.carried.items() if o == id]
        most = sorted(of, key=lambda pair: (-pair[0], pair[1]))[: desk.limits.carriers]
        rows += [(name, source, n) for n, source in most]
    lines = [Carried(o, s, n, "", f"{o} → {s}: {w.count(n, 'claim')}") for o, s, n in rows]
    return Carriers(network(lines, w["carriers"]), tuple(rows))


__all__ = ["Carriers", "carriers"]
