"""Time expressions in, the days that they force on the clause they stand in out.

A time says when its clause was only where no word before it moves it ("until", "by", "after") and where its
year is written or can be no other. A length of time before a joining word ("two days before …") is how far
the two clauses lie apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from muster.model.claims import TimeRange
from muster.read.events.years import (
    NEAR_YEARS,
    carry_on,
    doubt_of_last_year,
    just_begun,
    names_another_year,
    of_either_year,
    on_that_weekday,
    ordinal,
    over_new_year,
    settle_year,
    speaks_of_last_year,
    within_a_year,
    yearless,
    years_on,
)
from muster.read.page import Page
from muster.text.dates.dates import Expression, find_dates
from muster.text.lemmas import readings

_MOVED: Final = {
    "en": re.compile(
        r"\b(?:(?P<before>before|until|till)|(?P<by>by|no later than)|(?P<after>after))(?: the)? \Z", re.I
    ),
    "ru": re.compile(r"(?<!\w)(?:(?P<before>до|перед)|(?P<by>к|ко|не позднее)|(?P<after>после)) \Z", re.I),
    "uk": re.compile(r"(?<!\w)(?:(?P<before>до|перед)|(?P<by>під|не пізніше)|(?P<after>після)) \Z", re.I),
}  # fmt: skip
_LEANS: Final = re.compile(
    r" (after|before(?! last\b)|following|of|после|до|перед|після|від|от|со?|з) (?!того\b|этого\b|цього\b)",
    re.I,
)
_BEFORE: Final = ("before", "до", "перед")
# "The night before the strike", where "before" was read with the time.
_BESIDE: Final = (" before", " after")
_NAMED: Final = re.compile(r" (?:the|a|an|his|her|its|their|our|my) \w", re.I)
# «накануне», «напередодні»: the eve of what, where a noun follows.
_EVE: Final = ("накануне", "напередодні")
_EVE_OF: Final = re.compile(r" ([^\W\d_]{3,30})")
# Endings of Ukrainian nouns that say of what.
_OF_WHAT: Final = ("у", "ю", "ів", "ння", "ття", "ої", "ого", "ції", "дії")
# "On the last day", "in its last week": of what is told, not of the writing.
_OF_THE_STORY: Final = re.compile(
    r"(?<!\w)(?:on the last day|(?:its|his|her|their|my|our) (?:last|next) (?:day|week|month|year))\Z", re.I
)
# "The order of 5 May", «газета від 24 серпня»: the day of a paper, on which nothing else need have happened.
_OF_A_PAPER: Final = re.compile(
    r"(?<!\w)(?:dated|(?:paper|newspaper|letter|order|decree|issue|edition|report|note|protocol|photo"
    r"|photograph|entry|copy|message) (?:of|from))(?: the)? \Z|(?<=[^\W\d_]) (?:от|від) \Z",
    re.I,
)
_NOT: Final = re.compile(r"(?<!\w)not \Z", re.I)
_BEFORE_LAST: Final = re.compile(r" before last(?!\w)", re.I)
# A clause that looks back from what was told before it; so far around its time.
_LOOKS_BACK: Final = re.compile(
    r"(?<!\w)(?:had|earlier|before (?:that|then)|раньше|ранее|до (?:этого|того|цього)|раніше"
    r"|(?:ещё|еще|ще) [вву]о?)(?!\w)",
    re.I,
)
_BEFORE_IT: Final = re.compile(r"\W*(?:before|prior to|до|перед|прежде|перш)(?!\w)", re.I)
_NEARBY: Final = 48
# So few days before the writing a day needs no year.
_OF_LATE: Final = 31
# What may stand between two words for one time.
_ONE_TIME: Final = re.compile(r",? (?:(?:in|at|on|в|во|на|у|по|десь|где-то|ближче|ближе) ){0,2}", re.I)
_WINTER: Final = 4
_CLOSING: Final = ' "»”*_'
_FINE: Final = {
    "day": 0,
    "week": 1,
    "month": 2,
    "season": 3,
    "quarter": 3,
    "year": 4,
    "decade": 5,
    "century": 6,
}


@dataclass(slots=True)
class Told:
    """One time expression of the text. ``used``: it says how far two clauses lie apart and dates none.
    ``leans``: words after it say from what it counts ("the day after the storm")."""

    time: TimeRange
    e: Expression | None
    language: str
    sure: bool
    used: bool = False
    leans: bool = False

    @property
    def start(self) -> int:
        """Where it stands."""
        return self.time.passage.start

    @property
    def stop(self) -> int:
        """Where it ends."""
        return self.time.passage.stop

    @property
    def dated(self) -> bool:
        """True where its days are known."""
        t = self.time
        known = t.first is not None and t.last is not None and t.type in ("DATE", "TIME")
        return known and not (self.leans and t.anchor == "previous")

    @property
    def width(self) -> int:
        """Orders times by how exact they are."""
        return _FINE.get(self.time.granularity or "", 7)


@dataclass(slots=True)
class Clock:
    """The times of a text in order, and the day on which it was published (an ordinal)."""

    told: list[Told]
    published: int | None
    _starts: list[int]

    def within(self, start: int, stop: int) -> list[Told]:
        """Times that begin in ``[start, stop)``."""
        return self.told[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]

    def counts_from(self, one: Told, aside: Told) -> None:
        """Counts ``one``, a time of day, from the time told before ``aside``; from nothing that is no day."""
        i = bisect_left(self._starts, aside.start) - 1
        first, last = (self.told[i].time.first, self.told[i].time.last) if i >= 0 else (None, None)
        if first != last:
            first = last = None
        origin, counted, day = ordinal(aside.time.first), ordinal(one.time.first), ordinal(first)
        one.time = replace(one.time, first=first, last=last)
        if origin is not None and counted is not None and day is not None and counted > origin:
            one.time = _days_on(one.time, counted - origin)
        one.sure = False

    def ending(self, at: int, reach: int) -> Told | None:
        """The time that ends here, give or take ``reach`` characters after it."""
        i = bisect_left(self._starts, at) - 1
        if i >= 0 and at - 2 <= self.told[i].stop <= at + reach:
            return self.told[i]
        return None


def clock_of(page: Page, times: Sequence[TimeRange], published: str | None) -> Clock:
    """Every time with the way it is written; one whose year might be another is not ``sure``."""
    written: dict[int, tuple[Expression, str]] = {}
    for i in sorted({page.sentence_at(t.passage.start) for t in times}):
        for e in find_dates(page.body, *page.sentences[i], page.languages[i]):
            written[e.start] = (e, page.languages[i])
    years = names_another_year((e for e, _ in written.values()), published)
    named_years = {e.year for e, _ in written.values() if e.year is not None and not e.bc}
    past = speaks_of_last_year(e for e, _ in written.values()) or over_new_year(times, written, published)
    day = ordinal(published[:10]) if published else None
    of_one_day = all(
        t.anchor == "inferred" or (t.first or "") >= (published or "")[:7] for t in times if t.last
    )
    today = published[:10] if published else ""
    told: list[Told] = []
    paragraph = -1
    before: Told | None = None
    moved: TimeRange | None = None
    guessed, opened, doubted, named = False, 0, False, -NEAR_YEARS
    for t in sorted(times, key=lambda t: t.passage.start):
        sentence = page.sentence_at(t.passage.start)
        here = page.paragraph_of[sentence]
        if here != paragraph:
            paragraph, before, moved, guessed, opened, doubted = here, None, None, False, len(told), False
        form, language = written.get(t.passage.start, (None, "en"))
        if form is not None and form.weekday and t.anchor == "document":
            t = on_that_weekday(t, form, named_years)
        one = Told(t, form, language, sure=not (t.anchor == "document" and yearless(form) and (
            years or of_either_year(t, form, past, day))))  # fmt: skip
        one.leans = _leans(page.body, one)
        exact = form is not None and form.form == "calendar" and form.day is not None
        one.used = exact and _OF_A_PAPER.search(page.body, max(0, one.start - 20), one.start) is not None
        # A length of time between the two changes nothing of that.
        guessed = t.anchor == "inferred" or (guessed and t.anchor in ("previous", None))
        if guessed:
            # What counts from a guess is one.
            one.sure = False
            one.time = t if of_one_day else replace(t, first=None, last=None)
        elif _OF_THE_STORY.search(page.body, max(0, one.start - 10), one.stop) or (
            # A feast of either year: nothing says which.
            form is not None and form.feast is not None and years and t.anchor == "document"
        ):
            one.time = replace(t, first=None, last=None)
        elif _eve_of_today(t, form, day):
            one.time = replace(t, first=None, last=None)  # «сегодня», said within the story
        elif not one.sure and just_begun(t, form, day):
            one.time = years_on(t, -1, published)
        elif yearless(form) and _BEFORE_LAST.match(page.body, one.stop):
            one.time = years_on(t, -1, published, form)
        if (
            t.anchor == "document"
            and form is not None
            and form.day
            and day is not None
            and 0 <= day - (ordinal(t.first) or 0) <= _OF_LATE
        ):
            one.sure = True  # whoever means a year before would write it
        low, high = page.sentences[sentence]
        if not _BEFORE_IT.match(page.body, low, one.start) and not _LOOKS_BACK.search(
            page.body, max(low, one.start - _NEARBY), min(high, one.stop + _NEARBY)
        ):
            settle_year(one, before, told[opened:], published)
        if one.time.first != t.first and one.time.first:
            moved = t
        elif moved is not None and t.anchor == "previous" and t.first == moved.first and not yearless(form):
            # "On 9 April …, by noon": noon of the day that was moved.
            one.time, one.sure = years_on(t, 1, published), False
        if t.anchor == "explicit" and (form is None or form.season != _WINTER):
            named = sentence  # the winter of a year lies in two
        # "In 2021 they opened it. … They quarrelled. … In September": of that year, or long after.
        far = t.anchor == "previous" and yearless(form) and sentence - named > 1
        one.sure = one.sure and not far and not (doubted and t.anchor == "previous")
        # "On Sunday", of a Sunday: that day, or a week before.
        one.sure = one.sure and not (form is not None and form.weekday and not form.day and t.first == today)
        doubted = not one.sure if t.first else doubted
        told.append(one)
        before = one if one.time.first else before
    carry_on(told, _answers(page, told), published)
    doubt_of_last_year(told, published)
    _whole_and_part(told, page.body)
    _follow(told, times)
    return Clock(told, day, [t.start for t in told])


def _eve_of_today(t: TimeRange, e: Expression | None, day: int | None) -> bool:
    """The eve of the day of writing is "yesterday"; "the day before" is the eve of a day of the story."""
    eve = e is not None and e.form == "relative" and e.unit == "day" and e.step < 0
    return eve and t.anchor == "previous" and day is not None and ordinal(t.last) == day - 1


def _answers(page: Page, told: Sequence[Told]) -> list[int]:
    """The number of the paragraph of each time; a question and its answer are one."""
    ends = dict(zip(page.paragraph_of, page.sentences, strict=True))
    asked = 0
    number: dict[int, int] = {}
    for paragraph, sentence in ends.items():
        number[paragraph] = paragraph - asked
        asked += page.words(sentence).rstrip(_CLOSING).endswith("?")
    return [number[page.paragraph_of[page.sentence_at(one.start)]] for one in told]


def _follow(told: Sequence[Told], times: Sequence[TimeRange]) -> None:
    """What counts from a time whose year was moved goes with it; from a feast, it says only how far."""
    read = {t.passage.start: t.first for t in times}
    moved: Told | None = None
    for one in told:
        was = read[one.start]
        if one.time.anchor != "previous":
            moved = one if one.time.first != was else None
        elif moved is not None and one.time.first == was and was:
            origin, now = read[moved.start], moved.time.first
            if not origin or not now or (moved.e is not None and moved.e.feast is not None):
                one.time = replace(one.time, first=None, last=None)
            else:
                one.time, one.sure = years_on(one.time, int(now[:4]) - int(origin[:4]), None), False


def _leans(body: str, one: Told) -> bool:
    """ "The day after the storm", «накануне боя»: words after it say from what it counts."""
    leans = _LEANS.match(body, one.stop)
    words = one.time.passage.words.lower()
    if leans is not None:
        # «Через неделю до подвала»: a step forward counts from nothing that it is before.
        onward = one.e is not None and one.e.form == "shift" and one.e.step > 0
        return not (onward and leans[1].lower() in _BEFORE)
    if words.endswith(_BESIDE) and _NAMED.match(body, one.stop) is not None:
        return True
    if not words.startswith(_EVE) or (noun := _EVE_OF.match(body, one.stop)) is None:
        return False
    if one.language == "ru":
        read = readings(noun[1].lower(), "ru")
        return bool(read) and str(read[0].tag.case) == "gent"
    # The dictionary of Ukrainian is an extra, and events are the same without it.
    return noun[1].endswith(_OF_WHAT) or (noun[1][0].isupper() and noun[1].endswith(("і", "и")))


def _whole_and_part(told: Sequence[Told], body: str) -> None:
    """ "The last Sunday" "of September": read apart, only the month is known. "A year ago, in May" and
    «накануне» «Пасхи» are one time too."""
    for one, other in pairwise(told):
        between = body[one.stop : other.start]
        if _ONE_TIME.fullmatch(between):
            within_a_year(one, other)
            if between == " " and one.time.passage.words.lower() in _EVE and other.dated:
                one.used = True
                other.time = _days_on(other.time, -1)
        if other.start - one.stop <= len(" of ") and body[one.stop : other.start] in (" of ", " "):
            day_of = one.e is not None and one.e.form == "relative" and one.dated and other.dated
            if day_of and other.e is not None and other.e.month is not None and other.e.day is None:
                one.time = replace(one.time, first=None, last=None)
                one.used = True


def _days_on(t: TimeRange, days: int) -> TimeRange:
    """The same range so many days later; as it was where the calendar ends."""
    try:
        first, last = (
            (date.fromisoformat(day or "") + timedelta(days=days)).isoformat() for day in (t.first, t.last)
        )
    except (ValueError, OverflowError):
        return t
    return replace(t, first=first, last=last)


def not_ahead(told: Told, published: int | None) -> None:
    """What is told as done was done by the day of publication: a year earlier, where none is written."""
    first = ordinal(told.time.first)
    if published is not None and first is not None and first > published:
        day = date.fromordinal(published).isoformat()
        told.sure = False
        told.time = years_on(told.time, -1 if yearless(told.e) else 0, day, told.e)


def days_of(told: Told, body: str) -> tuple[int | None, int | None]:
    """The days on which what the clause tells can have begun, as ordinals."""
    first, last = ordinal(told.time.first), ordinal(told.time.last)
    moved = _MOVED[told.language].search(body, max(0, told.start - 16), told.start)
    way = moved.lastgroup if moved else ""
    if way in ("before", "after") and told.time.type == "TIME" and first == last:
        return first, last  # "shortly after midnight on 24 December"
    if way == "before":
        if _NOT.search(body, max(0, told.start - 24), moved.start() if moved else 0):
            return first, last  # "not until September"
        return None, last
    if way == "by":
        return None, last
    if way == "after":
        return first, None
    return first, last


def opens_by(told: Told, body: str) -> bool:
    """ "By evening", «к вечеру»: the story has gone on to then."""
    moved = _MOVED[told.language].search(body, max(0, told.start - 16), told.start)
    return moved is not None and moved.lastgroup == "by"


def back_before(told: Told, day: int) -> None:
    """ "Earlier, in March": the last March that ended before ``day`` (an ordinal)."""
    first, last = ordinal(told.time.first), ordinal(told.time.last)
    if first is None or last is None or last < day or not yearless(told.e):
        return
    for years in range(-1, -NEAR_YEARS - 1, -1):
        moved = years_on(told.time, years, None, told.e)
        if moved.last and (ordinal(moved.last) or day) < day:
            told.time, told.sure = moved, False
            return


__all__ = [
    "Clock",
    "Told",
    "back_before",
    "clock_of",
    "days_of",
    "not_ahead",
    "opens_by",
    "ordinal",
]
