"""What was changed behind Muster's back is found and named; what is forgotten is in no byte of the folder."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import run_muster
from tests.workflows import papers

PAGE = (
    "<html><head><title>Mooring crews at the Tessel quay</title></head><body><article><p>"
    + "The mooring crews of the Tessel quay met on Monday and talked about the winter. " * 6
    + "</p><p>At least 17 crews have stopped work, said Ilmar Desk, the head of the Quay Union.</p>"
    + "</article></body></html>"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished project of texts, a web page and a file that was set aside; one judgement; the key."""
    home = tmp_path_factory.mktemp("made")
    folder = papers.write(home / "papers")
    (folder / "page.html").write_text(PAGE, "utf-8")
    assert run_muster(home, "run", "papers", "-p", "desk.db").returncode == 0
    decided = ("--field", "same-name", "--verdict", "same", "--by", "anna")
    judged = run_muster(home, "judge", "Vera Tamlin", "Вера Тамлин", *decided, "-p", "desk.db")
    assert judged.returncode == 0, judged.stderr
    assert run_muster(home, "run", "papers", "-p", "desk.db").returncode == 0
    assert run_muster(home, "check", "-p", "desk.db").returncode == 0
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    """An own copy of it all; the project is home/desk.db."""
    return Path(shutil.copytree(made, tmp_path / "home"))


def rows(home: Path, noun: str) -> list[dict[str, object]]:
    done = run_muster(home, noun, "--json", "-p", "desk.db")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def faults(home: Path) -> str:
    """What ``muster check`` says; it must exit 3, with the same faults as JSON."""
    done = run_muster(home, "check", "-p", "desk.db")
    assert done.returncode == 3, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "keep this file as it is" in done.stderr
    listed = json.loads(run_muster(home, "check", "--json", "-p", "desk.db").stdout)
    assert len(listed) == len(done.stdout.splitlines())
    return done.stdout


def edit(home: Path, statement: str, values: tuple[object, ...] = ()) -> None:
    """Change the file as somebody with any SQLite could: triggers dropped."""
    db = sqlite3.connect(home / "desk.db", isolation_level=None)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    assert db.execute(statement, values).rowcount != 0
    db.close()


def document_at(home: Path, address: str) -> str:
    return next(str(d["id"]) for d in rows(home, "documents") if d["address"] == address)


# Flipped bytes ---------------------------------------------------------------------------------------


def test_a_flipped_byte_in_a_text(home: Path) -> None:
    """In the file itself, by one bit: the text and its document are named."""
    raw = bytearray((home / "desk.db").read_bytes())
    at = raw.find(b"We have spoken to twelve of them")
    assert at > 0
    raw[at] ^= 1
    (home / "desk.db").write_bytes(raw)
    assert re.search(r"text-[0-9a-f]{24}: the text of [ab]-(story|copy).txt was changed", faults(home))


def test_a_flipped_byte_in_an_original(home: Path) -> None:
    """The kept bytes of a web page, which are not its text: the document is named."""
    document = document_at(home, "page.html")
    db = sqlite3.connect(home / "desk.db")
    kept = [bytes(b) for (b,) in db.execute("SELECT bytes FROM blobs WHERE bytes IS NOT NULL")]
    db.close()
    page = next(b for b in kept if _unpacked(b) == PAGE.encode() or len(kept) == 1)
    raw = bytearray((home / "desk.db").read_bytes())
    at = raw.find(page[-12:])
    assert at > 0
    raw[at + 4] ^= 16
    (home / "desk.db").write_bytes(raw)
    assert document in faults(home)


def _unpacked(kept: bytes) -> bytes:
    try:
        return zlib.decompress(kept)
    except zlib.error:
        return kept


@pytest.mark.parametrize("part", [0.15, 0.35, 0.55, 0.75, 0.95])
def test_a_torn_page(home: Path, part: float) -> None:
    """A page of the file overwritten, anywhere: exit 3 at the door or in the check, never a traceback."""
    raw = bytearray((home / "desk.db").read_bytes())
    at = int(len(raw) * part) // 4096 * 4096
    raw[at : at + 4096] = bytes(reversed(raw[at : at + 4096]))
    (home / "desk.db").write_bytes(raw)
    done = run_muster(home, "check", "-p", "desk.db")
    assert done.returncode == 3, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "desk.db" in done.stderr


# Edited rows -----------------------------------------------------------------------------------------

EDITS: dict[str, tuple[str, str]] = {
    "a claim moved to other words": (
        "UPDATE claims SET start = start + 1 WHERE n = 0",
        r"claim-[0-9a-f]{24}",
    ),
    "a speaker": ("UPDATE claims SET own_voice = 1 - own_voice", r"text-[0-9a-f]{24}: what was read"),
    "a bound": ("UPDATE quantities SET low = 4000 WHERE low = 40", r"text-[0-9a-f]{24}: what was read"),
    "a quantity's words": ("UPDATE quantities SET words = 'at most 4'", r"quantity-[0-9a-f]{24}: its words"),
    "an estimate": ("UPDATE estimates SET low = low - 1 WHERE low IS NOT NULL", "estimates were changed"),
    "a title": ("UPDATE documents SET title = 'Nobody stays at home'", r"doc-[0-9a-f]{24}: its row"),
    "a reason": ("UPDATE set_asides SET detail = 'fine'", "d-empty.txt"),
    "a judgement": ("UPDATE judgements SET verdict = 'different'", r"judgement-[0-9a-f]{24}"),
    "an origin": ("UPDATE origins SET name = 'Nobody'", "origins"),
    "a removed document": ("DELETE FROM documents WHERE key = 1", "doc-[0-9a-f]{24}: it is gone without"),
    "a removed custody line": ("DELETE FROM custody WHERE seq = 4", "lines 4 to 4 .* missing"),
    "a changed custody line": ("UPDATE custody SET at = '2030-01-01' WHERE seq = 4", "custody 4: this line"),
    "a cut tail": (
        "DELETE FROM custody WHERE seq > (SELECT max(seq) - 2 FROM custody)",
        "tail of the custody ledger was cut",
    ),
    "a forged signature": ("UPDATE head SET signature = zeroblob(64)", "signature .* does not hold"),
}


@pytest.mark.parametrize(("statement", "says"), EDITS.values(), ids=EDITS)
def test_an_edited_row(home: Path, statement: str, says: str) -> None:
    """Exit 3, and the record is named."""
    edit(home, statement)
    assert re.search(says, faults(home))


def test_an_older_copy_of_the_whole_file_put_back(home: Path) -> None:
    """Inside it everything fits; the head kept outside tells that there was more."""
    shutil.copy(home / "desk.db", home / "older.db")
    (home / "papers" / "new.txt").write_text(papers.STORY.replace("40", "44"), "utf-8")
    assert run_muster(home, "run", "papers", "-p", "desk.db").returncode == 0
    (home / "older.db").replace(home / "desk.db")
    assert "the tail of the custody ledger was cut, or this is an older copy" in faults(home)


def test_a_head_signed_with_another_key(home: Path) -> None:
    """Somebody signs the same end of the ledger with a key of their own: not announced, so found."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    db = sqlite3.connect(home / "desk.db")
    (project,) = db.execute("SELECT id FROM project").fetchone()
    seq, hash = db.execute("SELECT seq, hash FROM head").fetchone()
    db.close()
    signature = key.sign(f"muster head 1\n{project}\n{seq}\n{hash.hex()}\n".encode())
    edit(
        home,
        "UPDATE head SET public_key = ?, signature = ?",
        (key.public_key().public_bytes_raw(), signature),
    )
    assert "signed by a key that it does not announce" in faults(home)


# Why -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "noun", ["documents", "claims", "quantities", "times", "entities", "origins", "copies", "estimates"]
)
def test_why_walks_to_the_bytes(home: Path, noun: str) -> None:
    """From an id of every noun down to a sha256 and a custody line; its first characters do as well."""
    listed = rows(home, noun)
    assert listed
    id = str(listed[0]["id"])
    done = run_muster(home, "why", id, "-p", "desk.db")
    assert done.returncode == 0, done.stderr
    assert re.search(r"\b[0-9a-f]{64}\b", done.stdout), done.stdout
    assert re.search(r"custody (line )?\d+", done.stdout), done.stdout
    short = run_muster(home, "why", id[: id.index("-") + 13], "-p", "desk.db")
    assert short.stdout == done.stdout


def test_why_of_what_only_an_export_names(home: Path) -> None:
    """Judgements, sources, texts, mentions and runs are opened too."""
    assert run_muster(home, "export", "jsonl", "out", "-p", "desk.db").returncode == 0
    ids = {
        match
        for path in (home / "out").iterdir()
        for match in re.findall(
            r'"((?:source|text|mention|judgement|run)-[0-9a-f]{24})"', path.read_text("utf-8")
        )
    }
    kinds = {id.split("-")[0]: id for id in sorted(ids)}
    assert kinds
    for id in kinds.values():
        done = run_muster(home, "why", id, "-p", "desk.db")
        assert done.returncode == 0, done.stderr
        assert "custody" in done.stdout, done.stdout


# Forget ----------------------------------------------------------------------------------------------


def test_what_is_forgotten_is_in_no_byte_of_the_folder(home: Path) -> None:
    """Project, log, dossier: gone. An export written earlier is named, for a person to delete."""
    assert run_muster(home, "export", "jsonl", "out", "-p", "desk.db").returncode == 0
    page = document_at(home, "page.html")
    held = "Ilmar Desk"
    holds = _holders(home, held)
    assert {"desk.html", "claims.jsonl"} <= {path.name for path in holds}
    done = run_muster(
        home, "forget", page[:16], "--yes", "--by", "anna", "--reason", "asked", "-p", "desk.db"
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not (home / "desk.html").exists()
    assert "desk.html" in done.stderr
    for path in (home / "out").iterdir():
        if page.encode() in path.read_bytes():
            assert f"still holds it, delete it yourself: {path}" in done.stderr
    named = [
        Path(line.split(": ", 1)[1]) for line in done.stderr.splitlines() if line.startswith("still holds")
    ]
    assert set(_holders(home, held)) - {home / "papers" / "page.html"} <= set(named)
    shutil.rmtree(home / "out")
    (home / "papers" / "page.html").unlink()
    for stage in ("link", "count", "check"):
        assert run_muster(home, stage, "-p", "desk.db").returncode == 0
    assert run_muster(home, "export", "dossier", "desk.html", "-p", "desk.db").returncode == 0
    assert _holders(home, held) == []
    assert _holders(home, "Mooring crews") == []
    told = run_muster(home, "why", page, "-p", "desk.db")
    assert told.returncode == 1
    assert re.search(page + r" was forgotten on 2031-05-02\S+ by anna: asked; custody line \d+", told.stderr)


def _holders(home: Path, words: str) -> list[Path]:
    return [p for p in sorted(home.rglob("*")) if p.is_file() and _holds(p.read_bytes(), words.encode())]


def _holds(content: bytes, words: bytes) -> bool:
    if words in content:
        return True
    if not content.startswith(b"SQLite format 3\0"):
        return False
    # Originals are packed in the project: unpack whatever in it unpacks.
    return any(
        words in _inflated(content[m.start() :]) for m in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content)
    )


def _inflated(content: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, 1_000_000)
    except zlib.error:
        return b""


def test_a_file_of_words_that_is_not_ours_is_left_alone(home: Path) -> None:
    """Notes beside the project that do not name the document are neither named nor touched."""
    (home / "notes.html").write_text("<p>Ilmar Desk called.</p>", "utf-8")
    page = document_at(home, "page.html")
    done = run_muster(home, "forget", page, "--yes", "--by", "anna", "--reason", "asked", "-p", "desk.db")
    assert done.returncode == 0, done.stderr
    assert "notes.html" not in done.stdout
    assert (home / "notes.html").exists()


@pytest.mark.parametrize(
    ("pick", "says"),
    [
        (lambda home: str(rows(home, "claims")[0]["id"]), "forget its document"),
        (lambda home: "doc-000000000000000000000000", "doc-0000"),
    ],
)
def test_what_cannot_be_forgotten_leaves_the_dossier(
    home: Path, pick: Callable[[Path], str], says: str
) -> None:
    """Refused with what to do instead, and nothing is deleted on the way."""
    done = run_muster(home, "forget", pick(home), "--yes", "--by", "a", "--reason", "b", "-p", "desk.db")
    assert done.returncode in (1, 2)
    assert says in done.stderr
    assert (home / "desk.html").exists()
