"""Months, weekdays, seasons, parts of a day and units of time in English, Russian and Ukrainian.

Without stress marks, in the spelling of ``text.tokens``, in every case; all three languages in one table.
"""

from __future__ import annotations

from typing import Final

from muster.text.listed import listed


def _table(source: dict[int, str]) -> dict[str, int]:
    return {word: number for number, words in source.items() for word in words.split()}


def _cases(stem: str, endings: str) -> str:
    return " ".join(stem + ending.strip("-") for ending in endings.split())


_SOFT = "ь я ю ем е"
_MONTHS = {
    1: "january " + _cases("январ", _SOFT) + " " + _cases("січ", "ень ня ню нем ні"),
    2: "february " + _cases("феврал", _SOFT) + " лютий лютого лютому лютим",
    3: "march " + _cases("март", "- а у ом е") + " " + _cases("берез", "ень ня ню нем ні"),
    4: "april " + _cases("апрел", _SOFT) + " " + _cases("квіт", "ень ня ню нем ні"),
    5: "may май мая маю маем мае " + _cases("трав", "ень ня ню нем ні"),
    6: "june " + _cases("июн", _SOFT) + " " + _cases("черв", "ень ня ню нем ні"),
    7: "july " + _cases("июл", _SOFT) + " " + _cases("лип", "ень ня ню нем ні"),
    8: "august " + _cases("август", "- а у ом е") + " " + _cases("серп", "ень ня ню нем ні"),
    9: "september " + _cases("сентябр", _SOFT) + " " + _cases("верес", "ень ня ню нем ні"),
    10: "october " + _cases("октябр", _SOFT) + " " + _cases("жовт", "ень ня ню нем ні"),
    11: "november " + _cases("ноябр", _SOFT) + " " + _cases("листопад", "- а у ом і"),
    12: "december " + _cases("декабр", _SOFT) + " " + _cases("груд", "ень ня ню нем ні"),
}
_SHORT_MONTHS = {
    1: "jan янв січ", 2: "feb фев февр лют", 3: "mar мар бер берез", 4: "apr апр кві квіт", 5: "трав",
    6: "jun июн чер черв", 7: "jul июл лип", 8: "aug авг сер серп", 9: "sep sept сен сент вер верес",
    10: "oct окт жов жовт", 11: "nov ноя нояб лис листоп", 12: "dec дек гру груд",
}  # fmt: skip
_WEEKDAYS = {
    1: "monday mondays понедельник понедельника понедельнику понедельником понеділок понеділка понеділку",
    2: "tuesday tuesdays вторник вторника вторнику вторником вівторок вівторка вівторку вівторком",
    3: "wednesday wednesdays среду середу среды середи",
    4: "thursday thursdays четверг четверга четвергу четвергом четвер четвергу четверга",
    5: "friday fridays пятницу пятница пятницы пятнице п'ятницю п'ятниця п'ятниці",
    6: "saturday saturdays субботу суббота субботы субботе суботу субота суботи суботі",
    7: "sunday sundays воскресенье воскресенья воскресенью неділю неділі",
}
_SEASONS = {
    1: "spring весной весна весны весну весне навесні весною весни весні",
    2: "summer летом лето лета влітку літо літа літом улітку",
    3: "autumn fall осенью осень осени восени осінь осені",
    4: "winter зимой зима зимы зиму зиме взимку зимою зими узимку зимі",
}
_DAYPARTS = {
    1: "dawn рассвета рассвете рассвету рассветом світанку світанком світанок"
    " morning mornings утром утра утро утру вранці ранку ранок уранці зранку",
    2: "afternoon afternoons днем пополудни",
    3: "evening evenings вечером вечера вечер вечеру надвечір вечору ввечері увечері вечора вечір",
    5: "вдень удень",
    6: "обеда обеду обіду обідом",
    4: "night nights ночью ночь ночи вночі уночі ніч ночі",
}

# «по понедельникам», «у середи»: something that repeats.
_WEEKDAYS_EACH = {
    1: "щопонеділка понедельникам понеділкам понеділках понеділки",
    2: "щовівторка вторникам вівторкам вівторках вівторки", 3: "щосереди средам середам середах",
    4: "щочетверга четвергам четвергах четверги", 5: "щоп'ятниці пятницам п'ятницям п'ятницях",
    6: "щосуботи субботам суботам суботах", 7: "щонеділі воскресеньям неділям неділях",
}  # fmt: skip

MONTHS: Final = _table(_MONTHS)
# «по вечерам», «ночами».
DAYPARTS_EACH: Final = _table(
    {
        1: "утрам утрами ранкам ранками",
        3: "вечерам вечерами вечорам вечорами вечорах",
        4: "ночам ночами ночах",
    }
)
WEEKDAYS_EACH: Final = _table(_WEEKDAYS_EACH)
SHORT_MONTHS: Final = _table(_SHORT_MONTHS)
WEEKDAYS: Final = _table(_WEEKDAYS)
SEASONS: Final = _table(_SEASONS)
DAYPARTS: Final = _table(_DAYPARTS)
# 1 to 31 as the ordinal of a day of the month, as it is said in a date; compounds are two words.
_DAY_STEMS = {
    1: "перв перш", 2: "втор друг", 4: "четверт", 5: "пят п'ят", 6: "шест шост", 7: "седьм сьом",
    8: "восьм", 9: "девят дев'ят", 10: "десят", 11: "одиннадцат одинадцят", 12: "двенадцат дванадцят",
    13: "тринадцат тринадцят", 14: "четырнадцат чотирнадцят", 15: "пятнадцат п'ятнадцят",
    16: "шестнадцат шістнадцят", 17: "семнадцат сімнадцят", 18: "восемнадцат вісімнадцят",
    19: "девятнадцат дев'ятнадцят", 20: "двадцат двадцят", 30: "тридцат тридцят",
}  # fmt: skip
_DAYS_EN = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
DAY_ORDINALS: Final[dict[str, int]] = {
    **{
        stem + ending: number
        for number, stems in _DAY_STEMS.items()
        for stem in stems.split()
        for ending in ("ого", "ому", "ое", "ым", "им", "е")
    },
    **dict.fromkeys(listed("третьего третьему третье третьим третього третьому третє третім"), 3),
    **{word: number for number, word in enumerate(_DAYS_EN.split(), start=1)},
    "thirtieth": 30,
}
# The first word of «двадцать четвёртого», "twenty-fourth".
DAY_TENS: Final[dict[str, int]] = {
    "двадцать": 20, "двадцять": 20, "twenty": 20, "тридцать": 30, "тридцять": 30, "thirty": 30,
}  # fmt: skip
SEASON_CODES: Final = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
DAYPART_CODES: Final = {1: "MO", 2: "AF", 3: "EV", 4: "NI", 5: "DT", 6: "MI"}

# Words that are a month only beside a day, a year or a preposition, written as a month is written.
DOUBTFUL_MONTHS: Final = listed(
    "may march august лютий лютого лютому лютим май мая мае августа марта",
)

# Days counted from the day of writing.
DAYS_FROM_NOW: Final[dict[str, int]] = _table(
    {
        -2: "позавчера позавчора",
        -1: "yesterday вчера вчора учора накануне напередодні",
        0: "today сегодня сьогодні tonight",
        1: "tomorrow завтра",
        2: "послезавтра післязавтра",
        -3: "позапозавчера",
    }
)
# «вчерашнее заседание», «сьогоднішня атака»: every case of the adjective.
DAYS_FROM_NOW.update(
    (stem + ending, step)
    for step, stems in {
        -2: "позавчерашн позавчорашн", -1: "вчерашн вчорашн учорашн", 0: "сегодняшн сьогоднішн",
        1: "завтрашн", 2: "послезавтрашн післязавтрашн",
    }.items()
    for stem in stems.split()
    for ending in listed("ий яя ее ие его ей ему юю им ем их ими я є і ього ьої ій ьому ю іх іми ім")
)  # fmt: skip
YEARS_FROM_NOW: Final[dict[str, int]] = _table(
    {
        -2: "позаторік",
        -1: "торік торішній торішнього торішньому торішня торішньої торішню минулоріч"
        " прошлогодний прошлогодняя прошлогоднего прошлогодней прошлогоднюю прошлогоднем прошлогодние"
        " прошлогодних минулорічний минулорічного минулорічна минулорічної минулорічну минулорічні"
        " минулорічних минулорічному торішні торішніх",
        0: "цьогоріч цьогорічний цьогорічна цьогорічного цьогорічної",
    }
)

# Parts of a month, a year or a season; the value keeps the whole, the range of days is narrowed.
PARTS: Final[dict[str, str]] = {
    word: part
    for part, words in {
        "start": "early ранней ранньої ранньою beginning start onset начале начала началу начало"
        " початку початок напочатку початком",
        "middle": "mid middle середине середины середину середині середини всередині посередині",
        "end": "late поздней пізньої пізньою end close конце конца концу конец кінці кінця кінець"
        " наприкінці кінцю кінцем",
    }.items()
    for word in words.split()
}

# Adjectives that step from a time to its neighbours: the stem, then every ending of an adjective.
_STEP_STEMS = {
    -2: "позапрошл позаминул",
    -1: "прошл минувш прошедш предыдущ минул попередн",
    0: "нынешн текущ нинішн поточн",
    1: "следующ последующ будущ грядущ ближайш наступн майбутн найближч",
}  # fmt: skip
_STEP_ENDINGS = listed(
    "ый ий ой ого его ому ему ым им ом ем ая яя ой ей ую юю ое ее ые ие ых их ыми ими",
    "ій ього ьому а я ої ьої у ю е є і",
)
_STEP_WORDS = {
    -1: "last past previous",
    0: "this этот этого этому этим этом эта этой эту это эти этих"
    " цей цього цьому цим ця цієї цій цю це ці цих",
    1: "next coming upcoming following subsequent",
}  # fmt: skip
STEPS: Final[dict[str, int]] = {
    **{
        stem + ending: step
        for step, stems in _STEP_STEMS.items()
        for stem in stems.split()
        for ending in _STEP_ENDINGS
    },
    **_table(_STEP_WORDS),
}
# These hold on to a time told before, never to the day of writing.
SAME: Final = listed(
    "same that тот того тому том той ту тем те ж же тієї тій тим",
)
# These count from the time told before, not from the day of writing.
_FOLLOWING_STEMS = ("предыдущ", "попередн", "последующ")
FOLLOWING: Final = listed("following subsequent previous preceding") | {
    stem + ending for stem in _FOLLOWING_STEMS for ending in _STEP_ENDINGS
}

EVERY: Final = listed(
    "every each каждый каждого каждую каждое каждые каждой каждым кожен кожного кожну кожні кожної",
    "кожний",
)
EACH_UNIT: Final[dict[str, str]] = {
    word: unit
    for unit, words in {
        "day": "daily everyday ежедневно щодня щоденно ежесуточно щодоби",
        "night": "nightly еженощно щоночі",
        "week": "weekly еженедельно щотижня",
        "quarter": "quarterly ежеквартально щокварталу щоквартально",
        "month": "monthly ежемесячно щомісяця щомісячно",
        "year": "yearly annual annually ежегодно щороку щорічно",
        "hour": "hourly ежечасно щогодини",
        "morning": "щоранку",
        "evening": "щовечора",
    }.items()
    for word in words.split()
}
_EACH_ADJECTIVES = {
    "day": "ежедневн щоденн", "week": "еженедельн щотижнев", "month": "ежемесячн щомісячн",
    "year": "ежегодн щорічн",
}  # fmt: skip
_EACH_ENDINGS = listed("ый ая ое ые ого ой ому ую ым ом ых ыми ий а е і ої ій у их ими")
EACH_UNIT.update(
    (stem + ending, unit)
    for unit, stems in _EACH_ADJECTIVES.items()
    for stem in stems.split()
    for ending in _EACH_ENDINGS
)
YEAR_WORDS: Final = listed(
    "год года году годом годе годы годов годах г гг рік року році роком роки років роках р рр year",
)
PREPOSITIONS: Final = listed(
    "in on of by since until till from to during before after between and through for around about",
    "throughout над в во на к ко с со до от по за после течение у о об з зі із від після протягом під около",
    "близько",
)

__all__ = [
    "DAYPARTS",
    "DAYPARTS_EACH",
    "DAYPART_CODES",
    "DAYS_FROM_NOW",
    "DAY_ORDINALS",
    "DAY_TENS",
    "DOUBTFUL_MONTHS",
    "EACH_UNIT",
    "EVERY",
    "FOLLOWING",
    "MONTHS",
    "PARTS",
    "PREPOSITIONS",
    "SAME",
    "SEASONS",
    "SEASON_CODES",
    "SHORT_MONTHS",
    "STEPS",
    "WEEKDAYS",
    "WEEKDAYS_EACH",
    "YEARS_FROM_NOW",
    "YEAR_WORDS",
]
