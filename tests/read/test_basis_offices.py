"""Whoever holds an office speaks for a side, whoever takes cases in speaks of them, others do neither."""

from __future__ import annotations

import pytest

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

SENTENCES = {
    "en": ("The {} said on Monday that the bridge had been hit twice.", "bridge"),
    "ru": ("{} сообщил, что мост накрыли дважды.", "мост"),
    "uk": ("{} повідомив, що міст обстріляли двічі.", "міст"),
}
TITLES = [
    (
        "en",
        "party",
        """magistrate|bailiff|police inspector|detective|constable|sheriff|lawmaker|MP|senator|judge
        |presiding judge|chief justice|attorney general|town councillor|village head
        |district chief|head of the district|chief of staff|chief of police|fire chief
        |security chief|intelligence source|rebel leader|warlord|adjutant|commander-in-chief
        |prison director|town clerk|clerk of the court|source in the general staff""",
    ),
    (
        "en",
        "own-caseload",
        """caseworker|social worker|aid worker|paralegal|rights monitor|ombudswoman""",
    ),
    (
        "en",
        "unknown",
        """UN spokesman|company spokesman|railway spokeswoman|director of the bank|military analyst""",
    ),
    (
        "en",
        "first-hand",
        """night watchman|caretaker|refugee|shopkeeper|neighbour""",
    ),
    (
        "ru",
        "party",
        """Судебный пристав|Инспектор|Полицейский|Сенатор|Замминистра|Вице-премьер|Консул|Таможенник
        |Атаман|Пограничник|Глава региона|Лидер повстанцев|Источник в полиции
        |Собеседник в правительстве|Сотрудник спецслужб|Помощник прокурора|Помощник президента
        |Генерал-майор""",
    ),
    (
        "ru",
        "own-caseload",
        """Социальный работник|Делегат Красного Креста|Защитник""",
    ),
    (
        "ru",
        "unknown",
        """Представитель ООН|Военный эксперт|Источник в порту""",
    ),
    (
        "uk",
        "party",
        """Інспектор|Сенатор|Нардеп|Віцепрем'єр|Консул|Митник|Правоохоронець|Отаман|Сільський голова
        |Голова громади|Начальник колонії|Представник повстанців|Співробітник спецслужби
        |Генерал-майор""",
    ),
    (
        "uk",
        "own-caseload",
        """Правник|Соціальний працівник|Делегат Червоного Хреста""",
    ),
    (
        "uk",
        "unknown",
        """Представник ООН|Військовий експерт|Заступник директора заводу""",
    ),
]


@pytest.mark.parametrize(("language", "basis", "titles"), TITLES)
def test_a_title_says_for_whom_one_speaks(language: str, basis: str, titles: str) -> None:
    """Every one of the titles gives the same basis to the same words."""
    sentence, word = SENTENCES[language]
    read = {}
    for title in (t.strip() for t in titles.split("|")):
        text = Text("t", "d", sentence.format(title), language, "test")
        claims = read_text(text, ReadingContext(), reader="rules").claims
        read[title] = [c.basis for c in claims if word in c.passage.words and not c.own_voice]
    assert {title: found for title, found in read.items() if found != [basis]} == {}
