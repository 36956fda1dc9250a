"""Ukrainian bodies told apart by a region, a number or what they are a part of.

«Головне управління Нацполіції в Сіверській області», «поліція Сіверської області», «14-та окрема
механізована бригада», «Сіверський обласний ТЦК та СП», «Міністерство внутрішніх справ», «Повітряні сили».
Without the words that tell them apart two bodies would be one. Each is walked once,
a few words to either side of its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from muster.read.page import Page
from muster.read.people.body_base import body_base
from muster.read.people.body_extents import right_of
from muster.read.people.roles import Named
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.names.ukrainian_bodies import Head, agrees, attribute, head_of
from muster.text.sources.cues import Lexicon

_WORD: Final = re.compile(r"\d{1,4}-(?:[а-яіїєґ]{1,2}|го|му|ма)(?![\w-])|[^\W\d_](?:\w|[-’'ʼ](?=\w))*")
_AREA: Final = r"(?:област[іи]|район[іу]|округ[иуі]|громад[иі]|кра[їюй]|губерні[їя]?)"
_OF_PLACE: Final = r"[А-ЯІЇЄҐ][\w’'ʼ-]*(?:ськ|цьк|зьк)"
_REGION: Final = re.compile(
    rf"\s(?:(?:[ву]|по)\s{_OF_PLACE}(?:ій|ому)|{_OF_PLACE}(?:ої|ого))"
    rf"(?:\s(?:та|і|й)\s{_OF_PLACE}(?:ій|ому|ої|ого))?\s{_AREA}[а-яіїєґ]{{0,4}}(?!\w)"
    r"|\s[ву]\s(?:місті|м\.|АР)\s[А-ЯІЇЄҐ][\w’'ʼ-]+|\sміста\s[А-ЯІЇЄҐ][\w’'ʼ-]+"
    r"|\s(?:[ву]\s)?[А-ЯІЇЄҐ][\w’'ʼ]+(?:щин|ччин)[иі](?!\w)"
)
_IN_TOWN: Final = re.compile(r"\s[ву]\s[А-ЯІЇЄҐ][\w’'ʼ-]{2,}[іїу](?!\w)")
# Always a part of another body, so that a place behind one says which.
_BRANCH: Final = listed(
    "управління департамент відділ відділення філія осередок представництво інспекція підрозділ"
)
# Nobody without the noun in the genitive behind it.
_NEEDS: Final = _BRANCH | listed(
    "міністерство бюро служба комісія агентство комітет центр інститут штаб сили"
)
_BRANCH_LETTERS: Final = re.compile(r"(?:Г?У|Т?У)(?:НП|СБУ|ПП|ДСНС|ДМС|ДБР|МВС)\Z|ГУ\Z|ТУ\Z")
# Numbered bodies of armed forces and of everyday life.
_NUMBERED: Final = listed(
    "бригада батальйон полк дивізія рота корпус загін дивізіон застава взвод армія лікарня школа поліклініка"
)
_LETTERS: Final = re.compile(r"[А-ЯІЇЄҐ]{2,8}(?![\w-])")
_LETTERS_NEXT: Final = re.compile(r"\s(?P<letters>[А-ЯІЇЄҐ]{2,6})(?![\w-])")
_FORCES: Final = re.compile(
    r"(?:Збройн|Повітрян|Сухопутн|Десантно-[Шш]турмов|[Вв]ійськово-[Мм]орськ|[Вв]ійськово-[Пп]овітрян)\w{1,3}"
)
_FORCES_OF: Final = re.compile(
    r"\s(?:оборони|безпеки|підтримки|логістики|(?:територіальної|протиповітряної)\sоборони|спеціальних\sоперацій"
    r"|безпілотних\sсистем)(?!\w)(?:\s(?:України|Півдня|Півночі|Сходу|Заходу))?"
)
_SUPPORT: Final = re.compile(r"\sта\s(?:СП|соціальної\sпідтримки)(?!\w)")
_ATTRIBUTE: Final = re.compile(r"\w{2}(?:ий|ій|ого|ому|ої|их|ими)\Z|(?:[сцз]ьк|[нвчшктм])(?:а|е|і|у|ою|им)\Z")
_GENERAL: Final = re.compile(
    r"(?:Головн|Центральн|Державн|Національн|Регіональн|Міжрегіональн|Територіальн|Спеціаль|Спеціаліз|Окрем|Міжнародн)"
)
# «Офіс генпрокурора», «Апарат уповноваженого»: of somebody, and so a body.
_OF_SOMEBODY: Final = listed("офіс апарат адміністрація секретаріат канцелярія резиденція")
_SOMEBODY: Final = re.compile(
    r"\s(?:[а-яіїєґ’'ʼ]{3,}ого\s)?[а-яіїєґ’'ʼ-]{4,}[ая](?!\w)|\s[а-яіїєґ]{4,}ого(?!\w)"
)
# Who hands out a body's words is no body of its own.
_PRESS: Final = listed("пресслужба прес-служба пресцентр прес-центр")
# «внутрішніх справ», «патрульної поліції», «цивільного захисту»: an attribute in the genitive and its noun.
_WITH_NOUN: Final = re.compile(
    r"\s[^\W\d_][\w’'ʼ-]{2,}(?:(?:[нклвт]их|[нш]іх)\s[а-яіїєґ’'ʼ]{3,}|(?:[нклвт]ої|ньої)\s[а-яіїєґ’'ʼ]{2,}[иії]"
    r"|(?:[нклвт]ого|нього)\s[а-яіїєґ’'ʼ]{2,}[ауюя])(?!\w)"
)
_MOST_LEFT: Final = 5
# «Комітет дружин», «Рада вдів»: whom it unites, in a genitive that has no ending of its own.
_UNITES: Final = listed("комітет рада спілка асоціація союз об'єднання рух товариство")
_OF_PEOPLE: Final = re.compile(
    r"\s(?:[а-яіїєґ’'ʼ]{3,}(?:их|іх)\s)?(?:дружин|жінок|матерів|родин|сестер|братів|вдів|рідних|родичів|сімей|батьків|ветеранів|полонених)(?!\w)"
)


def bodies_by_place(
    page: Page, start: int, stop: int, words: Lexicon, places: Sequence[tuple[int, int]]
) -> Iterator[Named]:
    """Such bodies between two characters of a Ukrainian sentence, in order, not overlapping."""
    tokens = list(_WORD.finditer(page.body, start, stop))
    reached = start
    for i, token in enumerate(tokens):
        if token.start() < reached:
            continue
        word = token.group()
        found = None
        if word.isupper() and _LETTERS.fullmatch(word):
            found = _lettered(page, tokens, i, stop, words)
        elif not word[0].isdecimal() and (head := head_of(word)) is not None:
            found = _headed(page, tokens, i, head, (stop, words), places)
        if found is not None and found.start >= reached:
            reached = found.stop
            yield found


def _lettered(page: Page, tokens: list[re.Match[str]], i: int, stop: int, words: Lexicon) -> Named | None:
    """«ГУНП у Сіверській області», «Сіверського обласного ТЦК та СП»."""
    body, token = page.body, tokens[i]
    if token.group() not in words.acronyms and not _BRANCH_LETTERS.match(token.group()):
        return None
    first, gender = i, ""
    for at in range(i - 1, max(-1, i - 1 - _MOST_LEFT), -1):
        shown = tokens[at].group()
        if body[tokens[at].end() : tokens[at + 1].start()] != " " or not _ATTRIBUTE.search(shown.lower()):
            break
        fits = next((g for g in gender or "fm" if attribute(shown, g) is not None), "")
        if not fits or words.cue.fullmatch(shown):
            break
        first, gender = at, fits
    while first < i and not tokens[first].group()[0].isupper() and not _of_region(tokens[first].group()):
        first += 1
    named = first < i and tokens[first].group()[0].isupper() and not _opens(page, tokens, first)
    named = named or (first < i and _of_place(tokens[first].group()))
    named = named or (first < i and _of_region(tokens[first].group()))  # «обласний ТЦК»
    end = token.end()
    support = _SUPPORT.match(body, end, stop)
    end = support.end() if support else end
    letters = _LETTERS_NEXT.match(body, end, stop) if _BRANCH_LETTERS.match(token.group()) else None
    end = letters.end() if letters else end
    behind = _behind(
        page, end, stop, words, tokens[first].start(), branch=bool(_BRANCH_LETTERS.match(token.group()))
    )
    if not (named or support or letters or behind > end):
        return None
    begin = tokens[first].start() if named or behind > end else token.start()
    before = [t.group() for t in tokens[first:i]] if begin < token.start() else []
    led = [attribute(w, gender) or w for w in before]
    return Named(begin, behind, "organisation", " ".join([*led, body[token.start() : behind]]))


def _headed(
    page: Page,
    tokens: list[re.Match[str]],
    i: int,
    head: Head,
    within: tuple[int, Lexicon],
    places: Sequence[tuple[int, int]],
) -> Named | None:
    """A body by the noun for what it is, where a place, a number or letters say which it is."""
    body, token = page.body, tokens[i]
    stop, words = within
    if head.base in _PRESS:
        return None
    first = _left(page, tokens, i, head, words)
    attributes = [t.group() for t in tokens[first:i]]
    capital = token.group()[0].isupper()
    numbered = bool(attributes) and attributes[0][0].isdecimal() and head.base in _NUMBERED
    forces = head.base in ("сили", "війська") and any(_FORCES.fullmatch(w) for w in attributes)
    of_place = any(_of_place(w) for w in attributes)
    end = _complement(page, token.end(), stop, head, words, places, named=of_place, capital=capital)
    if head.base == "сили":
        of = _FORCES_OF.match(body, token.end(), stop) if capital or forces else None
        if of is None and not forces:
            return None
        end = token.end() if of is None else of.end()
        numbered = True
    letters = None if forces else _LETTERS_NEXT.match(body, end, stop)
    lettered = letters is not None and letters["letters"] in words.acronyms
    end = letters.end() if letters is not None and lettered else end
    behind = _behind(page, end, stop, words, tokens[first].start(), branch=head.base in _BRANCH)
    told_apart = numbered or forces or of_place or behind > end or lettered
    general = bool(attributes) and attributes[0][0].isupper() and bool(_GENERAL.match(attributes[0]))
    of_what = end > token.end() and (
        general or (capital and (token.start() > tokens[0].start() or head.base in _NEEDS - {"центр"}))
    )
    if not (told_apart or of_what):
        return None
    begin = tokens[first].start()
    if begin < token.start() and not (numbered or of_place or forces):
        # small attributes belong to the name only where they say which: «обласне управління»
        while first < i and tokens[first].group()[0].islower() and not _of_region(tokens[first].group()):
            first += 1
        begin = tokens[first].start()
    name = body_base(body[begin:behind], "uk")
    return Named(begin, behind, "organisation", name) if behind - begin > len(token.group()) else None


def _left(page: Page, tokens: list[re.Match[str]], i: int, head: Head, words: Lexicon) -> int:
    """The first of the attributes straight before a head that agree with it, all upright or none."""
    first = i
    upright: bool | None = None
    for at in range(i - 1, max(-1, i - 1 - _MOST_LEFT), -1):
        shown = tokens[at].group()
        if page.body[tokens[at].end() : tokens[at + 1].start()] != " ":
            break
        if not shown[0].isdecimal():
            if (
                not _ATTRIBUTE.search(shown.lower())
                or words.cue.fullmatch(shown)
                or shown.lower() in words.roles
            ):
                break
            if not agrees(shown, head, tokens[i].group()):
                break
            stands = attribute(shown, head.gender) == shown
            if upright is not None and stands != upright:
                break
            upright = stands
        first = at
        if shown[0].isdecimal() or (shown[0].isupper() and not tokens[at - 1].group()[0].isdecimal()):
            break
    return first


def _of_place(word: str) -> bool:
    """«Сіверська», «Ольметського»: with a capital, made of a place's name."""
    return word[0].isupper() and re.search(r"(?:ськ|цьк|зьк)[а-яіїєґ]{1,3}\Z", word) is not None


def _of_region(word: str) -> bool:
    return (
        re.match(r"(?:обласн|районн|міськ|крайов|регіональн|головн|слідч|територіальн|окружн)", word)
        is not None
    )


def _opens(page: Page, tokens: list[re.Match[str]], first: int) -> bool:
    """Whether a word has its capital for opening the sentence, and is made of no place."""
    return first == 0 and not _of_place(tokens[0].group())


def _complement(
    page: Page, end: int, stop: int, head: Head, words: Lexicon, places: Sequence[tuple[int, int]],
    *, named: bool, capital: bool,
) -> int:  # fmt: skip
    """Where the words in the genitive behind a head end that say of what it is."""
    needs = head.base in _NEEDS
    of = _SOMEBODY.match(page.body, end, stop) if capital and head.base in _OF_SOMEBODY else None
    if of is not None and not _is_verb(of.group().split()[-1], words):
        return of.end()
    people = _OF_PEOPLE.match(page.body, end, stop) if capital and head.base in _UNITES else None
    if people is not None:
        return right_of(page, people.end(), stop, "uk", places, named=True)
    pair = _WITH_NOUN.match(page.body, end, stop) if needs or capital else None
    if pair is not None and not _is_verb(pair.group().split()[-1], words):
        return right_of(page, pair.end(), stop, "uk", places, named=True)
    if not (needs or capital):
        return end
    return right_of(page, end, stop, "uk", places, named=named and not needs)


def _is_verb(word: str, words: Lexicon) -> bool:
    return words.cue.fullmatch(word) is not None or cases(word, "uk").kind == "verb"


_CLOSES: Final = re.compile(r"\s?(?:[,.:»\"”;]|[–—-]\s|\Z)")


def _behind(page: Page, end: int, stop: int, words: Lexicon, begin: int, *, branch: bool) -> int:
    """Where the place ends that belongs to a body: always of a part of another, else only where a verb of
    saying, a name or the end of the clause follows and so nothing can have happened there."""
    body = page.body
    region = _REGION.match(body, end, stop) or (_IN_TOWN.match(body, end, stop) if branch else None)
    if region is None:
        return end
    if branch or region.group().split()[0] not in ("в", "у"):
        return region.end()
    following = _WORD.match(body, region.end() + 1, stop)
    if following is not None and body[region.end() : region.end() + 1] == " ":
        told = words.cue.fullmatch(following.group()) is not None
        return region.end() if told or following.group()[0].isupper() else end
    governed = body[max(0, begin - 3) : begin].strip().lower() in ("в", "у")
    return region.end() if governed and _CLOSES.match(body, region.end()) else end


__all__ = ["bodies_by_place"]
