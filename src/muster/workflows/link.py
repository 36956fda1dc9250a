"""Link what was read: copies, names, origins. Derived as a whole, rebuilt when evidence changes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from muster.link import CopyInput, find_copies, group_names, suggest_names, trace_origins
from muster.model.evidence import Document
from muster.model.links import Copy, Entity, Statement
from muster.store import Store
from muster.text.scripts import fold
from muster.workflows.engine import Engine, local
from muster.workflows.progress import Progress, Silent


@dataclass(frozen=True, slots=True)
class LinkReport:
    """What one link did; ``fresh`` False: nothing had changed since the last."""

    fresh: bool
    copies: int = 0
    entities: int = 0
    origins: int = 0
    conflicts: int = 0


def link(
    store: Store, *, now: str, work: Path, engine: Engine | None = None, progress: Progress | None = None
) -> LinkReport:
    """Rebuild copies, entities and origins. ``work``: a folder for index files, emptied afterwards."""
    progress = progress or Silent()
    evidence = store.evidence_head()
    if store.finished_on("link", evidence):
        return LinkReport(fresh=False)
    documents = store.counts()["documents"]
    sources = list(store.sources())
    kinds = {source.id: source.kind for source in sources}
    run = store.begin("link", {}, now)
    progress.stage("linking copies", documents)
    with tempfile.TemporaryDirectory(prefix=".muster-link-", dir=work) as folder:
        found = find_copies(
            lambda: _copy_inputs(store, kinds),
            lambda ids: _fetch(store, ids, kinds),
            workdir=Path(folder),
            progress=progress.step,
            spread=(engine or local()).map,
        )
        copies = list(_judged(found, store))
    progress.stage("linking names", None)
    uses = list(store.name_uses())
    links = suggest_names(uses)
    grouping = group_names(uses, links, list(store.judgements()))
    progress.stage("tracing origins", None)
    entities = {entity.id: entity for entity in grouping.entities}
    origins = trace_origins(
        _statements(store, grouping.entities),
        copies,
        entities,
        {s.id: s.name for s in sources},
        apart=_apart(store),
        uses=uses,
    )
    store.replace_links(
        run,
        copies=copies,
        links=links,
        entities=grouping.entities,
        conflicts=grouping.conflicts,
        origins=origins,
    )
    store.finish(run, inputs=evidence, used=documents, aside=0, now=now)
    return LinkReport(True, len(copies), len(grouping.entities), len(origins), len(grouping.conflicts))


def _copy_input(store: Store, document: Document, kinds: Mapping[str, str]) -> CopyInput | None:
    text = store.text_of(document.id)
    if text is None:
        return None
    return CopyInput(
        document=document.id,
        source=document.source,
        address=document.address,
        published=document.published,
        forwarded_from=document.forwarded_from,
        url=document.url,
        title=document.title,
        language=text.language,
        body=text.body,
        # The folder a file lay in names no outlet: two files of it may still repeat each other.
        source_known=kinds.get(document.source) != "unknown",
        taken=document.taken,
    )


def _copy_inputs(store: Store, kinds: Mapping[str, str]) -> Iterator[CopyInput]:
    for document in store.documents():
        if (found := _copy_input(store, document, kinds)) is not None:
            yield found


def _fetch(store: Store, ids: Sequence[str], kinds: Mapping[str, str]) -> Mapping[str, CopyInput]:
    found = (_copy_input(store, store.document(i), kinds) for i in ids)
    return {each.document: each for each in found if each is not None}


def _statements(store: Store, entities: Sequence[Entity]) -> Iterator[Statement]:
    by_use = {use: entity.id for entity in entities for use in entity.uses}
    for each in store.statements():
        entity = by_use.get((each.document, each.speaker)) if each.speaker else None
        told = each.told_by.name if each.told_by else None
        yield replace(each, entity=entity, told_entity=by_use.get((each.document, told)) if told else None)


def _apart(store: Store) -> set[frozenset[str]]:
    """Pairs of folded names whose last judgement is "different"."""
    last: dict[frozenset[str], str] = {}
    for j in store.judgements():
        if j.field == "same-name" and len(j.subject) == 2:
            last[frozenset(fold(a.words) for a in j.subject)] = j.verdict
    return {pair for pair, verdict in last.items() if verdict == "different"}


def _judged(copies: Iterable[Copy], store: Store) -> Iterator[Copy]:
    """Copies less those that a person called different; a pair is named by the bytes of its documents."""
    verdicts = {
        frozenset(a.sha256 for a in j.subject): (j.verdict, j.by, j.at)
        for j in store.judgements()
        if j.field == "copy" and len(j.subject) == 2
    }
    for copy in copies:
        if not verdicts:
            yield copy
            continue
        pair = frozenset((store.document(copy.copy).sha256, store.document(copy.original).sha256))
        verdict, by, at = verdicts.get(pair, ("", "", ""))
        if verdict == "different":
            continue
        yield (
            replace(copy, reasons=(*copy.reasons, f"{by} confirmed it on {at}"))
            if verdict == "same"
            else copy
        )


__all__ = ["LinkReport", "link"]
