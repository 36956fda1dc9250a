"""Invented documents and readings, as other rooms would hand them over."""

from __future__ import annotations

import hashlib
import itertools
import random

from muster.model.claims import Carrier, Claim, Event, Mention, Order, Quantity, Reading, Speaker, TimeRange
from muster.model.evidence import Document, FileSeen, Passage, SetAside, Source, Taken, Text
from muster.model.findings import Estimate
from muster.model.grounds import Ground
from muster.model.ids import document_id, make_id, source_id, span_id, text_id
from muster.model.links import Anchor, Copy, Drift, Entity, Judgement, Link, Origin, Stretch

NOW = "2031-05-02T08:00:00+00:00"
LATER = "2031-05-03T08:00:00+00:00"
READER = "rules/1"

_WORDS = [
    "drivers",
    "refused",
    "depot",
    "river",
    "convoy",
    "register",
    "said",
    "office",
    "winter",
    "letter",
    "commander",
    "bridge",
    "forty",
    "unit",
    "return",
    "prepared",
    "northern",
    "several",
    "families",
    "wrote",
    "evening",
    "station",
    "signed",
    "order",
    "radio",
    "town",
]


def terms(body: str, _language: str) -> str:
    """Base forms without a dictionary: small letters, no plural s."""
    return " ".join(word.lower().strip(".,;«»“”\"'").removesuffix("s") for word in body.split())


def article(number: int, size: int = 4_000, words: tuple[str, ...] = ()) -> str:
    """About ``size`` characters of an invented article; the same number gives the same words."""
    rng = random.Random(number)
    out = [*words, f"Report-{number}"]
    length = sum(map(len, out)) + len(out)
    while length < size:
        # A vocabulary of thousands, as real papers have, not of twenty-five.
        word = (
            rng.choice(_WORDS) if rng.random() < 0.6 else f"{rng.choice(_WORDS)[:4]}{rng.randrange(4000):x}"
        )
        out.append(word + (". " if rng.random() < 0.06 else ""))
        length += len(out[-1]) + 1
    return " ".join(out)


def taken(
    number: int,
    body: str | None = None,
    *,
    source: str = "Oskel Wire",
    original: bytes | None = None,
    key: bytes = b"",
) -> Taken:
    """A plain text file (or, with ``original``, a page that the text was made of)."""
    body = article(number) if body is None else body
    raw = body.encode() if original is None else original
    sha = hashlib.sha256(raw).hexdigest()
    who = Source(source_id(source, "outlet"), source, "outlet")
    address = f"papers/{number:06d}.txt"
    id = document_id(who.id, address, sha, key=key)
    document = Document(
        id, who.id, address, sha, "text/plain", NOW, published="2031-04-03", published_by="header",
        title=f"Report {number}", size=len(raw),
    )  # fmt: skip
    return Taken(who, document, raw, Text(text_id(id, "plain/1"), id, body, "en", "plain/1"))


def seen(item: Taken) -> FileSeen:
    """The file of an item, taken to its end."""
    return FileSeen(item.document.address, item.document.sha256, len(item.original), 7, 1, 0)


def aside(number: int) -> SetAside:
    """A file that could not be used."""
    return SetAside(f"papers/{number:06d}.bin", "binary", "it holds no text")


def reading(text: Text, records: int = 50, reader: str = READER) -> Reading:
    """About ``records`` records, in the proportions of a news article."""
    rng = random.Random(text.id)
    body = text.body

    def passage(length: int) -> Passage:
        length = min(length, len(body))
        start = rng.randrange(len(body) - length + 1)
        return Passage.of(text, start, start + length)

    def new(kind: str, where: Passage, n: int) -> str:
        return span_id(kind, text.id, where.start, where.stop, n)

    claims: list[Claim] = []
    for n in range(records // 5):
        where = passage(120)
        claims.append(
            Claim(
                new("claim", where, n), where, "indirect", cue=passage(4), speaker=passage(11),
                said_by=(Speaker("Vera Tamlin", "head", "Open Register", passage(11)),),
                via=(Carrier("Channel Nine", "outlet"),) if n % 3 == 0 else (),
                hedges=(passage(7),) if n % 4 == 0 else (), basis="second-hand", confidence=0.8,
                act="write" if n % 4 == 1 else "say", inside=claims[0].id if n % 5 == 4 else None,
                ground=Ground("relative", where) if n % 2 else None,
            )
        )  # fmt: skip
    quantities = [
        Quantity(
            new("quantity", w, n), w, float(n), None if n % 2 else 40.0, unit="count", what="drivers",
            population="drivers of the Oskel depot" if n % 2 else None,
            claim=claims[n % len(claims)].id if claims else None, what_passage=passage(7),
        )
        for n, w in ((n, passage(14)) for n in range(records // 5))
    ]  # fmt: skip
    times = [
        TimeRange(new("time", w, n), w, "DATE", "2031", "2031-01-01", "2031-12-31", "year", "header", "r")
        for n, w in ((n, passage(9)) for n in range(records // 10))
    ]  # fmt: skip
    mentions = [
        Mention(new("mention", w, n), w, "person", rng.choice(("Vera Tamlin", "Oleg Brand")), role="head")
        for n, w in ((n, passage(11)) for n in range(records * 2 // 5))
    ]
    events = [
        Event(new("event", w, n), w, w.words, ("Vera Tamlin",), first="2031-04-03", last="2031-04-03")
        for n, w in ((n, passage(120)) for n in range(records // 10))
    ]
    order = [Order(a.id, b.id, True, ("the days force it",)) for a, b in itertools.pairwise(events)]
    return Reading(
        text.id, reader, tuple(claims), tuple(quantities), tuple(times), tuple(mentions), tuple(events),
        tuple(order), understood=100, characters=len(body),
    )  # fmt: skip


def judgement(item: Taken, *, verdict: str = "second-hand", note: str = "") -> Judgement:
    """A decision about the first ten characters of an item."""
    words = item.text.body[:10] if item.text else ""
    anchor = Anchor(item.document.sha256, 0, len(words), words)
    return Judgement(
        make_id("judgement", item.document.id, verdict), (anchor,), "basis", verdict, "anna", NOW, note
    )


def derived(items: list[Taken], readings: list[Reading]) -> dict[str, list[object]]:
    """Copies, links, entities, conflicts and origins over these documents."""
    copies: list[object] = []
    for left, right in itertools.pairwise(items):
        a, b = left.document.id, right.document.id
        assert left.text and right.text
        here = Stretch(b, 0, 20, right.text.body[0:20])
        there = Stretch(a, 5, 25, left.text.body[5:25])
        copies.append(
            Copy(make_id("copy", b, a), b, a, "near", 0.9, ("they share 12 rows of words",),
                 drift=(Drift(here, there, "wording changed"), Drift(None, there, "sentence dropped")),
                 overlaps=((here, there),))
        )  # fmt: skip
    uses = tuple((item.document.id, "Vera Tamlin") for item in items)
    entity = Entity(make_id("entity", "Vera Tamlin"), "person", "Vera Tamlin", ("V. Tamlin",), False, uses)
    claims = tuple(c.id for r in readings for c in r.claims)
    return {
        "copies": copies,
        "links": [Link(make_id("link", "a", "b"), "same-name", "name-1", "name-2", 0.75, ("spelled alike",))],
        "entities": [entity],
        "conflicts": ["anna said Vera Tamlin and V. Tamlin are two"],
        "origins": [Origin(make_id("origin", "Vera"), "Vera Tamlin", entity.id, claims, ("her words",),
                           first=claims[0] if claims else None)],
    }  # fmt: skip


def estimates(readings: list[Reading]) -> list[Estimate]:
    """One estimate a reading."""
    return [
        Estimate(
            make_id("estimate", r.text), "how many drivers", "drivers of the depot", "Oskel", "2031-04-03",
            float(n), None, None, "count", "stated", ("each driver is counted once", f"of text {n}"),
            tuple(q.id for q in r.quantities), as_written=("forty",), reports=1, seen=("Oskel", "Tirnau"),
        )
        for n, r in enumerate(readings)
    ]  # fmt: skip
