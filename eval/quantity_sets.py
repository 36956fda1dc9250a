"""Public sets of quantities that a user may have on disk, read for ``eval/quantities.py``.

NewsQuant (Almasian et al., EMNLP 2023; no licence file, so never copied): a JSON list of sentences with
``quantities``, each with ``value`` ("12" or "10-15") and ``change`` (= ~ > < up down). A value is right
within 1e-5, one to one within its sentence, as in the authors' scorer; with change, that too.
MeasEval (Harper et al., SemEval-2021 task 8; CC BY): a folder with ``tsv`` and ``text``/``txt``. A quantity
is found where the spans overlap, one to one; exact where they are the same; the measured entity is found
where the phrase counted overlaps it.
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from results_table import Measured, digest_of
from scoring import Tally, touching

from muster.model.claims import Quantity, ReadingContext
from muster.model.evidence import Text
from muster.read.quantities.quantities import find_quantities
from muster.text.numbers.shares import PERCENT
from muster.text.numbers.trends import trend
from muster.text.segment import sentences
from muster.text.tokens import tokens_of

_Value = tuple[float, float]


def _read(body: str) -> list[Quantity]:
    spans = sentences(body)
    text = Text("t", "d", body, "en", "eval")
    found = find_quantities(text, spans, ["en"] * len(spans), ReadingContext())
    return [q for q in found if q.kind != "ordinal"]


# --- NewsQuant -----------------------------------------------------------------------------------------


def newsquant(path: Path, items: Sequence[dict[str, Any]], verbose: bool) -> Measured:
    """F1 of value, and of value with change, over sentences."""
    tally = Tally()
    for number, item in enumerate(items):
        gold = [(_gold_value(q["value"]), str(q.get("change", "="))) for q in item["quantities"]]
        found = [(value, change_of(item["text"], q)) for q in _read(item["text"]) if (value := value_of(q))]
        free, right, changed = list(found), 0, 0
        for value, change in gold:
            same = [f for f in free if _same(f[0], value)]
            best = next((f for f in same if f[1] == change), same[0] if same else None)
            if best is not None:
                free.remove(best)
                right += 1
                changed += best[1] == change
            if verbose and (best is None or best[1] != change):
                print("MISSED" if best is None else "CHANGE", value, change, best, "|", item["text"])
        if verbose and free:
            print("EXTRA", free, "|", item["text"])
        tally.add(str(number), "value", right, len(gold), len(found))
        tally.add(str(number), "value and change", changed, len(gold), len(found))
    size = sum(len(item["quantities"]) for item in items)
    digest = digest_of([path])
    return Measured("NewsQuant", "rules", len(items), size, digest, tally.figures(), unit="sentences")


def _gold_value(value: object) -> _Value:
    """ "12", "-3", "1.5E6" or "10-15"; a range keeps both ends."""
    words = str(value)
    low, dash, high = words.partition("-")
    if dash and low and "E" not in words:
        return float(low), float(high)
    return float(words), float(words)


def value_of(q: Quantity) -> _Value | None:
    """The number as NewsQuant writes it: per cent as points, the bound that was given; None without any."""
    if q.vague is not None or (q.low is None and q.high is None) or q.low == q.high == 0:
        return None
    low = q.low if q.low is not None else q.high
    high = q.high if q.high is not None else q.low
    assert low is not None and high is not None
    last = tokens_of(q.passage.words).words[-2:]
    per_cent = q.unit == "share" and (last[-1] in PERCENT or last == ("per", "cent"))
    scale = 100 if per_cent else 1
    return low * scale, high * scale


def change_of(body: str, q: Quantity) -> str:
    """A stated bound first, then "about", then rise or fall."""
    if q.low is None or q.high is None:
        return "<" if q.low is None else ">"
    if q.approximate:
        return "~"
    if q.kind in ("duration", "age"):
        return "="
    tokens = tokens_of(body)
    first, last = tokens.between(q.passage.start, q.passage.stop)
    return trend(tokens.words, 0, first, last, len(tokens.words)) or "="


def _same(ours: _Value, theirs: _Value) -> bool:
    return all(math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8) for a, b in zip(ours, theirs, strict=True))


# --- MeasEval ------------------------------------------------------------------------------------------


def measeval(folder: Path, verbose: bool) -> Measured:
    """F1 of quantity spans, and measured entities, over documents."""
    tally, size, files = Tally(), 0, []
    for path in sorted(folder.rglob("*.tsv")):
        text = next((folder.rglob(f"{path.stem}.txt")), None)
        if text is not None:
            files += [path, text]
            size += _measured(path, text.read_text("utf-8"), tally, verbose)
    return Measured("MeasEval", "rules", len(files) // 2, size, digest_of(files), tally.figures())


def _measured(path: Path, body: str, tally: Tally, verbose: bool) -> int:
    """Counts of one document; how many quantities it has."""
    groups: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            span = int(row["startOffset"]), int(row["endOffset"])
            groups[row["annotSet"]][row["annotType"]].append(span)
    gold = [(span, group["MeasuredEntity"]) for group in groups.values() for span in group["Quantity"]]
    found = _read(body)
    ours = [(q.passage.start, q.passage.stop) for q in found]
    same = touching([span for span, _ in gold], ours)
    for g, f in same:
        _entity(path.stem, found[f], gold[g][1], tally)
    exact = sum(gold[g][0] == ours[f] for g, f in same)
    tally.add(path.stem, "quantity overlaps", len(same), len(gold), len(ours))
    tally.add(path.stem, "quantity exact", exact, len(gold), len(ours))
    if verbose:
        _list("MISSED", body, {span for span, _ in gold} - {gold[g][0] for g, _ in same})
        _list("EXTRA", body, set(ours) - {ours[f] for _, f in same})
    return len(gold)


def _list(what: str, body: str, spans: Iterable[tuple[int, int]]) -> None:
    for start, stop in sorted(spans):
        print(what, body[start:stop], "|", body[max(0, start - 60) : stop + 40].replace("\n", " "))


def _entity(name: str, q: Quantity, gold: list[tuple[int, int]], tally: Tally) -> None:
    """Only entities after their quantity: what stands before it is no counted phrase."""
    after = [(a, b) for a, b in gold if q.passage.stop <= a < q.passage.stop + 60]
    for start, stop in after:
        what = q.what_passage
        hit = what is not None and what.start < stop and start < what.stop
        tally.add(name, "entity after the quantity", hit, 1)


__all__ = ["change_of", "measeval", "newsquant", "value_of"]
