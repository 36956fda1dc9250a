"""A total in words and drawn: what it says, and that nothing unknown looks known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

import numpy as np
import pytest
from tests.stats.tables import KOSOVO, SPARSE, UK, table

from muster.publish import total_lines, total_rows, total_sentence
from muster.publish.page.lists import overlap_plot, panel_plot, posterior_plot
from muster.publish.plots import alone
from muster.publish.totals import three_figures
from muster.stats import Lists, Protocol, Total, estimate


@dataclass(frozen=True)
class About:
    what: str = "refusals"
    population: str = "soldiers"
    place: str = "Sarnet"
    by_when: str = "2031-06-03"


THIN = table("A B C", {"100": 40, "010": 30, "001": 20, "110": 3, "101": 2, "011": 3})


@cache
def made(name: str) -> Total:
    lists: dict[str, Lists] = {"kosovo": KOSOVO, "uk": UK, "two": KOSOVO.only([0, 1]), "thin": THIN}
    return estimate(lists[name], rng=np.random.default_rng(1))


def tell(value: float) -> str:
    return f"{value:,.0f}"


def test_three_figures_are_kept() -> None:
    """No more than an interval can hold; small numbers stay whole."""
    assert [three_figures(v) for v in (12595.7, 9825.1, 433.4, 128_602, 999.6)] == [
        12600, 9830, 433, 129_000, 1000,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "refusals (soldiers, Sarnet), by 3 June 2031: from 9,830 to 16,500, central estimate about"),
        ("ru", "refusals (soldiers, Sarnet), на 3 июня 2031 года: от 9 830 до 16 500, середина"),
        ("uk", "refusals (soldiers, Sarnet), на 3 червня 2031 року: від 9 830 до 16 500, середина"),
    ],
)
def test_the_sentence_in_three_languages(language: str, words: str) -> None:
    """Bounds, population, place, by when, method, condition and what was never seen, in each."""
    said = total_sentence(made("kosovo"), About(), language).replace("\u00a0", " ")
    assert words.removeprefix("refusals") in said and "65 %" in said
    assert said.count(". ") >= 3 and "{" not in said


def test_where_no_number_is_honest_none_is_said() -> None:
    """Two humps: both; two lists: a floor and a band; almost no overlap likewise."""
    assert "about 11,700 (31 %), about 24,700 (69 %)" in total_sentence(made("uk"), About())
    for name, floor in (("two", "at least 3,035"), ("thin", "at least 98")):
        said = total_sentence(made(name), About())
        assert f"{floor}; these lists allow no total" in said and "central estimate" not in said
    for language in ("en", "ru", "uk"):
        assert "{" not in total_sentence(made("two"), About(), language)


def test_who_can_be_on_no_list_is_said() -> None:
    """One answer of all protocols is said once; different ones are said by list; none is said to be none."""
    alike = [Protocol(n, "x", "people nobody asked about") for n in "ABC"]
    lists = table("A B C", {"100": 60, "010": 49, "110": 14, "001": 90, "101": 30, "011": 40, "111": 22})
    rng = np.random.default_rng(1)
    assert "In no total by any method: people nobody asked about" in total_sentence(
        estimate(lists, protocols=alike, panel=False, rng=rng), About()
    )
    apart = [*alike[:2], Protocol("C", "x", "the deaf")]
    assert "C: the deaf" in total_sentence(estimate(lists, protocols=apart, panel=False, rng=rng), About())
    assert "Nobody has said" in total_sentence(estimate(lists, panel=False, rng=rng), About())


def test_lines_hold_priors_assumptions_and_warnings() -> None:
    """What the number rests on stands under it."""
    said = "\n".join(total_lines(made("kosovo"), About()))
    assert all(f"\n{title}:" in said for title in ("Priors", "It assumes", "Against it", "Details"))


def test_rows_have_whole_people_and_no_infinities() -> None:
    """Shares to three digits, people whole, nothing where nothing is known."""
    rows = list(total_rows(made("uk")))
    assert rows[0]["kind"] == "total" and rows[0]["best"] is None
    refused = next(r for r in rows if r["kind"] == "odds")
    assert refused["low"] is None and "refused" in str(refused["note"])
    people = [r["high"] for r in rows if r["kind"] not in ("unseen", "predictive") and r["high"] is not None]
    assert all(isinstance(n, int) for n in people)


@pytest.mark.parametrize("name", ["kosovo", "uk", "two", "thin"])
def test_plots_are_well_formed_and_always_the_same(name: str) -> None:
    """Each parses as XML, twice the same bytes; no posterior is drawn where there is none."""
    total = made(name)
    plots = [overlap_plot(total.lists, tell), panel_plot(total, tell), posterior_plot(total, tell)]
    assert bool(plots[2]) == (total.posterior is not None)
    for plot in filter(None, plots):
        ElementTree.fromstring(str(alone(plot, "a <sentence> & more")))
        assert "nan" not in plot.lower().replace("finance", "")
    assert plots[0] == overlap_plot(total.lists, tell) and plots[1] == panel_plot(total, tell)


def test_what_nobody_knows_is_hatched() -> None:
    """The pattern 'on no list' stands in the overlap plot without a height of its own."""
    plot = overlap_plot(SPARSE, tell)
    assert plot.count('class="unknown"') == 1 and "url(#hatch)" in plot
    assert plot.count('class="mass"') == 4


def test_the_panel_says_why_a_row_has_no_number() -> None:
    """Refused rows are words, every other row a mark within the drawing."""
    plot = panel_plot(made("uk"), tell)
    assert "refused: 13 of 31 patterns" in plot and "they share nobody" in plot
    assert all(0 <= float(x) <= 100 for x in re.findall(r'(?:x1|cx)="([\d.]+)%"', plot))


def test_names_of_lists_cannot_break_the_drawing() -> None:
    """A list called like a tag is text."""
    bad = Lists(("<b>", '"&', "C"), THIN.counts)
    plot = overlap_plot(bad, tell)
    assert "<b>" not in plot and "&lt;b&gt;" in plot
