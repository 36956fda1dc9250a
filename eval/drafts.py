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
from results_table import Measured, Told, digest_of, of_halves, run_halves
from scoring import Tally

from muster.model.evidence import Text
from muster.text.languages import language_of
from muster.workflows.draft import check
from muster.workflows.law import open_pack
from muster.workflows.project import Desk
from muster.workflows.run import run

FOLDER = Path(__file__).parent / "gold" / "drafts"
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


def half_measured(half: str, told: Told = None) -> Measured:
    """One half, as figures."""
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
            if told and (beside or (planted and planted not in kinds)):
                told(f"{planted or 'SOUND'}: {each['text']}")
                for f in found:
                    told(f"      {f.kind}: {f.words!r}: {f.says}")
    return Measured(
        f"drafts, {half}", "-", len(truth["draft"]), items, digest_of([path]), tally.figures(), unit="drafts"
    )


def measure() -> Iterator[Measured]:
    """Both halves."""
    return of_halves(half_measured)


if __name__ == "__main__":
    sys.exit(run_halves(__doc__, half_measured))
