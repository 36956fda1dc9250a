"""Where a text names somebody the vault knows: inflected, in another script, spaced out, cut at a line's
end, with look-alike or invisible letters, with digits for letters, run together, backwards.

One pass over the letters. A name that hides better than that (across a table, in a picture, by
description) is not found: a clean answer is no proof. See ``docs/why/methods/vault-scan.md``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from muster.text.names.given import given_forms
from muster.text.names.parts import name_words
from muster.text.scripts import look_alikes
from muster.text.unseen import seen
from muster.vault.sounds import (
    SHORTEST_STEM,
    base_sounds,
    heard_as,
    reached,
    skeleton,
    skeletons_of,
    sounds,
    stems,
)

# Possessive throughout: a letter once taken is not given back, so no text is read twice.
_LETTERS = re.compile(r"[^\W\d_]++(?:['’ʼ`][^\W\d_]++)*+")
_LINKED = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-‐‑][ \t]{0,8}+\r?+\n?+[ \t]{0,8}+[^\W\d_]++){1,6}+")
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:[ \t.\-_*·•|/\\,\u00a0\u2009]{1,3}\n?[^\W\d_](?![^\W_])){2,120}")
_DISGUISED = re.compile(r"(?<!\w)(?=[^\W\d_]*[0-9@$])[\w@$]{3,40}(?!\w)")
_CAMEL = re.compile(r"[^\W\d_][^\W\d_A-ZА-ЯЄІЇҐ]+")
# An address or a handle runs names together in Latin letters; so do hashtags, in any.
_MAY_BE_JOINED = re.compile(
    r"(?<![^\W\d_])(?:[A-Za-z]{8,60}|(?<=[#@_])[^\W\d_]{8,60}|[^\W\d_][^\W\d_A-ZА-ЯЄІЇҐ]{2,30}"
    r"[A-ZА-ЯЄІЇҐ][^\W\d_A-ZА-ЯЄІЇҐ]{2,30})(?![^\W\d_])"
)
_DIGITS = re.compile(r"\d(?:[ ().\-\u00a0\u2011]{0,3}\d){5,17}")
_AS_LETTERS = (
    str.maketrans("01346@", "оиеаба"), str.maketrans("0346", "озчб"),
    str.maketrans("013457@$", "oieastas"), str.maketrans("01345@$", "oleasas"),
)  # fmt: skip
_GAP = 3
_POSSESSIVE = re.compile(r"['’ʼ`]s\Z")
_MARKS = frozenset(" \t\r\n.,_-\u00a0'’/|*·•")
_INITIALS = re.compile(r"(?:(?<![^\W_])[^\W\d_]\.[ \u00a0]?){1,2}$")
_LONGEST_WORD, _SHORT_WORD = 60, 7
# Fewer signs than these are too often a word of their own when read backwards.
_SHORTEST_BACKWARDS = 4


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody to look for. ``names``: each a whole name; ``numbers``: telephones, papers, handles."""

    alias: str
    names: tuple[str, ...] = field(repr=False)
    numbers: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Hit:
    """``[start, stop)`` of the text and the codes that fit. ``sure``: more than a first name."""

    start: int
    stop: int
    aliases: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of one name: whose, of which of his names, whether it tells him from others."""

    alias: str
    name: int
    place: int
    telling: bool


class Index:
    """All names by their sounds and skeletons; built once, asked for every text."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.parts: list[_Part] = []
        self.by_stem: dict[str, set[int]] = defaultdict(set)
        self.by_sound: dict[str, set[int]] = defaultdict(set)
        # Names too short to cut endings from: their case forms are led back by the tables of cases.
        self.short: dict[str, set[int]] = defaultdict(set)
        self.skeletons: set[str] = set()
        # Of names as they are called, without case endings: for words run together.
        self.first: set[str] = set()
        self.tells: set[str] = set()
        self.numbers: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.handles: dict[str, set[str]] = defaultdict(set)
        self.sizes: dict[tuple[str, int], int] = {}
        for each in known:
            for number in each.numbers:
                self._add_number(each.alias, number)
            for n, name in enumerate(each.names):
                self._add_name(each.alias, n, name)
        # Asked of every word of a text: with the endings laid on once, that is one look.
        self.reached = reached(self.skeletons)

    def _add_name(self, alias: str, n: int, name: str) -> None:
        words = [w for w in name_words(name) if not w.initial]
        self.sizes[alias, n] = len(words)
        given = [w.given is not None or (w.patronymic and len(words) > 2) for w in words]
        if all(given):
            # Nothing but first names: the last of them has to tell.
            given = [True] * (len(words) - 1) + [False]
        for place, word in enumerate(words):
            part = len(self.parts)
            self.parts.append(_Part(alias, n, place, not given[place]))
            spelt = set(word.keys)
            if word.given is not None:
                spelt |= {s for row in word.given.full | word.given.short for s in given_forms(row)}
            for sound in spelt:
                self._add_sound(sound, part)

    def _add_sound(self, sound: str, part: int) -> None:
        self.by_sound[sound].add(part)
        (self.tells if self.parts[part].telling else self.first).update(skeletons_of(sound))
        for stem in stems(sound):
            self.skeletons |= skeletons_of(stem)
            if len(stem) >= SHORTEST_STEM:
                self.by_stem[stem].add(part)
            elif stem == min(stems(sound), key=len):
                self.short[sound].add(part)

    def _add_number(self, alias: str, number: str) -> None:
        digits = "".join(c for c in number if c.isdecimal())
        if len(digits) >= 6 and len(digits) >= sum(c.isalpha() for c in number):
            self.numbers[digits[-6:]].append((digits, alias))
        else:
            plain = "".join(c for c in number.lower() if c.isalnum())
            if len(plain) >= 3:
                self.handles[plain].add(alias)

    def meant(self, word: str) -> frozenset[int]:
        """The parts of names that a word as written may be a form of, forwards or backwards."""
        found: set[int] = set()
        shape = skeleton(word)
        if shape in self.reached:
            found |= self._heard(word)
        if len(shape) >= _SHORTEST_BACKWARDS and shape[::-1] in self.reached:
            # Backwards, a first name is too often a word of its own.
            found |= {p for p in self._heard(word[::-1]) if self.parts[p].telling}
        return frozenset(found)

    def _heard(self, word: str) -> set[int]:
        found: set[int] = set()
        for sound in sounds(_POSSESSIVE.sub("", word)):
            found |= self.by_sound.get(sound, _NONE)
            for stem in heard_as(sound):
                found |= self.by_stem.get(stem, _NONE)
        if self.short and len(word) <= _SHORT_WORD:
            for sound in base_sounds(word):
                found |= self.short.get(sound, _NONE)
        return found

    def called(self, word: str) -> set[int]:
        """The parts of names that a word is, as they are called: no case forms."""
        return set().union(*(self.by_sound.get(sound, _NONE) for sound in sounds(word)[:2]))

    def makes_two(self, left: str, right: str) -> bool:
        """Whether a first name and a name that tells may stand here without anything between."""
        return (left in self.first and right in self.tells) or (left in self.tells and right in self.first)

    def telling(self, found: Iterable[int]) -> bool:
        """Whether one of these parts tells somebody from others."""
        return any(self.parts[p].telling for p in found)


_NONE: frozenset[int] = frozenset()
_Stretch = tuple[int, int, frozenset[int]]


def found_in(text: str, index: Index) -> list[Hit]:
    """Every place where ``text`` names somebody of ``index``, in order, none overlapping another."""
    if not index.parts and not index.numbers and not index.handles:
        return []
    clear = seen(text)
    stretches = sorted({*_words(clear.body, index), *_hidden(clear.body, index)})
    hits = [*_grouped(clear.body, stretches, index), *_numbers(clear.body, index)]
    hits = [Hit(clear.back(h.start), clear.back_end(h.stop), h.aliases, h.sure) for h in hits]
    return list(_apart(hits))


def _words(body: str, index: Index) -> Iterator[_Stretch]:
    """Words as they stand; each different word is asked about once."""
    meant: dict[str, frozenset[int]] = {}
    for word in set(_LETTERS.findall(body)):
        if len(word) > _LONGEST_WORD:
            continue
        found = index.meant(word)
        for other in look_alikes(word):
            found |= index.meant(other)
        if found:
            meant[word] = found
    for match in _LETTERS.finditer(body):
        if (parts := meant.get(match.group())) is not None:
            yield match.start(), match.end(), parts


def _hidden(body: str, index: Index) -> Iterator[_Stretch]:
    """Words cut by hyphens, spaced out, with digits for letters, or run together."""
    for match in _LINKED.finditer(body):
        joined = "".join(_LETTERS.findall(match.group()))
        if len(joined) <= _LONGEST_WORD and (found := index.meant(joined)):
            yield match.start(), match.end(), found
    for match in _SPACED.finditer(body):
        yield from _spaced(match, index)
    for match in _DISGUISED.finditer(body):
        for table in _AS_LETTERS:
            word = match.group().translate(table).strip("_0123456789")
            if found := frozenset(index.meant(word)):
                yield match.start(), match.end(), found
    joined_in: dict[str, tuple[tuple[int, int, frozenset[int]], ...]] = {}
    for match in _MAY_BE_JOINED.finditer(body):
        word = match.group()
        if word not in joined_in:
            joined_in[word] = tuple(_run_together(word, index))
        for start, stop, found in joined_in[word]:
            yield match.start() + start, match.start() + stop, found


def _spaced(match: re.Match[str], index: Index) -> Iterator[_Stretch]:
    places = [i for i in range(match.start(), match.end()) if match.string[i].isalpha()]
    letters = "".join(match.string[i] for i in places)
    for start in range(len(letters) - 2):
        for stop in range(min(len(letters), start + 16), start + 2, -1):
            found = index.meant(letters[start:stop])
            if found:
                yield places[start], places[stop - 1] + 1, found
                break


def _run_together(word: str, index: Index) -> Iterator[tuple[int, int, frozenset[int]]]:
    """``SergeyBerezhkov``, ``sergeyberezhkov``: two words of one name without anything between."""
    camel = list(_CAMEL.finditer(word))
    if len(camel) > 1:
        for match in camel:
            if found := index.meant(match.group()):
                yield match.start(), match.end(), found
    shape = skeleton(word)
    if not any(index.makes_two(shape[:n], shape[n:]) for n in range(1, len(shape))):
        return
    for cut in range(3, len(word) - 2):
        left, right = word[:cut], word[cut:]
        if not index.makes_two(skeleton(left), skeleton(right)):
            continue
        one, other = index.called(left), index.called(right)
        whose = {index.parts[p].alias for p in one} & {index.parts[p].alias for p in other}
        both = frozenset(p for p in one | other if index.parts[p].alias in whose)
        if both and index.telling(both):
            yield 0, len(word), both
            return


def _grouped(body: str, stretches: Sequence[_Stretch], index: Index) -> Iterator[Hit]:
    """Words of one name side by side are one hit; what is no more than a first name is not sure."""
    place = 0
    while place < len(stretches):
        start, stop, found = stretches[place]
        whose = {index.parts[p].alias for p in found}
        parts = set(found)
        place += 1
        while place < len(stretches):
            begin, end, more = stretches[place]
            theirs = {index.parts[p].alias for p in more}
            near = begin - stop <= _GAP and all(c in _MARKS for c in body[stop:begin])
            if begin >= stop and not (near and whose & theirs):
                break
            if begin < stop or whose & theirs:
                whose = (whose & theirs) or whose | theirs
                parts |= more
                stop = max(stop, end)
            place += 1
        yield _decided(body, start, stop, parts, index)


def _decided(body: str, start: int, stop: int, parts: set[int], index: Index) -> Hit:
    score: dict[str, tuple[bool, int]] = {}
    by_name: dict[tuple[str, int], set[int]] = defaultdict(set)
    for p in parts:
        part = index.parts[p]
        by_name[part.alias, part.name].add(part.place)
        told, _ = score.get(part.alias, (False, 0))
        score[part.alias] = (told or part.telling, 0)
    for (alias, name), places in by_name.items():
        told, most = score[alias]
        whole = 1 < index.sizes[alias, name] <= len(places) + 1 and len(places) > 1
        score[alias] = (told or whole, max(most, len(places)))
    best = max(score.values())
    fitting = tuple(sorted(a for a, s in score.items() if s == best))
    if best[0] and (before := _INITIALS.search(body, max(0, start - 7), start)):
        start = before.start()
    return Hit(start, stop, fitting, best[0])


def _numbers(body: str, index: Index) -> Iterator[Hit]:
    if index.numbers:
        for match in _DIGITS.finditer(body):
            digits = "".join(c for c in match.group() if c.isdecimal())
            whose = {
                alias
                for end in range(6, len(digits) + 1)
                for known, alias in index.numbers.get(digits[end - 6 : end], ())
                if _same_number(known, digits[:end])
            }
            if whose:
                yield Hit(match.start(), match.end(), tuple(sorted(whose)), True)
    if index.handles:
        for match in re.finditer(r"[\w-]{3,60}", body):
            plain = "".join(c for c in match.group().lower() if c.isalnum())
            if plain in index.handles:
                yield Hit(match.start(), match.end(), tuple(sorted(index.handles[plain])), True)


def _same_number(a: str, b: str) -> bool:
    # 8 and +7, 0 and +380: the country may be written or not; nine digits are the rest of it.
    size = min(len(a), len(b), 9)
    return a[-size:] == b[-size:] and size >= min(len(a), 9)


def _apart(hits: Iterable[Hit]) -> Iterator[Hit]:
    """In order; of two that overlap the surer, then the longer."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, not h.sure, -h.stop)):
        while kept and kept[-1].stop > hit.start:
            if (hit.sure, hit.stop - hit.start) <= (kept[-1].sure, kept[-1].stop - kept[-1].start):
                break
            kept.pop()
        else:
            kept.append(hit)
    return iter(kept)


def pseudonymised(text: str, hits: Sequence[Hit], shown: Mapping[str, str]) -> str:
    """``text`` with each sure hit replaced by the pseudonym or code; where several fit, by none of them."""
    pieces, place = [], 0
    for hit in hits:
        if not hit.sure:
            continue
        only = hit.aliases[0] if len(hit.aliases) == 1 else ""
        pieces += [text[place : hit.start], (shown.get(only) or only) if only else "[name withheld]"]
        place = hit.stop
    return "".join([*pieces, text[place:]])


__all__ = ["Hit", "Index", "Known", "found_in", "pseudonymised"]
