"""One claim as the questions see it, and what several of them ask of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from muster.read.basis.answers import Place
from muster.read.basis.kin import AWAY, FATE, FROM_AFAR, OWN_KIN
from muster.read.basis.phrases import (
    COUNTED,
    COUNTS,
    FROM_WHOM,
    GUESSED,
    HAPPENED,
    NUMBER,
    SEES,
)
from muster.read.basis.slavic import (
    himself_slavic,
    is_infinitive,
    is_to_come,
    lived_slavic,
    together,
    view_slavic,
)
from muster.read.basis.who import Who, is_state
from muster.read.basis.words import Shown, denies_deed, himself_en
from muster.read.speakers.voice import Voice
from muster.text.listed import listed

PRONOUNS: Final = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "он", "она", "они", "він", "вона", "вони"}
)
SELF: Final = frozenset({"i", "we", "я", "мы", "ми"})
OPENING: Final = 60  # characters: a wish for one's own person begins the words
FEW: Final = 3  # words by which somebody else of the family is the subject
# «загиблих двоє, як вона сама повідомляла вранці»: what was said before, or is not said, is no deed of his.
_AS_HE_SAID: Final = re.compile(
    r",\s(?:как|як)\s(?:он|она|він|вона|сам|сама)\s(?:(?:сам|сама|раніше|ранее|вже|уже)\s){0,2}(?:по|за|со|при)?"
    r"(?:відомля|відом|каза|говори|писа|общ|яв|знава|зна)"
    r"|,\s(?:[\w’'-]+\s){0,2}(?:он|она|він|вона)\s(?:їх\s|их\s)?не\s(?:назива|называ|розкри|раскры|уточн|комент)",
    re.IGNORECASE,
)
# What somebody denies of his own person, an officer too.
_PERSONAL: Final = re.compile(
    r"(?<!\w)(?:сво[юїєёя]|себ[еяі]|знаком|знайом|связ|зв['’ʼ]?яз|участ|причаст|причет|вин[уыи](?!\w)|провин|взят|хабар|злочин|преступлен)",
    re.IGNORECASE,
)
# "They did not expect anything else": a thought of whoever speaks, in reported words.
_THEY_THINK: Final = re.compile(
    r"(?:that\s)?(?:he|she|they)\s(?:(?:has|have|had|did|does|do|would|not|never|still|also|only|no\slonger)\s){0,3}"
    r"(?:(?:expect|believe|think|thought|hope|fear|want|care|doubt|wish|trust|intend|mind)(?:s|d|ed)?"
    r"|(?:is|are|was|were)\s(?:[a-z]+ly\s|very\s|also\s|still\s|not\s)?(?:concerned|worried|alarmed|afraid|convinced|confident|sure|certain"
    r"|hopeful|optimistic|pessimistic|sceptical|skeptical|disappointed|pleased|proud|grateful))\b",
    re.I,
)
SIDES: Final = listed(
    "противник враг неприятель ворог супротивник охрана охорон охорона"
)  # one word for many
# "Relatives waiting at the gate said they had been given no lists": they were there.
WAITING: Final = re.compile(
    r"\s(?:waiting|gathered|gathering|standing|queue?ing|camped|assembled|protesting|rallying|demonstrating|picketing)\b"
)
_OWNED_BY: Final = re.compile(r"(his|her)\s", re.I)
_OF: Final = {"his": "m", "her": "f"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One claim as the questions see it."""

    words: str
    quoted: bool
    voice: Voice
    who: Who
    shown: Shown  # what the clauses show; of reported words the first person is nobody's
    language: str
    verb: str
    cue: str
    around: str
    called: str
    nobody: bool
    received: bool
    present: bool
    answer: bool
    caseload: frozenset[str]

    @property
    def own(self) -> bool:
        """Whether the words are the speaker's own: quoted, or his notes."""
        return self.answers or self.called.lower() in SELF

    @property
    def answers(self) -> bool:
        """Whether they stand there as he said them, no frame of a thought about them."""
        return (self.quoted or self.voice.teller) and not (self.called.lower() in SELF and self.cue != "")


def is_call(asked: Asked) -> bool:
    """An order, a wish or a promise in reported speech: "to leave", «вернуться»."""
    own = asked.own and not (asked.voice.teller and asked.cue and not asked.quoted)
    return asked.language != "en" and not own and is_infinitive(asked.words, asked.language)


def of_his_own_days(asked: Asked) -> bool:
    """Whether a sergeant who lived it tells of what befell those beside him, and not of what his side did."""
    told = HAPPENED[asked.language].search(asked.words) is not None
    return told and not is_state(asked.words) and not is_view(asked) and not NUMBER.search(asked.words)


def thinks(asked: Asked) -> bool:
    """Whether reported English words open with a thought of whoever speaks."""
    return asked.language == "en" and not asked.own and _THEY_THINK.match(asked.words) is not None


def is_view(asked: Asked) -> bool:
    if asked.language == "en":
        return thinks(asked) or asked.shown.view > 0 or GUESSED.search(asked.words) is not None
    return is_thought(asked) or is_to_come(asked.words, asked.language)


def is_thought(asked: Asked) -> bool:
    if asked.language == "en":
        return is_view(asked)
    thought = lived_slavic(asked.words[:OPENING], asked.voice.gender, asked.language) == "view"
    return thought or view_slavic(asked.words, asked.language)


def writes_of_himself(asked: Asked) -> bool:
    """Whether a relative elsewhere wrote or rang, and no other of the family is what it is about."""
    if not FROM_AFAR[asked.language].match(asked.cue.lower()) or asked.shown.heard:
        return False
    return not (is_view(asked) or AWAY & set(asked.words.lower().split()[:FEW]))


def of_his_own(asked: Asked) -> bool:
    """Whether reported words of somebody without a post tell of his own kin: "that her son had been seen"."""
    who = asked.who
    if asked.own or not who.single or who.office or who.helper or who.treats or who.expert:
        return False
    found = OWN_KIN[asked.language].search(asked.words)
    if found is None or is_view(asked):
        return False
    return asked.voice.gender in (("m" if found.lastgroup == "m" else "f"), "-")


def hears(asked: Asked) -> bool:
    """Whether the one named is who heard, from nobody the frame names: «мать слышала, что …»."""
    at = asked.around.lower().find(asked.cue.lower())
    stands = asked.around.find(asked.called)
    return bool(asked.called) and 0 <= stands < at and not FROM_WHOM.search(asked.around, at)


def counts(asked: Asked) -> bool:
    """Whether the frame is of the body's own count: "estimates", «по оценке», «нарахувала»."""
    cue = asked.cue.lower()
    return cue in COUNTS if asked.language == "en" else COUNTED.search(cue) is not None


def of_his_conduct(asked: Asked) -> bool:
    """Whether what is denied is the speaker's own deed: "having met him", «всякую связь», not of his side."""
    if asked.language == "en":
        return denies_deed(asked.words) or himself(asked) is not None or not asked.who.side
    if asked.who.side and not _PERSONAL.search(asked.words):
        return himself(asked) is not None  # «Начальник центру порушення заперечує»: of his office
    if asked.who.role & SIDES:
        return himself(asked) is not None
    return (
        himself(asked) is not None
        or not (asked.who.side or asked.who.office)
        or not HAPPENED[asked.language].search(asked.words)
    )


def himself(asked: Asked) -> Place | None:
    """Where reported words have their speaker for the one who did, saw or suffered it."""
    gender, several = asked.voice.gender, asked.who.several
    if (
        asked.who.kin
        and (several or (gender == "-" and asked.language == "en"))
        and not WAITING.search(asked.called)
    ):
        return None  # "relatives said they had no bread": whose relatives they are
    if asked.who.kin and gender != "f" and FATE[asked.language].search(asked.words):
        return None  # «Отец рассказал, что его перевели в другую колонию»: it is the son who is away
    if thinks(asked):
        return None
    if asked.language == "en":
        owner = _OWNED_BY.match(asked.called)
        if owner and asked.who.single and gender in ("-", _OF[owner[1].lower()]):
            return None  # "His secretary said he was on leave": he is whose secretary it is
        return himself_en(asked.words, gender, several, office=asked.who.side)
    if asked.who.single and not asked.who.side and (joint := together(asked.words, asked.language)):
        return joint
    said_before = _AS_HE_SAID.search(asked.words)
    words = asked.words[: said_before.start()] if said_before else asked.words
    return himself_slavic(words, gender, several, asked.language, office=asked.who.side)


def perceives(asked: Asked) -> Place | None:
    """ "Is certain that she saw", «уверена, что узнала сына»."""
    return himself(asked) if SEES[asked.language].search(asked.words) else None


__all__ = [
    "Asked",
    "FEW",
    "OPENING",
    "PRONOUNS",
    "SELF",
    "SIDES",
    "counts",
    "hears",
    "himself",
    "is_call",
    "is_thought",
    "is_view",
    "of_his_conduct",
    "of_his_own",
    "of_his_own_days",
    "perceives",
    "thinks",
    "writes_of_himself",
]
