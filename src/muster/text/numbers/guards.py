"""Digits and numeral words that count nothing: names of units, weapons, laws, clocks, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from muster.text.listed import listed
from muster.text.numbers.counted import CODED, NOT_VERBS
from muster.text.numbers.fates import is_state
from muster.text.numbers.numbers import Number
from muster.text.numbers.numerals import NUMERALS
from muster.text.numbers.units import UNITS, adjective_unit
from muster.text.numbers.vague_guards import counts_plural
from muster.text.tokens import Tokens

# Addresses, handles and hashtags hold digits that nobody counted.
LINKS: Final = re.compile(
    r"(?:https?://|www\.)\S{1,2000}|[@#]\w{1,200}|\w{1,64}@\w{1,64}\.\w{2,}"
    r"|\+\d{1,3}[ \u00a0(-]{1,2}\d[\d \u00a0()-]{5,18}\d"  # a telephone number
)
_LABELS: Final = listed(
    "no part № n article articles section sections paragraph paragraphs chapter chapters clause page",
    "pages highway route level phase phases grade number version decree resolution footnote figure",
    "figures table tables notes appendix volume verse windows iphone galaxy boeing airbus",
    "playstation xbox android formula covid sars type mark model series season episode act rule axis",
    "equation fraction category run peugeot версия версии версию версією версія статья статьи статье",
    "статью статьей статей статті стаття статтю статтею ст пункт пункта пункту пункте пункті пунктом",
    "підпункт підпункту п п.п ч часть части частью частин частина частини частиною частину глава",
    "главы главе закон закона приказ приказа указ указа указу наказ наказу наказом фз номер номером",
    "номера буд сторінка стор страница стр розділ раздел в/ч приложение таблица рисунок рис том",
    "абзац статьями серия серии серії выпуск тел телефон телефону телефоном бульвар",
    "kilometre kilometer junction hotline box sector parcel а/я а/с километре кілометрі",
    "sectors cellars junctions lots странице сторінці пункты розділі разделе пункти пунктах",
)
_STREETS: Final = listed(
    "street st road rd avenue ave lane square drive boulevard terrace crescent way close court row hill"
    " gardens"
    " ул улица улице улицы улицу проспект проспекте проспекта пр переулок переулке шоссе бульвар бульваре"
    " площадь площади набережная набережной вул вулиця вулиці вулицю просп провулок провулку бульварі площа"
    " площі набережна набережній проїзд"
)
_HEIGHTS: Final = listed("высота высоты высоте высоту высотой висота висоти висоті висоту")
# "Dial 112", «Звоните 112».
_CALLED: Final = listed(
    "dial dialling звоните позвоните наберите дзвоніть зателефонуйте телефонуйте наберіть"
)
_AND: Final = listed("and и і й та")
_AT: Final = listed("в во о об с до к после около at from until till by before after у від з після біля на")
_HOUR_LINKS: Final = listed("to and – — - до и і й та")
_OPENED: Final = frozenset(["«", "“", "„", '"'])
_CLOSED: Final = frozenset(["»", "”", "“", '"'])
_WEAPONS: Final = (
    "calib", "калиб", "каліб", "shell", "howitz", "mortar", "artiller", "cannon", "gun", "rifle",
    "снаряд", "гаубиц", "миномет", "міномет", "орудий", "орудие", "гармат", "артиллер", "артилер", "пушк",
)  # fmt: skip
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_AFTER_CLOCK: Final = listed(
    "утра вечера дня ночи ранку вечора началась начался началось почалася on today gmt"
)
# Capital letters stand on these at the head of a sentence or in headings.
_NEVER_NAMES: Final = listed(
    "january february march april may june july august september october november december in on at by"
    " to of and"
    " for with from about around some over under only just another other those these this the all"
    " nearly almost"
    " some at least than or killed wounded total"
)
_BE: Final = listed("is was has will")
_INITIAL: Final = listed(
    "only another exactly yet still some even also both each every first last next more most many"
    " few all no not"
    " there here then now so killed wounded dead injured arrested missing total nearly almost roughly"
)
_HOLLOW_AFTER: Final = listed(
    "in on at by to of and for with from is are was were has have had will would can could may as but"
    " or that"
    " which who when while after before since into over under в на и с по из у к от до для был была"
    " было были"
    " но а і й з у в до від на та був була було були що який яка"
)
_OUT_OF: Final = listed("из із зі з of out people")
# Labels that may also hold what is counted.
_HOUSES: Final = listed(
    "room flight channel school hospital bus case protocol federation flat apartment building house",
    "cell block ward bed suite floor unit group team платформа школа школы школе школу больница",
    "больнице больницы палата палате палату квартира квартире квартиру квартиры кв дом доме дома дому",
    "корпус корпусе подъезд канал канале каналу рейс рейсе лицей лицее комната комнате комнату кабинет",
    "кабинете камера камере камеру бригада бригады бригаде бригаду бригадой полк полка полку полком",
    "дивизия дивизии дивизию батальон батальона батальоне армия армии дивізія дивізії бригаді бригадою",
    "батальйон батальйоні роте рота роту відділення отделение отделении группа группы группе группу",
    "група групи групу будинок будинку квартирі кімната кімнаті кімнату кабінеті палаті лікарні школі",
    "высота высоты высоте высоту высотой висота висоти висоті висоту hill кабінет рейс",
    "вагон поїзд рейсом маршрут маршруту екіпаж число цифра цифру part division squadron class"
    " stage platform gate track",
)
_PLURAL_LABELS: Final = listed("flats apartments rooms houses pages chapters квартиры квартирах квартири")
_SHORT_LABELS: Final = listed(
    "ст п ч no nos стр рис д fig figs tab eq eqs ref refs vol p pp sec ch art табл гл кв буд оф мал",
    "корп тел вул ул",
)
_ORDINAL_ENDS: Final = listed(
    "st nd rd th й я е го ому му ю ой ая ый ий ої та ша га тя ма ій ого ую ем им ым ти-й ный ная ные х",
    "ых м",
)
_CARDINAL_ENDS: Final = listed(
    "ти ми х рых мя ю",
)
_ONE_BEFORE: Final = listed(
    "no any every each this that the some another many which such day younger older other last ни"
    " жоден ще еще як as",
)
_ONE_AFTER: Final = listed(
    "of another such who that which can could should would may might is was has had to in by after at",
    "on too more thing из із з зі и та і раз на за от только лишь лише й же ж",
)
_ONE_ABSTRACT: Final = listed(
    "thing way side end hand reason example place point moment area issue more less last final who kind"
    " sort look"
    " might must shall cannot were are never always does did do then also just even simply really big whole"
    " the a an he she they it we you i his her their my your our says said told or but so if how why"
    " when where"
    "made born killed based held built called known named taken given used seen left paid led set put",
    "run found what there here with for from about like than over under among against into not",
)
# What one who is singled out does.
_SPEAKS: Final = listed(
    "said says told tells asked asks requested ordered orders described recalled recalls explained explains",
    "wrote writes remembered remembers admitted admits claimed claims insisted insists complained complains",
    "remarked believes believed thinks thought wants wanted warned argued suggested confirmed denied refused",
)
_NEAR_VERB: Final = 7
_BESIDE_ONE: Final = listed("and , и і й та еще ще killed wounded injured dead missing detained arrested")
_ONE_COUNTED: Final = listed("один одна одно одну одного одне")
# «одне одного», «один другого»: each other.
_EACH_OTHER: Final = listed("одного одному одним одну одній одною другого другому другим другую другой")
_ONE_PLACED: Final = listed(
    "за в во на у по с со з із к про о об при для остался осталась залишився он она він вона я"
)
_ONE_ABSTRACT_STEMS: Final = (
    "сторон", "боку", "бік", "дел", "раз", "слов", "вещ", "момент", "причин", "вопрос", "питан",
    "способ", "образ", "прекрасн",
    "хорош", "общ", "знаком", "мой", "моя", "наш", "спільн", "цел", "сплошн", "друг", "ли", "лиш",
    "речен", "річ", "тольк",
    "тільк", "только", "против", "проти", "інш", "иной", "лучш", "сам", "пример", "приклад", "выход",
    "вихід",
)  # fmt: skip
_ADVERB_OR_VERB: Final = re.compile(
    r"\w+(?:ет|ит|ют|ят|ут|ал|ил|ел|ала|ила|али|или|ать|ить|ся|сь|ти|но|ав|ив)"
)
_PEOPLE_STEMS: Final = (
    "солдат", "военнослуж", "боец", "бойц", "офицер", "жител", "ребенк", "женщин", "мужчин", "погибш",
    "ранен",
    "контрактник", "призывник", "мобилизован", "заключен", "рядов", "сержант", "пострадавш", "пленн", "военн",
    "військов", "бійц", "боєць", "офіцер", "мешкан", "дитин", "жінк", "чоловік", "загибл", "поранен",
    "контрактник",
    "мобілізован", "в'язн", "рядов", "постраждал", "полонен", "людин",
)  # fmt: skip
_PARTITIVE: Final = listed("из із з зі")
# Endings of what «пара» may count.
_PAIRED: Final = tuple("бвгджзйклмнпрстфхцчшщьы")
_PEOPLE: Final = listed(
    "soldier serviceman civilian person man woman child boy girl officer conscript fighter prisoner",
    "guard policeman contractor volunteer patient nurse doctor medic recruit casualty death case man's",
    "company battalion platoon brigade человек солдат военный военнослужащий боец офицер мирный житель",
    "ребенок женщина мужчина погибший раненый контрактник призывник человека солдата бойца военного",
    "жителя ребенка женщину мужчину погибшего раненого людина боєць військовий військовослужбовець",
    "офіцер дитина жінка чоловік загиблий поранений особа людину бійця військового дитину жінку",
    "чоловіка загиблого пораненого особу",
)


def is_name_or_label(tokens: Tokens, number: Number, floor: int, ceiling: int, body: str) -> bool:
    """True where the number at ``number`` is part of a name, a label, a clock or a
    telephone number. ``body``: the text as it was written; capitals tell a name."""
    words, core, stop = tokens.words, number.core, number.last
    word = words[core]
    before = words[core - 1] if core > floor else ""
    after = words[stop] if stop < ceiling else ""
    if not word[0].isdecimal():
        if before in _OPENED and _is_told(tokens, number, floor, ceiling, body):
            return True
        return _is_hollow_word(words, number, floor, ceiling) or _is_title(
            tokens, number, floor, ceiling, body
        )
    if number.scale == "share" or number.vague:
        return False
    if _is_coded(words, core, stop, floor, ceiling) or before in _CALLED:
        return True
    if after == "(" and len(word) == 1 and stop + 2 < ceiling and words[stop + 2] == ")":
        return words[stop + 1].isdecimal() and len(words[stop + 1]) in (3, 4)  # 8 (800) …
    if before in ("я", "с") and words[max(floor, core - 3) : core - 1] == ("а", "/"):
        return True  # «а/я 77»
    if before in ("±", "+/-") or (before[:1] == "0" and len(before) > 2 and before.isdecimal()):
        return True  # "0800 555 214"
    if before in ("[", "(") and after in ("]", ")", ",") and _is_note(words, core, ceiling):
        return True
    if _is_address(words, core, stop, floor, ceiling, tokens, body) or _is_clock(
        words, core, stop, floor, ceiling
    ):
        return True
    if _is_model(tokens, number, floor, ceiling, body) or _is_calibre(words, number, floor, ceiling):
        return True
    if core > floor and tokens.joined(core):
        if before[-1:].isalpha() or before in ("_", "/", ":", "№", "#", "+", "@"):
            return True
        if (
            before in ("-", "–", ".")
            and core - 1 > floor
            and tokens.joined(core - 1)
            and words[core - 2][-1:].isalnum()
        ):
            return True
    if _is_labelled(words, number, floor, ceiling):
        return True
    if after and tokens.joined(stop):
        if (
            after in (":", "/")
            and stop + 1 < ceiling
            and tokens.joined(stop + 1)
            and words[stop + 1][0].isdecimal()
        ):
            return True
        if after == "-" and stop + 1 < ceiling and tokens.joined(stop + 1):
            start, end = tokens.starts[stop + 1], tokens.stops[stop + 1]
            if end - start > 1 and body[start:end].isupper() and not number.vague:
                return True  # «форма 2-НДФЛ»
            following = words[stop + 2] if stop + 2 < ceiling else ""
            return _is_ordinal_or_calibre(words[stop + 1], following)
        if (
            after[0].isalpha()
            and word[-1].isdecimal()
            and after not in UNITS
            and after != "s"
            and after not in NUMERALS
        ):
            return True
        if after == "s":
            return True
    plain = word.replace(" ", "").isdecimal()
    if plain and len(word) > 1 and word[0] == "0":
        return True
    return word.isdecimal() and len(word) >= 7 and not word.endswith("000")


def _is_coded(words: Sequence[str], core: int, stop: int, floor: int, ceiling: int) -> bool:
    """«двое 300-х», «200-х — 12»: soldiers' words for the dead and wounded; «200-х человек» is a count."""
    if words[core] not in CODED or stop + 1 >= ceiling or words[stop] != "-" or not words[stop + 1].isalpha():
        return False
    before = words[core - 1] if core > floor else ""
    after = words[stop + 2] if stop + 2 < ceiling else ""
    return before[:1].isdecimal() or before in NUMERALS or not after[:1].isalpha() or after in _AND


def _is_calibre(words: Sequence[str], number: Number, floor: int, ceiling: int) -> bool:
    """ "a 152 mm shell", «снаряд калибра 152 мм»: a weapon's name, not a measure of anything."""
    stop = number.last
    if stop >= ceiling or words[stop] not in ("mm", "мм"):
        return False
    if number.core > floor and words[number.core - 1] in ("х", "x", "×"):
        return True  # «2 х 152 мм»
    near = words[max(floor, number.core - 4) : min(stop + 5, ceiling)]
    return any(w.startswith(_WEAPONS) for w in near)


def _is_told(tokens: Tokens, number: Number, floor: int, ceiling: int, body: str) -> bool:
    """«позывной „Сорок“»: a numeral alone in marks, with a capital, inside a sentence."""
    words, core, stop = tokens.words, number.core, number.last
    if stop != core + 1 or core - 2 < floor or stop >= ceiling:
        return False
    marked = words[core - 1] in _OPENED and words[stop] in _CLOSED
    return marked and body[tokens.starts[core]].isupper() and words[core - 2] not in (":", ".", "?", "!", ",")


def _is_labelled(words: Sequence[str], number: Number, floor: int, ceiling: int) -> bool:
    """ "Article 5", «школа 12», "№ 7"; but «в школе 300 детей» counts."""
    core, stop = number.core, number.last
    before = words[core - 1] if core > floor else ""
    among = before == "." and words[max(floor, core - 4) : core - 1] == ("т", ".", "ч")  # «в т. ч. 34»
    if before in ("№", "+", "#", "§") or (
        not among and before == "." and core - 2 >= floor and words[core - 2] in _SHORT_LABELS
    ):
        return True
    if before in _PLURAL_LABELS and number.low != number.high:
        return True
    if before not in _LABELS and before not in _HOUSES:
        return False
    if stop != core + 1 or not words[core].replace(".", "").isdecimal():
        return before in _LABELS and not words[core].count(",") and stop == core + 1
    after = words[stop] if stop < ceiling else ""
    if after in UNITS and before in _HEIGHTS:
        return False
    return before in _LABELS or not (after in _OUT_OF or (counts_plural(after) and not is_state(after)))


def _is_address(
    words: Sequence[str], core: int, stop: int, floor: int, ceiling: int, tokens: Tokens, body: str
) -> bool:
    """ "14 Mill Street", «ул. Лесная, 14», «вулиця Миру, 14»."""
    if stop != core + 1 or not words[core].isdecimal() or len(words[core]) > 4:
        return False
    if stop < ceiling and words[stop].isalpha() and body[tokens.starts[stop]].isupper():
        return any(w in _STREETS for w in words[stop + 1 : min(stop + 4, ceiling)])
    if core - 2 > floor and words[core - 1] == ",":
        return any(w in _STREETS for w in words[max(floor, core - 5) : core - 1])
    return False


def _is_note(words: Sequence[str], core: int, ceiling: int) -> bool:
    """ "[18]", "(26, 29, 49)": references by number; a single "(34)" is an age or a figure."""
    opened, at = words[core - 1], core
    while at < ceiling and (words[at].isdecimal() or words[at] in (",", "-", "–")):
        at += 1
    closed = at < ceiling and words[at] == ("]" if opened == "[" else ")")
    return closed and (opened == "[" or at > core + 3)


def _is_clock(words: Sequence[str], core: int, stop: int, floor: int, ceiling: int) -> bool:
    """«в 12.30», "at 7.45": not a share, not a length."""
    if _is_hour(words, core, ceiling):
        return True
    match = _CLOCK.fullmatch(words[core])
    if match is None or core == floor or words[core - 1] not in _AT:
        return False
    after = words[stop] if stop < ceiling else ""
    return not after[:1].isalpha() or len(after) < 3 or after in _AFTER_CLOCK


def _is_title(tokens: Tokens, number: Number, floor: int, ceiling: int, body: str) -> bool:
    """ "the Big Four": a numeral with a capital letter after a word with one, inside a sentence."""
    core, stop = number.core, number.last
    if core - 1 == floor and tokens.words[floor] == "formula":
        return True
    if core - 1 <= floor or stop >= ceiling or stop != core + 1 or number.vague or number.first != core:
        return False
    if tokens.words[core - 1] == "of" and core - 2 > floor and body[tokens.starts[core]].isupper():
        return body[tokens.starts[core - 2]].isupper()
    capital = [body[tokens.starts[at]].isupper() for at in (core - 1, core, stop)]
    return capital == [True, True, False] and tokens.words[core].isascii()


def _is_hour(words: Sequence[str], core: int, ceiling: int) -> bool:
    """ "from 9 to 11 a.m.", «с 9 до 11 утра»: an hour before the part of the day or before another hour."""
    if not words[core].isdecimal() or len(words[core]) > 2:
        return False
    at = core + 1
    while at < min(core + 4, ceiling) and (
        words[at] in _HOUR_LINKS or (words[at].isdecimal() and len(words[at]) < 3)
    ):
        at += 1
    if at >= ceiling or at > core + 3:
        return False
    meridian = words[at] in ("a", "p") and words[at + 1 : at + 3] == (".", "m")
    return meridian or words[at] in ("am", "pm", "утра", "ранку", "вечера", "вечора", "пополудни")


def _is_model(tokens: Tokens, number: Number, floor: int, ceiling: int, body: str) -> bool:
    """ "iPhone 12", "Apollo 11": a name just before bare digits with nothing counted after them."""
    words, core, stop = tokens.words, number.core, number.last
    if core - 1 < floor or number.first != core or stop != core + 1 or not words[core].isdecimal():
        return False
    after = words[stop] if stop < ceiling else ""
    named = words[core - 1].isalpha() and len(words[core]) < 5
    if not named or words[core - 1] in _NEVER_NAMES or after == "%" or after in UNITS or after in NUMERALS:
        return False
    start, end = tokens.starts[core - 1], tokens.stops[core - 1]
    floor += words[floor] in _OPENED  # «"Сбиты 34 из 41 …", — сказал …»
    mixed = not body[start:end].islower() and (
        core - 1 > floor or any(c.isupper() for c in body[start + 1 : end])
    )
    if not mixed:
        name = (
            core - 1 == floor and body[start].isupper() and body[start:end].isascii() and len(words[core]) < 4
        )
        return name and words[core - 1] not in _INITIAL and (after in _BE or after.endswith("ed"))
    return not after[:1].isalpha() or after in _HOLLOW_AFTER


def _is_ordinal_or_calibre(word: str, following: str) -> bool:
    if word == "ю":  # «3-ю роту», but «5-ю ротами»
        return not following.endswith(("ами", "ями", "ыми", "ими"))
    if word in _CARDINAL_ENDS:
        return False
    if word in _ORDINAL_ENDS or word in ("mm", "мм"):
        return True
    if word in ("strong", "year", "month", "week", "day", "hour", "minute", "percent", "км", "km", "метров"):
        return False
    return adjective_unit(word) is None and word not in UNITS and (not word[0].isalpha() or len(word) < 3)


def _is_pronoun(words: Sequence[str], core: int, floor: int, ceiling: int) -> bool:
    """ "one" and «один» that stand for somebody or something; before a noun they count it."""
    before = words[core - 1] if core > floor else ""
    after = words[core + 1] if core + 1 < ceiling else ""
    if after == "-":
        return core + 2 >= ceiling or words[core + 2] not in UNITS
    if words[core] in _ONE_COUNTED and after in _EACH_OTHER:
        return True
    if words[core] in _ONE_COUNTED and is_state(after) and before in _BESIDE_ONE:
        return False  # «трое ранены, один пропал»
    if words[core] in _ONE_COUNTED and after in CODED:
        return False  # «один 200-й»
    if after in UNITS and UNITS[after].kind != "other":
        return before in ("day", "no")
    if after in _PARTITIVE and words[core] not in ("one", "одно", "одне"):
        return before == "ни" or not _is_counted(words[core + 2] if core + 2 < ceiling else "")
    if words[core] == "one" and before not in ("only", "just", "but") and _speaks(words, core + 1, ceiling):
        return True
    if any(w in _PEOPLE or w.startswith(_PEOPLE_STEMS) for w in words[core + 1 : min(core + 4, ceiling)]):
        return after in _ONE_AFTER or (before in _ONE_BEFORE and before not in ("еще", "ще"))
    if before in _ONE_BEFORE or after in _ONE_AFTER or not after[:1].isalpha() or len(after) < 3:
        return True
    if words[core] == "one":
        if is_state(after) and before in _BESIDE_ONE:
            return False  # "one person was killed and one injured"
        return (
            after in _ONE_ABSTRACT
            or after.endswith(("ing", "ly", "ed", "'s"))
            or before in ("number", "as", "from")
        )
    return (
        words[core] not in _ONE_COUNTED
        or before in _ONE_PLACED
        or after.startswith(_ONE_ABSTRACT_STEMS)
        or (_ADVERB_OR_VERB.fullmatch(after) is not None and after not in NOT_VERBS)
    )


def _speaks(words: Sequence[str], at: int, ceiling: int) -> bool:
    """ "One nurse of the ward said …": somebody is singled out, and nobody is counted."""
    for word in words[at : min(at + _NEAR_VERB, ceiling)]:
        if not word.isalpha() or is_state(word) or word in _BE:
            return False
        if word in _SPEAKS:
            return True
    return False


def _is_counted(word: str) -> bool:
    """«один из трёх»; «один из них» singles somebody out, and «один из тысяч» praises."""
    entry = NUMERALS.get(word)
    return word.isdecimal() or (entry is not None and entry.kind not in ("scale", "group"))


def _is_hollow_word(words: tuple[str, ...], number: Number, floor: int, ceiling: int) -> bool:
    word, core, stop = words[number.core], number.core, number.last
    after = words[stop] if stop < ceiling else ""
    if word == "семью" and number.low == 7:
        return not after.endswith(("ми", "мя"))
    if number.low == number.high == 1 and number.scale == "count" and stop == core + 1:
        return number.first == core and _is_pronoun(words, core, floor, ceiling)
    if word in ("пара", "пару") and number.vague:
        return not after[:1].isalpha() or (after not in UNITS and not after.endswith(_PAIRED))
    if number.vague == "many" and word == "many":
        return False
    if word == "some" or (number.vague == "several" and after in ("", ".", ",")):
        before = words[core - 1] if core > floor else ""
        return word == "some" or not counts_plural(before)  # «версий несколько»
    return word in ("сорока", "сто", "ten", "zero", "ноль", "нуля") and not after


__all__ = ["LINKS", "is_name_or_label"]
