"""Events told by somebody's age in ("at nineteen", «ему было семь», «народився»), likely links out.

What is told by a young age lies before the days of the story that is told now; where the text says how old
one person is ("Ana Vell, 61,"), an age says about which year. Whose age it is nobody looks; nothing here is
certain.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from muster.read.events.day_graph import DayLink
from muster.read.events.narrated import Narrated
from muster.read.page import Page
from muster.text.listed import listed
from muster.text.numbers.numerals import NUMERALS

AGE: Final = "told by an age, of years before the story"
BY_AGES: Final = "told by two ages, one after the other"

# A story of these years does not begin later in a life than that.
_YOUNG: Final = 30
_CHILD: Final = 8
_STUDENT: Final = 17
_GROWN: Final = 16
# An hour of the day has these numbers too: "at eleven".
_HOURS: Final = 12
# What happened so many years before the writing is of the story that is told now.
_STORY_YEARS: Final = 6
_OLDEST: Final = 110

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+|[^\w\s]")
_UNITS: Final = listed("years лет год года років роки рік")
_I: Final = listed(
    """i he she they we his her my
    я он она мы они его её ее меня мой моя нас уже
    він вона ми вони його її мене мій моя нас вже уже"""
)
_TO_WHOM: Final = listed("мне ему ей нам им мені йому їй нам їм")
_BARELY: Final = listed(
    """only just barely still about then всего только едва тогда ещё еще тоді лише тільки ледве всього ще
    тогда-то було было"""
)
_AT: Final = {"en": ("at",), "ru": ("в",), "uk": ("в", "у")}
_NO_VERB: Final = listed("сел сёл школ дел тел зал стел бригад кол стрел мил хвил сіл шкіл днів років домів")
_PAST: Final = re.compile(r"[^\W\d_]{2,}(?:ла|ло|ли|лся|лась|лось|лись|л|[аиіуяюїє]в|вся|лася|лися)\Z")
# "Ana Vell, 61,", "the 61-year-old", «61-летний».
_NOW: Final = re.compile(
    r"(?<=[^\W\d_]), (\d\d)(?: (?:год|года|лет|рік|роки|років))?[,;)]|(?<!\d)(\d\d)(?:-year-old|-летн|-річн)"
)
_BORN: Final = re.compile(
    r"\W*Born (?:in|to|on|into|and)\b|.{0,60}?(?<!\w)(?:(?:he|she|I|[A-Z]\w+) (?:was|had been) born"
    r"|(?:роди|народи)(?:лся|лась|вся|лася|лась))(?!\w)",
    re.DOTALL,
)
_BIRTH: Final = listed("born родился родилась народився народилася народилась")
# Somebody else is born: a child of the story.
_A_CHILD: Final = re.compile(
    r"(?<!\w)(?:son|daughter|bab(?:y|ies)|child(?:ren)?|twins?|boy|girl|grand\w+|сын\w*|доч\w+|дет\w+"
    r"|реб[её]н\w+|внук\w*|внучк\w+|мальчик\w*|девочк\w+|двойн\w+|син\w*|доньк\w+|діт\w+|дитин\w*|онук\w*"
    r"|хлопчик\w*|дівчинк\w+|у (?:них|неё|нас|меня|него|неї|мене|нього))(?!\w)",
    re.I,
)
_YOUTH: Final = re.compile(
    r"(?<!\w)(?:as a (?:(?:small|little|young) )?(?:(?P<child>child|boy|girl)|teenager|student)"
    r"|as a young (?:man|woman)|in (?:his|her|my|their) (?:youth|teens|(?:early |late )?twenties|childhood)"
    r"|с детства|[ву] (?:детстве|юности|молодости|дитинстві|юності|молодості)|подростком|мальчишкой|девчонкой"
    r"|(?:ещё|еще|ще) (?:школьником|школьницей|студентом|студенткой|школярем|школяркою|студенткою)"
    r"|змалку|замолоду|підлітком)(?!\w)",
    re.I,
)
# One of these stands in every sentence in which `_YOUTH` is found.
_YOUNG_WORDS: Final = listed(
    """child boy girl teenager student man woman youth teens twenties childhood детства детстве юности
    молодости дитинстві юності молодості подростком мальчишкой девчонкой школьником школьницей студентом
    студенткой школярем школяркою студенткою змалку замолоду підлітком"""
)
_DIED: Final = re.compile(
    r"(?<!\w)(?:died|умер(?:ла)?|скончал(?:ся|ась)|помер(?:ла)?)(?!\w)[^.]{0,40}?"
    r"(?:aged|at the age of|в возрасте|на|у віці) (\d\d)(?!\d)"
)
_OF_DEATH: Final = listed(
    """died dead killed shot умер умерла скончался скончалась погиб погибла убит убита
    помер померла загинув загинула вбито вбита"""
)


def life_links(
    body: str, told: Sequence[Narrated], ages: Mapping[int, int], published: int | None
) -> list[DayLink]:
    """At most three likely links for each event of ``ages`` (`ages_told`). Cost n log n."""
    if published is None or not ages:
        return []
    year = date.fromordinal(published).year
    born = _born(body, year)
    days = [(e.first, e.last, i) for i, e in enumerate(told) if e.first is not None and e.last is not None]
    begun = sorted((first, i) for first, _, i in days)
    ended = sorted((last, i) for _, last, i in days)
    found = []
    for i, age in ages.items():
        if born is None and age > _YOUNG:
            continue
        low = (year - _STORY_YEARS) if born is None else born + age + 2
        k = bisect_left(begun, (date(min(max(low, 1), 9999), 1, 1).toordinal(), -1))
        if k < len(begun):
            found.append(DayLink(i, begun[k][1], reason=AGE))
        if born is not None:
            k = bisect_left(ended, (date(min(max(born + age - 1, 1), 9999), 1, 1).toordinal(), -1))
            if k:
                found.append(DayLink(ended[k - 1][1], i, reason=AGE))
    for (one, age), (other, older) in pairwise(sorted(ages.items(), key=lambda x: (x[1], x[0]))):
        if age < older:
            found.append(DayLink(one, other, reason=BY_AGES))
    return found


def ages_told(page: Page, told: Sequence[Narrated]) -> Iterator[tuple[int, int]]:
    """The first undated event of each sentence that tells an age, and the age."""
    asked = -1
    for i, event in enumerate(told):
        clause = event.clause
        if event.dated or clause.sentence == asked:
            continue
        asked = clause.sentence
        age = age_told(page.words(page.sentences[clause.sentence]), clause.language)
        if age is not None:
            yield i, age


def age_told(sentence: str, language: str) -> int | None:
    """The age at which the sentence says that something happened; 0 where somebody is born."""
    tokens = _TOKEN.findall(sentence)
    low = [t.lower() for t in tokens]
    words = set(low)
    for i, word in enumerate(low):
        if not word.isdecimal() and word not in NUMERALS:
            continue
        value, stop = _number(low, i)
        if value is not None and _is_age(tokens, low, i, stop, value, language):
            # Who dies grown-up, dies in the story; whose mother dies when he is nine, grew up before it.
            return value if value < _GROWN or words.isdisjoint(_OF_DEATH) else None
    if not words.isdisjoint(_YOUNG_WORDS) and (youth := _YOUTH.search(sentence)) is not None:
        return _CHILD if youth["child"] or "дет" in youth[0] or "дит" in youth[0] else _STUDENT
    if not words.isdisjoint(_BIRTH) and _BORN.match(sentence) and not _A_CHILD.search(sentence):
        return 0
    return None


def _number(low: Sequence[str], i: int) -> tuple[int | None, int]:
    """A number below a hundred at ``i`` and where it ends: "19", "twenty-three", «двадцять три»."""
    if low[i].isdecimal():
        return (int(low[i]) if len(low[i]) <= len("99") else None), i + 1
    one = NUMERALS[low[i]]
    if one.kind not in ("ones", "teens", "tens") or (i and low[i - 1] in NUMERALS):
        return None, i + 1
    stop = i + 1
    if one.kind == "tens":
        ahead = stop + (stop < len(low) and low[stop] == "-")
        if ahead < len(low) and low[ahead] in NUMERALS and NUMERALS[low[ahead]].kind == "ones":
            return int(one.value + NUMERALS[low[ahead]].value), ahead + 1
    return int(one.value), stop


def _is_age(tokens: Sequence[str], low: Sequence[str], i: int, stop: int, value: int, language: str) -> bool:
    follows = low[stop] if stop < len(low) else "."
    at = i
    while at and low[at - 1] in _BARELY:
        at -= 1
    before = low[at - 1] if at else ""
    if value == 0:
        return False
    if language == "en":
        if before == "aged" or low[max(0, at - 3) : at] == ["the", "age", "of"]:
            return True
        if before in ("was", "were", "turned") and at > 1 and low[at - 2] in ("i", "he", "she", "they", "we"):
            return follows in (",", ".", "when", "years", "and") and ("when" in low or "since" in low)
    else:
        if before in _TO_WHOM and (follows in _UNITS or follows in (",", "коли", "когда")):
            return "когда" in low or "коли" in low or at == 1
        if before in ("возрасте", "віці") or (before in _AT[language] and follows in _UNITS):
            return value <= _OLDEST
    if before not in _AT[language] or value <= _HOURS:
        return False
    ahead = tokens[stop] if stop < len(tokens) else "."
    return (
        follows in (",", ".", ";")
        or follows in _I
        or ahead[0].isupper()
        or (_PAST.match(follows) is not None and follows not in _NO_VERB)
    )


def _born(body: str, year: int) -> int | None:
    """About the year in which the one person was born whose age the text gives."""
    ages = {int(m[1] or m[2]) for m in _NOW.finditer(body)}
    if (died := _DIED.search(body)) is not None:
        ages = {int(died[1])}
    return year - ages.pop() if len(ages) == 1 else None


__all__ = ["AGE", "BY_AGES", "age_told", "ages_told", "life_links"]
