"""Lengths of time ("almost three weeks", «полгода») and what is counted by them: "ago", "later", «через»."""

from __future__ import annotations

from typing import Final

from muster.text.dates.cursor import Cursor, Found
from muster.text.dates.length_words import (
    ABOUT,
    ABOUT_AFTER,
    AGE_BEFORE,
    AGE_NOUNS,
    AGO,
    ALL,
    AT_LEAST,
    BETWEEN,
    EARLIER,
    FEW,
    FINER,
    FIRST_LAST,
    HALVES,
    LATER,
    LENGTH_ADVERBS,
    LENGTH_BEFORE,
    LONG,
    NO_ADJECTIVE,
    NO_UNIT,
    OLDEST,
    ONE_BY,
    ONE_UNIT,
    PERSON_AGED,
    PLURALS,
    RATE_BEFORE,
    RU_IN,
    SHORT_PLURALS,
    SINGULAR,
    THAN,
    TO_AGE,
    TO_WHOM,
    WAS,
    YEAR_SUFFIXES,
    unit_at,
)
from muster.text.listed import listed
from muster.text.numbers.numerals import NUMERALS, ORDINALS
from muster.text.numbers.units import UNITS, adjective_unit, glued

# Verbs of the past and infinitives.
_VERB_ENDS: Final = (
    "ал", "ил", "ел", "ала", "ила", "ела", "ало", "ило", "али", "или", "ели", "ать", "ить", "еть", "лось",
    "лся", "лись", "ав", "ив", "ів", "ати", "ити", "іти", "лося", "вся",
)  # fmt: skip
_RUNNING: Final = listed("подряд поспіль кряду")
_RUNNING_UNITS: Final = listed("день неделю месяц год сутки ночь тиждень місяць рік добу ніч")
# «На третий день» is a date.
_ON_THE: Final = listed("на в у за с со к до по о об із з через під под")
_FORTNIGHT: Final = "fortnight"
_AND_AGED: Final = listed("и і й та") | {","}
_VERB_NOW: Final = ("ет", "ит", "ют", "ят", "ут", "ат", "є", "ють", "ять", "уть", "ить", "тся", "ться")
_NO_VERB: Final = listed("февраль апрель март квартал період весь")


class LengthReader(Cursor):
    """Each reader is given the token that called it, and returns where it stops and what it found."""

    def of_count(self, index: int) -> Found:
        """A number of days, weeks…: a duration, or a shift where "ago" or "later" follows."""
        word = self.word(index)
        if word in FEW:
            stop, count = index + 1 + (self.word(index + 1) == "of"), None
        elif word in ("a", "an"):
            return self._of_article(index)
        elif word == "пів":
            return self._half_of(index)
        elif word == "half":
            return self._half_a(index)
        else:
            value = self.counts.cardinal(index)
            if value is None:
                return None
            value = self.counts.alternative(value)
            stop, count = self._and_a_half(value.stop, value.low)
            if value.low != value.high:
                count = None
        return self.measured(index, stop, count)

    def _half_a(self, index: int) -> Found:
        """ "half an hour", "half a year", "half a dozen years"."""
        value = self.counts.half_a(index)
        if value is None:
            return None
        finer = {"hour": (30.0, "minute"), "year": (6.0, "month")}.get(self.word(value.stop))
        if finer is None or value.low != 0.5:
            return self.measured(index, value.stop, value.low)
        begin, stop = self._about(index), value.stop + 1
        moved = self._shift(begin, stop, finer[1], finer[0])
        return moved or self.made(begin, stop, "duration", unit=finer[1], amount=finer[0])

    def _half_of(self, index: int) -> Found:
        """«пів року», «пів години»."""
        finer = {"року": (6.0, "month"), "століття": (50.0, "year")}.get(self.word(index + 1))
        if finer is None:
            return self.measured(index, index + 1, 0.5)
        begin = self._about(index)
        moved = self._shift(begin, index + 2, finer[1], finer[0])
        return moved or self.made(self.during(begin), index + 2, "duration", unit=finer[1], amount=finer[0])

    def _and_a_half(self, stop: int, count: float) -> tuple[int, float]:
        if (self.word(stop), self.word(stop + 1), self.word(stop + 2)) == ("and", "a", "half"):
            return stop + 3, count + 0.5
        return stop, count

    def _of_article(self, index: int) -> Found:
        after = self.word(index + 1)
        if after in FEW:
            return self.measured(index, index + 2 + (self.word(index + 2) == "of"), None)
        if after in ("hundred", "thousand", "dozen"):
            value = self.counts.value(index)
            return self.measured(index, value.stop, value.low) if value is not None else None
        if self.word(index + 2) == "-" and self.word(index + 3) == "long":
            return None
        if after in UNITS or after in ("full", _FORTNIGHT):
            return self.measured(index, index + 1, 1.0)
        return None

    def measured(self, begin: int, at: int, count: float | None) -> Found:
        """The length or shift whose number ends before ``at``."""
        at += 2 * ((self.word(at), self.word(at + 1)) in (("с", "лишним"), ("з", "гаком")))
        hyphen = self.word(at) == "-"
        stop = at + hyphen
        if self.word(stop) in BETWEEN or self._between(stop):
            stop += 1
        unit = unit_at(self.word(stop)) or (adjective_unit(self.word(stop)) if hyphen else None)
        if self.word(stop).startswith(_FORTNIGHT):
            unit, count = UNITS["weeks"], None if count is None else 2 * count
        if unit is None or unit.kind != "duration" or (unit.name == "night" and not hyphen and count is None):
            return None
        stop += 1
        if count == 1.0 and (self.word(stop), self.word(stop + 1), self.word(stop + 2)) == (
            "and",
            "a",
            "half",
        ):
            stop, count = stop + 3, 1.5
        if self._is_age(begin, stop, unit.name, hyphen, self.word(stop - 1)):
            return None
        begin = self._about(begin)
        moved = self._shift(begin, stop, unit.name, count)
        if moved is not None:
            return moved
        if self._some_day(begin, stop):
            return None
        if self.word(begin) in ("a", "an") and at == begin + 1 and self.word(begin - 1) not in LENGTH_BEFORE:
            return self._rate(begin, stop, unit.name)
        if self.word(stop) == "-" and self.word(stop + 1) == "long":
            stop += 2
        begin = begin if hyphen else self.during(self.the_before(self._ordered(begin)))
        row = self.word(stop) in _RUNNING or self.word(stop) in ("running", "straight")
        stop += 3 if self.words[stop : stop + 3] == ("in", "a", "row") else row
        rest = self._rest(stop, unit.name) if count is not None else None
        if rest is not None:
            return self.made(begin, rest[0], "duration", unit=unit.name, amount=count, rest=rest[1:])
        return self.made(begin, stop, "duration", unit=unit.name, amount=count)

    def _some_day(self, begin: int, stop: int) -> bool:
        """ "one day in March", «в один из дней»: which day, nobody says."""
        return (self.word(begin), self.word(begin + 1), self.word(stop)) == ("one", "day", "in")

    def _rest(self, stop: int, unit: str) -> tuple[int, float, str] | None:
        """ "and six months" after "five years": where it ends, how many, of what."""
        at = stop + (self.word(stop) in ("and", "и", "і", "й", "та"))
        value = self.counts.cardinal(at) if self.word(at) in NUMERALS or self.word(at).isdecimal() else None
        finer = UNITS.get(self.word(value.stop)) if value is not None else None
        if value is None or finer is None or (unit, finer.name) not in FINER:
            return None
        return value.stop + 1, value.low, finer.name

    def _between(self, index: int) -> bool:
        """An adjective before the unit: "two bloody weeks", «три тяжёлых года»."""
        word, unit = self.word(index), self.word(index + 1)
        if len(word) < 4 or word in UNITS or not word.isalpha():
            return False
        if word.isascii():
            return unit in PLURALS and word not in NO_ADJECTIVE and not word.endswith("s")
        return word.endswith(("ых", "их", "ые", "і")) and UNITS.get(unit, NO_UNIT).kind == "duration"

    def _about(self, begin: int) -> int:
        """Past "almost", "more than", «не менее», «почти» before a length."""
        word = self.word(begin - 1)
        if begin - 1 < self.free:
            return begin
        if word in ABOUT:
            begin -= 1
            two = (self.word(begin - 1), word)
            return begin - 1 if two in AT_LEAST and begin - 1 >= self.free else begin
        two = (self.word(begin - 2), word)
        if begin - 2 >= self.free and (two[0] in THAN.get(word, ()) or two in AT_LEAST):
            begin -= 2
            if two[0] == "more" and self.word(begin - 1) == "little" and self.word(begin - 2) == "a":
                begin -= 2
            return max(begin, self.free)
        return begin

    def _ordered(self, begin: int) -> int:
        """Past "first", "last", «первые» before a number of days."""
        word = self.word(begin - 1)
        if begin - 1 >= self.free and (word in ("first", "last", "final") or word in FIRST_LAST):
            return begin - 1
        return begin

    def during(self, begin: int) -> int:
        """«протягом» belongs to a length in Ukrainian, as in the one corpus there is."""
        at = self.word(begin - 1) if begin - 1 >= self.free else ""
        return begin - 1 if self.language == "uk" and at in ("протягом", "впродовж", "упродовж") else begin

    def _rate(self, begin: int, stop: int, unit: str) -> Found:
        """ "a day" after a number or "once"."""
        before, number = self.word(begin - 1), self.word(begin - 2)
        counted = number[:1].isdecimal() or number in NUMERALS
        if (
            before in RATE_BEFORE
            or before[:1].isdecimal()
            or before in UNITS
            or (counted and before.endswith("s"))
        ):
            return self.made(begin, stop, "set", unit=unit, amount=1)
        return None

    def of_per(self, index: int) -> Found:
        """ "per day", «раз в неделю», «на добу»."""
        unit = UNITS.get(self.word(index + 1))
        if unit is None or unit.kind != "duration" or self.word(index + 1).endswith("s"):
            return None
        return self.made(index, index + 2, "set", unit=unit.name, amount=1)

    def of_times(self, index: int) -> Found:
        """«раз в неделю», «три рази на місяць»: the part after «раз»."""
        if self.word(index + 1) not in ("в", "на", "у") or self.word(index + 2) not in ONE_UNIT:
            return None
        once = self.word(index) == "раз" and not self._counted_by(index - 1)
        return self.made(
            index if once else index + 1, index + 3, "set", unit=UNITS[self.word(index + 2)].name, amount=1
        )

    def _is_age(self, begin: int, stop: int, unit: str, hyphen: bool, name: str) -> bool:
        if unit not in ("year", "month"):
            return False
        after = self.word(stop + 1) if self.word(stop) == "-" else self.word(stop)
        if after in ("old", "olds"):
            return True
        if hyphen and name.startswith(("летн", "річн")):
            number = self.word(begin)
            return number.isdecimal() and len(number) < 4 and int(number) > 12
        if any(self.word(k) in AGE_BEFORE for k in range(max(self.floor, begin - 4), begin)):
            return True
        if self.word(begin - 1) in TO_AGE and any(
            self.word(k).startswith(AGE_NOUNS) for k in range(max(self.floor, begin - 9), begin - 1)
        ):
            return True  # «снизить призывной возраст с 25 до 18 лет»
        if self._somebody_is(begin) or self._is_aside(begin, stop) or self._is_from(begin, stop):
            return True
        return after == "age" or (after == "of" and self.word(stop + 1) == "age")

    def _is_aside(self, begin: int, stop: int) -> bool:
        """«Свідок Б., пекар, 47 років, розповів», «найстаршому — шістдесят років»."""
        if any(self.word(k) in OLDEST for k in range(max(self.floor, begin - 5), begin)):
            return True
        closed = not self.word(stop) or self.word(stop) in (",", ".", "(", ")", "—", "–")
        grown = self.word(begin) not in FEW and self.word(begin)[:1].isalnum()
        return self.word(begin - 1) == "," and closed and grown and not self.word(stop - 1).isascii()

    def _is_from(self, begin: int, stop: int) -> bool:
        """«берут с шестнадцати лет»: an age where it is ten or more."""
        if self.word(begin - 1) not in ("с", "со", "з", "із") or self.word(stop) in ("до", "тому", "назад"):
            return False
        value = self.counts.cardinal(begin)
        return value is not None and value.stop + 1 == stop and 10 <= value.low < 100

    def _somebody_is(self, begin: int) -> bool:
        """«Ему 40 лет», «ей было 25 років»; «дал ему три года» is a term."""
        at = begin - 1
        while self.word(at) in _AND_AGED and self.word(at - 1).isdecimal():
            at -= 2  # «которым 8 и 10 лет»
        first = at
        while at > first - 2 and self.word(at) in WAS:
            at -= 1
        if self.word(at) in PERSON_AGED and at == first:
            return self.word(begin + 2) in ("", ",", ".", ";", "—", "–")
        return self.word(at) in TO_WHOM and not self.word(at - 1).isalpha()

    def _shift(self, begin: int, stop: int, unit: str, count: float | None) -> Found:
        after = self.word(stop)
        if after in AGO:
            return self.made(begin, stop + 1, "shift", unit=unit, amount=count, step=-1)
        if after in LATER:
            return self.made(begin, stop + 1, "shift", unit=unit, amount=count, step=1, origin="previous")
        if after in EARLIER or (after == "before" and self.word(stop + 1) in (".", ",", ";", "", "that")):
            return self.made(begin, stop + 1, "shift", unit=unit, amount=count, step=-1, origin="previous")
        if (after, self.word(stop + 1)) == ("по", "тому"):
            return self.made(begin, stop + 2, "shift", unit=unit, amount=count, step=1, origin="previous")
        if (after, self.word(stop + 1)) in (("до", "этого"), ("до", "цього"), ("до", "того")):
            return self.made(begin, stop + 2, "shift", unit=unit, amount=count, step=-1, origin="previous")
        if (after, self.word(stop + 1), self.word(begin - 1)) == ("'", "time", "in"):
            return self.made(begin, stop + 2, "shift", unit=unit, amount=count, step=1)
        if self.word(begin - 1) in RU_IN and begin - 1 >= self.free:
            return self.made(begin - 1, stop, "shift", unit=unit, amount=count, step=1, origin="through")
        return None

    def of_through(self, index: int) -> Found:
        """«через неделю», «спустя месяц», «через полгода»: one unit without a number."""
        word = self.word(index + 1)
        if word in HALVES:
            amount, name = HALVES[word]
            return self.made(index, index + 2, "shift", unit=name, amount=amount, step=1, origin="through")
        unit = UNITS.get(word)
        if unit is None or unit.kind != "duration":
            return None
        return self.made(index, index + 2, "shift", unit=unit.name, amount=1.0, step=1, origin="through")

    def of_single(self, index: int) -> Found:
        """«неделю назад», «рік тому», «полгода», «сутки», "years"."""
        word = self.word(index)
        if word in HALVES:
            amount, unit = HALVES[word]
            begin = self._about(index)
            moved = self._shift(begin, index + 1, unit, amount)
            return moved or self.made(self.during(begin), index + 1, "duration", unit=unit, amount=amount)
        known = UNITS.get(word)
        unit = known.name if known is not None else LENGTH_ADVERBS[word]
        if not word.isascii():
            return self._slavic_unit(index, word, unit)
        if self.word(index + 1) == "-" and self.word(index + 2) == "long":
            return self.made(
                index, index + 3, "duration", unit=unit, amount=None if word.endswith("s") else 1.0
            )
        if word in PLURALS or (word in SHORT_PLURALS and self.word(index - 1) in LENGTH_BEFORE):
            if self._is_age(index, index + 1, unit, False, word) or self._days_of_month(index):
                return None
            begin = self._about(index)
            return self._shift(begin, index + 1, unit, None) or self.made(
                begin, index + 1, "duration", unit=unit
            )
        return self._part_of_unit(index, unit)

    def of_long(self, index: int) -> Found:
        """ "weeklong"."""
        return self.made(index, index + 1, "duration", unit=LONG[self.word(index)], amount=1.0)

    def _told(self, index: int) -> bool:
        """«ждал неделю», «прошёл год»: after a verb of the past or an infinitive."""
        before = self.word(index)
        return before.endswith(_VERB_ENDS) and len(before) > 3 and before not in _NO_VERB

    def _counted_by(self, index: int) -> bool:
        return self.word(index)[:1].isdecimal() or self.word(index) in NUMERALS or self.word(index) in FEW

    def of_running(self, index: int) -> Found:
        """«третий день подряд», «вже другий тиждень»: a length that still lasts, by the unit it is in."""
        word, unit = self.word(index), UNITS.get(self.word(index + 1))
        if unit is None or unit.kind != "duration" or self.word(index - 1) in _ON_THE:
            return None
        if word.isascii():
            return self._in_a_row(index, word, unit.name)
        after = self.word(index + 2)
        running = after in _RUNNING or self.word(index - 1) in ("уже", "вже")
        told = not after.isalpha() or after.endswith(_VERB_NOW) or after in ("не", "без")
        if self.word(index + 1) not in _RUNNING_UNITS or not (running or told):
            return None
        stop = index + 2 + (after in _RUNNING)
        return self.made(index, stop, "duration", unit=unit.name, amount=float(ORDINALS.get(word, 1)))

    def _in_a_row(self, index: int, word: str, unit: str) -> Found:
        """ "the third year running", "a second night in a row"."""
        at = index + 2
        row = self.word(at) in ("running", "straight") or self.words[at : at + 3] == ("in", "a", "row")
        if not row or word not in ORDINALS or self.word(index + 1) in PLURALS:
            return None
        begin = index - (self.word(index - 1) in ("the", "a") and index - 1 >= self.free)
        stop = at + (3 if self.word(at) == "in" else 1)
        return self.made(begin, stop, "duration", unit=unit, amount=float(ORDINALS[word]))

    def _about_so_many(self, index: int, unit: str, skip: int = 1) -> Found:
        """«минут двадцать», «хвилин за двадцять»: the number after its unit."""
        value = self.counts.cardinal(index + skip)
        if value is None or self.word(value.stop) in UNITS:
            return None
        moved = self._shift(index, value.stop, unit, value.low)
        if self.word(index + 1) in RU_IN:
            # «месяца через два»
            fields = {"unit": unit, "amount": value.low, "step": 1, "origin": "through"}
            return self.made(index, value.stop, "shift", **fields)
        return moved or self.made(index, value.stop, "duration", unit=unit, amount=value.low)

    def _days_of_month(self, index: int) -> bool:
        """ "the first days of May" is met at the month."""
        return self.word(index + 1) == "of" and self.month_at(index + 2) is not None

    def _slavic_unit(self, index: int, word: str, unit: str) -> Found:
        after = self.word(index + 1)
        if word == "час" and self.language == "uk":
            # Time, not an hour.
            return None
        if word in ABOUT_AFTER and after in NUMERALS and not self._counted_by(index - 1):
            return self._about_so_many(index, unit)
        if (
            word in ABOUT_AFTER
            and after in ("на", "за", "по", *RU_IN)
            and self.word(index + 2) in NUMERALS
            and not self._counted_by(index - 1)
        ):
            return self._about_so_many(index, unit, 2)
        if word in ONE_BY and after in (EARLIER | LATER):
            return self._shift(index, index + 1, unit, 1.0)
        if word in ONE_UNIT or word in ("года", "року"):
            begin = self._about(index)
            moved = self._shift(begin, index + 1, unit, 1.0) if word in ONE_UNIT or begin < index else None
            if moved is not None:
                return moved
            if begin < index or self.word(index - 1) in ("за", "на") or self.word(index - 1) in ALL:
                return self.made(self.during(begin), index + 1, "duration", unit=unit, amount=1.0)
        if word in ("неделю", "тиждень", "месяц", "місяць", "год", "рік") and self._told(index - 1):
            return self.made(index, index + 1, "duration", unit=unit, amount=1.0)
        if word in ("сутки", "добу"):
            return self.made(self.during(index), index + 1, "duration", unit=unit, amount=1.0)
        dated = self.word(index - 1)[-1:].isdecimal() or self.word(index - 1) in YEAR_SUFFIXES
        # «днями» in Ukrainian is the other day.
        dated = dated or (word == "днями" and self.language == "uk")
        if word in LENGTH_ADVERBS and not dated and after not in (EARLIER | LATER):
            return self.made(index, index + 1, "duration", unit=LENGTH_ADVERBS[word])
        if self.word(index - 1) in ("протягом", "впродовж", "упродовж") and word in SINGULAR:
            return self.made(self.during(index), index + 1, "duration", unit=unit, amount=1.0)
        if self.word(index - 1) == "течение" and word in SINGULAR:
            return self.made(index, index + 1, "duration", unit=unit, amount=1.0)
        return self._part_of_unit(index, unit)

    def _part_of_unit(self, index: int, unit: str) -> Found:
        """ "the end of the month", «в начале года», "the year"."""
        begin, part = self.back(index)
        if self.word(index - 1) in ("all", "whole", "entire") and index - 1 >= self.free:
            begin = self.the_before(index - 1)
            if self.word(index - 1) == "all" or begin < index - 1:
                return self.made(begin, index + 1, "duration", unit=unit, amount=1.0)
            return None
        if unit not in ("year", "month", "week", "day"):
            return None
        ascii_word = self.word(index).isascii()
        if part and unit != "day" and (not ascii_word or self.word(index - 1) == "the"):
            return self.made(begin, index + 1, "relative", unit=unit, part=part)
        in_the = ascii_word and self.word(index - 1) == "the" and self.word(index - 2) == "in"
        if (
            in_the
            and self.word(index - 3) in ("later", "earlier", "late", "early")
            and index - 3 >= self.free
        ):
            return self.made(index - 3, index + 1, "relative", unit=unit)
        return None

    def of_glued(self, index: int) -> Found:
        """«двухлетний»."""
        found = glued(self.word(index))
        if found is None or found[1].kind != "duration":
            return None
        return self.made(index, index + 1, "duration", unit=found[1].name, amount=found[0])


__all__ = ["LengthReader"]
