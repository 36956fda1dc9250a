"""How many attributions of a set with gold spans the reader finds: content and source recall.

Usage: ``python eval/attribution.py FOLDER [--reader full] [--show N]``, where FOLDER holds
``english_gum.jsonl`` and ``russian_pud_derived.jsonl``. A gold attribution is found where at least half
of its content characters lie in one claim; its source is right where the claim's speaker words overlap
it (or both
name nobody). Precision: share of attributed claims at least half of which lie in gold content.

Beside it stands the usual measure of the trade, F1 at 0.3 overlap, for source, cue and content apart:
a found span and a gold span of a kind are the same where they share at least 0.3 of the characters
that either has, one to one, the most alike first; "that" and end punctuation belong to neither.
The same recall by class of attribution says where the misses are.
The reader ``full`` was trained on GUM: its figures on GUM are no measure of it (that is what the
cross-validation of ``tools/tagger/train.py`` is for).
The figures are compared with the floors of ``floors.toml`` [attribution]; exit 1 below one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from muster.model.claims import Claim
from muster.model.evidence import Text
from muster.read.anonymity import protect
from muster.read.attribution import find_claims
from muster.read.page import lay_out
from muster.read.people import find_named
from muster.read.reader import READERS, second_opinions
from muster.read.second_opinion import Opinion, Propose

Spans = list[list[int]]
SETS = {
    "gum_news": ("english_gum.jsonl", "news"),
    "gum_all": ("english_gum.jsonl", None),
    "russian_pud": ("russian_pud_derived.jsonl", None),
}


KINDS = ("source", "cue", "content")
OVERLAP = 0.3


class Attribution(NamedTuple):
    """One attribution found; each a list of ``[start, stop]``, empty where there is none."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(slots=True)
class Overlap:
    """Counts of spans of one kind that are the same, of those found, and of gold."""

    same: int = 0
    found: int = 0
    gold: int = 0

    def rates(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        p = self.same / self.found if self.found else 0.0
        r = self.same / self.gold if self.gold else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class Score:
    """Counts of one set."""

    gold: int = 0
    content: int = 0
    source_gold: int = 0
    source: int = 0
    claims: int = 0
    claims_right: int = 0
    with_cue: int = 0
    with_cue_found: int = 0
    overlap: dict[str, Overlap] = field(default_factory=lambda: {k: Overlap() for k in KINDS})
    # (class, kind) -> found, of how many.
    classes: Counter[tuple[str, str]] = field(default_factory=Counter)
    classes_found: Counter[tuple[str, str]] = field(default_factory=Counter)

    def rates(self) -> dict[str, float]:
        def share(a: int, b: int) -> float:
            return round(a / b, 3) if b else 0.0

        rates = {
            "content": share(self.content, self.gold),
            "content_with_cue": share(self.with_cue_found, self.with_cue),
            "source": share(self.source, self.source_gold),
            "precision": share(self.claims_right, self.claims),
        }
        for kind, counts in self.overlap.items():
            rates |= {f"{kind}_f1": round(counts.rates()[2], 3)}
        return rates

    def table(self) -> str:
        """Precision / recall / F1 at 0.3 for each kind, then recall by class."""
        lines = [
            f"  {kind:8} P {p:.3f} R {r:.3f} F1 {f:.3f} (gold {c.gold}, found {c.found})"
            for kind, c in self.overlap.items()
            for p, r, f in [c.rates()]
        ]
        for name in sorted({name for name, _ in self.classes}):
            shares = [
                f"{kind} {self.classes_found[name, kind] / n:.2f}"
                for kind in KINDS
                if (n := self.classes[name, kind])
            ]
            lines.append(f"    {name:16} n {self.classes[name, 'content']:4}  {'  '.join(shares)}")
        return "\n".join(lines)


def narrowed(body: str, spans: Spans) -> Spans:
    """Without blanks, marks and end punctuation around, and without "that" before."""
    found = []
    for start, stop in spans:
        words = body[start:stop]
        lead = _LEAD.match(words)
        tail = _TAIL.search(words)
        start, stop = start + (lead.end() if lead else 0), stop - (len(tail.group()) if tail else 0)
        if start < stop:
            found.append([start, stop])
    return found or [list(span) for span in spans]


_LEAD = re.compile(r"""[\s"'“”„«»‘’–—,:;-]*(?:that\b|что\b|що\b)?[\s"'“”„«»‘’–—,:;-]*""", re.IGNORECASE)
_TAIL = re.compile(r"""[\s"'“”„«»‘’.,:;!?…]+\Z""")


def jaccard(a: Spans, b: Spans) -> float:
    """Characters that both have, of those that either has."""
    both = covered(a, [(start, stop) for start, stop in b])
    return both / (length(a) + length(b) - both) if both else 0.0


def pairs(gold: Sequence[Spans], found: Sequence[Spans], least: float = OVERLAP) -> list[tuple[int, int]]:
    """(gold index, found index) of spans that are the same, one to one, greedy from the most alike."""
    alike = sorted(
        (-j, g, f)
        for g, a in enumerate(gold)
        for f, b in enumerate(found)
        if b[0][0] < a[-1][1] and a[0][0] < b[-1][1] and (j := jaccard(a, b)) >= least
    )
    taken_gold: set[int] = set()
    taken: set[int] = set()
    same = []
    for _, g, f in alike:
        if g not in taken_gold and f not in taken:
            taken_gold.add(g)
            taken.add(f)
            same.append((g, f))
    return same


def class_of(gold: dict[str, Any]) -> list[str]:
    """The classes one gold attribution belongs to."""
    names = ["all"]
    if gold.get("polarity") == "negative":
        names.append("negated")
    if not gold["cue"]:
        names.append("without cue")
    if "quoted" in gold:
        names.append("quoted" if gold["quoted"] else "unquoted")
    if gold["source"] and gold["content"]:
        order = gold["source"][0][0] < gold["content"][0][0]
        names.append("source first" if order else "content first")
    if gold.get("entity") and gold["entity"].get("pronoun"):
        names.append("pronoun")
    return names


def add_overlap(score: Score, body: str, gold: list[dict[str, Any]], found: list[Attribution]) -> None:
    """Count the spans of one text. Each span counts once, however many attributions share it."""
    for k, kind in enumerate(KINDS):
        mine = _distinct(narrowed(body, f[k]) for f in found if f[k])
        wanted = _distinct(narrowed(body, g[kind]) for g in gold if g[kind])
        same = pairs(wanted, mine)
        counts = score.overlap[kind]
        counts.same += len(same)
        counts.found += len(mine)
        counts.gold += len(wanted)
        hit = {tuple(map(tuple, wanted[g])) for g, _ in same}
        for one in gold:
            if one[kind]:
                right = tuple(map(tuple, narrowed(body, one[kind]))) in hit
                for name in class_of(one):
                    score.classes[name, kind] += 1
                    score.classes_found[name, kind] += right


def _distinct(spans: Iterable[Spans]) -> list[Spans]:
    return [[list(p) for p in one] for one in sorted({tuple(map(tuple, s)) for s in spans})]


def attribution_of(claim: Claim) -> Attribution:
    return Attribution(
        [[claim.speaker.start, claim.speaker.stop]] if claim.speaker else [],
        [[claim.cue.start, claim.cue.stop]] if claim.cue else [],
        [list(p) for p in parts(claim)],
    )


def rows(path: Path, genre: str | None) -> Iterator[tuple[str, list[dict[str, Any]]]]:
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


def read(body: str, proposers: Mapping[str, Propose] | None = None) -> list[Claim]:
    page = lay_out(Text("text", "doc", body, "und", "eval"))
    return find_claims(
        page, protect(page, find_named(page)), opinion=Opinion(page, proposers) if proposers else None
    )


def score(path: Path, genre: str | None, show: int = 0, reader: Callable[[str], list[Claim]] = read) -> Score:
    """Counts over a file; prints the first ``show`` misses."""
    counts = Score()
    for body, attributions in rows(path, genre):
        claims = reader(body)
        add_overlap(counts, body, attributions, [attribution_of(c) for c in claims])
        for gold in attributions:
            counts.gold += 1
            counts.with_cue += bool(gold["cue"])
            size = length(gold["content"])
            hits = [c for c in claims if 2 * covered(gold["content"], parts(c)) >= size]
            best = min(hits, key=lambda c: c.passage.stop - c.passage.start, default=None)
            right = [
                c for c in hits if c.speaker and covered(gold["source"], [(c.speaker.start, c.speaker.stop)])
            ]
            counts.content += bool(hits)
            counts.with_cue_found += bool(hits) and bool(gold["cue"])
            if gold["source"]:
                counts.source_gold += 1
                counts.source += bool(right)
            if show and (best is None or (gold["source"] and not right)):
                show -= 1
                words = {
                    k: " ~ ".join(body[a:b] for a, b in gold[k])[:110] for k in ("source", "cue", "content")
                }
                got = [(c.speaker.words if c.speaker else None, c.passage.words[:60]) for c in hits[:2]]
                print("MISS" if best is None else "WHO?", words, got)
        everything = [span for gold in attributions for span in gold["content"]]
        for claim in claims:
            counts.claims += 1
            size = claim.passage.stop - claim.passage.start
            inside = sum(covered([[a, b] for a, b in parts(claim)], [tuple(span)]) for span in everything)
            counts.claims_right += 2 * inside >= size
    return counts


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--set", choices=sorted(SETS))
    parser.add_argument("--reader", choices=sorted(READERS), default="rules")
    given = parser.parse_args()
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["attribution"]
    below = 0
    proposers = second_opinions() if given.reader == "full" else None
    for name in [given.set] if given.set else sorted(SETS):
        file, genre = SETS[name]
        path = given.folder / file
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        counts = score(path, genre, given.show, partial(read, proposers=proposers))
        rates = counts.rates()
        floor = floors.get(name, {})
        if floor and floor["digest"] != digest:
            print(f"{name}: measured on another set ({digest}, not {floor['digest']})")
            below += 1
        low = [k for k, v in rates.items() if v < floor.get(k, 0)]
        below += len(low)
        print(name, digest, rates, f"BELOW THE FLOOR: {low}" if low else "")
        print(counts.table())
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
