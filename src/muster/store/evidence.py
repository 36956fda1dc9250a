"""What links and estimates rest on, as one digest: the same in every project that holds the same."""

from __future__ import annotations

import hashlib

from muster.store.file import ProjectFile

_COUNTS = (
    "sources", "documents", "texts", "readings", "claims", "quantities", "times", "mentions", "events",
    "copies", "links", "entities", "conflicts", "origins", "estimates", "set_asides", "judgements",
    "runs", "forgotten", "cases", "steps",
)  # fmt: skip


def evidence_head(file: ProjectFile) -> str:
    """Documents, readings and judgements as they now stand; not links, estimates or times."""
    h = hashlib.sha256()
    for id, taken, read in file.db.execute(
        "SELECT d.id, c.digest, p.digest FROM documents d JOIN custody c ON c.seq = d.line "
        "LEFT JOIN readings r ON r.document = d.key LEFT JOIN prints p ON p.line = r.line AND p.n = r.n "
        "ORDER BY d.id"
    ):
        h.update(b"%s %s %s\n" % (id if isinstance(id, bytes) else id.encode(), taken, read or b""))
    for (judged,) in file.db.execute(
        "SELECT c.digest FROM judgements j JOIN custody c ON c.seq = j.line ORDER BY j.id"
    ):
        h.update(b"judged %s\n" % judged)
    return f"sha256:{h.hexdigest()}"


def counts(file: ProjectFile) -> dict[str, int]:
    """How many of each noun the project holds."""
    return {table: int(file.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in _COUNTS}


__all__ = ["counts", "evidence_head"]
