"""How well the reader puts told events in their order: python eval/narratives.py [FOLDER] [--half develop].

The narratives of ``gold/narratives`` are told out of order. Their first two of each language are for
developing, the others for measuring: nobody who works on the reader looks at their words, and ``--show``
refuses to print them. Goals and floors are those of the measuring half; exit 1 below a floor.

An event is *found* where half of its words lie in an event of the reader; the one most like it answers.
The timeline is one line that keeps the reader's certain pairs, then its days, then its likely pairs, then
the order of telling. Kendall's tau-b is counted over pairs that the gold orders: told right minus told
wrong, of all pairs; two gold events that one event of the reader answers for are a tie. *Certain* pairs are
those that follow from the reader's certain links, or from its days with no doubt left.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from gold import ROOT, Event, GoldDocument, load_narratives
from own import read
from results_table import Measured, arguments, digest_of, show
from scoring import Figure, Tally, half_in, interval, share_of_either

from muster.model.claims import Reading
from muster.text.dates.chronology import in_time

_HALVES = {"develop": ("1", "2"), "measure": ("3", "4")}


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of one document that the gold orders. ``ties``: put neither way; ``gold_ties``: equal ranks."""

    right: int
    wrong: int
    ties: int
    gold_ties: int


@dataclass(slots=True)
class Scored:
    """One document: pairs by metric, and what was wrong, in words."""

    tau: dict[str, Pairs]
    wrong: list[tuple[str, str]]


def half_of(document: GoldDocument) -> str:
    """``develop`` or ``measure``, by the number that ends the name."""
    return next(half for half, ends in _HALVES.items() if document.id.endswith(ends))


def tau_b(pairs: Sequence[Pairs]) -> float:
    """Kendall's tau-b over the documents together; ties of the gold are no pairs of ours."""
    right, wrong = sum(p.right for p in pairs), sum(p.wrong for p in pairs)
    ties = sum(p.ties for p in pairs)
    whole = math.sqrt((right + wrong) * (right + wrong + ties))
    return (right - wrong) / whole if whole else 0.0


def tau_a(pairs: Sequence[Pairs]) -> float:
    """Right minus wrong, of all pairs the gold orders: what was not found counts as nothing."""
    whole = sum(p.right + p.wrong + p.ties for p in pairs)
    return (sum(p.right for p in pairs) - sum(p.wrong for p in pairs)) / whole if whole else 0.0


def answers(gold: Sequence[Event], reading: Reading) -> list[int | None]:
    """For each gold event, the event of the reader that holds half of its words."""
    found: list[int | None] = []
    for event in gold:
        words = [(event.words.start, event.words.stop)]
        hits = [
            (share_of_either(words, [(e.passage.start, e.passage.stop)]), -i)
            for i, e in enumerate(reading.events)
            if half_in(words, [(e.passage.start, e.passage.stop)])
        ]
        found.append(-max(hits)[1] if hits else None)
    return found


def timeline(reading: Reading) -> list[int]:
    """The place of each event of the reader in one line of time."""
    number = {e.id: i for i, e in enumerate(reading.events)}
    ranges = [(_ordinal(e.first), _ordinal(e.last)) for e in reading.events]
    order = [(number[o.before], number[o.after], o.certain) for o in reading.order]
    place = [0] * len(ranges)
    for at, i in enumerate(in_time(ranges, order)):
        place[i] = at
    return place


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def certain_pairs(reading: Reading) -> set[tuple[int, int]]:
    """Everything that follows from the certain links."""
    number = {e.id: i for i, e in enumerate(reading.events)}
    after: dict[int, list[int]] = {}
    for o in reading.order:
        if o.certain:
            after.setdefault(number[o.before], []).append(number[o.after])
    found: set[tuple[int, int]] = set()
    for i in after:
        stack = list(after[i])
        while stack:
            j = stack.pop()
            if (i, j) not in found:
                found.add((i, j))
                stack += after.get(j, [])
    return found


def score(document: GoldDocument, tally: Tally) -> Scored:
    """Adds the counts of one narrative; the pairs for tau come back."""
    reading = read(document, "rules")
    gold, found = document.events, answers(document.events, reading)
    wrong: list[tuple[str, str]] = []
    for event, answer in zip(gold, found, strict=True):
        tally.add(document.id, "events found", int(answer is not None), 1)
        if answer is None:
            wrong.append(("found", event.words.words))
    place = timeline(reading)
    sure = certain_pairs(reading)
    ordered = _order(document, tally, wrong, found, place, sure)
    _days(document, tally, wrong, found, reading)
    spans = [(n.start, n.stop) for note in reading.notes for n in _places(note)]
    for c in document.contradictions:
        told = all(any(a < w.stop and w.start < b for a, b in spans) for w in c.words)
        tally.add(document.id, "contradictions told", int(told), 1)
    extra = sum(note.startswith("contradiction") for note in reading.notes)
    tally.add(
        document.id, "contradictions told, of all told", min(extra, len(document.contradictions)), extra
    )
    return Scored(ordered, wrong)


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    stop: int


def _places(note: str) -> Iterator[_Place]:
    for m in re.finditer(r"\((\d+)–(\d+)\)", note):
        yield _Place(int(m[1]), int(m[2]))


def _order(
    document: GoldDocument, tally: Tally, wrong: list[tuple[str, str]], found: list[int | None],
    place: list[int], sure: set[tuple[int, int]],
) -> dict[str, Pairs]:  # fmt: skip
    counts = {metric: [0, 0, 0, 0] for metric in ("found", "all", "telling")}
    gold = document.events
    for i, j in combinations(range(len(gold)), 2):
        early, late = (i, j) if gold[i].rank < gold[j].rank else (j, i)
        same = gold[i].rank == gold[j].rank
        a, b = found[early], found[late]
        way = 0 if a is None or b is None or a == b else 1 if place[a] < place[b] else -1
        told = 1 if gold[early].words.start < gold[late].words.start else -1
        for metric, value in (("found", way), ("all", way), ("telling", told)):
            if metric == "found" and (a is None or b is None):
                continue
            counts[metric][3 if same else (2, 0, 1)[value]] += 1
        if same or a is None or b is None:
            continue
        tally.add(document.id, "pairs the order is certain of", int((a, b) in sure), 1)
        tally.add(document.id, "certain pairs not inverted", int((b, a) not in sure), 1)
        words = f"{gold[early].words.words!r} before {gold[late].words.words!r}"
        if (b, a) in sure:
            wrong.append(("inverted", words))
        elif way < 0:
            wrong.append(("order", words))
    return {metric: Pairs(*row) for metric, row in counts.items()}


def _days(
    document: GoldDocument, tally: Tally, wrong: list[tuple[str, str]], found: list[int | None],
    reading: Reading,
) -> None:  # fmt: skip
    """Days are *right* within a day of the gold's; they *can be* where the two share a day."""
    for event, answer in zip(document.events, found, strict=True):
        if answer is None or (event.first is None and event.last is None):
            continue
        ours = reading.events[answer]
        first, last = _ordinal(ours.first), _ordinal(ours.last)
        low = event.first.toordinal() if event.first else None
        high = event.last.toordinal() if event.last else None
        right = _near(low, first) and _near(high, last)
        given = first is not None or last is not None
        tally.add(document.id, "days right, of all", int(right), 1)
        if given:
            apart = (high is not None and first is not None and first > high) or (
                low is not None and last is not None and last < low
            )
            tally.add(document.id, "days right, of those given", int(right), 1)
            tally.add(document.id, "days that can be", int(not apart), 1)
        if not right:
            wrong.append(
                (
                    "days",
                    f"{event.words.words!r} {event.first}/{event.last}, read as {ours.first}/{ours.last}",
                )
            )


def _near(gold: int | None, ours: int | None) -> bool:
    return gold is None or (ours is not None and abs(gold - ours) <= 1)


_TAUS = (
    ("Kendall tau-b, pairs of found events", "found", tau_b),
    ("Kendall tau, all pairs", "all", tau_a),
    ("Kendall tau of the order of telling", "telling", tau_a),
)


def chosen(folder: Path, half: str) -> list[GoldDocument]:
    """The narratives of a half ("both": of both)."""
    return [d for d in load_narratives(folder) if half in (half_of(d), "both")]


def measure(folder: Path = ROOT, half: str = "measure", listed: bool = False) -> Iterator[Measured]:
    """Each language, and all together; ``listed`` prints what was wrong."""
    documents = chosen(folder, half)
    for language in [*sorted({d.language for d in documents}), "all"]:
        mine = [d for d in documents if language in (d.language, "all")]
        tally = Tally()
        scored = [score(d, tally) for d in mine]
        figures = [_tau(name, [s.tau[metric] for s in scored], of) for name, metric, of in _TAUS]
        if listed and language != "all":
            for d, s in zip(mine, scored, strict=True):
                print("\n".join(f"  {d.id} {metric}: {what}" for metric, what in s.wrong))
        name = f"narratives {language}" + ("" if half == "measure" else f" ({half})")
        items = sum(len(d.events) for d in mine)
        digest = digest_of(folder / f"{d.id}.toml" for d in mine)
        yield Measured(name, "rules", len(mine), items, digest, [*figures, *tally.figures()])


def _tau(metric: str, pairs: Sequence[Pairs], of: Callable[[Sequence[Pairs]], float]) -> Figure:
    low, high = interval(len(pairs), lambda drawn: of([pairs[k] for k in drawn]))
    right = sum(p.right for p in pairs)
    return Figure(metric, of(pairs), low, high, right, right + sum(p.wrong + p.ties for p in pairs), None)


def main() -> int:
    parser = arguments(__doc__, reader=False)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT)
    parser.add_argument("--half", choices=["develop", "measure", "both"], default="measure")
    parser.add_argument("--show", action="store_true", help="list what was wrong (developing half only)")
    given = parser.parse_args()
    if given.show and given.half != "develop":
        parser.error("--show reads the developing half only: add --half develop")
    return bool(show(measure(given.folder, given.half, given.show)))


if __name__ == "__main__":
    sys.exit(main())
