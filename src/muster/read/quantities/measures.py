"""What a number measures: days, years of age, money, a change, a rate; or a plain count or share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from muster.read.quantities.number_context import Sentence
from muster.text.dates.length_words import AGE_NOUNS, PERSON_AGED, TO_AGE
from muster.text.dates.words import MONTHS
from muster.text.listed import listed
from muster.text.numbers.counted import Counted
from muster.text.numbers.numbers import Number
from muster.text.numbers.numerals import NUMERALS
from muster.text.numbers.trends import trend, way
from muster.text.numbers.units import MONEY_MARKS, UNITS, Unit, adjective_unit

_SQUARE: Final = listed("square sq квадратных квадратного квадратные квадратный квадратних квадратні кв")
_CUBIC: Final = listed("cubic кубических кубического кубічних кубічного")
_BETWEEN_UNIT: Final = listed(
    "working business рабочих робочих банковских full more long consecutive straight calendar"
    " полных долгих календарных повних довгих еще ще",
)
_COMPARES: Final = listed(
    "more less fewer higher lower greater larger faster bigger longer shorter older younger worse better",
    "cheaper slower stronger больше меньше выше ниже чаще реже",
    "більше менше вище нижче частіше рідше нижчі вищі більші менші нижча вища выше меньшие большие",
)
_TIMES: Final = listed(
    "times раз раза рази разів",
)
_RATES: Final = {
    "day": "day", "week": "week", "month": "month", "year": "year", "hour": "hour",
    "день": "day", "сутки": "day",
    "неделю": "week", "месяц": "month", "год": "year", "час": "hour", "добу": "day", "тиждень": "week",
    "місяць": "month", "рік": "year", "годину": "hour",
}  # fmt: skip
_COMING: Final = (("arrive",), ("come",), ("leave",), ("die",), ("go",), ("приходит",), ("надходить",))
_DAILY: Final = {
    "daily": "day", "ежедневно": "day", "щодня": "day", "щоденно": "day",
    "weekly": "week", "щотижня": "week", "еженедельно": "week",
    "monthly": "month", "ежемесячно": "month", "щомісяця": "month",
}  # fmt: skip
_CHANGE_AFTER: Final = listed(
    "increase increases rise rises drop drops fall decline decrease growth cut more less fewer higher",
    "lower больше меньше выше ниже роста рост снижение прирост більше менше вище нижче зростання",
)
# Before a level, not a change: "rose to 8 percent", «до 8%».
_LEVEL: Final = listed("to from at до с з із от від between stood stands")
_AGE_BEFORE: Final = listed(
    "aged age ages возрасте возраста возраст вік віком віці віку",
)
_YOUNGER: Final = {
    "моложе": "lt", "младше": "lt", "молодше": "lt", "молодші": "lt", "старше": "gt", "старші": "gt",
                   "under": "lt", "over": "gt", "above": "gt", "below": "lt", "старшие": "gt"}  # fmt: skip
_CHANGE_NOUNS: Final = (
    "рост", "прирост", "снижени", "падени", "увеличени", "сокращени", "подорожани", "зростанн",
    "приріст", "зниженн", "падінн",
    "збільшенн", "скороченн",
)  # fmt: skip
_LETTERS: Final = listed("m t l points point м т ft")
_PER_TIME: Final = {
    **dict.fromkeys(("h", "hour", "ч", "час", "год", "годину"), "h"),
    **dict.fromkeys(("s", "second", "с", "сек", "секунду"), "s"),
}
_YOUNGER_SLAVIC: Final = listed("моложе младше старше молодше молодші старші")
_VERBS_IN_S: Final = listed("is was has as")
_KIN: Final = listed(
    "сыну дочери дочке мужу жене матери отцу брату сестре внуку внучке бабушке дедушке ребенку"
    " синові сину доньці дочці чоловікові дружині матері батькові братові сестрі онукові онуці бабусі дитині"
)
_CLOSING: Final = frozenset(['"', "”", "»", "“"])
_SO_MANY: Final = listed("столько стільки всего всього итого разом total altogether")
_STILL: Final = listed(
    "было было уже сейчас тогда всего лишь только примерно около почти где-то теперь було вже зараз"
    " тоді лише"
    " тільки приблизно близько майже тепер еще ще и і"
)
_TERM_STEMS: Final = (
    "срок", "строк", "приговор", "вирок", "разниц", "різниц", "контракт", "перерыв", "перерв",
    "период", "період", "стаж",
    "наказан", "покаран", "интервал", "дистанц", "возрастом", "лет", "рок",
)  # fmt: skip
_AND_AGED: Final = listed("и і й та") | {","}
_DATIVE: Final = listed(
    "ему ей мне тебе им нам вам йому їй мені тобі їм которому которой которым якому якій яким"
)
_TURNED: Final = listed("исполнилось исполнится стукнуло виповнилося виповнилось виповниться минуло")
_FROM_AGE: Final = listed("с со з із")
_BEING: Final = listed("is was were are turned turns just only")
_EXTREME: Final = listed(
    "youngest oldest eldest младшему старшему младшей старшей наймолодшому найстаршому наймолодшій найстаршій"
    " молодшому молодшій"
)
_AFTER_MAN: Final = listed("with who whose from in at on walks walked came called named said says")
_AFTER_AGE: Final = listed("when and but so at then years now in while because or")
_PERSON_STEMS: Final = (
    "мужчин", "женщин", "детей", "детям", "дети", "детьми", "подростк", "юнош", "девуш", "граждан",
    "людей", "людям", "люди",
    "лиц", "чоловік", "жінк", "жінок", "дітей", "дітям", "діти", "підлітк", "осіб", "особам",
    "громадян", "пенсион",
    "запасник", "резервист", "резервіст", "новобран", "военнообязанн", "військовозобов", "призывник",
    "призовник",
)  # fmt: skip
_PERSONS: Final = listed(
    "children kids boys girls men women people anyone everyone those adults residents citizens players"
    " pupils"
    " students males females man woman boy girl cook driver soldier doctor teacher farmer nurse officer"
    " father"
    " nobody everybody none reservists recruits conscripts soldiers drivers workers patients prisoners"
    " detainees"
    " mother son daughter brother sister husband wife"
)
_TERMS: Final = listed(
    "срок срока контракт контракта контракту строк строку договор приговор ув'язнення лишения стаж",
)


def measure(sentence: Sentence, number: Number) -> tuple[Unit, int, int, Number]:
    """The unit of a number, the tokens it then spans, and the number with bounds that the unit brought."""
    words, stop, ceiling = sentence.tokens.words, number.last, sentence.ceiling
    begin = number.first
    word = words[stop] if stop < ceiling else ""
    before = words[number.core - 1] if number.core > sentence.floor else ""
    if number.scale in ("share", "percent"):
        return _share_unit(sentence, number), begin, stop, number
    if word == "-" and stop + 1 < ceiling and words[stop + 1] == "fold":
        return Unit("ratio", "other"), begin, stop + 2, number
    if word in _TIMES and (is_compared(words, stop, ceiling) or _is_grown(sentence, number)):
        return Unit("ratio", "other"), begin, stop + 1, number
    if before in MONEY_MARKS:
        return Unit(MONEY_MARKS[before], "money"), min(begin, number.core - 1), stop, number
    if number.noun >= 0 and words[number.noun] in UNITS:
        return UNITS[words[number.noun]], begin, stop, number
    hyphen = word == "-" and sentence.tokens.joined(stop)
    at = stop + hyphen
    if not hyphen and at < ceiling and words[at] in _BETWEEN_UNIT:
        at += 1
    name = words[at] if at < ceiling else ""
    if name in _SQUARE and at + 1 < ceiling:
        of = UNITS.get(words[at + 1 + (words[at + 1] == ".")] if at + 2 < ceiling else words[at + 1])
        if of is not None and of.kind == "distance":
            return Unit(f"{of.name}2", "other"), begin, at + 2 + (words[at + 1] == "."), number
    if name in _CUBIC and at + 1 < ceiling and (of := UNITS.get(words[at + 1])) and of.kind == "distance":
        return Unit(f"{of.name}3", "other"), begin, at + 2, number
    speed = _speed(words, at, ceiling)
    if speed is not None:
        return speed, begin, at + 3, number
    unit = UNITS.get(name) or (adjective_unit(name) if hyphen else None)
    if (
        (unit is None or unit.kind != "duration")
        and _age_told(sentence, number)
        and (number.high or 200) < 120
    ):
        return _age(sentence, number, stop - 1)
    if unit is None or (name in _LETTERS and not words[stop - 1][-1].isdecimal()):
        if _is_degree(sentence, number):
            return Unit("°C", "other"), begin, stop, number
        if (
            _is_bare_age(sentence, number)
            or _is_age_in_commas(sentence, number)
            or _is_age_of_people(sentence, number)
            or _is_age_of_pronoun(sentence, number)
        ):
            return _age(sentence, number, stop - 1)
        return Unit("count", "count"), begin, stop, number
    if unit.kind == "share":
        low, high = number.low, number.high
        return (
            Unit("share", "share"),
            begin,
            at + 1,
            number._replace(low=low and low / 100, high=high and high / 100, scale="share"),
        )
    if unit.name in ("year", "month") and _is_age(sentence, number, at, hyphen, name):
        return _age(sentence, number, at)
    return unit, begin, at + 1, number


def _is_degree(sentence: Sentence, number: Number) -> bool:
    """ "The temperature fell to minus 12", «температура поднялась до 39,2», with nothing counted."""
    of = sentence.tokens.words
    after = of[number.last] if number.last < sentence.ceiling else ""
    if after[:1].isalpha() and after not in _AFTER_AGE:
        return False
    near = of[max(sentence.floor, number.core - 8) : number.core]
    return any(w.startswith(("temperatur", "температур")) for w in near) and abs(number.low or 0) < 100


def _speed(words: Sequence[str], at: int, ceiling: int) -> Unit | None:
    """ "kilometres per hour", «км/ч», "m/s": three tokens that are one unit."""
    unit = UNITS.get(words[at]) if at + 2 < ceiling else None
    if (
        unit is None
        or unit.kind != "distance"
        or words[at + 1] not in ("/", "per", "an", "a", "в", "за", "на")
    ):
        return None
    per = _PER_TIME.get(words[at + 2])
    return Unit(f"{unit.name}/{per}", "other") if per is not None else None


def _is_age_in_commas(sentence: Sentence, number: Number) -> bool:
    """ "the cook, 34, was hurt"."""
    words, at = sentence.tokens.words, number.core
    if number.last != at + 1 or not words[at].isdecimal() or not 0 < (number.low or 0) < 110:
        return False
    if number.first != at or at - 2 < sentence.floor or number.last >= sentence.ceiling:
        return False
    if words[at - 1] != "," or words[number.last] not in (",", ")", "(", "."):
        return False
    name = at - 2 - (words[at - 2] in _CLOSING)  # '"Vera", 34'
    if name < sentence.floor or words[name] in _SO_MANY:
        return False
    named = sentence.text.body[sentence.tokens.starts[name]].isupper() or words[name] in _PERSONS
    return words[name].isalpha() and named and words[name] not in MONTHS


def _is_bare_age(sentence: Sentence, number: Number) -> bool:
    """«їй сорок», «исполнилось семнадцать», "the youngest was 19", "a man of 58", with nothing counted."""
    of, first = sentence.tokens.words, number.first
    years = number.low if number.low is not None else number.high
    if years is None or not 0 < years < 115 or number.vague or number.scale != "count":
        return False
    after = of[number.last] if number.last < sentence.ceiling else ""
    if after[:1].isalpha() and after not in _AFTER_AGE and after not in _AFTER_MAN:
        return False
    at = first - 1
    if at < sentence.floor:
        return False
    if of[at] == "of":
        return at > sentence.floor and of[at - 1] in _PERSONS and years > 14
    while at > sentence.floor and (of[at] in _STILL or of[at] in _BEING):
        at -= 1
    if of[at] in _DATIVE or of[at] in _TURNED or of[at] in _KIN:
        return number.core + 1 == number.last or not of[number.core][0].isdecimal()
    if of[at] in _PERSONS and at < first - 1:
        return of[first - 1] in _BEING and not of[at].endswith("s")
    near = of[max(sentence.floor, at - 4) : at + 1]
    return any(word in _EXTREME for word in near) and (
        at < first - 1 or of[at] in _EXTREME or not of[at].isascii()
    )


def _is_age_of_pronoun(sentence: Sentence, number: Number) -> bool:
    """ "when she was six," with nothing counted."""
    words, at = sentence.tokens.words, number.first
    if number.last != number.core + 1 or not 0 < (number.low or number.high or 0) < 110 or number.vague:
        return False
    if at - 2 < sentence.floor or words[at - 1] not in ("was", "is", "turned", "turns", "'s", "were"):
        return False
    after = words[number.last] if number.last < sentence.ceiling else ""
    return words[at - 2] in ("he", "she", "i") and (not after[:1].isalpha() or after in _AFTER_AGE)


def _is_age_of_people(sentence: Sentence, number: Number) -> bool:
    """ "children under 12", «дети до 14 лет» without its unit."""
    words, first = sentence.tokens.words, number.first
    if first == number.core or words[first] not in _YOUNGER or first - 1 < sentence.floor:
        return False
    after = words[number.last] if number.last < sentence.ceiling else ""
    return (
        words[first - 1] in _PERSONS
        and (number.low or number.high or 200) < 110
        and (not after.endswith("s") or after in _VERBS_IN_S)
    )


def _age_told(sentence: Sentence, number: Number) -> bool:
    """ "aged 21", "the age of 21", "the ages of 21-35"."""
    words, at = sentence.tokens.words, number.first - 1
    while at - 1 > sentence.floor and words[at] in ("and", ",", "or") and words[at - 1][0].isalnum():
        if not (words[at - 1][0].isdecimal() or words[at - 1] in NUMERALS) or number.first != number.core:
            break
        at -= 2  # "aged nine, 11 and 13"
    if at < sentence.floor:
        return False
    if at < number.first - 1:
        return words[at] in ("aged", "ages")
    if words[at] == "as" and words[at - 1] in ("young", "old"):
        return number.first == number.core
    return words[at] in ("aged", "age") or (
        words[at] == "of" and words[at - 1] in ("age", "ages") and at > sentence.floor
    )


def is_compared(tokens: Sequence[str], times: int, ceiling: int) -> bool:
    """True where a comparison follows: "twice as many", «вдвое больше»."""
    after = tokens[times + 1 : min(times + 3, ceiling)]
    return any(w in _COMPARES for w in after) or (bool(after) and after[0] in ("the", "as", "over"))


def _is_grown(sentence: Sentence, number: Number) -> bool:
    """«выросло в три раза»: how many times over, not how often."""
    words, at = sentence.tokens.words, number.first
    inside = "в" in words[at : number.core] or "у" in words[at : number.core]
    if not inside and (at == sentence.floor or words[at - 1] not in ("в", "у")):
        return False
    return any(map(way, words[max(sentence.floor, at - 6) : at]))


def _share_unit(sentence: Sentence, number: Number) -> Unit:
    """A share of somebody; a change by so much of what was before is none, nor are points and 250 %."""
    if number.scale == "percent":
        return Unit("percent", "other")
    return Unit("share", "other" if _is_change(sentence, number) else "share")


def _is_change(sentence: Sentence, number: Number) -> bool:
    words = sentence.tokens.words
    if number.vague is not None or (
        "%" not in words[number.last - 1]
        and words[number.last - 1][:3] not in ("per", "про", "від", "cen", "pct")
    ):
        return False
    after = words[number.last] if number.last < sentence.ceiling else ""
    if after in _CHANGE_AFTER:
        return True
    if number.first == sentence.floor or words[number.first - 1] in _LEVEL or words[number.first] in _LEVEL:
        return False
    if after == "of" or trend(words, sentence.floor, number.first, number.last, sentence.ceiling) is None:
        return False
    near = words[max(sentence.floor, number.first - 4) : number.core]
    return sentence.language == "en" or "на" in near[-4:] or any(w.startswith(_CHANGE_NOUNS) for w in near)


def _is_age(sentence: Sentence, number: Number, at: int, hyphen: bool, name: str) -> bool:
    words = sentence.tokens.words
    after = words[at + 1 : min(at + 3, sentence.ceiling)]
    if any(w in ("old", "olds") for w in after[: 2 if after[:1] == ("-",) else 1]) or after[:2] == (
        "of",
        "age",
    ):
        return True
    if hyphen and name.startswith(("летн", "річн")):
        return number.low is not None and number.low > 9 and not any(w in _TERMS for w in after)
    near = words[max(sentence.floor, number.first - 3) : number.first]
    at = number.first - 1
    if (
        at >= sentence.floor
        and words[at] in ("в", "у")
        and number.first == number.core
        and (number.low or 0) >= 10
    ):
        # «в 45 лет он ушёл», but «срок в 15 лет»
        return at == sentence.floor or not words[at - 1].startswith(_TERM_STEMS)
    if _is_from(sentence, number):
        return True
    if _is_aside(words, sentence, number, at) or any(word in _EXTREME for word in near):
        return True
    if any(w in _AGE_BEFORE or (w in _YOUNGER and not w.isascii()) for w in near):
        return True
    return words[number.first] in _YOUNGER_SLAVIC or _is_of_a_person(words, sentence.floor, number)


def _is_from(sentence: Sentence, number: Number) -> bool:
    """«мобилизуют с шестнадцати лет»: from that age on, where no other end follows."""
    of, at = sentence.tokens.words, number.first - 1
    if at < sentence.floor or of[at] not in _FROM_AGE or number.low != number.high or not number.low:
        return False
    end = of[number.last + 1 : number.last + 2]
    return 10 <= number.low < 100 and number.first == number.core and end not in (("до",), ("тому",))


def _is_aside(words: Sequence[str], sentence: Sentence, number: Number, before: int) -> bool:
    """«Свідок Б., електрик, 47 років, розповів»: years alone between commas."""
    unit = number.last
    if before < sentence.floor or words[before] != "," or not 5 <= (number.low or 0) < 115:
        return False
    closed = unit + 1 >= sentence.ceiling or words[unit + 1] in (",", ".", ")", "(", "—", "–")
    return closed and number.first == number.core and words[unit].startswith(("лет", "рок", "год", "рік"))


def _is_of_a_person(words: Sequence[str], floor: int, number: Number) -> bool:
    """«Ему 27 лет», «исполнилось 27 лет», «мужчинам до 60 лет»."""
    at = number.first - 1
    while at - 1 > floor and words[at] in _AND_AGED and words[at - 1].isdecimal():
        at -= 2  # «которым 8 и 10 лет»
    first = at
    while at >= floor and words[at] in _STILL:
        at -= 1
    if at < floor:
        return False
    if words[at] in TO_AGE and any(w.startswith(AGE_NOUNS) for w in words[max(floor, at - 8) : at]):
        return True
    if words[at] in _DATIVE or words[at] in _TURNED:
        return True
    bounded = number.low is None or number.high is None or number.low < number.high
    if at == first and words[at] in PERSON_AGED:
        return number.last + 1 >= len(words) or words[number.last + 1] in (",", ".", ";", "—", "–")
    return bounded and at == number.first - 1 and words[at].startswith(_PERSON_STEMS)


def _age(sentence: Sentence, number: Number, at: int) -> tuple[Unit, int, int, Number]:
    words = sentence.tokens.words
    stop = at + 1
    while stop < sentence.ceiling and words[stop] in ("-", "old", "olds"):
        stop += 1
    begin, bounded = _age_bound(sentence, number)
    return Unit("year of age", "age"), begin, stop, bounded


def _age_bound(sentence: Sentence, number: Number) -> tuple[int, Number]:
    """ "under the age of 21", «моложе 21 года»."""
    words = sentence.tokens.words
    at = number.first - 1
    while (
        at >= sentence.floor
        and number.first - at < 5
        and words[at] in ("of", "age", "ages", "the", "возрасте")
    ):
        at -= 1
    if number.low is not None and 10 <= number.low == number.high and _is_from(sentence, number):
        return number.first - 1, number._replace(high=None)
    effect = _YOUNGER.get(words[at]) if at >= sentence.floor else None
    if words[at] == "to" and words[at - 1] == "up" and at - 1 >= sentence.floor and number.low is not None:
        return at - 1, number._replace(low=None)
    if effect is None or number.low is None or number.high is None:
        return number.first, number
    if effect == "lt":
        return at, number._replace(low=None, high_exclusive=True)
    return at, number._replace(high=None, low_exclusive=True)


def rate(sentence: Sentence, unit: Unit, counted: Counted | None, stop: int) -> tuple[Unit, int]:
    """ "four reports a week": a rate, not a count."""
    words = sentence.tokens.words
    at = max(stop, counted.clause) if counted is not None else stop
    if counted is not None and words[at : at + 1] in _COMING:
        at += 1  # "14 complaints arrive each day"
    if at < sentence.ceiling and words[at] in _DAILY:
        return Unit(f"count/{_DAILY[words[at]]}", "rate"), stop
    if (
        at + 1 < sentence.ceiling
        and words[at] in ("per", "a", "an", "в", "на", "every", "each")
        and words[at + 1] in _RATES
    ):
        return Unit(f"count/{_RATES[words[at + 1]]}", "rate"), stop
    # "shells a day": the article was read as part of the phrase.
    if counted is not None:
        for k in range(counted.first, counted.clause - 1):
            if words[k] in ("a", "per", "each", "every") and words[k + 1] in _RATES:
                return Unit(f"count/{_RATES[words[k + 1]]}", "rate"), stop
    return unit, stop


__all__ = ["is_compared", "measure", "rate"]
