"""Readings in, the statements that answer a question out: selected, bounded by a profile, folded by origin.

Method page: ``docs/why/methods/claim-ledger.md``.
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from muster.count.bounds import DATED
from muster.count.kinds import alike, kind_of
from muster.count.questions import every_term, terms
from muster.count.tabled import rows_of
from muster.model.claims import Claim, Quantity, Reading, TimeRange
from muster.model.evidence import Document
from muster.model.ledger import Question, Statement
from muster.text.numbers.vague import bounds_of
from muster.text.places.regions import regions_of

# A word that hands the figure out to each of several people: a caseload, never to be multiplied or added.
_EACH = re.compile(
    r"\b(?:each|every one|apiece|каждый|каждая|каждого|каждому|кажд(?:ым|ой)|кожен|кожна|кожного)\b", re.I
)
_SINCE = re.compile(r"^\s*(?:since|from|с|со|з|із|від)\b", re.I)
# What somebody says of a figure without giving another.
_OF_A_FIGURE = re.compile(
    r"\b(?:real|true|actual)\s+(?:\w+\s+){0,2}(?:number|figure|total|toll|share|scale)s?\b"
    r"|\b(?:реальн|настоящ|действительн)\w{1,6}\s+(?:\w+\s+){0,2}(?:числ|цифр|количеств|масштаб)\w{0,4}"
    r"|\b(?:реальн|справжн|дійсн)\w{1,6}\s+(?:\w+\s+){0,2}(?:числ|цифр|кількіст|кільк|масштаб)\w{0,4}",
    re.I,
)
_NOT_ASSERTED = {"possible", "required"}
_REGIONS = re.compile(
    r"\b(?:regions?|oblasts?|provinces?|регион\w{0,3}|област\w{0,4}|субъект\w{0,3}|регіон\w{0,3}|субʼєкт\w{0,3})\b",
    re.I,
)
_DIGITS = re.compile(r"\d{1,3}")
# Characters between a figure and the regions it is told of, and between a number and the word for them.
_NEAR, _CLOSE = 300, 40
_UNITS_OF_PLACE = frozenset({"region", "city", "village", "settlement"})


@dataclass(frozen=True, slots=True)
class Page:
    """One document as it was read. ``origin_of``: claim id → (origin id, name), or ("", "")."""

    document: Document
    body: str
    reading: Reading
    origin_of: Callable[[str], tuple[str, str]]


def statements(questions: Sequence[Question], pages: Iterable[Page]) -> dict[str, list[Statement]]:
    """For each question (by name) its statements, one for each origin and figure, earliest first.

    One pass over ``pages`` for all questions; memory grows with what was selected.
    """
    found: dict[str, list[Statement]] = {q.name: [] for q in questions}
    for page in pages:
        for question in questions:
            mine = [*rows_of(question, page.document, page.body), *_of_page(question, page)]
            if mine:
                found[question.name].extend(_linked(mine, page))
    named = {q.name: [_as_named(q, s) for s in found[q.name]] for q in questions}
    # Two events of one day may have the same toll; the team says that each row is its own.
    return {q.name: named[q.name] if q.adds else fold(named[q.name]) for q in questions}


def _of_page(question: Question, page: Page) -> list[Statement]:
    if not (question.counted or question.about or question.take):
        return []
    claims = {c.id: c for c in page.reading.claims}
    out = []
    for q in page.reading.quantities:
        claim = claims.get(q.claim) if q.claim else None
        if _chosen(question, q, claim):
            out.append(_statement(question, q, claim, page))
    return out


def _chosen(question: Question, q: Quantity, claim: Claim | None) -> bool:
    if any(q.id.startswith(i) for i in question.leave):
        return False
    if any(q.id.startswith(i) for i in question.take):
        return True
    wanted = "share" if question.unit == "share" else "count"
    if q.kind != wanted or not (question.counted or question.about):
        return False
    counted = every_term(q.what or "") | every_term(q.population or "")
    if not counted or (wanted == "count" and set(terms(q.what or "")) & _UNITS_OF_PLACE):
        return False
    if question.counted and not _any_in(question.counted, counted):
        return False
    if not (question.about or question.never):
        return True
    # The words of the whole claim only where they are asked for: most quantities never come so far.
    around = counted | (every_term(claim.passage.words) if claim else set())
    return (not question.about or _told(question.about, around)) and not _any_in(question.never, around)


def _told(phrases: Iterable[str], words: set[str]) -> bool:
    """Whether one of ``phrases`` is said, or of a single word what says the same kind of thing."""
    return _any_in(phrases, words) or any(" " not in p and alike(p) & words for p in phrases)


def _any_in(phrases: Iterable[str], words: set[str]) -> bool:
    return any((t := terms(p)) and set(t) <= words for p in phrases)


def _statement(question: Question, q: Quantity, claim: Claim | None, page: Page) -> Statement:
    low, best, high, shape, coded = coded_bounds(q, question.coding)
    first, last, dated = _when(question, q, page)
    origin, name = page.origin_of(claim.id) if claim else ("", "")
    around = claim.passage.words if claim else ""
    return Statement(
        id=q.id, origin=origin, origin_name=name, shape=shape, low=low, best=best, high=high,
        words=" ".join(q.passage.words.split()),
        unit=q.unit, first=first, last=last, dated=dated,
        population=q.population or (q.what if q.kind == "share" else None) or "not stated",
        place=q.place or "not stated",
        regions=regions_of(q.place) if q.place else (),
        least_regions=_regions_beside(q, page),
        series=kind_of(q.what or "", around),
        party=bool(claim and claim.basis == "party"),
        hedges=tuple(" ".join(h.words.split()) for h in claim.hedges) if claim else (),
        basis=claim.basis if claim else "unknown",
        document=page.document.id, address=page.document.address, claim=q.claim,
        coded=coded, beside=_beside(q, claim),
    )  # fmt: skip


def coded_bounds(q: Quantity, coding: str) -> tuple[float | None, float | None, float | None, str, str]:
    """(low, best, high, shape, how it was coded) of a quantity under a profile.

    A count is whole, so "more than 1,000" is 1,001 or more, whatever the profile; only ACLED's rule, which
    takes the one number named, keeps 1,000. A word gets the floor of its row and never a ceiling: nobody
    said one.
    """
    if q.vague is not None:
        row = bounds_of(q.vague, coding)
        if row.low is None:
            return None, None, None, "words", ""
        low = _up(row.low, row.low_exclusive, q.unit)
        best = low if coding == "acled" else None
        return low, best, None, "floor", f"“{q.passage.words}” is {low:g} or more by the profile {coding}"
    if q.low is None and q.high is None:
        return None, None, None, "words", ""
    if coding == "acled" and q.low is not None and q.high is None:
        return q.low, q.low, None, "floor", "the one number named, by the profile acled"
    low_end = _up(q.low, q.low_exclusive, q.unit) if q.low is not None else None
    high_end = _down(q.high, q.high_exclusive, q.unit) if q.high is not None else None
    if q.low == 0 and q.high == 0:
        return None, None, 0.0, "ceiling", ""
    if q.low is not None and q.low == q.high:
        loose = q.approximate or q.modality == "estimated"
        return q.low, q.low, None, "estimate" if loose else "exact", ""
    if high_end is None:
        return low_end, None, None, "floor", ""
    return low_end, None, high_end, "ceiling" if low_end is None else "interval", ""


def _up(value: float, excluded: bool, unit: str) -> float:
    return math.floor(value) + 1 if excluded and unit == "count" else value


def _down(value: float, excluded: bool, unit: str) -> float:
    return max(0, math.ceil(value) - 1) if excluded and unit == "count" else value


def _beside(q: Quantity, claim: Claim | None) -> str:
    """Why this quantity can move no bound, whoever said it; "" where it may."""
    if claim is not None and claim.stance == "denied":
        return "the words deny this figure"
    supposed = claim is not None and (claim.hypothetical or claim.act == "intend")
    if q.modality in _NOT_ASSERTED or supposed:
        return "a supposition, not an assertion"
    if claim is None:
        return "nobody is on record for it"
    if q.high == 0 and (claim.hedges or claim.basis in ("own-caseload", "hearsay")):
        return "none known to the speaker, which is not none"
    before = claim.passage.words[: max(0, q.passage.start - claim.passage.start)]
    if _EACH.search(before):
        return "told of each of several people: a caseload is neither multiplied nor added"
    return ""


def _when(question: Question, q: Quantity, page: Page) -> tuple[str | None, str | None, str]:
    """(first, last, dated): the days the figure is about; ``last`` is "by when"."""
    for key, day in question.dates:
        if q.id.startswith(key) or page.document.address == key or page.document.id.startswith(key):
            return None, day, "team"
    published = _last_day(page.document.published or "")
    time = _time_of(q, page.reading.times) if q.when else None
    if time is not None and time.last:
        first = time.first[:10] if time.first else None
        if not _SINCE.match(q.when or ""):
            return first, _last_day(time.last), "stated"
        if published:
            return first, published, "published"
    if published:
        return None, published, "published"
    return None, page.document.taken[:10] or None, "taken"


def _last_day(iso: str) -> str | None:
    """The last day of ``2031-05-04T10:00``, ``2031-05`` or ``2031``; None where there is no date."""
    parts = iso[:10].split("-")
    if not parts[0]:
        return None
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12
    return iso[:10] if len(parts) > 2 else f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"


def _time_of(q: Quantity, times: Iterable[TimeRange]) -> TimeRange | None:
    said = q.when or ""
    near = [t for t in times if t.last and t.passage.words and t.passage.words in said]
    return min(near, key=lambda t: abs(t.passage.start - q.passage.start), default=None)


def _regions_beside(q: Quantity, page: Page) -> int | None:
    """ "… from at least seven regions", "in nine of the 14 regions": the regions counted in the same claim.

    The first number of the claim that a word for regions follows closely; nine, not 14, is what was reached.
    """
    if not q.claim:
        return None
    near = sorted(
        (o.passage.start, o.low) for o in page.reading.quantities
        if o.claim == q.claim and o.id != q.id and o.kind == "count" and o.low is not None
        and abs(o.passage.start - q.passage.start) < _NEAR
        and _REGIONS.search(page.body[o.passage.stop : o.passage.stop + _CLOSE].split(".")[0])
    )  # fmt: skip
    if near:
        return int(near[0][1])
    written = _DIGITS.search(q.place) if q.place and _REGIONS.search(q.place) else None
    return int(written[0]) if written else None


def _linked(mine: list[Statement], page: Page) -> list[Statement]:
    """Claims that speak of a figure without giving one, put to the nearest statement before them."""
    starts = {c.id: c.passage.start for c in page.reading.claims}
    numbered = {q.claim for q in page.reading.quantities if q.low is not None or q.high is not None}
    speaking = [
        c for c in page.reading.claims if c.id not in numbered and _OF_A_FIGURE.search(c.passage.words)
    ]
    out = {s.id: s for s in mine}
    for claim in speaking:
        before = [s for s in mine if s.claim in starts and starts[s.claim] < claim.passage.start]
        if before:
            nearest = max(before, key=lambda s: (starts[s.claim or ""], s.id))
            held = out[nearest.id]
            out[held.id] = replace(held, about=(*held.about, claim.id))
    return list(out.values())


def _as_named(question: Question, s: Statement) -> Statement:
    """``s`` under the name the team gave its origin; what makes the ledger's origin one origin."""
    for named in question.origins:
        if s.origin_name.casefold() in {n.casefold() for n in (named.name, *named.aliases)}:
            return replace(s, origin=f"team:{named.name}", origin_name=named.name,
                           party=s.party or named.party, reliability=named.reliability)  # fmt: skip
    return s


_Key = tuple[object, ...]


def fold(found: Iterable[Statement]) -> list[Statement]:
    """Statements of one origin with the same figure, time and whole are one; the earliest speaks for them.

    One told without a day of its own joins its equal told with one, where only one such is there.
    """
    held: dict[_Key, Statement] = {}
    documents: dict[_Key, set[str]] = {}
    days: dict[_Key, set[str]] = {}
    ordered = sorted(found, key=lambda s: (s.last or "~", s.address, s.id))
    for s in ordered:
        if s.dated in DATED:
            days.setdefault(_figure(s), set()).add(s.last or "")
    for s in ordered:
        figure = _figure(s)
        told = days.get(figure, set())
        # A repeat on another day is the same figure unless the words themselves give the day.
        day = (s.last or "") if s.dated in DATED else next(iter(told)) if len(told) == 1 else ""
        key = (*figure, day)
        documents.setdefault(key, set()).add(s.document)
        first = held.setdefault(key, s)
        if first is not s:
            # The one that knows its day speaks; of two that do, the earlier report.
            speaks, joins = (s, first) if s.dated in DATED and first.dated not in DATED else (first, s)
            held[key] = replace(
                speaks,
                hedges=tuple(dict.fromkeys((*speaks.hedges, *joins.hedges))),
                about=tuple(dict.fromkeys((*speaks.about, *joins.about))),
                least_regions=max(speaks.least_regions or 0, joins.least_regions or 0) or None,
            )
    return [replace(s, reports=len(documents[key])) for key, s in held.items()]


def _figure(s: Statement) -> _Key:
    """What makes two statements of one origin the same figure, their days apart."""
    words = s.words.casefold() if s.low is None and s.high is None else ""
    whole = (s.place, s.series, s.beside, terms(s.population))
    return (s.origin or s.id, s.low, s.high, s.shape, words, *whole)


__all__ = ["Page", "coded_bounds", "fold", "statements"]
