"""What a word beside a name is: an office or a trade, a word for a body or a people, or none of a name."""

from __future__ import annotations

import re
from functools import lru_cache

from muster.text.lemmas import lemma, readings
from muster.text.listed import listed
from muster.text.sources.cues import Lexicon
from muster.text.sources.words import source_words

LATIN = r"[A-ZÀ-ÞČŠŽ](?:[\w]|[-’'](?=\w)){1,40}|[A-Z]\.(?=\s?[A-Z])|al-[A-Z]\w{1,30}"
WORDS = re.compile(r"[^\W\d_](?:\w|[-’'](?=\w))*")
# Never a person and never a body, however capitalised; ours.
PLAIN = listed(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Mon Tue Wed Thu Fri Sat Sun Russian Russians Ukrainian
    Ukrainians American Americans British German Germans French Chinese English European Europeans
    Soviet Western Eastern Northern Southern Christmas Easter Internet God Image Photo Video The A An In
    On At By He She It They We I You But And If When While As After Before For From With This That These
    Those His Her Their Its Our My Your Who What Why How Where There Here Some Many Most Several All
    Both Each Every No Not Yes Also However Although Though Since Because So Then Now Today Yesterday
    Tomorrow According Instead Meanwhile Later Earlier Almost More Less Only Just Even Still Once Well
    One Two Three Four Five Six Seven Eight Nine Ten Human Army Such Citizens Troops Reinforcements
    Independent Soldiers Civil War World Great Islam Muslim Muslims Christian Jewish Arab Polish Turkish
    Israeli Iranian Moscow Kyiv Kiev Russia Ukraine US USA UK EU U.S U.K UN Europe America Britain
    Germany France China Понедельник Вторник Среда Четверг Пятница Суббота Воскресенье Январь Февраль
    Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь Россия России Россию Россией
    Украина Украины Украине Украину Украиной Москва Москвы Москве Москву Киев Киева Киеве США РФ ЕС СССР
    СВО Европа Европы Запад Запада Бог Интернет Фото Видео Росія Росії Росію Росією Україна України
    Україні Україну Україною Київ Києва Києві Москві Захід"""
)
# Roles that are bodies: what follows one is not a person's name because of it.
BODY_ROLES = listed(
    """police troops army military government authorities ministry court team agency council committee service
    services department office media group organisation organization newspaper outlet channel site website
    magazine broadcaster radio station party movement charity project company network coalition platform
    newsroom union fund foundation club firm association"""
)
# "Rear Admiral", "Deputy Commissioner", "Village Head": of the rank, neither of a name nor a body.
BEFORE_A_RANK = listed(
    """Rear Vice Major Brigadier Staff Lance Second First Chief Deputy Assistant Acting Air Wing
    Squadron Flight Petty Master Warrant Field Grand Senior Junior Foreign Finance Defence Defense
    Interior Prime Health Former Retired Naval Court Press Associate Special Under Crown State Fire
    Village Town City Regional District Provincial Local Hospital School Company Union Opposition Veteran
    Outgoing Interim Leading Prominent"""
)
DEMONYM = re.compile(
    r"(?:Russian|Ukrainian|American|British|German|French|Chinese|Soviet|European|Israeli|Polish)\Z"
)


@lru_cache(maxsize=1 << 15)
def is_role(word: str, words: Lexicon) -> bool:
    """True for a word that says what somebody is, in any case of it."""
    low = word.lower()
    return low in words.roles or (
        words.language != "en" and lemma(low, words.language) in _role_lemmas(words)
    )


@lru_cache(maxsize=1 << 15)
def is_person_noun(word: str, words: Lexicon) -> bool:
    """«инженер», «докер», «коллег»: a Russian noun for people in the dictionary, or a word for kin, which no
    role list need have."""
    if words.language != "ru" or not word.islower():
        return False
    if lemma(word, "ru") in _kin_lemmas(words):
        return True
    first = readings(word, "ru")[:1]
    return any("NOUN" in r.tag and "anim" in r.tag and not _NAMES & r.tag.grammemes for r in first)


def is_people_first(word: str, words: Lexicon) -> bool:
    """«Общественники», «Военблогеры» with the capital of a sentence: people in the plural and no surname."""
    if words.language != "ru" or not (word[:1].isupper() and word[-1:] in ("и", "ы", "е", "я")):
        return False
    low = word.lower()
    several = all(r.tag.number == "plur" and r.tag.case == "nomn" for r in readings(low, "ru")[:1])
    return several and is_person_noun(low, words)


_NAMES = frozenset({"Name", "Surn", "Patr", "Geox"})


@lru_cache(maxsize=2)
def _kin_lemmas(words: Lexicon) -> frozenset[str]:
    return frozenset(lemma(w, words.language) for w in words.relative)


def says_what(word: str, words: Lexicon) -> bool:
    """True also for an English noun that no role list has: "former prisoner N", "N, a politician from X"."""
    return is_role(word, words) or (
        words.language == "en" and word.islower() and word in source_words("en").people - _NO_TRADE
    )


# People, but nothing that anybody is called beside his name.
_NO_TRADE = listed(
    "one both other local four five six three two former some person people man woman mother-in-law stranger"
)


@lru_cache(maxsize=1 << 15)
def is_body_word(word: str, words: Lexicon) -> bool:
    low = word.lower()
    return low in words.organisation_words or (
        words.language != "en" and lemma(low, words.language) in _body_lemmas(words)
    )


@lru_cache(maxsize=4)
def _body_lemmas(words: Lexicon) -> frozenset[str]:
    return frozenset(lemma(w.lower(), words.language) for w in words.organisation_words)


@lru_cache(maxsize=4)
def _role_lemmas(words: Lexicon) -> frozenset[str]:
    return frozenset(lemma(w, words.language) for w in words.roles)


__all__ = [
    "BEFORE_A_RANK", "BODY_ROLES", "DEMONYM", "LATIN", "PLAIN", "WORDS", "is_body_word",
    "is_person_noun", "is_role", "says_what",
]  # fmt: skip
