"""The body that stands straight after a name: "Jana Hald of the group Coin Count", «Хальд из группы …»."""

from __future__ import annotations

import re

from muster.text.institutions import institution

_LATIN = r"[A-Z][\w’'&.-]*(?:\s(?:of\s|for\s|and\s|the\s){0,2}[A-Z][\w’'&-]*){0,5}"
_QUOTED = r"[«\"“][^»\"”\n]{2,60}[»\"”]"
_CYRILLIC = r"[А-ЯІЇЄҐ][\w’'-]+(?:\s[\w’'-]+){0,4}?(?=[.,;:!?]|\s[–—-]|$)"
# The words between are of the kind "the group", "the rights organisation".
_AFTER = re.compile(
    r"(?:\s(?:of|from|with)\s(?:the\s)?((?:[a-z-]{3,20}\s){0,3})(" + _QUOTED + "|" + _LATIN + ")"
    r"|\s(?:из|от|с|з|із|зі|від)\s((?:[а-яёіїєґ'-]{3,25}\s){0,3})("
    + _QUOTED
    + "|"
    + _LATIN
    + "|"
    + _CYRILLIC
    + "))"
)
_KIND = re.compile(
    r"\b(?:group|organi[sz]ation|project|movement|initiative|charity|campaign|newspaper|website"
    r"|групп|груп|организац|організац|проект|проєкт|движени|рух|инициатив|ініціатив|фонд|издани|видання)\w{0,3}\b"
)
_REACH = 140


def house_after(body: str, stop: int) -> str | None:
    """The body named straight after a person's name that ends at ``stop``; None where it may be a place."""
    found = _AFTER.match(body, stop, stop + _REACH)
    if found is None:
        return None
    between, name = found.group(1) or found.group(3) or "", found.group(2) or found.group(4)
    if _KIND.search(between) or institution(f"{between}{name}").head:
        return name.strip('«»“”" ').removesuffix("'s").removesuffix("’s")
    return None


__all__ = ["house_after"]
