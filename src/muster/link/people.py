"""Which names may be one: suggestions with reasons, never all against all.

Full names of people are compared across documents; one word ("Oleg", "Matveyev") and protected aliases
are not, since they fit many: what they belong to is settled inside their document, in ``grouping``.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from itertools import combinations, permutations, product
from zlib import crc32

from muster.model.ids import make_id
from muster.model.links import Link, NameUse
from muster.text.name_keys import first_sound, long_keys, word_keys
from muster.text.name_parts import name_words
from muster.text.names import LIKELY, SAME, compare_names
from muster.text.scripts import fold, romanise

# Names in one block that are compared all with all; a larger block is walked in the order of its sounds,
# each name against its next neighbours, so that ten thousand people of one name stay linear.
_FULL_BLOCK = 40
_NEIGHBOURS = 8
# Up to so many names one common key is enough to compare two; above, two words must have something in common.
_LOOSE_UP_TO = 6_000
_PIECE = 1 << 16
# Keys of one word that are followed.
_MOST_KEYS = 6
_NOT_A_NAME = re.compile(r"[^\w]+")


def name_id(kind: str, name: str) -> str:
    """The id of a name as links use it: its kind and its folded characters."""
    return make_id("name", kind, fold(name))


def stands_alone(use: NameUse) -> bool:
    """True where the name may be compared across documents: not protected, and more than one word."""
    if use.protected:
        return False
    if use.kind == "person":
        return sum(not w.initial for w in name_words(use.name)) >= 1 and len(name_words(use.name)) >= 2
    if use.kind == "group":
        # "local residents" of two documents are two groups; "the Coalition of Widows" is a name.
        return any(c.isupper() for c in use.name[1:])
    return True


def suggest_names(uses: Iterable[NameUse]) -> list[Link]:
    """Links of kind same-name between distinct names, sorted by id. ``left`` and ``right`` are
    ``name_id(kind, name)``. Score at or above 0.8 is the machine's "same"; below it, "cannot tell".
    """
    people: dict[str, str] = {}
    bodies: dict[tuple[str, str], str] = {}
    where: dict[tuple[str, str], set[str]] = {}
    for use in uses:
        if not stands_alone(use):
            continue
        folded = fold(use.name)
        if use.kind == "person":
            people[folded] = min(use.name, people.get(folded, use.name))
        else:
            bodies[use.kind, folded] = min(use.name, bodies.get((use.kind, folded), use.name))
            if use.kind == "organisation":
                where.setdefault((use.kind, folded), set()).add(use.document)
    found = [*_people(people), *_bodies(bodies), *_acronyms(bodies, where)]
    return sorted({link.id: link for link in found}.values(), key=lambda link: link.id)


def _link(kind: str, a: str, b: str, score: float, reasons: tuple[str, ...]) -> Link:
    left, right = sorted((name_id(kind, a), name_id(kind, b)))
    return Link(make_id("link", "same-name", left, right), "same-name", left, right, round(score, 4), reasons)


def _people(people: dict[str, str]) -> Iterator[Link]:
    names = [people[f] for f in sorted(people)]
    known = [_given_rows(n) for n in names]
    for i, j in candidates(names):
        if known[i] and known[j] and known[i].isdisjoint(known[j]):
            continue  # two different given names: two people, whatever the rest
        found = compare_names(names[i], names[j])
        if found.verdict == "same" or (found.verdict == "cannot tell" and found.score >= LIKELY):
            yield _link("person", names[i], names[j], found.score, found.reasons)


def _given_rows(name: str) -> frozenset[int]:
    return frozenset(
        row for w in name_words(name) if w.given is not None for row in w.given.full | w.given.short
    )


def _blocks_of(name: str, loose: bool) -> set[int]:
    """Numbers of the blocks a full name stands in: keys of two of its words together, and a key of one
    word with the first sound of another, which an initial has too; where ``loose``, a key of one word
    alone."""
    words = name_words(name)
    short = [word_keys(w)[:_MOST_KEYS] for w in words]
    long = [long_keys(w)[:_MOST_KEYS] for w in words]
    heads = [sorted({first_sound(k) for k in w.keys[:4] if k}) for w in words]
    found: set[int] = set()
    for i, j in permutations(range(len(words)), 2):
        if i < j:
            found.update(_number(*sorted(pair)) for pair in product(short[i], short[j]))
        # Long keys are few to a block: what a crowded block of short ones would miss, they find.
        found.update(_number(key, "first " + head) for key, head in product(long[i], heads[j]))
        found.update(_number(key, "with " + other) for key, other in product(long[i], short[j]))
    if loose:
        found.update(_number(key, "alone") for mine in short for key in mine if key[0] != "g")
    return found


def _number(a: str, b: str) -> int:
    return (crc32(a.encode()) << 32) | crc32(b.encode())


def candidates(names: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``names`` that share a block, each once, in order."""
    import numpy as np

    numbers, owners = array("Q"), array("q")
    for place, name in enumerate(names):
        mine = _blocks_of(name, len(names) <= _LOOSE_UP_TO)
        numbers.extend(mine)
        owners.extend([place] * len(mine))
    sounds = [romanise(n) for n in names]
    size = len(names)
    packed = array("q", (a * size + b for a, b in _pairs_in(_blocks(numbers, owners), sounds)))
    if not packed:
        return
    # Sorted where they lie, and handed out piece by piece: a million names have tens of millions of pairs.
    values = np.frombuffer(packed, dtype=np.int64)
    values.sort()
    last = -1
    for start in range(0, len(values), _PIECE):
        for value in values[start : start + _PIECE].tolist():
            if value != last:
                yield divmod(value, size)
                last = value


def _blocks(numbers: array[int], owners: array[int]) -> Iterator[list[int]]:
    """Members of each block that has two or more."""
    import numpy as np

    if not numbers:
        return
    block, owner = np.frombuffer(numbers, dtype=np.uint64), np.frombuffer(owners, dtype=np.int64)
    # Owners come in order, and a stable sort keeps them so.
    order = np.argsort(block, kind="stable")
    block, owner = block[order], owner[order]
    edges = np.flatnonzero(np.r_[True, block[1:] != block[:-1], True])
    for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if stop - start > 1:
            yield owner[start:stop].tolist()


def _pairs_in(blocks: Iterator[list[int]], sounds: list[str]) -> Iterator[tuple[int, int]]:
    for members in blocks:
        if len(members) <= _FULL_BLOCK:
            yield from combinations(members, 2)
            continue
        # Once as written, once with the last word first: surnames stand at either end.
        for step in (1, -1):
            ranked = sorted((sounds[member].split()[::step], member) for member in members)
            members = [member for _, member in ranked]
            for place, one in enumerate(members):
                for other in members[place + 1 : place + 1 + _NEIGHBOURS]:
                    yield (one, other) if one < other else (other, one)


def _bodies(bodies: dict[tuple[str, str], str]) -> Iterator[Link]:
    """Organisations, places, units and named groups: the same sounds in the same order."""
    by_sound: dict[tuple[str, str], list[str]] = {}
    for (kind, folded), shown in sorted(bodies.items()):
        sound = romanise(_NOT_A_NAME.sub(" ", folded))
        if sound:
            by_sound.setdefault((kind, sound), []).append(shown)
    for (kind, _), spellings in by_sound.items():
        for other in spellings[1:]:
            reason = f"“{spellings[0]}” and “{other}” are spellings of the same sounds"
            yield _link(kind, spellings[0], other, 0.95, (reason,))


def _acronyms(bodies: dict[tuple[str, str], str], where: dict[tuple[str, str], set[str]]) -> Iterator[Link]:
    """ "CWT" and "Coalition of Widows of Torsk": one body where one document uses both."""
    short: dict[str, list[tuple[str, str]]] = {}
    for kind, folded in bodies:
        if kind == "organisation" and " " not in folded and 2 <= len(folded) <= 8:
            short.setdefault(folded, []).append((kind, folded))
    for (kind, folded), shown in sorted(bodies.items()):
        words = [w for w in _NOT_A_NAME.split(folded) if w]
        if kind != "organisation" or len(words) < 2:
            continue
        for letters in {"".join(w[0] for w in words), "".join(w[0] for w in words if len(w) > 3)}:
            for other in short.get(letters, ()):
                if where[kind, folded] & where[other]:
                    reason = (
                        f"“{bodies[other]}” has the first letters of “{shown}”, and one document uses both"
                    )
                    yield _link(kind, shown, bodies[other], 0.85, (reason,))


__all__ = ["SAME", "candidates", "name_id", "stands_alone", "suggest_names"]
