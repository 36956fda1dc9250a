"""Pairs of records that people judged, kept in a project and replayed: codes and hashes, never a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from muster.model.errors import Refused
from muster.model.ids import make_id
from muster.model.links import Anchor, Judgement
from muster.store import Store
from muster.workflows.list_files import list_rows

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


@dataclass(frozen=True, slots=True, eq=False)
class Roll:
    """The records of all lists by place, without what they say: ``names`` and ``files`` (sha256) of the
    lists; of each record its list, its code there and its row."""

    names: tuple[str, ...]
    files: tuple[str, ...]
    lists: Sequence[int]
    codes: Sequence[str]
    rows: Sequence[int]

    def code(self, place: int) -> str:
        """A record by its list and its code there: never by a name."""
        return f"{self.names[self.lists[place]]}:{self.codes[place]}"

    def side(self, place: int) -> Side:
        """A record as a project may know it."""
        code = self.codes[place]
        # A code without a digit may be a name, and "row 7" of another version of the file is somebody else.
        fit = any(c.isdecimal() for c in code) and not code.startswith("row ")
        return Side(self.files[self.lists[place]], self.rows[place], self.code(place) if fit else "")


def read_judged(path: Path, roll: Roll) -> dict[Pair, str]:
    """Pairs that a person judged: the review queue, its column ``verdict`` filled in. The last holds."""
    rows = iter(list_rows(path))
    head = [c.strip() for c in next(rows, [])]
    needed = ("list_a", "record_a", "list_b", "record_b", "verdict")
    if missing := [n for n in needed if n not in head]:
        raise Refused(f"the judged pairs have no column {', '.join(missing)}", record=str(path))
    place = {(roll.names[k], code): n for n, (k, code) in enumerate(zip(roll.lists, roll.codes, strict=True))}
    out: dict[Pair, str] = {}
    for number, row in enumerate(rows, 2):
        cell = dict(zip(head, (c.strip() for c in row), strict=False))
        verdict = cell.get("verdict", "")
        if not verdict:
            continue
        if verdict not in VERDICTS:
            raise Refused(f"row {number}: the verdict is one of {', '.join(VERDICTS)}", record=str(path))
        both = [(cell["list_a"], cell["record_a"]), (cell["list_b"], cell["record_b"])]
        if lost := next((b for b in both if b not in place), None):
            raise Refused(f"row {number}: there is no record {lost[0]}:{lost[1]}", record=str(path))
        i, j = sorted(place[b] for b in both)
        if roll.lists[i] == roll.lists[j]:
            raise Refused(f"row {number}: both records are of one list", record=str(path))
        out[i, j] = verdict
    return out


def replayed(before: Sequence[Before], roll: Roll) -> tuple[dict[Pair, str], int]:
    """Earlier verdicts by places of records: of the same bytes by row, else by code; and how many by code."""
    if not before:
        return {}, 0
    by_row = {(roll.files[k], row): n for n, (k, row) in enumerate(zip(roll.lists, roll.rows, strict=True))}
    by_code = {roll.code(n): n for n in range(len(roll.codes))}
    out: dict[Pair, str] = {}
    aged = 0
    for pair in before:
        exact = [by_row.get((s.sha256, s.row)) for s in (pair.left, pair.right)]
        near = [by_code.get(s.code) for s in (pair.left, pair.right)]
        either = (a if a is not None else b for a, b in zip(exact, near, strict=True))
        places = sorted(n for n in either if n is not None)
        if len(places) < 2 or roll.lists[places[0]] == roll.lists[places[1]]:
            continue
        out[places[0], places[1]] = pair.verdict
        aged += None in exact
    return out, aged


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
    return [Before(*pair, verdict) for pair, verdict in last.items() if verdict in VERDICTS]


def keep_pairs(
    store: Store, roll: Roll, verdicts: Mapping[Pair, str], *, by: str, note: str, now: str
) -> int:
    """Keep verdicts on pairs of records, unless the project has them; how many were new."""
    known = {(b.left, b.right): b.verdict for b in kept_pairs(store)}
    new = 0
    for pair, verdict in verdicts.items():
        one, other = (roll.side(place) for place in pair)
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


__all__ = ["Before", "Pair", "Roll", "Side", "keep_pairs", "kept_pairs", "older", "read_judged", "replayed"]
