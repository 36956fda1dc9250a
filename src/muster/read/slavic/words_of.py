"""«…», — приводит слова мэра «Вестник»; «…», — приводит агентство его слова: a quotation before a verb that
only passes words on. Whoever is named behind «слова» said them; whoever passes them on stands beside."""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame, Region
from muster.read.slavic.nominal import quote_just_before
from muster.read.slavic.phrases import could_speak, noun_phrase
from muster.text.cases import cases
from muster.text.sources.media import BRINGS
from muster.text.spans import Span

_PASSED_ON: Final = re.compile(
    rf"(?P<verb>{BRINGS})\s"
    r"(?P<before>[^.,;:!?\n\x00]{2,50}?\s)??(?P<his>(?:его|её|ее|их|його|її|їх|їхні)\s)?слова(?!\w)"
)
_END: Final = re.compile(r"[.,;:!?\n\x00]")
_OUTLET: Final = re.compile(
    r"(?=[«\"“A-ZА-ЯЁІЇЄҐ])|(?:издани|агентств|газет|канал|телеканал|портал|редакци|видан|агенці)"
)


def words_of(region: Region) -> list[Frame]:
    """The frames of such sentences."""
    if region.level or " слова" not in region.masked:
        return []
    return [f for m in _PASSED_ON.finditer(region.masked) if (f := _frame(region, m)) is not None]


def _frame(region: Region, match: re.Match[str]) -> Frame | None:
    cue = Span(region.start + match.start("verb"), region.start + match.end())
    sentence = region.sentence_of(cue.start)
    at = region.start + match.end()
    end = _END.search(region.page.body, at, sentence.stop)
    stop = end.start() if end else sentence.stop
    if match["his"]:
        who: Span | None = Span(region.start + match.start("his"), region.start + match.end("his") - 1)
        rest = at
    else:
        who, rest = _whose(region, at, stop)
    if who is None:
        return None
    before = match["before"]
    outlet = None
    if before:
        outlet = Span(region.start + match.start("before"), region.start + match.end("before") - 1)
    elif stop - rest > 2:
        outlet = Span(rest + 1, stop)
    if outlet is not None and not _OUTLET.match(region.page.body, outlet.start):
        outlet = None
    quote = quote_just_before(region, cue.start, sentence)
    if quote is None:
        return None
    if outlet is None:
        return Frame([quote], "say", cue, who, "span", None, True, confidence=0.8)
    return Frame([quote], "say", cue, outlet, "span", quoted=True, confidence=0.8, beyond=who)


def _whose(region: Region, at: int, stop: int) -> tuple[Span | None, int]:
    """The person or body in the genitive behind «слова», and where it ends."""
    people = [n for n in region.named_from(at, stop) if n.kind == "person"]
    if people and people[0].start - at < 90:
        return Span(at + 1, people[0].stop), people[0].stop
    phrase = noun_phrase(region, at + 1, stop)
    if phrase is None:
        return None, at
    first = region.page.words(phrase).split()[0]
    mark = region.text(phrase.start, phrase.stop).find("«")
    phrase = Span(phrase.start, phrase.start + mark - 1) if mark > 1 else phrase
    fits = cases(first, region.language).genitive and could_speak(region, phrase)
    return (phrase, phrase.stop) if fits else (None, at)


__all__ = ["words_of"]
