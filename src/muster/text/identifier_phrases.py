"""Strings in, spans of what narrows the circle out: kinship, rank, work, wounds, peoples, places by kind, ages, sums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from muster.text.identifier_page import Word, Words, everyday
from muster.text.spans import Span

_SIMPLE: Final = ("kin", "rank", "job", "group", "wound")
_ADJECTIVE: Final = re.compile(
    r"[а-яёіїєґ'-]{2,30}(?:ый|ий|ой|ая|яя|ое|ее|ом|ем|ому|ему|ого|его|ей|ую|юю|им|ым|ій|ої|ою|ею|ьою|і|ських|ских)"
)
_PLACE_WORD: Final = frozenset(
    [
        "in",
        "of",
        "near",
        "at",
        "в",
        "у",
        "на",
        "под",
        "під",
        "о",
        "имени",
        "імені",
        "ім",
        "им",
        "около",
        "возле",
        "біля",
        "за",
        "з",
        "из",
        "із",
        "зі",
        "с",
    ]
)
_FROM: Final = frozenset(
    [
        "from",
        "near",
        "of",
        "in",
        "at",
        "под",
        "під",
        "около",
        "возле",
        "біля",
        "из",
        "із",
        "з",
        "зі",
        "в",
        "у",
        "на",
    ]
)
_ALWAYS: Final = frozenset(["from", "near", "под", "під", "около", "возле", "біля", "из", "із", "з", "зі"])
_NUMBER_WORD: Final = re.compile(r"(?:number|no|номер|№)\Z", re.I)
_ORDINALS = (
    "один|одна|два|две|три|чотири|четыре|п['’ʼ]?ят\\w{1,6}|пят\\w{1,6}|шест\\w{0,8}|шіст\\w{0,8}|семь?\\w{0,8}|сім\\w{0,8}|восем\\w{0,8}|вісім\\w{0,8}|дев['’ʼ]?ят\\w{0,8}"
    "|десят\\w{0,4}|двадцят\\w{0,3}|двадцат\\w{0,3}|тридцят\\w{0,3}|тридцат\\w{0,3}|сорок|одиннадцат\\w|одинадцят\\w|двенадцат\\w|дванадцят\\w|тринадцат\\w|тринадцят\\w|чотирнадцят\\w|четырнадцат\\w"
    "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_SAID = rf"(?:{_ORDINALS})(?:[\s-](?:{_ORDINALS}))?"
_AGE: Final = (
    re.compile(rf"(?<!\w)(?:\d{{1,3}}|{_SAID})(?:-|\s)(?:years?(?:\sold|-old)?|year-old|y\.?o\.?|год\w?|лет(?:н\w{{2,3}})?|рок\w{{1,2}}|рік|літ)(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<a>aged?(?:\sof)?)\s\d{1,3}|(?<!\w)(?:aged?(?:\sof)?|am|is|he['’]?s|she['’]?s|i['’]?m|turned|мне|ему|ей|мені|йому|їй|старшему|младшему|старшій|старшому|возраст|вік|исполнилось)\s(?P<n>\d{{1,3}}|{_SAID})(?![\w%:]|\.\d)", re.I),
    re.compile(rf"(?<=,\s)(?P<n>{_SAID})(?=[.,;])", re.I),
    re.compile(r"(?<!\w)(?:born\sin|b\.|родил\w{2,3}\sв|народи\w{2,3}\sв?у?)\s(?P<n>\d{4})", re.I),
)  # fmt: skip
_MONEY = (
    r"(?:euros?|EUR|€|dollars?|USD|\$|pounds?(?:\ssterling)?|GBP|£|roubles?|rubles?|RUB|hryvni?as?|UAH|руб\w{0,4}|₽|грн|гривен\w{0,2}|гривн\w{1,2}|доллар\w{0,3}|долар\w{0,3}|евро|євро|k|тыс\w{0,2}|тис\w{0,2}"
    r"|million|billion|млн|млрд|миллион\w{0,3}|мільйон\w{0,3}|[A-Z]{3}|(?:[A-Z][a-z]{2,12}\s){0,2}(?:liras?|schillings?|kron(?:or|er|a|e)|zlotys?|francs?|lei|forints?|marks?|lev[as]?|dinars?))"
)
_SUMS: Final = (
    re.compile(rf"(?<![\w.,])\d{{1,3}}(?:[ \u00a0.,]\d{{1,3}}){{0,5}}(?:[.,]\d{{1,2}})?\s{_MONEY}(?:\s\([^()\n]{{2,40}}\)|\s\[[^\[\]\n]{{2,30}}\])?(?!\w)", re.I),
    re.compile(r"(?<!\w)(?:[A-Z]{3}|€|\$|£)\s?\d{1,3}(?:[ \u00a0.,]\d{1,3}){0,5}(?![\w])(?:\s[\[(][^\[\]()\n]{2,30}[\])])?"),
    re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0,]\d{3}){1,4}(?!\w)"),
    re.compile(rf"(?<!\w)(?:\d{{1,6}}|{_SAID})\s(?:[a-z]{{3,14}}\s)?(?:children|kids|people|persons|believers|residents|employees|tablets|packages|pages|grams?|kilograms?|kg|hectares|shares|hearings)(?!\w)", re.I),
    re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{1,2})?\s?%"),
    re.compile(r"(?<!\w)(?:человек|осіб|людей)\s\d{1,5}(?!\w)", re.I),
    re.compile(r"(?<!\w)(?:двое|трое|четверо|пятеро|двоє|троє|четверо|п['’]ятеро)\s[^\W\d_]{3,14}(?!\w)", re.I),
)  # fmt: skip
_REFERENCE: Final = re.compile(
    r"(?:Articles?|Art\.?|Sections?|s\.|§§?|Rules?|Protocol|Protocol\sNo\.|paragraphs?|para\.?|point|Chapter|Part|Annex|and|or|to|стат\w{1,3}|ст\.|п\.|пункт\w{0,2})[\s\u00a0]\Z",
    re.I,
)
_ABOUT: Final = re.compile(
    r"(?:approximately|about|around|some|nearly|almost|over|at\sleast|more\sthan|около|почти|более|свыше|примерно|близько|майже|понад)\s\Z",
    re.I,
)
_CITIZEN: Final = re.compile(
    r"[\s-](?:nationals?|citizens?|origin|descent|wom[ae]n|m[ae]n|army|speaking|based|происхождения|гражданства|походження|громадянства)(?!\w)",
    re.I,
)
_PLURAL: Final = re.compile(rf"(?<!\w)(?:\d{{1,6}}|{_SAID})\s[a-z]{{3,14}}s(?!\w)", re.I)
_BARE: Final = re.compile(r"(?<![\w.,:/§-])\d{2,7}(?![\w:/-]|[.,]\d)")
_HYPHENED: Final = re.compile(r"(?<!\w)[^\W\d_]{4,20}-\d{1,3}(?!\w)")


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
        if "body" in kinds and _wounded(page, i):
            yield Span(words[_back(page, i, 1)].start, word.stop), "wound"
        if kinds & {"head", "locality"} and (named := _institution(page, i, "locality" in kinds)):
            yield named, "place" if "locality" in kinds else "organisation"
        if word.low in _FROM and word.casual and (from_where := _casual_place(page, i)):
            yield from_where, "place"
    yield from _numbers(page.body)
    for pattern, field in _SET:
        yield from ((Span(*m.span()), field) for m in pattern.finditer(page.body))


_SET: Final = (
    (re.compile(r"(?<!\w)\w{3,11}[ -]in[ -]law(?!\w)", re.I), "kin"),
    (re.compile(r"(?<=мій\s)чоловік(?!\w)|(?<=мого\s)чоловіка(?!\w)|(?<=її\s)чоловік(?:а|у|ом|ові)?(?!\w)", re.I), "kin"),
    (re.compile(r"(?<!\w)(?:platoon|squad|section|company|battalion|regiment|brigade|crew)\s(?:leader|commander|chief)s?(?!\w)", re.I), "rank"),
    (re.compile(r"(?<!\w)chief\sof\s\w{3,14}|(?<!\w)(?:начальни[кц]\w{0,3}|командир\w{0,3}|заместител\w|заступни[кц]\w{0,3})\s[^\W\d_]{3,16}(?!\w)", re.I), "rank"),
    (re.compile(r"(?<!\w)heart\s(?:attack|failure|disease)|(?<!\w)(?:in\scaptivity|prisoner\sof\swar|в\sплену|у\sполоні|в\sполоні)(?!\w)", re.I), "wound"),
    (re.compile(r"(?<![\w.,])\d{2,4}(?:th|st|nd|rd)(?!\w|\scentur)", re.I), "unit"),
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
    """ "Senior sergeant", "chief of staff", «двоюродная сестра», «учитель физики»."""
    words = page.words
    first, last = _back(page, i, 2), i
    if field == "job" and first == i and page.beside(i - 1) and _says_which(words[i - 1], words[i]):
        first -= 1
    if field in ("job", "rank") and page.beside(i):
        after = words[i + 1]
        if after.low == "of" and page.beside(i + 1) and i + 2 < len(words) and not words[i + 2].capital:
            if "plain" not in words[i + 2].classes:
                last = i + 2
        elif after.classes & {field, "rank"} or (
            field == "job" and after.low.endswith(("ики", "іки", "ии", "ії", "тва", "ры", "ри"))
        ):
            last = i + 1
    return Span(words[first].start, words[last].stop)


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


def _wounded(page: Words, i: int) -> bool:
    """A part of the body with a wound near it, or one of two ("the left foot")."""
    words = page.words
    if _back(page, i, 1) < i:
        return True
    around = words[max(0, i - 6) : i + 5]
    return any("wound" in w.classes or w.low.startswith(_LOST) for w in around)


_LOST: Final = ("lost", "lose", "потерял", "втратив", "втратила", "лишил", "оторва", "відірва", "hit", "shot")


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
    number = re.compile(r"\s(?:№|No\.?|number|номер)?\s?\d{1,5}(?!\w)").match(body, stop)
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


def _numbers(body: str) -> Iterator[tuple[Span, str]]:
    for pattern in _AGE:
        for match in pattern.finditer(body):
            yield (
                Span(*(match.span("n") if "n" in pattern.groupindex and match["n"] else match.span())),
                "age",
            )
    for pattern in _SUMS:
        for match in pattern.finditer(body):
            about = _ABOUT.search(body, max(0, match.start() - 16), match.start())
            yield Span(about.start() if about else match.start(), match.end()), "number"
    yield from ((Span(*m.span()), "number") for m in _PLURAL.finditer(body))
    for match in _BARE.finditer(body):
        if not _REFERENCE.search(body, max(0, match.start() - 16), match.start()):
            yield Span(*match.span()), "number"
    yield from ((Span(*m.span()), "place") for m in _HYPHENED.finditer(body))


__all__ = ["find_phrases"]
