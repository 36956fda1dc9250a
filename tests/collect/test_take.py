"""Taking a folder: order, addresses, sources, and a second run."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest

from muster.collect import Limits, Survey, survey
from muster.model.errors import Usage
from muster.model.evidence import FileSeen, SetAside, Taken

NOW = "2031-05-02T08:00:00+00:00"


def test_order_and_addresses(tmp_path: Path, take: Any) -> None:
    """Files come in the order of their addresses, each followed by its FileSeen."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("Two.")
    (tmp_path / "a.txt").write_text("Three.")
    found = take(tmp_path)
    addresses = [item.document.address for item in found.items if isinstance(item, Taken)]
    assert addresses == sorted(addresses) == ["a.txt", "b.txt", "b/x.txt"]
    assert [type(item) for item in found.items] == [Taken, FileSeen] * 3


def test_survey(tmp_path: Path) -> None:
    """The survey counts the files that will be opened, and their bytes."""
    (tmp_path / "a.txt").write_bytes(b"12345")
    (tmp_path / "c").symlink_to("a.txt")
    assert survey(tmp_path) == Survey(1, 5)


def test_one_file(tmp_path: Path, take: Any) -> None:
    """A single file may be taken; its address is its name."""
    (tmp_path / "a.txt").write_text("Three.")
    assert list(take(tmp_path / "a.txt").taken) == ["a.txt"]


def test_no_folder(tmp_path: Path, take: Any) -> None:
    """A folder that is not there is the caller's mistake, and said so."""
    with pytest.raises(Usage, match="no such file"):
        take(tmp_path / "nowhere")


def test_records_hold_together(tmp_path: Path, take: Any) -> None:
    """Original bytes, digest, size, source and text of a document belong together."""
    import hashlib

    data = "Двенадцать человек.\r\n".encode()
    (tmp_path / "a.txt").write_bytes(data)
    item = take(tmp_path).taken["a.txt"]
    assert item.original == data
    assert item.document.sha256 == hashlib.sha256(data).hexdigest()
    assert item.document.size == len(data)
    assert item.document.taken == NOW
    assert item.document.source == item.source.id
    assert item.text is not None
    assert item.text.document == item.document.id
    assert item.text.body == data.decode()
    assert item.text.made_by == "plain/1"


def test_sources(tmp_path: Path, take: Any) -> None:
    """A source is what the document says, else the sub-folder's name, else the file itself."""
    (tmp_path / "lake").mkdir()
    (tmp_path / "lake" / "a.txt").write_text("One.")
    (tmp_path / "lake" / "b.txt").write_text("A headline\n20220603\nhttps://hill.example/1\nOne.")
    (tmp_path / "c.txt").write_text("Two.")
    found = take(tmp_path)
    named = {address: (item.source.name, item.source.kind) for address, item in found.taken.items()}
    assert named == {
        "c.txt": ("c.txt", "file"),
        "lake/a.txt": ("lake", "unknown"),
        "lake/b.txt": ("hill.example", "outlet"),
    }


def test_interview(tmp_path: Path, take: Any) -> None:
    """An interview note's source is its protected alias; the note keeps every character."""
    (tmp_path / "n.txt").write_text("source: falcon\nkind: interview\ndate: 2022-06\n\nI was told to wait.\n")
    item = take(tmp_path).taken["n.txt"]
    assert (item.source.name, item.source.kind, item.source.protected) == ("falcon", "interview", True)
    assert item.document.published == "2022-06"
    assert item.text is not None
    assert item.text.body.startswith("source: falcon")


def test_nameless_interview(tmp_path: Path, take: Any) -> None:
    """A protected note without an alias does not take its file's name, which may be a person's."""
    (tmp_path / "alma reed.txt").write_text("kind: interview\n\nI was told to wait.\n")
    item = take(tmp_path).taken["alma reed.txt"]
    assert item.source.protected
    assert "alma" not in item.source.name


def test_key_changes_ids(tmp_path: Path, take: Any) -> None:
    """With a key, ids cannot be computed from a guess of the text."""
    (tmp_path / "a.txt").write_text("One.")
    plain = take(tmp_path).taken["a.txt"]
    keyed = take(tmp_path, key=b"secret").taken["a.txt"]
    assert plain.document.id != keyed.document.id
    assert plain.document.sha256 == keyed.document.sha256


def test_unchanged_is_not_opened(tmp_path: Path, take: Any) -> None:
    """A file with the size and time it had is not opened again; only its FileSeen comes."""
    path = tmp_path / "a.txt"
    path.write_text("One.")
    first = take(tmp_path)
    path.chmod(0)
    assert take(tmp_path, seen=first.seen).items == [first.seen["a.txt"]]


def test_touched_is_not_taken_again(tmp_path: Path, take: Any) -> None:
    """A file whose time changed and whose bytes did not gives only a FileSeen with the new time."""
    path = tmp_path / "a.txt"
    path.write_text("One.")
    first = take(tmp_path)
    os.utime(path, ns=(1, 1))
    (item,) = take(tmp_path, seen=first.seen).items
    assert isinstance(item, FileSeen)
    assert (item.modified_ns, item.documents) == (1, 1)


def test_changed_is_a_new_version(tmp_path: Path, take: Any) -> None:
    """Changed bytes at an address are a new document; the old one keeps its id."""
    path = tmp_path / "a.txt"
    path.write_text("One.")
    first = take(tmp_path)
    path.write_text("Quite another.")
    second = take(tmp_path, seen=first.seen)
    assert first.taken["a.txt"].document.id != second.taken["a.txt"].document.id


def test_same_input_same_items(tmp_path: Path, take: Any) -> None:
    """Taken twice from nothing, a folder gives the same items in the same order."""
    for n in range(20):
        (tmp_path / f"{n}.txt").write_text(f"Number {n}.")
        (tmp_path / f"{n}.html").write_text(f"<html><body><p>Page {n} of the paper.</p></body></html>")
    assert take(tmp_path).items == take(tmp_path).items


def test_project_files_are_passed_over(tmp_path: Path, take: Any) -> None:
    """The project's own files in the folder are results, not material."""
    (tmp_path / "muster.db").write_bytes(b"SQLite format 3\x00 and so on")
    (tmp_path / "muster.db-wal").write_bytes(b"wal")
    (tmp_path / "a.txt").write_text("One.")
    assert list(take(tmp_path).seen) == ["a.txt"]


def test_a_project_of_any_name_is_passed_over(tmp_path: Path, take: Any) -> None:
    """A project file is known by its mark, not its name; another database is set aside as one."""
    from muster.collect.walk import PROJECT_MARK
    from muster.store.migrate import APPLICATION

    assert APPLICATION.to_bytes(4, "big") == PROJECT_MARK
    head = b"SQLite format 3\x00" + bytes(52)
    (tmp_path / "desk.db").write_bytes(head + PROJECT_MARK + bytes(28))
    (tmp_path / "desk.db-wal").write_bytes(b"wal")
    (tmp_path / "other.db").write_bytes(head + bytes(32))
    assert list(take(tmp_path).seen) == ["other.db"]


def test_specials_are_never_opened(tmp_path: Path, take: Any) -> None:
    """Pipes, sockets and links are set aside unopened, and the rest is taken."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/etc/hostname")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "folder-link").symlink_to("/etc")
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(tmp_path / "s"))
        (tmp_path / "z.txt").write_text("One.")
        found = take(tmp_path)
    reasons = {address: item.reason for address, item in found.aside.items()}
    assert reasons == {
        "pipe": "not a file", "s": "not a file", "link": "link", "dangling": "link", "folder-link": "link",
    }  # fmt: skip
    assert list(found.taken) == ["z.txt"]


def test_stopping_early_leaves_nothing(tmp_path: Path) -> None:
    """A taking that is stopped in the middle ends its processes."""
    from muster.collect import take_folder

    for n in range(5):
        (tmp_path / f"{n}.html").write_text(f"<html><body><p>Page {n} of the paper.</p></body></html>")
    items = take_folder(tmp_path, now=NOW, seen=lambda address: None)
    assert isinstance(next(items), Taken | SetAside)
    items.close()


def test_large_documents_stay_out(tmp_path: Path, take: Any) -> None:
    """A document over the limit is set aside by its size; a container may be larger."""
    (tmp_path / "a.txt").write_text("One. " * 1000)
    (tmp_path / "b.json").write_text(
        "[" + ",".join(f'{{"id": {n}, "text": "Word."}}' for n in range(200)) + "]"
    )
    found = take(tmp_path, limits=Limits(document_bytes=2000))
    assert found.aside["a.txt"].reason == "too large"
    assert len(found.taken) == 200
