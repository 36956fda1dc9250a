"""Where reported words end in English: at their speaker's next verb, at another's frame, at a main clause."""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame, Region, clean
from muster.text.spans import Span

# The verb shares the subject of the reporting verb before it: "X said … and added", "…, adding".
JOINED: Final = re.compile(
    r"(?:,|\b(?:and|but|then|or)\b(?:\s(?:had|has|have)(?=\s))?)\s*(?:(?:also|then|later|even)\s)?\Z"
)
# Words that open a clause of its own beside the reported one.
_BESIDE: Final = re.compile(
    r"(?:[,\x00]\s(?:but|while|whereas|although|though|and|yet|as)|;(?:\s(?:but|and|however,))?)\s\Z"
)
_SHORTEST: Final = 4
_NEAR: Final = 6
_SUBORDINATE: Final = re.compile(r"(?:while|although|though|whereas|even\sthough)\s", re.I)


_LINK_AT_END: Final = re.compile(r",?\s(?:but|and|while|yet|though)\Z")


def shorten(region: Region, frame: Frame, stop: int) -> None:
    last = frame.parts[-1]
    if last.start < stop < last.stop:
        shorter = clean(region.page.body, last.start, stop)
        if link := _LINK_AT_END.search(region.text(*shorter)):
            shorter = clean(region.page.body, shorter.start, shorter.start + link.start())
        if shorter.stop - shorter.start >= _SHORTEST:
            frame.parts[-1] = shorter


_OPEN_RELATIVE: Final = re.compile(r",\s(?:who|which|whose)\s[^,\x00]{0,60}\Z")
_MAIN_VERB: Final = re.compile(
    r",\s(?:\w+ly\s)?(?:[a-z]+ed|[a-z]+s|gave|told|said|went|left|came|took|had|was|were|is|are|has|have)(?=[\s.,;]|\Z)"
)


def end_with_relative(region: Region, frame: Frame, cue: Span, sentence: Span) -> None:
    """ "The women, who asked that their names be left out, gave the same account": up to the second comma;
    "Anna (who said she was afraid) told …": up to the bracket."""
    inside = region.brackets_around(cue)
    if inside is not None:
        if "(" not in region.page.body[frame.start : inside.stop]:
            shorten(region, frame, inside.stop)
        return
    before = region.text(sentence.start, cue.start)
    if _OPEN_RELATIVE.search(before) is None:
        return
    closes = _MAIN_VERB.search(region.text(frame.start, frame.stop))
    if closes is not None:
        shorten(region, frame, frame.start + closes.start())


_WHEN: Final = re.compile(
    r"\W*(?:[Ww]hen|[Aa]s\ssoon\sas|[Oo]nce|[Ww]hile|[Aa]lthough|[Tt]hough|[Ee]ven\sthough|[Bb]ecause|(?:[\w-]+\s){0,3}[Aa]fter"
    r"|(?:[\w-]+\s){0,3}[Bb]efore|[Ss]ince|[Uu]ntil)\s(?:\w+\s)?\Z"
)
_MAIN_CLAUSE: Final = re.compile(
    r",\s(?=(?:he|she|they|it|we|I|there|nobody|no\sone|people|[a-z]{3,}s|(?:the|an?|his|her|their|its|our|my|some|many|most|two|three|all)\s"
    r"[^,;.\x00]{2,60}?|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})\s(?:(?:[a-z]+ly|never|still|also|already)\s)?"
    r"(?:is|are|was|were|has|have|had|did|does|do|will|would|could|can|went|took|came|made|gave|left|held|got|fell|began|stood"
    r"|knew|became|said|told|ran|kept|sent|set|put|let|hit|cut|saw|met|brought|drove|fled|lost|felt|thought|sat|wept|(?!hundred\b|named\b|called\b)[a-z]{2,}ed)\b)"
)


def end_with_subordinate(region: Region, frame: Frame, sentence: Span) -> None:
    """ "When the mayor said the road was open, the families set out": up to the main clause."""
    head = frame.whole or frame.speaker
    if head is None or not sentence.start < head.start < frame.start:
        return
    if _WHEN.fullmatch(region.text(sentence.start, head.start)) is None:
        return
    main = _MAIN_CLAUSE.search(region.text(frame.start, frame.stop))
    if main is not None:
        shorten(region, frame, frame.start + main.start())


def end_before(region: Region, frame: Frame, at: int, left: str) -> None:
    """Reported words stop where their speaker's next verb is joined to the first."""
    link = JOINED.search(left)
    if not frame.quoted:
        shorten(region, frame, at - (len(left) - link.start() if link else 0))


def part(region: Region, found: list[Frame]) -> None:
    """Reported words stop where another's frame stands beside them and is not among them."""
    for i, second in enumerate(found):
        for first in found[max(0, i - _NEAR) : i]:
            stop = _end_of_words(region, first, second)
            if stop is not None:
                shorten(region, first, stop)
            elif _goes_another_way(region, first, second):
                first.parts.pop()


def _goes_another_way(region: Region, first: Frame, second: Frame) -> bool:
    """ "A, officials said, while B wants C": what follows the frame is no word of the officials."""
    head = second.whole or second.speaker
    if first.quoted or len(first.parts) < 2 or head is None or second.cue is None:
        return False
    last = first.parts[-1]
    return (
        last.start < head.start < last.start + _LINK
        and _ANOTHER.fullmatch(region.text(last.start, head.start)) is not None
    )


_ANOTHER: Final = re.compile(r"(?:while|whereas|although|though|but)\s")
# No such word is longer.
_LINK: Final = 10


def _end_of_words(region: Region, first: Frame, second: Frame) -> int | None:
    """Where the words of ``first`` end before ``second``; None where ``second`` is one of them."""
    head, last = second.whole or second.speaker, first.parts[-1]
    if not first.quoted and second.cue and last.start < second.start < second.stop <= second.cue.start:
        # "X says A; B, according to Y": B is no word of X's.
        return second.start if region.text(last.start, second.start).rstrip().endswith(";") else None
    if first.quoted or head is None or second.cue is None or not last.start < head.start < last.stop:
        return None
    if second.parts[0].stop <= min(head.start, second.cue.start):
        # "X believes …, Y said": the frame after the words holds them all.
        return second.parts[0].stop if second.start <= first.start else None
    if first.cue is None or first.cue.stop > last.start or second.cue.start < head.start:
        return None
    between = region.text(last.start, head.start)
    link = _BESIDE.search(between)
    if link:
        return last.start + link.start()
    return head.start if between.rstrip().endswith(",") and _subordinate(region, first) else None


def _subordinate(region: Region, frame: Frame) -> bool:
    head = frame.whole or frame.speaker
    if head is None:
        return False
    return _SUBORDINATE.fullmatch(region.text(region.sentence_of(head.start).start, head.start)) is not None


__all__ = ["JOINED", "end_before", "end_with_relative", "end_with_subordinate", "part", "shorten"]
