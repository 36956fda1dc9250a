"""A team's question, from papers to the answer, the dossier and `muster why`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Muster, run_muster

REGISTER = """Drivers stay at home
2031-05-04
https://news.meridian.example/depot

More than 300 drivers in at least six regions have refused to go back across the river, said Vera Tamlin, \
the head of the Open Register.

The real number could be much higher, Tamlin said.
"""
RADIO = """Hundreds call
2031-05-06
https://radio.lantern.example/calls

Dozens of drivers have refused to go back, said Oleg Marsh, a lawyer.

Hundreds of drivers have asked for advice, said Rita Holm of the Helpline.

Each of the lawyers has dealt with dozens of drivers who refused, said Pia Norn, the coordinator.
"""
QUESTION = """
name = "drivers"
title = { en = "drivers who refused to go back", ru = "водители, отказавшиеся возвращаться" }
unit = "people"
population = "drivers of the depot"
place = "Sorvia"
from = 2031-01-01
to = 2031-06-30
series = "refusal"
regions = 14
[select]
counted = ["driver"]
"""
ROWS = "who,day,least,most,side\nOpen Register,01/05/2031,310,,\nMinistry of Roads,02/05/2031,,20,yes\n"
TABLE = """
name = "table"
title = "refusals, as tabled"
unit = "refusals"
from = 2031-01-01
to = 2031-05-02
[[table]]
address = "rows.csv"
origin = "who"
date = "day"
low = "least"
high = "most"
party = "side"
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    papers = folder / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text(REGISTER, "utf-8")
    (papers / "b.txt").write_text(RADIO, "utf-8")
    (papers / "rows.csv").write_text(ROWS, "utf-8")
    (folder / "drivers.toml").write_text(QUESTION, "utf-8")
    (folder / "table.toml").write_text(TABLE, "utf-8")
    done = run_muster(folder, "run", papers, "-p", folder / "desk.db")
    assert done.returncode == 0, done.stderr
    return folder


def rows(home: Path, *arguments: str) -> list[dict[str, object]]:
    done = run_muster(home, "count", *arguments, "--json", "-p", home / "desk.db")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_the_answer_rests_on_what_was_stated(home: Path) -> None:
    """The floor in its regions; advice is another series; a caseload told of each is not multiplied."""
    answer, *entries = rows(home, "drivers.toml")
    assert (answer["role"], answer["low"], answer["high"]) == ("answer", 301, None)
    by_words = {str(e["words"]).casefold(): e for e in entries}
    assert (by_words["more than 300"]["role"], by_words["more than 300"]["least_regions"]) == ("floor", 6)
    assert by_words["hundreds"]["why"] == "another series: request"
    whys = [str(e["why"]) for e in entries if str(e["words"]).casefold() == "dozens"]
    assert any("neither multiplied nor added" in w for w in whys)
    assert any("none were invented" in w for w in whys)
    assert by_words["more than 300"]["claims_about_it"]


@pytest.mark.parametrize(
    ("coding", "low"), [("as-written", None), ("strict", 24), ("acled", 12), ("ucdp", 24)]
)
def test_a_coding_profile_bounds_words_below_and_never_above(
    home: Path, coding: str, low: int | None
) -> None:
    """Dozens have the floor of the chosen profile; no profile closes the top."""
    asked = QUESTION.replace('series = "refusal"', f'series = "refusal"\ncoding = "{coding}"')
    (home / f"{coding}.toml").write_text(asked, "utf-8")
    marsh = next(e for e in rows(home, f"{coding}.toml") if e["origin"] == "Oleg Marsh")
    assert (marsh["low"], marsh["high"]) == (low, None)


def test_a_table_of_estimates_is_a_ledger(home: Path) -> None:
    """Rows of a CSV file that was taken: origins, floors, a party to the war beside."""
    answer, *entries = rows(home, "table.toml")
    assert answer["low"] == 310
    assert {(e["origin"], e["role"], e["party"]) for e in entries} == {
        ("Open Register", "floor", False),
        ("Ministry of Roads", "beside", True),
    }


def test_asking_writes_nothing(home: Path) -> None:
    """Without --keep the project is as it was, to the byte."""
    before = (home / "desk.db").read_bytes()
    rows(home, "drivers.toml")
    assert (home / "desk.db").read_bytes() == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('"driver"', '"submarine"'), "nobody answered"),
        (("2031-01-01", "2040-01-01"), "ends on 2031-06-30, before it begins"),
        (("regions = 14", "regions = -3"), "no number of people"),
        (("name =", "nome ="), "means nothing here"),
    ],
)
def test_what_cannot_be_answered_is_said_and_nothing_is_written(
    home: Path, change: tuple[str, str], says: str
) -> None:
    """One plain line, exit 1, the project as it was; --keep keeps no such question."""
    (home / "odd.toml").write_text(QUESTION.replace(*change), "utf-8")
    before = (home / "desk.db").read_bytes()
    done = run_muster(home, "count", "odd.toml", "--keep", "--by", "anna", "-p", home / "desk.db")
    assert done.returncode == 1 and says in done.stderr and "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert (home / "desk.db").read_bytes() == before


def test_claims_before_the_war_answer_nothing(home: Path) -> None:
    """A count that begins after every claim is refused in so many words."""
    text = TABLE.replace("2031-01-01", "2035-01-01").replace("2031-05-02", "2035-05-02")
    (home / "late.toml").write_text(text, "utf-8")
    done = run_muster(home, "count", "late.toml", "-p", home / "desk.db")
    assert done.returncode == 1 and "from before 2035-01-01" in done.stderr


def test_plots_are_files_of_their_own(home: Path) -> None:
    """The same bytes twice, mode 0600, nothing fetched, and well-formed."""
    import xml.etree.ElementTree as tree

    drawn = []
    for folder in ("one", "two"):
        done = run_muster(home, "count", "drivers.toml", "--svg", home / folder, "-p", home / "desk.db")
        assert done.returncode == 0, done.stderr
        drawn.append({p.name: p.read_bytes() for p in (home / folder).iterdir()})
    assert drawn[0] == drawn[1] and "drivers-ledger.svg" in drawn[0]
    for path in (home / "one").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        tree.parse(path)
        assert b"href" not in path.read_bytes() and b"url(http" not in path.read_bytes()


def test_coverage_has_a_column_an_origin(home: Path) -> None:
    """Six regions are counted and none is named: one row, one column."""
    found = rows(home, "drivers.toml", "--coverage")
    assert len(found) == 1 and "in 6 regions or more" in str(found[0]["Vera Tamlin"])


def test_events_give_a_series_and_its_plot(home: Path) -> None:
    """Rows that are events of their own, by month, as numbers and drawn; claims are refused a series."""
    events = TABLE.replace('party = "side"', 'party = "side"\ndistinct = true')
    (home / "events.toml").write_text(events.replace('name = "table"', 'name = "events"'), "utf-8")
    found = rows(home, "events.toml", "--every", "month", "--svg", str(home / "drawn"))
    assert [(r["period"], r["certain"], r["records"]) for r in found] == [("2031-05", 310, 1)]
    assert (home / "drawn" / "events-periods.svg").exists()
    done = run_muster(home, "count", "drivers.toml", "--every", "month", "-p", home / "desk.db")
    assert done.returncode == 1 and "belongs to no single period" in done.stderr


def test_two_questions_are_compared(home: Path) -> None:
    """What they differ in is said after both."""
    done = run_muster(home, "count", "drivers.toml", "table.toml", "-p", home / "desk.db")
    assert "differ in what is counted (people / refusals)" in done.stdout


def test_a_kept_question_is_in_the_ledger_the_dossier_and_why(tmp_path: Path, muster: Muster) -> None:
    """Kept by somebody, it is answered by every count; dropped, it stays on record."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text(REGISTER, "utf-8")
    (tmp_path / "drivers.toml").write_text(QUESTION, "utf-8")
    assert muster("run", papers).returncode == 0
    assert muster("count", "drivers.toml", "--keep").returncode == 2
    assert muster("count", "drivers.toml", "--keep", "--by", "anna", "--note", "for May").returncode == 0
    line = json.loads(muster("estimates", "--json", "--limit", "1").stdout)[0]
    assert (line["method"], line["low"], line["population"]) == ("ledger", 301, "drivers of the depot")
    chain = muster("why", line["id"]).stdout
    assert "judgement" in chain and "'More than 300'" in chain and "original sha256:" in chain
    muster("export", "dossier", "out.html")
    page = (tmp_path / "out.html").read_text("utf-8")
    assert "What the team asked" in page and "не менее 301 человека" in page
    assert f'<a href="#{line["rests_on"].split()[1]}">' in page
    assert muster("count", "drivers").returncode == 0
    assert muster("count", "nobody").returncode == 1
    later = {"MUSTER_NOW": "2099-01-01T00:00:00+00:00"}
    assert muster("count", "drivers", "--drop", "--by", "anna", **later).returncode == 0
    assert json.loads(muster("estimates", "--json", "--limit", "1").stdout)[0]["method"] != "ledger"
    assert muster("count", "drivers").returncode == 1
    assert muster("check").returncode == 0


def test_a_kept_question_without_an_answer_is_said_to_have_none(tmp_path: Path, muster: Muster) -> None:
    """Its paper forgotten, the others are answered, and it is named with the reason."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text(REGISTER, "utf-8")
    (papers / "b.txt").write_text(RADIO, "utf-8")
    lonely = QUESTION.replace('name = "drivers"', 'name = "calls"').replace('series = "refusal"', "")
    (tmp_path / "calls.toml").write_text(lonely + 'about = ["advice"]\n', "utf-8")
    (tmp_path / "drivers.toml").write_text(QUESTION, "utf-8")
    assert muster("run", papers).returncode == 0
    assert muster("count", "calls.toml", "drivers.toml", "--keep", "--by", "anna").returncode == 0
    paper = next(d["id"] for d in json.loads(muster("documents", "--json").stdout) if d["address"] == "b.txt")
    assert muster("forget", paper, "--by", "anna", "--reason", "withdrawn", "--yes").returncode == 0
    muster("link")
    done = muster("count")
    assert done.returncode == 0 and "calls: no answer, nobody answered" in done.stderr
    assert muster("export", "dossier", "out.html").returncode == 0
    page = (tmp_path / "out.html").read_text("utf-8")
    assert "Asked, and not answered" in page and 'id="asked-drivers"' in page
