"""How the reader does on our own gold: python eval/own.py [FOLDER] [--reader full] [--show METRIC].

One table a language: each metric with its 95 % interval over documents, and the counts behind it.
``--show`` lists what a metric counted wrong, with the words; ``--confusions`` says what was taken for what.
The figures are compared with the floors of ``floors.toml`` and the goals of ``goals.toml``; exit 1 below a
floor.

Half of the documents, by a hash of their names, are for developing: rules may be mended looking at them.
The other half is for measuring, and nobody who works on the reader looks at its words; ``--show`` refuses
to print them. Figures and floors are those of the measuring half unless ``--half`` says otherwise. The folder
``gold/blind`` is for measuring as a whole: written and annotated by one who had not seen the rules; so is
``gold/blind/fresh``, a later set of its own. ``gold/stranger`` (for developing as a whole) and
``gold/blind/stranger`` (for measuring) are by one more hand, annotated for attributions alone.

Spans, content and source are scored as on public sets (``attribution.py``). Of the claims that hold an
attribution the one most like it answers for it; what travels with it is scored on found attributions only.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from attributed import Document, Gold
from attribution import Counts, answering, parts
from basis_labels import Labels, labels_of
from gold import BLIND, FRESH, ROOT, STRANGER, STRANGER_BLIND, Attribution, GoldDocument, Words, load
from gold import Quantity as GoldQuantity
from results_table import Measured, arguments, digest_of, show
from scoring import Tally, half_in, share_of_either, touching, without_preposition, without_year_noun

from muster.model.claims import Claim, Quantity, Reading, ReadingContext, TimeRange
from muster.model.evidence import Passage, Text
from muster.read import read_text
from muster.read.carriers import platform_name
from muster.text.languages import language_of
from muster.text.lemmas import lemma

_EMPTY = {"the", "a", "an", "of", "in", "and", "и", "в", "на", "і", "й", "у", "з", "с"}
# The gold has "her husband" where the reader says whose he is ("Hanna Brisk's husband").
_OWNERS = {"my", "our", "his", "her", "their"}
_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset(
    _WORD.findall(
        "he she they it i we his her their its who him them "
        "он она они оно я мы вы ты его ее её их ему ей им него нее неё них "
        "він вона вони воно ми ви ти його її їх йому їй їм нього неї"
    )
)


@dataclass(slots=True)
class Sheet:
    """One language's scores: counts, what was wrong by metric, what was taken for what."""

    counts: Counts = field(default_factory=Counts)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    taken_for: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    @property
    def tally(self) -> Tally:
        return self.counts.tally

    def judge(self, document: str, metric: str, right: bool, what: str) -> None:
        """Count one yes-or-no; keep the words of a no."""
        self.tally.add(document, metric, int(right), 1)
        if not right:
            self.wrong.append((metric, f"{document}: {what}"))

    def take(self, what: str, wanted: str, got: str) -> None:
        """Note what was taken for what."""
        self.taken_for[what, wanted, got] += 1


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


def score_attributions(sheet: Sheet, document: GoldDocument, reading: Reading, labels: Labels) -> None:
    """Spans, then what travels with each attribution found."""
    shown = [c for c in reading.claims if not c.own_voice and not c.hypothetical]
    several = [spans_of(a) for a in document.attributions]
    sheet.counts.add(Document(document.id, document.text, several, document.language), shown)
    _false_alarms(sheet, document, several, shown)
    for place, (gold, spans) in enumerate(zip(document.attributions, several, strict=True), 1):
        hits = answering(spans, shown)
        name, words = document.id, gold.content[0].words
        if not hits:
            sheet.wrong.append(("content found", f"{name}: {words}"))
        best = max(hits, key=lambda c: share_of_either(spans.content, parts(c)), default=None)
        _speaker(sheet, document, gold, best)
        if gold.protected:
            shielded = best is not None and _is_shielded(best)
            sheet.judge(name, "protected found, of all", shielded, f"{gold.speaker}: {words}")
            if hits:
                sheet.judge(name, "protected found, where found", shielded, f"{gold.speaker}: {words}")
        sheet.take("type", gold.type, best.kind if best else "not found")
        if best is not None:
            _travels(sheet, document, gold, best)
            _basis(sheet, document, gold, best, labels.get((document.id, place)))
    for trap in (t for t in document.traps if t.kind == "attribution"):
        span = [(trap.words.start, trap.words.stop)]
        stepped = [c for c in shown if half_in(parts(c), span)]
        sheet.judge(document.id, "traps of attribution kept clear of", not stepped, trap.words.words)


def spans_of(gold: Attribution) -> Gold:
    """An attribution as the sets have them, with the classes it counts under."""
    source, cue = ([_place(w)] if w else [] for w in (gold.source, gold.cue))
    return Gold(source, cue, [_place(w) for w in gold.content], tuple(_classes(gold)))


def _classes(gold: Attribution) -> Iterator[str]:
    yield "indirect" if gold.type == "indirect" else "quoted"
    if gold.type != "indirect":
        yield gold.type
    if not gold.cue:
        yield "no cue"
    if gold.stance == "denied":
        yield "negated"
    if gold.source and gold.source.words.casefold() in _PRONOUNS:
        yield "pronoun"
    if gold.source and gold.content[0].start < gold.source.start:
        yield "source after content"
    if gold.inside:
        yield "nested"
    if gold.cue and gold.act in ("say", "write"):
        yield "verb of saying"
    elif gold.act in ("think", "intend"):
        yield "thought or plan"


def _false_alarms(
    sheet: Sheet, document: GoldDocument, several: Sequence[Gold], claims: Sequence[Claim]
) -> None:
    """The words of claims that lie in no content; they are counted with the spans."""
    for claim in claims:
        if not any(half_in(parts(claim), gold.content) for gold in several):
            sheet.wrong.append(
                ("precision of claims", f"{document.id}: {who(claim)} | {claim.passage.words}")
            )


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
        marked = _is_shielded(best)
        sheet.judge(document.id, "protected only where shielded", not marked, f"{gold.speaker}: {what}")
    for name, wanted, got in (
        ("act", gold.act, best.act),
        ("stance", gold.stance, best.stance),
        ("kind of source", gold.source_kind, best.source_kind),
        ("type", gold.type, best.kind),
    ):
        sheet.judge(document.id, f"{name} right", wanted == got, f"{wanted}, read as {got}: {what}")
        if name != "type":
            sheet.take(name, wanted, got)


def _basis(sheet: Sheet, document: GoldDocument, gold: Attribution, best: Claim, label: str | None) -> None:
    """By the decision tree, where somebody has labelled by it; and by the first labels, made before it."""
    what = gold.content[0].words
    for name, wanted in (("basis right", label), ("basis right, first labels", gold.basis)):
        if wanted is not None:
            sheet.judge(document.id, name, wanted == best.basis, f"{wanted}, read as {best.basis}: {what}")
    sheet.take("basis", label or gold.basis, best.basis)


def _is_shielded(claim: Claim) -> bool:
    """Whether the nearest speaker is protected: those whose words hold the claim have gold of their own."""
    return bool(claim.said_by) and claim.said_by[0].protected


def who(claim: Claim) -> str | None:
    """Whom the reader holds for the speaker: the name it resolved, else the description that stands there."""
    nearest = claim.said_by[0] if claim.said_by else None
    if nearest is not None and (nearest.name or nearest.role):
        return nearest.name or nearest.role
    words = claim.speaker.words if claim.speaker else None
    # A pronoun that was led to nobody names nobody.
    return None if words is None or words.casefold() in _PRONOUNS else words


def same_person(gold: str, name: str | None, language: str) -> bool:
    """Whether the reader's name is the one of the gold, whatever its case: every word of the shorter of
    the two stands in the longer. Nobody is "unknown"."""
    if name is None or gold == "unknown":
        return name is None and gold == "unknown"
    return _alike(gold, name, language)


def _alike(one: str, other: str, language: str) -> bool:
    few, many = sorted((_stems(one, language), _stems(other, language)), key=len)
    # Forms of one name may be cut at different lengths («Сахно», «Сахновой»): one begins the other.
    return bool(few) and all(any(x.startswith(y) or y.startswith(x) for y in many) for x in few)


def _stems(words: str, language: str) -> set[str]:
    found = set(_words(words)) - _EMPTY - _OWNERS or set(_words(words))  # «В.» is somebody, not a preposition
    return {lemma(w, language)[: max(4, len(w) - 3)] if len(w) > 4 else w for w in found}


# Quantities and times --------------------------------------------------------------------------------


def score_quantities(sheet: Sheet, document: GoldDocument, reading: Reading) -> None:
    """Spans that overlap, one to one, and their meaning."""
    gold, name = document.quantities, document.id
    spans = [_place(q.words) for q in gold], [_place(q.passage) for q in reading.quantities]
    same = dict(touching(*spans))
    sheet.tally.add(name, "quantities, F1 of overlap", len(same), len(gold), len(reading.quantities))
    for i, one in enumerate(gold):
        ours = reading.quantities[same[i]] if i in same else None
        right = ours is not None and interval_right(one, ours)
        read_as = f"[{ours.low}, {ours.high}] {ours.unit} {ours.vague}" if ours else "nothing"
        what = f"{one.words.words!r} [{one.low}, {one.high}] {one.unit} {one.vague}, read as {read_as}"
        sheet.judge(name, "full interval", right, what)
        for kind in (form_of(one), one.kind):
            sheet.counts.kinds.add(name, f"interval, {kind}", right, 1)
        sheet.take("kind of quantity", one.kind, _kind(ours) if ours else "not found")
        if ours is not None:
            sheet.judge(name, "kind of quantity", one.kind == _kind(ours), f"{what} {ours.kind}")
            if one.what:
                counted = _share_words(one.what, " ".join(filter(None, (ours.what, ours.population))))
                sheet.judge(name, "thing counted", counted, f"{one.what!r}, read as {ours.what!r}")
    for q in _stepped(document, "quantity", [q.passage for q in reading.quantities]):
        sheet.judge(name, "traps of quantity kept clear of", *q)


def form_of(gold: GoldQuantity) -> str:
    """What kind of interval it gives."""
    if gold.vague:
        return "vague"
    if gold.low == gold.high:
        return "zero" if gold.low == 0 else "about a number" if gold.approximate else "a number"
    return "one bound" if gold.low is None or gold.high is None else "range"


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


def _kind(ours: Quantity) -> str:
    """The reader's kind in the words of the guidelines, where mass, area and volume are counts with a unit
    and a factor ("tripled") is a rate."""
    if ours.kind != "other":
        return ours.kind
    return "rate" if ours.unit == "ratio" else "count"


def _close(wanted: float | None, got: float | None) -> bool:
    if wanted is None or got is None:
        # "Up to 50" of things that are counted begins at nothing, said or not.
        return wanted is got or {wanted, got} == {None, 0.0}
    return abs(wanted - got) <= 0.01 * max(abs(wanted), 1e-9)


def score_times(sheet: Sheet, document: GoldDocument, reading: Reading) -> None:
    """The three measures of TempEval-3, one preposition and «року» aside, and the days."""
    gold, times, name = document.times, reading.times, document.id
    spans = [_place(t.words) for t in gold], [_place(t.passage) for t in times]
    same = touching(*spans)
    body = document.text
    alone = [[without_year_noun(body, without_preposition(body, s)) for s in side] for side in spans]
    strict = sum(alone[0][g] == alone[1][f] for g, f in same)
    value = sum(gold[g].value == times[f].value for g, f in same)
    for metric, right in (("strict", strict), ("relaxed", len(same)), ("value", value)):
        sheet.tally.add(name, f"times, {metric}", right, len(gold), len(times))
    matched = dict(same)
    for i, one in enumerate(gold):
        ours: TimeRange | None = times[matched[i]] if i in matched else None
        right_value = ours is not None and ours.value == one.value
        sheet.counts.kinds.add(name, f"time value, {one.type}", right_value, 1)
        if not right_value:
            got = ours.value if ours else "nothing"
            sheet.wrong.append(("times", f"{name}: {one.words.words!r} {one.value}, read as {got}"))
        sheet.take("type of time", one.type, ours.type if ours else "not found")
        if ours is not None and one.first and one.last:
            days = (ours.first, ours.last) == (one.first.isoformat(), one.last.isoformat())
            what = f"{one.words.words!r} {one.first}/{one.last}, read as {ours.first}/{ours.last}"
            sheet.judge(name, "first and last day", days, what)
    extra = set(range(len(times))) - {f for _, f in same}
    sheet.wrong += [("times", f"{name}: extra {times[f].passage.words!r}") for f in sorted(extra)]
    for t in _stepped(document, "time", [t.passage for t in times]):
        sheet.judge(name, "traps of time kept clear of", *t)


def _stepped(document: GoldDocument, kind: str, found: Iterable[Passage]) -> list[tuple[bool, str]]:
    passages = list(found)
    traps = [t.words for t in document.traps if t.kind == kind]
    return [(not any(p.start < t.stop and t.start < p.stop for p in passages), t.words) for t in traps]


def _words(words: str) -> list[str]:
    return _WORD.findall(words.casefold())


def _share_words(gold: str, ours: str) -> bool:
    return bool(set(_words(gold)) & set(_words(ours)) - _EMPTY)


def _place(words: Words | Passage) -> tuple[int, int]:
    return words.start, words.stop


# Tables ----------------------------------------------------------------------------------------------


def score(documents: Iterable[GoldDocument], reader: str, folder: Path = ROOT) -> Sheet:
    """Everything, over documents of one language in a folder of gold."""
    sheet = Sheet()
    for document in documents:
        reading = read(document, reader)
        score_attributions(sheet, document, reading, labels_of(folder))
        # Where nobody marked numbers and days, what is read of them is neither right nor wrong.
        if document.quantities or document.times:
            score_quantities(sheet, document, reading)
            score_times(sheet, document, reading)
    return sheet


def chosen(folder: Path, half: str, language: str | None = None) -> dict[str, list[GoldDocument]]:
    """The documents of a half ("both": of both), by language."""
    found: dict[str, list[GoldDocument]] = {}
    for document in load(folder):
        its_half = _whole(folder)[1] or half_of(document)
        if half in (its_half, "both") and language in (document.language, None):
            found.setdefault(document.language, []).append(document)
    return found


def _whole(folder: Path) -> tuple[str, str]:
    """What the set of a folder is called, and the half it is as a whole (none: halves by the names)."""
    return {
        BLIND.resolve(): ("blind", "measure"),
        FRESH.resolve(): ("fresh", "measure"),
        STRANGER.resolve(): ("stranger", "develop"),
        STRANGER_BLIND.resolve(): ("stranger", "measure"),
    }.get(folder.resolve(), ("own", ""))


def measured(
    documents: Sequence[GoldDocument], sheet: Sheet, reader: str, half: str, folder: Path
) -> Measured:
    """A language's scores as rows; only those of the measuring half have goals and floors."""
    name = f"{_whole(folder)[0]} {documents[0].language}" + ("" if half == "measure" else f" ({half})")
    items = sum(len(d.attributions) + len(d.quantities) + len(d.times) for d in documents)
    digest = digest_of(folder / f"{d.id}.toml" for d in documents)
    kinds = sheet.counts.kinds.figures()
    return Measured(name, reader, len(documents), items, digest, sheet.tally.figures(), kinds)


def measure(folder: Path = ROOT, reader: str = "rules") -> Iterator[Measured]:
    """The measuring half, or all of a folder that is for developing as a whole, language by language."""
    half = _whole(folder)[1] or "measure"
    for documents in chosen(folder, half).values():
        yield measured(documents, score(documents, reader, folder), reader, half, folder)


def confusions(taken_for: Counter[tuple[str, str, str]]) -> list[str]:
    """A table for each field: a line for what stands in the gold, a column for what it was read as."""
    lines = []
    for name in dict.fromkeys(name for name, _, _ in sorted(taken_for)):
        of_field = {(w, g): n for (field_, w, g), n in taken_for.items() if field_ == name}
        wanted = sorted({w for w, _ in of_field})
        got = wanted + sorted({g for _, g in of_field} - set(wanted))
        widths = [max(len(g), 4) + 2 for g in got]
        first = f"{name}: gold \\ read as"
        lines += ["", f"  {first:<32}" + "".join(f"{g:>{w}}" for g, w in zip(got, widths, strict=True))]
        for row in wanted:
            cells = (of_field.get((row, g), 0) for g in got)
            marks = (
                f"[{n}]" if row == g else f"{n} " if n else "· " for n, g in zip(cells, got, strict=True)
            )
            lines.append(f"  {row:<32}" + "".join(f"{m:>{w}}" for m, w in zip(marks, widths, strict=True)))
    return lines


def main() -> int:
    parser = arguments(__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT)
    parser.add_argument("--language", choices=["en", "ru", "uk"])
    parser.add_argument("--half", choices=["develop", "measure", "both"], default="measure")
    parser.add_argument("--show", help="list what this metric counted wrong (the start of its name)")
    parser.add_argument("--confusions", action="store_true")
    given = parser.parse_args()
    if given.show and given.half != "develop":
        parser.error("--show reads the developing half only: add --half develop")
    fallen = 0
    for documents in chosen(given.folder, given.half, given.language).values():
        sheet = score(documents, given.reader, given.folder)
        fallen += show([measured(documents, sheet, given.reader, given.half, given.folder)])
        if given.show:
            print("\n".join(f"  {m}: {w}" for m, w in sheet.wrong if m.startswith(given.show)))
        if given.confusions:
            print("\n".join(confusions(sheet.taken_for)))
    return bool(fallen)


if __name__ == "__main__":
    sys.exit(main())
