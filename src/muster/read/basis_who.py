"""Who a speaker is to the question of how he knows: a side, a helper, a relative, a witness, an expert,
a body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from muster.read.source_kind import kind_of
from muster.read.voices import Voice
from muster.text.cues import Lexicon
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.source_words import source_words


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
    reporter editor diplomat envoy mediator negotiator observer author blogger
    журналист аналитик эксперт профессор историк экономист исследователь учёный ученый социолог редактор
    дипломат посредник переговорщик наблюдатель политолог блогер корреспондент главред нотариус нотариуса
    админ администратор
    журналіст аналітик експерт професор історик економіст дослідник вчений соціолог редактор дипломат
    посередник перемовник спостерігач політолог блогер кореспондент соціологиня експертка журналістка
    головред нотаріус нотаріуса адміністратор авторка автор"""
)
# Bodies and offices of a side, by a word of their name or description.
_STATE: Final = re.compile(
    r"\b(?:ministr(?:y|ies)|arm(?:y|ies)|police|security service|emergency service|general staff|pentagon"
    r"|kremlin|government"
    r"|prosecut\w*|military|headquarters|command|brigade|battalion|regiment|division|corps|navy|air ?force"
    r"|national guard"
    r"|border guard|coast guard|authorit(?:y|ies)|administration|rebels?|insurgents?|militia|junta"
    r"|delegation|side|president(?:ial)?"
    r"|presidency|cabinet|intelligence (?:service|agency|directorate)|military intelligence|armed forces"
    r"|(?:commander|commandant|quartermaster|governor|mayor|prefect|minister|general"
    r"|colonel)['’]s\s(?:office|staff)"
    r"|forces|troops|garrison|occupation|officials?|alliance|counterpart|commission|councils?"
    r"|parliament|fire (?:officer|service|brigade)|rescuers|directorate|department|air defen[cs]e"
    r"|customs|town hall|city hall|municipality|tribunal|court|inspectorate|chancellery|parliament"
    r"|senate)\b|\A\W*service\W*\Z"
    r"|министерств|минобороны|минздрав|\bмвд\b|\bмид\b|\bмчс\b|\bфсб\b|\bгур\b|\bсбу\b|\bвсу\b|\bвс рф\b"
    r"|генштаб|\bштаб|полици|прокуратур"
    r"|правительств|росгварди|следств|следственн|кремл|командован|группировк|бригад(?!ир)|батальон|\bполк|дивизи"
    r"|гарнизон|военкомат"
    r"|администраци|\bвласт|\bарми|войск|\bсторон|сопротивлен|делегаци|уполномоченн|оккупац|гвард|\bфлот"
    r"|разведк"
    r"|міністерств|міноборони|\bмвс\b|\bмзс\b|\bдснс\b|\bзсу\b|\bтцк\b|\bова\b|\bмва\b|поліці|\bуряд"
    r"|командуванн|угрупованн|батальйон"
    r"|дивізі|гарнізон|військкомат|адміністраці|\bвлад|\bармі|військ|сторон|делегаці|слідств|прокурат"
    r"|повітрян\w+ сил|розвідк|координаційн"
    r"|\bуправ[аыеу]\b|комисси|комісі|комендатур|оборон|военно-|військово-|\bмэри[яиюе]"
    r"|\bмері[яїює]|департамент|аварийн|аварійн|спасател|рятувальн|ведомств|відомств|инспекци"
    r"|інспекці|канцеляри|канцелярі|таможн|митниц|суд[ау]?(?!\\w)|гособвинен|обвинувачен|таб[оі]р"
    r"|при[её]мн|приймальн|сільрад"
    r"|міськрад|облрад|горсовет|сельсовет|изолятор|колони|ізолятор|санітарн|санитарн\w+ служб"
    r"|з питань полонених"
    r"|\bглав[аыуе] \w{0,20} ?(?:район|област|город|республик|округ|посёлк|поселк|муниципал)"
    r"|\bсуд(?:ья|ьи|ье|ью)?\b|\bголов[аиоуі]\w{0,2} \w{0,20} ?(?:район|област|міст|округ|військов)"
    r"|\bголов[аиоуі]\w{0,2}\s(?:громад|ова\b|мва\b|села|селищ|ради\b|держадмін|комітет|комісі)|\bміністерк|\b(?:під)?полковниц"
    r"|\bглав[аыуе]\s(?:общины|села|посёлка|поселка|управы|обладминистрации)|\bмайорк[аиоу]|\bкапітанк"
    r"|\b(?:district|village|regional|provincial|municipal)\s(?:head|chief)\b|\btown\sclerk\b"
    r"|\bharbou?rmaster|\bour\sside\b|\bother\sside\b"
    r"|міськ\w+ голов|\bсудд[яіею]|\bочільни\w+",
    re.I,
)
# Somebody who speaks for a body: of a side only where the body is one.
_SPEAKS_FOR: Final = listed(
    """spokesman spokeswoman spokesperson president chief head director chair representative official source
    речник речниця спікер спікерка представник представниця директор голова керівник джерело
    пресс-секретарь пресс-служба пресслужба пресофіцер
    представитель представительница директор руководитель глава председатель источник
    спикер"""
)
_OUTSIDE: Final = listed(
    """founder co-founder editor analyst professor lawyer activist advocate volunteer основатель
    основательница редактор аналитик профессор адвокат юрист
    правозащитник активист волонтёр засновник засновниця редактор
    редакторка аналітик професор адвокат адвокатка юрист юристка правозахисник активіст активістка волонтер"""
)
# In state pay, but of no side; those who only serve an officer.
_NO_OFFICE: Final = listed(
    """driver chauffeur cook clerk's secretary teacher nurse orderly engineer doctor wife husband
    водитель шофёр шофер повар секретарша учитель учительница медсестра санитар санитарка инженер врач
    жена муж
    водій шофер кухар учитель учителька медсестра санітар санітарка інженер лікар дружина чоловік"""
)
# Of these "care" or "volunteer" in a description says nothing of cases.
_PASSERS: Final = listed("soldier conscript fighter reservist солдат боец боєць")
_FORMER: Final = re.compile(
    r"(?<!\w)(?:former|ex|retired|late|бывш\w+|отставн\w+|экс|колишн\w+|відставн\w+|екс)(?!\w)", re.I
)
_HELPS: Final = re.compile(
    r"rights|watch|lawyers?|legal aid|refugee|shelter|hotline|hot line|helpline|clinic|committee of"
    r"|mothers|relief|humanitarian|red cross"
    r"|amnesty|care|solidarity|initiative|charity|volunteer|asylum|memorial|victims"
    r"|правозащит|помощ|горяч\w+ лини|приют|убежищ|красн\w+ крест|комитет\w* \w*матер|солдатских матерей"
    r"|беженц|волонт|защит[аы]\b|мемориал|инициатив"
    r"|правозахис|допомог|гаряч\w+ ліні|притул|червон\w+ хрест|біженц|ініціатив|захист\b",
    re.I,
)
# A sister of a ward is nobody's sister.
_NURSING: Final = listed("ward head nursing theatre charge convent")
# Whoever treats people speaks of those who were brought to him.
_TREATS: Final = listed(
    """doctor doctors surgeon surgeons physician physicians hospital hospitals clinic clinics ambulance
    pathologist coroner
    врач врачи хирург главврач больница госпиталь лікар лікарка лікарі хірург головлікар лікарня шпиталь
    госпіталь"""
)
# Officers and guards, beside those whom the lexicon counts to a side.
_OFFICERS: Final = listed(
    """captain lieutenant major officer officers sergeant guards guardsmen gendarmes police troops
    interrogator interrogators official officials commissioner deputy councillor admiral"""
)
_PROSECUTES: Final = re.compile(
    r"\b(?:state|district|prosecuting|military|city|county|crown)\sattorney\b", re.I
)


# Soldiers, sailors and others who see what they tell of.
_TRADES: Final = listed(
    """sapper gunner pilot tankman nurse sniper infantryman mechanic rifleman marine private corporal
    passenger crewman stoker cook teacher pupil patient shopper farmer miner dockworker fisherman
    survivor boy girl old-timer pensioner rescuer fireman firefighter"""
)
_PREPOSITION: Final = re.compile(r"\s(?:of|for|at|in|with|from|on|by|to|who|whose|close|near|inside)\s|,")
_LETTERS: Final = re.compile(r"[^\W\d_][\w'’-]*")
_OWNER: Final = re.compile(r".*(?:['’]s|s['’])\s", re.S)
_HEADS: Final = re.compile(
    r"\b(?:head|chief|director|deputy|spokes\w+|commander|member|representative|governor|mayor"
    r"|officials?|officer)"
    r"\s(?:of|for|at|in)\s(?:the\s)?(?:[\w’'-]+\s){0,4}?(?:police|army|ministry|garrison|brigade"
    r"|battalion|regiment"
    r"|division|military|navy|border|district|region|province|administration|government|security|intelligence"
    r"|staff|oblast|forces|guard|council)\b",
    re.I,
)
# Orders of somebody in uniform, and who speaks to the press for a body.
_PRESS: Final = re.compile(r"\b(?:press|duty|liaison)\sofficer\b", re.I)


# "His deputy", "his counterpart, X": of those who have one.
_DEPUTY: Final = re.compile(
    r"(?:his|her|their|its|the\s\w+['’]s)\s(?:\w+\s)?(?:deputy|counterpart|adjutant|chief\sof\sstaff)\b", re.I
)


def _head_words(called: str) -> set[str]:
    """What somebody is, without whose he is and where: "X's lawyer", "soldiers of the 9th Brigade"."""
    head = _PREPOSITION.split(_OWNER.sub("", called), maxsplit=1)[0]
    found = {w.lower() for w in _LETTERS.findall(head)}
    return found | {w[:-1] for w in found if len(w) > 4 and w.endswith("s") and not w.endswith("ss")}


_OWNED: Final = re.compile(r"['’]s\s|\bof\b|\b(?:his|her|my|our|their)\s", re.I)


@lru_cache(maxsize=1 << 12)
def _is_state(whole: str) -> bool:
    return _STATE.search(whole) is not None


@lru_cache(maxsize=1 << 12)
def _helps(whole: str) -> bool:
    return _HELPS.search(whole) is not None


@lru_cache(maxsize=1 << 12)
def _is_paper(called: str, language: str) -> bool:
    return bool(called) and kind_of(called, language) == "document" and _VOICE_OF.search(called) is None


# A body's own voice, though it is written.
_VOICE_OF: Final = re.compile(
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
    if known_as and speaker.role is None and len(called) < len(known_as):
        called = known_as
    role = _role(voice, called, language)
    described = " ".join(filter(None, (speaker.role, speaker.organisation, speaker.name)))
    # Each list is asked by itself: a union of them costs more than all that is asked here.
    helper = bool(role & lexicon.caseload or role & _HELPERS) or (
        _helps(described)
        and not role & _PASSERS
        and (
            speaker.name is None
            or voice.kind == "organisation"
            or speaker.organisation is not None
            or bool(role)
        )
    )
    stand_ins = source_words(language).stand_ins
    tells = bool(role & lexicon.witness or role & _TRADES)
    posts = (role & lexicon.roles) - lexicon.witness - lexicon.female - lexicon.male - stand_ins
    helper = helper and not _PROSECUTES.search(f"{described} {called}")
    kin = voice.kin or related or _is_kin(role, called, lexicon)
    paper = voice.kind == "document" or _speaks_from_paper(voice, called, language)
    inside = bool(role & _INSIDE) and _is_state(called) and not _FORMER.search(called)
    side = not helper and (inside or _of_a_side(voice, role, lexicon, called))
    return Who(
        role=frozenset(role), described=_describes(called, speaker.name, language),
        side=side, helper=helper, treats=bool(role & _TREATS), kin=kin,
        expert=bool((role & EXPERT) - _AT_THE_TABLE or role & stand_ins),
        witness=present or tells,
        office=bool(posts) and not tells,
        body=voice.kind == "organisation",
        several=voice.kind == "group", paper=paper,
        afield=_AFIELD.search(f"{described} {called}") is not None,
    )  # fmt: skip


def _describes(called: str, name: str | None, language: str) -> bool:
    """Whether the words hold a noun for a person beside his name."""
    words = {w.lower() for w in _LETTERS.findall(called) if not (name and w[:_STEM] in name)}
    nouns = source_words(language).people
    return any(w in nouns or lemma(w, language) in nouns for w in words)


_STEM: Final = 4  # letters by which a name in another case is known again


def with_title(called: str, around: str) -> str:
    """The name of a label with the words before it: "Mayor of Dolna, X:"; other frames hold them."""
    at = around.find(called) if called[:1].isupper() else -1
    if at <= 0 or at > _TITLE:
        return called
    return f"{_LINE.split(around[:at])[-1].strip()} {called}".strip()


def described_before(body: str, start: int) -> str:
    """The words of a clause that stand right before a name: «начальник управления», "regional governor,"."""
    line = _STOP.split(body[max(0, start - _TITLE) : start])[-1].strip()
    own = line.removesuffix(",").rsplit(", ", 1)[-1].split()  # "the governor, X" is one group
    cut = max((n for n, word in enumerate(own, 1) if word.lower() in _BREAKS), default=0)
    return " ".join(own[cut:][-_WORDS:])


_WORDS: Final = 7  # of a description
# Behind these another group begins.
_BREAKS: Final = listed(
    """according to by that and but as when who which said says told asked with from after before whether
    что и а но как когда который сообщил сообщила сказал сказала заявил заявила
    що і й та але як коли який повідомив повідомила сказав сказала заявив заявила"""
)
_STOP: Final = re.compile(r"(?<!\b[A-ZА-ЯІЇЄҐ])\.|[!?;:()«»“”\"\n•▪]|\s[–—]\s")
_TITLE: Final = 90
_LINE: Final = re.compile(r"[.!?:;\n•▪▫]|\s[–—]\s")


def _role(voice: Voice, called: str, language: str) -> set[str]:
    """The nouns that say what the speaker is: of "Major X's counsel" only the counsel."""
    if language != "en":
        words = set(voice.words) | set(_before_body(called))
        return words | {lemma(w, language) for w in words}
    words = _head_words(called) if called else set()
    owned = _OWNER.match(called or voice.speaker.role or "")
    words |= _head_words(voice.speaker.role or "") if owned else set(voice.words)
    words |= {_WIVES[w] for w in words & _WIVES.keys()}
    return words | {w[:-1] for w in words if len(w) > 4 and w.endswith("s") and not w.endswith("ss")}


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


def _is_kin(role: set[str], called: str, lexicon: Lexicon) -> bool:
    """A relative; a sister or brother of nobody may be a nurse or a monk."""
    kin = role & lexicon.relative
    if lexicon.language != "en":
        return bool(kin)
    lone = kin <= {"sister", "brother", "sisters", "brothers"} and not _OWNED.search(called)
    return bool(kin) and not lone and not role & _NURSING


def _of_a_side(voice: Voice, role: set[str], lexicon: Lexicon, called: str) -> bool:
    """A ministry, a headquarters, a commander, an official; whoever was one is none."""
    if lexicon.language == "en":
        return _of_a_side_en(voice, role, lexicon, called)
    speaker = voice.speaker
    named = speaker.name or "" if voice.kind in ("organisation", "group") else ""
    named = "" if voice.kind == "group" and _SOME_OF_THEM.match(named) else named
    whole = f"{speaker.role or ''} {speaker.organisation or ''} {named} {called}"
    if _FORMER.search(whole) or role & _OUTSIDE or role & (lexicon.relative | _NO_OFFICE):
        return False
    state = _is_state(whole)
    ranked = bool(role & (lexicon.party | _OFFICES) - _SPEAKS_FOR)
    if not ranked and role & _SPEAKS_FOR and (speaker.organisation or _OF_BODY.search(speaker.role or "")):
        return state
    return state or bool(role & (lexicon.party | _OFFICES) and not role & EXPERT)


# «Двоє військових розповіли» speak for themselves.
_SOME_OF_THEM: Final = re.compile(
    r"(?:двое|трое|четверо|пятеро|несколько|оба|обе|двоє|троє|п.ятеро|кілька|обидва|обидві)(?!\w)", re.I
)


def _of_a_side_en(voice: Voice, role: set[str], lexicon: Lexicon, called: str) -> bool:
    """The same in English, where words beside the name count too: "X, president of the relief mission"."""
    speaker = voice.speaker
    whole = f"{speaker.role or ''} {called}"
    if _PROSECUTES.search(whole) or _PRESS.search(whole):
        return True
    if _FORMER.search(f"{whole} {speaker.organisation or ''}") or role & _OUTSIDE:
        return False
    nobody = lexicon.witness | lexicon.relative | _TRADES | _NO_OFFICE
    head = _head_words(called) | _head_words(speaker.role or "")
    if head & nobody and not head & (lexicon.party | _OFFICERS):
        return False  # "relatives of men of the 9th Brigade", "a witness for the prosecution"
    if voice.kind == "group":
        return bool(role & (lexicon.party | _OFFICERS)) or _is_state(" ".join(sorted(head)))
    named = speaker.name or "" if voice.kind == "organisation" else ""
    body = speaker.organisation or ""
    if role & _SPEAKS_FOR and (body or _OF_BODY.search(whole)):
        if _PRESIDES.search(whole):
            return _is_state(f"{_PRESIDES.sub(' ', whole)} {named}")
        return _is_state(f"{whole} {body} {named}")
    if _is_state(f"{speaker.role or ''} {body} {named}") or _HEADS.search(called) or _DEPUTY.match(called):
        return True
    return bool(role & (lexicon.party | _OFFICERS) and not role & EXPERT)


# Offices and ranks beside those whom the lexicon counts to a side.
_OFFICES: Final = listed(
    """депутат депутатка советник советница заместитель заместительница офицер полковник подполковник
    майор капитан лейтенант сержант
    прапорщик старшина комиссар уполномоченный чиновник чиновница дежурный следователь дознаватель судья
    секретарь министр посол
    пожарные пожарный спасатели спасатель надзиратель конвоир
    депутатка радник радниця заступник заступниця офіцер офіцерка полковник полковниця підполковник
    підполковниця майор капітан
    лейтенант сержант прапорщик старшина комісар уповноважений уповноважена посадовець посадовиця
    чиновник черговий слідчий слідча
    суддя секретарка міністр міністерка посол староста речник речниця очільник очільниця пожежники
    пожежник рятувальники рятувальник
    наглядач конвоїр наші"""
)
# Who commands those beside him.
_AFIELD: Final = re.compile(
    r"\b(?:platoon|squad|company|battery|crew|sergeant|corporal)\b|(?<!\w)(?:взвод|рот[ыіаун]"
    r"|батаре|экипаж|екіпаж|отделени|відділен|сержант|ефрейтор)",
    re.I,
)
_HELPERS: Final = listed(
    """counsel barrister ombudswoman ombudsman coordinator
    защитник защитница защита омбудсмен омбудсмена координаторка защитники
    захисник захисниця захист омбудсман омбудсманка омбудсмен омбудсменка координаторка захисники"""
)
# Mediators tell of the talks that they hold.
_AT_THE_TABLE: Final = listed("mediator mediators negotiator посредник переговорщик посередник перемовник")
# Of a side by the body behind them: "a source in the ministry", «собеседник в аварийных службах».
_INSIDE: Final = listed(
    """source sources employee official insider interlocutor staffer aide
    источник собеседник собеседница сотрудник сотрудница работник помощник помощница
    джерело співрозмовник співрозмовниця співробітник співробітниця працівник помічник помічниця"""
)
# Who presides over one of these heads no state.
_PRESIDES: Final = re.compile(
    r"\bpresident\s(?:of|at)\s(?=[^,]{0,60}?\b(?:mission|union|association|club|society|company"
    r"|foundation|league|federation"
    r"|institute|college|university|bank|charity|firm|chamber|hospital|relief|aid|fund)\b)", re.I
)  # fmt: skip
_OF_BODY: Final = re.compile(r"\s(?:of|for)\s|(?<=[а-яіїєґё])\s(?=[а-яА-Яіїєґ])")


__all__ = ["EXPERT", "Who", "described_before", "who_is", "with_title"]
