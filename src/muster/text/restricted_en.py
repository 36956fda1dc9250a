"""Which English things are meant: a clause of a participle behind their noun, or of those who act on them.

"most of the men sent to the front in spring refused": the men sent to the front in spring. No parser: a
participle that needs an object and has none is passive, and the next verb of its clause is the sentence's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from muster.text.listed import listed

MARKS: Final = re.compile(r"[^\w\s'’%-]")
AUX: Final = listed(
    "is are was were be been am has have had do does did will would can could may might must shall",
    "should isn't aren't wasn't weren't hasn't haven't hadn't didn't doesn't don't won't cannot",
)
PRONOUNS: Final = listed(
    "who whom whose which that",
)
PREDICATES: Final = listed(
    "killed wounded injured dead missing captured detained arrested prosecuted convicted sentenced hurt",
    "died displaced evacuated charged jailed abducted dismissed mobilised mobilized",
)
AND: Final = listed(
    "and и і й та",
)
# Verbs that by their form are a sentence's own.
_FINITE: Final = listed(
    "went sent came left fled lost fell fought held took gave got knew wrote laid said says told tells quit",
    "chose drove saw heard felt found thought brought bought caught met ran sat stood spoke won began became",
    "become die dies died say go goes refuse remain remains remained stay stayed live lived",
)
# Past participles of verbs that need an object.
_PASSIVE: Final = listed(
    "sent taken held brought given driven seen hit shelled drafted mobilised mobilized conscripted",
    "recruited deployed stationed deported transferred moved resettled issued recorded registered",
    "documented counted identified interviewed questioned surveyed polled examined treated admitted",
    "trapped buried damaged destroyed targeted intercepted accused tried released freed exchanged swapped",
    "imprisoned tortured beaten forced ordered employed hired trained paid supplied delivered built",
    "affected sheltered named cited housed posted assigned attached called hospitalised hospitalized",
    "rescued hosted placed kept ordained enrolled",
)
# "men believed to have fled": somebody's opinion says which.
_THOUGHT: Final = listed(
    "believed thought understood said known feared presumed suspected alleged reported estimated expected",
)
# What may stand behind a participle and is not its object.
_BEHIND: Final = listed(
    "by to from in into at on over under near across during since between before after for with within as",
    "last this yesterday earlier against outside inside off out up",
)
_ONE_PHRASE: Final = listed("of all both half and or than as like in per")
_MONTH_AFTER: Final = listed("in of since by until till from before after during early late mid last this")
_LONGEST: Final = 30


def after_participle(words: Sequence[str], at: int, ceiling: int) -> int:
    """Past a clause of a participle that says which are meant: "sent to the front in spring" | "refused";
    0 where none begins at ``at``. A participle without an object is passive; a verb that follows in the same
    clause is that of the sentence."""
    if at + 2 >= ceiling or words[at] in PREDICATES or words[at + 1] not in _BEHIND:
        return 0
    thought = words[at] in _THOUGHT and words[at + 1] == "to" and words[at + 2] in ("be", "have")
    if not thought and words[at] not in _PASSIVE and not (words[at + 1] == "by" and words[at].endswith("ed")):
        return 0
    end = min(ceiling, at + _LONGEST)
    for k in range(at + 2, end):
        if words[k] in AND or words[k] in PRONOUNS or (MARKS.match(words[k]) and words[k] != "'"):
            return k if thought or words[at + 1] == "by" else 0
        if _governs(words, k):
            return k
    return end if thought or words[at + 1] == "by" else 0


def others_act(words: Sequence[str], at: int, ceiling: int) -> bool:
    """ "lawyers | the reporters spoke to": whoever acts on those counted, right behind them."""
    if words[at - 1] in _ONE_PHRASE:
        return False
    return any(_governs(words, k) for k in range(at + 2, min(ceiling, at + 5)))


def is_the_month(words: Sequence[str], at: int) -> bool:
    """ "In May": folded words have no capitals, and no helping verb follows a preposition."""
    return words[at] == "may" and words[at - 1] in _MONTH_AFTER


def _governs(words: Sequence[str], at: int) -> bool:
    """True where the word at ``at`` is, by its form and its neighbours, the verb of a sentence."""
    word, before = words[at], words[at - 1]
    if word in AUX:
        return before not in AUX and before not in ("to", "not") and not is_the_month(words, at)
    if (
        before in ("the", "a", "an", "of", "to", "and", "or", "-", "by", "in", "at", "on", "for")
        or before in AUX
    ):
        return False
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in _PASSIVE and after in _BEHIND:
        return False
    return word in _FINITE or (word.endswith("ed") and len(word) > 4 and after != "by")


__all__ = ["AND", "AUX", "MARKS", "PREDICATES", "PRONOUNS", "after_participle", "is_the_month", "others_act"]
