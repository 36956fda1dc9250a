"""«…, рассказавший, что …», «…, попросившая не называть её», «…, який стверджує»: what a participle says that
stands behind somebody."""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame, Region, clean
from muster.read.slavic.nominal import made
from muster.read.slavic.phrases import WORD, could_speak, subject_before
from muster.read.slavic.verbs import antecedent
from muster.text.cases import cases
from muster.text.spans import Span

_END: Final = r"(?:ий|ая|ее|ие|его|ей|ему|их|им|ую)"
_SAYS: Final = re.compile(
    rf",\s(?P<verb>(?:рассказавш|сообщивш|заявивш|утверждающ|считающ|утверждавш|признавш|уверявш|уверяющ|обещавш|обещающ|пообещавш|настаивавш|настаивающ|жаловавш|писавш|написавш|объяснивш|объявивш"
    rf"|подтвердивш|отрицающ|попросивш|просивш|просящ|требовавш|требующ|потребовавш|согласивш){_END}(?:ся)?)"
    r"(?P<rest>,\s(?:что|будто|якобы)\s|\s(?:не\s)?(?=[а-яё]{2,20}(?:ть|ти|ться|тись)(?!\w))|\s(?=(?:о|об)\s[а-яё]))",
    re.IGNORECASE,
)
_TO_DO: Final = re.compile(r"(?:попрос|прос|потреб|треб|соглас|обещ|пообещ)", re.IGNORECASE)
_STOP: Final = re.compile(r"[;:!?()\n\x00…]|\.(?=\s|\Z)|,\s(?!(?:если|чтобы|как|где|когда|ни|и)\s)|\s[–—-]\s")
_TO_SPEAK: Final = re.compile(
    r"\s(?:говорить|поговорить|пообщаться|рассказать|побеседовать|встретиться|ответить)\s", re.IGNORECASE
)
_NAMELESS: Final = re.compile(r"\s(?:об|про)\sаноним", re.IGNORECASE)
_SHORTEST: Final = 6


def participles(region: Region) -> list[Frame]:
    """The frames of participles of saying and asking; the noun before the comma speaks."""
    found: list[Frame] = []
    if "вш" not in region.masked and "ющ" not in region.masked and "ящ" not in region.masked:
        return found
    for match in _SAYS.finditer(region.masked):
        comma = region.start + match.start()
        wish = _TO_DO.match(match["verb"]) is not None
        if wish == match["rest"].startswith(",") or (wish and match["rest"].strip() not in ("", "не")):
            continue
        behind = match.end("verb")
        if _TO_SPEAK.match(region.masked, behind) or _NAMELESS.match(region.masked, behind):
            continue  # whoever agreed to speak has said nothing by it
        sentence = region.sentence_of(comma)
        speaker = antecedent(region, sentence.start, comma)
        if speaker is not None and not _agrees(region, speaker, match["verb"]):
            speaker = subject_before(region, sentence.start, comma)  # «Источник в штабе, попросивший …»
        if speaker is None or not could_speak(region, speaker) or not _agrees(region, speaker, match["verb"]):
            continue
        cue = Span(region.start + match.start("verb"), region.start + match.end("verb"))
        begin = cue.stop if wish else region.start + match.end()
        end = _STOP.search(region.text(begin, sentence.stop), 1)
        span = clean(region.page.body, begin, begin + end.start() if end else sentence.stop)
        if span.stop - span.start >= _SHORTEST:
            frame = made(region, [span], "intend" if wish else "say", cue, speaker, 0.7)
            found += [frame] if frame else []
    return found


def _agrees(region: Region, noun: Span, participle: str) -> bool:
    """«Источник в штабе, попросивший …»: a participle in the nominative is not told of «штабе»."""
    gender = _GENDER.get(participle.lower().removesuffix("ся")[-2:])
    if gender is None:
        return True
    words = WORD.findall(region.page.words(noun))[:2]
    forms = [cases(w, region.language) for w in words]
    while len(forms) > 1 and forms[-1].genitive and gender not in forms[-1].nominative:
        forms.pop()  # «Сестра отказника, попросившая …»
    return bool(forms) and all(gender in f.nominative or f.nominative == "*" for f in forms)


_GENDER: Final = {"ий": "m", "ая": "f", "ее": "n", "ие": "p"}


__all__ = ["participles"]
