"""What several documents say against and with each other: python eval/across.py [--half develop] [--show].

Each file of ``gold/across/HALF`` is an invented dossier of a few short papers with what in them cannot both
be true and what several allege alike (``gold/across/GUIDELINES.md``). It goes through the whole main job,
reader and all: what the reader does not find is a miss here. ``--show`` prints what was wrong and refuses
the measuring half.

*Contradictions found*: of those marked, how many a question is asked about; *right*: of all questions, how
many are about a marked one; *told as what they are*: of these, how many give the kind that is marked; *left
alone*: of pairs that only look so, how many nobody is asked about. *Themes*: of the tellings marked, how
many stand in the best theme of that act; whether the number of origins is right; of pairs that are not
shown to be independent, how many are not counted so. Themes that are marked nowhere are not counted: only
practices are. The sets ``dossiers/…`` are those of ``dossiers.py``, by other hands too, which mark some of
their contradictions, many of them in words that no rule here knows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import dossiers
from results_table import HALVES, Measured, Told, of_halves, run_halves
from scoring import Tally

from muster.link.contradictions import KIND, kind_of
from muster.store import Store
from muster.workflows.project import Desk
from muster.workflows.run import run
from muster.workflows.themes import theme_rows

FOLDER = Path(__file__).parent / "gold" / "across"
# The dossiers whose origins are scored (``dossiers.py``), by other hands too, mark a few contradictions.
SETS = (*HALVES, *(f"dossiers/{name}" for name in dossiers.SETS))
_NOW = "2035-01-01T00:00:00+00:00"
Row = dict[str, Any]
# Characters of a paper: its name, first, behind the last.
Place = tuple[str, int, int]


@dataclass(slots=True)
class Theme:
    """What several allege alike. ``told``: places by origin; ``independent``: places of those that are shown
    to be independent of each other."""

    act: str
    told: list[list[Place]]
    independent: list[list[Place]]


@dataclass(slots=True)
class Found:
    """What the machine made of one dossier: its texts; contradictions as (kind, place, place)."""

    texts: dict[str, str] = field(default_factory=dict)
    contradictions: list[tuple[str, Place, Place]] = field(default_factory=list)
    # Each theme: its act; each origin's places; the names shown to be independent; pairs that are not.
    themes: list[Theme] = field(default_factory=list)


def files(half: str, folder: Path = FOLDER) -> list[Path]:
    """The dossiers of a half, by name."""
    if half.startswith("dossiers/"):
        return dossiers.files(half.removeprefix("dossiers/"))
    return sorted((folder / half).glob("*.toml"))


def marked(truth: Row) -> Iterator[Row]:
    """The contradictions of a dossier; those of ``dossiers.py`` give no kind."""
    yield from truth.get("contradiction", [])
    for row in truth.get("contradict", []):
        if row["expect"]:
            yield {"kind": "", "between": row["words"], "also": row.get("also", [])}


def _whole(truth: Row) -> bool:
    """Whether a dossier marks all that is to be found; those for origins, which list claims, mark a part."""
    return "claim" not in truth


def traps(truth: Row) -> Iterator[Row]:
    """Pairs that look as if they could not both be true, and can."""
    for row in truth.get("contradict", []):
        if not row["expect"]:
            yield {"between": row["words"]}


def machine(truth: Row, work: Path) -> Found:
    """The dossier through the main job."""
    papers = work / "papers"
    papers.mkdir()
    dossiers.write_papers(truth, papers)
    desk = Desk(work / "project.db", work / "state", _NOW, cores=1)
    run(desk, papers, ocr=False)
    with desk.open(readonly=True) as store:
        return _found(store)


def _found(store: Store) -> Found:
    found = Found()
    address = {d.id: d.address.removesuffix(".txt") for d in store.documents()}
    for document in store.documents():
        text = store.text_of(document.id)
        found.texts[address[document.id]] = text.body if text else ""

    def place(id: str) -> Place:
        document, start, stop = store.place_of(id)
        return address[document], start, stop

    for link in store.links(KIND):
        found.contradictions.append((kind_of(link), place(link.left), place(link.right)))
    for row in theme_rows(store):
        told = {o["who"]: [place(c["claim"]) for c in o["claims"]] for o in row["origins"]}
        found.themes.append(
            Theme(row["act"], list(told.values()), [told[name] for name in row["independent"]])
        )
    return found


def place_of(found: Found, told: str) -> Place:
    """Where "document: words" stands; raises ValueError where it does not."""
    document, _, words = told.partition(": ")
    start = found.texts[document].index(words)
    return document, start, start + len(words)


def meet(one: Place, other: Place) -> bool:
    """Whether two places have characters in common."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def score(truth: Row, found: Found, name: str, tally: Tally) -> list[str]:
    """Counts of one dossier; what was wrong, in words."""
    wrong = _contradictions(truth, found, name, tally)
    return wrong + (_themes(truth, found, name, tally) if _whole(truth) else [])


def _themes(truth: Row, found: Found, name: str, tally: Tally) -> list[str]:
    wrong = []
    taken: set[int] = set()
    for row in truth.get("theme", []):
        gold = [place_of(found, told) for told in row["told"]]
        act = row["act"].replace("_", " ")

        def shared(theme: Theme, gold: Sequence[Place] = gold) -> int:
            return sum(any(meet(g, t) for told in theme.told for t in told) for g in gold)

        fit = [n for n, theme in enumerate(found.themes) if act in theme.act.split(", ") and n not in taken]
        best = max(fit, key=lambda n: shared(found.themes[n]), default=None)
        if best is None or not shared(found.themes[best]):
            tally.add(name, "themes, tellings found", 0, len(gold))
            tally.add(name, "themes, number of origins right", 0, 1)
            wrong.append(f"missed theme {act}: {row['told']}")
            continue
        taken.add(best)
        theme = found.themes[best]
        right = shared(theme)
        tally.add(name, "themes, tellings found", right, len(gold))
        stray = [t for told in theme.told for t in told if not any(meet(g, t) for g in gold)]
        whole = sum(map(len, theme.told))
        tally.add(name, "themes, right of the tellings", whole - len(stray), whole)
        wrong += [f"theme {act}: STRAY {_words(found, t)}" for t in stray]
        same = len(theme.told) == row["origins"]
        tally.add(name, "themes, number of origins right", same, 1)
        wrong += [] if same else [f"theme {act}: {len(theme.told)} origins, {row['origins']} in truth"]
        for pair in row["not_shown"]:
            ends = [place_of(found, told) for told in pair]
            both = all(any(meet(end, t) for told in theme.independent for t in told) for end in ends)
            tally.add(name, "themes, not shown so not counted", not both, 1)
            wrong += [f"theme {act}: COUNTED AS INDEPENDENT {pair}"] * both
    return wrong


def _contradictions(truth: Row, found: Found, name: str, tally: Tally) -> list[str]:
    wrong = []
    right: set[int] = set()
    kinds = kinded = 0
    for row in marked(truth):
        ends = [place_of(found, told) for told in row["between"]]
        also = [place_of(found, told) for told in row.get("also", [])]
        mine = {
            n
            for n, (_, one, other) in enumerate(found.contradictions)
            if _between(one, other, ends, also) or _between(other, one, ends, also)
        }
        tally.add(name, "contradictions, found", bool(mine), 1)
        if not mine:
            wrong.append(f"missed {row['kind']}: {' | '.join(row['between'])}")
        kinds += sum(found.contradictions[n][0] == row["kind"] for n in mine - right)
        kinded += len(mine - right) if row["kind"] else 0
        right |= mine
    for row in traps(truth):
        one, other = (place_of(found, told) for told in row["between"])
        asked = any(_between(a, b, (one, other), ()) or _between(b, a, (one, other), ())
                    for _, a, b in found.contradictions)  # fmt: skip
        tally.add(name, "what looks so and can be, left alone", not asked, 1)
        wrong += [f"TRAP asked: {' | '.join(row['between'])}"] * asked
    if _whole(truth):
        # The dossiers for origins mark some of the pairs only, so what else is asked there may be right.
        tally.add(name, "contradictions, right of those asked", len(right), len(found.contradictions))
        tally.add(name, "contradictions, told as what they are", kinds, kinded)
    return wrong + [
        f"TOO MUCH {kind}: {_words(found, one)} | {_words(found, other)}"
        for n, (kind, one, other) in enumerate(found.contradictions)
        if n not in right and _whole(truth)
    ]


def _between(one: Place, other: Place, ends: Sequence[Place], also: Sequence[Place]) -> bool:
    """One side lies at either end, the other at the other end or at what says the same; or both at such."""
    first = any(meet(one, end) for end in (ends[0], *also))
    second = any(meet(other, end) for end in (ends[1], *also))
    return first and second


def _words(found: Found, place: Place) -> str:
    return f"{place[0]}: {found.texts[place[0]][place[1] : place[2]]}"


def half_measured(half: str, told: Told = None) -> Measured:
    """All dossiers of one half."""
    name = f"across documents, {half}"
    return dossiers.through(name, files(half), machine, score, "document", told)


def measure() -> Iterator[Measured]:
    """Both halves, and what the dossiers mark."""
    return of_halves(half_measured, SETS)


if __name__ == "__main__":
    sys.exit(run_halves(__doc__, half_measured, SETS))
