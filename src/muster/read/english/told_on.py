"""An account that goes on without a verb of saying: "She was held there, she says. She heard shots."

English; only straight behind a witness's own words, only of one without an office, and only what he saw,
heard or suffered, and what became of those he was with: the outlet may know of anything else by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from muster.read.frames import Frame, Region, clean
from muster.read.speakers.antecedents import agrees
from muster.read.speakers.voice import Voice, speaks_for_nobody
from muster.text.spans import Span

_SUFFERED: Final = (
    r"(?:beaten|kicked|struck|hit|held|kept|tied|handcuffed|blindfolded|interrogated|questioned|tortured|shot\sat|locked|forced|made\sto"
    r"|threatened|stripped|searched|dragged|starved|asleep|awake|there|alone|standing|sitting|lying|hiding)"
)
_LIVED: Final = re.compile(
    r"(He|She)(?:\s(?:himself|herself))?\s(?:(?:also|then|later|twice|only|never)\s)?"
    r"(?:saw|heard|counted|watched|recogni[sz]ed|noticed|smel(?:t|led)|felt|remembered|hid|waited"
    r"|(?:did|could|had)\s(?:not\s)?(?:see|seen|hear|heard|count|counted|recogni[sz]ed?|know|known)"
    rf"|was\s(?:not\s|never\s|also\s|then\s)?{_SUFFERED})\b"
)
# "In his company of 80 men 12 died": of those he serves, lives or is held with a witness knows.
_HIS_OWN: Final = re.compile(
    r"(?:(?:In|Of|From|Among|Almost|Nearly|All|Most|Half|None|Some|Many|Several|Both|[A-Z][a-z]{2,8}|the|of|all|out|\d{1,3})\s){0,4}?"
    r"(His|Her|his|her)\s(?:own\s)?(?:[a-z]{3,10}\s)?(?:unit|company|platoon|battalion|squad|crew|convoy|column|detachment|group"
    r"|comrades|fellow\s[a-z]{4,12}|cellmates|cell|neighbours|neighbors|colleagues|friends|brothers|sisters|classmates"
    r"|ward|barracks|trench|street|village|team)\b"
)
_NOT_PAST: Final = re.compile(r"\b(?:is|are|has|have|will|can|may|says?)\b")
_SHORTEST: Final = 12


def told_on(
    region: Region, frames: Sequence[Frame], spoken: Sequence[tuple[int, int, Voice]], paragraph: int
) -> list[Frame]:
    """The frame of a sentence that goes on with the account of whoever spoke in the one before; or none."""
    if region.language != "en" or region.level or region.turn or not spoken:
        return []
    page = region.page
    number, at, voice = spoken[-1]
    sentence = region.sentence_of(region.start)
    begins = _LIVED.match(page.body, sentence.start, sentence.stop)
    if begins is None and not _NOT_PAST.search(page.body, *sentence):
        begins = _HIS_OWN.match(page.body, sentence.start, sentence.stop)
    before = page.sentence_at(sentence.start) - page.sentence_at(at)
    if begins is None or number != paragraph or not 0 < before <= 1 or not _is_witness(voice):
        return []
    if not agrees("m" if begins.group(1).lower() in ("he", "his") else "f", voice):
        return []
    heads = [s.start for f in frames for s in (*f.parts, f.cue, f.speaker) if s is not None]
    stop = min([h for h in heads if h >= sentence.start], default=sentence.stop)
    span = clean(page.body, sentence.start, _end(page.body, Span(sentence.start, stop), sentence.stop))
    if span.stop - span.start < _SHORTEST or region.quotes_in(*span):
        return []
    return [Frame([span], "say", None, None, "carried", confidence=0.5)]


def _end(body: str, span: Span, whole: int) -> int:
    """Before another frame the account ends with the mark that parts them; there is none where that frame
    has the whole sentence ("He saw no plane, he said")."""
    if span.stop >= whole:
        return span.stop
    return max(span.start, *(body.rfind(mark, span.start, span.stop) for mark in ":;,"))


def _is_witness(voice: Voice) -> bool:
    """One person who speaks for nobody else."""
    return voice.kind in ("named", "anonymous", "call-sign") and speaks_for_nobody(voice, "en")


__all__ = ["told_on"]
