"""What a text has from another paper of the folder belongs to whoever says it there; every name is
invented."""

from __future__ import annotations

from typing import Any

from tests.costs import growth, seconds

from muster.link import trace
from muster.link.members import of_the_house
from muster.link.told_as import is_the_press
from muster.model.claims import Speaker
from muster.model.links import Entity, Origin, Statement

PAPERS = {"s1": "Tarn Gazette", "s2": "Вісник Торви", "s3": "Sluice", "s4": "Ministry of Canals"}
VARGA = Entity("e1", "person", "Olen Varga", ("Olen Varga",), False, (("d1", "Olen Varga"),))


def says(claim: str, document: str, words: str, **more: Any) -> Statement:
    fields: dict[str, Any] = {
        "claim": claim, "document": document, "source": f"s{document[1]}",
        "published": f"2032-05-0{document[1]}",
        "entity": None, "speaker": None, "organisation": None, "own_voice": False, "protected": False,
        "words": words, "language": "en",
    }  # fmt: skip
    return Statement(**(fields | more))


def origin_of(claim: str, *statements: Statement) -> Origin:
    carriers = {name for s in statements for name in s.via}
    found = trace(statements, [], {"e1": VARGA}, PAPERS, carriers=carriers).origins
    return next(o for o in found if claim in o.claims)


WAITED = ((212.0, "people"),)
FIRST = says("c1", "d1", "212 people waited", speaker="Olen Varga", entity="e1", figures=WAITED)


def test_a_number_given_after_a_paper_is_whose_it_is_there() -> None:
    """«212 людей, пише Tarn Gazette»: the paper has it from Varga, so he is the origin; it is said why."""
    quoted = says(
        "c2", "d2", "чекали 212 людей", speaker="Tarn Gazette", organisation="Tarn Gazette", figures=WAITED
    )
    origin = origin_of("c2", FIRST, quoted)
    assert origin.name == "Olen Varga"
    assert any("the paper is a carrier" in reason for reason in origin.reasons)


def test_a_paper_is_known_by_its_sounds_in_another_script() -> None:
    """ "According to the newsletter Visnyk Torvy": «Вісник Торви»."""
    first = says("c1", "d2", "чекали 212 людей", speaker="Olen Varga", entity="e1", figures=WAITED)
    after = says("c2", "d3", "212 people waited", role="newsletter Visnyk Torvy", figures=WAITED)
    assert origin_of("c2", first, after).name == "Olen Varga"


def test_what_a_third_paper_has_from_a_second_leads_to_the_first() -> None:
    """Varga told the Gazette; the Visnyk quotes the Gazette, the Sluice the Visnyk."""
    second = says(
        "c2", "d2", "212 людей", speaker="Tarn Gazette", organisation="Tarn Gazette", figures=WAITED
    )
    third = says("c3", "d3", "212 waited, the newspaper Visnyk Torvy wrote", own_voice=True, figures=WAITED)
    assert origin_of("c3", third, FIRST, second).name == "Olen Varga"


def test_two_papers_that_give_each_other_are_two_and_neither_is_its_own_source() -> None:
    """The Gazette has it from the Visnyk, which has it from the Gazette: nobody else is made up."""
    one = says("c1", "d1", "212 waited", speaker="Вісник Торви", figures=WAITED)
    other = says("c2", "d2", "212 людей", speaker="Tarn Gazette", figures=WAITED, published="2032-05-01")
    assert origin_of("c1", one, other).name == "Вісник Торви"
    assert origin_of("c2", one, other).name == "Tarn Gazette"


def test_a_paper_that_said_it_later_or_gave_another_number_is_no_source() -> None:
    """What the Gazette prints on the 1st it has not from the Sluice of the 3rd; 212 is not 214."""
    for figures, day in ((WAITED, "2032-04-30"), (((214.0, "people"),), "2032-05-03")):
        told = says("c2", "d3", "so many waited", speaker="Tarn Gazette", figures=figures, published=day)
        assert origin_of("c2", FIRST, told).name != "Olen Varga"


def test_a_word_that_is_also_a_papers_name_needs_a_mark() -> None:
    """ "The Sluice holds 212 people" speaks of a sluice; «the channel “Sluice”» is the paper."""
    first = says("c1", "d3", "212 people waited", speaker="Olen Varga", entity="e1", figures=WAITED)
    for words, known in (("The Sluice holds 212", False), ("212, wrote the channel “Sluice”", True)):
        told = says("c2", "d4", words, own_voice=True, figures=WAITED)
        assert (origin_of("c2", first, told).name == "Olen Varga") is known


def test_a_minister_in_the_papers_of_his_ministry_speaks_for_it() -> None:
    """His word beside the ministry's is no second origin; a director may be of what the paper is about."""
    own = says("c1", "d4", "The lock is closed", own_voice=True)
    his = says("c2", "d4", "It will open", speaker="Olen Varga", entity="e1", role="Deputy Minister")
    assert origin_of("c1", own, his) == origin_of("c2", own, his)
    assert not of_the_house("director", "ministry shelter", alone=False)
    assert of_the_house("заступник голови", "commission", alone=True)


def test_what_a_body_passes_on_from_the_press_it_answers_for() -> None:
    """ "International media" name nobody; in a newspaper they stay nobody."""
    told = {"role": "international media", "figures": WAITED}
    assert origin_of("c1", says("c1", "d4", "212 waited", **told)).name == "Ministry of Canals"
    assert origin_of("c1", says("c1", "d1", "212 waited", **told)).name == "origin not shown"
    assert is_the_press("місцеві ЗМІ")
    assert not is_the_press("a media adviser to the mayor")


BARGEMAN = says(
    "c1", "d1", "one barge burned and the other was towed away", speaker="Olen Varga", entity="e1",
    spoken_as="the bargeman Olen Varga",
)  # fmt: skip


def test_who_told_a_paper_is_whom_it_quotes_of_that_calling() -> None:
    """«Баржевик рассказал Tarn Gazette» in other words: the Gazette quotes one bargeman."""
    told = {"role": "local bargeman", "via": ("Tarn Gazette",)}
    words = "there was smoke, then a tug took a barge off"
    assert origin_of("c2", BARGEMAN, says("c2", "d3", words, **told)).name == "Olen Varga"
    one_of = told | {"role": "one of the bargemen"}
    assert origin_of("c2", BARGEMAN, says("c2", "d3", words, **one_of)).name == "Olen Varga"


def test_who_told_a_paper_something_else_is_somebody_else() -> None:
    """Another calling, another of that calling, words that have nothing of his, or two such people."""
    words = "there was smoke, then a tug took a barge off"
    for role in ("surgeon", "another bargeman", "former bargeman"):
        told = says("c2", "d3", words, role=role, via=("Tarn Gazette",))
        assert origin_of("c2", BARGEMAN, told).name != "Olen Varga"
    apart = says("c2", "d3", "wages came late in spring", role="bargeman", via=("Tarn Gazette",))
    assert origin_of("c2", BARGEMAN, apart).name != "Olen Varga"
    second = says("c3", "d1", "a barge sank", speaker="Karst", spoken_as="bargeman Karst")
    told = says("c2", "d3", words, role="bargeman", via=("Tarn Gazette",))
    assert origin_of("c2", BARGEMAN, second, told).name != "Olen Varga"


def test_papers_that_quote_each_other_cost_what_their_claims_do() -> None:
    """Ten times the claims of one much quoted paper, ten times the work."""

    def run(size: int) -> float:
        told = [
            says(f"{paper}{n}", paper, f"{n} barges lay there", figures=((float(n), "barge"),), **how)
            for paper, how in (("d1", {"own_voice": True}), ("d2", {"speaker": "Tarn Gazette"}))
            for n in range(10, size)
        ]
        return seconds(lambda: trace(told, [], {}, PAPERS))

    assert growth(run, 400, 3_200, most=12) <= 12


def test_who_is_quoted_after_a_paper_is_no_member_of_it() -> None:
    """The Gazette speaks itself elsewhere; Varga stays Varga."""
    own = says("c0", "d1", "The lock is closed", own_voice=True)
    quoted = says("c2", "d2", "212", speaker="Tarn Gazette", organisation="Tarn Gazette", figures=WAITED)
    assert origin_of("c2", own, FIRST, quoted).name == "Olen Varga"


def test_papers_that_a_paper_of_the_folder_saw_are_one_where_another_cites_it() -> None:
    """ "The Visnyk writes, citing a memo": the memo that the Gazette saw; a miner it talked to is another."""
    seen = says(
        "c1", "d1", "900 people will go", role="memo seen by Tarn Gazette", figures=((900.0, "people"),)
    )
    told = Speaker("Tarn Gazette", None, "Tarn Gazette")
    for role, one in (("служебную записку", True), ("шахтаря", False)):
        cited = says(
            "c2",
            "d2",
            "900 людей звільнять",
            role=role,
            told_by=told,
            via=("Tarn Gazette",),
            language="uk",
            figures=((900.0, "people"),),
        )
        assert ("c1" in origin_of("c2", seen, cited).claims) is one
