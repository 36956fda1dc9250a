"""Sentences in, quantities with their meaning out: how many of what, of whom, where, by when, as written."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from muster.model.claims import Quantity, ReadingContext
from muster.model.evidence import Passage, Text
from muster.model.ids import span_id
from muster.read.said_about_numbers import cumulative, modality
from muster.text.counted import Counted, counted_after, fate_before
from muster.text.dates import Expression, find_dates
from muster.text.guards import LINKS, is_name_or_label
from muster.text.none import find_zeros
from muster.text.numbers import Number, find_numbers
from muster.text.numerals import TIMES_OVER
from muster.text.places import Place, find_named_places
from muster.text.tokens import Tokens, tokens_of
from muster.text.units import MONEY_MARKS, UNITS, Unit, adjective_unit, glued
from muster.text.wordlist import words

if TYPE_CHECKING:
    from muster.text.spans import Span

_BETWEEN_UNIT: Final = words(
    "full more long consecutive straight calendar полных долгих календарных повних довгих еще ще",
)
_COMPARES: Final = words(
    "more less fewer higher lower greater larger as the faster bigger больше меньше выше ниже чаще реже",
    "більше менше вище нижче частіше рідше over",
)
_TIMES: Final = words(
    "times раз раза рази разів",
)
_RATES: Final = {
    "day": "day", "week": "week", "month": "month", "year": "year", "hour": "hour",
    "день": "day", "сутки": "day",
    "неделю": "week", "месяц": "month", "год": "year", "час": "hour", "добу": "day", "тиждень": "week",
    "місяць": "month", "рік": "year", "годину": "hour",
}  # fmt: skip
_DAILY: Final = {
    "daily": "day", "ежедневно": "day", "щодня": "day",
    "weekly": "week", "щотижня": "week", "еженедельно": "week",
    "monthly": "month", "ежемесячно": "month", "щомісяця": "month",
}  # fmt: skip
_CHANGE_AFTER: Final = words(
    "increase increases rise rises drop drops fall decline decrease growth cut more less fewer higher",
    "lower больше меньше выше ниже роста рост снижение прирост більше менше вище нижче зростання",
)
_CHANGE_BEFORE: Final = words(
    "by на increase rise drop fall decline decrease growth reduction cut рост роста",
)
_CHANGE_STEMS: Final = words(
    "вырос возрос увелич снизил сократ уменьш упал зріс зрос зросл збільш скорот зниз зменш впал rose",
    "risen grew grown increas fell fallen drop declin decreas",
)  # fmt: skip
_AGE_BEFORE: Final = words(
    "aged age ages возрасте возраста возраст віком віці віку",
)
_YOUNGER: Final = {
    "моложе": "lt", "младше": "lt", "молодше": "lt", "молодші": "lt", "старше": "gt", "старші": "gt",
                   "under": "lt", "over": "gt", "above": "gt", "below": "lt", "старшие": "gt"}  # fmt: skip
_REGIONS: Final = ("region", "oblast", "district", "province", "town", "cit", "village", "countr",
    "регион", "област", "регіон",
                   "район", "город", "міст", "сел", "країн", "стран", "republic", "республик", "settlement",
                   "населен")  # fmt: skip
_TERMS: Final = words(
    "срок срока контракт контракта контракту строк строку договор приговор ув'язнення лишения стаж",
)
_INTO: Final = words(
    "since by until till before с со до к з зі із від на after",
)
_PLACE_LINKS: Final = words(
    "from in across near из в во со с по з із у",
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: Text
    tokens: Tokens
    start: int
    stop: int
    floor: int
    ceiling: int
    language: str
    times: tuple[Expression, ...]
    places: tuple[Place, ...]


def find_quantities(
    text: Text, sentences: Sequence[Span], languages: Sequence[str], context: ReadingContext
) -> list[Quantity]:
    """Every quantity of ``sentences``; ``claim`` is left None for the reader of attributions to fill in."""
    tokens = tokens_of(text.body)
    links = [match.span() for match in LINKS.finditer(text.body)] if _may_link(text.body) else []
    places: list[Place] | None = None
    found: list[Quantity] = []
    for (start, stop), language in zip(sentences, languages, strict=True):
        numbers = find_numbers(text.body, start, stop, language, context.coding)
        zeros = find_zeros(tokens.folded, start, stop)
        if not numbers and not zeros:
            lone = _lone_adjectives(tokens, start, stop)
            if not lone:
                continue
        times = tuple(find_dates(text.body, start, stop, language))
        if places is None:
            places = find_named_places(text.body)
        here = tuple(places[bisect_left(places, (start,)) : bisect_left(places, (stop,))])
        floor, ceiling = tokens.between(start, stop)
        sentence = _Sentence(text, tokens, start, stop, floor, ceiling, language, times, here)
        quantities = list(_quantities(sentence, numbers, links))
        quantities += [
            _zero(sentence, zero.start, zero.stop)
            for zero in zeros
            if _is_free(zero.start, zero.stop, quantities)
        ]
        found += sorted(quantities, key=lambda quantity: quantity.passage.start)
    return found


def _may_link(body: str) -> bool:
    return "://" in body or "www." in body or "@" in body or "#" in body


def _is_free(start: int, stop: int, taken: Sequence[Quantity]) -> bool:
    return not any(q.passage.start < stop and start < q.passage.stop for q in taken)


def _lone_adjectives(tokens: Tokens, start: int, stop: int) -> bool:
    floor, ceiling = tokens.between(start, stop)
    return any(
        (len(word) > 8 and not word.isascii() and glued(word) is not None) or word in TIMES_OVER
        for word in tokens.words[floor:ceiling]
    )


def _quantities(
    sentence: _Sentence, numbers: Sequence[Number], links: Sequence[tuple[int, int]]
) -> Iterator[Quantity]:
    calendar = [e for e in sentence.times if e.form == "calendar" or (e.form == "set" and e.amount is None)]
    whole: Counted | None = None
    kept = [n for n in numbers if not _passed_over(sentence, n, calendar, links)]
    group = _leading_group(sentence, kept)
    for at, number in enumerate(kept):
        following = kept[at + 1] if at + 1 < len(kept) else None
        quantity, whole = _quantity(sentence, number, following, whole)
        if quantity is None:
            continue
        if (
            group is not None
            and number.start > group[1]
            and quantity.kind == "count"
            and quantity.population is None
        ):
            quantity = replace(quantity, population=sentence.text.body[group[0] : group[1]])
        yield quantity
    yield from _adjectives(sentence)


def _passed_over(
    sentence: _Sentence, number: Number, calendar: Sequence[Expression], links: Sequence[tuple[int, int]]
) -> bool:
    core = sentence.tokens.starts[number.core]
    if any(e.start <= core < e.stop for e in calendar) or any(a <= core < b for a, b in links):
        return True
    if is_name_or_label(sentence.tokens, number, sentence.floor, sentence.ceiling):
        return True
    first = number.first == sentence.floor and number.last < sentence.ceiling
    # "1." or "2)" before an item of a list.
    return first and number.last == sentence.floor + 1 and sentence.tokens.words[number.last] in (".", ")")


def _leading_group(sentence: _Sentence, numbers: Sequence[Number]) -> tuple[int, int] | None:
    """ "In his unit of 50 people, 10 were killed": the group the later numbers are taken from."""
    words = sentence.tokens.words
    if len(numbers) < 2 or words[sentence.floor] not in ("in", "of", "из", "в", "у", "із", "з", "во"):
        return None
    last = numbers[0].last
    for at in range(last, min(last + 8, sentence.ceiling)):
        if words[at] == ",":
            begin = sentence.tokens.starts[sentence.floor + 1]
            return (begin, sentence.tokens.stops[at - 1]) if numbers[1].core > at else None
    return None


def _quantity(
    sentence: _Sentence, number: Number, following: Number | None, whole: Counted | None
) -> tuple[Quantity | None, Counted | None]:
    words = sentence.tokens.words
    unit, begin, stop, number = _measure(sentence, number)
    counted = counted_after(words, stop, sentence.ceiling, sentence.language) if unit.kind != "age" else None
    larger = _partitive(sentence, number, following) if unit.kind in ("count", "share") else None
    if larger is not None and following is not None:
        counted = counted_after(words, following.last, sentence.ceiling, sentence.language)
    if counted is None and unit.kind == "count" and _is_bare(sentence, number):
        return None, whole
    if unit.kind == "count":
        unit, stop = _rate(sentence, unit, counted, stop)
    return _made(sentence, number, unit, begin, stop, counted, larger), counted


def _is_bare(sentence: _Sentence, number: Number) -> bool:
    """Digits with nothing counted and nothing said about them: a label, a score, a number in a table."""
    word = sentence.tokens.words[number.core]
    if number.vague or number.first != number.core or number.low != number.high or not word[0].isdecimal():
        return False
    return (
        number.core == sentence.floor
        or len(word) == 4
        or sentence.tokens.words[number.core - 1] in ("(", "-", "–", "—", "/")
    )


def _measure(sentence: _Sentence, number: Number) -> tuple[Unit, int, int, Number]:
    """The unit of a number, the tokens it then spans, and the number with bounds that the unit brought."""
    words, stop, ceiling = sentence.tokens.words, number.last, sentence.ceiling
    begin = number.first
    word = words[stop] if stop < ceiling else ""
    before = words[number.core - 1] if number.core > sentence.floor else ""
    if number.scale in ("share", "percent"):
        return _share_unit(sentence, number), begin, stop, _as_points(sentence, number)
    if word in _TIMES and _is_compared(sentence, stop):
        return Unit("ratio", "other"), begin, stop + 1, number
    if before in MONEY_MARKS:
        return Unit(MONEY_MARKS[before], "money"), min(begin, number.core - 1), stop, number
    hyphen = word == "-" and sentence.tokens.joined(stop)
    at = stop + hyphen
    if not hyphen and at < ceiling and words[at] in _BETWEEN_UNIT:
        at += 1
    name = words[at] if at < ceiling else ""
    unit = UNITS.get(name) or (adjective_unit(name) if hyphen else None)
    if (
        (unit is None or unit.kind != "duration")
        and _age_told(sentence, number)
        and (number.high or 200) < 120
    ):
        return _age(sentence, number, stop - 1)
    if unit is None or (name in ("m", "t", "l", "points", "м", "т") and not words[stop - 1][-1].isdecimal()):
        return Unit("count", "count"), begin, stop, number
    if unit.kind == "share":
        low, high = number.low, number.high
        return (
            Unit("share", "share"),
            begin,
            at + 1,
            number._replace(low=low and low / 100, high=high and high / 100, scale="share"),
        )
    if unit.name in ("year", "month") and _is_age(sentence, number, at, hyphen, name):
        return _age(sentence, number, at)
    return unit, begin, at + 1, number


def _age_told(sentence: _Sentence, number: Number) -> bool:
    """ "aged 25", "the age of 25", "the ages of 18-27"."""
    words, at = sentence.tokens.words, number.first - 1
    if at < sentence.floor:
        return False
    return words[at] in ("aged", "age") or (
        words[at] == "of" and words[at - 1] in ("age", "ages") and at > sentence.floor
    )


def _is_compared(sentence: _Sentence, times: int) -> bool:
    words = sentence.tokens.words
    return any(w in _COMPARES for w in words[times + 1 : min(times + 3, sentence.ceiling)])


def _share_unit(sentence: _Sentence, number: Number) -> Unit:
    if number.scale == "percent" or _is_change(sentence, number):
        return Unit("percent", "other")
    return Unit("share", "share")


def _is_change(sentence: _Sentence, number: Number) -> bool:
    words = sentence.tokens.words
    if number.vague is not None or (
        "%" not in words[number.last - 1]
        and words[number.last - 1][:3] not in ("per", "про", "від", "cen", "pct")
    ):
        return False
    after = words[number.last] if number.last < sentence.ceiling else ""
    if after in _CHANGE_AFTER:
        return True
    before = words[number.first - 1] if number.first > sentence.floor else ""
    near = words[max(sentence.floor, number.first - 4) : number.first]
    return before in _CHANGE_BEFORE and any(w.startswith(stem) for w in near for stem in _CHANGE_STEMS)


def _as_points(sentence: _Sentence, number: Number) -> Number:
    """A change of 20 percent is no share of anybody: it keeps its points."""
    if number.scale == "share" and _is_change(sentence, number):
        low, high = number.low, number.high
        return number._replace(
            low=None if low is None else round(low * 100, 9),
            high=None if high is None else round(high * 100, 9),
            scale="percent",
        )
    return number


def _is_age(sentence: _Sentence, number: Number, at: int, hyphen: bool, name: str) -> bool:
    words = sentence.tokens.words
    after = words[at + 1 : min(at + 3, sentence.ceiling)]
    if any(w in ("old", "olds") for w in after[: 2 if after[:1] == ("-",) else 1]) or after[:2] == (
        "of",
        "age",
    ):
        return True
    if hyphen and name.startswith(("летн", "річн")):
        return number.low is not None and number.low > 9 and not any(w in _TERMS for w in after)
    near = words[max(sentence.floor, number.first - 3) : number.first]
    return any(w in _AGE_BEFORE or (w in _YOUNGER and not w.isascii()) for w in near)


def _age(sentence: _Sentence, number: Number, at: int) -> tuple[Unit, int, int, Number]:
    words = sentence.tokens.words
    stop = at + 1
    while stop < sentence.ceiling and words[stop] in ("-", "old", "olds"):
        stop += 1
    begin, bounded = _age_bound(sentence, number)
    return Unit("year of age", "age"), begin, stop, bounded


def _age_bound(sentence: _Sentence, number: Number) -> tuple[int, Number]:
    """ "under the age of 25", «моложе 25 лет»."""
    words = sentence.tokens.words
    at = number.first - 1
    while (
        at >= sentence.floor
        and number.first - at < 5
        and words[at] in ("of", "age", "ages", "the", "возрасте")
    ):
        at -= 1
    effect = _YOUNGER.get(words[at]) if at >= sentence.floor else None
    if effect is None or number.low is None or number.high is None:
        return number.first, number
    if effect == "lt":
        return at, number._replace(low=None, high_exclusive=True)
    return at, number._replace(high=None, low_exclusive=True)


def _rate(sentence: _Sentence, unit: Unit, counted: Counted | None, stop: int) -> tuple[Unit, int]:
    """ "three shells per day": a rate, not a count."""
    words = sentence.tokens.words
    at = counted.clause if counted is not None else stop
    if at < sentence.ceiling and words[at] in _DAILY:
        return Unit(f"count/{_DAILY[words[at]]}", "rate"), stop
    if (
        at + 1 < sentence.ceiling
        and words[at] in ("per", "a", "an", "в", "на", "every", "each")
        and words[at + 1] in _RATES
    ):
        return Unit(f"count/{_RATES[words[at + 1]]}", "rate"), stop
    # "shells a day": the article was read as part of the phrase.
    if counted is not None:
        for k in range(counted.first, counted.clause - 1):
            if words[k] in ("a", "per") and words[k + 1] in _RATES:
                return Unit(f"count/{_RATES[words[k + 1]]}", "rate"), stop
    return unit, stop


def _partitive(sentence: _Sentence, number: Number, following: Number | None) -> tuple[int, int] | None:
    """ "10 of 50", "some 500 of the 600 men", «10 из 50 человек»: characters of the larger group."""
    if following is None or following.first - number.last > 3:
        return None
    words = sentence.tokens.words
    gap = words[number.last : following.first]
    if (
        not gap
        or gap[0] not in ("of", "out", "из", "із", "з", "зі")
        or not set(gap)
        <= {
            "of",
            "out",
            "the",
            "его",
            "його",
            "из",
            "із",
            "з",
            "зі",
            "all",
            "these",
            "those",
            "their",
            "his",
        }
    ):
        return None
    counted = counted_after(words, following.last, sentence.ceiling, sentence.language)
    end = sentence.tokens.stops[counted.stop - 1] if counted is not None else following.stop
    return following.start, end


def _made(
    sentence: _Sentence,
    number: Number,
    unit: Unit,
    begin: int,
    stop: int,
    counted: Counted | None,
    larger: tuple[int, int] | None,
) -> Quantity:
    tokens, text = sentence.tokens, sentence.text
    stop = max(stop, number.last)
    passage = Passage.of(text, tokens.starts[begin], tokens.stops[stop - 1])
    what = (
        Passage.of(text, tokens.starts[counted.first], tokens.stops[counted.stop - 1])
        if counted is not None
        else None
    )
    clause = (
        text.body[tokens.starts[counted.clause] : tokens.stops[counted.stop - 1]].lstrip(", ")
        if counted is not None and counted.clause < counted.stop
        else None
    )
    population = what.words if unit.kind == "share" and what is not None else clause
    if larger is not None:
        population = text.body[larger[0] : larger[1]]
    return Quantity(
        id=span_id("quantity", text.id, passage.start, passage.stop),
        passage=passage,
        low=number.low,
        high=number.high,
        low_exclusive=number.low_exclusive and number.low is not None,
        high_exclusive=number.high_exclusive and number.high is not None,
        unit=unit.name,
        kind=unit.kind,
        what=_what(sentence, counted, begin, unit, what),
        population=population,
        place=_place(sentence, passage.stop),
        when=_when(sentence, passage),
        vague=number.vague,
        approximate=number.approximate,
        cumulative=cumulative(tokens.folded, sentence.start, sentence.stop)
        if unit.kind in ("count", "share")
        else None,
        modality=modality(tokens.folded, sentence.start, passage.start, sentence.stop),
        what_passage=what,
    )


def _what(
    sentence: _Sentence, counted: Counted | None, begin: int, unit: Unit, what: Passage | None
) -> str | None:
    """The phrase, with what befell them beside it: killed and wounded are two questions."""
    if what is None or counted is None:
        return None
    fate = counted.predicate
    if fate is None and sentence.language != "en" and unit.kind == "count":
        fate = fate_before(sentence.tokens.words, sentence.floor, begin)
    if fate is None:
        return what.words
    first, last = sentence.tokens.starts[fate[0]], sentence.tokens.stops[fate[1] - 1]
    return f"{what.words} {sentence.text.body[first:last]}"


def _place(sentence: _Sentence, after: int) -> str | None:
    """The regions named with the number: after it first, else before it in the sentence; counted"
    " regions too."""
    tokens = sentence.tokens
    floor, ceiling = tokens.between(after, sentence.stop)
    for at in range(floor, min(ceiling, floor + 16)):
        if tokens.words[at].startswith(_REGIONS) and any(
            w in _PLACE_LINKS for w in tokens.words[max(floor, at - 6) : at]
        ):
            link = max(k for k in range(max(floor, at - 6), at) if tokens.words[k] in _PLACE_LINKS)
            if not any(
                p.start >= tokens.starts[link] and p.start < tokens.stops[at] for p in sentence.places
            ):
                return (
                    sentence.text.body[tokens.starts[link + 1] : tokens.stops[at]] if link + 1 < at else None
                )
    later = [p for p in sentence.places if p.start >= after]
    chosen = later[0] if later else sentence.places[-1] if sentence.places else None
    return sentence.text.body[chosen.start : chosen.stop] if chosen is not None else None


def _when(sentence: _Sentence, passage: Passage) -> str | None:
    """The nearest time words of the sentence that are no length of time, with "since" or «с» before them."""
    times = [
        e
        for e in sentence.times
        if e.form not in ("duration", "set") and not (e.start < passage.stop and passage.start < e.stop)
    ]
    if not times:
        return None
    nearest = min(
        times, key=lambda e: (min(abs(e.start - passage.stop), abs(passage.start - e.stop)), e.start)
    )
    tokens = sentence.tokens
    at = tokens.between(nearest.start, nearest.stop)[0]
    begin = nearest.start
    for back in (1, 2):
        if at - back >= sentence.floor and tokens.words[at - back] in _INTO:
            begin = tokens.starts[at - back]
            break
        if at - back >= sentence.floor and tokens.words[at - back] not in ("the", "самого"):
            break
    return sentence.text.body[begin : nearest.stop]


def _zero(sentence: _Sentence, start: int, stop: int) -> Quantity:
    tokens = sentence.tokens
    at = tokens.between(start, stop)[1]
    words = tokens.words
    counted = counted_after(words, at, sentence.ceiling, sentence.language)
    number = Number(
        start,
        stop,
        0.0,
        0.0,
        first=tokens.between(start, stop)[0],
        core=tokens.between(start, stop)[0],
        last=at,
    )
    return _made(sentence, number, Unit("count", "count"), number.first, at, counted, None)


def _adjectives(sentence: _Sentence) -> Iterator[Quantity]:
    """«двухлетний контракт», "twice as many", «вдвое больше»: numbers inside one word."""
    words = sentence.tokens.words
    for at in range(sentence.floor, sentence.ceiling):
        word = words[at]
        if word in TIMES_OVER and _is_compared(sentence, at):
            stop = at + 1
            while stop < min(at + 3, sentence.ceiling) and words[stop] in ("as", "many", "much"):
                stop += 1
            yield _single(sentence, at, stop, TIMES_OVER[word], Unit("ratio", "other"))
        elif len(word) > 8 and not word.isascii():
            found = glued(word)
            if found is not None:
                yield _single(sentence, at, at + 1, found[0], found[1])


def _single(sentence: _Sentence, at: int, stop: int, value: float, unit: Unit) -> Quantity:
    tokens = sentence.tokens
    number = Number(tokens.starts[at], tokens.stops[stop - 1], value, value, first=at, core=at, last=stop)
    counted = counted_after(tokens.words, stop, sentence.ceiling, sentence.language)
    return _made(sentence, number, unit, at, stop, counted, None)


__all__ = ["find_quantities"]
