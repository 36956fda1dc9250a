"""Times that lean on another (last week, a month later), lengths of time and repeated times."""

from __future__ import annotations

from typing import Final

from muster.text.calendar_words import (
    DAYPARTS,
    DAYS_FROM_NOW,
    EACH_UNIT,
    FOLLOWING,
    MONTHS,
    SAME,
    SEASONS,
    STEPS,
    WEEKDAYS,
    YEARS_FROM_NOW,
)
from muster.text.date_cursor import Cursor, Found
from muster.text.numerals import NUMERALS
from muster.text.units import UNITS, adjective_unit, glued
from muster.text.wordlist import words

_AGO: Final = frozenset(["ago", "назад", "тому"])
_LATER: Final = words(
    "later afterwards afterward спустя потому",
)
_FEW: Final = words(
    "few several some couple несколько нескольких кілька кількох декілька декількох пару",
)
_CALENDAR_UNITS: Final = words(
    "day week month year decade",
)
_RU_IN: Final = frozenset(["через", "спустя"])
_ONE_UNIT: Final = words("год рік месяц місяць неделю тиждень час годину")
_HALF_YEAR: Final = words(
    "полгода полугода півроку півріччя полугодие",
)
_AGE_BEFORE: Final = words(
    "aged age ages возрасте возраста возраст віком віці віку старше моложе младше молодше старші",
)


class SpanReader(Cursor):
    """Each reader is given the token that called it, and returns where it stops and what it found."""

    def of_day_from_now(self, index: int) -> Found:
        word = self.word(index)
        step, daypart = DAYS_FROM_NOW[word], 4 if word == "tonight" else None
        origin = "previous" if word in ("накануне", "напередодні") else "document"
        return self.made(index, index + 1, "relative", unit="day", step=step, daypart=daypart, origin=origin)

    def of_year_from_now(self, index: int) -> Found:
        return self.made(index, index + 1, "relative", unit="year", step=YEARS_FROM_NOW[self.word(index)])

    def of_daypart(self, index: int) -> Found:
        """A part of a day; kept only where a day joins it."""
        begin = index
        word = self.word(index)
        if word == "днем" or word == "дня":
            return None
        step = self.step_before(index)
        if step is not None and word not in ("mornings",):
            unit = "day"
            step = -1 if step == -1 and DAYPARTS[word] == 4 else step
            return self.made(index - 1, index + 1, "relative", unit=unit, step=step, daypart=DAYPARTS[word])
        if self.word(index - 1) in SAME and index - 1 >= self.free:
            return self.made(
                index - 1, index + 1, "relative", unit="day", daypart=DAYPARTS[word], origin="previous"
            )
        if self.word(index - 1) == "the" and index - 1 >= self.free:
            begin -= 1
        return self.made(begin, index + 1, "daypart", daypart=DAYPARTS[word])

    def of_every(self, index: int) -> Found:
        stop = index + 1
        word = self.word(stop)
        if word in DAYPARTS:
            return self.made(index, stop + 1, "set", daypart=DAYPARTS[word])
        if word in WEEKDAYS:
            return self.made(index, stop + 1, "set", weekday=WEEKDAYS[word])
        if word in SEASONS and word not in ("лета", "літа"):
            return self.made(index, stop + 1, "set", season=SEASONS[word])
        unit = UNITS.get(word)
        if unit is not None and unit.kind == "duration":
            return self.made(index, stop + 1, "set", unit=unit.name)
        count = self.counts.cardinal(stop)
        after = count.stop if count is not None else stop
        unit = UNITS.get(self.word(after))
        if count is not None and unit is not None and unit.kind == "duration":
            return self.made(index, after + 1, "set", unit=unit.name, amount=count.low)
        return None

    def of_each(self, index: int) -> Found:
        unit = EACH_UNIT[self.word(index)]
        if unit in ("night", "morning", "evening"):
            return self.made(index, index + 1, "set", daypart={"night": 4, "morning": 1, "evening": 3}[unit])
        return self.made(index, index + 1, "set", unit=unit)

    def of_step(self, index: int) -> Found:
        """ "last month", «на прошлой неделе», "the past few months", "the following day"."""
        word = self.word(index)
        stop = index + 1
        count: float | None = None
        several = self.word(stop) in _FEW
        if several:
            stop += 1
            if self.word(stop) == "of":
                stop += 1
        else:
            value = (
                self.counts.cardinal(stop)
                if self.word(stop) in NUMERALS or self.word(stop)[:1].isdecimal()
                else None
            )
            if value is not None:
                count, stop = value.low, value.stop
        unit = UNITS.get(self.word(stop))
        if unit is None or unit.kind != "duration":
            return self._plural_past(index, stop)
        if self.word(stop + 1) == "of" and self.word(index - 1) == "the" and self.word(stop + 2) in MONTHS:
            return None
        the = self.word(index - 1) == "the" and index - 1 >= self.free
        if several or count is not None:
            if STEPS[word] == 0:
                return None
            return self.made(index - the, stop + 1, "duration", unit=unit.name, amount=count)
        if unit.name not in _CALENDAR_UNITS:
            return self._plural_past(index, stop)
        name = self.word(stop)
        if name.isascii() and name.endswith("s"):
            return self.made(index - the, stop + 1, "duration", unit=unit.name)
        begin, part = self.back(index)
        if word == "past" and self.word(index - 1) != "the" and not part:
            return None
        if word in ("past",) or (name in ("сутки", "добу", "суток")):
            return self.made(index - the, stop + 1, "duration", unit=unit.name, amount=1)
        clings = (
            (word in FOLLOWING and unit.name == "day")
            or word in ("following", "previous")
            or (word == "next" and unit.name == "day" and the)
        )
        if word in ("наступного", "следующий", "наступний") and unit.name == "day":
            clings = True
        start = begin if part else index - (the and clings)
        return self.made(start, stop + 1, "relative", unit=unit.name, step=STEPS[word], part=part,
                         origin="previous" if clings else "document")  # fmt: skip

    def _plural_past(self, index: int, stop: int) -> Found:
        unit = UNITS.get(self.word(stop))
        if unit is not None and unit.kind == "duration" and STEPS[self.word(index)] == -1:
            return self.made(index, stop + 1, "duration", unit=unit.name)
        # «последние дни» is spelled without a step word; "last Tuesday" is met at the weekday.
        return None

    def of_latest(self, index: int) -> Found:
        """«за последние два месяца», «останні кілька тижнів»."""
        stop, count = index + 1, None
        if self.word(stop) in _FEW:
            stop += 1
        elif self.word(stop) in NUMERALS or self.word(stop)[:1].isdecimal():
            value = self.counts.cardinal(stop)
            if value is not None:
                count, stop = value.low, value.stop
        unit = UNITS.get(self.word(stop))
        if unit is None or unit.kind != "duration":
            return None
        if count is None and self.word(stop) in (
            "сутки",
            "добу",
            "год",
            "рік",
            "месяц",
            "місяць",
            "неделю",
            "тиждень",
            "час",
            "день",
        ):
            count = 1
        return self.made(index, stop + 1, "duration", unit=unit.name, amount=count)

    def of_same(self, index: int) -> Found:
        """ "later that month", «в тот же день», «того ж дня»."""
        stop = index + 1
        if self.word(stop) in (
            "same",
            "very",
            "же",
            "ж",
            "самый",
            "самого",
            "самой",
            "самому",
            "самим",
            "самом",
        ):
            stop += 1
        unit = UNITS.get(self.word(stop))
        cyrillic = not self.word(index).isascii()
        begin = index - (self.word(index - 1) == "the" and index - 1 >= self.free)
        if (
            unit is not None
            and unit.name in _CALENDAR_UNITS
            and not (self.word(stop).isascii() and self.word(stop).endswith("s"))
        ):
            if self.word(index - 1) in ("later", "earlier") and index - 1 >= self.free:
                begin = index - 1
            if cyrillic and stop == index + 1 and self.word(index) in ("же", "ж"):
                return None
            part, part_begin = "", begin
            if self.word(index - 1) == "of":
                part_begin, part = self.back(index)
            return self.made(
                part_begin if part else begin,
                stop + 1,
                "relative",
                unit=unit.name,
                origin="previous",
                part=part,
            )
        if self.word(stop) in SEASONS and (stop > index + 1 or not cyrillic):
            return self.made(
                begin, stop + 1, "relative", unit="season", season=SEASONS[self.word(stop)], origin="previous"
            )
        month = self.month_at(stop)
        if month is not None and stop > index + 1:
            return self.made(begin, stop + 1, "relative", unit="month-name", month=month, origin="previous")
        return None

    def of_count(self, index: int) -> Found:
        """A number of days, weeks…: a duration, or a shift where "ago" or "later" follows."""
        word = self.word(index)
        if word in _FEW:
            stop, count = index + 1 + (self.word(index + 1) == "of"), None
        elif word in ("a", "an"):
            if self.word(index + 1) in _FEW:
                return self._measured(index, index + 2 + (self.word(index + 2) == "of"), None)
            if self.word(index + 1) not in UNITS:
                value = (
                    self.counts.value(index)
                    if self.word(index + 1) in ("hundred", "thousand", "dozen")
                    else None
                )
                return self._measured(index, value.stop, value.low) if value is not None else None
            return self._measured(index, index + 1, 1.0)
        elif word == "half":
            value = self.counts.half_a(index)
            return self._measured(index, value.stop, value.low) if value is not None else None
        else:
            value = self.counts.cardinal(index)
            if value is None:
                return None
            value = self.counts.alternative(value)
            stop, count = value.stop, value.low
            if value.low != value.high:
                count = None
        return self._measured(index, stop, count)

    def _measured(self, begin: int, at: int, count: float | None) -> Found:
        hyphen = self.word(at) == "-"
        stop = at + hyphen
        if self.word(stop) in (
            "полных",
            "full",
            "long",
            "more",
            "consecutive",
            "straight",
            "еще",
            "ще",
            "долгих",
            "довгих",
            "календарных",
        ):
            stop += 1
        unit = UNITS.get(self.word(stop)) or (adjective_unit(self.word(stop)) if hyphen else None)
        if unit is None or unit.kind != "duration" or (unit.name == "night" and not hyphen and count is None):
            return None
        stop += 1
        if self._is_age(begin, stop, unit.name, hyphen, self.word(stop - 1)):
            return None
        indefinite = self.words[begin] in ("a", "an") and at == begin + 1
        moved = self._shift(begin, stop, unit.name, count)
        if moved is not None:
            return moved
        if indefinite and self.word(begin - 1) not in (
            "for",
            "after",
            "within",
            "about",
            "almost",
            "nearly",
            "over",
            "under",
            "than",
            "half",
        ):
            return None
        return self.made(begin, stop, "duration", unit=unit.name, amount=count)

    def _is_age(self, begin: int, stop: int, unit: str, hyphen: bool, name: str) -> bool:
        if unit not in ("year", "month"):
            return False
        after = self.word(stop + 1) if self.word(stop) == "-" else self.word(stop)
        if after in ("old", "olds"):
            return True
        if hyphen and name.startswith(("летн", "річн")):
            return (
                int(self.word(begin)) > 12
                if self.word(begin).isdecimal() and len(self.word(begin)) < 4
                else False
            )
        return any(
            self.word(k) in _AGE_BEFORE for k in range(max(self.floor, begin - 3), begin)
        ) or self.word(stop) in ("age",)

    def _shift(self, begin: int, stop: int, unit: str, count: float | None) -> Found:
        after = self.word(stop)
        if after in _AGO:
            return self.made(begin, stop + 1, "shift", unit=unit, amount=count, step=-1)
        if after in _LATER or (after == "потому"):
            return self.made(begin, stop + 1, "shift", unit=unit, amount=count, step=1, origin="previous")
        if after == "earlier" or (after == "before" and self.word(stop + 1) in (".", ",", ";", "")):
            return self.made(begin, stop + 1, "shift", unit=unit, amount=count, step=-1, origin="previous")
        if self.word(begin - 1) in _RU_IN and begin - 1 >= self.free:
            return self.made(begin - 1, stop, "shift", unit=unit, amount=count, step=1, origin="through")
        return None

    def of_through(self, index: int) -> Found:
        """«через неделю», «спустя месяц»: one unit without a number."""
        unit = UNITS.get(self.word(index + 1))
        if unit is None or unit.kind != "duration":
            return None
        return self.made(index, index + 2, "shift", unit=unit.name, amount=1.0, step=1, origin="through")

    def of_single(self, index: int) -> Found:
        """«неделю назад», «рік тому», «полгода», «сутки»."""
        word = self.word(index)
        if word in _HALF_YEAR:
            return self._measured_half(index)
        unit = UNITS[word].name
        if self.word(index + 1) in _AGO and not word.isascii():
            return self.made(index, index + 2, "shift", unit=unit, amount=1.0, step=-1)
        if self.word(index + 1) in ("спустя", "потому") and not word.isascii():
            return self.made(index, index + 2, "shift", unit=unit, amount=1.0, step=1, origin="previous")
        within = self.word(index - 1) in ("за", "на") and word in _ONE_UNIT
        if word in ("сутки", "добу") or within:
            return self.made(index, index + 1, "duration", unit=unit, amount=1.0)
        if (
            word.isascii()
            and word.endswith("s")
            and self.word(index - 1) in ("for", "of", "after", "within")
            and unit != "second"
        ):
            return self.made(index, index + 1, "duration", unit=unit)
        begin, part = self.back(index)
        if (
            part
            and unit in ("year", "month", "week")
            and (not word.isascii() or self.word(index - 1) == "the")
        ):
            return self.made(begin, index + 1, "relative", unit=unit, part=part)
        return None

    def _measured_half(self, index: int) -> Found:
        moved = self._shift(index, index + 1, "month", 6.0)
        return moved or self.made(index, index + 1, "duration", unit="month", amount=6.0)

    def of_glued(self, index: int) -> Found:
        """«двухлетний»."""
        found = glued(self.word(index))
        if found is None or found[1].kind != "duration":
            return None
        return self.made(index, index + 1, "duration", unit=found[1].name, amount=found[0])


__all__ = ["SpanReader"]
