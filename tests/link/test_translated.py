"""Translated copies: what is suggested, what is not, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from tests.costs import growth, seconds
from tests.link.conftest import copies_of, document

from muster.link import CopyInput
from muster.link.translated import likeness_of
from muster.model.links import Copy

Search = Callable[[Iterable[CopyInput]], list[Copy]]

EN = (
    "The ferry crews of Brodivka refused to carry soldiers across the river on Tuesday, the harbour master "
    "said. Forty sailors were locked in a warehouse until the prosecutor arrived and ordered their release."
)
RU = (
    "Во вторник паромные экипажи Бродивки отказались перевозить солдат через реку, сообщил начальник гавани. "
    "Сорок моряков держали запертыми на складе, пока не приехал прокурор и не приказал их освободить."
)
UK = (
    "У вівторок поромні екіпажі Бродівки відмовилися перевозити солдатів через річку, повідомив начальник "
    "гавані. Сорок моряків тримали замкненими на складі, доки не приїхав прокурор і не наказав їх звільнити."
)
OTHER = (
    "Во вторник в Бродивке открылся рынок: рыбаки продавали рыбу, а солдаты гарнизона покупали хлеб и чай. "
    "Начальник гавани сказал, что паромы ходят каждые сорок минут и мест хватает всем пассажирам."
)


@pytest.mark.parametrize(("language", "body"), [("ru", RU), ("uk", UK)])
def test_a_translation_without_numbers_or_names_in_digits_is_found(
    search: Search, language: str, body: str
) -> None:
    """By meaning alone, the earlier as original, with a word of caution."""
    found = search(
        [
            document("a", EN, published="2022-05-18"),
            document("b", body, language=language, published="2022-05-19"),
            document("c", OTHER, language="ru", published="2022-05-19"),
        ]
    )
    assert [(c.copy, c.original, c.kind) for c in found] == [("b", "a", "translated")]
    assert any("by meaning" in reason for reason in found[0].reasons)
    assert any("a person should look" in reason for reason in found[0].reasons)


def test_news_of_the_same_place_and_people_is_no_translation(search: Search) -> None:
    """The same harbour, soldiers and day in another story."""
    pair = [document("a", EN, published="2022-05-18"), document("c", OTHER, language="ru")]
    assert search(pair) == []


def test_a_month_apart_is_no_translation(search: Search) -> None:
    """A translation follows within a week."""
    late = document("b", RU, language="ru", published="2022-06-30")
    assert search([document("a", EN, published="2022-05-18"), late]) == []


def test_other_numbers_are_two_reports(search: Search) -> None:
    """Where most numbers differ, two have written of two things with the same words."""
    pair = [
        document("a", EN + " They were 40, 17 and 25.", published="2022-05-18"),
        document("b", RU + " Их было 31, 52 и 68.", language="ru", published="2022-05-18"),
    ]
    assert search(pair) == []


def test_the_likest_of_three_is_the_translation() -> None:
    """Ranking works in both directions and for every pair of languages."""
    texts = {"en": EN, "ru": RU, "uk": UK}
    for language, body in texts.items():
        for other, translated in texts.items():
            if other != language:
                score = likeness_of([(OTHER, "ru"), (translated, other)], [(body, language)])
                assert score(1, 0) > 0.5 > score(0, 0)


def test_the_cost_grows_with_the_number_of_documents(tmp_path: Path) -> None:
    """Four times as many pairs of two languages take less than ten times as long."""

    def cost(size: int) -> float:
        documents = []
        for number in range(size):
            name = "".join("bdgklmnprstvz"[number // 13**k % 13] + "a" for k in range(4)).capitalize()
            body, language = ((EN, "en"), (RU, "ru"))[number % 2]
            documents.append(
                document(f"d{number:05}", f"{name} {number} {body[:60]} of {name}", language=language)
            )
        return seconds(lambda: copies_of(documents, tmp_path / f"w{size}"))

    cost(100)
    assert growth(cost, 200, 800, most=10) < 10
