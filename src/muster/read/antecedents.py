"""Who is meant by a pronoun or a description: looked for sentence by sentence, backwards.

A pronoun goes to whoever spoke last in the nearest sentence, else to the person that sentence begins
with; two paragraphs back at most, and with less trust the further it is. "The lawyer" is the person
whom the text called one, "the ministry" the body named last that is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from muster.model.claims import Speaker
from muster.read.bearers import nouns_in
from muster.read.page import Page
from muster.read.people import Named, is_role
from muster.read.topics import apposed_to, source_of, subject_described
from muster.text.cases import cases
from muster.text.cues import Lexicon
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.source_words import source_words
from muster.text.spans import Span
from muster.text.trades import LEGAL, head_words, is_of_woman, narrower, trade_of

if TYPE_CHECKING:
    from muster.read.voice import Voice
    from muster.read.voices import Voices

# Trust by how many paragraphs back: of one who spoke, of one who was named.
_SPOKE: Final = (0.8, 0.6, 0.4)
_NAMED: Final = (0.7, 0.5, 0.35)
_SENTENCES: Final = 14
# How many sentences back a mere description may be meant.
_TOPICS: Final = 2
_HEARD: Final = 16
# A sentence is about the person it begins with.
_HEAD: Final = 48
_FAR: Final = 200
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
    for number, at, voice in [*voices.spoken[-_HEARD:], *within]:
        other = outer is None or voice.speaker.name != outer.speaker.name
        nobody = page.languages[here] == "en" and not (voice.speaker.name or voice.speaker.role)
        if number >= paragraph - 2 and at < span.start and other and not nobody and agrees(gender, voice):
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
        # "X does not hide: everybody knows her, she says": a name before the words may be hers.
        limit = page.sentences[i].stop if i < here else words_at if words_first else span.start
        n = (
            _subject(voices, i, limit, gender, outer, exact=known and i < here - 1)
            if gender in "mf-"
            else None
        )
        # Whoever has spoken in the paragraph is more likely meant than somebody it only tells of.
        topic = (i >= here - _TOPICS or back == 0) and not near
        beside = not topic and i == here - 1 and page.languages[i] != "en"
        told = _described(voices, i, limit, gender, n, outer) if topic or beside else None
        if told is not None and (topic or told.speaker.name is not None):
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
    if language == "en" or gender not in ("m", "f") or _upright(voices, n):
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
        people = sorted(people, key=lambda n: not _upright(voices, n))
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
        if _upright(voices, n):
            return voices.of_person(n, Span(n.start, n.stop))
        return None
    language = page.languages[sentence]
    found = subject_described(page, sentence, here.start + _HEAD, "-", language)
    if found is None or _PREDICATE.search(page.body, here.start, found.start):
        return None
    return voices.described(found, language)


# «Двадцать шесть лет, до войны — повар»: what is said of somebody.
_PREDICATE: Final = re.compile(r"[–—:(]")


def _upright(voices: Voices, n: Named) -> bool:
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
    behind = voices.people_between(found.stop, found.stop + 60) if language == "en" else []
    apposed = apposed_to(voices.page, behind, found)
    if apposed is not None:
        other = outer is not None and apposed.norm == outer.speaker.name
        fits = voices.people.get(apposed.norm, apposed).gender in (gender, "-")
        return None if other or not fits else voices.of_person(apposed, found)
    voice = voices.described(found, language, several=gender == "p" and language != "en")
    if language == "en" and voice.gender == "-" and _told_other(voices.page, found, sentence, gender):
        return None
    same = outer is not None and (voice.speaker.name or voice.speaker.role) in (
        outer.speaker.name, outer.speaker.role,
    )  # fmt: skip
    return None if same else voice


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


def _from_name(voices: Voices, n: Named, span: Span, back: int) -> Voice:
    voice = voices.of_person(n, span)
    return replace(voice, trust=_NAMED[back] * voice.trust, across=back > 0)


# --- descriptions ----------------------------------------------------------------------------------------
BODY_NOUNS: Final = listed(
    """organisation organization group agency charity company newspaper outlet body party union council
    ministry committee commission court institute foundation watchdog movement project team service office
    department организация агентство министерство ведомство комитет комиссия издание газета
    партия фонд центр служба прокуратура проект организація агенція міністерство відомство комітет видання
    партія служба проєкт"""
)
_ANY_BODY: Final = listed(
    """organisation organization group agency charity company newspaper outlet body watchdog team project
    организация издание ведомство проект організація видання відомство проєкт"""
)
_AGENCY: Final = ("ведомство", "відомство")
_STATE_BODY: Final = re.compile(
    r"министер|мин[а-я]{3,}|прокурат|служб|ведомств|мвд|фсб|мчс|мид|полици|следств|комитет|комисси|росгвард|надзор|гур|сбу|всу|зсу"
    r"|дснс|мвс|мзс|мін[а-яіїєґ]{3,}|поліц|відомств|слідств|комітет|комісі|управлен|управлін|администрац|адміністрац|штаб",
    re.I,
)
_HUMAN: Final = {
    "man": "m", "boy": "m", "woman": "f", "girl": "f", "teenager": "-", "pensioner": "-", "soldier": "-",
    "serviceman": "m", "conscript": "-", "reservist": "-", "veteran": "-", "recruit": "-", "mother": "f",
    "father": "m", "driver": "-", "medic": "-", "мужчина": "m", "женщина": "f", "девушка": "f", "парень": "m",
    "солдат": "m", "военный": "m", "военнослужащий": "m", "боец": "m", "чоловік": "m", "жінка": "f",
    "дівчина": "f", "хлопець": "m", "військовий": "m", "боєць": "m",
    "мобилизованный": "m", "мобілізований": "m", "контрактник": "m", "мать": "f", "отец": "m", "мати": "f",
    "подсудимый": "m", "обвиняемый": "m", "осуждённый": "m", "осужденный": "m", "задержанный": "m",
    "арестованный": "m", "подозреваемый": "m", "потерпевший": "m", "пострадавший": "m", "освобождённый": "m",
    "освобожденный": "m", "раненый": "m", "пленный": "m", "заявитель": "m", "подсудимая": "f",
    "обвиняемая": "f",
    "осуждённая": "f", "осужденная": "f", "задержанная": "f", "пострадавшая": "f", "потерпевшая": "f",
    "заявительница": "f", "підсудний": "m", "обвинувачений": "m", "засуджений": "m", "затриманий": "m",
    "заарештований": "m", "підозрюваний": "m", "потерпілий": "m", "постраждалий": "m", "звільнений": "m",
    "поранений": "m", "полонений": "m", "заявник": "m", "підсудна": "f", "обвинувачена": "f",
    "засуджена": "f",
    "затримана": "f", "постраждала": "f", "потерпіла": "f", "заявниця": "f",
    "батько": "m", "пенсионерка": "f", "пенсіонерка": "f", "собеседница": "f", "співрозмовниця": "f",
}  # fmt: skip
_AGED: Final = re.compile(r"\d{1,3}-year-old\Z|\d{1,3}-летн\w+\Z|\d{1,3}-річн\w+\Z")
_THE: Final = re.compile(r"(the|his|her|its|their)\s(.+)\Z", re.I | re.S)
# Offices of which a text mostly has one: whoever holds one may be named only after it.
_OFFICES: Final = listed(
    """governor mayor minister president commander lawyer attorney prosecutor judge spokesperson director head
    chief chairman chairwoman chair ambassador secretary commandant editor counsel commissioner deputy
    губернатор мэр министр президент командир командующий адвокат юрист прокурор судья представитель директор
    глава начальник председатель посол секретарь комендант редактор уполномоченный омбудсмен мер міністр
    командувач суддя речник речниця очільник голова посолка комендантка уповноважений директорка прессекретар
    пресс-секретарь адвокатка юристка
    major captain colonel lieutenant general admiral sergeant physician surgeon matron headmaster headmistress
    foreman warden ombudsman rector sheriff bishop
    майор капитан полковник подполковник генерал комбат комбриг замполит ротный главврач правозащитник
    правозащитница капітан підполковник ротний замполіт головлікар правник правниця правозахисник
    правозахисниця"""
)
_COMPLEMENT: Final = re.compile(r"\s(?:of|for|from|at|in|on|with|who|whose|that|near|of the)\s", re.I)


def of_description(voices: Voices, span: Span, words: str, lexicon: Lexicon) -> Voice | None:
    """Who is meant by "the lawyer", "the 24-year-old", "the ministry": somebody named before, or nobody."""
    called = words
    if lexicon.language == "en":
        definite = _THE.match(words)
        if definite is None or _COMPLEMENT.search(words) or definite.group(1).lower() != "the":
            return _holder(voices, span, words, lexicon)
        words = definite.group(2)
    parts = words.lower().split()
    if lexicon.language != "en" and len(parts) > 1 and (told := _told_so(voices, span, parts, lexicon)):
        return told
    if not parts or len(parts) > (4 if lexicon.language == "en" else 2):
        return None
    last = _base_noun(parts[-1].strip("'’,."), lexicon.language)
    if lexicon.language != "en" and len(parts) == 2 and _governs(parts, lexicon.language):
        last = _base_noun(parts[0], lexicon.language)  # «пресс-служба президента» is not the president
        if last in lexicon.relative:
            return None
    if last in BODY_NOUNS:
        return _body(voices, span, last)
    if lexicon.language == "en" and last in source_words("en").bodies:
        return None  # "The military" is no military spokesman
    if lexicon.language == "uk" and parts[-1] != last and parts[-1] in source_words("uk").people:
        return None  # «хлопці» are no one lad
    aged = _of_age(voices, span, parts[-1])
    if aged is not None:
        return replace(voices.of_person(aged, span), trust=0.7)
    bearers = _bearers(voices, span, parts[-1], last, lexicon) or _of_wider(
        voices, span, parts[-1] if trade_of(last, lexicon) == trade_of(parts[-1], lexicon) else last, lexicon
    )
    kin = lexicon.language != "en" and last in lexicon.relative
    kin = kin and not (last in _ANYBODY and len(parts) == 1)  # «чоловік» is a man as well as a husband
    other = lexicon.language != "en" and (
        last in _ANYBODY and _MORE.match(voices.page.body, span.stop) is not None
    )
    other = other or (last in _HUMAN and lexicon.language != "en" and _placed(voices.page, span, lexicon))
    if other:
        return None
    if not bearers and not kin and (last in _HUMAN or _AGED.search(parts[-1])):
        bearers = _plain_people(voices, span, _HUMAN.get(last, "-"), lexicon)
        if trade_of(last, lexicon) in _parts_of_trial(lexicon):
            bearers = [n for n in bearers if not _roles_of(voices, n, lexicon) & _other_part(last, lexicon)]
        if len({n.norm for n in bearers}) != 1:
            bearers = _only_one(voices, span, last, lexicon) or _of_paragraph(voices, span, last, lexicon)
    if not bearers and lexicon.language != "en" and trade_of(last, lexicon) in _parts_of_trial(lexicon):
        bearers = _in_court(voices, span, last, lexicon)
    if not bearers:
        return _holder(voices, span, called, lexicon) or _untitled(voices, span, parts, last, lexicon)
    voice = voices.of_person(bearers[0], span)
    alone = len({n.norm for n in bearers}) == 1
    return replace(voice, trust=(0.75 if alone else 0.5) * voice.trust)


def _told_so(voices: Voices, span: Span, parts: list[str], lexicon: Lexicon) -> Voice | None:
    """«Міністр закордонних справ», «начальник міської пошти»: the only one before whose role has these words,
    and begins with the same noun."""
    heads = head_words(" ".join(parts), lexicon)
    if len(heads) == len(parts) or not is_role(heads[-1], lexicon):
        return None
    wanted = {trade_of(w, lexicon) for w in parts}
    found = {
        n.norm: n
        for n in _before(voices, span.start)
        if n.kind == "person"
        and (role := n.role or voices.people.get(n.norm, n).role)
        and wanted <= {trade_of(w, lexicon) for w in role.lower().split()}
        and trade_of(heads[-1], lexicon) in _roles_of(voices, n, lexicon)
    }
    if len(found) != 1:
        return None
    voice = voices.of_person(next(iter(found.values())), span)
    return replace(voice, trust=0.8 * voice.trust)


# «Чоловік на таке прізвище», «женщина из соседнего дома» is new to the text.
# («каже жінка з гіркотою» is not).
_MORE: Final = re.compile(
    r",\s(?:\w{1,4}\s)?(?:котор\w{2,3}|чь[яеию]|чей|чи[йяєї]|як(?:ий|а|і|у|ого|ої|ому|их))\s"
    r"|\sна\s(?:(?:таке|такую|це|эту)\s)?(?:ім.я|прізвище|имя|фамилию)(?!\w)|\sиз\s|\s(?:з|із|зі|від|от)\s(?=[А-ЯЁІЇЄҐ])"
)


_BY: Final = re.compile(
    r"\s(?:у|возле|около|при|за|на|в|во|с|со|біля|коло|з|із)\s((?:[^\W\d_][\w’'-]*\s){1,4})(?=[^\W\d_])"
)


def _placed(page: Page, span: Span, lexicon: Lexicon) -> bool:
    """«Военный у шлагбаума советует», «женщина с коляской возражает»: where somebody stands or what he has,
    between him and his verb, says which one is meant, and that he is new."""
    found = _BY.match(page.body, span.stop)
    if found is None:
        return False
    following = page.body[found.end() : found.end() + 30].split()[0].strip(".,:;!?»")
    words = [*found.group(1).split()[1:], following]
    return any(cases(w, lexicon.language).kind == "verb" for w in words)


def _governs(parts: list[str], language: str) -> bool:
    """Whether the first of two words is a noun and the second belongs to it: «мать солдата»."""
    first, second = (cases(w, language) for w in parts)
    return first.kind == "noun" and second.genitive and not (second.nominative and first.kind == "adjective")


def _untitled(voices: Voices, span: Span, parts: list[str], last: str, lexicon: Lexicon) -> Voice | None:
    """«Семью представляет Эльдар Минаев. …, говорит адвокат»: the only person that the paragraph has named
    before, if nothing says what he is and nobody else of the text is called so."""
    page = voices.page
    office = trade_of(last, lexicon)
    known = bool({last, office} & (_OFFICES | LEGAL)) or bool(narrower(last, lexicon))
    if lexicon.language == "en" or len(parts) > 1 or not known:
        return None
    paragraph = page.paragraphs[page.paragraph_of[page.sentence_at(span.start)]]
    people = {n.norm: n for n in voices.people_between(paragraph.start, span.start)}
    acting = {n.norm: n for n in people.values() if _upright(voices, n)}
    people = acting if len(people) > 1 else people  # «интересы семьи N представляет M»
    if len(people) != 1:
        return None
    n = next(iter(people.values()))
    named = voices.people.get(n.norm, n)
    telling = (
        _roles_of(voices, n, lexicon) - _GENERIC if named.role is None or _is_generic(named.role) else {""}
    )
    if " " not in n.norm or telling & lexicon.roles or "" in telling or not n.certain:
        return None
    return replace(voices.of_person(n, span), trust=0.5)


_GENERIC: Final = listed(
    """эксперт эксперты экспертка специалист специалистка аналитик собеседник собеседница представитель
    представительница сотрудник сотрудница участник участница экспертка фахівець фахівчиня аналітик
    аналітикиня співрозмовник співрозмовниця представник представниця
    співробітник співробітниця учасник учасниця експерт"""
)


def _is_generic(role: str) -> bool:
    """«Эксперт по жилью» may be called a lawyer as well."""
    return role.split()[0].lower() in _GENERIC if role else True


def _holder(voices: Voices, span: Span, words: str, lexicon: Lexicon) -> Voice | None:
    """ "Her lawyer", "the governor of the province": the only person of the text who holds such an office.

    Of another place or body he is not: where both say of what, they must say the same.
    """
    definite = _THE.match(words)
    if lexicon.language == "en" and definite is None:
        return None
    bare = definite.group(2) if definite else words
    head, *rest = _COMPLEMENT.split(bare, maxsplit=1)
    parts = head.lower().split()
    office = trade_of(parts[-1] if lexicon.language == "en" else parts[0], lexicon) if parts else ""
    owned = definite is not None and definite.group(1).lower() != "the"
    if office not in (_OF_ONE if owned else _OFFICES) or len(parts) > (3 if definite else 1):
        return None
    found = [
        n
        for n in voices.people.values()
        if office in _roles_of(voices, n, lexicon) and _same_office(n.role, rest, lexicon)
    ]
    if len(found) != 1 or found[0].start - span.stop > _AFTER:
        return None
    voice = voices.of_person(found[0], span)
    return replace(voice, trust=0.6 * voice.trust)


_AFTER: Final = 3_000
# Of several deputies or directors "his deputy" is one; his lawyer mostly is the text's only one.
_OF_ONE: Final = listed("lawyer attorney counsel spokesperson solicitor barrister")


def _same_office(role: str | None, rest: list[str], lexicon: Lexicon) -> bool:
    """Whether two names of an office can be one: "the governor of the province", "Governor of X province"."""
    other = _COMPLEMENT.split(role or "", maxsplit=1)[1:]
    if not other or not rest:
        return True
    one, two = ({w.lower() for w in x[0].split()} - {"the", "a"} for x in (rest, other))
    return bool(one & two)


@lru_cache(maxsize=1 << 12)
def _base_noun(word: str, language: str) -> str:
    """A listed noun in its base form («жінки» → «жінка»), any other as it stands."""
    if language == "en" or word in BODY_NOUNS or word in _HUMAN:
        return word
    return _listed_bases(language).get(lemma(word, language), word)


@lru_cache(maxsize=2)
def _listed_bases(language: str) -> dict[str, str]:
    cyrillic = sorted(w for w in (*BODY_NOUNS, *_HUMAN) if not w.isascii())
    return {lemma(w, language): w for w in cyrillic}


def _of_age(voices: Voices, span: Span, word: str) -> Named | None:
    """The person of whom the text gave this age: "X, 24," or "X is 24" before "the 24-year-old"."""
    if not _AGED.search(word):
        return None
    age = re.compile(rf"[^.!?\n]{{0,60}}?(?<!\d){word.split('-')[0]}(?!\d)")
    people = [n for n in _before(voices, span.start) if n.kind == "person"]
    return next((n for n in people if age.match(voices.page.body, n.stop, n.stop + 64)), None)


def _before(voices: Voices, at: int) -> Iterator[Named]:
    """Names before a place, the nearest first."""
    first = voices.index_of(at)
    for i in range(first - 1, max(-1, first - _FAR), -1):
        yield voices.named[i]


def _roles_of(voices: Voices, n: Named, lexicon: Lexicon) -> set[str]:
    role = n.role or voices.people[n.norm].role if n.norm in voices.people else n.role
    head = _COMPLEMENT.split(role, maxsplit=1)[0] if role else ""
    low = head.lower().split() if lexicon.language == "en" else head_words(head, lexicon)
    return {*low, *(trade_of(w, lexicon) for w in low)}


def _bearers(voices: Voices, span: Span, word: str, noun: str, lexicon: Lexicon) -> list[Named]:
    """People before this place whom the text called so, the nearest first."""
    trade = trade_of(noun, lexicon)
    return [
        n
        for n in _before(voices, span.start)
        if n.kind == "person"
        and (
            trade in _roles_of(voices, n, lexicon) or (lexicon.language == "en" and _lettered(n.norm, trade))
        )
        and _man_or_woman(voices, n, word, lexicon)
    ]


def _lettered(name: str, noun: str) -> bool:
    """ "Witness D" is "the witness"."""
    return name.lower().startswith(f"{noun} ") and len(name) <= len(noun) + 4


def _only_one(voices: Voices, span: Span, noun: str, lexicon: Lexicon) -> list[Named]:
    """«Женщина», where the text named one woman so far: common of anybody in Russian and Ukrainian."""
    gender = _HUMAN.get(noun, "-")
    if lexicon.language == "en" or gender == "-" or noun not in _ANYBODY:
        return []
    found = [n for n in _before(voices, span.start) if n.kind == "person" and _gender(voices, n) == gender]
    return found if len({n.norm for n in found}) == 1 else []


def _of_paragraph(voices: Voices, span: Span, noun: str, lexicon: Lexicon) -> list[Named]:
    """«Женщина», where the paragraph has named one woman so far."""
    gender = _HUMAN.get(noun, "-")
    if lexicon.language == "en" or gender == "-" or noun not in _ANYBODY:
        return []
    page = voices.page
    start = page.paragraphs[page.paragraph_of[page.sentence_at(span.start)]].start
    found = [n for n in voices.people_between(start, span.start) if _gender(voices, n) == gender]
    return found[-1:] if len({n.norm for n in found}) == 1 else []


def _gender(voices: Voices, n: Named) -> str:
    return voices.people.get(n.norm, n).gender


_ANYBODY: Final = listed("женщина мужчина девушка жінка чоловік дівчина собеседница співрозмовниця")


def _of_wider(voices: Voices, span: Span, noun: str, lexicon: Lexicon) -> list[Named]:
    """«Чиновник», «експерт», «військовий»: whoever near this place is of a trade that the word covers;
    of several the one whom this paragraph names."""
    covered = narrower(noun, lexicon)
    if not covered:
        return []
    page = voices.page
    here = page.paragraph_of[page.sentence_at(span.start)]
    floor = page.paragraphs[max(0, here - _WIDE)].start
    found = [
        n
        for n in voices.people_between(floor, span.start)
        if _roles_of(voices, n, lexicon) & covered and _man_or_woman(voices, n, noun, lexicon)
    ]
    if len({n.norm for n in found}) > 1:
        found = [n for n in found if n.start >= page.paragraphs[here].start]
    return found[-1:] if len({n.norm for n in found}) == 1 else []


# How many paragraphs back a wider word may point.
_WIDE: Final = 4


def _man_or_woman(voices: Voices, n: Named, noun: str, lexicon: Lexicon) -> bool:
    """«Лікарка» is no man; «лікар» may be a woman."""
    return not (is_of_woman(noun, lexicon.language) and _gender(voices, n) == "m")


def _plain_people(voices: Voices, span: Span, gender: str, lexicon: Lexicon) -> list[Named]:
    """People before this place who are nothing but people: no trade, no office."""
    return [
        n
        for n in _before(voices, span.start)
        if n.kind == "person"
        and (gender == "-" or voices.people.get(n.norm, n).gender in (gender, "-"))
        and not (_roles_of(voices, n, lexicon) & lexicon.roles)
        - lexicon.witness
        - lexicon.relative
        - _HUMAN.keys()
    ]


_TRIAL: Final = listed(
    """подсудимый обвиняемый подозреваемый осуждённый осужденный потерпевший пострадавший задержанный
    свидетель заявитель эксперт підсудний обвинувачений підозрюваний засуджений потерпілий постраждалий
    затриманий свідок заявник экспертка позивач істець відповідач истец ответчик понятий понятой"""
)


@lru_cache(maxsize=2)
def _parts_of_trial(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(trade_of(w, lexicon) for w in _TRIAL)


def _in_court(voices: Voices, span: Span, noun: str, lexicon: Lexicon) -> list[Named]:
    """«Комірник N свідчив дві години. … Свідок відповів»: the only one whom the paragraph names so far,
    if he has no other part in the case and is nobody's counsel or judge."""
    page = voices.page
    start = page.paragraphs[page.paragraph_of[page.sentence_at(span.start)]].start
    others = _other_part(noun, lexicon) | {trade_of(w, lexicon) for w in _OF_COURT}
    people = voices.people_between(start, span.start)
    if len({n.norm for n in people}) != 1 or _roles_of(voices, people[-1], lexicon) & others:
        return []
    return [people[-1]] if _man_or_woman(voices, people[-1], noun, lexicon) else []


_OF_COURT: Final = listed(
    """адвокат захисник прокурор суддя слідчий голова защитник судья следователь председатель
    пресссекретар речник представник представитель"""
)


def _other_part(noun: str, lexicon: Lexicon) -> frozenset[str]:
    """Whoever a report calls a witness is not its accused."""
    return _parts_of_trial(lexicon) - {trade_of(noun, lexicon)}


def _body(voices: Voices, span: Span, noun: str) -> Voice | None:
    """The body named last that is such a one."""
    for n in _before(voices, span.start):
        if noun in _AGENCY and not _STATE_BODY.search(n.norm):
            continue  # «ведомство» is no church
        named_so = noun in n.norm.lower() or _called_so(voices, n, noun)
        if n.kind == "organisation" and (named_so or (noun in _ANY_BODY and n.start > span.start - 1_200)):
            return voices.of_body(n, span, 0.7 if named_so else 0.55)
    return spoken_body(voices, span, noun)


def _called_so(voices: Voices, n: Named, noun: str) -> bool:
    """«Благодійний фонд «Тепла хата»» is a fund, though its name does not say so."""
    before = voices.page.body[max(0, n.start - 24) : n.stop].lower()
    head = before[: before.rfind(n.norm.lower())] if n.norm.lower() in before else ""
    language = voices.page.languages[voices.page.sentence_at(n.start)]
    last = head.strip(' «„“"').rsplit(None, 1)[-1:] if language != "en" else []
    return bool(last) and (last[0] == noun or lemma(last[0], language) == lemma(noun, language))


def spoken_body(voices: Voices, span: Span, noun: str = "") -> Voice | None:
    """The body that spoke last, one paragraph back at most: «Там добавили …», «в ведомстве уточнили …»."""
    page = voices.page
    paragraph = page.paragraph_of[page.sentence_at(span.start)]
    for number, at, voice in reversed(voices.spoken[-6:]):
        if number < paragraph - 1 or at >= span.start:
            continue
        name = (voice.speaker.name or "").lower()
        if voice.kind == "organisation" and (not noun or noun in name or noun in _ANY_BODY):
            return replace(voice, trust=0.7 * voice.trust, antecedent=voice)
    return None


__all__ = ["BODY_NOUNS", "agrees", "of_description", "of_pronoun", "only_one_of", "spoken_body", "subject_of"]
