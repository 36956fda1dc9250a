"""No name of the vault and no word of a sealed paper is outside the encrypted files, whatever goes wrong.

``make leaks`` does the same with a dozen faults for each command, and other places each time.
"""

from __future__ import annotations

import base64
import gzip
import os
import sqlite3
import zipfile
import zlib
from pathlib import Path

import pytest
from tests.leaks.canaries import PEOPLE, Search, found_words, told
from tests.leaks.journey import OWN, Journey, form, some_faults

# Faults of a command, and the seed of their places; the long variant sets both.
_EACH = int(os.environ.get("MUSTER_TEST_FAULTS", "1"))
_SEED = int(os.environ.get("MUSTER_TEST_SEED", "4"))
_NAME = PEOPLE["RU"][0][0]


@pytest.fixture(scope="module")
def travelled(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """The whole journey, each command under a fault first; every byte was searched after each."""
    home = tmp_path_factory.mktemp("journey")
    journey = Journey(home, some_faults(_SEED, _EACH, home))
    journey.travel()
    return journey


def test_40_whatever_fails_nothing_leaks(travelled: Journey) -> None:
    """Exceptions that quote names, writes refused, full disks, ctrl-C, kill -9: at the end all is done,
    both files check, and no byte of the folder, of a temporary file or of what was printed held a canary."""
    assert travelled.search.leaks() == []
    assert sum(travelled.struck.values()) > travelled.missed, (travelled.struck, travelled.missed)
    assert {"raise", "write", "kill", "kill-write", "interrupt", "disk"} <= travelled.struck.keys()


def test_nothing_is_left_in_temporary_folders(travelled: Journey) -> None:
    """What killed commands left in memory was swept away when the vault was locked."""
    assert list((travelled.home / "tmp").rglob("*")) == []
    assert not [p for p in Path("/dev/shm").glob(".muster-*") if p.stat().st_uid == os.getuid() and _dead(p)]


def _dead(folder: Path) -> bool:
    process = folder.name.removeprefix(".muster-").partition("-")[0]
    return process.isdecimal() and not Path("/proc", process).exists()


def test_the_vaults_own_process_may_fail(travelled: Journey) -> None:
    """Killed or thrown off in the middle of an answer it says a kind and a place, and no name."""
    travelled.do("vault", "lock", codes=(0,))
    places = tuple(range(9, 9 + 60 * _EACH, 37))
    assert travelled.under_a_failing_keeper(("raise", "kill"), places) >= 2 * len(places)
    travelled.unlock()
    travelled.do("check", "--sealed")


def test_the_desk_shows_sealed_words_to_nobody_who_opens_the_open_project(travelled: Journey) -> None:
    """Twenty-five pages while the vault is unlocked, then kill -9; its log and its files are clean."""
    travelled.unlock()
    pages = travelled.served()
    assert "40 crews" in pages
    assert told([pages]) == []
    assert told([travelled.served("--sealed")]), "of the sealed papers it shows what they say"
    travelled.do("vault", "lock")


def test_the_search_sees_a_planted_leak(tmp_path: Path) -> None:
    """The control: in clear, in other alphabets, backwards, packed, in a row, in the log, in a name."""
    plants = {
        "clear.txt": f"… {_NAME} …".encode(),
        "utf16.bin": b"\0\1\2" + "Тверозубова".encode("utf-16-le"),
        "koi8.bin": b"\0" + "ТВЕРОЗУБОВУ".encode("koi8-r"),
        "backwards.txt": _NAME[::-1].encode(),
        "spaced.txt": " ".join("Quastbrook").encode(),
        "hyphens.txt": b"Quast-\nbrook",
        "case.txt": "видели Журавчикевичем".encode(),
        "translit.txt": b"they met Tverozubovym there",
        "escaped.json": b'{"a": "\\u0422\\u0432\\u0435\\u0440\\u043e\\u0437\\u0443\\u0431\\u043e\\u0432"}',
        "percent.txt": b"GET /?q=%D0%A2%D0%B2%D0%B5%D1%80%D0%BE%D0%B7%D1%83%D0%B1%D0%BE%D0%B2",
        "entity.html": b"<p>&#1058;&#1074;&#1077;&#1088;&#1086;&#1079;&#1091;&#1073;&#1086;&#1074;",
        "base64.json": base64.b64encode(form("RU").encode()),
        "gzip.gz": gzip.compress(_NAME.encode()),
        "packed.bin": b"\0" * 50 + zlib.compress(f"{'x' * 99} {_NAME}".encode()),
        "number.txt": b"call 8 (900) 555 26 31",
        "handle.txt": b"@zakh_tvero",
        "place.txt": b"at QUILLMARSH",
    }
    for name, raw in plants.items():
        (tmp_path / name).write_bytes(raw)
    with zipfile.ZipFile(tmp_path / "member.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:t>{_NAME}</w:t>")
    for kind in ("row.db", "wal.db"):
        db = sqlite3.connect(tmp_path / kind)
        db.execute(f"PRAGMA journal_mode = {'WAL' if kind == 'wal.db' else 'DELETE'}")
        db.execute("CREATE TABLE t (a)")
        row = f"{'y' * 900}{_NAME}" if kind == "wal.db" else zlib.compress(_NAME.encode() * 9)
        db.execute("INSERT INTO t VALUES (?)", (row,))
        db.commit()
        if kind == "row.db":
            db.close()
        else:
            kept = db  # open: its row is in the log beside it
    (tmp_path / f"{PEOPLE['EN'][0][0]}.txt").write_bytes(b"")
    found = {name for name, _ in Search(tmp_path, frozenset()).leaks()}
    kept.close()
    assert found >= {*plants, "member.docx", "row.db", "wal.db-wal", f"{PEOPLE['EN'][0][0]}.txt"}


def test_the_search_lets_others_pass() -> None:
    """Other people's names, noise and ciphertext are no leak."""
    noise = b"".join(os.urandom(1) for _ in range(4_000)) + base64.b64encode(os.urandom(3_000))
    assert found_words("Сергей Кривоносов, a brook and a quest".encode()) == set()
    assert found_words(noise) == set()


def test_what_a_person_keeps_himself_is_not_searched_but_nothing_else_is_left_out() -> None:
    """The only paths let out are his papers, the form and draft he types, and the chat he exports."""
    assert frozenset({"papers", "form.txt", "draft.txt", "chat.json"}) == OWN
