"""The scorers stand beside the package and not in it: their folder is put where modules are looked for."""

from __future__ import annotations

import sys
from pathlib import Path

EVAL = Path(__file__).parents[2] / "eval"
if str(EVAL) not in sys.path:
    sys.path.append(str(EVAL))
