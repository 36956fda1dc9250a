"""What a desk said of the future, of words and of people in; what became of it, how well it had known, out.

All of it is kept as judgements: only added, with author and day; the last on one subject and field holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from muster.model.links import Judgement
from muster.stats.proportions import Interval, wilson

FORECAST, OUTCOME, ASSESSMENT, TERM, EXPERT = "forecast", "forecast outcome", "assessment", "term", "expert"
# What became of a forecast. "partly" and "unclear" are shown and scored as neither.
CAME = ("yes", "no", "partly", "unclear")
# Fewer scored forecasts than these show nothing of how well somebody knows.
ENOUGH = 10
_BANDS = ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.0))


@dataclass(frozen=True, slots=True)
class Said:
    """An assessment or a forecast. ``chance``: as its author gave it, from 0 to 1, or None; ``due``: the day
    on which it can be seen; ``came``: what became of it, empty until somebody says.
    """

    id: str
    kind: str
    words: str
    author: str
    on: str
    due: str = ""
    chance: float | None = None
    rests_on: str = ""
    came: str = ""
    scored_on: str = ""
    scored_by: str = ""
    note: str = ""

    def waits(self, today: date) -> bool:
        """Whether its day has come and nobody has said what became of it."""
        return self.kind == FORECAST and not self.came and bool(self.due) and self.due <= today.isoformat()


@dataclass(frozen=True, slots=True)
class Noted:
    """What is known of a word or a person. ``meaning``: in law, or the role; ``more``: the rule, or the
    interest."""

    name: str
    meaning: str
    more: str
    by: str
    on: str


def written(words: str, due: str, chance: float | None, rests_on: str, author: str) -> str:
    """What a forecast is kept as, beside its words."""
    return json.dumps(
        {"author": author, "due": due, "chance": chance, "rests_on": rests_on},
        ensure_ascii=False,
        sort_keys=True,
    )


def said_in(judgements: Iterable[Judgement]) -> list[Said]:
    """Every assessment and forecast, the earliest first, each with what became of it."""
    kept = list(judgements)
    came: dict[str, Judgement] = {}
    for each in kept:
        if each.field == OUTCOME:
            came[each.subject[0].words] = each
    found = []
    for each in kept:
        if each.field not in (FORECAST, ASSESSMENT):
            continue
        more, after = json.loads(each.verdict), came.get(each.id)
        found.append(
            Said(
                each.id, each.field, each.subject[0].words, more["author"], each.at[:10], more["due"],
                more["chance"], more["rests_on"], after.verdict if after else "",
                after.at[:10] if after else "", after.by if after else "", after.note if after else each.note,
            )
        )  # fmt: skip
    return found


def noted_in(judgements: Iterable[Judgement], field: str) -> list[Noted]:
    """Terms or experts, by name; the last that was said of each."""
    last = {j.subject[0].words: j for j in judgements if j.field == field}
    return [Noted(name, j.verdict, j.note, j.by, j.at[:10]) for name, j in sorted(last.items())]


@dataclass(frozen=True, slots=True)
class Band:
    """Forecasts whose chance was said to lie in ``[low, high]``: how many came true, of how many."""

    low: float
    high: float
    said: float
    came: int
    of: int
    interval: Interval


def bands(forecasts: Sequence[Said]) -> list[Band]:
    """Scored forecasts by the chance that was given, each with a 95 % interval (Wilson)."""
    scored = [
        (f.chance, f.came == "yes") for f in forecasts if f.chance is not None and f.came in ("yes", "no")
    ]
    found = []
    for low, high in _BANDS:
        those = [(c, y) for c, y in scored if low <= c < high or (high == 1.0 and c == 1.0)]
        if those:
            came = sum(y for _, y in those)
            mean = sum(c for c, _ in those) / len(those)
            found.append(Band(low, high, mean, came, len(those), wilson(came, len(those))))
    return found


def sentence(forecasts: Sequence[Said], today: date) -> str:
    """How well the desk has known, with what is not in it. The score is Brier's: 0 knows all, .25 a coin."""
    made = [f for f in forecasts if f.kind == FORECAST]
    scored = [f for f in made if f.chance is not None and f.came in ("yes", "no")]
    neither = sum(f.came in ("partly", "unclear") for f in made)
    bare = sum(f.chance is None and f.came in ("yes", "no") for f in made)
    waiting = sum(f.waits(today) for f in made)
    rest = f"{waiting} are due and not scored, {neither} came out neither way, {bare} gave no chance"
    if len(scored) < ENOUGH:
        few = "too few to say how well the desk knows"
        return f"{len(scored)} of {len(made)} forecasts are scored: {few}; {rest}"
    brier = sum((f.chance - (f.came == "yes")) ** 2 for f in scored if f.chance is not None) / len(scored)
    share = sum(f.came == "yes" for f in scored) / len(scored)
    always = share * (1 - share)
    told = "better" if brier < always else "no better"
    share_told = f"the share that came true ({share:.0%}: {always:.3f})"
    scores = f"{len(scored)} of {len(made)} forecasts are scored: Brier {brier:.3f}"
    return f"{scores}, {told} than always saying {share_told}; {rest}"


__all__ = [
    "ASSESSMENT", "CAME", "ENOUGH", "EXPERT", "FORECAST", "OUTCOME", "TERM", "Band", "Noted", "Said", "bands",
    "noted_in", "said_in", "sentence", "written",
]  # fmt: skip
