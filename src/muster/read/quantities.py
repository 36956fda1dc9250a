"""Sentences in, quantities with their meaning out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from muster.model.claims import Quantity, ReadingContext
from muster.model.evidence import Text

if TYPE_CHECKING:
    from muster.text.spans import Span


def find_quantities(
    text: Text, sentences: Sequence[Span], languages: Sequence[str], context: ReadingContext
) -> list[Quantity]:
    """Every number with its bounds, what it counts, of whom, where and when."""
    return []


__all__ = ["find_quantities"]
