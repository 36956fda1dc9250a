"""One interface for all readers and languages. See docs/why/decisions/reader-interface.md."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace

from muster.model.claims import Claim, Event, Mention, Quantity, Reading, ReadingContext, TimeRange, Unread
from muster.model.errors import Usage
from muster.model.evidence import Passage, Text
from muster.model.ids import span_id
from muster.read import language_model
from muster.read.attribution import find_claims
from muster.read.events.events import find_events
from muster.read.own_deeds import own_deeds
from muster.read.own_voice import own_voice_claims, with_claims
from muster.read.page import Page, lay_out
from muster.read.people.behind_office import is_holder
from muster.read.people.call_names import call_names
from muster.read.people.people import Named, find_named
from muster.read.places import find_places
from muster.read.protection.anonymity import protect
from muster.read.quantities.quantities import find_quantities
from muster.read.readers import Ask, reader_version, second_opinions
from muster.read.second_opinion import Opinion, Propose
from muster.read.speakers.teller import teller_of, told_by
from muster.read.times.times import find_times
from muster.text.names.institutions import institution, is_press
from muster.text.sources.cues import LANGUAGES, lexicon
from muster.text.spans import Span, union


def read_text(
    text: Text, context: ReadingContext, *, reader: str = "rules", ask: Ask | None = None
) -> Reading:
    """As ``muster.read.read_text``, which loads this."""
    version = reader_version(reader)
    page = lay_out(text)
    if reader == "model":
        if ask is None:
            raise Usage("no language model is given", next_step="name one with --endpoint and --model")
        return _read_with_model(page, context, version, ask)
    return _read(page, context, version, second_opinions() if reader == "full" else {})


def _read_with_model(page: Page, context: ReadingContext, version: str, ask: Ask) -> Reading:
    """By rules first: they know whether the text shields anybody, and such a text stays on this machine."""
    alone = _read(page, context, version, {})
    if not ask.local and (context.source_protected or shields(alone)):
        return replace(alone, notes=(*alone.notes, _NOT_SENT))
    proposed = language_model.propose(page, ask)
    # One list for the whole page, whatever languages it is in.
    first, *others = sorted(set(page.languages)) or ["en"]
    heard: dict[str, Propose] = {first: lambda _: proposed.frames, **{each: lambda _: [] for each in others}}
    together = _read(page, context, version, heard)
    return replace(together, notes=(*together.notes, *proposed.notes()))


_NOT_SENT = "somebody in this text is protected: it was not shown to the language model"


def shields(reading: Reading) -> bool:
    """Whether the text protects anybody, by what was read in it."""
    speakers = (speaker for claim in reading.claims for speaker in claim.said_by)
    return any(m.protected for m in reading.mentions) or any(s.protected for s in speakers)


def _read(page: Page, context: ReadingContext, version: str, proposers: Mapping[str, Propose]) -> Reading:
    text = page.text
    named = protect(page, find_named(page), context)
    called = call_names(page.body)
    places = find_places(text, page.sentences, page.languages)
    places = [m for m in places if m.kind == "unit" or m.passage.words not in called] if called else places
    named = _without_places(page, named, places)
    teller = teller_of(page, context)
    opinion = Opinion(page, proposers, trained=version.startswith("full/")) if proposers else None
    claims = find_claims(page, named, teller, opinion)
    quantities = find_quantities(text, page.sentences, page.languages, context)
    quantities = [q for q in quantities if q.passage.start >= page.begins]
    own = own_voice_claims(page, claims, quantities)
    if teller:
        told = told_by(own, teller, page)
    else:
        told = [*own, *own_deeds(page, [*claims, *own], named, places, of_a_body=_of_a_body(context))]
    claims = sorted(
        claims + told,
        key=lambda c: (c.passage.start, -c.passage.stop, c.id),
    )
    times = find_times(text, page.sentences, page.languages, context)
    mentions = _mentions(page, named, places, claims)
    events, order, doubts = find_events(page, times, mentions, claims, context)
    understood, characters = _understood(page, claims, quantities, times, mentions, events)
    unheard = version.startswith("full/") and "ru" in page.languages and "ru" not in proposers
    return Reading(
        text=text.id,
        reader=version,
        claims=tuple(claims),
        quantities=tuple(with_claims(quantities, claims)),
        times=tuple(times),
        mentions=tuple(mentions),
        events=tuple(events),
        order=tuple(order),
        unread=tuple(_unread(page)),
        understood=understood,
        characters=characters,
        notes=(*([_NO_PARSER] if unheard else []), *doubts),
    )


_NO_PARSER = "Russian was read by the rules alone: pip install 'muster-desk[ru]' for the parser"


# What a newspaper or an agency is called by, which a ministry is seldom.
_OUTLETS = frozenset(("newspaper", "agency", "new"))


def _of_a_body(context: ReadingContext) -> bool:
    """Whether a ministry, a court, a town writes itself: its paper has no outlet's voice beside its own."""
    source = context.source or ""
    found = institution(source)
    return (found.head or found.post) and not found.means & _OUTLETS and not is_press(source)


def _without_places(page: Page, named: list[Named], places: Sequence[Mention]) -> list[Named]:
    """The same characters are a person or a place, not both.

    A place found in the gazetteer wins over a person known by one word that is no given name, also
    after a role («президент Турции»), which may not stand in the nominative too («мэр Мельник»); a name of
    several words, a given name and somebody the text protects stay people.
    """
    spans = sorted((m.passage.start, m.passage.stop) for m in places)
    starts = [s for s, _ in spans]
    kept = []
    for n in named:
        i = bisect.bisect_left(starts, n.stop) - 1
        overlaps = i >= 0 and spans[i][1] > n.start
        sure = n.kind == "organisation" or n.protected or (n.certain and (" " in n.norm or n.gender != "-"))
        if not overlaps or sure or _holds(page, n):
            kept.append(n)
    return kept


def _holds(page: Page, n: Named) -> bool:
    words = lexicon(page.languages[page.sentence_at(n.start)])
    return bool(n.role) and is_holder(page, n.start, page.body[n.start : n.stop], words)


def _mentions(
    page: Page, named: Sequence[Named], places: Sequence[Mention], claims: Sequence[Claim]
) -> list[Mention]:
    """Names, groups that speak, and of the places those that no name covers."""
    presumed = {s.name for c in claims for s in c.said_by if s.presumed}
    named = [n for n in named if n.kind != "organisation" or not _in_unit(n, places)]
    found = [
        Mention(
            id=span_id("mention", page.text.id, n.start, n.stop, n.kind),
            passage=page.passage(n.start, n.stop),
            kind=n.kind,
            norm=n.norm,
            role=n.role,
            organisation=n.organisation,
            protected=n.protected or (n.kind == "person" and n.norm in presumed),
        )
        for n in named
    ]
    taken = union((n.start, n.stop) for n in named)
    for claim in claims:
        if claim.source_kind == "group" and claim.said_by and claim.said_by[0].name and claim.speaker:
            speaker = claim.said_by[0]
            named_at = speaker.mention or claim.speaker
            span = Span(named_at.start, named_at.stop)
            if not _overlaps(taken, span):
                identity = span_id("mention", page.text.id, *span, "group")
                found.append(
                    Mention(identity, named_at, "group", speaker.name or "", None, speaker.organisation)
                )
                taken = union([*taken, span])
    found += [m for m in places if not _overlaps(taken, Span(m.passage.start, m.passage.stop))]
    return sorted({m.id: m for m in found}.values(), key=lambda m: (m.passage.start, m.passage.stop, m.kind))


def _in_unit(n: Named, places: Sequence[Mention]) -> bool:
    """ "Rifle Brigade" of "3rd Rifle Brigade", or all of it: the unit with its number is the one mention."""
    at = bisect.bisect_right(places, n.start, key=lambda m: m.passage.start) - 1
    here = places[at] if at >= 0 else None
    if here is None or here.kind != "unit":
        return False
    first, last = here.passage.start, here.passage.stop
    return first < n.start < last or (first, last) == (n.start, n.stop)


def _overlaps(taken: Sequence[Span], span: Span) -> bool:
    i = bisect.bisect_left(taken, (span.stop, 0)) - 1
    return i >= 0 and taken[i].stop > span.start


def _understood(
    page: Page, claims: Sequence[Claim], quantities: Sequence[Quantity], times: Sequence[TimeRange],
    mentions: Sequence[Mention], events: Sequence[Event],
) -> tuple[int, int]:  # fmt: skip
    """Non-blank characters in sentences that gave at least one record, and of the whole text."""
    passages: list[Passage] = [p for c in claims for p in (c.parts or (c.passage,))]
    for records in (quantities, times, mentions, events):
        passages += [r.passage for r in records]
    covered = union((p.start, p.stop) for p in passages)
    understood = sum(_solid(page.body, s) for s in page.sentences if _overlaps(covered, s))
    return understood, sum(map(len, page.body.split()))


def _solid(body: str, span: Span) -> int:
    return sum(map(len, body[span.start : span.stop].split()))


def _unread(page: Page) -> list[Unread]:
    """Paragraphs in no language of ours, neighbours joined."""
    found: list[Unread] = []
    before = -2
    for i, (block, language) in enumerate(zip(page.paragraphs, page.paragraph_languages, strict=True)):
        if language in LANGUAGES:
            continue
        if found and before == i - 1:
            found[-1] = Unread(found[-1].start, block.stop, "language")
        else:
            found.append(Unread(block.start, block.stop, "language"))
        before = i
    return found


__all__ = ["read_text"]
