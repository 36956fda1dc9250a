"""«Там добавили, что …», «раніше там казали»: which body the place is that speaks.

The one that spoke in this sentence or the one before; else the one that these two name last («Мэрия закрыла
приём. Там пообещали …»); else the one that spoke up to a paragraph before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from muster.read.speakers.antecedents import upright
from muster.read.speakers.antecedents_bodies import spoken_body
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.words import source_words
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voice import Voice
    from muster.read.speakers.voices import Voices

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# «9-й бригаде», «обласної прокуратури»
_WHICH = re.compile(r"(?<!\S)(?:\d+(?:-\w{1,3})?|[^\W\d_]+(?:ой|ей|ом|ем|ої|ій|ого|ому|ую|ую))\s\Z")
# Who asks is not who answers there.
_ASKING = listed("редакция редакція газета издание видання агентство агенція телеканал канал сайт")


def there(voices: Voices, span: Span, language: str) -> Voice | None:
    """The body, or None where none is near."""
    page = voices.page
    index = page.sentence_at(span.start)
    here = page.sentences[index]
    spoke = spoken_body(voices, span)
    before = page.sentences[index - 1] if _goes_on(voices, index) else here
    if spoke is not None and any(
        at >= before.start for _, at, v in voices.spoken[-6:] if v is spoke.antecedent
    ):
        return spoke
    return (
        _named(voices, Span(here.start, span.start), span, language)
        or (_named(voices, before, span, language) if before is not here else None)
        or spoke
    )


def _goes_on(voices: Voices, index: int) -> bool:
    of = voices.page.paragraph_of
    return index > 0 and of[index] == of[index - 1]


def _named(voices: Voices, within: Span, span: Span, language: str) -> Voice | None:
    """The body that these words name last, by its name or by a word such as «больница»."""
    named = voices.named[voices.index_of(within.start) : voices.index_of(within.stop)]
    bodies = [n for n in named if n.kind == "organisation" and n.norm.lower() not in _ASKING]
    nouns = source_words(language).bodies - _ASKING
    called = [
        m for m in _WORD.finditer(voices.page.body, *within) if lemma(m.group().lower(), language) in nouns
    ]
    if called and (not bodies or called[-1].start() > bodies[-1].stop):
        said = _WHICH.search(voices.page.body, max(within.start, called[-1].start() - 40), called[-1].start())
        start = said.start() if said else called[-1].start()
        return replace(voices.described(Span(start, called[-1].end()), language), trust=0.5)
    return voices.of_body(bodies[-1], span, 0.5) if bodies else None


# A paper of one word, which somebody has just been told to have written.
_POSTED = re.compile(
    r"(?:сообщени|пост|публикаци|заявлени|обращени|запис|релиз|видео|ролик|повідомленн|допис|публікаці|заяв|зверненн"
    r"|відео)\w{0,3}\Z",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(?<!\w)(?:(?:на)?писа|опубликова|выложи|размести|выступи|сообщи|объяви|заяви|написа|опублікува|виклада|оприлюдни|повідоми)",
    re.IGNORECASE,
)


def writer_before(voices: Voices, span: Span, words: str) -> Voice | None:
    """«N написал об этом в канале. «…», – говорится в сообщении»: N, whom the sentence before begins with."""
    index = voices.page.sentence_at(span.start)
    first = voices.page.sentence_at(max(0, span.start - _REACH))
    if _POSTED.match(words) is None:
        return None
    for i in range(index - 1, first - 1, -1):
        before = voices.page.sentences[i]
        if not _goes_on(voices, i + 1) or _WROTE.search(voices.page.body, *before) is None:
            return None
        people = [n for n in voices.people_between(*before) if upright(voices, n)]
        if people:
            one = voices.of_person(people[0], span)
            return replace(one, trust=0.7 * one.trust) if len({n.norm for n in people}) == 1 else None
    return None


# How far back the sentence that tells who wrote may stand, in characters.
_REACH = 400

__all__ = ["there", "writer_before"]
