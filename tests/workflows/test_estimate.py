"""`muster estimate lists` from files to the sentence; files that say nothing get a sentence and exit 1."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from tests.conftest import ROOT, Muster

EXAMPLE = ROOT / "examples" / "lists"
ABOUT = ("--what", "refusals", "--population", "soldiers", "--place", "Sarnet", "--by", "2031-06-01")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_kosovo_from_the_table_to_the_sentence(folder: Path, muster: Muster) -> None:
    """Bounds, of whom, where, by when, method, what must be true, what was never seen; the panel below."""
    done = muster("estimate", "lists", "kosovo.csv", "--protocols", "kosovo.toml")
    assert done.returncode == 0, done.stderr
    first = done.stdout.splitlines()[0]
    for words in (
        "(Kosovar Albanians, Kosovo), by 22 June 1999", "from 9,830 to 16,500", "about 12,600",
        "4,400 people",
        "True if everybody had some chance", "never found or never identified", "from 4,280 to 11,800",
    ):  # fmt: skip
        assert words in first
    for words in ("delta = 0.0625", "proportional to 1/N", "without HRW", "share never seen"):
        assert words in done.stdout


def test_the_figure_of_the_court_is_one_option_away(folder: Path, muster: Muster) -> None:
    """Log-linear: 10,356.5, its profile interval among the details, the wider bootstrap as bounds."""
    done = muster(
        "estimate", "lists", "kosovo.csv", "--protocols", "kosovo.toml", "--method", "loglinear", "--json"
    )
    made = json.loads(done.stdout)
    assert made["best"] == pytest.approx(10356.5, abs=0.05)
    assert ["profile interval of this model", "9,012 to 12,138"] in made["details"]
    assert made["low"] < 9012 and made["high"] > 12138
    assert set(made["sentences"]) == {"en", "ru", "uk"}
    assert [p["name"] for p in made["protocols"]] == ["EXH", "ABA", "OSCE", "HRW"]
    assert {"total", "model", "drop", "merge", "odds"} <= {row["kind"] for row in made["panel"]}


def test_the_same_people_in_three_shapes(folder: Path, muster: Muster) -> None:
    """A pattern table, a row a person and a row a membership give one answer."""
    patterns = {
        (1, 0, 0): 60,
        (0, 1, 0): 49,
        (1, 1, 0): 14,
        (0, 0, 1): 90,
        (1, 0, 1): 30,
        (0, 1, 1): 40,
        (1, 1, 1): 22,
    }
    people = [p for p, n in patterns.items() for _ in range(n)]
    (folder / "table.csv").write_text(
        "A;B;C;count\n" + "".join(f"{';'.join(map(str, p))};{n}\n" for p, n in patterns.items()) + "0;0;0;\n"
    )
    (folder / "people.csv").write_text("A,B,C\n" + "".join(f"{','.join(map(str, p))}\n" for p in people))
    (folder / "members.csv").write_text(
        "\ufefflist,code\n"
        + "".join(f"{'ABC'[i]},p{k}\n" for k, p in enumerate(people) for i in range(3) if p[i])
    )
    answers = [
        muster("estimate", "lists", f"{name}.csv", *ABOUT, "--csv").stdout
        for name in ("table", "people", "members")
    ]
    assert answers[0].startswith("kind,what,low,best,high,note") and len(set(answers)) == 1


def test_strata_and_versions(folder: Path, muster: Muster) -> None:
    """Several files are added or pooled, and only when it is said which."""
    shutil.copy(folder / "kosovo.csv", folder / "south.csv")
    two = ("estimate", "lists", "kosovo.csv", "south.csv", *ABOUT)
    refused = muster(*two)
    assert refused.returncode == 1 and "--as strata" in refused.stderr
    added = json.loads(muster(*two, "--as", "strata", "--json").stdout)
    assert added["seen"] == 8800 and added["method"] == "strata"
    pooled = json.loads(muster(*two, "--as", "imputations", "--json").stdout)
    assert pooled["seen"] == 4400 and "at least 10" in pooled["warnings"][0]


def test_plots_are_drawn_only_when_asked(folder: Path, muster: Muster) -> None:
    """Three files of mode 0600; without --svg nothing new lies in the folder."""
    before = sorted(p.name for p in folder.iterdir() if p.is_file())
    assert muster("estimate", "lists", "kosovo.csv", "--protocols", "kosovo.toml").returncode == 0
    assert sorted(p.name for p in folder.iterdir() if p.is_file()) == before
    done = muster("estimate", "lists", "kosovo.csv", "--protocols", "kosovo.toml", "--svg", "plots")
    assert done.returncode == 0, done.stderr
    drawn = sorted((folder / "plots").iterdir())
    assert [p.name for p in drawn] == ["lists-overlap.svg", "lists-panel.svg", "lists-posterior.svg"]
    assert all(p.stat().st_mode & 0o777 == 0o600 for p in drawn)


BAD = {
    "negative": ("A,B,C,count\n1,0,0,5\n0,1,0,-3\n", "row 2: the count -3 is below zero"),
    "nan": ("A,B,count\n1,0,NaN\n", "no number of people"),
    "huge": ("A,B,count\n1,0,99999999999999999999\n", "larger than the number of people"),
    "words": ("A,B,count\n1,0,dozens\n", "'dozens' is no number"),
    "on none": ("A,B,C,count\n1,0,0,5\n0,0,0,7\n", "7 people are said to be on none"),
    "person on none": ("A,B,C\n1,0,0\n0,0,0\n", "row 2: a person on no list"),
    "neither": ("A,B,C\n1,0,x\n", "neither a pattern with a count nor a person"),
    "twelve": (",".join("ABCDEFGHIJKL") + ",count\n" + ",".join("1" * 12) + ",4\n", "12 lists are too many"),
    "one record": ("A,B,C,count\n1,1,1,1\n", "1 records"),
    "one list": ("A,count\n1,40\n", "one list says nothing"),
    "duplicate": ("list,code\nA,p1\nB,p1\nA,p1\n", "p1 stands twice on list A"),
    "short row": ("list,code\nA\n", "row 1 has 1 cells"),
    "contained": ("A,B,C,count\n1,0,0,9\n1,1,0,20\n1,0,1,12\n0,0,1,4\n", "on list B is also on list A"),
    "strangers": ("A,B,C,count\n1,0,0,9\n0,1,0,30\n1,1,0,20\n0,0,1,40\n", "list C shares nobody"),
    "empty overlaps": ("A,B,count\n1,0,9\n0,1,30\n", "list A, B shares nobody"),
    "empty list": ("A,B,C,count\n1,0,0,9\n1,1,0,30\n", "nobody is on list C"),
    "empty": ("", "no rows below its header"),
    "header": ("A,B,count\n", "no rows below its header"),
    "zeros": ("A,B,count\n1,0,0\n0,1,0\n", "0 records"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_tables_that_say_nothing(name: str, tmp_path: Path, muster: Muster) -> None:
    """One sentence that names the row or the list, exit 1, nothing on stdout, nothing written."""
    text, said = BAD[name]
    (tmp_path / "bad.csv").write_text(text)
    done = muster("estimate", "lists", "bad.csv", *ABOUT, "--svg", "plots")
    assert done.returncode == 1 and said in done.stderr, done.stderr
    assert "bad.csv" in done.stderr or name in ("contained", "strangers", "empty overlaps")
    assert done.stdout == "" and not (tmp_path / "plots").exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "of whom (--population)"),
        ((*ABOUT, "--at-most", "4000"), "fewer than were seen: 4,400"),
        ((*ABOUT[:-1], "June"), "'June' is no date"),
        ((*ABOUT, "--level", "95"), "a share like 0.95"),
        ((*ABOUT, "--delta", "-1"), "delta must be above zero"),
        ((*ABOUT, "--protocols", "none.toml"), "no such file of protocols"),
        ((*ABOUT, "--protocols", "kosovo.csv"), "no TOML"),
        ((*ABOUT, "--protocols", "three.toml"), "no protocol for list HRW"),
        ((*ABOUT, "--protocols", "odd.toml"), "something unknown: war"),
        ((*ABOUT, "--protocols", "thin.toml"), "does not say who never can"),
        (("--protocols", "backwards.toml"), "it begins (1999-07-01) after it ends"),
    ],
)
def test_questions_that_say_nothing(more: tuple[str, ...], said: str, folder: Path, muster: Muster) -> None:
    """A population smaller than what was seen, a list without a protocol, no population, no date: exit 1."""
    text = (folder / "kosovo.toml").read_text("utf-8")
    (folder / "three.toml").write_text(text[: text.index('[[list]]\nname = "HRW"')])
    (folder / "odd.toml").write_text('war = "x"\n')
    (folder / "thin.toml").write_text('[[list]]\nname = "EXH"\nenters = "x"\n')
    (folder / "backwards.toml").write_text(text.replace('"1999-03-20"', '"1999-07-01"', 1))
    done = muster("estimate", "lists", "kosovo.csv", *more)
    assert done.returncode == 1 and said in done.stderr, done.stderr
    assert done.stdout == ""


KEPT = ("--keep", "kosovo", "--kept-by", "desk-2", "--note", "for the annex")


def test_a_kept_total_is_led_down_to_its_patterns(folder: Path, muster: Muster) -> None:
    """In the ledger, the dossier and under `why`: tables with hashes, protocols, patterns, who kept it; made
    again from the project alone; dropped, it is in the ledger no longer."""
    (folder / "papers").mkdir()
    (folder / "papers" / "a.txt").write_text("At least 300 soldiers refused, the Observatory said.")
    assert muster("run", "papers", "--project", "d.db").returncode == 0
    lists = ("estimate", "lists", "kosovo.csv", "--protocols", "kosovo.toml", "--project", "d.db")
    assert muster(*lists, "--keep", "kosovo").returncode == 2, "a decision needs a name"
    assert muster(*lists, *KEPT).returncode == 0
    rows = json.loads(muster("estimates", "--project", "d.db", "--json").stdout)
    (line,) = [r for r in rows if r["method"] == "lists"]
    assert (line["low"], line["best"], line["high"]) == (9825, 12596, 16549)
    why = muster("why", line["id"], "--project", "d.db").stdout
    digest = hashlib.sha256((folder / "kosovo.csv").read_bytes()).hexdigest()
    for words in (f"table sha256:{digest}", "pattern EXH ABA: 177 people", "list OSCE: on it", "desk-2"):
        assert words in why
    (folder / "kosovo.csv").unlink()
    again = muster("estimate", "kept", "kosovo", "--project", "d.db")
    assert again.returncode == 0 and "from 9,830 to 16,500" in again.stdout
    assert "the same as kept by desk-2" in again.stderr
    muster("export", "dossier", "out.html", "--project", "d.db")
    page = (folder / "out.html").read_text("utf-8")
    assert "Behind the lists" in page and "от 9\u00a0830 до 16\u00a0500" in page and "panel-plot" in page
    assert muster("estimate", "kept", "kosovo", "--drop", "--kept-by", "desk-2", "-p", "d.db").returncode == 0
    gone = muster("estimate", "kept", "kosovo", "--project", "d.db")
    assert gone.returncode == 1 and "no total 'kosovo' is kept here" in gone.stderr


def test_a_kept_total_that_comes_out_otherwise_is_told(folder: Path) -> None:
    """Made again from other tables than those it was made from, the difference is said in numbers."""
    from dataclasses import replace

    from muster.stats import Settings
    from muster.workflows import totals
    from muster.workflows.estimate import Asked, estimate_tables, read_given

    given = read_given([folder / "kosovo.csv"], "")
    made = estimate_tables(given, protocols=(), method="graphs", settings=Settings(), seed=1)
    kept = totals.written(
        made, Asked("killed", "people", "Kosovo", "1999-06-22"), given, method="graphs", settings=Settings(),
        seed=1, behind=folder / "kosovo.csv",
    )  # fmt: skip
    assert totals.again(kept)[2] == ""
    table = replace(kept.tables[0], people=(kept.tables[0].people[0] + 400, *kept.tables[0].people[1:]))
    assert "12,596" in totals.again(replace(kept, tables=(table,)))[2]
