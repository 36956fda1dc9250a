"""Names to entities: what is suggested, what is joined, what is refused. Every name is invented."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.link import group_names, suggest_names
from muster.link.people import name_id
from muster.model.links import Anchor, Entity, Judgement, NameUse


def use(document: str, name: str, kind: str = "person", **more: object) -> NameUse:
    return NameUse(document, name, kind, **more)  # type: ignore[arg-type]


def judged(a: str, b: str, verdict: str, at: str = "2022-06-01") -> Judgement:
    return Judgement(
        f"j-{a}-{b}-{at}", (Anchor("", words=a), Anchor("", words=b)), "same-name", verdict, "M.", at
    )


def groups(uses: list[NameUse], *judgements: Judgement) -> list[set[tuple[str, str]]]:
    found = group_names(uses, suggest_names(uses), judgements)
    return sorted((set(e.uses) for e in found.entities), key=sorted)


def together(uses: list[NameUse], *judgements: Judgement) -> bool:
    return len(groups(uses, *judgements)) == 1


def test_two_spellings_are_suggested_with_reasons() -> None:
    """A link names both names by id and says why, word by word."""
    (link,) = suggest_names([use("a", "Ruslan Dobreyev"), use("b", "Руслан Добреев")])
    assert {link.left, link.right} == {
        name_id("person", "Ruslan Dobreyev"),
        name_id("person", "Руслан Добреев"),
    }
    assert link.kind == "same-name"
    assert len(link.reasons) == 2


@pytest.mark.parametrize(
    "names",
    [
        ["Ruslan Dobreyev", "Руслан Добреев", "Р. Добреев"],
        ["Sergei Kromov", "Сергія Кромова"],
        ["Coalition of Widows of Torsk", "Coalition of  widows of Torsk"],
    ],
)
def test_spellings_of_one_are_one(names: list[str]) -> None:
    """Across documents, scripts and cases."""
    kind = "organisation" if "Coalition" in names[0] else "person"
    assert together([use(f"d{i}", name, kind) for i, name in enumerate(names)])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (use("a", "Sergey"), use("b", "Sergei Kromov")),
        (use("a", "Sergey"), use("b", "Sergey")),
        (use("a", "Dobreyev"), use("b", "Ruslan Dobreyev")),
        (use("a", "Sergey"), use("a", "Sergei Kromov")),
        (use("a", "Ruslan Dobreyev", protected=True), use("b", "Ruslan Dobreyev")),
        (use("a", "Yelena", protected=True), use("b", "Yelena", protected=True)),
        (use("a", "Sergey", protected=True), use("a", "Sergey Kromov")),
        (use("a", "local residents", "group"), use("b", "local residents", "group")),
        (use("a", "Torsk", "place"), use("a", "Torsk", "organisation")),
        (use("a", "Игорь Андреевич Кромов"), use("b", "Игорь Романович Кромов")),
    ],
)
def test_what_stays_apart(a: NameUse, b: NameUse) -> None:
    """A bare name across documents, an alias, another kind, another patronymic."""
    assert not together([a, b])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (use("a", "Dobreyev"), use("a", "Ruslan Dobreyev")),
        (use("a", "Добреева"), use("a", "Руслан Добреев")),
        (use("a", "Sergei"), use("a", "Sergei Kromov")),
        (use("a", "CWT", "organisation"), use("a", "Coalition Widows Torsk", "organisation")),
        (use("a", "Торск", "place"), use("b", "Torsk", "place")),
    ],
)
def test_what_a_document_introduces_is_one(a: NameUse, b: NameUse) -> None:
    """A bare name belongs to the full name of its own document, an acronym to the name it stands for."""
    assert together([a, b])


def test_an_alias_of_one_document_is_joined_in_no_other() -> None:
    """Where "Ihnat" hides somebody in one document, another's "Ihnat" is not its Ihnat Kromov."""
    uses = [use("a", "Игнат", protected=True), use("b", "Ignat"), use("b", "Ignat Kromov")]
    assert len(groups(uses)) == 3


def test_a_surname_of_two_people_belongs_to_neither() -> None:
    """Where two full names fit, the bare surname stays alone."""
    uses = [use("a", "Kromov"), use("a", "Sergei Kromov"), use("a", "Pavel Kromov")]
    assert len(groups(uses)) == 3


def test_a_name_that_leads_two_people_together_is_joined_with_neither() -> None:
    """The name without a patronymic fits both; nobody knows which, so nothing is joined, and it is said."""
    uses = [use("a", "Игорь Андреевич Кромов"), use("b", "Игорь Кромов"), use("c", "Игорь Романович Кромов")]
    found = group_names(uses, suggest_names(uses), [])
    assert len(found.entities) == 3
    assert len(found.conflicts) == 1
    assert "patronymics" in found.conflicts[0]


def test_a_persons_different_parts_what_the_machine_joined() -> None:
    """a = b and b = c by the machine, a ≠ c by a person: none is joined."""
    uses = [use("a", "Ruslan Dobreyev"), use("b", "Руслан Добреев"), use("c", "Ruslan Dobreev")]
    assert together(uses)
    found = group_names(uses, suggest_names(uses), [judged("Ruslan Dobreyev", "Ruslan Dobreev", "different")])
    assert {e.name for e in found.entities} >= {"Ruslan Dobreyev", "Ruslan Dobreev"}
    by_name = {n: e.id for e in found.entities for _, n in e.uses}
    assert by_name["Ruslan Dobreyev"] != by_name["Ruslan Dobreev"]
    assert any("a person judged them different" in c for c in found.conflicts)


def test_a_persons_same_joins_what_the_machine_did_not() -> None:
    """A judgement joins; the last one on a pair holds."""
    uses = [use("a", "Vira Kromova"), use("b", "Vira Dobreyeva")]
    assert not together(uses)
    assert together(uses, judged("Vira Kromova", "Vira Dobreyeva", "same"))
    later = judged("Vira Dobreyeva", "Vira Kromova", "different", at="2022-07-01")
    assert not together(uses, judged("Vira Kromova", "Vira Dobreyeva", "same"), later)


def test_contradicting_judgements_join_nothing() -> None:
    """Where people contradict each other, none of the chain is joined, and it is said."""
    uses = [use("a", "Ada Brodska"), use("b", "Ida Pryhoda"), use("c", "Oda Kromova")]
    found = group_names(
        uses,
        [],
        [
            judged("Ada Brodska", "Ida Pryhoda", "same"),
            judged("Ida Pryhoda", "Oda Kromova", "same"),
            judged("Ada Brodska", "Oda Kromova", "different"),
        ],
    )
    assert len(found.entities) == 3
    assert len(found.conflicts) == 1


def test_an_alias_is_never_joined_even_by_a_judgement() -> None:
    """A protected name is joined with nothing outside its document."""
    uses = [use("a", "Yelena", protected=True), use("b", "Olena Pryhoda")]
    assert not together(uses, judged("Yelena", "Olena Pryhoda", "same"))


NAMES = [
    "Ruslan Dobreyev",
    "Руслан Добреев",
    "Р. Добреев",
    "Dobreyev",
    "Sergei Kromov",
    "Сергей Кромов",
    "Sergey",
    "",
]
USES = st.lists(
    st.builds(
        NameUse, document=st.sampled_from("abc"), name=st.sampled_from(NAMES),
        kind=st.sampled_from(("person", "organisation")), protected=st.booleans(),
    ),
    max_size=10,
)  # fmt: skip


@settings(max_examples=80)
@given(USES, st.randoms(use_true_random=False))
def test_every_use_is_in_one_entity_whatever_the_order(uses: list[NameUse], shuffle: random.Random) -> None:
    """Nothing vanishes or is in two, the order of input changes nothing, an alias stays in its document."""
    found = group_names(uses, suggest_names(uses), [])
    placed = [(e.type, *u) for e in found.entities for u in e.uses]
    assert set(placed) == {(u.kind, u.document, u.name) for u in uses}
    assert all(len({d for d, _ in e.uses}) == 1 for e in found.entities if e.protected)
    again = list(uses)
    shuffle.shuffle(again)
    assert group_names(again, suggest_names(again), []) == found


def test_an_unrelated_document_changes_nothing() -> None:
    """Entities of the other documents stay as they were, ids too."""
    uses = [use("a", "Ruslan Dobreyev"), use("b", "Руслан Добреев"), use("b", "Добреев")]
    before = group_names(uses, suggest_names(uses), []).entities
    more = [*uses, use("z", "Zakhar Ovcharenko"), use("z", "Zakhar")]
    after = group_names(more, suggest_names(more), []).entities
    assert set(before) <= set(after)


def test_many_people_of_one_surname_end_in_time() -> None:
    """Three thousand people of one surname are grouped without comparing all with all."""
    rng = random.Random(4)
    given_names = ["".join(rng.choices("абвгдежзиклмнопрст", k=6)).title() for _ in range(3_000)]
    uses = [use(f"d{i}", f"{name} Кромов") for i, name in enumerate(given_names)]
    started = time.process_time()
    found = group_names(uses, suggest_names(uses), [])
    assert sum(len(e.uses) for e in found.entities) == len(uses)
    assert time.process_time() - started < 60


def entity_of(entities: tuple[Entity, ...], document: str, name: str) -> Entity:
    return next(e for e in entities if (document, name) in e.uses)


@pytest.mark.shared
def test_the_expert_of_both_seeds_is_one_and_the_two_given_names_are_two(shared: Path) -> None:
    """In the real texts one expert is spelt in two ways, and a protected given name resembles an expert's."""
    bodies = [p.read_text(encoding="utf-8") for p in sorted((shared / "seeds").glob("*.txt"))]
    names = [("0", "Ruslan Leviyev"), ("1", "Ruslan Leviev"), ("1", "Sergei Krivenko")]
    assert all(name in bodies[int(d)] for d, name in names)
    uses = [use(d, n) for d, n in names]
    uses += [use("0", "Leviyev"), use("1", "Leviev"), use("1", "Sergey", protected=True)]
    entities = group_names(uses, suggest_names(uses), []).entities
    assert entity_of(entities, "0", "Leviyev") == entity_of(entities, "1", "Leviev")
    assert entity_of(entities, "1", "Sergey").uses == (("1", "Sergey"),)
    assert entity_of(entities, "1", "Sergey").protected
