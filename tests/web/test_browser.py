"""The desk in a real browser: nothing leaves, only its own script runs, characters are counted alike."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.browser.test_page import requests
from tests.web.desk import Client

pytestmark = pytest.mark.browser
Browse = Callable[..., Any]


def _enter(client: Client, path: str) -> str:
    return client.sessions.invite() + "&to=" + path


def _document(client: Client, address: str) -> str:
    rows = json.loads(client.get("/documents.json?limit=1000").body)["rows"]
    return f"/document/{next(r['id'] for r in rows if r['address'] == address)}"


def test_29_30_no_request_leaves_and_no_payload_runs(reading: Client, browse: Browse, tmp_path: Path) -> None:
    """With sixteen payloads on the page the browser asks the desk alone, and the title is the desk's."""
    log = tmp_path / "net.json"
    address = _enter(reading, _document(reading, "hostile.txt"))
    dom = browse(address, f"--log-net-log={log}", "--dump-dom", "--proxy-bypass-list=127.0.0.1").stdout
    title = re.search(r"<title>([^<]*)</title>", dom)
    assert title and "owned" not in title[1] and "Muster" in title[1]
    hosts = {url.split("/")[2] for url in requests(log) if "://" in url}
    assert hosts <= {f"127.0.0.1:{reading.port}"}, hosts


def test_the_script_runs_and_draws_the_layers(reading: Client, browse: Browse) -> None:
    """Under the strict policy the desk's own script runs: highlights are drawn over plain text."""
    dom = browse(_enter(reading, _document(reading, "emoji.txt")), "--dump-dom",
                 "--proxy-bypass-list=127.0.0.1").stdout  # fmt: skip
    assert 'class="drawn-by-script' in dom


def test_both_count_characters_alike(reading: Client, browse: Browse, tmp_path: Path) -> None:
    """What JavaScript highlights for each span is what Python has there, after emoji and turned marks too."""
    path = _document(reading, "emoji.txt")
    shown = reading.get(path).body
    found = json.loads(reading.get(path + ".json").body)
    script = (Path(__file__).parents[2] / "src/muster/web/static/desk.js").read_text("utf-8")
    article = re.search(r"<article.*?</article>", shown, re.S)
    assert article is not None
    check = """
      const text = document.getElementById("text");
      const all = [...text.querySelectorAll("p[data-start]")].flatMap(pieces);
      document.title = JSON.stringify(JSON.parse(text.dataset.spans).map(
        ([layer, start, stop]) => [start, stop, rangesOf(all, start, stop).map(String).join("")]));
    """
    page = tmp_path / "page.html"
    page.write_text(
        f"<meta charset=utf-8><title></title>{article[0]}<script>{script}{check}</script>", "utf-8"
    )
    dom = browse(f"file://{page}", "--dump-dom").stdout
    title = re.search(r"<title>([^<]*)</title>", dom)
    assert title is not None
    drawn = json.loads(title[1].replace("&amp;", "&"))
    assert len(drawn) > 3
    assert [(a, b, words) for a, b, words in drawn] == [(a, b, found["body"][a:b]) for a, b, _ in drawn]
