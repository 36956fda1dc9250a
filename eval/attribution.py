"""How many attributions of a public set the reader finds: python eval/attribution.py FOLDER [--reader full].

FOLDER holds ``english_gum.jsonl`` and ``russian_pud_derived.jsonl``, or PolNeAR (see ``polnear.py``).

*F1 at 0.3*, the usual measure of the trade, for source, cue and content apart: a found span and a gold span
of a kind are the same where they share at least 0.3 of the characters that either has, one to one, the most
alike first; "that" and marks at the ends belong to neither, and each span counts once, however many
attributions share it. *content found*: at least half of its characters lie in one claim. *source right*: the
speaker's words of such a claim overlap the gold source. *precision of claims*: at least half of a claim lies
in one gold content.

The reader ``full`` was trained on GUM: its figures on GUM are no measure of it (that is what the
cross-validation of ``tools/tagger/train.py`` is for). ``--show N`` prints the first misses.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polnear
from attributed import Document, Gold
from results_table import Measured, arguments, digest_of, show
from scoring import ALIKE, Spans, Tally, covered, distinct, half_in, narrowed, same_spans

from muster.model.claims import Claim
from muster.model.evidence import Text
from muster.read.attribution import find_claims
from muster.read.page import lay_out
from muster.read.people.people import find_named
from muster.read.protection.anonymity import protect
from muster.read.readers import second_opinions
from muster.read.second_opinion import Opinion, Propose

KINDS = ("source", "cue", "content")
# Classes that have a row of their own among the figures; the others are in the table of kinds only.
_SHOWN = ("quoted", "indirect", "verb of saying")
# Name of a set → its file, and the genre it is narrowed to.
SETS: dict[str, tuple[str, str | None]] = {
    "GUM news": ("english_gum.jsonl", "news"),
    "GUM": ("english_gum.jsonl", None),
    "Russian PUD": ("russian_pud_derived.jsonl", None),
}


class Counts:
    """The tallies of a set: its figures, and recall by class."""

    def __init__(self) -> None:
        self.tally, self.kinds = Tally(), Tally()

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Count one text as read."""
        self.spans(document, [of_claim(c) for c in claims])
        for claim in claims:
            right = any(half_in(parts(claim), gold.content) for gold in document.gold)
            self.tally.add(document.name, "precision of claims", int(right), 1)
            if claim.cue:
                self.tally.add(document.name, "precision of claims, with cue", int(right), 1)
        for gold in document.gold:
            self._attribution(document.name, gold, answering(gold, claims))

    def spans(self, document: Document, found: Sequence[Gold]) -> None:
        """Count the three kinds of spans of one text, whoever found them."""
        for kind in KINDS:
            wanted, ours = (
                distinct(narrowed(document.body, getattr(one, kind)) for one in several)
                for several in (document.gold, found)
            )
            same = same_spans(wanted, ours, ALIKE)
            self.tally.add(document.name, f"{kind}, F1 at {ALIKE}", len(same), len(wanted), len(ours))

    def _attribution(self, name: str, gold: Gold, hits: Sequence[Claim]) -> None:
        found, right = bool(hits), source_right(gold, hits)
        self.tally.add(name, "content found", found, 1)
        if gold.cue:
            self.tally.add(name, "content found, with cue", found, 1)
        if gold.source:
            self.tally.add(name, "source right", right, 1)
        for kind in gold.classes:
            if kind in _SHOWN:
                self.tally.add(name, f"content found, {kind}", found, 1)
                if gold.source:
                    self.tally.add(name, f"source right, {kind}", right, 1)
            self.kinds.add(name, f"content, {kind}", found, 1)
            if gold.source:
                self.kinds.add(name, f"source, {kind}", right, 1)


def answering(gold: Gold, claims: Iterable[Claim]) -> list[Claim]:
    """The claims that hold at least half of its content."""
    return [c for c in claims if half_in(gold.content, parts(c))]


def source_right(gold: Gold, hits: Iterable[Claim]) -> bool:
    """Whether one of them names a speaker with words of the gold source."""
    return any(c.speaker and covered(gold.source, [(c.speaker.start, c.speaker.stop)]) for c in hits)


def of_claim(claim: Claim) -> Gold:
    """A claim's spans."""
    speaker, cue = claim.speaker, claim.cue
    return Gold(
        [(speaker.start, speaker.stop)] if speaker else [],
        [(cue.start, cue.stop)] if cue else [],
        parts(claim),
    )


def parts(claim: Claim) -> Spans:
    """The stretches of a claim's content."""
    return [(p.start, p.stop) for p in (claim.parts or (claim.passage,))]


# --- the sets -----------------------------------------------------------------------------------------


def from_jsonl(path: Path, genre: str | None = None) -> Iterator[Document]:
    """GUM or PUD, a text a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if genre is None or row.get("genre") == genre:
            gold = [_gold(one) for one in row["attributions"]]
            yield Document(row.get("doc") or row["sent_id"], row["text"], gold)


def _gold(one: Mapping[str, Any]) -> Gold:
    source, cue, content = ([(a, b) for a, b in one[kind]] for kind in KINDS)
    return Gold(source, cue, content, tuple(_classes(one)))


def _classes(one: Mapping[str, Any]) -> Iterator[str]:
    """The classes that a set's own marks tell; PUD and GUM mark different ones."""
    yield "quoted" if one.get("quoted") else "indirect"
    if not one["cue"]:
        yield "no cue"
    if one.get("polarity") == "negative":
        yield "negated"
    if one.get("entity") and one["entity"].get("pronoun"):
        yield "pronoun"
    if one["source"] and one["content"] and one["content"][0][0] < one["source"][0][0]:
        yield "source after content"


def read(body: str, proposers: Mapping[str, Propose] | None = None, language: str = "und") -> list[Claim]:
    """What the reader finds; ``proposers`` are the second opinions of the reader ``full``."""
    page = lay_out(Text("text", "doc", body, language, "eval"))
    opinion = Opinion(page, proposers) if proposers else None
    return find_claims(page, protect(page, find_named(page)), opinion=opinion)


def documents_of(folder: Path) -> Iterator[tuple[str, list[Path], list[Document]]]:
    """(set, files, texts) of every set that the folder holds."""
    for name, (file, genre) in SETS.items():
        if (folder / file).exists():
            yield name, [folder / file], list(from_jsonl(folder / file, genre))

    if found := polnear.files(folder):
        yield "PolNeAR", [path for pair in found for path in pair], list(polnear.from_polnear(folder))


def measure(
    folder: Path, reader: str = "rules", only: str | None = None, show_misses: int = 0
) -> list[Measured]:
    """Every set of the folder, or ``only`` one."""
    proposers = second_opinions() if reader == "full" else None
    found = []
    for name, files, documents in documents_of(folder):
        if only not in (None, name):
            continue
        counts = Counts()
        for document in documents:
            claims = read(document.body, proposers, document.language)
            counts.add(document, claims)
            show_misses = _show(document, claims, show_misses)
        items = sum(len(d.gold) for d in documents)
        unit = "sentences" if name == "Russian PUD" else "documents"
        figures, kinds = counts.tally.figures(), counts.kinds.figures()
        found.append(Measured(name, reader, len(documents), items, digest_of(files), figures, kinds, unit))
    return found


def _show(document: Document, claims: Sequence[Claim], number: int) -> int:
    for gold in document.gold:
        hits = answering(gold, claims)
        if number and (not hits or (gold.source and not source_right(gold, hits))):
            number -= 1
            words = {k: " ~ ".join(document.body[a:b] for a, b in getattr(gold, k))[:110] for k in KINDS}
            got = [(c.speaker.words if c.speaker else None, c.passage.words[:60]) for c in hits[:2]]
            print("WHO?" if hits else "MISS", words, got)
    return number


def main() -> int:
    parser = arguments(__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--set", choices=[*SETS, "PolNeAR"])
    given = parser.parse_args()
    return bool(show(measure(given.folder, given.reader, given.set, given.show)))


if __name__ == "__main__":
    sys.exit(main())
