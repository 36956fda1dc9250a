"""What identifies people is found: in three languages, in small letters, and where somebody hid it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.costs import growth, seconds

from muster.text.identifiers.identifiers import FIELDS, find_identifiers


def found(text: str, field: str | None = None) -> list[str]:
    return [text[i.start : i.stop] for i in find_identifiers(text) if field in (None, i.field)]


CODES = """
phone | call +7 920 555 01 47 tonight | +7 920 555 01 47
phone | звоните 8 (915) 555-20-33 после шести | 8 (915) 555-20-33
phone | телефон ноль шесть семь пять пять пять один два три четыре | ноль шесть семь пять пять пять один два три четыре
phone | so it is zero six seven five five five one two three four | zero six seven five five five one two three four
email | пишите на zhenya.find@mailbox.example, спасибо | zhenya.find@mailbox.example
handle | write to t.me/old_falcon77 please | t.me/old_falcon77
handle | ask @zhenya_search | @zhenya_search
card | карта 2200 7008 5551 2094 | 2200 7008 5551 2094
account | on UA213223130000026007233566001 | UA213223130000026007233566001
plate | машина х384мк 62 стояла | х384мк 62
number | паспорт 4511 908123 выдан | 4511 908123
number | the tag vm 553107 | vm 553107
number | снилс 112-233-445 95 | 112-233-445 95
coordinates | the pit is at 49.3812, 37.2054 | 49.3812, 37.2054
address | живёт на ул. Победы, д. 8, кв. 40 | ул. Победы, д. 8, кв. 40
address | she lives at 22 Orchard Street, flat 3 | 22 Orchard Street, flat 3
address | now at Kashtanova 31, flat 7, with an aunt | Kashtanova 31, flat 7
address | снимает на Малой Речной, 12, кв. 5 | Малой Речной, 12, кв. 5
address | адреса: 41003, м. Вербівка, вул. Зоряна, 6, кв. 2 | 41003, м. Вербівка, вул. Зоряна, 6, кв. 2
address | write to fourteen linden street apartment six | fourteen linden street apartment six
address | я живу улица садовая дом двадцать два квартира три | улица садовая дом двадцать два квартира три
address | house 9 on Orchard Street | house 9 on Orchard Street
address | i moved to 14c weavers row last week | 14c weavers row
address | она на Заречный тракт, 12, кв. 5 | Заречный тракт, 12, кв. 5
address | пишіть: Ткацька, 4, флігель | Ткацька, 4, флігель
address | снимаем на гоголя 11 офис 3 | гоголя 11 офис 3
plate | a blue van LK65 TRD | LK65 TRD
phone | с номера восемь девятьсот три пятьсот пятьдесят пять сорок один ноль шесть | восемь девятьсот три пятьсот пятьдесят пять сорок один ноль шесть
phone | office 8 (4012) 55-41-06 | 8 (4012) 55-41-06
handle | нік у телеграмі: stepan.vt | stepan.vt
email | lesya dot k at mailbox dot example | lesya dot k at mailbox dot example
number | вх. КП/24-7719 | КП/24-7719
number | жетон аб 551 207 | аб 551 207
"""


@pytest.mark.parametrize("line", CODES.strip().splitlines())
def test_codes(line: str) -> None:
    """A code is found whole, whatever stands around it."""
    field, text, words = (part.strip() for part in line.split("|"))
    assert words in found(text, field)


NAMES = """
my name's hannah drexwold if you need it | hannah drexwold
is that laura pennock's boy | laura pennock's
then tobiko said there was a list | tobiko
a corporal called quillo took it | quillo
беркут его зовут, другого имени не знаю | беркут
мой остапчик пропал | остапчик
я писала майору Щербинку | Щербинку
меня зовут данила | данила
позывной барсук | барсук
ищу антона сверчука | антона сверчука
they called him Azamat for a joke | Azamat
callsign badger | badger
his friend kolya saw it | kolya
we asked lesya andriivna | lesya andriivna
звати мене остап | остап
меня зовут розалина | розалина
my mum anahit is ill | anahit
my husband will is still there | will
it is with sasha gorun now | sasha gorun
ищу дмитрия журавля из второй роты | дмитрия журавля
капитан ветер трубку не берёт | ветер
наша соседка гульшат апа слышала | гульшат апа
В блиндаже были Сёмка Ложкин, Гном, Витя Редька. | Гном
Просит звать её Осенью. | Осенью
3. Зима Виктор, электрик | Зима Виктор
Принял А. Суровый, вх. 40 | А. Суровый
They left it with Hope Tennant. | Hope Tennant
шукаю свою настуню з серпня | настуню
кузьменчук то же самое сказал | кузьменчук
спасибо толян выручил | толян
з нами був женьок п та ще один | женьок п
tell vadik's mum not to come | vadik's
his maiden aunt, signed: t. kowalenko | t. kowalenko
там был с п мороз из конторы | с п мороз
"""


@pytest.mark.parametrize("line", NAMES.strip().splitlines())
def test_names_in_any_letters(line: str) -> None:
    """A name is found without capitals, in any case, and after words that announce one."""
    text, words = (part.strip() for part in line.split("|"))
    assert any(words in name for name in found(text, "person"))


HIDDEN = """
Сер\u200bгей пришёл | Сер\u200bгей
Сеpгей пришёл | Сеpгей
И-в-а-н пришёл | И-в-а-н
С е р г е й пришёл | С е р г е й
йегреС пришёл | йегреС
Ser\u00adgei came | Ser\u00adgei
"""


@pytest.mark.parametrize("line", HIDDEN.strip().splitlines())
def test_disguised_names(line: str) -> None:
    """Zero-width characters, look-alike letters, spacing out and writing backwards hide no name."""
    text, words = (part.strip() for part in line.split("|"))
    assert words in found(text, "person")


def test_a_name_once_known_is_found_in_every_form() -> None:
    """What is a name beside a rank is the same name where it stands alone."""
    assert found("Капитан Журавин сказал. потом журавина не видели", "person") == ["Журавин", "журавина"]


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("my wife and her brother", "kin", "brother"),
        ("мой двоюродный брат", "kin", "двоюродный брат"),
        ("he was a taxi driver", "job", "taxi driver"),
        ("він тракторист", "job", "тракторист"),
        ("старший сержант", "rank", "старший сержант"),
        ("he lost his left foot", "wound", "lost his left foot"),
        ("у него пластина в голове", "wound", "пластина в голове"),
        ("він не чує на праве вухо", "wound", "не чує на праве вухо"),
        ("my uncle keeps bees, and so do i", "job", "keeps bees"),
        ("тітка завідує аптекою", "job", "завідує аптекою"),
        ("сыну всего девятнадцать", "age", "девятнадцать"),
        ("я им скинула 15к", "amount", "15к"),
        ("він винен два з половиною мільйони", "amount", "два з половиною мільйони"),
        ("у него эпилепсия", "wound", "эпилепсия"),
        ("его ранило в плечо", "wound", "ранило в плечо"),
        ("вона угорка", "group", "угорка"),
        ("in the 1187th motor rifle regiment", "unit", "1187th motor rifle regiment"),
        ("мне 34 года", "age", "34 года"),
        ("пропал второго февраля", "date", "второго февраля"),
        ("three crushed toes on the left foot", "wound", "three crushed toes on the left foot"),
        ("травматическая ампутация правой кисти", "wound", "травматическая ампутация правой кисти"),
        ("вона на сьомому місяці вагітності", "wound", "на сьомому місяці вагітності"),
        ("до війни був водій тролейбуса", "job", "водій тролейбуса"),
        ("she worked as a crane operator there", "job", "crane operator"),
        ("Профессия: наладчик станков; вдовец", "job", "наладчик станков"),
        ("he is deputy head of the village police", "rank", "deputy head of the village police"),
        ("a tall man, 191 cm, with a beard", "amount", "191 cm"),
        ("народила доньку, 3 850 грамів", "amount", "3 850 грамів"),
        ("Швея, за сорок, с зонтом", "age", "за сорок"),
        ("Мите восемь, Глаше три", "age", "восемь"),
        ("Выписан 27.11 домой", "date", "27.11"),
        ("на покрова він подзвонив", "date", "покрова"),
        ("там стояла третья рота", "unit", "третья рота"),
        ("двое из 81-й вернулись", "unit", "81-й"),
        ("потом тверь потом ещё дальше", "place", "тверь"),
        ("ищу родных из соснового яра", "place", "соснового яра"),
    ],
)
def test_what_narrows_the_circle(text: str, field: str, words: str) -> None:
    """Kinship, occupation, rank, wounds, peoples, units, ages, days and places are found."""
    assert words in found(text, field)


def test_a_find_ends_with_its_line() -> None:
    """The stamp of the next message is no part of what ends the one before it."""
    text = "he is in a hospital in Lesnoye\n10:42 the nurse: callsign Mole\n10:43 thank you"
    assert not [words for words in found(text) if "\n" in words]


def test_ordinary_words_are_left() -> None:
    """A sentence that says nothing of anybody stays as it is."""
    for text in (
        "Then they went home and waited.",
        "Потом они пошли домой и ждали.",
        "Потім вони пішли додому.",
    ):
        assert found(text) == []


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_spans_are_in_order_and_apart(text: str) -> None:
    """Any text whatever: spans lie in the text, in order, apart, in a known field."""
    last = 0
    for item in find_identifiers(text):
        assert last <= item.start < item.stop <= len(text)
        assert item.field in FIELDS
        last = item.stop


@pytest.mark.parametrize(
    "piece", ["+7 9", "a.", "И. ", "no. 1", "Ab ", "1 ", "x_", "в г", "@a", "- ", "а-", "двадцать пять "]
)
def test_36_hostile_repetition_is_linear(piece: str) -> None:
    """No pattern takes more than its share of time over one thing said again and again."""
    assert growth(lambda n: seconds(lambda: find_identifiers(piece * n)), 1_000, 8_000, most=20) <= 20
