"""Two numbers that bound one: "15–25", "between 15 and 25", «от двух до трёх тысяч», "$3m to $5m"."""

from __future__ import annotations

from typing import Final

from muster.text.listed import listed
from muster.text.numbers import bounds
from muster.text.numbers.cardinals import Value
from muster.text.numbers.shares import PERCENT, ShareReader
from muster.text.numbers.units import MONEY_MARKS, UNITS

_AND: Final = listed("and и і й та")
_TO: Final = frozenset(["to", "до"])
_DASHES: Final = frozenset(["-", "–", "—", "−", "‒", "―", "--"])
_OPENERS: Final = {
    "between": _AND, "между": _AND, "між": _AND, "поміж": _AND, "from": _TO, "от": _TO, "від": _TO,
    "anywhere": _TO,
}  # fmt: skip


class RangeReader(ShareReader):
    """Numbers with a second number that goes on from them."""

    def part(self, index: int, *, joined: bool = True) -> Value | None:
        """One end of a range: a share in words, or a number with its percent; a mark of money is passed."""
        at = index + (self.word(index) in MONEY_MARKS)
        if at >= self.ceiling:
            return None
        share = self.fraction(at)
        if share is not None:
            return share
        return self.cardinal(at + (self.words[at] == "a" and at + 1 < self.ceiling), joined=joined)

    def alternative(self, value: Value) -> Value:
        """ "15–25", "3,000 to 4,500", "two or three", «два-три», with the scale word of the second."""
        words, at = self.words, value.stop
        if at + 1 >= self.ceiling:
            return value
        link = self._past_unit(self.percent(value).stop)
        if link + 1 >= self.ceiling:
            return value
        dash = words[link] in _DASHES
        if not (dash or words[link] in ("to", "or", "или", "либо", "або", "чи")):
            return value
        mark = self.words[link + 1] in MONEY_MARKS
        both_digits = words[at - 1][-1:].isdecimal() and words[link + 1 + mark][:1].isdecimal()
        spaced = not (self.tokens.joined(link) and self.tokens.joined(link + 1))
        if dash and spaced and not (both_digits or words[link - 1] in PERCENT):
            return value
        second = self.part(link + 1) if mark else self.cardinal(link + 1)
        if second is None or (dash and self._chain(link, second.stop)):
            return value
        if words[link] == "to" and bounds.changes(words, self.floor, at - 1):
            return value
        if mark and not self._has_money(at):
            return value
        points = self.percent(value)
        if points.stop > at and (points.scale == "percent") != (self.percent(second).scale == "percent"):
            return value
        if points.stop > at and self.percent(second).stop == second.stop:
            return value
        return _spread(value, second)

    def _has_money(self, stop: int) -> bool:
        """True where a mark of money stands before the number that ends before ``stop``."""
        return any(self.word(at) in MONEY_MARKS for at in range(stop - 3, stop))

    def _past_unit(self, at: int) -> int:
        """Past a unit that both numbers repeat: "10 km to 15 km"; nothing is passed elsewhere."""
        name = self.word(at)
        if name not in UNITS or self.word(at + 1) not in ("to", "-", "–", "—"):
            return at
        after = at + 3 + (self.word(at + 2) in MONEY_MARKS)
        return at + 1 if UNITS.get(self.word(after)) == UNITS[name] else at

    def _chain(self, link: int, stop: int) -> bool:
        """A third number joined by a dash: a telephone number, a date, a route; not a range."""
        words = self.words
        before = link - 2 >= self.floor and words[link - 2] in _DASHES and self.tokens.joined(link - 1)
        return before or (
            stop + 1 < self.ceiling
            and words[stop] in _DASHES
            and self.tokens.joined(stop)
            and words[stop + 1][:1].isdecimal()
        )

    def range(self, index: int, free: int) -> Value | None:
        """ "between 15 and 25", "from 15 to 25", «от двух до трёх тысяч»; ``index`` is the first number."""
        start = index - (self.word(index - 1) in MONEY_MARKS)
        if start - 1 < free:
            return None
        opener = self.words[start - 1]
        if opener == "of" and self.words[max(start - 3, free) : start - 1] in (
            ("the", "ages"),
            ("the", "age"),
        ):
            opener = self.word(start - 4) if start - 4 >= free else ""  # "between the ages of 30 and 35"
        links = _OPENERS.get(opener)
        if links is None:
            return None
        first = self.part(index, joined=False)
        if first is None:
            return None
        at = self._past_unit_or_percent(first, links)
        if at + 1 >= self.ceiling or self.words[at] not in links:
            return None
        second = self.part(at + 1)
        if second is None or (opener == "from" and bounds.changes(self.words, self.floor, start - 1)):
            return None
        spread = _spread(first, second)
        return None if spread is first else self.percent(spread)

    def _past_unit_or_percent(self, first: Value, links: frozenset[str]) -> int:
        at = self.percent(first).stop
        return at + 1 if self.word(at) in UNITS and self.word(at + 1) in links else at


def _spread(first: Value, second: Value) -> Value:
    """``second`` with the low end of ``first``, which shares its scale word; ``first`` where it is"
    " larger."""
    low = first.low
    if second.unit > 1 and first.unit == 1 and low < second.high / second.unit:
        low *= second.unit
    if not low < second.high or first.scale != second.scale:
        return first
    return second._replace(low=low, unit=second.unit, soft=False)


__all__ = ["RangeReader"]
