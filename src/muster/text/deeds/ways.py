"""In which way something befell somebody, where ways leave each other no room: words in, ways out.

"Pneumonia" and "beaten to death" are two ways of one death; "on leave" and "locked in a barn" two whereabouts
of one man. A way that the words deny ("was not detained") is none."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from muster.text.deeds.ahead import ahead
from muster.text.deeds.forms import Forms, Token, tokens_of
from muster.text.deeds.verdicts import untrue, within
from muster.text.listed import listed

_CLAUSE = re.compile(r"[.!?;:,…\n»”]|\s[–—-]\s")
_NOT = listed(
    "not no never nor neither without nobody none didn't wasn't weren't hasn't haven't isn't aren't",
    "не ни нет без никто никем никого ні немає без ніхто ніким нікого",
)
_SENTENCE = re.compile(r"[.!?;…\n»”]")
# What is not locked is open.
_OTHER = {
    "shut locked": "shut open", "shut open": "shut locked", "alarm sounded": "alarm silent",
    "alarm silent": "alarm sounded",
}  # fmt: skip
# Words for such a way are of the scene only beside these.
_BESIDE = {
    "taken": re.compile(
        r"(?i)(?<!\w)(?:taken|took|seized|detained|arrested|abducted|grabbed|kidnapped|забра\w{1,4}|увез\w{1,4}|задержа\w{1,4}"
        r"|схвати\w{1,3}|похи[тщ]\w{2,4}|арестова\w{1,4}|вивез\w{1,4}|затрима\w{1,4}|схопи\w{1,3}|викра\w{1,4}|заарештува\w{1,4})(?!\w)"
    ),
    "alarm": re.compile(
        r"(?i)(?<!\w)(?:sirens?|alarms?|alerts?|сирен\w{0,3}|тревог\w{0,2}|тривог\w{0,2})(?!\w)"
    ),
    "hit": re.compile(
        r"(?i)(?<!\w)(?:hit|hits|struck|strikes|fell|fallen|crashed|landed|slammed|попал\w?|упал\w?|прил[её]т\w{2,4}|угодил\w?"
        r"|врезал\w{1,3}|рухнул\w?|влучи\w{1,3}|впав|впал\w|прил[еі]т\w{2,4}|врізал\w{1,3}|поцілил\w)(?!\w)"
    ),
}
# So many words before a way may deny it, or say that it may come to be.
_REACH, _BACK = 3, 8
# Ways of one scene that leave each other no room; what stands in no pair may go together.
_APART = tuple(
    frozenset(pair.split("|"))
    for pair in (
        "death illness|death suicide", "death illness|death accident", "death illness|death combat",
        "death illness|death violence", "death suicide|death accident", "death suicide|death combat",
        "death suicide|death violence", "death accident|death combat", "death accident|death violence",
        "death combat|death violence", "blast fire|blast mine", "blast fire|blast accident",
        "blast mine|blast accident", "custody held|custody free", "life alive|life dead",
        "release held|release freed", "blast charge|blast fire", "blast charge|blast mine",
        "blast charge|blast accident", "crash shot|crash fault", "shut locked|shut open",
        "side east|side west", "side east|side north", "side east|side south", "side west|side north",
        "side west|side south", "side north|side south", "alarm sounded|alarm silent",
        "hit drone|hit defence", "hit enemy|hit defence",
        "taken home|taken checkpoint", "taken home|taken work", "taken home|taken street",
        "taken checkpoint|taken work",
    )
)  # fmt: skip


class Way(NamedTuple):
    """Characters ``[start, stop)`` of the words, the scene ("death") and the way ("illness")."""

    start: int
    stop: int
    scene: str
    way: str


@lru_cache(maxsize=1)
def _forms() -> Forms:
    raw = tomllib.loads((files("muster.text") / "data" / "ways.toml").read_text("utf-8"))
    return Forms((way, " ".join(row.values())) for way, row in raw.items())


def ways(words: str) -> list[Way]:
    """The ways that some words tell, in their order; linear in the words."""
    forms = _forms()
    # Most words tell of none: where they stand is not worth knowing.
    tokens = tokens_of(words)
    begun = [n for n, token in enumerate(tokens) if forms.begun(token[2])]
    if not begun:
        return []
    found: list[Way] = []
    false: list[tuple[int, int]] | None = None
    for n in begun:
        start = tokens[n][0]
        seen: set[str] = set()
        for size, told in forms.at(tokens, n):
            scene, _, way = told.partition(" ")
            if scene in _BESIDE and not _BESIDE[scene].search(words):
                continue
            stop = tokens[n + size - 1][1]
            false = untrue(words) if false is None else false
            denied = scene not in seen and _denied(words, tokens, n)
            if denied and told in _OTHER:
                denied, way = False, _OTHER[told].partition(" ")[2]
            if scene not in seen and not denied and not within(false, start):
                if ahead(words, tokens, _clause_begun(words, tokens, n), n):
                    break
                found.append(Way(start, stop, scene, way))
            seen.add(scene)
    return found


def _denied(words: str, tokens: Sequence[Token], n: int) -> bool:
    for back in range(n - 1, max(-1, n - 1 - _REACH), -1):
        if _CLAUSE.search(words, tokens[back][1], tokens[back + 1][0]):
            return False
        if tokens[back][2] in _NOT:
            return True
    return False


def _clause_begun(words: str, tokens: Sequence[Token], n: int) -> int:
    """The first token of the sentence, or of the last few of it, in which token ``n`` stands."""
    for back in range(n - 1, max(-1, n - 1 - _BACK), -1):
        if _SENTENCE.search(words, tokens[back][1], tokens[back + 1][0]):
            return back + 1
    return max(0, n - _BACK)


def apart(scene: str, one: str, other: str) -> bool:
    """Whether two ways of a scene leave each other no room."""
    return frozenset((f"{scene} {one}", f"{scene} {other}")) in _APART


__all__ = ["Way", "apart", "ways"]
