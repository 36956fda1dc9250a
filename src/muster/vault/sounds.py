"""How a name may be written: its sound stems, and a coarse skeleton that every spelling of it shares.

A word of a text is first asked by its skeleton (classes of consonants, one cheap pass), and only where
a name has that skeleton by its sounds. So a text costs what its letters cost, however many names there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby, product

from muster.text.listed import listed
from muster.text.names.parts import base_forms
from muster.text.scripts import fold, phonemes

# Letters that spellings exchange are one class, vowels are all one; what spellings drop (h, г, й, signs) is
# left out.
_CLASSES = {
    "p": "bpбп", "t": "dtдтðþ", "f": "fvwфвў", "k": "kqxкґќ", "l": "lлłљ", "m": "mм", "n": "nнńñњ",
    "r": "rрř",
    "S": "szcžščćçşșżźśżзсцчшщжџѕ",
    "a": "aeiouyаеёиіоуыэюяєїįąęёóòöőøôõúùüûůíìïîéèêëěáàâäãåæăāēīūı",
}  # fmt: skip
_DROPPED = "hgjйгхъьђћğ'’ʼ`-_"
_TABLE: dict[int, str | None] = {ord(c): name for name, letters in _CLASSES.items() for c in letters}
_TABLE.update(dict.fromkeys(map(ord, _DROPPED)))
_RUN = re.compile(r"(.)\1+")

# One phoneme → the classes its spellings may leave: х is kh, h, ch or x; ц is ts, c, z; ч is ch, tch.
_SPELT: dict[str, tuple[str, ...]] = {
    "h": ("", "k", "S"), "g": ("",), "k": ("k", "S", "Sk"), "c": ("S", "tS"), "C": ("S", "tS"),
    "S": ("S", "StS"), "Z": ("S", ""), "z": ("S",), "s": ("S",), "f": ("f", "p"), "v": ("f",), "b": ("p",),
    "p": ("p",), "d": ("t",), "t": ("t",), "l": ("l",), "m": ("m",), "n": ("n",), "r": ("r",),
    **dict.fromkeys("aeiou", ("a",)),
}  # fmt: skip
_MOST_SKELETONS = 96

# As sounds: what cases, numbers and the English possessive put behind a stem, in any script.
ENDINGS = listed(
    """a i u o e ia iu oi ei om em im am iam oiu eiu ogo ego oho eho omu emu imi ami iami ah iah ih eh ov iv
    ev ovi evi ovu s es ova ovoi oviu ovim ovih ina inoi inu inim aia uiu oe oiho iamu io ai"""
)
_LONGEST = max(map(len, ENDINGS))
_NOMINATIVE = ("aia", "ia", "oi", "ei", "ai", "a", "o", "e", "i")
SHORTEST_STEM = 3


def skeleton(word: str) -> str:
    """The classes of a word's letters in their order, runs as one. Reversed for a reversed word."""
    return "".join([sign for sign, _ in groupby(word.lower().translate(_TABLE))])


_RESTS = frozenset(skeleton(ending) for ending in ENDINGS) | {"ak"}  # -ykh, -akh


def reached(skeletons: Iterable[str]) -> frozenset[str]:
    """The skeletons of all words that are one of these with an ending behind it, or without."""
    own = frozenset(skeletons)
    return own | {shape + rest for shape in own if shape for rest in _RESTS}


def stems(sound: str) -> frozenset[str]:
    """The stems of a name by its sounds: without the ending of its nominative, and as cases change it."""
    found = {sound}
    for ending in _NOMINATIVE:
        if sound.endswith(ending) and len(sound) - len(ending) >= 2:
            found.add(sound[: -len(ending)])
    for stem in tuple(found):
        if len(stem) >= 4 and stem[-2] in "eoi" and stem[-1] not in "aeiou":
            if stem[-3] not in "aeiou":
                found.add(stem[:-2] + stem[-1])  # Павел Павла, Кравец Кравца
            if stem[-2] == "i":
                found |= {stem[:-2] + v + stem[-1] for v in "oe"}  # Антін Антона
        if stem[-1] in "gkh" and len(stem) >= 3:
            found.add(stem[:-1] + {"g": "z", "k": "c", "h": "s"}[stem[-1]])  # Ольга Ользі
    return frozenset(found)


def heard_as(sound: str) -> Iterable[str]:
    """What a word of a text may be a form of: its sound, and that less each ending it has."""
    yield sound
    for size in range(1, min(_LONGEST, len(sound) - SHORTEST_STEM) + 1):
        if sound[-size:] in ENDINGS:
            yield sound[:-size]


@lru_cache(maxsize=1 << 15)
def sounds(word: str) -> tuple[str, ...]:
    """The sound keys of a word as written."""
    return phonemes(fold(word)) if word else ()


@lru_cache(maxsize=1 << 15)
def base_sounds(word: str) -> tuple[str, ...]:
    """The sounds of the base forms a short Cyrillic word may be a case form of."""
    return tuple(dict.fromkeys(s for form in base_forms(fold(word)) for s in phonemes(form)))


@lru_cache(maxsize=1 << 14)
def skeletons_of(sound: str) -> frozenset[str]:
    """Every skeleton that a word of this sound may have, in any spelling, as it stands."""
    choices = [_SPELT.get(sign, ("",)) for sign in sound]
    count = 1
    for place, options in enumerate(choices):
        if count * len(options) > _MOST_SKELETONS:
            choices[place] = options[:1]
        count *= len(choices[place])
    spelt = {"".join(parts) for parts in product(*choices)}
    if "ks" in sound:
        spelt |= {s.replace("kS", "k") for s in spelt}
    if "dZ" in sound:
        spelt |= {s.replace("tS", "") for s in spelt}
    return frozenset(_RUN.sub(r"\1", s) for s in spelt)


__all__ = [
    "SHORTEST_STEM",
    "base_sounds",
    "heard_as",
    "reached",
    "skeleton",
    "skeletons_of",
    "sounds",
    "stems",
]
