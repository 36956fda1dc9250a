"""The whole work where there is no network but loopback: nothing asks for another, nothing waits for one.

``make test-offline`` runs all tests so.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT, clean_environment
from tests.leaks.journey import STORY, browsed, free_port

_DEMO = ROOT / "examples" / "demo" / "papers"
_COMMANDS = (
    ("run", str(_DEMO / "text"), "--cores", "1"),
    ("check",),
    ("search", "soldiers"),
    ("export", "datapackage", "package"),
    ("export", "dossier", "own.html"),
    ("release", "build", "public", "--level", "public", "--sure"),
    ("release", "check", "public"),
    ("doctor",),
)


def test_the_main_job_a_desk_and_a_release_where_nothing_else_can_be_reached(tmp_path: Path) -> None:
    """The demo's texts are run, checked, exported and released, and the desk answers, in a network namespace
    of its own; from inside it no other machine can be reached and no interface but loopback is there."""
    here = [sys.executable, "-m", "tests.journeys.test_offline"]
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "offline.py"), *here],
        cwd=ROOT, capture_output=True, text=True, timeout=600, check=False,
        env={**clean_environment(tmp_path), "MUSTER_TEST_HOME": str(tmp_path)},
    )  # fmt: skip
    if done.returncode == 77:
        pytest.skip(done.stdout.strip())
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["interfaces"] == ["lo"]
    assert told["reached"] == []
    assert told["codes"] == [0] * len(_COMMANDS)
    assert "40 crews" in told["page"]


def _inside(home: Path) -> dict[str, object]:
    codes = []
    for arguments in _COMMANDS:
        command = [sys.executable, "-m", "muster", *arguments]
        done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
        print(arguments, done.returncode, done.stderr[-300:])
        codes.append(done.returncode)
    (home / "papers").mkdir()
    (home / "papers" / "a.txt").write_text(STORY, "utf-8")
    subprocess.run([sys.executable, "-m", "muster", "run", "papers", "-p", "s.db"], cwd=home, check=True)
    port = free_port()
    with (home / "serve.log").open("w") as log:
        command = [sys.executable, "-m", "muster", "serve", "--port", str(port), "-p", "s.db"]
        server = subprocess.Popen(command, cwd=home, stdout=log, stderr=log)
    try:
        page = browsed(home / "serve.log", port)
    finally:
        server.kill()
        server.wait()
    return {"codes": codes, "page": page, "reached": _reached(), "interfaces": _interfaces()}


def _reached() -> list[str]:
    """Of addresses that a machine with any network could at least try: those that do not fail at once."""
    reached = []
    for kind, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with socket.socket(kind, socket.SOCK_STREAM) as line:
            line.settimeout(0.5)
            try:
                line.connect((address, 80))
            except TimeoutError:
                reached.append(address)
            except OSError:
                continue
            else:
                reached.append(address)
    return reached


def _interfaces() -> list[str]:
    return [name for _, name in socket.if_nameindex()]


if __name__ == "__main__":
    import os

    print(json.dumps(_inside(Path(os.environ["MUSTER_TEST_HOME"])), ensure_ascii=False))
