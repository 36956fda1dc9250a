"""A Russian or Ukrainian name as a register would put it, and the person a place of the text names by it."""

from __future__ import annotations

import re
from typing import Final

from muster.read.people.roles import Named
from muster.read.people.words import INITIAL
from muster.text.names.slavic import given_beside, given_name, surname_base


def named_by(
    start: int, stop: int, strings: list[str], gender: str, certain: bool, language: str, weak: bool = False
) -> Named:
    """The person of ``strings``, the words of ``[start, stop)``; ``weak``: the rest of the text decides."""
    norm = base_form(strings, gender, language)
    if gender == "-" and language == "uk" and len(strings) > 1 and given_name(strings[0], "uk") is None:
        gender = _sure_gender(strings[0]) or gender
    return Named(start, stop, "person?" if weak else "person", norm, gender, certain=certain)


_HIS_UK: Final = re.compile(r"[бвгджзклмнпрстфхцч](?:ові|еві)\Z|[аеиіїоу]єві\Z")
_HERS_UK: Final = re.compile(r"[а-яіїєґ]{2}(?:ою|ею|єю)\Z")


def _sure_gender(word: str) -> str:
    """Of a Ukrainian name in the dative or instrumental; "" where its ending does not tell."""
    return "m" if _HIS_UK.search(word) else "f" if _HERS_UK.search(word) else ""


# In the nominative
HER_PATRONYMIC: Final = re.compile(r"(?:[оеєії]в|[иії]ч|[иі]нич)на\Z")
_HERS: Final = re.compile(r"[а-яё]{2}[иы]ной\Z")


def base_form(strings: list[str], gender: str, language: str) -> str:
    """The name as a register would put it: «Ивана Сидорова» → "Иван Сидоров"."""
    if language == "en":
        return " ".join(strings)
    givens = [given_beside(s, strings[-1], language) for s in strings]
    known = next((g for g in givens if g is not None), None)
    oblique = known.oblique if known else False
    if oblique and any(HER_PATRONYMIC.search(s) for s in strings):
        return " ".join(strings)  # «Саида Османовна» is no «Саид» in the genitive
    if known is None and len(strings) > 1 and language == "ru" and _HERS.search(strings[-1]):
        # «по словам Асель Ремизиной»: no man's name ends so.
        return " ".join([*strings[:-1], surname_base(strings[-1], "f", language)])
    if known is None and len(strings) > 1 and language == "uk":
        sure = _sure_gender(strings[0])
        if sure:  # «Болеславові Тернику», «Ляною Гайовою»: endings that no nominative has
            return " ".join(surname_base(s, sure, language) for s in strings)
    # «Романа Тарве»: only where the given name stands in the prepositional does a surname get its «е».
    at = any(g is not None and s.endswith(("е", "и")) for s, g in zip(strings, givens, strict=True))
    based = []
    for word, given in zip(strings, givens, strict=True):
        if given is not None and given is known:
            based.append(given.base)
        elif oblique and not INITIAL.match(word) and not (word.endswith("е") and language == "ru" and not at):
            based.append(surname_base(word, gender if gender in "mf" else "m", language))
        else:
            based.append(word)
    return " ".join(based)


__all__ = ["HER_PATRONYMIC", "base_form", "named_by"]
