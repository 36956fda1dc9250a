"""What the words that stand for a speaker tell: a body, an office, the document itself, a carrier."""

from __future__ import annotations

import re

from muster.link.members import has_left
from muster.model.claims import Speaker
from muster.model.links import Statement
from muster.text.listed import listed
from muster.text.names.institutions import Institution, institution, is_press, titles
from muster.text.scripts import fold

_WE = listed("we us our ours мы нас нам нами наш наша наши ми нам нами наш наша наші")
_OUR = listed("our наш наша наші нашего нашей нашому нашої нашого")
# "Our researchers documented", of whatever the document is.
_OUR_STAFF = re.compile(
    r"(?i)(?:our|наш[аіиеу]?)\s(?:[\w-]+\s)?(?:researchers|team|staff|lawyers|experts|monitors|investigators|analysts|office"
    r"|organi[sz]ation|cent(?:re|er)|group|mission|observers|correspondents|reporters|команда|эксперты|юристы|исследователи"
    r"|мониторы|аналитики|корреспонденты|журналисты|наблюдатели|організація|организация|центр|група|группа|експерти|юристи"
    r"|дослідники|дослідниці|фахівці|монітори|аналітики|кореспонденти|журналісти|спостерігачі)"
)
_MOST_OF_NAME = 9
_PAPER = re.compile(
    r"(?i)\b(?:newspaper|news (?:site|agency|outlet)|website|portal|outlet|magazine|broadcaster)\b"
    r"|\b(?:газет|издани|видан|телеканал|агентств|сайт|портал)"
)
# What a paper has seen, and whoever wrote it is not named.
_DOCUMENT = re.compile(
    r"(?i)\b(?:memo|order|document|letter|record|file|e-?mail|correspondence|приказ|документ|записк|переписк|письм|наказ|лист[аиі]?\b"
    r"|листуванн)"
)
_ANY_PLACE = frozenset(("region", "district", "city"))
_AGENCY = re.compile(r"\b[A-Z][\w’'-]+ (?:agency|(?:News|Press) Agency)\Z")
_NEWS_AGENCY = frozenset(("agency", "new", "press", "information"))
_THE_PRESS = re.compile(
    r"(?i)(?:the\s)?(?:[^\W\d]{3,15}\s){0,2}(?:media|press|(?:news|media|press)\sreports|сми|змі|меди[аи]|меді[аї]"
    r"|пресс[аыеу]|прес[аиіу])"
)
# «Мэрия Олмета» is an office, and no man called Olmet.
_HOUSE = re.compile(r"(?i)мэри[яиюей]{1,2}|мері[яїюєй]{1,2}")


def passes_on(teller: Speaker, s: Statement) -> bool:
    """A press office, or a paper that tells what somebody named or the holder of an office said, is a
    carrier: by its word, by a name like "Meridian agency", or since the text itself says that the words came
    through it.
    """
    name, told_as = teller.name or "", teller.mention.words if teller.mention else ""
    if is_press(name):
        return True
    paper = _PAPER.search(told_as) or name in s.via or _is_agency(name)
    if paper and not s.speaker and _DOCUMENT.search(s.role or ""):
        return True
    return bool(paper) and bool(s.speaker or institution(s.role or "").post)


def _is_agency(name: str) -> bool:
    """ "Meridian News Agency", "the Vostok-Inform agency"; no "Border Agency", no "border agency"."""
    found = institution(name)
    return bool(_AGENCY.search(name)) and bool(found.names) and found.means <= _NEWS_AGENCY


def is_the_press(role: str) -> bool:
    """ "International media", «местные СМИ»: outlets that nobody names."""
    return _THE_PRESS.fullmatch(role.strip()) is not None


def left_a_body(s: Statement) -> bool:
    return has_left(s.role or "") or has_left(s.spoken_as or "")


def titles_told(role: str) -> frozenset[str]:
    """What a description says a person is, the office among it ("mayor")."""
    found = institution(role)
    return titles(role) | (found.means if found.post else frozenset())


def is_post(found: Institution) -> bool:
    """An office that tells whose it is; "the governor of the region" is any region's."""
    return found.post and (bool(found.names) or len(found.means - _ANY_PLACE) > 1)


def is_telling_name(found: Institution) -> bool:
    """A name of its own, or two words that mean something: no "the Office"."""
    return not found.post and (bool(found.names) or len(found.means) > 1)


def of_the_document(s: Statement) -> bool:
    """ "We counted", "our editor said", and nobody else is quoted: the voice of the document itself."""
    if s.organisation or s.told_by is not None:
        return False
    if s.speaker:
        return _OUR_STAFF.fullmatch(s.speaker) is not None
    spoken = fold(s.spoken_as or "")
    return spoken in _WE if not s.role else spoken.partition(" ")[0] in _OUR


def is_body_word(s: Statement) -> bool:
    """«Служба Апланда», read as a man called Апланд who is a service, or as one of a single name: the
    words are a body's name."""
    name, spoken = s.speaker or "", s.spoken_as or ""
    role = s.role or (spoken.removesuffix(name) if len(name.split()) == 1 and spoken != name else "")
    found = institution(role)
    opens = institution(role.partition(" ")[0])
    short = len(role.split()) <= (1 if s.role else 3) and (bool(s.role) or found.clear)
    # «Союз рыбаков дельты Сел»: what begins with a body is one.
    short = short or (not s.role and len(role.split()) <= _MOST_OF_NAME and opens.head and not opens.post)
    # «Министерство здравоохранения Морланда»: the land read as somebody, the ministry as what he is.
    whole = bool(s.role) and " " not in name and spoken == f"{role} {name}" and not role.isascii()
    whole = whole and found.clear and opens.head and not opens.post
    short = short or (whole and len(role.split()) <= _MOST_OF_NAME)
    house = not s.role and bool(_HOUSE.fullmatch(role.strip()))
    return not s.protected and (house or (short and found.head and not found.post and not titles(role)))


__all__ = [
    "is_body_word", "is_post", "is_telling_name", "is_the_press", "left_a_body", "of_the_document",
    "passes_on", "titles_told",
]  # fmt: skip
