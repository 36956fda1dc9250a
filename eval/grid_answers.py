"""Whether the numbers and the times of a plain sentence were read right: the answers of ``grids.py``.

A number is told as "words | bounds | what | of whom | flag", later parts may be left out. ``bounds``:
``12``, ``>=12``, ``>12``, ``<=12``, ``<12``, ``12..15``, ``~12`` (about), ``vague`` (a row of the coding
table, no bounds), ``no`` (nothing there answers "how many"). ``what`` and ``of whom``: beginnings of words
that all stand there; ``a/b`` either of them, ``!a`` not that. ``flag``: ``total`` or ``period`` (a
running total, one stretch of time), or a modality.

A time is told as "words | value | first | last", days as ISO dates; a value alone has no days, ``*`` asks
for nothing.

Two events are told as words of their clauses; the shortest event that has them answers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from muster.model.claims import Event, Quantity, Reading

_COUNTS = frozenset(("count", "share", "rate"))
_TOTALS = {"total": True, "period": False}
_MARKS = (">=", "<=", ">", "<", "~")


def numbers_of(rows: Iterable[str], body: str, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    """For every number of a row what is asked of it, whether it was right, and what was read instead.

    Raises:
        ValueError: the row's words do not stand in the sentence.
    """
    for row in rows:
        words, bounds, *rest = (part.strip() for part in row.split("|"))
        what, of, flag = (*rest, "", "", "")[:3]
        start, stop = _place(words, body)
        here = [q for q in reading.quantities if start <= q.passage.start < stop or _holds(q, start, stop)]
        got = f"{words}: " + ("; ".join(map(_told, here)) or "nothing")
        yield "bounds", _bounded(bounds, here), got
        if what:
            yield "what", any(_stand(what, q.what) for q in here), got
        if of:
            yield "of whom", any(_stand(of, q.population) for q in here), got
        if flag in _TOTALS:
            yield "cumulative", any(q.cumulative is _TOTALS[flag] for q in here), got
        elif flag:
            yield "modality", any(q.modality == flag for q in here), got


def times_of(rows: Iterable[str], body: str, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    """The same for every time: its value, and the days it may lie in."""
    for row in rows:
        words, value, first, last = (*(part.strip() for part in row.split("|")), "", "")[:4]
        start, stop = _place(words, body)
        here = [t for t in reading.times if t.passage.start < stop and start < t.passage.stop]
        got = f"{words}: " + (
            "; ".join(f"{t.passage.words} {t.value} {t.first} {t.last}" for t in here) or "nothing"
        )
        yield "value", any(value in ("*", t.value) for t in here), got
        if first and first != "*":
            yield "days", any((t.first, t.last) == (first, last or first) for t in here), got


def order_of(first: str, second: str, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    """Whether two events were found apart and the first put before the second, by a link, by several or by
    their days; that nothing puts them the other way round; and what was read instead."""
    a, b = (_telling(words, reading) for words in (first, second))
    found = a is not None and b is not None and a != b
    got = "; ".join(e.passage.words for e in reading.events) or "nothing"
    yield "found", found, got
    if a is None or b is None or a == b:
        return
    links = {(o.before, o.after) for o in reading.order}
    yield "order", (a.id, b.id) in _followed(links), f"{got} | {len(links)} links"
    yield "not inverted", (b.id, a.id) not in _followed(links), got


def unordered(first: str, second: str, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    """Whether two events were found apart, and nothing says which was first."""
    a, b = (_telling(words, reading) for words in (first, second))
    got = "; ".join("; ".join(o.reasons) for o in reading.order) or "no order"
    yield "found", a is not None and b is not None and a != b, got
    if a is not None and b is not None:
        order = _followed({(o.before, o.after) for o in reading.order})
        yield "left open", (a.id, b.id) not in order and (b.id, a.id) not in order, got


def _telling(words: str, reading: Reading) -> Event | None:
    fold = words.casefold()
    found = [e for e in reading.events if fold in e.passage.words.casefold()]
    return min(found, key=lambda e: len(e.passage.words), default=None)


def _followed(links: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """With what follows from them; a sentence or two has a handful."""
    while more := {(a, d) for a, b in links for c, d in links if b == c} - links:
        links = links | more
    return links


def _place(words: str, body: str) -> tuple[int, int]:
    start = body.casefold().index(words.casefold())
    return start, start + len(words)


def _holds(q: Quantity, start: int, stop: int) -> bool:
    return q.passage.start <= start and stop <= q.passage.stop


def _told(q: Quantity) -> str:
    total = {True: " total", False: " period", None: ""}[q.cumulative]
    bounds = f"{'>' * q.low_exclusive}{q.low}, {'<' * q.high_exclusive}{q.high}{' about' * q.approximate}"
    return f"{q.passage.words} [{bounds}] {q.kind} of {q.what!r} of {q.population!r}{total} {q.modality}"


def _bounded(wanted: str, here: Iterable[Quantity]) -> bool:
    if wanted == "no":
        return not any(q.kind in _COUNTS for q in here)
    return any(q.kind in _COUNTS and _fits(wanted, q) for q in here)


def _fits(wanted: str, q: Quantity) -> bool:
    if wanted == "vague":
        return q.vague is not None and q.low is q.high is None
    mark = next((m for m in _MARKS if wanted.startswith(m)), "")
    low, _, high = wanted.removeprefix(mark).partition("..")
    if mark in {">=", ">"}:
        return _near(q.low, low) and q.high is None and q.low_exclusive is (mark == ">")
    if mark in {"<=", "<"}:
        return _near(q.high, low) and q.low is None and q.high_exclusive is (mark == "<")
    strict = not q.low_exclusive and not q.high_exclusive
    return _near(q.low, low) and _near(q.high, high or low) and strict and q.approximate is (mark == "~")


def _near(got: float | None, wanted: str) -> bool:
    return got is not None and math.isclose(got, float(wanted), rel_tol=0.01)


def _stand(wanted: str, got: str | None) -> bool:
    words = [w.strip("«»\"'.,") for w in (got or "").casefold().replace("ё", "е").replace("’", "'").split()]

    def stands(start: str) -> bool:
        return any(w.startswith(start) for w in words)

    for part in wanted.casefold().replace("ё", "е").split():
        starts = part.removeprefix("!").split("/")
        if any(map(stands, starts)) is part.startswith("!"):
            return False
    return True
