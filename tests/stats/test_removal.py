"""The smallest removal is what trying every subset finds."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from muster.stats.removal import smallest_removal

# Ledgers of floors: origin → values; the headline is the n-th highest origin, or the best pair of parts.
ledgers = st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 5), min_size=1)


def brute(elements: list[str], changed) -> tuple[str, ...] | None:  # type: ignore[no-untyped-def]
    for size in range(1, len(elements) + 1):
        hits = [c for c in combinations(sorted(elements), size) if changed(frozenset(c))]
        if hits:
            return min(hits)
    return None


@given(ledgers, st.integers(1, 3))
def test_it_is_what_brute_force_finds(floors: dict[str, int], need: int) -> None:
    """For the n-th highest floor of up to seven origins, the set is as small, and the first of its size."""

    def headline(gone: frozenset[str]) -> int | None:
        left = sorted((v for o, v in floors.items() if o not in gone), reverse=True)
        return left[need - 1] if len(left) >= need else None

    base = headline(frozenset())

    def changed(gone: frozenset[str]) -> bool:
        return headline(gone) != base

    def support(gone: frozenset[str]) -> list[str]:
        return [o for o, v in floors.items() if o not in gone and base is not None and v >= base]

    found = smallest_removal(floors, changed, support, most=7)
    assert found.complete
    assert found.removed == (brute(list(floors), changed) if base is not None else None)


def test_it_gives_up_in_the_open() -> None:
    """Where the budget ends first, nothing is claimed: no set, and the size up to which all were tried."""
    names = [f"o{i}" for i in range(30)]
    found = smallest_removal(names, lambda gone: len(gone) > 5, lambda gone: names, budget=100)
    assert found.removed is None and not found.complete and found.tried == 1
