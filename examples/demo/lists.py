# ruff: noqa: E501 (lines of markup and of name tables read better whole)
"""Five partial lists of one invented population, with known overlaps, for overlapping-list estimation.

The population is made with a fixed seed: 900 people held after refusing. Each list sees a person with
its own chance; three of the chances rise together where a person has a lawyer, so that the lists are
not independent, as in life. What each list wrote down differs: scripts, cases, initials, diminutives,
missing years. ``truth.csv`` says who is who and is not for the estimator.
"""

from __future__ import annotations

import csv
import io
import random

SEED, PEOPLE = 20190630, 900
# Given names: Russian, Latin, Ukrainian, diminutive. Common names, no person is meant.
_GIVEN = (
    ("Алексей", "Aleksey", "Олексій", "Лёша"), ("Андрей", "Andrei", "Андрій", "Андрюша"), ("Антон", "Anton", "Антон", "Тоша"),
    ("Богдан", "Bogdan", "Богдан", "Бодя"), ("Вадим", "Vadim", "Вадим", "Вадик"), ("Виктор", "Viktor", "Віктор", "Витя"),
    ("Григорий", "Grigory", "Григорій", "Гриша"), ("Денис", "Denis", "Денис", "Деня"), ("Егор", "Yegor", "Єгор", "Егорка"),
    ("Иван", "Ivan", "Іван", "Ваня"), ("Илья", "Ilya", "Ілля", "Илюша"), ("Кирилл", "Kirill", "Кирило", "Кирюша"),
    ("Леонид", "Leonid", "Леонід", "Лёня"), ("Максим", "Maxim", "Максим", "Макс"), ("Никита", "Nikita", "Микита", "Никитка"),
    ("Олег", "Oleg", "Олег", "Олежка"), ("Роман", "Roman", "Роман", "Рома"), ("Степан", "Stepan", "Степан", "Стёпа"),
    ("Тимур", "Timur", "Тимур", "Тима"), ("Фёдор", "Fyodor", "Федір", "Федя"),
)  # fmt: skip
# Surnames are put together from invented stems and common endings: Russian, Latin, Ukrainian.
_STEMS = (
    ("Брусен", "Brusen", "Брусен"), ("Валеж", "Valezh", "Валеж"), ("Горемык", "Goremyk", "Горемик"), ("Дрост", "Drost", "Дрост"),
    ("Жалейк", "Zhaleyk", "Жалейк"), ("Зимник", "Zimnik", "Зимник"), ("Кварц", "Kvarts", "Кварц"), ("Ландыш", "Landysh", "Ландиш"),
    ("Мухояр", "Mukhoyar", "Мухояр"), ("Навет", "Navet", "Навет"), ("Оселок", "Oselok", "Оселок"), ("Пестун", "Pestun", "Пестун"),
    ("Ракитч", "Rakitch", "Ракитч"), ("Сполох", "Spolokh", "Сполох"), ("Тростян", "Trostyan", "Тростян"), ("Ужимк", "Uzhimk", "Ужимк"),
    ("Халтыр", "Khaltyr", "Халтир"), ("Чередн", "Cheredn", "Чередн"), ("Шелоник", "Shelonik", "Шелоник"), ("Ягодк", "Yagodk", "Ягодк"),
)  # fmt: skip
_ENDINGS = (
    ("ов", "ov", "ов"),
    ("ин", "in", "ін"),
    ("енко", "enko", "енко"),
    ("ский", "sky", "ський"),
    ("ак", "ak", "ак"),
)
_REGIONS = (
    "Drevin",
    "Primezh",
    "Zalesk",
    "Torsha",
    "Lugovets",
    "Olsha",
    "Verkhnerech",
    "Kremenga",
    "Velezhin",
)
_REGIONS_RU = (
    "Древинская",
    "Примежский",
    "Залесская",
    "Торшинская",
    "Луговецкая",
    "Ольшанская",
    "Верхнереченская",
    "Кременгская",
    "Вележин",
)
_UNITS = ("871", "1190", "436", "2207", "518")
# list: chance without a lawyer, chance with one, share of missing years of birth
_LISTS = {
    "hotline": (0.18, 0.34, 0.35),
    "lawyers": (0.04, 0.52, 0.05),
    "observatory": (0.10, 0.26, 0.20),
    "parents": (0.22, 0.24, 0.45),
    "kelmara": (0.09, 0.06, 0.60),
}


def _people(chance: random.Random) -> list[dict[str, object]]:
    people: list[dict[str, object]] = []
    for number in range(PEOPLE):
        stem, ending, given = chance.choice(_STEMS), chance.choice(_ENDINGS), chance.choice(_GIVEN)
        people.append(
            {
                "person": f"P{number:03d}",
                "given": given,
                "surname": tuple(s + e for s, e in zip(stem, ending, strict=True)),
                "born": chance.randint(1975, 2000),
                "region": chance.randrange(len(_REGIONS)),
                "unit": chance.choice(_UNITS),
                "month": chance.choice(("2019-04", "2019-05", "2019-06")),
                "lawyer": chance.random() < 0.45,
            }
        )
    return people


def _written(name: str, person: dict[str, object], chance: random.Random) -> tuple[str, str]:
    """The name and the region as this list writes them down."""
    given, surname, region = person["given"], person["surname"], person["region"]
    assert isinstance(given, tuple) and isinstance(surname, tuple) and isinstance(region, int)
    if name == "kelmara":
        return f"{surname[2]} {given[2]}", _REGIONS[region]
    if name == "observatory":
        shown = f"{given[1][0]}. {surname[1]}" if chance.random() < 0.3 else f"{given[1]} {surname[1]}"
        return shown, _REGIONS[region]
    if name == "parents" and chance.random() < 0.4:
        return f"{given[3]} {surname[0]}", _REGIONS_RU[region]
    return f"{surname[0]} {given[0]}", _REGIONS_RU[region]


def _table(rows: list[list[object]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def build() -> dict[str, bytes]:
    """File name to bytes: one CSV a list and the truth."""
    chance = random.Random(SEED)
    people = _people(chance)
    made: dict[str, bytes] = {}
    truth: list[list[object]] = [["list", "record", "person"]]
    for name, (alone, advised, missing) in _LISTS.items():
        rows: list[list[object]] = [["record", "name", "born", "region", "unit", "month"]]
        caught = [p for p in people if chance.random() < (advised if p["lawyer"] else alone)]
        chance.shuffle(caught)
        for number, person in enumerate(caught, 1):
            record = f"{name[0].upper()}{number:03d}"
            shown, region = _written(name, person, chance)
            born = "" if chance.random() < missing else person["born"]
            unit = "" if chance.random() < 0.25 else person["unit"]
            rows.append([record, shown, born, region, unit, person["month"]])
            truth.append([name, record, person["person"]])
        made[f"lists/{name}.csv"] = _table(rows)
    made["lists/truth.csv"] = _table(truth)
    return made
