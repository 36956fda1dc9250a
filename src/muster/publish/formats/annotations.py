"""Web Annotations (W3C, 2017): each claim and each number, by its words and by its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from pathlib import Path

from muster.model.claims import Claim, Quantity
from muster.model.evidence import Document, Passage, Text
from muster.publish.evidence import Evidence
from muster.publish.export import check_offsets
from muster.publish.files import private_folder, whole_file
from muster.publish.formats.base import About, Written, json_list, urn
from muster.publish.rows import number

_AROUND = 32
_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "sha256": "urn:muster:terms#sha256",
        "utf16Start": "urn:muster:terms#utf16Start",
        "utf16End": "urn:muster:terms#utf16End",
    },
]
LOST = (
    "origins, copies and estimates: an annotation is about one place in one text",
    "low and high as numbers: they stand in the body as words",
    "the way from text to page: positions count in the text made of a web page or PDF; on the page, search "
    "the quotation",
)


def utf16_offset(body: str) -> Callable[[int], int]:
    """A function from an offset in code points (Python) to one in UTF-16 units (JavaScript).

    A character above U+FFFF is one here and two there. Cost: one pass over ``body``, then a binary search.
    """
    wide = [at for at, character in enumerate(body) if character > "\uffff"] if not body.isascii() else []
    return lambda at: at + bisect_left(wide, at)


def write_annotations(evidence: Evidence, folder: Path, about: About) -> Written:
    """``annotations.jsonld``: one page of them. Raises IntegrityBroken where words are not at their place."""
    private_folder(folder)
    head: dict[str, object] = {"@context": _CONTEXT, "type": "AnnotationPage", "label": about.title}
    with whole_file(folder / "annotations.jsonld") as out:
        count = json_list(out, head, "items", _items(evidence))
    return Written({"annotations.jsonld": count}, LOST)


def _items(evidence: Evidence) -> Iterator[object]:
    for document, text, reading in evidence.readings():
        check_offsets(text, reading)
        place = _Target(document, text)
        for claim in reading.claims:
            parts = claim.parts or (claim.passage,)
            yield _annotation(claim.id, "describing", _claim_words(claim), [place.of(p) for p in parts])
        for quantity in reading.quantities:
            target = [place.of(quantity.passage)]
            yield _annotation(quantity.id, "classifying", _quantity_words(quantity), target)


def _annotation(id: str, motivation: str, words: str, targets: list[object]) -> dict[str, object]:
    return {
        "id": urn(id),
        "type": "Annotation",
        "motivation": motivation,
        "body": {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en"},
        "target": targets[0] if len(targets) == 1 else targets,
    }


class _Target:
    """Places in one text, the conversion to UTF-16 made once."""

    def __init__(self, document: Document, text: Text) -> None:
        self._body, self._utf16 = text.body, utf16_offset(text.body)
        self._source = {"id": document.url or urn(document.id), "type": "Text", "sha256": document.sha256}
        self._state = {"type": "TimeState", "sourceDate": document.taken}

    def of(self, passage: Passage) -> object:
        start, stop = passage.start, passage.stop
        return {
            "source": self._source,
            "state": self._state,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": passage.words,
                    "prefix": self._body[max(0, start - _AROUND) : start],
                    "suffix": self._body[stop : stop + _AROUND],
                },
                {
                    "type": "TextPositionSelector",
                    "start": start,
                    "end": stop,
                    "utf16Start": self._utf16(start),
                    "utf16End": self._utf16(stop),
                },
            ],
        }


def _claim_words(claim: Claim) -> str:
    named = " < ".join(s.name or "nobody named" for s in claim.said_by)
    who = named or ("the outlet's own voice" if claim.own_voice else "nobody named")
    return f"claim, not a fact: {who}; {claim.kind}; {claim.stance}; basis {claim.basis}"


def _quantity_words(q: Quantity) -> str:
    low = "nobody said" if q.low is None else f"{'more than ' * q.low_exclusive}{number(q.low)}"
    high = "nobody said" if q.high is None else f"{'less than ' * q.high_exclusive}{number(q.high)}"
    return f"low {low}; high {high}; unit {q.unit}; of {q.what or 'not stated'}"


__all__ = ["LOST", "utf16_offset", "write_annotations"]
