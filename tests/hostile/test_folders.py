"""Hostile folders: large, vanishing, forbidden and misnamed files (case 24 of the protection note)."""

from __future__ import annotations

import os
import shutil
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from muster.collect import take_folder
from muster.collect.names import label, shown
from muster.model.evidence import SetAside, Taken

NOW = "2031-05-02T08:00:00+00:00"


def test_two_gibibytes(tmp_path: Path, take: Any) -> None:
    """A file of 2 GiB is refused by its size; not a byte of it is read."""
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(2 << 30)
    (tmp_path / "b.txt").write_text("Twelve left.")
    tracemalloc.start()
    found = take(tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.aside["a.txt"].reason == "too large"
    assert found.seen["a.txt"].sha256 == ""
    assert "b.txt" in found.taken
    assert peak < 20_000_000


def test_large_file_of_holes(tmp_path: Path, take: Any) -> None:
    """A sparse file within the container limit that is no container is refused as a document."""
    with (tmp_path / "a.txt").open("wb") as file:
        file.write(b"Twelve left. ")
        file.truncate(300 << 20)
    assert take(tmp_path).aside["a.txt"].reason == "too large"


def test_24_misleading_names(tmp_path: Path, take: Any) -> None:
    """Names that turn text around, hide or are no UTF-8 are shown escaped; every file is taken."""
    names = [
        b"\xe2\x80\xaegpj.exe.txt",
        b"zero\xe2\x80\x8bwidth.txt",
        b"broken\xff\xfe.txt",
        b"new\nline.txt",
        b"tab\t.txt",
    ]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text("Twelve left.")
    found = take(tmp_path)
    assert len(found.taken) == len(names)
    for address in found.taken:
        assert address.isprintable()
        address.encode("utf-8")
    assert "\\u202egpj.exe.txt" in found.taken
    assert "broken\\xff\\xfe.txt" in found.taken


def test_24_escapes_never_collide() -> None:
    """A name that spells out an escape and a name that needs it have different addresses."""
    assert shown("a\\u202eb") != shown("a\u202eb")
    assert label("..") != label("%2E%2E/..")


def test_vanishing_folder(tmp_path: Path) -> None:
    """A folder that is gone when its turn comes is said; what is left is taken."""
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "b.txt").write_text("Two.")
    (tmp_path / "z.txt").write_text("Three.")

    def remove(address: str) -> None:
        if address == "a.txt":
            shutil.rmtree(tmp_path / "m")

    items = list(take_folder(tmp_path, now=NOW, seen=remove, ocr=False))
    assert [item.record for item in items if isinstance(item, SetAside)] == ["m"]
    assert [item.reason for item in items if isinstance(item, SetAside)] == ["vanished"]
    assert [item.document.address for item in items if isinstance(item, Taken)] == ["a.txt", "z.txt"]


def test_vanishing_file(tmp_path: Path) -> None:
    """A file that is gone when its turn comes is said, and looked at again next time."""
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("Two.")

    def remove(address: str) -> None:
        if address == "a.txt":
            (tmp_path / "b.txt").unlink()

    items = list(take_folder(tmp_path, now=NOW, seen=remove, ocr=False))
    assert [(item.record, item.reason) for item in items if isinstance(item, SetAside)] == [
        ("b.txt", "vanished")
    ]


def test_file_swapped_for_a_link(tmp_path: Path) -> None:
    """A file that becomes a link between listing and opening is not followed."""
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("Two.")

    def swap(address: str) -> None:
        if address == "a.txt":
            (tmp_path / "b.txt").unlink()
            (tmp_path / "b.txt").symlink_to("/etc/hostname")

    items = list(take_folder(tmp_path, now=NOW, seen=swap, ocr=False))
    assert [item.document.address for item in items if isinstance(item, Taken)] == ["a.txt"]


@contextmanager
def ordinary_user() -> Iterator[None]:
    """As root, permissions mean nothing; act as nobody for a while."""
    if os.geteuid():
        yield
        return
    try:
        os.seteuid(65534)
    except OSError:
        pytest.skip("this namespace has one user only")
    try:
        yield
    finally:
        os.seteuid(0)


def test_no_permission(tmp_path: Path) -> None:
    """Files and folders that may not be read are set aside as such; the rest is taken."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == Path.home().owner() and "pytest" in str(folder):
            folder.chmod(0o755)
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "m").mkdir()
    (tmp_path / "m").chmod(0)
    (tmp_path / "z.txt").write_text("Three.")
    try:
        with ordinary_user():
            items = list(take_folder(tmp_path, now=NOW, seen=lambda address: None, ocr=False))
    finally:
        (tmp_path / "m").chmod(0o755)
    reasons = {item.record: item.reason for item in items if isinstance(item, SetAside)}
    assert reasons == {"a.txt": "no permission", "m": "no permission"}
    assert [item.document.address for item in items if isinstance(item, Taken)] == ["z.txt"]


def test_deep_folders(tmp_path: Path, take: Any) -> None:
    """Folders nested beyond reason end with a reason, not with a crash."""
    here = tmp_path
    for _ in range(150):
        here = here / "d"
        here.mkdir()
    (tmp_path / "z.txt").write_text("One.")
    found = take(tmp_path)
    assert [item.reason for item in found.aside.values()] == ["too deep"]
    assert list(found.taken) == ["z.txt"]


@pytest.mark.parametrize("name", ["Thumbs.db", ".DS_Store", "~$memo.docx"])
def test_system_files(tmp_path: Path, take: Any, name: str) -> None:
    """What operating systems and editors leave in folders is set aside by name, unopened."""
    (tmp_path / name).write_bytes(b"\x00\x01")
    assert take(tmp_path).aside[name].reason == "system file"
