"""Whom a text credits at its end: the agency behind a stroke ("/Herald"), "with reporting by …"."""

from __future__ import annotations

import re

_LAST = re.compile(
    r"(?:/|\(|[–—-]\s|[Ии]сточник:\s*|[Дд]жерело:\s*|Source:\s*|Read more at\s|©\s?)"
    r"([\w.'’ -]{2,40}?)[)\s.]*\Z"
)
_LAST_CHARACTERS = 60
_REPORTING = re.compile(
    r"(?:\b[Ww]ith\s(?:additional\s)?(?:reporting|material|files)\s(?:by|from)\s|\bAdditional\sreporting\sby\s"
    r"|\b[Bb]ased\son\s(?:reporting|reports)\sby\s|(?<!\w)[Пп]о\s(?:материалам|сообщениям)\s"
    r"|(?<!\w)[Пп]ри\sучастии\s|(?<!\w)[Зз]а\s(?:матеріалами|повідомленнями)\s|(?<!\w)[Зз]а\sучаст[юі]\s)"
    r"(?P<names>[^\n]{2,160}?)[.)\s]*\Z"
)
_REPORTING_CHARACTERS = 240
# Behind the end of a sentence, or alone on a line: a name in brackets or behind a stroke is a credit.
_ALONE = re.compile(
    r"(?:[.!?…»”\"]|\n|\A)\s{0,3}(?:/|\(|[Ии]сточник:\s|[Дд]жерело:\s|Source:\s)"
    r"(?P<name>[A-ZА-ЯІЇЄҐЁ][\w.'’ -]{1,39}?)[)\s.]*\Z"
)
_KIND = re.compile(r"\A[a-zа-яіїєґё]{3,20}\s(?=[A-ZА-ЯІЇЄҐЁ«“„\"])")
_QUOTES = ' «»"“”„'
_BETWEEN = re.compile(r",\s(?:and\s)?|\sand\s|\s[ит]а?\s|\sй\s")
_MOST_NAMES = 6


def last_credit(body: str) -> str:
    """The agency or outlet that the last line credits ("/Agency", "– Agency", "(Agency)"), or ""."""
    found = _LAST.search(body[-_LAST_CHARACTERS:].rstrip())
    return found.group(1).strip() if found and found.group(1)[:1].isupper() else ""


def credited(body: str) -> tuple[str, ...]:
    """Everybody whom the end of a text credits for what it tells, as written; () where it credits nobody."""
    end = body[-_REPORTING_CHARACTERS:].rstrip()
    reporting = _REPORTING.search(end)
    if reporting:
        names = (_KIND.sub("", name).strip(_QUOTES) for name in _BETWEEN.split(reporting["names"]))
        return tuple(name for name in names if name[:1].isupper())[:_MOST_NAMES]
    alone = _ALONE.search(end)
    return (alone["name"].strip(),) if alone else ()


__all__ = ["credited", "last_credit"]
