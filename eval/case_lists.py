"""Partial lists of one invented population, in Russian, Ukrainian and six romanisations, with the truth.

Surnames are put together from syllables that mean nothing, given names are common ones; nobody is meant.
One list is Russian, one Ukrainian, one Latin, one mixed, a fifth (if asked for) Russian again. Slips of the
pen in 5 to 8 % of the surnames, initials in 6 %, short forms, patronymics here and there; year of birth
missing in 40 %, date in 25 %, region in 15 %, unit in 60 %; a year one off in 8 %. The chance to be on a list
depends on whether one has a lawyer: the lists are not independent.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

# fmt: off
# ruff: noqa: E501 (tables of names read better whole)
_GIVEN = """Алексей Олексій Лёша|Андрей Андрій Андрюша|Антон Антон Тоша|Артём Артем Тёма|Богдан Богдан Бодя|Вадим Вадим Вадик
Виктор Віктор Витя|Владимир Володимир Вова|Григорий Григорій Гриша|Денис Денис Дениска|Дмитрий Дмитро Дима|Евгений Євген Женя
Егор Єгор Егорка|Иван Іван Ваня|Игорь Ігор Игорёк|Илья Ілля Илюша|Кирилл Кирило Кирюша|Константин Костянтин Костя
Леонид Леонід Лёня|Максим Максим Макс|Михаил Михайло Миша|Николай Микола Коля|Никита Микита Никитка|Олег Олег Олежка
Павел Павло Паша|Пётр Петро Петя|Роман Роман Рома|Сергей Сергій Серёжа|Степан Степан Стёпа|Фёдор Федір Федя"""
_FATHERS = ["Алексеевич", "Андреевич", "Антонович", "Богданович", "Викторович", "Иванович", "Игоревич", "Леонидович", "Николаевич", "Олегович", "Павлович", "Петрович", "Романович", "Сергеевич", "Степанович"]  # fmt: skip
_FATHERS_UK = ["Олексійович", "Андрійович", "Антонович", "Богданович", "Вікторович", "Іванович", "Ігорович", "Леонідович", "Миколайович", "Олегович", "Павлович", "Петрович", "Романович", "Сергійович", "Степанович"]  # fmt: skip
_HEADS = ["Ба", "Бру", "Ва", "Вель", "Го", "Гри", "Дро", "Ду", "Же", "Жу", "За", "Зи", "Ка", "Кле", "Ко", "Кру", "Ла", "Лу", "Ма", "Мо", "Му", "На", "Не", "Оль", "Осе", "Па", "Пе", "Про", "Ра", "Ре", "Ро", "Са", "Се", "Ску", "Спо", "Та", "Тру", "Ту", "Ха", "Хо", "Це", "Че", "Чу", "Ша", "Ше", "Шу", "Щу", "Ю", "Я"]  # fmt: skip
_TAILS = ["брик", "валь", "ган", "дел", "дюк", "жел", "зан", "кар", "кос", "лап", "лез", "лом", "мар", "мел", "мур", "нав", "ник", "нур", "пал", "пес", "пор", "рак", "рем", "руб", "сад", "сев", "соп", "тар", "тел", "тур", "фан", "фем", "ход", "хум", "цеп", "цур", "чак", "чем", "шал", "шен", "щед", "ял"]  # fmt: skip
_ENDS = (
    ("ов", "ов"),
    ("ин", "ін"),
    ("енко", "енко"),
    ("ский", "ський"),
    ("чук", "чук"),
    ("як", "як"),
    ("", ""),
)
_REGIONS = tuple(
    (f"{h}{t}", end)
    for h, t, end in zip(
        ["Дре", "Кре", "Ла", "Ве", "Тор", "Оль", "Му", "Зу", "Пра", "Со", "Не", "Ру"],
        ["винск", "менец", "жинск", "лежин", "шинск", "ховец", "рожец", "барск", "тынск", "ломец", "стринск", "галец"],
        ["ая", "ая", "ая", "ая", "ая", "ая", "ая", "ая", "ая", "ая", "ая", "ая"],
        strict=True,
    )
)  # fmt: skip
# Cyrillic to Latin: passports, British, scholarly, German, French, Polish.
_BASE = dict(zip("абвгдезийклмнопрстуфыэіґ", "abvgdeziyklmnoprstufyeig", strict=True)) | {"ь": "", "ъ": ""}
_SCHEMES: tuple[dict[str, str], ...] = tuple(
    _BASE | dict(zip("жхцчшщюяёйєї", row.split(), strict=True)) | more
    for row, more in (
        ("zh kh ts ch sh shch iu ia e i ie i", {"г": "g"}),
        ("zh kh ts ch sh shch yu ya yo y ye yi", {}),
        ("ž x c č š šč ju ja jo j je ji", {"ь": "’"}),
        ("sch ch z tsch sch schtsch ju ja jo j je ji", {"в": "w", "з": "s"}),
        ("j kh ts tch ch chtch iou ia io ï ie ï", {"у": "ou"}),
        ("ż ch c cz sz szcz ju ja jo j je ji", {"в": "w", "ы": "y"}),
    )
)
_LATIN_OF_UK = {"г": "h", "и": "y", "і": "i"}
_KEYBOARD = "йцукенгшщзхфывапролджэячсмитьбю"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of one list; ``person`` is the truth."""

    list: str
    record: str
    name: str
    born: str
    region: str
    unit: str
    date: str
    person: int


LISTS = ("hotline", "parents", "observatory", "lawyers", "brigade")
# chance of being on the list without a lawyer and with one, typing slips, patronymics
_SEEN = {
    "hotline": (0.28, 0.40, 0.06, 0.2),
    "parents": (0.34, 0.38, 0.08, 0.1),
    "observatory": (0.22, 0.36, 0.05, 0.0),
    "lawyers": (0.16, 0.52, 0.06, 0.5),
    "brigade": (0.30, 0.26, 0.05, 0.6),
}


@dataclass(frozen=True, slots=True)
class _Person:
    given: tuple[str, str, str]
    father: int
    surname: tuple[str, str]
    born: int
    region: int
    unit: int
    day: date
    advised: bool


def population(size: int, chance: random.Random) -> list[_Person]:
    """``size`` invented people; some surnames and given names are common, most are rare."""
    given = [tuple(g.split()) for line in _GIVEN.split("\n") for g in line.split("|")]
    chance.shuffle(given)
    often = [1 / (n + 3) for n in range(len(given))]
    stems = [h + t for h in _HEADS for t in _TAILS]
    chance.shuffle(stems)
    stem_often = [1 / (n + 20) ** 0.6 for n in range(len(stems))]
    start = date(2022, 9, 1)
    out = []
    for _ in range(size):
        stem = chance.choices(stems, stem_often)[0]
        end = chance.choice(_ENDS)
        first = chance.choices(given, often)[0]
        out.append(
            _Person(
                (first[0], first[1], first[2]),
                chance.randrange(len(_FATHERS)),
                (stem + end[0], _ukrainian(stem) + end[1]),
                chance.randint(1970, 2003),
                chance.randrange(len(_REGIONS)),
                chance.randrange(40),
                start + timedelta(days=chance.randrange(300)),
                chance.random() < 0.45,
            )
        )
    return out


def make(seed: int, people: int = 6000, lists: int = 4) -> list[Row]:
    """The rows of the first ``lists`` lists, each list in random order."""
    chance = random.Random(seed)
    everybody = population(people, chance)
    rows: list[Row] = []
    for name in LISTS[:lists]:
        alone, advised, slips, fathers = _SEEN[name]
        caught = [n for n, p in enumerate(everybody) if chance.random() < (advised if p.advised else alone)]
        chance.shuffle(caught)
        for number, person in enumerate(caught, 1):
            rows.append(
                _row(
                    name, f"{name[0].upper()}{number:05d}", everybody[person], person, slips, fathers, chance
                )
            )
    return rows


def _row(
    name: str, record: str, p: _Person, person: int, slips: float, fathers: float, chance: random.Random
) -> Row:
    script = {"hotline": "ru", "parents": "uk", "observatory": "la", "lawyers": "any", "brigade": "ru"}[name]
    if script == "any":
        script = chance.choice(("ru", "uk", "la"))
    uk = script == "uk" or (script == "la" and chance.random() < 0.4)
    given, surname = (p.given[1] if uk else p.given[0]), p.surname[uk]
    if not uk and chance.random() < 0.05:
        given = p.given[2]
    if chance.random() < slips:
        surname = _slip(surname, chance)
    father = (_FATHERS_UK if uk else _FATHERS)[p.father] if chance.random() < fathers else ""
    region = _REGIONS[p.region][0]
    scheme = chance.choice(_SCHEMES)
    if script == "la":
        given, surname, father = (_latin(w, scheme, uk) for w in (given, surname, father))
        region = _latin(region, scheme, uk)
    else:
        region += "а" if uk else "ая"
    if chance.random() < 0.06:
        given, father = given[0] + ".", father[:1] + "." if father else ""
    parts = [given, father, surname] if script == "la" or chance.random() < 0.3 else [surname, given, father]
    off = chance.choice((-1, 1)) if chance.random() < 0.08 else 0
    late = timedelta(days=chance.randint(1, 12)) if chance.random() < 0.15 else timedelta(0)
    return Row(
        name, record, " ".join(w for w in parts if w),
        "" if chance.random() < 0.4 else str(p.born + off),
        "" if chance.random() < 0.15 else region,
        "" if chance.random() < 0.6 else f"{1100 + 37 * p.unit}",
        "" if chance.random() < 0.25 else (p.day + late).isoformat(),
        person,
    )  # fmt: skip


def _ukrainian(stem: str) -> str:
    return stem.replace("ы", "и").replace("э", "е").replace("ё", "ьо")


def _latin(word: str, scheme: dict[str, str], uk: bool) -> str:
    table = scheme | _LATIN_OF_UK if uk else scheme
    return "".join(table.get(c, c) for c in word.lower()).capitalize()


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    what = chance.randrange(3)
    if what == 0:
        return word[:at] + word[at + 1 :]
    if what == 1 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice(_KEYBOARD) + word[at + 1 :]


__all__ = ["LISTS", "Row", "make", "population"]
