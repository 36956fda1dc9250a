"""Count: the ledger of quantities that answer one question, folded by origin, never averaged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from muster.count import Counted, estimate_of, moved, stream_ledger
from muster.store import Store
from muster.workflows.ask import Kept, kept_answers
from muster.workflows.progress import Progress, Silent
from muster.workflows.review import keep_questions
from muster.workflows.totals import kept_totals, totals_as_estimates


@dataclass(frozen=True, slots=True)
class CountReport:
    """What one count did; ``fresh`` False: nothing had changed since the last. ``silent``: kept questions
    that have no answer, with the reason."""

    fresh: bool
    estimates: int = 0
    silent: Mapping[str, str] = field(default_factory=dict)


def count(store: Store, *, now: str, progress: Progress | None = None) -> CountReport:
    """Rebuild the ledger from what was read and linked."""
    progress = progress or Silent()
    evidence = store.evidence_head()
    if store.finished_on("count", evidence):
        return CountReport(fresh=False)
    progress.stage("counting", store.counts()["documents"])
    run = store.begin("count", {}, now)
    asked = kept_answers(store)
    answered = [estimate_of(made, judgement.id) for judgement, made in asked.answered]
    totals = totals_as_estimates(kept_totals(store))
    store.replace_estimates(run, chain(answered, totals, stream_ledger(counted(store, progress))))
    held = store.counts()
    _remember(store, asked, now)
    store.replace_answers((judgement.id, made) for judgement, made in asked.answered)
    keep_questions(store)
    store.finish(run, inputs=evidence, used=held["quantities"], aside=0, now=now)
    return CountReport(True, held["estimates"], asked.silent)


def _remember(store: Store, asked: Kept, now: str) -> None:
    """Note which answers moved since the last count; one to a question that is asked no more did not."""
    after = {made.question.name: made for _, made in asked.answered}
    known = [a for a in store.answers() if a.question.name in after or a.question.name in asked.silent]
    found = (moved(before, after.get(before.question.name), now) for before in known)
    store.add_moves(each for each in found if each)


def make_ready(store: Store) -> None:
    """What a desk shows at once, where an older Muster counted and did not keep it."""
    if not store.were_made("answers"):
        store.replace_answers((judgement.id, made) for judgement, made in kept_answers(store).answered)
    if not store.were_made("questions"):
        keep_questions(store)


def counted(store: Store, progress: Progress | None = None) -> Iterator[Counted]:
    """Every quantity with its claim, document and origin, one document at a time."""
    names = {origin.id: origin.name for origin in store.origins()}
    for document, _text, reading in store.readings({"claims", "quantities"}):
        claims = {claim.id: claim for claim in reading.claims}
        for quantity in reading.quantities:
            origin = store.origin_of(quantity.claim) if quantity.claim else None
            yield Counted(
                quantity=quantity,
                claim=claims.get(quantity.claim) if quantity.claim else None,
                document=document,
                origin=origin,
                origin_name=names.get(origin) if origin else None,
            )
        if progress:
            progress.step()


__all__ = ["CountReport", "count", "counted", "make_ready"]
