"""Short word lists, written as a reader reads them."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words.split())


__all__ = ["listed"]
