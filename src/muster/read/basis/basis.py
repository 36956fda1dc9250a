"""On what a speaker's word rests: eight questions in the order of the guidelines, the first yes decides.

``QUESTIONS`` is the decision tree of ``eval/gold/GUIDELINES.md``: who speaks (``basis/who.py``), and what
his words show of how he knows (``basis/words.py``). What no question answers is "unknown".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from muster.read.basis.offices import FIRMS
from muster.read.basis.phrases import (
    ANYBODY,
    AT_HOME,
    AWAY,
    BEFORE_COURT,
    BY_PAPER,
    CALLS,
    CLIENT,
    COUNT,
    COUNTED,
    COUNTS,
    EXAMINED,
    FIRST_PERSON,
    FROM_AFAR,
    FROM_WHOM,
    GUESSED,
    HAPPENED,
    HOW,
    IN_A_BODY,
    INFINITIVE,
    KNOWS,
    MONITORS,
    NAMELESS,
    NUMBER,
    OF_ME,
    ONE_OF,
    OTHERS,
    OTHERS_TOLD,
    OWN_DEED,
    OWN_KIN,
    PLACE_SAYS,
    PRESENT,
    RECORDED,
    RUMOUR,
    SEES,
    THERE_IS,
    THEY_SAY,
    TO_COME,
    TREATED,
    VOLUNTEERS,
    WAS_TOLD,
)
from muster.read.basis.slavic import (
    himself_slavic,
    is_to_come,
    lived_slavic,
    remembers,
    states_law,
    view_slavic,
)
from muster.read.basis.who import EXPERT, Who, is_state, who_is, with_body, with_title
from muster.read.basis.words import Shown, denies_deed, himself_en, learnt_from, shown_by
from muster.read.speakers.voice import Voice
from muster.text.cues import Lexicon


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
        return self.answers or self.called.lower() in _SELF

    @property
    def answers(self) -> bool:
        """Whether they stand there as he said them, no frame of a thought about them."""
        return (self.quoted or self.voice.teller) and not (self.called.lower() in _SELF and self.cue != "")


_PRONOUNS: Final = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "он", "она", "они", "він", "вона", "вони"}
)
_SELF: Final = frozenset({"i", "we", "я", "мы", "ми"})


def _is_call(asked: Asked) -> bool:
    """An order, a wish or a promise in reported speech: "to leave", «вернуться»."""
    return asked.language != "en" and not asked.own and INFINITIVE.match(asked.words) is not None


_ENOUGH: Final = 4000  # characters of one claim: each question looks through them
_OPENING: Final = 60  # characters: a wish for one's own person begins the words
_FEW: Final = 3  # words by which somebody else of the family is the subject
_SEVERAL: Final = 2  # sentences of his own make an answer a story


def is_paper(asked: Asked) -> str:
    """1. Is the speaker a paper or a record?"""
    if RUMOUR[asked.language].search(asked.around):
        return ""  # «в сети пишут»
    return "document" if asked.who.paper or BY_PAPER.match(asked.cue) else ""


def is_rumour(asked: Asked) -> str:
    """2. Does nobody in particular say it? What has no agent at all rests on nothing the text shows."""
    if RUMOUR[asked.language].search(asked.around):
        return "hearsay"
    if PLACE_SAYS.search(asked.around):
        return "hearsay"
    if asked.nobody:
        they_say = THEY_SAY[asked.language].search(f"{asked.around} {asked.cue}") and not WAS_TOLD.match(
            asked.cue
        )
        body = IN_A_BODY.search(asked.around)
        if body and is_state(body["body"] or body["before"]) and asked.language != "en":
            return ""  # «как сообщили в суде»
        return "hearsay" if they_say else "unknown"
    if asked.called.lower() in ANYBODY and asked.verb in ("say", "write") and not asked.voice.speaker.name:
        return "hearsay"
    if asked.verb == "hear" and (asked.who.several or not asked.called) and not asked.who.role - OTHERS:
        return "hearsay"
    return "unknown" if asked.received else ""


def of_his_cases(asked: Asked) -> str:
    """3. Does somebody who takes cases in speak of them?"""
    who, words = asked.who, asked.words
    if who.treats and (TREATED[asked.language].search(words) or NUMBER.search(words)) and not who.kin:
        himself = asked.shown.alone > 0 if asked.own else _himself(asked)
        return "" if himself and (asked.own or not EXAMINED.search(words)) else "own-caseload"
    if who.body and not who.side and _counts(asked):
        return "own-caseload"
    planned = asked.verb in ("think", "intend", "urge", "judge", "ask")
    if who.role & MONITORS and not who.side and not planned and (RECORDED.search(words) or _counts(asked)):
        return "own-caseload"
    if asked.own and CLIENT[asked.language].search(words):
        return "own-caseload"
    if not who.helper:
        if asked.voice.speaker.organisation is None or who.side or who.expert or not (who.body or asked.own):
            return ""
        return "own-caseload" if COUNT[asked.language].search(words) else ""
    own_count = COUNT[asked.language].search(words) is not None
    if who.role & VOLUNTEERS and who.role & asked.caseload <= VOLUNTEERS and not own_count:
        # Whoever drives and carries tells of his road: of people who turned to him he keeps no books.
        lived = asked.shown.lived > 0 if asked.own else _himself(asked)
        if lived:
            return ""
    if asked.verb in ("urge", "ask") and not own_count:
        return ""
    if states_law(words, asked.language):
        return ""
    if asked.own and asked.shown.alone and not own_count and not who.role & asked.caseload:
        return ""
    if asked.verb == "intend" and not (who.role & asked.caseload or own_count or BEFORE_COURT.search(words)):
        return ""
    if asked.own and OF_ME[asked.language].search(words) and not own_count:
        return ""
    return "own-caseload"


def of_himself(asked: Asked) -> str:
    """4. Does he tell what he himself saw, did, suffered, is or has, or deny it?"""
    who = asked.who
    if who.body or _is_call(asked):
        return ""
    if not asked.own and learnt_from(asked.words, asked.language):
        return ""
    if asked.own:
        shown = asked.shown
        lived = shown.lived > 0
        if not asked.answers and asked.verb in ("think", "intend"):
            lived = lived and SEES[asked.language].search(asked.words) is not None
        if who.side and not who.afield:
            # Of an office a word about oneself among others is the office speaking.
            lived = shown.alone > shown.told_of + shown.view + shown.heard + shown.rumoured
        if asked.voice.teller and not asked.quoted:
            lived = lived or _himself(asked)
        return "first-hand" if lived else ""
    cue = asked.cue.lower()
    verb = cue.rsplit(" ", 1)[-1]
    if asked.verb == "hear" and who.single and HOW.match(asked.words):
        return "first-hand"
    if asked.verb in ("think", "intend", "urge", "judge", "ask") and not (
        remembers(asked.cue) or verb in OWN_DEED
    ):
        return "first-hand" if _perceives(asked) else ""
    if verb.startswith(("recall", "remember", "plead")) and who.single:
        return "first-hand"
    if (verb in OWN_DEED or remembers(cue)) and (not who.side or _himself(asked)):
        return "first-hand"
    if asked.verb == "deny" and who.single and _of_his_conduct(asked):
        return "first-hand"
    if who.side and not who.single:
        return ""
    return "first-hand" if _himself(asked) else ""


def for_a_side(asked: Asked) -> str:
    """5. Does he hold an office or a command of a side, or speak for one?"""
    if asked.who.side and not asked.own and NAMELESS.search(asked.words, 0, _OPENING):
        return "unknown"  # what he asks for himself
    if asked.nobody:
        return "party"
    return "party" if asked.who.side else ""


def only_view(asked: Asked) -> str:
    """6. Is it nothing but a view, a wish, a plan or a call?"""
    tells_how = asked.verb == "judge" and HOW.match(asked.words) is not None  # "described how"
    if asked.verb in ("think", "intend", "urge", "judge", "ask") and not (asked.answers or tells_how):
        known = KNOWS.match(asked.cue) and FROM_WHOM.search(asked.around)
        return "second-hand" if known else "unknown"
    if _is_call(asked):
        return "unknown"
    if (
        asked.language == "en"
        and not asked.own
        and (asked.words.startswith(("to ", "not to ")) or TO_COME.match(asked.words))
    ):
        return "unknown"
    shown = asked.shown
    return (
        "unknown" if asked.own and shown.view and not (shown.told_of or shown.heard or shown.rumoured) else ""
    )


def from_another(asked: Asked) -> str:
    """7. Does he have it from another: does he say so, or is he a relative who tells of his own elsewhere?"""
    who, shown = asked.who, asked.shown
    if asked.verb == "hear" and (not who.role - _PRONOUNS or _hears(asked)):
        return "hearsay"
    if not asked.own and learnt_from(asked.words, asked.language):
        return "second-hand"
    if who.role & AWAY and not asked.own and _writes_of_himself(asked):
        return "first-hand"
    story = asked.answer and shown.told_of >= _SEVERAL
    told = shown.heard + shown.rumoured
    # Of reported words only English tells who says what inside them without a clause of its own.
    alone = not asked.own and asked.language == "en" and not shown.told_of
    if told and not story and (alone or (asked.own and (who.kin or told >= shown.told_of))):
        return "second-hand" if shown.heard else "hearsay"
    if (
        (who.kin or _of_his_own(asked))
        and not asked.answer
        and not AT_HOME[asked.language].search(asked.words)
    ):
        of_others = OTHERS_TOLD[asked.language].search(asked.words) is not None
        return "second-hand" if of_others and (shown.told_of or not shown.view) else ""
    return ""


def was_there(asked: Asked) -> str:
    """8. Does the text show that he was there, or knows it from his own daily place?"""
    who, speaker = asked.who, asked.voice.speaker
    if who.body or who.expert or who.helper or (not asked.own and FIRMS.search(speaker.name or asked.called)):
        return ""
    if not who.several and not who.witness and (who.office or speaker.organisation):
        return ""
    known = speaker.name or speaker.role or who.several or who.witness or who.described or asked.voice.teller
    if not (known or ONE_OF.match(asked.called)):
        return ""
    heard_from = asked.verb == "hear" and bool(who.described or who.several)
    if asked.own or heard_from:
        return "first-hand"
    # What goes on and what will be look alike in Ukrainian without a dictionary: a group is believed there.
    if who.several and not who.kin and (asked.language == "uk" or not _is_view(asked)):
        return "first-hand"
    if asked.present and not _is_view(asked):
        return "first-hand"
    if who.kin:
        return "first-hand" if AT_HOME[asked.language].search(asked.words) else ""
    described = bool(speaker.role or who.described or who.witness or speaker.protected) and asked.verb in (
        "say",
        "tell",
        "write",
    )
    if not described:
        return ""
    # Of what one who stands near says, only what is to come and what is thought is no sight of his.
    happened = HAPPENED[asked.language].search(asked.words) is not None
    seen = happened or (who.witness and THERE_IS.search(asked.words) is not None and not _is_view(asked))
    seen = seen and not (CALLS.match(asked.cue) and asked.words.count(" ") < _FEW)
    return "first-hand" if seen else ""


def _is_view(asked: Asked) -> bool:
    if asked.language == "en":
        return asked.shown.view > 0 or GUESSED.search(asked.words) is not None
    thought = lived_slavic(asked.words[:_OPENING], asked.voice.gender, asked.language) == "view"
    return thought or view_slavic(asked.words, asked.language) or is_to_come(asked.words, asked.language)


def _writes_of_himself(asked: Asked) -> bool:
    """Whether a relative elsewhere wrote or rang, and no other of the family is what it is about."""
    if not FROM_AFAR[asked.language].match(asked.cue.lower()) or asked.shown.heard:
        return False
    return not (_is_view(asked) or AWAY & set(asked.words.lower().split()[:_FEW]))


def _of_his_own(asked: Asked) -> bool:
    """Whether reported words of somebody without a post tell of his own kin: "that her son had been seen"."""
    who = asked.who
    if asked.own or not who.single or who.office or who.helper or who.treats or who.expert:
        return False
    found = OWN_KIN[asked.language].search(asked.words)
    if found is None or _is_view(asked):
        return False
    return asked.voice.gender in (("m" if found.lastgroup == "m" else "f"), "-")


def _hears(asked: Asked) -> bool:
    """Whether the one named is who heard, from nobody the frame names: «мать слышала, что …»."""
    at = asked.around.lower().find(asked.cue.lower())
    stands = asked.around.find(asked.called)
    return bool(asked.called) and 0 <= stands < at and not FROM_WHOM.search(asked.around, at)


QUESTIONS: Final[tuple[Callable[[Asked], str], ...]] = (
    is_paper, is_rumour, of_his_cases, of_himself, for_a_side, only_view, from_another, was_there,
)  # fmt: skip


def basis_of(
    words: str, quoted: bool, voice: Voice, verb: str, received: bool, related: bool, lexicon: Lexicon,
    *, present: bool = False, around: str = "", nobody: bool = False, called: str = "", cue: str = "",
    known_as: str = "", answer: bool = False,
) -> str:  # fmt: skip
    """One of the BASES. ``related``: the text calls the speaker somebody's relative; ``present``: it says
    that the speaker was there; ``around``: the words of the frame; ``nobody``: the verb has no agent;
    ``called``: what the frame calls the speaker; ``cue``: its verb; ``speakers/known_as``: what another frame
    calls him;
    ``answer``: a whole answer in an interview."""
    language, words = lexicon.language, words[:_ENOUGH]
    who = who_is(
        voice,
        (called if language == "en" else with_body(called, around)) if cue else with_title(called, around),
        lexicon,
        related=related,
        present=present,
        known_as=known_as,
    )
    # The clauses of reported words are asked for in English and of relatives alone.
    shown = Shown()
    if quoted or voice.teller or who.kin or language == "en" or called.lower() in _SELF:
        shown = shown_by(words, voice.gender, language)
    asked = Asked(
        words, quoted, voice, who,
        shown, language, verb, cue, around,
        called, nobody, received, present,
        answer, lexicon.caseload,
    )  # fmt: skip
    return next(filter(None, (question(asked) for question in QUESTIONS)), "unknown")


# What a body has been told of: «це», «эти слова», «существование лагеря», and no deed of its speaker.
_POINTS: Final = re.compile(
    r"(?:(?:в|у|на)\s)?(?:это|этого|этому|эти\s|этих\s|це|цього|цьому|ці\s|цих\s|всё|все|усе|такое|таке|слова|слухи|чутки|сообщени|повідомленн"
    r"|сведени|відомост|информаци|інформаці|данные|дані|существовани|існуванн|подлинност|справжніст|автентичн|факт|удар|обстріл|обстрел)",
    re.IGNORECASE,
)


def _counts(asked: Asked) -> bool:
    """Whether the frame is of the body's own count: "estimates", «по оценке», «нарахувала»."""
    cue = asked.cue.lower()
    return cue in COUNTS if asked.language == "en" else COUNTED.search(cue) is not None


def lived_it(words: str, voice: Voice, language: str, *, quoted: bool) -> bool:
    """Whether words tell what their speaker himself did, saw or suffered."""
    words = words[:_ENOUGH]
    if quoted:
        return shown_by(words, voice.gender, language).lived > 0
    if voice.gender not in ("m", "f") or learnt_from(words, language):
        return False
    if language == "en":
        return himself_en(words, voice.gender, several=False, office=True)
    return himself_slavic(words, voice.gender, several=False, language=language)


def _of_his_conduct(asked: Asked) -> bool:
    """Whether what is denied is the speaker's own deed: "having met him", «всякую связь», not of his side."""
    if asked.language == "en":
        return denies_deed(asked.words) or _himself(asked) or not asked.who.side
    if asked.who.side and _POINTS.match(asked.words):
        return _himself(asked)
    return _himself(asked) or not asked.who.side or not HAPPENED[asked.language].search(asked.words)


_OWNED_BY: Final = re.compile(r"(his|her)\s", re.I)
_OF: Final = {"his": "m", "her": "f"}


def _himself(asked: Asked) -> bool:
    gender, several = asked.voice.gender, asked.who.several
    if asked.who.kin and (several or (gender == "-" and asked.language == "en")):
        return False  # "relatives said they had no bread": whose relatives they are
    if asked.language == "en":
        owner = _OWNED_BY.match(asked.called)
        if owner and asked.who.single and gender in ("-", _OF[owner[1].lower()]):
            return False  # "His secretary said he was on leave": he is whose secretary it is
        return himself_en(asked.words, gender, several, office=asked.who.side)
    return himself_slavic(asked.words, gender, several, asked.language)


def _perceives(asked: Asked) -> bool:
    """ "Is certain that she saw", «уверена, что узнала сына»."""
    return SEES[asked.language].search(asked.words) is not None and _himself(asked)


def was_present(frame: str, language: str) -> bool:
    """Whether the words around a claim say that its speaker was there: "according to X, who was on board"."""
    return PRESENT[language].search(frame) is not None


__all__ = ["EXPERT", "FIRST_PERSON", "QUESTIONS", "basis_of", "lived_it", "was_present"]
