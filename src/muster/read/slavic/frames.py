"""Russian and Ukrainian frames: «…», – сказал X; X заявил, что …; по словам X; — Реплика, — сказав X.

Both languages set commas strictly, so most borders are written in the text; word order is free, so
the speaker is looked for on both sides of the verb. The surest constructions are read first: a
quotation with its verb, then phrases without a verb («по словам»), then verbs with a clause.
"""

from __future__ import annotations

import bisect
import re

from muster.read.findings import COUNTED, counted
from muster.read.frames import Frame, Region, has_no_stops
from muster.read.slavic.appeals import appeals
from muster.read.slavic.by_papers import by_papers
from muster.read.slavic.clauses import clause
from muster.read.slavic.gapped import gapped, hearsay
from muster.read.slavic.heads import headed, labels_within, signed
from muster.read.slavic.nominal import agentless, nominals
from muster.read.slavic.papers import papers
from muster.read.slavic.participles import participles
from muster.read.slavic.phrases import could_speak, subject_before, whole
from muster.read.slavic.quoted import dialogue, elliptic, interrupted, led_up_to, shown, with_quotation
from muster.read.slavic.references import cited, refer
from muster.read.slavic.such import such
from muster.read.slavic.words_of import words_of
from muster.text.cases import cases
from muster.text.sources.media import BROUGHT_BY, IN_PASSING, TELLS_ON
from muster.text.spans import Span

_GERUND = {
    "ru": re.compile(r"(?:в|вши|вшись|[^сь]я|ясь)\Z"),
    "uk": re.compile(r"(?:чи|чись|вши|вшись)\Z"),
}


# Not before another «что» or infinitive of the same list: «потребовал открыть мост; вернуть паром».
_NEXT_CLAUSE = 160
_SEMICOLON = re.compile(
    r";\s+(?!(?:и|а|і|й|та)?\s?(?:что|що|чтобы|щоб|аби)\s|(?:не\s)?[а-яёіїєґ]{2,20}(?:ть|ти|ться|тися|тись)(?!\w))"
)
# Who admits or confirms a number says it, whatever he is.
_STATES = re.compile(r"(?:призна|подтвер|визна|підтвер)")
_OWN = re.compile(r"(?<!\w)(?:я|мы|ми)\s(?:\w+\s){0,2}\Z", re.I)


def find_frames(region: Region) -> list[Frame]:
    """Every frame of the region, in the order of its cues."""
    region.sentences = _clauses_apart(region)
    region.masked = _without_passing(region)
    hooked = region.words.hook.search(region.page.body, region.start, region.stop) is not None
    if not hooked and "огласно" not in region.masked and "гідно з" not in region.masked:
        found = [*dialogue(region), *headed(region), *labels_within(region)]
        found += [*shown(region), *led_up_to(region), *elliptic(region), *gapped(region, found)]
        found += hearsay(region, found) + appeals(region) + such(region)
        found += words_of(region)
        return sorted(found + signed(region, found), key=_head) if region.level == 0 else found
    found = [f for f in (interrupted(region, q) for q in region.quotes) if f]
    found += dialogue(region)
    cues = [c for c in _cues(region, found) if not (region.quotes and region.brackets_around(c[0], _NEAR))]
    rest: list[tuple[Span, str]] = []
    for i, (cue, verb) in enumerate(cues):
        low = cues[i - 1][0].stop if i else region.start
        if i and _told_aside(region, cues[i - 1][0], cue):
            low = region.start  # «санитарка, которая просила …, ответила: «…»»
        high = cues[i + 1][0].start if i + 1 < len(cues) else region.stop
        frame = with_quotation(region, cue, verb, low, high) if region.quotes else None
        if frame is None:
            rest.append((cue, verb))
        else:
            found += [frame, *_led_up(region, cue, verb, low, frame)]
    found += [*headed(region), *labels_within(region)]
    found += nominals(region)
    found += cited(region)
    found += papers(region)
    found += by_papers(region)
    found += participles(region)
    found += appeals(region)
    found += such(region)
    found += words_of(region)
    found += agentless(region, _covered(found))
    taken = _covered(found)
    free = [(cue, verb) for cue, verb in rest if cue.start not in taken and cue.stop - 1 not in taken]
    found += _clauses(region, free, found)
    for match in COUNTED[region.language].finditer(region.masked):
        cue = Span(region.start + match.start(), region.start + match.end())
        taken_here = any(f.cue and f.cue.start <= cue.start < f.cue.stop for f in found)
        if not taken_here and not any(p.start <= cue.start < p.stop for f in found for p in f.parts):
            subject = subject_before(region, region.sentence_of(cue.start).start, cue.start)
            speaks = subject is not None and _STATES.match(region.page.words(cue)) is not None
            known = subject is not None and speaks and could_speak(region, subject)
            frame = counted(region, subject, cue, known=known)
            found += [frame] if frame else []
    found += shown(region)
    found += led_up_to(region)
    found += elliptic(region)
    if region.level == 0 and not region.turn:
        found += signed(region, found)
    found += gapped(region, found)
    found += hearsay(region, found)
    refer(region, found)
    if "," in region.masked and has_no_stops(region.page.body[region.start : region.stop]):
        _part(region, found)
    for frame in found:
        if frame.speaker and frame.whole is None and frame.who == "span":
            frame.whole = whole(region, frame.speaker, frame.cue)
    return sorted(found, key=_head)


# Verbs that have words of their own before a colon and a quotation.
_LEADS_UP = re.compile(
    r"(?:опров|спрост|отриц|запереч|отверг|отверга|відкид|відкин|оспар|оспор|оскарж|подтвер|підтвер|призна|визна|назв|назыв|назив"
    r"|счита|вважа|(?:не\s)?соглас|(?:не\s)?згод|усомн|сомнев|сумнів)",
    re.IGNORECASE,
)


def _led_up(region: Region, cue: Span, verb: str, low: int, frame: Frame) -> list[Frame]:
    """«Мэр слухи опроверг: «…»», «Считает ответ отпиской: «…»», «Моста там не было, заявил сторож: «…»»: what
    is said before the colon is a claim beside the quotation."""
    last, sentence = frame.parts[-1], region.sentence_of(cue.start)
    gap = region.text(cue.stop, last.start)
    if len(frame.parts) > 1 or frame.speaker is None or last.start < cue.stop or ":" not in gap:
        return []
    before = region.text(sentence.start, cue.start)
    inverted = verb == "say" and _AFTER_WORDS.search(before) is not None and frame.speaker.start > cue.stop
    if not inverted and _LEADS_UP.match(region.page.words(cue)) is None:
        return []
    ends = Span(sentence.start, cue.stop + gap.index(":"))
    return [f for f in clause(region, cue, verb, low, ends.stop, False, None, ends) if f.stop <= ends.stop]


_AFTER_WORDS = re.compile(r"\w[^.!?:;\x00]{10,},\s\Z")
_LEFT_OVER = re.compile(r"(?:\s(?:а|но|и|ну|вот|ещё|еще|потом|і|й|та|але|ще|потім))+\s?\Z", re.I)


def _part(region: Region, found: list[Frame]) -> None:
    """In talk written without stops what somebody said ends where the next one begins to speak."""
    heads = sorted(min(f.cue.start, f.speaker.start if f.speaker else f.cue.start) for f in found if f.cue)
    for frame in found:
        start, stop = frame.parts[-1]
        at = bisect.bisect_right(heads, start)
        if at < len(heads) and heads[at] < stop and len(frame.parts) == 1:
            words = _LEFT_OVER.sub("", region.page.body[start : heads[at]].rstrip())
            frame.parts[-1] = Span(start, start + len(words.rstrip(" ,")))


def _without_passing(region: Region) -> str:
    """«Мэр, передаёт «Тернь», во вторник заявил»: the clause between is no neighbour of subject and verb."""
    masked, pieces, done = region.masked, [], 0
    for found in IN_PASSING.finditer(region.page.body, region.start, region.stop):
        low, high = found.start() - region.start, found.end() - 1 - region.start
        verb = region.words.cue.search(masked, high + 1)
        between = masked[high + 1 : verb.start()] if verb is not None else ","
        if between.count(" ") <= _FEW_WORDS and not _MARK.search(between):
            pieces += [masked[done:low], " " * (high - low)]
            done = high
    return "".join([*pieces, masked[done:]]) if pieces else masked


_MARK = re.compile(r"[,.:;()\x00]")
_FEW_WORDS = 3


def _clauses_apart(region: Region) -> list[Span]:
    """The sentences, parted at semicolons behind which somebody else may be said to speak."""
    if ";" not in region.masked:
        return region.sentences
    apart: list[Span] = []
    for start, stop in region.sentences:
        low = start
        for mark in _SEMICOLON.finditer(region.masked, start - region.start, stop - region.start):
            if region.words.hook.search(region.masked, mark.end(), mark.end() + _NEXT_CLAUSE) is None:
                continue
            apart.append(Span(low, region.start + mark.start()))
            low = region.start + mark.end()
        apart.append(Span(low, stop))
    return apart


def _head(frame: Frame) -> int:
    return frame.cue.start if frame.cue else frame.start


def _cues(region: Region, found: list[Frame]) -> list[tuple[Span, str]]:
    """Every verb of saying, thinking or wanting, with its class; those of the frames found are done."""
    words, base = region.words, region.start
    taken = _covered(found)
    cues = []
    for match in words.cue.finditer(region.masked):
        cue = Span(base + match.start(), base + match.end())
        if cue.start not in taken:
            form = " ".join(match.group().split())
            cues.append((cue, words.cue_class.get(form) or words.cue_class.get(form.lower(), "say")))
    return cues


def _clauses(region: Region, cues: list[tuple[Span, str]], found: list[Frame]) -> list[Frame]:
    """Verbs with a clause, a noun or an infinitive; one without a subject of its own goes on with the
    speaker before it in the sentence («сообщил …, добавив, что …»)."""
    fresh: list[Frame] = []
    # «Мать, просившая не называть её, сказала»: behind the participle's clause she is the subject again.
    before = sorted((f for f in found if f.cue and f.speaker and not _aside(region, f.cue)), key=_head)
    for i, (cue, verb) in enumerate(cues):
        if region.level and verb == "know" and _OWN.search(region.text(region.start, cue.start)[-24:]):
            continue  # "I think" within somebody's words is his hedge
        sentence = region.sentence_of(cue.start)
        at = bisect.bisect_left(before, cue.start, key=_head)
        earlier = [f for f in before[max(0, at - 1) : at] if sentence.start <= _head(f)]
        earlier += [f for f in fresh[-1:] if f.cue and sentence.start <= f.cue.start and f.speaker]
        ends = [max(f.cue.stop, f.speaker.stop) for f in earlier if f.cue and f.speaker]
        low = max([sentence.start, *(e for e in ends if e <= cue.start)])
        high = cues[i + 1][0].start if i + 1 < len(cues) else sentence.stop
        last = cues[i - 1][0] if i and sentence.start <= cues[i - 1][0].start else None
        inside = region.brackets_around(cue)
        if inside is not None:
            sentence, high = inside, min(high, inside.stop)
            low = max(low, sentence.start)
        elif (last and (_told_aside(region, last, cue) or region.brackets_around(last))) or (
            last and _carrier_behind(region, cue, sentence) is not None
        ):
            low, earlier = sentence.start, []
        if high < sentence.stop and _told_aside(region, cue, cues[i + 1][0]):
            sentence = Span(sentence.start, region.page.body.rindex(",", cue.stop, high))
        elif high < sentence.stop and (tail := _carrier_behind(region, cues[i + 1][0], sentence)) is not None:
            sentence = Span(sentence.start, tail)
        elif passed := BROUGHT_BY.search(region.page.body, cue.stop, sentence.stop):
            sentence = Span(sentence.start, passed.start())
            high = min(high, sentence.stop)
        form = region.page.words(cue).lower()
        gerund = _GERUND[region.language].search(form) is not None
        sentence = _within_relative(region, cue, sentence)
        before_it = earlier[-1] if earlier else None
        fresh += clause(region, cue, verb, low, high, gerund, before_it, sentence)
    return fresh


_PARTICIPLE = re.compile(r"\w{2,}(?:вш|ющ|ящ)(?:ий|ая|ее|ие)(?:ся)?", re.IGNORECASE)


def _aside(region: Region, cue: Span) -> bool:
    return _PARTICIPLE.fullmatch(region.page.words(cue)) is not None


_RELATIVE = re.compile(
    r",\s(?:\w{1,4}\s)?(?:котор\w{2,3}|як(?:ий|а|е|і|ого|ої|ому|ій|им|ою|ими|их))\s[^,;:.\n\x00]{0,60}\Z",
    re.I,
)
_CLOSED = re.compile(r"[^,;:.!?\n\x00]{0,90},\s(?:[\w-]+\s){0,2}")


_NEXT_WORD = re.compile(r",\s(?:не\s)?([^\W\d_][\w'’ʼ-]*)")


def _within_relative(region: Region, cue: Span, sentence: Span) -> Span:
    """«…, который обещал мир, уехал»: the sentence up to where the relative clause of the verb ends."""
    if _RELATIVE.search(region.text(max(region.start, cue.start - 90), cue.start)) is None:
        return sentence
    for comma in list(_NEXT_WORD.finditer(region.text(cue.stop, sentence.stop)))[:4]:
        if cases(comma.group(1), region.language).kind == "verb":
            return Span(sentence.start, cue.stop + comma.start())
    return sentence


# Brackets may hold several sentences: «Нам пише жінка (ім’я відоме нам. Вік теж): «…»».
_NEAR = 80
# Who passes on what somebody said: «…, заявил мэр, передаёт «Тернь»».
_PASSES_ON = re.compile(rf"{TELLS_ON}\s[^,:;()\n]{{2,90}}?[.!…]?\s*\Z")


def _carrier_behind(region: Region, cue: Span, sentence: Span) -> int | None:
    """Where the comma stands before a verb that ends the sentence with an outlet of what was said."""
    if region.text(cue.start - 2, cue.start) != ", ":
        return None
    return cue.start - 2 if _PASSES_ON.match(region.text(cue.start, sentence.stop)) else None


def _told_aside(region: Region, cue: Span, following: Span) -> bool:
    """«жена солдата, которая просит не называть её, рассказала …»: ``cue`` stands in a relative clause,
    and the verb of what that clause belongs to follows."""
    if _CLOSED.fullmatch(region.text(cue.stop, following.start)) is None:
        return False
    if region.text(max(region.start, cue.start - 2), cue.start) == ", " and _GERUND[region.language].search(
        region.page.words(cue).lower()
    ):
        return True  # «Экономист X, комментируя решение, сказал: «…»»
    return _RELATIVE.search(region.text(max(region.start, cue.start - 90), cue.start)) is not None


def _covered(found: list[Frame]) -> set[int]:
    """Places where a cue stands already."""
    taken: set[int] = set()
    for frame in found:
        if frame.cue is not None:
            taken.update(range(*frame.cue))
    return taken


__all__ = ["find_frames"]
