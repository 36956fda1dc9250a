"""Sentences in, quantities with their meaning out: how many of what, of whom, where, by when, as"
" written."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from muster.model.claims import Quantity, ReadingContext
from muster.model.evidence import Passage, Text
from muster.model.ids import span_id
from muster.read.quantities.befell import Fate, what_befell
from muster.read.quantities.counted_elsewhere import (
    Antecedent,
    before_count,
    before_measure,
    changed,
    deed_beside,
    inside,
    named_count,
    still_meant,
    whose_age,
)
from muster.read.quantities.measures import measure, rate
from muster.read.quantities.number_context import (
    Sentence,
    larger_group,
    leading_group,
    place_of,
    stand_where,
    time_of,
)
from muster.read.quantities.one_word import in_one_word
from muster.read.quantities.ordinals import ORDINAL
from muster.read.quantities.pairs import (
    DASHES,
    counted_before,
    goes_on,
    is_change_to,
    is_end_of,
    is_per,
    is_score,
    with_scale_of,
)
from muster.read.quantities.said_about_numbers import cumulative, modality, said_of_sentence
from muster.read.quantities.sums import is_price, is_unnamed_sum
from muster.text.dates.dates import Expression, find_dates
from muster.text.numbers.counted import Counted, counted_after
from muster.text.numbers.fates import is_state
from muster.text.numbers.guards import LINKS, is_name_or_label
from muster.text.numbers.none import find_zeros
from muster.text.numbers.numbers import Number, find_numbers
from muster.text.numbers.units import UNITS, Unit
from muster.text.numbers.vague_guards import counts_plural
from muster.text.places.places import Place, find_named_places
from muster.text.tokens import Tokens, tokens_of

if TYPE_CHECKING:
    from muster.text.spans import Span

_COUNT = Unit("count", "count")
_YEAR_BEFORE = frozenset(["in", "since", "until", "by", "during", "from", "after", "before"])
# «Жертв нет», «постраждалих немає»: the word that begins the zero is what there is none of.
_GENITIVES = ("ых", "их", "ших", "жертв", "втрат", "потерь", "рений", "жень", "вань")
_LEVEL = frozenset(["to", "from", "до", "с", "з", "із"])
_WITHIN = frozenset(["за", "протягом", "впродовж", "упродовж", "течение"])
_MAKE = ("состав", "станов", "достиг", "сягн", "сяга", "превыс", "перевищ")
_FALLEN = frozenset(["dead", "wounded", "injured", "killed", "missing", "of"])


class _Stretches:
    """Characters that hold no quantity: addresses, calendar dates; in order, not overlapping."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self.stretches = sorted(stretches)

    def cover(self, at: int) -> bool:
        index = bisect_right(self.stretches, (at, at)) - 1
        # A stretch that begins at ``at`` itself sorts after (at, at).
        return any(a <= at < b for a, b in self.stretches[max(index, 0) : index + 2])


class _Found(NamedTuple):
    """A number with its unit and the tokens ``[begin, stop)`` it spans, before it becomes a quantity."""

    number: Number
    unit: Unit
    begin: int
    stop: int
    counted: Counted | None = None
    group: tuple[int, int] | None = None


def find_quantities(
    text: Text, sentences: Sequence[Span], languages: Sequence[str], context: ReadingContext
) -> list[Quantity]:
    """Every quantity of ``sentences``; ``claim`` is left None for the reader of attributions to fill in."""
    tokens = tokens_of(text.body)
    links = _Stretches(match.span() for match in LINKS.finditer(text.body)) if _may_link(text.body) else None
    places = find_named_places(text.body)
    found: list[Quantity] = []
    last: Antecedent | None = None
    for (start, stop), language in zip(sentences, languages, strict=True):
        numbers = find_numbers(text.body, start, stop, language, context.coding)
        zeros = find_zeros(tokens.folded, start, stop)
        lone = in_one_word(tokens, *tokens.between(start, stop), language)
        if not numbers and not zeros and not lone:
            continue
        times = find_dates(text.body, start, stop, language)
        calendar = _Stretches((e.start, e.stop) for e in times if _is_calendar(e))
        kept = [n for n in numbers if not calendar.cover(tokens.starts[n.core])]
        moves = _Stretches((e.start, e.stop) for e in times if e.form == "shift")
        kept = [n for n in kept if not (_is_plain(n) and moves.cover(tokens.starts[n.core]))]
        lone = [(n, unit) for n, unit in lone if unit is not ORDINAL or _is_of_a_row(text.body, n, calendar)]
        if links is not None:
            kept = [n for n in kept if not links.cover(tokens.starts[n.core])]
        sentence = _sentence(text, tokens, start, stop, language, times, places)
        kept = [n for n in kept if not any(z.start <= tokens.starts[n.core] < z.stop for z in zeros)]
        quantities = list(_of_numbers(sentence, kept))
        taken = {q.passage.start for q in quantities}
        quantities += [_zero(sentence, zero.start, zero.stop) for zero in zeros if zero.start not in taken]
        quantities += [_lone(sentence, *entry) for entry in lone]
        quantities.sort(key=lambda q: (q.passage.start, q.passage.stop))
        for quantity, (fate, group) in zip(quantities, what_befell(sentence, quantities), strict=True):
            whole, last = _counting_on(sentence, quantity, fate, last)
            found.append(_told(whole, fate, group))
    return found


def _counting_on(
    sentence: Sentence, quantity: Quantity, fate: Fate | None, last: Antecedent | None
) -> tuple[Quantity, Antecedent | None]:
    """``quantity`` with the thing counted last where it names none of its own, and what was counted last."""
    own = quantity.what_passage
    lone = own is not None and " " not in own.words and _is_fate_alone(own.words.lower(), fate)
    if own is None or lone:
        befell = lone or (fate is not None and bool(fate.words))
        if quantity.kind in ("count", "share") and still_meant(last, sentence, quantity, befell=befell):
            assert last is not None
            population = quantity.population or (last.passage.words if quantity.kind == "share" else None)
            known = [w for w in last.passage.words.split() if not is_state(w.lower())]
            what = " ".join(known or [last.passage.words]) + (
                f" {own.words}" if lone and own and not fate else ""
            )
            return replace(quantity, what=what, what_passage=last.passage, population=population), last
        if lone and fate is not None:
            return replace(quantity, what=None), last
        if own is None and fate is None and quantity.kind == "count" and sentence.language != "en":
            return replace(quantity, what=deed_beside(sentence, quantity.passage)), last
        return quantity, last
    if quantity.kind != "count" or quantity.low in (0, 1):
        return quantity, last
    most = quantity.high if quantity.high is not None else math.inf
    if last is not None and last.passage == own:
        most = max(most, last.high)  # «Сбито 37 дронов: 12 – над портом, 25 – над мостом»
    return quantity, Antecedent(own, most)


def _is_fate_alone(word: str, fate: Fate | None) -> bool:
    return is_state(word) or word.endswith("ed") or (fate is not None and fate.words.lower().startswith(word))


def _told(quantity: Quantity, fate: Fate | None, group: str | None) -> Quantity:
    """``quantity`` with what befell those counted, and of whom they are a part."""
    if fate is not None:
        known = (quantity.what or "").split()
        words = " ".join([*known, *(w for w in fate.words.split() if w not in known)])
        sure = quantity.modality != "asserted" or not fate.possible
        quantity = replace(quantity, what=words, modality=quantity.modality if sure else "possible")
    return quantity if group is None else replace(quantity, population=group)


def _sentence(
    text: Text,
    tokens: Tokens,
    start: int,
    stop: int,
    language: str,
    times: Sequence[Expression],
    places: Sequence[Place],
) -> Sentence:
    here = places[bisect_left(places, (start,)) : bisect_left(places, (stop,))]
    here = stand_where(text.body, tokens, here, language)
    moments = tuple(e for e in times if e.form not in ("duration", "set"))
    said = said_of_sentence(tokens.folded, start, stop)
    running = cumulative(tokens.folded, start, stop)
    floor, ceiling = tokens.between(start, stop)
    return Sentence(
        text, tokens, start, stop, floor, ceiling, language, moments, here, said, running
    )  # fmt: skip


def _may_link(body: str) -> bool:
    return "://" in body or "www." in body or "@" in body or "#" in body or "+" in body


def _is_plain(number: Number) -> bool:
    """No bound was said: "two weeks later" tells when, "more than two years ago" how long too."""
    return number.vague is not None or (number.low == number.high and not number.approximate)


def _is_calendar(e: Expression) -> bool:
    return e.form == "calendar" or (e.form == "set" and e.amount is None)


def _is_of_a_row(body: str, number: Number, calendar: _Stretches) -> bool:
    """No part of a date ("the second quarter") nor of a name ("the Second Front")."""
    named = body[number.stop + 1 : number.stop + 2].isupper()
    return not named and not calendar.cover(number.start)


def _of_numbers(sentence: Sentence, numbers: Sequence[Number]) -> Iterator[Quantity]:
    kept = list(_counting(sentence, numbers))
    group = leading_group(sentence, kept)
    denominator: Number | None = None
    paid, told = "", None
    for at, number in enumerate(kept):
        if number is denominator:
            continue
        following = kept[at + 1] if at + 1 < len(kept) else None
        denominator = following if following is not None and is_per(sentence, number, following) else None
        quantity = _quantity(sentence, number, following, denominator)
        if quantity is None:
            continue
        last = kept[at - 1] if at else None
        if told is not None and last is not None and is_end_of(sentence, last, number, quantity):
            quantity = replace(quantity, unit=told.unit, kind=told.kind, what=told.what, cumulative=None)
        told = quantity
        if quantity.kind == "money":
            paid = quantity.unit
        elif paid and is_price(sentence, number, quantity):
            quantity = replace(quantity, unit=paid, kind="money", cumulative=None)
        elif is_unnamed_sum(sentence, number, quantity):
            quantity = replace(quantity, unit="money", kind="money", cumulative=None)
            paid = "money"
        if group is not None and number.start > group[1] and _may_be_of(quantity):
            quantity = replace(quantity, population=sentence.text.body[group[0] : group[1]])
        yield quantity


def _counting(sentence: Sentence, numbers: Sequence[Number]) -> Iterator[Number]:
    """``numbers`` without names and labels, nor those that a label goes on to ("phases 3, 5 and 7")."""
    label = -1
    for number in numbers:
        if _counts_nothing(sentence, number) or (label >= 0 and goes_on(sentence, label, number)):
            label = number.last
        else:
            label = -1
            yield number


def _may_be_of(quantity: Quantity) -> bool:
    return quantity.kind == "count" and quantity.population is None


def _counts_nothing(sentence: Sentence, number: Number) -> bool:
    if is_name_or_label(sentence.tokens, number, sentence.floor, sentence.ceiling, sentence.text.body):
        return True
    if number.first == sentence.floor and _heads(sentence, number):
        return True
    alone = number.first == sentence.floor and number.last == sentence.floor + 1 < sentence.ceiling
    # "1." or "2)" before an item of a list.
    return alone and sentence.tokens.words[number.last] in (".", ")")


def _heads(sentence: Sentence, number: Number) -> bool:
    """ "2.3 Measures of place": the number of a heading."""
    tokens, at = sentence.tokens, number.last
    whole, dot, _ = tokens.words[number.core].partition(".")
    if not dot or at != number.core + 1 or at >= sentence.ceiling or len(whole) > 2:
        return False
    return sentence.text.body[tokens.starts[at]].isupper()


def _is_year(sentence: Sentence, number: Number) -> bool:
    """ "the 2017 vintage": four digits of a year before one thing."""
    word = sentence.tokens.words[number.core]
    if sentence.language != "en" or number.first != number.core or number.last != number.core + 1:
        return False
    if len(word) != 4 or not word.isdecimal() or word[:2] not in ("19", "20"):
        return False
    after = sentence.tokens.words[number.last : min(number.last + 3, sentence.ceiling)]
    if number.core > sentence.floor and sentence.tokens.words[number.core - 1] in _YEAR_BEFORE:
        return True
    return not any(counts_plural(w) or w in _FALLEN for w in after)


def _quantity(
    sentence: Sentence, number: Number, following: Number | None, denominator: Number | None
) -> Quantity | None:
    words, ceiling, language = sentence.tokens.words, sentence.ceiling, sentence.language
    unit, begin, stop, number = measure(sentence, number)
    if unit == _COUNT and following is not None and is_change_to(sentence, number, following):
        number = with_scale_of(sentence, number, following)
        shared = measure(sentence, following)[0]
        if number.scale == following.scale == "share" or shared.kind not in ("count", "share", "age"):
            unit = shared
    group = larger_group(sentence, number, following) if unit.kind in ("count", "share") else None
    after = following.last if group is not None and following is not None else stop
    counted = counted_after(words, after, ceiling, language) if _counts_ahead(words, unit, stop) else None
    if unit.kind == "age" and counted is not None and counted.first > after:
        counted = None  # "the 37-year-old was fined"
    if unit == _COUNT and _is_year(sentence, number):
        return None
    if unit.kind == "count" and is_score(sentence, number, alone=counted is None):
        return None
    if counted is None and unit.kind == "count" and number.noun < 0:
        if group is None and _is_bare(sentence, number):
            return None
        counted = (
            counted_before(sentence, number)
            or named_count(sentence, begin)
            or before_count(sentence, begin)
            or (
                changed(sentence, begin)
                if begin > sentence.floor and _may_come_to(words[begin - 1])
                else None
            )
        )
    if counted is None and number.noun >= 0 and words[number.noun] not in UNITS:
        counted = Counted(number.noun, number.noun + 1, number.noun + 1)
    if denominator is not None and unit.kind == "count":
        unit = Unit(f"count/{denominator.low:.0f}", "rate")
    elif unit.kind == "count":
        unit, stop = rate(sentence, unit, counted, stop)
    if counted is None and unit.kind != "count":
        counted = _measured(sentence, unit, begin, stop)
    return _made(sentence, _Found(number, unit, begin, stop, counted, group))


def _may_come_to(before: str) -> bool:
    """ "Deaths tripled to 90", «Потери составляют 498 тысяч»."""
    return before in _LEVEL or before.startswith(_MAKE)


def _counts_ahead(words: Sequence[str], unit: Unit, stop: int) -> bool:
    """An age counts nobody after it but as an adjective: "a 19-year-old guard", «20-летний боец»."""
    return unit.kind != "age" or words[stop - 1] == "old" or words[stop - 1].startswith(("летн", "річн"))


def _measured(sentence: Sentence, unit: Unit, begin: int, stop: int) -> Counted | None:
    if unit.kind == "age":
        return whose_age(sentence, begin)
    place = inside(sentence, stop) if unit.kind == "duration" else None
    return place or before_measure(sentence, begin, unit.kind) or changed(sentence, begin)


def _is_bare(sentence: Sentence, number: Number) -> bool:
    """Digits with nothing counted and nothing said about them: a label, a score, a number in a table."""
    words = sentence.tokens.words
    word = words[number.core]
    if number.vague or number.first != number.core or number.low != number.high or not word[0].isdecimal():
        return False
    if number.last != number.core + 1:  # "(18.5m, in all)"
        return False
    if number.core == sentence.floor or (len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")):
        return True
    before = words[number.core - 1]
    if before in DASHES and number.core - 2 >= sentence.floor:
        # «Погибших — 12»: said of the word before the dash; "T-72" and "3-1" are names and scores.
        return sentence.tokens.joined(number.core) or not words[number.core - 2][0].isalpha()
    return before in ("(", "-", "–", "—", "/")


def _made(sentence: Sentence, found: _Found) -> Quantity:
    tokens, text, number, counted = sentence.tokens, sentence.text, found.number, found.counted
    stop = max(found.stop, number.last)
    passage = Passage.of(text, tokens.starts[found.begin], tokens.stops[stop - 1])
    what = _phrase(sentence, counted.first, counted.stop) if counted is not None else None
    unit, low, high = found.unit, number.low, number.high
    if unit.name == "share" and any(b is not None and not 0 <= b <= 1 for b in (low, high)):
        # «минус 33,5 %» is a change, and no part of anything.
        unit = Unit("percent", "other")
        low, high = (None if b is None else 100 * b for b in (low, high))
    plain = unit.kind in ("count", "share")
    return Quantity(
        id=span_id("quantity", text.id, passage.start, passage.stop),
        passage=passage,
        low=low,
        high=high,
        low_exclusive=number.low_exclusive and number.low is not None,
        high_exclusive=number.high_exclusive and number.high is not None,
        unit=unit.name,
        kind=unit.kind,
        what=what.words if what is not None else None,
        population=_population(sentence, found, what),
        place=place_of(sentence, passage.stop),
        when=time_of(sentence, passage),
        vague=number.vague,
        approximate=number.approximate,
        cumulative=sentence.running if plain else None,
        modality=modality(tokens.folded, sentence.start, passage.start, sentence.said),
        what_passage=what,
    )


def _phrase(sentence: Sentence, first: int, stop: int) -> Passage:
    return Passage.of(sentence.text, sentence.tokens.starts[first], sentence.tokens.stops[stop - 1])


def _population(sentence: Sentence, found: _Found, what: Passage | None) -> str | None:
    """Of a share, all that it is a share of; of a count, the larger group or the restricting clause."""
    if found.group is not None:
        return sentence.text.body[found.group[0] : found.group[1]]
    if what is None or found.counted is None:
        return None
    if found.unit.kind == "share":
        return what.words
    if found.unit.kind == "count" and found.counted.clause < found.counted.stop:
        return _phrase(sentence, found.counted.clause, found.counted.stop).words.lstrip(", ")
    return None


def _zero(sentence: Sentence, start: int, stop: int) -> Quantity:
    first, last = sentence.tokens.between(start, stop)
    counted = counted_after(sentence.tokens.words, last, sentence.ceiling, sentence.language)
    if counted is None and sentence.tokens.words[first].endswith(_GENITIVES):
        counted = Counted(first, first + 1, first + 1)  # «пострадавших нет»
    number = Number(start, stop, 0.0, 0.0, first=first, core=first, last=last)
    return _made(sentence, _Found(number, _COUNT, first, last, counted))


def _lone(sentence: Sentence, number: Number, unit: Unit) -> Quantity:
    words = sentence.tokens.words
    counted = counted_after(words, number.last, sentence.ceiling, sentence.language)
    if unit.kind == "duration" and number.first > sentence.floor and words[number.first - 1] in _WITHIN:
        counted = None  # «За сутки противник потерял …»
    return _made(sentence, _Found(number, unit, number.first, number.last, counted))


__all__ = ["find_quantities"]
