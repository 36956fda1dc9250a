"""Events of a text in the order of telling in; what the words say of their order in time, out.

Certain is what a joining word says between two clauses of one sentence ("before", «после того как»), and an
adverb or a distance ("ten days later") whose other end can only be the event told just before it, in the
same paragraph. What tense, telling and nouns suggest ("after the funeral") is kept apart as likely.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from muster.read.events.apart import Apart, distance
from muster.read.events.clauses import TEMPORAL, Clause
from muster.read.events.day_graph import DayLink
from muster.read.events.named import by_nouns
from muster.read.events.narrated import Narrated
from muster.read.events.story import Scenes, Story, resumed
from muster.read.events.times import Clock, opens_by
from muster.read.events.told_before import (
    BY_REACH,
    DONE_BEFORE,
    adverb_of,
    beside,
    counted_back,
    moved,
    that_day,
)
from muster.read.events.words import TONGUES
from muster.text.listed import listed

_LATER_THAN: Final = re.compile(
    r"(?<!\w)(?:not (?:at once|immediately|right away|straight away)"
    r"|не (?:сразу|тотчас|одразу|відразу))(?!\w)",
    re.I,
)
# "This happened", "the attack came", «это произошло»: what was told before, once more.
_STANDS_FOR: Final = re.compile(
    r"[\s.!?…”»\"’]*(?:(?:this|that|it|(?:the|this|that|his|her|their) (?:\w+ )?(?P<what>\w+))"
    r" (?:came|comes|happened|occurred|took place)|(?:всё |все )?это (?:произошло|случилось|было)"
    r"|(?:произошло|случилось|было) это|(?:усе |все )?це (?:сталося|трапилося|відбулося|було)"
    r"|(?:сталося|трапилося|відбулося|було) це)(?!\w)",
    re.I,
)
_BLANKS: Final = ' \n.!?…”»"’'
# Nouns of what was done: "the arrest came", but not "the doctor came".
_DEEDS: Final = listed(
    """attack attacks strike strikes raid raids arrest arrests move decision announcement statement incident
    blast explosion killing shelling ruling verdict release resignation search detention death deaths assault
    blaze fire evacuation visit warning exchange swap bombing shooting ambush explosions dismissal sentence
    order escape protest report appeal request refusal ban"""
)
_BY_WHEN: Final = re.compile(
    r"(?<!\w)(?:by the (?:time|moment)|к (?:тому|этому) (?:моменту|времени|часу|дню),? (?:когда|как)"
    r"|на (?:тот|той) (?:момент|час),? (?:когда|коли|як)|до того (?:часу|моменту|дня),? (?:коли|як))(?!\w)",
    re.I,
)
# "Back in January", «ещё в январе».
_BACK_IN: Final = re.compile(r"(?<!\w)(?:back (?:in|on)|(?:ещё|еще|ще) (?:в|во|у|до|на)) \w", re.I)
# Clauses that carry the story on; what hangs otherwise is told aside.
_STORY: Final = ("", "then", "goes_on", "when", "once", "where")
# "On the night of 1 to 2 October" is one day of the story, as far as an hour counts from it.
_ONE_NIGHT: Final = 1
# An hour is of a day told at most so many paragraphs before.
_CLOCK_REACH: Final = 3
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
    # An event told as what "has been done", while the sentence after it is read.
    stands: int | None = None
    scenes = Scenes()
    for i, event in enumerate(told):
        same = before is not None and told[before].clause.paragraph == event.clause.paragraph
        here = day if passing else None
        if here is not None and event.clause.paragraph - told[here].clause.paragraph > _CLOCK_REACH:
            here = None
        left = story.at if story.aside and not same else None
        counted = counted_back(body, event)
        stood = event.clause.joint == "when" and main_of(by_clause, event) is None
        story.meet(event, same=same, counted=counted, stood=stood)
        if left is not None and before is not None and not story.aside and i not in aged:
            found += resumed(body, told, i, left, before, scenes.looked_back)
        other = story.counts_from(event, before, same=same)
        if event.clause.joint in ("before", "after"):
            found += _stood_for(body, told, i, main_of(by_clause, event), prior, before)
        mine = list(_links_of(body, told, i, other, same, far, by_clause, here))
        found += mine
        found += scenes.links_of(i, event, mine, story)
        if event.clause.joint in _STORY:
            prior[i] = before if same else None
        main = main_of(by_clause, event)
        if (
            event.clause.joint in ("when", "once")
            and main is not None
            and (told_before := prior.get(main)) is not None
            and not _earlier(told[main], told[told_before])
        ):
            found.append(DayLink(told_before, i, reason=TOLD_AFTER))
        if (
            stands is not None and event.clause.verb.tense == "past" and event.clause.joint in ("", "goes_on")
            and told[stands].clause.paragraph == event.clause.paragraph
        ):  # fmt: skip
            found.append(DayLink(i, stands, reason="told of how it came to what “has been done”"))
        opens = i == 0 or told[i - 1].clause.paragraph != event.clause.paragraph
        stands = i if opens and event.clause.verb.tense == "perfect" else None
        if event.clause.verb.tense != "perfect" and (
            event.clause.joint in _STORY or event.clause.main is None
        ):
            before = i
            story.keep(i, event)
        if event.first is not None and event.last is not None:
            # A month or a year, told in passing: an hour is of no such thing.
            passing = event.last - event.first > _ONE_NIGHT
            day = day if passing else i
    # What a noun says of an order weighs more than that one is told after the other.
    found = [*by_nouns(body, told, clock), *found]
    return sorted(found, key=lambda link: not link.certain)


def main_of(by_clause: dict[int, int], event: Narrated) -> int | None:
    """The event on which a clause hangs, where that is one."""
    return by_clause.get(event.clause.main) if event.clause.main is not None else None


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


def _stood_for(
    body: str, told: Sequence[Narrated], i: int, main: int | None, prior: dict[int, int | None],
    before: int | None,
) -> Iterator[DayLink]:  # fmt: skip
    """ "The strike came a day after …", «Это случилось до того, как …»: of what was told before it."""
    clause = told[i].clause
    if main is not None and main < i:
        start, other = told[main].clause.start, prior.get(main)
    elif before is not None and told[before].clause.sentence == clause.sentence - 1:
        start, other = told[before].clause.stop, before
    else:
        return
    stands = _STANDS_FOR.match(body, start, clause.start)
    if other is None or stands is None or (stands["what"] and stands["what"].lower() not in _DEEDS):
        return
    a, b = (i, other) if clause.joint == "after" else (other, i)
    yield DayLink(a, b, reason=f"“{stands.group().strip(_BLANKS)}” is told of what went before")


def _links_of(
    body: str, told: Sequence[Narrated], i: int, before: int | None, same: bool,
    far: dict[int, Apart | None], by_clause: dict[int, int], day: int | None,
) -> Iterator[DayLink]:  # fmt: skip
    clause = told[i].clause
    main = main_of(by_clause, told[i])
    if clause.joint in TEMPORAL and main is not None and main != i:
        yield from _joined(body, told, i, main, far[i])
        if clause.joint != "when" or main < i:
            return
    if clause.joint in ("which", "where") and main is not None and main > i:
        yield from _told_of(body, told, i, main)
    other = main if clause.joint in ("which", "where") and main is not None and main < i else before
    if other is None or other == i:
        return
    near = same and clause.sentence - told[other].clause.sentence <= 1
    if (looked := that_day(body, told, i, other, near)) is not None:
        yield looked
        return
    if (counted := moved(body, told, i, other, near, day)) is not None:
        yield counted
        return
    if not told[i].dated and beside(body, clause):
        return
    if (adverb := adverb_of(body, told, i, other, near)) is not None:
        yield adverb
        return
    if clause.joint in ("which", "that", "cause", "pause") and main is not None:
        if clause.joint != "pause" and not (told[i].dated and told[main].dated):
            a, b = (i, main) if main < i else (main, i)
            yield DayLink(a, b, reason="told of what went before in the same sentence")
    elif same and _in_story(told[i], told[other]) and not _apart_by_days(told[i], told[other]):
        back = clause.verb.tense == "pluperfect" and told[other].clause.verb.tense != "pluperfect"
        back = back or (
            not told[other].dated and _BACK_IN.search(body, clause.start, clause.stop) is not None
        )
        if back and any(opens_by(t, body) for t in told[i].times):
            yield DayLink(other, i, reason="“by” then it was done: told of what came next")
        elif _not_at_once(body, told[other].clause, clause):
            yield DayLink(i, other, reason="“not at once” is told of the other")
        elif back:
            yield DayLink(i, other, reason="“had done” or “back in” looks back from what was told before it")
        else:
            yield DayLink(other, i, reason=TOLD_AFTER)


def _told_of(body: str, told: Sequence[Narrated], i: int, main: int) -> Iterator[DayLink]:
    """ "The driver, who had been stopped twice, signed": what a relative clause within another tells of."""
    clause = told[i].clause
    adverb = TONGUES[clause.language].adverb.search(body, clause.start, clause.stop)
    kind = adverb.lastgroup if adverb else ""
    if told[i].dated and told[main].dated:
        return
    if kind == "later":
        words = body[slice(*adverb.span())] if adverb else kind
        yield DayLink(main, i, reason=f"“{words}” in what is told of it")
    elif kind != "beside":
        yield DayLink(i, main, reason="told of what stands before it in the same sentence")


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
    elif clause.joint == "when" and (done := _done_by(body, told[main].clause, clause)):
        yield DayLink(main, i, certain=done == "by", reason=reason + ", and the other was done by then")
    elif clause.joint == "when" and clause.language == "en" and main < i and _comma(body, clause.joint_start):
        yield DayLink(main, i, 0, 1, False, reason)
    else:
        yield DayLink(i, main, 0, 1 if clause.joint == "when" else None, False, reason)


def _done_by(body: str, main: Clause, clause: Clause) -> str:
    """ "By the time they came, he left" ("by"); "when they came, he had left" ("had"); else ""."""
    if main.verb.tense not in ("past", "pluperfect", "perfect"):
        return ""
    if _BY_WHEN.search(body, max(0, clause.joint_start - BY_REACH), clause.verb.start):
        return "by"
    already = DONE_BEFORE.search(body, max(main.start, main.verb.start - BY_REACH), main.stop)
    return (
        "had"
        if main.verb.tense == "pluperfect"
        or (already and not DONE_BEFORE.search(body, clause.start, clause.stop))
        else ""
    )


def _comma(body: str, at: int) -> bool:
    """ "He lay there until dark, when …" goes on with the story; "he fell when …" does not."""
    return body[max(0, at - 2) : at].strip() == ","


__all__ = ["OF_NOW", "TOLD_AFTER", "links_between", "now_links"]
