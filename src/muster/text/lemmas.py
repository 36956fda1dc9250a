"""A word in, its base form out; a body in, the terms a search index needs out.

Russian: pymorphy3 (MIT). Ukrainian: pymorphy3 with its dictionary if that is installed (GPLv3,
extra ``uk``), else endings are cut by rule: the result is then a stem, the same for most forms of
a word, and not a word. For an index ``ukrainian_stems`` leads more forms together, and more words.
English: plural and verb endings by rule. All cached; the heavy dictionary is opened with the first
word that needs it.
"""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from functools import lru_cache
from typing import Any

from muster.text.ukrainian_stems import ukrainian_stem

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_CACHE = 1 << 18

_UK_ENDINGS = re.compile(
    r"(?:ами|ями|ого|ому|ими|іми|ові|еві|єві|ість|ості|істю|ах|ях|ам|ям|ів|їв|ой|ою|ею|єю|им|ім|их|іх|ій|ої|"
    r"ла|ло|ли|ть|ем|ом|єм|а|я|у|ю|о|е|є|и|і|ї|й|ь)\Z"
)
# «Боєць» and «свідок» lose their vowel in every other case: «за словами бійця», «словами свідка».
_UK_FLEETING = {
    "боєць": "бійц", "свідок": "свідк", "підліток": "підлітк", "відділок": "відділк", "отець": "отц",
}  # fmt: skip
_UK_MOTHER = ("матері", "матір", "матір'ю", "матерям", "матерів", "матерями", "матерях")
_EN_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "feet": "foot",
    "was": "be",
    "were": "be",
    "is": "be",
    "are": "be",
    "been": "be",
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "went": "go",
    "gone": "go",
    "has": "have",
    "had": "have",
    "fought": "fight",
    "sent": "send",
    "found": "find",
    "thought": "think",
    "took": "take",
    "taken": "take",
    "seen": "see",
    "saw": "see",
    "held": "hold",
    "left": "leave",
    "made": "make",
    "died": "die",
    "dying": "die",
    "lied": "lie",
}
_EN_MUTE_E = re.compile(r"(?:[vcu]|iz|at|[^s]s|[rd]g)\Z")
_EN_DOUBLED = re.compile(r"([bdgklmnprt])\1\Z")


@lru_cache(maxsize=4)
def analyzer(language: str) -> Any:
    """pymorphy3's analyser for ``ru`` or ``uk``; None where its dictionary is not installed."""
    if importlib.util.find_spec(f"pymorphy3_dicts_{language}") is None:
        return None
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


@lru_cache(maxsize=1 << 15)
def readings(word: str, language: str) -> tuple[Any, ...]:
    """Every reading of a word (small letters) in the dictionary, the likeliest first; none without one.

    A look-up costs a tenth of a millisecond, and most words are asked about by several rules.
    """
    morph = analyzer(language)
    if morph is None:
        return ()
    try:
        return tuple(morph.parse(word))
    except ValueError:
        # pymorphy3 asks for the name of each letter, and Python has none for some: a foreign word.
        return tuple(morph.parse("".join(c if unicodedata.name(c, "") else "x" for c in word)))


@lru_cache(maxsize=_CACHE)
def lemma(word: str, language: str) -> str:
    """The base form, in small letters; the word itself where the language has no rules."""
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    if language == "en":
        return _english(low)
    if language in ("ru", "uk") and len(low) <= 60:
        found = readings(low, language)
        if found:
            return str(found[0].normal_form)
        return _ukrainian_stem(low) if language == "uk" else low
    return low


@lru_cache(maxsize=1 << 12)
def inflected(word: str, language: str) -> frozenset[str]:
    """Every form of the words that ``word`` (small letters) is likeliest or in its base form; empty without a
    dictionary. An index keeps one base form a word: «стали» is found by «сталь» only through its forms."""
    found = readings(word, language) if len(word) <= 60 else ()
    wanted = [r for r in found if r is found[0] or r.normal_form == word]
    return frozenset(form.word for reading in wanted for form in reading.lexeme)


def search_key(word: str, language: str) -> str:
    """What stands for a word in a search index: its base form; in Ukrainian the stem of that, or of the
    word where there is no dictionary, so that forms meet which the dictionary reads as two words."""
    if language != "uk" or len(word) > 60:
        return lemma(word, language)
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    return ukrainian_stem(low if analyzer("uk") is None else lemma(low, "uk"))


def index_terms(body: str, language: str) -> str:
    """Search keys of all words of the body, in its order, with one blank between them."""
    return " ".join([search_key(word, language) for word in _WORD.findall(body)])


def _ukrainian_stem(word: str) -> str:
    if word in _UK_MOTHER:
        return "мат"
    if word in _UK_FLEETING:
        return _UK_FLEETING[word]
    if len(word) < 4:
        return word
    if word.endswith("ець") and len(word) > 5:
        return word[:-3] + "ц"  # «урядовець», «урядовця»
    stem = _UK_ENDINGS.sub("", word)
    return stem if len(stem) >= 3 else word


def _english(word: str) -> str:
    if word in _EN_IRREGULAR:
        return _EN_IRREGULAR[word]
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) < 4 or not word.isascii():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    for ending in ("ing", "ed"):
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= 3
            and re.search("[aeiouy]", word[: -len(ending)])
        ):
            stem = word[: -len(ending)]
            if _EN_DOUBLED.search(stem) and not stem.endswith(("ll", "ss")):
                return stem[:-1]
            return stem + "e" if _EN_MUTE_E.search(stem) else stem
    return word


__all__ = ["analyzer", "index_terms", "inflected", "lemma", "readings", "search_key"]
