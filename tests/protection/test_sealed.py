"""What is protected lies in the encrypted file and nowhere else; unlocked, every command works on it."""

from __future__ import annotations

import re
import shutil
from collections import Counter

import pytest
from tests.protection.conftest import FORM, Desk, traces


def test_locked_nothing_protected_is_taken_and_nothing_tells_of_it(desk: Desk) -> None:
    """The note is left where it lies: not its words, not its name, not its digest in the open file."""
    done = desk.muster("run", "papers")
    assert "1 protected documents were not taken" in done.stderr
    assert [d["address"] for d in desk.rows("documents")] == ["story.txt"]
    assert traces(desk.outside()) == []


def test_unlocked_it_is_read_linked_and_counted_in_the_sealed_file(desk: Desk) -> None:
    """Both files check; the figure of the note is in the sealed ledger only; no byte outside holds a word."""
    desk.unlock()
    assert "1 protected documents went into the sealed file" in desk.ok("run", "papers")
    assert [d["address"] for d in desk.rows("documents", "--sealed")] == ["talk-with-q.txt"]
    assert any(q["low"] == 12 for q in desk.rows("quantities", "--sealed"))
    assert not any(q["low"] == 12 for q in desk.rows("quantities"))
    for where in ((), ("--sealed",)):
        desk.ok("check", *where)
    again = desk.ok("run", "papers")
    assert "protected" not in again
    assert traces(desk.outside()) == []


def test_locked_again_every_question_about_sealed_papers_is_refused(desk: Desk) -> None:
    """Lists, search, export, dossier: each says how to unlock."""
    desk.unlock()
    desk.ok("run", "papers")
    desk.ok("vault", "lock")
    for arguments in (
        ("documents",),
        ("claims",),
        ("search", "bridge"),
        ("export", "jsonl", "out"),
        ("export", "dossier", "o.html"),
    ):
        done = desk.muster(*arguments, "--sealed")
        assert done.returncode == 1
        assert "the vault is locked" in done.stderr


def test_a_dossier_of_sealed_papers_says_so_on_top(desk: Desk) -> None:
    """Written only on demand, only unlocked, with SEALED in its title."""
    desk.unlock()
    desk.ok("run", "papers")
    desk.ok("export", "dossier", "own.html", "--sealed")
    assert "SEALED, for nobody else" in (desk.home / "own.html").read_text("utf-8")


def test_an_open_document_is_moved_into_the_sealed_file(bare: Desk) -> None:
    """Taken before there was a vault, then sealed: its words are in no byte of the open files any more, their
    numbers in no copy index; an export made before is named, for a person to delete."""
    bare.ok("run", "papers")
    bare.ok("export", "jsonl", "out")
    bare.ok("like", "papers/story.txt")
    assert (bare.home / "muster.copies").exists()
    assert traces(bare.outside()) != []
    bare.ok("vault", "init", "--as", "C1", typed="five words drawn by dice\n")
    bare.ok("vault", "unlock", "--as", "C1", typed="five words drawn by dice\n")
    (id,) = [str(d["id"]) for d in bare.rows("documents") if d["address"] == "talk-with-q.txt"]
    done = bare.muster("seal", id, "--by", "anna")
    assert "still holds it, delete it yourself: " in done.stderr, done
    for path in (bare.home / "out").iterdir():
        assert (id.encode() in path.read_bytes()) <= (str(path) in done.stderr)
    shutil.rmtree(bare.home / "out")
    assert not (bare.home / "muster.copies").exists()
    assert [d["address"] for d in bare.rows("documents", "--sealed")] == ["talk-with-q.txt"]
    assert traces(bare.outside()) == []
    for where in ((), ("--sealed",)):
        bare.ok("check", *where)


def _linked(body: bytes, texts: dict[str, str]) -> dict[str, float]:
    """How much of each text's own words, in runs of two, stand in ``body``: what a linker would go by."""
    outside = Counter(re.findall(r"\w+ \w+", body.decode("utf-8", "ignore").lower()))
    return {
        name: sum(run in outside for run in re.findall(r"(?=(\b\w+ \w+\b))", text.lower()))
        / max(1, len(text.split()))
        for name, text in texts.items()
    }


@pytest.mark.parametrize("people", [6])
def test_a_stolen_disk_links_no_text_to_anybody(desk: Desk, people: int) -> None:
    """Six interviews sealed, filed and read, then locked. Whoever has the transcripts and the disk without
    keys finds nothing to tell one from another: every score is nought, so a guess is right at chance."""
    desk.unlock()
    words = [
        "amber",
        "birch",
        "cedar",
        "delta",
        "ember",
        "fjord",
        "gorse",
        "heath",
        "islet",
        "jetty",
        "knoll",
        "larch",
        "marsh",
        "nook",
        "osier",
    ]
    texts = {}
    for n in range(people):
        told = " ".join(words[(n * 7 + k * (n + 2)) % len(words)] for k in range(40))
        code = desk.form(FORM.split("---")[0].replace("name: ", f"name: {n}") + f"---\n{told}\n")
        texts[code] = told
    desk.ok("interview", "file")
    desk.ok("vault", "lock")
    body = b" ".join(desk.outside().values())
    assert set(_linked(body, texts).values()) == {0.0}
