"""English frames in somebody's name without a verb of saying of their own: "the way X tells it, …", "per the
ministry, …", "X's answer: …", "for X, the lesson is …", "Not so, said X: …", "legend had it that …"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.extents import cut
from muster.read.english.finite import FINITE
from muster.read.english.grammar import PRONOUN, NounPhrase, plain
from muster.read.english.nominal import according, as_a_frame, without
from muster.read.english.phrases_after import speaker_after
from muster.read.english.sure import sure
from muster.read.frames import Frame, Region, clean, content
from muster.read.protection.bearers import person
from muster.text.listed import listed
from muster.text.spans import Span

_SHORTEST: Final = 4
_WORDS: Final = r"(?:[\w.’'-]+\s){0,5}?[\w.’'-]+"


def versions(region: Region) -> list[Frame]:
    """Every such frame of the region; each is sought by a word that it must hold."""
    masked = region.masked
    frames: list[Frame | None] = []
    if _IT_ENDS.search(masked):
        frames += [_as_told(region, m) for m in _AS_TOLD.finditer(masked)]
    if "er " in masked:
        frames += [_per(region, m) for m in _PER.finditer(masked)]
    if ": " in masked or ":\n" in masked:
        frames += [_answer(region, m) for m in _ANSWER.finditer(masked)]
        frames.append(_topic_label(region))
        frames += _blunt(region)
    if " it " in masked:
        frames += [_had_it(region, m) for m in _HAS_IT.finditer(masked)]
    if " that " in masked:
        frames += [_spreading(region, m) for m in _SPREADING.finditer(masked)]
    frames += [_for_him(region), _not_so(region), _source_label(region)]
    return [f for f in frames if f is not None]


# "Holm was blunt: “Nobody will come.”", "his sister is less certain: “…”", "the army had one answer: “…”".
_BLUNT: Final = re.compile(
    r"\s*(?:(?:[Bb]ut|[Aa]nd|[Yy]et|[Ss]till,?|[Tt]oday,?|[Nn]ow,?)\s)?(?P<who>[^,.;:!?\x00\n]{2,60}?(?:,\s[^,.;:!?\x00\n]{2,40},)?)\s"
    r"(?P<cue>(?:is|was|were|are|sounded|seemed|remains|remained)\s(?:(?:more|less|even|also|equally|no\sless|not|as|so|very|rather|quite|far|much)\s)*"
    r"(?:blunt|clear|certain|sure|angry|bitter|frank|franker|firm|adamant|optimistic|pessimistic|cautious|sceptical|skeptical|unmoved|unimpressed"
    r"|scathing|dismissive|defiant|emphatic|confident|hopeful|grateful|relieved|resigned|philosophical|succinct|brief|terse|diplomatic|direct"
    r"|forthright|categorical|unequivocal|generous|kinder|harsher|calmer|calm|polite|honest|candid|sanguine|unrepentant|unapologetic|doubtful|furious)"
    r"|(?:disagree[sd]?|agree[sd]?|shrugs|shrugged|is\sunder\sno\sillusions|(?:has|had)\s(?:a|one|another|only\sone|his\sown|her\sown|no|a\sdifferent)\s"
    r"(?:[a-z-]+\s)?(?:answer|reply|explanation|warning|message|theory|version|view|doubts?|regrets?|illusions|complaints?|request|word)|puts?\sit\s(?:[a-z]+ly|another\sway|this\sway|like\sthis|(?:more|less)\s[a-z]+)))"
    r"(?:\s(?:about|on|with|in|when|of|for)\s[^.;:!?\x00\n]{2,60})?:\s*\Z"
)
_BLUNT_REACH: Final = 170
_TWO_NAMES: Final = re.compile(r"[A-Z][a-z]+\s[A-Z][\w’'-]+")


def _blunt(region: Region) -> list[Frame]:
    """What somebody says behind a colon, where the words before it tell only how he says it."""
    found = []
    body = region.page.body
    for quote in region.quotes:
        if quote.start in region.used or not body.endswith(": ", 0, quote.start):
            continue
        before = region.quote_before(quote.start)
        low = max(
            region.sentence_of(quote.start).start, quote.start - _BLUNT_REACH, before.stop if before else 0
        )
        lead = _BLUNT.match(region.text(low, quote.start))
        who = Span(low + lead.start("who"), low + lead.end("who")) if lead else None
        if lead is None or who is None or FINITE.search(lead.group("who")):
            continue
        comma = body.find(",", who.start, who.stop)
        first = who if comma < 0 else Span(who.start, comma)
        if not (sure(region, first) or _TWO_NAMES.fullmatch(body, *first)):
            continue
        named = [n for n in region.named_in(who.start, who.stop + 1) if n.kind == "person"]
        core = Span(first.start, named[-1].stop) if named else first
        cue = Span(low + lead.start("cue"), low + lead.end("cue"))
        region.used.add(quote.start)
        found.append(Frame([content(body, quote)], "say", cue, core, quoted=True, confidence=0.8, whole=who))
    return found


# "The way she tells it", "to hear the minister tell it", "as Vell remembers it".
_AS_TOLD: Final = re.compile(
    rf"\b(?:[Tt]he\sway|[Aa]s|[Tt]o\shear)\s({_WORDS})\s((?:tells?|told|sees?|saw|remembers?|remembered|describes?|described|explains?"
    r"|explained|recalls?|recalled|recounts?|understands?|understood)\s(?:it|things|the\sstory|the\stale))(?=\s?[,.;]|\Z)"
)


_IT_ENDS: Final = re.compile(r"\s(?:it|things|the\sstory|the\stale)\s?(?:[,.;]|\Z)")


def _as_told(region: Region, found: re.Match[str]) -> Frame | None:
    owner = Span(region.start + found.start(1), region.start + found.end(1))
    if not sure(region, owner) or FINITE.search(found.group(1)):
        return None
    start, stop = region.start + found.start(), region.start + found.end()
    cue = Span(region.start + found.start(2), stop)
    frame = as_a_frame(region, without(region, start, stop), cue, plain(owner), 0.75)
    if frame and found.group(2).startswith(("see", "saw", "underst")):
        frame.verb = "think"
    return frame


# "Per the railway, trains resume"; not "per cent", "per head".
_PER: Final = re.compile(
    r"(?:\A|(?<=[,–—]\s)|(?<=[.;:!?]\s)|(?<=\n))[Pp]er(?=\s(?:the\s|an?\s|our\s|his\s|her\s|their\s|[A-Z]))"
)


def _per(region: Region, found: re.Match[str]) -> Frame | None:
    frame = according(region, region.start + found.start(), region.start + found.end())
    return frame if frame is not None and frame.speaker and sure(region, frame.speaker) else None


_ANSWER: Final = re.compile(
    r"(?<![\w.’'-])((?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Mm]y)\s)?(?:[\w.-]+\s){0,3}?[\w.-]+(?:['’]s|s['’])|\b[Hh]is|\b[Hh]er|\b[Tt]heir|\b[Ii]ts)\s"
    r"(?:own\s|only\s|first\s|last\s|latest\s|final\s|short\s|one-word\s|one-line\s|official\s|written\s|standard\s)?"
    r"(answer|reply|response|verdict|explanation|message|conclusion|advice|version|account|theory|comment|retort|assessment"
    r"|warning|summary|argument|point|diagnosis|prediction|view|line|parting\swords|last\swords|words)"
    r"(?:\s(?:to|on|of|for|about)\s[^.:;!?\x00\n]{1,50}?)?"
    r"(?:,?\s(?:is|was|remains|remained|came)(?:\s[a-z-]+){0,3})?:\s+(?=\S)"
)


def _answer(region: Region, found: re.Match[str]) -> Frame | None:
    """ "X's answer: “…”", "the teacher's account is different: nineteen were in the gym"."""
    start = region.start + found.start(1)
    words = found.group(1)
    stop = start + len(words)
    stop -= 2 if words[-2:] in ("'s", "’s") else 1 if words[-1] in "'’" else 0
    who = Span(start, stop)
    pronoun = words.lower() in ("his", "her", "their", "its")
    if not pronoun and not sure(region, who):
        return None
    at = region.start + found.end()
    sentence = region.sentence_of(start)
    quote = region.quote_after(at)
    spoken = quote is not None and quote.start == at and quote.start not in region.used
    if quote is not None and spoken:
        region.used.add(quote.start)
        span = content(region.page.body, quote)
    else:
        span = cut(region, at, sentence.stop)
        if region.text(*span).count(" ") < 2:
            return None
        region.use(*span)
    if span.stop - span.start < _SHORTEST:
        return None
    cue = Span(region.start + found.start(2), region.start + found.end(2))
    return Frame([span], "say", cue, who, quoted=spoken, confidence=0.7, whole=who)


_HAS_IT: Final = re.compile(
    rf"(?:\A|(?<=[.,;:!?]\s)|(?<=\n)|(?<=\b[Bb]ut\s)|(?<=\b[Aa]nd\s))({_WORDS})\s((?:has|had|have|would\shave|will\shave)\sit)\s(?:that\s)?(?=\S)"
)
_TALK: Final = listed("rumour rumours rumor rumors word legend gossip talk story tradition tale lore hearsay")


_SOME: Final = listed("others some many")


def _had_it(region: Region, found: re.Match[str]) -> Frame | None:
    """ "Local legend had it that …" is nobody's; "the army has it that …" is the army's."""
    who = Span(region.start + found.start(1), region.start + found.end(1))
    last = found.group(1).rsplit(None, 1)[-1].lower()
    stated = found.group().endswith(" that ")
    if last not in _TALK | _SOME and (not stated or not sure(region, who) or PRONOUN.match(last)):
        return None
    if not stated and not FINITE.search(
        region.text(region.start + found.end(), region.sentence_of(who.start).stop)
    ):
        return None
    cue = Span(region.start + found.start(2), region.start + found.end(2))
    span = cut(region, region.start + found.end(), region.sentence_of(cue.start).stop)
    if span.stop - span.start < _SHORTEST:
        return None
    region.use(*span)
    nobody = last in _TALK
    return Frame([span], "say", cue, None if nobody else who, "nobody" if nobody else "span", confidence=0.7)


_SPREADING: Final = re.compile(
    r"\b(?:[Rr]umou?rs?|[Ff]akes|[Ss]tories|[Cc]laims|[Rr]eports|[Mm]essages|[Ww]ord|[Tt]alk|[Gg]ossip)\s((?:is|are|was|were|has\sbeen|have\sbeen|had\sbeen"
    r"|began|begin|kept|keep)\s(?:now\s|already\s|still\s)?(?:spreading|circulating|going\s(?:a)?round|doing\sthe\srounds|out))\s(?:[\w’'-]+\s){0,4}?that\s"
)


def _spreading(region: Region, found: re.Match[str]) -> Frame | None:
    """ "Fakes are spreading that the mayor has left": nobody is named."""
    cue = Span(region.start + found.start(1), region.start + found.end(1))
    span = cut(region, region.start + found.end(), region.sentence_of(cue.start).stop)
    if span.stop - span.start < _SHORTEST:
        return None
    region.use(*span)
    return Frame([span], "say", cue, None, "nobody", confidence=0.6)


_FOR_HIM: Final = re.compile(
    rf"\W{{0,3}}(?:(?:But|And|Yet)\s)?([Ff]or)\s({_WORDS})(?:\s(?:himself|herself|themselves))?,\s(?=(?:the\s(?:real\s|only\s|main\s|whole\s|true\s|first\s|bigger\s)?"
    r"(?:lesson|question|answer|message|conclusion|point|choice|priority|problem|issue|explanation|reason|matter|truth|danger|story|verdict"
    r"|moral|meaning|test|case|difference|conflict)|this|that|it|what\s\w+)\s(?:is|was|remains|remained|means|meant)\s)"
)


def _for_him(region: Region) -> Frame | None:
    """ "For Major Tennant, the lesson is simple: …": what somebody named, or an officer, thinks of it."""
    found = _FOR_HIM.match(region.masked)
    if found is None:
        return None
    who = Span(region.start + found.start(2), region.start + found.end(2))
    if not any(
        n.kind == "person" and n.stop >= who.stop - 1 for n in region.named_in(who.start, who.stop + 1)
    ):
        return None
    cue = Span(region.start + found.start(1), region.start + found.end(1))
    span = cut(region, region.start + found.end(), region.sentence_of(region.start).stop)
    region.use(*span)
    return Frame([span], "think", cue, who, confidence=0.5)


_NOT_SO: Final = re.compile(
    r"\W{0,3}((?:Not\s(?:so|true|at\sall|quite|exactly|yet|any\smore|here)|No|Yes|Nonsense|Rubbish|Untrue|False|Wrong|Impossible|Never|Lies"
    r"|Far\sfrom\sit|Hardly|True|Absolutely(?:\snot)?|Of\scourse(?:\snot)?|Quite\sthe\s(?:opposite|contrary)|On\sthe\scontrary|Maybe|Perhaps))"
    r"(?:[,;]|\s[-–—])\s"
)
_THEN: Final = re.compile(r"\s?(?::|,|\s[-–—]|[-–—])\s+(?=\S)")


def _not_so(region: Region) -> Frame | None:
    """ "Not so, said his adjutant: the commandant was ill": the short answer, and what comes with it."""
    lead = _NOT_SO.match(region.masked)
    verb = region.words.cue.match(region.masked, lead.end()) if lead else None
    if lead is None or verb is None:
        return None
    if region.words.cue_class.get(verb.group().lower(), "say") not in ("say", "write", "manner"):
        return None
    cue = Span(region.start + verb.start(), region.start + verb.end())
    sentence = region.sentence_of(region.start)
    after = speaker_after(region, cue.stop, sentence.stop)
    if after is None or not (sure(region, after.core) or region.named_in(*after.core)):
        return None
    parts = [Span(region.start + lead.start(1), region.start + lead.end(1))]
    told = _TOLD_OF.match(region.text(after.whole.stop, sentence.stop))
    at = after.whole.stop + (told.end() if told else 0)
    then = _THEN.match(region.text(at, sentence.stop))
    if then is not None:
        more = clean(region.page.body, at + then.end(), sentence.stop)
        if more.stop - more.start >= _SHORTEST:
            parts.append(more)
    region.use(parts[0].start, parts[-1].stop)
    return Frame(parts, "say", cue, after.core, confidence=0.75, whole=after.whole)


# "A nurse I spoke to an hour ago", "a guard who had stayed".
_TOLD_OF: Final = re.compile(
    r"\s(?:who\s|whom\s|whose\s|(?:I|we)\s(?:spoke|talked|met|interviewed|asked|know|reached))[^,.:;–—\n\x00]{0,80}?(?=\s?[,.:;–—]|\s[-]\s|\Z)"
)
_LABEL: Final = re.compile(
    r"\W{0,4}((?:Our|My|The|An?|One|Another|Two|Three)\s(?:[\w-]+\s){0,2}?([\w-]+)(?:\s(?:in|at|from|on|of|with|near|inside|behind)\s"
    r"[^.:;,!?\n\x00]{2,44})?):\s+(?=[^\s\x00\"“])"
)


def _source_label(region: Region) -> Frame | None:
    """ "Our source in the battalion: the bridge is down": somebody described, a colon, what he says."""
    found = _LABEL.match(region.masked) if region.level == 0 else None
    if found is None or FINITE.search(found.group(1)) or region.words.cue.search(found.group(1)):
        return None
    noun = found.group(2).lower()
    spring = noun.startswith("source") and " of " in found.group(1)  # "the source of the river"
    known = noun in region.words.anonymous_sources or (
        noun in region.words.roles | region.words.plural and person(noun, "en") is not None
    )
    if spring or not known:
        return None
    span = cut(region, region.start + found.end(), region.sentence_of(region.start).stop)
    if region.text(*span).count(" ") < 2:
        return None
    region.use(*span)
    who = Span(region.start + found.start(1), region.start + found.end(1))
    return Frame([span], "say", None, who, confidence=0.6)


# "Mayor of Kelm on the night attack: three houses hit", "Governor: no casualties".
_TOPIC_LABEL: Final = re.compile(
    r"\W{0,5}((?:[A-Z][\w-]+\s)?([A-Z]?[\w-]+)(?:\sof\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?)\son\s[^.:;!?\n\x00]{3,50}:\s+(?=[^\s\x00\"“])"
)


def _topic_label(region: Region) -> Frame | None:
    """What an officer says on something, as posts and live pages have it."""
    found = _TOPIC_LABEL.match(region.masked) if region.level == 0 and region.heads else None
    if found is None or person(found.group(2).lower(), "en") is None or not found.group(1)[0].isupper():
        return None
    if FINITE.search(found.group()) or region.words.cue.search(found.group()):
        return None
    span = cut(region, region.start + found.end(), region.sentence_of(region.start).stop)
    if region.text(*span).count(" ") < 2:
        return None
    region.use(*span)
    return Frame(
        [span], "say", None, Span(region.start + found.start(1), region.start + found.end(1)), confidence=0.6
    )


_PUT_TO: Final = re.compile(r"\sto\s([^,.;:\x00\n]{2,60}?)\sthat\s(?=\S)")


def put_to(region: Region, cue: Span, sentence: Span, who: NounPhrase | None) -> Frame | None:
    """ "She put it to the witness that he was lying"."""
    found = _PUT_TO.match(region.text(cue.stop, sentence.stop))
    if found is None or who is None or not sure(region, who.core):
        return None
    span = cut(region, cue.stop + found.end(), sentence.stop)
    told = Span(cue.stop + found.start(1), cue.stop + found.end(1))
    if span.stop - span.start < _SHORTEST:
        return None
    region.use(*span)
    return Frame([span], "say", cue, who.core, addressee=told, confidence=0.75, whole=who.whole)


__all__ = ["put_to", "versions"]
