"""Really delete a document, and everything that was made from it."""

from __future__ import annotations

from muster.store import Store


def forget(store: Store, record: str, *, reason: str, by: str, now: str) -> str:
    """Delete document ``record`` (id or prefix) and what rests on it; returns its full id.

    Raises NotFound; Usage where the id is of something that is derived and would only come back.
    """
    return store.forget(record, reason=reason, by=by, now=now)


__all__ = ["forget"]
