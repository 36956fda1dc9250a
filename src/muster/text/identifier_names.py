"""Strings in, names of people and other proper names out, in any case and letter size.

A name is known by a given name, a patronymic, a title, a rank or a word like "callsign" before it, by who writes
in a chat, by initials; once known, every form of it is found in the rest of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from muster.text.identifier_page import (
    Word,
    Words,
    everyday,
    everyday_verb,
    given,
    is_known,
    is_noun,
    named,
    surname_shaped,
)
from muster.text.identifier_words import classes
from muster.text.lemmas import readings
from muster.text.spans import Span
from muster.text.wordlist import words as listed

_INITIALS: Final = re.compile(
    r"(?<![\w\n(/-])(?:[A-ZА-ЯІЇЄҐ]\.[ \u00a0]?){1,2}[A-ZА-ЯІЇЄҐ][\w’'-]{1,30}"
    r"|(?<!\w)[A-ZА-ЯІЇЄҐ][\w’'-]{1,30}\s(?:[A-ZА-ЯІЇЄҐ]\.[ \u00a0]?){1,2}(?![ \u00a0]?[A-ZА-ЯІЇЄҐ][\w’'-])"
)
_SPEAKER: Final = re.compile(
    r"^[ \t]*(?:\[?(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s)?\d{1,2}:\d{2}(?::\d{2})?\]?[ \t,-]{1,3})?"
    r"(?P<who>[^\s:\d][^:\n]{0,23}?):[ \t]",
    re.M,
)
_ROLE: Final = frozenset(["plain", "job", "rank"])
# What makes a capital inside a Russian or Ukrainian sentence no name: offices, posts and heads of institutions.
_NO_NAME: Final = frozenset(
    ["plain", "office", "rank", "job", "head", "locality", "titles", "kin", "called", "modifier"]
)
# Words of respect that follow a name in Tatar, Bashkir, Kazakh, Kyrgyz, Uzbek and Azeri use.
_RESPECT: Final = listed(
    "апа абый абзый эне ханум байке агай ага апай ака опа бей муаллим apa abiy aga khanum baike ata"
)
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
    r"(?<!\w)(?:(?:under|by)\sthe\sname(?:\sof)?|(?:my|his|her|whose|the)\s(?:real\s|full\s|first\s)?(?:sur)?name(?:\sis|\swas|'s)|"
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
# Endings that only surnames have, where no capitals are written.
_SURELY: Final = re.compile(
    r"[а-яёіїєґ'-]{2,20}(?:[еє]нко|[еє]нк(?:а|у|ові|ом|ой)|[чщ]ук(?:а|у|ом|ові|ов[іи])?|швили|швілі|дзе|зьк(?:ий|ого|ому|им)|цьк(?:ий|ого|ому|им)|цк(?:ий|ого|ому|им|ая|ую))"
    r"|[a-z'-]{2,20}(?:enko|chuk|shchuk|czuk|shvili|idze|adze|evych|ovych|evich|ovich|ovna|ivna|tsky|tskyi|tskiy|skyi|skiy|yshyn|ishin)"
)
# «с п мороз», "s. p. moroz": of the two letters one at least is no word.
_SMALL_INITIALS: Final = re.compile(
    r"(?<![\w'’.-])(?<!(?<![^\W_])[^\W\d_]\s)(?P<two>[a-zа-яіїє]\.?\s[a-zа-яіїє])(?:\.\s?|\s)[a-zа-яёіїєґ][a-zа-яёіїєґ'’-]{2,24}(?!\w)"
)
_CYRILLIC: Final = re.compile(r"[а-яёіїєґ'-]+")
_AND: Final = re.compile(r",?\s(?:и|та|й|і|and|с|із|з)\s\Z|,\s\Z")
_YOUNGER: Final = re.compile(r",?\s(?:jr|sr|junior|senior)\b\.?", re.I)


_THEM: Final = listed(
    "him her me them himself herself myself his its us you it мне ему его её ее меня мене себя себе його її их їх мы ми",
    "we he she they он она он они він вона вони is was as by по в у на the",
)
_WAS: Final = listed("was is were был была є був була там тут наш")
_MOST_WORDS = 4


def find_people(page: Words) -> Iterator[tuple[Span, str]]:
    """Spans of field ``person``, and of ``name`` for a proper name of who knows what. They may overlap."""
    sure = [*_speakers(page), *_initials(page)]
    sure += _by_given(page)
    sure += _by_cue(page)
    sure += (Span(*m.span("name")) for m in _NAME_IS.finditer(page.body) if "plain" not in classes(m["name"]))
    sure += (Span(*m.span("name")) for m in _LABEL.finditer(page.body) if not _no_name(m["name"]))
    sure += (Span(*m.span("name")) for m in _GREETED.finditer(page.body) if not _common(m["name"]))
    sure += (Span(w.start, w.stop) for w in page.words if _surely(w))
    sure += (
        Span(*m.span()) for m in _SMALL_INITIALS.finditer(page.body) if not set(m["two"]) <= _LETTER_WORDS
    )
    sure += _hailed(page)
    sure += _together(page, sure)
    proper = list(_inside_sentences(page))
    yield from ((_with_younger(page, span), "person") for span in sure)
    yield from ((span, "person") for span in _again(page, [*sure, *proper]))
    yield from ((_with_younger(page, span), "name") for span in (*proper, *_capitals(page)))


def _common(name: str) -> bool:
    low = name.lower().replace("’", "'").split()[-1]
    return everyday(low) or bool(classes(low)) or everyday_verb(low)


def _hailed(page: Words) -> Iterator[Span]:
    """«Даш, скажи»: a name called without its ending."""
    for i, word in enumerate(page.words):
        short = word.opens and 3 <= len(word.low) <= 6 and page.gap(i).startswith(",") and not word.classes
        if short and any(named(word.low + end).given is not None for end in ("а", "я")):
            yield Span(word.start, word.stop)


def _together(page: Words, sure: list[Span]) -> Iterator[Span]:
    """«Женёк и дрон», "kolya, tolik": who is named beside somebody in a line without capitals."""
    for span in sure:
        i = page.at(span.stop)
        for j in (i, i + 1):
            if j >= len(page.words) or not page.words[j].casual:
                break
            word = page.words[j]
            if _AND.fullmatch(page.body, span.stop, word.start) is None:
                continue
            told = bool(word.classes - {"ambiguous"}) or (
                everyday(word.low) and named(word.low).given is None
            )
            if not word.capital and len(word.low) > 2 and not told and not everyday_verb(word.low):
                yield Span(word.start, word.stop)
            break


def _no_name(name: str) -> bool:
    """Whether what stands behind "surname" is none: a common noun («ткач») may be one."""
    low = name.lower().split()[-1]
    return "plain" in classes(low) or low in _THEM or everyday_verb(low) or (everyday(low) and low.isascii())


def _surely(word: Word) -> bool:
    """Whether a word in a line without capitals can only be a surname: "kuzmenko", «шевчук»."""
    if not word.casual or word.capital or word.classes or everyday(word.low):
        return False
    best = readings(word.low, "ru")[:1] if _CYRILLIC.fullmatch(word.low) else ()
    return _SURELY.fullmatch(word.low) is not None or (bool(best) and "Surn" in best[0].tag.grammemes)


def _with_younger(page: Words, span: Span) -> Span:
    behind = _YOUNGER.match(page.body, span.stop)
    return Span(span.start, behind.end()) if behind else span


def _inside_sentences(page: Words) -> Iterator[Span]:
    """Everyday words with a capital inside a Russian or Ukrainian sentence: «позвал Шамана», «просит звать Весной».
    Neither language writes a common word so."""
    for word in page.words:
        if word.capital and not word.opens and not word.low.isascii() and len(word.low) > 2 and (
            not word.classes & _NO_NAME and not word.text.isupper()):  # fmt: skip
            yield Span(word.start, word.stop)


def _initials(page: Words) -> Iterator[Span]:
    """ "Э. Куртсеитова", "Lena K."; not "… page K. The"."""
    for match in _INITIALS.finditer(page.body):
        span = Span(*match.span())
        if not any("plain" in w.classes for w in _words_in(page, span) if len(w.text) > 1):
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
    inside = _words_in(page, span)
    return bool(inside) and all(w.classes & _ROLE for w in inside)


def _words_in(page: Words, span: Span) -> list[Word]:
    found = []
    for i in range(page.at(span.start), len(page.words)):
        if page.words[i].stop > span.stop:
            break
        found.append(page.words[i])
    return found


def _by_given(page: Words) -> list[Span]:
    found = []
    words = page.words
    for i, word in enumerate(words):
        backwards = _backwards(word)
        patronymic = backwards or (
            named(word.low).patronymic and len(word.low) > 5 and not everyday(word.low)
        )
        respected = page.beside(i) and words[i + 1].low in _RESPECT and "plain" not in word.classes
        if not (given(word) or patronymic or respected or _given_before_surname(page, i)):
            continue
        first = last = i
        while last - i < _MOST_WORDS and page.beside(last) and _continues(words[last + 1], words[last]):
            last += 1
        if last == i and _introduced(page, i):
            last += 1
        if page.beside(last) and _initial_behind(page, last + 1):
            last += 1
        while i - first < 2 and page.beside(first - 1) and _precedes(page, words[first - 1], words[first]):
            first -= 1
        found.append(Span(words[first].start, words[last].stop))
    return found


# Letters that are words too: «а», «с», "i".
_LETTER_WORDS: Final = frozenset("аияувоскізйai")


def _initial_behind(page: Words, i: int) -> bool:
    """«настю к», «санёк б»: a letter behind a name in small letters, where it is no word of its own."""
    word = page.words[i]
    if len(word.low) != 1 or not word.casual:
        return False
    return word.low not in _LETTER_WORDS or not page.beside(i) or len(page.words[i + 1].low) < 3


_BEFORE_PERSON: Final = listed("with of from by to for and is friend named called")


def _introduced(page: Words, i: int) -> bool:
    """ "With sasha gora": an unknown English word in small letters behind a given name that a preposition announces."""
    words = page.words
    if not (words[i].low.isascii() and page.beside(i) and page.beside(i - 1) and words[i + 1].casual):
        return False
    announced = words[i - 1].low in _BEFORE_PERSON or "kin" in words[i - 1].classes
    after = words[i + 1]
    return announced and not after.capital and not after.classes and not everyday(after.low) and (
        not after.low.endswith(("ed", "ing", "s")))  # fmt: skip


def _backwards(word: Word) -> bool:
    """«йегреС», "levaP": a given name written from its end."""
    turned = word.low[::-1]
    return (
        len(turned) > 4
        and not everyday(word.low)
        and named(turned).given is not None
        and named(word.low).given is None
    )


def _given_before_surname(page: Words, i: int) -> bool:
    """A word that may be a given name («вера», "roman", "hope"), before what can only be a surname or patronymic."""
    word = page.words[i]
    may_be = named(word.low).given is not None or "ambiguous" in word.classes
    if not may_be or "plain" in word.classes or not page.beside(i):
        return False
    after = page.words[i + 1]
    if word.capital and after.capital and word.low.isascii():
        return not everyday(after.low) and not after.classes
    return not everyday(after.low) and (surname_shaped(after.low) or named(after.low).patronymic)


def _continues(word: Word, before: Word) -> bool:
    if word.capital:
        plain = "plain" in word.classes and not (before.capital and "ambiguous" in word.classes)
        return not plain and (before.capital or not word.opens)
    if word.low in _RESPECT:
        return True
    if word.casual and not word.low.isascii() and not before.capital:
        behind_father = named(before.low).patronymic and not everyday_verb(word.low)
        other = bool(word.classes & {"plain", "kin", "rank"}) or len(word.low) < 4
        if _may_be_surname(word) or (not other and (behind_father or _adjective(word.low))):
            return True
    return not everyday(word.low) and not word.classes and (
        named(word.low).patronymic or surname_shaped(word.low) or (given(word) and not before.capital)
    )  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _adjective(low: str) -> bool:
    """«рыжий», «косым»: what a neighbour is told apart by, behind his given name."""
    best = readings(low, "ru")[:1] if _CYRILLIC.fullmatch(low) else ()
    return bool(best) and best[0].is_known and best[0].tag.POS == "ADJF"


def _may_be_surname(word: Word) -> bool:
    """Whether a Cyrillic word in small letters behind a given name can be the surname: a noun («мороз», «горобець»)
    or a word that no dictionary knows and that is no verb."""
    if "plain" in word.classes or word.classes & {"kin", "rank"} or len(word.low) < 3:
        return False
    return is_noun(word.low) or (
        not is_known(word.low) and not everyday(word.low) and not everyday_verb(word.low)
    )


def _precedes(page: Words, word: Word, name: Word) -> bool:
    if "titles" in word.classes:
        return True
    if not word.capital or word.classes:
        return False
    if not word.opens or not everyday(word.low):
        return not everyday(word.low)
    # A surname at the head of a line of a list: «Сова Виктор», «9. Пшеничная Зоя».
    item = _ITEM.search(page.body, max(0, word.start - 5), word.start)
    return name.capital and (item is not None or (not word.low.isascii() and is_noun(word.low)))


_ITEM: Final = re.compile(r"(?:\d{1,3}[.)]|[•*–—-])[ \t]{1,2}\Z")


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
            words[j].casual and words[i].low.startswith(_NAMING)):  # fmt: skip
            return Span(words[j].start, words[last].stop)
    if i >= 2 and words[i - 2].low in _THEM and page.beside(i - 1) and "plain" not in words[i - 1].classes:
        return Span(words[i - 1].start, words[i - 1].stop)
    return None


_MY: Final = listed("my мой моя моего моему моей мою моим мій мого моєму моєї моїм")


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
    return Span(word.start, word.stop) if _may_be_surname(word) else None


def _again(page: Words, sure: list[Span]) -> Iterator[Span]:
    """Every other form of the words of names that are known by now."""
    stems: set[str] = set()
    exact: set[str] = set()
    for span in sure:
        for word in _words_in(page, span):
            if len(word.low) < 3:
                continue
            if not word.classes - {"ambiguous"} and (word.capital or not everyday(word.low)):
                stems.add(_stem(word.low))
            elif (
                word.capital and not word.classes & _NO_NAME - {"plain"} and named(word.low).given is not None
            ):
                exact.add(word.low)
    for word in page.words:
        form = not word.classes - {"ambiguous"} and (word.capital or not everyday(word.low))
        if (word.capital and word.low in exact) or (form and _stem(word.low) in stems):
            yield Span(word.start, word.stop)


_CASE: Final = re.compile(
    r"(?:ами|ями|ого|ому|ова|ові|еві|єві|ою|ею|єю|ой|ей|ом|ем|єм|им|ым|ах|ях|ам|ям|ый|ий|ій|ая|яя|ую|юю|а|я|у|ю|е|є|и|і|ї|ы|о|й|ь)\Z"
)


def _stem(low: str) -> str:
    """A name without the ending of its case; three letters stay at least."""
    cut = _CASE.sub("", low)
    return cut if len(cut) >= 3 else low


def _capitals(page: Words) -> Iterator[Span]:
    """Runs of words with a capital that no sentence asks for and that are not all everyday words."""
    words = page.words
    i = 0
    while i < len(words):
        if not words[i].capital or (words[i].opens and _ordinary(page, words[i])):
            i += 1
            continue
        last = i
        while (step := _next_capital(page, last)) > last:
            last = step
        run = [w for w in words[i : last + 1] if w.capital]
        behind = _BRACKET.match(page.body, words[last].stop)
        if any(not _ordinary(page, w) for w in run) or (len(run) > 1 and behind) or _of_some_body(page, run):
            yield Span(words[i].start, behind.end() if behind else words[last].stop)
        i = last + 1


def _next_capital(page: Words, last: int) -> int:
    """The next word of the run, over "of" and "of the"; ``last`` where the run ends."""
    words = page.words
    for far in (1, 2, 3):
        j = last + far
        if j >= len(words) or page.gap(j - 1) not in (" ", "\u00a0", " & "):
            return last
        if words[j].capital:
            return j
        if words[j].low not in _JOINING:
            return last
    return last


_JOINING: Final = listed("of the and for du de la des van von der den für di del da el al")
_BRACKET: Final = re.compile(r"\s\((?!(?:Rule|Article|Section|see|no)s?\b)[^\W\d_][^()“”\"§\n]{1,60}\)")


def _of_some_body(page: Words, run: list[Word]) -> bool:
    """ "Employment Tribunal": everyday words that a capital makes a name, unless they title a law or a heading."""
    titles_law = run[0].low in _TITLES_OF_PAPERS
    return len(run) > 1 and not titles_law and not page.shouts(run[0])


_TITLES_OF_PAPERS: Final = listed(
    "convention protocol act law code charter article rule rules section president registrar republic government fourth fifth third second first"
)


def _ordinary(page: Words, word: Word) -> bool:
    if len(word.text) > 2 and word.text.isupper() and word.text.isascii():
        return bool(word.classes & {"office", "plain"}) or page.shouts(word)
    return everyday(word.low) or "office" in word.classes or page.small[word.low] > 0 or len(word.low) == 1


__all__ = ["find_people"]
