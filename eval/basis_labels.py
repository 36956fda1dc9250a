"""The basis of attributions by the decision tree of the guidelines: gold/second/basis-SET.tsv.

A line an attribution: document, its place in the file from 1, basis, the question that decided (0: none), and
``?`` where the annotator doubted. Those of the measured texts were made by somebody who had seen neither the
first labels nor the rules; those of the developing half by the author of the tree, from the texts alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from gold import BASES, BLIND, FRESH, ROOT, STRANGER, STRANGER_BLIND, GoldFault

Labels = Mapping[tuple[str, int], str]
# Of texts that two hands labelled the hand that has not seen the rules comes first.
_OWN = ("basis-own.tsv", "basis-develop-second.tsv", "basis-develop.tsv")
_FILES: Mapping[Path, tuple[str, ...]] = {
    ROOT.resolve(): _OWN,
    BLIND.resolve(): ("basis-blind.tsv",),
    FRESH.resolve(): ("basis-fresh.tsv",),
    STRANGER.resolve(): ("basis-stranger.tsv",),
    STRANGER_BLIND.resolve(): ("basis-stranger-blind.tsv",),
}


@lru_cache(maxsize=4)
def labels_of(folder: Path) -> Labels:
    """The labels of a folder of gold by document and place; none where nobody made any. Raises GoldFault."""
    found: dict[tuple[str, int], str] = {}
    for name in _FILES.get(folder.resolve(), ()):
        found = {**labels_in(name), **found}
    return found


def labels_in(name: str) -> Labels:
    """The labels of one file. Raises GoldFault."""
    found: dict[tuple[str, int], str] = {}
    for line in (ROOT / "second" / name).read_text("utf-8").splitlines():
        document, place, basis = line.split("\t")[:3]
        if basis not in BASES or (document, int(place)) in found:
            raise GoldFault(f"{name}: {line!r} names no basis, or an attribution twice")
        found[document, int(place)] = basis
    return found


__all__ = ["Labels", "labels_in", "labels_of"]
