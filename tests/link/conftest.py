"""Small documents and a search over them, for every test of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from muster.link import CopyInput, find_copies
from muster.model.links import Copy

SENTENCES = (
    "The commission of inquiry met in the old school of Verkhny Yar on Monday morning.",
    "Three witnesses said that the column of the ninth motor brigade left the depot before dawn.",
    "Nobody had told the drivers where they were going, one of them said.",
    "At least forty men allegedly refused to board the trucks, according to the lawyer Oksana Drach.",
    "“We were never asked whether we agreed to the new contract,” the lawyer quoted them as saying.",
    "The regional prosecutor has opened no case so far.",
    "A clerk of the recruitment office confirmed that the letters had been received and filed.",
    "Families waited outside the gate of the barracks until late in the evening.",
    "The ministry did not answer questions about the transfer of the brigade.",
    "Relatives collected signatures under an appeal to the governor of the province.",
    "The depot burned down two weeks later, and its papers with it.",
    "A second hearing is planned for the end of the month.",
)


def document(name: str, body: str, **fields: object) -> CopyInput:
    """A document of its own source and address unless told otherwise."""
    given: dict[str, object] = {
        "document": name, "source": f"source {name}", "address": f"{name}.txt", "published": None,
        "forwarded_from": None, "url": None, "title": None, "language": "en", "body": body,
    }  # fmt: skip
    return CopyInput(**(given | fields))  # type: ignore[arg-type]


def copies_of(documents: Iterable[CopyInput], folder: Path) -> list[Copy]:
    """The copies found, in the order in which they are handed over."""
    held = list(documents)
    by_id = {one.document: one for one in held}
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.iterdir():
        left.unlink()
    return list(find_copies(lambda: iter(held), lambda ids: {i: by_id[i] for i in ids}, workdir=folder))


@pytest.fixture
def search(tmp_path: Path) -> Callable[[Iterable[CopyInput]], list[Copy]]:
    """Search documents for copies in a folder of this test."""
    return lambda documents: copies_of(documents, tmp_path / "work")
