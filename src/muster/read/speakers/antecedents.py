"""Who is meant by a pronoun: looked for sentence by sentence, backwards. Descriptions stand beside it.

A pronoun goes to whoever spoke last in the nearest sentence, else to the person that sentence begins
with; two paragraphs back at most, and with less trust the further it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from muster.model.claims import Speaker
from muster.read.english.finite import FINITE
from muster.read.english.together import member, pair_at_head
from muster.read.page import Page
from muster.read.people.people import Named, is_role
from muster.read.protection.bearers import nouns_in
from muster.read.speakers.topics import apposed_to, source_of, subject_described
from muster.text.cases import cases
from muster.text.sources.cues import lexicon
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voice import Voice
    from muster.read.speakers.voices import Voices

# Trust by how many paragraphs back: of one who spoke, of one who was named.
_SPOKE: Final = (0.8, 0.6, 0.4)
_NAMED: Final = (0.7, 0.5, 0.35)
_SENTENCES: Final = 14
# How many sentences back a mere description may be meant.
_TOPICS: Final = 2
_HEARD: Final = 16
# A sentence is about the person it begins with.
_HEAD: Final = 48
# So many characters before the words may hold a name.
_LEAD: Final = 8


def agrees(gender: str, voice: Voice) -> bool:
    """Whether a pronoun (m, f, n, p, or - for any) can stand for this voice."""
    if gender == "p":
        return voice.kind in ("group", "organisation")
    if gender == "n":
        return voice.kind in ("organisation", "document")
    if voice.kind in ("group", "organisation", "document"):
        return False
    return gender == "-" or voice.gender in (gender, "-")


def of_pronoun(
    voices: Voices,
    gender: str,
    span: Span,
    paragraph: int,
    outer: Voice | None,
    *,
    words_first: bool,
    words_at: int = -1,
) -> Voice | None:
    """Whose voice a pronoun's is; None where nobody fits.

    ``outer``: whose quotation the pronoun stands in: it is not he. ``words_first``: the reported words
    stand before it, so a name in its own sentence may be theirs.
    """
    page = voices.page
    here = page.sentence_at(span.start)
    heard: dict[int, list[Voice]] = {}
    # Whoever spoke within words of the paragraph before is meant only within such words again.
    english = page.languages[here] == "en"
    within = [w for w in voices.within[-_HEARD:] if outer is not None or not english]
    if english and _OWNED.match(page.body, page.sentences[here].start):
        # "His deputy was franker: he admitted …" is about somebody else than in the paragraph before.
        within = [w for w in within if w[0] == paragraph]
    aloud = voices.spoken[-_HEARD:]
    # Outside of words, whoever was quoted is meant before those within his quotation.
    for number, at, voice in [*within, *aloud] if outer is None else [*aloud, *within]:
        other = outer is None or voice.speaker.name != outer.speaker.name
        nobody = page.languages[here] == "en" and not (voice.speaker.name or voice.speaker.role)
        if voice.members and gender in ("m", "f"):
            voice = member(voice, gender) or voice
        beside = english and voice.gender == "-" and voice.speaker.name is None
        if beside and gender in ("m", "f") and page.body[max(0, at - 13) : at].lower() == "according to ":
            continue  # "The driver wept, according to a reporter. “…,” he said": the driver
        if gender == "p" and outer is not None and number < paragraph:
            continue  # "“They told me to wait,” said a man": nobody of whom the paper told before
        state = (
            english and gender == "n" and voice.kind == "named" and voice.speaker.name not in voices.people
        )
        fits = agrees(gender, voice) or state  # "Norland denied it. It said …"
        if number >= paragraph - 2 and at < span.start and other and not nobody and fits:
            heard.setdefault(page.sentence_at(at), []).append(voice)
    near = [v for i, vs in heard.items() if page.paragraph_of[i] == paragraph for v in vs]
    known = any(v.gender == gender for vs in heard.values() for v in vs)
    for i in range(here, max(-1, here - _SENTENCES), -1):
        back = paragraph - page.paragraph_of[i]
        if back > 2:
            break
        if i in heard and not _told_her(page, i, gender, heard[i][-1]):
            voice = _rather(heard, i, gender, page.paragraph_of)
            trust = min(_SPOKE[back], voice.trust) * (1.0 if back == 0 else 0.9)
            return replace(voice, trust=trust, across=back > 0, antecedent=voice)
        if i == here and english and _PUT_TO_HIM.match(page.body, page.sentences[i].start):
            continue  # "Asked whether the president knew, she said": whoever was asked stands before
        if i == here and words_first and words_at <= page.sentences[i].start + _LEAD:
            continue
        if gender == "p" and english and i < here and (pair := pair_at_head(voices, i)) is not None:
            return replace(pair, trust=_NAMED[back] * pair.trust, across=back > 0, antecedent=pair)
        # "X does not hide: everybody knows her, she says": a name before the words may be hers.
        limit = page.sentences[i].stop if i < here else words_at if words_first else span.start
        n = (
            _subject(voices, i, limit, gender, outer, exact=known and i < here - 1)
            if gender in "mf-"
            else None
        )
        # Whoever has spoken in the paragraph is more likely meant than somebody it only tells of.
        topic = (i >= here - _TOPICS or back == 0) and not near
        # Somebody told of in the sentence before, where of whoever spoke nothing says that it is he or she.
        beside = (
            not topic and i == here - 1 and (not english or (gender in "mf" and not known and i not in heard))
        )
        if gender == "n" and english and i < here and (named := _body_at_head(voices, i)) is not None:
            return voices.of_body(named, span, _NAMED[back])
        # «Собеседник сомневается: денег, говорит он, нет»: whoever stands before the colon.
        led = not english and i == here and words_first and page.body.endswith(": ", 0, words_at)
        told = _described(voices, i, limit, gender, n, outer) if topic or beside or led else None
        if told is not None and (topic or led or english or told.speaker.name is not None):
            return replace(told, trust=_NAMED[back] * 0.8, across=back > 0, antecedent=told)
        later = _behind(voices, n, limit, gender, page.languages[i]) if n is not None else None
        if later is not None:
            return replace(later, trust=_NAMED[back] * 0.6, across=back > 0, antecedent=later)
        if n is not None:
            return _from_name(voices, n, span, back)
        if i < here and back == 0 and (lone := _alone_in(voices, i, gender, outer)) is not None:
            return _from_name(voices, lone, span, back)
        if i == here - 1 and back == 0 and not near and (whence := source_of(page, i, gender)) is not None:
            told = voices.described(whence, page.languages[i])
            return replace(told, trust=0.5, antecedent=told)
    return _any_person(voices, gender, span, paragraph, outer) if gender in "mf-" else None


# «Журналисты спросили пресс-секретаря, будет ли суд. Тот ответил …»: whoever was asked, whom else the
# sentence names.
_WAS_ASKED: Final = re.compile(
    r"(?:спросил[аио]?|спрашивал[аио]?|расспросил[аио]?|спитав|спитал[аио]|запитав|запитал[аио]|розпитав|розпитал[аио])"
    r"\s(?:об\sэтом\s|про\sце\s)?(?=[^\W\d_])"
)


def asked_before(voices: Voices, span: Span) -> Voice | None:
    """Whom «тот» is: the person described whom the sentence before says somebody asked."""
    page = voices.page
    here = page.sentence_at(span.start)
    if here == 0:
        return None
    start, stop = page.sentences[here - 1]
    found = _WAS_ASKED.search(page.body, start, stop)
    if found is None:
        return None
    end = re.compile(r"[,.:;!?\n]").search(page.body, found.end(), stop)
    limit = end.start() if end else stop
    words = page.body[found.end() : limit].split()
    office = bool(words) and is_role(words[0], lexicon(page.languages[here]))
    whom = nouns_in(page, found.end(), limit, page.languages[here])
    at = found.end() if office else whom[0].start if whom else limit
    if at > found.end() + 24 or at >= limit or voices.people_between(found.end(), limit):
        return None
    voice = voices.described(Span(at, limit), page.languages[here])
    known = voice.speaker.role or voice.speaker.name
    return replace(voice, trust=0.6, antecedent=voice) if known else None


def _body_at_head(voices: Voices, sentence: int) -> Named | None:
    """ "The Harbour Ministry shut two wards. It …": the body by name that a sentence is about."""
    page = voices.page
    start = page.sentences[sentence].start
    at = voices.index_of(start)
    n = voices.named[at] if at < len(voices.named) else None
    if n is None or n.kind != "organisation" or n.start > start + 4:
        return None
    return n if FINITE.match(page.body, n.stop + 1) and page.body[n.stop] == " " else None


_PUT_TO_HIM: Final = re.compile(r"\W{0,3}(?:When\s)?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged)\b")
_OBJECT: Final = {
    "m": re.compile(r"\w(?:ed|ld|ave|de|nt|ew|elt)\s(?:him|his\s\w+)(?=\s(?!had|was|is)|[,.;:])"),
    "f": re.compile(
        r"\w(?:ed|ld|ave|de|nt|ew|elt)\sher(?=\s(?:not|to|that|he|they|the|it|about|in|on|how|why|what|when|where|his|with"
        r"|by|from)\b|[,.;:])"
    ),
}  # fmt: skip


def _told_her(page: Page, sentence: int, gender: str, voice: Voice) -> bool:
    """ "An officer told her not to hope": of him nothing says that he is a woman; "her" is another."""
    if gender not in _OBJECT or voice.gender != "-" or voice.speaker.name is not None:
        return False
    return _OBJECT[gender].search(page.body, *page.sentences[sentence]) is not None


def _behind(voices: Voices, n: Named, limit: int, gender: str, language: str) -> Voice | None:
    """«Педиатру Ким, обвинённой после жалобы женщины, … По её словам …»: where the name is no subject, the
    woman mentioned behind it is as likely meant, and the name is not shown for her."""
    if language == "en" or gender not in ("m", "f") or upright(voices, n):
        return None
    nouns = [
        x for x in nouns_in(voices.page, n.stop, limit, language)
        if gender in cases(x.base, language).nominative and voices.page.body[x.start : x.stop].islower()
    ]  # fmt: skip
    if not nouns:
        return None
    voice = voices.described(Span(nouns[-1].start, nouns[-1].stop), language)
    if voice.speaker.name not in (None, n.norm):
        return voice
    mention = voices.page.passage(nouns[-1].start, nouns[-1].stop)
    return replace(voice, kind="anonymous", speaker=Speaker(None, nouns[-1].base, None, mention))


def _rather(heard: dict[int, list[Voice]], i: int, gender: str, paragraph_of: Sequence[int]) -> Voice:
    """The last speaker of a sentence; where nothing says that he is a man or a woman, whoever of the same
    paragraph is known to be one: "a woman said … A guard told her to wait. “…,” she replied"."""
    voice = heard[i][-1]
    if gender not in ("m", "f") or voice.gender != "-" or voice.speaker.name is not None:
        return voice
    known = [
        v for k in sorted(heard, reverse=True) for v in reversed(heard[k])
        if i - _TOPICS <= k < i and paragraph_of[k] == paragraph_of[i] and v.gender == gender
    ]  # fmt: skip
    return known[0] if known else voice


def _subject(
    voices: Voices, sentence: int, limit: int, gender: str, outer: Voice | None, *, exact: bool
) -> Named | None:
    """The person a sentence begins with, if the pronoun can stand for him."""
    start = voices.page.sentences[sentence].start
    body = voices.page.body
    people = voices.people_between(start, min(limit, start + _HEAD))
    if voices.page.languages[sentence] != "en":
        # Word order is free: of «у колеги Ореста Штерн узнал» the one in the nominative comes first.
        people = sorted(people, key=lambda n: not upright(voices, n))
    for n in people:
        owner = body[n.stop : n.stop + 2] in ("'s", "’s") or _addressed(body, n)
        if not owner and not _is(n, outer) and (gender in (n.gender, "-") or (n.gender == "-" and not exact)):
            return n
    return None


def _addressed(body: str, n: Named) -> bool:
    """«Анна, уходи»: whoever a quotation begins with and a comma follows is spoken to."""
    return body[n.start - 1 : n.start] in ("«", "“", "„", '"') and body[n.stop : n.stop + 1] in (",", "!")


def subject_of(voices: Voices, sentence: int) -> Voice | None:
    """Whom a Russian or Ukrainian sentence begins with: somebody named in the nominative, else described."""
    page = voices.page
    here = page.sentences[sentence]
    for n in voices.people_between(here.start, min(here.stop, here.start + _HEAD)):
        if upright(voices, n):
            return voices.of_person(n, Span(n.start, n.stop))
        return None
    language = page.languages[sentence]
    found = subject_described(page, sentence, here.start + _HEAD, "-", language)
    if found is None or _PREDICATE.search(page.body, here.start, found.start):
        return None
    return voices.described(found, language)


# «Двадцать шесть лет, до войны — повар»: what is said of somebody.
_PREDICATE: Final = re.compile(r"[–—:(]")


def upright(voices: Voices, n: Named) -> bool:
    """Whether a name stands in the nominative, or may."""
    words = voices.page.body[n.start : n.stop].split()
    return words[0].casefold() in {w.casefold() for w in re.split(r"[ -]", n.norm)} or words[0][:1].isascii()


_OWNED: Final = re.compile(r"(his|her)\s", re.I)


def _described(
    voices: Voices, sentence: int, limit: int, gender: str, n: Named | None, outer: Voice | None
) -> Voice | None:
    """Who is only described at the head of a sentence, before the person ``n`` whom it names, if any."""
    language = voices.page.languages[sentence]
    found = subject_described(voices.page, sentence, limit, gender, language)
    if found is None or (n is not None and n.start <= found.stop + 3):
        return None
    here = voices.page.sentences[sentence]
    if language != "en" and any(
        p.role_start >= 0 and p.role_start <= found.start < p.start
        for p in voices.people_between(here.start, limit)
    ):
        return None  # «юрист Светлана …»: the noun is hers, and she does not fit
    if language != "en" and any(
        p.gender in (gender, "-") and not _is(p, outer) for p in voices.people_between(here.start, limit)
    ):
        return None  # nothing shows which of two is meant where a sentence need not begin with its subject
    owned = _OWNED.match(voices.page.words(found))
    if owned and {"his": "m", "her": "f"}[owned.group(1).lower()] == gender:
        return None  # "Her secretary read a note in which she …": she is whose secretary it is
    if language == "en" and any(
        _ASIDE.fullmatch(voices.page.body, p.stop, found.start)
        for p in voices.people_between(here.start, found.start)
    ):
        return None  # "N, a lawyer, …": that is N, whom the pronoun does not fit
    behind = voices.people_between(found.stop, found.stop + 60) if language == "en" else []
    apposed = apposed_to(voices.page, behind, found)
    if apposed is not None:
        other = outer is not None and apposed.norm == outer.speaker.name
        fits = voices.people.get(apposed.norm, apposed).gender in (gender, "-")
        return None if other or not fits else voices.of_person(apposed, found)
    voice = voices.described(found, language, several=gender == "p" and language != "en")
    if language == "en" and voice.gender == "-" and _told_other(voices.page, found, sentence, gender):
        return None
    if language == "en" and gender in ("m", "f") and voice.gender not in (gender, "-"):
        return None
    same = outer is not None and (voice.speaker.name or voice.speaker.role) in (
        outer.speaker.name, outer.speaker.role,
    )  # fmt: skip
    return None if same else voice


_ASIDE: Final = re.compile(r",\s(?:\d{1,3},\s)?")
_HE_OR_SHE: Final = re.compile(r"(?:[;,]|\band|\bbecause|\bsince|\bthat)\s(he|she)\s")


def _told_other(page: Page, found: Span, sentence: int, gender: str) -> bool:
    """ "The sexton does not want it; he has a daughter": he is no woman."""
    told = _HE_OR_SHE.search(page.body, found.stop, page.sentences[sentence].stop)
    return told is not None and gender in ("m", "f") and (told.group(1) == "he") != (gender == "m")


def _is(n: Named, outer: Voice | None) -> bool:
    return outer is not None and n.norm == outer.speaker.name


def _alone_in(voices: Voices, sentence: int, gender: str, outer: Voice | None) -> Named | None:
    """The only man or woman whom an English sentence names: "said Anna, whose son Mats was there. He …"."""
    page = voices.page
    if gender not in ("m", "f") or page.languages[sentence] != "en":
        return None
    start, stop = page.sentences[sentence]
    found = {n.norm: n for n in voices.people_between(start, stop) if not _owns(page, n)}
    fits = [n for n in found.values() if voices.people.get(n.norm, n).gender == gender and not _is(n, outer)]
    return fits[0] if len(fits) == 1 else None


def _owns(page: Page, n: Named) -> bool:
    return page.body[n.stop : n.stop + 2] in ("'s", "’s")


def _any_person(voices: Voices, gender: str, span: Span, paragraph: int, outer: Voice | None) -> Voice | None:
    """The person named last in the paragraph or the one before, wherever in the sentence."""
    page = voices.page
    floor = page.paragraphs[paragraph - 1].start if paragraph else 0
    here = page.paragraphs[paragraph].start
    for n in reversed(voices.people_between(floor, span.start)):
        if n.gender in (gender, "-") and not _is(n, outer) and not _addressed(page.body, n):
            return _from_name(voices, n, span, 0 if n.start >= here else 1)
    return None


def only_one_of(voices: Voices, gender: str, span: Span, outer: Voice | None) -> Voice | None:
    """The only man or woman whom an English text has named so far, however far back: whose story it is."""
    page = voices.page
    if gender not in ("m", "f") or page.languages[page.sentence_at(span.start)] != "en":
        return None
    people = {n.norm: n for n in voices.people_between(0, span.start)}
    known = [n for n in people.values() if voices.people.get(n.norm, n).gender == gender]
    if len(known) != 1 or _is(known[0], outer):
        return None
    return replace(voices.of_person(known[0], span), trust=0.3, across=True)


def named_next(voices: Voices, gender: str, span: Span, outer: Voice | None) -> Voice | None:
    """ "“…,” he says. Karl Berg, 58, points at the roof": the man whom the next sentence of the paragraph
    begins with, where nobody has been named before."""
    page = voices.page
    here = page.sentence_at(span.start)
    following = here + 1
    if following >= len(page.sentences) or page.paragraph_of[following] != page.paragraph_of[here]:
        return None
    start = page.sentences[following].start
    n = next((n for n in voices.people_between(start, start + 1)), None)
    fits = n is not None and " " in n.norm and not _owns(page, n) and not _is(n, outer)
    if n is None or not fits or voices.people.get(n.norm, n).gender != gender:
        return None
    return replace(voices.of_person(n, span), trust=0.4)


def _from_name(voices: Voices, n: Named, span: Span, back: int) -> Voice:
    voice = voices.of_person(n, span)
    return replace(voice, trust=_NAMED[back] * voice.trust, across=back > 0)


__all__ = ["agrees", "asked_before", "named_next", "of_pronoun", "only_one_of", "subject_of", "upright"]
