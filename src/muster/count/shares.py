"""Shares from units that were asked: what is certain, then what follows if the units are like the others."""

from __future__ import annotations

from muster.model.ledger import Question
from muster.stats.proportions import partial_pooling, share_of, unseen_units, wilson, worst_case_units

# What the share among units never reached might be.
_SUPPOSED = (0.0, 0.1, 0.25, 0.5, 1.0)

Row = tuple[str, float, float | None, float]


def evidence_of_units(question: Question) -> tuple[Row, ...]:
    """(what, low, best, high) rows, worst case first; () where the question gives no units.

    ``never_asked``: people in units that were not reached at all.
    """
    units = question.units
    if not units:
        return ()
    yes, asked, size = [u.yes for u in units], [u.asked for u in units], [u.size for u in units]
    never = question.never_asked or 0.0
    least, _, most, _ = worst_case_units([*yes, 0], [*asked, 0], [*size, never])
    out: list[Row] = [("certain, whatever those not asked would say", least, None, most)]
    if sum(asked):
        held = wilson(sum(yes), sum(asked))
        what = "if those asked are like all, and the units are one (Wilson, 95 %)"
        out.append((what, held.low, held.best, held.high))
    reached = [u for u in units if u.asked]
    if len(reached) > 1:
        pooled = partial_pooling([u.yes for u in reached], [u.asked for u in reached])
        low, best, high, _ = pooled.mean
        out.append(("if the units are like the others, mean of units (beta-binomial, 95 %)", low, best, high))
        low, best, high, _ = pooled.new
        out.append(("the same, one more unit that nobody reached", low, best, high))
        for u, each in zip(reached, pooled.units, strict=True):
            out.append((f"{u.name}: {u.yes} of {u.asked} asked, of {u.size}", each.low, each.best, each.high))
    if never and reached:
        for share, each in unseen_units(yes, asked, sum(size), never, _SUPPOSED):
            what = f"if the share is {share:.0%} among the {never:,.0f} in units never reached"
            out.append((what, each.low, each.best, each.high))
    return tuple(out)


def counted_share(
    question: Question, low: float | None, high: float | None
) -> tuple[float | None, float | None] | None:
    """The share as a count of people, both uncertainties carried; None without a denominator."""
    d = question.denominator
    return share_of((low, high), (d.low, d.high)) if d else None


__all__ = ["counted_share", "evidence_of_units"]
