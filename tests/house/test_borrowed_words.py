"""Nothing of the real texts beside the project is copied into it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_WORD = re.compile(r"[^\W\d_]+")
# A run of words this long is not met by chance in two texts.
_RUN = 7


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [w.lower() for w in _WORD.findall(text)]
    return {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def _capitalised_surnames(text: str) -> set[str]:
    """Second words of capitalised pairs that never stand in small letters: surnames, mostly."""
    pairs = re.findall(r"\b[A-Z][a-z]{3,} ([A-Z][a-z]{5,})\b", text)
    return {p for p in pairs if p.lower() not in text and p.endswith(("ov", "ev", "yev", "uk", "sh", "ko"))}


def _own_files() -> list[Path]:
    """What is kept in the repository, less the tests that may state expected values."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    kept = [ROOT / name for name in listed if name and not name.endswith((".lock", "LICENSE"))]
    return [p for p in kept if p.is_file() and not _may_state_expected_values(p)]


def _may_state_expected_values(path: Path) -> bool:
    return path.suffix == ".py" and "pytest.mark.shared" in path.read_text("utf-8", "replace")


@pytest.mark.shared
def test_no_words_of_the_seeds_are_in_the_project(shared: Path) -> None:
    """No run of seven words, and no surname, of the two seed texts stands in any kept file."""
    seeds = "\n".join(p.read_text("utf-8") for p in sorted((shared / "seeds").iterdir()))
    runs, surnames = _runs(seeds), _capitalised_surnames(seeds)
    assert len(surnames) >= 5
    borrowed = []
    for path in _own_files():
        text = path.read_bytes().decode("utf-8", "replace")
        borrowed += [f"{path.name}: {' '.join(run)}" for run in _runs(text) & runs]
        borrowed += [f"{path.name}: {name}" for name in surnames if name in text]
    assert borrowed == []
