"""Who passes words on is no origin, and who is told of without a name may be named beside it; every name is
invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.link.test_relayed import PAPERS, VARGA, says

from muster.link import trace
from muster.link.told_as import is_post, passes_on
from muster.model.claims import Speaker
from muster.model.evidence import Passage
from muster.model.links import Origin, Statement
from muster.text.names.institutions import institution


def origins(*statements: Statement) -> list[Origin]:
    carriers = {name for s in statements for name in s.via}
    return trace(statements, [], {"e1": VARGA}, PAPERS, carriers=carriers).origins


def one_origin(*statements: Statement) -> bool:
    return any(all(s.claim in o.claims for s in statements) for o in origins(*statements))


def teller(name: str) -> Speaker:
    return Speaker(name, mention=Passage("t", 0, len(name), name))


@pytest.mark.parametrize(
    ("name", "who", "carries"),
    [
        ("Meridian agency", "the emergencies ministry", True),
        ("Levant News Agency", "Olen Varga", True),
        ("агентство «Дельта-Пресс»", "МЧС", True),
        ("Border Agency", "Olen Varga", False),
        ("Space Agency of Sorvia", "Olen Varga", False),
        ("Ministry of Canals", "Olen Varga", False),
    ],
)
def test_an_agency_with_a_name_of_its_own_is_a_carrier(name: str, who: str, carries: bool) -> None:
    """ "… said Varga, according to the Meridian agency": his word; what a border agency tells is its own."""
    assert passes_on(teller(name), says("c1", "d1", "the dam held", speaker=who)) is carries


def test_what_came_through_an_outlet_is_no_word_of_it() -> None:
    """«Сообщает „Дельта“ со ссылкой на МЧС»: the words came through it, as the text says; of nobody at all it
    stays its own."""
    delta = teller("Дельта")
    assert passes_on(delta, says("c1", "d1", "восемь", speaker="МЧС", via=("Дельта",)))
    assert passes_on(delta, says("c1", "d1", "восемь", role="мэр Торвы", via=("Дельта",)))
    assert not passes_on(delta, says("c1", "d1", "восемь", role="a woman", via=("Дельта",)))


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("governor of the region", False), ("regional governor", False), ("глава района", False),
        ("мэр города", False), ("governor of Torva", True), ("мэр Торвы", True),
    ],
)  # fmt: skip
def test_an_office_of_any_place_is_nobodys_name(words: str, post: bool) -> None:
    """ "The governor of the region" of two papers may be two people."""
    assert is_post(institution(words)) is post


@pytest.mark.parametrize(
    "named",
    ["ООН", "UN", "UN office", "координатор ООН по гуманитарным вопросам", "ООН з гуманітарних питань"],
)
def test_what_an_office_is_for_is_no_part_of_the_bodys_name(named: str) -> None:
    """A coordinator for humanitarian affairs is of the UN, whatever the case and the language."""
    assert institution(named).key == "united_nations"


@pytest.mark.parametrize("named", ["Комитет по вопросам миграции", "Управление по делам молодёжи Торвы"])
def test_a_committee_for_something_keeps_its_name(named: str) -> None:
    """What stands behind "for" is dropped behind letters only."""
    assert institution(named).key not in ("committee", "directorate “torv”")


MINISTRY = says(
    "c1", "d1", "12 are below", speaker="МЧС", organisation="МЧС", language="ru", start=0, stop=30
)
ASIDE = says(
    "c2",
    "d1",
    "подняли восемь",
    role="собеседник агентства",
    protected=True,
    language="ru",
    start=80,
    stop=99,
)


def test_the_agencys_interlocutor_is_who_spoke_before() -> None:
    """«…, сообщили в МЧС. „…“, – сказал собеседник агентства»: the ministry's."""
    assert one_origin(MINISTRY, ASIDE)


@pytest.mark.parametrize(
    "other",
    [
        replace(ASIDE, role="другой собеседник агентства"),
        replace(ASIDE, role="собеседник в больнице"),
        replace(ASIDE, start=900, stop=920),
        replace(ASIDE, document="d2"),
    ],
)
def test_another_interlocutor_stays_himself(other: Statement) -> None:
    """Another one, one somewhere, one far below, one of another text."""
    assert not one_origin(MINISTRY, other)


def ministry(claim: str, document: str, name: str) -> Statement:
    return says(claim, document, "the bridge was struck", speaker=name, organisation=name)


def test_a_ministry_without_its_state_is_the_only_one_that_is_named() -> None:
    """«Минобороны» of one paper is the "Russian defence ministry" of another, where no other state is;
    where two are, it is neither."""
    bare, full = ministry("c1", "d1", "Минобороны"), ministry("c2", "d2", "Russian defence ministry")
    assert one_origin(bare, full)
    other = ministry("c3", "d3", "Ukrainian defence ministry")
    assert not any({"c1", "c2"} <= set(o.claims) for o in origins(bare, full, other))


PRIVATE = says(
    "c1", "d1", "men who did not pay went to the front line", speaker="Ildar", protected=True, figures=()
)


def told_on(**more: Any) -> Statement:
    fields: dict[str, Any] = {"protected": True, "via": ("Tarn Gazette",), "speaker": "Ildar"}
    return says("c2", "d2", "those who did not pay went to the front", **(fields | more))


def test_somebody_without_a_surname_who_told_a_paper_is_whom_that_paper_has() -> None:
    """ "Ildar told the Gazette", where it has an Ildar; "a private told the Gazette" what its Ildar says."""
    assert one_origin(PRIVATE, told_on())
    assert one_origin(PRIVATE, told_on(speaker=None, role="private"))


def test_nobody_is_unmasked_by_the_paper_he_told() -> None:
    """Another given name, another paper, other words; and one who is named in full there stays apart."""
    assert not one_origin(PRIVATE, told_on(speaker="Rinat"))
    assert not one_origin(PRIVATE, told_on(via=("Sluice",)))
    assert not one_origin(
        PRIVATE, replace(told_on(speaker=None, role="private"), words="the canteen is shut")
    )
    named = replace(PRIVATE, speaker="Olen Varga", entity="e1", protected=False)
    assert not one_origin(named, told_on(speaker=None, role="private"))


LEAD = says("c1", "d1", "many are held", speaker="a human rights group", start=0, stop=20)
BELOW = says(
    "c2", "d1", "41 were beaten", speaker="Open Ledger", organisation="Open Ledger", start=90, stop=110
)


def test_a_group_of_the_lead_is_the_one_named_next() -> None:
    """ "According to a human rights group. Open Ledger said": the same; an office of the state named next is
    not."""
    assert one_origin(LEAD, BELOW)
    state = replace(BELOW, speaker="Ministry of Canals", organisation="Ministry of Canals")
    assert not one_origin(LEAD, state)
    assert not one_origin(replace(LEAD, speaker="a group of men"), BELOW)
