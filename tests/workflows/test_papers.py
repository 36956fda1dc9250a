"""Whole papers that leave: what goes, what stays, and that nothing in an archive escapes the gate."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from tests.conftest import run_muster

from muster.publish.webarchive import WebItem, write_wacz
from muster.workflows.inside import Closed, legible, words_of
from muster.workflows.release import VERIFY

NOW = "2031-03-01T00:00:00+00:00"
PAGE = """<html><head><title>The pier</title>
<link rel="canonical" href="https://www.pier.example/News/1?b=1"></head>
<body><article>
<p>At least 30 sailors of the Ostrel yard have left, said Wenna Talbrick, head of the union.</p>
<p>The yard was built a long time ago, and the cranes beside the river are painted red.</p>
</article></body></html>
"""
LETTER = "source: Dock Office\nkind: file\n\nThe yard owes its men 40 wages, said Orest Valmik.\n"
NOTE = "source: Ilmara\nprotected: yes\nkind: interview\n\n“I counted 12 boats at the gate,” said Ilmara.\n"
CALL = "source: Harbour Office\nkind: file\n\n" + (
    "The harbour master said that 9 boats had gone.\n\nOffice hours: call +44 20 7946 0123.\n"
)
SHIELDED = "source: Crane Office\nkind: file\n\n" + (
    "“We were 14 at the crane,” said Ivo, who asked that only his first name be used.\n"
)
SILENT = "source: Crane Office\nkind: file\n\nThe sea beside the pier.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a page, a letter, a letter with a telephone, a protected note, a letter that shields its
    speaker, and a paper of which no passage leaves."""
    home = tmp_path_factory.mktemp("papers")
    papers = home / "papers"
    papers.mkdir()
    for name, words in (("a.html", PAGE), ("b.txt", LETTER), ("c.txt", NOTE), ("d.txt", CALL),
                        ("e.txt", SHIELDED), ("f.txt", SILENT)):  # fmt: skip
        (papers / name).write_text(words, "utf-8")
    assert run_muster(home, "run", papers, "-p", "desk.db").returncode == 0
    return home


def test_a_lawyer_gets_pages_as_a_web_archive_and_papers_as_they_came(home: Path) -> None:
    """The page lies in a WACZ byte for byte, the letter as a file; a protected note, a letter with a
    telephone and one with a shielded speaker stay and are counted; what no passage stands in is left alone;
    the lines of the custody ledger about both hold."""
    done = run_muster(home, "release", "build", "out", "--level", "lawyer", "--papers", "-p", "desk.db")
    assert done.returncode == 0, done.stderr
    assert "1 × whole paper of a protected source" in done.stdout
    assert "1 × whole paper that nobody published, with a telephone" in done.stdout
    assert "1 × whole paper that nobody published, with a protected person" in done.stdout
    data = home / "out" / "data"
    with zipfile.ZipFile(data / "web.wacz") as archive:
        assert PAGE.encode() in gzip.decompress(archive.read("archive/data.warc.gz"))
        (line,) = archive.read("indexes/index.cdxj").decode().splitlines()
        assert line.startswith("example,pier)/news/1?b=1 ")
        package = archive.read("datapackage.json")
        for each in json.loads(package)["resources"]:
            assert each["hash"] == "sha256:" + hashlib.sha256(archive.read(each["path"])).hexdigest()
        assert hashlib.sha256(package).hexdigest() in archive.read("datapackage-digest.json").decode()
    (letter,) = (data / "papers").iterdir()
    assert letter.read_text("utf-8") == LETTER
    told = json.loads((data / "papers.json").read_text("utf-8"))
    assert {p["sha256"] for p in told["papers"]} == {
        letter.stem, hashlib.sha256(PAGE.encode()).hexdigest()
    }  # fmt: skip
    assert len(told["custody"]) == 2
    for at in told["custody"]:
        row = [at[name] for name in ("seq", "at", "what", "record", "digest", "by", "before")]
        assert hashlib.sha256(json.dumps(row, ensure_ascii=False).encode()).hexdigest() == at["hash"]
    assert run_muster(home, "release", "check", "out", "-p", "desk.db").returncode == 0
    if shutil.which("openssl"):
        ran = subprocess.run(["sh", "-c", VERIFY], cwd=home / "out", capture_output=True, check=False)
        assert ran.returncode == 0
    taken = run_muster(home, "run", data / "web.wacz", "-p", "again.db")
    assert taken.returncode == 0, taken.stderr
    assert "sailors" in run_muster(home, "claims", "--json", "-p", "again.db").stdout


def test_whole_papers_are_nothing_for_the_public(home: Path) -> None:
    """At level public they are others' work: refused, nothing written."""
    done = run_muster(home, "release", "build", "pub", "--level", "public", "--papers", "-p", "desk.db")
    assert done.returncode == 1
    assert "whole papers" in done.stderr
    assert not (home / "pub").exists()


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return out.getvalue()


def wacz(body: bytes, url: str = "https://a.example/") -> bytes:
    out = io.BytesIO()
    write_wacz(out, [WebItem(url, NOW, "text/html", "", body)], title="", made=NOW, version="1")
    return out.getvalue()


NAME = "Ровшан Тельбек"
CODED = "".join(f"&#{ord(c)};" for c in NAME)
HIDING = {
    "text in ZIP in ZIP": zipped(a=zipped(b=NAME.encode())),
    "gzip": gzip.compress(NAME.encode()),
    "page of a WACZ": wacz(f"<p>{NAME}</p>".encode()),
    "remark on a page of a WACZ, in an old encoding": wacz(f"<!-- {NAME} --><p>x</p>".encode("cp1251")),
    "entities": wacz(CODED.encode()),
    "address of a page": wacz(b"x", "https://a.example/" + "".join(f"%{b:02X}" for b in NAME.encode())),
    "a member's name": zipped(**{NAME: b""}),
    "a ZIP behind a picture": b"\x89PNG\r\n\x1a\n" + bytes(64) + zipped(a=NAME.encode()),
    "words of a picture": b"\x89PNG\r\n\x1a\n" + bytes(64) + NAME.encode() + bytes(64),
    "UTF-16": NAME.encode("utf-16"),
    "UTF-16 without a mark": NAME.encode("utf-16-le"),
    "escapes of JSON": json.dumps({"a": NAME}).encode(),
    "a packed answer in a WARC": (
        lambda body: gzip.compress(
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
            b"Content-Type: application/http; msgtype=response\r\n"
            b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (len(body), body)
        )
    )(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(NAME.encode())),
}


@pytest.mark.parametrize("how", HIDING)
def test_words_in_archives_are_looked_through(how: str, tmp_path: Path) -> None:
    """Wherever a name hides in a file that leaves, the gate gets to see it."""
    path = tmp_path / "file.bin"
    path.write_bytes(HIDING[how])
    parts = list(words_of(path, now=NOW))
    assert any(NAME in part.text for part in parts if not isinstance(part, Closed)), parts


def test_what_cannot_be_looked_into_is_said(tmp_path: Path) -> None:
    """Bombs, nests, locked and torn archives are closed parts: nobody passes them unseen, and soon."""
    nest = b"x"
    for _ in range(6):
        nest = zipped(a=nest)
    bomb = zipped(a=bytes(200 << 20))
    locked = bytearray(zipped(a=b"word"))
    locked[6] |= 1
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    torn = zipped(a=bytes(range(256)) * 99)
    cases = {"bomb": bomb, "nest": nest, "locked": bytes(locked), "torn": torn[: len(torn) // 2],
             "no address": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1 ",
             "gzip bomb": gzip.compress(bytes(100 << 20))}  # fmt: skip
    for name, raw in cases.items():
        path = tmp_path / name
        path.write_bytes(raw)
        assert any(isinstance(part, Closed) for part in words_of(path, now=NOW)), name


def test_noise_is_no_word() -> None:
    """Bytes of a picture are not read as Cyrillic, so no name is found in them by chance."""
    noise = b"\x89PNG\r\n\x1a\n" + hashlib.shake_256(b"picture").digest(100_000)
    assert sum("а" <= c.lower() <= "я" for c in legible(noise)) < 20
