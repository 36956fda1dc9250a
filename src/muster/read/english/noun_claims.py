"""English frames whose word is a noun: "X's claim that …", "reports that …", "X's refusal to …"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from muster.read.english.extents import cut
from muster.read.english.finite import FINITE
from muster.read.english.grammar import ADJECTIVE, NounPhrase, plain
from muster.read.english.phrases import subject_before
from muster.read.english.sure import several, sure
from muster.read.frames import Frame, Region, clean
from muster.text.listed import listed
from muster.text.sources.cues import one_of
from muster.text.spans import Span

# Nouns that are somebody's words, whoever's they are.
_SAYINGS: Final = listed(
    """claim claims allegation allegations accusation accusations assertion assertions statement statements
    announcement announcements warning warnings suggestion suggestions insistence admission admissions
    argument arguments contention contentions belief beliefs fear fears rumour rumor rumours rumors
    report reports promise promises pledge pledges threat threats remark remarks comment comments
    conclusion conclusions prediction predictions assurance assurances complaint complaints denial
    denials confirmation concern concerns suspicion suspicions speculation hope hopes view opinion
    declaration message testimony revelation revelations version line account position case story
    conviction reading explanation answer understanding impression expectation expectations assessment
    assessments finding findings demand demands worry worries hint hints forecast forecasts projection
    projections criticism criticisms recommendation recommendations charge charges consensus vow vows
    insinuation insinuations chatter"""
)
# What is somebody's only where his name stands beside it: "her sense that"; "the idea that" is nobody's.
_HIS_ALONE: Final = listed(
    """idea ideas notion notions sense feeling feelings theory theories hunch assumption assumptions
    perception recognition realization realisation observation observations acknowledgment
    acknowledgement proposal proposals request requests judgment judgement verdict ruling decision guess
    bet wish premise calculation boast lament plea point thesis decree diagnosis instinct confidence
    estimate estimates agreement confession concession doubt doubts word"""
)
NOUN_THAT: Final = re.compile(
    rf"({one_of([*_SAYINGS, *_HIS_ALONE]).pattern})"
    # "His warning last month that", "her promise to voters on Friday that"
    r"(?P<told>\sto\s(?!be\b|the\seffect\b)[^,.;:\x00\n]{2,40}?)?(?:\s(?:(?:last|this|earlier\sthis)\s[A-Za-z]+|on\s[A-Z][a-z]+day|yesterday))?"
    r"(?P<by>\s(?:by|from|of|among|amongst|in|inside|within)\s[^,.;:\x00\n]{2,60}?)?(?:\s(?:is|was|remains))?\sthat\s"
)
_OWNER: Final = re.compile(
    r"((?:(?:[Tt]he|[Aa]n?|[Ss]ome)\s)?(?:[\w.’'-]+\s){0,4}?[\w.-]+?(?:['’]s|s['’])|\b[Hh]is|\b[Hh]er|\b[Tt]heir|\b[Ii]ts)\s(?:[\w-]+\s){0,2}\Z"
)
_UTTERED: Final = re.compile(
    r"\b(?:made|makes|making|issued|issues|issuing|voiced|expressed|repeated|raised|offered|sent|gave|gives"
    r"|published|released|reiterated)\s(?:(?:the|a|an|his|her|their|its|new|more|several|some)\s)?(?:[\w-]+\s){0,2}\Z"
)
# "Had the impression that", "was of the opinion that".
_HELD: Final = re.compile(
    r"\b(?:had|has|have|got|gained|share|shares|shared|hold|holds|held|take|takes|took|(?:was|is|were|are)\sof)\s(?:the|a|an|no)\s"
    r"(?:[\w-]+\s){0,1}\Z"
)
_HELD_THOUGHTS: Final = (
    "impression",
    "view",
    "opinion",
    "conviction",
    "suspicion",
    "belief",
    "position",
    "understanding",
)
_THOUGHTS: Final = ("belief", "fear", "hope", "concern", "suspicion", "view", "opinion")


# What shows that "reports", "fears" or "claims" is a noun where nobody's name stands before it.
_NOUN_HERE: Final = re.compile(
    r"(?:\A[\s\"“]*|\b(?:the|an?|this|these|those|any|no|some|many|more|new|further|several|of|amid|despite|over|about"
    r"|with|by|on|from|was|were|is|are|be|been|rejects?|rejected|denied|denies|dismissed|dismisses|disputed|heard"
    r"|received|following|after|and|or)\s(?:[a-z-]+\s){0,2})\Z",
    re.I,
)


_UNTRUE: Final = re.compile(
    r"\s(?:is|are|was|were)\s(?:\w+ly\s)?(?:untrue|false|wrong|unfounded|baseless|incorrect|exaggerated|nonsense)\b"
)
_OFFICE_CLAIMS: Final = re.compile(
    r"(?:['’]s?|\b[Hh]is|\b[Hh]er|\b[Tt]heir|\b[Ii]ts|\b[Oo]ur)\s(?:[\w-]+\s){0,2}(?:office|spokes(?:man|woman|person)|lawyer|solicitor|attorney|deputy|press\sservice|ministry|committee|party"
    r"|government|army|service|side|team|family|wife|husband|mother|father|brother|sister|son|daughter|widow|head|director|chief|editor"
    r"|union|council|administration|department|staff|adviser|advisor|aide|successor|predecessor|secretary|representative)\s\Z"
)
# "Denied the claim that …": the denial is the claim, and nobody is named for what he denies.
_DENIED: Final = re.compile(
    r"\b(?:reject|deni|den[iy]|dismiss|disput|refut)\w{0,4}\s(?:(?:the|any|all|those|such)\s)?(?:[\w-]+\s)?\Z"
)
# "The reports that I have seen" are no words of theirs.
_ABOUT_THE_NOUN: Final = re.compile(
    r"(?:I|we|you|he|she|they|[a-z]+)\s(?:have|had|has|'d|’d|'ve|’ve)?\s?(?:seen|heard|read|made|taken"
    r"|received|got|cited|saw|issued|published|wrote|written)\b"
)


# "Said in a statement that …": the verb has the words.
_IN_A_PAPER: Final = re.compile(
    r"\b(?:in|at|on|through|by|with|via)\s(?:an?|the|his|her|its|their|that)\s(?:[\w-]+\s){0,3}\Z"
)
# "Many of them claim that": a pronoun has no noun behind it.
_VERB_HERE: Final = re.compile(
    r"\b(?:them|us|they|we|who|whom|you|I|he|she|it)\s(?:also\s|still\s|now\s|\w+ly\s)?\Z"
)


# "Findings that have no conclusion": the clause is about the noun.
_OF_THE_NOUN: Final = re.compile(
    r"(?:(?:is|are|was|were|has|have|had|do|does|did)(?:n['’`]t)?|don['’`]t|will|would|can|could|may|might|must|should|cannot|won['’]t"
    r"|came|went|come|go|led|made|make|makes|followed|emerged|surfaced)\s"
)


def noun_that(region: Region, found: re.Match[str]) -> Frame | None:
    """ "X's claim that …", "issued a warning that …", "claims by X that …", "reports that …"."""
    base = region.start
    noun = Span(base + found.start(1), base + found.end(1))
    sentence = region.sentence_of(noun.start)
    left = region.text(sentence.start, noun.start)
    if found.group(1)[0].isupper() and left.strip(" \"“‘'–—-•*"):
        return None
    rest = region.text(base + found.end(), sentence.stop)
    if (untrue := _UNTRUE.search(rest)) and FINITE.search(rest, 0, untrue.start()):
        return None  # "Reports that A fell are untrue": who says so tells that it did not
    if (_OFFICE_CLAIMS.search(left) and found.group(1).endswith("s")) or _VERB_HERE.search(left):
        return None  # "The prosecutor's office claims that …": a verb
    who = _owner_of_noun(region, found, sentence, left)
    if who is None and (found.group("told") or _nobodys(region, found, noun, left)):
        return None
    span = cut(region, base + found.end(), sentence.stop)
    told = region.text(*span)
    if _ABOUT_THE_NOUN.match(told) or _OF_THE_NOUN.match(told):
        return None
    span = _within_subject(region, span, left)
    if span.stop - span.start < 8:
        return None
    region.use(*span)
    thought = found.group(1).lower().startswith(_THOUGHTS)
    return Frame(
        [span], "think" if thought else "say", noun, who.core if who else None, "span" if who else "nobody",
        confidence=0.65 if who else 0.5, whole=who.whole if who else None,
    )  # fmt: skip


def _nobodys(region: Region, found: re.Match[str], noun: Span, left: str) -> bool:
    """Whether a noun without an owner is no report of anybody's words."""
    if found.group(1).lower() in _HIS_ALONE or _DENIED.search(left) or not _NOUN_HERE.search(left):
        return True
    in_a_paper = _IN_A_PAPER.search(left)
    if in_a_paper and region.words.cue.search(left, 0, in_a_paper.start()):
        return True
    return _is_verb(region, noun, left)


_TO_DO: Final = listed(
    """vow pledge promise threat offer refusal desire wish intention intentions determination reluctance
    unwillingness plan plans plea proposal vows pledges promises threats offers"""
)
_FOR: Final = listed("call calls demand demands request requests plea pleas desire")
_ABOUT: Final = listed(
    """complaint complaints warning warnings concern concerns fear fears worry worries
    allegation allegations accusation accusations"""
)
TO_NOUN: Final = re.compile(
    # That a word begins is asked once for the three.
    rf"(?<!\w)({one_of([*_TO_DO]).pattern}(?=\sto\s(?!(?:the|an?|his|her|their|its)\b|[A-Z]))"
    rf"|{one_of([*_FOR]).pattern}(?=\sfor\s)|{one_of([*_ABOUT]).pattern}(?=\s(?:about|of|over)\s))"
)
# Behind the noun what it is of: "for higher pay", "about the lack of pumps".
_OF_WHAT: Final = re.compile(r"\s(?:for|about|of|over)\s")
_WILL: Final = (
    "desire",
    "wish",
    "intention",
    "determination",
    "reluctance",
    "unwillingness",
    "refusal",
    "plan",
)
_MIND: Final = ("fear", "worr", "concern")
_OWN: Final = re.compile(
    r"(?:([\w.’'-]*\w(?:['’]s|s['’]))|\b([Hh]is|[Hh]er|[Tt]heir))\s(?:(?!of\b|in\b|to\b|for\b)[\w-]+\s){0,2}\Z"
)


def noun_to(region: Region, found: re.Match[str]) -> Frame | None:
    """ "X's refusal to resign", "her call for an inquiry", "his complaints about the food": what is promised,
    wanted, asked or feared, whose it is."""
    noun = Span(region.start + found.start(1), region.start + found.end(1))
    sentence = region.sentence_of(noun.start)
    left = region.text(sentence.start, noun.start)
    if _OWN.search(left) is None:
        return None
    who = _owner_of_noun(region, found, sentence, left)
    if who is None or not (sure(region, who.core) or region.page.words(who.core).lower() in _HIS):
        return None
    told = _TO_PEOPLE.match(region.text(noun.stop, sentence.stop))
    if told is not None and sure(region, Span(noun.stop + told.start(1), noun.stop + told.end(1))):
        return None  # "His promise to voters that": NOUN_THAT has it
    of_what = _OF_WHAT.match(region.text(noun.stop, sentence.stop))
    begin = noun.stop + (of_what.end() if of_what else 1)
    span = cut(region, begin, sentence.stop)
    verb = None if FINITE.search(_RENEWED.sub(" ", left)) else _main_verb(region.text(*span))
    span = clean(region.page.body, span.start, span.start + verb) if verb else span
    ends = _THING_ENDS.search(region.text(*span))
    span = clean(region.page.body, span.start, span.start + ends.start()) if ends else span
    if span.stop - span.start < _SHORTEST:
        return None
    act = "intend" if found.group(1).startswith(_WILL) else "say"
    act = "think" if found.group(1).startswith(_MIND) else act
    return Frame([span], act, noun, who.core, confidence=0.55, whole=who.whole)


_TO_PEOPLE: Final = re.compile(r"\sto\s(?:[a-z-]+\s){0,2}?([A-Za-z-]+)\s(?:(?:on|last|this)\s\w+\s)?that\s")


def _main_verb(text: str) -> int | None:
    """Where, behind "to do this", the verb of the sentence stands: not one of a clause within it."""
    for verb in FINITE.finditer(text):
        if _OPENS_A_CLAUSE.search(text, 0, verb.start()) is None:
            return verb.start()
    return None


_OPENS_A_CLAUSE: Final = re.compile(
    r"\b(?:that|whether|who|which|what|how|why|when|where|because|if|until|unless|while|as|he|she|they|it|we|I)\b"
)
_HIS: Final = ("his", "her", "their")
_THING_ENDS: Final = re.compile(r",\s|;\s|\s[-–—]\s|\s(?:has|have|had|is|are|was|were|will|would|could)\s")
_SHORTEST: Final = 6


CHARGE_BY: Final = re.compile(
    r",\s(?:an?|the)\s(?:charge|claim|allegation|accusation|account|version|figure|story|suggestion|number|toll)s?\s(disputed|denied|rejected"
    r"|contested|dismissed|confirmed)\sby\s([^,.;:!?\n\x00]{2,50})(?=[,.;:]|\Z)"
)
CHARGE: Final = re.compile(
    r",\s(?:(?:a|an|the)\s(?:charge|claim|allegation|accusation|account|version|figure|story|suggestion)s?|something)\s(?:that\s|which\s)?"
    r"((?:the\s|an?\s)?[^,.;:!?\n\x00]{2,50}?)\s((?:has\s|have\s|had\s|later\s|flatly\s)?(?:den(?:y|ies|ied)|rejects?|rejected|disput\w{1,2}"
    r"|dismiss\w{0,2}|contest\w{0,2}|confirm\w{0,2}|refut\w{1,2}))(?=[\s,.;]|\Z)"
)


def of_a_charge(region: Region, found: re.Match[str]) -> Frame | None:
    """ "X says A, a charge the army rejects": A, denied by the army."""
    sentence = region.sentence_of(region.start + found.start())
    cues = list(region.words.cue.finditer(region.masked, sentence.start - region.start, found.start()))
    begin = region.start + cues[-1].end() if cues else sentence.start
    span = clean(region.page.body, begin, region.start + found.start())
    by = found.re is CHARGE_BY
    who = Span(region.start + found.start(2 if by else 1), region.start + found.end(2 if by else 1))
    if span.stop - span.start < 8 or not sure(region, who):
        return None
    verb = 1 if by else 2
    cue = Span(region.start + found.start(verb), region.start + found.end(verb))
    deny = re.match(r"(?:\w+\s)?confirm", found.group(verb)) is None
    return Frame([span], "deny" if deny else "say", cue, who, confidence=0.7)


def _is_verb(region: Region, noun: Span, left: str) -> bool:
    """ "The ministry claims that …": somebody in the singular stands before the form in -s; "moderates from
    the city worry that …": several before the plain form."""
    if not region.page.words(noun).endswith("s"):
        return _several_before(region, noun, left)
    before = _THE_NOUN.search(left)
    if before is None:
        return False
    last = before.group(1)
    capital = last[0].isupper() and not last.isupper()
    start = noun.start - len(left) + before.start(1)
    return capital or sure(region, Span(start, start + len(last)))


_VERBS_TOO: Final = listed(
    "worry fear hope claim report demand promise pledge threat charge doubt vow warn bet guess"
)


def _several_before(region: Region, noun: Span, left: str) -> bool:
    if region.page.words(noun).lower() not in _VERBS_TOO or FINITE.search(left):
        return False
    who = subject_before(region, noun.start - len(left), noun.start)
    return (
        who is not None and several(region, who.core) and who.whole.start <= noun.start - len(left.lstrip())
    )


_THE_NOUN: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Hh]is|[Hh]er|[Ii]ts)\s(?:[\w’'-]+\s){0,3}?([\w’'-]+)\s\Z"
)


def _owner_of_noun(region: Region, found: re.Match[str], sentence: Span, left: str) -> NounPhrase | None:
    if found.re is NOUN_THAT and found.group("by"):
        start = region.start + found.start("by")
        held, _, _ = found.group("by").strip().partition(" ")
        by = clean(region.page.body, start + len(held) + 2, region.start + found.end("by"))
        # "A report in the Courier that": a paper; "the warning in May that" is a day.
        if held in ("by", "from", "of") or sure(region, by) or region.named_in(*by):
            return plain(by)
    owner = _OWNER.search(left)
    if owner:
        words = owner.group(1)
        stop = owner.end(1) - (2 if words[-2:] in ("'s", "’s") else 1 if words[-1] in "'’" else 0)
        start = owner.start(1)
        if lead := _PREPOSED.match(left, start, stop):
            start = lead.end()
        verbs = list(FINITE.finditer(left, start, stop))
        start = verbs[-1].end() + 1 if verbs else start
        names = region.named_in(sentence.start + start, sentence.start + stop + 1)
        if names:
            return plain(Span(names[-1].start, sentence.start + stop))
        return plain(Span(sentence.start + start, sentence.start + stop))
    uttered = _UTTERED.search(left) or (
        _HELD.search(left) if found.group(1).startswith(_HELD_THOUGHTS) else None
    )
    return subject_before(region, sentence.start, sentence.start + uttered.start()) if uttered else None


# "X's repeated warning", "her renewed pledge": no verb.
_RENEWED: Final = re.compile(r"(?:['’]s?|\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he|[Aa]n?))\s[a-z]+ed\s\Z")


def _within_subject(region: Region, span: Span, left: str) -> Span:
    """Of "the claim that A was B led to C" only "A was B": the noun is the subject of a second verb."""
    if FINITE.search(_RENEWED.sub(" ", left)):
        return span
    text = region.text(*span)
    if _PREPOSED.match(left) and (comma := text.find(", ")) > 0:
        return clean(region.page.body, span.start, span.start + comma)
    adjectives = [m.span() for m in ADJECTIVE.finditer(text)]
    verbs = [v for v in FINITE.finditer(text) if not any(a <= v.start() < b for a, b in adjectives)]
    for first, second in pairwise(verbs):
        between = text[first.end() : second.start()].strip()
        joined = re.search(
            r",|\b(?:and|or|but|that|who|which|because|when|while|if|he|she|they|it)\b", between
        )
        participle = first.group() in _BE_HAVE and _AUXILIARIES.fullmatch(between) is not None
        second_verb = first.group() not in _BE_HAVE and second.group() in _BE_HAVE and not between
        second_verb = second_verb or (between in ("", "not") and second.group() in ("does", "did", "do"))
        if second_verb or (not joined and not participle and between):
            stop = span.start + second.start()
            adverb = _ADVERB_LAST.search(text, 0, second.start())
            return clean(region.page.body, span.start, span.start + adverb.start() if adverb else stop)
    return span


_ADVERB_LAST: Final = re.compile(r"\s(?:first|[a-z]{3,}ly|later|soon|also|now|then|never|still)\s\Z")
_AUXILIARIES: Final = re.compile(r"(?:\s*(?:not|been|be|being|have|never|ever|\w+ly))*")
# "Despite claims that A, B": the clause behind the comma is the sentence.
_PREPOSED: Final = re.compile(
    r"\W*(?:But\s|And\s|Yet\s)?(?:Despite|In\s(?:spite|response|defiance|view|light)\s(?:of|to)|Amid|Following|After|With|Given|Notwithstanding|Because\sof|For\sall)\s",
    re.I,
)
_MODALS: Final = ("would", "could", "should", "might", "may", "must", "will", "can", "shall")
_BE_HAVE: Final = (*_MODALS, "is", "are", "was", "were", "has", "have", "had")

__all__ = ["CHARGE", "CHARGE_BY", "NOUN_THAT", "TO_NOUN", "noun_that", "noun_to", "of_a_charge"]
