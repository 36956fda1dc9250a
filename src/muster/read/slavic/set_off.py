"""A subject parted from its verb by what is told of it: «Гусаров, отец задержанного, обвинил …», «юристка,
яка веде справу, назвала …». Russian and Ukrainian; the comma before the verb then closes no words."""

from __future__ import annotations

import re
from typing import Final

from muster.read.slavic.around import telling
from muster.read.slavic.phrases import WORD, could_speak, speaker_after, subject_before
from muster.read.slavic.verbs import Verb
from muster.text.cases import cases
from muster.text.spans import Span

# How many words the subject and what is told of it may have.
_HEAD: Final = 12
_ASIDE: Final = 16
_CLOSED: Final = re.compile(r",\s(?:(?:также|також|ранее|раніше|вчера|вчора|позже|пізніше)\s)?\Z")
_RELATIVE: Final = re.compile(
    r"\s(?:[а-яіїєґ]{1,4}\s)?(?:котор[а-яё]{2,3}|чей|чь[яеию]|чьего|чьей|як(?:ий|а|е|і|у|ого|ої|их|ому|ій|им|ою)|чи(?:й|я|є|ї))\s"
)
_NO_PREDICATE: Final = frozenset({"нет", "немає", "нема", "есть", "є"})


def set_off(verb: Verb, left: str) -> Span | None:
    """The subject before what stands between two commas straight before the verb; None where the words
    before may be what is said."""
    closed = _CLOSED.search(left)
    if closed is None or verb.gerund:
        return None
    comma = left.rfind(",", 0, closed.start())
    if comma < 0:
        return None
    head, aside = left[:comma], left[comma + 1 : closed.start()]
    start = max(head.rfind(":"), head.rfind(";"), head.rfind("\x00"), -1) + 1
    if not _nominal(verb, head[start:], _HEAD):
        return None
    if _RELATIVE.match(aside) is None and not _nominal(verb, aside, _ASIDE):
        return None
    region, cue = verb.region, verb.cue
    behind = speaker_after(region, cue.stop, verb.sentence.stop)
    if behind is not None and behind.start <= cue.stop + 2 and telling(region, behind):
        return None  # «Трое погибших, двое раненых, сообщил мэр»
    stop = verb.sentence.start + comma
    speaker = subject_before(region, verb.sentence.start + start, stop, bodies=False)
    return speaker if speaker is not None and could_speak(region, speaker) else None


def _nominal(verb: Verb, words: str, most: int) -> bool:
    """Whether a few words stand there and none of them is a predicate."""
    found = WORD.findall(words)
    if not 0 < len(found) <= most or _NO_PREDICATE & {w.lower() for w in found}:
        return False
    small = [w for w in found if w.islower()]
    return not any(cases(w, verb.region.language).kind == "verb" for w in small)


__all__ = ["set_off"]
