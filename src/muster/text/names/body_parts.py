"""Which body a name means where it names two: "the intelligence directorate of the Ministry of Defence" is a
directorate, and a part of the ministry.

A Russian or Ukrainian name begins with what it is, and says in the genitive of what; an English one ends with
what it is before "of", or behind "'s". Only words that can name a body by themselves count ("ministry",
"brigade", "branch"), and none that stand in quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from muster.text.names.institutions import institution, kinds_of

_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")
_QUOTED = re.compile(r"[«“„\"][^»”“\"]*[»”“\"]")
_CYRILLIC = re.compile(r"[а-яёіїєґ]", re.I)
# English: what stands behind one of these is another thing.
_BEHIND = re.compile(r"(?i)\s(?:of|at|in|within|under|for|from)\s(?:the\s)?|,\s(?:the\s)?")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\s")
# Words before a head in the genitive that go with it: «областного суда», «4-го корпуса».
_ADJECTIVE = re.compile(r"(?i)(?:\w+(?:ого|его|ой|ей|ої|ьої|их|ых)|\d+(?:-\w{1,3})?)")
# «УМВД» is a directorate of the МВД.
_DIRECTORATE = re.compile(r"(?i)\Aг?у(?=\w)")
# Kinds that are always of something else, so that any name behind them is that.
_OF_ANOTHER = ("branch", "office")
_NAME = re.compile(r"(?:the\s)?[A-Z][\w'’-]*(?:\s(?:(?:of|for|and|the)\s){0,2}[A-Z][\w'’-]*){1,6}")
_MOST_CHARACTERS = 240


@dataclass(frozen=True, slots=True)
class Parted:
    """``seat``: what kind of body a name means, as ``institution`` tells it; empty where the name shows none.
    ``above``: the words for the body that it is a part of; empty where none is named."""

    seat: str
    above: str


@lru_cache(maxsize=1 << 15)
def parted(name: str) -> Parted:
    """What a name says by itself; characters past the 240th are not looked at."""
    name = name[:_MOST_CHARACTERS]
    bare = _QUOTED.sub(lambda quoted: "_" * len(quoted[0]), name)
    seat, above = _slavic(bare) if _CYRILLIC.search(name) else _english(bare)
    if seat in _OF_ANOTHER and not above and (own := _QUOTED.search(name)):
        above = own[0].strip('«»“”„"')
    # "The prosecutor's office" is a prosecution, and no office.
    return Parted(seat if seat in institution(name).means else "", above)


def _slavic(name: str) -> tuple[str, str]:
    words = list(_WORD.finditer(name))
    heads = [at for at, word in enumerate(words) if kinds_of(word[0])]
    if not heads:
        return "", ""
    seat = kinds_of(words[heads[0]][0])
    above = ""
    if len(seat) > 1:  # «УМВД»
        above = _DIRECTORATE.sub("", words[heads[0]][0])
    elif len(heads) > 1:
        at = heads[1]
        while at > heads[0] + 1 and _ADJECTIVE.fullmatch(words[at - 1][0]):
            at -= 1
        above = name[words[at].start() :]
    return seat[0], above


def _english(name: str) -> tuple[str, str]:
    owner, _, owned = name.rpartition("’s " if "’s " in name else "'s ")
    if owner and _last_kind(_BEHIND.split(owned)[0]):
        above = owner if _last_kind(_BEHIND.split(owner)[0]) else ""
        return _last_kind(_BEHIND.split(owned)[0]), above or _above(owned)
    first = _last_kind(_BEHIND.split(name)[0])
    return first, _above(name) or _named(name, first) if first else ""


def _named(name: str, seat: str) -> str:
    """ "The Olmet branch of Warm Hands": who is not called a body by any word, but has a branch."""
    _, _, behind = name.partition(" of ")
    found = _NAME.fullmatch(behind) if seat in _OF_ANOTHER else None
    return behind if found else ""


def _above(name: str) -> str:
    """Behind "of" and the like: the first part that ends in a kind of body, to the end."""
    for behind in _BEHIND.finditer(name):
        part = _BEHIND.split(name[behind.end() :])[0]
        words = _WORD.findall(part)
        if words and kinds_of(words[-1]):
            return name[behind.end() :]
    return ""


def _last_kind(words: str) -> str:
    found = [kinds for word in _WORD.findall(words) if (kinds := kinds_of(word))]
    return found[-1][0] if found else ""


__all__ = ["Parted", "parted"]
