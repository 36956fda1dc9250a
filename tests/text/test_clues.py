"""By what a text is laid beside a table's cells, across cases, scripts and languages."""

from __future__ import annotations

import pytest

from muster.text.clues import counts_people, find_clues, wanted


def says(text: str, cell: str, kind: str, clue: str = "") -> bool:
    """Whether some clue of the text meets each thing the cell wants."""
    clues = [c for c in find_clues(text) if c.kind == (clue or kind)]
    return all(any(c.keys & need for c in clues) for need in wanted(cell, kind))


@pytest.mark.parametrize(
    ("text", "cell", "kind"),
    [
        ("In Ostrel it rained.", "Ostrel", "name"),
        ("Дом стоит в Острели.", "Ostrel", "name"),
        ("Торминская область молчит.", "Tormin region", "name"),
        ("Медсестра рассказала.", "nurse", "word"),
        ("The physician came.", "doctor", "word"),
        ("В мотострелковом полку молчали.", "motor rifle regiment", "unit kind"),
        ("They served in a regiment.", "motor rifle regiment", "unit kind"),
        ("The 752nd Motor Rifle Regiment stood there.", "752-й мотострелковый полк", "unit"),
    ],
)
def test_the_same_is_met(text: str, cell: str, kind: str) -> None:
    """Inflected, in another script, in another language, by a wider word."""
    assert says(text, cell, kind)


@pytest.mark.parametrize(
    ("text", "cell", "kind"),
    [
        ("It rained in Kelm.", "Ostrel", "name"),
        ("The teacher spoke.", "nurse", "word"),
        ("A tank battalion passed.", "motor rifle regiment", "unit kind"),
        ("The 751st Motor Rifle Regiment stood there.", "752nd Motor Rifle Regiment", "unit"),
    ],
)
def test_another_is_not_met(text: str, cell: str, kind: str) -> None:
    """Another town, job, kind of unit, number."""
    assert not says(text, cell, kind)


def test_where_somebody_is_from_is_not_where_he_is() -> None:
    """A name after "from" or «из» is a home, any other a place."""
    assert says("He came from Kelm to Ostrel.", "Kelm", "name", "home")
    assert not says("He came from Kelm to Ostrel.", "Ostrel", "name", "home")
    assert says("Он родом из Кельма.", "Kelm", "name", "home")


@pytest.mark.parametrize(
    ("words", "people"),
    [("nurses", True), ("солдат", True), ("полонених", True), ("pages", False), ("boxes of shells", False)],
)
def test_what_counts_people(words: str, people: bool) -> None:
    """Occupations, ranks and kin are people; pages and boxes are not."""
    assert counts_people(words) is people
