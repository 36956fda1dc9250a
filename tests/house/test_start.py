"""What every command loads before it begins."""

from __future__ import annotations

import subprocess
import sys

# Hundreds of patterns each; they take half a second to compile.
_HEAVY = (
    "muster.text.identifiers.identifiers",
    "muster.text.dates.dates",
    "muster.read.reader",
    "numpy",
    "scipy",
)


def test_opening_a_project_loads_no_reader_and_no_redaction() -> None:
    """A command that lists, or takes, pays for nothing that only reading, redacting or linking needs."""
    code = (
        "import sys, muster.cli.options, muster.workflows.sealed, muster.workflows.take\n"
        f"print(*[name for name in {_HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
