"""The dossier in a real browser: nothing leaves it, nothing in a text runs, links open what they name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Browse = Callable[..., Any]


def requests(log: Path) -> set[str]:
    """Every address that the page asked for, from the browser's network log.

    The browser's own errands (updates, the time of day) have no page as their initiator; the closed
    proxy port stops them too.
    """
    text = log.read_text("utf-8", "replace").rstrip().rstrip(",")
    try:
        events = json.loads(text)["events"]
    except json.JSONDecodeError:
        events = json.loads(text + "]}")["events"]
    asked = [e["params"] for e in events if "url" in e.get("params", {}) and "initiator" in e["params"]]
    return {a["url"] for a in asked if a["initiator"] != "not an origin" and not a["url"].startswith("file:")}


def test_no_request_leaves_the_page(dossier_file: Path, browse: Browse, tmp_path: Path) -> None:
    """Opened from a file, with sixteen hostile texts in it, the page asks for itself and nothing else."""
    log = tmp_path / "net.json"
    browse(f"file://{dossier_file}", f"--log-net-log={log}", "--dump-dom")
    assert requests(log) == set()


def test_the_log_would_show_a_request(browse: Browse, tmp_path: Path) -> None:
    """The guard has teeth: a page that does ask for something is caught by the same log."""
    page = tmp_path / "leak.html"
    page.write_text(
        "<img src='http://muster.invalid/leak.png'><link rel=stylesheet href=https://fonts.googleapis.com/x.css>"
    )
    log = tmp_path / "net.json"
    browse(f"file://{page}", f"--log-net-log={log}", "--dump-dom")
    hosts = {url.split("/")[2] for url in requests(log)}
    assert {"muster.invalid", "fonts.googleapis.com"} <= hosts


def test_29_no_payload_runs(dossier_file: Path, browse: Browse) -> None:
    """After loading, the title is the page's own, and the only script element is its own."""
    dom = browse(f"file://{dossier_file}", "--dump-dom").stdout
    assert re.search(r"<title>([^<]*)</title>", dom)[1].startswith("Refusals in Sarnet")  # type: ignore[index]
    assert dom.count("<script") == 1 and "<iframe" not in dom and "<img" not in dom


def test_its_own_script_is_allowed_to_run(dossier_file: Path, browse: Browse) -> None:
    """The digest in the policy is right: the buttons that only work with the script are shown."""
    dom = browse(f"file://{dossier_file}", "--dump-dom").stdout
    assert '<button type="button" data-open="yes">' in dom


def test_a_link_to_words_opens_the_text_they_stand_in(dossier_file: Path, browse: Browse) -> None:
    """Followed to a quantity, the document around it is open."""
    page = dossier_file.read_text("utf-8")
    quantity = re.search(r'<a class="at" id="(quantity-[0-9a-f]+)"', page)
    assert quantity is not None
    dom = browse(f"file://{dossier_file}#{quantity[1]}", "--dump-dom").stdout
    before = dom[: dom.index(f'id="{quantity[1]}"')]
    opening = re.findall(r'<details class="text"[^>]*>', before)[-1]
    assert "open" in opening.replace('class="text"', "")
