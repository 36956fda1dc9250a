"""Words after (or before) a number that say what it measures: days, years of age, roubles, kilometres."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Unit(NamedTuple):
    """``kind`` as in a quantity: duration, age, money, distance or other."""

    name: str
    kind: str


_WORDS = {
    ("second", "duration"): "seconds секунд секунды секунду секунда секунди секундах",
    (
        "minute",
        "duration",
    ): "minute minutes минут минуты минуту минута минутах минутами хвилин хвилини хвилину хвилина хвилинах",
    ("hour", "duration"): "hour hours час часа часов часам часами часах година години годину годин годинах",
    (
        "day",
        "duration",
    ): "day days день дня дней дню днем днями днях дни сутки суток суткам сутками сутках дні дню днів"
    " дням доба доби добу діб добами",
    ("night", "duration"): "nights ночей ночи",
    (
        "week",
        "duration",
    ): "week weeks тижні тижнем тижню неделя недели неделе неделей неделю недель неделям неделями"
    " неделях тиждень тижня тижні"
    " тижнів тижням тижнями тижнях",
    (
        "month",
        "duration",
    ): "month months месяц месяца месяце месяцем месяцев месяцу месяцам месяцами месяцах місяць місяця"
    " місяцем місяцю місяці"
    " місяців місяцям місяцями місяцях",
    (
        "year",
        "duration",
    ): "year years год года годе годом годам годами годах лет годов году рік року році роком роки років"
    " рокам роками"
    " роках літ",
    ("decade", "duration"): "decade decades десятилетие десятилетия десятилетий десятиліття десятиліть",
    ("century", "duration"): "century centuries века веков столетия столетий століття століть",
    ("cent", "money"): "cents cent центов цента копеек копейки копійок копійки pence penny",
    ("JPY", "money"): "yen иен єн",
    ("CNY", "money"): "yuan юаней юаня юань юанів",
    ("PLN", "money"): "zloty zlotys злотых злотих",
    ("KZT", "money"): "tenge тенге",
    (
        "RUB",
        "money",
    ): "rouble roubles ruble rubles рублей рубля рубль рублям рублями рублях руб ₽ карбованців рублів рублі",
    (
        "UAH",
        "money",
    ): "hryvnia hryvnias hryvnya hryvnyas гривен гривны гривна гривень гривні гривня гривню грн ₴",
    (
        "USD",
        "money",
    ): "dollar dollars долларов доллара доллар доллары долларам долларами доларів долара долар долари usd $",
    ("EUR", "money"): "euro euros евро євро eur €",
    ("crown", "money"): "crown crowns krona kronor koruna korunas крон кроны крона крони",
    ("franc", "money"): "franc francs франков франка франків",
    ("dinar", "money"): "dinar dinars динаров динара динарів",
    ("lira", "money"): "lira liras лир лиры лір ліри",
    ("GEL", "money"): "lari лари ларі",
    ("GBP", "money"): "pound pounds фунтов фунта фунтів фунти £",
    (
        "km",
        "distance",
    ): "km kilometre kilometres kilometer kilometers км километр километра километров километрах"
    " километрам кілометр кілометра кілометри кілометрів кілометрах",
    ("m", "distance"): "m м metre metres meter meters метр метра метров метрах метрам метри метрів",
    ("cm", "distance"): "cm centimetres centimeters см сантиметров сантиметрів",
    ("mile", "distance"): "mile miles миля мили миль милі",
    ("yard", "distance"): "yard yards ярдов ярдів",
    ("inch", "distance"): "inch inches дюймов дюйма дюймів",
    ("mph", "other"): "mph",
    ("km/h", "other"): "kph kmh",
    ("ft", "distance"): "feet foot ft футов футів",
    ("mm", "other"): "mm мм millimetre millimetres миллиметров міліметрів",
    (
        "kg",
        "other",
    ): "kg kilogram kilograms кг килограмм килограмма килограммов килограммы"
    " кілограмів кілограма кілограм кілограми",
    ("t", "other"): "т tonne tonnes tons ton тонн тонны тонна тонни",
    ("mg", "other"): "mg мг milligrams миллиграммов міліграмів",
    ("m2", "other"): "m² м² квадратов",
    ("lb", "other"): "lb lbs",
    ("ounce", "other"): "ounces ounce oz унций унцій",
    ("g", "other"): "grams gram граммов грамма граммы грамів грами",
    ("ha", "other"): "ha hectares hectare га гектаров гектара гектары гектарів гектари",
    ("acre", "other"): "acre acres акров акрів",
    ("km2", "other"): "km² км²",
    ("m3", "other"): "кубометров кубометра кубометры кубометрах кубометрів кубометри",
    ("l", "other"): "litres liters litre liter литров литра литры літрів літра літри",
    ("gallon", "other"): "gallons gallon галлонов",
    ("barrel", "other"): "barrels barrel баррелей барреля барелів",
    ("°C", "other"): "degrees celsius градусов градуса градус градусы градусів градуси °c",
    ("°F", "other"): "fahrenheit °f",
    ("MW", "other"): "mw megawatts megawatt мвт мегаватт мегават мегаватів",
    ("GW", "other"): "gw gigawatts гвт гигаватт гігават",
    ("kW", "other"): "kw kilowatts квт киловатт кіловат",
    ("GB", "other"): "gb gigabytes gigabyte гб гигабайт гігабайт гігабайтів",
    ("MB", "other"): "mb megabytes мб мегабайт",
    ("TB", "other"): "tb terabytes",
    ("GHz", "other"): "ghz",
    ("MHz", "other"): "mhz",
    ("mAh", "other"): "mah",
    ("storey", "other"): "storey storeys этажей этажа поверхів поверхи",
    ("point", "other"): "points point пунктов пункта пунктів балл балла баллов балів",
}
UNITS: Final[dict[str, Unit]] = {
    word: Unit(name, kind) for (name, kind), words in _WORDS.items() for word in words.split()
}
MONEY_MARKS: Final[dict[str, str]] = {
    "¥": "JPY",
    "₹": "INR",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₴": "UAH",
}

# «двухлетний контракт», «трирічний», «20-летний»: a number glued to the adjective of a unit.
_ADJECTIVES = {
    "year": ("летн", "годичн", "річн", "годовал"),
    "month": ("месячн", "місячн"),
    "week": ("недельн", "тижнев"),
    "day": ("дневн", "суточн", "денн", "добов"),
    "hour": ("часов", "годинн"),
    "minute": ("минутн", "хвилинн"),
    "km": ("километров", "кілометров"),
    "m": ("метров",),
    "mm": ("миллиметров", "міліметров"),
    "storey": ("этажн", "поверхов", "storey", "story"),
    "second": ("секундн", "second"),
    "t": ("тонн",),
    "kg": ("килограммов", "кілограмов"),
    "%": ("процентн", "відсотков"),
}
_ADJECTIVE_KINDS = {
    "km": "distance", "m": "distance", "mm": "other", "%": "share", "storey": "other", "t": "other",
    "kg": "other",
}  # fmt: skip
_PREFIXES = {
    "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7,
    "восьми": 8, "девяти": 9, "десяти": 10,
    "двенадцати": 12, "пятнадцати": 15, "двадцати": 20, "тридцати": 30, "сорока": 40,
    "пятидесяти": 50, "полутора": 1.5,
    "дво": 2, "три": 3, "чотири": 4, "п'яти": 5, "шестирі": 6, "восьмирі": 8, "дев'яти": 9,
    "п'ятнадцяти": 15,
    "двадцяти": 20, "тридцяти": 30, "півтора": 1.5, "двадцятип'яти": 25, "двадцатипяти": 25,
}  # fmt: skip


_HEADS: Final = frozenset(prefix[:3] for prefix in _PREFIXES)
_AGE_FROM: Final = 18
_LENGTHS: Final = ("year", "month", "week", "day", "hour", "minute")
_GLUED: Final = re.compile(
    f"({'|'.join(sorted(_PREFIXES, key=len, reverse=True))})"
    f"({'|'.join(stem for name in _LENGTHS for stem in _ADJECTIVES[name])})"
    r"\w{1,3}"
)


def glued(word: str) -> tuple[float, Unit] | None:
    """«двухлетнего» → (2, year); None where the word is no such adjective."""
    if len(word) < 8 or word[:3] not in _HEADS:
        return None
    match = _GLUED.fullmatch(word)
    if match is None:
        return None
    name = next(n for n, stems in _ADJECTIVES.items() if match[2] in stems)
    value = float(_PREFIXES[match[1]])
    # «тридцатилетний» is a person far more often than a contract.
    is_age = name == "year" and value >= _AGE_FROM and match[2] in ("летн", "річн")
    return value, Unit("year of age", "age") if is_age else Unit(name, "duration")


def adjective_unit(word: str) -> Unit | None:
    """The unit in «летний» of «20-летний», in "year" of "two-year", or None."""
    for name, stems in _ADJECTIVES.items():
        if word.startswith(stems) and len(word) < 14:
            kind = _ADJECTIVE_KINDS.get(name, "duration")
            return Unit(name, kind)
    return None


# Half of a unit, or the unit glued to one and a half: «полгода», «півроку», «полтора» stand apart.
HALVES: Final[dict[str, Unit]] = {
    word: Unit(name, kind)
    for (name, kind), words in {
        ("year", "duration"): "полгода полугода полугоду полугодом півроку",
        ("hour", "duration"): "полчаса получаса півгодини",
        ("day", "duration"): "полдня півдня",
        ("minute", "duration"): "полминуты півхвилини",
        ("century", "duration"): "полвека полувека півстоліття",
        ("km", "distance"): "полкилометра півкілометра",
        ("l", "other"): "пол-литра пів-літра",
    }.items()
    for word in words.split()
}

# A unit in the singular: after a bound it is one of them («больше месяца», "over an hour").
SINGLE_UNITS: Final[frozenset[str]] = frozenset(
    word
    for line in (
        "second minute hour day week month year decade century mile kilometre kilometer metre meter",
        "минуты минуту часа час суток сутки день дня недели неделю месяца месяц",
        "года год века километра километр",
        "хвилини хвилину години годину доби добу дня тижня тиждень місяця місяць року рік кілометра кілометр",
    )
    for word in line.split()
)

__all__ = ["HALVES", "MONEY_MARKS", "SINGLE_UNITS", "UNITS", "Unit", "adjective_unit", "glued"]
