"""Whether a number is how far something rose or fell: "up 3 %", "fell by 2.1 %", «вырос на 5%»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from muster.text.listed import listed

_UP: Final = listed(
    "up rise rises rising rose risen raise raised raises raising increase increases increased"
    " increasing gain"
    " gains gained gaining grow grows grew grown growing growth climb climbs climbed climbing jump"
    " jumps jumped"
    " jumping surge surges surged surging soar soars soared soaring rally rallied rallies advance advanced"
    " advances add added adds adding upturn hike hiked leap leapt spike spiked rebound rebounded"
    " appreciated"
    " expand expanded higher boost boosted climbing swelled improved upside doubled doubles doubling"
    " tripled trebled quadrupled"
)
_DOWN: Final = listed(
    "down fall falls falling fell fallen drop drops dropped dropping decline declines declined declining"
    " decrease decreases decreased decreasing lose loses lost losing slip slips slipped slipping slide"
    " slides"
    " slid sliding slump slumps slumped plunge plunges plunged plunging plummet plummeted plummets tumble"
    " tumbled tumbles sank sink sinks shrink shrinks shrank shrunk cut cuts cutting reduce reduced reduces"
    " reducing reduction dip dips dipped shed sheds lower lowered eased weakened contracted contraction"
    " crashed"
    " collapse collapsed retreated depreciated downturn slashed slash downside halved"
)
_UP_STEMS: Final = (
    "вырос", "возрос", "увелич", "повыс", "прибав", "рост", "подорож", "прирост", "удвои", "утрои",
    "подвої", "потрої", "выраст", "растет",
    "растут", "рос",
    "зріс", "зрос", "виріс", "вирос", "підскоч", "збільш", "підвищ", "підняв", "здорожч", "приріст",
    "зрост", "подня", "подним",
    "подскоч",
)  # fmt: skip
_DOWN_STEMS: Final = (
    "снизи", "сниж", "сократ", "сокращ", "уменьш", "упал", "упад", "паден", "подешев",
    "обвал", "скорот", "скороч",
    "просіл", "просів", "подешевш", "зниз", "зниж", "зменш", "упав", "впал", "впав", "падін", "здешев",
    "просел",
)  # fmt: skip
_NEAR: Final = 6
_OR: Final = frozenset(["or", "или", "або", "чи"])
# Between the verb and its number; anything else ends the search.
_STOPS: Final = frozenset([",", ";", ":", ".", "—", "(", ")"])
# "rose to 8", "fell from 5": the number is the level it came to.
_LEVEL: Final = listed("to at from до с з")
# What follows a number that is a change; a verb there has another subject.
_AFTER: Final = listed(
    "increase rise gain growth jump surge drop fall decline decrease reduction slump cut higher lower hike"
    " роста рост снижения выше ниже зростання вище нижче"
)
# "make up", "set up": no rise.
_PHRASAL: Final = listed(
    "make makes made making set sets give gave take took pick picked come came build built open"
)


def trend(tokens: Sequence[str], floor: int, first: int, last: int, ceiling: int) -> str | None:
    """``up``, ``down`` or None for the number of tokens ``[first, last)``.

    A word of rising or falling stands within five words before it in the same stretch between marks, or
    just after it ("a 5 percent increase", "3 % higher").
    """
    if first > floor and tokens[first - 1] in _LEVEL:
        return None
    for at in range(first - 1, max(floor, first - _NEAR) - 1, -1):
        word = tokens[at]
        if word == "," and at + 1 < first and tokens[at + 1] in _OR:
            continue  # "down 112 points, or 1.6 percent"
        if word in _STOPS:
            break
        if word[0].isdecimal() and at + 1 < first and tokens[first - 1] in _OR:
            continue
        if word[0].isdecimal() and at != first - 1:
            break
        turn = way(word)
        if turn is not None:
            led = word in ("up", "down") and (
                tokens[at + 1] == "to" or (at > floor and tokens[at - 1] in _PHRASAL)
            )
            return None if led else turn
    for at in range(last, min(last + 2, ceiling)):
        if tokens[at] in _STOPS:
            break
        turn = way(tokens[at])
        if turn is not None and tokens[at] in _AFTER:
            return turn
    return None


def way(word: str) -> str | None:
    """``up``, ``down`` or None: where a word of rising or falling leads."""
    if word.isascii():
        return "up" if word in _UP else "down" if word in _DOWN else None
    if word.startswith(_UP_STEMS):
        return "up"
    return "down" if word.startswith(_DOWN_STEMS) else None


__all__ = ["trend", "way"]
