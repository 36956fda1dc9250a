"""How well origins and independence across documents come out: python eval/dossiers.py [--half develop].

Each file of ``gold/dossiers/HALF`` is an invented dossier of a few short documents with its truth (see
``gold/dossiers/GUIDELINES.md``). It goes through the whole main job, reader and all: what the reader does not
find is a miss here. Twelve dossiers are for developing, six for measuring and four more, ``fresh``, for
measuring as a set of their own; those of ``stranger/develop`` and ``stranger/measure`` are by one more hand.
``--show`` prints what was wrong and refuses all but what is for developing.

*Pairs* are pairs of claims in different documents; of one origin in truth, under one origin as found.
*B-cubed* is counted over claims (Bagga & Baldwin 1998); a claim that was not found stands alone.
*Independence claimed* counts pairs of origins of one dossier of which any two claims are called independent;
one claimed where the truth says "not shown" or "same" is the error that matters.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

from results_table import HALVES, Measured, Told, digest_of, of_halves, run_halves
from scoring import Tally

from muster.model.claims import Reading
from muster.store import Store
from muster.workflows.project import Desk
from muster.workflows.run import run

FOLDER = Path(__file__).parent / "gold" / "dossiers"
SETS = (*HALVES, "fresh", "stranger/develop", "stranger/measure")
_NOW = "2035-01-01T00:00:00+00:00"
Row = dict[str, Any]
T = TypeVar("T")


@dataclass(slots=True)
class Found:
    """What the machine made of one dossier: claims by place of the truth, origins of claims, links."""

    claims: list[str | None]
    origin: dict[str, str]
    independent: set[frozenset[str]]
    # Events and claims of each document, to find what lies at given words.
    readings: dict[str, Reading] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    links: dict[str, set[frozenset[str]]] = field(default_factory=dict)
    copies: set[frozenset[str]] = field(default_factory=set)


def files(half: str, folder: Path = FOLDER) -> list[Path]:
    """The dossiers of a half, by name."""
    return sorted((folder / half).glob("*.toml"))


def write_papers(truth: Row, folder: Path) -> None:
    """Each document as a text with a card on top, as a desk would keep it."""
    for each in truth["document"]:
        card = {
            "source": each["source"],
            "kind": each.get("kind", "outlet"),
            "protected": "yes" if each.get("protected") else "no",
            "date": each["published"],
            "title": each.get("title"),
        }
        head = "".join(f"{key}: {value}\n" for key, value in card.items() if value)
        (folder / f"{each['id']}.txt").write_text(head + "\n" + each["text"].strip() + "\n", "utf-8")


def machine(truth: Row, work: Path) -> Found:
    """The dossier through the main job."""
    papers = work / "papers"
    papers.mkdir()
    write_papers(truth, papers)
    desk = Desk(work / "project.db", work / "state", _NOW, cores=1)
    run(desk, papers, ocr=False)
    with desk.open(readonly=True) as store:
        return _found(truth, store)


def _found(truth: Row, store: Store) -> Found:
    origins = list(store.origins())
    of = {claim: o.id for o in origins for claim in o.claims}
    apart = {frozenset((o.id, other)) for o in origins for other in o.independent_of}
    found = Found([], of, apart)
    for document, text, reading in store.readings():
        name = document.address.removesuffix(".txt")
        found.readings[name], found.texts[name] = reading, text.body
    found.claims = [claim_at(found, c["in"], c["words"]) for c in truth["claim"]]
    address = {d.id: d.address.removesuffix(".txt") for d in store.documents()}
    found.copies = {frozenset((address[c.copy], address[c.original])) for c in store.copies()}
    for link in store.links():
        if link.kind != "same-name":
            found.links.setdefault(link.kind, set()).add(frozenset((link.left, link.right)))
    return found


def claim_at(found: Found, document: str, words: str) -> str | None:
    """The shortest claim that holds half of the words, said by somebody before the outlet's own."""
    start = found.texts[document].find(words)
    stop = start + len(words)
    near = [
        (c.own_voice, c.passage.stop - c.passage.start, c.id)
        for c in found.readings[document].claims
        if 2 * (min(stop, c.passage.stop) - max(start, c.passage.start)) >= stop - start
    ]
    return min(near)[2] if near else None


def score(truth: Row, found: Found, name: str, tally: Tally) -> list[str]:
    """Counts of one dossier; what was wrong, in words."""
    wrong = _pairs(truth, found, name, tally)
    _b_cubed(truth, found, name, tally)
    wrong += _independence(truth, found, name, tally)
    wrong += _events(truth, found, name, tally)
    return wrong


def _origin(found: Found, at: int) -> str:
    claim = found.claims[at]
    return found.origin.get(claim, f"none {at}") if claim else f"none {at}"


def _where(truth: Row, at: int) -> str:
    return f"{truth['claim'][at]['in']}: {truth['claim'][at]['words']}"


def _pairs(truth: Row, found: Found, name: str, tally: Tally) -> list[str]:
    wrong, right, gold, got = [], 0, 0, 0
    claims = truth["claim"]
    for i, k in combinations(range(len(claims)), 2):
        if claims[i]["in"] == claims[k]["in"]:
            continue
        same, said = claims[i]["origin"] == claims[k]["origin"], _origin(found, i) == _origin(found, k)
        gold, got, right = gold + same, got + said, right + (same and said)
        if same != said:
            wrong.append(
                f"{'missed' if same else 'FALSE'} one origin: {_where(truth, i)} | {_where(truth, k)}"
            )
    tally.add(name, "pairs of one origin, F1", right, gold, got)
    tally.add(name, "pairs of one origin, recall", right, gold)
    tally.add(name, "pairs of one origin, precision", right, got)
    return wrong


def _b_cubed(truth: Row, found: Found, name: str, tally: Tally) -> None:
    """Thousandths, so that shares add up over dossiers."""
    claims = truth["claim"]
    here = range(len(claims))
    recall = precision = 0.0
    for i in here:
        gold = {k for k in here if claims[k]["origin"] == claims[i]["origin"]}
        got = {k for k in here if _origin(found, k) == _origin(found, i)}
        recall += len(gold & got) / len(gold)
        precision += len(gold & got) / len(got)
    tally.add(name, "B-cubed, recall", round(1000 * recall), 1000 * len(claims))
    tally.add(name, "B-cubed, precision", round(1000 * precision), 1000 * len(claims))


def _independence(truth: Row, found: Found, name: str, tally: Tally) -> list[str]:
    wrong = []
    of: dict[str, set[str]] = {}
    for at, claim in enumerate(truth["claim"]):
        of.setdefault(claim["origin"], set()).add(_origin(found, at))
    known = {frozenset(p): True for p in truth.get("independent", [])}
    known |= {frozenset(p): False for p in truth.get("not_shown", [])}
    for pair, gold in known.items():
        a, b = sorted(pair)
        said = any(frozenset((x, y)) in found.independent for x in of[a] for y in of[b])
        if gold:
            tally.add(name, "independent, shown so", said, 1)
        else:
            tally.add(name, "independence not shown, so kept", not said, 1)
        if said != gold:
            wrong.append(f"{a} and {b}: {'NOT SHOWN, called independent' if said else 'independent, missed'}")
    inside = [x for labels in of.values() for x in combinations(sorted(labels), 2)]
    false = [pair for pair in inside if frozenset(pair) in found.independent]
    tally.add(
        name, "one origin, never called independent of itself", len(of) - min(len(false), len(of)), len(of)
    )
    wrong += [f"ONE ORIGIN, called independent of itself: {pair}" for pair in false]
    return wrong


def _events(truth: Row, found: Found, name: str, tally: Tally) -> list[str]:
    """Pairs of documents with accounts of one event, suggested or in one family of copies."""
    of = {e.id: doc for doc, r in found.readings.items() for e in r.events}
    said = {frozenset(filter(None, map(of.get, pair))) for pair in found.links.get("same-event", ()) if pair}
    gold = {
        frozenset((a.partition(":")[0], b.partition(":")[0]))
        for e in truth.get("event", [])
        for a, b in combinations(e["words"], 2)
    }
    open_pairs = gold - found.copies
    tally.add(name, "accounts of one event in other texts, found", len(open_pairs & said), len(open_pairs))
    tally.add(name, "accounts of one event, precision", len(said & gold), len(said))
    # Of three texts that tell of one event two questions are asked, since their answers settle the third;
    # a text that was found to be a copy of one of them is not asked about again.
    settled = [pair for pair in open_pairs if _joined((said | found.copies) & gold, *pair)]
    tally.add(name, "accounts of one event, found or settled by two answers", len(settled), len(open_pairs))
    return [f"event missed: {sorted(p)}" for p in open_pairs - said] + [
        f"event TOO MUCH: {sorted(p)}" for p in said - gold
    ]


def _joined(pairs: set[frozenset[str]], one: str, other: str) -> bool:
    """Whether a way of pairs leads from one to the other."""
    seen, todo = {one}, [one]
    while todo:
        here = todo.pop()
        near = {end for pair in pairs if here in pair for end in pair} - seen
        seen |= near
        todo += sorted(near)
    return other in seen


def through(
    name: str,
    paths: Sequence[Path],
    run_one: Callable[[Row, Path], T],
    score_one: Callable[[Row, T, str, Tally], list[str]],
    counted: str,
    told: Told = None,
) -> Measured:
    """Each dossier through the machine and scored, in a folder of its own. ``counted``: of which table of
    theirs the items are."""
    tally, items = Tally(), 0
    for path in paths:
        truth = tomllib.loads(path.read_text("utf-8"))
        with tempfile.TemporaryDirectory() as work:
            found = run_one(truth, Path(work))
        for line in score_one(truth, found, path.stem, tally):
            if told:
                told(f"{path.stem}: {line}")
        items += len(truth[counted])
    return Measured(name, "rules", len(paths), items, digest_of(paths), tally.figures(), unit="dossiers")


def half_measured(half: str, told: Told = None) -> Measured:
    """All dossiers of one half."""
    return through(f"own dossiers, {half}", files(half), machine, score, "claim", told)


def measure() -> Iterator[Measured]:
    """Both halves and the later set."""
    return of_halves(half_measured, SETS)


if __name__ == "__main__":
    sys.exit(run_halves(__doc__, half_measured, SETS))
