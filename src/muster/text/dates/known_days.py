"""A few days that every report of a war knows, for documents that have no date themselves."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

# (month, day), what the sentence must say, year, how it is called in a reason. Public record.
# A longer "sentence" is a list or a table, which speaks of no one day.
_LONGEST: Final = 2000
_DAYS: Final = (
    (2, 24, r"inva(?:sion|ded)|occupation|full-scale|вторжени|вторгн|полномасштабн|повномасштабн", 2022,
     "Russia's invasion of Ukraine"),
    (9, 21, r"mobili[sz]ation|мобилизаци|мобілізаці", 2022, "the mobilisation order in Russia"),
    (3, 18, r"annex|аннекси|присоединени|анексі", 2014, "the annexation of Crimea"),
)  # fmt: skip
_CUES: Final = {
    (month, day): (re.compile(cue, re.IGNORECASE), year, name) for month, day, cue, year, name in _DAYS
}


def known_year(sentence: str, month: int | None, day: int | None) -> tuple[int, str] | None:
    """The year of a well-known day and what happened on it, where ``sentence`` speaks of that."""
    if month is None or day is None:
        return None
    entry = _CUES.get((month, day))
    if entry is None or not entry[0].search(sentence, 0, _LONGEST):
        return None
    return entry[1], entry[2]


# The day from which the days of the war are counted, the first being that day itself.
_WAR: Final = date(2022, 2, 24)


def day_of_war(number: int) -> date:
    """The nth day of the full-scale war. Raises OverflowError where the calendar ends before."""
    return _WAR + timedelta(days=number - 1)


__all__ = ["day_of_war", "known_year"]
