"""Documents, names and statements in; copies, same-name links, entities and origins with reasons out."""

from __future__ import annotations

from muster.link.copies import find_copies
from muster.link.grouping import group_names
from muster.link.origins import trace_origins
from muster.link.people import suggest_names
from muster.link.records import CopyInput

__all__ = ["CopyInput", "find_copies", "group_names", "suggest_names", "trace_origins"]
