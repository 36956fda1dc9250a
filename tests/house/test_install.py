"""What a user has to install stays small."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_default_install_is_at_most_400_megabytes() -> None:
    """Measured by 'make demo' or 'make test' before the parts that only tests need are added."""
    measured = ROOT / ".venv" / ".megabytes"
    if not measured.exists():
        pytest.skip("this environment was not set up by make; its size was not measured")
    assert int(measured.read_text()) <= 400
