"""What a capital word of a Russian or Ukrainian text may be: somebody's name, a place's, a common word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, NamedTuple

from muster.text.lemmas import analyzer, readings
from muster.text.listed import listed
from muster.text.names.slavic import given_name

INITIAL: Final = re.compile(r"[A-ZА-ЯЁІЇЄҐ]\.\Z")
PATRONYMIC: Final = re.compile(
    r"(?:[оеє]вич|[ії]ч|льич|мич)(?:а|у|ем|ом|е|еві|і)?\Z|(?:[оеє]вн|ївн|івн|ичн|ічн|иничн|їчн)(?:а|ы|е|у|ой|ою|и|і)\Z"
)
_SURNAME: Final = {
    "ru": re.compile(
        r"(?:[оеё]в|[иы]н|ск[ио]й|цк[ио]й|енко|чук|щук|юк|[оеё]ва|[иы]на|ская|цкая|швили|дзе|ян|янц|[оеё]вым"
        r"|[оеё]вой|[оеё]ву|ского|скому|ским|цкого|цкому|цким|[оеё]вич|ович|ейко|айло|[^о]вский)\Z"
    ),
    "uk": re.compile(
        r"(?:енк(?:о|а|у|ом|ові)|[чщ]ук(?:|а|у|ом|ові)|юк(?:|а|у|ом|ові)|[сц]ьк(?:ий|а|ого|ому|им|ої|ій|у|ою)"
        r"|зьк(?:ий|ого|ому|им)|[ії]в|[оеє]в(?:а|у|им|ої|ій|ою)|[иії]н(?:|а|у|им|ої|ій|ою)|ишин(?:|а|у)"
        r"|швілі|дзе|ян|[оеє]вич(?:|а|у|ем)|чак(?:|а|у|ом)|няк(?:|а|у|ом)|енк|ейк[оа]|ик(?:|а|у|ом|ові)"
        r"|ець|цю|цем|аш|ко|ло|ба|да|ак(?:|а|ом))\Z"
    ),
}
# Ukrainian has no dictionary here; these endings are surnames' and hardly anything else's.
_SURE_UK: Final = re.compile(
    r"(?:енк(?:о|а|у|ом|ові)|[чщ]ук(?:|а|у|ом|ові)|юк(?:|а|у|ом|ові)|швілі|[оеє]вич(?:|а|у|ем)|ишин(?:|а|у)"
    r"|[а-яіїєґ]{2}ськ(?:ий|ого|ому|им)|цьк(?:ий|ого|ому|им)|[бвгдклмнпрстхцжч]ов(?:|а|у|им|ої|ій))\Z"
)
# Words of news that a dictionary takes for a name, or that have a capital for other reasons than being one.
_NO_NAME: Final = listed(
    """бог господь аллах интернет закон указ конституция конституції закону законом родина отечество мир земля
    победа слава честь родину восток запад север юг президент премьер всероссийский украинский господин
    госпожа пан пані товариш указом статья стаття розділ глава пункт бога богу богом боже
    господа господи господу
    доба ера рада раду ради радою наразі останній більшість нині знов замовник частина
    водночас натомість проте однак отже згодом потому тимчасом невдовзі відтак відтоді торік тоді потім
    раніше пізніше вранці увечері ввечері вночі опівдні щоправда втім зокрема навпаки нарешті"""
)


class Kind(NamedTuple):
    """``given``, ``patronymic``, ``surname``: it can be that part of a name; ``common``: a word of the
    language; ``known``: the dictionary has it; ``place``: more often a place; ``adjective``: has the form."""

    given: bool
    patronymic: bool
    surname: bool
    common: bool
    known: bool
    place: bool
    adjective: bool


@lru_cache(maxsize=1 << 16)
def kind_of(word: str, language: str) -> Kind:
    """By the dictionary where there is one, else by the lists of given names and by endings."""
    given = given_name(word, language) is not None
    patronymic = len(word) > 5 and PATRONYMIC.search(word) is not None
    low = word.lower()
    likely = len(low) > 3 and _SURNAME[language].search(low) is not None
    morph = analyzer(language)
    if low in _NO_NAME or len(low) > 40:
        return Kind(False, False, False, True, True, False, False)
    if morph is None:
        return _by_ending(low, given, patronymic, likely, language)
    parses = readings(low.replace("’", "'"), language)[:6]
    known = bool(morph.word_is_known(low))
    tags = [str(p.tag) for p in parses]
    top = tags[0] if tags else ""
    if known:
        # A reading that is hardly ever meant is no reading.
        named = given or sum(p.score for p in parses if "Name" in str(p.tag)) > 0.1
        surname = "Geox" not in top and any("Surn" in str(p.tag) and p.score > 0.05 for p in parses)
        patronymic = patronymic or any("Patr" in t for t in tags)
        proper = any(mark in top for mark in ("Surn", "Name", "Patr", "Geox", "Orgn"))
        common = not (proper or named)
        return Kind(named, patronymic, surname, common, True, "Geox" in top, "ADJF" in top)
    return Kind(
        given,
        patronymic,
        likely or any("Surn" in t for t in tags),
        False,
        False,
        False,
        _adjectival(low, language),
    )


_ADJECTIVE: Final = {
    "ru": re.compile(r"(?:[сц]к(?:ий|ая|ое|ого|ому|им|ом|ой|ую|ие|их|ими)"
        r"|[нвл](?:ый|ая|ое|ого|ому|ым|ых|ые|ую|ой))\Z"),
    "uk": re.compile(
        r"(?:[сцз]ьк(?:ий|а|е|ого|ому|им|ій|ої|у|ою|і|их|ими)|[нвл](?:ий|е|ого|ому|им|ій|ої|ою|их|ими))\Z"
    ),
}  # fmt: skip


def _adjectival(low: str, language: str) -> bool:
    return _ADJECTIVE[language].search(low) is not None


def _by_ending(low: str, given: bool, patronymic: bool, likely: bool, language: str) -> Kind:
    return Kind(given, patronymic, likely, False, False, False, _adjectival(low, language))


def sure_surname(word: str, language: str) -> bool:
    """An ending that is a surname's and hardly anything else's."""
    low = word.lower()
    if language == "uk":
        return len(low) > 5 and _SURE_UK.search(low) is not None
    kind = kind_of(word, language)
    return kind.surname and not kind.common and not kind.place


def surname_like(word: str, language: str) -> bool:
    """An ending that many surnames have, whatever else the word is."""
    return len(word) > 4 and _SURNAME[language].search(word.lower()) is not None


@lru_cache(maxsize=2)
def small_words(body: str) -> frozenset[str]:
    """The words that the text also writes without a capital: common words, whatever their first letter."""
    return frozenset(_SMALL.findall(body))


_SMALL: Final = re.compile(r"[а-яёіїєґ](?<!\w[а-яёіїєґ])[а-яёіїєґ'’ʼ-]{2,30}")


@lru_cache(maxsize=1 << 15)
def parses_of(word: str, language: str) -> tuple[Any, ...]:
    """The readings of a word (small letters) in the dictionary; none without it."""
    return tuple(p.tag for p in readings(word, language)[:4])


_VERB_UK: Final = re.compile(
    r"(?:[аяіиїуое]в|[аяіиїуое]вся|[аяіиїое]ла(?:ся|сь)?|[аяіиїоу]ло|[аяіиї]ли|[аяєеуює]є|[аяюує]є|ить|їть|иться"
    r"|ається|ується|ає|ує|іє|еться)\Z"
)
_NO_VERB_UK: Final = listed(
    "його була-б слова справа держава голова права мова шкіл сила школа хвиля воля зла земля"
)


@lru_cache(maxsize=1 << 15)
def acts(word: str, language: str) -> bool:
    """A verb that one person may be the subject of: past or present, singular."""
    if language == "ru":
        tags = parses_of(word, "ru")
        return (
            bool(tags)
            and "VERB" in tags[0]
            and "sing" in tags[0]
            and "neut" not in tags[0]
            and "impr" not in tags[0]
            and "1per" not in tags[0]
        )
    return len(word) > 2 and word not in _NO_VERB_UK and _VERB_UK.search(word) is not None


__all__ = [
    "INITIAL", "PATRONYMIC", "Kind", "acts", "kind_of", "parses_of", "small_words", "sure_surname",
    "surname_like",
]  # fmt: skip
