"""The rules' frames of a stretch weighed against those that somebody else proposes for the page.

A second opinion is a function ``propose(page) -> list[Frame]``: the learned tagger for English, the
parser for Russian. Both read the same sentence. Where they agree, the frame is surer than either;
where they disagree about the speaker, the rules' certain frame holds and is believed less; what one
alone found stays, with what that one is worth.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from muster.read.frames import Frame, Region
from muster.read.page import Page
from muster.text.spans import Span

Propose = Callable[[Page], list[Frame]]

# Characters that two readings of one content share, of all that either has: above this it is one content.
_SAME = 0.3
# Where they disagree about the speaker a quotation with its own verb (0.95) holds, and a weak proposal
# overrules nothing. Cases are so few that no setting between 0 and 1 moved a figure on unseen texts.
_CERTAIN = 0.95
_OVERRULES = 0.5
_DISAGREE = 0.8
# Fewer reports of somebody else's words than one in so many characters: talk, a lesson, an argument. There
# one in five of the frames that only the rules saw was right, elsewhere three in five. Any number from 400
# to 850 moved no F1 on unseen texts of four folds by more than one, and none on our own.
_EVERY = 700
_SAYING = ("say", "write", "tell", "deny")
_ONESELF = ("i", "we", "you", "me", "us", "my", "our", "your")
# Speakers that the rules know without words for them: the speaker around, or nobody on purpose.
_SETTLED = ("own", "nobody")
_ALONE = 0.9
# A proposal alone must be as sure as this to be shown. Of 0.5 to 0.9, on the developing texts of a stranger:
# below, orders and objects are taken for words (precision 86 at 0.5, 88 at 0.7); above, speakers are lost.
_FLOOR = 0.7
# The parser's numbers say by which relation a clause hangs on its verb: infinitives (0.6) that it alone saw
# were wrong as often as right. A language model's are of another scale; one that names nobody must be surer.
_FLOOR_OF_MODEL = 0.5
# Words that go on where another reading ends: what a colon announces, one more clause with "that".
# "But that was a waste": there it is a pronoun, and somebody else's sentence.
_GOES_ON = re.compile(
    r"\W{0,3}:|\W{0,4}that\b"
    r"|\W{0,4}(?:and|or|but|nor)\sthat\b(?!['’]|\s(?:is|was|has|had|would|will|does|did|means|meant)\b)",
    re.I,
)
# "Denied it and put the number at two": what the speaker did next, which is none of his words.
_NEXT_DEED = re.compile(r"\W{0,4}(?:and|or|but|nor)\b", re.I)
# End punctuation and closing mark of a quotation, which are none of the proposal's words.
_MARKS = 3


class Opinion:
    """What is proposed for one page, handed out region by region.

    ``proposers``: by language; one is asked only where the page has a sentence in its language.
    ``trained``: the English one was taught on texts of every kind, so that in a text that reports little
    its silence outweighs the rules. Of a model somebody else runs, which may fail, it is not so.
    """

    def __init__(self, page: Page, proposers: Mapping[str, Propose], *, trained: bool = True) -> None:
        self.languages = frozenset(proposers) & set(page.languages)
        proposed = {language: proposers[language](page) for language in sorted(self.languages)}
        self._body = page.body
        self._floor = _FLOOR if trained else _FLOOR_OF_MODEL
        believed = [f for frames in proposed.values() for f in frames if f.confidence >= self._floor]
        self._frames = sorted((f for frames in proposed.values() for f in frames), key=_head)
        self._heads = [_head(f) for f in self._frames]
        # A second part that is no whole quotation is not kept (see _both): it explains nothing.
        self._parts = sorted(p for f in believed for p in (f.parts if f.quoted else f.parts[:1]))
        self._trained = trained
        self._rules_stand = not trained or _reports(page, believed)

    def weigh(self, region: Region, rules: list[Frame], inner: Iterable[Span] = ()) -> list[Frame]:
        """The frames of a region after both were heard.

        ``inner``: stretches of the region that are read as regions of their own; what is proposed
        wholly inside one is heard there.
        """
        if region.language not in self.languages:
            return rules
        # A quotation that a proposal explains needs no speaker carried over; its verb may stand elsewhere.
        low = bisect.bisect_left(self._parts, (region.start, 0))
        for part in self._parts[low : bisect.bisect_left(self._parts, (region.stop, 0))]:
            region.use(part.start - 1, part.stop + _MARKS)
        english = region.language == "en"
        near = self._within(region, list(inner))
        stand = self._rules_stand or not english
        ends = self._body if english else None
        return merged(rules, near, ends=ends, stand=stand, floor=self._floor, overrules=not self._trained)

    def _within(self, region: Region, inner: list[Span]) -> list[Frame]:
        low = bisect.bisect_left(self._heads, region.start)
        high = bisect.bisect_left(self._heads, region.stop)
        found = []
        for frame in self._frames[low:high]:
            span = _extent(frame)
            if region.level and not (region.start <= span.start and span.stop <= region.stop):
                continue
            i = bisect.bisect_right(inner, span.start, key=lambda s: s.start) - 1
            if i < 0 or span.stop > inner[i].stop:
                found.append(frame)
        return found


def _reports(page: Page, frames: list[Frame]) -> bool:
    """Whether the page often tells what others say, as the texts do for which the rules were written."""
    others = sum(
        f.speaker is not None
        and f.cue is not None
        and f.verb in _SAYING
        and page.words(f.speaker).lower() not in _ONESELF
        for f in frames
    )
    length = sum(s.stop - s.start for s, of in zip(page.sentences, page.languages, strict=True) if of == "en")
    return _EVERY * (others + 1) >= length


def merged(
    rules: list[Frame],
    proposed: list[Frame],
    *,
    ends: str | None = None,
    stand: bool = True,
    floor: float = _FLOOR,
    overrules: bool = True,
) -> list[Frame]:
    """Both lists as one; each proposal meets at most one frame of the rules (the most alike first).

    ``ends``: the text, where the proposal may say at which character of it words end. Of the parser for
    Russian it is None: there commas are strict, and the rules know them better. ``stand``: reported words
    that the rules alone found stay; a quotation with its verb and a layout always do. ``floor``: how sure a
    proposal alone must be. ``overrules``: another speaker may take the place of the rules' own. The parser
    knows the clause and no text: of seven speakers that it changed in developing texts six had been right;
    of thirteen that the tagger changed (it takes who "was told" for who tells) seven had been right and two
    became so. A language model may.
    """
    pairs = sorted(
        ((_likeness(r, p), i, j) for i, r in enumerate(rules) for j, p in enumerate(proposed)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    partner: dict[int, int] = {}
    met: set[int] = set()
    for likeness, i, j in pairs:
        if likeness > 0 and i not in partner and j not in met:
            partner[i] = j
            met.add(j)
    frames = [
        _both(rule, proposed[partner[i]], ends, overrules)
        if i in partner
        else replace(rule, confidence=_ALONE * rule.confidence)
        for i, rule in enumerate(rules)
        if i in partner or stand or rule.cue is None or rule.quoted
    ]
    for j, frame in enumerate(proposed):
        if j not in met and frame.confidence >= (floor if frame.speaker else _FLOOR):
            frames.append(frame)
    return frames


def _both(rule: Frame, proposal: Frame, ends: str | None, overrules: bool) -> Frame:
    """One frame of two that mean the same words."""
    if ends is not None and not rule.quoted and rule.start == proposal.start:
        # Where reported words end no mark says: the rules run on to the end of the sentence. On unseen
        # texts of GUM content won two points by it, on our own nothing was lost.
        rule = replace(rule, parts=proposal.parts) if _may_end(ends, rule, proposal) else rule
    if rule.quoted and proposal.quoted:
        # "…," she said. "…": the quotation that goes on is hers, and nobody else is sought for it.
        more = [p for p in proposal.parts if p.start >= rule.stop]
        rule = replace(rule, parts=[*rule.parts, *more])
    if _same_speaker(rule, proposal):
        return replace(rule, confidence=min(0.99, 1 - (1 - rule.confidence) * (1 - proposal.confidence)))
    if proposal.speaker is None or rule.who in _SETTLED:
        # The words are agreed upon; of the speaker only the rules say something.
        return rule
    if rule.speaker is None:
        return _spoken_by(rule, proposal, min(rule.confidence, proposal.confidence))
    if overrules and rule.confidence < _CERTAIN and proposal.confidence >= _OVERRULES:
        return _spoken_by(rule, proposal, _DISAGREE * proposal.confidence)
    return replace(rule, confidence=_DISAGREE * rule.confidence)


def _may_end(body: str, rule: Frame, proposal: Frame) -> bool:
    """Whether a content may end where the proposal ends it, seen from what it leaves out or takes in."""
    if len(proposal.parts) != len(rule.parts):
        # "The bridge, she said, is shut": a frame in the middle is easier to overlook than to invent.
        return len(proposal.parts) > len(rule.parts)
    if proposal.stop > rule.stop:
        return not _NEXT_DEED.match(body, rule.stop)
    return not _GOES_ON.match(body, proposal.stop)


def _spoken_by(rule: Frame, proposal: Frame, confidence: float) -> Frame:
    return replace(rule, speaker=proposal.speaker, who=proposal.who, confidence=confidence)


def _same_speaker(rule: Frame, proposal: Frame) -> bool:
    if rule.speaker is None or proposal.speaker is None:
        return rule.speaker is proposal.speaker
    return _shared([rule.speaker], [proposal.speaker]) > 0


def _likeness(rule: Frame, proposal: Frame) -> float:
    """Above 0 where both mean one attribution: the same verb, or one content and no other verb."""
    if rule.cue and proposal.cue:
        if _shared([rule.cue], [proposal.cue]):
            return 1.0 + _overlap(rule, proposal)
        return 0.0
    alike = _overlap(rule, proposal)
    return alike if alike >= _SAME else 0.0


def _overlap(a: Frame, b: Frame) -> float:
    both = _shared(a.parts, b.parts)
    return both / (_size(a.parts) + _size(b.parts) - both) if both else 0.0


def _shared(a: list[Span], b: list[Span]) -> int:
    return sum(max(0, min(x.stop, y.stop) - max(x.start, y.start)) for x in a for y in b)


def _size(parts: list[Span]) -> int:
    return sum(p.stop - p.start for p in parts)


def _head(frame: Frame) -> int:
    return frame.cue.start if frame.cue else frame.start


def _extent(frame: Frame) -> Span:
    spans = [*frame.parts, *(s for s in (frame.cue, frame.speaker) if s)]
    return Span(min(s.start for s in spans), max(s.stop for s in spans))


__all__ = ["Opinion", "Propose", "merged"]
