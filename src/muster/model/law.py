"""Law as data: dated rules with elements, and what they say of one deed. Information, never advice.

Words for readers are kept per language: ``{"en": "…", "ru": "…"}``; every text has English.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from muster.model.errors import RecordError

Words = Mapping[str, str]
Certainty = Literal["high", "medium", "low"]
# How an element stands: no fact decides it, one says yes, one says no.
Standing = Literal["met", "not met", "open"]

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Days:
    """Some day within ``[first, last]``; how exactly it is known is how far apart they are."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise RecordError(f"{self.first} is after {self.last}: a day cannot lie between them")

    @classmethod
    def of(cls, written: str) -> Days:
        """``2022``, ``2022-05``, ``2022-05-10``, or two of them with ``..`` between. Raises RecordError."""
        first, _, last = written.partition("..")
        return cls(_ends(first)[0], _ends(last or first)[1])

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        whole_month = self.first.day == 1 and self.last == _last_of(self.first.year, self.first.month)
        if whole_month:
            return f"{self.first:%Y-%m}"
        if (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31) and (
            self.first.year == self.last.year
        ):
            return f"{self.first:%Y}"
        return f"{self.first}..{self.last}"


def _ends(written: str) -> tuple[date, date]:
    parts = _PARTIAL.fullmatch(written.strip())
    try:
        if parts:
            year, month, day = (int(p) if p else None for p in parts.groups())
            assert year is not None
            if month is None:
                return date(year, 1, 1), date(year, 12, 31)
            if day is None:
                return date(year, month, 1), _last_of(year, month)
            return date(year, month, day), date(year, month, day)
    except ValueError:
        pass
    raise RecordError(
        f"{written!r} is no date",
        next_step="write 2022, 2022-05 or 2022-05-10, or two of them as 2022-05-08..2022-05-12",
    )


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day, both in it; ``None``: open at that end."""

    start: date | None = None
    stop: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.stop and self.start > self.stop:
            raise RecordError(f"a period cannot end on {self.stop} and begin on {self.start}")

    def overlaps(self, other: Period) -> bool:
        """Whether one day at least is in both."""
        starts = [d for d in (self.start, other.start) if d]
        stops = [d for d in (self.stop, other.stop) if d]
        return not starts or not stops or max(starts) <= min(stops)

    def covers(self, days: Days) -> Standing:
        """Whether the day is in the period: ``open`` where it may be and may not be."""
        within = Period(days.first, days.last)
        if not self.overlaps(within):
            return "not met"
        inside = (not self.start or self.start <= days.first) and (not self.stop or days.last <= self.stop)
        return "met" if inside else "open"

    def __str__(self) -> str:
        return f"{self.start or '…'} – {self.stop or '…'}"


@dataclass(frozen=True, slots=True)
class LawSource:
    """Where a rule's wording was seen. ``text``: the words held in the pack; ``sha256`` is theirs."""

    id: str
    title: str
    where: str
    seen: str
    text: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class StateOfAffairs:
    """A fact of state that rules depend on (mobilisation, martial law …), with its days where known."""

    id: str
    words: Words
    periods: tuple[Period, ...]
    certainty: Certainty
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that must be so. ``fact``: the pack's question that decides it; ``holds``: the answer needed.

    ``evaluative``: no fact decides it alone; somebody has to weigh, so it is open until a person says.
    """

    id: str
    words: Words
    fact: str
    holds: bool = True
    evaluative: bool = False


@dataclass(frozen=True, slots=True)
class Consequence:
    """What may follow: ``kind`` (prison, disciplinary-unit …), bounds in ``unit``; ``None``: not stated.

    Of a deadline (``high`` of ``unit``): ``counting`` days or working-days; ``first_day`` next (the day after
    is the first) or same; ``day_off_at_end`` next-working-day or as-it-is; "" where the pack does not say.
    """

    kind: str
    words: Words
    low: float | None = None
    high: float | None = None
    unit: str = ""
    counting: str = ""
    first_day: str = ""
    day_off_at_end: str = ""

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise RecordError(f"a {self.kind} of at least {self.low} and at most {self.high} {self.unit}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of one rule. ``line``: what its versions share; two of a line are never in force together.

    ``asked_by``: ``deed`` (the law of the day it was done) or ``today`` (the law of the day of the step).
    ``conditions``: states of affairs of which one must be (``any``). ``open``: what a lawyer must fill in.
    ``names``: words by which people call it, per language, to compare what is said with it.
    """

    id: str
    line: str
    title: Words
    provision: str
    kind: str
    statuses: tuple[str, ...]
    period: Period
    elements: tuple[Element, ...]
    consequences: tuple[Consequence, ...]
    sources: tuple[str, ...]
    certainty: Certainty
    asked_by: Literal["deed", "today"] = "deed"
    conditions: tuple[str, ...] = ()
    exceptions: tuple[Element, ...] = ()
    open: Words = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Days on which nothing is received: weekdays (0 Monday), and single days of the ``years`` listed."""

    weekdays: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    days: frozenset[date] = frozenset()
    certainty: Certainty = "low"

    def off(self, day: date) -> bool:
        """Whether nothing is received on the day, as far as is listed."""
        return day.weekday() in self.weekdays or day in self.days

    def lists(self, first: date, last: date) -> bool:
        """Whether the single days off of every year between the two are listed."""
        return all(year in self.years for year in range(first.year, last.year + 1))


@dataclass(frozen=True, slots=True)
class Pack:
    """Dated rules of one jurisdiction, one version. ``sha256``: of the file's bytes.

    ``penalties``: per kind of consequence the words by which people call it. A pack says of itself until
    when it was to be looked at again; that somebody did look is a signed review beside the file.
    """

    id: str
    version: str
    sha256: str
    jurisdiction: str
    title: Words
    languages: tuple[str, ...]
    review_until: date
    statuses: Mapping[str, Words]
    facts: Mapping[str, Words]
    states: Mapping[str, StateOfAffairs]
    sources: Mapping[str, LawSource]
    rules: tuple[Rule, ...]
    penalties: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    days_off: DaysOff = field(default_factory=DaysOff)
    where: str = ""

    def past_review(self, today: date) -> bool:
        """Whether it should have been looked at again: then it may be read and nothing may be made of it."""
        return today > self.review_until


__all__ = [
    "Certainty",
    "Consequence",
    "Days",
    "DaysOff",
    "Element",
    "LawSource",
    "Pack",
    "Period",
    "Rule",
    "Standing",
    "StateOfAffairs",
    "Words",
]
