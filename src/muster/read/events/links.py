"""Events of a text in the order of telling in; what the words say of their order in time, out.

Certain is what a joining word says between two clauses of one sentence ("before", «после того как»), and an
adverb or a distance ("ten days later") whose other end can only be the event told just before it, in the
same paragraph. What tense, telling and nouns suggest ("after the funeral") is kept apart as likely.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from muster.read.events.clauses import TEMPORAL, Clause
from muster.read.events.day_graph import DayLink
from muster.read.events.named import by_nouns
from muster.read.events.narrated import Narrated, stepped_back
from muster.read.events.story import Story, resumed
from muster.read.events.times import Apart, Clock, Told, apart, distance, opens_by
from muster.read.events.words import TONGUES

# Words that are no longer of the clause itself: "a lawyer, who later helped him".
_RELATIVE: Final = re.compile(
    r", (?:\w{1,4} )?(?:who|whom|which|whose|where|котор\w{2,3}"
    r"|як(?:ий|а|е|і|ого|ої|ому|ій|их|им|ими|ою|у))(?!\w)",
    re.I,
)
_LATER_THAN: Final = re.compile(
    r"(?<!\w)(?:not (?:at once|immediately|right away|straight away)"
    r"|не (?:сразу|тотчас|одразу|відразу))(?!\w)",
    re.I,
)
_BEFORE_WHAT: Final = re.compile(r" (?:before|до|перед) ", re.I)
# «ещё ночью»: already then.
_STILL: Final = re.compile(r"(?<!\w)(?:ещё|еще|ще) \Z", re.I)
_NEAR: Final = 1
_DONE_BEFORE: Final = re.compile(r"(?<!\w)(?:already|уже|вже|давно|long since)(?!\w)", re.I)
# Clauses that carry the story on; what hangs otherwise is told aside.
_STORY: Final = ("", "then", "goes_on", "when", "once", "where")
TOLD_AFTER: Final = "told one after the other in one paragraph"
OF_NOW: Final = "told of the time of writing"


def links_between(
    body: str, told: Sequence[Narrated], clock: Clock, by_clause: dict[int, int], aged: Collection[int] = ()
) -> list[DayLink]:
    """All links, the certain ones first, each kind in the order of telling.

    ``by_clause``: index of a clause → index of its event. ``aged``: events told by an age, of years before.
    """
    found: list[DayLink] = []
    before: int | None = None
    day: int | None = None
    passing = False
    story = Story(published=clock.published)
    prior: dict[int, int | None] = {}
    far = {
        i: _far(body, event.clause, clock) for i, event in enumerate(told) if event.clause.joint in TEMPORAL
    }
    for i, event in enumerate(told):
        same = before is not None and told[before].clause.paragraph == event.clause.paragraph
        here = day if passing else None
        left = story.at if story.aside and not same else None
        story.meet(event, same=same)
        if left is not None and before is not None and not story.aside and i not in aged:
            found += resumed(body, told, i, left, before)
        other = story.counts_from(event, before, same=same)
        found += _links_of(body, told, i, other, same, far, by_clause, here)
        if event.clause.joint in _STORY:
            prior[i] = before if same else None
        main = by_clause.get(event.clause.main) if event.clause.main is not None else None
        if (
            event.clause.joint in ("when", "once")
            and main is not None
            and (told_before := prior.get(main)) is not None
            and not _earlier(told[main], told[told_before])
        ):
            found.append(DayLink(told_before, i, reason=TOLD_AFTER))
        if event.clause.verb.tense != "perfect" and (
            event.clause.joint in _STORY or event.clause.main is None
        ):
            before = i
            story.keep(i, event)
        if event.first is not None and event.last is not None:
            # A month or a year, told in passing: an hour is of no such thing.
            passing = event.first < event.last
            day = day if passing else i
    # What a noun says of an order weighs more than that one is told after the other.
    found = [*by_nouns(body, told, clock), *found]
    return sorted(found, key=lambda link: not link.certain)


def now_links(told: Sequence[Narrated], published: int | None) -> Iterator[DayLink]:
    """ "Recently", «на днях», «нещодавно»: likely after the last day that the story came to by the day of
    writing."""
    recent = [
        i for i, e in enumerate(told) if not e.dated and any(t.time.value == "PAST_REF" for t in e.times)
    ]
    days = [(e.first, i) for i, e in enumerate(told) if e.first is not None and e.last is not None]
    last = max((d for d in days if published is None or d[0] <= published), default=None) if recent else None
    if last is not None:
        yield from (DayLink(last[1], i, reason=OF_NOW) for i in recent if i != last[1])


def _links_of(
    body: str, told: Sequence[Narrated], i: int, before: int | None, same: bool,
    far: dict[int, Apart | None], by_clause: dict[int, int], day: int | None,
) -> Iterator[DayLink]:  # fmt: skip
    clause = told[i].clause
    main = by_clause.get(clause.main) if clause.main is not None else None
    if clause.joint in TEMPORAL and main is not None and main != i:
        yield from _joined(body, told, i, main, far[i])
        if clause.joint != "when" or main < i:
            return
    other = main if clause.joint in ("which", "where") and main is not None and main < i else before
    if other is None or other == i:
        return
    near = same and clause.sentence - told[other].clause.sentence <= 1
    if (moved := _moved(body, told, i, other, near, day)) is not None:
        yield moved
        return
    if (adverb := _adverb(body, told, i, other, near)) is not None:
        yield adverb
        return
    if clause.joint in ("which", "that", "cause", "pause") and main is not None:
        if clause.joint != "pause" and not (told[i].dated and told[main].dated):
            a, b = (i, main) if main < i else (main, i)
            yield DayLink(a, b, reason="told of what went before in the same sentence")
    elif same and _in_story(told[i], told[other]) and not _apart_by_days(told[i], told[other]):
        back = clause.verb.tense == "pluperfect" and told[other].clause.verb.tense != "pluperfect"
        if back and any(opens_by(t, body) for t in told[i].times):
            yield DayLink(other, i, reason="“by” then it was done: told of what came next")
        elif _not_at_once(body, told[other].clause, clause):
            yield DayLink(i, other, reason="“not at once” is told of the other")
        elif back:
            yield DayLink(i, other, reason="“had done” looks back from what was told before it")
        else:
            yield DayLink(other, i, reason=TOLD_AFTER)


def _not_at_once(body: str, other: Clause, clause: Clause) -> bool:
    """ "They took her too, but not at once: first …": what came between."""
    found = _LATER_THAN.search(
        body, other.stop - 40 if other.stop - 40 > other.start else other.start, clause.verb.start
    )
    return found is not None and other.sentence == clause.sentence and found.end() <= clause.verb.start


def _far(body: str, clause: Clause, clock: Clock) -> Apart | None:
    """How far a joining word puts its clause from the other: "two days before …"."""
    found = TONGUES[clause.language].joint.match(body, clause.joint_start, clause.stop)
    return distance(body, clause.joint_start, found.end() if found else clause.joint_start, clock)


def _in_story(one: Narrated, other: Narrated) -> bool:
    """ "Have refused" says how things stand, not what came next."""
    return "perfect" not in (one.clause.verb.tense, other.clause.verb.tense)


def _apart_by_days(one: Narrated, other: Narrated) -> bool:
    """True where the days of both are known and no day is in both."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.last < other.first or other.last < one.first


def _earlier(one: Narrated, other: Narrated) -> bool:
    """True where ``one`` began on days before those of ``other``."""
    return one.last is not None and other.first is not None and one.last < other.first


def _joined(
    body: str, told: Sequence[Narrated], i: int, main: int, distance: Apart | None
) -> Iterator[DayLink]:
    """What a joining word says of its own clause and the one it hangs on."""
    clause = told[i].clause
    found = TONGUES[clause.language].joint.match(body, clause.joint_start, clause.stop)
    word = " ".join(found.group().split()) if found else clause.joint
    reason = f"“{word}” joins them"
    least, most = distance or (0, None)
    if distance is not None:
        reason += f", {least} to {most} days apart" if most != least else f", {least} days apart"
    if clause.joint == "before":
        yield DayLink(main, i, least, most, True, reason)
    elif clause.joint == "after" or clause.joint == "once":
        yield DayLink(i, main, least, most, True, reason)
    elif clause.joint == "until":
        if told[main].clause.verb.negated:
            yield DayLink(i, main, 0, None, True, f"not “{word}”")
        else:
            yield DayLink(main, i, 0, None, True, reason)
    elif clause.joint == "when" and clause.language == "en" and main < i and _comma(body, clause.joint_start):
        yield DayLink(main, i, 0, 1, False, reason)
    else:
        yield DayLink(i, main, 0, 1 if clause.joint == "when" else None, False, reason)


def _comma(body: str, at: int) -> bool:
    """ "He lay there until dark, when …" goes on with the story; "he fell when …" does not."""
    return body[max(0, at - 2) : at].strip() == ","


def _moved(
    body: str, told: Sequence[Narrated], i: int, other: int, near: bool, day: int | None
) -> DayLink | None:
    """ "ten days later", «на следующий день»: counted from the event told before (``other``); an hour, from
    the last event of one ``day``."""
    for t in told[i].times:
        # "On 3 March …, the next day …": the day after, of whichever year.
        near = near and stepped_back(told[other]) is None
        doubted = near and t.dated and not t.sure and t.time.anchor == "previous" and told[other].dated
        if t.used or (t.dated and not doubted) or t.leans or t.e is None or t.time.type == "SET":
            continue
        measured = apart(t)
        if doubted and (measured is None or measured[0] == 0):
            continue
        words = t.time.passage.words
        if measured is None:
            if t.e.form in ("daypart", "relative", "calendar") and t.time.type == "TIME":
                if _STILL.search(body, max(0, t.start - len(" ещё ")), t.start):
                    return DayLink(i, other, 0, 1, False, f"“{words}”, before what was told before it")
                if not near and day is not None and day < other:
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
        if way < 0 and _counted_back(body, told[other]) and least <= _NEAR:
            # "Two days before the strike they complained. On the eve …": of the strike, both.
            return DayLink(other, i, reason=f"“{words}” of what was told before it")
        a, b = (other, i) if way > 0 else (i, other)
        return DayLink(a, b, least, most, near, reason)
    return None


def _counted_back(body: str, event: Narrated) -> bool:
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


def _adverb(body: str, told: Sequence[Narrated], i: int, other: int, near: bool) -> DayLink | None:
    clause = told[i].clause
    if clause.joint == "then":
        return DayLink(other, i, 0, None, near, "“then” joins them")
    if told[i].dated:
        return None
    aside = _RELATIVE.search(body, clause.start, clause.stop)
    found = TONGUES[clause.language].adverb.search(
        body, clause.start, aside.start() if aside else clause.stop
    )
    if found is None or any(t.start < found.end() and found.start() < t.stop for t in told[i].times):
        return None
    reason = f"“{found.group()}”"
    if found.lastgroup == "done":
        done = clause.verb.tense == "pluperfect" or _DONE_BEFORE.search(body, clause.start, clause.stop)
        return DayLink(i, other, 0, None, near and done is not None and bool(done), reason)
    if found.lastgroup == "earlier":
        return DayLink(i, other, 0, None, near, reason)
    return DayLink(
        other, i, 0, None if found.lastgroup == "later" else 1, near and found.lastgroup == "later", reason
    )


__all__ = ["OF_NOW", "TOLD_AFTER", "links_between", "now_links"]
