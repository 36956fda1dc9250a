"""A headline's number is whose it is said to be below. Every name is invented."""

from __future__ import annotations

from typing import Any

from muster.link import trace
from muster.model.links import Entity, Statement

VARGA = Entity("e1", "person", "Olen Varga", ("Olen Varga",), False, (("d1", "Olen Varga"),))
GROUP = Entity("e2", "group", "Rights defenders", ("Rights defenders",), False, (("d1", "Rights defenders"),))


def says(claim: str, start: int, number: float, **more: Any) -> Statement:
    fields: dict[str, Any] = {
        "claim": claim, "document": "d1", "source": "s1", "published": "2032-05-01", "entity": None,
        "speaker": None, "organisation": None, "own_voice": False, "protected": False,
        "words": f"{number:g} men refused", "start": start, "stop": start + 20, "figures": ((number, "man"),),
    }  # fmt: skip
    return Statement(**(fields | more))


VARGAS = says("c9", 300, 640, speaker="Olen Varga", entity="e1")


def origin_of(claim: str, *statements: Statement) -> str:
    found = trace(statements, [], {"e1": VARGA, "e2": GROUP}, {"s1": "Tarn Gazette"}).origins
    return next(o.name for o in found if claim in o.claims)


def test_a_headline_gives_the_number_of_whoever_is_named_below() -> None:
    """In the paper's voice, of nobody, or of "rights defenders"."""
    for how in ({"own_voice": True}, {}, {"speaker": "Rights defenders", "entity": "e2"}):
        assert origin_of("c1", says("c1", 0, 640, **how), VARGAS) == "Olen Varga"


def test_another_number_a_small_one_and_what_follows_stay_the_papers() -> None:
    """Varga said 640; the paper's 650, its "3 men", and what it counts after him are its own word."""
    for number, start in ((650, 0), (3, 0), (640, 400)):
        told = says("c1", start, number, own_voice=True)
        first, second = sorted((told, VARGAS), key=lambda s: s.start)
        assert origin_of("c1", first, second) == "Tarn Gazette"


def test_below_the_headline_two_who_give_the_number_make_it_nobodys() -> None:
    """The first sentence goes with the first of them, the second with none."""
    other = says("c8", 400, 640, speaker="Ministry of Canals", organisation="Ministry of Canals")
    told = [says(f"c{n}", 10 * n, 640, own_voice=True) for n in (1, 2)]
    assert origin_of("c1", *told, VARGAS, other) == "Olen Varga"
    assert origin_of("c2", *told, VARGAS, other) == "Tarn Gazette"
