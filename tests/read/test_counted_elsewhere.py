"""What a number counts where the thing does not stand after it."""

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


# text | language | words of the number | what
WHAT = """
The fee is $40. | en | $40 | The fee
Rations were cut by half. | en | half | Rations
The court gave him six years in prison. | en | six years | prison
Olga Tern, 66, sold the oven. | en | 66 | Olga Tern
The team met 41 bakers; 29 of them were hurt. | en | 29 | bakers hurt
Two bakers were killed and at least nine injured. | en | at least nine | bakers injured
There could be hundreds of "gifts" under the floor. | en | hundreds | gifts
The toll has risen to 14. | en | 14 | toll
The matron gives the number of patients as 36. | en | 36 | patients
The flood destroyed 480 homes and damaged more than 2,000. | en | more than 2,000 | homes damaged
In the hall sat 83 people, 12 of them children. | en | 12 | children
At least 600 more drivers are needed. | en | At least 600 | drivers
The town bought six ovens, three of which never came. | en | three | ovens
The number of missing rose to 57. | en | 57 | missing
Число погибших выросло до 14. | ru | 14 | погибших
Машин у нас было пять. | ru | пять | Машин
Машин у нас было пять, сейчас две. | ru | две | Машин
Средний срок — 14 месяцев. | ru | 14 месяцев | Средний срок
Ответили одиннадцать пекарей. Четверо ушли. | ru | Четверо | пекарей
Задержали пятерых «умельцев». | ru | пятерых | умельцев Задержали
Похибка — 2 %. | uk | 2 % | Похибка
У грудні скарг було 21. | uk | 21 | скарг
Пропонували дві кімнати. | uk | дві | кімнати
Знайшли сім печей, з них дві цілі. | uk | дві | цілі
Їй вісімдесят чотири. | uk | вісімдесят чотири | Їй
Вартість печі — 3 млн грн. | uk | 3 млн грн | Вартість печі
"""


@pytest.mark.parametrize("line", WHAT.strip().splitlines())
def test_the_thing_is_found_before_the_number_or_in_what_was_counted_last(line: str) -> None:
    """The phrase that stands before, or that the number before it counted; exact words of the text."""
    body, language, words, what = (cell.strip() for cell in line.split("|"))
    (q,) = [q for q in read(body, language) if q.passage.words == words]
    assert q.what == what
    assert q.what_passage is not None
    assert q.what_passage.holds_in(body)


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Five bakers came.\nTwo were late.", "en"),
        ("Five bakers came. Forty of them were late.", "en"),
        ("Пришли пять пекарей.\nДвое ушли.", "ru"),
        ("Прийшли п'ять пекарів. Сорок пішли.", "uk"),
    ],
)
def test_nothing_is_carried_across_a_line_nor_to_more_than_there_were(body: str, language: str) -> None:
    """A paragraph ends what was counted; a part is no larger than its whole."""
    last = read(body, language)[-1]
    assert last.what is None or "bakers" not in last.what
    assert last.what is None or "пекар" not in last.what


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("The other list is in the office and holds 131.", None),
        ("The baker believes at least 90 to be lost.", None),
        ("Eleven did not come.", None),
        ("Eleven were hurt.", "hurt"),
        ("Привезли четверых, один умер.", "Привезли"),
        ("Двоих отпустили.", "отпустили"),
        ("Кафель клали вчетвером четверо.", None),
    ],
)
def test_a_verb_is_counted_only_where_it_says_what_befell(body: str, what: str | None) -> None:
    """ "Eleven did not come" leaves open who; «привезли четверых» says what was done to them."""
    assert read(body, "en" if body.isascii() else "ru")[0].what == what


AGES = """
The youngest was 19. | en | 19
He was a broad man of 58. | en | 58
My wife was forty-one. | en | forty-one
Самому младшему из них двадцать один год. | ru | двадцать один год
Всем исполнилось семнадцать. | ru | семнадцать
Свідок Б., пекар, 47 років, розповів. | uk | 47 років
Наймолодшому зі звільнених дев'ятнадцять. | uk | дев'ятнадцять
"""


@pytest.mark.parametrize("line", AGES.strip().splitlines())
def test_ages_without_their_unit_are_ages(line: str) -> None:
    """An age of a person is no count and no length of time."""
    body, language, words = (cell.strip() for cell in line.split("|"))
    (q,) = [q for q in read(body, language) if q.passage.words == words]
    assert q.kind == "age"
