"""What a sentence of its own says that somebody is: "Mara Holt is a lawyer with Open Quay", «Острин –
адвокат», «Острін працює адвокатом у Мареві». Of what he *was* nobody knows whether he is it still."""

from __future__ import annotations

import re
from typing import Final

from muster.read.page import Page
from muster.read.people.role_words import WORDS, is_role
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.sources.cues import Lexicon

_FAR: Final = 150
_END: Final = r"(?=\s*(?:[.,;:!\n)]|\Z)|\s(?:and|but|who|which|whose|that|when|while|where|since)\s)"
_IS: Final = re.compile(
    r"(?:,\s\d{1,3},)?\s(?:is|has\s(?:long\s)?been|(?:works|serves|acts)\sas)\s(?:(?:now|also|himself|herself)\s)?"
    r"((?:(?:an?|the|one\sof\s(?:the|its|their))\s)?[\w’'-]+(?:\s[\w’'&“”\"-]+){0,16}?)" + _END
)
# What makes it no plain telling, right before the name.
_JOINED: Final = listed(
    "and but that because while as although though since where so и а но что так то і й та але що бо"
)
_OF: Final = re.compile(r"\s(?:of|for|at|in|from|with|to|on)\s")
_NEVER: Final = listed("not no never hardly nobody none")
# «Острин – адвокат», and the verbs behind which what somebody is stands in the instrumental.
_DASH: Final = re.compile(
    r"\s[–—]\s((?:[\w’'ʼ-]+\s){0,3}?[\w’'ʼ-]+(?:\s[\w’'ʼ«»“”\"-]+){0,10}?)(?=[.,;!\n]|\Z)"
)
_WORKS: Final = re.compile(
    r"\s(?:является|работает|служит|трудится|є|являється|працює|служить)\s(?:(?:тоже|также|теперь|сейчас|також|тепер|зараз)\s)?"
    r"((?:[\w’'ʼ-]+\s){0,3}?[\w’'ʼ-]+(?:\s[\w’'ʼ«»“”\"-]+){0,10}?)(?=[.,;!\n]|\Z|\s(?:и|а|но|і|та|але)\s)"
)
_ATTRIBUTES: Final = 3


def introduced(page: Page, start: int, stop: int, words: Lexicon) -> str | None:
    """The words behind the name at ``[start, stop)`` that say what he is; None where no sentence says so."""
    body = page.body
    sentence = page.sentences[page.sentence_at(start)]
    if body[sentence.stop - 1] == "?":
        return None
    before = WORDS.findall(body, max(sentence.start, start - 30), start)
    opens = not before or body[start - 2 : start] in (", ", "; ")
    if not opens and before[-1].lower() not in _JOINED:
        return None  # "the brother of N is a lawyer"
    limit = min(sentence.stop, stop + _FAR)
    if words.language == "en":
        found = _IS.match(body, stop, limit)
        return found.group(1) if found and _is_what(found.group(1), words) else None
    dash = _DASH.match(body, stop, limit) if opens else None
    if dash is not None and _names(dash.group(1), words, nominative=True):
        return dash.group(1)
    works = _WORKS.match(body, stop, limit)
    return works.group(1) if works and _names(works.group(1), words, nominative=False) else None


def _is_what(phrase: str, words: Lexicon) -> bool:
    """Whether the head of an English phrase is a word for what somebody is: "a lawyer with Open Quay"."""
    head = _OF.split(phrase, maxsplit=1)[0].split()
    told = phrase.startswith(("a ", "an ", "the ", "one of ")) or f"{' '.join(head)} of " in phrase
    if not told or head[0] in _NEVER or len(head) > 1 + _ATTRIBUTES * 2:
        return False  # "is wanted by the police"
    return is_role(head[-1], words) and head[-1].lower() not in words.relative


def _names(phrase: str, words: Lexicon, *, nominative: bool) -> bool:
    """Whether the first word behind its attributes is one for what somebody is, in the case that is asked."""
    for word in WORDS.findall(phrase)[: _ATTRIBUTES + 1]:
        if is_role(word, words):
            upright = bool(cases(word.lower(), words.language).nominative)
            return upright is nominative and word.lower() not in words.relative
        if cases(word.lower(), words.language).kind != "adjective":
            return False
    return False


__all__ = ["introduced"]
