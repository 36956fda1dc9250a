"""The name of a Russian or Ukrainian body in the nominative, as a register would put it."""

from __future__ import annotations

from functools import lru_cache

from muster.read.people.branches import nominative
from muster.text.names import ukrainian_bodies


@lru_cache(maxsize=1 << 14)
def body_base(text: str, language: str) -> str:
    """«Министерства обороны» → «Министерство обороны», «обласній прокуратурі» → «обласна прокуратура»: the
    head and what agrees with it; in other languages the words as they stand."""
    if language == "uk":
        return ukrainian_bodies.nominative(text)
    return nominative(text) if language == "ru" else text


def paper_base(text: str, language: str) -> str:
    """«вироком суду» → «вирок суду»: the same of what is written."""
    return ukrainian_bodies.nominative(text, paper=True) if language == "uk" else body_base(text, language)


__all__ = ["body_base", "paper_base"]
