"""Who is named: people, bodies and groups, with base form, role and organisation; by rule.

A person is a run of capitalised words that holds a known given name, follows a title or a role,
says or is said to have said something, or repeats the surname of somebody named in full. Nobody is
a person only because of a capital letter. What is looked at beside a name is bounded, so the cost
is linear in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from muster.read.nobody import (
    FIRST_WORD,
    SPEAKING_EN,
    adjective,
    bodily,
    closed,
    may_be_a_subject,
    mid_capitals,
    oblique,
    russian_tags,
    speaking_body,
)  # fmt: skip
from muster.read.page import Page
from muster.read.roles import (
    BODY_ROLES,
    DEMONYM,
    LATIN,
    PLAIN,
    Named,
    is_body_word,
    is_role,
    with_role,
)  # fmt: skip
from muster.read.transcript import speakers
from muster.text.cues import Lexicon, lexicon
from muster.text.lemmas import analyzer
from muster.text.listed import listed
from muster.text.slavic_names import given_name, surname_base
from muster.text.spans import Span, union

_CYRIL = r"[А-ЯЁІЇЄҐ](?:\w|[-’'ʼ](?=\w)){1,40}|[А-ЯЁІЇЄҐ]\.(?=\s?[А-ЯЁІЇЄҐ])"


_WORD_EN = rf"(?:{LATIN})"
# "Soldiers' Rights Watch": a possessive plural belongs to the name.
_RUN_EN = re.compile(
    rf"(?<![\w@#/.-]){_WORD_EN}(?:(?:(?:(?<=s)['’])?[ \u00a0]{{1,2}}|\s?/\s?|(?<=\.))"
    rf"(?:(?:of the|of|for the|for|de|van der|van|von|bin|ibn|del"
    rf"|la)[ \u00a0](?={_WORD_EN}))?{_WORD_EN}){{0,8}}"
)
_RUN_CYR = re.compile(
    rf"(?<![\w@#/.-])(?:{_CYRIL})(?:(?:[ \u00a0]{{1,2}}|(?<=\.))(?:{_CYRIL}|{LATIN})){{0,4}}"
)
_QUOTED_NAME = re.compile(r"[ \u00a0][«\"“„]([^«»\"“”„\n]{2,60})[»\"”“]")
_ACRONYM = re.compile(r"[A-ZА-ЯІЇЄҐ][A-ZА-ЯІЇЄҐ0-9]{1,6}(?:-\w{1,3})?\Z")
_INITIAL = re.compile(r"[A-ZА-ЯЁІЇЄҐ]\.\Z")
# Given names that are common words or places too: alone they name nobody.
_AMBIGUOUS = listed(
    """Mark May Grace Faith Rose Will Bill Jordan Kim Lee Dean Max Guy Bob Jack Frank Christian Jean German
    Roy Ray Art Вера Веры Вере Веру Верой Надежда Надежды Надежде Надежду Надеждой Любовь Любви Любовью
    Лев Льва Роман Романа Романе Марк Марка Ян Яна Роза Розы Слава Славы Злата Лилия Владимир Владимира
    Владимире Майя Майи Кира Ева Герман Платон Віра Віри Віру Надія Надії Надію Любов Любові Лев Роман
    Романа Марк Марко Ян Яна Злата Лілія Богдан Богдана Юрій Зоряна Назар"""
) - {"Юрій", "Назар", "Богдан", "Богдана"}
_INTRODUCED = re.compile(
    r",\s(?:\d{2},|an?\s[a-z]|the\s[a-z-]+\s(?:of|and|who)|who\s|whose\s(?!(?:head|director|leader|founder|members|lawyers|staff|editor|office|spokes\w+)\b))"
)


def find_named(page: Page) -> list[Named]:
    """Everybody and every body named on the page, in order, without overlaps."""
    found: list[Named] = []
    for sentence, language in zip(page.sentences, page.languages, strict=True):
        pattern = _RUN_EN if language == "en" else _RUN_CYR
        for run in pattern.finditer(page.body, sentence.start, sentence.stop):
            found.extend(_classify(page, run.span(), sentence, language))
    labels = speakers(page)
    known = _known_surnames([*labels, *found])
    named = [n for n in (_settle(page, n, known) for n in found) if n is not None]
    if labels:
        taken = union((n.start, n.stop) for n in labels)
        named = [
            *labels,
            *(n for n in named if not any(n.start < t.stop and t.start < n.stop for t in taken)),
        ]
    return _without_overlaps(named)


def _tokens(body: str, span: tuple[int, int]) -> list[Span]:
    return [
        Span(m.start() + span[0], m.end() + span[0]) for m in re.finditer(r"[^\s/]+", body[span[0] : span[1]])
    ]


def _classify(page: Page, run: tuple[int, int], sentence: Span, language: str) -> Iterator[Named]:
    body, words = page.body, lexicon(language)
    tokens = _tokens(body, run)
    head_of_sentence = at_head(page, run[0], sentence)
    title = ""
    while tokens and (drop := _not_a_name(page, tokens, head_of_sentence, words)):
        title = page.words(tokens[0]) if drop == "title" else ""
        tokens = tokens[1:]
        head_of_sentence = False
    if not tokens:
        return
    start, stop = tokens[0].start, tokens[-1].stop
    text = body[start:stop]
    if text[-2:] in ("'s", "’s"):
        stop -= 2
    elif text[-1] in "’'-":
        stop -= 1
    outlet = words.outlet.match(body, start)
    if outlet and outlet.end() >= stop:
        yield Named(start, outlet.end(), "organisation", outlet.group())
        return
    for i in range(1, len(tokens) - 1):
        # «Минобороны Пётр …»: a body, then a person of it.
        heads = [page.words(t) for t in tokens[:i]]
        if given_name(page.words(tokens[i]), language) and all(
            is_body_word(h, words) or _ACRONYM.match(h) for h in heads
        ):
            yield Named(start, tokens[i - 1].stop, "organisation", " ".join(heads))
            tokens, start = tokens[i:], tokens[i].start
            break
    if _glued(page, tokens, language):
        tokens = tokens[1:]
        start = tokens[0].start
    strings = [page.words(t) for t in tokens]
    strings[-1] = body[tokens[-1].start : stop]
    body_like = _organisation(page, tokens, strings, stop, words)
    person = _person(page, tokens, strings, stop, title, words, head_of_sentence)
    if person is None and body_like is None and speaking_body(page, start, stop, words):
        yield Named(start, stop, "organisation", " ".join(strings))
        return
    if person is None and body_like is None and len(tokens) == 1:
        # Kept only if somebody named in full bears it.
        yield Named(start, stop, "name?", strings[0])
    if person and not (body_like and not title and given_name(strings[0], language) is None):
        yield person
    elif body_like:
        yield body_like


def _glued(page: Page, tokens: list[Span], language: str) -> bool:
    """«Заречья Пётр Ветров»: a word of something else straight before a given name and a surname."""
    if language == "en" or len(tokens) < 3 or given_name(page.words(tokens[0]), language):
        return False
    given, last = given_name(page.words(tokens[1]), language), page.words(tokens[2])
    return given is not None and _PATRONYMIC.search(last) is None


# -ович, -івна and their cases.
_PATRONYMIC = re.compile(r"(?:[оеє]вич|[оеєі]вн|ївн|[иі]чн)\w{0,3}\Z")


def at_head(page: Page, start: int, sentence: Span) -> bool:
    """Whether nothing but marks stands before this place in its sentence."""
    return not page.body[sentence.start : start].strip(" \"'“”„«‘—–-*_([#❗️⚡")


def _not_a_name(page: Page, tokens: list[Span], at_head: bool, words: Lexicon) -> str:
    """Why the first word of a run is not part of the name: "title", "plain" or ""."""
    first = page.words(tokens[0])
    bare = first.rstrip(".").removesuffix("'s").removesuffix("’s")
    if bare in words.titles or bare.lower() in words.titles:
        return "title"
    if bare in words.organisation_words or (words.language != "en" and is_body_word(bare, words)):
        return ""
    if closed(bare, at_head, words.language):
        return "plain"
    if (
        bare in PLAIN
        or bare.lower() in BODY_ROLES
        or (at_head and len(bare) == 1 and not first.endswith("."))
    ):
        return "plain"
    if at_head and len(tokens) > 1 and given_name(bare, words.language) is None and not bare.isupper():
        second = page.words(tokens[1])
        surname = (
            "Surn" in russian_tags(bare) if words.language == "ru" else _surname_like(bare, words.language)
        )
        if given_name(second, words.language) and not surname and not is_role(bare, words):
            return "plain"
    if is_role(bare, words) and len(tokens) > 1 and given_name(bare, words.language) is None:
        following = page.words(tokens[1])
        return "" if following in words.organisation_words or following in ("of", "for") else "title"
    if at_head and not (bare.isupper() and len(bare) > 1) and given_name(bare, words.language) is None:
        return ""
    return ""


def _person(
    page: Page, tokens: list[Span], strings: list[str], stop: int, title: str, words: Lexicon, first: bool
) -> Named | None:
    language = words.language
    start = tokens[0].start
    given = given_name(strings[0], language)
    count = len(tokens)
    if given is None and count >= 2 and _INITIAL.match(strings[0]):
        names = [s for s in strings if not _INITIAL.match(s)]
        return _as_person(page, start, stop, strings, "-", True, words) if len(names) == 1 else None
    if (
        given is not None
        and count <= 4
        and not (count == 1 and (strings[0] in _AMBIGUOUS or (first and len(strings[0]) < 3)))
    ):
        return _as_person(page, start, stop, strings, given.gender, True, words)
    if (
        given is None
        and count >= 2
        and language != "en"
        and given_name(strings[1], language)
        and not strings[1].endswith(".")
    ):
        # "Сидоров Иван": surname first.
        second = given_name(strings[1], language)
        return _as_person(page, start, stop, strings, second.gender if second else "-", True, words)
    if strings[-1].isupper() and len(strings[-1]) > 1 and count == 1:
        return None
    if any(closed(s, False, language) for s in strings):
        return None
    if not title and language == "en" and bodily(page, start):
        return None
    if language != "en" and adjective(page, strings[-1], stop, language):
        return None
    if count == 1 and (is_role(strings[0], words) or is_body_word(strings[0], words)):
        return None
    if count > 3 or any(s in words.organisation_words for s in strings):
        return None
    if title and count == 1 and language != "en" and oblique(strings[0], title, language):
        return None
    if title:
        gender = (
            "m"
            if title.rstrip(".").lower() in words.male
            else "f"
            if title.rstrip(".").lower() in words.female
            else "-"
        )
        return _as_person(page, start, stop, strings, gender, True, words)
    before = FIRST_WORD.findall(page.body[max(0, start - 30) : start].rsplit("\n", 1)[-1])
    after = _NEXT_WORD.match(page.body, stop)
    if language == "en" and after and after.group(1) in words.roles:
        # "Agora lawyer N": a body before what somebody is there.
        return None
    adjacent = page.body[start - 1 : start] in (" ", "\u00a0") and page.body[start - 2 : start - 1].isalpha()
    if count == 1 and language != "en" and before and adjacent and oblique(strings[0], before[-1], language):
        return None
    told = adjacent and before and is_role(before[-1], words) and before[-1].lower() not in BODY_ROLES
    if told and before[-1].lower() not in words.plural:
        gender = (
            "f" if before[-1].lower() in words.female else "m" if before[-1].lower() in words.male else "-"
        )
        return _as_person(page, start, stop, strings, gender, count > 1, words)
    if count >= 2 and language == "ru" and _russian_name(strings):
        return _as_person(page, start, stop, strings, "-", True, words)
    if before and before[-1].lower() in _PLACE_PREPOSITIONS and adjacent:
        return None
    if count == 1 and not may_be_a_subject(
        page, start, strings[0], before if adjacent else [], first, language
    ):
        return None
    if _surname_like(strings[-1], language) and (
        count == 2 or not first or _speaks(page, start, stop, words)
    ):
        return _as_person(page, start, stop, strings, "-", count == 2 and not first, words, weak=True)
    if _speaks(page, start, stop, words) or (count == 2 and _INTRODUCED.match(page.body, stop)):
        return _as_person(page, start, stop, strings, "-", False, words, weak=True)
    return None


_NEXT_WORD = re.compile(r"[ \u00a0]([a-z][a-z-]{2,30})")
_PLACE_PREPOSITIONS = listed(
    """of in from near at to outside around through into toward towards в во у из под на з із зі біля до
    під"""
)
_CALLED = (
    " the name ",
    " only as ",
    " named ",
    " called ",
    " по имени ",
    " на имя ",
    " на ім'я ",
    " на ім’я ",
    " именем ",
    " іменем ",
    " звать ",
    " звати ",
)


def _speaks(page: Page, start: int, stop: int, words: Lexicon) -> bool:
    after = page.body[stop : stop + 40]
    if words.language == "en" and SPEAKING_EN.match(after):
        return True
    before = page.body[max(0, start - 24) : start]
    last = words.cue.search(before[before.rstrip().rfind(" ") + 1 :]) if before[-1:] == " " else None
    if last and words.cue_class.get(last.group().lower()) in ("say", "write", "think"):
        return True
    if before.endswith(_CALLED):
        return True
    if words.language != "en":
        near = words.cue.match(after.lstrip())
        return bool(near and after[:1] == " ")
    return before.endswith(("ccording to ", "told by ", *_CALLED))


_SURNAME_RU = re.compile(
    r"(?:[оеё]в|[иы]н|ск[ио]й|цк[ио]й|енко|чук|юк|[оеё]ва|[иы]на|ская|цкая|швили|дзе|ян|[оеё]вым"
    r"|[оеё]вой|[оеё]ву|ского|скому)\Z"
)
_SURNAME_UK = re.compile(
    r"(?:енко|чук|юк|ук|ський|цький|ська|цька|ів|їв|ишин|енка|енку|енком|ського|цького|ської|цької|чука)\Z"
)
_SURNAME_EN = re.compile(r"(?:ov|ev|yev|enko|chuk|sky|skyi|skiy|skyy|ova|eva|skaya|ska|shvili|dze|yuk|iuk)\Z")


def _surname_like(word: str, language: str) -> bool:
    if len(word) < 5:
        return False
    pattern = {"ru": _SURNAME_RU, "uk": _SURNAME_UK}.get(language, _SURNAME_EN)
    return pattern.search(word) is not None and word not in PLAIN


def _russian_name(strings: list[str]) -> bool:
    return "Name" in russian_tags(strings[0]) and not any(
        "Geox" in russian_tags(s) or "Orgn" in russian_tags(s) for s in strings
    )


def _as_person(
    page: Page,
    start: int,
    stop: int,
    strings: list[str],
    gender: str,
    certain: bool,
    words: Lexicon,
    weak: bool = False,
) -> Named:
    norm = base_form(strings, gender, words.language)
    return Named(start, stop, "person" if not weak else "person?", norm, gender, certain=certain)


def base_form(strings: list[str], gender: str, language: str) -> str:
    """The name as a register would put it: «Ивана Сидорова» → "Иван Сидоров"."""
    if language == "en":
        return " ".join(strings)
    givens = [given_name(s, language) for s in strings]
    known = next((g for g in givens if g is not None), None)
    oblique = known.oblique if known else False
    based = []
    for word, given in zip(strings, givens, strict=True):
        if given is not None and given is known:
            based.append(given.base)
        elif oblique and not _INITIAL.match(word):
            based.append(surname_base(word, gender if gender in "mf" else "m", language))
        else:
            based.append(word)
    return " ".join(based)


def _organisation(
    page: Page, tokens: list[Span], strings: list[str], stop: int, words: Lexicon
) -> Named | None:
    start = tokens[0].start
    quoted = _QUOTED_NAME.match(page.body, stop)
    if words.language == "en":
        keyed = [s for s in strings if s in words.organisation_words]
    else:
        keyed = [s for s in strings if is_body_word(s, words) or (quoted and _ACRONYM.match(s))]
    if keyed and quoted and words.language != "en":
        return Named(start, quoted.end(), "organisation", quoted.group(1))
    if len(strings) == 1 and (_ACRONYM.match(strings[0]) or strings[0] in words.acronyms):
        is_word = words.language == "en" and (len(strings[0]) > 6 or strings[0] in PLAIN)
        return None if is_word or strings[0] in PLAIN else Named(start, stop, "organisation", strings[0])
    following = _NEXT_WORD.match(page.body, stop) if words.language == "en" else None
    if following and following.group(1) in words.roles and not keyed and not DEMONYM.match(strings[-1]):
        lead = " ".join(strings)
        return (
            None
            if given_name(strings[0], "en") or lead in PLAIN
            else Named(start, stop, "organisation", lead)
        )
    if not keyed or (len(strings) == 1 and words.language == "en"):
        return None
    stop = _genitives(page, stop, words.language) if words.language != "en" else stop
    text = page.body[start:stop]
    return Named(start, stop, "organisation", body_base(text, words.language))


_NEXT_LOW = re.compile(r"[ \u00a0](?:(?:по|з|із|с|и|та|й) )?([а-яёіїєґ][а-яёіїєґ'’-]{2,30})")
_GENITIVE_UK = re.compile(r"(?:ої|их|ого|ів|їв|ей|ня|сті|ції|ості|ки|ни|ти|ди|ви|ми|ри|ту|ву|нь|к)\Z")


def _genitives(page: Page, stop: int, language: str) -> int:
    """«Министерство обороны», «Комитет солдатских матерей»: the words that belong to the name."""
    for _ in range(4):
        following = _NEXT_LOW.match(page.body, stop)
        if following is None:
            break
        word = following.group(1)
        belongs = (
            ("gent" in russian_tags(word) and "VERB" not in russian_tags(word))
            if language == "ru"
            else _GENITIVE_UK.search(word) is not None and lexicon("uk").cue.fullmatch(word) is None
        )
        if not belongs:
            break
        stop = following.end()
    return stop


@lru_cache(maxsize=1 << 14)
def body_base(text: str, language: str) -> str:
    """The head of a Russian body's name in the nominative; elsewhere the words as they stand."""
    morph = analyzer("ru") if language == "ru" else None
    head, blank, rest = text.partition(" ")
    if morph is None or not head[1:].islower():
        return text
    parse = morph.parse(head)[0]
    if "NOUN" not in parse.tag or "nomn" in parse.tag:
        return text
    nominative = parse.inflect({"nomn"})
    return (nominative.word.capitalize() if nominative else head) + blank + rest


def _known_surnames(found: list[Named]) -> dict[str, Named]:
    """Last words of people named in full, by base form."""
    known: dict[str, Named] = {}
    shared = set()
    for n in found:
        if n.kind == "person" and " " in n.norm:
            surname = n.norm.rsplit(" ", 1)[1]
            if known.setdefault(surname, n).norm != n.norm:
                shared.add(surname)
    # Two bearers: the surname alone stays what it is, nobody is guessed.
    sure = {surname: n for surname, n in known.items() if surname not in shared}
    # Somebody known here by one name only is himself wherever that name stands; where only his speaking
    # showed that it is a name, it must have done so twice.
    times = Counter(n.norm for n in found if n.kind == "person?" and " " not in n.norm)
    for n in found:
        certain = (n.kind == "person" and n.certain) or (n.kind == "person?" and times[n.norm] > 1)
        if certain and " " not in n.norm and n.norm not in known:
            sure.setdefault(n.norm, n)
    return sure


def _settle(page: Page, n: Named, known: dict[str, Named]) -> Named | None:
    """Give role and organisation; decide on the doubtful; lead a lone surname to its bearer's form."""
    if n.kind in ("person", "person?", "name?") and " " not in n.norm:
        bearer = _bearer(n.norm, known, page.languages[page.sentence_at(n.start)])
        if bearer is not None:
            n = replace(n, kind="person", norm=bearer.norm, gender=bearer.gender, certain=True)
    if n.kind == "name?":
        return None
    if n.kind == "person?":
        n = replace(n, kind="person", certain=False)
    if n.kind == "person":
        return with_role(page, n)
    return n


def _bearer(word: str, known: dict[str, Named], language: str) -> Named | None:
    if word in known:
        return known[word]
    if language == "en":
        return None
    for gender in "mf":
        bearer = known.get(surname_base(word, gender, language))
        if bearer is not None and bearer.gender in (gender, "-"):
            return bearer
    return None


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
