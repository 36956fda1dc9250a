"""Records as plain dictionaries and back, exactly; and their digests.

``pack`` leaves out what equals a field's default, so a field that a later version adds (with a
default) changes no digest of what was stored before. A passage is packed as ``[start, stop]``: its
words are the text's, whose own digest stands beside, and a passage that does not hold is refused.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
import types
import typing
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from muster.model.errors import RecordError
from muster.model.evidence import Passage

R = TypeVar("R")
Packed = dict[str, Any]


class Page(NamedTuple):
    """The text that passages stand in: its id and its characters."""

    id: str
    body: str


_NOWHERE = Page("", "")
Pack = Callable[[Any, Page], Any]


class Field(NamedTuple):
    """One field of a record class, packed and unpacked. ``default`` is ``...`` where it has none."""

    name: str
    default: Any
    pack: Pack | None
    unpack: Pack | None


def pack(record: Any, page: Page = _NOWHERE) -> Packed:
    """``record`` as what JSON can hold. Raises RecordError for a passage that does not hold in ``page``."""
    packed: Packed = {}
    kind: type = type(record)
    for name, default, inwards, _ in fields_of(kind):
        value = getattr(record, name)
        if default is not ... and value == default:
            continue
        packed[name] = inwards(value, page) if inwards else value
    return packed


def unpack(kind: type[R], packed: Packed, page: Page = _NOWHERE) -> R:
    """The record that ``pack`` was given."""
    found = {}
    for name, default, _, outwards in fields_of(kind):
        if name in packed:
            value = packed[name]
            found[name] = outwards(value, page) if outwards else value
        elif default is ...:
            raise RecordError(f"a stored {kind.__name__} has no {name}")
    return kind(**found)


def fields_of(kind: type) -> tuple[Field, ...]:
    """The fields of a record class, in order."""
    if kind not in _FIELDS:
        _FIELDS[kind] = _fields(kind)
    return _FIELDS[kind]


_FIELDS: dict[type, tuple[Field, ...]] = {}


def _fields(kind: type) -> tuple[Field, ...]:
    hints = typing.get_type_hints(kind)
    return tuple(_field(f, hints[f.name]) for f in dataclasses.fields(kind))


def _field(field: dataclasses.Field[Any], hint: Any) -> Field:
    default = ... if field.default is dataclasses.MISSING else field.default
    return Field(field.name, default, *_ways(hint))


def _ways(hint: Any) -> tuple[Pack | None, Pack | None]:
    """How a value of this type is packed and unpacked; None: as it is."""
    if isinstance(hint, types.UnionType):
        (inner,) = (h for h in typing.get_args(hint) if h is not types.NoneType)
        inwards, outwards = _ways(inner)
        return _optional(inwards), _optional(outwards)
    if hint is float:
        return _number, None
    if hint is Passage:
        return _pack_passage, _unpack_passage
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return pack, lambda value, page: unpack(hint, value, page)
    if typing.get_origin(hint) is tuple:
        return _tuple_ways(typing.get_args(hint)[0])
    return None, None


def _optional(way: Pack | None) -> Pack | None:
    if way is None:
        return None
    return lambda value, page: None if value is None else way(value, page)


def _tuple_ways(inner: Any) -> tuple[Pack, Pack]:
    # tuple[X, ...] and tuple[X, X] alike: every tuple in the nouns holds things of one type.
    inwards, outwards = _ways(inner)
    if inwards is None or outwards is None:
        return lambda value, _page: list(value), lambda value, _page: tuple(value)
    return (
        lambda value, page: [inwards(v, page) for v in value],
        lambda value, page: tuple([outwards(v, page) for v in value]),
    )


def _number(value: float, _page: Page) -> float:
    # An int given for a float would come back as a float and no longer have the same digest.
    # SQLite gives -0.0 back as 0.0: the same number, and another spelling in a digest.
    number = float(value) + 0.0
    if not math.isfinite(number):
        raise RecordError("a bound is a finite number, or None where nobody said")
    return number


def _pack_passage(passage: Passage, page: Page) -> list[int]:
    if passage.text != page.id or page.body[passage.start : passage.stop] != passage.words:
        raise RecordError(
            f"the passage [{passage.start}, {passage.stop}) does not hold in its text", record=page.id
        )
    return [passage.start, passage.stop]


def _unpack_passage(packed: list[int], page: Page) -> Passage:
    start, stop = packed
    return Passage(page.id, start, stop, page.body[start:stop])


# One encoder for all: making one a call costs more than the spelling.
_SPELL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def canonical(value: Any) -> bytes:
    """One spelling of a packed value, the same on every machine."""
    try:
        return _SPELL(value).encode()
    except UnicodeEncodeError as error:
        raise RecordError(
            "half a character (a lone surrogate) cannot be kept; the room that took it must replace it"
        ) from error


def digest(*values: Any) -> bytes:
    """sha256 over the canonical spelling of each value."""
    h = hashlib.sha256()
    for value in values:
        h.update(value if isinstance(value, bytes) else canonical(value))
        h.update(b"\n")
    return h.digest()


def words_print(words: str) -> bytes:
    """Eight bytes that tell whether long words are still the same; the words stand in the text."""
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()


__all__ = ["Field", "Packed", "Page", "canonical", "digest", "fields_of", "pack", "unpack", "words_print"]
