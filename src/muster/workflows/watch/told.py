"""What is worth telling: a question's number that moved, a new origin, a name on the team's list.

Compared is what holds now with what was told last, not with what a round changed: so nothing is told twice or
missed where a machine stopped between, and what somebody took by hand counts too. The list of names is a file
of the team's own; no name comes from the vault, and none goes into it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from muster.model.errors import Usage
from muster.model.findings import Estimate
from muster.model.watch import Alert, alert
from muster.store import Store

_QUESTIONS, _HITS, _NAMES = 200, 20, 2000
_TOLD, _SEARCHED = "told:", "names"


def tell(store: Store, now: str, names: Sequence[str] = ()) -> list[Alert]:
    """Keep and return the alerts that follow from what the project holds now."""
    marks: dict[str, str] = {}
    found = [*_numbers(store, now, marks), *_named(store, now, names, marks)]
    changed = {name: value for name, value in marks.items() if store.watch_mark(name) != value}
    if changed or found:
        store.watch_note(marks=changed, alerts=found)
    return found


def read_names(path: Path) -> tuple[str, ...]:
    """One name a line; blank lines and lines that begin with # are passed over. Raises Usage."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Usage(
            "the list of names cannot be read", record=str(path), next_step="one name a line, UTF-8"
        ) from error
    found = tuple(line.strip()[:200] for line in lines if line.strip() and not line.lstrip().startswith("#"))
    if len(found) > _NAMES:
        raise Usage(f"more than {_NAMES:,} names", record=str(path), next_step="watch for fewer")
    return found


def _numbers(store: Store, now: str, marks: dict[str, str]) -> Iterator[Alert]:
    for row in store.window("estimates", limit=_QUESTIONS, method="ledger").rows:
        _kind, held = store.find(row["id"])
        origins = {id: _name(store, id) for id in held.origins}
        name = _TOLD + "\u241f".join((held.question, held.population, held.place))
        before = store.watch_mark(name)
        marks[name] = json.dumps(
            {"figure": _figure(held), "origins": sorted(origins.values())}, ensure_ascii=False
        )
        if not before or before == marks[name]:
            continue
        told: dict[str, Any] = json.loads(before)
        if told["figure"] != _figure(held):
            words = f"{held.question}: {told['figure']} → {_figure(held)}"
            yield alert(now, "number", words, record=held.id)
        for id, called in sorted(origins.items()):
            if called not in told["origins"]:
                yield alert(now, "origin", f"{held.question}: {called} is a new origin", record=id)


def _name(store: Store, origin: str) -> str:
    return str(store.find(origin)[1].name)


def _figure(held: Estimate) -> str:
    low, best, high = ("?" if value is None else f"{value:g}" for value in (held.low, held.best, held.high))
    return f"{low} – {best} – {high} {held.unit}".strip()


def _named(store: Store, now: str, names: Sequence[str], marks: dict[str, str]) -> Iterator[Alert]:
    # Documents that came before there was a list are found by 'muster search', not by an alert for each.
    last, before = store.last_key(), store.watch_mark(_SEARCHED)
    marks[_SEARCHED] = str(last)
    if not before or int(before) >= last:
        return
    for name in names:
        for hit in store.search(name, limit=_HITS, after=int(before)):
            yield alert(now, "name", f"{name} stands in {hit.address}", record=hit.document, once=True)


__all__ = ["read_names", "tell"]
