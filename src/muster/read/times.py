"""Sentences in, time expressions out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from muster.model.claims import ReadingContext, TimeRange
from muster.model.evidence import Text

if TYPE_CHECKING:
    from muster.text.spans import Span


def find_times(
    text: Text, sentences: Sequence[Span], languages: Sequence[str], context: ReadingContext
) -> list[TimeRange]:
    """Every time expression with its TIMEX3 value and range of days."""
    return []


__all__ = ["find_times"]
