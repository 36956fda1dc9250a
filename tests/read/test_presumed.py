"""Whom no word of a text hides and its form does: first names, call signs, people without a name."""

from __future__ import annotations

import pytest

from muster.model.claims import Claim, Reading, ReadingContext
from muster.model.evidence import Text
from muster.read import kept_back, read_text
from muster.read.protection.presumed import CALL_SIGN, FIRST_NAME, ONLY_ROLE
from muster.read.protection.unnamed import FIRST_NAME as FIRST_NAME_TOLD
from muster.read.protection.unnamed import HIDDEN, SAID

KEPT = [
    ("Tilda, a welder from Vellin, said that the gate was locked. "
     "“We waited two days,” Tilda said.", FIRST_NAME),
    ("“We slept on the floor,” said a cook of the second kitchen. "
     "The cook said that nobody came.", ONLY_ROLE),
    ("A welder from Vellin told us that he had counted nine trucks. "
     "“I saw them burn,” the welder said.", ONLY_ROLE),
    ("Two medics told us that the cellar had been full.", ONLY_ROLE),
    ("«Мы ждали два дня», – рассказала Тоня, сварщица из Веллина. "
     "Тоня добавила, что ворота были закрыты.", FIRST_NAME),
    ("Сапёр с позывным «Клён» рассказал, что мост стоял.", CALL_SIGN),
    ("«Мы спали на полу», – рассказал повар второй кухни. По словам повара, никто не приходил.", ONLY_ROLE),
    ("«Ми чекали два дні», – розповіла Оксана, зварниця з Велліна. "
     "Оксана додала, що ворота були зачинені.", FIRST_NAME),
    ("«Ми спали на підлозі», – розповів кухар другої кухні. "
     "За словами кухаря, ніхто не приходив.", ONLY_ROLE),
]  # fmt: skip
SHOWN = [
    "“We counted nine boats,” said Vorlinsky.",
    "“Two boats are in,” Newsdesk wrote.",
    "Wenna Talbrick, a welder, said that the gate was locked. “We waited two days,” Talbrick said.",
    "“We waited,” said Viktor. Viktor and Emil Talbrick run the yard.",
    "“We hold the bridge,” said Captain Vorlin. Captain Vorlin said that it was quiet.",
    "“We hold the bridge,” said General A. Vorlin.",
    "“We hold the bridge,” a spokesman said. The spokesman said that it was quiet.",
    "“We saw nobody,” the ministry said.",
    "Wenna Talbrick's husband said that he had seen the trucks. “I saw them burn,” her husband said.",
    "“We count every day,” said the head of the union. The head said that he was tired.",
    "«Мы считаем», – сказала Вера Лагутина. Лагутина добавила, что список растёт.",
    "«Мост стоит», – заявил представитель штаба. Представитель добавил, что тихо.",
    "«Ми рахуємо», – сказала Віра Лагутіна. Лагутіна додала, що список росте.",
    "«Міст стоїть», – заявив речник штабу. Речник додав, що тихо.",
]


def reading_of(body: str) -> Reading:
    return read_text(Text("text-1", "doc-1", body, "und", "test/1"), ReadingContext("2031-05-02"))


def said(reading: Reading) -> list[Claim]:
    return [c for c in reading.claims if not c.own_voice and c.inside is None]


@pytest.mark.parametrize(("body", "why"), KEPT)
def test_who_speaks_to_a_paper_without_a_surname_is_presumed_to_be_kept_back(body: str, why: str) -> None:
    """In every claim, with the reason, and wherever the name stands."""
    reading = reading_of(body)
    assert said(reading)
    assert {(c.said_by[0].protected, c.said_by[0].presumed) for c in said(reading)} == {(True, why)}
    names = {c.said_by[0].name for c in said(reading)}
    assert all(m.protected for m in reading.mentions if m.kind == "person" and m.norm in names)
    assert HIDDEN in {place.why for place in kept_back(Text("t", "d", body, "und", "test/1"), reading)}


@pytest.mark.parametrize("body", SHOWN)
def test_names_in_full_offices_bodies_and_whoever_is_somebodys_are_shown(body: str) -> None:
    """No speaker of theirs is protected."""
    claims = said(reading_of(body))
    assert claims
    assert [c.passage.words for c in claims if any(s.protected for s in c.said_by)] == []


def test_whom_another_quotes_is_not_presumed_to_speak_to_the_paper() -> None:
    """A nurse in somebody's words is his to tell of; he is who he is."""
    claims = reading_of("“A nurse told me that nine had died,” said Wenna Talbrick, a welder.").claims
    assert claims and not any(s.protected for c in claims for s in c.said_by)


def test_what_a_text_says_is_told_apart_from_what_is_presumed() -> None:
    """Of whoever asks for it the reason is the text's own."""
    reading = reading_of("A welder who asked not to be named said that he had counted nine trucks.")
    assert [(s.protected, s.presumed) for c in said(reading) for s in c.said_by] == [(True, None)]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("The yard was shut. Her name has been changed. The cranes are red.", SAID),
        ("The yard was shut, and Marta hid nine of them in the cellar.", FIRST_NAME_TOLD),
        ("Двор закрыли, и Оксана спрятала девятерых.", FIRST_NAME_TOLD),
    ],
)
def test_places_that_may_lead_to_somebody_are_found_without_a_claim(body: str, why: str) -> None:
    """Words that hide, and a first name alone of whoever says nothing."""
    text = Text("text-1", "doc-1", body, "und", "test/1")
    reading = read_text(text, ReadingContext())
    assert said(reading) == []
    assert why in {place.why for place in kept_back(text, reading)}


def test_a_text_of_names_in_full_has_no_such_place() -> None:
    """Nor has one of offices."""
    body = "Wenna Talbrick said that the yard was shut. The mayor, Oskar Vill, said that it was not."
    assert kept_back(Text("text-1", "doc-1", body, "und", "test/1"), reading_of(body)) == []
