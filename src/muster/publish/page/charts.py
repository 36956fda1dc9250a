"""SVG from numbers: drawn on the server in percent of the width, so that it fits any screen and prints.

No number is invented: a floor gets an open arrow, a word without bounds a soft band without ends.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

# Room at the left edge for a mark's own width, at the right for an open arrow.
_LEFT, _RIGHT = 2.0, 94.0
ROW = 28
_TO_LEFT, _TO_RIGHT = "M7 -5 L0 0 L7 5", "M-7 -5 L0 0 L-7 5"
# Figures that differ more than this stand on a logarithmic scale, or the small ones could not be told apart.
_LOG_FROM = 40


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers to percent of the width; ``log`` where they differ too much for a plain scale. ``zero``: its
    left edge stands for none at all, which no logarithm reaches."""

    low: float
    high: float
    log: bool = False
    step: float = 1.0
    zero: bool = False

    def at(self, value: float) -> float:
        """Percent of the width, 2 to 94, held to the edges."""
        low, high, x = self.low, self.high, value
        if self.log:
            low, high, x = math.log10(low), math.log10(high), math.log10(max(value, self.low))
        share = (x - low) / (high - low)
        return round(_LEFT + (_RIGHT - _LEFT) * min(1.0, max(0.0, share)), 2)


def scale_for(bounds: Iterable[float], unit: str) -> Scale:
    """A scale that holds all ``bounds``: 0 to 1 for shares, else from 0 to a round number above."""
    known = sorted(bounds)
    if unit == "share":
        return Scale(0.0, 1.0, step=0.25)
    top = known[-1] if known and known[-1] > 1e-9 else 1.0
    least = next((b for b in known if b > 1e-9), top)
    if top / least > _LOG_FROM:
        first, zero = math.floor(math.log10(least)), known[0] <= 1e-9
        return Scale(10.0 ** (first - zero), 10.0 ** math.ceil(math.log10(top)), log=True, zero=zero)
    step = _step(top)
    return Scale(0.0, step * math.ceil(top / step), step=step)


def _step(top: float) -> float:
    """A round step (1, 2 or 5 times a power of ten) of which three to five make ``top``."""
    rough = top / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= rough)
    return max(1.0, step) if top >= 1 else step


def ticks(scale: Scale) -> list[float]:
    """The round values to write along the scale."""
    if scale.log:
        first, last = round(math.log10(scale.low)), round(math.log10(scale.high))
        powers = [10.0**e for e in range(first + scale.zero, last + 1, max(1, (last - first) // 4))]
        return [0.0, *powers] if scale.zero else powers
    return [round(scale.step * i, 12) for i in range(round(scale.high / scale.step) + 1)]


def axis(scale: Scale, labels: Sequence[tuple[float, str]]) -> Markup:
    """The scale of a question: tick marks with ``labels`` (value, words)."""
    parts = [
        Markup(
            '<line x1="{0}%" x2="{0}%" y1="16" y2="22" class="tick"/><text x="{0}%" y="11">{1}</text>'
        ).format(scale.at(value), words)
        for value, words in labels
    ]
    return _svg("axis", 22, Markup("").join(parts))


def grid(scale: Scale, values: Sequence[float]) -> Markup:
    """The faint lines behind a figure."""
    return Markup("").join(
        Markup('<line x1="{0}%" x2="{0}%" y1="0" y2="28" class="grid"/>').format(scale.at(v)) for v in values
    )


def figure(
    scale: Scale,
    low: float | None,
    high: float | None,
    *,
    low_out: bool,
    high_out: bool,
    words: str,
    kind: str,
    label: str,
) -> Markup:
    """One figure on its scale. ``kind``: stated, span, denied or supposed; ``label``: for a screen reader."""
    body = grid(scale, ticks(scale)) + shape(
        scale, low, high, low_out=low_out, high_out=high_out, words=words, y=ROW // 2
    )
    return _svg(f"figure {kind}", ROW, body, label)


def shape(
    scale: Scale,
    low: float | None,
    high: float | None,
    *,
    low_out: bool,
    high_out: bool,
    words: str,
    y: int,
) -> Markup:
    """The mark of one figure about the height ``y``: dot, bar, open arrow, or a soft band for ``words``."""
    if low is None and high is None and words:
        band = '<rect x="8%" width="78%" y="{}" height="14" rx="7" class="vague" fill="url(#soft)"/>'
        soft = Markup(band).format(y - 7)
        return soft + Markup('<text x="47%" y="{}" class="word">{}</text>').format(y + 4, f"“{words}”")
    if low is not None and low == high:
        return _dot(scale.at(low), y, low_out)
    left = scale.at(low) if low is not None else 0.5
    right = scale.at(high) if high is not None else 98.5
    line = Markup('<line x1="{}%" x2="{}%" y1="{y}" y2="{y}" class="bar"/>').format(left, right, y=y)
    start = _end(left, y, low_out) if low is not None else _arrow(left, y, _TO_LEFT)
    stop = _end(right, y, high_out) if high is not None else _arrow(right, y, _TO_RIGHT)
    return line + start + stop


def _dot(x: float, y: int, hollow: bool) -> Markup:
    return Markup('<circle cx="{}%" cy="{}" r="5.5" class="{}"/>').format(x, y, "hollow" if hollow else "dot")


def _end(x: float, y: int, excluded: bool) -> Markup:
    if excluded:
        return _dot(x, y, hollow=True)
    return Markup('<line x1="{0}%" x2="{0}%" y1="{1}" y2="{2}" class="cap"/>').format(x, y - 6, y + 6)


def _arrow(x: float, y: int, path: str) -> Markup:
    return Markup('<svg x="{}%" y="{}" class="over"><path d="{}" class="arrow"/></svg>').format(x, y, path)


def _svg(classes: str, height: int, body: Markup, label: str = "") -> Markup:
    # A drawing that holds links is a group: what is one image has no parts that can be reached.
    role = "group" if "<a " in body else "img"
    told = (
        Markup(' role="{}" aria-label="{}"').format(role, label) if label else Markup(' aria-hidden="true"')
    )
    return Markup('<svg class="{}" width="100%" height="{}"{}>{}</svg>').format(classes, height, told, body)


# --- time ------------------------------------------------------------------------------------------


def day(iso: str | None) -> int | None:
    """The day number of an ISO date or its beginning (``2031``, ``2031-05``), or None."""
    if not iso:
        return None
    try:
        return datetime.date.fromisoformat(f"{iso[:10]}{'-01-01'[len(iso[:10]) - 4 :]}").toordinal()
    except ValueError:
        return None


def time_scale(days: Sequence[int]) -> Scale:
    """From the first day to the last; where a few of many lie so far out that the rest would be one
    spot, the axis ends where the others do, and what lies outside is drawn as an arrow (see `bar`)."""
    known = sorted(days)
    cut = len(known) // 25
    first, last = known[cut], known[-1 - cut]
    if known[-1] - known[0] <= 2 * (last - first):
        first, last = known[0], known[-1]
    return Scale(float(first), float(max(last, first + 1)))


def time_labels(scale: Scale, months: Sequence[str], most: int = 4) -> list[tuple[float, str]]:
    """Up to ``most`` dates along the scale, as short as the span allows."""
    parts = min(most - 1, max(1, round(scale.high - scale.low)))
    days = [scale.low + (scale.high - scale.low) * i / parts for i in range(parts + 1)]
    out: list[tuple[float, str]] = []
    for value in days:
        date = datetime.date.fromordinal(round(value))
        month = months[date.month - 1][:3]
        words = f"{month} {date.year}" if scale.high - scale.low > 700 else f"{date.day} {month} {date.year}"
        if not out or out[-1][1] != words:
            out.append((value, words))
    return out


def bar(scale: Scale, first: int | None, last: int | None, label: str, months: Sequence[str]) -> Markup:
    """When something began: a dot for a day, a bar with soft ends for a range, open at an unknown end.

    What lies outside the scale is no mark on its edge: an arrow points there, with its month and year.
    """
    body = grid(scale, [scale.low + (scale.high - scale.low) * i / 3 for i in range(4)])
    wide = first is None or last is None or last - first > 31
    if last is not None and last < scale.low:
        body += _outside(last, wide, months, left=True)
    elif first is not None and first > scale.high:
        body += _outside(first, wide, months, left=False)
    elif first is not None and first == last:
        body += _dot(scale.at(first), ROW // 2, hollow=False)
    else:
        left = scale.at(first) if first is not None else 0.0
        right = scale.at(last) if last is not None else 99.0
        fade = "soft" if first is not None and last is not None else "to-right" if last is None else "to-left"
        body += Markup(
            '<rect x="{}%" width="{}%" y="8" height="12" rx="3" class="range" fill="url(#{})"/>'
        ).format(left, round(max(right - left, 1.2), 2), fade)
        if first is not None and first < scale.low:
            body += _arrow(0, ROW // 2, _TO_LEFT)
        if last is not None and last > scale.high:
            body += _arrow(98.5, ROW // 2, _TO_RIGHT)
    return _svg("when", ROW, body, label)


def _outside(day: int, wide: bool, months: Sequence[str], *, left: bool) -> Markup:
    date = datetime.date.fromordinal(day)
    words = str(date.year) if wide else f"{months[date.month - 1][:3]} {date.year}"
    arrow = _arrow(0, ROW // 2, _TO_LEFT) if left else _arrow(98.5, ROW // 2, _TO_RIGHT)
    return arrow + Markup('<text x="{}%" y="{}" class="outside {}">{}</text>').format(
        7 if left else 92, ROW // 2 + 4, "left" if left else "right", words
    )


# --- copies ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Node:
    """One document on the ribbon: its lane, its day (None: not known), a link and what to say of it."""

    id: str
    lane: int
    day: int | None
    href: str
    label: str
    first: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """A line from ``original`` to ``copy`` (node ids)."""

    original: str
    copy: str
    forwarded: bool
    directed: bool


LANE = 44


def ribbon(nodes: Sequence[Node], ties: Sequence[Tie], lanes: Sequence[str], months: Sequence[str]) -> Markup:
    """Lanes by outlet along one time axis; undated documents stand at the right, behind a line."""
    days = [n.day for n in nodes if n.day is not None]
    scale = time_scale(days) if days else None
    height = LANE * len(lanes) + 30
    at: dict[str, tuple[float, int]] = {}
    used: dict[tuple[int, float], int] = {}
    for n in nodes:
        x = _along(scale.at(n.day)) if scale and n.day is not None else 96.0
        x, y = _free(x, LANE * n.lane + 32, n.lane, used)
        at[n.id] = (x, y)
    body = [_lane(i) for i in range(len(lanes))]
    if scale:
        for value, words in time_labels(scale, months):
            x = _along(scale.at(value))
            body.append(
                Markup('<text x="{}%" y="{}" class="tick-label">{}</text>').format(x, height - 4, words)
            )
    if any(n.day is None for n in nodes):
        body.append(Markup('<line x1="92%" x2="92%" y1="4" y2="{}" class="tick"/>').format(height - 18))
        body.append(Markup('<text x="96%" y="{}" class="tick-label">no date</text>').format(height - 4))
    body += [_tie(at[t.original], at[t.copy], t) for t in ties if t.original in at and t.copy in at]
    body += [_node(n, *at[n.id]) for n in nodes]
    # Last, so that no line runs over a name.
    body += [_lane_name(i, name) for i, name in enumerate(lanes)]
    return _svg("ribbon", height, Markup("").join(body), f"{len(nodes)} documents in {len(lanes)} lanes")


def _along(percent: float) -> float:
    """A place on the ribbon: names of the lanes have the left sixth, undated documents the right edge."""
    return round(16 + (percent - _LEFT) * 0.78, 2)


def _free(x: float, y: int, lane: int, used: dict[tuple[int, float], int]) -> tuple[float, int]:
    """Move a little to the right while another document of the lane stands there."""
    spot = round(x / 1.6)
    while (lane, spot) in used and spot < 60:
        spot += 1
    moved = (lane, float(spot)) != (lane, float(round(x / 1.6)))
    used[lane, spot] = 1
    return (round(spot * 1.6, 2) if moved else x), y


def _lane(i: int) -> Markup:
    return Markup('<line x1="0" x2="100%" y1="{y}" y2="{y}" class="lane"/>').format(y=LANE * i + 32)


def _lane_name(i: int, name: str) -> Markup:
    return Markup('<text x="0" y="{}" class="lane-name">{}</text>').format(LANE * i + 18, name)


def _tie(start: tuple[float, int], stop: tuple[float, int], tie: Tie) -> Markup:
    classes = "tie forwarded" if tie.forwarded else "tie"
    arrow = Markup(' marker-end="url(#to-copy)"') if tie.directed else Markup("")
    return Markup('<line x1="{}%" y1="{}" x2="{}%" y2="{}" class="{}"{}/>').format(
        *start, *stop, classes, arrow
    )


def _node(n: Node, x: float, y: int) -> Markup:
    circle = Markup('<circle cx="{}%" cy="{}" r="6" class="{}"><title>{}</title></circle>').format(
        x, y, "dot" if n.first else "hollow", n.label
    )
    return Markup('<a href="{}" aria-label="{}">{}</a>').format(n.href, n.label, circle) if n.href else circle


def share_bar(share: float, label: str) -> Markup:
    """A share of a whole as a filled bar."""
    width = round(100 * min(1.0, max(0.0, share)), 1)
    body = Markup(
        '<rect width="100%" height="10" class="whole"/><rect width="{}%" height="10" class="part"/>'
    ).format(width)
    return _svg("share", 10, body, label)


__all__ = [
    "Node", "Scale", "Tie", "axis", "bar", "day", "figure", "ribbon", "scale_for", "shape", "share_bar",
    "ticks",
    "time_labels", "time_scale",
]  # fmt: skip
