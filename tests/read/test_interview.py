"""Interviews: whose the paragraphs of questions and answers are."""

from __future__ import annotations

import pytest
from tests.read.marked import claims_of

LABELS = """Ana Ternik has run the harbour clinic for nine years.

Reporter: When did the first wounded come?

Ternik: At four in the morning. There were thirty of them.

Reporter: Who brought them?

Ternik: The brewery. Its drivers knew the road."""

LETTERS = """Dr Ivor Stell is a surgeon in Odden. We spoke to him by phone.

Q: Is there water?
A: For two hours a day.
Q: And light?
A: None since Monday."""

INITIALS = """Разговор с врачом Ниной Стрелковой.

Редакция: Сколько у вас коек?

Н. С.: Сорок. Заняты все.

Редакция: Кто вам помогает?

Н. С.: Соседи носят дрова."""

DASHES = """Беседа с волонтёром Мариной Крыловой.

— Сколько людей вы вывезли?

— Около трёхсот. Точно не считала.

— Вам помогает город?

— Автобусом, один раз."""

ALONE = """Ми поговорили з лікаркою Оксаною Вербою.

**Скільки вас було?**

Чотирнадцять. Повернулося шестеро.

**Хто вас зустрів?**

Сусіди. Принесли хліба."""


@pytest.mark.parametrize(
    ("body", "name", "first"),
    [
        (LABELS, "Ana Ternik", "At four"),
        (LETTERS, "Ivor Stell", "For two"),
        (INITIALS, "Нина Стрелкова", "Сорок"),
        (DASHES, "Марина Крылова", "Около"),
        (ALONE, "Оксана Верба", "Чотирнадцять"),
    ],
)
def test_answers_are_the_interviewed_persons_and_questions_nobodys(body: str, name: str, first: str) -> None:
    """Labels, letters, initials, dashes and questions apart: two answers, both whole."""
    claims = [c for c in claims_of(body) if c.kind == "direct"]
    assert len(claims) == 2
    assert claims[0].passage.words.startswith(first)
    assert {c.said_by[0].name for c in claims} == {name}


def test_an_answer_of_two_paragraphs_is_one_claim() -> None:
    """What stands before the next question goes on with the answer."""
    body = LABELS.replace("of them.", "of them.\n\nNobody had slept.")
    claims = [c for c in claims_of(body) if c.kind == "direct"]
    assert [p.words for p in claims[0].parts] == [
        "At four in the morning. There were thirty of them.",
        "Nobody had slept",
    ]


def test_what_is_told_inside_an_answer_stands_inside_it() -> None:
    """He of an answer is not the one who answers."""
    body = LABELS.replace("The brewery.", "The brewery. My brother drove. He said the road was mined.")
    told = next(c for c in claims_of(body) if c.passage.words == "the road was mined")
    assert told.inside is not None
    assert told.said_by[0].name != "Ana Ternik"
    assert told.said_by[-1].name == "Ana Ternik"


@pytest.mark.parametrize(
    "body",
    [
        "What became of them?\n\nNobody knows in Odden.\n\nThe road is closed, and the market too.\n\n"
        "Who pays?\n\nThe town.",
        "— Ты куда? — спросил Пётр.\n\n— Домой, — ответила Анна.\n\n— Зачем?\n\n— Спать, — сказала она.",
        "Where is the list?\n\nThe ministry did not answer.",
    ],
)
def test_a_text_that_only_asks_is_no_interview(body: str) -> None:
    """Two questions of an author, told dialogue, one question: no paragraph becomes an answer."""
    assert [c for c in claims_of(body) if c.kind == "direct" and c.cue is None] == []
