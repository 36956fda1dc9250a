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


STATED = """Ana Ternik has run the harbour clinic for nine years. She spoke to us in Odden.

Is there water?

For two hours a day. The mayor told me on a Friday that it would be more.

Did you believe him?

I did. I have known the man for years.

There are people who say that the clinic is closed.

That is not so. We have forty beds, and all are full.

And light?

None since Monday."""


def test_a_statement_put_to_whoever_is_asked_is_no_word_of_the_answer() -> None:
    """Where questions and answers take a paragraph each and it stands in a question's place."""
    answers = [c.passage.words for c in claims_of(STATED) if c.inside is None]
    assert [a.split()[0] for a in answers if "clinic is closed" not in a] == ["For", "I", "That", "None"]
    assert not any("There are people" in a for a in answers)


def test_an_answer_of_three_paragraphs_with_an_i_stays_whole() -> None:
    """ "I have seen it." is no question."""
    body = STATED.replace(
        "There are people who say that the clinic is closed.", "I have seen his house burn."
    )
    answers = [c.passage.words for c in claims_of(body) if c.inside is None]
    assert any("I have known" in a and "house burn" in a and "forty beds" in a for a in answers)


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


def speakers(body: str) -> set[str | None]:
    return {
        c.said_by[0].name or c.said_by[0].role for c in claims_of(body) if c.kind == "direct" and not c.inside
    }


def test_two_guests_are_told_apart_by_their_initials() -> None:
    """A full name of the introduction, and a brother named there by his given name alone."""
    body = (
        "Ivo Marn stayed in Odden; his brother Viktor left. We spoke to both.\n\n"
        "— When did you last meet?\n\n"
        "V.M.: In May. I drove.\n\nI.M.: In June.\n\n— Who is right?\n\nI.M.: I am.\n\nV.M.: He never was."
    )
    assert {(s or "").split()[0] for s in speakers(body)} == {"Ivo", "Viktor"}


def test_an_introduction_with_a_colon_is_no_turn() -> None:
    """ "She left in May: …" before the first question: the letter's answers are hers."""
    body = (
        "Vera (not her real name) left in May: the house was gone. We spoke to her.\n\n"
        "Q: Where did you sleep?\nA: In a barn. I had a coat.\nQ: Who fed you?\nA: My cousin did."
    )
    assert speakers(body) == {"Vera"}
    assert all(c.said_by[0].protected for c in claims_of(body) if c.kind == "direct")


def test_the_mother_answers_and_not_the_son_whom_the_lead_names() -> None:
    """Whom the introduction hides and describes is who is asked."""
    body = (
        "Сергея Вороного призвали в октябре. Его мать просит не называть её имени.\n\n"
        "— Когда он вам писал?\n\n— В марте. Я читала это каждый день.\n\n"
        "— Что вам отвечает часть?\n\n— Ничего. Я звоню каждый понедельник."
    )
    assert speakers(body) == {"мать"}


@pytest.mark.parametrize(
    ("lead", "first", "second"),
    [
        (
            "Фельдшерка Ганна Ковшар воює третій рік. Говоримо з нею в укритті.",
            "Як ви потрапили до війська?\nПрийшла добровільно. Працювала на швидкій.",
            "Чи змінилися поранення?\nТак, тепер це майже самі дрони.",
        ),
        (
            "Фельдшер Вера Лагутина служит третий год. Говорим с ней в укрытии.",
            "Как вы попали в армию?\nПришла добровольно. Работала на скорой.",
            "Изменились ли раны?\nДа, теперь это почти одни дроны.",
        ),
    ],
)
def test_we_talk_with_her_opens_an_interview(lead: str, first: str, second: str) -> None:
    """«Говоримо з нею» says that somebody was talked with."""
    found = claims_of(f"{lead}\n\n{first}\n\n{second}")
    assert [c.said_by[0].name in ("Ганна Ковшар", "Вера Лагутина") for c in found] == [True, True]


BELOW = """— Вы сразу поняли, что это надолго?
— Нет. Мы думали, недели две, взяли по одной сумке.
— Кто вам сказал уезжать?
— Да никто. Все поехали, и мы поехали.
— А муж?
— Муж остался. Ночевали в школе, человек двести.
Клавдия Степановна Нагорная живёт теперь в общежитии. Комендант говорит, что таких семей одиннадцать."""

LEAD = """Последняя телеграфистка узла в Торвеле – о том, как молчит линия.
По её просьбе собеседница остаётся без имени.

— Вы слышали взрыв?

— Я слышала, как дрогнули стёкла. Часы встали.

— А потом?

— Потом пришли за мной, и я закрыла смену."""


@pytest.mark.parametrize(
    ("body", "who"),
    [(BELOW, "Клавдия Степановна Нагорная"), (LEAD, "последняя телеграфистка узла в Торвеле")],
)
def test_whoever_answers_may_be_told_of_in_the_lead_or_below_the_answers(body: str, who: str) -> None:
    """No sentence of meeting names him: the line that says of what he speaks does, or the paragraph after."""
    said_by = [c.said_by[0] for c in claims_of(body) if c.said_by]
    assert said_by and {s.name or s.role for s in said_by[:2]} == {who}
