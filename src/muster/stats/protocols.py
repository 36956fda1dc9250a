"""How each list came to be: who can enter it, who never can, when, and who passes people to whom.

A total rests on this more than on any formula. Nothing here changes a number; it decides what is said with
it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from muster.model.errors import Refused

NONE_GIVEN = (
    "the lists came without protocols: nobody has said who can be on them, who never, and who passes "
    "people to whom, so nothing stands behind the assumptions below"
)


@dataclass(frozen=True, slots=True)
class Protocol:
    """One list. ``first``, ``last``: ISO dates of the period it covers; ``closed``: nobody joined or left the
    population in that time (None: not said); ``refers_to``: names of lists that it passes people on to.
    """

    name: str
    enters: str
    never: str
    first: str = ""
    last: str = ""
    refers_to: tuple[str, ...] = ()
    closed: bool | None = None

    def __post_init__(self) -> None:
        for said, what in ((self.enters, "who can enter it"), (self.never, "who never can")):
            if not said.strip():
                raise Refused(
                    f"the protocol of list {self.name} does not say {what}",
                    next_step="write it down, or 'not known' if nobody knows",
                )
        days = [_day(self.name, d) for d in (self.first, self.last) if d]
        if len(days) == 2 and days[0] > days[1]:
            raise Refused(f"list {self.name} ends ({self.last}) before it begins ({self.first})")


def _day(name: str, said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Refused(
            f"the protocol of list {name} has '{said}' for a date", next_step="write it as 2022-02-24"
        ) from None


def matched(names: Sequence[str], protocols: Sequence[Protocol]) -> tuple[Protocol, ...]:
    """The protocols in the order of the lists. Raises Refused where a list has none, or one has no list."""
    known = {p.name: p for p in protocols}
    if missing := [n for n in names if n not in known]:
        raise Refused(
            f"no protocol for list {', '.join(missing)}",
            next_step="who can enter it, who never can? Without that the total means nothing",
        )
    for p in protocols:
        if strange := [n for n in (p.name, *p.refers_to) if n not in names]:
            raise Refused(f"a protocol speaks of list {', '.join(strange)}, which is not in the table")
    return tuple(known[n] for n in names)


def cautions(protocols: Sequence[Protocol]) -> list[str]:
    """What the protocols say against the total, one sentence each."""
    out = []
    for p in protocols:
        out += [
            f"{p.name} passes people on to {other}: they share more people than by chance, "
            "and a model without their interaction gives too low a total"
            for other in p.refers_to
        ]
        if p.closed is False:
            out.append(f"people joined or left while {p.name} was kept: there is no one total to estimate")
        elif p.closed is None:
            out.append(f"it is not said whether anybody joined or left while {p.name} was kept")
    out += _apart_in_time(protocols)
    everywhere = {p.never.strip().casefold() for p in protocols}
    if len(everywhere) == 1 and "not known" not in everywhere and protocols:
        out.append(
            f"no list could hold: {protocols[0].never.strip()}; they are not in the total, by any method"
        )
    unknown = [p.name for p in protocols if p.never.strip().casefold() == "not known"]
    if unknown:
        out.append(f"who could never be on {', '.join(unknown)} is not known")
    return out


def _apart_in_time(protocols: Sequence[Protocol]) -> list[str]:
    dated = [p for p in protocols if p.first and p.last]
    return [
        f"{a.name} and {b.name} cover different times ({a.first} to {a.last}, {b.first} to {b.last}): "
        "nobody could be on both for the same event"
        for a, b in combinations(dated, 2)
        if a.last < b.first or b.last < a.first
    ] + [f"no period is given for {p.name}" for p in protocols if not (p.first and p.last)]


__all__ = ["NONE_GIVEN", "Protocol", "cautions", "matched"]
