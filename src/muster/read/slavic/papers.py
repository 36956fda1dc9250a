"""What stands in papers, in Russian and Ukrainian: «говорится в сообщении Y», «в отчёте сказано, что …», «из
документов следует, что …». The speaker is the body named, or the paper itself where none is."""

from __future__ import annotations

import re

from muster.read.frames import Frame, Region, clean, content
from muster.read.people.people import is_role
from muster.read.slavic.by_papers import is_paper
from muster.read.slavic.nominal import made, quote_just_before
from muster.read.slavic.phrases import PRONOUN, WORD
from muster.read.slavic.verbs import cut, sentence_before
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.cues import one_of
from muster.text.sources.words import source_words
from muster.text.spans import Span

_STATED = listed(
    """говорится сказано сообщается отмечается подчёркивается подчеркивается указано указывается утверждается
    написано записано прописано значится уточняется поясняется добавляется перечислено пишут
    говорят
    йдеться ідеться мовиться зазначено зазначається повідомляється наголошується вказано вказується
    стверджується значиться занотовано підкреслюється уточнюється перелічено"""
)
# What a paper has behind them may be a noun: «у зведенні фігурує 311», «в справке указана другая фамилия».
_HOLDS = listed(
    """значится указано указана указан указаны записано записан записана записаны
    фигурирует фигурируют
    перечислено перечислены
    значиться вказано вказана вказаний вказані записаний записана записані фігурує фігурують фігурувало
    зазначено перелічено перелічені"""
)
_FOLLOWS = listed(
    "следует вытекает виходить стало_известно стало_ясно видно випливає стало_відомо відомо зрозуміло ясно"
)
_VERB = one_of([w.replace("_", " ") for w in sorted(_STATED | _FOLLOWS | _HOLDS)])
_IN = re.compile(r"\s+(?:в|во|у|на)\s+(?=[^\W\d_]|[«\"“])")
_FROM = re.compile(r"\s+(?:из|із|з|зі|со)\s+(?=[^\W\d_]|[«\"“])")
_BEHIND_IN = re.compile(
    r"(?:\A|[^\w])(?:в|во|у|на|В|Во|У|На)\s+((?:[^,.;:!?\n\x00–—]|(?<=\s[А-ЯЁІЇЄҐ])\.){3,120}?)"
    r"(?:\s(?:также|також|ещё|далее|далі|прямо|ранее|раніше))?\s\Z"
)
_BEHIND_FROM = re.compile(r"(?:\A|[^\w])(?:из|Из|із|Із|з|З|зі|Зі)\s+([^,.;:!?\n\x00–—]{3,90}?)\s\Z")
_INTRODUCES = re.compile(r"\s?(?:(?:о том|про те)?,\s?(?:что|що)\s|[,:]\s)")
_THAT = re.compile(r"\s*(?:о том|про те)?,?\s*(?:что|що|будто|нібито|якобы)\s")


# What a body says by it is its own word, and not a paper's: «говорится в сообщении Минобороны».
_UTTERED = re.compile(
    r"(?:сообщени|заявлени|пресс-релиз|релиз|сводк|сайт|пост|публикаци|комментари|ответ|показани|рассказ|свидетельств|слов\Z|свідчен|розповід|повідомлен|заяв|пресреліз|реліз|зведен|допис"
    r"|публікаці|коментар|відповід)\w{0,3}\Z",
    re.I,
)


_ON_REQUEST = re.compile(r"\s(?:на|від|от)\s")  # «у відповіді поліції на запит», «від 3 травня»


def _is_body(region: Region, start: int, stop: int) -> bool:
    """«сообщении министерства обороны»: what stands behind the paper is a body without a capital."""
    bodies = source_words(region.language).bodies
    for word in list(WORD.finditer(region.page.body, start, stop))[:4]:
        low = word.group().lower()
        if lemma(low, region.language) in bodies:
            return True
        if cases(low, region.language).kind != "adjective":
            return False
    return False


def _people_next(region: Region, start: int, stop: int) -> bool:
    found = WORD.match(region.page.body, start + 1, stop)
    low = found.group().lower() if found else ""
    base = lemma(low, region.language)
    return bool({low, base} & source_words(region.language).people) or is_role(base, region.words)


_WHERE = re.compile(
    r",\s(?:где|де|там|в\sкотор(?:ом|ой|ых)|[ув]\sяк(?:ому|ій|их))\s(?:прямо\s|чётко\s|так\s|же\s)?"
    r"(?P<verb>написано|записано|сказано|указано|говорится|значится|зазначено|вказано|йдеться|ідеться|мовиться)"
    r"(?:\s?:\s|,\s(?:что|що)\s)", re.I
)  # fmt: skip


def _where_written(region: Region) -> list[Frame]:
    """«показывают журнал, где записано: «…»»: the thing before the comma speaks."""
    found = []
    for match in _WHERE.finditer(region.masked):
        at = region.start + match.start()
        sentence = region.sentence_of(at)
        thing = _last_noun(region, sentence.start, at)
        cue = Span(region.start + match.start("verb"), region.start + match.end("verb"))
        quote = region.quote_after(region.start + match.end())
        if quote and quote.start == region.start + match.end() and quote.start not in region.used:
            region.used.add(quote.start)
            part, quoted = content(region.page.body, quote), True
        else:
            part, quoted = clean(region.page.body, region.start + match.end(), sentence.stop), False
        if thing is None or part.stop - part.start < 6:
            continue
        frame = made(region, [part], "say", cue, thing, 0.75)
        if frame is not None:
            frame.who, frame.quoted = "document", quoted
            found.append(frame)
    return found


def _last_noun(region: Region, start: int, stop: int) -> Span | None:
    """The last noun of the clause that ends here."""
    low = max(start, stop - 80)
    for word in reversed(list(WORD.finditer(region.page.body, low, stop))):
        form = cases(word.group(), region.language)
        if form.kind == "noun":
            return Span(*word.span())
        if form.kind == "verb":
            return None
    return None


def papers(region: Region) -> list[Frame]:
    """The frames of what is written somewhere."""
    found: list[Frame] = _where_written(region)
    for match in _VERB.finditer(region.masked):
        frame = _paper_frame(region, Span(region.start + match.start(), region.start + match.end()))
        if frame is not None:
            found.append(frame)
    return found


def _paper_frame(region: Region, verb: Span) -> Frame | None:
    said = region.page.words(verb).lower().replace(" ", "_")
    follows = said in _FOLLOWS
    after = (_FROM if follows else _IN).match(region.masked, verb.stop - region.start)
    if after:
        return _stated_in(region, Span(verb.start, region.start + after.end()), region.start + after.end())
    rest = region.masked, verb.stop - region.start
    noun = None
    if not _INTRODUCES.match(*rest):
        noun = _ABOUT.match(*rest) or (_HELD.match(*rest) if said in _HOLDS else None)
        if noun is None or follows:
            return None
    sentence = region.sentence_of(verb.start)
    low = max(sentence.start, verb.start - 240)
    lead = region.text(low, verb.start)
    told = _TOLD_OF_IT.search(lead) if lead.endswith(", ") else None
    lead = lead[: told.start()] + " " if told else lead[-150:] if len(lead) > 150 else lead
    low = low if told else verb.start - len(lead)
    before = (_BEHIND_FROM if follows else _BEHIND_IN).search(lead)
    if before is None:
        return None
    where = Span(low + before.start(1), low + before.end(1))
    return _names_it(region, where, verb) if noun is not None else _in_stated(region, where, verb)


# «В отчёте говорится об исчезновении троих»
_ABOUT = re.compile(r"\s(?=(?:об?|про)\s\S{3})")
_HELD = re.compile(r"\s(?!(?:під|под|за|в|у|во|на|як|как|серед|среди|не|і|и|й|та)\s)(?=[^\s,.;:!?–—])")


def _names_it(region: Region, where: Span, cue: Span) -> Frame | None:
    """What a paper tells of or names, where it is one by its noun: no yard has «в дворе говорится о …»."""
    begin, stop = cue.stop + 1, region.sentence_of(cue.start).stop
    over = region.text(where.start, where.stop).find(" за ")  # «в сводке за месяц»
    where = Span(where.start, where.start + over) if over > 0 else where
    span = cut(region, begin, stop)
    comma = region.text(span.start, span.stop).find(",")
    span = Span(span.start, span.start + comma) if comma > 0 else span
    if any(PRONOUN.fullmatch(w) for w in WORD.findall(region.page.words(where))):
        return None  # «в протоколе он значится под номером»
    return _paper(region, cue, [span], where, False) if is_paper(region, where) else None


# «Из документов, с которыми ознакомился «Берег», следует», «В письме, опубликованном судом, говорится»
_TOLD_OF_IT = re.compile(
    r",\s(?:(?:[а-яёіїє'’ʼ-]{1,12}\s){0,2}(?:котор\w{2,3}|як(?:ий|а|е|і|ого|ої|их|ому|ій|им|ою|ими|у))|имеющ\w+|опубликован\w+|оприлюднен\w+"
    r"|полученн\w+|отримано\w+|отриман\w+|подписанн\w+|підписан\w+|направленн\w+|поступивш\w+|переданн\w+)\s[^,.;:!?\n]{2,120},\s\Z"
)


def _paper(region: Region, cue: Span, parts: list[Span], where: Span, quoted: bool) -> Frame | None:
    """A frame whose speaker is the body named, or the paper itself where none is."""
    bodies = [n for n in region.named_in(where.start, where.stop + 1) if n.kind in ("organisation", "person")]
    few = 3 if region.page.body[parts[0].start : parts[0].stop].isdecimal() else 6  # «фігурує 311»
    several = len(parts) > 1
    parts = [p for p in parts if p.stop - p.start >= (2 if several else few)]
    frame = made(region, parts, "say", cue, where, 0.8)
    if frame is None:
        return None
    frame.quoted = quoted
    head = WORD.match(region.page.body, where.start)
    uttered = head is not None and _UTTERED.match(head.group()) is not None
    if bodies and (uttered or region.words.document.match(region.page.body, where.start) is None):
        frame.speaker, frame.whole = Span(bodies[0].start, bodies[0].stop), where
    elif head is not None and uttered and _is_body(region, head.end() + 1, where.stop):
        asked = _ON_REQUEST.search(region.page.body, head.end() + 1, where.stop)
        frame.speaker, frame.whole = Span(head.end() + 1, asked.start() if asked else where.stop), where
    elif head is not None and uttered and _people_next(region, head.end(), where.stop):
        frame.speaker = Span(head.end() + 1, where.stop)  # «из рассказов жителей»
    elif head is not None and _is_body(region, head.start(), where.stop):
        frame.speaker, frame.whole = where, None  # «в правительстве говорят»
    else:
        frame.who = "document"
    return frame


def _stated_in(region: Region, cue: Span, at: int) -> Frame | None:
    """«…», говорится в сообщении Минобороны; … , следует из отчёта."""
    body, sentence = region.page.body, region.sentence_of(cue.start)
    end = re.search(r"[,.;:!?\n\x00–—]", region.text(at, sentence.stop))
    where = clean(body, at, at + end.start() if end else sentence.stop)
    if where.stop <= where.start or where.stop - where.start > 140:
        return None
    before = sentence_before(region, cue, region.text(sentence.start, cue.start))
    if before is not None:
        return Frame([before], "say", cue, where, "document", confidence=0.8)
    quote = quote_just_before(region, cue.start, sentence)
    if quote:
        return _paper(region, cue, [quote], where, True)
    that = _THAT.match(region.text(where.stop, sentence.stop))
    if that:
        return _paper(region, cue, [clean(body, where.stop + that.end(), sentence.stop)], where, False)
    lead = region.text(sentence.start, cue.start).rstrip(" –—-")
    as_it_says = _AS_IT_SAYS.search(lead)
    if as_it_says is not None:
        return _as_it_says(region, cue, where, sentence.start + as_it_says.start())
    if not lead.endswith((",", "…")) and region.text(sentence.start, cue.start).rstrip(" ")[-1:] not in (
        "–",
        "—",
        "-",
    ):
        return None
    parts = [clean(body, sentence.start, cue.start)]
    tail = _GOES_ON.match(body, where.stop, sentence.stop)  # «З них, ідеться у звіті, 37 зниклих»
    if tail is not None and region.words.hook.match(body, tail.end()) is None:
        parts.append(clean(body, tail.end(), sentence.stop))
    return _paper(region, cue, parts, where, False)


# Behind the paper the clause goes on, unless what stands there is told of the paper.
_GOES_ON = re.compile(
    r"[»”\"]?,\s(?:[–—-]\s)?(?!(?:[а-яіїє]{1,3}\s)?(?:котор|як(?:ий|а|е|і|ого|ої|их|у|ому|ій|им)(?!\w))|име[ею]|опубликован|оприлюдн|получен|отримано"
    r"|отриман|подписан|підписан|направлен|поступивш|передан|розміщен|размещен|а\s|но\s|але\s|и\s|й\s|та\s|і\s|однак|проте|хоча|хотя|[а-яіїє]{3,}(?:чи|вши)\s)(?=\w)"
)
_AS_IT_SAYS = re.compile(
    r"(?:\A[\W_]{0,4}|,\s)(?:и\s|а\s|і\s)?(?:как|як)(?:\s(?:также|уже|і|и|також|вже))?\Z", re.I
)
_BESIDE_IT = re.compile(
    r",\s(?:котор\w{2,3}|[\wїієґ]{1,3}\sкотор\w{2,3}|як(?:ий|а|е|і)|(?:з|із|у)\sяк\w{2,3}|име[ею]\w+|опубликован\w+|[а-яё]+(?:вш|ющ|нн)\w+)"
    r"[^,.;:!?\n\x00]{3,120}(?=,)"
)


def _as_it_says(region: Region, cue: Span, where: Span, at: int) -> Frame | None:
    """«Как следует из отчёта, …», «…, как указано в акте, …»: what stands beside the clause."""
    body, sentence = region.page.body, region.sentence_of(cue.start)
    known = source_words(region.language)
    words = [w.lower() for w in WORD.findall(region.page.words(where))[:3]]
    paper = any(
        {w, lemma(w, region.language)} & (known.papers | known.bodies) or _UTTERED.match(w) for w in words
    )
    if not paper and not region.named_in(where.start, where.stop + 1):
        return None  # «как видно из окна»
    told = _BESIDE_IT.match(region.text(where.stop, sentence.stop))
    behind = where.stop + (told.end() if told else 0)
    before = clean(body, sentence.start, at)
    comma = re.match(r"[»”\"]?,\s(?:[–—-]\s)?", region.text(behind, sentence.stop))
    after = clean(body, behind + comma.end(), sentence.stop) if comma else Span(behind, behind)
    parts = [p for p in (before, after) if p.stop - p.start > 2]
    return _paper(region, cue, parts, where, False) if parts else None


def _in_stated(region: Region, where: Span, cue: Span) -> Frame | None:
    """«В отчёте комиссии говорится, что …»; «из документов следует, что …»."""
    body, sentence = region.page.body, region.sentence_of(cue.start)
    rest = region.text(cue.stop, sentence.stop)
    that = _THAT.match(rest)
    colon = re.match(r"\s?:\s*", rest)
    border = that or colon
    if border is None:
        return None
    begin = cue.stop + border.end()
    quote = region.quote_after(begin)
    if colon and quote and quote.start == begin:
        if quote.start in region.used:
            return None
        region.used.add(quote.start)
        return _paper(region, cue, [content(body, quote)], where, True)
    return _paper(region, cue, [clean(body, begin, sentence.stop)], where, False)


__all__ = ["papers"]
