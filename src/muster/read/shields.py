"""Speakers whom the text protects, beyond the names: descriptions, pronouns, codes, whole groups.

``anonymity`` marks the names that stand for somebody hidden. Here every speaker of every claim is
looked at: a nurse who asked not to be named is protected wherever "the nurse", "she" or nobody at all speaks
her words again; "all names are changed" protects everybody who has no full name. Where two readings fit, the
speaker is protected: a needless shield costs less than a life.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from muster.model.claims import Claim, Speaker
from muster.read.anonymity import is_whole
from muster.read.bearers import GOVERNED, Noun, bearer_of, between, nouns_in, person
from muster.read.page import Page
from muster.read.roles import Named
from muster.read.signals import Signal, sentence_of, signals_of
from muster.read.source_kind import kind_of
from muster.read.turns import ANSWERERS
from muster.text.cues import lexicon
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.source_words import source_words
from muster.text.spans import Span


@dataclass(slots=True)
class _Bearer:
    """Somebody hidden: the words that stand for him, where, the base forms of his nouns, one or several.

    ``reach``: up to where he has been spoken of.
    """

    start: int
    stop: int
    bases: set[str] = field(default_factory=set)
    several: bool = False
    reach: int = 0


@dataclass(slots=True)
class _Text:
    """Whom a text hides. ``whole``: several names are changed; ``everybody``: all; ``asked``: interview;
    ``own``: the claims by whose own words their speakers are; ``paragraphs``: those that speak of them;
    ``spoke``: the one in which somebody hidden spoke last; ``found``: whether any of them speaks."""

    bearers: list[_Bearer]
    whole: bool
    asked: bool
    everybody: bool = False
    taken: set[str] = field(default_factory=set)
    names: frozenset[str] = frozenset()
    own: set[str] = field(default_factory=set)
    paragraphs: set[int] = field(default_factory=set)
    spoke: int = -9
    found: bool = False

    @property
    def any(self) -> bool:
        return bool(self.bearers or self.own) or self.whole


@dataclass(slots=True)
class _Last:
    """Who spoke last, as far as this page has been read."""

    paragraph: int = -9
    hidden: bool = False
    at: int = -1


def shielded(page: Page, named: Sequence[Named], claims: list[Claim]) -> list[Claim]:
    """The same claims; speakers whom the text keeps hidden are protected."""
    signals = signals_of(page)
    hidden = [n for n in named if n.protected]
    if not (signals or hidden) or not claims:
        return claims
    text = _hidden(page, named, claims, signals, hidden)
    text.names = frozenset(n.norm for n in hidden)
    text.paragraphs = {_paragraph(page, b.start) for b in text.bearers}
    if not text.any:
        return claims
    found = list(claims)
    last = _Last()
    shielded_by: dict[str, tuple[Speaker, ...]] = {}
    for i in sorted(range(len(claims)), key=lambda i: (claims[i].inside is not None, _at(claims[i]))):
        found[i] = _shield(page, claims[i], text, last, shielded_by.get(claims[i].inside or "", ()))
        shielded_by[found[i].id] = found[i].said_by
    if text.found:
        return found
    return [_may_be_hidden(page, c, signals) for c in found]


def _may_be_hidden(page: Page, claim: Claim, signals: Sequence[Signal]) -> Claim:
    """Where a text hides somebody and nobody who speaks was found to be him, whoever speaks without a name
    and without an office may be. Russian and Ukrainian."""
    if (
        not claim.said_by
        or claim.said_by[0].name
        or claim.source_kind != "anonymous"
        or _agentless(page, claim)
    ):
        return claim
    language = page.languages[page.sentence_at(_at(claim))]
    words = claim.speaker.words if claim.speaker else claim.said_by[0].role or ""
    if language == "en" or {n.base for n in _nouns(words, language)} & lexicon(language).party:
        return claim
    if all(s.reason for s in signals):
        return claim
    return replace(claim, said_by=(replace(claim.said_by[0], protected=True), *claim.said_by[1:]))


def _shield(page: Page, claim: Claim, text: _Text, last: _Last, holders: Sequence[Speaker] = ()) -> Claim:
    """``holders``: the speakers of the claim whose words hold this one, as they are shielded."""
    if not claim.said_by:
        return claim
    paragraph = _paragraph(page, _at(claim))
    agentless = _agentless(page, claim)
    speakers = []
    told = len(claim.said_by) - len(holders) if claim.inside is not None else 0
    for depth, speaker in enumerate(claim.said_by):
        words = claim.speaker if depth == 0 and claim.speaker else speaker.mention
        span = Span(words.start, words.stop) if words else None
        hidden = speaker.protected or (depth == 0 and claim.id in text.own)
        text.found = text.found or hidden
        if claim.inside is not None and depth >= told and holders:
            hidden = hidden or holders[depth - told].protected
        elif not hidden and not (agentless and depth == 0):
            follows = claim.inside is None and _near(page, last, _at(claim), text)
            if depth == 0 and span and _is_hidden_office(page, claim, speaker, page.words(span), text):
                # Of two who may be "the major" one is hidden: neither is shown for the other.
                speaker = replace(
                    speaker, name=None, role=_ARTICLE.sub("", page.words(span)), mention=claim.speaker
                )
            hidden = _is_hidden(page, claim, speaker, span, text, follows)
            text.found = text.found or hidden
            hidden = hidden or (not speaker.name and _beside_somebody(page, claim, text))
        speakers.append(replace(speaker, protected=True) if hidden else speaker)
    if not agentless and claim.inside is None:
        last.paragraph, last.hidden, last.at = paragraph, speakers[0].protected, _at(claim)
        text.spoke = paragraph if last.hidden else text.spoke
    return replace(claim, said_by=tuple(speakers)) if tuple(speakers) != claim.said_by else claim


def _beside_somebody(page: Page, claim: Claim, text: _Text) -> bool:
    """«… просила не называть её. Медсестра добавляет …»: in the paragraphs around somebody hidden whoever has
    no name may be the same, by another word; a holder of an office or several are not."""
    at, words = _at(claim), claim.speaker.words if claim.speaker else ""
    language = page.languages[page.sentence_at(at)]
    if language == "en" or claim.inside is not None or claim.source_kind != "anonymous":
        return False
    if _ANOTHER.match(words):
        return False
    here = _paragraph(page, at)
    if here != text.spoke and not text.paragraphs & {here - 1, here, here + 1}:
        return False
    return not {n.base for n in _nouns(words, language)} & lexicon(language).party


_ARTICLE: Final = re.compile(r"\Athe\s", re.I)


def _agentless(page: Page, claim: Claim) -> bool:
    """ "It was reported that …", «сообщается, что …»: nobody in particular says it."""
    if claim.speaker is not None or claim.cue is None or claim.kind == "direct":
        return False
    language = page.languages[page.sentence_at(claim.cue.start)]
    if language == "en" or lexicon(language).agentless.search(claim.cue.words) is not None:
        return True
    # «Говорят, морг полон»: whoever says it in the plural, without a subject and in general, is nobody.
    nobody = not claim.said_by or not (claim.said_by[0].name or claim.said_by[0].role)
    return nobody and claim.kind == "indirect" and _THEY.fullmatch(claim.cue.words) is not None


_THEY: Final = re.compile(r"(?!(?:по)?прос)(?:[\w-]+\s){0,3}\w+(?:[аяую]т|[уюая]ть)(?:с[яь])?", re.I)


def _near(page: Page, last: _Last, at: int, text: _Text) -> bool:
    """Whether words that name nobody follow those of somebody hidden, or his being hidden."""
    paragraph = _paragraph(page, at)
    told = [b for b in text.bearers if last.at < b.start < at and paragraph - _paragraph(page, b.start) <= 1]
    return bool(told) or (last.hidden and paragraph - last.paragraph <= (4 if text.asked else 1))


def _is_hidden(
    page: Page, claim: Claim, speaker: Speaker, span: Span | None, text: _Text, follows: bool
) -> bool:
    """Whether a speaker is hidden: by where he stands, by what he is called, by whoever spoke before."""
    language = page.languages[page.sentence_at(span.start)] if span and page.sentences else "en"
    words = page.words(span) if span else ""
    name = speaker.name or ""
    mention = speaker.mention
    if name in text.names:
        return True
    elsewhere = span is not None and mention is not None and not span.start <= mention.start < span.stop
    if (
        span
        and elsewhere
        and any(b.start < span.stop and span.start < b.stop for b in text.bearers if b.bases)
    ):
        # The words are the hidden one's; whoever else a rule took him for is not to be shown for him.
        text.taken.add(name)
        return True
    nameless = not name and (claim.speaker is None or words.lower().strip(" .:") in ANSWERERS)
    if text.asked and text.bearers and nameless and claim.inside is None:
        return True  # an answer of somebody whom the lead hides, whatever it describes him as
    if name in text.taken and (span is None or not _nouns(words, language)):
        return True
    called = name[:1].isupper() and not (claim.source_kind == "group" and _COUNTED.match(name))
    called = called and not (language != "en" and " " not in name and person(name.lower(), language))
    if called and speaker.mention is not None and not _stands_at(speaker.mention.start, text):
        # A name that is not hidden itself; of a lone one nobody knows it where all names are changed.
        return text.whole and " " not in name and claim.source_kind not in ("organisation", "document")
    # At the head of a sentence any noun has a capital.
    head = words[:1].lower() + words[1:] if language != "en" and not called else words
    said = f"{speaker.role or ''} {name if name[:1].islower() else ''} {head}"
    kind = kind_of(words or speaker.role or name, language) if words or speaker.role or name else ""
    if kind in ("organisation", "document"):
        return False
    if span and any(b.start < span.stop and span.start < b.stop for b in text.bearers):
        return True
    if span and (his := _WHOM.match(page.body, span.stop)) is not None:
        clause = min(his.end(), page.sentences[page.sentence_at(span.start)].stop)
        if any(span.stop <= b.start < clause for b in text.bearers):
            return True  # «тот, кого мы здесь зовём Егором, …»
    spoken = claim.speaker.words if claim.speaker is not None else None
    if claim.source_kind == "organisation" and words == spoken:
        return False
    bases = {n.base for n in _nouns(said, language)}
    if _PARTITIVE.match(words) and span is not None:
        return follows or _one_of_them(page, span, text, language)
    if bases:
        # Words without a frame that follow somebody hidden may be his, whoever they were led to.
        frameless = claim.cue is None and claim.speaker is None and claim.inside is None
        return (frameless and follows) or _called_so(page, _at(claim), words, bases, kind, text)
    if kind == "group" and not follows:
        return text.whole and text.everybody
    if text.whole and words[:1].isupper() and " " not in words.strip():
        return True
    return follows or (
        span is None and claim.inside is None and (text.whole or (text.asked and bool(text.bearers)))
    )


def _is_hidden_office(page: Page, claim: Claim, speaker: Speaker, words: str, text: _Text) -> bool:
    """Whether a description that was led to a name may as well be that of somebody who is hidden."""
    name, mention, here = speaker.name, speaker.mention, claim.speaker
    if name is None or name in text.names or mention is None or here is None:
        return False
    if here.start <= mention.start < here.stop:
        return False  # the name stands there
    language = page.languages[page.sentence_at(here.start)]
    bases = {n.base for n in _nouns(words, language)}
    kind = kind_of(words, language) if bases else ""
    return bool(bases) and kind == "anonymous" and _called_so(page, _at(claim), words, bases, kind, text)


def _one_of_them(page: Page, span: Span, text: _Text, language: str) -> bool:
    """ "One of the officers", after officers who are hidden."""
    near = [b for b in text.bearers if b.several and span.start - _NEAR < b.start <= span.start]
    after = {n.base for n in nouns_in(page, span.stop, min(len(page.body), span.stop + 24), language)}
    return any(not after or after & (b.bases | source_words(language).stand_ins) for b in near)


def _stands_at(at: int, text: _Text) -> bool:
    return any(b.start <= at < b.stop for b in text.bearers)


_A: Final = re.compile(r"\b(?:[Aa]n?|[Oo]ne)\s(?:[\w-]+\s){0,3}\Z")


def _somebody_new(page: Page, name: Named, signal: Signal, language: str) -> Noun | None:
    """ "A clerk who knows Anna Holm asked not to be named": the full name is shown, the clerk is not."""
    sentence = sentence_of(page, signal)
    if language != "en" or is_whole(page, signal):
        return None
    for noun in reversed(nouns_in(page, sentence.start, name.start, language)):
        if _A.search(page.body, max(sentence.start, noun.start - 40), noun.start):
            return None if page.body[noun.stop : name.start].strip(" ,") == "" else noun
    return None


def _called_so(page: Page, at: int, words: str, bases: set[str], kind: str, text: _Text) -> bool:
    """Whether a description is that of somebody hidden, or of one of them, of whom it was not long ago.

    In a report many are called "a soldier": the noun leads back a few paragraphs, and on from there.
    """
    if _ANOTHER.match(words):
        return False
    language = page.languages[page.sentence_at(at)]
    if _NEW.match(words):
        return any(at < b.start and bases & b.bases and _is_the(page, b) for b in text.bearers)
    stand_in = bool(bases & source_words(language).stand_ins)
    for b in text.bearers:
        fits = (bases & b.bases or stand_in) and (b.several or kind != "group")
        near = _paragraph(page, at) - _paragraph(page, max(b.start, b.reach)) <= _FEW_PARAGRAPHS
        if fits and (near or text.whole):
            b.reach = max(b.reach, at)
            return True
    # Where all names are changed, whoever is described and holds no office may be one of them.
    return text.whole and (stand_in or (text.everybody and not bases & lexicon(language).party))


def _is_the(page: Page, bearer: _Bearer) -> bool:
    """ "The officer", who was "an officer" before: somebody whom the text spoke of already."""
    low = max(0, bearer.start - 4)
    return "the " in (
        page.body[bearer.start : bearer.start + 4].lower(),
        page.body[low : bearer.start].lower(),
    )


_WHOM: Final = re.compile(
    r",\s(?:ко(?:го|му|тор\w{2,3})|кто|хто|чь\w{1,3}|чи[йяєї]\w{0,2}|як(?:ого|ому|ий|а|у|ої))\s"
    r"[^.!?;:«»,\n]{1,80}"
)
_FEW_PARAGRAPHS: Final = 12


def _nouns(words: str, language: str) -> list[Noun]:
    return [Noun(*m.span(), base) for m in _WORD.finditer(words) if (base := person(m.group(), language))]


# Somebody who was not there before.
_ANOTHER: Final = re.compile(
    r"(?:(?:a|the)\s(?:second|third)|another|other|some\sother|(?:ещё|еще|ще)\s(?:один|одна|одне|двое|двоє)"
    r"|друг(?:ой|ая|ие)|інш(?:ий|а|і))\b(?!\s(?:of\sthem|из\sних|з\sних))",
    re.I,
)
# "Three other witnesses" is no name, though a capital stands there.
_COUNTED: Final = re.compile(
    r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some|Many|Most|Both|All|Other|Others|A|The|\d+"
    r"|Двое|Трое|Четверо|Пятеро|Оба|Обе|Несколько|Двоє|Троє|Четверо|П['’ʼ]ятеро|Обидв[аоє]є?|Кілька|Декілька)\b"
)
_NEW: Final = re.compile(r"(?:an?|some|several)\s", re.I)
_WORD: Final = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w)){2,40}")
_PARTITIVE: Final = re.compile(
    r"(?:one|two|three|both|some|most|several|(?:the\s)?other|the\ssecond|the\sfirst)\s?(?:of\sthem)?\Z"
    r"|(?:одн\w+|двое|трое|оба|обе|второ\w+|перв\w+|один|двоє|обидв\w+|друг\w+|перш\w+)\s?(?:из\sних|із\sних|з\sних)?\Z",
    re.I,
)


# --- who is hidden --------------------------------------------------------------------------------------
def _hidden(
    page: Page, named: Sequence[Named], claims: list[Claim], signals: Sequence[Signal], hidden: list[Named]
) -> _Text:
    """Descriptions that bear a signal, hidden names, and whether all names of the text are changed."""
    speakers = sorted(
        {Span(c.speaker.start, c.speaker.stop) for c in claims if c.speaker}, key=lambda s: s.start
    )
    nameless = [s for s in speakers if not _holds_name(named, s)]
    text = _Text([_of_name(page, n) for n in hidden], False, _asked_and_answered(page))
    quoted = sorted(
        (c for c in claims if c.inside is None and c.kind != "indirect"), key=lambda c: c.passage.start
    )
    for signal in signals:
        language = page.languages[page.sentence_at(signal.start)]
        if language != "en" and (own := _own_words(page, quoted, signal)) is not None:
            text.own.add(own.id)
            span = Span(own.speaker.start, own.speaker.stop) if own.speaker else Span(0, 0)
            bases = {n.base for n in nouns_in(page, *span, language)}
            if bases:
                text.bearers.append(_Bearer(span.start, span.stop, bases))
                continue
        if is_whole(page, signal):
            text.whole = True
            nouns = nouns_in(
                page, signal.start, min(signal.stop + 60, sentence_of(page, signal).stop), language
            )
            plain = source_words(language).stand_ins | {"человек", "люди", "людин"}
            text.everybody = text.everybody or all(n.base in plain for n in nouns)
            text.bearers.append(_Bearer(signal.start, signal.start, {n.base for n in nouns}, True))
            whose = bearer_of(page, named, signal) if language != "en" else None
            if isinstance(whose, Noun) and _WHOSE.search(page.body, signal.start, signal.stop):
                text.bearers.append(_bearer(page, speakers, whose, language, named))
            continue
        bearer = bearer_of(page, named, signal)
        mine = None if language == "en" else _of_the_clause(page, nameless, signal, bearer, language)
        bearer = mine or bearer
        if isinstance(bearer, Named):
            if not signal.reason and " " not in bearer.norm:
                text.bearers.append(_of_name(page, bearer))
            elif not signal.reason and (noun := _somebody_new(page, bearer, signal, language)) is not None:
                text.bearers.append(_Bearer(noun.start, noun.stop, {noun.base}))
            continue
        sentence = sentence_of(page, signal)
        if signal.reason and not _explains(claims, sentence, signal):
            continue
        noun = bearer or _within(page, signal, language)
        if (
            noun is None
            and signal.introduces
            and any(n.start <= signal.stop + 40 for n in between(hidden, signal.start, signal.stop + 40))
        ):
            continue
        told: list[Noun] = []
        noun = (
            noun
            or _spoken_here(page, nameless, signal, language)
            or _resolved(page, claims, signal, language)
            or (told[0] if (told := _told_of(page, speakers, named, signal, language)) else None)
            or _spoken_before(page, speakers if language == "en" else nameless, signal, language)
            or _spoken_next(page, nameless, signal, language)
        )
        noun = noun or _told_later(page, speakers, signal, language) or _behind(page, signal, language)
        if noun is None:
            text.bearers.append(_Bearer(signal.start, signal.stop))
            continue
        text.bearers.append(_bearer(page, speakers, noun, language, named))
        text.bearers += [_Bearer(n.start, n.stop, {n.base}) for n in told if n is not noun]
        if language != "en" and not signal.introduces:
            text.bearers += _who_speaks_next(page, nameless, signal, noun, language)
        if not any(s.start <= noun.start < s.stop for s in speakers):
            text.bearers += _beside(claims, sentence, Span(noun.start, max(noun.stop, signal.stop)))
        if noun.base in source_words(language).stand_ins:
            before = _spoken_before(page, speakers, Signal(noun.start, noun.stop), language)
            if before is not None and not between(named, before.start - 40, before.stop + 40):
                text.bearers.append(_bearer(page, speakers, before, language, named))
        if signal.introduces and _THEM.search(page.body, signal.start, signal.stop):
            text.whole = True
    return text


_MINE: Final = re.compile(
    r"(?<!\w)(?:\w{2,12}(?:ите|йте|ьте|іть)|(?:назову|назву|скажу|дам|даю|называю|називаю)|меня|мене|мо[юёєяїе]\w{0,2}|нас)(?!\w)",
    re.I,
)


def _own_words(page: Page, quoted: Sequence[Claim], signal: Signal) -> Claim | None:
    """«… Подпись не ставьте»: the quotation whose speaker himself asks not to be named."""
    if signal.reason or signal.introduces or _MINE.search(page.body, signal.start, signal.stop) is None:
        return None
    at = bisect.bisect_right(quoted, signal.start, key=lambda c: c.passage.start)
    return next((c for c in reversed(quoted[max(0, at - 4) : at]) if signal.stop <= c.passage.stop), None)


_NEAR: Final = 600
# «Двое очевидцев, имена которых скрыты»: theirs, beside whoever else.
_WHOSE: Final = re.compile(r"(?<!\w)(?:котор|чь|чи|яки)\w{1,3}(?!\w)", re.I)
_THEM: Final = re.compile(r"(?<!\w)(?:them|их|їх)(?!\w)", re.I)


def _of_name(page: Page, n: Named) -> _Bearer:
    """A hidden name, with what its bearer is called: "Witness K", «солдат Тарас»."""
    language = page.languages[page.sentence_at(n.start)]
    low = n.start if n.role_start < 0 else min(n.start, n.role_start)
    nouns = nouns_in(page, low, n.stop, language) if n.role_start >= 0 or " " in n.norm else []
    bases = {x.base for x in nouns} | {x.base for x in _nouns(n.role or "", language)}
    return _Bearer(n.start, n.stop, bases - lexicon(language).party)


def _bearer(page: Page, speakers: list[Span], noun: Noun, language: str, named: Sequence[Named]) -> _Bearer:
    """The whole description around a noun: where it is a speaker's, all his nouns.

    Of "the lawyer of a soldier who asked not to be named, X Y" only the soldier: X Y stands there in full.
    """
    span = next((s for s in speakers if s.start <= noun.start < s.stop), Span(noun.start, noun.stop))
    full = any(n.kind == "person" and " " in n.norm and n.stop <= span.stop for n in between(named, *span))
    if full and GOVERNED.search(page.body, max(span.start, noun.start - 24), noun.start):
        span = Span(noun.start, noun.stop)
    bases = {noun.base} | {n.base for n in nouns_in(page, span.start, span.stop, language)}
    several = kind_of(page.words(span), language) == "group"
    before = _ONE_WORD.search(page.body, max(0, span.start - 24), span.start)
    return _Bearer(before.start() if before else span.start, max(span.stop, noun.stop), bases, several)


def _beside(claims: list[Claim], sentence: Span, told: Span) -> list[_Bearer]:
    """The unnamed speakers of a sentence that hides somebody: the noun found may not be his.

    Not of words that hold noun and signal: "the clinic said the victim would not be named".
    """
    return [
        _Bearer(c.speaker.start, c.speaker.stop)
        for c in claims
        if c.speaker
        and sentence.start <= c.speaker.start < sentence.stop
        and c.said_by
        and c.said_by[0].name is None
        and not (c.passage.start <= told.start and told.stop <= c.passage.stop + 1)
    ]


def _of_the_clause(
    page: Page, speakers: list[Span], signal: Signal, bearer: Named | Noun | None, language: str
) -> Noun | None:
    """«Один из них, пожелавший …»: the nameless speaker of the signal's clause, nearer than any name."""
    low = max(sentence_of(page, signal).start, signal.start - _CLAUSE)
    near = _starting(speakers, low, signal.start)
    if not near or (bearer is not None and bearer.start >= near[-1].start):
        return None
    span = near[-1]
    if span.stop < signal.start and not _RELATIVE.match(page.body, span.stop, signal.start):
        return None
    nouns = nouns_in(page, span.start, min(span.stop, signal.start), language)
    if nouns:
        return nouns[0]
    found = _WORD.finditer(page.body, span.start, signal.start)
    word = next((m for m in found if len(m.group()) > 3 and m.group().lower() not in _ONE_OF), None)
    return None if word is None else Noun(span.start, word.end(), lemma(word.group().lower(), language))


_CLAUSE: Final = 120
_RELATIVE: Final = re.compile(r"[^.!?;:«»,\n]{0,40},\s[^.!?;:«»\n]{0,80}\Z")
_ONE_OF: Final = listed("один одна одне одно двое двоє трое троє из из них із з них кто хто тот та той те")


def _who_speaks_next(
    page: Page, speakers: list[Span], signal: Signal, noun: Noun, language: str
) -> list[_Bearer]:
    """«Имя заявителя скрыто. Мужчина пояснил …»: a note of its own is about whoever speaks next and has no
    name, whatever either is called; nobody of them is shown for the other."""
    sentence = sentence_of(page, signal)
    if _starting(speakers, sentence.start, sentence.stop):
        return []
    stand_in = noun.base in source_words(language).stand_ins
    if not stand_in and _starting(speakers, sentence.start - _NEAR, sentence.start):
        return []
    at = bisect.bisect_left(speakers, sentence.stop, key=lambda s: s.start)
    if at >= len(speakers) or speakers[at].start >= sentence.stop + _SOON:
        return []
    span = speakers[at]
    bases = {n.base for n in nouns_in(page, span.start, span.stop, language)}
    return [_Bearer(span.start, span.stop, bases)] if bases and not bases & lexicon(language).party else []


def _starting(spans: list[Span], low: int, high: int) -> list[Span]:
    """Those of sorted spans that begin in ``[low, high)``."""
    first = bisect.bisect_left(spans, low, key=lambda s: s.start)
    return spans[first : bisect.bisect_left(spans, high, key=lambda s: s.start)]


def _behind(page: Page, signal: Signal, language: str) -> Noun | None:
    """«На условиях анонимности с нами согласился говорить сапёр»: the first noun behind, in its sentence."""
    if language == "en":
        return None
    found = nouns_in(page, signal.stop, sentence_of(page, signal).stop, language)
    return next((n for n in found if n.base not in _WHO_KNOW), None)


def _resolved(page: Page, claims: list[Claim], signal: Signal, language: str) -> Noun | None:
    """ "She asked that we leave out her name": whom the pronoun was found to stand for, if he has no name."""
    sentence = sentence_of(page, signal)
    for claim in claims:
        if claim.speaker is None or not sentence.start <= claim.speaker.start < sentence.stop:
            continue
        speaker = claim.said_by[0] if claim.said_by else None
        mention = speaker.mention if speaker else None
        if mention is None or speaker is None or speaker.name or mention.start >= claim.speaker.start:
            continue
        nouns = nouns_in(page, mention.start, mention.stop, language)
        if nouns:
            return nouns[-1]
    return None


def _explains(claims: list[Claim], sentence: Span, signal: Signal) -> bool:
    """Whether a reason stands beside words of the same sentence, and is no reported fear itself."""
    here = [c for c in claims if c.speaker and sentence.start <= c.speaker.start < sentence.stop]
    return any(not c.cue or c.cue.stop <= signal.start or signal.stop <= c.cue.start for c in here)


def _within(page: Page, signal: Signal, language: str) -> Noun | None:
    """«Имя собеседницы изменено», «не публикуем имя солдата»: the noun in the signal or straight behind."""
    inner = nouns_in(page, signal.start, signal.stop, language)
    noun = next((n for n in inner if n.base not in _WHO_KNOW and n.base not in _FACE), None)
    if noun is None and language != "en" and (after := _OF.match(page.body, signal.stop)):
        noun = next(iter(nouns_in(page, *after.span(), language)), None)
    return noun


# "His name is known to the editors": they hide it and are not hidden.
_WHO_KNOW: Final = listed(
    """editor journalist author reporter lawyer writer correspondent publisher judge investigator
    журналист автор корреспондент редактор адвокат следователь судья
    журналіст кореспондент слідчий суддя"""
)
# What a Russian text calls both somebody and his face.
_FACE: Final = listed("лицо")
_OF: Final = re.compile(r"(?:\s[^\W\d_][\w'’ʼ-]{1,24}){1,2}")


_ONE_WORD: Final = re.compile(r"[\w-]{2,20}\s\Z")


def _told_of(
    page: Page, speakers: list[Span], named: Sequence[Named], signal: Signal, language: str
) -> list[Noun]:
    """«Позвонила работница порта. «…». Нас попросили не указывать …»: whom the paragraph told of, where
    nobody in it speaks by a frame and nobody is named."""
    if language == "en":
        return []
    sentence = sentence_of(page, signal)
    low = page.paragraphs[_paragraph(page, signal.start)].start
    here = _starting(speakers, low, signal.start)
    if here or any(n.kind == "person" for n in between(named, low, signal.start)):
        return []
    told = [n for n in nouns_in(page, low, sentence.start, language) if n.base not in _WHO_KNOW]
    first = page.sentences[page.sentence_at(told[0].start)].stop if told else low
    return [n for n in told if n.start < first]


def _spoken_before(page: Page, speakers: list[Span], signal: Signal, language: str) -> Noun | None:
    """The last speaker before a signal that has no noun of its own: "He asked not to be named"."""
    for span in reversed([s for s in speakers if signal.start - _NEAR < s.start < signal.start][-3:]):
        nouns = nouns_in(page, span.start, span.stop, language)
        if nouns:
            return nouns[-1]
    return None


def _spoken_here(page: Page, speakers: list[Span], signal: Signal, language: str) -> Noun | None:
    """ "On condition of anonymity an official said …": who speaks behind the signal in its sentence."""
    if language == "en":
        return None
    return _first_of(page, speakers, signal.stop, sentence_of(page, signal).stop, language)


def _spoken_next(page: Page, speakers: list[Span], signal: Signal, language: str) -> Noun | None:
    """«Фамилии он просил не писать. Сержант рассказал …»: nobody spoke before, and he is the next."""
    if language == "en":
        return None
    return _first_of(page, speakers, signal.stop, signal.stop + _SOON, language)


_SOON: Final = 160


def _holds_name(named: Sequence[Named], span: Span) -> bool:
    return any(n.kind == "person" and " " in n.norm for n in between(named, span.start, span.stop))


def _first_of(page: Page, speakers: list[Span], low: int, high: int, language: str) -> Noun | None:
    at = bisect.bisect_left(speakers, low, key=lambda s: s.start)
    if at >= len(speakers) or speakers[at].start >= high:
        return None
    nouns = nouns_in(page, speakers[at].start, speakers[at].stop, language)
    return nouns[0] if nouns else None


_HE: Final = re.compile(r"\b(?:he|she)\s(?:\w+\s){0,3}\Z", re.I)


def _told_later(page: Page, speakers: list[Span], signal: Signal, language: str) -> Noun | None:
    """ "Like the others he asked not to be named. "…," said the cook": the next who speaks, where nobody is
    named before."""
    sentence = sentence_of(page, signal)
    if language != "en" or not _HE.search(page.body, sentence.start, signal.start):
        return None
    for span in [s for s in speakers if signal.stop <= s.start < signal.stop + _NEAR][:1]:
        nouns = nouns_in(page, span.start, span.stop, language)
        if nouns and page.body[span.start : span.start + 4].lower() == "the ":
            return nouns[-1]
    return None


# --- places ---------------------------------------------------------------------------------------------
_ASKS: Final = re.compile(r"(?m)^[^\n]{4,400}\?[\s*_]*$")


def _asked_and_answered(page: Page) -> bool:
    """Questions in lines of their own: the answers are one person's."""
    return len(_ASKS.findall(page.body, 0)) >= 3


def _at(claim: Claim) -> int:
    """Where somebody speaks: his words in the frame, else the verb, else what he says."""
    return (claim.speaker or claim.cue or claim.passage).start


def _paragraph(page: Page, at: int) -> int:
    return page.paragraph_of[page.sentence_at(at)] if page.paragraph_of else 0


__all__ = ["shielded"]
