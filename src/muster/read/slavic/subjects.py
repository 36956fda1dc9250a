"""The walk through the words beside a verb that finds its subject, in Russian and Ukrainian.

A preposition governs what follows until a word comes that can only be a subject; what may be a
genitive belongs to the noun before it; the rest is a subject if it can stand in the nominative and
agrees with the verb in gender and number. Names found on the page come first. The forms of words are
those of `text/cases.py`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from muster.read.frames import Region
from muster.read.people.call_names import ANNOUNCED
from muster.read.people.people import Named, is_role
from muster.read.slavic.tokens import SURNAME, WHOSE, WORD, Token, tokens_of
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.sources.words import source_words
from muster.text.spans import Span

PREPOSITIONS = listed(
    """в во на с со к ко из от до по за при о об обо у без для про через между перед под над из-за из-под
    после кроме вместо согласно вопреки благодаря среди вокруг против около помимо спустя накануне
    насчёт сквозь включая относительно
    у від із зі з до біля після під над між щодо крім замість серед навколо проти завдяки через попри
    згідно для без про над при по о об"""
)
BREAKS = listed(
    """и а но однако что когда если поскольку потому так как хотя где чтобы зато мол
    і й та але однак проте що коли якщо бо хоча де щоб зате як мовляв"""
)
PRONOUNS = {
    "он": "m", "она": "f", "оно": "n", "они": "p", "я": "*", "мы": "p", "ты": "*", "вы": "p", "кто-то": "mfn",
    "никто": "m", "некоторые": "p", "многие": "p", "другие": "p", "все": "p", "оба": "p", "обе": "p",
    "одни": "p", "кто": "m", "тот": "m", "той": "m",
    "він": "m", "вона": "f", "воно": "n", "вони": "p", "ми": "p", "ти": "*", "ви": "p", "хтось": "m",
    "ніхто": "m",
    "деякі": "p", "багато": "p", "інші": "p", "усі": "p", "всі": "p", "обидва": "p", "хто": "m",
}  # fmt: skip
_NOT_SUBJECTS = listed(
    """позднее какой какая какое какие яка який яке які случай случая випадок випадку это что то этом который
    которая которые которое всё нечто ничто
    время раз год день вечер утро ночь
    часть образом словам неделе месяц понедельник вторник среда четверг пятница суббота воскресенье час
    це те що який яка які яке все ніщо рік день вечір ранок ніч тиждень місяць понеділок вівторок середа
    четвер п'ятниця субота неділя година именно лично сам сама сами именно собственно особисто самі сам
    сама січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    двічі тричі трижды четырежды
    саме самое значит видимо ещё надо можно нужно нельзя слово слова відтак итог підсумок"""
)


class Head(NamedTuple):
    """A subject: where it stands, how surely it is one (3 name, 2 only a nominative fits, 1 may be)."""

    span: Span
    rank: int


def subject_in(region: Region, a: int, b: int, fits: str, *, last: bool) -> Head | None:
    """The subject among the words of ``[a, b)`` that agrees: the last or the first of the surest."""
    named = region.named_from(a, b)
    people = [n for n in named if n.kind == "person" and n.stop <= b + 1 and may_speak(region, n, fits)]
    dropped: list[Named] = []
    if (
        fits == "p"
        and len(people) == 1
        and not _JOINED_TO.search(region.page.body, max(a, people[0].start - 40), b)
    ):
        dropped, people = people, []  # "they said" is not one person
    if people:
        n = people[-1] if last else people[0]
        start = role_from(region, n, a)
        if start > a + 1:
            before = [h for h in walk(region, a, start, fits, named, last) if h.span.stop >= start - 1]
            start = before[-1].span.start if before else start
        stop = n.stop
        if fits == "p":
            several = together(region, n)
            start, stop = min(start, role_from(region, several[0], 0)), max(stop, several[-1].stop)
            if len(several) == 1:
                start, stop = _with_another(region, Span(start, stop), a, b, named)
        if region.page.body[start:stop].count("«") > region.page.body[start:stop].count("»"):
            stop += region.page.body[stop : stop + 1] == "»"
        return Head(Span(start, stop), 3)
    heads = walk(region, a, b, fits, named, last)
    # «Сусіди Ткача кажуть»: the name belongs to those who do.
    heads = [h for h in heads if not any(n.start <= h.span.start < n.stop for n in dropped)]
    if fits == "p" and (pair := _pair(region, a, b, named, last, heads)):
        return pair
    if not heads:
        return None
    best = max(h.rank for h in heads)
    chosen = [h for h in heads if h.rank == best]
    head = chosen[-1] if last else chosen[0]
    if fits == "p" and head.rank and _somebody(region, head.span):
        head = Head(_with_another(region, head.span, a, b, named), head.rank)
    sign = _SIGN.match(region.page.body, head.span.stop, min(region.stop, head.span.stop + 60))
    return Head(Span(head.span.start, sign.end()), head.rank) if sign else head


_AND = re.compile(r"\s(?:и|і|й|та)\s(?:(?:его|её|ее|их|його|її|їх)\s)?\Z", re.IGNORECASE)
_AND_NEXT = re.compile(r"\s(?:и|і|й|та)\s(?:(?:его|её|ее|их|його|її|їх)\s)?(?=[^\W\d_])", re.IGNORECASE)


def _pair(region: Region, a: int, b: int, named: list[Named], last: bool, heads: list[Head]) -> Head | None:
    """«Директор завода и начальник охраны [говорят]»: two in the singular make the plural, unless somebody in
    the plural stands there."""
    if any(h.rank > 1 for h in heads) or _JOINED_TO.search(region.page.body, a, b) is None:
        return None
    one_by_one = [
        h.span for h in walk(region, a, b, "mfn", named, last) if h.rank and _somebody(region, h.span)
    ]
    pairs = [
        Span(one.start, other.stop)
        for one, other in pairwise(one_by_one)
        if _AND.fullmatch(region.page.body, one.stop, other.start)
    ]
    return Head(pairs[-1 if last else 0], 2) if pairs else None


def _with_another(region: Region, span: Span, a: int, b: int, named: list[Named]) -> Span:
    """«Мэр Громов и его заместитель [сообщили]», «завуч и директор [кажуть]»: with whoever stands beside."""
    joined = _AND_NEXT.match(region.page.body, span.stop, b)
    if joined:
        for head in walk(region, joined.end(), b, "mfnp", named, False):
            if head.span.start - joined.end() < 2 and _somebody(region, head.span):
                return Span(span.start, head.span.stop)
    before = _AND.search(region.page.body[max(a, span.start - 8) : span.start])
    if before:
        at = span.start - len(before.group())
        for head in walk(region, a, at, "mfnp", named, True):
            if head.span.stop == at and _somebody(region, head.span):
                return Span(head.span.start, span.stop)
    return span


def _somebody(region: Region, span: Span) -> bool:
    """Whether a noun phrase is a person, a pronoun or a body by its own words."""
    known = source_words(region.language)
    for word in WORD.findall(region.page.body[span.start : span.stop])[:3]:
        low = word.lower()
        form = cases(word, region.language)
        if low in PRONOUNS or (
            form.nominative and (form.animate or is_role(low, region.words) or low in known.bodies)
        ):
            return True
    return False


# «военнослужащий с позывным «Ворон»»
_SIGN = re.compile(
    rf",?\s(?:{ANNOUNCED}|(?:с|з|із|під|под)\s(?:псевдоним|псевдонім)\w{{2,3}}\s)"
    r"(?:[«\"“][^»\"”\n]{2,30}[»\"”]|[^\W\d_][\w-]{1,24})"
)


_JOINED_TO = re.compile(r"(?<!\w)(?:и|і|й|та|вместе|разом|с|із|з|со)\s", re.I)


_AND_ANOTHER = re.compile(
    r",?\s(?P<and>(?:и|і|й|та|а также|а також|разом із|разом з|вместе с)\s)?"
    r"(?:[а-яёіїєґ'’ʼ-]+\s){0,5}(?:«[^»\n]{1,30}»\s)?[«\"]?",
    re.I,
)
_MOST_TOGETHER = 160


def together(region: Region, n: Named) -> list[Named]:
    """Who speaks together with somebody: «голова Петро Гай, Ганна Гай та сусідка Олена Мак»; else he alone.

    Names with nothing but commas, «та» and what each is between them, and «та» once at least.
    """
    near = region.named_in(
        max(region.start, n.start - _MOST_TOGETHER), min(region.stop, n.stop + _MOST_TOGETHER)
    )
    people = [x for x in near if x.kind == "person" and may_speak(region, x, "mfnp")]
    at = next((i for i, x in enumerate(people) if x.start == n.start), -1)
    if at < 0:
        return [n]
    first = last = at
    conjoined = False
    while first and (gap := _gap(region, people[first - 1], people[first])):
        first, conjoined = first - 1, conjoined or gap["and"] is not None
    while last + 1 < len(people) and (gap := _gap(region, people[last], people[last + 1])):
        last, conjoined = last + 1, conjoined or gap["and"] is not None
    return people[first : last + 1] if conjoined else [n]


def _gap(region: Region, one: Named, other: Named) -> re.Match[str] | None:
    between = region.page.body[one.stop : other.start]
    if len(between) > 60 or region.words.cue.search(between):
        return None
    gap = _AND_ANOTHER.fullmatch(between)
    # «Гай, сусід Ліщук» may be an apposition; a bare comma parts two names only.
    return gap if gap is not None and (gap["and"] is not None or between.strip() == ",") else None


def role_from(region: Region, n: Named, low: int) -> int:
    """Where the role before a name begins that is a subject with it: not «с жителями глава района X»."""
    if not low <= n.role_start < n.start:
        return n.start
    tokens = tokens_of(region, n.role_start, n.start, [])
    if not _governed(region, n.role_start) and tokens and tokens[0].form.nominative:
        return n.role_start
    heads = [t.span.start for t in tokens if "m" in t.form.nominative or "f" in t.form.nominative]
    return heads[-1] if heads else n.start


def may_speak(region: Region, n: Named, fits: str) -> bool:
    """Whether a person's name can be the subject here: no preposition, no other case, no other gender."""
    if _governed(region, n.start):
        return False
    if 0 <= n.role_start < n.start and _governed(region, n.role_start) and role_from(region, n, 0) == n.start:
        role = tokens_of(region, n.role_start, n.start, [])
        if role and not role[-1].form.genitive:
            return False
    if n.gender in ("m", "f") and fits in ("m", "f", "n") and n.gender not in fits:
        return False
    if region.language == "ru" and _told_to(region, n):
        return False
    lone = not n.certain and " " not in n.norm and not SURNAME.search(n.norm)
    if lone and not cases(region.page.body[n.start : n.stop], region.language).nominative:
        return False
    known = {w.casefold() for w in re.split(r"[ -]", n.norm)}
    first = region.page.body[n.start : n.stop].split()[0].split("-")[0].casefold()
    return first in known or region.page.body[n.start : n.start + 1].isascii() or first.endswith(".")


# «Депутату Громову», «бригадирам Козлову и Симакову»: whom something is said to.
_DATIVE = re.compile(r"\w{2,}(?:[оеё]в|[иы]н)у\Z|\w{2,}(?:ск|цк)ому\Z")


def _told_to(region: Region, n: Named) -> bool:
    """Whether a name stands in the dative by its own form or by that of the role before it."""
    if _DATIVE.match(region.page.body[n.start : n.stop].split()[-1]):
        return True
    before = region.page.body[max(0, n.start - 40) : n.start].split()[-2:]
    if before and before[-1].endswith(("ам", "ям")) and before[0].lower() not in PREPOSITIONS:
        form = cases(before[-1], region.language)
        if form.kind == "noun" and not form.nominative and not form.genitive:
            return True
    if not 0 <= n.role_start < n.start or n.start - n.role_start > 60:
        return False
    roles = [t for t in tokens_of(region, n.role_start, n.start, []) if is_role(t.low, region.words)]
    return (
        bool(roles)
        and not any(t.form.nominative or t.form.kind == "name" for t in roles)
        and all(t.low.endswith(("у", "ю", "ам", "ям")) for t in roles)
    )


def _governed(region: Region, start: int) -> bool:
    """True after a preposition: then the name is no subject."""
    before = region.page.body[max(0, start - 14) : start].split()
    return bool(before) and before[-1].lower() in PREPOSITIONS


# A day or a month has no genitive of somebody behind it: «в понедельник ТАСС сообщил».
OF_TIME = re.compile(
    r"(?:месяц|недел|год|понедельник|вторник|сред[уы]|четверг|пятниц|суббот|воскресень|день|дня|вечер"
    r"|утр|январ|феврал|март|апрел|ма[йея]\b"
    r"|июн|июл|август|сентябр|октябр|ноябр|декабр|тиж|рок|понеділ|вівтор|серед[уи]|четвер|п.ятниц|субот"
    r"|неділ|дня|вечор|ранк|січ|лют|берез|квіт|трав"
    r"|черв|лип|серп|верес|жовт|листопад|груд)"
)


def walk(region: Region, a: int, b: int, fits: str, named: list[Named], last: bool) -> list[Head]:
    heads: list[Head] = []
    governed = ""  # "": free; "waits": a preposition waits for its noun; "has": it has one
    chain: int | None = None  # start of adjectives before a noun
    open_head = -1  # index of the head that genitives may still join
    after_noun = False
    alone: Span | None = None
    letters = ""  # the genders and numbers of that adjective
    by_role = -1  # index of the head that is an adjective so far: «военный»
    joined = False  # the word before was an adjective in the genitive, of the open head
    led = ""  # as what the adjectives before a noun can stand in the nominative
    for token in tokens_of(region, a, b, named):
        low, form = token.low, token.form
        attribute, joined = joined, False
        if low in PREPOSITIONS or low in BREAKS:
            _alone(heads, alone, governed)
            alone = None
        if low in PREPOSITIONS:
            governed, chain, open_head, after_noun = "waits", None, -1, False
            continue
        if low in BREAKS:
            keep = low in ("и", "і", "й", "та") and after_noun
            if keep and attribute:
                continue  # «глава Большого и Мариинского театров»
            governed, chain, open_head, after_noun = (governed if keep else ""), None, -1, False
            continue
        if governed == "waits" and low in WHOSE:
            continue  # «про її підсумки»: behind a preposition it is never "her" herself
        pronoun = PRONOUNS.get(low)
        if pronoun is not None:
            if _fit(pronoun, fits):
                heads.append(Head(token.span, 2))
            governed, chain, open_head, after_noun = "", None, -1, False
            continue
        if low in _NOT_SUBJECTS or form.kind in ("verb", "adverb", "other", "pronoun"):
            if form.kind == "pronoun" and governed == "waits":
                governed = "has"
            elif low in _NOT_SUBJECTS and governed == "waits" and form.kind in ("noun", "adjective"):
                governed = "has" if form.kind == "noun" else "waits"
            if form.kind != "noun":
                _alone(heads, alone, governed)  # «каждый раз»: the adjective is of that noun
            if form.kind == "verb" and not last:
                return heads  # behind another verb stand its objects
            if form.kind in ("verb", "other", "pronoun") or low in _NOT_SUBJECTS:
                open_head, after_noun = -1, False
            chain, alone = None, None
            continue
        if form.kind == "adjective":
            if open_head >= 0 and form.genitive and not form.only:
                joined = True
                heads[open_head] = Head(
                    Span(heads[open_head].span.start, token.span.stop), heads[open_head].rank
                )
            elif chain is None:
                chain, led = token.span.start, form.nominative
            if open_head < 0 and _fit(form.nominative, fits):
                alone = Span(chain or token.span.start, token.span.stop)
                letters = form.nominative
            if _fit(form.nominative, fits) and form.only and not governed and is_role(low, region.words):
                heads.append(Head(Span(chain or token.span.start, token.span.stop), 2))
                open_head, after_noun, chain = len(heads) - 1, True, None
                by_role = open_head
            continue
        # a noun, a name, a numeral
        if (
            alone is not None
            and form.kind == "noun"
            and not form.animate
            and not _fit(form.nominative, letters)
        ):
            _alone(heads, alone, governed)  # «Задержанный вину признал»: not an attribute of that noun
        alone = None
        if attribute and open_head >= 0 and form.kind == "noun" and not form.animate and low != "\x01":
            # «Міністр закордонних справ»: the noun of an attribute in the genitive is one too
            heads[open_head] = Head(Span(heads[open_head].span.start, token.span.stop), heads[open_head].rank)
            continue
        if governed == "waits" and not (form.only and form.kind == "noun" and form.animate):
            timed = OF_TIME.match(low) is not None
            governed, chain, after_noun = ("" if timed else "has"), None, not timed
            continue
        denied = region.page.body[token.span.stop : token.span.stop + 4] == " не "
        if denied and after_noun and form.genitive and open_head >= 0 and not form.nominative:
            continue  # «сменщица автобусов не видела»
        apart = chain is not None and led == "p" and "p" not in fits
        if apart and open_head >= 0 and form.nominative:
            chain = None
            continue  # «адміністрація ці повідомлення називає»: several things are no subject of one verb
        if after_noun and form.genitive and (open_head >= 0 or governed == "has" or form.nominative == "*"):
            joined = form.kind == "noun" and _LIKE_ATTRIBUTE.search(low) is not None
            if open_head >= 0:
                heads[open_head] = Head(
                    Span(heads[open_head].span.start, token.span.stop), heads[open_head].rank
                )
            chain = None
            continue
        if (
            by_role == len(heads) - 1 >= 0
            and heads[-1].span.stop + 1 == token.span.start
            and form.nominative
            and _fit(form.nominative, fits)
            and is_role(low, region.words)
        ):
            heads[-1] = Head(
                Span(heads[-1].span.start, token.span.stop), 2
            )  # «военный врач», «Військовий лікар»
            chain = None
            continue
        word = region.page.body[token.span.start : token.span.stop]
        if (
            open_head == len(heads) - 1 >= 0
            and heads[-1].rank == 2
            and heads[-1].span.stop + 1 == token.span.start
            and word[:1].isupper()
            and word[1:].islower()
            and form.nominative
        ):
            # «Начальник терміналу Кость Лимар»: a name that no list has goes with what its bearer is
            heads[-1] = Head(Span(heads[-1].span.start, token.span.stop), 2)
            chain = None
            continue
        if form.nominative and (
            _fit(form.nominative, fits) or (fits == "f" and form.animate and "m" in form.nominative)
        ):
            rank = 2 if form.only or (form.animate and is_role(low, region.words)) else 1
            if governed == "has" and rank == 1 and form.nominative != "*":
                rank = 0  # more likely an object of what stands before
            if chain is not None and not led and _OF_SEVERAL.match(region.page.body, chain):
                chain = None  # «состояние пострадавших врачи оценивают»: no attribute of theirs
            heads.append(Head(Span(chain if chain is not None else token.span.start, token.span.stop), rank))
            open_head, after_noun, governed = len(heads) - 1, True, ""
        else:
            after_noun = True
            open_head = -1
        chain = None
    _alone(heads, alone, governed)
    return heads


_OF_SEVERAL = re.compile(r"[\w’'-]{3,}(?:[ыи]х|іх)\s")
# Without a dictionary «закордонних» may be a noun («поранених»): then no noun follows it.
_LIKE_ATTRIBUTE = re.compile(r"[нксвлт](?:их|ого|ої)\Z|[нш](?:іх|ього|ьої)\Z")


def _alone(heads: list[Head], adjective: Span | None, governed: str) -> None:
    """«Раненый сказал»: an adjective without a noun behind it is one."""
    if adjective is not None and not governed:
        heads.append(Head(adjective, 1))


def _fit(letters: str, fits: str) -> bool:
    return "*" in letters or any(x in fits for x in letters)


__all__ = [
    "BREAKS", "OF_TIME", "PREPOSITIONS", "PRONOUNS", "WORD", "Head", "Token", "may_speak", "role_from",
    "subject_in", "together", "tokens_of",
]  # fmt: skip
