"""One paper in, the same paper out with nobody named: read in a parsing process, written anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from muster.collect import take_folder
from muster.model.errors import NotFound, Refused
from muster.model.evidence import SetAside, Taken
from muster.publish.docx import docx_of
from muster.publish.files import whole_file
from muster.publish.pdf import pdf_of
from muster.publish.redact import DEFAULT_LEVELS, Redacted, levels_from
from muster.publish.redact import redact as redact_text
from muster.workflows.project import Desk
from muster.workflows.vault import ask, place


def redact(desk: Desk, text: str, *, levels: str = DEFAULT_LEVELS, vault: bool = True) -> Redacted:
    """``text`` with what identifies people replaced. ``levels``: the words of a levels file.

    Raises Refused where the project's vault is locked and ``vault`` holds; Usage for wrong levels.
    """
    chosen = levels_from(levels)
    if not vault or not place(desk).there:
        return redact_text(text, chosen)
    try:
        shown = {row["code"]: row["pseudonym"] for row in ask(desk, "list")}
        hits = ask(desk, "scan", text=text)
    except NotFound as error:
        raise Refused(
            "the vault is locked, so its names cannot be looked for",
            next_step="'muster vault unlock' first, or --without-vault",
        ) from error
    known = [
        (
            h["start"],
            h["stop"],
            shown.get(h["aliases"][0]) or h["aliases"][0] if len(h["aliases"]) == 1 else "",
        )
        for h in hits
    ]
    return redact_text(text, chosen, lambda _: known)


def why_rows(text: str, made: Redacted) -> Iterator[dict[str, object]]:
    """What was covered in ``text``, a row each: line, words, field, what stands for them, why."""
    line, last = 1, 0
    for change in made.changes:
        line += text.count("\n", last, change.start)
        last = change.start
        yield {
            "line": line,
            "words": change.words,
            "field": change.field,
            "new": change.new,
            "why": change.why,
        }


def words_of(desk: Desk, path: Path) -> str:
    """The visible words of one file (text, DOCX, ODT, PDF with text). Raises Refused: there are none."""
    items = list(take_folder(path, now=desk.now, seen=lambda _: None, ocr=False))
    taken = [item for item in items if isinstance(item, Taken)]
    aside = [item for item in items if isinstance(item, SetAside)]
    if len(taken) != 1 or taken[0].text is None:
        why = aside[0].detail if aside else f"it holds {len(taken)} documents"
        raise Refused(f"one document is redacted at a time: {why}", record=str(path))
    return taken[0].text.body


def write(text: str, path: Path) -> None:
    """The text as a new file of mode 0600, DOCX or PDF by its ending, else plain UTF-8. Raises Refused."""
    kind = path.suffix.lower()
    if kind not in _WRITERS:
        raise Refused(
            f"{path.suffix} cannot be written anew", record=str(path),
            next_step="name a .txt, .docx or .pdf file",
        )  # fmt: skip
    data = _WRITERS[kind](text)
    with whole_file(path) as out:
        out.write(data)


def _plain(text: str) -> bytes:
    return text.encode("utf-8")


_WRITERS: dict[str, Callable[[str], bytes]] = {
    "": _plain, ".txt": _plain, ".md": _plain, ".docx": docx_of, ".pdf": pdf_of,
}  # fmt: skip


__all__ = ["redact", "why_rows", "words_of", "write"]
