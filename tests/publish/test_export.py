"""The open export is FORMATS.md §1, to the letter."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from muster.model.claims import Reading
from muster.model.errors import IntegrityBroken
from muster.model.evidence import Document, Passage, Text
from muster.publish import Evidence, export_jsonl
from muster.publish.export import FILES, schema
from muster.publish.files import SortedLines, private_folder, whole_file


def lines(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_bytes().splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_what_its_schema_says(export: Path, name: str) -> None:
    """Each file of a full export has lines, and each validates against the schema in the package."""
    import jsonschema

    validator = jsonschema.Draft202012Validator(schema(name))
    validator.check_schema(schema(name))
    found = lines(export, name)
    assert found
    for line in found:
        validator.validate(line)


@pytest.mark.parametrize("name", FILES)
def test_every_field_is_described(name: str) -> None:
    """No field of a schema, however deep, is without a description."""

    def walk(node: Any) -> None:
        for field, inner in node.get("properties", {}).items():
            assert inner.get("description"), f"{name}: {field}"
        items = [node["items"]] if "items" in node else []
        for inner in [*node.get("properties", {}).values(), *items, *node.get("anyOf", [])]:
            walk(inner)

    walk(schema(name))


def test_offsets_hold(export: Path) -> None:
    """text[start:stop] == words for every record that has offsets, nested ones included."""
    texts = {d["id"]: d["text"] for d in lines(export, "documents")}
    checked = 0

    def walk(node: Any, document: str) -> None:
        nonlocal checked
        if isinstance(node, dict):
            document = node.get("document", document)
            if "words" in node:
                assert texts[document][node["start"] : node["stop"]] == node["words"]
                checked += 1
            for inner in node.values():
                walk(inner, document)
        elif isinstance(node, list):
            for inner in node:
                walk(inner, document)

    for name in ("claims", "quantities", "times", "events", "entities"):
        for line in lines(export, name):
            walk(line, line.get("document", ""))
    for line in lines(export, "copies"):
        for drift in line["drift"]:
            walk(drift["copy"], line["copy"])
            walk(drift["original"], line["original"])
    assert checked > 40


def test_references_lead_somewhere(export: Path) -> None:
    """Every id that a line names is the id of a line."""
    ids = {
        name: {line["id"] for line in lines(export, name)}
        for name in ("documents", "claims", "quantities", "times")
    }
    origins = {o["id"] for o in lines(export, "origins")}
    for claim in lines(export, "claims"):
        assert set(claim["quantities"]) <= ids["quantities"] and set(claim["times"]) <= ids["times"]
        assert claim["origin"] is None or claim["origin"] in origins
    for estimate in lines(export, "estimates"):
        assert set(estimate["rests_on"]) <= ids["quantities"]
    for copy in lines(export, "copies"):
        assert {copy["copy"], copy["original"]} <= ids["documents"]


def test_files_are_sorted_private_and_alone(export: Path) -> None:
    """Sorted by id, mode 0600 in a folder of mode 0700, and nothing else is left there."""
    assert sorted(p.name for p in export.iterdir()) == sorted(f"{name}.jsonl" for name in FILES)
    assert stat.S_IMODE(export.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(p.stat().st_mode) == 0o600 for p in export.iterdir())
    for name in ("documents", "claims", "quantities", "times", "entities", "events", "origins", "estimates"):
        found = [line["id"] for line in lines(export, name)]
        assert found == sorted(found)


def test_same_project_same_bytes(evidence: Evidence, export: Path, tmp_path: Path) -> None:
    """A second export is the first, byte for byte, also over an older one."""
    for _ in range(2):
        export_jsonl(evidence, tmp_path / "again")
    for name in FILES:
        assert (tmp_path / "again" / f"{name}.jsonl").read_bytes() == (export / f"{name}.jsonl").read_bytes()


def test_cyrillic_is_written_as_it_is(export: Path) -> None:
    """UTF-8, not escapes."""
    assert "Радан Велк" in (export / "entities.jsonl").read_text("utf-8")


def test_an_undirected_copy_names_the_other_in_a_reason(invented: ModuleType, tmp_path: Path) -> None:
    """`original` is null where the direction is not shown, and the pair is still known."""
    made = invented.investigation()
    made._copies = [replace(made._copies[0], directed=False)]
    export_jsonl(made, tmp_path / "out")
    (copy,) = lines(tmp_path / "out", "copies")
    assert copy["original"] is None
    assert any(made._copies[0].original in reason for reason in copy["reasons"])


def test_moved_words_stop_the_export(invented: ModuleType, tmp_path: Path) -> None:
    """One passage that is not where it says: nothing is written, the older export stays, exit code 3."""
    made = invented.investigation()
    export_jsonl(made, tmp_path / "out")
    before = (tmp_path / "out" / "claims.jsonl").read_bytes()

    class Moved(invented.Invented):  # type: ignore[misc,name-defined]
        def readings(self) -> Any:
            for document, text, reading in made.readings():
                yield document, text, _moved(document, text, reading)

    moved = Moved.__new__(Moved)
    moved.__dict__ = dict(made.__dict__)
    with pytest.raises(IntegrityBroken) as error:
        export_jsonl(moved, tmp_path / "out")
    assert error.value.exit_code == 3 and error.value.record.startswith("quantity-")
    assert (tmp_path / "out" / "claims.jsonl").read_bytes() == before
    assert len(list((tmp_path / "out").iterdir())) == len(FILES)


def _moved(document: Document, text: Text, reading: Reading) -> Reading:
    if not reading.quantities:
        return reading
    q = reading.quantities[0]
    p = Passage(q.passage.text, q.passage.start + 1, q.passage.stop + 1, q.passage.words)
    return replace(reading, quantities=(replace(q, passage=p), *reading.quantities[1:]))


def test_sorting_does_not_need_memory(tmp_path: Path) -> None:
    """Spilled runs merge to the order one sort would give, and leave no file."""
    sorter = SortedLines(tmp_path, "x", held=2_000)
    wanted = sorted((f"id-{(n * 7919) % 500:04d}", b'{"n": "\\t%d"}' % n) for n in range(500))
    for key, line in sorted(wanted, key=lambda pair: pair[1]):
        sorter.add(key, line)
    assert list(tmp_path.glob(".x.run*"))
    assert list(sorter) == [line for _, line in wanted]
    sorter.close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    """An error while writing leaves the older file and no half-written one."""
    path = tmp_path / "page.html"
    with whole_file(path) as out:
        out.write(b"one")
    with pytest.raises(ZeroDivisionError), whole_file(path) as out:
        out.write(b"two")
        raise ZeroDivisionError
    assert path.read_bytes() == b"one" and list(tmp_path.iterdir()) == [path]


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    """A planted link at the temporary name is removed, and what it points to stays as it is."""
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / ".page.html.part").symlink_to(victim)
    with whole_file(tmp_path / "page.html") as out:
        out.write(b"page")
    assert victim.read_text() == "mine" and (tmp_path / "page.html").read_text() == "page"


def test_a_folder_in_use_keeps_its_mode(tmp_path: Path) -> None:
    """Only a new or empty folder is made private; others are the user's business."""
    (tmp_path / "used").mkdir(mode=0o755)
    (tmp_path / "used" / "x").write_text("")
    private_folder(tmp_path / "used")
    assert stat.S_IMODE((tmp_path / "used").stat().st_mode) == 0o755
