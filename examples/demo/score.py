"""How much of expected.toml an export of the demo holds.

    muster export jsonl OUT --project demo.db
    python examples/demo/score.py OUT

Prints one line a question (copies, drift, people, protected, quantities, basis, origins) and each miss under
it; of the many pairs of claims of one origin only with --all.
Not a benchmark: one small set by one author, who has also seen the rules.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Verdict = tuple[bool, str]


class Export:
    """The files of an export, with addresses in place of document ids."""

    def __init__(self, folder: Path) -> None:
        self.address = {d["id"]: d["address"] for d in self._rows(folder, "documents")}
        self.copies = self._rows(folder, "copies")
        self.entities = self._rows(folder, "entities")
        self.quantities = self._rows(folder, "quantities")
        self.claims = {c["id"]: c for c in self._rows(folder, "claims")}
        self.origin = {c: o for o in self._rows(folder, "origins") for c in o["claims"]}

    @staticmethod
    def _rows(folder: Path, noun: str) -> list[Row]:
        return [json.loads(line) for line in (folder / f"{noun}.jsonl").read_text("utf-8").splitlines()]

    def at(self, rows: list[Row], document: str) -> list[Row]:
        """The rows that stand in the document of that address."""
        return [r for r in rows if self.address[r["document"]] == document]


def _meet(one: str, other: str) -> bool:
    return one.lower() in other.lower() or other.lower() in one.lower()


def _of_pair(export: Export, copy: Row) -> list[Row]:
    pair = {copy["copy"], copy["original"]}
    found = []
    for row in export.copies:
        left, right = export.address[row["copy"]], export.address.get(row["original"] or "")
        # Where the direction is not shown the export names no original: one of the two must fit.
        undirected = not copy["directed"] and row["original"] is None and left in pair
        if undirected or (left == copy["copy"] and right == copy["original"]):
            found.append(row)
    return found


def copies(truth: Row, export: Export) -> Iterator[Verdict]:
    """Pairs found with their direction; the kind is named where it is another."""
    for copy in truth["copy"]:
        found = _of_pair(export, copy)
        kind = "" if not found or found[0]["kind"] == copy["kind"] else f" (as {found[0]['kind']})"
        yield bool(found), f"{copy['copy']} <- {copy['original']}: {copy['kind']}{kind}"


def drift(truth: Row, export: Export) -> Iterator[Verdict]:
    """What a copy changed, at its place and with its effect."""
    for copy in truth["copy"]:
        for want in copy.get("drift", []):
            near = [d for row in _of_pair(export, copy) for d in row["drift"] if _same_place(want, d)]
            effects = sorted({d["effect"] for d in near})
            said = f" (as {', '.join(effects)})" if effects else ""
            yield want["effect"] in effects, f"{copy['copy']}: {want['effect']}{said}"


def _same_place(want: Row, found: Row) -> bool:
    sides = [side for side in ("copy", "original") if side in want]
    return all(found[side] and _meet(want[side], found[side]["words"]) for side in sides)


def people(truth: Row, export: Export) -> Iterator[Verdict]:
    """Each full spelling of a person in one entity, and nobody else's in it."""
    of = {v: e["id"] for e in export.entities if e["type"] == "person" for v in e["variants"]}
    for person in truth["person"]:
        # A rank before the name is the person's role; the entity may be kept without it.
        ids = {of.get(v, of.get(v.partition(" ")[2])) for v in person["variants"] if " " in v}
        strangers = [v for v in person.get("not_same", []) if of.get(v) and of[v] in ids]
        yield (
            len(ids - {None}) == 1 and not strangers,
            f"{person['name']}: {len(ids - {None})} entities{' with ' + strangers[0] if strangers else ''}",
        )


def protected(truth: Row, export: Export) -> Iterator[Verdict]:
    """The alias is a protected entity in each document; where nobody is named, the speaker is anonymous."""
    for want in truth["protected"]:
        marked = {e["id"]: e for e in export.entities if e["protected"] and want["alias"] in e["variants"]}
        for document in want["documents"]:
            claims = export.at(list(export.claims.values()), document)
            speaks = any(s["entity"] in marked for c in claims for s in c["said_by"])
            named = any(
                export.address[m["document"]] == document for e in marked.values() for m in e["mentions"]
            )
            nobody = any(c["source_kind"] == "anonymous" for c in claims)
            well = (speaks or named) if want["alias"] else nobody
            yield well, f"{document}: {want['alias'] or 'nobody named'}"


def quantities(truth: Row, export: Export) -> Iterator[Verdict]:
    """Bounds, their openness, unit and vagueness."""
    for want in truth["quantity"]:
        found = [
            q for q in export.at(export.quantities, want["document"]) if _meet(want["words"], q["words"])
        ]
        keys = [k for k in ("low", "high", "low_exclusive", "high_exclusive", "unit", "vague") if k in want]
        yield any(all(q[k] == want[k] for k in keys) for q in found), f"{want['document']}: {want['words']}"


def basis(truth: Row, export: Export) -> Iterator[Verdict]:
    """How the speaker knows."""
    for want in truth["basis"]:
        found = [
            c
            for c in export.at(list(export.claims.values()), want["document"])
            if _meet(want["words"], c["words"])
        ]
        said = sorted({c["basis"] for c in found})
        yield (
            want["basis"] in said,
            f"{want['document']}: {want['basis']} (found: {', '.join(said) or 'no claim'})",
        )


def origins(truth: Row, export: Export) -> Iterator[Verdict]:
    """Pairs of claims of one origin, in different documents, that stand under one origin."""
    for want in truth["origin"]:
        ids = []
        for claim in want["claims"]:
            here = [
                q
                for q in export.at(export.quantities, claim["document"])
                if _meet(claim["words"], q["words"])
            ]
            ids.append({export.origin[q["claim"]]["id"] for q in here if q["claim"] in export.origin})
        for one, other in combinations(range(len(ids)), 2):
            pair = " with ".join(want["claims"][i]["document"] for i in (one, other))
            yield bool(ids[one] & ids[other]), f"{want['name']}: {pair}"


QUESTIONS = (copies, drift, people, protected, quantities, basis, origins)


def main(arguments: list[str]) -> int:
    truth = tomllib.loads((Path(__file__).parent / "expected.toml").read_text("utf-8"))
    export = Export(Path(arguments[0]))
    for question in QUESTIONS:
        verdicts = list(question(truth, export))
        print(f"{question.__name__:<12} {sum(well for well, _ in verdicts):>3} of {len(verdicts)}")
        for well, what in verdicts:
            if not well and (question is not origins or "--all" in arguments):
                print(f"    {what}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
