"""Whom an outlet has its words from: "the agency said, citing a pilot", "Citing police, …", "…: police"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.finite import FINITE
from muster.read.english.sure import sure
from muster.read.frames import Frame, Region, clean
from muster.text.listed import listed
from muster.text.spans import Span

# Verbs by which a paper passes on what it has of somebody.
PASSES_ON: Final = listed(
    "reported report reports said say says saying wrote writes announced posted published claimed claims"
)
_CITED: Final = re.compile(r"[^,.;:\x00\n]{0,40},\s(?:citing|quoting)\s([^,.;:\x00\n]{3,60})(?=,\s)")
# Behind words that stand before the verb, at the end of the sentence: nothing follows it.
_CITED_LAST: Final = re.compile(
    r"[^,.;:\x00\n]{0,40}?,?\s(?:citing|quoting)\s([^,.;:\x00\n]{3,60})(?=[.,;\x00\n]|\Z)"
)
# "The agency, citing a pilot, N, said".
_CITED_BETWEEN: Final = re.compile(
    r",\s(?:citing|quoting)\s([^,.;:\x00\n]{3,60})(?:,[^,.;:\x00\n]{3,60})?,\s(?:[a-z]+\s){0,2}\Z"
)
# "Citing a pilot, the agency said".
_CITED_FIRST: Final = re.compile(
    r"\W{0,3}(?:Citing|Quoting)\s([^,.;:\x00\n]{3,60})(?:,[^,.;:\x00\n]{3,60})?,\s\Z"
)


def citing(region: Region, frame: Frame, cue: Span) -> None:
    """ "The agency reported, citing a pilot, that …", "…, the agency reports, citing a pilot.", "The agency,
    citing a pilot, said …", "Citing a pilot, the agency said …": the pilot said it before the agency did."""
    cited = _behind(region, frame, cue) or _before(region, frame, cue)
    if cited is None or not sure(region, cited):
        return
    if frame.speaker is not None and region.page.words(frame.speaker).lower() in ("we", "i"):
        frame.speaker, frame.whole = cited, cited
    else:
        frame.beyond = cited


def _behind(region: Region, frame: Frame, cue: Span) -> Span | None:
    rule = _CITED if frame.start > cue.stop else _CITED_LAST if frame.stop <= cue.start else None
    found = rule.match(region.text(cue.stop, min(region.stop, cue.stop + 130))) if rule else None
    return Span(cue.stop + found.start(1), cue.stop + found.end(1)) if found else None


def _before(region: Region, frame: Frame, cue: Span) -> Span | None:
    if frame.speaker is None or frame.speaker.stop > cue.start:
        return None
    at = frame.speaker.stop
    if " citing " in (between := region.text(at, cue.start)) or " quoting " in between:
        found = _CITED_BETWEEN.match(between)
        return Span(at + found.start(1), at + found.end(1)) if found else None
    start = region.sentence_of(cue.start).start
    lead = region.text(start, frame.speaker.start)
    found = _CITED_FIRST.match(lead) if "iting " in lead or "uoting " in lead else None
    return Span(start + found.start(1), start + found.end(1)) if found else None


_HEADLINE: Final = re.compile(r"([^\n\x00.:;]{12,140}?)(\s[-–—]|:)\s((?:[\w’'-]+\s){0,3}[\w’'-]+)\s*\Z")
# What a headline leaves out is the auxiliary: "Forty detained in Odden: police".
_DEED: Final = re.compile(
    r"\b(?:[a-z]{2,}ed|hit|shot|held|killed|dead|hurt|found|lost|struck|left|taken|shut)\b"
)


def headlined(region: Region) -> list[Frame]:
    """ "CONTENT – ministry", "CONTENT: police": no full stop, and whose word it is at the end."""
    if region.level or not region.heads:
        return []
    found = _HEADLINE.match(region.text(region.start, region.stop))
    if found is None:
        return []
    speaker = Span(region.start + found.start(3), region.start + found.end(3))
    last = found.group(3).split()[-1]
    colon = found.group(2) == ":"
    somebody = bool({last.lower()} & (region.words.roles | region.words.plural))
    somebody = somebody or last in region.words.organisation_words or last in region.words.acronyms
    tells = FINITE.search(found.group(1)) or _DEED.search(found.group(1))
    named = tells and any(
        n.kind == "person" and n.stop == speaker.stop and " " in n.norm for n in region.named_in(*speaker)
    )
    if not (somebody or named) or (colon and not tells):
        return []
    return [
        Frame([clean(region.page.body, region.start, region.start + found.end(1))], "say", None, speaker,
              confidence=0.6)
    ]  # fmt: skip


__all__ = ["PASSES_ON", "citing", "headlined"]
