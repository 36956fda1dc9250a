"""Whose voice a frame is: names, pronouns, groups and documents resolved to speakers.

A pronoun goes to the last speaker of fitting gender in the paragraph, else to the last person
named there, else to the last speaker of the paragraph before; never further, and with less
confidence each time. Where nobody fits, the speaker stays unnamed.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field, replace

from muster.model.claims import Speaker
from muster.read.frames import Frame, Region
from muster.read.page import Page
from muster.read.people.body_base import paper_base
from muster.read.people.branches import press_of
from muster.read.people.call_names import call_names
from muster.read.people.people import Named, body_base
from muster.read.people.role_forms import place_base
from muster.read.protection.bearers import nouns_in
from muster.read.speakers.described import CALL_SIGN, described
from muster.read.speakers.named import named
from muster.read.speakers.not_himself import not_himself
from muster.read.speakers.papers import of_document
from muster.read.speakers.source_kind import kind_of
from muster.read.speakers.topics import genders_told
from muster.read.speakers.unnamed import carried, told_by_verb, unnamed
from muster.read.speakers.voice import INSIDE, Voice, role_words
from muster.text.spans import Span

# How many names back a pronoun may reach.
_NEAR = 40


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
            return unnamed(self, frame, region, paragraph, outer, own) or carried(
                self, frame, region, paragraph, outer
            )
        voice = named(self, frame, region, frame.speaker, outer, paragraph, direct)
        return told_by_verb(self, frame, region, not_himself(self, voice, frame, paragraph, region.language))

    def say(self, paragraph: int, at: int, voice: Voice) -> None:
        """Remember who spoke."""
        if voice.speaker.name or voice.speaker.role:
            self.spoken.append((paragraph, at, voice))

    # --- kinds of speakers ---------------------------------------------------------------------------
    def described(self, span: Span, language: str, *, several: bool = False) -> Voice:
        """The voice of a description anywhere on the page, as if it spoke there; ``several``: as many."""
        page = self.page
        sentence = page.sentences[page.sentence_at(span.start)]
        first, last = self.index_of(sentence.start), self.index_of(sentence.stop)
        region = Region(page, *sentence, language, [sentence], [], self.named[first:last])
        paragraph = page.paragraph_of[page.sentence_at(span.start)]
        return self.of_kind(region, span, page.words(span), paragraph, None, several)

    def of_kind(
        self,
        region: Region,
        span: Span,
        words: str,
        paragraph: int,
        outer: Voice | None,
        several: bool = False,
    ) -> Voice:
        """The voice of somebody described by ``words`` at ``span``: a person, a group, a body, a paper."""
        before = max(0, span.start - 3)
        press = press_of(words) if region.language == "ru" else 0
        if press and kind_of(words[press:], "ru") == "organisation":
            span = Span(span.start + press, span.stop)
            words = body_base(words[press:], "ru")
        within = region.language != "en" and INSIDE.search(self.page.body, before, span.start)
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

    def nobody(self, span: Span, trust: float) -> Voice:
        """The voice of whoever these words mean, when nothing shows who that is."""
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


__all__ = ["Voices"]
