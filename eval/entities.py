"""How well people, organisations and places are found: ``python eval/entities.py FOLDER``.

FOLDER holds FactRuEval (``*.objects``, ``*.spans``, ``*.txt``), ner-uk (``*.ann``, ``*.txt``) or MEANTIME
(``intra-doc_annotation``). A mention is exact where its characters are those of a gold name, with or without
the descriptor that the set joins to it («движение „N“», «город N»), marks of quotation aside; it overlaps
where it has the kind and at least one character of it. One mention answers one gold name. A description
without a name, and a place inside an organisation's name, are neither asked for nor held against the reader;
so is every kind that a set does not annotate. Military units count as organisations, as in the sets.

``--predicted FILE`` scores another reader's mentions instead: a line ``{"document": NAME, "mentions":
[[start, stop, kind], …]}`` for each text. ``--show N`` prints misses and false alarms.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from results_table import Measured, arguments, digest_of, show
from scoring import Span, Tally

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read.reader import read_text

KINDS = ("person", "organisation", "place")
_MARKS = " \n\t«»“”„\"'‘’"


class Gold(NamedTuple):
    """A name that must be found (``asked``) or may be; any of ``spans`` is exact, the widest comes first."""

    kind: str
    spans: tuple[Span, ...]
    asked: bool


class Sample(NamedTuple):
    """One text with its gold names."""

    name: str
    body: str
    gold: list[Gold]


class Counts(NamedTuple):
    """Of one text and kind."""

    asked: int
    found: int
    exact: int
    overlap: int


# --- the sets -----------------------------------------------------------------------------------------

_FACTRU = {"Person": "person", "Org": "organisation", "Location": "place", "LocOrg": "place"}
_OWN = {
    "person": ("name", "surname", "patronymic", "nickname"),
    "organisation": ("org_name",),
    "place": ("loc_name",),
}


def factrueval(folder: Path) -> Iterator[Sample]:
    """FactRuEval-2016: objects made of spans; a place stands in its own name or in that of a body."""
    for path in sorted(folder.rglob("*.objects")):
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
            body = file.read()
        spans: dict[str, tuple[str, int, int]] = {}
        for line in path.with_suffix(".spans").read_text("utf-8").splitlines():
            number, label, start, size = line.split()[:4]
            spans[number] = (label, int(start), int(start) + int(size))
        gold = []
        for line in path.read_text("utf-8").splitlines():
            head = line.split("#")[0].split()
            kind = _FACTRU.get(head[1]) if len(head) > 2 else None
            members = sorted((spans[s] for s in head[2:] if s in spans), key=lambda s: s[1])
            if kind is None or not members:
                continue
            own = [s for s in members if s[0] in _OWN[kind]]
            wide = (members[0][1], max(s[2] for s in members))
            name = (own[0][1], max(s[2] for s in own)) if own else wide
            gold.append(Gold(kind, tuple(dict.fromkeys([wide, name])), bool(own)))
        yield Sample(path.stem, body, _inner_optional(gold))


_BRAT = {"PERS": "person", "ORG": "organisation", "LOC": "place"}
_BRAT_LINE = re.compile(r"T\d+\t(\w+)[ \t](\d+)[ \t](\d+)")


def ner_uk(folder: Path) -> Iterator[Sample]:
    """ner-uk 2.0, brat standoff."""
    for path in sorted(folder.rglob("*.ann")):
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
            body = file.read()
        gold = [
            Gold(_BRAT[m[1]], ((int(m[2]), int(m[3])),), True)
            for m in map(_BRAT_LINE.match, path.read_text("utf-8").splitlines())
            if m and m[1] in _BRAT
        ]
        # «Наші гроші», a work or a medium: as often a body as not.
        gold += [
            Gold("organisation", ((int(m[2]), int(m[3])),), False)
            for m in map(_BRAT_LINE.match, path.read_text("utf-8").splitlines())
            if m and m[1] in ("MISC", "ART", "DOC")
        ]
        yield Sample(path.stem, body, _inner_optional(gold))


_MEANTIME = {"PER": "person", "ORG": "organisation", "LOC": "place"}
# Only the title, the date and four sentences of each text are annotated.
_LAST_SENTENCE = 5
_CAPITALS = re.compile(r"[A-Z][\w.&’'-]*(?: (?:(?:of|the|for|and|&|de) ){0,2}[A-Z][\w.&’'-]*)*")


def meantime(folder: Path) -> Iterator[Sample]:
    """MEANTIME: tokens and mentions; the text is put together again, a line each for title and date.

    Its mentions are whole noun phrases: the name is their last run of capital words.
    """
    for path in sorted((folder / "intra-doc_annotation").rglob("*.xml")):
        root = ElementTree.parse(path).getroot()
        body, at = _joined(root)
        kinds = {e.get("m_id"): e.get("ent_type") for e in root.iter("ENTITY")}
        told = {
            source.get("m_id"): kinds.get(target.get("m_id"))
            for link in root.iter("REFERS_TO")
            for target in link.iter("target")
            for source in link.iter("source")
        }
        gold = []
        for mention in root.iter("ENTITY_MENTION"):
            anchors = [at[a.get("t_id")] for a in mention.iter("token_anchor") if a.get("t_id") in at]
            if not anchors:
                continue
            start, stop = min(anchors)[0], max(anchors)[1]
            kind = _MEANTIME.get(told.get(mention.get("m_id")) or "")
            named = mention.get("syntactic_type") in ("NAM", "PRE.NAM")
            runs = [(start + m.start(), start + m.end()) for m in _CAPITALS.finditer(body[start:stop])]
            lone = runs[-1] if runs else (start, stop)
            # «American» is no place, though the set calls it one.
            asked = (
                named and bool(runs) and not body[lone[0] : lone[1]].endswith(("an", "ese", "ish", "ench"))
            )
            for k in [kind] if kind else KINDS:
                spans = ((start, stop), lone, _untitled(body, lone))
                gold.append(Gold(k, spans, asked and kind is not None))
        yield Sample(path.stem, body, _inner_optional(gold))


_TITLES = re.compile(
    r"(?:(?:President|Prime|Vice|Minister|Mr|Mrs|Ms|Senator|Judge|Justice|CEO|Chief|Executive|Officer|Chairman"
    r"|Spokeswoman|Spokesman|Secretary|Presiding|of the United States|U\.S\.|Australian|The|the)\.?,? )+"
)


def _untitled(body: str, span: Span) -> Span:
    """The name without the titles that the set joins to it."""
    title = _TITLES.match(body, span[0], span[1])
    return (title.end(), span[1]) if title else span


def _joined(root: ElementTree.Element) -> tuple[str, dict[str | None, Span]]:
    """The annotated text and the place of each token in it."""
    body, sentence = "", "0"
    at: dict[str | None, Span] = {}
    for token in root.iter("token"):
        if int(token.get("sentence") or 0) > _LAST_SENTENCE:
            break
        word = (token.text or "").replace("``", "“").replace("''", "”")
        if token.get("sentence") != sentence:
            sentence = token.get("sentence") or ""
            body += "\n\n" if sentence in ("1", "2") else " "
        elif body and not re.match(r"[,.;:!?)%”]|['’]s?\Z|n't\b", word) and body[-1] not in "(“$":
            body += " "
        at[token.get("t_id")] = (len(body), len(body) + len(word))
        body += word
    return body, at


# Name of a set → how it is read, and what its annotations lie in.
SETS = {
    "factrueval": (factrueval, "*.objects"),
    "ner_uk": (ner_uk, "*.ann"),
    "meantime names": (meantime, "intra-doc_annotation/**/*.xml"),
}


def _files(folder: Path, pattern: str) -> list[Path]:
    """The annotations, and the texts beside them."""
    several = sorted(folder.rglob(pattern))
    return several + [text for path in several if (text := path.with_suffix(".txt")).exists()]


def set_of(folder: Path) -> str | None:
    """The set that a folder holds; None where it holds none."""
    return next((n for n, (_, files) in SETS.items() if any(folder.rglob(files))), None)


def _inner_optional(gold: list[Gold]) -> list[Gold]:
    """A name inside another one is not asked for: the reader gives each character to one name."""

    def inside(g: Gold) -> bool:
        start, stop = g.spans[-1]
        return any(
            o is not g and o.asked and o.spans[0][0] <= start and stop <= o.spans[0][1]
            and o.spans[0][1] - o.spans[0][0] > stop - start
            for o in gold
        )  # fmt: skip

    return [g._replace(asked=g.asked and not inside(g)) for g in gold]


# --- scoring ------------------------------------------------------------------------------------------


def read(body: str) -> list[tuple[int, int, str]]:
    """(start, stop, kind) of every name that the reader finds in a text."""
    reading = read_text(Text("text", "doc", body, "und", "eval"), ReadingContext())
    kinds = {"person": "person", "organisation": "organisation", "unit": "organisation", "place": "place"}
    return [(m.passage.start, m.passage.stop, kinds[m.kind]) for m in reading.mentions if m.kind in kinds]


def bare(body: str, span: Span) -> Span:
    """The span without the marks of quotation at its ends."""
    start, stop = span
    while start < stop and body[start] in _MARKS:
        start += 1
    while stop > start and body[stop - 1] in _MARKS:
        stop -= 1
    return start, stop


def compare(
    sample: Sample, found: list[tuple[int, int, str]], kind: str
) -> tuple[Counts, list[Gold], list[Span]]:
    """Counts of a kind, the gold names missed and the mentions that answer nothing."""
    mentions = sorted(bare(sample.body, (a, b)) for a, b, k in found if k == kind)
    gold = [g for g in sample.gold if g.kind == kind]
    extents = [[bare(sample.body, s) for s in g.spans] for g in gold]
    free = set(range(len(mentions)))
    exact: dict[int, int] = {}
    touched: dict[int, int] = {}
    for i, spans in enumerate(extents):
        hit = next((j for j in sorted(free) if mentions[j] in spans), None)
        if hit is not None:
            exact[i] = touched[i] = hit
            free.discard(hit)
    for i, spans in enumerate(extents):
        if i not in touched:
            start, stop = spans[0]
            hit = next((j for j in sorted(free) if mentions[j][0] < stop and start < mentions[j][1]), None)
            if hit is not None:
                touched[i] = hit
                free.discard(hit)
    asked = [i for i, g in enumerate(gold) if g.asked]
    # What answers a name that is not asked for is left out of the account, and so is a second answer to it.
    spared = {touched[i] for i, g in enumerate(gold) if not g.asked and i in touched}
    spared |= {
        j for j in free
        for i, g in enumerate(gold)
        if not g.asked and mentions[j][0] < extents[i][0][1] and extents[i][0][0] < mentions[j][1]
    }  # fmt: skip
    wrong = [mentions[j] for j in sorted(free - spared)]
    counts = Counts(
        len(asked),
        len(mentions) - len(spared),
        sum(i in exact for i in asked),
        sum(i in touched for i in asked),
    )
    missed = [gold[i] for i in asked if i not in exact]
    return counts, missed, wrong


def measure(
    folder: Path, kinds: Sequence[str] = KINDS, predicted: Path | None = None, show_misses: int = 0
) -> list[Measured]:
    """The scores of a folder's set. Raises ValueError where it holds none."""
    name = set_of(folder)
    if name is None:
        raise ValueError(f"{folder} holds none of {', '.join(SETS)}")
    samples, tally = list(SETS[name][0](folder)), Tally()
    theirs = _predicted(predicted) if predicted else {}
    answers = [theirs.get(s.name, []) if predicted else read(s.body) for s in samples]
    items = 0
    for kind in kinds:
        outcome = [compare(s, a, kind) for s, a in zip(samples, answers, strict=True)]
        for sample, (counts, _, _) in zip(samples, outcome, strict=True):
            tally.add(sample.name, f"{kind}, exact", counts.exact, counts.asked, counts.found)
            tally.add(sample.name, f"{kind}, overlap", counts.overlap, counts.asked, counts.found)
            items += counts.asked
        _show(samples, outcome, show_misses)
    reader, digest = predicted.stem if predicted else "rules", digest_of(_files(folder, SETS[name][1]))
    return [Measured(name, reader, len(samples), items, digest, tally.figures())]


def main() -> int:
    parser = arguments(__doc__, reader=False)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--predicted", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--kind", choices=KINDS)
    given = parser.parse_args()
    kinds = [given.kind] if given.kind else KINDS
    return bool(show(measure(given.folder, kinds, given.predicted, given.show)))


def _predicted(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return {row["document"]: [(a, b, k) for a, b, k in row["mentions"]] for row in rows}


def _show(samples: list[Sample], outcome: list[tuple[Counts, list[Gold], list[Span]]], number: int) -> None:
    lines = []
    for sample, (_, missed, wrong) in zip(samples, outcome, strict=True):
        lines += [_line(sample, "-", g.spans[0]) for g in missed] + [_line(sample, "+", s) for s in wrong]
    for line in lines[:number]:
        print(line)


def _line(sample: Sample, sign: str, span: Span) -> str:
    start, stop = span
    near = sample.body[max(0, start - 40) : start], sample.body[start:stop], sample.body[stop : stop + 30]
    return (
        f"  {sign} " + "{}[[{}]]{}".format(*(part.replace("\n", "¶") for part in near)) + f"  ({sample.name})"
    )


__all__ = [
    "Counts", "Gold", "Sample", "bare", "compare", "factrueval", "meantime", "measure", "ner_uk", "set_of",
]  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
