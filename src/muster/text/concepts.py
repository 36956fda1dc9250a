"""A text in, what it speaks of out, as keys that English, Russian and Ukrainian have in common.

A *concept* is a line of ``data/lexicon.txt``: the same meaning in three languages. A word that is in no line
stands by its sounds, which names and borrowed words keep; a number by its digits. Ambiguous words give all
their meanings: who compares texts weighs how many agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.names.parts import base_forms
from muster.text.numbers.numerals import NUMERALS
from muster.text.scripts import fold, phonemes

LANGUAGES = ("en", "ru", "uk")
Keys = frozenset[str]

_WORD = re.compile(r"\d{1,3}(?:[,.\u00a0 ]\d{3})+(?!\d)|\d{1,15}|[^\W\d_]{2,60}(?:['’ʼ-][^\W\d_]{1,30})*")
# Words that hold sentences together say nothing of what is told.
_EMPTY = listed(
    "the a an of to in on at by for from with as is are was were be been has have had not no and or but",
    "that this these those it its he she they his her their them we our you your who which what when",
    "where how than then into out up down will would can could may might must should do does did so if",
    "there any such said say и в во на с со к ко по из за от до о об у при для без под над же бы ли не",
    "ни а но или что чтобы как так это этот тот он она они его её ее их мы наш вы ваш который кто где",
    "когда если быть был была было были есть для і й та в у на з із зі до по від за о об при для без",
    "під про над же би чи не ні а але або що щоб як так це цей той він вона вони його її їх ми наш ви ваш",
    "який хто де коли якщо бути був була було були є ся свій свой",
)
_UP_TO_TWENTY = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMERALS = {word: str(number) for number, word in enumerate(_UP_TO_TWENTY.split(), 1)} | {
    word: str(number) for number, word in zip(range(30, 100, 10), _TENS.split(), strict=True)
}
# «Семью» is a family as often.
_NO_NUMERAL = ("семью",)
_BONES = str.maketrans("gZScdb", "hsssdb", "aeiou")
_FLEETING = (
    ("ок", "ку"),
    ("ёк", "ька"),
    ("ець", "ця"),
    ("ец", "ца"),
    ("ень", "ня"),
    ("оть", "тя"),
    ("анин", "ана"),
    ("янин", "яна"),
)
_UK_REFLEXIVE = re.compile(r"(?<=...)(?:ться|тися|ся|сь)\Z")
_RU_REFLEXIVE = re.compile(r"(?<=...)(?:ся|сь)\Z")
# The longest ending that leaves three letters.
_RU_ENDINGS = re.compile(
    r"(?<=...)(?:ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ам|ям|ов|ев|ей|ой|ий|ый|ою|ею|ые|ие|ых|их|ым"
    r"|им|ую|юю|ая|яя|ое|ее"
    r"|ием|ию|ия|ии|ал|ала|ало|али|ил|ила|ило|или|ел|ела|ели|ял|яла|яли|ать|ить|еть|ять|ует|уют|ает"
    r"|ают|яет|яют"
    r"|ет|ют|ит|ат|ят|ем|ом|а|я|у|ю|о|е|ы|и|ь|й)\Z"
)
_UK_ENDINGS = re.compile(
    r"(?<=...)(?:ами|ями|ого|ому|ові|еві|єві|ість|ості|істю|ах|ях|ам|ям|ів|їв|ой|ою|ею|єю|им|ім|их|іх"
    r"|ій|ий|ої|ем|ом|єм"
    r"|ав|ив|яв|ла|ло|ли|ала|ало|али|ила|ило|или|яла|яло|яли|ати|ити|іти|яти|ути|ти|ує|ують|ає|ають"
    r"|яє|яють|ють|уть|ать"
    r"|ять|ить|ть|а|я|у|ю|о|е|є|и|і|ї|й|ь)\Z"
)
_VOWELS = "аяое"
# Endings of nouns in "-а", "-о" and without; of those in "-я".
_CASES = {
    "ru": (
        ("а", "ы", "и", "е", "у", "ой", "ом", "ам", "ами", "ах", "ов"),
        ("и", "е", "ю", "ей", "ям", "ями", "ях"),
    ),
    "uk": (
        ("а", "и", "і", "у", "ою", "ом", "ам", "ами", "ах", "ів"),
        ("і", "ї", "ю", "ею", "єю", "ям", "ями", "ях"),
    ),
}
_PREFIX, _SHORTEST, _MEANINGS = 6, 5, 8
_SOUNDS = 6
# A word of more meanings leads to no kin, nor does a translation of more lines.
_KIN_MEANINGS, _KIN_LINES = 3, 6


@lru_cache(maxsize=1 << 17)
def keys_of_word(word: str, language: str) -> Keys:
    """The concepts ("c12"), the sounds ("s…") or the number ("n206") that a word stands for; none for words
    that hold sentences together."""
    if word[0].isdecimal():
        digits = re.sub(r"\D", "", word)
        return frozenset((f"n{digits}",))
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    if low in _EMPTY:
        return frozenset()
    base = _base(low, language)
    if base in _EMPTY:
        return frozenset()
    exact, by_prefix = _lexicon(language)
    found = exact.get(fold(low)) or exact.get(base)
    if found is None and language == "en":
        found = next((exact[form] for form in _english_forms(low, base) if form in exact), None)
    if found is None and len(base) >= _SHORTEST:
        found = by_prefix.get(base[:_PREFIX])
    if found is not None:
        return found
    return frozenset(part for piece in re.split(r"[-']", low) if (part := sound(piece)))


def _english_forms(word: str, base: str) -> Iterator[str]:
    """Base forms that the rules of ``lemma`` miss: a mute "e", comparatives, adverbs."""
    yield f"{base}e"
    for ending in ("est", "er", "ly", "ing", "ed"):
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            stem = word.removesuffix(ending)
            yield from (stem, f"{stem}e", f"{stem[:-1]}y" if stem[-1] == "i" else stem[:-1])


def _base(word: str, language: str) -> str:
    """A stem that most forms of a word share. Cut by rule, not looked up: a dictionary takes a hundred times
    as long, and the words of the lexicon are cut by the same rule."""
    if language == "en":
        return fold(lemma(word, language))
    reflexive, endings = (_UK_REFLEXIVE, _UK_ENDINGS) if language == "uk" else (_RU_REFLEXIVE, _RU_ENDINGS)
    return fold(endings.sub("", reflexive.sub("", word)))


def _bases(word: str, language: str) -> set[str]:
    """A word of the lexicon by base form; a Ukrainian one also by the stems of its other cases, where a vowel
    falls out or changes (кінець, кінця; рік, року)."""
    found = {_base(word, language)}
    if language != "en":
        # «Школа» looks like a verb in «-ла», and «школі» does not: the stems of all cases are known.
        last = word[-1]
        stem = word[:-1] if last in _VOWELS else word
        if last == "л" or word[-2:] in ("оя", "ея") or (last in _VOWELS and fold(stem) not in found):
            found |= {_base(f"{stem}{ending}", language) for ending in _CASES[language][last == "я"]}
        for ending, other in _FLEETING:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                found.add(_base(word.removesuffix(ending) + other, language))
    if language == "uk":
        closed = re.fullmatch(r"(.+)і([бвгґджзйклмнпрстфхцчшщ]{1,2})ь?", word)
        if closed:
            found |= {_base(f"{closed[1]}{vowel}{closed[2]}у", language) for vowel in "ое"}
    return found


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """The consonants of a word's shortest base form as a key; "" for a word with fewer than three."""
    folded = fold(word)
    stems = [folded] if folded.isascii() else [folded, *base_forms(folded)]
    bones = phonemes(min(stems, key=lambda s: (len(s), s)))[0].translate(_BONES)
    return f"s{bones[:_SOUNDS]}" if len(bones) >= 3 else ""


def keys_once(body: str, language: str) -> tuple[Keys, ...]:
    """As `keys_of`, each once, where it first stands. Words repeat: each is looked up once."""
    words = dict.fromkeys(_WORD.findall(body))
    found = dict.fromkeys(keys_of_word(word, language) for word in words)
    return tuple(keys for keys in found if keys)


def keys_of(body: str, language: str) -> Iterator[Keys]:
    """The keys of each word of the body that has any, in its order."""
    for found in _WORD.finditer(body):
        if keys := keys_of_word(found.group(), language):
            yield keys


@cache
def _lexicon(language: str) -> tuple[dict[str, Keys], dict[str, Keys]]:
    """A language's words, as they are and by base form, with their concepts; and by their beginnings, where
    all words with this beginning mean the same."""
    column = LANGUAGES.index(language) if language in LANGUAGES else 0
    exact: dict[str, set[str]] = {}
    for number, line in enumerate(entries()):
        for word in line[column]:
            # A numeral is its number: "eleven" meets "11".
            concept = f"n{_NUMERALS[line[0][0]]}" if line[0][0] in _NUMERALS else f"c{number}"
            for form in {fold(word), *_bases(word, language)}:
                exact.setdefault(form, set()).add(concept)
    if column:
        # «двух», «трьом», «восемью»: no stem cut by rule meets «два», «три», «восемь».
        for form, numeral in NUMERALS.items():
            counted = numeral.kind in ("ones", "teens", "tens") and numeral.value >= 2
            if counted and not form.isascii() and form not in _NO_NUMERAL:
                exact.setdefault(fold(form), {f"n{numeral.value:g}"})
    beginnings: dict[str, set[str]] = {}
    for form, concepts in exact.items():
        if len(form) >= _SHORTEST:
            beginnings.setdefault(form[:_PREFIX], set()).update(concepts)
    few = {begin: frozenset(concepts) for begin, concepts in beginnings.items() if len(concepts) <= _MEANINGS}
    return {form: frozenset(concepts) for form, concepts in exact.items()}, few


@lru_cache(maxsize=1 << 15)
def kin_of(keys: Keys, language: str) -> Keys:
    """What a word shares with others of nearly its meaning ("t…"): the fields of ``data/kin.txt`` that it
    stands in, and translations that a few lines of the lexicon have in common.

    Two words of a language that one word of another stands for mean nearly the same (pivoting: Bannard &
    Callison-Burch 2005). None for a word of many meanings.
    """
    if sum(key[0] == "c" for key in keys) > _KIN_MEANINGS:
        return frozenset()
    shared, fields = _translations(language), _fields()
    return frozenset().union(*(found[key] for key in keys for found in (shared, fields) if key in found))


@cache
def _fields() -> dict[str, Keys]:
    """Key of a word of ``data/kin.txt`` → the lines in which it stands ("tf12")."""
    found: dict[str, set[str]] = {}
    for number, line in enumerate(_lines("kin.txt")):
        for language, column in zip(LANGUAGES, line, strict=True):
            for word in column:
                keys = keys_of_word(word, language)
                if sum(key[0] == "c" for key in keys) <= _KIN_MEANINGS:
                    for key in keys:
                        found.setdefault(key, set()).add(f"tf{number}")
    return {key: frozenset(lines) for key, lines in found.items()}


@cache
def _translations(language: str) -> dict[str, Keys]:
    """Concept → the words of the other two languages that it shares with two to ``_KIN_LINES`` lines."""
    lines: dict[str, list[str]] = {}
    for number, line in enumerate(entries()):
        for other, column in zip(LANGUAGES, line, strict=True):
            if other != language:
                for word in column:
                    lines.setdefault(f"t{other}:{word}", []).append(f"c{number}")
    found: dict[str, set[str]] = {}
    for key, concepts in lines.items():
        if 1 < len(concepts) <= _KIN_LINES:
            for concept in concepts:
                found.setdefault(concept, set()).add(key)
    return {concept: frozenset(keys) for concept, keys in found.items()}


@cache
def entries() -> tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    """The lines of the lexicon: English, Russian and Ukrainian words of one meaning each."""
    return tuple(_lines("lexicon.txt"))


def _lines(name: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    for line in (files("muster.text") / "data" / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            en, ru, uk = line.split("|")
            yield _kept(en), _kept(ru), _kept(uk)


def _kept(field: str) -> tuple[str, ...]:
    several = tuple(field.split())
    return tuple(w for w in several if w not in _EMPTY) or several


__all__ = ["LANGUAGES", "Keys", "entries", "keys_of", "keys_of_word", "keys_once", "kin_of", "sound"]
