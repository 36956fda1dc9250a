"""English reported clauses: "X said that …", "CONTENT, X says", "X accused Y of …", "X vowed to …"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.extents_en import addressee, after_adverbials, begins_frame, cut, to_whom
from muster.read.frames import SPOKEN, Frame, Region, clean, content, quotations_from
from muster.read.phrases_en import FINITE, PRONOUN, RELATIVE, NounPhrase, speaker_after
from muster.text.listed import listed
from muster.text.spans import Span

_THAT: Final = re.compile(r"\s*,?\s*that(?:,|\s(?!(?:is|was|would|will|has|had)\b))", re.I)
_COLON: Final = re.compile(r"\s*:\s+(?=[^\s\x00\"“«‘'])")
# A question keeps its word: "asked whether the road was open".
_ASKED: Final = re.compile(r"\s*,?\s*(?=(?:how|why|whether|what|who|when|where|if|which)\s)", re.I)
_FAR_THAT: Final = re.compile(r"[^.;:!?\x00\n–—]{0,90}?\bthat\s")
_NO_CONTENT: Final = re.compile(
    r"\s*(?:[,.;:?!)]|\Z|(?:in|on|at(?!\s(?:least|most)\b)|for|by|with|from|as|about|after|before|during"
    r"|and|or|but|when|while|of|over|through|than|out|so|too|again"
    r"|against|into|upon|toward|towards)\b|[-–—])"
)
_CIRCUMSTANCE: Final = re.compile(
    r",?\s(?:in|on|at|for|by|with|from|after|before|during|over|to|as|when|without)\s"
)
# Verbs that are followed by a clause without "that", by an infinitive, by a noun, by a gerund.
_LOOSE: Final = listed("say write think tell deny hear find")
_TO_VERBS: Final = listed(
    """promised promises promise promising vowed vows vowing pledged pledges pledging agreed agrees threatened
    threatens threatening offered offers claimed claims claiming volunteered swore told tells telling told"""
)
_OF_VERBS: Final = re.compile(r"\s(?:of|against|about)\s(?=\S)")
_OF_FORMS: Final = listed(
    "warned warns warning complained complains complaining boasted boasts spoke hinted hints learned"
)
_FINDINGS: Final = listed("knew knows know feels felt feel consider considers considered")
_RECKONED: Final = listed(
    "estimates estimate estimated estimating calculated calculates recommends recommended"
)
_WITH_A_CLAUSE: Final = listed(
    """adding saying noting explaining continuing stating arguing joking replying suggesting read reads
    answered answers"""
)
_PASTS: Final = listed("found felt thought knew heard learnt read")
_SAYING: Final = listed("said say says saying")
# "You always say that", "say your name": words, but none reported.
_TOO_LITTLE: Final = re.compile(r"\s\S+(?:\s\S+){0,2}\s*(?:[.,;!?]|\Z)")
# With a subject before it and words after it, each is said of somebody: "X accused Y of Z".
_JUDGED: Final = {
    "of": re.compile(r"\s(?!of\b)[^.;:\n]{2,90}?\sof\s"),
    "for": re.compile(r"\s[^.;:\n]{2,90}?\s(?:for|on)\s"),
    "as": re.compile(r"\s[^.;:\n]{2,110}?\sas\s"),
    "name": re.compile(
        r"\s(?:(?:him|her|it|them|this|that)|(?:the|his|her|their|its|these|those)\s[^.,;:\n]{2,70}?"
        r"|[A-Z][^.,;:\n]{1,60}?)\s(?:an?\s|one\sof\s|[\x00\"“‘'])|\s(?:[a-z][\w-]*\s){1,5}[\x00\"“]"
    ),
    "to": re.compile(r"\s(?:(?:on|upon)\s)?[^.;:\n]{2,110}?\s(?:not\s)?(?:to|for)\s|\s(?:for|that)\s"),
    "that": re.compile(r"\s(?:that\s|to\s|(?:the|an?|his|her|their|its|an\send)\s|[\x00\"“])"),
    "object": re.compile(r"\s(?:(?:the|an?|his|her|their|its|what|this)\s|[A-Z\x00\"“])"),
}
_PATTERN_OF: Final = {
    "accus": "of", "blam": "for", "describ": "as", "characteri": "as", "portray": "as", "dismiss": "as",
    "label": "name", "brand": "name", "dubb": "name", "call": "name", "hail": "as", "denounc": "object",
    "condemn": "object", "criticis": "object", "criticiz": "object", "prais": "object", "slamm": "object",
    "urg": "to", "appeal": "to", "demand": "that", "reject": "object", "refut": "object", "disput": "object",
}  # fmt: skip
_WISHED: Final = re.compile(
    r"\s(?:[^.,;:\n]{1,70}?\s)?(?:not\s)?to\s|\s(?:the|a|an|his|her|their)\s[^.,;:\n]{1,60}?(?:ed|out|back|home)\b"
)
_WISHES: Final = ("want", "wish", "prefer")
_PLANNED: Final = re.compile(r"\s(?:not\s)?to\s|\sthat\s")
# What somebody says of his own wishes is said, not ascribed; what nobody or anybody wants is nobody's.
_NOT_PLANNING: Final = listed("i we you it one nobody anyone everyone who")
_IF: Final = re.compile(r"\b(?:if|unless|whether)\b[^,]*\Z", re.I)
_BESIDE: Final = re.compile(
    r",\s(?:but|while|although|though|which|who|saying|as|when|after|because|should|he|she|they|it|the|a|and\s(?:he|she"
    r"|they))\b|\s[-–—]\s|;|\s(?:but|because|although|while)\b"
)
_TO: Final = re.compile(r"\s(?:not\s)?to\s")
_CLAUSE: Final = re.compile(
    r"\s*(?:(?:he|she|they|it|we|I|you|there|this|these|those)\b|(?:the|a|an|his|her|their|its|most|some|many"
    r"|all|no|any|more|such|nobody|nothing|\d[\d,.]*|[A-Z][\w’'-]+)\s(?:[\w'’-]+\s){0,10}?"
    r"(?:is|was|are|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do|[a-z]{3,}ed"
    r"|refused|remain|need|want)\b)"
)
_NOTHING: Final = re.compile(
    r"\s(?:nothing|little|no|much|more|less|so|hello|goodbye|enough|anything)\s*[.,;]?\s*\Z"
)
_ASIDE_VERBS: Final = listed("say write think find")
_SHORTEST: Final = 4
# So many words after "…, X says, …" go on with what was said.
_GOES_ON: Final = 4
# "holds 340 men", "receives the same": a verb in the present, shown by what follows it.
_PRESENT: Final = re.compile(
    r"\s[a-z]{2,}(?<!s)s\s(?:the|an?|his|her|its|their|no|more|less|most|all|only|to|\d[\d,.]*)\b"
)


def indirect(
    region: Region, cue: Span, verb: str, form: str, sentence: Span, who: NounPhrase | None
) -> Frame | None:
    """What a verb of saying or thinking reports in the speaker's sentence. ``who``: its subject."""
    if verb in ("judge", "urge"):
        return _judged(region, cue, verb, form, sentence, who)
    if verb == "intend":
        return _intended(region, cue, form, sentence, who)
    told = addressee(region, cue.stop, sentence.stop) if verb in ("tell", "ask") else None
    if verb == "say":
        told = to_whom(region, cue.stop, sentence.stop)
    at = after_adverbials(region, told.stop if told else cue.stop, sentence.stop)
    rest = region.text(at, sentence.stop)
    doubtful = form in region.words.doubtful
    block = next_block(region, sentence, rest)
    if block is not None and who is not None:
        return report(region, [block], verb, cue, who, told, 0.8)
    begin = _complement(rest, verb, doubtful)
    if begin is not None:
        if (who is None and not form.endswith("ing")) or not _agrees(region, who, form):
            return None
        return report(region, [cut(region, at + begin, sentence.stop)], verb, cue, who, told, 0.85)
    aside = _aside(region, cue, verb, sentence, who, at, rest)
    if aside:
        return aside
    if who is None or not _agrees(region, who, form):
        return None
    if verb == "ask" and told and _TO.match(rest):
        return report(region, [cut(region, at, sentence.stop)], verb, cue, who, told, 0.65)
    if verb not in _LOOSE:
        return None
    return _bare(region, cue, verb, form, sentence, who, told, at, rest)


def next_block(region: Region, sentence: Span, rest: str) -> Span | None:
    """The paragraph after one that ends with "X wrote:", if the words stand there."""
    page = region.page
    if rest.strip() != ":" or region.level:
        return None
    number = page.paragraph_of[page.sentence_at(sentence.start)] + 1
    if number >= len(page.paragraphs) or page.paragraphs[number - 1].stop > sentence.stop:
        return None
    block = page.paragraphs[number]
    quote = next((q for q in quotations_from(page, block.start) if q.start == block.start), None)
    return content(page.body, quote) if quote else clean(page.body, *block)


def _complement(rest: str, verb: str, doubtful: bool) -> int | None:
    """Where the reported clause begins after "that" or a question word, if there is one."""
    that = _THAT.match(rest) or _COLON.match(rest)
    if that:
        return that.end()
    asked = _ASKED.match(rest)
    if asked and not (doubtful and verb != "ask") and verb not in ("intend", "judge"):
        return asked.end()
    if doubtful or verb not in ("say", "write", "tell"):
        return None
    far = _FAR_THAT.match(rest)
    between = rest[: far.end() - 5] if far else ""
    if far and (verb == "tell" or _CIRCUMSTANCE.match(rest)) and not FINITE.search(between):
        return far.end()
    return None


def _aside(
    region: Region, cue: Span, verb: str, sentence: Span, who: NounPhrase | None, at: int, rest: str
) -> Frame | None:
    """ "CONTENT, X says" and "CONTENT, says X": the frame comes after its words."""
    body = region.page.body
    form = region.page.words(cue).lower()
    ends = _NO_CONTENT.match(rest) is not None or (form not in _TO_VERBS and _TO.match(rest) is not None)
    comma = body[: who.whole.start].rstrip()[-1:] if who and who.whole.start > sentence.start else ""
    doubtful = form in region.words.doubtful
    if doubtful and not (who and sure(region, who.core)):
        return None
    if ends and who and comma in (",", "–", "-", "—"):
        comma_after = rest.lstrip().startswith(",") and not begins_frame(rest)
        split = comma_after and (FINITE.search(rest) is not None or rest.count(" ") >= _GOES_ON)
        if split or _said_before(region, sentence, who.whole.start):
            return parenthetical(region, cue, verb, who, sentence, at, rest)
    left = region.text(sentence.start, cue.start)
    if form.endswith("ing") or verb not in _ASIDE_VERBS or not re.search(r"(?:,|\s[-–—])\s*\Z", left):
        return None
    heads = who is not None and who.core.start <= sentence.start + 4
    if (
        who is not None
        and FINITE.search(rest)
        and not _said_before(region, sentence, cue.start, long=not heads)
    ):
        return None
    after = speaker_after(region, cue.stop, sentence.stop) or _headline_speaker(
        region, cue.stop, sentence.stop
    )
    if after is None:
        return None
    known = region.named_in(*after.core) or PRONOUN.match(region.page.words(after.core))
    if ends or known or _ends_there(region, after, sentence):
        tail = region.text(after.whole.stop, sentence.stop)
        return parenthetical(region, cue, verb, after, sentence, after.whole.stop, tail, inverted=True)
    return None


def _said_before(region: Region, sentence: Span, at: int, *, long: bool = True) -> bool:
    """Whether a clause stands before a frame, not only a phrase that belongs to its subject.

    ``long``: so many words are one, although no verb is known among them.
    """
    lead = region.text(sentence.start, at).rstrip(" ,–—-")
    blanks = lead.count(" ")
    bare = _without_relatives(lead)
    told = FINITE.search(bare) is not None or _PRESENT.search(bare) is not None
    return (long and blanks >= 9) or (blanks >= 2 and told)


def _without_relatives(lead: str) -> str:
    return re.sub(r"\b(?:who|whose|which)\b[^,\x00]*(?:,|\Z)", "", lead)


def _ends_there(region: Region, who: NounPhrase, sentence: Span) -> bool:
    return (
        re.match(
            r"\s*(?:[.,;]|\Z|[-–—]\s|(?:on|in|at|last|during|late|early)\s)",
            region.text(who.whole.stop, sentence.stop),
        )
        is not None
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


def _bare(
    region: Region, cue: Span, verb: str, form: str, sentence: Span, who: NounPhrase, told: Span | None,
    at: int, rest: str,
) -> Frame | None:  # fmt: skip
    """A clause without "that", an infinitive, a gerund or what was denied."""
    if _TO.match(rest):
        if verb == "think" and form not in _FINDINGS:
            verb = "intend"
        elif form not in _TO_VERBS:
            return None
    elif (verb == "hear" or form in _OF_FORMS) and (of := _OF_VERBS.match(rest)):
        at += of.end()
    elif (
        _NO_CONTENT.match(rest)
        or _NOTHING.match(rest)
        or not _plain_clause(region, verb, form, who, told, rest)
    ):
        return None
    span = cut(region, at, sentence.stop)
    if span.stop - span.start < _SHORTEST:
        return None
    return report(region, [span], verb, cue, who, told, 0.7)


def _plain_clause(
    region: Region, verb: str, form: str, who: NounPhrase, told: Span | None, rest: str
) -> bool:
    """Whether what follows a verb without "that" is what was said."""
    clause = _CLAUSE.match(rest) is not None or (told is not None and FINITE.search(rest[:100]) is not None)
    if form in region.words.doubtful and not (sure(region, who.core) or (clause and form.endswith("ing"))):
        return False
    if (verb in ("write", "hear", "tell", "find") and form not in _RECKONED) or form in _FINDINGS:
        return clause
    if form in _WITH_A_CLAUSE:
        return clause
    if form in _SAYING and _TOO_LITTLE.match(rest) and not FINITE.search(rest):
        return False
    # "The war claimed 300 lives": a noun alone is what somebody said only of somebody.
    somebody = sure(region, who.core) or region.page.words(who.core).split()[-1][:1].isupper()
    return clause or somebody or (verb != "think" and FINITE.search(rest) is not None)


def _agrees(region: Region, who: NounPhrase | None, form: str) -> bool:
    """Whether a form that may be a noun can be this subject's verb: "studies show", not "the light show"."""
    if (
        who is None
        or form not in region.words.doubtful
        or form.endswith(("s", "ed", "ing"))
        or form in _PASTS
    ):
        return True
    return sure(region, who.core) or any(
        w.endswith(("s", "people")) for w in region.page.words(who.core).split()
    )


def sure(region: Region, subject: Span) -> bool:
    """A pronoun, a name, or a noun of people right before the verb."""
    last = region.page.words(subject).rsplit(None, 1)[-1].lower().strip("'’")
    return bool(
        PRONOUN.match(last) or last in region.words.roles or last in region.words.plural
        or any(n.stop >= subject.stop - 1 for n in region.named_in(*subject))
    )  # fmt: skip


def _judged(
    region: Region, cue: Span, verb: str, form: str, sentence: Span, who: NounPhrase | None
) -> Frame | None:
    """ "X accused Y of Z", "X called it a W", "X urged Y to Z": what he holds of it is everything after."""
    pattern = next((_JUDGED[p] for stem, p in _PATTERN_OF.items() if form.startswith(stem)), None)
    rest = region.text(cue.stop, sentence.stop)
    at = cue.stop
    if form.startswith("call") and re.match(r"\s(?:on|upon|for)\s", rest):
        pattern, verb = _JUDGED["to"], "urge"
    if who is None or pattern is None or not pattern.match(rest) or not _somebody(region, who):
        return None
    lead = re.match(r"\s(?:that|on|upon)\s", rest)
    span = cut(region, at + (lead.end() if lead else 0), sentence.stop)
    if span.stop - span.start < _SHORTEST:
        return None
    return report(region, [span], verb, cue, who, None, 0.6)


def _somebody(region: Region, who: NounPhrase) -> bool:
    """Whoever can speak: not "the road", where nothing says that it is a body or a person."""
    words = region.page.words(who.core)
    return (
        sure(region, who.core)
        or words[:1].isupper()
        or any(w.lower() in region.words.roles for w in words.split())
    )


def _intended(region: Region, cue: Span, form: str, sentence: Span, who: NounPhrase | None) -> Frame | None:
    """ "X plans to …", "X wants the road opened": up to where another clause begins."""
    rest = region.text(cue.stop, sentence.stop)
    pattern = _WISHED if form.startswith(_WISHES) else _PLANNED
    if who is None or not pattern.match(rest) or not _somebody(region, who):
        return None
    if region.page.words(who.core).lower() in _NOT_PLANNING:
        return None
    if RELATIVE.search(region.text(who.core.stop, cue.start)) or _IF.search(
        region.text(sentence.start, cue.start)
    ):
        return None
    that = _THAT.match(rest)
    stop = _BESIDE.search(rest)
    begin = cue.stop + (that.end() if that else 0)
    span = cut(region, begin, cue.stop + stop.start() if stop else sentence.stop)
    if span.stop - span.start < _SHORTEST:
        return None
    return report(region, [span], "intend", cue, who, None, 0.55)


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


def parenthetical(
    region: Region, cue: Span, verb: str, who: NounPhrase, sentence: Span, at: int, rest: str,
    *, inverted: bool = False,
) -> Frame | None:  # fmt: skip
    """ "They were shelled, he says, both by day and by night": what stands before, and after."""
    body = region.page.body
    frame_start = min(who.whole.start, cue.start)
    begin = sentence.start
    lead = region.text(begin, frame_start)
    if SPOKEN in lead:
        begin += lead.rindex(SPOKEN) + 1
    first = clean(body, begin, frame_start)
    parts = [first] if first.stop - first.start >= 4 else []
    tail = re.match(r"\s*(?:,|[-–—]\s)\s*(?=\S)", rest)
    apposed = re.match(r"\s*,\s(?:the|a|an|who|whose|which|head|director|chief|[A-Z])\b", rest)
    if tail and not (apposed and inverted) and not begins_frame(rest) and SPOKEN not in rest:
        second = clean(body, at + tail.end(), sentence.stop)
        if second.stop - second.start >= _SHORTEST:
            parts.append(second)
    return report(region, parts, verb, cue, who, None, 0.85) if parts else None


__all__ = ["indirect", "next_block", "parenthetical", "report", "sure"]
