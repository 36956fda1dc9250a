"""Russian and Ukrainian noun phrases: who stands before a verb, after it, or beside an apposition."""

from __future__ import annotations

import re

from muster.read.frames import Region, clean
from muster.read.people import Named, is_role, russian_tags
from muster.text.listed import listed
from muster.text.spans import Span

_HARD = re.compile(r"[.!?:;()\n\x00\[\]]|\s[-–—]\s|[–—«»“”\"]")


PRONOUN = re.compile(r"(?<!\w)(?:он|она|они|я|мы|він|вона|вони|ми)(?!\w)", re.I)
_PREPOSITIONS = listed(
    """в во на с со к ко из от до по за при о об у без для про через между перед під над у від із зі з до
    до біля після після во"""
)
_CONJUNCTIONS = re.compile(
    r"(?<!\w)(?:и|а|но|однако|что|когда|если|поскольку|потому|так|как|хотя|где|чтобы|при этом|также"
    r"|кроме того|і|й|та|але|однак|проте|що|коли|якщо|бо|"
    r"хоча|де|щоб|також|крім того|впрочем|между тем|тем временем|тим часом|ранее|раніше|позже|пізніше"
    r"|затем|потім|сегодня|сьогодні|вчера|вчора)(?!\w)",
    re.I,
)
_END_RIGHT = re.compile(r"[,.;:!?()\n\x00\[\]«»“”\"]|\s[-–—]|[–—]")
_IN_BODY = re.compile(r"\s+(?:в|во|у|на)\s+(?=[^\W\d_])", re.I)
_MEDIUM = re.compile(
    r"\s+(?:в|во|у|на)\s+(?:своём\s|своем\s|своєму\s|своїй\s|своей\s|официальном\s"
    r"|офіційному\s)?(?:telegram|телеграм|facebook|фейсбук|twitter|твит|твіт|интервью|інтерв|эфире|ефірі|"
    r"беседе|розмові|разговоре|комментари|коментар|ходе|ході|понедельник|вторник|среду|четверг|пятницу"
    r"|субботу|воскресенье|понеділок|вівторок|середу|четвер|"
    r"п.ятницю|суботу|неділю|суде|суді|видео|відео|соцсет|соцмереж|youtube|instagram|свою очередь"
    r"|свою чергу)",
    re.I,
)
WORD = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w))*|\d+")


def subject_before(region: Region, low: int, stop: int) -> Span | None:
    """The speaker before the verb: a person, a pronoun, a body, a role; nearest to the verb first."""
    low = max(low, region.start, stop - 360)
    left = region.text(low, stop)
    aside = re.search(r"\s\([^()\n]{1,60}\)\s*\Z", left)
    if aside:
        left = left[: aside.start()]
        stop = low + len(left)
    hard = 0
    for mark in _HARD.finditer(left):
        if mark.group() not in '«»"“”':
            hard = mark.end()
    left_trim = left.rstrip()
    if left_trim.endswith(","):
        return _apposed(region, low + hard, low + len(left_trim) - 1)
    clause_start = hard + left[hard:].rfind(",") + 1
    begin = low + clause_start
    named = [n for n in region.named_in(begin, stop) if not _governed(region, n.start)]
    people = [n for n in named if n.kind == "person"]
    if people:
        n = people[-1]
        return Span(n.role_start if begin <= n.role_start < n.start else n.start, n.stop)
    pronoun = None
    for match in PRONOUN.finditer(region.page.body, begin, stop):
        pronoun = match
    if pronoun:
        return Span(*pronoun.span())
    role = _role_phrase(region, begin, stop)
    if role:
        return role
    if named:
        return Span(named[0].start, named[0].stop)
    return _bare_phrase(region, begin, stop)


def _governed(region: Region, start: int) -> bool:
    """True after a preposition: then the name is no subject."""
    before = region.page.body[max(0, start - 12) : start].split()
    return bool(before) and before[-1].lower() in _PREPOSITIONS


def _role_phrase(region: Region, begin: int, stop: int) -> Span | None:
    """«представитель Минобороны», «двое жителей»: a role word with what belongs to it."""
    body = region.page.body
    words = list(WORD.finditer(body, begin, stop))
    for i, match in enumerate(words):
        word = match.group()
        if not is_role(word, region.words) or (i and words[i - 1].group().lower() in _PREPOSITIONS):
            continue
        if region.language == "ru" and word.islower() and "nomn" not in russian_tags(word.lower()):
            continue
        first = i
        while first > 0 and i - first < 3 and body[words[first - 1].end() : words[first].start()] == " ":
            before = words[first - 1].group()
            if before.lower() in _PREPOSITIONS or _CONJUNCTIONS.fullmatch(before) or not _adjective(before):
                break
            first -= 1
        last = i
        while last + 1 < len(words) and body[words[last].end() : words[last + 1].start()].strip('«"“ ') == "":
            following = words[last + 1].group()
            if (
                following.lower() in _PREPOSITIONS
                or _CONJUNCTIONS.fullmatch(following)
                or last - i >= 5
                or _adverb(following)
            ):
                break
            last += 1
        end = words[last].end()
        return Span(words[first].start(), end + 1 if body[end : end + 1] in '»"”' else end)
    return None


def _adjective(word: str) -> bool:
    return (
        re.search(
            r"(?:ый|ий|ой|ая|яя|ые|ие|ых|их|ий|а|і|один|одна|двое|трое|несколько|многие|кілька|деякі"
            r"|багато)\Z",
            word.lower(),
        )
        is not None
        or word[:1].isupper()
    )


def _adverb(word: str) -> bool:
    return word.lower() in (
        "также",
        "також",
        "ранее",
        "раніше",
        "позже",
        "пізніше",
        "уже",
        "вже",
        "не",
        "ещё",
        "еще",
        "ще",
        "журналистам",
        "журналістам",
        "тоже",
        "теж",
    )


def _bare_phrase(region: Region, begin: int, stop: int) -> Span | None:
    """A short phrase before the verb that nothing else explains: «Пекин», «американец», «источники»."""
    text = region.page.body[begin:stop]
    lead = 0
    for match in _CONJUNCTIONS.finditer(text):
        lead = match.end()
    span = clean(region.page.body, begin + lead, stop)
    words = WORD.findall(region.page.body[span.start : span.stop])
    while words and _adverb(words[-1]):
        span = clean(region.page.body, span.start, span.stop - len(words.pop()))
    if (
        not words
        or len(words) > 9
        or words[0].lower() in _PREPOSITIONS
        or (words[0].islower() and lead == 0 and region.text(begin - 1, begin) == ",")
    ):
        return None
    if words[0].lower() in ("как", "як"):
        return None
    if region.language == "ru" and not any(
        "nomn" in russian_tags(w.lower()) or w[:1].isupper() for w in words[:3]
    ):
        return None
    return span


def _apposed(region: Region, low: int, stop: int) -> Span | None:
    """«X, директор Y, [сказал]»."""
    body = region.page.body
    followed = [
        n for n in region.named_in(low, stop) if body[n.stop : n.stop + 1] in (",", "»") and n.stop < stop
    ]
    people = [n for n in followed if n.kind == "person"] or [
        n for n in region.named_in(low, stop) if n.kind == "person"
    ]
    chosen: list[Named] = people[-1:] or followed[:1]
    if chosen:
        n = chosen[0]
        return Span(n.role_start if low <= n.role_start < n.start else n.start, n.stop)
    comma = body.rfind(",", low, stop)
    return subject_before(region, low, comma) if comma > low else None


def speaker_after(region: Region, start: int, stop: int) -> Span | None:
    """Who stands after the verb: «сказал он», «сообщили в МИД», «рассказала Би-би-си адвокат Анна …»."""
    text = region.text(start, min(stop, start + 220))
    end = _END_RIGHT.search(text, 1)
    limit = start + (end.start() if end else len(text))
    if end and end.group() in '«"“':
        quoted = re.match(r"[«\"“][^«»\"”“\n]{1,60}[»\"”]", text[end.start() :])
        if quoted:
            more = _END_RIGHT.search(text, end.start() + quoted.end())
            limit = start + (more.start() if more else len(text))
    return phrase_after(region, start, limit)


def phrase_after(region: Region, start: int, limit: int) -> Span | None:
    body = region.page.body
    if limit <= start:
        return None
    pronoun = PRONOUN.match(body, start + 1 if body[start : start + 1] == " " else start, limit)
    if pronoun:
        return Span(*pronoun.span())
    named = region.named_in(start, limit + 1) or region.named_from(start, limit)
    people = [n for n in named if n.kind == "person" and not _governed(region, n.start)]
    if people:
        n = people[0]
        return Span(n.role_start if start <= n.role_start < n.start else n.start, n.stop)
    bodies = [n for n in named if n.kind == "organisation"]
    in_body = _IN_BODY.match(body, start, limit)
    if in_body and not _MEDIUM.match(body, start, limit):
        return clean(body, in_body.end(), max(limit, bodies[0].stop) if bodies else limit)
    outlet = region.words.outlet.search(body, start, limit)
    role = _role_after(region, outlet.end() if outlet else start, limit)
    if role:
        return role
    if bodies and not _governed(region, bodies[0].start):
        return Span(bodies[0].start, bodies[0].stop)
    medium = _MEDIUM.search(body, start, limit)
    span = clean(body, start, medium.start() if medium else limit)
    words = WORD.findall(body[span.start : span.stop])
    if (
        not words
        or len(words) > 8
        or words[0].lower() in _PREPOSITIONS | {"что", "що", "о", "про", "как", "як", "не", "и", "і", "та"}
    ):
        return None
    if region.language == "ru" and words[0].islower() and _governed_word(words[0]):
        return None
    for match in re.finditer(
        r"\s(?:в|во|на|у|по|з|із|с|со|после|після|для|о|об|про)\s", body[span.start : span.stop]
    ):
        return clean(body, span.start, span.start + match.start())
    return span


def _governed_word(word: str) -> bool:
    """A noun or adjective that cannot be a subject: «считает оценку …»."""
    tags = russian_tags(word.lower())
    return ("NOUN" in tags or "ADJF" in tags) and "nomn" not in tags


def _role_after(region: Region, start: int, limit: int) -> Span | None:
    """The first phrase with a role word, without the addressee that may stand before it."""
    body = region.page.body
    words = list(WORD.finditer(body, start, limit))
    for i, match in enumerate(words[:8]):
        if is_role(match.group(), region.words) and not (i and words[i - 1].group().lower() in _PREPOSITIONS):
            first = i
            while (
                first > 0
                and _adjective(words[first - 1].group())
                and not words[first - 1].group()[:1].isupper()
            ):
                first -= 1
            end = limit
            cut = re.search(r"\s(?:в|во|на|у|по|после|після|для|о|об|про)\s", body[match.end() : limit])
            if cut:
                end = match.end() + cut.start()
            return clean(body, words[first].start(), end)
    return None


__all__ = ["PRONOUN", "WORD", "phrase_after", "speaker_after", "subject_before"]
