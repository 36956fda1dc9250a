"""Plots of a total from overlapping lists: same total, same bytes; in percent of the width, as `charts`.

The posterior with its humps, the sensitivity panel as a forest, the overlaps as an UpSet plot. What nobody
could estimate is a line of words, not a mark.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import ceil, floor, log10

from markupsafe import Markup

from muster.publish.page import charts
from muster.stats.patterns import Lists
from muster.stats.total import Check, Total

Tell = Callable[[float], str]

_LABELS = 38.0  # percent of the width for the words of the panel
_ROW = 21
_BINS = 72
_TALL = 150
_MOST_PATTERNS = 26
_GROUPS = {
    "total": "The total", "mode": "Its modes", "band": "Band", "model": "Other methods, other models",
    "drop": "Without one list", "merge": "Two lists as one", "delta": "Prior on the cells",
    "cap": "Cap on the total", "odds": "Odds that no table can tell", "pair": "Two lists alone (Chapman)",
    "bound": "Lower bound",
}  # fmt: skip


def posterior_plot(total: Total, tell: Tell) -> Markup:
    """What totals are held possible, and how much; empty where there is no distribution.

    Shaded: the interval. A line: those seen. A mark on each hump, or on the middle where there is one.
    """
    if total.posterior is None or total.high is None:
        return Markup("")
    high = total.posterior.quantile(0.998)
    scale = charts.Scale(float(total.seen), max(high, total.seen + 1.0))
    edges = [scale.low + (scale.high - scale.low) * b / _BINS for b in range(_BINS + 1)]
    upto = [float(p) for p in total.posterior.below(edges)]
    mass = [b - a for a, b in pairwise(upto)]
    most = max(mass) or 1.0
    base = _TALL + 30
    body = [_field(scale.at(total.low), scale.at(total.high), 24, base)]
    for (left, right), share in zip(pairwise(edges), mass, strict=True):
        tall = round(_TALL * share / most, 1)
        if tall >= 0.1:
            body.append(
                Markup('<rect x="{}%" width="{}%" y="{}" height="{}" class="mass"/>').format(
                    scale.at(left), round(scale.at(right) - scale.at(left), 3), round(base - tall, 1), tall
                )
            )
    body.append(_line(scale.at(total.seen), 24, base, "seen-line"))
    body.append(_text(scale.at(total.seen), 14, f"seen {tell(total.seen)}", "start"))
    marks = [(m.peak, f"{tell(m.peak)} ({m.share:.0%})") for m in total.modes]
    if not marks and total.best is not None:
        marks = [(total.best, tell(total.best))]
    for value, words in marks:
        body.append(_line(scale.at(value), 24, base, "best-line"))
        body.append(_text(scale.at(value), 14, words, "mid"))
    for value in _steps(scale.low, scale.high):
        body.append(_text(scale.at(value), base + 16, tell(value), "mid"))
    said = f"distribution of the total, {tell(total.low)} to {tell(total.high)} at {total.level:.0%}"
    return _svg("plot posterior-plot", base + 24, body, said)


def panel_plot(total: Total, tell: Tell) -> Markup:
    """Every row of the panel that has a number of people, on one logarithmic scale, by what was changed.

    The shaded field is the total's own interval, the line those seen; rows without numbers say why.
    """
    rows = _panel_rows(total)
    values = [v for c in rows for v in (c.low, c.best, c.high) if v is not None and v < float("inf")]
    if not values:
        return Markup("")
    scale = charts.Scale(0.97 * max(1.0, min(*values, total.seen)), 1.03 * max(values), log=True)
    groups = list(dict.fromkeys(c.kind for c in rows))
    height = 34 + _ROW * (len(rows) + len(groups))
    body = []
    if total.high is not None:
        body.append(_field(_at(scale, total.low), _at(scale, total.high), 24, height))
    for value in _decades(scale):
        body.append(_line(_at(scale, value), 24, height, "grid"))
        body.append(_text(_at(scale, value), 14, tell(value), "mid"))
    body.append(_line(_at(scale, total.seen), 24, height, "seen-line"))
    y = 34
    for kind in groups:
        body.append(_text(0, y + 12, _GROUPS[kind], "name"))
        y += _ROW
        for check in (c for c in rows if c.kind == kind):
            body.append(_forest_row(check, scale, y, tell))
            y += _ROW
    return _svg("plot panel-plot", height, body, f"sensitivity panel, {len(rows)} rows")


def _panel_rows(total: Total) -> list[Check]:
    head = [Check("total", total.method, total.low, total.best, total.high)]
    if total.band:
        head = [Check("band", "odds ratio 1/2 to 4", total.band[0], None, total.band[1])]
    modes = [Check("mode", f"{m.share:.0%} of the mass", m.low, m.peak, m.high) for m in total.modes]
    order = list(_GROUPS)
    rest = sorted((c for c in total.panel if c.kind in _GROUPS), key=lambda c: order.index(c.kind))
    return [*head, *modes, *rest]


def _at(scale: charts.Scale, value: float) -> float:
    """Percent of the width, right of the labels."""
    return round(_LABELS + scale.at(value) * (100 - _LABELS) / 100, 2)


def _forest_row(check: Check, scale: charts.Scale, y: int, tell: Tell) -> Markup:
    middle = y + 8
    parts = [_text(1.5, y + 12, _cut(check.what, 46), "row")]
    known = [v for v in (check.low, check.best, check.high) if v is not None]
    if not known:
        parts.append(_text(_LABELS + 1, y + 12, _cut(check.note or "no number", 84), "word-left"))
        return Markup('<g class="check of-{}">{}</g>').format(check.kind, Markup("").join(parts))
    title = f"{check.what}: {' – '.join(tell(v) for v in known)}; {check.note}".rstrip("; ")
    parts.append(Markup("<title>{}</title>").format(title))
    if check.low is not None and check.high is not None:
        left, right = _at(scale, check.low), _at(scale, check.high)
        parts.append(
            Markup('<line x1="{}%" x2="{}%" y1="{y}" y2="{y}" class="bar"/>').format(left, right, y=middle)
        )
        parts += [_line(x, middle - 4, middle + 4, "cap") for x in (left, right)]
    if check.best is not None:
        x = _at(scale, check.best)
        parts.append(Markup('<circle cx="{}%" cy="{}" r="4" class="dot"/>').format(x, middle))
    return Markup('<g class="check of-{}">{}</g>').format(check.kind, Markup("").join(parts))


def overlap_plot(lists: Lists, tell: Tell) -> Markup:
    """UpSet: how many people are on exactly which lists, the largest patterns first; at most 26 of them.

    Left, the size of each list. The pattern "on no list" stands last, hatched: nobody knows it.
    """
    counts = [(int(n), p) for p, n in enumerate(lists.counts) if p and n]
    shown = sorted(counts, key=lambda c: (-c[0], c[1]))[:_MOST_PATTERNS]
    left, top, row = 33.0, 170, 26
    step = (100 - left) / (len(shown) + 1)
    height = top + row * lists.number + 24
    most = max(n for n, _ in shown)
    body = []
    for k, (n, pattern) in enumerate(shown):
        x = round(left + step * (k + 0.5), 2)
        tall = round(128 * n / most, 1)
        body.append(
            Markup('<rect x="{}%" width="{}%" y="{}" height="{}" class="mass"/>').format(
                round(x - step * 0.36, 2), round(step * 0.72, 2), round(150 - tall, 1), tall
            )
        )
        body.append(_text(x, round(145 - tall, 1), tell(n), "mid"))
        body.append(_matrix_column(x, pattern, lists.number, top, row))
    x = round(left + step * (len(shown) + 0.5), 2)
    body.append(
        Markup('<rect x="{}%" width="{}%" y="22" height="128" class="unknown" fill="url(#hatch)"/>').format(
            round(x - step * 0.36, 2), round(step * 0.72, 2)
        )
    )
    body.append(_text(x, 16, "?", "mid"))
    body.append(_matrix_column(x, 0, lists.number, top, row))
    widest = max(lists.size(i) for i in range(lists.number))
    for i, name in enumerate(lists.names):
        y = top + row * i
        width = round(13 * lists.size(i) / widest, 2)
        body.append(_text(0, y + 4, _cut(name, 18), "name"))
        body.append(
            Markup('<rect x="{}%" width="{}%" y="{}" height="10" class="part"/>').format(14, width, y - 5)
        )
        body.append(_text(14.4 + width, y + 4, tell(lists.size(i)), "start"))
    left_out = len(counts) - len(shown)
    if left_out:
        body.append(_text(100, height - 4, f"{left_out} smaller patterns not shown", "end"))
    return _svg("plot overlap-plot", height, body, f"{len(counts)} patterns of {lists.number} lists")


def _matrix_column(x: float, pattern: int, number: int, top: int, row: int) -> Markup:
    on = [i for i in range(number) if pattern >> i & 1]
    parts = []
    if len(on) > 1:
        parts.append(_line(x, top + row * on[0], top + row * on[-1], "tie-line"))
    for i in range(number):
        parts.append(
            Markup('<circle cx="{}%" cy="{}" r="5" class="{}"/>').format(
                x, top + row * i, "dot" if i in on else "off"
            )
        )
    return Markup("").join(parts)


def _steps(low: float, high: float) -> list[float]:
    """Up to six round numbers from ``low`` to ``high``."""
    rough = (high - low) / 5
    power = 10.0 ** floor(log10(rough)) if rough > 0 else 1.0
    step = next((power * m for m in (1, 2, 5, 10) if power * m >= rough), power)
    first = ceil(low / step)
    return [step * k for k in range(first, int(high // step) + 1)]


def _decades(scale: charts.Scale) -> list[float]:
    found = [m * 10.0**e for e in range(12) for m in (1, 2, 5)]
    return [v for v in found if scale.low <= v <= scale.high]


def _field(left: float, right: float, top: int, bottom: int) -> Markup:
    return Markup('<rect x="{}%" width="{}%" y="{}" height="{}" class="field"/>').format(
        left, round(max(right - left, 0.4), 2), top, bottom - top
    )


def _line(x: float, top: float, bottom: float, kind: str) -> Markup:
    return Markup('<line x1="{0}%" x2="{0}%" y1="{1}" y2="{2}" class="{3}"/>').format(x, top, bottom, kind)


def _text(x: float, y: float, words: str, kind: str) -> Markup:
    return Markup('<text x="{}%" y="{}" class="{}">{}</text>').format(x, y, kind, words)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def _svg(kind: str, height: int, body: Sequence[Markup], label: str) -> Markup:
    return Markup('<svg class="{}" width="100%" height="{}" role="img" aria-label="{}">{}</svg>').format(
        kind, height, label, Markup("").join(body)
    )


__all__ = ["overlap_plot", "panel_plot", "posterior_plot"]
