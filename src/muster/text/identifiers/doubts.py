"""A text and what was found in it in, the words that may not stay for all that out.

The finders know what must go; here a word has to be known as one that may stay. ``unlisted``: no list of ordinary
words has it, so that it may be somebody's name or the name of a small place. ``likely``: what was learned from
marked texts takes it for part of an identifier (`learned`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from muster.text.identifiers.learned import Token, likelihoods, tokens_of
from muster.text.identifiers.ordinary import commonness
from muster.text.identifiers.said import WORD
from muster.text.identifiers.words import classes
from muster.text.listed import listed
from muster.text.spans import Span, touching

# From so much on a word is covered: where people speak, and in a long paper that nobody speaks in, such as a judgment,
# whose terms are rare words and tell of nobody.
_LIKELY: Final = 0.2
_LIKELY_IN_PAPERS: Final = 0.6
_PAPER_WORDS: Final = 400
_SPEAKS: Final = listed("i me my we us our you your i'm i've i'd i'll mine ours myself im ive")
_OWN_WORDS: Final = 0.025
_LETTERS: Final = re.compile(r"[^\W\d_]+(?:[-'.][^\W\d_]+)*")
# Beside what is covered less will do: the rest of an address, of a number said in words, of a wound.
_BESIDE: Final = 0.1
# Words that tell of nobody by themselves: they are covered only where they join parts of one thing.
_JOINS: Final = listed(
    "of in on at the a an and or to by from with over under near his her my their its no number for as is was were now code",
    "в во на у под с со из и или по за от до при над о об его её их мой моя к ко для а но не без номера номером",
    "в у на під з із зі й і та або по за від до при над о об його її їх мій моя чи для а але не без номера номером",
)
_ONE_THING: Final = frozenset(
    ("wound", "unit", "organisation", "place", "job", "amount", "address", "date", "number")
)
_DOUBTS: Final = frozenset(("likely", "unlisted"))
_BLANK: Final = re.compile(r"[ \u00a0]")
_OPENING, _CLOSING = '«“„"', '»”“"'
# Words of this rank stand in quotation marks for themselves ("Yes").
_EVERY_LINE: Final = 8
_NUMBER_WORD: Final = re.compile(WORD, re.I)
_COUNTED: Final = frozenset(
    ("amount", "number", "address", "phone", "card", "account", "plate", "coordinates", "unit", "age", "date", "likely")
)  # fmt: skip
_STEP: Final = re.compile(r"[ \u00a0,–—/«»\"-]{1,3}\Z")
_ITEM: Final = re.compile(r"(?:\A|\n)[ \t(]{0,4}\Z")


def find_doubts(body: str, found: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Spans of fields ``unlisted`` and ``likely`` beside ``found`` (in order, not overlapping), in order."""
    tokens = tokens_of(body)
    spans = [span for span, _ in found]
    taken = [touching(spans, t.start, t.stop) for t in tokens]
    least = _LIKELY_IN_PAPERS if _is_paper(tokens) else _LIKELY
    chances = [
        0.0 if token.low in _JOINS else direct + quasi
        for token, (direct, quasi) in zip(tokens, likelihoods(body, tokens), strict=True)
    ]
    of = dict(found)
    fields = [
        of[Span(*known[0])] if known else "likely" if chance > least
        else "unlisted" if _unlisted(token, least) or (least == _LIKELY and _stands_for_a_name(body, token)) else ""
        for token, chance, known in zip(tokens, chances, taken, strict=True)
    ]  # fmt: skip
    _leave_items(body, tokens, fields)
    if least == _LIKELY:
        _grow(body, tokens, chances, fields)
        _join(body, tokens, fields)
    for token, field, known in zip(tokens, fields, taken, strict=True):
        if field:
            shown = "likely" if known else field
            yield from ((span, shown) for span in _open(Span(token.start, token.stop), known))


def _leave_items(body: str, tokens: Sequence[Token], fields: list[str]) -> None:
    """The numbers of a list's items stay: "1.", "12)"."""
    for i, token in enumerate(tokens):
        short = len(token.low) < 3 and token.low.isdecimal() and fields[i] in _DOUBTS
        if short and body[token.stop : token.stop + 1] in (".", ")") and _ITEM.search(body, max(0, token.start - 5), token.start):  # fmt: skip
            fields[i] = ""


def _grow(body: str, tokens: Sequence[Token], chances: Sequence[float], fields: list[str]) -> None:
    """Words beside covered ones are covered from a smaller likelihood on, words of numbers from any, both ways."""
    ahead = range(1, len(tokens))
    for i, j in (*((i, i - 1) for i in ahead), *((i - 1, i) for i in reversed(ahead))):
        if fields[i] or not fields[j] or not _step(body, tokens, min(i, j)):
            continue
        counts = fields[j] in _COUNTED and _NUMBER_WORD.fullmatch(tokens[i].low) is not None
        if chances[i] > _BESIDE or counts:
            fields[i] = "likely"


def _step(body: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether a blank, a comma, a stroke or a quotation mark is all that parts token ``i`` from the next."""
    return _STEP.fullmatch(body, tokens[i].stop, tokens[i + 1].start) is not None


def _join(body: str, tokens: Sequence[Token], fields: list[str]) -> None:
    """ "Cut over the left eyebrow": one or two joining words between covered parts of one thing."""
    for i in range(1, len(tokens) - 1):
        if fields[i] or not fields[i - 1] or tokens[i].low not in _JOINS:
            continue
        last = i + (i + 2 < len(tokens) and not fields[i + 1] and tokens[i + 1].low in _JOINS)
        blank = all(
            _BLANK.fullmatch(body, tokens[k].stop, tokens[k + 1].start) for k in range(i - 1, last + 1)
        )
        if blank and _one_thing(fields[i - 1], fields[last + 1]):
            fields[i : last + 1] = ["likely"] * (last + 1 - i)


def _one_thing(before: str, behind: str) -> bool:
    """Whether two covered words may be parts of one thing: a doubt and what holds several words, or two alike."""
    if not (before and behind):
        return False
    return {before, behind} <= _ONE_THING | _DOUBTS and (before == behind or bool({before, behind} & _DOUBTS))


def _open(span: Span, taken: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """What of ``span`` the taken ones leave."""
    start = span.start
    for begin, end in taken:
        if start < begin:
            yield Span(start, begin)
        start = max(start, end)
    if start < span.stop:
        yield Span(start, span.stop)


def _unlisted(token: Token, least: float) -> bool:
    """Whether no list knows a word of three letters or more; a paper's rare words stay."""
    word = token.low
    if len(word) < 3 or _LETTERS.fullmatch(word) is None or least == _LIKELY_IN_PAPERS:
        return False
    return not (commonness(word) or classes(word))


def _stands_for_a_name(body: str, token: Token) -> bool:
    """A capital letter with a full stop ("B. came"), a word alone in quotation marks with a capital («Малой»)."""
    before, behind = body[max(0, token.start - 1) : token.start], body[token.stop : token.stop + 1]
    if not token.text[0].isupper():
        return False
    if len(token.text) == 1:
        return behind == "." and token.text not in "IІ" and not token.text.isdecimal()
    return before in _OPENING and before != "" and behind in _CLOSING and commonness(token.low) < _EVERY_LINE


def _is_paper(tokens: Sequence[Token]) -> bool:
    """A long English paper with capitals in which nobody speaks of himself."""
    latin = [t for t in tokens if t.low.isascii()]
    if len(latin) < max(_PAPER_WORDS, len(tokens) / 2) or 2 * sum(t.casual for t in latin) > len(latin):
        return False
    return sum(t.low in _SPEAKS for t in latin) < _OWN_WORDS * len(latin)


__all__ = ["find_doubts"]
