"""Plain disputes of two papers of one event, and what only looks like one. Every name is invented."""

from __future__ import annotations

import pytest
from tests.link.test_contradictions import Paper, asked

from muster.link.contradictions import kind_of


def kinds(one: str, other: str, *, days: str = "2032-05-06", beside: bool = False) -> list[str]:
    return [kind_of(link) for link in asked([Paper(one), Paper(other, days)], beside=beside)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "The miller Sem Ort said that the siren had not sounded in Hobb before the strike on 3 May.",
            "The siren sounded twice in Hobb on 3 May, the council said.",
            "unlike",
        ),
        (
            "Рыбак Иван Лом рассказал, что сирена в Зимнике 3 мая не включалась.",
            "В районе заявили, что сирена в Зимнике 3 мая звучала дважды.",
            "unlike",
        ),
        (
            "Повітряну тривогу в Кривому Яру 2 травня не оголошували, сказала лікарка Ганна Сич.",
            "У районі заявили, що повітряну тривогу в Кривому Яру 2 травня оголосили до удару.",
            "unlike",
        ),
        (
            "An enemy drone hit the school in Hobb on 3 May, the council said.",
            "An air-defence missile hit the school in Hobb on 3 May, said the farmer Otto Kreel.",
            "unlike",
        ),
        (
            "В районе заявили, что 3 мая в школу в Зимнике попал беспилотник.",
            "Рыбак Иван Лом рассказал, что 3 мая в школу в Зимнике попала ракета ПВО.",
            "unlike",
        ),
        (
            "У районі заявили, що 2 травня на школу в Кривому Яру впав дрон.",
            "Лікарка Ганна Сич розповіла, що 2 травня на школу в Кривому Яру впала зенітна ракета.",
            "unlike",
        ),
        (
            "The police said the surgeon Edda Voll was arrested at a checkpoint in Kesh on 2 May.",
            "The surgeon Edda Voll was taken from her flat in Kesh on 2 May, her sister said.",
            "unlike",
        ),
        (
            "«Никаких ударов по рынкам не наносилось, – заявил представитель группировки Юрий Лом. – "
            "Работали по батарее за рекой».",
            "Рынок обстреляли утром, сообщил мэр Зимника.",
            "denied",
        ),
    ],
)
def test_papers_dispute_it(one: str, other: str, kind: str) -> None:
    """Whether people were warned, whose weapon hit a house, from where somebody was taken; and a denial whose
    words go on behind the name of whoever says it."""
    assert kinds(one, other) == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The siren had not sounded in Hobb before the strike on 3 May, the miller Sem Ort said.",
            "The siren sounded twice in Lund on 3 May, the council said.",
        ),
        (
            "Debris of a drone hit the dairy in Hobb on 3 May, the council said.",
            "An air-defence missile hit the dairy in Hobb on 3 May, said the farmer Otto Kreel.",
        ),
        (
            "An enemy drone hit the dairy in Hobb on 3 May, the council said.",
            "An air-defence missile hit the school in Hobb on 3 May, said the farmer Otto Kreel.",
        ),
        (
            "The police said the surgeon Edda Voll was arrested at a checkpoint in Kesh on 2 May.",
            "The cook Milo Tass was taken from his flat in Kesh on 2 May, his sister said.",
        ),
        (
            "No more than 40 people were detained in Hobb on 3 May, the police said.",
            "180 people were detained in Hobb and eleven other towns on 3 May, the lawyer Alba Reen said.",
        ),
        (
            "В Зимнике 3 мая задержали не более 40 человек, заявили в полиции.",
            "В Зимнике и в других городах 3 мая задержали 180 человек, сказала адвокат Анна Рель.",
        ),
    ],
)
def test_what_only_looks_so_is_left_alone(one: str, other: str) -> None:
    """Another town, debris, another house, somebody else; more towns than one."""
    assert kinds(one, other) == []


def test_accounts_of_one_event_are_of_one_time_however_late_the_second() -> None:
    """Neither gives a day, one is out nine days later: only where the papers tell of one event."""
    one = "The siren had not sounded in Hobb, the miller Sem Ort said."
    other = "The siren sounded twice in Hobb, the committee found."
    assert kinds(one, other, days="2032-05-15") == []
    assert kinds(one, other, days="2032-05-15", beside=True) == ["unlike"]
