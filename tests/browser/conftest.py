"""The invented dossier as a file, and a browser to open it in."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.browser.driver import Browser, Person
from tests.publish import invented

from muster.publish import write_dossier

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
Browse = Callable[..., "subprocess.CompletedProcess[str]"]


def _chromium() -> str:
    if CHROMIUM is None:
        pytest.skip("headless Chromium is not installed: 'apt-get install chromium' brings it")
    return CHROMIUM


@pytest.fixture(scope="session")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests that press keys; its people share nothing."""
    browser = Browser(_chromium(), tmp_path_factory.mktemp("chrome"))
    yield browser
    browser.close()


@pytest.fixture
def person(chrome: Browser) -> Iterator[Person]:
    """Somebody at the browser."""
    with chrome.person() as somebody:
        yield somebody


@pytest.fixture(scope="session")
def dossier_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "dossier.html"
    write_dossier(
        path,
        invented.investigation(),
        title="Refusals in Sarnet",
        now="2031-06-20",
        signed_head={"head": "ab" * 32},
        command="muster check",
        version="0.1.0",
    )
    return path


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Open an address in headless Chromium, whose every way out is a closed port."""
    chromium = _chromium()

    def open_page(address: str, *more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [
                chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
                "--proxy-server=127.0.0.1:1", f"--user-data-dir={tmp_path / 'profile'}", *more, address,
            ],
            capture_output=True, text=True, timeout=90, check=False,
        )  # fmt: skip

    return open_page
