"""English frames: "X said that …", "…," said X, "according to X", "X is understood to …"."""

from __future__ import annotations

import re

from muster.read.findings import COUNTED, counted
from muster.read.frames import SPOKEN, Frame, Region, clean, content
from muster.read.phrases_en import PRONOUN, speaker_after, subject_before
from muster.text.listed import listed
from muster.text.spans import Span

_MODAL = re.compile(
    r"\b(?:would|should|could|might|may|must|to|if|can|will|shall|let|'ll|’ll|don't|don’t"
    r"|do not)\s*(?:\w+\s){0,5}\Z",
    re.I,
)


_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got|'s|’s|'m|’m)\s+(?:\w+ly\s+|also\s+|then\s+|not\s+)?\Z"
)
_NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|this|these|those|such|any|no|of|in|for|on|with|by|from|latest|new|first|media|news"
    r"|more|other|numerous|several|many|two|three)\s\Z",
    re.I,
)
_ADVERBIAL = re.compile(
    r"(?:,?\s+(?:(?:on|late|early|last|this)\s+)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|yesterday|today"
    r"|week|month|year|earlier|later)(?:\s(?:night|morning|evening|afternoon))?|,?\s+(?:on"
    r"|in)\s(?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December)(?:\s\d{1,4})?(?:,\s\d{4})?|,?\s+(?:at|in|on"
    r"|during)\s(?:a|an|the|his|her|their)\s(?:\w+\s){0,3}"
    r"(?:statement|interview|post|letter|report|email|e-mail|speech|address|briefing|message|video"
    r"|conference|blog|channel|tweet|article|hearing"
    r"|Telegram)(?:\s(?:to|with|for|on)\s[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4})?(?:\spublished\son\s\w+)?"
    r"|,?\s+in\s(?:Telegram|court|public|private|part)|,?\s+on\s(?:Telegram|Facebook|Twitter|X|YouTube"
    r"|Instagram|television|TV|air))"
)
_ADDRESSEE = re.compile(
    r"\s+((?:the\s)?(?:[A-Z][\w.’']*(?:-[\w]+)*(?:\s(?:/\s)?)?){1,8}(?:(?<=\s)(?:service|newspaper|channel"
    r"|website|edition|programme|desk)\b)?|me|us|him|her|them|you|reporters"
    r"|journalists|lawmakers|investigators"
    r"|(?:his|her|their|the|a|an|my|our|local|state)\s[a-z][\w'’-]*(?:\s(?!that\b|how\b|to\b|he\b|she\b"
    r"|they\b|it\b|there\b)[a-z][\w'’-]*){0,3}?"
    r"(?:\s(?:and|or)\s(?:his|her|the|two|three)?\s?[\w-]+(?:\s[\w-]+)?)?)(?=\s|,|:|\.|\Z)"
)
_COMPLEMENT = re.compile(r"\s*,?\s*(?:that|how|why|whether)[,\s]", re.I)
_NO_CONTENT = re.compile(
    r"\s*(?:[,.;:?!)]|\Z|(?:in|on|at(?!\s(?:least|most)\b)|for|by|with|from|as|about|after|before|during"
    r"|and|or|but|when|while|of|over|through|than|out|so|too|again"
    r"|against|into|upon|toward|towards)\b|[-–—])"
)
_NEXT_FRAME = re.compile(
    r",\s(?:adding|saying|noting|stressing|explaining|claiming|arguing|warning|according\sto|citing"
    r"|insisting|stating)\b"
)
_TO_VERBS = listed(
    """promised promises vowed vows pledged pledges expects expect expected hopes hope agreed agrees
    promise"""
)
_LOOSE = listed("say write think tell deny hear")
_ACCORDING_END = re.compile(
    r"[,;:!?()\x00\n\[\]]|\.(?=\s|\Z)|\s[-–—]\s|\s(?:who|whose|which|that|when|while|but)\b"
)
_INTRO_NOUN = re.compile(
    r"\b(?:estimate|estimates|words|account|view|opinion|assessment|figures|data|calculations)\b"
)


def find_frames(region: Region) -> list[Frame]:
    """Every frame of the region, in the order of its cues."""
    found: list[Frame] = []
    words = region.words
    text, base = region.masked, region.start
    for match in words.nominal.finditer(text):
        frame = _according(region, base + match.start(), base + match.end())
        if frame:
            found.append(frame)
    for match in words.agentless.finditer(text):
        frame = _agentless(region, base + match.start(), base + match.end())
        if frame:
            found.append(frame)
    taken = {at for f in found if f.cue for at in range(*f.cue)}
    last = base
    for match in words.cue.finditer(text):
        cue = Span(base + match.start(), base + match.end())
        if cue.start in taken or cue.stop - 1 in taken:
            continue
        form = match.group().lower()
        frame = _verbal(
            region, cue, words.cue_class.get(match.group(), words.cue_class.get(form, "say")), form, last
        )
        if frame:
            found.append(frame)
            last = cue.stop
    for match in COUNTED["en"].finditer(text):
        cue = Span(base + match.start(), base + match.end())
        if not any(p.start <= cue.start < p.stop for f in found for p in f.parts):
            one = counted(region, subject_before(region, region.sentence_of(cue.start).start, cue.start), cue)
            found += [one] if one else []
    return sorted(found, key=lambda f: f.cue.start if f.cue else f.start)


def _verbal(region: Region, cue: Span, verb: str, form: str, last: int) -> Frame | None:
    sentence = region.sentence_of(cue.start)
    left = region.text(sentence.start, cue.start)
    right = region.text(cue.stop, sentence.stop)
    if form in region.words.doubtful and _NOUN_BEFORE.search(left):
        return None
    if verb in ("tell", "ask", "say") and _PASSIVE.search(left) and form.endswith(("ed", "told")):
        return (
            _was_told(region, cue, sentence, right)
            if form in ("told", "informed", "asked", "reported")
            else None
        )
    if verb == "think" and (
        _PASSIVE.search(left)
        or (region.level and re.search(r"\b(?:I|we|We)\s+(?:\w+ly\s|also\s|had\s|have\s)?\Z", left))
    ):
        # "I think" inside a quotation weakens the speaker's word; it is no claim about somebody else's.
        return None
    quoted = _with_quotation(region, cue, verb, sentence, left, right)
    if quoted:
        quoted.hypothetical = bool(_MODAL.search(left)) and form in ("say", "tell", "ask", "claim", "think")
        return quoted
    return _indirect(region, cue, verb, form, sentence, left, right, last)


def _with_quotation(
    region: Region, cue: Span, verb: str, sentence: Span, left: str, right: str
) -> Frame | None:
    before, after = region.quote_before(cue.start), region.quote_after(cue.stop)
    parts: list[Span] = []
    speaker: Span | None = None
    addressee: Span | None = None
    gap = region.text(before.stop, cue.start) if before and before.stop >= sentence.start else None
    if (
        before
        and gap is not None
        and before.start not in region.used
        and len(gap) < 160
        and not re.search(r"[.!?;]\s|\n", gap)
    ):
        if not gap.strip(" ,–—-\t\u00a0'’") or gap.strip(" ,–—-") in ("also", "then", "has", "had"):
            speaker = speaker_after(region, cue.stop, sentence.stop)
            if speaker:
                parts.append(content(region.page.body, before))
        else:
            speaker = subject_before(region, before.stop, cue.start)
            if speaker and not region.text(before.stop, speaker.start).strip(" ,–—-\t\u00a0'’)"):
                parts.append(content(region.page.body, before))
        if parts:
            region.used.add(before.start)
    gap = region.text(cue.stop, after.start) if after else ""
    if (
        after
        and after.start < sentence.stop
        and after.start not in region.used
        and _leads_to_quote(gap, bool(parts))
    ):
        lone = parts or _stands_alone(region, after, gap)
        speaker = speaker or subject_before(
            region, max(sentence.start, before.stop if before else 0), cue.start
        )
        if lone and (speaker or gap.rstrip().endswith(":")):
            parts.append(content(region.page.body, after))
            region.used.add(after.start)
    if not parts:
        return None
    if verb in ("tell", "ask", "say"):
        addressee = (
            _addressee(region, cue.stop, sentence.stop)
            if verb != "say"
            else _to_whom(region, cue.stop, sentence.stop)
        )
    return Frame(parts, verb, cue, speaker, "span" if speaker else "nobody", addressee, True, confidence=0.95)


def _leads_to_quote(gap: str, interrupted: bool) -> bool:
    if len(gap) > 140 or "\n" in gap or re.search(r"[.!?;]\s", gap):
        return False
    bare = gap.strip()
    if interrupted:
        return bare.endswith((",", ":", "–", "—", "-")) or bare == ""
    if re.fullmatch(r"(?:him|her|them|me|us)\sto", bare):
        return True
    return (
        bare in ("", ",", ":", "that", "that,")
        or bare.endswith((":", ","))
        or (_ADDRESSEE.fullmatch(gap.rstrip(" ,:")) is not None)
    )


def _stands_alone(region: Region, quote: object, gap: str) -> bool:
    """A quotation that is the whole of what was said, not borrowed words inside a clause."""
    from muster.text.quotes import Quotation

    assert isinstance(quote, Quotation)
    inner = region.page.body[quote.inner_start : quote.inner_stop].strip()
    rest = region.text(quote.stop, min(region.stop, quote.stop + 40)).strip()
    return (
        gap.rstrip().endswith((":", ",", " to"))
        or inner[:1].isupper()
        or ((not rest or rest[0] in ".,;") and gap.strip() == "")
    )


def _indirect(
    region: Region, cue: Span, verb: str, form: str, sentence: Span, left: str, right: str, last: int
) -> Frame | None:
    subject = subject_before(
        region, max(sentence.start, last if last > sentence.start else sentence.start), cue.start
    )
    body = region.page.body
    doubtful = form in region.words.doubtful
    addressee = None
    offset = cue.stop
    if verb in ("tell", "ask"):
        addressee = _addressee(region, cue.stop, sentence.stop)
        if addressee:
            offset = addressee.stop
    elif verb == "say":
        addressee = _to_whom(region, cue.stop, sentence.stop)
        offset = addressee.stop if addressee else offset
    while adverbial := _ADVERBIAL.match(body, offset, sentence.stop):
        offset = adverbial.end()
    rest = region.text(offset, sentence.stop)
    that = _COMPLEMENT.match(rest)
    far = None
    if that is None and not doubtful:
        far = re.match(r"[^.;:!?\x00\n–—]{0,90}?\bthat\s", rest) if verb in ("say", "write", "tell") else None
        if far and _NO_CONTENT.match(rest) is None and verb != "tell":
            far = None
    hypothetical = bool(_MODAL.search(left)) and form in ("say", "tell", "claim")
    if that or far:
        begin = offset + (that or far).end()  # type: ignore[union-attr]
        if subject is None and not _participle(form):
            return None
        span = _cut(region, begin, sentence.stop, form)
        return _frame(region, [span], verb, cue, subject, addressee, 0.85, hypothetical)
    ends = _NO_CONTENT.match(rest) is not None
    comma = body[: subject.start].rstrip()[-1:] if subject and subject.start > sentence.start else ""
    if ends and subject and comma in (",", "–", "-", "—"):
        return _parenthetical(region, cue, verb, subject, sentence, offset, rest, addressee)
    if ends and re.search(r",\s*\Z", left) and verb in ("say", "write", "think"):
        right_of = speaker_after(region, cue.stop, sentence.stop)
        if right_of:
            return _parenthetical(
                region,
                cue,
                verb,
                right_of,
                sentence,
                right_of.stop,
                region.text(right_of.stop, sentence.stop),
                None,
                cue,
            )
    if re.search(r",\s*\Z", left) and verb in ("say", "write"):
        right_of = speaker_after(region, cue.stop, sentence.stop)
        plausible = right_of and (
            region.named_in(right_of.start, right_of.stop) or PRONOUN.match(region.page.words(right_of))
        )
        if right_of and plausible and _before_frame(region, sentence, cue):
            return _parenthetical(
                region,
                cue,
                verb,
                right_of,
                sentence,
                right_of.stop,
                region.text(right_of.stop, sentence.stop),
                None,
                cue,
            )
    if verb == "hear" and re.match(r"\s(?:of|about)\s", rest):
        ends = False
    if ends or subject is None or verb == "ask" or verb not in _LOOSE:
        return None
    if rest.lstrip().startswith("to "):
        if not (verb == "tell" or form in _TO_VERBS):
            return None
    elif doubtful and not _sure_subject(region, subject, cue):
        return None
    if verb == "write" and not _clause_like(rest):
        return None
    if verb == "hear":
        of = re.match(r"\s(?:of|about|how)\s", rest)
        offset += of.end() if of else 0
    if verb == "think" and not (_clause_like(rest) or _sure_subject(region, subject, cue)):
        return None
    if (
        verb == "think"
        and form
        in ("found", "finds", "knew", "knows", "know", "feels", "felt", "show", "shows", "showed", "proves")
        and not _clause_like(rest)
    ):
        return None
    span = _cut(region, offset, sentence.stop, form)
    if span.stop - span.start < 8:
        return None
    return _frame(region, [span], verb, cue, subject, addressee, 0.7, hypothetical)


_CLAUSE = re.compile(
    r"\s*(?:he|she|they|it|we|I|you|there|this|these|those|(?:the|a|an|his|her|their|its|most|some|many"
    r"|all|no|any|more|such|[A-Z]\w+)\s(?:[\w'’-]+\s){0,10}?"
    r"(?:is|was|are|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do|[a-z]{3,}ed"
    r"|refused|remain|need|want)\b)"
)


def _clause_like(rest: str) -> bool:
    return _CLAUSE.match(rest) is not None


def _participle(form: str) -> bool:
    return form.endswith("ing")


def _sure_subject(region: Region, subject: Span, cue: Span) -> bool:
    """A pronoun, a named one, or a noun of people right before the verb."""
    words = region.page.words(subject)
    last = words.rsplit(None, 1)[-1].lower().strip("'’")
    if (
        region.page.body[subject.stop : cue.start].strip(" ")
        and "," not in region.page.body[subject.stop : cue.start]
    ):
        pass
    return bool(
        PRONOUN.match(last) or last in region.words.roles or last in region.words.plural
        or any(n.stop >= subject.stop - 1 for n in region.named_in(subject.start, subject.stop))
    )  # fmt: skip


def _frame(
    region: Region, parts: list[Span], verb: str, cue: Span, subject: Span | None, addressee: Span | None,
    confidence: float, hypothetical: bool,
) -> Frame | None:  # fmt: skip
    parts = [p for p in parts if p.stop > p.start]
    if not parts:
        return None
    region.use(parts[0].start, parts[-1].stop)
    return Frame(
        parts,
        verb,
        cue,
        subject,
        "span" if subject else "carried",
        addressee,
        False,
        hypothetical,
        confidence,
    )


def _cut(region: Region, begin: int, stop: int, form: str) -> Span:
    """Reported words up to the end of the sentence, or to the next frame's head."""
    cut = _NEXT_FRAME.search(region.text(begin, stop))
    return clean(region.page.body, begin, begin + cut.start() if cut else stop)


def _before_frame(region: Region, sentence: Span, cue: Span) -> bool:
    return region.text(sentence.start, cue.start).strip(" ,").count(" ") >= 2


def _parenthetical(
    region: Region, cue: Span, verb: str, speaker: Span, sentence: Span, offset: int, rest: str,
    addressee: Span | None, head: Span | None = None,
) -> Frame | None:  # fmt: skip
    """ "They were shelled, he says, both by day and by night": what stands before, and after."""
    body = region.page.body
    frame_start = min(speaker.start, cue.start)
    begin = sentence.start
    lead = region.text(begin, frame_start)
    if SPOKEN in lead:
        begin += lead.rindex(SPOKEN) + 1
    first = clean(body, begin, frame_start)
    parts = [first] if first.stop - first.start >= 4 else []
    tail = re.match(r"\s*(?:,|[-–—]\s)\s*(?=\S)", rest)
    apposed = re.match(r"\s*,\s(?:the|a|an|who|whose|which|head|director|chief|[A-Z])\b", rest)
    if (
        tail
        and not (apposed and head)
        and not _NEXT_FRAME.match(rest.lstrip(" ") and rest)
        and SPOKEN not in rest
    ):
        second = clean(body, offset + tail.end(), sentence.stop)
        if second.stop - second.start >= 8:
            parts.append(second)
    if not parts:
        return None
    return _frame(region, parts, verb, cue, speaker, addressee, 0.85, False)


def _was_told(region: Region, cue: Span, sentence: Span, right: str) -> Frame | None:
    """ "Sergey was told that …": somebody unnamed told him; he heard it."""
    match = re.match(r"(?:\s+by\s[^,.;]{2,40})?\s*(?:,?\sthat|to)\s", right) or re.match(
        r"\s(?=(?:would|was|is|were|will|had)\s)", right
    )
    if not match:
        return None
    heard = subject_before(region, sentence.start, cue.start)
    span = _cut(region, cue.stop + match.end(), sentence.stop, "told")
    if span.stop <= span.start:
        return None
    order = match.group().rstrip().endswith("to")  # "was told to leave" is an order, not a report
    verb = "tell" if order else "hear"
    return Frame([span], verb, cue, None, "nobody", heard, False, confidence=0.6, received=not order)


def _addressee(region: Region, start: int, stop: int) -> Span | None:
    match = _ADDRESSEE.match(region.page.body, start, min(stop, start + 120))
    if not match or region.text(*match.span(1)).strip(SPOKEN + " ") == "":
        return None
    return clean(region.page.body, match.start(1), match.end(1))


def _to_whom(region: Region, start: int, stop: int) -> Span | None:
    match = re.compile(
        r"\s+to\s((?:the\s)?(?:[A-Z][\w.’'-]*\s?){1,6}|reporters|journalists|investigators)(?=\s|,|:|\.|\Z)"
    ).match(region.page.body, start, min(stop, start + 90))
    return clean(region.page.body, *match.span(1)) if match else None


def _according(region: Region, start: int, stop: int) -> Frame | None:
    body = region.page.body
    sentence = region.sentence_of(start)
    text = region.text(stop, sentence.stop)
    end = _ACCORDING_END.search(text, 1)
    limit = stop + (end.start() if end else len(text))
    speaker = clean(body, stop, limit)
    at_head = not region.text(sentence.start, start).strip(" -–—\"“'*") or region.text(
        sentence.start, start
    ).strip().lower() in ("but", "and", "however,")
    names = region.named_in(speaker.start, min(sentence.stop, speaker.stop + 2))
    people = [n for n in names if n.kind == "person"]
    bodies = [n for n in names if n.kind == "organisation" and n.start - speaker.start < 6]
    if bodies and end is None and not people:
        speaker = Span(speaker.start, bodies[0].stop)
    if (
        people
        and speaker.stop > people[0].stop
        and not body[people[0].stop : speaker.stop].startswith(("'", "’", " and"))
    ):
        speaker = Span(speaker.start, people[0].stop)
    if speaker.stop <= speaker.start or speaker.stop - speaker.start > 240:
        return None
    if re.match(r"(?:our|my|these|this|it|plan|schedule|law)\b", body[speaker.start : speaker.stop], re.I):
        # "according to our estimates" weakens the speaker's own word; "according to plan" says nothing.
        return None
    if at_head:
        comma = region.text(speaker.stop, sentence.stop).find(",")
        begin = speaker.stop + comma + 1 if comma >= 0 else limit
        apposed = re.match(
            r",\s(?:the|a|an|who|which)\b[^,.]{2,120},\s", region.text(speaker.stop, sentence.stop)
        )
        if apposed:
            begin = speaker.stop + apposed.end()
        parts = [_cut(region, begin, sentence.stop, "")]
    else:
        lead = region.text(sentence.start, start)
        begin = sentence.start + (
            lead.rindex(SPOKEN) + 1
            if SPOKEN in lead and lead[lead.rindex(SPOKEN) + 1 :].strip(" ,–—-")
            else 0
        )
        quote = region.quote_before(start)
        if (
            quote
            and not region.text(quote.stop, start).strip(" ,–—-")
            and quote.start not in region.used
            and quote.start <= sentence.start + 2
        ):
            region.used.add(quote.start)
            return Frame(
                [content(body, quote)], "say", Span(start, stop), speaker, "span", None, True, confidence=0.9
            )
        parts = [clean(body, begin, start)]
        tail = re.match(
            r"\s*,\s(?!(?:the|a|an|who|which|whose)\b)(?=\S)", region.text(speaker.stop, sentence.stop)
        )
        if tail and not _holds_role_soon(region, speaker.stop + tail.end()):
            more = clean(body, speaker.stop + tail.end(), sentence.stop)
            if more.stop - more.start >= 12:
                parts.append(more)
    parts = [p for p in parts if p.stop - p.start >= 4]
    if not parts:
        return None
    document = region.words.document.match(body, speaker.start)
    frame = _frame(region, parts, "say", Span(start, stop), speaker, None, 0.85, False)
    if frame and document:
        frame.who = "document"
    return frame


def _holds_role_soon(region: Region, at: int) -> bool:
    return any(w.lower() in region.words.roles for w in region.page.body[at : at + 60].split()[:5])


def _agentless(region: Region, start: int, stop: int) -> Frame | None:
    """ "is understood to", "it was reported that": somebody said it, nobody is named."""
    sentence = region.sentence_of(start)
    body = region.page.body
    cue = Span(start, stop)
    words = body[start:stop].lower()
    if words.startswith("it "):
        span = clean(body, stop, sentence.stop)
        that = re.match(r"\s*that\s", body[stop : sentence.stop])
        if not that:
            return None
        span = _cut(region, stop + that.end(), sentence.stop, "")
        return Frame([span], "say", cue, None, "nobody", confidence=0.7) if span.stop > span.start else None
    by = re.match(r"[^.;]{0,80}\bby\s", region.text(stop, sentence.stop))
    if by and words.startswith("alleged"):
        pass
    lead = region.text(sentence.start, start)
    begin = sentence.start + (lead.rindex(SPOKEN) + 1 if SPOKEN in lead else 0)
    return Frame([clean(body, begin, sentence.stop)], "say", cue, None, "nobody", confidence=0.55)


__all__ = ["find_frames"]
