"""On what a speaker's word rests: eight questions in the order of the guidelines, the first yes decides.

``QUESTIONS`` is the decision tree of ``eval/gold/GUIDELINES.md``: who speaks (``basis/who.py``), and what
his words show of how he knows (``basis/words.py``). What no question answers is "unknown".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from muster.read.basis.answers import AROUND, CALLED, CUE, NOTHING, WORDS, Answer, shown_in
from muster.read.basis.asked import (
    FEW,
    OPENING,
    PRONOUNS,
    SELF,
    Asked,
    hears,
    is_call,
    is_thought,
    is_view,
    of_his_own,
    thinks,
    writes_of_himself,
)
from muster.read.basis.called import with_body, with_title
from muster.read.basis.cases import of_his_cases
from muster.read.basis.himself import in_clause, of_himself, only_heard
from muster.read.basis.kin import AT_HOME, AWAY, FATE, OTHERS_TOLD
from muster.read.basis.offices import ABROAD, FIRMS
from muster.read.basis.phrases import (
    AFRAID,
    ANYBODY,
    ANYBODY_SLAVIC,
    ASKS_SO,
    BESIDE_HIM,
    BRIEFED,
    BY_PAPER,
    CALLS,
    FIRST_PERSON,
    FOR_HIMSELF,
    FROM_WHOM,
    HABIT,
    HAPPENED,
    HEARD_THAT,
    HOW,
    IN_A_BODY,
    KNOWS,
    MINDS,
    NAMELESS,
    ONE_OF,
    OTHERS,
    PLACE_SAYS,
    PRESENT,
    PUBLISHED,
    REPORTS,
    ROUND_HERE,
    RUMOUR,
    SEEN_THERE,
    SOME,
    TALK_NOW,
    THERE_IS,
    THEY_SAY,
    TO_COME,
    UNITS,
    WAS_TOLD,
    WAS_TOLD_SLAVIC,
)
from muster.read.basis.slavic import (
    goes_on,
    himself_slavic,
    is_later,
    is_so_uk,
)
from muster.read.basis.unseen_slavic import is_ignorant
from muster.read.basis.who import EXPERT, is_state, who_is
from muster.read.basis.words import Shown, himself_en, learnt_from, shown_by
from muster.read.speakers.voice import Voice
from muster.text.sources.cues import Lexicon

_ENOUGH: Final = 4000  # characters of one claim: each question looks through them
_AT_ONCE: Final = 24  # characters: «підозру оголосили двом, прізвищ вона не називає» tells of the case
_SEVERAL: Final = 2  # sentences of his own make an answer a story


def is_paper(asked: Asked) -> Answer | None:
    """1. Is the speaker a paper or a record?"""
    if RUMOUR[asked.language].search(asked.around) or ROUND_HERE.search(asked.around):
        return None  # «в сети пишут»
    if asked.language == "en" and REPORTS.fullmatch(asked.called):
        return Answer("which-reports", CALLED)
    if asked.who.paper:
        return Answer("paper", CALLED)
    return Answer("by-paper", CUE) if BY_PAPER.match(asked.cue) else None


def is_rumour(asked: Asked) -> Answer | None:
    """2. Does nobody in particular say it? What has no agent at all rests on nothing the text shows."""
    for talk in (RUMOUR[asked.language], PLACE_SAYS, ROUND_HERE):
        if found := talk.search(asked.around):
            return Answer("rumour", AROUND, found.span())
    if asked.nobody:
        they_say = THEY_SAY[asked.language].search(f"{asked.around} {asked.cue}") and not (
            WAS_TOLD.match(asked.cue)
            or (asked.language != "en" and WAS_TOLD_SLAVIC.search(f"{asked.around} {asked.cue}"))
        )
        body = IN_A_BODY.search(asked.around)
        place = body and (body["body"] or body["before"])
        if place and (is_state(place) or place.lower() in UNITS) and asked.language != "en":
            return None  # «как сообщили в суде»
        return Answer("people-say" if they_say else "nobody-named", CUE)
    if asked.called.lower() in ANYBODY and asked.verb in ("say", "write") and not asked.voice.speaker.name:
        return Answer("people-say", CALLED)
    if asked.language == "en" and asked.called.lower() in SOME and TALK_NOW.match(asked.cue):
        return Answer("people-say", CALLED)
    if (
        asked.called.lower() in ANYBODY_SLAVIC
        and asked.language != "en"
        and THEY_SAY[asked.language].search(asked.cue)
    ):
        return Answer("people-say", CALLED)
    if asked.verb == "hear" and (asked.who.several or not asked.called) and not asked.who.role - OTHERS:
        return Answer("heard", CUE)
    return Answer("received", CUE) if asked.received else None


def for_his_own_person(asked: Asked) -> Answer | None:
    """Not to be named, and what somebody fears for himself, says nothing of what he knows; English."""
    if asked.language != "en" or asked.own:
        return None
    terms = ASKS_SO.match(asked.cue) and NAMELESS.search(asked.words, 0, OPENING)
    if terms:
        return Answer("asks-for-silence", WORDS, terms.span())
    feared = AFRAID.search(asked.cue) and FOR_HIMSELF.match(asked.words)
    return Answer("asks-for-silence", WORDS, feared.span()) if feared else None


def for_a_side(asked: Asked) -> Answer | None:
    """5. Does he hold an office or a command of a side, or speak for one?"""
    if asked.who.side and not asked.own:
        nameless = NAMELESS.search(asked.words, 0, OPENING)  # what he asks for himself
        if nameless and nameless.start() <= _AT_ONCE:
            return Answer("asks-for-silence", WORDS, nameless.span())
    if asked.nobody:
        return Answer("side-unnamed", CUE)
    return Answer("side", CALLED) if asked.who.side else None


def only_view(asked: Asked) -> Answer | None:
    """6. Is it nothing but a view, a wish, a plan or a call?"""
    tells_how = asked.verb == "judge" and (
        HOW.match(asked.words) is not None  # "described how"
        or ("describ" in asked.cue and SEEN_THERE.match(asked.words) is not None)
    )
    if asked.verb in ("think", "intend", "urge", "judge", "ask") and not (asked.answers or tells_how):
        known = KNOWS.match(asked.cue) and FROM_WHOM.search(asked.around)
        return Answer("says-from-whom", AROUND, known.span()) if known else Answer("view", CUE)
    if is_call(asked):
        return Answer("call", WORDS)
    minds = None if asked.own or asked.language == "en" else MINDS.match(asked.words)
    if minds:
        return Answer("view", WORDS, minds.span())
    if asked.language != "en" and not asked.own and is_ignorant(asked.words):
        return Answer("view", WORDS)
    if (
        asked.language == "en"
        and not asked.own
        and asked.verb != "hear"
        and (asked.words.startswith(("to ", "not to ")) or TO_COME.match(asked.words))
    ):
        return Answer("call", WORDS)
    shown = asked.shown
    if asked.own and shown.view and not (shown.told_of or shown.heard or shown.rumoured):
        return in_clause("view", asked, "view")
    return None


def from_another(asked: Asked) -> Answer | None:
    """7. Does he have it from another: does he say so, or is he a relative who tells of his own elsewhere?"""
    who, shown = asked.who, asked.shown
    if asked.verb == "hear" and (_himself_hears(asked) or not who.role - PRONOUNS or hears(asked)):
        return Answer("heard", CUE)
    if not asked.own:
        if heard := HEARD_THAT[asked.language].match(asked.words):
            return Answer("rumoured", WORDS, heard.span())
        if learnt := only_heard(asked):
            return Answer("says-from-whom", WORDS, learnt)
    if who.role & AWAY and not asked.own and writes_of_himself(asked):
        return Answer("writes-home", CUE)
    story = asked.answer and shown.told_of >= _SEVERAL
    told = shown.heard + shown.rumoured
    # Of reported words only English tells who says what inside them without a clause of its own.
    alone = not asked.own and asked.language == "en" and not shown.told_of
    enough = told > shown.told_of if asked.present else told >= shown.told_of
    if told and not story and (alone or (asked.own and (who.kin or enough))):
        return (
            in_clause("says-from-whom", asked, "heard")
            if shown.heard
            else in_clause("rumoured", asked, "rumoured")
        )
    if (
        (who.kin or of_his_own(asked))
        and not asked.answer
        and not BESIDE_HIM.search(asked.around)
        and not AT_HOME[asked.language].search(asked.words)
    ):
        of_others = OTHERS_TOLD[asked.language].search(asked.words) or FATE[asked.language].search(
            asked.words
        )
        if of_others and (shown.told_of or not shown.view):
            return Answer("relative", CALLED) if who.kin else Answer("relative", WORDS, of_others.span())
    return None


def _himself_hears(asked: Asked) -> bool:
    """«Рассказала, что слышала, будто …»: who heard it is not named a second time, nor from whom."""
    return not asked.called and asked.voice.speaker.name is not None and not FROM_WHOM.search(asked.around)


def _expects(asked: Asked) -> bool:
    """Whether what there is said to be is thought or still to come; «стоять» is no verb of what will be."""
    if asked.language != "uk":
        return is_view(asked)
    return is_thought(asked) or is_later(asked.words)


def _tells_of_it(asked: Asked) -> bool:
    """Whether own words tell of something that happened or goes on there, and are no mere saying: «Надія теж
    протез» tells nothing that was seen."""
    words, language = asked.words, asked.language
    if language == "en" or words.count(" ") > _LONG_ENOUGH or asked.called.lower() in SELF:
        return True
    return (
        HAPPENED[language].search(words) is not None
        or FIRST_PERSON[language].search(words) is not None
        or goes_on(words, language)
        or THERE_IS.search(words) is not None
        or (language == "uk" and is_so_uk(words))
    )


_LONG_ENOUGH: Final = 14  # words


def was_there(asked: Asked) -> Answer | None:
    """8. Does the text show that he was there, or knows it from his own daily place?"""
    who, speaker = asked.who, asked.voice.speaker
    if who.body or (who.expert and not asked.present) or who.helper:
        return None
    if PUBLISHED.search(asked.called):
        return None  # «російські пабліки»: the press was not there
    if not (asked.own or who.described) and FIRMS.search(speaker.name or asked.called):
        return None
    if not (who.several or who.witness) and ABROAD.search(asked.called):
        return None
    if not who.several and not who.witness and (who.office or speaker.organisation):
        return None
    behind = asked.around.find(asked.called) + len(asked.called)
    if BRIEFED.search(asked.called) or BRIEFED.match(asked.around, behind):
        return None
    known = speaker.name or speaker.role or who.several or who.witness or who.described or asked.voice.teller
    if not (known or ONE_OF.match(asked.called)):
        return None
    there = Answer("group-there" if who.several else "knows-the-place", CALLED)
    if asked.present:
        seen = PRESENT[asked.language].search(asked.around)
        there = Answer("was-there", AROUND, seen.span()) if seen else Answer("tells-elsewhere")
    heard_from = asked.verb == "hear" and bool(who.described or who.several)
    if heard_from or (asked.own and _tells_of_it(asked)):
        return there
    if asked.own:
        return None
    # What goes on and what will be look alike in Ukrainian without a dictionary: a group is believed there.
    if who.several and not who.kin and (asked.language == "uk" or not is_view(asked)):
        return there
    if asked.present and not is_view(asked):
        return there
    if who.kin:
        return shown_in("at-home", WORDS, AT_HOME[asked.language].search(asked.words))
    if thinks(asked):
        return None
    described = bool(speaker.role or who.described or who.witness or speaker.protected) and asked.verb in (
        "say",
        "tell",
        "write",
    )
    if not described:
        return None
    # Of what one who stands near says, only what is to come and what is thought is no sight of his.
    happened = HAPPENED[asked.language].search(asked.words) is not None
    daily = who.witness and not is_thought(asked)
    daily = daily and (HABIT.search(asked.words) is not None or goes_on(asked.words, asked.language))
    stands = who.witness and THERE_IS.search(asked.words) is not None and not _expects(asked)
    stands = stands or (who.witness and asked.language == "uk" and is_so_uk(asked.words))
    seen_there = happened or daily or stands
    seen_there = seen_there and not (CALLS.match(asked.cue) and asked.words.count(" ") < FEW)
    return there if seen_there else None


QUESTIONS: Final[tuple[Callable[[Asked], Answer | None], ...]] = (
    is_paper, is_rumour, for_his_own_person, of_his_cases, of_himself, for_a_side, only_view,
    from_another, was_there,
)  # fmt: skip


def basis_of(
    words: str, quoted: bool, voice: Voice, verb: str, received: bool, related: bool, lexicon: Lexicon,
    *, present: bool = False, around: str = "", nobody: bool = False, called: str = "", cue: str = "",
    known_as: str = "", answer: bool = False,
) -> Answer:  # fmt: skip
    """The ground of a basis. ``related``: the text calls the speaker somebody's relative; ``present``: it
    says that the speaker was there; ``around``: the words of the frame; ``nobody``: the verb has no agent;
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
    known = voice.speaker.name is not None or called.lower() in PRONOUNS
    if voice.gender == "-" and language != "en" and known and not (who.several or who.body):
        voice = replace(voice, gender=_of_verb(cue))  # «рассказала» is a woman's
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
    return next(filter(None, (question(asked) for question in QUESTIONS)), NOTHING)


def lived_it(words: str, voice: Voice, language: str, *, quoted: bool) -> bool:
    """Whether words tell what their speaker himself did, saw or suffered."""
    words = words[:_ENOUGH]
    if quoted:
        return shown_by(words, voice.gender, language).lived > 0
    if voice.gender not in ("m", "f") or learnt_from(words, language):
        return False
    if language == "en":
        return himself_en(words, voice.gender, several=False, office=True) is not None
    return himself_slavic(words, voice.gender, several=False, language=language) is not None


_PAST: Final = re.compile(
    r"[а-яёіїєґ]{2,}(?:(?P<f>ла)|(?P<m>[аяеиыуо]л|[аяиіуї]в))(?:с[ья])?\Z", re.IGNORECASE
)


def _of_verb(cue: str) -> str:
    """The gender of a Slavic past verb of saying: m, f, or - where it does not tell."""
    found = _PAST.search(cue)
    return "-" if found is None else "f" if found["f"] else "m"


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
