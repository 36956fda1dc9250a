"""Who a speaker is to the question of how he knows: a side, a helper, a relative, a witness, an expert,
a body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from muster.read.basis.called import OF_WHAT, RELATIVE, without_clause
from muster.read.basis.helpers import AT_THE_TABLE, HELPERS, HELPS, PASSERS, STAFF, TREATS
from muster.read.basis.offices import (
    ABROAD,
    AFIELD,
    AFLOAT,
    ANYWHERE,
    AT_WORK,
    CIVIC,
    FORMER,
    HEADS,
    INSIDE,
    KEEPERS,
    KEPT,
    LEFT,
    NO_OFFICE,
    OF_A_FIRM,
    OF_BODY,
    OFFICERS,
    OFFICES,
    ON_WAR,
    PRESIDES,
    PRESS,
    PROSECUTES,
    SPEAKS_FOR,
    STATE,
    WARD,
)
from muster.read.speakers.source_kind import kind_of
from muster.read.speakers.voice import Voice
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.cues import Lexicon
from muster.text.sources.standings import standings
from muster.text.sources.words import source_words


@dataclass(frozen=True, slots=True)
class Who:
    """What the text calls a speaker, by the head nouns of his description."""

    role: frozenset[str]
    described: bool  # by a noun, not by a name alone
    side: bool
    helper: bool  # takes cases in: a lawyer, a hotline, a rights group
    treats: bool  # a doctor, a hospital
    kin: bool
    expert: bool  # an expert, a journalist, a mediator: of no side and no witness
    witness: bool  # by trade, by place or by what the text says of him
    office: bool  # a post that says nothing of what he saw
    body: bool
    several: bool
    afield: bool  # in command of those beside him: his "we" is himself
    paper: bool

    @property
    def single(self) -> bool:
        """Whether it is one person."""
        return not (self.body or self.several or self.paper)


EXPERT: Final = listed(
    """analyst expert professor historian economist researcher scientist sociologist pollster journalist
    reporter editor diplomat politician envoy mediator negotiator observer author blogger
    политик політик политикиня політикиня генсек
    журналист аналитик эксперт профессор историк экономист исследователь учёный ученый социолог редактор
    дипломат посредник переговорщик наблюдатель политолог блогер корреспондент главред нотариус нотариуса
    админ администратор краевед краєзнавець краєзнавиця
    журналіст аналітик експерт професор історик економіст дослідник вчений соціолог редактор дипломат
    посередник перемовник спостерігач політолог блогер кореспондент соціологиня експертка журналістка
    журналистка репортёр економістка історикиня професорка аналітикиня репортер репортерка
    обозреватель обозревательница оглядач оглядачка
    головред нотаріус нотаріуса адміністратор авторка автор"""
)
_OUTSIDE: Final = listed(
    """founder co-founder editor analyst professor lawyer activist advocate volunteer основатель
    основательница редактор аналитик профессор адвокат юрист
    правозащитник активист волонтёр засновник засновниця редактор
    редакторка аналітик професор адвокат адвокатка юрист юристка правозахисник активіст активістка волонтер"""
)
# A sister of a ward is nobody's sister.
_NURSING: Final = listed("ward head nursing theatre charge convent")
_ON_THE_WARD: Final = listed("nurse nurses orderly orderlies cook cleaner driver porter janitor guard")
# Soldiers, sailors and others who see what they tell of.
_TRADES: Final = listed(
    """sapper gunner pilot tankman nurse sniper infantryman mechanic rifleman marine private corporal
    passenger crewman stoker cook teacher pupil patient shopper farmer miner dockworker fisherman
    survivor boy girl old-timer pensioner rescuer fireman firefighter"""
)
_PREPOSITION: Final = re.compile(r"\s(?:of|for|at|in|with|from|on|by|to|who|whose|close|near|inside)\s|,")
_LETTERS: Final = re.compile(r"[^\W\d_][\w'’-]*")
_OWNER: Final = re.compile(r".*(?:['’]s|s['’])\s", re.S)


# "His deputy", "his counterpart, X": of those who have one.
_OTHER_SIDE: Final = re.compile(
    r"\b(?:other|opposing|enemy)\sside\b|(?:друг|ин|противоположн|вражеск)\w{2,3}\sсторон|(?:інш|друг|протилежн|ворож)\w{1,3}\sсторон",
    re.I,
)
_FOR_THE_STATE: Final = re.compile(
    r"\b(?:counsel|lawyers?|attorneys?|barristers?)\s(?:for|representing)\s(?:the\s)?(?:\w+\s)?"
    r"(?:ministry|government|state|army|prosecution|police|military|council|city|authorities)(?=,|\Z)",
    re.I,
)
_MANAGES: Final = listed("administration management администрация дирекция адміністрація дирекція")
_DEPUTY: Final = re.compile(
    r"(?:his|her|their|its|the\s\w+['’]s)\s(?:\w+\s)?(?:deputy|counterpart|adjutant|chief\sof\sstaff)\b", re.I
)


_NTH: Final = re.compile(
    r"(?:an?|the|one)\s(?:second|third|fourth|fifth|other|another)(?:\sone)?,\s|(?:one|another)(?:\sof\s[\w\s’'-]{3,30})?,\s",
    re.I,
)


def _head_words(called: str) -> set[str]:
    """What somebody is, without whose he is and where: "X's lawyer", "soldiers of the 9th Brigade"."""
    if (nth := _NTH.match(called)) is not None:
        called = called[nth.end() :]  # "A third, a Western diplomat"
    head = _PREPOSITION.split(_OWNER.sub("", called), maxsplit=1)[0]
    found = {w.lower() for w in _LETTERS.findall(head)}
    return found | {w[:-1] for w in found if len(w) > 4 and w.endswith("s") and not w.endswith("ss")}


_OWNED: Final = re.compile(r"['’]s\s|\bof\b|\b(?:his|her|my|our|their)\s", re.I)


@lru_cache(maxsize=1 << 12)
def is_state(whole: str) -> bool:
    """Whether words name a body or an office of a side."""
    return STATE.search(whole) is not None


@lru_cache(maxsize=1 << 12)
def _helps(whole: str) -> bool:
    return HELPS.search(whole) is not None


@lru_cache(maxsize=1 << 12)
def _is_paper(called: str, language: str) -> bool:
    return bool(called) and kind_of(called, language) == "document" and VOICE_OF.search(called) is None


# A journal that nobody prints.
_LOG: Final = re.compile(
    r"журнал\w{0,3}\s(?:\w+\s)?(?:дежурств|дежурн|чергуван|чергов|уч[её]та|обліку|боев|бойов|вахт|регистрац|реєстрац|посещен|відвідуван|вызов|виклик|пол[её]т"
    r"|польот|передач|наблюден|спостереж|операци|операці)",
    re.I,
)
_CAPTAIN: Final = listed("captain капитан капітан капітанка капітанк")
_WRITTEN_BY: Final = re.compile(r"\w\s(?:by|from|compiled|prepared)\s")
# A body's own voice, though it is written.
VOICE_OF: Final = re.compile(
    r"\b(?:statement|bulletin|communiqu[eé]|press\srelease|announcement|reply|channel|broadcast)\b"
    r"|(?<!\w)(?:заявлени|сводк|коммюнике|пресс-релиз|сообщени|ответ|канал|заяв|зведенн|комюніке"
    r"|прес-реліз|повідомленн|відповід)\w*",
    re.I,
)


def who_is(
    voice: Voice, called: str, lexicon: Lexicon, *, related: bool, present: bool, known_as: str
) -> Who:
    """What the text calls the speaker. ``called``: the words of the frame that stand for him;
    ``related``: it names
    somebody as his relative; ``present``: it says that he was there."""
    language = lexicon.language
    speaker = voice.speaker
    if known_as and len(called) < len(known_as):
        role_alone = speaker.role is None or speaker.role in _OF_THE_CHURCH or speaker.role[:6] == "whose "
        called = known_as if role_alone or OF_WHAT.search(speaker.role or "") else called
    former = LEFT.search(called) is not None
    called = without_clause(called)
    role = _role(voice, called, language)
    described = " ".join(filter(None, (speaker.role, speaker.organisation, speaker.name)))
    # Each list is asked by itself: a union of them costs more than all that is asked here.
    helper = bool(role & lexicon.caseload or role & HELPERS) or (
        _helps(f"{described} {called}")
        and (voice.kind == "organisation" or not role & PASSERS)
        and (
            speaker.name is None
            or voice.kind == "organisation"
            or speaker.organisation is not None
            or bool(role)
        )
    )
    if language == "en" and helper and role & _ON_THE_WARD and not (role & (lexicon.caseload | HELPERS)):
        helper = False  # "a nurse at the clinic" tells what she sees
    stand_ins = source_words(language).stand_ins
    tells = bool(role & lexicon.witness or role & _TRADES)
    near = bool(role & standings(language).nearby) and not role & (SPEAKS_FOR | OFFICES | lexicon.party)
    tells = tells or near
    posts = (role & lexicon.roles) - lexicon.witness - lexicon.female - lexicon.male - stand_ins
    helper = helper and not PROSECUTES.search(f"{described} {called}")
    across = (
        _FOR_THE_STATE.search(called) is not None or _OTHER_SIDE.search(f"{described} {called}") is not None
    )
    helper = helper and not across
    kin = voice.kin or related or _is_kin(voice, role, called, lexicon)
    paper = voice.kind == "document" or _speaks_from_paper(voice, called, language)
    paper = paper or (language != "en" and _LOG.search(called) is not None)
    paper = paper and not (VOICE_OF.search(called) and is_state(called))  # "the ministry's statement"
    written_by = language == "en" and voice.kind == "organisation" and _WRITTEN_BY.search(called)
    paper = paper or (bool(written_by) and _is_paper(called, language))  # "a survey by the Bureau"
    inside = bool(role & INSIDE) and is_state(called) and not (FORMER.search(called) or ABROAD.search(called))
    whole = f"{described} {called}"
    speaks = bool(role & (SPEAKS_FOR | _MANAGES)) or voice.kind == "organisation"
    ward = (
        (speaks or bool(role & STAFF)) and WARD.search(whole) is not None and not role & OFFICES - SPEAKS_FOR
    )
    works = (
        not inside
        and bool(role & INSIDE - stand_ins)
        and (KEPT.search(called) or AT_WORK.search(called)) is not None
    )
    afloat = bool(role & _CAPTAIN) and AFLOAT.search(whole) is not None
    keeper = (
        works or afloat or (bool(role & KEEPERS) and not role & ANYWHERE and KEPT.search(whole) is not None)
    )
    none = helper or ward or former or afloat
    side = not none and (inside or across or _of_a_side(voice, role, lexicon, called))
    return Who(
        role=frozenset(role), described=_describes(called, speaker.name, language),
        side=side, helper=helper, treats=ward or bool(role & TREATS), kin=kin,
        expert=bool((role & (EXPERT | standings(language).experts)) - AT_THE_TABLE or role & stand_ins)
        and not works,
        witness=present or tells or keeper,
        office=bool(posts or role & SPEAKS_FOR) and not tells and not keeper,
        body=voice.kind == "organisation",
        several=voice.kind == "group", paper=paper,
        afield=AFIELD.search(f"{described} {called}") is not None,
    )  # fmt: skip


def _describes(called: str, name: str | None, language: str) -> bool:
    """Whether the words hold a noun for a person beside his name."""
    words = {w.lower() for w in _LETTERS.findall(called) if not (name and w[:_STEM] in name)}
    nouns = source_words(language).people
    return any(w in nouns or lemma(w, language) in nouns for w in words)


_STEM: Final = 4  # letters by which a name in another case is known again


def _role(voice: Voice, called: str, language: str) -> set[str]:
    """The nouns that say what the speaker is: of "Major X's counsel" only the counsel."""
    if language != "en":
        words = set(voice.words) | set(_before_body(called))
        if one := _ONE_OF.match(called.lower()):
            words |= {re.sub("ок$", "ка", w) for w in one[1].split()}  # «одна з місцевих мешканок»
        return words | {lemma(w, language) for w in words}
    words = _head_words(called) if called else set()
    name = voice.speaker.name
    if name and called.startswith(f"{name}, "):
        words |= _head_words(
            _AGE.sub("", called[len(name) + 2 :])
        )  # "X, a magistrate", "X, 43, a magistrate"
    owned = _OWNER.match(called or voice.speaker.role or "")
    words |= _head_words(voice.speaker.role or "") if owned else set(voice.words)
    words |= {_WIVES[w] for w in words & _WIVES.keys()}
    return words | {w[:-1] for w in words if len(w) > 4 and w.endswith("s") and not w.endswith("ss")}


_ONE_OF: Final = re.compile(r"(?:один|одн\w{1,3}|двое|двоє|трое|троє)\s(?:из|з|із|зі)\s(\w+(?:\s\w+)?)")
_AGE: Final = re.compile(r"\A\d{1,3},\s")
_WIVES: Final = {"wives": "wife", "men": "man", "women": "woman"}


def _before_body(called: str) -> list[str]:
    """The words that say what somebody is, up to the preposition behind which his body or town stands."""
    return _LETTERS.findall(_SERVES.split(called, maxsplit=1)[0].lower()) if called else []


_SERVES: Final = re.compile(
    r"\s(?:of|for|at|in|with|from|who|whose|close|near|inside|в|во|у|із|из|з|который|которая|який|яка|що)\s"
)


def _speaks_from_paper(voice: Voice, called: str, language: str) -> bool:
    """Whether whoever speaks is a paper by the noun that stands there, or by the one a pronoun was led to."""
    name = voice.speaker.name
    if name is None and _is_paper(called, language):
        return True
    described = name or voice.speaker.role or ""
    return described[:1].islower() and _is_paper(described, language)


def _is_kin(voice: Voice, role: set[str], called: str, lexicon: Lexicon) -> bool:
    """A relative; a sister or brother of nobody may be a nurse or a monk, Father X is a priest."""
    kin = role & (lexicon.relative | standings(lexicon.language).kin)
    if lexicon.language == "en" and _BEHIND_COMMA.search(called):
        return True  # "Our subscriber, wife of a mortarman"
    if not kin or (
        voice.speaker.name and (voice.speaker.role or "") in _OF_THE_CHURCH and not _WHOSE.search(called)
    ):
        return False
    if lexicon.language == "uk" and kin <= _MAN_OR_HUSBAND:
        return _HIS_WIFE_S.search(f"{called}, {voice.speaker.role or ''}") is not None
    if lexicon.language != "en":
        return True
    lone = kin <= {"sister", "brother", "sisters", "brothers"} and not _OWNED.search(called)
    return not lone and not role & _NURSING


_BEHIND_COMMA: Final = re.compile(
    r",\s(?:the\s|a\s)?(?:wife|mother|father|husband|sister|brother|daughter|son|widow)\sof\b", re.I
)
_OF_THE_CHURCH: Final = listed("Father Mother Brother Sister Отец отец Отець отець матушка")
_WHOSE: Final = re.compile(
    r"(?<!\w)(?:его|её|ее|мой|наш|их|його|її|мій|їхній|his|her|my|their)\s|['’]s\s", re.I
)
# «Інший чоловік» is a man, «чоловік Олени», «її чоловік» a husband.
_MAN_OR_HUSBAND: Final = listed("чоловік")
_HIS_WIFE_S: Final = re.compile(
    r"(?<!\w)(?:її|мій|мого|наш|твій|своєї|їхній)\sчоловік|чоловік\w{0,3}\s(?!(?:на|у|в|з|із|зі|що|який|років|років|віком"
    r"|похилого|середнього|старшого|молодшого|без|за|під|біля|який|котрий|і|й|та|розпов|каже|говорит|сказа)\b)[^\W\d]",
    re.I,
)


def _of_a_side(voice: Voice, role: set[str], lexicon: Lexicon, called: str) -> bool:
    """A ministry, a headquarters, a commander, an official; whoever was one is none."""
    if lexicon.language == "en":
        return _of_a_side_en(voice, role, lexicon, called)
    speaker = voice.speaker
    named = speaker.name or "" if voice.kind in ("organisation", "group") else ""
    named = "" if voice.kind == "group" and _SOME_OF_THEM.match(named) else named
    whole = ON_WAR.sub("", f"{speaker.role or ''} {speaker.organisation or ''} {named} {called}")
    if (
        ABROAD.search(whole)
        or FORMER.search(whole)
        or CIVIC.search(whole)
        or role & _OUTSIDE
        or role & (lexicon.relative | NO_OFFICE)
    ):
        return False
    state = is_state(whole) or (voice.kind == "group" and (speaker.name or called).lower() in _MILITARY)
    nearby = set() if voice.kind == "organisation" else role & standings(lexicon.language).nearby
    if (
        (nearby or role & _RANK_AND_FILE)
        and not RELATIVE.search(called)
        and not role & (lexicon.party | OFFICES)
    ):
        return False  # «ребята из третьего батальона» are no command
    offices = role & (lexicon.party | OFFICES)
    if not state and offices <= ANYWHERE and AT_WORK.search(whole):
        return False
    if not state and offices <= SPEAKS_FOR and KEPT.search(whole):
        return False  # «пресс-служба порта»
    ranked = bool(offices - SPEAKS_FOR)
    if not ranked and role & SPEAKS_FOR and (speaker.organisation or OF_BODY.search(speaker.role or "")):
        return state
    return state or bool(role & (lexicon.party | OFFICES) and not role & EXPERT)


_RANK_AND_FILE: Final = listed(
    """ребята парни пацаны мужики бойцы солдаты мобилизованные контрактники срочники рядовые сослуживцы
    парень пацан хлопці хлопц хлопець хлопцы побратими побратим бійці бійц солдати
    солдат мобілізовані контрактники рядові"""
)
# Of nobody's number: the army itself.
_MILITARY: Final = listed("военные военных военным военными військові військових військовим військовими")
# «Двоє військових розповіли» speak for themselves.
_SOME_OF_THEM: Final = re.compile(
    r"(?:двое|трое|четверо|пятеро|несколько|оба|обе|двоє|троє|п.ятеро|кілька|обидва|обидві)(?!\w)", re.I
)


def _of_a_side_en(voice: Voice, role: set[str], lexicon: Lexicon, called: str) -> bool:
    """The same in English, where words beside the name count too: "X, president of the relief mission"."""
    speaker = voice.speaker
    whole = ON_WAR.sub("", f"{speaker.role or ''} {called}")
    if PROSECUTES.search(whole) or PRESS.search(whole):
        return True
    if ABROAD.search(whole) or OF_A_FIRM.search(whole):
        return False
    if FORMER.search(f"{whole} {speaker.organisation or ''}") or role & _OUTSIDE:
        return False
    nobody = lexicon.witness | lexicon.relative | _TRADES | NO_OFFICE
    head = _head_words(called) | _head_words(speaker.role or "")
    if head & nobody and not head & (lexicon.party | OFFICERS):
        return False  # "relatives of men of the 9th Brigade", "a witness for the prosecution"
    if voice.kind == "group":
        if ON_WAR.search(called):
            role = role - _WAR  # "military experts" are no military
            head = head - _WAR
        ranked = bool(role & (lexicon.party | OFFICERS)) or HEADS.search(whole) is not None
        return ranked or is_state(" ".join(sorted(head)))
    named = speaker.name or called if voice.kind == "organisation" else ""
    body = speaker.organisation or ""
    if role & SPEAKS_FOR and (body or OF_BODY.search(whole)):
        if PRESIDES.search(whole):
            return is_state(f"{PRESIDES.sub(' ', whole)} {named}")
        return is_state(f"{whole} {body} {named}") or HEADS.search(whole) is not None
    if (
        is_state(ON_WAR.sub("", f"{speaker.role or ''} {body} {named}"))
        or HEADS.search(whole)
        or _DEPUTY.match(called)
    ):
        return True
    return bool(role & (lexicon.party | OFFICERS) and not role & EXPERT)


_WAR: Final = listed("military defence defense security police intelligence")


__all__ = ["EXPERT", "VOICE_OF", "Who", "is_state", "who_is"]
