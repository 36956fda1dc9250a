"""How few of a population fit what is told: laws, against counting by hand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from muster.stats.anonymity import fit

COLUMNS = ("place", "job", "age")
values = st.sampled_from(["a", "b", "c"])
rows = st.lists(
    st.tuples(st.fixed_dictionaries(dict.fromkeys(COLUMNS, values)), st.integers(0, 30)),
    min_size=1,
    max_size=12,
)
told = st.dictionaries(st.sampled_from(COLUMNS), st.frozensets(values, max_size=3), max_size=3)


@settings(max_examples=150)
@given(rows, st.fixed_dictionaries({}, optional=dict.fromkeys(COLUMNS, values)))
def test_one_value_each_is_counting(population: list, one: dict[str, str]) -> None:
    """Where each column has one value and somebody fits it all, k is the number of those who do."""
    by_hand = sum(n for values, n in population if all(values[c] == v for c, v in one.items()))
    found = fit(population, {c: frozenset({v}) for c, v in one.items()})
    if by_hand:
        assert found.k == by_hand
        assert found.whole
    elif sum(n for _, n in population):
        assert found.whole is not bool(one)


@settings(max_examples=150)
@given(rows, told, told)
def test_telling_more_never_makes_the_group_larger(population: list, first: dict, more: dict) -> None:
    """k falls or stays, and what was uncertain stays uncertain."""
    both = {c: first.get(c, frozenset()) | more.get(c, frozenset()) for c in COLUMNS}
    before, after = fit(population, first), fit(population, both)
    assert after.k <= before.k
    assert before.whole or not after.whole


@settings(max_examples=100)
@given(rows, values)
def test_diversity_is_counting(population: list, place: str) -> None:
    """With one column told, the sensitive values of those who fit are counted, each once."""
    here = {values["job"] for values, n in population if n and values["place"] == place}
    found = fit(population, {"place": frozenset({place})}, ["job"])
    if here:
        assert found.diversity == len(here)


def test_what_is_told_already_is_not_learnt() -> None:
    """Where the sensitive value itself is told, nothing is left to learn."""
    population = [({"place": "a", "job": "b", "age": "c"}, 20)]
    assert fit(population, {"job": frozenset({"b"})}, ["job"]).diversity is None
