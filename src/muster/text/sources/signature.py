"""Who signed a letter: the name on its last line, behind what he is or with initials."""

from __future__ import annotations

import re

from muster.text.names.institutions import institution, titles

_NOT_SIGNED = re.compile(
    r"(?i)[:;!?«»\"“”]|(?<!\w)(?:by|photo|фото|translated|edited|перевод|переклад|редактор)"
)
_CAPITAL = r"[A-ZА-ЯІЇЄҐЁ]"
_INITIALS = re.compile(rf"(?:{_CAPITAL}\.\s?){{1,2}}{_CAPITAL}[\w'’-]{{2,30}}\.?\Z")
_FULL = re.compile(rf"{_CAPITAL}[\w'’-]{{1,30}}\s{_CAPITAL}[\w'’-]{{2,30}}\Z")
_MOST_WORDS, _MOST_CHARACTERS = 9, 100


def signature(body: str) -> str:
    """The name that stands on the last line and ends it: "Dr M. Lind", «Командир 7-ї роти Гнат Дуб»; empty
    where that line is a sentence, names a photographer, or a full name stands there without what he is."""
    line = body.rstrip().rpartition("\n")[2].strip()
    if (
        not line
        or len(line) > _MOST_CHARACTERS
        or len(line.split()) > _MOST_WORDS
        or _NOT_SIGNED.search(line)
    ):
        return ""
    name = _INITIALS.search(line) or _FULL.search(line)
    before = line[: name.start()].strip(" ,") if name else ""
    if name is None or not (before or _INITIALS.match(name[0])):
        return ""
    told = institution(before)
    known = told.clear and (titles(before) or told.head or told.post)
    return name[0].rstrip(".") if known or not before else ""


__all__ = ["signature"]
