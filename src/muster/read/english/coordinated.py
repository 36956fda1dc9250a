"""One more who speaks: whether what stands before "and" in English is a person, and the whole one subject."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.finite import FINITE
from muster.read.english.grammar import ADJECTIVE, DETERMINER, LEADING, TITLES
from muster.read.frames import Region
from muster.read.protection.bearers import person

# What may stand before a name: "the mayor of Tarn, | Brook", "her neighbour | Brook".
_LEAD: Final = re.compile(
    r"\s*(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Aa]nother|[Bb]oth|[A-Z][\w-]+['’]s)"
    r"\s(?:[\w’'-]+\s){0,4})?"
)
_ONE_MORE: Final = re.compile(
    r"\s(?:and|&)\s((?:(?:an?|another|the|one|two|three|his|her|their|[A-Z][\w-]+['’]s)\s)?[\w’'. -]{2,60})"
)
# "…, said Anna and her sister Jana.", "…, said Anna and a neighbour."
_AFTER: Final = re.compile(
    r"\s(?:and|&)\s(?:(?:his|her|their|an?|another)\s(?:[a-z-]+\s){0,3}?([a-z-]{3,20})(?:\s[A-Z][\w’'-]+){0,2}"
    r"|(?:[A-Z][\w’'.-]+\s){1,3}[A-Z][\w’'-]+)(?=[.,;]|\Z|\s(?:in|on|at|of|from|who)\b)"
)


def is_somebody(region: Region, low: int, left: str, begin: int, stop: int) -> bool:
    """Whether the words before "and" are a person who speaks with whoever follows: "Anna and her husband"."""
    lead = LEADING.match(left, begin, stop)
    begin = lead.end() if lead else begin
    stop = begin + len(left[begin:stop].rstrip())
    named = [n for n in region.named_in(low + begin, low + stop + 1) if n.kind == "person"]
    if named and named[-1].stop >= low + stop - 1:
        last = named[-1]
        head = last.role_start if 0 <= last.role_start < last.start else last.start
        title = TITLES.search(left, begin, max(begin, head - low))
        head = low + title.start() if title else head
        if head <= low + begin:
            return True
        lead = _LEAD.fullmatch(left, begin, head - low)
        return lead is not None and not FINITE.search(ADJECTIVE.sub(" ", lead.group()))
    words = left[begin:stop].strip()
    noun = words.rsplit(None, 1)[-1].lower() if words else ""
    if noun not in region.words.roles and noun not in region.words.relative:
        return False
    return DETERMINER.match(words + " ") is not None and words.count(" ") < 6 and not FINITE.search(words)


def is_coordinated(region: Region, start: int, stop: int) -> bool:
    """Whether a phrase is somebody and one more: "Anna and her husband Mats", "Lind and another man"."""
    text = region.text(start, stop)
    at = text.find(" and ")
    if at < 0 or not is_somebody(region, start, text, 0, at):
        return False
    more = _ONE_MORE.fullmatch(text, at)
    return more is not None and not FINITE.search(ADJECTIVE.sub(" ", more.group(1)))


def with_one_more(region: Region, at: int, stop: int) -> int:
    """Where a subject behind its verb ends whose first name ends at ``at``: "said Anna | and her aunt"."""
    found = _AFTER.match(region.text(at, min(stop, at + 90)))
    if found is None or (found.group(1) and not person(found.group(1), "en")):
        return at
    return at + found.end()


__all__ = ["is_coordinated", "is_somebody", "with_one_more"]
