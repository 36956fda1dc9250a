"""On what a speaker's word rests: eight questions in the order of the guidelines, the first yes decides.

``QUESTIONS`` is the decision tree of ``eval/gold/GUIDELINES.md``: who speaks (``basis/who.py``), and what
his words show of how he knows (``basis/words.py``). What no question answers is "unknown".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from muster.read.basis.asked import (
    FEW,
    OPENING,
    PRONOUNS,
    SELF,
    SIDES,
    Asked,
    counts,
    hears,
    himself,
    is_call,
    is_thought,
    is_view,
    of_his_conduct,
    of_his_own,
    of_his_own_days,
    perceives,
    thinks,
    writes_of_himself,
)
from muster.read.basis.called import with_body, with_title
from muster.read.basis.kin import AT_HOME, AWAY, FATE, OTHERS_TOLD
from muster.read.basis.law import states_law
from muster.read.basis.offices import ABROAD, FIRMS, SPEAKS_FOR
from muster.read.basis.phrases import (
    ANYBODY,
    ANYBODY_SLAVIC,
    BEFORE_COURT,
    BRIEFED,
    BY_PAPER,
    CALLS,
    CLIENT,
    CONFIRMS,
    COUNT,
    EXAMINED,
    FIRST_PERSON,
    FROM_WHOM,
    HABIT,
    HAPPENED,
    HEARD_THAT,
    HELPED,
    HOW,
    IN_A_BODY,
    KNOWS,
    MONITORS,
    NAMELESS,
    NUMBER,
    OF_ME,
    OF_RIGHTS,
    ONE_OF,
    OTHERS,
    OWN_DEED,
    OWN_PATIENTS,
    PLACE_SAYS,
    PRESENT,
    PUBLISHED,
    RECORDED,
    REPORTS,
    ROUND_HERE,
    RUMOUR,
    SEES,
    SERGEANTS,
    THERE_IS,
    THEY_SAY,
    TO_COME,
    TREATED,
    UNITS,
    VOLUNTEERS,
    WAS_TOLD,
)
from muster.read.basis.slavic import (
    goes_on,
    himself_slavic,
    is_later,
    is_so_uk,
    remembers,
)
from muster.read.basis.who import EXPERT, is_state, who_is
from muster.read.basis.words import Shown, himself_en, learnt_from, shown_by, told_by_another
from muster.read.speakers.voice import Voice
from muster.text.sources.cues import Lexicon

_ENOUGH: Final = 4000  # characters of one claim: each question looks through them
_SEVERAL: Final = 2  # sentences of his own make an answer a story


def is_paper(asked: Asked) -> str:
    """1. Is the speaker a paper or a record?"""
    if RUMOUR[asked.language].search(asked.around) or ROUND_HERE.search(asked.around):
        return ""  # «в сети пишут»
    if asked.language == "en" and REPORTS.fullmatch(asked.called):
        return "unknown"
    return "document" if asked.who.paper or BY_PAPER.match(asked.cue) else ""


def is_rumour(asked: Asked) -> str:
    """2. Does nobody in particular say it? What has no agent at all rests on nothing the text shows."""
    if RUMOUR[asked.language].search(asked.around):
        return "hearsay"
    if PLACE_SAYS.search(asked.around) or ROUND_HERE.search(asked.around):
        return "hearsay"
    if asked.nobody:
        they_say = THEY_SAY[asked.language].search(f"{asked.around} {asked.cue}") and not WAS_TOLD.match(
            asked.cue
        )
        body = IN_A_BODY.search(asked.around)
        place = body and (body["body"] or body["before"])
        if place and (is_state(place) or place.lower() in UNITS) and asked.language != "en":
            return ""  # «как сообщили в суде»
        return "hearsay" if they_say else "unknown"
    if asked.called.lower() in ANYBODY and asked.verb in ("say", "write") and not asked.voice.speaker.name:
        return "hearsay"
    if (
        asked.called.lower() in ANYBODY_SLAVIC
        and asked.language != "en"
        and THEY_SAY[asked.language].search(asked.cue)
    ):
        return "hearsay"
    if asked.verb == "hear" and (asked.who.several or not asked.called) and not asked.who.role - OTHERS:
        return "hearsay"
    return "unknown" if asked.received else ""


def of_his_cases(asked: Asked) -> str:
    """3. Does somebody who takes cases in speak of them?"""
    who, words = asked.who, asked.words
    if OWN_PATIENTS.search(words) and not (who.side or who.kin or who.paper):
        return "own-caseload"
    if who.treats and (TREATED[asked.language].search(words) or NUMBER.search(words)) and not who.kin:
        of_me = asked.shown.alone > 0 if asked.own else himself(asked)
        return "" if of_me and (asked.own or not EXAMINED.search(words)) else "own-caseload"
    if who.body and not who.side and counts(asked):
        return "own-caseload"
    planned = asked.verb in ("think", "intend", "urge", "judge", "ask")
    counted = RECORDED.search(words) or counts(asked) or (CONFIRMS.match(asked.cue) and NUMBER.search(words))
    if who.role & MONITORS and not who.side and not planned and counted:
        return "own-caseload"
    if OF_RIGHTS.search(asked.called) and COUNT[asked.language].search(words):
        return "own-caseload"  # the commissioner is of the state, the complaints are cases
    if asked.own and not who.side and CLIENT[asked.language].search(words):
        return "own-caseload"
    if not who.helper:
        heads = asked.voice.speaker.organisation is not None or bool(who.role & SPEAKS_FOR)
        if not heads or who.side or who.expert or not (who.body or asked.own):
            return ""
        return "own-caseload" if COUNT[asked.language].search(words) else ""
    own_count = COUNT[asked.language].search(words) is not None
    volunteer = bool(who.role & VOLUNTEERS) and who.role & asked.caseload <= VOLUNTEERS
    if volunteer and not own_count:
        # Whoever drives and carries tells of his road: of people who turned to him he keeps no books.
        lived = asked.shown.lived > 0 if asked.own else himself(asked) or remembers(asked.cue)
        if lived or asked.cue.lower() in OWN_DEED or HEARD_THAT[asked.language].match(words):
            return ""
        if not HELPED.search(words) or (asked.own and asked.shown.view and not asked.shown.told_of):
            return ""
    if (asked.verb in ("urge", "ask") or (volunteer and is_call(asked))) and not own_count:
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
    if who.body or asked.nobody or is_call(asked):
        return ""
    if who.role & SIDES:
        return ""
    if asked.language == "en" and not asked.own and _SEEING.match(asked.words):
        return "first-hand"
    if who.role & SERGEANTS and asked.present and not who.paper and of_his_own_days(asked):
        return "first-hand"
    if not asked.own and _only_heard(asked):
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
            lived = lived or himself(asked)
        return "first-hand" if lived else ""
    cue = asked.cue.lower()
    verb = cue.rsplit(" ", 1)[-1]
    if asked.verb == "hear" and who.single and HOW.match(asked.words):
        return "first-hand"
    if asked.verb in ("think", "intend", "urge", "judge", "ask") and not (
        remembers(asked.cue) or verb in OWN_DEED
    ):
        return "first-hand" if perceives(asked) else ""
    if verb.startswith(("recall", "remember", "plead")) and who.single:
        return "first-hand"
    if (verb in OWN_DEED or remembers(cue)) and (not who.side or himself(asked)):
        return "first-hand"
    if asked.verb == "deny" and who.single and of_his_conduct(asked):
        return "first-hand"
    if who.side and not who.single:
        return "first-hand" if _A_FEW.match(asked.called) and himself(asked) else ""
    return "first-hand" if himself(asked) else ""


# Guards and officers one can count tell of themselves too: "two guards said they had been ordered to".
_A_FEW: Final = re.compile(
    r"(?:two|three|four|several|some|a\sfew|двое|трое|четверо|несколько|двоє|троє|четверо|кілька|декілька)\s",
    re.I,
)
# "Reported seeing", "described having been beaten".
_SEEING: Final = re.compile(r"(?:having\s(?:seen|heard|been)|seeing|hearing|being)\s")


def for_a_side(asked: Asked) -> str:
    """5. Does he hold an office or a command of a side, or speak for one?"""
    if asked.who.side and not asked.own and NAMELESS.search(asked.words, 0, OPENING):
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
    if is_call(asked):
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
    if asked.verb == "hear" and (_himself_hears(asked) or not who.role - PRONOUNS or hears(asked)):
        return "hearsay"
    if not asked.own and HEARD_THAT[asked.language].match(asked.words):
        return "hearsay"
    if not asked.own and _only_heard(asked):
        return "second-hand"
    if who.role & AWAY and not asked.own and writes_of_himself(asked):
        return "first-hand"
    story = asked.answer and shown.told_of >= _SEVERAL
    told = shown.heard + shown.rumoured
    # Of reported words only English tells who says what inside them without a clause of its own.
    alone = not asked.own and asked.language == "en" and not shown.told_of
    enough = told > shown.told_of if asked.present else told >= shown.told_of
    if told and not story and (alone or (asked.own and (who.kin or enough))):
        return "second-hand" if shown.heard else "hearsay"
    if (
        (who.kin or of_his_own(asked))
        and not asked.answer
        and not AT_HOME[asked.language].search(asked.words)
    ):
        of_others = OTHERS_TOLD[asked.language].search(asked.words) or FATE[asked.language].search(
            asked.words
        )
        return "second-hand" if of_others and (shown.told_of or not shown.view) else ""
    return ""


def _only_heard(asked: Asked) -> bool:
    """Whether reported words open with whom, or that, their speaker heard it."""
    heard = HEARD_THAT[asked.language].match(asked.words)
    if heard or learnt_from(asked.words, asked.language):
        return True
    return asked.who.single and told_by_another(asked.words, asked.language)


def _himself_hears(asked: Asked) -> bool:
    """«Рассказала, что слышала, будто …»: who heard it is not named a second time, nor from whom."""
    return not asked.called and asked.voice.speaker.name is not None and not FROM_WHOM.search(asked.around)


def _expects(asked: Asked) -> bool:
    """Whether what there is said to be is thought or still to come; «стоять» is no verb of what will be."""
    if asked.language != "uk":
        return is_view(asked)
    return is_thought(asked) or is_later(asked.words)


def was_there(asked: Asked) -> str:
    """8. Does the text show that he was there, or knows it from his own daily place?"""
    who, speaker = asked.who, asked.voice.speaker
    if who.body or (who.expert and not asked.present) or who.helper:
        return ""
    if PUBLISHED.search(asked.called):
        return ""  # «російські пабліки»: the press was not there
    if not (asked.own or who.described) and FIRMS.search(speaker.name or asked.called):
        return ""
    if not (who.several or who.witness) and ABROAD.search(asked.called):
        return ""
    if not who.several and not who.witness and (who.office or speaker.organisation):
        return ""
    behind = asked.around.find(asked.called) + len(asked.called)
    if BRIEFED.search(asked.called) or BRIEFED.match(asked.around, behind):
        return ""
    known = speaker.name or speaker.role or who.several or who.witness or who.described or asked.voice.teller
    if not (known or ONE_OF.match(asked.called)):
        return ""
    heard_from = asked.verb == "hear" and bool(who.described or who.several)
    if asked.own or heard_from:
        return "first-hand"
    # What goes on and what will be look alike in Ukrainian without a dictionary: a group is believed there.
    if who.several and not who.kin and (asked.language == "uk" or not is_view(asked)):
        return "first-hand"
    if asked.present and not is_view(asked):
        return "first-hand"
    if who.kin:
        return "first-hand" if AT_HOME[asked.language].search(asked.words) else ""
    if thinks(asked):
        return ""
    described = bool(speaker.role or who.described or who.witness or speaker.protected) and asked.verb in (
        "say",
        "tell",
        "write",
    )
    if not described:
        return ""
    # Of what one who stands near says, only what is to come and what is thought is no sight of his.
    happened = HAPPENED[asked.language].search(asked.words) is not None
    daily = who.witness and not is_thought(asked)
    daily = daily and (HABIT.search(asked.words) is not None or goes_on(asked.words, asked.language))
    there = who.witness and THERE_IS.search(asked.words) is not None and not _expects(asked)
    there = there or (who.witness and asked.language == "uk" and is_so_uk(asked.words))
    seen = happened or daily or there
    seen = seen and not (CALLS.match(asked.cue) and asked.words.count(" ") < FEW)
    return "first-hand" if seen else ""


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
        related=related
        or _whose_kin(called, around)
        or _FAMILY.match(around, max(0, around.find(called))) is not None,
        present=present,
        known_as=known_as,
    )
    # The clauses of reported words are asked for in English and of relatives alone.
    shown = Shown()
    if quoted or voice.teller or who.kin or language == "en" or called.lower() in SELF:
        shown = shown_by(words, voice.gender, language)
    asked = Asked(
        words, quoted, voice, who,
        shown, language, verb, cue, around,
        called, nobody, received, present,
        answer, lexicon.caseload,
    )  # fmt: skip
    return next(filter(None, (question(asked) for question in QUESTIONS)), "unknown")


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


# Of whom a frame has "his" alone.
_FAMILY: Final = re.compile(
    r"(?:his|her|their|[\w’'-]+['’]s)\s(?:family|families|relatives|loved\sones)\b", re.I
)
_WHOSE_KIN: Final = re.compile(
    r",\s(?:whose\s(?:\w+\s)?(?:husband|wife|sons?|daughters?|brothers?|sisters?|father|mother|child|children|boys?)\b"
    r"|(?:чей|чья|чьего|чьи|чий|чия|чийого|чиї)\s(?:\w+\s)?(?:муж|жен|сын|доч|брат|сестр|от[е]?ц|мат|дет|чоловік|дружин|син|доньк|батьк|мам|діт))",
    re.I,
)


def _whose_kin(called: str, around: str) -> bool:
    """Whether the text says of whoever speaks that his kin are in it: "X, whose son is missing, said"."""
    at = around.find(called) if called else -1
    return at >= 0 and _WHOSE_KIN.match(around, at + len(called)) is not None


def was_present(frame: str, language: str) -> bool:
    """Whether the words around a claim say that its speaker was there: "according to X, who was on board"."""
    return PRESENT[language].search(frame) is not None


__all__ = ["EXPERT", "FIRST_PERSON", "QUESTIONS", "basis_of", "lived_it", "was_present"]
