"""The body that stands straight after a name: "Jana Hald of the group Coin Count", «Хальд из группы …»."""

from __future__ import annotations

import re

from muster.text.names.institutions import institution

# What a body is, in words without a capital.
_KINDS_EN = (
    "group|organi[sz]ation|project|movement|initiative|charity|campaign|newspaper|website|monitor|association"
    "|union|foundation|committee|party|company|firm|agency|network|coalition|cent(?:re|er)|institute|trust|ngo"
    "|council|society|league|federation|magazine|channel|outlet|think[ -]tank|nonprofit|collective|watchdog"
)
_LATIN = r"[A-Z][\w’'&.-]*(?:\s(?:of\s|for\s|and\s|the\s){0,2}[A-Z][\w’'&-]*){0,5}"
_QUOTED = r"[«\"“][^»\"”\n]{2,60}[»\"”]"
_CYRILLIC = r"[А-ЯІЇЄҐ][\w’'-]+(?:\s[\w’'-]+){0,4}?(?=[.,;:!?]|\s[–—-]|$)"
# ", who runs the charity Open Door": whose he is, by what he does there.
_HEADS = r",\swho\s(?:heads|leads|runs|chairs|directs|edits|founded|co-founded|works\s(?:for|at|with))"
# The words between are of the kind "the group", "the rights organisation".
_AFTER = re.compile(
    r"(?:(?:\s(?:of|from|with|at)|" + _HEADS + r")\s(?:the\s|an?\s)?((?:[a-z-]{3,20}\s){0,3})"
    "(" + _QUOTED + "|" + _LATIN + ")"
    r"|\s(?:из|от|с|з|із|зі|від)\s((?:[а-яёіїєґ'-]{3,25}\s){0,3})("
    + _QUOTED
    + "|"
    + _LATIN
    + "|"
    + _CYRILLIC
    + "))"
)
_KIND = re.compile(
    rf"\b(?:{_KINDS_EN}"
    r"|групп|груп|организац|організац|проект|проєкт|движени|рух|инициатив|ініціатив|фонд|издани|видання)\w{0,3}\b"
)
_REACH = 140


def house_after(body: str, stop: int, *, alone: bool = True) -> str | None:
    """The body named straight after a person's name that ends at ``stop``; None where it may be a place.

    ``alone``: also a name that says by itself that it is a body's ("of the Harbour Ministry").
    """
    found = _AFTER.match(body, stop, stop + _REACH)
    if found is None or not (alone or found.group(1)):
        return None
    between, name = found.group(1) or found.group(3) or "", found.group(2) or found.group(4)
    if _KIND.search(between) or institution(f"{between}{name}").head:
        return name.strip('«»“”" ').removesuffix("'s").removesuffix("’s")
    return None


_OF = re.compile(r"\b\w+(?=\s(?:of|at|for|with|from)\s)")


def house_in(phrase: str) -> str | None:
    """The body of which an English phrase says that somebody is: "the founder of the legal aid group X"."""
    for head in _OF.finditer(phrase):
        house = house_after(phrase, head.end())
        if house is not None:
            return house
    return None


__all__ = ["house_after", "house_in"]
