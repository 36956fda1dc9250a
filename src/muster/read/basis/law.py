"""Words of lawyers that are of the law and of no case."""

from __future__ import annotations

import re
from typing import Final

from muster.read.basis.slavic import both

_LAW: Final = {
    "en": re.compile(
        r"\b(?:laws?|code|articles?\s\d|constitution|conventions?|legislation|statutes?"
        r"|rights?\s(?:not\s)?to|by\sdefinition"
        r"|legally|lawful|rules)\b",
        re.I,
    ),
} | both(
    r"закон\w{0,4}|стать[яеи]|кодекс\w{0,2}|конституци\w{1,2}|прав[ао]|конвенци\w{1,2}",
    r"закон\w{0,4}|статт\w{1,3}|кодекс\w{0,2}|конституці\w{1,2}|прав[ао]|конвенці\w{1,2}",
)
_OF_A_CASE: Final = {
    "en": re.compile(
        r"\b(?:clients?|cases?|files?|my|his|her|us|hotline|approached|asked|turned|told|were|was"
        r"|been|arrest\w*|charged|threat\w*|prosecuted)\b",
        re.I,
    ),
    "ru": re.compile(
        r"клиент|доверител|подзащитн|дел[оауе]\b|обрати|задерж|арест|обвин|угрож|осужд|\b(?:его|её"
        r"|ее|их|мне|нам)\b",
        re.I,
    ),
    "uk": re.compile(
        r"клієнт|довірител|підзахисн|справ[аиуі]\b|зверну|затрим|арешт|обвинувач|погрож|засудж"
        r"|\b(?:його|її|їх|мені|нам)\b",
        re.I,
    ),
}


_RESERVES: Final = re.compile(r"reserves?\sthe\sright|за\sсоб\w{2}\sправо", re.I)


def states_law(words: str, language: str) -> bool:
    """What the law says rests on no case of the lawyer's."""
    return (
        _RESERVES.search(words) is None
        and _LAW[language].search(words) is not None
        and _OF_A_CASE[language].search(words) is None
    )


__all__ = ["states_law"]
