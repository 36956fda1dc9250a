"""True pairs of names by how they differ, to be found among a crowd of other names.

``many`` has spellings only. Here the second name of a made-up person is changed in one way more: a case form,
a short form, initials, a patronymic, the order, a second surname, a slip of the pen, look-alike letters. The
people bear the crowd's own surnames, the common ones most often, so that the pairs lie where the crowd is
thickest. The two halves are two draws; the pairs of ``measuring`` are only counted.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from name_sets import (
    CUSTOMS,
    HALVES,
    IN_UKRAINIAN,
    Person,
    crowd_surnames,
    inflected,
    initials,
    latin_name,
    many,
    short_forms,
    spelling,
)
from name_tables import FATHERS, MEN, people, written

_CASES = ("gent", "datv", "accs", "ablt", "loct")
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшыя"
_LATIN = "abcdefghiklmnoprstuvwyz"


class Crowd(NamedTuple):
    """``pairs``: places in ``names`` of two names that are one person's, with the kind of change; "custom":
    the crowd's own, two spellings only."""

    names: list[str]
    pairs: list[tuple[str, int, int]]


def crowd(size: int, half: str, each: int) -> Crowd:
    """``size`` names of ``many`` and, among them, about ``each`` pairs of every kind."""
    names, spelled = many(size)
    place = {name: at for at, name in enumerate(names)}
    pairs = [("custom", *pair) for pair in spelled]
    for kind, a, b in changed(crowd_surnames(size), half, each):
        if a != b:
            for name in (a, b):
                if place.setdefault(name, len(names)) == len(names):
                    names.append(name)
            pairs.append((kind, place[a], place[b]))
    return Crowd(names, pairs)


def changed(surnames: Sequence[str], half: str, each: int) -> Iterator[tuple[str, str, str]]:
    """(kind, one name, the other) of ``each`` people, every kind that applies; a surname's chance falls with
    its place."""
    rng = random.Random(31 + HALVES.index(half))
    weights = list(accumulate(1 / (n + 20) for n in range(len(surnames))))
    men, fathers = people(MEN), [entry.split("/") for entry in FATHERS.split()]
    for _ in range(each):
        surname = rng.choices(surnames, cum_weights=weights)[0].title()
        father = rng.choice(fathers)
        one = Person(
            "m",
            rng.choice(men),
            (father[0], father[1], {}),
            (surname, surname.translate(IN_UKRAINIAN), {}),
        )
        yield from _changes(one, rng.choice(surnames).title(), rng)


def _changes(one: Person, second: str, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    given, father, surname = one.given[0], one.father[0], one.surname[0]
    other, in_latin = spelling(one, rng.choice(CUSTOMS), rng), latin_name(one, rng)
    if (form := inflected(one, rng.choice(_CASES))) is not None:
        yield "case form", form, other
    if shorts := short_forms().get(given):
        short = rng.choice(shorts)
        plain = f"{short} {surname}"
        yield "short form", rng.choice((plain, " ".join(written(w, "ru-en") for w in plain.split()))), other
    yield (
        "initials",
        initials(one, rng, rng.randrange(2)),
        rng.choice((f"{given} {father} {surname}", in_latin)),
    )
    yield "patronymic", f"{given} {father} {surname}", in_latin
    yield "order", f"{surname} {given}", in_latin
    yield "two surnames", rng.choice((f"{given} {surname}-{second}", f"{given} {second}-{surname}")), other
    yield "look-alikes", spelling(one, "mixed", rng), in_latin
    custom = rng.choice(("", "ru-en", "uk-kmu55"))
    first, last = (written(word, custom) if custom else word for word in (given, surname))
    yield "slip in the surname", f"{first} {slip(last, rng)}", other
    yield "slip in the surname, one custom", f"{first} {slip(last, rng)}", f"{first} {last}"
    yield "slip in the given name", f"{slip(first, rng)} {last}", other


def slip(word: str, rng: random.Random) -> str:
    """A letter after the first lost, added, exchanged with the next, or taken for another."""
    at = rng.randrange(1, len(word))
    letters = _CYRILLIC if word[1] > "\u0400" else _LATIN
    kind = rng.randrange(4)
    if kind == 0 and len(word) > 4:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + rng.choice(letters) + word[at:]
    if kind == 2 and at + 1 < len(word) and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice([c for c in letters if c != word[at]]) + word[at + 1 :]


__all__ = ["Crowd", "changed", "crowd", "slip"]
