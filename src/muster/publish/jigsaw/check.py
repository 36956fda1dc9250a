"""The whole check of one release: what forbids it, what somebody must answer for, what nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from muster.publish.jigsaw.figures import differences, small_figures
from muster.publish.jigsaw.findings import WEIGHTS, Finding, finding
from muster.publish.jigsaw.grids import grid_findings, removed
from muster.publish.jigsaw.material import Material, Said
from muster.publish.jigsaw.population import Population
from muster.publish.jigsaw.profiles import Teller, combinations
from muster.publish.redact import visible
from muster.text.identifiers.identifiers import DIRECT, find_codes_and_addresses

# No cell of 1 to 10: the line of the US health insurance data (CMS), where a release is for everybody; a
# chance of .09 to be right about one person. Here a hit costs more than there.
SMALLEST: Final = 11
DIVERSE: Final = 2
_DATE: Final = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:\d{2}|\d{4})|\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Options:
    """``smallest``: the smallest group of people that may be seen. ``diverse``: how many different sensitive
    values a group must have."""

    smallest: int = SMALLEST
    diverse: int = DIVERSE


def check(
    release: Material, earlier: Sequence[Material] = (), public: Sequence[Said] = (),
    population: Population | None = None, options: Options | None = None,
) -> list[Finding]:  # fmt: skip
    """Every finding, the gravest first. ``earlier``: releases of this desk before; ``public``: what others
    published, a paragraph each. More of either never takes a finding away that weighs."""
    chosen = options or Options()
    past = [s for each in earlier for s in each.said]
    found: list[Finding] = [*_direct(release.said), *_unseen(release.said)]
    teller = Teller(population)
    # What others published, as it stands in open papers of this release, is public too.
    open_papers = [s for s in release.said if s.open]
    found += combinations(
        release.said, past, [*public, *open_papers], teller, smallest=chosen.smallest, diverse=chosen.diverse
    )
    found += small_figures(release.said, chosen.smallest)
    found += differences(release.said, past, chosen.smallest)
    for each in earlier:
        found += removed([s.words for s in release.said], [s.words for s in each.said], chosen.smallest)
    for grid in release.grids:
        found += grid_findings(grid, [g for each in earlier for g in each.grids], chosen.smallest)
    known: dict[str, Finding] = {}
    for each_found in found:
        known.setdefault(each_found.id, each_found)
    return sorted(known.values(), key=lambda f: (WEIGHTS.index(f.weight), f.kind, f.id))


def direct_fields(words: str) -> set[str]:
    """Kinds of direct identifier in a text: telephone, e-mail, address, papers. Names are another matter."""
    return {
        found.field
        for found in find_codes_and_addresses(words)
        if found.field in DIRECT
        # Day, month and year in digits look like a paper's number.
        and not _DATE.fullmatch(words[found.start : found.stop])
    }


def _direct(said: Sequence[Said]) -> Iterator[Finding]:
    for s in said:
        if fields := direct_fields(s.words):
            says = f"{', '.join(sorted(fields))}: leads to one person by itself"
            yield finding("direct", "forbids", says, [s.where], [s.words])


def _unseen(said: Sequence[Said]) -> Iterator[Finding]:
    """Characters that nobody sees: a mark of whose copy it was, or words hidden from the eye."""
    for s in said:
        if visible(s.words) != s.words.replace("\r\n", "\n"):
            says = "characters that nobody sees stand in it: a mark of whose copy it was, or hidden words"
            yield finding("unseen", "warns", says, [s.where], [s.words])


__all__ = ["DIVERSE", "SMALLEST", "Options", "check", "direct_fields"]
