"""From whom a claim came. Every name is invented."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest

from muster.link import trace as trace_all
from muster.link.decided import Decided
from muster.link.independence import standing
from muster.link.origins import NOT_SHOWN
from muster.link.whose import Whose
from muster.model.claims import Speaker
from muster.model.links import Copy, Drift, Entity, NameUse, Origin, Statement, Stretch

SOURCES = {"s1": "Yar Herald", "s2": "Torsk Wire", "s3": "Evening Brodivka"}


def says(claim: str, document: str, speaker: str | None = None, **more: object) -> Statement:
    fields: dict[str, object] = {
        "claim": claim, "document": document,
        "source": f"s{document[-1]}", "published": f"2022-05-0{document[-1]}",
        "entity": None, "speaker": speaker, "organisation": None, "own_voice": False, "protected": False,
        "words": f"words of {claim}",
    }  # fmt: skip
    return Statement(**(fields | more))  # type: ignore[arg-type]


def copy(
    late: str, early: str, directed: bool = True, drift: tuple[Drift, ...] = (), score: float = 0.9
) -> Copy:
    return Copy(f"copy-{late}-{early}", late, early, "near", score, ("test",), directed, drift)


def entity(id: str, name: str, *uses: str, type: str = "person", protected: bool = False) -> Entity:
    return Entity(id, type, name, (name,), protected, tuple((u, name) for u in uses))


def trace_origins(*given: Any, **more: Any) -> list[Origin]:
    return trace_all(*given, **more).origins


def trace(statements: Sequence[Statement], copies: Sequence[Copy] = (), *entities: Entity) -> list[Origin]:
    return trace_origins(statements, copies, {e.id: e for e in entities}, SOURCES)


def claims(origins: list[Origin]) -> list[set[str]]:
    return sorted((set(o.claims) for o in origins), key=sorted)


EXPERT = entity("entity-1", "Ruslan Dobreyev", "d1", "d2")
TEAM = entity("entity-2", "Quiet Roads Group", "d1", "d2", type="organisation")
ALIAS = entity("entity-3", "Yelena", "d1", protected=True)


def test_one_speaker_in_two_documents_is_one_origin() -> None:
    """Two outlets that quote one person are one origin, not two."""
    found = trace(
        [says("c1", "d1", "Dobreyev", entity="entity-1"), says("c2", "d2", "Добреев", entity="entity-1")],
        (),
        EXPERT,
    )
    assert claims(found) == [{"c1", "c2"}]
    assert found[0].name == "Ruslan Dobreyev"
    assert found[0].first == "c1"
    assert any("Добреев" in r for r in found[0].reasons)


def test_a_member_and_the_body_are_one_origin() -> None:
    """What an expert of a body says and what the body says came from one place."""
    found = trace(
        [
            says("c1", "d1", "Dobreyev", entity="entity-1", organisation="Quiet Roads Group"),
            says("c2", "d2", "Quiet Roads Group", entity="entity-2"),
            says("c3", "d2", "his team", organisation="Quiet Roads Group", entity="entity-4"),
        ],
        (),
        EXPERT, TEAM, entity("entity-4", "his team", "d2", type="group"),
    )  # fmt: skip
    assert claims(found) == [{"c1", "c2", "c3"}]
    assert found[0].name == "Quiet Roads Group"
    assert any("one origin" in r for r in found[0].reasons)


def test_two_members_of_a_silent_body_are_two_origins_but_not_independent() -> None:
    """The body itself says nothing: two people, of one body."""
    other = entity("entity-5", "Marta Vilchyk", "d2", "d3")
    found = trace(
        [
            says("c1", "d1", "Dobreyev", entity="entity-1", organisation="Quiet Roads Group"),
            says("c2", "d3", "Vilchyk", entity="entity-5", organisation="Quiet Roads Group"),
        ],
        (),
        EXPERT, other,
    )  # fmt: skip
    assert len(found) == 2
    assert all(o.independent_of == () for o in found)


def test_a_person_of_two_speaking_bodies_does_not_join_them() -> None:
    """Somebody named with two bodies is folded into neither."""
    found = trace(
        [
            says("c1", "d1", "Dobreyev", entity="entity-1", organisation="Quiet Roads Group"),
            says("c2", "d2", "Dobreyev", entity="entity-1", organisation="Torsk Bar"),
            says("c3", "d2", "Quiet Roads Group", organisation=None, entity="entity-2"),
            says("c4", "d2", "Torsk Bar", entity="entity-6"),
        ],
        (),
        EXPERT, TEAM, entity("entity-6", "Torsk Bar", "d1", "d2", type="organisation"),
    )  # fmt: skip
    assert claims(found) == [{"c1", "c2"}, {"c3"}, {"c4"}]


def test_own_voice_of_a_copy_belongs_to_the_original() -> None:
    """The outlet that was copied is the origin, through two steps of copying too."""
    found = trace(
        [says(f"c{i}", f"d{i}", own_voice=True) for i in (1, 2, 3)], [copy("d3", "d2"), copy("d2", "d1")]
    )
    assert claims(found) == [{"c1", "c2", "c3"}]
    assert found[0].name == "Yar Herald"


def test_what_a_copy_added_is_its_own() -> None:
    """A sentence that stands only in the copy did not come from the original."""
    extra = Drift(Stretch("d2", 0, 20, "So we heard: words of c2."), None, "sentence added")
    found = trace(
        [says("c1", "d1", own_voice=True), says("c2", "d2", own_voice=True)],
        [copy("d2", "d1", drift=(extra,))],
    )
    assert {o.name for o in found} == {"Yar Herald", "Torsk Wire"}


def test_without_direction_the_first_outlet_is_not_shown() -> None:
    """Two outlets with one text and no dates: one origin, which of them is not shown."""
    found = trace(
        [says("c1", "d1", own_voice=True), says("c2", "d2", own_voice=True)],
        [copy("d1", "d2", directed=False)],
    )
    assert [o.name for o in found] == ["Torsk Wire or Yar Herald"]


def test_one_outlet_that_says_it_twice_is_one_origin_whichever_came_first() -> None:
    """A table of an outlet as CSV and XLSX, neither known to be the first: its own voice, one origin for all
    rows."""
    found = trace(
        [says(f"c{i}", f"d{i}", own_voice=True, source="s1") for i in (1, 2, 3, 4)],
        [copy("d1", "d2", directed=False), copy("d3", "d4", directed=False)],
    )
    assert claims(found) == [{"c1", "c2", "c3", "c4"}]
    assert found[0].name == "Yar Herald"


def test_nobody_named_is_not_shown_and_folds_only_through_copies() -> None:
    """ "It was reported": one origin a document, its copies folded in."""
    statements = [says("c1", "d1"), says("c2", "d2"), says("c3", "d3")]
    found = trace(statements, [copy("d2", "d1")])
    assert claims(found) == [{"c1", "c2"}, {"c3"}]
    assert {o.name for o in found} == {NOT_SHOWN}
    assert all(o.independent_of == () for o in found)


def test_an_alias_is_one_only_within_its_document_and_copies() -> None:
    """Two women called Yelena in two documents are two; the same in a copy is one."""
    other = entity("entity-4", "Yelena", "d2", protected=True)
    statements = [
        says("c1", "d1", "Yelena", entity="entity-3", protected=True),
        says("c2", "d2", "Елена", entity="entity-4", protected=True),
    ]
    assert len(trace(statements, (), ALIAS, other)) == 2
    assert len(trace(statements, [copy("d2", "d1")], ALIAS, other)) == 1


def test_a_carrier_is_never_an_origin() -> None:
    """What went through a messenger came from who wrote it."""
    found = trace([says("c1", "d1", "Dobreyev", entity="entity-1", via=("Telegram",))], (), EXPERT)
    assert [o.name for o in found] == ["Ruslan Dobreyev"]


def test_named_people_of_different_documents_are_independent() -> None:
    """Named, of no common body, in no common document: listed both ways, with a reason."""
    other = entity("entity-5", "Marta Vilchyk", "d2", "d3")
    found = trace(
        [says("c1", "d1", "Dobreyev", entity="entity-1"), says("c2", "d2", "Vilchyk", entity="entity-5")],
        (),
        EXPERT,
        other,
    )
    assert [o.independent_of for o in found] == [(found[1].id,), (found[0].id,)]
    joined = trace(
        [says("c1", "d1", "Dobreyev", entity="entity-1"), says("c2", "d2", "Vilchyk", entity="entity-5")],
        [copy("d2", "d1")], EXPERT, other,
    )  # fmt: skip
    assert [o.independent_of for o in joined] == [(), ()]


@pytest.mark.parametrize(
    "name, independent",
    [("monitors' report", False), ("доклад наблюдателей", False), ("Lantern Report on Velde", True)],
)
def test_a_paper_without_a_name_may_be_anybodys(name: str, independent: bool) -> None:
    """ "The monitors' report" may be the expert's own; a paper with a name of its own is known by it."""
    body = entity("entity-9", name, "d3", type="organisation")
    told = trace_all(
        [
            says("a", "d1", "Ruslan Dobreyev", entity="entity-1"),
            says("b", "d3", name, entity=None, organisation=name, source_kind="document"),
        ],
        [], {EXPERT.id: EXPERT, body.id: body}, SOURCES,
    )  # fmt: skip
    one, other = told.facts
    assert (standing(one, other).verdict == "independent") is independent


def test_a_ring_of_copies_ends() -> None:
    """Copies that point at each other in a ring are one family."""
    found = trace(
        [says(f"c{i}", f"d{i}", own_voice=True) for i in (1, 2, 3)],
        [copy("d1", "d2"), copy("d2", "d3"), copy("d3", "d1")],
    )
    assert claims(found) == [{"c1", "c2", "c3"}]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_input_changes_nothing(seed: int) -> None:
    """Statements, copies and entities in any order give the same origins, every claim in exactly one."""
    rng = random.Random(seed)
    people = [entity(f"entity-{i}", f"Name{i} Surname{i}", "d1", "d2") for i in range(4)]
    statements = [
        says(
            f"c{i}", f"d{1 + i % 3}", rng.choice([None, "Dobreyev", "Yelena"]), own_voice=False,
            entity=rng.choice([None, *(p.id for p in people)]),
            organisation=rng.choice([None, "Quiet Roads Group"]),
            protected=rng.random() < 0.2,
        )
        for i in range(40)
    ]  # fmt: skip
    copies = [copy("d2", "d1"), copy("d1", "d3", directed=False)]
    before = trace(statements, copies, *people)
    assert sorted(c for o in before for c in o.claims) == sorted(s.claim for s in statements)
    rng.shuffle(statements)
    assert trace(statements, copies[::-1], *people[::-1]) == before


def test_a_hundred_thousand_statements_stream() -> None:
    """Memory keeps a few words a claim, and nothing is compared with everything."""
    stream = (says(f"c{i:06}", f"d{i % 9}", own_voice=i % 2 == 0) for i in range(100_000))
    found = trace_origins(stream, [], {}, SOURCES)
    assert sum(len(o.claims) for o in found) == 100_000


def test_a_body_named_in_two_languages_is_one_origin() -> None:
    """The ministry of a Russian paper is the ministry of an English one, and never independent of itself."""
    english = entity("entity-7", "Ministry of Transport of Torsk", "d1", type="organisation")
    russian = entity("entity-8", "Министерство транспорта Торска", "d2", type="organisation")
    found = trace(
        [
            says("c1", "d1", english.name, organisation=english.name, entity="entity-7"),
            says("c2", "d2", russian.name, organisation=russian.name, entity="entity-8"),
        ],
        (),
        english, russian,
    )  # fmt: skip
    assert claims(found) == [{"c1", "c2"}]


def test_people_judged_them_two_bodies() -> None:
    """A person's "different" outweighs the table of words."""
    names = "Ministry of Transport", "Министерство транспорта"
    bodies = [entity(f"entity-{i}", n, f"d{i}", type="organisation") for i, n in enumerate(names, 1)]
    said = [says(f"c{i}", f"d{i}", n, organisation=n, entity=f"entity-{i}") for i, n in enumerate(names, 1)]
    entities = {e.id: e for e in bodies}
    assert len(trace_origins(said, [], entities, SOURCES)) == 1
    apart = {frozenset(n.lower() for n in names)}
    assert len(trace_origins(said, [], entities, SOURCES, apart)) == 2


def test_what_a_commander_said_as_a_soldier_tells_it_came_from_the_soldier() -> None:
    """He who passes the words on answers for them."""
    told = Speaker("Ruslan Dobreyev")
    found = trace(
        [
            says("c1", "d1", "Gleb Ostrov", told_by=told, told_entity="entity-1"),
            says("c2", "d2", "Ruslan Dobreyev", entity="entity-1"),
        ],
        (),
        EXPERT,
    )
    assert claims(found) == [{"c1", "c2"}]


def test_a_number_given_after_another_gave_it_is_no_confirmation() -> None:
    """A later body that gives the same count as its own is not called independent, and the reason is told."""
    other = entity("entity-5", "Marta Vilchyk", "d2", "d3")
    found = trace(
        [
            says("c1", "d1", "Dobreyev", entity="entity-1", figures=((57.0, "prisoner"),)),
            says("c2", "d2", "Vilchyk", entity="entity-5", figures=((57.0, "prisoner"),)),
        ],
        (),
        EXPERT, other,
    )  # fmt: skip
    assert [o.independent_of for o in found] == [(), ()]
    [later] = [o for o in found if o.name == "Marta Vilchyk"]
    assert any("57" in r and "is not shown" in r for r in later.reasons)


def test_two_aliases_of_two_papers_are_never_independent() -> None:
    """One man may stand behind both."""
    other = entity("entity-4", "Anton", "d2", protected=True)
    found = trace(
        [
            says("c1", "d1", "Yelena", entity="entity-3", protected=True),
            says("c2", "d2", "Anton", entity="entity-4", protected=True),
        ],
        (),
        ALIAS, other,
    )  # fmt: skip
    assert len(found) == 2
    assert all(o.independent_of == () for o in found)


def test_a_forward_speaks_for_the_channel_it_came_from() -> None:
    """The channel that passed it on is a carrier."""
    found = trace([says("c1", "d1", own_voice=True, voice="Torsk Wire"), says("c2", "d2", own_voice=True)])
    assert claims(found) == [{"c1", "c2"}]


def test_a_copy_that_names_nobody_says_what_its_original_said() -> None:
    """The same words in a copy, read without a speaker, are the original's speaker's."""
    same = {"words": "nine trucks burnt"}
    found = trace(
        [says("c1", "d1", "Dobreyev", entity="entity-1", **same), says("c2", "d2", **same)],
        [copy("d2", "d1")],
        EXPERT,
    )
    assert claims(found) == [{"c1", "c2"}]


def test_a_body_that_names_the_outlet_of_another_is_not_independent_of_it() -> None:
    """A report that names the paper in which a witness spoke may have it from there."""
    group = entity("entity-6", "Soldier Line", "d3", type="organisation")
    said = [
        says("c1", "d1", "Dobreyev", entity="entity-1"),
        says("c2", "d3", "Soldier Line", entity="entity-6"),
    ]
    entities = {e.id: e for e in (EXPERT, group)}
    uses = [NameUse("d3", "Yar Herald", "organisation")]
    assert all(o.independent_of for o in trace_origins(said, [], entities, SOURCES))
    assert not any(o.independent_of for o in trace_origins(said, [], entities, SOURCES, uses=uses))


def named(
    name: str, document: str, *, role: str | None = None, of: str | None = None, kind: str = "organisation"
) -> NameUse:
    return NameUse(document, name, kind, role=role, organisation=of)


def body(id: str, name: str, *uses: str) -> Entity:
    return entity(id, name, *uses, type="organisation")


COURT = body("entity-5", "Областной суд Вельмы", "d1")
OBSERVERS = body("entity-6", "Roads Observatory", "d1", "d2")
SERVICE = body("entity-7", "Emergency Service of Brodivka", "d1")
DEPOT = body("entity-8", "Brodivka Depot Directorate", "d1")
MINISTRY = body("entity-9", "Ministry of Defence", "d1", "d3")
VOICE: dict[str, Any] = {"own_voice": True}
MANY: dict[str, Any] = {"figures": ((1730.0, "paper"),)}


@pytest.mark.parametrize(
    ("statements", "entities", "uses", "copies"),
    [
        pytest.param(
            [
                says("c1", "d1", "Областной суд Вельмы", entity="entity-5"),
                says("c2", "d2", role="a letter of the regional court", words="seven men wait in Velma"),
            ],
            [COURT], [named("Областной суд Вельмы", "d1")], [], id="a court without its town, in that town",
        ),
        pytest.param(
            [
                says("c1", "d1", "Roads Observatory", entity="entity-6", **MANY),
                says("c2", "d2", words="the Roads Observatory keeps its count of 1,730", **VOICE, **MANY),
            ],
            [OBSERVERS], [], [], id="a count that an outlet recalls",
        ),
        pytest.param(
            [
                says("c1", "d1", "Border Guard of Uplund", entity="entity-a"),
                says("c2", "d2", "Аплунда", role="служба", spoken_as="Пограничная служба Аплунда"),
            ],
            [body("entity-a", "Border Guard of Uplund", "d1")], [], [], id="a land as two scripts hear it",
        ),
        pytest.param(
            [
                says("c1", "d1", "Brodivka Depot Directorate", entity="entity-8", **MANY),
                says("c2", "d2", "BDD", **MANY),
            ],
            [DEPOT, body("entity-b", "BDD", "d2")], [], [], id="first letters, and one number",
        ),
        pytest.param(
            [
                says("c1", "d1", "Emergency Service of Brodivka", entity="entity-7"),
                says("c2", "d2", "Служба", organisation="Служба"),
            ],
            [SERVICE, body("entity-c", "Служба", "d2")], [], [copy("d2", "d1")],
            id="a part of the name in a copy",
        ),
        pytest.param(
            [
                says("c1", "d1", "Ministry of Defence", entity="entity-9"),
                says("c2", "d3", **VOICE, voice="Press Office"),
            ],
            [MINISTRY], [named("Ministry of Defence", "d1"), named("Ministry of Defence", "d3")], [],
            id="a press office writes",
        ),
        pytest.param(
            [
                says("c1", "d1", figures=((9.0, "wagon"),), role="signalman", source_kind="anonymous"),
                says("c2", "d2", "Сигналист", figures=((9.0, "вагон"),), source_kind="anonymous"),
            ],
            [], [], [copy("d2", "d1")], id="one small number in a translation",
        ),
        pytest.param(
            [
                says("c1", "d1", "District Hospital of Torsk", entity="entity-f"),
                says("c2", "d2", "Торска", spoken_as="районной больнице Торска"),
            ],
            [body("entity-f", "District Hospital of Torsk", "d1")], [], [], id="a body read as its town",
        ),
        pytest.param(
            [
                says("c1", "d1", "Roads Observatory", entity="entity-6"),
                says("c2", "d2", spoken_as="it", words="Roads Observatory has seen four trucks"),
            ],
            [OBSERVERS], [], [], id="it, the body that the words begin with",
        ),
        pytest.param(
            [
                says("c1", "d2", role="our editor", spoken_as="our editor"),
                says("c2", "d2", spoken_as="we"),
            ],
            [], [], [], id="our editor",
        ),
        pytest.param(
            [
                says("c1", "d1", "Ruslan Dobreyev", entity="entity-1"),
                says("c2", "d2", "Ruslan Dobreyev of Quiet Roads Group", entity="entity-d"),
            ],
            [EXPERT, TEAM, body("entity-d", "Ruslan Dobreyev of Quiet Roads Group", "d2")],
            [], [], id="a person and his body read as one name",
        ),
    ],
)  # fmt: skip
def test_one_origin_under_two_names(
    statements: list[Statement], entities: list[Entity], uses: list[NameUse], copies: list[Copy]
) -> None:
    """What texts call one body in part, in another script, by letters, or recall of it, is one origin."""
    found = trace_origins(statements, copies, {e.id: e for e in entities}, SOURCES, uses=uses)
    assert claims(found) == [{"c1", "c2"}]


@pytest.mark.parametrize(
    ("statements", "entities"),
    [
        pytest.param(
            [
                says("c1", "d1", "Областной суд Вельмы", entity="entity-5"),
                says("c2", "d2", role="a letter of the regional court", words="seven men wait in Torsk"),
            ],
            [COURT], id="another town",
        ),
        pytest.param(
            [
                says("c1", "d1", "Roads Observatory", entity="entity-6", figures=((1640.0, "paper"),)),
                says("c2", "d2", words="the Roads Observatory is silent on 1,730", **VOICE, **MANY),
            ],
            [OBSERVERS], id="a number that it never gave",
        ),
        pytest.param(
            [
                says("c1", "d2", "Roads Observatory", entity="entity-6", **MANY),
                says("c2", "d1", words="the Roads Observatory saw our 1,730", **VOICE, **MANY),
            ],
            [OBSERVERS], id="a number that it gave later",
        ),
        pytest.param(
            [
                says("c1", "d1", "Brodivka Depot Directorate", entity="entity-8"),
                says("c2", "d2", role="a source in the Brodivka Depot Directorate"),
            ],
            [DEPOT], id="a source in a body",
        ),
        pytest.param(
            [
                says("c1", "d1", "Supply Directorate of the Sorvian Ministry of Health", entity="entity-g"),
                says("c2", "d2", "Sorvian Ministry of Health", entity="entity-h"),
            ],
            [
                body("entity-g", "Supply Directorate of the Sorvian Ministry of Health", "d1"),
                body("entity-h", "Sorvian Ministry of Health", "d2"),
            ],
            id="a ministry and its directorate",
        ),
        pytest.param(
            [
                says("c1", "d1", "Управление связи Министерства обороны Сорвии", entity="entity-g"),
                says("c2", "d2", "Sorvian Defence Ministry", entity="entity-h"),
            ],
            [
                body("entity-g", "Управление связи Министерства обороны Сорвии", "d1"),
                body("entity-h", "Sorvian Defence Ministry", "d2"),
            ],
            id="a ministry and its directorate in another language",
        ),
        pytest.param(
            [says("c1", "d1", "Brodivka Depot Directorate", entity="entity-8"), says("c2", "d2", "BDD")],
            [DEPOT, body("entity-b", "BDD", "d2")], id="first letters and nothing else",
        ),
    ],
)  # fmt: skip
def test_two_origins_that_only_look_alike(statements: list[Statement], entities: list[Entity]) -> None:
    """A likeness of names alone joins nothing."""
    uses = [named(e.name, use) for e in entities for use, _ in e.uses]
    found = trace_origins(statements, (), {e.id: e for e in entities}, SOURCES, uses=uses)
    assert claims(found) == [{"c1"}, {"c2"}]


@pytest.mark.parametrize(
    ("called", "places", "one"),
    [
        ("district administration", {"Torsk": 2, "Olmet": 1}, True),
        ("районная администрация", {"Торск": 1}, True),
        ("district administration", {"Torsk": 1, "Olmet": 2}, False),
        ("district administration", {}, False), ("administration", {"Torsk": 1}, False),
        ("district court", {"Torsk": 1}, False),
    ],
)  # fmt: skip
def test_a_body_without_its_town_is_of_the_town_that_the_text_names_most(
    called: str, places: dict[str, int], one: bool
) -> None:
    """ "The district administration" in a text about Torsk, where only that of Torsk is named anywhere."""
    full = "Torsk District Administration"
    entities = {e.id: e for e in (body("e1", full, "d1"), body("e2", called, "d2"))}
    uses = [
        named(full, "d1"), named(called, "d2"),
        *(NameUse("d2", p, "place", places=tuple((n, n + 5) for n in range(k))) for p, k in places.items()),
    ]  # fmt: skip
    said = [says("c1", "d1", full, entity="e1"), says("c2", "d2", called, entity="e2", organisation=called)]
    found = trace_origins(said, [], entities, SOURCES, uses=uses)
    assert (claims(found) == [{"c1", "c2"}]) is one


@pytest.mark.parametrize("called", ["Ministry of Defence", "General Staff"])
def test_a_body_of_a_state_is_of_no_town(called: str) -> None:
    """A text that names a land of two at war may speak of the ministry of the other."""
    full = f"{called} of Sorvia"
    entities = {e.id: e for e in (body("e1", full, "d1"), body("e2", called, "d2"))}
    uses = [named(full, "d1"), named(called, "d2"), NameUse("d2", "Sorvia", "place", places=((1, 2),))]
    said = [says("c1", "d1", full, entity="e1"), says("c2", "d2", called, entity="e2", organisation=called)]
    whose = Whose(entities, SOURCES, uses=uses)
    assert whose.key(said[1], "d2", False) != whose.key(said[0], "d1", False)


def test_a_part_of_a_body_is_told_of_its_house_and_confirms_nothing() -> None:
    """The branch is no member that speaks for the whole, and no second source either."""
    branch, whole = "Olmet Office of the Torsk Relief Foundation", "Torsk Relief Foundation"
    entities = {e.id: e for e in (body("e1", branch, "d1"), body("e2", whole, "d2"))}
    said = [says("c1", "d1", branch, entity="e1"), says("c2", "d2", whole, entity="e2")]
    uses = [named(branch, "d1"), named(whole, "d2")]
    found = trace_all(said, [], entities, SOURCES, uses=uses)
    assert claims(found.origins) == [{"c1"}, {"c2"}]
    assert not any(o.independent_of for o in found.origins)
    assert any("of one house" in reason for reason in standing(*found.facts).reasons)


def test_judgements_of_origins_that_contradict_each_other_join_nothing() -> None:
    """a = b, b = c, a is not c: three origins, and it is said; without the last they are one."""
    said = [says(f"c{n}", f"d{n}", f"Vera Kol{n}", entity=f"e{n}", start=0, stop=9) for n in (1, 2, 3)]
    people = {f"e{n}": entity(f"e{n}", f"Vera Kol{n}", f"d{n}") for n in (1, 2, 3)}
    a, b, c = ((f"d{n}", 0, 9) for n in (1, 2, 3))
    decided = Decided(together=((a, b), (b, c)), parted=((a, c),))
    found = trace_all(said, (), people, SOURCES, decided=decided)
    assert claims(found.origins) == [{"c1"}, {"c2"}, {"c3"}]
    assert any("one origin and two at once" in told for told in found.conflicts)
    gone = Decided(together=((a, b), (b, c), (a, ("no such document", 0, 9))))
    assert claims(trace_all(said, (), people, SOURCES, decided=gone).origins) == [{"c1", "c2", "c3"}]


def test_an_estimate_is_not_what_somebody_counted_himself() -> None:
    """A monitor's and a surgeon's words in the same two papers: two sources where both counted, and not
    shown where the monitor estimates, since an estimate may rest on what others told."""

    def told(*, estimated: bool) -> set[str]:
        monitor = {"organisation": "Dune Monitor", "role": "head", "basis": "own-caseload"}
        surgeon = {"organisation": "Marrow Hospital", "role": "surgeon", "basis": "own-caseload"}
        origins = trace(
            [
                says("c1", "d1", "Ada Brook", entity="e1", estimated=estimated, **monitor),
                says("c2", "d2", "Ada Brook", entity="e1", estimated=estimated, **monitor),
                says("c3", "d1", "Ivo Ruta", entity="e2", **surgeon),
                says("c4", "d2", "Ivo Ruta", entity="e2", **surgeon),
            ],
            (),
            entity("e1", "Ada Brook", "c1", "c2"),
            entity("e2", "Ivo Ruta", "c3", "c4"),
        )
        names = {o.id: o.name for o in origins}
        return {names[other] for o in origins for other in o.independent_of}

    assert told(estimated=False) == {"Ada Brook", "Ivo Ruta"}
    assert told(estimated=True) == set()
