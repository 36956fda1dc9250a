"""How far an English body's name reaches beyond its run of capitals.

"The 61st Infantry Brigade", "the Ministry of Education, Science and Sport", "the Organization for
Security and Co-operation in Europe".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from muster.read.people.roles import Named
from muster.text.names.institutions import institution
from muster.text.names.slavic import given_name

# A number before what a unit is.
_UNIT: Final = re.compile(
    r"(?:Brigade|Regiment|Battalion|Division|Corps|Army|Company|Squadron|Fleet|Legion)\Z"
)
_UNIT_ENDS: Final = frozenset(("ade", "ent", "ion", "rps", "rmy", "any", "ron", "eet"))
_ORDINAL: Final = re.compile(r"(?<![\w.,])\d{1,4}(?:st|nd|rd|th)[ \u00a0]\Z")
# "Southern Defence Forces": a side is a name before what has sides.
_SIDE_OF: Final = re.compile(
    r"\A(?:Defen[cs]e\s|Operational\s|Military\s)?(?:Forces|Command|District|Fleet)\Z"
)
_SIDE: Final = re.compile(r"(?<!\w)(?:Southern|Northern|Eastern|Western|Central|Joint)\s\Z")
# What some bodies are of or for is more than one thing.
_OF: Final = re.compile(
    r"(?:Ministry|Department|Committee|Commission|Organi[sz]ation|Agency|Bureau|Council|Directorate|Institute"
    r"|Office|Service|Centre|Center|Academy|Federation|Fund|Faculty|Secretariat|Inspectorate)"
    r"\s(?:of|for|on)\s(?:the\s)?[A-Z]"
)
_FIELD: Final = (
    r"[A-Z][a-z-]{3,20}(?:\s(?:Policy|Affairs|Protection|Security|Resources|Development|Transformation"
    r"|Defen[cs]e|Relations))?"
)
_MORE: Final = re.compile(
    rf"(?:,\s({_FIELD}))?(?:,\s({_FIELD}))?,?\s(?:and|&)\s(?:the\s)?({_FIELD})(?!\s[A-Z])"
)
# Nouns for a field of work, where the table of institutions has none.
_ABSTRACT: Final = re.compile(
    r"(?:tion|sion|ment|ics|ology|ance|ence|ture|ity|ship|ism|ing|stry|Sports?|Arts|Tourism)\Z"
)
_IN: Final = re.compile(r"\sin\s[A-Z][a-z]+(?=[\s,.])")


def numbered_unit(body: str, piece: tuple[int, int]) -> Named | None:
    """ "The 61st Brigade": one capital word that names a body by the number before it."""
    start, stop = piece
    if body[stop - 3 : stop] not in _UNIT_ENDS or not (alone := _UNIT.match(body, start, stop)):
        return None
    number = _ORDINAL.search(body, max(0, start - 7), start)
    return Named(number.start(), stop, "organisation", f"{number[0].strip()} {alone[0]}") if number else None


def reached(body: str, n: Named, stop: int) -> Named:
    """The name with what belongs to it on either side, not beyond ``stop``."""
    if n.kind != "organisation":
        return n
    if _UNIT.search(n.norm) and (number := _ORDINAL.search(body, max(0, n.start - 7), n.start)):
        return replace(n, start=number.start(), norm=number[0].strip() + " " + n.norm)
    if _SIDE_OF.search(n.norm) and (side := _SIDE.search(body, max(0, n.start - 12), n.start)):
        return replace(n, start=side.start(), norm=side[0].strip() + " " + n.norm)
    more = _MORE.match(body, n.stop, stop) if _OF.match(n.norm) else None
    if more is None or not all(field is None or _is_field(field) for field in more.groups()):
        return n
    where = _IN.match(body, more.end(), stop)
    end = where.end() if where else more.end()
    return replace(n, stop=end, norm=body[n.start : end])


def _is_field(words: str) -> bool:
    first = words.split()[0]
    found = institution(first)
    known = bool(found.means) and not found.head and not found.post
    return given_name(first, "en") is None and (known or " " in words or _ABSTRACT.search(words) is not None)


__all__ = ["numbered_unit", "reached"]
