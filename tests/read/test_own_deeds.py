"""What an outlet asserts itself without a number: told as done, at a named place or by a named body."""

from __future__ import annotations

import pytest
from tests.costs import growth, seconds

from muster.model.claims import Claim, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text
from muster.text.languages import language_of

TOLD = """Обстріляно Старий ринок.
Увечері загорілася школа в Торвелі.
Артилерія обстріляла околиці Вербівки.
Поліція затримала директора Торвельського порту.
Склад на Річковій вулиці був пошкоджений уламками.
Снаряд влучив у дах школи в Торвелі.
Обстрелян Старый рынок.
Артиллерия обстреляла окраины Вербовки.
Больница в Торвеле разрушена.
Ракета попала в склад под Торвелем.
The Old Market was shelled on Tuesday.
Police detained the head of the Odden port.
A bus exploded on the Ladda bridge.
A shell hit the roof of the school in Odden on Monday.
Старий ринок не обстрілювали.
В тот день в Торвеле никто не пострадал.
No houses were hit.
Матросов в часовне не было.
There were no sailors in the chapel.
Reports that the school was damaged are untrue.
Сообщения об обстреле школы не соответствуют действительности.
Паромник Іван Тук живий і здоровий.
Government troops entered Odden on Thursday.
Soldiers fired at a bus near Odden.
Food was delivered to Odden on Tuesday.
A convoy of lorries reached Odden by noon.
The village of Odden was liberated on Monday.
A prisoner exchange took place near Odden.
The truce near Odden was broken.
Electricity has been restored in Odden.
A court in Odden sentenced the clerk to six years.
Войска отошли из Торвеля в четверг.
В Торвель привезли медикаменты.
Колонну с мукой в Торвель не пропустили.
Село Вербовка освободили в понедельник.
Под Торвелем прошёл обмен пленными.
В Торвеле прогремели взрывы.
В Торвеле восстановили электроснабжение.
Суд в Торвеле приговорил кассира к шести годам.
Урядові війська увійшли до Торвеля.
До Торвеля доставили гуманітарну допомогу.
Село Вербівка звільнили в понеділок.
Під Торвелем відбувся обмін полоненими.
У Торвелі відновили електропостачання.
Солдати обшукали будинки у Вербівці."""

NOT_TOLD = """Якщо обстріляють Старий ринок, міст закриють.
Чи обстріляли Старий ринок?
У 2014 році обстріляли Старий ринок.
Старий ринок не обстріляли б.
Nobody knows whether the school was hit.
Не исключено, что школу обстреляли.
Раньше школу не обстреливали.
We were not beaten.
Не только школу обстреляли.
Старий ринок могли обстріляти з лісу.
Обстріли Старого ринку тривають роками.
Раніше обстріляли Старий ринок.
Зруйнована школа стоїть у Торвелі.
Його обстріляли в Торвелі.
Если обстреляют Старый рынок, мост закроют.
Когда обстреляли Старый рынок, люди уехали.
Мы обстреляли Старый рынок.
Раненый лежал в Торвеле.
If the Old Market was shelled, the bridge is closed.
The Old Market may have been shelled.
The shelling of the Old Market goes on.
The Old Market had been shelled before.
People wounded in Torvel wait in the hall.
The house that was destroyed stood in Odden.
A shell that hit Odden in 1944 was found.
Troops may have entered Odden.
If troops entered Odden, the bridge is closed.
Food was to be delivered to Odden.
The convoy would have reached Odden by noon.
A train reached Odden at noon.
The pupils entered the school in Odden.
The mayor entered Odden with a band.
Войска могли отойти из Торвеля.
Если войска вошли в Торвель, мост закроют.
В Торвель привезли почту.
Обмен пленными под Торвелем состоится в мае.
Дети вошли в школу в Торвеле.
Допомогу до Торвеля доставлятимуть у травні.
Якби війська увійшли до Торвеля, міст закрили б.
Поїзд прибув до Торвеля опівдні.
Обмін полоненими під Торвелем планують у травні."""


def claims_of(body: str) -> tuple[Claim, ...]:
    """All claims, the outlet's too."""
    text = Text("text", "doc", body, language_of(body), "test")
    return read_text(text, ReadingContext(published="2035-05-10")).claims


@pytest.mark.parametrize("body", TOLD.splitlines())
def test_a_deed_told_as_done_at_a_named_place_is_the_outlets_claim(body: str) -> None:
    """The whole sentence, in nobody else's voice."""
    (claim,) = claims_of(body)
    assert claim.own_voice
    assert claim.passage.words == body.rstrip(".")


@pytest.mark.parametrize("body", NOT_TOLD.splitlines())
def test_what_is_asked_supposed_denied_or_history_is_none(body: str) -> None:
    """Nor what leans on the sentence before."""
    assert not any(c.own_voice for c in claims_of(body))


def test_what_may_be_somebodys_account_is_not_the_outlets() -> None:
    """A sentence behind somebody's words in one paragraph may be his; so may one with a verb of saying."""
    found = claims_of("Сторож сказал, что ночь была тихой. Утром обстреляли Старый рынок.")
    assert not any(c.own_voice for c in found)
    found = claims_of("A shell hit the roof of the school in Odden, its teacher, Ana Ternik, said.")
    assert not any(c.own_voice for c in found)


def test_a_bodys_own_paper_is_its_own_voice() -> None:
    """ "Our troops hold the village" is the staff's claim; in a newspaper it is somebody's."""
    body = "Наші бійці продовжують утримувати Вербівку. Колону зупинили і роззброїли."
    text = Text("text", "doc", body, "uk", "test")
    staff = ReadingContext(published="2035-05-10", source="Генеральний штаб Торвелю")
    assert [c.passage.words for c in read_text(text, staff).claims] == body.rstrip(".").split(". ")
    paper = read_text(text, ReadingContext(published="2035-05-10", source="Річкова газета"))
    assert not any(c.passage.words.startswith("Наші") for c in paper.claims)


def test_a_hedge_of_the_outlets_own_stays_with_it() -> None:
    """ "Apparently", «по всей вероятности» before a deed that nobody else tells."""
    for body, hedge in (
        ("По всей вероятности, больница в Торвеле разрушена.", "По всей вероятности"),
        ("За першими даними, міст у Торвелі пошкоджено.", "За першими даними"),
        ("A bus apparently exploded on the Ladda bridge.", "apparently"),
        ("A bus exploded on the Ladda bridge.", None),
    ):
        reading = read_text(Text("text", "doc", body, "und", "test"), ReadingContext("2035-05-10"))
        assert [h.words for c in reading.claims for h in c.hedges] == ([hedge] if hedge else [])


def test_the_cost_is_linear() -> None:
    """Twice the sentences, about twice the time."""

    def cost(size: int) -> float:
        body = "Обстріляно Старий ринок. The Old Market was shelled in Odden. " * (size // 60)
        return seconds(lambda: claims_of(body)) + 0.1

    cost(20_000)
    assert growth(cost, 60_000, 120_000, most=4) < 4
