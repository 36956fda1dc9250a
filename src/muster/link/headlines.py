"""Whose a number is that a text gives before it says from whom: in its headline, in its first sentence.

"At Least 640 Men Put Refusal in Writing" over a text in which the Observatory says that 640 did is no word of
the paper's own: it is whose number it is first said to be below. Of a later sentence that holds only where
nobody else gives the number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from muster.link.independence import STATE, is_telling
from muster.link.members import investigates
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
    r"|(?:[\w-]+\s){0,2}?(?:правозащитн\w{2,3}|неправительственн\w{2,3}|общественн\w{2,3}|некоммерческ\w{2,3}|международн\w{2,3}"
    r"|благотворительн\w{2,3})"
    r"\s(?:[\w-]+\s)?(?:организаци\w{1,2}|групп\w{1,2}|фонд\w{0,2}|проект\w{0,2})"
    r"|(?:[\w-]+\s){0,2}?(?:правозахисн\w{1,3}|неурядов\w{1,3}|громадськ\w{1,3}|міжнародн\w{1,3}|благодійн\w{1,3})"
    r"\s(?:[\w-]+\s)?(?:організаці\w{1,3}|груп\w{1,2}|фонд\w{0,2}|проє?кт\w{0,2})"
)
_GROUPS = listed("club network society trade_union")
# Meanings of organs of a state and of papers.
_NO_GROUP = STATE | listed("agency magazine media new newspaper press radio television")

Read = tuple[Statement, str, Key]


def of_whom_below(
    read: Iterable[Read],
    entities: Mapping[str, Entity],
    bodies: Callable[[Statement, str], Mapping[str, str]] = lambda s, root: {},
) -> Iterator[tuple[Statement, str, Key, Key]]:
    """Statements as they come, document by document, each with whose it is, and whose it seemed to be.

    ``entities`` by id: a headline's "Rights defenders: …" names a group and nobody. ``bodies``: those that
    the speaker of a statement is said to belong to.
    """
    for _, group in groupby(read, key=lambda each: each[0].document):
        told = list(group)
        for at, (s, root, key) in enumerate(told):
            below = _below(s, told, at) if at < _MOST_ABOVE and _is_open(s, key, entities) else None
            if below is None and at < _LEADS:
                below = _group_below(s, key, told, bodies)
            yield s, root, below or key, key


def _is_open(s: Statement, key: Key, entities: Mapping[str, Entity]) -> bool:
    """The text's own voice, or a group without a name."""
    if s.own_voice:
        return key[0] in ("voice", "family")
    entity = entities.get(s.entity or "")
    return key[0] == "nobody" or (key[0] == "local" and entity is not None and entity.type == "group")


def _group_below(
    s: Statement, key: Key, told: list[Read], bodies: Callable[[Statement, str], Mapping[str, str]]
) -> Key | None:
    """ "According to a human rights group" in a lead: the only body below that is no organ of a state and no
    paper, where it is the first body that is named there, itself or by one of its people."""
    called = s.spoken_as or s.speaker or s.role or ""
    nameless = key[0] in ("nobody", "local", "body") and (key[0] != "body" or _is_any(called, key[1]))
    if not nameless or not _A_GROUP.fullmatch(called.strip()):
        return None
    named: dict[Key, None] = {}
    for each, root, other in told:
        if each.start > s.start and other[0] in ("body", "voice"):
            named.setdefault(other)
        elif each.start > s.start and other[0] in ("entity", "local"):
            named.update(dict.fromkeys(("body", body) for body in bodies(each, root) if _is_group(body)))
    fit = [one for one in named if one[0] == "body" and not set(one[1].split()) & _NO_GROUP]
    return fit[0] if len(fit) == 1 and next(iter(named)) == fit[0] else None


def _is_group(body: str) -> bool:
    return investigates(body) or not _GROUPS.isdisjoint(body.split())


def _is_any(called: str, body: str) -> bool:
    """ "A Vardian charity" is no name, nor is one of common words."""
    return "“" not in body or called.lower().startswith(("a ", "an "))


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
