"""The ledger folds by origin, keeps unlike figures apart, and invents nothing."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.count import Counted, disagreements, ledger
from muster.count.questions import terms, title_of
from muster.model.claims import Claim, Quantity
from muster.model.evidence import Document, Passage
from muster.model.findings import Estimate
from muster.model.ids import document_id, source_id, span_id, text_id


def counted(
    line: str,
    number: str,
    low: float | None,
    high: float | None,
    *,
    origin: str | None = "origin-a",
    outlet: str = "The Weir Gazette",
    published: str | None = "2031-05-04",
    hedge: str | None = None,
    stance: str = "asserted",
    hypothetical: bool = False,
    act: str = "say",
    claimed: bool = True,
    **fields: object,
) -> Counted:
    """``line`` is the document; ``number`` the quantity's words in it; other fields as in Quantity."""
    sha = hashlib.sha256(f"{outlet}{published}{line}".encode()).hexdigest()
    source = source_id(outlet, "outlet")
    document = Document(
        document_id(source, f"{sha[:8]}.txt", sha),
        source,
        f"{sha[:8]}.txt",
        sha,
        "text/plain",
        "2031-06-01",
        published,
    )
    text = text_id(document.id, "plain/1")

    def passage(words: str) -> Passage:
        start = line.index(words)
        return Passage(text, start, start + len(words), words)

    at = passage(number)
    claim = None
    if claimed:
        claim = Claim(
            span_id("claim", text, 0, len(line)),
            Passage(text, 0, len(line), line),
            "indirect",
            hedges=(passage(hedge),) if hedge else (),
            stance=stance,
            hypothetical=hypothetical,
            act=act,
        )
    fields.setdefault("kind", "count")
    quantity = Quantity(
        span_id("quantity", text, at.start, at.stop),
        at,
        low,
        high,
        claim=claim.id if claim else None,
        **fields,
    )  # type: ignore[arg-type]
    name = {"origin-a": "Orlan Legal Aid", "origin-b": "the Veld ministry", "origin-c": "Pavel Brodov"}
    return Counted(quantity, claim, document, origin, name.get(origin or ""))


def of(estimates: list[Estimate], method: str) -> list[Estimate]:
    return [e for e in estimates if e.method == method]


def refusals(low: float | None, high: float | None, number: str, **more: object) -> Counted:
    line = f"In Sarnet {number} soldiers refused, it was alleged."
    return counted(line, number, low, high, what="soldiers", place="Sarnet", **more)


@pytest.mark.parametrize(
    "one, other",
    [
        ("people killed", "человек погибли"),
        ("people killed", "осіб загинули"),
        ("children wounded", "детей ранения получили"),
        ("people injured", "людей поранено"),
        ("people detained", "человек задержали"),
        ("drones shot down", "дронів збито"),
        ("houses damaged", "домов повреждены"),
    ],
)
def test_what_befell_people_is_one_question_in_three_languages(one: str, other: str) -> None:
    """Killed, wounded, detained: the verb of one language is the verb of the other."""
    assert terms(one) == terms(other)


def test_the_killed_and_the_wounded_are_two_questions() -> None:
    """«Погибли» and «ранены» stay apart, and so do the dead and those who died of age."""
    assert terms("человек погибли") != terms("people wounded")
    assert terms("people died") != terms("people killed")


def test_reports_of_one_origin_count_once() -> None:
    """Three outlets that repeat one origin's figure make one estimate with three reports."""
    found = ledger(refusals(40, 40, "40", outlet=o) for o in ("Weir", "Fen", "Moor"))
    assert [(e.method, e.low, e.best, e.high, e.reports, e.origins) for e in found] == [
        ("stated", 40, 40, 40, 3, ("origin-a",))
    ]
    assert "3 reports of this origin count once" in found[0].assumptions


def test_the_earliest_report_speaks_for_its_origin() -> None:
    """The words and the date come from the first report, in whatever order the reports arrive."""
    reports = [
        refusals(40, 40, "40", outlet=o, published=d)
        for o, d in (("Weir", "2031-05-06"), ("Fen", "2031-05-04T08:00:00+00:00"), ("Moor", None))
    ]
    for order in (reports, reports[::-1]):
        (only,) = ledger(order)
        assert only.by_when == "as of 2031-05-04"
        assert only.rests_on == (reports[1].quantity.id,)
        assert "first report 2031-05-04, last 2031-05-06" in only.assumptions


def test_two_origins_span_from_the_lowest_to_the_highest() -> None:
    """A span is no average: it has two ends and no best."""
    (span, *stated) = ledger([refusals(40, 40, "40"), refusals(55, 60, "55 to 60", origin="origin-b")])
    assert (span.method, span.low, span.best, span.high) == ("span", 40, None, 60)
    assert span.origins == ("origin-a", "origin-b")
    assert any("no average" in a for a in span.assumptions)
    assert len(stated) == 2 and {q for e in stated for q in e.rests_on} == set(span.rests_on)


def test_a_floor_leaves_the_upper_end_open() -> None:
    """ "More than 1,000" says nothing about the top, alone or in a span."""
    floor = refusals(1000, None, "more than 1,000", low_exclusive=True)
    (alone,) = ledger([floor])
    assert (alone.low, alone.best, alone.high, alone.low_exclusive) == (1000, None, None, True)
    span = ledger([floor, refusals(1200, 1300, "1,200 to 1,300", origin="origin-b")])[0]
    assert (span.low, span.high, span.low_exclusive) == (1000, None, True)


def test_an_end_that_one_origin_includes_is_included() -> None:
    """Of "more than 40" and "40" the span starts at 40, not above it."""
    span = ledger(
        [refusals(40, None, "more than 40", low_exclusive=True), refusals(40, 40, "40", origin="origin-b")]
    )[0]
    assert (span.low, span.low_exclusive) == (40, False)


def test_vague_words_stay_words() -> None:
    """ "Dozens" has no bounds, moves no end, and keeps its words."""
    vague = refusals(None, None, "dozens of", vague="dozens")
    span, *_ = found = ledger([vague, refusals(7, 7, "7", origin="origin-b")])
    assert (span.low, span.high) == (7, 7)
    assert any("“dozens of”" in a for a in span.assumptions)
    stated = next(e for e in found if e.as_written == ("dozens of",))
    assert (stated.low, stated.best, stated.high) == (None, None, None)


def test_vague_words_alone_make_a_span_without_ends() -> None:
    """Where all origins are vague, the span knows nothing and says so."""
    span = ledger(
        [refusals(None, None, "dozens of", vague="dozens"), refusals(None, None, "many", origin="origin-b")]
    )[0]
    assert (span.method, span.low, span.high) == ("span", None, None)


def test_same_origin_at_two_dates_is_kept_apart_and_linked() -> None:
    """Two figures of one origin at two dates are two estimates that name each other, and no span."""
    found = ledger([refusals(40, 40, "40", when="2031-05-01"), refusals(90, 90, "90", when="2031-06-01")])
    assert [e.method for e in found] == ["stated", "stated"]
    first, second = sorted(found, key=lambda e: e.by_when)
    assert any(a.startswith("same origin, other date") and second.id in a for a in first.assumptions)
    assert any(a.startswith("same origin, other date") and first.id in a for a in second.assumptions)


def test_same_origin_with_two_populations_is_two_questions_linked() -> None:
    """A share of one population never stands in the row of another."""
    one = counted(
        "30 percent of gunners who came back refuse", "30 percent", 0.3, 0.3, kind="share", unit="share",
        what="refuse", population="gunners who came back",
    )  # fmt: skip
    two = counted(
        "30 percent of gunners sent refuse", "30 percent", 0.3, 0.3, kind="share", unit="share",
        what="refuse", population="gunners sent",
    )  # fmt: skip
    a, b = ledger([one, two])
    assert a.population != b.population
    assert any(x.startswith("same origin, other population") and b.id in x for x in a.assumptions)


def test_a_copy_with_a_changed_number_shows() -> None:
    """A drifted copy folds into the same origin, and its other figure stands beside."""
    found = ledger([refusals(40, 40, "40"), refusals(400, 400, "400", outlet="Fen")])
    assert sorted(e.low or 0 for e in found) == [40, 400]
    assert all(any("same origin, other figure" in a for a in e.assumptions) for e in found)


def test_a_copy_that_drops_the_time_is_no_second_statement() -> None:
    """The same figure of the same origin, once with a time and once without, is one figure."""
    found = ledger([refusals(40, 40, "40", when="2031-05-01"), refusals(40, 40, "40", outlet="Fen")])
    assert [(e.by_when, e.reports) for e in found] == [("2031-05-01", 2)]


def test_a_denial_is_named_and_left_out_of_the_span() -> None:
    """A denied figure is shown as denied and moves neither end."""
    denied = refusals(900, 900, "900", origin="origin-c", stance="denied")
    span, *stated = ledger([refusals(40, 40, "40"), refusals(50, 50, "50", origin="origin-b"), denied])
    assert (span.low, span.high) == (40, 50)
    assert "denied by Pavel Brodov: “900” is left out" in span.assumptions
    (it,) = [e for e in stated if e.low == 900]
    assert it.best is None and any(a.startswith("denied by Pavel Brodov") for a in it.assumptions)


def test_a_supposition_moves_no_end() -> None:
    """What "may run into thousands" is listed, and is no bound."""
    may = refusals(5000, None, "5,000", origin="origin-c", modality="possible")
    span = ledger([refusals(40, 40, "40"), refusals(50, 50, "50", origin="origin-b"), may])[0]
    assert span.high == 50 and any("supposition" in a for a in span.assumptions)


def test_an_intention_moves_no_end() -> None:
    """What somebody plans to do has not happened to anybody, nor has what is only supposed."""
    for one in ({"act": "intend"}, {"hypothetical": True}):
        planned = refusals(5000, None, "5,000", origin="origin-c", **one)
        span = ledger([refusals(40, 40, "40"), refusals(50, 50, "50", origin="origin-b"), planned])[0]
        assert span.high == 50


def test_hedges_are_named() -> None:
    """The hedge of any report stands in the assumptions of figure and span."""
    found = ledger([refusals(40, 40, "40", hedge="alleged"), refusals(50, 50, "50", origin="origin-b")])
    assert all(any(a == "hedged: alleged" for a in e.assumptions) for e in found if 40 in (e.low, e.best))


def test_untraced_figures_stand_beside() -> None:
    """A figure that nobody is on record for confirms nothing."""
    found = ledger([refusals(40, 40, "40"), refusals(44, 44, "44", origin=None, outlet="Fen", claimed=False)])
    assert [e.method for e in found] == ["stated", "stated"]
    assert {e.origins for e in found} == {("origin-a",), ()}


def test_a_thin_question_is_asked_by_one_origin_at_a_time() -> None:
    """ "3 people" of two origins with no place and no population never share a row."""
    found = ledger(
        counted(f"{n} people died", str(n), n, n, what="people", origin=o)
        for n, o in ((3, "origin-a"), (9, "origin-b"))
    )
    assert of(found, "span") == []
    assert len({e.question for e in found}) == 2


def test_shares_of_one_bare_word_are_thin_too() -> None:
    """ "Most of these soldiers" of two origins is no common question."""
    share = {
        "kind": "share",
        "unit": "share",
        "vague": "most",
        "what": "these soldiers",
        "population": "soldiers",
    }
    found = ledger(
        counted("most of these soldiers refuse", "most", None, None, origin=o, **share)
        for o in ("origin-a", "origin-b")
    )
    assert of(found, "span") == [] and len({e.question for e in found}) == 2


def test_loose_words_for_a_time_do_not_part_a_figure() -> None:
    """ "Saturday" and "May 11" of one origin and one figure are one statement; the loose word is kept."""
    loose = refusals(40, 40, "40", when="Saturday")
    (only,) = ledger([loose])
    assert only.by_when == "as of 2031-05-04 (“Saturday”)"
    (both,) = ledger([loose, refusals(40, 40, "40", when="May 11", outlet="Fen")])
    assert (both.by_when, both.reports) == ("May 11", 2)
    other = refusals(90, 90, "90", when="Monday", origin="origin-b")
    assert [d.same_date for d in disagreements(ledger([loose, other]))] == [True]


def test_an_estimate_is_held_and_named() -> None:
    """ "By our estimate 40" is a figure; "may reach 40" is a supposition."""
    span, *_ = ledger(
        [refusals(40, 40, "40", modality="estimated"), refusals(50, 50, "50", origin="origin-b")]
    )
    assert (span.low, span.high) == (40, 50)
    (alone,) = ledger([refusals(40, 40, "40", modality="estimated")])
    assert "an estimate, as the words say" in alone.assumptions


def test_a_place_without_a_figure_is_not_counted_as_none() -> None:
    """Beyond twenty places the estimate says how many there are instead of naming all."""
    found = ledger(
        counted(f"{n} soldiers refused in Town{n}", str(n), n, None, what="soldiers", place=f"Town{n}")
        for n in range(1, 31)
    )
    assert {len(e.seen) for e in found} == {20} and {e.unseen for e in found} == {()}
    assert all(any("for 30 places" in a for a in e.assumptions) for e in found)


def test_three_languages_meet_only_where_the_table_says() -> None:
    """Soldiers, солдаты and солдати are one thing counted; servicemen are another."""
    lines = [
        ("40 soldiers", "40", "soldiers", "origin-a"),
        ("40 солдат", "40", "солдат", "origin-b"),
        ("40 солдатів", "40", "солдатів", "origin-c"),
    ]
    found = ledger(counted(line, n, 40, 40, what=what, place="7", origin=o) for line, n, what, o in lines)
    (span,) = of(found, "span")
    assert len(span.origins) == 3
    other = counted("40 servicemen", "40", 40, 40, what="servicemen", place="7", origin="origin-b")
    assert of(ledger([counted("40 soldiers", "40", 40, 40, what="soldiers", place="7"), other]), "span") == []


@pytest.mark.parametrize("kind", ["age", "duration", "distance", "money", "ordinal", "other"])
def test_only_counts_shares_and_rates_answer_how_many(kind: str) -> None:
    """An age or a duration makes no estimate."""
    assert ledger([refusals(40, 40, "40", kind=kind)]) == []


def test_places_seen_are_listed_and_nothing_is_added_up() -> None:
    """Floors of three places stay three figures; each knows for which places there are figures."""
    found = ledger(
        counted(f"{n} soldiers refused in {p}", str(n), n, None, what="soldiers", place=p)
        for n, p in ((3, "Sarnet"), (5, "Veld"), (8, "Ostry"))
    )
    assert {e.seen for e in found} == {("Ostry", "Sarnet", "Veld")}
    assert sorted(e.low or 0 for e in found) == [3, 5, 8]


def test_contradictions_are_flagged() -> None:
    """Two origins whose ranges cannot both hold are named, with "same date" told apart."""
    found = ledger(
        [
            refusals(1000, None, "more than 1,000", low_exclusive=True),
            refusals(1000, 1000, "1,000", origin="origin-b"),
        ]
    )
    (d,) = disagreements(found)
    assert d.same_date
    assert any("contradict" in a for a in found[0].assumptions)
    later = ledger([refusals(10, 10, "10"), refusals(90, 90, "90", origin="origin-b", when="2031-07-01")])
    assert [x.same_date for x in disagreements(later)] == [False]
    assert disagreements(ledger([refusals(10, None, "10"), refusals(90, 90, "90", origin="origin-b")])) == []


figures = st.builds(
    lambda low, width, origin, outlet, when: refusals(
        low, None if width is None else low + width, str(low), origin=origin, outlet=outlet, when=when
    ),
    st.integers(0, 50),
    st.one_of(st.none(), st.integers(0, 20)),
    st.sampled_from(["origin-a", "origin-b", "origin-c", None]),
    st.sampled_from(["Weir", "Fen"]),
    st.sampled_from([None, "2031-05-01", "2031-05-02"]),
)


@settings(max_examples=60)
@given(st.lists(figures, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_show(items: list[Counted], rng: random.Random) -> None:
    """Any order of documents gives the same ledger; no span is narrower than a figure in it."""
    # A document is read once: its quantity comes once.
    items = list({i.quantity.id: i for i in items}.values())
    expected = ledger(items)
    rng.shuffle(items)
    found = ledger(items)
    assert found == expected
    by_quantity = {e.rests_on[0]: e for e in of(found, "stated")}
    for span in of(found, "span"):
        assert len(span.origins) >= 2 and span.best is None
        for quantity in span.rests_on:
            e = by_quantity[quantity]
            assert span.low is None or (e.low is not None and span.low <= e.low)
            assert span.high is None or (e.high is not None and span.high >= e.high)


def test_estimates_have_ids_of_their_own() -> None:
    """No two estimates share an id."""
    found = ledger(refusals(n, n, str(n), origin=f"origin-{n % 5}") for n in range(200))
    assert len({e.id for e in found}) == len(found)


@pytest.mark.parametrize(
    ("kind", "what", "population", "title"),
    [
        ("count", "отказов", "", "how many refusals (“отказов”)"),
        ("count", "письменных отказов", "", "how many refusals (“письменных отказов”)"),
        ("count", "рапортов солдат", "", "how many: “рапортов солдат”"),
        ("count", "військовослужбовців", "", "how many servicemen (“військовослужбовців”)"),
        ("count", "the 64 men", "", "how many of the 64 men"),
        ("count", "drowned", "the 64 men", "how many drowned"),
        ("share", "", "reservists", "which share of reservists"),
        ("share", "refuse", "reservists", "which share: refuse"),
        ("rate month", "shellings", "towns", "which rate (month): shellings"),
    ],
)
def test_a_title_is_what_a_person_would_write(kind: str, what: str, population: str, title: str) -> None:
    """The table's label leads where it is the head of the words; the words as written stand beside it."""
    assert title_of(kind, what, population) == title


def test_the_fullest_form_of_the_fewest_words_is_the_title() -> None:
    """ "Refusals", not "refusal", nor "of those refusals"; whatever the order of the reports."""
    reports = [
        counted(f"{w}: 40", "40", 40, 40, outlet=w, what=w, place="Sarnet")
        for w in ("refusal", "of those refusals", "refusals")
    ]
    assert {e.question for order in (reports, reports[::-1]) for e in ledger(order)} == {"how many refusals"}


@pytest.mark.parametrize("what", ["Sorvia's", "Sorvia’s", "a", "them", "них", "пока", "м", "раз"])
def test_a_fragment_asks_no_question(what: str) -> None:
    """What a possessive, a pronoun or a unit leaves unnamed is no title."""
    assert ledger([counted("nine of it", "nine", 9, 9, what=what, place="Sarnet")]) == []


def test_thin_questions_of_two_askers_with_one_name_stay_apart() -> None:
    """Origins without a name of their own are told apart by their ids."""
    items = [counted("40 men", "40", 40, 40, origin=o, what="men") for o in ("origin-1a", "origin-2b")]
    named = [replace(i, origin_name="origin not shown") for i in items]
    assert len({e.question for e in ledger(named)}) == 2


def test_a_document_with_two_figures_is_one_report() -> None:
    """The reports of a span are documents, not figures."""
    both = counted("40 or 55 soldiers refused", "40", 40, 40, what="soldiers", place="Sarnet")
    second = both.quantity.passage
    at = Passage(second.text, 6, 8, "55")
    quantity = replace(both.quantity, id=span_id("quantity", second.text, 6, 8), passage=at, low=55, high=55)
    other = refusals(60, 60, "60", origin="origin-b", outlet="Fen")
    (span,) = of(ledger([both, replace(both, quantity=quantity), other]), "span")
    assert (len(span.rests_on), span.reports) == (3, 2)
    assert any("2 reports, 2 origins" in a for a in span.assumptions)


def test_a_place_is_written_as_a_map_has_it() -> None:
    """Of several cases of a name the base form is shown, whichever came first."""
    items = [
        counted("40 солдат", "40", 40, 40, outlet=p, what="солдат", place=p) for p in ("Москве", "Москва")
    ]
    assert {e.place for order in (items, items[::-1]) for e in ledger(order)} == {"Москва"}
