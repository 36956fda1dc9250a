"""For which body somebody speaks, as the words that stand for him tell: "the head of the mission, Ambassador
Lund", "its spokesman"; and who has left it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from muster.text.listed import listed
from muster.text.names.institutions import institution
from muster.text.names.parts import name_words
from muster.text.scripts import fold

# Somebody who was of a body once does not speak for it; he is not independent of it either.
_LEFT = re.compile(
    r"(?i)(?<!\w)(?:former|ex|dismissed|sacked|fired|бывш\w+|экс|уволенн\w+|колишн\w+|екс|звільнен\w+)(?!\w)"
)
_THE = re.compile(r"(?i)\A(?:the|a|an)\s")
_ITS = re.compile(r"(?i)\A(?:its|their|его|ее|её|их|його|її|їх|їхн\w+)\s")
# Who speaks for a body by his office.
_OFFICER = re.compile(
    r"(?i)(?<!\w)(?:(?:co-|vice-|deputy\s)?(?:head|chief|chair|chairman|chairwoman|chairperson|director)"
    r"|spokes(?:man|woman|person)|co-?ordinator|(?:со)?председател\w+|глав[аыеуо]\w?|начальни\w+|директор\w*"
    r"|руководител\w+|представител\w+|пресс-секретар\w+|координатор\w*|(?:спів)?голов[аиуоі]\w?|очільни\w+|керівни\w+"
    r"|представни\w+|речни\w+|пресс?екретар\w+)(?!\w)"
)
# Who works for a body and tells what it found, whatever else the sentence is about.
_STAFF = re.compile(
    r"(?i)(?<!\w)(?:author|lawyer|attorney|analyst|researcher|founder|campaigner|investigator|legal\s(?:adviser|advisor|counsel)"
    r"|автор\w{0,3}|юрист\w{0,3}|адвокат\w{0,3}|аналити\w{1,3}|исследовател\w{1,3}|основател\w{1,4}|дослідни\w{1,3}|аналіти\w{1,3}"
    r"|засновни\w{1,3})(?!\w)"
)
# «Юрист организации», "the group's lawyer": of a body that these words do not name.
_OF_THE_BODY = re.compile(
    r"(?i)(?:the\s)?(?P<en>[a-z]{4,12})['’]s\s[\w -]{3,40}|[\w-]{4,20}\s(?P<other>[а-яёіїєґ'’ʼ]{4,14})"
)
# Nouns for a body that say nothing of its kind, in the genitive too; and for one of a state.
_ANY_BODY = listed(
    "group organisation organization project charity initiative report study survey",
    "организации проекта группы инициативы доклада отчета исследования",
    "організації проєкту проекту групи ініціативи звіту доповіді дослідження",
)
_COMPANY = listed("company firm компании фирмы предприятия компанії фірми підприємства")
_WORDS_ALONE = listed(
    "компания компанія організація организация відомство ведомство предприятие підприємство"
)
_WORDS_ALONE |= _ANY_BODY | _COMPANY
_OF_A_STATE = listed("agency ведомства відомства")
# What a name in another case may end in instead: «Городець», «Городця».
_CASE_LETTERS = 3
_QUOTED = re.compile(r"(?<=\w\s)[«“„\"]([^»”“\"]{2,60})[»”“\"]")
_TOLD_TO = re.compile(r"\A[«“„\"][^»”“\"]{1,60}[»”“\"]\s")
# A lawyer of its soldiers or its prisoners, and who ran away from it.
_FOR_ITS_PEOPLE = re.compile(
    r"(?i)(?:[\w'’-]+\s){0,1}?(?:(?:lawyer|attorney|advocate|counsel|campaigner|volunteer)\s(?:for|of|with)\s(?:[\w-]+\s){0,2}?"
    r"(?:soldiers|servicemen|men|conscripts|troops|families|relatives|wives|mothers|prisoners|inmates|detainees|victims|patients|workers)\b"
    r"|(?:deserter|defector|fugitive|escapee)\b"
    r"|(?:адвокат\w{0,3}|защитни\w{1,3}|юрист\w{0,3}|захисни\w{1,3}|правозахисни\w{1,3}|правозащитни\w{1,3})\s(?:[\w-]+\s){0,1}?"
    r"(?:военн\w{2,3}|военнослужащ\w{2,3}|солдат|бойцов|мобилизованн\w{2}|семей|родственников|родных|осужд[её]нн\w{2}|задержанн\w{2}|заключ[её]нн\w{2}"
    r"|пострадавш\w{2}|погибш\w{2}|рабочих|пациентов|військов\w{2,3}|військовослужбовц\w{1,2}|солдатів|бійців|мобілізованих|родин|родичів|рідних"
    r"|засуджених|затриманих|ув['’ʼ]язнених|потерпілих|загиблих|полонених|робітників|пацієнтів)\b|дезертир\w{0,3}(?=\s))"
)
# Who is told of beside a body and is none of it: the first noun says so.
_KIN_OR_HELD = re.compile(
    r"(?i)(?:[\w'’-]+\s){0,1}?(?:(?:(?:grand|step)?(?:mother|father|son|daughter)|wife|husband|widow|widower|fianc[eé]e?|brother|sister"
    r"|parent|relative|partner|friend|neighbou?r|prisoner|inmate|detainee|patient|resident|passenger|pupil|student|client|customer"
    r"|victim|defendant|suspect|hostage|captive)s?(?:-in-law)?(?=\s(?:of|to|at|in|from)\s|\Z)"
    r"|(?:жен[аыеу]|женой|муж|мужа|мужем|мать|матери|матерью|отец|отца|отцом|сын|сына|дочь|дочери|брат|брата|сестр[аыеу]|вдов[аыеу]"
    r"|(?:т[её]т|дяд|бабушк|внучк|крёстн|крестн|племянни[кц])\w{1,3}|(?:тітк|дядьк|бабус|онучк|племінни[кц])\w{0,3}"
    r"|родственни\w{1,3}|невест[аыеу]|друг|подруг[аи]|сосед\w{0,3}|заключ[её]нн\w{2,3}|осужд[её]нн\w{2,3}|арестант\w{0,3}|пациент\w{0,3}"
    r"|жител\w{1,5}|пассажир\w{0,3}|учени(?:к|ца|ка|цы)|студент\w{0,3}|клиент\w{0,3}|пострадавш\w{2,3}|задержанн\w{2,3}|пленн\w{2,3}"
    r"|дружин[аиоу]|дружиною|чоловік\w{0,2}|мати|матері|матір|батько|батька|син|сина|донька|доньки|сестр[аи]|удов[аи]|родич\w{0,3}"
    r"|наречен\w{1,2}|товариш\w{0,2}|сусід\w{0,3}|ув['’ʼ]язнен\w{1,3}|в['’ʼ]яз(?:ень|ня|нем)|засуджен\w{1,3}|пацієнт\w{0,3}|мешкан\w{2,3}"
    r"|пасажир\w{0,3}|учень|учениця|потерпіл\w{1,3}|затриман\w{1,3}|полонен\w{1,3})(?=\s|\Z))"
)
# A chairman is one of a committee or a union, a spokesman of anything; a director or a head may be one of
# whatever the sentence is about.
_SPOKES = re.compile(r"(?i)spokes|пресс-секретар|речни|пресс?екретар|прес-секретар")
_CHAIR = re.compile(r"(?i)(?<!\w)(?:(?:co-|vice-)?chair|(?:со)?председател|(?:спів)?голов[аиуоі])")
_BARE = re.compile(
    r"(?i)(?:the\s)?(?:spokes|пресс?-?секретар|прес-?секретар|речни|(?:co-|vice-)?chair|(?:со)?председател"
    r"|(?:спів)?голов[аиуоі])\w{0,8}"
)
# Who is called so is the head of a hospital.
_CHIEF_DOCTOR = re.compile(
    r"(?i)(?:chief|head)\s(?:physician|doctor|medical\sofficer)|главн\w{2}\sврач\w{0,2}|главврач\w{0,2}"
    r"|головн\w{1,4}\sлікар\w{0,3}|головлікар\w{0,3}"
)
# Who heads a ward, or is on duty, is of the hospital that has just spoken.
_OF_A_WARD = re.compile(
    r"(?i)(?:head|chief)\sof\s(?:(?:the|its|their)\s)?(?:[\w-]+\s){0,2}(?:ward|unit|department|trauma\w*|surgery|burns"
    r"|intensive\scare|emergency|maternity|admissions)|(?:duty|on-call)\s(?:doctor|physician|surgeon|nurse)"
    r"|(?:doctor|physician|surgeon|nurse)\son\sduty|завотделени\w{1,3}|зав(?:едующ|ідувач)\w{0,3}\s(?:[\w-]+\s){0,2}"
    r"(?:отделени|відділенн|травматолог|хирург|хірург|реанимац|реанімац|терап|при[её]мн|приймальн)\w{0,6}"
    r"|(?:дежурн|чергов)\w{1,3}\s(?:врач|лікар|хирург|хірург|медсестр)\w{0,3}"
)
_TREATING = listed("clinic hospital")
# Who in a body's own paper is one of it, with nothing more said of what he belongs to.
_OF_THE_HOUSE = re.compile(
    r"(?i)(?:(?:the\s)?(?:deputy|acting|first|vice|заместител\w{1,3}|заступни\w{1,4}|перш\w{1,4}|перв\w{1,4})[\s-]){0,2}"
    r"(?:head|chief|chair\w{0,6}|director|spokes\w{3,6}|co-?ordinator|secretary|member|minister"
    r"|(?:со)?председател\w{1,3}|глав\w{1,2}|начальни\w{1,4}|директор\w{0,3}|руководител\w{1,3}|секретар\w{0,3}"
    r"|координатор\w{0,3}|(?:спів)?голов\w{1,2}|очільни\w{1,4}|керівни\w{1,4}|речни\w{1,4}|член\w{0,3}|министр\w{0,2}"
    r"|міністр\w{0,2})(?:\s(?:commission|committee|council|службы|служби|комисси[ия]|комісії|комитета|комітету))?"
)
# Who works for a body that investigates, in the plural: "our researchers", «правозащитники».
_ITS_PEOPLE = re.compile(
    r"(?i)(?:(?:the|our|its|their|наш\w{1,2}|их|їхні|сво\w{1,3})\s)?(?:(?:field|human\srights|rights)\s)?"
    r"(?:researchers|investigators|monitors|observers|defenders|staff|analysts|activists|campaigners|правозащитник\w{1,2}"
    r"|исследовател[иейям]{1,3}|наблюдател[иейям]{1,3}|активист(?:ы|ов|ам)|правозахисник\w{1,2}|дослідник\w{1,2}"
    r"|спостерігач\w{1,2}"
    r"|активіст(?:и|ів|ам))|(?:the|our)\s(?:patrol|team|delegation)"
)
# What such a body publishes; whose a decree or a memo is nothing tells.
_ITS_REPORT = re.compile(
    r"(?i)(?:(?:the|its|their|этом|этого|своём|своем|цьому|своєму)\s)?(?:reports?|survey|study|findings|доклад\w{0,3}"
    r"|отч[её]т\w{0,3}|исследовани\w{1,2}|звіт\w{0,3}|доповід\w{1,3}|дослідженн\w{1,2})"
)
# Bodies that investigate, document and help, and words of others, that are no such bodies.
_INVESTIGATING = listed(
    "aid association campaign centre coalition committee foundation initiative institute laboratory",
    "league memorial mission monitor monitoring mothers movement network observatory relief rescue rights",
    "veteran watch",
)
_OFFICIAL = listed(
    "administration agency army brigade command company council court department government guard",
    "hospital magazine ministry newspaper parliament party police press prosecution regiment school service",
    "state university",
)
_MINISTER = re.compile(r"(?i)minister|министр|міністр")
_CHAIRED = listed(
    "association coalition commission committee congress council foundation league movement party society",
    "trade_union",
)
# A body that spoke so many characters before is the one that "its spokesman" speaks for.
NEAR = 200


def has_left(told: str) -> bool:
    """ "A former engineer of the company": of the body once."""
    return bool(_LEFT.search(told))


def is_no_member(told: str) -> bool:
    """ "Wife of a soldier of the brigade", «заключённый колонии»: kin of one of a body, or whom it holds,
    treats or serves; he neither speaks for it nor knows what it knows."""
    first = _THE.sub("", told.partition(",")[0].strip())
    return _KIN_OR_HELD.match(first) is not None or _FOR_ITS_PEOPLE.match(first) is not None


def is_officer(told: str) -> bool:
    """ "Its coordinator", "the chairman": an office of a body that these words do not name."""
    first, _, _ = told.partition(",")
    if _CHIEF_DOCTOR.search(first):
        return (
            _ITS.match(first) is not None or _CHIEF_DOCTOR.fullmatch(_THE.sub("", first).strip()) is not None
        )
    if _OF_A_WARD.match(_ITS.sub("", _THE.sub("", first))):
        return True
    if _noun_of(first):
        return bool(_STAFF.search(first) or _OFFICER.search(first))
    if not _ITS.match(first):
        return bool(_BARE.fullmatch(first))
    office = _OFFICER.search(first) or _STAFF.search(first)
    # "Its head teacher" is no head of a body that spoke.
    return office is not None and (first[office.end() :].strip() or "A")[0].isupper()


def speaks_for(told: str, body: str) -> bool:
    """True where an officer of the body with this key, who spoke just before, would be called so."""
    first, _, _ = told.partition(",")
    if _CHIEF_DOCTOR.search(first) or _OF_A_WARD.search(first):
        return not _TREATING.isdisjoint(body.split())
    if noun := _noun_of(first):
        return _may_be_called(noun, body)
    if _STAFF.search(first):
        return not is_official(body)
    return bool(_SPOKES.search(first) or (_CHAIR.search(first) and not _CHAIRED.isdisjoint(body.split())))


def _noun_of(told: str) -> str:
    """The noun of "the company's lawyer", «юрист организации», where it can stand for a body; else empty."""
    found = _OF_THE_BODY.fullmatch(told.strip())
    noun = fold(found["en"] or found["other"]) if found else ""
    known = noun in _ANY_BODY or noun in _COMPANY or noun in _OF_A_STATE or institution(noun).head
    return noun if known else ""


def _may_be_called(noun: str, body: str) -> bool:
    """Whether "the company", "the court" may stand for the body with this key."""
    words = set(body.split())
    if noun in _ANY_BODY:
        return not is_official(body)
    if noun in _COMPANY:
        return words.isdisjoint(_OFFICIAL - {"company"}) and words.isdisjoint(_INVESTIGATING)
    return is_official(body) if noun in _OF_A_STATE else institution(noun).means <= words


def is_kind(told: str) -> bool:
    """ "Company", «организации»: a word for a body, and no name."""
    noun = fold(told.strip())
    return " " not in noun and told[:1].islower() and (noun in _WORDS_ALONE or institution(noun).head)


def is_staff(told: str) -> bool:
    """ "Its lawyer": of the body that spoke, or of another that its words name."""
    return _STAFF.search(told.partition(",")[0]) is not None and _ITS.match(told) is not None


def of_the_house(told: str, body: str, *, alone: bool) -> bool:
    """True where somebody called so in a paper of the body with this key is one of it: its minister, and its
    head or a member of it where the paper names no body beside it (``alone``)."""
    if _OF_THE_HOUSE.fullmatch(told.strip()) is None:
        return False
    return "ministry" in body.split() if _MINISTER.search(told) else alone


def its_people(told: str) -> bool:
    """ "Researchers", «правозащитники», "the patrol": of a body that investigates, and no more is said."""
    return _ITS_PEOPLE.fullmatch(told.strip()) is not None


def its_report(told: str) -> bool:
    """ "The report", «доклад»: of whom these words do not tell."""
    return _ITS_REPORT.fullmatch(told.strip()) is not None


def investigates(body: str) -> bool:
    """Whether the body with this key is one that investigates, documents or helps, and no office."""
    return not set(body.split()).isdisjoint(_INVESTIGATING) and not is_official(body)


def is_official(body: str) -> bool:
    """Whether the body with this key is an office, a company or an outlet."""
    return not set(body.split()).isdisjoint(_OFFICIAL)


def bodies_told(spoken_as: str, name: str) -> Iterator[str]:
    """Parts between commas, the person's name left off, that name a body and nothing not understood."""
    # «„Вечери“ глава центра»: whom the words were told to is no body of his.
    spoken = _TOLD_TO.sub("", without_name(spoken_as, name))
    for part in spoken.split(",") if name else ():
        found = institution(part)
        if found.head and found.clear and not found.post:
            yield part.strip()


def addressed(told: str) -> str:
    """«„Вечеру“ адвокатка»: whom the words were told to; empty where nobody stands before."""
    found = _TOLD_TO.match(told)
    return found[0].strip(' «»“”„"') if found else ""


def names_told(told: str, name: str) -> Iterator[str]:
    """Names in quotation marks behind what a person is: «основательница „Тихой воды“ Анна Лес»."""
    for quoted in _QUOTED.finditer(_TOLD_TO.sub("", without_name(told, name))):
        yield quoted[1]


@lru_cache(maxsize=1 << 12)
def without_name(told: str, name: str) -> str:
    """Words without those of a person's name, in whatever case they stand: «речника Остапа Лугового»."""
    shorter = told.replace(name, "")
    if not name or shorter != told:
        return shorter
    parts = name_words(name)
    sounds = {key for part in parts for key in (*part.keys, *part.bases)}
    starts = tuple(part.shown[:-_CASE_LETTERS] for part in parts if len(part.shown) > 2 * _CASE_LETTERS)

    def is_name(word: str) -> bool:
        return word[:1].isupper() and (
            fold(word).startswith(starts)
            or any(not sounds.isdisjoint((*w.keys, *w.bases)) for w in name_words(word))
        )

    return " ".join(word for word in told.split() if not is_name(word))


@dataclass(slots=True)
class Before:
    """The body that spoke last in a document, as its statements pass by."""

    document: str = ""
    stop: int = 0
    key: str = ""
    name: str = ""

    def take(self, document: str, stop: int, key: str, name: str) -> None:
        self.document, self.stop, self.key, self.name = document, stop, key, name

    def near(self, document: str, start: int) -> bool:
        """True where it spoke shortly before this place."""
        return self.document == document and 0 <= start - self.stop <= NEAR


__all__ = [
    "NEAR", "Before", "addressed", "bodies_told", "has_left", "investigates", "is_kind", "is_no_member",
    "is_officer", "is_official", "is_staff", "its_people", "its_report", "names_told", "of_the_house",
    "speaks_for", "without_name",
]  # fmt: skip
