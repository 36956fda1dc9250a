"""Interviews: sealed where they are taken, filed by a custodian, read like any document, withdrawn."""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from muster.collect import plain_document
from muster.model.errors import NotFound, Refused
from muster.model.evidence import Source
from muster.model.ids import source_id
from muster.publish.answers import bounds_words
from muster.store import Store
from muster.vault.inbox import Kit, SentIn, packets, write_packet
from muster.vault.interview import read_form
from muster.vault.records import ALIAS
from muster.workflows.count import count
from muster.workflows.forget import forget_beside, ids_of
from muster.workflows.judge import judge
from muster.workflows.link import link
from muster.workflows.project import Desk
from muster.workflows.read import read
from muster.workflows.sealed import open_sealed
from muster.workflows.vault import ask, place, unlocked


def kit(desk: Desk) -> Kit:
    """The two public keys an interviewer needs. Raises NotFound where there is no vault."""
    return Kit.of(place(desk).folder)


def chosen_kit(desk: Desk, given: Path | None) -> Kit:
    """The kit in a file, or that of the project's own vault."""
    return Kit.read(given.read_text("utf-8")) if given else kit(desk)


def send(desk: Desk, sent: SentIn, used: Kit, folder: Path | None) -> Path:
    """Seal one interview into ``folder`` (default: the vault's inbox); nobody here can open it again."""
    return write_packet(sent, used, folder or place(desk).folder / "inbox")


def seal_form(desk: Desk, form: Path, used: Kit, folder: Path | None) -> Path:
    """Seal a filled form and overwrite and delete it. A solid-state disk may keep its blocks: say so."""
    sealed = send(desk, read_form(form.read_text("utf-8")), used, folder)
    with form.open("r+b") as file:
        file.write(secrets.token_bytes(form.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    form.unlink()
    return sealed


@dataclass(frozen=True, slots=True)
class Filed:
    """One packet that was filed. ``problem``: why it was not; its packet then stays."""

    code: str
    problem: str


def file_packets(desk: Desk) -> list[Filed]:
    """Put what was sent in where it belongs: who it is into the vault, the account into the sealed file.

    Done twice, or killed in between, nothing is doubled. The accounts are read, linked and counted there.
    """
    told: list[Filed] = []
    answers = ask(desk, "file")
    if not answers:
        return told
    with open_sealed(desk) as store:
        key = store.project().id_key
        good = [a for a in answers if not a["problem"]]
        run = store.begin("take", {"interviews": len(good)}, desk.now)
        for each in good:
            source = Source(source_id(each["alias"], "interview"), each["alias"], "interview", protected=True)
            taken = plain_document(
                source, f"interview/{each['alias']}", base64.b64decode(each["account"]), now=desk.now, key=key
            )
            store.save_taken(run, [taken])
        store.finish(run, inputs=str(len(good)), used=len(good), aside=0, now=desk.now)
        _follow(desk, store)
    for each in answers:
        if not each["problem"]:
            # Only now that both files hold their part.
            (place(desk).folder / "inbox" / f"{each['alias']}.packet").unlink()
        told.append(Filed(each["alias"], each["problem"]))
    return told


def _follow(desk: Desk, store: Store) -> None:
    read(store, now=desk.now)
    link(store, now=desk.now, work=desk.project.parent)
    count(store, now=desk.now)


def listed(desk: Desk) -> list[dict[str, str]]:
    """What waits to be filed and, with the vault unlocked, every code with what was agreed."""
    where = place(desk)
    waiting = [{"code": p.stem, "state": "waits to be filed"} for p in packets(where.folder / "inbox")]
    if not unlocked(desk):
        return waiting
    rows = [
        {"code": r["code"], "state": "withdrawn" if r["withdrawn"] == "yes" else "filed", **r}
        for r in ask(desk, "list")
    ]
    return [*waiting, *rows]


# What leaves the sealed file ------------------------------------------------------------------------


def release(desk: Desk, claim: str, *, words: str, by: str) -> str:
    """Let one claim of a sealed interview cross into the open project, as a code and these words.

    ``words`` empty: the source's own, where a quotation was agreed. Names of the vault are replaced
    first. Returns the new document's id. Raises Refused where the agreement does not cover it.
    """
    with open_sealed(desk) as sealed:
        kind, found = sealed.find(claim)
        if kind != "claim":
            raise Refused(
                "only a claim is released", record=claim, next_step="'muster claims --sealed' lists them"
            )
        document = sealed.document_of_text(found.passage.text)
        (alias,) = {s.name for s in sealed.sources() if s.id == document.source}
        _covered(desk, alias, words)
        text = ask(desk, "pseudonymise", text=words or found.passage.words)
        if any(hit["sure"] for hit in ask(desk, "scan", text=text)):
            raise Refused(
                "a name of the vault is still in these words", record=claim, next_step="reword them"
            )
        with desk.open_or_create() as store:
            source = Source(source_id(alias, "interview"), alias, "interview", protected=True)
            body = f"source: {alias}\nprotected: yes\nkind: interview\n\n{text.strip()}, said {alias}.\n"
            # A random address: nothing in the open file leads back to a place in the sealed one.
            taken = plain_document(
                source,
                f"released/{secrets.token_hex(6)}",
                body.encode(),
                now=desk.now,
                key=store.project().id_key,
            )
            run = store.begin("take", {"released": 1}, desk.now)
            store.save_taken(run, [taken])
            store.finish(run, inputs="1", used=1, aside=0, now=desk.now)
        judge(sealed, (found.id,), field="released", verdict=taken.document.id, by=by, note="", now=desk.now)
    return taken.document.id


def _covered(desk: Desk, alias: str, words: str) -> None:
    held = ask(desk, "agreement", alias=alias) if ALIAS.fullmatch(alias) else None
    if held is None:
        raise Refused("nothing was agreed with this source", record=alias, next_step="it stays sealed")
    agreed = held["agreement"]
    until = agreed["until"]
    if held["withdrawn"]:
        raise Refused("the source has withdrawn", record=alias)
    if until and desk.now[: len(until)] > until:
        raise Refused(f"the agreement held until {until}", record=alias, next_step="ask the source again")
    if not {"analysis", "publication"} & set(agreed["uses"]):
        raise Refused("this use was not agreed", record=alias)
    if agreed["words"] == "none" or (agreed["words"] == "paraphrase" and not words):
        raise Refused(
            "the source did not agree to its own words", record=alias,
            next_step="it stays sealed" if agreed["words"] == "none" else "give a paraphrase with --words",
        )  # fmt: skip
    if agreed["subject"] == "no":
        raise Refused(
            "the subject has not consented; a relative cannot consent for him",
            record=alias,
            next_step="it stays sealed",
        )


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What rested on a source, what became of it, and the draft of a correction note.

    ``figures``: of the open project, the only ones that can have been published; a note names no other.
    ``sealed``: how many figures of the sealed file rested on the source. ``removed``: dossiers deleted with
    it; ``still``: files that speak of it yet.
    """

    code: str
    documents: int
    claims: int
    figures: tuple[str, ...]
    sealed: int
    note: str
    removed: tuple[Path, ...] = ()
    still: tuple[Path, ...] = ()


def withdraw(desk: Desk, alias: str, *, reason: str, by: str) -> Withdrawal:
    """Forget what a source said, in both files and in what lies beside them; find the figures that rested on
    it, and count again.

    Tombstones and ledgers stay. Raises NotFound where the source is in neither file.
    """
    held = ask(desk, "agreement", alias=alias)
    documents = claims = hidden = 0
    changed: list[str] = []
    named: set[bytes] = set()
    with ExitStack() as stack:
        stores = [stack.enter_context(open_sealed(desk))]
        if desk.project.exists():
            stores.append(stack.enter_context(desk.open()))
        for store in stores:
            found = list(_of(store, alias))
            if not found:
                continue
            resting, own = _resting(store, found)
            documents, claims = documents + len(found), claims + own
            before = {e.id: e for e in store.estimates() if resting & set(e.rests_on)}
            for id in found:
                named |= ids_of(store, id)
                store.forget(id, reason=reason, by=by, now=desk.now)
            link(store, now=desk.now, work=desk.project.parent)
            count(store, now=desk.now)
            if store.project().sealed:
                hidden += len(before)
                continue
            after = {(e.question, e.place, e.by_when): e for e in store.estimates()}
            changed += [_moved(e, after.get((e.question, e.place, e.by_when))) for e in before.values()]
    if not documents and held is None:
        raise NotFound("nothing here is from this source", record=alias)
    if held is not None:
        ask(desk, "agree", agreement=held["agreement"], withdrawn=True)
    removed, still = forget_beside(desk, named)
    return Withdrawal(
        alias, documents, claims, tuple(changed), hidden, _note(desk, alias, changed), removed, still
    )


def _of(store: Store, alias: str) -> Iterator[str]:
    ours = {s.id for s in store.sources() if s.name == alias}
    for document in store.documents():
        if document.source in ours:
            yield document.id


def _resting(store: Store, documents: list[str]) -> tuple[set[str], int]:
    ids: set[str] = set()
    claims = 0
    for document in documents:
        if (reading := store.reading_of(document)) is not None:
            ids |= {q.id for q in reading.quantities}
            claims += len(reading.claims)
    return ids, claims


def _moved(old: Any, new: Any) -> str:
    was = f"{old.question}: {_bounds(old)}"
    return f"{was} → {_bounds(new)}" if new is not None else f"{was} → no figure is left"


def _bounds(estimate: Any) -> str:
    told = bounds_words(estimate.low, estimate.high, estimate.unit)
    return f"{told}, {estimate.reports} {'report' if estimate.reports == 1 else 'reports'}"


def _note(desk: Desk, alias: str, changed: list[str]) -> str:
    lines = [f"Correction, {desk.now[:10]} (draft)", "", f"A source ({alias}) has withdrawn what it said."]
    if changed:
        lines += ["These figures rested on it, wholly or in part:", *(f"- {each}" for each in changed)]
    else:
        lines.append("No figure rested on it.")
    lines += ["", "What was published before is not altered by this; say where it stood, and when."]
    return "\n".join(lines)


def fingerprint(path: Path) -> str:
    """The sha256 of a packet, for a receipt read out over the telephone."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


__all__ = [
    "Filed",
    "Withdrawal",
    "chosen_kit",
    "file_packets",
    "fingerprint",
    "kit",
    "listed",
    "release",
    "seal_form",
    "send",
    "withdraw",
]
