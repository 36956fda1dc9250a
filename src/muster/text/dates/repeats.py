"""Times that repeat: "every Monday", «ежедневно», «по вечерам», "each spring"."""

from __future__ import annotations

from muster.text.dates.cursor import Cursor, Found
from muster.text.dates.words import DAYPARTS, DAYPARTS_EACH, EACH_UNIT, SEASONS, WEEKDAYS
from muster.text.numbers.units import UNITS


class RepeatReader(Cursor):
    """Each reader is given the token that called it, and returns where it stops and what it found."""

    def of_every(self, index: int) -> Found:
        """ "every Monday", «каждые три дня», "every other week"."""
        stop = index + 1
        word = self.word(stop)
        if word in DAYPARTS:
            return self.made(index, stop + 1, "set", daypart=DAYPARTS[word])
        if word in WEEKDAYS:
            return self._every_weekday(index, stop + 1, WEEKDAYS[word])
        if word in SEASONS and word not in ("лета", "літа"):
            return self.made(index, stop + 1, "set", season=SEASONS[word])
        if (month := self.month_at(stop)) is not None:
            return self.made(index, stop + 1, "set", month=month)
        unit = UNITS.get(word)
        if unit is not None and unit.kind == "duration":
            return self.made(index, stop + 1, "set", unit=unit.name)
        if word in ("other", "second", "второй", "другий"):
            unit = UNITS.get(self.word(stop + 1))
            if unit is not None and unit.kind == "duration":
                return self.made(index, stop + 2, "set", unit=unit.name, amount=2)
            if self.word(stop + 1) in WEEKDAYS:
                return self._every_weekday(index, stop + 2, WEEKDAYS[self.word(stop + 1)])
        count = self.counts.cardinal(stop)
        after = count.stop if count is not None else stop
        unit = UNITS.get(self.word(after))
        if count is not None and unit is not None and unit.kind == "duration":
            return self.made(index, after + 1, "set", unit=unit.name, amount=count.low)
        return None

    def _every_weekday(self, index: int, stop: int, weekday: int) -> Found:
        part = DAYPARTS.get(self.word(stop))
        return self.made(index, stop + (part is not None), "set", weekday=weekday, daypart=part)

    def of_each(self, index: int) -> Found:
        """ "daily", «щодня», «щоранку»."""
        unit = EACH_UNIT[self.word(index)]
        if (
            self.word(index) == "daily"
            and self.body[self.tokens.starts[index]].isupper()
            and index > self.floor
        ):
            # The Daily Something is a newspaper.
            return None
        if unit in ("night", "morning", "evening"):
            return self.made(index, index + 1, "set", daypart={"night": 4, "morning": 1, "evening": 3}[unit])
        return self.made(index, index + 1, "set", unit=unit)

    def of_dayparts(self, index: int) -> Found:
        """«по вечерам», «ночами»."""
        word = self.word(index)
        by = self.word(index - 1) == "по" and index - 1 >= self.free
        if not by and not word.endswith("ми"):
            return None
        return self.made(index - by, index + 1, "set", daypart=DAYPARTS_EACH[word])


__all__ = ["RepeatReader"]
