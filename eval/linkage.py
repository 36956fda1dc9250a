"""How often a redacted text is matched to its owner by its own words: python eval/linkage.py [DATA].

Asked with: every second paragraph of a judgment, as it is, as redacted here, and as masked by the benchmark's
annotator. Looked for among: the other paragraphs of all documents, unredacted, by TF-IDF cosine; the first
counts. By chance one in as many documents is right.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from protection import covered
from results_table import Measured, digest_of, show
from scoring import Tally

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")


def measure(folder: Path) -> Iterator[Measured]:
    """Top-1 matches of halves of the benchmark's development documents, three ways."""
    files = [folder / "echr_dev21_gold.json", folder / "echr_train92_gold.json"]
    documents = [d for file in files for d in json.loads(file.read_text("utf-8"))]
    asked: dict[str, list[str]] = {"unredacted": [], "redacted": [], "human masks": []}
    pool = []
    for document in documents:
        body = document["text"]
        masks = {
            "unredacted": bytearray(len(body)),
            "redacted": covered(body),
            "human masks": _human(document),
        }
        paragraphs = [m.span() for m in re.finditer(r"[^\n]+", body)]
        pool.append("\n".join(body[a:b] for a, b in paragraphs[::2]))
        for way, mask in masks.items():
            left = "".join(" " if hidden else c for c, hidden in zip(body, mask, strict=True))
            asked[way].append("\n".join(left[a:b] for a, b in paragraphs[1::2]))
    tally = Tally()
    for way, texts in asked.items():
        for n, best in enumerate(nearest(texts, pool)):
            tally.add(str(documents[n]["doc_id"]), f"linked, {way}", int(best == n), 1)
    size = len(documents)
    yield Measured("linkage (TAB, development)", "-", size, size, digest_of(files), tally.figures())


def _human(document: dict[str, object]) -> bytearray:
    mask = bytearray(len(str(document["text"])))
    annotations: dict[str, dict[str, list[dict[str, int]]]] = document["annotations"]  # type: ignore[assignment]
    for m in next(iter(annotations.values()))["entity_mentions"]:
        if m["identifier_type"] != "NO_MASK":
            mask[m["start_offset"] : m["end_offset"]] = b"\1" * (m["end_offset"] - m["start_offset"])
    return mask


def nearest(texts: Sequence[str], pool: Sequence[str]) -> list[int]:
    """For each text the place in ``pool`` of the one most like it."""
    bags = [Counter(_WORD.findall(text.lower())) for text in pool]
    often = Counter(word for bag in bags for word in bag)
    place = {word: n for n, word in enumerate(often)}
    weight = np.log((1 + len(pool)) / (1 + np.array(list(often.values())))) + 1

    def vectors(bags: Sequence[Counter[str]]) -> np.ndarray:
        made = np.zeros((len(bags), len(place)))
        for row, bag in enumerate(bags):
            for word, n in bag.items():
                if word in place:
                    made[row, place[word]] = (1 + np.log(n)) * weight[place[word]]
        return made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-12)

    likeness = vectors([Counter(_WORD.findall(t.lower())) for t in texts]) @ vectors(bags).T
    return [int(best) for best in likeness.argmax(axis=1)]


if __name__ == "__main__":
    sys.exit(bool(show(measure(Path(sys.argv[1]) / "protection"))))
