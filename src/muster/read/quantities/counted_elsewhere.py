"""What a number counts or measures where the thing does not stand after it.

Before it («Машин было пять», "the fee is $40", «Похибка — 2 %»), in an age («Петро, 47 років»), behind a
preposition ("six years in prison"), or in the phrase counted last ("of 41 bakers, 29…", «Двоє з них»).
Closed word classes and nearness, no parser; where nothing is near it is left open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from muster.model.claims import Quantity
from muster.model.evidence import Passage
from muster.read.quantities.number_context import Sentence
from muster.text.cases import cases
from muster.text.dates.words import MONTHS
from muster.text.listed import listed
from muster.text.numbers.counted import Counted, counted_after, is_noun_like
from muster.text.numbers.numerals import NUMERALS
from muster.text.numbers.shares import PERCENT
from muster.text.numbers.trends import way
from muster.text.numbers.units import UNITS
from muster.text.numbers.vague_guards import counts_plural

_DASHES: Final = frozenset(["—", "–", "-", ":"])
# What may stand between a thing and its number: being, having, costing; how surely.
_BRIDGE: Final = listed(
    "is was are were be been being has have had at by to of stands stood put puts about only just now",
    "it them costs cost totalled totals reached reaches numbered numbers would will could may aged"
    " age turned",
    "было был была были будет есть стоит стоил стоила составляет составил составила составили осталось",
    "осталось оставалось сейчас теперь тогда уже всего лишь только примерно около насчитали стало",
    "було був була були буде є коштує коштував коштувала становить становив становила становили лишилося",
    "всього залишилося зараз тепер тоді вже усього лише тільки приблизно близько стало вистачить триватиме",
    "длится продлится займет тривала тривав возрасте віком вік виповнилося исполнилось виповнилось",
)
_THERE_WERE: Final = listed("было было был були було лишилося залишилося осталось стало")
_IRREGULAR: Final = listed("cut spread risen rose fallen fell grown grew lost shot hit went gone")
_OF_PLACE: Final = listed("in at on from by of в у на за по з із с из до від от")
_WITH_WHOM: Final = listed("у при в")
_PRONOUNS: Final = listed(
    "нас них него нее неё ней меня вас тебя нем нём ним ней неї нього мене тебе нім ній"
)
_OF_THEM: Final = listed("них которых яких")
_PERSON_PRONOUNS: Final = listed("he she i they ему ей им мне йому їй їм мені")
_QUOTES: Final = frozenset(['"', "”", "“", "»", "«", "’", "("])
_EN_VERB: Final = re.compile(r"\w{2,}ed")
_INSIDE: Final = listed("in в во у")
_HOW_MANY: Final = listed("number count total tally число количество численность кількість чисельність")
_FROM: Final = listed("from с со з із зі від от")
_TOLL: Final = listed("toll")
_COUNT_REACH: Final = 9
# Endings of the past in the plural and of «-но, -то».
_DONE: Final = ("ли", "лись", "лися", "но", "то", "ся")
_PAST: Final = ("ла", "ло", "ли", "ал", "ел", "ил", "ся")
_PREPOSITIONS: Final = listed("to by from at in на до с со з із зі в у по от від из")
_ABOUT_WHAT: Final = listed(
    "over from to with under between against for since in at on across после из с со до над под в во у на по"
    " від після із з зі від для"
)
_WENT: Final = listed("go goes going went gone")
_IN_SIZE: Final = listed("в у of")
# Of a length of time they say no more than that it is one.
_LASTING: Final = listed("течение течении протяжении продолжение продолжении протягом упродовж впродовж ходе")
_FILLED: Final = frozenset(
    [
        ",",
        "%",
        "$",
        "€",
        "£",
        "a",
        "an",
        "the",
        "почти",
        "майже",
        "almost",
        "nearly",
        "third",
        "half",
        "quarter",
        "треть",
        "третину",
    ]
)
# Verbs of worth and of reaching, beside those of change.
_TURNED: Final = (
    "оцен", "оцін", "достиг", "сягн", "состав", "станов", "превыс", "перевищ", "обош", "замедл", "ускор",
    "сповільн", "прискор", "slowed", "quickened", "narrowed", "widened", "estimated", "valued", "amount",
    "swelled", "dwindled", "подешев",
)  # fmt: skip
_LONGEST: Final = 4
_REACH: Final = 400
_ANOTHER_DEED: Final = re.compile(
    r",? (?:and|but|и|і|та|й|а|але|но) (?:[^\W\d_]{2,12} )?(?:[^\W\d_]{3,16}(?:ed|[аеиіяуы]ли|[аиіуя]ло|но) )"
)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The phrase that was counted last, and how many of it there were."""

    passage: Passage
    high: float


def before_measure(sentence: Sentence, begin: int, kind: str) -> Counted | None:
    """«Вартість — 3 млн», "the fee is $40", "rations were cut by half": the phrase before the number."""
    before = sentence.tokens.words[begin - 1] if begin > sentence.floor else ""
    if before in _IN_SIZE:
        return _phrase_to(sentence, begin - 2)  # «прибавка в 12%», "a raise of 12%"
    if kind == "share" and before not in _BRIDGE and before not in _DASHES:
        return None
    at = _over_bridge(sentence, begin - 1, verbs=True)
    if at == begin - 1:
        if before in _LASTING:
            return None  # «в течение нескольких месяцев»
        found = _phrase_to(sentence, at)  # «Пожар на площади 300 квадратов»
        return None if found is None or sentence.tokens.words[found.stop - 1] in UNITS else found
    return _subject_to(sentence, at)


def changed(sentence: Sentence, begin: int) -> Counted | None:
    """ "Deaths tripled to 90", «Хлеб подорожал на 20 %», «Инфляция замедлилась с 8,1% до 7,4%».

    What stands before a verb of change or of worth, where only numbers and their prepositions stand between
    that and the number."""
    of, at = sentence.tokens.words, begin - 1
    low = max(sentence.floor, begin - _COUNT_REACH)
    while at > low and _is_between(of[at]):
        at -= 1
    if at <= low or not (way(of[at]) or of[at].startswith(_TURNED)) or of[at] in _PREPOSITIONS:
        return None
    if of[at] in ("up", "down") and of[at - 1] in _WENT:
        at -= 1  # "fares will go up by 15 per cent"
    elif of[at] in ("up", "down") and of[at - 1] not in _BRIDGE:
        return None  # "shot down most of them"
    at -= 1
    while at > sentence.floor and (of[at] in _BRIDGE or of[at].endswith("ly")):
        at -= 1
    return _subject_to(sentence, at)


def _is_between(word: str) -> bool:
    """A number, its unit, or what stands before it: between a verb of change and the number it came to."""
    return (
        word in _PREPOSITIONS
        or word[0].isdecimal()
        or word in NUMERALS
        or word in UNITS
        or word in _FILLED
        or word in PERCENT
        or word == "cent"
        or word.endswith("ly")
    )


def _subject_to(sentence: Sentence, last: int) -> Counted | None:
    """The noun phrase that ends with token ``last``, or stands before a phrase of place there; no unit."""
    of, found = sentence.tokens.words, _phrase_to(sentence, last)
    if found is None:
        return None
    at = found.first - 1
    at -= at > sentence.floor and of[at] in ("the", "a", "an", "their", "his", "her", "its", "our")
    steps = 0
    while at > sentence.floor and steps < _LONGEST and (of[at] in _ABOUT_WHAT or (steps and of[at] == "of")):
        # «Уровень безработицы в марте составил 4,1%», "Support for the mayor stands at 41 %".
        before = _phrase_to(sentence, at - 1)
        if before is None:
            return None
        found, at, steps = before, before.first - 1, steps + 1
        at -= at > sentence.floor and of[at] in ("the", "a", "an", "their", "his", "her", "its", "our")
    return None if of[found.stop - 1] in UNITS or of[found.stop - 1] in PERCENT else found


def before_count(sentence: Sentence, begin: int) -> Counted | None:
    """«Машин у нас было пять»: a genitive plural before the number, with only being between them."""
    at = _over_bridge(sentence, begin - 1, verbs=False)
    if sentence.language == "en" and at == begin - 1 and at >= sentence.floor:
        return None  # "holds 131", "believes at least 90"
    found = _phrase_to(sentence, at)
    if found is None or begin == sentence.floor or sentence.tokens.words[found.stop - 1] in _OF_THEM:
        return None
    noun = sentence.tokens.words[found.stop - 1]
    if found.first > sentence.floor and sentence.tokens.words[found.first - 1] in _OF_PLACE:
        found = Counted(found.stop - 1, found.stop, found.stop)  # «у грудні скарг було 21»
    there = sentence.language != "en" and sentence.tokens.words[begin - 1] in _THERE_WERE
    return found if there or counts_plural(noun) else None


def named_count(sentence: Sentence, begin: int) -> Counted | None:
    """ "The number of patients rose to 36", "a death toll of 11", «число погибших достигло 17»."""
    of, low = sentence.tokens.words, max(sentence.floor, begin - 2 * _COUNT_REACH)
    for at in range(begin - 1, low - 1, -1):
        if at < begin - _COUNT_REACH and of[at] not in _TOLL:
            continue  # "The death toll from the collapse of a bridge over the river has risen to 14"
        if not of[at][0].isalpha() and of[at] not in _DASHES and of[at] not in _QUOTES:
            if of[at][0].isdecimal() and of[at - 1] in _FROM:
                continue  # "rose from 12 to 30"
            return None
        if of[at] in _TOLL:
            first = at - (at > sentence.floor and of[at - 1] in ("death", "casualty", "body"))
            return Counted(first, at + 1, at + 1)
        if of[at] not in _HOW_MANY:
            continue
        after = at + 1 + (of[at + 1] == "of") if at + 1 < begin else begin
        if of[at].isascii() and after == at + 1:
            return None
        return counted_after(of, after, begin, sentence.language) if after < begin else None
    return None


def deed_beside(sentence: Sentence, number: Passage) -> str | None:
    """«Привезли четверых», «двоих отпустили»: where no noun is counted, what they did or suffered."""
    tokens = sentence.tokens
    first, stop = tokens.between(number.start, number.stop)
    for at in (first - 1, stop):
        word = tokens.words[at] if sentence.floor <= at < sentence.ceiling else ""
        if len(word) < 4 or not word.endswith(_DONE) or word in _BRIDGE:
            continue
        if cases(word, sentence.language).kind == "verb":
            return sentence.text.body[tokens.starts[at] : tokens.stops[at]]
    return None


# "Men between the ages of 20 and 45".
_BEFORE_AGE: Final = listed("the of age ages aged between from under over") | {",", "—", "–"}


def whose_age(sentence: Sentence, begin: int) -> Counted | None:
    """The person before an age: "Olga Tern, 66", «їй сорок», "a man of 58", "the youngest was 19"."""
    of, at = sentence.tokens.words, begin - 1
    while at > sentence.floor and (of[at] in _BRIDGE or of[at] in _BEFORE_AGE or of[at] in _QUOTES):
        at -= 1
    if at >= sentence.floor and of[at] in _PERSON_PRONOUNS:
        return Counted(at, at + 1, at + 1)
    return _phrase_to(sentence, at)


def inside(sentence: Sentence, stop: int) -> Counted | None:
    """ "six years in prison": where a length of time is spent."""
    of = sentence.tokens.words
    if stop + 1 >= sentence.ceiling or of[stop] not in _INSIDE:
        return None
    noun = of[stop + 1]
    lower = sentence.text.body[sentence.tokens.starts[stop + 1]].islower()
    if not lower or not is_noun_like(noun) or noun in MONTHS or noun in UNITS or noun in NUMERALS:
        return None
    return Counted(stop + 1, stop + 2, stop + 2)


def still_meant(last: Antecedent | None, sentence: Sentence, quantity: Quantity, *, befell: bool) -> bool:
    """Whether a number that names no thing of its own may count the phrase last counted."""
    at = quantity.passage.start
    if last is None or last.passage.stop > at:
        return False
    if at - last.passage.stop > _REACH:
        return False
    gap = sentence.text.body[last.passage.stop : at]
    if quantity.kind == "count" and len(gap) < 40 and _ANOTHER_DEED.fullmatch(gap):
        return True  # "destroyed 480 homes and damaged more than 2,000"
    known = quantity.low if quantity.low is not None else quantity.high
    inside = at >= sentence.start and last.passage.start >= sentence.start
    # "Two people were killed and nine injured": another lot of the same; else a part of those counted.
    if quantity.kind == "count" and not (befell and inside) and (known is None or known > last.high):
        return False
    # One sentence back at most, in the same paragraph.
    return "\n" not in gap and len(re.findall(r"[.!?…]\s", gap)) <= 1


def _over_bridge(sentence: Sentence, at: int, *, verbs: bool) -> int:
    of, left = sentence.tokens.words, 7
    while at >= sentence.floor and left:
        left -= 1
        if of[at] in _PRONOUNS and at - 1 >= sentence.floor and of[at - 1] in _WITH_WHOM:
            at -= 2
        elif (
            of[at] in _BRIDGE
            or of[at] in _DASHES
            or (
                verbs
                and of[at].isalpha()
                and (of[at] in _IRREGULAR or _EN_VERB.fullmatch(of[at]) or _is_verb(of[at]))
            )
        ):
            at -= 1
        else:
            break
    return at


def _is_verb(word: str) -> bool:
    if word.isascii() or len(word) < 4:
        return False
    return not is_noun_like(word) or (word.endswith(_PAST) and cases(word, "ru").kind == "verb")


def _phrase_to(sentence: Sentence, last: int) -> Counted | None:
    """The run of words that may be a noun phrase and ends with token ``last``."""
    of, first = sentence.tokens.words, last + 1
    while first - 1 >= sentence.floor and last + 1 - first < _LONGEST:
        word = of[first - 1]
        if not is_noun_like(word) or word in NUMERALS or word in _BRIDGE or _EN_VERB.fullmatch(word):
            break
        first -= 1
    return Counted(first, last + 1, last + 1) if first <= last else None


__all__ = [
    "Antecedent", "before_count", "before_measure", "changed",
    "deed_beside", "inside", "named_count", "still_meant",
    "whose_age",
]  # fmt: skip
