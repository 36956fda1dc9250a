"""Somebody without a name in one paper who is named in another. Every name is invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from muster.link import trace
from muster.model.links import Entity, NameUse, Origin, Statement

PAPERS = {"s1": "Tarn Gazette", "s2": "Brodivka Wire", "s3": "Вечерний Олмет"}
DUB = Entity("e1", "person", "Устим Дуб", ("Устим Дуб",), False, (("d1", "Устим Дуб"),))
LES = Entity("e2", "person", "Павел Лес", ("Павел Лес",), False, (("d3", "Павел Лес"),))


def says(claim: str, document: str, words: str, **more: Any) -> Statement:
    fields: dict[str, Any] = {
        "claim": claim, "document": document, "source": f"s{document[1]}", "published": "2032-05-02",
        "entity": None, "speaker": None, "organisation": None, "own_voice": False, "protected": False,
        "words": words, "language": "ru",
    }  # fmt: skip
    return Statement(**(fields | more))


NAMED = says(
    "c1", "d1", "второй удар был по мосту, когда люди бежали", speaker="Устим Дуб", entity="e1",
    spoken_as="Мельник Устим Дуб",
)  # fmt: skip
MILLER = says(
    "c2", "d2", "the second strike was on the bridge when people ran", role="miller", spoken_as="the miller",
    language="en",
)  # fmt: skip


def origin_of(claim: str, *statements: Statement) -> Origin:
    found = trace(statements, [], {"e1": DUB, "e2": LES}, PAPERS).origins
    return next(o for o in found if claim in o.claims)


def test_the_miller_is_the_only_miller_who_says_so_elsewhere() -> None:
    """In either order, and it is said why."""
    for told in ((NAMED, MILLER), (MILLER, NAMED)):
        origin = origin_of("c2", *told)
        assert origin.name == "Устим Дуб"
        assert any("without a name" in reason for reason in origin.reasons)


def test_other_words_another_miller_and_another_season_stay_nobodys() -> None:
    """So do a shielded one, and one of two millers who say it."""
    for other in (
        replace(MILLER, words="The flour will last until the harvest of the autumn"),
        replace(MILLER, role="another miller"),
        replace(MILLER, published="2032-09-02"),
        replace(MILLER, protected=True),
        replace(MILLER, role="surgeon"),
    ):
        assert origin_of("c2", NAMED, other).name != "Устим Дуб"
    second = replace(
        NAMED, claim="c3", document="d3", source="s3", speaker="Павел Лес", entity="e2",
        spoken_as="мельник Павел Лес",
    )  # fmt: skip
    assert origin_of("c2", NAMED, second, MILLER).name == "origin not shown"


def test_a_calling_that_many_have_names_nobody() -> None:
    """Of thirteen claims of millers none is looked at."""
    many = [replace(NAMED, claim=f"m{n}", document="d3", source="s3", words=f"слово {n}") for n in range(13)]
    assert origin_of("c2", NAMED, *many, MILLER).name == "origin not shown"


def test_a_mayor_by_name_in_one_paper_is_the_mayor_who_gives_his_number() -> None:
    """His calling may stand in a third text; another number, or nothing else in common, is another's."""
    uses = [NameUse("d1", "Устим Дуб", "person", role="мер")]
    sixty = {"figures": ((62.0, "житель"),)}
    own = says("c1", "d1", "в доме жили 62 человека", speaker="Устим Дуб", entity="e1", **sixty)
    told = says("c2", "d2", "the house had 62 registered residents", role="mayor", language="en", **sixty)
    other = replace(told, words="there were 64 in the house", figures=((64.0, "resident"),))
    apart = replace(told, words="62 trucks crossed the bridge yesterday")
    for each, known in ((told, True), (other, False), (apart, False)):
        found = trace([own, each], [], {"e1": DUB}, PAPERS, uses=uses).origins
        assert any({"c1", "c2"} <= set(o.claims) for o in found) is known


def test_the_lead_tells_of_whom_the_text_names_below() -> None:
    """ "A miller says … Устим Дуб told": nobody else of that calling speaks there; further down, and after
    the name, "a miller" is another."""
    named = replace(NAMED, claim="c1", document="d2", start=200, words="мука есть")
    lead = replace(MILLER, role="a miller", start=40, words="the mill stood still in autumn")
    assert origin_of("c2", lead, named).name == "Устим Дуб"
    second = replace(
        named, claim="c3", speaker="Павел Лес", entity="e2", spoken_as="мельник Павел Лес", start=300
    )
    for one in (
        replace(lead, start=900),
        replace(lead, role="another miller"),
        replace(lead, role="surgeon"),
    ):
        assert origin_of("c2", replace(named, start=500), one).name != "Устим Дуб"
    assert origin_of("c2", lead, named, second).name != "Устим Дуб"
