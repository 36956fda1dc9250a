"""What the text calls whoever speaks, before and behind his name; whose statement it is; of whom he is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from muster.read.basis.called import OF_WHAT, described_before
from muster.read.basis.phrases import ONE_OF
from muster.read.basis.who import VOICE_OF
from muster.read.page import Page
from muster.read.people.people import Named
from muster.read.people.whose_slavic import is_somebodys
from muster.read.said import Said
from muster.text.sources.cues import lexicon

_TOP: Final = 4000  # characters: where a text says what somebody is
_STEM: Final = 4  # letters by which a name in another case is known again
_FAR: Final = 12  # attributions: a statement further on is another's
_BEHIND: Final = re.compile(
    r"(?:,?\s(?:(?:is|was|has\sbeen)\s(?=an?\s|the\s)|(?:runs|heads|leads|directs|manages|chairs|coordinates|founded|commands"
    r"|represents|defends)\s)|,\swho\s(?=(?:works|runs|heads|leads|directs|manages|chairs|coordinates|founded|commands)\s)"
    r"|\s(?=(?:of|from)\s(?:the\s)?[A-Z])|,\s(?=an?\s[a-z]|the\s[a-z])|\s[–—]\s(?=[а-яіїєґ])"
    r"|\s(?=(?:возглавляет|руководит|координирует|заведует|очолює|керує|координує|завідує|представляє|представляет)\s))"
    r"(?P<what>[^.,;:()\n«»“”\"–—]{4,80})"
)


def known_as(page: Page, named: Iterable[Named], said: Iterable[Said]) -> dict[str, str]:
    """The fullest words with which the text calls each person named: in a frame ("The head of the
    police, Col. X"), else before his name wherever it stands, else behind its first place ("X, a baker,")."""
    called: dict[str, str] = {}
    behind: dict[str, str] = {}
    named, said = list(named), list(said)
    for mention in named:
        person = mention.kind == "person"
        before = described_before(page.body, mention.start) if person else ""
        before = "" if before and _theirs(page, mention, before) else before
        if before and (head := OF_WHAT.search(before)):
            before = f"{before} {_of_which(page, named, said, mention.start, head['noun'] or '')}".strip()
        if len(before) > len(called.get(mention.norm, "")) - len(mention.norm):
            called[mention.norm] = called[mention.norm.rsplit(" ", 1)[-1]] = (
                f"{before} {mention.norm}".strip()
            )
        if person and page.body.endswith(", ", 0, mention.start) and (of := _whose_post(page, mention.start)):
            called[mention.norm] = called[mention.norm.rsplit(" ", 1)[-1]] = of
            continue
        if person and mention.norm not in behind and (what := _BEHIND.match(page.body, mention.stop)):
            behind[mention.norm] = behind[mention.norm.rsplit(" ", 1)[-1]] = what["what"].strip()
    for one in said:
        name, span = one.voice.speaker.name, one.frame.whole or one.frame.speaker
        if name is None or span is None or one.voice.kind not in _NAMED:
            continue
        words = page.words(span)
        if len(words) > len(called.get(name, name)) and name.rsplit(" ", 1)[-1][:_STEM] in words:
            called[name] = words
    for name in {one.voice.speaker.name or "" for one in said} - {"", *called}:
        # Named in another case at the top: «Ответы начальника управления Е. Двинского».
        stem = name.rsplit(" ", 1)[-1][:-2]
        at = page.body.find(stem, 0, _TOP) if len(stem) >= _STEM else -1
        if at > 0:
            called[name] = f"{described_before(page.body, at)} {name}".strip()
    for name, words in behind.items():
        if called.get(name, name) == name:
            called[name] = words
    return called


_WHOSE_POST: Final = re.compile(
    r"(?P<body>[^.,;:!?\n]{3,90}),\swhose\s(?P<noun>(?:[a-z-]+\s){0,2}[a-z-]+),\s\Z"
)


def _whose_post(page: Page, at: int) -> str:
    """ "The town hospital, whose director, | Ines Baur": what she is, and of what; or ""."""
    found = _WHOSE_POST.search(page.body, max(0, at - _POST_NEAR), at)
    return f"{found['noun']} of {found['body'].strip()}" if found else ""


_POST_NEAR: Final = 130


def _theirs(page: Page, mention: Named, before: str) -> bool:
    """«Командир Марченка»: what stands before the name is another's, and says nothing of its bearer."""
    language = page.languages[page.sentence_at(mention.start)]
    if language == "en":
        return False
    words = lexicon(language)
    return is_somebodys(before, page.body[mention.start : mention.stop], mention.norm, words)


def _of_which(page: Page, named: Sequence[Named], said: Sequence[Said], at: int, noun: str) -> str:
    """The body, with what stands before its name, that "its" or "of the committee" goes back to; or ""."""
    spoke = (s.frame.whole or s.frame.speaker for s in said if s.voice.kind == "organisation")
    spans = [(n.start, n.stop) for n in named if n.kind == "organisation"]
    spans += [(s.start, s.stop) for s in spoke if s is not None]
    for start, stop in sorted(spans, reverse=True):
        if at - _NEAR <= start and stop < at:
            full = f"{described_before(page.body, start)} {page.body[start:stop]}"
            if noun[:_STEM].lower() in full.lower():
                return f"of {full.strip()}"
    return ""


_NEAR: Final = 500  # characters: a body further back is another's
_NAMED: Final = ("named", "call-sign", "anonymous", "organisation")


def stands_for(page: Page, order: Sequence[Said], at: int) -> Said | None:
    """Whose voice is behind a paper or a part of a group: the body that spoke last, of "the statement said";
    the group that spoke last, of "one of them"; None for any other speaker, or where nobody did."""
    one = order[at]
    span = one.frame.whole or one.frame.speaker
    if span is None:
        return None
    words = page.words(span)
    if one.voice.kind == "document":
        kinds = ("organisation",) if VOICE_OF.fullmatch(_ARTICLE.sub("", words)) else ()
    else:
        kinds = ("group",) if ONE_OF.match(words) and one.voice.speaker.name is None else ()
    for before in reversed(order[max(0, at - _FAR) : at]) if kinds else ():
        spoke = before.frame.whole or before.frame.speaker
        if before.voice.kind in kinds and spoke is not None and before.outer is one.outer:
            return before
    return None


_ARTICLE: Final = re.compile(r"(?:the|its|their|this)\s", re.I)


__all__ = ["known_as", "stands_for"]
