"""Is everything as it was stored? Re-hash it all, and say what is not, to which record, and what to do."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from muster.model.errors import IntegrityBroken, MusterError
from muster.model.evidence import Document, Run, SetAside, Source
from muster.store import blobs, cases, custody, derived, documents, judgements, readings, runs
from muster.store.codes import code, decode
from muster.store.connect import translated
from muster.store.file import ProjectFile, project_digest
from muster.store.forget import tombstone_digest
from muster.store.keys import Head
from muster.store.prepared import reading_digest
from muster.store.records import Packed, Page, digest, pack, words_print
from muster.store.shelves import SHELVES

_KEEP = "keep this file as it is, and compare it with a copy made earlier"
_AGAIN = "run 'muster link' and 'muster count': they rebuild it from what was read"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something is not what was stored."""

    record: str
    what: str
    next_step: str = _KEEP


Progress = Callable[[int], None]


def check(file: ProjectFile, progress: Progress | None = None) -> Iterator[Fault]:
    """Every fault; one document at a time in memory. ``progress`` is given 1 after each document."""
    # Asked before the file is looked at: a writer at work meanwhile may only be ahead inside.
    outside = _Kept(file)
    parts = (_file, _chain, outside.compared, _project, _documents(progress), _tombstones, _asides, _files,
             _judgements, _cases, _runs, _derived)  # fmt: skip
    file.db.execute("BEGIN")
    try:
        for part in parts:
            yield from _guarded(part, file)
    finally:
        file.undo()
    yield from _guarded(_index, file)


def _guarded(part: Callable[[ProjectFile], Iterator[Fault]], file: ProjectFile) -> Iterator[Fault]:
    try:
        yield from part(file)
    except Exception as error:
        # A row that was edited into nonsense must not hide what else is wrong.
        better = translated(error, file.path)
        if isinstance(better, MusterError):
            yield Fault(better.record or "project", better.what, better.next_step or _KEEP)
            return
        # Its own words may be those of a protected text.
        yield Fault("project", f"a part could not be read: {type(error).__name__} at {_place(error)}")


def _place(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def _file(file: ProjectFile) -> Iterator[Fault]:
    for (said,) in file.db.execute("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield Fault("file", f"SQLite finds: {said}")
    for table, row, parent, _ in file.db.execute("PRAGMA foreign_key_check").fetchmany(20):
        yield Fault(f"{table} row {row}", f"it rests on something in {parent} that is not there")
    if file.info.sealed:
        log = file.path.with_name(file.path.name + "-wal")
        halfway = log.exists() and log.stat().st_size > 0
        for (said,) in file.db.execute("PRAGMA cipher_integrity_check").fetchmany(20):
            # A disk that filled up while pages were brought home leaves part of one; the log holds it whole,
            # and what SQLite checked above is read through the log.
            if not (halfway and "invalid size" in str(said)):
                yield Fault("file", f"SQLCipher finds: {said}")


# The ledger ------------------------------------------------------------------------------------------


def _chain(file: ProjectFile) -> Iterator[Fault]:
    expected = 1
    for line in custody.lines(file.db):
        if line.seq != expected:
            yield Fault(
                f"custody {expected}", f"lines {expected} to {line.seq - 1} of the custody ledger are missing"
            )
        own = custody.line_hash(
            line.seq, line.at, line.what, line.record, bytes.fromhex(line.digest), line.by,
            bytes.fromhex(line.before),
        )  # fmt: skip
        if own.hex() != line.hash:
            yield Fault(f"custody {line.seq}", "this line, or the one before it, was changed or removed")
        expected = line.seq + 1
    yield from _prints(file)


def _prints(file: ProjectFile) -> Iterator[Fault]:
    """Every line that covers prints has exactly these."""
    prints = file.db.execute("SELECT line, record, digest FROM prints ORDER BY line, n")
    ahead = prints.fetchone()
    for seq, what, said in file.db.execute("SELECT seq, what, digest FROM custody ORDER BY seq"):
        own: list[custody.Print] = []
        while ahead is not None and ahead[0] <= seq:
            if ahead[0] == seq:
                own.append(custody.Print(ahead[1], ahead[2]))
            ahead = prints.fetchone()
        if what in ("read", "set aside", "files") and custody.prints_digest(own) != said:
            yield Fault(f"custody {seq}", "the digests that this line covers were changed")


class _Kept:
    """The head that this installation keeps outside, against the one inside."""

    def __init__(self, file: ProjectFile) -> None:
        self.fault = ""
        self.head: Head | None = None
        try:
            self.head = file.keys.kept(file.info.id)
        except MusterError as error:
            self.fault = error.what

    def compared(self, file: ProjectFile) -> Iterator[Fault]:
        """What the two heads and the ledger's end show together."""
        last = file.db.execute("SELECT seq, hash FROM custody ORDER BY seq DESC LIMIT 1").fetchone()
        seq, end = (last[0], last[1].hex()) if last else (0, "")
        inside = custody.head_of(file.db, file.info.id)
        if inside is None:
            yield Fault("head", "the custody ledger has no signed head")
        elif not inside.holds():
            yield Fault("head", "the signature of the custody ledger's head does not hold")
        elif (inside.seq, inside.hash) != (seq, end):
            yield Fault("head", f"the ledger was signed at line {inside.seq} and now ends at line {seq}")
        if self.fault:
            yield Fault("head", self.fault)
        if self.head is not None:
            yield from _outside(file, self.head, inside, seq)


def _outside(file: ProjectFile, outside: Head, inside: Head | None, seq: int) -> Iterator[Fault]:
    if not outside.holds():
        yield Fault("head", "the signature of the head kept outside the project does not hold")
    there = file.db.execute("SELECT hash FROM custody WHERE seq = ?", (outside.seq,)).fetchone()
    if there is None:
        told = f"it ends at line {seq}, and was signed here at {outside.seq}"
        yield Fault("head", f"the tail of the custody ledger was cut, or this is an older copy: {told}")
    elif there[0].hex() != outside.hash:
        yield Fault("head", f"line {outside.seq} of the ledger is not the one that was signed here")
    elif inside is not None and inside.public_key not in (outside.public_key, *_announced(file)):
        yield Fault("head", "the ledger was signed by a key that it does not announce")


def _announced(file: ProjectFile) -> list[str]:
    lines = file.db.execute("SELECT record FROM custody WHERE what = 'signed by another key'")
    return [record.removeprefix("key-") for (record,) in lines]


def _project(file: ProjectFile) -> Iterator[Fault]:
    row = file.db.execute("SELECT what, record, digest FROM custody WHERE seq = 1").fetchone()
    if row != ("created", file.info.id, project_digest(file.info)):
        yield Fault("project", "the project's own row is not the one it was created with")


# What was taken and read -----------------------------------------------------------------------------


def _documents(progress: Progress | None) -> Callable[[ProjectFile], Iterator[Fault]]:
    def part(file: ProjectFile) -> Iterator[Fault]:
        sources = {source.id: source for source in documents.sources(file)}
        blobs_seen: set[int] = set()
        for key, document in documents.documents_at(file, documents.ordered_keys(file)):
            yield from _document(file, key, document, sources[document.source], blobs_seen)
            if progress:
                progress(1)
        yield from _gone(file, "taken", "documents")
        yield from _orphans(file)
        yield from _made_by(file)

    return part


def _document(
    file: ProjectFile, key: int, document: Document, source: Source, blobs_seen: set[int]
) -> Iterator[Fault]:
    blob, line = file.db.execute("SELECT blob, line FROM documents WHERE key = ?", (key,)).fetchone()
    if blob not in blobs_seen:
        blobs_seen.add(blob)
        yield from _blob(file, blob, document)
    text = documents.text_at(file, key, document.id)
    said = file.db.execute("SELECT what, record, digest FROM custody WHERE seq = ?", (line,)).fetchone()
    if said is None or said[:2] != ("taken", document.id):
        yield Fault(document.id, f"its custody line {line} is not the one it was taken with")
    elif said[2] != documents.document_digest(source, document, text):
        yield Fault(document.id, f"its row, its text or its source is not what custody line {line} says")
    if text is None:
        return
    (sha,) = file.db.execute("SELECT sha256 FROM texts WHERE document = ?", (key,)).fetchone()
    if hashlib.sha256(text.body.encode("utf-8", "surrogatepass")).digest() != sha:
        yield Fault(text.id, f"the text of {document.address} was changed")
    page = Page(text.id, text.body)
    yield from _passages(file, key, page)
    yield from _reading(file, key, page)


def _blob(file: ProjectFile, blob: int, document: Document) -> Iterator[Fault]:
    try:
        same = hashlib.sha256(blobs.unpacked(file.db, blob)).hexdigest() == document.sha256
    except MusterError:
        same = False
    if not same:
        yield Fault(document.id, f"the kept bytes of {document.address} are not those that were taken")


def _passages(file: ProjectFile, key: int, page: Page) -> Iterator[Fault]:
    for shelf in SHELVES:
        if not shelf.kind:
            continue
        kept = "print" if shelf.long else "words"
        rows = file.db.execute(
            f"SELECT id, start, stop, {kept} FROM {shelf.table} WHERE document = ?", (key,)
        )
        for id, start, stop, words in rows:
            there = page.body[start:stop] if 0 <= start < stop <= len(page.body) else ""
            if not there or words != (words_print(there) if shelf.long else there):
                yield Fault(
                    decode(id, shelf.kind), f"its words do not stand at [{start}, {stop}) of {page.id}"
                )


def _reading(file: ProjectFile, key: int, page: Page) -> Iterator[Fault]:
    row = file.db.execute("SELECT line, n FROM readings WHERE document = ?", (key,)).fetchone()
    if row is None:
        return
    said = file.db.execute("SELECT record, digest FROM prints WHERE line = ? AND n = ?", row).fetchone()
    packed: Packed | None = readings.packed_at(file, key, page)
    own = reading_digest(packed, page) if packed is not None else b""
    if said is None or said[0] != code(page.id, "text") or said[1] != own:
        yield Fault(page.id, f"what was read in this text is not what custody line {row[0]} says")


def _gone(file: ProjectFile, what: str, table: str) -> Iterator[Fault]:
    """Custody lines whose record is neither there nor forgotten."""
    for seq, record in file.db.execute(
        f"SELECT c.seq, c.record FROM custody c LEFT JOIN {table} x ON x.line = c.seq "
        "LEFT JOIN forgotten f ON f.id = c.record WHERE c.what = ? AND x.line IS NULL AND f.id IS NULL",
        (what,),
    ):
        yield Fault(record, f"it is gone without having been forgotten (custody line {seq})")


def _orphans(file: ProjectFile) -> Iterator[Fault]:
    """Readings that the ledger knows and the project has not."""
    for text, line in file.db.execute(
        "SELECT p.record, max(p.line) FROM prints p JOIN custody c ON c.seq = p.line AND c.what = 'read' "
        "LEFT JOIN texts t ON t.id = p.record LEFT JOIN readings r ON r.document = t.document "
        "WHERE t.document IS NOT NULL AND r.document IS NULL GROUP BY p.record"
    ):
        yield Fault(decode(text, "text"), f"its reading is gone (custody line {line})", "read it again")


def _made_by(file: ProjectFile) -> Iterator[Fault]:
    """Readings and set-aside records name the run that their custody line names."""
    for table in ("readings", "set_asides"):
        for line, run, said in file.db.execute(
            f"SELECT DISTINCT x.line, u.id, c.record FROM {table} x "
            "JOIN runs u ON u.key = x.run JOIN custody c ON c.seq = x.line"
        ):
            if decode(run, "run") != said:
                yield Fault(said, f"custody line {line} names another run than {table} do")


def _tombstones(file: ProjectFile) -> Iterator[Fault]:
    """Every tombstone has its line, which names what is gone and why; every such line has its tombstone."""
    for id, line, reason in file.db.execute(
        "SELECT id, line, reason FROM forgotten ORDER BY line"
    ).fetchall():
        before = file.db.execute(
            "SELECT digest FROM custody WHERE record = ? AND what IN ('taken', 'judged', 'case', 'step') "
            "ORDER BY seq",
            (id,),
        ).fetchone()
        said = file.db.execute("SELECT what, record, digest FROM custody WHERE seq = ?", (line,)).fetchone()
        own = tombstone_digest(before[0], reason) if before else b""
        if said != ("forgotten", id, own):
            yield Fault(id, "its tombstone is not the one that the custody ledger names")
    for (id,) in file.db.execute(
        "SELECT c.record FROM custody c LEFT JOIN forgotten f ON f.line = c.seq "
        "WHERE c.what = 'forgotten' AND f.id IS NULL"
    ):
        yield Fault(id, "its tombstone is gone")


# Everything else that has a line ---------------------------------------------------------------------


def _asides(file: ProjectFile) -> Iterator[Fault]:
    here: dict[bytes, bytes] = {}
    for id, *values in file.db.execute("SELECT id, record, reason, detail, stage FROM set_asides"):
        item = SetAside(*values)
        here[id] = documents.aside_digest(item)
        if documents.aside_id(item) != id:
            yield Fault(item.record, "what it was set aside for was changed")
    yield from _compared(file, "set aside", here, "what was set aside")


def _files(file: ProjectFile) -> Iterator[Fault]:
    here: dict[bytes, bytes] = {}
    for (address,) in file.db.execute("SELECT address FROM files").fetchall():
        seen = documents.seen_file(file, address)
        here[documents.file_id(address)] = digest(pack(seen))
    yield from _compared(file, "files", here, "the list of files that were taken to their end")


def _compared(file: ProjectFile, what: str, here: dict[bytes, bytes], called: str) -> Iterator[Fault]:
    """The rows there are against the last print of each."""
    said: dict[bytes, bytes | None] = {}
    for record, own in file.db.execute(
        "SELECT p.record, p.digest FROM prints p JOIN custody c ON c.seq = p.line AND c.what = ? "
        "ORDER BY p.line, p.n",
        (what,),
    ):
        said[record] = own
    expected = {record: own for record, own in said.items() if own is not None}
    wrong = {r for r in expected.keys() | here.keys() if expected.get(r) != here.get(r)}
    if wrong:
        yield Fault("project", f"{called} was changed in {len(wrong)} place{'s' * (len(wrong) != 1)}")


def _judgements(file: ProjectFile) -> Iterator[Fault]:
    for judgement in judgements.judgements(file):
        said = file.db.execute(
            "SELECT c.record, c.digest FROM judgements j "
            "JOIN custody c ON c.seq = j.line AND c.what = 'judged' WHERE j.id = ?",
            (code(judgement.id, "judgement"),),
        ).fetchone()
        if said != (judgement.id, digest(pack(judgement))):
            yield Fault(judgement.id, "this judgement is not the one that was made")
    yield from _gone(file, "judged", "judgements")


def _cases(file: ProjectFile) -> Iterator[Fault]:
    for kind, id, own, said in cases.digests(file):
        if said != (kind, id, own):
            yield Fault(id, f"this {kind} is not what its custody line says")
    for kind, table in (("case", "cases"), ("step", "steps")):
        yield from _gone(file, kind, table)


def _runs(file: ProjectFile) -> Iterator[Fault]:
    for run in runs.all_runs(file):
        if run.finished is None:
            continue
        said = file.db.execute(
            "SELECT c.record, c.digest FROM runs r JOIN custody c ON c.seq = r.line AND c.what = 'finished' "
            "WHERE r.id = ?",
            (code(run.id, "run"),),
        ).fetchone()
        if said != (run.id, digest(pack(run))):
            yield Fault(run.id, "this run is not the one that was finished")
        yield from _reconciled(run)
    yield from _gone(file, "finished", "runs")


def _reconciled(run: Run) -> Iterator[Fault]:
    if run.inputs.isdecimal() and int(run.inputs) != run.used + run.aside:
        yield Fault(run.id, f"{run.inputs} inputs are not {run.used} used and {run.aside} set aside")


def _derived(file: ProjectFile) -> Iterator[Fault]:
    for what, own, called in (
        (derived.LINKED, derived.links_digest, "copies, names or origins"),
        (derived.COUNTED, derived.estimates_digest, "estimates"),
    ):
        row = file.db.execute(
            "SELECT digest FROM custody WHERE what = ? ORDER BY seq DESC LIMIT 1", (what,)
        ).fetchone()
        held = own(file)
        if held != (row[0] if row else derived.NOTHING):
            yield Fault("project", f"{called} were changed after they were made", _AGAIN)
    if not derived.carriers_stand(file):
        yield Fault("project", "who carries an origin is not what its claims say", _AGAIN)


def _index(file: ProjectFile) -> Iterator[Fault]:
    (indexed,) = file.db.execute("SELECT count(*) FROM search_docsize").fetchone()
    (texts,) = file.db.execute("SELECT count(*) FROM texts").fetchone()
    if indexed != texts:
        yield Fault("search", f"the search index holds {indexed} of {texts} texts")
    yield from _index_itself(file)


def _index_itself(file: ProjectFile) -> Iterator[Fault]:
    # FTS5 checks itself by a command that looks like writing; it changes nothing, and is rolled back.
    try:
        file.db.execute("PRAGMA query_only = OFF")
        file.db.execute("BEGIN IMMEDIATE")
        file.db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    except Exception as error:
        if isinstance(translated(error, file.path), IntegrityBroken):
            yield Fault("search", f"the search index is damaged: {error}")
        # Else the file cannot be written or somebody is writing to it: the index is then not looked into.
    finally:
        file.undo()
        if file.readonly:
            file.db.execute("PRAGMA query_only = ON")


__all__ = ["Fault", "check"]
