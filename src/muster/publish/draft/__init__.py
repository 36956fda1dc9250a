"""One's own draft and the ledger in; what the draft says that the ledger does not, out."""

from __future__ import annotations

from muster.publish.draft.checks import check_draft
from muster.publish.draft.finding import KINDS, Draft, DraftFinding
from muster.publish.draft.known import Known, gather

__all__ = ["KINDS", "Draft", "DraftFinding", "Known", "check_draft", "gather"]
