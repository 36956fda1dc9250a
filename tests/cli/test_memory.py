"""``muster memory``: forecasts scored, words and who uses them, experts with their interest."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Muster

from muster.cases.memory import Said, bands, sentence

Rows = Callable[..., list[dict[str, Any]]]
BEFORE, AFTER = "2031-05-02T08:00:00+00:00", "2031-08-01T08:00:00+00:00"
PAPER = """Crews stay on shore
2031-04-03

"The guard operation goes as planned," said Vera Tamlin, the head of the Open Register. Oleg Brandt said that
guard operations were a war by another name.
"""


@pytest.fixture
def rows(tmp_path: Path, muster: Muster) -> Rows:
    """A project with one paper; the rows of a list of it."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text(PAPER, "utf-8")
    assert muster("run", "papers", "-p", "desk.db").returncode == 0

    def listed(*arguments: str, now: str = BEFORE) -> list[dict[str, Any]]:
        done = muster(*arguments, "--json", "-p", "desk.db", MUSTER_NOW=now)
        assert done.returncode == 0, done.stderr
        return list(json.loads(done.stdout))

    return listed


def test_a_forecast_waits_until_its_day_and_is_scored(rows: Rows, muster: Muster) -> None:
    """Author, day, chance; due when its day has come; scored by somebody; what was said stays."""
    said = ("say", "More crews refuse by July", "--due", "2031-07-01", "--chance", "0.7", "--by", "anna")
    made = muster("memory", *said, "-p", "desk.db", MUSTER_NOW=BEFORE)
    assert made.returncode == 0, made.stderr
    view = ("say", "They are tired", "--author", "Vera Tamlin", "--by", "anna")
    assert muster("memory", *view, "-p", "desk.db", MUSTER_NOW=BEFORE).returncode == 0
    assert rows("memory", "list", "--due") == []
    (waits,) = rows("memory", "list", "--due", now=AFTER)
    assert (waits["author"], waits["chance"], waits["came"]) == ("anna", 0.7, "not yet said")
    came = ("score", made.stdout.strip(), "--came", "yes", "--note", "the June count", "--by", "oleg")
    scored = muster("memory", *came, "-p", "desk.db", MUSTER_NOW=AFTER)
    assert scored.returncode == 0, scored.stderr
    assert rows("memory", "list", "--due", now=AFTER) == []
    by_kind = {r["kind"]: r for r in rows("memory", "list")}
    assert (by_kind["forecast"]["came"], by_kind["forecast"]["note"]) == ("yes", "the June count")
    assert by_kind["assessment"]["author"] == "Vera Tamlin"
    done = muster("memory", "calibration", "-p", "desk.db")
    assert "1 of 1 forecasts are scored: too few" in done.stderr
    assert muster("check", "-p", "desk.db").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("say", "x", "--chance", "0.5", "--by", "a"), "needs a day"),
        (("say", "x", "--due", "July", "--by", "a"), "is no day"),
        (("say", " ", "--by", "a"), "a sentence or two"),
        (("score", "judgement-00", "--came", "yes", "--by", "a"), "no forecast"),
        (("say", "x", "--rests-on", "claim-00", "--by", "a"), "claim-00"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_reason(
    rows: Rows, muster: Muster, arguments: tuple[str, ...], says: str
) -> None:
    """One line, no traceback, nothing kept."""
    done = muster("memory", *arguments, "-p", "desk.db")
    assert (done.returncode in (1, 2), says in done.stderr) == (True, True), done.stderr
    assert rows("memory", "list") == []


def test_the_glossary_shows_who_uses_a_word_in_any_form(rows: Rows, muster: Muster) -> None:
    """Two speakers, one in the plural; a word nobody uses stands alone; the last meaning holds."""
    for name, means, now in (
        ("guard operation", "unclear", BEFORE),
        ("guard operation", "an armed conflict", AFTER),
        ("levy", "a tax", AFTER),
    ):
        told = ("memory", "term", name, "--means", means, "--rule", "cc-1", "--by", "l")
        done = muster(*told, "-p", "desk.db", MUSTER_NOW=now)
        assert done.returncode == 0, done.stderr
    found = rows("memory", "glossary")
    assert {(r["term"], r["speaker"]) for r in found} >= {
        ("guard operation", "Vera Tamlin"), ("guard operation", "Oleg Brandt"), ("levy", ""),
    }  # fmt: skip
    assert {r["in_law"] for r in found if r["term"] == "guard operation"} == {"an armed conflict"}


def test_an_expert_is_shown_with_role_and_interest_beside_the_words(rows: Rows, muster: Muster) -> None:
    """Claims of the person named so; of nobody else."""
    told = ("memory", "expert", "Vera Tamlin", "--role", "head of a register")
    done = muster(*told, "--interest", "paid by the ministry", "--by", "anna", "-p", "desk.db")
    assert done.returncode == 0, done.stderr
    (known,) = rows("memory", "experts")
    assert (known["interest"], known["claims"] >= 1) == ("paid by the ministry", True)
    heard = rows("memory", "experts", "--words")
    assert all(h["role"] == "head of a register" for h in heard)
    assert any("goes as planned" in h["words"] for h in heard)


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from(["yes", "no", "partly", ""])), max_size=40))
def test_every_scored_forecast_is_in_one_band_and_the_rest_are_named(made: list[tuple[float, str]]) -> None:
    """Bands hold those with a chance and a yes or no; the interval holds the share."""
    forecasts = [
        Said(str(n), "forecast", "x", "a", "2031-01-01", "2031-02-01", chance, came=came)
        for n, (chance, came) in enumerate(made)
    ]
    found = bands(forecasts)
    assert sum(b.of for b in found) == sum(came in ("yes", "no") for _, came in made)
    assert all(b.interval.low - 1e-9 <= b.came / b.of <= b.interval.high + 1e-9 for b in found)
    assert "forecasts are scored" in sentence(forecasts, date(2031, 3, 1))
