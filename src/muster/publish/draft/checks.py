"""All checks of a draft that need the ledger only, in the order of the draft."""

from __future__ import annotations

from muster.publish.draft.finding import Draft, DraftFinding
from muster.publish.draft.known import Known
from muster.publish.draft.numbers import number_findings
from muster.publish.draft.people import people_findings
from muster.publish.draft.quoted import quotation_findings


def check_draft(draft: Draft, known: Known) -> list[DraftFinding]:
    """Findings by place; each once. A number within quotation marks is the quotation's affair."""
    found = {f.id: f for f in (*quotation_findings(draft, known), *people_findings(draft, known))}
    for finding in number_findings(draft, known):
        found.setdefault(finding.id, finding)
    return sorted(found.values(), key=lambda f: (f.start, f.kind, f.id))


__all__ = ["check_draft"]
