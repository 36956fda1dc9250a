"""Which language a body and each of its paragraphs is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.text.languages import language_of, languages, languages_of
from muster.text.segment import paragraphs

BODIES = [
    ("en", "The soldiers have refused to return to the front, their lawyers said."),
    ("ru", "Солдаты отказались возвращаться, сообщили их адвокаты. Это было вчера."),
    ("uk", "Солдати відмовилися повертатися, повідомили їхні адвокати. Це було вчора."),
    ("und", "Die Soldaten haben sich geweigert, an die Front zurückzukehren, und das ist nicht neu."),
    ("und", "Żołnierze odmówili powrotu na front i nie jest to pierwszy raz, że się to stało."),
    (
        "und",
        "Войниците отказаха да се върнат на фронта, което беше съобщено вчера от техните адвокати, а те не "
        "искат вече войната и ще подадат жалба срещу решението на командирите, въпреки че съдът още "
        "не е казал дали тази заповед е била законна и дали тя трябва да бъде изпълнена от всички.",
    ),
    (
        "und",
        "Салдаты адмовіліся вяртацца на фронт, паведамілі ўчора іх адвакаты, і гэта ўжо не першы выпадак.",
    ),
    ("und", ""),
    ("und", "12 345 – 6:30"),
    (
        "ru",
        "В больнице Ольхова сообщили о шести умерших. Те же цифры приводит украинское издание "
        "«Дніпрові вісті», добавляя, что всего туда привезли сорок человек с ранениями.",
    ),
    (
        "ru",
        "Книга называется «Тіні»; её герои говорят по-русски, и никто этому не удивляется, хотя город стоит "
        "у границы, а по вечерам в клубе поют «Місяць на небі», «Ніч» и ещё две песни, слова которых знает "
        "каждый школьник, и это никого не злит, потому что так было при дедах и останется при внуках.",
    ),
    ("uk", "Хутір Рыбальче й село Бугры пишуть так на старій мапі; тепер там інші назви."),
    ("ru", "Источник: https://example.org/some/long/address/of/a/page Всё спокойно, жители вышли на улицы."),
]


@pytest.mark.parametrize(("language", "body"), BODIES)
def test_a_body_is_in_the_language_of_most_of_it(language: str, body: str) -> None:
    """Neighbour languages in the same script are not taken for ours."""
    assert language_of(body) == language


def test_each_paragraph_has_its_own_language() -> None:
    """A translation beside its original is two languages; a short line takes that of the text."""
    body = (
        "Они отказались, сообщили юристы вчера, и мы это проверили.\n"
        "Вони відмовилися, повідомили юристи.\nThey refused, the lawyers said of it.\nОн"
    )
    assert [language for _, language in languages(body)] == ["ru", "uk", "en", "ru"]


@given(st.text(max_size=200))
def test_every_text_has_an_answer(body: str) -> None:
    """No text raises."""
    assert language_of(body) in ("en", "ru", "uk", "und")
    assert all(language in ("en", "ru", "uk", "und") for _, language in languages(body))


def test_a_long_russian_paragraph_without_its_own_letters_is_russian() -> None:
    """No ы, э or ё in two hundred letters, by chance: the paragraph is read with the rest of its text."""
    plain = (
        "Ворота на дворе склада стояли настежь, и сторож не спал. Он насчитал шесть машин, потом еще три, "
        "записал номера на коробке от спичек и отдал коробку жене, а утром к дому пришли двое "
        "людей в штатском, и коробка пропала вместе с ними. Сторож не жаловался: он не любил спичек."
    )
    assert language_of(plain) == "und"
    body = f"Сторожа допрашивали ещё дважды, но он ничего не сказал.\n\n{plain}\n\nЭто было весной."
    assert [language for _, language in languages(body)] == ["ru", "ru", "ru"]


@pytest.mark.parametrize(
    ("body", "told", "found"),
    [
        ("Мер поїхав до Києва.\n\nРота стояла без води. Перевозили скарб на човнах.", "und", ["uk", "uk"]),
        ("Рота стояла без води. Перевозили скарб на човнах.", "uk", ["uk"]),
        ("Перевозили скарб на човнах до самого ранку.", "und", ["ru"]),
        ("Рота стояла без воды и хлеба до самого утра.", "uk", ["ru"]),
        ("Комбат мовчить і не відповідає.\n\nРота ушла на север, потери не названы.", "uk", ["uk", "ru"]),
        ("Комбат молчит, и мы ждём его ответа.\n\nПеревозили скарб на човнах до ранку.", "und", ["ru", "ru"]),
    ],
)
def test_a_line_without_an_i_is_of_the_language_of_its_text(body: str, told: str, found: list[str]) -> None:
    """No і ї є ґ by chance: a line is Ukrainian where its text is, unless it shows Russian."""
    assert [language for _, language in languages_of(body, paragraphs(body), told)] == found
