"""Quotations, dialogue lines and headlines with their speakers, in Russian and Ukrainian."""

from __future__ import annotations

import re

from muster.read.frames import SPOKEN, Frame, Region, clean, content
from muster.read.people.people import is_role
from muster.read.slavic.phrases import PRONOUN, WORD, could_speak, phrase_after, speaker_after, subject_before
from muster.read.slavic.tokens import SEES
from muster.text.anycase import AnyCase
from muster.text.cases import agreement, cases
from muster.text.quotes import Quotation
from muster.text.sources.trades import is_of_woman
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
# «выразил соболезнования и [сказал: «…»]»: what stands between is the object of the verb before.
_AND_SAID = re.compile(
    r"[^,.;:!?\n\x00]{1,80}\s(?:и|і|й|та)\s(?:(?:также|також|затем|потім)\s)?", re.IGNORECASE
)
_GOES_ON = re.compile(r"[^.!?\n\x00]{0,120}[,.:]?\s*[-–—]?\s*")
_SUBJOINED = re.compile(
    r",\s*(?:что|що|будто|нібито|якобы|чтобы|щоб|начебто|неначе|буцімто|буцім|ніби|мол|мовляв|дескать|где|де"
    r"|в\sкотор\w{2,3}|[ув]\sяк\w{2,3})\s",
    re.I,
)
_INTERRUPTED = re.compile(r"([,!?…]|\.(?=\s[-–—]\s[а-яёіїєґ]))\s*[-–—]\s+")
_RESUMED = re.compile(r"[,.]\s*[-–—]\s*")
_MODAL = re.compile(
    r"(?<!\w)(?:чтобы|щоб|бы|би|б|мог|могла|могли|може|если|якщо|хотел|хотела|хотів"
    r"|хотіла)\s+(?:\w+\s){0,2}\Z",
    re.I,
)


def with_quotation(region: Region, cue: Span, verb: str, low: int, high: int) -> Frame | None:
    """«…», – сказал X; X сказал: «…»; «…», – сказал X, – «…». No other verb of saying (they begin at
    ``low`` and ``high``) stands between a quotation and its own."""
    if verb == "know" and SEES.match(region.page.words(cue)):
        return None  # «такого не видел: «Горело ровно»»
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
        gap = region.text(before.stop, cue.start)
        speaker = _gap_speaker(region, before, cue, gap)
        if speaker is None and _DASHED.fullmatch(gap):
            speaker = _cited(region, cue)  # «…», – цитирует N «Берег»
        if speaker or (_DASHED.fullmatch(gap) and _ALONE.match(region.text(cue.stop, sentence.stop))):
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
            and (verb not in ("intend", "know", "accuse", "hear") or _to_do(verb, body, after))
        )
        aside = gap.lstrip().startswith(",") and region.text(low, cue.start).rstrip().endswith(",")
        colon = colon and not aside  # «Утром, рассказывает, нашла записку: «…»»
        leads = bare or colon or (bool(parts) and _GOES_ON.fullmatch(gap) is not None)
        capital = body[after.inner_start : after.inner_start + 1].isupper()
        if leads and (capital or parts or colon or verb == "intend"):
            if not parts:
                speaker = subject_before(region, max(sentence.start, low), cue.start)
                speaker = speaker or speaker_after(region, cue.stop, after.start)
                if speaker is not None and not could_speak(region, speaker):
                    speaker = None  # «жизнь описывает двумя словами: «…»»
                if speaker is None and (
                    _AND.fullmatch(region.text(low, cue.start))
                    or _AND_SAID.fullmatch(region.text(low, cue.start))
                ):
                    speaker = subject_before(region, sentence.start, low)
            if speaker or colon:
                parts.append(content(body, after))
                region.used.add(after.start)
    if not parts:
        return None
    verb = "say" if verb in ("think", "intend") else verb  # what is quoted was said
    who = "span" if speaker else "carried"
    cited = _cited(region, cue)
    if (
        cited is not None
        and speaker is not None
        and cited.start < speaker.stop
        and speaker.start < cited.stop
    ):
        speaker = cited  # «цитирует Ветрова Reuters»
    elif cited is not None and cited != speaker:
        return Frame(parts, "say", cue, speaker, who, quoted=True, confidence=0.85, beyond=cited)
    hypothetical = _MODAL.search(region.text(sentence.start, cue.start)) is not None
    return Frame(parts, verb, cue, speaker, who, None, True, hypothetical, 0.95)


def _to_do(verb: str, body: str, quote: Quotation) -> bool:
    """«пообещал «взять вопрос на контроль»»: what is quoted begins with the infinitive."""
    if verb != "intend":
        return False
    first = WORD.match(body, quote.inner_start, quote.inner_stop)
    if first is not None and first.group().lower() == "не":
        first = WORD.match(body, first.end() + 1, quote.inner_stop)
    return first is not None and re.search(r"(?:ть|ться|чь|ти|тися|тись)\Z", first.group()) is not None


# «…», – вспоминает. «…», – каже, усміхаючись: nobody stands beside the verb; it is whoever the text is about.
_DASHED = re.compile(
    r"[,.!?…]{0,3}\s?[-–—]\s(?:(?:тихо|потом|потім|далі|ещё|ще|снова|знову|просто|коротко)\s)?", re.I
)
_ALONE = re.compile(
    r"\s?(?:[.!?…]|,\s(?![а-яёіїєґ'’ʼ-]{3,24}\s)|,?\s[-–—]|,\s[а-яёіїєґ'’ʼ-]+(?:ючи|ячи|вши|ючись|ячись|ая|яя|ясь|ив|ув)\s?[,.\s])"
)


_CITED_WITHIN = 90
_CITES = re.compile(r"цитир|цитує|цитува", re.I)
_HIM = re.compile(r"\s(его|её|ее|їх|их|його|її)(?=\s)")
_WHOM = re.compile(r"\s(?:(?:издание|агентство|газета|видання|агенція)\s)?([а-яёіїєґ’'-]{4,24})(?=[\s.,])")
_HIS_WORDS = re.compile(
    r"\s(?:слова|заявление|заявления|сообщение|комментарий|пост|ответ|письмо|речь|выступление|заяву|повідомлення"
    r"|коментар|допис|відповідь|лист|промову|виступ)\s(?=[^\W\d_])"
)


def _cited(region: Region, cue: Span) -> Span | None:
    """«…», – цитирует заявление министерства ТСН: whose statement it is; whoever cites it passes it on."""
    if _CITES.match(region.page.words(cue)) is None:
        return None
    him = _HIM.match(region.page.body, cue.stop, min(region.stop, cue.stop + 8))
    if him is not None:
        return Span(*him.span(1))  # «цитирует его «Берег»»
    people = [n for n in region.named_from(cue.stop, cue.stop + _CITED_WITHIN) if n.kind != "place"]
    if people and people[0].kind == "person":
        before = region.page.body[cue.stop : people[0].start]
        first_ = WORD.search(before)
        straight = first_ is None or not cases(first_.group(), region.language).nominative
        if straight and not re.search(r"[,.;:«\"“(]", before):
            return clean(region.page.body, cue.stop, people[0].stop)  # «цитирует главу района N «Берег»»
    whom = _WHOM.match(region.page.body, cue.stop, min(region.stop, cue.stop + 60))
    if whom is not None and is_role(whom.group(1), region.words):
        form = cases(whom.group(1), region.language)
        upright = bool(form.nominative)
        if region.language == "uk":  # without a dictionary «генерала» looks like a subject
            upright = whom.group(1) in region.words.roles or is_of_woman(whom.group(1), "uk")
        if form.genitive and not upright:
            return Span(*whom.span(1))  # «цитирует мэра «Берег»»
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


def shown(region: Region) -> list[Frame]:
    """««Дорога как дорога», – пожал плечами один из них»: behind a quotation somebody does something."""
    body, found = region.page.body, []
    for quote in region.quotes:
        dash = _DEED_BEHIND.match(body, quote.stop, region.stop)
        words = body[quote.inner_start : quote.inner_stop]
        said = words.count(" ") > 1 or words[-1:] in "!?…"
        if quote.start in region.used or dash is None or not (said and _whole(region, quote)):
            continue
        end = re.compile(r"[,.:;!?\n–—]").search(body, dash.end(), min(region.stop, dash.end() + 90))
        deed = _deed(region, dash.end(), end.start() if end else min(region.stop, dash.end() + 90))
        if deed is None or deed[1] is None:
            continue
        region.used.add(quote.start)
        found.append(Frame([content(body, quote)], "say", deed[0], deed[1], quoted=True, confidence=0.75))
    return found


_DEED_BEHIND = re.compile(r"[,.!?…]?\s?[–—-]\s(?=[а-яёіїєґ])")
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
    r"(?:л|ла|ло|ли|лся|лась|лось|лись|в|вся|лася|лися|ет|ит|ёт|ут|ют|ат|ят|є|єть|ить|ять|уть|ють|[жшчщ]е)(?:ся|сь)?\Z"
)


def _deed(region: Region, at: int, stop: int) -> tuple[Span, Span | None] | None:
    """«– прощается он. –», «– махнул рукой Ветров, –»: whatever somebody does between dashes, he speaks."""
    if (voice := _VOICE.match(region.page.body, at, stop)) is not None:
        return Span(*voice.span(1)), Span(*voice.span(2))
    denied = _NOT.match(region.page.body, at, stop)
    verb = WORD.match(region.page.body, denied.end() if denied else at, stop)
    if verb is not None and cases(verb.group(), region.language).kind != "verb":
        return _subject_and_deed(region, at, stop)
    if (
        verb is None
        or not _FINITE.search(verb.group())
        or cases(verb.group(), region.language).kind != "verb"
    ):
        return None
    one = _ONE_OF_THEM.search(region.page.body, verb.end(), stop)
    speaker = Span(*one.span()) if one else phrase_after(region, verb.end(), stop)
    if speaker is None or speaker.stop < stop - 1 or not _is_somebody(region, speaker):
        return None
    return Span(*verb.span()), speaker


# «…», – чути на записі чоловічий голос.
_VOICE = re.compile(
    r"(чути|чутно|лунає|звучить|доноситься|слышно|слыш[ен]{1,2}|звучит|разда[её]тся|доносится)\s(?:[а-яёіїєґ’'-]+\s){0,3}?"
    r"((?:(?:чоловіч|жіноч|дитяч|мужск|женск|детск)\w{2,3}\s)?голос)(?!\w)"
)
_NOT = re.compile(r"не\s", re.IGNORECASE)  # «– не теряет надежды учительница»
_ONE_OF_THEM = re.compile(r"(?<=\s)(?:один|одна)\s(?:из|із|з)\s[\w-]{2,20}(?:\s[\w-]{2,20})?")


def _subject_and_deed(region: Region, at: int, stop: int) -> tuple[Span, Span | None] | None:
    """«– мельник пожимает плечами. –»: somebody first, then what he does."""
    for verb in list(WORD.finditer(region.page.body, at, stop))[1:5]:
        if cases(verb.group(), region.language).kind != "verb" or not _FINITE.search(verb.group()):
            continue
        speaker = subject_before(region, at, verb.start(), bodies=False)
        ok = speaker is not None and speaker.start <= at + 1 and _is_somebody(region, speaker)
        return (Span(*verb.span()), speaker) if ok else None
    return None


def _is_somebody(region: Region, speaker: Span) -> bool:
    words = region.page.words(speaker)
    people = [n for n in region.named_from(speaker.start, speaker.stop) if n.kind == "person"]
    first = words.split()[0]
    form = cases(first, region.language)
    human = is_role(first, region.words) or (form.kind == "noun" and form.animate)
    human = (
        human or re.match(r"(?:один|одна|кто-то|хтось|одна)\s(?:из|із|з)\s", words + " из ", re.I) is not None
    )
    return bool(people) or PRONOUN.fullmatch(words) is not None or human


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


_ELLIPTIC = AnyCase(
    r"(?<!\w)(?P<who>[^\W\d_][\w-]{0,20})\s(?:(?:мне|нам|ему|ей|им|мені|йому|їй|їм)(?:\s(?:так|же|ж))?"
    r"|(?:по|через|з)\s(?:рации|телефону|радио|связи|рації|радіо)|в\s(?:трубку|ответ|чат)|у\s(?:слухавку|відповідь|чат)):\s(?=\w)",
)  # fmt: skip


def elliptic(region: Region) -> list[Frame]:
    """«А они мне: ждите экспертизу», «Полковник ему: считать умеешь?»: who and to whom, and no verb."""
    found = []
    for match in _ELLIPTIC.finditer(region.masked):
        at = region.start + match.end()
        words = clean(region.page.body, at, region.sentence_of(at).stop)
        whom = match.group("who")
        if not (
            PRONOUN.fullmatch(whom)
            or (is_role(whom, region.words) and cases(whom, region.language).nominative)
        ):
            continue
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
    if SPOKEN in region.masked or (region.start == block.start and not _opens_talk(region, index, block)):
        return []
    # «– …, – говорит X. – Ремень его. А они мне: ждите»: he goes on to the end of the paragraph.
    span = clean(body, start, _next_aside(region, block.stop))
    if span.stop - span.start < 6:
        return []
    return [Frame([span], "say", None, None, "carried", None, True, False, 0.7)]


_MYSELF = re.compile(
    r"(?<!\w)(?:я|мы|мне|меня|мной|нам|(?<!у )нас|нами|мой|моя|моё|мои|моего|моей|моих|наш\w{0,3}"
    r"|ми|мені|мене|мною|моє|мої|мого|моєї|моїх)(?!\w)",
    re.I,
)


def _asked_there(line: str) -> bool:
    """«– А брат ваш где теперь?»: a question of the reporter in a line of its own."""
    return (
        line[:1] in "–—-"
        and line[1:2].isspace()
        and line.rstrip().endswith("?")
        and _YOU.search(line) is not None
    )


_YOU = re.compile(
    r"(?<!\w)(?:вы|вас|вам|вами|ваш\w{0,3}|ви|ваш\w{0,3})(?!\w)|\w(?:ете|ите|єте|їте)(?:сь|ся)?(?!\w)", re.I
)


def _opens_talk(region: Region, index: int, block: Span) -> bool:
    """«Приехавший говорил ровно. / – Нас построили …»: a line in the first person below a paragraph of the
    narrator, which is no question and no line of a list."""
    page, number = region.page, region.page.paragraph_of[index]
    words = page.body[block.start : block.stop].rstrip()
    if number == 0 or words.endswith("?"):
        return False
    if _asked_there(page.body[page.paragraphs[number - 1].start : page.paragraphs[number - 1].stop]):
        return words.count(" ") > 1
    if words.count(" ") < 5 or _MYSELF.search(words) is None:
        return False
    before = page.paragraphs[number - 1]
    told = page.body[before.start : before.stop].rstrip()
    if not any(cases(w, region.language).kind == "verb" for w in WORD.findall(told[-400:])):
        return False  # a heading
    apart = page.body.count("\n", before.stop, block.start) + page.body.count(
        "\n", before.stop - 1, before.stop
    )
    return apart > 1 and told[:1] not in "–—-•" and told.endswith((".", ":", "…")) and told.count(" ") > 2


_ASIDE = re.compile(r"[,.!?…]\s[–—-]\s(?=[а-яёіїєґ])")


def _next_aside(region: Region, stop: int) -> int:
    """Where the next words of the narrator stand behind a dash, or where the paragraph ends."""
    found = _ASIDE.search(region.page.body, region.stop, stop)
    if found is None:
        return stop
    sentence = region.page.sentences[region.page.sentence_at(found.start())]
    return max(region.stop, sentence.start)


__all__ = ["dialogue", "elliptic", "interrupted", "led_up_to", "shown", "with_quotation"]
