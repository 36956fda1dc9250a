"""Whether two origins are independent, with reasons: for one pair, however many origins there are."""

from __future__ import annotations

from dataclasses import dataclass

from muster.link import Facts, standing
from muster.model.errors import Usage
from muster.model.links import Origin
from muster.store import Store
from muster.workflows.link import facts_of


@dataclass(frozen=True, slots=True)
class Independence:
    """``verdict``: independent, same origin or not shown; ``reasons``: plain sentences."""

    left: str
    right: str
    verdict: str
    reasons: tuple[str, ...]


def independence(store: Store, one: str, other: str) -> Independence:
    """Of two origins, given by their own ids or by those of claims or quantities.

    Raises NotFound, and Usage where a record has no origin.
    """
    ids = _origin(store, one), _origin(store, other)
    facts: dict[str, Facts] = facts_of(store, set(ids))
    found = standing(facts[ids[0]], facts[ids[1]])
    return Independence(facts[ids[0]].name, facts[ids[1]].name, found.verdict, found.reasons)


def _origin(store: Store, id: str) -> str:
    kind, record = store.find(id)
    if isinstance(record, Origin):
        return record.id
    claim = record.id if kind == "claim" else getattr(record, "claim", None)
    origin = store.origin_of(claim) if claim else None
    if origin is None:
        raise Usage(
            "nothing shows from whom this came",
            record=id,
            next_step="give the id of an origin, of a claim, or of a quantity that stands in a claim; "
            "'muster link' traces origins",
        )
    return origin


__all__ = ["Independence", "independence"]
