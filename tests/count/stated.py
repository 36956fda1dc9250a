"""Made-up statements for the claim ledger: a helper that fills in what a test does not care about."""

from __future__ import annotations

from typing import Any

from muster.count.asking import question_from
from muster.model.ledger import Question, Statement

ASKED = """
name = "refusals"
title = { en = "refusals in Sorvia", ru = "отказы в Сорвии", uk = "відмови в Сорвії" }
unit = "refusals"
from = 2031-01-01
to = 2031-06-30
counting = "cumulative"
[select]
counted = ["refusal"]
"""


def asked(more: str = "", **changes: str) -> Question:
    """The question above with lines changed (``to=''`` drops one) or added."""
    lines = []
    for line in ASKED.strip().splitlines():
        key = line.split(" =")[0]
        if key in changes:
            if changes[key]:
                lines.append(f"{key} = {changes[key]}")
            changes.pop(key)
        else:
            lines.append(line)
    new = [f"{k} = {v}" for k, v in changes.items()]
    at = lines.index("[select]")
    return question_from("\n".join([*lines[:at], *new, *lines[at:], more]))


def said(
    origin: str,
    low: float | None = None,
    high: float | None = None,
    *,
    by: str | None = "2031-05-01",
    shape: str = "",
    **more: Any,
) -> Statement:
    """One statement of ``origin``; exact where low and high are one."""
    exact = low is not None and low == high
    guess = "words" if low is None and high is None else "exact" if exact else "interval"
    guess = (
        "floor"
        if high is None and low is not None
        else "ceiling"
        if low is None and high is not None
        else guess
    )
    values: dict[str, Any] = {
        "id": more.pop("id", f"{origin}-{low}-{high}-{by}-{more.get('place', '')}"),
        "origin": f"origin-{origin}", "origin_name": origin, "shape": shape or guess, "low": low,
        "best": low if exact else None, "high": None if exact else high, "words": f"{low} to {high}",
        "unit": "count", "first": None, "last": by, "dated": "stated", "population": "not stated",
        "place": "not stated", "document": f"doc-{origin}",
    }  # fmt: skip
    return Statement(**{**values, **more})


__all__ = ["ASKED", "asked", "said"]
