"""A text in, the documents of a project that it repeats or that repeat it, out: by an index kept beside it.

The index of open papers lies in a folder ``NAME.copies`` beside ``NAME.db``; it holds numbers and ids, no
words, and is made on the first question, brought up to date by each, and deleted by ``muster forget``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from muster.link.keptindex import KeptIndex, Likeness
from muster.store import Store
from muster.workflows.in_memory import work_in_memory

# So many of the likeliest documents are compared word by word.
_COMPARED = 20


@dataclass(frozen=True, slots=True)
class Like:
    """A document of the project and what it has in common with the text. ``kind``: as of a copy, or ""."""

    document: str
    source: str
    published: str | None
    share: float
    kind: str
    reason: str


def index_folder(project: Path) -> Path:
    """Where the index of this project lies."""
    return project.with_suffix(".copies")


def drop_index(project: Path) -> None:
    """Delete the index, if there is one; the next question makes it again."""
    folder = index_folder(project)
    if (folder / "segments.json").exists():
        shutil.rmtree(folder)


def documents_like(store: Store, project: Path, body: str) -> list[Like]:
    """What the text shares runs of words with, the most alike first. Costs what was added since the last
    question, and the look at each document's id. Of sealed papers no index is kept: its numbers tell
    whoever has a transcript that it is in there. It is made in memory, for this one question.
    """
    if not store.project().sealed:
        return _asked(store, index_folder(project), body)
    with work_in_memory("like") as folder:
        return _asked(store, folder / "index", body)


def _asked(store: Store, folder: Path, body: str) -> list[Like]:
    index = KeptIndex(folder)
    held = set(index.documents())
    index.add(_fresh(store, held))
    return [_compared(store, likely, body) for likely in index.candidates(body)[:_COMPARED]]


def _fresh(store: Store, held: set[str]) -> Iterator[tuple[str, str]]:
    for document in store.documents():
        if document.id not in held:
            text = store.text_of(document.id)
            yield document.id, text.body if text is not None else ""


def _compared(store: Store, likely: Likeness, body: str) -> Like:
    import numpy as np

    from muster.link import CopyInput
    from muster.link.pages import page_of
    from muster.link.pairs import Judged, judge

    document = store.document(likely.document)
    text = store.text_of(document.id)
    bodies = (("", body), (document.id, text.body if text is not None else ""))
    asked, found = (
        page_of(CopyInput(id, id, id, None, None, None, None, "und", each), 0, np.array([], dtype=np.uint64))
        for id, each in bodies
    )
    judged = judge(found, asked)
    kind, reason = (
        (judged.kind, "; ".join(judged.reasons[:2])) if isinstance(judged, Judged) else ("", judged[0])
    )
    return Like(document.id, document.source, document.published, round(likely.share, 4), kind, reason)


__all__ = ["Like", "documents_like", "drop_index", "index_folder"]
