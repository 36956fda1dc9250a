"""One line of a list of people: what it says, ready to be compared. Records live in memory only."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from muster.model.errors import Refused
from muster.text.scripts import fold, phonemes

FIELDS = ("name", "born", "unit", "region", "date", "code")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_DATE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 300
# What people write for "not known".
_NOTHING = frozenset(
    ["-", "–", "—", "?", ".", "na", "n/a", "nan", "none", "null", "unknown", "неизвестно", "неизв", "нет",
     "невідомо", "немає", "невід"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """``list``: its place among the lists; ``record``: its code there. None where it says nothing.

    ``born``: a year. ``unit``, ``region``, ``code``: folded words. ``days``: first and last day that its
    date can mean, as ordinals.
    """

    list: int
    record: str
    name: str | None = None
    born: int | None = None
    unit: str | None = None
    region: str | None = None
    days: tuple[int, int] | None = None
    code: str | None = None

    @property
    def empty(self) -> bool:
        return all(x is None for x in (self.name, self.born, self.unit, self.region, self.days, self.code))


def case_record(place: int, record: str, cells: dict[str, str]) -> CaseRecord:
    """A record from the cells of its row, by field. Raises Refused for a cell too long to be one."""
    said = {k: v.strip() for k, v in cells.items() if fold(v) not in _NOTHING and v.strip()}
    if long := next((k for k, v in said.items() if len(v) > _LONGEST), None):
        raise Refused(f"its {long} has {len(said[long]):,} characters", record=record)
    return CaseRecord(
        list=place,
        record=record,
        name=said.get("name"),
        born=_year(said.get("born", "")),
        unit=_words(said.get("unit")),
        region=_words(said.get("region")),
        days=_days(said.get("date", "")),
        code=_words(said.get("code")),
    )


def _words(said: str | None) -> str | None:
    return " ".join(_WORD.findall(fold(said))) or None if said else None


def _year(said: str) -> int | None:
    found = _YEAR.search(said)
    return int(found[1]) if found else None


def _days(said: str) -> tuple[int, int] | None:
    """The days of «2022-05-17», «2022-05», «17.05.2022» or «2022»."""
    if found := _DAY_FIRST.search(said):
        day, month, year = (int(x) for x in found.groups())
    elif found := _DATE.search(said):
        year, month, day = int(found[1]), int(found[2]), int(found[3] or 0)
    elif (alone := _year(said)) is not None:
        return date(alone, 1, 1).toordinal(), date(alone, 12, 31).toordinal()
    else:
        return None
    if not 1 <= month <= 12 or day > monthrange(year, month)[1]:
        return None
    first = date(year, month, day or 1)
    last = first if day else date(year, month, monthrange(year, month)[1])
    return first.toordinal(), last.toordinal()


def sound(words: str) -> str:
    """How ``words`` sound, for places and units written in two scripts."""
    return "".join(phonemes(word)[0] for word in words.split())


__all__ = ["FIELDS", "CaseRecord", "case_record", "sound"]
