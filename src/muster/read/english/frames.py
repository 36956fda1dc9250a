"""English frames: which verb or phrase says that somebody said something, and what it governs."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.absolutes import in_absolute
from muster.read.english.citing import PASSES_ON, citing, headlined
from muster.read.english.clauses import indirect, next_block
from muster.read.english.cues import cues_of, is_state
from muster.read.english.ends import (
    JOINED,
    end_before,
    end_with_relative,
    end_with_subordinate,
    part,
    shorten,
)
from muster.read.english.finite import FINITE, of_a_court
from muster.read.english.grammar import NounPhrase
from muster.read.english.judged import JUDGING, judged
from muster.read.english.nominal import IN_WORDS, according, as_put, in_words
from muster.read.english.noun_claims import (
    CHARGE,
    CHARGE_BY,
    NOUN_THAT,
    TO_NOUN,
    noun_that,
    noun_to,
    of_a_charge,
)
from muster.read.english.passive import (
    ORDERED,
    PASSIVE,
    agentless,
    cites,
    confirmed_by,
    it_is_said,
    quoted_as,
    was_ordered,
    was_told,
)
from muster.read.english.phrases import subject_before
from muster.read.english.quoted import quoted
from muster.read.english.received import orders, told_aside
from muster.read.english.relatives import in_its_relative, subject_of_sentence
from muster.read.english.roundabout import GAVE, GENERIC, gave, in_order_to, what_they_call
from muster.read.english.sure import sure
from muster.read.english.terms import asks_for_silence, end_of_terms, is_no_subject, is_terms
from muster.read.english.versions import put_to, versions
from muster.read.findings import COUNTED, counted
from muster.read.frames import Frame, Region, clean, content
from muster.read.protection.bearers import person
from muster.text.listed import listed
from muster.text.spans import Span

# A month, "Will", "tourists" and "aides to the governor" make nobody's word a mere possibility.
_MODAL: Final = re.compile(
    r"(?:\b(?:[Ww]ould|[Ss]hould|[Cc]ould|[Mm]ight|may|[Mm]ust|[Ii]f|[Cc]an|will|[Ss]hall|[Ll]et|[Dd]on['’]t|[Dd]o\snot)|['’]ll"
    r"|\b[Tt]o(?!\s(?:the|an?|his|her|their|its|our|my|him|them|us|me|this|that|[A-Z]\w*)\b))\s(?:\w+\s){0,5}\Z"
)
_NOUN_BEFORE: Final = re.compile(
    r"\b(?:the|a|an|this|these|those|such|any|no|of|in|for|on|with|by|from|latest|new|(?<!\bat\s)first|media|news"
    r"|more|other|numerous|several|many|two|three|his|her|their|its)\s\Z|(?:['’]s|s['’])\s(?:\d+-[a-z]+\s)?\Z",
    re.I,
)
# "It is certain that": nobody is.
_OF_NOBODY: Final = re.compile(r"(?:\b(?:it|this|that|there|what|which|one|you)\s|\A[\s\W]*)\Z", re.I)
_SEEING: Final = ("see", "saw", "regret", "welcom")
_THAT_CLAUSE: Final = re.compile(
    r"\sthat\s(?:the|an?|he|she|they|it|we|I|his|her|its|their|there|no|some|many|most|all|[A-Z])\b"
)
_MY_THOUGHT: Final = re.compile(r"\b(?:I|we|We)\s+(?:\w+ly\s|also\s|had\s|have\s)?\Z")
_YOURS: Final = re.compile(r"\b(?:you|one|anyone)\s(?:(?:might|may|would|could|can)\s)?(?:\w+ly\s)?\Z", re.I)
_INFINITIVE: Final = ("think", "intend", "judge", "urge", "hold", "find")
# "Considers the complaint exaggerated" beside "considers that …".
_ALSO_JUDGING: Final = ("consider", "considers", "considered")
# "Was confirmed by X": what X confirms is the subject.
_CONFIRMED: Final = (
    "confirmed",
    "denied",
    "rejected",
    "dismissed",
    "disputed",
    "announced",
    "acknowledged",
    "reported",
)
# "Those who still say": so near stands whoever it may be.
_GENERIC_NEAR: Final = 48
# What somebody rang or wrote in order to do, or what a paper does that he put out.
_PURPOSES: Final = listed(
    """say saying add tell telling insist insisting complain complaining deny denying report confirm
    confirming announce announcing warn warning stating claiming explain admit"""
)
# "Is heard telling recruits that …", "was quoted as warning that …".
_HEARD_SAYING: Final = listed(
    "saying telling asking warning ordering urging admitting boasting claiming complaining threatening"
)
_PUT_QUESTIONS: Final = ("asked", "pressed", "questioned", "challenged", "prompted", "quizzed")
# "Asked not to be named", "asked that her name be left out": how he speaks, not what he says.
_NOBODY_DOES: Final = (
    ", if ",
    ", as ",
    "with nobody ",
    "with no one ",
    "without anybody ",
    "without anyone ",
)
# "Had he been told, he would have acted": nobody told him.
_HAD_HE_BEEN: Final = re.compile(r"\b[Hh]ad\s(?:he|she|they|it|we|I|you)\s(?:only\s|ever\s)?been\s\Z")
_NOT_YET: Final = re.compile(r"\bnot\b")
_PARTICIPLES: Final = ("ed", "said", "told", "found", "heard", "understood", "thought", "felt", "put", "read")
_HELD_TO_BE: Final = ("said", "believed", "thought", "known", "understood", "reported", "presumed")
_NOUN_STANDS: Final = re.compile(r"\A\W*(?:[\w’'-]+\s){1,5}\Z")
# "Neither confirmed nor denied that …": nothing was said.
_WHAT_HE: Final = re.compile(
    r"\W*(?:But\s|And\s|Yet\s)?(?:What|Whatever|Much\sof\swhat)\s[^,;:\x00]{1,60}\s\Z"
)
_IS_SO: Final = re.compile(
    r"(?:\s[\w’'-]+){0,5}?\s(?:is|are|was|were|has|had|will|would|remains?|seems?|differs?|makes?|made|does|did|may|might|can)\b"
)
_NEITHER: Final = re.compile(r"\b(?:neither|nor)\s\Z", re.I)


def find_frames(region: Region) -> list[Frame]:
    """Every frame of the region, in the order of its cues."""
    found = [*_nominal(region), *_signed(region), *_heralded(region), *_worded(region), *headlined(region)]
    taken = {at for f in found if f.cue for at in range(*f.cue)}
    # "According to a police report": a noun of whoever is named there is no verb.
    taken |= {
        at for f in found if f.cue and f.speaker and f.speaker.start > f.cue.start for at in range(*f.speaker)
    }
    before: Frame | None = None
    for start, words, verb in cues_of(region):
        cue = Span(start, start + len(words))
        if cue.start in taken or cue.stop - 1 in taken:
            continue
        form = words.lower()
        frame = _verbal(region, cue, verb, form, before)
        if frame:
            if before is not None and _only_names(region, before, frame):
                found.remove(before)
            found.append(frame)
            terms = end_of_terms(region, cue, form)
            if terms is not None:
                shorten(region, frame, terms)
            elif region.brackets_around(cue) is None:
                before = frame
    for match in COUNTED["en"].finditer(region.masked):
        cue = Span(region.start + match.start(), region.start + match.end())
        if not any(p.start <= cue.start < p.stop for f in found for p in f.parts):
            who = subject_before(region, region.sentence_of(cue.start).start, cue.start)
            one = counted(region, who.core if who else None, cue)
            found += [one] if one else []
    for frame in found:
        if frame.speaker is not None:
            frame.speaker, frame.whole = (
                _with_mark(region, frame.speaker),
                frame.whole and _with_mark(region, frame.whole),
            )
    found.sort(key=lambda f: f.cue.start if f.cue else f.start)
    part(region, found)
    return found


def _with_mark(region: Region, span: Span) -> Span:
    """ "“Rustam”, 34, told us": the mark before a name that was changed belongs to whoever it names."""
    body = region.page.body
    before = body[span.start - 1 : span.start] if span.start > region.start else ""
    closing = {"“": "”", '"': '"', "‘": "’"}.get(before)
    if closing is None or body.count(closing, span.start, span.stop) != 1:
        return span
    return Span(span.start - 1, span.stop)


def _only_names(region: Region, before: Frame, frame: Frame) -> bool:
    """ "They reported what they described as a decline": the decline is all that they are quoted for."""
    whole = before.start <= frame.start and before.stop >= frame.stop and before.speaker == frame.speaker
    return whole and region.text(before.start, before.start + 5).lower() == "what "


# "“…” – Commissioner X": what a release or a post puts under a quotation.
_SIGNATURE: Final = re.compile(r"\s*[-–—]\s?((?:[\w.’'-]+,?\s){0,14}[\w.’'-]*[\w’'])\.?\s*\Z")
_HERALD: Final = re.compile(
    r"(?:and\s)?(?:(?:a\s)?(?:statement|comments?|message|quotes?|remarks?|word|note)\s)?(?:from|by|of)\s"
    r"([^.:;\n\x00]{2,90}):\s*\Z", re.I
)  # fmt: skip


def _signed(region: Region) -> list[Frame]:
    """A paragraph that is a quotation and, after a dash, whose it is."""
    if region.level or not region.quotes or not region.heads or region.quotes[0].start > region.start + 4:
        return []
    quote = region.quotes[-1]
    end = _SIGNATURE.match(region.text(quote.stop, region.stop))
    if end is None or not any(w[:1].isupper() or w in region.words.roles for w in end.group(1).split()):
        return []
    if region.words.cue.search(end.group(1)):
        return []
    parts = [content(region.page.body, q) for q in region.quotes if q.start not in region.used]
    region.used.update(q.start for q in region.quotes)
    speaker = Span(quote.stop + end.start(1), quote.stop + end.end(1))
    people = [n for n in region.named_in(speaker.start, speaker.stop + 1) if n.kind == "person"]
    core = Span(speaker.start, people[0].stop) if people else speaker
    return [Frame(parts, "say", None, core, quoted=True, confidence=0.85, whole=speaker)] if parts else []


def _heralded(region: Region) -> list[Frame]:
    """ "And from X:" and the paragraph after it."""
    found = (
        _HERALD.match(region.text(region.start, region.stop)) if not region.level and region.heads else None
    )
    block = next_block(region, region.sentence_of(region.start), ":") if found else None
    if found is None or block is None:
        return []
    speaker = Span(region.start + found.start(1), region.start + found.end(1))
    return [Frame([block], "say", None, speaker, confidence=0.7)]


_WORD_FROM: Final = re.compile(
    r"\W{0,4}(?:\d{1,2}[:.]\d{2}\W{1,3})?(?:(?:Word|News|Message|Report|Update|[Tt]he\ssame|Same|More|Also)s?\sfrom|From)\s"
    r"((?:the\s|our\s)?[^.,:;()\n\x00]{1,50})(?:\s\([^()\n]{1,90}\)|,\s(?:and|who|whose|whom|but|no)\s[^.:;\n\x00]{3,110})?"
    r":\s(?=\w)"
)


def _worded(region: Region) -> list[Frame]:
    """ "Word from the hospital: three dead": the rest of the sentence."""
    found = _WORD_FROM.match(region.text(region.start, region.stop)) if not region.level else None
    if found is None:
        return []
    speaker = Span(region.start + found.start(1), region.start + found.end(1))
    words = clean(region.page.body, region.start + found.end(), region.sentence_of(region.start).stop)
    last = (region.page.words(speaker).lower().rsplit(None, 1) or [""])[-1]
    known = sure(region, speaker) or person(last, "en") is not None
    return [Frame([words], "say", None, speaker, confidence=0.6)] if known else []


def _nominal(region: Region) -> list[Frame]:
    """Frames that stand without a verb of saying."""
    text, base = region.masked, region.start
    frames = [
        according(region, base + m.start(), base + m.end()) for m in region.words.nominal.finditer(text)
    ]
    frames += [
        agentless(region, base + m.start(), base + m.end()) for m in region.words.agentless.finditer(text)
    ]
    frames += [in_words(region, m) for m in IN_WORDS.finditer(text)]
    if " that " in text:
        frames += [noun_that(region, m) for m in NOUN_THAT.finditer(text)]
    frames += [noun_to(region, m) for m in TO_NOUN.finditer(text)]
    frames += [of_a_charge(region, m) for rule in (CHARGE, CHARGE_BY) for m in rule.finditer(text)]
    frames += [gave(region, m) for m in GAVE.finditer(text)]
    frames += versions(region)
    frames += asks_for_silence(region)
    frames += orders(region)
    frames += told_aside(region)
    return [f for f in frames if f is not None]


def _verbal(region: Region, cue: Span, verb: str, form: str, before: Frame | None) -> Frame | None:
    sentence = region.sentence_of(cue.start)
    left = region.text(sentence.start, cue.start)
    if form in region.words.doubtful or form in region.words.with_that:
        if _NOUN_BEFORE.search(left) or _in_a_name(region, cue, left):
            return None
    elif is_state(region, form) and _OF_NOBODY.search(left):
        return None
    if of_a_court(form, region.text(cue.stop, sentence.stop)):
        return None
    if GENERIC.search(left[-_GENERIC_NEAR:]) or left.endswith(_NOBODY_DOES):
        return None  # "His victory, if confirmed, would be …", "with nobody saying that …"
    if named := what_they_call(region, cue, form, sentence, left):
        return named
    cited = (
        (quoted_as(region, cue, sentence) or cites(region, cue, sentence)) if form in _HEARD_SAYING else None
    )
    cited = cited or (in_order_to(region, cue, form, sentence, left) if form in _PURPOSES else None)
    if cited is None and form.endswith(_PARTICIPLES) and PASSIVE.search(left):
        heard = form in ("told", "informed", "reported", "warned", "assured", "advised", "notified")
        if _HAD_HE_BEEN.search(left):
            return None
        if (nobodys := it_is_said(region, cue, sentence)) is not None:
            return nobodys
        if form in _CONFIRMED and not _NOT_YET.search(left):
            by = confirmed_by(region, cue, sentence) or (was_told(region, cue, sentence) if heard else None)
            return by or (was_ordered(region, cue, form, sentence) if form in ORDERED else None)
        told = was_told(region, cue, sentence) if heard else None
        return told or (was_ordered(region, cue, form, sentence) if form in ORDERED else None)
    if (form in _HELD_TO_BE or (form == "claiming" and _NOUN_STANDS.search(left))) and region.text(
        cue.stop, cue.stop + 7
    ) == " to be ":
        return None  # "A man said to be a gunner tells his wife that …": who he is held to be
    if _WHAT_HE.match(left) and _IS_SO.match(region.text(cue.stop, sentence.stop)):
        return None  # "What the Code says is narrower": that he said something, not what
    if is_terms(region, cue, form, sentence, left):
        return None
    if verb in ("think", "find") and (_YOURS.search(left) or (region.level and _MY_THOUGHT.search(left))):
        # "I think" inside a quotation weakens the speaker's word; it is no claim about somebody else's.
        return None
    put = as_put(region, cue, left, sentence) if left.find("s ") >= 0 and verb not in _INFINITIVE else None
    if put:
        return put
    if form in ("put it", "puts it"):
        return put_to(region, cue, sentence, subject_before(region, sentence.start, cue.start))
    if form in _PUT_QUESTIONS and not left.strip(" \"“'‘"):
        return None  # "Asked whether …, X said": what he was asked
    if (
        verb == "hold"
        and form.startswith(_SEEING)
        and _THAT_CLAUSE.match(region.text(cue.stop, sentence.stop))
    ):
        verb = "think"  # "Saw that the gate was open"; "saw him as a traitor" judges
    if verb in ("say", "deny") and _NEITHER.search(left):
        return None
    beside = in_absolute(region, sentence, cue, form)
    joined = beside or _joined(region, cue, verb, sentence, left, form, before)
    apart = (
        re.search(r",\s(?:but|and|then)\s\Z", left) is not None
    )  # "…, but ordered him to leave": the judge
    within = (
        _told_the_speaker(region, cue, sentence, before)
        if joined and before and not (apart or beside)
        else None
    )
    joined = within or joined
    hypothetical = cited is None and bool(_MODAL.search(left))
    frame = quoted(region, cue, verb, sentence, cited or joined)
    if frame:
        frame.hypothetical = hypothetical and form in ("say", "tell", "ask", "claim", "think")
        return frame
    low = max(sentence.start, before.cue.stop if before and before.cue else sentence.start)
    who = cited or joined or _beside_an_aside(region, cue, before) or subject_before(region, low, cue.start)
    # "Lund, who pleaded guilty, says": the second comma closes what is told of him.
    closed = low > sentence.start and in_its_relative(region, sentence.start, low, cue.start)
    stray = who is not None and (closed or is_no_subject(region.page.words(who.core)))
    if (
        (who is None or stray)
        and (verb in ("say", "tell") or stray)
        and (stray or form not in region.words.doubtful)
        and (low == sentence.start or in_its_relative(region, sentence.start, low, cue.start))
    ):
        who = subject_of_sentence(region, sentence.start, cue.start)
    frame = None
    if verb in JUDGING or form in _ALSO_JUDGING:
        frame = judged(region, cue, verb, form, sentence, who)
    if frame is None and verb not in JUDGING:
        frame = indirect(region, cue, verb, form, sentence, who)
    if frame and not frame.quoted and frame.start > cue.start:
        end_with_relative(region, frame, cue, sentence)
        end_with_subordinate(region, frame, sentence)
    if (
        frame
        and who
        and before
        and low > sentence.start > who.core.start - 8
        and before.start < cue.start < before.stop
    ):
        shorten(region, before, cue.start)
    if frame and not frame.quoted and form in PASSES_ON:
        citing(region, frame, cue)
    if frame and not frame.quoted:
        unwritten = who is not None and _TO_BE_WRITTEN.search(region.text(sentence.start, who.core.start + 1))
        frame.hypothetical = bool(unwritten) or (hypothetical and form in ("say", "tell", "claim"))
        if joined and joined is not within and before and frame.start > cue.start:
            end_before(region, before, cue.start, left)
    return frame


# "They must sign a note that says …": the note is not written yet.
_TO_BE_WRITTEN: Final = re.compile(
    r"\b(?:should|must|to|would|could|will|might|may|shall)\s(?:[a-z]+ly\s)?(?:file|write|sign|send|submit|give|make|bring"
    r"|produce|publish|issue|draft|hand\sin)\s(?:[\w’'-]+\s){0,3}?\w?\Z"
)
_THE_SPEAKER: Final = re.compile(r"\s(?:me|us|him|her|them)\b(?!\s(?:\w+\s)?(?:son|daughter|husband|wife))")


def _told_the_speaker(region: Region, cue: Span, sentence: Span, before: Frame) -> NounPhrase | None:
    """ "Anna said her husband had rung and told her that …": the husband did, for she was told."""
    told = _THE_SPEAKER.match(region.text(cue.stop, sentence.stop))
    if told is None or before.cue is None or before.quoted or before.start < before.cue.start:
        return None
    return subject_before(region, before.start, cue.start) if before.start < cue.start else None


def _beside_an_aside(region: Region, cue: Span, before: Frame | None) -> NounPhrase | None:
    """ "The officer, A said, had boasted that …": the officer has, and A says so."""
    if before is None or before.cue is None or before.quoted or len(before.parts) != 2:
        return None
    first, second = before.parts
    if not first.stop <= before.cue.start < second.start <= cue.start < second.start + _NEXT_VERB:
        return None
    if not _NO_SUBJECT.fullmatch(region.text(second.start, cue.start)):
        return None  # "The plan, A said, while B wants it changed": B does
    return None if FINITE.search(region.page.words(first)) else NounPhrase(first, first)


_NO_SUBJECT: Final = re.compile(
    r"(?:(?:has|had|have|is|was|are|were|will|would|can|could|may|might|did|does|do|also|not|never|since|later|then|now"
    r"|still|long|once|first|been|[a-z]+ly)\s)*"
)
# An auxiliary and an adverb may stand before the verb.
_NEXT_VERB: Final = 24


def _in_a_name(region: Region, cue: Span, left: str) -> bool:
    """ "The United States": a capital inside a sentence makes a doubtful verb a noun."""
    return region.page.body[cue.start].isupper() and left.strip(" \"'“‘—–-") != ""


def _joined(
    region: Region, cue: Span, verb: str, sentence: Span, left: str, form: str, before: Frame | None
) -> NounPhrase | None:
    """The speaker of the reporting verb before, where this one has no subject of its own."""
    if before is None or before.cue is None or before.speaker is None or before.cue.start < sentence.start:
        return None
    link = JOINED.search(left)
    if link is None:
        return None
    in_a_row = form.endswith("ing") or (verb in JUDGING and _in_a_row(region, cue, sentence))
    if link.group().strip() == "," and not in_a_row:
        return None
    if form.endswith("ing") and form not in _REASONS and ";" in region.text(before.cue.stop, cue.start):
        return None  # "X saw no use in it; his deputy has been kinder, saying …"
    return NounPhrase(before.speaker, before.whole or before.speaker)


def _in_a_row(region: Region, cue: Span, sentence: Span) -> bool:
    """ "X supports A, opposes B and wants C": a verb behind a comma in a row of them."""
    more = region.text(cue.stop, min(sentence.stop, cue.stop + 160))
    return re.search(r"\sand\s(?:has\s|have\s)?\w+(?:s|ed)\b", more) is not None


# "…; both spoke without their names, fearing for their posts": why somebody speaks so.
_REASONS: Final = ("fearing", "citing")
__all__ = ["find_frames"]
