"""What kind of thing a figure counts: refusals, requests, court cases, convictions are kept apart."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from muster.count.questions import terms


@cache
def _table() -> dict[str, frozenset[str]]:
    raw = tomllib.loads((files("muster.count") / "kinds.toml").read_text("utf-8"))
    # The words go through the same mill as those of a text, so that both come out alike.
    return {kind: frozenset(t for word in row["words"] for t in terms(word)) for kind, row in raw.items()}


def _names() -> tuple[str, ...]:
    raw = tomllib.loads((files("muster.count") / "kinds.toml").read_text("utf-8"))
    return tuple(raw)


SERIES = _names()


@cache
def alike(word: str) -> frozenset[str]:
    """What says the same kind of thing as ``word`` in three languages ("refuse", «отказаться»); the word
    alone where it says no kind."""
    own = set(terms(word))
    return next((known for known in _table().values() if len(own) == 1 and own & known), frozenset(own))


def kind_of(what: str, claim: str) -> str:
    """The kind that ``what`` is counted says, else the one the ``claim`` around it says; "" for neither."""
    for words in (what, claim):
        found = set(terms(words)) if words else set()
        for kind, known in _table().items():
            if found & known:
                return kind
    return ""


__all__ = ["SERIES", "alike", "kind_of"]
