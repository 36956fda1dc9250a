"""Days, months, seasons, quarters and weekdays, in digits and in words."""

from __future__ import annotations

import re
from typing import Final

from muster.text.dates.clock import CLOCK_PARTS, ClockReader
from muster.text.dates.cursor import CLOCK, Found
from muster.text.dates.holidays import FEASTS, HOLIDAYS, LONGEST_HOLIDAY, stands_for_a_day, stands_small
from muster.text.dates.words import (
    FOLLOWING,
    PREPOSITIONS,
    SEASONS,
    SHORT_MONTHS,
    STEPS,
    WEEKDAYS,
    WEEKDAYS_EACH,
)
from muster.text.dates.years import DASHES, ROMAN, YearReader
from muster.text.listed import listed
from muster.text.numbers.numerals import NUMERALS, ORDINALS
from muster.text.numbers.units import UNITS
from muster.text.numbers.vague_guards import counts_plural

_RANGE: Final = listed("to until till through по до – - — −")
_HALF_YEARS: Final = listed("полугодие полугодия полугодии полугодию півріччя півріччі півріччю")
_LIST: Final = listed("and та і й и or или або ,")
# Words that cannot be what an ordinal counts.
_NO_NOUN: Final = listed(
    "he she it they we i you who that when and or but was were is are the a his her their is had has another"
    " он она они мы я вы ты его ее их не уже и а но да він вона вони ми ви ти його її їх вже та й"
)
# «Утром 23-го».
_PARTS_OF_DAY: Final = listed("утром вечером ночью днём днем вранці увечері ввечері вночі уночі удень вдень")
_AFTER_CLOCK: Final = listed("on and when the sharp local as")
_CLOCK_AFTER: Final = listed("в о об к до с з около")
_SIGNS: Final = frozenset(["-", "−", "+", "$", "€", "~", "=", "<", ">", "/", "№", "#", ":"])
_DATED_FROM: Final = listed("с з із зі от від до после після к на по")
_RANGE_OPENERS: Final = listed("between from с со з із зі від от між между")
# More days in one list than this are a table.
_LONGEST_LIST: Final = 8
_VERB_SEASONS: Final = listed("fall spring")
_SEASON_BEFORE: Final = listed(
    "in by since during until through throughout over for of and or each every late early mid into",
    "before after another one to",
)
# Forms of a season that are also another case or word; only after a part or a preposition.
_DOUBTFUL_SEASONS: Final = listed(
    "лета літа весны весни зимы зими осени осені лето літо зима зиму осень осінь весна весну весні",
    "зимі зиме весне літом",
)
_SEASON_BEFORE_SLAVIC: Final = listed(
    "до с з от від после після к на за про протягом впродовж всю всю цілу этой того"
)
_WEEKDAY_DOUBTFUL: Final = listed("среду середу неділю среды середи неділі воскресенье воскресенья")
# «среда обитания» is no Wednesday.
_NOT_WEDNESDAY: Final = listed(
    "обитания общения передачи проживания развития існування проживання спілкування"
)
_WEEKDAY_BEFORE: Final = listed("в у на до к с з об от від после після по за")


class CalendarReader(ClockReader, YearReader):
    """Each reader is given the token that called it, and returns where it stops and what it found."""

    def of_numeric(self, index: int, match: re.Match[str]) -> Found:
        """Digits with marks: 12.03.2022, 2022-03-12, 3/12/2022, 5:30."""
        stop = self.tokens.between(match.start(), match.end())[1]
        if match.re is CLOCK:
            return self.clock(index, stop, int(match[1]), int(match[2]))
        part = {name[0]: int(value) for name, value in match.groupdict().items() if value is not None}
        day, month, year = part["d"], part["m"], part.get("y")
        if year is not None and year < 100:
            year += 2000 if year < 70 else 1900
        slashed = "/" in match.group()
        if "." in match.group() and year is None and not self._is_short_date(index, stop, match.group()):
            return self._dotted_clock(index, stop, day, month)
        if slashed and month > 12 >= day:
            day, month = month, day
        ambiguous = slashed and self.language == "en" and day <= 12 and day != month
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return None
        if year is not None:
            stop = self.year_end(stop)
        return self.made(
            index, stop, "calendar", year=year, month=month, day=day, ambiguous=ambiguous,
            hour=part.get("h"), minute=part.get("i"),
        )  # fmt: skip

    def _dotted_clock(self, index: int, stop: int, hour: int, minute: int) -> Found:
        """«в 14.30», "5.30 p.m."."""
        before, after = self.word(index - 1), self.word(stop)
        if self.language == "en":
            said = before == "at" and (not after.isalpha() or after in _AFTER_CLOCK or after in WEEKDAYS)
            said = (said and after not in ("%", "-", "/", "(")) or (after == "on" and self._dates(stop + 1))
        else:
            said = before in _CLOCK_AFTER and not self._measures(stop)
        if (
            hour > 23
            or minute > 59
            or not (said or self.half_day(stop) is not None or self.word(stop) in CLOCK_PARTS)
        ):
            return None
        return self.clock(index, stop, hour, minute)

    def _dates(self, index: int) -> bool:
        """ "on 17 May", "on Monday"."""
        return (
            self.word(index) in WEEKDAYS
            or self.month_at(index) is not None
            or (self.word(index).isdecimal() and self.month_at(index + 1) is not None)
        )

    def _measures(self, stop: int) -> bool:
        """True where what follows makes two digits after a point a measure, a price or a share."""
        after = self.word(stop)
        return after in UNITS or self.counted(stop) or after in NUMERALS or after in ("%", "-")

    def _is_short_date(self, index: int, stop: int, digits: str) -> bool:
        """«с 24.02»: after a preposition or where the sentence opens, no decimal."""
        if not 1 <= int(digits.partition(".")[2]) <= 12 or len(digits.partition(".")[2]) != 2:
            return False
        if self.language == "en" or self.word(stop) in UNITS or self.counted(stop):
            return False
        if index == self.floor or self.word(index - 1) in _DATED_FROM:
            return True
        # A decimal has its comma in Russian and Ukrainian: «24.11 оформили», "(16.06, 20:41)".
        day, _, month = digits.partition(".")
        after = self.word(stop)
        opens = not self.word(index - 1)[:1].isalnum() and self.word(index - 1) not in _SIGNS
        plain = 1 <= int(day) <= 31 and after not in NUMERALS and after not in ("%", "-", "$", "€")
        return plain and month[0] in "01" and opens and not counts_plural(after)

    def day_month(self, index: int) -> Found:
        """ "24 February 2022", «24-го февраля», "22" of "22 to 25 April 1951"."""
        first = self.day_number(index)
        if first is None:
            return None
        stop, day = first
        begin = self.the_before(index)
        owed = self.owed.get(index, {})
        if "month" in owed:
            stop, year = self.with_year(stop)
            return self.made(index, stop, "calendar", day=day, **{"year": year, **owed})
        month = self._month_after(stop)
        if month is None:
            return self._listed_day(index, begin, stop, day)
        stop = self._past_month(stop)
        stop, year = self.with_year(stop)
        return self.made(begin, stop, "calendar", day=day, month=month, year=year, **owed)

    def _listed_day(self, index: int, begin: int, stop: int, day: int) -> Found:
        """A day whose month stands after the last day of the range or list that it begins.

        "From 3 to 5 May" is one time; of "3–5 May" each day is one, as the corpora have it, both with the
        whole range. In Russian, where there is no corpus, a range is always one.
        """
        at, last, until = stop, day, None
        for _ in range(_LONGEST_LIST):
            link = self.word(at)
            step = 2 if link == "," and self.word(at + 1) in _LIST else 1
            if link not in _RANGE and link not in _LIST:
                return None
            second = self.day_number(at + step)
            if second is None or second[1] <= last:
                return None
            ranged = link in _RANGE or (link != "," and self.word(index - 1) in ("between", "між", "между"))
            until = second[1] if until is None and at == stop and ranged else until
            begins, last = at + step, second[1]
            at = second[0]
            month = self._month_after(at)
            if month is not None:
                end, year = self.with_year(self._past_month(at))
                opened = self.word(index - 1) in _RANGE_OPENERS or self._night_of(index)
                if until == last and (self.language == "ru" or opened):
                    return self.made(begin, end, "calendar", day=day, month=month, year=year, until_day=until)
                if until is not None:
                    self.owed[begins] = {"since_day": day}
                return self.made(begin, stop, "calendar", day=day, month=month, year=year, until_day=until)
        return None

    def _night_of(self, index: int) -> bool:
        """ "The night of 3 to 4 May": one night of two days."""
        return self.word(index - 1) == "of" and self.word(index - 2) == "night"

    def lone_day(self, index: int) -> Found:
        """«15-го», «20 числа», "on the 15th": a day whose month the text has told."""
        first = self.day_number(index)
        if first is None:
            return None
        stop, day = first
        after, before = self.word(stop), self.word(index - 1)
        if after in ("числа", "число"):
            return self.made(index, stop + 1, "calendar", day=day)
        if stop == index + 1 or (after.isalpha() and after not in PREPOSITIONS and after not in _NO_NOUN):
            return None
        if self.word(index).isascii() and before == "the" and self.word(stop - 1) in ("st", "nd", "rd", "th"):
            on = self.word(index - 2) in ("on", "by", "until", "since")
            return self.made(index - 1, stop, "calendar", day=day) if on and index - 1 >= self.free else None
        if after == "." and self.word(stop - 1) in ("е", "го") and not before.isalnum():
            return self.made(index, stop, "calendar", day=day)
        dated = self.word(stop - 1) in ("го", "му", "е") and before in (
            *_PARTS_OF_DAY,
            "с",
            "до",
            "к",
            "з",
            "від",
            "от",
            "на",
            "по",
        )
        return self.made(index, stop, "calendar", day=day) if dated else None

    def _past_month(self, index: int) -> int:
        stop = index + (2 if self.word(index) == "of" else 1)
        dotted = self.word(stop) == "." and self.word(stop - 1) in SHORT_MONTHS and self.tokens.joined(stop)
        return stop + 1 if dotted else stop

    def _month_after(self, index: int) -> int | None:
        return self.month_at(index + 1 if self.word(index) == "of" else index)

    def of_spelled_day(self, index: int) -> Found:
        """«первого мая», «двадцать четвёртого февраля 2022 года», "the third of May"."""
        first = self.day_in_words(index)
        if first is None:
            return None
        stop, day = first
        english = self.word(index).isascii()
        if english and self.word(stop) != "of":
            return None
        month = self._month_after(stop)
        if month is None:
            return None
        stop, year = self.with_year(self._past_month(stop))
        return self.made(self.the_before(index), stop, "calendar", day=day, month=month, year=year)

    def of_month(self, index: int) -> Found:
        """ "April", "February 24", "February of 1940"."""
        month = self.month_at(index)
        # "May23" is a name.
        if month is None or (self.word(index + 1).isdecimal() and self.tokens.joined(index + 1)):
            return None
        stop = self._past_month(index)
        found = self._month_day(index, stop, month)
        if found is not None:
            return found
        begin, part = self.back(index)
        ancient = self.ancient(stop)
        if ancient is not None:
            fields = {"month": month, "year": ancient[1].year, "part": part, "bc": True}
            return self.made(begin, ancient[0], "calendar", **fields)
        stop, year = self.with_year(stop)
        week = self._week_of(index)
        if week is not None:
            return self.made(week[0], stop, "calendar", month=month, year=year, week=week[1])
        step = self.step_before(begin)
        if year is None and step is not None:
            at = self.the_before(begin - 1)
            origin = "previous" if self.word(begin - 1) in FOLLOWING else "document"
            return self.made(
                at, stop, "relative", month=month, step=step, part=part, unit="month-name", origin=origin
            )
        return self.made(begin, stop, "calendar", month=month, year=year, part=part)

    def _month_day(self, index: int, stop: int, month: int) -> Found:
        """ "February 24, 2022", "March 5" of "March 5-9, 1918", "May the third"."""
        if self.language != "en" and not self.word(index).isascii():
            return None
        if self.word(stop) == "the":
            spelled = self.day_in_words(stop + 1)
            if spelled is None:
                return None
            after, year = self.with_year(spelled[0])
            return self.made(index, after, "calendar", month=month, day=spelled[1], year=year)
        numbered = self.day_number(stop)
        if numbered is None or self.numeric.get(self.tokens.starts[stop]) is not None:
            return None
        after, day = numbered
        until = None
        link = self.word(after)
        opened = self.word(index - 1) in _RANGE_OPENERS or self._night_of(index)
        if link in DASHES or link in ("to", "and", "through"):
            second = self.day_number(after + 1)
            if (
                second is not None
                and second[1] > day
                and self.month_at(second[0]) is None
                and (link in DASHES or opened)
            ):
                until = second[1] if link != "and" or opened else None
                end, year = self.with_year(second[0])
                if opened:
                    return self.made(index, end, "calendar", month=month, day=day, until_day=until, year=year)
                self.owed[after + 1] = {"month": month, "since_day": day if until else None}
                return self.made(index, after, "calendar", month=month, day=day, until_day=until, year=year)
        after, year = self.with_year(after)
        return self.made(index, after, "calendar", month=month, day=day, year=year)

    def _week_of(self, index: int) -> tuple[int, int] | None:
        """ "the last week of" before a month, «на первой неделе» mind: where it begins, which week."""
        of = index - 1 if self.word(index - 1) == "of" else index
        at = of - 1
        unit = UNITS.get(self.word(at))
        if at - 1 < self.free or unit is None or unit.name != "week":
            return None
        order = self.word(at - 1)
        nth = 1 if order == "first" or order[:4] in ("перв", "перш") else ORDINALS.get(order, 0)
        nth = -1 if order in ("last", "final") or order[:5] in ("после", "остан") else nth
        return (self.the_before(at - 1), nth) if nth == -1 or 1 <= nth <= 5 else None

    def of_season(self, index: int) -> Found:
        """ "the spring of 2016", «летом», "next winter"."""
        season, word = SEASONS[self.word(index)], self.word(index)
        stop, year = self.with_year(index + 1)
        begin, part = self.back(index)
        if year is not None:
            if self._second_year(stop - 1, year, stop) is not None:
                stop += 2
            end = self.before_christ(stop)
            begin = self.the_before(begin)
            return self.made(
                begin, end or stop, "calendar", season=season, year=year, part=part, bc=end is not None
            )
        ancient = self.ancient(index + 1 + (self.word(index + 1) == "of"))
        if ancient is not None:
            fields = {"season": season, "year": ancient[1].year, "part": part, "bc": True}
            return self.made(self.the_before(begin), ancient[0], "calendar", **fields)
        step = self.step_before(begin)
        if step is not None and not part:
            at = self.the_before(begin - 1)
            origin = "previous" if self.word(begin - 1) in FOLLOWING else "document"
            return self.made(
                at, index + 1, "relative", season=season, step=step, unit="season", origin=origin
            )
        if not self._is_season(index, word, bool(part)):
            return None
        return self.made(self.the_before(begin), index + 1, "calendar", season=season, part=part)

    def _is_season(self, index: int, word: str, part: bool) -> bool:
        before = self.word(index - 1)
        if not word.isascii():
            return part or word not in _DOUBTFUL_SEASONS or before in _SEASON_BEFORE_SLAVIC
        if word not in _VERB_SEASONS:
            return True
        the = before == "the" and self.word(index - 2) in (PREPOSITIONS | _SEASON_BEFORE)
        if word == "fall":
            return part or (
                the and self.word(index + 1) != "of" and self.word(index - 2) in ("in", "by", "during")
            )
        capital = self.body[self.tokens.starts[index]].isupper() and index > self.floor
        return (
            part
            or the
            or before in _SEASON_BEFORE
            or (capital and self.word(index + 1) not in ("street", "hill"))
        )

    def of_weekday(self, index: int) -> Found:
        """ "Friday", "last Tuesday", «в пятницу»."""
        word = self.word(index)
        day = WEEKDAYS[word]
        written = self.body[self.tokens.starts[index]]
        if word.isascii():
            if not written.isupper():
                return None
            if word.endswith("s"):
                return self.made(index, index + 1, "set", weekday=day)
        if self.word(index - 1).startswith(("черн", "чорн")):
            # «Черная пятница» is a sale.
            return None
        if word in _WEEKDAY_DOUBTFUL and not self._weekday_here(index):
            return None
        step = self.step_before(index)
        if step is not None:
            at = self.the_before(index - 1)
            return self.made(at, index + 1, "relative", weekday=day, step=step, unit="weekday")
        if word.isascii() and self.word(index + 1) == "before" and not self.word(index + 2).isalpha():
            # "the Friday before."
            fields = {"weekday": day, "step": -1, "unit": "weekday", "origin": "previous"}
            return self.made(self.the_before(index), index + 2, "relative", **fields)
        begin = index - (self.word(index - 1) in ("early", "late") and index - 1 >= self.free)
        return self.made(begin, index + 1, "calendar", weekday=day)

    def _weekday_here(self, index: int) -> bool:
        before, after = self.word(index - 1), self.word(index + 1)
        if after in _NOT_WEDNESDAY:
            return False
        return before in _WEEKDAY_BEFORE or before in STEPS or after in (",", "утром", "вечером")

    def of_weekdays(self, index: int) -> Found:
        """«по понедельникам», «щопонеділка»."""
        word = self.word(index)
        another = self.word(index - 1) in ("и", "і", "й", "та", ",") and self.word(index - 2) in WEEKDAYS_EACH
        if another:
            return self.made(index, index + 1, "set", weekday=WEEKDAYS_EACH[word])
        if not word.startswith("що") and self.word(index - 1) not in ("по", "у", "в"):
            return None
        begin = index if word.startswith("що") else index - 1
        return self.made(begin, index + 1, "set", weekday=WEEKDAYS_EACH[word])

    def of_order(self, index: int) -> Found:
        """ "the first quarter of 2022", "third-quarter", «в первом квартале», «перше півріччя»."""
        word = self.word(index)
        number = {"first": 1, "1st": 1}.get(word) or ORDINALS.get(word)
        if word[:4] in ("перв", "перш"):
            number = 1
        number = 4 if word == "final" else number
        hyphen = self.word(index + 1) == "-"
        after = self.word(index + 1 + hyphen)
        if number in (1, 2) and after in _HALF_YEARS and not hyphen:
            stop, year = self.with_year(index + 2)
            dated = self.word(index - 1) in PREPOSITIONS or self.word(stop) in STEPS
            return self.made(index, stop, "calendar", half=number, year=year) if year or dated else None
        if number is None or not 1 <= number <= 4 or not after.startswith(("quarter", "квартал")):
            return None
        if after in ("quarters", "quarterfinal", "quarterback"):
            return None
        stop, year = self.with_year(index + 2 + hyphen)
        begin = index if hyphen else self.the_before(index)
        return self.made(begin, stop, "calendar", quarter=number, year=year)

    def of_roman_quarter(self, index: int) -> Found:
        """«во II квартале 2022 года»."""
        number = ROMAN[self.word(index)]
        if number > 4 or not self.word(index + 1).startswith("квартал"):
            return None
        stop, year = self.with_year(index + 2)
        return self.made(index, stop, "calendar", quarter=number, year=year)

    def of_quarter_code(self, index: int) -> Found:
        """ "Q3 2022"."""
        digit = self.word(index + 1)
        if not self.tokens.joined(index + 1) or digit not in ("1", "2", "3", "4"):
            return None
        stop, year = self.with_year(index + 2)
        return self.made(index, stop, "calendar", quarter=int(digit), year=year)

    def of_holiday(self, index: int) -> Found:
        """ "Christmas 2021", «на Рождество», "New Year's Eve"."""
        for length in range(LONGEST_HOLIDAY, 0, -1):
            if index + length > self.ceiling:
                continue
            name = self.words[index : index + length]
            holiday, feast = HOLIDAYS.get(name), FEASTS.get(name)
            if holiday is None and feast is None:
                continue
            capital = self.body[self.tokens.starts[index]].isupper()
            capital = capital or stands_small(self.word(index), self.word(index - 1))
            if not capital or self.word(index + length) in ("tree", "trees", "island", "carol", "market"):
                return None
            if not stands_for_a_day(self.word(index), self.word(index - 1)):
                return None
            stop, year = self.with_year(index + length)
            if holiday is None:
                east = "" if name[0].isascii() and name[0] != "orthodox" else "east"
                return self.made(index, stop, "calendar", feast=feast, year=year, value=east)
            month, first, last = holiday
            since = first if first != last else None
            return self.made(index, stop, "calendar", month=month, day=last, since_day=since, year=year)
        return None


__all__ = ["CalendarReader"]
