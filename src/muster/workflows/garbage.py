"""How often a process looks for garbage that refers to itself."""

from __future__ import annotations

import gc

# New objects between two looks, and looks between the rarer, wider ones. Work here makes many records and
# few cycles: with the 700, 10, 10 of CPython, looks take a fifth of linking and writing for next to nothing.
_YOUNG, _MIDDLE, _OLD = 50_000, 20, 50


def collect_seldom() -> None:
    """Set it for this process, once, at its start."""
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)


__all__ = ["collect_seldom"]
