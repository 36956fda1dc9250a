"""An English page in, proposed frames out: a learned second opinion beside the rules."""

from __future__ import annotations

from muster.read.tagger.network import require
from muster.read.tagger.proposals import propose

__all__ = ["propose", "require"]
