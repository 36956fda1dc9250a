"""The words of an English stretch on which reported speech may hang, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from muster.read.frames import SPOKEN, Region

# "Is not entirely | convinced".
_COPULA: Final = re.compile(
    r"(?<!\w)(?:is|are|was|were|am|remains?|remained|seem(?:s|ed)?|appear(?:s|ed)?|sound(?:s|ed)?|felt|feels?|grew|became"
    r"|(?:has|have|had)\s(?:\w+ly\s|long\s|always\s)?been)"
    r"(?:n['’]t)?(?:\s(?:not|so|too|very|also|still|now|quite|less|more|never|no\slonger|at\sall|far\sfrom|\w+ly))*\s\Z"
)
_NEAR: Final = 48
# A state that is a will has "to" behind it: "is determined to stay".
_ACT_OF_STATE: Final = "think"


def cues_of(region: Region) -> Iterator[tuple[int, str, str]]:
    """(where, its words, class) of every cue: the verbs of the lexicon, the forms that need "that", and
    what somebody is who holds something ("remain skeptical")."""
    words, text, base = region.words, region.masked, region.start
    known = words.cue_class
    found = [
        (base + m.start(), m.group(), known.get(m.group()) or known.get(m.group().lower(), "say"))
        for m in words.cue.finditer(text)
    ]
    more = []
    if " that " in text or " whether " in text or SPOKEN in text:
        more = [
            (base + m.start(), m.group(), words.with_that.get(m.group().lower(), "say"))
            for m in words.with_that_cue.finditer(text)
        ]
    for m in words.state.finditer(text):
        copula = _COPULA.search(text, max(0, m.start() - _NEAR), m.start())
        if copula is not None:
            more.append((base + copula.start(), text[copula.start() : m.end()], _ACT_OF_STATE))
    if more:
        # "Are not convinced" is one word of thinking, and "convinced" none of telling.
        wide = [(start, start + len(cue)) for start, cue, _ in more if " " in cue]
        found = [
            f
            for f in found
            if not any(a <= f[0] and f[0] + len(f[1]) <= b and len(f[1]) < b - a for a, b in wide)
        ]
        taken = {at for start, cue, _ in found for at in (start, start + len(cue) - 1)}
        found += [(start, cue, act) for start, cue, act in more if not taken & {start, start + len(cue) - 1}]
        found.sort(key=itemgetter(0))
    yield from found


def is_state(region: Region, form: str) -> bool:
    """Whether a cue is a copula with what somebody is."""
    return " " in form and form.rsplit(None, 1)[-1] in region.words.states


def is_will(region: Region, form: str) -> bool:
    """Whether a state is one of the will."""
    return region.words.states.get(form.rsplit(None, 1)[-1]) == "intend"


__all__ = ["cues_of", "is_state", "is_will"]
