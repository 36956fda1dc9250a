"""A letter or a recording under its title: «Письмо от матери солдата», «Голосовое от Барса»."""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame, clean
from muster.read.page import Page
from muster.read.protection.bearers import nouns_in
from muster.text.spans import Span

NOUN_NEAR: Final = 24
_TITLE: Final = re.compile(
    r"\W{0,6}(?:Письмо|Записка|Сообщение|Голосовое(?:\sсообщение)?|Аудио(?:сообщение|запись)?|Послание|Рассказ|Монолог"
    r"|Ответ|Лист|Голосове(?:\sповідомлення)?|Аудіо(?:повідомлення|запис)?|Повідомлення|Послання|Розповідь|Відповідь)\s"
    r"(?:(?P<sent>от|від)\s)?(?P<who>[^.!?:;\n]{2,60}?)\W{0,3}\Z"
)
_FIRST: Final = re.compile(
    r"(?<!\w)(?:я|мы|мне|меня|мной|нам|нас|нами|мой|моя|моё|мои|моего|моей|наш\w{0,3}|ми|мені|мене|мною|моє|мої)(?!\w)",
    re.I,
)
TITLE_WORD: Final = re.compile(
    r"(?:\A|\n)\W{0,6}(?:Письмо|Записка|Голосов|Рассказ|Монолог|Ответ|Лист|Розповідь|Відповідь)"
)
_HEADING_END: Final = '.!?…»”")*'
_LONGEST_TITLE: Final = 80


def titled(page: Page, number: int) -> Frame | None:
    """«Письмо от матери солдата», «Голосовое от Барса»: the paragraphs below, up to the next heading, in the
    first person, are whoever's the heading names."""
    block, language = page.paragraphs[number], page.paragraph_languages[number]
    if language not in ("ru", "uk") or block.stop - block.start > _LONGEST_TITLE:
        return None
    title = _TITLE.match(page.body, block.start, block.stop)
    if title is None or (title["sent"] is None and _named_person(page, title, language) is None):
        return None
    parts: list[Span] = []
    for below in page.paragraphs[number + 1 :]:
        words = page.body[below.start : below.stop].rstrip()
        if len(words) <= _LONGEST_TITLE and words[-1:] not in _HEADING_END and not words.endswith(":"):
            break  # the next heading
        if len(words) <= _LONGEST_TITLE and _TITLE.match(page.body, below.start, below.stop):
            break
        parts.append(clean(page.body, *below))
    text = " ".join(page.words(p) for p in parts)
    if not (parts and parts[0].stop > parts[0].start and _FIRST.search(text)):
        return None
    return Frame(parts, "write", None, Span(*title.span("who")), quoted=True, confidence=0.6)


def _named_person(page: Page, title: re.Match[str], language: str) -> Span | None:
    """«Рассказ механика», «Ответ брата»: a person in the genitive straight behind the noun."""
    nouns = nouns_in(page, *title.span("who"), language)
    near = nouns and nouns[0].start - title.start("who") < NOUN_NEAR
    return Span(nouns[0].start, nouns[0].stop) if near else None


__all__ = ["NOUN_NEAR", "TITLE_WORD", "titled"]
