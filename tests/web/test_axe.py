"""axe-core finds nothing on any page of the desk, in any language, in light and dark, enlarged twice."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.browser.driver import Person, Tab
from tests.web.desk import Client, asked, paper

pytestmark = pytest.mark.browser
_AXE = Path(__file__).parents[1] / "browser" / "axe" / "axe.min.js"
_SHA256 = "84494fec757e4710dc751c8d7a636e457f4532f08f85c86dc9070133fbff53bc"
# Every value of each stands on every page; all products of them would only say it more often.
LOOKS = (("en", False, 1.0), ("ru", True, 1.0), ("uk", False, 2.0))
# What another language, the dark or an enlarged page can spoil; the rest is the same markup in every look.
_WORDS = (
    "aria-command-name", "aria-dialog-name", "aria-input-field-name", "aria-progressbar-name", "button-name",
    "document-title", "empty-heading", "empty-table-header", "html-has-lang", "html-lang-valid", "image-alt",
    "input-button-name", "label", "label-title-only", "link-name", "select-name", "summary-name",
    "svg-img-alt", "valid-lang",
)  # fmt: skip
_LIGHT, _LAYOUT = ("color-contrast", "link-in-text-block"), ("scrollable-region-focusable", "target-size")


def rules_of(look: tuple[str, bool, float]) -> list[str]:
    """The rules that are asked in a look; [] for all that axe asks by itself."""
    language, dark, zoom = look
    return [] if language == "en" else [*_WORDS, *_LIGHT * dark, *_LAYOUT * (zoom > 1)]


def findings(tab: Tab, rules: Sequence[str] = ()) -> list[str]:
    """What axe finds on the page that is shown, each with the first element it is about."""
    # axe itself needs no exception from the page's policy: the browser's tools put it there.
    tab.do(_AXE.read_text("utf-8") + "; true")
    only = f"runOnly: {json.dumps(list(rules))}, " if rules else ""
    got: Any = tab.do(
        f"axe.run(document, {{{only}resultTypes: ['violations']}}).then(r => JSON.stringify("
        "r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160) + ' | ' + n.failureSummary)])))"
    )
    return [f"{rule}: {node}" for rule, nodes in json.loads(got) for node in nodes[:3]]


def test_axe_is_what_it_says_it_is() -> None:
    """The file is axe-core 4.12.1 as its makers published it."""
    assert hashlib.sha256(_AXE.read_bytes()).hexdigest() == _SHA256


def test_axe_has_teeth(person: Person) -> None:
    """A page with a nameless button and pale words is caught."""
    tab = person.tab("data:text/html,<html lang=en><title>x</title><main><h1>x</h1><button></button>"
                     "<p style='color:%23ccc;background:%23fff'>pale</p></main>")  # fmt: skip
    assert {f.partition(":")[0] for f in findings(tab)} == {"button-name", "color-contrast"}


def pages(client: Client) -> Iterator[str]:
    """One address of every kind of page."""
    yield from (
        "/",
        "/review",
        "/decided",
        "/search",
        "/search?q=refused",
        "/search?q=nothingofthekind",
        "/nothing",
        "/moves",
        "/asked",
        "/asked?name=refusals",
        "/memory",
        "/memory/words",
        "/memory/experts",
        "/struck",
    )
    for noun in ("documents", "claims", "quantities", "times", "entities", "origins", "copies", "estimates"):
        # Six rows have every kind of cell that fifty have.
        yield f"/{noun}?limit=6"
        rows = json.loads(client.get(f"/{noun}.json").body)["rows"]
        ways = {"documents": "document", "origins": "origin", "copies": "copy", "estimates": "number",
                "entities": "name"}  # fmt: skip
        if noun in ways and rows:
            way = ways[noun]
            yield f"/{way}/{rows[0]['id']}"
            yield f"/why/{rows[0]['id']}"
    yield "/set-aside"
    yield paper(client)
    yield from ("/contradictions", "/themes", "/timeline", "/copied", "/carriers", "/relations", "/alerts")
    yield next(h for h in client.get("/copied").links if h.startswith("/ribbon/"))


def work(client: Client) -> Iterator[str]:
    """One address of every page of cases, law, interviews, drafts and releases."""
    case = client.post("/cases/new", client="self", status="contract", by="lawyer-2").headers["location"]
    client.post(f"{case}/step", kind="refusal", on="2031-05-10", due="2031-06-23")
    client.post(f"{case}/step", kind="threat", value="front", who="commander", on="2031-05-11")
    yield from ("/cases", case, f"{case}/law?pack=sorvia-military", f"{case}/letter/refusal", "/outcomes")
    yield from ("/law", "/law?pack=sorvia-military&deed=2031-05-10&beside=2033-01-01&status=contract")
    yield from ("/intake", "/intake?words=1", f"/intake/{asked(client)}", "/intake/topics")
    yield from ("/interviews", "/interviews/new", "/interviews/new?agreed=yes", "/draft", "/release")
    yield "/release?level=public"


@pytest.fixture(scope="module")
def shown(shared_office: Client) -> list[str]:
    """One address of every kind of page, with something on it."""
    for due, words in (("2031-06-20", "More will refuse"), ("2031-09-01", "Fewer will")):
        shared_office.post("/memory/say", words=words, due=due, chance="70", by="anna")
    shared_office.post("/struck/strike", record="Kemsk Road", reason="a street", by="anna")
    shared_office.post("/memory/term", name="refuse", meaning="disobey", more="r-1", by="anna")
    shared_office.post("/memory/expert", name="Oren Talvik", meaning="lawyer", more="none", by="anna")
    return [*pages(shared_office), *work(shared_office)]


def test_every_page_is_looked_at(shared_office: Client, shown: list[str]) -> None:
    """Each route that gives a page is among those that axe looks at."""
    office = shared_office
    seen = {p.partition("?")[0] for p in shown}
    made = {
        r.path
        for r in office.routes
        if "GET" in (r.methods or ()) and not r.path.endswith(("{form}", ".png"))
    }
    lacking = {
        path
        for path in made - {"/enter", "/static/{name}", "/at/{id}", "/{noun}"}
        if not any(re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path), p) for p in seen)
    }
    assert lacking == set()


@pytest.mark.parametrize(
    "look", LOOKS, ids=lambda look: f"{look[0]}-{'dark' if look[1] else 'light'}-{look[2]:g}"
)
def test_axe_finds_nothing(
    shared_office: Client, shown: list[str], person: Person, look: tuple[str, bool, float]
) -> None:
    """Every kind of page, in this language, this light and this size."""
    office = shared_office
    language, dark, zoom = look
    tab = person.tab(office.sessions.invite())
    tab.do(f"document.querySelector('[name=language]').value = '{language}'")
    tab.click("form[action='/settings'] button", loads=True)
    tab.look(zoom=zoom, dark=dark)
    found = {}
    for path in shown:
        tab.go(f"http://127.0.0.1:{office.port}{path}")
        assert tab.do("document.documentElement.lang") == language
        assert tab.do("document.documentElement.scrollWidth <= innerWidth"), (
            f"{path} is wider than the window"
        )
        if told := findings(tab, rules_of(look)):
            found[path] = told
    assert not found, json.dumps(found, indent=1)
