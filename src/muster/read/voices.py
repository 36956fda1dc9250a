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
from muster.read.antecedents import agrees, of_description, of_pronoun, only_one_of, subject_of
from muster.read.bearers import nouns_in, person
from muster.read.call_names import call_names
from muster.read.described_en import called_so, of_several, office_of
from muster.read.frames import Frame, Region
from muster.read.nobody import CLOSED
from muster.read.page import Page
from muster.read.papers_en import PAPER, author, owner
from muster.read.people import Named, at_head, body_base, mid_capitals
from muster.read.roles import people_base, place_base, role_base
from muster.read.source_kind import kind_of
from muster.read.subjects_slavic import may_speak, together
from muster.read.there import there
from muster.read.topics import gender_of, genders_told
from muster.read.whose_slavic import is_somebodys
from muster.text.cases import agreement, cases
from muster.text.cues import lexicon
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.source_words import source_words
from muster.text.spans import Span

_PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "they": "p",
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
_OWNERS = {"my": "1", "his": "m", "her": "f"}
_DEFINITE = re.compile(r"\A(?:the|a|an|(?:some|one|another)(?!\sof\b)|this|that)\s+", re.IGNORECASE)
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
_CALL_SIGN = re.compile(
    r"(?:позывн\w*|позивн\w*|псевдо|прозвищ\w*|прізвиськ\w*|call[- ]?sign\w*)\s[«\"“„'‘]?([^\W_][\w-]{1,24})",
    re.IGNORECASE,
)
# "Whom we call N", «который представился N»: the name by which a text goes on with somebody described.
_GOES_BY = re.compile(
    r",?\s(?:whom\s(?:we|they|friends|(?:the|his|her)\s\w{1,20})\s(?:call|called|know\sas)|known\s(?:to\sall\s)?(?:only\s)?as"
    r"|who\s(?:goes|went)\sby(?:\sthe\sname)?|(?:котор|як)\w{1,3}\s(?:представил|назвал|відрекомендува|назва)\w{0,5}"
    r"|(?:известн|відом)\w{1,3}\s(?:как|як)|(?:под|під)\s(?:ником|ніком|именем|іменем))"
    r"\s[«\"“„]?([A-ZА-ЯЁІЇЄҐ][\w’'ʼ-]{1,24})"
)
# «продавец, который писал под ником Тесля», «командующий, известный как Барс», «сестра, просившая звать её
# просто Тоней»
_UNDER = re.compile(
    r"(?:\s[^.,!?;:\n«»]{1,40})?,\s[^.!?;:\n«»]{0,90}?(?:(?:под|під)\s(?:ником|ніком|именем|іменем)|(?:известн|відом)\w{1,3}\s(?:как|як)"
    r"|(?:звать|называть|кликать|звати|називати|кликати)\s(?:его|её|ее|себя|його|її|себе)\s(?:просто\s)?)"
    r"\s?[«\"“„]?([А-ЯЁІЇЄҐ][\w’'ʼ-]{1,24})"
)
_WITH = re.compile(r"\s(?:with|under|called|с|з|із|по|под|під)(?:\s|\Z)")
_RELATIVE_OR_DEED = re.compile(
    r"(?<!\w)(?:котор|чь[яеию]|який|яка|яке|які|якого|якої|чий|чия)|(?:вш|ющ|ящ|нн)(?:ий|ая|ие|его|ей|их)(?:ся)?\s|(?<!\w)(?:с|со|з|із|от|від|про|о|об)\s"
)
_GOES_WITH_BODY = re.compile(
    r"(?:of|for|in|at|and|or|with|which|that|who|mission|office|branch|team|website|channel|page|group|forces?|side|department|unit|press|news|agency"
    r"|newspaper|radio|television|tv|service|command|headquarters|staff|authorities|government|campaign|leadership|delegation|bureau|report)\b",
    re.I,
)
# "Information provided by the police" is the police's.
_GIVEN_BY = re.compile(
    r"(?:the\s|an?\s)?(?:[a-z]+\s)?(?:information|data|figures|statistics|estimates|numbers|accounts?|details|testimony)\s(?:[a-z]+ed|given|shown|sent)"
    r"\s(?:\w+ly\s)?by\s(?=\S)",
    re.I,
)
_OFFICES = ("office", "ministry", "agency")
# «Автор одного з них, блогер N»
_OF_SEVERAL = re.compile(r"\s(?:из|із|з|зі)\s(?:них|нас|тех|тих)(?!\w)", re.IGNORECASE)
_TEAM = re.compile(
    r"(?:his|her|their|our|its|его|её|ее|их|наша|наш|його|її|їхня)\s+(?:own\s+)?"
    r"(team|organi[sz]ation|group|project|office|ministry|agency|команда|организация|группа|проект|центр"
    r"|організація|група|проєкт)\b",
    re.IGNORECASE,
)
# "X's lawyer", "the X campaign": the name is not who speaks.
_OF_ANOTHER = re.compile(
    r"(?:['’]s?)\s\w|\s(?:campaign|camp|team|government|administration|family|organi[sz]ation|foundation|office|supporters"
    r"|aides?|allies|spokes\w+|lawyers?|adviser|advisers)\b"
)
_OF_THEM = re.compile(
    r"(?:one|some|many|two|three|several|most|both|another|none|each)\sof\s(?:them|us|those|these)\Z", re.I
)
# "One of the drivers" is one, and a driver.
_ONE_OF = re.compile(
    r"(?:one|another|an\w?|the\s(?:first|second|third|last|other))\sof\s(?!them\b|us\b|those\b|these\b)", re.I
)
# "A technician at the manufacturer, X": a person, and X is where he works.
_AT_A_BODY = re.compile(
    r"(?:an?|one|another)\s(?:[\w-]+\s){0,2}?(?!source\b)[a-z-]+(?:er|or|ist|ian|man|woman|ant|ee|ic|eer|ent|chief|aide|clerk|nurse|cook|spy|guard)"
    r"\s(?:at|in|of|with|from|for)\s",
    re.I,
)
# «один из водителей» says what he is, «один из них» does not.
_ONE_OF_SUCH = re.compile(r"од(?:ин|на)\s(?:из|із|з|зі)\s(?!них\b|нас\b|вас\b)\w{3}", re.I)
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s", "news")
_INNER = listed("of for the to and de von van der del la al für und для и і та")
# «Двое раненых», «троє свідків», «несколько жителей».
_SOME_PEOPLE = listed(
    """двое трое четверо пятеро шестеро семеро несколько оба обе двоє троє п'ятеро пʼятеро п’ятеро кілька
    обидва обидві обоє"""
)
_HEADWORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(slots=True)
class Voice:
    """A resolved speaker, how he is known, and how much that is to be believed."""

    speaker: Speaker
    kind: str = "named"
    gender: str = "-"
    trust: float = 1.0
    words: frozenset[str] = frozenset()
    teller: bool = False
    kin: bool = False  # of those he tells about
    across: bool = False  # meant by a pronoun in another paragraph
    antecedent: Voice | None = None  # whose voice a pronoun or a quotation goes on with


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
            return self._document(region, frame.speaker)
        if frame.who == "own" and outer:
            return outer
        if frame.who == "carried" or frame.speaker is None:
            own = direct or region.level > 0
            return self._unnamed(frame, region, paragraph, outer, own) or self._carried(
                frame, region, paragraph, outer
            )
        return self._told_by_verb(
            frame, region, self._named(frame, region, frame.speaker, outer, paragraph, direct)
        )

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
    def _document(self, region: Region, span: Span) -> Voice:
        words = self.page.words(span)
        body = self._issuer(region, span)
        speaker = Speaker(None if body else words, words if body else None, body, self.page.passage(*span))
        return Voice(speaker, "document", words=frozenset(["document"]))

    def _issuer(self, region: Region, span: Span) -> str | None:
        """Whose paper it is: the body named in the phrase, or the name in quotation marks behind it."""
        named = [n for n in region.named_in(span.start, span.stop + 1) if n.kind == "organisation"]
        if named:
            return named[0].norm
        quoted = _QUOTED_BODY.search(self.page.body, span.start, min(region.stop, span.stop + 64))
        quoted = quoted if quoted and quoted.start() <= span.stop + 1 else None
        return body_base(quoted.group(1), region.language) if quoted else None

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
        if form is None or cases(verb, region.language).kind != "verb":
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
            latter = self._latter(span, region.language)
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
            people = [n for n in people if not _OF_ANOTHER.match(self.page.body, n.stop, span.stop)]
        elif people:
            themselves = self._not_owners(people, span, region.language)
            if not themselves:
                return self._kin_of(region, span, words, paragraph, outer)
            people = themselves
        if not people and region.language != "en" and frame.whole is not None:
            people = self._apposed(region, span, frame.whole)
        if len(people) > 1 and (pair := self._several(region, people, span)) is not None:
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
        return self._of_kind(region, span, words, paragraph, outer, several)

    def _several(self, region: Region, people: list[Named], span: Span) -> Voice | None:
        """«Петро Гай та Олена Ліщук повідомили»: the words of both, and «вони» are these two."""
        if region.language == "en":
            return None
        found = [n for n in together(region, people[0]) if n.start >= span.start and n.stop <= span.stop]
        names = list(dict.fromkeys(n.norm for n in found))
        if len(names) < 2:
            return None
        joint = _JOINTS[region.language]
        known = [self.people.get(n.norm, n) for n in found]
        name = f"{', '.join(names[:-1])} {joint} {names[-1]}"
        speaker = Speaker(name, None, None, self.page.passage(*span), any(n.protected for n in known))
        words = frozenset(w for n in known for w in _role_words(n.role))
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
        if len(behind) != 1 or apart or not may_speak(region, behind[0], "mfnp"):
            return []
        return self._not_owners(behind, Span(span.stop, whole.stop), region.language)

    def _not_owners(self, people: list[Named], span: Span, language: str) -> list[Named]:
        """Without those whose somebody is: «мать Игоря»."""
        body, words = self.page.body, lexicon(language)
        low = max(0, span.start - _POSSESSED)
        return [
            n
            for n in people
            if n.start == span.start
            or not is_somebodys(body[low : n.start], body[n.start : n.stop], n.norm, words)
        ]

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
        within = region.language != "en" and _INSIDE.search(self.page.body, before, span.start)
        if within:
            words = place_base(words, region.language)
        voice = self._described(region, span, words, paragraph, outer, several)
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
            body = replace(voice.speaker, name=words, role=None)
            voice = replace(voice, speaker=body, kind="organisation", gender="n")
        if voice.kind == "anonymous" and voice.speaker.name is None:
            voice.kind = kind_of(words, region.language) or voice.kind
            if voice.kind == "organisation" and voice.speaker.role:
                name = voice.speaker.role
                if region.language != "en" and " " not in name:
                    name = body_base(name, region.language)
                voice.speaker = replace(voice.speaker, name=name, role=None)
                voice.gender = "n"
        return voice

    def of_person(self, n: Named, span: Span) -> Voice:
        known = self.people.get(n.norm, n)
        role = n.role or known.role
        kind = "anonymous" if known.protected else "named"
        announced = n.norm in call_names(self.page.body)
        if announced or _CALL_SIGN.search(self.page.body, max(0, n.start - 24), n.stop):
            kind = "call-sign"
        speaker = Speaker(
            known.norm,
            role,
            n.organisation or known.organisation,
            self.page.passage(n.start, n.stop),
            known.protected,
        )
        return Voice(speaker, kind, known.gender, 1.0 if n.certain else 0.8, _role_words(role))

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
        paper = self._paper(paragraph, span) if gender == "n" else None
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
        return self._nobody(span, 0.4)

    def _paper(self, paragraph: int, span: Span) -> Voice | None:
        """ "…", it says: the letter or order of the sentence before, where nothing has spoken since."""
        floor = max(self.page.paragraphs[paragraph].start, span.start - _PAPER_WITHIN)
        last = None
        for match in PAPER.finditer(self.page.body, floor, span.start):
            last = match
        led = last is not None and _IN_THE_PAPER.search(
            self.page.body, max(0, last.start() - 40), last.start()
        )
        if (
            last is not None
            and led
            and self.page.sentence_at(last.start()) == self.page.sentence_at(span.start)
        ):
            return None  # "In a statement, it said …": whoever issued the statement
        if last is None or any(p == paragraph and at > last.start() for p, at, _ in self.spoken[-3:]):
            return None
        paper = Span(*last.span())
        mention = self.page.passage(*paper)
        named = author(self.page, self.named[self.index_of(paper.start - _OWNED_WITHIN) :], paper)
        if named is not None and named.kind == "organisation":
            return self.of_body(named, span, 0.6)
        if named is not None:
            writer = Speaker(named.norm, last.group().lower(), None, mention, named.protected)
            return Voice(writer, "document", "n", 0.6, _PAPER_WORDS)
        whose = owner(self.page, paper)
        issuer = self.described(whose, "en") if whose is not None else None
        if issuer is not None and issuer.kind == "organisation":
            return replace(issuer, trust=0.6)
        return Voice(Speaker(None, last.group().lower(), None, mention), "document", "n", 0.6, _PAPER_WORDS)

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

    def _described(
        self, region: Region, span: Span, words: str, paragraph: int, outer: Voice | None, several: bool
    ) -> Voice:
        """No person is named: a body, a group, or somebody described ("the prosecutor")."""
        mention = self.page.passage(*span)
        english = region.language == "en"
        if _OF_THEM.match(words):
            one = of_several(self, words, span, paragraph) if english else None
            return one or Voice(Speaker(None, None, None, mention), "anonymous", trust=0.7)
        team = _TEAM.match(words)
        pronoun = _OWNERS.get(words.split(None, 1)[0].lower()) if team and english else None
        if team and pronoun in ("m", "f") and team.group(1).lower() in _OFFICES:
            office = office_of(self, pronoun, team.group(1), span, paragraph, outer)
            return office or Voice(Speaker(words, team.group(1), None, mention), "group")
        if team:
            owner = outer or self._last(paragraph, span.start)
            body = owner.speaker.organisation if owner else None
            whose = owner.speaker.name if owner and english else None
            called_so_ = body or (f"{whose}'s {team.group(1)}" if whose else words)
            own = owner.words if owner and english else frozenset()
            return Voice(Speaker(called_so_, team.group(1), body, mention), "group", words=own)
        low = [w.lower() for w in _HEADWORD.findall(words)]
        lexicon_ = lexicon(region.language)
        kin = self._kin(region, span, words, low, paragraph, outer) if region.language == "en" else None
        if kin is not None:
            return kin
        bodies = [n for n in region.named_in(span.start, span.stop + 1) if n.kind == "organisation"]
        if low and (low[-1] in _PAPERS or lexicon_.document.match(words)):
            return Voice(
                Speaker(_DEFINITE.sub("", words, count=1), None, bodies[0].norm if bodies else None, mention),
                "document",
            )
        bare = _DEFINITE.sub("", words, count=1)
        if region.language != "en" and not bodies:
            people = people_base(words, lexicon_, several=several)
            if people is not None and not set(low) & (lexicon_.anonymous_sources | _BODIES):
                return Voice(Speaker(people, None, None, mention), "group", "p", words=_role_words(people))
        if region.language != "en":
            bare = role_base(bare, lexicon_)
            low = [w.lower() for w in _HEADWORD.findall(bare)]
        if low and low[0] in _SOME_PEOPLE:
            some = Speaker(words, None, bodies[0].norm if bodies else None, mention)
            return Voice(some, "group", "p", words=_role_words(bare))
        known = _role_words(bare)
        sign = _CALL_SIGN.search(self.page.body, span.start, min(region.stop, span.stop + 50))
        if sign:
            role = _WITH.split(bare, maxsplit=1)[0]
            return Voice(Speaker(sign.group(1), role, None, mention), "call-sign", words=known)
        called = _GOES_BY.search(self.page.body, span.start, min(region.stop, span.stop + 60))
        if called is None or called.start() > span.stop:
            called = _UNDER.match(self.page.body, span.stop, min(region.stop, span.stop + 160))
        if called:
            name = called.group(1)
            name = name if region.language == "en" else lemma(name, region.language).capitalize()
            role = None if bare.startswith("of ") or bare.lower() in CLOSED else bare
            return Voice(Speaker(name, role, None, mention), "call-sign", words=known)
        if low and low[0] in _STAND_INS and len(low) < 3 and (told := self._source_before(paragraph, span)):
            return told
        if known & lexicon_.anonymous_sources:
            several = kind_of(words, region.language) == "group"
            return Voice(
                Speaker(None, bare, bodies[0].norm if bodies else None, mention),
                "anonymous",
                "p" if several else gender_of(low, region.language),
                words=known,
            )
        roles = [w for w in low if w in lexicon_.roles]
        one_of = english and _ONE_OF.match(words) is not None
        # "A senior police officer" is one.
        head_en = (_HEAD_NOUN.split(words, maxsplit=1)[0].lower().split() or [""])[-1]
        last = [head_en] if english and person(head_en, "en") and not head_en.endswith("s") else low[-3:]
        in_body = bool(bodies) and bodies[-1].stop >= span.stop
        if any(w in lexicon_.plural for w in last) and not (in_body or one_of):
            return Voice(
                Speaker(bare, None, bodies[0].norm if bodies else None, mention), "group", "p", words=known
            )
        head = (_HEAD_NOUN.split(words, maxsplit=1)[0].lower().split() or [""])[-1]
        many = region.language == "en" and head.endswith("s") and not head.endswith(_NOT_PLURAL)
        if not bodies and (many or head in lexicon_.plural) and not words[:1].isdigit():
            return Voice(Speaker(bare, None, None, mention), "group", "p", words=known)
        name = _alias_after(region, span, self.named)
        if name is not None:
            voice = self.of_person(name, span)
            voice.speaker = Speaker(
                voice.speaker.name, voice.speaker.role or bare, voice.speaker.organisation, mention, True
            )
            voice.kind = "anonymous"
            voice.words = known
            return voice
        behind = self.page.body[bodies[-1].stop : span.stop].strip(" '’s") if bodies and english else ""
        led = english and behind[:1].islower() and not _GOES_WITH_BODY.match(behind)
        if led and kind_of(words, "en") in ("", "anonymous") and not roles:
            # "A Vandrian blogger": the name says of what, and somebody else speaks.
            return Voice(Speaker(None, bare, bodies[-1].norm, mention), "anonymous", words=known)
        if bodies and (bodies[-1].stop >= span.stop - 1 or not roles):
            n = bodies[-1]
            individual = (
                roles
                and low
                and n.start > span.start
                and low[0] not in ("the",)
                and roles[0] in lexicon_.roles
            )
            individual = individual or (
                region.language == "en" and _AT_A_BODY.match(words) is not None and n.start > span.start + 4
            )
            if individual and roles and roles[0] in lexicon_.plural:
                return Voice(Speaker(bare, None, n.norm, mention), "group", "p", words=known)
            if individual and (not roles or roles[0] not in _BODIES):
                return Voice(Speaker(None, bare, n.norm, mention), "anonymous", words=known)
            return Voice(
                Speaker(n.norm, None, n.norm, mention), "organisation", "n", words=known | {n.norm.lower()}
            )
        titled = _QUOTED_BODY.fullmatch(words) if region.language != "en" else None
        if titled is not None and not bodies:
            return Voice(Speaker(titled.group(1), None, None, mention), "organisation", "n", 0.9, known)
        meant = None if bodies else of_description(self, span, words, lexicon_)
        if meant is not None:
            return replace(meant, words=meant.words | known)
        outlet = lexicon_.outlet.match(words)
        # "A former army driver" is a driver.
        of_a_body = any(w in _BODIES for w in low) and not (english and person(head, "en"))
        if of_a_body or (outlet and outlet.end() == len(words)):
            return Voice(Speaker(bare, None, None, mention), "organisation", "n", words=known)
        gender = "f" if set(low) & lexicon_.female else "m" if set(low) & lexicon_.male else "-"
        gender = gender_of(low, region.language) if gender == "-" else gender
        if _ONE_OF_SUCH.match(bare):
            gender = "f" if low[0] == "одна" else "m"
        if roles:
            body = bodies[0].norm if bodies else None
            return Voice(Speaker(None, bare, body, mention), "anonymous", gender, words=known)
        body_named = self._unlisted(span, bare, low)
        if body_named:
            called_ = cases(words.split()[0], region.language) if region.language != "en" else None
            if gender == "-" and body_named == "named" and called_ and called_.animate:
                gender = called_.nominative if called_.nominative in ("m", "f") else "-"  # «Клавдий»
            return Voice(Speaker(bare, None, None, mention), body_named, gender, 0.7, known)
        # "Nobody", "30 percent of them" say nothing of what somebody is.
        first = bare.split(None, 1)[0].lower() if bare else ""
        telling = bool(low) and (first not in CLOSED or _ONE_OF_SUCH.match(bare) is not None)
        telling = telling and not any(c.isdigit() for c in bare)
        return Voice(Speaker(None, bare if telling else None, None, mention), "anonymous", gender, 0.7, known)

    def _source_before(self, paragraph: int, span: Span) -> Voice | None:
        """«Источник в штабе … По словам собеседника»: the only source without a name not long before."""
        heard = {
            voice.speaker.role: voice
            for number, at, voice in self.spoken[-8:]
            if number >= paragraph - 2 and at < span.start and voice.speaker.name is None
            and voice.words & _SOURCES
        }  # fmt: skip
        if len(heard) != 1:
            return None
        voice = next(iter(heard.values()))
        return replace(voice, trust=0.7 * voice.trust, antecedent=voice)

    def _kin(
        self, region: Region, span: Span, words: str, low: list[str], paragraph: int, outer: Voice | None
    ) -> Voice | None:
        """ "My wife" in X's answer, "his brother" after X was named: X's wife, X's brother."""
        if len(low) not in (2, 3) or low[0] not in _OWNERS or low[-1] not in lexicon("en").relative:
            return None
        named = called_so(self, words)
        if named is not None:
            return replace(self.of_person(named, span), trust=0.7)
        owner = outer or self.teller if low[0] == "my" else None
        if low[0] != "my" and outer is not None and region.level == 0 and outer.gender == _OWNERS[low[0]]:
            owner = outer  # "Anna said her husband had told her …"
        elif low[0] != "my":
            owner = of_pronoun(self, _OWNERS[low[0]], span, paragraph, outer, words_first=False)
        name = owner.speaker.name if owner is not None else None
        if owner is None or name is None or not name[:1].isupper():
            return None
        bearers = {n.norm: n for n in self.people.values() if n.role and _kin_noun(n.role) == low[-1]}
        if len(bearers) == 1 and name not in bearers:
            bearer = self.of_person(next(iter(bearers.values())), span)
            return replace(bearer, trust=0.6 * bearer.trust)
        sex = "f" if low[-1] in lexicon("en").female else "m" if low[-1] in lexicon("en").male else "-"
        mention = self.page.passage(*span)
        role = f"{name}'s {' '.join(low[1:])}"
        return Voice(
            Speaker(None, role, None, mention), "anonymous", sex, 0.8 * owner.trust, frozenset(low[1:])
        )

    def _unlisted(self, span: Span, bare: str, low: list[str]) -> str:
        """What a described speaker is by its capitals alone: "named", "organisation", or "" (no name)."""
        words = bare.split()
        if not words[0][:1].isupper() or any(w in CLOSED for w in low[:1]) or len(words) > 6:
            return ""
        small = [w for w in words if w[:1].islower()]
        if any(w not in _INNER for w in small) or not words[-1][:1].isalpha() or words[-1][:1].islower():
            return ""
        if len(words) == 1 and at_head(
            self.page, span.start, self.page.sentences[self.page.sentence_at(span.start)]
        ):
            # Any word has a capital there: it is a name if it has one elsewhere too.
            return "named" if words[0] in mid_capitals(self.page.body) else ""
        return "organisation" if small else "named"

    def _last(self, paragraph: int, at: int) -> Voice | None:
        return next(
            (v for number, where, v in reversed(self.spoken[-12:]) if number >= paragraph - 1 and where < at),
            None,
        )


_PAPERS = listed(
    """decree ruling verdict indictment memo email transcript filing lawsuit poll
    letter report statement document documents order figures study survey data record records files
    photographs письмо отчет отчёт доклад заявление сообщение документ документы приказ лист звіт
    доповідь заява документи"""
)
_QUOTED_BODY = re.compile(r"[«\"“„]([^\W\d_][^«»\"“”„\n]{2,60})[»\"”“]")
_STAND_INS = listed("собеседник собеседница співрозмовник співрозмовниця")
_SOURCES = listed("источник джерело")
# «В приёмном отделении сообщили»
_INSIDE = re.compile(r"(?<!\w)(?:в|во|у)\s\Z", re.I)
_IN_THE_PAPER = re.compile(r"\b[Ii]n\s(?:an?|the|its|another|this)\s(?:[\w-]+\s){0,2}\Z")
_PAPER_WITHIN = 360
_OWNED_WITHIN = 80
_PAPER_WORDS = frozenset(["document"])
_BODIES = listed(
    """ministry police troops army military government authorities court team agency council committee
    campaign camp administration service services department office media organization organisation group
    party company министерство ведомство минобороны полиция армия суд прокуратура правительство власти
    администрация штаб генштаб
    пресс-служба служба агентство издание газета телеканал портал редакция организация команда комитет
    посольство следствие міністерство міноборони поліція армія уряд влада адміністрація пресслужба
    агенція видання організація посольство генштаб комітет центр центра"""
)


_HEAD_NOUN = re.compile(
    r"\s(?:of|for|at|in|with|from|to|on|who|whose|that|which|close|near|inside|familiar|including|outside|[a-z]+ed|[a-z]+ing)\s"
)
_SERVES = re.compile(r"\s(?:of|for|at|in|with|from|who|close|near|inside|в|во|у|із|из)\s")


def _role_words(role: str | None) -> frozenset[str]:
    if not role:
        return frozenset()
    # What stands behind the preposition is the body he serves, not what he is.
    head = _SERVES.split(role, maxsplit=1)[0]
    return frozenset(w.lower() for w in _HEADWORD.findall(head))


def _kin_noun(role: str) -> str:
    """The noun of "his daughter", "her son": what somebody is to another."""
    words = role.lower().split()
    return words[-1] if len(words) < 4 else ""


def _alias_after(region: Region, span: Span, named: list[Named]) -> Named | None:
    """Whose alias follows: in "a woman who wished to be named only as N", N."""
    body = region.page.body
    stop = min(region.stop, span.stop + 160)
    phrase = region.words.anonymity.search(body, span.stop, stop)
    if phrase is None:
        return None
    near = region.named_from(phrase.end(), phrase.end() + 40)
    return next((n for n in near if n.kind == "person"), None)


__all__ = ["Voice", "Voices"]
