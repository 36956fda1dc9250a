"""For whom somebody speaks, and who counted, as the words tell. Every name is invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from muster.link import trace
from muster.link.members import (
    bodies_told,
    has_left,
    investigates,
    is_officer,
    its_people,
    its_report,
    without_name,
)
from muster.link.same_names import told_in_two_languages
from muster.model.links import Entity, NameUse, Origin, Statement

SOURCES = {"s1": "Tarn Gazette", "s2": "Brodivka Wire", "s3": "Witness Rights Centre", "s4": "Вечерний Олмет"}


def says(claim: str, document: str, speaker: str | None = None, words: str = "", **more: Any) -> Statement:
    fields: dict[str, Any] = {
        "claim": claim, "document": document, "source": f"s{document[-1]}",
        "published": f"2032-05-0{document[-1]}", "entity": None, "speaker": speaker, "organisation": None,
        "own_voice": False, "protected": False, "words": words or f"words of {claim}",
    }  # fmt: skip
    return Statement(**(fields | more))


def entity(id: str, type: str, *names: str) -> Entity:
    return Entity(id, type, names[0], names, False, tuple((f"d{n}", names[0]) for n in (1, 2)))


def origins(*statements: Statement, entities: tuple[Entity, ...] = ()) -> list[Origin]:
    return trace(statements, [], {e.id: e for e in entities}, SOURCES).origins


def together(found: list[Origin], *claims: str) -> bool:
    return any(set(claims) <= set(o.claims) for o in found)


SERVICE = entity("e1", "organisation", "Fire Service of Tarn")
VARGA = entity("e2", "person", "Olen Hryt")


def body(claim: str, document: str, name: str, **more: Any) -> Statement:
    return says(claim, document, name, organisation=name, spoken_as=f"the {name}", **more)


def test_its_spokesman_speaks_for_the_body_that_spoke_before() -> None:
    """ "The fire service said … Its spokesman, Captain Hryt, said …": one origin, also in other texts."""
    found = origins(
        body("c1", "d1", "Fire Service of Tarn", entity="e1", start=0, stop=60),
        says("c2", "d1", "Olen Hryt", entity="e2", spoken_as="Its spokesman, Captain Olen Hryt", start=120),
        says("c3", "d2", "Olen Hryt", entity="e2", spoken_as="Olen Hryt"),
        entities=(SERVICE, VARGA),
    )
    assert together(found, "c1", "c2", "c3")


HOSPITAL = entity("e3", "organisation", "Hospital of Tarn")


@pytest.mark.parametrize(
    ("called", "of_it"),
    [
        ("head of its burns ward", True), ("the surgeon on duty", True), ("завідувачка травматології", True),
        ("заведующая отделением реанимации", True), ("черговий лікар", True), ("завотделением", True),
        ("head of the village", False), ("surgeon from Brodivka", False), ("заведующая складом", False),
        ("завідувачка бібліотеки", False), ("head of the union", False), ("лікар", False),
    ],
)  # fmt: skip
def test_who_heads_a_ward_is_of_the_hospital_that_has_just_spoken(called: str, of_it: bool) -> None:
    """Elsewhere too, and as one origin; any doctor may be of another house."""
    found = origins(
        body("c1", "d1", "Hospital of Tarn", entity="e3", start=0, stop=60),
        says("c2", "d1", "Olen Hryt", entity="e2", role=called, spoken_as="Olen Hryt", start=120),
        says("c3", "d2", "Olen Hryt", entity="e2", spoken_as="Olen Hryt"),
        entities=(HOSPITAL, VARGA),
    )
    assert together(found, "c1", "c2", "c3") is of_it


def test_a_channel_of_a_person_is_his_in_another_spelling() -> None:
    """«Ігор Лужний» is the channel of Ihor Luzhnyi; a paper called «Ігорів берег» is nobody's."""
    known = entity("e4", "person", "Ihor Luzhnyi")
    for source, his in (("Ігор Лужний", True), ("Ігорів берег", False), ("Ігор Лужняк", False)):
        said = says("c1", "d1", "Ihor Luzhnyi", entity="e4"), says("c2", "d2", own_voice=True)
        found = trace(said, [], {"e4": known}, SOURCES | {"s2": source}).origins
        assert together(found, "c1", "c2") is his


@pytest.mark.parametrize("called", ["its head teacher, Olen Hryt", "Olen Hryt, a former captain", "director"])
def test_who_heads_something_else_or_has_left_speaks_for_himself(called: str) -> None:
    """ "Its head teacher" after a body's words may head the school that the sentence is about."""
    found = origins(
        body("c1", "d1", "Fire Service of Tarn", entity="e1", start=0, stop=60),
        says("c2", "d1", "Olen Hryt", "the Fire Service of Tarn came late", entity="e2", spoken_as=called,
             start=90),
        entities=(SERVICE, VARGA),
    )  # fmt: skip
    assert not together(found, "c1", "c2")


def test_a_former_member_is_no_independent_source_of_the_body() -> None:
    """He does not speak for it, and what he knows may be its."""
    found = origins(
        body("c1", "d1", "Fire Service of Tarn", entity="e1"),
        says("c2", "d2", "Olen Hryt", entity="e2", spoken_as="former head of the Fire Service of Tarn, Hryt"),
        entities=(SERVICE, VARGA),
    )  # fmt: skip
    assert len(found) == 2
    assert not any(o.independent_of for o in found)


def test_who_counted_in_a_texts_own_voice_is_the_origin() -> None:
    """ "The rights centre of Olmet counted 64 cases" is the centre's count, whoever prints it; what else it
    is said to have found is a tale like another."""
    centre = entity("e1", "organisation", "Rights Centre of Olmet")
    own: dict[str, Any] = {"own_voice": True, "figures": ((64.0, "case"),)}
    found = origins(
        body("c1", "d1", "Rights Centre of Olmet", entity="e1"),
        says("c2", "d2", None, "Rights Centre of Olmet counted 64 cases in May", **own),
        says("c3", "d3", None, "Rights Centre of Olmet found 64 cases in May", **own),
        says("c4", "d4", None, "Rights Centre of Olmet found 64 people asleep", **own),
        entities=(centre,),
    )
    assert together(found, "c1", "c2", "c3")
    assert not together(found, "c1", "c4")


def test_the_body_of_a_speaker_in_any_case_of_his_name() -> None:
    """«речника Служби безпеки Тарна Остапа Городця»: his own name, in the genitive, is none of the body's."""
    told = "речника Служби безпеки Тарна Остапа Городця"
    assert without_name(told, "Остап Городець") == "речника Служби безпеки Тарна"
    assert without_name("капітана Льва Петровича Дуба", "Лев Дуб") == "капітана Петровича"
    assert list(bodies_told(told, "Остап Городець")) == ["речника Служби безпеки Тарна"]
    service = entity("e1", "organisation", "Служба безпеки Тарна")
    found = origins(
        body("c1", "d1", "Служба безпеки Тарна", entity="e1", language="uk"),
        says("c2", "d2", "Остап Городець", entity="e2", organisation="Служба безпеки", spoken_as=told),
        body("c3", "d3", "Служба безпеки", language="uk"),
        entities=(service, entity("e2", "person", "Остап Городець")),
    )
    assert together(found, "c1", "c2")


def test_a_founder_of_a_body_named_in_quotation_marks_is_of_it() -> None:
    """«основательница „Тихой долины“ Анна Лес»: of it, where anybody else names that body; to whom she told
    it stands before and is none of hers."""
    found = origins(
        body("c1", "d1", "Тихая долина Вельта", entity="e1"),
        says("c2", "d2", "Анна Лес", entity="e2", spoken_as="основательница «Тихой долины Вельта» Анна Лес"),
        says("c3", "d3", "Яна Роща", entity="e3", spoken_as="«Тихой долине Вельта» учительница Яна Роща"),
        entities=(
            entity("e1", "organisation", "Тихая долина Вельта", "Тихой долины Вельта"),
            entity("e2", "person", "Анна Лес"), entity("e3", "person", "Яна Роща"),
        ),
    )  # fmt: skip
    assert together(found, "c1", "c2")
    assert not together(found, "c1", "c3")


def test_an_outlet_of_common_words_is_a_name() -> None:
    """«Вечерний Олмет» or a «Свободный дом»: who is a source of the project is named, whatever its words."""
    free = entity("e1", "organisation", "свободный дом")
    found = trace(
        [says("c1", "d1", own_voice=True, source="s9"), body("c2", "d2", "свободный дом", entity="e1")],
        [], {"e1": free}, SOURCES | {"s9": "Свободный дом"},
    ).origins  # fmt: skip
    assert together(found, "c1", "c2")


def test_a_chief_physician_speaks_for_the_hospital_told_of_before() -> None:
    """Named or not, with "its" or without; of a factory that was told of before he is not the head."""
    hospital = entity("e1", "organisation", "District Hospital of Tarn", "Районна лікарня Тарна")
    doctor = entity("e2", "person", "Ilka Sova")
    told = {"own_voice": True, "start": 0, "stop": 50}
    found = origins(
        says("c1", "d1", None, "The District Hospital of Tarn has 23 dead", **told),
        says("c2", "d1", "Ilka Sova", entity="e2", start=110, spoken_as="its chief physician, Dr Ilka Sova"),
        body("c3", "d2", "Районна лікарня Тарна", entity="e1", start=0, stop=40, language="uk"),
        says("c4", "d2", None, role="головна лікарка", spoken_as="головна лікарка", start=80, language="uk"),
        body("c5", "d3", "Fire Service of Tarn", entity="e3", start=0, stop=40),
        says("c6", "d3", None, role="chief physician", spoken_as="the chief physician", start=80),
        entities=(hospital, doctor, entity("e3", "organisation", "Fire Service of Tarn")),
    )
    assert together(found, "c2", "c3", "c4")
    assert not together(found, "c5", "c6")


def test_a_surname_alone_is_whom_the_same_outlet_names_in_full() -> None:
    """ "Ms Hryt" in another paper of one outlet; in another outlet's she may be anybody."""
    full = says("c1", "d1", "Olen Hryt", entity="e2", source="s1")
    for outlet, same in (("s1", True), ("s2", False)):
        found = origins(full, says("c2", "d2", "Hryt", spoken_as="Ms Hryt", source=outlet), entities=(VARGA,))
        assert together(found, "c1", "c2") == same


def test_a_letter_is_of_the_person_who_signed_it() -> None:
    """Where other papers may name him; a name that only stands there, and one that is shielded, leave it to
    the folder it lay in."""
    known = entity("e2", "person", "Olen Hryt", "О. Гріт")
    for who, same in ((known, True), (replace(known, protected=True), False)):
        found = origins(
            says("c1", "d1", None, own_voice=True, signed="О. Гріт"),
            says("c2", "d2", "Olen Hryt", entity="e2", protected=who.protected),
            entities=(who,),
        )
        assert together(found, "c1", "c2") == same
        assert same or not any("Гріт" in o.name for o in found if "c1" in o.claims)


def test_a_brigade_is_one_by_number_in_two_languages() -> None:
    """A channel of "7th Lake Brigade press service", «пресслужба бригади» in a paper that names 7-му озерну
    бригаду, and its commander."""
    unit = entity("e1", "unit", "7-ма озерна бригада")
    man = entity("e2", "person", "Гнат Дубовий")
    uses = [
        NameUse("d2", "7-ма озерна бригада", "unit"),
        NameUse("d2", "Гнат Дубовий", "person", role="комбриг"),
    ]
    found = trace(
        [
            says("c1", "d1", own_voice=True, source="s9"),
            says("c2", "d2", "пресслужба бригади", entity="e3", spoken_as="пресслужба бригади"),
            says("c3", "d2", "Гнат Дубовий", entity="e2", role="комбриг", spoken_as="комбриг Гнат Дубовий"),
        ],
        [], {e.id: e for e in (unit, man, entity("e3", "organisation", "пресслужба бригади"))},
        SOURCES | {"s9": "7th Lake Brigade press service"}, uses=uses,
    ).origins  # fmt: skip
    assert together(found, "c1", "c2", "c3")


def test_a_service_named_in_small_letters_is_not_every_service() -> None:
    """«Служба розыска пропавших» and «Служба учёта зерна» are two, each "the service" of its papers."""
    sources = SOURCES | {"s7": "Служба розыска пропавших", "s8": "Служба учёта зерна"}
    rank = "начальник Службы полковник внутренней службы"
    found = trace(
        [
            says("c1", "d1", own_voice=True, source="s7"),
            says("c2", "d1", "Р. Лист", role=rank, organisation="Службы полковник внутренней службы",
                 spoken_as="начальник Службы полковник внутренней службы Р. Лист", source="s7"),
            says("c3", "d2", own_voice=True, source="s8"),
        ],
        [], {}, sources,
    ).origins  # fmt: skip
    assert together(found, "c1", "c2")
    assert not together(found, "c1", "c3")


def test_to_whom_somebody_told_it_is_no_body_of_his() -> None:
    """«„Вечеру“ адвокатка» spoke to a paper; it did not speak."""
    found = origins(
        says("c1", "d1", None, role="«Вечеру» адвокатка", organisation="Вечеру",
             spoken_as="«Вечеру» адвокатка"),
    )  # fmt: skip
    assert [o.name for o in found] == ["origin not shown"]


def test_a_body_is_one_under_its_names_in_two_languages() -> None:
    """Word for word, a kind of body may be missing; other names, and kinds alone, are not enough."""
    names = {
        1: ["Orsk Valley Water"], 2: ["Водоснабжение долины Орск"], 3: ["Witness Rights Centre"],
        4: ["Центр «Свідок»"], 5: ["Ministry of Defence of Sorvia"], 6: ["Министерство обороны Ордании"],
        7: ["Committee of Mothers"], 8: ["Комітет матерів Вілма"], 9: ["Open Door Foundation"],
        10: ["Фонд «Открытая дверь»"],
    }  # fmt: skip
    assert told_in_two_languages(names) == {2: 1, 4: 3, 10: 9}


def test_a_body_is_one_under_its_names_in_three_languages() -> None:
    """Each of which says the same as each other; a police is no prosecution of that region."""
    names = {
        1: ["Open Doors Centre"], 2: ["Открытые двери"], 3: ["Відкриті двері"],
        4: ["police in the Lisna region"], 5: ["Лісненська облпрокуратура"],
    }  # fmt: skip
    assert told_in_two_languages(names) == {2: 1, 3: 1}


@pytest.mark.parametrize(
    ("shorter", "longer", "one"),
    [
        ("emergency service", "State Emergency Service", True),
        ("the General Staff", "General Staff of Sorvia", False),  # a country that the table does not know
        ("National Police", "National Police of Ukraine", True),
        ("tax service", "Державна податкова служба", True),
        ("border service", "State Customs Service", False),
        ("national police", "Національна поліція в Лісненській області", False),
    ],
)
def test_what_each_state_has_one_of_may_leave_the_state_out(shorter: str, longer: str, one: bool) -> None:
    """ "The tax service" of the only State Tax Service; no part of it, and no other."""
    found = origins(
        body("c1", "d1", shorter, entity="e1"),
        body("c2", "d2", longer, entity="e2"),
        entities=(
            Entity("e1", "organisation", shorter, (shorter,), False, (("d1", shorter),)),
            Entity("e2", "organisation", longer, (longer,), False, (("d2", longer),)),
        ),
    )
    assert together(found, "c1", "c2") is one


@pytest.mark.parametrize(
    ("role", "speaks_for_it"),
    [
        ("soldier of the 61st Brigade", False), ("боец 61-й бригады", False),
        ("військовий 61-ї бригади", False),
        ("a wounded serviceman of the 61st Brigade", False), ("работник 61-й бригады", False),
        ("press service of the 61st Brigade", True), ("representative of the 61st Brigade", True),
    ],
)  # fmt: skip
def test_a_soldier_without_a_name_does_not_speak_for_his_brigade(role: str, speaks_for_it: bool) -> None:
    """What he tells may be what it denies."""
    found = origins(
        body("c1", "d1", "61st Brigade", entity="e1"),
        says("c2", "d2", None, role=role, spoken_as=role),
        entities=(Entity("e1", "organisation", "61st Brigade", ("61st Brigade",), False, ()),),
    )
    assert together(found, "c1", "c2") is speaks_for_it


def test_the_staff_of_a_paper_that_speaks_of_itself_is_the_paper() -> None:
    """ "Our researchers" are the centre's in its own report; "our neighbours" nobody's."""
    found = origins(
        says("c1", "d3", own_voice=True),
        says("c2", "d3", "our researchers", spoken_as="our researchers"),
        says("c3", "d3", "our neighbours", spoken_as="our neighbours"),
    )
    assert together(found, "c1", "c2")
    assert not together(found, "c1", "c3")


def test_somebody_shielded_is_one_under_a_shorter_description() -> None:
    """ "A soldier of the 61st Brigade who asked not to be named", then "the soldier"."""
    told = {"protected": True, "document": "d1"}
    found = origins(
        says("c1", role="soldier of the 61st Brigade", **told),
        says("c2", role="soldier", **told),
        says("c3", role="medic", **told),
    )
    assert together(found, "c1", "c2")
    assert not together(found, "c1", "c3")


def test_a_town_hall_is_its_mayor_and_no_man_of_that_name() -> None:
    """«Мэрия Олмета» read as a man called Олмет: the office, which the mayor holds."""
    found = origins(
        says("c1", "d1", "Edvin Krast", role="mayor of Olmet", entity="e2", spoken_as="the mayor of Olmet"),
        says("c2", "d4", "Олмета", spoken_as="мэрии Олмета"),
        entities=(entity("e2", "person", "Edvin Krast"),),
    )
    assert together(found, "c1", "c2")


def test_words_that_stand_for_a_speaker() -> None:
    """Titles, possessives and those who were asked are told apart from bodies."""
    assert is_officer("Its spokesman, Captain") and is_officer("the chairman") and is_officer("председатель")
    assert not is_officer("director of the port") and not is_officer("its cook")
    assert has_left("former engineer of the port") and has_left("бывший врач") and not has_left("engineer")
    assert list(bodies_told("the head of the mission, Pia Rohm", "Pia Rohm")) == ["the head of the mission"]
    assert list(bodies_told("«Вечери» голова центру Ірма Дрок", "Ірма Дрок")) == ["голова центру"]


def test_a_bare_hospital_is_the_only_one_that_gives_its_number() -> None:
    """«больница признаёт 23»: of two hospitals the one that counted 23, never one that did not."""
    counted = ((23.0, "dead"),)
    there = body("c1", "d1", "District Hospital of Tarn", figures=counted)
    other = body("c2", "d2", "Children's Hospital of Brodivka", figures=((41.0, "dead"),))
    bare = body("c3", "d4", "больница", figures=counted, language="ru")
    assert together(origins(there, other, bare), "c1", "c3")
    assert not together(origins(there, other, replace(bare, figures=((29.0, "dead"),))), "c1", "c3")


@pytest.mark.parametrize(
    ("was", "called", "one"),
    [
        ("Житель Песков", "рыбак", True), ("местная жительница", "учительница", True),
        ("мешканець села", "рибалка", True), ("adviser", "рыбак", False), (None, "рыбак", False),
        ("житель", "другой рыбак", False), ("житель", "один из рыбаков", False),
    ],
)  # fmt: skip
def test_somebody_of_whom_only_his_home_is_told_goes_on_by_his_calling(
    was: str | None, called: str, one: bool
) -> None:
    """«Житель Песков Олен Грыт рассказал … – говорит рыбак»: right after, and a bare word."""
    found = origins(
        says("c1", "d1", "Olen Hryt", entity="e2", role=was, start=0, stop=60, language="ru"),
        says("c2", "d1", role=called, spoken_as=called, start=120, language="ru"),
        entities=(VARGA,),
    )
    assert together(found, "c1", "c2") is one


@pytest.mark.parametrize(
    ("role", "tied"),
    [("our correspondent at the lock", True), ("наш кореспондент", True), ("our neighbour", False)],
)
def test_a_papers_own_correspondent_is_an_origin_and_not_independent_of_it(role: str, tied: bool) -> None:
    """He saw it himself; another paper that quotes his has no second source."""
    seen = says("c1", "d1", "Olen Hryt", entity="e2", role=role, spoken_as=role)
    quoted = says("c2", "d3", "Tarn Gazette", organisation="Tarn Gazette", spoken_as="the Tarn Gazette")
    found = trace([seen, quoted], [], {"e2": VARGA}, SOURCES)
    assert not together(found.origins, "c1", "c2")
    bodies = [f.bodies for f in found.facts]
    assert bool(bodies[0] & bodies[1]) is tied


@pytest.mark.parametrize(
    ("name", "spoken", "other", "one"),
    [
        ("МИД", "МИД Торланда", "Foreign Ministry of Torland", True),
        ("Ministry of Defence", "Vardia's Ministry of Defence", "Міноборони Вардії", True),
        ("Investigative Committee", "Russia's Investigative Committee", "Следственный комитет России", True),
        ("Ministry of Defence", "The Ministry of Defence", "Foreign Ministry of Torland", False),
        ("МИД", "МИД Вардии", "Foreign Ministry of Torland", False),
        ("Ministry of Defence", "Vardia's Ministry of Defence", "Ministry of Defence of Torland", False),
    ],
)
def test_a_bodys_land_may_stand_beside_what_was_read_as_its_name(
    name: str, spoken: str, other: str, one: bool
) -> None:
    """«МИД Торланда», "Vardia's Ministry of Defence": the words for the speaker say whose."""
    found = origins(
        says("c1", "d1", name, organisation=name, spoken_as=spoken, entity="e1"),
        body("c2", "d2", other, entity="e2"),
        entities=(
            Entity("e1", "organisation", name, (name,), False, (("d1", name),)),
            Entity("e2", "organisation", other, (other,), False, (("d2", other),)),
        ),
    )
    assert together(found, "c1", "c2") is one


def test_a_staff_without_its_land_is_that_of_the_land_its_text_names() -> None:
    """ "The defence ministry" in a text about Sorvia, where only Sorvia's is named anywhere."""
    whole = "Defence Ministry of Sorvia"
    entities = {
        "e1": Entity("e1", "organisation", "Defence Ministry", ("Defence Ministry",), False, ()),
        "e2": Entity("e2", "organisation", whole, (whole,), False, ()),
    }
    told = [
        body("c1", "d1", "Defence Ministry", entity="e1"),
        body("c2", "d2", whole, entity="e2"),
    ]
    for place, one in (("Sorvia", True), ("Narvia", False)):
        found = trace(told, [], entities, SOURCES, uses=[NameUse("d1", place, "place")]).origins
        assert together(found, "c1", "c2") is one


@pytest.mark.parametrize(
    ("called", "one"),
    [("Torsk regional police", True), ("Torsk police wives", False)],
)
def test_a_group_that_ends_in_a_body_is_one(called: str, one: bool) -> None:
    """And not whoever belongs to it."""
    region = "Police of the Torsk region" if "regional" in called else "Torsk police"
    found = origins(
        says("c1", "d1", called, spoken_as=called, entity="e1"),
        body("c2", "d2", region, entity="e2"),
        entities=(
            Entity("e1", "group", called, (called,), False, (("d1", called),)),
            Entity("e2", "organisation", region, (region,), False, (("d2", region),)),
        ),
    )
    assert together(found, "c1", "c2") is one


@pytest.mark.parametrize(
    ("called", "of_it"),
    [("Open Doors", True), ("Ministry of Health", False), ("Open Hands", False)],
)
def test_a_foundation_may_be_called_without_that_word(called: str, of_it: bool) -> None:
    """ "A researcher with Open Doors" is of the Open Doors Foundation, which speaks itself."""
    found = origins(
        body("c1", "d1", "Open Doors Foundation", entity="e3"),
        says("c2", "d2", "Olen Hryt", entity="e2", role="researcher", organisation=called),
        entities=(
            VARGA,
            Entity("e3", "organisation", "Open Doors Foundation", ("Open Doors Foundation",), False, ()),
        ),
    )
    assert together(found, "c1", "c2") is of_it


@pytest.mark.parametrize(
    ("called", "one"), [("Green Harbour", True), ("Vera Harbour", False), ("Harbour", False)]
)
def test_a_body_without_what_it_is_by_statute_read_as_somebody(called: str, one: bool) -> None:
    """ "Green Harbour, a rights group, said": no Mr Harbour, where the Green Harbour Foundation is known."""
    whole = "Green Harbour Foundation" if called != "Vera Harbour" else "Vera Harbour Foundation"
    found = origins(
        says("c1", "d1", called, spoken_as=called, entity="e1"),
        body("c2", "d2", whole, entity="e2"),
        entities=(
            Entity("e1", "person", called, (called,), False, (("d1", called),)),
            Entity("e2", "organisation", whole, (whole,), False, (("d2", whole),)),
        ),
    )
    assert together(found, "c1", "c2") is one


@pytest.mark.parametrize(
    ("role", "name", "one"),
    [
        ("Министерство здравоохранения", "Морланда", True),
        ("Глава министерства здравоохранения", "Морланда", False),
    ],
)
def test_a_land_read_as_somebody_behind_its_ministry(role: str, name: str, one: bool) -> None:
    """The ministry of that land; whoever heads a ministry is somebody."""
    found = origins(
        says("c1", "d1", name, role=role, spoken_as=f"{role} {name}", entity="e1"),
        body("c2", "d2", "Health Ministry of Morland", entity="e2"),
        entities=(
            Entity("e1", "person", name, (name,), False, (("d1", name),)),
            Entity(
                "e2", "organisation", "Health Ministry of Morland", ("Health Ministry of Morland",), False, ()
            ),
        ),
    )
    assert together(found, "c1", "c2") is one


@pytest.mark.parametrize(
    ("called", "people", "report"),
    [
        ("Researchers", True, False), ("our field researchers", True, False),
        ("Rights activists", True, False),
        ("The patrol", True, False),
        ("правозащитники", True, False), ("Дослідники", True, False),
        ("the report", False, True), ("доклад", False, True), ("звіті", False, True),
        ("Its findings", False, True),
        ("Researchers at the University of Tarn", False, False), ("two activists", False, False),
        ("police patrol", False, False), ("a leaked memo", False, False), ("приказ", False, False),
        ("доклад полиции Олмета", False, False),
    ],
)  # fmt: skip
def test_words_for_those_who_work_for_a_body_and_for_what_it_publishes(
    called: str, people: bool, report: bool
) -> None:
    """In the plural and with no more said; of a memo or a decree nothing tells whose it is."""
    assert (its_people(called), its_report(called)) == (people, report)


@pytest.mark.parametrize(
    ("body", "does"),
    [("rights “lantern”", True), ("centre open “durs”", True), ("mission monitoring “keasefir”", True),
     ("police “tarn”", False), ("rights ministry", False), ("committee government", False),
     ("“tarn”", False)],
)  # fmt: skip
def test_bodies_that_investigate(body: str, does: bool) -> None:
    """Offices are none, whatever they are for."""
    assert investigates(body) is does


@pytest.mark.parametrize(
    ("document", "called", "one"),
    [("d3", "Researchers", True), ("d3", "Two residents", False), ("d1", "Researchers", False)],
)
def test_researchers_in_a_bodys_own_paper_are_that_body(document: str, called: str, one: bool) -> None:
    """In the paper of the Witness Rights Centre; in a newspaper that names no such body they are anybody."""
    found = origins(
        body("c1", "d2", "Witness Rights Centre"),
        says("c2", document, None, role=called, spoken_as=called, source_kind="group"),
    )
    assert together(found, "c1", "c2") is one


@pytest.mark.parametrize(("office", "one"), [("Witness Rights Centre", True), ("Police of Tarn", False)])
def test_the_report_is_of_the_body_that_has_just_spoken(office: str, one: bool) -> None:
    """No office's: what it publishes is told by its name."""
    found = origins(
        body("c1", "d1", office, start=0, stop=60),
        says("c2", "d1", "report", spoken_as="the report", source_kind="document", start=90, stop=120),
    )
    assert together(found, "c1", "c2") is one
