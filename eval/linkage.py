"""How often a redacted text is matched to its owner by its own words: python eval/linkage.py [DATA].

Asked with: every second paragraph of a judgment, as it is, as redacted here, and as masked by the benchmark's
annotator. Looked for among: the other paragraphs of all documents, unredacted, by TF-IDF cosine; the first
counts. By chance one in as many documents is right. Then the whole texts, each way, among the whole
originals, all of them public.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from protection import covered
from results_table import Measured, digest_of, show
from scoring import Tally

from muster.text.linkage import nearest


def measure(folder: Path) -> Iterator[Measured]:
    """Top-1 matches of halves of the benchmark's development documents, three ways."""
    files = [folder / "echr_dev21_gold.json", folder / "echr_train92_gold.json"]
    documents = [d for file in files for d in json.loads(file.read_text("utf-8"))]
    asked: dict[str, list[str]] = {"unredacted": [], "redacted": [], "human masks": []}
    whole: dict[str, list[str]] = {way: [] for way in asked}
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
            whole[way].append(left)
            asked[way].append("\n".join(left[a:b] for a, b in paragraphs[1::2]))
    tally = Tally()
    for way, texts in asked.items():
        for n, best in enumerate(nearest(texts, pool)):
            tally.add(str(documents[n]["doc_id"]), f"linked, {way}", int(best == n), 1)
    originals = [str(d["text"]) for d in documents]
    for way, texts in whole.items():
        for n, best in enumerate(nearest(texts, originals)):
            tally.add(str(documents[n]["doc_id"]), f"linked, whole text {way}", int(best == n), 1)
    size = len(documents)
    yield Measured("linkage (TAB, development)", "-", size, size, digest_of(files), tally.figures())


def _human(document: dict[str, object]) -> bytearray:
    mask = bytearray(len(str(document["text"])))
    annotations: dict[str, dict[str, list[dict[str, int]]]] = document["annotations"]  # type: ignore[assignment]
    for m in next(iter(annotations.values()))["entity_mentions"]:
        if m["identifier_type"] != "NO_MASK":
            mask[m["start_offset"] : m["end_offset"]] = b"\1" * (m["end_offset"] - m["start_offset"])
    return mask


if __name__ == "__main__":
    sys.exit(bool(show(measure(Path(sys.argv[1]) / "protection"))))
