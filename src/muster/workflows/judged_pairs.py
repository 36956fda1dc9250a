"""Pairs of records that people judged, kept in a project and replayed: codes and hashes, never a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from muster.model.ids import make_id
from muster.model.links import Anchor, Judgement
from muster.store import Store

if TYPE_CHECKING:
    from muster.link.case_records import CaseRecord
    from muster.workflows.link_lists import Linked

FIELD = "same-record"
Pair = tuple[int, int]
VERDICTS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Side:
    """A record as a project may know it: ``sha256`` of its list's file, its row there, and "list:code", or ""
    where the code might be a name."""

    sha256: str
    row: int
    code: str


@dataclass(frozen=True, slots=True)
class Before:
    """A pair that somebody judged before."""

    left: Side
    right: Side
    verdict: str


def _sides(linked: Linked, pair: Pair) -> tuple[Side, Side]:
    """Both records of a pair, without what they say."""
    one, other = (_side(linked, place) for place in pair)
    return one, other


def _side(linked: Linked, place: int) -> Side:
    record = linked.links.records[place]
    # A code without a digit may be a name, and "row 7" of another version of the file is somebody else.
    fit = any(c.isdigit() for c in record.record) and not record.record.startswith("row ")
    return Side(linked.files[record.list], linked.rows[place], linked.code(place) if fit else "")


def replayed(
    before: Sequence[Before],
    records: Sequence[CaseRecord],
    rows: Sequence[int],
    names: Sequence[str],
    digests: Sequence[str],
) -> tuple[dict[Pair, str], int]:
    """Earlier verdicts by places of records: of the same bytes by row, else by code; and how many by code."""
    by_row = {(digests[r.list], row): n for n, (r, row) in enumerate(zip(records, rows, strict=True))}
    by_code = {f"{names[r.list]}:{r.record}": n for n, r in enumerate(records)}
    out: dict[Pair, str] = {}
    older = 0
    for pair in before:
        exact = [by_row.get((s.sha256, s.row)) for s in (pair.left, pair.right)]
        found = [
            n if n is not None else by_code.get(s.code)
            for n, s in zip(exact, (pair.left, pair.right), strict=True)
        ]
        if None in found or records[found[0]].list == records[found[1]].list:  # type: ignore[index]
            continue
        i, j = sorted(n for n in found if n is not None)
        out[i, j] = pair.verdict
        older += None in exact
    return out, older


def older(number: int) -> Iterator[str]:
    """What must be said where ``number`` verdicts were found by code alone."""
    if number:
        yield (
            f"{number} pairs were judged on another version of a list and are taken by their codes: a code "
            "that was given to somebody else since would mislead"
        )


def kept_pairs(store: Store) -> list[Before]:
    """The pairs that this project keeps; the last verdict on a pair holds, one withdrawn is left out."""
    last: dict[tuple[Side, Side], str] = {}
    for judgement in store.judgements():
        if judgement.field == FIELD:
            one, other = (Side(a.sha256, a.start, a.words) for a in judgement.subject)
            last[one, other] = judgement.verdict
    return [
        Before(*pair, verdict) for pair, verdict in last.items() if verdict in ("same", "different", "unsure")
    ]


def keep_pairs(store: Store, linked: Linked, *, by: str, note: str, now: str) -> int:
    """Keep the verdicts that came with ``linked``, unless the project has them; how many were new."""
    known = {(b.left, b.right): b.verdict for b in kept_pairs(store)}
    new = 0
    for pair, verdict in linked.from_file.items():
        one, other = _sides(linked, pair)
        if known.get((one, other)) == verdict:
            continue
        anchors = tuple(Anchor(s.sha256, s.row, s.row + 1, s.code) for s in (one, other))
        parts = [str(x) for s in (one, other) for x in (s.sha256, s.row)]
        store.add_judgement(
            Judgement(
                make_id("judgement", FIELD, verdict, by, now, *parts), anchors, FIELD, verdict, by, now, note
            )
        )
        new += 1
    return new


__all__ = ["Before", "Side", "keep_pairs", "kept_pairs", "older", "replayed"]
