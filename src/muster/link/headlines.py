"""Whose a number is that a text gives before it says from whom: in its headline, in its first sentence.

"At Least 640 Men Put Refusal in Writing" over a text in which the Observatory says that 640 did is no word of
the paper's own: it is whose number it is first said to be below. Of a later sentence that holds only where
nobody else gives the number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from muster.link.independence import is_telling
from muster.link.whose import Key
from muster.model.links import Entity, Statement

# Whose word it may be that is summed up above: anybody whom the text tells from others.
_TELLERS = ("entity", "body", "post", "hidden", "papers")
_MOST_ABOVE = 8

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
            yield s, root, below or key, key


def _is_open(s: Statement, key: Key, entities: Mapping[str, Entity]) -> bool:
    """The text's own voice, or a group without a name."""
    if s.own_voice:
        return key[0] in ("voice", "family")
    entity = entities.get(s.entity or "")
    return key[0] == "nobody" or (key[0] == "local" and entity is not None and entity.type == "group")


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
