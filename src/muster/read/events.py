"""Dated sentences in, events and their forced order out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from muster.model.claims import Event, Mention, Order, TimeRange
from muster.model.evidence import Text

if TYPE_CHECKING:
    from muster.text.spans import Span


def find_events(
    text: Text, sentences: Sequence[Span], times: Sequence[TimeRange], mentions: Sequence[Mention]
) -> tuple[list[Event], list[Order]]:
    """Dated, narrated sentences as events; the order that their dates force."""
    return [], []


__all__ = ["find_events"]
