"""Hostile archives (cases 1 to 7 of the protection note): safe, said clearly, nothing else lost."""

from __future__ import annotations

import io
import resource
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from muster.collect import Limits

NEIGHBOUR = "Twelve men left the base on Friday."


@pytest.fixture(autouse=True)
def neighbours(tmp_path: Path) -> None:
    """A harmless file before and after: it must be taken whatever its neighbour is."""
    (tmp_path / "0.txt").write_text(NEIGHBOUR)
    (tmp_path / "z.txt").write_text(NEIGHBOUR)


def neighbours_taken(found: Any) -> bool:
    return {"0.txt", "z.txt"} <= set(found.taken)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_01_zip_bomb(tmp_path: Path, take: Any) -> None:
    """A megabyte that unpacks to a gigabyte is stopped early, and memory stays small."""
    block = b"\x00" * (1 << 20)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("first.txt", NEIGHBOUR)
        with archive.open("bomb.txt", "w", force_zip64=True) as member:
            for _ in range(1024):
                member.write(block)
    assert (tmp_path / "a.zip").stat().st_size < 1_200_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = take(tmp_path)
    assert found.aside["a.zip!/bomb.txt"].reason == "zip bomb"
    assert "a.zip!/first.txt" in found.taken
    assert neighbours_taken(found)
    # The peak may be that of an earlier test in this process.
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert after < max(600_000, before + 50_000)


def test_01_many_small_bombs(tmp_path: Path, take: Any) -> None:
    """Members that are each within bounds and together are not are stopped as well."""
    member = b" " * 900_000
    (tmp_path / "a.zip").write_bytes(zipped({f"{n}.txt": member for n in range(100)}))
    found = take(tmp_path)
    assert "zip bomb" in {item.reason for item in found.aside.values()}
    assert neighbours_taken(found)


def test_02_zip_in_zip(tmp_path: Path, take: Any) -> None:
    """Archives within archives are opened three deep; the rest is said."""
    data = zipped({"core.txt": b"Core."})
    for depth in range(5):
        data = zipped({f"level{depth}.zip": data, f"note{depth}.txt": b"A note."})
    (tmp_path / "a.zip").write_bytes(data)
    found = take(tmp_path)
    assert [item.reason for item in found.aside.values()] == ["too deep"]
    assert "a.zip!/note4.txt" in found.taken
    assert not any("core.txt" in address for address in found.taken)
    assert neighbours_taken(found)


def overlapping() -> bytes:
    """A ZIP whose two directory entries point at the same compressed bytes."""
    data = zipped({"a.txt": b"A" * 1000})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
    directory = data[start : data.rindex(b"PK\x05\x06")]
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, 2 * len(directory), start, 0)
    return data[:start] + directory * 2 + end


def quoted_overlap() -> bytes:
    """A ZIP whose second member begins within the stored bytes of the first (Fifield 2019)."""
    inner = zipped({"b.txt": b"B" * 500})
    with zipfile.ZipFile(io.BytesIO(inner)) as archive:
        entry = inner[archive.start_dir : inner.rindex(b"PK\x05\x06")]
        local = inner[: archive.start_dir]
    outer = zipped({"a.txt": local}, zipfile.ZIP_STORED)
    with zipfile.ZipFile(io.BytesIO(outer)) as archive:
        start = archive.start_dir
        body = outer[:start]
        first = outer[start : outer.rindex(b"PK\x05\x06")]
    inside = body.index(local)
    second = entry[:42] + struct.pack("<L", inside) + entry[46:]
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(first) + len(second), start, 0)
    return body + first + second + end


@pytest.mark.parametrize("make", [overlapping, quoted_overlap])
def test_03_overlapping_members(tmp_path: Path, take: Any, make: Any) -> None:
    """An archive whose members share bytes is refused whole."""
    (tmp_path / "a.zip").write_bytes(make())
    found = take(tmp_path)
    assert found.aside["a.zip"].reason == "overlapping members"
    assert not any(address.startswith("a.zip") for address in found.taken)
    assert neighbours_taken(found)


def test_04_false_size(tmp_path: Path, take: Any) -> None:
    """A member that states a size or checksum it does not have is set aside; the others are taken."""
    data = bytearray(zipped({"a.txt": b"Twelve men left. " * 50, "b.txt": b"Nobody returned."}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        place = archive.start_dir
    struct.pack_into("<L", data, place + 24, 10)  # the uncompressed size, in the directory
    (tmp_path / "a.zip").write_bytes(bytes(data))
    found = take(tmp_path)
    assert found.aside["a.zip!/a.txt"].reason == "unreadable"
    assert "a.zip!/b.txt" in found.taken
    assert neighbours_taken(found)


def test_05_names_are_labels(tmp_path: Path, take: Any) -> None:
    """Names that point out of the folder are labels that no program can take for a path."""
    names = [
        "../../up.txt",
        "/absolute.txt",
        "C:\\windows.txt",
        "nul\x00byte.txt",
        "a/../../b.txt",
        "\u202etxt.exe",
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, name in enumerate(names):
            info = zipfile.ZipInfo("x")
            info.filename = name
            archive.writestr(info, f"Member number {number}.")
    folder = tmp_path / "inner"
    folder.mkdir()
    (folder / "a.zip").write_bytes(out.getvalue())
    before = sorted(p for p in tmp_path.parent.rglob("*"))
    found = take(folder)
    assert len(found.taken) == len(names)
    for address in found.taken:
        assert ".." not in address.split("/")
        assert "!//" not in address
        assert address.isprintable()
    assert sorted(p for p in tmp_path.parent.rglob("*")) == before


def test_06_tar_escape(tmp_path: Path, take: Any) -> None:
    """A tar that climbs out of its folder writes nothing; its links and devices are counted."""
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        info = tarfile.TarInfo("../../evil.txt")
        info.size = 5
        archive.addfile(info, io.BytesIO(b"Evil."))
        for name, kind in (("link", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("dev", tarfile.CHRTYPE)):
            special = tarfile.TarInfo(name)
            special.type, special.linkname = kind, "/etc/passwd"
            archive.addfile(special)
    found = take(tmp_path)
    assert found.body("a.tar!/%2E%2E/%2E%2E/evil.txt") == "Evil."
    assert found.aside["a.tar!/"].detail.startswith("3 links or devices")
    assert not (tmp_path.parent / "evil.txt").exists()
    assert neighbours_taken(found)


def many_members(count: int) -> bytes:
    """A ZIP of ``count`` empty members, written by hand: zipfile itself would take a minute."""
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 33, 0, 0, 0, 7, 0)
    entry = struct.Struct("<4s6H3L5H2L")
    body, directory = [], []
    for number in range(count):
        name = b"%07d" % number
        directory.append(
            entry.pack(b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 0, 0, 7, 0, 0, 0, 0, 0, number * 37) + name
        )
        body.append(local + name)
    start, size = count * 37, sum(map(len, directory))
    small = min(count, 0xFFFF)
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, start + size, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, small, small, size, start, 0)
    return b"".join(body) + b"".join(directory) + wide + locator + end


@pytest.mark.parametrize("lie", [False, True])
def test_07_many_members(tmp_path: Path, take: Any, lie: bool) -> None:
    """100,000 members are refused before the directory is read, also where their number is lied about."""
    data = many_members(100_000)
    if lie:
        where = data.rindex(b"PK\x05\x06")
        wide = data.rindex(b"PK\x06\x06")
        data = data[:wide] + data[where : where + 8] + struct.pack("<2H", 9, 9) + data[where + 12 :]
    (tmp_path / "a.zip").write_bytes(data)
    found = take(tmp_path)
    assert found.aside["a.zip"].reason in ("too many", "unreadable")
    assert not any(address.startswith("a.zip") for address in found.taken)
    assert neighbours_taken(found)


def test_07_long_names(tmp_path: Path, take: Any) -> None:
    """A member's name of 60,000 characters is cut and ends in a digest, so it stays distinct."""
    (tmp_path / "a.zip").write_bytes(zipped({"x" * 60_000 + "1": b"One.", "x" * 60_000 + "2": b"Two."}))
    found = take(tmp_path)
    inside = [address for address in found.taken if address.startswith("a.zip")]
    assert len(inside) == 2
    assert all(len(address) < 500 for address in inside)


def test_damaged_zip(tmp_path: Path, take: Any) -> None:
    """A ZIP that is cut off is set aside."""
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": b"Twelve men left."})[:-30])
    found = take(tmp_path)
    assert found.aside["a.zip"].reason == "unreadable"
    assert neighbours_taken(found)


def test_locked_member(tmp_path: Path, take: Any) -> None:
    """A member locked with a password is set aside; the others are taken."""
    data = bytearray(zipped({"a.txt": b"Twelve.", "b.txt": b"Nobody."}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        place = archive.start_dir
    data[place + 8] |= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))
    found = take(tmp_path)
    assert found.aside["a.zip!/a.txt"].reason == "password"
    assert "a.zip!/b.txt" in found.taken


def test_20_gzip_bomb(tmp_path: Path, take: Any) -> None:
    """A gzip of 200 KB that unpacks to 200 MB is stopped."""
    packer = zlib.compressobj(9, wbits=31)
    data = b"".join(packer.compress(b"\x00" * (1 << 20)) for _ in range(200)) + packer.flush()
    (tmp_path / "a.gz").write_bytes(data)
    found = take(tmp_path)
    assert found.aside["a.gz"].reason == "zip bomb"
    assert neighbours_taken(found)


def test_small_limits_hold(tmp_path: Path, take: Any) -> None:
    """A member larger than one document may be is set aside as such."""
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": b"Twelve men. " * 1000}, zipfile.ZIP_STORED))
    found = take(tmp_path, limits=Limits(document_bytes=5000))
    assert found.aside["a.zip!/a.txt"].reason == "zip bomb"
