"""The figures of two texts, sentence by sentence: which of them a copy changed, lost or added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from muster.link.alignment import Sentence, page_language, stem
from muster.link.pages import Page
from muster.model.links import Drift
from muster.text.listed import listed
from muster.text.numbers.none import find_zeros
from muster.text.numbers.numbers import find_numbers
from muster.text.numbers.units import UNITS
from muster.text.tokens import Tokens, tokens_of

MOST_FIGURES = 60
# What is counted stands at most so many words after the number ("14 of the accounts").
_NOUN_WITHIN: Final = 4
_BEFORE_NOUN: Final = listed(
    "of the these those its their his her our such из этих тех таких его её ее их наших із зі з цих тих таких"
    " його її їх їхніх наших"
)
# Behind these nothing is counted any more ("from 22 to 28 October", «19 против 14»).
_NO_NOUN: Final = listed(
    "to and or in on at by for from with than against per until till but as when while who that which was",
    "were is are had has have after before over under",
    "и или в во на по от до с со за из-за для против при чем как что когда который которые это к у о об под",
    "над без через а но же",
    "і й та або від з зі проти ніж як що коли який які це під але",
)
_CLOCK: Final = re.compile(r"(?<![\d:.,])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])")
# "Leopard-1", "JN.1": the number of a name.
_OF_A_NAME: Final = re.compile(r"[^\W\d_][-‐‑–.]\Z")


class Figure(NamedTuple):
    """``value``: what makes two of them equal; ``sort``: only figures of one sort take each other's place
    ("clock", "percent", a unit, or "" for what is counted)."""

    start: int
    stop: int
    value: object
    # Bounds that two numbers may have in common, and the base form of what is counted.
    bounds: frozenset[float] = frozenset()
    counted: str = ""
    weak: bool = False
    core: int = 0
    sort: str = ""


class Numbers:
    """The figures of both texts, sentence by sentence, and which of them were changed, lost or added."""

    def __init__(
        self,
        copy: Page,
        original: Page,
        ours: Sequence[Sentence],
        theirs: Sequence[Sentence],
        pairs: Sequence[int | None],
    ) -> None:
        self.copy, self.original = copy, original
        self.ours, self.theirs = ours, theirs
        self.left = _Figures(copy, ours)
        self.right = _Figures(original, theirs)
        self.repeats: dict[int, list[int]] = {}
        for mine, other in enumerate(pairs):
            if other is not None:
                self.repeats.setdefault(other, []).append(mine)

    @cached_property
    def _totals(self) -> tuple[Counter[object], Counter[object]]:
        """How often each value stands in the copy and in the original."""
        return self.left.totals(), self.right.totals()

    def compare(self, mine: int, other: int) -> Iterator[Drift]:
        """Figures that one of two aligned sentences has and the other has not, in order. What only moved
        where a sentence was cut in two or two were joined is left alone."""
        new, gone = _surplus(self.left[mine], self.right[other])
        left, right = _values(self.left[mine]), _values(self.right[other])
        beside = [p for p in (other - 1, other + 1) if 0 <= p < len(self.right) and p not in self.repeats]
        moved = {v for p in beside for v in _values(self.right[p])}
        kept = {v for p in self.repeats[other] if p != mine for v in _values(self.left[p])}
        new = [n for n in new if n.value not in moved or n.value in right]
        gone = [n for n in gone if n.value not in kept or n.value in left]
        if new or gone:
            # What stands as often in the whole of the other text only moved.
            ours, theirs = self._totals
            new = [n for n in new if theirs[n.value] < ours[n.value]]
            gone = [g for g in gone if ours[g.value] < theirs[g.value]]
        here, there = self.ours[mine], self.theirs[other]
        for one, two in _paired(new, gone):
            if one is not None and two is not None:
                yield Drift(
                    self.copy.stretch(one.start, one.stop),
                    self.original.stretch(two.start, two.stop),
                    "number changed",
                )
            elif one is not None and not one.weak:
                yield Drift(
                    self.copy.stretch(one.start, one.stop),
                    self.original.stretch(there.start, there.stop),
                    "number added",
                )
            elif two is not None and not two.weak:
                yield Drift(
                    self.copy.stretch(here.start, here.stop),
                    self.original.stretch(two.start, two.stop),
                    "number lost",
                )


def _surplus(a: Sequence[Figure], b: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """What of the two has no equal in the other, those that count the same word matched first."""
    new, gone = list(a), list(b)
    for with_noun in (True, False):
        for figure in list(new):
            equal = (g for g in gone if g.value == figure.value)
            match = next((g for g in equal if not with_noun or g.counted == figure.counted), None)
            if match is not None:
                new.remove(figure)
                gone.remove(match)
    return new, gone


def _values(figures: Sequence[Figure]) -> list[object]:
    return [f.value for f in figures]


def _paired(new: Sequence[Figure], gone: Sequence[Figure]) -> Iterator[tuple[Figure | None, Figure | None]]:
    """Each new figure with the one whose place it took: the same thing counted or a bound in common; in
    order, where as many came as went; else alone."""
    new, gone = new[:MOST_FIGURES], gone[:MOST_FIGURES]
    free = dict(enumerate(gone))
    taken: dict[int, Figure] = {}
    likely = sorted(
        (-2 * bool(n.bounds & g.bounds) - (n.counted == g.counted != ""), i, k)
        for i, n in enumerate(new)
        for k, g in enumerate(gone)
        if n.sort == g.sort
    )
    for score, i, k in likely[:400]:
        if score < 0 and i not in taken and k in free:
            taken[i] = free.pop(k)
    for plain in (True, False):
        rest = [i for i, n in enumerate(new) if i not in taken and not (plain and n.weak)]
        left = [k for k in sorted(free) if not (plain and free[k].weak)]
        if len(rest) == len(left) and all(
            _may_stand_for(new[i], free[k]) for i, k in zip(rest, left, strict=True)
        ):
            taken |= {i: free.pop(k) for i, k in zip(rest, left, strict=True)}
    for i, figure in enumerate(new):
        yield figure, taken.get(i)
    for k in sorted(free):
        yield None, free[k]


def _may_stand_for(one: Figure, other: Figure) -> bool:
    """Of one sort; a number without a noun may stand for one of a unit that was said before."""
    if one.sort == other.sort:
        return True
    bare = one if not one.counted else other
    return (
        not bare.counted and "clock" not in (one.sort, other.sort) and "percent" not in (one.sort, other.sort)
    )


class _Figures:
    """The figures of each sentence, looked for when asked; those inside a web address are not its words."""

    def __init__(self, page: Page, held: Sequence[Sentence]) -> None:
        self.page, self.held = page, held
        self.found: dict[int, list[Figure]] = {}

    def __len__(self) -> int:
        return len(self.held)

    def totals(self) -> Counter[object]:
        """How often each value stands in the text."""
        return Counter(f.value for at in range(len(self.held)) for f in self[at])

    @cached_property
    def _ground(self) -> tuple[Tokens, str, frozenset[int]]:
        page = self.page
        return tokens_of(page.input.body), page_language(page), frozenset(page.start.tolist())

    def __getitem__(self, at: int) -> list[Figure]:
        if at not in self.found:
            tokens, language, own = self._ground
            figures = _figures(self.page, self.held[at], tokens, language)
            self.found[at] = [f for f in figures if f.core in own]
        return self.found[at]


def _figures(page: Page, sentence: Sentence, tokens: Tokens, language: str) -> list[Figure]:
    """Numbers with the word that they count; "one" alone is a pronoun as often as a number."""
    stop = min(sentence.stop, sentence.start + 4_000)
    body = page.input.body
    found = [
        Figure(m.start(), m.end(), ("clock", m.group().zfill(5)), core=m.start(), sort="clock")
        for m in _CLOCK.finditer(body, sentence.start, stop)
    ]
    clocks = [(f.start, f.stop) for f in found]
    for n in find_numbers(body, sentence.start, stop, language):
        core = tokens.starts[n.core]
        if any(a <= core < b for a, b in clocks) or _OF_A_NAME.search(body, max(0, core - 2), core):
            continue
        end, counted, unit = _with_noun(tokens, n.last, stop, language)
        value = (n.low, n.high, n.low_exclusive, n.high_exclusive, n.approximate, n.scale, n.vague)
        bounds = frozenset(b for b in (n.low, n.high) if b is not None and b != 1)
        lone = n.low == n.high == 1 and not body[n.start].isdecimal()
        weak = lone or n.vague is not None
        sort = n.scale if n.scale != "count" else unit
        found.append(Figure(n.start, max(n.stop, end), value, bounds, counted, weak, core, sort))
    starts = {f.start for f in found}
    for zero in find_zeros(tokens.folded, sentence.start, stop):
        if zero.start not in starts and not any(f.start <= zero.start < f.stop for f in found):
            at, _ = tokens.between(zero.stop, stop)
            end, counted, _ = _with_noun(tokens, at, stop, language)
            none = Figure(zero.start, max(zero.stop, end), 0.0, frozenset((0.0,)), counted, core=zero.start)
            found.append(none)
    return sorted(found, key=lambda f: f.start)


def _with_noun(tokens: Tokens, at: int, stop: int, language: str) -> tuple[int, str, str]:
    """Where the word that a number counts ends, its base form, and the unit that it is; 0 and "" where a mark
    or a word of another kind stands before it."""
    for index in range(at, min(at + _NOUN_WITHIN, len(tokens.words))):
        word = tokens.words[index]
        if tokens.stops[index] > stop or not word[0].isalpha() or word in _NO_NOUN:
            break
        if word not in _BEFORE_NOUN:
            unit = UNITS.get(word)
            return tokens.stops[index], stem(word, language), unit.name if unit else ""
    return 0, "", ""


__all__ = ["MOST_FIGURES", "Figure", "Numbers"]
