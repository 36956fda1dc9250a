"""The open export: one JSON object a line, as FORMATS.md §1 says."""

from __future__ import annotations

from pathlib import Path

from muster.publish.evidence import Evidence


def export_jsonl(evidence: Evidence, folder: Path) -> dict[str, int]:
    """Write every file of the open export into ``folder``; returns file name → number of lines.

    Raises IntegrityBroken where stored words are not the characters at their offsets.
    """
    raise NotImplementedError
