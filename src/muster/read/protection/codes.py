"""People whom a text names by a letter or a number: "Witness K", «свідок Б.», "Andrei K.", "Source 3"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from muster.read.page import Page
from muster.read.people.nobody import CLOSED
from muster.read.people.role_words import PLAIN
from muster.read.people.roles import Named
from muster.read.protection.bearers import between, person
from muster.text.listed import listed
from muster.text.sources.cues import lexicon
from muster.text.spans import Span

_LETTER: Final = re.compile(r"([A-ZА-ЯЁІЇЄҐ])(?<![\w.'’&/#@+-][A-ZА-ЯЁІЇЄҐ])(\.?)(?![\w&/#@+-]|['’](?!s\b))")
_NUMBER: Final = re.compile(
    r"(?<!\w)((?:[Ww]itness|[Ss]ource|[Rr]espondent|[Ii]nterviewee|[Pp]articipant|[Ss]urvivor|[Dd]etainee|[Ss]peaker"
    r"|[Сс]видетел(?:ь|я|ю|ем|ьница|ьницы|ьнице)|[Рр]еспондент\w{0,3}|[Сс]обеседник\w{0,2}|[Ии]нформант\w{0,2}|[Сс]від(?:ок|ка|ку|ком|киня|кині)"
    r"|[Сс]піврозмовни\w{1,3}|[Іі]нформант\w{0,2})\s)((?:No\.\s?|№\s?|#)?[A-ZА-Я]{0,2}-?\d{1,3})(?![\w%:])(?!\s(?:of|из|з|із)\s\d)"
)
# The pattern cannot do without one of these, and they are found in a tenth of its time.
_NUMBERED: Final = (
    "itness", "ource", "espondent", "nterviewee", "articipant", "urvivor", "etainee", "peaker", "видетел",
    "еспондент", "обеседник", "нформант", "від", "піврозмовни",
)  # fmt: skip
# "O.T., a nurse", "said O. T., 41": two initials for a whole name, and no abbreviation.
_INITIALS: Final = re.compile(
    r"([A-Z])(?<![\w.&'’][A-Z])\.\s?([A-Z])\.(?=,\s(?:\d{1,2}\b|(?:an?|the|one|who|whose|from|aged|his|her|now|then)\s)"
    r"|\s(?:said|says|told|tells|recalled|recalls|added|adds|testified|asked|is|was|has|had|and)\s|\s?\(|[.,]?[”\"])"
)
_ABBREVIATIONS: Final = listed(
    "US UN UK EU DC AD BC PO JD PM AM NY LA DA ID VP PR HQ CV MP TV UP AP IT GI FM PS"
)
_WORD_BEFORE: Final = re.compile(r"([^\W\d_][\w'’ʼ-]{1,30})[ \u00a0]\Z")
_SURNAME: Final = re.compile(r"\s?([^\W\d_a-zа-яёіїєґ][\w'’ʼ-]+)")
_INITIAL_BEFORE: Final = re.compile(r"(?<!\w)[A-ZА-ЯЁІЇЄҐ]\.\s?\Z")
_INITIAL: Final = re.compile(r"\s?[A-ZА-ЯЁІЇЄҐ]\.(?![A-Za-zА-яЁёІіЇїЄєҐґ])")
_AGED: Final = re.compile(r",\s(?:\d{1,2}(?!\d)|[\w-]{2,20},|(?:an?|the|who|whose|one)\s)")
_OPENS: Final = re.compile(r"(?:\A|[\n.!?…:;»”\"(—–])\s{0,3}[«\"“„]?\Z")
# A letter that is a word where it begins a sentence or stands among capitals.
_WORDS: Final = frozenset("AIАВИКОСУЯІЙЗЄ")


def with_codes(page: Page, named: list[Named]) -> list[Named]:
    """The same names, and those that are a letter or a number, protected; a given name with a letter too."""
    added: list[Named] = []
    changed: dict[int, Named] = {}
    for match in _LETTER.finditer(page.body):
        _letter(page, named, match, added, changed)
    for match in _INITIALS.finditer(page.body) if "en" in page.languages else ():
        start, stop = match.span()
        if match.group(1) + match.group(2) not in _ABBREVIATIONS and _lone(named, start, stop):
            named = [n for n in named if not (start <= n.start < stop)]
            norm = f"{match.group(1)}.{match.group(2)}."
            added.append(Named(start, stop, "person", norm, protected=True))
    for match in _NUMBER.finditer(page.body) if any(stem in page.body for stem in _NUMBERED) else ():
        start, stop = match.span()
        if not any(n.start < stop and start < n.stop for n in between(named, start - 80, stop)):
            added.append(_coded(Span(start, stop), " ".join(match.group().split()), None))
    if "en" in page.languages:
        added += _letters_again(page, named, added)
    if not added and not changed:
        return named
    kept = [changed.get(n.start, n) for n in named]
    return sorted([*kept, *added], key=lambda n: n.start)


# What a report calls those whose names it keeps.
_CODED: Final = listed(
    """Witness Source Respondent Interviewee Participant Survivor Detainee Prisoner Soldier Victim Patient
    Informant"""
)
_AGAIN: Final = re.compile(
    r"(?<![\w.'’&/#@+-])([A-Z])(?=(?:['’]s)?\s(?:(?:also|had|has|was|later|then)\s)?([a-z]{2,20})\b)"
)


def _letters_again(page: Page, named: list[Named], coded: list[Named]) -> list[Named]:
    """ "Witness A … A said": the letter alone is the witness where it does what only somebody can."""
    known = {n.norm[-1]: n.norm for n in coded if n.norm[:-2] in _CODED and n.norm[-2] == " "}
    found = []
    for match in _AGAIN.finditer(page.body) if known else ():
        norm = known.get(match.group(1))
        said = lexicon("en").cue_class.get(match.group(2)) in ("say", "tell", "write")
        taken = any(
            n.start <= match.start() < n.stop
            for n in (*between(named, match.start() - 80, match.end()), *coded)
        )
        if norm and said and not taken:
            found.append(_coded(Span(*match.span(1)), norm, None))
    return found


def _lone(named: list[Named], start: int, stop: int) -> bool:
    """Whether initials are no part of a name in full: "O. T. Brandel"."""
    return all(
        start <= n.start and n.stop <= stop for n in between(named, start - 80, stop) if n.stop > start
    )


def _letter(
    page: Page, named: list[Named], match: re.Match[str], added: list[Named], changed: dict[int, Named]
) -> None:
    start, stop = match.span()
    body = page.body
    near = between(named, start - 80, stop)
    if not page.sentences:
        return
    holds = next((n for n in near if n.start < stop and start < n.stop), None)
    if holds is not None:
        # "Milda R.", read as one name: the letter hides the other half of it.
        half = match.group(2) and holds.kind == "person" and holds.norm.endswith(f" {match.group(1)}.")
        if half and " " not in holds.norm[:-3]:
            changed[holds.start] = replace(holds, protected=True)
        return
    if match.group(2) and _INITIAL.match(body, stop):
        return  # «Ворлин С. В.»: initials after the surname
    if (surname := _SURNAME.match(body, stop)) and surname.group(1).lower() not in CLOSED:
        # "K. Ivanov", «К. Иванов»; a new sentence may begin with any word.
        i = page.sentence_at(surname.start(1))
        if page.sentences[i].start != surname.start(1):
            return
    language = page.languages[page.sentence_at(start)]
    before = _WORD_BEFORE.search(body[max(0, start - 34) : start])
    if match.group(2) and _INITIAL_BEFORE.search(body[max(0, start - 5) : start]):
        return
    given = next(
        (n for n in near if n.kind == "person" and n.stop == start - 1 and body[start - 1] in " \u00a0"), None
    )
    if given is not None:
        if match.group(2) and " " not in given.norm:
            changed[given.start] = replace(
                given, stop=stop, norm=f"{given.norm} {match.group(1)}.", protected=True
            )
        return
    if before:
        word = before.group(1)
        coded = language == "en" and word in _CODED
        if word.isupper() or (match.group(1) in _WORDS and not match.group(2) and not coded):
            return
        if person(word.lower(), language):
            whole = Span(start - len(before.group()), stop)
            if language == "en" and word[:1].isupper():
                added.append(_coded(whole, f"{word} {match.group(1)}", None))
            else:
                added.append(_coded(Span(start, stop), f"{match.group(1)}.", word))
            return
        if match.group(2) and language == "en" and _is_first_name(page, word, start, stop):
            whole = Span(start - len(before.group()), stop)
            added.append(_coded(whole, f"{word} {match.group(1)}.", None))
            return
        if match.group(2) and (word.lower() in _STANDS_FOR or lexicon(language).cue.fullmatch(word)):
            added.append(_coded(Span(start, stop), f"{match.group(1)}.", None))
        return
    opens = bool(match.group(2)) and _OPENS.search(body[max(0, start - 6) : start]) is not None
    if opens and (_acts(page, stop, language) or _is_label(body, match)):
        added.append(_coded(Span(start, stop), f"{match.group(1)}.", None))


# "Identified only as M.", «который представился как М.»
_STANDS_FOR: Final = listed(
    "as как як представился представилась назвался назвалась назвавшийся назвавшаяся назвався назвалася"
)
_CAPITALS_BEFORE: Final = re.compile(r"[A-Z][\w’'-]*\s[A-Z][\w’'-]*\s\Z")


def _is_first_name(page: Page, word: str, start: int, stop: int) -> bool:
    """ "Milda R., a nurse": a capital word that no list knows, with a letter, told of as a person."""
    if not word[0].isupper() or word.isupper() or word in PLAIN or word.lower() in CLOSED:
        return False
    return _CAPITALS_BEFORE.search(page.body[max(0, start - 60) : start]) is None and _acts(page, stop, "en")


def _is_label(body: str, match: re.Match[str]) -> bool:
    """ "K.: I saw it", "K. sorted shells … K.'s mother": a letter that again and again is told of."""
    if body[match.end() : match.end() + 1] == ":":
        return True
    again = len(re.findall(rf"(?<![\w.]){match.group(1)}\.(?:(?=['’]s|:)| (?=[a-z]))", body))
    return again > 1 and re.match(r"\s[a-z]{3,}", body[match.end() : match.end() + 8]) is not None


def _acts(page: Page, stop: int, language: str) -> bool:
    """Whether what follows a letter is told of a person: an age, an apposition, a verb of saying."""
    if _AGED.match(page.body, stop):
        return True
    return lexicon(language).cue.search(page.body, stop, min(len(page.body), stop + 24)) is not None


def _coded(span: Span, norm: str, role: str | None) -> Named:
    return Named(span.start, span.stop, "person", norm, role=role, protected=True)


__all__ = ["with_codes"]
