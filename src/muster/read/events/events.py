"""A read text in, what it narrates out: events, the order that its words force, and what contradicts itself.

An event is a clause with a verb of the past, or a dated one, told in the outlet's own words or in somebody
else's; a frame ("she said"), a state, a plan, a question and what did not happen are none. The days of an
event are those of its own time, narrowed by what is certain between events (`events/day_graph`); an order is
certain only where dates or a joining word force it, and everything else is told as likely, with the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from muster.model.claims import Claim, Event, Mention, Order, ReadingContext, TimeRange
from muster.model.ids import span_id
from muster.read.events.clauses import Clause, clauses_of, sentence_clauses
from muster.read.events.contradictions import contradictions
from muster.read.events.dating import DONE, date_of, earlier_that_year, not_of_an_aside
from muster.read.events.day_graph import DayGraph
from muster.read.events.links import links_between, now_links
from muster.read.events.lives import ages_told, life_links
from muster.read.events.narrated import Narrated
from muster.read.events.order import order_of
from muster.read.events.service import stage_links
from muster.read.events.times import Clock, Told, clock_of, not_ahead
from muster.read.events.verbs import Verb
from muster.read.events.words import BACK_BY, IT_WAS, PLAIN_SAYING, THAT_WAS, TONGUES
from muster.read.page import Page
from muster.text.dates.outlook import outlook

# What may happen, or was asked, did not happen.
_NOT_TOLD: Final = re.compile(
    r"\?\s*$|^\W*(?:if|unless|если|якщо|if only)\b|\b(?:will|shall|is going to|are going to|будет"
    r"|будут|буде|будуть)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS: Final = 4
_LONGEST_WHAT: Final = 240
_WHO: Final = ("person", "unit", "group", "organisation")
_MARKS: Final = " \n\"'“”«»–—-,;:.!…()*#>"
_ENDS: Final = '.!…”»"’)'
_FORM: Final = re.compile(r"\W*[\w-]{2,20}:\s")
# Marks and a preposition beside a day that stands alone.
_BARE: Final = 6
# So many events before "It was 24 August, and …" its paragraph may have opened.
_SCENE: Final = 4


def find_events(
    page: Page,
    times: Sequence[TimeRange],
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
    context: ReadingContext,
) -> tuple[list[Event], list[Order], list[str]]:
    """Events in the order of telling, their order in time, and a note for each contradiction.

    Cost linear in clauses, times and names; only events that a word, a date or the telling puts side by side
    are compared.
    """
    clock = clock_of(page, times, context.published)
    clauses = clauses_of(page, claims)
    told, by_clause = _narrated(page, clauses, claims, clock)
    not_of_an_aside(page, told, clock)
    for event in told:
        if event.clause.verb.tense in (*DONE, "state"):
            for t in event.times:
                not_ahead(t, clock.published)
        date_of(event, page.body, clock.published)
    earlier_that_year(page.body, told)
    ages = dict(ages_told(page, told))
    links = [*links_between(page.body, told, clock, by_clause, ages), *stage_links(page.body, told)]
    for event in told:
        date_of(event, page.body, clock.published)
    links += [*life_links(page.body, told, ages, clock.published), *now_links(told, clock.published)]
    graph = DayGraph([(e.first, e.last) if e.sure else (None, None) for e in told])
    graph.add(link for link in links if link.certain)
    names = _Names(mentions)
    events = [_event(page, e, graph.ranges[i], clock, names) for i, e in enumerate(told)]
    likely = [link for link in links if not link.certain]
    return events, order_of(events, graph, likely), contradictions(page, told, events, graph, likely, clock)


# --- which clauses narrate -----------------------------------------------------------------------------


def _narrated(
    page: Page, clauses: Sequence[Clause], claims: Sequence[Claim], clock: Clock
) -> tuple[list[Narrated], dict[int, int]]:
    cues = sorted((c.cue.start, c.cue.stop) for c in claims if c.cue is not None)
    unsaid = sorted((c.passage.start, c.passage.stop) for c in claims if c.hypothetical or c.act == "intend")
    waited = {c.main for c in clauses if c.joint == "until"}
    told: list[Narrated] = []
    by_clause: dict[int, int] = {}
    at, paragraph = 0, -1
    dated_before: list[Told] = []
    for number, sentence in enumerate(page.sentences):
        first = len(told)
        here = clock.within(*sentence)
        if page.paragraph_of[number] != paragraph:
            paragraph, dated_before = page.paragraph_of[number], []
        if _only_a_day(page, number, here):
            dated_before = [t for t in here if t.dated]
            if _it_was(page, number, told):
                told[-1].times += dated_before
                dated_before = []
            while at < len(clauses) and clauses[at].sentence == number:
                at += 1  # "It was 8 May." has a verb, and tells nothing of its own
            continue
        scene = _scene_of(page, number, told, here)
        while at < len(clauses) and clauses[at].sentence == number:
            clause = clauses[at]
            times = [
                *(clock.within(*clause.lead) if clause.lead else ()),
                *(t for t in clock.within(clause.start, clause.stop) if not _said_then(page.body, clause, t)),
            ]
            if scene is not None and clause.start == page.sentences[number].start:
                scene.times += [t for t in times if t.dated]
            if told and _that_was(page, clause, told[-1], times):
                told[-1].times += times
                first = -1
            elif _happened(page, clause, clauses, times, cues, at in waited) and not _inside(
                unsaid, clause.verb.start
            ):
                by_clause[at] = len(told)
                told.append(Narrated(clause, times if _steps(times) else [*dated_before, *times]))
                dated_before = []
            at += 1
        if len(told) == first:
            ahead = [
                (c.start, c.stop) for c in sentence_clauses(clauses, at, number) if c.verb.tense == "ahead"
            ]
            whole = _whole(page, number, [t for t in here if not _inside(ahead, t.start)])
            told += [whole] if whole is not None else []
    return told, by_clause


def _only_a_day(page: Page, number: int, times: Sequence[Told]) -> bool:
    """ "14 March." – the day of what the next sentence tells."""
    start, stop = page.sentences[number]
    bare = stop - start - sum(t.stop - t.start for t in times if t.dated)
    return bool(times) and bare <= _BARE


def _it_was(page: Page, number: int, told: Sequence[Narrated]) -> bool:
    """«Звонок раздался ночью. Было 8 февраля»: the day of what was told just before."""
    return (
        bool(told)
        and IT_WAS.match(page.words(page.sentences[number])) is not None
        and told[-1].clause.sentence == number - 1
        and told[-1].clause.paragraph == page.paragraph_of[number]
        and not any(t.dated for t in told[-1].times)
    )


def _scene_of(page: Page, number: int, told: Sequence[Narrated], times: Sequence[Told]) -> Narrated | None:
    """ "That morning she left at five. … It was 24 August, and the village slept": what opened the paragraph
    and has no day but an hour is of that day."""
    opens = IT_WAS.match(page.words(page.sentences[number])) if told and times else None
    if opens is None or not times[0].dated or times[0].start - page.sentences[number].start > opens.end() + 1:
        return None
    mine = [e for e in told[-_SCENE:] if e.clause.paragraph == page.paragraph_of[number]]
    first = next((e for e in mine if e.clause.verb.tense == "past"), None)
    if first is None or any(t.dated and t.sure for t in first.times):
        return None
    return first if first is told[-1] or any(t.time.type == "TIME" for t in first.times) else None


def _steps(times: Iterable[Told]) -> bool:
    """True where a clause counts its day from another: "the next day", «накануне», "on Monday"."""
    return any(
        t.e is not None
        and ((t.e.form in ("shift", "relative") and t.e.step) or (t.e.weekday and t.e.day is None))
        for t in times
    )


def _said_then(body: str, clause: Clause, t: Told) -> bool:
    """ "He lit a candle and said: today we have light": the day of the words, and not of what is told."""
    deictic = t.e is not None and t.e.form in ("relative", "reference") and t.time.anchor == "document"
    return deictic and ":" in body[clause.verb.stop : t.start]


def _that_was(page: Page, clause: Clause, before: Narrated, times: Sequence[Told]) -> bool:
    """ "That was on 20 October" dates what was told just before."""
    return (
        any(t.dated for t in times)
        and not any(t.dated for t in before.times)
        and before.clause.paragraph == clause.paragraph
        and THAT_WAS.match(page.body, clause.start) is not None
    )


# "Was told to cross", "told the two of them to hand in their badges": an order is a deed.
_TOLD_TO: Final = re.compile(
    r"(?:(?:was|were|had\sbeen|been)\s)?(?:\w+ly\s)?told\s(?:(?!that\b|how\b|what\b)[\w’'-]+\s){0,6}?(?:not\s)?to\s(?!the\b|an?\b)[a-z]{2}"
)
# "The district, located in the far north": where it is, and no deed.
_LIES: Final = re.compile(r"(?:located|situated|based)\s(?:in|on|at|near|along|outside|between|off)\b")


def _happened(
    page: Page, clause: Clause, clauses: Sequence[Clause], times: Sequence[Told],
    cues: Sequence[tuple[int, int]], waited: bool,
) -> bool:  # fmt: skip
    verb = clause.verb
    if verb.tense == "unbound":
        # "Before leaving, lock the door" tells of nothing that was done.
        main = clauses[clause.main].verb if clause.main is not None else None
        return main is not None and main.tense in DONE and not main.negated
    if clause.joint == "condition" or verb.tense in ("ahead", "present"):
        return False
    dated = any(t.dated for t in times)
    if dated and _ahead(page, clause.start, clause.stop, times):
        return False
    if verb.tense == "participle":
        return bool(times)
    if verb.tense == "state":
        return any(
            (t.time.type in ("DATE", "TIME") and t.time.value[-4:] != "_REF")
            or (t.leans and page.body.endswith(BACK_BY, 0, t.start))
            for t in times
        )
    if verb.negated and not (waited or dated):
        return False
    if not dated and _LIES.match(page.body, verb.start, clause.stop):
        return False
    plain = page.body[verb.start : verb.stop].rpartition(" ")[2].lower() in PLAIN_SAYING
    plain = plain and not _TOLD_TO.match(page.body, verb.start, clause.stop)
    return dated or _steps(times) or not (plain and _frames(cues, verb))


def _frames(cues: Sequence[tuple[int, int]], verb: Verb) -> bool:
    """True where the verb is the cue of a claim: what was said is told, not that it was said."""
    i = bisect_left(cues, (verb.stop, 0)) - 1
    return i >= 0 and cues[i][1] > verb.start


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    i = bisect_left(spans, (at + 1, 0)) - 1
    return i >= 0 and spans[i][1] > at


def _ahead(page: Page, start: int, stop: int, times: Iterable[Told]) -> bool:
    """A forecast of a day is no event of that day."""
    best = min((t for t in times if t.dated), key=lambda t: (t.width, t.start))
    return outlook(page.body, start, stop, best.start, best.stop, best.language).way == "ahead"


def _whole(page: Page, number: int, times: Sequence[Told]) -> Narrated | None:
    """A dated sentence in which no verb of the past was found: told in the present, or without a verb."""
    sentence = page.sentences[number]
    words = page.words(sentence)
    if not any(t.dated for t in times) or len(words.split()) < _FEWEST_WORDS or _NOT_TOLD.search(words):
        return None
    # A row of a table or a line of a form tells nothing.
    language = page.languages[number]
    if words[-1] not in _ENDS or _FORM.match(words) or TONGUES[language].negation.search(words):
        return None
    if _ahead(page, *sentence, times):
        return None
    verb = Verb(sentence.start, sentence.start, "")
    clause = Clause(
        *sentence, number, page.paragraph_of[number], page.languages[number], verb, "", sentence.start
    )
    return Narrated(clause, list(times))


# --- records -------------------------------------------------------------------------------------------


class _Names:
    """Mentions in order, to be asked for those of a clause."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.all = sorted(mentions, key=lambda m: m.passage.start)
        self.starts = [m.passage.start for m in self.all]

    def within(self, start: int, stop: int) -> list[Mention]:
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, stop)]


def _event(
    page: Page, told: Narrated, days: tuple[int | None, int | None], clock: Clock, names: _Names
) -> Event:
    clause = told.clause
    here = names.within(clause.start, clause.stop)
    first, last = days if told.sure else (told.first, told.last)
    if last is None and first is not None and clause.verb.tense in DONE:
        # What is told as done was done by the day of publication.
        last = max(first, clock.published) if clock.published is not None else None
    return Event(
        id=span_id("event", page.text.id, clause.start, clause.stop),
        passage=page.passage(clause.start, clause.stop),
        what=_what(page, clause),
        who=tuple(dict.fromkeys(m.norm for m in _by_part(page, clause, here) if m.kind in _WHO)),
        where=_where(page, clause, here, names),
        first=_day(first),
        last=_day(last),
    )


def _what(page: Page, clause: Clause) -> str:
    """The words of the clause; dots where its sentence begins before it or goes on after it."""
    start, stop = page.sentences[clause.sentence]
    what = " ".join(page.body[clause.start : clause.stop].split()).strip(" \"'“”«»–—-,;:")
    if len(what) > _LONGEST_WHAT:
        what = what[:_LONGEST_WHAT].rsplit(" ", 1)[0] + " …"
    elif page.body[clause.stop : stop].strip(_MARKS):
        what += " …"
    return f"… {what}" if page.body[start : clause.start].strip(_MARKS) else what


def _by_part(page: Page, clause: Clause, here: Sequence[Mention]) -> list[Mention]:
    """Who did it first: before an active verb, or after "by"; then who suffered it and everybody else."""

    if len(here) < 2:
        return list(here)

    def part(m: Mention) -> tuple[bool, bool, int]:
        start = m.passage.start
        by = page.body.endswith((" by ", " by the "), max(0, start - 8), start)
        return (not by, start >= clause.verb.stop, start)

    return sorted(here, key=part)


def _where(page: Page, clause: Clause, here: Sequence[Mention], names: _Names) -> str | None:
    """A place of the clause, else the only one of a sentence that tells little else."""
    own = next((m.norm for m in here if m.kind == "place"), None)
    if own is not None:
        return own
    start, stop = page.sentences[clause.sentence]
    if 2 * (clause.stop - clause.start) < stop - start:
        return None
    places = {m.norm for m in names.within(start, stop) if m.kind == "place"}
    return places.pop() if len(places) == 1 else None


def _day(ordinal: int | None) -> str | None:
    return (
        None if ordinal is None else date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()
    )


__all__ = ["find_events"]
