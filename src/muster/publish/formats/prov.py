"""Where everything came from, as PROV-JSON (W3C, 2013)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from muster.model.ids import make_id
from muster.publish.evidence import Evidence
from muster.publish.files import SortedLines, private_folder, whole_file
from muster.publish.formats.base import About, Written, json_text

_SECTIONS = (
    "entity", "activity", "agent", "wasDerivedFrom", "wasAttributedTo", "wasAssociatedWith",
)  # fmt: skip
_PREFIX = {"muster": "urn:muster:", "prov": "http://www.w3.org/ns/prov#"}
LOST = (
    "words, offsets and numbers: it tells what came from what, by id; 'muster export jsonl' holds the words",
    "which run made which record; runs stand with their times and versions",
    "hearsay between origin and paper, and carriers",
    "who of the team decided: judgements are not told",
    "copies whose direction is not shown: nothing is known to be derived from the other",
)


def write_prov(evidence: Evidence, folder: Path, about: About) -> Written:
    """``prov.json``: documents, claims and origins as entities, outlets and speakers as agents, runs as
    activities. A claim is a quotation of its document and has its origin as primary source; a copy is a
    revision of its original."""
    private_folder(folder)
    lines = {name: SortedLines(folder, name) for name in _SECTIONS}
    try:
        for section, key, value in _records(evidence, about):
            lines[section].add(key, f"{json_text(key)}:{json_text(value)}".encode())
        with whole_file(folder / "prov.json") as out:
            out.write(f'{{"prefix":{json_text(_PREFIX)}'.encode())
            for name in _SECTIONS:
                out.write(f",\n{json_text(name)}:{{".encode())
                before = b""
                for line in lines[name]:
                    if line != before:
                        out.write((b",\n" if before else b"\n") + line)
                    before = line
                out.write(b"}")
            out.write(b"}\n")
    finally:
        for sorter in lines.values():
            sorter.close()
    return Written({"prov.json": sum(sorter.count for sorter in lines.values())}, LOST)


_Record = tuple[str, str, dict[str, object]]


def _name(id: str) -> str:
    return f"muster:{id}"


def _type(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _relation(section: str, one: str, other: str, names: tuple[str, str], **more: object) -> _Record:
    # The id is made of both ends, so the same bytes come of the same project.
    key = f"_:{make_id(section, one, other)}"
    return section, key, {f"prov:{names[0]}": _name(one), f"prov:{names[1]}": _name(other), **more}


def _derived(one: str, other: str, kind: str) -> _Record:
    more: dict[str, object] = {"prov:type": _type(f"prov:{kind}")}
    return _relation("wasDerivedFrom", one, other, ("generatedEntity", "usedEntity"), **more)


def _records(evidence: Evidence, about: About) -> Iterator[_Record]:
    program = make_id("program", about.version)
    yield "agent", _name(program), {
        "prov:type": _type("prov:SoftwareAgent"), "prov:label": f"muster {about.version}",
    }  # fmt: skip
    for run in evidence.runs():
        times = {"prov:startTime": run.started, "prov:endTime": run.finished}
        told = {name: value for name, value in times.items() if value}
        yield "activity", _name(run.id), {**told, "prov:label": f"{run.stage}, version {run.version}"}
        yield _relation("wasAssociatedWith", run.id, program, ("activity", "agent"))
    yield from _papers(evidence)
    yield from _claims(evidence)


def _papers(evidence: Evidence) -> Iterator[_Record]:
    for source in evidence.sources():
        yield "agent", _name(source.id), {"prov:label": source.name, "muster:kind": source.kind}
    for d in evidence.documents():
        told = {
            "prov:label": d.title or d.address,
            "muster:sha256": d.sha256,
            "muster:published": d.published,
        }
        yield "entity", _name(d.id), {
            "prov:type": _type("muster:Document"), **{name: value for name, value in told.items() if value},
        }  # fmt: skip
        yield _relation("wasAttributedTo", d.id, d.source, ("entity", "agent"))
    for copy in evidence.copies():
        if copy.directed:
            yield _derived(copy.copy, copy.original, "Revision")


def _claims(evidence: Evidence) -> Iterator[_Record]:
    for origin in evidence.origins():
        # What somebody first said, and who said it, are two things in PROV.
        speaker = f"{origin.id}-speaker"
        yield "entity", _name(origin.id), {"prov:type": _type("muster:Origin"), "prov:label": origin.name}
        yield "agent", _name(speaker), {"prov:label": origin.name}
        yield _relation("wasAttributedTo", origin.id, speaker, ("entity", "agent"))
    for document, _, reading in evidence.readings({"claims"}):
        for claim in reading.claims:
            told = {"muster:basis": claim.basis, "muster:stance": claim.stance}
            yield "entity", _name(claim.id), {"prov:type": _type("muster:Claim"), **told}
            yield _derived(claim.id, document.id, "Quotation")
            first = evidence.origin_of(claim.id)
            if first:
                yield _derived(claim.id, first, "PrimarySource")


__all__ = ["LOST", "write_prov"]
