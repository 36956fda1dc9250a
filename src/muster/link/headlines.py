"""Whose a number is that a text gives before it says from whom: in its headline, in its first sentence.

"At Least 640 Men Put Refusal in Writing" over a text in which the Observatory says that 640 did is no word of
the paper's own: it is whose number it is first said to be below. Of a later sentence that holds only where
nobody else gives the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from muster.link.independence import STATE, is_telling
from muster.link.whose import Key
from muster.model.links import Entity, Statement
from muster.text.listed import listed

# Whose word it may be that is summed up above: anybody whom the text tells from others.
_TELLERS = ("entity", "body", "post", "hidden", "papers")
_MOST_ABOVE = 8
# "A rights group" of so many first statements is whom the text names next.
_LEADS = 2
_A_GROUP = re.compile(
    r"(?i)an?\s(?:[\w-]+\s){0,4}?(?:group|organi[sz]ation|NGO|watchdog|charity|monitor"
    r"|think[ -]tank|association|foundation)"
    r"|(?:[\w-]+\s){0,2}?(?:правозащитн\w{2,3}|неправительственн\w{2,3}|общественн\w{2,3}|некоммерческ\w{2,3}|международн\w{2,3})"
    r"\s(?:[\w-]+\s)?(?:организаци\w{1,2}|групп\w{1,2}|фонд\w{0,2}|проект\w{0,2})"
    r"|(?:[\w-]+\s){0,2}?(?:правозахисн\w{1,3}|неурядов\w{1,3}|громадськ\w{1,3}|міжнародн\w{1,3})"
    r"\s(?:[\w-]+\s)?(?:організаці\w{1,3}|груп\w{1,2}|фонд\w{0,2}|проє?кт\w{0,2})"
)
# Meanings of organs of a state and of papers.
_NO_GROUP = STATE | listed("agency magazine media new newspaper press radio television")

Read = tuple[Statement, str, Key]


def of_whom_below(
    read: Iterable[Read], entities: Mapping[str, Entity]
) -> Iterator[tuple[Statement, str, Key, Key]]:
    """Statements as they come, document by document, each with whose it is, and whose it seemed to be.

    ``entities`` by id: a headline's "Rights defenders: …" names a group and nobody.
    """
    for _, group in groupby(read, key=lambda each: each[0].document):
        told = list(group)
        for at, (s, root, key) in enumerate(told):
            below = _below(s, told, at) if at < _MOST_ABOVE and _is_open(s, key, entities) else None
            if below is None and at < _LEADS:
                below = _group_below(s, key, told)
            yield s, root, below or key, key


def _is_open(s: Statement, key: Key, entities: Mapping[str, Entity]) -> bool:
    """The text's own voice, or a group without a name."""
    if s.own_voice:
        return key[0] in ("voice", "family")
    entity = entities.get(s.entity or "")
    return key[0] == "nobody" or (key[0] == "local" and entity is not None and entity.type == "group")


def _group_below(s: Statement, key: Key, told: list[Read]) -> Key | None:
    """ "According to a human rights group" in a lead: the only body below that is no organ of a state and no
    paper, where it is the first body that is named there."""
    called = s.spoken_as or s.speaker or s.role or ""
    if key[0] not in ("nobody", "local") or not _A_GROUP.fullmatch(called.strip()):
        return None
    bodies = dict.fromkeys(
        other for each, _, other in told if each.start > s.start and other[0] in ("body", "voice")
    )
    fit = [one for one in bodies if one[0] == "body" and not set(one[1].split()) & _NO_GROUP]
    return fit[0] if len(fit) == 1 and next(iter(bodies)) == fit[0] else None


def _below(s: Statement, told: list[Read], at: int) -> Key | None:
    """Who first gives all its telling numbers further down; above the second sentence nobody else may."""
    telling = {value for value, _ in s.figures if is_telling(value)}
    if not telling:
        return None
    found = [
        key
        for other, _, key in told
        if other.start > s.start and key[0] in _TELLERS and telling <= {value for value, _ in other.figures}
    ]
    return found[0] if found and (at == 0 or len(set(found)) == 1) else None


__all__ = ["of_whom_below"]
