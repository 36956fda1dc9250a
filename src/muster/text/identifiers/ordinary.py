"""A word in, how ordinary it is out: what may stay in a text that names nobody.

A list of what must go is never whole; what people write every day can be listed. The words are those that
people write often and that a spelling dictionary accepts in small letters (``tools/ordinary_words.py``).
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from muster.text.lemmas import readings
from muster.text.listed import listed

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"))
_PART = re.compile(r"[-.]")
# Words and signs of chats and forms that the list of ordinary words lacks.
_OF_CHATS: Final = listed(
    "pls plz thx ty im ive id ill dont doesnt didnt cant wont isnt wasnt wouldnt couldnt shouldnt havent",
    "hasnt thats whats theres heres hes shes theyre youre weve theyve lets btw idk omg lol tbh imo asap",
    "fyi rn bc cos cuz gonna wanna gotta kinda ok okay okey yep nope hmm uhm ugh msg msgs dm dms whatsapp",
    "telegram viber signal facebook instagram google tiktok dna что-то шо чо щас чё ваще спс пж плз норм",
    "инн снилс днк смс вк тг ватсап вотсап вацап телеграм телеграмм вайбер инстаграм фейсбук іпн рнокпп",
    "акаунт інстаграм гугл дякс нзч",
)
# How common they are taken to be.
_CHAT_RANK: Final = 5


@cache
def _list(language: str) -> Mapping[str, int]:
    """Word → rank, 1 (once in ten million words) to 9 (once in a thousand). Read when asked for."""
    packed = files("muster.text").joinpath("data/ordinary_words.txt.gz").read_bytes()
    ranks: dict[str, int] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if line.startswith(f"{language} "):
            _, rank, words = line.split(" ", 2)
            ranks.update(dict.fromkeys(words.split(), int(rank)))
    return ranks


@lru_cache(maxsize=1 << 16)
def commonness(low: str) -> int:
    """How often a word in small letters is written: 0 (unknown as an ordinary word) to 9.

    Cyrillic words are looked up in Russian and Ukrainian, others in English; of a word with hyphens the
    rarest part counts. A form that the list lacks and the Russian dictionary holds, as no name, has 1.
    """
    if low in _OF_CHATS:
        return _CHAT_RANK
    found = _of(low)
    if found or not _PART.search(low):
        return found
    return min((_of(part) for part in _PART.split(low) if part), default=0)


def _of(low: str) -> int:
    if not _CYRILLIC.search(low):
        return _list("en").get(low.removesuffix("'s"), 0)
    russian = _list("ru")
    found = max(russian.get(low, 0), _list("uk").get(low, 0), russian.get(low.replace("ё", "е"), 0))
    if found:
        return found
    read = readings(low, "ru") if len(low) <= 60 else ()
    return int(bool(read) and bool(read[0].is_known) and not any(_NAMES & r.tag.grammemes for r in read))


__all__ = ["commonness"]
