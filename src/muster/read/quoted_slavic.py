"""Quotations, dialogue lines and headlines with their speakers, in Russian and Ukrainian."""

from __future__ import annotations

import re

from muster.read.frames import SPOKEN, Frame, Region, clean, content
from muster.read.people import is_role
from muster.read.phrases_slavic import PRONOUN, WORD, could_speak, phrase_after, speaker_after, subject_before
from muster.text.cases import agreement, cases
from muster.text.quotes import Quotation
from muster.text.spans import Span

_GAP_BEFORE = re.compile(
    r"[\s,.!?…*_]*(?:[-–—][\s*_]*)?(?:(?:как|як|також|также|тоже|теж|потом|тогда|затем|далі|так|ранее"
    r"|раніше|об этом|про це"
    r"|не|ещё|еще|ще|вдруг|наконец|раптом|тихо|громко)\s+){0,2}\Z",
    re.I,
)
_LEADS = re.compile(r"[^.!?;:\n\x00]{0,140}:\s*(?:[-–—]\s*)?")
# «X это подтверждает, но уточняет: «…»»: the subject of the verb before.
_AND = re.compile(
    r",?\s(?:(?:и|а|но|і|й|та|але|однако|проте|однак|затем|потім|также|також|лишь|лише|тут же)\s){1,2}",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[^.!?\n\x00]{0,120}[,.:]?\s*[-–—]?\s*")
_SUBJOINED = re.compile(
    r",\s*(?:что|що|будто|нібито|якобы|чтобы|щоб|начебто|неначе|буцімто|буцім|ніби|мол|мовляв|дескать|где|де"
    r"|в\sкотор\w{2,3}|[ув]\sяк\w{2,3})\s",
    re.I,
)
_INTERRUPTED = re.compile(r"([,!?…])\s*[-–—]\s+")
_RESUMED = re.compile(r"[,.]\s*[-–—]\s*")
_MODAL = re.compile(
    r"(?<!\w)(?:чтобы|щоб|бы|би|б|мог|могла|могли|може|если|якщо|хотел|хотела|хотів"
    r"|хотіла)\s+(?:\w+\s){0,2}\Z",
    re.I,
)


def with_quotation(region: Region, cue: Span, verb: str, low: int, high: int) -> Frame | None:
    """«…», – сказал X; X сказал: «…»; «…», – сказал X, – «…». No other verb of saying (they begin at
    ``low`` and ``high``) stands between a quotation and its own."""
    body, sentence = region.page.body, region.sentence_of(cue.start)
    parts: list[Span] = []
    speaker: Span | None = None
    before, after = region.quote_before(cue.start), region.quote_after(cue.stop)
    if (
        before
        and before.start not in region.used
        and before.stop >= max(sentence.start, low)
        and _whole(region, before)
    ):
        speaker = _gap_speaker(region, before, cue, region.text(before.stop, cue.start))
        if speaker:
            parts.append(content(body, before))
            region.used.add(before.start)
    if after and after.start < min(sentence.stop, high) and after.start not in region.used:
        gap = region.text(cue.stop, after.start)
        bare = gap.strip(" ") in ("", "–", "—", "-")
        colon = _LEADS.fullmatch(gap) is not None and not _SUBJOINED.search(gap)
        few = body.count(" ", after.inner_start, after.inner_stop) < 3
        bare = (
            bare
            and not (few and body[after.inner_stop - 1] not in "!?…")
            and verb not in ("intend", "know", "accuse", "hear")
        )
        aside = gap.lstrip().startswith(",") and region.text(low, cue.start).rstrip().endswith(",")
        colon = colon and not aside  # «Утром, рассказывает, нашла записку: «…»»
        leads = bare or colon or (bool(parts) and _GOES_ON.fullmatch(gap) is not None)
        capital = body[after.inner_start : after.inner_start + 1].isupper()
        if leads and (capital or parts or colon):
            if not parts:
                speaker = subject_before(region, max(sentence.start, low), cue.start)
                speaker = speaker or speaker_after(region, cue.stop, after.start)
                if speaker is not None and not could_speak(region, speaker):
                    speaker = None  # «жизнь описывает двумя словами: «…»»
                if speaker is None and _AND.fullmatch(region.text(low, cue.start)):
                    speaker = subject_before(region, sentence.start, low)
            if speaker or colon:
                parts.append(content(body, after))
                region.used.add(after.start)
    if not parts:
        return None
    verb = "say" if verb in ("think", "intend") else verb  # what is quoted was said
    who = "span" if speaker else "carried"
    cited = _cited(region, cue)
    if cited is not None:
        return Frame(parts, "say", cue, speaker, who, quoted=True, confidence=0.85, beyond=cited)
    hypothetical = _MODAL.search(region.text(sentence.start, cue.start)) is not None
    return Frame(parts, verb, cue, speaker, who, None, True, hypothetical, 0.95)


_CITES = re.compile(r"цитир|цитує|цитува", re.I)
_HIS_WORDS = re.compile(
    r"\s(?:слова|заявление|заявления|сообщение|комментарий|пост|ответ|письмо|речь|выступление|заяву|повідомлення"
    r"|коментар|допис|відповідь|лист|промову|виступ)\s(?=[^\W\d_])"
)


def _cited(region: Region, cue: Span) -> Span | None:
    """«…», – цитирует заявление министерства ТСН: whose statement it is; whoever cites it passes it on."""
    if _CITES.match(region.page.words(cue)) is None:
        return None
    words = _HIS_WORDS.match(region.page.body, cue.stop, min(region.stop, cue.stop + 40))
    first = WORD.match(region.page.body, words.end()) if words else None
    if first is None or not cases(first.group(), region.language).genitive:
        return None
    named = region.named_from(first.start(), first.start() + 1)
    return Span(named[0].start, named[0].stop) if named else Span(*first.span())


def _whole(region: Region, quote: Quotation) -> bool:
    """False for the end of a sentence put in marks: «Запрет нужен как «мера защиты», – заявил X»."""
    if not region.page.body[quote.inner_start : quote.inner_start + 1].islower():
        return True
    sentence = region.sentence_of(quote.start)
    lead = region.text(sentence.start, quote.start)
    return SPOKEN in lead or len(WORD.findall(lead)) < 2 or lead.rstrip().endswith((":", ",", "–", "—"))


def _gap_speaker(region: Region, before: Quotation, cue: Span, gap: str) -> Span | None:
    """Who speaks where a quotation stands before the verb: after it, or between the two."""
    if len(gap) > 160 or re.search(r"[;:\n\x00]|[.!?]\s+(?![-–—])", gap):
        return None
    dash = re.match(r"[\s,.!?…*_]*[-–—]\s(?=[а-яёіїєґ])", gap)
    if _GAP_BEFORE.match(gap) or (dash and _no_subject(region, before.stop + dash.end(), cue.start)):
        stop = region.sentence_of(cue.start).stop
        return speaker_after(region, cue.stop, stop) or _past_aside(region, cue.stop, stop)
    if not re.match(r"[\s,.!?…]*[-–—]|\s*,\s", gap):
        return None
    return subject_before(region, before.stop, cue.start)


def _past_aside(region: Region, start: int, stop: int) -> Span | None:
    """«рассказал, выступая в парламенте, министр X»: the subject behind what stands between commas."""
    text = region.text(start, min(stop, start + 200))
    aside = re.match(r",\s[^,.;:!?\n\x00]{4,90},(?=\s)", text)
    return speaker_after(region, start + aside.end(), stop) if aside else None


def interrupted(region: Region, quote: Quotation) -> Frame | None:
    """«Был момент, – сказал X, – когда …»: the frame stands inside the marks."""
    frame = _broken(region, quote.inner_start, quote.inner_stop)
    if frame:
        region.used.add(quote.start)
    return frame


_LEAD = re.compile(
    r"(?:(?:не|тихо|громко|вдруг|тогда|потом|наконец|опять|снова|знову|раптом|тоді|потім|також|также"
    r"|ещё|еще|ще)\s+){0,2}",
    re.I,
)
_SMALL_SUBJECT = re.compile(r"((?:[^\W\d_][\w'’-]*\s){1,4}?)")


def _no_subject(region: Region, start: int, stop: int) -> bool:
    """«– строго спросил», «– с досадой сказал»: nothing that could be a subject stands there."""
    words = WORD.findall(region.page.body[start:stop])
    forms = [cases(w, region.language) for w in words]
    fits = agreement(region.page.body[stop : stop + 24].split(None, 1)[0].strip(",.:;!?"), region.language)
    return len(words) <= 3 and not any(f.kind == "pronoun" or set(f.nominative) & {*fits, "*"} for f in forms)


def _broken(region: Region, start: int, stop: int) -> Frame | None:
    """«REPLY, – said X[, – REPLY]» between these places."""
    body = region.page.body
    for mark in _INTERRUPTED.finditer(body, start, stop):
        found = _verb_near(region, mark.end(), stop)
        if found is None:
            continue
        cue, subject = found
        resumed = _RESUMED.search(body, cue.stop, min(stop, cue.stop + 200))
        dot = re.compile(r"[.!?…](?=\s|\Z)").search(body, cue.stop, stop)
        if resumed and dot and dot.start() < resumed.start():
            resumed = None
        end = resumed.start() if resumed else dot.start() if dot else stop
        comma = body.find(",", cue.stop, end)
        speaker = subject or phrase_after(region, cue.stop, comma if comma > 0 else end)
        if speaker is None:
            continue
        parts = [clean(body, start, mark.end(1)), *([clean(body, resumed.end(), stop)] if resumed else [])]
        parts = [_with_end(body, p) for p in parts if p.stop > p.start]
        kind = region.words.cue_class.get(region.page.words(cue).lower(), "say")
        return Frame(parts, kind, cue, speaker, "span", None, True, confidence=0.9) if parts else None
    return None


def _with_end(body: str, span: Span) -> Span:
    """A question or exclamation mark belongs to what was said."""
    return Span(span.start, span.stop + 1) if body[span.stop : span.stop + 1] in ("?", "!", "…") else span


def _verb_near(region: Region, at: int, stop: int) -> tuple[Span, Span | None] | None:
    """The verb straight behind a dash, or behind its subject: «– тихо сказал», «– он сказал»."""
    body, cue = region.page.body, region.words.cue
    if not body[at : at + 1].isalpha():
        return None
    lead = _LEAD.match(body, at, stop)
    verb = cue.match(body, lead.end() if lead else at, stop)
    if verb:
        return Span(*verb.span()), None
    end = re.compile(r"[,.:;!?\n–—]").search(body, at, min(stop, at + 90))
    near = cue.search(body, at, end.start() if end else min(stop, at + 90))
    if near is None:
        return _deed(region, at, end.start() if end else min(stop, at + 90))
    if _no_subject(region, at, near.start()):
        return Span(*near.span()), None
    pronoun = PRONOUN.match(body, at, near.start())
    subject = Span(*pronoun.span()) if pronoun else subject_before(region, at, near.start())
    return (Span(*near.span()), subject) if subject and subject.start >= at else None


_FINITE = re.compile(
    r"(?:л|ла|ло|ли|лся|лась|лось|лись|в|вся|лася|лися|ет|ит|ёт|ут|ют|ат|ят|є|єть|ить|ять|уть|ють|же|ше)(?:ся|сь)?\Z"
)


def _deed(region: Region, at: int, stop: int) -> tuple[Span, Span | None] | None:
    """«– прощается он. –», «– махнул рукой Ветров, –»: whatever somebody does between dashes, he speaks."""
    verb = WORD.match(region.page.body, at, stop)
    if (
        verb is None
        or not _FINITE.search(verb.group())
        or cases(verb.group(), region.language).kind != "verb"
    ):
        return None
    speaker = phrase_after(region, verb.end(), stop)
    if speaker is None or speaker.stop < stop - 1 or not _is_somebody(region, speaker):
        return None
    return Span(*verb.span()), speaker


def _is_somebody(region: Region, speaker: Span) -> bool:
    words = region.page.words(speaker)
    people = [n for n in region.named_from(speaker.start, speaker.stop) if n.kind == "person"]
    return bool(people) or PRONOUN.fullmatch(words) is not None or is_role(words.split()[0], region.words)


def led_up_to(region: Region) -> list[Frame]:
    """«Ким не унывает: «…»», «Глава района Лужин в эфире: «…»»: somebody, and no verb of saying."""
    body = region.page.body
    found = []
    for quote in region.quotes:
        sentence = region.sentence_of(quote.start)
        lead = region.text(sentence.start, quote.start)
        words = body[quote.inner_start : quote.inner_stop]
        told = quote.start not in region.used and lead.rstrip().endswith(":") and words.count(" ") >= 1
        if not told or region.words.cue.search(lead) or SPOKEN in lead or len(lead) > 240:
            continue
        speaker = _before_colon(region, sentence.start, sentence.start + lead.rindex(":"))
        if speaker is not None:
            region.used.add(quote.start)
            found.append(Frame([content(body, quote)], "say", None, speaker, quoted=True, confidence=0.6))
    return found


_ELLIPTIC = re.compile(
    r"(?<!\w)(?P<who>он|она|они|я|він|вона|вони)\s(?:мне|нам|ему|ей|им|мені|йому|їй|їм)(?:\s(?:так|же|ж))?:\s(?=\w)",
    re.I,
)  # fmt: skip


def elliptic(region: Region) -> list[Frame]:
    """«А они мне: ждите экспертизу»: who and to whom, and no verb."""
    found = []
    for match in _ELLIPTIC.finditer(region.masked):
        at = region.start + match.end()
        words = clean(region.page.body, at, region.sentence_of(at).stop)
        if words.stop - words.start >= 4 and region.sentence_of(region.start + match.start()).stop > at:
            who = Span(region.start + match.start("who"), region.start + match.end("who"))
            found.append(Frame([words], "say", None, who, confidence=0.55))
    return found


def _before_colon(region: Region, start: int, colon: int) -> Span | None:
    """The subject of the last verb before a colon, if he is somebody; without a verb, whoever is named."""
    low = start + max(region.text(start, colon).rfind(";"), -1) + 1
    verbs = [
        m for m in WORD.finditer(region.page.body, low, colon)
        if _FINITE.search(m.group()) and cases(m.group(), region.language).kind == "verb"
    ]  # fmt: skip
    if verbs:
        speaker = subject_before(region, low, verbs[-1].start()) or phrase_after(
            region, verbs[-1].end(), colon
        )
        return speaker if speaker is not None and _is_somebody(region, speaker) else None
    people = [n for n in region.named_in(low, colon + 1) if n.kind == "person"]
    if len({n.norm for n in people}) != 1:
        return None
    n = people[0]
    return Span(n.role_start if low <= n.role_start < n.start else n.start, n.stop)


# --- dialogue ---------------------------------------------------------------------------------------------
def dialogue(region: Region) -> list[Frame]:
    """A line of dialogue: «— …, — сказал X. — …»; without a verb it is carried, where one had a verb."""
    page, body = region.page, region.page.body
    if region.level or region.turn or body[region.start] not in "–—-":
        return []
    index = page.sentence_at(region.start)
    block = page.paragraphs[page.paragraph_of[index]]
    if body[block.start] not in "–—-" or not body[block.start + 1 : block.start + 2].isspace():
        return []
    start = region.start + 1
    frame = _broken(region, start, region.stop)
    if frame:
        if len(frame.parts) > 1 and frame.parts[-1].stop >= region.stop - 2:
            last = clean(body, frame.parts[-1].start, _next_aside(region, block.stop))
            frame.parts[-1] = _with_end(body, last)
        region.use(region.start, region.stop)
        return [frame]
    if region.start == block.start or SPOKEN in region.masked:
        return []
    # «– …, – говорит X. – Ремень его. А они мне: ждите»: he goes on to the end of the paragraph.
    span = clean(body, start, _next_aside(region, block.stop))
    if span.stop - span.start < 6:
        return []
    return [Frame([span], "say", None, None, "carried", None, True, False, 0.7)]


_ASIDE = re.compile(r"[,.!?…]\s[–—-]\s(?=[а-яёіїєґ])")


def _next_aside(region: Region, stop: int) -> int:
    """Where the next words of the narrator stand behind a dash, or where the paragraph ends."""
    found = _ASIDE.search(region.page.body, region.stop, stop)
    if found is None:
        return stop
    sentence = region.page.sentences[region.page.sentence_at(found.start())]
    return max(region.stop, sentence.start)


# --- headlines and signatures -----------------------------------------------------------------------------
_LABEL = re.compile(
    r"[^\w«\"“\n]{0,12}([^:.!?…\n\x00]{2,90}?)(?:\s[-–—]\s(?:о|об|про)\s[^:\n\x00]{3,70})?:\s+(?=\S)"
)
_SIGNED = re.compile(
    r"[,.!?…]?\s*[–—-]\s+([^.,!?:\n\x00–—]{2,60}?)(?:\s(?:со ссылкой|з посиланням"
    r"|із посиланням)\b[^.\n]{0,80})?[.\s]*\Z",
    re.I,
)


def headed(region: Region) -> list[Frame]:
    """«⚡️Минобороны: …», «Мать солдата: «…»»: a speaker before a colon at the head of a paragraph."""
    if region.level or not region.heads:
        return []
    body, sentence = (
        region.page.body,
        region.sentences[0] if region.sentences else Span(region.start, region.stop),
    )
    match = _LABEL.match(body, region.start, region.stop)
    if match is None:
        return []
    span = Span(*match.span(1))
    speaker = _headline_speaker(region, span)
    if speaker is None:
        return []
    quote = region.quote_after(match.end())
    if quote and quote.start == match.end() and quote.start not in region.used:
        region.used.add(quote.start)
        return [Frame([content(body, quote)], "say", None, speaker, quoted=True, confidence=0.85)]
    words = clean(body, match.end(), max(sentence.stop, match.end()))
    if region.page.words(words).count(" ") < 2 or quote in region.quotes_in(*words):
        return []
    return [Frame([words], "say", None, speaker, confidence=0.7)]


def _headline_speaker(region: Region, span: Span) -> Span | None:
    """The span if it is a name or somebody's role and nothing else."""
    named = region.named_in(span.start, span.stop + 1)
    words = region.page.words(span).split()
    if any(cases(w.lower(), region.language).kind == "verb" for w in WORD.findall(region.page.words(span))):
        return None
    if named:
        n = named[0]
        start = n.role_start if span.start <= n.role_start < n.start else n.start
        rest = region.page.body[span.start : start].strip(' «"“')
        tail = region.page.body[n.stop : span.stop].strip(' »"”')
        ends = (
            not tail
            or (n.kind == "organisation" and tail.islower() and tail.count(" ") < 3)
            or (tail[0] == "," and len(tail) < 60)
        )
        if n.kind == "person" and not n.certain and n.gender == "-" and " " not in n.norm and rest:
            return None
        if not rest and ends and not region.words.cue.search(region.page.body, span.start, span.stop):
            return Span(start, span.stop if not tail or tail[0] != "," else n.stop)
    if (
        len(words) <= 5
        and words
        and is_role(words[0].lower(), region.words)
        and words[0].lower() not in _NOTES
        and cases(words[0].lower(), region.language).nominative
    ):
        return span if not region.words.cue.search(region.page.body, span.start, span.stop) else None
    return None


_NOTES = frozenset(
    {
        "автор",
        "источник",
        "источники",
        "джерело",
        "джерела",
        "редактор",
        "авторы",
        "служба",
        "команда",
        "автори",
        "суд",
    }
)


def signed(region: Region, found: list[Frame]) -> list[Frame]:
    """A post's last words: «…, – NBC News», «… — Минобороны»."""
    sentence = region.sentences[-1] if region.sentences else Span(region.start, region.stop)
    if any(f.cue is not None and f.cue.start >= sentence.start for f in found[-200:]):
        return []
    match = _SIGNED.search(region.text(sentence.start, sentence.stop)[-200:])
    if match is None:
        return []
    offset = sentence.stop - min(200, sentence.stop - sentence.start)
    span = Span(offset + match.start(1), offset + match.end(1))
    named = region.named_in(span.start, span.stop + 1)
    outlet = region.words.outlet.match(region.page.body, span.start)
    known = outlet or (named and named[0].start - span.start < 30 and named[-1].stop >= span.stop - 3)
    spoken = any(
        cases(w.lower(), region.language).kind == "verb" for w in WORD.findall(region.page.words(span))
    )
    if not known or spoken or region.page.body[span.start : span.stop].count(" ") > 6:
        return []
    quote = region.quote_before(span.start)
    if (
        quote
        and quote.start not in region.used
        and not region.text(quote.stop, offset + match.start()).strip(" ,–—-")
    ):
        region.used.add(quote.start)
        return [
            Frame([content(region.page.body, quote)], "say", None, span, "span", None, True, confidence=0.7)
        ]
    part = clean(region.page.body, sentence.start, offset + match.start())
    words = WORD.findall(region.page.words(part))[:40]
    told = region.words.cue.search(region.page.body, *part) is not None
    if not outlet and (told or not any(cases(w.lower(), region.language).kind == "verb" for w in words)):
        return []
    if part.stop - part.start < 20:
        return []
    region.use(*part)
    return [Frame([part], "say", None, span, confidence=0.6)]


__all__ = ["dialogue", "elliptic", "headed", "interrupted", "led_up_to", "signed", "with_quotation"]
