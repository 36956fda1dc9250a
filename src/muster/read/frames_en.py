"""English frames: "X said that …", "…," said X, "according to X", "X is understood to …"."""

from __future__ import annotations

import re

from muster.read.frames import SPOKEN, Frame, Region, clean, content
from muster.read.people import Named
from muster.text.listed import listed
from muster.text.spans import Span

_AUX = re.compile(
    r"(?:(?:^|\s)(?:has|have|had|was|were|is|also|later|then|now|previously|repeatedly|reportedly"
    r"|recently|further|simply"
    r"|just|never|not|did|does|do|would|will|can|could|may|might|should|must|earlier|again|once|still"
    r"|even|only|often"
    r"|always|himself|herself|themselves|itself|been|being|[a-z]{2,20}ly|both|all|subsequently))*\s*\Z"
)
_MODAL = re.compile(
    r"\b(?:would|should|could|might|may|must|to|if|can|will|shall|let|'ll|’ll|don't|don’t"
    r"|do not)\s*(?:\w+\s){0,5}\Z",
    re.I,
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got|'s|’s|'m|’m)\s+(?:\w+ly\s+|also\s+|then\s+|not\s+)?\Z"
)
_HARD = re.compile(r"[.!?:;()\n\x00\[\]]|\s[-–—]{1,2}\s|[–—]|[“”\"]")
_BOUNDARY = re.compile(
    r"\b(?:that|because|but|while|when|although|though|since|where|if|whether|as|than|which|so|yet|however|"
    r"and(?=\s(?:he|she|they|it|we|I|the|a|an|his|her|their|its|[A-Z])\b)|before(?=\s(?:he|she|they))"
    r"|after(?=\s(?:he|she|they)))\b[,\s]",
    re.I,
)
_LEADING = re.compile(
    r"(?:(?:But|And|Yet|Still|Then|Later|Meanwhile|Instead|Also|However|Earlier|Afterwards|Now|Today"
    r"|Yesterday|Once|So|"
    r"Separately|Similarly|Moreover|Furthermore|Nevertheless|Even|Only|Both|both|either|or|and|but|then"
    r"|later|now)[,\s]\s*)+"
)
_PREPOSITION = re.compile(
    r"(?:In|On|At|After|By|During|For|From|Since|Until|With|Under|Over|Last|Earlier|Despite|Following"
    r"|Amid|Speaking|Asked|When|As)\b"
)
_PRONOUN = re.compile(r"(?:he|she|they|it|i|we|you|who|one|some|many|others|both|nobody|everyone)\Z", re.I)
_SUBJECT_PRONOUN = re.compile(r"\b(?:he|she|they|we|I|He|She|They|We)\b")
_DETERMINER = re.compile(
    r"\b(?:the|a|an|his|her|their|our|my|some|many|several|most|one|two|three|other|all|each)\s", re.I
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
    r"\s+((?:the\s)?(?:[A-Z][\w.’']*(?:-[\w]+)*(?:\s(?:/\s)?)?){1,8}|me|us|him|her|them|you|reporters"
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
_NP_END = re.compile(
    r"[,.;:!?()\x00\n–—\[\]\"“”]|\s(?:who|whose|which|in|on|at|during|after|as|when|while|to|from|that"
    r"|adding|via|through|with|bitterly|before|by|last|late|early|is|was|are|were|has|had|and(?=\s(?:the"
    r"|he|she|they|his|her)\b))\b|\s[-–]\s|\s(?:yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday)\b"
)
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
    return sorted(found, key=lambda f: f.cue.start if f.cue else f.start)


# --- verbs ------------------------------------------------------------------------------------------
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
            speaker = _speaker_right(region, cue.stop, sentence.stop)
            if speaker:
                parts.append(content(region.page.body, before))
        else:
            speaker = _subject(region, before.stop, cue.start)
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
        speaker = speaker or _subject(region, max(sentence.start, before.stop if before else 0), cue.start)
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
    subject = _subject(
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
        right_of = _speaker_right(region, cue.stop, sentence.stop)
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
        right_of = _speaker_right(region, cue.stop, sentence.stop)
        plausible = right_of and (
            region.named_in(right_of.start, right_of.stop) or _PRONOUN.match(region.page.words(right_of))
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
        _PRONOUN.match(last) or last in region.words.roles or last in region.words.plural
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
    heard = _subject(region, sentence.start, cue.start)
    span = _cut(region, cue.stop + match.end(), sentence.stop, "told")
    if span.stop <= span.start:
        return None
    return Frame([span], "hear", cue, None, "nobody", heard, False, confidence=0.6, received=True)


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


# --- noun phrases -------------------------------------------------------------------------------------
def _subject(region: Region, low: int, stop: int) -> Span | None:
    """The noun phrase that ends where the verb begins, or whoever an apposition there belongs to."""
    low = max(low, stop - 400, region.start)
    left = region.text(low, stop)
    left = left[: _AUX.search(left).start()] if _AUX.search(left) else left  # type: ignore[union-attr]
    left = left.rstrip()
    left = _SPOKEN_TO.sub("", left)
    if not left:
        return None
    if left.endswith(","):
        return _apposed(region, low, low + len(left) - 1)
    if left.endswith((")",)):
        opened = left.rfind("(")
        left = left[:opened].rstrip() if opened > 0 else left
    hard = 0
    for mark in _HARD.finditer(left):
        hard = mark.end()
    clause = left[hard:]
    if not clause.strip() or re.fullmatch(r"\s*(?:but|and|or|then)\s*", clause, re.I):
        return _first_subject(region, low, low + len(left))
    comma = clause.rfind(",")
    begin = hard + comma + 1
    if (
        comma >= 0
        and re.match(r"\s*(?:and|or)\s(?!(?:he|she|they|it)\b)", left[begin:])
        and not re.search(r"\b(?:and|or)\s\w+(?:\s\w+){0,2}\Z", left[hard:])
    ):
        begin = hard
    for mark in _BOUNDARY.finditer(left, begin):
        begin = mark.end()
    phrase = left[begin:]
    lead = len(phrase) - len(phrase.lstrip())
    begin += lead
    phrase = phrase.strip()
    if re.search(r"\b(?:and|but|or|then|who)\Z", phrase, re.I) or not phrase:
        relative = re.search(r"\bwho\Z", left)
        if relative:
            names = [n for n in region.named_in(low, low + relative.start()) if n.kind == "person"]
            return Span(names[-1].start, names[-1].stop) if names else None
        return _first_subject(region, low, low + len(left))
    dropped = _LEADING.match(phrase)
    if dropped and dropped.end() < len(phrase):
        begin += dropped.end()
        phrase = phrase[dropped.end() :]
    return _phrase(region, low + begin, low + begin + len(phrase))


def _phrase(region: Region, start: int, stop: int) -> Span | None:
    words = region.page.body[start:stop]
    last = words.rsplit(None, 1)[-1]
    if _PRONOUN.match(last):
        return Span(stop - len(last), stop)
    named = [n for n in region.named_in(start, stop + 2) if n.stop >= stop - 2]
    if named:
        n = named[-1]
        head = n.role_start if start <= n.role_start < n.start else n.start
        lead = region.page.body[start:head]
        if (
            0 < lead.count(" ") <= 8
            and _DETERMINER.match(lead)
            and not re.search(r",|\b(?:was|were|is|are|had|has|said)\b", lead)
        ):
            head = start
        return Span(head, stop)
    if _PREPOSITION.match(words) or words.count(" ") > 13 or _HOLDS_VERB.search(words):
        names = [n for n in region.named_in(start, stop) if n.kind == "person"]
        determiners = [
            m
            for m in _DETERMINER.finditer(words)
            if not re.search(r"\b(?:of|in|at|on|by|for|from|with|to)\s\Z", words[: m.start()])
        ]
        if determiners and words[determiners[-1].start() :].count(" ") <= 8:
            return Span(start + determiners[-1].start(), stop)
        if names:
            return Span(names[0].start, names[0].stop)
        return None
    if last.lower() in _NOT_NOUNS or not re.match(r"[\w\"“«']", words):
        return None
    return Span(start, stop)


_SPOKEN_TO = re.compile(
    r"\s(?:whom\s)?(?:the\s)?[\w.]{2,30}\s(?:spoke|talked|interviewed|contacted)(?:\s(?:to|with))?\Z"
)
_HOLDS_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|went|did|should|would|could|will|can|may|might|must|been)\b"
)
_NOT_NOUNS = listed(
    """and or but the a an of in on at to for not it's there who that this these be been being was were as
    with by from what"""
)


def _apposed(region: Region, low: int, stop: int) -> Span | None:
    """Whose apposition it is: in "X, the founder of Y, said" the person before the comma."""
    names = [
        n
        for n in region.named_in(low, stop)
        if region.page.body[n.stop : n.stop + 1] in (",", " ") and n.stop < stop
    ]
    followed = [n for n in names if region.page.body[n.stop] == ","]
    people = [n for n in followed if n.kind == "person"]
    ending = [n for n in region.named_in(low, stop) if n.stop == stop and n.kind == "person"]
    if ending and not people:
        return Span(ending[0].start, ending[0].stop)
    chosen: list[Named] = people[-1:] or followed[:1]
    if chosen:
        n = chosen[0]
        start = n.role_start if low <= n.role_start < n.start else n.start
        return Span(start, n.stop)
    left = region.text(low, stop)
    comma = left.rfind(",")
    return _subject(region, low, low + comma if comma >= 0 else stop)


def _first_subject(region: Region, low: int, stop: int) -> Span | None:
    """Who the sentence is about: its first pronoun or person ("he came back - but told …")."""
    clause = region.text(low, stop).rfind(",") + 1
    near = list(_SUBJECT_PRONOUN.finditer(region.text(low, stop), clause))
    pronoun = near[0] if near and clause else _SUBJECT_PRONOUN.search(region.text(low, stop))
    people = [n for n in region.named_in(low, stop) if n.kind == "person"]
    if pronoun and (
        not people
        or low + pronoun.start() < people[0].start
        or (near and clause and people[0].start < low + clause)
    ):
        return Span(low + pronoun.start(), low + pronoun.end())
    if people:
        return Span(people[0].start, people[0].stop)
    head = re.match(
        r"\s*((?:(?:Each|All|Both|None|One|Some|Many|Most)\sof\s(?:our|his|her|their|the|its)\s[\w'’-]+"
        r"|(?:The|A|An|Some|Many|Several|Most|One)\s[\w'’-]+(?:\s[\w'’-]+)?))",
        region.text(low, stop),
    )
    return Span(low + head.start(1), low + head.end(1)) if head else None


def _speaker_right(region: Region, start: int, stop: int) -> Span | None:
    """Who stands after an inverted verb: "said lawyer X, who …"."""
    text = region.text(start, min(stop, start + 200))
    lead = len(text) - len(text.lstrip())
    if lead == 0 or not text.strip():
        return None
    begin = start + lead
    named = [n for n in region.named_in(begin, stop) if n.kind in ("person", "organisation")]
    end = _NP_END.search(text, lead)
    limit = start + (end.start() if end else len(text))
    inside = [
        n
        for n in named
        if n.start < limit
        or (region.text(begin, n.start).count(",") == 0 and n.start - begin < 60 and n.start <= limit)
    ]
    people = [n for n in inside if n.kind == "person"]
    if people:
        return (
            Span(begin, people[0].stop)
            if people[0].start - begin < 110
            else Span(people[0].start, people[0].stop)
        )
    if inside and inside[0].start - begin < 5:
        return Span(begin, max(limit, inside[0].stop))
    words = region.page.body[begin:limit].rstrip()
    first = words.split(None, 1)[0] if words else ""
    if (
        not words
        or words.count(" ") > 12
        or first.lower()
        in ("that", "in", "on", "at", "to", "it's", "so", "as", "there", "if", "when", "this")
    ):
        return None
    if _PRONOUN.match(first):
        return Span(begin, begin + len(first))
    if not (
        _DETERMINER.match(words + " ")
        or first[0].isupper()
        or words.split()[-1].lower() in region.words.roles
    ):
        return None
    more = re.compile(
        r"\sfrom\s(?:the\s)?(?:\w+\s){0,4}?[A-Z]\w+(?:\s(?:region|city|town|village|oblast|district"
        r"|province|republic)(?:\sof\s[A-Z]\w+)?)?"
    ).match(region.page.body, begin + len(words), stop)
    return Span(begin, more.end() if more else begin + len(words))


# --- nobody, documents, "according to" ------------------------------------------------------------------
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
