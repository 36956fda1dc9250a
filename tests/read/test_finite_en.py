"""Which words of an English clause are its finite verbs."""

from __future__ import annotations

import pytest
from tests.costs import growth, seconds

from muster.read.english.finite import FINITE

# What stands before the bar, and the finite verbs in it.
_LINES = """
The army reports losses | reports
The army reports | -
After two reports the mayor left | left
In its reports on the strike | -
Residents need water | need
The residents' need for water | -
The city needs water | needs
The city's basic needs | -
Norland holds forty people | holds
Its holds were empty | were
Human rights work | -
People work in the mines | -
The clinic releases four patients | releases
Press releases of the clinic | -
Drone attacks damaged the pier | damaged
The brigade attacks the pier | attacks
Attacks the brigade planned | planned
She refuses | refuses
Bodies found in the pit | -
Divers found two bodies | found
People close to him | -
They want to leave | want
A list of names | -
Officials plan a school | plan
The sales plan | -
"""


@pytest.mark.parametrize("line", _LINES.strip().splitlines())
def test_verbs_are_told_from_nouns(line: str) -> None:
    """By what stands before and behind."""
    words, _, wanted = line.rpartition(" | ")
    assert FINITE.findall(words) == ([] if wanted == "-" else wanted.split())


def test_places_bound_the_search() -> None:
    """As a pattern's do."""
    words = "He left. Norland holds forty people"
    found = FINITE.search(words, 8)
    assert found is not None
    assert (found.group(), found.start()) == ("holds", 17)
    assert FINITE.search(words, 0, 3) is None


def test_cost_grows_with_the_length() -> None:
    """Forms that must be looked at, side by side, a hundred thousand of them."""

    def run(size: int) -> float:
        words = "reports " * size
        return seconds(lambda: FINITE.findall(words))

    assert growth(run, 20_000, 160_000, most=14) < 14
