"""Hours and minutes: "5:30 a.m.", "0800 UTC", «в шесть утра», «о 5-й годині», noon and midnight."""

from __future__ import annotations

from typing import Final

from muster.text.dates.cursor import Cursor, Found
from muster.text.listed import listed
from muster.text.numbers.numerals import NUMERALS

CLOCK_PARTS: Final = {
    "утра": 0, "ранку": 0, "дня": 12, "вечера": 12, "вечора": 12, "ночи": 0, "ночі": 0, "пополудни": 12,
}  # fmt: skip
# «о п'ятій», "at five".
_ORDINAL_HOURS: Final = (
    "першій другій третій четвертій п'ятій шостій сьомій восьмій дев'ятій десятій одинадцятій дванадцятій"
    " першої другої третьої четвертої п'ятої шостої сьомої восьмої дев'ятої десятої одинадцятої дванадцятої"
)
HOURS_SAID: Final[dict[str, int]] = {
    **{
        word: int(n.value)
        for word, n in NUMERALS.items()
        if n.kind in ("ones", "tens", "teens") and 1 <= n.value <= 12
    },
    **{word: hour % 12 + 1 for hour, word in enumerate(_ORDINAL_HOURS.split(), start=12)},
}
# «половине шестого», «пів на шосту» is half an hour before.
_HALF_TO: Final[dict[str, int]] = {
    word: hour
    for hour, forms in enumerate(
        (
            "первого першу", "второго другу", "третьего третю", "четвертого четверту", "пятого п'яту",
            "шестого шосту", "седьмого сьому", "восьмого восьму", "девятого дев'яту", "десятого десяту",
            "одиннадцатого одинадцяту", "двенадцатого дванадцяту",
        ),
        start=1,
    )
    for word in forms.split()
}  # fmt: skip
_ZONES: Final = {
    "utc": "Z", "gmt": "Z", "z": "Z", "est": "-05", "edt": "-04", "cst": "-06", "cdt": "-05", "pst": "-08",
    "pdt": "-07", "cet": "+01", "cest": "+02", "eet": "+02", "eest": "+03",
}  # fmt: skip
_OF_DAY: Final[dict[tuple[str, ...], int]] = {
    ("in", "the", "morning"): 0,
    ("in", "the", "afternoon"): 12,
    ("in", "the", "evening"): 12,
}
_AT: Final = listed(
    "в о об у к до около с після после біля близько від примерно з із at by around about until from"
)
_HOURS: Final = listed("часов часам часа час часу годині годину години годин ч hours hrs o'clock")
_SHIFT_FROM: Final = listed("с з із from")
_SHIFT_TO: Final = listed("до to")
_OPENING: Final = (
    "ежедневн", "щодн", "щоден", "работа", "працю", "прием", "прийо", "открыт", "відчин", "режим", "графік",
    "график", "daily", "open", "weekday", "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот",
    "понеділ", "вівтор", "серед", "четвер", "п'ятниц", "субот", "неділ", "будн", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_MIDNIGHT: Final = listed("midnight полночь полночи полуночи опівночі півночі полуночь")


class ClockReader(Cursor):
    """Each reader is given the token that called it, and returns where it stops and what it found."""

    def clock(self, begin: int, stop: int, hour: int, minute: int) -> Found:
        """A clock whose digits end before ``stop``, with "p.m.", «утра» or "UTC" after it."""
        word = self.word(stop)
        if word in CLOCK_PARTS:
            hour += CLOCK_PARTS[word] if hour < 12 else 0
            stop += 1
        elif (after := self.half_day(stop)) is not None:
            hour = hour % 12 + (12 if word[0] == "p" else 0)
            stop = after
        elif word in ("hrs", "hours", "ч", "год"):
            stop += 1
        zone = ""
        if self.word(stop) in _ZONES:
            stop, zone = stop + 1, _ZONES[self.word(stop)]
        return self.made(begin, stop, "calendar", hour=hour, minute=minute, zone=zone)

    def half_day(self, index: int) -> int | None:
        """Past "a.m." or "pm" at ``index``, or None."""
        word = self.word(index)
        if word in ("am", "pm"):
            return index + 1
        if word in ("a", "p") and self.word(index + 1) == "." and self.word(index + 2) == "m":
            return index + 3 + (self.word(index + 3) == "." and self.tokens.joined(index + 3))
        return None

    def hour(self, index: int) -> Found:
        """ "5 p.m.", «в 5 утра», «15 часов» after «в», "0800 UTC"."""
        word = self.word(index)
        if not word.isdecimal():
            return None
        if (
            len(word) == 4
            and (
                self.word(index + 1) in (*_ZONES, "hrs")
                or (word[0] == "0" and self.word(index + 1) == "hours")
            )
            and int(word[:2]) < 24
            and int(word[2:]) < 60
        ):
            return self.clock(index, index + 1, int(word[:2]), int(word[2:]))
        if len(word) > 2 or int(word) > 24:
            return None
        after, before = index + 1, self.word(index - 1)
        if self.half_day(after) is not None or self.word(after) == "o'clock":
            return self.clock(index, after + (self.word(after) == "o'clock"), int(word) % 24, 0)
        if self.word(after) == "-" and self.word(after + 1) in ("й", "ій", "ї", "го", "я", "та"):
            after += 2
        return self._said(index, after, int(word), before)

    def of_spelled(self, index: int) -> Found:
        """«в шесть утра», «о п'ятій ранку», "at six o'clock", "five p.m."."""
        hour = HOURS_SAID.get(self.word(index))
        if hour is None:
            return None
        after = index + 1
        if self.word(after) == "o'clock" or self.half_day(after) is not None:
            return self.clock(index, after + (self.word(after) == "o'clock"), hour, 0)
        return self._said(index, after, hour, self.word(index - 1))

    def _said(self, index: int, after: int, hour: int, before: str) -> Found:
        """An hour after «в», «о», «около»: followed by «утра» or by «часов», or both."""
        if before == "to" and self._is_shift_end(index, before):
            return self.made(index, index + 1, "calendar", hour=hour % 24, minute=0)
        if before not in _AT:
            return None
        word = self.word(after)
        part = _OF_DAY.get(self.words[after : after + 3]) if after + 3 <= self.ceiling else None
        if part is not None and before in ("at", "around", "about", "by", "until", "from"):
            return self.made(index, after + 3, "calendar", hour=hour % 12 + part, minute=0)
        if word in CLOCK_PARTS and (word != "дня" or before in ("в", "о", "об")):
            return self.clock(index, after, hour % 24, 0)
        if word in _HOURS:
            stop, minute = self._minutes(after + 1)
            if self.word(stop) in CLOCK_PARTS:
                return self.clock(index, stop, hour % 24, minute)
            of_day = (
                before == "до" and self.word(index - 2).isdecimal() and self.word(index - 3) in ("с", "з")
            )
            to = self.word(stop) in ("до", "по") or not self.word(stop)[:1].isalpha()
            opens = word in ("часов", "часа", "години", "годин") and before in ("с", "з", "із", "від") and to
            if opens and self.word(index).isdecimal():
                return self.made(index, stop, "calendar", hour=hour % 24, minute=minute)
            of_day = of_day or (before in ("к", "ко") and word == "часам")
            if before in ("в", "о", "об") or word in ("годині", "o'clock") or of_day:
                return self.made(index, stop, "calendar", hour=hour % 24, minute=minute)
        if self._is_hour(index, before) or self._is_shift_end(index, before):
            return self.made(index, index + 1, "calendar", hour=hour % 24, minute=0)
        return None

    def _is_hour(self, index: int, before: str) -> bool:
        """«о шостій», «об одинадцятій» with nothing more: in Ukrainian only an hour stands so."""
        return self.language == "uk" and before in ("о", "об") and self.word(index).endswith("ій")

    def _is_shift_end(self, index: int, before: str) -> bool:
        """«ежедневно с 9 до 17», "open from 9 to 17": both ends, where a word of opening hours stands."""
        if before in _SHIFT_FROM:
            first, second = index, index + 2
        elif before in _SHIFT_TO and self.word(index - 3) in _SHIFT_FROM:
            first, second = index - 2, index
        else:
            return False
        one, other, after = self.word(first), self.word(second), self.word(second + 1)
        if self.word(first + 1) not in _SHIFT_TO or not (one.isdecimal() and other.isdecimal()):
            return False
        if after[:1].isalnum() or after in ("%", "-", "$", "€") or int(one) > 24 or int(other) > 24:
            return False
        return any(w.startswith(_OPENING) for w in self.words[max(self.floor, first - 8) : first])

    def of_one(self, index: int) -> Found:
        """«в час ночи», «в час дня»."""
        part = self.word(index + 1)
        if self.word(index - 1) not in ("в", "к", "до", "около", "с") or part not in CLOCK_PARTS:
            return None
        return self.clock(index, index + 1, 1, 0)

    def of_half_past(self, index: int) -> Found:
        """«в половине шестого», «о пів на шосту», "half past five", "quarter to six"."""
        word, link = self.word(index), self.word(index + 1)
        if word in ("half", "quarter") and link in ("past", "to"):
            hour = HOURS_SAID.get(self.word(index + 2))
            if hour is None:
                return None
            minute = 30 if word == "half" else 15
            hour, minute = (hour, minute) if link == "past" else (hour - 1, 60 - minute)
            return self.clock(index, index + 3, hour % 24, minute)
        at = index + (2 if word == "пів" and link in ("на", "до") else 1)
        hour = _HALF_TO.get(self.word(at))
        if hour is None or self.word(index - 1) not in _AT:
            return None
        return self.clock(index, at + 1, (hour - 1) % 24, 30)

    def _minutes(self, index: int) -> tuple[int, int]:
        """«30 минут» after «14 часов», «14 ч. 30 мин.»: the token after it, how many."""
        at = index + (self.word(index) == "." and self.word(index + 1).isdecimal())
        number, unit = self.word(at), self.word(at + 1)
        if (
            not number.isdecimal()
            or len(number) > 2
            or int(number) > 59
            or not unit.startswith(("мин", "хв"))
        ):
            return index, 0
        dotted = unit in ("мин", "хв") and self.word(at + 2) == "." and self.tokens.joined(at + 2)
        return at + 2 + dotted, int(number)

    def of_noon(self, index: int) -> Found:
        """ "noon", "midnight", «полночь»."""
        hour = 0 if self.word(index) in _MIDNIGHT else 12
        # «на півночі» is the north.
        if self.word(index) == "півночі" and self.word(index - 1) not in ("близько", "після", "біля", "о"):
            return None
        return self.made(index, index + 1, "calendar", hour=hour, minute=0)


__all__ = ["CLOCK_PARTS", "HOURS_SAID", "ClockReader"]
