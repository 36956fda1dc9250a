"""A name in the case of what stands before it, upright: «депутатки Рощиной», «по словам Гусарова».

Russian and Ukrainian; only where the ending leaves one sex and one base.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from muster.read.page import Page
from muster.read.people.roles import Named
from muster.read.people.runs_slavic import word_before
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.names.slavic import surname_base
from muster.text.sources.cues import Lexicon
from muster.text.sources.trades import is_of_woman
from muster.text.spans import Span

BY_WORDS: Final = re.compile(
    r"(?:словам|данным|мнению|информации|версии|слов|показаний|показаниям|словами|даними|думку|інформацією|версією|имени|імені)\s\Z"
)
# Endings that the genitive of a surname has, and the nominative of none that is as common.
_GENITIVE_RU: Final = re.compile(r"[а-яё]{2}(?:(?P<f>(?:[оеё]в|[иы]н|[сц]к)ой)|(?:[оеё]в|[иы]н)а|[сц]кого)\Z")

# Behind these a name stands in the genitive, though they are no genitives themselves: «тезисы Гусарова».
_SAYINGS: Final = listed("тезисы высказывания цитаты")


def led_upright(page: Page, one: Named | None, token: Span, words: Lexicon) -> Named | None:
    """«По словам Гусарова», «мэра Рощиной»: a lone Russian surname in the genitive of a phrase or a role is
    a man's or a woman's by its ending (she would be «Гусаровой»); ``one``: who it was taken for."""
    word = page.words(token)
    found = _GENITIVE_RU.search(word) if words.language == "ru" else None
    if found is None:
        return one
    sex = "f" if found["f"] else "m"
    if BY_WORDS.search(page.body, max(0, token.start - 16), token.start) is not None:
        ends = page.body[token.stop : token.stop + 1] in (",", ".")
        if one is None or one.kind != "person":
            return Named(*token, "person", surname_base(word, sex, "ru"), sex) if ends else one
    elif one is not None:
        before = word_before(page, one.start).lower()
        case = cases(before, "ru")
        in_case = before in words.roles or not case.genitive or case.nominative not in ("", "p")
        if before not in _SAYINGS and (case.kind not in ("noun", "adjective") or in_case):
            return one
    if one is None or one.norm != word:
        return one
    return replace(one, norm=surname_base(word, sex, "ru"), gender=sex)


def led_along(role: str, strings: list[str], words: Lexicon) -> tuple[str, str] | None:
    """«Пресофіцерки Ляни Журавко», «майора Болеслава Терника»: names that no list has stand in the case of
    the role before them. Gender and nominative; None where the role stands in the nominative itself."""
    low = role.lower()
    if words.language != "uk" or low in words.roles:
        return None
    if is_of_woman(low, "uk"):
        sex, fits = "f", low.endswith("и") and strings[0].endswith("и")
    else:
        sex, fits = "m", low.endswith(("а", "я")) and strings[0].endswith(("а", "я"))
    return (sex, " ".join(surname_base(s, sex, "uk") for s in strings)) if fits else None


def led_alone(role: str, word: str, words: Lexicon) -> tuple[str, str] | None:
    """«Підполковника Гусара», «депутатки Рощиної»: a lone surname in the genitive of the role before it."""
    low = role.lower()
    if words.language != "uk" or low in words.roles or not low.endswith(("а", "я", "и", "і", "ї")):
        return None
    if is_of_woman(low, "uk"):
        return ("f", surname_base(word, "f", "uk")) if word.endswith(("ої", "єї")) else None
    man = low.endswith(("а", "я")) and word.endswith(("а", "я", "ого"))
    return ("m", surname_base(word, "m", "uk")) if man else None


__all__ = ["BY_WORDS", "led_alone", "led_along", "led_upright"]
