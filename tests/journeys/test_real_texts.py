"""The main job on the real texts beside the project. Expected values of them live here and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import run_muster

pytestmark = pytest.mark.shared

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """The open export of the two seed texts."""
    home = tmp_path_factory.mktemp("seeds")
    for words in (["run", str(shared / "seeds")], ["export", "jsonl", str(home / "out")]):
        done = run_muster(home, *words, "--project", home / "desk.db")
        assert done.returncode == 0, done.stderr
    return {
        p.stem: [json.loads(line) for line in p.read_text("utf-8").splitlines()]
        for p in sorted((home / "out").glob("*.jsonl"))
    }


def test_both_texts_are_read(seeds: Rows, shared: Path) -> None:
    """Two documents, and every exported offset holds in the original file."""
    assert len(seeds["documents"]) == 2
    files = {
        d["id"]: (shared / "seeds" / d["address"]).read_bytes().decode("utf-8") for d in seeds["documents"]
    }
    for name in ("claims", "quantities", "times"):
        assert seeds[name]
        for row in seeds[name]:
            assert files[row["document"]][row["start"] : row["stop"]] == row["words"]


def test_the_header_of_the_second_is_read(seeds: Rows) -> None:
    """Title, date and address stand at the head of the file, and stay in the text."""
    (second,) = [d for d in seeds["documents"] if d["address"].startswith("004")]
    assert second["title"] == "The Russian soldiers refusing to fight in Ukraine"
    assert second["published"] == "2022-06-03"
    assert second["text"].startswith("The Russian soldiers")


@pytest.mark.parametrize(
    ("words", "low", "high", "exclusive", "unit", "what", "speaker"),
    [
        ("more than 1,000", 1000, None, True, "count", "members of the military", "Chikov"),
        ("at least seven", 7, None, False, "count", "regions", "Chikov"),
        ("between 20 and 40 percent", 0.2, 0.4, False, "share", "contract soldiers", "Leviyev"),
    ],
)
def test_the_three_figures_are_there(
    seeds: Rows,
    words: str,
    low: float,
    high: float | None,
    exclusive: bool,
    unit: str,
    what: str,
    speaker: str,
) -> None:
    """Bounds, unit, what is counted, and who said it."""
    (found,) = [q for q in seeds["quantities"] if q["words"].lower() == words]
    assert (found["low"], found["high"], found["low_exclusive"], found["unit"]) == (
        low,
        high,
        exclusive,
        unit,
    )
    assert what in f"{found['what']} {found['population']}"
    (claim,) = [c for c in seeds["claims"] if c["id"] == found["claim"]]
    assert speaker in claim["said_by"][0]["name"]


def test_the_share_keeps_its_population(seeds: Rows) -> None:
    """Those who have returned and prepare to return are not all soldiers."""
    (share,) = [q for q in seeds["quantities"] if q["unit"] == "share" and q["low"] == 0.2]
    assert "returned" in (share["population"] or "")


def test_the_expert_spelt_in_two_ways_is_suggested_as_one_person(seeds: Rows) -> None:
    """One entity holds both spellings."""
    both = [
        e for e in seeds["entities"] if {"Ruslan Leviyev", "Ruslan Leviev"} <= {e["name"], *e["variants"]}
    ]
    assert len(both) == 1


def test_his_two_estimates_fold_into_one_origin(seeds: Rows) -> None:
    """A share in one text, a sizeable minority in the other: one origin, two documents."""
    share = next(q for q in seeds["quantities"] if q["low"] == 0.2)
    vague = next(q for q in seeds["quantities"] if "sizeable minority" in q["words"])
    assert share["document"] != vague["document"]
    assert vague["low"] is None
    assert vague["high"] is None
    holding = [o for o in seeds["origins"] if {share["claim"], vague["claim"]} <= set(o["claims"])]
    assert len(holding) == 1


def test_two_people_of_nearly_one_name_stay_two(seeds: Rows) -> None:
    """The soldier under a changed name is not the activist."""
    for entity in seeds["entities"]:
        names = {entity["name"], *entity["variants"]}
        assert not ({"Sergey"} & names and {"Sergei Krivenko"} & names)


@pytest.mark.parametrize("name", ["Sergey", "Yelena"])
def test_the_protected_speakers_are_marked(seeds: Rows, name: str) -> None:
    """A changed name and a first name only, on request: both protected."""
    found = [e for e in seeds["entities"] if e["type"] == "person" and e["name"] == name]
    assert found
    assert all(e["protected"] for e in found)


def test_which_independence_is_claimed(seeds: Rows) -> None:
    """Named people of the two texts, with the reason; never a protected one, never members of one body, never
    the expert whom both texts quote."""
    names = {o["id"]: o["name"] for o in seeds["origins"]}
    apart = {frozenset((o["name"], names[x])) for o in seeds["origins"] for x in o["independent_of"]}
    assert frozenset(("Sergei Krivenko", "Pavel Chikov")) in apart
    assert frozenset(("Pavel Chikov", "Mikhail Benyash")) not in apart
    told = {name for pair in apart for name in pair}
    assert told.isdisjoint({"Sergey", "Yelena", "Ruslan Leviev", "Ruslan Leviyev", "origin not shown"})
    for origin in seeds["origins"]:
        if origin["independent_of"]:
            assert any(r.startswith("independent of those listed") for r in origin["reasons"])


def test_papers_seen_by_an_outlet_are_not_its_own_word(seeds: Rows) -> None:
    """Who saw the papers is a carrier; the prosecutor's refusal came from papers."""
    assert [o for o in seeds["origins"] if o["name"].startswith("papers of which the author is not named")]
