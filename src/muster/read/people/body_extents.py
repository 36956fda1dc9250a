"""How far the name of a body reaches around its head word, in Russian and Ukrainian: adjectives before it;
behind it genitives, what it is for, a name in marks of quotation, acronyms and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from muster.read.page import Page
from muster.read.people.role_words import is_role
from muster.read.people.words import kind_of, parses_of
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.sources.cues import lexicon
from muster.text.spans import touching

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
QUOTED: Final = re.compile(
    r"[ \u00a0]?[«\"“„]\s?(?P<name>[^«»\"“”„\n]{2,70}?(?:[«\"“„][^«»\"“”„\n]{2,50})?)\s?[»\"”“]"
)
_WORD_BEFORE: Final = re.compile(r"([^\W\d_](?:\w|[-’'ʼ](?=\w)){1,40})[ \u00a0]\Z")
_FAR_LEFT: Final = 42
_MOST_RIGHT, _MOST_LEFT = 9, 4
# Before a head an ending is an adjective's that elsewhere may be a noun's.
_BEFORE_UK: Final = re.compile(
    r"(?:(?:[сцз]ьк|[нвлч])(?:ий|а|е|ого|ому|им|ій|ої|у|ою|і|их|ими)|(?:[тш]н)(?:я|є|ього|ьому|ій|ьої|ю|ьою))\Z"
)
# Before a head these say how high it stands, and not which it is: «Державне бюро розслідувань».
_RANKS: Final = re.compile(
    r"(?i)(?:главн|головн|государственн|державн|федеральн|национальн|національн|центральн|генеральн|высш|вищ|верховн"
    r"|международн|міжнародн|всемирн|всесвітн|европейск|європейськ|единый|един|єдин)\w{1,4}\Z"
)


def word_before(body: str, low: int, at: int) -> re.Match[str] | None:
    """The word (group 1) that ends one space before a place, no further back than ``low``; None where
    something else stands there."""
    low = max(low, at - _FAR_LEFT)
    if at - low < 3 or not body[at - 1].isspace() or not (body[at - 2].isalnum() or body[at - 2] == "_"):
        return None
    # No word holds a space: what stands before the last one need not be tried.
    return _WORD_BEFORE.search(body, max(low, body.rfind(" ", low, at - 1) + 1), at)


def left_of(page: Page, start: int, low: int, language: str) -> int:
    """The adjectives that stand before a head: «Заречный районный суд»."""
    first = start
    at = start
    for _ in range(_MOST_LEFT):
        before = word_before(page.body, low, at)
        if before is None:
            break
        word = before.group(1)
        kind = kind_of(word, language)
        known = lexicon(language)
        if word.lower() in known.roles or known.cue.fullmatch(word):
            break  # «Голова облради»: somebody of the body, whatever his ending looks like
        rank = word[0].isupper() and _RANKS.match(word) is not None
        if not (rank or kind.adjective) and not (
            language == "uk" and not kind.known and _BEFORE_UK.search(word)
        ):
            break
        at = before.start(1)
        if word[0].isupper():
            first = at
    return first


def names_it(page: Page, left: int, start: int) -> bool:
    """Whether adjectives before a head say which body it is, and not only how high it stands."""
    return any(_RANKS.match(word) is None for word in page.body[left:start].split())


def right_of(
    page: Page, stop: int, high: int, language: str, places: Sequence[tuple[int, int]],
    places_only: bool = False, named: bool = False,
) -> int:  # fmt: skip
    """Where the name ends: genitives, a name in marks, acronyms and places that belong to it.

    ``named``: an adjective before the head names the body already, and small words after it are the
    sentence's more often than the name's.
    """
    body, honoured, attribute = page.body, 0, False
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
        # «Центр прибережних прав»: behind an attribute stands its noun, whatever it ends in
        noun = attribute and small and not join and lexicon("uk").cue.fullmatch(word) is None
        belongs = noun or _belongs(word, join, language, places_only)
        if not ((honoured > 0 and word[0].isupper()) or belongs):
            break
        attribute = (
            language == "uk" and small and word.endswith(("них", "ких", "вих", "тих", "ніх")) and not noun
        )
        if join in ("и", "та", "й", "і") and not _noun(word, language):
            break
        stop = following.end()
    quoted = QUOTED.match(body, stop, high)
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
    r"|протиді|атомн|енерг|освіт|фінанс|конкуренц|бюджет|регулюван|ліквідац|відновл|ветеран|полонен|зниклих|запобіган"
    r"|протимін|стандарт|безпек|лікарськ|гуманітарн|міграц|перевірк|координац|розшук|пошук|евакуац|реінтеграц|розмінуван|поводжен)"
)


def _oblique(word: str, join: str, language: str) -> bool:
    if language == "uk":
        return join in ("з", "із", "для", "проти", "по") and _BY.search(word) is not None
    wanted = _CASES.get(join, ())
    tags = parses_of(word.lower(), language)
    if any("Apro" in t or "NPRO" in t for t in tags[:2]):
        return False  # «Комитет с этим не согласен»
    return bool(tags) and any(case in t for case in wanted for t in tags[:2]) and "VERB" not in tags[0]


__all__ = ["QUOTED", "left_of", "names_it", "right_of", "word_before"]
