"""Numbers of people in words: too small by themselves, or by subtraction from another one of the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from muster.publish.jigsaw.findings import Finding, finding
from muster.publish.jigsaw.material import Figure, Said


def small_figures(said: Sequence[Said], smallest: int) -> Iterator[Finding]:
    """A finding for each passage of the desk's own that tells a number of people below the line."""
    for s in said:
        if not s.open and any(_small(f, s, smallest) for f in s.figures):
            yield finding(
                "small", "warns", f"a number of people from 1 to {smallest - 1}", [s.where], [s.words]
            )


def _small(figure: Figure, said: Said, smallest: int) -> bool:
    # "one man" is an article more often than a count.
    least = 1 if said.words[figure.start : figure.stop].isdecimal() else 2
    return figure.kind == "people" and least <= figure.low and figure.high < smallest


def differences(said: Sequence[Said], earlier: Sequence[Said], smallest: int) -> Iterator[Finding]:
    """Two exact numbers of the same people that one subtraction turns into a small one.

    Looked for among this release and between it and earlier ones; a pair that was public before is old news.
    """
    numbers: dict[str, list[tuple[float, bool, Said]]] = defaultdict(list)
    for new, passages in ((True, said), (False, earlier)):
        for s in passages:
            for f in s.figures:
                if f.kind == "people" and f.exact and f.low == f.high:
                    for key in f.noun:
                        numbers[key].append((f.low, new, s))
    told: set[tuple[str, str]] = set()
    for alike in numbers.values():
        by_value = {(value, new, s.where, s.words): s for value, new, s in alike}
        order = sorted(by_value)
        for n, (value, new, *_) in enumerate(order):
            for other in order[n + 1 :]:
                if other[0] - value >= smallest:
                    break
                # Where both are small, each is told by itself.
                if other[0] > value and other[0] >= smallest and (new or other[1]):
                    pair = (by_value[order[n]], by_value[other])
                    yield from _pair(pair, (new, other[1]), smallest, told)


def _pair(
    pair: tuple[Said, Said], new: tuple[bool, bool], smallest: int, told: set[tuple[str, str]]
) -> Iterator[Finding]:
    key = (pair[0].words, pair[1].words)
    own = [s for s, is_new in zip(pair, new, strict=True) if is_new]
    if key in told or all(s.open for s in own):
        return
    told.add(key)
    with_what = (
        "one number of people from the other" if all(new) else "it from a number of an earlier release"
    )
    says = f"subtracting {with_what} leaves 1 to {smallest - 1}"
    yield finding("difference", "warns", says, (s.where for s in own), key)


__all__ = ["differences", "small_figures"]
