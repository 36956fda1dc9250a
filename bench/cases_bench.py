"""What the lists of a lawyers' desk cost at ten thousand cases and ten thousand questions, encrypted."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from muster.cases.due import due_list
from muster.cases.law import read_pack, shipped
from muster.model.cases import Case, Step
from muster.model.ids import make_id
from muster.store import Keys, Store
from muster.store.connect import sealed
from muster.workflows.cases import summaries
from muster.workflows.intake import waiting

_NOW = "2031-05-02T08:00:00+00:00"
_MANY = 10_000
_KINDS = ("status", "order", "refusal", "report", "threat", "check", "decision", "outcome")


def figures(work: Path) -> dict[str, float]:
    """Seconds of processor time, median of 5."""
    store = Store.create(work / "sealed.db", connect=sealed(bytes(range(32))), keys=Keys.load(work), now=_NOW)
    with store:
        for start in range(0, _MANY, 1_000):
            store.add_cases([_case(n) for n in range(start, start + 1_000)])
            store.add_cases([_question(n) for n in range(start, start + 1_000)])
        pack = read_pack(*shipped("ru-military"))
        return {
            "list of cases, s": _median(lambda: summaries(store)),
            "days of cases, s": _median(lambda: due_list(store.due_lines(), pack)),
            "queue of questions, s": _median(lambda: waiting(store)),
        }


def _case(n: int) -> tuple[Case, list[Step]]:
    id = make_id("case", n)
    day = f"2030-0{n % 8 + 1}-1{n % 9}"
    return Case(id, f"K-{n:06d}", "self", _NOW, "lawyer"), [
        Step(
            make_id("step", n, kind), id, kind, _NOW, "lawyer", day, day, who="prosecutor",
            value={"threat": "front", "decision": "refused", "outcome": "serving"}.get(kind, "x"),
            facts=("learnt-of-violation=yes",) if kind == "decision" else (),
            due="2031-06-01" if kind == "outcome" else "",
        )
        for kind in _KINDS
    ]  # fmt: skip


def _question(n: int) -> tuple[Case, list[Step]]:
    id = make_id("case", "q", n)
    step = Step(
        make_id("step", "q", n), id, "asked", _NOW, "desk", "2031-05-01", "2031-05-01", who="bot",
        value="question", link="pay", words="How do I write the report, and by when? " * 4,
    )  # fmt: skip
    return Case(id, f"Q-{n:06d}", "question", _NOW, "desk", language="en"), [step]


def _median(work: Callable[[], object]) -> float:
    took = []
    for _ in range(5):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return statistics.median(took)
