"""Sentences in, mentions of places and military units out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from muster.model.claims import Mention
from muster.model.evidence import Text

if TYPE_CHECKING:
    from muster.text.spans import Span


def find_places(text: Text, sentences: Sequence[Span], languages: Sequence[str]) -> list[Mention]:
    """Every place of the gazetteer and every military unit."""
    return []


__all__ = ["find_places"]
