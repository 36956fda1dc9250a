"""A total from overlapping lists in words, as lines and as rows."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from math import floor, log10
from typing import Any, Protocol

from muster.stats.total import Check, Total

Row = dict[str, object]


class About(Protocol):
    """What is counted, of whom, where, by when."""

    @property
    def what(self) -> str: ...
    @property
    def population(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def by_when(self) -> str: ...


@cache
def _words() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("muster.publish") / "totals.toml").read_text("utf-8"))


def three_figures(value: float) -> int:
    """``value`` to three significant figures: more would claim to know what no interval holds."""
    if value < 1000:
        return round(value)
    step = 10 ** (floor(log10(value)) - 2)
    return int(round(value / step) * step)


def total_sentence(total: Total, about: About, language: str = "en") -> str:
    """Bounds, of whom, where, by when, method, what must be true, what was never seen; in ``language``."""
    w = _words()[language]
    sentences = [
        w["head"].format(
            what=about.what, population=about.population, place=about.place, day=_day(about.by_when, w)
        )
        + _bounds(total, w),
        _seen(total, w),
        w["true_if"],
        _never(total, w),
    ]
    drops = [c.best for c in total.panel if c.kind == "drop" and c.best is not None]
    if total.strength != "floor and band" and drops:
        sentences.append(w["fragile"].format(low=_n(min(drops), w), high=_n(max(drops), w)))
    return " ".join(s[0].upper() + s[1:] + "." for s in sentences)


def _bounds(total: Total, w: dict[str, Any]) -> str:
    if total.strength == "floor and band" or total.high is None:
        said = str(w["floor"].format(seen=_exact(total.seen, w)))
        if total.band:
            said += w["band"].format(low=_n(total.band[0], w), high=_n(total.band[1], w))
        return said
    modes = ", ".join(w["mode"].format(peak=_n(m.peak, w), share=_percent(m.share)) for m in total.modes)
    form = {"estimate": "estimate", "order of magnitude": "rough", "modes": "modes"}[total.strength]
    if form == "modes" and len(total.modes) < 2:
        form = "unsettled"
    best = _n(total.best, w) if total.best is not None else ""
    said = str(w[form].format(low=_n(total.low, w), high=_n(total.high, w), best=best, modes=modes))
    return said + str(w["interval"].format(level=_percent(total.level), method=w[total.method]))


def _seen(total: Total, w: dict[str, Any]) -> str:
    said = str(
        w["seen"].format(
            seen=_exact(total.seen, w), number=total.lists.number, names=", ".join(total.lists.names)
        )
    )
    share = total.unseen_share
    return said + (w["unseen"].format(share=_percent(share)) if share else "")


def _never(total: Total, w: dict[str, Any]) -> str:
    said = dict.fromkeys(p.never.strip().rstrip(".") for p in total.protocols)
    if not said:
        return str(w["never_unknown"])
    if len(said) == 1:
        return str(w["never"].format(never=next(iter(said))))
    # Whoever one list misses may be on another; only who can be on none is lost to all.
    each = "; ".join(f"{p.name}: {p.never.strip().rstrip('.')}" for p in total.protocols)
    return str(w["never_each"].format(each=each))


def _day(iso: str, w: dict[str, Any]) -> str:
    day = date.fromisoformat(iso)
    return str(w["day"].format(day=day.day, month=w["months"][day.month - 1], year=day.year))


def _n(value: float, w: dict[str, Any]) -> str:
    return _exact(three_figures(value), w)


def _exact(value: int, w: dict[str, Any]) -> str:
    return f"{value:,}".replace(",", w["space"])


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def total_rows(total: Total) -> Iterator[Row]:
    """The total, its modes and every row of its panel, numbers of people rounded to whole ones."""
    yield _row(Check("total", total.method, total.low, total.best, total.high, total.strength))
    if total.band:
        yield _row(Check("band", "odds ratio 1/2 to 4", total.band[0], None, total.band[1]))
    for m in total.modes:
        yield _row(Check("mode", f"{m.share:.0%} of the mass", m.low, m.peak, m.high))
    yield from (_row(c) for c in total.panel)


def _row(c: Check) -> Row:
    def told(value: float | None) -> float | int | None:
        if value is None or value != value or value == float("inf"):
            return None
        return round(value, 3) if c.kind in ("unseen", "predictive") else round(value)

    return {
        "kind": c.kind, "what": c.what, "low": told(c.low), "best": told(c.best), "high": told(c.high),
        "note": c.note,
    }  # fmt: skip


def total_lines(total: Total, about: About, language: str = "en") -> Iterator[str]:
    """The sentence, then what it rests on: priors, assumptions, protocols, warnings, facts."""
    yield total_sentence(total, about, language)
    for title, said in (
        ("Priors", total.priors),
        ("It assumes", total.assumptions),
        ("Against it", total.warnings),
        ("Details", tuple(f"{name}: {value}" for name, value in total.facts)),
        ("Lists", tuple(_protocol(p) for p in total.protocols)),
    ):
        if said:
            yield ""
            yield f"{title}:"
            yield from (f"  - {line}" for line in said)


def _protocol(p: Any) -> str:
    when = f"{p.first or '?'} to {p.last or '?'}"
    closed = {True: "closed", False: "not closed", None: "closed or not: not said"}[p.closed]
    to = f"; passes people on to {', '.join(p.refers_to)}" if p.refers_to else ""
    return f"{p.name}: {p.enters}; never {p.never}; {when}; {closed}{to}"


def total_record(total: Total, about: About) -> Row:
    """Everything as one JSON object; numbers unrounded."""
    return {
        "sentences": {language: total_sentence(total, about, language) for language in _words()},
        "what": about.what, "population": about.population, "place": about.place, "by_when": about.by_when,
        "method": total.method, "strength": total.strength, "level": total.level, "seen": total.seen,
        "low": total.low, "best": total.best, "high": total.high,
        "band": list(total.band) if total.band else None,
        "modes": [{"share": m.share, "peak": m.peak, "low": m.low, "high": m.high} for m in total.modes],
        "unseen_share": total.unseen_share,
        "priors": list(total.priors), "assumptions": list(total.assumptions),
        "warnings": list(total.warnings), "details": [list(fact) for fact in total.facts],
        "lists": list(total.lists.names),
        "protocols": [
            {
                "name": p.name, "enters": p.enters, "never": p.never, "first": p.first, "last": p.last,
                "refers_to": list(p.refers_to), "closed": p.closed,
            }
            for p in total.protocols
        ],
        "panel": list(total_rows(total)),
    }  # fmt: skip


__all__ = ["three_figures", "total_lines", "total_record", "total_rows", "total_sentence"]
