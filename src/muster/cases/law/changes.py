"""What changed in a pack's law between two days, and between two versions of a pack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta

from muster.model.law import Days, Pack, Rule


@dataclass(frozen=True, slots=True)
class Change:
    """One rule that came, went or is another. ``when``: the day from which it is so, where it is known."""

    line: str
    kind: str
    before: Rule | None
    after: Rule | None
    when: date | None
    says: str


def between_days(pack: Pack, first: date, last: date, status: str | None = None) -> list[Change]:
    """What a person of ``status`` (``None``: of any) finds on the one day and not on the other, by rule."""
    old, new = (_in_force(pack, day, status) for day in (first, last))
    return [*_changes(old, new)]


def between_packs(old: Pack, new: Pack) -> list[Change]:
    """Rules added, dropped or changed from one version to another, by the id of the rule."""
    return [*_changes({r.id: r for r in old.rules}, {r.id: r for r in new.rules})]


def _in_force(pack: Pack, day: date, status: str | None) -> dict[str, Rule]:
    on = Days(day, day)
    return {
        rule.line: rule
        for rule in pack.rules
        if rule.period.covers(on) == "met"
        and (status is None or not rule.statuses or status in rule.statuses)
    }


def _changes(old: dict[str, Rule], new: dict[str, Rule]) -> Iterator[Change]:
    for key in sorted({*old, *new}):
        before, after = old.get(key), new.get(key)
        if before is None and after is not None:
            yield Change(after.line, "new", None, after, after.period.start, f"{after.provision}: new")
        elif after is None and before is not None:
            stop = before.period.stop
            ended = stop + timedelta(days=1) if stop else None
            yield Change(before.line, "gone", before, None, ended, f"{before.provision}: no longer in force")
        elif before is not None and after is not None and before != after:
            parts = ", ".join(_differing(before, after))
            yield Change(
                after.line, "changed", before, after, after.period.start, f"{after.provision}: other {parts}"
            )


def _differing(before: Rule, after: Rule) -> list[str]:
    return [
        f.name for f in fields(Rule) if f.name != "id" and getattr(before, f.name) != getattr(after, f.name)
    ] or ["id"]


__all__ = ["Change", "between_days", "between_packs"]
