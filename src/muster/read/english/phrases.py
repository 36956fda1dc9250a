"""English noun phrases: who stands before a verb, after it, or beside an apposition."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from muster.read.frames import Region
from muster.read.people.people import Named
from muster.text.listed import listed
from muster.text.spans import Span


class NounPhrase(NamedTuple):
    """``core``: the words by which somebody is known; ``whole``: these with age, role and apposition."""

    core: Span
    whole: Span


def plain(span: Span) -> NounPhrase:
    """A phrase with nothing around its core."""
    return NounPhrase(span, span)


_FAR: Final = 400
_DEEPEST: Final = 5
_AUXILIARY: Final = re.compile(
    r"(?:(?:^|(?<=[\s,]))(?:has|have|had|was|were|is|are|'s|’s|also|later|then|now|long|ever|yet|previously|repeatedly"
    r"|reportedly|recently|further|simply|just|never|not|did|does|do|would|will|can|could|may|might|should"
    r"|must|earlier|again|once|still|even|only|often|always|himself|herself|themselves|itself|been|being"
    r"|[a-z]{2,20}ly|both|all|subsequently|therefore|thus|too|since|first|n't|didn['’]t|doesn['’]t|hasn['’]t"
    r"|haven['’]t|hadn['’]t|refused\sto|declined\sto|no\slonger|went\son\sto|sought\sto|took\sto\s\w+\sto|continued\sto"
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
_LEADING: Final = re.compile(
    r"(?:(?:\d{1,2}(?:[.:]\d{1,2}){1,3}\.?|But|And|Yet|Still|Then|Later|Meanwhile|Instead|Also|However|Earlier|Afterwards|Now|Today"
    r"|Yesterday|Once|So|Indeed|Finally|"
    r"Separately|Similarly|Moreover|Furthermore|Nevertheless|Even|Only|Both(?!\s\w+\sand\b)|either|or|and|but"
    r"|then|later|now|while|whereas|although|though|with(?=\s[A-Z]))[,\s]\s*)+"
)
_PREPOSITION: Final = re.compile(
    r"(?:In|On|At|After|By|During|For|From|Since|Until|With|Under|Over|Last|Earlier|Despite|Following"
    r"|Amid|Speaking|Asked|When|As|Within|Before|Like|Unlike|Because|About|Among|Citing)\b",
    re.I,
)
PRONOUN: Final = re.compile(
    r"(?:he|she|they|it|i|we|you|who|one|some|many|others|both|nobody|everyone|neither)\Z", re.I
)
_SUBJECT_PRONOUN: Final = re.compile(r"\b(?:he|she|they|we|I|He|She|They|We)\b")
DETERMINER: Final = re.compile(
    r"\b(?:the|a|an|his|her|their|our|my|some|many|several|most|one|two|three|other|all|each|another)\s", re.I
)
_GOVERNED: Final = re.compile(
    r"\b(?:of|in|at|on|by|for|from|with|to|about|after|before|during|over|under|near|outside|inside|against"
    r"|between|into|through|as|like|among|despite|following|until|since|within)\s\Z",
    re.I,
)
# A verb that makes a clause of the words before it. Participles after a noun are kept out where a
# preposition of theirs follows ("an officer named", "a report published on").
FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should|shall|cannot"
    r"|(?:is|are|was|were|has|have|had|does|do|did|would|could|should)n['’]t|won['’]t|can['’]t|he['’]s"
    r"|she['’]s|it['’]s|they['’]re|we['’]re|there['’]s|went|took|came|made|gave|left|held|saw|got|fell|began"
    r"|met|won|ran|kept|brought|sent|stood|knew|became|said|told|says|spoke|rose|grew|broke|drove|drew|fought"
    r"|bought|sought|led|lost|felt|heard|meant|thought|taught|caught|swore|spent|paid|chose|flew|threw|hid|wrote|rang|sang|sat|slept|woke|wore|bore|blew|built|dug|ate"
    r"|drank|fled|forgot|froze|hung|laid|lent|rode|sank|sold|shook|stole|struck|swam|tore|understood|withdrew|tells|goes|takes|comes|makes|gives|wants|remains"
    r"|(?<!-)(?!need\b|indeed\b|speed\b|feed\b|seed\b|hundred\b|united\b|armed\b|named\b|called\b)"
    r"[a-z]{2,}ed(?!\s(?:by|as|named|called)\b))\b"
)
RELATIVE: Final = re.compile(
    r"[\s,](?:who|whose|whom|which|where"
    r"|that(?!\s(?:he|she|they|it|we|I|you|the|an?|his|her|their|its|this|there|no|all)\b))\s"
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
    with by from what also still thus then now instead even only"""
)
# "A porter, filmed in silhouette, said": what was done with somebody is no verb of his.
PARTICIPLES: Final = (
    r"(?:filmed|shown|seen|photographed|interviewed|contacted|dressed|seated|masked|wounded|injured|born|raised|based"
    r"|armed|accused|charged|convicted|sentenced|released|freed|captured|detained|held|jailed|exiled|retired|stationed"
    r"|posted|deployed|mobili[sz]ed|drafted|conscripted|referred|identified|described|introduced|granted|promised|known"
    r"|affiliated|linked|connected|allied|attached|assigned|seconded|married|related|opposed|trained|educated|nicknamed|aged|embedded"
    r"|accompanied|backed|supported|funded|tasked|wanted|employed|engaged|tied|sworn|barred|banned|suspended|dismissed"
    r"|published|issued|dated|signed|written|printed|pinned|drafted|obtained|named|elected|appointed|evacuated|displaced|summoned|questioned|pressed|flanked|surrounded)"
)
# "Giving evidence behind a screen, the driver said": what he did meanwhile.
MEANWHILE: Final = re.compile(
    r"(?!(?:During|Nothing|Something|Everything|Anything|Spring|Evening|Morning|King|Beijing)\b)[A-Z][a-z]{2,}ing\s"
    r"(?:to|in|on|at|from|with|by|about|for|of|as|under|over|after|before|outside|inside|behind|through|up|out|the|an?|his|her|their"
    r"|its|this|that|him|them|me|us|what|how|evidence|testimony|reporters|journalists|questions)\b"
)
# What may stand between a subject and its verb, set off by commas.
_ASIDE_CLAUSE: Final = re.compile(
    r"\s*(?:who|whose|whom|which|where|when|while|speaking|writing|citing|asked|quoted|reached|answering"
    r"|responding|referring|of|in|on|at|after|before|during|for|from|with|without|under|like|unlike|as|by"
    r"|including|along|together|over|through|between|against|despite|amid|[a-z]+ing"
    rf"|{PARTICIPLES}(?=\s(?:in|on|at|by|from|with|to|for|as|near|over|twice|only|last|under|during|after|since|earlier|alone"
    r"|here|[a-z]+ly)\b|\Z))\b"
)
# An apposition: age, article or role word, another name.
_APPOSED: Final = re.compile(
    r"\s*(?:\d{1,3}\s*\Z|aged\s|(?:a|an|the|one|his|her|their|its|of|formerly|then|now|also)\s|[A-Z“\"]"
    r"|[a-z-]+(?<!ed)(?<!ing)\s(?:of|at|for|with|in|and)\s|(?:head|chief|director|[a-z]+man|[a-z]+woman|leader|president)\b"
    # "One of the nine, schoolteacher N, said"
    r"|(?!(?:with|whom?|like|than|unlike|alongside|beside|behind|to|via|under|after|before|through|near)\b)"
    r"(?:[a-z-]+(?<!ed)(?<!ing)\s){1,2}[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s*\Z)"
)


def subject_before(region: Region, low: int, stop: int, depth: int = 0) -> NounPhrase | None:
    """The noun phrase whose verb begins at ``stop``: straight before it, beyond what commas set off,
    or of the verb that this one is joined to ("X came and said")."""
    low = max(low, stop - _FAR, region.start)
    left = _SPOKEN_TO.sub("", _without_auxiliaries(region.text(low, stop)))
    if not left:
        return None
    if (aside := _WE_ASIDE.search(left)) and not FINITE.search(left[: aside.start()]):
        left = left[: aside.start()]
    if left[-1] in ",–—-":
        return _beyond_aside(region, low, left, depth)
    if left.endswith(")"):
        opened = left.rfind("(")
        left = left[:opened].rstrip() if opened > 0 else left
    hard = _hard(left)
    begin = _head_of_clause(left, hard)
    phrase = left[begin:]
    # "- The navy insists …": the mark of a list.
    begin += len(phrase) - len(phrase.lstrip(" -–—•*·▪"))
    phrase = phrase.strip(" -–—•*·▪")
    if re.search(r"\bwho\Z", phrase):
        return _before_relative(region, low, low + len(left) - 3)
    if not phrase or re.search(r"\b(?:and|but|or|then|by|without)\Z", phrase, re.I):
        return subject_of_clause(region, low, low + len(left), depth)
    dropped = _LEADING.match(phrase)
    if dropped and dropped.end() < len(phrase):
        begin += dropped.end()
        phrase = phrase[dropped.end() :]
    return _phrase(region, low + begin, low + begin + len(phrase))


_HEAD_AND_RELATIVE: Final = re.compile(
    r"[\s\"“]*(?:(?:The|An?|His|Her|Its|Their)\s[^,;.\x00\n]{2,60},\s(?=[A-Z]))?"
    r"((?:(?:The|An?|One|Another|Two|Three|Several|Some|[A-Z][\w’'.-]+)\s(?:[\w’'.-]+\s){0,5}?[\w’'-]+)|[A-Z][\w’'-]{2,20}(?=,))"
    r",?\s(?:(?:to|of|for)\s)?(?:who|whose|whom)\s"
)


def subject_of_sentence(region: Region, low: int, stop: int) -> NounPhrase | None:
    """The head of the sentence, where a long relative clause parts it from the verb at ``stop``:
    "A nurse who asked us to leave because she was on duty said …"."""
    found = _HEAD_AND_RELATIVE.match(region.text(low, stop))
    if found is None or FINITE.search(found.group(1)):
        return None
    core = Span(low + found.start(1), low + found.end(1))
    head = _COMPLEMENT.split(region.page.words(core), maxsplit=1)[0]
    last = head.rsplit(None, 1)[-1].lower()
    somebody = last in region.words.roles | region.words.plural
    named = any(n.kind == "person" and n.stop == core.stop for n in region.named_in(*core))
    return plain(core) if somebody or named else None


_COMPLEMENT: Final = re.compile(r"\s(?:of|for|at|in|from|with|on|near)\s")


def in_its_relative(region: Region, low: int, verb: int, stop: int) -> bool:
    """Whether a verb stands in the clause about the head of the sentence: "A, who asked that …, said"."""
    found = _HEAD_AND_RELATIVE.match(region.text(low, stop))
    between = region.text(verb, stop).rstrip() if found is not None and low + found.end() <= verb + 1 else ""
    if found is not None and not found.group().rstrip().rpartition(" ")[0].endswith(","):
        # "A sergeant who feared being punished said": no comma ends the clause.
        return bool(between) and re.search(r",|\b(?:and|but|that|while)\b", between) is None
    return between.endswith(",") and not re.search(r",\s(?:and|but|while)\s", between)


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


def _head_of_clause(left: str, hard: int) -> int:
    comma = left.rfind(",", hard)
    if comma >= hard and left[comma + 1 : comma + 2].isdigit():
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
    if _PREPOSITION.match(words) or words.count(" ") > 13 or FINITE.search(words):
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
    r"|from|with|to|for|last|this|early|late|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b))"
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
    title = _TITLES.search(region.page.body[max(start, head - 40) : head])
    head = max(start, head - 40) + title.start() if title else head
    lead = region.page.body[start:head]
    longest = 8 if DETERMINER.match(lead) or _OF_A_BODY.search(lead) else 4
    joined = re.search(r"\b(?:and|or)\s\Z", lead)
    short = 0 < lead.count(" ") <= (8 if joined else longest)
    return start if short and not (_PREPOSITION.match(lead) or "," in lead or FINITE.search(lead)) else head


# "Officials at the", "a lawyer for": what stands before a body's name is who speaks.
_OF_A_BODY: Final = re.compile(r"\b(?:at|for|of|from|with|in)\s(?:the\s)?(?:\d{1,4}(?:st|nd|rd|th)?\s)?\Z")
_TITLES: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Cpt|Maj|Cmdr|Adm|Gov|Sen|Rep|Rev|Sir|Lady|Lord|President"
    r"|Senator|Judge|Justice)\.?\s)+\Z"
)


# "The trial of X heard from his former cook, who said …"
_SOMEBODY_NEARER: Final = re.compile(
    r"\b(?:from|by|to|with)\s((?:his|her|their|its|an?|the)\s(?:[a-z-]+\s){0,2}([a-z-]+))\Z"
)
# "Drew protest from environmental groups, who said …"
_BARE_PEOPLE: Final = re.compile(
    r"\b(?:from|by|with|of|to|among|for)\s((?:[a-z-]+\s){0,2}(?:groups|officials|experts|economists|lawyers|lawmakers|residents|activists|leaders|critics"
    r"|farmers|workers|doctors|teachers|scientists|analysts|police|prosecutors|investigators|relatives|supporters|witnesses|advocates|unions"
    r"|companies|families|diplomats|Republicans|Democrats|conservatives|liberals|voters|parents|neighbo(?:u)?rs|soldiers|officers))\Z"
)


def _before_relative(region: Region, low: int, stop: int) -> NounPhrase | None:
    """Who is meant by "who" at ``stop``: the last name, else the last phrase with an article."""
    left = region.text(low, stop).rstrip(" ,")
    end = low + len(left)
    names = [n for n in region.named_in(low, end) if n.kind == "person" and n.stop >= end - 60]
    nearer = _SOMEBODY_NEARER.search(left, names[-1].stop - low) if names else None
    if nearer is not None and nearer.group(2) in region.words.roles:
        return plain(Span(low + nearer.start(1), end))
    if names:
        return plain(Span(names[-1].start, names[-1].stop))
    articles = [
        m for m in DETERMINER.finditer(left)
        if left[m.start() :].count(" ") <= 6 and not FINITE.search(left, m.end())
    ]  # fmt: skip
    free = [m for m in articles if not re.search(r"\b(?:of|in|at|from)\s\Z", left[: m.start()])] or articles
    several = _BARE_PEOPLE.search(left) if not free else None
    if several is not None:
        return plain(Span(low + several.start(1), end))
    return plain(Span(low + free[-1].start(), end)) if free else None


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
        if not _is_aside(left[slice(*pieces[i + 1])]):
            break
        if i == len(pieces) - 2 and (owned := _whose(region, low, left, pieces[i], pieces[i + 1])):
            return owned
        opener = _OPENER.match(left, pieces[i].start, pieces[i].stop)
        if opener and found is not None and _TIME_OPENER.match(opener.group()):
            break  # "After the match, X, the coach, said"
        one = _nominal(region, low, left, Span(opener.end() if opener else pieces[i].start, pieces[i].stop))
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
    return _with_appositions(region, low, left, found, pieces[chosen + 1 :])


_WHOSE: Final = re.compile(r"whose\s((?:[a-z-]+\s){0,3}[a-z-]+)\Z")


def _whose(region: Region, low: int, left: str, noun: Span, name: Span) -> NounPhrase | None:
    """ "The opposition, whose leader, X, called it …": X, and what he is of whom."""
    found = _WHOSE.match(left, noun.start, noun.stop)
    people = region.named_in(low + name.start, low + name.stop + 1) if found else []
    if found is None or not any(n.kind == "person" and n.stop == low + name.stop for n in people):
        return None
    return plain(Span(low + found.start(1), low + name.stop))


# "The commander, a major she has met once, wrote …": a clause about the noun without "whom".
_CONTACT: Final = re.compile(
    r"\s*(?:an?|the|one|his|her|their)\s(?:[\w-]+\s){1,3}?(?=(?:he|she|they|we|I|you)\s)"
)


def _is_aside(words: str) -> bool:
    contact = _CONTACT.match(words)
    if contact is not None and not FINITE.search(words, 0, contact.end()):
        return True
    relative = RELATIVE.search(" " + words)
    return _ASIDE_CLAUSE.match(words) is not None or not FINITE.search(
        words, 0, relative.start() if relative else len(words)
    )


# "… and told her that a major, whom …, had ordered it".
_TOLD_THAT: Final = re.compile(r"(?:him|her|them|me|us|you|reporters|journalists)\sthat\s(?=\S)")


def _nominal(region: Region, low: int, left: str, piece: Span) -> NounPhrase | None:
    """The phrase that a stretch between commas is, if it is no clause."""
    words = left[slice(*piece)]
    dropped = _TOLD_THAT.match(words) or _LEADING.match(words)
    start = piece.start + (dropped.end() if dropped and dropped.end() < len(words) else 0)
    words = left[start : piece.stop]
    relative = RELATIVE.search(words)
    if FINITE.search(words, 0, relative.start() if relative else len(words)):
        return None
    if (
        _ASIDE_CLAUSE.match(words)
        or MEANWHILE.match(words)
        or words.startswith(("to ", "not "))
        or (not words[:1].isalnum() and words[:1] not in "“\"'")
    ):
        return None
    return _phrase(region, low + start, low + piece.stop)


def _with_appositions(
    region: Region, low: int, left: str, found: NounPhrase, asides: list[Span]
) -> NounPhrase:
    """The phrase with its appositions; a name among them is who it is."""
    core, stop = found.core, found.whole.stop
    for aside in asides:
        words = left[slice(*aside)]
        if not _APPOSED.match(words):
            break
        relative = RELATIVE.search(words)
        contact = _CONTACT.match(words)
        if contact and FINITE.search(words, contact.end()):
            stop = low + aside.start + len(contact.group().rstrip())
            break
        stop = low + (aside.start + relative.start() if relative else aside.stop)
        people = [n for n in region.named_in(low + aside.start, low + aside.stop) if n.kind == "person"]
        apposed = (
            people and people[0].start <= low + aside.start + 40 and people[0].stop >= low + aside.stop - 2
        )
        if apposed and not any(_is_himself(region, n, core) for n in region.named_in(*core)):
            core = Span(core.start, people[0].stop)
    return NounPhrase(core, Span(found.whole.start, stop))


_OF_SOMEBODY: Final = re.compile(
    r"[a-z]\s(?:of|for|to|with|by|from|around|behind|against|representing)\s(?:(?:the\slate|then|[A-Z][a-z]{1,14}\.?)\s){0,3}\Z"
)


def of_somebody(lead: str) -> bool:
    """Whether a preposition holds the name behind: "a lawyer for Mr. | X", "people close to | X"."""
    return _OF_SOMEBODY.search(lead) is not None


def _is_himself(region: Region, n: Named, core: Span) -> bool:
    """A person whom the phrase names, not one whose it is: "X's running mate"."""
    owner = region.page.body[n.stop : n.stop + 2] in ("'s", "’s") and n.stop + 2 < core.stop
    return n.kind == "person" and not owner and not of_somebody(region.page.body[core.start : n.start])


def subject_of_clause(region: Region, low: int, stop: int, depth: int = 0) -> NounPhrase | None:
    """The subject of the nearest finite verb before ``stop`` that has one: "X came, saw it and said"."""
    if depth < _DEEPEST:
        text = region.text(low, stop)
        hard = _hard(text)
        for verb in list(FINITE.finditer(text, hard))[:-9:-1]:
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
    people = [n for n in region.named_in(low, stop) if n.kind == "person"]
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
    "DETERMINER",
    "FINITE",
    "MEANWHILE",
    "PARTICIPLES",
    "PRONOUN",
    "RELATIVE",
    "NounPhrase",
    "in_its_relative",
    "plain",
    "subject_before",
    "subject_of_clause",
    "subject_of_sentence",
]
