"""«Мать Игоря Реброва», «адвокат задержанного Реброва»: the name says whose somebody is, not who speaks.

Russian and Ukrainian. A name in an oblique case behind a noun for a person that stands in the nominative is
that noun's; behind a noun that always is somebody's (kin, comrades) it is so in every case, unless a
pronoun has said whose («его брат Игорь», «её мужа Игоря»).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from muster.text.cases import cases
from muster.text.lemmas import lemma, readings
from muster.text.listed import listed
from muster.text.names.slavic import given_name
from muster.text.sources.cues import Lexicon
from muster.text.sources.words import source_words

_WORD: Final = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w))*")
# Nouns beside those for kin that always are somebody's.
_SOMEBODYS: Final = listed(
    """сослуживец сослуживица однополчанин коллега друг подруга знакомый знакомая сосед соседка земляк
    одноклассник одногруппник товарищ приятель родственник родственница невеста жених вдова вдовец родня
    побратим посестра товариш товаришка приятель приятелька знайомий знайома сусід сусідка земляк односелець
    сторонник сторонница соратник соратница сокамерник сокамерница однокурсник однокурсница попутчик попутчица
    соперник соперница конкурент конкурентка оппонент оппонентка преемник преемница предшественник
    предшественница суперник суперниця опонент опонентка наступник наступниця попередник попередниця
    прихильник соратник співкамерник однокурсник попутник
    однокласник родич родичка наречена наречений вдова вдівець рідні рідня родина семья близкие близькі"""
)
# What befell somebody, as a noun: whoever stands before it is another.
_BEFALLEN: Final = re.compile(
    r"(?:погибш|убит|ранен|пропавш|задержанн|арестованн|осужд[её]нн|подсудим|обвиняем|подозреваем|пленн"
    r"|мобилизованн|покойн|умерш|похищенн|пострадавш|срочник|призывник|загибл|вбит|поранен|зникл|затриман"
    r"|заарештован|засуджен|підсудн|обвинувачен|підозрюван|полонен|мобілізован|покійн|померл|викраден"
    r"|постраждал|строковик|призовник)\w{0,4}\Z"
)
# The ending of whom it befell → the gender that he or she has not.
_OTHER: Final = {"ого": "f", "его": "f", "ної": "m", "лої": "m", "шей": "m", "ной": "m"}
_POSSESSIVE: Final = listed(
    """его её ее их мой моя моего моей наш наша нашего нашей свой своя своего своей твой твоего ваш вашего
    його її їх їхній їхня їхнього їхньої мій моя мого моєї наш наша нашого нашої свій своя свого своєї"""
)
# Endings of a surname alone that mostly are its genitive.
_OBLIQUE_RU: Final = re.compile(r"(?:[её]в|[иы]н)ой\Z|[сц]кого\Z|[оеёиы][вн]ых\Z")
_HERS_RU: Final = re.compile(r"(?:ов|[сц]к)ой\Z")
_FEMININE: Final = re.compile(r"(?:[оеё]ва|[иы]на|[сц]ка|ська|цька)\Z")


def is_somebodys(before: str, form: str, norm: str, words: Lexicon, *, alone: bool = False) -> bool:
    """Whether the words before a name of this ``form`` and base (``norm``) are another person's.

    ``alone``: no other name goes with it, so that several people straight before it are his («адвокати Гая»).
    """
    found = _WORD.findall(before)[-6:]
    first = form.split()[0].casefold()
    known = {w.casefold() for w in re.split(r"[ -]", norm)}
    oblique = (
        (first not in known or (" " not in form and _OBLIQUE_RU.search(first) is not None))
        and not form[:1].isascii()
        and not first.endswith(".")
    )
    befallen = False
    for i in range(len(found) - 1, -1, -1):
        word = found[i].lower()
        base = lemma(word, words.language)
        theirs = i > 0 and found[i - 1].lower() in _POSSESSIVE
        last = i == len(found) - 1
        # «його матері Анни Ярош» is one, whatever the ending may be elsewhere
        several = alone and last and not theirs and {base, word} & _people(words)
        if several and (
            _several(word, words.language)
            or (oblique and _of_several(word, words.language) and not _somebody(found[:i], words))
        ):
            return (
                True  # «Адвокаты Гая», «по словам адвокатов Гая», not «по словам представителя жильцов Гая»
            )
        if base in _relations(words) or word in _relations(words):
            owned = theirs or (i + 1 < len(found) and _told_whose(found[-1], form, words.language))
            bare = (
                " " not in form
                and given_name(form, words.language) is None
                and bool(cases(word, words.language).nominative)
            )
            hers = " " not in form and (_HERS_RU.search(first) or (bare and _FEMININE.search(first)))
            return not owned and (oblique or bool(hers))
        of_him = oblique or (" " not in form and _FEMININE.search(first) is not None)
        case = cases(word, words.language)
        called_after = last and base in _HIS_BODIES and " " not in form
        of_him = of_him or (case.genitive and not _somebody(found[:i], words))
        if called_after and of_him and (alone if case.genitive else case.nominative):
            return True  # «Защита Цыбина», «ведомство Стужина», «по версии защиты Цыбина»
        if _BEFALLEN.match(word):
            given = given_name(form.split()[0], words.language)
            if given is not None and given.gender == _OTHER.get(word[-3:]):
                return False  # «дружини полоненого Ольги»: of another gender than whom it befell
            befallen = True
            continue
        if case.kind == "verb":
            return False
        # «Адвокатка» is no genitive, as its ending may be
        upright = word in words.roles and word.endswith(("ка", "ця", "ня"))
        subject = befallen or (bool(case.nominative) and (upright or not case.genitive))
        if oblique and subject and (word in words.roles or base in words.roles):
            return True
    return False


def _told_whose(word: str, form: str, language: str) -> bool:
    """«вдовы военного Анны Гай», «соседки Ветровых Марии»: the word before the name says whose she is."""
    given = given_name(form.split()[0], language)
    if given is None:
        return False
    if language == "uk":  # «бабусі хлопчика Анни»: he is no Anna
        his = word.islower() and word.endswith(("а", "я")) and cases(word, "uk").kind == "noun"
        return his and given.gender == "f" and given.oblique
    if word[:1].isupper():
        return word.endswith(("овых", "евых", "ёвых", "иных", "ыных"))
    genders = {str(r.tag.gender) for r in readings(word.lower(), "ru")[:3]}
    own, other = ("masc", "femn") if given.gender == "m" else ("femn", "masc")
    return other in genders and own not in genders


# Bodies that are called after whoever heads them or whom they serve.
_HIS_BODIES: Final = listed(
    """защита обвинение команда штаб администрация канцелярия окружение ведомство секретариат аппарат кабинет
    пресс-служба адвокатура правительство захист обвинувачення адміністрація канцелярія оточення відомство
    секретаріат апарат кабінет пресслужба уряд"""
)


def _several(word: str, language: str) -> bool:
    """Several in the nominative; «редактора» is one in the genitive, Ukrainian endings leave that open."""
    form = cases(word, language)
    return word != "мати" and form.nominative == "p" and (language == "uk" or not form.genitive)


def _of_several(word: str, language: str) -> bool:
    """Several in the genitive and in nothing else: «адвокатов», «коллег»."""
    form = cases(word, language)
    plural = all(str(r.tag.number) == "plur" for r in readings(word, language)[:2])
    return form.genitive and not form.nominative and plural


def _somebody(before: list[str], words: Lexicon) -> bool:
    return any(lemma(w.lower(), words.language) in words.roles for w in before if w[1:].islower())


@lru_cache(maxsize=2)
def _people(words: Lexicon) -> frozenset[str]:
    """Nouns for people: no body, whose name in the genitive may look like several."""
    bodies = words.organisation_words | source_words(words.language).bodies
    people = (words.roles | words.plural | _relations(words)) - bodies
    return people - {lemma(w, words.language) for w in bodies}


@lru_cache(maxsize=2)
def _relations(words: Lexicon) -> frozenset[str]:
    kin = {lemma(w, words.language) for w in words.relative} | words.relative
    return frozenset(kin - words.caseload - words.witness) | _SOMEBODYS


__all__ = ["is_somebodys"]
