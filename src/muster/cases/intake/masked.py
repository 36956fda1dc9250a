"""A question as it came in in; the same with nobody to be found by it, out. What leads to a person is the
vault's."""

from __future__ import annotations

import re

from muster.cases.minimum import personal
from muster.text.concepts import keys_of_word
from muster.text.dates import find_dates
from muster.text.identifiers import find_identifiers
from muster.text.languages import language_of
from muster.text.name_parts import name_word

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
            return bool(_KIN.fullmatch(told)) or hollow or (told.islower() and _speaks(told, language))
        return False

    found = [
        (i.start, i.stop, _CALLED[i.field])
        for i in find_identifiers(text)
        if i.field in _CALLED and not kept(i.field, i.start, i.stop)
    ]
    found += [
        (p.start, p.stop, "left out")
        for p in personal(text)
        if p.what != "a name" or not _speaks(text[p.start : p.stop], language)
    ]
    out, done = [], 0
    for start, stop, called in sorted(found, key=lambda f: (f[0], f[2] == "left out", f[1])):
        if stop <= done:
            continue
        out += [text[done : max(start, done)], f"[{called}]" if start >= done else ""]
        done = stop
    return "".join([*out, text[done:]])


def _speaks(words: str, language: str) -> bool:
    """Whether every word is one of the language's and none a given name; what no lexicon holds may be one."""
    told = _WORD.findall(words)
    known = (keys_of_word(word, language if language in ("en", "ru", "uk") else "ru") for word in told)
    return all(all(key.startswith("c") for key in keys) for keys in known) and not any(
        name_word(word).given for word in told
    )


__all__ = ["masked"]
