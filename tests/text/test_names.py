"""Names: spellings, scripts, cases, parts and what keeps two people apart. Every name is invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.text.names.keys import word_lookup
from muster.text.names.names import compare_names
from muster.text.names.parts import name_words

SAME = """
Ruslan Dobreyev | Ruslan Dobreev
Руслан Добреев | Ruslan Dobreyev
Руслана Добреева | Ruslan Dobreev
Русланом Добреевым | Руслан Добреев
Добреев Руслан | Ruslan Dobreyev
DOBREEV Ruslan | Ruslan Dobreyev
Р. Добреев | Ruslan Dobreyev
Добреев Р. А. | Руслан Андреевич Добреев
Микола Пригода | Николай Пригода
Mykola Pryhoda | Николай Пригода
Ганна Шульженкова | Анна Шульженкова
Олена Хрящук | Elena Khryashchuk
Саша Верховой | Александр Верховой
Sasha Verkhovoy | Oleksandr Verkhovyi
Мария Яснецкая | Марии Яснецкой
Maria Yasnetskaya | Мария Яснецкая
Yevhen Tsymbalyuk | Евгений Цымбалюк
Jewgeni Zymbaljuk | Евгений Цымбалюк
Пётр Щукарь-Лесной | Petr Shchukar-Lesnoy
Пeтр Щукaрь | Петр Щукарь
Игорь Андреевич Кромов | Игорь Кромов
Игоря Андреевича Кромова | Игорь Андреевич Кромов
Алину Торбицкую | Alina Torbizkaja
Артём Торскитский | Artem Torskitsky
"""

DIFFERENT = """
Игорь Андреевич Кромов | Игорь Романович Кромов
Игоря Андреевича Кромова | Игорь Романович Кромов
Sergei Kromov | Alexei Kromov
Сергей Кромов | Светлана Кромова
Анна Кромова | Иван Кромов
Ruslan Dobreyev | Pavel Chernyak
Р. Добреев | Павел Добреев
"""

CANNOT_TELL = """
Sergey | Sergei Dobreyev
Dobreyev | Ruslan Dobreyev
Ruslan | Ruslan
Р. Д. | Руслан Добреев
Ruslan Dobreyev | !!!
"""


def looked_up(name: str) -> set[object]:
    """Everything one name is looked up under."""
    found = [word_lookup(word) for word in name_words(name)]
    return {key for word in found for key in (*word.short, *word.whole, *word.rows)}


def lines(table: str) -> list[tuple[str, str]]:
    return [(a.strip(), b.strip()) for a, b in (line.split("|") for line in table.strip().splitlines())]


@pytest.mark.parametrize(("a", "b"), lines(SAME))
def test_one_name_in_two_spellings(a: str, b: str) -> None:
    """Spellings, cases, short forms and orders of one name are the same, and share a key."""
    found = compare_names(a, b)
    assert found.verdict == "same", found
    assert looked_up(a) & looked_up(b)


@pytest.mark.parametrize(("a", "b"), lines(DIFFERENT))
def test_two_names(a: str, b: str) -> None:
    """Another patronymic, another given name or another surname is another person."""
    assert compare_names(a, b).verdict == "different", compare_names(a, b)


@pytest.mark.parametrize(("a", "b"), lines(CANNOT_TELL))
def test_too_little_to_tell(a: str, b: str) -> None:
    """One word, or initials alone, fit many people."""
    assert compare_names(a, b).verdict == "cannot tell", compare_names(a, b)


def test_a_patronymic_conflict_is_said() -> None:
    """The reason names both patronymics."""
    reasons = " ".join(compare_names("Игорь Андреевич Кромов", "Игорь Романович Кромов").reasons)
    assert "андреевич" in reasons
    assert "романович" in reasons


def test_every_word_has_its_reason() -> None:
    """One reason a word of the shorter name."""
    assert len(compare_names("Микола Пригода", "Николай Пригода").reasons) == 2


NAMES = st.text(alphabet="абвгдеийклмнопрстуяabcdeghijkorsuvyz .-'’ЁЩїє", max_size=40)


@settings(max_examples=200)
@given(NAMES, NAMES)
def test_comparison_is_symmetric(a: str, b: str) -> None:
    """The order of the two names changes nothing, and the score lies between 0 and 1."""
    found = compare_names(a, b)
    assert found == compare_names(b, a)
    assert 0.0 <= found.score <= 1.0
    assert found.reasons


@settings(max_examples=100)
@given(NAMES)
def test_a_name_is_never_different_from_itself(name: str) -> None:
    """A name and itself are never two."""
    assert compare_names(name, name).verdict != "different"


@pytest.mark.parametrize("name", ["а", "A", "", " ", "1", "ъ", "’", "а " * 5_000, "х" * 10_000, "-" * 1_000])
def test_odd_names_have_an_answer(name: str) -> None:
    """Names of one letter, of none, and of ten thousand are answered and end."""
    assert compare_names(name, "Руслан Добреев").verdict in ("different", "cannot tell")
    assert len(looked_up(name)) < 40
