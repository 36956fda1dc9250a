"""How well people, organisations and places are found: ``python eval/entities.py FOLDER``.

FOLDER holds FactRuEval (``*.objects``, ``*.spans``, ``*.txt``), ner-uk (``*.ann``, ``*.txt``) or MEANTIME
(``intra-doc_annotation``). A mention is exact where its characters are those of a gold name, with or without
the descriptor that the set joins to it («движение „N“», «город N»), marks of quotation aside; it overlaps
where it has the kind and at least one character of it. One mention answers one gold name. A description
without a name, and a place inside an organisation's name, are neither asked for nor held against the reader;
so is every kind that a set does not annotate. Military units count as organisations, as in the sets.

``--predicted FILE`` scores another reader's mentions instead: a line ``{"document": NAME, "mentions":
[[start, stop, kind], …]}`` for each text. ``--show N`` prints misses and false alarms. The figures are
compared with the floors of ``floors.toml`` [entities]; exit 1 below one. Intervals: bootstrap over texts,
95 %.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read.reader import read_text

KINDS = ("person", "organisation", "place")
Span = tuple[int, int]
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


SETS = {"factrueval": (factrueval, "*.objects"), "ner_uk": (ner_uk, "*.ann"), "meantime": (meantime, "*.xml")}


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


def f1(right: int, asked: int, found: int) -> float:
    """In per cent; 0 where there is nothing."""
    return 200 * right / (asked + found) if asked + found else 0.0


def total(counts: list[Counts]) -> Counts:
    return Counts(*(sum(c[i] for c in counts) for i in range(4)))


def interval(counts: list[Counts], column: int, draws: int = 400, seed: int = 7) -> tuple[float, float]:
    """95 % of the F1 over texts drawn with replacement; ``column`` 2: exact, 3: overlap."""
    rng = random.Random(seed)
    values = []
    for _ in range(draws):
        drawn = total([counts[rng.randrange(len(counts))] for _ in counts])
        values.append(f1(drawn[column], drawn.asked, drawn.found))
    values.sort()
    return values[draws // 40], values[draws - 1 - draws // 40]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--predicted", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--kind", choices=KINDS)
    given = parser.parse_args()
    name = next((n for n, (_, files) in SETS.items() if any(given.folder.rglob(files))), None)
    if name is None:
        parser.error(f"{given.folder} holds none of {', '.join(SETS)}")
    samples = list(SETS[name][0](given.folder))
    predicted = _predicted(given.predicted) if given.predicted else {}
    answers = [predicted.get(s.name, []) if given.predicted else read(s.body) for s in samples]
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8")).get("entities", {})
    below = 0
    print(f"{name}: {len(samples)} texts")
    for kind in [given.kind] if given.kind else KINDS:
        outcome = [compare(s, a, kind) for s, a in zip(samples, answers, strict=True)]
        counts = [c for c, _, _ in outcome]
        t = total(counts)
        exact = f1(t.exact, t.asked, t.found)
        lines = [_line_of(counts, t, name, column) for name, column in (("exact", 2), ("overlap", 3))]
        print(f"  {kind:13} {'   '.join(lines)}   n {t.asked}")
        floor = floors.get(name, {}).get(kind, 0.0)
        if not given.predicted and exact < floor:
            print(f"  below the floor of {floor}")
            below += 1
        _show(samples, outcome, given.show)
    return 1 if below else 0


def _line_of(counts: list[Counts], t: Counts, name: str, column: int) -> str:
    low, high = interval(counts, column)
    value = f1(t[column], t.asked, t.found)
    precision, recall = _share(t[column], t.found), _share(t[column], t.asked)
    return f"{name} F1 {value:5.1f} ({low:.1f}–{high:.1f}) P {precision} R {recall}"


def _share(right: int, whole: int) -> str:
    return f"{100 * right / whole:5.1f}" if whole else "    –"


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
    "Counts", "Gold", "Sample", "bare", "compare", "f1", "factrueval", "interval", "meantime", "ner_uk",
]  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
