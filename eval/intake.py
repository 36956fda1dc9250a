"""How questions that come in are sorted: ``python eval/intake.py [--show]``.

Developing: the first thirty questions of the demo, a hundred written for it by the author of the cues
(``gold/intake/develop.jsonl``) and sixty by one who had not seen them (``gold/intake/blind/develop.jsonl``).
Measuring: sixty more by that one (``blind/measure.jsonl``), and the last thirty of the demo; their words
nobody who works on the cues looks at, and ``--show`` prints those of the developing half only. *Held*: who
is locked in or taken away, of all who are; *alarms*: of those put first, how many are. Topics of the demo
that are one to a desk are one here (returning a weapon is "weapon").
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from results_table import Measured, digest_of, show
from scoring import Tally

from muster.cases.intake.families import akin
from muster.cases.intake.triage import sort
from muster.text.languages import language_of

HERE = Path(__file__).parent
DEMO = HERE.parent / "examples" / "demo" / "intakes"
OWN = HERE / "gold" / "intake" / "develop.jsonl"
BLIND = OWN.parent / "blind"
_ONE = {"return of weapon": "weapon"}
_HALF = 30


class Question(NamedTuple):
    """A question and the truth of it."""

    id: str
    came: str
    text: str
    urgency: str
    topic: str
    family: str


def demo() -> list[Question]:
    """The sixty of the demo, in their order."""
    rows = csv.DictReader((DEMO / "truth.csv").read_text("utf-8").splitlines())
    truth = {int(row["id"]): row for row in rows}
    return [
        Question(
            str(r["id"]),
            r["date"][:10],
            r["text"],
            t["urgency"],
            _ONE.get(t["topic"], t["topic"]),
            t["family"],
        )
        for r in json.loads((DEMO / "inbox.json").read_text("utf-8"))
        for t in [truth[r["id"]]]
    ]


def own() -> list[Question]:
    """Ours, for developing."""
    return _of_lines(OWN)


def blind(half: str) -> list[Question]:
    """By one who had not seen the cues: ``develop`` or ``measure``."""
    return _of_lines(BLIND / f"{half}.jsonl")


def _of_lines(path: Path) -> list[Question]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Question(r["id"], r["came"], r["text"], r["urgency"], r["topic"], r.get("family", "")) for r in rows
    ]


def scored(questions: list[Question], shown: bool = False) -> Tally:
    """Urgency, who is held, topic first, topic among those named."""
    tally = Tally()
    for q in questions:
        found = sort(q.text, date.fromisoformat(q.came))
        tally.add(q.id, "urgency", found.urgency == q.urgency, 1)
        held = "detained" in (q.urgency, found.urgency)
        if held:
            both = q.urgency == found.urgency
            tally.add(q.id, "held", both, int(q.urgency == "detained"), int(found.urgency == "detained"))
        tally.add(q.id, "topic", found.topic == q.topic, 1)
        tally.add(q.id, "topic, among those named", q.topic in found.topics, 1)
        if shown and (found.urgency, found.topic) != (q.urgency, q.topic):
            print(
                f"{q.id}: {found.urgency} (is {q.urgency}), {found.topics[:2]} (is {q.topic}): {q.text[:80]}"
            )
    return tally


def families(questions: list[Question]) -> Tally:
    """Pairs of one family that are suggested by words alone, of all pairs and of those suggested."""
    tally = Tally()
    pairs = {(a.id, b.id) for a, b in combinations(questions, 2) if a.family and a.family == b.family}
    rows = [(q.id, q.text, language_of(q.text)) for q in questions]
    found = {(p.earlier, p.later) for p in akin(rows, frozenset(q.id for q in questions))}
    for a, b in sorted(pairs | found):
        tally.add(
            a,
            "pairs of one family, found",
            (a, b) in pairs & found,
            int((a, b) in pairs),
            int((a, b) in found),
        )
    return tally


def measure() -> Iterator[Measured]:
    """Both halves, and the families of all sixty."""
    everyone = demo()
    halves = {
        "questions, developing": [*everyone[:_HALF], *own(), *blind("develop")],
        "questions, measuring": everyone[_HALF:],
        "questions, blind": blind("measure"),
    }
    for name, questions in halves.items():
        digest = digest_of([DEMO / "inbox.json", DEMO / "truth.csv", OWN, *sorted(BLIND.glob("*.jsonl"))])
        yield Measured(name, "-", len(questions), len(questions), digest, scored(questions).figures())
    digest = digest_of([DEMO / "inbox.json", DEMO / "truth.csv"])
    yield Measured("questions, families", "-", len(everyone), 4, digest, families(everyone).figures())
    for half in ("develop", "measure"):
        asked, digest = blind(half), digest_of([BLIND / f"{half}.jsonl"])
        yield Measured(
            f"questions, families, blind {half}", "-", len(asked), 5, digest, families(asked).figures()
        )


if __name__ == "__main__":
    if "--show" in sys.argv:
        scored([*demo()[:_HALF], *own(), *blind("develop")], shown=True)
    sys.exit(bool(show(measure())))
