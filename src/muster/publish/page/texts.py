"""The texts in full, or as far as they are shown, with notes beside the paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from muster.publish.page.desk import Desk, Said, name_of, relation, said
from muster.publish.page.shelf import Paragraph
from muster.publish.page.words import Words


@dataclass(frozen=True, slots=True)
class NoteView:
    """What stands beside a paragraph."""

    href: str
    said: Said


@dataclass(frozen=True, slots=True)
class TextView:
    """One document in full, or as far as it is shown."""

    id: str
    title: str
    outlet: str
    date: str
    address: str
    sha256: str
    language: str
    understood: str
    relation: str
    paragraphs: Iterator[tuple[Markup, tuple[NoteView, ...]]]
    cut: str
    losses: tuple[str, ...]


def texts(desk: Desk) -> Iterator[TextView]:
    """The shown texts, one in memory at a time."""
    w = desk.words
    for id, length in desk.shelf.shown.items():
        sheet = desk.shelf.sheet(id)
        document, reading = sheet.document, sheet.reading
        body = sheet.text.body if sheet.text else ""
        share = reading.understood / reading.characters if reading and reading.characters else None
        copy = desk.clusters.relations.get(id)
        rest = len(body) - length
        yield TextView(
            id, name_of(document, desk), desk.sources.get(document.source, document.source),
            w.date(document.published), document.address, document.sha256,
            sheet.text.language if sheet.text else "und",
            f"{round(100 * share)} %" if share is not None else "",
            relation(copy, desk) if copy else "",
            _noted(desk.shelf.paragraphs(id), w),
            w.count(rest, "character") if rest > 0 else "", document.losses,
        )  # fmt: skip


def _noted(paragraphs: Iterable[Paragraph], w: Words) -> Iterator[tuple[Markup, tuple[NoteView, ...]]]:
    for p in paragraphs:
        notes = [(c.id, said(c, w)) for c in p.claims if not c.own_voice]
        yield p.html, tuple(NoteView(f"#{id}", it) for id, it in notes if it is not None)


__all__ = ["NoteView", "TextView", "texts"]
