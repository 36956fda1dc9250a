"""How far two annotators agree on the same texts: python eval/agreement.py [FOLDER].

The second annotation lies in ``gold/second/LANGUAGE/NAME.toml``, made from the bare text by somebody who
saw neither the first annotation nor the rules. What the reader is scored by is scored here between the
two people, the first as gold: no reader can be asked to agree with one more than they do with each other.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from gold import ROOT, Attribution, GoldDocument, Quantity, Words, load
from own import narrowed, same_person
from scoring import Spans, Tally, distinct, same_spans, share_of_either

_ALIKE = 0.3


def compare(tally: Tally, one: GoldDocument, two: GoldDocument) -> None:
    """Counts of one text annotated twice. Raises ValueError where the texts differ."""
    if one.text != two.text:
        raise ValueError(f"{one.id}: the second annotation is of another text")
    _spans(tally, one, two)
    _attributions(tally, one, two)
    _quantities(tally, one, two)
    _times(tally, one, two)


def _spans(tally: Tally, one: GoldDocument, two: GoldDocument) -> None:
    kinds: dict[str, Callable[[Attribution], Sequence[Words]]] = {
        "source": lambda a: [a.source] if a.source else [],
        "cue": lambda a: [a.cue] if a.cue else [],
        "content": lambda a: a.content,
    }
    for kind, of in kinds.items():
        a, b = (
            distinct(narrowed(d.text, _places(of(x))) for x in d.attributions if of(x)) for d in (one, two)
        )
        tally.add(one.id, f"{kind}, F1 at {_ALIKE}", len(same_spans(a, b, _ALIKE)), len(a), len(b))


def _attributions(tally: Tally, one: GoldDocument, two: GoldDocument) -> None:
    contents = [[_places(a.content) for a in d.attributions] for d in (one, two)]
    for i, j in same_spans(contents[0], contents[1], _ALIKE):
        a, b = one.attributions[i], two.attributions[j]
        who = a.speaker == b.speaker or same_person(a.speaker, b.speaker, one.language)
        for name, same in (
            ("speaker", who),
            ("type", a.type == b.type),
            ("act", a.act == b.act),
            ("stance", a.stance == b.stance),
            ("basis", a.basis == b.basis),
            ("kind of source", a.source_kind == b.source_kind),
            ("protected", a.protected == b.protected),
        ):
            tally.add(one.id, f"{name}, same where both found it", int(same), 1)
        hedges = [[_places([h]) for h in x.hedges] for x in (a, b)]
        same_hedges = len(same_spans(hedges[0], hedges[1], 0.01))
        tally.add(one.id, "hedges, F1", same_hedges, len(hedges[0]), len(hedges[1]))


def _quantities(tally: Tally, one: GoldDocument, two: GoldDocument) -> None:
    spans = [[_places([q.words]) for q in d.quantities] for d in (one, two)]
    same = same_spans(spans[0], spans[1], 0.01)
    tally.add(one.id, "quantities, F1 of overlap", len(same), len(spans[0]), len(spans[1]))
    right = sum(_interval(one.quantities[i]) == _interval(two.quantities[j]) for i, j in same)
    tally.add(one.id, "full interval, F1", right, len(spans[0]), len(spans[1]))


def _interval(q: Quantity) -> tuple[object, ...]:
    return ("vague",) if q.vague else (q.low, q.high, q.low_open, q.high_open)


def _times(tally: Tally, one: GoldDocument, two: GoldDocument) -> None:
    spans = [[_places([t.words]) for t in d.times] for d in (one, two)]
    same = same_spans(spans[0], spans[1], 0.01)
    strict = sum(share_of_either(spans[0][i], spans[1][j]) == 1 for i, j in same)
    value = sum(one.times[i].value == two.times[j].value for i, j in same)
    for name, right in (("strict", strict), ("relaxed", len(same)), ("value", value)):
        tally.add(one.id, f"times, {name}, F1", right, len(spans[0]), len(spans[1]))


def _places(words: Iterable[Words]) -> Spans:
    return [(w.start, w.stop) for w in words]


def main(folder: Path = ROOT) -> int:
    first = {d.id: d for d in load(folder)}
    second = load(folder / "second") if (folder / "second").exists() else []
    for language in sorted({d.language for d in second}):
        tally = Tally()
        mine = [d for d in second if d.language == language]
        for two in mine:
            compare(tally, first[two.id], two)
        print(f"\n{language}, {len(mine)} documents annotated twice: per cent, 95 % interval")
        print("\n".join("  " + f.line() for f in tally.figures()))
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
