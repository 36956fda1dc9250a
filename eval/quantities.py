"""How well quantities are read: python eval/quantities.py LIST.json | NEWSQUANT.json | MEASEVAL_FOLDER [-v].

A list of our own (``lang``, ``text``, ``quantities``): full interval: right lower and upper bound within 1 %;
a bare point counts as right for "about N"; a vague word is right under ``strict`` coding (the list's own
intervals) and, as written, where it is named without bounds. precision: share of what was found that
overlaps a quantity of the list. counted: the phrase shares a word with the gold's.
NewsQuant and MeasEval: see ``quantity_sets.py``. -v lists what is wrong.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from results_table import Measured, arguments, digest_of, show
from scoring import Tally

from muster.model.claims import Quantity, ReadingContext
from muster.model.evidence import Text
from muster.read.quantities.quantities import find_quantities
from muster.text.spans import Span


def read_quantities(body: str, language: str, coding: str = "as-written") -> list[Quantity]:
    """The quantities of one sentence; no set marks ordinals."""
    text = Text("t", "d", body, language, "eval")
    found = find_quantities(text, [Span(0, len(body))], [language], ReadingContext(coding=coding))
    return [q for q in found if q.kind != "ordinal"]


def _close(ours: float | None, theirs: float) -> bool:
    return ours is not None and abs(ours - theirs) <= 0.01 * max(abs(theirs), 1e-9)


def is_right(q: Quantity, gold: dict[str, Any], scale: float) -> bool:
    """True where both bounds are those of the list."""
    low, high = float(gold["lo"]) * scale, float(gold["hi"]) * scale
    if gold["kind"] == "approx" and q.low is not None and q.low == q.high:
        points = [float(a) * scale for a in gold["anchors"]]
        if any(_close(q.low, p) for p in points):
            return True
    low_right = (q.low is None and low == 0) or _close(q.low, low)
    high_right = (q.high is None and high == float("inf")) or _close(q.high, high)
    return low_right and high_right


def _words(phrase: str) -> set[str]:
    return set(re.sub(r"\W", " ", phrase.lower()).split())


def _score(item: dict[str, Any], tally: Tally, kinds: Tally, verbose: bool) -> None:
    body, language, name = item["text"], item["lang"], item["id"]
    strict, plain = read_quantities(body, language, "strict"), read_quantities(body, language)
    at, spans = 0, []
    for gold in item["quantities"]:
        start = body.find(gold["surface"], at)
        at = start + len(gold["surface"])
        spans.append((start, at))
        hits = [k for k, q in enumerate(plain) if q.passage.start < at and start < q.passage.stop]
        right = _is_read(gold, [plain[k] for k in hits], [strict[k] for k in hits])
        counted = _words(gold["counted"]) & _words(" ".join(plain[k].what or "" for k in hits))
        modality = any(plain[k].modality == gold["modality"] for k in hits)
        tally.add(name, "full interval", right, 1)
        tally.add(name, "counted", bool(counted), 1)
        tally.add(name, "modality", modality, 1)
        kinds.add(name, f"interval, {_KINDS[gold['kind']]}", right, 1)
        if verbose and not right:
            read = [(q.passage.words, q.low, q.high, q.vague) for q in plain]
            print(name, "WRONG", gold["surface"], gold["lo"], gold["hi"], read)
        if verbose and not counted:
            print(name, "COUNTED", gold["counted"], [(q.passage.words, q.what) for q in plain])
    extra = [q for q in plain if not any(q.passage.start < e and s < q.passage.stop for s, e in spans)]
    tally.add(name, "precision", len(plain) - len(extra), len(plain))
    if verbose and extra:
        print(name, "EXTRA", [(q.passage.words, q.kind) for q in extra])


def _is_read(gold: dict[str, Any], plain: Sequence[Quantity], strict: Sequence[Quantity]) -> bool:
    scale = 0.01 if gold["unit"] == "percent" else 1.0
    vague = any(q.vague for q in plain)
    if any(q.vague and (q.low is not None or q.high is not None) for q in plain):
        return False
    return any(is_right(q, gold, scale) for q in (strict if vague else plain))


# The kinds of a list as our gold calls them.
_KINDS = {
    "exact": "a number", "approx": "about a number", "lower": "one bound", "upper": "one bound",
    "range": "range", "share": "share", "vague": "vague", "zero": "zero",
}  # fmt: skip


def measure(path: Path, verbose: bool = False) -> Iterator[Measured]:
    """The scores of a set; of a list of ours, for each of its languages."""
    from quantity_sets import measeval, newsquant

    if path.is_dir():
        yield measeval(path, verbose)
        return
    items = json.loads(path.read_text("utf-8"))
    if "lang" not in items[0]:
        yield newsquant(path, items, verbose)
        return
    for language in sorted({item["lang"] for item in items}):
        mine = [item for item in items if item["lang"] == language]
        tally, kinds = Tally(), Tally()
        for item in mine:
            _score(item, tally, kinds, verbose)
        size = sum(len(item["quantities"]) for item in mine)
        of_kinds = kinds.figures()
        name, digest = f"quantities {language}", digest_of([path])
        yield Measured(name, "rules", len(mine), size, digest, tally.figures(), of_kinds, "sentences")


def main() -> int:
    parser = arguments(__doc__, reader=False)
    parser.add_argument("path", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    given = parser.parse_args()
    return bool(show(measure(given.path, given.verbose)))


if __name__ == "__main__":
    sys.exit(main())
