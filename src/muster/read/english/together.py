"""Two who speak together in English: "A and B said", "A and her husband said"; and who is meant later by
"both", "the couple", "the two ministers", or by "she" after them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from muster.model.claims import Speaker
from muster.read.people.people import Named
from muster.read.protection.bearers import person
from muster.read.speakers.voice import Voice, role_words
from muster.text.listed import listed
from muster.text.sources.cues import lexicon
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voices import Voices

# What stands between two names of one subject: "of the union and her colleague", " and another witness, ".
_BETWEEN: Final = re.compile(
    r"(?:\s\([^()]{1,30}\)|,\s\d{1,3}|(?:,\s|\s(?:of|from|at|in|with|for)\s)[^,;:()]{1,60})?,?\s(?:and|&)\s"
    r"(?:[\w’'.-]+\s){0,5}?(?:[\w’'.-]+,\s(?:[\w’'.-]+\s){0,2})?"
)
_AND_ANOTHER: Final = re.compile(
    r"\s(?:and|&)\s(?=(?:an?|another|the|one|two|three|(?:one|two|several)\sof|his|her|their)\s)"
)
_IN_ROW: Final = re.compile(r",\s(?:[\w’'.-]+\s){0,3}?")
# "Both", "both of them", "both women", "the couple", "the two ministers", "the two".
_BOTH: Final = re.compile(
    r"(?:both(?:\sof\s(?:them|the)|\sthe)?|(?:the|these|those)\s(?:other\s)?two|the\spair\sof)"
    r"(?:\s(?:[a-z-]+\s)??([a-z-]+))?"
    r"|the\s(couple|pair|two|duo|brothers|sisters|twins|siblings|spouses|newlyweds|parents)",
    re.I,
)
_ANY_TWO: Final = listed(
    """men women people spouses sides them leaders neighbours neighbors friends colleagues speakers couple
    pair duo two brothers sisters twins siblings parents partners newlyweds victims survivors accused
    defendants plaintiffs executives officials politicians candidates rivals applicants"""
)
# What a title cut short makes of somebody.
_TITLED: Final = {
    "dr": "doctor", "prof": "professor", "professor": "professor", "sen": "senator", "rep": "representative",
    "gov": "governor", "judge": "judge", "justice": "justice", "rev": "priest", "col": "colonel",
    "gen": "general",
}  # fmt: skip
_OF_ONE_SEX: Final = {"men": "m", "women": "f", "brothers": "m", "sisters": "f"}
_COUPLES: Final = listed("couple spouses newlyweds parents")
_FIRST: Final = ("both", "the ", "thes", "thos")
# How many sentences back two people may be meant together.
_BACK: Final = 6


def spoke_together(voices: Voices, people: list[Named], span: Span) -> Voice | None:
    """The voice of all whom a subject names, or of the one whom it names and somebody described."""
    page, body = voices.page, voices.page.body
    if " and " not in body[span.start : span.stop] and " & " not in body[span.start : span.stop]:
        return None
    kept = [people[0]]
    for n in people[1:]:
        between = body[kept[-1].stop : n.role_start if kept[-1].stop < n.role_start < n.start else n.start]
        last = _BETWEEN.fullmatch(between) is not None
        if not last and _IN_ROW.fullmatch(between) is None:
            break
        kept.append(n)
    names = list(dict.fromkeys(n.norm for n in kept))
    mention = page.passage(*span)
    if len(names) < 2:
        beside = _AND_ANOTHER.match(body, kept[-1].stop, span.stop)
        other = body[beside.end() : span.stop] if beside else ""
        noun = other.split(",")[0].rsplit(None, 1)[-1].lower() if other else ""
        if not person(noun, "en") and noun not in lexicon("en").plural:
            return None
        first = voices.of_person(kept[-1], span)
        speaker = Speaker(f"{kept[-1].norm} and {other}", None, None, mention, first.speaker.protected)
        return Voice(speaker, "group", "p", 0.8, members=(first,))
    if (
        " and " not in body[kept[0].stop : kept[-1].start]
        and " & " not in body[kept[0].stop : kept[-1].start]
    ):
        return None
    return _voice_of([voices.of_person(n, span) for n in kept], voices, span)


def _voice_of(members: list[Voice], voices: Voices, span: Span) -> Voice:
    names = [v.speaker.name or "" for v in members]
    shielded = any(v.speaker.protected for v in members)
    name = f"{', '.join(names[:-1])} and {names[-1]}"
    speaker = Speaker(name, None, None, voices.page.passage(*span), shielded)
    words = frozenset(w for v in members for w in role_words(v.speaker.role))
    trust = min(v.trust for v in members)
    return Voice(speaker, "group", "p", trust, words, members=tuple(members))


def both_of(voices: Voices, words: str, span: Span) -> Voice | None:
    """ "Both", "the couple", "the two ministers": the two who spoke together last, else the only two people
    whom the sentences before have named; None where there are more, or what they are does not fit."""
    found = _BOTH.fullmatch(words) if words[:4].lower() in _FIRST else None
    if found is None:
        return None
    noun = (found.group(1) or found.group(2) or "people").lower()
    paragraph = voices.page.paragraph_of[voices.page.sentence_at(span.start)]
    for number, at, voice in reversed(voices.spoken[-8:]):
        if number < paragraph - 2 or at >= span.start:
            break
        if len(voice.members) == 2 and _fits(voices, [v.speaker.name for v in voice.members], noun):
            return replace(voice, trust=0.8 * voice.trust, antecedent=voice)
    two = _beside_each_other(voices, span) or _last_two(voices, span, whole=noun in _OF_ONE_SEX)
    if len(two) != 2 or not _fits(voices, [n.norm for n in two], noun):
        return None
    both = _voice_of([voices.of_person(n, span) for n in two], voices, span)
    return replace(both, trust=0.6 * both.trust)


def _beside_each_other(voices: Voices, span: Span) -> list[Named]:
    """ "The plaintiffs, A and B, had failed": the only two whom "and" joins in the sentences before."""
    page = voices.page
    here = page.sentence_at(span.start)
    low = page.sentences[max(0, here - _NEAR)].start
    people = voices.people_between(max(low, page.paragraphs[page.paragraph_of[here]].start), span.start)
    found = {
        frozenset([one.norm, other.norm]): [one, other]
        for one, other in pairwise(people)
        if one.norm != other.norm and _JOINED.fullmatch(page.body, one.stop, other.start) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else []


_JOINED: Final = re.compile(
    r"\s(?:and|&)\s(?:(?:his|her|their|an?)\s(?:[a-z-]+\s){1,2}|(?:[A-Z][\w.]{1,10}\s){1,2})?"
)
_NEAR: Final = 3


def _last_two(voices: Voices, span: Span, *, whole: bool) -> list[Named]:
    """The people whom the nearest sentences name, as far back as there are two of them; ``whole``: else the
    only two of the text."""
    page = voices.page
    here = page.sentence_at(span.start)
    paragraph = page.paragraph_of[here]
    found: dict[str, Named] = {}
    for i in range(here, max(-1, here - _BACK), -1):
        if page.paragraph_of[i] < paragraph - 1:
            break
        for n in voices.people_between(page.sentences[i].start, min(page.sentences[i].stop, span.start)):
            if page.body[n.stop : n.stop + 2] not in ("'s", "’s"):
                found.setdefault(n.norm, n)
        if len(found) > 1:
            break
    if len(found) < 2 and whole:
        found = {n.norm: n for n in voices.people_between(0, span.start)}
    return sorted(found.values(), key=lambda n: n.start) if len(found) == 2 else []


def _fits(voices: Voices, names: Iterable[str | None], noun: str) -> bool:
    """Whether two people can be called so: "both women", "the two ministers"."""
    people = [voices.people.get(name or "") for name in names]
    known = [n for n in people if n is not None]
    if noun in _OF_ONE_SEX:
        return all(n.gender in (_OF_ONE_SEX[noun], "-") for n in known)
    if noun in _COUPLES:
        genders = {n.gender for n in known} - {"-"}
        return len(known) < 2 or len(genders) > 1 or _of_one_house([n.norm for n in known])
    if noun in _ANY_TWO:
        return True
    single = noun[:-1] if noun.endswith("s") else noun
    trades = [role_words(n.role) | _title_of(voices, n) for n in known]
    return any({noun, single} & trade for trade in trades) or (len(known) == 2 and not any(trades))


def _title_of(voices: Voices, n: Named) -> frozenset[str]:
    last = voices.page.body[max(0, n.start - 12) : n.start].rsplit(None, 1)[-1:]
    trade = _TITLED.get(last[0].rstrip(".").lower()) if last else None
    return frozenset([trade]) if trade else frozenset()


def _of_one_house(names: list[str]) -> bool:
    return len({name.rsplit(" ", 1)[-1] for name in names}) == 1


def member(voice: Voice, gender: str) -> Voice | None:
    """Whom of two who spoke together "he" or "she" can mean; None where it may be either."""
    sure = [v for v in voice.members if v.gender == gender]
    if not sure:
        sure = [v for v in voice.members if v.gender == "-"]
    return sure[0] if len(sure) == 1 else None


def pair_at_head(voices: Voices, sentence: int) -> Voice | None:
    """The two with whom a sentence begins: "Anna and Mats Lund left in May. They say …"."""
    page = voices.page
    start, stop = page.sentences[sentence]
    people = voices.people_between(start, min(stop, start + _HEAD))
    if len(people) < 2 or page.body.find(" and ", people[0].stop, people[1].start) < 0:
        return None
    head = people[0].role_start if start <= people[0].role_start < people[0].start else people[0].start
    if page.body[start:head].strip(" \"'“‘").count(" ") > 1:
        return None
    whole = Span(head, people[1].stop)
    found = spoke_together(voices, people[:2], whole)
    return found if found is not None and len(found.members) == 2 else None


_HEAD: Final = 70


__all__ = ["both_of", "member", "pair_at_head", "spoke_together"]
