"""What was saved is what comes back, byte for byte."""

from __future__ import annotations

import dataclasses
import itertools
import pickle
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.store import filled
from tests.store import material as m
from tests.store.conftest import SEALED, Make

from muster.model.claims import (
    BASES,
    CLAIM_KINDS,
    MENTION_KINDS,
    SOURCE_KINDS,
    STANCES,
    TIME_TYPES,
    Carrier,
    Claim,
    Event,
    Mention,
    Order,
    Quantity,
    Reading,
    Speaker,
    TimeRange,
    Unread,
)
from muster.model.errors import RecordError
from muster.model.evidence import Passage, Text
from muster.model.findings import Estimate
from muster.model.links import Anchor, Copy, Drift, Entity, Judgement, Link, Origin, Stretch
from muster.store import Keys, Store, plain, prepare

words = st.text(min_size=1, max_size=12)
maybe = st.none() | words
ids = st.integers(0, 2**96 - 1).map(lambda n: f"{n:024x}")
finite = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def readings(draw: st.DrawFn) -> tuple[str, Reading]:
    """A body, and a reading with every field of every record in use."""
    body = draw(st.text(min_size=1, max_size=80))
    item = m.taken(1, body)
    assert item.text
    text = item.text

    def passage() -> Passage:
        start = draw(st.integers(0, len(body) - 1))
        return Passage.of(text, start, draw(st.integers(start + 1, len(body))))

    def some(make: object, most: int = 2) -> tuple[object, ...]:
        return tuple(make() for _ in range(draw(st.integers(0, most))))  # type: ignore[operator]

    def one_of(kinds: tuple[str, ...]) -> str:
        return draw(st.sampled_from(kinds))

    def chance(make: object) -> object:
        return make() if draw(st.booleans()) else None  # type: ignore[operator]

    def id_of(kind: str) -> str:
        return draw(st.one_of(ids.map(lambda d: f"{kind}-{d}"), words))

    def speaker() -> Speaker:
        return Speaker(draw(maybe), draw(maybe), draw(maybe), chance(passage), draw(st.booleans()))  # type: ignore[arg-type]

    def claim(own: bool) -> Claim:
        return Claim(
            id_of("claim"), passage(), one_of(CLAIM_KINDS), some(passage), chance(passage), chance(passage),
            () if own else some(speaker), some(lambda: Carrier(draw(words), draw(words))), some(passage),
            one_of(BASES), one_of(STANCES), own, draw(st.booleans()), draw(maybe), chance(passage),
            one_of(SOURCE_KINDS), draw(st.floats(0, 1)),
        )  # type: ignore[arg-type]  # fmt: skip

    claims = [claim(draw(st.booleans())) for _ in range(draw(st.integers(0, 3)))]
    if len(claims) > 1:
        claims[1] = dataclasses.replace(claims[1], inside=claims[0].id)

    def quantity() -> Quantity:
        low, high = sorted((draw(finite), draw(finite)))
        inside = draw(st.sampled_from([None, "claim-elsewhere", *(c.id for c in claims)]))
        return Quantity(
            id_of("quantity"), passage(), draw(st.sampled_from((None, low))),
            draw(st.sampled_from((None, high))),
            draw(st.booleans()), draw(st.booleans()), "count", draw(words), draw(maybe), draw(maybe),
            draw(maybe), draw(maybe), draw(maybe), draw(st.booleans()), draw(st.none() | st.booleans()),
            draw(words), inside, chance(passage),
        )  # type: ignore[arg-type]  # fmt: skip

    def time() -> TimeRange:
        last = draw(st.sampled_from((None, "2032")))
        return TimeRange(id_of("time"), passage(), one_of(TIME_TYPES), draw(words), "2031", last,
                         draw(maybe), draw(maybe), draw(st.text(max_size=9)))  # fmt: skip

    def mention() -> Mention:
        return Mention(id_of("mention"), passage(), one_of(MENTION_KINDS), draw(words), draw(maybe),
                       draw(maybe), draw(st.booleans()), draw(maybe))  # fmt: skip

    def event() -> Event:
        where = passage()
        told = (where.words, "something else", f"… {where.words} …", f"\ufffc{where.words}", "\ufffc\ufffc")
        what = draw(st.sampled_from(told))
        return Event(
            id_of("event"), where, what, some(lambda: draw(words)), draw(maybe), draw(maybe), draw(maybe)
        )  # type: ignore[arg-type]

    events = some(event)
    order = [Order(a.id, "event-elsewhere", draw(st.booleans()), some(lambda: draw(words))) for a in events]  # type: ignore[attr-defined, arg-type]
    order += [Order(a.id, b.id, True, ("days",)) for a, b in itertools.pairwise(events)]  # type: ignore[attr-defined]
    return body, Reading(
        text.id, draw(words), tuple(claims), some(quantity), some(time), some(mention), events, tuple(order),
        some(lambda: Unread(draw(st.integers(0, 9)), draw(st.integers(0, 9)), draw(words))),
        draw(st.integers(0, 99)), draw(st.integers(0, 99)), some(lambda: draw(words)),
    )  # type: ignore[arg-type]  # fmt: skip


def _zero_below() -> tuple[str, Reading]:
    item = m.taken(1, "none")
    assert item.text
    none = Quantity("quantity-" + "0" * 24, Passage.of(item.text, 0, 4), -0.0, 0.0)
    return item.text.body, Reading(item.text.id, "rules/1", quantities=(none,))


def _told_around() -> tuple[str, Reading]:
    item = m.taken(1, "a\ufffc went")
    assert item.text
    whats = ("a\ufffc went", "… went …", "went", "\ufffc", "went went", "… a\ufffc went", "")
    places = [(0, 7), (3, 7), (3, 7), (3, 7), (3, 7), (0, 7), (3, 7)]
    events = tuple(
        Event(f"event-{n:024x}", Passage.of(item.text, *place), what)
        for n, (what, place) in enumerate(zip(whats, places, strict=True))
    )
    return item.text.body, Reading(item.text.id, "rules/1", events=events)


@pytest.mark.parametrize("connect", [plain, SEALED], ids=["plain", "sealed"])
def test_a_reading_comes_back_as_it_was(connect: object) -> None:
    """Whatever a reader found, the project gives back the same record, and the check agrees."""
    with TemporaryDirectory() as folder:
        keys = Keys.load(Path(folder) / "state")
        store = Store.create(
            Path(folder) / "a.db", connect=connect, keys=keys, now=m.NOW, index_terms=m.terms  # type: ignore[arg-type]
        )  # fmt: skip

        @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
        @given(readings())
        @example(_zero_below())
        @example(_told_around())
        def law(given_: tuple[str, Reading]) -> None:
            body, reading = given_
            item = m.taken(1, body)
            store.save_taken(store.begin("take", {}, m.NOW), [item])
            store.save_readings(store.begin("read", {}, m.NOW), [reading])
            assert store.reading_of(item.document.id) == reading
            assert store.text_of(item.document.id) == item.text
            assert store.original(item.document.id) == item.original

        law()
        assert list(store.check()) == []
        store.close()


def test_every_field_of_every_record_is_kept(store: Store) -> None:
    """A field that is added to a noun and not to the file would be lost without a word: this finds it."""
    items = filled.fill(store, 3)
    full = items[0]
    for record in (
        Claim, Quantity, TimeRange, Mention, Event, Order, Reading,
    ):  # fmt: skip
        from muster.store.shelves import SHELVES

        for shelf in SHELVES:
            if shelf.record is record:
                named = {name for name, _ in shelf.columns} | ({"id", "passage"} if shelf.kind else set())
                assert named == {f.name for f in dataclasses.fields(record)}, shelf.table
    assert store.document(full.document.id) == full.document


def test_derived_records_come_back_as_they_were(store: Store) -> None:
    """Copies with their drift, links, entities, conflicts, origins and estimates."""
    items = [m.taken(n, m.article(n, 300)) for n in range(2)]
    filled.take(store, items)
    a, b = (i.document.id for i in items)
    body_a, body_b = (i.text.body for i in items if i.text)
    left, right = Stretch(a, 0, 5, body_a[:5]), Stretch(b, 2, 9, body_b[2:9])
    copies = [
        Copy(
            "copy-x",
            a,
            b,
            "near",
            1.0,
            ("why",),
            False,
            (Drift(left, None, "sentence added"),),
            ((left, right),),
        ),
        Copy("copy-y", b, a, "forwarded", 0.0, ("why", "and why")),
    ]
    links = [
        Link("link-1", "same-name", "a", "b", 0.25, ("r",)),
        Link("link-2", "same-claim", "c", "d", 1.0, ("r",)),
    ]
    entities = [
        Entity("entity-1", "person", "Vera Tamlin", (), True, ((a, "Vera"), (b, "Tamlin"), (a, "V. T.")))
    ]
    origins = [
        Origin("origin-1", "Vera", None, (), ()),
        Origin("origin-2", "Oleg", "entity-1", ("claim-1", "claim-2"), ("r",), "claim-1", ("origin-1",)),
    ]
    run = store.begin("link", {}, m.NOW)
    store.replace_links(
        run, copies=copies, links=links, entities=entities, conflicts=["b", "a"], origins=origins
    )
    estimates = [
        Estimate("estimate-2", "q", "p", "pl", "by", None, None, None, "share", "span", ("a",), ("q-1",)),
        Estimate("estimate-1", "q", "p", "pl", "by", 1.0, 2.0, 3.0, "count", "stated", ("a", "b"),
                 ("q-1", "q-2"), ("o",), ("forty",), 3, 0.95, ("north",), ("south",), True, True),
    ]  # fmt: skip
    store.replace_estimates(store.begin("count", {}, m.NOW), estimates)
    assert (list(store.copies()), list(store.links())) == (copies, links)
    assert (list(store.entities()), list(store.origins())) == (entities, origins)
    assert (list(store.conflicts()), list(store.estimates())) == (["b", "a"], estimates)
    assert list(store.links("same-claim")) == links[1:]
    assert store.entity_of(b, "Tamlin") == "entity-1"
    assert store.entity_of(b, "Vera") is None
    assert store.origin_of("claim-2") == "origin-2"
    assert store.origin_of("claim-3") is None
    assert list(store.check()) == []


def test_a_judgement_comes_back_as_it_was(store: Store) -> None:
    """Of a pair, of a passage, of a name; the same one twice is kept once."""
    made = [
        Judgement(
            "judgement-1",
            (Anchor("", words="Vera"), Anchor("", words="V.")),
            "same-name",
            "same",
            "anna",
            m.NOW,
        ),
        Judgement("judgement-2", (Anchor("0" * 64, 3, 5, "ab"),), "grade", "B2", "boris", m.LATER, "a note"),
    ]
    for judgement in [*made, made[0]]:
        store.add_judgement(judgement)
    assert list(store.judgements()) == made
    assert store.counts()["judgements"] == 2


def test_a_passage_that_does_not_hold_is_refused(store: Store) -> None:
    """Nothing of that batch is written."""
    items = [m.taken(n, m.article(n, 300)) for n in range(2)]
    filled.take(store, items)
    good, bad = (m.reading(i.text, 20) for i in items if i.text)
    shifted = dataclasses.replace(bad.mentions[0].passage, words="x" * len(bad.mentions[0].passage.words))
    bad = dataclasses.replace(bad, mentions=(dataclasses.replace(bad.mentions[0], passage=shifted),))
    with pytest.raises(RecordError, match="does not hold"):
        store.save_readings(store.begin("read", {}, m.NOW), [good, bad])
    assert store.counts()["readings"] == 0


def test_a_prepared_reading_is_kept_as_the_reading_itself(make: Make) -> None:
    """Custody, rows and all: which process laid the rows out leaves no trace."""
    item = m.taken(1, m.article(1, 300))
    assert item.text
    reading = m.reading(item.text, 20)
    kept = []
    elsewhere = pickle.loads(pickle.dumps(prepare(reading, item.text.body)))
    for name, each in (("one", reading), ("two", elsewhere)):
        with make(name) as store:
            filled.take(store, [item])
            store.save_readings(store.begin("read", {}, m.NOW), [each])
            assert store.reading_of(item.document.id) == reading
            kept.append([line.digest for line in store.custody() if line.what == "read"])
    assert kept[0] == kept[1] != []


def test_a_reading_of_other_characters_is_refused(store: Store) -> None:
    """What was prepared against one text cannot be written under another, whatever id it carries."""
    item = m.taken(1, m.article(1, 300))
    filled.take(store, [item])
    assert item.text
    other = prepare(Reading(item.text.id, "rules/1"), item.text.body + " ")
    with pytest.raises(RecordError, match="other characters"):
        store.save_readings(store.begin("read", {}, m.NOW), [other])
    assert store.counts()["readings"] == 0


def test_a_stretch_that_does_not_hold_is_refused(store: Store) -> None:
    """The links of before stay."""
    items = filled.fill(store, 3)
    before = filled.everything(store)
    wrong = Stretch(items[0].document.id, 0, 3, "zzz")
    copy = Copy(
        "copy-z",
        items[0].document.id,
        items[1].document.id,
        "near",
        0.5,
        ("r",),
        drift=(Drift(wrong, None, "x"),),
    )
    with pytest.raises(RecordError, match="does not hold"):
        store.replace_links(
            store.begin("link", {}, m.LATER), copies=[copy], links=[], entities=[], conflicts=[], origins=[]
        )
    assert filled.everything(store) == before


def test_a_better_reader_replaces_the_older_reading(store: Store) -> None:
    """One reading a text; the ledger keeps the digest of both."""
    items = filled.fill(store, 2)
    assert store.count_to_read("rules/2") == 2
    assert [t for t, _ in store.texts_to_read("rules/2")] == [i.text for i in items]
    newer = filled.read(store, items, records=10, reader="rules/2")
    assert [r for _, _, r in store.readings()] == newer
    assert store.count_to_read("rules/2") == 0
    assert list(store.check()) == []


def test_texts_may_be_read_while_they_are_handed_out(store: Store) -> None:
    """The list of what waits is made once; writing between its steps neither repeats nor drops a text."""
    items = [m.taken(n, m.article(n, 200)) for n in range(450)]
    filled.take(store, items)
    run = store.begin("read", {}, m.NOW)
    seen, batch = [], []
    for text, context in store.texts_to_read(m.READER):
        seen.append(text.id)
        assert context.published == "2031-04-03" and context.source == "Oskel Wire"
        batch.append(m.reading(text, 0))
        if len(batch) == 30:
            store.save_readings(run, batch)
            batch = []
    assert seen == [i.text.id for i in items if i.text]


def test_a_lone_surrogate_is_refused_with_a_reason(store: Store) -> None:
    """Half a character has no bytes; it must be replaced by what took it."""
    item = m.taken(1, "plain")
    assert item.text
    broken = dataclasses.replace(item, text=Text(item.text.id, item.document.id, "a\ud800", "en", "plain/1"))
    with pytest.raises(RecordError, match="lone surrogate"):
        store.save_taken(store.begin("take", {}, m.NOW), [broken])
    assert store.counts()["documents"] == 0
