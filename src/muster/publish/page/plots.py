"""Plots of the claim ledger: drawn on the server in percent of the width, same answer, same bytes.

Floors are arrows that stay open, a word without bounds is a soft band without ends, an unknown region is
hatched: nothing that nobody said looks as if somebody had.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Protocol

from markupsafe import Markup

from muster.model.ledger import Answer, Entry
from muster.publish.page import charts
from muster.text.places.regions import lands_of, regions

_ROW, _HEAD = 38, 30
_MOST_ROWS = 80
_TILE, _GAP = 26, 2
_WIDE = 19  # columns of the widest country
_STEPS = 4
_SERIES = 240


DEFS = Markup(
    '<defs><linearGradient id="soft"><stop offset="0" class="clear"/><stop offset=".3" class="full"/>'
    '<stop offset=".7" class="full"/><stop offset="1" class="clear"/></linearGradient>'
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<line x1="0" y1="0" x2="0" y2="6" class="hatch"/></pattern></defs>'
)


def ledger_plot(made: Answer, tell: Callable[[float], str], date: Callable[[str | None], str]) -> Markup:
    """Every statement as an interval, by origin, then date; what moves no bound is grey and dashed.

    The shaded field is the answer. ``tell`` and ``date`` write numbers and days in the reader's language.
    """
    entries = _by_origin(made.entries)[:_MOST_ROWS]
    if not entries:
        return Markup("")
    bounds = [b for e in entries for b in (e.statement.low, e.statement.high) if b is not None]
    scale = charts.scale_for(bounds, made.question.unit)
    height = _HEAD + _ROW * len(entries) + 8
    body = [_answer_field(scale, made, height)]
    for value in charts.ticks(scale):
        body.append(
            Markup(
                '<line x1="{0}%" x2="{0}%" y1="{1}" y2="{2}" class="grid"/>'
                '<text x="{0}%" y="14" class="mid">{3}</text>'
            ).format(scale.at(value), _HEAD - 8, height, tell(value))
        )
    before = ""
    for n, entry in enumerate(entries):
        body.append(_row(entry, scale, _HEAD + _ROW * n, entry.statement.origin_name != before, date))
        before = entry.statement.origin_name
    return _svg("plot ledger-plot", height, body, f"{len(entries)} statements by origin and date")


def _by_origin(entries: Sequence[Entry]) -> list[Entry]:
    """Origins by the largest number they stated; each origin's statements by date."""
    top: dict[str, float] = {}
    for e in entries:
        s = e.statement
        known = [b for b in (s.low, s.high, s.best) if b is not None]
        top[s.origin_name] = max([top.get(s.origin_name, -1.0), *known])
    return sorted(
        entries,
        key=lambda e: (
            -top[e.statement.origin_name],
            e.statement.origin_name,
            e.statement.last or "~",
            e.statement.id,
        ),
    )


def _answer_field(scale: charts.Scale, made: Answer, height: int) -> Markup:
    if made.low is None and made.high is None:
        return Markup("")
    left = scale.at(made.low) if made.low is not None else 0.0
    right = scale.at(made.high) if made.high is not None else 100.0
    fill = "field" if made.low is not None and made.high is not None else "field open"
    return Markup('<rect x="{}%" width="{}%" y="{}" height="{}" class="{}"/>').format(
        left, round(max(right - left, 0.4), 2), _HEAD - 8, height - _HEAD + 8, fill
    )


def _row(entry: Entry, scale: charts.Scale, y: int, named: bool, date: Callable[[str | None], str]) -> Markup:
    s = entry.statement
    name = Markup('<text x="0" y="{}" class="name">{}</text>').format(
        y + 11, _cut(s.origin_name or "untraced", 44)
    )
    party = " – party to the war" if s.party else ""
    label = f"{s.origin_name or 'untraced'}{party}: {s.words} ({s.last or 'no day'}); {entry.why}"
    told = date(s.last if s.dated != "taken" else None)
    day = Markup('<text x="100%" y="{}" class="day">{}{}</text>').format(
        y + 11, told, " ⚔" if s.party else ""
    )
    guess = s.shape == "estimate"
    high, words = s.low if guess else s.high, _cut(s.words, 40)
    mark = charts.shape(scale, s.low, high, low_out=guess, high_out=False, words=words, y=y + 25)
    title = Markup("<title>{}</title>").format(label)
    head = name if named else Markup("")
    return Markup('<g class="{}">{}{}{}{}</g>').format(f"entry {entry.role}", title, head, day, mark)


def series_plot(made: Answer, tell: Callable[[float], str], date: Callable[[str | None], str]) -> Markup:
    """The floor of a cumulative count as it rose, over the intervals that were stated on each day."""
    # The day on which an undated paper was taken is no day on which anything was stated.
    dated = [e for e in made.entries if e.statement.last and e.statement.dated != "taken"]
    days = {s: charts.day(s) for s in {e.statement.last for e in dated}}
    known = sorted(d for d in days.values() if d is not None)
    steps = [(charts.day(p.day), p.low, p.corrected) for p in made.path]
    if len(known) < 2 or len(set(known)) < 2 or not any(low is not None for _, low, _ in steps):
        return Markup("")
    first, last = known[0], known[-1]
    values = [b for e in made.entries for b in (e.statement.low, e.statement.high) if b is not None]
    top = charts.scale_for(values, made.question.unit)

    def x(day: int) -> float:
        return round(12 + 86 * (day - first) / (last - first), 2)

    def y(value: float) -> float:
        return round(_SERIES - 24 - (_SERIES - 44) * (top.at(value) - 2) / 92, 2)

    body: list[Markup] = []
    for value in charts.ticks(top):
        line = '<line x1="12%" x2="100%" y1="{0}" y2="{0}" class="grid"/>'
        line += '<text x="0" y="{1}" class="value">{2}</text>'
        body.append(Markup(line).format(y(value), y(value) + 4, tell(value)))
    for day in (first, (first + last) // 2, last):
        words = date(datetime.date.fromordinal(day).isoformat())
        anchor = "end" if day == last else "start" if day == first else "mid"
        body.append(
            Markup('<text x="{}%" y="{}" class="{}">{}</text>').format(x(day), _SERIES - 4, anchor, words)
        )
    for e in dated:
        day_of = days.get(e.statement.last or "")
        if day_of is not None:
            body.append(_standing(e, x(day_of), y))
    body.append(_steps(steps, x, y, last))
    return _svg("plot series-plot", _SERIES, body, "the floor as it rose, with what was stated on each day")


def _standing(e: Entry, x: float, y: Callable[[float], float]) -> Markup:
    s = e.statement
    title = Markup("<title>{}: {} ({})</title>").format(s.origin_name or "untraced", s.words, s.last)
    if s.shape == "estimate" and s.low is not None:
        mark = Markup('<circle cx="{}%" cy="{}" r="3" class="hollow"/>').format(x, y(s.low))
    elif s.low is not None and s.high is not None:
        mark = Markup('<line x1="{0}%" x2="{0}%" y1="{1}" y2="{2}" class="bar"/>').format(
            x, y(s.low), y(s.high)
        )
    elif s.low is not None:
        mark = Markup('<line x1="{0}%" x2="{0}%" y1="{1}" y2="{2}" class="bar"/>').format(
            x, y(s.low), y(s.low) - 14
        )
        mark += _head(x, y(s.low) - 14, "M-4 5 L0 0 L4 5")
    elif s.high is not None:
        mark = Markup('<line x1="{0}%" x2="{0}%" y1="{1}" y2="{2}" class="bar"/>').format(
            x, y(s.high), y(s.high) + 14
        )
        mark += _head(x, y(s.high) + 14, "M-4 -5 L0 0 L4 -5")
    else:
        return Markup("")
    return Markup('<g class="{}">{}{}</g>').format(f"entry {e.role}", title, mark)


def _head(x: float, y: float, path: str) -> Markup:
    return Markup('<svg x="{}%" y="{}" class="over"><path d="{}" class="arrow"/></svg>').format(x, y, path)


def _steps(
    steps: Sequence[tuple[int | None, float | None, bool]],
    x: Callable[[int], float],
    y: Callable[[float], float],
    last: int,
) -> Markup:
    """Level until the next rise; a fall by correction is dashed; nothing after the last statement."""
    out: list[Markup] = []
    line = '<line x1="{}%" y1="{}" x2="{}%" y2="{}" class="{}"/>'
    for n, (day, low, corrected) in enumerate(steps):
        if day is None or low is None:
            continue
        until = steps[n + 1][0] if n + 1 < len(steps) else last
        out.append(Markup(line).format(x(day), y(low), x(until or last), y(low), "step"))
        before = steps[n - 1][1] if n else None
        if before is not None:
            classes = "step corrected" if corrected else "step rise"
            out.append(Markup(line).format(x(day), y(before), x(day), y(low), classes))
    return Markup("").join(out)


class Counted(Protocol):
    """One period of a series; None: no record speaks of it."""

    @property
    def period(self) -> str: ...
    @property
    def certain(self) -> float | None: ...
    @property
    def spread(self) -> float | None: ...
    @property
    def possible(self) -> float | None: ...


def periods_plot(series: Sequence[Counted], tell: Callable[[float], str]) -> Markup:
    """A column a period: solid what is certain, pale what is possible, a line where days spread evenly.

    A period without a record is hatched from top to bottom: nobody looked, or nothing was written down.
    """
    known = [c.possible for c in series if c.possible is not None]
    if not known:
        return Markup("")
    scale = charts.scale_for([*known, 0.0], "count")
    scale = charts.Scale(0.0, scale.high, step=scale.step) if not scale.log else charts.Scale(0.0, max(known))
    foot, wide = _SERIES - 24, 86 / len(series)

    def y(value: float) -> float:
        return round(foot - (foot - 20) * value / scale.high, 2)

    body: list[Markup] = []
    for value in (0.0, scale.high / 2, scale.high):
        line = '<line x1="12%" x2="98%" y1="{0}" y2="{0}" class="grid"/>'
        line += '<text x="0" y="{1}" class="value">{2}</text>'
        body.append(Markup(line).format(y(value), y(value) + 4, tell(round(value, 1))))
    column = '<rect x="{}%" width="{}%" y="{}" height="{}" class="{}" fill="{}"><title>{}</title></rect>'
    for n, c in enumerate(series):
        x, width = round(12 + wide * n, 3), round(wide * 0.86, 3)
        if c.certain is None or c.possible is None or c.spread is None:
            told = f"{c.period}: no record"
            body.append(Markup(column).format(x, width, 20, foot - 20, "column none", "url(#hatch)", told))
            continue
        told = f"{c.period}: {tell(c.certain)} certain, {tell(c.possible)} possible"
        for value, classes in ((c.possible, "column possible"), (c.certain, "column certain")):
            if value:
                height = round(foot - y(value), 2)
                body.append(Markup(column).format(x, width, y(value), height, classes, "currentColor", told))
        level = '<line x1="{}%" x2="{}%" y1="{y}" y2="{y}" class="step"/>'
        body.append(Markup(level).format(x, round(x + width, 3), y=y(c.spread)))
    for n in sorted({0, len(series) // 2, len(series) - 1}):
        x = round(12 + wide * (n + 0.43), 2)
        body.append(
            Markup('<text x="{}%" y="{}" class="mid">{}</text>').format(x, _SERIES - 4, series[n].period)
        )
    return _svg("plot periods-plot", _SERIES, body, f"{len(series)} periods, {len(known)} with records")


@cache
def _tiles() -> dict[str, dict[str, tuple[int, int, str]]]:
    raw = tomllib.loads((files("muster.publish.page") / "tiles.toml").read_text("utf-8"))
    return {land: {code: (t[0], t[1], t[2]) for code, t in rows.items()} for land, rows in raw.items()}


def region_plot(made: Answer, tell: Callable[[float], str]) -> Markup:
    """A tile for each region: filled by the highest accepted floor stated for it alone, outlined where it is
    only named with others, hatched where nothing is known. "" where no claim speaks of regions."""
    alone: dict[str, float] = {}
    for e in made.entries:
        s = e.statement
        if e.role != "beside" and len(s.regions) == 1 and s.low is not None:
            alone[s.regions[0]] = max(alone.get(s.regions[0], 0.0), s.low)
    named = set(made.seen_regions)
    lands = sorted({c[:2] for c in named} & set(_tiles()))
    if not lands and made.least_regions:
        lands = [land for land in lands_of(made.question.place) if land in _tiles()]
    body: list[Markup] = []
    top = 0
    steps = _classes(list(alone.values()))
    for land in lands:
        tiles = _tiles()[land]
        for code, (column, row, label) in sorted(tiles.items()):
            place = (column * 100 / _WIDE, top + row * (_TILE + _GAP))
            body.append(_tile(code, label, place, alone, named, steps, tell))
        top += (max(r for _, r, _ in tiles.values()) + 1) * (_TILE + _GAP) + 14
    if not body:
        return Markup("")
    known = sum(1 for c in named if c[:2] in lands)
    return _svg("plot tiles", top, body, f"regions: {known} named, the others unknown")


def _classes(values: list[float]) -> list[float]:
    """Upper ends of up to four classes of about as many regions each."""
    ranked = sorted(set(values))
    return (
        [ranked[min(len(ranked) - 1, (i + 1) * len(ranked) // _STEPS)] for i in range(_STEPS - 1)]
        if ranked
        else []
    )


def _tile(
    code: str,
    label: str,
    place: tuple[float, int],
    alone: dict[str, float],
    named: set[str],
    steps: list[float],
    tell: Callable[[float], str],
) -> Markup:
    """One region: its square at ``place`` (percent, pixels), told to whoever points at it."""
    (x, y), width = place, 100 / _WIDE
    region = regions()[code].name
    if code in alone:
        shade = 1 + sum(alone[code] > s for s in steps)
        classes, told = f"tile shade-{shade}", f"{region}: at least {tell(alone[code])}"
    elif code in named:
        classes, told = "tile named", f"{region}: named, without a number of its own"
    else:
        classes, told = "tile unknown", f"{region}: nothing known"
    fill = "url(#hatch)" if classes == "tile unknown" else "none"
    square = Markup('<rect x="{}%" y="{}" width="{}%" height="{}" rx="2" fill="{}"/>').format(
        round(x + 0.15, 3), y, round(width - 0.3, 3), _TILE, fill
    )
    words = Markup('<text x="{}%" y="{}">{}</text>').format(round(x + width / 2, 3), y + 17, label)
    return Markup('<g class="{}"><title>{}</title>{}{}</g>').format(classes, told, square, words)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def _svg(classes: str, height: float, body: Sequence[Markup], label: str) -> Markup:
    return Markup('<svg class="{}" width="100%" height="{}" role="img" aria-label="{}">{}</svg>').format(
        classes, round(height), label, Markup("").join(body)
    )


__all__ = ["DEFS", "Counted", "ledger_plot", "periods_plot", "region_plot", "series_plot"]
