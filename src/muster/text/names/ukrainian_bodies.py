"""A Ukrainian body's name in the nominative, without a dictionary: «Сіверській обласній прокуратурі» →
«Сіверська обласна прокуратура», «14-ї окремої бригади» → «14-та окрема бригада».

Source: the declension of nouns and adjectives, Український правопис (2019), chapters on endings; our own
code. The nouns that a body's name begins with are listed in the nominative (``data/bodies.toml``), their
cases are made by rule; the attributes before the noun agree with it, what stands behind it stays as it is.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from muster.text.listed import listed

_WORD = re.compile(r"\d{1,4}-[а-яіїєґ]{1,3}(?![\w-])|[^\W\d_](?:\w|[-’'ʼ](?=\w))*")
_ORDINAL = re.compile(r"(\d{1,4})-[а-яіїєґ]{1,3}")
_MOST_ATTRIBUTES = 5
_VOWELS = "аеиіоуюяєї"
_SOFTENED = {"г": "з", "к": "ц", "х": "с"}
_HISSING = "жчшщ"
# Stems whose attributes are soft: «середній», «внутрішній».
_SOFT = re.compile(
    r"(?:ішн|ьн(?=ь)|середн|верхн|нижн|останн|сусідн|всесвітн|освітн|давн|ранн|передн|задн|літн|осінн|вечірн)\Z"
)
_OBLIQUE = {
    "f": re.compile(r"(?P<soft>ь)?(?:ої|ою)\Z|ій\Z|(?<!ом)(?:ю|у)\Z"),
    "m": re.compile(r"(?P<soft>ь)?(?:ого|ому)\Z|(?:им|ім)\Z"),
    "p": re.compile(r"(?:их|іх|ими|іми|им|ім)\Z"),
}
_UPRIGHT = {"f": ("а", "я"), "m": ("ий", "ій"), "n": ("е", "є"), "p": ("і", "і")}
_ATTRIBUTE = re.compile(r"(?:ий|ій|а|я|е|є|і|ого|ому|ої|ою|ій|им|ім|их|іх|ими|іми|у|ю)\Z")


# Letters that do not change.
_ACRONYMS = listed("гур дснс зсу мва мвс мзс ова сбу тцк фсб рва дбр набу моз сізо обсє міноборони")


class Head(NamedTuple):
    """A noun for a body: its nominative, its ``gender`` (m, f, n; p where it has no singular), and whether
    the form at hand is the nominative itself."""

    base: str
    gender: str
    upright: bool


@cache
def _lists() -> dict[str, frozenset[str]]:
    """``nouns``, ``plural`` and ``ends`` of the data; with the nouns go those that text/sources knows."""
    raw = tomllib.loads((files("muster.text") / "data" / "bodies.toml").read_text("utf-8"))["declined_uk"]
    found = {name: frozenset(block.split()) for name, block in raw.items()}
    known = tomllib.loads((files("muster.text") / "data" / "sources.toml").read_text("utf-8"))["bodies"]["uk"]
    return found | {"nouns": found["nouns"] | frozenset(w for w in known.split() if w not in _ACRONYMS)}


# A vowel that is another one behind which no letter ends the word.
_CHANGED = {"загін": "загон", "договір": "договор"}


def _forms(noun: str) -> tuple[str, tuple[str, ...]]:
    """The gender of a noun in the nominative, and its other forms in the singular."""
    stem, last = noun[:-1], noun[-1]
    if noun.endswith(("бюро", "радіо", "енерго")):
        return "n", ()
    if noun.endswith(("ська", "ьна")):
        return "f", tuple(stem + e for e in ("ої", "ій", "у", "ою"))  # «диспетчерська»
    if noun.endswith(("ння", "ття", "ддя", "лля")):
        return "n", tuple(stem + e for e in ("ю", "ям", "і"))
    if noun.endswith(("ія", "я")):
        soft, by = ("ї", "єю") if noun.endswith("ія") else ("і", "ею")
        return "f", (stem + soft, stem + "ю", stem + by)
    if last == "а":
        dative = stem[:-1] + _SOFTENED.get(stem[-1], stem[-1]) + "і"
        of, by = ("і", "ею") if stem[-1] in _HISSING else ("и", "ою")
        return "f", (stem + of, dative, stem + "у", stem + by)
    if last == "о":
        return "n", tuple(stem + e for e in ("а", "у", "ом", "і"))
    if last == "й":
        return "m", tuple(stem + e for e in ("ю", "я", "єві", "єм", "ї"))
    if noun.endswith(("відь", "ість")) and last == "ь":
        return "f", (stem + "і",)
    if last == "ь":
        return "m", tuple(stem + e for e in ("ю", "я", "еві", "ем", "і"))
    stem = noun.removesuffix("ок") + "к" if noun.endswith("ок") else _CHANGED.get(noun, noun)
    stem = noun if noun == "вирок" else stem
    place = stem[:-1] + _SOFTENED.get(stem[-1], stem[-1]) + "і"
    return "m", (*(stem + e for e in ("у", "а", "ові", "ом")), place)


# Only in the plural, with their genitives.
_OF_SEVERAL = {"війська": "військ", "сили": "сил", "збори": "зборів", "органи": "органів", "курси": "курсів"}


@cache
def _heads() -> dict[str, Head]:
    """Every form in the singular (of the others, in the plural) → what it is a form of."""
    found: dict[str, Head] = {}
    for noun, genitive in _OF_SEVERAL.items():
        for form in (genitive, *(noun[:-1] + e for e in ("ам", "ами", "ах"))):
            found[form] = Head(noun, "p", False)
        found[noun] = Head(noun, "p", True)
    nouns = sorted(_lists()["nouns"] | _lists()["ends"])
    for noun in nouns:
        gender, others = _forms(noun)
        for form in others:
            found.setdefault(form, Head(noun, gender, False))
    for noun in nouns:
        found[noun] = Head(noun, _forms(noun)[0], True)
    return found


@cache
def _papers() -> dict[str, Head]:
    """The same of nouns for what is written: «повідомленні» → «повідомлення»."""
    raw = tomllib.loads((files("muster.text") / "data" / "sources.toml").read_text("utf-8"))
    nouns = [w for w in raw["papers"]["uk"].split() if not w.endswith(("и", "і"))]
    found = {form: Head(noun, _forms(noun)[0], False) for noun in nouns for form in _forms(noun)[1]}
    for noun in ("документи", "матеріали", "протоколи", "архіви", "записи", "реєстри"):
        found |= {noun[:-1] + e: Head(noun, "p", False) for e in ("ів", "ам", "ами", "ах")}
    found |= {form: Head("дані", "p", False) for form in ("даних", "даним", "даними")}
    return found | {noun: Head(noun, _forms(noun)[0], True) for noun in nouns}


def is_paper_uk(word: str) -> bool:
    """Whether a word in small letters is a form of a noun for what is written: «наказу», «реєстрі»."""
    return word in _papers()


@lru_cache(maxsize=1 << 15)
def head_of(word: str) -> Head | None:
    """What a word is as the head of a body's name, whatever its capitals; None where it is none."""
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    known = _heads().get(low)
    if known is not None or not word[:1].isupper():
        return known
    for end in range(3, len(low) - 3):  # «Держприкордонслужби»: the longest part that is a form of its last
        part = _heads().get(low[end:])
        if part is not None and part.base in _lists()["ends"]:
            return part._replace(base=low[:end] + part.base)
    return None


def _ordinal(word: str, gender: str) -> str:
    """«14-ї» → «14-та»: the letters that the orthography puts behind the figures."""
    number = _ORDINAL.fullmatch(word)
    if number is None:
        return word
    figures = number[1]
    teen = len(figures) > 1 and figures[-2] == "1"
    one = "" if teen else figures[-1]
    if gender == "m":
        return f"{figures}-й"
    stem = {"1": "ш", "2": "г", "3": "т", "7": "м", "8": "м"}.get(one, "т")
    if one == "0" and figures[-2:-1] == "4":
        stem = "в"
    end = {"f": "я" if one == "3" else "а", "n": "є" if one == "3" else "е", "p": "і"}[gender]
    return f"{figures}-{stem}{end}"


def attribute(word: str, gender: str) -> str | None:
    """An attribute in the nominative of a gender; None where the word stands in no case of it.

    «обласній» with f → «обласна»; a word in the nominative already comes back as it is.
    """
    if word[:1].isdecimal():
        return _ordinal(word, gender)
    low = word.lower()
    hard, soft = _UPRIGHT[gender]
    # An -а before a feminine, -ий before a masculine noun: it stands upright.
    if low.endswith(hard) or (low.endswith(soft) and (gender == "m" or _SOFT.search(low[: -len(soft)]))):
        upright = gender != "m" or not low.endswith("ому")
        if upright and not (gender == "f" and low.endswith("ія")):
            return word
    found = _OBLIQUE["m" if gender == "n" else gender].search(low)
    if found is None or found.start() < 2:
        return None
    stem = word[: found.start()]
    soft_stem = bool(found.groupdict().get("soft")) or (
        _SOFT.search(stem.lower()) is not None and not low.endswith(("ої", "ого", "ому", "ою", "ий", "им"))
    )
    return stem + (soft if soft_stem else hard)


# Of names in marks of quotation: the ending of the genitive and of the nominative.
_GENITIVES: tuple[tuple[str, str], ...] = (
    ("ії", "ія"), ("лі", "ля"), ("ні", "ня"), ("ника", "ник"), ("ента", "ент"), ("ора", "ор"), ("ера", "ер"),
    *((f"{c}и", f"{c}а") for c in "бвгдзклмнпрстх"), *((f"{c}і", f"{c}а") for c in "жчш"),
    *((f"{c}у", c) for c in "вдзклнрст"),
)  # fmt: skip


def quoted_nominative(name: str) -> str:
    """A name in marks of quotation that stands in the genitive, of one word or an attribute and a feminine
    noun: «Укрпошти» → «Укрпошта», «Теплої хати» → «Тепла хата»; other names as they stand."""
    words = name.split()
    led = attribute(words[0], "f") if len(words) > 1 and words[0].endswith("ої") else None
    at = 1 if led else 0
    if (len(words) != at + 1 and not words[at + 1].istitle()) or not words[at].isalpha():
        return name
    base = next((words[at][: -len(e)] + b for e, b in _GENITIVES if words[at].endswith(e)), "")
    if not base or len(base) < 3 or (led and base[-1] not in "ая"):
        return name
    return " ".join([*([led] if led else []), base, *words[at + 1 :]])


@lru_cache(maxsize=1 << 15)
def nominative(name: str, *, paper: bool = False) -> str:
    """The name of one body (or ``paper``: of what is written) with its head and what agrees with that in the
    nominative; as it stands where it begins with no attributes and listed noun, or these stand upright."""
    before: list[re.Match[str]] = []
    for word in _WORD.finditer(name[:200]):
        head = _papers().get(word.group().lower()) if paper else head_of(word.group())
        if head is not None and all(agrees(m.group(), head, word.group()) for m in before):
            return _led(name, before, word, head)
        if len(before) == _MOST_ATTRIBUTES or not (
            word.group()[0].isdecimal() or _ATTRIBUTE.search(word.group().lower())
        ):
            return name
        if before and name[before[-1].end() : word.start()] != " ":
            return name
        before.append(word)
    return name


@lru_cache(maxsize=1 << 12)
def main_noun(name: str) -> str | None:
    """The noun that says what a body in the nominative is: «Антимонопольний комітет» → «комітет»."""
    for word in _WORD.findall(name)[: _MOST_ATTRIBUTES + 1]:
        head = head_of(word)
        if head is not None and head.upright:
            return head.base
    return None


def agrees(word: str, head: Head, form: str) -> bool:
    """Whether an attribute stands in the gender and, as far as endings tell, in the case of the head's form:
    «обласну прокуратуру», not «справу прокуратури»."""
    base = attribute(word, head.gender)
    if base is None:
        return False
    if word[:1].isdecimal():
        return True
    low, form = word.lower(), form.lower()
    if base == word:
        return head.upright
    if head.gender == "f":
        return (low[-1] in "ую") == (form[-1] in "ую")
    if head.gender in "mn":
        return low.endswith(("им", "ім")) == (form[-1] == "м")
    by = form.endswith(("ами", "ями"))  # «даними Сил оборони»: the words before are of another case
    return low.endswith(("ими", "іми")) == by and low.endswith(("им", "ім")) == form.endswith(("ам", "ям"))


def _led(name: str, before: list[re.Match[str]], word: re.Match[str], head: Head) -> str:
    first = before[0].start() if before else word.start()
    stands = all(
        attribute(m.group(), head.gender) == m.group() for m in before if not m.group()[0].isdecimal()
    )
    lettered = [m.group() for m in before if not m.group()[0].isdecimal()]
    if head.upright and stands and (lettered or not before):
        return name
    led = [attribute(m.group(), head.gender) or m.group() for m in before]
    base = head.base
    if word.group()[:1].isupper():
        base = base[:1].upper() + base[1:]
    return " ".join([*(name[:first].split()), *led, base]) + name[word.end() :]


__all__ = [
    "Head",
    "agrees",
    "attribute",
    "head_of",
    "is_paper_uk",
    "main_noun",
    "nominative",
    "quoted_nominative",
]
