"""Who an English description is that leans on somebody else: "one of them", "her office", "my brother", "the
witness". Each answers with a voice, or None where the text does not say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from muster.model.claims import Speaker
from muster.read.page import Page
from muster.read.people.people import Named
from muster.read.speakers.antecedents import of_pronoun
from muster.read.speakers.voice import Voice
from muster.text.listed import listed
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voices import Voices

_SEVERAL_OF: Final = re.compile(
    r"\A(?:(?:most|some|many|all|both|several|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|\d+|dozens|hundreds)\s"
    r"(?:of\s)?)?(?:the\s|these\s|those\s)?",
    re.I,
)
_COMPLEMENT: Final = re.compile(
    r"\s(?:of|for|from|at|in|on|with|near|who|whose|that|familiar|close|briefed|involved|interviewed|contacted|reached|named)\s|,"
)
_MORE_PEOPLE: Final = listed(
    """detainees prisoners refugees lawmakers senators republicans Republicans Democrats diplomats aides
    neighbours neighbors farmers nurses drivers teachers guards deputies economists historians
    protesters inmates patients students evacuees monitors"""
)
# How many speakers back "one of them" may reach.
_NEAR: Final = 4


def of_several(voices: Voices, words: str, span: Span, paragraph: int) -> Voice | None:
    """ "One of them", where the text has just had several people speak: one of those."""
    one = words.split(None, 1)[0].lower()
    for number, at, voice in reversed(voices.spoken[-_NEAR:]):
        noun = _SEVERAL_OF.sub("", voice.speaker.role or voice.speaker.name or "", count=1)
        head = _COMPLEMENT.split(noun, maxsplit=1)[0]
        people = (
            head.rsplit(None, 1)[-1] in lexicon("en").plural | source_words("en").people | _MORE_PEOPLE
            if head
            else False
        )
        if (
            number >= paragraph - 1
            and at < span.start
            and voice.kind == "group"
            and people
            and head.rsplit(None, 1)[-1].islower()
        ):
            speaker = Speaker(
                None, f"{one} of the {head}", voice.speaker.organisation, voices.page.passage(*span)
            )
            single = one in ("one", "another", "none", "each")
            return replace(
                voice, speaker=speaker, kind="anonymous" if single else "group", gender="-", trust=0.6
            )
    return None


def office_of(
    voices: Voices, gender: str, office: str, span: Span, paragraph: int, outer: Voice | None
) -> Voice | None:
    """ "Her office": of the woman spoken of last, by her name or by what she is."""
    owner = of_pronoun(voices, gender, span, paragraph, outer, words_first=False)
    whose = (owner.speaker.name or owner.speaker.role) if owner is not None else None
    if owner is None or not whose:
        return None
    speaker = Speaker(f"{whose}'s {office}", office, None, voices.page.passage(*span))
    return replace(owner, speaker=speaker, kind="organisation", gender="n", trust=0.7)


def one_of_two(voices: Voices, words: str, span: Span) -> Voice | None:
    """ "The former", "the latter": of the only two people, or bodies, whom the sentence before names."""
    if words.lower() in ("another", "the other", "a second", "a third"):
        return _another(voices, words, span)
    if words.lower() in _HOW_MANY:
        here = voices.page.paragraph_of[voices.page.sentence_at(span.start)]
        return of_several(voices, words, span, here)
    which = {"the former": 0, "the latter": 1}.get(words.lower())
    here = voices.page.sentence_at(span.start)
    if which is None or not here:
        return None
    before = voices.page.sentences[here - 1]
    named = voices.named[voices.index_of(before.start) : voices.index_of(before.stop)]
    for kind in ("person", "organisation"):
        found = list({n.norm: n for n in named if n.kind == kind}.values())
        if len(found) == 2 and kind == "person":
            return replace(voices.of_person(found[which], span), trust=0.7)
        if len(found) == 2:
            return voices.of_body(found[which], span, 0.6)
    return None


# "Nineteen men said …; seven said …": seven of the men.
_HOW_MANY: Final = listed("two three four five six seven eight nine ten eleven twelve several most many")


def _another(voices: Voices, words: str, span: Span) -> Voice | None:
    """ "One diplomat said … Another said": another diplomat, where one without a name has just spoken."""
    here = voices.page.sentence_at(span.start)
    for _, at, voice in reversed(voices.spoken[-2:]):
        role = voice.speaker.role or ""
        if role.startswith("one of the ") and voices.page.sentence_at(at) >= here - 2:
            told = f"{words.lower()} of the {role[11:]}"
            return replace(
                voice,
                speaker=replace(voice.speaker, role=told, mention=voices.page.passage(*span)),
                trust=0.6,
            )
        if voice.kind != "anonymous" or voice.speaker.name or (not role.islower() and not role[:1].islower()):
            continue
        if voices.page.sentence_at(at) >= here - 2 and role.split()[0] not in ("one", "another", "the"):
            head = _COMPLEMENT.split(role, maxsplit=1)[0]
            speaker = Speaker(None, f"another {head}", voice.speaker.organisation, voices.page.passage(*span))
            return replace(voice, speaker=speaker, gender="-", trust=0.6)
    return None


_BODY_CALLED: Final = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|One|Another|[A-Z][\w’'-]+['’]s)\s(?:(?!(?:of|at|for|in|from|with|to|by|on)\b)[\w’'-]+\s){0,4}?(charity|company|group|firm|agency|union"
    r"|organi[sz]ation|foundation|network|movement|party|newspaper|manufacturer|contractor|operator|campaign|coalition|alliance|bank|club|school"
    r"|hospital|project|outlet|publisher|owner|maker|body|institute|watchdog|think\stank)(?:\s(?:of|for|in|at|that|behind|from)\s[^,]{2,50})?,\s"
    r"((?:[A-Z][\w&’'.-]*)(?:\s(?:of|for|and|the|to|&|[A-Z][\w&’'.-]*)){0,5})(?=,\s|\.?\Z)"
)


def body_called(voices: Voices, words: str, span: Span) -> Voice | None:
    """ "The charity, Open Road": the body by its name; None where the name is a person's."""
    found = _BODY_CALLED.match(voices.page.body, span.start, min(len(voices.page.body), span.stop + 70))
    if found is None or words.startswith(("both", "two")):
        return None
    at, stop = found.span(2)
    if at > span.stop + 2 or any(n.certain and n.gender != "-" for n in voices.people_between(at, stop)):
        return None
    name = found.group(2)
    mention = voices.page.passage(at, stop)
    known = frozenset([name.lower(), found.group(1)])
    return Voice(Speaker(name, None, name, mention), "organisation", "n", 0.8, known)


_TITLES: Final = r"(?:[A-Z][a-z]{1,12}\.?\s){0,2}"


def called_so(voices: Voices, words: str) -> Named | None:
    """ "My brother" of whom the text said "My brother, Sergeant X,": X, if it is one."""
    whose = r"(?:[Hh]is|[Hh]er)" if words.lower().startswith(("his ", "her ")) else words.split(None, 1)[0]
    noun = words.split(None, 1)[1]
    lead = re.compile(rf"\b(?:{whose}|{whose.capitalize()})\s{re.escape(noun)},\s{_TITLES}\Z")
    found = {n.norm: n for n in voices.people.values() if _led(voices.page, n, lead)}
    return next(iter(found.values())) if len(found) == 1 else None


def _led(page: Page, n: Named, lead: re.Pattern[str]) -> bool:
    return lead.search(page.body, max(0, n.start - 70), n.start) is not None


_SELF: Final = re.compile(
    r"(?:that\s)?(?:even\s|when\s|while\s)?(he|she)(?:\s(?:himself|herself|too|also))?\s", re.I
)


def sex_in_own_words(voice: Voice, words: str) -> str:
    """ "A neighbour said that she too had seen it": what his own words call him."""
    single = (
        voice.gender == "-"
        and voice.kind == "anonymous"
        and voice.speaker.name is None
        and voice.speaker.role
    )
    told = _SELF.match(words) if single else None
    return voice.gender if told is None else "m" if told.group(1).lower() == "he" else "f"


__all__ = ["called_so", "of_several", "office_of", "sex_in_own_words"]
