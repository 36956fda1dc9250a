"""Link what was read: copies, names, origins. Derived as a whole, rebuilt when evidence changes."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from muster.link import (
    Account,
    Alleged,
    CopyInput,
    Counted,
    Decided,
    Facts,
    Families,
    Place,
    Traced,
    copy_by_word,
    find_accounts,
    find_copies,
    group_names,
    suggest_names,
    suggest_same_claims,
    told_in,
    trace,
)
from muster.link.nodes import Nodes
from muster.model.errors import NotFound
from muster.model.evidence import Document
from muster.model.links import Anchor, Copy, Entity, Judgement, NameUse, Statement
from muster.store import Store
from muster.text.card import card_end
from muster.text.scripts import fold
from muster.workflows.contradictions import contradictions, laying_out
from muster.workflows.engine import Engine, local
from muster.workflows.in_memory import work_in_memory
from muster.workflows.progress import Progress, Silent
from muster.workflows.struck import struck, unstruck, unstruck_uses
from muster.workflows.themes import themes

_NO_LINE_END = re.compile(r"[^\n]")


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
    with _work_folder(store, work) as folder:
        found = find_copies(
            lambda: _copy_inputs(store, kinds),
            lambda ids: _fetch(store, ids, kinds),
            workdir=folder,
            progress=progress.step,
            spread=(engine or local()).map,
        )
        copies = list(_judged(found, store, kinds))
    progress.stage("linking names", None)
    gone = struck(store)
    uses = list(unstruck_uses(store, gone))
    judgements = list(store.judgements())
    links = suggest_names(uses, judgements)
    grouping = group_names(uses, links, judgements)
    progress.stage("tracing origins", None)
    counted, alleged = Counted(), Alleged()
    traced = _traced(store, copies, grouping.entities, uses, (counted, alleged))
    conflicts = (*grouping.conflicts, *traced.conflicts)
    progress.stage("comparing accounts", None)
    accounts = list(find_accounts(_accounts(store, copies)))
    links += accounts
    links += suggest_same_claims(
        counted, lambda ids: {id: at.words for id, at in store.places_of(ids).items()}, traced.origins
    )
    laid_out = laying_out(store, alleged, copies)
    links += contradictions(store, alleged, laid_out, accounts, copies, traced.origins)
    links += themes(store, alleged, laid_out, traced)
    store.replace_links(
        run,
        copies=copies,
        links=links,
        entities=grouping.entities,
        conflicts=conflicts,
        origins=traced.origins,
    )
    store.finish(run, inputs=evidence, used=documents, aside=0, now=now)
    return LinkReport(True, len(copies), len(grouping.entities), len(traced.origins), len(conflicts))


def _accounts(store: Store, copies: Sequence[Copy]) -> Iterator[Account]:
    families = Families(copies)
    for document, text, reading in store.readings({"events"}, frozenset({"who", "where"})):
        root, begin = families.root(document.id), card_end(text.body)
        for event in reading.events:
            at = event.passage
            # What a desk notes on the card above a paper is no account of anything.
            if at.start >= begin:
                yield Account(
                    event.id, root, event.first, document.published, at.words, text.language,
                    told_in(text.body, begin, at.start, at.stop), document.source,
                )  # fmt: skip


def _traced(
    store: Store,
    copies: Sequence[Copy],
    entities: Sequence[Entity],
    uses: Sequence[NameUse],
    beside: Sequence[Counted | Alleged] = (),
) -> Traced:
    """Each of those ``beside`` takes each statement on its way."""
    families = Families(copies)
    statements = _statements(store, entities)
    return trace(
        _passing(statements, beside, families) if beside else statements,
        copies,
        {entity.id: entity for entity in entities},
        {source.id: source.name for source in store.sources()},
        apart=_apart(store, uses),
        uses=uses,
        decided=_decided(store),
        carriers=store.carriers(),
    )


def _passing(
    statements: Iterable[Statement], beside: Sequence[Counted | Alleged], families: Families
) -> Iterator[Statement]:
    for s in statements:
        root = families.root(s.document)
        for each in beside:
            each.take(s, root)
        yield s


def facts_of(store: Store, origins: Collection[str]) -> dict[str, Facts]:
    """What the independence of these origins is judged by, from what the project holds now.

    Raises NotFound where an origin is not what linking gives now: link again.
    """
    traced = _traced(
        store,
        list(store.copies()),
        list(store.entities()),
        list(unstruck_uses(store, struck(store))),
    )
    found = {facts.id: facts for facts in traced.facts if facts.id in origins}
    for id in origins:
        if id not in found:
            raise NotFound("the links are older than the project", record=id, next_step="run 'muster link'")
    return found


@contextmanager
def _work_folder(store: Store, work: Path) -> Iterator[Path]:
    if store.project().sealed:
        with work_in_memory("link") as folder:
            yield folder
    else:
        with tempfile.TemporaryDirectory(prefix=".muster-link-", dir=work) as name:
            yield Path(name)


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
        body=_without_card(text.body),
        # The folder a file lay in names no outlet: two files of it may still repeat each other.
        source_known=kinds.get(document.source) != "unknown",
        taken=document.taken,
    )


def _without_card(body: str) -> str:
    """The body with blanks for the card at its top, so that places stay: what a desk notes above every paper
    is nothing that one paper has from another."""
    end = card_end(body)
    return _NO_LINE_END.sub(" ", body[:end]) + body[end:] if end else body


def _copy_inputs(store: Store, kinds: Mapping[str, str]) -> Iterator[CopyInput]:
    for document in store.documents():
        if (found := _copy_input(store, document, kinds)) is not None:
            yield found


def _fetch(store: Store, ids: Sequence[str], kinds: Mapping[str, str]) -> Mapping[str, CopyInput]:
    found = (_copy_input(store, store.document(i), kinds) for i in ids)
    return {each.document: each for each in found if each is not None}


def _statements(store: Store, entities: Sequence[Entity]) -> Iterator[Statement]:
    by_use = {use: entity.id for entity in entities for use in entity.uses}
    gone = struck(store)
    for found in store.statements():
        each = unstruck(found, gone) if gone else found
        entity = by_use.get((each.document, each.speaker)) if each.speaker else None
        told = each.told_by.name if each.told_by else None
        teller = by_use.get((each.document, told)) if told else None
        known = (each.entity, each.told_entity) == (entity, teller)
        yield each if known else replace(each, entity=entity, told_entity=teller)


def _apart(store: Store, uses: Sequence[NameUse]) -> set[frozenset[str]]:
    """Pairs of folded names whose last judgement is "different"; a judgement on two places counts for the
    names that stand there, and not at all where it is one name."""
    last: dict[frozenset[str], str] = {}
    judgements = list(store.judgements())
    for j in judgements:
        if j.field == "same-name" and len(j.subject) == 2 and not any(a.sha256 for a in j.subject):
            last[frozenset(fold(a.words) for a in j.subject)] = j.verdict
    found = {pair for pair, verdict in last.items() if verdict == "different"}
    found |= {frozenset((a[2], b[2])) for a, b in Nodes(uses, judgements).apart if a[2] != b[2]}
    return found


def _decided(store: Store) -> Decided:
    """What people decided of pairs of claims, the last word on each; what is gone is left out."""
    last: dict[frozenset[Anchor], Judgement] = {}
    for j in store.judgements():
        if j.field == "same-origin" and len(j.subject) == 2:
            last[frozenset(j.subject)] = j
    wanted = {a.sha256 for pair in last for a in pair}
    holder: dict[str, str] = {}
    for document in store.documents() if wanted else ():
        if document.sha256 in wanted:
            holder.setdefault(document.sha256, document.id)
    pairs: dict[str, list[tuple[Place, Place]]] = {"same": [], "different": []}
    for j in last.values():
        if j.verdict in pairs and all(a.sha256 in holder for a in j.subject):
            one, other = ((holder[a.sha256], a.start, a.stop) for a in j.subject)
            pairs[j.verdict].append((one, other))
    return Decided(tuple(sorted(pairs["same"])), tuple(sorted(pairs["different"])))


def _judged(copies: Iterable[Copy], store: Store, kinds: Mapping[str, str]) -> Iterator[Copy]:
    """Copies less those that a person called different, and those that a person named and no rule found; a
    pair is named by the bytes of its documents."""
    verdicts = {
        frozenset(a.sha256 for a in j.subject): (j.verdict, j.by, j.at)
        for j in store.judgements()
        if j.field == "copy" and len(j.subject) == 2
    }
    held = []
    for copy in copies:
        if not verdicts:
            yield copy
            continue
        pair = frozenset((store.document(copy.copy).sha256, store.document(copy.original).sha256))
        verdict, by, at = verdicts.get(pair, ("", "", ""))
        if verdict == "different":
            continue
        held.append(copy)
        yield (
            replace(copy, reasons=(*copy.reasons, f"{by} confirmed it on {at}"))
            if verdict == "same"
            else copy
        )
    families = Families(held)
    for pair, (verdict, by, at) in sorted(verdicts.items(), key=lambda each: sorted(each[0])):
        here = [found[0] for sha256 in sorted(pair) if (found := sorted(store.documents_of_bytes(sha256)))]
        if verdict != "same" or len(here) != 2 or families.root(here[0]) == families.root(here[1]):
            continue
        inputs = _fetch(store, here, kinds)
        if len(inputs) == 2:
            yield copy_by_word(inputs[here[0]], inputs[here[1]], f"no rule found it: {by} said so on {at}")


__all__ = ["LinkReport", "link"]
