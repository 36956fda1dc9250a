"""Names of bodies meet in three languages. Every name is invented."""

from __future__ import annotations

import pytest

from muster.text.names.institutions import institution, titles


@pytest.mark.parametrize(
    "names",
    [
        ("Ministry of Defence of Sorvia", "Sorvia's Defence Ministry", "Минобороны Сорвии"),
        ("Defence Ministry of Sorvia", "Міністерство оборони Сорвії"),
        ("Soldiers' Rights Observatory", "докладе «Обсерватории солдатских прав»"),
        ("navy of Vessia", "Военно-морские силы Вессии", "the Navy of Vessia"),
        ("air force of Narvia", "Повітряні сили Нарвії", "Военно-воздушные силы Нарвии"),
        ("mayor of Olmet", "мэр Олмета", "мерка Олмета"),
        ("a letter of the regional court seen by The Dial", "листа обласного суду"),
        ("the group Quiet Roads", "Quiet Roads", "организации Quiet Roads"),
    ],
)  # fmt: skip
def test_one_body_has_one_key(names: tuple[str, ...]) -> None:
    """Whatever the language, the case and the order of its words."""
    assert len({institution(n).key for n in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Defence of Sorvia", "Ministry of Defence of Kelmara"),
        ("Ministry of Defence", "Ministry of Finance"),
        ("regional court", "supreme court"),
        ("Open Field", "Open Door"),
        ("mayor of Olmet", "mayor of Torsk"),
    ],
)
def test_two_bodies_have_two_keys(one: str, other: str) -> None:
    """A word that tells them apart is kept."""
    assert institution(one).key != institution(other).key


def test_what_says_nothing_is_no_body() -> None:
    """Titles, papers, pronouns and places of work alone leave nothing, or no name."""
    for words in ("Colonel", "его", "the report", "адвокат", ""):
        assert institution(words).key == ""
        assert not institution(words).body


def test_titles_meet_in_three_languages() -> None:
    """A colonel is a colonel."""
    assert titles("Colonel") == titles("полковника") == {"colonel"}
    assert titles("retired") == frozenset()


def test_a_hostile_name_costs_little() -> None:
    """Two hundred thousand characters are cut, not searched."""
    institution.cache_clear()
    assert len(institution("Comité " * 200_000).names) <= 1
