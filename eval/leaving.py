"""How many words of hidden people could leave at level public, and leave unwarned: python eval/leaving.py.

Each gold text is a paper of its own. Every sentence with a claim may leave (the quarter of a text that a
release holds is left out of account: it would hide what the gate does), if the gate lets it. The words of a
hidden speaker leave where a passage that leaves shares characters with them; they leave unwarned where such a
passage stands in no warning of the net (``workflows/unnamed.py``). ``--half develop`` reads the developing
halves; figures are those of the measuring ones.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import own
from gold import BLIND, FRESH, ROOT, STRANGER, STRANGER_BLIND, GoldDocument
from results_table import Measured, arguments, digest_of, show
from scoring import Tally

from muster.model.claims import Reading
from muster.model.evidence import Document, Source, Text
from muster.publish import release
from muster.text.languages import language_of
from muster.workflows.unnamed import of_paper

FOLDERS = (("own", ROOT), ("blind", BLIND), ("fresh", FRESH), ("stranger", STRANGER_BLIND))
_SOURCE = Source("source", "Paper", "outlet")


@dataclass(frozen=True, slots=True)
class _Paper:
    """As much of a project as a departure asks for: one paper."""

    text: Text
    reading: Reading

    def sources(self) -> Iterator[Source]:
        yield _SOURCE

    def readings(self, only: Collection[str] = (), /) -> Iterator[tuple[Document, Text, Reading]]:
        yield Document(self.text.document, "source", "a", "0" * 64, "text/plain", ""), self.text, self.reading


def left(gold: GoldDocument) -> tuple[list[tuple[int, int]], set[tuple[int, int]]]:
    """Characters of the passages of a public release of one text, and those of them the net warns of."""
    text = Text("text", gold.id, gold.text, language_of(gold.text), "eval")
    reading = own.read(gold, "rules")
    found = release.departure(_Paper(text, reading), "public", secret=b"eval")  # type: ignore[arg-type]
    rows = [{"number": p.number, "says": p.says} for p in found.passages]
    warned = {where for each in of_paper(text, reading, rows) for where in each.where}
    places = {number: (start, stop) for number, (_, start, stop) in found.stands.items()}
    return list(places.values()), {p for n, p in places.items() if f"passage {n}" in warned}


def score(documents: Sequence[GoldDocument]) -> Tally:
    """The counts over the documents of one language."""
    tally = Tally()
    for gold in documents:
        passages, warned = left(gold)
        for hidden in (a for a in gold.attributions if a.protected):
            over = [p for p in passages if any(w.start < p[1] and p[0] < w.stop for w in hidden.content)]
            tally.add(gold.id, "hidden people's words that stay", int(not over), 1)
            tally.add(gold.id, "stay, or are warned of", int(warned.issuperset(over)), 1)
        tally.add(
            gold.id, "passages that leave without a warning", len(passages) - len(warned), len(passages)
        )
    return tally


def measured(name: str, folder: Path, half: str) -> Iterator[Measured]:
    """A folder of gold, language by language."""
    for language, documents in own.chosen(folder, half).items():
        tally = score(documents)
        hidden = sum(a.protected for d in documents for a in d.attributions)
        digest = digest_of(folder / f"{d.id}.toml" for d in documents)
        label = f"leaving {name} {language}" + ("" if half == "measure" else f" ({half})")
        yield Measured(label, "-", len(documents), hidden, digest, tally.figures())


def measure(half: str = "measure") -> Iterator[Measured]:
    """Every set of a half."""
    folders = FOLDERS if half == "measure" else (("own", ROOT), ("stranger", STRANGER))
    share, release.PUBLIC_SHARE = release.PUBLIC_SHARE, 1.0
    try:
        for name, folder in folders:
            yield from measured(name, folder, half)
    finally:
        release.PUBLIC_SHARE = share


def main() -> int:
    parser = arguments(__doc__)
    parser.add_argument("--half", choices=["develop", "measure"], default="measure")
    return bool(show(measure(parser.parse_args().half)))


if __name__ == "__main__":
    sys.exit(main())
