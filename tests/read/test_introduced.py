"""Who somebody is, where a sentence of its own says it, goes with him to what he says later."""

from __future__ import annotations

import pytest

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

SAID = {
    "en": "Ostrin said the road was closed.",
    "ru": "Острин сказал, что дорога закрыта.",
    "uk": "Гайва сказала, що дорогу закрито.",
}


def _speaker(first: str, language: str) -> tuple[str | None, str | None]:
    body = f"{first}\n\n{SAID[language]}"
    reading = read_text(Text("t", "d", body, language, "test"), ReadingContext())
    (claim,) = (c for c in reading.claims if c.passage.start > len(first))
    return claim.said_by[0].role, claim.said_by[0].organisation


@pytest.mark.parametrize(
    ("first", "language", "role", "organisation"),
    [
        ("Pavel Ostrin is a lawyer with Open Quay.", "en", "a lawyer with Open Quay", "Open Quay"),
        ("Pavel Ostrin, 41, is head of the Dune Monitor.", "en", "head of the Dune Monitor", "Dune Monitor"),
        ("Pavel Ostrin has been the mayor of Marrow since 2019.", "en", "the mayor of Marrow", "Marrow"),
        ("Pavel Ostrin works as a driver for the Quay Fund and lives here.", "en",
         "a driver for the Quay Fund", "Quay Fund"),
        ("Павел Острин – адвокат.", "ru", "адвокат", None),
        ("Павел Острин – руководитель «Дюнного монитора».", "ru",
         "руководитель «Дюнного монитора»", "Дюнного монитора"),
        ("Павел Острин является главным врачом больницы.", "ru", "главный врач больницы", "больницы"),
        ("Олена Гайва є головою Центру моніторингу.", "uk", "голова Центру моніторингу", "Центр моніторингу"),
        ("Олена Гайва працює адвокаткою у Мареві.", "uk", "адвокатка у Мареві", None),
    ],
)  # fmt: skip
def test_it_is_told_once_and_known(first: str, language: str, role: str, organisation: str | None) -> None:
    assert _speaker(first, language) == (role, organisation)


@pytest.mark.parametrize(
    ("first", "language"),
    [
        ("The brother of Pavel Ostrin is a lawyer.", "en"),
        ("Is Pavel Ostrin a lawyer?", "en"),
        ("Pavel Ostrin is not a lawyer.", "en"),
        ("If Pavel Ostrin is a lawyer, so is Ada Brook.", "en"),
        ("Pavel Ostrin is the son of a minister.", "en"),
        ("Pavel Ostrin is wanted by the police.", "en"),
        ("Pavel Ostrin was a lawyer.", "en"),
        ("Павел Острин – адвокату: «Жди».", "ru"),
        ("Павел Острин не является адвокатом.", "ru"),
        ("Олена Гайва не працює адвокаткою.", "uk"),
    ],
)
def test_what_is_not_said_of_him_is_not_his(first: str, language: str) -> None:
    assert _speaker(first, language) == (None, None)
