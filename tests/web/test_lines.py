"""Lines on the desk: each drawing opens, in three languages, the same each time, and says what it draws."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from tests.browser.driver import Person
from tests.web.desk import Client

from muster.web.lists import folded_hits

PAGES = ("/timeline", "/copied", "/carriers", "/alerts")


@pytest.mark.parametrize("path", PAGES)
def test_each_page_opens_with_its_data_behind_it(reading: Client, path: str) -> None:
    """As a page, the same twice, as JSON and as CSV with the same rows."""
    page = reading.get(path)
    assert page.status == 200
    assert page.body == reading.get(path).body
    rows = json.loads(reading.get(f"{path}.json").body)
    assert len(list(csv.DictReader(io.StringIO(reading.get(f"{path}.csv").body)))) == len(rows)
    assert reading.get(f"{path}.xml").status == 404


def test_the_timeline_looks_closer(reading: Client) -> None:
    """Only events of the days that were asked for; nonsense in the address asks for all."""
    every = json.loads(reading.get("/timeline.json").body)
    assert every
    days = sorted(row["first"] or row["last"] for row in every)
    closer = json.loads(reading.get(f"/timeline.json?since={days[0]}&until={days[0]}").body)
    assert closer
    assert {row["first"] or row["last"] for row in closer} == {days[0]}
    assert json.loads(reading.get("/timeline.json?since=%3Cb%3E&until=2031-99").body) == every
    assert "url(#soft)" in reading.get("/timeline").body or 'class="dot"' in reading.get("/timeline").body


def test_a_narrow_window_shows_whole_rows(reading: Client, person: Person) -> None:
    """At 390 pixels no table of a list has to be moved sideways, and no name of the drawing is cut."""
    tab = person.tab(reading.sessions.invite())
    tab.look(width=390)
    for path in ("/timeline", "/claims", "/estimates", "/copies", "/copied"):
        tab.go(f"http://127.0.0.1:{reading.port}{path}")
        assert tab.do("(e => e.scrollWidth <= e.clientWidth)(document.querySelector('.wide'))"), path
    tab.go(f"http://127.0.0.1:{reading.port}/carriers")
    assert tab.do("[...document.querySelectorAll('svg.network text')].every(t => t.getBBox().x >= 0)")


def test_the_most_copied_lead_to_their_ribbon(reading: Client) -> None:
    """From the list to the lanes of a family, and from there to each document; an unknown one is not."""
    rows = json.loads(reading.get("/copied.json").body)
    assert rows[0]["copies"] >= rows[-1]["copies"] >= 1
    page = reading.get(f"/ribbon/{rows[0]['id']}")
    assert page.status == 200
    drawn = re.search(r'<svg class="ribbon".*?</svg>', page.body, re.DOTALL)
    assert drawn is not None
    assert drawn[0].count("<circle") >= rows[0]["copies"] + 1
    assert f"/document/{rows[0]['id']}" in page.links
    assert reading.get("/ribbon/doc-000000000000000000000000").status == 404


def test_the_network_draws_each_origin_with_its_carriers(reading: Client) -> None:
    """A line for each pair, a way to each origin."""
    rows = json.loads(reading.get("/carriers.json").body)
    page = reading.get("/carriers").body
    assert page.count("tie carries") == len(rows) > 1
    assert all(f"/origin/{row['origin']}" in page for row in rows)


@pytest.mark.browser
def test_a_drawing_is_looked_at_more_closely(reading: Client, person: Person) -> None:
    """+ makes it twice as wide and − takes that back; no script of the page is refused by its policy."""
    rows = json.loads(reading.get("/copied.json").body)
    tab = person.tab(reading.sessions.invite() + f"&to=/ribbon/{rows[0]['id']}")
    tab.look()
    width = "document.querySelector('.drawn svg').getAttribute('width')"
    tab.do("document.querySelector('.zoom button').click()")
    assert tab.do(width) == "200%"
    tab.do("document.querySelectorAll('.zoom button')[1].click()")
    assert tab.do(width) == "100%"


def test_copies_are_folded_in_search(reading: Client) -> None:
    """A copy stands under what it repeats, with the way to both; one click shows each by itself."""
    folded = reading.get("/search?q=brigade+refused").body
    hits = folded.partition('<ol class="hits">')[2].partition("</ol>")[0]
    assert "<details><summary>1\u00a0copy</summary>" in hits and re.search(r'href="/copy/copy-', hits)
    flat = reading.get("/search?q=brigade+refused&folded=no").body
    assert "<summary>1\u00a0copy" not in flat and "fold copies" in flat
    assert flat.count("<mark") == hits.count("<mark") + hits.count('<a href="/document/')


def test_a_chain_of_copies_folds_under_its_first() -> None:
    """A copy of a copy stands under the original; two that name each other keep one; order stays."""
    hits = [{"document": name} for name in "cabxy"]
    repeats = {"c": ("b", "1"), "b": ("a", "2"), "x": ("y", "3"), "y": ("x", "4"), "a": ("gone", "5")}
    found = folded_hits(hits, repeats)
    assert [(h["document"], [c["document"] for c in h["copies"]]) for h in found] == [
        ("a", ["c", "b"]), ("x", ["y"]),
    ]  # fmt: skip
