"""On what an English speaker's word rests, where he is nothing but a person: a relative, a witness, the one
who answers in an interview, somebody who speaks of his own deeds. Rules in the order of asking."""

from __future__ import annotations

import re
from typing import Final

from muster.read.voices import Voice
from muster.text.cues import Lexicon
from muster.text.listed import listed

FIRST: Final = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|me|myself|ourselves|mine)\b")
# "He saw", "they fled": of others.
_OTHERS: Final = re.compile(
    r"\b(?:he|she|they|his|him|her|hers|their|them|[Hh]e['’]s|[Ss]he['’]s|[Tt]hey['’](?:re|ve))\b", re.I
)
# What one has from another: "I was called from …", "he wrote to me", "my son told us".
_TOLD_ME: Final = re.compile(
    r"\b(?:I|we)\s(?:was|were|had\sbeen|have\sbeen|only\s\w+|got|received)\s(?:\w+ly\s)?(?:called|told|informed|notified"
    r"|phoned|rung|contacted|assured|a\s(?:call|letter|message|text|note))\b"
    r"|\b(?:told|called|phoned|rang|texted|wrote\sto|informed|messaged|warned|assured)\s(?:me|us|my\s\w+)\b"
    r"|\b(?:I|we)\s(?:know|have|had|heard|learned|learnt)\s(?:it\s|this\s|that\s)?(?:only\s)?from\s(?:him|her|them|my)\b",
    re.I,
)
_NOT_THERE: Final = re.compile(
    r"\b(?:I|we)\s(?:was|were)\s?(?:not|n['’]t|never)\s(?:there|present|at\sthe\sscene)|\bI\sdid\s?(?:not|n['’]t)\ssee\b",
    re.I,
)
# "He said five": all of it is what somebody else told.
_HIS_WORDS: Final = re.compile(
    r"\A[\W_]{0,3}(?:(?:Now|Then|So|And|But)\s)?(?:he|she|they|(?:my|our|her|his)\s\w+)\s(?:has\s|had\s|also\s)?(?:said|told|tells|say|says"
    r"|wrote|writes|called|phoned|texted)\b",
    re.I,
)
# Where somebody tells of his own memory or deed.
OWN_DEED: Final = listed(
    """recalled recalls recall recalling remembered remembers remember remembering admitted admits admit
    admitting confessed confesses confess pleaded pleads plead boasted boasts regretted regrets
    witnessed described describes"""
)
_AT_HOME: Final = re.compile(
    r"\b(?:the\shouse|the\sdoor|our\shome|the\sflat|the\sfuneral|the\skitchen)\b", re.I
)
# A sister of a ward is nobody's sister.
_NURSING: Final = listed("ward head nursing theatre charge convent")
# A body's own count: "our estimates", "we have recorded 40 cases".
OWN_COUNT: Final = re.compile(
    r"\b(?:our|their|its|his|her)\s(?:own\s)?(?:estimates?|data|count|tally|records|figures|research\w*|monitor\w*|database|survey|findings)\b"
    r"|\b(?:our|his|her|their|its)\s(?:team|group|organi[sz]ation|office|colleagues|staff|monitors)\s(?:estimates?|counted|documented"
    r"|recorded|verified|registered|identified)\b"
    r"|\b(?:we|I)\s(?:have\s|had\s|['’]ve\s)?(?:\w+ly\s)?(?:estimated?|counted|documented|recorded|verified|registered|interviewed"
    r"|identified|established|collected|logged|spoken\sto|examined|reviewed)\b",
    re.I,
)
COUNTING: Final = listed(
    """estimates estimate estimated estimating counted counts counting documented documents recorded records
    registered verified logged tallied identified puts"""
)
# Whoever treats people speaks of those who were brought to him.
_TREATS: Final = listed(
    """doctor doctors medic medics surgeon surgeons physician physicians hospital hospitals clinic clinics
    paramedics nurses"""
)
_TREATED: Final = re.compile(
    r"\b(?:patients?|wounded|injured|admitted|treated|treating|treatment|medical\shelp|casualties|brought\sin|hospitali[sz]ed|bodies)\b",
    re.I,
)
# Officers and guards, beside those whom the lexicon counts to a side.
OF_A_SIDE: Final = listed(
    "captain lieutenant major guards guardsmen gendarmes police officers troops interrogator interrogators"
)
PROSECUTES: Final = re.compile(
    r"\b(?:state|district|prosecuting|military|city|county|crown)\sattorney\b", re.I
)


# Soldiers, sailors and others who see what they tell of.
TRADES: Final = listed(
    """sapper gunner pilot tankman nurse sniper infantryman mechanic rifleman marine private corporal
    passenger crewman stoker cook teacher pupil patient shopper farmer miner dockworker fisherman
    survivor boy girl old-timer pensioner rescuer fireman firefighter"""
)
_PREPOSITION: Final = re.compile(r"\s(?:of|for|at|in|with|from|on|by|to|who|whose|close|near|inside)\s|,")
_LETTERS: Final = re.compile(r"[^\W\d_][\w'’-]*")
_OWNER: Final = re.compile(r".*(?:['’]s|s['’])\s", re.S)
_HEADS: Final = re.compile(
    r"\b(?:head|chief|director|deputy|spokes\w+|commander|member|representative|governor|mayor|officials?|officer)"
    r"\s(?:of|for|at|in)\s(?:the\s)?(?:[\w’'-]+\s){0,4}?(?:police|army|ministry|garrison|brigade|battalion|regiment"
    r"|division|military|navy|border|district|region|province|administration|government|security|intelligence"
    r"|staff|oblast|forces|guard|council)\b",
    re.I,
)
_TALKS: Final = re.compile(
    r"\b(?:talks?|text|met|meeting|agree\w*|deal|envoys?|delegations?|sides|table|drafts?|progress|movement"
    r"|document)\b",
    re.I,
)


# Orders of somebody in uniform, and who speaks to the press for a body.
_ORDER: Final = re.compile(r"(?:not\s)?to\s")
_IN_UNIFORM: Final = listed(
    "officer soldier guard sentry policeman sergeant corporal gunman commander warder jailer"
)
_PRESS: Final = re.compile(r"\b(?:press|duty|liaison)\sofficer\b", re.I)


def orders(role: set[str], cue: str, words: str, called: str) -> bool:
    """ "An officer told her not to hope", "press officer X said"."""
    told = cue.lower() in _TOLD_TO and _ORDER.match(words) is not None and bool(role & _IN_UNIFORM)
    return told or _PRESS.search(called) is not None


_TOLD_TO: Final = listed("told tells ordered orders instructed commanded forbade warned")


# "His deputy", "his counterpart, X": of those who have one.
DEPUTY: Final = re.compile(
    r"(?:his|her|their|its|the\s\w+['’]s)\s(?:\w+\s)?(?:deputy|counterpart|adjutant|chief\sof\sstaff)\b", re.I
)


def head_words(called: str) -> set[str]:
    """What somebody is, without whose he is and where: "X's lawyer", "soldiers of the 9th Brigade"."""
    head = _PREPOSITION.split(_OWNER.sub("", called), maxsplit=1)[0]
    found = {w.lower() for w in _LETTERS.findall(head)}
    return found | {w[:-1] for w in found if len(w) > 4 and w.endswith("s") and not w.endswith("ss")}


def own_words(voice: Voice, called: str) -> set[str]:
    """The words that say what the speaker is: of "Major X's counsel" only the counsel."""
    words = head_words(called) if called else set()
    owned = _OWNER.match(called or voice.speaker.role or "")
    return words | (head_words(voice.speaker.role or "") if owned else set(voice.words))


def heads_a_side(called: str) -> bool:
    """ "The head of the police, X"."""
    return _HEADS.search(called) is not None


def is_at_the_table(role: set[str], words: str) -> bool:
    """Mediators tell of talks as those who hold them."""
    return (
        bool(role & {"mediator", "mediators", "negotiator", "negotiators"})
        and _TALKS.search(words) is not None
    )


_SELF_HE: Final = re.compile(r"(?:that\s)?(?:he|his)\b", re.I)
_SELF_SHE: Final = re.compile(r"(?:that\s)?(?:she|her)\b", re.I)
_TO_HIM: Final = re.compile(
    r"\b(?:his|her)\s(?:own\s)?(?:desk|office|phone|eyes|wife|husband|house|home|knowledge|name)\b", re.I
)


def of_himself(words: str, voice: Voice, cue: str) -> bool:
    """Whether an officer tells of himself: "he had full trust in …", "no report had reached his desk"."""
    if cue.lower() in OWN_DEED or _TO_HIM.search(words):
        return True
    return speaks_of_self(words, voice.gender) and _NO_DEED.match(words) is None


# "He could not exclude", "he had known nothing", "he will ask": an office speaks, and tells nothing it did.
_NO_DEED: Final = re.compile(
    r"(?:that\s)?(?:he|she)(?:['’](?:ll|d)\s|\s(?:will|would|could|can|cannot|may|might|must|should|is|was\s(?:not\s)?(?:sure"
    r"|aware|unaware|confident|certain)|does|did\snot\sknow|knows?|knew|had\s(?:not\s)?known|had\sno)\b)",
    re.I,
)


def speaks_of_self(words: str, gender: str) -> bool:
    """Whether reported words begin with the pronoun of their speaker."""
    if gender in ("m", "f"):
        return (_SELF_HE if gender == "m" else _SELF_SHE).match(words) is not None
    return (_SELF_HE.match(words) or _SELF_SHE.match(words)) is not None


_LAW: Final = re.compile(
    r"\b(?:laws?|code|articles?\s\d|constitution|conventions?|legislation|statutes?|right(?:s)?\s(?:not\s)?to|by\sdefinition"
    r"|legally|lawful)\b",
    re.I,
)
_OF_A_CASE: Final = re.compile(
    r"\b(?:clients?|cases?|files?|my|his|her|us|hotline|approached|asked|turned|told|were|was"
    r"|been|arrest\w*|charged|threat\w*|prosecuted)\b",
    re.I,
)


def states_law(words: str) -> bool:
    """What the law says rests on no case of the lawyer's."""
    law = _LAW.search(words) is not None and "reserves the right" not in words
    return law and _OF_A_CASE.search(words) is None


def takes_in(role: set[str], words: str) -> bool:
    """Doctors and hospitals of those whom they treat."""
    return bool(role & _TREATS) and _TREATED.search(words) is not None and re.search(r"\bI\b", words) is None


_ANYBODY: Final = listed("they people some many everyone everybody")
_TO_COME: Final = re.compile(r"(?:[\w’'-]+\s){0,4}?(?:will|[\w]+['’]ll|is\sgoing\sto|are\sgoing\sto)\s", re.I)


def of_a_person(
    words: str, quoted: bool, voice: Voice, role: set[str], lexicon: Lexicon, *,
    verb: str, cue: str, called: str, related: bool, lived: bool, office: bool,
) -> str:  # fmt: skip
    """First-hand, second-hand or unknown, for somebody who is no side, no lawyer, no body and no paper.

    ``related``: the text calls somebody his relative; ``lived``: a witness by trade or by the text;
    ``office``: a post that says nothing of what he saw.
    """
    # In reported speech "we" are those who report.
    first = (quoted or voice.teller) and FIRST.search(words) is not None
    if called.lower() in ("i", "we"):
        return "first-hand"  # his own saying
    if called.lower() in _ANYBODY and cue in ("say", "says") and voice.speaker.role is None:
        return "hearsay"  # "they say": nobody can be asked
    others = _OTHERS.search(words) is not None
    if _NOT_THERE.search(words) or (
        quoted and _HIS_WORDS.match(words) and not _ONE.search(_OF_TALK.sub("", words))
    ):
        return "second-hand"
    if related and (_TOLD_ME.search(words) or (others and not first)):
        return "second-hand"
    if voice.kin or _is_kin(role, called, lexicon):
        if voice.kind != "group" and not quoted and not _OF_ONE.search(words):
            # "Her husband said nobody measures a cellar": of nobody whose relative he is.
            return "first-hand" if cue in OWN_DEED or _PAST.search(words) else "unknown"
        return _of_kin(words, quoted, first, others, answer=voice.teller or not cue)
    if quoted and _TOLD_ME.match(words):
        return "second-hand"
    answer = voice.teller or (quoted and not cue and not voice.speaker.organisation)
    if voice.teller and not quoted:
        # Notes of an interview: "he" is who tells it; "he does not know" is no knowledge.
        return "first-hand" if (first or others) and not _KNOWS_NOT.search(words) else "unknown"
    if quoted and is_view(words):
        return "unknown"
    if answer or (quoted and first):
        own = first or (not others and (words.count(" ") < 2 or _PAST.search(words) is not None))
        if voice.speaker.organisation and not re.search(r"\b(?:I|me|my)\b", words) and not voice.teller:
            return "own-caseload" if OWN_COUNT.search(words) else "first-hand"
        return "first-hand" if own else "unknown"
    if words.startswith("to ") and not first:
        return "unknown"  # a promise or a plan
    if not quoted and _TO_COME.match(words) is not None:
        return "unknown"  # nobody has seen it yet
    if verb == "deny" and voice.kind != "group":
        return "first-hand"  # his own conduct
    if cue in OWN_DEED:
        return "first-hand"
    if voice.speaker.organisation:
        return "unknown"
    own = voice.speaker.protected or first or (others and not quoted)
    somebody = voice.speaker.name or voice.speaker.role or voice.kind == "group"
    if lived or (own and not office and somebody):
        return "first-hand"
    return "unknown"


# What somebody thinks, wants or will do: "I believe them", "I'll tell you", "perhaps", "ask who …".
_VIEW: Final = re.compile(
    r"\b(?:I|we)(?:['’](?:ll|d)\b|\s(?:also\s)?(?:will|would|shall|should|can|believe|think|hope|doubt|expect|suppose|fear|want|wish|guess|prefer)\b)"
    r"|\b(?:perhaps|maybe|would\shave)\b|\A[\W_]{0,3}(?:ask|tell|let|come|go|look|wait|stop|give|leave|don['’]t)\s",
    re.I,
)
_DEED: Final = re.compile(
    r"\b(?:I|we)(?:['’]ve|\s(?:never\s|only\s|just\s|had\s|have\s|was\s|were\s)*(?:\w{2,14}ed|was|were|had|have|saw|went|came|took|got|lost"
    r"|found|left|heard|told|said|gave|sat|stood|ran|fell|slept|ate|kept|knew|brought|bought|wrote|read|held|paid|drove|felt|made"
    r"|did|buried|carried))\b|\b(?:my|our)\s",
    re.I,
)


_OF_ONE: Final = re.compile(
    r"\b(?:he|she|his|her|him|hers|(?:[Hh]|[Ss]h)e['’]s|son|daughter|husband|wife|brother|sister|father|mother|nephew|grandson)\b",
    re.I,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|came|went|took|got|saw|left|said|told|gave|broke|lost|shot|fell|ran|kept|stood|sat|brought|threw|held|began|made"
    r"|(?!need|indeed|speed|hundred)[a-z]{2,}ed)\b"
)


def is_view(words: str) -> bool:
    """Whether quoted words give a view, a wish or a call and nothing that their speaker did or saw."""
    return len(words) < 160 and _VIEW.search(words) is not None and _DEED.search(words) is None


_OWNED: Final = re.compile(r"['’]s\s|\bof\b|\b(?:his|her|my|our|their)\s", re.I)


def _is_kin(role: set[str], called: str, lexicon: Lexicon) -> bool:
    """A relative; a sister or brother of nobody may be a nurse or a monk."""
    kin = role & lexicon.relative
    lone = kin <= {"sister", "brother", "sisters", "brothers"} and not _OWNED.search(called)
    return bool(kin) and not lone and not role & _NURSING


def _of_kin(words: str, quoted: bool, first: bool, others: bool, *, answer: bool) -> str:
    """A mother tells of her son what somebody told her; of what happened before her eyes she is a witness."""
    told = len(_TOLD_ME.findall(words))
    if quoted and first and len(_ONE.findall(words)) > told:
        return "first-hand"
    if told or others:
        return "second-hand"
    return "first-hand" if (quoted and (first or answer)) or _AT_HOME.search(words) else "second-hand"


_ONE: Final = re.compile(r"\b(?:I|we|We)\b")
# "He said five, I suppose", "I asked who": nothing that he saw himself.
_OF_TALK: Final = re.compile(r"\bI\s(?:suppose|think|guess|believe|mean|asked|said|told\s\w+)\b")
_KNOWS_NOT: Final = re.compile(r"\b(?:not|n['’]t)\sknow", re.I)

__all__ = [
    "COUNTING",
    "DEPUTY",
    "FIRST",
    "OF_A_SIDE",
    "OWN_COUNT",
    "OWN_DEED",
    "PROSECUTES",
    "TRADES",
    "head_words",
    "heads_a_side",
    "is_at_the_table",
    "of_a_person",
    "of_himself",
    "orders",
    "own_words",
    "speaks_of_self",
    "takes_in",
]
