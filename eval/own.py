"""How the reader does on our own gold: python eval/own.py [FOLDER] [--reader full] [--show METRIC].

One table a language: each metric with its 95 % interval over documents, and the counts behind it.
``--show`` lists what a metric counted wrong, with the words; ``--confusions`` counts what was taken for what.
The figures are compared with the floors of ``floors.toml`` [own.READER.LANGUAGE]; exit 1 below one.

Half of the documents, by a hash of their names, are for developing: rules may be mended looking at them.
The other half is for measuring, and nobody who works on the reader looks at its words; ``--show`` refuses
to print them. Figures and floors are those of the measuring half unless ``--half`` says otherwise.

An attribution is *found* where claims of the reader cover at least half of its content; the claim that
answers for it is the one most like it. What travels with it is scored on found attributions only.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from gold import ROOT, Attribution, GoldDocument, Words, load
from gold import Quantity as GoldQuantity
from scoring import Figure, Spans, Tally, covered, distinct, length, same_spans, share_of_either

from muster.model.claims import Claim, Quantity, Reading, ReadingContext, TimeRange
from muster.model.evidence import Passage, Text
from muster.read import READERS, read_text
from muster.read.carriers import platform_name
from muster.text.languages import language_of
from muster.text.lemmas import lemma

# Two spans of a kind are the same where they share this much of either (the measure of the trade).
_ALIKE = 0.3
_EMPTY = {"the", "a", "an", "of", "in", "and", "и", "в", "на", "і", "й", "у", "з", "с"}
_WORD = re.compile(r"\w+")
_EDGES = " \n\t\"'“”„«»‘’–—,:;.!?…-"
_JOINTS = ("that ", "что ", "що ")


@dataclass(slots=True)
class Sheet:
    """One document's scores: counts, what was wrong by metric, what was taken for what."""

    tally: Tally
    wrong: list[tuple[str, str]] = field(default_factory=list)
    taken_for: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def judge(self, document: str, metric: str, right: bool, what: str) -> None:
        """Count one yes-or-no; keep the words of a no."""
        self.tally.add(document, metric, int(right), 1)
        if not right:
            self.wrong.append((metric, f"{document}: {what}"))


def half_of(document: GoldDocument) -> str:
    """``develop`` or ``measure``: which half a document is in, for ever."""
    return ("develop", "measure")[crc32(document.id.encode()) % 2]


def read(document: GoldDocument, reader: str) -> Reading:
    """The reading of one gold document, its language found as for any other text."""
    text = Text("text", document.id, document.text, language_of(document.text), "eval")
    published = document.published.isoformat() if document.published else None
    kind = "channel" if document.genre == "telegram" else "outlet"
    return read_text(text, ReadingContext(published=published, source_kind=kind), reader=reader)


# Attributions ----------------------------------------------------------------------------------------


def score_attributions(sheet: Sheet, document: GoldDocument, reading: Reading) -> None:
    """Spans, then what travels with each attribution found."""
    claims = [c for c in reading.claims if not c.own_voice]
    shown = [c for c in claims if not c.hypothetical]
    _spans(sheet, document, shown)
    _precision(sheet, document, shown)
    for gold in document.attributions:
        content = _of(gold.content)
        hits = [c for c in shown if 2 * covered(content, parts(c)) >= length(content)]
        found = bool(hits)
        name = document.id
        sheet.judge(name, "content found", found, gold.content[0].words)
        quoted = "indirect" if gold.type == "indirect" else "quoted"
        sheet.judge(name, f"content found, {quoted}", found, gold.content[0].words)
        if gold.act in ("say", "write") and gold.cue:
            sheet.judge(name, "content found, verb of saying", found, gold.content[0].words)
        best = max(hits, key=lambda c: share_of_either(content, parts(c)), default=None)
        _speaker(sheet, document, gold, best)
        if gold.protected:
            shielded = any(s.protected for c in hits for s in c.said_by)
            sheet.judge(name, "protected found", shielded, f"{gold.speaker}: {gold.content[0].words}")
        if best is not None:
            _travels(sheet, document, gold, best)
    for trap in (t for t in document.traps if t.kind == "attribution"):
        span = [(trap.words.start, trap.words.stop)]
        stepped = [c for c in shown if 2 * covered(parts(c), span) >= length(parts(c))]
        sheet.judge(document.id, "traps of attribution kept clear of", not stepped, trap.words.words)


def _spans(sheet: Sheet, document: GoldDocument, claims: Iterable[Claim]) -> None:
    claims = list(claims)
    kinds: dict[str, tuple[list[Spans], list[Spans]]] = {
        "source": (
            [_of([a.source]) for a in document.attributions if a.source],
            [_of([c.speaker]) for c in claims if c.speaker],
        ),
        "cue": (
            [_of([a.cue]) for a in document.attributions if a.cue],
            [_of([c.cue]) for c in claims if c.cue],
        ),
        "content": ([_of(a.content) for a in document.attributions], [parts(c) for c in claims]),
    }
    for kind, (gold, found) in kinds.items():
        a = distinct(narrowed(document.text, s) for s in gold)
        b = distinct(narrowed(document.text, s) for s in found)
        same = same_spans(a, b, _ALIKE)
        sheet.tally.add(document.id, f"{kind}, F1 at {_ALIKE}", len(same), len(a), len(b))


def _precision(sheet: Sheet, document: GoldDocument, claims: Iterable[Claim]) -> None:
    gold = [_of(a.content) for a in document.attributions]
    for claim in claims:
        mine = parts(claim)
        held = any(2 * covered(mine, g) >= length(mine) for g in gold)
        sheet.judge(document.id, "precision of claims", held, f"{who(claim)} | {claim.passage.words}")


def _speaker(sheet: Sheet, document: GoldDocument, gold: Attribution, best: Claim | None) -> None:
    name = who(best) if best is not None else None
    right = best is not None and same_person(gold.speaker, name, document.language)
    how = "explicit" if gold.how == "explicit" else "implicit and carried"
    what = f"{gold.speaker!r}, read as {name!r}: {gold.content[0].words}"
    if best is not None:
        sheet.judge(document.id, f"speaker right where found, {how}", right, what)
    sheet.judge(document.id, f"speaker right, of all, {how}", right, what)


def _travels(sheet: Sheet, document: GoldDocument, gold: Attribution, best: Claim) -> None:
    what = gold.content[0].words
    for hedge in gold.hedges:
        kept = any(h.start < hedge.stop and hedge.start < h.stop for h in best.hedges)
        sheet.judge(document.id, "hedges kept", kept, f"{hedge.words!r} of: {what}")
    for carrier in gold.via:
        names = (carrier.words, platform_name(carrier.words))
        kept = any(_alike(n, v.name, document.language) for v in best.via for n in names)
        sheet.judge(document.id, "carriers kept", kept, f"{carrier.words!r} of: {what}")
    if not gold.protected:
        marked = any(s.protected for s in best.said_by)
        sheet.judge(document.id, "protected only where shielded", not marked, f"{gold.speaker}: {what}")
    for name, wanted, got in (
        ("basis", gold.basis, best.basis),
        ("act", gold.act, best.act),
        ("stance", gold.stance, best.stance),
        ("kind of source", gold.source_kind, best.source_kind),
        ("type", gold.type, best.kind),
    ):
        sheet.judge(document.id, f"{name} right", wanted == got, f"{wanted}, read as {got}: {what}")
        sheet.taken_for[name, wanted, got] += 1


def who(claim: Claim) -> str | None:
    """Whom the reader holds for the speaker: the name it resolved, else the description that stands there."""
    nearest = claim.said_by[0] if claim.said_by else None
    if nearest is not None and (nearest.name or nearest.role):
        return nearest.name or nearest.role
    return claim.speaker.words if claim.speaker else None


def same_person(gold: str, name: str | None, language: str) -> bool:
    """Whether the reader's name is the one of the gold, whatever its case: every word of the shorter of
    the two stands in the longer. Nobody is "unknown"."""
    if name is None or gold == "unknown":
        return name is None and gold == "unknown"
    return _alike(gold, name, language)


def _alike(one: str, other: str, language: str) -> bool:
    a, b = _stems(one, language), _stems(other, language)
    return bool(a and b) and (a <= b or b <= a)


def _stems(words: str, language: str) -> set[str]:
    found = set(_words(words)) - _EMPTY
    return {lemma(w, language)[: max(4, len(w) - 3)] if len(w) > 4 else w for w in found}


# Quantities and times --------------------------------------------------------------------------------


def score_quantities(sheet: Sheet, document: GoldDocument, reading: Reading) -> None:
    """Spans that overlap, one to one, and their meaning."""
    gold = document.quantities
    spans = [_of([q.words]) for q in gold], [_of([q.passage]) for q in reading.quantities]
    same = dict(same_spans(*spans, least=0.01))
    sheet.tally.add(document.id, "quantities, F1 of overlap", len(same), len(gold), len(reading.quantities))
    for i, one in enumerate(gold):
        ours = reading.quantities[same[i]] if i in same else None
        right = ours is not None and interval_right(one, ours)
        read_as = f"[{ours.low}, {ours.high}] {ours.unit} {ours.vague}" if ours else "nothing"
        what = f"{one.words.words!r} [{one.low}, {one.high}] {one.unit} {one.vague}, read as {read_as}"
        sheet.judge(document.id, "full interval", right, what)
        if ours is not None:
            sheet.judge(document.id, "kind of quantity", one.kind == ours.kind, f"{what} {ours.kind}")
            sheet.taken_for["kind of quantity", one.kind, ours.kind] += 1
            if one.what:
                counted = _share_words(one.what, " ".join(filter(None, (ours.what, ours.population))))
                sheet.judge(document.id, "thing counted", counted, f"{one.what!r}, read as {ours.what!r}")
    for q in _stepped(document, "quantity", [q.passage for q in reading.quantities]):
        sheet.judge(document.id, "traps of quantity kept clear of", *q)


def interval_right(gold: GoldQuantity, ours: Quantity) -> bool:
    """Both bounds within 1 %, open where they are open; a vague word has none."""
    if gold.vague:
        return ours.vague is not None and ours.low is None and ours.high is None
    return (
        _close(gold.low, ours.low)
        and _close(gold.high, ours.high)
        and gold.low_open == ours.low_exclusive
        and gold.high_open == ours.high_exclusive
    )


def _close(wanted: float | None, got: float | None) -> bool:
    if wanted is None or got is None:
        # "Up to 50" of things that are counted begins at nothing, said or not.
        return wanted is got or {wanted, got} == {None, 0.0}
    return abs(wanted - got) <= 0.01 * max(abs(wanted), 1e-9)


def score_times(sheet: Sheet, document: GoldDocument, reading: Reading) -> None:
    """The three measures of TempEval-3, and the days."""
    gold, times = document.times, reading.times
    spans = [_of([t.words]) for t in gold], [_of([t.passage]) for t in times]
    same = same_spans(*spans, least=0.01)
    strict = sum(spans[0][g] == spans[1][f] for g, f in same)
    value = sum(gold[g].value == times[f].value for g, f in same)
    for metric, right in (("strict", strict), ("relaxed", len(same)), ("value", value)):
        sheet.tally.add(document.id, f"times, {metric}", right, len(gold), len(times))
    matched = dict(same)
    for i, one in enumerate(gold):
        ours: TimeRange | None = times[matched[i]] if i in matched else None
        if ours is None or ours.value != one.value:
            got = ours.value if ours else "nothing"
            sheet.wrong.append(("times", f"{document.id}: {one.words.words!r} {one.value}, read as {got}"))
        if ours is not None and one.first and one.last:
            right = (ours.first, ours.last) == (one.first.isoformat(), one.last.isoformat())
            what = f"{one.words.words!r} {one.first}/{one.last}, read as {ours.first}/{ours.last}"
            sheet.judge(document.id, "first and last day", right, what)
    extra = set(range(len(times))) - {f for _, f in same}
    sheet.wrong += [("times", f"{document.id}: extra {times[f].passage.words!r}") for f in sorted(extra)]
    for t in _stepped(document, "time", [t.passage for t in times]):
        sheet.judge(document.id, "traps of time kept clear of", *t)


def _stepped(document: GoldDocument, kind: str, found: Iterable[Passage]) -> list[tuple[bool, str]]:
    passages = list(found)
    traps = [t.words for t in document.traps if t.kind == kind]
    return [(not any(p.start < t.stop and t.start < p.stop for p in passages), t.words) for t in traps]


def _words(words: str) -> list[str]:
    return _WORD.findall(words.casefold())


def _share_words(gold: str, ours: str) -> bool:
    return bool(set(_words(gold)) & set(_words(ours)) - _EMPTY)


# Spans -----------------------------------------------------------------------------------------------


def _of(places: Iterable[Words | Passage]) -> Spans:
    return [(p.start, p.stop) for p in places]


def parts(claim: Claim) -> Spans:
    """The stretches of a claim's content."""
    return _of(claim.parts or (claim.passage,))


def narrowed(body: str, spans: Spans) -> Spans:
    """Without marks and blanks around, and without the joining word before."""
    found = []
    for start, stop in spans:
        words = body[start:stop]
        start += len(words) - len(words.lstrip(_EDGES))
        joint = next((j for j in _JOINTS if body[start:stop].casefold().startswith(j)), "")
        start, stop = start + len(joint), start + len(body[start:stop].rstrip(_EDGES))
        if start < stop:
            found.append((start, stop))
    return found or list(spans)


def score(documents: Iterable[GoldDocument], reader: str) -> Sheet:
    """Everything, over documents of one language."""
    sheet = Sheet(Tally())
    for document in documents:
        reading = read(document, reader)
        score_attributions(sheet, document, reading)
        score_quantities(sheet, document, reading)
        score_times(sheet, document, reading)
    return sheet


def below(figures: Iterable[Figure], floors: dict[str, float]) -> list[str]:
    """Metrics that are under their floor (per cent)."""
    measured = {f.metric: 100 * f.value for f in figures}
    return [metric for metric, floor in floors.items() if measured.get(metric, 0.0) < floor]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT)
    parser.add_argument("--reader", choices=sorted(READERS), default="rules")
    parser.add_argument("--language", choices=["en", "ru", "uk"])
    parser.add_argument("--half", choices=["develop", "measure", "both"], default="measure")
    parser.add_argument("--show", help="list what this metric counted wrong (the start of its name)")
    parser.add_argument("--confusions", action="store_true")
    given = parser.parse_args()
    if given.show and given.half != "develop":
        parser.error("--show reads the developing half only: add --half develop")
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8")).get("own", {})
    documents = [d for d in load(given.folder) if given.half in (half_of(d), "both")]
    failed = 0
    for language in [given.language] if given.language else sorted({d.language for d in documents}):
        of_language = [d for d in documents if d.language == language]
        sheet = score(of_language, given.reader)
        figures = sheet.tally.figures()
        size = f"{len(of_language)} documents ({given.half})"
        print(f"\n{language}, {size}, reader {given.reader}: per cent, 95 % interval")
        print("\n".join("  " + f.line() for f in figures))
        if given.show:
            print("\n".join(f"  {m}: {w}" for m, w in sheet.wrong if m.startswith(given.show)))
        if given.confusions:
            for (name, wanted, got), n in sorted(sheet.taken_for.items()):
                print(f"  {name:18} {wanted:14} read as {got:14} {n:4}{'' if wanted == got else '  *'}")
        mine = floors.get(given.reader, {}).get(language, {}) if given.half == "measure" else {}
        low = below(figures, mine)
        failed += len(low)
        if low:
            print(f"  BELOW THE FLOOR: {', '.join(low)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
