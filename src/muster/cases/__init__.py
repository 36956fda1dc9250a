"""Facts of a case and dated packs of law in; what is open, what changed and what to look at out."""

from __future__ import annotations

from muster.cases.course import course_of, deed_of, outcome_of
from muster.cases.due import due_list
from muster.cases.minimum import personal

__all__ = ["course_of", "deed_of", "due_list", "outcome_of", "personal"]
