"""A project: everything that was taken, read, linked, counted and decided, in one file."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from muster.model.cases import Case, Step
from muster.model.claims import Reading, ReadingContext, ReadingPart
from muster.model.evidence import CustodyRecord, Document, FileSeen, Run, SetAside, Source, Taken, Text
from muster.model.findings import Estimate
from muster.model.ledger import Answer, Moved
from muster.model.links import Anchor, Copy, Entity, Judgement, Link, NameUse, Origin, Statement, Stretch
from muster.model.watch import Alert, Met, Robots, Watched
from muster.store import browse as browsing
from muster.store import cases as casework
from muster.store import check as checks
from muster.store import (
    custody,
    derived,
    documents,
    evidence,
    forget,
    judgements,
    kept,
    readings,
    runs,
    stretches,
    uses,
)
from muster.store import file as files
from muster.store import find as finding
from muster.store import lines as drawing
from muster.store import search as searching
from muster.store import share as sharing
from muster.store import watched as watching
from muster.store import why as chain
from muster.store.browse import Row, Window
from muster.store.cases import AskedLine, BriefLine, StepLine
from muster.store.check import Fault
from muster.store.connect import Connector, damaged, plain, translated
from muster.store.file import IndexTerms, ProjectFile, ProjectInfo
from muster.store.kept import Asked
from muster.store.keys import Head, Keys
from muster.store.prepared import Prepared
from muster.store.search import Hit
from muster.store.share import Difference, Merged
from muster.store.watched import Version
from muster.store.why import Why


def _index_terms(body: str, language: str) -> str:
    # Imported with the first text: the dictionaries are heavy and most commands need none.
    from muster.text.lemmas import index_terms

    return index_terms(body, language)


class Store:
    """One open project. Every writing method is one transaction: all, with its custody lines, or nothing.

    One process writes at a time and is named to the others; readers work beside it. Iterators read
    with bounded memory, in the order of addresses and ids, and writing may go on between their steps
    for ``texts_to_read``, ``documents`` and ``readings``.
    """

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        connect: Connector = plain,
        keys: Keys,
        now: str,
        index_terms: IndexTerms = _index_terms,
        entropy: Callable[[int], bytes] = secrets.token_bytes,
    ) -> Store:
        """A new project at ``path``, where nothing may be. Raises Refused, ProjectLocked, NoSpace."""
        return cls(
            files.create(
                Path(path), connect=connect, keys=keys, now=now, index_terms=index_terms, entropy=entropy
            )
        )

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        connect: Connector = plain,
        keys: Keys,
        readonly: bool = False,
        index_terms: IndexTerms = _index_terms,
    ) -> Store:
        """The project at ``path``. Raises NotAProject, NewerProject, ProjectLocked, IntegrityBroken."""
        file = files.open_file(
            Path(path), connect=connect, keys=keys, readonly=readonly, index_terms=index_terms
        )
        try:
            if not readonly:
                forget.purge_if_due(file)
        except Exception as error:
            file.close()
            raise damaged(error, file.path) from error
        return cls(file)

    def close(self) -> None:
        """Close the file and let the next writer in."""
        self._file.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if error is not None and (better := translated(error, self._file.path)) is not error:
            # A page that cannot be read may come to light in any list: say it as Muster says it.
            raise better from error

    # Writing -----------------------------------------------------------------------------------------

    def begin(self, stage: str, settings: Mapping[str, object], now: str) -> Run:
        """A run; an unfinished one of the same stage, version and settings is resumed as it was begun."""
        return runs.begin(self._file, stage, settings, now)

    def save_taken(self, run: Run, items: Sequence[Taken | SetAside | FileSeen]) -> int:
        """Write what is new; returns the number of new documents. What was forgotten is not taken again."""
        return documents.save_taken(self._file, run, items)

    def save_readings(self, run: Run, found: Sequence[Reading | Prepared]) -> None:
        """Write readings, or what ``prepare`` made ready of them; an older one of the same text goes.
        RecordError where a passage does not hold."""
        readings.save_readings(self._file, run, found)

    def replace_links(
        self,
        run: Run,
        *,
        copies: Iterable[Copy],
        links: Iterable[Link],
        entities: Iterable[Entity],
        conflicts: Sequence[str],
        origins: Iterable[Origin],
    ) -> None:
        """Put these in the place of all links. RecordError where a stretch does not hold."""
        derived.replace_links(
            self._file,
            run,
            copies=copies,
            links=links,
            entities=entities,
            conflicts=conflicts,
            origins=origins,
        )

    def replace_estimates(self, run: Run, estimates: Iterable[Estimate]) -> None:
        """Put these in the place of all estimates; their order is kept."""
        derived.replace_estimates(self._file, run, estimates)

    def finish(self, run: Run, *, inputs: str, used: int, aside: int, now: str) -> None:
        """Close a run. ``inputs``: their number, or a digest that names them (then of a link or count run,
        the project counts them itself). Raises Unreconciled where inputs are not used + set aside."""
        runs.finish(self._file, run, inputs=inputs, used=used, aside=aside, now=now)

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep a decision. The same one twice is kept once."""
        judgements.add_judgement(self._file, judgement)

    def add_case(self, case: Case, steps: Sequence[Step] = ()) -> None:
        """A new case with its first steps. Raises Refused outside a sealed file."""
        casework.add_case(self._file, case, steps)

    def add_cases(self, several: Sequence[tuple[Case, Sequence[Step]]]) -> None:
        """As ``add_case`` of many, all or none."""
        casework.add_cases(self._file, several)

    def add_steps(self, steps: Sequence[Step]) -> int:
        """Add steps to cases that are here; how many were new. Raises NotFound."""
        return casework.add_steps(self._file, steps)

    def forget(self, id: str, *, reason: str, by: str, now: str) -> str:
        """Really delete a document, all of a source, a judgement or a case, by id or prefix; the full id.

        Links and estimates go as a whole: link and count again. Raises NotFound, Usage, Refused.
        """
        return forget.forget(self._file, id, reason=reason, by=by, now=now)

    def backup(self, target: Path, *, now: str) -> None:
        """Copy the project, sealed if it is sealed; ``forget`` later makes the copy anew. Raises Refused."""
        forget.backup(self._file, target, now)

    def merge(self, other: Store, *, now: str) -> Merged:
        """Add what ``other`` holds and this lacks. Twice adds nothing. Raises Refused."""
        return sharing.merge(self._file, other._file, now=now)

    # The project -------------------------------------------------------------------------------------

    def project(self) -> ProjectInfo:
        """Which project this is."""
        return self._file.info

    def runs(self) -> list[Run]:
        """Every run, oldest first."""
        return list(runs.all_runs(self._file))

    def finished_on(self, stage: str, evidence: str) -> bool:
        """Whether the last finished run of ``stage`` by this version had exactly these inputs."""
        return runs.finished_on(self._file, stage, evidence)

    def evidence_head(self) -> str:
        """Documents, readings and judgements as one digest, the same in every project that holds the same."""
        return evidence.evidence_head(self._file)

    def counts(self) -> dict[str, int]:
        """How many of each noun the project holds."""
        return evidence.counts(self._file)

    def was_forgotten(self, id: str) -> bool:
        """Whether a tombstone stands for this id."""
        return forget.was_forgotten(self._file, id)

    def custody(self) -> Iterator[CustodyRecord]:
        """The custody ledger, line by line."""
        return custody.lines(self._file.db)

    def head(self) -> Head:
        """The signed end of the custody ledger, as it stands in the file."""
        found = custody.head_of(self._file.db, self._file.info.id)
        return found or Head(self._file.info.id, 0, "", "", "")

    # What was taken and read -------------------------------------------------------------------------

    def sources(self) -> Iterator[Source]:
        """Every source, by name."""
        return documents.sources(self._file)

    def documents(self) -> Iterator[Document]:
        """Every document, by address, then id."""
        return documents.documents(self._file)

    def document(self, id: str) -> Document:
        """One document. Raises NotFound."""
        return documents.document(self._file, id)

    def text_of(self, document: str) -> Text | None:
        """The text of a document, or None where nothing could be read from it. Raises NotFound."""
        return documents.text_of(self._file, document)

    def documents_below(self, prefix: str) -> Iterator[Document]:
        """Documents whose address begins so ("ties.csv#": its rows), by address."""
        return documents.below(self._file, prefix)

    def documents_of_bytes(self, sha256: str) -> list[str]:
        """The ids of the documents that have these bytes."""
        return documents.of_bytes(self._file, sha256)

    def places_of(self, ids: Collection[str]) -> dict[str, Anchor]:
        """Claims and events by id, as places with their words; those that are gone are left out."""
        return stretches.places_of(self._file, ids)

    def place_of_mention(self, document: str, id: str) -> tuple[int, int]:
        """Where a mention stands in its document, in characters. Raises NotFound."""
        return stretches.place_of_mention(self._file, document, id)

    def document_of_text(self, text: str) -> Document:
        """The document that a text was made of. Raises NotFound."""
        return documents.document_of_text(self._file, text)

    def original(self, document: str) -> bytes:
        """The bytes of a document as they were taken. Raises NotFound, IntegrityBroken."""
        return documents.original(self._file, document)

    def seen_file(self, address: str) -> FileSeen | None:
        """The file as it was when it was last taken to its end."""
        return documents.seen_file(self._file, address)

    def set_asides(self) -> Iterator[SetAside]:
        """What could not be used, by record."""
        return documents.set_asides(self._file)

    def count_to_read(self, reader: str) -> int:
        """How many texts this reader has not read."""
        return readings.count_to_read(self._file, reader)

    def texts_to_read(self, reader: str) -> Iterator[tuple[Text, ReadingContext]]:
        """Texts that this reader has not read, by address, then id."""
        return readings.texts_to_read(self._file, reader)

    def readings(
        self, only: Collection[ReadingPart] = (), without: frozenset[str] = frozenset()
    ) -> Iterator[tuple[Document, Text, Reading]]:
        """Every reading, by address, then id; one at a time in memory. ``only``: just these parts of it;
        ``without``: these fields of them as if they were empty."""
        return readings.readings(self._file, only, without)

    def reading_of(
        self, document: str, only: Collection[ReadingPart] = (), without: frozenset[str] = frozenset()
    ) -> Reading | None:
        """The reading of a document, whole or ``only`` these parts, ``without`` these fields. Raises
        NotFound."""
        return readings.reading_of(self._file, document, only, without)

    def name_uses(self) -> Iterator[NameUse]:
        """Names, one per document, kind and name."""
        return uses.name_uses(self._file)

    def statements(self) -> Iterator[Statement]:
        """Every claim with its document, nearest speaker and carriers."""
        return uses.statements(self._file)

    def carriers(self) -> set[str]:
        """Names of all that claims came through."""
        return uses.carriers(self._file)

    # What follows from it ----------------------------------------------------------------------------

    def copies(self) -> Iterator[Copy]:
        """Copies, by the address of the copy, then of the original."""
        return derived.copies(self._file)

    def links(self, kind: str | None = None) -> Iterator[Link]:
        """Suggestions, by id; of one kind, if one is given."""
        return derived.links(self._file, kind)

    def entities(self) -> Iterator[Entity]:
        """Entities, by id."""
        return derived.entities(self._file)

    def conflicts(self) -> Iterator[str]:
        """Joins that were refused, and why."""
        return derived.conflicts(self._file)

    def origins(self) -> Iterator[Origin]:
        """Origins, by id."""
        return derived.origins(self._file)

    def estimates(self) -> Iterator[Estimate]:
        """The ledger of estimates, in its order."""
        return derived.estimates(self._file)

    def origin_of(self, claim: str) -> str | None:
        """The origin that a claim was folded into."""
        return derived.origin_of(self._file, claim)

    def claim_of(self, quantity: str) -> str | None:
        """The claim that a quantity stands in; None where it stands in none, or is gone."""
        return derived.claim_of(self._file, quantity)

    def entity_of(self, document: str, name: str) -> str | None:
        """The entity that a document means by a name."""
        return derived.entity_of(self._file, document, name)

    def mentions_of(self, entity: str) -> Iterator[Stretch]:
        """Where an entity is named. Raises NotFound."""
        return uses.mentions_of(self._file, entity)

    def judgements(self, fields: Sequence[str] = ()) -> Iterator[Judgement]:
        """Every decision, in the order in which they were made; of these fields, if any are named."""
        return judgements.judgements(self._file, fields)

    def last_judged(self) -> str:
        """The latest time of any decision; "" where nothing was decided."""
        return judgements.last_judged(self._file)

    # Worked out when counting, shown at once ---------------------------------------------------------

    def replace_answers(self, answers: Iterable[tuple[str, Answer]]) -> None:
        """Put these in the place of all answers: the judgement that keeps a question, and its answer."""
        kept.replace_answers(self._file, answers)

    def answer_to(self, judgements: Sequence[str]) -> Answer | None:
        """The answer to the first of these kept questions that has one."""
        return kept.answer_to(self._file, judgements)

    def answers(self) -> list[Answer]:
        """Every answer that is kept, by the question's name."""
        return kept.answers(self._file)

    def add_moves(self, moves: Iterable[Moved]) -> None:
        """Remember that these answers moved."""
        kept.add_moves(self._file, moves)

    def moves(self, since: str = "", *, limit: int = 200) -> list[Moved]:
        """Answers that a count moved at ``since`` or later, the newest first."""
        return kept.moves(self._file, since, limit)

    def replace_questions(self, questions: Iterable[Asked]) -> None:
        """Put these in the place of all questions that people are asked."""
        kept.replace_questions(self._file, questions)

    def were_made(self, what: str) -> bool:
        """Whether ``answers`` or ``questions`` were ever worked out here, and nothing was forgotten since."""
        return kept.were_made(self._file, what)

    def open_questions(self, field: str = "", *, offset: int = 0, limit: int = 50) -> Iterator[str]:
        """What doors show of open questions, the weightiest first; of one field, if it is not ""."""
        return kept.open_questions(self._file, field, offset=offset, limit=limit)

    def count_questions(self, field: str = "") -> int:
        """How many questions are open."""
        return kept.count_questions(self._file, field)

    def open_question(self, id: str) -> str | None:
        """What doors show of a question, if it is open."""
        return kept.open_question(self._file, id)

    def family_of(self, question: str) -> tuple[str, ...]:
        """The open questions that one answer settles together with this one."""
        return kept.family_of(self._file, question)

    # Casework ----------------------------------------------------------------------------------------

    def cases(self) -> Iterator[Case]:
        """Every case, in the order in which they were opened."""
        return casework.cases(self._file)

    def case_called(self, called: str) -> Case:
        """The case of a code, an id, or the first characters of either. Raises NotFound, Usage."""
        return casework.case_called(self._file, called)

    def steps_of(self, case: str) -> Iterator[Step]:
        """The steps of a case, in the order in which they were written down."""
        return casework.steps_of(self._file, case)

    def brief_lines(self) -> Iterator[BriefLine]:
        """What a list of cases needs of every step that holds, by case."""
        return casework.brief_lines(self._file)

    def asked_lines(self) -> Iterator[AskedLine]:
        """The steps of every question that came in, by question."""
        return casework.asked_lines(self._file)

    def asked_words(self, since: str) -> Iterator[tuple[str, str, str]]:
        """(code, words, language) of questions that came on ``since`` or later."""
        return casework.asked_words(self._file, since)

    def due_lines(self) -> Iterator[StepLine]:
        """The steps of every case that begin, end or correct a time, by case."""
        return casework.due_lines(self._file)

    # The watch ---------------------------------------------------------------------------------------

    def watch(self, things: Sequence[Watched]) -> int:
        """Watch these from now on; how many are new."""
        return watching.add(self._file, things)

    def unwatch(self, id: str) -> Watched:
        """Watch it no longer, by address, id or its first characters; what came stays. Raises NotFound."""
        return watching.remove(self._file, id)

    def watched(self) -> Iterator[tuple[Watched, Met]]:
        """Everything that is watched and how it was met last, in the order in which it was added."""
        return watching.watched(self._file)

    def watch_hosts(self) -> dict[str, Robots]:
        """What each host's robots.txt said, by host."""
        return watching.robots(self._file)

    def watch_mark(self, name: str) -> str:
        """What the watch noted under a name, "" where nothing was."""
        return watching.mark(self._file, name)

    def watch_note(
        self, *, marks: Mapping[str, str], met: Iterable[Met] = (), hosts: Iterable[Robots] = (),
        alerts: Sequence[Alert] = (), run: Run | None = None, items: Sequence[Taken | SetAside] = (),
    ) -> int:  # fmt: skip
        """What a watch met, all in one transaction; returns how many documents are new."""
        return watching.note(
            self._file, marks=marks, met=met, hosts=hosts, alerts=alerts, run=run, items=items
        )

    def alerts(self, *, limit: int = 200, unsent: bool = False) -> list[Alert]:
        """What is worth a look, the newest first; ``unsent``: what no command was given, the oldest first."""
        return watching.alerts(self._file, limit=limit, unsent=unsent)

    def alert_sent(self, alert: str) -> None:
        """The team's command was given this alert."""
        watching.sent(self._file, alert)

    def version_at(self, address: str) -> Version | None:
        """The newest document at an address."""
        return watching.version_at(self._file, address)

    def numbers_at(self, address: str) -> dict[int, str]:
        """The numbered posts taken at ``address#N``: number → newest document."""
        return watching.numbers_at(self._file, address)

    def last_key(self) -> int:
        """The number of the newest document in this file; what comes later has a higher one."""
        return watching.last_key(self._file)

    # Windows, for eyes -------------------------------------------------------------------------------

    def window(self, noun: str, *, offset: int = 0, limit: int = 50, method: str = "") -> Window:
        """Some rows of a list and how many it has; nothing else of it is read. Raises Usage."""
        return browsing.window(self._file, noun, offset=offset, limit=limit, method=method)

    def taken_since(self, at: str, *, limit: int = 200) -> Window:
        """Documents taken at ``at`` or later, the newest first, each with what it is a copy of."""
        return browsing.taken_since(self._file, at, limit=limit)

    def last_taken(self) -> str | None:
        """When the newest document was taken."""
        return browsing.last_taken(self._file)

    def claims_of(self, origin: str, *, offset: int = 0, limit: int = 50) -> Window:
        """The claims folded into an origin, each with its document and what that is a copy of."""
        return browsing.claims_of(self._file, origin, offset=offset, limit=limit)

    def repeated_by(self, document: str) -> tuple[str, str] | None:
        """(original, id of the copy): what a document is shown to repeat. Raises NotFound."""
        return browsing.repeated_by(self._file, document)

    def copies_of(self, document: str) -> tuple[Row, ...]:
        """What a document repeats and what repeats it. Raises NotFound."""
        return browsing.copies_of(self._file, document)

    def events(self, since: str, until: str, *, offset: int = 0, limit: int = 60) -> Window:
        """Dated events that began at the earliest within ``[since, until]``, in that order."""
        return drawing.events(self._file, since, until, offset=offset, limit=limit)

    def event_days(self) -> tuple[str, str] | None:
        """The first and the last day on which a dated event began."""
        return drawing.event_days(self._file)

    def most_copied(self, *, limit: int = 20) -> tuple[Row, ...]:
        """The documents that most others repeat, with their copies, outlets and shown directions."""
        return drawing.most_copied(self._file, limit=limit)

    def family(self, document: str) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """A document with what it repeats and what repeats it, over and over, and the ties between them."""
        return drawing.family(self._file, document)

    def carried(self) -> tuple[Row, ...]:
        """The dozen origins with most claims, each with the six sources that carry most of them."""
        return drawing.carried(self._file)

    def place_of(self, id: str) -> tuple[str, int, int]:
        """(document, start, stop) of a record that rests on characters. Raises NotFound, Usage."""
        return browsing.place_of(self._file, id)

    # Questions ---------------------------------------------------------------------------------------

    def search(self, query: str, *, limit: int = 20, after: int = 0) -> list[Hit]:
        """Documents that hold every word in any form, best first; "quoted words" stand in a row. ``after``:
        only such as came after the one that was the newest at that ``last_key``."""
        return searching.search(self._file, query, limit=limit, after=after)

    def count_hits(self, query: str) -> int:
        """How many documents hold every word of ``query`` in any form."""
        return searching.count_hits(self._file, query)

    def find(self, id: str) -> tuple[str, Any]:
        """(kind, record) of an id or its first characters. Raises NotFound; Usage where several begin so."""
        return finding.find(self._file, id)

    def why(self, id: str) -> Why:
        """The chain below a record, down to bytes and custody. Raises NotFound, Usage."""
        return chain.why(self._file, id)

    def check(self, progress: Callable[[int], None] | None = None) -> Iterator[Fault]:
        """Everything that is not as it was stored. ``progress`` is given 1 after each document."""
        return checks.check(self._file, progress)

    def diff(self, other: Store) -> Iterator[Difference]:
        """What is only here, only there, or different."""
        return sharing.diff(self._file, other._file)


__all__ = ["Store"]
