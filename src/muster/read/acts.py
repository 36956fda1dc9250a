"""What somebody did by saying it: said, wrote, thought or intended it; and a verb with its *not*."""

from __future__ import annotations

import re

from muster.model.claims import Carrier
from muster.read.frames import Region
from muster.read.page import Page
from muster.read.said import Said
from muster.read.speakers.voice import Voice
from muster.text.spans import Span

_NOT = re.compile(
    r"(?<![\w'’])(?:(?:do|does|did|has|have|had|is|are|was|were|will|would|could|can|may|might|must)\s(?:not|never)"
    r"|(?:do|does|did|has|have|had|is|are|was|were|would|could|ca|wo)n['’]t|never|no\slonger)\s(?:[a-z]+ly\s)?\Z",
    re.I,
)


def with_not(page: Page, region: Region, cue: Span) -> Span:
    """ "does not want": a plan or a belief that is denied must not be shown as one that is held."""
    if region.language != "en":
        return cue
    before = _NOT.search(page.body, max(region.start, cue.start - 28), cue.start)
    return Span(before.start(), cue.stop) if before else cue


_ACTS = {"write": "write", "think": "think", "intend": "intend"}


# What somebody plans or wishes; an order, a request, a promise is said.
_PLANS = re.compile(
    r"(?:не\s)?(?:намер|соб[иер]|за?планир|план|хоч|хот|хті|бажа|рассчитыв|наде|сподів|розрахов|збира|заплан|ма(?:є|ють|в|ла|ли)\s)",
    re.I,
)


def act_of(one: Said, voice: Voice, via: tuple[Carrier, ...]) -> str:
    """A paper's words are written, and those of a post; else the verb decides."""
    frame = one.frame
    act = _ACTS.get(frame.verb, "say")
    if act == "intend" and one.region.language != "en" and frame.cue is not None:
        act = "intend" if _PLANS.match(one.region.page.words(frame.cue)) else "say"
    written = voice.kind == "document" or (frame.verb == "say" and any(c.kind == "platform" for c in via))
    return "write" if act == "say" and written else act


__all__ = ["act_of", "with_not"]
