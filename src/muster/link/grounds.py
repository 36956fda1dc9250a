"""Why an origin is one, in words; which are independent; and which numbers somebody else had told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from muster.link.independence import INDEPENDENT, Facts, shown_figure, standing
from muster.link.kept import Kept
from muster.link.whose import Key
from muster.model.links import Origin

# Independence is listed pair by pair; above this many origins the list would be longer than the project.
# Whoever needs it for one question asks about the few origins that answer it.
MOST_COMPARED = 60
_MOST_TOLD = 6


def ground(key: Key, name: str, claims: int, documents: int) -> str:
    said = "1 claim" if claims == 1 else f"{claims} claims"
    where = (
        f"{said} in 1 document"
        if documents == 1
        else f"{said} in {documents} documents, no copies of each other"
    )
    match key[0]:
        case "entity" | "body" | "post":
            return f"{name} is named as the one who says it: {where}"
        case "local" | "hidden":
            return f"{name} is named so in one document and its copies, and joined with nobody else: {where}"
        case "voice":
            return f"{name} says it in its own voice, and nobody else is named: {where}"
        case "family":
            return f"said in an outlet's own voice in copies whose first document is not shown: {where}"
        case "papers":
            return f"papers are named, their author is not; who saw them is a carrier: {where}"
    return f"nobody is named, and the text does not show from whom it came: {where}"


def with_independence(made: Sequence[tuple[Origin, Facts, Kept]]) -> list[Origin]:
    """``independent_of`` for small sets, and numbers told before by somebody else; sorted by id."""
    named = [facts for _, facts, _ in made if facts.named]
    apart: dict[str, list[str]] = {}
    if len(named) <= MOST_COMPARED:
        for a, b in combinations(named, 2):
            if standing(a, b).verdict == INDEPENDENT:
                apart.setdefault(a.id, []).append(b.id)
                apart.setdefault(b.id, []).append(a.id)
    before = _told_before(made)
    done = []
    for origin, _, _ in made:
        reasons = [*origin.reasons, *before.get(origin.id, ())]
        others = tuple(sorted(apart.get(origin.id, ())))
        if others:
            reasons.append(
                "independent of those listed: named, of no body, surname or telling number in common, and "
                "each heard where the other was not, or of its own knowledge"
            )
        done.append(replace(origin, independent_of=others, reasons=tuple(reasons)))
    return sorted(done, key=lambda o: o.id)


def _told_before(made: Sequence[tuple[Origin, Facts, Kept]]) -> dict[str, list[str]]:
    """Numbers that an origin gives as its own after another had given them for the same thing."""
    first: dict[tuple[float, str], tuple[str, str, str]] = {}
    for _, facts, kept in made:
        if facts.named:
            for figure, date in kept.figures.items():
                if date and figure[1]:
                    first[figure] = min(first.get(figure, ("~", "", "")), (date, facts.name, facts.id))
    found: dict[str, list[str]] = {}
    for _, facts, kept in made:
        for figure in sorted(kept.figures.keys() & first.keys()):
            date, name, id = first[figure]
            if facts.named and id != facts.id and date[:10] < kept.figures[figure][:10]:
                found.setdefault(facts.id, []).append(
                    f"gives {shown_figure(figure[0])} ({figure[1]}) after {name} gave it (on {date[:10]}): "
                    f"where {facts.name} has it from is not shown"
                )
    return {id: told[:_MOST_TOLD] for id, told in found.items()}


__all__ = ["MOST_COMPARED", "ground", "with_independence"]
