"""Documents in, copies out: what repeats what, never by comparing all with all.

Texts that are the same become a star around the earliest; of the others only pairs that share rare runs
of words are fetched and compared closely. ``docs/why/methods/copies.md`` has the rules and their figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from muster.link.records import CopyInput
from muster.model.ids import make_id
from muster.model.links import Copy

if TYPE_CHECKING:
    from muster.link.copyindex import Index, Member
    from muster.link.pages import Page
    from muster.link.pairs import Judged

A = TypeVar("A")
B = TypeVar("B")
Fetch = Callable[[Sequence[str]], Mapping[str, CopyInput]]


class Spread(Protocol):
    """One function over many items, in their order; ``map`` itself, or an engine's over all cores."""

    def __call__(self, function: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]: ...


# The share of the shorter one's grams from which a pair is worth fetching.
WORTH_FETCHING = 0.03
# Earlier documents a document is compared with, those with most in common first; one more for every
# fifty words, since a long one may hold many.
MOST_COMPARED, WORDS_FOR_ONE_MORE = 12, 50
# Same texts of fewer than eight words in more documents than this are formulas ("Details to follow").
DISTINCTIVE_TIMES = 3
DISTINCTIVE_WORDS = 4
# A source gives the same notice of fewer words again for another event.
_NOTICE_WORDS = 25
_PAGES = 400
# Words of the pages that lie open: some 60 bytes a word with their characters.
_WORDS_OPEN = 600_000
# Pairs whose drift is listed at one go: some tenths of a second of work.
_PAIRS = 24


def find_copies(
    stream: Callable[[], Iterable[CopyInput]],
    fetch: Fetch,
    *,
    workdir: Path,
    progress: Callable[[int], None] | None = None,
    spread: Spread = map,
) -> Iterator[Copy]:
    """Every copy with its original, kind, score, reasons, overlaps and drift; each pair once.

    ``stream`` gives all documents and is called two or three times (a third time only where the project
    holds several languages); ``fetch`` gives some by id; neither order matters. ``workdir``: an
    empty folder for index files (about 25 bytes a word). ``progress`` is told the number of documents
    read. ``spread`` runs the closest part, the listing of drift. An exact copy has no overlaps: the whole
    text is the overlap.
    """
    from muster.link.copyindex import build
    from muster.link.garbled import find_garbled
    from muster.link.retold import find_retold
    from muster.link.translated import find_translations

    index = build(stream, workdir, progress)
    yield from _same_texts(index, fetch)
    repeated: set[str] = set()
    families = _Families()
    shelf = _Shelf(index, fetch)
    for copy in _alike_texts(index, shelf, spread):
        repeated.add(copy.copy)
        families.join(copy.copy, copy.original)
        yield copy
    for copy in find_retold(index, stream, shelf.several, repeated):
        repeated.add(copy.copy)
        families.join(copy.copy, copy.original)
        yield copy
    for copy in find_garbled(index, shelf.several, families.top):
        repeated.add(copy.copy)
        yield copy
    yield from find_translations(index, stream, fetch, repeated)


def _same_texts(index: Index, fetch: Fetch) -> Iterator[Copy]:
    """Documents whose letters, digits and marks are the same, linked to the earliest of them."""
    for group in index.groups():
        times, own = len(group), int(index.own[group[0]])
        for ranks in _told_at_a_time(index, group, own):
            yield from _star(index, fetch, ranks, times, own)


def _told_at_a_time(index: Index, group: list[int], own: int) -> Iterator[list[int]]:
    """The group in parts: a notice of a few lines ("Air-raid alert, go to shelters") that its source gives
    again after more than a day is another notice, and what others have of it is nearer to that one."""
    part: list[int] = []
    places: set[tuple[str, ...]] = set()
    heard: set[int] = set()
    for rank in group:
        one = index.members[rank]
        again = one.source in heard and one.source_known and not one.forwarded_from
        place = one.place[:2]
        if again and own < _NOTICE_WORDS and place not in places and _days(index.members[part[0]], one) > 1:
            yield part
            part, places = [], set()
        part.append(rank)
        places.add(place)
        heard.add(one.source)
    yield part


def _days(early: Member, late: Member) -> int:
    """Whole days between two dates; 0 where one is not known to the day."""
    days = [each.when[0][:10] for each in (early, late)]
    if any(len(day) < 10 for day in days):
        return 0
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days


def _star(index: Index, fetch: Fetch, ranks: list[int], times: int, own: int) -> Iterator[Copy]:
    """Documents of one text, linked to the earliest; ``times``: how many have it, ``own``: its words."""
    from muster.link.copyindex import FEW_WORDS

    first = index.members[ranks[0]]
    for begin in range(0, len(ranks), _PAGES):
        ids = [index.members[r].document for r in [ranks[0], *ranks[begin : begin + _PAGES]]]
        found = fetch(sorted(set(ids)))
        for rank in ranks[max(begin, 1) : begin + _PAGES]:
            pair = (found[first.document], found[index.members[rank].document])
            if own >= FEW_WORDS or _short_copy(own, times, *pair):
                yield _exact(*pair, first.words, short=own < FEW_WORDS)


def _short_copy(own: int, times: int, a: CopyInput, b: CopyInput) -> bool:
    """A text of fewer than eight words of its own is a copy where the export says that it was forwarded,
    where it is the same address, or where it has four words or more, at most three documents have it and,
    from one source, it came within a day ("Air-raid alert in all regions" is another alert a week later).
    """
    from muster.link.pairs import days_apart, names_source, same_place

    if (
        names_source(a.forwarded_from, b.source)
        or names_source(b.forwarded_from, a.source)
        or same_place(a, b)
    ):
        return True
    if a.source == b.source and days_apart(a, b) > 1:
        return False
    return own >= DISTINCTIVE_WORDS and times <= DISTINCTIVE_TIMES


def _exact(early: CopyInput, late: CopyInput, words: int, *, short: bool) -> Copy:
    from muster.link.pairs import direction, names_source, same_place

    original, shown, why = direction(early, late, versions=bool(same_place(early, late)))
    copy = late.document if original == early.document else early.document
    reasons = [f"the same letters, digits and marks from end to end, web addresses apart ({words} words)"]
    kind = "exact"
    if place := same_place(early, late):
        kind = "revision"
        reasons.append(place)
    for one, other in ((early, late), (late, early)):
        if kind == "exact" and one.source != other.source and names_source(one.forwarded_from, other.source):
            kind = "forwarded"
            reasons.append(f"forwarded from “{one.forwarded_from}”, as the export says")
    if short:
        reasons.append("short: taken as a copy since few documents have these words")
    return Copy(make_id("copy", copy, original), copy, original, kind, 1.0, (*reasons, why), shown)


def _alike_texts(index: Index, shelf: _Shelf, spread: Spread) -> Iterator[Copy]:
    """Documents that share runs of words, each linked to the first of its family."""
    pairs = _alike_pairs(index, shelf)
    for copies in spread(_copies, iter(lambda: list(islice(pairs, _PAIRS)), [])):
        yield from copies


def _alike_pairs(index: Index, shelf: _Shelf) -> Iterator[Judged]:
    families = _Stars()
    for late, partners in _partners(index):
        found: dict[int, Judged] = {}
        shelf.open([late, *partners])
        for early in partners:
            judged = _judge(shelf.page(early), shelf.page(late))
            if judged is not None:
                found[early] = judged
        for early in families.choose(late, found):
            yield found[early]


def _copies(pairs: Sequence[Judged]) -> list[Copy]:
    return [_copy(found) for found in pairs]


def _judge(early: Page, late: Page) -> Judged | None:
    from muster.link.pairs import Judged, judge

    found = judge(early, late)
    return found if isinstance(found, Judged) else None


def _copy(found: Judged) -> Copy:
    from muster.link.drift import find_drift

    copy, original = found.copy.input.document, found.original.input.document
    drift = find_drift(found.copy, found.original, excerpt=found.part)
    return Copy(
        id=make_id("copy", copy, original),
        copy=copy,
        original=original,
        kind=found.kind,
        score=found.score,
        reasons=found.reasons,
        directed=found.directed,
        drift=drift,
        overlaps=found.overlaps(),
    )


def _partners(index: Index) -> Iterator[tuple[int, list[int]]]:
    """For each document (by rank) the earlier ones worth a close look: most in common first."""
    from muster.link.copyindex import shared_grams

    wanted: dict[int, list[tuple[float, int]]] = {}
    for early, late, share in shared_grams(index):
        if share >= WORTH_FETCHING:
            wanted.setdefault(late, []).append((-share, early))
    for early, late in _same_places(index):
        wanted.setdefault(late, []).append((-2.0, early))
    for late in sorted(wanted):
        most = MOST_COMPARED + int(index.own[late]) // WORDS_FOR_ONE_MORE
        best = sorted(set(wanted[late]))[:most]
        yield late, list(dict.fromkeys(early for _, early in best))


def _same_places(index: Index) -> Iterator[tuple[int, int]]:
    """Versions of one address: each with the earliest."""
    first: dict[tuple[str, ...], int] = {}
    texts: dict[tuple[str, ...], set[int]] = {}
    for rank, member in enumerate(index.members):
        source, address, url = member.place
        for key in ((source, address), (url,) if url else None):
            if key is None:
                continue
            number = int(index.texts[rank])
            if key in first and number not in texts[key]:
                yield first[key], rank
            first.setdefault(key, rank)
            texts.setdefault(key, set()).add(number)


class _Shelf:
    """Pages that were fetched last; the oldest make room."""

    def __init__(self, index: Index, fetch: Fetch) -> None:
        self.index, self.fetch = index, fetch
        self.number = {name: place for place, name in enumerate(index.sources)}
        self.pages: dict[int, Page] = {}
        self.words = 0

    def open(self, ranks: list[int]) -> None:
        from muster.link.pages import page_of

        missing = [r for r in ranks if r not in self.pages]
        if not missing:
            return
        found = self.fetch([self.index.members[r].document for r in missing])
        for rank in missing:
            one = found[self.index.members[rank].document]
            self.pages[rank] = page_of(one, self.number[one.source], self.index.furniture)
            self.words += len(self.pages[rank].word)
        asked = set(ranks)
        for rank in [r for r in self.pages if r not in asked] if self.words > _WORDS_OPEN else ():
            if self.words > _WORDS_OPEN:
                self.words -= len(self.pages.pop(rank).word)

    def several(self, ranks: Sequence[int]) -> Mapping[int, Page]:
        self.open(list(ranks))
        return {rank: self.pages[rank] for rank in ranks}

    def page(self, rank: int) -> Page:
        return self.pages[rank]


class _Families:
    """Documents that are linked, however far; ``top`` gives the one that stands for all of a family."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def top(self, document: str) -> str:
        while (above := self.above.get(document, document)) != document:
            # Each look shortens the way of the next.
            self.above[document] = self.above.get(above, above)
            document = above
        return document

    def join(self, one: str, other: str) -> None:
        self.above[self.top(one)] = self.top(other)


class _Stars:
    """Copies of a family point to its first document, not to each other."""

    def __init__(self) -> None:
        self.originals: dict[int, list[int]] = {}

    def choose(self, late: int, found: Mapping[int, Judged]) -> list[int]:
        """Which of the earlier documents this one is linked to: those that repeat none of the others."""
        kept = [e for e in sorted(found) if not self._above(e) & found.keys()]
        if kept:
            self.originals[late] = kept
        return kept

    def _above(self, rank: int) -> set[int]:
        seen: set[int] = set()
        todo = list(self.originals.get(rank, ()))
        while todo:
            here = todo.pop()
            if here not in seen:
                seen.add(here)
                todo.extend(self.originals.get(here, ()))
        return seen


__all__ = ["find_copies"]
