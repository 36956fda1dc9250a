"""«X это отрицает», «Y в этом сомневается»: what was said stands before, and a pronoun for it."""

from __future__ import annotations

import re
from typing import Final

from muster.read.around_slavic import telling
from muster.read.frames import Frame
from muster.read.phrases_slavic import speaker_after, subject_before
from muster.read.verbs_slavic import Verb, frame_of
from muster.text.spans import Span

_THIS: Final = r"(?:(?:в|у|на)\s)?(?:эт(?:о|ого|ому|им|ом)|це|цього|цьому|цим|таке|такому)"
_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<this>{_THIS})\s(?:(?:не|ни|ні|тоже|теж|также|також)\s){{0,2}}(?:\w{{3,14}}\s)?\Z",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(rf"\s(?P<this>{_THIS})(?=[,.;:!?…]|\Z)", re.IGNORECASE)
# Verbs by which somebody stands to what another has said.
_STANDS: Final = re.compile(
    r"(?:не\s)?(?:подтв|підтв|отриц|опров|спрост|запереч|отверг|відкид|відкин|сомнев|сумнів|вер(?:ит|ил|ят)|вір(?:ить|ив|ил|ять)"
    r"|призн|визна)",
    re.IGNORECASE,
)


def this(verb: Verb, left: str, right: str) -> Frame | None:
    """The pronoun as the words of whoever confirms, denies or doubts it."""
    region, cue = verb.region, verb.cue
    if _STANDS.match(region.page.words(cue)) is None:
        return None
    before = _BEFORE.search(left[-60:])
    if before is not None:
        base = cue.start - len(left[-60:])
        span = Span(base + before.start("this"), base + before.end("this"))
        speaker = subject_before(region, verb.low, span.start)
        if speaker is None:
            speaker = speaker_after(region, cue.stop, verb.sentence.stop)
            if speaker and not telling(region, speaker):
                return None  # «это подтверждает догадку»: the pronoun may be the subject
    else:
        after = _AFTER.match(right)
        if after is None:
            return None
        span = Span(cue.stop + after.start("this"), cue.stop + after.end("this"))
        speaker = subject_before(region, verb.low, cue.start)
    return frame_of(region, [span], verb, speaker, 0.7) if speaker else None


__all__ = ["this"]
