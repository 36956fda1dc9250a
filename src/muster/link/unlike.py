"""Two claims that leave each other no room though neither denies the other's words: another way of dying, at
home and in a cellar, "no soldiers in the school" and a brigade that slept there.

Each rule returns what it found with its reasons, or None."""

from __future__ import annotations

import re
from collections.abc import Callable

from muster.link.sorts import of_another_sort
from muster.link.telling import WORD, Telling, days_between, name_sound
from muster.link.told_otherwise import Found, clause_at, shared
from muster.link.whom import CIVIL_OBJECT, CIVIL_OBJECTS, field_of, same_person
from muster.text.concepts import keys_of_word
from muster.text.deeds.absent import Absent
from muster.text.deeds.acts import ASIDE
from muster.text.deeds.ways import Way, apart

# How much of what a clause says of the absent thing must be told there too; what a word of its field counts.
_OF_ABSENT, _KIN = 0.5, 0.7
# Where only the texts around both name one place.
_OF_ABSENT_AROUND = 0.6
# Names that must stand around both where each has names of its own and none in common.
_AROUND = 2
# What befell somebody: words of a way alone ("an accident") tell of no harm.
_HARM = frozenset(
    ("killing", "wounding", "execution", "explosion", "destruction", "fire", "burning", "beating", "shelling")
)
_DEATH = frozenset(("killing", "execution"))


def unlike(
    one: Telling, other: Telling, when: str, weight: Callable[[str], float], one_event: bool
) -> Found | None:
    """The first of these rules that finds something; ``one``: the earlier. None where the days that they give
    do not meet, unless it is a death, of which there is one."""
    around = one.names_around & other.names_around
    if not (one_event or one.names & other.names or around):
        return None
    if not one.names & other.names and len(around) < _AROUND and one.names and other.names:
        return None
    return (
        _ways(one, other, when, one_event)
        or (_two_deaths(one, other) if when == "apart" else None)
        or of_another_sort(one, other, when, one_event)
        or (_absent(one, other, when, weight, one_event) if when in ("same", "near") else None)
    )


# One dies once ---------------------------------------------------------------------------------------


def _two_deaths(one: Telling, other: Telling) -> Found | None:
    """The death of somebody named, on two days."""
    if not all(t.told.get("killing") is False and t.narrow and not t.figures for t in (one, other)):
        return None
    if not same_person(one, other):
        return None
    days = [next(f"{a}" if a == b else f"{a} – {b}" for a, b in t.narrow) for t in (one, other)]
    return Found("day", days[0], days[1], 0.7, (
        *shared(one, other, ""), "somebody else, another time or one after the other would explain it",
    ), about="a death")  # fmt: skip


# Ways ------------------------------------------------------------------------------------------------


def _ways(one: Telling, other: Telling, when: str, one_event: bool) -> Found | None:
    mine, theirs = _by_scene(one), _by_scene(other)
    for scene in sorted(mine.keys() & theirs.keys()):
        ours, others = mine[scene], theirs[scene]
        if not all(apart(scene, a.way, b.way) for a in ours for b in others):
            continue
        if not _OF_SCENE[scene](one, other, when, one_event):
            continue
        return Found("unlike", _clause(one, ours[0]), _clause(other, others[0]), 0.7, (
            *shared(one, other, when), "somebody else, another time or one after the other would explain it",
        ), about=f"{scene} {ours[0].way} {others[0].way}")  # fmt: skip
    return None


def _by_scene(telling: Telling) -> dict[str, list[Way]]:
    found: dict[str, list[Way]] = {}
    for way in telling.ways:
        found.setdefault(way.scene, []).append(way)
    return found


def _of_death(one: Telling, other: Telling, when: str, one_event: bool) -> bool:
    """One named person's death, of both."""
    return all(t.told.keys() & _DEATH for t in (one, other)) and same_person(one, other)


def _of_blast(one: Telling, other: Telling, when: str, one_event: bool) -> bool:
    """What burst or burned at one place, or in accounts of one event; what was blown up is one thing."""
    charged = any(w.way == "charge" for t in (one, other) for w in t.ways)
    if charged and not _one_thing(one, other):
        return False
    # "It stands still because of shelling" tells of no blast.
    # Who blew it up may have been "the retreating".
    harmed = all(
        t.told and t.told.keys() - ({"departure"} if charged else set()) <= _HARM for t in (one, other)
    )
    return harmed and when != "apart" and one.may_share_place(other) and (
        one_event or (bool(one.places & other.places) and when == "same")
    )  # fmt: skip


def _of_crash(one: Telling, other: Telling, when: str, one_event: bool) -> bool:
    """One thing that fell, of one day and place or in accounts of one event."""
    placed = one_event or bool(one.names & other.names)
    return placed and when in ("same", "near") and one.may_share_place(other) and _one_thing(one, other)


def _of_shut(one: Telling, other: Telling, when: str, one_event: bool) -> bool:
    """Doors and the like of one house, at a time that may be one."""
    if when == "apart" or not (one_event or (one.names & other.names and when != "far")):
        return False
    mine, theirs = ({m.lower()[:4] for m in _DOOR.findall(t.words)} for t in (one, other))
    return bool(mine and theirs) and one.may_share_place(other)


def _of_side(one: Telling, other: Telling, when: str, one_event: bool) -> bool:
    """From where one place was fired at."""
    fired = all(not {"shelling", "shooting"}.isdisjoint(k for k, no in t.told.items() if no is False)
                for t in (one, other))  # fmt: skip
    return fired and when in ("same", "near") and one.may_share_place(other) and (
        one_event or bool(one.names & other.names)
    )  # fmt: skip


def _of_alarm(one: Telling, other: Telling, when: str, one_event: bool) -> bool:
    """Of one town, at a time that may be one."""
    near = one_event or (bool(one.names & other.names) and when in ("same", "near"))
    return near and when != "apart" and one.may_share_place(other)


def _of_hit(one: Telling, other: Telling, when: str, one_event: bool) -> bool:
    """One thing that was hit; what was shot down, and debris, is of both."""
    if when not in ("same", "near") or any(_SHOT_DOWN.search(t.words) for t in (one, other)):
        return False
    placed = one_event or bool(one.names & other.names)
    return placed and one.may_share_place(other) and _one_thing(one, other)


def _of_taken(one: Telling, other: Telling, when: str, one_event: bool) -> bool:
    """One person, once; who was let go may have been taken again."""
    again = any(w.scene == "release" for t in (one, other) for w in t.ways)
    return when in ("same", "near") and not again and same_person(one, other)


_SHOT_DOWN = re.compile(
    r"(?i)(?<!\w)(?:debris|wreckage|fragments?|shot\sdown|downed|intercepted|обломк\w*|сбит\w*|сбил\w*"
    r"|уламк\w*|збит\w*|збил\w*|збив)(?!\w)"
)
# What may be locked and is no person.
_DOOR = re.compile(
    r"(?i)(?<!\w)(?:doors?|doorway|exits?|entrances?|gates?|windows?|hatch\w*|двер\w*|выход\w*|вход(?:а|е|у|ы|ом)?(?!\w)"
    r"|ворот\w*|калитк\w*|окн\w*|люк\w*|вихід|виход\w*|вхід|входу|входи|хвіртк\w*|вікн\w*)"
)


def _one_thing(one: Telling, other: Telling) -> bool:
    """Whether both name a thing beside what happened: a bridge, a helicopter."""
    found = one.meaning.keys & other.meaning.keys
    acts = {
        key
        for t in (one, other)
        for start, stop in (*((a.start, a.stop) for a in t.acts), *((w.start, w.stop) for w in t.ways))
        for word in WORD.findall(t.words[start:stop])
        for key in keys_of_word(word, t.language)
    }
    aside = {
        key
        for t in (one, other)
        for word in WORD.findall(t.words)
        if word.lower() in ASIDE or (word[:1].isupper() and name_sound(word) in t.names)
        for key in keys_of_word(word, t.language)
    }
    return any(key[0] in "cs" for key in found - acts - aside)


def _of_custody(one: Telling, other: Telling, when: str, one_event: bool) -> bool:
    """One person, or the men of one unit; days that do not meet may be two turns of one story."""
    if when == "apart" and not _close(one, other):
        return False
    return same_person(one, other) or bool(one.actors & other.actors and one_event)


def _of_life(one: Telling, other: Telling, when: str, one_event: bool) -> bool:
    """Dead before he was said to be alive; who was said to be alive may have died since."""
    alive, dead = (one, other) if any(w.way == "alive" for w in one.ways) else (other, one)
    died = min((first for first, _ in dead.days), default=(dead.published or "")[:10])
    lived = max((last for _, last in alive.days), default=(alive.published or "")[:10])
    return died <= lived and same_person(one, other)


def _of_release(one: Telling, other: Telling, when: str, one_event: bool) -> bool:
    """Let go before he was said to be held still; who was held may have been let go since."""
    held, freed = (one, other) if any(w.way == "held" for w in one.ways) else (other, one)
    let_go = min((first for first, _ in freed.days), default=(freed.published or "")[:10])
    return let_go <= (held.published or "")[:10] and same_person(one, other)


_OF_SCENE: dict[str, Callable[[Telling, Telling, str, bool], bool]] = {
    "death": _of_death, "blast": _of_blast, "custody": _of_custody, "life": _of_life,
    "release": _of_release, "crash": _of_crash, "shut": _of_shut, "side": _of_side,
    "alarm": _of_alarm, "hit": _of_hit, "taken": _of_taken,
}  # fmt: skip
# Days between one account of where somebody went and the other.
_SAME_LEAVING = 4


def _close(one: Telling, other: Telling) -> bool:
    return any(
        min(days_between(a, d), days_between(c, b)) <= _SAME_LEAVING
        for a, b in one.narrow for c, d in other.narrow
    )  # fmt: skip


def _clause(telling: Telling, way: Way) -> str:
    return clause_at(telling.words, way.start, way.stop)


# What was not there ----------------------------------------------------------------------------------


def _absent(
    one: Telling, other: Telling, when: str, weight: Callable[[str], float], one_event: bool
) -> Found | None:
    named = one_event or bool(one.names & other.names)
    if not one.may_share_place(other) or not (named or one.names_around & other.names_around):
        return None
    least = _OF_ABSENT if named else _OF_ABSENT_AROUND
    for denies, tells in ((one, other), (other, one)):
        if tells.stance != "asserted":
            continue
        for gone in denies.absent:
            # What is an act is compared as one.
            if any(gone.start <= a.start < gone.stop for a in denies.acts):
                continue
            word = _thing_told(gone, denies, tells)
            if word is None or _said_there(gone, denies, tells, weight) < least:
                continue
            said = denies.words[gone.start : gone.stop].strip(), clause_at(tells.words, *word)
            words = said if denies is one else said[::-1]
            return Found("denied", *words, 0.65, (
                *shared(one, other, when), "another time, another place or another deed would explain it",
            ), about=f"no {gone.things[0].lower()}")  # fmt: skip
    return None


def _thing_told(gone: Absent, denies: Telling, tells: Telling) -> tuple[int, int] | None:
    """Where the other tells of the thing as being there; None where it does not, or says the same."""
    wanted = frozenset[str]().union(*(field_of(word, denies.language) for word in gone.things))
    civil = CIVIL_OBJECTS.search(denies.words, gone.start, gone.stop) is not None
    for m in WORD.finditer(tells.words):
        if not (field_of(m[0], tells.language) & wanted or (civil and CIVIL_OBJECT.match(m[0]))):
            continue
        if _NOT.search(clause_at(tells.words, *m.span())):
            return None
        return m.start(), m.end()
    return None


_NOT = re.compile(
    r"(?i)(?<!\w)(?:no|not|without|never|none|без|не|нет|ни|немає|ні|жодн\w+|никак\w+)(?!\w)|n['’]t\b"
)


def _said_there(gone: Absent, denies: Telling, tells: Telling, weight: Callable[[str], float]) -> float:
    """How much of the clause is told there too, names left out."""
    theirs = frozenset[str]().union(*(field_of(m, tells.language) for m in WORD.findall(tells.words)), ())
    total = told = 0.0
    for word in dict.fromkeys(WORD.findall(denies.words[gone.start : gone.stop])):
        if word.lower() in ASIDE or (word[:1].isupper() and name_sound(word) in denies.names):
            continue
        keys = keys_of_word(word, denies.language)
        if not keys:
            continue
        heaviest = max(map(weight, keys))
        total += heaviest
        if keys & tells.meaning.keys:
            told += heaviest
        elif field_of(word, denies.language) & theirs:
            told += _KIN * heaviest
    return told / total if total else 0.0


__all__ = ["unlike"]
