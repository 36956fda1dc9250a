"""English noun phrases: who stands before a verb, after it, or beside an apposition."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from muster.read.english.coordinated import is_coordinated, is_somebody
from muster.read.english.finite import FINITE
from muster.read.english.grammar import (
    ADJECTIVE,
    DETERMINER,
    LEADING,
    MEANWHILE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    TITLES,
    NounPhrase,
    plain,
)
from muster.read.english.relatives import before_relative, owned_by_clause
from muster.read.english.set_off import ASIDE_CLAUSE, is_aside, with_appositions
from muster.read.english.sure import sure
from muster.read.frames import Region
from muster.read.people.people import Named
from muster.text.listed import listed
from muster.text.spans import Span

_FAR: Final = 400
_DEEPEST: Final = 5
_AUXILIARY: Final = re.compile(
    r"(?:(?:^|(?<=[\s,]))(?:has|have|had|was|were|is|are|'s|’s|also|later|then|now|long|ever|yet|previously|repeatedly"
    r"|reportedly|recently|further|simply|just|never|not|did|does|do|would|will|can|could|may|might|should"
    r"|must|earlier|again|once|still|even|only|often|always|himself|herself|themselves|itself|been|being"
    r"|(?!(?:family|assembly|ally|supply|reply|elderly|monopoly|daily|weekly|monthly)\s*\Z)[a-z]{2,20}ly|both|all|subsequently|therefore|thus|too|since|first|n't|(?:did|does|has|is|are|was|were)n['’]t|(?<!\bI\s)(?<!\b[Ww]e\s)(?<!\b[Yy]ou\s)(?:do|would)n['’]t"
    r"|haven['’]t|hadn['’]t|refused\sto|declined\sto|no\slonger|went\son\sto|sought\sto|took\sto\s\w+\sto|continued\sto|like[sd]?\sto|love[sd]?\sto|(?:tend|seem|appear)(?:s|ed)?\sto|at\sfirst"
    r"|began|begun|started|kept|keeps|keep|stopped|stops|used\sto|today|yesterday|tonight"
    r"|(?:last|this)\s(?:night|week|month|year|morning|afternoon|evening)"
    r"|(?:late\s|early\s)?on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:night|morning|evening|afternoon))?)(?:\s|\Z))+\Z"
)
# A full stop inside a sentence belongs to a title or an initial.
_HARD: Final = re.compile(
    r"[!?;()\n\x00\[\]]|:(?!(?<=\d:)\d\d)|(?<!\s[Nn]o)(?<![A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<![A-Z][a-z]{3})\.(?=\s)|\s[-–—]{1,2}\s|[–—]"
)
_MARK: Final = re.compile(r"[“”\"]")
_BOUNDARY: Final = re.compile(
    r"\b(?:that|because|(?<!\b[Aa]ll\s)but|while|when|although|though|(?<!\bhas\s)(?<!\bhave\s)(?<!\bhad\s)since|where|if|whether|as|than|which|so|yet|however|"
    r"and(?=\s(?:he|she|they|it|we|I|the|a|an|his|her|their|its|[A-Z])\b)"
    r"|(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|moments?|shortly|soon|long)\s(?:after|before)|before(?=\s(?:he|she|they))"
    r"|after(?=\s(?:he|she|they)))\b[,\s]",
    re.I,
)
# "the court that sits in the town", "a list which names": the word opens a clause about its noun.
_ABOUT_ITS_NOUN: Final = re.compile(
    r"(?:that|which)\s(?:(?:is|are|was|were|has|have|had|will|would|can|could|does|did|ran|made|held|won|lost|led|built|wrote|took|gave|got"
    r"|kept|brought|sent|sold|bought|grew|broke|drove|fought|began|came|went|put|shot|found|paid|sits?|makes?|runs?|own|owns|represents?)\b"
    r"|(?!this\b|its\b|his\b|always\b|was\b)[a-z]{3,}(?:s|ed)\s)",
    re.I,
)
_SUBJECT_PRONOUN: Final = re.compile(r"\b(?:he|she|they|we|I|He|She|They|We)\b")
_GOVERNED: Final = re.compile(
    r"\b(?:of|in|at|on|by|for|from|with|to|about|after|before|during|over|under|near|outside|inside|against"
    r"|between|into|through|as|like|among|despite|following|until|since|within)\s\Z",
    re.I,
)
# A word that opens a clause: its subject is what follows.
_OPENER: Final = re.compile(
    r"(?:as|while|when|because|after|before|since|if|that|although|though|whereas|where|and|but|whether)\s(?=\S)",
    re.I,
)
_TIME_OPENER: Final = re.compile(r"(?:after|before|since)\s", re.I)
_SPOKEN_TO: Final = re.compile(
    r"\s(?:whom\s)?(?:the\s)?[\w.]{2,30}\s(?:spoke|talked|interviewed|contacted)(?:\s(?:to|with))?\Z"
)
# "A teacher we are not naming for her own safety said": no word joins the clause to its noun.
_WE_ASIDE: Final = re.compile(
    r"(?<=[a-z])\s(?:we|I|this\s\w{1,14})\s(?:are|am|is|have|has|will|shall|do|agreed)\s(?:not|call|calling|to\scall)\s[^,;\x00]{0,80}\Z"
)
_NOT_NOUNS: Final = listed(
    """and or but the a an of in on at to for not it's there who that this these be been being was were as
    with by from what also still thus then now instead even only please"""
)


# "Almost all said that …", "…; both denied it": no "they all", no "he and she both".
_ALL_OF_THEM: Final = re.compile(
    r"(?:\A|[.;]\s|,\s(?=[Aa]lmost|[Nn]early)|\b(?:but|and|that)\s)((?:(?:[Aa]lmost|[Nn]early|[Nn]ot)\sall)|[Bb]oth)\s\Z"
)


# "Between January and March 2031 our staff [documented]", "Since 2031 the centre [has recorded]".
_PERIOD: Final = re.compile(
    r"(?:Between\s[^,.;]{3,24}?\sand\s(?:\w+\s){0,2}?(?:\d{4}|(?:Janu|Febru)ary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)"
    r"|(?:Since|In|From|During)\s(?:[A-Z][a-z]+\s)?\d{4})\s(?=(?:[a-z]+\s){0,3}[\w’'-]+\Z)"
)


def subject_before(region: Region, low: int, stop: int, depth: int = 0) -> NounPhrase | None:
    """The noun phrase whose verb begins at ``stop``: straight before it, beyond what commas set off,
    or of the verb that this one is joined to ("X came and said")."""
    low = max(low, stop - _FAR, region.start)
    whole = region.text(low, stop)
    if whole.endswith(("all ", "both ", "Both ")) and (several := _ALL_OF_THEM.search(whole)):
        return plain(Span(low + several.start(1), low + several.end(1)))
    left = _SPOKEN_TO.sub("", _without_auxiliaries(whole))
    if not left:
        return None
    if (aside := _WE_ASIDE.search(left)) and not FINITE.search(left[: aside.start()]):
        left = left[: aside.start()]
    if left.endswith("),") and (opened := left.rfind("(")) > 0:
        left = left[:opened].rstrip() + ","  # "Marta Brook, a nurse (she is 40), said"
    if left[-1] in ",–—-":
        return _beyond_aside(region, low, left, depth)
    if left.endswith(")"):
        opened = left.rfind("(")
        left = left[:opened].rstrip() if opened > 0 else left
    hard = _hard(left)
    begin = _head_of_clause(region, low, left, hard)
    phrase = left[begin:]
    # "- The navy insists …": the mark of a list.
    begin += len(phrase) - len(phrase.lstrip(" -–—•*·▪"))
    phrase = phrase.strip(" -–—•*·▪")
    if re.search(r"\bwho\Z", phrase):
        return before_relative(region, low, low + len(left) - 3)
    if _WHOSE_STAFF.match(phrase):
        return before_relative(region, low, low + begin + left[begin:].index("whose "))
    if left.endswith(", which") and (body := _before_which(region, low, left[:-7])) is not None:
        return body
    if not phrase or re.search(r"\b(?:and|but|or|then|by|without)\Z", phrase, re.I):
        return subject_of_clause(region, low, low + len(left), depth)
    dropped = LEADING.match(phrase) or (_PERIOD.match(phrase) if phrase[:1] in "BSIFD" else None)
    if dropped and dropped.end() < len(phrase):
        begin += dropped.end()
        phrase = phrase[dropped.end() :]
    return _phrase(region, low + begin, low + begin + len(phrase))


# "Open Field, whose analysts had put it at …": they speak for it; "whose mother" speaks for herself.
_WHOSE_STAFF: Final = re.compile(
    r"whose\s(?:[\w-]+\s){0,2}(?:analysts?|lawyers?|doctors?|staff|monitors?|experts?|volunteers?|members?|officials?|director|head|chief"
    r"|spokes(?:man|woman|person|people|men)|leaders?|researchers?|investigators?|observers?|activists?|employees|workers|editors?|reporters?)\Z"
)


def _without_auxiliaries(left: str) -> str:
    found = _AUXILIARY.search(left)
    return (left[: found.start()] if found else left).rstrip()


def _hard(left: str) -> int:
    """Where the stretch begins that no mark divides; a pair of marks around a nickname does not."""
    hard = 0
    for mark in _HARD.finditer(left):
        hard = mark.end()
    marks = [m.end() for m in _MARK.finditer(left, hard)]
    return marks[-1] if len(marks) % 2 else hard


# People or a body before "and": with what follows they are one subject.
_ONE_OF_TWO: Final = re.compile(
    r"\s*(?:(?:the|local|city|state|federal|senior|military|government|rescue|health|emergency|several|some|many|two|three|[a-z]+(?:['’]s|s['’]))\s){0,3}"
    r"(?:officials|police|authorities|prosecutors|witnesses|residents|medics|doctors|rescuers|firefighters|lawmakers|diplomats|relatives|analysts"
    r"|experts|activists|volunteers|lawyers|investigators|soldiers|officers|military|army|ministry|mayor|governor|government|police\sforce|emergency\sservices?"
    r"|his\sfamily|her\sfamily|family|families|critics|supporters|monitors|advocates|aides|advisers|teachers|parents|survivors)\s\Z"
)


_NEW_SUBJECT: Final = re.compile(r"and\s(?:he|she|they|it|we|I|there)\b", re.I)


def _head_of_clause(region: Region, low: int, left: str, hard: int) -> int:
    comma = left.rfind(",", hard)
    if comma >= hard and left[comma + 1 : comma + 2].isdecimal():
        comma = left.rfind(", ", hard)  # "1,204 voters"
    begin = comma + 1 if comma >= hard else hard
    if (
        comma >= hard
        and re.match(r"\s*(?:and|or)\s(?!(?:he|she|they|it)\b)", left[begin:])
        and not re.search(r"\b(?:and|or)\s\w+(?:\s\w+){0,2}\Z", left[hard:])
    ):
        begin = hard
    for mark in _BOUNDARY.finditer(left, begin):
        if mark.group().lower().startswith("and ") and _ONE_OF_TWO.match(left, begin, mark.start()):
            continue  # "…, officials and a charity said": both did
        if (
            mark.group().lower().startswith("and ")
            and _NEW_SUBJECT.match(left, mark.start()) is None
            and is_somebody(region, low, left, begin, mark.start())
        ):
            continue
        about = _ABOUT_ITS_NOUN.match(left, mark.start()) and left[begin : mark.start()].strip()
        if not about or FINITE.search(left, begin, mark.start()):
            begin = mark.end()
    return begin


def _phrase(region: Region, start: int, stop: int) -> NounPhrase | None:
    """The noun phrase that ends at ``stop`` and begins at or after ``start``."""
    words = region.page.body[start:stop]
    if words.endswith((" there", " here")):
        stop = start + len(words.rsplit(None, 1)[0])
        words = words[: stop - start]
    last = words.rsplit(None, 1)[-1]
    if " and " in words and is_coordinated(region, start, stop):
        return plain(Span(start, stop))
    if PRONOUN.match(last):
        return plain(Span(stop - len(last), stop))
    relative = RELATIVE.search(words)
    if relative and words[: relative.start()].strip() and not FINITE.search(words, 0, relative.start()):
        head = _phrase(region, start, start + len(words[: relative.start()].rstrip()))
        return NounPhrase(head.core, Span(head.whole.start, stop)) if head else None
    noun = _before_participle(words)
    if noun:
        core = _phrase(region, start, start + noun)
        return NounPhrase(core.core, Span(core.whole.start, stop)) if core else None
    named = [n for n in region.named_in(start, stop + 2) if n.stop >= stop - 2]
    if named:
        return plain(Span(_head_of_name(region, named[-1], start), stop))
    told = FINITE.search(words) is not None and FINITE.search(ADJECTIVE.sub(" ", words)) is not None
    if PREPOSITION.match(words) or words.count(" ") > 13 or told:
        names = [n for n in region.named_in(start, stop) if n.kind == "person"]
        free = [m for m in DETERMINER.finditer(words) if not _governed(words[: m.start()])]
        if free and words[free[-1].start() :].count(" ") <= 8 and not FINITE.search(words, free[-1].start()):
            return plain(Span(start + free[-1].start(), stop))
        return plain(Span(names[0].start, names[0].stop)) if names else None
    if last.lower() in _NOT_NOUNS or not re.match(r"[\w@\"“«']", words):
        return None
    return plain(Span(start, stop))


_THEN: Final = re.compile(r"\b(?:after|before|since|until)\s\Z", re.I)


def _governed(lead: str) -> bool:
    """Whether a preposition holds the noun behind; "it came after the monitors had left" is a clause."""
    clause = _THEN.search(lead) is not None and FINITE.search(lead) is not None
    return not clause and _GOVERNED.search(lead) is not None


_REDUCED: Final = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome|[Mm]any|[Oo]ne|\d+)\s(?:[\w’'-]+\s){1,4}?|[A-Z][a-z]{3,}s\s)(?=(?:dated\s|[a-z]{3,}ed\s(?:by|in|on|at"
    r"|from|with|to|for|outside|inside|near|after|before|during|across|along|under|over|last|this|early|late|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|(?:seen|shown|written|drawn|taken|given|sent|drafted|leaked)\sby\b"
    r"|(?:said|thought|believed|known|understood|reported|alleged|presumed|claiming|purporting)\sto\sbe\b))"
)


def _before_participle(words: str) -> int:
    """Where the noun ends in "a poll released by X": a participle there is no verb of a clause."""
    found = _REDUCED.match(words)
    if found is None or len(FINITE.findall(words)) > 1 or FINITE.search(found.group()):
        return 0
    return len(found.group().rstrip())


def _head_of_name(region: Region, n: Named, start: int) -> int:
    """Where the phrase begins that ends with this name: its role, and an article before that."""
    head = n.role_start if start <= n.role_start < n.start else n.start
    title = TITLES.search(region.page.body[max(start, head - 40) : head])
    head = max(start, head - 40) + title.start() if title else head
    lead = region.page.body[start:head]
    longest = 8 if DETERMINER.match(lead) or _OF_A_BODY.search(lead) else 4
    joined = re.search(r"\b(?:and|or)\s\Z", lead)
    short = 0 < lead.count(" ") <= (8 if joined else longest)
    return start if short and not (PREPOSITION.match(lead) or "," in lead or FINITE.search(lead)) else head


# "Officials at the", "a lawyer for": what stands before a body's name is who speaks.
_OF_A_BODY: Final = re.compile(
    r"\b(?:at|for|of|from|with|in)\s(?:(?:the|an?)\s)?(?:\d{1,4}(?:st|nd|rd|th)?\s|(?:[a-z][a-z-]{2,19}\s){0,4})\Z"
)


def _segments(left: str, hard: int) -> list[Span]:
    """The stretches between commas, without the blanks around them."""
    edges = [
        hard - 1,
        *(m.start() for m in re.finditer(r",(?=[\s”\"]|\Z)", left) if m.start() >= hard),
        len(left),
    ]
    found = []
    for before, after in pairwise(edges):
        words = left[before + 1 : after]
        lead = len(words) - len(words.lstrip())
        found.append(Span(before + 1 + lead, before + 1 + len(words.rstrip())))
    return [s for s in found if s.stop > s.start]


def _beyond_aside(region: Region, low: int, left: str, depth: int) -> NounPhrase | None:
    """The subject before what commas or dashes set off: "X, who …, said", "X – the founder – said"."""
    if left[-1] != ",":
        opened = max(
            left.rfind(" – ", 0, -1),
            left.rfind(" — ", 0, -1),
            left.rfind(" - ", 0, -1),
            left.rfind("—", 0, -1),
        )
        return (
            subject_before(region, low, low + opened, depth + 1) if opened > 0 and depth < _DEEPEST else None
        )
    left = left[:-1]
    hard = _hard(left)
    pieces = _segments(left, hard)
    chosen, found = -1, None
    for i in range(len(pieces) - 2, -1, -1):
        if not is_aside(left[slice(*pieces[i + 1])]):
            break
        if i == len(pieces) - 2 and (owned := owned_by_clause(region, low, left, pieces[i], pieces[i + 1])):
            return owned
        opener = _OPENER.match(left, pieces[i].start, pieces[i].stop)
        if opener and found is not None and _TIME_OPENER.match(opener.group()):
            break  # "After the match, X, the coach, said"
        one = _nominal(region, low, left, Span(opener.end() if opener else pieces[i].start, pieces[i].stop))
        if one is not None and found is not None and i == 0 and _is_object(region, low, one, found):
            break
        if one is not None:
            chosen, found = i, one
        if opener:
            break
    if found is None:
        if depth < _DEEPEST and pieces and not FINITE.search(left[slice(*pieces[-1])]):
            last = _nominal(region, low, left, pieces[-1])
            if last is not None and len(pieces) == 1:
                return last
        return subject_of_clause(region, low, low + len(left), depth)
    return with_appositions(region, low, left, found, pieces[chosen + 1 :])


def _is_object(region: Region, low: int, thing: NounPhrase, speaker: NounPhrase) -> bool:
    """ "The army reported forty deaths, the mayor, X, said": what stands straight behind the verb before is
    its object, where it is nobody, or several, and one person follows."""
    behind = low > region.sentence_of(low).start and not region.page.body[low : thing.whole.start].strip()
    if not behind or not sure(region, speaker.core):
        return False
    one = _SEVERAL.search(region.page.words(speaker.core)) is None
    return not sure(region, thing.core) or (
        one and _SEVERAL.search(region.page.words(thing.core)) is not None
    )


_SEVERAL: Final = re.compile(
    r"\A(?:two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|[a-z]+ty|dozens|hundreds|thousands|several|many"
    r"|some|\d)|\band\b|(?:[a-z]{3}s|people|men|women|children)\Z",
    re.I,
)


# "… and told her that a major, whom …, had ordered it".
_TOLD_THAT: Final = re.compile(r"(?:him|her|them|me|us|you|reporters|journalists)\sthat\s(?=\S)")


def _nominal(region: Region, low: int, left: str, piece: Span) -> NounPhrase | None:
    """The phrase that a stretch between commas is, if it is no clause."""
    words = left[slice(*piece)]
    dropped = _TOLD_THAT.match(words) or LEADING.match(words)
    start = piece.start + (dropped.end() if dropped and dropped.end() < len(words) else 0)
    words = left[start : piece.stop]
    relative = RELATIVE.search(words)
    if FINITE.search(ADJECTIVE.sub(" ", words[: relative.start() if relative else len(words)])):
        return None
    if (
        ASIDE_CLAUSE.match(words)
        or MEANWHILE.match(words)
        or words.startswith(("to ", "not "))
        or (not words[:1].isalnum() and words[:1] not in "“\"'")
    ):
        return None
    return _phrase(region, low + start, low + piece.stop)


def _before_which(region: Region, low: int, left: str) -> NounPhrase | None:
    """The body before a comma that "which" goes on with: "the army, which has denied it"."""
    begin = max(_hard(left), left.rfind(", ") + 1)
    words = left[begin:]
    articles = [found.start() for found in DETERMINER.finditer(words)]
    start = begin + (articles[-1] if articles else len(words) - len(words.lstrip()))
    if not left[start:].strip() or FINITE.search(left, start) or left[start:].count(" ") > 6:
        return None  # "(…), which says": nothing stands before it
    found = _phrase(region, low + start, low + len(left.rstrip()))
    named = found is not None and any(n.kind == "organisation" for n in region.named_in(*found.core))
    return found if found is not None and (named or sure(region, found.core)) else None


_ABSOLUTE: Final = re.compile(r"\W*With\s[^,;]*\Z")


def subject_of_clause(region: Region, low: int, stop: int, depth: int = 0) -> NounPhrase | None:
    """The subject of the nearest finite verb before ``stop`` that has one: "X came, saw it and said"."""
    if depth < _DEEPEST:
        text = region.text(low, stop)
        hard = _hard(text)
        that = text.find(" that ", hard) if text.endswith((", but", ", and")) else -1
        if that > 0 and ", " in text[that:-5]:
            # "X knew that its locks could be opened, according to Y, but told …": X did.
            text = text[:that]
        for verb in list(FINITE.finditer(text, hard))[:-9:-1]:
            if _ABSOLUTE.match(text, hard, verb.start()):
                break  # "With all votes counted, the mayor trailed by nine and said …"
            found = subject_before(region, low + hard, low + verb.start(), _DEEPEST)
            if found is not None:
                return found
    return _first_subject(region, low, stop)


def _first_subject(region: Region, low: int, stop: int) -> NounPhrase | None:
    """Who the sentence is about: its first pronoun or person ("he came back - but told …")."""
    text = region.text(low, stop)
    clause = text.rfind(",") + 1
    near = list(_SUBJECT_PRONOUN.finditer(text, clause))
    pronoun = near[0] if near and clause else _SUBJECT_PRONOUN.search(text)
    owners = ("'s", "’s")
    people = [
        n
        for n in region.named_in(low, stop)
        if n.kind == "person" and region.page.body[n.stop : n.stop + 2] not in owners
    ]
    if pronoun and (
        not people
        or low + pronoun.start() < people[0].start
        or (near and clause and people[0].start < low + clause)
    ):
        return plain(Span(low + pronoun.start(), low + pronoun.end()))
    if people:
        return plain(Span(people[0].start, people[0].stop))
    head = re.match(
        r"\s*((?:(?:Each|All|Both|None|One|Some|Many|Most)\sof\s(?:our|his|her|their|the|its)\s[\w'’-]+"
        r"|(?:The|A|An|Some|Many|Several|Most|One)\s[\w'’-]+(?:\s[\w'’-]+)?))",
        text,
    )
    return plain(Span(low + head.start(1), low + head.end(1))) if head else None


__all__ = [
    "subject_before",
    "subject_of_clause",
]
