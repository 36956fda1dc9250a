"""What a watch costs when nothing changes: 500 feeds of 500 hosts, answered by a server of this machine.

python bench/watch.py [FEEDS]
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from muster.workflows.project import Desk
from muster.workflows.watch import World, once, thing
from muster.workflows.watch.look import Manners
from muster.workflows.watch.wire import Wire

_EVERY = 1800
_SERVER = """
import socket, threading
ITEM = "<item><title>Note</title><guid>{n}</guid><description>The road is open.</description></item>"
ITEMS = "".join(ITEM.format(n=n) for n in range(20))
FEED = f"<rss version='2.0'><channel><title>F</title>{ITEMS}</channel></rss>"
TAG = 'ETag: "1"\\r\\n'
HEAD = f"{TAG}Content-Type: application/rss+xml\\r\\nContent-Length: {len(FEED)}\\r\\n\\r\\n"
def one(line):
    with line:
        asked = line.recv(65536).lower()
        if b"/robots.txt" in asked:
            line.sendall(b"HTTP/1.1 404 No\\r\\nContent-Length: 0\\r\\n\\r\\n")
        elif b"if-none-match" in asked:
            line.sendall(f"HTTP/1.1 304 Not Modified\\r\\n{TAG}\\r\\n".encode())
        else:
            line.sendall(f"HTTP/1.1 200 OK\\r\\n{HEAD}{FEED}".encode())
door = socket.create_server(("127.0.0.1", 0))
print(door.getsockname()[1], flush=True)
while True:
    threading.Thread(target=one, args=(door.accept()[0],), daemon=True).start()
"""


def figures(work: Path, feeds: int = 500) -> dict[str, float]:
    """Processor seconds of a round in which nothing changed, and what share of one core that is."""
    server = subprocess.Popen([sys.executable, "-c", _SERVER], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    port = int(server.stdout.readline())
    now = [datetime(2031, 6, 21, 8, tzinfo=UTC)]

    def clock() -> str:
        return now[0].isoformat(timespec="seconds")

    wire = Wire(resolve=lambda _h, _p: ["127.0.0.1"], permit=lambda a: a == ip_address("127.0.0.1"))
    world = World(clock, lambda _seconds: None, random.Random(1), wire, Manners(pause=0.0))
    desk = Desk(work / "watch.db", work / "state", clock())
    try:
        with desk.open_or_create() as store:
            store.watch(
                [thing(f"http://host{n}.example:{port}/feed", kind="feed", now=clock()) for n in range(feeds)]
            )
        once(desk, world)
        rounds, walls = [], []
        for _ in range(3):
            now[0] += timedelta(seconds=2 * _EVERY)
            before, start = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
            done = once(desk, world)
            after = resource.getrusage(resource.RUSAGE_SELF)
            assert (done.looked, done.unchanged) == (feeds, feeds), done
            rounds.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
            walls.append(time.perf_counter() - start)
    finally:
        server.terminate()
        server.wait()
    journal = sum(path.stat().st_size for path in Path(f"{desk.project}.watch").iterdir())
    return {
        "feeds": float(feeds), "CPU s, a round of all (least of 3)": min(rounds),
        "% of one core, every 30 minutes": 100 * min(rounds) / _EVERY,
        "% of one core, every 5 minutes": 100 * min(rounds) / 300,
        "wall s, a round without pauses": min(walls), "journal, bytes a look": journal / (4 * feeds),
    }  # fmt: skip


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for what, value in figures(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 500).items():
            print(f"{what:<42} {value:10.3f}")
