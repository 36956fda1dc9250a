"""Sums of money that do not name their currency: a price beside one that does, or behind a word of cost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from muster.model.claims import Quantity
from muster.read.quantities.number_context import Sentence
from muster.text.listed import listed
from muster.text.numbers.counted import is_slavic_verb
from muster.text.numbers.numbers import Number

_COST: Final = listed(
    "стоил стоила стоило стоили стоит стоят был была было были коштував коштувала коштувало коштували коштує"
    " коштують був була було були cost costs was were paid asked за"
)
# Words that only money follows.
_WORTH: Final = listed(
    "стоимостью ценой ценою стоит стоил стоила стоили стоят обошелся обошлась обошлось обошлись вартістю"
    " ціною коштує коштував коштувала коштували коштують обійшовся обійшлася обійшлося обійшлися cost costs"
    " worth priced pay pays paid выплатят выплатили выплатила заплатили заплатил заплатят платят доплатят"
    " виплатять виплатили виплатила заплатив заплатять платять"
)
_FROM: Final = listed("from out of из із з с зі")
_BETWEEN: Final = listed("в у по at почти майже около близько примерно приблизно almost nearly some about")
# Nouns of money and verbs of paying and spending.
_MONEY: Final = re.compile(
    r"(?:сумм[аеуы]|выплат|зарплат|жалован|штраф|стоимост|цен[аыуе]\Z|ценой|выручк|прибыл[ьи]|доход(?:а|ы|ов|ом)?\Z|убыт"
    r"|бюджет|преми[яию]|компенсац|гонорар|кредит|взятк|налог|пенси[яию]|пособи|расход(?:а|ы|ов)?\Z|ущерб"
    r"|долг(?:а|и|ов|ом)?\Z|задолж|оклад|субсиди|грант|вознагражд|выдели|потрат|истрат|похити|заработа|оштраф"
    r"|сум[аиу]\Z|виплат|варт[іо]ст|цін[аиу]\Z|витра[тч]|збитк|борг|платіж|прибутк|доход|відшкод|виділ|викра)"
)
_CLAUSE: Final = frozenset([",", ";", ":", "."])
# A head count, though money stands near: «выплаты получили 2 тысячи», «при населении 2 млн».
_COUNTED: Final = re.compile(
    r"(?:числ|количеств|численност|населени|тираж|кількіст|чисельн|получ|плат(?:ят|или)|уплат|оформ|отрим|сплат)"
)
_FOR: Final = listed(
    "для на за от в во и а по при с со до но или і й та або у від із з он она они он его ему він вона вони"
)
_REACH: Final = 8
_THOUSAND: Final = 1000.0


def is_price(sentence: Sentence, number: Number, quantity: Quantity) -> bool:
    """«Стоит 1800 рублей, осенью стоил 600», «1,2 млн ₽ из 1,5 млн»: a bare number of the money before it."""
    at = number.first - 1
    if quantity.kind != "count" or at < sentence.floor or _goes_on(sentence, number):
        return False
    before = sentence.tokens.words[at]
    if not _is_round(sentence, number):
        return before in _COST
    near = sentence.tokens.words[max(sentence.floor, at - _REACH) : at + 1]
    if sentence.language != "en" and quantity.what is None:
        return not any(map(_COUNTED.match, near))
    return before in _FROM and (number.low or 0.0) >= _THOUSAND


def is_unnamed_sum(sentence: Sentence, number: Number, quantity: Quantity) -> bool:
    """«Стоимостью 3,7 миллиона», "cost 12 million": a large round number behind a word that only money
    follows, with nothing counted."""
    words, at = sentence.tokens.words, number.first - 1
    if quantity.kind != "count" or not _is_round(sentence, number) or _goes_on(sentence, number):
        return False
    while at > sentence.floor and words[at] in _BETWEEN:
        at -= 1
    if at >= sentence.floor and words[at] in _WORTH:
        return True
    low = max(sentence.floor, at - _REACH)
    return sentence.language != "en" and _of_money(words[low : at + 1])


def _of_money(before: Sequence[str]) -> bool:
    """A noun or verb of money in the clause, and no other number or thing counted between."""
    for word in reversed(before):
        if _MONEY.match(word):
            return True
        if word in _CLAUSE or word[0].isdecimal() or _COUNTED.match(word):
            return False
    return False


def _is_round(sentence: Sentence, number: Number) -> bool:
    """Told in thousands or millions: «3 млн», «221к»."""
    told = number.last > number.core + 1 or sentence.tokens.words[number.core][-1:].isalpha()
    bound = number.low if number.low is not None else number.high
    return told and (bound or 0.0) >= _THOUSAND


def _goes_on(sentence: Sentence, number: Number) -> bool:
    """A noun may be counted behind the number: any word but a verb, and no phrase of what it is for."""
    after = sentence.tokens.words[number.last] if number.last < sentence.ceiling else ""
    if after in _FOR and sentence.language != "en":
        return False
    return after[:1].isalpha() and not is_slavic_verb(after)


__all__ = ["is_price", "is_unnamed_sum"]
