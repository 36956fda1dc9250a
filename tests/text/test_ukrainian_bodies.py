"""Names of Ukrainian bodies in the nominative, without a dictionary."""

from __future__ import annotations

import pytest

from muster.text.names.ukrainian_bodies import attribute, head_of, nominative, quoted_nominative


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("Заріцькій обласній прокуратурі", "Заріцька обласна прокуратура"),
        ("Заріцької обласної військової адміністрації", "Заріцька обласна військова адміністрація"),
        (
            "Головному управлінні Нацполіції в Заріцькій області",
            "Головне управління Нацполіції в Заріцькій області",
        ),
        ("Західного регіонального управління", "Західне регіональне управління"),
        ("Держприкордонслужбою", "Держприкордонслужба"),
        ("Генштабі ЗСУ", "Генштаб ЗСУ"),
        ("Повітряних силах", "Повітряні сили"),
        ("14-ї окремої механізованої бригади", "14-та окрема механізована бригада"),
        ("3-го батальйону", "3-й батальйон"),
        ("23-й бригаді", "23-тя бригада"),
        ("40-ї лікарні", "40-ва лікарня"),
        ("111-ї бригади", "111-та бригада"),
        ("середній школі №3", "середня школа №3"),
        ("Червоного Хреста", "Червоний Хрест"),
        ("відділку поліції", "відділок поліції"),
        ("диспетчерській", "диспетчерська"),
        ("загоні", "загін"),
        ("фабриці", "фабрика"),
        ("радіо", "радіо"),
        ("Спілці письменників", "Спілка письменників"),
        ("Заріцької громади", "Заріцька громада"),
        ("Укрпошти", "Укрпошта"),
        ("Сил підтримки", "Сили підтримки"),
        ("даними Сил підтримки", "даними Сил підтримки"),
    ],
)
def test_a_body_is_led_to_its_nominative(name: str, base: str) -> None:
    """Head and attributes change together, what belongs to the head stays; a nominative stays whole."""
    assert nominative(name) == base
    assert nominative(base) == base


@pytest.mark.parametrize(
    "name",
    [
        "Головне управління Нацполіції",
        "обласні прокуратури",
        "сільських рад",
        "судів",
        "Північ",
        "Міноборони",
        "СБУ",
        "у прокуратурі",
        "жінка з поліції",
        "Сіверської",
        "хати біля школи",
        "друга родини",
    ],
)
def test_what_is_no_single_body_in_an_oblique_case_stays(name: str) -> None:
    """Several bodies, letters, other nouns and words before which a preposition stands are left alone."""
    assert nominative(name) == name


def test_a_paper_is_led_to_its_nominative() -> None:
    """Nouns for what is written are led back only where a paper is asked for."""
    assert nominative("офіційному повідомленні", paper=True) == "офіційне повідомлення"
    assert nominative("відповіді", paper=True) == "відповідь"
    assert nominative("звіту комісії", paper=True) == "звіт комісії"
    assert nominative("звіту комісії") == "звіту комісії"


def test_attributes_agree_with_a_gender() -> None:
    """«обласному» is no form before a feminine noun."""
    assert attribute("обласному", "m") == "обласний"
    assert attribute("обласному", "n") == "обласне"
    assert attribute("обласному", "f") is None
    assert attribute("внутрішньої", "f") == "внутрішня"


def test_a_word_made_of_two_ends_with_a_body() -> None:
    """«Держпродспоживслужби» is a form of «Держпродспоживслужба»; a small word is none."""
    head = head_of("Держпродспоживслужби")
    assert head is not None and head.base == "держпродспоживслужба"
    assert head_of("дружби") is None and head_of("Дружби") is None


def test_a_long_name_costs_no_more_than_its_length() -> None:
    """Only the first words are looked at."""
    assert nominative("обласної " * 20_000) == "обласної " * 20_000


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("Укрпошти", "Укрпошта"),
        ("Теплої хати", "Тепла хата"),
        ("Вісника", "Вісник"),
        ("Надії", "Надія"),
        ("Хвилі", "Хвиля"),
        ("Голосу", "Голос"),
        ("Голосу Прибережжя", "Голос Прибережжя"),
        # No genitive of one word, or of several that no rule leads back.
        ("Берег", "Берег"),
        ("Прозоро", "Прозоро"),
        ("Нові дороги", "Нові дороги"),
        ("Почути кожного", "Почути кожного"),
        ("Контур.Медіа", "Контур.Медіа"),
        ("Птахів", "Птахів"),
        ("Тут живуть", "Тут живуть"),
    ],
)
def test_a_name_in_marks_is_led_out_of_the_genitive(name: str, base: str) -> None:
    """Of one word, or an attribute and a feminine noun; whatever else stands between marks is kept."""
    assert quoted_nominative(name) == base
