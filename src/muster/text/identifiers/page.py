"""A text as the finders of identifiers walk over it: words with their classes, and what its layout says of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from muster.text.concepts import entries
from muster.text.identifiers.words import classes
from muster.text.lemmas import lemma, readings
from muster.text.listed import listed
from muster.text.names.parts import NameWord, name_word
from muster.text.sources.cues import given_names
from muster.text.spans import Span

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’ʼ.](?=[^\W\d_])[^\W\d_]+)*")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_OPENS: Final = re.compile(r"(?:\A|[.!?…:;\n«“\"(]|^\d{1,3}\.)[\s«“\"(\d.)–—-]*\Z", re.M)
_SURNAME: Final = re.compile(
    r"[а-яёіїєґ'-]{2,20}(?:[оеёє]в|[иіїы]н|[сц]ь?к(?:ий|ой|ого|ому|им|ая|а|ую|ою|ої|ій|у)|[оеёє]в(?:а|у|ым|им|ой|е|ых|ою|ої|і|ій|ові|ом)"
    r"|[иіїы]н(?:а|у|ым|им|ой|е|ою|ої|і|ій|ові|ом)|[еє]нко|[еє]нк(?:а|у|ові|ом|ой)|[чщ]ук(?:а|у|ом|ові)?|[а-яіїє]юк(?:а|у|ом|ові)?|дзе|швили|швілі|[яа]н|ец|ко|чик|ик|ак|як|ар|ук|ло|ли|их|ых|о|ич|іч)"
    r"|[a-z'-]{2,20}(?:ov|ova|ev|eva|yev|yeva|in|ina|sky|skaya|ski|ska|skyi|enko|chuk|uk|yuk|dze|shvili|yan|ko|chyk|chik|ich|ych|iy|yi|ak|yak)",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text; ``capital``: its first letter is one; ``opens``: a sentence or line."""

    start: int
    stop: int
    text: str
    low: str
    capital: bool
    opens: bool
    casual: bool

    @property
    def classes(self) -> frozenset[str]:
        return classes(self.low)


@dataclass(frozen=True, slots=True)
class Words:
    """The text and its words in order. ``small``: how often each word stands in small letters."""

    body: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    small: Counter[str]

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the next; a full stop where there is none."""
        if not 0 <= i < len(self.words) - 1:
            return "."
        return self.body[self.words[i].stop : self.words[i + 1].start]

    def beside(self, i: int) -> bool:
        """Whether nothing but a blank parts word ``i`` from the next."""
        return self.gap(i) in (" ", "\u00a0", ". ") and (self.gap(i) != ". " or len(self.words[i].text) == 1)

    def shouts(self, word: Word) -> bool:
        """Whether the line is written in capitals, so that they say nothing of its words."""
        start = self.body.rfind("\n", max(0, word.start - 200), word.start) + 1
        return self.body[start : word.stop + 40].split("\n", 1)[0].isupper()

    def at(self, place: int) -> int:
        """The first word that starts at ``place`` or later."""
        return bisect_left(self.starts, place)


def page_of(body: str) -> Words:
    """The words of ``body``. Linear."""
    found: list[Word] = []
    line_end, casual = -1, False
    for match in _WORD.finditer(body):
        start = match.start()
        if start > line_end:
            line_end = body.find("\n", start)
            line_end = len(body) if line_end < 0 else line_end
            casual = opens_small(body[start:line_end])
        word = match.group()
        opens = _OPENS.search(body, max(0, start - 12), start) is not None if start else True
        found.append(Word(start, match.end(), word, _low(word), word[0].isupper(), opens, casual))
    small = Counter(w.low for w in found if not w.capital)
    return Words(body, tuple(found), tuple(w.start for w in found), small)


_LINE_HEAD: Final = re.compile(r"[^\n]{0,60}?:\s(?=\D)")


def opens_small(line: str) -> bool:
    """Whether a line does without capitals, as chats do: what is said begins with a small letter."""
    head = _LINE_HEAD.match(line)
    said = line[head.end() :] if head and len(head.group()) < 40 else line
    first = re.search(r"[^\W\d_]", said)
    return first is not None and first.group().islower()


def _low(word: str) -> str:
    return word.lower().replace("’", "'").replace("ʼ", "'")


@cache
def _common() -> frozenset[str]:
    return frozenset(word for entry in entries() for side in entry for word in side)


@lru_cache(maxsize=1 << 16)
def everyday(low: str) -> bool:
    """Whether a word in small letters is an ordinary word of one of the three languages, as far as known."""
    if "plain" in classes(low) or low in _common():
        return True
    if _CYRILLIC.search(low):
        if lemma(low, "uk") in _common():
            return True
        best = readings(low, "ru")[:1]
        return (
            bool(best) and best[0].is_known and not {"Name", "Surn", "Patr", "Geox"} & best[0].tag.grammemes
        )
    return lemma(low, "en") in _common()


@lru_cache(maxsize=1 << 16)
def surname_shaped(low: str) -> bool:
    """Whether a word in small letters ends as Slavic surnames do, in any case."""
    return _SURNAME.fullmatch(low) is not None


@lru_cache(maxsize=1 << 16)
def named(low: str) -> NameWord:
    """What the word is as part of a name."""
    return name_word(low.removesuffix("'s"))


@lru_cache(maxsize=1 << 16)
def is_known(low: str) -> bool:
    """Whether the Russian dictionary holds a word in small letters; it is the only one every install has."""
    best = readings(low, "ru")[:1]
    return bool(best) and bool(best[0].is_known)


@lru_cache(maxsize=1 << 16)
def is_noun(low: str) -> bool:
    """Whether it is a noun of the Russian dictionary."""
    return is_known(low) and readings(low, "ru")[0].tag.POS == "NOUN"


_DEED: Final = re.compile(
    r"[а-яіїєґ'-]{2,30}(?:[аиіеюуя]в|ла|ло|ли|ти|ть|ться|тся|вся|лся|лась|ся|сь|ає|яє|ує|ить|ать|ять|уть|ють|єш|ешь)"
)


def everyday_verb(low: str) -> bool:
    """Whether a Russian or Ukrainian word in small letters ends as verbs do."""
    return _DEED.fullmatch(low) is not None


_MONTHS: Final = listed(
    "january february march april may june july august september october november december",
    "март марта марте марту мая мае май маю",
)
_FOND: Final = re.compile(
    r"(?P<stem>[а-яёіїєґ']{2,12}?)(?:очк|ечк|ушк|юшк|оньк|еньк|ієчк|усь|юсь|уш|юш|ун|юн|ик|чик|ян|ан|он|юх|ох|ёх|ях|унчик|асик|усик|ёк|ок|ц|к)(?:ами|ою|ею|ові|еві|ом|ем|ой|ей|а|я|у|ю|и|і|е|є|о|ь)?"
)


_HARD: Final = {"ж": "г", "ш": "х", "ч": "к"}
# «Людкин телефон», «Тетянина хата».
_HERS: Final = re.compile(r"(?P<stem>[а-яёіїєґ']{3,12})[иі]н(?:а|у|ой|ою|ої|е|ы|і|ым|им|ого|ому|ых|их)?")


@lru_cache(maxsize=1 << 16)
def _a_given_name(low: str) -> bool:
    """Whether the tables know it, or what it is the fond form of («варюша», «настуня», «ромчик»), or the dictionary
    calls it a name."""
    if named(low).given is not None:
        return True
    if low.isascii():
        return low.capitalize() in given_names()
    if len(low) < 4:
        return False
    best = readings(low, "ru")[:1]
    if best and best[0].is_known:
        return "Name" in best[0].tag.grammemes
    if (hers := _HERS.fullmatch(low)) and named(hers["stem"] + "а").given is not None:
        return True
    fond = _FOND.fullmatch(low)
    if fond is None:
        return False
    # «Олежик» is of Олег: the last sound changes before the ending.
    stems = {fond["stem"], fond["stem"][:-1] + _HARD.get(fond["stem"][-1], fond["stem"][-1])}
    ends = ("", "а", "я", "о", "й", "ам", "ем", "ій", "ий")
    return any(named(stem + end).given is not None for stem in stems for end in ends)


def given(word: Word) -> bool:
    """Whether the word is somebody's given name, short or full, in any case: a sure one in small letters."""
    inside = word.capital and not word.opens and "ambiguous" in word.classes and word.low not in _MONTHS
    known = len(word.low) > 2 and (inside or "plain" not in word.classes) and _a_given_name(word.low)
    if not known or not word.capital:
        return known and "ambiguous" not in word.classes and not (
            everyday(word.low) and (word.low in _common() or is_known(word.low) or word.low.isascii())
        )  # fmt: skip
    return "ambiguous" not in word.classes or not word.opens


def words_in(page: Words, span: Span) -> list[Word]:
    """The words that lie in ``span``, whole."""
    found = []
    for i in range(page.at(span.start), len(page.words)):
        if page.words[i].stop > span.stop:
            break
        found.append(page.words[i])
    return found


def may_be_surname(word: Word) -> bool:
    """Whether a Cyrillic word in small letters behind a given name can be the surname: a noun («мороз», «горобець»)
    or a word that no dictionary knows and that is no verb."""
    if "plain" in word.classes or word.classes & {"kin", "rank"} or len(word.low) < 3:
        return False
    return is_noun(word.low) or (
        not is_known(word.low) and not everyday(word.low) and not everyday_verb(word.low)
    )


__all__ = [
    "Word",
    "Words",
    "everyday",
    "everyday_verb",
    "given",
    "is_known",
    "is_noun",
    "may_be_surname",
    "named",
    "opens_small",
    "page_of",
    "surname_shaped",
    "words_in",
]
