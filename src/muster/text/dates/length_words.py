"""The words around lengths of time: what stands before, between and after number and unit."""

from __future__ import annotations

from typing import Final

from muster.text.listed import listed
from muster.text.numbers.units import UNITS, Unit

AGO: Final = listed("ago назад тому")
LATER: Final = listed("later afterwards afterward спустя потому позже позднее пізніше")
EARLIER: Final = listed("earlier previously ранее раньше раніше")
# «годом ранее», «двумя днями позже».
ONE_BY: Final = listed("годом днем месяцем неделей часом роком місяцем тижнем годиною минутой")
FEW: Final = listed(
    "few several some couple many dozens несколько нескольких кілька кількох декілька декількох пару",
    "много багато",
)
RU_IN: Final = listed("через спустя")
ONE_UNIT: Final = listed("год рік місяц місяць месяц неделю тиждень час годину сутки добу день десятилетие")
# One word for half of a unit: what it is in whole ones.
HALVES: Final[dict[str, tuple[float, str]]] = {
    word: length
    for length, forms in {
        (6.0, "month"): "полгода полугода півроку півріччя полугодие полугодия",
        (30.0, "minute"): "полчаса получаса півгодини",
        (50.0, "year"): "полвека полвеку півстоліття",
        (12.0, "hour"): "полсуток півдоби",
        (0.5, "day"): "полдня",
    }.items()
    for word in forms.split()
}
# «минут двадцать»: about so many.
ABOUT_AFTER: Final = listed(
    "минут хвилин часов часа годин години дней днів дня суток діб недель недели тижнів тижні месяцев месяца",
    "місяців місяці лет года років роки",
)
FINER: Final = {
    ("year", "month"), ("month", "day"), ("month", "week"), ("week", "day"), ("day", "hour"),
    ("hour", "minute"),
}  # fmt: skip
YEAR_SUFFIXES: Final = listed("х м го й е")
AGE_BEFORE: Final = listed(
    "исполнилось исполнится исполнялось виповнилося виповниться виповнилось",
    "aged age ages возрасте возраста возраст віком віці віку старше моложе младше молодше старші",
)
# "Lower the age of call-up from 25 to 18": a bound behind a noun for an age.
AGE_NOUNS: Final = ("возраст", "віков", "вік")
TO_AGE: Final = listed("до от с со від з із")
OLDEST: Final = listed(
    "youngest oldest eldest младшему старшему младшей старшей наймолодшому найстаршому наймолодшій найстаршій"
    " молодшому молодшій"
)
TO_WHOM: Final = listed(
    "ему ей мне тебе нам вам им йому їй мені тобі которому которой которым якому якій яким"
)
# «Женщине 43 года, …»: whose age the years are, where nothing follows them.
PERSON_AGED: Final = listed(
    "мужчине женщине девушке юноше подростку мальчику девочке парню пенсионеру пенсионерке ребёнку ребенку"
    " ребёнок ребенок ребёнка ребенка мальчик мальчика девочка девочку девушка девушку подросток подростка"
    " мужчина мужчину женщина женщину дитина дитину хлопець хлопця хлопчик хлопчика дівчинка дівчинку"
    " дівчина дівчину чоловіка жінка жінку підліток підлітка"
    " сыну дочери дочке внуку внучке брату сестре мужу жене малышу младенцу школьнику школьнице сину доньці"
    " онуку онучці братові брату чоловікові дружині немовляті школяреві школярці"
    " осужденной обвиняемому обвиняемой подозреваемому бойцу солдату засудженому засудженій обвинуваченому"
    " обвинуваченій підозрюваному підозрюваній бійцеві бійцю солдатові"
    " погибшему погибшей пострадавшему пострадавшей задержанному задержанной осуждённому осужденному"
    " чоловіку чоловікові жінці дівчині хлопцю хлопцеві підлітку дитині загиблому загиблій постраждалому"
    " постраждалій затриманому затриманій"
)
WAS: Final = listed(
    "было тогда всего уже сейчас лишь только почти около було тоді лише вже зараз майже близько"
)
BETWEEN: Final = listed(
    "полных full long more consecutive straight еще ще долгих довгих календарных whole calendar",
    "successive long trading working повних цілих целых подряд",
)
# Words before "a year" that make it a length; "a year" of anything else is no time of its own.
LENGTH_BEFORE: Final = listed(
    "for after within about almost nearly over under than half in during lasted last lasts took take",
    "takes spent spend another roughly approximately of before around least most",
)
# Before a length, and part of it.
ABOUT: Final = listed(
    "about almost nearly over around roughly approximately some another just only under",
    "около почти более менее свыше примерно больше меньше порядка майже близько понад приблизно більше",
    "менше щонайменше минимум мінімум",
)
THAN: Final = {
    "than": listed("more less fewer longer"),
    "чем": listed("более менее больше меньше"),
    "ніж": listed("більше менше більш менш"),
    "як": listed("більше менше більш менш"),
}
AT_LEAST: Final = {
    ("at", "least"), ("at", "most"), ("up", "to"), ("close", "to"), ("не", "менее"), ("не", "более"),
    ("не", "менше"), ("не", "більше"), ("как", "минимум"),
}  # fmt: skip
NO_ADJECTIVE: Final = listed(
    "than then that this with from into over after before and within during under ever"
)
NO_UNIT: Final = Unit("", "other")
PLURALS: Final = listed("days weeks months years decades centuries")
LONG: Final = {f"{unit}long": unit for unit in ("day", "week", "month", "year", "decade", "century", "hour")}
SHORT_PLURALS: Final = listed("hours minutes")
LENGTH_ADVERBS: Final = {
    "годами": "year", "неделями": "week", "месяцами": "month", "днями": "day", "роками": "year",
    "тижнями": "week", "місяцями": "month", "часами": "hour", "сутками": "day", "десятилетиями": "decade",
    "століттями": "century",
}  # fmt: skip
RATE_BEFORE: Final = listed("once twice times time million billion thousand % percent раз раза разів рази")
ABBREVIATED: Final = {"мин": "minute", "хв": "minute", "мін": "minute", "сек": "second", "мес": "month"}
OTHER_CASES: Final = {
    "минутам": "minute", "хвилинам": "minute", "хвилинами": "minute", "годинами": "hour", "годинам": "hour",
    "секундам": "second", "секундами": "second", "десятиліттям": "decade", "десятиріч": "decade",
}  # fmt: skip

FIRST_LAST: Final = listed("первые первых последние последних перші перших останні останніх")
ALL: Final = listed("весь всю целый целую ціла цілий цілу увесь усю")
SINGULAR: Final = listed("года года месяца недели дня часа суток року місяця тижня дня години доби")


def unit_at(word: str) -> Unit | None:
    """The unit that a word is after a number, abbreviated too."""
    short = ABBREVIATED.get(word) or OTHER_CASES.get(word)
    return Unit(short, "duration") if short is not None else UNITS.get(word)


__all__ = [
    "ABBREVIATED",
    "ABOUT",
    "ABOUT_AFTER",
    "AGE_BEFORE",
    "AGO",
    "ALL",
    "AT_LEAST",
    "BETWEEN",
    "EARLIER",
    "FEW",
    "FINER",
    "FIRST_LAST",
    "HALVES",
    "LATER",
    "LENGTH_ADVERBS",
    "LENGTH_BEFORE",
    "LONG",
    "NO_ADJECTIVE",
    "NO_UNIT",
    "OLDEST",
    "ONE_BY",
    "ONE_UNIT",
    "OTHER_CASES",
    "PLURALS",
    "RATE_BEFORE",
    "RU_IN",
    "SHORT_PLURALS",
    "SINGULAR",
    "THAN",
    "PERSON_AGED",
    "TO_WHOM",
    "WAS",
    "YEAR_SUFFIXES",
    "unit_at",
]
