"""A lone capital word behind a Russian office: «мэр Лапин», «прокурор гарнизона Ракитина», «адвокат Мельник».

Where somebody's office stands in the nominative, a capital word within the sentence is his surname, whatever
else it means, unless it can only be what he is over («глава Роснефти», «мэр Твери»).
"""

from __future__ import annotations

import re
from typing import Final

from muster.read.page import Page
from muster.read.people.role_words import BODY_ROLES, is_body_word, is_role
from muster.read.people.runs_slavic import word_before
from muster.read.people.words import kind_of, surname_like
from muster.text.cases import cases
from muster.text.lemmas import readings
from muster.text.sources.cues import Lexicon

_BEFORE: Final = re.compile(r"(?:(?<![\w-])[а-яёА-ЯЁ][а-яё]{2,24}(?:-[а-яё]{2,24})?[ \u00a0]){2,5}\Z")
# What an office is over that has a name of its own, often without marks: «глава посёлка Лесной».
_HAS_A_NAME: Final = re.compile(
    r"(?:райо|област|кра[яе]|округ|город|сел[аое]|посёл|посел|деревн|хутор|станиц|республик|губерни|провинци|штат|улиц|площад"
    r"|порт|завод|фабрик|компани|фирм|корпораци|концерн|холдинг|банк|фонд|парти|движени|школ|лице|гимнази|театр|музе|колони"
    r"|шахт|рудник|агентств|газет|канал|издани|портал|сайт|проект|клуб|команд|групп|организаци|объединени|союз|станци|лагер|бат)"
)
_SURNAME_ENDS: Final = re.compile(r"[а-яё]{2}(?:[оеё]в|[иы]н|ых|их|енко|[чщ]ук|[оеё]ва|[иы]на)\Z")


def office_before(page: Page, start: int, words: Lexicon) -> str:
    """«прокурор гарнизона», «глава района»: an office in the nominative with what it is over, straight before
    ``start``: the noun of the office, else nothing."""
    before = _BEFORE.search(page.body, max(0, start - 90), start)
    if before is None:
        return ""
    found = before.group().split()
    for at in range(len(found) - 1, -1, -1):
        word = found[at]
        if as_role(word, words):
            return word if at + 1 < len(found) and _upright(word) else ""
        if not word.islower() or not cases(word, "ru").genitive:
            return ""
    return ""


def is_holder(page: Page, start: int, word: str, words: Lexicon) -> bool:
    """Whether ``word`` names who holds the office that stands before it, in the nominative, and no place."""
    if words.language != "ru":
        return False
    office = office_before(page, start, words)
    return named_behind(page, start, word, office) if office else holds_office(page, start, word, words)


def named_behind(page: Page, start: int, word: str, office: str) -> bool:
    """Whether ``word`` behind «прокурор гарнизона» is a surname, and no name of what he is over."""
    ends = ends_as_surname(word, page)
    over = page.body[max(0, start - 26) : start].split()
    if any(_HAS_A_NAME.match(w) for w in over[-2:] if w != office):
        return ends and not kind_of(word, "ru").place
    return _in_nominative(word, page)


def holds_office(page: Page, start: int, word: str, words: Lexicon) -> bool:
    """«мэр Мельник», «адвокат Гай»: straight behind an office in the nominative, and no town's name."""
    role = as_role(word_before(page, start), words) if words.language == "ru" else ""
    if not role or not _upright(role):
        return False
    return _in_nominative(word, page)


def _in_nominative(word: str, page: Page) -> bool:
    parses = readings(word.lower(), "ru")
    if ends_as_surname(word, page) or surname_like(word, "ru") or not parses:
        return True
    return any("nomn" in p.tag and "sing" in p.tag and not {"Geox", "Orgn"} & p.tag.grammemes for p in parses)


def as_role(word: str, words: Lexicon) -> str:
    """A word that says what one person is, else nothing."""
    low = word.lower()
    if (
        word
        and (is_role(word, words) or low in words.titles)
        and low not in BODY_ROLES
        and low not in words.plural
        and not is_body_word(word, words)
    ):
        return word
    return ""


def _upright(role: str) -> bool:
    case = cases(role.lower(), "ru")
    return bool(case.nominative) and "p" not in case.nominative


def ends_as_surname(word: str, page: Page) -> bool:
    """«мэр Лапин», «комбат Шведов»; of a place that the text names too («в Липняках») it is the genitive."""
    return _SURNAME_ENDS.search(word.lower()) is not None and not is_place_of_many(word, page)


def is_place_of_many(word: str, page: Page) -> bool:
    """«Липняков» of a text that has «в Липняках» too."""
    found = _SURNAME_ENDS.search(word.lower())
    if found is None:
        return False
    stem = word[: -len(found.group()) + 2]
    return re.search(rf"(?<!\w){stem}(?:ах|ам|ами|ы|и)(?!\w)", page.body) is not None


__all__ = [
    "as_role",
    "ends_as_surname",
    "holds_office",
    "is_holder",
    "is_place_of_many",
    "named_behind",
    "office_before",
]
