"""English passives: "is understood to have", "it was reported that", "was told", "was quoted as saying"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.extents import after_adverbials, cut
from muster.read.english.grammar import NounPhrase
from muster.read.english.phrases import subject_before
from muster.read.english.sure import sure
from muster.read.frames import SPOKEN, Frame, Region, clean
from muster.text.spans import Span

PASSIVE: Final = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got|'s|’s|'m|’m|'re|’re)\s+(?:(?!(?:family|assembly|ally)\s)\w+ly\s+|also\s+|then\s+|not\s+|first\s+|often\s+|still\s+|now\s+|sometimes\s+|always\s+|even\s+|never\s+|long\s+|once\s+)?\Z"
    # "They were beaten, starved and denied a doctor"
    r"|\b(?:was|were|been|being)\s(?:\w+ly\s)?[a-z]+(?:ed|en)(?:,\s[a-z]+(?:ed|en)){0,3},?\sand\s\Z"
)
_TOLD: Final = re.compile(
    r"(?:\s+by\s[^,.;]{2,60}?)?(?:\s(?:on|at|in|last|this|yesterday|earlier|later|again|repeatedly|there|then|only)\b(?:\s[\w’'-]+){0,4}?)?"
    r"\s*(?:,?\sthat(?!\s(?:day|night|evening|morning|afternoon|week|month|year|summer|winter|spring|autumn)\b)|(?:not\s)?to)\s"
)
_TOLD_CLAUSE: Final = re.compile(r"\s(?=(?:would|was|is|were|will|had|he|she|they|it|there|his|her|their)\s)")
# What one is promised or offered: a thing, not only to do something.
_PROMISED: Final = re.compile(
    r"\s(?=(?:an?|the|his|her|their|its|our|my|no|some|more|them|it|him|back|another|half|\d|[a-z]+\s(?:of|for|from|and|or)\s)"
    r"|[a-z]{3,}(?<!ing)(?<!ly)\s*[.,;]|(?:two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_TO_DO: Final = re.compile(r"(?:\s(?:then|again|twice|repeatedly|only|merely))?\s(?=(?:not\s)?to\s[a-z])")
_EXPLAINED: Final = re.compile(r"\s(?:to\s[^,.;:\x00\n]{2,40}?\s)?that\s")
_MISSING: Final = re.compile(
    r"\s(?=(?:missing|dead|killed|wounded|captured|safe|lost|fallen|alive|absent)\b)"
)
_ORDERS: Final = {
    **dict.fromkeys(("ordered", "instructed", "asked", "urged", "advised", "warned", "forbidden"), _TO_DO),
    **dict.fromkeys(("promised", "offered"), _PROMISED),
    "explained": _EXPLAINED,
    "reported": _MISSING,
}
_TELLER: Final = re.compile(r"\s+by\s([^,.;:\x00\n]{2,60}?)(?=\s+(?:that|to)\s)")
_QUOTED_AS: Final = re.compile(
    r"\b(?:was|were|is|are|been)\s(?:\w+ly\s|also\s)?(?:quoted|cited|reported|described|seen|heard|recorded|filmed)"
    r"(?:\s(?:by|in|on)\s[^.;\x00\n]{2,60}?)?(?:\sas)?\s\Z"
)
_CLAUSE_HEAD: Final = re.compile(r"(?:,\s(?:and|but|while|although|though|whereas|which)|;)\s")


# What stands before "that" here names nobody: "it was reported that", "rumour has it that".
_IT: Final = ("it ", "rumo", "word", "legend")
_BY: Final = re.compile(
    r"\s(?:(?:on|late|early|later|yesterday)\s(?:[A-Z]\w+day\s)?)?by\s([^,.;:\x00\n]{2,80}?)"
    r"(?=[,.;:]|\Z|\s(?:on|in|at|who|after|and|but|when|to)\s)"
)


def confirmed_by(region: Region, cue: Span, sentence: Span) -> Frame | None:
    """ "The deaths were confirmed by the hospital": the subject is what somebody says of."""
    by = _BY.match(region.text(cue.stop, sentence.stop))
    what = subject_before(region, sentence.start, cue.start) if by else None
    if by is None or what is None:
        return None
    speaker = Span(cue.stop + by.start(1), cue.stop + by.end(1))
    if not sure(region, speaker):
        return None
    return Frame([what.whole], "say", cue, speaker, confidence=0.6)


def was_told(region: Region, cue: Span, sentence: Span) -> Frame | None:
    """ "Sergey was told that …": he heard it; whoever told him is named after "by", or nobody is."""
    right = region.text(cue.stop, sentence.stop)
    match = _TOLD.match(right) or _TOLD_CLAUSE.match(right)
    if not match:
        return None
    heard = subject_before(region, sentence.start, cue.start)
    refrain = match.group().find(" not to ")
    span = cut(region, cue.stop + (refrain if refrain >= 0 else match.end()), sentence.stop)
    if span.stop <= span.start:
        return None
    teller = _TELLER.match(right)
    order = match.group().rstrip().endswith("to")  # "was told to leave" is an order, not a report
    speaker = Span(cue.stop + teller.start(1), cue.stop + teller.end(1)) if teller else None
    region.use(*span)
    return Frame(
        [span], "tell" if order else "hear", cue, speaker, "span" if speaker else "nobody",
        heard.core if heard else None, confidence=0.6, received=not order,
    )  # fmt: skip


def was_ordered(region: Region, cue: Span, form: str, sentence: Span) -> Frame | None:
    """ "She had been ordered to leave", "was promised a seat": nobody says by whom, unless "by" does."""
    right = region.text(cue.stop, sentence.stop)
    by = _BY_WHOM.match(right)
    after = by.end() if by else 0
    rest = right[after:]
    match = _ORDERS[form].match(rest) or (_TO_DO.match(rest) if form in ("promised", "offered") else None)
    if match is None:
        return None
    span = cut(region, cue.stop + after + match.end(), sentence.stop)
    if form == "reported":
        span = Span(span.start, span.start + len((region.page.words(span).split() or [""])[0].rstrip(",.;")))
    if (more := _AND_MORE.search(region.text(*span))) is not None:
        span = clean(region.page.body, span.start, span.start + more.start())
    heard = subject_before(region, sentence.start, cue.start)
    if span.stop - span.start < 4 or heard is None:
        return None
    speaker = Span(cue.stop + by.start(1), cue.stop + by.end(1)) if by else None
    if speaker is not None and not sure(region, speaker):
        return None
    region.use(*span)
    received = form in ("explained", "reported")
    return Frame(
        [span], "hear" if received else "tell", cue, speaker, "span" if speaker else "nobody", heard.core,
        confidence=0.55, received=received,
    )  # fmt: skip


_BY_WHOM: Final = re.compile(r"\sby\s([^,.;:\x00\n]{2,60}?)(?=\s(?:not\s)?(?:to|that)\s)")
# "Was ordered to leave, but stayed": what he did is the outlet's.
_AND_MORE: Final = re.compile(r",\s(?:but|which|who|though|although|yet)\s|;\s|\s(?:but|when|because)\s")


def quoted_as(region: Region, cue: Span, sentence: Span) -> NounPhrase | None:
    """Who "was quoted as saying"."""
    left = region.text(sentence.start, cue.start)
    found = _QUOTED_AS.search(left)
    return subject_before(region, sentence.start, sentence.start + found.start()) if found else None


_IT_IS: Final = re.compile(
    r"\b[Ii]t\s(?:is|was|has\sbeen|had\sbeen|is\sbeing|was\sbeing)\s(?:often|widely|sometimes|also|now|still|generally|commonly|frequently"
    r"|repeatedly|even|later|then|long|once|officially|publicly|variously|usually|always|never)\s\Z"
)
_IT_THAT: Final = re.compile(r"\s(?:in\s[^,.;:\x00\n]{2,40}?\s)?that\s")


def it_is_said(region: Region, cue: Span, sentence: Span) -> Frame | None:
    """ "It is often claimed that …": nobody is named."""
    that = _IT_THAT.match(region.text(cue.stop, sentence.stop))
    if that is None or _IT_IS.search(region.text(sentence.start, cue.start)) is None:
        return None
    span = cut(region, cue.stop + that.end(), sentence.stop)
    region.use(*span)
    return Frame([span], "say", cue, None, "nobody", confidence=0.7) if span.stop > span.start else None


_CITES: Final = re.compile(
    r"\b(?:quot|cit|report)(?:ed|es|ing|e|s)\s((?:[^,.;:\x00\n]|,(?=\s\d)){2,90}?(?:,\s[^,.;:\x00\n]{2,70},)?)\sas\s(?:also\s)?\Z"
)


def cites(region: Region, cue: Span, sentence: Span) -> NounPhrase | None:
    """ "The paper cited a nurse as saying": the nurse."""
    found = _CITES.search(region.text(sentence.start, cue.start))
    if found is None:
        return None
    who = Span(sentence.start + found.start(1), sentence.start + found.end(1))
    people = [n for n in region.named_in(*who) if n.kind == "person"]
    named = Span(who.start, people[0].stop) if people else who
    return NounPhrase(named, who) if sure(region, named) else None


def agentless(region: Region, start: int, stop: int) -> Frame | None:
    """ "is understood to", "it was reported that": somebody said it, nobody is named."""
    sentence = region.sentence_of(start)
    body = region.page.body
    cue = Span(start, stop)
    if body[start:stop].lower().startswith(_IT):
        at = after_adverbials(region, stop, sentence.stop)
        that = re.match(
            r"(?:\s(?:in|at|among|within)\s[^,.;:\x00\n]{2,40}?)?\s*that\s|\s(?=(?:an?|the|he|she|they|it|there|his|her|its|their|some|many|no|up\sto"
            r"|at\sleast|\d[\d,.]*|[a-z]{3,}s)\s[^,.;:\x00\n]{2,60}?(?:is|was|are|were|has|have|had|will|would|could|can|may|might|[a-z]{3,}ed)\b)",
            region.text(at, sentence.stop),
        )
        if not that:
            return None
        span = cut(region, at + that.end(), sentence.stop)
        if span.stop <= span.start:
            return None
        region.use(*span)
        return Frame([span], "say", cue, None, "nobody", confidence=0.7)
    verb = region.words.cue.match(region.masked, stop + 1 - region.start) if stop < sentence.stop else None
    if verb is not None and body[start:stop].lower().endswith("reportedly"):
        return None  # "His deputy reportedly told …": a hedge of the verb beside it
    lead = region.text(sentence.start, start)
    begin = sentence.start + (lead.rindex(SPOKEN) + 1 if SPOKEN in lead else 0)
    for head in _CLAUSE_HEAD.finditer(lead):
        begin = max(begin, sentence.start + head.end())
    if _OF_ONE.search(lead) and (told := _UP_TO_COMMA.match(region.text(stop, sentence.stop))):
        # "X, who is said to live abroad, was not reached": nothing more of X.
        return Frame([clean(body, stop, stop + told.end())], "say", cue, None, "nobody", confidence=0.6)
    half = region.text(stop, sentence.stop).find("; ")  # what is told behind it is another's, or the outlet's
    end = stop + half if half >= 0 else sentence.stop
    return Frame([clean(body, begin, end)], "say", cue, None, "nobody", confidence=0.55)


_OF_ONE: Final = re.compile(r",\s(?:who|which)\s(?:also\s|now\s|still\s)?\Z")
_UP_TO_COMMA: Final = re.compile(r"\s[^,;\x00\n]{4,}")

ORDERED: Final = frozenset(_ORDERS)

__all__ = [
    "ORDERED",
    "PASSIVE",
    "agentless",
    "cites",
    "confirmed_by",
    "it_is_said",
    "quoted_as",
    "was_ordered",
    "was_told",
]
