"""Events with their days and the links between them in, the order that is written down out.

Few links say much: an event is tied to the latest that ended before it began and to the earliest that began
after it ended; what follows from two certain links is left out. Events whose days overlap and that no word
ties stay unordered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from muster.model.claims import Event, Order
from muster.read.events.day_graph import DayGraph, DayLink, in_circles
from muster.read.events.named import SAME_EVENT
from muster.read.events.times import ordinal
from muster.text.dates.chronology import reckoned


def order_of(events: Sequence[Event], graph: DayGraph, likely: Sequence[DayLink]) -> list[Order]:
    """Certain pairs first by dates and joining words, then likely ones that no certain one answers."""
    reasons: dict[tuple[int, int], str] = {}
    circle = in_circles(len(events), [(x.before, x.after) for x in graph.links])
    for link in graph.links:
        if not (link.before in circle and link.after in circle):
            reasons.setdefault((link.before, link.after), link.reason)
    for pair, reason in _by_days(events, graph).items():
        reasons.setdefault(pair, reason)
    reasons = _without_shortcuts(reasons)
    found = [_order(events, a, b, True, reason) for (a, b), reason in reasons.items()]
    seen = set(reasons) | {(b, a) for a, b in reasons}
    twins = list(one_event(likely, graph.links))
    for link in [*twins, *_located(graph, events, [*graph.links, *twins, *likely]), *likely]:
        pair = (link.before, link.after)
        if pair not in seen and _forced(graph, *pair) == 0:
            seen |= {pair, pair[::-1]}
            found.append(_order(events, *pair, False, link.reason))
    return sorted(found, key=lambda o: (not o.certain, o.before, o.after))


def _order(events: Sequence[Event], a: int, b: int, certain: bool, reason: str) -> Order:
    return Order(events[a].id, events[b].id, certain, (reason,))


def _forced(graph: DayGraph, a: int, b: int) -> int:
    """1 where the sure days put a before b, −1 the other way round, 0 where they leave it open."""
    (low_a, high_a), (low_b, high_b) = graph.ranges[a], graph.ranges[b]
    if high_a is not None and low_b is not None and high_a < low_b:
        return 1
    return -1 if high_b is not None and low_a is not None and high_b < low_a else 0


def _by_days(events: Sequence[Event], graph: DayGraph) -> dict[tuple[int, int], str]:
    """At most two pairs an event, both forced by the days."""
    firsts = sorted((low, i) for i, (low, _) in enumerate(graph.ranges) if low is not None)
    lasts = sorted((high, i) for i, (_, high) in enumerate(graph.ranges) if high is not None)
    found: dict[tuple[int, int], str] = {}
    for i, (low, high) in enumerate(graph.ranges):
        if high is not None and (k := bisect_right(firsts, (high, len(events)))) < len(firsts):
            j = firsts[k][1]
            found[i, j] = f"one began by {events[i].last}, the other on {events[j].first} or later"
        if low is not None and (k := bisect_left(lasts, (low, -1)) - 1) >= 0:
            j = lasts[k][1]
            found[j, i] = f"one began by {events[j].last}, the other on {events[i].first} or later"
    return found


def _without_shortcuts(reasons: dict[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """Without the pairs that follow from two others (an event has few, so few are looked at)."""
    after: dict[int, set[int]] = {}
    for a, b in reasons:
        after.setdefault(a, set()).add(b)
    return {
        (a, b): reason
        for (a, b), reason in reasons.items()
        if not any(b in after.get(c, ()) for c in after[a] if c != b)
    }


def _located(graph: DayGraph, events: Sequence[Event], links: Sequence[DayLink]) -> Iterator[DayLink]:
    """Where a distance ("five weeks later") puts an undated event among the dated ones.

    It is counted from the other event if that has days, else from where that one seems to stand.
    """
    ranges = [_days(e) for e in events]
    about = reckoned(ranges, [(link.before, link.after, link.certain) for link in links])
    dated = sorted((day, i) for i, day in enumerate(about) if day is not None and None not in ranges[i])
    known = {i for _, i in dated}
    for link in links:
        if link.most is None or link.least < 2 or (link.before in known and link.after in known):
            continue
        forward = link.before in known or (link.after not in known and link.before < link.after)
        other, day = (link.after, about[link.before]) if forward else (link.before, about[link.after])
        if day is None:
            continue
        day += (link.least + link.most) / (2 if forward else -2)
        k = bisect_left(dated, (day, -1))
        if k:
            yield DayLink(dated[k - 1][1], other, reason=link.reason)
        if k < len(dated):
            yield DayLink(other, dated[k][1], reason=link.reason)


def _days(e: Event) -> tuple[int | None, int | None]:
    return ordinal(e.first), ordinal(e.last)


def one_event(likely: Sequence[DayLink], links: Sequence[DayLink]) -> Iterator[DayLink]:
    """What is told of one event holds of the other that reads as the same."""
    twins = {(link.before, link.after) for link in likely if link.reason == SAME_EVENT}
    for one, other in sorted(twins | {(b, a) for a, b in twins}):
        for link in links:
            if link.before == one and link.after != other:
                yield DayLink(other, link.after, reason=f"{SAME_EVENT}; {link.reason}")
            elif link.after == one and link.before != other:
                yield DayLink(link.before, other, reason=f"{SAME_EVENT}; {link.reason}")


__all__ = ["order_of"]
