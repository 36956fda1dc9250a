"""Nicknames and call signs that a text introduces as such: «на псевдо «Сокіл»», «с позывным Ворон».

From then on the word is somebody's, in marks or without, and no firm's and no paper's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# What announces one; the pen name («псевдонім») of somebody whose name is kept back is another thing.
ANNOUNCED: Final = (
    r"(?:(?:на|с|з|із|зі|под|під|за|по|мав|має|имеет)\s)?"
    r"(?:позывн\w{2,3}|позивн\w{2,3}|псевдо|прозвищ\w{1,2}|прізвиськ\w{1,2})\s[–—-]?\s?"
)
_NAME: Final = re.compile(rf"(?<!\w){ANNOUNCED}[«\"“„]?(?P<name>[А-ЯЁІЇЄҐ][\w'’ʼ-]{{1,24}})")
_CYRILLIC: Final = re.compile("[а-яіїєґ]")
_STEMS: Final = ("позывн", "позивн", "псевдо", "прозвищ", "прізвиськ")
BEFORE: Final = re.compile(rf"(?<!\w){ANNOUNCED}[«\"“„]?\Z")


# «Комбат «Клен»», «сержант «Бізон»»: a unit would stand in the genitive behind them («комбат «Айдару»»).
_SOLDIER: Final = re.compile(
    r"(?<![\w-])(?:комбат|ротн[иы]й|взводн[иы]й|боєць|боец|солдат|сержант|старшина|лейтенант|майор|снайпер|штурмовик"
    r"|стрілець|стрелок|розвідник|разведчик|артилерист|артиллерист|танк[иі]ст|піхотинець|пехотинец|морп[іе]х"
    r"|мінометник|миномётчик|кулеметник|пулемётчик|сапер|сапёр|доброволець|доброволец)[ \u00a0]"
    r"[«\"“„](?P<name>[А-ЯЁІЇЄҐ][а-яёіїєґ'’ʼ]{1,14}(?<!і)(?<!о)(?<!е)[бвгґджзйклмнпрстфхцчшщь]"
    r"|[А-ЯЁІЇЄҐ][а-яёіїєґ'’ʼ]{1,14}[іое][бгґджзклмнпрстфхцчшщ])[»\"”“]",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def call_names(body: str) -> frozenset[str]:
    """The nicknames and call signs that a Russian or Ukrainian text announces."""
    found = {m["name"] for m in _NAME.finditer(body)} if any(stem in body for stem in _STEMS) else set()
    marked = " «" in body or ' "' in body or " “" in body
    if not marked or _CYRILLIC.search(body) is None:
        return frozenset(found)
    return frozenset(found | {m["name"] for m in _SOLDIER.finditer(body) if m["name"][0].isupper()})


def announced_at(body: str, start: int) -> int:
    """Where the words begin that announce a nickname here («на псевдо «», «комбат «»); -1 where none do."""
    found = BEFORE.search(body, max(0, start - 28), start)
    if found is not None:
        return found.start()
    marked = body[start - 1 : start] in ("«", '"', "“", "„")
    return start - 1 if marked and _SOLDIER.search(body, max(0, start - 18), start + 18) else -1


__all__ = ["ANNOUNCED", "announced_at", "call_names"]
