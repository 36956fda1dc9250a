"""Bodies named in a Russian or Ukrainian sentence: ministries, firms, media, parties, by their head word.

«Министерство обороны Заречья», «движение „Сад“», ООО «Пекарня», «Заречный районный суд», МВД. The head may be
small; then a name must follow it. What belongs to the name on the right: genitives, a name in marks of
quotation, an acronym or a place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

from muster.read.page import Page
from muster.read.people.body_base import body_base
from muster.read.people.body_extents import QUOTED, left_of, names_it, right_of, word_before
from muster.read.people.branches import branch_start, branch_stop, medium_called, quoted_base
from muster.read.people.call_names import call_names
from muster.read.people.nobody import adjective
from muster.read.people.of_place import relational
from muster.read.people.role_words import PLAIN, is_body_word, is_role
from muster.read.people.roles import Named
from muster.text.names.slavic import given_name
from muster.text.names.ukrainian_bodies import quoted_nominative
from muster.text.sources.cues import Lexicon
from muster.text.spans import touching


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, list[str]]]:
    path = files("muster.text") / "data" / "bodies.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {table: {name: block.split() for name, block in fields.items()} for table, fields in raw.items()}


_FORMS: Final = frozenset(_lists()["both"]["forms"])
_NO_BODY: Final = frozenset(_lists()["both"]["no_body"])
_PRODUCTS: Final = frozenset(_lists()["both"]["products"])
_ONE: Final = tuple(_lists()["both"]["one"])
_THING: Final = re.compile("(?:" + "|".join(_lists()["both"]["things"]) + ")")
_LATIN_RUN: Final = re.compile(
    r"[ \u00a0]((?:[A-Z0-9][\w&.’'-]{0,30})(?:[ \u00a0](?:[A-Z&][\w&.’'-]{0,30})){0,4})"
)
_MARKS: Final = " \"'“”„«‘—–-*_([#❗️⚡"
_MOST_MARKS: Final = 60


_ENDING: Final = (
    r"(?:а|у|ом|е|ы|ов|и|я|ю|ем|ей|ям|ями|ях|ам|ами|ах|ой|ою|ь|ью|о|й|ии|ия|ию|ией|ий|ием|ие|иям|иями|иях|ею|єю"
    r"|ії|ія|ію|ією|ій|ів|ові|еві|ям|ям|і|ї|є|єм|ств|ство|ства|ству|ством|стві|ню|ня|нню|ння)?"
)
# Bodies in one word by how it is made: «Минкомсвязи», «Роспотребнадзор», «Укравтодор», «Сбербанк».
_MADE: Final = (
    r"(?:Мин|Мін|Нац|Держ|Гос|Гор|Обл|Рай|Міськ|Сіль|Глав|Голов)(?:обр|здрав|фин|юст|транс|связ|комсвяз|сельхоз|эконом|энерго"
    r"|пром|культ|спорт|природ|труд|соц|строй|регион|печат|цифр|обороны|оборони|економ|освіт|інфра|агро|молод"
    r"|поліц|полиц|гвард|банк|рад|служб|аудит|комстат|реестр|реєстр|геокадастр|автодор|продспожив|спожив|дума|думы"
    r"|думе|думу|деп|адмін|держадмін|виконком|исполком|суд|прокуратур"
    r"|(?:[а-яіїєґ]{3,12})?(?:служб|нагляд|агентств)|[а-я]{3,12}служб)[а-яёіїєґ]{0,14}"
    r"|Рос[а-яё]{0,10}(?:надзор|стат|реестр|атом|космос|гвард|мониторинг|нефт|телеком|автодор|имуществ|молод|лесхоз"
    r"|сельхоз|авиаци|связ|энерго|потреб|кадастр|архив|печат)[а-яё]{0,4}"
    r"|Держ(?!ав|ат|ит)[а-яіїєґ]{4,18}|Укр(?!аї|аи)[а-яіїєґ]{3,16}|[А-ЯІЇЄҐ][а-яёіїєґ]{2,12}(?:банк|газ|нафт|нефт|енерго|энерго|телеком|холдинг|авто"
    r"|транс|инвест|інвест|медиа|медіа|буд|строй|маш|хим|хім|флот|авиа|авіа|пром)(?:а|у|ом|е|і|и|ь)?"
)


# «Держслужба з надзвичайних ситуацій»: what it is for belongs to the name.
_SERVES: Final = re.compile(r"(?:служб|агентств|инспекци|інспекці|нагляд)\w{0,3}\Z")


@lru_cache(maxsize=4)
def _heads(language: str) -> re.Pattern[str]:
    strong, weak = _lists()[language]["strong"], _lists()[language]["weak"]
    both = _by_first_letters({*strong, *weak})
    forms = "|".join(sorted(_FORMS, key=lambda s: (-len(s), s)))
    return re.compile(
        rf"(?<![\w-])(?:(?P<form>{forms})(?=[ \u00a0]?[«\"“„])|(?P<head>(?:{both}){_ENDING})(?![\w-])"
        rf"|(?P<made>{_MADE})(?![\w-])"
        r"|(?<=[«“„\"])(?P<quoted>[А-ЯЁІЇЄҐA-Z][\w'’ʼ+-]{1,24}(?:\.[\w-]{2,14})?"
        r"(?:(?:\.(?=[ \u00a0][А-ЯЁІЇЄҐA-Z]))?[ \u00a0][\w'’ʼ+&.-]{1,20}){0,3})(?=[»”“\"])"
        r"|(?P<latin>[A-Z][\w&.’'-]{1,30}(?:[ \u00a0](?:[A-Z&][\w&.’'-]{0,30}|of|the|and|for|de|to"
        r"|[ae]l-[A-Z]\w+)){0,5}"
        r"|[а-яёА-Яa-z][\w-]{2,20}\.(?:ру|Ру|рф)|[a-z][a-z0-9-]{2,20}\.(?:ru|com|ua|org|net|info|by|рф))"
        r"|(?P<acronym>[A-ZА-ЯІЇЄҐ][A-ZА-ЯІЇЄҐ0-9]{1,13})(?![\w.-]\w))"
    )


def _by_first_letters(stems: set[str]) -> str:
    """One pattern of the stems, longest first, that looks at two letters before it tries the rest."""
    groups: dict[str, list[str]] = {}
    for stem in sorted(stems, key=lambda s: (-len(s), s)):
        groups.setdefault(stem[:2], []).append(re.escape(stem[2:]))
    heads: dict[str, list[str]] = {}
    for head in sorted(groups):
        heads.setdefault(head[0], []).append(f"{head[1]}(?:{'|'.join(groups[head])})")
    return "|".join(f"[{c.upper()}{c}](?:{'|'.join(parts)})" for c, parts in heads.items())


@lru_cache(maxsize=4)
def _strong(language: str) -> tuple[str, ...]:
    return tuple(_lists()[language]["strong"])


def bodies_in(
    page: Page, start: int, stop: int, words: Lexicon, places: Sequence[tuple[int, int]] = ()
) -> Iterator[Named]:
    """Every body named between two characters of one sentence, in order, not overlapping.

    ``places``: spans of the gazetteer in the sentence; a place is no body, but may end a body's name.
    """
    reached = start
    for match in _heads(words.language).finditer(page.body, start, stop):
        if match.start() < reached:
            continue
        found = _body(page, match, reached, stop, words, places)
        if found is not None:
            reached = found.stop
            yield found


def _body(
    page: Page, match: re.Match[str], low: int, high: int, words: Lexicon, places: Sequence[tuple[int, int]]
) -> Named | None:
    body, language = page.body, words.language
    if match["form"]:
        quoted = QUOTED.match(body, match.end(), high)
        return Named(match.start(), quoted.end(), "organisation", _inner(quoted)) if quoted else None
    if match["acronym"]:
        return _acronym(page, match, (low, high), words, places)
    if match["made"]:
        right = right_of(
            page, match.end(), high, language, places, places_only=not _SERVES.search(match["made"])
        )
        return _branch(page, match.start(), right, (low, high), language)
    if match["quoted"]:
        return _quoted(page, match, low, words)
    if match["latin"]:
        return _latin(page, match)
    head = match["head"]
    capital = head[0].isupper()
    quoted = QUOTED.match(body, match.end(), high)
    if quoted and quoted["name"][:1].isupper():
        left = left_of(page, match.start(), low, language)
        first = left if body[left].isupper() else (match.start() if capital else quoted.start("name") - 1)
        return Named(first, quoted.end(), "organisation", _inner(quoted))
    latin = _LATIN_RUN.match(body, match.end(), high)
    run = latin.group(1).rstrip(".,'’-&") if latin else ""
    if latin and len(run) > 1 and not run.isdecimal():
        first = match.start() if capital else latin.start(1)
        return Named(first, latin.start(1) + len(run), "organisation", run)
    if language == "ru" and (called := medium_called(body, match.start(), match.end(), high)):
        return Named(match.start(), called.stop, "organisation", body[called.start : called.stop])
    left = left_of(page, match.start(), low, language)
    here = touching(places, left, left + 1)
    if not body[left].isupper() or any(a <= left and match.end() <= b for a, b in here):
        return None
    strong = head.lower().startswith(_strong(language))
    named = names_it(page, left, match.start())
    right = right_of(page, match.end(), high, language, places, named=named)
    if head.lower().startswith(_ONE):
        return _branch(page, left, right, (low, high), language)
    alone = left == match.start() and right == match.end()
    if (alone or not strong) and _opens(page, left) and (alone or right == match.end() or not capital):
        return None
    if alone and not strong:
        return None
    return Named(left, right, "organisation", body_base(body[left:right], language))


def _opens(page: Page, start: int) -> bool:
    """Whether the word has its capital for opening a sentence."""
    sentence = page.sentences[page.sentence_at(start)]
    before = start - sentence.start
    return before <= _MOST_MARKS and not page.body[sentence.start : start].strip(_MARKS)


def _inner(quoted: re.Match[str]) -> str:
    return " ".join(quoted["name"].split())


_DOMAIN: Final = re.compile(r"[\w.-]+\.(?:ru|com|ua|org|net|info|by|ру|рф)\Z", re.IGNORECASE)
_SMALL_LATIN: Final = re.compile(r"(?:[ \u00a0](?:of|the|and|for|de|to))+\Z")


def _latin(page: Page, match: re.Match[str]) -> Named | None:
    """A name in Latin letters among Cyrillic ones: a firm or a medium, unless it is somebody's."""
    text = _SMALL_LATIN.sub("", match["latin"]).rstrip(".'’-")
    if _DOMAIN.fullmatch(text):
        return Named(match.start(), match.start() + len(text), "organisation", text)
    start = match.start("latin")
    words = text.split()
    if given_name(words[0], "en") and len(words) in (2, 3):
        return Named(start, start + len(text), "person", text)
    before = word_before(page.body, 0, start)
    if text in _PRODUCTS or (before and _THING.match(before.group(1).lower())):
        return None
    opened = page.body[start - 1 : start] == "("
    if (
        opened
        and len(words) in (2, 3)
        and page.body[start - 2 : start - 1] == " "
        and _after_name(page, start - 2)
    ):
        return Named(start, start + len(text), "person", text)
    if len(text) < 2 or re.search(r"-?\d", words[-1]) or _ROMAN.fullmatch(text) or not text.isascii():
        return None
    return Named(start, start + len(text), "organisation", text)


_ROMAN: Final = re.compile(r"[IVXLCDM]+")
_TWO_NAMES: Final = re.compile(r"[А-ЯЁІЇЄҐ][\w’'-]+ [А-ЯЁІЇЄҐ][\w’'-]+\Z")


def _after_name(page: Page, at: int) -> bool:
    """«Пётр Ветров (Pyotr Vetrov)»: two capital words stand before the bracket, and no body's."""
    found = _TWO_NAMES.search(page.body, max(0, at - 60), at)
    return found is not None


def _acronym(
    page: Page,
    match: re.Match[str],
    within: tuple[int, int],
    words: Lexicon,
    places: Sequence[tuple[int, int]],
) -> Named | None:
    word = match["acronym"]
    start, stop = match.span()
    if word in _NO_BODY or (word in PLAIN and word not in ("ЕС", "ЄС")) or word.isdecimal():
        return None
    if not word.isascii() and any(c.isdecimal() for c in word):
        return None
    known = word in words.acronyms or (
        len(word) > 6 and is_body_word(word, words) and word.lower().startswith(_ONE)
    )
    if not known and (len(word) < 3 or len(word) > 6 or _shouting(page, start)):
        return None
    if not known and (re.fullmatch(r"[IVXLCDMХІ]+", word) or word in _FORMS or word in _PRODUCTS):
        return None
    if not known and word.isascii() and any(c.isdecimal() for c in word):
        return None
    stop = right_of(page, stop, within[1], words.language, places, places_only=True)
    # «ГУР Міноборони», «ПС ЗСУ»: two abbreviations are one body.
    if house := _HOUSE.match(page.body, stop, within[1]):
        stop = house.end()
    if led := _LED.search(page.body, max(within[0], start - 6), start):
        start = led.start(1)
    name = page.body[start:stop]
    if words.language == "ru":
        branch = _branch(page, start, stop, within, "ru")
        if branch.start < start:
            return branch
        stop, name = branch.stop, page.body[start : branch.stop]
    before = word_before(page.body, within[0], start)
    if before is not None and adjective(page, before.group(1), start - 1, words.language):
        # «Сіверська ОВА» and «Заречная ОВА» are two.
        start, name = before.start(1), f"{relational(before.group(1)) or before.group(1)} {name}"
    return Named(start, stop, "organisation", name)


def _branch(page: Page, start: int, stop: int, within: tuple[int, int], language: str) -> Named:
    """A body, or the branch of it that is named there, with its unit and its region."""
    if language == "ru":
        start = branch_start(page.body, start, within[0])
        stop = branch_stop(page.body, stop, within[1])
    return Named(start, stop, "organisation", body_base(page.body[start:stop], language))


_HOUSE: Final = re.compile(
    r"[ \u00a0](?:Минобороны|Міноборони|Генштаба|Генштабу|Нацполиции|Нацполіції|Нацгвардии|Нацгвардії)(?!\w)"
)
_LED: Final = re.compile(r"(?<!\w)([А-ЯІЇЄҐ]{2,4})[ \u00a0]\Z")


def _shouting(page: Page, start: int) -> bool:
    """In a line of capitals no word is an acronym."""
    around = page.body[max(0, start - 40) : start + 40]
    letters = [c for c in around if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) * 0.6


def _quoted(page: Page, match: re.Match[str], low: int, known: Lexicon) -> Named | None:
    """«Пекарня» in marks without a word that says what it is: a firm or a medium, unless it is a thing."""
    text = match["quoted"]
    start, stop = match.span("quoted")
    if text in call_names(page.body):
        return Named(start, stop, "person", text)
    before = word_before(page.body, 0, start - 1)
    if before is None:
        return None
    if _THING.match(before.group(1).lower()):
        return None
    inner = text.split()
    if any(w[0].islower() and len(w) > 3 for w in inner[1:]) and len(inner) > 2:
        return None
    norm = quoted_base(text, before.group(1)) if known.language == "ru" else text
    if (
        known.language == "uk"
        and is_role(before.group(1), known)
        and not is_body_word(before.group(1), known)
    ):
        norm = quoted_nominative(text)  # «директорка «Укрпошти»»
    return Named(start, stop, "organisation", norm)


__all__ = ["bodies_in"]
