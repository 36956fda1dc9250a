"""What somebody was told or ordered, in English, where nobody says by whom: "received an order to leave",
"planes leave on Thursdays, she was told"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.extents import cut
from muster.read.english.finite import FINITE
from muster.read.english.phrases import subject_before
from muster.read.english.sure import sure
from muster.read.frames import SPOKEN, Frame, Region, clean
from muster.text.spans import Span

_ORDERED: Final = re.compile(
    r"\b(?P<cue>(?:received|receives|got|gets|(?:was|were|been|being)\s(?:given|handed|sent|issued)|(?:was|were)\sunder|had|has|have)"
    r"\s(?:(?:an?|the|this|that|his|her|their|its|new|another)\s)?(?:(?:strict|direct|clear|written|verbal|oral|explicit|firm|final|new|standing|urgent|secret)\s)*"
    r"(?:orders?|instructions?|commands?|summons|permission))"
    r"(?:\s(?P<by>from|by)\s(?P<who>[^,.;:\x00\n]{2,60}?))?(?=\s(?:not\s)?to\s[a-z])"
)
# "Gave the order to fire", "read out an order to move": his who gave it.
_GIVEN: Final = re.compile(
    r"\b(?P<cue>(?:gave|gives|issued|issues|read\sout|reads\sout|passed\son|repeated|signed|sent(?:\sout)?)\s(?:(?:him|her|them|us|me|his\smen|the\s(?:men|crew|company|unit|soldiers|guards))\s)?"
    r"(?:(?:an?|the|this|his|her|its|no|another)\s)?(?:(?:strict|direct|clear|written|verbal|oral|explicit|firm|final|new|standing|urgent|secret)\s)*"
    r"(?:orders?|instructions?|commands?))(?P<by>\Z.)?(?P<who>\Z.)?(?=\s(?:not\s)?to\s[a-z])"
)
_LEFT: Final = re.compile(
    r",\s(?:but|which|who|though|although|yet|and\s(?:he|she|they|it))\s|;\s|\s(?:but|when|because|although)\s"
)
_SHORTEST: Final = 4


def orders(region: Region) -> list[Frame]:
    """ "The company received an order to take the hill": an order, whose it was only where "from" says so."""
    text = region.masked
    if not any(word in text for word in (" order", " instruction", " command", " summons", " permission")):
        return []
    frames = []
    for found in (*_ORDERED.finditer(text), *_GIVEN.finditer(text)):
        cue = Span(region.start + found.start("cue"), region.start + found.end("cue"))
        sentence = region.sentence_of(cue.start)
        heard = subject_before(region, sentence.start, cue.start)
        begin = region.start + found.end() + 1
        span = cut(region, begin, sentence.stop)
        if (ends := _LEFT.search(region.text(*span))) is not None:
            span = clean(region.page.body, span.start, span.start + ends.start())
        by = (
            Span(region.start + found.start("who"), region.start + found.end("who")) if found["who"] else None
        )
        given = found.re is _GIVEN
        if given and heard is not None:
            by = heard.core
        if heard is None or span.stop - span.start < _SHORTEST or (by and not sure(region, by)):
            continue
        frames.append(
            Frame(
                [span],
                "tell",
                cue,
                by,
                "span" if by else "nobody",
                None if given else heard.core,
                confidence=0.55,
            )
        )
    return frames


_TOLD: Final = re.compile(
    r",\s(?P<heard>(?:he|she|they|we|I|it|the\s[a-z]+|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s)"
    r"(?P<cue>(?:(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen)\s(?:later\s|then\s|also\s|only\s)?(?:told|informed|assured|warned)))(?=[,.;]|\Z)"
)


def told_aside(region: Region) -> list[Frame]:
    """ "From there, she has been told, planes leave on Thursdays": she heard it, nobody says from whom."""
    text = region.masked
    if " told" not in text and " informed" not in text and " assured" not in text and " warned" not in text:
        return []
    frames = []
    for found in _TOLD.finditer(text):
        cue = Span(region.start + found.start("cue"), region.start + found.end("cue"))
        heard = Span(region.start + found.start("heard"), region.start + found.end("heard") - 1)
        sentence = region.sentence_of(cue.start)
        lead = region.text(sentence.start, region.start + found.start())
        before = clean(region.page.body, sentence.start, region.start + found.start())
        after = (
            clean(region.page.body, cue.stop + 1, sentence.stop)
            if region.text(cue.stop, cue.stop + 1) == ","
            else None
        )
        parts = [p for p in (before, after) if p is not None and p.stop - p.start >= _SHORTEST]
        told = " ".join(region.text(*p) for p in parts)
        if SPOKEN in lead or ";" in lead or (not FINITE.search(told) and told.count(" ") < _CLAUSE):
            continue
        if after is not None and region.text(*after).count(" ") < _CLAUSE - 1:
            continue  # "The trucks, he was told, and the men": no clause
        region.use(parts[0].start, parts[-1].stop)
        frames.append(Frame(parts, "hear", cue, None, "nobody", heard, confidence=0.6, received=True))
    return frames


_CLAUSE: Final = 3  # blanks: so many words behind which no verb is known may still be a clause

__all__ = ["orders", "told_aside"]
