"""A text as it is seen, with the way back: invisible characters out, look-alike letters as letters.

Offsets are code points. ``Seen.back`` leads from a place in what is seen to the place in the text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

# Greek letters, small capitals and digits' cousins that pass for Latin ones.
_GREEK = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυχ", "ABEZHIKMNOPTYXaeiknoptux")
_COMPOSED = {("и", "\u0306"): "й", ("И", "\u0306"): "Й", ("і", "\u0308"): "ї", ("І", "\u0308"): "Ї",
             ("у", "\u0306"): "ў"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """``body``: the text as seen. ``places``: where each of its characters stood; None: where it stands."""

    body: str
    places: array[int] | None

    def back(self, start: int) -> int:
        """The place in the text of the character at ``start``."""
        return start if self.places is None else self.places[start]

    def back_end(self, stop: int) -> int:
        """The end in the text of what ends before ``stop``: what is unseen behind it stays outside."""
        return stop if self.places is None or stop == 0 else self.places[stop - 1] + 1


def _shown(character: str) -> str:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    # Latin and Cyrillic letters keep their marks, which are part of their sound; a disguise does not.
    greek = "\u0370" <= character < "\u0400"
    plain = unicodedata.normalize("NFKD" if greek else "NFKC", character)
    return "".join(c for c in plain.translate(_GREEK) if unicodedata.category(c) not in ("Mn", "Me", "Cf"))


def seen(text: str) -> Seen:
    """What an eye sees of ``text``. Linear; a plain text comes back as it is."""
    if text.isascii():
        return Seen(text, None)
    odd = {c: shown for c in set(text) if not c.isascii() and (shown := _shown(c)) != c}
    if not odd:
        return Seen(text, None)
    if all(len(shown) == 1 for shown in odd.values()):
        return Seen(text.translate({ord(c): shown for c, shown in odd.items()}), None)
    pieces: list[str] = []
    places = array("q")
    last = 0
    for match in re.finditer("[" + "".join(map(re.escape, sorted(odd))) + "]", text):
        at = match.start()
        pieces.append(text[last:at])
        places.extend(range(last, at))
        last = at + 1
        composed = _COMPOSED.get((text[at - 1 : at], match.group()))
        if composed and pieces[-1]:
            pieces[-1] = pieces[-1][:-1] + composed
            continue
        shown = odd[match.group()]
        if match.group() == "\u00ad" and text[at + 1 : at + 2] in ("\r", "\n"):
            shown = "-"  # there a soft hyphen is seen
        pieces.append(shown)
        places.extend([at] * len(shown))
    pieces.append(text[last:])
    places.extend(range(last, len(text)))
    return Seen("".join(pieces), places)


__all__ = ["Seen", "seen"]
