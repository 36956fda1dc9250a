"""A desk with a vault, public papers and protected notes; all people, places and words are invented."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.conftest import Muster, fork_muster
from tests.vault.conftest import CHEAP, PASSPHRASE

from muster.vault.holders import make_own_key

STORY = """Ferry crews hold out
2031-04-03

At least 40 crews of the Oskel ferry have refused to sail, said Vera Tamlin, the head of the Open Register.
"""
NOTE = """source: S-QRNCE7
kind: interview
protected: yes
date: 2031-04

Nineteen of us stood at the Velnabrook bridge and twelve soldiers refused to cross, said the gunner.
"""
FORM_HEAD = """agreed: yes
granted by: speaker
anonymous towards: public
may be used for: analysis, publication
words: quotation
date: 2031-04
how known: first-hand
"""
FORM_ACCOUNT = """---
At least 26 soldiers of the Quillmarsh depot refused to return in April, said the sergeant.
"""
_WHO = """name: Захар Тверозубов
name: Zakhar Tverozubov
number: +7 900 555-26-31
note: canary-note-4417
"""
FORM = f"{FORM_HEAD}{_WHO}{FORM_ACCOUNT}Тверозубов was my name there.\n"
# Nothing of these may be found outside the encrypted files.
CANARIES = (
    "Тверозубов", "Tverozubov", "555-26-31", "canary-note-4417", "Quillmarsh", "Velnabrook", "gunner",
    "talk-with-q", PASSPHRASE,
)  # fmt: skip


@dataclass
class Desk:
    """A folder with a project, and the command run in it."""

    home: Path
    muster: Muster

    def ok(self, *arguments: str | Path, typed: str = "") -> str:
        """stdout of a command that has to succeed."""
        done = self.muster(*arguments, typed=typed)
        assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    def rows(self, *arguments: str) -> list[dict[str, object]]:
        """The rows of a list."""
        return list(json.loads(self.ok(*arguments, "--json")))

    def unlock(self, code: str = "C1") -> None:
        """As ``code``, for five minutes."""
        self.ok("vault", "unlock", "--as", code, "--minutes", "5", typed=PASSPHRASE + "\n")

    def form(self, text: str = FORM) -> str:
        """An interview, sealed from a form; its code."""
        (self.home / "form.txt").write_text(text, "utf-8")
        self.ok("interview", "seal", "form.txt")
        return max(
            (self.home / "muster.vault" / "inbox").glob("*.packet"), key=lambda p: p.stat().st_mtime_ns
        ).stem

    def outside(self) -> dict[str, bytes]:
        """Every file but those a person keeps himself: the papers, and keys shown to him."""
        return {
            str(p.relative_to(self.home)): p.read_bytes()
            for p in sorted(self.home.rglob("*"))
            if p.is_file() and "papers" not in p.relative_to(self.home).parts
        }


def traces(files: dict[str, bytes], words: tuple[str, ...] = CANARIES) -> list[tuple[str, str]]:
    """(file, word) for every word in a file or its name, forwards or backwards, in any encoding."""
    codes = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "unicode_escape")
    forms = {
        (word, shape.encode(code, "ignore"))
        for word in words
        for shape in (word, word.lower(), word.upper(), word[::-1])
        for code in codes
    }
    return sorted(
        {
            (name, word)
            for name, raw in files.items()
            for word, form in forms
            if form in raw or form in name.encode()
        }
    )


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Desk]:
    """Papers and an empty folder."""

    def call(*arguments: str | Path, typed: str = "", **env: str):  # type: ignore[no-untyped-def]
        return fork_muster(tmp_path, *arguments, typed=typed, **env)

    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "story.txt").write_text(STORY, "utf-8")
    (tmp_path / "papers" / "talk-with-q.txt").write_text(NOTE, "utf-8")
    yield Desk(tmp_path, call)
    call("vault", "lock")


@pytest.fixture
def desk(bare: Desk) -> Desk:
    """A sealed project, locked, with nothing in it; two custodians."""
    for code in ("C1", "C2"):
        make_own_key(bare.home / "state" / "keys", code, PASSPHRASE, cost=CHEAP)
    bare.ok("init", "--sealed", "--as", "C1", typed=PASSPHRASE + "\n")
    return bare


Make = Callable[..., Desk]
