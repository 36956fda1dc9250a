"""Questions in; those that may be of one family, with the words they share, out. No name is needed for it.

Two relatives of one man write of the same rare things: the same place, the same day, an operation on the
spine. Words are compared by what they mean in three languages, weighed by how rare they are in the queue;
each costs its own words only. A suggestion: a person says whether it is one family.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from muster.cases.intake.shared_words import meanings, overlaps, rarity

# A word that more of the queue than this uses tells nobody apart.
_COMMON = 0.08
# At least so many rare things, and so much of what the shorter one says.
_LEAST, _SHARE = 2, 0.2
# Where one says that a relative wrote, that part of it is enough.
_WROTE_SHARE = 0.35
# Who is spoken of is another to each who writes, and "also" is said of anything.
_OF_NO_HELP = re.compile(
    r"сы?н\w{0,4}|муж\w{0,3}|брат\w{0,3}|зят\w{1,2}|от(?:ец|ц\w{1,2})|плем[яі]нни\w{1,3}|внук\w{0,2}|жен\w{1,2}|мам\w{1,2}|мат\w{1,5}"
    r"|до[нч]\w{1,6}|сестр\w{1,3}|невестк\w|свекр\w{2,4}|т[её]щ\w{1,2}|чоловік\w{0,3}|батьк\w{1,3}|дружин\w{1,2}|онук\w{0,2}"
    r"|sons?|husband|brothers?|fathers?|nephew|wife|mothers?|daughters?|sisters?|aunt|cousin"
    r"|тоже|также|теж|також|уже|вже|ещё|еще|ще|also|too|already|still",
    re.IGNORECASE,
)
# Somebody of the same house has written already, or writes too.
_WROTE = re.compile(
    r"\b(?:(?:мам\w|мать|жена|дочь|дочка|сын|сестра|брат|отец|муж|племянни\w{1,2}|невестка|свекровь|т[её]ща)"
    r"\W{1,3}(?:\w{1,12}\W{1,3}){0,4}(?:писал\w?|напис\w{1,4}|пишет|обращал\w{2,3}|спрашивал\w?|звонил\w?)"
    r"|(?:мам\w|мати|дружина|донька|дочка|син|сестра|брат|батько|чоловік|свекруха|теща)"
    r"\W{1,3}(?:[\w']{1,12}\W{1,3}){0,4}(?:писа(?:ла|в|ли)|пише|зверта\w{2,4}|шукал\w|питал\w|дзвонил\w)"
    # Who "she" is stands in the sentence before: then it is said that it was to us.
    r"|(?:она|он|они|вона|він|вони|she|he|they)\W{1,3}(?:[\w']{1,12}\W{1,3}){0,3}(?:вам|вас|you)\W{1,3}"
    r"(?:[\w']{1,12}\W{1,3}){0,3}(?:писал\w|писа(?:ла|в|ли)|пише|пишет|дзвонил\w|звонил\w|wrote|written)"
    r"|(?:she|he|they)\W{1,3}(?:has|have|had|may|must)?\W{0,3}(?:already )?(?:wrote|written) (?:to )?you"
    r"|(?:mother|wife|daughter|son|sister|brother|father|husband|aunt)"
    r"\W{1,3}(?:[\w']{1,12}\W{1,3}){0,4}(?:wrote|written|writes|asked you|contacted|turned to you))",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:сын\w{0,3}|муж\w{0,3}|брат\w{0,3}|зят\w{1,2}|отц\w{1,2}|отец|племянник\w{0,2}|внук\w{0,2}|жених\w{0,2}|парен\w{1,2}"
    r"|син\w{0,3}|чоловік\w{0,3}|батьк\w{1,2}|онук\w{0,2}|небіж|племінник\w{0,2}"
    r"|son|husband|brother|father|nephew|grandson|fiancé|boyfriend|cousin|son-in-law)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Akin:
    """Two questions that may be of one family. ``shared``: the words of the later one that both mean."""

    earlier: str
    later: str
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    code: str
    words: Mapping[str, str]
    kin: bool
    wrote: bool


def akin(questions: Iterable[tuple[str, str, str]], new: frozenset[str]) -> list[Akin]:
    """Pairs of which one at least is in ``new``. ``questions``: (code, text, language), in order of
    coming."""
    read = [
        _Read(code, _telling(text, language), bool(_KIN.search(text)), bool(_WROTE.search(text)))
        for code, text, language in questions
    ]
    words = [each.words for each in read]
    rare = rarity(words, _COMMON)
    found = overlaps(words, rare, lambda i, j: read[i].code in new or read[j].code in new)
    return sorted(
        (pair for (a, b), weight in found.items() if (pair := _judged(read[a], read[b], weight, rare))),
        key=lambda pair: (pair.later, pair.earlier),
    )


def _telling(text: str, language: str) -> dict[str, str]:
    """What it says by meaning, but for who is spoken of."""
    said = meanings(text, language)
    return {key: word for key, word in said.items() if not _OF_NO_HELP.fullmatch(word)}


def _judged(a: _Read, b: _Read, weight: float, rare: Mapping[str, float]) -> Akin | None:
    shared = [key for key in b.words if key in a.words and key in rare]
    words = tuple(dict.fromkeys(b.words[key] for key in shared))
    # One of them at least speaks of a relative, or says that a relative wrote.
    if not (a.kin or b.kin) or len(words) < _LEAST:
        return None
    shorter = min(sum(rare.get(k, 0.0) for k in each.words) for each in (a, b))
    share = weight / shorter if shorter else 0.0
    if share < _SHARE * (_WROTE_SHARE if a.wrote or b.wrote else 1.0):
        return None
    return Akin(a.code, b.code, words)


__all__ = ["Akin", "akin"]
