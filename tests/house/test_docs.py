"""The pages are as their sources say, and every link in them leads somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_BAR = re.compile(r"(?<!\\)\|")


@pytest.mark.parametrize(
    "tool", ["tools/mission.py", "tools/reference.py", "eval/results_page.py", "eval/lowered.py"]
)
def test_made_pages_are_up_to_date(tool: str) -> None:
    """docs/mission.md, docs/reference/, the tables of figures and the list of lowered floors are made."""
    done = subprocess.run(
        [sys.executable, ROOT / tool, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """A relative link names a file that is there; no page links out of the project."""
    for target in _LINK.findall(page.read_text("utf-8")):
        if "://" in target or target.startswith("mailto:"):
            continue
        assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_rows_have_the_columns_of_their_table(page: Path) -> None:
    """A row of another table, put in by a careless replacement, is seen here."""
    columns = 0
    for number, line in enumerate(_CODE.sub("", page.read_text("utf-8")).splitlines(), start=1):
        found = len(_BAR.findall(line)) if line.startswith("|") else 0
        assert not columns or not found or found == columns, f"{page.name}, row {number}: {line}"
        columns = found


def test_every_command_has_a_page() -> None:
    """An undocumented command fails here."""
    from muster.cli.app import COMMANDS

    reference = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"## `muster {name}`" not in reference] == []


def test_every_method_is_in_the_list_of_methods() -> None:
    """Whoever opens the folder finds each page in its README, under what it is for."""
    folder = ROOT / "docs" / "why" / "methods"
    listed = set(_LINK.findall((folder / "README.md").read_text("utf-8")))
    pages = {page.name for page in folder.glob("*.md")} - {"README.md"}
    assert pages - listed == set()
