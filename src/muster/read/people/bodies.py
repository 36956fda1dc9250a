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
from muster.read.people.branches import branch_start, branch_stop, nominative
from muster.read.people.call_names import call_names
from muster.read.people.nobody import adjective
from muster.read.people.of_place import relational
from muster.read.people.role_words import PLAIN, is_body_word, is_role
from muster.read.people.roles import Named
from muster.read.people.words import kind_of, parses_of
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.names.slavic import given_name
from muster.text.sources.cues import Lexicon, lexicon
from muster.text.sources.words import source_words
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
_QUOTED: Final = re.compile(
    r"[ \u00a0]?[«\"“„]\s?(?P<name>[^«»\"“”„\n]{2,70}?(?:[«\"“„][^«»\"“”„\n]{2,50})?)\s?[»\"”“]"
)
_LATIN_RUN: Final = re.compile(
    r"[ \u00a0]((?:[A-Z0-9][\w&.’'-]{0,30})(?:[ \u00a0](?:[A-Z&][\w&.’'-]{0,30})){0,4})"
)
_NEXT: Final = re.compile(
    r"[ \u00a0](?:(?P<join>(?:по|з|із|с|со|и|та|й|і|при|для|в|у|імені|имени|ім\.|им\.|против|проти) ))?"
    r"(?P<word>[^\W\d_](?:\w|[-’'ʼ](?=\w)){1,40}|[А-ЯІЇЄҐ]\.)"
)
_GENITIVE_UK: Final = re.compile(
    r"(?:цій|ої|ньої|их|іх|ого|ього|ів|їв|ей|ти|ки|ни|ри|[бвгджзлмпсфхцчшщ]и|у|ю|а|я|к|ь|ї|і)\Z"
)
_STOP_UK: Final = listed(
    """вже ще теж також була було були був має мали мав про для від через після перед під над між або але що
    як щодо коли який яка яке які якого якої яких тому цього року дня місяця не ні вона він вони це
    наразі поки нині тепер знову зараз учора вчора завтра сьогодні згодом потім разом водночас раніше пізніше
    восени навесні взимку влітку вночі вдень вранці увечері ввечері торік"""
)
_WORD_BEFORE: Final = re.compile(r"([^\W\d_](?:\w|[-’'ʼ](?=\w)){1,40})[ \u00a0]\Z")
_MOST_RIGHT, _MOST_LEFT = 9, 4
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


@lru_cache(maxsize=4)
def _heads(language: str) -> re.Pattern[str]:
    strong, weak = _lists()[language]["strong"], _lists()[language]["weak"]
    both = _by_first_letters({*strong, *weak})
    forms = "|".join(sorted(_FORMS, key=lambda s: (-len(s), s)))
    return re.compile(
        rf"(?<![\w-])(?:(?P<form>{forms})(?=[ \u00a0]?[«\"“„])|(?P<head>(?:{both}){_ENDING})(?![\w-])"
        rf"|(?P<made>{_MADE})(?![\w-])"
        r"|(?<=[«“„\"])(?P<quoted>[А-ЯЁІЇЄҐA-Z][\w'’ʼ+-]{1,24}(?:[ \u00a0][\w'’ʼ+&.-]{1,20}){0,3})(?=[»”“\"])"
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
        quoted = _QUOTED.match(body, match.end(), high)
        return Named(match.start(), quoted.end(), "organisation", _inner(quoted)) if quoted else None
    if match["acronym"]:
        return _acronym(page, match, (low, high), words, places)
    if match["made"]:
        right = _right(page, match.end(), high, language, places, places_only=True)
        return _branch(page, match.start(), right, (low, high), language)
    if match["quoted"]:
        return _quoted(page, match, low)
    if match["latin"]:
        return _latin(page, match)
    head = match["head"]
    capital = head[0].isupper()
    quoted = _QUOTED.match(body, match.end(), high)
    if quoted and quoted["name"][:1].isupper():
        left = _left(page, match.start(), low, language)
        first = left if body[left].isupper() else (match.start() if capital else quoted.start("name") - 1)
        return Named(first, quoted.end(), "organisation", _inner(quoted))
    latin = _LATIN_RUN.match(body, match.end(), high)
    if latin and len(latin.group(1)) > 1 and not latin.group(1).isdigit():
        first = match.start() if capital else latin.start(1)
        return Named(first, latin.end(), "organisation", latin.group(1))
    left = _left(page, match.start(), low, language)
    here = touching(places, left, left + 1)
    if not body[left].isupper() or any(a <= left and match.end() <= b for a, b in here):
        return None
    strong = head.lower().startswith(_strong(language))
    named = left < match.start()
    right = _right(page, match.end(), high, language, places, named=named)
    if head.lower().startswith(_ONE):
        return _branch(page, left, right, (low, high), language)
    alone = not named and right == match.end()
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
    before = _WORD_BEFORE.search(page.body, max(0, start - 42), start)
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
    if word in _NO_BODY or (word in PLAIN and word not in ("ЕС", "ЄС")) or word.isdigit():
        return None
    if not word.isascii() and any(c.isdigit() for c in word):
        return None
    known = word in words.acronyms or (
        len(word) > 6 and is_body_word(word, words) and word.lower().startswith(_ONE)
    )
    if not known and (len(word) < 3 or len(word) > 6 or _shouting(page, start)):
        return None
    if not known and (re.fullmatch(r"[IVXLCDMХІ]+", word) or word in _FORMS or word in _PRODUCTS):
        return None
    if not known and word.isascii() and any(c.isdigit() for c in word):
        return None
    stop = _right(page, stop, within[1], words.language, places, places_only=True)
    name = page.body[start:stop]
    if words.language == "ru":
        branch = _branch(page, start, stop, within, "ru")
        if branch.start < start:
            return branch
        stop, name = branch.stop, page.body[start : branch.stop]
    before = _WORD_BEFORE.search(page.body, max(within[0], start - 42), start)
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


def _shouting(page: Page, start: int) -> bool:
    """In a line of capitals no word is an acronym."""
    around = page.body[max(0, start - 40) : start + 40]
    letters = [c for c in around if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) * 0.6


# Before a head an ending is an adjective's that elsewhere may be a noun's.
_BEFORE_UK: Final = re.compile(r"(?:[сцз]ьк|[нвлч])(?:ий|а|е|ого|ому|им|ій|ої|у|ою|і|их|ими)\Z")


def _left(page: Page, start: int, low: int, language: str) -> int:
    """The adjectives that stand before a head: «Заречный районный суд»."""
    first = start
    at = start
    for _ in range(_MOST_LEFT):
        before = _WORD_BEFORE.search(page.body, max(low, at - 42), at)
        if before is None:
            break
        word = before.group(1)
        kind = kind_of(word, language)
        if word.lower() in lexicon(language).roles:
            break  # «Голова облради»: somebody of the body, whatever his ending looks like
        if not kind.adjective and not (language == "uk" and not kind.known and _BEFORE_UK.search(word)):
            break
        at = before.start(1)
        if word[0].isupper():
            first = at
    return first


def _right(
    page: Page, stop: int, high: int, language: str, places: Sequence[tuple[int, int]],
    places_only: bool = False, named: bool = False,
) -> int:  # fmt: skip
    """Where the name ends: genitives, a name in marks, acronyms and places that belong to it.

    ``named``: an adjective before the head names the body already, and small words after it are the
    sentence's more often than the name's.
    """
    body, honoured = page.body, 0
    for number in range(_MOST_RIGHT):
        following = _NEXT.match(body, stop, high)
        if following is None:
            break
        word, join = following["word"], (following["join"] or "").strip()
        if join and (places_only or (named and number == 0 and join not in ("по", "з", "із", "с", "при"))):
            break
        first = following.start("word")
        place = next((b for a, b in touching(places, first, first + 1) if a == first), 0)
        if place and not join:
            stop = place
            continue
        small = word[0].islower()
        if (
            small
            and named
            and not join
            and not _of_area(word)
            and number == 0
            and not _several(word, language)
        ):
            break
        honoured = 2 if join in ("імені", "имени", "ім.", "им.") else honoured - word[0].isupper()
        if not ((honoured > 0 and word[0].isupper()) or _belongs(word, join, language, places_only)):
            break
        if join in ("и", "та", "й", "і") and not _noun(word, language):
            break
        stop = following.end()
    quoted = _QUOTED.match(body, stop, high)
    if quoted and quoted["name"][:1].isupper() and body[stop : stop + 1] in " \u00a0" and not places_only:
        stop = quoted.end()
    return stop


def _noun(word: str, language: str) -> bool:
    tags = parses_of(word.lower(), language)
    return "NOUN" in tags[0] if tags else _AND_UK.search(word) is not None


_AND_UK: Final = re.compile(r"(?:ння|ття|сті|ики|тва|ції|зії|ків|рів|нь|ти|ів)\Z")
_AREA: Final = ("город", "район", "област", "края", "округ", "республик", "міста", "республік", "громад")


def _of_area(word: str) -> bool:
    """«Арбитражный суд города Заречья»."""
    return word.startswith(_AREA)


def _quoted(page: Page, match: re.Match[str], low: int) -> Named | None:
    """«Пекарня» in marks without a word that says what it is: a firm or a medium, unless it is a thing."""
    text = match["quoted"]
    start, stop = match.span("quoted")
    if text in call_names(page.body):
        return Named(start, stop, "person", text)
    before = _WORD_BEFORE.search(page.body, max(0, start - 42), start - 1)
    if before is None:
        return None
    if _THING.match(before.group(1).lower()):
        return None
    inner = text.split()
    if any(w[0].islower() and len(w) > 3 for w in inner[1:]) and len(inner) > 2:
        return None
    return Named(start, stop, "organisation", text)


def _belongs(word: str, join: str, language: str, places_only: bool) -> bool:
    named_after = join in ("імені", "имени", "ім.", "им.")
    if named_after:
        return word[0].isupper()
    if word.isupper() and len(word) > 1:
        return not join
    kind = kind_of(word, language)
    if word[0].isupper():
        if kind.given or (kind.surname and not kind.place and not kind.adjective):
            return False
        if places_only:
            return kind.place and _genitive(word, language)
        return _genitive(word, language) and not (language == "uk" and join)
    if places_only or (is_role(word, lexicon(language)) and not _several(word, language)):
        return False
    if join in ("по", "для", "при", "с", "со", "з", "із", "против", "проти", "в", "у"):
        return _oblique(word, join, language)
    return _genitive(word, language)


def _several(word: str, language: str) -> bool:
    """«Комитет журналистов»: people in the plural belong to a name, one does not."""
    tags = parses_of(word.lower(), language)
    return "plur" in tags[0] if tags else word.endswith(("ів", "їв", "ей"))


@lru_cache(maxsize=1 << 15)
def _genitive(word: str, language: str) -> bool:
    low = word.lower()
    tags = parses_of(low, language)
    if any("PREP" in t for t in tags):
        return False  # «Минобороны об атаке»: «об» may be a form of a river as well
    if tags:
        return any("gent" in t for t in tags[:3]) and "VERB" not in tags[0] and "ADVB" not in tags[0]
    return (
        len(low) > 3
        and low not in _STOP_UK
        and _GENITIVE_UK.search(low) is not None
        and lexicon("uk").cue.fullmatch(low) is None
        and cases(low, "uk").kind != "verb"
    )


_CASES: Final = {
    "по": ("datv",), "для": ("gent",), "при": ("loct",), "с": ("ablt",), "со": ("ablt",),
    "против": ("gent",), "в": (), "у": (),
}  # fmt: skip
_BY: Final = re.compile(
    r"(?:прав|борьб|дел|вопрос|развити|защит|надзор|контрол|боротьб|справ|питан|захист|нагляд|надзвичайн|ситуац|розслід"
    r"|протиді|безпек|лікарськ|гуманітарн|міграц|перевірк|координац|розшук|пошук|евакуац|реінтеграц|розмінуван|поводжен)"
)


def _oblique(word: str, join: str, language: str) -> bool:
    if language == "uk":
        return join in ("з", "із", "для", "проти", "по") and _BY.search(word) is not None
    wanted = _CASES.get(join, ())
    tags = parses_of(word.lower(), language)
    if any("Apro" in t or "NPRO" in t for t in tags[:2]):
        return False  # «Комитет с этим не согласен»
    return bool(tags) and any(case in t for case in wanted for t in tags[:2]) and "VERB" not in tags[0]


@lru_cache(maxsize=1 << 14)
def body_base(text: str, language: str) -> str:
    """A Russian body's name in the nominative, or a lone Ukrainian noun for one («комендатури» →
    «комендатура»); elsewhere the words as they stand."""
    if language == "uk" and " " not in text:
        low = text.lower()
        base = _bodies_uk().get(lemma(low, "uk"), low)
        return text if base == low or text[1:].isupper() else base
    return nominative(text) if language == "ru" else text


@lru_cache(maxsize=1)
def _bodies_uk() -> dict[str, str]:
    """Stem → the one listed noun for a body that has it."""
    found: dict[str, list[str]] = {}
    nouns = {w for w in source_words("uk").bodies if lemma(w, "uk") != w or w.endswith(("а", "о", "я"))}
    for word in sorted(nouns):
        found.setdefault(lemma(word, "uk"), []).append(word)
    return {stem: words[0] for stem, words in found.items() if len(words) == 1}


__all__ = ["bodies_in", "body_base"]
