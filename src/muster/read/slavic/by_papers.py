"""What papers say without a verb of saying, in Russian and Ukrainian: «отримала наказ, згідно з яким роту
відвели», «Це випливає з реєстру», «Це підтверджують документи», «На відео видно, що …»."""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame, Region, clean
from muster.read.slavic.nominal import made
from muster.read.slavic.verbs import antecedent, sentence_before_this
from muster.text.lemmas import lemma
from muster.text.names.ukrainian_bodies import is_paper_uk
from muster.text.sources.words import source_words
from muster.text.spans import Span

_WHICH: Final = re.compile(
    r",\s(?P<cue>(?:згідно\s(?:з|із|зі)|відповідно\sдо|за)\sяк(?:им|ою|ого|ої|ими|их)"
    r"|согласно\sкотор(?:ому|ой|ым)|по\sкотор(?:ому|ой|ым))\s"
    r"(?!сто[їя]|хова|крий|крит|полю|стеж|сум|ганя|йд|йш|скрыва|следи|шли|идут|гоня)",
)
_THIS: Final = re.compile(
    r"(?P<this>Це|Такі\sвисновки|Такий\sвисновок|Это|Такой\sвывод)\s(?:також\s|также\s)?"
    r"(?P<cue>(?:випливає|видно|відомо|зрозуміло|следует|вытекает|видно|известно)\s(?:із|зі|з|из)"
    r"|підтверджу(?:є|ють)|підтвердили|підтвердила|підтвердив|підтвердило|засвідчу(?:є|ють)"
    r"|подтвержда(?:ет|ют)|подтвердил[аио]?)\s(?P<paper>[^,.;:!?\n\x00–—]{3,90})"
)
_SHOWN: Final = re.compile(
    r"(?:\A|[^\w])(?:На|на|У|у|В|в)\s(?P<paper>(?:цьому\s|этом\s|архівн\w{1,3}\s)?"
    r"(?:відео|видео|записі|записи|фото|фотографі(?:ї|ях)|світлин(?:і|ах)|кадрах|знімк(?:у|ах)|снимк(?:е|ах)|ролику|ролике)"
    r"(?:\s[^,.;:!?\n\x00–—]{2,60})?)\s(?P<cue>видно|чутно|слышно|помітно|заметно),\s(?:що|что|як|как)\s"
)
_FIRST: Final = re.compile(r"[^\W\d_][\w’'ʼ-]*")


def by_papers(region: Region) -> list[Frame]:
    """The frames of such papers; the sentence before is what «Це» stands for."""
    if region.level:
        return []
    text = region.masked
    found = _by_which(region) if any(word in text for word in _OF_WHICH) else []
    found += _this_follows(region) if any(word in text for word in _OPENS_THIS) else []
    return found + (_shown(region) if any(word in text for word in _SEEN) else [])


# What is looked for first, because it is cheap.
_OF_WHICH: Final = ("з яким", "з якою", "із як", "до яко", "за як", "котор")
_OPENS_THIS: Final = ("Це ", "Такі висн", "Такий висн", "Это ", "Такой выв")
_SEEN: Final = ("видно,", "чутно,", "слышно,", "помітно,", "заметно,")


def _by_which(region: Region) -> list[Frame]:
    found: list[Frame] = []
    for match in _WHICH.finditer(region.masked):
        at = region.start + match.start()
        sentence = region.sentence_of(at)
        paper = antecedent(region, sentence.start, at)
        if paper is not None and not is_paper(region, paper):
            paper = _paper_before(region, paper)
        if paper is None:
            continue
        words = clean(region.page.body, region.start + match.end(), sentence.stop)
        cue = Span(region.start + match.start("cue"), region.start + match.end("cue"))
        _add(found, region, words, cue, paper)
    return found


def _this_follows(region: Region) -> list[Frame]:
    found: list[Frame] = []
    for match in _THIS.finditer(region.masked):
        at = region.start + match.start()
        if region.text(region.sentence_of(at).start, at).strip():
            continue
        paper = clean(
            region.page.body, region.start + match.start("paper"), region.start + match.end("paper")
        )
        words = sentence_before_this(region, at) if is_paper(region, paper) else None
        cue = Span(region.start + match.start("cue"), region.start + match.end("cue"))
        if words is not None:
            _add(found, region, words, cue, paper)
    return found


def _shown(region: Region) -> list[Frame]:
    found: list[Frame] = []
    for match in _SHOWN.finditer(region.masked):
        cue = Span(region.start + match.start("cue"), region.start + match.end("cue"))
        words = clean(region.page.body, region.start + match.end(), region.sentence_of(cue.start).stop)
        paper = Span(region.start + match.start("paper"), region.start + match.end("paper"))
        _add(found, region, words, cue, paper)
    return found


def _add(found: list[Frame], region: Region, words: Span, cue: Span, paper: Span) -> None:
    frame = made(region, [words], "say", cue, paper, 0.8) if words.stop - words.start >= _LEAST else None
    if frame is not None:
        frame.who = "document"
        found.append(frame)


_LEAST: Final = 6


def is_paper(region: Region, span: Span) -> bool:
    """Whether the first noun is of something written: «копію наказу», «матеріалів справи»."""
    known = source_words(region.language).papers
    return any(
        word in known
        or lemma(word, region.language) in known
        or (region.language == "uk" and is_paper_uk(word))
        for word in (w.lower() for w in _FIRST.findall(region.page.words(span))[:2])
    )


def _paper_before(region: Region, span: Span) -> Span | None:
    """«рішення суду, за яким …»: the paper before whose it is."""
    low = region.sentence_of(span.start).start
    before = _NOUN_BEFORE.search(region.page.body, max(low, span.start - 40), span.start)
    whole = Span(before.start(1), span.stop) if before is not None else None
    return whole if whole is not None and is_paper(region, whole) else None


_NOUN_BEFORE: Final = re.compile(r"(?<!\w)([^\W\d_][\w’'ʼ-]*)\s\Z")


__all__ = ["by_papers", "is_paper"]
