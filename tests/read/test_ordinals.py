"""Ordinals are read, and are no counts."""

from __future__ import annotations

import pytest

from muster.model.claims import Quantity, ReadingContext
from muster.model.evidence import Text
from muster.read.quantities.quantities import find_quantities
from muster.text.spans import Span


def ordinals(body: str, language: str) -> list[Quantity]:
    """The ordinals of one sentence."""
    text = Text("t", "d", body, language, "test")
    found = find_quantities(text, [Span(0, len(body))], [language], ReadingContext("2023-05-10"))
    return [q for q in found if q.kind == "ordinal"]


READ = """
The bakers met for a second day. | en | second | 2
It was her first complaint. | en | - | -
This was the third letter to the mayor. | en | third | 3
Это уже пятый ремонт моста. | ru | пятый | 5
Вторая смена печёт ночью. | ru | Вторая | 2
Рада підтримала угоду в першому читанні. | uk | першому | 1
Друге засідання скасували. | uk | Друге | 2
Пекарня стоїть на п'ятому поверсі. | uk | п'ятому | 5
"""


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_an_ordinal_before_its_noun_is_read(line: str) -> None:
    """The word, which one it is, no unit of measure; what is the reader's own ("my second") is none."""
    body, language, words, value = (cell.strip() for cell in line.split("|"))
    found = ordinals(body, language)
    assert [q.passage.words for q in found] == ([] if words == "-" else [words])
    assert all(q.low == q.high == float(value) and q.unit == "ordinal" and q.what for q in found)


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("The Second Orchard Brigade left.", "en"),
        ("Sales fell in the second quarter of 2021.", "en"),
        ("First, nobody came.", "en"),
        ("A second later the lamp went out.", "en"),
        ("Third parties may not drive the bus.", "en"),
        ("Бойцы второй роты ушли.", "ru"),
        ("В первую очередь чинят мост.", "ru"),
        ("Он встретил друга детства.", "ru"),
        ("Передавати третім особам заборонено.", "uk"),
        ("Двадцять другого травня приїхали пекарі.", "uk"),
        ("У другій половині дня пішов дощ.", "uk"),
    ],
)
def test_names_dates_and_idioms_are_no_ordinals(body: str, language: str) -> None:
    """Units of an army, quarters, third parties, friends and days of a month say nothing of a row."""
    assert ordinals(body, language) == []
