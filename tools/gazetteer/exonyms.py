"""A Russian place name in Ukrainian spelling and the other way round, by letter rules; several guesses."""

from __future__ import annotations

import re

_TO_UKRAINIAN = (
    (r"([сцз])кий\b", r"\1ький"),
    (r"([сцз])кая\b", r"\1ька"),
    (r"([сцз])кое\b", r"\1ьке"),
    (r"([сц])к\b", r"\1ьк"),
    (r"ый\b|ой\b", "ий"),
    (r"ая\b", "а"),
    (r"ое\b", "е"),
    (r"ые\b", "і"),
    (r"(?<=[аеиоуыэюяьъ])е|\bе", "є"),
    (r"\bЕ", "Є"),
    (r"\bИ", "І"),
    (r"\bЭ", "Е"),
    (r"(?<=[бвгдзклмнпрстфх])ё", "ьо"),
    (r"(?<=[жчшщ])ё", "о"),
    (r"ё", "йо"),
    (r"ъ", "'"),
    (r"э", "е"),
    (r"\bи|(?<=[аеоуюяєї])и", "ї"),
)
_TO_RUSSIAN = (
    (r"ський\b", "ский"),
    (r"цький\b", "цкий"),
    (r"зький\b", "зкий"),
    (r"([сцз])ька\b", r"\1кая"),
    (r"([сцз])ьке\b", r"\1кое"),
    (r"([сцз])ьк\b", r"\1к"),
    (r"івка\b", "овка"),
    (r"ївка\b", "евка"),
    (r"ївці\b", "евцы"),
    (r"івці\b", "овцы"),
    (r"(?<=[бвгдзклмнпрстфх])ів\b", "ов"),
    (r"їв\b", "ев"),
    (r"(?<=[внрлмтздс])е\b", "ое"),
    (r"\bЄ", "Е"),
    (r"\bІ", "И"),
    (r"\bЇ", "И"),
    (r"ьо", "ё"),
    (r"йо", "ё"),
    (r"['’](?=[єяюї])", "ъ"),
    (r"є", "е"),
    (r"[її]", "и"),
    (r"ґ", "г"),
)


def _rewritten(name: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, replacement in rules:
        name = re.sub(pattern, replacement, name)
    return name


def in_ukrainian(name: str) -> list[str]:
    """«Буйнакск» → Буйнакськ; и is і, save after a hushing sound and, in a second guess, in endings."""
    name = _rewritten(name, _TO_UKRAINIAN)
    first = re.sub(r"(?<![жчшщц])и(?!й\b)", "і", name)
    second = re.sub(r"(?<![жчшщц])и(?!й\b|н\b|нськ|ця|к\b|ха\b|нка\b)", "і", name)
    return list(dict.fromkeys(guess.replace("ы", "и") for guess in (first, second)))


def in_russian(name: str) -> list[str]:
    """«Зарічне» → Заречное is beyond letters; «Тернівка» → Терновка is not."""
    name = _rewritten(name, _TO_RUSSIAN)
    return list(dict.fromkeys([name.replace("і", "и"), re.sub(r"и\b", "ы", name).replace("і", "и")]))


__all__ = ["in_russian", "in_ukrainian"]
