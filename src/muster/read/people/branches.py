"""A branch of a Russian body by its unit and its region: «следственное управление СК по Северской области».

Without the region two branches would be one source, and what each of them says would be the other's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from muster.read.people.words import kind_of
from muster.text.cases import SHORTENED
from muster.text.lemmas import readings
from muster.text.spans import Span

# What a branch is called, in letters and in words.
_LETTERS: Final = r"(?:ГУ|У|ГСУ|СУ|ВСУ|СО|ВСО|ОП|ОМ|ГО|РО|ТО|ЛО|ЛУ|МО|УТ|РУ|ПУ|БУ)"
_UNIT: Final = (
    r"(?:управлени(?:е|я|ю|ем|и)|департамент(?:а|у|ом|е)?|отдел(?:а|у|ом|е)?|отделени(?:е|я|ю|ем|и)|глав(?:к|ка|ку|ком|ке)"
    r"|подразделени(?:е|я|ю|ем|и)|отряд(?:а|у|ом|е)?)"
)
_ADJECTIVE: Final = r"[^\W\d_][\w-]{2,30}(?:ое|ого|ому|ым|ом|ий|его|ему|им|ем|ый|ой)[ \u00a0]"
_LEFT: Final = re.compile(rf"(?<![\w-])(?:(?:{_ADJECTIVE}){{0,3}}(?i:{_UNIT})|{_LETTERS})[ \u00a0]\Z")
_LEFT_WITHIN: Final = 100

_CAPITAL: Final = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+){0,3}"
_AREA: Final = (
    r"(?:(?:автономн|городск|федеральн|муниципальн|административн|военн)(?:ому|ого|ой)[ \u00a0])?"
    r"(?:области|кра[юя]|район[уа](?:м|х)?|округ[уа]|республик[еи]|гарнизон[уа]|АО)"
)
_OBLIQUE: Final = r"[А-ЯЁ][а-яё-]+(?:ому|ему|ого|его|ой|ей)"
_OF_ADJECTIVE: Final = rf"{_OBLIQUE}(?:[ \u00a0](?:и[ \u00a0])?{_OBLIQUE}){{0,2}}[ \u00a0]"
_TOWN: Final = (
    r"(?:городу|город[уе]|г\.|[рР]еспублике|району|пос[её]лку|селу)[ \u00a0]?"
    rf"{_CAPITAL}(?:[ \u00a0]{_CAPITAL})?"
)
_DATIVE: Final = r"(?:[А-ЯЁ][а-яё-]*[а-яё](?:у|ю|е|и|ой|ому|ему|ам|ям)|[А-ЯЁ]{3,5})(?![\w-])"
_OF_COUNTRY: Final = r"(?:[ \u00a0](?:России|РФ|Украины|Беларуси|Казахстана))?"
_REGION: Final = rf"{_OF_ADJECTIVE}{_AREA}|{_TOWN}|{_DATIVE}[ \u00a0]{_AREA}"
_RIGHT: Final = re.compile(
    rf"{_OF_COUNTRY}(?:[ \u00a0]по[ \u00a0](?:{_REGION}|(?P<one>{_DATIVE}))"
    rf"(?:[ \u00a0]и[ \u00a0](?:{_REGION}|{_DATIVE}))?"
    rf"|[ \u00a0]{_OF_ADJECTIVE}{_AREA}(?![\w-]))"
)
_ADJECTIVES: Final = ("ADJF", "PRTF")
_MOST_ADJECTIVES, _MOST_CHARACTERS = 4, 160
_WORD: Final = re.compile(r"[^\W\d_](?:\w|[-’'](?=\w))*")


def branch_start(body: str, start: int, low: int) -> int:
    """Where a branch begins whose body begins at ``start``: «следственного управления СК», «СУ СК»."""
    if body[start - 1 : start] not in (" ", "\u00a0"):
        return start
    found = _LEFT.search(body, max(low, start - _LEFT_WITHIN), start)
    return _first_attribute(body, found.start(), found.end()) if found else start


def _first_attribute(body: str, start: int, stop: int) -> int:
    """Without words before its noun that do not agree with it («по данным управления»)."""
    words = [(m.start() + start, m.group()) for m in _WORD.finditer(body[start:stop])]
    first = len(words) - 1
    while first > 0 and _before_noun(_attributes(words[first - 1][1]), words[first][1]):
        first -= 1
    return words[first][0]


def _attributes(word: str) -> list[Any]:
    return [r for r in readings(word.lower(), "ru")[:6] if r.tag.POS in _ADJECTIVES]


def branch_stop(body: str, stop: int, high: int) -> int:
    """Where a branch ends whose body ends at ``stop``: «России по Северской области»."""
    found = _RIGHT.match(body, stop, high)
    if found is None:
        return stop
    person = kind_of(found["one"], "ru") if found["one"] else None
    return stop if person and person.surname and not person.place else found.end()  # «ФСБ по Ветрову»


_LETTERS_OF: Final = re.compile(r"[А-ЯЁ]{2,6}(?:[ \u00a0][А-ЯЁ]{2,6})?(?![\w-])|Росгварди[а-я]{1,2}")


def branch_of(phrase: str, at: int) -> str:
    """The branch whose letters begin at ``at``, with unit and region, in the nominative; "" where none is."""
    letters = _LETTERS_OF.match(phrase, at)
    if letters is None:
        return ""
    start, stop = branch_start(phrase, at, 0), branch_stop(phrase, letters.end(), len(phrase))
    return nominative(phrase[start:stop]) if (start, stop) != letters.span() else ""


_PRESS: Final = re.compile(
    r"(?:объедин[её]нн\w{2,3}[ \u00a0])?пресс-?(?:служб|центр|офис|групп)[а-яё]{0,3}[ \u00a0](?=\S)", re.I
)


def press_of(words: str) -> int:
    """Where the body begins whose press office Russian words are, else 0: it speaks as the body."""
    found = _PRESS.match(words)
    return found.end() if found else 0


_MEDIUM: Final = re.compile(
    r"(?:[\w-]*канал|паблик|портал|сайт|издани|газет|телеграм-паблик)[а-яё]{0,3}\Z", re.I
)
_CALLED: Final = re.compile(rf"[ \u00a0]({_CAPITAL}(?:[ \u00a0]{_CAPITAL}){{0,2}})(?![\w-])")


def medium_called(body: str, start: int, stop: int, high: int) -> Span | None:
    """Where the name without marks stands behind a medium: «телеграм-канал Маяк»; none where it may be whose
    it is («канал Петра Ветрова», «сайт Думы»)."""
    called = _CALLED.match(body, stop, high) if _MEDIUM.match(body[start:stop]) else None
    if called is None:
        return None
    words = called[1].split()
    read = readings(words[0].lower(), "ru")[:6]
    forms = {(str(r.tag.number), str(r.tag.case)) for r in read}
    upright = ("sing", "nomn") in forms or (("plur", "nomn") in forms and ("sing", "gent") not in forms)
    kinds = [kind_of(w, "ru") for w in words]
    somebodys = any(k.given or k.patronymic or (k.surname and not k.common) for k in kinds)
    return Span(called.start(1), called.end(1)) if upright and not somebodys else None


@lru_cache(maxsize=1 << 14)
def nominative(text: str) -> str:
    """A Russian body's attributes and noun in the nominative, the rest as it stands.

    «Заречном районном суде» → «Заречный районный суд», «управления МВД» → «управление МВД»; the words as
    they are where they begin otherwise or do not agree.
    """
    attributes: list[tuple[str, Sequence[Any]]] = []
    words = list(_WORD.finditer(text[:_MOST_CHARACTERS]))[: _MOST_ADJECTIVES + 1]
    for i, match in enumerate(words):
        word = match.group()
        if not word[1:].islower() or word.lower() in SHORTENED["ru"]:
            return text
        read = readings(word.lower(), "ru")[:6]
        attribute = _attributes(word)
        if attribute and i + 1 < len(words) and _before_noun(attribute, words[i + 1].group()):
            attributes.append((word, attribute))
            continue
        nouns = [r for r in read if r.tag.POS == "NOUN" and _agree(r, attributes)]
        noun = nouns[0] if nouns else None
        if len({r.normal_form for r in nouns if r.score == nouns[0].score}) > 1:
            return text  # «лагере»
        upright = noun.inflect({"nomn", str(noun.tag.number)}) if noun and noun.tag.case != "nomn" else None
        if upright is None:
            return text
        led = [_upright(form, read, noun) for form, read in attributes]
        return " ".join([*led, _cased(upright.word, word)]) + text[match.end() :]
    return text


def quoted_base(name: str, before: str) -> str:
    """A name in marks of quotation in the nominative: «Вестника» → «Вестник»; as it stands where it may be in
    the nominative, unless the word ``before`` it governs it («по данным «Медузы»»)."""
    governed = _DATA_OF.match(before) is not None
    first = _WORD.match(name)
    read = readings(first.group().lower(), "ru")[:6] if first is not None else ()
    upright = any(r.tag.case == "nomn" and (r.tag.number == "sing" or not governed) for r in read)
    alone = first is not None and first.end() == len(name)
    short = alone and any(r.tag.POS in _ADJECTIVES for r in read)  # «Скорой»
    return name if upright or short or not read else nominative(name)


# «По данным «Медузы»»: the name in marks stands in the genitive itself.
_DATA_OF: Final = re.compile(
    r"(?:дан|сведен|информаци|верси|слов|сообщен|оценк|подсч[её]т|мнени)\w{1,4}\Z", re.I
)


def _before_noun(attribute: Sequence[Any], following: str) -> bool:
    """Whether a word that agrees with it stands behind an attribute: another one, or the noun."""
    kinds = ("NOUN", *_ADJECTIVES)
    read = [r for r in readings(following.lower(), "ru")[:6] if r.tag.POS in kinds]
    return any(_fits(a, r) for a in attribute for r in read)


def _agree(noun: Any, attributes: Sequence[tuple[str, Sequence[Any]]]) -> bool:
    return all(any(_fits(a, noun) for a in read) for _, read in attributes)


def _fits(attribute: Any, noun: Any) -> bool:
    one, other = attribute.tag, noun.tag
    same = one.case == other.case and one.number == other.number
    return bool(same and (one.number == "plur" or one.gender == other.gender))


def _upright(form: str, read: Sequence[Any], noun: Any) -> str:
    wanted = {"nomn", str(noun.tag.number)} | ({str(noun.tag.gender)} if noun.tag.number == "sing" else set())
    chosen = next(a for a in read if _fits(a, noun)).inflect(wanted)
    return _cased(chosen.word, form) if chosen is not None else form


def _cased(word: str, shown: str) -> str:
    return word.capitalize() if shown[:1].isupper() else word


__all__ = [
    "branch_of",
    "branch_start",
    "branch_stop",
    "medium_called",
    "nominative",
    "press_of",
    "quoted_base",
]
