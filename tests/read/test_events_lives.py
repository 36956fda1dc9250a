"""Ages in stories told out of order: «в девятнадцать», "at nineteen", and where a life is told of."""

from __future__ import annotations

import time

import pytest
from tests.read.narrated import event, read

from muster.model.claims import Order, Reading
from muster.read.events.lives import AGE, BY_AGES, age_told

_AGES = [
    ("en", "At nineteen she left the valley to study law.", 19),
    ("en", "At twenty-two he sold his first boat.", 22),
    ("en", "At the age of nine he lost his mother.", 9),
    ("en", "When I was seven, we moved to the coast.", 7),
    ("en", "She learned to weld as a teenager.", 17),
    ("en", "Born to a ferryman, she learned to swim before she walked.", 0),
    ("ru", "В девятнадцать я отслужил срочную.", 19),
    ("ru", "В двадцать три года она приехала в Лог.", 23),
    ("ru", "Мне было семь, когда мы туда переехали.", 7),
    ("ru", "Его мать умерла, когда ему было девять лет.", 9),
    ("ru", "Мотин родился в год, когда открыли плотину.", 0),
    ("ru", "Ещё студентом он собрал приёмник.", 17),
    ("uk", "У дев'ятнадцять вона закінчила училище.", 19),
    ("uk", "Йому було п'ять років, коли згоріла хата.", 5),
    ("uk", "У 21 рік він поїхав на заробітки.", 21),
    ("uk", "Змалку вона пасла кози.", 17),
]  # fmt: skip
_NO_AGES = [
    ("en", "At eleven the guns began again."),
    ("en", "At 50 metres the driver stopped."),
    ("en", "At sixteen sites the water was bad."),
    ("en", "They came at twenty past four."),
    ("en", "Killed at nineteen, he never saw the letter."),
    ("en", "Their daughter was born in the cellar."),
    ("en", "A student threw a stone."),
    ("ru", "В двадцать сёл пришла вода."),
    ("ru", "В девятнадцать часов завыла сирена."),
    ("ru", "В 15 километрах от города шли бои."),
    ("ru", "Ему было двадцать, когда он погиб."),
    ("ru", "У неё родилась дочь."),
    ("ru", "Двадцать лет назад построили мост."),
    ("uk", "У 24 будинках зникло світло."),
    ("uk", "У двадцяти селах стоїть вода."),
    ("uk", "У них народився онук."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "age"), _AGES)
def test_an_age_is_read(language: str, sentence: str, age: int) -> None:
    """A sentence tells at what age something happened, in words or figures."""
    assert age_told(sentence, language) == age


@pytest.mark.parametrize(("language", "sentence"), _NO_AGES)
def test_hours_and_counts_are_no_ages(language: str, sentence: str) -> None:
    """An hour, a count, a distance, a birth in the story and a death are no age at which a story begins."""
    assert age_told(sentence, language) is None


def links(reading: Reading, one: str, other: str) -> list[Order]:
    """Every link between the two."""
    ids = {event(reading, one).id, event(reading, other).id}
    return [o for o in reading.order if {o.before, o.after} == ids]


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("On 4 May she reopened the mill.\n\nAt nineteen she left the valley.", "left", "reopened"),
        ("4 мая она открыла мельницу.\n\nВ девятнадцать она уехала из долины.", "уехала", "открыла"),
        ("4 травня вона відкрила млин.\n\nУ дев'ятнадцять вона поїхала з долини.", "поїхала", "відкрила"),
    ],
)
def test_a_young_age_lies_before_the_story(body: str, before: str, after: str) -> None:
    """What somebody did at nineteen is likely, and never certain, to come before what is told of now."""
    (link,) = links(read(body), before, after)
    assert (link.before, link.certain) == (event(read(body), before).id, False)
    assert link.reasons == (AGE,)


def test_an_age_that_the_text_gives_says_about_which_year() -> None:
    """ "Ana Vell, 61," was twenty about 1990: after 1979 and before 2004."""
    body = (
        "Ana Vell, 61, sold the ferry.\n\nAt twenty she bought a boat.\n\n"
        "The bridge fell in 1979.\n\nIn 2004 she lost it."
    )
    reading = read(body)
    assert [o.before for o in links(reading, "fell", "bought")] == [event(reading, "fell").id]
    assert [o.before for o in links(reading, "bought", "lost")] == [event(reading, "bought").id]


def test_two_ages_are_in_their_order() -> None:
    """At seventeen comes before at thirty, wherever it is told."""
    reading = read("At thirty he bought the forge.\n\nAt seventeen he ran away to sea.")
    (link,) = links(reading, "ran", "bought")
    assert (link.before, link.reasons) == (event(reading, "ran").id, (BY_AGES,))


def test_many_ages_are_read_in_time() -> None:
    """Three thousand ages and days cost no more than a few seconds."""
    body = "\n\n".join(
        f"At {13 + n % 80}, she moved. On {1 + n % 28} May 2030 it rained." for n in range(1500)
    )
    started = time.process_time()
    read(body)
    assert time.process_time() - started < 30
