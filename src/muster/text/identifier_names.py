"""Strings in, names of people and other proper names out, in any case and letter size.

A name is known by a given name, a patronymic, a title, a rank or a word like "callsign" before it, by who writes
in a chat, by initials; once known, every form of it is found in the rest of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from muster.text.identifier_page import Word, Words, everyday, given, named, surname_shaped
from muster.text.spans import Span

_INITIALS: Final = re.compile(r"(?<![\w\n(/-])(?:[A-ZА-ЯІЇЄҐ]\.[\s\u00a0]?){1,2}[A-ZА-ЯІЇЄҐ][\w’'-]{1,30}|(?<!\w)[A-ZА-ЯІЇЄҐ][\w’'-]{1,30}\s(?:[A-ZА-ЯІЇЄҐ]\.[\s\u00a0]?){1,2}")  # fmt: skip
_SPEAKER: Final = re.compile(
    r"^[ \t]*(?:\[?(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s)?\d{1,2}:\d{2}(?::\d{2})?\]?[ \t,-]{1,3})?"
    r"(?P<who>[^\s:\d][^:\n]{0,23}?):[ \t]",
    re.M,
)
_ROLE: Final = frozenset(["plain", "job", "rank"])
_THEM: Final = frozenset(
    [
        "him",
        "her",
        "me",
        "them",
        "himself",
        "herself",
        "myself",
        "его",
        "её",
        "ее",
        "меня",
        "мене",
        "себя",
        "себе",
        "його",
        "її",
        "их",
        "їх",
        "мы",
        "ми",
        "we",
        "he",
        "she",
        "they",
        "он",
        "она",
        "він",
        "вона",
        "is",
        "was",
        "as",
        "by",
        "по",
        "в",
        "у",
        "на",
        "the",
    ]
)
_WAS: Final = frozenset(["was", "is", "were", "был", "была", "є", "був", "была", "была"])
_MOST_WORDS = 4


def find_people(page: Words) -> Iterator[tuple[Span, str]]:
    """Spans of field ``person``, and of ``name`` for a proper name of who knows what. They may overlap."""
    sure = [*_speakers(page), *_initials(page)]
    sure += _by_given(page)
    sure += _by_cue(page)
    yield from ((span, "person") for span in sure)
    yield from ((span, "person") for span in _again(page, sure))
    yield from ((span, "name") for span in _capitals(page))


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
        if not (given(word) or patronymic or _given_before_surname(page, i)):
            continue
        first = last = i
        while last - i < _MOST_WORDS and page.beside(last) and _continues(words[last + 1], words[last]):
            last += 1
        while i - first < 2 and page.beside(first - 1) and _precedes(words[first - 1]):
            first -= 1
        found.append(Span(words[first].start, words[last].stop))
    return found


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
    """A word that may be a given name («вера», "roman"), before what can only be a surname or patronymic."""
    if named(page.words[i].low).given is None or not page.beside(i):
        return False
    after = page.words[i + 1]
    return not everyday(after.low) and (surname_shaped(after.low) or named(after.low).patronymic)


def _continues(word: Word, before: Word) -> bool:
    if word.capital:
        return "plain" not in word.classes and (before.capital or not word.opens)
    return not everyday(word.low) and not word.classes and (
        named(word.low).patronymic or surname_shaped(word.low) or (given(word) and not before.capital)
    )  # fmt: skip


def _precedes(word: Word) -> bool:
    if "titles" in word.classes:
        return True
    return (word.capital and not word.opens and not word.classes and not everyday(word.low)) or (
        word.capital and word.opens and surname_shaped(word.low) and not everyday(word.low)
    )  # fmt: skip


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
        if words[j].capital or given(words[j]) or j > i + 1 or _callsign(words[i]):
            return Span(words[j].start, words[last].stop)
    if i >= 2 and words[i - 2].low in _THEM and page.beside(i - 1) and "plain" not in words[i - 1].classes:
        return Span(words[i - 1].start, words[i - 1].stop)
    return None


_MY: Final = frozenset(
    [
        "my",
        "мой",
        "моя",
        "моего",
        "моему",
        "моей",
        "мою",
        "моим",
        "мій",
        "моя",
        "мого",
        "моєму",
        "моєї",
        "мою",
        "моїм",
    ]
)


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
    if "plain" in word.classes or (dotted and "titles" not in words[i].classes):
        return None
    if word.capital and (dotted or not word.opens):
        last = j
        while last - j < 3 and page.beside(last) and words[last + 1].capital:
            last += 1
        return Span(word.start, words[last].stop)
    if weak or word.capital or everyday(word.low) or word.classes or not surname_shaped(word.low):
        return None
    return Span(word.start, word.stop)


def _again(page: Words, sure: list[Span]) -> Iterator[Span]:
    """Every other form of the words of names that are known by now."""
    stems: dict[str, int] = {}
    for span in sure:
        for word in _words_in(page, span):
            if (
                len(word.low) > 2
                and not word.classes - {"ambiguous"}
                and (word.capital or not everyday(word.low))
            ):
                stem = (
                    word.low
                    if word.low.isascii() or len(word.low) < 5
                    else word.low[: max(4, len(word.low) - 2)]
                )
                stems[stem] = max(stems.get(stem, 0), len(word.low))
    for word in page.words:
        if word.classes - {"ambiguous"} or (not word.capital and everyday(word.low)):
            continue
        for n in range(min(len(word.low), 3), len(word.low) + 1):
            if n <= len(word.low) and abs(stems.get(word.low[:n], -99) - len(word.low)) <= 3:
                yield Span(word.start, word.stop)
                break


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


_JOINING: Final = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "du",
        "de",
        "la",
        "des",
        "van",
        "von",
        "der",
        "den",
        "für",
        "di",
        "del",
        "da",
        "el",
        "al",
    ]
)
_BRACKET: Final = re.compile(r"\s\((?!(?:Rule|Article|Section|see|no)s?\b)[^\W\d_][^()“”\"§\n]{1,60}\)")


def _of_some_body(page: Words, run: list[Word]) -> bool:
    """ "Employment Tribunal": everyday words that a capital makes a name, unless they title a law or a heading."""
    titles_law = run[0].low in _TITLES_OF_PAPERS
    return len(run) > 1 and not titles_law and not page.shouts(run[0])


_TITLES_OF_PAPERS: Final = frozenset(
    [
        "convention",
        "protocol",
        "act",
        "law",
        "code",
        "charter",
        "article",
        "rule",
        "rules",
        "section",
        "president",
        "registrar",
        "republic",
        "government",
        "fourth",
        "fifth",
        "third",
        "second",
        "first",
    ]
)


def _ordinary(page: Words, word: Word) -> bool:
    if len(word.text) > 2 and word.text.isupper() and word.text.isascii():
        return bool(word.classes & {"office", "plain"}) or page.shouts(word)
    return everyday(word.low) or "office" in word.classes or page.small[word.low] > 0 or len(word.low) == 1


__all__ = ["find_people"]
