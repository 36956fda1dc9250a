"""English reported clauses: "X said that …", "CONTENT, X says", "X vowed to …"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.asides import ASKED_LEAD, NO_CONTENT, TO, TO_VERBS, aside, report
from muster.read.english.cues import is_state, is_will
from muster.read.english.extents import addressee, after_adverbials, cut, to_whom
from muster.read.english.finite import FINITE
from muster.read.english.grammar import ADJECTIVE, RELATIVE, NounPhrase
from muster.read.english.sure import several, sure, words_of_head
from muster.read.frames import SPOKEN, Frame, Region, clean, content, quotations_from
from muster.text.listed import listed
from muster.text.spans import Span

_THAT: Final = re.compile(
    r"\s*(?:,\s(?:however|though|too|meanwhile|for\sexample|for\sinstance|instead|in\sfact|moreover|finally|again"
    r"|of\scourse|nonetheless|nevertheless),|only\s|simply\s)?,?\s*that(?:,(?!\s(?:[a-z]+ing|but|and|though|which|who|too)\b)|\s(?!(?:is|was|would|will|has|had)\b))",
    re.I,
)
# Whoever agreed to be interviewed has said nothing by it.
_CONSENTS: Final = ("agreed", "agrees", "agree", "consented", "offered", "volunteered")
_TO_SPEAK: Final = re.compile(
    r"\sto\s(?:be\s(?:named|quoted|identified|interviewed|photographed|filmed|recorded)|talk|speak|meet|answer)\b"
)
_COLON: Final = re.compile(r"\s*:\s+(?=[^\s\x00\"“«‘'])")
_ASKED: Final = re.compile(r"\s*,?\s*(?=(?:how|why|whether|what|who|when|where|if|which)\s)", re.I)
_CLAUSE_OF_TIME: Final = re.compile(r"\s*,?\s(?:when|where|if|who|which)\s")
# "Replied to a list of questions with a single line: she had signed it".
_FAR_COLON: Final = re.compile(r"[^.;:!?\x00\n–—]{4,90}?:\s+(?=[^\s\x00\"“«‘'])")
_FAR_THAT: Final = re.compile(
    r"[^.;:!?\x00\n–—]{0,90}?\bthat\s"
    r"(?!(?:same|very|would|will|could|is|was|has|had|can|may|might)\s|(?:night|evening|morning|afternoon|day|week|month|year|time|summer|winter|spring|autumn|war)\b)"
)
# "In an indictment unsealed Monday": the participle belongs to the paper.
_DATED: Final = re.compile(
    r"(?:\A|(?<=[a-z]))\s(?:[a-z]{3,}ed|made|given|sent|written|seen|responding|replying)(?=\s(?:by|in|on|at|to|with|from|for|last|this|late|early|after|before|during"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|here|earlier|[A-Z][a-z]+)\b)"
)
# "Disputed that account", "for the log of that night": a thing, and no clause.
_THAT_THING: Final = re.compile(
    r"(?!(?:the|an?|his|her|their|its|our|my|he|she|they|it|we|I|you|there|no|all|some|many|most|these|those|nobody|nothing)\b)"
    r"(?:(?:[a-z-]+\s){0,2}[a-z-]+|(?:on|in|at|to|of|for|from)\s[^.,;:!?\x00\n]{2,40})(?:\s(?:through|in|by|at|on|with)\s(?:(?:his|her|its|their|an?|the)\s)?[\w’'-]+(?:\s[\w’'-]+)?)?\s*(?:[.;:!?]|\Z|,\s(?:and|but|saying|insisting|arguing|adding|calling)\b)"
)
# "Wrote to us, by a route we do not describe, that …".
_ASIDE_THEN_THAT: Final = re.compile(
    r"(?:\sto\s[\w\s’'-]{1,40}?)?,\s[^,.;:!?\x00\n]{3,80},\sthat\s(?!(?:is|was|would|will|has|had)\b)"
)
_CIRCUMSTANCE: Final = re.compile(
    r",?\s(?:in|on|at|for|by|with|from|after|before|during|over|to|as|when|without|through|via|outside|inside|under|near|late|early"
    r"|following|upon|ahead\sof|amid)\s"
)
# Verbs that are followed by a clause without "that", by an infinitive, by a noun, by a gerund.
_LOOSE: Final = listed("say write think tell deny hear find")
_OF_VERBS: Final = re.compile(r"\s(?:of|against|about)\s(?=\S)")
# "Is worried about the cold", "are not aware of any such case": what is feared or known of.
_IN_MIND: Final = listed(
    """worried concerned fearful afraid alarmed aware unaware sure certain unsure uncertain convinced
    confident sceptical skeptical doubtful hopeful optimistic pessimistic"""
)
_OF_STATES: Final = re.compile(r"\s(?:of|about|over)\s(?=\S)")
# "Knows of no soldier who …", "do not know of a single acquittal".
_KNOWS_OF: Final = re.compile(
    r"\sof\s(?=(?:no|any|an?\ssingle|only|at\sleast|several|many|other|one|two|three|\d)\b)"
)
_OBJECTS_TO: Final = re.compile(
    r"\sto\s(?=(?:the|an?|his|her|their|its|what|any|that|this|such|[a-z]{3,}ing)\b)"
)
_FEARS_FOR: Final = re.compile(r"\s(?=for\s(?:his|her|their|its|the|our)\s)")
# "Asked for water" is no word of his; "asked for an inquiry" is.
_ASKS_FOR: Final = re.compile(
    r"\s(?:(?:him|her|them|us|me|repeatedly|again)\s)?for\s(?=(?:[\w-]+\s){0,4}?(?:inquir(?:y|ies)|investigations?|leave|transfer|permission|access"
    r"|protection|release|cease-?fire|truce|apology|explanations?|answers|compensation|evacuation|adjournment|postponement|inspection|review"
    r"|retrial|hearing|pardon|clemency|asylum|discharge|passage|reinforcements|talks|resignation|dismissal|removal|guarantees|proof|end|halt"
    r"|extension|exemption|reply|correction|retraction|amnesty|sanctions)\b)"
)
_OF_FORMS: Final = listed(
    """warned warns warning warn complained complains complaining complain boasted boasts boast hinted hints
    caution cautions cautioned warn learned worries worried dreams dreamed"""
)
_FINDINGS: Final = listed("knew knows know feels felt feel consider considers considered")
_RECKONED: Final = listed(
    "estimates estimate estimated estimating calculated calculates recommends recommended"
)
_WITH_A_CLAUSE: Final = listed(
    """adding saying noting explaining continuing stating arguing joking replying suggesting read reads
    accepted accepts accepting radioed radios texted messaged emailed
    cabled answered answers maintain maintains maintained conceded concedes conceding responded
    responds objected objects countered counters promising maintaining predicting recalling implying"""
)
# ", saying the plan needs …": the word before is no noun of its own.
_AND_SAYING: Final = listed("saying adding stating arguing insisting claiming explaining noting stressing")
_PASTS: Final = listed("found felt thought knew heard learnt read")
_SAYING: Final = listed("said say says saying")
_ASKED_FOR: Final = ("asked", "asks", "ask")
_REPLYING: Final = listed("respond reply answer comment elaborate object counter")
_SILENT: Final = re.compile(r"(?:\bnot|n['’]t|never|declined\sto|refused\sto)\s(?:\w+ly\s)?\Z")
# "Has denied": behind "has" a form is no adjective and no noun.
_PERFECT: Final = re.compile(
    r"\b(?:has|have|had|['’]ve)\s(?:(?:[a-z]+ly|long|also|always|since|already|even|often)\s)*\Z"
)
# "Knew this from the start": the pronoun is all that was known.
_POINTER: Final = re.compile(
    r"\s(?:this|that|these|those|it)\s(?!(?:is|was|will|would|has|had|could|can|were|are|may|might|should|must|does|did"
    r"|[a-z]+ly)\b)"
)
# "The study found no difference": what an inquiry finds, not "the boy found no shoes".
_FOUND: Final = ("found", "finds")
_FOUND_NO: Final = re.compile(
    r"\s(?:no\s(?!one\b|way\b|time\b)|little\s|scant\s"
    r"|(?:evidence|signs|indications|traces|flaws|errors|gaps|differences)\s(?:of|that|in|between)\s)"
)
_FINDERS: Final = listed(
    """study report survey poll inquiry review investigation audit analysis panel commission committee
    researchers investigators inspectors experts court judge jury inquest scientists auditors inspection
    probe watchdog"""
)
_SHOWS: Final = _FINDERS | listed(
    """data figures records documents numbers statistics filings polls surveys studies reports files minutes
    polling emails"""
)
_SHOWN: Final = re.compile(
    r"\s(?:[A-Z][\w.’'-]+\s|(?:the|an?|his|her|its|their|most|some|both|many|more|\d[\d,.]*)\s)(?:[\w.,’'%-]+\s){0,6}?"
    r"(?:[a-z]{3,}ing|ahead|behind|tied|up|down|even|neck)\s"
)
# "You always say that", "say your name": words, but none reported.
_TOO_LITTLE: Final = re.compile(r"\s[^\s\x00]+(?:\s[^\s\x00]+){0,2}\s*(?:[.,;!?]|\Z)")
# "Remembers it otherwise", "recalled that well": no words of his.
_SO_REMEMBERED: Final = re.compile(
    r"\s(?:it|this|that|him|her|them|things)(?:\s(?:all|very|quite|rather))?(?:\s(?:otherwise|differently|well|clearly|vividly|fondly|so))?\s*"
    r"(?:[.,:;!?]|\Z)"
)
_INFINITIVE: Final = re.compile(r"\s(?:not\s)?to\s[a-z]+\s")
_TO_SOMEBODY: Final = re.compile(
    r"\sto\s(?:the|an?|his|her|its|their|our|my|him|them|me|us|this|that|those|all|both|one|two|three|several|some|many|any|[a-z]{3,}(?<!s)s|people|police|friends)\b"
)
# "Read it to her": what was read stands elsewhere.
_READ_OUT: Final = re.compile(
    r"\s(?:it|this|that|them|her|him)\s(?:to|out|aloud|over|again|through|twice|and|in|on|with)\b"
)
_CLAUSE: Final = re.compile(
    r"\s*(?:(?:he|she|they|it|we|I|you|there|this|these|those)\b|an?\s[a-z]+ed\s(?:(?!that\b)[\w'’-]+\s){1,9}?(?:is|was|are|were|has|have|had|will|would)\b"
    r"|(?:the|an?(?!\s[a-z]+ed\b)|his|her|their|its|most|some|many"
    r"|all|no|any|more|such|nobody|nothing|several|both|\d[\d,.]*|[A-Z][\w’'-]+|(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|[a-z]+teen|[a-z]+ty|[a-z]{3,}s|people|men|women|children)(?!\s[a-z]+ed\b))\s(?:[\w'’-]+\s){0,10}?"
    r"(?:is|was|are|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do|[a-z]{3,}ed"
    r"|refused|remain|need|want)\b|(?:the|a|an|his|her|their|its|[A-Z][\w’'-]+)\s(?:[\w'’-]+\s){0,6}?\x00)"
)
# "The house says a lot about him", "said goodbye at the gate", "call it a day": no words of anybody.
_NO_WORDS: Final = re.compile(
    r"\s(?:(?:a\slot|a\sgreat\sdeal|much|little|something|everything|volumes|more)\s(?:about|of)\b"
    r"|(?:goodbye|hello|farewell|grace|good\s(?:night|morning|evening)|hi|thank\syou|thanks|(?:a|his|her|their)\sprayers?)\b(?!\s(?:was|were|is|are)\b))"
)
_NOTHING: Final = re.compile(
    r"\s(?:nothing|little|no|much|more|less|so|(?:hello|goodbye)(?:\sto\s[\w\s]{1,40}?)?|enough|anything)"
    r"\s*[.,;]?\s*\Z"
)
# "Nobody could promise that": nobody has said anything.
_NOBODY: Final = ("nobody", "no one", "no-one", "none", "neither", "nothing")
_POINTERS: Final = ("that", "this", "it", "so", "anything", "a word")
# "Told us the list exists", "saying its troops target only …": a verb in the present that is no noun.
_PRESENT_CLAUSE: Final = re.compile(
    r"\s(?:the|an?|this|that|his|her|its|their|our|my|no|most|some|many|all|[A-Z][\w’'-]+|[a-z]{3,}s|people|nobody|everybody)\s"
    r"(?:[\w’'-]+\s){0,4}?(?:also\s|still\s|only\s|now\s|always\s|never\s|no\slonger\s|[a-z]+ly\s)?"
    r"(?:exists?|remains?|deserves?|wants?|needs?|seems?|knows?|believes?|thinks?|means|includes?|contains?|depends?|belongs?|begins?"
    r"|keeps?|takes?|goes|go|comes?|makes?|gives?|gets?|becomes?|brings?|carr(?:y|ies)|considers?|continues?|deals?|depicts?|differs?"
    r"|expects?|fails?|faces|follows?|happens?|holds|intends?|involves?|lacks?|lies|lives?|loses?|makes|operates?|opens|closes|pays|poses"
    r"|provides?|refuses?|represents?|requires?|respects?|runs|sees|serves?|shows?|sits?|stands|supports?|targets?|tells?|threatens?|tr(?:y|ies)"
    r"|understands?|uses|violates?|welcomes?|works)\b(?!\s*[.,;:]?\s*\Z|\s(?:of|for)\b)"
)
_TOLD_PRESENT: Final = re.compile(
    r"\s(?:the|an?|this|his|her|its|their|our|my|[A-Z][\w’'-]+)\s(?:[\w’'-]+\s){0,3}?(?:exists|remains|opens|closes|lies|works)\b"
)
# What somebody denies or doubts, where a pronoun stands for it.
_STANDS_TO: Final = ("it", "this", "that", "him", "her", "them")
_WE: Final = ("i", "we", "you", "one")
_DOUBTS: Final = ("doubt", "believ")
_SHORTEST: Final = 4


def indirect(
    region: Region, cue: Span, verb: str, form: str, sentence: Span, who: NounPhrase | None
) -> Frame | None:
    """What a verb of saying or thinking reports in the speaker's sentence. ``who``: its subject."""
    told = addressee(region, cue.stop, sentence.stop) if verb in ("tell", "ask") else None
    if verb == "say":
        told = to_whom(region, cue.stop, sentence.stop)
        given = _HIM.match(region.text(cue.stop, sentence.stop)) if form.startswith(_TOLD_OR_NOT) else None
        if given is not None:
            told = Span(cue.stop + given.start(1), cue.stop + given.end(1))
    at = after_adverbials(region, told.stop if told else cue.stop, sentence.stop)
    rest = region.text(at, sentence.stop)
    weak = form in region.words.with_that
    doubtful = form in region.words.doubtful or weak
    doubtful = doubtful and not _PERFECT.search(region.text(sentence.start, cue.start))
    block = next_block(region, sentence, rest)
    if block is not None and who is not None:
        return report(region, [block], verb, cue, who, told, 0.8)
    led = region.text(told.stop if told else cue.stop, at).strip() != "" and _DATED.match(rest) is not None
    begin = _complement(rest, verb, doubtful, led)
    if begin is not None:
        if form in _QUOTES_ONLY or (form == "maintaining" and not FINITE.search(rest)):
            return None
        if (who is None and not form.endswith("ing")) or not _agrees(region, who, form):
            return None
        if form == "responding" and re.search(r"\w\s\Z", region.text(sentence.start, cue.start)):
            return None  # "In a letter responding to the findings that …"
        if form in _REPLYING and _SILENT.search(region.text(sentence.start, cue.start)):
            return None
        return report(region, [cut(region, at + begin, sentence.stop)], verb, cue, who, told, 0.85)
    if form in _REPLYING and _SILENT.search(region.text(sentence.start, cue.start)):
        return None
    if weak:
        return None
    fronted = _fronted(region, cue, verb, sentence, who, rest)
    if fronted:
        return fronted
    beside = aside(region, cue, verb, sentence, who, told, at, rest)
    if beside:
        return beside
    if who is None or not _agrees(region, who, form):
        return None
    if verb == "ask" and told and TO.match(rest):
        return report(region, [cut(region, at, sentence.stop)], verb, cue, who, told, 0.65)
    asked_for = _ASKS_FOR.match(rest) if verb == "ask" and form in _ASKED_FOR else None
    if asked_for and sure(region, who.core):
        span = _without_deeds(region, cut(region, at + asked_for.end(), sentence.stop))
        return (
            report(region, [span], verb, cue, who, told, 0.6) if span.stop - span.start >= _SHORTEST else None
        )
    asked = ASKED_LEAD.match(region.text(sentence.start, cue.start).lstrip(' "“'))
    if (
        form in ("fears", "fear", "feared")
        and _FEARS_FOR.match(rest)
        and sure(region, who.core)
        and not asked
    ):
        return report(
            region, [_without_deeds(region, cut(region, at, sentence.stop))], verb, cue, who, told, 0.6
        )
    if verb not in _LOOSE:
        return None
    return _bare(region, cue, verb, form, doubtful, sentence, who, told, at, rest)


# "Promised her he would", "warned them it was late".
_HIM: Final = re.compile(r"\s(him|her|them|us|me)(?=\s(?:he|she|they|it|that|there|we|I|the)\s)")
_TOLD_OR_NOT: Final = ("promis", "warn", "pledg", "caution")
_THIS_FIRST: Final = re.compile(r"\W{0,4}(This|That)\s")


def _fronted(
    region: Region, cue: Span, verb: str, sentence: Span, who: NounPhrase | None, rest: str
) -> Frame | None:
    """ "This Mr. X did not dispute.": the pronoun for what was said stands first."""
    if who is None or verb != "deny" or not re.match(r"\s*(?:[.;,]|\Z)", rest):
        return None
    this = _THIS_FIRST.match(region.text(sentence.start, sentence.start + 12))
    if this is None or not sure(region, who.core):
        return None
    span, at = Span(sentence.start + this.start(1), sentence.start + this.end(1)), sentence.start + this.end()
    if who.core.start < at < who.core.stop:
        who = NounPhrase(Span(at, who.core.stop), Span(at, who.whole.stop))
    return report(region, [span], verb, cue, who, None, 0.7)


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


def _complement(rest: str, verb: str, doubtful: bool, led: bool) -> int | None:
    """Where the reported clause begins after "that" or a question word, if there is one. ``led``: what
    stands first belongs to a paper ("in a video | posted on Sunday that")."""
    that = _THAT.match(rest) or _COLON.match(rest)
    if that and that.group().endswith("that "):
        thing = _THAT_THING.match(rest, that.end())
        if thing and not FINITE.search(thing.group()):
            return None
    if that:
        return that.end()
    asked = _ASKED.match(rest)
    if asked and verb == "manner" and _CLAUSE_OF_TIME.match(rest):
        return None  # "Laughed when asked"
    whether = asked is not None and rest.startswith(" whether ")
    if asked and (whether or not (doubtful and verb != "ask")) and verb not in ("intend", "judge"):
        return asked.end()
    if doubtful or verb not in ("say", "write", "tell"):
        return None
    if beside := _ASIDE_THEN_THAT.match(rest):
        return beside.end()
    listed_ = _FAR_COLON.match(rest) if _CIRCUMSTANCE.match(rest) else None
    if listed_ and not FINITE.search(ADJECTIVE.sub(" ", listed_.group())):
        return listed_.end()
    far = _FAR_THAT.match(rest)
    between = _HE_CALLS.sub(" ", _DATED.sub(" ", rest[: far.end() - 5])) if far else ""
    if (
        far
        and _INFINITIVE.match(rest)
        and verb in ("say", "think", "intend")
        and not _TO_SOMEBODY.match(rest)
    ):
        return None  # "Threatened to sue papers that report otherwise"
    if far and (verb == "tell" or led or _CIRCUMSTANCE.match(rest)) and not FINITE.search(between):
        return far.end()
    return None


# "Tells somebody he calls Uncle that …": a clause about whom it is told.
_HE_CALLS: Final = re.compile(r"(?<=\w)\s(?:he|she|they|we|I)\s\w+")


def _bare(
    region: Region, cue: Span, verb: str, form: str, doubtful: bool, sentence: Span, who: NounPhrase,
    told: Span | None, at: int, rest: str,
) -> Frame | None:  # fmt: skip
    """A clause without "that", an infinitive, a gerund or what was denied."""
    to = _OBJECTS_TO.match(rest) if form.startswith("object") else None
    if to is not None:
        at += to.end()
    elif TO.match(rest):
        if (form in _CONSENTS and _TO_SPEAK.match(rest)) or (
            is_state(region, form) and not _wills(region, form, who)
        ):
            return None
        if form.startswith("presum"):
            return None  # "Birds presumed to be extinct"
        if verb == "think" and form not in _FINDINGS:
            verb = "intend"
        elif form not in TO_VERBS or (form.startswith("threat") and not _threatens(region, who)):
            return None
    elif region.page.words(who.core).lower() not in _WE and (
        of := _of_what(verb, form, rest, region.text(cue.start - 4, cue.start))
    ):
        at += of.end()
    elif (
        NO_CONTENT.match(rest)
        or _NOTHING.match(rest)
        or (form in _SAYING and _NO_WORDS.match(rest))
        or not _plain_clause(region, verb, form, doubtful, who, told, rest)
    ):
        return None
    span = _without_deeds(region, cut(region, at, sentence.stop))
    if region.page.words(who.core).lower() in _NOBODY and region.page.words(span).lower() in _POINTERS:
        return None
    said = region.page.words(span).lower()
    pointer = said in _STANDS_TO and (verb == "deny" or (form.startswith(_DOUBTS) and said != "that"))
    if pointer and (region.page.words(who.core).lower() in _WE or not sure(region, who.core)):
        return None
    if span.stop - span.start < _SHORTEST and not pointer:
        return None
    return report(region, [span], verb, cue, who, told, 0.7)


def _of_what(verb: str, form: str, rest: str, before: str) -> re.Match[str] | None:
    """The preposition behind a verb or a state that has a thing for what is said, feared or known."""
    if verb == "hear" or form in _OF_FORMS:
        return _OF_VERBS.match(rest)
    if " " in form and form.rsplit(None, 1)[-1] in _IN_MIND:
        return (
            _OF_STATES.match(rest) if not before.endswith("who ") else None
        )  # "readers who are unaware of it"
    return _KNOWS_OF.match(rest) if form in _KNOWS else None


_KNOWS: Final = ("know", "knows", "knew")
_NEXT_DEED: Final = re.compile(
    r",?\s(?:but|and|yet)\s(?:(?:also|then|later|still|never|even)\s)?(?:has|have|had|did|does|is|was|were|will|would|can|could)\b"
    r"|,?\s(?:but|yet)\s(?:[a-z]+ed|gave|left|went|came|told|said)\b|,?\sand\s(?:left|went|came|walked|drove|rode|ran|fled|turned|sat|stood)\b|;\s"
)


def _without_deeds(region: Region, span: Span) -> Span:
    """ "Disputes the method but has not published a count": a thing ends before his next deed."""
    text = region.text(*span)
    found = _NEXT_DEED.search(text)
    if (
        found is None
        or FINITE.search(ADJECTIVE.sub(" ", text[: found.start()]))
        or SPOKEN in text[: found.start()]
    ):
        return span
    return clean(region.page.body, span.start, span.start + found.start())


def _plain_clause(
    region: Region, verb: str, form: str, doubtful: bool, who: NounPhrase, told: Span | None, rest: str
) -> bool:
    """Whether what follows a verb without "that" is what was said."""
    relative = RELATIVE.search(rest)  # "a note in which she calls him …": the verb is of the note
    main = rest[: relative.start()] if relative else rest
    clause = _CLAUSE.match(rest) is not None or (told is not None and FINITE.search(main[:100]) is not None)
    now = form in _AND_SAYING and _PRESENT_CLAUSE.match(rest) is not None
    if verb == "find" and words_of_head(region.page.words(who.core))[-1] in _SHOWS:
        # "The poll found her trailing by three", "data show burglaries rose".
        clause = (
            clause
            or _SHOWN.match(rest) is not None
            or FINITE.search(ADJECTIVE.sub(" ", main[:100])) is not None
        )
    clause = clause or now or (told is not None and _TOLD_PRESENT.match(rest) is not None)
    loose = clause and (form.endswith("ing") or _group(region, who, form))
    if doubtful and not (loose or sure(region, who.core)):
        return False
    if (verb in ("find", "hear", "tell") or form in _FINDINGS) and _POINTER.match(rest):
        return False
    if form in _FOUND and _FOUND_NO.match(rest):
        return words_of_head(region.page.words(who.core))[-1] in _FINDERS
    if form in ("read", "reads") and (_READ_OUT.match(rest) or _is_person(region, who)):
        return False  # "He had never read a bill": papers read
    if form.startswith(("remember", "recall", "recount")) and _SO_REMEMBERED.match(rest):
        return False
    if (verb in ("write", "hear", "tell", "find") and form not in _RECKONED) or form in _FINDINGS:
        return clause
    if form in _WITH_A_CLAUSE or is_state(region, form):
        return clause
    if form in _SAYING and _TOO_LITTLE.match(rest) and not FINITE.search(rest):
        return False
    # "The war claimed 300 lives": a noun alone is what somebody said only of somebody.
    somebody = sure(region, who.core) or region.page.words(who.core).split()[-1][:1].isupper()
    return clause or somebody or (verb != "think" and FINITE.search(main) is not None)


def _wills(region: Region, form: str, who: NounPhrase) -> bool:
    """ "Is determined to stay"; not "is pleased to see", and of somebody who can be told from others."""
    return is_will(region, form) and not region.page.words(who.core).lower().startswith(
        ("some", "any", "every")
    )


def _is_person(region: Region, who: NounPhrase) -> bool:
    words = region.page.words(who.core)
    named = region.named_in(*who.core)
    return words.lower() in _PERSONS or any(n.kind == "person" and n.stop >= who.core.stop - 1 for n in named)


_PERSONS: Final = ("he", "she", "they", "i", "we", "you", "who")


def _threatens(region: Region, who: NounPhrase) -> bool:
    """Not "the fire threatened to spread", nor "it"."""
    return sure(region, who.core) and region.page.words(who.core).lower() != "it"


def _group(region: Region, who: NounPhrase, form: str) -> bool:
    """Whether a noun in the plural goes with a form that has no ending: "Republicans hope …"."""
    last = words_of_head(region.page.words(who.core))[-1]
    return not form.endswith(("s", "ed")) and form not in _PASTS and last.endswith("s")


def _agrees(region: Region, who: NounPhrase | None, form: str) -> bool:
    """Whether a form that may be a noun can be this subject's verb: "studies show", not "the light show"."""
    doubtful = form in region.words.doubtful or form in region.words.with_that
    if who is not None and doubtful and form.endswith("s"):
        # "Residents of the different states vote": a noun where a verb would have no ending.
        return not several(region, who.core)
    if who is None or not doubtful or form.endswith(("s", "ed", "ing")) or form in _PASTS:
        return True
    words = region.page.words(who.core)
    if _ONE_THING.match(words):
        return False  # "A watchdog report released on Monday faulted …"
    return sure(region, who.core) or any(w.endswith(("s", "people")) for w in words.split())


# "Time went on": only what stands in marks is said by it.
_QUOTES_ONLY: Final = ("went on", "goes on")
_ONE_THING: Final = re.compile(
    r"(?:an?|this|that|each|every|another)\s(?!(?:number|group|couple|handful|pair|majority|minority|lot|few|dozen|score|third|quarter|half"
    r"|small|large|growing|vast|great|significant|wide|range|host|series|team|string|crowd)\b)",
    re.I,
)


__all__ = ["indirect", "next_block"]
