"""Russian and Ukrainian frames: «…», – сказал X; X заявил, что …; по словам X; — Реплика, — сказав X.

Both languages set commas strictly, so most borders are written in the text; word order is free, so
the speaker is looked for on both sides of the verb.
"""

from __future__ import annotations

import bisect
import re

from muster.read.findings import COUNTED, counted
from muster.read.frames import SPOKEN, Frame, Region, clean, content
from muster.read.people import is_role
from muster.read.phrases_slavic import PRONOUN, WORD, phrase_after, speaker_after, subject_before
from muster.text.quotes import Quotation
from muster.text.spans import Span

_GAP_BEFORE = re.compile(
    r"[\s,.!?…*_]*(?:[-–—][\s*_]*)?(?:(?:как|також|также|тоже|потом|тогда|затем|далі|так|ранее"
    r"|раніше)\s+)?\Z",
    re.I,
)


_THAT = re.compile(
    r"(?:,?\s*(?:о том|про те|в том|у тому))?,\s*(?:что|будто(?: бы)?|якобы|мол|дескать|що|нібито"
    r"|начебто|мовляв)(?:\s|,\s)",
    re.I,
)
_ABOUT = re.compile(r"\s(?:о|об|обо|про)\s", re.I)
_COLON = re.compile(r"[^.!?;:\n\x00]{0,90}:\s*")
_AS = re.compile(
    r"(?:\A|,)\s*(?:[-–—]\s*)?(?:как|як|о чём|о чем|про що)\s+(?:также |також |ранее |раніше |уже |вже "
    r"|позже |пізніше )?\Z",
    re.I,
)
_INVERTED = re.compile(
    r"(?:,|\.{3}|[…!?])\s*(?:[-–—]\s*)?(?:(?:также|також|об этом|про це)\s)?\Z|\s[-–—]\s*\Z"
)
_MODAL = re.compile(
    r"(?<!\w)(?:чтобы|щоб|бы|би|б|мог|могла|могли|може|если|якщо|хотел|хотела)\s+(?:\w+\s){0,2}\Z", re.I
)
_INTERRUPTED = re.compile(r"([,!?…])\s*[-–—]\s+")
_RESUMED = re.compile(r"[,.]\s*[-–—]\s*")
_DATED = re.compile(r"\s*(?:на|за|состоянию|станом)\s", re.I)
_POSSESSED = re.compile(
    r"(?<!\w)(?:по|за|на)\s(его|её|ее|их|його|її|їх|їхніми|їхньою|нашим|нашей|моим|моей|нашими|нашою"
    r"|моїми|моєю)\s"
    r"(словам|данным|мнению|оценке|оценкам|информации|версии|утверждению|подсчетам|подсчётам|словами"
    r"|даними|думку|оцінкою|оцінками|інформацією|версією|"
    r"твердженням|підрахунками)(?!\w)",
    re.I,
)
_STATED_IN = re.compile(
    r"(?<!\w)(?:говорится|сказано|сообщается|отмечается|подчёркивается|подчеркивается|указано"
    r"|указывается|йдеться|мовиться|сказано|зазначено|зазначається|"
    r"повідомляється|наголошується)\s+(?:в|во|у|на)\s+([^,.;:!?\n«»\x00–—]{3,120})",
    re.I,
)
_REFERRED = re.compile(
    r"(?<!\w)(?:со ссылкой на|з посиланням на|із посиланням на)\s+([^,.;:!?\n\x00–—]{2,100})", re.I
)
_SIGNED = re.compile(
    r"[,.!?…]?\s*[–—-]\s+([^.,!?:\n\x00–—]{2,60}?)(?:\s(?:со ссылкой|з посиланням"
    r"|із посиланням)\b[^.\n]{0,80})?[.\s]*\Z",
    re.I,
)


def find_frames(region: Region) -> list[Frame]:
    """Every frame of the region, in the order of its cues."""
    found: list[Frame] = []
    words, text, base = region.words, region.masked, region.start
    for quote in region.quotes:
        frame = _interrupted(region, quote)
        if frame:
            found.append(frame)
    for match in _POSSESSED.finditer(text):
        found += _list(
            _nominal(
                region,
                Span(base + match.start(), base + match.end()),
                Span(base + match.start(1), base + match.end(1)),
            )
        )
    for match in words.nominal.finditer(text):
        if not _DATED.match(text, match.end()):
            found += _list(_nominal(region, Span(base + match.start(), base + match.end()), None))
    for match in _STATED_IN.finditer(text):
        found += _list(
            _stated_in(region, base + match.start(), Span(base + match.start(1), base + match.end(1)))
        )
    taken = _covered(found)
    for match in words.agentless.finditer(text):
        cue = Span(base + match.start(), base + match.end())
        if cue.start not in taken:
            found += _list(_agentless(region, cue))
    taken = _covered(found)
    last = base
    for match in words.cue.finditer(text):
        cue = Span(base + match.start(), base + match.end())
        if cue.start in taken or cue.stop - 1 in taken:
            continue
        verb = words.cue_class.get(match.group()) or words.cue_class.get(match.group().lower(), "say")
        frame = _verbal(region, cue, verb, last)
        if frame:
            found.append(frame)
            last = cue.stop
    for match in COUNTED[region.language].finditer(text):
        cue = Span(base + match.start(), base + match.end())
        if not any(p.start <= cue.start < p.stop for f in found for p in f.parts):
            subject = subject_before(region, region.sentence_of(cue.start).start, cue.start)
            found += _list(counted(region, subject, cue))
    if region.level == 0:
        found += _signed(region, found)
    if "ссылк" in text or "посилан" in text:
        heads = sorted(((f.cue or f.speaker or f.parts[0]).start, i) for i, f in enumerate(found))
        for match in _REFERRED.finditer(text):
            _refer(
                region, found, heads, Span(base + match.start(1), base + match.end(1)), base + match.start()
            )
    found += _dialogue(region, found)
    return sorted(found, key=lambda f: f.cue.start if f.cue else f.start)


def _dialogue(region: Region, found: list[Frame]) -> list[Frame]:
    """The rest of a dialogue line: «— …, — сказал X. — …»."""
    body = region.page.body
    block = region.page.paragraphs[region.page.paragraph_of[region.page.sentence_at(region.start)]]
    if (
        region.level
        or body[block.start] not in "–—-"
        or region.start == block.start
        or body[region.start] not in "–—-"
    ):
        return []
    if found or "«" in region.masked:
        return []
    span = clean(body, region.start, region.stop)
    return (
        [Frame([span], "say", None, None, "carried", None, True, False, 0.7)]
        if span.stop - span.start >= 6
        else []
    )


def _refer(region: Region, found: list[Frame], heads: list[tuple[int, int]], span: Span, at: int) -> None:
    """«сообщает X со ссылкой на Y»: Y said it first, X passed it on."""
    named = region.named_in(span.start, span.stop + 1)
    source = (
        Span(span.start, max(named[0].stop, span.start + 1))
        if named and named[0].start - span.start < 40
        else span
    )
    source = clean(region.page.body, source.start, min(source.stop, span.start + 80))
    sentence = region.sentence_of(at)
    near = bisect.bisect_left(heads, (sentence.start, -1))
    for head, i in heads[near : near + 8]:
        if head < sentence.stop and found[i].beyond is None:
            found[i].beyond = source
            return
    part = clean(region.page.body, sentence.start, at)
    if part.stop - part.start >= 12:
        cue = Span(at, span.start)
        found += _list(_frame(region, [part], "say", cue, source, 0.7, False))


def _list(frame: Frame | None) -> list[Frame]:
    return [frame] if frame is not None else []


def _covered(found: list[Frame]) -> set[int]:
    """Places where a cue stands already."""
    return {at for f in found if f.cue is not None for at in range(*f.cue)}


def _verbal(region: Region, cue: Span, verb: str, last: int) -> Frame | None:
    sentence = region.sentence_of(cue.start)
    left = region.text(sentence.start, cue.start)
    right = region.text(cue.stop, sentence.stop)
    hypothetical = _MODAL.search(left) is not None
    before = _of_sentence_before(region, cue, left)
    if before is not None:
        speaker = speaker_after(region, cue.stop, sentence.stop) or None
        return Frame([before], verb, cue, speaker, confidence=0.8) if speaker else None
    quoted = _with_quotation(region, cue, verb, sentence)
    if quoted:
        quoted.hypothetical = hypothetical
        return quoted
    if re.match(r"\s*(?:«|\"|“)?\s*\Z", right) and not left.strip():
        return None
    if left.strip(" —–-*_").lower() in ("как", "як"):
        return _as_reported(region, cue, verb, sentence)
    colon = _COLON.match(right)
    that = _THAT.search(right[:200])
    if that and _clear(right[: that.start()]):
        speaker = subject_before(
            region, max(sentence.start, last if last < cue.start else sentence.start), cue.start
        )
        speaker = speaker or speaker_after(region, cue.stop, cue.stop + that.start())
        span = _cut(region, cue.stop + that.end(), sentence.stop)
        if speaker is None and verb == "think":
            return None
        return _frame(region, [span], verb, cue, speaker, 0.9 if speaker else 0.6, hypothetical)
    asked = verb == "ask" and re.match(r"(?:\s[\w-]+){0,3},\s", right)
    if asked:
        speaker = subject_before(region, sentence.start, cue.start)
        return (
            _frame(
                region,
                [_cut(region, cue.stop + asked.end(), sentence.stop)],
                verb,
                cue,
                speaker,
                0.8,
                hypothetical,
            )
            if speaker
            else None
        )
    if _AS.search(left) and left.strip():
        return _parenthetical(region, cue, verb, sentence, _AS.search(left).start(), 0.85)  # type: ignore[union-attr]
    inverted = _INVERTED.search(left)
    if (
        inverted
        and left[: inverted.start()].strip(" —–-*_\"'")
        and not (that or (colon and colon.end() < len(right)))
    ):
        return _parenthetical(region, cue, verb, sentence, inverted.start(), 0.85)
    if (
        colon
        and colon.end() < len(right)
        and verb in ("say", "write", "tell")
        and SPOKEN not in right[: colon.end() + 2]
    ):
        speaker = subject_before(region, sentence.start, cue.start) or speaker_after(
            region, cue.stop, cue.stop + colon.end()
        )
        return (
            _frame(
                region,
                [_cut(region, cue.stop + colon.end(), sentence.stop)],
                verb,
                cue,
                speaker,
                0.7,
                hypothetical,
            )
            if speaker
            else None
        )
    return _about(region, cue, verb, sentence, right)


_OF_THIS = re.compile(
    r"[-–—\s]{0,3}(?:об этом|про це|о чём|о чем|про що)(?:\s(?:также|також|ранее|раніше|\w{3,12}))?\s*\Z",
    re.I,
)


def _of_sentence_before(region: Region, cue: Span, left: str) -> Span | None:
    """«… . Об этом сообщил X»: what was said stands in the sentence before, of the same paragraph."""
    if region.level or _OF_THIS.match(left) is None:
        return None
    page = region.page
    i = page.sentence_at(cue.start)
    if i == 0 or page.paragraph_of[i - 1] != page.paragraph_of[i]:
        return None
    span = clean(page.body, *page.sentences[i - 1])
    return span if span.stop - span.start >= 12 else None


def _clear(gap: str) -> bool:
    return not re.search(r"[.!?;:\n\x00]", gap) and gap.count(",") <= 4


def _about(region: Region, cue: Span, verb: str, sentence: Span, right: str) -> Frame | None:
    """«сообщил о гибели …», «опроверг сообщения о …»: what was said stands as a noun."""
    if verb not in ("say", "deny", "hear", "write"):
        return None
    about = _ABOUT.search(right[:80])
    plain = about is not None and _clear(right[: about.start()]) and "," not in right[: about.start()]
    begin = cue.stop + (about.start() if about and plain else 0)
    if not plain and verb != "deny":
        return None
    speaker = subject_before(region, sentence.start, cue.start)
    if speaker is None:
        speaker = speaker_after(region, cue.stop, begin) if begin > cue.stop else None
    if speaker is None:
        return None
    span = _cut(region, begin if verb != "deny" else cue.stop, sentence.stop)
    return _frame(region, [span], verb, cue, speaker, 0.7, False) if span.stop - span.start >= 6 else None


def _with_quotation(region: Region, cue: Span, verb: str, sentence: Span) -> Frame | None:
    body = region.page.body
    before, after = region.quote_before(cue.start), region.quote_after(cue.stop)
    parts: list[Span] = []
    speaker: Span | None = None
    if before and before.start not in region.used and before.stop >= sentence.start:
        gap = region.text(before.stop, cue.start)
        speaker = _gap_speaker(region, before, cue, gap)
        if speaker:
            parts.append(content(body, before))
            region.used.add(before.start)
    if after and after.start < sentence.stop and after.start not in region.used:
        gap = region.text(cue.stop, after.start)
        leads = (
            _COLON.fullmatch(gap)
            or (gap.strip(" ") in ("", "–", "—", "-"))
            or (parts and re.fullmatch(r"[^.!?\n\x00]{0,80}[,.:]?\s*[-–—]?\s*", gap))
        )
        whole = (
            body[after.inner_start : after.inner_start + 1].isupper()
            or bool(parts)
            or gap.rstrip().endswith(":")
        )
        if leads and whole:
            if not parts:
                speaker = subject_before(region, sentence.start, cue.start) or speaker_after(
                    region, cue.stop, after.start
                )
            if speaker or gap.rstrip().endswith(":"):
                parts.append(content(body, after))
                region.used.add(after.start)
    if not parts:
        return None
    return Frame(parts, verb, cue, speaker, "span" if speaker else "nobody", None, True, confidence=0.95)


def _gap_speaker(region: Region, before: Quotation, cue: Span, gap: str) -> Span | None:
    """Who speaks where a quotation stands before the verb: after it, or between the two."""
    if len(gap) > 160 or re.search(r"[;:\n\x00]|[.!?]\s+(?![-–—])", gap):
        return None
    if _GAP_BEFORE.match(gap):
        return speaker_after(region, cue.stop, region.sentence_of(cue.start).stop)
    if not re.match(r"[\s,.!?…]*[-–—]|\s*,\s", gap):
        return None
    return subject_before(region, before.stop, cue.start)


def _interrupted(region: Region, quote: Quotation) -> Frame | None:
    """«Был момент, – сказал X, – когда …»: the frame stands inside the marks."""
    body = region.page.body
    for mark in _INTERRUPTED.finditer(body, quote.inner_start, quote.inner_stop):
        verb = region.words.cue.match(body, mark.end(), quote.inner_stop)
        pronoun = PRONOUN.match(body, mark.end(), quote.inner_stop)
        if verb is None and pronoun:
            verb = region.words.cue.match(body, pronoun.end() + 1, quote.inner_stop)
        if verb is None:
            continue
        cue = Span(*verb.span())
        resumed = _RESUMED.search(body, cue.stop, min(quote.inner_stop, cue.stop + 160))
        end = resumed.start() if resumed else quote.inner_stop
        speaker = Span(*pronoun.span()) if pronoun else phrase_after(region, cue.stop, end)
        if speaker is None:
            continue
        parts = [clean(body, quote.inner_start, mark.end(1))]
        if resumed:
            parts.append(clean(body, resumed.end(), quote.inner_stop))
        parts = [p for p in parts if p.stop > p.start]
        region.used.add(quote.start)
        kind = region.words.cue_class.get(verb.group().lower(), "say")
        return Frame(parts, kind, cue, speaker, "span", None, True, confidence=0.9) if parts else None
    return None


def _parenthetical(
    region: Region, cue: Span, verb: str, sentence: Span, cut: int, confidence: float
) -> Frame | None:
    """CONTENT, сообщил X[, CONTENT]; also the dash of a dialogue line."""
    body = region.page.body
    speaker = speaker_after(region, cue.stop, sentence.stop)
    if speaker is None:
        return None
    begin, dialogue = sentence.start, False
    block = region.page.paragraphs[region.page.paragraph_of[region.page.sentence_at(sentence.start)]]
    if body[block.start] in "–—-" and region.level == 0:
        begin, dialogue = block.start, True
    lead = region.text(max(begin, region.start), sentence.start + cut) if begin >= region.start else ""
    if SPOKEN in lead:
        rest = lead[lead.rindex(SPOKEN) + 1 :]
        if not rest.strip(" ,–—-"):
            return None
        if (
            not dialogue
            and len(rest) < len(lead) // 3
            and region.text(sentence.start, sentence.start + 1) == SPOKEN
        ):
            begin += lead.rindex(SPOKEN) + 1
    parts = [clean(body, begin, sentence.start + cut)]
    after = region.text(speaker.stop, sentence.stop)
    comma = re.match(r"[^,.;:!?\n–—\x00]{0,80}(?:,\s*[-–—]?|\s[-–—])\s*(?=\S)", after)
    resumed = comma and ("–" in comma.group() or "—" in comma.group() or " - " in comma.group() + " ")
    if comma and (resumed or not _apposition_like(region, speaker.stop + comma.end())):
        more = clean(body, speaker.stop + comma.end(), sentence.stop)
        if more.stop - more.start >= 12:
            parts.append(more)
    parts = [p for p in parts if p.stop - p.start >= 3]
    frame = _frame(region, parts, verb, cue, speaker, confidence, False)
    if frame and dialogue:
        frame.quoted = True
    return frame


def _as_reported(region: Region, cue: Span, verb: str, sentence: Span) -> Frame | None:
    """«Как сообщил X, CONTENT»."""
    speaker = speaker_after(region, cue.stop, sentence.stop)
    start = speaker.stop if speaker else cue.stop
    comma = region.text(start, sentence.stop).find(",")
    if comma < 0:
        return None
    after = start + comma + 1
    if _apposition_like(region, after):
        second = region.text(after, sentence.stop).find(",")
        after = after + second + 1 if second >= 0 else after
    span = _cut(region, after, sentence.stop)
    return _frame(region, [span], verb, cue, speaker, 0.85, False) if span.stop - span.start >= 6 else None


def _apposition_like(region: Region, at: int) -> bool:
    words = WORD.findall(region.page.body[at : at + 60])[:3]
    return bool(words) and (
        any(is_role(w, region.words) for w in words)
        or words[0].lower() in ("который", "которая", "які", "який", "яка", "которые")
    )


def _nominal(region: Region, cue: Span, possessor: Span | None) -> Frame | None:
    body = region.page.body
    sentence = region.sentence_of(cue.start)
    if possessor:
        if body[possessor.start].lower() in "нм":
            return None  # "по нашим данным": a hedge of whoever speaks
        speaker = possessor
        after = cue.stop
    else:
        text = region.text(cue.stop, sentence.stop)
        end = re.search(r"[,;:!?()\n\x00\[\]]|\.(?=\s|\Z)|\s[-–—]\s", text[1:])
        limit = cue.stop + (end.start() + 1 if end else len(text))
        named = region.named_from(cue.stop, min(limit + 1, cue.stop + 120))
        people = [n for n in named if n.kind == "person"]
        if people:
            speaker = Span(
                people[0].role_start
                if cue.stop <= people[0].role_start < people[0].start
                else people[0].start,
                people[0].stop,
            )
        else:
            speaker = clean(body, cue.stop, limit)
            if region.text(sentence.start, cue.start).strip() == "" and end is None:
                return None
            if named and named[0].start <= speaker.start + 1:
                speaker = Span(speaker.start, max(named[0].stop, min(speaker.stop, named[0].stop)))
        after = speaker.stop
        if speaker.stop <= speaker.start or speaker.stop - speaker.start > 160:
            return None
    lead = region.text(sentence.start, cue.start)
    quote = region.quote_before(cue.start)
    if (
        quote
        and quote.start not in region.used
        and not region.text(quote.stop, cue.start).strip(" ,–—-")
        and quote.stop > sentence.start
    ):
        region.used.add(quote.start)
        return Frame([content(body, quote)], "say", cue, speaker, "span", None, True, confidence=0.9)
    rest = region.text(after, sentence.stop)
    if not lead.strip(" —–-*_❗️⚡🔻•") or lead.strip().lower().rstrip(",") in (
        "но",
        "а",
        "и",
        "однако",
        "при этом",
        "але",
        "і",
        "та",
        "також",
        "также",
    ):
        comma = rest.find(",")
        begin = after + (comma + 1 if comma >= 0 else 0)
        if comma >= 0 and _apposition_like(region, begin):
            second = region.text(begin, sentence.stop).find(",")
            begin = begin + second + 1 if second >= 0 else begin
        parts = [_cut(region, begin, sentence.stop)]
        follow = region.quote_after(after)
        if (
            follow
            and follow.start < sentence.stop
            and parts[0].start >= follow.start - 1
            and follow.stop >= sentence.stop - 2
        ):
            region.used.add(follow.start)
            return Frame([content(body, follow)], "say", cue, speaker, "span", None, True, confidence=0.9)
    else:
        begin = sentence.start
        parts = [clean(body, begin, cue.start)]
        tail = re.match(r"[^,\n]{0,60},\s*", rest)
        if tail and not _apposition_like(region, after + tail.end()):
            more = clean(body, after + tail.end(), sentence.stop)
            if more.stop - more.start >= 12:
                parts.append(more)
    parts = [p for p in parts if p.stop - p.start >= 4]
    return _frame(region, parts, "say", cue, speaker, 0.85, False)


def _stated_in(region: Region, start: int, where: Span) -> Frame | None:
    """«…», говорится в сообщении Минобороны: the body whose statement it is."""
    body = region.page.body
    cue = Span(start, where.start)
    sentence = region.sentence_of(start)
    bodies = [n for n in region.named_in(where.start, where.stop + 1) if n.kind in ("organisation", "person")]
    speaker = Span(bodies[0].start, bodies[0].stop) if bodies else clean(body, *where)
    before = _of_sentence_before(region, Span(start, where.start), region.text(sentence.start, start))
    if before is not None:
        return Frame([before], "say", cue, clean(body, *where), "document", confidence=0.8)
    quote = region.quote_before(start)
    if (
        quote
        and quote.start not in region.used
        and not region.text(quote.stop, start).strip(" ,–—-")
        and quote.stop >= sentence.start
    ):
        region.used.add(quote.start)
        frame = Frame([content(body, quote)], "say", cue, speaker, "span", None, True, confidence=0.85)
    else:
        that = _THAT.match(region.text(where.stop, sentence.stop))
        parts = (
            [_cut(region, where.stop + that.end(), sentence.stop)]
            if that
            else [clean(body, sentence.start, start)]
        )
        if region.text(sentence.start, start).count(SPOKEN) > 0 and not that:
            parts = [clean(body, sentence.start, start)]
        made = _frame(region, [p for p in parts if p.stop - p.start >= 6], "say", cue, speaker, 0.8, False)
        if made is None:
            return None
        frame = made
    if not bodies:
        frame.who = "document"
    return frame


def _agentless(region: Region, cue: Span) -> Frame | None:
    body = region.page.body
    sentence = region.sentence_of(cue.start)
    that = re.match(r"\s*,?\s*(?:что|що)\s", body[cue.stop : sentence.stop], re.I)
    words = body[cue.start : cue.stop].lower()
    received = re.match(r"(?:ему|ей|нам|мне|им|йому|їй|мені|їм)\s", words) is not None
    if that or words.endswith(("что", "що")):
        begin = cue.stop + (that.end() if that else 0)
        span = _cut(region, begin, sentence.stop)
    elif received:
        return None
    else:
        lead = region.text(sentence.start, cue.start)
        begin = sentence.start + (lead.rindex(SPOKEN) + 1 if SPOKEN in lead else 0)
        if words in ("сообщают", "считается", "вважається") and not that:
            return None
        span = clean(body, begin, sentence.stop)
    if span.stop - span.start < 6:
        return None
    return Frame(
        [span],
        "hear" if received else "say",
        cue,
        None,
        "nobody",
        None,
        False,
        confidence=0.55,
        received=received,
    )


def _signed(region: Region, found: list[Frame]) -> list[Frame]:
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
    if (
        not (outlet or (named and named[0].start - span.start < 30))
        or region.page.body[span.start : span.stop].count(" ") > 6
    ):
        return []
    begin = sentence.start
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
    part = clean(region.page.body, begin, offset + match.start())
    if part.stop - part.start < 20:
        return []
    return _list(_frame(region, [part], "say", None, span, 0.6, False))


def _cut(region: Region, begin: int, stop: int) -> Span:
    """Reported words up to the end of the sentence, or to the next frame's head."""
    text = region.text(begin, stop)
    for match in re.finditer(r",\s*(?:[-–—]\s*)?(?:как\s|як\s)?(?=[а-яёіїєґ])", text):
        if region.words.cue.match(text, match.end()) and not re.match(
            r"[^,.]{0,80},\s*(?:что|що)\s", text[match.end() :]
        ):
            return clean(region.page.body, begin, begin + match.start())
    return clean(region.page.body, begin, stop)


def _frame(
    region: Region,
    parts: list[Span],
    verb: str,
    cue: Span | None,
    speaker: Span | None,
    confidence: float,
    hypothetical: bool,
) -> Frame | None:
    parts = [p for p in parts if p.stop > p.start]
    if not parts:
        return None
    region.use(parts[0].start, parts[-1].stop)
    return Frame(
        parts, verb, cue, speaker, "span" if speaker else "nobody", None, False, hypothetical, confidence
    )


__all__ = ["find_frames"]
