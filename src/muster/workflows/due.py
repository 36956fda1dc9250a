"""What has to be done, of cases and of the desk itself, as rows; the next first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from muster.model.law import Pack
from muster.workflows.case_rows import Row, desk_row, due_row
from muster.workflows.cases import due
from muster.workflows.law import review_beside
from muster.workflows.leaflets import shelf
from muster.workflows.letters import templates
from muster.workflows.memory import coming
from muster.workflows.project import Desk


def due_rows(desk: Desk, pack: Pack | None, *, within: int | None = None) -> list[Row]:
    """Times of law, ends of contracts, own dates, days that questions name, forecasts, reviews; ``within``:
    only what is late or falls into so many days. Raises NotFound where there is no sealed file."""
    today = date.fromisoformat(desk.now[:10])
    rows = [due_row(of, d, today) for of, d in due(desk, pack)]
    rows += [desk_row(day, what, id, today) for day, what, id in _of_the_desk(desk, pack)]
    shown = rows if within is None else [row for row in rows if row["days_left"] <= within]
    return sorted(shown, key=lambda row: str(row["safe_day"]))


def _of_the_desk(desk: Desk, pack: Pack | None) -> Iterator[tuple[date, str, str]]:
    """(day, what, id) of what is due in no case: forecasts to score, what is to be reviewed again."""
    if desk.project.exists():
        yield from coming(desk)
    if pack:
        yield pack.review_until, f"law pack {pack.id} {pack.version}: look at it again", pack.sha256[:12]
    for each in shelf(desk):
        if day := _day(each.until):
            yield day, f"leaflet {each.name} {each.version}".rstrip() + ": look at it again", each.sha256[:12]
    for path in (each.path for each in templates(desk)):
        review = review_beside(path) if path else None
        if path and review and (day := _day(review.until)):
            yield day, f"letter {path.name}: its review ends", review.sha256[:12]


def _day(written: str) -> date | None:
    """A day, or None where somebody wrote anything else into a file of theirs."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


__all__ = ["due_rows"]
