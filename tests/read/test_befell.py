"""What befell those who are counted, and of whom they are a part."""

from __future__ import annotations

import pytest

from muster.model.claims import Quantity, ReadingContext
from muster.model.evidence import Text
from muster.read.quantities.quantities import find_quantities
from muster.text.segment import sentences


def read(body: str, language: str) -> list[Quantity]:
    """The quantities of a text of one language."""
    spans = sentences(body)
    text = Text("t", "d", body, language, "test")
    return find_quantities(text, spans, [language] * len(spans), ReadingContext("2023-05-10"))


# text | language | words of the number | what | of whom ("-": nobody is named)
ROWS = """
A blast killed five millers and wounded 12. | en | five | millers killed | -
A blast killed five millers and wounded 12. | en | 12 | millers wounded | -
Four grooms were taken to hospital. | en | Four | grooms taken to hospital | -
Three grooms, including a 12-year-old boy, were hurt. | en | Three | grooms hurt | -
Two cooks, a porter and a groom were detained. | en | Two | cooks detained | -
The storm left 900 homes without power. | en | 900 | homes without power | -
Crews shot down 34 of 41 kites launched here. | en | 34 | kites shot down | 41 kites
Crews shot down 34 of 41 kites launched at dawn. | en | 41 | kites launched | -
Of 40 potters held in May, 12 were freed. | en | 12 | potters freed | 40 potters held in May
The guild says that of the 40 potters, 12 died. | en | 12 | potters died | the 40 potters
Nine sailors were hurt, two of them badly. | en | two | sailors hurt | Nine sailors
Nine sailors were hurt, including two cooks. | en | two | cooks hurt | Nine sailors
Three children are among the dead. | en | Three | children | dead
The flood damaged 12 barns, a mill and three carts. | en | three | carts damaged | -
The deaths of nine miners were mourned. | en | nine | miners deaths | -
Up to 20 miners may be trapped. | en | Up to 20 | miners trapped | -
The valley has 300 people, and 20 soldiers were injured. | en | 300 | people | -
Police said 40 people had gathered before they were killed. | en | 40 | people | -
He was killed with 12 letters in his bag. | en | 12 | letters | -
A ship hit by 12 waves sank. | en | 12 | waves | -
They sang while 200 people queued and others were hurt. | en | 200 | people | -
The hall held 70 guests and a stage was damaged. | en | 70 | guests | -
Погибли пять гончаров, ещё 12 ранены. | ru | пять | гончаров Погибли | -
Погибли пять гончаров, ещё 12 ранены. | ru | 12 | гончаров ранены | -
Пятеро погибли, двенадцать ранены. | ru | двенадцать | ранены | -
Один гончар погиб, трое получили осколочные ранения. | ru | трое | получили ранения | -
Осколочные ранения получили семь гончаров. | ru | семь | гончаров получили ранения | -
Без света остались 900 дворов. | ru | 900 | дворов Без света | -
Пострадали 23 гончара, из них 12 женщин. | ru | 12 | женщин Пострадали | 23 гончара
Ранены семь гончаров, двое из них в коме. | ru | двое | гончаров в коме | семь гончаров
Среди погибших двое детей. | ru | двое | детей | погибших
Повреждены 12 амбаров, мельница и три телеги. | ru | три | телеги Повреждены | -
Число жертв выросло до 14 человек. | ru | 14 | человек жертв | -
Число погибших выросло с 12 до 14. | ru | 14 | погибших | -
Пострадавших нет. | ru | Пострадавших нет | Пострадавших | -
Достали тела четырёх гончаров. | ru | четырёх | гончаров тела | -
Он погиб, у него осталось 12 учеников. | ru | 12 | учеников осталось | -
Погиб отец 12 детей. | ru | 12 | детей | -
Раненый привёз 12 ящиков. | ru | 12 | ящиков | -
В городе, где погибли люди, живут 12 семей. | ru | 12 | семей | -
Убит гончар с 12 кувшинами. | ru | 12 | кувшинами | -
Загинули п'ятеро гончарів, ще 12 поранені. | uk | 12 | гончарів поранені | -
Поранення дістали сім гончарів. | uk | сім | гончарів дістали Поранення | -
Постраждали 23 гончарі, з них 12 жінок. | uk | 12 | жінок Постраждали | 23 гончарі
Знеструмлено 23 хутори. | uk | 23 | хутори Знеструмлено | -
Пошкоджено 40 комор і дві школи. | uk | дві | школи Пошкоджено | -
Загиблих і поранених немає. | uk | Загиблих і поранених немає | Загиблих | -
Загинув батько 12 дітей. | uk | 12 | дітей | -
У місті, де загинули люди, живуть 12 родин. | uk | 12 | родин | -
"""


@pytest.mark.parametrize("line", ROWS.strip().splitlines())
def test_the_deed_and_the_group_of_a_number_are_told(line: str) -> None:
    """Killed and wounded are two questions; who only stands near a deed did not suffer it."""
    body, language, words, what, whom = (cell.strip() for cell in line.split("|"))
    (q,) = [q for q in read(body, language) if q.passage.words == words]
    assert sorted((q.what or "").split()) == sorted(what.split())
    assert (q.population or "-") == whom


def test_of_whom_is_open_where_two_groups_may_be_meant() -> None:
    """ "Killed five and wounded 12, including three children": of the dead, of the wounded, or of both."""
    *_, three = read("A blast killed five millers and wounded 12, including three children.", "en")
    assert (three.what, three.population) == ("children", None)


@pytest.mark.parametrize("body", ["Up to 20 miners may be trapped.", "As many as 30 men could be inside."])
def test_what_may_be_is_possible(body: str) -> None:
    """A helping verb behind the counted bears on their number."""
    assert read(body, "en")[0].modality == "possible"
