"""A text in, what identifies people out: direct (leads to one person) and quasi (narrows the circle).

Codes, names in any case and letter size, days, units, places, and words that say something of somebody, in
English, Russian and Ukrainian. Recall comes first: a covered word costs a little sense, a missed one a life.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from muster.text.dates.dates import find_dates
from muster.text.identifiers.addresses import find_addresses
from muster.text.identifiers.codes import find_codes
from muster.text.identifiers.doubts import find_doubts
from muster.text.identifiers.habits import find_habits
from muster.text.identifiers.names import find_people
from muster.text.identifiers.numbers import age_behind, find_numbers_told, with_year
from muster.text.identifiers.page import page_of
from muster.text.identifiers.phrases import find_phrases
from muster.text.identifiers.told import find_told
from muster.text.identifiers.words import classes
from muster.text.languages import language_of
from muster.text.military_units import find_units
from muster.text.places.places import find_named_places
from muster.text.spans import Span, touching, union
from muster.text.unseen import seen

DIRECT: Final = (
    "person",
    "phone",
    "email",
    "handle",
    "address",
    "coordinates",
    "number",
    "card",
    "account",
    "plate",
)
# A word that may stay nowhere: no list of ordinary words has it; the learned model takes it for part of an
# identifier of whatever kind (`doubts`).
DOUBTS: Final = ("unlisted", "likely")
QUASI: Final = (
    "unit",
    "date",
    "place",
    "organisation",
    "age",
    "rank",
    "kin",
    "job",
    "wound",
    "group",
    "amount",
    "name",
    *DOUBTS,
)
FIELDS: Final = DIRECT + QUASI
# The country a text is about says little of anybody in it; one named once or twice may be where he fled to.
_TOLD_OFTEN: Final = 8
_DAY: Final = re.compile(r"\d|(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд|january|february|march|april|may|june|july|august|september|october|november|december)", re.I)  # fmt: skip


class Identifier(NamedTuple):
    """Characters ``[start, stop)`` and the field they fall in, one of ``FIELDS``."""

    start: int
    stop: int
    field: str

    @property
    def direct(self) -> bool:
        """Whether it leads to one person by itself."""
        return self.field in DIRECT


def find_identifiers(text: str) -> list[Identifier]:
    """Every identifier of ``text``, in order, not overlapping; invisible and look-alike letters seen through.

    Where finds overlap, they become one. Words that may not stay for another reason are of a field of doubt.
    """
    shown = seen(text)
    found = [(Span(s, e), f) for (s, e), f in _all(shown.body) if s < e]
    known = _connected(shown.body, list(_joined(found)))
    found = sorted([*known, *find_doubts(shown.body, known)])
    return list(_apart(Identifier(shown.back(s.start), shown.back_end(s.stop), f) for s, f in found))


def _apart(found: Iterable[Identifier]) -> Iterator[Identifier]:
    """Without what lies in the one before: a sign that the eye reads as several letters («¼») may be found twice."""
    last = 0
    for item in found:
        if item.stop > last:
            yield item._replace(start=max(item.start, last))
            last = item.stop


def find_codes_and_addresses(text: str) -> list[Identifier]:
    """Of the direct identifiers those that are no names, in order; they may overlap. Some ten times as fast."""
    shown = seen(text)
    found = sorted((*find_codes(shown.body), *find_addresses(shown.body)))
    return [
        Identifier(shown.back(s.start), shown.back_end(s.stop), field)
        for s, field in found
        if s.start < s.stop
    ]


def _all(body: str) -> Iterator[tuple[Span, str]]:
    page = page_of(body)
    places = find_named_places(body)
    told = Counter(p.name for p in places if p.near is None)
    countries = union((p.start, p.stop) for p in places if told[p.name] >= _TOLD_OFTEN)
    yield from find_codes(body)
    yield from find_addresses(body)
    for span, field in find_people(page):
        if field == "person" or not _only_countries(body, span, countries):
            yield span, field
        if field == "person" and (age := age_behind(body, span.stop)):
            yield age, "age"
    yield from find_phrases(page)
    yield from find_numbers_told(body)
    yield from find_told(body)
    yield from find_habits(body)
    for unit in find_units(body):
        yield Span(unit.start, unit.stop), "unit"
    yield from (
        (Span(p.start, p.stop), "place") for p in places if p.near is not None or told[p.name] < _TOLD_OFTEN
    )
    for date in find_dates(body, 0, len(body), language_of(body)):
        if _DAY.search(body, date.start, date.stop):
            yield Span(date.start, with_year(body, date.stop)), "date"


def _only_countries(body: str, span: Span, countries: list[Span]) -> bool:
    """ "Republic of Turkey", "United Kingdom": a country narrows no circle."""
    inside = [Span(*each) for each in touching(countries, *span)]
    if not inside:
        return False
    rest = [
        body[a:b]
        for a, b in zip(
            [span.start, *(c.stop for c in inside)], [*(c.start for c in inside), span.stop], strict=True
        )
    ]
    return all(
        classes(word) & {"plain", "office"} or word in ("Great", "Northern")
        for part in rest
        for word in re.findall(r"\w+", part)
    )


_BETWEEN: Final = re.compile(
    r"\s(?:(?:of|near|in|at|from)(?:\sthe|\shis|\sher)?|the|в|во|на|у|под|під|из|із|з|с)?\s?\Z|[\s-]\Z|\s?[«»\"]\s?\Z"
)
_PARTS: Final = frozenset(("unit", "organisation", "place", "wound", "rank", "job"))


def _connected(body: str, found: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """ "9th company" of the "1187th regiment" is one unit: parts of one thing joined over the words between."""
    out: list[tuple[Span, str]] = []
    for span, field in found:
        if out and field in _PARTS and out[-1][1] in _PARTS and out[-1][0].stop < span.start <= out[-1][0].stop + 9 and (
            _BETWEEN.fullmatch(body, out[-1][0].stop, span.start)):  # fmt: skip
            out[-1] = Span(out[-1][0].start, span.stop), out[-1][1]
        else:
            out.append((span, field))
    return out


def _joined(found: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """The finds in order; those that share a character are one, in the field of the longest direct one, or quasi."""
    order = {field: -n for n, field in enumerate(FIELDS)}
    start = stop = -1
    best: tuple[bool, int, int] = (False, 0, 0)
    for span, field in sorted(found):
        rank = (field in DIRECT, span.stop - span.start, order[field])
        if span.start < stop:
            stop, best = max(stop, span.stop), max(best, rank)
            continue
        if stop >= 0:
            yield Span(start, stop), FIELDS[-best[2]]
        (start, stop), best = span, rank
    if stop >= 0:
        yield Span(start, stop), FIELDS[-best[2]]


__all__ = [
    "DIRECT",
    "DOUBTS",
    "FIELDS",
    "Identifier",
    "QUASI",
    "find_codes_and_addresses",
    "find_identifiers",
]
