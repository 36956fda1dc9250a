"""A page in, names out that something announces: a title, a rank, "callsign", «звали», a form's line, a greeting,
initials, the colon behind who writes in a chat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from muster.text.identifiers.page import (
    Word,
    Words,
    everyday,
    everyday_verb,
    given,
    may_be_surname,
    named,
    surname_shaped,
    words_in,
)
from muster.text.identifiers.words import classes
from muster.text.listed import listed
from muster.text.spans import Span

_INITIALS: Final = re.compile(
    r"(?<![\w\n(/-])(?:[A-ZА-ЯІЇЄҐ]\.[ \u00a0]?){1,2}[A-ZА-ЯІЇЄҐ][\w’'-]{1,30}"
    r"|(?<!\w)[A-ZА-ЯІЇЄҐ][\w’'-]{1,30}\s(?:[A-ZА-ЯІЇЄҐ]\.[ \u00a0]?){1,2}(?![ \u00a0]?[A-ZА-ЯІЇЄҐ][\w’'-])"
)

# Letters alone: two Cyrillic ones anywhere, or what a letter is signed with.
_BARE_INITIALS: Final = re.compile(
    r"(?<![\w.])[А-ЯІЇЄҐ]\.[ \u00a0]?[А-ЯІЇЄҐ]\.(?![ \u00a0]?[А-ЯІЇЄҐ][\w’'-])"
    r"|(?:(?<=\n)|(?<=,\s)|(?<=[—–-]\s))[A-ZА-ЯІЇЄҐ]\.(?:[ \u00a0]?[A-ZА-ЯІЇЄҐ]\.)?(?=[ \t]{0,3}(?:\n|\Z))"
)
_SPEAKER: Final = re.compile(
    r"^[ \t]*(?:\[?(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s)?\d{1,2}:\d{2}(?::\d{2})?\]?[ \t,-]{1,3})?"
    r"(?P<who>[^\s:\d][^:\n]{0,23}?):[ \t]",
    re.M,
)

_ROLE: Final = frozenset(["plain", "job", "rank"])

_NAMING: Final = (
    "зовут",
    "звать",
    "звати",
    "звуть",
    "кличут",
    "кличуть",
    "кличе",
    "назвал",
    "назвав",
    "named",
)

_NAME_IS: Final = re.compile(
    r"(?<!\w)(?:(?:under|by)\sthe\sname(?:\sof)?|(?:my|his|her|whose|the)\s(?:real\s|full\s|first\s)?(?:sur)?name(?:\s(?:again|actually|really))?(?:\sis|\swas|'s)|"
    r"(?:calls?|calling|called)\s(?:him|her|me|them|us)|goes\sby|"
    r"(?:под|по)\s(?:имен(?:ем|и)|фамили(?:ей|и))|на\sимя|(?:моя|его|её|ее)\sфамилия|(?:моё|мое|его|её|ее)\sимя|"
    r"(?:під|за)\s(?:ім['’ʼ]ям|прізвищем)|на\s(?:ім['’ʼ]я|прізвище|йменн?я)|(?:моє|його|її)\s(?:прізвище|ім['’ʼ]я))\s(?:–\s|-\s|:\s)?"
    r"(?P<name>[^\W\d_][\w'’ʼ-]{2,24})",
    re.I,
)

# A line that announces a name, and how people greet and thank each other in chats.
_LABEL: Final = re.compile(
    r"(?<!\w)(?:(?:sur|last|first|maiden\s|full\s)name|signed|signature|фамилия|фамилию|отчество|подпись|подписал\w?|кличк\w|погоняло|погонял\w|позывной|прізвище|по\sбатькові|підпис\w?|позивний|"
    r"surname)(?:\s(?:is|was|–|-|у\sнего|у\sнього|мо[яєё]|его|його|её|її))?[:\s]{1,2}(?P<name>(?:[^\W\d_]\.?\s?){0,2}[^\W\d_][\w'’ʼ-]{2,24})",
    re.I,
)

_GREETED: Final = re.compile(
    r"(?<!\w)(?:hi|hey|hello|thanks|thank\syou|cheers|bye|спасибо|спс|привет|здорово|здаров\w?|эй|слышь|пока|дякую|привіт|здоров|гей|слухай|слушай|бувай|брат|друже|дорог\w{2})[,\s]{1,2}(?P<name>[^\W\d_][\w'’ʼ-]{2,24})(?!\w)",
    re.I,
)

# «с п мороз», "s. p. moroz": of the two letters one at least is no word.
_SMALL_INITIALS: Final = re.compile(
    r"(?<![\w'’.-])(?<!(?<![^\W_])[^\W\d_]\s)(?P<two>[a-zа-яіїє]\.?\s[a-zа-яіїє])(?:\.\s?|\s)[a-zа-яёіїєґ][a-zа-яёіїєґ'’-]{2,24}(?!\w)"
)

_THEM: Final = listed(
    "him her me them himself herself myself his its us you it мне ему его её ее меня мене себя себе його її их їх мы ми",
    "we he she they он она он они він вона вони is was as by по в у на the",
)

_SAYS: Final = listed(
    "said says told tells asked asks thinks thought knows knew wrote writes phoned texted rang lives lived"
)
_WAS: Final = listed("was is were был была є був була там тут наш")

# Letters that are words too: «а», «с», "i".
LETTER_WORDS: Final = frozenset("аияувоскізйai")

_MY: Final = listed("my мой моя моего моему моей мою моим мій мого моєму моєї моїм")


def announced(page: Words) -> Iterator[Span]:
    """Every name that is announced, in no order; they may overlap."""
    yield from _speakers(page)
    yield from _initials(page)
    yield from _by_cue(page)
    body = page.body
    yield from (Span(*m.span("name")) for m in _NAME_IS.finditer(body) if "plain" not in classes(m["name"]))
    yield from (Span(*m.span("name")) for m in _LABEL.finditer(body) if not _no_name(m["name"]))
    yield from (Span(*m.span("name")) for m in _GREETED.finditer(body) if not _common(m["name"]))
    yield from (Span(*m.span()) for m in _SMALL_INITIALS.finditer(body) if not set(m["two"]) <= LETTER_WORDS)
    yield from _hailed(page)
    yield from _subjects(page)


def _common(name: str) -> bool:
    low = name.lower().replace("’", "'").split()[-1]
    return everyday(low) or bool(classes(low)) or everyday_verb(low)


def _hailed(page: Words) -> Iterator[Span]:
    """«Даш, скажи»: a name called without its ending."""
    for i, word in enumerate(page.words):
        short = word.opens and 3 <= len(word.low) <= 6 and page.gap(i).startswith(",") and not word.classes
        if short and any(named(word.low + end).given is not None for end in ("а", "я")):
            yield Span(word.start, word.stop)


def _no_name(name: str) -> bool:
    """Whether what stands behind "surname" is none: a common noun («ткач») may be one."""
    low = name.lower().split()[-1]
    return "plain" in classes(low) or low in _THEM or everyday_verb(low) or (everyday(low) and low.isascii())


def _initials(page: Words) -> Iterator[Span]:
    """ "Э. Куртсеитова", "Lena K.", «Ф. С.», a letter that ends with "F."; not "… page K. The"."""
    yield from (Span(*m.span()) for m in _BARE_INITIALS.finditer(page.body))
    for match in _INITIALS.finditer(page.body):
        span = Span(*match.span())
        if not any("plain" in w.classes for w in words_in(page, span) if len(w.text) > 1):
            yield span


def _speakers(page: Words) -> list[Span]:
    """Who writes in a chat: what stands before the colon, on two lines at least."""
    heads = [(m.group("who"), Span(*m.span("who"))) for m in _SPEAKER.finditer(page.body)]
    often = Counter(who for who, _ in heads)
    lines = page.body.count("\n") + 1
    return [
        span for who, span in heads
        if (often[who] > 1 or len(heads) * 2 > lines > 2) and not _only_roles(page, span)
    ]  # fmt: skip


def _only_roles(page: Words, span: Span) -> bool:
    inside = words_in(page, span)
    return bool(inside) and all(w.classes & _ROLE for w in inside)


def _by_cue(page: Words) -> list[Span]:
    """After "callsign", "they called him", a title or a rank; before «его … звали»."""
    found = []
    words = page.words
    for i, word in enumerate(words):
        kinds = word.classes
        if "called" in kinds and (span := _after_called(page, i)):
            found.append(span)
        if word.low in _MY and (span := _mine(page, i)):
            found.append(span)
        if kinds & {"titles", "rank", "kin", "job"} and (
            span := _after_title(page, i, "kin" in kinds or "job" in kinds)
        ):
            found.append(span)
    return found


def _after_called(page: Words, i: int) -> Span | None:
    words = page.words
    j = i + 1
    while j < len(words) and j - i <= 3 and words[j].low in _THEM and _near(page, j - 1):
        j += 1
    if j < len(words) and _near(page, j - 1) and "plain" not in words[j].classes:
        last = j
        while last - j < 2 and page.beside(last) and words[last + 1].capital:
            last += 1
        if words[j].capital or given(words[j]) or j > i + 1 or _callsign(words[i]) or (
            words[j].casual and words[i].low.startswith(_NAMING)) or (
            words[i].low == "called" and _unknown(words[j])):  # fmt: skip
            return Span(words[j].start, words[last].stop)
    if i >= 2 and words[i - 2].low in _THEM and page.beside(i - 1) and "plain" not in words[i - 1].classes:
        return Span(words[i - 1].start, words[i - 1].stop)
    # «Шаман его зовут», «барс так и зовут».
    back = 3 if i >= 3 and words[i - 1].low in ("и", "і") else 2
    if i >= back and words[i].low.startswith(_NAMING) and words[i - back + 1].low in (*_THEM, "так") and (
        words[i - back].casual and page.beside(i - back) and not words[i - back].classes
        and may_be_surname(words[i - back])):  # fmt: skip
        return Span(words[i - back].start, words[i - back].stop)
    return None


def _unknown(word: Word) -> bool:
    """An English word in a line without capitals that no list knows."""
    return word.casual and word.low.isascii() and len(word.low) > 3 and not word.classes and (
        not everyday(word.low) and not word.low.endswith(("ed", "ing", "ly")))  # fmt: skip


def _subjects(page: Words) -> Iterator[Span]:
    """ "Emeka said there's a man": who does what only people do, in a line without capitals."""
    for i, word in enumerate(page.words):
        if not word.capital and page.beside(i) and page.words[i + 1].low in _SAYS and _unknown(word):
            yield Span(word.start, word.stop)


def _mine(page: Words, i: int) -> Span | None:
    """ "My slavik": a word behind the possessive that no list knows is a name, in chats."""
    if not page.beside(i) or not page.words[i + 1].casual:
        return None
    word = page.words[i + 1]
    known = word.classes or (everyday(word.low) and (word.low.isascii() or not surname_shaped(word.low)))
    known = known and (bool(word.classes) or named(word.low).given is None)
    return None if word.capital or known else Span(word.start, word.stop)


def _callsign(word: Word) -> bool:
    return word.low.startswith(
        ("callsign", "call-sign", "nick", "alias", "позывн", "позивн", "кличк", "прозв", "прізвиськ")
    )


def _near(page: Words, i: int) -> bool:
    return re.fullmatch(r"[\s:«“\"'–—-]{1,4}", page.gap(i)) is not None


def _after_title(page: Words, i: int, weak: bool) -> Span | None:
    """The name behind a title or rank; behind a weak one (kin, occupation) with a capital only."""
    words = page.words
    j = i + 1
    if j < len(words) and words[j].low in _WAS and page.beside(i):
        j += 1
    if j >= len(words) or re.fullmatch(r"\.?[\s,]{1,2}", page.gap(j - 1)) is None or (weak and j > i + 1):
        return None
    word = words[j]
    dotted = page.gap(j - 1).startswith(".")
    if word.casual and "kin" in words[i].classes and j == i + 1 and _named_in_passing(word):
        return Span(word.start, word.stop)
    if "plain" in word.classes or (dotted and "titles" not in words[i].classes):
        return None
    if word.capital and (dotted or not word.opens):
        last = j
        while last - j < 3 and page.beside(last) and words[last + 1].capital:
            last += 1
        return Span(word.start, words[last].stop)
    if word.capital or (not word.casual and (weak or everyday(word.low))):
        return None
    if word.casual and j == i + 1 and (known := _casual_name(page, i, j, weak)):
        return known
    if weak or everyday(word.low) or word.classes or not surname_shaped(word.low):
        return None
    return Span(word.start, word.stop)


def _named_in_passing(word: Word) -> bool:
    """A given name in small letters behind kinship, even one that is a word of every day ("my husband will")."""
    return not word.capital and len(word.low) > 2 and word.low not in _THEM and (
        named(word.low).given is not None and ("plain" not in word.classes or "ambiguous" in word.classes))  # fmt: skip


def _casual_name(page: Words, i: int, j: int, weak: bool) -> Span | None:
    """ "my mum anahit", "my husband will", «капитан весна»: behind kinship or a rank where no capitals are written."""
    word = page.words[j]
    kin = "kin" in page.words[i].classes
    if weak and not kin:
        return None
    if word.classes or (kin and everyday(word.low)):
        return None
    if word.low.isascii():
        return (
            None
            if everyday(word.low) or word.low.endswith(("s", "ed", "ing"))
            else Span(word.start, word.stop)
        )
    return Span(word.start, word.stop) if may_be_surname(word) else None


__all__ = ["LETTER_WORDS", "announced"]
