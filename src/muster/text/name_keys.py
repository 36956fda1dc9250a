"""Keys under which a name is looked up, so that names need not be compared all with all."""

from __future__ import annotations

from functools import lru_cache

from muster.text.name_parts import NameWord, name_words


@lru_cache(maxsize=50_000)
def name_keys(name: str) -> tuple[str, ...]:
    """Keys under which a name is looked up: two names that may be one share at least one, across
    scripts, spellings, case forms and short forms. Sorted.
    """
    return tuple(sorted({key for word in name_words(name) for key in word_keys(word)}))


@lru_cache(maxsize=50_000)
def word_keys(word: NameWord) -> tuple[str, ...]:
    """The keys of one word of a name, sorted; an initial has none."""
    if word.initial:
        return ()
    keys = {f"g{row}" for row in word.given.full | word.given.short} if word.given is not None else set()
    keys.update(_skeleton(sound) for sound in (*word.keys[:4], *word.bases[:6]))
    return tuple(sorted(keys))


@lru_cache(maxsize=50_000)
def long_keys(word: NameWord) -> tuple[str, ...]:
    """The keys of one word with all its consonants, for lists in which the short ones are crowded; sorted."""
    if word.initial:
        return ()
    sounds = (*word.keys[:4], *word.bases[:4])
    return tuple(sorted({"l" + sound.translate(_LOOSE) for sound in sounds}))


_LOOSE = str.maketrans("ZzSCcdbv", "ssssstpf", "aeiouhg")


def _skeleton(sound: str) -> str:
    """Whether it begins with a vowel, and the first three consonants by class; h and г, which spellings
    drop and exchange, left out."""
    return ("sa" if sound[:1] in "aeiou" else "s") + sound.translate(_LOOSE)[:3]


def first_sound(sound: str) -> str:
    """The class of the first sound of a key, which an initial shares with its word."""
    return "a" if sound[0] in "aeiou" else "h" if sound[0] in "gh" else sound[0].translate(_LOOSE)


__all__ = ["first_sound", "long_keys", "name_keys", "word_keys"]
