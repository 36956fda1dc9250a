"""Who said what in Russian and Ukrainian: tables of invented sentences with their claims marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.costs import growth, seconds
from tests.read.marked import claims_of, likeness, marked_lines, parts, problems, read_marks

HERE = Path(__file__).parent


@pytest.mark.parametrize("line", marked_lines(HERE / "attributions_ru.txt"))
def test_a_russian_sentence_is_read_as_marked(line: str) -> None:
    """Words, speaker, and nothing else."""
    assert problems(line) == []


@pytest.mark.parametrize("line", marked_lines(HERE / "attributions_uk.txt"))
def test_a_ukrainian_sentence_is_read_as_marked(line: str) -> None:
    """Words, speaker, and nothing else; with or without the dictionary."""
    assert problems(line) == []


@pytest.mark.parametrize(
    "unit",
    [
        "сказал, что ",
        "сказал он, ",
        "«",
        "– сказал. ",
        "по словам ",
        "Иван, ",
        "он и ",
        "а " * 40,
        "б",
        "в Киеве ",
        "врач – что он, ",
        "Письмо от врача\n\nЯ там.\n\n",
    ],
)
def test_the_cost_is_linear_in_hostile_text(unit: str) -> None:
    """Half a megabyte of one pattern takes at most about twice a quarter of it."""

    def cost(size: int) -> float:
        body = (unit * (size // len(unit) + 1))[:size]
        return seconds(lambda: claims_of(body)) + 0.1  # below a tenth of a second a ratio says little

    cost(20_000)
    assert growth(cost, 100_000, 200_000, most=4) < 4


@pytest.mark.parametrize(
    "body",
    [
        "Ветров не говорил, что рота ушла.",
        "Если Ветров скажет, что рота ушла, начнётся паника.",
        "Вітрук не казав, що рота пішла.",
    ],
)
def test_what_was_not_said_is_no_statement(body: str) -> None:
    """A negated or supposed verb of saying gives at most a hypothetical claim."""
    assert all(c.hypothetical for c in claims_of(body) if c.cue)


# Text and who said the words in brackets.
WHO = [
    (
        "Адвокат Анна Кравчук ведёт дела солдат. Адвокат рассказала, что [отказались сорок человек].",
        "Анна Кравчук",
    ),
    (
        "Адвокат Анна Кравчук ведёт дела солдат. По словам адвоката, [отказались сорок человек].",
        "Анна Кравчук",
    ),
    (
        "Адвокат Анна Кравчук ведёт дела солдат. По словам женщины, [отказались сорок человек].",
        "Анна Кравчук",
    ),
    (
        "Командир роты Иван Ветров встретился с Анной Кравчук. Он сказал, что [приказа не было].",
        "Иван Ветров",
    ),
    (
        "Командир роты Иван Ветров встретился с Анной Кравчук. Она сказала, что [приказа не было].",
        "Анна Кравчук",
    ),
    (
        "Командир роты Иван Ветров встретился с Анной Кравчук. По её словам, [приказа не было].",
        "Анна Кравчук",
    ),
    (
        "Командир роты Иван Ветров встретился с Анной Кравчук. По его словам, [приказа не было].",
        "Иван Ветров",
    ),
    ("Иван Ветров рассказал о бое. «[Мы ждали трое суток и потом ушли]».", "Иван Ветров"),
    ("Иван Ветров рассказал о бое. Говорит, что [ждали трое суток].", "Иван Ветров"),
    ("Анна Кравчук ведёт дела солдат.\n\n«[Их бросают в ямы]», – говорит она.", "Анна Кравчук"),
    ("Мать солдата Ольга Ветрова ищет сына. Мать говорит, что [сын пропал в мае].", "Ольга Ветрова"),
    (
        "Правозащитный центр «Причал» собрал свидетельства. "
        "В организации уточнили, что [людей держат в подвалах].",
        "Причал",
    ),
    ("Минобороны сообщило об отходе. В ведомстве добавили, что [потерь нет].", "Минобороны"),
    ("Боец Сергей (имя изменено) вернулся домой. Он рассказал, что [роту бросили].", "Сергей"),
    ("Олег служил с Иваном Ветровым. «[Он был старшим]», – говорит Олег.", "Олег"),
    (
        "Адвокатка Олена Гай веде справи солдатів. Адвокатка розповіла, що [відмовилися сорок людей].",
        "Олена Гай",
    ),
    ("Адвокатка Олена Гай веде справи солдатів. За словами жінки, [відмовилися сорок людей].", "Олена Гай"),
    ("Командир роти Андрій Вітрук зустрівся з Оленою Гай. Він сказав, що [наказу не було].", "Андрій Вітрук"),
    ("Командир роти Андрій Вітрук зустрівся з Оленою Гай. За її словами, [наказу не було].", "Олена Гай"),
    (
        "Командир роти Андрій Вітрук зустрівся з Оленою Гай. Вітрук сказав, що [наказу не було].",
        "Андрій Вітрук",
    ),
    ("Андрій Вітрук розповів про бій. Каже, що [чекали три доби].", "Андрій Вітрук"),
    (
        "Губернатор Петро Лугенко виступив перед мешканцями. Посадовець пообіцяв, що [школу збудують].",
        "Петро Лугенко",
    ),
    ("Міноборони повідомило про відхід. У відомстві додали, що [втрат немає].", "Міноборони"),
]


@pytest.mark.parametrize(("text", "name"), WHO)
def test_a_pronoun_or_a_description_goes_to_the_person_meant(text: str, name: str) -> None:
    """The verb's gender, the role and the noun «женщина» decide; never a body for a person."""
    marked = read_marks(text)
    claims = claims_of(marked.body)
    claim = max(claims, key=lambda c: likeness(marked.words[1], parts(c)))
    assert likeness(marked.words[1], parts(claim)) > 0.6
    assert claim.said_by[0].name == name


def test_a_link_behind_a_verb_hides_no_clause() -> None:
    """ "[wrote](https://…), that": the address of a link is blank for the rules, its characters stay."""
    body = "Губернатор Олег Сивков [сообщил](https://t.me/kanal/12?single), что мост через Сольву закрыт."
    (claim,) = claims_of(body)
    assert claim.passage.words == "мост через Сольву закрыт"
    assert claim.speaker is not None and claim.speaker.words == "Губернатор Олег Сивков"
    assert body[claim.passage.start : claim.passage.stop] == claim.passage.words
