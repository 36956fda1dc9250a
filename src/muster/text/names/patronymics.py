"""Patronymics: whose son or daughter; Яковлевна and Яківна are one, Ильич and Петрович are not.

The forms are made from the men's names of ``data/given_names.tsv`` by the rules of both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from muster.text.names.given import men
from muster.text.scripts import fold, phonemes

# As sounds: -ович, -евич, -івна, -овна, -ївна, -ична, -инична; -ич alone only where the father is known.
_SHAPE = re.compile(r"(?:[oe]viC|[oei]vna|i[Cs]na|iniCna)$")
# Stems that the rules below would not find; the daughter's where it is another.
_RUSSIAN = {
    "лев": "льв", "павел": "павл", "пётр": "петр", "петр": "петр", "яков": "яковл", "иаков": "яковл",
    "михаил": "михайл", "гавриил": "гаврил", "даниил": "данил", "данила": "данил", "самуил": "самуил",
}  # fmt: skip
_UKRAINIAN = {
    "лев": "льв", "павло": "павл", "петро": "петр", "яків": "як", "григорій": "григор", "микола": "микола",
    "федір": "федор", "сидір": "сидор", "прохір": "прохор", "никифір": "никифор", "антін": "антон",
    "василь": "васил",
    "ігор": "ігор",
}  # fmt: skip


@cache
def _fathers() -> dict[str, frozenset[int]]:
    """Sound of a patronymic → rows of the father's name."""
    table: dict[str, set[int]] = {}
    for row, name in men():
        for form in (*_russian(name), *_ukrainian(name)):
            table.setdefault(phonemes(fold(form))[0], set()).add(row)
    return {form: frozenset(rows) for form, rows in table.items()}


def _russian(name: str) -> Iterator[str]:
    low = name.lower()
    if re.search("[іїєґ']", low) or low.endswith("о"):
        return
    if low.endswith(("а", "я")):
        soft = low[:-1]
        yield from (soft + "ич", soft + "ична", soft + "инична", soft + "ович", soft + "овна")
    if (stem := _RUSSIAN.get(low)) is not None:
        end = "ев" if stem.endswith("вл") and low.endswith("ков") else "ов"
        yield from (stem + end + "ич", stem + end + "на")
    elif low.endswith("ий"):
        yield from (low[:-2] + v + e for v in ("ь", "и") for e in ("евич", "евна"))
    elif low.endswith(("й", "ь")):
        yield from (low[:-1] + "евич", low[:-1] + "евна")
    elif not low.endswith(("а", "я", "и", "у", "е", "э")):
        yield from (low + "ович", low + "овна")
        if low.endswith("ц"):
            yield from (low + "евич", low + "евна")


def _ukrainian(name: str) -> Iterator[str]:
    low = name.lower()
    if re.search("[ыэёъ]", low):
        return
    stem = _UKRAINIAN.get(low)
    if low == "микола":
        yield from ("миколайович", "миколаївна", "миколович", "миколівна")
    elif low.endswith(("а", "я")):
        root = low[:-1].removesuffix("ь")
        yield from (root + "іч", root + "ич", root + "івна", root + "ович", root + "ївна")
    elif stem is not None:
        yield from (stem + "ович", stem + "івна", stem + "ійович", stem + "іївна")
        if low == "яків":
            yield from ("яковович", "яковівна")
    elif low.endswith("й"):
        yield from (low[:-1] + "йович", low[:-1] + "ївна")
    elif low.endswith(("о", "ь")):
        yield from (low[:-1] + "ович", low[:-1] + "івна", low[:-1] + "ьович")
    elif not low.endswith(("и", "у", "е")):
        yield from (low + "ович", low + "івна")


def shaped(sounds: tuple[str, ...]) -> bool:
    """Whether any of the sound keys has the ending of a patronymic or is one of a known father."""
    known = _fathers()
    return any(s in known or _SHAPE.search(s) for s in sounds if s[-1:] in ("C", "a"))


def fathers(sounds: tuple[str, ...]) -> frozenset[int]:
    """Rows of the given name that a patronymic with these sound keys is made from; empty if unknown."""
    known = _fathers()
    return frozenset().union(*(known.get(s, frozenset()) for s in sounds))


__all__ = ["fathers", "shaped"]
