"""Write down what a person decided. Machines suggest, people decide, both are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from muster.model.claims import BASES
from muster.model.errors import NotFound, Usage
from muster.model.evidence import Document, Passage
from muster.model.ids import make_id
from muster.model.links import VERDICTS, VERDICTS_OF, Anchor, Judgement
from muster.store import Store
from muster.text.deeds.acts import kinds

# Fields about a pair; everything else is about one thing.
# What may be said of a bare name, wherever it stands.
_NAMES = ("same-name", "name")
_PAIRS = ("same-name", "copy", "same-origin", "same-event", "same-claim", "contradiction")


def judge(
    store: Store, subject: Sequence[str], *, field: str, verdict: str, by: str, note: str, now: str
) -> Judgement:
    """Keep a decision about one record or a pair; each is an id, or a name for ``same-name`` and
    ``name`` (which, "rejected", strikes it out).

    Raises Usage where field and subject do not fit, NotFound for an unknown id.
    """
    if len(subject) == 2 and field not in _PAIRS:
        raise Usage(f"a pair is judged in one of these fields: {', '.join(_PAIRS)}", record=field)
    if (field in _PAIRS) != (len(subject) == 2):
        raise Usage(
            f"{field} is about {'two things' if field in _PAIRS else 'one thing'}", record=" ".join(subject)
        )
    _check(field, verdict)
    anchors = tuple(
        sorted((_anchor(store, each, field) for each in subject), key=lambda a: (a.sha256, a.start, a.words))
    )
    if len(anchors) == 2 and anchors[0] == anchors[1]:
        raise Usage("both are the same thing", record=" ".join(subject), next_step="name two")
    parts = [str(part) for a in anchors for part in (a.sha256, a.start, a.stop, a.words)]
    made = Judgement(
        make_id("judgement", field, verdict, by, now, *parts), anchors, field, verdict, by, now, note
    )
    store.add_judgement(made)
    return made


def _check(field: str, verdict: str) -> None:
    allowed = _verdicts_of(field)
    if allowed and verdict not in allowed:
        about = "a pair" if field in _PAIRS else f"a claim's {field}"
        raise Usage(f"the verdict on {about} is one of {', '.join(allowed)}", record=verdict)


def _verdicts_of(field: str) -> tuple[str, ...]:
    """What may be said in a field; empty where it is a value of its own."""
    if field == "basis":
        return BASES
    if field == "theme":
        return ("rejected", "withdrawn", *kinds())
    return VERDICTS_OF.get(field, VERDICTS) if field in _PAIRS else ()


def judge_stretch(
    store: Store,
    document: str,
    start: int,
    stop: int,
    words: str,
    *,
    field: str,
    verdict: str,
    by: str,
    note: str,
    now: str,
) -> Judgement:
    """Keep a decision about characters ``[start, stop)`` of a document's text that no reader marked.

    ``words``: what whoever decided saw there. Raises Usage where the text has other words at this place, so
    that a door which counts characters in its own way cannot anchor a decision somewhere else.
    """
    if field in _PAIRS or not field or not verdict:
        raise Usage("a stretch of text is judged in a field of its own, with a verdict", record=field)
    _check(field, verdict)
    text = store.text_of(document)
    if text is None or not 0 <= start < stop <= len(text.body) or text.body[start:stop] != words:
        raise Usage("these words do not stand at this place", record=document, next_step="select them again")
    anchor = Anchor(store.document(document).sha256, start, stop, words)
    id = make_id("judgement", field, verdict, by, now, anchor.sha256, str(start), str(stop), words)
    made = Judgement(id, (anchor,), field, verdict, by, now, note)
    store.add_judgement(made)
    return made


def unused(store: Store, judgement: Judgement) -> list[str]:
    """The bare names in ``judgement`` that no document uses: perhaps mistyped."""
    names = {a.words for a in judgement.subject if not a.sha256}
    return sorted(names - {use.name for use in store.name_uses()}) if names else []


def _anchor(store: Store, name_or_id: str, field: str) -> Anchor:
    """Exact characters of exact bytes, so that the decision survives a better reader."""
    try:
        _kind, record = store.find(name_or_id)
    except NotFound:
        if field in _NAMES:
            return Anchor(sha256="", words=name_or_id)
        raise
    if isinstance(record, Document):
        return Anchor(record.sha256)
    passage: Any = getattr(record, "passage", None)
    if not isinstance(passage, Passage):
        raise Usage(
            "a judgement holds on to a document, to a passage, or to a name",
            record=name_or_id,
            next_step="give the id of a document, claim, quantity, time or mention",
        )
    document = store.document_of_text(passage.text)
    return Anchor(document.sha256, passage.start, passage.stop, passage.words)


__all__ = ["judge", "judge_stretch", "unused"]
