"""The first paragraph: what was taken and found, in plain sentences that hold for one and for many."""

from __future__ import annotations

from dataclasses import dataclass

from muster.publish.page.words import Words


@dataclass(frozen=True, slots=True)
class Totals:
    """How many of each the project holds. ``folded``: documents that repeat another."""

    documents: int
    sources: int
    folded: int
    claims: int
    origins: int
    quantities: int
    figures: int
    spans: int
    aside: int


def lede(t: Totals, w: Words) -> str:
    """The paragraph, one sentence after the other."""
    told = [_taken(t, w), _held(t, w) if t.documents else "", _ledger(t, w) if t.quantities else ""]
    told.append(_aside(t, w))
    if t.claims:
        told.append("A claim is what somebody said; whether it is true is for people to judge.")
    return " ".join(sentence for sentence in told if sentence)


def _taken(t: Totals, w: Words) -> str:
    if not t.documents:
        return "No document was taken."
    taken = f"{w.count(t.documents, 'document')} from {w.count(t.sources, 'source')}"
    taken += f" {_is('was', 'were', t.documents)} taken."
    if t.folded:
        does = _is("repeats another and does", "repeat another and do", t.folded)
        return f"{taken} {w.number(t.folded)} of them {does} not count twice."
    return taken if t.documents == 1 else f"{taken} None repeats another."


def _held(t: Totals, w: Words) -> str:
    holds = _is("It holds", "They hold", t.documents)
    if not t.claims:
        return f"{holds} no claim and {_some(t.quantities, 'quantity', w)}."
    back = (
        f", which {_is('goes', 'go', t.claims)} back to {w.count(t.origins, 'origin')}," if t.origins else ""
    )
    return f"{holds} {w.count(t.claims, 'claim')}{back} and {_some(t.quantities, 'quantity', w)}."


def _ledger(t: Totals, w: Words) -> str:
    if not t.figures:
        return "No quantity answers a question of how many or which share."
    holds = f"The ledger holds {w.count(t.figures, 'figure')}; for"
    if not t.spans:
        return f"{holds} no question is more than one origin on record."
    return f"{holds} {w.count(t.spans, 'question')} more than one origin is on record."


def _aside(t: Totals, w: Words) -> str:
    if not t.aside:
        return "Nothing had to be set aside."
    told = _is("is listed with its reason", "are listed with the reasons", t.aside)
    return f"{w.count(t.aside, 'item')} could not be used and {told}."


def _some(n: int, noun: str, w: Words) -> str:
    return w.count(n, noun) if n else f"no {w.count(1, noun).removeprefix('1 ')}"


def _is(one: str, many: str, n: int) -> str:
    return one if n == 1 else many


__all__ = ["Totals", "lede"]
