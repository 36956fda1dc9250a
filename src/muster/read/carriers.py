"""What the words of a claim went through: a platform, an outlet, an intercepted call, a paper."""

from __future__ import annotations

import re

from muster.model.claims import Carrier
from muster.read.marks import Marks
from muster.read.nobody import CLOSED
from muster.read.page import Page
from muster.read.said import Said
from muster.text.spans import Span

_NAME = r"(?:[«\"“][^»\"”\n]{2,40}[»\"”]|[A-ZА-ЯЁІЇЄҐ][\w.’-]+(?:\s[A-ZА-ЯЁІЇЄҐ][\w.’-]+){0,4})"
_TALKED = re.compile(
    r"(?:interview (?:with|to)|interviewed by|comments? to|remarks to|speaking (?:to|on)|article for"
    r"|(?:интервью|беседе с|разговоре с|комментарии(?: для)?|эфире|"
    r"інтерв['’ʼ]ю|розмові з|коментарі(?: для)?|ефірі)(?: телеканал\w+| издани\w+| видан\w+| газет\w+"
    r"| канал\w+| агентств\w+)?)\s(?:the\s)?(" + _NAME + ")"
)
_REPORTERS = (
    "reporters",
    "journalists",
    "lawmakers",
    "investigators",
    "me",
    "us",
    "him",
    "her",
    "them",
    "you",
    "журналистам",
    "журналістам",
)


def carriers_of(page: Page, one: Said, window: Span, marks: Marks) -> tuple[Carrier, ...]:
    """Media named in the frame, nearest to the words first, each once."""
    words = one.region.words
    found: list[tuple[int, Carrier]] = []
    frame = one.frame
    heads = marks.outside(one, window)
    for low, high in heads:
        for match in words.platform.finditer(page.body, low, high):
            found.append((match.start(), Carrier(_platform(match.group()), "platform")))
        for match in words.outlet.finditer(page.body, low, high):
            span = frame.speaker
            if not (span and span.start <= match.start() < span.stop):
                found.append((match.start(), Carrier(match.group().strip("«»"), "outlet")))
        for match in _TALKED.finditer(page.body, low, high):
            if not marks.is_person(Span(*match.span(1))):
                found.append((match.start(1), Carrier(match.group(1).strip(' «»"“”'), "outlet")))
        for match in words.document.finditer(page.body, low, high):
            found.append(
                (match.start(), Carrier(_document_name(page, match.start(), match.end(), high), "document"))
            )
    sentence = one.region.sentence_of(frame.start)
    call = (
        words.interception.search(page.body, sentence.start, sentence.stop) if one.region.level == 0 else None
    )
    if call:
        found.append((call.start(), Carrier("intercepted call", "interception")))
    if frame.addressee and one.region.level == 0:
        told = frame.addressee
        name = _outlet_told(page, told, marks)
        if name:
            found = [f for f in found if not told.start <= f[0] < told.stop]
            found.append((told.start, Carrier(name, "outlet")))
    nearest = sorted(found, key=lambda f: (abs(f[0] - (frame.cue.start if frame.cue else frame.start)), f[0]))
    unique: list[Carrier] = []
    for _, carrier in nearest:
        if not any(
            carrier.name.lower() in c.name.lower()
            or (c.name.lower() in carrier.name.lower() and c.kind == carrier.kind)
            for c in unique
        ):
            unique.append(carrier)
    return tuple(unique)


_PLATFORMS = {
    "tele": "Telegram",
    "теле": "Telegram",
    "face": "Facebook",
    "фейс": "Facebook",
    "tw": "Twitter",
    "тви": "Twitter",
    "тві": "Twitter",
    "вк": "VKontakte",
    "vk": "VKontakte",
    "однокл": "Odnoklassniki",
    "інста": "Instagram",
}


def _platform(word: str) -> str:
    low = word.lower()
    for stem, name in _PLATFORMS.items():
        if low.startswith(stem):
            return name
    return word


def _document_name(page: Page, start: int, stop: int, high: int) -> str:
    end = re.compile(r"[^,.;:!?\n]{0,60}").match(page.body, stop, max(stop, min(len(page.body), stop + 60)))
    return " ".join(page.body[start : end.end() if end else stop].split())


def _outlet_told(page: Page, span: Span, marks: Marks) -> str | None:
    words = page.words(span)
    bare = words.removeprefix("the ").removeprefix("The ")
    if words.lower() in _REPORTERS or words.lower() in CLOSED or not bare[:1].isupper():
        return None
    if marks.is_person(span):
        return None
    return " ".join(re.sub(r"['’]s\b", "’s", bare).split())


__all__ = ["carriers_of"]
