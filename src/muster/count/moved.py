"""Two answers to one question in, what moved between them out, with the statements that moved it."""

from __future__ import annotations

from collections.abc import Iterator

from muster.model.ledger import Answer, Entry, Moved, Why

_SHOWN = 5


def moved(before: Answer, after: Answer | None, at: str) -> Moved | None:
    """How the bounds moved, those statements first that carry them; None where they did not.

    ``after``: None where nobody answers any more. ``at``: when it was counted, ISO 8601.
    """
    low, high, clash = (after.low, after.high, after.clash) if after else (None, None, False)
    if after and (before.low, before.high, before.clash) == (low, high, clash):
        return None
    why = list(dict.fromkeys(_why(before, after)))
    asked = (after or before).question
    return Moved(
        asked.name, asked.title, asked.unit, at, before.low, before.high, low, high, before.clash, clash,
        tuple(why[:_SHOWN]), max(0, len(why) - _SHOWN),
    )  # fmt: skip


def _why(before: Answer, after: Answer | None) -> Iterator[Why]:
    if after is None:
        yield Why("silent")
        return
    if before.question.text != after.question.text:
        yield Why("asked")
    was, now = ({e.statement.id: e for e in answer.entries} for answer in (before, after))
    for role in ("floor", "ceiling"):
        for id, entry in now.items():
            if entry.role == role and (id not in was or was[id].role != role):
                yield _of(role, entry)
    yield from (_of("came", e) for id, e in now.items() if id not in was and e.role == "accepted")
    yield from (_of("went", e) for id, e in was.items() if id not in now)
    for id in (id for id in was if id in now):
        if was[id].statement.origin_name != now[id].statement.origin_name:
            yield _of("joined", now[id])
        elif now[id].role == "beside" and was[id].role != "beside":
            yield _of("aside", now[id])


def _of(what: str, entry: Entry) -> Why:
    return Why(what, entry.statement.origin_name, entry.statement.words)


__all__ = ["moved"]
