"""A second description of somebody in English: "Mayor N … the official", "N, a surgeon … the doctor"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from muster.text.listed import listed
from muster.text.sources.cues import Lexicon
from muster.text.sources.trades import narrower, trade_of
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.people.people import Named
    from muster.read.speakers.voices import Voices

# How many paragraphs back a wider word may point.
_WIDE: Final = 3
# Of a description with more words, those that say nothing of which one is meant.
_ANY: Final = listed("senior top veteran local regional city town state government former retired military")
# "The official" is no head of a charity: of these words only those that hold an office of state.
_HEADS: Final = listed("head chief chairman chairwoman chairperson chair director coordinator representative")
_OF_STATE: Final = re.compile(
    r"\b(?:ministr|administrat|council|region|district|cit(?:y|ies)\b|town\b|village|department|police|office|service|government"
    r"|agency|state|province|provincial|emergency|parliament|security|customs|election|municipal"
    r"|united nations\b|un\b|u\.n)",
    re.I,
)
_SET: Final = {
    "head of state": listed("president king queen emir"),
    "head of government": listed("premier prime chancellor"),
    "chief diplomat": listed("minister"),
    "top diplomat": listed("minister"),
    "city head": listed("mayor"),
}


def by_wider_word(voices: Voices, span: Span, words: str, noun: str, lexicon: Lexicon) -> list[Named]:
    """Whom "the official", "the doctor" means: who is of a trade that the word covers and stands near before;
    of several whoever spoke last. Empty where the text has also told of one without a name."""
    covered = _SET.get(words.lower()) or narrower(noun, lexicon)
    if not covered:
        return []
    noun = noun or words.lower().split()[-1]
    attributes = words.lower().split()[:-1] if words.lower() not in _SET else []
    page = voices.page
    here = page.paragraph_of[page.sentence_at(span.start)]
    floor = page.paragraphs[max(0, here - _WIDE)].start
    found = {
        n.norm: n
        for n in voices.people_between(floor, span.start)
        if (covered & roles_said(voices, n, lexicon) or _abroad(voices, n, noun))
        and _fits(voices, n, noun, attributes, lexicon)
    }
    sentence = page.sentences[page.sentence_at(span.start)]
    if not found or _unnamed(page.body, floor, span.start, noun):
        return []
    if lexicon.anonymity.search(page.body, span.stop, sentence.stop):
        return []  # "the official, who spoke on condition of anonymity"
    if len(found) > 1:
        spoke = next((v for p, at, v in reversed(voices.spoken) if at < span.start and p >= here - 1), None)
        return [found[spoke.speaker.name]] if spoke and spoke.speaker.name in found else []
    return list(found.values())


def roles_said(voices: Voices, n: Named, lexicon: Lexicon) -> set[str]:
    """The words of what somebody is, up to whose he is, each by its trade."""
    role = n.role or voices.people.get(n.norm, n).role or ""
    found = set()
    for part in role.lower().split(", "):
        head = _WHOSE.split(part, maxsplit=1)[0].replace(".", "").split()
        found |= {*head, *(trade_of(w, lexicon) for w in head)}
    return found


_WHOSE: Final = re.compile(r"\s(?:of|for|from|at|in|on|with|to|who|whose|that|near)\s")


def fits_sex(noun: str, gender: str, lexicon: Lexicon) -> bool:
    """ "The spokeswoman" is no man, "the spokesman" no woman."""
    return not ((gender == "m" and noun in lexicon.female) or (gender == "f" and noun in lexicon.male))


def _fits(voices: Voices, n: Named, noun: str, attributes: list[str], lexicon: Lexicon) -> bool:
    known = voices.people.get(n.norm, n)
    role = (n.role or known.role or "").lower()
    if not fits_sex(noun, known.gender, lexicon) or not all(w in _ANY or w in role for w in attributes):
        return False
    if noun == "official" and not (roles_said(voices, n, lexicon) & narrower(noun, lexicon)) - _HEADS:
        return _OF_STATE.search(f"{role} {n.organisation or known.organisation or ''}") is not None
    if noun == "diplomat" and "representative" in role:
        return "united nations" in role or "un " in role
    return True


def _abroad(voices: Voices, n: Named, noun: str) -> bool:
    """ "Foreign Ministry spokesman N … the diplomat"."""
    role = (n.role or voices.people.get(n.norm, n).role or "").lower() if noun == "diplomat" else ""
    return "foreign min" in role or "embassy" in role


def _unnamed(body: str, low: int, high: int, noun: str) -> bool:
    """ "An official said … Mayor N denied it. The official added": another than the mayor."""
    return (
        re.search(rf"\b(?:an?|another|one)\s(?:[\w’'-]+\s){{0,3}}{noun}\b", body[low:high], re.I) is not None
    )


def by_whole_phrase(voices: Voices, span: Span, words: str) -> list[Named]:
    """ "The mother of two", "the commander of the 4th Brigade": the only one before who is just that."""
    wanted = words.lower()
    found = {
        n.norm: n
        for n in voices.people_between(0, span.start)
        if wanted in (n.role or voices.people.get(n.norm, n).role or "").lower()
    }
    return list(found.values()) if len(found) == 1 else []


__all__ = ["by_whole_phrase", "by_wider_word", "fits_sex", "roles_said"]
