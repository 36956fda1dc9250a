"""Short word lists and closed word classes, written as a reader reads them."""

from __future__ import annotations


def listed(*lines: str) -> frozenset[str]:
    """The words of ``lines``, each once."""
    return frozenset(" ".join(lines).split())


__all__ = ["listed"]
