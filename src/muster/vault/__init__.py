"""Who is who, and nowhere else: codes come out; a name only for a reason, before a second person."""

from __future__ import annotations
