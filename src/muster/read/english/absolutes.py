"""English speakers beside a participle: "…, with one lawmaker, Brook, calling it a trap", "the trial opened
with the elder telling the court that …"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.finite import FINITE
from muster.read.english.grammar import NounPhrase
from muster.read.english.sure import sure
from muster.read.frames import Region
from muster.text.spans import Span

_WITH: Final = re.compile(
    r"\swith\s((?!no\b|nothing\b|nobody\b|no-one\b)[^,;:\x00]{2,80}?)(?:,\s([^,;:\x00]{2,60}),)?\s(?:(?:also|even|then|later)\s)?\Z"
)
_FAR: Final = 150


def in_absolute(region: Region, sentence: Span, cue: Span, form: str) -> NounPhrase | None:
    """Who stands between "with" and the participle of a verb of saying."""
    if not form.endswith("ing"):
        return None
    low = max(sentence.start, cue.start - _FAR)
    left = region.text(low, cue.start)
    at = left.rfind(" with ")
    found = _WITH.match(left, at) if at >= 0 else None
    if found is None or FINITE.search(found.group(1)) or (found.group(2) and FINITE.search(found.group(2))):
        return None
    core = Span(low + found.start(1), low + found.end(1))
    behind = region.named_in(low + found.start(2), low + found.end(2) + 1) if found.group(2) else []
    named = [n for n in behind if n.kind == "person" and n.stop >= low + found.end(2) - 1]
    if named:
        core = Span(core.start, named[-1].stop)
    if not named and not sure(region, core):
        return None
    return NounPhrase(core, Span(core.start, low + found.end(2) if found.group(2) else core.stop))


__all__ = ["in_absolute"]
