"""The marks of a recording's chapters, which look like hours: «00:00 Вступление», "14:26 Part five"."""

from __future__ import annotations

import itertools
import re
from typing import Final

_MARK: Final = re.compile(
    r"^[ \t•▪\ufe0f*–—-]{0,4}(?P<at>\d{1,3}:[0-5]\d(?::[0-5]\d)?)[)\]]?[ \t]*[–—-]?[ \t]+"
    r"(?P<named>\S[^\n]{0,20})",
    re.M,
)
_FEWEST: Final = 3
# What the parts of a recording are called.
_PART: Final = re.compile(
    r"(?:част[ьи]|глав[аы]|вступлени|введени|интро|вступ|частина|розділ|part|chapter|intro)(?!\w{5})", re.I
)
_ANNOUNCED: Final = re.compile(
    r"тайм-?код|time-?(?:codes?|stamps?)|chapters|содержание\s(?:выпуска|видео|эфира)|зміст\s(?:випуску|відео)",
    re.I,
)
_ABOVE: Final = 160


def chapter_marks(body: str) -> frozenset[int]:
    """Where the marks of chapters stand: three lines or more, rising, that begin at nought, are called parts
    or are announced as time codes. The lines of a log are hours."""
    if body.count(":") < _FEWEST:
        return frozenset()
    marks: set[int] = set()
    for run in _runs(body):
        first = run[0]
        called = sum(_PART.match(m["named"]) is not None for m in run)
        above = body[max(0, first.start() - _ABOVE) : first.start()]
        if _seconds(first["at"]) == 0 or 2 * called >= len(run) or _ANNOUNCED.search(above):
            marks.update(m.start("at") for m in run)
    return frozenset(marks)


def _runs(body: str) -> list[list[re.Match[str]]]:
    runs: list[list[re.Match[str]]] = []
    for mark in _MARK.finditer(body):
        last = runs[-1][-1] if runs else None
        near = last is not None and body.count("\n", last.end(), mark.start()) <= 2
        if last is not None and near and _seconds(last["at"]) < _seconds(mark["at"]):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return [run for run in runs if len(run) >= _FEWEST]


def _seconds(at: str) -> int:
    parts = [int(part) for part in at.split(":")]
    return sum(part * 60**power for power, part in zip(itertools.count(), reversed(parts), strict=False))


__all__ = ["chapter_marks"]
