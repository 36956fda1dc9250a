"""How many planted faults of drafts the check finds, and how often it cries wolf: python eval/drafts.py.

``gold/drafts/HALF.toml`` holds an invented dossier and drafts written from it (see ``GUIDELINES.md`` there).
The dossier goes through the whole main job. A fault is found where a finding of its kind is made in its
draft; a finding in a sound draft is a false alarm; one of another kind in a planted draft is one *beside*.
``--show`` prints what was wrong and refuses the measuring half.
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

from muster.model.evidence import Text
from muster.text.languages import language_of
from muster.workflows.draft import check
from muster.workflows.law import open_pack
from muster.workflows.project import Desk
from muster.workflows.run import run

FOLDER = Path(__file__).parent / "gold" / "drafts"
HALVES = ("develop", "measure")
_NOW = "2031-06-20T00:00:00+00:00"


def kinds_found(truth: dict[str, Any], work: Path) -> Iterator[tuple[dict[str, str], list[Any]]]:
    """Each draft with what the check found in it."""
    papers = work / "papers"
    papers.mkdir()
    write_papers(truth, papers)
    desk = Desk(work / "project.db", work / "state", _NOW, cores=1)
    run(desk, papers, ocr=False)
    pack = open_pack(truth["pack"])[0]
    with desk.open(readonly=True) as store:
        for number, each in enumerate(truth["draft"]):
            text = Text(
                f"draft-{number}", f"draft-{number}", each["text"], language_of(each["text"]), "plain"
            )
            yield each, list(check(store, text, day=truth["as_of"], pack=pack).findings)


def measure_half(half: str, wrong: list[str] | None = None) -> Measured:
    """One half, as figures; what was wrong goes into ``wrong``."""
    path = FOLDER / f"{half}.toml"
    truth = tomllib.loads(path.read_text("utf-8"))
    tally, alarms, items = Tally(), 0, 0
    with tempfile.TemporaryDirectory() as work:
        for number, (each, found) in enumerate(kinds_found(truth, Path(work))):
            planted, kinds = each.get("fault", ""), [f.kind for f in found]
            beside = [f for f in found if f.kind != planted]
            tally.add(str(number), "drafts without a finding beside", int(not beside), 1)
            if planted:
                items += 1
                tally.add(str(number), "planted faults found", int(planted in kinds), 1)
                tally.add(str(number), f"found: {planted}", int(planted in kinds), 1)
            else:
                tally.add(str(number), "sound drafts without an alarm", int(not found), 1)
                alarms += len(found)
            if wrong is not None and (beside or (planted and planted not in kinds)):
                wrong.append(f"{planted or 'SOUND'}: {each['text']}")
                wrong += [f"      {f.kind}: {f.words!r}: {f.says}" for f in found]
    return Measured(
        f"drafts, {half}", "-", len(truth["draft"]), items, digest_of([path]), tally.figures(), unit="drafts"
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
