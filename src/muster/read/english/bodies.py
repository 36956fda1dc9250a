"""Which body an English description can mean: "the company" is no court, "the UN agency" no other agency."""

from __future__ import annotations

import re
from typing import Final

from muster.text.listed import listed

_NOT_OF_STATE: Final = listed("company charity newspaper outlet watchdog")
_OF_STATE: Final = re.compile(
    r"\b(?:Court|Police|Ministry|Department|Parliament|Senate|Congress|Army|Navy|Forces?|Council|Committee"
    r"|Commission|Government|Tribunal|Embassy|Brigade|Battalion|Regiment|University|School|College|Hospital)\b"
)


def is_such(name: str, noun: str, capitals: frozenset[str] = frozenset()) -> bool:
    """Whether a body of this name can be "the ``noun``". ``capitals``: words with a capital that stand
    before the noun; a name must have them."""
    if capitals and not capitals <= set(name.split()):
        return False
    return noun not in _NOT_OF_STATE or _OF_STATE.search(name) is None


__all__ = ["is_such"]
