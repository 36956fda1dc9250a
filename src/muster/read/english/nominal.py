"""English frames without a verb of their own: "according to X", "as X put it", "in X's words"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.extents import addressee, after_adverbials, cut
from muster.read.english.finite import FINITE
from muster.read.english.grammar import RELATIVE, NounPhrase, plain
from muster.read.english.phrases import subject_before
from muster.read.english.phrases_after import after_appositions
from muster.read.frames import SPOKEN, Frame, Region, clean, content
from muster.text.listed import listed
from muster.text.sources.words import source_words
from muster.text.spans import Span

_END: Final = re.compile(
    r"[,;:!?()\x00\n\[\]]|\.(?=\s|\Z)|\s[-–—]\s|\s(?:who|whose|which|that|when|while|but)\b"
)
# "According to our estimates" weakens the speaker's own word; "according to plan" says nothing.
_NOBODY: Final = re.compile(
    r"(?:(?:our|my)(?!\s(?:\w+\s)?(?:colleagues?|staff|teams?|partners?|sources?|reporters?|correspondents?|monitors|doctors|volunteers"
    r"|members|interlocutors|neighbou?rs?|guide|driver|lawyers?|contacts?|informants?|husband|wife|brother|sister|mother|father|son|daughter"
    r"|friends?|commander|boss|chief|officers?)\b)|these|this(?!\s(?:witness|man|woman|source|officer|official|account|report|document|letter)\b)|it|plan"
    r"|schedule|law)\b",
    re.I,
)
# "According to the log it was nine": no comma parts the paper from its words.
_AT_ONCE: Final = re.compile(
    r"((?:the|this|that|his|her|their|its)\s(?:[\w’'-]+\s){0,3}?[\w’'-]+)\s(?=(?:it|he|she|they|there|nobody|no\sone)\s)"
)
_IN_DASHES: Final = re.compile(r"\s[-–—]\s[^-–—.;:\n\x00]{3,120}\s[-–—]\s")
_HIM: Final = re.compile(r"(?:him|her|them|it)(?=[\s,.;])|(?:him|her|them)\Z", re.I)
_APPOSED: Final = re.compile(r",\s(?:the|a|an|who|which|\d{2}|of|one\sof)\b[^,.]{0,120},\s")
_TOLD_OF: Final = re.compile(r",\s(?:\w+\s){0,6}?(?:who|which)\b")
_GOES_ON: Final = re.compile(
    r"\s*,\s(?!(?:the|a|an|who|which|whose|one\sof|and\sthe|\w+\sof\s(?:whom|which))\b)(?=\S)"
)
_SETS_OFF: Final = ",–—-;:(" + SPOKEN
_PAPERS: Final = listed(
    """report reports figures data statement statements documents document letter survey poll study studies
    records estimates estimate sources source media accounts account newspaper website analysis indictment
    filing lawsuit transcript transcripts officials people reports memo order email emails results"""
)
_HEAD_WORDS: Final = ("but", "and", "however,", "still,", "meanwhile,", "yet", "also,")


def according(region: Region, start: int, stop: int) -> Frame | None:
    """ "According to X, …"; "…, according to X"; "…, according to X, …"."""
    sentence = region.sentence_of(start)
    lead = region.text(sentence.start, start)
    heads = not lead.strip(" -–—\"“'*") or lead.strip().lower() in _HEAD_WORDS
    # "X says A; according to Y, B": the phrase heads its half of the sentence.
    # So it does in "X said A and that, according to Y, B".
    opens = lead.rstrip().endswith((";", " that,", " and,", " but,"))
    heads = heads or (opens and "," in region.text(stop, sentence.stop))
    who = _authority(region, stop, sentence.stop, heads)
    if who is None:
        return None
    cue = Span(start, stop)
    if heads:
        parts = [_after_head(region, who, sentence)]
    elif lead.rstrip()[-1] not in _SETS_OFF and not _can_tell(region, who):
        return None
    else:
        quote = _quotation_before(region, start, sentence)
        if quote is not None:
            parts = [quote, *_quotation_next(region, who.whole.stop)]
            return Frame(parts, "say", cue, who.core, quoted=True, confidence=0.9, whole=who.whole)
        parts = _around(region, start, who, sentence)
    return as_a_frame(region, parts, cue, who)


def _can_tell(region: Region, who: NounPhrase) -> bool:
    """Whether this is somebody or a paper: "weighted according to size" names neither."""
    words = [w.lower().strip("'’,") for w in region.page.words(who.core).split()]
    lexicon = region.words
    known = any(w in lexicon.roles or w in lexicon.plural or w in _PAPERS for w in words)
    return known or bool(region.named_in(*who.whole))


def _authority(region: Region, at: int, stop: int, heads: bool) -> NounPhrase | None:
    """Who is named after "according to"; ``heads``: the words follow it."""
    body, text = region.page.body, region.text(at, stop)
    end = _END.search(text, 1)
    speaker = clean(body, at, at + (end.start() if end else len(text)))
    at_once = _AT_ONCE.match(body, speaker.start, speaker.stop) if heads else None
    if at_once is not None:
        return plain(Span(*at_once.span(1)))
    names = region.named_in(speaker.start, min(stop, speaker.stop + 2))
    if pronoun := _HIM.match(body, speaker.start):
        return plain(Span(speaker.start, pronoun.end()))
    people = [n for n in names if n.kind == "person" and body[n.stop : n.stop + 2] not in ("'s", "’s")]
    bodies = [n for n in names if n.kind == "organisation" and n.start - speaker.start < 6]
    beyond = bodies and FINITE.search(region.text(bodies[0].stop, max(bodies[0].stop, speaker.stop)))
    if bodies and (end is None or beyond) and not people:
        speaker = Span(speaker.start, bodies[0].stop)
    if (
        people
        and speaker.stop > people[0].stop
        and not body[people[0].stop : speaker.stop].startswith(("'", "’", " and"))
    ):
        speaker = Span(speaker.start, people[0].stop)
    if not people:
        speaker = _with_his_name(region, speaker, stop)
    if not 0 < speaker.stop - speaker.start <= 240 or _NOBODY.match(body, speaker.start):
        return None
    return NounPhrase(
        speaker, Span(speaker.start, after_appositions(region, speaker.stop, stop, closed=heads))
    )


def _with_his_name(region: Region, speaker: Span, stop: int) -> Span:
    """ "The council's treasurer, X,": what somebody is, and behind a comma his name alone."""
    last = (_OF_WHAT.split(region.page.words(speaker).lower(), maxsplit=1)[0].split() or [""])[-1]
    if last not in region.words.roles | source_words("en").people:
        return speaker
    name = next(
        (n for n in region.named_in(speaker.stop, min(stop, speaker.stop + 50)) if n.kind == "person"), None
    )
    if name is None or region.page.body[speaker.stop : name.start] != ", ":
        return speaker
    closed = re.match(r",|\s[-–—]\s", region.text(name.stop, stop)) is not None
    return Span(speaker.start, name.stop) if closed else speaker


# "A resident of Odden, X,": what he is stands before whose or where.
_OF_WHAT: Final = re.compile(r"\s(?:of|at|for|in|from|with)\s")


def _after_head(region: Region, who: NounPhrase, sentence: Span) -> Span:
    text = region.text(who.core.stop, sentence.stop)
    comma = text.find(",")
    apposed = _APPOSED.match(text)
    if apposed and not _TOLD_OF.match(apposed.group()) and FINITE.search(apposed.group()):
        apposed = None  # "According to X, the men were driven off, alive": a clause
    if dashes := _IN_DASHES.match(text):
        return cut(region, who.core.stop + dashes.end(), sentence.stop)
    if text[:1] == " ":
        return cut(region, who.core.stop, sentence.stop)
    if _HIM.fullmatch(region.page.words(who.core)):
        begin = who.core.stop
    elif (about := _interrupted(text)) is not None:
        begin = who.core.stop + about
    elif apposed:
        begin = who.core.stop + apposed.end()
    elif who.whole.stop > who.core.stop:
        begin = who.whole.stop + 1
    else:
        begin = who.core.stop + comma + 1 if comma >= 0 else who.core.stop
    return cut(region, begin, sentence.stop)


def _interrupted(text: str) -> int | None:
    """ "According to X, the prisoner, a driver, was exchanged": where the clause begins whose verb stands
    straight behind a comma; what it is about stands before the last aside."""
    found = FINITE.search(text)
    if found is None or text[found.start() - 2 : found.start()] != ", ":
        return None
    # "The shells, fired from afar, did not explode": the participle looks like a verb.
    later = text.find(", ", found.end())
    again = FINITE.search(text, later) if later > 0 else None
    verb = again.start() if again and again.start() == later + 2 else found.start()
    commas = [m.start() for m in re.finditer(",", text[:verb])]
    return commas[-3] + 1 if 3 <= len(commas) <= 6 else None


def _quotation_before(region: Region, start: int, sentence: Span) -> Span | None:
    """The quotation that ends where the frame begins, if it is all that stands before."""
    quote = region.quote_before(start)
    if (
        quote
        and not region.text(quote.stop, start).strip(" ,–—-")
        and quote.start not in region.used
        and quote.start <= sentence.start + 2
    ):
        region.used.add(quote.start)
        return content(region.page.body, quote)
    return None


def _quotation_next(region: Region, at: int) -> list[Span]:
    """ "“The shelling”, according to X, “lasted an hour”": the second half."""
    quote = region.quote_after(at)
    if quote is None or quote.start in region.used or region.text(at, quote.start) != ", ":
        return []
    region.used.add(quote.start)
    return [content(region.page.body, quote)]


def _around(region: Region, start: int, who: NounPhrase, sentence: Span) -> list[Span]:
    """What stands before the frame, and what goes on after it."""
    body = region.page.body
    lead = region.text(sentence.start, start)
    spoken = lead.rfind(SPOKEN)
    begin = sentence.start + (spoken + 1 if spoken >= 0 and lead[spoken + 1 :].strip(" ,–—-") else 0)
    if (parted := lead.rfind("; ")) >= 0 and FINITE.search(lead, parted):
        begin = max(begin, sentence.start + parted + 2)
    parts = [clean(body, begin, start)]
    tail = _GOES_ON.match(region.text(who.whole.stop, sentence.stop))
    if tail and not _role_soon(region, who.whole.stop + tail.end()):
        more = clean(body, who.whole.stop + tail.end(), sentence.stop)
        if more.stop - more.start >= 12:
            parts.append(more)
    return parts


def _role_soon(region: Region, at: int) -> bool:
    """Whether what follows a comma is what the speaker is, and no clause."""
    text = region.text(at, region.sentence_of(at).stop)
    relative = RELATIVE.search(text)
    if FINITE.search(text, 0, relative.start() if relative else len(text)) and not _ROLE_FIRST.match(text):
        return False
    return any(w.lower() in region.words.roles for w in region.page.body[at : at + 60].split()[:5])


# "Director of the centre, said": no article, and no clause either.
_ROLE_FIRST: Final = re.compile(r"(?:[a-z-]+\s){1,3}(?:of|at|for|with)\s[^,]{2,60},")


def as_a_frame(
    region: Region, parts: list[Span], cue: Span, who: NounPhrase, confidence: float = 0.85
) -> Frame | None:
    """The frame of reported words without a verb; None where nothing is left of them."""
    parts = [p for p in parts if p.stop - p.start >= 4]
    if not parts:
        return None
    whole = who.whole
    if who.core.stop <= parts[0].start < whole.stop:  # what looked like an apposition is told
        whole = clean(region.page.body, whole.start, parts[0].start)
    region.use(parts[0].start, parts[-1].stop)
    document = region.words.document.match(region.page.body, who.core.start) is not None
    return Frame(
        parts,
        "say",
        cue,
        who.core,
        "document" if document else "span",
        confidence=confidence,
        whole=whole,
    )


# --- "in X's words", "as X put it" ----------------------------------------------------------------------
IN_WORDS: Final = re.compile(
    r"\b(?:[Ii]n|[Bb]y)\s((?:[\w.’'-]+\s){0,5}?[\w.-]+?(?:['’]s|s['’])|his|her|their|its)\s"
    r"(?:(?:own|latest|first|personal|expert)\s)?(words|view|opinion|account|telling|memory|recollection|estimation|judge?ment|assessment|estimate|reckoning|count|calculations?)\b"
)


def in_words(region: Region, found: re.Match[str]) -> Frame | None:
    """ "In X's words, …" and "…, in X's view": the sentence without the frame."""
    base = region.start
    owner = Span(base + found.start(1), base + found.end(1))
    words = region.page.words(owner)
    if words[-2:] in ("'s", "’s"):
        owner = Span(owner.start, owner.stop - 2)
    elif words[-1] in "'’":
        owner = Span(owner.start, owner.stop - 1)
    if re.match(r"(?:other|my|our|your)\b", words, re.I):
        return None
    start, stop = base + found.start(), base + found.end()
    parts = without(region, start, stop)
    verb = "think" if found.group(2) in ("view", "opinion") else "say"
    frame = as_a_frame(region, parts, Span(base + found.start(2), stop), plain(owner), 0.75)
    if frame:
        frame.verb = verb
    return frame


def as_put(region: Region, cue: Span, left: str, sentence: Span) -> Frame | None:
    """ "As X put it, …", "…, as X said on Monday": the sentence without the frame.

    ``left``: the sentence up to the verb.
    """
    heads = list(re.finditer(r"(?:\A|(?<=[\s(]))[Aa]s\s", left[-160:]))
    if not heads:
        return None
    opens = sentence.start + max(0, len(left) - 160) + heads[-1].start()
    text = region.text(opens, cue.start)
    if re.search(r",\s", text[:-1].rstrip()) and FINITE.search(text):
        return None
    who = subject_before(region, opens + 3, cue.start)
    if who is None or region.text(opens + 3, who.whole.start).strip():
        return None
    lead = region.text(sentence.start, opens).rstrip()
    if lead and lead[-1] not in ",;–—(" and not lead.lower().endswith(("but", "and")):
        return None
    told = (
        addressee(region, cue.stop, sentence.stop)
        if region.page.words(cue).startswith(("tell", "told"))
        else None
    )
    end = after_adverbials(region, told.stop if told else cue.stop, sentence.stop)
    if not re.match(r"[,.;:)]|\s[–—-]|\s?\x00|\Z", region.text(end, sentence.stop)):
        return None
    parts = without(region, opens, end)
    return as_a_frame(region, parts, cue, who)


_BESIDE_IT: Final = re.compile(r"(?:,\s(?:but|and|while|yet|though)|\s(?:but|yet))\s\Z")


def without(region: Region, start: int, stop: int) -> list[Span]:
    """The sentence without a frame that stands in it."""
    sentence = region.sentence_of(start)
    body = region.page.body
    lead = region.text(sentence.start, start)
    # "X found two wounds; in her opinion they were fresh": the first half is none of her opinion.
    parted = lead.rfind(";") + 1 if FINITE.search(lead[: max(0, lead.rfind(";"))]) else 0
    beside = _BESIDE_IT.search(lead, parted)
    if beside and FINITE.search(lead, parted, beside.start()):
        parted = len(lead)  # "He recalls the call, but in his memory it was Emil who rang"
    before, after = clean(body, sentence.start + parted, start), clean(body, stop, sentence.stop)
    parts = []
    for span in (before, after):
        if span.stop - span.start >= 4:
            quote = next(
                (q for q in region.quotes_in(*span) if q.start <= span.start and q.stop >= span.stop - 1),
                None,
            )
            parts.append(content(body, quote) if quote else span)
    if region.text(*before).strip().lower() in _HEAD_WORDS:
        parts = parts[1:]
    return parts


__all__ = ["IN_WORDS", "according", "as_a_frame", "as_put", "in_words", "without"]
