"""What Slavic words show of nothing seen: not known, told to whoever speaks by another, ordered."""

from __future__ import annotations

import re
from typing import Final

from muster.text.lemmas import readings

_NOT_KNOWN: Final = re.compile(
    r"(?:(?:он|она|они|сам|сама|сами|и|тоже|до сих пор|він|вона|вони|самі|теж|досі)\s){0,3}"
    r"(?:не\s(?:знает|знают|знал|знала|знали|помнит|помнят|понимает|понимают|в курсе"
    r"|знає|знають|зна(?:в|ла|ли)|пам['’ʼ]ята[єю]\w?|розуміє|розуміють)"
    r"|ничего не (?:знает|знают|слышал\w?)|нічого не (?:знає|знають|чу(?:в|ла|ли)))(?!\w)",
    re.IGNORECASE,
)
# «…, что ей передавали про обмен», «…, что ему об этом рассказывал мэр»: he has it from another.
_TOLD_HIM: Final = re.compile(
    r"(?:ей|ему|їй|йому)\s(?:(?:об этом|про это|про це|уже|вже|тоже|теж|потом|потім|так)\s){0,2}"
    r"(?:(?:пере|рас)?(?:сказ[ыа]|говори|дава|дал)\w+|сообщи\w+|объясни\w+|(?:роз)?каза\w+|розпові\w+|переказ\w+|повідом\w+|поясни\w+)"
    r"(?!\s[а-яёіїєґ]+(?:ть|ти|ться|тися)\b)(?:\s[\w-]+){0,4}?(?:,\s(?:что|як|що|как|будто|ніби)\s|\s(?:о|об|про)\s|\sсам\w?\s|\W*\Z)",
    re.IGNORECASE,
)
_ORDERS: Final = re.compile(
    r"\W*(?:(?:ну|так|и|а|да|но|та|й|і|але|то)\s)?(?:не\s)?(?P<verb>[^\W\d_]{2,16})(?=[\s,.!…]|\Z)", re.I
)
_YOU_DO: Final = re.compile(r"(?<!нав)(?:йте|ите|ьте|іть)(?:с[ья])?\Z", re.I)


def is_ignorant(words: str) -> bool:
    """«…, что не знает, где сын»: nothing was seen or told."""
    return _NOT_KNOWN.match(words) is not None


def told_him(words: str, at: int) -> bool:
    """«…, что ей передавали про обмен»: whether another told it to whom the pronoun at ``at`` means."""
    return _TOLD_HIM.match(words, at) is not None


def commands(clause: str, language: str) -> bool:
    """«Верните мне сына», «Иди и не бойся»: an imperative opens the clause."""
    found = _ORDERS.match(clause)
    if found is None:
        return False
    low = found["verb"].lower()
    if language != "ru":
        return _YOU_DO.search(low) is not None
    if not low.endswith(("и", "й", "ь", "те", "ся", "сь")):
        return False
    return any("impr" in r.tag for r in readings(low, "ru")[:1])


__all__ = ["commands", "is_ignorant", "told_him"]
