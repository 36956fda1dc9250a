"""Names of bodies meet in three languages. Every name is invented."""

from __future__ import annotations

import pytest

from muster.text.names.institutions import institution, titles


@pytest.mark.parametrize(
    "names",
    [
        ("Ministry of Defence of Sorvia", "Sorvia's Defence Ministry", "Минобороны Сорвии"),
        ("Defence Ministry of Sorvia", "Міністерство оборони Сорвії"),
        ("Soldiers' Rights Observatory", "докладе «Обсерватории солдатских прав»"),
        ("navy of Vessia", "Военно-морские силы Вессии", "the Navy of Vessia"),
        ("air force of Narvia", "Повітряні сили Нарвії", "Военно-воздушные силы Нарвии"),
        ("mayor of Olmet", "мэр Олмета", "мерка Олмета"),
        ("a letter of the regional court seen by The Dial", "листа обласного суду"),
        ("the group Quiet Roads", "Quiet Roads", "организации Quiet Roads"),
        ("Ministry of Internal Affairs", "ministry of the interior", "МВД", "Міністерства внутрішніх справ"),
        ("State Border Service", "Держприкордонслужби", "Госпогранслужбе", "ДПСУ"),
        ("Prosecutor General's Office", "Генпрокуратурі", "Офісі генпрокурора", "Генеральной прокуратурой"),
        ("Lisna regional military administration", "Лісненська ОВА", "Лисненской областной администрации"),
        ("Lisna regional prosecutor's office", "Лісненській облпрокуратурі", "прокуратура Лісненщини"),
        ("Main Intelligence Directorate", "ГУР", "Головне управління розвідки Міністерства оборони"),
        ("Central Election Commission", "Центризбиркоме", "ЦВК"),
        ("UN human rights office", "OHCHR", "Управлінні ООН з прав людини", "УВКПЧ ООН",
         "Office of the United Nations High Commissioner for Human Rights"),
        ("the FSB", "Федеральна служба безпеки", "Центр общественных связей ФСБ"),
        ("Justice Ministry", "Мін'юсту", "Минюстом"),
        ("Federal Penitentiary Service", "ФСИН", "Федеральной службы исполнения наказаний"),
        ("police in the Kalyta district", "полиция Калитянского района", "Калитянская районная полиция"),
        ("Independent Miners' Union", "независимый профсоюз горняков", "Незалежна профспілка гірників"),
        ("Держстаті", "Госстата", "Государственная служба статистики"),
        ("Southern Defence Forces", "Силы обороны юга", "Силах оборони півдня"),
    ],
)  # fmt: skip
def test_one_body_has_one_key(names: tuple[str, ...]) -> None:
    """Whatever the language, the case and the order of its words."""
    assert len({institution(n).key for n in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Defence of Sorvia", "Ministry of Defence of Kelmara"),
        ("Ministry of Defence", "Ministry of Finance"),
        ("regional court", "supreme court"),
        ("Open Field", "Open Door"),
        ("mayor of Olmet", "mayor of Torsk"),
        ("Держприкордонслужба", "Держмитслужба"),
        ("Держстат", "держава"),
        ("Луганская полиция", "Лужская полиция"),
        ("облпрокуратура", "райпрокуратура"),
        ("Лісненська ОВА", "Лісненська РВА"),
        ("OHCHR", "UNHCR"),
        ("полиция Северной области", "полиция Южной области"),
        ("Минский завод", "министерский завод"),
        ("who", "WHO"),
    ],
)
def test_two_bodies_have_two_keys(one: str, other: str) -> None:
    """A word that tells them apart is kept."""
    assert institution(one).key != institution(other).key


def test_what_says_nothing_is_no_body() -> None:
    """Titles, papers, pronouns and places of work alone leave nothing, or no name."""
    for words in ("Colonel", "его", "the report", "адвокат", ""):
        assert institution(words).key == ""
        assert not institution(words).body


def test_words_grown_together_are_taken_apart_only_where_the_rest_is_a_word() -> None:
    """«Горный» has no city in it, «Обломов» no region, «Рай» no district."""
    for words in ("Горный", "Обломов", "Рай", "Мининский", "Соцкий", "Нацевич"):
        assert not institution(words).means
    assert institution("горбольница").means == {"city", "hospital"}


def test_titles_meet_in_three_languages() -> None:
    """A colonel is a colonel."""
    assert titles("Colonel") == titles("полковника") == {"colonel"}
    assert titles("retired") == frozenset()


def test_a_hostile_name_costs_little() -> None:
    """Two hundred thousand characters are cut, not searched."""
    institution.cache_clear()
    assert len(institution("Comité " * 200_000).names) <= 1
