"""Two witnesses of one thing are no copies of each other; one text with its people is. All is invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from tests.link.conftest import document

from muster.link import CopyInput
from muster.link.other_people import by_other_people
from muster.model.links import Copy

Search = Callable[[Iterable[CopyInput]], list[Copy]]

# What one says; what another says of the same; the first told again by another paper.
TOLD = {
    "en": (
        "Men of the 4th Brigade took phones and passports from conscripts in the mill at Vereska in "
        "March, Gleb "
        "Anisimov told the court. They were beaten with cables, he said, and 12 of them were kept in "
        "the cellar "
        "for three days.",
        "{} told the commission that soldiers of the 4th Brigade took the passports and phones of "
        "conscripts in "
        "the mill at Vereska in March and beat them with cables. He said 12 were kept for three days "
        "in the cellar.",
        ("Viktor Lugov", "Gleb Anisimov"),
    ),
    "ru": (
        "Офицеры 7-го полка угрожали мобилизованным на мельнице в Городне тюрьмой, если они не "
        "подпишут контракт, "
        "рассказал Антон Рудый. По его словам, 14 февраля двоих избили, а 19 человек держали в "
        "подвале без еды.",
        "Мобилизованным на мельнице в Городне офицеры 7-го полка грозили тюрьмой за отказ подписать "
        "контракт, "
        "сообщил {}. 14 февраля, по его словам, избили двоих, ещё 19 человек держали в подвале без еды.",
        ("Степан Лодыгин", "Антон Рудый"),
    ),
    "uk": (
        "Військові 22-ї бригади змушували людей у Калинівці віддавати ключі від будинків, розповіла "
        "Галина Сердюк. "
        "9 червня вони зайняли школу, 16 родин вигнали на вулицю, каже вона, і нікому нічого не пояснили.",
        "У Калинівці військові 22-ї бригади забирали в людей ключі від будинків, каже {}. 9 червня "
        "вони зайняли "
        "школу і вигнали на вулицю 16 родин, нікому нічого не пояснивши.",
        ("Микола Бойчук", "Галина Сердюк"),
    ),
}


@pytest.mark.parametrize("language", list(TOLD))
def test_two_who_tell_of_one_thing_are_two_accounts(search: Search, language: str) -> None:
    """Each named in a text of his own, in much the same words; under the first one's name it is a copy."""
    first, again, (other, same) = TOLD[language]
    early = document("a", first, language=language, published="2020-05-02T08:00:00+00:00")
    for name, copies in ((other, 0), (same, 1)):
        late = document("b", again.format(name), language=language, published="2020-05-02T12:00:00+00:00")
        assert len(search([early, late])) == copies


def test_two_who_tell_of_one_thing_in_two_languages(search: Search) -> None:
    """A translation has the same people, in other letters."""
    first, _, _ = TOLD["ru"]
    early = document("a", first, language="ru", published="2020-05-02T08:00:00+00:00")
    for name, copies in (("Stepan Lodygin", 0), ("Anton Rudyi", 1)):
        told = (
            "Officers of the 7th Regiment threatened mobilised men at the mill in Horodna with "
            "prison if they did "
            f"not sign a contract, said {name}. On 14 February two were beaten, he said, and 19 "
            "people were held "
            "in the cellar without food."
        )
        late = document("b", told, published="2020-05-02T12:00:00+00:00")
        assert len(search([early, late])) == copies


def test_whole_runs_of_words_under_another_name_stay_a_copy(search: Search) -> None:
    """The other name is told as drift."""
    first, _, (other, same) = TOLD["en"]
    early = document("a", first, published="2020-05-02T08:00:00+00:00")
    late = document("b", first.replace(same, other), published="2020-05-02T12:00:00+00:00")
    (found,) = search([early, late])
    assert found.kind == "near"
    assert found.drift


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("Nina Halych said so.", "Ігор Семенко сказав.", True),
        ("Foreman Stepan Kolya said so.", "Бригадир Степан Коля сказав.", False),
        ("Руслан Таврин из проекта Front Room", "Ruslan Tavrin of Front Room", False),
        ("Pavel Rybin said so.", "Pavel Rybln said so.", False),
        ("A soldier said so.", "Nina Halych said so.", False),
        ("Nina Halych and Pavel Rybin said so.", "Pavel Rybin said so.", False),
        ("The Sava Company said so.", "Nina Halych said so.", False),
    ],
)
def test_people_are_known_by_a_given_name(one: str, other: str, two: bool) -> None:
    """Neither a trade before a name nor a machine's misspelling nor a firm makes another person."""
    assert by_other_people(one, other) is two
