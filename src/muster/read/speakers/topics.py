"""Whom a sentence is about, where it names nobody: its subject, when that describes people or a body.

"The prosecution had asked for nine years. It argued that …": the antecedent has neither a name nor spoken.
English: the noun phrase with an article at the head of the sentence, else one inside it. Russian and
Ukrainian: the first noun for a person that stands in the nominative and has the gender asked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from muster.read.english.finite import FINITE
from muster.read.page import Page
from muster.read.people.roles import Named
from muster.read.protection.bearers import person
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span

_NOUN_PHRASE: Final = re.compile(
    r"(?<![\w'’-])(?:the|an?|one|another|his|her|its|their|my|our|two|three|four|five|six|several|some|many|both|most)"
    r"\s(?:[\w'’-]{1,24}\s){0,3}?[\w'’-]{2,24}", re.I
)  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w)){0,40}")
_LETTER: Final = re.compile(r"[\w'’-]+")
# "The younger one", "the first": of several, one.
_OF_SEVERAL: Final = re.compile(
    r"the\s(?:younger|elder|older|eldest|youngest|first|second|third|other|latter)(?:\sone)?\Z", re.I
)
# Somebody new to the text, inside a sentence.
_NEW: Final = re.compile(r"(?:an?|one|another)\s|the\s(?:younger|elder|older|other)\b", re.I)
_GOVERNED: Final = re.compile(
    r"\b(?:of|in|at|on|by|for|from|with|to|about|after|before|during|over|under|near|against|between|into"
    r"|through|like|among|despite|than|without|behind)\s\Z", re.I
)  # fmt: skip
_PREPOSITIONS: Final = listed(
    """в во на с со из изо к ко у о об обо от ото по под над при про для без до между перед через ради
    у в на з із зі до від од по під над при про для без між перед через крізь біля проти після"""
)
_FAR: Final = 240
# "Keel: The men said they …": whose answer it is stands before the sentence.
_LABEL: Final = re.compile(r"[*_]{0,2}[^\W\d_a-zа-яёіїєґ][\w.’' -]{0,32}:[*_]{0,2}\s")
_COMMAS: Final = re.compile(r"[,;:.!?()«»“”\"\x00–—]")


def subject_described(page: Page, sentence: int, limit: int, gender: str, language: str) -> Span | None:
    """The description in one sentence before ``limit`` that a pronoun (m, f, n, p, - any) can stand for."""
    start = page.sentences[sentence].start
    stop = min(limit, page.sentences[sentence].stop, start + _FAR)
    label = _LABEL.match(page.body, start, stop)
    start = label.end() if label else start
    if language == "en":
        return _english(page, start, stop, gender)
    return _slavic(page, start, stop, gender, language)


def _english(page: Page, start: int, stop: int, gender: str) -> Span | None:
    if gender == "p" and (several := _bare_plural(page.body, start, stop)) is not None:
        return several
    inside: Span | None = None
    for found in _phrases(page.body, start, stop):
        fits = _fits(page.words(found), gender)
        if not fits or _GOVERNED.search(page.body, max(start, found.start - 9), found.start):
            continue
        if found.start <= start + 3 or page.body[start : found.start].count(" ") <= 3:
            return found
        if inside is None and gender in "mf" and _NEW.match(page.words(found)):
            apposed = page.body.endswith(", ", 0, found.start)
            inside = found if not apposed or _ACTS.match(page.body, found.stop, stop) else None
    return inside


_HEAD_WORDS: Final = re.compile(r"((?:[\w’'-]{2,24}\s){1,3})")


def _bare_plural(body: str, start: int, stop: int) -> Span | None:
    """ "Police searched the flat. They …", "Local prosecutors": an office that is "they"."""
    head = _HEAD_WORDS.match(body, start, stop)
    for word in _LETTER.finditer(body, start, head.end()) if head else ():
        low = word.group().lower()
        if low in _CLOSE or low in _ARTICLES:
            return None
        if low in lexicon("en").plural & lexicon("en").party or low in _INQUIRERS:
            at = _OF_A_TOWN.match(body, word.end(), stop)
            acts = (
                FINITE.match(body, (at.end() if at else word.end()) + 1, stop) is not None
            )  # no "police dogs"
            return Span(start, word.end()) if acts else None
    return None


_INQUIRERS: Final = listed("police investigators detectives rescuers firefighters workers monitors")
_OF_A_TOWN: Final = re.compile(r"\s(?:in|from|at|of)(?:\s[A-Z][\w’'-]+){1,3}")
_ARTICLES: Final = listed("the a an his her its their my our one another each every no this that these those")
_FROM: Final = re.compile(r"\bfrom\s\Z")


def source_of(page: Page, sentence: int, gender: str) -> Span | None:
    """From whom an English sentence has what it tells: "she knows it only from the sexton. He says …"."""
    if page.languages[sentence] != "en":
        return None
    start, stop = page.sentences[sentence]
    found = [
        phrase
        for phrase in _phrases(page.body, start, stop)
        if _FROM.search(page.body, start, phrase.start) and _fits(page.words(phrase), gender)
    ]
    return found[-1] if found else None


# "When it rained, a man from the ministry had come": behind a comma, and yet the subject.
_ACTS: Final = re.compile(
    r"(?:\s(?:of|from|in|at|with|on|near)\s(?:[\w’'-]+\s?){1,4}?)?\s(?:\w+ly\s)?(?:had|has|was|were|came|went|took|gave|told|asked|brought|walked"
    r"|stood|sat|rang|wrote|left|[a-z]{3,}ed)\b"
)


def _phrases(body: str, start: int, stop: int) -> Iterator[Span]:
    """Noun phrases with an article or the like, up to their last noun for people or bodies."""
    at = start
    while found := _NOUN_PHRASE.search(body, at, stop):
        words = [m.end() for m in _LETTER.finditer(body, *found.span())]
        reach = _longest(body, found.start(), found.end(), stop)
        yield Span(found.start(), reach)
        at = max(words[0] + 1, reach)


def _longest(body: str, start: int, end: int, stop: int) -> int:
    """Where the phrase ends: at the last of its next words that is a noun for people or bodies."""
    last = end
    at = end
    for match in _LETTER.finditer(body, start, min(stop, start + 70)):
        if match.start() > at and _COMMAS.search(body, at, match.start()):
            break
        if body[start : match.start()].count(" ") > 4:
            break
        at = match.end()
        low = match.group().lower()
        if low in _CLOSE:
            break
        if person(low, "en") or low in source_words("en").bodies or _OF_SEVERAL.match(body[start:at]):
            last = at
            if low not in lexicon("en").organisation_words and not _compound(body, at, stop):
                break
    return last


_CLOSE: Final = listed(
    "of in at on by for from with to who that which was were is are had has have said and or"
)


def _compound(body: str, at: int, stop: int) -> bool:
    following = _LETTER.match(body, at + 1, stop)
    if following is None or body[at : at + 1] != " ":
        return False
    noun = following.group()
    return bool(person(noun, "en")) or noun.lower() in source_words("en").bodies  # "the defence ministry"


def _fits(words: str, gender: str) -> bool:
    """Whether he, she, it or they can be this description."""
    lexicon_ = lexicon("en")
    last = words.rsplit(None, 1)[-1].lower()
    several = last in lexicon_.plural or words.split(None, 1)[0].lower() in _SEVERAL
    if _OF_SEVERAL.match(words):
        return gender in "mf"
    if last in source_words("en").bodies:
        return (gender == "n" and last not in lexicon_.plural) or gender == "p"
    if not person(last, "en"):
        return False
    if several or (last.endswith("s") and not last.endswith("ss")):
        return gender == "p"
    if gender not in "mf":
        return False
    other = lexicon_.female if gender == "m" else lexicon_.male
    return last not in other


_SEVERAL: Final = listed("two three four five six several some many both most")


def _slavic(page: Page, start: int, stop: int, gender: str, language: str) -> Span | None:
    before = ""
    begin = -1
    clock = _CLOCK.match(page.body, start, stop)
    start = clock.end() if clock else start
    letter = _LETTER_NAME.match(page.body, start, stop) if gender in ("m", "f", "-") else None
    if letter is not None and cases(letter.group(2), language).kind == "verb":
        return Span(*letter.span(1))  # «М. провёл там месяц. Он …»
    for match in _WORD.finditer(page.body, start, stop):
        word = match.group()
        case = cases(word, language)
        governed = before in _PREPOSITIONS
        before = word.lower()
        if governed:
            begin = -1
            continue
        opens, low = match.start() <= start + 3, word.lower()
        if opens and low == _ONE.get(gender):
            among = _AMONG.match(page.body, match.end(), stop)
            return Span(match.start(), among.end() if among else match.end())  # «Один вернулся. Он …»
        if gender == "p" and case.nominative == "p" and before in lexicon(language).plural:
            return Span(begin if begin >= 0 else match.start(), match.end())  # «Військові визнали …»
        if case.kind == "adjective" and case.nominative:
            begin = match.start() if begin < 0 else begin
            if (
                person(low, language)
                and _can_be(case.nominative, gender)
                and _stands_alone(page, match, stop)
            ):
                return Span(begin, match.end())  # «Сам обвинувачений провину не визнає. … він …»
            continue
        noun = case.kind in ("noun", "name", "other") and (low == word or match.start() <= start + 3)
        sure = case.only or _as_listed(low, gender, language) or (gender == "p" and opens)
        human = _of_trade(low, language) or (sure and person(low, language) != "")
        if noun and human and _can_be(case.nominative, gender):
            return Span(begin if begin >= 0 else match.start(), match.end())
        begin = -1
    return None


def _stands_alone(page: Page, word: re.Match[str], stop: int) -> bool:
    """Whether an adjective for somebody is no attribute of the word behind it: not «обвинувачений майор»."""
    following = _WORD.match(page.body, word.end() + 1, stop)
    if following is None:
        return True
    language = page.languages[page.sentence_at(word.start())]
    form = cases(following.group(), language)
    return form.kind not in ("noun", "adjective", "name") or not form.nominative


# «10:40 Міністр прибув …»: an entry of a live page begins behind its time.
_CLOCK: Final = re.compile(r"\W{0,4}\d{1,2}[:.]\d{2}\W{1,3}")
# Whom a report calls by a letter.
_LETTER_NAME: Final = re.compile(
    r"([А-ЯЁІЇЄҐ]\.)\s(?:(?:не|также|тоже|також|теж)\s)?([а-яёіїєґ]{3,24})(?!\w)"
)
_ONE: Final = {"m": "один", "f": "одна"}
# «один из тех, кто вернулся», «один із водіїв»
_AMONG: Final = re.compile(
    r"\s(?:из|із|з|зі)\s(?:(?:тех|тих),\s(?:кто|хто)\s[^,.!?;:\n«»]{2,40}|(?!них|нас|тех|тих)[^\W\d_]{3,24})"
)


def _can_be(nominative: str, gender: str) -> bool:
    """Whether a subject in one of these genders can be meant; ``-``: any single person."""
    if gender == "-":
        return nominative not in ("", "p")
    return gender in nominative or (gender != "p" and nominative == "*")


# «Перукарка»: Ukrainian has no dictionary everywhere, and its women of a trade are known by their ending.
_WOMAN_UK: Final = re.compile(r"\w{3,}(?:[аяу]рка|истка|ологиня|телька|[дст]орка|увачка)\Z")


def _of_trade(low: str, language: str) -> bool:
    return language == "uk" and _WOMAN_UK.match(low) is not None


def gender_of(low: Sequence[str], language: str) -> str:
    """«Сотрудница» is a woman, «источник» is spoken of as he; «адвокат» may be either (``-``)."""
    if language == "en":
        return "-"
    for word in low:
        if _of_trade(word, language):
            return "f"
        if person(word, language):
            form = cases(word, language).nominative
            told = form == "f" or (form == "m" and word in source_words(language).stand_ins)
            return form if told else "-"
    return "-"


_SHE_OR_HE: Final = re.compile(
    r"\b(?:(he|his|himself)|(she|hers|herself|her(?=\s(?!that|to|in|at|on|of|for|about|not|and|by|with|how|why|when|what)\w)))\b",
    re.I,
)
_BESIDE: Final = 120


def genders_told(page: Page, named: Sequence[Named], names: Collection[str]) -> dict[str, str]:
    """Of these names the gender that the text shows, where all places agree: in English the pronouns that
    follow, nobody else being named between; in Russian and Ukrainian the past verb beside a name."""
    votes: dict[str, list[str]] = {}
    # A page in a language that we cannot read has names and no sentences.
    people = [n for n in named if n.kind == "person"] if names and page.languages else []
    for i, n in enumerate(people):
        if n.norm not in names:
            continue
        language = page.languages[page.sentence_at(n.start)]
        if language in _PAST:
            verb = _beside_name(page, n, language)
            if verb is not None:
                votes.setdefault(n.norm, []).append(verb)
        if language != "en":
            continue
        after = people[i + 1].start if i + 1 < len(people) else len(page.body)
        found = _SHE_OR_HE.search(page.body, n.stop, min(n.stop + _BESIDE, after))
        if found is not None and not _another(page.body[n.stop : found.start()]):
            votes.setdefault(n.norm, []).append("m" if found.group(1) else "f")
    return {name: told[0] for name, told in votes.items() if len(set(told)) == 1}


_HIS_OWN: Final = re.compile(
    r"\A,\s(?:\d{1,3},\s)?(?:an?|the|his|her|their|its|who|whose)\s[^,.]*(?:,|\Z)|\A,\s\d{1,3},"
)
_SOMEBODY: Final = re.compile(r"\b(?:the|an?|another|one|his|her|their)\s(?:[a-z-]+\s){0,2}?([a-z-]{3,})\b")


def _another(between: str) -> bool:
    """Whether somebody else is mentioned between: "X told jurors that the defendant claimed he …"."""
    words = lexicon("en")
    people = words.roles | words.witness | words.relative | source_words("en").people
    return any(
        m.group(1) in people or m.group(1) in ("defendant", "suspect", "accused", "victim", "client")
        for m in _SOMEBODY.finditer(_HIS_OWN.sub("", between))
    )


# «Лисогуб сказал», «сказала Ким»: the ending tells, where the name is no object.
_PAST: Final = {
    "ru": re.compile(r"[а-яё-]{2,20}?(?:(?P<f>ла(?:сь)?)|л(?:ся)?)\Z"),
    "uk": re.compile(r"[а-яіїєґ'’ʼ-]{2,20}?(?:(?P<f>ла(?:ся|сь)?)|в(?:ся)?)\Z"),
}
_VERB_AFTER: Final = re.compile(
    r"[ \u00a0](?:(?:не|также|тоже|уже|потом|тогда|сразу|затем|вдруг|долго|позже|ранее|сам|сама"
    r"|також|теж|вже|потім|тоді|одразу|раптом|довго|пізніше|раніше) )?([а-яёіїєґ'’ʼ-]{3,20})(?!\w)"
)
_VERB_BEFORE: Final = re.compile(r"(?<![\w'’ʼ-])([а-яёіїєґ'’ʼ-]{3,20})[ \u00a0]\Z")


def _beside_name(page: Page, n: Named, language: str) -> str | None:
    """The gender of the past verb straight behind a name that stands in the nominative, or before it."""
    first = page.body[n.start : n.stop].split()[0].casefold()
    if first not in {w.casefold() for w in re.split(r"[ -]", n.norm)}:
        return None
    start = n.role_start if 0 <= n.role_start < n.start else n.start
    after = _VERB_AFTER.match(page.body, n.stop)
    before = _VERB_BEFORE.search(page.body, max(0, start - 24), start)
    for found in (after, before):
        past = _PAST[language].match(found.group(1)) if found is not None else None
        if found is not None and past is not None and cases(found.group(1), language).kind == "verb":
            return "f" if past.group("f") else "m"
    return None


def _as_listed(low: str, gender: str, language: str) -> bool:
    """Whether a form is the one that lists have: the nominative, where the ending alone does not tell."""
    words, sources = lexicon(language), source_words(language)
    if gender == "p":
        return low in words.plural
    return low in words.roles or low in words.witness or low in words.relative or low in sources.people


_CLOSES: Final = re.compile(r"[,.;)]|\s[-–—]\s|\Z")


def apposed_to(page: Page, people: Sequence[Named], found: Span) -> Named | None:
    """ "An army spokesman, Colonel X, would not comment": who it is, of ``people`` behind it."""
    body = page.body
    if not body.startswith(", ", found.stop):
        return None
    for n in people:
        start = n.role_start if found.stop < n.role_start < n.start else n.start
        close = body[found.stop : start] == ", " or body[found.stop : n.start].strip(" ,").istitle()
        if close and n.start < found.stop + 48 and _CLOSES.match(body, n.stop):
            return n
    return None


__all__ = ["apposed_to", "gender_of", "genders_told", "source_of", "subject_described"]
