"""What bears on one question of a case in; how well each side of it stands, and why, out.

A grade is no proof. A call that one party to the conflict intercepted and hands out is shown and counts for
nothing: whoever offers it chose it, cut it and may have made it, so that it raises no grade.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# The best first. "held": the paper is here; "corroborated": two independent origins, at first hand.
GRADES = ("held", "corroborated", "seen, not held", "one origin", "told", "nothing")
SIDES = ("for", "against")
_FIRST_HAND = ("first-hand", "own-caseload", "document")


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that bears on a question. ``known``: held, seen or told of a step and a document, of a claim
    how its speaker knows; ``origin``: from whom a claim first came, empty where that was not found;
    ``intercepted``: it came as an intercepted call; ``party``: it is a party's own word."""

    id: str
    fact: str
    side: str
    what: str
    known: str
    origin: str = ""
    intercepted: bool = False
    party: bool = False


@dataclass(frozen=True, slots=True)
class Graded:
    """One side of a question: its grade, why, and what it rests on; ``aside``: what raises nothing."""

    fact: str
    side: str
    grade: str
    because: str
    rests_on: tuple[Piece, ...]
    aside: tuple[Piece, ...]


def graded(pieces: Iterable[Piece]) -> list[Graded]:
    """Both sides of every question, by its name; a side that nothing is said for is left out."""
    found: dict[tuple[str, str], list[Piece]] = {}
    for piece in pieces:
        found.setdefault((piece.fact, piece.side), []).append(piece)
    return [
        Graded(fact, side, *_grade([p for p in those if not p.intercepted]),
               tuple(p for p in those if not p.intercepted), tuple(p for p in those if p.intercepted))
        for (fact, side), those in sorted(found.items(), key=lambda f: (f[0][0], SIDES.index(f[0][1])))
    ]  # fmt: skip


def _grade(pieces: Sequence[Piece]) -> tuple[str, str]:
    """The best that holds, and why. A party's own word is one origin at most, never one at first hand."""
    held = [p for p in pieces if p.known == "held"]
    if held:
        return "held", f"{len(held)} held here"
    witnesses = {p.origin for p in pieces if p.origin and p.known in _FIRST_HAND and not p.party}
    if len(witnesses) > 1:
        return "corroborated", f"{len(witnesses)} independent origins at first hand"
    if any(p.known == "seen" for p in pieces):
        return "seen, not held", "a paper was seen, and is not here"
    origins = {p.origin or p.id for p in pieces if p.known not in ("told", "hearsay", "second-hand", "")}
    if origins:
        parties = sum(p.party for p in pieces)
        return "one origin", "of one origin, or of several not shown to be independent" + (
            f"; {parties} a party's own word" if parties else ""
        )
    if pieces:
        return "told", "told, and nobody has seen it"
    return "nothing", "nothing but intercepted calls, which raise no grade"


__all__ = ["GRADES", "SIDES", "Graded", "Piece", "graded"]
