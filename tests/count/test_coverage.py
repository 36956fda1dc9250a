"""The matrix of regions and origins: what nobody speaks of is there, and empty."""

from __future__ import annotations

from tests.count.stated import asked, said

from muster.count import answer, coverage
from muster.text.places.regions import lands_of, regions, regions_of


def test_every_region_is_a_row_and_silence_is_empty() -> None:
    """One region by name, seven only counted: 82 rows without a word."""
    made = answer(
        asked(place='"Russia"'),
        [
            said("Anchor", 120, regions=("RU-TAM",), place="Tambov Oblast"),
            said("Beacon", 900, least_regions=7),
            said("Cairn", 30),
        ],
    )
    rows = {str(r["region"]): r for r in coverage(made)}
    assert len(rows) == 84 and set(rows["Adygea"]) == {"region", "Anchor", "Beacon"}
    assert rows["Tambov Oblast"]["Anchor"] == "120 to None" and rows["Adygea"]["Anchor"] is None
    assert rows["not named one by one"]["Beacon"] == "900 to None in 7 regions or more"
    assert sum(r["Anchor"] is None and r["Beacon"] is None for r in rows.values()) == 82


def test_units_that_were_not_reached_are_rows_without_answers() -> None:
    """Asked nobody: asked and yes are empty, not 0."""
    unit = '\n[[unit_evidence]]\nname = "{}"\nyes = {}\nasked = {}\nsize = 40\n'
    more = unit.format("1st", 3, 9) + unit.format("2nd", 0, 0)
    made = answer(asked(more, unit='"share"', counting='"moment"'), [])
    assert [(r["unit"], r["asked"], r["yes"]) for r in coverage(made)] == [("1st", 9, 3), ("2nd", None, None)]


def test_regions_are_known_in_three_languages() -> None:
    """Oblasts, towns and inflected names lead to one code; a country leads to none of its regions."""
    for words in ("Tambov Oblast", "Тамбовской области", "Тамбовська область", "Tambov"):
        assert regions_of(words) == ("RU-TAM",)
    assert regions_of("Харків і Львів") == ("UA-46", "UA-63")
    assert regions_of("Russia") == () and lands_of("Russia") == ("RU",)
    assert regions_of("Sarnet") == () and len(regions()) == 117
