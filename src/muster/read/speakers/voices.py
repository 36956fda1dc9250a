"""Whose voice a frame is: names, pronouns, groups and documents resolved to speakers.

A pronoun goes to the last speaker of fitting gender in the paragraph, else to the last person
named there, else to the last speaker of the paragraph before; never further, and with less
confidence each time. Where nobody fits, the speaker stays unnamed.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field, replace

from muster.model.claims import Speaker
from muster.read.english.described import of_several, one_of_two
from muster.read.english.phrases import of_somebody
from muster.read.english.together import both_of, spoke_together
from muster.read.frames import Frame, Region
from muster.read.page import Page
from muster.read.people.body_base import paper_base
from muster.read.people.branches import press_of
from muster.read.people.call_names import call_names
from muster.read.people.houses import house_after
from muster.read.people.people import Named, body_base
from muster.read.people.role_forms import place_base, role_base
from muster.read.people.roles import owner_of
from muster.read.people.whose_slavic import is_somebodys
from muster.read.protection.bearers import nouns_in
from muster.read.slavic.subjects import may_speak, together
from muster.read.speakers.antecedents import (
    agrees,
    asked_before,
    named_next,
    of_pronoun,
    only_one_of,
    subject_of,
)
from muster.read.speakers.described import CALL_SIGN, described
from muster.read.speakers.not_himself import not_himself
from muster.read.speakers.papers import of_document, paper_before
from muster.read.speakers.source_kind import kind_of
from muster.read.speakers.there import there
from muster.read.speakers.topics import genders_told, subject_described
from muster.read.speakers.voice import Voice, role_words
from muster.text.cases import agreement, cases
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span

_PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "they": "p",
    "them": "p",
    "we": "1",
    "i": "1",
    "who": "-",
    "it": "n",
    "он": "m",
    "его": "m",
    "ему": "m",
    "она": "f",
    "её": "f",
    "ее": "f",
    "ей": "f",
    "они": "p",
    "их": "p",
    "я": "1",
    "мы": "1",
    "оно": "n",
    "который": "m",
    "которая": "f",
    "він": "m",
    "його": "m",
    "йому": "m",
    "їхніми": "p",
    "їхньою": "p",
    "тот": "m",
    "той": "m",
    "те": "p",
    "ті": "p",
    "вона": "f",
    "її": "f",
    "їй": "f",
    "вони": "p",
    "їх": "p",
    "ми": "1",
    "який": "m",
    "яка": "f",
    "one": "x",
    "some": "x",
    "many": "x",
    "others": "x",
    "some people": "x",
}
_VERB_PLURAL = re.compile(r"(?:[уюая]ть?|ли|лись|лися)\Z")
_PRESENT = re.compile(r"(?:ет|ит|ёт|є|ить|же|ше|їть|ется|ится|ється|иться)\Z")
_VERB_GENDER = re.compile(r"(?:ла(?:сь|ся)?|[лв](?:ся)?)\Z")
# «Там добавили, что …»: the body that spoke before.
_THERE = ("там", "тут")
_LATTER = ("тот", "той")
# How far before a speaker a pronoun may say whose he is.
_POSSESSED = 12
_SET_OFF_NAME = re.compile(
    r"(?:\s(?:из|із|з)\s(?:них|нас))?,\s([А-ЯЁІЇЄҐ]\.(?:\s?[А-ЯЁІЇЄҐ]\.)?|[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]{2,16})(?:,\s|[.:](?=\s|\Z)|\Z)"
)
# A line of dialogue begins so far behind its dash.
_DASHED = 4
_JOINTS = {"ru": "и", "uk": "і"}
_SUBJECT = re.compile(r"(?<!\w)(?:он|она|він|вона)(?!\w)", re.IGNORECASE)
# So many characters may stand before the pronoun that a sentence is about.
_OPENS = 30
# How many names back a pronoun may reach.
_NEAR = 40
_RELATIVE_OR_DEED = re.compile(
    r"(?<!\w)(?:котор|чь[яеию]|який|яка|яке|які|якого|якої|чий|чия)|(?:вш|ющ|ящ|нн)(?:ий|ая|ие|его|ей|их)(?:ся)?\s|(?<!\w)(?:с|со|з|із|от|від|про|о|об)\s"
)
# "Information provided by the police" is the police's.
_GIVEN_BY = re.compile(
    r"(?:the\s|an?\s)?(?:[a-z]+\s)?(?:information|data|figures|statistics|estimates|numbers|accounts?|details|testimony)\s(?:[a-z]+ed|given|shown|sent)"
    r"\s(?:\w+ly\s)?by\s(?=\S)",
    re.I,
)
# «Автор одного з них, блогер N»
_OF_SEVERAL = re.compile(r"\s(?:из|із|з|зі)\s(?:них|нас|тех|тих)(?!\w)", re.IGNORECASE)
# "X's lawyer", "the X campaign": the name is not who speaks.
_OF_ANOTHER = re.compile(
    r"(?:['’]s?)\s\w|\s(?:campaign|camp|team|government|administration|family|organi[sz]ation|foundation|office|supporters"
    r"|aides?|allies|spokes\w+|lawyers?|adviser|advisers)\b"
)


@dataclass(slots=True)
class Voices:
    """Who spoke and who was named so far, in the order of the text."""

    page: Page
    named: list[Named]
    people: dict[str, Named] = field(default_factory=dict)
    spoken: list[tuple[int, int, Voice]] = field(default_factory=list)  # paragraph, position, voice
    # The paragraph before ended with somebody's quotation: one that opens this may go on with it.
    open: tuple[int, Voice] | None = None
    # Who spoke inside the quotation that is read now.
    within: list[tuple[int, int, Voice]] = field(default_factory=list)
    # Of an interview: who tells it. Words that nobody else of the text is shown to say are his.
    teller: Voice | None = None
    # Of a letter or a testimony: who introduces himself at its head. "I" outside of quotations is he.
    writer: Named | None = None
    # Whose words a paragraph is that begins "Name: …".
    label: tuple[int, Voice] | None = None

    def __post_init__(self) -> None:
        for n in self.named:
            if n.kind != "person":
                continue
            known = self.people.get(n.norm)
            if known is None:
                self.people[n.norm] = n
            else:
                known.role = known.role or n.role
                known.organisation = known.organisation or n.organisation
                known.protected = known.protected or n.protected
                known.gender = n.gender if known.gender == "-" else known.gender
        unknown = {n.norm for n in self.people.values() if n.gender == "-"}
        for name, gender in genders_told(self.page, self.named, unknown).items():
            self.people[name].gender = gender

    def of(
        self, frame: Frame, region: Region, outer: Voice | None, paragraph: int, *, direct: bool = False
    ) -> Voice:
        """The voice of one frame. ``outer``: whose words it stands in; ``direct``: in his turn of a talk."""
        if frame.who == "nobody" or (frame.speaker is None and frame.who == "span"):
            return Voice(Speaker(None), "anonymous", trust=0.8)
        if frame.who == "document" and frame.speaker:
            return of_document(self, region, frame.speaker, paragraph)
        if frame.who == "own" and outer:
            return outer
        if frame.who == "carried" or frame.speaker is None:
            own = direct or region.level > 0
            return self._unnamed(frame, region, paragraph, outer, own) or self._carried(
                frame, region, paragraph, outer
            )
        voice = self._named(frame, region, frame.speaker, outer, paragraph, direct)
        voice = not_himself(self, voice, frame, paragraph, region.language)
        return self._told_by_verb(frame, region, voice)

    def _told_by_verb(self, frame: Frame, region: Region, voice: Voice) -> Voice:
        """«Часовой шепнул»: of somebody only described the past verb says whether he is a man or a woman."""
        known = voice.gender != "-" or voice.kind in ("group", "organisation", "document")
        if region.language == "en" or known or voice.speaker.role is None:
            return voice
        return replace(voice, gender=self._gender_said(frame, region))

    def say(self, paragraph: int, at: int, voice: Voice) -> None:
        """Remember who spoke."""
        if voice.speaker.name or voice.speaker.role:
            self.spoken.append((paragraph, at, voice))

    # --- kinds of speakers ---------------------------------------------------------------------------
    def _unnamed(
        self, frame: Frame, region: Region, paragraph: int, outer: Voice | None, own: bool
    ) -> Voice | None:
        """«Каже, що …», «добавила, что …»: the verb has a subject, and it is the one before. ``own``: within
        words of ``outer`` as he said them, where «каже» is never himself."""
        if region.language == "en" or frame.cue is None or (outer is not None and not own):
            return None
        if frame.quoted and not (frame.start < frame.cue.start and outer is None):
            return None  # «…», – вспоминает.
        verb = self.page.words(frame.cue).lower()
        if outer is not None:
            return self._told_of(frame, frame.cue, verb, paragraph, outer)
        if _VERB_PLURAL.search(verb):
            return Voice(Speaker(None), "anonymous", trust=0.7)  # «Пишут, что …»: people do
        form = _VERB_GENDER.search(verb)
        gender = "-" if form is None else "f" if form.group().startswith("ла") else "m"
        found = of_pronoun(
            self, gender, frame.cue, paragraph, None, words_first=frame.start < frame.cue.start
        )
        return replace(found, trust=0.8 * found.trust) if found is not None else None

    def _told_of(self, frame: Frame, cue: Span, verb: str, paragraph: int, outer: Voice) -> Voice | None:
        """«Сорок строк, говорит» in somebody's answer: whoever he told of. A past verb may be his own
        («Сказал: не пойду»), unless the sentence before is about another."""
        form = _VERB_GENDER.search(verb)
        gender = "-" if form is None else "f" if form.group().startswith("ла") else "m"
        first = frame.start < cue.start
        found = (
            None
            if _VERB_PLURAL.search(verb)
            else of_pronoun(self, gender, cue, paragraph, outer, words_first=first)
        )
        if form is None and _VERB_PLURAL.search(verb):
            return Voice(Speaker(None), "anonymous", trust=0.5)  # «Сказали, автобус будет»: people did
        if form is None:
            told = Voice(Speaker(None), "anonymous", trust=0.4) if _PRESENT.search(verb) else None
            return found if found is not None and _PRESENT.search(verb) else told
        mention = found.speaker.mention if found is not None else None
        sentence = self.page.sentence_at(cue.start)
        near = mention is not None and self.page.sentence_at(mention.start) >= sentence - 1
        return found if near else None

    def _carried(self, frame: Frame, region: Region, paragraph: int, outer: Voice | None) -> Voice:
        if outer:
            return outer
        about = self._about(frame, region, paragraph) or self._led_to(frame, region, paragraph)
        if about is not None:
            return about
        said = self._gender_said(frame, region)
        for number, _, voice in reversed(self.spoken[-12:]):
            if number == paragraph and not (said in "mf" and voice.gender in "mf" and voice.gender != said):
                return replace(voice, trust=0.6 * voice.trust, antecedent=voice)
        if self.open and self.open[0] == paragraph - 1:
            voice = self.open[1]
            return replace(voice, trust=0.5 * voice.trust, antecedent=voice)
        return (
            replace(self.teller, trust=0.6) if self.teller else Voice(Speaker(None), "anonymous", trust=0.5)
        )

    def _gender_said(self, frame: Frame, region: Region) -> str:
        """«Рассказал, что …» without a subject is no woman's: m, f, or - where the verb does not tell."""
        if region.language == "en" or frame.cue is None:
            return "-"
        verb = self.page.words(frame.cue).lower().split()[-1]
        form = _VERB_GENDER.search(verb)
        listed_ = verb in region.words.cue_class  # «розповів» has a noun's ending
        if form is None or not (listed_ or cases(verb, region.language).kind == "verb"):
            return "-"
        return "f" if form.group().startswith("ла") else "m"

    def _about(self, frame: Frame, region: Region, paragraph: int) -> Voice | None:
        """«Ким пожимает плечами. «…»»: a quotation without a frame behind a sentence about somebody who has
        not spoken since."""
        if not frame.quoted or frame.cue is not None or self.teller is not None:
            return None
        last = max((at for number, at, _ in self.spoken[-12:] if number == paragraph), default=-1)
        here = self.page.sentence_at(frame.start)
        if region.language == "en":
            return self._about_en(here, paragraph, last)
        for i in range(here - 1, max(-1, here - 4), -1):
            sentence = self.page.sentences[i]
            if self.page.paragraph_of[i] != paragraph or last >= sentence.start:
                return None
            found = self._he_or_she(i, paragraph, region.language) or subject_of(self, i)
            if found is not None:
                return replace(found, trust=0.5 * found.trust)
        return None

    def _about_en(self, here: int, paragraph: int, last: int) -> Voice | None:
        """ "Dren laughs at this. “…”": whom the sentence before a quotation without a frame begins with."""
        before = self.page.sentences[here - 1] if here else None
        if before is None or self.page.paragraph_of[here - 1] != paragraph or last >= before.start:
            return None
        for n in self.people_between(before.start, before.start + 24):
            own = n.start == before.start or n.role_start == before.start
            if own and self.page.body[n.stop : n.stop + 2] not in ("'s", "’s"):
                return replace(self.of_person(n, Span(n.start, n.stop)), trust=0.4)
            return None
        return None

    def _led_to(self, frame: Frame, region: Region, paragraph: int) -> Voice | None:
        """«Приехавший говорил ровно. / – Нас построили …»: a line of dialogue without a frame is said by
        whoever spoke in the last sentence before it, or whom that sentence is about."""
        first = self.page.paragraphs[paragraph].start
        begins = frame.quoted and frame.cue is None and first < frame.start <= first + _DASHED
        if not begins or not paragraph or region.language == "en" or self.page.body[first] not in "–—-":
            return None
        before = self.page.paragraphs[paragraph - 1]
        if self.page.body[before.start] in "–—-" and paragraph > 1:
            spoke = [v for number, _, v in self.spoken[-6:] if paragraph - 3 <= number < paragraph - 1]
            people_ = [v for v in spoke if v.kind not in ("group", "organisation", "document")]
            if people_:  # the question stands between
                return replace(people_[-1], trust=0.4 * people_[-1].trust, antecedent=people_[-1])
            return Voice(Speaker(None), "anonymous", trust=0.4)
        last = self.page.sentence_at(before.stop - 1)
        for i in (last, last - 1):
            head, stop = self.page.sentences[i]
            if i < 0 or head < before.start:
                break
            spoke = [v for number, at, v in self.spoken[-6:] if number == paragraph - 1 and head <= at < stop]
            found = spoke[-1] if len(spoke) == 1 else None if spoke else subject_of(self, i)
            if found is not None and found.kind not in ("group", "organisation", "document"):
                return replace(found, trust=0.5 * found.trust, antecedent=found)
            if spoke:
                break
        return Voice(Speaker(None), "anonymous", trust=0.5)

    def _he_or_she(self, sentence: int, paragraph: int, language: str) -> Voice | None:
        """«Про нього вона дізналася в квітні. «…»»: whom the pronoun means that the sentence begins with."""
        here = self.page.sentences[sentence]
        found = _SUBJECT.search(self.page.body, here.start, min(here.stop, here.start + _OPENS))
        if found is None:
            return None
        span = Span(*found.span())
        if self.people_between(here.start, span.start):
            return None  # «Оксана каже, що він …»
        return of_pronoun(self, _PRONOUNS[found.group().lower()], span, paragraph, None, words_first=False)

    def _named(
        self, frame: Frame, region: Region, span: Span, outer: Voice | None, paragraph: int, direct: bool
    ) -> Voice:
        words = self.page.words(span)
        pronoun = _PRONOUNS.get(words.lower())
        if pronoun == "1":
            if outer is None and self.label and self.label[0] == paragraph:
                return self.label[1]
            if outer is None and self.teller is None and self.writer is not None and words.lower() == "я":
                return replace(self.of_person(self.writer, span), trust=0.7)
            return outer or self.teller or self._nobody(span, 0.5)
        if words.lower() in _THERE:
            return there(self, span, region.language) or self._nobody(span, 0.4)
        if words.lower() in _LATTER:
            latter = asked_before(self, span) or self._latter(span, region.language)
            if latter is not None:
                return latter
        if pronoun == "x" and words.lower() == "one":
            one_of = of_several(self, words, span, paragraph) if region.language == "en" else None
            return one_of or Voice(Speaker(words, None, None, self.page.passage(*span)), "group", trust=0.8)
        if pronoun == "x":
            return Voice(Speaker(words, None, None, self.page.passage(*span)), "group", trust=0.8)
        if pronoun:
            first = frame.start < span.start
            indirect = outer is not None and region.level == 0 and not direct
            return self._pronoun(pronoun, span, paragraph, outer, indirect, first, frame.start)
        if region.language == "en" and (given := _GIVEN_BY.match(words)) is not None:
            span = Span(span.start + given.end(), span.stop)
            words = self.page.words(span)
        people = [n for n in region.named_in(span.start, span.stop + 1) if n.kind == "person"]
        if region.language == "en":
            if (one := one_of_two(self, words, span) or both_of(self, words, span)) is not None:
                return one
            house = house_after(self.page.body, people[0].stop) if len(people) > 1 else None
            people = [
                n for n in people
                if n.norm != house and not _OF_ANOTHER.match(self.page.body, n.stop, span.stop)
                and not of_somebody(self.page.body[span.start : n.start])
            ]  # fmt: skip
        elif people:
            themselves = self._not_owners(people, span, region.language)
            if not themselves:
                return self._kin_of(region, span, words, paragraph, outer)
            people = themselves
        if not people and region.language != "en" and frame.whole is not None:
            people = self._apposed(region, span, frame.whole)
        if people and (pair := self._several(region, people, span)) is not None:
            return pair
        if people:
            return self.of_person(people[-1] if people[-1].stop >= span.stop - 2 else people[0], span)
        if region.language != "en" and (called := self._name_behind(region, span)):
            one = self._of_kind(region, span, words, paragraph, outer)
            if one.speaker.name is None:
                known = replace(one.speaker, name=called)
                kind = "named" if one.kind == "anonymous" and called[-1] != "." else one.kind
                return replace(one, speaker=known, kind=kind)
        verb = self.page.words(frame.cue) if frame.cue else ""
        several = (
            region.language != "en" and agreement(verb.split()[-1] if verb else "", region.language) == "p"
        )
        voice = self._of_kind(region, span, words, paragraph, outer, several)
        known_so = voice.kind != "anonymous" or voice.speaker.name is not None or voice.speaker.role is None
        if not several or known_so or _INSIDE.search(self.page.body, max(0, span.start - 3), span.start):
            return voice
        return replace(voice, kind="group", gender="p")  # «Трейдери очікують»: several, whatever they are

    def _several(self, region: Region, people: list[Named], span: Span) -> Voice | None:
        """«Петро Гай та Олена Ліщук повідомили»: the words of both, and «вони» are these two."""
        if region.language == "en":
            return spoke_together(self, people, span)
        if len(people) < 2:
            return None
        found = [n for n in together(region, people[0]) if n.start >= span.start and n.stop <= span.stop]
        names = list(dict.fromkeys(n.norm for n in found))
        if len(names) < 2:
            return None
        joint = _JOINTS[region.language]
        known = [self.people.get(n.norm, n) for n in found]
        name = f"{', '.join(names[:-1])} {joint} {names[-1]}"
        speaker = Speaker(name, None, None, self.page.passage(*span), any(n.protected for n in known))
        words = frozenset(w for n in known for w in role_words(n.role))
        return Voice(speaker, "group", "p", 1.0 if all(n.certain for n in found) else 0.8, words)

    def _name_behind(self, region: Region, span: Span) -> str | None:
        """«Один из них, Ж., сообщил», «признаётся племянник, Ростик»: an initial or a lone name no list has,
        set off straight behind what somebody is."""
        found = _SET_OFF_NAME.match(self.page.body, span.stop, min(region.stop, span.stop + 60))
        if found is None or region.named_in(span.start, found.end()):
            return None
        name: str = found.group(1)
        low = name.lower()
        plain = not name.endswith(".") and (
            cases(low, region.language).kind not in ("name", "noun")
            or low in source_words(region.language).bodies
        )
        return None if plain else name

    def _latter(self, span: Span, language: str) -> Voice | None:
        """«Рая ходила к ротному. Тот пообещал …»: whoever was mentioned last, a sentence back at most."""
        index = self.page.sentence_at(span.start)
        low = self.page.sentences[max(0, index - 1)].start
        people = [n for n in self.people_between(low, span.start) if n.gender in ("m", "-")]
        nouns = [
            n for n in nouns_in(self.page, low, span.start, language)
            if "m" in cases(n.base, language).nominative
            and not any(p.role_start <= n.start < p.stop for p in people)
        ]  # fmt: skip
        if nouns and (not people or nouns[-1].start > people[-1].start):
            found = self.described(Span(nouns[-1].start, nouns[-1].stop), language)
            if found.speaker.name is None:
                found = replace(found, speaker=replace(found.speaker, role=nouns[-1].base))
            return replace(found, trust=0.5 * found.trust)
        return replace(self.of_person(people[-1], span), trust=0.6) if people else None

    def _apposed(self, region: Region, span: Span, whole: Span) -> list[Named]:
        """«Электрик, дед Фитин, сказал»: the name that stands in the apposition, if it is one name."""
        if whole.start > span.start or _PRONOUNS.get(self.page.words(span).lower()):
            return []
        behind = [n for n in region.named_in(span.stop, whole.stop + 1) if n.kind == "person"]
        gap = self.page.body[span.stop : behind[0].start] if behind else ""
        apart = _RELATIVE_OR_DEED.search(_OF_SEVERAL.sub("", gap)) is not None or "," in gap.strip(" ,")
        if len(behind) != 1 or apart:
            return []
        # «По словам главы фонда, юриста N»: both in the genitive.
        ends = [w.lower() for w in (*self.page.words(span).split()[:1], *gap.split()[-1:]) if w.isalpha()]
        same = len(ends) == 2 and all(cases(w, region.language).genitive for w in ends)
        if not (same or may_speak(region, behind[0], "mfnp")):
            return []
        return self._not_owners(behind, Span(span.stop, whole.stop), region.language)

    def _not_owners(self, people: list[Named], span: Span, language: str) -> list[Named]:
        """Without those whose somebody is: «мать Игоря»."""
        body, words = self.page.body, lexicon(language)
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

    def _kin_of(self, region: Region, span: Span, words: str, paragraph: int, outer: Voice | None) -> Voice:
        """Whoever is only described by whose he is has no name of his own."""
        voice = self._of_kind(region, span, words, paragraph, outer)
        speaker = voice.speaker
        if (
            speaker.name is None
            or voice.kind == "group"
            or speaker.name != role_base(words, lexicon(region.language))
        ):
            return voice
        return replace(voice, speaker=replace(speaker, name=None, role=speaker.name), kind="anonymous")

    def described(self, span: Span, language: str, *, several: bool = False) -> Voice:
        """The voice of a description anywhere on the page, as if it spoke there; ``several``: as many."""
        page = self.page
        sentence = page.sentences[page.sentence_at(span.start)]
        first, last = self.index_of(sentence.start), self.index_of(sentence.stop)
        region = Region(page, *sentence, language, [sentence], [], self.named[first:last])
        paragraph = page.paragraph_of[page.sentence_at(span.start)]
        return self._of_kind(region, span, page.words(span), paragraph, None, several)

    def _of_kind(
        self,
        region: Region,
        span: Span,
        words: str,
        paragraph: int,
        outer: Voice | None,
        several: bool = False,
    ) -> Voice:
        before = max(0, span.start - 3)
        press = press_of(words) if region.language == "ru" else 0
        if press and kind_of(words[press:], "ru") == "organisation":
            span = Span(span.start + press, span.stop)
            words = body_base(words[press:], "ru")
        within = region.language != "en" and _INSIDE.search(self.page.body, before, span.start)
        if within:
            words = place_base(words, region.language)
        voice = described(self, region, span, words, paragraph, outer, several)
        if within and self.page.body[span.start] in '«"“„' and voice.kind in ("named", "anonymous"):
            name = words.strip('«»"“”„')  # «В «Перекличке» полагают»
            called_so = replace(voice.speaker, name=name, role=None, organisation=name)
            return replace(voice, speaker=called_so, kind="organisation", gender="n")
        if (
            within
            and voice.kind == "anonymous"
            and voice.speaker.name is None
            and not nouns_in(self.page, span.start, span.stop, region.language)
        ):
            body = replace(voice.speaker, name=body_base(words, region.language), role=None)
            voice = replace(voice, speaker=body, kind="organisation", gender="n")
        if voice.kind == "anonymous" and voice.speaker.name is None:
            voice.kind = kind_of(words, region.language) or voice.kind
            if voice.kind == "document" and voice.speaker.role and region.language != "en":
                paper = paper_base(voice.speaker.role, region.language)
                voice.speaker = replace(voice.speaker, name=paper, role=None)
            if voice.kind == "organisation" and voice.speaker.role:
                name = body_base(voice.speaker.role, region.language)
                voice.speaker = replace(voice.speaker, name=name, role=None)
                voice.gender = "n"
        return voice

    def of_person(self, n: Named, span: Span) -> Voice:
        known = self.people.get(n.norm, n)
        role = n.role or known.role
        kind = "anonymous" if known.protected else "named"
        announced = n.norm in call_names(self.page.body)
        if announced or CALL_SIGN.search(self.page.body, max(0, n.start - 24), n.stop):
            kind = "call-sign"
        speaker = Speaker(
            known.norm,
            role,
            n.organisation or known.organisation,
            self.page.passage(n.start, n.stop),
            known.protected,
        )
        return Voice(speaker, kind, known.gender, 1.0 if n.certain else 0.8, role_words(role))

    def _pronoun(
        self,
        gender: str,
        span: Span,
        paragraph: int,
        outer: Voice | None,
        indirect: bool,
        words_first: bool,
        words_at: int,
    ) -> Voice:
        paper = paper_before(self, paragraph, span) if gender == "n" else None
        if paper is not None:
            return paper
        if outer is not None and indirect and gender in "mf" and agrees(gender, outer):
            # "X said he had seen it": in reported speech he is X himself.
            return replace(outer, trust=min(0.8, outer.trust), antecedent=outer)
        other = None if indirect else outer
        found = of_pronoun(self, gender, span, paragraph, other, words_first=words_first, words_at=words_at)
        if found is not None:
            return found
        if self.teller and gender in "mf" and outer is None:
            return replace(self.teller, trust=0.6)
        alone = only_one_of(self, gender, span, other)
        if alone is not None:
            return alone
        here = self.page.sentence_at(span.start)
        language = self.page.languages[here]
        if language == "en" and words_first and outer is None and gender in "mf":
            behind = named_next(self, gender, span, outer)
            if behind is not None:
                return behind
        if words_first and outer is None and gender in "mf" and language != "en":
            # «Водій, за його словами, заснув»: whom the sentence begins with.
            described_here = subject_described(self.page, here, span.start, gender, language)
            if described_here is not None:
                return replace(self.described(described_here, language), trust=0.5)
        return self._nobody(span, 0.4)

    def _nobody(self, span: Span, trust: float) -> Voice:
        return Voice(Speaker(None, None, None, self.page.passage(*span)), "anonymous", trust=trust)

    def index_of(self, at: int) -> int:
        """How many names begin before this place."""
        return bisect.bisect_left(self.named, at, key=lambda n: n.start)

    def people_between(self, low: int, high: int) -> list[Named]:
        first, last = self.index_of(low), self.index_of(high)
        return [n for n in self.named[max(first, last - _NEAR) : last] if n.kind == "person"]

    def of_body(self, n: Named, span: Span, trust: float) -> Voice:
        """The voice of a body named elsewhere, described here."""
        speaker = Speaker(n.norm, None, n.norm, self.page.passage(n.start, n.stop))
        return Voice(speaker, "organisation", "n", trust, frozenset([n.norm.lower()]))

    def last(self, paragraph: int, at: int) -> Voice | None:
        """Who spoke last before this place, in this paragraph or the one before."""
        return next(
            (v for number, where, v in reversed(self.spoken[-12:]) if number >= paragraph - 1 and where < at),
            None,
        )


# «В приёмном отделении сообщили»
_INSIDE = re.compile(r"(?<!\w)(?:в|во|у)\s\Z", re.I)


__all__ = ["Voices"]
