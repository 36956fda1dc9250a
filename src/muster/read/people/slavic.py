"""People in a Russian or Ukrainian sentence: capital words that are names, that act, or follow a role.

A run of capital words is cut at places and bodies and at common words; what is left is a person where it has
the shape of a name (given name, patronymic, surname, initials), where two words in a row are in no
dictionary, or where a lone one follows a role, speaks or does something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from muster.read.page import Page
from muster.read.people.behind_office import (
    as_role,
    ends_as_surname,
    holds_office,
    is_place_of_many,
    named_behind,
    office_before,
)
from muster.read.people.call_names import announced_at
from muster.read.people.initials import in_genitive, initials_first
from muster.read.people.led_slavic import BY_WORDS, led_alone, led_along, led_upright
from muster.read.people.named_slavic import HER_PATRONYMIC, named_by
from muster.read.people.nobody import adjective, closed, may_be_a_subject, mid_capitals, oblique
from muster.read.people.role_words import BODY_ROLES, PLAIN, is_body_word, is_people_first, is_role
from muster.read.people.roles import Named
from muster.read.people.runs_slavic import PLACE_BEFORE, cut_at, word_before
from muster.read.people.words import (
    INITIAL,
    PATRONYMIC,
    Kind,
    acts,
    kind_of,
    parses_of,
    small_words,
    sure_surname,
    surname_like,
)
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.names.slavic import given_beside, given_name, surname_base
from muster.text.sources.cues import Lexicon
from muster.text.sources.trades import is_of_woman
from muster.text.spans import Span

_NEXT_SMALL: Final = re.compile(r"[ \u00a0]([а-яёіїєґ][а-яёіїєґ'’ʼ-]{1,30})")
_PREPOSITION: Final = listed(
    """в во на из под у до около возле близ через за над при о об от по для к ко с со без про з із зі від
    біля"""
)
_CALLED: Final = re.compile(
    r"(?:имени|по имени|на имя|на ім['’]я|ім\.|им\.|звать|звати|зовут|звуть|позывным|позивним|прозвищу"
    r"|прізвисько)\s\Z"
)
# «республика Тагын»: what follows is its name, and nobody's.
_GEOGRAPHIC: Final = re.compile(
    r"(?:республик|област|кра[йюе]|район|округ|сел[оауе]\Z|пос[её]л|деревн|хутор|станиц|рек[аиеу]\Z"
    r"|річ[кц]|озер|остр"
    r"|улиц|вулиц|площад|площ|громад|губерни|губерні|провинци|провінці|штат|проспект|вул|ул\Z)"
)
# «учительница из города Лунь», where «глава города Лунин» is a man
_FROM_TOWN: Final = re.compile(r"(?<!\w)(?:из|в|под|з|із|у|від|до)\s(?:город|міст|селищ)\w{0,3}\s\Z")
_MOST: Final = 4


def people_in_run(
    page: Page, tokens: Sequence[Span], at_head: bool, words: Lexicon, places: Sequence[tuple[int, int]]
) -> Iterator[Named]:
    """Everybody in one run of capital words; ``places``: spans of the gazetteer that touch the run."""
    piece: list[Span] = []
    first = True
    for at, token in enumerate(tokens):
        word = page.words(token)
        inside = any(a <= token.start and token.stop <= b for a, b in places)
        if (
            inside
            and not PATRONYMIC.search(page.words(tokens[at + 1]) if at + 1 < len(tokens) else "")
            and not (at + 1 == len(tokens) and holds_office(page, token.start, word, words))
            and not (at + 1 == len(tokens) and _is_surname_here(page, token, word, words.language))
            and not _given(word, words.language)
            and not (piece and _named_before(page, piece, word, words.language))
        ):
            yield from _people(page, piece, at_head and first, words)
            piece, first = [], False
            continue
        piece.append(token)
    yield from _people(page, piece, at_head and first, words)


def _is_surname_here(page: Page, token: Span, word: str, language: str) -> bool:
    """«Городец» of a text that names Ефим Городец, where no preposition makes it a town."""
    if word not in _behind_given(page.body, language):
        return False
    return word_before(page, token.start).lower() not in PLACE_BEFORE


@lru_cache(maxsize=2)
def _behind_given(body: str, language: str) -> frozenset[str]:
    """The capital words that stand behind somebody's given name in the nominative."""
    found = _TWO_CAPITALS.finditer(body)
    given = ((given_name(m.group(1), language), m.group(2)) for m in found)
    return frozenset(word for name, word in given if name is not None and not name.oblique)


_TWO_CAPITALS: Final = re.compile(
    r"(?<!\w)([А-ЯЁІЇЄҐ][а-яёіїєґ’'ʼ]{1,20})[ \u00a0](?=([А-ЯЁІЇЄҐ][а-яёіїєґ’'ʼ-]{2,30}))"
)
_PEOPLE = re.compile(r"(?:ер|ик|ист|ц|тел|ор|ант|ент)[ыи]\Z")


def _given(word: str, language: str) -> bool:
    return given_name(word, language) is not None


def _named_before(page: Page, piece: list[Span], word: str, language: str) -> bool:
    """«Иван Киров»: after a given name a town's name is a surname."""
    return kind_of(page.words(piece[-1]), language).given or INITIAL.match(page.words(piece[-1])) is not None


def _people(page: Page, piece: list[Span], at_head: bool, words: Lexicon) -> Iterator[Named]:
    title = ""
    while piece:
        reason = _no_part(page, piece, at_head, words)
        if not reason:
            break
        title = page.words(piece[0]) if reason == "title" else ""
        piece, at_head = piece[1:], False
    if not piece:
        return
    if len(piece) > 1:
        cut = cut_at(page, piece, words)
        if cut:
            yield from _people(page, piece[:cut], at_head, words)
            yield from _people(page, piece[cut:], False, words)
            return
    named = _person(page, piece, title, at_head, words)
    if named is not None:
        yield named


def _no_part(page: Page, piece: list[Span], at_head: bool, words: Lexicon) -> str:
    """Why the first word is not part of a name: "title", "plain" or ""."""
    word = page.words(piece[0])
    language = words.language
    if word in words.titles or word.lower() in words.titles:
        return "title"
    if INITIAL.match(word):
        return "" if len(piece) > 1 else "plain"
    kind = kind_of(word, language)
    if kind.given:
        return ""
    if at_head and len(piece) == 1 and _PEOPLE.search(word) and is_people_first(word, words):
        return "plain"  # «Военблогеры написали»
    if (
        closed(word, at_head, language)
        or word in PLAIN
        or word.lower() in BODY_ROLES
        or is_body_word(word, words)
    ):
        return "plain"
    if word.isupper() and len(word) > 1:
        return "plain" if len(word) < 5 or len(piece) == 1 else ""
    if is_role(word, words):
        return "title" if len(piece) > 1 or not kind.surname else ""
    if at_head and len(piece) > 1 and not kind.surname and (kind.known or kind.adjective):
        return "plain"
    named = kind.surname if kind.known else sure_surname(word, language)
    if at_head and len(piece) > 1 and not named and kind_of(page.words(piece[1]), language).given:
        return "plain"
    if at_head and len(piece) > 1 and word.lower() in small_words(page.body):
        return "plain"
    if len(piece) > 1 and kind.common and not kind.surname:
        return "plain"
    if (
        len(piece) > 1
        and kind.adjective
        and not kind.surname
        and not kind_of(page.words(piece[1]), language).given
    ):
        return "plain"
    return ""


def _person(page: Page, piece: list[Span], title: str, at_head: bool, words: Lexicon) -> Named | None:
    language = words.language
    strings = [page.words(t) for t in piece]
    start, stop = piece[0].start, piece[-1].stop
    if strings[-1][-1] in "’'-":
        stop -= 1
        strings[-1] = strings[-1][:-1]
    kinds = [kind_of(s, language) for s in strings]
    if len(piece) > 2 and kinds[0].surname and kinds[1].given and _surname_ends(kinds):
        # «Адвокат Борзенко Рената Ходак»: whose advocate, and then her name
        piece, strings, kinds, start = piece[1:], strings[1:], kinds[1:], piece[1].start
    if len(piece) > _MOST or any(closed(s, False, language) for s in strings):
        return None
    full = _full_name(strings, kinds)
    if full is None and len(piece) == 2 and INITIAL.match(strings[0]) and _acting(page, stop, words):
        full = "-"  # «О. Чалый пообещал»: an initial, and then somebody who does something
    if full == "f" and len(piece) > 1 and (his := _his_name(page, start, strings, words)):
        return Named(start, stop, "person", his, "m")
    if full == "-" and INITIAL.match(strings[0] if len(strings[0]) == 2 else strings[-1]):
        return _with_initials(page, start, stop, initials_first(strings), words)
    if full is not None:
        return named_by(start, stop, strings, full, True, language)
    if len(piece) == 1:
        found = _alone(page, piece[0], strings[0], kinds[0], title, at_head, words)
        behind = words.language == "ru" and office_before(page, start, words)
        return found if behind else led_upright(page, found, piece[0], words)
    if strings[0][0].isascii():
        return None
    if adjective(page, strings[-1], stop, language) and not kinds[-1].surname:
        return None
    if title:
        return named_by(start, stop, strings, _gender(title, words), True, language)
    role = _role_word(page, start, words) or _role_and_comma(page, start, stop, words)
    if role:
        led = led_along(role, strings, words)
        if led is not None:
            return Named(start, stop, "person", led[1], led[0])
        return named_by(start, stop, strings, _gender(role, words), True, language)
    told = len(piece) == 2 and BY_WORDS.search(page.body[max(0, start - 16) : start]) is not None
    if told and kinds[1].surname and not any(k.place or k.common for k in kinds) and not kinds[0].adjective:
        # «За словами Аміни Рашидової»: a given name that no list has, and a surname in her case
        her = language == "uk" and strings[1].endswith(("ої", "єї")) and strings[0].endswith(("и", "і"))
        if her:
            return Named(start, stop, "person", " ".join(surname_base(s, "f", "uk") for s in strings), "f")
        return named_by(start, stop, strings, "-", True, language)
    before = word_before(page, start)
    foreign = not any(k.place or k.adjective for k in kinds[:2]) and not kinds[0].common
    foreign = foreign and (
        not kinds[1].common or (kinds[0].known and kinds[0].surname) or len(piece) > 2 or not at_head
    )
    surnames = sum(k.surname for k in kinds)
    if before in PLACE_BEFORE and not surnames:
        return None
    acting = _acting(page, stop, words) or (not at_head and _told_before(page, start, words))
    if foreign and (language == "ru" or surnames or acting):
        known = surnames > 0 or acting
        return named_by(start, stop, strings, "-", known, language, weak=not known)
    return None


def _surname_ends(kinds: list[Kind]) -> bool:
    """«Борзенко Рената Ходак»: behind the given name stands a surname, so the one before it is another's."""
    last = kinds[-1]
    return len(kinds) == (4 if kinds[2].patronymic else 3) and not (last.patronymic or last.common)


_CLAUSE: Final = re.compile(r"(?:\A|[.!?;:,»«—–\"“”])([^.!?;:,»«—–\"“”]{1,80})\Z")


def _told_before(page: Page, start: int, words: Lexicon) -> bool:
    """«…, зазначила керівниця проєкту Дзвенислава Корх»: a verb of saying and a role stand before, in the
    clause, and nothing else has a capital there."""
    clause = _CLAUSE.search(page.body, max(0, start - 90), start)
    if clause is None:
        return False
    before = clause.group(1).split()
    low = [w.lower() for w in before]
    cue = words.cue.search(page.body, clause.start(1), start)
    role = any(is_role(w, words) or w in words.witness for w in low)
    return cue is not None and role and not any(w[:1].isupper() for w in before[1:])


def _his_name(page: Page, start: int, strings: list[str], words: Lexicon) -> str:
    """«По словам депутата Александра Ильина»: the genitive of a man's name, not a woman's; else ""."""
    language, given = words.language, strings[0]
    masculine = {"а": given[:-1], "я": f"{given[:-1]}й"}.get(given[-1:], "")
    male = given_name(masculine, language) if masculine else None
    if male is None or male.gender != "m" or male.oblique:
        return ""
    if not strings[-1].endswith(("ова", "ева", "ёва", "єва", "ина", "ына", "іна", "ого", "а", "я")):
        return ""
    before = _role_word(page, start, words)
    role = cases(before, language) if before else None
    governed = role is not None and role.genitive and "f" not in role.nominative and not role.nominative
    if language == "uk" and before.endswith(("а", "я", "у", "ю", "ом", "ем", "ові", "еві")):
        governed = governed or (before.lower() not in words.roles and not is_of_woman(before.lower(), "uk"))
    if not governed and BY_WORDS.search(page.body[max(0, start - 16) : start]) is None:
        return ""
    rest = [s if INITIAL.match(s) else surname_base(s, "m", language) for s in strings[1:]]
    return " ".join([male.base, *rest])


def _with_initials(page: Page, start: int, stop: int, strings: list[str], words: Lexicon) -> Named:
    """«П. С. Ветров», «судья Ветров П.С.»; in the genitive («по словам П. Ветрова») led to the nominative."""
    role = _role_word(page, start, words)
    case = cases(role, words.language) if role else None
    of_role = case is not None and case.genitive and role.lower() != lemma(role, words.language)
    if of_role or BY_WORDS.search(page.body[max(0, start - 16) : start]):
        gender, base = in_genitive(strings[-1], words.language)
        return Named(start, stop, "person", " ".join([*strings[:-1], base]), gender)
    return named_by(start, stop, strings, _gender(role, words) if role else "-", True, words.language)


def _full_name(strings: list[str], kinds: list[Kind]) -> str | None:
    """The gender of a name that has the shape of one; None where it has not."""
    initials = [i for i, s in enumerate(strings) if INITIAL.match(s)]
    if initials:
        rest = [i for i in range(len(strings)) if i not in initials]
        if len(rest) != 1:
            return None
        plain = len(initials) < 2 and kinds[rest[0]].common and kinds[rest[0]].adjective
        return None if plain and not strings[rest[0]].endswith(("ых", "их")) else "-"
    if len(strings) == 1:
        return None
    for i, kind in enumerate(kinds[:2]):
        if kind.given and (
            i == 0 or kinds[0].surname or not (kinds[0].common or kinds[0].adjective or kinds[0].place)
        ):
            given = given_beside(strings[i], strings[-1], "ru") or given_name(strings[i], "uk")
            patronymic = next((s for s, k in zip(strings, kinds, strict=True) if k.patronymic), "")
            return (
                "f"
                if HER_PATRONYMIC.search(patronymic)
                else given.gender
                if given
                else _patronymic_gender(patronymic)
            )
    if kinds[-1].patronymic and len(strings) > 1:
        return _patronymic_gender(strings[-1])
    return None


def _patronymic_gender(word: str) -> str:
    return "-" if not word else "f" if re.search(r"[ії]?[вч]н\w{0,2}\Z", word) else "m"


_FULL_NAME_NEXT = re.compile(r"[ \u00a0]([А-ЯІЇЄҐ][а-яёіїєґ'’-]{2,20})[ \u00a0][А-ЯІЇЄҐ][а-яёіїєґ]")


def _before_full_name(page: Page, stop: int, language: str) -> bool:
    following = _FULL_NAME_NEXT.match(page.body, stop)
    return following is not None and kind_of(following.group(1), language).given


def _alone(
    page: Page, token: Span, word: str, kind: Kind, title: str, at_head: bool, words: Lexicon
) -> Named | None:
    language = words.language
    start, stop = token
    if word.isupper() or len(word) < 3 or not word[0].isalpha() or word[0].isascii():
        return None
    if announced_at(page.body, start) >= 0:
        return Named(start, stop, "person", word)  # «на прізвисько Кум»: in no case, whatever the word means
    if word in PLAIN or is_body_word(word, words):
        return None
    office = holds_office(page, start, word, words)
    if is_role(word, words):  # «мэр Мельник»
        return named_by(start, stop, [word], "-", False, language, weak=True) if office else None
    if at_head and _SAID_SO.search(word) and word.lower() in words.cue_class:
        return None  # «Питали, де живе брат»
    if kind.given and not kind.common:
        given = given_name(word, language)
        if given is None and _role_and_comma(page, start, stop, words):
            return named_by(start, stop, [word], "-", False, language, weak=True)
        if given is None and not kind.surname and not office:
            return Named(start, stop, "name?", word)
        if given is not None and (at_head and word.lower() in small_words(page.body)):
            return Named(start, stop, "name?", word)
        if given is not None:
            return named_by(start, stop, [word], given.gender, True, language, weak=word in _AMBIGUOUS)
    told = title or _role_word(page, start, words)
    led = led_alone(told, word, words) if told else None
    if led is not None and not adjective(page, word, stop, language):
        return Named(start, stop, "person", led[1], led[0], certain=bool(title))
    if title and not (office and is_place_of_many(word, page)) and not oblique(word, title, language):
        return named_by(start, stop, [word], _gender(title, words), True, language)
    if adjective(page, word, stop, language) or _qualifies(page, word, stop, kind, language):
        return None
    if _before_full_name(page, stop, language):
        return None  # «мерка Олмета Петра Волкан»: of what she is the head, and then her name
    before = word_before(page, start)
    role = _role_word(page, start, words)
    plain = not (language == "ru" and sure_surname(word, language))
    if (_DWELLERS.match(before.lower()) and not kind.given) or _PLACE_SO.search(
        page.body, max(0, start - 20), start
    ):
        return None  # «жители Верхних Лужков», «мешканці Підгірного», «жительница Ясного», «у мерії Підгір'я»
    if role:
        if plain and oblique(word, role, language) and not (office and ends_as_surname(word, page)):
            return None
        if office and is_place_of_many(word, page):
            return None  # «мэр Липняков»
        return named_by(start, stop, [word], _gender(role, words), False, language)
    if not kind.place and _role_and_comma(page, start, stop, words):
        return named_by(start, stop, [word], "-", False, language, weak=True)
    held = office_before(page, start, words) if language == "ru" and not at_head else ""
    if held and named_behind(page, start, word, held):  # «прокурор гарнизона Ракитина»
        gender = "f" if word.endswith(("ова", "ева", "ёва", "ина", "ына", "ая")) else _gender(held, words)
        return named_by(start, stop, [word], gender, ends_as_surname(word, page), language)
    if _CALLED.search(page.body, max(0, start - 24), start):
        return named_by(start, stop, [word], "-", False, language, weak=True)
    if _GEOGRAPHIC.match(before.lower()) or _FROM_TOWN.search(page.body, max(0, start - 24), start):
        return None
    return _by_deed(page, token, word, kind, at_head, before, words)


# A capital adjective that villages have and people have not.
_PLACE_SO: Final = re.compile(
    r"(?<!\w)(?:Верхн|Нижн|Больш|Мал|Стар|Нов|Средн|Дальн|Ближн|Велик|Красн|Сух|Мокр|Крив|Вели|Верхні|Нижні)"
    r"(?:их|ых|ими|ыми|ого|его|ому|ему|ей|ой|ої|ій|ий|ый|яя|ая|ее|ое|ие|ые|им|ым|ем|ом|і|я|є|е|а)[ \u00a0]\Z"
)
_SAID_SO: Final = re.compile(r"[аяиіуоїе]ли\Z")
_DWELLERS: Final = re.compile(
    r"(?:мешкан|жител|обывател|обивател|уродж|урож|виходц|выходц|мері[яїєю]|мэри|міськрад|сільрад|горсовет|сельсовет|лікарн"
    r"|больниц|комендатур)"
)


def _by_deed(
    page: Page, token: Span, word: str, kind: Kind, at_head: bool, before: str, words: Lexicon
) -> Named | None:
    """A lone word that has a surname's ending, signs, speaks or does something; else one to be settled."""
    language = words.language
    start, stop = token
    if (
        kind.common
        and _speaks(page, start, stop, words)
        and word in mid_capitals(page.body)
        and not kind.adjective
    ):
        return named_by(start, stop, [word], "-", False, language, weak=True)
    if (
        kind.common
        and not at_head
        and not before
        and surname_like(word, language)
        and page.body[start - 2 : start] in ("— ", "– ")
    ):
        # A signature: «… — Лугов».
        return named_by(start, stop, [word], "-", False, language, weak=True)
    if kind.place or before in PLACE_BEFORE or (kind.common and not sure_surname(word, language)):
        return Named(start, stop, "name?", word)
    if word.lower() in small_words(page.body) and not kind.surname:
        return None
    if at_head and word not in mid_capitals(page.body) and not sure_surname(word, language):
        return Named(start, stop, "name?", word)
    if sure_surname(word, language):
        return named_by(start, stop, [word], "-", False, language, weak=True)
    does = _speaks(page, start, stop, words) or (_acting(page, stop, words) and not kind.adjective)
    if does and may_be_a_subject(page, start, word, [before] if before else [], at_head, language):
        return named_by(start, stop, [word], "-", False, language, weak=True)
    return Named(start, stop, "name?", word)


_AMBIGUOUS: Final = listed(
    """Вера Веры Вере Веру Верой Надежда Надежды Надежде Надежду Надеждой Любовь Любви Любовью Лев Льва Роман
    Романа Романе Роза Розы Слава Славы Злата Лилия Владимир Владимира Владимире Майя Майи Герман Платон Віра
    Віри Віру Надія Надії Надію Любов Любові Романа Злата Лілія Сокол"""
)


def _qualifies(page: Page, word: str, stop: int, kind: Kind, language: str) -> bool:
    """«Полтавська облрада», «Лужанского завода»: an adjective with its noun after it."""
    if not kind.adjective and not (language == "uk" and re.search(r"[сцз]ьк\w{1,3}\Z", word)):
        return False
    following = _NEXT_SMALL.match(page.body, stop)
    if following is None:
        return False
    small = following.group(1)
    if small in _PREPOSITION or small in _JOINING or acts(small, language):
        return False
    return language == "uk" or any(
        "NOUN" in t or ("ADJF" in t and "Apro" not in t) for t in parses_of(small, language)[:1]
    )


_JOINING: Final = listed(
    """и а но или что как когда если не уже ещё еще также тоже был была было были і й та але або що
    як коли якщо
    вже ще також теж був була було були"""
)


def _role_word(page: Page, start: int, words: Lexicon) -> str:
    return as_role(word_before(page, start), words)


_WORD_AND_COMMA: Final = re.compile(r"([^\W\d_][\w'’ʼ-]{1,30})(?: (?:его|её|ее|их|його|її|їх))?, \Z")


def _role_and_comma(page: Page, start: int, stop: int, words: Lexicon) -> str:
    """«мой тренер, Арон Жупанский, говорил»: what somebody is, and his name set off by commas."""
    if not page.body.endswith(", ", 0, start) or page.body[stop : stop + 1] not in (",", ".", "»"):
        return ""
    before = _WORD_AND_COMMA.search(page.body, max(0, start - 34), start)
    return as_role(before.group(1), words) if before is not None else ""


def _gender(role: str, words: Lexicon) -> str:
    low = role.rstrip(".").lower()
    return "m" if low in words.male else "f" if low in words.female else "-"


def _acting(page: Page, stop: int, words: Lexicon) -> bool:
    following = _NEXT_SMALL.match(page.body, stop)
    return following is not None and acts(following.group(1), words.language)


def _speaks(page: Page, start: int, stop: int, words: Lexicon) -> bool:
    before = page.body[max(0, start - 24) : start]
    last = words.cue.search(before[before.rstrip().rfind(" ") + 1 :]) if before[-1:] == " " else None
    if last and words.cue_class.get(last.group().lower()) in ("say", "write", "think"):
        return True
    near = words.cue.match(page.body[stop : stop + 40].lstrip())
    return bool(near and page.body[stop : stop + 1] == " ")


__all__ = ["people_in_run"]
