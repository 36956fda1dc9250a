"""The dossier of a release in a browser: nothing is asked for, and three clicks lead to the exact words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.browser.conftest import Browse
from tests.browser.driver import Person
from tests.browser.test_page import requests
from tests.conftest import fork_muster

pytestmark = pytest.mark.browser

PAPER = """source: {source}
date: 2031-02-0{day}
url: https://{source}.example/a

At least {number} sailors of the Ostrel yard have left, said {who}.

The yard was built a long time ago and stands beside the river, where the cranes are painted red. Nobody \
remembers who painted them, and old men who sit there in the evening tell stories of it to anyone who stops.

Mara (not her real name), a nurse from Ostrel, said that 7 of them were beaten <b onclick=x>.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two papers with two origins, released for the public."""
    home = tmp_path_factory.mktemp("release")
    (home / "papers").mkdir()
    for n, (source, number, who) in enumerate(
        [("pier", 30, "Wenna Talbrick of the Dock Union"), ("harbour", 45, "Odran Filk of the Yard Office")],
        1,
    ):
        text = PAPER.format(source=source, day=n, number=number, who=who)
        (home / "papers" / f"{source}.txt").write_text(text, "utf-8")
    for arguments in (
        ("run", "papers"),
        ("release", "build", "out", "--level", "public", "--title", "Sailors"),
    ):
        done = fork_muster(home, *arguments)
        assert done.returncode == 0, done.stderr
    return home / "out" / "data" / "dossier.html"


def test_nothing_is_asked_of_the_network(page: Path, browse: Browse, tmp_path: Path) -> None:
    """The browser's own log has no request."""
    log = tmp_path / "net.json"
    assert browse(page.as_uri(), f"--log-net-log={log}", "--dump-dom").returncode == 0
    assert requests(log) == set()


def test_number_origin_passage(page: Path, person: Person) -> None:
    """The number is open on the page; one click shows its origins, one more the words with it marked."""
    tab = person.tab(page.as_uri())
    assert "sailors" in tab.text("#numbers").lower()
    assert "Wenna Talbrick" not in tab.text("#numbers")
    tab.click(".number > summary")
    assert "Wenna Talbrick" in tab.text("#numbers") or "Odran Filk" in tab.text("#numbers")
    tab.click(".number[open] .origin > summary")
    marked = tab.text(".origin[open] mark")
    assert marked in ("At least 30", "At least 45")
    code = tab.text(".origin[open] figcaption a")
    assert tab.do(f"document.getElementById({code!r}) !== null")


def test_it_holds_passages_and_nothing_that_was_kept_back(page: Path) -> None:
    """No article, nobody protected and no number of hers, no mark of a working paper; how it was made is."""
    html = page.read_text("utf-8")
    for kept in ("Mara", "beaten", "cranes", "WORKING", "working paper", "desk.db", "onclick"):
        assert kept not in html
    for told in ("× sentence with a protected person", "openssl pkeyutl", "law of quotation"):
        assert told in html
    assert not re.search(r"\b[a-z]+-[0-9a-f]{24}\b", html), "no id of the project"


def test_without_script_it_opens_all_the_same(page: Path) -> None:
    """Details are the browser's own: the words are in the page, not brought by a script."""
    html = page.read_text("utf-8")
    assert html.count('<details class="number">') >= 1
    assert "At least 30" in html
    assert html.count("<script") == 1
