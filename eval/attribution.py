"""How many attributions of a set with gold spans the reader finds: content and source recall.

Usage: ``python eval/attribution.py FOLDER [--show N]``, where FOLDER holds ``english_gum.jsonl`` and
``russian_pud_derived.jsonl``. A gold attribution is found where at least half of its content
characters lie in one claim; its source is right where the claim's speaker words overlap it (or both
name nobody). Precision: share of attributed claims at least half of which lie in gold content.
The figures are compared with the floors of ``floors.toml`` [attribution]; exit 1 below one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from muster.model.claims import Claim
from muster.model.evidence import Text
from muster.read.anonymity import protect
from muster.read.attribution import find_claims
from muster.read.page import lay_out
from muster.read.people import find_named

Spans = list[list[int]]
SETS = {
    "gum_news": ("english_gum.jsonl", "news"),
    "gum_all": ("english_gum.jsonl", None),
    "russian_pud": ("russian_pud_derived.jsonl", None),
}


class Score(NamedTuple):
    """Counts of one set."""

    gold: int
    content: int
    source_gold: int
    source: int
    claims: int
    claims_right: int
    with_cue: int
    with_cue_found: int

    def rates(self) -> dict[str, float]:
        def share(a: int, b: int) -> float:
            return round(a / b, 3) if b else 0.0

        return {
            "content": share(self.content, self.gold),
            "content_with_cue": share(self.with_cue_found, self.with_cue),
            "source": share(self.source, self.source_gold),
            "precision": share(self.claims_right, self.claims),
        }


def rows(path: Path, genre: str | None) -> Iterator[tuple[str, list[dict[str, Spans]]]]:
    """(text, gold attributions) of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if genre is None or row.get("genre") == genre:
            yield row["text"], row["attributions"]


def covered(gold: Spans, spans: Iterable[tuple[int, int]]) -> int:
    """Characters of ``gold`` that lie in ``spans`` (which do not overlap one another)."""
    return sum(max(0, min(stop, b) - max(start, a)) for start, stop in gold for a, b in spans)


def length(spans: Spans) -> int:
    return sum(stop - start for start, stop in spans)


def parts(claim: Claim) -> list[tuple[int, int]]:
    return [(p.start, p.stop) for p in (claim.parts or (claim.passage,))]


def read(body: str) -> list[Claim]:
    page = lay_out(Text("text", "doc", body, "und", "eval"))
    return find_claims(page, protect(page, find_named(page)))


def score(path: Path, genre: str | None, show: int = 0) -> Score:
    """Counts over a file; prints the first ``show`` misses."""
    counts = [0] * 8
    for body, attributions in rows(path, genre):
        claims = read(body)
        for gold in attributions:
            counts[0] += 1
            counts[6] += bool(gold["cue"])
            size = length(gold["content"])
            hits = [c for c in claims if 2 * covered(gold["content"], parts(c)) >= size]
            best = min(hits, key=lambda c: c.passage.stop - c.passage.start, default=None)
            right = [
                c for c in hits if c.speaker and covered(gold["source"], [(c.speaker.start, c.speaker.stop)])
            ]
            counts[1] += bool(hits)
            counts[7] += bool(hits) and bool(gold["cue"])
            if gold["source"]:
                counts[2] += 1
                counts[3] += bool(right)
            if show and (best is None or (gold["source"] and not right)):
                show -= 1
                words = {
                    k: " ~ ".join(body[a:b] for a, b in gold[k])[:110] for k in ("source", "cue", "content")
                }
                got = [(c.speaker.words if c.speaker else None, c.passage.words[:60]) for c in hits[:2]]
                print("MISS" if best is None else "WHO?", words, got)
        everything = [span for gold in attributions for span in gold["content"]]
        for claim in claims:
            counts[4] += 1
            size = claim.passage.stop - claim.passage.start
            inside = sum(covered([[a, b] for a, b in parts(claim)], [tuple(span)]) for span in everything)
            counts[5] += 2 * inside >= size
    return Score(*counts)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--set", choices=sorted(SETS))
    given = parser.parse_args()
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["attribution"]
    below = 0
    for name in [given.set] if given.set else sorted(SETS):
        file, genre = SETS[name]
        path = given.folder / file
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        rates = score(path, genre, given.show).rates()
        floor = floors.get(name, {})
        if floor and floor["digest"] != digest:
            print(f"{name}: measured on another set ({digest}, not {floor['digest']})")
            below += 1
        low = [k for k, v in rates.items() if v < floor.get(k, 0)]
        below += len(low)
        print(name, digest, rates, f"BELOW THE FLOOR: {low}" if low else "")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
