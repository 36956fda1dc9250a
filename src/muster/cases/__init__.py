"""Facts of a case and dated packs of law in; what is open, what changed and what to look at out."""

from __future__ import annotations
