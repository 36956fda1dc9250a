"""Places and military units: regions, towns, cases of names; surnames are no towns."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.model.evidence import Text
from muster.read.places import find_places
from muster.text.military_units import find_units
from muster.text.places.places import find_named_places
from muster.text.spans import Span

# sentence | words → name in the register
CASES = """
The bakery stood in Omsk Oblast. | Omsk Oblast → Omsk Oblast
Cooks from the Kherson region came. | Kherson region → Kherson Oblast
They came from the region of Penza. | Penza → Penza Oblast
Bread from Tatarstan was good. | Tatarstan → Tatarstan
The mill is in Ivano-Frankivsk Oblast. | Ivano-Frankivsk Oblast → Ivano-Frankivsk Oblast
Пекарня работала в Пензенской области. | Пензенской области → Penza Oblast
Повара из Омской и Томской областей уволились. | Омской → Omsk Oblast; Томской областей → Tomsk Oblast
Мука из Краснодарского края подорожала. | Краснодарского края → Krasnodar Krai
Он жил в Набережных Челнах. | Набережных Челнах → Naberezhnyye Chelny
Поезд шёл из Нижнего Новгорода. | Нижнего Новгорода → Nizhniy Novgorod
Она приехала из Ростова-на-Дону. | Ростова-на-Дону → Rostov-on-Don
Пекарня стояла под Полтавой. | Полтавой → Poltava
Гості з Полтави приїхали. | Полтави → Poltava
У Полтавській області тихо. | Полтавській області → Poltava Oblast
На Полтавщині печуть хліб. | Полтавщині → Poltava Oblast
Вона живе у Києві. | Києві → Kyiv
Хліб возили до Кривого Рогу. | Кривого Рогу → Kryvyy Rih
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines(), ids=lambda line: line[:30])
def test_a_place_is_found_in_its_case(line: str) -> None:
    """Regions and towns in three languages and in every case, under one name."""
    body, expected = (cell.strip() for cell in line.split("|"))
    wanted = [tuple(part.strip() for part in pair.split("→")) for pair in expected.split(";")]
    assert [(body[p.start : p.stop], p.name) for p in find_named_places(body)] == wanted


def test_near_holds_coordinates_region_and_country() -> None:
    """A town says where it lies; a region says that the point is its centre."""
    (town,) = find_named_places("Она живёт в Полтаве.")
    assert town.near == "49.5894,34.5514; Poltava Oblast; Ukraine" or (
        town.near is not None and town.near.endswith("; Poltava Oblast; Ukraine")
    )
    (region,) = find_named_places("Bread from Omsk Oblast.")
    assert region.near is not None and region.near.endswith("centre of the region; Russia")


def test_several_readings_are_all_given_unless_the_text_names_the_region() -> None:
    """A name of two towns says so; a region named in the text decides."""
    (both,) = find_named_places("Пекарня стояла в Кирове.")
    assert both.near is not None and " readings: " in both.near
    one = find_named_places("В Калужской области, в Кирове, стояла пекарня.")[-1]
    assert one.near is not None and one.near.endswith("Kaluga Oblast; Russia")


@pytest.mark.parametrize(
    ("body", "region"),
    [
        ("In Sumy Oblast they were in Trostianets.", "Sumy Oblast"),
        ("У Харківській області вони жили біля Куп'янська.", "Kharkiv Oblast"),
        ("Бригада стоит в Ельне, это в Смоленской области.", "Smolensk Oblast"),
        ("Бригада стоїть у Буйнакську.", "Dagestan"),
        ("Взяли Снигирёвку.", "Mykolaiv Oblast"),
        ("Обстріляли Роботине.", "Zaporizhzhia Oblast"),
    ],
)
def test_the_region_told_and_the_spelling_of_the_neighbour_decide(body: str, region: str) -> None:
    """Towns of both countries in both languages; of two of one name that of the region told."""
    places = [p for p in find_named_places(body) if p.name != region]
    assert [region in (p.near or "") for p in places] == [True]


@pytest.mark.parametrize(
    "body",
    ["Суми боргу зросли.", "Мир наступил не скоро.", "Счастье было близко.", "Nice work. Reading is fun."],
)
def test_words_that_are_towns_too_are_no_towns(body: str) -> None:
    """Sums, peace, luck; after a preposition they are."""
    assert find_named_places(body) == ()
    assert [p.name for p in find_named_places("Он из Счастья, она з Сум, he was born in Nice.")] != []


def test_countries_and_large_towns_of_the_world_are_found() -> None:
    """A country has no point; a large town has one, in every case of its Cyrillic name."""
    found = find_named_places("Он уехал из Франции в Стамбул, потом в Соединённые Штаты.")
    assert [(p.name, p.near is None) for p in found] == [
        ("France", True), ("Istanbul", False), ("United States", True),
    ]  # fmt: skip


def test_what_says_that_it_is_a_place_is_one() -> None:
    """Rivers, streets and districts that no table has."""
    body = "Они жили на Рябиновой улице у реки Кленовка."
    assert [(p.name, p.near) for p in find_named_places(body)] == [
        ("Рябиновой улице", None), ("реки Кленовка", None),
    ]  # fmt: skip


def test_surnames_and_first_names_are_no_towns() -> None:
    """Someone called like a town is not a place; the same word after «город» is."""
    for body in ("Пётр Киров пёк хлеб.", "Владимир пёк хлеб.", "Baker Ivan Pushkin spoke.", "Kirov spoke."):
        assert find_named_places(body) == (), body
    assert [p.name for p in find_named_places("Он приехал из города Кирова.")] == ["Kirov"]


def test_a_village_outside_the_table_is_a_place_without_coordinates() -> None:
    """«в селе Малая Пекарня» names a place, though nothing is known of where it lies."""
    (village,) = find_named_places("Он жил в селе Малая Пекарня.")
    assert (village.name, village.near) == ("Малая Пекарня", None)


UNITS = """
the 391st Separate Motor Rifle Brigade
391-я отдельная мотострелковая бригада
391-ї окремої механізованої бригади
391 ОМБр
в/ч 98765
войсковой части 98765
військова частина А9876
391-й бригады морской пехоты
61-й отдельной пехотной бригады
9-та озерна бригада
the 9th Lake Brigade
61 ОПБр
"""


@pytest.mark.parametrize("words", UNITS.strip().splitlines())
def test_a_military_unit_is_found_by_its_pattern(words: str) -> None:
    """Units by number and kind in three languages, and field post numbers."""
    body = f"Пекарь служил: {words}, потом ушёл."
    (unit,) = find_units(body)
    assert body[unit.start : unit.stop] == words.removeprefix("the ")


SPELLINGS = """
391st Motor Rifle Brigade | 391-я отдельная мотострелковая бригада; 391 омсбр
391st Motor Rifle Brigade | 391st Separate Motor Rifle Brigade
391st Motor Rifle Brigade | 391-ша окрема мотострілецька бригада; 391-ї ОМСБр
61st Infantry Brigade | 61-ша окрема піхотна бригада; 61 ОПБр; the 61st Separate Infantry Brigade
9th Brigade | 9-та озерна бригада; 9-й приморской бригады
8th Assault Brigade | 8-ма окрема штурмова бригада; 8 ОШБр; 8-й отдельной штурмовой бригады
98th Combined Arms Army | 98-я общевойсковая армия; 98-й ОА; 98-ма загальновійськова армія
812th Marine Brigade | 812-я бригада морской пехоты; 812 обрмп; 812th Separate Naval Infantry Brigade
107th Territorial Defence Brigade | 107-ма бригада ТрО; 107th Territorial Defense Brigade
Military unit 98765 | в/ч 98765; войсковой части № 98765; військова частина 98765; military unit 98765
"""


@pytest.mark.parametrize("line", SPELLINGS.strip().splitlines())
def test_the_spellings_of_a_unit_have_one_name(line: str) -> None:
    """In three languages, with and without "separate", written out and abbreviated."""
    name, spellings = line.split(" | ")
    assert {unit.name for words in spellings.split("; ") for unit in find_units(f"({words})")} == {name}


@pytest.mark.parametrize(
    "body",
    [
        "На 3 та день.",
        "Прибыло 10 рот и 3 бригады.",
        "И 5 тб данных, и т. д.",
        "This Brigade left.",
        "5 новых и 3 старые бригады.",
    ],
)
def test_a_count_and_a_word_of_two_letters_are_no_unit(body: str) -> None:
    """«10 рот» counts companies; та is a word."""
    assert find_units(body) == []


def test_a_unit_known_by_its_name_is_found() -> None:
    """A battalion in marks, a brigade by its English name."""
    names = [u.name for u in find_units("Батальон «Рябина» и полк «Клён».")]
    assert names == ["Battalion «Рябина»", "Regiment «Клён»"]
    assert [u.name for u in find_units("Men of the Rowan Brigade.")] == ["Brigade «Rowan»"]


def test_mentions_are_places_and_units_in_order() -> None:
    """A unit hides no place; each mention holds its characters."""
    body = "391-я отдельная мотострелковая бригада стояла в Омске."
    text = Text("t", "d", body, "ru", "test")
    mentions = find_places(text, [Span(0, len(body))], ["ru"])
    assert [(m.kind, m.passage.words) for m in mentions] == [
        ("unit", "391-я отдельная мотострелковая бригада"),
        ("place", "Омске"),
    ]
    assert all(m.passage.holds_in(body) for m in mentions)


@given(st.text(max_size=150))
@settings(max_examples=150)
def test_any_text_gives_places_in_order(body: str) -> None:
    """Spans lie inside the text, in order, whatever the text."""
    places = find_named_places(body)
    assert all(0 <= p.start < p.stop <= len(body) for p in places)
    assert [p.start for p in places] == sorted(p.start for p in places)
    find_units(body)


@pytest.mark.parametrize(
    "piece", ["391-я отдельная ", "село ", "391st Separate ", "Омск ", "в/ч ", "1" * 100]
)
def test_a_long_run_costs_no_more_than_its_length(piece: str) -> None:
    """200,000 characters of one piece are read."""
    body = piece * (200_000 // len(piece))
    find_named_places(body)
    find_units(body)
