"""Whom the words of a frame name: a person, several, kin, a pronoun, or somebody only described."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from muster.model.claims import Speaker
from muster.read.english.described import of_several, one_of_two
from muster.read.english.set_off import of_somebody
from muster.read.english.together import both_of, spoke_together
from muster.read.frames import Frame, Region
from muster.read.people.houses import house_after
from muster.read.people.people import Named
from muster.read.people.role_forms import role_base
from muster.read.people.roles import owner_of
from muster.read.people.whose_slavic import is_somebodys
from muster.read.protection.bearers import nouns_in
from muster.read.slavic.subjects import may_speak, together
from muster.read.speakers.antecedents import agrees, asked_before, named_next, of_pronoun, only_one_of
from muster.read.speakers.antecedents_bodies import body_of_pronoun
from muster.read.speakers.papers import paper_before
from muster.read.speakers.pronouns import PRONOUNS
from muster.read.speakers.there import there
from muster.read.speakers.topics import subject_described
from muster.read.speakers.voice import INSIDE, Voice, role_words
from muster.text.cases import agreement, cases
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voices import Voices

# «Там добавили, что …»: the body that spoke before.
_THERE = ("там", "тут")
_LATTER = ("тот", "той")
# How far before a speaker a pronoun may say whose he is.
_POSSESSED = 12
_SET_OFF_NAME = re.compile(
    r"(?:\s(?:из|із|з)\s(?:них|нас))?,\s([А-ЯЁІЇЄҐ]\.(?:\s?[А-ЯЁІЇЄҐ]\.)?|[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]{2,16})(?:,\s|[.:](?=\s|\Z)|\Z)"
)
_JOINTS = {"ru": "и", "uk": "і"}
_RELATIVE_OR_DEED = re.compile(
    r"(?<!\w)(?:котор|чь[яеию]|який|яка|яке|які|якого|якої|чий|чия)|(?<!бы)(?:вш|ющ|ящ|нн)(?:ий|ая|ие|его|ей|их)(?:ся)?\s|(?<!\w)(?:с|со|з|із|от|від|про|о|об)\s"
)
# "Information provided by the police" is the police's.
_GIVEN_BY = re.compile(
    r"(?:the\s|an?\s)?(?:[a-z]+\s)?(?:information|data|figures|statistics|estimates|numbers|accounts?|details|testimony)\s(?:[a-z]+ed|given|shown|sent)"
    r"\s(?:\w+ly\s)?by\s(?=\S)",
    re.I,
)
# «Автор одного з них, блогер N»
_OF_SEVERAL = re.compile(r"\s(?:из|із|з|зі)\s(?:них|нас|тех|тих)(?!\w)", re.IGNORECASE)
_NTH = frozenset(f"{a} {n}" for a in ("a", "the") for n in ("second", "third", "fourth", "fifth"))
_WHAT_HE_IS = re.compile(r",\s((?:an?|the)\s[^,]{3,60})")
# "X's lawyer", "the X campaign": the name is not who speaks.
_OF_ANOTHER = re.compile(
    r"(?:['’]s?)\s\w|\s(?:campaign|camp|team|government|administration|family|organi[sz]ation|foundation|office|supporters"
    r"|aides?|allies|spokes\w+|lawyers?|adviser|advisers)\b"
)


def named(
    voices: Voices,
    frame: Frame,
    region: Region,
    span: Span,
    outer: Voice | None,
    paragraph: int,
    direct: bool,
) -> Voice:
    words = voices.page.words(span)
    pronoun = PRONOUNS.get(words.lower())
    if pronoun == "1":
        if outer is None and voices.label and voices.label[0] == paragraph:
            return voices.label[1]
        if outer is None and voices.teller is None and voices.writer is not None and words.lower() == "я":
            return replace(voices.of_person(voices.writer, span), trust=0.7)
        return outer or voices.teller or voices.nobody(span, 0.5)
    if words.lower() in _THERE:
        return there(voices, span, region.language) or voices.nobody(span, 0.4)
    if words.lower() in _LATTER:
        latter = asked_before(voices, span) or _latter(voices, span, region.language)
        if latter is not None:
            return latter
    if pronoun == "x" and words.lower() == "one":
        one_of = of_several(voices, words, span, paragraph) if region.language == "en" else None
        return one_of or Voice(Speaker(words, None, None, voices.page.passage(*span)), "group", trust=0.8)
    if pronoun == "x":
        return Voice(Speaker(words, None, None, voices.page.passage(*span)), "group", trust=0.8)
    if pronoun:
        first = frame.start < span.start
        indirect = outer is not None and region.level == 0 and not direct
        return _pronoun(voices, pronoun, span, paragraph, outer, indirect, first, frame.start)
    if region.language == "en" and (given := _GIVEN_BY.match(words)) is not None:
        span = Span(span.start + given.end(), span.stop)
        words = voices.page.words(span)
    if (
        frame.whole
        and words.lower() in _NTH
        and (what := _WHAT_HE_IS.match(voices.page.body, span.stop, frame.whole.stop))
    ):
        span = Span(what.start(1), what.end(1))  # "A third, a Western diplomat, said"
        words = voices.page.words(span)
    people = [n for n in region.named_in(span.start, span.stop + 1) if n.kind == "person"]
    if region.language == "en":
        if (one := one_of_two(voices, words, span) or both_of(voices, words, span)) is not None:
            return one
        house = house_after(voices.page.body, people[0].stop) if len(people) > 1 else None
        people = [
            n for n in people
            if n.norm != house and not _OF_ANOTHER.match(voices.page.body, n.stop, span.stop)
            and not of_somebody(voices.page.body[span.start : n.start])
        ]  # fmt: skip
    elif people:
        themselves = _not_owners(voices, people, span, region.language)
        if not themselves:
            return _kin_of(voices, region, span, words, paragraph, outer)
        people = themselves
    if not people and region.language != "en" and frame.whole is not None:
        people = _apposed(voices, region, span, frame.whole)
    if people and (pair := _several(voices, region, people, span)) is not None:
        return pair
    if people:
        return voices.of_person(people[-1] if people[-1].stop >= span.stop - 2 else people[0], span)
    if region.language != "en" and (called := _name_behind(voices, region, span)):
        one = voices.of_kind(region, span, words, paragraph, outer)
        if one.speaker.name is None:
            known = replace(one.speaker, name=called)
            kind = "named" if one.kind == "anonymous" and called[-1] != "." else one.kind
            return replace(one, speaker=known, kind=kind)
    verb = voices.page.words(frame.cue) if frame.cue else ""
    several = region.language != "en" and agreement(verb.split()[-1] if verb else "", region.language) == "p"
    voice = voices.of_kind(region, span, words, paragraph, outer, several)
    known_so = voice.kind != "anonymous" or voice.speaker.name is not None or voice.speaker.role is None
    if not several or known_so or INSIDE.search(voices.page.body, max(0, span.start - 3), span.start):
        return voice
    return replace(voice, kind="group", gender="p")  # «Трейдери очікують»: several, whatever they are


def _several(voices: Voices, region: Region, people: list[Named], span: Span) -> Voice | None:
    """«Петро Гай та Олена Ліщук повідомили»: the words of both, and «вони» are these two."""
    if region.language == "en":
        return spoke_together(voices, people, span)
    if len(people) < 2:
        return None
    found = [n for n in together(region, people[0]) if n.start >= span.start and n.stop <= span.stop]
    names = list(dict.fromkeys(n.norm for n in found))
    if len(names) < 2:
        return None
    joint = _JOINTS[region.language]
    known = [voices.people.get(n.norm, n) for n in found]
    name = f"{', '.join(names[:-1])} {joint} {names[-1]}"
    speaker = Speaker(name, None, None, voices.page.passage(*span), any(n.protected for n in known))
    words = frozenset(w for n in known for w in role_words(n.role))
    return Voice(speaker, "group", "p", 1.0 if all(n.certain for n in found) else 0.8, words)


def _name_behind(voices: Voices, region: Region, span: Span) -> str | None:
    """«Один из них, Ж., сообщил», «признаётся племянник, Ростик»: an initial or a lone name no list has,
    set off straight behind what somebody is."""
    found = _SET_OFF_NAME.match(voices.page.body, span.stop, min(region.stop, span.stop + 60))
    if found is None or region.named_in(span.start, found.end()):
        return None
    name: str = found.group(1)
    low = name.lower()
    plain = not name.endswith(".") and (
        cases(low, region.language).kind not in ("name", "noun")
        or low in source_words(region.language).bodies
    )
    return None if plain else name


def _latter(voices: Voices, span: Span, language: str) -> Voice | None:
    """«Рая ходила к ротному. Тот пообещал …»: whoever was mentioned last, a sentence back at most."""
    index = voices.page.sentence_at(span.start)
    low = voices.page.sentences[max(0, index - 1)].start
    people = [n for n in voices.people_between(low, span.start) if n.gender in ("m", "-")]
    nouns = [
        n for n in nouns_in(voices.page, low, span.start, language)
        if "m" in cases(n.base, language).nominative
        and not any(p.role_start <= n.start < p.stop for p in people)
    ]  # fmt: skip
    if nouns and (not people or nouns[-1].start > people[-1].start):
        found = voices.described(Span(nouns[-1].start, nouns[-1].stop), language)
        if found.speaker.name is None:
            found = replace(found, speaker=replace(found.speaker, role=nouns[-1].base))
        return replace(found, trust=0.5 * found.trust)
    return replace(voices.of_person(people[-1], span), trust=0.6) if people else None


def _apposed(voices: Voices, region: Region, span: Span, whole: Span) -> list[Named]:
    """«Электрик, дед Фитин, сказал»: the name that stands in the apposition, if it is one name."""
    if whole.start > span.start or PRONOUNS.get(voices.page.words(span).lower()):
        return []
    behind = [n for n in region.named_in(span.stop, whole.stop + 1) if n.kind == "person"]
    gap = voices.page.body[span.stop : behind[0].start] if behind else ""
    apart = _RELATIVE_OR_DEED.search(_OF_SEVERAL.sub("", gap)) is not None or "," in gap.strip(" ,")
    if len(behind) != 1 or apart:
        return []
    # «По словам главы фонда, юриста N»: both in the genitive.
    ends = [w.lower() for w in (*voices.page.words(span).split()[:1], *gap.split()[-1:]) if w.isalpha()]
    same = len(ends) == 2 and all(cases(w, region.language).genitive for w in ends)
    if not (same or may_speak(region, behind[0], "mfnp")):
        return []
    return _not_owners(voices, behind, Span(span.stop, whole.stop), region.language)


def _not_owners(voices: Voices, people: list[Named], span: Span, language: str) -> list[Named]:
    """Without those whose somebody is: «мать Игоря»."""
    body, words = voices.page.body, lexicon(language)
    low = max(0, span.start - _POSSESSED)
    kept: list[Named] = []
    for i, n in enumerate(people):
        bears = i > 0 and owner_of(people[i - 1], n, body)  # «мать Игоря Реброва Анна»
        owns = i + 1 < len(people) and n.start > span.start and owner_of(n, people[i + 1], body)
        owns = owns or (n.start != span.start and not bears and is_somebodys(
            body[low : n.start], body[n.start : n.stop], n.norm, words, alone=len(people) == 1
        ))  # fmt: skip
        kept += [] if owns else [n]
    return kept


def _kin_of(
    voices: Voices, region: Region, span: Span, words: str, paragraph: int, outer: Voice | None
) -> Voice:
    """Whoever is only described by whose he is has no name of his own."""
    voice = voices.of_kind(region, span, words, paragraph, outer)
    speaker = voice.speaker
    if (
        speaker.name is None
        or voice.kind == "group"
        or speaker.name != role_base(words, lexicon(region.language))
    ):
        return voice
    return replace(voice, speaker=replace(speaker, name=None, role=speaker.name), kind="anonymous")


def _heads_its_words(voices: Voices, at: int, paragraph: int) -> Named | None:
    """ "The Committee has 31 complaints, it says": the body that its words begin with, where no other body
    has spoken in the paragraph. English."""
    page = voices.page
    if at < 0 or page.languages[page.sentence_at(at)] != "en" or page.body[max(0, at - 1)] in "“\"‘'":
        return None
    first = voices.index_of(at)
    n = voices.named[first] if first < len(voices.named) else None
    if n is None or n.kind != "organisation" or n.start > at + len("The "):
        return None
    spoke = any(number == paragraph and v.kind == "organisation" for number, _, v in voices.spoken[-4:])
    return None if spoke else n


def _pronoun(
    voices: Voices,
    gender: str,
    span: Span,
    paragraph: int,
    outer: Voice | None,
    indirect: bool,
    words_first: bool,
    words_at: int,
) -> Voice:
    if (
        gender == "n"
        and words_first
        and outer is None
        and (head := _heads_its_words(voices, words_at, paragraph))
    ):
        return voices.of_body(head, span, 0.6)
    paper = paper_before(voices, paragraph, span) if gender == "n" else None
    if paper is not None:
        return paper
    if outer is not None and indirect and gender in "mf" and agrees(gender, outer):
        # "X said he had seen it": in reported speech he is X himself.
        return replace(outer, trust=min(0.8, outer.trust), antecedent=outer)
    other = None if indirect else outer
    found = of_pronoun(voices, gender, span, paragraph, other, words_first=words_first, words_at=words_at)
    if found is not None:
        return found
    if voices.teller and gender in "mf" and outer is None:
        return replace(voices.teller, trust=0.6)
    alone = only_one_of(voices, gender, span, other)
    if alone is not None:
        return alone
    here = voices.page.sentence_at(span.start)
    language = voices.page.languages[here]
    if language == "en" and words_first and outer is None and gender in "mf":
        behind = named_next(voices, gender, span, outer)
        if behind is not None:
            return behind
    if words_first and outer is None and gender in "mf" and language != "en":
        # «Водій, за його словами, заснув»: whom the sentence begins with.
        described_here = subject_described(voices.page, here, span.start, gender, language)
        if described_here is not None:
            return replace(voices.described(described_here, language), trust=0.5)
    body = body_of_pronoun(voices, gender, span, paragraph) if language != "en" and outer is None else None
    return body or voices.nobody(span, 0.4)


__all__ = ["named"]
