"""Every quantity of some 700 invented sentences, construction by construction, in three languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from muster.model.claims import Quantity, ReadingContext
from muster.model.evidence import Text
from muster.read.quantities.quantities import find_quantities
from muster.text.spans import Span

LISTS = Path(__file__).with_name("quantities")


def _rows() -> list[tuple[str, str, str]]:
    return [
        (path.stem, *(cell.strip() for cell in line.rsplit(" | ", 1)))  # type: ignore[misc]
        for path in sorted(LISTS.glob("??.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def _number(value: float) -> str:
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:.15g}"


def _written(q: Quantity) -> str:
    """``>70``, ``<=70``, ``~70``, ``40..60``, ``"dozens"``, with the unit of what is no plain count."""
    about = "~" if q.approximate else ""
    if q.vague is not None:
        bounds = f'"{q.vague}"'
    elif q.low is None and q.high is not None:
        bounds = ("<" if q.high_exclusive else "<=") + _number(q.high)
    elif q.low is not None and q.high is None:
        bounds = (">" if q.low_exclusive else ">=") + _number(q.low)
    elif q.low is not None and q.high is not None:
        bounds = about + _number(q.low) + (f"..{_number(q.high)}" if q.low != q.high else "")
    else:
        bounds = "?"
    return bounds if q.unit == "count" else f"{bounds} {q.unit}"


def _expected(cell: str) -> list[str]:
    if cell == "-":
        return []
    return [re.sub(r"\d+\.\d+", lambda m: _number(float(m[0])), part.strip()) for part in cell.split(";")]


@pytest.mark.parametrize(("language", "body", "expected"), _rows(), ids=lambda value: value[:40])
def test_every_quantity_of_a_sentence_is_read_and_nothing_else(
    language: str, body: str, expected: str
) -> None:
    """Bounds, open or closed, and units are those of the list, in order; traps give nothing.

    Ordinals say which, not how many; `test_ordinals.py` has them."""
    text = Text("t", "d", body, language, "test")
    found = find_quantities(text, [Span(0, len(body))], [language], ReadingContext("2023-05-10"))
    assert [_written(q) for q in found if q.kind != "ordinal"] == _expected(expected)
    assert all(q.passage.holds_in(body) for q in found)
