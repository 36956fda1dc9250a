"""A question as it came in in; the same with nobody to be found by it, out. What leads to a person is the
vault's."""

from __future__ import annotations

import re

from muster.cases.minimum import personal
from muster.text.concepts import keys_of_word
from muster.text.dates.dates import find_dates
from muster.text.identifiers.identifiers import find_identifiers
from muster.text.languages import language_of
from muster.text.lemmas import readings
from muster.text.names.parts import name_word

_CALLED = {
    "person": "name", "phone": "number", "number": "number", "card": "number", "account": "number",
    "email": "mail", "handle": "handle", "address": "address", "coordinates": "place", "plate": "number",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w'’ʼ]*")
_NUMBER = re.compile(r"\d+")
# Who is asked for, as a question begins with them.
_KIN = re.compile(
    r"мать|мама|отец|папа|жена|муж|сын|дочь|брат|сестра|внук|внучка|дед|бабушка|дядя|т[её]тя|племянник"
    r"|мати|тато|батько|дружина|чоловік|син|донька|онук|онука|дід|бабуся|дядько|тітка"
    r"|mother|father|wife|husband|son|daughter|brother|sister|grandson|granddaughter|uncle|aunt|nephew|niece",
    re.IGNORECASE,
)


def masked(text: str) -> str:
    """``text`` with names, telephones, handles, addresses and numbers of papers as ``[name]``, ``[number]`` …

    A guard, not a proof: a nickname, or what only a neighbour understands, stays.
    """
    language = language_of(text)
    days = [(e.start, e.stop) for e in find_dates(text, 0, len(text), language)]

    def kept(field: str, start: int, stop: int) -> bool:
        """Whether it is no mark of a person: a day, or words of the language that were taken for a name."""
        told = text[start:stop]
        a_day = any(start < b and a < stop for a, b in days)
        if field == "number":
            return a_day
        if field == "address":
            rest = "".join(c for n, c in enumerate(told, start) if not any(a <= n < b for a, b in days))
            return a_day and not _NUMBER.search(rest) and _speaks(rest, language)
        if field == "person":
            hollow = all(not keys_of_word(word, language) for word in _WORD.findall(told))
            if _KIN.fullmatch(told) or hollow or (told.islower() and _speaks(told, language)):
                return True
            return _a_place(text, start, stop, language)
        return False

    found = [
        (i.start, i.stop, _CALLED[i.field])
        for i in find_identifiers(text)
        if i.field in _CALLED and not kept(i.field, i.start, i.stop)
    ]
    found += [
        (p.start, p.stop, "left out")
        for p in personal(text)
        if p.what != "a name"
        or not (_speaks(text[p.start : p.stop], language) or _a_place(text, p.start, p.stop, language))
    ]
    out, done = [], 0
    for start, stop, called in sorted(found, key=lambda f: (f[0], f[2] == "left out", f[1])):
        if stop <= done:
            continue
        out += [text[done : max(start, done)], f"[{called}]" if start >= done else ""]
        done = stop
    return "".join([*out, text[done:]])


# What one is in or comes from; whom one trusts, follows or is at stands with other words, or in another case.
_IN = re.compile(r"(?:\A|[\s(«\"])(?:в|во|из|у|із|зі|з)\s\Z", re.IGNORECASE)
_NEXT = re.compile(r"\s([^\W\d_]{4,30})")
_OF_WHAT_KIND = re.compile(r"(?:ом|ем|ой|ей|их|ых|ого|его|ій|ому|ім|ої|ої)\Z")


def _a_place(text: str, start: int, stop: int, language: str) -> bool:
    """Whether a capital word after "in" or "from" can only be a place: a kind of one («в Малом Яре», «из
    Внутренней гвардии»), or a form that the dictionary knows of places and of no surname («в Новосаринске»).

    Russian and Ukrainian. What may be somebody («в Зайцеве», «в Марине») is no place.
    """
    words = _WORD.findall(text[start:stop])
    if language not in ("ru", "uk") or not words or not _IN.search(text[max(0, start - 5) : start]):
        return False
    if any(name_word(w).given or name_word(w).patronymic for w in words):
        return False
    of_a_kind = bool(_OF_WHAT_KIND.search(words[0])) and _speaks(words[0], language)
    if len(words) == 2:
        return of_a_kind and (_speaks(words[1], language) or not _surname(words[1], language))
    if len(words) > 2:
        return False
    after = _NEXT.match(text, stop)
    if of_a_kind and after and after[1].islower():
        # "Of Grim's platoon" is told like "of the Grim platoon".
        return not words[0].endswith("го")
    tags = [str(r.tag) for r in readings(words[0].lower(), language)]
    return any("Geox" in tag for tag in tags) and not _surname(words[0], language)


def _surname(word: str, language: str) -> bool:
    return any("Surn" in str(r.tag) or "Name" in str(r.tag) for r in readings(word.lower(), language))


def _speaks(words: str, language: str) -> bool:
    """Whether every word is one of the language's and none a given name; what no lexicon holds may be one."""
    told = _WORD.findall(words)
    known = (keys_of_word(word, language if language in ("en", "ru", "uk") else "ru") for word in told)
    return all(all(key.startswith("c") for key in keys) for keys in known) and not any(
        name_word(word).given for word in told
    )


__all__ = ["masked"]
