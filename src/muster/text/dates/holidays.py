"""Holidays as they are named, token by token: with a fixed day, or so many days after Easter.

Russian and Ukrainian words mean the Easter of the eastern church, English ones that of the western unless
they say so. Which of its two days a fixed feast is in Ukraine nobody says: the range holds both.
"""

from __future__ import annotations

from typing import Final

from muster.text.listed import listed

_NAMED: Final[tuple[tuple[int, int, tuple[str, ...]], ...]] = (
    (12, 25, ("christmas day", "christmas")),
    (12, 24, ("christmas eve",)),
    (1, 1, ("new year ' s day", "new year's day")),
    (1, 1, ("новый год", "новым годом", "нового года", "новому году", "новий рік")),
    (1, 1, ("нового року", "новим роком")),
    (12, 31, ("new year ' s eve", "new year's eve")),
    (12, 31, ("канун нового года", "накануне нового года")),
    (12, 31, ("напередодні нового року", "переддень нового року")),
    (5, 1, ("may day",)),
    (5, 9, ("victory day", "день победы", "дня победы", "день перемоги", "дня перемоги")),
    (2, 23, ("день защитника отечества", "дня защитника отечества")),
    (3, 8, ("women's day", "women ' s day")),
    (6, 12, ("день россии", "дня россии")),
    (8, 24, ("день незалежності", "дня незалежності", "день независимости украины")),
    (11, 11, ("armistice day", "remembrance day")),
    (1, 7, ("рождество", "рождества", "рождество христово")),
)  # fmt: skip
# Month, the first day and the last: by the new calendar and by the old.
_EITHER: Final[tuple[tuple[int, int, int, tuple[str, ...]], ...]] = (
    (1, 6, 19, ("водохреща", "водохрещі", "водохрещу", "водохрещем", "йордан", "йордана")),
    (1, 19, 19, ("крещение господне", "крещения господня")),
    (4, 7, 7, ("благовещение", "благовещения", "благовещенье")),
    (8, 6, 19, ("спаса", "преображення")),
    (8, 19, 19, ("яблочный спас", "преображение", "преображения", "преображение господне")),
    (8, 28, 28, ("успение", "успения")),
    (10, 14, 14, ("покров", "покров богородицы")),
    (10, 1, 14, ("покрову", "покрови")),
    (12, 6, 19, ("миколая",)),
    (12, 19, 19, ("николин день",)),
    (8, 2, 2, ("ильин день", "ильина дня")),
)
# Before a name that is also a person's or a town's there stands a word that makes it a day.
_BY_PREPOSITION: Final = listed(
    "спаса покров покрову покрови миколая йордан йордана преображение преображения преображення успение",
    "успения",
)
_DAY_BEFORE: Final = listed("на до після после перед к під накануне напередодні")
# Days after Easter.
_MOVING: Final[tuple[tuple[int, tuple[str, ...]], ...]] = (
    (0, ("пасха", "пасху", "пасхи", "пасхе", "пасхой", "великдень", "великодня", "великодню", "великоднем",
         "easter", "easter sunday", "orthodox easter", "светлое воскресенье")),
    (1, ("easter monday",)),
    (-2, ("good friday", "страстную пятницу", "страстная пятница", "страсну п'ятницю")),
    (-7, ("palm sunday", "вербное воскресенье", "вербное воскресение", "вербну неділю", "вербна неділя",
          "вербного воскресенья", "вербної неділі")),
    (9, ("радоницу", "радоница", "радуницу")),
    (39, ("ascension day", "вознесение", "вознесіння")),
    (49, ("pentecost", "троицу", "троица", "троицы", "трійцю", "трійця", "трійці")),
)  # fmt: skip
FEASTS: Final[dict[tuple[str, ...], int]] = {
    tuple(name.split()): days for days, names in _MOVING for name in names
}
HOLIDAYS: Final[dict[tuple[str, ...], tuple[int, int, int]]] = {
    **{tuple(name.split()): (month, day, day) for month, day, names in _NAMED for name in names},
    **{tuple(name.split()): (month, day, last) for month, day, last, names in _EITHER for name in names},
}
LONGEST_HOLIDAY: Final = max(map(len, (*HOLIDAYS, *FEASTS)))
HOLIDAY_STARTS: Final = frozenset(name[0] for name in (*HOLIDAYS, *FEASTS))


# Written small, but a day after a word of time.
_SMALL: Final = listed("нового новый новому новим новий новым")


def stands_small(word: str, before: str) -> bool:
    """«До нового года», «накануне Нового года»: small letters, and no new year that merely begins."""
    return word in _EVES or (word in _SMALL and before in _SMALL_BEFORE)


_EVES: Final = listed("канун накануне напередодні переддень")
_SMALL_BEFORE: Final = listed("до на под під после після от від к з с перед")


def stands_for_a_day(word: str, before: str) -> bool:
    """False for «Спаса» and its like without a word before that makes it a day: a name otherwise."""
    return word not in _BY_PREPOSITION or before in _DAY_BEFORE


__all__ = ["FEASTS", "HOLIDAYS", "HOLIDAY_STARTS", "LONGEST_HOLIDAY", "stands_for_a_day", "stands_small"]
