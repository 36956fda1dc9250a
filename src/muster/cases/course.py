"""Steps of one case in; what holds now, what the law is to be asked, and what became of it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from muster.cases.law.answers import Deed, Fact
from muster.model.cases import TRACK_OF, Outcome, Step
from muster.model.errors import Refused
from muster.model.law import Days

_VALUES = {"yes": True, "no": False, "unknown": None}


@dataclass(frozen=True, slots=True)
class Placed:
    """A step in its case's course. ``depth``: how many steps it follows from; ``corrected``: by which;
    ``leads_to``: the code of the other case or question."""

    step: Step
    track: str
    depth: int
    corrected: str = ""
    leads_to: str = ""


def standing(steps: Sequence[Step]) -> list[Step]:
    """Steps that no later step corrects."""
    gone = {s.answers for s in steps if s.kind == "correction"}
    return [s for s in steps if s.id not in gone]


def closed(steps: Sequence[Step]) -> bool:
    """Whether the case was closed and not opened again. Nothing else closes one: no accepted letter does."""
    last = [s.kind for s in standing(steps) if s.kind in ("close", "open-again")]
    return bool(last) and last[-1] == "close"


def course_of(steps: Sequence[Step]) -> list[Placed]:
    """Every step by its day, what follows from another below it; those of no known day last."""
    by_id = {s.id: s for s in steps}
    corrected = {s.answers: s.id for s in steps if s.kind == "correction"}
    order = sorted(range(len(steps)), key=lambda n: (not steps[n].first, steps[n].first, steps[n].last, n))
    return [
        Placed(steps[n], TRACK_OF[steps[n].kind], _depth(steps[n], by_id), corrected.get(steps[n].id, ""))
        for n in order
    ]


def _depth(step: Step, by_id: dict[str, Step]) -> int:
    depth = 0
    # A step answers only what was there before it, so this ends; the bound is for a file that was edited.
    while step.answers in by_id and depth < len(by_id):
        step, depth = by_id[step.answers], depth + 1
    return depth


def status_on(steps: Sequence[Step], days: Days) -> str | None:
    """The status that held on every one of these days, as far as is known; None where that is open."""
    known = [(s.days, s) for s in standing(steps) if s.kind == "status"]
    begun = sorted(
        ((d, s.value, s.due) for d, s in known if d is not None and d.last <= days.first),
        key=lambda found: (found[0].last, found[0].first),
    )
    maybe = [d for d, _ in known if d is None or (d.first <= days.last and d.last > days.first)]
    if maybe:
        # Another status may have begun just then; one status without a day is all that is known.
        return known[0][1].value if len(known) == 1 and known[0][0] is None else None
    if not begun:
        return None
    _, value, until = begun[-1]
    return None if until and date.fromisoformat(until) < days.last else value


def facts_of(steps: Sequence[Step]) -> dict[str, Fact]:
    """The answers to a pack's questions that the steps give, with the steps and claims they rest on.

    Two steps that say yes and no leave it unknown. What has to be weighed is signed by the step's author
    only in a step ``weighed``. A claim attached for or against bears on it and never decides it.
    """
    said: dict[str, list[tuple[bool | None, Step]]] = {}
    for step in standing(steps):
        for written in step.facts:
            name, _, value = written.partition("=")
            said.setdefault(name, []).append((_VALUES[value or "unknown"], step))
    return {name: _fact(found) for name, found in sorted(said.items())}


def _fact(found: Sequence[tuple[bool | None, Step]]) -> Fact:
    decided = [(v, s) for v, s in found if v is not None and s.kind != "evidence"]
    weighed = [(v, s) for v, s in decided if s.kind == "weighed"]
    if weighed:
        value: bool | None = weighed[-1][0]
    else:
        values = {v for v, _ in decided}
        value = values.pop() if len(values) == 1 else None
    rests_on = tuple(f"{s.link} ({s.value})" if s.kind == "evidence" else s.id for _, s in found)
    return Fact(value, rests_on, weighed[-1][1].by if weighed else "")


def deed_of(steps: Sequence[Step], *, on: Days | None = None) -> Deed:
    """What the law is asked of this case: ``on``, or the day of its last dated refusal. Raises Refused."""
    days = on or next(
        (s.days for s in reversed(standing(steps)) if s.kind == "refusal" and s.days is not None), None
    )
    if days is None:
        raise Refused(
            "no refusal with a day is in this case, so no day is known to ask the law of",
            next_step="add 'muster case step CASE refusal --on DAY', or give --deed",
        )
    return Deed(days, status_on(steps, days), facts_of(steps))


def outcome_of(steps: Sequence[Step]) -> Outcome | None:
    """What became of it as it was last known; None where nobody has said."""
    found = [s for s in standing(steps) if s.kind == "outcome"]
    if not found:
        return None
    last = max(enumerate(found), key=lambda pair: (pair[1].last or pair[1].at[:10], pair[0]))[1]
    return Outcome(last.case, last.value, last.last or last.at[:10], last.due)


__all__ = [
    "Placed", "closed", "course_of", "deed_of", "facts_of", "outcome_of", "standing", "status_on",
]  # fmt: skip
