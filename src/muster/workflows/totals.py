"""Totals behind lists, kept in a project as a person's decision: their tables with them, no records."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import ceil, floor, isclose, isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from muster import __version__
from muster.model.errors import NotFound, Refused, Usage
from muster.model.findings import Estimate
from muster.model.ids import make_id
from muster.model.links import Anchor, Judgement
from muster.store import Store
from muster.store.records import canonical, pack, unpack
from muster.workflows.estimate import Asked, Given, estimate_tables

if TYPE_CHECKING:
    from muster.stats import Check, Settings, Total
    from muster.stats.kept import KeptTotal, Listed

FIELD = "total"
# Beside linked tables: the lists that they were made from, by their hashes.
BEHIND = "linked.json"


def kept_totals(store: Store) -> dict[str, tuple[Judgement, KeptTotal]]:
    """The totals that this project keeps, by name; the last of a name holds, an empty one ends it."""
    last = {j.subject[0].words: j for j in store.judgements() if j.field == FIELD}
    return {name: (j, read(j)) for name, j in sorted(last.items()) if j.verdict}


def read(judgement: Judgement) -> KeptTotal:
    """What a decision keeps."""
    from muster.stats.kept import KeptTotal

    return unpack(KeptTotal, json.loads(judgement.verdict))


def written(
    total: Total,
    asked: Asked,
    given: Given,
    *,
    method: str,
    settings: Settings,
    seed: int,
    behind: Path,
) -> KeptTotal:
    """``total`` as it is kept. ``behind``: a file of linked tables, beside which its lists may be named."""
    from muster.publish import total_sentence
    from muster.stats.kept import KeptTotal, table_of

    linked, judged = _behind(behind)
    return KeptTotal(
        what=asked.what, population=asked.population, place=asked.place, by_when=asked.by_when,
        since=asked.since, lists=total.lists.names,
        tables=tuple(table_of(t, *f) for t, f in zip(given.tables, given.files, strict=True)),
        method=method, together=given.together, level=total.level, seed=seed, cap=settings.cap,
        delta=settings.delta, version=__version__, seen=total.seen, strength=total.strength,
        low=total.low, best=total.best, high=total.high,
        sentences=tuple(total_sentence(total, asked, language) for language in ("en", "ru", "uk")),
        priors=total.priors, assumptions=total.assumptions, warnings=total.warnings,
        panel=tuple(_finite(c) for c in total.panel),
        modes=total.modes, band=total.band, protocols=total.protocols, linked=linked, judged=judged,
    )  # fmt: skip


def _finite(c: Check) -> Check:
    """Infinity is no number of people; a file holds "nobody said"."""
    low, best, high = (v if v is not None and isfinite(v) else None for v in (c.low, c.best, c.high))
    return replace(c, low=low, best=best, high=high)


def _behind(tables: Path) -> tuple[tuple[Listed, ...], int]:
    """The lists behind linked tables, where the file beside them says so and is of these very tables."""
    import hashlib

    from muster.stats.kept import Listed

    beside = tables.with_name(BEHIND)
    if not beside.is_file():
        return (), 0
    try:
        said: dict[str, Any] = json.loads(beside.read_text("utf-8"))
        if said["tables"] != hashlib.sha256(tables.read_bytes()).hexdigest():
            return (), 0
        return tuple(Listed(x["name"], x["sha256"], int(x["records"])) for x in said["lists"]), said["judged"]
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(
            "what says from which lists the tables were linked cannot be read",
            record=str(beside),
            next_step="run 'muster estimate link' again, or remove it",
        ) from error


def keep(store: Store, total: KeptTotal, name: str, *, by: str, note: str, now: str) -> Judgement:
    """Keep a total under ``name``, as a person's decision; every later count has it in the ledger.

    Raises Usage for a name that is none.
    """
    if not name.strip() or len(name) > 80 or not name.isprintable():
        raise Usage("a total is kept under a short name", record=name[:80])
    return _decide(store, name, canonical(pack(total)).decode(), by, note, now)


def drop(store: Store, name: str, *, by: str, note: str, now: str) -> Judgement:
    """End a kept total; that it was kept stays in the ledger of decisions. Raises NotFound."""
    held(store, name)
    return _decide(store, name, "", by, note, now)


def held(store: Store, name: str) -> tuple[Judgement, KeptTotal]:
    """A kept total by its name. Raises NotFound, naming those there are."""
    found = kept_totals(store)
    if name not in found:
        raise NotFound(f"no total {name!r} is kept here", next_step=f"kept are: {', '.join(found) or 'none'}")
    return found[name]


def _decide(store: Store, name: str, verdict: str, by: str, note: str, now: str) -> Judgement:
    id = make_id("judgement", FIELD, name, verdict, by, now)
    made = Judgement(id, (Anchor("", words=name),), FIELD, verdict, by, now, note)
    store.add_judgement(made)
    return made


def totals_as_estimates(kept: Mapping[str, tuple[Judgement, KeptTotal]]) -> Iterator[Estimate]:
    """A line of the ledger for each kept total, beside what sources said and never merged with it."""
    for name, (judgement, total) in kept.items():
        yield Estimate(
            id=make_id("estimate", FIELD, judgement.id),
            question=total.what,
            population=total.population,
            place=total.place,
            by_when=total.by_when,
            # People are whole; the bounds are widened to the next one.
            low=float(floor(total.low)),
            best=None if total.best is None else float(round(total.best)),
            high=None if total.high is None else float(ceil(total.high)),
            unit="count",
            method="lists",
            assumptions=(total.sentences[0], *total.priors, *total.assumptions, *total.warnings),
            rests_on=(judgement.id,),
            as_written=(f"kept as {name}: {', '.join(total.lists)}",),
            level=total.level,
        )


def rows(kept: Mapping[str, tuple[Judgement, KeptTotal]]) -> Iterator[dict[str, object]]:
    """A row for each kept total: its name, bounds, of what, and who keeps it."""
    for name, (judgement, total) in kept.items():
        yield {
            "name": name, "low": round(total.low), "best": None if total.best is None else round(total.best),
            "high": None if total.high is None else round(total.high), "what": total.what,
            "population": total.population, "place": total.place, "by_when": total.by_when,
            "strength": total.strength, "method": total.method, "lists": ", ".join(total.lists),
            "kept": f"{judgement.by}, {judgement.at[:10]}",
        }  # fmt: skip


def again(total: KeptTotal, *, cores: int = 1) -> tuple[Total, Asked, str]:
    """The total made again from the tables that were kept, and in what it differs from what was kept ("":
    in nothing)."""
    from muster.stats import Settings
    from muster.stats.kept import lists_of

    settings = Settings(level=total.level, delta=total.delta, cap=total.cap, cores=cores)
    given = Given(
        tuple(lists_of(total.lists, t) for t in total.tables),
        tuple((t.file, t.sha256) for t in total.tables),
        total.together,  # type: ignore[arg-type]
    )
    made = estimate_tables(
        given, protocols=total.protocols, method=total.method, settings=settings, seed=total.seed
    )
    asked = Asked(total.what, total.population, total.place, total.by_when, total.since)
    then, now = (total.low, total.best, total.high), (made.low, made.best, made.high)
    return made, asked, "" if all(map(_same, then, now)) else _told(total.version, then, now)


def _same(one: float | None, other: float | None) -> bool:
    return one is other or (one is not None and other is not None and isclose(one, other, rel_tol=1e-6))


def _told(version: str, then: tuple[float | None, ...], now: tuple[float | None, ...]) -> str:
    ends = [" / ".join("–" if v is None else f"{v:,.0f}" for v in values) for values in (then, now)]
    return f"kept by muster {version} as {ends[0]}, now {ends[1]} (low / best / high)"


__all__ = [
    "BEHIND", "again", "drop", "held", "keep", "kept_totals", "read", "rows",
    "totals_as_estimates", "written",
]  # fmt: skip
