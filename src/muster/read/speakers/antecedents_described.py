"""Who is meant by a description: "the lawyer" is the person whom the text called one, "the ministry" the
body named last that is one. Pronouns: ``antecedents``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from muster.read.english.described_again import by_whole_phrase, by_wider_word, fits_sex
from muster.read.page import Page
from muster.read.people.people import Named, is_role
from muster.read.slavic.described_again import (
    mayor_called,
    of_the_same,
    rank_of,
    spoke_here,
    told_of,
    trades_of_house,
    unnamed_before,
)
from muster.read.slavic.phrases import WHO_KNOWS
from muster.read.slavic.tokens import fits_behind
from muster.read.speakers.antecedents import upright
from muster.read.speakers.antecedents_bodies import BODY_NOUNS, before, body_described
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.cues import Lexicon
from muster.text.sources.trades import LEGAL, head_words, is_of_woman, narrower, trade_of, trades_among
from muster.text.sources.words import source_words
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voice import Voice
    from muster.read.speakers.voices import Voices

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
    "батько": "m", "пенсионер": "m", "пенсіонер": "m", "старик": "m", "юноша": "m", "юнак": "m",
    "господар": "m", "господиня": "f", "хозяйка": "f", "селянин": "m", "селянка": "f", "крестьянка": "f",
    "переселенка": "f", "переселенець": "m", "переселенец": "m", "містянин": "m", "містянка": "f",
    "горожанка": "f", "горожанин": "m",
    "пенсионерка": "f", "пенсіонерка": "f", "собеседница": "f", "співрозмовниця": "f",
}  # fmt: skip
_HERS: Final = re.compile(r"(?<!\w)(?:его|её|ее|их|його|її|їх)\s\Z", re.I)
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
            again = by_whole_phrase(voices, span, definite.group(2)) if definite is not None else []
            if definite is not None and not again:
                again = by_wider_word(voices, span, definite.group(2), "", lexicon)
            if again and definite is not None and definite.group(1).lower() == "the":
                return replace(voices.of_person(again[0], span), trust=0.7)
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
    if last in BODY_NOUNS and _HERS.search(voices.page.body, max(0, span.start - 5), span.start):
        return None  # «Її організація»: hers, whatever body was named last
    if last in BODY_NOUNS:
        own = (
            {w for w in words.split() if w[:1].isupper() and w.lower() != last}
            if lexicon.language == "en"
            else set()
        )
        return body_described(voices, span, last, frozenset(own))
    if lexicon.language == "en" and last in source_words("en").bodies - source_words("en").people:
        return None  # "The military" is no military spokesman
    if lexicon.language == "uk" and parts[-1] != last and parts[-1] in source_words("uk").people:
        return None  # «хлопці» are no one lad
    if last in _ANYBODY and len(parts) == 1 and (spoke := spoke_here(voices, span, _HUMAN.get(last, "-"))):
        return spoke  # «за словами чоловіка»: whoever spoke last, though another is somebody's husband
    aged = _of_age(voices, span, parts[-1])
    if aged is not None:
        return replace(voices.of_person(aged, span), trust=0.7)
    bearers = _bearers(voices, span, parts[-1], last, lexicon) or _of_wider(
        voices,
        span,
        parts[-1] if trade_of(last, lexicon) == trade_of(parts[-1], lexicon) else last,
        parts,
        lexicon,
    )
    if lexicon.language != "en" and len(parts) == 2 and bearers and _governs(parts, lexicon.language):
        bearers = of_the_same(voices, span, bearers, parts[1], lexicon)
    kin = lexicon.language != "en" and last in lexicon.relative
    kin = kin and not (last in _ANYBODY and len(parts) == 1)  # «чоловік» is a man as well as a husband
    other = lexicon.language != "en" and (
        last in _ANYBODY and _MORE.match(voices.page.body, span.stop) is not None
    )
    other = other or (last in _HUMAN and lexicon.language != "en" and _placed(voices.page, span, lexicon))
    if other or (lexicon.language != "en" and WHO_KNOWS.match(voices.page.body, span.stop)):
        return None
    if lexicon.language != "en" and not kin:
        bearers = mayor_called(voices, span, parts, lexicon, bearers)
        if len(parts) == 1 and (unnamed := unnamed_before(voices, span, last, lexicon)) is not None:
            heard = unnamed.speaker.mention
            if heard is not None and not any(n.start > heard.start for n in bearers[:1]):
                return unnamed
        if len(parts) == 1 and (topic := told_of(voices, span, last, lexicon, bearers)) is not None:
            return topic
    if not bearers and not kin and (last in _HUMAN or _AGED.search(parts[-1])):
        bearers = _plain_people(voices, span, _HUMAN.get(last, "-"), lexicon)
        if trade_of(last, lexicon) in _parts_of_trial(lexicon):
            bearers = [n for n in bearers if not roles_of(voices, n, lexicon) & _other_part(last, lexicon)]
        if len({n.norm for n in bearers}) > 1 and lexicon.language != "en" and len(parts) == 1:
            spoke = spoke_here(voices, span, _HUMAN.get(last, "-"))
            if spoke is not None and any(n.norm == spoke.speaker.name for n in bearers):
                return spoke
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
        for n in before(voices, span.start)
        if n.kind == "person"
        and (role := n.role or voices.people.get(n.norm, n).role)
        and wanted <= {trade_of(w, lexicon) for w in role.lower().split()}
        and trade_of(heads[-1], lexicon) in roles_of(voices, n, lexicon)
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
    acting = {n.norm: n for n in people.values() if upright(voices, n)}
    people = acting if len(people) > 1 else people  # «интересы семьи N представляет M»
    if len(people) != 1:
        return None
    n = next(iter(people.values()))
    sentence = page.sentences[page.sentence_at(n.start)]
    deeds = _OF_LAWYERS if office in LEGAL else _OF_HEADS
    named = voices.people.get(n.norm, n)
    before = {trade_of(w, lexicon) for w in page.body[sentence.start : n.start].lower().split()}
    acts = named.role is not None or bool(before & {office, *narrower(last, lexicon)})
    if not upright(voices, n) or not (acts or deeds.search(page.words(sentence).lower())):
        return None  # «Суд арестовал N. По словам адвоката, …»: whom it befell is not who tells of it
    telling = (
        roles_of(voices, n, lexicon) - _GENERIC if named.role is None or _is_generic(named.role) else {""}
    )
    if " " not in n.norm or telling & lexicon.roles or "" in telling or not n.certain:
        return None
    if {_gender(voices, n), fits_behind(page.body, span.stop, lexicon.language)} == {"m", "f"}:
        return None  # «Комендант велел» is no woman
    return replace(voices.of_person(n, span), trust=0.5)


# What shows that somebody has such an office, where no word for it stands beside his name.
_OF_LAWYERS: Final = re.compile(
    r"представля|защища|захища|интерес|інтерес|(?:вед[её]т|веде|вела|в[её]л|вів)\sдел|\sсправ[уи]|доверител|клієнт|подзащит|підзахисн"
)
_OF_HEADS: Final = re.compile(
    r"возглав|руковод|очол|керує|керува|команд|управля|назнач|признач|избра|обра[лн]|работает|працює|служит|служить|принимал|лечи|лікує|оперир|оперу"
)


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
        if office in roles_of(voices, n, lexicon) and _same_office(n.role, rest, lexicon)
        if _man_or_woman(voices, n, parts[-1], lexicon)
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
    people = [n for n in before(voices, span.start) if n.kind == "person"]
    return next((n for n in people if age.match(voices.page.body, n.stop, n.stop + 64)), None)


def roles_of(voices: Voices, n: Named, lexicon: Lexicon) -> set[str]:
    role = n.role or voices.people[n.norm].role if n.norm in voices.people else n.role
    head = _COMPLEMENT.split(role, maxsplit=1)[0] if role else ""
    if lexicon.language == "en":
        low = head.lower().replace(".", "").replace(",", "").split()
        return {*low, *(trade_of(w, lexicon) for w in low)}
    low = head_words(head, lexicon)
    return {*low, *(trade_of(w, lexicon) for w in low), *(trades_of_house(role, lexicon) if role else ())}


def _bearers(voices: Voices, span: Span, word: str, noun: str, lexicon: Lexicon) -> list[Named]:
    """People before this place whom the text called so, the nearest first."""
    trade = trade_of(noun, lexicon)
    return [
        n
        for n in before(voices, span.start)
        if n.kind == "person"
        and (trade in roles_of(voices, n, lexicon) or (lexicon.language == "en" and _lettered(n.norm, trade)))
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
    found = [n for n in before(voices, span.start) if n.kind == "person" and _gender(voices, n) == gender]
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


_ANYBODY: Final = listed(
    """женщина мужчина девушка жінка чоловік дівчина собеседница співрозмовниця хлопець юнак парень юноша"""
)


def _of_wider(voices: Voices, span: Span, noun: str, words: list[str], lexicon: Lexicon) -> list[Named]:
    """«Чиновник», «експерт», «військовий»: whoever near this place is of a trade that the word covers;
    of several the one whom this paragraph names."""
    if lexicon.language == "en":
        return by_wider_word(voices, span, " ".join(words), noun, lexicon)
    covered = narrower(noun, lexicon)
    if not covered:
        return []
    page = voices.page
    here = page.paragraph_of[page.sentence_at(span.start)]
    floor = page.paragraphs[max(0, here - _WIDE)].start
    found = [
        n
        for n in voices.people_between(floor, span.start)
        if covered & (roles_of(voices, n, lexicon) | rank_of(n.role, lexicon))
        and _man_or_woman(voices, n, noun, lexicon)
    ]
    if len({n.norm for n in found}) > 1:
        found = [n for n in found if n.start >= page.paragraphs[here].start]
    return found[-1:] if len({n.norm for n in found}) == 1 else []


# How many paragraphs back a wider word may point.
_WIDE: Final = 4


def _man_or_woman(voices: Voices, n: Named, noun: str, lexicon: Lexicon) -> bool:
    """«Лікарка» is no man; «лікар» may be a woman."""
    if lexicon.language == "en":
        return fits_sex(noun, _gender(voices, n), lexicon)
    return not (is_of_woman(noun, lexicon.language) and _gender(voices, n) == "m")


def _plain_people(voices: Voices, span: Span, gender: str, lexicon: Lexicon) -> list[Named]:
    """People before this place who are nothing but people: no trade, no office."""
    return [
        n
        for n in before(voices, span.start)
        if n.kind == "person"
        and (gender == "-" or voices.people.get(n.norm, n).gender in (gender, "-"))
        and not (roles_of(voices, n, lexicon) & lexicon.roles)
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
    others |= trades_among(lexicon.caseload, lexicon.language)  # whoever hears witnesses is none
    people = voices.people_between(start, span.start)
    if not people and noun in _ACCUSED:
        # A paragraph that names nobody goes on about whom the case is against: the only one named so far.
        earlier = voices.people_between(0, span.start)
        people = [n for n in earlier if not roles_of(voices, n, lexicon) & others]
    if noun not in _ACCUSED and _TESTIFIES.search(page.body, start, span.start) is None:
        return []  # «Петра Гая затримали. Свідок каже …»: whom it befell is no witness of it
    if len({n.norm for n in people}) != 1 or roles_of(voices, people[-1], lexicon) & others:
        return []
    return [people[-1]] if _man_or_woman(voices, people[-1], noun, lexicon) else []


_TESTIFIES: Final = re.compile(
    r"свидетел|показани|допр[ао]|спрос|вопрос|свідч|допит|опит|спит|запит|\bсуд[еіу]\b|заседани|засіданн"
)
_ACCUSED: Final = listed(
    """подсудимый обвиняемый подозреваемый осуждённый осужденный фигурант
    підсудний обвинувачений підозрюваний засуджений фігурант"""
)
_OF_COURT: Final = listed(
    """адвокат захисник прокурор суддя слідчий голова защитник судья следователь председатель
    пресссекретар речник представник представитель"""
)


def _other_part(noun: str, lexicon: Lexicon) -> frozenset[str]:
    """Whoever a report calls a witness is not its accused."""
    return _parts_of_trial(lexicon) - {trade_of(noun, lexicon)}


__all__ = ["of_description", "roles_of"]
