"""Parts of names: patronymics, spellings of one word, units and organisations. Every name is invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.text.names.bodies import compare_bodies
from muster.text.names.names import compare_names, compare_pairs
from muster.text.names.parts import name_word
from muster.text.names.patronymics import fathers
from muster.text.names.spellings import spelt
from muster.text.names.units import compare_units, unit_parts


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Яковлевна", "Яківна"), ("Ильич", "Ілліч"), ("Никитична", "Микитівна"), ("Лукич", "Lukich"),
        ("Львович", "Lvovych"), ("Дмитриевич", "Дмитрович"), ("Николаевна", "Mykolaivna"),
        ("Саввич", "Савич"),
        ("Григорьевича", "Григоровичу"), ("Фёдорович", "Fiodorowicz"),
    ],
)  # fmt: skip
def test_patronymics_of_one_father_agree(a: str, b: str) -> None:
    """Russian, Ukrainian and Latin patronymics lead to the same given name."""
    one, other = name_word(a), name_word(b)
    assert fathers((*one.keys, *one.bases)) & fathers((*other.keys, *other.bases))


def test_patronymics_of_two_fathers_do_not() -> None:
    """Ильич and Игоревич are sons of two men, in any script."""
    assert not name_word("Ильич").fathers & name_word("Igorevich").fathers


@pytest.mark.parametrize(
    ("latin", "right", "wrong"),
    [
        ("zhovtets", "жовтец", "желтец"), ("chiba", "тиба", "чаба"), ("schulz", "шульц", "штольц"),
        ("horodysky", "городыский", "городецкий"), ("okabe", "окабэ", "окаби"), ("moreau", "моро", "мора"),
    ],
)  # fmt: skip
def test_the_right_spelling_is_cheaper(latin: str, right: str, wrong: str) -> None:
    """What a word spells costs less than what is only like it."""
    cheap, dear = spelt(latin, right), spelt(latin, wrong)
    assert cheap is not None
    assert dear is None or cheap.cost < dear.cost


@pytest.mark.parametrize(("latin", "cyrillic"), [("", "а"), ("a", ""), ("x" * 100, "х" * 100), ("☃", "ъ")])
def test_odd_words_spell_nothing(latin: str, cyrillic: str) -> None:
    """Empty and endless words have no spelling; any other has an answer."""
    found = spelt(latin, cyrillic)
    assert found is None or found.cost >= 0


def test_pairs_of_a_list_are_compared_as_single_ones() -> None:
    """The batch gives what the single comparison gives, in order."""
    names = ["Ruslan Dobreyev", "Руслан Добреев", "Пётр Лукич Щукарь", "", "Р. Добреев"]
    pairs = [(0, 1), (1, 0), (2, 4), (3, 1), (4, 0)]
    assert list(compare_pairs(names, pairs)) == [compare_names(names[i], names[j]) for i, j in pairs]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("А. Щукарь", "Пётр Антонович Щукарь", "different"),
        ("П. А. Щукарь", "Пётр Антонович Щукарь", "same"),
        ("А. П. Щукарь", "Пётр Антонович Щукарь", "different"),
        ("Валентина Щукарева", "Валентин Щукарев", "cannot tell"),
        ("Валентина Щукарь", "Валентин Щукарь", "different"),
        ("RuslanDobreyev", "Ruslan Dobreyev", "same"),
        ("Ig0r D0breyev", "Igor Dobreyev", "same"),
        ("Tapac Зaболотный", "Тарас Заболотный", "same"),
        ("Шкляр Ренат", "Шкляр Ринат", "different"),
    ],
)  # fmt: skip
def test_initials_genders_and_run_together_words(a: str, b: str, verdict: str) -> None:
    """The first initial is the given name's; a case form may look like a woman's name."""
    assert compare_names(a, b).verdict == verdict, compare_names(a, b)


def test_a_part_is_not_its_unit() -> None:
    """A battalion of a brigade is not the brigade; number, kind and branch tell units apart."""
    assert unit_parts("3-й батальон 571-й мотострелковой бригады")[1].number == "571"
    assert compare_units("3-й батальон 571-й бригады", "571-я бригада").verdict == "different"
    assert compare_units("571 омсбр", "571st Motorized Rifle Brigade").verdict == "same"
    assert compare_units("571-я бригада", "571-й полк").verdict == "different"
    assert compare_units("571-я танковая бригада", "571-я мотострелковая бригада").verdict == "different"
    assert compare_units("резервисты", "571-я бригада").verdict == "cannot tell"


def test_a_legal_form_is_no_part_of_a_name() -> None:
    """ТОВ, ООО and LLC are one; an added word is another body; an acronym alone is never enough."""
    assert compare_bodies("ТОВ «Вербомлин»", "Verbomlyn LLC").verdict == "same"
    assert compare_bodies("ООО «Вербомлин»", "ООО «Вербомлин Плюс»").verdict != "same"
    assert compare_bodies("СВТ", "Союз вдов Торска").verdict == "cannot tell"
    assert compare_bodies("Школа № 12", "Школа № 21").verdict == "different"
    assert compare_bodies("", "Школа").verdict == "cannot tell"


ANY = st.text(alphabet="абвгдеийклмнопрстуяABCDEghijkorsuvyz .-'’«»№0123456789ЁЩїє", max_size=40)


@settings(max_examples=150)
@given(ANY, ANY)
def test_bodies_and_units_are_compared_both_ways_alike(a: str, b: str) -> None:
    """Symmetric, bounded, never without a reason."""
    for compare in (compare_bodies, compare_units):
        found = compare(a, b)
        assert found == compare(b, a)
        assert 0.0 <= found.score <= 1.0
        assert found.reasons
