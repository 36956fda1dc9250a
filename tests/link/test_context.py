"""One full name in two documents: what is said beside it joins or parts. Every name is invented."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.link import group_names, suggest_names
from muster.link.context import context_of, weigh
from muster.link.nodes import Nodes, node_id
from muster.model.links import Anchor, Judgement, Link, NameUse
from muster.text.names.commonness import FEW, MANY, SOME, commonness


def use(document: str, name: str, **more: object) -> NameUse:
    return NameUse(document, name, "person", sha256=f"sha-{document}", **more)  # type: ignore[arg-type]


def judged(a: Anchor, b: Anchor, verdict: str, at: str = "2022-06-01") -> Judgement:
    return Judgement(f"j-{a}-{b}-{verdict}-{at}", (a, b), "same-name", verdict, "M.", at)


def groups(uses: list[NameUse], *judgements: Judgement) -> list[set[str]]:
    found = group_names(uses, suggest_names(uses, judgements), judgements)
    return sorted(({d for d, _ in e.uses} for e in found.entities), key=sorted)


def between(links: list[Link], uses: list[NameUse], a: str, b: str) -> Link:
    nodes = Nodes(uses, [])
    ids = {d: node_id(n) for n, found in nodes.members.items() for d in {u.document for u in found}}
    return next(link for link in links if {link.left, link.right} == {ids[a], ids[b]})


def test_a_rare_name_is_one_person_where_nothing_speaks_against() -> None:
    """Without a word about them, or with roles that agree, two documents' Zakhar Ovcharenko is one."""
    assert groups([use("a", "Zakhar Ovcharenko"), use("b", "Zakhar Ovcharenko")]) == [{"a", "b"}]
    uses = [use("a", "Zakhar Ovcharenko", role="lawyer"), use("b", "Захар Овчаренко", role="адвокат")]
    assert groups(uses) == [{"a", "b"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"role": "lawyer"}, {"role": "commander of the 571st Motor Rifle Brigade"}),
        ({"role": "командир 571-й бригады"}, {"role": "командир 572-й бригады"}),
        ({"role": "лікар"}, {"role": "журналіст"}),
    ],
)
def test_what_excludes_the_other_is_a_question_not_a_join(
    one: dict[str, object], other: dict[str, object]
) -> None:
    """Two callings, or two units, of one full name: suggested below "same", with the reason, never joined."""
    for name in ("Zakhar Ovcharenko", "Олег Сорокин"):
        uses = [use("a", name, **one), use("b", name, **other)]
        assert groups(uses) == [{"a"}, {"b"}]
        link = between(suggest_names(uses), uses, "a", "b")
        assert link.score < 0.8
        assert any("one document says" in reason for reason in link.reasons)


def test_the_same_holds_for_two_spellings() -> None:
    """A lawyer Zakhar Ovcharenko and a soldier Захар Овчаренко are shown, not joined."""
    uses = [use("a", "Zakhar Ovcharenko", role="lawyer"), use("b", "Захар Овчаренко", role="рядовой")]
    assert groups(uses) == [{"a"}, {"b"}]
    assert between(suggest_names(uses), uses, "a", "b").score < 0.8


def test_a_silent_document_between_two_people_is_nobodys() -> None:
    """Where the others part, a document that says nothing is joined with neither."""
    uses = [
        use("a", "Zakhar Ovcharenko", role="lawyer"),
        use("b", "Zakhar Ovcharenko"),
        use("c", "Zakhar Ovcharenko", role="sergeant"),
    ]
    assert groups(uses) == [{"a"}, {"b"}, {"c"}]


def test_a_common_name_needs_less_to_part() -> None:
    """Of a common name, two bodies are two people until somebody says otherwise; of a rare one, they are
    not."""
    for name, parts in (("Сергей Иванов", 2), ("Захар Овчаренко", 1)):
        uses = [use("a", name, organisation="Комитет помощи"), use("b", name, organisation="Завод котлов")]
        assert len(groups(uses)) == parts


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("Сергей Иванов", MANY), ("Sergey Ivanov", MANY), ("С. Иванов", MANY), ("Остап Иванов", SOME),
        ("О. Дериземля", SOME),
        ("Остап Дериземля", FEW), ("Сергей Петрович Иванов", SOME), ("Ольга Иванова", MANY),
    ],
)  # fmt: skip
def test_how_many_may_have_a_name(name: str, many: int) -> None:
    """By surname and given name; an initial fits more, a patronymic fewer."""
    assert commonness(name) == many


def test_two_identical_names_can_be_judged_apart() -> None:
    """A judgement on two mentions parts one name in two documents; the rest goes with neither."""
    uses = [use(d, "Zakhar Ovcharenko", places=((5, 22),)) for d in "abc"]
    apart = judged(
        Anchor("sha-a", 5, 22, "Zakhara Ovcharenka"), Anchor("sha-b", 5, 22, "Ovcharenko"), "different"
    )
    assert groups(uses) == [{"a", "b", "c"}]
    assert groups(uses, apart) == [{"a"}, {"b"}, {"c"}]
    found = group_names(uses, suggest_names(uses, [apart]), [apart])
    assert any("a person judged them different" in c for c in found.conflicts)


def test_a_persons_same_outweighs_callings() -> None:
    """A lawyer who was a sergeant: a person's word joins what the machine kept apart."""
    uses = [use("a", "Zakhar Ovcharenko", role="lawyer"), use("b", "Zakhar Ovcharenko", role="sergeant")]
    one, other = Anchor("sha-a", words="Zakhar Ovcharenko"), Anchor("sha-b", words="Zakhar Ovcharenko")
    assert groups(uses, judged(one, other, "same")) == [{"a", "b"}]
    later = judged(other, one, "different", at="2022-07-01")
    assert groups(uses, judged(one, other, "same"), later) == [{"a"}, {"b"}]


def test_a_negative_is_never_suggested_again() -> None:
    """What a person judged different is no link, in either order and any case of letters."""
    uses = [use("a", "Zakhar Ovcharenko"), use("b", "Захар Овчаренко")]
    no = judged(Anchor("", words="Захар ОВЧАРЕНКО"), Anchor("", words="zakhar ovcharenko"), "different")
    assert suggest_names(uses)
    assert suggest_names(uses, [no]) == []


def test_a_judgement_about_what_is_gone_is_kept_and_said() -> None:
    """It joins nothing, breaks nothing, and is told."""
    uses = [use("a", "Zakhar Ovcharenko")]
    gone = judged(Anchor("", words="Zakhar Ovcharenko"), Anchor("", words="Oda Kromova"), "same")
    found = group_names(uses, [], [gone])
    assert len(found.entities) == 1
    assert any("kept, but not applied" in c and "Oda Kromova" in c for c in found.conflicts)


def test_a_lone_surname_elsewhere_is_only_suggested() -> None:
    """Never joined, always with a reason; not where it is a given name, an alias, or has someone at home."""
    uses = [use("a", "Zakhar Ovcharenko"), use("b", "Овчаренка")]
    (link,) = suggest_names(uses)
    assert link.score < 0.7
    assert "surname" in link.reasons[0]
    assert groups(uses) == [{"a"}, {"b"}]
    for other in (
        use("b", "Zakhar"), use("b", "Ovcharenko", protected=True), use("a", "Ovcharenko"), use("b", "О.")
    ):  # fmt: skip
        assert suggest_names([uses[0], other]) == []


@pytest.mark.parametrize("name", ["A", "а", "Ъ", "Я. Я.", "A B", "Ю Ю", "I. I. I."])
def test_names_of_one_letter_join_nobody(name: str) -> None:
    """Letters are no name: in two documents they stay two, beside any full name too."""
    uses = [use("a", name), use("b", name), use("c", "Анна Борисова"), use("d", "Юлия Юрьева")]
    found = group_names(uses, suggest_names(uses), [])
    assert all(len({d for d, _ in e.uses}) == 1 or {n for _, n in e.uses} == {name} for e in found.entities)


def test_a_name_of_a_thousand_contexts_ends_in_time() -> None:
    """A thousand bodies beside one full name, and a thousand lone surnames beside it: minutes would be a
    fault."""
    rng = random.Random(4)
    names = ["".join(rng.choices("абвгдежзиклмнопрст", k=6)).title() for _ in range(1_000)]
    uses = [use(f"e{i}", "Захар Овчаренко", organisation=f"Завод {name}") for i, name in enumerate(names)]
    uses += [use(f"f{i}", "Овчаренко") for i in range(1_000)]
    started = time.process_time()
    found = group_names(uses, suggest_names(uses), [])
    assert sum(len(e.uses) for e in found.entities) == len(uses)
    assert time.process_time() - started < 30


ROLES = st.sampled_from(
    [None, "lawyer", "сержант", "командир 571-й бригады", "commander of the 572nd Brigade"]
)
USES = st.lists(
    st.builds(
        NameUse, document=st.sampled_from("abcdef"), name=st.sampled_from(["Zakhar Ovcharenko",
        "Захар Овчаренко", "Овчаренко"]),
        kind=st.just("person"), role=ROLES, organisation=st.sampled_from([None, "Агора", "Завод котлов"]),
        published=st.sampled_from([None, "1999", "2022-05-01"]),
    ),
    max_size=9,
)  # fmt: skip


@settings(max_examples=40)
@given(USES, st.randoms(use_true_random=False))
def test_contexts_keep_every_use_once_whatever_the_order(uses: list[NameUse], shuffle: random.Random) -> None:
    """Nothing vanishes, the order of input changes nothing, weighing is symmetric."""
    uses = list({(u.document, u.name): u for u in uses}.values())
    found = group_names(uses, suggest_names(uses), [])
    assert sorted(u for e in found.entities for u in e.uses) == sorted((u.document, u.name) for u in uses)
    again = list(uses)
    shuffle.shuffle(again)
    assert group_names(again, suggest_names(again), []) == found
    for a in uses:
        for b in uses:
            assert weigh("x y", context_of([a]), context_of([b])) == weigh(
                "x y", context_of([b]), context_of([a])
            )
