"""The card at the top of a note: lines "source: …", "kind: …" that say what it is and are not its words."""

from __future__ import annotations

import re
from typing import Final

CARD_KEYS: Final = ("source", "protected", "kind", "date", "title", "url", "author")
CARD_LINE: Final = re.compile(rf"(?i)^({'|'.join(CARD_KEYS)})[ \t]*:[ \t]*(.{{0,500}})$")
# A date or a title alone may stand above any text; these make a card of the lines.
TELLING: Final = frozenset({"source", "kind", "protected"})


def card_end(body: str) -> int:
    """Where the text begins after the card at the top of ``body``; 0 where there is no card."""
    end, keys = 0, set()
    place = 0
    for line in body[:_LOOK].splitlines(keepends=True)[: 3 * len(CARD_KEYS)]:
        place += len(line)
        found = CARD_LINE.match(line.strip("\ufeff \t\r\n"))
        if found:
            keys.add(found.group(1).lower())
            end = place
        elif line.strip():
            break
    return end if keys & TELLING else 0


# Characters: more than the longest card has.
_LOOK: Final = 4_000


__all__ = ["CARD_KEYS", "CARD_LINE", "TELLING", "card_end"]
