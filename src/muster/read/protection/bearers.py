"""Who bears a signal: the name or the noun for a person that "asked not to be named" is about."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from muster.read.page import Page
from muster.read.people.nobody import russian_tags
from muster.read.people.roles import Named
from muster.read.people.whose_slavic import is_somebodys
from muster.read.protection.signals import Signal, sentence_of
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span

# Counted among groups by some lists, and yet no noun.
_NO_NOUNS: Final = listed(
    """one two three four five six seven eight nine ten both some many most several others other all few
    another half один одна двое трое четверо пятеро оба обе многие некоторые другие остальные все двоє
    троє обидва обидві деякі інші решта усі всі дехто багато большинство більшість несколько кілька"""
)
_NEAR: Final = 200
_WORD: Final = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w)){1,40}")
# Between a name and the noun for its bearer: "Tarvo, a medic whose …", "Oskar, who was a guard, …".
_APPOSED: Final = re.compile(r"\s?[,(–—-]\s?(?:[\w'’ʼ.-]{1,20}\s){0,4}\Z")
GOVERNED: Final = re.compile(
    r"(?:\b(?:of|from|under|against|about|with|by|near|for|to|at|than|over)"
    r"|(?<!\w)(?:из|от|о|об|с|со|у|для|про|під|від|з|із|до|біля|проти|против|под|в|во|на|над))"
    r"\s(?:(?:the|an?|Mr|Ms|Mrs|Dr|Gen|Col|Maj|Lt|Capt|Sgt)\.?\s){0,2}\Z",
    re.I,
)
_WHOSE: Final = re.compile(r"(?<!\w)(?:whose|чь[ейяию]{1,3}|чи[йяєї]|чиїх|чиєї)\s(?:\w+\s)?\Z", re.I)
_POSSESSED: Final = re.compile(r"['’]s?\s?(?!\w)")


@dataclass(frozen=True, slots=True)
class Noun:
    """A word for a person: where, its base form, and whether it is several."""

    start: int
    stop: int
    base: str


def bearer_of(page: Page, named: Sequence[Named], signal: Signal) -> Named | Noun | None:
    """The name or noun that a signal is about; None where its sentence has neither before it."""
    sentence = sentence_of(page, signal)
    language = page.languages[page.sentence_at(signal.start)]
    low = max(sentence.start, signal.start - _NEAR)
    people = [n for n in between(named, low, signal.start) if n.kind == "person" and n.stop <= signal.start]
    told = _OF_WHOM.search(page.body, signal.start, signal.stop)
    if told is not None:
        other = "f" if told.group().lower() in ("his", "him") else "m"
        people = [n for n in people if n.gender != other]
    here = nouns_in(page, low, signal.start, language)
    nouns = [x for x in here if not (_within(people, x) or _only_hears(page, x, language))]
    if nouns and len(nouns) > 1 and _WHOSE.search(page.body, max(low, nouns[-1].start - 16), nouns[-1].start):
        nouns = nouns[:-1]
    name = people[-1] if people else None
    if name is None and not nouns:
        return _behind(page, named, signal, sentence, language)
    if name is None:
        return nouns[-1]
    after = [x for x in nouns if x.start >= name.stop]
    if after and not (_APPOSED.fullmatch(page.body, name.stop, after[0].start)):
        return after[-1]
    before = [x for x in nouns if x.stop <= name.start and x.stop > name.start - 60]
    if before and not after and language != "en":
        owner = _whose(page, name, before, language) or _client(page, name, before)
        if owner is not None:
            apposed = people[-2] if len(people) > 1 else None
            itself = apposed is not None and _APPOSED.fullmatch(page.body, apposed.stop, owner.start)
            return apposed if itself and apposed is not None else owner
    if before and not after and _is_governed(page, name, before[-1], language):
        return before[-1]
    return name


# "Speaking to reporters on condition of anonymity", «обізнаний зі справою»: neither is who asks.
_PRESS: Final = listed(
    """reporter journalist correspondent editor журналист корреспондент журналіст кореспондент"""
)
_TO_THEM: Final = re.compile(
    r"(?:\b(?:to|with|by|told|tell|tells|telling|brief\w{0,4}|address\w{0,3}|inform\w{0,3})\s(?:\w+\s)?"
    r"|(?<!\w)(?:с|со|з|із|зі|перед|к|до)\s(?:\w+\s)?)\Z",
    re.I,
)
_KNOWN_STEMS: Final = frozenset(("знаком", "осведо", "обізна", "знайом"))
_WITH: Final = re.compile(r"\s(?:с|со|з|із|зі|о|об|про)\s")


_FEARED_FOR: Final = re.compile(
    r"(?:\bfor\s(?:his|her|their)\s(?:\w+\s)?|(?<!\w)за\s(?:(?:сво[ийюїє]\w{0,2}|[еїй]\w{1,3})\s)?)\Z", re.I
)


def _only_hears(page: Page, noun: Noun, language: str) -> bool:
    """Whether a noun stands for those who are spoken to or feared for, or says of somebody what he knows."""
    body = page.body
    if noun.base in _PRESS:
        if language == "en" and body[noun.stop : noun.stop + 2] in ("'s", "’s"):
            return True  # "Editor's note: …"
        return _TO_THEM.search(body, max(0, noun.start - 24), noun.start) is not None
    if _FEARED_FOR.search(body, max(0, noun.start - 20), noun.start):
        return True  # «боится за родных», "feared for his wife"
    form = body[noun.start : noun.stop].lower()
    return language != "en" and form[:6] in _KNOWN_STEMS and _WITH.match(body, noun.stop) is not None


# "Speaking off the record, a diplomat said …"; "we agreed not to name the guard".
_TERMS_FIRST: Final = re.compile(r"[^.,;:!?\n]{0,60},\s(?=\S)")
# "Don't write my name," said the porter.
_MINE: Final = re.compile(r"\b(?:my|me|our|us)\b", re.I)
_MARKS_CLOSE: Final = re.compile(r"[^\n”\"]{0,80}[”\"]\s(?=\S)")
_OBJECT: Final = re.compile(r"\s(?:to\s)?(?=(?:the|this|these|those|our|one|two|three|a|an)\s)")
_NAMING: Final = re.compile(r"(?:nam(?:e|ing)|identify(?:ing)?|anonymity)\Z", re.I)
_FEW_LETTERS: Final = 60


def _behind(
    page: Page, named: Sequence[Named], signal: Signal, sentence: Span, language: str
) -> Named | Noun | None:
    """Whom a signal is about that begins its sentence, or has him for its object."""
    if language != "en" or signal.introduces:
        return None
    names = _NAMING.search(page.body[signal.start : signal.stop]) is not None
    said = _OBJECT.match(page.body, signal.stop) if names else None
    mine = _MINE.search(page.body, signal.start, signal.stop)
    quoted = _MARKS_CLOSE.match(page.body, signal.stop, sentence.stop + _FEW_LETTERS) if mine else None
    first = said or quoted or _TERMS_FIRST.match(page.body, signal.stop, sentence.stop)
    if first is None:
        return None
    low = first.end()
    high = low + _FEW_LETTERS if first is quoted else min(sentence.stop, low + _FEW_LETTERS)
    if _PRONOUN_THERE.match(page.body, low):
        return None
    nouns = nouns_in(page, low, high, language)
    people = [n for n in between(named, low, high) if n.kind == "person"]
    if people and (not nouns or people[0].start < nouns[0].start):
        return None if said is None and " " in people[0].norm else people[0]
    return nouns[0] if nouns else None


_PRONOUN_THERE: Final = re.compile(r"(?:he|she|they|we|I|it|his|her|their)\b", re.I)

# Of a woman the text does not say "his name".
_OF_WHOM: Final = re.compile(r"\b(?:his|him|her)\b", re.I)


def _is_governed(page: Page, name: Named, noun: Noun, language: str) -> bool:
    """ "a colleague of Ruyter's", «мать Олега»: the name belongs to the noun and is not its own."""
    if _POSSESSED.match(page.body, name.stop):
        return True
    if GOVERNED.search(page.body, max(0, name.start - 24), name.start):
        return True
    if language == "en" or page.body[noun.stop : name.start].strip():
        return False
    in_base = page.body[noun.start : noun.stop].lower() == noun.base
    return in_base and page.body[name.start : name.stop] != name.norm and name.role is None


def _whose(page: Page, name: Named, before: list[Noun], language: str) -> Noun | None:
    """«Отец мобилизованного Игоря Реброва, попросивший …»: the first noun of the phrase is who asked."""
    body = page.body
    first = before[-1]
    for noun in reversed(before[:-1]):
        if not body[noun.stop : first.start].isspace():
            break
        first = noun
    low = max(0, first.start - 12)
    form, words = body[name.start : name.stop], lexicon(language)
    return first if is_somebodys(body[low : name.start], form, name.norm, words) else None


def _client(page: Page, name: Named, before: list[Noun]) -> Noun | None:
    """«Клиент адвоката Полозовой просил …»: the noun before the office, if the name is in no nominative."""
    noun, form = before[-1], page.body[name.start : name.stop]
    bare = 0 <= name.role_start == noun.stop + 1 and not page.body[noun.stop : name.role_start].strip()
    return noun if bare and form.split()[-1] not in name.norm.split() else None


def nouns_in(page: Page, low: int, high: int, language: str) -> list[Noun]:
    """The nouns for people within ``[low, high)``."""
    found = []
    head = page.sentences[page.sentence_at(low)].start if page.sentences else low
    for match in _WORD.finditer(page.body, low, high):
        # At the head of a sentence any word has a capital.
        opens = match.start() == head and not _is_a_name(match.group(), language)
        word = match.group()
        if language == "en" and word[:1].isupper() and not opens and _is_the_paper(page.body, match):
            continue  # "told the Courier"
        if language == "en" and word[-2:] in ("'s", "’s"):
            word = word[:-2]  # "the driver's name is not given"
        base = person(word.lower() if opens else word, language)
        if base:
            found.append(Noun(match.start(), match.start() + len(word), base))
    return found


# Behind the name of a body: more of it, or whose it is.
_MORE_OF_IT: Final = re.compile(r"\s(?:[A-Z]|of\b)")


def _is_the_paper(body: str, word: re.Match[str]) -> bool:
    """ "Told the Courier": a capital within a sentence makes it a name."""
    before = body[max(0, word.start() - 4) : word.start()]
    return before in ("the ", "The ") and _MORE_OF_IT.match(body, word.end()) is None


def _is_a_name(word: str, language: str) -> bool:
    return language == "ru" and any(tag in russian_tags(word.lower()) for tag in ("Name", "Surn", "Patr"))


# Living, and nobody's words: «У Зинаиды три курицы. «…», – говорит она».
_ANIMALS: Final = listed(
    """курица корова собака кошка кот пёс пес лошадь конь коза козёл козел свинья поросёнок овца баран птица
    петух утка гусь рыба кролик щенок котёнок котенок бык телёнок теленок мышь крыса муха комар пчела ворона
    голубь волк медведь лиса заяц змея вошь"""
)


@lru_cache(maxsize=1 << 13)
def person(word: str, language: str) -> str:
    """The base form of a word for a person or people; "" for any other word."""
    low = word.lower()
    base = lemma(low, language)
    if low in _NO_NOUNS or low in source_words(language).bodies:
        return ""
    if base in _bases(language) or low in lexicon(language).plural:
        return base
    if language == "ru" and word[:1].islower():
        tags = russian_tags(low)
        return base if "NOUN" in tags and "anim" in tags and base not in _ANIMALS else ""
    return ""


@lru_cache(maxsize=4)
def _bases(language: str) -> frozenset[str]:
    words, sources = lexicon(language), source_words(language)
    known = words.roles | words.witness | words.relative | words.caseload | words.plural | sources.people
    none = sources.bodies | _NO_NOUNS
    return frozenset(lemma(w, language) for w in known if " " not in w and w not in none)


def _within(people: Sequence[Named], noun: Noun) -> bool:
    return any(n.start <= noun.start < n.stop or (0 <= n.role_start <= noun.start < n.start) for n in people)


def between(named: Sequence[Named], low: int, high: int) -> Sequence[Named]:
    """Names that begin in ``[low, high]``."""
    first = bisect.bisect_left(named, low, key=lambda n: n.start)
    last = bisect.bisect_right(named, high, key=lambda n: n.start)
    return named[first:last]


__all__ = ["GOVERNED", "Noun", "bearer_of", "between", "nouns_in", "person"]
