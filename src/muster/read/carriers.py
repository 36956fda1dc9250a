"""What the words of a claim went through: a platform, an outlet, an intercepted call, a paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from muster.model.claims import Carrier, Claim
from muster.read.marks import Marks
from muster.read.page import Page
from muster.read.people.nobody import CLOSED
from muster.read.people.people import body_base
from muster.read.said import Said
from muster.text.sources.media import A_PAPER, BROUGHT_BY, IN_PASSING, KINDS, way
from muster.text.spans import Span

_NAME = r"(?:[«\"“][^»\"”\n]{2,40}[»\"”]|[A-ZА-ЯЁІЇЄҐ][\w.’-]+(?:\s[A-ZА-ЯЁІЇЄҐ][\w.’-]+){0,4})"
_TALKED = re.compile(
    r"(?:(?:interview (?:with|to)|interviewed by|comments? to|remarks to|speaking (?:to|on)|article for)"
    rf"(?:\s(?:the|a)(?=\s[a-z])(?:\s[a-z-]+){{0,3}}\s{A_PAPER})?"
    r"|(?:интервью|беседе с|разговоре с|комментарии(?: для)?|эфире|"
    r"інтерв['’ʼ]ю|розмові з|коментарі(?: для)?|ефірі)(?: телеканал\w+| издани\w+| видан\w+| газет\w+"
    r"| канал\w+| агентств\w+| агенці\w+| рад[иі]о| порталу| сайту)?)\s(?:the\s)?(" + _NAME + ")"
)
_TELLS = (
    r"(?:рассказ|розпов|сообщ|повід|заяв|сказа|пояс|уточн|подтв|підтв|призна|зізна|добав|прокоммент"
    r"|прокомент)\w{1,8}"
)
_OUTLET_TO = (
    r"(?:(?:журналист|журналіст|корреспондент|кореспондент)\w{1,4}|изданию|виданню|газете|газеті|агентству|агенції"
    r"|телеканалу|каналу|порталу|сайту|редакции|редакції|радио|радіо|Радио|Радіо)"
)
_TITLE = r"[«\"“„][^»\"”“\n]{2,40}[»\"”“]"
_QUOTED = re.compile(r"[«\"“„]([^»\"”“\n]{2,40})[»\"”“]")
_A_POST = re.compile(
    r"\b(?:posts?|channel|page|account)\Z|(?<!\w)(?:пост|допис|канал|страниц|сторінц)\w{0,4}\Z", re.I
)
_BESIDE = 26
_LATIN = r"[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){0,3}"
# «Рассказал изданию The Lantern», «сообщили „Курьеру“», «„Вечеру“ сообщил начальник порта».
_TOLD = re.compile(
    rf"(?<!\w){_TELLS}\s(?:{_OUTLET_TO}\s(?P<a>{_NAME})|(?P<b>{_TITLE}|{_LATIN}))"
    rf"|(?:\A|\s)(?:{_OUTLET_TO}\s(?P<c>{_NAME})|(?P<d>{_TITLE}))\s{_TELLS}(?!\w)"
)
_REPORTERS = (
    "reporters",
    "journalists",
    "lawmakers",
    "investigators",
    "me",
    "us",
    "him",
    "her",
    "them",
    "you",
    "журналистам",
    "журналістам",
)


def carriers_of(page: Page, one: Said, window: Span, marks: Marks) -> tuple[Carrier, ...]:
    """Media named in the frame, nearest to the words first, each once."""
    words = one.region.words
    found: list[tuple[int, Carrier]] = []
    frame = one.frame
    heads = marks.outside(one, window)
    for low, high in heads:
        for match in words.platform.finditer(page.body, low, high):
            found.append((match.start(), Carrier(platform_name(match.group()), "platform")))
        for match in words.outlet.finditer(page.body, low, high):
            span = frame.speaker
            if not (span and span.start <= match.start() < span.stop):
                found.append((match.start(), Carrier(match.group().strip("«»"), "outlet")))
        for match in _TALKED.finditer(page.body, low, high):
            if not marks.is_person(Span(*match.span(1))):
                found.append((match.start(1), Carrier(match.group(1).strip(' «»"“”'), "outlet")))
        if one.region.language != "en":
            found += _told(page, frame.speaker, (low, high), one.region.language)
        for match in words.document.finditer(page.body, low, high):
            found.append(
                (match.start(), Carrier(_document_name(page, match.start(), match.end(), high), "document"))
            )
        found += _media(page, one, low, high)
    sentence = one.region.sentence_of(frame.start)
    if one.region.language != "en":
        found += _passed_on(page, frame.speaker, sentence, one.region.language)
    call = (
        words.interception.search(page.body, sentence.start, sentence.stop) if one.region.level == 0 else None
    )
    if call:
        found.append((call.start(), Carrier("intercepted call", "interception")))
    if frame.addressee and one.region.level == 0:
        told = frame.addressee
        name = _outlet_told(page, told, marks, one.region.language)
        if name:
            found = [f for f in found if not told.start <= f[0] < told.stop]
            found.append((told.start, Carrier(name, "outlet")))
    if one.beyond is not None and one.voice.kind == "organisation" and one.voice.speaker.name:
        # «сообщает агентство со ссылкой на штаб»: the agency carried it.
        found.append(
            (frame.cue.start if frame.cue else frame.start, Carrier(one.voice.speaker.name, "outlet"))
        )
    found = _platforms_once(found, words.platform)
    nearest = sorted(found, key=lambda f: (abs(f[0] - (frame.cue.start if frame.cue else frame.start)), f[0]))
    unique: list[Carrier] = []
    for _, carrier in nearest:
        if not any(
            carrier.name.lower() in c.name.lower()
            or (c.name.lower() in carrier.name.lower() and c.kind == carrier.kind)
            for c in unique
        ):
            unique.append(carrier)
    return tuple(unique)


def _platforms_once(found: list[tuple[int, Carrier]], platform: re.Pattern[str]) -> list[tuple[int, Carrier]]:
    """ "A post on Facebook", "his Telegram channel": the platform says it all."""
    named = [at for at, carrier in found if carrier.kind == "platform"]
    kept = []
    for at, carrier in found:
        if carrier.kind in ("platform", "interception"):
            kept.append((at, carrier))
        elif inside := platform.search(carrier.name):
            kept.append((at, Carrier(platform_name(inside.group()), "platform")))
        elif not (_A_POST.search(carrier.name) and any(0 <= p - at <= _BESIDE for p in named)):
            kept.append((at, carrier))
    return kept


def _passed_on(page: Page, speaker: Span | None, sentence: Span, language: str) -> list[tuple[int, Carrier]]:
    """Outlets that the sentence says passed the words on: «…, слова которого приводит «Тернь»»."""
    found = []
    for match in [*BROUGHT_BY.finditer(page.body, *sentence), *IN_PASSING.finditer(page.body, *sentence)]:
        start, stop = match.span(1)
        if speaker is None or stop <= speaker.start or speaker.stop <= start:
            name = titled.group(1) if (titled := _QUOTED.search(match[1])) else match[1]
            found.append((start, Carrier(body_base(name, language), "outlet")))
    return found


_KINDS = {"papers": "document", "voices": "broadcast", "occasions": "occasion", "people": "person"}


def _media(page: Page, one: Said, low: int, high: int) -> list[tuple[int, Carrier]]:
    """What follows a preposition of way in the frame: "in a statement", «по рации», «через брата»."""
    frame = one.frame
    found = []
    for match in way(one.region.language).finditer(page.body, low, high):
        start, stop = match.span(1)
        kind = next(k for k in KINDS if match.group(k))
        speaker = frame.speaker
        # «говорится в сообщении министерства»: the paper speaks, and carried the words of whoever issued it.
        own = speaker is not None and speaker.start in (start, match.start())
        own = own and not (kind == "papers" and one.voice.speaker.organisation)
        # "By his lawyer" is whose saying it is; through somebody it went.
        direct = kind == "people" and not _THROUGH.search(page.body, match.start(), start)
        # "A project that works through interviews": how somebody knows, not where he said it.
        works = kind == "occasions" and _THROUGH.search(page.body, match.start(), start) is not None
        # «у вівторок заявив», «в среду ответил»: the verb itself, of the stem of a paper.
        verb = frame.cue is not None and match.span(kind) == (frame.cue.start, frame.cue.stop)
        if own or direct or works or verb or _owns(page, stop):
            continue
        found.append((start, Carrier(" ".join(page.words(Span(start, stop)).split()), _KINDS[kind])))
    return found


_THROUGH = re.compile(r"(?:through|via|через)\s\Z", re.I)
_CAPITAL_NEXT = re.compile(r"[’'-]")


def _owns(page: Page, stop: int) -> bool:
    """ "In the letter's view" is no way: the noun owns something."""
    return _CAPITAL_NEXT.match(page.body, stop) is not None


_GOES_ON = re.compile(
    r"(?:add(?:s|ed|ing)|continue[sd]|went on|goes on|conclude[sd]|добав\w+|продолж\w+|заключ\w+|дода\w+"
    r"|продовж\w+|підсумува\w+)\Z",
    re.I,
)


def carried_on(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """ "…", he wrote on Telegram. "…", he added: what he adds went the same way."""
    found: list[Claim] = []
    last: Claim | None = None
    for claim in claims:
        if claim.inside is None:
            if last is not None and not claim.via and _same_way(page, last, claim):
                claim = replace(claim, via=last.via)
            last = claim
        found.append(claim)
    return found


def _same_way(page: Page, last: Claim, claim: Claim) -> bool:
    if not last.via or not claim.said_by or last.said_by[:1] != claim.said_by[:1]:
        return False
    one, other = page.sentence_at(last.passage.start), page.sentence_at(claim.passage.start)
    if page.paragraph_of[one] != page.paragraph_of[other] or other - one > 3:
        return False
    return claim.cue is None or _GOES_ON.search(claim.cue.words) is not None


_PLATFORMS = {
    "tele": "Telegram",
    "теле": "Telegram",
    "face": "Facebook",
    "фейс": "Facebook",
    "tw": "Twitter",
    "тви": "Twitter",
    "тві": "Twitter",
    "вк": "VKontakte",
    "vk": "VKontakte",
    "однокл": "Odnoklassniki",
    "інста": "Instagram",
}


def platform_name(word: str) -> str:
    """The platform that a word in any case and script stands for."""
    low = word.lower()
    for stem, name in _PLATFORMS.items():
        if low.startswith(stem):
            return name
    return word


def _document_name(page: Page, start: int, stop: int, high: int) -> str:
    end = re.compile(r"[^,.;:!?\n]{0,60}").match(page.body, stop, max(stop, min(len(page.body), stop + 60)))
    return " ".join(page.body[start : end.end() if end else stop].split())


def _told(
    page: Page, speaker: Span | None, within: tuple[int, int], language: str
) -> list[tuple[int, Carrier]]:
    """Outlets in the dative beside a verb of saying that somebody else has for its subject."""
    found = []
    for match in _TOLD.finditer(page.body, *within):
        start, stop = match.span(match.lastgroup or 0)
        if speaker is None or stop <= speaker.start or speaker.stop <= start:
            found.append(
                (start, Carrier(body_base(page.body[start:stop].strip('«»"“”„ '), language), "outlet"))
            )
    return found


def _outlet_told(page: Page, span: Span, marks: Marks, language: str) -> str | None:
    words = page.words(span)
    if "«" in words or "“" in words:
        # «рассказал «Речному вестнику»»: the title in its base form.
        return body_base(words[words.index("«" if "«" in words else "“") + 1 :].strip("»”“ "), language)
    bare = _PAPER.sub("", words.removeprefix("the ").removeprefix("The "))
    if words.lower() in _REPORTERS or words.lower() in CLOSED or not bare[:1].isupper():
        return None
    if marks.is_person(span):
        return None
    if language == "en":
        bare = _WHEN.split(bare, maxsplit=1)[0]
    return " ".join(re.sub(r"['’]s\b", "’s", bare).split())


# "The state news agency Tern": a name follows what it is.
_PAPER = re.compile(rf"\A(?:[a-z-]+\s){{0,3}}{A_PAPER}\s(?=[A-Z])")
# "Told Radio Pleso on Monday by phone": when and how is no part of its name.
_WHEN = re.compile(
    r"\s(?:on|this|last|in|by|at|after|before|during|via|over|from|late|earlier|early|yesterday|today|recently"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|shortly|outside|through)(?!\w)"
)


__all__ = ["carried_on", "carriers_of", "platform_name"]
