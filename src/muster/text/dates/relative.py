"""Times that lean on another: "last month", «в тот же день», "this weekend", "the day before"."""

from __future__ import annotations

from typing import Final

from muster.text.dates.cursor import ORDINAL_ENDS, Found
from muster.text.dates.length_words import FEW
from muster.text.dates.references import FUNCTION_WORDS, ReferenceReader
from muster.text.dates.words import (
    DAYPARTS,
    DAYS_FROM_NOW,
    FOLLOWING,
    SAME,
    SEASONS,
    STEPS,
    WEEKDAYS,
    YEARS_FROM_NOW,
)
from muster.text.listed import listed
from muster.text.numbers.numerals import NUMERALS, ORDINALS
from muster.text.numbers.units import UNITS

_CALENDAR_UNITS: Final = listed("day week month year decade century quarter weekend")
_VERY: Final = listed("same very же ж самый самого самой самому самим самом самий самої")
_LATER: Final = listed("later earlier late early")
# A part of the day that may stand alone: not «утра» of a clock, not «дня».
_LONE_PARTS: Final = listed(
    "утром вечером ночью зранку вранці уранці ввечері увечері вночі уночі днем вдень удень",
    "morning evening night afternoon",
)
# «до утра», «к вечеру».
_PART_AFTER: Final = listed("до под під к ближе с зі з над перед за на по после після")
_AT_DAWN: Final = ("dawn", "рассвет", "світан")
_WHOLE_PART: Final = listed("ночь ніч вечер вечір утро ранок ночи")
_DAWN: Final = listed("at by before until till since from after around")
# Before a part of a day, and part of it.
_EARLY: Final = listed("early late рано ранним поздно поздним глубокой пізно рано-вранці глибокої")


class RelativeReader(ReferenceReader):
    """Each reader is given the token that called it, and returns where it stops and what it found."""

    def of_day_from_now(self, index: int) -> Found:
        """ "yesterday", «позавчера», "earlier today", «накануне»."""
        word = self.word(index)
        step, daypart = DAYS_FROM_NOW[word], 4 if word == "tonight" else None
        origin = "previous" if word in ("накануне", "напередодні") else "document"
        begin = index - (self.word(index - 1) in _LATER and word == "today" and index - 1 >= self.free)
        return self.made(begin, index + 1, "relative", unit="day", step=step, daypart=daypart, origin=origin)

    def of_year_from_now(self, index: int) -> Found:
        """«торік»."""
        return self.made(index, index + 1, "relative", unit="year", step=YEARS_FROM_NOW[self.word(index)])

    def of_daypart(self, index: int) -> Found:
        """A part of a day: joined to the day beside it, else alone."""
        word = self.word(index)
        if word in ("дня", "ранку", "утра") and self.word(index - 1)[:1].isdecimal():
            return None
        daypart = DAYPARTS[word]
        night = self._night_to(index) if daypart == 4 else None
        if night is not None:
            return night
        step = self.step_before(index)
        if step is not None and word not in ("mornings",):
            at = self.the_before(index - 1)
            step = -1 if step == -1 and daypart == 4 else step
            follows = self.word(index - 1) in FOLLOWING or at < index - 1 or step == 1
            origin = "previous" if follows else "document"
            return self.made(at, index + 1, "relative", unit="day", step=step, daypart=daypart, origin=origin)
        if self.word(index - 1) in SAME and index - 1 >= self.free:
            very = self.word(index - 1) in ("же", "ж") and index - 2 >= self.free
            at = index - 2 if very and self.word(index - 2) in SAME else index - 1
            return self.made(at, index + 1, "relative", unit="day", daypart=daypart, origin="previous")
        if word.endswith("s") and word.isascii():
            return None
        lone = self._may_stand(index, word)
        if word.startswith(_AT_DAWN) and (not lone or self.body[self.tokens.starts[index]].isupper()):
            return None  # "Operation Dawn"
        kind = "lone" if lone else ""
        begin = self.the_before(index)
        hyphen = self.word(begin - 1) == "-" and self.word(begin - 2) in _EARLY  # «рано-вранці»
        begin -= hyphen and begin - 2 >= self.free
        begin -= self.word(begin - 1) in _EARLY and begin - 1 >= self.free
        return self.made(begin, index + 1, "daypart", daypart=daypart, value=kind)

    def of_early_hours(self, index: int) -> Found:
        """ "the early hours of", "the small hours of", "early morning hours of": the morning of a day."""
        at = index + 1 + (self.word(index + 1) == "morning")
        if self.word(at) != "hours" or self.word(at + 1) != "of":
            return None
        return self.made(self.the_before(index), at + 1, "daypart", daypart=1)

    def of_overnight(self, index: int) -> Found:
        """ "Overnight, 23 drones came", "overnight into Tuesday": the night before, no "overnight train"."""
        before, after = self.word(index - 1), self.word(index + 1)
        if before in _NO_NIGHT_BEHIND and self.word(index - 2) not in ("in", "during", "by"):
            return None
        if after in _NO_NIGHT:
            return None
        day = index + 1 + (after in ("on", "into", "to"))
        if self.word(day) in WEEKDAYS and self.body[self.tokens.starts[day]].isupper():
            return self.made(index, day + 1, "calendar", weekday=WEEKDAYS[self.word(day)], daypart=4)
        return self.made(index, index + 1, "relative", unit="day", step=-1, daypart=4)

    def _may_stand(self, index: int, word: str) -> bool:
        """ "at night", "in the morning", «утром», «под утро»: a part of a day that says when by itself."""
        before = self.word(index - 1)
        if word == "dawn":
            return before in _DAWN
        if word.startswith(("рассвет", "світан")) and before in (
            "на",
            "до",
            "перед",
            "после",
            "після",
            "с",
            "з",
        ):
            return True
        if word.isascii():
            return before in ("at", "by") or (before == "the" and self.word(index - 2) in ("in", "during"))
        if word in _LONE_PARTS:
            return True
        if before in ("за", "на", "по") and word not in _WHOLE_PART:
            return False
        return before in _PART_AFTER and not self.word(index + 1)[:1].isdecimal()

    def _night_to(self, index: int) -> Found:
        """«ночь на 5 марта», «ніч з 25 на 26 грудня»: the night before a day; the value is that day's."""
        after = self.word(index + 1)
        if after in ("с", "з", "із", "со", "зі"):
            days = (WEEKDAYS.get(self.word(index + 2)), WEEKDAYS.get(self.word(index + 4)))
            if None not in days and self.word(index + 3) == "на":
                return self.made(index, index + 5, "calendar", weekday=days[0], daypart=4)
            first = self.day_number(index + 2)
            at = first[0] if first is not None else 0
            if first is not None and (month := self.month_at(at)) is not None:
                at += 1
            if first is None or self.word(at) != "на":
                return None
            second = self.day_number(at + 1)
            last = self.month_at(second[0]) if second is not None else None
            if second is None or last is None:
                return None
            stop, year = self.with_year(second[0] + 1)
            month = self.month_at(first[0]) or (last if first[1] < second[1] else None)
            if month is None:
                return None
            return self.made(index, stop, "calendar", day=first[1], month=month, year=year, daypart=4)
        return None

    def of_step(self, index: int) -> Found:
        """ "last month", «на прошлой неделе», "the past few months", "the following day"."""
        word, stop = self.word(index), index + 1
        the = self.the_before(index)
        several, count = self.word(stop) in FEW, None
        if several:
            stop += 1 + (self.word(stop + 1) == "of")
        elif self.word(stop) in NUMERALS or self.word(stop)[:1].isdecimal():
            value = self.counts.cardinal(stop)
            if value is not None:
                count, stop = value.low, value.stop
        if (several or count is not None) and self.word(stop) in ("full", "trading", "working", "calendar"):
            stop += 1
        name = self.word(stop)
        if name == "fortnight" and STEPS[word] == -1:
            return self.made(the, stop + 1, "duration", unit="week", amount=2)
        unit = _unit(name)
        if unit is None or unit == "weekend":
            return self._weekend(index, the, stop) if unit is not None else None
        if several or count is not None:
            return None if STEPS[word] == 0 else self.made(the, stop + 1, "duration", unit=unit, amount=count)
        if name in ("days", "week", "неделе", "неделю", "тиждень", "тижні", "тижня") and self._before_month(
            stop + 1
        ):
            # "the last week of April" is met at the month.
            return None
        if unit not in _CALENDAR_UNITS or _is_plural(word, name):
            if STEPS[word] == -1 or word in FOLLOWING:
                one = 1.0 if name in ("сутки", "суток") else None
                return self.made(the, stop + 1, "duration", unit=unit, amount=one)
            return None
        return self._one_unit(index, the, stop, unit)

    def _weekend(self, index: int, the: int, stop: int) -> Found:
        """ "last weekend", «прошлые выходные»."""
        return self.made(the, stop + 1, "relative", unit="weekend", step=STEPS[self.word(index)])

    def _before_month(self, index: int) -> bool:
        return self.month_at(index + (self.word(index) == "of")) is not None

    def _one_unit(self, index: int, the: int, stop: int, unit: str) -> Found:
        word, name = self.word(index), self.word(stop)
        begin, part = self.back(index)
        if word == "past" and the == index and not part:
            return None
        if word == "past" or name in ("сутки", "добу", "суток"):
            return self.made(the, stop + 1, "duration", unit=unit, amount=1)
        if STEPS[word] == 0 and name.endswith(("ого", "го")) and unit not in ("year", "month", "day"):
            return None
        clings = (
            word in FOLLOWING
            or (STEPS[word] == 1 and the < index)
            or (word in ("следующий", "следующего", "наступного", "наступний") and unit == "day")
        )
        start = begin if part else the
        if not part and self.word(start - 1) in _LATER and start - 1 >= self.free:
            start -= 1
        return self.made(start, stop + 1, "relative", unit=unit, step=STEPS[word], part=part,
                         origin="previous" if clings else "document")  # fmt: skip

    def of_latest(self, index: int) -> Found:
        """«за последние два месяца», «останні кілька тижнів»."""
        stop, count = index + 1, None
        if self.word(stop) in FEW:
            stop += 1
        elif self.word(stop) in NUMERALS or self.word(stop)[:1].isdecimal():
            value = self.counts.cardinal(stop)
            if value is not None:
                count, stop = value.low, value.stop
        unit = UNITS.get(self.word(stop))
        if unit is None or unit.kind != "duration":
            return self.of_phrase(index)
        if self.month_at(stop + 1) is not None:
            return None
        if count is None and self.word(stop) in _ONE:
            count = 1
        return self.made(index, stop + 1, "duration", unit=unit.name, amount=count)

    def of_same(self, index: int) -> Found:
        """ "later that month", «в тот же день», «того ж дня», "the day before", "that same spring"."""
        stop = index + 1
        if self.word(stop) in _VERY:
            stop += 1
        name = self.word(stop)
        unit = _unit(name)
        cyrillic = not self.word(index).isascii()
        begin = self.the_before(index)
        if unit in _CALENDAR_UNITS and unit is not None and not (name.isascii() and name.endswith("s")):
            if cyrillic and stop == index + 1 and self.word(index) in ("же", "ж"):
                return None
            if self.word(index - 1) in _LATER and index - 1 >= self.free:
                begin = index - 1
            part, part_begin = "", begin
            if self.word(begin - 1) == "of" or cyrillic:
                part_begin, part = self.back(begin)
            return self.made(
                part_begin if part else begin, stop + 1, "relative", unit=unit, origin="previous", part=part
            )
        if name in SEASONS and (stop > index + 1 or not cyrillic):
            return self.made(
                begin, stop + 1, "relative", unit="season", season=SEASONS[name], origin="previous"
            )
        month = self.month_at(stop)
        if month is not None and stop > index + 1:
            return self.made(begin, stop + 1, "relative", unit="month-name", month=month, origin="previous")
        return None

    def of_the(self, index: int) -> Found:
        """ "the day before", "the day after", "the year previous"."""
        unit = "night" if self.word(index + 1) == "night" else _unit(self.word(index + 1))
        if unit not in ("day", "week", "month", "year", "night", "weekend"):
            return None
        after = self.word(index + 2)
        if after in ("before", "after") and self.word(index + 3) in ("yesterday", "tomorrow", "last", "next"):
            part = 4 if unit == "night" else None
            step = -2 if after == "before" else 2
            name = "day" if part else unit
            return self.made(index, index + 4, "relative", unit=name, step=step, daypart=part)
        if unit == "weekend":
            nearest = "" if self.word(index + 2) in ("of", "before", "after") else "nearest"
            return self.made(index, index + 2, "relative", unit=unit, value=nearest)
        if unit in ("day", "week", "month", "year") and self._of_writing(index):
            begin = index - 2 if self.word(index - 2) in _LATER and index - 2 >= self.free else index
            return self.made(begin, index + 2, "relative", unit=unit)
        step = {"before": -1, "previous": -1, "after": 1, "following": 1}.get(after, 0)
        ends = self.word(index + 3)
        if not step or (after in ("before", "after") and (ends.isalpha() and ends not in FUNCTION_WORDS)):
            return None
        return self.made(index, index + 3, "relative", unit="day" if unit == "night" else unit, step=step,
                         origin="previous")  # fmt: skip

    def _of_writing(self, index: int) -> bool:
        """ "ended the day up", "for the year", "later in the day": the one of which the sentence tells."""
        if self.word(index - 1) not in _WHOLE:
            return False
        after = self.word(index + 2)
        return not after.isalpha() or after in ("at", "with", "up", "down", "to", "by")

    def nth_day(self, index: int) -> Found:
        """ "the 40th day of the war", «на 40-й день войны»: counted from a day that everybody knows."""
        word, stop = self.word(index), index + 1
        if not word.isdecimal() or len(word) > 4:
            return None
        if self.word(stop) == "-":
            stop += 1
        ends = self.word(stop) in ORDINAL_ENDS or self.word(stop) in ("та", "ту", "ої", "ю", "ті")
        if not ends or not self.tokens.joined(stop):
            return None
        return self._day_of_war(index, stop + 1, int(word))

    def of_day_number(self, index: int) -> Found:
        """ "Day 811 of the war"."""
        number = self.word(index + 1)
        if not number.isdecimal() or len(number) > 4 or self.word(index + 2) != "of":
            return None
        return self._at_war(index, index + 2, index + 3, int(number))

    def of_first_day(self, index: int) -> Found:
        """ "on the first day of the war", «в первый день вторжения»."""
        word = self.word(index)
        number = 1 if word in ("first", "первый", "перший") else ORDINALS.get(word, 0)
        return self._day_of_war(index, index + 1, number) if number else None

    def _day_of_war(self, index: int, at: int, number: int) -> Found:
        if _unit(self.word(at)) != "day" or self.word(at).endswith("s"):
            return None
        return self._at_war(index, at, at + 1, number)

    def _at_war(self, index: int, stop: int, at: int, number: int) -> Found:
        while at < stop + 7 and (self.word(at) in ("of", "the") or self.word(at).startswith(_FULL_SCALE)):
            at += 1
        if not self.word(at).startswith(_WAR) or self._other_war(at + 1):
            return None
        return self.made(self.the_before(index), at + 1, "nth", amount=float(number), unit="day")

    def _other_war(self, index: int) -> bool:
        """ "the war in", «война с»: one that is named, and not in Ukraine."""
        named = self.word(index) in _NAMED_WAR
        return named and not any(self.word(index + k).startswith(_UKRAINE) for k in (1, 2))

    def of_other_day(self, index: int) -> Found:
        """«на другой день», «другого ранку»: the next; «на третий день», "on the third day": two later."""
        word, before = self.word(index), self.word(index - 1)
        unit, after = self.word(index + 1), self.word(index + 2)
        if word.startswith("друг"):
            genitive = word == "другого"
            if genitive == (before == "на") or (genitive and (self.language != "uk" or before in _BESIDE)):
                return None
            part = _OTHER_PARTS.get(unit, 0)
            if part == 0 or unit.endswith(("у", "я", "а")) != genitive:
                return None
            begin = index if genitive else index - 1
            fields = {"unit": "day", "step": 1, "daypart": part, "origin": "previous"}
            return self.made(begin, index + 2, "relative", **fields)
        number = ORDINALS.get(word) or NTH_DAYS.get(word, 0)
        english = word.isascii() and before == "the" and self.word(index - 2) == "on" and unit == "day"
        slavic = before == "на" and (
            (unit == "день" and word.endswith(("ый", "ой", "ий", "ій")))
            or (unit == "сутки" and word.endswith(("ые", "ьи")))
            or (unit == "добу" and word.endswith(("ту", "тю", "му")))
        )
        free = not after.isalpha() or after in FUNCTION_WORDS or after.endswith(_PAST_ENDS)
        free = after != "of" if english else free
        if (
            not (2 if unit == "сутки" else 3) <= number <= _NTH_DAY
            or not (english or slavic)
            or not (free or after in _AFTER_WHAT)
        ):
            return None
        begin = index - 2 if english else index - 1
        fields = {"unit": "day", "amount": float(number - 1), "step": 1, "origin": "previous"}
        return self.made(begin, index + 2, "shift", **fields)

    def of_third_day(self, index: int) -> Found:
        """«Третьего дня он звонил»: an old word for the day before yesterday."""
        before, after = self.word(index - 1), self.word(index + 2)
        free = not after.isalpha() or after in _AFTER_WHAT or after.endswith(_PAST_ENDS)
        if self.language != "ru" or self.word(index + 1) != "дня" or not free or before in _BEFORE_DAY:
            return None
        return self.made(index, index + 2, "relative", unit="day", step=-2)

    def of_weekend(self, index: int) -> Found:
        """«в выходные»; "on weekends", «по выходным»."""
        if self.word(index) in ("weekends", "выходным"):
            if self.word(index - 1) not in ("on", "at", "по"):
                return None
            return self.made(index, index + 1, "set", unit="weekend")
        if self.word(index - 1) in ("в", "на", "у", "за"):
            past = self.word(index - 1) == "за" and self.word(index + 1) not in ("до", "перед")
            nearest = "" if past else "nearest"
            return self.made(
                index, index + 1, "relative", unit="weekend", step=-1 if past else 0, value=nearest
            )
        return None


# What the other day is: None where it is the whole of it.
_OTHER_PARTS: Final = {
    "день": None, "сутки": None, "добу": None,
    "утро": 1, "вечер": 3, "ночь": 4, "дня": None, "ранку": 1, "ранок": 1, "вечора": 3,
    "вечір": 3, "ніч": 4,
}  # fmt: skip
_BESIDE: Final = listed("до від із зі з після перед без для коло біля крім протягом впродовж")
# «на третьи сутки».
NTH_DAYS: Final = {"вторые": 2, "третьи": 3, "четвертые": 4, "пятые": 5, "шестые": 6, "седьмые": 7}
_NTH_DAY: Final = 40
_BEFORE_DAY: Final = listed("до с со от после около к на вечером утром ночью вечера утра")
# Before "overnight": it says which bus, or how somebody slept, and not when.
_NO_NIGHT_BEHIND: Final = listed(
    "a an the this his her their its our my every no stay stayed stays staying"
    " parked camped camping slept sleeping stopped moored docked lodged rested"
)
# "Short overnight stays", "the overnight train": every night has them.
_NO_NIGHT: Final = listed(
    "stay stays train trains bus buses journey journeys trip trips guest guests shelter shelters"
)
_PAST_ENDS: Final = ("л", "ла", "ло", "ли", "лся", "лась", "лись", "лося", "лися", "ав", "ив", "ів", "вся")
_AFTER_WHAT: Final = listed("после після он она они мы я его её ее их им ей він вона вони ми його її їх їм")
# A day that is counted: "the 40th day of the war".
_FULL_SCALE: Final = ("full", "-", "scale", "полномасштабн", "повномасштабн")
_WAR: Final = ("war", "invasion", "войн", "вторжени", "війн", "вторгнення")
_NAMED_WAR: Final = listed("in on with between of against for в во с на у з між между против проти за")
_UKRAINE: Final = ("ukrain", "украин", "україн")
_WHOLE: Final = listed(
    "for in during over end ended ends ending finish finished close closed start started begin"
)
_ONE: Final = listed("сутки добу год рік месяц місяць неделю тиждень час день")


def _is_plural(word: str, name: str) -> bool:
    """ "previous weeks", «прошлые недели»; «на минулому тижні» is one."""
    return name.endswith("s") if name.isascii() else word.endswith(("ые", "ие", "ых", "их", "і"))


def _unit(name: str) -> str | None:
    if name in ("quarter", "weekend"):
        return name
    if name in ("выходные", "вихідні", "вихідних", "выходных", "выходными", "вихідними"):
        return "weekend"
    unit = UNITS.get(name)
    return unit.name if unit is not None and unit.kind == "duration" else None


__all__ = ["NTH_DAYS", "RelativeReader"]
