"""The tutorial and the how-to pages are run: their commands work, and what they show is what comes."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from tests.conftest import Muster

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "tutorial").glob("*.md")) + sorted((ROOT / "docs" / "how-to").glob("*.md"))
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_ID = re.compile(r"\b(claim|doc|quantity|origin|entity|estimate|copy)-[0-9a-f…]{4,24}")


def steps(page: Path) -> list[tuple[str, list[str], list[str]]]:
    """(command, lines typed, lines that the page says come out of it), in the order of the page."""
    found: list[tuple[str, list[str], list[str]]] = []
    for block in _BLOCK.findall(page.read_text("utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], [], []))
            elif found and line.startswith(">"):
                found[-1][1].append(line[1:].strip())
            elif found and line.strip() and line.strip() != "…":
                found[-1][2].append(line.strip())
    return found


def test_there_are_pages_with_commands() -> None:
    """A tutorial without a command to run would test nothing."""
    assert PAGES
    assert all(steps(page) for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_the_page_does_what_it_says(page: Path, tmp_path: Path, muster: Muster) -> None:
    """Each 'muster' line of the page is run in one folder, in order; shown output lines are found in it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    known: dict[str, str] = {}
    for command, typed, shown in steps(page):
        words = shlex.split(command, comments=True)
        if words[0] in ("git", "make", "cd", "open", "xdg-open"):
            continue  # what the reader does before; 'make demo' has its own test in CI
        if words[0] == "cp":
            shutil.copy(tmp_path / words[1], tmp_path / words[2])
            continue
        assert words[0] == "muster", f"{page.name}: the page asks for {words[0]}"
        given = "".join(f"{line}\n" for line in typed)
        done = muster(*(_ID.sub(lambda m: known.get(m[0], m[0]), w) for w in words[1:]), typed=given)
        assert done.returncode in (0, 3), f"{command}\n{done.stdout}{done.stderr}"
        out = " ".join((done.stdout + done.stderr).split())
        for line in shown:
            for piece in filter(None, (p.strip() for p in line.split("…"))):
                assert " ".join(piece.split()) in out, (
                    f"{page.name}: {command!r} no longer shows {piece!r}\n{out}"
                )
