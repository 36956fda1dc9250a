"""Sentences with their claims written into them, and what a reading of them got wrong."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from muster.model.claims import Claim
from muster.model.evidence import Text
from muster.read.attribution import find_claims
from muster.read.page import lay_out
from muster.read.people.people import find_named
from muster.read.protection.anonymity import protect

Spans = list[tuple[int, int]]
_NUMBERS = {"¹": 1, "²": 2, "³": 3, "⁴": 4}


class Marked(NamedTuple):
    """A text without its marks; by number of a claim, the spans of its words and of its speaker."""

    body: str
    words: dict[int, Spans]
    speakers: dict[int, Spans]
    options: dict[str, str]


def marked_lines(path: Path) -> list[str]:
    """Lines of the table that are no comment."""
    return [x for x in path.read_text(encoding="utf-8").splitlines() if x.strip() and not x.startswith("#")]


def read_marks(line: str) -> Marked:
    """``{¹X} said that [¹Y]. | act=think; group`` taken apart; a bracket without a number is claim 1."""
    text, _, rest = line.partition(" | ")
    options = {}
    for option in filter(None, (x.strip() for x in rest.split(";"))):
        key, _, value = option.partition("=")
        options[key] = value
    body: list[str] = []
    found: dict[str, dict[int, Spans]] = {"[": {}, "{": {}}
    waiting: list[tuple[str, int, int]] = []
    text = text.replace(" ¶ ", "\n\n")
    i = 0
    while i < len(text):
        letter = text[i]
        if letter in "[{":
            number = _NUMBERS.get(text[i + 1], 0)
            i += bool(number)
            waiting.append((letter, number or 1, len(body)))
        elif letter in "]}":
            opened, number, start = waiting.pop()
            found[opened].setdefault(number, []).append((start, len(body)))
        else:
            body.append(letter)
        i += 1
    return Marked("".join(body), found["["], found["{"], options)


def claims_of(body: str) -> list[Claim]:
    """The attributed claims that the rules find."""
    page = lay_out(Text("text", "doc", body, "und", "test"))
    return find_claims(page, protect(page, find_named(page)))


def _common(a: Spans, b: Spans) -> int:
    return sum(max(0, min(q, s) - max(p, r)) for p, q in a for r, s in b)


def _size(spans: Spans) -> int:
    return sum(b - a for a, b in spans)


def likeness(a: Spans, b: Spans) -> float:
    """Shared characters of all characters of two sets of spans."""
    shared = _common(a, b)
    return shared / max(1, _size(a) + _size(b) - shared)


def parts(claim: Claim) -> Spans:
    return [(p.start, p.stop) for p in (claim.parts or (claim.passage,))]


def problems(line: str) -> list[str]:
    """What the reading of a marked line misses, mistakes or adds; empty where all is right."""
    marked = read_marks(line)
    claims = claims_of(marked.body)
    wrong: list[str] = []
    matched: set[str] = set()
    for number, words in marked.words.items():
        best = max(claims, key=lambda c: likeness(words, parts(c)), default=None)
        if best is None or likeness(words, parts(best)) < 0.8:
            wrong.append(f"missed {number}: {best.passage.words if best else None!r}")
            continue
        matched.add(best.id)
        wrong += _speaker(marked, number, best)
        if number == 1:
            wrong += _options(marked, best)
    if "any" not in marked.options:
        wrong += [f"too much: {c.passage.words!r} by {_by(c)!r}" for c in claims if c.id not in matched]
    return wrong


def _by(claim: Claim) -> str | None:
    return claim.speaker.words if claim.speaker else None


def _speaker(marked: Marked, number: int, claim: Claim) -> list[str]:
    gold = marked.speakers.get(number, [])
    if not gold:
        return (
            [] if claim.speaker is None or "any" in marked.options else [f"speaker {number}: {_by(claim)!r}"]
        )
    got = [(claim.speaker.start, claim.speaker.stop)] if claim.speaker else []
    return [] if likeness(gold, got) >= 0.5 else [f"speaker {number}: {_by(claim)!r}"]


def _options(marked: Marked, claim: Claim) -> list[str]:
    options, wrong = marked.options, []
    speaker = claim.said_by[0] if claim.said_by else None
    if "nameless" in options and (speaker is None or speaker.name is not None):
        wrong.append(f"should have no name: {speaker and speaker.name!r}")
    if "who" in options and (speaker is None or speaker.name != options["who"]):
        wrong.append(f"who: {speaker and speaker.name!r}")
    if "nobody" in options and speaker is not None and (speaker.name or speaker.role):
        wrong.append(f"somebody: {speaker.name!r} {speaker.role!r}")
    for kind in ("group", "document"):
        if kind in options and claim.source_kind != kind:
            wrong.append(f"source kind {claim.source_kind}")
    for field in ("act", "stance", "kind"):
        if field in options and getattr(claim, field) != options[field]:
            wrong.append(f"{field}: {getattr(claim, field)}")
    return wrong
