"""What a woman of an office or a trade is called in Ukrainian: речник → речниця, лікар → лікарка.

The suffixes -к-, -иц-, -ин- of the orthography of 2019 (§ 32, 4), which any noun for a man may take. Lists
hold the words for men, and whoever looks for a role finds the other half with them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_ENDINGS: Final = (
    ("дець", "диця"),
    ("вець", "виця"),
    ("лець", "лиця"),
    ("нець", "нка"),
    ("ник", "ниця"),
    ("вик", "виця"),
    ("чик", "чиця"),
    ("як", "ячка"),
    ("ик", "икиня"),
    ("ік", "ікиня"),
    ("лог", "логиня"),
    ("гог", "гогиня"),
    ("ург", "ургиня"),
    ("тр", "терка"),
    ("ель", "елька"),
    ("ній", "ня"),
    ("ій", "ійка"),
    ("чий", "ча"),
    ("янин", "янка"),
    ("анин", "анка"),
)
# What no suffix makes, and what would be another word («сторожка» is a hut, «майорка» an island).
_ODD: Final = {"член": "членкиня", "знавець": "знавчиня", "боєць": "бійчиня", "голова": "головиня",
               "міністр": "міністерка", "свідок": "свідкиня", "продавець": "продавчиня",
               "сторож": "сторожиха", "майор": "", "кравець": "кравчиня"}  # fmt: skip
_CONSONANT: Final = re.compile(r"[бвгґджзклмнпрстфхцчшщ]\Z")


@lru_cache(maxsize=1 << 10)
def feminine_uk(noun: str) -> str:
    """The word for a woman made from the word for a man, in small letters; "" where none is made by rule."""
    if noun in _ODD:
        return _ODD[noun]
    lead, hyphen, last = noun.rpartition("-")
    if hyphen:
        made = feminine_uk(last)
        return f"{lead}-{made}" if made else ""
    for ending, suffix in _ENDINGS:
        if noun.endswith(ending) and len(noun) > len(ending) + 1:
            return noun[: -len(ending)] + suffix
    return f"{noun}ка" if len(noun) > 2 and _CONSONANT.search(noun) else ""


__all__ = ["feminine_uk"]
