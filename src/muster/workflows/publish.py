"""Write what was found: the dossier, the open export, lists."""

from __future__ import annotations

from pathlib import Path

from muster import __version__
from muster import publish as room
from muster.model.errors import Refused, Usage
from muster.publish.export import json_line
from muster.publish.files import whole_file
from muster.publish.formats import About, OpenPapers, Written
from muster.store import Store
from muster.workflows.ask import kept_answers
from muster.workflows.project import Desk
from muster.workflows.relations import relation_rows
from muster.workflows.struck import decided
from muster.workflows.totals import kept_totals


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
        totals={name: (judgement.id, total) for name, (judgement, total) in kept_totals(store).items()},
    )
    return path


_WORKING = """\
This folder is a working paper of the desk, checked by nobody. It names sources and holds their words.
It is not for release: nothing in it may be published or passed on. What may leave is made by

    muster release build FOLDER --level lawyer|public [--format NAME]
"""


def _marked(folder: Path) -> None:
    """Say in the folder itself what it is: a message on a screen does not travel with it."""
    with whole_file(folder / "WORKING-PAPER.txt") as out:
        out.write(_WORKING.encode())


def export_jsonl(store: Store, folder: Path) -> dict[str, int]:
    """The open export into ``folder``; file name → number of lines."""
    written = room.export_jsonl(decided(store), folder)
    if rows := list(relation_rows(store)):
        with whole_file(folder / "relations.jsonl") as out:
            out.writelines(json_line(row) + b"\n" for row in rows)
        written["relations.jsonl"] = len(rows)
    _marked(folder)
    return written


def export_format(store: Store, name: str, folder: Path, *, desk: Desk, team: str | None = None) -> Written:
    """One of `WRITERS` into ``folder``. Interviews and protected sources are held back.

    With the sealed project, which holds nothing else, they are what is asked for: its vault is unlocked, and
    only a map of them is refused. Raises Usage for an unknown format, Refused, IntegrityBroken.
    """
    from muster.publish.formats.writers import WRITERS

    if name not in WRITERS:
        raise Usage(f"there is no format {name!r}", next_step=f"formats are: {', '.join(WRITERS)}")
    about = About(title=desk.project.stem, made=desk.now, version=__version__, team=team)
    if store.project().sealed:
        if name == "geojson":
            raise Refused("places that sealed papers name are not drawn on a map")
        written = WRITERS[name](decided(store), folder, about)
        _marked(folder)
        return written
    shown = OpenPapers(decided(store))
    written = WRITERS[name](shown, folder, about)
    _marked(folder)
    return Written(written.files, (*shown.left_out, *written.lost))


__all__ = ["export_format", "export_jsonl", "write_dossier"]
