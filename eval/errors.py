"""The worst errors of the reader, with the words around them: python eval/errors.py [FOLDER] [--number 10].

Of our own gold only what is for developing is read: nobody looks at the words of the other. FOLDER, if it is
given, is a public set of attributions (``attribution.py``). Worst is what would mislead most: a claim that is
none, or is somebody else's, weighs the reader's confidence in it; a quotation that was not found weighs 0.9,
indirect words not found 0.6; all less the shorter they are. One error a document and kind,
so that the list shows kinds and not one bad text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from attributed import Document, Gold
from attribution import answering, documents_of, parts, read, source_right
from gold import ROOT, STRANGER, GoldDocument
from own import chosen, same_person, spans_of, who
from own import read as read_own
from results_table import arguments
from scoring import half_in, share_of_either

from muster.model.claims import Claim
from muster.read.readers import second_opinions

_MISSED = {"quoted": 0.9, "indirect": 0.6}
# Characters from which on an error weighs in full.
_WHOLE = 60
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Error:
    """One error; ``span`` is what is wrong or missing, ``note`` who should have said it and who did."""

    weight: float
    kind: str
    document: str
    body: str
    span: tuple[int, int]
    note: str

    def lines(self) -> list[str]:
        """Weight, kind and note; the words in brackets with those around."""
        start, stop = self.span
        words = self.body[start:stop]
        if len(words) > 2 * _AROUND + 40:
            words = f"{words[:_AROUND]} … {words[-_AROUND:]}"
        before, after = self.body[max(0, start - _AROUND) : start], self.body[stop : stop + _AROUND]
        context = f"…{before}[{words}]{after}…".replace("\n", "¶").replace("\r", "")
        return [f"{self.weight:.2f} {self.kind} · {self.document} · {self.note}", f"     {context}"]


def of_own(document: GoldDocument, claims: Sequence[Claim]) -> Iterator[Error]:
    """The errors in one document of our gold, where speakers are known by name."""
    several = [spans_of(a) for a in document.attributions]
    yield from _false(document.id, document.text, several, claims)
    yield from _missed(document.id, document.text, several, claims)
    speakers = dict(zip(map(id, several), (a.speaker for a in document.attributions), strict=True))
    for claim in claims:
        held, name = _held(claim, several), who(claim)
        if held and name and not any(same_person(speakers[id(g)], name, document.language) for g in held):
            note = f"said by {speakers[id(held[0])]}, read as {name}"
            yield _wrong("somebody else's words", document.id, document.text, claim, note)


def of_set(document: Document, claims: Sequence[Claim]) -> Iterator[Error]:
    """The errors in one document of a public set, where a speaker is known by his words."""
    yield from _false(document.name, document.body, document.gold, claims)
    yield from _missed(document.name, document.body, document.gold, claims)
    for claim in claims:
        held = _held(claim, document.gold)
        named = any(gold.source for gold in held)
        if claim.speaker and named and not any(source_right(gold, [claim]) for gold in held):
            told = " ~ ".join(document.body[a:b] for a, b in held[0].source)[:60]
            note = f"said by {told!r}, read as {claim.speaker.words!r}"
            yield _wrong("somebody else's words", document.name, document.body, claim, note)


def _held(claim: Claim, several: Iterable[Gold]) -> list[Gold]:
    """The attributions that a claim answers for and lies in, the most alike first."""
    held = [g for g in several if answering(g, [claim]) and half_in(parts(claim), g.content)]
    return sorted(held, key=lambda g: -share_of_either(g.content, parts(claim)))


def _false(name: str, body: str, several: Sequence[Gold], claims: Iterable[Claim]) -> Iterator[Error]:
    for claim in claims:
        if not any(half_in(parts(claim), gold.content) for gold in several):
            yield _wrong("no attribution", name, body, claim, f"read as said by {who(claim)}")


def _missed(name: str, body: str, several: Iterable[Gold], claims: Sequence[Claim]) -> Iterator[Error]:
    for gold in several:
        if not answering(gold, claims):
            kind = "quoted" if "quoted" in gold.classes else "indirect"
            span = gold.content[0][0], gold.content[-1][1]
            source = " ~ ".join(body[a:b] for a, b in gold.source)[:60]
            note = f"said by {source!r}" if source else "by nobody named here"
            yield Error(_MISSED[kind] * _size(span), f"not found, {kind}", name, body, span, note)


def _wrong(kind: str, name: str, body: str, claim: Claim, note: str) -> Error:
    span = claim.passage.start, claim.passage.stop
    return Error(claim.confidence * _size(span), kind, name, body, span, note)


def _size(span: tuple[int, int]) -> float:
    return min(1.0, (span[1] - span[0]) / _WHOLE)


def worst(errors: Iterable[Error], number: int) -> list[Error]:
    """The heaviest, one a document and kind; where the text stands first decides between equals."""
    taken: dict[tuple[str, str], Error] = {}
    for error in sorted(errors, key=lambda e: (-e.weight, e.document, e.span)):
        taken.setdefault((error.document, error.kind), error)
    return list(taken.values())[:number]


def main() -> int:
    parser = arguments(__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--number", type=int, default=10)
    parser.add_argument("--language", choices=["en", "ru", "uk"])
    given = parser.parse_args()
    if given.folder:
        proposers = second_opinions() if given.reader == "full" else None
        for name, _, several in documents_of(given.folder):
            errors = [e for d in several for e in of_set(d, read(d.body, proposers, d.language))]
            _print(name, errors, given.number)
        return 0
    for whose, folder in (("own", ROOT), ("stranger", STRANGER)):
        for language, documents in chosen(folder, "develop", given.language).items():
            errors = []
            for document in documents:
                claims = read_own(document, given.reader).claims
                shown = [c for c in claims if not c.own_voice and not c.hypothetical]
                errors += of_own(document, shown)
            _print(f"{whose} {language} (develop)", errors, given.number)
    return 0


def _print(name: str, errors: Sequence[Error], number: int) -> None:
    print(f"\n{name}: {len(errors)} errors, the {min(number, len(errors))} worst")
    for place, error in enumerate(worst(errors, number), 1):
        print("\n".join([f"{place:3}. {error.lines()[0]}", *error.lines()[1:]]))


if __name__ == "__main__":
    sys.exit(main())
