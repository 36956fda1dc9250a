"""How far two annotators agree on the same texts: python eval/agreement.py [FOLDER].

The second annotation lies in ``gold/second/LANGUAGE/NAME.toml``, made from the bare text by somebody who
saw neither the first annotation nor the rules. What the reader is scored by is scored here between the
two people, the first as gold: no reader can be asked to agree with one more than they do with each other.
The basis alone was annotated again, by the tree of the guidelines, in ``gold/second/basis-*.tsv``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from basis_labels import labels_in
from gold import BLIND, FRESH, ROOT, STRANGER_BLIND, Attribution, GoldDocument, Quantity, Words, load
from own import same_person
from results_table import Measured, digest_of, show
from scoring import ALIKE, Spans, Tally, distinct, narrowed, same_spans, touching, without_preposition

# Which folder of gold each file of second bases was made from.
BASES = {
    "blind": BLIND,
    "develop-second": ROOT,
    "fresh": FRESH,
    "own": ROOT,
    "stranger-blind": STRANGER_BLIND,
}


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
        tally.add(one.id, f"{kind}, F1 at {ALIKE}", len(same_spans(a, b, ALIKE)), len(a), len(b))


def _attributions(tally: Tally, one: GoldDocument, two: GoldDocument) -> None:
    contents = [[_places(a.content) for a in d.attributions] for d in (one, two)]
    for i, j in same_spans(contents[0], contents[1], ALIKE):
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
            tally.add(one.id, f"same where both found it, {name}", int(same), 1)
        hedges = [_places(x.hedges) for x in (a, b)]
        tally.add(one.id, "hedges, F1", len(touching(*hedges)), len(hedges[0]), len(hedges[1]))


def _quantities(tally: Tally, one: GoldDocument, two: GoldDocument) -> None:
    spans = [_places(q.words for q in d.quantities) for d in (one, two)]
    same = touching(*spans)
    tally.add(one.id, "quantities, F1 of overlap", len(same), len(spans[0]), len(spans[1]))
    right = sum(_interval(one.quantities[i]) == _interval(two.quantities[j]) for i, j in same)
    tally.add(one.id, "full interval, F1", right, len(spans[0]), len(spans[1]))


def _interval(q: Quantity) -> tuple[object, ...]:
    return ("vague",) if q.vague else (q.low, q.high, q.low_open, q.high_open)


def _times(tally: Tally, one: GoldDocument, two: GoldDocument) -> None:
    spans = [_places(t.words for t in d.times) for d in (one, two)]
    same = touching(*spans)
    alone = [[without_preposition(one.text, s) for s in side] for side in spans]
    strict = sum(alone[0][i] == alone[1][j] for i, j in same)
    value = sum(one.times[i].value == two.times[j].value for i, j in same)
    for name, right in (("strict", strict), ("relaxed", len(same)), ("value", value)):
        tally.add(one.id, f"times, {name}", right, len(spans[0]), len(spans[1]))


def _places(words: Iterable[Words]) -> Spans:
    return [(w.start, w.stop) for w in words]


def measure(folder: Path = ROOT) -> Iterator[Measured]:
    """The agreement of each language that somebody annotated again; the reader is the second annotator."""
    again = folder / "second"
    second = load(again) if again.exists() else []
    first = {d.id: d for d in load(folder)} if second else {}
    for language in sorted({d.language for d in second}):
        mine = [d for d in second if d.language == language]
        tally = Tally()
        for two in mine:
            compare(tally, first[two.id], two)
        items = sum(len(d.attributions) + len(d.quantities) + len(d.times) for d in mine)
        digest = digest_of(f / f"{d.id}.toml" for d in mine for f in (folder, again))
        yield Measured(f"agreement {language}", "person", len(mine), items, digest, tally.figures())


def bases() -> Iterator[Measured]:
    """How often the second basis, by the tree, is the first one; by set and language. Raises ValueError.

    The first are the gold's; of the developing half those that the tree's author gave by it.
    """
    for name, folder in BASES.items():
        second, documents = labels_in(f"basis-{name}.tsv"), {d.id: d for d in load(folder)}
        author = labels_in("basis-develop.tsv") if name == "develop-second" else {}
        for language in sorted({documents[id].language for id, _ in second if id in documents}):
            tally, done = Tally(), list[str]()
            for (id, place), basis in second.items():
                if id not in documents or not 0 < place <= len(documents[id].attributions):
                    raise ValueError(f"basis-{name}.tsv: {id} has no attribution {place}")
                if documents[id].language == language:
                    first = author.get((id, place)) or documents[id].attributions[place - 1].basis
                    tally.add(id, "same basis", int(first == basis), 1)
                    done.append(id)
            texts = [folder / f"{id}.toml" for id in sorted(set(done))]
            labels = [f"basis-{name}.tsv", *(["basis-develop.tsv"] if author else [])]
            digest = digest_of([*(ROOT / "second" / file for file in labels), *texts])
            title = f"agreement on the basis, {name}, {language}"
            yield Measured(title, "person", len(texts), len(done), digest, tally.figures())


def main() -> int:
    several = chain(measure(*map(Path, sys.argv[1:2])), [] if sys.argv[1:] else bases())
    return bool(show(several))


if __name__ == "__main__":
    sys.exit(main())
