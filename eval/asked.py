"""Do the figures that answer a question move its bounds, and no others? python eval/asked.py.

``gold/asked/HALF.toml`` holds invented papers and questions (see ``GUIDELINES.md`` there). The papers go
through the whole main job, the questions are asked as by ``muster count``. Precision and recall are those of
the statements that may move a bound (floor, ceiling, accepted) against the figures that a careful reader
would let; a question's floor is right where it is the highest of them. ``--show`` prints what was wrong and
refuses the measuring half.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dossiers import write_papers
from results_table import Measured, arguments, digest_of, show
from scoring import Tally

from muster.count import question_from
from muster.model.ledger import Answer
from muster.store import Store
from muster.workflows.ask import answers
from muster.workflows.project import Desk
from muster.workflows.run import run

FOLDER = Path(__file__).parent / "gold" / "asked"
HALVES = ("develop", "measure")
_NOW = "2034-06-20T00:00:00+00:00"
_MOVES = ("floor", "ceiling", "accepted")


def asked(truth: dict[str, Any], work: Path) -> Iterator[tuple[dict[str, Any], Answer]]:
    """Each question with its answer."""
    papers = work / "papers"
    papers.mkdir()
    write_papers(truth, papers)
    desk = Desk(work / "project.db", work / "state", _NOW, cores=1)
    run(desk, papers, ocr=False)
    with desk.open(readonly=True) as store:
        for each in truth["question"]:
            yield each, _answer(store, each["text"])


def _answer(store: Store, text: str) -> Answer:
    ((made, _held),) = answers(store, [question_from(text, "gold")])
    return made


def measure_half(half: str, wrong: list[str] | None = None) -> Measured:
    """One half, as figures; what was wrong goes into ``wrong``."""
    path = FOLDER / f"{half}.toml"
    truth = tomllib.loads(path.read_text("utf-8"))
    tally, items = Tally(), 0
    with tempfile.TemporaryDirectory() as work:
        for question, made in asked(truth, Path(work)):
            name, wanted = made.question.name, question["answer"]
            moving = [e.statement for e in made.entries if e.role in _MOVES]
            right = [
                [
                    s for s in moving
                    if Path(s.address).stem in each["docs"]
                    and each["words"] in s.words.replace("\u00a0", " ")
                ]
                for each in wanted
            ]  # fmt: skip
            good = {s.id for found in right for s in found}
            for each, found in zip(wanted, right, strict=True):
                items += 1
                tally.add(name, "answers that move a bound", int(bool(found)), 1)
                if wrong is not None and not found:
                    wrong.append(f"{name}: missed {each['words']} of {each['docs']}")
            for s in moving:
                tally.add(name, "statements that move rightly", int(s.id in good), 1)
                if wrong is not None and s.id not in good:
                    wrong.append(f"{name}: moved by {s.words!r} of {s.address}")
            highest = max(int(each["words"].replace(",", "")) for each in wanted)
            tally.add(name, "floors that are right", int(made.low in (highest, highest + 1)), 1)
    return Measured(
        f"asked, {half}",
        "-",
        len(truth["document"]),
        items,
        digest_of([path]),
        tally.figures(),
        unit="answers",
    )


def measure() -> Iterator[Measured]:
    """Both halves."""
    yield from (measure_half(half) for half in HALVES)


def main() -> int:
    """The command line above."""
    parser = arguments(__doc__, reader=False)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    if given.show and given.half != "develop":
        parser.error("the measuring half is not looked at; --half develop")
    wrong: list[str] = []
    halves = (given.half,) if given.half else HALVES
    fallen = show([measure_half(half, wrong if given.show else None) for half in halves])
    print("\n".join(wrong))
    return bool(fallen)


if __name__ == "__main__":
    sys.exit(main())
