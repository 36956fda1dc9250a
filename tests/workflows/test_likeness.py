"""A text asked of a project: what it repeats, by the index beside the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conftest import run_muster

from muster.cli.app import app
from muster.workflows.likeness import index_folder

STORY = (
    "The harbour master of Brodivka said on Monday that forty ferry crews had refused to sail to the island "
    "before the ice is gone, since two boats were lost there in one night of fog."
)


def muster(*arguments: str | Path, text: str | None = None) -> str:
    """What the command prints; it must end with 0."""
    result = CliRunner().invoke(app, [*map(str, arguments)], input=text)
    assert result.exit_code == 0, result.output
    return result.output


def project_of(folder: Path, *bodies: str) -> Path:
    papers = folder / "papers"
    papers.mkdir()
    for number, body in enumerate(bodies):
        (papers / f"p{number}.txt").write_text(body, "utf-8")
    project = folder / "desk.db"
    muster("init", "-p", project)
    muster("take", papers, "-p", project)
    return project


def test_a_text_is_found_in_part_and_as_a_whole(tmp_path: Path) -> None:
    """A document that holds the text, with the kind of copy and why; nothing is taken in."""
    project = project_of(tmp_path, STORY, "Rye, oats and barley were sold at the fair beside the lock.")
    before = project.read_bytes()
    part = " ".join(STORY.split()[5:18])
    assert "excerpt" in muster("like", "-", "-p", project, "--csv", text=part)
    assert "near" in muster("like", "-", "-p", project, "--csv", text=STORY)
    assert project.read_bytes() == before


def test_what_came_since_is_found(tmp_path: Path) -> None:
    """The index is brought up to date by the question."""
    project = project_of(tmp_path, "Rye, oats and barley were sold at the fair beside the lock of the canal.")
    assert "p1.txt" not in muster("like", "-", "-p", project, text=STORY)
    (tmp_path / "papers" / "p1.txt").write_text(STORY, "utf-8")
    muster("take", tmp_path / "papers", "-p", project)
    assert "doc-" in muster("like", "-", "-p", project, "--csv", text=STORY)


def test_forgetting_deletes_the_index(tmp_path: Path) -> None:
    """And the next question finds nothing of what was forgotten."""
    project = project_of(tmp_path, STORY)
    found = muster("like", "-", "-p", project, "--nl", text=STORY)
    document = next(word.strip('",') for word in found.split() if word.strip('",').startswith("doc-"))
    assert index_folder(project).exists()
    muster("forget", document, "--reason", "asked for it", "--by", "K. Ferrow", "--yes", "-p", project)
    assert not index_folder(project).exists()
    assert "doc-" not in muster("like", "-", "-p", project, "--csv", text=STORY)


@pytest.mark.parametrize(("raw", "says"), [(None, "No such file"), (b"\xff\xfe\x00", "no text in UTF-8")])
def test_what_cannot_be_read_is_not_named_again(tmp_path: Path, raw: bytes | None, says: str) -> None:
    """A file's name may be a source's: the terminal, which others see, says what is wrong and no name."""
    file = tmp_path / "talk-with-mirel.txt"
    if raw is not None:
        file.write_bytes(raw)
    for command in (("like",), ("vault", "scan"), ("vault", "pseudonymise")):
        done = run_muster(tmp_path, *command, file, "-p", "desk.db")
        assert done.returncode == 2
        assert says in done.stderr
        assert "mirel" not in done.stdout + done.stderr
