"""What kind of source a description is, by its head noun: a body, a paper, several people, or one of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from muster.read.people.nobody import russian_tags
from muster.read.protection.bearers import person
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.names.ukrainian_bodies import is_paper_uk
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words

_SEVERAL: Final = {
    "en": re.compile(
        r"(?:the\s)?(?:(?:about|around|nearly|almost|roughly|only|just|at\sleast|(?:more|fewer|less)\sthan|over|another|fully)\s)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|several|many|most|some"
        r"|both|few|a\sfew|others|all|a\s(?:dozen|number|(?:[a-z]+\s)?majority|group|couple|handful|quarter|third|half)\sof|half|one\s(?:in|out\sof)\s[a-z\d]+"
        r"|[a-z]+(?:-[a-z]+)?\sper\s?cent|\d[\d.,]*(?:\s?%|\sper\s?cent)?)(?!\w)",
        re.I,
    ),
    "ru": re.compile(
        r"(?:\d[\d\s.,]*%?|дв[ае]|двое|двух|тр[её]х|тро[её]|трое|четыре|четверо|пят\w+|шест\w+|сем\w+|восем\w+|девят\w+|десят\w+|одиннадцат\w+"
        r"|несколько|многие|большинств\w+|остальн\w+|некотор\w+|оба|обе|сотни|тысячи|десятки|половина|треть|часть)(?!\w)",
        re.I,
    ),
    "uk": re.compile(
        r"(?:\d[\d\s.,]*%?|дв[аі]|двоє|двох|троє|трьох|три|чотири|четверо|п['’ʼ]ят\w+|шіст\w+|шест\w+|сім\w*|вісім\w*|дев['’ʼ]ят\w+|десят\w+"
        r"|кілька|кільк\w+|багато|більшість|решта|деякі|дехто|обидва|обидві|обоє|сотні|тисячі|десятки|половина|третина|частина)(?!\w)",
        re.I,
    ),
}
_ALONE: Final = listed(
    """they others many some both most several residents locals people those critics everyone
    все всі усі они вони многие остальные некоторые багато решта інші другие двое двоє трое троє четверо"""
)
# Where a group's head ends in English.
_AFTER_HEAD: Final = re.compile(
    r"\s(?:of|for|at|in|on|with|from|who|whom|whose|that|which|close|near|inside|by|to|under|and|or|about|into|against"
    r"|found|drawn|kept|held|shown|attached|recovered|smuggled|dated|lodged|filed|seen|published|released|signed|issued|obtained|leaked|prepared|compiled|submitted)\b|[,;(–—]"
)
# "The Harbour Post": a noun for a paper that outlets are called by, with its name before it.
_MASTHEADS: Final = listed(
    "post ledger register record records journal bulletin gazette review letter dispatch diary monitor"
)
_OUTLET: Final = re.compile(r"(?:[A-Z][\w’'-]*\s)+[A-Z][a-z]+(?=[,.;:]|\Z)")
_ONE_OF: Final = re.compile(r"(?:one\sof|(?:один|одн[ауеої])\s(?:из|з|із|зі))\s", re.I)
_THE_ONE: Final = re.compile(
    r"(?:того|тієї|цього|цієї|одного|однієї|этого|одной|нашого|нашего)\s", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w))*")


@lru_cache(maxsize=1 << 13)
def kind_of(words: str, language: str) -> str:
    """organisation, document, group, anonymous (one person), or "" where the words do not say."""
    if words.lower().strip(" .") in _ALONE:
        return "group"
    bare = re.sub(
        r"\A(?:the|a|an|its|his|her|their|our|this|that|these|those)\s", "", words.strip(), flags=re.I
    )
    several = _SEVERAL[language].match(bare) is not None
    if _ONE_OF.match(bare):
        if language == "en" and _OF_PAPERS.match(bare):
            return "document"
        return "anonymous"
    head = _head_en(bare) if language == "en" else _head_slavic(bare, language)
    if head is None:
        return "group" if several else ""
    low, base = head.lower(), lemma(head, language)
    sources = source_words(language)
    if language == "en" and low == "papers" and _FILED.match(bare):
        return "document"
    if low in sources.bodies or base in sources.bodies:
        return "group" if several and low not in sources.bodies else "organisation"
    if head[0].isupper() and language == "en" and low in _MASTHEADS and _OUTLET.match(bare):
        return "organisation"
    if low in sources.papers or base in sources.papers or (language == "uk" and is_paper_uk(low)):
        return "document"
    if not person(low, language):
        return "group" if several else ""
    one = language != "en" and _THE_ONE.match(bare) is not None  # «того ж джерела» is one
    return "group" if several or (not one and _plural(low, base, language)) else "anonymous"


def _head_en(words: str) -> str | None:
    several = _SEVERAL["en"].match(words)
    if several and (
        of := re.compile(r"\s?(?:of\s(?:the\s|his\s|her\s|their\s|them\b)?)?").match(words, several.end())
    ):
        words = words[of.end() :]
    if several and _WITHIN.match(words):
        return None  # "Some in the brigade": people, and no brigade
    if words.startswith("those "):
        return None  # "Most of those polled": no poll
    cut = _AFTER_HEAD.search(words)
    found = _WORD.findall(words[: cut.start()] if cut else words)
    return found[-1].removesuffix("'s").removesuffix("’s") if found else None


_FILED: Final = re.compile(
    r"(?:court|case|legal|internal|official|discharge|medical|personal|ministry|police|his|her|their)\b", re.I
)
_OF_PAPERS: Final = re.compile(
    r"one\sof\s(?:the|these|those|his|her|their|its)\s(?:\w+\s){0,2}?(?:letters|documents|papers|reports|memos|emails|orders|records|messages|notes|files|logs)\b",
    re.I,
)
_WITHIN: Final = re.compile(r"(?:in|inside|within|at|from|among|on|of)\s")


def _head_slavic(words: str, language: str) -> str | None:
    """The first noun that is a body, a paper or a person; adjectives stand before it, its genitive after."""
    sources = source_words(language)
    for match in _WORD.finditer(words):
        word = match.group()
        base = lemma(word, language)
        paper = base in sources.papers or (language == "uk" and is_paper_uk(word.lower()))
        if base in sources.bodies or paper or person(word.lower(), language):
            if language == "ru" and "ADJF" in russian_tags(word.lower()) and match.end() < len(words) - 2:
                continue
            return word
    return None


def _plural(low: str, base: str, language: str) -> bool:
    if low in lexicon(language).plural:
        return True
    if language == "en":
        return (low != base and low.endswith(("s", "men"))) or low == "people"
    if language == "ru":
        return "plur" in russian_tags(low)
    if low == "мати":
        return False  # «Мати загиблого» is one
    return _PLURAL_UK.search(low) is not None and not _FEMININE_UK.search(base)


_PLURAL_UK: Final = re.compile(r"(?:и|і|(?<![оє])ї|ів|їв|ами|ями|ам|ям|ах|ях|ими|их)\Z")
_FEMININE_UK: Final = re.compile(r"(?:иц|ичк|к|ин)\Z")


__all__ = ["kind_of"]
