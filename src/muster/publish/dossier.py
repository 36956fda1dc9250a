"""The dossier: one self-contained HTML file in which every number opens to the exact words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from muster.publish.evidence import Evidence


def dossier(
    evidence: Evidence, *, title: str, now: str, signed_head: Mapping[str, str], command: str, version: str
) -> Iterator[str]:
    """The page, piece by piece. ``signed_head``: label → value, printed as it is (hash, signature, key)."""
    raise NotImplementedError


def write_dossier(
    path: Path,
    evidence: Evidence,
    *,
    title: str,
    now: str,
    signed_head: Mapping[str, str],
    command: str,
    version: str,
) -> int:
    """Write the dossier to ``path`` (mode 0600, whole or not at all); returns its size in bytes."""
    raise NotImplementedError
