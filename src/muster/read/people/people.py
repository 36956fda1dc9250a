"""Who is named: people, bodies and groups, with base form, role and organisation; by rule.

A person is a run of capitalised words that holds a known given name, follows a title or a role,
says or is said to have said something, or repeats the surname of somebody named in full. Nobody is
a person only because of a capital letter. What is looked at beside a name is bounded, so the cost
is linear in the text. English: ``english``; Russian and Ukrainian: ``slavic``, ``bodies``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from muster.read.layouts.transcript import speakers
from muster.read.page import Page
from muster.read.people.bodies import bodies_in
from muster.read.people.bodies_uk import bodies_by_place
from muster.read.people.body_base import body_base
from muster.read.people.call_names import announced_at, call_names
from muster.read.people.english import english_names
from muster.read.people.named_slavic import base_form
from muster.read.people.nobody import mid_capitals, russian_tags
from muster.read.people.role_words import LATIN, PLAIN, is_role
from muster.read.people.roles import Named, with_role
from muster.read.people.shared_surnames import with_bearers
from muster.read.people.slavic import people_in_run
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.names.parts import base_forms
from muster.text.names.slavic import given_name, surname_base
from muster.text.names.ukrainian_bodies import main_noun
from muster.text.places.places import find_named_places
from muster.text.scripts import fold
from muster.text.sources.cues import Lexicon, lexicon
from muster.text.spans import Span, touching, union

_CYRILLIC: Final = (
    r"[А-ЯЁІЇЄҐ](?:\w|[-’'ʼ](?=\w)){1,40}|[А-ЯЁІЇЄҐ]\.(?=\s{0,2}[А-ЯЁІЇЄҐ])|(?<=[а-яёіїєґ] )[А-ЯЁІЇЄҐ]\."
    r"|(?<=[а-яёіїєґ] [А-ЯЁІЇЄҐ]\.)[А-ЯЁІЇЄҐ]\.|(?<=[а-яёіїєґ] [А-ЯЁІЇЄҐ]\. )[А-ЯЁІЇЄҐ]\."
)
# Small words within a name, and those that may begin one: «фон дер Мален» alone.
_OPENING: Final = r"(?:фон(?:[ \u00a0]дер)?|ван[ \u00a0]де[рн]|аль|эль|ель|ас|аш|ад)[ \u00a0-]"
_WITHIN: Final = (
    r"(?:(?:фон|ван|ин|д)[ \u00a0]де[рн]|де[ \u00a0]л[ая]|де|ди|да|ду|дю|дель|делла|душ|ла|ле|фон|ван"
    r"|бин|бін|бен|ибн|ібн|аль|эль|ель|дер|ден|тен)[ \u00a0-]"
)
_RUN: Final = re.compile(
    rf"(?<![\w@#/.-])(?:{_OPENING})?(?:{_CYRILLIC})(?:(?:[ \u00a0]{{1,2}}|(?<=\.))"
    rf"(?:{_WITHIN}(?=[А-ЯЁІЇЄҐ]))?(?:{_CYRILLIC}|{LATIN})){{0,5}}"
)
# «фон дер Мален» is one word of a name.
_WORD: Final = re.compile(rf"[А-ЯЁІЇЄҐ]\.(?=[А-ЯЁІЇЄҐ])|(?:(?:{_OPENING}|{_WITHIN})(?=[А-ЯЁІЇЄҐ]))?[^\s/]+")
_SMALL: Final = listed(
    """von van der de del della di da dos du la le al el фон ван дер де дель делла ди да ду дю ла ле аль эль
    ель"""
)
_MARKS: Final = " \"'“”„«‘—–-*_([#❗️⚡"
_MOST_MARKS: Final = 60
_MOST_BEHIND: Final = 170


def find_named(page: Page) -> list[Named]:
    """Everybody and every body named on the page, in order, without overlaps."""
    found: list[Named] = []
    for sentence, language in zip(page.sentences, page.languages, strict=True):
        found.extend(english_names(page, sentence) if language == "en" else _slavic(page, sentence, language))
    found = _called(page, _in_full(found))
    labels = speakers(page)
    known = _known_surnames(page, [*labels, *found])
    by_sex = _known_by_sex([*labels, *found], known)
    folded = {fold(word): bearer for word, bearer in known.items()}
    bodies = _short_bodies(found)
    named = [n for n in (_settle(page, n, known, by_sex, folded, bodies) for n in found) if n is not None]
    if labels:
        taken = union((n.start, n.stop) for n in labels)
        named = [
            *labels,
            *(n for n in named if not any(n.start < t.stop and t.start < n.stop for t in taken)),
        ]
    named = _without_overlaps(named)
    if "en" in page.languages:
        named = with_bearers(page, named)
    if "uk" in page.languages:
        _set_bodies(page, named)
    return named


_OF_WHICH: Final = re.compile(r",\s(?:[^,.;:!?\n()—–]|«[^»\n]{1,60}»){3,140}")


def _set_bodies(page: Page, named: list[Named]) -> None:
    """Of which body somebody is, as that is named in the words for what he is: straight before him, or set
    off behind him; in the nominative and with the place that tells it from another."""
    bodies = [n for n in named if n.kind == "organisation"]
    starts = [n.start for n in bodies]
    for n in named:
        if n.kind != "person" or n.role is None or page.languages[page.sentence_at(n.start)] != "uk":
            continue
        low, high = n.role_start, n.start
        if not 0 <= low < high:
            behind = _OF_WHICH.match(page.body, n.stop, n.stop + _MOST_BEHIND)
            low, high = behind.span() if behind and n.role in behind.group() else (0, 0)
        first = bisect_left(starts, low)
        within = [b for b in bodies[first : first + 3] if b.stop <= high]
        if not within and page.body[low - 2 : low] == ", ":
            # «співзасновниця проєкту «Сад», юристка N»
            before = bodies[first - 1] if first else None
            set_off = before is not None and before.stop == low - 2
            within = [before] if before and set_off and _role_close(page, before.start) else []
        if within:
            n.organisation = within[0].norm
        elif n.organisation:
            n.organisation = body_base(n.organisation, "uk")
            n.organisation = _the_body(n.organisation, bodies[:first]) or n.organisation


def _the_body(noun: str, named_before: Sequence[Named]) -> str:
    """«Речниця комітету» behind «Антимонопольний комітет»: the only body before that is one; else ""."""
    if " " in noun or not noun.islower():
        return ""
    found = {b.norm for b in named_before if (head := main_noun(b.norm)) is not None and head == noun}
    return next(iter(found)) if len(found) == 1 else ""


def _role_close(page: Page, start: int) -> bool:
    """Whether what stands straight before a body says what somebody is of it: «співзасновниця проєкту»."""
    words = page.body[max(0, start - 60) : start].rsplit(",", 1)[-1].split()[-3:]
    return any(is_role(word, lexicon("uk")) for word in words)


def _slavic(page: Page, sentence: Span, language: str) -> Iterator[Named]:
    """Bodies first; then people in the capital words that no body has."""
    words = lexicon(language)
    places = _places_in(page, sentence)
    signed = list(_signed(page, sentence, language))
    bodies = [
        *_outlets(page, sentence, words),
        *bodies_in(page, sentence.start, sentence.stop, words, places),
    ]
    if language == "uk":
        bodies += bodies_by_place(page, sentence.start, sentence.stop, words, places)
        bodies = _without_overlaps(bodies)
    if signed:
        bodies = [
            b for b in bodies if not any(n.start < b.stop and b.start < n.stop for n in signed)
        ] + signed
    yield from bodies
    taken = union((b.start, b.stop) for b in bodies)
    for run in _RUN.finditer(page.body, sentence.start, sentence.stop):
        tokens = [Span(m.start() + run.start(), m.end() + run.start()) for m in _WORD.finditer(run.group())]
        first = at_head(page, run.start(), sentence)
        near = touching(places, *run.span())
        for piece in _outside(tokens, touching(taken, *run.span())):
            yield from people_in_run(page, piece, first and piece[0] is tokens[0], words, near)


_SIGNED: Final = re.compile(
    r"(?<![\w-])([А-ЯЁІЇЄҐ][а-яёіїєґ’'ʼ-]{2,20})[ \u00a0]"
    r"\(?[«\"“„][А-ЯЁІЇЄҐ][\w’'ʼ -]{1,24}[»\"”“]\)?[ \u00a0]"
    r"([А-ЯЁІЇЄҐ][а-яёіїєґ’'ʼ-]{2,30})(?!\w)"
)


def _signed(page: Page, sentence: Span, language: str) -> Iterator[Named]:
    """«Петро «Тесля» Гусар»: a call sign between a given name and a surname belongs to the name."""
    for match in _SIGNED.finditer(page.body, *sentence):
        given = given_name(match[1], language)
        if given is not None:
            norm = base_form([match[1], match[2]], given.gender, language)
            yield Named(*match.span(), "person", norm, given.gender)


def _outlets(page: Page, sentence: Span, words: Lexicon) -> Iterator[Named]:
    for match in words.outlet.finditer(page.body, sentence.start, sentence.stop):
        if match.group()[0].isupper():
            yield Named(match.start(), match.end(), "organisation", match.group())


def _outside(tokens: list[Span], taken: Sequence[tuple[int, int]]) -> Iterator[list[Span]]:
    """The words that lie in none of the spans, as runs."""
    piece: list[Span] = []
    for token in tokens:
        if any(start < token.stop and token.start < stop for start, stop in taken):
            if piece:
                yield piece
            piece = []
        else:
            piece.append(token)
    if piece:
        yield piece


def _places_in(page: Page, sentence: Span) -> list[tuple[int, int]]:
    places = find_named_places(page.body)
    low = bisect_left(places, (sentence.start,))
    high = bisect_left(places, (sentence.stop,))
    return [(p.start, p.stop) for p in places[low:high] if p.near is not None or p.name.isascii()]


def at_head(page: Page, start: int, sentence: Span) -> bool:
    """Whether nothing but marks stands before this place in its sentence."""
    before = start - sentence.start
    return before <= _MOST_MARKS and not page.body[sentence.start : start].strip(_MARKS)


def _in_full(found: list[Named]) -> list[Named]:
    """Capital words that end with the name of somebody who speaks are his name in full."""
    lone = {_surname_alone(n.norm) for n in found if n.kind in ("person", "person?")}
    return [
        replace(n, kind="person")
        if n.kind == "name?" and not _surname_alone(n.norm) and n.norm.rsplit(" ", 1)[1] in lone
        else n
        for n in found
    ]


def _called(page: Page, found: list[Named]) -> list[Named]:
    """«Командир роти Петро Гусар на псевдо «Сокіл»»: the call sign is his, here and wherever it stands."""
    if not call_names(page.body):
        return found
    bearer: dict[str, Named] = {}
    for one, sign in pairwise(sorted(found, key=lambda n: n.start)):
        at = announced_at(page.body, sign.start) if one.kind == sign.kind == "person" else -1
        if at >= 0 and " " in one.norm and not page.body[one.stop : at].strip(" \u00a0,("):
            bearer[sign.norm] = one
    return [
        replace(n, norm=bearer[n.norm].norm, gender=bearer[n.norm].gender) if n.norm in bearer else n
        for n in found
    ]


def _surname_alone(norm: str) -> str:
    """The surname where a name is nothing else, without the small words before it; else ""."""
    if " " not in norm:
        return norm
    *small, last = norm.split(" ")
    return last if all(word.lower() in _SMALL for word in small) or norm[:1].islower() else ""


def _known_surnames(page: Page, found: list[Named]) -> dict[str, Named]:
    """Last words of people named in full, by base form."""
    within = mid_capitals(page.body) if page.languages and page.languages[0] != "en" else frozenset()
    known: dict[str, Named] = {}
    shared = set()
    for n in found:
        if (n.kind == "person" or (n.kind == "person?" and n.norm.isascii())) and not _surname_alone(n.norm):
            surname = n.norm.rsplit(" ", 1)[1]
            before = known.setdefault(surname, n)
            if before.norm != n.norm and not _initial_of(n.norm, before.norm):
                if _initial_of(before.norm, n.norm):
                    known[surname] = n
                else:
                    shared.add(surname)
    # Two bearers: the surname alone stays what it is, nobody is guessed.
    sure = {surname: n for surname, n in known.items() if surname not in shared}
    sure = {**_known_by_given(page, found, known), **sure}
    # Somebody known here by one name only is himself wherever that name stands; where only his speaking
    # showed that it is a name, it must have done so twice.
    full = dict(sure)
    times = Counter(n.norm for n in found if n.kind == "person?" and " " not in n.norm)
    for n in found:
        told = n.kind == "person?" and (times[n.norm] > 1 or n.norm in within)
        certain = (n.kind == "person" and n.certain) or told
        alone = _surname_alone(n.norm)
        if certain and alone and alone not in known and not _form_of(alone, full):
            sure.setdefault(alone, n)
    return sure


_NEW_HERE: Final = re.compile(
    r",\s(?:\d|an?\s|the\s|who|whose|from\s|another|як[аи]й?\s|котор|из\s|із?\s|з\s|жител|мешкан)|\s\("
    r"|\s(?:из|із|з)\s[А-ЯІЇЄҐ]"
)
_SMALL_BEFORE: Final = re.compile(r"(?<!\w)([^\W\d_][\w'’ʼ-]{1,28})[ \u00a0]\Z")


def _known_by_given(page: Page, found: list[Named], surnames: Mapping[str, Named]) -> dict[str, Named]:
    """ "Craig said so" of Craig Hollis, «каже Анна» of Анна Ярош: the only one of that given name, once
    named in full, where nothing introduces another («сусідка Анна»)."""
    if not page.languages:
        return {}
    language = page.languages[0]
    bearers: dict[str, dict[str, Named]] = {}
    for n in found:
        first = n.norm.split(" ", 1)[0]
        ours = n.kind == "person" and " " in n.norm and n.norm.isascii() == (language == "en")
        if ours and given_name(first, language) is not None:
            bearers.setdefault(first, {}).setdefault(n.norm, n)
    alone = {first: next(iter(people.values())) for first, people in bearers.items() if len(people) == 1}
    for n in found if alone else ():
        whole = alone.get(n.norm)
        if whole is not None and (n.start < whole.start or _is_new(page, n, language)):
            alone.pop(n.norm)
    return {first: n for first, n in alone.items() if first not in surnames}


def _is_new(page: Page, n: Named, language: str) -> bool:
    """Whether words beside a given name introduce whoever bears it."""
    if _NEW_HERE.match(page.body, n.stop) is not None:
        return True
    before = _SMALL_BEFORE.search(page.body, max(0, n.start - 32), n.start) if language != "en" else None
    if before is None:
        return False
    low, words = before.group(1).lower(), lexicon(language)
    return low not in words.titles and (is_role(low, words) or cases(low, language).kind == "adjective")


def _known_by_sex(found: list[Named], known: dict[str, Named]) -> dict[tuple[str, str], Named]:
    """Of a man and a woman of one surname, whom "Mr X" and "Ms X" mean; nobody where it is not sure."""
    bearers: dict[str, dict[str, Named]] = {}
    for n in found:
        if (
            n.kind == "person"
            and n.norm.isascii()
            and " " in n.norm
            and n.norm.rsplit(" ", 1)[1] not in known
        ):
            bearers.setdefault(n.norm.rsplit(" ", 1)[1], {}).setdefault(n.norm, n)
    by_sex = {}
    for surname, people in bearers.items():
        for sex in "mf":
            alike = [n for n in people.values() if n.gender in (sex, "-")]
            if len(alike) == 1 and alike[0].gender == sex:
                by_sex[(surname, sex)] = alike[0]
    return by_sex


_CAPITAL: Final = "[A-ZА-ЯЁІЇЄҐ]"
_INITIAL: Final = re.compile(rf"({_CAPITAL})\.\s?(?:({_CAPITAL})\.\s?)?({_CAPITAL}[\w'’-]+)\Z")


def _initial_of(short: str, full: str) -> bool:
    """ "I. Reed" may be Ida Reed, «П. С. Ветров» no Пётр Иванович."""
    found = _INITIAL.match(short)
    if found is None or full[0] != found[1] or not full.endswith(f" {found[3]}"):
        return False
    words = full.split(" ")
    return found[2] is None or len(words) < 3 or full.isascii() or words[1][0] == found[2]


def _form_of(word: str, full: dict[str, Named]) -> bool:
    """«Рудина» is of Рудин, where the text names him in full."""
    if word.isascii():
        return False
    for language in ("ru", "uk"):
        for gender in "mf":
            bearer = full.get(surname_base(word, gender, language))
            if bearer is not None and bearer.gender in (gender, "-"):
                return True
    return False


def _short_bodies(found: list[Named]) -> frozenset[str]:
    """First words of bodies named in full ("Vale Airways"): theirs wherever they stand alone."""
    whole = [n.norm for n in found if n.kind == "organisation" and n.norm.isascii()]
    return frozenset(name.split(" ", 1)[0] for name in whole if name and name.split(" ", 1)[0].istitle())


# «МИД Торланда», «МВС Олмії»: a land that no list has, and nobody.
_LETTERS_BEFORE = re.compile(r"(?<!\w)(?:МИД|МВД|МЧС|МО|МВС|МЗС|ДСНС|МОЗ|УМВД|ГУМВД|ДПСУ|КГБ|МГБ)\s\Z")


def _settle(
    page: Page,
    n: Named,
    known: dict[str, Named],
    by_sex: dict[tuple[str, str], Named],
    folded: dict[str, Named],
    bodies: frozenset[str],
) -> Named | None:
    """Give role and organisation; decide on the doubtful; lead a lone surname to its bearer's form."""
    if n.kind in ("person?", "name?") and n.norm in bodies and n.norm not in known and n.norm not in PLAIN:
        return replace(n, kind="organisation", gender="-")
    if n.kind in ("person", "person?", "name?") and (alone := _surname_alone(n.norm)):
        bearer = _bearer(alone, known, folded, page.languages[page.sentence_at(n.start)])
        bearer = bearer or by_sex.get((alone, n.gender))
        if bearer is not None:
            n = replace(n, kind="person", norm=bearer.norm, gender=bearer.gender, certain=True)
    if n.kind == "person" and _INITIAL.match(n.norm):
        whole = known.get(n.norm.rsplit(" ", 1)[-1])
        if whole is not None and _initial_of(n.norm, whole.norm):
            n = replace(n, norm=whole.norm, gender=whole.gender)
    if n.kind == "name?":
        return None
    if (
        n.kind == "person?"
        and " " not in n.norm
        and _LETTERS_BEFORE.search(page.body, max(0, n.start - 8), n.start)
    ):
        return None
    if n.kind == "person?":
        n = replace(n, kind="person", certain=False)
    if n.kind == "person":
        return with_role(page, n)
    return n


def _bearer(word: str, known: dict[str, Named], folded: dict[str, Named], language: str) -> Named | None:
    if word in known:
        return known[word]
    if language == "en":
        return known.get(word[:1].lower() + word[1:])  # "Al-Haddi" where a sentence begins
    for gender in "mf":
        bearer = known.get(surname_base(word, gender, language))
        if bearer is not None and bearer.gender in (gender, "-"):
            return bearer
    if word.endswith(("овая", "евая", "иная")) and (hers := known.get(f"{word[:-2]}а")) is not None:
        return hers if hers.gender == "f" else None  # «Боровая» behind «с Инной Боровой»
    return next((folded[base] for base in base_forms(fold(word)) if base in folded), None)


def _without_overlaps(named: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for n in sorted(named, key=lambda n: (n.start, -n.stop)):
        if not kept or n.start >= kept[-1].stop:
            kept.append(n)
    return kept


__all__ = [
    "Named",
    "at_head",
    "base_form",
    "body_base",
    "find_named",
    "is_role",
    "mid_capitals",
    "russian_tags",
]
