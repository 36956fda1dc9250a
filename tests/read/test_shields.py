"""Speakers whom a text hides: descriptions, codes, pronouns, groups, interviews, in three languages."""

from __future__ import annotations

import pytest

from muster.model.claims import Claim, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

# Every claim of these texts is by somebody whom the text hides.
HIDDEN = """
A nurse who asked not to be named said that the ward was full.
A guard, speaking on condition of anonymity, said that the gate had been left open.
A fire officer told the Northpost agency that the tank had leaked; he asked that his name be withheld.
Two medics from Torvel, who asked to remain anonymous, said the roof fell in. "It rained," one of them said.
A clerk who was not authorised to speak publicly said that the list was false.
A driver, fearing reprisals, said that the convoy had turned back.
Witness K, a sapper, testified that the order came by radio. According to the witness, two men refused it.
Source 3 said that the depot was empty.
Maria S. said that she hid for a week.
The names of all interviewees have been changed. "We slept on the floor," said Oskar.
A smuggler whom we will call Petrunia said that the road was watched. She added that the price had doubled.
An official spoke anonymously. He said that the fund was empty.
A teacher, whose name is known to the editors, said that the school had closed.
A cook said that the flour ran out. Her name has been changed at her request.
"We ran," said Oskar (not his real name).
A cousin of Ruvik's, who declined to give her name, said that he had been beaten.
Taras (surname withheld) said that the road was watched.
A farmer asked us to keep his name out of it. He said that the wells were dry.
Медсестра, попросившая не называть её имени, сказала, что мест нет.
Офицер на условиях анонимности рассказал, что склад пуст.
Сапёр (имя изменено) рассказал, что приказ пришёл по рации.
Источник, попросивший не указывать его должность, сообщил, что фонд пуст.
Водитель, опасаясь мести, рассказал, что колонна повернула назад.
Свидетель К. показал, что приказ пришёл по рации.
Андрей К. рассказал, что ушёл сам.
Имена всех собеседников изменены. «Мы спали на полу», — рассказал Тарво.
Солдат, назовём его Тарвом, рассказал, что приказа не было. Он добавил, что ждали долго.
Кассир (фамилию не скажу, ему ещё работать) рассказал, что денег нет.
Повар, имя которого известно редакции, рассказал, что муки не осталось.
Чиновник согласился говорить при условии, что его имя не назовут. Он сказал, что фонд пуст.
Майор согласился говорить, если мы не назовём его имени. Он сказал, что приказа не было.
Медсестра, яка попросила не називати її імені, сказала, що місць немає.
Офіцер за умови анонімності розповів, що склад порожній.
Сапер (ім'я змінено) розповів, що наказ надійшов рацією.
Джерело, яке попросило не вказувати його посаду, повідомило, що фонд порожній.
Водій, побоюючись помсти, розповів, що колона повернула назад.
Свідок К. розповів, що наказ надійшов рацією.
Імена всіх співрозмовників змінено. «Ми спали на підлозі», — розповів Тарво.
Солдат, назвемо його Тарвом, розповів, що наказу не було. Він додав, що чекали довго.
Касир (прізвища не скажу, йому ще працювати) розповів, що грошей немає.
Кухар, ім'я якого відоме редакції, розповів, що борошна не лишилося.
Собеседник в порту, знакомый с делом, попросил об анонимности. Собеседник говорит, что краны стоят.
Водитель согласился говорить при условии, что мы не опубликуем его имя. Он рассказал, что песок кончился.
Инженер, попросивший «Берег» об анонимности, сообщил, что насосы встали.
Двое работников депо, назвавшие только свои имена, рассказали, что рельсы разобраны.
Двое сотрудников ведомства, попросившие не называть их имён, рассказали, что печати сорваны.
Бывший сторож (его данные известны редакции) говорит, что двери не запирались.
Лодочник, не имеющий права на комментарии прессе, сообщил, что паром сел на мель.
Лина рассказала, что колодец сухой. Говорить под своим именем она боится.
Лина рассказала, что колодец сухой. По соображениям безопасности мы не называем её фамилии.
Лина рассказала, что колодец сухой. Она боится за родных и просит не называть её имени.
По словам 40-летней Лины (имя изменено. – Ред.), колодец сухой.
Медсестра лікарні, яка просить не називати її імені, бо боїться за рідних, розповіла, що ліки скінчилися.
Посадовиця, обізнана зі справою, попросила про анонімність. Посадовиця додала, що журнал зник.
«Поховали за млином», – сказав чоловік, відмовившись назватися.
Співробітник порту на умовах анонімності сказав, що крани стоять. Співробітник порту додав, що їх продали.
Ліна (змінене ім’я) розповіла, що колодязь сухий.
"""

# Nobody here is hidden.
OPEN = """
A nurse said that the ward was full.
An official said that the fund was empty.
Residents feared reprisals. The mayor, Oskar Vill, said that nobody would be harmed.
Oskar Vill, who fears for his life, said that the road was watched.
The ministry did not name the dead. It said that their families had been told.
A nurse who asked not to be named left. The ministry said that the ward was full.
A guard who asked not to be named said no. Another guard said that the gate was shut.
The witness said that Plan B had failed.
General A. Vorlin said that the bridge held.
Медсестра сказала, что мест нет.
Сапёр, ушедший под влиянием других, сказал, что приказа не было.
Министерство не назвало имён погибших. Оно сообщило, что семьи извещены.
Генерал А. Ворлин сказал, что мост стоит.
Мэр Иван Ворлин, опасаясь мести, сказал, что дорога под наблюдением.
Медсестра сказала, що місць немає.
Генерал А. Ворлін сказав, що міст стоїть.
Мер Іван Ворлін, побоюючись помсти, сказав, що дорога під наглядом.
«Мы считали бумаги», – сказала директор «Обсерватории» Вера Лагутина. Настоящее число она назвать отказалась.
Полковник Глеб Рудин заявил, что потерь нет, и отказался назвать число погибших.
«Список растёт», – сообщил прокурор Олег Сивков. Место он не стал раскрывать.
«Ми рахували папери», – сказала директорка «Обсерваторії» Віра Лагутіна. Справжнє число назвати відмовилася.
Полковник Гліб Рудий заявив, що втрат немає, і не захотів називати кількість загиблих.
"We counted papers," said the director, Vera Lagutin. She declined to give a figure or to name the village.
Рыбинспектор Олег Рудин сказал, что паром сел на мель. Название улицы изменили.
Рибінспектор Олег Рудин сказав, що пором сів на мілину. Школі дали ім’я героя.
Олег Рудин сказал журналистам, что паром сел на мель. В порту боятся за родных.
"""

INTERVIEWS = [
    """We have changed her name. She is a medic from Torvel and wants to stay there.

What happened in March?

"We carried eleven men through the snow. Nobody came for us."

Who gave the order?

"The captain did. He was drunk, and we all knew it."

What now?

"I will wait for the end of my contract. Then I will see."
""",
    """Имя собеседницы изменено. Она медик и живёт в Торвеле.

Что было в марте?

«Мы несли одиннадцать человек по снегу. Никто за нами не пришёл».

Кто отдал приказ?

«Капитан. Он был пьян, и мы все это знали».

Что теперь?

«Буду ждать конца контракта. Там посмотрим».
""",
]


def claims_of(body: str) -> list[Claim]:
    reading = read_text(Text("text-1", "doc-1", body, "und", "test/1"), ReadingContext("2031-05-02"))
    return [c for c in reading.claims if not c.own_voice]


@pytest.mark.parametrize("body", HIDDEN.strip().splitlines())
def test_whoever_asks_not_to_be_named_is_protected_in_all_he_says(body: str) -> None:
    """Every claim's nearest speaker is protected, whatever words stand for him."""
    claims = claims_of(body)
    assert claims
    assert [c.passage.words for c in claims if not c.said_by or not c.said_by[0].protected] == []


@pytest.mark.parametrize("body", OPEN.strip().splitlines())
def test_no_text_is_taken_to_say_that_it_hides_whom_it_does_not(body: str) -> None:
    """Officials without a promise, full names, bodies, and whoever is another one."""
    claims = claims_of(body)
    shown = [c.passage.words for c in claims if any(s.protected and not s.presumed for s in c.said_by)]
    assert [w for w in shown if w != "no"] == []


@pytest.mark.parametrize("body", INTERVIEWS)
def test_the_answers_of_an_interview_are_the_hidden_ones(body: str) -> None:
    """A note at the head hides whoever answers, to the end."""
    answers = [c for c in claims_of(body) if c.kind == "direct"]
    assert len(answers) >= 3
    assert all(c.said_by[0].protected for c in answers)


def test_the_cost_of_shields_is_linear() -> None:
    """Letters, half signals and stems without an end."""
    for piece in ("K. ", "Witness K ", "имя не ", "asked us not to name ", "свідок Б. ", "name "):
        read_text(Text("t", "d", piece * (40_000 // len(piece)), "und", "test/1"), ReadingContext())


def shielded(body: str) -> dict[str, bool]:
    """Whether the nearest speaker of each claim is protected, by its words."""
    return {c.passage.words: c.said_by[0].protected for c in claims_of(body) if c.said_by}


def test_whom_a_hidden_person_quotes_is_not_hidden() -> None:
    """In the answers of somebody hidden the major, the ministry and "they" are who they are."""
    found = shielded(
        "A gunner called Owl agreed to talk. He asked us not to name him.\n\n— Who sent you?\n\n"
        "— Major Ivor Stell said that the hill was empty. I was told that the lorry burned.\n\n"
        "— Did you believe you would return?\n\n"
        "— The ministry announced that we had never been there. I laughed."
    )
    assert not found["the hill was empty"]
    assert not found["we had never been there"]


def test_a_full_name_is_shielded_only_by_a_signal_about_that_name() -> None:
    """Whoever is named in full beside somebody hidden is not: "without his name", a withheld post."""
    beside = shielded(
        "I passed it on to Ms Ana Ternik, without his name. She said that it agreed with the list."
    )
    assert not any(beside.values())
    post = shielded("Олег Рудин, попросивший не указывать его должность, сказал, что мост закрыт.")
    assert not post["мост закрыт"]
    changed = shielded("Олег Рудин (имя изменено) сказал, что мост закрыт.")
    assert changed["мост закрыт"]


@pytest.mark.parametrize(
    "body",
    [
        "A driver was found. He asked that we leave out his street and his name. He said that it was shut.",
        "In the hall sits a cook whose name we have changed. The cook said that the gate was shut.",
        "A second man would speak only if nothing here could lead to him. The man said that it was shut.",
        "Сапёр, имя которого нам известно, сказал, что приказа не было.",
        "Медсестра наполягла, щоб не було ані імені, ані відділення. Вона каже, що місць немає.",
    ],
)
def test_promises_in_other_words_hide_too(body: str) -> None:
    """Left out, changed, nothing that leads to him: the nearest speaker of the last claim is protected."""
    last = max(claims_of(body), key=lambda c: c.passage.start)
    assert last.said_by[0].protected


@pytest.mark.parametrize(
    "body",
    [
        "«Двадцатилетние, насколько нам известно, чаще болеют», – сказал врач Олег Рудин.",
        "«Молоді, наскільки нам відомо, частіше хворіють», – сказав лікар Олег Рудий.",
        "Рудин С. В.: Меня неправильно поняли, я имел в виду другой мост.",
    ],
)
def test_as_far_as_we_know_and_initials_hide_nobody(body: str) -> None:
    """«Насколько нам известно» is a hedge; initials behind a surname are no code."""
    assert not any(shielded(body).values())
