"""How many people may have a name: few, some, many. From a list of the commonest surnames and given names."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from muster.text.names.given import given_form
from muster.text.names.parts import NameWord, name_words
from muster.text.scripts import fold, phonemes

FEW, SOME, MANY = 0, 1, 2


@cache
def _common() -> tuple[frozenset[str], frozenset[int]]:
    """Sounds of common surnames, a woman's too; rows of common given names."""
    path = files("muster.text").joinpath("data/common_names.tsv")
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    surnames: set[str] = set()
    rows: set[int] = set()
    for what, names in lines:
        for name in names.split():
            sound = phonemes(fold(name))[0]
            if what == "surname":
                surnames.update((sound, sound + "a") if sound.endswith(("v", "n")) else (sound,))
            elif (form := given_form((sound,))) is not None:
                rows |= form.full
    return frozenset(surnames), frozenset(rows)


@lru_cache(maxsize=20_000)
def commonness(name: str) -> int:
    """``MANY`` for a common surname with a common given name or with initials, ``SOME`` for a common
    surname or an initial, ``FEW`` for any other name of two words or more; a patronymic makes it one step
    rarer."""
    words = name_words(name)
    surnames, rows = _common()
    surname = any(_is(w, surnames) for w in words if not w.initial)
    initial = any(w.initial for w in words)
    given = initial or any(w.given is not None and w.given.full & rows for w in words)
    found = MANY if surname and given else SOME if surname or initial else FEW
    return max(FEW, found - (len(words) > 2 and any(w.patronymic for w in words[1:])))


def _is(word: NameWord, sounds: frozenset[str]) -> bool:
    return any(key in sounds for key in (*word.keys, *word.bases))


__all__ = ["FEW", "MANY", "SOME", "commonness"]
