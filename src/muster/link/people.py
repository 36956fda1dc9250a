"""Which names may be one: suggestions with reasons, never all against all.

Full names of people are compared across documents; one word ("Oleg", "Matveyev") and protected aliases
are not, since they fit many: what they belong to is settled inside their document, in ``grouping``.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, permutations, product
from zlib import crc32

from muster.link.context import JOIN, Context, weigh
from muster.link.nodes import Node, Nodes, name_id, node_id, stands_alone
from muster.model.ids import make_id
from muster.model.links import Judgement, Link, NameUse
from muster.text.commonness import commonness
from muster.text.name_keys import first_sound, long_keys, word_keys
from muster.text.name_parts import name_words
from muster.text.names import LIKELY, SAME, NameComparison, compare_names
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


def suggest_names(uses: Iterable[NameUse], judgements: Sequence[Judgement] = ()) -> list[Link]:
    """Links of kind same-name between distinct names, or between two people of one name, sorted by id.
    ``left`` and ``right`` are ids of nodes (``nodes.node_id``). Score at or above 0.8 is the machine's
    "same"; below it, "cannot tell". What a person judged different is not suggested.
    """
    uses = list(uses)
    nodes = Nodes(uses, judgements)
    bodies: dict[tuple[str, str], str] = {}
    where: dict[tuple[str, str], set[str]] = {}
    for use in uses:
        if use.kind == "person" or not stands_alone(use):
            continue
        folded = fold(use.name)
        bodies[use.kind, folded] = min(use.name, bodies.get((use.kind, folded), use.name))
        if use.kind == "organisation":
            where.setdefault((use.kind, folded), set()).add(use.document)
    found = [*_people(nodes), *_lone(nodes), *_bodies(bodies), *_acronyms(bodies, where)]
    refused = {frozenset(map(node_id, pair)) for pair in nodes.apart}
    kept = {link.id: link for link in found if frozenset((link.left, link.right)) not in refused}
    return sorted(kept.values(), key=lambda link: link.id)


def _link(kind: str, a: str, b: str, score: float, reasons: tuple[str, ...]) -> Link:
    return _between(name_id(kind, a), name_id(kind, b), score, reasons)


def _between(a: str, b: str, score: float, reasons: tuple[str, ...]) -> Link:
    left, right = sorted((a, b))
    return Link(make_id("link", "same-name", left, right), "same-name", left, right, round(score, 4), reasons)


def _people(nodes: Nodes) -> Iterator[Link]:
    """Two spellings of one name, and two documents' people of one name; what else is said of them is
    weighed."""
    people: dict[str, list[Node]] = {}
    for node in sorted(nodes.members):
        if node[0] == "person" and nodes.across(node):
            people.setdefault(node[2], []).append(node)
    names = sorted(people)
    for name in names:
        yield from _of_one_name(nodes, name, people[name])
    known = [_given_rows(n) for n in names]
    for i, j in candidates(names):
        if known[i] and known[j] and known[i].isdisjoint(known[j]):
            continue  # two different given names: two people, whatever the rest
        found = compare_names(names[i], names[j])
        if found.score < LIKELY or found.verdict == "different":
            continue
        yield from _of_two_names(nodes, people[names[i]], people[names[j]], found)


def _of_one_name(nodes: Nodes, name: str, parts: list[Node]) -> Iterator[Link]:
    """Between the people of one full name. A document that says nothing is nobody's where the others part."""
    weighed = [
        (a, b, *weigh(name, nodes.context(a), nodes.context(b)))
        for a, b in islice(combinations(parts, 2), _MOST_PARTS)
    ]
    several = any(weight < JOIN for _, _, weight, _ in weighed)
    for a, b, weight, reasons in weighed:
        told = nodes.context(a).told and nodes.context(b).told
        joined = weight >= JOIN and (told or not several)
        if weight >= JOIN and not joined:
            reasons = (*reasons, "it is several people's, and one of the two documents says no more")
        whole = ("the same full name", *reasons)
        yield _between(node_id(a), node_id(b), SAME_NAME if joined else _DOUBTED, whole)


# The score of one full name in two documents where nothing speaks against, and of any name that something
# does.
SAME_NAME, _DOUBTED = 0.9, 0.75
# Pairs of people of one name that are suggested.
_MOST_PARTS = 60


def _of_two_names(nodes: Nodes, left: list[Node], right: list[Node], found: NameComparison) -> Iterator[Link]:
    single = len(left) == len(right) == 1
    for a, b in islice(product(left, right), _MOST_PARTS):
        # The rarer spelling says how many may be meant: an initial fits many.
        name = max(a[2], b[2], key=commonness)
        one, other = nodes.context(a), nodes.context(b)
        weight, reasons = weigh(name, one, other)
        # Where one of the names is several people's, only what is said can tell whose spelling this is.
        fits = weight >= JOIN if single else weight > weigh(name, Context(), Context())[0]
        score = found.score if fits else min(found.score, _DOUBTED)
        if score < found.score and not reasons:
            reasons = ("one of the two names is several people's",)
        yield _between(node_id(a), node_id(b), score, (*found.reasons, *reasons))


def _lone(nodes: Nodes) -> Iterator[Link]:
    """A surname alone in one document and the few people of other documents who have it: never more than a
    suggestion. A given name alone, and any alias, suggests nobody."""
    full: dict[str, list[Node]] = {}
    for node in sorted(nodes.members):
        if node[0] == "person" and nodes.across(node):
            for word in name_words(node[2]):
                if word.given is None and not word.initial and not word.patronymic:
                    for key in word.keys[:4]:
                        full.setdefault(key, []).append(node)
    for node in sorted(nodes.members):
        words = name_words(node[2])
        if node[0] != "person" or not node[1] or nodes.across(node) or len(words) != 1 or nodes.hides(node):
            continue
        word = words[0]
        if word.given is not None or word.initial:
            continue
        near = {n for key in (*word.keys[:4], *word.bases[:4]) for n in full.get(key, ())}
        at_home = any(node[1] in nodes.documents(n) for n in near)
        if not near or at_home or len({n[2] for n in near}) > _MOST_OF_A_SURNAME:
            continue
        for other in sorted(near)[:_MOST_OF_A_SURNAME]:
            reason = (
                f"“{node[2]}” is the surname of “{other[2]}” of another document; a surname fits many people"
            )
            yield _between(node_id(node), node_id(other), _LONE, (reason,))


_LONE = 0.6
# A surname of more people than this says nothing.
_MOST_OF_A_SURNAME = 3


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
