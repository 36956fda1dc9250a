"""What befell those who are counted: "five killed and 12 wounded" are two questions.

The deed stands behind the counted ("Five people, all of them guards, were killed"), before them ("killed five
people", «Погибли вчера пять человек»), or is that of the number before in one list ("damaged 12 houses, a
school and three cars"). Closed word classes (`muster.text.numbers.fates`) and a bounded walk over tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from muster.model.claims import Quantity
from muster.read.quantities.counted_elsewhere import named_count
from muster.read.quantities.lots import THEM, Lot, among_whom, group_of, lot_of, words_of
from muster.read.quantities.number_context import Sentence
from muster.text.listed import listed
from muster.text.numbers import fates
from muster.text.numbers.counted import is_noun_like, is_slavic_verb
from muster.text.numbers.numerals import NUMERALS
from muster.text.restricted_en import AUX

_REACH: Final = 22
_NEAR: Final = 8
_AND: Final = listed("and и і й та")
_ADVERBS_EN: Final = listed(
    "also still since reportedly allegedly seriously critically lightly slightly",
    "badly more others other later",
    "already all both either immediately initially now currently then previously severely gravely moderately",
    "confirmed officially again temporarily forcibly successfully so far",
)
_ADVERBS: Final = listed(
    "уже еще также тоже вже ще також теж тяжело легко серьезно важко",
    "легко серйозно вчера сегодня ночью утром",
    "вечером учора вчора сьогодні вночі вранці ввечері накануне напередодні не менее как минимум щонайменше",
    "тогда тоді потом потім были было был была були було був була всего лишь лише тільки только почти майже",
    "сильно временно тимчасово по разной різною ранее раніше",
)
_PREPOSITIONS_EN: Final = listed("in at on from near aboard inside across of by around outside with aged")
_PREPOSITIONS: Final = listed(
    "в во на из с со за от при под у после во близ около из-за від з із зі під біля після внаслідок через",
    "вследствие среди серед об о про для к до над между між над",
)
_OPEN: Final = frozenset(["(", "[", "—", "–"])
_CLOSE: Final = {"(": ")", "[": "]", "—": "—", "–": "–"}
_ASIDE_EN: Final = listed(
    "including among one two three four most some many all aged mostly mainly both half"
)
_ASIDE: Final = listed("в среди из включая серед з із зокрема у включно преимущественно переважно")
_MAY: Final = listed("могут может могли мог могла можуть може могли міг могла")
_BARE: Final = listed("an estimated another a further some about up to the all other more additional")
_DISTRIBUTIVE: Final = "по"
_GENERAL: Final = listed("человек человека осіб людей людини people")
_STILL_THERE: Final = ("оста", "залиш", "лиш")
_BADLY: Final = listed(
    "seriously critically lightly slightly badly severely gravely moderately fatally тяжело легко серьезно",
    "важко серйозно тяжко смертельно",
)
_OF_ONE: Final = listed("was is has does isn't wasn't hasn't")
_LISTED: Final = listed("and и і й та , a an the of another as well также також ще еще")


class Fate(NamedTuple):
    """``words`` as they stand in the text. ``possible``: "may have been killed"."""

    words: str
    possible: bool = False


def what_befell(sentence: Sentence, quantities: Sequence[Quantity]) -> list[tuple[Fate | None, str | None]]:
    """For each quantity of the sentence, in its order, what befell those counted, and the group that they are
    a part of, as written; ages, sums and lengths of time have neither."""
    lots = [lot_of(sentence, quantities, at) for at in range(len(quantities))]
    deeds: list[Fate | None] = []
    parts: list[str | None] = []
    for at, lot in enumerate(lots):
        if lot is None:
            deeds.append(None)
            parts.append(None)
            continue
        group = group_of(quantities, lots, deeds, at)
        own = _behind(sentence, lot) or _before(sentence, lot)
        if own is None and at and (lot.named or _is_badly(sentence, lot)):
            own = _inherited(sentence, lots, deeds, at, group)
        if lot.named and (own is None or not own.words) and sentence.tokens.words[lot.last] in _GENERAL:
            total = named_count(sentence, lot.first)  # «число жертв выросло до 14 человек»
            own = Fate(words_of(sentence, total.first, total.stop)) if total is not None else own
        part_of = words_of(sentence, group.first, group.stop) if group is not None else None
        deeds.append(own)
        parts.append(part_of or among_whom(sentence, lot))
    return list(zip(deeds, parts, strict=True))


def _is_badly(sentence: Sentence, lot: Lot) -> bool:
    """ "Two of them badly": how, of what befell the others too."""
    words, at = sentence.tokens.words, lot.last + 2
    return lot.part is True and at < sentence.ceiling and words[at] in _BADLY


def _inherited(
    sentence: Sentence,
    lots: Sequence[Lot | None],
    deeds: Sequence[Fate | None],
    at: int,
    group: Lot | None,
) -> Fate | None:
    """The deed of the lot before, where both are in one list, or of the group this one is a part of."""
    if group is not None:
        return deeds[lots.index(group)]
    last, lot, fate = lots[at - 1], lots[at], deeds[at - 1]
    if last is None or lot is None or fate is None or lot.part is not None:
        return None
    gap = sentence.tokens.words[last.stop : lot.first]
    listed_on = (
        0 < len(gap) <= 9 and all(_in_a_list(w) for w in gap) and any(w in _AND or w == "," for w in gap)
    )
    return fate if listed_on and lot.named else None


def _in_a_list(word: str) -> bool:
    if word in _LISTED:
        return True
    deed = fates.is_state(word) or (word.isascii() and word.endswith(("ed", "ing")))
    return is_noun_like(word) and not deed


# --- behind ---------------------------------------------------------------------------------------------


def _behind(sentence: Sentence, lot: Lot) -> Fate | None:
    if sentence.language == "en":
        return _behind_en(sentence, lot)
    return None if lot.whole else _behind_slavic(sentence, lot)


def _behind_en(sentence: Sentence, lot: Lot) -> Fate | None:
    words, ceiling = sentence.tokens.words, min(sentence.ceiling, lot.stop + _REACH)
    at = lot.stop
    if words[at - 1] in ("shot", "taken", "pulled", "left"):
        at -= 1
    possible, helped, away = False, False, lot.grouped
    nothing = None
    while at < ceiling:
        word = words[at]
        stop = 0 if away and not helped else fates.state_at(words, at, ceiling)
        if stop:
            return Fate(words_of(sentence, at, stop), possible)
        if _is_month(sentence, at):
            break
        if word in AUX or (helped and word in fates.TO_HAVE):
            if lot.whole:
                return None
            possible, helped = possible or word in fates.MODAL, True
            nothing = Fate("", True) if possible else None
        elif word in fates.REMAIN and not lot.whole:
            first = next((k for k in (at + 1, at + 2) if fates.state_at(words, k, ceiling)), at)
            stop = fates.state_at(words, first, ceiling) or at + 1
            return Fate(words_of(sentence, first, stop), possible)
        elif helped and word in fates.HIDDEN:
            possible = True
        elif word in fates.FINITE and not lot.whole:
            return Fate(words_of(sentence, at, at + 1), possible)
        elif word in _ADVERBS_EN or (word == "left" and (helped or at == lot.stop)):
            pass
        elif word == "," or word in _OPEN:
            past = _past_aside(words, at, ceiling, "en") or (
                at == lot.stop and _past_list(words, at, ceiling)
            )
            if not past:
                return nothing
            at = past - 1
        elif word in _AND and at == lot.stop:
            past = _past_list(words, at, ceiling)
            if not past:
                return None
            at = past - 1
        elif word in _PREPOSITIONS_EN and not helped:
            away = True
        elif not away or helped or not _stands_aside(word):
            return nothing
        at += 1
    return nothing


def _stands_aside(word: str) -> bool:
    """A word of a phrase of place, and no verb: "in the village of Tarn"."""
    return (
        word[0].isalnum()
        and word not in _AND
        and not (word.endswith("ed") and len(word) > 4)
        and word != "who"
    )


def _past_aside(words: Sequence[str], at: int, ceiling: int, language: str) -> int:
    """Past ", including a child," or "(two of them children)"; 0 where nothing of the kind stands there."""
    close = _CLOSE.get(words[at], ",")
    if close == "," and (
        at + 1 >= ceiling or words[at + 1] not in (_ASIDE_EN if language == "en" else _ASIDE)
    ):
        if not (at + 1 < ceiling and (words[at + 1] in NUMERALS or words[at + 1].isdecimal())):
            return 0
        if not any(words[k : k + 2] in THEM for k in range(at + 2, min(at + 5, ceiling))):
            return 0
    for k in range(at + 1, min(at + 16, ceiling)):
        if words[k] == close:
            return k + 1
        if words[k] in (".", ";", ":"):
            return 0
    return 0


def _past_list(words: Sequence[str], at: int, ceiling: int) -> int:
    """Past "and a child" to the helping verb behind it; 0 where a new clause may begin."""
    if words[at] == "," and at + 1 < ceiling and words[at + 1] in _AND:
        return 0  # "has 300 people, and 20 soldiers were hurt"
    nouns, joined = 0, False
    for k in range(at + 1, min(at + 9, ceiling)):
        word = words[k]
        joined = joined or words[k - 1] in _AND
        if word in AUX:
            # Of several: "and a stage was damaged" is another clause.
            return k if nouns and joined and word not in _OF_ONE else 0
        if not (
            word in ("a", "an", "the", "other") or word in NUMERALS or word.isdecimal() or _in_a_list(word)
        ):
            return 0
        nouns += word.isalpha() and is_noun_like(word) and word not in NUMERALS
    return 0


def _behind_slavic(sentence: Sentence, lot: Lot) -> Fate | None:
    words, ceiling = sentence.tokens.words, min(sentence.ceiling, lot.stop + _REACH)
    at, possible, away = lot.stop, False, 0
    if at > lot.last and words[at - 1] in ("них", "которых", "яких"):
        away = 1
    while at < ceiling and at < lot.stop + _NEAR + away:
        word = words[at]
        state = fates.slavic_state_at(words, at, ceiling)
        harm = fates.got_harm(words, at, ceiling)
        if harm:
            return Fate(f"{words_of(sentence, at, at + 1)} {words_of(sentence, harm, harm + 1)}", possible)
        if state:
            return Fate(words_of(sentence, at, state), possible)
        if fates.slavic_fate(word):
            return Fate(words_of(sentence, at, at + 1), possible)
        if word in _MAY:
            possible = True
        elif word in _ADVERBS or fates.stays(word):
            pass
        elif words[at : at + 2] in THEM:
            at += 1
        elif word == "," or word in _OPEN:
            past = _past_aside(words, at, ceiling, sentence.language)
            if not past:
                return None
            at, away = past - 1, past - lot.stop
        elif word in _PREPOSITIONS:
            away = max(away, 1)
        elif not away or not word[0].isalnum() or word in _AND or is_slavic_verb(word):
            return None
        at += 1
    return None


# --- before ---------------------------------------------------------------------------------------------


def _before(sentence: Sentence, lot: Lot) -> Fate | None:
    if lot.whole:
        return None
    return _before_en(sentence, lot) if sentence.language == "en" else _before_slavic(sentence, lot)


def _before_en(sentence: Sentence, lot: Lot) -> Fate | None:
    words, at = sentence.tokens.words, lot.first - 1
    while at > sentence.floor and words[at] in _BARE and lot.first - at < 4:
        at -= 1
    if at < sentence.floor:
        return None
    if words[at] == "of" and at > sentence.floor and fates.is_deed_of(words[at - 1], "en"):
        return Fate(words_of(sentence, at - 1, at))
    if not fates.is_active(words, at, sentence.floor):
        return None
    first = at - 1 if words[at] == "down" else at
    near = range(max(sentence.floor, first - 3), first)
    modal = any(words[k] in fates.MODAL and not _is_month(sentence, k) for k in near)
    return Fate(words_of(sentence, first, at + 1), modal)


def _is_month(sentence: Sentence, at: int) -> bool:
    """ "The raid of 4 May killed nine": inside a sentence the month has a capital, the helping verb none."""
    return words_of(sentence, at, at + 1) == "May"


def _before_slavic(sentence: Sentence, lot: Lot) -> Fate | None:
    words, low = sentence.tokens.words, max(sentence.floor, lot.first - _NEAR - 2)
    at = lot.first - 1
    if at < low or words[at] in _PREPOSITIONS:
        return None
    at -= words[at] == _DISTRIBUTIVE and at > low
    if fates.is_deed_of(words[at], sentence.language):
        return Fate(words_of(sentence, at, at + 1))
    state: tuple[int, int] | None = None
    stay = -1
    while at >= low and (words[at][0].isalnum() or words[at] == "-") and words[at] not in _AND:
        word = words[at]
        harm = fates.harm_got(words, at, low)
        possible = any(w in _MAY for w in words[max(sentence.floor, at - 2) : at])
        if harm >= 0:
            return Fate(f"{words_of(sentence, at, at + 1)} {words_of(sentence, harm, harm + 1)}", possible)
        if fates.slavic_fate(word):
            return Fate(words_of(sentence, at, at + 1), possible) if _leads(sentence, at, lot) else None
        stop = fates.slavic_state_at(words, at, lot.first)
        if stop:
            state = state or (at, stop)
        elif word.startswith(_STILL_THERE) and fates.stays(word):
            stay = at
        elif word in _MAY or fates.stays(word) or word in _ADVERBS:
            pass
        elif is_slavic_verb(word):
            return None
        at -= 1
    if state is None and stay >= 0:
        state = (stay, stay + 1)
    return Fate(words_of(sentence, *state)) if state is not None else None


def _leads(sentence: Sentence, at: int, lot: Lot) -> bool:
    """No subject or object stands between a verb and the number: «Погибли вчера на рынке 12 человек»."""
    words, k = sentence.tokens.words, at + 1
    return k >= lot.first or words[k] in _PREPOSITIONS or words[k] in _ADVERBS or words[k] in _MAY


__all__ = ["Fate", "what_befell"]
