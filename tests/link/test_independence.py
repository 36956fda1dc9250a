"""When two origins are independent, and when that is not shown. Every name is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from muster.link.callings import related
from muster.link.independence import INDEPENDENT, NOT_SHOWN, Facts, Knowledge, standing
from muster.model.links import Entity, NameUse


def facts(name: str, kind: str = "entity", *roots: str, **more: object) -> Facts:
    fields: dict[str, object] = {
        "id": name, "name": name, "kind": kind, "named": True, "roots": frozenset(roots),
        "bodies": frozenset(),
    }  # fmt: skip
    return Facts(**(fields | more))  # type: ignore[arg-type]


MARTA = facts("Marta Vilchyk", "entity", "a")
OLEG = facts("Oleh Dubrovin", "entity", "b")


def test_two_named_people_of_two_documents_are_independent() -> None:
    """Nothing ties them: the two orders give one answer."""
    assert standing(MARTA, OLEG) == standing(OLEG, MARTA)
    assert standing(MARTA, OLEG).verdict == INDEPENDENT


TIED = {
    "its own voice": (MARTA, facts("Torsk Wire", "voice", "b")),
    "only where": (MARTA, facts("Oleh Dubrovin", "entity", "b"), {"named_in": frozenset("b")}),
    "rounded": (
        facts("Marta Vilchyk", "entity", "a", figures=((196.0, ""),)),
        facts("Oleh Dubrovin", "entity", "b", figures=((200.0, ""),)),
    ),
    "of one thing": (
        facts("Marta Vilchyk", "entity", "a", counts=frozenset({(4.0, "c7")})),
        facts("Oleh Dubrovin", "entity", "b", counts=frozenset({(4.0, "c7")})),
    ),
    "one state": (
        facts("Ministry of Health", "body", "a", bodies=frozenset({"health ministry"})),
        facts("Border Guard of Sorvia", "body", "b", bodies=frozenset({"border guard “srv”"})),
    ),
    "of one house": (
        facts("Karst Olen", "entity", "a", bodies=frozenset({"foundation “vesn”"})),
        facts(
            "Vera Lisna",
            "entity",
            "b",
            bodies=frozenset({"foundation office “torsk” “vesn”"}),
            houses=frozenset({"foundation “vesn”"}),
        ),
    ),
    "are of one house": (
        facts("Karst Olen", "entity", "a", bodies=frozenset({"hospital “torsk”"})),
        facts("Vera Lisna", "entity", "b", bodies=frozenset({"hospital region “torsk”"})),
    ),
    "bodies of one state": (
        facts("Pavel Mirek", "entity", "a", offices=frozenset({"mayor"})),
        facts("Rescue Service", "body", "b", bodies=frozenset({"emergency service"})),
    ),
    "name in common": (
        facts("Vilchyk of Green Line", "body", "a"),
        facts("Vera Vilchyk", "entity", "b"),
    ),
}


@pytest.mark.parametrize("why", sorted(TIED))
def test_what_may_have_come_from_the_other_is_not_shown(why: str) -> None:
    """Each tie is told in words, and none is called independent."""
    one, other, *named = TIED[why]
    if named:
        one = facts(one.name, one.kind, *one.roots, **named[0])
    found = standing(one, other)
    assert found.verdict == NOT_SHOWN
    assert any(why in reason for reason in found.reasons), found.reasons


def test_organs_of_two_states_are_not_tied_by_being_organs() -> None:
    """The army of one country and the police of another do not tell each other."""
    army = facts("Army of Narvia", "body", "a", bodies=frozenset({"army “nrv”"}))
    police = facts("Police of Sorvia", "body", "b", bodies=frozenset({"police “srv”"}))
    assert standing(army, police).verdict == INDEPENDENT


def test_two_bodies_of_one_town_are_not_of_one_house() -> None:
    """A branch in Torsk and the hospital of Torsk have a town in common."""
    branch = facts(
        "Vera Lisna", "entity", "a", bodies=frozenset({"branch hands “torsk” “vrm”"}),
        houses=frozenset({"hands “vrm”"}),
    )  # fmt: skip
    hospital = facts("Oleh Dubrovin", "entity", "b", bodies=frozenset({"hospital “torsk”"}))
    assert standing(branch, hospital).verdict == INDEPENDENT


def test_another_number_that_is_not_round_is_no_rounding() -> None:
    """196 and 203 are two counts."""
    one = facts("Marta Vilchyk", "entity", "a", figures=((196.0, ""),))
    other = facts("Oleh Dubrovin", "entity", "b", figures=((203.0, ""),))
    assert standing(one, other).verdict == INDEPENDENT


def test_the_agency_that_papers_of_both_credit_stands_in_the_sentence() -> None:
    """It carried both; of one origin it is said of how many papers. It settles nothing by itself."""
    marta, oleg = (replace(one, credits=(("Tarn Wire", 2),)) for one in (MARTA, OLEG))
    found = standing(marta, oleg)
    assert found.verdict == INDEPENDENT
    assert any("credit “Tarn Wire” tell of both" in reason for reason in found.reasons)
    assert any("2 papers that tell it credit “Tarn Wire”" in r for r in standing(marta, marta).reasons)
    assert len(standing(marta, OLEG).reasons) == 1


def witness(name: str, calling: str, *roots: str, **known: object) -> Facts:
    """Somebody with a calling, who tells one thing that he saw."""
    fields: dict[str, object] = {"own": 1, "seen": 1, "claims": 1, "callings": frozenset({calling})}
    return facts(name, "entity", *roots, knowledge=Knowledge(**(fields | known)))  # type: ignore[arg-type]


BAKER = witness("Marta Vilchyk", "baker", "a", "b")
DRIVER = witness("Oleh Dubrovin", "driver", "a")
SURGEON = replace(DRIVER, bodies=frozenset({"hospital “torsk”"}))


def test_two_witnesses_of_one_paper_with_callings_of_their_own_are_two_sources() -> None:
    """Each tells what he saw, neither names the other: ask the paper. Of two at the gate of one
    works, a docker and a clerk, nobody knows whether they talked."""
    found = standing(BAKER, SURGEON)
    assert found == standing(SURGEON, BAKER)
    assert found.verdict == INDEPENDENT
    assert "ask these whether the two were asked apart" in found.reasons[0]
    assert standing(BAKER, DRIVER).verdict == NOT_SHOWN


def test_who_denies_what_another_saw_does_not_repeat_him() -> None:
    """The police deny, in the same paper, what a fund counted."""
    fund = facts("Open Hands", "body", "a", bodies=frozenset({"hands"}), knowledge=Knowledge(own=2, claims=3))
    police = facts("Narvian police", "body", "a", bodies=frozenset({"police “nrv”"}),
                   knowledge=Knowledge(claims=1, denies=frozenset("a")))  # fmt: skip
    found = standing(fund, police)
    assert found.verdict == INDEPENDENT
    assert "neither repeats the other" in found.reasons[0]
    silent = replace(police, knowledge=Knowledge(claims=1))
    assert standing(fund, silent).verdict == NOT_SHOWN
    elsewhere = replace(police, knowledge=Knowledge(claims=1, denies=frozenset("z")))
    assert standing(fund, elsewhere).verdict == NOT_SHOWN


def surgeon(**known: object) -> Facts:
    """A driver's twin, who has a hospital."""
    return replace(witness("Oleh Dubrovin", "driver", "a", **known), bodies=SURGEON.bodies)


DOUBTFUL = {
    "the same calling": surgeon(callings=frozenset({"baker"})),
    "told by others too": surgeon(others=1),
    "of nothing that he saw": surgeon(own=0, seen=0),
    "mostly of what he may have from others": surgeon(claims=3),
    "names the other": surgeon(says=frozenset({"Vilchyk"})),
    "in a paper of his own": surgeon(papers=frozenset("a")),
}


@pytest.mark.parametrize("why", sorted(DOUBTFUL))
def test_two_of_one_paper_are_not_shown_independent_where_any_of_it_is_missing(why: str) -> None:
    """What a careful editor would ask about first."""
    assert standing(BAKER, DOUBTFUL[why]).verdict == NOT_SHOWN


def test_kin_is_beside_bodies_alone() -> None:
    """The mother and the surgeon are two; the mother and a baker, whom she may know, are not shown so."""
    mother = witness("Vera Lisna", "mother", "a", somebodys=True)
    assert standing(mother, SURGEON).verdict == INDEPENDENT
    assert standing(mother, BAKER).verdict == NOT_SHOWN
    without = replace(BAKER, knowledge=replace(BAKER.knowledge, callings=frozenset()))
    assert standing(without, SURGEON).verdict == NOT_SHOWN


def test_who_saw_it_speaks_in_his_own_voice_of_his_own_knowledge() -> None:
    """A committee that held each notice in its hands; an institute may have counted from others."""
    committee = facts("Committee of Widows", "voice", "b", bodies=frozenset({"committee “wdw”"}),
                      knowledge=Knowledge(own=1, seen=1, claims=2))  # fmt: skip
    assert standing(MARTA, committee).verdict == INDEPENDENT
    for known in (Knowledge(own=1, claims=1), Knowledge(own=1, seen=1, claims=3)):
        assert standing(MARTA, replace(committee, knowledge=known)).verdict == NOT_SHOWN
    hearsay = Knowledge(own=2, seen=2, others=1, claims=3)
    assert standing(MARTA, replace(committee, knowledge=hearsay)).verdict == NOT_SHOWN


def test_kin_and_neighbours_are_somebodys() -> None:
    """By what any text calls them; a man is nobody's husband by that, and the other day nobody's friend."""
    said = ["his mother", "a neighbour", "сосед семьи", "дружина загиблого", "колега"]
    said += ["a miller", "мужчина", "другой", "baker", "медик"]
    entities = {
        f"e{i}": Entity(f"e{i}", "person", f"N {i}", (), False, (("d", f"N {i}"),)) for i in range(len(said))
    }
    uses = [NameUse("d", f"N {i}", "person", role) for i, role in enumerate(said)]
    assert related(uses, entities) == {"e0", "e1", "e2", "e3", "e4"}
