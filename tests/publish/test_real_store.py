"""The store is what the room asks for: a project on disk gives the page and the export that lists give."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.publish import invented

from muster.model.evidence import Taken
from muster.publish import TABLES, Evidence, dossier, export_jsonl, tables
from muster.store import Keys, Store

NOW = "2031-06-20T09:00:00+00:00"


@pytest.fixture
def stored(tmp_path: Path) -> Evidence:
    """The invented investigation, written to a project file and read back."""
    made = invented.investigation()
    store = Store.create(tmp_path / "desk.db", keys=Keys.load(tmp_path / "state"), now=NOW)
    run = store.begin("take", {}, NOW)
    items = [
        Taken(d.source, d.document, d.text.body.encode(), d.text)
        for d in sorted(made.drafts, key=lambda d: d.document.address)
    ]
    store.save_taken(run, [*items, *made.set_asides()])
    store.finish(run, inputs=str(len(items) + 2), used=len(items), aside=2, now=NOW)
    run = store.begin("read", {}, NOW)
    store.save_readings(run, [d.reading() for d in made.drafts])
    store.finish(run, inputs=str(len(items)), used=len(items), aside=0, now=NOW)
    run = store.begin("link", {}, NOW)
    store.replace_links(
        run, copies=made.copies(), links=[], entities=made.entities(), conflicts=list(made.conflicts()),
        origins=made.origins(),
    )  # fmt: skip
    run = store.begin("count", {}, NOW)
    store.replace_estimates(run, made.estimates())
    store.close()
    return Store.open(tmp_path / "desk.db", keys=Keys.load(tmp_path / "state"), readonly=True)


def test_the_store_exports_what_the_lists_export(stored: Evidence, export: Path, tmp_path: Path) -> None:
    """Byte for byte, but for the ids of runs."""
    export_jsonl(stored, tmp_path / "out")
    for path in sorted(export.iterdir()):
        if path.name != "set_aside.jsonl":
            assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_store_has_a_page_and_every_list(stored: Evidence, evidence: Evidence) -> None:
    """The dossier is built from the file; every list has as many rows."""
    head = {"head": "ab"}
    page = "".join(dossier(stored, title="T", now=NOW, signed_head=head, command="muster check", version="0"))
    assert "more than 120" in page and "“десятки”" in page
    for kind in TABLES:
        assert len(list(tables(stored, kind))) == len(list(tables(evidence, kind))), kind
