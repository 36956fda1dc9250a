"""Plots of the claim ledger: nothing that nobody said looks as if somebody had."""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as tree
from pathlib import Path

import pytest
from tests.count.stated import asked, said

from muster.count import answer
from muster.model.ledger import Answer
from muster.publish import plots as files
from muster.publish.page import plots
from muster.publish.page.words import ENGLISH
from muster.text.places.regions import regions

TILES = tomllib.loads((Path(plots.__file__).parent / "tiles.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def made() -> Answer:
    return answer(
        asked(place='"Russia"'),
        [
            said("Anchor", 120, by="2031-02-01", regions=("RU-TAM",), place="Tambov"),
            said("Beacon", 40, 60, by="2031-03-01", regions=("RU-AMU",), place="Amur"),
            said("Cairn", 30, by="2031-04-01", regions=("RU-KDA", "RU-ROS"), place="Krasnodar and Rostov"),
            said("Drum", 90, by="2031-05-01", shape="estimate"),
            said("Ember <b>", words="dozens of <script>"),
        ],
    )


def ledger(made: Answer) -> str:
    return str(plots.ledger_plot(made, ENGLISH.number, ENGLISH.date))


def test_every_region_has_one_tile_of_its_own() -> None:
    """All regions of the two countries, no tile twice, no two in one place."""
    for land, number in (("RU", 83), ("UA", 27)):
        assert set(TILES[land]) == {code for code in regions() if code.startswith(land)}
        assert len({(c, r) for c, r, _ in TILES[land].values()}) == number
        assert len({label for *_, label in TILES[land].values()}) == number


def test_an_unknown_region_looks_unknown(made: Answer) -> None:
    """Filled with a number of its own, outlined where named with others, hatched otherwise."""
    drawn = str(plots.region_plot(made, ENGLISH.number))
    classes = dict(re.findall(r'<g class="(tile [^"]*)"><title>([^:<]*):', drawn))
    tiles = {name: kind for kind, name in re.findall(r'<g class="(tile [^"]*)"><title>([^:<]*):', drawn)}
    assert classes
    assert tiles["Tambov Oblast"].startswith("tile shade-") and tiles["Rostov Oblast"] == "tile named"
    assert sum(kind == "tile unknown" for kind in tiles.values()) == 79
    assert drawn.count('fill="url(#hatch)"') == 79


def test_a_floor_is_an_open_arrow_and_a_word_has_no_ends(made: Answer) -> None:
    """An interval has two caps, a floor one cap and an arrow, an estimate a hollow mark, a word neither."""
    rows = re.findall(r'<g class="(entry [^"]*)"><title>([^:<]*):(.*?)</g>', ledger(made))
    marks = {name: (body.count('class="cap"'), body.count('class="arrow"'), body.count("hollow"))
             for _, name, body in rows}  # fmt: skip
    assert (marks["Anchor"], marks["Beacon"], marks["Drum"]) == ((1, 1, 0), (2, 0, 0), (0, 0, 1))
    assert marks["Ember &lt;b&gt;"] == (0, 0, 0)


def test_the_answer_is_a_field_without_an_end_where_there_is_none(made: Answer) -> None:
    """The shaded field of a floor runs to the edge."""
    field = re.search(r'<rect x="([\d.]+)%" width="([\d.]+)%"[^>]*class="field open"', ledger(made))
    assert field is not None and float(field[1]) + float(field[2]) == pytest.approx(100, abs=0.1)


def test_the_series_is_level_between_statements(made: Answer) -> None:
    """Steps are level or upright: nothing is drawn between two days as if it had grown evenly."""
    drawn = str(plots.series_plot(made, ENGLISH.number, ENGLISH.date))
    steps = re.findall(r'<line x1="([\d.]+)%" y1="([\d.]+)" x2="([\d.]+)%" y2="([\d.]+)" class="step', drawn)
    assert steps and all(a == c or b == d for a, b, c, d in steps)


def test_a_plot_stands_alone_and_text_stays_text(made: Answer) -> None:
    """Well-formed XML, colours for light and dark inside, hostile words only words, the same bytes twice."""
    for _, drawn in files.drawings(made):
        page = files.alone(drawn, "a <sentence>")
        tree.fromstring(str(page))
        assert "<script>" not in page and "prefers-color-scheme: dark" in page
        assert page == files.alone(drawn, "a <sentence>")


def test_without_numbers_there_is_no_series_and_no_map() -> None:
    """What has nothing to show is not drawn."""
    silent = answer(asked(), [said("Anchor", words="many")])
    assert [kind for kind, _ in files.drawings(silent)] == ["ledger"]
