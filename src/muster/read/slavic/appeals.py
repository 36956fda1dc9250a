"""«обратился к жителям с просьбой сообщить о …», «выступили с требованием вернуть тела», «звернулася з
проханням»: a verb that says nothing by itself, and a noun of asking with what is asked."""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame, Region, clean
from muster.read.slavic.nominal import made
from muster.read.slavic.phrases import could_speak, speaker_after, subject_before
from muster.text.spans import Span

_APPEALS: Final = re.compile(
    r"(?<!\w)(?P<verb>обрати(?:лся|лась|лось|лись)|обраща(?:ется|ются|лся|лась|лись)|выступи(?:л|ла|ло|ли)|выступа(?:ет|ют|л|ла|ли)"
    r"|зверну(?:вся|лася|лась|лося|лися|лись)|зверта(?:ється|ються|вся|лася|лися)|виступи(?:в|ла|ло|ли)|виступа(?:є|ють|в|ла|ли))"
    r"(?P<whom>\s(?!(?:с|со|з|із|зі)\s)[^.,;:!?()\n\x00]{1,90}?)??"
    r"\s(?P<noun>(?:с|со|з|із|зі)\s(?:[а-яёіїєґ]{3,14}(?:ой|ою|ым|им)\s)?"
    r"(?:просьбой|просьбами|призывом|требованием|требованиями|предложением|проханням|закликом|вимогою|пропозицією))"
    r"(?P<rest>:\s|,\s(?=(?:чтобы|щоб|аби)\s)|\s(?=(?:о|об|про)\s|(?:не\s)?[а-яёіїєґ'’-]{2,20}(?:ть|ти|чь|ться|тися|тись)(?!\w)))",
    re.IGNORECASE,
)
_SHORTEST: Final = 6
_STEMS: Final = ("брати", "обраща", "ыступ", "иступ", "верну", "верта")


def appeals(region: Region) -> list[Frame]:
    """The frames of such verbs; a quotation behind the colon is left to those of quotations."""
    if not any(stem in region.masked for stem in _STEMS):
        return []
    found: list[Frame] = []
    for match in _APPEALS.finditer(region.masked):
        sentence = region.sentence_of(region.start + match.start())
        verb = Span(region.start + match.start("verb"), region.start + match.end("verb"))
        noun = region.start + match.start("noun")
        speaker = subject_before(region, sentence.start, verb.start)
        speaker = speaker or speaker_after(region, verb.stop, noun)
        words = clean(region.page.body, region.start + match.end(), sentence.stop)
        if speaker is None or not could_speak(region, speaker) or words.stop - words.start < _SHORTEST:
            continue
        cue = verb if match["whom"] else Span(verb.start, region.start + match.end("noun"))
        frame = made(region, [words], "intend", cue, speaker, 0.75)
        found += [frame] if frame else []
    return found


__all__ = ["appeals"]
