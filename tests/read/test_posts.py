"""Channel layouts: lists of sources, a list below "X reports:", letters, blocks behind ">"."""

from __future__ import annotations

import pytest
from tests.read.marked import claims_of


def told(body: str) -> list[tuple[str | None, str]]:
    """(who, words) of the claims that stand in no other."""
    return [
        (c.said_by[0].name or c.said_by[0].role, c.passage.words)
        for c in claims_of(body)
        if c.inside is None and c.said_by
    ]


def test_each_line_of_a_list_is_its_sources() -> None:
    """ "Ministry – …", "Outlet": …; an aside of the channel at the end is left out."""
    body = (
        "What is said of the depot:\n\n"
        "• Police – two tanks burnt, nobody hurt\n"
        "• Governor Ana Ternik: one tank, one driver bruised\n"
        "• “Odden Live” – up to nine tanks (no pictures)\n"
    )
    found = dict(told(body))
    assert found["Ana Ternik"] == "one tank, one driver bruised"
    assert found["Odden Live"] == "up to nine tanks"
    assert "two tanks burnt, nobody hurt" in found.values()


@pytest.mark.parametrize(
    "body",
    [
        "Prices today:\n\n• Diesel – two crowns\n• Bread – one crown\n• Milk – one and a half\n",
        "Что взять с собой:\n\n— Воду: два литра\n— Хлеб: буханку\n— Соль: пачку\n",
    ],
)
def test_a_list_of_things_has_no_sources(body: str) -> None:
    """What stands before the mark must be somebody."""
    assert told(body) == []


def test_a_list_below_a_verb_is_one_claim_in_parts() -> None:
    """Each item is a part of what X reports."""
    body = "Пресс-служба порта сообщает:\n1. кран работает;\n2. склад закрыт;\n3. раненых нет.\n"
    claim = next(c for c in claims_of(body) if c.cue and c.cue.words == "сообщает")
    assert [p.words for p in claim.parts] == ["кран работает", "склад закрыт", "раненых нет"]
    assert claim.speaker is not None
    assert claim.speaker.words == "Пресс-служба порта"


def test_a_letter_is_its_writers_and_holds_what_others_said() -> None:
    """A paragraph in marks below a line that tells of a letter; its writer asked for no name."""
    body = (
        "Лист від читачки. Просить без прізвища:\n\n"
        "«Нас підняли о третій. Сторож сказав, що склад порожній. Я йому не повірила»."
    )
    claims = claims_of(body)
    letter = next(c for c in claims if c.passage.words.startswith("Нас підняли"))
    inner = next(c for c in claims if c.passage.words == "склад порожній")
    assert letter.said_by[0].protected
    assert inner.inside == letter.id
    assert not inner.said_by[0].protected


def test_a_block_behind_its_mark_is_the_labels() -> None:
    """ "> Headquarters: …"; lines below "> Forwarded from X" are X's."""
    body = (
        "> Штаб группировки, 18:00: на участке Ольхи без перемен.\n\nИ ещё:\n\n"
        "> Переслано из «Рудин. Главное»\n> Раненых нет. Работаем.\n"
    )
    found = told(body)
    assert ("Штаб группировки", "на участке Ольхи без перемен") in found
    assert any(words == "Раненых нет. Работаем" for _, words in found)


def test_whoever_it_may_be_has_said_nothing() -> None:
    """ "If anyone tells you that …", «Кто говорит, что …»: nobody's words."""
    assert told("If anyone tells you that the road is open, stay at home.") == []
    assert told("Кто говорит, что мост закрыт, пусть придёт и посмотрит.") == []


@pytest.mark.parametrize(
    ("body", "who", "words"),
    [
        (
            "Ганна Ковшар, начальниця Торвельської адміністрації:\n\nЗа добу ворог здійснив 23 обстріли.",
            "Ганна Ковшар",
            "За добу ворог здійснив 23 обстріли",
        ),
        (
            "Речник бригади Петро Лужин в ефірі:\n«Втрати в них великі, але резерви підтягують».",
            "Петро Лужин",
            "Втрати в них великі, але резерви підтягують",
        ),
        ("Мэр Олег Сивков:\n\n«Школы завтра не работают».", "Олег Сивков", "Школы завтра не работают"),
    ],
)
def test_a_line_with_a_person_and_a_colon_gives_the_paragraph_below_to_him(
    body: str, who: str, words: str
) -> None:
    """One person and what he is, and no verb."""
    assert (who, words) in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "Кандидатка на посаду голови Ганна Ковшар:\n\nНародилася 1975 року в Торвелі, працювала лікаркою.",
        "Про що говорили з Петром Лужином:\n\nМіст відкриють восени, пором стоїть.",
        "Голова ради Петро Лужин прибув до Торвеля:\n\nМіст відкрили, пором стоїть уже тиждень.",
        "Що відомо про мера:\n\nМіст відкриють восени, пором стоїть.",
    ],
)
def test_a_life_or_a_heading_below_a_name_is_nobodys_words(body: str) -> None:
    """A heading, a sentence with a verb, and what a page tells of somebody."""
    assert told(body) == []


_POINTS = "\n\n▪️ Мост закроют в августе;\n▪️ Паром пойдёт по будням;"


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("**Главное из брифинга представителя штаба Ольги Ковшар:  **", "Ольга Ковшар"),
        ("❗️Основные тезисы Лужина", "Лужин"),
        ("Заявления министра обороны Ивана Лужина на форуме:", "Иван Лужин"),
        ("Что рассказала Ольга Ковшар журналистам:", "Ольга Ковшар"),
        ("Пётр Лужин дал интервью «Речной газете». Коротко:", "Пётр Лужин"),
        ("Лужин ответил на вопросы депутатов:", "Лужин"),
        ("⚡️Лужин о переправе:", "Лужин"),
        ("Ольга Ковшар на совещании с мэрами:", "Ольга Ковшар"),
        ("Кремль о переправе:", "Кремль"),
        ("Пётр Лужин:", "Пётр Лужин"),
    ],
)
def test_points_below_a_line_that_tells_who_spoke_are_each_his_claim(head: str, who: str) -> None:
    """A noun or a verb of speaking, or where he spoke, and one name; the heading may have its own emoji."""
    assert told(head + _POINTS) == [(who, "Мост закроют в августе"), (who, "Паром пойдёт по будням")]


@pytest.mark.parametrize(
    "head",
    [
        "Главное о деле Лужина:",
        "Что известно о Лужине:",
        "Реакция на заявления Лужина:",
        "Заявления сторон:",
        "Главное из интервью Петру Лужину:",
        "Пётр Лужин в цифрах:",
        "Главное к этому часу:",
        "Лужин выступил против запрета, и вот почему это важно:",
        "Что сказал бы Лужин:",
        "Ответы на вопросы Лужина:",
        "Тарнинск:",
    ],
)
def test_points_below_what_is_told_about_somebody_are_not_his(head: str) -> None:
    """A case about him, an answer to him, whom somebody asked, a place."""
    assert told(head + _POINTS) == []


def test_points_of_a_bare_name_must_tell_something() -> None:
    """A life and a list of prices are nobody's words."""
    assert told("Пётр Лужин:\n▪️ Родился в 1970 году\n▪️ Служил в полиции") == []
    assert told("Адвокат:\n▪️ от 5000 рублей за консультацию\n▪️ выезд в суд") == []


def test_points_in_ukrainian_and_in_marks() -> None:
    """A line in quotation marks is quoted."""
    body = "Головне з виступу міністра оборони Петра Лужина:\n\n🔹 «Міст закриють у серпні»\n🔹 Пором стоїть."
    claims = [c for c in claims_of(body) if c.said_by]
    assert [(c.said_by[0].name, c.kind) for c in claims] == [
        ("Петро Лужин", "direct"),
        ("Петро Лужин", "indirect"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "«Мост закрыт. Паром стоит», — говорится в обращении.",
        "В Кремле заявили, что мост закрыт.",
        "«Мост закрыт», – сказал глава порта Пётр Лужин.",
    ],
)
def test_a_blank_that_does_not_break_is_a_blank(body: str) -> None:
    """Phones and typesetters write it behind short words and before dashes."""
    assert told(body.replace(" ", "\u00a0"))[0][1].replace("\u00a0", " ") == told(body)[0][1]
    assert told(body.replace(" ", "\u00a0"))[0][0] == told(body)[0][0]
