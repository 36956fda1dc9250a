"""Take the pictures of docs/pictures/ from the demo's dossier, with headless Chromium.

    python tools/pictures.py DOSSIER.html [FOLDER]
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
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
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


def take(page: Path, part: str, picture: Path, width: int, height: int) -> None:
    """One picture of one part of the page."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                "chromium",
                *_FLAGS,
                f"--user-data-dir={profile}",
                f"--window-size={width},{height}",
                f"--screenshot={picture}",
                f"{page.resolve().as_uri()}#{part}",
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )


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


if __name__ == "__main__":
    main()
