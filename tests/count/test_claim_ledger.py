"""The claim ledger: what accepted claims bound, and what they must not."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.costs import growth, seconds
from tests.count.stated import asked, said

from muster.count import answer, effect
from muster.count.bounds import bounds
from muster.link.origins import NOT_SHOWN as LINKED_AS
from muster.model.errors import Refused
from muster.model.ledger import NOT_SHOWN, Question, Statement


def low_high(question: Question, *statements: Statement) -> tuple[float | None, float | None]:
    made = answer(question, statements)
    return made.low, made.high


def why(question: Question, *statements: Statement) -> dict[str, str]:
    return {e.statement.origin_name: e.why for e in answer(question, statements).entries}


def test_the_floor_is_the_highest_that_accepted_claims_support() -> None:
    """Two floors and a word: the higher floor, and no top, since nobody stated one."""
    assert low_high(asked(), said("Anchor", 40), said("Beacon", 210), said("Cairn")) == (210, None)


def test_the_top_is_the_lowest_that_somebody_stated() -> None:
    """An exact count is a floor and no ceiling: more may have gone uncounted; "no more than" is a ceiling."""
    assert low_high(asked(), said("Anchor", 40, 40)) == (40, None)
    late = "2031-06-30"
    assert low_high(asked(), said("Anchor", 40), said("Beacon", None, 300, by=late)) == (40, 300)


def test_nothing_is_added_within_one_origin() -> None:
    """An origin's figures for two regions are not added, whatever it says of each."""
    tambov = said("Anchor", 100, place="Tambov Oblast", regions=("RU-TAM",))
    amur = said("Anchor", 70, place="Amur Oblast", regions=("RU-AMU",))
    assert low_high(asked(), tambov, amur)[0] == 100


def test_the_whole_is_no_less_than_its_disjoint_parts() -> None:
    """Different origins on different regions are added, each once, the best way: 100 + 80, not 100 + 70."""
    statements = [
        said("Anchor", 100, place="Tambov Oblast", regions=("RU-TAM",)),
        said("Anchor", 90, place="Amur Oblast", regions=("RU-AMU",)),
        said("Beacon", 80, place="Amur Oblast", regions=("RU-AMU",)),
        said("Beacon", 10, place="Tambov Oblast", regions=("RU-TAM",)),
    ]
    assert low_high(asked(), *statements)[0] == 180


def test_places_not_known_to_lie_apart_are_not_added() -> None:
    """Two towns that no table knows, and a region beside two regions that hold it, stay alone."""
    towns = [said("Anchor", 100, place="Sarnet"), said("Beacon", 80, place="Oskel")]
    assert low_high(asked(), *towns)[0] == 100
    both = said("Beacon", 80, place="Tambov and Amur", regions=("RU-AMU", "RU-TAM"))
    assert low_high(asked(), said("Anchor", 100, regions=("RU-TAM",)), both)[0] == 100


def test_a_cumulative_count_never_falls() -> None:
    """At least 200 in March still holds in June, when another says at least 50."""
    made = answer(asked(), [said("Anchor", 200, by="2031-03-01"), said("Beacon", 50, by="2031-06-01")])
    assert made.low == 200
    assert [(s.day, s.low) for s in made.path] == [("2031-03-01", 200)]


def test_an_origin_may_correct_itself_downwards_and_it_shows() -> None:
    """208 in March, 180 counted in May by the same origin: the earlier figure goes, and the path falls."""
    made = answer(
        asked(), [said("Anchor", 208, 208, by="2031-03-01"), said("Anchor", 180, 180, by="2031-05-01")]
    )
    assert made.low == 180
    assert "corrected itself downwards" in made.corrections[0]
    assert [(s.day, s.low, s.corrected) for s in made.path] == [
        ("2031-03-01", 208, False),
        ("2031-05-01", 180, True),
    ]


def test_a_lower_floor_withdraws_nothing() -> None:
    """ "At least 180" is true of 208."""
    assert low_high(asked(), said("Anchor", 208, by="2031-03-01"), said("Anchor", 180))[0] == 208


def test_a_number_changed_on_the_way_is_no_correction() -> None:
    """Where only the day of a report is known, a lower number may be a copyist's: both stay."""
    loose = said("Anchor", 146, 146, by="2031-05-02", dated="published")
    made = answer(asked(), [said("Anchor", 164, by="2031-05-01", dated="published"), loose])
    assert made.low == 164
    assert "nothing shows which" in made.corrections[0]
    one_day = answer(asked(), [said("Anchor", 164), said("Anchor", 146, 146)])
    assert one_day.low == 164 and "nothing shows which" in one_day.corrections[0]


def test_contradictions_are_shown_and_not_averaged() -> None:
    """A floor of 300 and a later ceiling of 250: no bounds, both named; without either, the other's end."""
    made = answer(asked(), [said("Anchor", 300), said("Beacon", None, 250, by="2031-06-30")])
    assert (made.low, made.high, made.clash) == (None, None, True)
    assert "cannot both hold" in made.contradictions[0]
    assert {(w.what, w.low, w.high) for w in made.without} == {("Anchor", None, 250), ("Beacon", 300, None)}


def test_a_ceiling_of_an_earlier_day_leaves_room() -> None:
    """ "No more than 250 by March" says nothing of June."""
    assert low_high(asked(), said("Anchor", 300), said("Beacon", None, 250, by="2031-03-01")) == (300, None)


def test_a_ceiling_of_one_region_is_none_of_the_whole() -> None:
    """At most 20 in one region."""
    late = "2031-06-30"
    one = said("Beacon", None, 20, by=late, regions=("RU-TAM",))
    assert low_high(asked(), said("Anchor", 300), one) == (300, None)


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (said("X", 900, party=True), "a party to the war; shown beside"),
        (said("X", 900, series="request"), "another series: request"),
        (said("X", 900, series="court-case"), "another series: court case"),
        (said("X", 900, shape="estimate"), "the middle of an estimate is no floor"),
        (said("X", 900, beside="a supposition, not an assertion"), "a supposition, not an assertion"),
        (said("X", 900, by="2030-12-31"), "before 2031-01-01, when the count begins"),
        (said("X", 900, first="2029-05-01"), "told of a time from 2029-05-01 on, before the count begins"),
        (said("X", 900, by="2031-07-01"), "after 2031-06-30"),
        (said("X", 900, by="2033-01-01", dated="taken"), "undated; it may be later than 2031-06-30"),
        (said("X", 900, by=None), "no day is known for it"),
        (said("X"), "words without bounds, and none were invented"),
        (replace(said("X", 900), origin=""), "no origin was traced"),
        (replace(said("X", 900), origin_name=NOT_SHOWN), "no origin was traced"),
    ],
)
def test_what_may_not_move_a_bound_stands_beside_with_its_reason(statement: Statement, says: str) -> None:
    """Each is in the ledger, and the floor is that of the other."""
    question = asked(series='"refusal"')
    made = answer(question, [said("Anchor", 40), statement])
    assert made.low == 40
    assert [(e.role, e.why) for e in made.entries if e.statement.id == statement.id] == [("beside", says)]


def test_the_two_rooms_name_an_untraced_origin_alike() -> None:
    """The ledger knows it by the name that the link room gives it."""
    assert NOT_SHOWN == LINKED_AS


def test_a_region_asked_for_takes_only_claims_of_it() -> None:
    """What is said of the whole country, or of another region, is no floor of one region."""
    question = asked(place='"Tambov Oblast"')
    whole = said("Beacon", 900)
    other = said("Cairn", 500, place="Amur Oblast", regions=("RU-AMU",))
    inside = said("Anchor", 40, place="Tambov", regions=("RU-TAM",))
    assert low_high(question, whole, other, inside)[0] == 40


def test_a_region_of_another_country_is_no_part() -> None:
    """A claim of Kharkiv Oblast is no floor for Russia."""
    found = why(
        asked(place='"Russia"'), said("Anchor", 40), said("Beacon", 90, place="Kharkiv", regions=("UA-63",))
    )
    assert found["Beacon"] == "another place: Kharkiv"


# The acceptance rule --------------------------------------------------------------------------------

RULE = '\n[accept]\nreason = "agreed on Monday"\n'


def test_a_floor_may_need_two_origins() -> None:
    """With two needed, one exaggerator does not rule: the second highest does."""
    statements = [said("Anchor", 40), said("Beacon", 55), said("Cairn", 5000)]
    assert low_high(asked(RULE + "origins = 2"), *statements)[0] == 55
    made = answer(asked(), statements)
    assert [(w.what, w.low) for w in made.without] == [("Cairn", 55)]


def test_the_rule_is_printed_with_its_reason() -> None:
    """Whoever reads the number reads by whose word."""
    made = answer(asked(RULE + "parties = true"), [said("Anchor", 40, party=True)])
    assert made.low == 40
    assert any("agreed on Monday" in r and "parties to the war may move a bound" in r for r in made.rules)
    assert [(w.what, w.low) for w in made.decisions] == [("parties to the war accepted", None)]


def test_an_origin_set_aside_is_named_and_what_it_costs() -> None:
    """Taking the decision back is shown with the bounds it would give."""
    made = answer(asked(RULE + 'without = ["Cairn"]'), [said("Anchor", 40), said("Cairn", 5000)])
    assert made.low == 40
    assert [(w.what, w.low) for w in made.decisions] == [("Cairn set aside", 5000)]


def test_grades_follow_the_printed_rule() -> None:
    """Fair: two origins reach it; weak: one; contested: another's ceiling forbids it; Admiralty beside."""
    statements = [said("Anchor", 40), said("Beacon", 55), said("Cairn", None, 50, by="2031-06-30")]
    grades = {e.statement.origin_name: e.grade for e in answer(asked(), statements).entries}
    assert grades == {"Anchor": "fair", "Beacon": "contested", "Cairn": "contested"}
    admiralty = asked('\n[[origin]]\nname = "Anchor"\nreliability = "B"', grades='"admiralty"')
    named = [replace(s, reliability="B" if s.origin_name == "Anchor" else "F") for s in statements]
    grades = {e.statement.origin_name: e.grade for e in answer(admiralty, named).entries}
    assert grades == {"Anchor": "B2", "Beacon": "F5", "Cairn": "F5"}


# Shares ----------------------------------------------------------------------------------------------


def test_a_share_is_told_of_its_own_whole_only() -> None:
    """Two shares of one origin with two wholes are two figures; without a denominator no count comes out."""
    question = asked(unit='"share"', population='"drivers of the depot"', counting='"moment"')
    here = said("Anchor", 0.2, 0.4, unit="share", population="the drivers of the depot")
    there = said("Anchor", 0.1, 0.2, unit="share", population="all drivers", by="2031-06-01")
    made = answer(question, [here, there])
    assert (made.low, made.high) == (0.2, 0.4)
    assert "it stays a share" in made.sentences["en"]
    assert {e.why for e in made.entries} == {"carries the floor", "a share of another whole: all drivers"}


def test_a_denominator_carries_its_own_uncertainty() -> None:
    """20 to 40 percent of 900 to 1,000 is 180 to 400, with the source of the whole."""
    more = '\n[denominator]\nlow = 900\nhigh = 1000\nsource = "payroll of May"'
    question = asked(more, unit='"share"', population='"drivers"', counting='"moment"')
    made = answer(question, [said("Anchor", 0.2, 0.4, unit="share", population="drivers")])
    assert "from 180 to 400 people" in made.sentences["en"] and "payroll of May" in made.sentences["en"]


def test_units_that_were_asked_give_worst_case_bounds_first() -> None:
    """6 of 10 asked of 40, 60 more never asked: certain is only 6 % to 96 %."""
    more = '\n[[unit_evidence]]\nname = "1st"\nyes = 6\nasked = 10\nsize = 40\n'
    more += '[[unit_evidence]]\nname = "2nd"\nyes = 2\nasked = 10\nsize = 20\n'
    made = answer(asked(more, unit='"share"', counting='"moment"', never_asked="40"), [])
    what, low, best, high = made.units[0]
    assert what.startswith("certain") and (low, best, high) == (0.08, None, 0.88)
    assert any(row[0].startswith("if the share is 100%") for row in made.units)
    assert "nothing assumed about anybody else" in made.sentences["en"]
    assert (
        "20 of 100 people were asked" in made.sentences["en"] and "stays a share" not in made.sentences["en"]
    )


# Fragility -------------------------------------------------------------------------------------------

origins = st.sampled_from(["A", "B", "C", "D", "E"])
days = st.sampled_from(["2031-02-01", "2031-04-01", "2031-06-30"])
places = st.sampled_from([((), "not stated"), (("RU-TAM",), "Tambov"), (("RU-AMU",), "Amur")])
ends = st.one_of(
    st.integers(1, 6).map(lambda n: (n, None)),
    st.integers(5, 9).map(lambda n: (None, n)),
    st.tuples(st.integers(1, 4), st.integers(4, 8)),
)


@st.composite
def ledgers(draw: st.DrawFn) -> list[Statement]:
    found = []
    for n in range(draw(st.integers(1, 7))):
        (low, high), (codes, place) = draw(ends), draw(places)
        found.append(said(draw(origins), low, high, by=draw(days), regions=codes, place=place, id=f"s{n}"))
    return found


@given(ledgers(), st.integers(1, 2))
@settings(max_examples=150)
def test_fragility_is_what_brute_force_finds(statements: list[Statement], need: int) -> None:
    """The smallest set of origins without which the bounds are others, on every small ledger."""
    question = asked(RULE + f"origins = {need}")
    base = bounds(question, statements)
    names = sorted({s.origin for s in statements})

    def moved(gone: tuple[str, ...]) -> bool:
        left = bounds(question, statements, without=gone)
        return (left.low, left.high, left.clash) != (base.low, base.high, base.clash)

    sets = (c for size in range(1, len(names) + 1) for c in combinations(names, size))
    expected = next((c for c in sets if moved(c)), ()) if (base.low, base.high) != (None, None) else ()
    assert answer(question, statements).fragile == tuple(c.removeprefix("origin-") for c in expected)


@given(ledgers(), ledgers())
@settings(max_examples=100)
def test_more_claims_never_loosen_the_bounds(some: list[Statement], more: list[Statement]) -> None:
    """A further origin can only raise the floor or lower the top: floors are of parts, tops of wholes."""
    fresh = [replace(s, id=f"m{s.id}", origin=f"{s.origin}2", origin_name=f"{s.origin_name}2") for s in more]
    before, after = bounds(asked(), some), bounds(asked(), [*some, *fresh])
    assert before.low is None or (after.low is not None and after.low >= before.low)
    assert before.high is None or (after.high is not None and after.high <= before.high)


def test_joining_two_origins_is_recomputed_cheaply() -> None:
    """What a reviewer needs before judging: held to be one, two origins no longer reach a floor of two."""
    question = asked(RULE + "origins = 2")
    statements = [said("Anchor", 40), said("Beacon", 55)]
    now, then = effect(question, statements, joined={"origin-Beacon": "origin-Anchor"})
    assert (now.low, then.low) == (40, None)
    assert effect(question, statements, without=("origin-Anchor",))[1].low is None


def test_the_cost_is_linear() -> None:
    """Eight times as many statements take about eight times as long."""

    def cost(n: int) -> float:
        many = [said(f"o{i % 997}", i % 331 + 1, id=f"s{i}") for i in range(n)]
        return seconds(lambda: bounds(asked(), many))

    assert growth(cost, 3_000, 24_000, most=16)


# What cannot be answered -----------------------------------------------------------------------------


def test_a_question_nobody_answered_is_said_to_be_so() -> None:
    """No statement at all, or only such from before the count begins or after it ends."""
    with pytest.raises(Refused, match="nobody answered"):
        answer(asked(), [])
    with pytest.raises(Refused, match="before 2031-01-01"):
        answer(asked(), [said("Anchor", 40, by="2030-05-01")])
    with pytest.raises(Refused, match="after 2031-03-01"):
        answer(replace(asked(), last="2031-03-01"), [said("Anchor", 40, by="2031-05-01")])


def test_a_whole_with_fewer_regions_than_were_seen_is_refused() -> None:
    """Nine regions in a country of five: somebody is wrong, and no coverage is printed."""
    with pytest.raises(Refused, match="9 regions, and the question says that there are 5"):
        answer(asked(regions="5"), [said("Anchor", 40, least_regions=9)])


def test_unknown_is_an_answer() -> None:
    """Somebody spoke, and gave no number: the sentence says unknown, and no bound appears."""
    made = answer(asked(), [said("Anchor", words="an unknown number")])
    assert (made.low, made.high) == (None, None)
    assert made.sentences["en"].startswith("Refusals in Sorvia: unknown, ")
    assert "неизвестно" in made.sentences["ru"] and "невідомо" in made.sentences["uk"]
