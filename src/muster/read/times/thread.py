"""What a reader of times remembers while it walks through a text: document date, running year, last time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from muster.text.dates.dates import Expression
from muster.text.dates.days import Days, month_end
from muster.text.dates.outlook import Outlook, outlook

_FUTURE: Final = re.compile(
    r"\b(?:will|shall|is to|are to|due to|going to|plans? to|scheduled|expected to|expects?|intends? to"
    r"|будет|будут|планиру\w*|намерен\w*|ожида(?:ет|ют)|не позднее"
    r"|буде|будуть|плану\w*|має намір|очіку(?:є|ють)|не пізніше)\b",
    re.IGNORECASE,
)
# A text counts as a narrative of its own years when this many, and most, lie before the year of writing.
_NARRATIVE_YEARS: Final = 5
# "In 1944", "By the end of 1944": a year so near to where its sentence opens is when the sentence plays.
_OPENING: Final = 25
# Around a day that heads an entry of a diary.
_MARKS: Final = ' \t\u00a0"“”«„‘’*#—–-'
_ALONE: Final = re.compile(r"[.:](?!\d)|\s*(?:\n|\Z)")


@dataclass(slots=True)
class Thread:
    """``before``: the time told before, in this paragraph. ``told``: the last month or day, in any.

    ``year``: the last that was named; ``bc`` where that was before Christ. ``passing``: a year named in
    passing after it ("was planned for 1976"): the story may or may not go on in it. ``entry``: the day that
    heads this paragraph ("14 March. Yesterday …"), from which an entry of a diary counts; ``last_entry``:
    of any. ``ends``: where the time told before stands in the text.
    """

    written: tuple[date, date] | None
    narrative: bool
    year: int | None = None
    bc: int | None = None
    before: Days | None = None
    told: Days | None = None
    passing: int | None = None
    sentence: str = ""
    ahead: bool | None = None
    ends: int = 0
    entry: date | None = None
    last_entry: date | None = None
    body: str = ""
    bounds: tuple[int, int] = (0, 0)
    language: str = "en"

    def enter(self, start: int, stop: int, language: str, *, new_paragraph: bool) -> None:
        """Goes on to the next sentence; a time of another paragraph is not counted from."""
        if new_paragraph:
            self.before = self.entry = None
            self.year = self.year if self.narrative else None
        self.sentence, self.ahead = self.body[start:stop], None
        self.bounds, self.language = (start, stop), language

    def looks_ahead(self) -> bool:
        """True where the sentence speaks of the future; searched once for all its times."""
        if self.ahead is None:
            self.ahead = _FUTURE.search(self.sentence) is not None
        return self.ahead

    def outlook(self, e: Expression) -> Outlook:
        """Which way the clause of a time looks; the sentence, where the clause says nothing."""
        found = outlook(self.body, *self.bounds, e.start, e.stop, self.language)
        if found.way in ("", "open") and self.looks_ahead():
            return Outlook("ahead", "")
        return found

    @property
    def day_written(self) -> date | None:
        """The day of the document, if it is known to the day."""
        if self.entry is not None:
            return self.entry
        one = self.written is not None and self.written[0] == self.written[1]
        return self.written[0] if one and self.written is not None else None

    def remember(self, e: Expression, days: Days, anchor: str | None) -> None:
        """Keeps a resolved time as what the next one may lean on."""
        self.before, self.ends = days, e.stop
        if days.granularity == "day" and self.heads(e):
            self.entry, self.last_entry = days.first, days.first
        if days.granularity in ("day", "week", "month", "season"):
            self.told = days
        if e.lone:
            return
        if e.year is None:
            if self.narrative and anchor == "previous":
                self.year, self.passing = days.first.year, None
        elif self._in_passing(e):
            self.passing = e.year
        else:
            self.year, self.passing, self.bc = e.year, None, None

    def heads(self, e: Expression) -> bool:
        """True for a day that stands alone at the head of its paragraph, as in a diary or a dateline."""
        if e.form != "calendar" or e.day is None:
            return False
        line = self.body.rfind("\n", 0, e.start) + 1
        return not self.body[line : e.start].strip(_MARKS) and _ALONE.match(self.body, e.stop) is not None

    def _in_passing(self, e: Expression) -> bool:
        bare = e.month is e.season is e.quarter is e.half is None
        return bare and self.year is not None and e.start - self.bounds[0] > _OPENING


def is_narrative(found: Sequence[Expression], written: tuple[date, date] | None) -> bool:
    """True for a text that tells of its own years, most of them before the year before its date."""
    years = [-e.year if e.bc else e.year for e in found if e.year is not None]
    if written is None:
        return bool(years)
    return sum(year < written[0].year - 1 for year in years) * 2 > len(years) >= _NARRATIVE_YEARS


def days_written(published: str | None) -> tuple[date, date] | None:
    """The range of days in which the document was published; None where its date cannot be read."""
    if not published:
        return None
    try:
        parts = [int(part) for part in published[:10].split("-")]
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31)
        if len(parts) == 2:
            return date(parts[0], parts[1], 1), month_end(parts[0], parts[1])
        day = date(*parts)
    except (TypeError, ValueError):
        return None
    return day, day


__all__ = ["Thread", "days_written", "is_narrative"]
