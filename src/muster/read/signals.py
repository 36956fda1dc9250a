"""The phrases by which a text says that somebody's name is not given, in three languages.

``CHANGED``: a name is changed, withheld or not to be given; anonymity is asked for or promised. The bearer
stands before, within or just after. ``INTRODUCES``: the alias follows. ``REASON``: why somebody unnamed is
unnamed; of somebody named it says nothing. They are patterns and not a list, since the words between vary;
each repeat is bounded. A text is searched only in sentences that hold one of the stems of ``_STEMS``.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from muster.read import signals_slavic
from muster.read.page import Page
from muster.text.cues import lexicon
from muster.text.spans import Span

_FEW: Final = r"(?:[\w'’ʼ-]{1,20},?\s){0,3}?"
_SOME: Final = r"(?:[\w'’ʼ-]{1,20},?\s){0,6}?"
_HIS: Final = r"(?:his|her|their|the|its|a)"
_REAL: Final = r"(?:(?:real|full|true|own|last|first|proper|actual|family)\s){0,2}"
_HIDDEN_EN: Final = (
    r"(?:changed|altered|withheld|disguised|concealed|replaced|hidden|omitted|obscured|redacted|protected"
    r"|masked|coded"
    r"|kept\s(?:secret|confidential|out|back)|known\sto\s(?:the\s)?(?:editors?|newsroom|us|this|our"
    r"|authors?|organi[sz]ation|team|paper|writer)"
    r"|not\s(?:being\s)?(?:real|used|published|disclosed|revealed|given|named|printed|released|identified"
    r"|made\spublic))"
)
_NAME_EN: Final = r"(?:(?:sur|first\s|last\s|full\s|real\s)?names?|identit(?:y|ies))"

CHANGED: Final = {
    "en": re.compile(
        r"\b(?:"
        rf"(?:all\s)?(?:the\s)?{_NAME_EN}\s(?:of\s[^.,;()\n]{{1,60}}?\s)?(?:has|have|had|was|were|is|are"
        rf"|being|will)\s"
        rf"(?:all\s|both\s|here\s|also\s)?(?:be\s|been\s|being\s)?{_HIDDEN_EN}"
        r"|(?:sur)?names?\s(?:\w+\s)?(?:changed|altered|withheld|omitted|redacted)"
        rf"|(?:changed|altered|withheld|withholds?|concealed|disguised|withholding|changing"
        rf"|omitted)\s{_HIS}\s{_FEW}"
        r"(?:names?|identit(?:y|ies))(?!\s(?:to|from|after|in\s\d|by\sdeed))"
        r"|not\s(?:his|her|their|the)\s(?:\w+['’]s\s)?real\s(?:sur)?names?"
        r"|real\snames?\s(?:(?:is|are|was|were|has|have)\s)?(?:not\s|been\s)?(?:withheld|known|changed)"
        rf"|(?:ask|wish|want|request|prefer|insist|demand|beg|choos|chose|agree|request)(?:e?d|s"
        rf"|ing)?\s{_FEW}(?:not|never)\s"
        r"(?:to\s)?(?:(?:be|have\sbeen)\s(?:\w+\s)?(?:named|identified|quoted\sby\sname)"
        rf"|(?:use|publish|give|print|mention|reveal|disclose|name|identify|have)\s(?:{_HIS}\s|him\b|her\b"
        rf"|them\b)"
        rf"(?:{_FEW}(?:sur)?(?:names?|identit(?:y|ies)|rank|position|unit))?)"
        rf"|(?:not|n['’]t|never)\s(?:wish|want|like|consent|agree)(?:ed|s"
        rf"|ing)?\s(?:for\s)?{_HIS}\s{_FEW}(?:names?|identit(?:y|ies))"
        rf"|(?:ask|request|insist|demand)(?:ed|s|ing)?\s(?:us\s)?that\s{_HIS}\s{_FEW}(?:names?|identit(?:y"
        rf"|ies))"
        rf"|(?:ask|wish|want|prefer|request|hop|choos|chose|opt|desir|decid)(?:e?d|s|ing)?\s{_FEW}(?:to\s)?"
        r"(?:stay|remain|be|speak\sas|be\skept)\s(?:anonymous|unnamed|nameless|unidentified|incognito)"
        r"|(?:declined|refused|unwilling|reluctant|afraid|too\sfrightened)\sto\s(?:be\s(?:\w+\s)?(?:named"
        r"|identified|quoted\sby\sname)"
        rf"|(?:give|state|reveal|disclose|say|provide|share)\s{_HIS}\s(?:\w+\s)?(?:names?|identity))"
        r"|(?:can|may|could|must|will|would|should|did|does|do|is|are)(?:\s?not"
        r"|n['’]t)\s(?:want\s)?(?:to\s)?"
        rf"(?:(?:give|have|reveal|disclose|state)\s{_HIS}\s(?:\w+\s)?(?:names?|identity)|be\s(?:named"
        rf"|identified))"
        r"|(?:not|without)\s(?:naming|identifying|revealing|disclosing|giving|using|publishing)\s"
        rf"(?:him|her|them|{_HIS}\s{_FEW}(?:names?|identity))(?!\w)"
        rf"|{_NAME_EN}(?:\sand\s(?:\w+\s){{0,2}}?\w+|,\s\w+(?:\sand\s\w+)?)\s(?:has\sbeen\s|have\sbeen\s"
        rf"|were\s|are\s|was\s|is\s)?"
        r"(?:changed|altered|withheld|disguised|concealed|omitted|redacted|removed)"
        rf"|{_NAME_EN}\s(?:not|n['’]t|never)\s(?:to\s)?(?:appear|be\s(?:used|given|printed|published"
        rf"|known)|come\sout|go\s)"
        rf"|(?:ask|want|request|insist)(?:ed|s|ing)?\s(?:us\s)?(?:for"
        rf"|that)\s{_HIS}\s{_FEW}(?:sur)?(?:names?|identity)"
        r"|(?:identifying|personal|biographical)\s(?:details|information|data"
        r"|features)\s(?:\w+\s){0,4}?(?:changed|removed|withheld|omitted|altered|redacted)"
        r"|(?:pseud|an)onymi[sz]ed|(?:protected|secret|anonymous|masked|veiled)\switness(?:es)?|(?:under"
        r"|in)\switness\sprotection"
        r"|(?:stay|remain|keep|be)(?:s|ed|ing)?\s(?:\w+\s)?(?:anonymous|nameless|unnamed|incognito)"
        r"|prefer(?:s|red|ring)?\sanonymity"
        r"|(?:identified|named|known|referred\sto|designated|listed|described)\s(?:\w+\s){0,5}?(?:only"
        r"|simply|just)\s(?:as|by)"
        r"|(?:instead|in\splace)\sof\s(?:real\s|his\s|her\s|their\s|the\s)?names?|(?:letters?|numbers?"
        r"|codes?|initials?|pseudonyms?)\s(?:are\sused\s|stands?\s)?(?:instead|in\splace"
        r"|for)\s(?:of\s)?(?:\w+\s)?names?"
        rf"|(?:ask|want|wish|request|beg)(?:e?d|s|ing)?\s{_FEW}to\s(?:hide|keep|change|withhold|conceal"
        rf"|remove|omit|leave\sout|protect|disguise)"
        rf"\s(?:{_HIS}\s)?{_FEW}(?:sur)?(?:names?|identit(?:y|ies)|face)"
        r"|details\s(?:[\w'’-]+\s){0,6}?(?:has|have|were|are|was)\s(?:been\s)?(?:\w+\s)?(?:changed"
        r"|altered|omitted|withheld|removed)"
        r"|(?:ask|want|wish|prefer|choos|chose)(?:e?d|s|ing|rs)?\sto\sgo\sby"
        r"|no\snames(?=[\s,.;:)!—–-]|\Z)|(?:wo|ca)n['’]t\s(?:say|tell\syou)\s(?:who|his\sname|her\sname"
        r"|which)|(?:will|can|could)\s?not\ssay\s(?:who|his\sname|her\sname)"
        r"|(?:is|are|was|were|has|have)\snot\s(?:being\s|been\s)(?:named|identified)"
        r"|(?:the\s)?court\s(?:\w+\s){0,4}?(?:withheld|suppressed)|name\s(?:is\s|was\s)?suppressed"
        rf"|(?:hid|hide|hides|hiding|cover(?:ed|s|ing)?|kept)\s{_HIS}\s(?:face|name|identity)"
        r"|(?:agree|promis)(?:e?d|es?|ing)\s(?:\w+\s){0,2}?not\sto\s(?:name|identify|use|publish|print"
        r"|reveal)(?!\w)"
        rf"|(?:we|I|this\s\w{{1,14}}|the\s(?:editors?|paper|newspaper|post))\s(?:\w+\s)?(?:(?:are|am|is"
        rf"|will|do|does|can|shall|have|has)\s?(?:not|n['’]t)|won['’]t"
        r"|cannot|can['’]t|never)\s(?:\w+\s)?(?:nam(?:e|ing)|identify(?:ing)?|us(?:e|ing)|publish(?:ing)?"
        r"|print(?:ing)?|giv(?:e|ing)|disclos(?:e|ing)|reveal(?:ing)?)"
        rf"\s(?:him|her|them|{_HIS}\s{_FEW}(?:sur)?(?:names?|identit(?:y|ies)))"
        rf"|(?:sur|first\s|last\s|full\s|real\s)?names?\s(?:that\s|which\s)?(?:I|we)\s(?:will|shall|do|can"
        rf"|am|are)?(?:\snot|n['’]t|wo['’]t|won['’]t|cannot|can['’]t)"
        rf"|(?:only\s)?{_HIS}\s(?:first|given|middle)\snames?\s(?:only|(?:is|are|be)\s(?:used|given"
        rf"|published|printed))"
        rf"|(?:gave|gives|giving|give|provided)\s{_HIS}\s(?:first\s|given\s)?names?\s(?:only\s|just\s"
        rf"|simply\s)?as|introduced\s(?:him|her)self\s(?:only|just|simply)\s(?:as|by)"
        r"|(?:(?:is|was)\snot|isn['’]t|wasn['’]t)\s(?:\w+\s)?(?:his|her|their|the)\s(?:real|actual|true"
        r"|own)\s(?:sur)?names?|not\sreal\snames?"
        rf"|{_HIS}\s(?:real|actual|true)\s(?:sur)?names?\s(?:\w+\s){{0,3}}?(?:different|another"
        rf"|something\selse|not\s)"
        r"|(?:the\s)?(?:editors?|newsroom|newspaper|paper|we|I|author)\s(?:know|knows|have|has)\s(?:his"
        r"|her|their|both|the)\s(?:real\s|full\s)?(?:names?|identit(?:y|ies))"
        rf"|(?:(?:without|keep|kept|leave|left)\s{_HIS}\s{_FEW}names?(?:\sout|\s(?:being\s)?(?:used"
        rf"|published|printed|given))?)"
        r"|(?:on|under)\s(?:the\s|a\s)?(?:strict\s)?(?:conditions?|guarantee|promise|assurance|cover|cloak"
        r"|terms)\s(?:of|that)\s"
        r"(?:(?:strict|full|complete|total)\s)?(?:anonymity|confidentiality|his\s|her\s|their\s|(?:he|she"
        r"|they|we)\s)(?:\w+\s){0,4}?"
        r"(?:(?:not\s)?(?:be\s)?(?:\w+\s)?(?:names?|named|identified|used|withheld)\b)?"
        r"|(?:request|ask|demand|seek|want|insist|grant|promis|guarante|offer|assur|giv|gave)(?:e?d|s|ing"
        r"|en|ed\sfor|ing\sfor"
        r"|ing\son|ed\son)?\s(?:us\s|him\s|her\s|them\s|for\s|on\s)?(?:\w+\s)?anonymity"
        r"|(?:spoke|speaks?|speaking|spoken|talked|talking|talks|told|testified|testif(?:y|ies|ying)"
        r"|interviewed|quoted|said|wrote"
        r"|writing|agreed)\s(?:\w+\s){0,6}?anonymously"
        rf"|by\s{_HIS}\s(?:first\s|last\s|given\s|sur)?(?:names?|initials?|letters?|number|code"
        rf"|call[\s-]sign)\s(?:only|alone)"
        r"|(?:identif(?:ied|ies|y)|named|called|referred\sto|appear(?:s|ed)?|quoted|listed|given"
        r"|designated|denoted|marked)\s"
        rf"(?:\w+\s){{0,3}}?(?:by|as|under|with)\s(?:only\s|just\s)?{_FEW}(?:initials?|letters?"
        rf"|pseudonyms?|aliases"
        r"|(?:code|assumed|changed|false|invented|fictitious|other)\s?names?|codes|numbers?\sonly"
        r"|first\snames?)"
        r"|(?:under|using|with|is|by|are)\s(?:a|an|the|his|her|their)?\s?(?:pseudonyms?|assumed\snames?"
        r"|aliases|alias)"
        r"|(?:(?:used|use|using|giv(?:e|es|en|ing)|gave|go(?:es|ing)?\sby|went\sby)\sonly\s(?:by\s)?"
        r"|only\s(?:used|use|gave|give)\s)"
        rf"(?:{_HIS}\s)?(?:first|given|middle)\snames?"
        r"|(?:first|last)\snames?\sonly"
        r"|(?:speak|spoke|speaking|talk|talked|testif\w{1,4}|quoted)\s(?:\w+\s){0,3}?(?:on\sbackground"
        r"|off\sthe\srecord|not\sfor\sattribution"
        r"|behind\s(?:a|the|frosted)\s(?:screen|curtain|glass))"
        # "Whose name we have changed", "that we leave out his street and his name".
        r"|(?:sur)?names?\s(?:that\s|which\s)?(?:I|we)(?:['’]ve|\shave|\shad)\s(?:\w+\s)?(?:changed|altered"
        r"|withheld|omitted|left\sout|disguised|concealed|replaced)"
        rf"|(?:ask|request|promis|agree|insist|demand|want|wish|pledg|undert|beg|swor|swear)\w{{0,4}}\s{_SOME}"
        r"(?:chang|alter|withhold|omit|conceal|disguis|leav|keep|hid|remov|suppress)(?:e|es|ed|ing)?\s"
        rf"(?:out\s|back\s|secret\s)?(?:his|her|their|all|any)\s{_SOME}(?:sur)?(?:names?|identit(?:y|ies))"
        r"|(?:we|I|this\s\w{1,14})\s(?:have\s|had\s|are\s|am\s|is\s|shall\s|will\s)?(?:chang(?:e|ed|ing)"
        r"|withh(?:old|eld|olding)|omit(?:s|ted|ting)?|le(?:ave|ft|aving)\sout|conceal(?:ed|ing)?)"
        rf"\s(?:his|her|their|all|the)\s{_FEW}(?:sur)?(?:names?|identit(?:y|ies))"
        r"|(?:nothing|no\sdetail|anything)\s(?:[\w'’-]+\s){0,5}?(?:could|can|would|might|may|should|will)\s"
        r"(?:lead\s(?:back\s)?to|identify|point\sto|betray|expose|be\straced|give)\s(?:him|her|them|away)"
        r"|(?:nobody|no\sone|not|never|cannot|can['’]t)\s(?:\w+\s){0,2}?(?:be\srecogni[sz]ed"
        r"|recogni[sz]e\s(?:him|her|them))"
        r"|whom\s(?:[\w'’-]+\s){0,5}?(?:we|I|this\s\w{1,14})\s(?:(?:do|will|can|shall|did|are|am)\s?(?:not"
        r"|n['’]t)|cannot|won['’]t)\s(?:nam(?:e|ing)|identify(?:ing)?)"
        r"|(?:I|we)\s?(?:won['’]t|(?:will|shall|can|do|must|dare)\snot|cannot|can['’]t|['’]d\srather\snot"
        r"|would\srather\snot|mustn['’]t|am\snot\s(?:going\sto|allowed\sto))\s(?:say|tell|name|give|reveal)"
        r"\s(?:you\s|us\s)?(?:who\b|whose|him\b|her\b|them\b|(?:his|her|their)\s(?:\w+\s)?names?"
        r"|(?:on\s|in\s)?(?:which|what)\s\w+\s(?:he|she|they)|where\s(?:he|she|they)\s(?:live|work|serve|stay|hide|is|are))"
        r"|(?:faces?|voices?)\s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen)\s(?:blurred|distorted"
        r"|disguised|altered|obscured"
        r"|hidden|changed|pixelated)"
        r")(?!\w)",
        re.I,
    ),
    **signals_slavic.CHANGED,
}

INTRODUCES: Final = {
    "en": re.compile(
        r"\b(?:"
        r"(?:who|whom)\s(?:we|I|this\s\w{1,16})\s(?:call|(?:will|shall)\scall|are\scalling|am\scalling"
        r"|have\scalled|refer\sto\sas)"
        r"|(?:we|I)(?:['’]ll|\swill|\sshall|\sare|\sam|['’]re)\s(?:call|name|refer\sto)(?:ing)?\s(?:him"
        r"|her|them)(?:\sas)?"
        r"|let\sus\scall\s(?:him|her|them)|let['’]s\scall\s(?:him|her|them)"
        r"|(?:ask|wish|want|agree|request|prefer)(?:ed|s|ing|red)?\s(?:\w+\s){0,2}?to\sbe\s"
        r"(?:called|named|identified|known|quoted|referred\sto)(?:\s(?:here|only|just|simply|as|by|under"
        r"|(?:the|his|her|their)\s(?:\w+\s){0,2}?names?,?)){0,4}"
        r"|(?:identified|named|known|referred\sto)\s(?:here\s|only\s){1,2}(?:as|by\s(?:the|his|her"
        r"|their)\s(?:\w+\s){0,2}?names?,?)"
        r"|(?:giv(?:es|ing)|gave|us(?:es|ing|ed))\sonly\s(?:his|her|a|their)\s(?:first|given)\sname,?"
        r"|(?:under|using)\s(?:the|a)\s(?:pseudonym|assumed\sname)(?:\sof)?"
        r"|call\s(?:him|her|me|them)(?=\s[\"“'‘]?(?-i:[A-Z]))"
        r")(?=\s)",
        re.I,
    ),
    **signals_slavic.INTRODUCES,
}

REASON: Final = {
    "en": re.compile(
        r"\b(?:"
        r"(?:not|n['’]t|never)\s(?:been\s|being\s|officially\s|publicly\s|formally\s)?"
        r"(?:authori[sz]ed|cleared|allowed|permitted|entitled|supposed"
        r"|empowered)\s(?:\w+\s)?to\s(?:\w+\s)?(?:speak|talk|comment|brief|discuss|give|disclose|address"
        r"|be\squoted)"
        r"|(?:lack|lacked|lacks|lacking|without)\s(?:the\s)?(?:authori[sz]ation|permission|clearance"
        r"|authority)\sto\s(?:speak|talk|comment|brief|discuss)"
        r"|(?:for|out\sof|in)\sfear\s(?:of|that|for)|fearing\s(?:for\s|of\s)?(?:\w+\s)?(?:reprisals?"
        r"|retribution|retaliation|revenge|persecution|arrest|prosecution"
        r"|punishment|repercussions|consequences|his|her|their|the|that)"
        r"|fear(?:s|ed)?\s(?:for\s(?:his|her|their)|(?:\w+\s)?(?:reprisals?|retribution|retaliation"
        r"|revenge|persecution|repercussions|punishment))"
        r"|afraid\s(?:of|for)\s(?:\w+\s)?(?:reprisals?|retribution|retaliation|revenge|persecution|arrest"
        r"|prosecution|punishment|his|her|their)"
        r"|(?:for|citing|because\sof)\s(?:(?:his|her|their)\s(?:own\s|family['’]s\s)?(?:safety|security"
        r"|protection)|(?:reasons\sof\s)?(?:\w+\s)?"
        r"(?:security|safety)\s(?:reasons|concerns|grounds)|reasons\sof\s(?:security|safety))"
        r"|to\sprotect\s(?:him|her|them|his|their)(?!\w)"
        r"|for\sobvious\sreasons|for\sreasons\s(?:that\s)?(?:you|anyone|everyone)"
        r"|(?:given|because\sof|due\sto|citing)\sthe\ssensitivity|to\sdiscuss\s(?:confidential|sensitive"
        r"|private|internal|classified|operational)"
        r")",
        re.I,
    ),
    **signals_slavic.REASON,
}

# Each signal holds one of these; most sentences of most texts hold none.
_STEMS: Final = {
    "en": (
        "name",
        "Name",
        "NAME",
        "called",
        "refer",
        "known ",
        "dentit",
        "dentif",
        "nonym",
        "pseudonym",
        "alias",
        "call h",
        "call m",
        "call t",
        "Call h",
        "Call m",
        "codes",
        "numbers",
        "we call",
        "calling",
        "incognito",
        "background",
        "record",
        "obvious",
        "reasons",
        "attribution",
        "initials",
        "letters",
        "behind",
        "face",
        "voice",
        "uthori",
        "cleared",
        "allowed",
        "permi",
        "fear",
        "afraid",
        "safety",
        "security",
        "protect",
        "sensitiv",
        "confidential",
        "reprisal",
        "quoted",
        "details",
        "say who",
        "tell you who",
        "itness",
        "court",
        "introduced",
        "nothing",
        "recogni",
        "I won",
        "we won",
        "t say",
        "t tell",
        "whom ",
    ),
    **signals_slavic.STEMS,
}


_STEMS_LOW: Final = {language: sorted({s.lower() for s in stems}) for language, stems in _STEMS.items()}


@dataclass(frozen=True, slots=True)
class Signal:
    """One phrase that shields: where, whether an alias follows it, whether it is a mere reason, and whether
    it says that a name which is printed is not the real one."""

    start: int
    stop: int
    introduces: bool = False
    reason: bool = False
    changes: bool = False


def signals_of(page: Page) -> tuple[Signal, ...]:
    """Every signal of a page, by sentence; of two that overlap both stay."""
    return _signals(page.body, tuple(page.sentences), tuple(page.languages))


# Names and speakers of one page are asked for one after the other.
@lru_cache(maxsize=1)
def _signals(body: str, sentences: tuple[Span, ...], languages: tuple[str, ...]) -> tuple[Signal, ...]:
    found: list[Signal] = []
    for i in _worth_reading(body, sentences, languages):
        language, sentence = languages[i], sentences[i]
        stop = min(sentence.stop, sentence.start + _LONGEST)
        for pattern, introduces, reason in (
            (lexicon(language).anonymity, False, False),
            (CHANGED[language], False, False),
            (INTRODUCES[language], True, False),
            (REASON[language], False, True),
        ):
            for match in pattern.finditer(body, sentence.start, stop):
                if introduces and signals_slavic.is_call_sign(body, match, language):
                    continue
                changes = introduces or (not reason and _NOT_REAL.search(match.group()) is not None)
                found.append(Signal(*match.span(), introduces, reason, changes))
    return tuple(found)


_LONGEST: Final = 4_000
_NOT_REAL: Final = re.compile(
    r"chang|alter|replac|\breal\b|\btrue\b|actual|pseudonym|alias|assumed|invented|fictitious|false|different|another\sname"
    r"|измен|замен|смен|помен|меня|вымышл|псевдоним|настоящ|подлинн|друг(?:ое|ая|ие)|чуж|иначе|придум|условн"
    r"|змін|замін|помін|вигадан|справжн|інш|інакше|умовн", re.I
)  # fmt: skip


def _worth_reading(body: str, sentences: tuple[Span, ...], languages: tuple[str, ...]) -> list[int]:
    """Sentences that hold a stem, in whatever case."""
    low = body.lower()
    if len(low) != len(body):  # some capitals have small forms of two characters: places would shift
        low = body
    hits: set[int] = set()
    for language in set(languages):
        for stem in _STEMS_LOW[language]:
            at = low.find(stem)
            while at >= 0:
                i = max(0, bisect.bisect_right(sentences, at, key=lambda s: s.start) - 1)
                hits.add(i)
                at = low.find(stem, max(at + len(stem), sentences[i].stop - len(stem)))
    return sorted(hits)


def sentence_of(page: Page, signal: Signal) -> Span:
    """The sentence that holds a signal."""
    return page.sentences[page.sentence_at(signal.start)]


__all__ = ["CHANGED", "INTRODUCES", "REASON", "Signal", "sentence_of", "signals_of"]
