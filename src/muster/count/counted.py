"""What the count room is handed: one quantity with the claim, document and origin it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from muster.model.claims import Claim, Quantity
from muster.model.evidence import Document


@dataclass(frozen=True, slots=True)
class Counted:
    """One quantity as it stands in one document.

    ``origin``: id of the origin of its claim, None where none was traced; ``origin_name``: for people.
    Quantities of one document follow each other in a stream; the order of documents is free.
    """

    quantity: Quantity
    claim: Claim | None
    document: Document
    origin: str | None
    origin_name: str | None


__all__ = ["Counted"]
