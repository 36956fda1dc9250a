"""Holidays with a fixed day, as they are named: token by token, month and day.

Moving feasts are left out: nobody says which of two calendars the writer keeps.
"""

from __future__ import annotations

from typing import Final

_NAMED: Final[tuple[tuple[int, int, tuple[str, ...]], ...]] = (
    (12, 25, ("christmas day", "christmas")),
    (12, 24, ("christmas eve",)),
    (1, 1, ("new year ' s day", "new year's day")),
    (1, 1, ("новый год", "новым годом", "нового года", "новому году", "новий рік")),
    (1, 1, ("нового року", "новим роком")),
    (12, 31, ("new year ' s eve", "new year's eve")),
    (5, 1, ("may day",)),
    (5, 9, ("victory day", "день победы", "дня победы", "день перемоги", "дня перемоги")),
    (2, 23, ("день защитника отечества", "дня защитника отечества")),
    (3, 8, ("women's day", "women ' s day")),
    (6, 12, ("день россии", "дня россии")),
    (8, 24, ("день незалежності", "дня незалежності", "день независимости украины")),
    (11, 11, ("armistice day", "remembrance day")),
    (1, 7, ("рождество", "рождества", "рождество христово")),
)  # fmt: skip
HOLIDAYS: Final[dict[tuple[str, ...], tuple[int, int]]] = {
    tuple(name.split()): (month, day) for month, day, names in _NAMED for name in names
}
LONGEST_HOLIDAY: Final = max(map(len, HOLIDAYS))
HOLIDAY_STARTS: Final = frozenset(name[0] for name in HOLIDAYS)

__all__ = ["HOLIDAYS", "HOLIDAY_STARTS", "LONGEST_HOLIDAY"]
