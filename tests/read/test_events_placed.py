"""Where an event without a day belongs: what a noun names, what a paragraph looks back from."""

from __future__ import annotations

import pytest
from tests.read.narrated import event, read
from tests.read.test_events_told_back import links

from muster.text.dates.chronology import reckoned


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        (
            "The court opened the hearing.\n\nThe market stayed shut.\n\n"
            "On the second day of the hearing the clerk fainted.",
            "opened", "fainted",
        ),
        (
            "The guards searched the mill.\n\nSnow fell on Torvin.\n\n"
            "On the third night of the search a dog drowned.",
            "searched", "drowned",
        ),
        (
            "В доме начали обыск.\n\nСоседи закрыли ставни.\n\nНа второй день обыска сгорел сарай.",
            "начали", "сгорел",
        ),
        (
            "Взвод начал марш.\n\nВ Торвине выпал снег.\n\nНа третью ночь марша утонул повар.",
            "начал", "утонул",
        ),
        (
            "У хаті почали обшук.\n\nСусіди зачинили крамницю.\n\nНа другий день обшуку згорів сарай.",
            "почали", "згорів",
        ),
        (
            "Взвод розпочав марш.\n\nУ Торвині випав сніг.\n\nНа третю ніч маршу втонув кухар.",
            "розпочав", "втонув",
        ),
        (
            "A farmer came to the weir.\n\nHe was arrested there.\n\nSnow fell.\n\n"
            "After the farmer's arrest the barn burned.",
            "arrested", "burned",
        ),
        (
            "The baker was sentenced.\n\nSnow fell.\n\nAfter the verdict his wife fainted.",
            "sentenced", "fainted",
        ),
        ("The column withdrew.\n\nSnow fell.\n\nAfter the retreat the mill burned.", "withdrew", "burned"),
        ("Пекаря осудили.\n\nВыпал снег.\n\nПосле приговора сгорел сарай.", "осудили", "сгорел"),
        ("Повара ранило.\n\nВыпал снег.\n\nПосле ранения сгорел сарай.", "ранило", "сгорел"),
        ("Пекаря засудили.\n\nВипав сніг.\n\nПісля вироку згорів сарай.", "засудили", "згорів"),
        ("Сестра виїхала.\n\nВипав сніг.\n\nПісля виїзду згорів сарай.", "виїхала", "згорів"),
    ],
)  # fmt: skip
def test_a_noun_names_the_deed_it_is_after(body: str, before: str, after: str) -> None:
    """The day of what is named comes after it began: likely, for the noun may name another."""
    assert links(read(body), before, after) == [(True, False)]


@pytest.mark.parametrize(
    ("body", "one", "other"),
    [
        ("Ковшов увёл роту.\n\nВыпал снег.\n\nПосле приговора Ковшов запил.", "увёл", "запил"),
        ("Лущук вивів роту.\n\nВипав сніг.\n\nПісля вироку Лущук запив.", "вивів", "запив"),
        (
            "Военные взяли станцию.\n\nВыпал снег.\n\nДо новой машины взяли двух слесарей.",
            "станцию",
            "слесарей",
        ),
        (
            "Військові взяли станцію.\n\nВипав сніг.\n\nДо нової машини взяли двох слюсарів.",
            "станцію",
            "слюсарів",
        ),
        ("Солдаты вошли в Торвин.\n\nВыпал снег.\n\nПосле обеда вошли сторожа.", "Торвин", "сторожа"),
        ("Солдати увійшли в Торвин.\n\nВипав сніг.\n\nПісля обіду увійшли сторожі.", "Торвин", "сторожі"),
    ],
)
def test_who_did_it_and_the_verb_itself_name_no_other_deed(body: str, one: str, other: str) -> None:
    """«После приговора Ковшов запил»: nothing is said of what Ковшов did before."""
    assert links(read(body), one, other) == []


@pytest.mark.parametrize(
    ("body", "back", "day", "scene"),
    [
        (
            "The bell rang on 1 October 2030.\n\n"
            "The porter had hidden the key. Soldiers moved into the hall.\n\n"
            "They left on 20 August 2030.",
            "moved", "left", "rang",
        ),
        (
            "The ferry sailed on 3 May 2031.\n\n"
            "Its owner had sold the first boat. A storm broke the mast.\n\n"
            "On 9 March 2031 he bought another.",
            "broke", "bought", "sailed",
        ),
        (
            "Колокол зазвонил 1 октября 2030 года.\n\n"
            "За год до этого сторож спрятал ключ. В зал вселились солдаты.\n\n"
            "Двадцатого августа 2030 года они ушли.",
            "вселились", "ушли", "зазвонил",
        ),
        (
            "Дзвін задзвонив 1 жовтня 2030 року.\n\n"
            "За рік до того сторож сховав ключ. До зали вселилися солдати.\n\n"
            "Двадцятого серпня 2030 року вони пішли.",
            "вселилися", "пішли", "задзвонив",
        ),
    ],
)  # fmt: skip
def test_what_looks_back_comes_before_the_day_that_is_told_next(
    body: str, back: str, day: str, scene: str
) -> None:
    """A paragraph without a day, told of what was before a scene, lies before the next day of that past."""
    reading = read(body)
    assert links(reading, back, day) == [(True, False)]
    assert links(reading, day, scene) == [(True, True)]


def test_the_next_morning_counts_from_a_night_of_two_dates() -> None:
    """ "On the night of 9 to 10 October" is one day of the story, from which the next paragraph counts."""
    reading = read(
        "The message came in on 14 August 2031.\n\n"
        "The company was raised in January 2030. Then, on the night "
        "of 9 to 10 October 2030, the others crossed the weir.\n\n"
        "Its major was killed at nine the next morning."
    )
    assert links(reading, "crossed", "killed")[0][0]
    assert links(reading, "came in", "killed") == []
    assert event(reading, "killed").first != "2031-08-15"


def test_what_may_be_of_any_later_day_is_reckoned_soon_after_what_it_follows() -> None:
    """A range that is open to the day of writing has no middle; a year told alone is no day at all."""
    ranges = [(10.0, 10.0), (10.0, 250.0), (None, None)]
    assert reckoned(ranges, [(0, 1, True), (1, 2, False)]) == [10.0, 10.0, 10.0]
    assert reckoned([(0.0, 364.0), (None, None)], [(0, 1, False)]) == [None, None]
