"""A verb said once for several, in Russian and Ukrainian: «Пахом уверен, что свои, а Таисия – что чужие».

The dash stands for the verb of the clause before, of the same sentence or of the one before it.
"""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame, Region, clean
from muster.read.slavic.heads import is_somebody
from muster.read.slavic.phrases import subject_before
from muster.text.spans import Span

_GAP: Final = re.compile(
    r"(?:(?P<open>\A)|(?P<border>[.;,]\s(?:(?:а|но|и|але|й|і|та|зато)\s)?))"
    r"(?P<who>[^\W\d_][^.,;:!?…()\n\x00–—]{1,60}?)\s[-–—]\s(?:(?P<that>что|що|будто|нібито|якобы|мол|мовляв)(?:,|\s)\s?|(?=(?P<about>об?|про|на)\s))(?=[^\W_]|[«\"“\x00])",
    re.I,
)
_NEXT: Final = re.compile(r"[.;!?…](?=\s|\Z)|,\s(?:а|зато)\s(?=[^,.;–—\n]{2,60}\s[-–—]\s(?:что|що)\s)")


def gapped(region: Region, found: list[Frame]) -> list[Frame]:
    """A frame for each «Y – что …» behind a verb of saying; frames of ``found`` that ran on end there."""
    if region.masked.find("– ") < 0 and region.masked.find("— ") < 0 and region.masked.find("- ") < 0:
        return []
    fresh: list[Frame] = []
    for match in _GAP.finditer(region.masked):
        at = region.start + match.start("who")
        who = Span(at, region.start + match.end("who"))
        if not is_somebody(region, who) or not _verb_before(region, who.start):
            continue
        if match["about"] and not _told_so_before(region, found, at, match["about"].lower()):
            continue
        begin = region.start + match.end()
        end = _NEXT.search(region.masked, match.end())
        words = clean(region.page.body, begin, region.start + end.start() if end else region.stop)
        if words.stop - words.start < 3:
            continue
        border = region.start + match.start()
        for frame in found:
            frame.parts = [p if not p.start < border < p.stop else Span(p.start, border) for p in frame.parts]
        region.use(*words)
        fresh.append(Frame([words], "say", None, who, confidence=0.7))
    return fresh


def _told_so_before(region: Region, found: list[Frame], at: int, how: str) -> bool:
    """«Рятувальники говорять про дві ракети, військові – про одну»: the words before begin likewise."""
    before = [f for f in found if f.parts and f.parts[0].start < at and f.cue]
    last = max(before, key=lambda f: f.parts[0].start, default=None)
    if last is None or at - last.parts[0].start > _NEAR:
        return False
    first = region.page.words(last.parts[0]).lower().split()[:1]
    return first == [how] or (first[:1] in (["о"], ["об"]) and how in ("о", "об"))


_NEAR: Final = 120


_HEARSAY: Final = re.compile(r"(?:якобы|нібито|буцімто|буцім|дескать|мовляв|мол)(?:,\s|\s)(?=[^\W_])", re.I)
_PARTICLE: Final = re.compile(r",\s(?:мол|дескать|мовляв)(?:,\s|\s)(?=[^\W_])", re.I)


def hearsay(region: Region, found: list[Frame]) -> list[Frame]:
    """«… отрицает. Якобы все на линии», «… подтвердили. Тяжёлых, мол, нет»: a sentence of its own in the
    words of whoever spoke in the one before, else nobody's."""
    if region.level or region.turn:
        return []
    fresh: list[Frame] = []
    for sentence in region.sentences:
        if any(f.start < sentence.stop and sentence.start < f.stop for f in found):
            continue
        text = region.text(*sentence)
        first = _HEARSAY.match(text)
        within = None if first else _PARTICLE.search(text)
        if first:
            parts = [clean(region.page.body, sentence.start + first.end(), sentence.stop)]
        elif within and _verb_before(region, sentence.start):
            cut = sentence.start + within.start()
            rest = clean(region.page.body, sentence.start + within.end(), sentence.stop)
            led = text.rfind(": ", 0, within.start())
            if led > 0 and (own := subject_before(region, sentence.start, sentence.start + led)) is not None:
                # «Рогачёв с ним спорит: характер воронок, мол, другой»
                words = [clean(region.page.body, sentence.start + led + 2, cut), rest]
                fresh.append(Frame(words, "say", None, own, confidence=0.55))
                region.use(words[0].start, words[-1].stop)
                continue
            parts = [clean(region.page.body, sentence.start, cut), rest]
        else:
            continue
        parts = [p for p in parts if p.stop - p.start > 1]
        if sum(p.stop - p.start for p in parts) >= _LEAST:
            region.use(parts[0].start, parts[-1].stop)
            fresh.append(Frame(parts, "say", None, None, "carried", confidence=0.5))
    return fresh


_LEAST: Final = 8


def _verb_before(region: Region, at: int) -> bool:
    """Whether a verb of saying or thinking stands in the sentence before the gap, or in the one before it."""
    page = region.page
    index = page.sentence_at(at)
    low = page.sentences[index].start
    if index and page.paragraph_of[index - 1] == page.paragraph_of[index]:
        low = page.sentences[index - 1].start
    return region.words.cue.search(page.body, max(low, at - _FAR), at) is not None


_FAR: Final = 400

__all__ = ["gapped", "hearsay"]
