"""The main job: a folder of documents in; a project file and a dossier out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from muster.workflows.count import CountReport, count
from muster.workflows.engine import local
from muster.workflows.link import LinkReport, link
from muster.workflows.progress import Progress, Silent
from muster.workflows.project import Desk
from muster.workflows.publish import write_dossier
from muster.workflows.read import ReadReport, read
from muster.workflows.sealed import has_vault, sealed_beside
from muster.workflows.take import TakeReport, take

if TYPE_CHECKING:  # it loads what opens connections; only who asks a model needs that
    from muster.workflows.endpoint import Endpoint


@dataclass(frozen=True, slots=True)
class RunReport:
    """What the main job did, stage by stage, and what the project holds now."""

    taken: TakeReport
    read: ReadReport
    linked: LinkReport
    counted: CountReport
    holds: dict[str, int]
    dossier: Path | None


def run(
    desk: Desk,
    folder: Path,
    *,
    title: str | None = None,
    reader: str = "rules",
    ask: Endpoint | None = None,
    coding: str = "as-written",
    chats: tuple[str, ...] = (),
    ocr: bool = True,
    progress: Progress | None = None,
) -> RunReport:
    """Take, read, link, count and write the dossier. Run again, it does only what is new."""
    progress = progress or Silent()
    engine = local(desk.cores)
    with desk.open_or_create() as store, sealed_beside(desk) as sealed:
        taken = take(
            store, folder, now=desk.now, progress=progress, chats=chats, ocr=ocr, sealed=sealed,
            sealing=has_vault(desk),
        )  # fmt: skip
        done = read(
            store, now=desk.now, reader=reader, ask=ask, coding=coding, engine=engine, progress=progress
        )
        linked = link(store, now=desk.now, work=desk.project.parent, engine=engine, progress=progress)
        counted = count(store, now=desk.now, progress=progress)
        if sealed is not None:
            read(
                sealed, now=desk.now, reader=reader, ask=ask, coding=coding, engine=engine, progress=progress
            )
            link(sealed, now=desk.now, work=desk.project.parent, engine=engine, progress=progress)
            count(sealed, now=desk.now, progress=progress)
        unchanged = not (taken.documents or taken.set_aside or done.texts or linked.fresh or counted.fresh)
        if unchanged and desk.dossier.exists():
            written = None
        else:
            progress.stage("writing the dossier", None)
            written = write_dossier(store, desk.dossier, title=title or folder.resolve().name, desk=desk)
        return RunReport(taken, done, linked, counted, store.counts(), written)


__all__ = ["RunReport", "run"]
