"""The cases of Russian and Ukrainian place names, by their endings; a superset is harmless, a gap is not."""

from __future__ import annotations

from typing import Final

# The longest ending that fits decides. Each: (letters to drop, endings to add); the nominative comes first.
_RULES: Final[tuple[tuple[str, int, str], ...]] = (
    ("ская", 2, "ая ой ую ою"),
    ("цкая", 2, "ая ой ую ою"),
    ("ський", 2, "ий ого ому им"),
    ("цький", 2, "ий ого ому им"),
    ("ське", 1, "е ого ому им"),
    ("ская", 2, "ая ой ую"),
    ("ское", 2, "ое ого ому им ом"),
    ("ский", 2, "ий ого ому им ом"),
    ("ець", 3, "ець ця цю цем ці"),
    ("ня", 1, "я и е ю ей ею і"),
    ("ая", 2, "ая ой ую ою"),
    ("ое", 2, "ое ого ому ым ом"),
    ("ый", 2, "ый ого ому ым ом"),
    ("ой", 2, "ой ого ому ым ом"),
    ("ий", 2, "ий ого ему ому им ем ом ього ьому"),
    ("ій", 2, "ій ія ію ієм ії ього ьому ої ою"),
    ("ия", 2, "ия ии ию ией иею"),
    ("ія", 2, "ія ії ію ією"),
    ("'я", 1, "я ї ю ям єю"),
    ("ье", 2, "ье ья ью ьем"),
    ("жя", 1, "я ю ям і"),
    ("жжя", 1, "я ю ям і"),
    ("ття", 1, "я ю ям і"),
    ("лля", 1, "я ю ям і"),
    ("ка", 2, "ка ки ке ку кой кою ці"),
    ("га", 2, "га ги ге гу гой гою зі"),
    ("ха", 2, "ха хи хе ху хой хою сі"),
    ("ца", 1, "а ы е у ей"),
    ("ця", 1, "я і ю ею"),
    ("а", 1, "а ы и е і у ой ою"),
    ("я", 1, "я и е і ю ей ею"),
    ("їв", 2, "їв єва єву євом єві"),
    ("київ", 2, "їв єва єву євом єві"),
    ("ів", 2, "ів ова ову овом ові ева еву евом еві"),
    ("їль", 3, "їль оля олю олем олі"),
    ("піль", 3, "іль оля олю олем олі"),
    ("ріг", 2, "іг огу ога огом озі"),
    ("іг", 2, "іг огу ога огом озі"),
    ("ець", 3, "ець ця цю цем ці"),
    ("ец", 2, "ец ца цу цем цом це"),
    ("ок", 2, "ок ка ку ком ке"),
    ("ль", 1, "ь я ю ем е і и ью лю"),
    ("ь", 1, "ь я ю ем е і и ью"),
    ("й", 1, "й я ю ем е єм ї"),
    ("ы", 1, "ы - ам ами ах ов"),
    ("и", 1, "и - ам ами ах ов ів ей"),
    ("і", 1, "і - ам ами ах ів"),
    ("о", 1, "о а у ом е і"),
    ("е", 1, "е я ю ем и і а у"),
    ("є", 1, "є"),
    ("у", 0, "-"),
    ("э", 0, "-"),
    ("л", 0, "- а у ом е і"),
    ("", 0, "- а у ом е і ом"),
)
_BY_LAST: Final[dict[str, list[tuple[str, int, list[str]]]]] = {}
for _ending, _drop, _add in _RULES:
    _BY_LAST.setdefault(_ending[-1:], []).append((_ending, _drop, [e.strip("-") for e in _add.split()]))
for _rules in _BY_LAST.values():
    _rules.sort(key=lambda rule: -len(rule[0]))


def cases_of(word: str) -> list[str]:
    """The forms of one word of a name (lower case); the nominative is among them."""
    for ending, drop, add in (*_BY_LAST.get(word[-1:], ()), *_BY_LAST[""]):
        if word.endswith(ending):
            stem = word[: len(word) - drop] if drop else word
            return [word, *(stem + end for end in add)]
    return [word]


__all__ = ["cases_of"]
