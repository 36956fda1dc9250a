"""English reported clauses: "X said that …", "CONTENT, X says", "X vowed to …"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.extents_en import addressee, after_adverbials, begins_frame, cut, to_whom
from muster.read.frames import SPOKEN, Frame, Region, clean, content, quotations_from
from muster.read.phrases_after_en import speaker_after
from muster.read.phrases_en import FINITE, MEANWHILE, PARTICIPLES, PRONOUN, NounPhrase, subject_before
from muster.read.sure_en import several, sure, words_of_head
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
# A question keeps its word: "asked whether the road was open".
_ASKED_LEAD: Final = re.compile(r"(?:When\s)?(?:asked|pressed|questioned)\b", re.I)
_ASKED: Final = re.compile(r"\s*,?\s*(?=(?:how|why|whether|what|who|when|where|if|which)\s)", re.I)
_CLAUSE_OF_TIME: Final = re.compile(r"\s*,?\s(?:when|where|if|who|which)\s")
# "Replied to a list of questions with a single line: she had signed it".
_FAR_COLON: Final = re.compile(r"[^.;:!?\x00\n–—]{4,90}?:\s+(?=[^\s\x00\"“«‘'])")
_FAR_THAT: Final = re.compile(
    r"[^.;:!?\x00\n–—]{0,90}?\bthat\s"
    r"(?!(?:same|very)\s|(?:night|evening|morning|afternoon|day|week|month|year|time|summer|winter|spring|autumn|war)\b)"
)
# "In an indictment unsealed Monday": the participle belongs to the paper.
_DATED: Final = re.compile(
    r"(?:\A|(?<=[a-z]))\s(?:[a-z]{3,}ed|made|given|sent|written|seen|responding|replying)(?=\s(?:by|in|on|at|to|with|from|for|last|this|late|early|after|before|during"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|here|earlier|[A-Z][a-z]+)\b)"
)
# "Disputed that account", "for the log of that night": a thing, and no clause.
_THAT_THING: Final = re.compile(
    r"(?!(?:the|an?|his|her|their|its|our|my|he|she|they|it|we|I|you|there|no|all|some|many|most|these|those|nobody|nothing)\b)"
    r"(?:(?:[a-z-]+\s){0,2}[a-z-]+|(?:on|in|at|to|of|for|from)\s[^.,;:!?\x00\n]{2,40})\s*(?:[.;:!?]|\Z|,\s(?:and|but|saying|insisting|arguing|adding|calling)\b)"
)
# "Wrote to us, by a route we do not describe, that …".
_ASIDE_THEN_THAT: Final = re.compile(
    r"(?:\sto\s[\w\s’'-]{1,40}?)?,\s[^,.;:!?\x00\n]{3,80},\sthat\s(?!(?:is|was|would|will|has|had)\b)"
)
_NO_CONTENT: Final = re.compile(
    r"\s*(?:[,.;:?!)]|\Z|(?:in|on|at(?!\s(?:least|most)\b)|for|by|with|from|as(?!\s(?:many|much|few|little)\sas\b)|after|before|during"
    r"|over(?=\s(?:\S+\s){1,2}(?:hour|minute|day|week|month|year)s?\b)|(?:about|over)(?!\s(?:\d|an?\s(?:dozen|hundred|thousand|score)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half)\b))"
    r"|and|or|but|when|while|of|through|than|out|so|too|again"
    r"|against|into|upon|toward|towards)\b|[-–—])"
)
# "…, the Westmark Standard reports": with an article and a name it is a paper or a body.
_CALLED: Final = re.compile(r"the(?:\s[A-Z][\w’'-]+){1,5}")
_CIRCUMSTANCE: Final = re.compile(
    r",?\s(?:in|on|at|for|by|with|from|after|before|during|over|to|as|when|without|through|via|outside|inside|under|near|late|early"
    r"|following|upon|ahead\sof|amid)\s"
)
# Verbs that are followed by a clause without "that", by an infinitive, by a noun, by a gerund.
_LOOSE: Final = listed("say write think tell deny hear find")
_TO_VERBS: Final = listed(
    """promised promises promise promising vowed vows vowing pledged pledges pledging agreed agrees threatened
    threatens threatening threaten offered offers claimed claims claiming volunteered swore swear swears told
    tells telling advised advises instructed instructs"""
)
_OF_VERBS: Final = re.compile(r"\s(?:of|against|about)\s(?=\S)")
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
    caution cautions cautioned warn learned"""
)
_FINDINGS: Final = listed("knew knows know feels felt feel consider considers considered")
_RECKONED: Final = listed(
    "estimates estimate estimated estimating calculated calculates recommends recommended"
)
_WITH_A_CLAUSE: Final = listed(
    """adding saying noting explaining continuing stating arguing joking replying suggesting read reads
    accepted accepts accepting radioed radios texted messaged emailed
    cabled answered answers maintain maintains maintained conceded concedes conceding responded
    responds objected objects countered counters"""
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
_TO: Final = re.compile(r"\s(?:not\s)?to\s")
_CLAUSE: Final = re.compile(
    r"\s*(?:(?:he|she|they|it|we|I|you|there|this|these|those)\b|an?\s[a-z]+ed\s(?:(?!that\b)[\w'’-]+\s){1,9}?(?:is|was|are|were|has|have|had|will|would)\b"
    r"|(?:the|an?(?!\s[a-z]+ed\b)|his|her|their|its|most|some|many"
    r"|all|no|any|more|such|nobody|nothing|several|both|\d[\d,.]*|[A-Z][\w’'-]+|(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|[a-z]+teen|[a-z]+ty|[a-z]{3,}s|people|men|women|children)(?!\s[a-z]+ed\b))\s(?:[\w'’-]+\s){0,10}?"
    r"(?:is|was|are|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do|[a-z]{3,}ed"
    r"|refused|remain|need|want)\b|(?:the|a|an|his|her|their|its|[A-Z][\w’'-]+)\s(?:[\w'’-]+\s){0,6}?\x00)"
)
_NOTHING: Final = re.compile(
    r"\s(?:nothing|little|no|much|more|less|so|(?:hello|goodbye)(?:\sto\s[\w\s]{1,40}?)?|enough|anything)"
    r"\s*[.,;]?\s*\Z"
)
_ASIDE_VERBS: Final = listed("say write think find")
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
    told = addressee(region, cue.stop, sentence.stop) if verb in ("tell", "ask") else None
    if verb == "say":
        told = to_whom(region, cue.stop, sentence.stop)
    at = after_adverbials(region, told.stop if told else cue.stop, sentence.stop)
    rest = region.text(at, sentence.stop)
    doubtful = form in region.words.doubtful and not _PERFECT.search(region.text(sentence.start, cue.start))
    block = next_block(region, sentence, rest)
    if block is not None and who is not None:
        return report(region, [block], verb, cue, who, told, 0.8)
    led = region.text(told.stop if told else cue.stop, at).strip() != "" and _DATED.match(rest) is not None
    begin = _complement(rest, verb, doubtful, led)
    if begin is not None:
        if (who is None and not form.endswith("ing")) or not _agrees(region, who, form):
            return None
        if form == "responding" and re.search(r"\w\s\Z", region.text(sentence.start, cue.start)):
            return None  # "In a letter responding to the findings that …"
        if form in _REPLYING and _SILENT.search(region.text(sentence.start, cue.start)):
            return None
        return report(region, [cut(region, at + begin, sentence.stop)], verb, cue, who, told, 0.85)
    if form in _REPLYING and _SILENT.search(region.text(sentence.start, cue.start)):
        return None
    fronted = _fronted(region, cue, verb, sentence, who, rest)
    if fronted:
        return fronted
    aside = _aside(region, cue, verb, sentence, who, told, at, rest)
    if aside:
        return aside
    if who is None or not _agrees(region, who, form):
        return None
    if verb == "ask" and told and _TO.match(rest):
        return report(region, [cut(region, at, sentence.stop)], verb, cue, who, told, 0.65)
    asked_for = _ASKS_FOR.match(rest) if verb == "ask" and form in _ASKED_FOR else None
    if asked_for and sure(region, who.core):
        span = _without_deeds(region, cut(region, at + asked_for.end(), sentence.stop))
        return (
            report(region, [span], verb, cue, who, told, 0.6) if span.stop - span.start >= _SHORTEST else None
        )
    asked = _ASKED_LEAD.match(region.text(sentence.start, cue.start).lstrip(' "“'))
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
    if asked and not (doubtful and verb != "ask") and verb not in ("intend", "judge"):
        return asked.end()
    if doubtful or verb not in ("say", "write", "tell"):
        return None
    if beside := _ASIDE_THEN_THAT.match(rest):
        return beside.end()
    listed_ = _FAR_COLON.match(rest) if _CIRCUMSTANCE.match(rest) else None
    if listed_ and not FINITE.search(_ADJECTIVE.sub(" ", listed_.group())):
        return listed_.end()
    far = _FAR_THAT.match(rest)
    between = _DATED.sub(" ", rest[: far.end() - 5]) if far else ""
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


def _aside(
    region: Region, cue: Span, verb: str, sentence: Span, who: NounPhrase | None, told: Span | None, at: int,
    rest: str,
) -> Frame | None:  # fmt: skip
    """ "CONTENT, X says" and "CONTENT, says X": the frame comes after its words."""
    body = region.page.body
    form = region.page.words(cue).lower()
    ends = _NO_CONTENT.match(rest) is not None or (form not in _TO_VERBS and _TO.match(rest) is not None)
    comma = body[: who.whole.start].rstrip()[-1:] if who and who.whole.start > sentence.start else ""
    doubtful = form in region.words.doubtful
    called = comma and who is not None and _CALLED.fullmatch(region.page.words(who.core))
    if doubtful and not (who and (called or sure(region, who.core))):
        return None
    if _ASKED_LEAD.match(region.text(sentence.start, cue.start).lstrip(' "“')):
        return None  # "Asked whether …, the ministry replied …": what it was asked
    if ends and who and comma in (",", "–", "-", "—"):
        comma_after = rest.lstrip().startswith(",") and not begins_frame(rest)
        split = comma_after and (FINITE.search(rest) is not None or rest.count(" ") >= _GOES_ON)
        if split or _said_before(region, sentence, who.whole.start):
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
        and not FINITE.search(_ASIDES.sub("", left))
    ):
        return None  # "Local media, citing a witness, reported a fire": the fire is what they report
    if PRONOUN.match(region.page.words(after.core)) and not _VERB_ALONE.match(
        region.text(after.core.stop, sentence.stop)
    ):
        return None  # "… expects it to succeed"
    clause = left.count(" ") > _GOES_ON or FINITE.search(_ASIDES.sub("", left)) is not None
    clause = clause and _AGED.search(left) is None
    if ends or known or _ends_there(region, after, sentence, told_of=clause):
        tail = region.text(after.whole.stop, sentence.stop)
        return parenthetical(region, cue, verb, after, sentence, after.whole.stop, tail, inverted=True)
    return None


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
    told = FINITE.search(_ADJECTIVE.sub(" ", bare)) is not None or _PRESENT.search(bare) is not None
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
# "A captured sapper" holds no verb.
_ADJECTIVE: Final = re.compile(
    r"\b(?:an?|the|his|her|their|its|of|two|three|several|some)\s[a-z]+ed\s(?=[a-z])"
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


def _bare(
    region: Region, cue: Span, verb: str, form: str, doubtful: bool, sentence: Span, who: NounPhrase,
    told: Span | None, at: int, rest: str,
) -> Frame | None:  # fmt: skip
    """A clause without "that", an infinitive, a gerund or what was denied."""
    if _TO.match(rest):
        if form in _CONSENTS and _TO_SPEAK.match(rest):
            return None
        if verb == "think" and form not in _FINDINGS:
            verb = "intend"
        elif form not in _TO_VERBS or (form.startswith("threat") and not _threatens(region, who)):
            return None
    elif (verb == "hear" or form in _OF_FORMS) and (of := _OF_VERBS.match(rest)):
        at += of.end()
    elif (
        _NO_CONTENT.match(rest)
        or _NOTHING.match(rest)
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


_NEXT_DEED: Final = re.compile(
    r",?\s(?:but|and|yet)\s(?:(?:also|then|later|still|never|even)\s)?(?:has|have|had|did|does|is|was|were|will|would|can|could)\b"
    r"|,?\s(?:but|yet)\s(?:[a-z]+ed|gave|left|went|came|told|said)\b|;\s"
)


def _without_deeds(region: Region, span: Span) -> Span:
    """ "Disputes the method but has not published a count": a thing ends before his next deed."""
    text = region.text(*span)
    found = _NEXT_DEED.search(text)
    if (
        found is None
        or FINITE.search(_ADJECTIVE.sub(" ", text[: found.start()]))
        or SPOKEN in text[: found.start()]
    ):
        return span
    return clean(region.page.body, span.start, span.start + found.start())


def _plain_clause(
    region: Region, verb: str, form: str, doubtful: bool, who: NounPhrase, told: Span | None, rest: str
) -> bool:
    """Whether what follows a verb without "that" is what was said."""
    clause = _CLAUSE.match(rest) is not None or (told is not None and FINITE.search(rest[:100]) is not None)
    now = form in _AND_SAYING and _PRESENT_CLAUSE.match(rest) is not None
    clause = clause or now or (told is not None and _TOLD_PRESENT.match(rest) is not None)
    loose = clause and (form.endswith("ing") or _group(region, who, form))
    if doubtful and not (loose or sure(region, who.core)):
        return False
    if (verb in ("find", "hear", "tell") or form in _FINDINGS) and _POINTER.match(rest):
        return False
    if form in ("read", "reads") and _READ_OUT.match(rest):
        return False
    if form.startswith(("remember", "recall", "recount")) and _SO_REMEMBERED.match(rest):
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


def _threatens(region: Region, who: NounPhrase) -> bool:
    """Not "the fire threatened to spread", nor "it"."""
    return sure(region, who.core) and region.page.words(who.core).lower() != "it"


def _group(region: Region, who: NounPhrase, form: str) -> bool:
    """Whether a noun in the plural goes with a form that has no ending: "Republicans hope …"."""
    last = words_of_head(region.page.words(who.core))[-1]
    return not form.endswith(("s", "ed")) and form not in _PASTS and last.endswith("s")


def _agrees(region: Region, who: NounPhrase | None, form: str) -> bool:
    """Whether a form that may be a noun can be this subject's verb: "studies show", not "the light show"."""
    if who is not None and form in region.words.doubtful and form.endswith("s"):
        # "Residents of the different states vote": a noun where a verb would have no ending.
        return not several(region, who.core)
    if (
        who is None
        or form not in region.words.doubtful
        or form.endswith(("s", "ed", "ing"))
        or form in _PASTS
    ):
        return True
    words = region.page.words(who.core)
    if _ONE_THING.match(words):
        return False  # "A watchdog report released on Monday faulted …"
    return sure(region, who.core) or any(w.endswith(("s", "people")) for w in words.split())


_ONE_THING: Final = re.compile(
    r"(?:an?|this|that|each|every|another)\s(?!(?:number|group|couple|handful|pair|majority|minority|lot|few|dozen|score|third|quarter|half"
    r"|small|large|growing|vast|great|significant|wide|range|host|series|team|string|crowd)\b)",
    re.I,
)


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
    rf"[^\x00.;!?]{{0,80}}?{_AUX_OR_PAST}\s[^\x00.;!?]{{0,160}}?(?:[\w’'-]\s|:\s)\x00+[\s.,;]*\Z"
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
    if relative := _RELATIVE_OPENS.search(lead, begin - sentence.start):
        begin = sentence.start + relative.start(1)
    first = clean(body, begin, frame_start)
    parts = [first] if first.stop - first.start >= 3 else []
    tail = re.match(r"\s*(?:,|[-–—]\s)\s*(?=\S)", rest)
    apposed = re.match(r"\s*,\s(?:the|a|an|who|whose|which|head|director|chief|[A-Z])\b", rest)
    within = SPOKEN not in rest or _QUOTES_WITHIN.match(rest) is not None
    if tail and not (apposed and inverted) and not begins_frame(rest) and within:
        second = clean(body, at + tail.end(), sentence.stop)
        if second.stop - second.start >= _SHORTEST:
            parts.append(second)
    return report(region, parts, verb, cue, who, told, 0.85) if parts else None


__all__ = ["indirect", "next_block", "parenthetical", "report"]
