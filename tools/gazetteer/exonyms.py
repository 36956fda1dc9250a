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
    (r"росс", "рос"),
    (r"Росс", "Рос"),
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


_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie",
    "ж": "zh", "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
    "я": "ia", "'": "",
}  # fmt: skip
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def romanised(name: str) -> str:
    """A Ukrainian name in Latin letters by the norm of 2010: «Слов'янськ» → Sloviansk."""
    words = []
    for word in re.split(r"([ -])", name):
        low = word.lower().replace("зг", "\0")
        letters = [_FIRST.get(c, _LATIN.get(c, c)) if i == 0 else _LATIN.get(c, c) for i, c in enumerate(low)]
        latin = "".join(letters).replace("\0", "zgh")
        words.append(latin.capitalize() if word[:1].isupper() else latin)
    return "".join(words)


__all__ = ["in_russian", "in_ukrainian", "romanised"]
