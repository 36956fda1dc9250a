"""The rules of the house hold, and the rules have teeth."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.house import violations

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "muster"

HEIGHTS = violations.floors(ROOT / "pyproject.toml")


def test_imports_go_down_only() -> None:
    """Imports go down only, and rooms of one floor never import each other."""
    assert violations.floor_breaches(PACKAGE, HEIGHTS) == []


def test_sql_lives_in_the_store() -> None:
    """No module outside the store holds SQL or opens a database."""
    assert violations.sql_breaches(PACKAGE) == []


def test_nothing_reaches_the_network() -> None:
    """No module imports anything that opens a socket."""
    assert violations.socket_breaches(PACKAGE) == []


def test_what_is_taken_for_a_number_can_be_read_as_one() -> None:
    """No module asks ``isdigit``: «40 км²» once made a whole paper unreadable."""
    assert violations.digit_breaches(PACKAGE) == []


@pytest.mark.parametrize(
    ("room", "code", "finder"),
    [
        ("link", "from muster.count import ledger\n", "floor"),
        ("model", "import muster.text.names.names\n", "floor"),
        ("read", "def f():\n    from muster.workflows import run\n", "floor"),
        ("read", "from . import people\n", "floor"),
        ("cellar", "x = 1\n", "floor"),
        ("text", "import importlib\nimportlib.import_module('muster.store')\n", "floor"),
        ("publish", "Q = 'select words from claim'\n", "sql"),
        ("workflows", "import sqlite3\n", "sql"),
        ("cli", "def f(c):\n    c.execute('''\n      DELETE FROM claim''')\n", "sql"),
        ("collect", "import socket\n", "socket"),
        ("read", "def f():\n    from urllib.request import urlopen\n", "socket"),
        ("publish", "import http.client\n", "socket"),
        ("workflows", "import ssl\n", "socket"),
        ("read", "def f(s):\n    return int(s) if s.isdigit() else 0\n", "digit"),
    ],
)
def test_a_planted_violation_is_found(tmp_path: Path, room: str, code: str, finder: str) -> None:
    """Each rule finds a violation planted in an otherwise clean tree."""
    planted = tmp_path / "muster" / room / "planted.py"
    planted.parent.mkdir(parents=True)
    planted.write_text(code, "utf-8")
    found = {
        "floor": lambda: violations.floor_breaches(tmp_path / "muster", HEIGHTS),
        "sql": lambda: violations.sql_breaches(tmp_path / "muster"),
        "socket": lambda: violations.socket_breaches(tmp_path / "muster"),
        "digit": lambda: violations.digit_breaches(tmp_path / "muster"),
    }[finder]()
    assert any("planted.py" in line for line in found)


def test_the_same_tree_without_the_violation_is_clean(tmp_path: Path) -> None:
    """Imports downwards, standard modules and prose that mentions tables are no violations."""
    fine = tmp_path / "muster" / "read" / "fine.py"
    fine.parent.mkdir(parents=True)
    fine.write_text(
        "from urllib.parse import urlsplit\nfrom muster.model.ids import make_id\n"
        "from muster.text.spans import Span\nSAY = 'select the words you want'\n",
        "utf-8",
    )
    assert violations.floor_breaches(tmp_path / "muster", HEIGHTS) == []
    assert violations.sql_breaches(tmp_path / "muster") == []
    assert violations.socket_breaches(tmp_path / "muster") == []
    assert violations.digit_breaches(tmp_path / "muster") == []


def test_no_file_holds_the_marks_of_a_merge() -> None:
    """Nothing was landed half merged."""
    marks = tuple(sign * 7 + " " for sign in "<>|")
    kept = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    found = []
    for name in filter(None, kept.split("\0")):
        try:
            lines = (ROOT / name).read_text("utf-8").splitlines()
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        found += [f"{name}:{n}" for n, line in enumerate(lines, 1) if line.startswith(marks)]
    assert not found
