"""Whose voice a paper is: "the statement said", «говорится в сообщении», "it says" behind a letter."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from muster.model.claims import Speaker
from muster.read.english.papers import PAPER, author, owner
from muster.read.frames import Region
from muster.read.people.people import body_base
from muster.read.speakers.described import QUOTED_BODY
from muster.read.speakers.there import writer_before
from muster.read.speakers.voice import Voice
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.names.ukrainian_bodies import nominative
from muster.text.sources.words import source_words
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voices import Voices

# What somebody says to the public, without a word on who does: a message, and his own post or address.
_UTTERED_ALONE = re.compile(
    r"(?:этом\s|цьому\s|цій\s)?(?:(?:официальном|офіційному)\s)?(?:сообщени[ие]|пресс?-?релиз[еа]|сводк[еи]|повідомленн[іяю]|прес-?реліз[іу]|зведенн[ія]"
    r"|(?P<own>заявлени[ие]|посте|публикации|обращении|заяві|дописі|пості|публікації|зверненні))",
    re.IGNORECASE,
)
_IN_THE_PAPER = re.compile(r"\b[Ii]n\s(?:an?|the|its|another|this)\s(?:[\w-]+\s){0,2}\Z")
_PAPER_WITHIN = 360
_OWNED_WITHIN = 80
_PAPER_WORDS = frozenset(["document"])


def of_document(voices: Voices, region: Region, span: Span, paragraph: int) -> Voice:
    """Whose voice a paper is that is named as the source: its writer's, its house's, or its own."""
    words = voices.page.words(span)
    if words.lower() in IN_IT and (meant := paper_meant(voices, span, region.language)) is not None:
        return meant
    if region.language == "ru":
        words = body_base(words, "ru")
    if region.language != "en" and (writer := writer_before(voices, span, words)) is not None:
        return writer
    body = _issuer(voices, region, span)
    whose = _whose_paper(voices, region, words, span, paragraph) if body is None else None
    if whose is not None:
        return replace(whose, trust=0.7 * whose.trust, antecedent=whose)
    if region.language == "uk":
        words = nominative(words, paper=True)
    speaker = Speaker(None if body else words, words if body else None, body, voices.page.passage(*span))
    return Voice(speaker, "document", words=frozenset(["document"]))


def _whose_paper(voices: Voices, region: Region, words: str, span: Span, paragraph: int) -> Voice | None:
    """«…», – йдеться у повідомленні: of the body that spoke just before; a post is a person's as well."""
    said = _UTTERED_ALONE.fullmatch(words) if region.language != "en" else None
    last = voices.last(paragraph, span.start) if said is not None else None
    if said is None or last is None:
        return None
    return last if last.kind == "organisation" or (last.kind == "named" and said["own"]) else None


def _issuer(voices: Voices, region: Region, span: Span) -> str | None:
    """Whose paper it is: the body named in the phrase, or the name in quotation marks behind it."""
    named = [n for n in region.named_in(span.start, span.stop + 1) if n.kind == "organisation"]
    if named:
        return named[0].norm
    quoted = QUOTED_BODY.search(voices.page.body, span.start, min(region.stop, span.stop + 64))
    quoted = quoted if quoted and quoted.start() <= span.stop + 1 else None
    return body_base(quoted.group(1), region.language) if quoted else None


def paper_before(voices: Voices, paragraph: int, span: Span) -> Voice | None:
    """ "…", it says: the letter or order of the sentence before, where nothing has spoken since."""
    floor = max(voices.page.paragraphs[paragraph].start, span.start - _PAPER_WITHIN)
    last = None
    for match in PAPER.finditer(voices.page.body, floor, span.start):
        last = match
    led = last is not None and _IN_THE_PAPER.search(voices.page.body, max(0, last.start() - 40), last.start())
    if (
        last is not None
        and led
        and voices.page.sentence_at(last.start()) == voices.page.sentence_at(span.start)
    ):
        return None  # "In a statement, it said …": whoever issued the statement
    if last is not None and led and _said_there(voices, last.start()):
        return None  # "“…,” the ministry said in a statement. “…,” it added"
    if last is None or any(p == paragraph and at > last.start() for p, at, _ in voices.spoken[-3:]):
        return None
    paper = Span(*last.span())
    mention = voices.page.passage(*paper)
    named = author(voices.page, voices.named[voices.index_of(paper.start - _OWNED_WITHIN) :], paper)
    if named is not None and named.kind == "organisation":
        return voices.of_body(named, span, 0.6)
    if named is not None:
        writer = Speaker(named.norm, last.group().lower(), None, mention, named.protected)
        return Voice(writer, "document", "n", 0.6, _PAPER_WORDS)
    whose = owner(voices.page, paper)
    issuer = voices.described(whose, "en") if whose is not None else None
    if issuer is not None and issuer.kind == "organisation":
        return replace(issuer, trust=0.6)
    return Voice(Speaker(None, last.group().lower(), None, mention), "document", "n", 0.6, _PAPER_WORDS)


def _said_there(voices: Voices, at: int) -> bool:
    """Whether a body spoke in the sentence of this place."""
    here = voices.page.sentence_at(at)
    return any(
        v.kind in ("organisation", "group") and voices.page.sentence_at(where) == here
        for _, where, v in voices.spoken[-3:]
    )


# «В нём говорится», «из неё следует»: the genders of the paper that is meant.
IN_IT: Final = {
    "нём": "mn", "нем": "mn", "него": "mn", "ней": "f", "неё": "f", "нее": "f", "них": "p",
    "ньому": "mn", "нього": "mn", "ній": "f", "неї": "f",
}  # fmt: skip
_FAR_BACK: Final = 240  # characters
_NOUN_RU_UK: Final = re.compile(r"[А-ЯЁІЇЄҐа-яёіїєґ][а-яёіїєґ'’ʼ-]{2,30}")


def paper_meant(voices: Voices, span: Span, language: str) -> Voice | None:
    """The paper that the text named last, of the gender and number of the pronoun, if one stands near."""
    page = voices.page
    genders = IN_IT[voices.page.words(span).lower()]
    here = page.sentences[page.sentence_at(span.start)].start
    for found in reversed(list(_NOUN_RU_UK.finditer(page.body, max(0, here - _FAR_BACK), span.start - 1))):
        low = found.group().lower()
        noun = lemma(low, language)
        if noun not in source_words(language).papers:
            continue
        several = genders == "p" and low != noun  # «письма» may be one in the genitive
        gender = "p" if several else cases(noun, language).nominative
        if any(g in genders for g in gender.replace("*", "mn")):
            mention = page.passage(*found.span())
            return Voice(Speaker(low if several else noun, None, None, mention), "document", trust=0.8)
    return None


__all__ = ["IN_IT", "of_document", "paper_before", "paper_meant"]
