"""Of which sort those who came to harm were, and what was hit: soldiers or civilians, a depot or a school.

"All of the dead were soldiers" leaves no room for a dead child; "no children among the dead" none for two;
"only military targets were hit" none for a block of flats. Each rule returns what it found, or None."""

from __future__ import annotations

import re

from muster.link.telling import Telling
from muster.link.told_otherwise import Found, clause_at, shared
from muster.link.whom import CIVIL_OBJECT, CIVIL_OBJECTS

# Acts of which an object is hit, and those that befall people.
_TO_OBJECTS = frozenset(("shelling", "destruction", "casualty", "explosion", "fire", "burning"))
_TO_PEOPLE = frozenset(("killing", "wounding", "execution", "casualty", "detention", "shelling"))
_SAME_PEOPLE = frozenset(("killing", "execution", "casualty"))
_ALL = re.compile(
    r"(?i)(?<!\w)(?:all|only|every|each|exclusively|none\sbut|все|всі|усі|только|лишь|лише|тільки"
    r"|исключительно"
    r"|виключно)(?!\w)"
)
_SOLDIERS = (
    r"(?:soldiers?|servicem[ae]n|fighters?|militants?|combatants?|troops|military|gunmen|mercenar\w+"
    r"|insurgents?"
    r"|terrorists?|солдат\w*|военнослужащ\w+|военн(?:ые|ых|ыми|ым)|боец|бойц\w+|боевик\w*|наемник\w*"
    r"|наёмник\w*|террорист\w*"
    r"|військовослужб\w+|військов(?:і|их|ими|им)|боєць|бійц\w+|бойовик\w*|найман\w+|терорист\w*)(?!\w)"
)
_CHILDREN = (
    r"(?:child(?:ren)?|boys?|girls?|minors?|teenagers?|infants?|bab(?:y|ies)|schoolchildren|pupils?"
    r"|дет(?:и|ей|ям|ьми)|ребен\w+|ребён\w+|несовершеннолетн\w+|подрост\w+|школьник\w*|младен\w+"
    r"|діт(?:и|ей|ям|ьми)|дитин\w+|неповнолітн\w+|підліт\w+|школяр\w*|немовл\w+)(?!\w)"
)
_WOMEN = r"(?:wom[ae]n|женщин\w*|жінк\w+|жінок|жінки)(?!\w)"
_OTHER_CIVILIANS = (
    r"(?:civilians?|residents?|villagers?|patients?|nurses?|doctors?|pensioners?|farmers?|shepherds?"
    r"|teachers?|workers?"
    r"|passers-by|refugees?|families|students?|miners?|fishermen|volunteers?|journalists?|medics?"
    r"|мирн\w+|гражданск\w+|жител\w+|пациент\w*|медсест\w+|врач\w*|пенсионер\w*|крестьян\w*|фермер\w*"
    r"|учител\w+|рабочи\w+"
    r"|беженц\w+|студент\w*|шахтер\w*|шахтёр\w*|рыбак\w*|волонтер\w*|журналист\w*|медик\w*|прохож\w+"
    r"|цивільн\w+|мешкан\w+|пацієнт\w*|сусідк\w+|лікар(?:і|ів|ями|ка|ку)?|селян\w*|робітник\w*"
    r"|вчител\w+|біженц\w+"
    r"|шахтар\w*|рибал\w+|перехож\w+)(?!\w)"
)
_PEOPLE = {
    "soldiers": re.compile(rf"(?i)(?<!\w){_SOLDIERS}"),
    "children": re.compile(rf"(?i)(?<!\w){_CHILDREN}"),
    "women": re.compile(rf"(?i)(?<!\w){_WOMEN}"),
    "civilians": re.compile(rf"(?i)(?<!\w)(?:{_OTHER_CIVILIANS}|{_CHILDREN}|{_WOMEN})"),
}
# "The five men killed in the yard were farmers", «погибшие – боевики»: what they all are called.
_CALLED = re.compile(
    r"(?i)(?<!\w)(?:killed|dead|victims|fatalities|died|погибш\w+|убит\w+|жертв\w+|загибл\w+"
    r"|вбит\w+)(?!\w)[^.;:!?…\n»”]{0,80}?"
    r"(?:\s[–—-]\s|(?<!\w)(?:were|was|are|is|был[иао]?|являл\w+|являют\w+|оказал\w+|бул[иао]?|є"
    r"|виявил\w+)(?!\w)\s)"
    r"(?:(?!not\s|не\s)[\w’'-]+\s){0,3}?(?=(?P<who>[^\W\d_]+))"
)
# "No children among the dead", «среди погибших детей нет», «мирних жителів серед загиблих немає».
_AMONG = re.compile(
    r"(?i)(?<!\w)(?:no|not\sany|not\sa\ssingle|any)\s(?P<en>[^.;:!?…\n»”]{2,60}?)\s(?:(?:were|was|are"
    r"|is|have\sbeen)\s)?"
    r"(?:\w+\s)?among\s(?:the|those|them)\s(?P<end>\w+)"
    r"|(?<!\w)(?:среди|серед)\s(?P<ru>[^.;:!?…\n»”]{4,120}?)(?:\s[–—-]\s?)?\s(?:нет|не\s(?:было"
    r"|оказалось|значит\w*)|немає|нема|не\s(?:було|виявлено))(?!\w)"
    r"(?P<tail>[^.;:!?…\n»”]{0,60})"
    r"|(?<!\w)(?:нет|не\sбыло|немає|не\sбуло)\s(?P<turned>[^.;:!?…\n»”]{2,60}?)\s(?:среди|серед)\s"
)
_MILITARY_OBJECT = re.compile(
    r"(?i)(?<!\w)(?:military|ammunition|arms\sdepot|weapons|barracks|command\s(?:post|centre|center)"
    r"|launchers?|airfield|air\sbase"
    r"|soldiers|troops|fighters|equipment|военн|боеприпас|казарм|штаб|аэродром|позици|техник|боевик|огнев"
    r"|військов|боєприпас|казарм|аеродром|техні[кц]|бойовик|вогнев)"
)
_NOT_CIVIL = re.compile(
    r"(?i)(?<!\w)(?:(?:,\s|and\s|but\s)?not|rather\sthan|instead\sof|а\sне|та\sне|и\sне)\s(?:(?:on|at"
    r"|in|по|на|в|у|a|an|the|any)\s){0,2}"
    r"(?:[\w’'-]+\s){0,2}?(?:civil|residential|hous|home|school|hospital|market|apartment|жил"
    r"|гражданск|школ|больниц|рынок|рынк|дом"
    r"|житл|цивільн|шкіл|лікарн|ринок|ринк|будин)"
)
_UNHARMED = re.compile(
    r"(?i)(?<!\w)(?:не\s(?:пострада\w+|поврежд\w+|задет\w*|постражда\w+|пошкодж\w+|зачепл\w+)"
    r"|(?:were|was|have|has)\s(?:not|never)\s(?:been\s)?(?:hit|damaged|harmed|targeted|struck"
    r"|affected)|(?:suffered|sustained)\sno)"
)
_AND = re.compile(r"\s(?:and|и|і|та|й)\s")
_NEAR = 60


def hits_an_object(words: str, kinds: frozenset[str] | set[str]) -> bool:
    """Whether words of these kinds of act say what was hit: a depot, a school, "civilian objects"."""
    return not kinds.isdisjoint(_TO_OBJECTS) and (
        CIVIL_OBJECT.search(words) is not None
        or CIVIL_OBJECTS.search(words) is not None
        or _MILITARY_OBJECT.search(words) is not None
    )


def of_another_sort(one: Telling, other: Telling, when: str, one_event: bool) -> Found | None:
    """Those who came to harm, or what was hit, are of two sorts, at one place or in accounts of one event."""
    if not (one_event or one.places & other.places or one.names & other.names):
        return None
    if when == "apart" or not one.may_share_place(other):
        return None
    return (
        _called_otherwise(one, other, when)
        or _none_among(one, other, when)
        or _only_military(one, other, when)
    )


def of_all_people(denies: Telling, tells: Telling, kind: str) -> bool:
    """Whether a denial is of people in general, or of such as the other tells of beside its act: "no soldiers
    died" says nothing of nine people who did."""
    if kind not in _TO_PEOPLE - {"shelling"}:
        return True
    act = next((a for a in denies.acts if a.denied), None)
    clause = clause_at(denies.words, act.start, act.stop) if act else denies.words
    sorts = [sort for sort, words in _PEOPLE.items() if words.search(clause)]
    if not sorts:
        return True
    told = next((a for a in tells.acts if a.kind == kind), None)
    there = clause_at(tells.words, told.start, told.stop) if told else tells.words
    if told and (joined := [m.end() for m in _AND.finditer(there)]):
        at = there.find(tells.words[told.start : told.stop])
        first = max((end for end in joined if end <= at), default=0)
        there = there[first : min((end for end in joined if end > at), default=len(there))]
    return any(_PEOPLE[sort].search(there) for sort in sorts)


# People ----------------------------------------------------------------------------------------------


def _called_otherwise(one: Telling, other: Telling, when: str) -> Found | None:
    """All of the dead are said to be soldiers, and civilians are said to be dead, or the other way about."""
    if not all(t.stance == "asserted" and t.told.get("killing") is False for t in (one, other)):
        return None
    for whole, some in ((one, other), (other, one)):
        sort = _sort_of_all(whole)
        if sort is None:
            continue
        against = "civilians" if sort == "soldiers" else "soldiers"
        called = _called(some)
        every = _ALL.search(whole.words) is not None
        if called == against or (every and _mentions(some, against) and not _mentions(some, sort)):
            return _found(
                one, other, when, "who was killed", "another way of calling the same people would explain it"
            )
    return None


def _sort_of_all(telling: Telling) -> str | None:
    """Of which one sort all of the dead are said to be."""
    called = _called(telling)
    if called:
        return called
    every = _ALL.search(telling.words)
    if every:
        for sort, against in (("soldiers", "civilians"), ("civilians", "soldiers")):
            if _PEOPLE[sort].search(telling.words, every.end()) and not _mentions(telling, against):
                return sort
    return None


def _called(telling: Telling) -> str | None:
    """What the dead are called: "the five men killed were farmers"."""
    for m in _CALLED.finditer(telling.words):
        for sort in ("soldiers", "civilians"):
            if _PEOPLE[sort].match(telling.words, m.end()):
                return sort
    return None


def _mentions(telling: Telling, sort: str) -> bool:
    return _PEOPLE[sort].search(telling.words) is not None


def _none_among(one: Telling, other: Telling, when: str) -> Found | None:
    """ "No children among the dead" beside children who were killed."""
    for denies, tells in ((one, other), (other, one)):
        m = _AMONG.search(denies.words)
        if m is None or denies.stance != "asserted" or tells.stance != "asserted":
            continue
        kinds = {a.kind for a in denies.acts if m.start() <= a.start <= m.end() + _NEAR} & _TO_PEOPLE
        kinds |= _SAME_PEOPLE if kinds & _SAME_PEOPLE else set()
        if not any(tells.told.get(kind) is False for kind in kinds):
            continue
        said = m[0]
        for sort in ("children", "women", "civilians", "soldiers"):
            if _PEOPLE[sort].search(said):
                if _mentions(tells, sort) and not _AMONG.search(tells.words):
                    return _found(
                        one,
                        other,
                        when,
                        f"{sort} among them",
                        "another count of the same people would explain it",
                    )
                break
    return None


# Things ----------------------------------------------------------------------------------------------


def _only_military(one: Telling, other: Telling, when: str) -> Found | None:
    """Only soldiers' things were hit, or nothing of civilians, beside a school or a home that was."""
    for spares, tells in ((one, other), (other, one)):
        if tells.stance != "asserted" or spares.stance != "asserted" or not _spares_civil(spares):
            continue
        if any(tells.told.get(k) is False for k in _TO_OBJECTS) and _civil_hit(tells):
            return _found(
                one,
                other,
                when,
                "what was hit",
                "another strike, or another object beside it, would explain it",
            )
    return None


def _spares_civil(telling: Telling) -> bool:
    """Whether it says that nothing of civilians was hit."""
    words = telling.words
    if not any(kind in _TO_OBJECTS for kind in telling.told):
        return False
    if _NOT_CIVIL.search(words) and _MILITARY_OBJECT.search(words):
        return True
    civil = CIVIL_OBJECTS.search(words)
    if civil and (_UNHARMED.search(words) or any(telling.told.get(k) for k in _TO_OBJECTS)):
        return True
    only = _ALL.search(words)
    return (
        only is not None
        and civil is None
        and _MILITARY_OBJECT.search(words, only.end(), only.end() + _NEAR) is not None
        and not CIVIL_OBJECT.search(words)
    )


def _civil_hit(telling: Telling) -> bool:
    words = telling.words
    return not _UNHARMED.search(words) and not _NOT_CIVIL.search(words) and (
        CIVIL_OBJECT.search(words) is not None or CIVIL_OBJECTS.search(words) is not None
    )  # fmt: skip


def _around_act(telling: Telling) -> str:
    act = next((a for a in telling.acts if a.kind in _TO_PEOPLE | _TO_OBJECTS), telling.acts[0])
    return clause_at(telling.words, act.start, act.stop)


def _found(one: Telling, other: Telling, when: str, about: str, else_: str) -> Found:
    return Found("unlike", _around_act(one), _around_act(other), 0.75, (
        *shared(one, other, when), else_,
    ), about=about)  # fmt: skip


__all__ = ["hits_an_object", "of_all_people", "of_another_sort"]
