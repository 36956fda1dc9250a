"""English frames that stand behind or within their words: "CONTENT, X says", "CONTENT, says X, …"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.extents import begins_frame
from muster.read.english.finite import FINITE
from muster.read.english.grammar import ADJECTIVE, MEANWHILE, PARTICIPLES, PRONOUN, NounPhrase
from muster.read.english.phrases import subject_before
from muster.read.english.phrases_after import speaker_after
from muster.read.english.sure import sure
from muster.read.frames import SPOKEN, Frame, Region, clean
from muster.text.listed import listed
from muster.text.spans import Span

# A question keeps its word: "asked whether the road was open".
ASKED_LEAD: Final = re.compile(r"(?:When\s)?(?:asked|pressed|questioned)\b", re.I)
NO_CONTENT: Final = re.compile(
    r"\s*(?:[,.;:?!)]|\Z|(?:in|on|at(?!\s(?:least|most)\b)|for|by|with|from|as(?!\s(?:many|much|few|little)\sas\b)|after|before|during"
    r"|over(?=\s(?:\S+\s){1,2}(?:hour|minute|day|week|month|year)s?\b)|(?:about|over)(?!\s(?:\d|an?\s(?:dozen|hundred|thousand|score)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half)\b))"
    r"|and|or|but|when|while|of|through|than|out|so|too|again"
    r"|against|into|upon|toward|towards)\b|[-–—])"
)
# "…, the Westmark Standard reports": with an article and a name it is a paper or a body.
_CALLED: Final = re.compile(r"the(?:\s[A-Z][\w’'-]+){1,5}")
TO_VERBS: Final = listed(
    """promised promises promise promising vowed vows vowing pledged pledges pledging agreed agrees threatened
    threatens threatening threaten offered offers claimed claims claiming volunteered swore swear swears told
    tells telling advised advises instructed instructs"""
)
TO: Final = re.compile(r"\s(?:not\s)?to\s")
_ASIDE_VERBS: Final = listed("say write think find")
# So many words after "…, X says, …" go on with what was said.
_GOES_ON: Final = 4
# "Guards beat prisoners with cables": a past that looks like a present, and has an object.
_SAME_IN_PAST: Final = re.compile(
    r"\w\s(?:beat|hit|cut|put|set|shut|let|hurt|shot|burst|quit|split|cost|spread)\s(?:the|an?|his|her|their|its|at|in|up|down|off|out"
    r"|over|through|two|three|four|five|six|several|some|many|\d[\d,.]*|[a-z]{3,}s|people|men|women|children|[A-Z]\w+)\b"
)
_SHORTEST: Final = 4


def aside(
    region: Region, cue: Span, verb: str, sentence: Span, who: NounPhrase | None, told: Span | None, at: int,
    rest: str,
) -> Frame | None:  # fmt: skip
    """ "CONTENT, X says" and "CONTENT, says X": the frame comes after its words."""
    body = region.page.body
    form = region.page.words(cue).lower()
    ends = NO_CONTENT.match(rest) is not None or (form not in TO_VERBS and TO.match(rest) is not None)
    comma = body[: who.whole.start].rstrip()[-1:] if who and who.whole.start > sentence.start else ""
    doubtful = form in region.words.doubtful
    if rest.startswith(" so") and _NOT_SO.search(region.text(sentence.start, cue.start)):
        return None  # "If the colonel knows better, he has not said so"
    called = comma and who is not None and _CALLED.fullmatch(region.page.words(who.core))
    if doubtful and not (who and (called or sure(region, who.core))):
        return None
    if ASKED_LEAD.match(region.text(sentence.start, cue.start).lstrip(' "“')):
        return None  # "Asked whether …, the ministry replied …": what it was asked
    if ends and who and comma in (",", "–", "-", "—"):
        comma_after = rest.lstrip().startswith(",") and not begins_frame(rest)
        split = comma_after and (FINITE.search(rest) is not None or rest.count(" ") >= _GOES_ON)
        if split or _said_before(region, sentence, who.whole.start) or _heads(region, sentence, rest):
            return parenthetical(region, cue, verb, who, sentence, at, rest, told=told)
    if ends and (cut_in := _within_clause(region, cue, verb, sentence, told, at, rest)):
        return cut_in
    left = region.text(sentence.start, cue.start)
    if form.endswith("ing") or verb not in _ASIDE_VERBS or not re.search(r"(?:,|\s[-–—])\s*\Z", left):
        return None
    heads = who is not None and who.core.start <= sentence.start + 4
    if (
        who is not None
        and FINITE.search(_RELATIVE.sub(" ", rest))
        and not _said_before(region, sentence, cue.start, long=not heads)
    ):
        return None
    if who is not None and _is_subject_told_of(left):
        return None
    after = speaker_after(region, cue.stop, sentence.stop) or _headline_speaker(
        region, cue.stop, sentence.stop
    )
    if after is None:
        return None
    known = region.named_in(*after.core) or PRONOUN.match(region.page.words(after.core))
    if (
        not known
        and who is not None
        and sure(region, who.core)
        and not sure(region, after.core)
        and not FINITE.search(ADJECTIVE.sub(" ", _ASIDES.sub("", left)))
    ):
        return None  # "Local media, citing a witness, reported a fire": the fire is what they report
    if PRONOUN.match(region.page.words(after.core)) and not _VERB_ALONE.match(
        region.text(after.core.stop, sentence.stop)
    ):
        return None  # "… expects it to succeed"
    told_of = FINITE.search(_ASIDES.sub("", left)) is not None
    if form in TO_VERBS and not told_of:
        return None  # "N, a lawyer who …, advises 46 men"
    clause = left.count(" ") > _GOES_ON or told_of
    clause = clause and _AGED.search(left) is None
    if ends or known or _ends_there(region, after, sentence, told_of=clause):
        tail = region.text(after.whole.stop, sentence.stop)
        return parenthetical(region, cue, verb, after, sentence, after.whole.stop, tail, inverted=True)
    return None


def _heads(region: Region, sentence: Span, rest: str) -> bool:
    """ "Pension deal close, aides say": a headline, which has no full stop and needs no verb."""
    page = region.page
    if rest.strip() or region.level:
        return False
    block = page.paragraphs[page.paragraph_of[page.sentence_at(sentence.start)]]
    return block.start >= sentence.start - 1 and not page.body[block.start : block.stop].rstrip().endswith(
        (".", "!", "?")
    )


_NOT_SO: Final = re.compile(r"(?:\b(?:not|never)|n['’]t)\s\Z")
_THERE_IS: Final = re.compile(r"\W*(?:[Tt]here|[Ii]t)\s(?:is|are|was|were|has\sbeen|had\sbeen),\s\Z")
_VERB_NEXT: Final = re.compile(
    r"\s*,\s(?:(?:\w+ly|never|not|now|then)\s)?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does"
    r"|[a-z]+ed|went|came|took|got|fell|began|stood|lay|ran)\s"
)


def _within_clause(
    region: Region, cue: Span, verb: str, sentence: Span, told: Span | None, at: int, rest: str
) -> Frame | None:
    """ "The truth, his deputy, X, conceded, might never be known"; "There was, she says, a list": the frame
    stands between the subject of what is said and its verb."""
    left = region.text(sentence.start, cue.start)
    comma = left.find(", ")
    if comma < 0 or verb not in _ASIDE_VERBS or not re.match(r"\s*,\s\S", rest):
        return None
    lead = left[: comma + 2]
    exists = _THERE_IS.match(lead) is not None
    subject = _SUBJECT.match(lead) is not None and _VERB_NEXT.match(rest) is not None
    if not (exists or subject) or SPOKEN in lead or begins_frame(rest):
        return None
    thing = Span(sentence.start, sentence.start + comma)
    if not exists and (sure(region, thing) or region.named_in(*thing)):
        return None
    who = subject_before(region, thing.stop + 2, cue.start)
    if who is None or not sure(region, who.core):
        return None
    return parenthetical(region, cue, verb, who, sentence, at, rest, told=told)


_AUX_OR_PAST: Final = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does"
    r"|[a-z]+ed|came|went|took|got|fell)\b"
)
_SUBJECT: Final = re.compile(
    r"\W*(?:The|An?|This|That|These|Those|His|Her|Its|Their|No|Nothing|All|Most|Some|[A-Z][a-z]+)(?:\s[a-z][\w-]*){0,6},\s\Z"
)


def _said_before(region: Region, sentence: Span, at: int, *, long: bool = True) -> bool:
    """Whether a clause stands before a frame, not only a phrase that belongs to its subject.

    ``long``: so many words are one, although no verb is known among them.
    """
    lead = _MEANWHILE.sub("", region.text(sentence.start, at)).rstrip(" ,–—-")
    blanks = lead.count(" ")
    bare = _ASIDES.sub("", lead)
    told = FINITE.search(ADJECTIVE.sub(" ", bare)) is not None
    told = told or _SAME_IN_PAST.search(bare) is not None
    few = _CLAUSE_OF_TWO.match(bare) is not None
    return (long and blanks >= 9 and bare.count(" ") >= 5) or ((blanks >= 2 or few) and told)


def _is_subject_told_of(left: str) -> bool:
    """ "Vera, who had worked there, said the men …": before the verb stands nothing but its subject."""
    lead = _MEANWHILE.sub("", left).strip(" ,–—-")
    bare = _ASIDES.sub("", f"{lead},").strip(" ,–—-")
    return len(bare) < len(lead) and bare.count(" ") < _GOES_ON and FINITE.search(bare) is None


# "Giving evidence behind a screen, the driver, …": no clause of what is said.
_MEANWHILE: Final = re.compile(rf"\A\W*{MEANWHILE.pattern}[^,;\x00]{{0,80}},\s")
_RELATIVE: Final = re.compile(r"\s(?:who|whose|whom)\s[^,.;\x00]*")
# What is told of a phrase: "the soldier, whom we shall call N", "a teacher we are not naming".
_ASIDES: Final = re.compile(
    r"\b(?:(?:to|of|for|with|from)\s)?(?:who|whose|whom|which)\b[^,\x00]*(?:,|\Z)"
    rf"|,\s(?:as\s(?:we|I|he|she|they)\s|{PARTICIPLES}\s"
    r"(?:here\s|only\s|simply\s)?(?:as|by|to|under|anonymity|in|on|at|from|with|for|near|over|last|during|after|since)\b)[^,\x00]*(?:,|\Z)"
    r"|(?<=\w)\s(?:we|I|this\s\w{1,14})\s(?:are|am|is|have|has|will|shall|do|agreed)\s(?:not|call)[^,\x00]*(?:,|\Z)"
    r"|(?<=\w)[”\"]?\s[-–—]\s(?:we|I|whose|whom|not|a|an|this)\s[^-–—\x00]*(?:[-–—]|\Z)"
)
_CLAUSE_OF_TWO: Final = re.compile(
    r"\W*(?:Nobody|No\sone|Everyone|Everybody|Nothing|All|They|He|She|It|We|Some|Many|None)\s"
)


# "Vera, 40, said …": she is the subject.
_AGED: Final = re.compile(r",\s\d{1,2},\s*\Z")
_END: Final = re.compile(r"\s*(?:[.,;]|\Z|[-–—]\s|(?:on|in|at|last|during|late|early)\s)")
_TOLD_OF: Final = re.compile(r"\s(?:who|whose|whom)\s[^,;\x00]*\Z")


def _ends_there(region: Region, who: NounPhrase, sentence: Span, *, told_of: bool) -> bool:
    """``told_of``: a relative clause may follow, "said a guard who had opened the gate"."""
    rest = region.text(who.whole.stop, sentence.stop)
    return _END.match(rest) is not None or (told_of and _TOLD_OF.match(rest) is not None)


_VERB_ALONE: Final = re.compile(
    r"\s*(?:[.,;:!?)\"”\x00]|\Z|[-–—])|\s(?:in|on|at|with|about|of|to\s(?:him|her|them|us|me|[A-Z])|later|again|today|yesterday|of\s\w+)\b"
)
_BARE_GROUP: Final = re.compile(r"\s((?:[\w-]+\s){0,3}[\w-]+)\s*\.?\Z")


def _headline_speaker(region: Region, start: int, stop: int) -> NounPhrase | None:
    """ "…, says union": a headline leaves the article out."""
    found = _BARE_GROUP.match(region.text(start, stop))
    if not found:
        return None
    span = Span(start + found.start(1), start + found.end(1))
    last = region.page.words(span).split()[-1].lower()
    if (
        last in region.words.roles
        or last in region.words.plural
        or last.capitalize() in region.words.organisation_words
    ):
        return NounPhrase(span, span)
    return None


def report(
    region: Region, parts: list[Span], verb: str, cue: Span, who: NounPhrase | None, told: Span | None,
    confidence: float,
) -> Frame | None:  # fmt: skip
    """The frame of reported words; quotations inside them need no speaker of their own."""
    parts = [p for p in parts if p.stop > p.start]
    if not parts:
        return None
    region.use(parts[0].start, parts[-1].stop)
    return Frame(
        parts, verb, cue, who.core if who else None, "span" if who else "carried", told, False,
        confidence=confidence, whole=who.whole if who else None,
    )  # fmt: skip


def _words_of_a_clause(shown: str, lead: str) -> bool:
    """ "Of all who came, "a small part" has left, says X": what stands in quotation marks is a part of the
    clause, in its middle, and nobody else's speech."""
    start, stop = lead.index(SPOKEN), lead.rindex(SPOKEN) + 1
    quoted = shown[start:stop].strip("\"“”„«»'")
    whole = lead[start:stop] == SPOKEN * (stop - start) and quoted[:1].islower() and quoted[-1:].isalnum()
    return whole and lead[:start].count(" ") >= 2 and FINITE.search(lead[stop:]) is not None


_REMEMBERS: Final = re.compile(r"\b(?:remembers?|recalls?|sees?|knows?|tells?|has|explains?|insists?)\b")


def _behind_a_colon(lead: str) -> int:
    """ "X does not hide: everybody knows her, she says": what stands before the colon is the outlet's."""
    at = lead.rfind(": ")
    said = at > 0 and (FINITE.search(lead[:at]) is not None or _REMEMBERS.search(lead[:at]) is not None)
    told = said and FINITE.search(lead[at:]) is not None
    return at + 2 if told else 0


# "Photographs which, she said, show the cars": what is told of them, not that somebody took them.
_RELATIVE_OPENS: Final = re.compile(r"\s(which|who),?\s\Z")
# "…, he says, had boasted that he "could keep people", …": marks within the clause, not behind it.
_QUOTES_WITHIN: Final = re.compile(
    rf"[^\x00.;!?]{{0,80}}?{_AUX_OR_PAST}\s(?:[^\x00.;!?]{{0,160}}?(?:[\w’'-]\s|:\s))?\x00+[\s.,;]*\Z"
)


# "…, he said, the news agency Tern reported": another passes on what he said.
_PASSED_ON: Final = re.compile(
    r"\s*,\s(?!(?:he|she|they|it|we|I|who|which)\s)[^,;:.!?\x00\n]{2,60}\s(?:reports?|reported|writes|wrote|said|says)(?:\s[^,;:\x00\n]{1,40})?[.!]?\s*"
)


def parenthetical(
    region: Region, cue: Span, verb: str, who: NounPhrase, sentence: Span, at: int, rest: str,
    *, inverted: bool = False, told: Span | None = None,
) -> Frame | None:  # fmt: skip
    """ "They were shelled, he says, both by day and by night": what stands before, and after."""
    body = region.page.body
    frame_start = min(who.whole.start, cue.start)
    begin = sentence.start
    lead = region.text(begin, frame_start)
    if SPOKEN in lead and not _words_of_a_clause(body[begin:frame_start], lead):
        begin += lead.rindex(SPOKEN) + 1
    begin += _behind_a_colon(lead[begin - sentence.start :])
    begin += len(lead[begin - sentence.start :]) - len(lead[begin - sentence.start :].lstrip("# "))
    if relative := _RELATIVE_OPENS.search(lead, begin - sentence.start):
        begin = sentence.start + relative.start(1)
    first = clean(body, begin, frame_start)
    parts = [first] if first.stop - first.start >= 3 else []
    tail = re.match(r"\s*(?:,|[-–—]\s)\s*(?=\S)", rest)
    apposed = re.match(r"\s*,\s(?:the|a|an|who|whose|which|head|director|chief|[A-Z])\b", rest)
    within = SPOKEN not in rest or _QUOTES_WITHIN.match(rest) is not None
    passed_on = _PASSED_ON.fullmatch(rest) is not None
    if tail and not passed_on and not (apposed and inverted) and not begins_frame(rest) and within:
        second = clean(body, at + tail.end(), sentence.stop)
        if second.stop - second.start >= _SHORTEST:
            parts.append(second)
    return report(region, parts, verb, cue, who, told, 0.85) if parts else None


__all__ = ["ASKED_LEAD", "NO_CONTENT", "TO", "TO_VERBS", "aside", "parenthetical", "report"]
