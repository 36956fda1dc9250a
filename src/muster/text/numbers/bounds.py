"""Words beside a number that open, close or soften it: "more than", «не менее», «понад», "or so"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from muster.text.listed import listed
from muster.text.numbers.numerals import NUMERALS
from muster.text.numbers.trends import way
from muster.text.numbers.units import UNITS

# gt: more, without the number itself; ge: that many or more; lt, le: the same downwards.
_BEFORE = {
    "gt": "more than|over|above|in excess of|upwards of|upward of|exceeding|exceeds|exceeded|exceed"
    "|topped|topping"
    "|surpassed|surpassing|surpasses|passed|has passed|have passed|had passed|crossed|beyond|north of"
    "|greater than|higher than"
    "|larger than|bigger than|longer than|older than|better than|>"
    "|более|больше|более чем|больше чем|свыше|превысило|превышает|превысила|превысили|превысил|превышают"
    "|превышающий|превышающую|превышающее|выше|перевалило за|перевалила за|перевалил за|старше|дольше"
    "|дороже"
    "|понад|більше|більше ніж|більше як|більше за|більш ніж|більш як"
    "|перевищує|перевищила|перевищило|перевищив|перевищили|перевищують|поверх|перевалило за|перевалила за"
    "|старше|старші за|довше",
    "ge": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|minimum"
    "|at a minimum|starts at|start at|starts from|prices start at|at the very least|at minimum"
    "|no lower than|starting at|starting from|not under|≥|>="
    "|не менее|не менее чем|не меньше|не меньше чем|как минимум|минимум|по меньшей мере"
    "|по крайней мере|самое меньшее|хотя бы|не ниже|не менше за|хоча б|хоч би|не нижче|не меншою за"
    "|щонайменше|принаймні|не менше|не менше ніж|не менше як|не менш як"
    "|не менш ніж|мінімум|як мінімум|щонайменш",
    "lt": "fewer than|less than|under|below|not quite|just short of|lower than|smaller than|shorter than"
    "|younger than|<|моложе|младше|молодше|молодші за|дешевле|менше за|не дотягивает до|менее"
    "|меньше|менее чем|меньше чем|ниже|меньшее чем"
    "|менше|менше ніж|менше як|менш ніж|менш як|нижче",
    "le": "within|up to|as many as|as much as|at most|at the most|no more than|not more than|a maximum of"
    "|maximum of"
    "|maximum|at maximum|no greater than|no higher than|not over|not exceeding|not exceed|never exceed"
    "|does not exceed|do not exceed|did not exceed|no longer than|not above|upto|≤|<="
    "|не превышает|не превысило|не превысила|не превысил|не превысит|не превышало|не превышала|не превышают"
    "|не превышающий|не свыше|не выше|не дольше|не более чем в|не старше|не перевищує|не перевищила"
    "|не перевищило"
    "|не перевищив|не перевищить|не перевищувала|не більше за|не понад|не вище|не довше|вплоть до|аж до"
    "|от силы|не более|не более чем|не больше|не больше чем|до|максимум|как максимум|самое большее"
    "|не більше|не більше ніж|не більше як|не більш як|не більш ніж|щонайбільше|якнайбільше|як максимум",
    "about": "about|around|approximately|roughly|some|nearly|almost|close to|circa|an estimated|estimated"
    "|approx|approximate|approximately some|in the order of|on the order of|in the vicinity of|nigh on"
    "|as an estimated|virtually|practically|barely|scarcely|hardly|averaging|an average of"
    "|on average|average of|more or less"
    "|без малого|едва ли не|чуть ли не|в районе|в пределах|в среднем|у середньому|в середньому|в районі"
    "|у районі|в межах|у межах|мало не|заледве"
    "|something like|in the region of|~|≈|около|примерно|порядка|приблизительно|почти|где-то|ориентировочно"
    "|практически|где то|близко к|приблизно|близько|майже|десь|орієнтовно|біля|порядку|практично|ледь не"
    "|едва не",
}
# «почти на треть», «примерно у пяти»; «около из пяти» is two things.
_ABOUT_OVER: Final = listed("на в во у по к до с со за о об")
_THAN: Final = listed("чем ніж як than")
_AND: Final = listed("and и і та")
_ADDS: Final = frozenset((*_AND, "+", "plus"))
_OR: Final = listed("or или либо або чи и і та")
_PERSONS: Final = listed("человек чоловік штук осіб душ")
_GENITIVE_PLURAL: Final = ("ов", "ев", "ей", "ів", "їв", "ок", "ек", "ин")
_INVERTIBLE: Final = listed(
    "километрах метрах часах минутах днях неделях месяцах верстах кілометрах метрах годинах хвилинах",
    "лет года месяцев месяца недель недели дней дня суток часов часа минут минуты секунд секунды"
    " десятилетий"
    " рублей гривен долларов километров километра метров метра тонн тонны годин години хвилин хвилини років"
    " роки місяців місяці тижнів тижні днів дні діб доби гривень доларів кілометрів кілометри метрів метри"
    " метри тонни раз рази разів раза",
)
_LINKS: Final = listed(
    "в во на за с со из к ко у о об от до по под при без и а но что как где когда не уже еще там тут"
    " здесь было"
    " назад тому спустя з із зі від й і та але що як де коли вже ще туди там його її їх его ее их он"
    " она они"
    " він вона вони я мы ми это це тоже теж точно кажется мабуть наверное примерно подряд поспіль"
)
_VERB: Final = re.compile(
    r"\w{2,}(?:ал[аио]?|ил[аио]?|ел[аио]?|ял[аио]?|ыл[аио]?|ут|ют|ят|ет|ит|лся|лись|лось|лась|али|или"
    r"|ли|ть|ться|ся|сь|ти"
    r"|ав|ив|ла|ло|ває|ають|ять|уть)"
)
_AFTER = {
    "ge": "or more|and more|or above|and above|plus|+|и более|или более|и больше|или больше|и выше|і більше"
    "|та більше|або більше|і понад|чи більше|at least|at the least|at a minimum|or older|and older|or"
    " higher"
    "|or longer|минимум|как минимум|щонайменше|щонайменш",
    "gt": "с лишним|с лишком|с гаком|с хвостиком|з лишком|із лишком|з гаком|із гаком|з хвостиком|с"
    " небольшим"
    "|з невеликим",
    "le": "or fewer|or less|or under|or lower|or younger|and under|и менее|или менее|и меньше|или меньше"
    "|і менше|або менше|чи менше|at most|at the most|maximum|максимум|от силы",
    "about": "or so|or thereabouts|give or take|или около того|или около этого|чи близько того|приблизно"
    "|примерно|приблизительно|approximately",
}
# "passed 900", but "passed 9 laws".
_PASSED: Final = listed("passed crossed beyond")
# "drones over three provinces", "spread over 40 hectares": a place.
_ABOVE: Final = listed(
    "spread spreads spreading scattered stretched stretches drones drone missiles aircraft planes jets"
    " helicopters flew fly flies flying circled hovered burned sky skies balloons distributed spaced"
)
# How much more or less: they belong to the words after them and change nothing.
_DEGREE: Final = listed(
    "well just slightly far much little somewhat considerably significantly even only already чуть немного"
    " намного значительно гораздо заметно уже лишь всего трохи ледь набагато значно вже лише усього всього"
)
# Words that may stand between the two: «щонайменше із семи», "at least some".
_BETWEEN: Final = listed(
    "из с со в во на о об по у к ко за від із з зі про до the another – —",
)
_AT_LEAST_FROM: Final = listed("от від")
_STARTS: Final = listed("с со з із зі")
# Marks of bold and italic type in posts.
_EMPHASIS: Final = frozenset(["**", "__", "*", "***", "~~"])
# After these «до» is a goal, not a ceiling: grew to, fell to, was sentenced to.
_GOAL = (
    "довел", "довес", "достиг", "досяг", "сягну", "приговор", "осужд", "осуд", "засуд", "дове", "from",
    "reach", "належ", "принадлеж", "доступ", "дорах", "досчит", "дожи", "поверн", "верн", "приєдн",
    "опуск", "опуст", "пада", "впал", "присоедин", "дойш", "дійш", "дошл", "подход",
)  # fmt: skip


def _table(source: dict[str, str], last: bool) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for effect, phrases in source.items():
        for phrase in phrases.split("|"):
            words = tuple(part for word in phrase.split() for part in _cut(word))
            table.setdefault(words[-1 if last else 0], []).append((words, effect))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _cut(word: str) -> tuple[str, ...]:
    head, dash, tail = word.partition("-")
    return (head, dash, tail) if dash and head else (word,)


_LAST_WORD: Final = _table(_BEFORE, last=True)
_FIRST_WORD: Final = _table(_AFTER, last=False)


def before(
    words: Sequence[str], free: int, index: int, floor: int, stop: int, ceiling: int
) -> tuple[int, list[str]]:
    """What stands before the number at ``index``: where it begins, and its effects, nearest first.

    ``free``: the first token not used by the number before; ``floor``: of the sentence. The number ends
    before ``stop``.
    """
    effects: list[str] = []
    begin = index
    while len(effects) < 3:
        if begin - 1 > free and words[begin - 1] in _EMPHASIS:
            found = _ending_at(words, free, begin - 1)
        else:
            found = _ending_at(words, free, begin)
        if found is None and begin > free and words[begin - 1] in _BETWEEN:
            found = _ending_at(words, free, begin - 1)
            # Only a floor or a ceiling reaches over a preposition; «около из пяти» is two things.
            # «более чем на 5 %» compares: it reaches over any of them.
            if found is not None and found[1] not in ("ge", "le") and words[begin - 2] not in _THAN:
                found = found if found[1] == "about" and words[begin - 1] in _ABOUT_OVER else None
        if found is None:
            break
        at, effect = found
        if effect == "le" and words[begin - 1] == "до" and _is_goal(words, floor, at):
            break
        if words[begin - 1] in _PASSED and stop < ceiling and words[stop][0].isalpha():
            break
        if words[begin - 1] == "over" and begin - 2 >= floor and words[begin - 2] in _ABOVE:
            break
        if words[begin - 1] == "over" and _is_during(words, floor, begin - 1, stop, ceiling):
            break
        begin = at
        effects.append(effect)
    from_ = not effects and begin > free and words[begin - 1] in _AT_LEAST_FROM
    if from_ and _is_least(words, stop, ceiling):
        return begin - 1, ["ge"]
    if effects and begin > free and words[begin - 1] in _DEGREE:
        begin -= 1 + (begin - 1 > free and words[begin - 1] == "little" and words[begin - 2] == "a")
    return begin, effects


def _is_least(words: Sequence[str], stop: int, ceiling: int) -> bool:
    """«от 500 рублей», «от 5 лет»: of money, shares and terms «от» says the least; no «до» follows."""
    unit = UNITS.get(words[stop]) if stop < ceiling else None
    measured = words[stop - 1] == "%" or words[stop - 1].startswith(("процент", "відсот"))
    if not measured and (unit is None or unit.kind not in ("money", "duration")):
        return False
    return not any(word in ("до", "к") for word in words[stop : min(stop + 4, ceiling)])


def _ending_at(words: Sequence[str], floor: int, end: int) -> tuple[int, str] | None:
    if end <= floor:
        return None
    for phrase, effect in _LAST_WORD.get(words[end - 1], ()):
        start = end - len(phrase)
        if start >= floor and tuple(words[start:end]) == phrase:
            return start, effect
    return None


def _is_during(words: Sequence[str], floor: int, over: int, stop: int, ceiling: int) -> bool:
    """ "Heard 17 witnesses over five days": while they lasted; "served over five years" is more than five."""
    unit = UNITS.get(words[stop]) if stop < ceiling else None
    if unit is None or unit.kind != "duration":
        return False
    return any(_is_number(w) for w in words[max(floor, over - 4) : max(floor, over - 1)])


def _is_goal(words: Sequence[str], floor: int, at: int) -> bool:
    for back in range(at - 2, max(floor, at - 6) - 1, -1):
        # «с 1,5% до 5%», «з 20 до 30»: the second end of a change.
        if words[back] in _STARTS and _is_number(words[back + 1]):
            return True
    return any(way(word) is not None or word.startswith(_GOAL) for word in words[max(floor, at - 5) : at])


def changes(words: Sequence[str], floor: int, at: int) -> bool:
    """True where a verb of change stands just before: "rose from 20 to 40" is no range."""
    return _is_goal(words, floor, at)


def after(words: Sequence[str], index: int, ceiling: int) -> tuple[int, str | None]:
    """What stands after a number that ends before ``index``: where it ends, and its effect."""
    if index < ceiling:
        for phrase, effect in _FIRST_WORD.get(words[index], ()):
            stop = index + len(phrase)
            if stop <= ceiling and tuple(words[index:stop]) == phrase:
                # «5 раненых и более 10 погибших»: the second number's own bound.
                if (
                    phrase[0] in _ADDS
                    and stop < ceiling
                    and (_is_number(words[stop]) or words[stop] in "$€£")
                ):
                    continue
                return stop, effect
    return index, None


def after_noun(words: Sequence[str], index: int, ceiling: int) -> str | None:
    """ "70 nurses or more", «10 лет и более»: the effect of what stands after one or two words."""
    for at in range(index + 1, min(index + 3, ceiling)):
        if not words[at - 1][0].isalpha():
            return None
        if words[at] in _OR:
            stop, effect = after(words, at, ceiling)
            return effect if effect in ("ge", "le") and stop > at + 1 else None
    return None


def _is_number(word: str) -> bool:
    return word[0].isdecimal() or word in NUMERALS


def is_inverted(words: Sequence[str], noun: int, number: int, stop: int, ceiling: int) -> bool:
    """«человек двадцать», «лет десять»: the noun at ``noun`` before its number says about so many.

    True for units and people, and for other genitive plurals before a numeral word, where no second noun
    follows the number that it could count instead.
    """
    word = words[noun]
    following = words[stop] if stop < ceiling else ""
    unit = UNITS.get(word)
    if word in ("процентов", "відсотків"):
        return True
    if unit is not None:
        if len(word) < 3 or word not in _INVERTIBLE or following in UNITS:
            return False
    elif word in ("штук", "штуки"):
        return True
    elif word not in _PERSONS and not (
        word.endswith(_GENITIVE_PLURAL) and len(word) > 4 and not words[number][0].isdecimal()
    ):
        return False
    return not following[:1].isalpha() or following in _LINKS or _VERB.fullmatch(following) is not None


__all__ = ["after", "after_noun", "before", "changes", "is_inverted"]
