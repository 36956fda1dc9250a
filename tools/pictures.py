"""Take the pictures of docs/pictures/ from the demo's dossier and its desk, with headless Chromium.

python tools/pictures.py DOSSIER.html [FOLDER]

The desk is that of the project beside the dossier (demo.db beside demo.html).
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Picture → (part of the page, width, height of the window).
PICTURES = {
    "found": ("found", 1280, 900),
    "ledger": ("ledger", 1280, 1000),
    "copies": ("copies", 1280, 1000),
    "timeline": ("timeline", 1280, 900),
    "speakers": ("speakers", 1280, 1000),
    "coverage": ("coverage", 1280, 900),
    "set-aside": ("set_aside", 1280, 800),
    "check": ("check", 1280, 700),
    "narrow": ("found", 390, 844),
}
# Picture → (address on the desk, width, height of the window).
DESK = {
    "desk": ("/", 1280, 900),
    "desk-law": (
        "/law%3Fpack=sorvia-military%26deed=2019-06-20%26beside=2019-07-02%26status=contract", 1280, 1100,
    ),
}  # fmt: skip
_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def only(page: str, part: str) -> str:
    """The page with one part alone, and the first figure of it opened down to its words."""
    rule = f"<style>main section:not(#{part}) {{ display: none }}</style></head>"
    page = page.replace("</head>", rule, 1)
    at = page.find(f'<section id="{part}"')
    for _ in range(3):
        at = page.find("<details", at + 1)
        if 0 < at < page.find("</section>", page.find(f'<section id="{part}"')):
            page = f"{page[:at]}<details open{page[at + len('<details') :]}"
    return page


def take(page: Path, part: str, picture: Path, width: int, height: int) -> None:
    """One picture of one part of the page."""
    with tempfile.TemporaryDirectory() as profile:
        alone = Path(profile) / "page.html"
        alone.write_text(only(page.read_text("utf-8"), part), "utf-8")
        subprocess.run(
            [
                "chromium",
                *_FLAGS,
                f"--user-data-dir={profile}/browser",
                f"--window-size={width},{height}",
                f"--screenshot={picture}",
                alone.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )


def sit(project: Path, path: str, picture: Path, width: int, height: int) -> None:
    """One picture of one page of the desk: each sitting has an address that holds once."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "muster", "serve", "--port", str(port), "-p", str(project)]
    served = subprocess.Popen([*command, "--title", "Demo investigation"], stderr=subprocess.PIPE, text=True)
    try:
        assert served.stderr is not None
        address = served.stderr.readline().split()[-1]
        _answers(port)
        with tempfile.TemporaryDirectory() as profile:
            size = f"--window-size={width},{height}"
            kept = [f"--user-data-dir={profile}/browser", size, f"--screenshot={picture}"]
            chromium = ["chromium", *_FLAGS, *kept, f"{address}&to={path}"]
            subprocess.run(chromium, check=True, capture_output=True, timeout=120)
    finally:
        served.terminate()
        served.communicate(timeout=30)


def _answers(port: int) -> None:
    """Wait until somebody listens there."""
    for _ in range(200):
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit("the desk does not answer")


def main() -> None:
    """The command line above."""
    if not shutil.which("chromium"):
        sys.exit("chromium is not installed; on Debian: sudo apt-get install chromium")
    page = Path(sys.argv[1])
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for name, (part, width, height) in PICTURES.items():
        take(page, part, folder / f"{name}.png", width, height)
        print(folder / f"{name}.png")
    project = page.with_suffix(".db")
    for name, (path, width, height) in DESK.items() if project.exists() else ():
        sit(project, path, folder / f"{name}.png", width, height)
        print(folder / f"{name}.png")


if __name__ == "__main__":
    main()
