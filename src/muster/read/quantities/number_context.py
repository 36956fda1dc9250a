"""What stands around a number in its sentence: the place, the time, the group it was taken from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from muster.model.evidence import Passage, Text
from muster.text.dates.dates import Expression
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.names.slavic import given_name
from muster.text.numbers.counted import counted_after
from muster.text.numbers.numbers import Number
from muster.text.places.places import Place
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.tokens import Tokens

_REGIONS: Final = ("region", "oblast", "district", "province", "town", "cit", "village", "countr",
    "регион", "област", "регіон",
                   "район", "город", "міст", "сел", "країн", "стран", "republic", "республик", "settlement",
                   "населен")  # fmt: skip
_INTO: Final = listed(
    "since by until till before с со до к з зі із від на after",
)
_PLACE_LINKS: Final = listed(
    "from in across near из в во со с по з із у",
)
_OF: Final = listed("of out из із з зі")
_IN_A_GROUP: Final = listed("of out the all these those their his из із з зі его його")
_IN: Final = listed("in в у во")
_HEADS_CLAUSE: Final = listed("that said says что що « “ „ , : — –") | {'"'}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with all that its numbers share. ``times``: no lengths of time; both lists in order.

    ``said``: asserted, estimated or reported; ``running``: a running total or not.
    """

    text: Text
    tokens: Tokens
    start: int
    stop: int
    floor: int
    ceiling: int
    language: str
    times: tuple[Expression, ...]
    places: tuple[Place, ...]
    said: str
    running: bool | None


def leading_group(sentence: Sentence, numbers: Sequence[Number]) -> tuple[int, int] | None:
    """ "In a crew of 30, 8 were hurt": the group the later numbers are taken from."""
    tokens = sentence.tokens
    if len(numbers) < 2:
        return None
    opener = _opener(tokens.words, sentence.floor, numbers[0].first)
    if opener < 0:
        return None
    last = numbers[0].last
    counted = counted_after(tokens.words, last, sentence.ceiling, sentence.language)
    stop = counted.stop if counted is not None else last
    for at in range(stop, min(stop + 8, sentence.ceiling)):
        if tokens.words[at] == ",":
            stop = max(stop, at) if at < last + 8 else stop
            begin = tokens.starts[opener + 1]
            return (begin, tokens.stops[stop - 1]) if numbers[1].core > at else None
    return (tokens.starts[opener + 1], tokens.stops[stop - 1]) if numbers[1].core == stop else None


def _opener(words: Sequence[str], floor: int, first: int) -> int:
    """Where a group begins whose number is at ``first``: "of the 40", "in a crew of 30"; -1: nowhere.

    At the head of the sentence, or of its clause: «сообщил, что из 40 …»."""
    if first > floor and words[first - 1] in _OF and words[floor] in _IN:
        return floor
    for at in range(first - 1, max(floor, first - 3) - 1, -1):
        if words[at] in _OF:
            return at if at == floor or words[at - 1] in _HEADS_CLAUSE else -1
        if words[at] not in _IN_A_GROUP:
            break
    return -1


def larger_group(sentence: Sentence, number: Number, following: Number | None) -> tuple[int, int] | None:
    """ "8 of 30", "some 8 of the 30 cooks", «8 из 30 поваров»: characters of the larger group."""
    if following is None or not 0 < following.first - number.last <= 3:
        return None
    tokens = sentence.tokens
    gap = tokens.words[number.last : following.first]
    # "20 of the village's 600 houses"
    if gap[0] not in _OF or not _IN_A_GROUP.issuperset(w for w in gap if not w.endswith(("'s", "’s"))):
        return None
    counted = counted_after(tokens.words, following.last, sentence.ceiling, sentence.language)
    return following.start, tokens.stops[counted.stop - 1] if counted is not None else following.stop


def place_of(sentence: Sentence, after: int) -> str | None:
    """The region or town named with the number: after it first, else before it; counted regions too."""
    counted = _counted_regions(sentence, after)
    if counted is not None:
        return counted
    at = bisect_left(sentence.places, (after,))
    if not sentence.places:
        return None
    chosen = sentence.places[at] if at < len(sentence.places) else sentence.places[-1]
    return sentence.text.body[chosen.start : chosen.stop]


_SIDES: Final = listed(
    "власти власть сторона сила силы войско войска разведка руководство лидер глава",
    "влада бік сили війська розвідка керівництво",
)
_FOUGHT: Final = listed(
    "войны война войне войной войну конфликта конфликте конфликт війни війна війні війною війну конфлікту"
)
_INSIDE: Final = listed("в во у")


def stand_where(body: str, tokens: Tokens, places: Sequence[Place], language: str) -> tuple[Place, ...]:
    """The places without lands that say whose a body is or which war («Минобороны России», «власти США»,
    «война в Украине») and without given names («вилла Софии Ротару»); Russian and Ukrainian."""
    if language == "en":
        return tuple(places)
    return tuple(p for p in places if not _says_whose(body, tokens, p, language))


def _says_whose(body: str, tokens: Tokens, place: Place, language: str) -> bool:
    at = bisect_left(tokens.starts, place.start)
    last = bisect_left(tokens.starts, place.stop)
    if place.near is not None or not place.name.isascii():
        behind = body[tokens.starts[last] : tokens.stops[last]] if last < len(tokens.words) else ""
        return (
            last == at + 1
            and behind[1:].islower()
            and behind[:1].isupper()
            and bool(given_name(body[place.start : place.stop], language))
        )
    if at == 0:
        return False
    before, whole = tokens.words[at - 1], body[tokens.starts[at - 1] : tokens.stops[at - 1]]
    if before in _INSIDE:
        return at > 1 and tokens.words[at - 2] in _FOUGHT
    if whole.isupper() and len(whole) > 1:
        return True
    base = lemma(before, language)
    known = source_words(language).bodies
    return bool({before, base} & (known | _SIDES)) or base in lexicon(language).roles


def _counted_regions(sentence: Sentence, after: int) -> str | None:
    """ "in six northern regions": regions that have no name here."""
    tokens = sentence.tokens
    floor = bisect_left(tokens.starts, after, sentence.floor, sentence.ceiling)
    for at in range(floor, min(sentence.ceiling, floor + 16)):
        if not tokens.words[at].startswith(_REGIONS):
            continue
        links = [k for k in range(max(floor, at - 6), at - 1) if tokens.words[k] in _PLACE_LINKS]
        if not links:
            continue
        start, stop = tokens.starts[links[0] + 1], tokens.stops[at]
        named = bisect_left(sentence.places, (start,))
        if named == len(sentence.places) or sentence.places[named].start >= stop:
            return sentence.text.body[start:stop]
    return None


def time_of(sentence: Sentence, passage: Passage) -> str | None:
    """The nearest time words that are no length of time, with "since" or «с» before them."""
    at = bisect_right(sentence.times, passage.start, key=lambda e: e.start)
    near = sentence.times[max(0, at - 2) : at + 3]
    near = tuple(e for e in near if not (e.start < passage.stop and passage.start < e.stop))
    if not near:
        return None
    nearest = min(near, key=lambda e: (max(e.start - passage.stop, passage.start - e.stop), e.start))
    return sentence.text.body[_with_since(sentence, nearest.start) : nearest.stop]


def _with_since(sentence: Sentence, start: int) -> int:
    tokens = sentence.tokens
    at = bisect_left(tokens.starts, start, sentence.floor, sentence.ceiling)
    for back in (at - 1, at - 2):
        if back < sentence.floor:
            break
        if tokens.words[back] in _INTO:
            return tokens.starts[back]
        if tokens.words[back] not in ("the", "самого"):
            break
    return start


__all__ = ["Sentence", "larger_group", "leading_group", "place_of", "stand_where", "time_of"]
