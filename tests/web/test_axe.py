"""axe-core finds nothing on any page of the desk, in any language, in light and dark, enlarged twice."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
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


def findings(tab: Tab) -> list[str]:
    """What axe finds on the page that is shown, each with the first element it is about."""
    # axe itself needs no exception from the page's policy: the browser's tools put it there.
    tab.do(_AXE.read_text("utf-8") + "; true")
    got: Any = tab.do(
        "axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(r => JSON.stringify("
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
    )
    for noun in ("documents", "claims", "quantities", "times", "entities", "origins", "copies", "estimates"):
        yield f"/{noun}"
        rows = json.loads(client.get(f"/{noun}.json").body)["rows"]
        if noun in ("documents", "origins", "copies", "estimates") and rows:
            way = {"documents": "document", "origins": "origin", "copies": "copy", "estimates": "number"}[
                noun
            ]
            yield f"/{way}/{rows[0]['id']}"
            yield f"/why/{rows[0]['id']}"
    yield "/set-aside"
    yield paper(client)
    yield from ("/timeline", "/copied", "/carriers", "/alerts")
    yield next(h for h in client.get("/copied").links if h.startswith("/ribbon/"))


def work(client: Client) -> Iterator[str]:
    """One address of every page of cases, law, interviews, drafts and releases."""
    case = client.post("/cases/new", client="self", status="contract", by="lawyer-2").headers["location"]
    client.post(f"{case}/step", kind="refusal", on="2031-05-10", due="2031-06-23")
    client.post(f"{case}/step", kind="threat", value="front", who="commander", on="2031-05-11")
    yield from ("/cases", case, f"{case}/law?pack=sorvia-military", f"{case}/letter/refusal", "/outcomes")
    yield from ("/law", "/law?pack=sorvia-military&deed=2031-05-10&beside=2033-01-01&status=contract")
    yield from ("/intake", f"/intake/{asked(client)}")
    yield from ("/interviews", "/interviews/new", "/interviews/new?agreed=yes", "/draft", "/release")
    yield "/release?level=public"


def test_every_page_is_looked_at(office: Client) -> None:
    """Each route that gives a page is among those that axe looks at."""
    seen = {p.partition("?")[0] for p in (*pages(office), *work(office))}
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
def test_axe_finds_nothing(office: Client, person: Person, look: tuple[str, bool, float]) -> None:
    """Every kind of page, in this language, this light and this size."""
    language, dark, zoom = look
    tab = person.tab(office.sessions.invite())
    tab.do(f"document.querySelector('[name=language]').value = '{language}'")
    tab.click("form[action='/settings'] button", loads=True)
    tab.look(zoom=zoom, dark=dark)
    found = {}
    for path in (*pages(office), *work(office)):
        tab.go(f"http://127.0.0.1:{office.port}{path}")
        assert tab.do("document.documentElement.lang") == language
        assert tab.do("document.documentElement.scrollWidth <= innerWidth"), (
            f"{path} is wider than the window"
        )
        if told := findings(tab):
            found[path] = told
    assert not found, json.dumps(found, indent=1)
