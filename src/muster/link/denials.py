"""One claim says that an act was not, of which the other tells.

What else the denial says must stand in the other too, in the same meaning or in words of one field, since
"nobody was beaten in the camp" says nothing of another camp."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from muster.link.sorts import of_all_people
from muster.link.telling import WORD, Telling, days_between, name_sound
from muster.link.told_otherwise import Found, act_of, clause_at, part, shared
from muster.link.translated import meaning_of
from muster.link.whom import CIVIL_OBJECT, CIVIL_OBJECTS, same_person, with_field
from muster.text.concepts import keys_of_word
from muster.text.deeds.acts import ASIDE
from muster.text.deeds.ahead import ahead
from muster.text.deeds.forms import plain
from muster.text.deeds.verdicts import untrue

# A denial that gives no day is of what was told so long before.
_DENIAL_DAYS = 180
# How much of what a denial says the other must say; of that where the two share no name; what a word of one
# field counts.
_OF_DENIAL, _OF_CONTENT, _KIN = 0.45, 0.9, 0.7


def denied(
    one: Telling,
    other: Telling,
    common: Collection[str],
    when: str,
    weight: Callable[[str], float],
    one_event: bool = False,
) -> Found | None:
    """One says that an act was not, of which the other tells, and most of what it says besides stands there
    too, or all of it around there where both are accounts of one event."""
    for kind in sorted(common):
        mine, theirs = one.told[kind], other.told[kind]
        if mine is None or theirs is None or mine == theirs:
            continue
        denies, tells = (one, other) if mine else (other, one)
        if when == "far" and not _denies_what_was(denies, tells):
            continue
        if _RESTRICTED.match(_clause(denies, kind)):
            continue
        if (
            kind == "evacuation"
            and _STILL_THERE.match(denies.words, act_of(denies, kind).start)
            and not _ALL.search(tells.words)
        ):
            # Some were brought out and some are still there.
            continue
        if denies.of_own_side and not (tells.actors or tells.of_own_side or _of_the_enemy(tells, denies)):
            # "Its forces did not shell it" leaves open that somebody else did.
            continue
        if denies.actors and tells.actors and not denies.actors & tells.actors:
            continue
        if not of_all_people(denies, tells, kind):
            continue
        share = _said_too(denies, tells.words, tells.language, kind, weight)
        if one_event and share is not None and share < _OF_DENIAL:
            around = _said_too(denies, tells.around, tells.language, kind, weight) or 0.0
            share = _OF_DENIAL if around >= _OF_CONTENT else share
        by_content = share is not None and share >= _OF_CONTENT
        if share is None:
            # It says nothing but the act and a name: of which time it speaks only the day of its text tells.
            share = 0.0 if when == "far" else 1.0
        if share < _OF_DENIAL and when != "far" and same_person(one, other):
            # What one man is said to have done, or suffered, and not to have.
            share = _OF_DENIAL
        if share >= _OF_DENIAL:
            score = (0.75 if when == "same" else 0.6) + 0.2 * share
            return Found("denied", _clause(one, kind), _clause(other, kind), round(score, 4), (
                *shared(one, other, when), "another time, another place or another deed would explain it",
            ), by_content, about=kind)  # fmt: skip
    return None


def verb_denied(one: Telling, other: Telling, when: str, weight: Callable[[str], float]) -> Found | None:
    """One denies a verb, whatever it tells of, that the other uses, and most of what its clause says besides
    stands there too."""
    if when not in ("same", "near") or not one.names & other.names or not one.may_share_place(other):
        return None
    for denies, tells in ((one, other), (other, one)):
        if tells.stance != "asserted" or (
            denies.actors and tells.actors and not denies.actors & tells.actors
        ):
            continue
        for verb in denies.negated:
            keys = keys_of_word(denies.words[verb.at : verb.end], denies.language)
            if not keys & tells.meaning.keys:
                continue
            at = _told_verb(tells, keys)
            if at is None:
                continue
            clause = denies.words[verb.start : verb.stop]
            verbs = {denies.words[verb.at : verb.end].lower()}
            share = _share(denies, clause, verbs, tells.words, tells.language, weight)
            if (share is None and same_person(one, other)) or (share or 0.0) >= _OF_VERB:
                said = clause.strip(), clause_at(tells.words, *at)
                return Found("denied", *(said if denies is one else said[::-1]), 0.55, (
                    *shared(one, other, when), "another time, another place or another deed would explain it",
                ), about=min(keys))  # fmt: skip
    return None


def _told_verb(tells: Telling, keys: Collection[str]) -> tuple[int, int] | None:
    """Where a claim uses a word of this meaning, neither denied nor left open; None where it does not."""
    tokens = [(m.start(), m.end(), plain(m[0])) for m in WORD.finditer(tells.words)]
    for n, (start, stop, _) in enumerate(tokens):
        if keys_of_word(tells.words[start:stop], tells.language).isdisjoint(keys):
            continue
        before = {token[2] for token in tokens[max(0, n - _BEFORE) : n]}
        if before & _DENYING or ahead(tells.words, tokens, max(0, n - _FEARED), n):
            return None
        return start, stop
    return None


_BEFORE, _FEARED = 4, 8
_DENYING = frozenset(
    ("not", "no", "never", "nobody", "none", "не", "ни", "ні", "никто", "ніхто", "без", "without")
)
# How much of what else the clause says of a verb must stand in the other.
_OF_VERB = 0.6


def _of_the_enemy(tells: Telling, denies: Telling) -> bool:
    """Whether one side tells of the other what that denies of itself: "the enemy lost fifteen"."""
    return tells.source != denies.source and _ENEMY.search(tells.words) is not None


_ENEMY = re.compile(r"(?i)(?<!\w)(?:enem(?:y|ies)|opponents?|противник\w*|враг\w*|ворог\w*|ворож\w+)(?!\w)")


def _denies_what_was(denies: Telling, tells: Telling) -> bool:
    """Whether a denial without a day came after what the other tells, and not years after."""
    return not denies.days and any(
        last <= (denies.published or "")[:10] and days_between(last, denies.published or "") <= _DENIAL_DAYS
        for _, last in tells.days
    )


def _said_too(
    denies: Telling, there: str, language: str, kind: str, weight: Callable[[str], float]
) -> float | None:
    """How much of what the denying clause says is told there too, names and the act left out; None
    where it says no more."""
    begun = act_of(denies, kind).start
    # Of "reports that … are false" what the reports say is denied, and nothing is false there.
    false = next((denies.words[a:b] for a, b in untrue(denies.words) if a <= begun < b), "")
    clause = false or _clause(denies, kind)
    act_words = {w for a in denies.acts for w in denies.words[a.start : a.stop].lower().split()}
    return _share(denies, clause, act_words, there, language, weight)


def _share(
    denies: Telling, clause: str, left_out: Collection[str], there: str, language: str,
    weight: Callable[[str], float],
) -> float | None:  # fmt: skip
    """How much of a clause of a denial is told in other words too, its names and what is left out aside;
    None where it says no more."""
    total = told = 0.0
    meant = meaning_of(there, language)
    fields = frozenset[str]().union(*(with_field(keys, language) for keys in meant.words))
    objects = CIVIL_OBJECTS.search(clause)
    civil = objects[0].split() if objects and CIVIL_OBJECT.search(there) else ()
    said = {m[0]: m.end() for m in reversed(list(WORD.finditer(clause)))}
    for word, end in reversed(said.items()):
        if word.lower() in left_out or word.lower() in ASIDE or _is_name(word, denies):
            continue
        # "The prisoner N": what somebody is called beside his name may be told otherwise.
        beside = WORD.match(clause, end + 1)
        if beside and _is_name(beside[0], denies) and keys_of_word(word, denies.language):
            continue
        keys = keys_of_word(word, denies.language)
        if not keys:
            continue
        heaviest = max(map(weight, keys))
        total += heaviest
        if keys & meant.keys:
            told += heaviest
        elif with_field(keys, denies.language) & fields or word in civil:
            told += _KIN * heaviest
    return told / total if total else None


def _is_name(word: str, telling: Telling) -> bool:
    return word[:1].isupper() and name_sound(word) in telling.names


_STILL_THERE = re.compile(r"(?i)still|remain|left|оста|зали|лиши")
_ALL = re.compile(
    r"(?i)(?<!\w)(?:all|every\w*|each|complete\w*|fully|entire\w*|nobody|no one"
    r"|вс[её]х?|всі|усі|всіх|усіх|полност\w+|повніст\w+|заверш\w+|цілком|целиком)(?!\w)"
)
# "… where nobody refused" says it of a part only.
_RESTRICTED = re.compile(
    r"(?i)\s*(?:and |but |и |а |та |але )?(?:where|whose|which|who|if|где|котор\w+|если|чь[яеих]\w*|де"
    r"|як[аіи][йхм]?\w*|якщо)\b"
)


def _clause(telling: Telling, kind: str) -> str:
    """The part between two marks in which an act is told; the whole where that is hardly a word."""
    return part(telling.words, act_of(telling, kind))


__all__ = ["denied", "verb_denied"]
