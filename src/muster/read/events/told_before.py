"""An event and what was told before it in; what its times and adverbs count from that, out: "ten days later",
«накануне», "earlier that month", "soon", "by then"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from muster.read.events.apart import apart
from muster.read.events.clauses import Clause
from muster.read.events.day_graph import DayLink
from muster.read.events.narrated import Narrated, hours_of, stepped_back
from muster.read.events.times import Told
from muster.read.events.words import TONGUES

BY_REACH: Final = 24
DONE_BEFORE: Final = re.compile(r"(?<!\w)(?:already|уже|вже|давно|long since)(?!\w)", re.I)
# Words that are no longer of the clause itself: "a lawyer, who later helped him".
_RELATIVE: Final = re.compile(
    r", (?:\w{1,4} )?(?:who|whom|which|whose|where|котор\w{2,3}"
    r"|як(?:ий|а|е|і|ого|ої|ому|ій|их|им|ими|ою|у))(?!\w)",
    re.I,
)
_BEFORE_WHAT: Final = re.compile(r" (?:before|до|перед) ", re.I)
# «ещё ночью»: already then.
_STILL: Final = re.compile(r"(?<!\w)(?:ещё|еще|ще) \Z", re.I)
_NEAR: Final = 1
_THAT_DAY: Final = re.compile(
    r"(?<!\w)(?:(?P<way>earlier|later|ранее|раньше|позже|позднее|раніше|пізніше|згодом),?"
    r" (?:on |in |во? |[ву] )?)?(?:(?:that|the same) (?:same )?(?:very )?"
    r"|(?:того|той|тот|тем|тієї|то) ?(?:же?|самого) )"
    r"(?:day|week|month|year|morning|afternoon|evening|night|spring|summer|autumn|winter|д[ен]\w+|недел\w+"
    r"|месяц\w*|год\w*|утр\w+|тиж\w+|місяц\w+|рок\w*|ран\w+)(?!\w)",
    re.I,
)
_BACK_WAYS: Final = ("earlier", "ранее", "раньше", "раніше")


def moved(
    body: str, told: Sequence[Narrated], i: int, other: int, near: bool, day: int | None
) -> DayLink | None:
    """ "ten days later", «на следующий день»: counted from the event told before (``other``); an hour, from
    the last event of one ``day``."""
    for t in told[i].times:
        # "On 3 March …, the next day …": the day after, of whichever year.
        near = near and stepped_back(told[other]) is None
        eve = t.time.anchor == "inferred" and t.e is not None and t.e.step < 0 and not told[other].dated
        doubted = near and t.dated and not t.sure and (
            eve or (t.time.anchor == "previous" and told[other].dated))  # fmt: skip
        if t.used or t.leans or t.e is None or t.time.type == "SET":
            continue
        measured = apart(t)
        if (
            t.dated
            and t.e.form == "shift"
            and measured is not None
            and measured[0] < 0
            and not measured[1][0]
        ):
            words = t.time.passage.words
            return DayLink(i, other, 0, 1, near, f"“{words}” counts from what was told before it")
        if t.dated and not doubted:
            continue
        if doubted and (measured is None or measured[0] == 0):
            continue
        words = t.time.passage.words
        if measured is None:
            if t.e.form in ("daypart", "relative", "calendar") and t.time.type == "TIME":
                if _STILL.search(body, max(0, t.start - len(" ещё ")), t.start):
                    return DayLink(i, other, 0, 1, False, f"“{words}”, before what was told before it")
                if day is not None and day < other and (not near or _long_ago(told[other])):
                    other = day  # an hour is of a day that was told, not of a year told in passing
                return DayLink(other, i, 0, 1, False, f"“{words}” of what was told before it")
            continue
        way, (least, most) = measured
        lasted = _lasted(body, told[i].clause, t) if way == 0 else False
        if lasted:
            return DayLink(i, other, least, most, False, f"“{words}” up to what was told before it")
        if way == 0 and t.e.form == "relative":
            return DayLink(other, i, 0, 1, False, f"“{words}” of what was told before it")
        if way == 0:
            continue
        t.used = not doubted
        reason = f"“{words}” counts from what was told before it"
        if way < 0 and counted_back(body, told[other]) and least <= _NEAR:
            # "Two days before the strike they complained. On the eve …": of the strike, both.
            return DayLink(other, i, reason=f"“{words}” of what was told before it")
        a, b = (other, i) if way > 0 else (i, other)
        return DayLink(a, b, least, most, near, reason)
    return None


def _long_ago(event: Narrated) -> bool:
    """ "Two years ago", of the writing: told aside, and an hour is of no such year."""
    return event.dated and any(
        t.e is not None and t.time.anchor == "document" and t.e.step < 0 and t.e.unit in ("month", "year")
        and t.e.form in ("shift", "relative")
        for t in event.times
    )  # fmt: skip


def counted_back(body: str, event: Narrated) -> bool:
    """ "Two days before the strike", «за два дня до удара»: it leans on what comes after it."""
    return any(t.leans and _BEFORE_WHAT.match(body, t.stop) for t in event.times)


def _lasted(body: str, clause: Clause, t: Told) -> bool:
    """ "had been waiting for five weeks": it began so long before."""
    verb = body[clause.verb.start : clause.verb.stop]
    return (
        clause.verb.tense == "pluperfect"
        and verb.endswith("ing")
        and body[: t.start].endswith(("for ", "for the last "))
    )


def beside(body: str, clause: Clause) -> bool:
    """ "Meanwhile", «тем временем»: beside what was told, and no order."""
    found = TONGUES[clause.language].adverb.search(body, clause.start, clause.verb.start)
    return found is not None and found.lastgroup == "beside"


def that_day(body: str, told: Sequence[Narrated], i: int, other: int, near: bool) -> DayLink | None:
    """ "Earlier that day", «раніше того ж дня», "later the same week"; "that morning" after an evening."""
    clause = told[i].clause
    for t in told[i].times:
        if t.e is None or t.time.type not in ("DATE", "TIME"):
            continue
        found = _THAT_DAY.search(body, max(clause.start, t.start - BY_REACH), t.stop)
        if found is None:
            continue
        words = " ".join(found.group().split())
        if found["way"]:
            back = found["way"].lower() in _BACK_WAYS
            a, b = (i, other) if back else (other, i)
            return DayLink(a, b, certain=near, reason=f"“{words}” counts from what was told before it")
        mine, theirs = hours_of(told[i]), hours_of(told[other])
        if mine and theirs and mine[1] <= theirs[0]:
            return DayLink(i, other, 0, 0, False, f"“{words}” is before the hour told before it")
    return None


def adverb_of(body: str, told: Sequence[Narrated], i: int, other: int, near: bool) -> DayLink | None:
    clause = told[i].clause
    if clause.joint == "then":
        return DayLink(other, i, 0, None, near, "“then” joins them")
    if told[i].dated and told[other].dated:
        return None
    aside = _RELATIVE.search(body, clause.start, clause.stop)
    found = TONGUES[clause.language].adverb.search(
        body, clause.start, aside.start() if aside else clause.stop
    )
    if told[i].dated and (found is None or found.lastgroup != "earlier"):
        return None
    if found is None or any(t.start < found.end() and found.start() < t.stop for t in told[i].times):
        return None
    reason = f"“{body[slice(*found.span())]}”"
    if found.lastgroup == "done":
        done = clause.verb.tense == "pluperfect" or DONE_BEFORE.search(body, clause.start, clause.stop)
        return DayLink(i, other, 0, None, near and done is not None and bool(done), reason)
    if found.lastgroup == "earlier":
        return DayLink(i, other, 0, None, near, reason)
    return DayLink(
        other, i, 0, None if found.lastgroup == "later" else 1, near and found.lastgroup == "later", reason
    )


__all__ = ["BY_REACH", "DONE_BEFORE", "adverb_of", "beside", "counted_back", "moved", "that_day"]
