"""``muster redact`` as a user runs it: real files, real processes."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx


def muster(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "muster", *words], input=stdin, capture_output=True, text=True, timeout=120
    )


def test_a_docx_is_written_anew(tmp_path: Path) -> None:
    """Author, remarks and names of the original are not in the bytes of the new file."""
    paper = docx.Document()
    paper.core_properties.author = "Ostrivna Quill"
    paper.core_properties.comments = "met Quill at the mill"
    paper.add_paragraph("My name is Pavel Ostrivny, my telephone is +7 920 555 01 47.")
    source = tmp_path / "paper.docx"
    paper.save(str(source))
    out = tmp_path / "out.docx"
    done = muster("redact", str(source), "--out", str(out), "--project", str(tmp_path / "none.db"))
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(out) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for word in (b"Quill", b"Pavel", b"Ostrivny", b"920 555"):
        assert word not in everything
    assert b"[telephone]" in everything
    assert out.stat().st_mode & 0o777 == 0o600


def test_the_original_is_never_overwritten(tmp_path: Path) -> None:
    """Writing over the only copy is refused, exit 1."""
    paper = tmp_path / "paper.txt"
    paper.write_text("Pavel came.", "utf-8")
    done = muster("redact", str(paper), "--out", str(paper), "--project", str(tmp_path / "none.db"))
    assert done.returncode == 1
    assert paper.read_text("utf-8") == "Pavel came."


def test_a_form_that_cannot_be_rebuilt_is_refused(tmp_path: Path) -> None:
    """No spreadsheet, no picture: what is offered instead is said."""
    paper = tmp_path / "paper.txt"
    paper.write_text("Pavel came.", "utf-8")
    out = tmp_path / "x.odt"
    done = muster("redact", str(paper), "--out", str(out), "--project", str(tmp_path / "none.db"))
    assert done.returncode == 1
    assert ".docx" in done.stderr
    assert not out.exists()


def test_stdin_and_levels(tmp_path: Path) -> None:
    """A levels file to begin with is printed; with it, stdin is redacted to stdout."""
    printed = muster("redact", "--print-levels").stdout
    levels = tmp_path / "levels.toml"
    levels.write_text(printed.replace('kin = "mask"', 'kin = "keep"'), "utf-8")
    done = muster(
        "redact", "-", "--levels", str(levels), "--project", str(tmp_path / "n.db"), stdin="моя сестра Галина"
    )
    assert done.stdout == "моя сестра [лицо 1]"


def test_why_lists_each_word_with_its_reason(tmp_path: Path) -> None:
    """Instead of the text: line, words, field and reason, as rows; without --why there are no rows."""
    where = ("--project", str(tmp_path / "n.db"))
    done = muster("redact", "-", "--why", "--json", *where, stdin="тихо\nпришла Галина Петрова")
    row = json.loads(done.stdout)[0]
    assert (row["line"], row["words"], row["why"]) == (2, "Галина Петрова", "found as person")
    assert muster("redact", "-", "--json", *where, stdin="x").returncode == 2
