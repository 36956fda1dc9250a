"""Strings in, spans of what narrows the circle out: kinship, rank, work, wounds, peoples, places by kind, ages, sums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from muster.text.identifiers.page import Word, Words, everyday, everyday_verb, is_known
from muster.text.identifiers.wounds import pregnancies, wound_phrase, wounded
from muster.text.lemmas import readings
from muster.text.listed import listed
from muster.text.places.gazetteer import gazetteer
from muster.text.spans import Span

_SIMPLE: Final = ("kin", "rank", "job", "group")
_ADJECTIVE: Final = re.compile(
    r"[а-яёіїєґ'-]{2,30}(?:ый|ий|ой|ая|яя|ое|ее|ом|ем|ому|ему|ого|его|ей|ую|юю|им|ым|ій|ої|ою|ею|ьою|і|их|ых|іх|ими|ыми|іми)"
)
_PLACE_WORD: Final = listed(
    "in of near at в у на под під о имени імені ім им около возле біля за з из із зі с"
)
_FROM: Final = listed(
    "from near of in at to towards via through до через под під около возле біля из із з зі в у на"
)
_ALWAYS: Final = listed("from near под під около возле біля из із з зі")
_NUMBER_WORD: Final = re.compile(r"(?:number|no|номер|№)\Z", re.I)
_CITIZEN: Final = re.compile(
    r"[\s-](?:nationals?|citizens?|origin|descent|wom[ae]n|m[ae]n|army|speaking|based|происхождения|гражданства|походження|громадянства)(?!\w)",
    re.I,
)


def find_phrases(page: Words) -> Iterator[tuple[Span, str]]:
    """Every such phrase with its field, in no order; they may overlap."""
    words = page.words
    for i, word in enumerate(words):
        kinds = word.classes
        for field in _SIMPLE:
            if field in kinds and not (field == "kin" and _opens_title(page, i)):
                span = _with_modifiers(page, i, field)
                citizen = _CITIZEN.match(page.body, span.stop) if field == "group" else None
                yield Span(span.start, citizen.end() if citizen else span.stop), field
        if ("wound" in kinds and (word.opens or not word.capital)) or ("body" in kinds and wounded(page, i)):
            yield wound_phrase(page, i), "wound"
        if kinds & {"head", "locality"} and (named := _institution(page, i, "locality" in kinds)):
            yield named, "place" if "locality" in kinds else "organisation"
        if word.low in _FROM and word.casual and (from_where := _casual_place(page, i)):
            yield from_where, "place"
        if _town_in_small_letters(page, i):
            yield Span(word.start, word.stop), "place"
    yield from ((span, "wound") for span in pregnancies(page.body))
    for pattern, field in _SET:
        yield from ((Span(*m.span()), field) for m in pattern.finditer(page.body))


_SET: Final = (
    (re.compile(r"(?<!\w)\w{3,11}[ -]in[ -]law(?!\w)", re.I), "kin"),
    (re.compile(r"(?<=мій\s)чоловік(?!\w)|(?<=мого\s)чоловіка(?!\w)|(?<=її\s)чоловік(?:а|у|ом|ові)?(?!\w)", re.I), "kin"),
    (re.compile(r"(?<!\w)(?:platoon|squad|section|company|battalion|regiment|brigade|crew)\s(?:leader|commander|chief)s?(?!\w)", re.I), "rank"),
    (re.compile(r"(?<!\w)chief\sof\s\w{3,14}|(?<!\w)(?:начальни[кц]\w{0,3}|командир\w{0,3}|заместител\w|заступни[кц]\w{0,3})\s[^\W\d_]{3,16}(?!\w)", re.I), "rank"),
    (re.compile(r"(?<!\w)heart\s(?:attack|failure|disease)|(?<!\w)(?:in\scaptivity|prisoner\sof\swar|в\sплену|у\sполоні|в\sполоні)(?!\w)", re.I), "wound"),
    (re.compile(r"(?<!\w)(?:(?:deputy|acting|former)\s)?head\sof\s(?:the\s)?(?:[a-z]{3,16}\s)?(?:department|police|administration|village|unit|ward|staff|service|security|settlement|community|council|district|school|shift|section)(?!\w)", re.I), "rank"),
    (re.compile(r"(?<!\w)(?:mortar|tank|gun|radio|drone|anti-tank)[ -](?:man|men|gunner|driver|operator|commander|crew)s?(?!\w)", re.I), "rank"),
    (re.compile(r"(?<!\w)(?:ward|charge|head)\s(?:sister|nurse)(?!\w)", re.I), "job"),
    (re.compile(r"(?<!\w)prosecutor(?:['’]s)?\soffice(?:\sof\s[A-Z]\w{2,20})?(?!\w)"), "organisation"),
)  # fmt: skip


def _opens_title(page: Words, i: int) -> bool:
    """ "Brother," as an address among strangers is nobody's brother."""
    return (
        page.words[i].opens
        and page.gap(i).startswith(",")
        and page.words[i].low in ("brother", "sister", "брат", "сестра")
    )


def _with_modifiers(page: Words, i: int, field: str) -> Span:
    """ "Senior sergeant", "taxi driver", "head of the city police", «двоюродная сестра», «машинист крана»."""
    words = page.words
    first = _back(page, i, 2)
    if field in ("job", "rank") and first == i and page.beside(i - 1) and _says_which(words[i - 1], words[i]):
        first -= 1
    last, stop = i, words[i].stop
    if field in ("job", "rank"):
        last = _tail(page, i)
        quoted = _QUOTED.match(page.body, words[last].stop)
        stop = quoted.end() if quoted else words[last].stop
    return Span(words[first].start, stop)


# «токарь с «Северсталя»», "fitter at "North Yard"": the place of work in quotation marks.
_QUOTED: Final = re.compile(
    r"\s(?:(?:at|of|с|со|з|із|на|в|у)\s)?[«“„\"][^«»“”„\"\n]{2,40}[»”“\"]|\sм/с(?!\w)"
)
_AT: Final = listed("of at for with")
_ON: Final = listed("на в у при с со з із по")
_ARTICLES: Final = listed("the a an his her their its our my")
_MOST_OF_TAIL = 3


def _tail(page: Words, i: int) -> int:
    """The last word of what an occupation or post is of, or at: «водитель автобуса», "volunteer of a food charity"."""
    words = page.words
    if not page.beside(i) or i + 1 >= len(words):
        return i
    after = words[i + 1]
    if after.classes & {"job", "rank"}:
        return i + 1
    if words[i].low.isascii():
        return _english_tail(page, i) if after.low in _AT else i
    last = i
    while last - i < 2 and page.beside(last) and _of_what(words[last + 1]):
        last += 1
    j = last + 1
    if last < i + 2 and page.beside(last) and words[j].low in _ON and page.beside(j):
        j += 1
        if _ADJECTIVE.fullmatch(words[j].low) and page.beside(j) and "plain" not in words[j + 1].classes:
            j += 1
        if words[j].casual or not words[j].capital:
            return j if "plain" not in words[j].classes and len(words[j].low) > 3 else last
    return last


def _english_tail(page: Words, i: int) -> int:
    words = page.words
    j = last = i + 1
    if page.beside(j) and words[j + 1].low in _ARTICLES:
        j += 1
    while j + 1 < len(words) and last - i < _MOST_OF_TAIL + 1 and page.beside(j):
        after = words[j + 1]
        if "plain" in after.classes or _verb(after.low):
            break
        j = last = j + 1
    return last if last > i + 1 else i


def _of_what(word: Word) -> bool:
    """Whether a Russian or Ukrainian word can be the genitive behind an occupation: a noun or unknown, no verb."""
    if word.capital or "plain" in word.classes or word.low in _ON or len(word.low) < 3:
        return False
    if is_known(word.low):
        return any(
            r.tag.case in ("gent", "gen2") and r.tag.POS in ("NOUN", "ADJF") for r in readings(word.low, "ru")
        )
    return word.low.endswith(
        ("у", "а", "я", "ів", "їв", "и", "і", "ї", "ня", "ння", "ості")
    ) and not everyday_verb(word.low)


def _town_in_small_letters(page: Words, i: int) -> bool:
    """A town of the gazetteer in a line without capitals; one that is a word too only behind "in" or "from"."""
    word = page.words[i]
    if word.capital or not word.casual or len(word.low) < 4 or "plain" in word.classes:
        return False
    if not gazetteer().entries(word.low):
        return False
    return not everyday(word.low) or (page.beside(i - 1) and page.words[i - 1].low in _FROM)


def _says_which(before: Word, noun: Word) -> bool:
    """ "Taxi driver", "school teacher": an English noun before the occupation."""
    return noun.low.isascii() and before.low.isascii() and not before.capital and not before.opens and not (
        "plain" in before.classes or _verb(before.low)
    )  # fmt: skip


def _back(page: Words, i: int, most: int) -> int:
    first = i
    while i - first < most and page.beside(first - 1) and "modifier" in page.words[first - 1].classes:
        first -= 1
    return first


def _institution(page: Words, i: int, locality: bool) -> Span | None:
    """ "The field hospital near …", «районная больница Старой Балки», "Ryazan region"; None for a bare noun."""
    words = page.words
    first = i
    told = False
    while i - first < 3 and page.beside(first - 1) and _belongs_before(words[first - 1], words[i]):
        first -= 1
        told = told or _tells(words[first])
    start = words[first].start
    if number := re.search(
        r"(?<![\w.,])\d{1,4}(?:-?[а-яіїa-z]{1,4})?\s\Z", page.body[max(0, start - 9) : start]
    ):
        start, told = start - len(number.group()), True
    last, stop = i, words[i].stop
    for _ in range(4):
        step = _step(page, last, stop)
        if step is None:
            break
        last, stop, specific = step
        told = told or specific
    if not told:
        return None
    return Span(start, stop) if not locality or stop > words[i].stop or first < i else None


def _tells(word: Word) -> bool:
    """Whether a word before "court" or "school" says which one: not "supreme", not "primary"."""
    return "office" not in word.classes and ("modifier" not in word.classes or not word.low.isascii())


def _belongs_before(word: Word, head: Word) -> bool:
    if word.low in _PLACE_WORD or "plain" in word.classes:
        return False
    if word.classes & {"modifier", "head", "rank", "kin"} and not head.low.isascii():
        return bool(word.classes & {"modifier"}) or _ADJECTIVE.fullmatch(word.low) is not None
    if head.low.isascii():
        return (
            word.capital
            or bool(word.classes & {"modifier"})
            or (word.low.isascii() and not word.opens and not _verb(word.low))
        )
    return _ADJECTIVE.fullmatch(word.low) is not None and not word.opens


def _verb(low: str) -> bool:
    return low.endswith(("ed", "ly", "s'")) or low in (
        "said",
        "went",
        "left",
        "new",
        "whole",
        "competent",
        "domestic",
        "national",
        "relevant",
    )


def _step(page: Words, last: int, stop: int) -> tuple[int, int, bool] | None:
    """One more word, number or "in …" that belongs to the institution: its index, its end, whether it tells."""
    body, words = page.body, page.words
    number = re.compile(r"[ \u00a0](?:№|No\.?|number|номер)?[ \u00a0]?\d{1,5}(?!\w)").match(body, stop)
    if number:
        return max(last, page.at(number.end()) - 1), number.end(), True
    if last + 1 >= len(words) or not re.fullmatch(
        r"[ \u00a0]«?|, ?|[ -]", body[stop : words[last + 1].start]
    ):
        return None
    after = words[last + 1]
    comma = body[stop : words[last + 1].start].startswith(",")
    if _NUMBER_WORD.match(after.low) and last + 2 < len(words) and page.beside(last + 1):
        return last + 2, words[last + 2].stop, True
    if comma:
        return None
    if after.capital and after.low.isascii() and "office" in after.classes:
        return last + 1, after.stop, False
    if after.capital or ("head" in after.classes and not after.low.isascii()) or ("plain" not in after.classes and (
        not after.low.isascii() and after.low.endswith(("ого", "ої", "ской", "их")) and not after.opens)):  # fmt: skip
        return last + 1, after.stop, True
    if after.low in _PLACE_WORD and last + 2 < len(words) and page.beside(last + 1):
        place = words[last + 2]
        if place.capital and place.classes & {"plain", "office"}:
            return None
        if place.capital or (place.casual and "plain" not in place.classes and not place.classes & {"kin"}):
            return last + 2, place.stop, True
    casual = after.casual and "plain" not in after.classes and not everyday(after.low) and not after.classes
    return (last + 1, after.stop, True) if casual else None


def _casual_place(page: Words, i: int) -> Span | None:
    """ "from sosnovy yar", «из соснового яра», «под работино»: where no capitals are written."""
    words = page.words
    j = i + 1
    if j >= len(words) or not page.beside(i) or words[j].capital or "plain" in words[j].classes:
        return None
    first = words[j]
    two = page.beside(j) and "plain" not in words[j + 1].classes and (
        first.low.endswith(("y", "a", "iy", "yi", "ny", "ka")) if first.low.isascii()
        else _ADJECTIVE.fullmatch(first.low) is not None)  # fmt: skip
    always = words[i].low in _ALWAYS and (two or not first.classes)
    if first.classes & {"kin", "rank", "body", "wound"} or not (always or not everyday(first.low)):
        return None
    if first.low.isascii() and everyday(first.low) and words[i].low not in ("from", "near"):
        return None
    last = j + 1 if two and not words[j + 1].capital else j
    return Span(first.start, words[last].stop)


__all__ = ["find_phrases"]
