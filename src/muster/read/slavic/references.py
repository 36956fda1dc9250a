"""Who said it before, in Russian and Ukrainian: «сообщает X со ссылкой на Y», «канал ссылается на Y: …»."""

from __future__ import annotations

import re

from muster.read.frames import Frame, Region, clean
from muster.read.slavic.body_phrases import with_post
from muster.read.slavic.nominal import WORDS_OF, made, relayed
from muster.read.slavic.phrases import WORD, noun_phrase, subject_before
from muster.text.spans import Span

_REFERRED = re.compile(
    r"(?<!\w)(?:со ссылкой на|ссылаясь на|з посиланням на|із посиланням на"
    r"|посилаючись на)\s+([^,.;:!?\n\x00–—]{2,100})",
    re.I,
)
_CITES = re.compile(
    r"(?<!\w)(?:ссыла(?:ется|ются)|сослал(?:ся|ась|ись)|посила(?:ється|ються)|посла(?:вся|лася|лися)) на\s+"
    r"([^,.;:!?\n\x00–—]{2,100})(?::\s|,\s(?:что|що)\s)", re.I
)  # fmt: skip


def refer(region: Region, found: list[Frame]) -> None:
    """«сообщает X со ссылкой на Y»: Y said it first, X passed it on."""
    text = region.masked
    if "ссыл" not in text and "посил" not in text and "со слов" not in text and "зі слів" not in text:
        return
    heads = sorted(((f.cue or f.speaker or f.parts[0]).start, i) for i, f in enumerate(found))
    for match in [*_REFERRED.finditer(text), *(m for m in WORDS_OF.finditer(text) if relayed(region, m))]:
        at = region.start + match.start()
        source = _source(region, Span(region.start + match.start(1), region.start + match.end(1)))
        if source.stop <= source.start:
            continue  # nothing but marks stands there
        if match.group()[:2].lower() in _LEANING and not _tells(region, source):
            continue  # «отказали, ссылаясь на нехватку денег»: a reason, nobody's words
        sentence = region.sentence_of(at)
        near = [i for head, i in heads if sentence.start <= head < sentence.stop and found[i].beyond is None][
            :1
        ]
        if near:
            frame = found[near[0]]
            leans = match.group()[:2].lower() in _LEANING
            thing = _THING.fullmatch(region.page.words(source)) is not None
            if not thing and not (
                leans and frame.verb in ("deny", "intend")
            ):  # whoever denies or promises does it himself
                frame.beyond = source
            if frame.speaker and frame.speaker.start < at < frame.speaker.stop:
                frame.speaker = Span(
                    frame.speaker.start, clean(region.page.body, frame.speaker.start, at).stop
                )
            frame.parts = [_without(region, p, at, source) for p in frame.parts]
            continue
        part = clean(region.page.body, sentence.start, at)
        if part.stop - part.start >= 12:
            earlier = made(region, [part], "say", Span(at, source.start), source, 0.7)
            found += [earlier] if earlier else []


# «з посиланням на дані з відкритих джерел»: a thing said nothing, the outlet did.
_THING = re.compile(
    r"(?:власні\s|собственные\s|відкриті\s|открытые\s|ці\s|эти\s)?(?:дані|данные|інформацію|информацию|відомості|сведения"
    r"|відео|видео|фото|знімки|снимки)",
    re.IGNORECASE,
)


def cited(region: Region) -> list[Frame]:
    """«Канал ссылается на полковника: стреляла своя батарея»: he said it, the channel passes it on."""
    found: list[Frame] = []
    for match in _CITES.finditer(region.masked):
        sentence = region.sentence_of(region.start + match.start())
        speaker = subject_before(region, sentence.start, region.start + match.start())
        part = clean(region.page.body, region.start + match.end(), sentence.stop)
        cue = Span(region.start + match.start(), region.start + match.start(1) - 1)
        if speaker is None or part.stop - part.start < 12 or region.start + match.end() >= sentence.stop:
            continue
        frame = made(region, [part], "say", cue, speaker, 0.75)
        if frame is not None:
            source = _source(region, Span(region.start + match.start(1), region.start + match.end(1)))
            frame.beyond = source if source.stop > source.start and _tells(region, source) else None
            found.append(frame)
    return found


# «ссылаясь на», «посилаючись на»; «со ссылкой на» has nothing but a source behind it.
_LEANING = ("сс", "по")
# Why somebody does a thing, and what tells nothing: «ссылаясь на нехватку денег», «на сильный ветер».
_REASONS = re.compile(
    r"(?:нехват|нестач|отсутств|відсутн|недостат|закон(?!опроект)|стать[юя]|статт|правил|прав[оа]\Z|регламент|устав|статут|інструкці|инструкци"
    r"|необходим|необхідн|занят|зайнят|болезн|хвороб|самочувств|усталост|здоров|возраст|погод|вет[ер]|вітер|таян|шторм|мороз|ремонт"
    r"|авари|карантин|безопасност|безпек|тайн|таємниц|опыт|досвід|обстоятельств|обстав|причин|традици|традиці|трудност|труднощ|сложност"
    r"|складн|угроз|загроз|праздник|очеред|черг|дефицит|дефіцит|режим|положени|становищ|ситуаци|ситуаці|прецедент)",
    re.IGNORECASE,
)


def _tells(region: Region, source: Span) -> bool:
    """Whether what somebody refers to can have told it: whatever is no mere reason."""
    if region.named_from(source.start, source.stop) or region.page.words(source)[:1] in '«"“':
        return True
    return not any(_REASONS.match(word) for word in WORD.findall(region.page.words(source))[:3])


def _source(region: Region, span: Span) -> Span:
    """The name, the role or the noun phrase behind «со ссылкой на»."""
    named = region.named_in(span.start, span.stop + 1)
    body = region.page.body
    if named and named[0].start - span.start < 40:
        return clean(body, span.start, min(max(named[0].stop, span.start + 1), span.start + 80))
    phrase = noun_phrase(region, span.start, span.stop)
    if phrase is not None:
        return with_post(region, phrase, span.stop)
    return clean(body, span.start, min(span.stop, span.start + 80))


def _without(region: Region, part: Span, at: int, source: Span) -> Span:
    """Reported words without the reference that stands before them."""
    if part.start <= at and source.stop <= part.stop and at - part.start < 3:
        return clean(region.page.body, source.stop, part.stop)
    if part.start + _A_WORD < at and source.stop >= part.stop - 2 and at < part.stop:
        return clean(region.page.body, part.start, at)
    return part


_A_WORD = 4


__all__ = ["cited", "refer"]
