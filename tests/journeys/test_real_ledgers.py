"""The seeds' figures and a real table of rival estimates as claim ledgers."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from tests.conftest import run_muster

pytestmark = pytest.mark.shared

REFUSED = """
name = "refused"
title = "members of the armed forces who refused to go"
unit = "soldiers"
population = "military and National Guard personnel"
place = "Russia"
from = 2022-02-24
to = 2022-06-03
series = "refusal"
regions = 83
coding = "{coding}"
[select]
counted = ["member", "soldier", "case"]
about = ["refuse", "advice", "dealt"]
[dates]
"000_6fd026b1e9038ab7.txt" = 2022-05-15
"""
SHARE = """
name = "share"
title = "share of contract soldiers who refuse to go back"
unit = "share"
population = "contract soldiers who have returned from Ukraine and are preparing to return"
counting = "moment"
[select]
counted = ["contract soldier"]
about = ["refuse"]
"""
DEATHS = """
name = "deaths"
title = "Russian soldiers killed"
unit = "deaths"
population = "Russian forces"
from = 2022-02-24
{to}
[[table]]
address = "economist_ukraine_casualty_estimates.csv"
origin = "source"
date = "date"
value = "estimate"
low = "estimate_low"
high = "estimate_high"
party = "ignore for chart, data from warring parties"
party_is = "yes"
only = {{ type = "{kind}", country = "russia" }}
[[origin]]
name = "UK Ministry of Defence"
aliases = ["UK MoD"]
[[origin]]
name = "Mediazona and Meduza"
aliases = ["Mediazona; Meduza", "Mediazona; Meduza (cumulative)"]
"""


GED = """
name = "events"
title = "deaths in recorded events"
unit = "deaths"
from = 1989-01-01
counting = "period"
[[table]]
address = "ucdp_ged_sample_1000.csv"
recorder = "UCDP GED"
date = "date_start"
until = "date_end"
value = "best"
low = "low"
high = "high"
place = "country"
day_first = false
distinct = true
"""


@pytest.fixture(scope="module")
def home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    (folder / "est").mkdir()
    shutil.copy(shared / "data/estimates/economist_ukraine_casualty_estimates.csv", folder / "est")
    for papers, project in ((shared / "seeds", "seeds.db"), (folder / "est", "est.db")):
        done = run_muster(folder, "run", papers, "-p", folder / project)
        assert done.returncode == 0, done.stderr
    return folder


def ask(home: Path, project: str, question: str) -> list[dict[str, object]]:
    (home / "q.toml").write_text(question, "utf-8")
    done = run_muster(home, "count", "q.toml", "--json", "-p", home / project)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_the_floor_of_the_seeds(home: Path) -> None:
    """1,001 in at least seven regions from one origin; hundreds twice and different; dozens not multiplied;
    an unknown number stays unknown."""
    answer, *entries = ask(home, "seeds.db", REFUSED.format(coding="strict"))
    assert (answer["low"], answer["high"]) == (1001, None)
    assert "at least 7 of 83 regions, no data for the other 76 at most" in str(answer["words"])
    floor = next(e for e in entries if e["role"] == "floor")
    assert (floor["origin"], floor["least_regions"], floor["claims_about_it"] != "") == (
        "Pavel Chikov",
        7,
        True,
    )
    hundreds = [e for e in entries if e["words"] == "hundreds"]
    assert {(e["role"], e["series"]) for e in hundreds} == {("accepted", "refusal"), ("beside", "request")}
    dozens = next(e for e in entries if e["words"] == "dozens")
    assert "neither multiplied nor added" in str(dozens["why"])
    unknown = next(e for e in entries if e["words"] == "An unknown number")
    assert (unknown["low"], unknown["high"], unknown["role"]) == (None, None, "beside")


def test_the_two_expert_estimates_are_one_origin_with_two_wholes(home: Path) -> None:
    """Two dates, two denominators, one origin: not two confirmations, and no count."""
    answer, *entries = ask(home, "seeds.db", SHARE)
    assert (answer["low"], answer["high"]) == (0.2, 0.4)
    assert len(entries) == 2 and len({e["origin"] for e in entries}) == 1
    assert len({e["by"] for e in entries}) == 2
    assert sorted(str(e["role"]) for e in entries) == ["beside", "floor"]
    assert "it stays a share" in str(answer["words"]) and "rests on one origin" in str(answer["why"])


def test_rival_estimates_are_a_ledger(home: Path) -> None:
    """Aliases folded, parties beside, middles of estimates no floors, deaths and casualties kept apart."""
    answer, *deaths = ask(home, "est.db", DEATHS.format(kind="deaths", to="to = 2025-06-30"))
    origins = {str(e["origin"]) for e in deaths}
    assert "UK Ministry of Defence" in origins and "UK MoD" not in origins
    assert all(e["role"] == "beside" for e in deaths if e["party"]) and any(e["party"] for e in deaths)
    assert all(e["best"] is None or e["low"] != e["best"] or e["role"] == "beside" for e in deaths)
    assert answer["low"] == 200000
    _, *casualties = ask(home, "est.db", DEATHS.format(kind="casualties", to=""))
    assert not {e["id"] for e in deaths} & {e["id"] for e in casualties}


def test_recorded_events_make_a_series(shared: Path, home: Path) -> None:
    """A thousand events of one recorder, taken and not read: their sum; months without a record unknown."""
    folder = home / "ged"
    folder.mkdir()
    shutil.copy(shared / "data/estimates/ucdp_ged_sample_1000.csv", folder)
    assert run_muster(home, "take", folder, "-p", home / "ged.db").returncode == 0
    answer, *events = ask(home, "ged.db", GED)
    with (folder / "ucdp_ged_sample_1000.csv").open(encoding="utf-8", newline="") as file:
        recorded = list(csv.DictReader(file))
    # Some rows of the real file say more at the least than at best or at most; they stand beside.
    added = [r for r in recorded if int(r["low"]) <= int(r["best"]) <= int(r["high"])]
    assert len(recorded) - len(added) == sum(e["role"] == "beside" for e in events) > 0
    assert len(events) == len(recorded)
    for end in ("low", "high"):
        assert answer[end] == sum(int(r[end]) for r in added)
    done = run_muster(home, "count", "q.toml", "--every", "month", "--json", "-p", home / "ged.db")
    months = json.loads(done.stdout)
    assert sum(m["spread"] or 0 for m in months) == pytest.approx(sum(int(r["best"]) for r in added))
    assert any(m["records"] == 0 and m["certain"] is None for m in months)
    assert all(m["certain"] <= m["spread"] + 1e-6 <= m["possible"] + 2e-6 for m in months if m["records"])


def test_a_real_contradiction_is_shown(home: Path) -> None:
    """Where one origin's floor lies above another's later ceiling, no bounds are printed."""
    answer, *entries = ask(home, "est.db", DEATHS.format(kind="deaths", to=""))
    assert (answer["low"], answer["high"]) == (None, None)
    assert {e["role"] for e in entries} >= {"floor", "ceiling"}
    assert "contradict" in str(answer["words"])
