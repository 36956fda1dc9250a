"""What a parsing process can and cannot do, and what its parent makes of its death."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from multiprocessing import Pipe
from pathlib import Path

import pytest

from muster.collect import parser_walls
from muster.collect.frames import Broken, Channel
from muster.collect.limits import Limits
from muster.collect.pieces import Piece, received
from muster.collect.sandbox import Sandbox

ATTEMPTS = {
    "connect": "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "look up a name": "import socket; socket.getaddrinfo('lake.example', 80)",
    "send": "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    "fetch": "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/', timeout=1)",
    "write a file": "open({tmp!r} + '/new.txt', 'w').write('x')",
    "create a file": "import os; os.open({tmp!r} + '/new.txt', os.O_WRONLY | os.O_CREAT)",
    "remove a file": "import os; os.remove({tmp!r} + '/kept.txt')",
    "start a program": "import subprocess; subprocess.run(['/bin/true'], check=True)",
    "start a shell": "import os; assert os.system('true') == 0",
}


def locked(code: str) -> subprocess.CompletedProcess[str]:
    """Run ``code`` in a process that has locked itself as a parsing process does, and then forked."""
    whole = (
        "import json, os, sys\nfrom muster.collect.lockdown import lock\nwalls = lock(programs=())\n"
        "pid = os.fork()\nif pid:\n    sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\n" + code
    )
    command = [sys.executable, "-I", "-c", whole]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("what", sorted(ATTEMPTS))
def test_refused(tmp_path: Path, what: str) -> None:
    """A parser has no network, writes nothing, removes nothing and starts nothing."""
    (tmp_path / "kept.txt").write_text("x")
    done = locked(ATTEMPTS[what].format(tmp=str(tmp_path)))
    assert done.returncode != 0
    assert "PermissionError" in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["kept.txt"]


def test_other_files_are_out_of_reach(tmp_path: Path) -> None:
    """Where the kernel has Landlock, a parser cannot read a file that lies beside the one it was given."""
    (tmp_path / "secret.txt").write_text("x")
    walls = json.loads(locked("print(json.dumps(walls))").stdout)
    if walls["files"] != "landlock":
        pytest.skip("this kernel has no Landlock")
    done = locked(f"open({str(tmp_path / 'secret.txt')!r}).read()")
    assert "PermissionError" in done.stderr


BELOW_PYTHON = """
import ctypes, struct
from muster.collect.lockdown import lock
libc = ctypes.CDLL(None, use_errno=True)
walls = lock(programs=())
end = libc.socket(2, 1, 0)
address = struct.pack("=H", 2) + struct.pack(">H", 9) + bytes([127, 0, 0, 1]) + bytes(8)
result = libc.connect(end, address, 16)
print(walls["network"], result, ctypes.get_errno())
"""


def test_kernel_refuses_below_python() -> None:
    """The network is gone for C libraries too, wherever the kernel gives namespaces."""
    command = [sys.executable, "-I", "-c", BELOW_PYTHON]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    wall, result, error = done.stdout.split(maxsplit=2)
    if wall != "namespace":
        pytest.skip("this kernel gives no network namespaces")
    assert int(result) == -1
    assert os.strerror(int(error)) in (
        "Permission denied",
        "Network is unreachable",
        "Operation not permitted",
    )


def pieces(sandbox: Sandbox, kind: str, data: bytes) -> list[Piece]:
    return list(sandbox.begin(kind, "x", data))


PAGE = b"<html><body><p>Twelve men left the base on Friday.</p></body></html>"


def test_time_limit() -> None:
    """A parser that is too slow is ended, and the next file is read."""
    slow = b"<html><body>" + b"<p>Twelve <b>men</b> left.</p>" * 300_000
    with Sandbox(Limits(seconds=1)) as sandbox:
        assert pieces(sandbox, "html", slow)[-1].says["reason"] == "time limit"
        assert pieces(sandbox, "csv", b"text\nTwelve left.\n")[0].body == "Twelve left."


def test_memory_limit() -> None:
    """A parser that wants too much memory is refused it, and the next file is read."""
    large = b"text\n" + b"Twelve men left.\n" * 4_000_000
    with Sandbox(Limits(memory_bytes=200 << 20)) as sandbox:
        assert pieces(sandbox, "csv", large)[-1].says["reason"] == "memory limit"
        assert pieces(sandbox, "csv", b"text\nTwelve left.\n")[0].body == "Twelve left."


def children(pid: int) -> list[int]:
    return [int(x) for x in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_killed_parser() -> None:
    """A parser that dies is said with its signal; a file begun beside it is not touched."""
    with Sandbox(Limits()) as sandbox:
        first = sandbox.begin("html", "x", b"<html><body>" + b"<p>Twelve <b>men</b> left.</p>" * 200_000)
        assert sandbox._process is not None
        template = sandbox._process.pid
        while not children(template):
            pass
        os.kill(children(template)[0], signal.SIGKILL)
        second = sandbox.begin("html", "y", PAGE)
        (piece,) = list(first)
        assert piece.says["reason"] == "crashed"
        assert "signal 9" in piece.says["detail"]
        assert next(iter(second)).body


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_killed_template() -> None:
    """If the template itself dies, the file at hand is set aside and the next one is read."""
    with Sandbox(Limits()) as sandbox:
        assert pieces(sandbox, "html", PAGE)[0].body
        assert sandbox._process is not None
        os.kill(sandbox._process.pid, signal.SIGKILL)
        sandbox._process.wait()
        assert pieces(sandbox, "html", PAGE)[0].body


def test_walls_are_named() -> None:
    """The sandbox says which wall keeps a parser from the network and from files."""
    assert set(parser_walls()) == {"network", "files"}


@pytest.mark.parametrize("header", [b"[]", b"{}", b'{"kind": "run this"}', b"not json", b"[" * 100_000])
def test_nonsense_is_refused(header: bytes) -> None:
    """What a parser answers is taken only in the agreed shape."""
    with pytest.raises((ValueError, RecursionError)):
        received(header, b"", b"")


def test_answers_are_cleaned() -> None:
    """Strings are cut and cleaned, unknown fields dropped, and a date that is none is no date."""
    answer = {"kind": "part", "title": "a\x00b" * 9000, "published": "yesterday", "evil": 1, "has_body": True}
    piece = received(json.dumps(answer).encode(), b"Twelve\x00 \xff left", b"")
    assert piece.body == "Twelve\ufffd \ufffd left"
    assert len(piece.says["title"]) == 4000
    assert "published" not in piece.says
    assert "evil" not in piece.says


def test_frames_are_capped() -> None:
    """A frame that announces more than a document may hold is not read."""
    left, right = Pipe()
    sender, receiver = Channel(left, (0, 0)), Channel(right, (10, 10))
    sender.send(b"{}", b"x" * 11, b"")
    with pytest.raises(Broken):
        receiver.receive(5)
    sender.close()
    receiver.close()


def test_trickling_does_not_stretch_the_time() -> None:
    """The deadline is for a whole frame: one byte now and then does not put it off."""
    left, right = Pipe()
    receiver = Channel(right, (10, 10))
    os.write(left.fileno(), b"\x00")
    with pytest.raises(TimeoutError):
        receiver.receive(0.2)
    left.close()
    receiver.close()


def test_sending_to_a_sleeper_ends() -> None:
    """A parser that does not read what it is sent cannot hold its parent up for ever."""
    left, right = Pipe()
    sender = Channel(left, (10, 10))
    with pytest.raises(TimeoutError):
        sender.send(b"{}", b"", b"x" * 5_000_000, seconds=0.2)
    sender.close()
    right.close()
