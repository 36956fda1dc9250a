"""English verbs of saying that stand behind another verb: "rang us to say", "put out a note saying",
"is on record as saying", "gave this reply: …"; and what is called something by somebody."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.grammar import NounPhrase
from muster.read.english.phrases import subject_before, subject_of_clause
from muster.read.english.sure import sure
from muster.read.frames import Frame, Region, clean, content
from muster.text.spans import Span

_AUX: Final = r"(?:has|have|had|['’]s|['’]ve|later|then|also|since|even|just)\s"
# Whoever gets in touch in order to say something has said it.
_IN_ORDER: Final = re.compile(
    rf"\s((?:{_AUX}){{0,2}}(?:messaged|called|rang|phoned|telephoned|wrote|written|emailed|e-mailed|texted|contacted|radioed"
    r"|approached|stopped|came|come|stood\sup|got\sin\stouch|went\son\s(?:air|television|the\sradio)|took\sto\s\w+|interrupted"
    r"|rose|broke\sin|returned|(?:went|go|gone)\s(?:so|as)\sfar\sas)\b[^.,;:!?\x00\n]{0,60}?)\s?to\s(?:\w+ly\s)?\Z"
)
_ISSUED: Final = re.compile(
    rf"((?:\s|(?=['’]))(?:{_AUX}){{0,2}}(?:put\sout|issued|released|published|posted|sent|circulated|read\sout|distributed"
    r"|handed\s(?:out|over)|left|made|signed|recorded)\s[^.,;:!?\x00\n]{0,60}?)\s\Z"
)
_ON_RECORD: Final = re.compile(r"(\s(?:is|was|are|were)\son\s(?:the\s)?record\sas)\s\Z")
GAVE: Final = re.compile(
    r"\b(?:made|makes|repeated|repeats|reiterated|echoed|renewed|offered|offers)\s(?:(?:the|that|this|his|her|their|its|an?|one|another)\s)"
    r"(?:[\w-]+\s){0,2}(?:claim|argument|point|case|charge|accusation|promise|pledge|plea|appeal|remark|observation|assertion|prediction"
    r"|admission|confession|vow|joke|comparison|request|pitch)(?:\s(?:again|once\smore|\w+ly))?"
    r"(?:\s(?:to|on|in|at|during|before|last|this)\s[^.,;:!?\x00\n]{1,50})?:\s+(?=\S)"
    r"|\b(?:issued|released|sent|posted|gave|gives|offered|offers|had|has|received)\s(?:us\s|them\s|reporters\s|only\s)?"
    r"(?:(?:an?|the|this|only|one|his|her|their|its)\s)?(?:[\w-]+\s){0,2}"
    r"(?:denial|statement|reply|answer|response|comment|message|warning|explanation|account|verdict|advice|this\sto\ssay|to\ssay)"
    r"(?:\s(?:to|on|in)\s[^.,;:!?\x00\n]{1,40})?:\s+(?=\S)"
)
# "What they called a marked decline": only the name is theirs.
_WHAT: Final = re.compile(
    r"\bwhat\s((?:(?!that\b|is\b|was\b)[\w.’'-]+\s){1,6}?"
    r"|(?:(?!that\b|is\b|was\b)[\w.’'-]+\s){1,6}?[\w.’'-]+,\s[^,;:\x00]{3,40},\s)"
    r"(?:(?:has|had|have|later|has\ssince)\s)?\Z",
    re.I,
)
_NAMING: Final = (
    "described",
    "describes",
    "describe",
    "called",
    "calls",
    "call",
    "termed",
    "terms",
    "labelled",
    "labeled",
)
_NAMED_SO: Final = re.compile(r"\s(?:as\s)?(?=\S)")
_NAME_ENDS: Final = re.compile(r"[.,;:!?]|\s(?:and|but|in\swhich|which|who|when|while|that|at|on)\s|\Z")
# "Anyone who says", "those who swear": whoever it may be.
GENERIC: Final = re.compile(
    r"\b(?:those|anyone|anybody|whoever|everyone|(?<!\bthe\s)people|people(?=\swho)|(?<!almost\s)(?<!nearly\s)all)\s(?:who\s)?(?:(?:still|now|ever|\w+ly)\s)?\Z",
    re.I,
)


def in_order_to(region: Region, cue: Span, form: str, sentence: Span, left: str) -> NounPhrase | None:
    """Who "called us to say", "went so far as to say", "put out a note saying", "is on record as saying"."""
    saying = form.endswith("ing")
    if not saying and not left.endswith(("to ", "ly ")):
        return None
    found = (_ON_RECORD.search(left) or _ISSUED.search(left)) if saying else _IN_ORDER.search(left)
    if found is None:
        return None
    who = subject_before(region, sentence.start, sentence.start + found.start(1))
    return who if who is not None and sure(region, who.core) else None


def gave(region: Region, found: re.Match[str]) -> Frame | None:
    """ "The office gave a one-line reply: …": the words behind the colon, in the sentence or in marks."""
    start, stop = region.start + found.start(), region.start + found.end()
    sentence = region.sentence_of(start)
    who = subject_before(region, sentence.start, start)
    if who is None or not sure(region, who.core):
        return None
    quote = region.quote_after(stop)
    spoken = quote is not None and quote.start == stop and quote.start not in region.used
    if quote is not None and spoken:
        region.used.add(quote.start)
        words = content(region.page.body, quote)
    else:
        words = clean(region.page.body, stop, sentence.stop)
    if words.stop - words.start < _SHORTEST:
        return None
    cue = clean(region.page.body, start, stop)
    return Frame([words], "say", cue, who.core, quoted=spoken, confidence=0.8, whole=who.whole)


_SHORTEST: Final = 4


def what_they_call(region: Region, cue: Span, form: str, sentence: Span, left: str) -> Frame | None:
    """ "What the monitors described as a decline": the decline, by the monitors."""
    found = _WHAT.search(left) if form in _NAMING and "hat " in left else None
    rest = region.page.body[cue.stop : sentence.stop]
    lead = _NAMED_SO.match(rest) if found is not None else None
    if found is None or lead is None:
        return None
    speaker = Span(
        sentence.start + found.start(1), sentence.start + found.start(1) + len(found.group(1).rstrip())
    )
    if not sure(region, speaker):
        return None
    if region.page.words(speaker).lower() in ("they", "he", "she", "it"):
        # Whoever reported what he described as such.
        own = subject_of_clause(region, sentence.start, sentence.start + found.start())
        speaker = own.core if own is not None and sure(region, own.core) else speaker
    at = cue.stop + lead.end()
    quote = region.quote_after(at)
    if quote is not None and quote.start == at:
        region.used.add(quote.start)
        words = content(region.page.body, quote)
    else:
        end = _NAME_ENDS.search(region.text(at, sentence.stop))
        words = clean(region.page.body, at, at + end.start() if end else sentence.stop)
    if words.stop - words.start < _SHORTEST:
        return None
    return Frame([words], "say", cue, speaker, confidence=0.7)


__all__ = ["GAVE", "GENERIC", "gave", "in_order_to", "what_they_call"]
