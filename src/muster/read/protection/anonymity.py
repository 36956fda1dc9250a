"""Whom a text protects: "not his real name", «имя изменено», "whom we call X", the card of an interview.

A signal anywhere in the text hides its bearer everywhere in it. An alias of one word is never led to a full
name that holds the same word: that would name the person whom the text hides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from muster.model.claims import ReadingContext
from muster.read.page import Page
from muster.read.people.nobody import CLOSED
from muster.read.people.people import Named
from muster.read.people.role_words import PLAIN, is_role
from muster.read.protection.bearers import GOVERNED, Noun, bearer_of, between, nouns_in, person
from muster.read.protection.codes import with_codes
from muster.read.protection.presumed import holds_office
from muster.read.protection.signals import Signal, sentence_of, signals_of
from muster.read.protection.signals_en import WHOLE
from muster.text.lemmas import readings
from muster.text.names.parts import name_words
from muster.text.names.slavic import given_name
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span

_NEAR = 160
_CAPITAL = re.compile(r"(?<![\w@#/.-])[^\W\d_a-zа-яёіїєґ](?:\w|[-’'ʼ](?=\w)){1,40}")
_ALIAS = re.compile(r"\s{0,2}(?:[–—:-]\s)?[«\"“„'‘]?([^\W\d_a-zа-яёіїєґ](?:\w|[-’'ʼ](?=\w)){1,40})")
_POSSESSIVE = re.compile(r"['’]s\Z")
_MANY = re.compile(
    r"(?:(?:all|the|all\sthe)\s)?(?:sur|first\s|last\s|full\s)?names\s|(?:(?:все|всі|усі)\s)?(?:имена|імена)(?!\w)"
    r"|(?:сменили|изменили|изменены|изменяем|змінили|змінено|змінюємо)\s(?:\w+\s){0,3}(?:имена|імена)", re.I
)  # fmt: skip


def protect(page: Page, named: list[Named], context: ReadingContext | None = None) -> list[Named]:
    """The same names and the aliases; those whose bearer the text keeps hidden are marked everywhere."""
    hidden: set[str] = set()
    aliases: dict[str, str] = {}
    whole = surnames = False
    for signal in signals_of(page):
        if signal.reason:
            continue
        several = is_whole(page, signal)
        whole = whole or several
        surnames = surnames or (several and signal.changes and _with_surnames(page, signal))
        alias = _ALIAS.match(page.body, signal.stop) if signal.introduces else None
        if alias and _plausible(alias.group(1)):
            _introduced(page, named, Span(*alias.span(1)), hidden, aliases)
            for other in _listed(page, signal, alias.end()):
                _introduced(page, named, other, hidden, aliases)
            continue
        bearer = _bearer(page, named, signal)
        noted = _in_a_note(page, named, signal) if bearer is None else []
        if noted:
            hidden.update(n.norm for n in noted)
        elif bearer is not None:
            # A name in full is shown for all to see, unless the text says that it is not the real one.
            if signal.changes or not is_full(bearer):
                hidden.add(bearer.norm)
                aliases.update((word, word) for word in _beside(page, bearer, signal))
        elif (alias_ := _named_next(page, named, signal)) is not None:
            hidden.add(alias_.norm)
        elif (unknown := _apposed(page, named, signal.start)) is not None:
            word = page.words(unknown)
            given = given_name(word, page.languages[page.sentence_at(unknown.start)])
            aliases[word] = given.base if given else word
    named = with_codes(page, named)
    teller = alias_of_source(context)
    if teller:
        aliases[teller] = teller
    for n in named:
        # "Names are changed": whoever has no surname.
        if n.kind == "person" and whole and " " not in n.norm:
            hidden.add(n.norm)
    if surnames:
        hidden |= _of_no_office(page, named)
    if not hidden and not aliases:
        return named
    for norm in hidden:
        if " " not in norm:
            aliases.setdefault(norm, norm)
    return _marked(page, named, hidden | _parts_of(hidden, named), aliases)


_SURNAMES: Final = re.compile(
    r"(?<!\w)(?:sur|last\s|family\s|full\s)names?|(?<!\w)all\s(?:the\s)?names|фамили[ий]|прізвищ"
    r"|(?<!\w)(?:все|всі|усі)\s(?:имена|імена)", re.I
)  # fmt: skip


def _with_surnames(page: Page, signal: Signal) -> bool:
    """ "All names have been changed", «имена и фамилии изменены»: a name in full is no real one either."""
    sentence = sentence_of(page, signal)
    return _SURNAMES.search(page.body, max(sentence.start, signal.start - _NEAR), signal.stop) is not None


def _of_no_office(page: Page, named: Sequence[Named]) -> set[str]:
    """Names in full of whoever holds no office: nobody changes a minister's."""
    public = {
        n.norm
        for n in named
        if n.kind == "person" and n.role and holds_office(n.role, page.languages[page.sentence_at(n.start)])
    }
    return {n.norm for n in named if n.kind == "person" and is_full(n)} - public


_THEM: Final = re.compile(
    r"(?<!\w)(?:их|їх|ними|героев|героїв|собеседник\w{2,3}|співрозмовник\w{2,3})(?!\w)", re.I
)
_NEXT_ALIAS: Final = re.compile(
    r"[»\"”]?(?:,\s(?:[аи]\s)?|\s(?:и|і|та|й)\s)[«\"“]?([^\W\d_a-zа-яёіїєґ](?:\w|[-’'ʼ](?=\w)){1,40})"
)


def _listed(page: Page, signal: Signal, at: int) -> list[Span]:
    """«Назовём их Бобр, Тихий и Клим»: the aliases behind the first."""
    found: list[Span] = []
    if _THEM.search(page.body, signal.start, signal.stop) is None:
        return found
    while (other := _NEXT_ALIAS.match(page.body, at)) is not None:
        found.append(Span(*other.span(1)))
        at = other.end()
    return found


_AND: Final = re.compile(r"\s(?:and|or)\s([A-Z][a-z][\w’'-]{1,20})(?=[,\s])(?!\s[A-Z])")
_AND_BEFORE: Final = re.compile(
    r"(?:\A|[^\w\s]\s|[a-z]\s)([A-Z][a-z][\w’'-]{1,20})(?:,\s([A-Z][a-z][\w’'-]{1,20}))?,?\s(?:and|or)\s\Z"
)


def _beside(page: Page, bearer: Named, signal: Signal) -> list[str]:
    """ "Milda and Oda, who asked that their surnames be withheld": the other lone names that it hides."""
    if bearer.stop > signal.start or page.languages[page.sentence_at(signal.start)] != "en":
        return []
    after = _AND.match(page.body, bearer.stop, signal.start)
    before = _AND_BEFORE.search(page.body[max(0, bearer.start - 60) : bearer.start])
    found = [*(after.groups() if after else ()), *(before.groups() if before else ())]
    return [word for word in found if word is not None]


def is_full(n: Named) -> bool:
    """Whether somebody is named by given name and surname, and not by a code or a letter."""
    return " " in n.norm and not n.protected and not n.norm.endswith(".")


def alias_of_source(context: ReadingContext | None) -> str | None:
    """The name that a card gives to a protected source, where a text could use it."""
    if context is None or not context.source_protected or not context.source:
        return None
    return context.source


def is_whole(page: Page, signal: Signal) -> bool:
    """Whether a signal is about several people's names at once."""
    if signal.introduces or signal.reason:
        return False
    if signal.many or _MANY.match(page.body, signal.start, signal.stop) is not None:
        return True
    i = page.sentence_at(signal.start)
    if page.languages[i] != "en":
        return False
    found = WHOLE.search(page.body, max(page.sentences[i].start, signal.start - _NEAR), signal.stop)
    return found is not None and found.end() >= signal.start


def _plausible(word: str) -> bool:
    return len(word) > 1 and not word.isdecimal()


def _introduced(
    page: Page, named: list[Named], span: Span, hidden: set[str], aliases: dict[str, str]
) -> None:
    """The alias that stands where a signal puts one; a full name there is hidden as it is."""
    covering = next((n for n in between(named, span.start, span.stop) if n.kind == "person"), None)
    if covering and page.words(Span(covering.start, covering.stop)).strip().count(" "):
        hidden.add(covering.norm)
        return
    word = _POSSESSIVE.sub("", page.words(span))
    language = page.languages[page.sentence_at(span.start)]
    alias = _as_it_stands(page, _nominative(word, language), language)
    aliases[alias] = alias
    aliases[word] = alias


def _as_it_stands(page: Page, alias: str, language: str) -> str:
    """«Майстром» is of «Майстер»: the form with the vowel that the case drops, if the text has it."""
    if language == "en" or len(alias) < 4 or re.search(rf"(?<!\w){re.escape(alias)}(?!\w)", page.body):
        return alias
    for vowel in "еоє":
        full = f"{alias[:-1]}{vowel}{alias[-1]}"
        if re.search(rf"(?<!\w){full}(?!\w)", page.body):
            return full
    return alias


_INSTRUMENTAL = {
    "ru": (("ою", "а"), ("ею", "я"), ("ой", "а"), ("ей", "я"), ("ом", ""), ("ем", "ь")),
    "uk": (("ою", "а"), ("ею", "я"), ("єю", "я"), ("ом", ""), ("ем", "ь")),
}


def _nominative(word: str, language: str) -> str:
    """An alias after "call him": in Russian and Ukrainian it stands in the instrumental."""
    if language == "en":
        return word
    given = given_name(word, language)
    if given is not None:
        return given.base
    for parsed in readings(word.lower(), language):
        if parsed.is_known and {"NOUN", "sing", "ablt"} in parsed.tag:
            return str(parsed.normal_form).capitalize()
    for ending, base in _INSTRUMENTAL[language]:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            return word[: -len(ending)] + base
    return word


def _parts_of(hidden: set[str], named: list[Named]) -> set[str]:
    """The words of hidden full names, where nobody else of the text bears them."""
    borne = [set(n.norm.split()) for n in named if n.kind == "person" and " " in n.norm]
    others: set[str] = set()
    for n, words in zip((n for n in named if n.kind == "person" and " " in n.norm), borne, strict=True):
        if n.norm not in hidden:
            others |= words
    return {w for norm in hidden if " " in norm for w in norm.split() if len(w) > 2} - others


def _marked(page: Page, named: list[Named], hidden: set[str], aliases: dict[str, str]) -> list[Named]:
    single = _AliasForms(aliases)
    kept: list[Named] = []
    for n in named:
        if n.kind != "person":
            kept.append(n)
            continue
        word = _POSSESSIVE.sub("", page.words(Span(n.start, n.stop)))
        alias = single.of(word) if " " not in word else None
        if alias is not None:
            kept.append(replace(n, norm=alias, protected=True))
        else:
            kept.append(replace(n, protected=True) if n.norm in hidden else n)
    return _with_aliases(page, kept, single)


def _with_aliases(page: Page, named: list[Named], single: _AliasForms) -> list[Named]:
    """The aliases that no rule took for a name, wherever they stand."""
    added = []
    at = 0
    for match in _CAPITAL.finditer(page.body):
        start, stop = match.span()
        while at < len(named) and named[at].stop <= start:
            at += 1
        if at < len(named) and named[at].start < stop:
            continue
        word = _POSSESSIVE.sub("", match.group())
        alias = single.of(word)
        if alias is not None and not _part_of_a_name(page, start, stop):
            added.append(Named(start, start + len(word), "person", alias, protected=True))
    return sorted([*named, *added], key=lambda n: n.start) if added else named


_NAME_AFTER = re.compile(r"[ \u00a0]([^\W\d_a-zа-яёіїєґ][\w'’ʼ-]{2,30})")
_NAME_BEFORE = re.compile(r"([^\W\d_a-zа-яёіїєґ][\w'’ʼ-]{0,30})[ \u00a0]\Z")


def _part_of_a_name(page: Page, start: int, stop: int) -> bool:
    """Whether another capital word stands straight beside it: then it may be somebody's full name."""
    after = _NAME_AFTER.match(page.body, stop)
    if after and after.group(1) not in PLAIN and after.group(1).lower() not in CLOSED:
        return True
    before = _NAME_BEFORE.search(page.body[max(0, start - 34) : start])
    if before is None:
        return False
    word = before.group(1)
    language = lexicon(page.languages[page.sentence_at(start)])
    return not (word in PLAIN or word.lower() in CLOSED or is_role(word, language) or word in language.titles)


class _AliasForms:
    """Whether a word is one of the aliases, in any case or script."""

    def __init__(self, aliases: dict[str, str]) -> None:
        self.exact = aliases
        self._sounds = [
            (aliases[form], {*w.keys, *w.bases})
            for form in sorted(aliases)
            for w in name_words(form)
            if len(name_words(form)) == 1
        ]
        self._known: dict[str, str | None] = {}

    def of(self, word: str) -> str | None:
        if word in self.exact:
            return self.exact[word]
        if word not in self._known:
            words = name_words(word)
            mine = {*words[0].keys, *words[0].bases} if len(words) == 1 else set()
            self._known[word] = next((a for a, theirs in self._sounds if mine & theirs), None)
        return self._known[word]


def _bearer(page: Page, named: list[Named], signal: Signal) -> Named | None:
    """The named person whom a signal is about: within it, just after where it introduces one, else before."""
    start, stop = signal.start, signal.stop
    sentence = sentence_of(page, signal)
    starred = _starred(page, named, sentence)
    if starred is not None:
        return starred
    people = [n for n in between(named, start, stop + 60) if n.kind == "person"]
    inner = [n for n in people if n.stop <= stop]
    if inner:
        return inner[0]
    after = [n for n in people if stop <= n.start <= min(stop + 30, sentence.stop)]
    follows = page.body[stop : stop + 24].lstrip().lower().startswith(_LEADS_ON)
    if after and (
        follows or page.body[stop : after[0].start].strip(" ,:\"“«'’") in ("", "by the name", "as", "by")
    ):
        return after[0]
    bearer = bearer_of(page, named, signal)
    if isinstance(bearer, Named):
        return bearer
    told = _HIS_NAME.search(page.body, sentence.start, stop) if bearer is None else None
    if told is not None or (bearer is None and _PRONOUN_FIRST.match(page.body, sentence.start, start)):
        return _before(page, named, sentence.start, told.group().lower() if told else "")
    if signal.changes and (bearer is None or (isinstance(bearer, Noun) and bearer.start >= start)):
        woman = _A_WOMAN.search(page.body, start, stop)
        if woman is not None and (woman.group("f") or woman.group("m")):
            return _before(page, named, sentence.start, "her" if woman.group("f") else "his")
    return None


# "That is not his real name", "Like the others, she asked us …": whoever was named before.
_HIS_NAME = re.compile(r"(?<!\w)(?:he|she|his|her|him|его|её|ее|он|она|його|її|він|вона)(?!\w)", re.I)


_STARS = re.compile(r"[\s(\[]*(\*{1,3})")
# Characters between a starred name and the note at the foot.
_FOOT = 20_000
_STARS_BEFORE = re.compile(r"(\*{1,3})\s?\Z")


def _starred(page: Page, named: list[Named], sentence: Span) -> Named | None:
    """«* По просьбе собеседника …» at the foot: the name with as many stars."""
    note = _STARS.match(page.body, sentence.start, sentence.stop)
    note = note or _STARS_BEFORE.search(page.body, max(0, sentence.start - 4), sentence.start)
    if note is None:
        return None
    for n in between(named, sentence.start - _FOOT, sentence.start):
        if n.kind == "person":
            stars = _STARS.match(page.body, n.stop)
            if stars and stars.start(1) == n.stop and stars.group(1) == note.group(1):
                return n
    return None


_HERS: Final = ("she", "her", "её", "ее", "она", "її", "вона")


def _before(page: Page, named: list[Named], start: int, told: str = "") -> Named | None:
    """Whom a sentence of its own is about: the starred name, or the last one of the sentence before."""
    starred = [n for n in named if n.kind == "person" and page.body[n.stop : n.stop + 1] == "*"]
    if starred:
        return starred[-1]
    other = "m" if told in _HERS else "f" if told else ""
    before = [n for n in between(named, start - _NEAR, start) if n.kind == "person" and n.gender != other]
    return before[-1] if before else None


_A_WOMAN: Final = re.compile(
    r"(?<!\w)(?:(?P<f>her|she|wom[ae]n(?:['’]s)?|girls?|mothers?|her[oо]ines?|её|ее|она|женщин\w?|девушк\w|девочк\w|героин\w|собеседниц\w|її|вона"
    r"|жін\w{2,3}|дівчин\w|героїн\w|співрозмовниц\w)|(?P<m>his|he|him|m[ae]n(?:['’]s)?|boys?|fathers?|его|он|мужчин\w|парн\w|его|його|він"
    r"|чоловік\w{0,2}|хлопц\w)|(?:speakers?|interviewees?|persons?|people|геро[йяев]{1,2}|собеседник\w{0,2}|герої\w|співрозмовник\w{0,2}))(?!\w)",
    re.I,
)


# So few letters beside the signal make a paragraph that is a note and nothing else.
_A_NOTE: Final = 50
_A_NAME: Final = re.compile(r"name|\bімен|\bім['’ʼ]я|прізвищ|имен[аи]?\b|\bимя|фамили", re.I)


def _in_a_note(page: Page, named: Sequence[Named], signal: Signal) -> list[Named]:
    """ "The name of the woman in this story has been changed", in a paragraph that names nobody: whoever of
    the text is called by one name alone and may be she."""
    if not page.paragraphs or any(signal.start < n.stop and n.start < signal.stop for n in named):
        return []
    here = page.paragraphs[page.paragraph_of[page.sentence_at(signal.start)]]
    told = _A_WOMAN.search(page.body, sentence_of(page, signal).start, signal.stop)
    alone = here.stop - here.start - (signal.stop - signal.start) < _A_NOTE
    if not (told or alone) or any(n.kind == "person" for n in between(named, here.start, here.stop)):
        return []
    if not (signal.changes or _A_NAME.search(page.body, signal.start, signal.stop)):
        return []
    other = "?" if told is None else "m" if told.group("f") else "f" if told.group("m") else "?"
    return [n for n in named if n.kind == "person" and " " not in n.norm and n.gender != other]


def _named_next(page: Page, named: list[Named], signal: Signal) -> Named | None:
    """ "We have changed her name. "…," says Vera": the lone name that a note before its bearer is about.

    Not where somebody was named before it, of whom it may speak as well; in Russian and Ukrainian also
    «Героиня просила не показывать лица» and behind somebody named in full.
    """
    language = page.languages[page.sentence_at(signal.start)]
    if language != "en":
        return _lone_next(page, named, signal, language)
    if not signal.changes:
        return None
    if any(n.kind == "person" for n in between(named, signal.start - _NEAR, signal.start)):
        return None
    end = page.sentence_at(min(signal.stop + _NEXT, len(page.body) - 1))
    after = [n for n in between(named, signal.stop, page.sentences[end].stop) if n.kind == "person"]
    return after[0] if after and " " not in after[0].norm else None


def _lone_next(page: Page, named: list[Named], signal: Signal, language: str) -> Named | None:
    sentence = sentence_of(page, signal)
    stand_ins = source_words(language).stand_ins
    told = nouns_in(page, sentence.start, sentence.stop, language)
    if not (signal.changes or (told and all(n.base in stand_ins for n in told))):
        return None
    around = between(named, signal.start - _NEAR, sentence.stop + 2 * _NEXT)
    lone = [n for n in around if n.kind == "person" and " " not in n.norm]
    if any(n.start < signal.start for n in lone):
        return None
    return next((n for n in lone if given_name(n.norm, language)), lone[0] if lone else None)


_NEXT = 160
_LEADS_ON = ("by", "the name", "as", "him", "her", "them", "именем", "як", "как")
# Nothing before the signal in its sentence, or a pronoun that stands for somebody named before.
_PRONOUN_FIRST = re.compile(
    r"[ *(\[]*(?:(?:на\sсамом\sделе|вообще-то|конечно|насправді|звісно|взагалі-то|это|це|то)\s)?"
    r"(?:(?:he|she|они|он|она|він|вона|both|его|её|ее|його|її)\s(?:\w+\s){0,2})?\Z",
    re.I,
)


_SET_OFF = re.compile(r"\s?[,(–—*\[]|\s-\s")


# «учительница из города Лунь, попросившая …»
_TOWN_OF = re.compile(r"(?<!\w)(?:город|міст|сел|пос[её]л|деревн|станиц|хутор|район|област)\w{0,4}\s\Z")


def _apposed(page: Page, named: list[Named], stop: int) -> Span | None:
    """The capital word set off by a mark before the note, and not known as a name: "Tarvo (name changed)"."""
    sentence = page.sentences[page.sentence_at(stop)]
    low = max(sentence.start, stop - _NEAR)
    taken = between(named, low, stop)
    for match in reversed(list(_CAPITAL.finditer(page.body, low, stop))):
        covered = any(n.start < match.end() and match.start() < n.stop for n in taken)
        plain = match.group() in PLAIN or match.group().lower() in CLOSED
        language = page.languages[page.sentence_at(match.start())]
        plain = plain or (
            match.start() <= sentence.start + 1 and bool(person(match.group().lower(), language))
        )
        plain = plain or bool(GOVERNED.search(page.body, max(low, match.start() - 24), match.start()))
        plain = plain or bool(_TOWN_OF.search(page.body, max(low, match.start() - 14), match.start()))
        if not covered and not plain and _SET_OFF.match(page.body, match.end()):
            return Span(*match.span())
    return None


__all__ = ["alias_of_source", "is_full", "is_whole", "protect"]
