"""Two projects: compare them by digests, join them by ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from muster.model.errors import Refused
from muster.model.evidence import Run, Taken
from muster.store import cases, derived, documents, judgements, readings, runs
from muster.store.codes import code, decode
from muster.store.custody import Ledger
from muster.store.file import ProjectFile

ONLY_HERE, ONLY_THERE, DIFFERENT = "only here", "only there", "different"
BOTH = "added to here and there"
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """A record that two projects do not share.

    ``where``: only here, only there, different; of a case, by its code, that each desk added steps to
    which the other lacks: added to here and there.
    """

    kind: str
    record: str
    where: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge added, by noun, and what a person has to look at.

    ``forgotten_there``: documents and cases the other project had to forget and this one still has;
    ``forgotten_here``: those that this one forgot and the other still has. Codes of cases: ``both`` – each
    desk had added steps that the other lacked; ``one_code`` – two desks drew the same code.
    """

    added: dict[str, int]
    forgotten_there: int
    forgotten_here: int
    both: tuple[str, ...] = ()
    one_code: tuple[str, ...] = ()


def diff(here: ProjectFile, there: ProjectFile) -> Iterator[Difference]:
    """Documents, readings, judgements, cases, steps, tombstones, set-asides by id; cases that both desks
    added to; then links and estimates as wholes."""
    for kind, listed in _LISTS.items():
        yield from _compared(kind, dict(_listed(here, listed, kind)), dict(_listed(there, listed, kind)))
    for case in _of_both(here, there):
        yield Difference("case", case, BOTH)
    for kind, own in (("links", derived.links_digest), ("estimates", derived.estimates_digest)):
        if own(here) != own(there):
            yield Difference(kind, kind, DIFFERENT)


_LISTS = {
    # Without the day it was taken: two desks that hold the same do not differ.
    "doc": "SELECT d.id, json_array(d.media_type, d.published, d.published_by, d.title, d.author, d.url, "
    "d.forwarded_from, d.losses, s.name, s.protected, hex(t.sha256)) FROM documents d "
    "JOIN sources s ON s.key = d.source LEFT JOIN texts t ON t.document = d.key",
    "text": "SELECT p.record, p.digest FROM readings r JOIN prints p ON p.line = r.line AND p.n = r.n",
    "judgement": "SELECT j.id, c.digest FROM judgements j JOIN custody c ON c.seq = j.line",
    "case": "SELECT k.id, c.digest FROM cases k JOIN custody c ON c.seq = k.line",
    "step": "SELECT s.id, c.digest FROM steps s JOIN custody c ON c.seq = s.line",
    "forgotten": "SELECT id, NULL FROM forgotten",
    "aside": "SELECT id, NULL FROM set_asides",
}
_CALLED = {"doc": "document", "text": "reading", "aside": "set aside"}


def _listed(file: ProjectFile, sql: str, kind: str) -> Iterator[tuple[str, object]]:
    for id, own in file.db.execute(sql):
        yield decode(id, kind), own


def _compared(kind: str, here: dict[str, object], there: dict[str, object]) -> Iterator[Difference]:
    called = _CALLED.get(kind, kind)
    for id in sorted(here.keys() | there.keys()):
        if id not in there:
            yield Difference(called, id, ONLY_HERE)
        elif id not in here:
            yield Difference(called, id, ONLY_THERE)
        elif here[id] != there[id]:
            yield Difference(called, id, DIFFERENT)


def merge(here: ProjectFile, there: ProjectFile, *, now: str) -> Merged:
    """Add what ``there`` holds and this project lacks. One transaction; twice adds nothing.

    What was forgotten here does not come back; a text read on both sides keeps the reading of here. Steps
    of a case are only added: both desks' stand, in the order in which they were written down. Links and
    estimates are not added: link and count again. Raises Refused where a sealed project would be poured
    into an open one.
    """
    if there.info.sealed and not here.info.sealed:
        raise Refused(
            "a sealed project is not merged into an open one",
            record=str(there.path),
            next_step="merge the other way round, or give --sealed",
        )
    news, both = _news(here, there), tuple(_of_both(here, there))
    if any(news.values()):
        head = there.db.execute("SELECT hash FROM custody ORDER BY seq DESC LIMIT 1").fetchone()[0]
        run = runs.begin(here, "merge", {"project": there.info.id, "head": head.hex()}, now)
        with here.writing() as ledger:
            ledger.add(now, "merged", there.info.id, head, runs.by(run))
            _add_documents(here, there, run, ledger, news)
            _add_readings(here, there, run, ledger, news["readings"])
            for judgement in judgements.judgements(there):
                if judgement.id in news["judgements"]:
                    judgements.write(here, ledger, judgement)
            _add_cases(here, there, ledger, news)
        total = len(news["documents"])
        runs.finish(here, run, inputs=str(total), used=total, aside=0, now=now)
    return Merged(
        {kind: len(ids) for kind, ids in news.items()},
        _still_in(here, there), _still_in(there, here), both, tuple(_one_code(here)),
    )  # fmt: skip


def _news(here: ProjectFile, there: ProjectFile) -> dict[str, set[str]]:
    """Ids that are there, not here, and were not forgotten here."""
    gone = {id for (id,) in here.db.execute("SELECT id FROM forgotten")}

    def lacking(kind: str) -> set[str]:
        ours = {id for id, _ in _listed(here, _LISTS[kind], kind)}
        return {id for id, _ in _listed(there, _LISTS[kind], kind)} - ours - gone

    new = lacking("doc")
    read = {
        decode(text, "text")
        for document, text in there.db.execute(
            "SELECT d.id, t.id FROM documents d JOIN texts t ON t.document = d.key JOIN readings r "
            "ON r.document = d.key"
        )
        if decode(document, "doc") not in gone
    }
    ours_read = {id for id, _ in _listed(here, _LISTS["text"], "text")}
    # A step that was added there to a case that was withdrawn here has no tombstone of its own.
    steps = lacking("step") - {step for step, case in _owners(there) if case in gone}
    return {
        "documents": new,
        "readings": {t for t in read - ours_read if _has_text(here, there, t, new)},
        "judgements": lacking("judgement"),
        "set_asides": lacking("aside"),
        "cases": lacking("case"),
        "steps": steps,
    }


def _owners(file: ProjectFile) -> Iterator[tuple[str, str]]:
    """Every step with the case that it is of."""
    for step, case in file.db.execute('SELECT s.id, c.id FROM steps s JOIN cases c ON c.key = s."case"'):
        yield decode(step, "step"), decode(case, "case")


def _of_both(here: ProjectFile, there: ProjectFile) -> Iterator[str]:
    """Codes of the cases that each desk has added steps to which the other lacks, in their order."""
    ours, theirs = dict(_owners(here)), dict(_owners(there))
    added = {ours[s] for s in ours.keys() - theirs.keys()} & {theirs[s] for s in theirs.keys() - ours.keys()}
    yield from (case.code for case in cases.cases(here) if case.id in added)


def _one_code(here: ProjectFile) -> Iterator[str]:
    rows = here.db.execute("SELECT code FROM cases GROUP BY code HAVING count(*) > 1 ORDER BY code")
    yield from (code for (code,) in rows)


def _has_text(here: ProjectFile, there: ProjectFile, text: str, new: set[str]) -> bool:
    """Whether the text is here, or comes with its document; another extractor's text does not."""
    if here.db.execute("SELECT 1 FROM texts WHERE id = ?", (code(text, "text"),)).fetchone():
        return True
    return documents.document_of_text(there, text).id in new


def _add_documents(
    here: ProjectFile, there: ProjectFile, run: Run, ledger: Ledger, news: dict[str, set[str]]
) -> None:
    sources = {source.id: source for source in documents.sources(there)}
    everything = documents.documents_at(there, documents.ordered_keys(there))
    wanted = ((key, d) for key, d in everything if d.id in news["documents"])
    while batch := list(islice(wanted, _BATCH)):
        save = documents.Batch(here, run, ledger)
        for key, document in batch:
            original = documents.original(there, document.id)
            text = documents.text_at(there, key, document.id)
            save.taken(
                Taken(sources[document.source], document, original, text), at=document.taken, by=runs.by(run)
            )
        save.write()
    save = documents.Batch(here, run, ledger)
    for item in documents.set_asides(there):
        if decode(documents.aside_id(item), "aside") in news["set_asides"]:
            save.set_aside(item)
    save.write()


def _add_readings(here: ProjectFile, there: ProjectFile, run: Run, ledger: Ledger, wanted: set[str]) -> None:
    theirs = (reading for _, text, reading in readings.readings(there) if text.id in wanted)
    while batch := list(islice(theirs, _BATCH)):
        readings.add(here, ledger, run, batch)


def _add_cases(here: ProjectFile, there: ProjectFile, ledger: Ledger, news: dict[str, set[str]]) -> None:
    for case in cases.cases(there):
        if case.id in news["cases"]:
            cases.write_case(here, ledger, case)
        steps = (step for step in cases.steps_of(there, case.id) if step.id in news["steps"])
        cases.write_steps(here, ledger, steps)


def _still_in(here: ProjectFile, there: ProjectFile) -> int:
    """How many documents and cases are here that the other project had to forget."""
    gone = {id for (id,) in there.db.execute("SELECT id FROM forgotten")}
    return sum(id in gone for kind in ("doc", "case") for id, _ in _listed(here, _LISTS[kind], kind))


__all__ = ["Difference", "Merged", "diff", "merge"]
