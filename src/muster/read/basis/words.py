"""What the reported words themselves show of how their speaker knows: clause by clause, in three languages.

A clause is one of five things: *lived* (the speaker is in it, by what he did, saw, suffered, is or has),
*heard*
(somebody else said it, and who is told), *rumoured* (nobody in particular said it), *view* (what
somebody thinks,
wants, will do, asks or orders), or *told of* (anything else that happened or is so). The questions of
the tree
(``basis.py``) ask which of them stand in the words; none is about a topic, and none is a list of exceptions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from muster.read.basis.answers import Place
from muster.read.basis.slavic import lived_slavic, view_slavic
from muster.text.listed import listed


@dataclass(frozen=True, slots=True)
class Shown:
    """How many clauses of each kind stand in the words; ``alone``: one in which the speaker says *I*,
    not *we*. ``first``: the first clause of each kind, as it stands there."""

    lived: int = 0
    alone: int = 0
    heard: int = 0
    rumoured: int = 0
    view: int = 0
    told_of: int = 0
    first: Mapping[str, str] = field(default_factory=dict)


_SENTENCE: Final = re.compile(r"[^.!?…;:\n]{1,400}[.!?…;:\n]?")
_CLAUSE_EN: Final = re.compile(
    r"\s[–—]\s|,\s(?:and|but|so|because|or|who|which)\s|\s(?:and|but|because)\s(?=(?:I|we|he|she|they)\b)"
)
_CLAUSE: Final = re.compile(r"\s[–—]\s|,\s?|\s(?:и|а|но|та|але|і|й)\s")

# English -----------------------------------------------------------------------------------------------

_I: Final = re.compile(
    r"\b(?P<who>[Ii]|[Ww]e)(?P<short>['’](?:ve|d|m|re|ll))?\s(?P<rest>(?:[\w’'-]+[ ,]?){1,5})"
)
_ME: Final = re.compile(r"\b(?P<who>me|my|mine|myself|us|our|ours|ourselves|My|Our)\b")
_STEPS: Final = listed(
    """have has had am is are was were be been do does did not never only just also still then already
    always even
    once really all both n't don't didn't haven't hadn't wasn't weren't isn't aren't doesn't hasn't"""
)
# "If I had looked", "should I tell him": not what was.
_SUPPOSED: Final = re.compile(r"\b(?:if|unless|will|would|shall|should|could|can|may|might|must)\s\Z", re.I)
_TO_COME: Final = listed("will would shall should may might must ought won't wouldn't shouldn't")
_ABLE: Final = listed("could can cannot can't couldn't")
_SENSES: Final = listed("see hear smell feel watch taste")  # "she can see smoke"
# Of these alone nobody is a witness: thoughts, wishes, talk.
_NO_DEED: Final = listed(
    """think thought believe believed hope hoped doubt doubted expect expected suppose supposed fear
    feared want wanted
    wish wished guess guessed prefer preferred trust mean meant say said says tell told ask asked answer
    answered repeat
    know knew understand sure certain afraid aware convinced thinking hoping waiting urge demand call
    appeal plan
    intend refuse reckon assume imagine consider add agree promise swear insist going like love hate care
    wonder acquainted worried concerned pleased glad sorry proud ready determined optimistic confident hopeful
    grateful disappointed alarmed willing unwilling prepared saddened learned learnt committed
    asking demanding begging appealing suggesting
    accusing blaming claiming"""
)
_TALK: Final = re.compile(
    r"\b(?:he|she|they|who|nobody|somebody|someone|people|(?:[Mm]y|[Oo]ur|his|her|the|their|a"
    r"|one)\s[\w’'-]+(?:\s[\w’'-]+)?|[A-Z][\w’'-]+)\s"
    r"(?:(?:has|had|have|also|then|only|once|later|kept|always)\s){0,2}(?:said|told|tells|says?"
    r"|saying|wrote|writes|called|phoned|rang"
    r"|texted|insists?|insisted|claims?|claimed|thinks?|thought|believes?|wants?|boasted|swore"
    r"|swears|promised|added|informed|warned)\b"
)
_HEARD_OF: Final = re.compile(
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)\s(?:was|were|had\sbeen|have\sbeen|has\sbeen|been)\s(?:\w+ly\s)?(?:told"
    r"|informed|assured)\b(?!\sto\b)"
    r"|\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)(?:['’]ve|['’]d|\shave|\shas|\shad)?\s(?:only\s|also\s"
    r"|since\s)?heard\s(?:that|about|of|from|rumou?rs?|it|so|this|(?:[\w’'-]+\s){1,4}?(?:was|were|is|are|had|has|have|will|would)\b)"
    r"|\b(?:[Tt]hey|[Pp]eople|[Ss]ome|[Ee]verybody|everyone)\s(?:say|says|are\ssaying|were\ssaying"
    r"|told\s(?:me|us))\b|\brumou?rs?\b"
)
_FROM: Final = re.compile(
    r"\b(?:know|knew|have|had|heard|learned|learnt)\s(?:it\s|this\s|that\s"
    r"|what\s\w+\s\w+\s)?(?:only\s)?from\s(?!the\s(?:radio|news))"
    r"|\b[Aa]ccording\sto\b|\b(?:I|[Ww]e)\s(?:was|were)\s(?:called|phoned|rung|informed)\b|\b(?:told"
    r"|called|phoned|rang|rung|texted|wrote\sto|informed|messaged|warned|assured)\s(?:me|us"
    r"|her|him|my\s\w+)\b"
)
# What was said to him about himself he lived through.
_TO_ME: Final = re.compile(
    r"\b(?:told|ordered|asked|warned|advised|forced|allowed|let|made|offered|promised|threatened"
    r"|forbade|refused|sent)\s(?:me|us)\s(?:to|not|who|whether|where|leave|a)\b"
    r"|\b(?:ordered|threatened|offered|refused|beat|beaten|arrested|searched|released|questioned"
    r"|forced)\s(?:me|us)\b"
    # "They told us it was an exercise": what they were led into.
    r"|\btold\s(?:me|us)?\s?(?:that\s)?(?:it|this)\s(?:was|is|would\sbe)\s(?:just\s|only\s|all\s)?(?:an?\s)?(?:exercises?|drills?|training|rehearsal|registration|check"
    r"|checkup|formality|rotation|transfer|precaution|test|mistake)\b"
    r"|\b(?:I|[Ww]e)(?:['’]ve|\s(?:was|were|have|had))\s(?:been\s)?(?:told|ordered|asked|warned"
    r"|advised|forced|threatened|promised)\sto\b"
)
_NOBODY_TELLS: Final = re.compile(
    r"\b(?:nobody|no\sone|none\sof\sthem)\s(?:ever\s|has\s|had\s|even\s){0,2}(?:tells?|told|informed|asked|warned|called)\s(?:me|us)\b",
    re.I,
)
_UNSEEN: Final = re.compile(
    r"\b(?:I|[Ww]e)\s(?:was|were)\s?(?:not|n['’]t|never)\s(?:there|present|at\sthe\sscene)\b|\b(?:I"
    r"|[Ww]e)\sdid\s?(?:not|n['’]t)\ssee\sit\b"
)
_VIEW: Final = re.compile(
    r"\btoo\s(?:early|soon)\sto\s(?:say|tell|know|judge)\b|\b(?:will|would|should|shall|(?-i:may)|might|must|ought|perhaps|maybe|probably|['’]ll|won['’]t)\b|\?\s*\Z"
    r"|\A[\W_]{0,3}(?:and\s|so\s|but\s|then\s)?(?:ask|tell|let|come|go|look|wait|stop|give|leave"
    r"|hold|don['’]t|do\snot|please|thank|hello|forget|take|bring|read|call|write"
    r"|think|pray|remember|imagine|write|send|close|open|run|keep|never\smind|to|not\sto)\b(?!['’])"
    r"|\b(?:if|unless)\b",
    re.I,
)


# By his ears, from his walk.
_KNEW: Final = re.compile(
    r"\b(?:knew|know)\s(?:him|her|it|them|each|one)\s(?:\w+\s)?(?:by|from)\b"
)  # by his ears


def _english(sentence: str) -> Iterator[tuple[str, str]]:
    """Each clause behind what it is."""
    for clause in _CLAUSE_EN.split(sentence):
        if len(clause) >= 3:
            yield _kind_en(clause), clause


def _kind_en(clause: str) -> str:
    if _UNSEEN.search(clause):
        return "heard"
    if _TO_ME.search(clause) or _KNEW.search(clause) or _NOBODY_TELLS.search(clause):
        return "I"
    if _HEARD_OF.search(clause):
        return "rumoured"
    if _FROM.search(clause) or _TALK.search(clause):
        return "heard"
    if who := _lived_en(clause):
        return "we" if who.lower() in _OF_SEVERAL else "I"
    return "view" if _VIEW.search(clause) or _I.search(clause) else "told_of"


_OF_SEVERAL: Final = listed("we us our ours ourselves")


def _lived_en(clause: str) -> str:
    """The pronoun by which the speaker is in a clause that tells what he did or what befell him; else ""."""
    for found in _I.finditer(clause):
        if found["short"] in ("'ll", "’ll") or _SUPPOSED.search(clause, 0, found.start()):
            return ""
        head = _head_verb(found["rest"])
        if head is None or head in _NO_DEED:
            return ""
        return found["who"]
    own = _ME.search(clause)
    return own["who"] if own and not _VIEW.search(clause) else ""


def _head_verb(rest: str) -> str | None:
    """The verb behind a pronoun, its auxiliaries aside; None where it is one of what is to come."""
    last = None
    for word in rest.replace(",", " ").split():
        low = word.lower().replace("’", "'")
        if low in _SENSES and last in _ABLE:
            return low
        if low in _ABLE:
            last = low
            continue
        if low in _TO_COME or low.endswith("'ll"):
            return None
        if low in _STEPS or low.endswith("ly"):
            last = last if last in _ABLE else low
            continue
        return low if last not in _ABLE else None if last == "can" else last
    return None if last == "can" else last


_HE: Final = re.compile(
    r"(?:\A|\b(?:and|but|that|when|while|as|before|after|until|because)\s|,\s)(?P<who>he|she|they)(?P<short>['’](?:d|s|ve|re"
    r"|ll))?\s(?P<rest>(?:[\w’'-]+[ ,]?){1,5})",
    re.I,
)
_HIM: Final = re.compile(
    r"\b(?:from|to|at|on|by|told(?=\s\w+\s(?:not\s)?to\s)|gave|against|beat|beaten|rang|called|phoned|visited|questioned|searched|arrested|asked|warned|over|near|behind|before)\s(?P<who>him|her"
    r"|them)(?:sel\w+)?\b(?!\s[a-z]+(?:er|or|and|son)\b)"
    r"|\b(?P<own>his|her|their)\s(?:own|desk|office|phone|eyes|house|home|garden|yard|field|fields|hives|bees|kitchen|roof|windows?|door|street|car|truck|lorry|boat"
    r"|shop|stall|cellar|bed|room|flat|gate|fence|farm|cows?|dogs?|goats?|school|classroom|class|pupils|cell|unit|crew"
    r"|trench|head|back|foot|feet|eye|teeth|shoulder|ear|clothes|shoes|papers|passport|savings|knowledge|name|watch|hand"
    r"|leg|arm|family|belongings|telephones?)\b|\b(?:was|were|is|are)\s(?P<mine>his|hers|theirs)\b",
    re.I,
)
# "Soldiers had dragged her out": what was done to whoever speaks.
_DONE_TO: Final = re.compile(
    r"\b(?:(?!said|told|asked)[a-z]{2,}ed|took|hit|shot|drove|led|threw|held|kept|put|caught|sent|brought|made|left|let|hurt)\s(?P<who>him|her|them)\s"
    r"(?:out|away|to|into|from|off|down|up|back|in|on|at|with|through|across|by|for)\b"
)
_OF_MIND: Final = re.compile(
    r"\b(?:no\s(?:information|evidence|details|news|reports|knowledge|comment)|trust|doubts?|hopes?|fears?|confidence|intention|plans?|idea|question|could|can|cannot)\b"
)
_GENDER: Final = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "they": "p",
    "them": "p",
    "their": "p",
    "hers": "f",
    "theirs": "p",
}
_WAS_TOLD_TO: Final = re.compile(
    r"(?:(?:was|were|had|has|been|have)\s){1,2}(?:then\s|also\s|once\s)?(?:(?:told|ordered|asked|forced|advised|warned|instructed)\s(?:not\s)?to\s"
    r"|told\s(?:that\s)?(?:it|this)\s(?:was|would\sbe)\s)"
)
# "That she had learned from a released man": nothing that she saw.
_LEARNT: Final = {
    "en": re.compile(
        r"(?:that\s)?(?:he|she|they)?\s?(?:(?:had|has|have|only|later|also)\s){0,2}(?:learned|learnt|heard|found\sout"
        r"|knew|had|has|(?:was|were|been)\s(?:told|informed))\s(?:(?:it|this|that|the\snews)\s(?=from\s)|(?<!\bhad\s)(?<!\bhas\s)(?:[\w’'-]+\s){0,8}?)(?:from|by|through|via)\s(?!the\s(?:radio|news))",
        re.I,
    ),
    "ru": re.compile(
        r"(?:[\w-]+\s){0,5}?(?:узнал|знает|знают|слышал|услышал)\w?\s(?:[\w-]+\s){0,5}?(?:от|со\sслов|через|из\s(?:письма|разговора))\s",
        re.I,
    ),
    "uk": re.compile(
        r"(?:[\w’'ʼ-]+\s){0,5}?(?:дізна(?:вся|лася|лись|лися)|довіда(?:вся|лася)|знає|знають|чу(?:в|ла)|почу(?:в|ла))\s"
        r"(?:[\w’'ʼ-]+\s){0,5}?(?:від|зі\sслів|через|з\s(?:листа|розмови))\s",
        re.I,
    ),
}


# "That an officer had rung her and said …": what another told whoever speaks.
_TOLD: Final = {
    "en": re.compile(
        r"\b(?:rang|rung|called|phoned|telephoned|wrote\sto|written\sto|texted|messaged|told|informed|assured|approached|visited)\s(?:him|her|them)\s"
        r"(?:(?:on|by|from|in|at)\s(?:\w+\s){1,4}?)?(?:(?:and|to)\s(?:said|say|told|tell|explained)\b|(?:and\s\w+\s)?that\b)"
        r"|\bwrote\sto\s(?:him|her|them)\sthat\b|\bpassed\s(?:on|along)\sto\s(?:him|her|them)\b|\b(?:told|assured|informed)\s(?:him|her|them)\s(?:he|she|they|it|the|there)\b"
    ),
    "ru": re.compile(
        r"(?<!\w)(?:написал|сказал|сообщил|рассказал|передал|объяснил|ответил)[аи]?\s(?:по\sтелефону\s)?(?:ей|ему|им|по\sтелефону),?\s(?:что\s|—|:)"
        r"|(?<!\w)(?:ей|ему|им)\s(?:по)?звони[лв]\w*\s.{0,40}?(?:сказал|сообщил|рассказал|передал|объяснил)\w*,?\s(?:что\s|—|:)"
        r"|(?<!\w)(?:ей|ему|им)\s(?:\w+\s){0,3}?(?:(?:рас|пере)?сказ(?:ал|ывал)|сообщ(?:ил|ал)|переда(?:л|вал)|написал|объясн(?:ил|ял)|говорил)"
        r"\w*(?:,\sчто\s|\s(?:о|об|про)\s|\sсам\w?\s)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:написа|сказа|повідоми|розпові|переда|поясни|відпові)(?:в|ла|ли)\s(?:телефоном\s)?(?:їй|йому|їм|телефоном),?\s(?:що\s|—|:)"
        r"|(?<!\w)(?:їй|йому|їм)\s(?:по|за|пере)?(?:дзвони|телефонува)\w*\s.{0,40}?(?:сказа|повідоми|розпові|переда|поясни)\w*,?\s(?:що\s|—|:)"
        r"|(?<!\w)(?:їй|йому|їм)\s(?:\w+\s){0,3}?(?:сказа|каза|повідом|розпові|переда|переказ|написа|поясн|говори)\w*"
        r"(?:,\sщо\s|\sпро\s|\sсам\w?\s)",
        re.I,
    ),
}


def told_by_another(words: str, language: str) -> Place | None:
    """Where reported words are what another told their speaker: "that he had written to her that …"."""
    found = _TOLD[language].search(words[:_SO_FAR])
    return found.span() if found else None


_SO_FAR: Final = 160  # characters: behind these it is a story


def learnt_from(words: str, language: str) -> Place | None:
    """Where reported words open with whom their speaker has it from."""
    found = _LEARNT[language].match(words[:200])
    return found.span() if found else None


_HAVING: Final = re.compile(
    r"(?:having|being|ever|(?:the|any)\scharges?|(?:his|her)\sguilt|guilt|wrongdoing|any\s(?:part|role|knowledge|involvement|contact|link|links|wrongdoing"
    r"|guilt|responsibility))\b|\w+ing\b",
    re.I,
)


@lru_cache(maxsize=1 << 12)
def himself_en(words: str, gender: str, several: bool, *, office: bool) -> Place | None:
    """Where reported words have the speaker for the one who did, saw or suffered it: "he had slept"."""
    for found in _HE.finditer(words):
        if _fits(found["who"], gender, several):
            place = found.start("who"), found.end("rest")
            if _WAS_TOLD_TO.match(found["rest"]):
                return place  # an order to him he lived through
            head = None if found["short"] in ("'ll", "’ll") else _head_verb(found["rest"])
            did = (
                head is not None
                and head not in (_NO_DEED | _ABLE | _STEPS if office else _NO_DEED | _ABLE)
                and (head in _SENSES or not _OF_MIND.search(found["rest"]))
            )
            return place if did else None
    done = _DONE_TO.search(words)
    if done and not office and _fits(done["who"], gender, several) and not _VIEW.search(words):
        return done.span()
    own = _HIM.search(words)
    if own is None or not _fits(own["who"] or own["own"] or own["mine"], gender, several):
        return None
    return None if _VIEW.search(words) else own.span()


def _fits(pronoun: str, gender: str, several: bool) -> bool:
    whose = _GENDER[pronoun.lower()]
    return several if whose == "p" else not several and gender in (whose, "-")


def denies_deed(words: str) -> bool:
    """ "Having met the broker", "targeting civilians": a deed as English denies or admits it."""
    return _HAVING.match(words) is not None


def _slavic(sentence: str, gender: str, language: str) -> Iterator[tuple[str, str]]:
    asks = sentence.rstrip().endswith("?") or view_slavic(_opening(sentence), language)
    for clause in _CLAUSE.split(sentence):
        if len(clause) < 3:
            continue
        kind = lived_slavic(clause, gender, language)
        asks = asks or kind == "view"  # «Думаю, склад подожгут»: what follows is thought
        if kind or clause.count(" ") >= _SCRAP or clause == sentence:
            yield kind or ("view" if asks or view_slavic(clause, language) else "told_of"), clause


# Words quoted inside the words are somebody else's.
_INNER: Final = re.compile(r"‘[^’]{4,400}’|[“„«][^”»]{4,400}[”»]")
_HEAD: Final = 14  # «Мабуть», «Может быть»: what opens a sentence holds for all of it


def _opening(sentence: str) -> str:
    """Its first words, whole: «Вони зривали б…инти» is no «б»."""
    head = sentence[:_HEAD]
    return head if len(sentence) <= _HEAD or not sentence[_HEAD].isalnum() else head[: head.rfind(" ") + 1]


_SCRAP: Final = 2  # blanks: of a shorter clause nothing is told


def _without_talk(quoted: re.Match[str]) -> str:
    """Nothing of what is said inside; a word in marks is no talk."""
    return " " if " " in quoted[0] else quoted[0]


_AT_ME: Final = re.compile(r"(?<!\w)(?:me|us|мне|нам|мені)(?!\w)", re.I)
_YOU: Final = re.compile(
    r"(?<!\w)(?:you|your|ты|тебя|тебе|вы|вас|вам|твой|ваш|ти|ви|твій|\w+(?:[еиё]шь|[еиєї]ш|йте))(?!\w)",
    re.I,
)


@lru_cache(maxsize=1 << 12)
def shown_by(words: str, gender: str, language: str) -> Shown:
    """What the clauses of quoted words show."""
    kinds: Counter[str] = Counter()
    first: dict[str, str] = {}
    before, last = "", ""
    for sentence in _SENTENCE.findall(_INNER.sub(_without_talk, words)):
        found = list(_english(sentence) if language == "en" else _slavic(sentence, gender, language))
        if before.endswith(":") and last in ("heard", "rumoured"):
            # «Сказал: нас везут» is the other's "us"; «мне сказали: подпишешь» is about who tells it.
            found = [("I" if _AT_ME.search(before) and _YOU.search(sentence) else last, sentence)]
        for kind, clause in found:
            kinds[kind] += 1
            first.setdefault(kind, clause)
        before, last = sentence, found[-1][0] if found else ""
    return Shown(
        kinds["I"] + kinds["we"],
        kinds["I"],
        kinds["heard"],
        kinds["rumoured"],
        kinds["view"],
        kinds["told_of"],
        first,
    )


__all__ = ["Shown", "denies_deed", "himself_en", "learnt_from", "shown_by", "told_by_another"]
