"""Which names of a list are compared at all. Every name is invented."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.costs import growth, seconds

from muster.link import suggest_names
from muster.link.name_index import candidates
from muster.model.links import NameUse

SYLLABLES = ("ба", "ве", "го", "ду", "жи", "ка", "ле", "мо", "ну", "ри", "со", "ту", "хе", "цы", "ша")


def invented(size: int, seed: int, ends: tuple[str, ...] = ("ров", "лин", "нко")) -> list[str]:
    """So many distinct words of syllables."""
    rng = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(rng.choices(SYLLABLES, k=3)).title() + rng.choice(ends)] = None
    return list(found)


ONE = (
    ("Руслан Добреев", "DOBREYEV Rouslan"),
    ("Русланом Добреевым", "Ruslan Dobreyev"),
    ("Р. Добреев", "Ruslan Dobreyev"),
    ("М. Добреєв", "Николай Добреев"),
    ("Паша Добреев", "Pavel Dobreyev"),
    ("Игорь Андреевич Кромов", "Ihor Kromov"),
    ("Руслан Добреев-Кромов", "Ruslan Kromov"),
    ("Руслан Доберев", "Ruslan Dobreyev"),
    ("Руслан Добреве", "Ruslan Dobreyev"),
    ("Руслан Добрев", "Ruslan Dobrenev"),
    ("Рулсан Добреев", "Ruslan Dobreyev"),
    ("Izumi Torskaya", "Идзуми Торская"),
    ("Артём Торскитский", "Artem Torskitsky"),
    ("Ю. Добреев", "Юлиан Добреев"),
    ("Валентина Добреева", "Валентин Добреев"),
    ("Jenny Dobreyev", "Дженни Добреева"),
)
TWO = (
    ("Игорь Андреевич Кромов", "Игорь Романович Кромов"),
    ("Игорь Кромов", "Pavel Kromov"),
    ("Руслан Добреев", "Ruslan Chernyak"),
)


@pytest.fixture(scope="module")
def met() -> set[frozenset[str]]:
    """Pairs of names that are compared, of all that stand above and seven thousand more."""
    givens = ("Руслан", "Sergei", "Олег", "Pavlo", "Ada", "Игорь")
    names = [f"{givens[n % 6]} {word}" for n, word in enumerate(invented(7_000, 3))]
    names += sorted({name for pair in (*ONE, *TWO) for name in pair})
    return {frozenset((names[a], names[b])) for a, b in candidates(names)}


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_name_is_found_among_seven_thousand(met: set[frozenset[str]], a: str, b: str) -> None:
    """Spellings, cases, initials, short forms, patronymics, second surnames and slips of the pen meet, also
    where one common key is not enough."""
    assert frozenset((a, b)) in met


@pytest.mark.parametrize(("a", "b"), TWO)
def test_what_the_comparison_refuses_is_no_pair(met: set[frozenset[str]], a: str, b: str) -> None:
    """Two fathers, two given names, two surnames."""
    assert frozenset((a, b)) not in met


def test_ten_thousand_people_of_one_surname_stay_linear() -> None:
    """Each meets its nearest, not all the others: four times the people cost at most about four times as
    much, and nobody has more than a hundred to be compared with."""

    def cost(size: int) -> float:
        names = [f"{given} Кромов" for given in invented(size, size, ends=("",))]
        pairs: list[tuple[int, int]] = []
        spent = seconds(lambda: pairs.extend(candidates(names)))
        assert len(pairs) < 50 * size
        return spent

    assert growth(cost, 700, 2_800, most=8) <= 8
    names = [f"{one} Кромов" for one in invented(10_000, 2)]
    assert sum(1 for _ in candidates(names)) < 50 * len(names)


def test_names_of_one_letter_meet_nobody_and_suggest_nobody() -> None:
    """A letter, a sign or nothing is no name that anybody could be found by."""
    names = ["", " ", "А", "A", "а.", "’", "ь", "1", "Р. Д.", "X Y", "я", "Руслан Добреев"]
    assert set(candidates(names)) == set()
    assert suggest_names([NameUse(f"d{n}", name, "person") for n, name in enumerate(names)]) == []


def test_one_name_in_a_thousand_writings_stays_small() -> None:
    """Names that differ in nothing that is heard still have a bounded number of pairs."""
    names = [f"Руслан {'ь' * (n % 40)}Добреев{'ъ' * (n // 40)}" for n in range(1_000)]
    assert sum(1 for _ in candidates(names)) < 400 * len(names)


NAMES = st.lists(
    st.text(alphabet="АБВгдеийоруьяABdeghijkorsuyz .-'’", max_size=24), max_size=30, unique=True
)  # fmt: skip


@settings(max_examples=60)
@given(NAMES)
def test_pairs_are_places_each_once_in_order(names: list[str]) -> None:
    """Whatever the list: two different places, the lower first, sorted, none twice, and the same again."""
    found = list(candidates(names))
    assert found == sorted(set(found)) == list(candidates(names))
    assert all(0 <= a < b < len(names) for a, b in found)
