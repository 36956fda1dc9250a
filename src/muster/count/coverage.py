"""Which origin says anything of which region: a matrix in which nothing known stays empty."""

from __future__ import annotations

from muster.model.ledger import Answer, Statement
from muster.text.places.regions import lands_of, regions

Row = dict[str, object]


def coverage(made: Answer) -> list[Row]:
    """One row a region, one column an origin: the highest floor it states there, or the words, or None.

    All regions of the countries that the question or its claims name are rows, so that a region of which
    nobody speaks is seen; first comes what is counted without being named, or told of several at once.
    Units that were asked are rows of their own: asked, said yes, size.
    """
    q = made.question
    if q.units and not made.entries:
        return [
            {"unit": u.name, "region": u.region or None, "size": u.size, "asked": u.asked or None,
             "yes": u.yes if u.asked else None}
            for u in q.units
        ]  # fmt: skip
    live = [e.statement for e in made.entries if e.role != "beside"]
    spoken = [s for s in live if s.regions or s.least_regions]
    origins = sorted({s.origin_name for s in spoken})
    lands = set(lands_of(q.place)) | {code[:2] for s in spoken for code in s.regions}
    rows: list[Row] = [_row("not named one by one", origins, [s for s in spoken if len(s.regions) != 1])]
    rows += [
        _row(region.name, origins, [s for s in spoken if s.regions == (code,)])
        for code, region in sorted(regions().items())
        if code[:2] in lands
    ]
    return rows


def _row(name: str, origins: list[str], here: list[Statement]) -> Row:
    row: Row = {"region": name}
    for origin in origins:
        mine = [s for s in here if s.origin_name == origin]
        known = [s for s in mine if s.low is not None]
        best = max(known, key=lambda s: (s.low or 0.0, s.id), default=None)
        row[origin] = _told(best) if best else mine[0].words if mine else None
    return row


def _told(s: Statement) -> str:
    where = f" in {s.least_regions} regions or more" if s.least_regions and not s.regions else ""
    named = f" in {len(s.regions)} regions" if len(s.regions) > 1 else ""
    return f"{s.words}{where}{named}"


def unseen(made: Answer) -> tuple[str, ...]:
    """Codes of the regions of which no accepted claim speaks by name; () where none is named at all."""
    lands = {code[:2] for code in made.seen_regions}
    return tuple(sorted(c for c in regions() if c[:2] in lands and c not in made.seen_regions))


__all__ = ["coverage", "unseen"]
