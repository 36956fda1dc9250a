"""The name of a body or an office, in English, Russian or Ukrainian, as a key that is the same in all three.

"Ministry of Defence of Sorvia", «Минобороны Сорвии» and «Міністерство оборони Сорвії» differ in every letter.
Of each word of a name is kept what it means, where the table ``data/institutions.toml`` knows it, else its
sounds without their ending. Titles of people, words for papers ("a letter of the court") and words that say
nothing are left out. Two names with the same key are held to be one body; a key is no translation.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from muster.text.scripts import fold, phonemes

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
# Who hands out a body's words is the body; who has seen its papers is not.
_PRESS = re.compile(
    r"(?i)\bpress[ -](?:office|service|centre|team)\w*|\bпресс?[ -]?(?:служб|центр|секретар)\w*"
    r"|\b(?:центр|отдел|відділ|сектор|управлени|управлінн|департамент)\w{0,3}\s(?:по\s)?(?:общественных\sсвяз|связ\w{2,3}\sс"
    r"\s(?:общественн|обществ|сми)|зв['’ʼ]язк\w{1,3}\s(?:з|із)\s(?:громадськ|змі)|комунікаці|коммуникаци)\w*"
)
# "Commissioner for human rights" is the ombudsman; the United Nations' has an office of that name.
_HIGH_COMMISSIONER = re.compile(
    r"(?i)\b(?:united\snations|un)?\s?high\scommissioner\sfor\s(?:(human\srights)|refugees)"
    r"|\bверховн\w{2,3}\s(?:комиссар|комісар)\w{0,2}\s(?:оон\s)?(?:(?:по|з|із)\s(прав\w{1,3}\s(?:человека|людини))"
    r"|(?:по|у|в|з)\s(?:делам|справах)\s(?:беженцев|біженців))"
)
_COMMISSIONER = re.compile(
    r"(?i)\b(?:уполномоченн|уповноважен)\w{1,4}(?=\s(?:Верховно\w{1,4}\s\w{1,9}\s)?(?:по|з|із)\sправ)"
    r"|\bcommissioner(?=\sfor\shuman\srights)|(?<=\bhuman\srights\s)commissioner"
)
# «Координатор ООН по гуманитарным вопросам»: of what the office is, and no part of the body's name.
_OF_MATTERS = re.compile(
    r"(?<!\w)([А-ЯІЇЄҐ]{2,6})\s(?:по|з|із|зі)\s(?:[а-яёіїєґ'’ʼ-]{2,30}\s){0,4}(?:вопрос|дел|питан|справ)[а-яіїєґ]{1,3}(?!\w)"
)
_SEEN_BY = re.compile(
    r"(?i),?\s(?:(?:seen|obtained|reviewed|published|cited|quoted)\sby|имеющ|который|которое|котор|яки[йм]|яке)\b.*",
    re.S,
)
# «Міський голова», «глава города»: the mayor.
_MAYOR = re.compile(
    r"(?i)\b(?:міськ|городск)\w{2,3}\s(?:голов|глав)\w{1,3}\b|\b(?:глав|голов)\w{1,2}\s(?:города|міста)\b"
)
# "Colonel of the internal service" is a rank, and no body.
_RANK = re.compile(
    r"(?i)\b(?:генерал|полковник|подполковник|майор|капитан|лейтенант|старшин|прапорщик|сержант|підполковник|капітан)[\w-]{0,12}"
    r"\s(?:(?:внутренн|медицинск|таможенн|гражданск|внутрішн|медичн|митн|цивільн)\w{1,4}\s(?:службы|служби)|юстиции|юстиції)\b"
)
_ORDINAL = re.compile(r"(?i)(?<=\d)(?:st|nd|rd|th)\b")
# Endings of sounds: cases of names, «-ский», English "-ian"; never more than leaves three sounds.
_ENDING = re.compile(
    r"(?:(?:(?<=n)en)?sk(?:oi|ogo|omu|oe|oiu|aia|uiu|ii|im|ih|imi|a|e|u|i)?|(?<=n)og[oe]|(?<=n)omu|ian|[aeiou]+"
    r"|(?<=[aeiou])m)$"
)
# «Полтавщина», «на Рівненщині»: the region of Poltava.
_REGION = re.compile(r"\A(\w{3,20}?)(?:(?<=н)ен)?щин(?:а|и|і|е|у|ою|ой)\Z")
_FLEETING = re.compile(r"(?<=[^aeiou])ec$")
_MOST_CHARACTERS, _MOST_WORDS = 240, 16
_LEAST_SOUNDS = 3
_LONGEST_START = 20
# An abbreviation of so many letters may have an ending of so many, its own last vowels left off.
_LEAST_DECLINED, _MOST_OF_ENDING = 5, 3
_LEAST_GROWN = 3


@dataclass(frozen=True, slots=True)
class Institution:
    """``means``: what its words mean, from the table; ``names``: sounds of the others, which are names.
    ``head``: one of its words can name a body ("court"). ``body``: it names one,
    by such a word or a name of its own. ``post``: it names an office of one
    person ("the mayor of Olmet"). ``clear``: every word of it was understood or has a capital, so that it may
    be compared with a name in another language. ``key``: the same for the same body in any of the three
    languages; empty where nothing is left. ``rest``: sounds of lower-case words that the table does not know.
    """

    means: frozenset[str]
    names: frozenset[str]
    head: bool
    body: bool
    post: bool
    clear: bool
    key: str
    rest: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Table:
    starts: dict[str, str]
    short: dict[str, tuple[str, ...]]
    declined: dict[str, str]
    letters: dict[str, tuple[str, ...]]
    grown: dict[str, str]
    pairs: tuple[tuple[frozenset[str], frozenset[str]], ...]
    titles: dict[str, str]
    heads: frozenset[str]
    posts: frozenset[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    raw = tomllib.loads((files("muster.text") / "data" / "institutions.toml").read_text("utf-8"))
    starts = {start: "" for row in raw["left_out"].values() for start in row.split()}
    starts |= {start: "" for row in raw["titles"].values() for start in row.split()}
    for kind in ("heads", "posts", "parts"):
        starts |= {start: meaning for meaning, row in raw[kind].items() for start in row.split()}
    return _Table(
        starts,
        {word: tuple(meaning.split()) for word, meaning in raw["short"].items()},
        {word.rstrip("аяіоеи"): word for word in raw["short"] if len(word) >= _LEAST_DECLINED},
        {word: tuple(meaning.split()) for word, meaning in raw["letters"].items()},
        {start: meaning for meaning, row in raw["compound"].items() for start in row.split()},
        tuple((frozenset(p.split()), frozenset(m.split())) for p, m in raw["pairs"].items()),
        {start: title for title, row in raw["titles"].items() for start in row.split()},
        frozenset(raw["heads"]) | {"fsb", "sbu", "gur", "united_nations"},
        frozenset(raw["posts"]),
    )


@lru_cache(maxsize=1 << 15)
def institution(name: str) -> Institution:
    """The key of a name or a description; words past the sixteenth are not looked at."""
    table = _table()
    means: set[str] = set()
    names: set[str] = set()
    rest: set[str] = set()
    name = _SEEN_BY.sub("", _PRESS.sub(" ", name[:_MOST_CHARACTERS]))
    name = _OF_MATTERS.sub(r"\1 ", name)
    name = _HIGH_COMMISSIONER.sub(lambda m: " OHCHR" if m[1] or m[2] else " UNHCR", name)
    name = _ORDINAL.sub("", _RANK.sub(" ", _COMMISSIONER.sub("омбудсмен", _MAYOR.sub("мэр", name))))
    for match in list(_WORD.finditer(name))[:_MOST_WORDS]:
        shown = match.group()
        word = fold(shown).removesuffix("'s").removesuffix("s'").strip("'")
        told = table.letters.get(shown) or _meanings(word)
        if told is not None:
            means.update(told)
        elif shown[0].isupper() and (region := _REGION.match(word)):
            means.add("region")
            names.add(_sounds(region[1]))
        elif shown[0].isupper() or shown[0].isdecimal():
            names.add(_sounds(word))
        else:
            rest.add(_sounds(word))
    for together, instead in table.pairs:
        if together <= means:
            means = (means - together) | instead
    # "Right to Return": common words, but written as a name.
    written = len(means) > 1 and any(m.group()[0].isupper() for m in _WORD.finditer(name))
    head = not means.isdisjoint(table.heads)
    post = not means.isdisjoint(table.posts)
    key = " ".join([*sorted(means), *(f"“{n}”" for n in sorted(names))])
    body = bool(names) or head or written
    return Institution(frozenset(means), frozenset(names), head, body, post, not rest, key, frozenset(rest))


@lru_cache(maxsize=1 << 15)
def kinds_of(word: str) -> tuple[str, ...]:
    """The kinds of body that one word of a name says: ("ministry",) of «Минобороны», ("directorate",
    "ministry") of «УМВД»; none of a word that only tells bodies apart."""
    table = _table()
    told = table.letters.get(word) or _meanings(fold(word).removesuffix("'s")) or ()
    return tuple(meaning for meaning in told if meaning in table.heads)


def is_press(name: str) -> bool:
    """A name that says of a body only that it is its press office."""
    return bool(_PRESS.search(name)) and not institution(name).key


@lru_cache(maxsize=1 << 15)
def titles(role: str) -> frozenset[str]:
    """What a description says a person is: "colonel" of "Colonel" and of «полковника»."""
    table = _table()
    found = (_longest(fold(m.group()), table.titles) for m in _WORD.finditer(role[:_MOST_CHARACTERS]))
    return frozenset(t for t in found if t)


@lru_cache(maxsize=1 << 15)
def _meanings(word: str) -> tuple[str, ...] | None:
    """What a word in small letters says; () for words left out, None for an unknown word."""
    table = _table()
    if word in table.short:
        return table.short[word]
    for size in range(len(word), max(_LEAST_DECLINED, len(word) - _MOST_OF_ENDING) - 2, -1):
        if whole := table.declined.get(word[:size]):
            return table.short[whole]
    found = _longest(word, table.starts)
    if found is not None:
        return (found,) if found else ()
    # «Держприкордонслужба»: state, border, service.
    for size in range(min(len(word) - _LEAST_GROWN, _LONGEST_START), 2, -1):
        meaning = table.grown.get(word[:size])
        if meaning is not None and (rest := _meanings(word[size:])):
            return (meaning, *rest)
    return None


def _longest(word: str, starts: dict[str, str]) -> str | None:
    """What stands for the longest known beginning. One of three letters may have an ending of two, a longer
    one of five; a shorter one is a whole word."""
    for size in range(min(len(word), _LONGEST_START), 0, -1):
        found = starts.get(word[:size])
        if found is not None and len(word) - size <= (0 if size < 3 else 2 if size == 3 else 5):
            return found
    return None


@lru_cache(maxsize=1 << 15)
def _sounds(word: str) -> str:
    """Sounds of a name without the ending of its case."""
    sound = phonemes(word)[0] if not word.isdecimal() else word
    # «Городец», «Городца»: the vowel of the nominative falls out.
    cut = _FLEETING.sub("c", _ENDING.sub("", sound))
    if cut.endswith("ian") and sound.startswith(cut + "sk") and len(cut) >= _LEAST_SOUNDS + 4:
        cut = cut[:-3]  # «Калитянский» of Kalyta
    return cut if len(cut) >= _LEAST_SOUNDS else sound


__all__ = ["Institution", "institution", "is_press", "kinds_of", "titles"]
