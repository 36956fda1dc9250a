"""People and bodies: each line marks them with ``{name|base form}``."""

from __future__ import annotations

import re

import pytest

from muster.model.evidence import Text
from muster.read.anonymity import protect
from muster.read.page import lay_out
from muster.read.people import Named, find_named

LINES = [
    ("On Monday {Anna Brook|Anna Brook} met Russian officials in March.", "person"),
    ("Professor {Cres Ostmann|Cres Ostmann} said so.", "person"),
    ("Later {Pavel Orlenko|Pavel Orlenko} came. {Orlenko|Pavel Orlenko} was alone.", "person"),
    (
        "The {Harbour Team|Harbour Team} and the {Ministry of Defence|Ministry of Defence} disagree.",
        "organisation",
    ),
    ("Слова {Ивана Ветрова|Иван Ветров} передали {Анне Кравчук|Анна Кравчук}.", "person"),
    ("Вчера {Иван Ветров|Иван Ветров} приехал. {Ветрову|Иван Ветров} не ответили.", "person"),
    ("Письмо отправили в {Министерство обороны|Министерство обороны} и {МВД|МВД}.", "organisation"),
    ("Про це написав {Андрій Вітрук|Андрій Вітрук}, а {Олену Гай|Олена Гай} не спитали.", "person"),
    ("Слова {Андрія Гайдаренка|Андрій Гайдаренко} почули всі.", "person"),
]


def named_in(body: str) -> list[Named]:
    page = lay_out(Text("text-1", "doc-1", body, "und", "test/1"))
    return protect(page, find_named(page))


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_names_are_found_with_their_base_form(line: str, kind: str) -> None:
    """Exactly the marked names of this kind, each with the form a register would use."""
    body = re.sub(r"\{(.*?)\|.*?\}", r"\1", line)
    found = [(body[n.start : n.stop], n.norm) for n in named_in(body) if n.kind == kind]
    assert found == re.findall(r"\{(.*?)\|(.*?)\}", line)


@pytest.mark.parametrize(
    "body",
    [
        "Monday was quiet. However, Citizens came in March. Reinforcements failed.",
        "В понедельник Россия и Украина договорились. Солдаты ушли. Тихо.",
        "У понеділок Україна заявила. Військові пішли.",
    ],
)
def test_nobody_is_a_person_for_a_capital_letter_only(body: str) -> None:
    """Sentence heads, weekdays, months and countries are not people."""
    assert [n for n in named_in(body) if n.kind == "person"] == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("“I left,” says Oskar - not his real name - who came home.", "Oskar"),
        ("A nurse from Vale, who wished to be named only as Petra, agreed.", "Petra"),
        ("Солдат Тарас (имя изменено) вернулся. Тарас молчит.", "Тарас"),
        ("Солдат Тарас повернувся. Ім'я змінено.", "Тарас"),
        ("Oskar spoke on condition of anonymity.", "Oskar"),
    ],
)
def test_a_name_that_hides_somebody_is_protected(body: str, name: str) -> None:
    """Wherever the name stands in the text, it is marked."""
    assert all(n.protected for n in named_in(body) if n.norm == name)
    assert any(n.norm == name for n in named_in(body))


def test_two_bearers_of_a_surname_are_not_guessed_apart() -> None:
    """The surname alone stays what it is."""
    body = "Anna Brook and Peter Brook left. Later Brook said nothing."
    assert "Anna Brook" not in [n.norm for n in named_in(body) if n.start > 30]
