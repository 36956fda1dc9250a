"""A draft of one's own, read as any text and held beside the ledger, the law and the vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from muster.cases.law import compare_said
from muster.collect import plain_document, take_folder
from muster.model.claims import ReadingContext
from muster.model.errors import NotFound, Refused
from muster.model.evidence import Source, Taken, Text
from muster.model.ids import make_id, source_id
from muster.model.law import Days, Pack
from muster.model.links import Anchor, Judgement
from muster.publish.draft import Draft, DraftFinding, check_draft, gather
from muster.read import read_text
from muster.store import Store
from muster.workflows.project import Desk

FIELD = "draft"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. ``accepted``: finding id → the decision that lets it stand.

    ``unchecked``: what could not be looked at, and why.
    """

    findings: tuple[DraftFinding, ...]
    accepted: dict[str, Judgement]
    unchecked: tuple[str, ...]

    @property
    def open(self) -> list[DraftFinding]:
        """Findings that nobody accepted."""
        return [f for f in self.findings if f.id not in self.accepted]


def open_draft(path: Path, *, now: str) -> Text:
    """The text of a draft (text, DOCX, ODT, HTML …); nothing is kept of it. Raises NotFound, Refused."""
    if not path.is_file():
        raise NotFound("there is no such file", record=str(path))
    taken = [i for i in take_folder(path, now=now, seen=lambda _a: None, ocr=False) if isinstance(i, Taken)]
    texts = [i.text for i in taken if i.text is not None]
    if len(texts) != 1:
        raise Refused(
            "this file does not hold one text that can be read",
            record=str(path),
            next_step="give a plain text or DOCX file",
        )
    return texts[0]


def pasted(words: str, *, now: str) -> Text:
    """The text of a draft as characters; nothing is written anywhere. Raises Refused where there is none."""
    if not words.strip():
        raise Refused("this draft has no words", next_step="write or paste it")
    source = Source(source_id("draft", "file"), "draft", "file")
    text = plain_document(source, "draft", words.encode("utf-8", "replace"), now=now).text
    assert text is not None
    return text


def check(
    store: Store, text: Text, *, day: str, pack: Pack | None = None, desk: Desk | None = None
) -> Checked:
    """Everything the draft says, held against the project as it stands; ``day``: when it appears (ISO)."""
    decided = accepted(store)
    draft = Draft.of(text, read_text(text, ReadingContext(published=day)), day)
    found = check_draft(draft, gather(store, draft))
    unchecked = []
    if pack is None:
        unchecked.append("statements of law: no pack was given (--pack)")
    else:
        found += _law(draft, pack)
    said, why = _identities(draft, desk)
    found += said
    unchecked += why
    found.sort(key=lambda f: (f.start, f.kind, f.id))
    return Checked(tuple(found), {f.id: decided[f.id] for f in found if f.id in decided}, tuple(unchecked))


def _law(draft: Draft, pack: Pack) -> list[DraftFinding]:
    days = Days.of(draft.day)
    return [
        draft.finding(
            "law", span.start + d.start, span.start + d.stop,
            f"said: {d.said!r}; {pack.id} has on {draft.day}: {d.pack_says}", [d.rule.id],
        )
        for span in draft.sentences
        for d in compare_said(pack, draft.words(span), draft.text.language, days)
    ]  # fmt: skip


def _identities(draft: Draft, desk: Desk | None) -> tuple[list[DraftFinding], list[str]]:
    """Names of the vault in the draft, in any form; nothing says whose."""
    from muster.workflows.vault import ask, place, unlocked

    if desk is None or not place(desk).there:
        return [], []
    if not unlocked(desk):
        return [], ["names of protected people: the vault is locked ('muster vault unlock')"]
    says = "a name that the vault keeps stands here"
    return [
        draft.finding("identity", int(hit["start"]), int(hit["stop"]), says)
        for hit in ask(desk, "scan", text=draft.text.body)
    ], []


def accepted(store: Store) -> dict[str, Judgement]:
    """Findings that somebody let stand, by id; the last decision holds."""
    last = {j.subject[0].words: j for j in store.judgements() if j.field == FIELD}
    return {id: j for id, j in last.items() if j.verdict == "accepted"}


def accept(store: Store, finding: DraftFinding, *, by: str, reason: str, now: str) -> Judgement:
    """Let a finding stand, with a reason and a name. Raises Refused for a name of the vault."""
    if finding.kind == "identity":
        raise Refused(
            "a protected name in a draft cannot be accepted",
            record=finding.id,
            next_step="take it out, or let 'muster vault pseudonymise' replace it",
        )
    made = Judgement(
        make_id("judgement", FIELD, finding.id, by, now), (Anchor("", words=finding.id),), FIELD,
        "accepted", by, now, reason,
    )  # fmt: skip
    store.add_judgement(made)
    return made


def today(desk: Desk) -> date:
    """The desk's day."""
    return date.fromisoformat(desk.now[:10])


__all__ = ["Checked", "accept", "accepted", "check", "open_draft", "pasted", "today"]
