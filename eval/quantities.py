"""How well quantities are read: python eval/quantities.py LIST.json [-v].

full interval: right lower and upper bound within 1 %; a bare point counts as right for "about N"; a vague
word is right under ``strict`` coding (the list's own intervals) and, as written, where it is named
without bounds.
precision: share of what was found that overlaps a quantity of the list.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from muster.model.claims import Quantity, ReadingContext
from muster.model.evidence import Text
from muster.read.quantities import find_quantities
from muster.text.spans import Span


def read_quantities(body: str, language: str, coding: str = "as-written") -> list[Quantity]:
    """The quantities of one sentence."""
    text = Text("t", "d", body, language, "eval")
    return find_quantities(text, [Span(0, len(body))], [language], ReadingContext(coding=coding))


def _close(ours: float | None, theirs: float) -> bool:
    return ours is not None and abs(ours - theirs) <= 0.01 * max(abs(theirs), 1e-9)


def is_right(q: Quantity, gold: dict[str, object], scale: float) -> bool:
    """True where both bounds are those of the list."""
    low, high = float(str(gold["lo"])) * scale, float(str(gold["hi"])) * scale
    if gold["kind"] == "approx":
        point = [float(str(a)) * (scale if scale != 1 else 1) for a in gold["anchors"]]  # type: ignore[attr-defined]
        if q.low is not None and q.low == q.high and any(_close(q.low, p) for p in point):
            return True
    low_right = (q.low is None and low == 0) or _close(q.low, low)
    high_right = (q.high is None and high == float("inf")) or _close(q.high, high)
    return low_right and high_right


def main(argument: str, verbose: bool) -> dict[str, dict[str, float]]:
    totals: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for item in json.loads(Path(argument).read_text("utf-8")):
        body, language = item["text"], item["lang"]
        strict, plain = read_quantities(body, language, "strict"), read_quantities(body, language)
        at, spans = 0, []
        for gold in item["quantities"]:
            start = body.find(gold["surface"], at)
            at = start + len(gold["surface"])
            spans.append((start, at))
            scale = 0.01 if gold["unit"] == "percent" else 1.0
            hits = [k for k, q in enumerate(plain) if q.passage.start < at and start < q.passage.stop]
            vague = any(plain[k].vague for k in hits)
            right = any(is_right(strict[k] if vague else plain[k], gold, scale) for k in hits)
            if vague and not all(
                plain[k].low is None and plain[k].high is None for k in hits if plain[k].vague
            ):
                right = False
            totals[language]["gold"] += 1
            totals[language]["right"] += right
            wanted = re.sub(r"\W", " ", gold["counted"].lower()).split()
            got = re.sub(r"\W", " ", " ".join(plain[k].what or "" for k in hits).lower()).split()
            totals[language]["what"] += bool(set(wanted) & set(got))
            totals[language]["modality"] += any(plain[k].modality == gold["modality"] for k in hits)
            if verbose and not right:
                print(
                    item["id"],
                    "WRONG",
                    gold["surface"],
                    gold["lo"],
                    gold["hi"],
                    [(q.passage.words, q.low, q.high, q.vague) for q in plain],
                )
            if verbose and not set(wanted) & set(got):
                print(item["id"], "WHAT", gold["counted"], [(q.passage.words, q.what) for q in plain])
        extra = [q for q in plain if not any(q.passage.start < e and s < q.passage.stop for s, e in spans)]
        totals[language]["found"] += len(plain)
        totals[language]["extra"] += len(extra)
        if verbose and extra:
            print(item["id"], "EXTRA", [(q.passage.words, q.kind) for q in extra])
    scores = {}
    for language, row in sorted(totals.items()):
        n = row["gold"]
        scores[language] = {
            "interval": round(100 * row["right"] / n, 1),
            "precision": round(100 * (1 - row["extra"] / max(row["found"], 1)), 1),
            "what": round(100 * row["what"] / n, 1),
            "modality": round(100 * row["modality"] / n, 1),
            "n": n,
        }
        print(language, scores[language])
    return scores


if __name__ == "__main__":
    main(sys.argv[1], "-v" in sys.argv)
