"""Where the objects of a JSON file begin and end, in the bytes, without parsing the whole.

A file cut off in the middle still gives every object before the break, and each message of an export
can be kept as its exact bytes.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from typing import NamedTuple

# Possessive: each byte is looked at once, whatever the file holds. An unclosed string runs to the end.
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"(\s*+:)?+|\\?\Z)|[\[\]{}]', re.DOTALL)
_DEEPEST = 200


class Found(NamedTuple):
    """An object ``data[start:stop]``; ``path`` holds the keys of what it lies in, ``""`` for lists."""

    path: tuple[str, ...]
    start: int
    stop: int


class Opened(NamedTuple):
    """A list begins at ``start``; the object it lies in began at ``parent`` and has the key at ``key``."""

    path: tuple[str, ...]
    start: int
    parent: int
    key: int


class Cut(Exception):
    """The file ends in the middle, or its brackets do not match; ``at`` is the byte."""

    def __init__(self, at: int) -> None:
        self.at = at
        super().__init__(at)


def scan(data: bytes | mmap.mmap, *, deepest: int = 4) -> Iterator[Found | Opened]:
    """Every object at most ``deepest`` levels down, when it ends, and every list when it begins.

    Raises Cut at the end of a file that was cut off, and RecursionError past 200 levels.
    """
    stack: list[tuple[int, int, str, int]] = []  # opening byte, where, key it stands under, where the key is
    key, key_at = "", 0
    for token in _TOKEN.finditer(data):
        start = token.start()
        byte = data[start]
        if byte == 0x22:
            if token.group(1) is not None:
                key = (
                    token.group()[:200].split(b'"')[1].decode("utf-8", "replace")
                    if len(stack) <= deepest
                    else ""
                )
                key_at = start
        elif byte in b"[{":
            if len(stack) >= _DEEPEST:
                raise RecursionError("nested more than 200 levels deep")
            if byte == 0x5B and len(stack) <= deepest:
                parent = stack[-1][1] if stack else start
                yield Opened(_path(stack, key), start, parent, key_at)
            stack.append((byte, start, key, key_at))
            key = ""
        else:
            if not stack or stack[-1][0] != byte - 2:
                raise Cut(start)
            opening, begun, own_key, _ = stack.pop()
            key = ""
            if opening == 0x7B and len(stack) <= deepest:
                yield Found(_path(stack, own_key), begun, start + 1)
    if stack:
        raise Cut(len(data))


def _path(stack: list[tuple[int, int, str, int]], key: str) -> tuple[str, ...]:
    return (*(frame[2] for frame in stack[1:]), key) if stack else ()


__all__ = ["Cut", "Found", "Opened", "scan"]
