"""Closed word classes as they are written: words between spaces."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """The set of the words in ``lines``."""
    return frozenset(" ".join(lines).split())


__all__ = ["words"]
