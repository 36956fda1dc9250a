"""English verbs that hold something of somebody: "X accused Y of …", "X sees Y as …", "X plans to …"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.asides import report
from muster.read.english.extents import after_adverbials, cut
from muster.read.english.finite import FINITE
from muster.read.english.grammar import RELATIVE, NounPhrase
from muster.read.english.sure import sure, words_of_head
from muster.read.frames import Frame, Region
from muster.text.listed import listed
from muster.text.spans import Span

# Classes of the lexicon that are read here: what they report is no clause with "that".
JUDGING: Final = ("judge", "urge", "hold", "intend", "propose")
_NUMBER: Final = (
    r"(?:(?:about|around|nearly|almost|some|roughly|over|under|between|up\sto|(?:at\s)?least|(?:more|less|fewer)\sthan"
    r"|an?\sestimated|(?:much\s|far\s)?(?:closer|nearer|close|near)\sto|(?:well|just)\s(?:over|under|above|below)|above|below)\s)?(?:[$€£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|zero|nil|nothing|dozens"
    r"|hundreds|thousands|[a-z]+teen|[a-z]+ty)\b|an?\s(?:third|quarter|half|dozen|hundred|thousand|million)\b)"
)
_ADJECTIVE: Final = (
    r"(?:(?:[a-z]+ly|too|very|so)\s)?(?:false|untrue|true|wrong|right|unfair|unfit|unjust|fake|absurd|weak|bad|dead|corrupt"
    r"|misleading|disappointing|troubling|disturbing|alarming|damning|encouraging|insulting"
    r"|[a-z]{3,}(?:ed|ous|ful|less|able|ible|al|ive|ic|ent|ant|ical|ary|ite|ate|ure))"
    r"(?=\s*[.,;:]|\s*\Z|\s(?:and|but|because|by|for|in|to|or)\s)"
)
_THING: Final = (
    r"(?:(?:him|her|it|them|this|that|himself|herself|itself|themselves)"
    r"|(?:the|his|her|their|its|these|those|any|all|such|an?)\s[^.,;:\n]{2,70}?|[A-Z][^.,;:\n]{1,60}?)"
)
_ASKED_WHAT: Final = re.compile(
    r"\s(?=(?:how|what|why)\s|[a-z]{2,}ing\s(?![^.,;:\n\x00]{0,90}?\sas\s(?:an?|the|[a-z]+(?:al|ive|ous|ful|ed))\b))"
)
_CALLED: Final = re.compile(
    rf"\s({_THING})\s(?:the\s(?:[a-z]+est|most|worst|best|only|first)\s|{_ADJECTIVE})"
)
# With a subject before it and words after it, each is said of somebody: "X accused Y of Z".
_JUDGED: Final = {
    "of": re.compile(r"\s(?!of\b)[^.;:\n]{2,90}?\sof\s"),
    "for": re.compile(r"\s[^.;:\n]{2,90}?\s(?:for|on)\s|\s(?:the|his|her|their|its|each|[A-Z])"),
    "as": re.compile(r"\s[^.;:\n]{2,110}?\sas\s|\s(?:being|having)\s"),
    # "Described a unit that made its own law", beside "described the unit as"
    # "described the same cellar", "described beatings"
    "what it was": re.compile(
        r"\s[^.;:\n]{2,110}?\sas\s|\s(?:being|having)\s|\san?\s[a-z]"
        r"|\s(?:the\ssame|similar|[a-z]{4,}ings|scenes|nights|days|weeks|months|conditions|hunger|torture|abuse|panic|chaos|threats)\b"
    ),
    "quoted as": re.compile(r"\s[^.;:\n]{2,110}?\sas\s(?:an?\s|the\s)?(?=[\x00\"“‘])"),
    "dismissed": re.compile(
        r"\s[^.;:\n]{2,110}?\sas\s|\s(?:(?:the|any|such|those|these|all|his|her|their|its|[\w.’-]+['’]s)\s)?(?:[\w-]+\s){0,2}?"
        r"(?:claim|report|suggestion|allegation|accusation|criticism|concern|rumou?r|idea|notion|talk|speculation|call"
        r"|warning|possibility|prospect|theor(?:y|ie)|argument|fear|assertion)s?\b"
    ),
    "seen as": re.compile(
        rf"\s{_THING}\sas\s(?:(?:an?|one|part|something|more|less|too|being|its|his|her|their|the)\s|{_ADJECTIVE})"
    ),
    "name": re.compile(
        r"\s(?![^.,;:\n\x00\"“]{1,60}\sand\s(?:tell|told|ask|asked|say|said)\s)(?:(?:him|her|it|them|himself|herself|itself|themselves|this|that)"
        r"|(?:the|his|her|their|its|these|those|this|that|any|such)\s[^.,;:\n]{2,70}?|[A-Z][^.,;:\n]{1,60}?)\s(?:an?\s|one\sof\s|[\x00\"“‘'])|\s(?:(?!and\b|to\b|but\b)[a-z][\w-]*\s){1,5}[\x00\"“]"
    ),
    # "urged mothers “not to believe it”"
    "to": re.compile(
        r"\s(?:(?:on|upon)\s)?[^.;:\n]{2,110}?\s(?:not\s)?(?:to|for)\s|\s(?:for|that)\s|\s[a-z][^.,;:\n\x00]{2,60}?\s\x00"
    ),
    "order": re.compile(
        r"\s(?:[^.;:\n]{2,90}?\s(?:not\s)?to\s[a-z]|that\s|(?:the|an?|his|her|their|its|all|everyone)\s(?:[\w’'-]+\s){1,4}?"
        r"(?:shut|closed|out|back|home|open|burned|burnt|off|up|down|[a-z]{3,}ed)\b)"
    ),
    "with": re.compile(r"\s(?!to\b|with\b)[^.;:\n]{2,110}?\s(?:to|with)\s"),
    "that": re.compile(
        r"\s(?:that\s|to\s|(?:the|an?|his|her|their|its|an\send|no|more|all|any|access|answers|\d[\d,.]*)\s|[\x00\"“]"
        r"|(?:two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|[a-z]+ty)\s|[a-z]{3,}\s(?:for|from|to)\s)"
    ),
    "object": re.compile(
        r"\s[^.;:\n]{2,110}?\sas\s(?:an?\s|the\s)?(?=[\x00\"“‘])|\s(?:(?:the|an?|his|her|their|its|what|this|these|those|any|all|both|such|it|him|them|calls|claims|reports"
        r"|suggestions|allegations|plans|efforts|attempts|[a-z]{3,}ing)\b\s?|[A-Z\x00\"“])"
    ),
    # "Recorded them as lost", "gives the cause as fever"; not "recorded a song as a gift".
    "given as": re.compile(
        r"\s(?:(?:them|it|him|her|all|both|(?:all\s|some\s|another\s)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\smen|\ssoldiers"
        r"|\sof\sthem|\speople|\spatients|\sprisoners)?)|(?:the|an?|its|his|her|their|our|my)\s(?:[a-z-]+\s){0,2}?(?:deaths?|causes?|number|figure|total|toll|date"
        r"|time|place|loss|losses|men|man|woman|women|body|bodies|cases?|name|age|dead|victims?|injury|injuries|incident|attack|strike"
        r"|building|target|reason|value|strength|count|prisoners?|patients?|soldiers?|missing|fire|explosion|rank|unit|address)"
        r"(?:\s(?:of|in|at|for|from)\s[^.,;:\n\x00]{1,60}?)?)\sas\s"
    ),
    "at": re.compile(rf"\s(?!it\s)[^.;:\n]{{2,90}}?\sat\s{_NUMBER}"),
    "proposed": re.compile(
        r"\s(?:that|to(?=\s(?!(?:his|her|their|the|an?|him|them|us|me)\b)[a-z])|an?|the|his|her|their|its|new|no|more|several|sweeping|raising|[a-z]{3,}ing|\d[\d,.]*|[\x00\"“])\s?"
    ),
    "feeling": re.compile(
        r"\s(?:[\w-]+\s){0,3}?(?:concerns?|confidence|relief|remorse|unease|caution|doubts?|hopes?|regrets?|fears?|support|opposition|outrage"
        r"|disappointment|frustration|sk?c?epticism|optimism|surprise|sympathy|condolences|gratitude|anger|worry"
        r"|worries|alarm|interest|willingness|belief|views?|satisfaction|sorrow|dismay|solidarity|questions?"
        r"|objections?|suspicions?|horror|shock|reservations?)\b"
    ),
}
_PATTERN_OF: Final = {
    "accus": "of", "blam": "for", "describ": "what it was", "characteri": "as", "portray": "as",
    "dismiss": "dismissed",
    "refer": "quoted as", "tout": "as", "derid": "as", "depict": "as", "paint": "as", "fram": "as",
    "pitch": "as",
    "defend": "as", "lambast": "object",
    "label": "name", "brand": "name", "dubb": "name", "call": "name", "consider": "name", "deem": "name",
    "hail": "as", "denounc": "object", "condemn": "object", "criticis": "object", "criticiz": "object",
    "prais": "object", "slamm": "object", "slam": "object", "ridicul": "object", "mock": "object",
    "welcom": "object", "deplor": "object", "applaud": "object", "laud": "object", "decri": "object",
    "decry": "object", "regret": "object", "urg": "to", "appeal": "to", "demand": "that",
    "propos": "proposed", "order": "order", "instruct": "order", "forb": "order",
    "see": "seen as", "saw": "seen as", "view": "seen as", "regard": "seen as", "liken": "with",
    "give": "given as", "gave": "given as",
    "record": "given as", "list": "given as", "log": "given as", "register": "given as",
    "compar": "with", "put": "at", "express": "feeling", "voic": "feeling", "rais": "feeling",
}  # fmt: skip
_WISHED: Final = re.compile(
    r"\s(?:[^.,;:\n]{1,70}?\s)?(?:not\s)?to\s|\s(?:the|a|an|his|her|their)\s[^.,;:\n]{1,60}?(?:ed|out|back|home)\b"
    r"|\s(?:it|him|her|them|us|me|this|that)\s(?:[a-z]{2,}ed|made|kept|held|sent|put|cut|built|paid|brought|shut|left|done|gone"
    r"|taken|given|told|sold|shown|drawn|out|back|home)\b"
    rf"|\s(?:(?:no|more|answers|justice|an\send)\b|{_NUMBER})"
    r"|\s(?:he|she|they|it|we|I|the\s[\w-]+)\s(?:had|would|could|were|was)\b"
)
_WISHES: Final = ("want", "wish", "prefer")
_PLANNED: Final = re.compile(r"\s(?:not\s)?to\s|\sthat\s")
_WEIGHED: Final = re.compile(r"\s(?:whether|how|(?:a|an|the|his|her|its|their|several|new|[a-z]{3,}ing)\s)")
_WEIGHING: Final = ("considering", "weighing", "mulling", "planning")
# What somebody says of his own wishes is said, not ascribed; what nobody or anybody wants is nobody's.
_NOT_PLANNING: Final = listed("i we you it one nobody anyone everyone who")
_NOUNS_TOO: Final = ("plan", "wish", "intend")
_DOES: Final = re.compile(r"\b(?:do|does|did|will|would|could|might|may)(?:n['’]t)?\s(?:\w+\s){0,2}\Z")
# "Does not consider", "did call": a verb, whatever it looks like ("would describe" may stand in words told).
_DID: Final = re.compile(r"\b(?:do|does|did)(?:n['’]t|\snot)?\s(?:[a-z]+ly\s)?\Z")
_IF: Final = re.compile(r"\b(?:if|unless|whether)\b[^,]*\Z", re.I)
_BESIDE: Final = re.compile(
    r",\s(?:but|while|although|though|which|who|saying|as|when|after|because|should|he|she|they|it|the|a|and\s(?:he|she"
    r"|they))\b|\s[-–—]\s|;|\s(?:but|because|although|while)\b"
)
_SHORTEST: Final = 4


def judged(
    region: Region, cue: Span, verb: str, form: str, sentence: Span, who: NounPhrase | None
) -> Frame | None:
    """What ``who`` holds of something: everything after the verb. ``verb``: one of JUDGING."""
    if verb == "intend":
        return _intended(region, cue, form, sentence, who)
    pattern = next((_JUDGED[p] for stem, p in _PATTERN_OF.items() if form.startswith(stem)), None)
    rest = region.text(cue.stop, sentence.stop)
    if form.startswith("call") and re.match(r"\s(?:on|upon|for)\s", rest):
        pattern, verb = _JUDGED["to"], "urge"
    if who is None or pattern is None or not _somebody(region, who):
        return None
    if verb == "hold" and region.page.words(who.core).lower() in _NOT_PLANNING:
        return None
    asked = _ASKED_WHAT.match(rest) if form.startswith("describ") else None
    right = asked or pattern.match(rest) or (pattern is _JUDGED["name"] and _called(rest))
    if not right or (_plain_form(form, region, who) and not _did(region.text(sentence.start, cue.start))):
        return None
    # "Calls that figure a fantasy": there "that" is a word of what he judges.
    lead = asked or re.match(r"\s(?:on|upon)\s" if verb == "judge" else r"\s(?:that|on|upon)\s", rest)
    if lead is None and verb == "hold":
        lead = re.match(r"\s(?:[\w-]+\s){1,4}?that\s(?=\w)", rest) if pattern is _JUDGED["feeling"] else None
    begin = cue.stop + (lead.end() if lead else 0)
    span = cut(region, begin, begin + _next_clause(region.text(begin, sentence.stop)))
    if span.stop - span.start < _SHORTEST:
        return None
    act = {"hold": "think", "propose": "say"}.get(verb, verb)
    return report(region, [span], act, cue, who, None, 0.6)


_AND_THEY: Final = re.compile(
    r",\s(?:and\s|but\s|while\s)?(?=(?:its|his|her|their|the|he|she|they|others|some)\s)"
)
_FEW_WORDS: Final = 40


def _next_clause(text: str) -> int:
    """ "Calls it a mission, its opponents call it a war": where somebody else's clause begins."""
    for found in _AND_THEY.finditer(text):
        comma = text.find(",", found.end())
        near = min(found.end() + _FEW_WORDS, comma if comma > 0 else len(text))
        if FINITE.search(text, found.end(), near):
            return found.start()
    return len(text)


def _did(before: str) -> bool:
    return before.endswith(" ") and _DID.search(before, max(0, len(before) - _DID_NEAR)) is not None


_DID_NEAR: Final = 30


def _called(rest: str) -> bool:
    """ "Called the complaint exaggerated": a thing and what it is said to be, no verb in between."""
    found = _CALLED.match(rest)
    thing = found.group(1) if found else ""
    return found is not None and not FINITE.search(thing) and not _JOINED.search(thing)


_JOINED: Final = re.compile(r"\b(?:and|to|that|who)\b")


def _plain_form(form: str, region: Region, who: NounPhrase) -> bool:
    """Whether the form needs a subject in the plural and has none ("the view", "the support of")."""
    if form.partition(" ")[0].endswith(("s", "ed", "ing", "saw", "put")):
        return False
    last = words_of_head(region.page.words(who.core))[-1]
    return not (last in _PLURAL_PRONOUNS or last.endswith(("s", "people", "men", "women", "police")))


_PLURAL_PRONOUNS: Final = ("i", "we", "they", "you", "who", "both", "many", "some", "others")


def _somebody(region: Region, who: NounPhrase) -> bool:
    """Whoever can speak: not "the road", where nothing says that it is a body or a person."""
    words = region.page.words(who.core)
    return (
        sure(region, who.core)
        or words[:1].isupper()
        or words.rsplit(None, 1)[-1][:1].isupper()
        or any(w.lower() in region.words.roles for w in words.split())
    )


_WHEN_FIRST: Final = re.compile(
    r"\s(?:on|in|at|last|this|earlier|late|early|yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def _intended(region: Region, cue: Span, form: str, sentence: Span, who: NounPhrase | None) -> Frame | None:
    """ "X plans to …", "X wants the road opened": up to where another clause begins."""
    at = cue.stop
    rest = region.text(at, sentence.stop)
    if _WHEN_FIRST.match(rest):
        # "Decided on Friday to extend", "plans this week to vote"
        later = after_adverbials(region, at, sentence.stop)
        at = later if region.text(later, later + 4) == " to " else at
        rest = region.text(at, sentence.stop)
    pattern = _WISHED if form.startswith(_WISHES) else _PLANNED
    weighed = form.endswith(_WEIGHING) and _WEIGHED.match(rest) is not None
    if who is None or not (weighed or pattern.match(rest)) or not _somebody(region, who):
        return None
    if region.page.words(who.core).lower() in _NOT_PLANNING:
        return None
    bare = form in _NOUNS_TOO and not _DOES.search(region.text(sentence.start, cue.start))
    if bare and _plain_form(form, region, who):
        return None
    if RELATIVE.search(region.text(who.core.stop, cue.start)) or _IF.search(
        region.text(sentence.start, cue.start)
    ):
        return None
    that = re.match(r"\s*,?\s*that\s", rest)
    stop = _BESIDE.search(rest)
    begin = at + (that.end() if that else 0)
    span = cut(region, begin, at + stop.start() if stop else sentence.stop)
    if span.stop - span.start < _SHORTEST:
        return None
    return report(region, [span], "intend", cue, who, None, 0.55)


__all__ = ["JUDGING", "judged"]
