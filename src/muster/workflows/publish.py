"""Write what was found: the dossier, the open export, lists."""

from __future__ import annotations

from pathlib import Path

from muster import __version__
from muster import publish as room
from muster.store import Store
from muster.workflows.ask import kept_answers
from muster.workflows.project import Desk


def write_dossier(store: Store, path: Path, *, title: str, desk: Desk) -> Path:
    """The working dossier of the project, whole or not at all."""
    head = store.head()
    asked = kept_answers(store)
    if store.project().sealed:
        title = f"SEALED, for nobody else: {title}"
    room.write_dossier(
        path,
        store,
        title=title,
        now=desk.now,
        signed_head={
            "project": store.project().id,
            "custody lines": str(head.seq),
            "head": head.hash,
            "signature (Ed25519)": head.signature,
            "public key": head.public_key,
        },
        command=f"muster check --project {desk.project.name}",
        version=__version__,
        answers=[made for _, made in asked.answered],
        silent=asked.silent,
    )
    return path


def export_jsonl(store: Store, folder: Path) -> dict[str, int]:
    """The open export into ``folder``; file name → number of lines."""
    return room.export_jsonl(store, folder)


__all__ = ["export_jsonl", "write_dossier"]
