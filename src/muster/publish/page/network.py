"""Who carries what an origin said: origins left, sources right, lines as thick as what they carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

_ROW, _TOP, _THICKEST = 30, 20, 12.0
_LEFT, _RIGHT = 38, 62
_LONGEST = 34


@dataclass(frozen=True, slots=True)
class Carried:
    """One line: claims of an origin that a source carries. ``href``: the origin's or ""; ``label``: words."""

    origin: str
    carrier: str
    claims: int
    href: str
    label: str


def network(lines: Sequence[Carried], label: str) -> Markup:
    """The drawing; "" without lines. The same lines give the same drawing."""
    if not lines:
        return Markup("")
    origins = list(dict.fromkeys(line.origin for line in lines))
    carriers = _opposite(lines, origins)
    most = max(line.claims for line in lines)
    height = _ROW * max(len(origins), len(carriers)) + _TOP
    body = [
        _tie(line, _y(origins, line.origin, height), _y(carriers, line.carrier, height), most)
        for line in lines
    ]
    hrefs = {line.origin: line.href for line in lines}
    body += [_name(o, _y(origins, o, height), _LEFT, "end", hrefs[o]) for o in origins]
    body += [_name(c, _y(carriers, c, height), _RIGHT, "start", "") for c in carriers]
    told = Markup('<svg class="network" width="100%" height="{}" role="group" aria-label="{}">{}</svg>')
    return told.format(height, label, Markup("").join(body))


def _opposite(lines: Sequence[Carried], origins: Sequence[str]) -> list[str]:
    """Carriers, each as near as can be to the middle of the origins that it carries: fewer lines cross."""
    weight: dict[str, int] = {}
    place: dict[str, int] = {}
    for line in lines:
        weight[line.carrier] = weight.get(line.carrier, 0) + line.claims
        place[line.carrier] = place.get(line.carrier, 0) + line.claims * origins.index(line.origin)
    return sorted(weight, key=lambda name: (place[name] / weight[name], name))


def _y(names: Sequence[str], name: str, height: int) -> float:
    """The height of a name, so that both sides fill the drawing."""
    return round(_TOP / 2 + (height - _TOP) * (names.index(name) + 0.5) / len(names), 1)


def _tie(line: Carried, left: float, right: float, most: int) -> Markup:
    width = round(max(1.0, _THICKEST * line.claims / most), 2)
    return Markup(
        '<line x1="{}%" y1="{}" x2="{}%" y2="{}" class="tie carries" stroke-width="{}">'
        "<title>{}</title></line>"
    ).format(_LEFT + 0.5, left, _RIGHT - 0.5, right, width, line.label)


def _name(name: str, y: float, x: int, side: str, href: str) -> Markup:
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    words = Markup('<text x="{}%" y="{}" class="lane-name {}"><title>{}</title>{}</text>').format(
        x, y + 4, side, name, short
    )
    return Markup('<a href="{}">{}</a>').format(href, words) if href else words


__all__ = ["Carried", "network"]
