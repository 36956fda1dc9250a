"""Sums of money that do not name their currency: a price beside one that does, or behind a word of cost."""

from __future__ import annotations

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
_THOUSAND: Final = 1000.0


def is_price(sentence: Sentence, number: Number, quantity: Quantity) -> bool:
    """«Стоит 1800 рублей, осенью стоил 600», «1,2 млн ₽ из 1,5 млн»: a bare number of the money before it."""
    at = number.first - 1
    if quantity.kind != "count" or at < sentence.floor or _goes_on(sentence, number):
        return False
    before = sentence.tokens.words[at]
    if number.last == number.core + 1:
        return before in _COST
    return before in _FROM and (number.low or 0.0) >= _THOUSAND


def is_unnamed_sum(sentence: Sentence, number: Number, quantity: Quantity) -> bool:
    """«Стоимостью 3,7 миллиона», "cost 12 million": a large round number behind a word that only money
    follows, with nothing counted."""
    words, at = sentence.tokens.words, number.first - 1
    if quantity.kind != "count" or number.last == number.core + 1 or (number.low or 0.0) < _THOUSAND:
        return False
    if _goes_on(sentence, number):
        return False
    while at > sentence.floor and words[at] in _BETWEEN:
        at -= 1
    return at >= sentence.floor and words[at] in _WORTH


def _goes_on(sentence: Sentence, number: Number) -> bool:
    """A noun may be counted behind the number: any word but a verb."""
    after = sentence.tokens.words[number.last] if number.last < sentence.ceiling else ""
    return after[:1].isalpha() and not is_slavic_verb(after)


__all__ = ["is_price", "is_unnamed_sum"]
