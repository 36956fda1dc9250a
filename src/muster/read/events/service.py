"""Events of an English text in, likely links out: somebody enlists before he fights, and is tried after.

Copies of a report lose the order of its paragraphs. What happens to soldiers mostly comes in stages; an event
without a day is likely to lie after the dated ones of an earlier stage, after the first of its own and before
those of a later one. Nothing here is certain, and a text that tells of fewer than three stages is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from muster.read.events.day_graph import DayLink
from muster.read.events.narrated import Narrated
from muster.text.anycase import AnyCase

STAGE: Final = "what comes in stages: service begins, fighting, return, refusal, advice and law, outcome"

# By the last stage first: "his letter of refusal was accepted" is an outcome.
_STAGES: Final = tuple(
    (number, AnyCase(rf"\b(?:{words})\b"))
    for number, words in (
        (
            7,
            r"sentenced|convicted|acquitted|discharged|pardoned|(?:letter|request|report|resignation|appeal)\s[^.;]{0,40}?"
            r"(?:accepted|rejected|granted|refused)|verdict",
        ),
        (
            6,
            r"(?:seek|sought|took|taken|got|asked\sfor)\s(?:\w+\s)?(?:legal\s)?advice|lawyer\s(?:told|advised)|(?:filed|lodged|wrote|handed\sin)"
            r"\s(?:\w+\s){0,3}(?:complaint|report|appeal|letter|resignation)|charged\swith|indicted|prosecuted",
        ),
        (
            5,
            r"orders?\sto\sreturn|ordered\s(?:back|to\sreturn)|refus(?:ed|al|ing)\sto\s(?:go|fight|return|join|board|serve)|deserted|not\sprepared\sto\sgo",
        ),
        (
            4,
            r"(?:sent|pulled|brought|taken|flown|moved)\s(?:back|home)|withdr(?:ew|awn)|retreated|regroup\w*|returned\s(?:home|to\s[A-Z]\w+)"
            r"|came\shome|evacuated",
        ),
        (
            3,
            r"cross(?:ed)?\sthe\sborder|broke\sup|under\s(?:attack|fire)|shelled|ambushed|bombed|(?:was|were|got)\s(?:killed|wounded|hit)"
            r"|exploded|blown\sup|(?:unit|column|convoy|company|platoon|battalion)\s(?:moved|advanced|drove|rolled|broke)|battlefield|(?:rushed|pushed|drove)\sforward",
        ),
        (
            2,
            r"(?:sent|moved|transferred|deployed|posted)\s(?:\w+\s)?(?:near|to|up\sto|towards?)\s(?:the\s)?(?:\w+\s)?(?:border|front|exercises?|drills)"
            r"|military\s(?:drills|exercises)",
        ),
        (
            1,
            r"joined\sthe\s(?:army|navy|forces|military|guard|police|brigade)|enlisted|(?:was|were)\s(?:drafted|conscripted|called\sup|mobili[sz]ed)"
            r"|sign(?:ed)?\s(?:up|(?:an?|his|her|the)\s(?:[\w-]+\s){0,3}contract)",
        ),
    )
)
_FEWEST: Final = 3
# So many undated events of a stage are put before those of the next.
_FEW: Final = 6
# How things stand on the day of writing.
_NOW: Final = 8


def stage_links(body: str, told: Sequence[Narrated]) -> list[DayLink]:
    """Likely links for each event with a stage and no day that stands behind no dated one in its paragraph.

    At most two to the dated ones, and a few to those of the next stage. Cost linear in events.
    """
    stages = [_stage(body, event) for event in told]
    if len({s for s in stages if s}) < _FEWEST:
        return []
    # The latest dated event of each stage, and the earliest.
    latest: dict[int, int] = {}
    earliest: dict[int, int] = {}
    for i, stage in enumerate(stages):
        first = told[i].first
        if not stage or first is None:
            continue
        if stage not in latest or (told[latest[stage]].first or 0) < first:
            latest[stage] = i
        if stage not in earliest or (told[earliest[stage]].first or 0) > first:
            earliest[stage] = i
    found = []
    loose: dict[int, list[int]] = {}
    paragraph, dated = -1, False
    for i, stage in enumerate(stages):
        if told[i].clause.paragraph != paragraph:
            paragraph, dated = told[i].clause.paragraph, False
        dated = dated or told[i].dated
        if not stage or dated:
            continue
        loose.setdefault(stage, []).append(i)
        # The first dated event of a stage mostly opens it.
        before = [latest[s] for s in latest if s < stage] + [earliest[s] for s in earliest if s == stage]
        after = [earliest[s] for s in earliest if s > stage]
        if before:
            found.append(DayLink(max(before, key=lambda j: told[j].first or 0), i, reason=STAGE))
        if after:
            found.append(DayLink(i, min(after, key=lambda j: told[j].first or 0), reason=STAGE))
    for one, other in pairwise(sorted(loose)):
        pairs = ((a, b) for a in loose[one][:_FEW] for b in loose[other][:_FEW])
        found += [DayLink(a, b, reason=STAGE) for a, b in pairs]
    return found


def _stage(body: str, event: Narrated) -> int:
    if event.clause.language != "en":
        return 0
    start, stop = event.clause.start, event.clause.stop
    if any(t.time.value == "PRESENT_REF" for t in event.times):
        return _NOW
    return next((number for number, words in _STAGES if words.search(body, start, stop)), 0)


__all__ = ["STAGE", "stage_links"]
