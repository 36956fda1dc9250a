"""`muster estimate link`: lists in three scripts to the table of patterns, and no name leaves."""

from __future__ import annotations

import csv
import shutil
from importlib import import_module
from itertools import combinations
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from tests.conftest import ROOT, Muster

from muster.model.errors import NotFound, Refused
from muster.workflows import link_lists as workflow

DEMO = ROOT / "examples" / "demo" / "lists"
NAMES = ("hotline", "lawyers", "observatory", "parents", "kelmara")
FILES = [DEMO / f"{n}.csv" for n in NAMES]


@pytest.fixture(scope="module")
def linked() -> workflow.Linked:
    return workflow.link_lists(FILES)


@pytest.fixture(scope="module")
def truth() -> dict[str, str]:
    with (DEMO / "truth.csv").open(encoding="utf-8") as file:
        return {f"{r['list']}:{r['record']}": r["person"] for r in csv.DictReader(file)}


def _pairs(parts: list[object]) -> set[tuple[int, int]]:
    by: dict[object, list[int]] = {}
    for place, part in enumerate(parts):
        by.setdefault(part, []).append(place)
    return {p for each in by.values() for p in combinations(each, 2)}


def test_the_demo_is_linked_across_three_scripts(linked: workflow.Linked, truth: dict[str, str]) -> None:
    """F1 of the pairs at p >= .9 is at least .95; nearly every true pair was compared."""
    true = _pairs([truth[linked.code(n)] for n in range(len(linked.links.records))])
    got = _pairs(linked.links.parts_at(0.9).tolist())
    assert 2 * len(got & true) / (len(got) + len(true)) >= 0.95
    compared = set(zip(linked.links.left.tolist(), linked.links.right.tolist(), strict=True))
    assert len(true & compared) / len(true) >= 0.99


def test_the_average_over_the_draws_holds_the_number_of_people_seen(
    linked: workflow.Linked, truth: dict[str, str]
) -> None:
    """Those on some list, by the truth, lie within 2 % of the mean of the draws."""
    seen = np.mean([t.sum() for t in linked.links.tables()])
    assert seen == pytest.approx(len(set(truth.values())), rel=0.02)


def test_a_pair_of_090_is_right_about_so_often(linked: workflow.Linked, truth: dict[str, str]) -> None:
    """The chances are calibrated: pairs above .5 are right about as often as they say."""
    links = linked.links
    right = np.array(
        [truth[linked.code(i)] == truth[linked.code(j)] for i, j in zip(links.left, links.right, strict=True)]
    )
    some = links.chance > 0.5
    assert right[some].mean() == pytest.approx(links.chance[some].mean(), abs=0.04)


def test_no_name_leaves(tmp_path: Path, muster: Muster) -> None:
    """Neither the screen nor a file holds a word of a name, in any shape of output; only codes."""
    shutil.copytree(DEMO, tmp_path, dirs_exist_ok=True)
    words: set[str] = set()
    for file in FILES:
        with file.open(encoding="utf-8") as rows:
            words |= {
                w for r in csv.DictReader(rows) for w in r["name"].replace(".", " ").split() if len(w) > 3
            }
    done = muster("estimate", "link", *(f"{n}.csv" for n in NAMES), "--out", "linked", "--draws", "10")
    assert done.returncode == 0, done.stderr
    shown = [done.stdout, done.stderr]
    shown += [p.read_text("utf-8") for p in sorted((tmp_path / "linked").iterdir())]
    assert len(shown) == 6
    assert len(words) > 100
    for text in shown:
        assert not {w for w in words if w in text}
    total = muster(
        "estimate", "lists", "linked/tables.csv",
        "--what", "held", "--population", "soldiers", "--place", "Sarnet", "--by", "2019-06-30",
    )  # fmt: skip
    assert total.returncode == 0, total.stderr
    assert "share of the variance between tables" in total.stdout
    row = next(line for line in total.stdout.splitlines() if line.startswith("total "))
    low, high = (int(n) for n in (row.split()[2], row.split()[4]))
    assert low <= 900 <= high


def test_the_evidence_on_a_pair_adds_up(linked: workflow.Linked) -> None:
    """Each line has its bits and the sum so far; the words are about fields, never about a name."""
    p = int(np.argmax(linked.links.chance))
    one, other = linked.code(int(linked.links.left[p])), linked.code(int(linked.links.right[p]))
    rows = list(workflow.waterfall_rows(*workflow.evidence(linked, one, other)))
    bits = [float(str(r["bits"])) for r in rows[:-1]]
    assert sum(bits) == pytest.approx(float(str(rows[-2]["sum"])), abs=0.5)
    assert rows[0]["field"] == "start" and bits[0] < 0
    assert rows[-1]["chance"] == 1.0
    with pytest.raises(NotFound):
        workflow.evidence(linked, "hotline:H999", other)


def test_the_evidence_is_drawn(tmp_path: Path, linked: workflow.Linked) -> None:
    """A bar for each field that says something, for or against; fields that say nothing are left out."""
    from muster.publish.plots_lists import write_waterfall

    steps = [
        ("two records taken at random", -9.2),
        ("one unit", 2.2),
        ("not said", 0.0),
        ("years differ", -6.0),
    ]
    drawn = write_waterfall(tmp_path / "plots", steps, 0.0).read_text("utf-8")
    assert drawn.count('class="evidence against"') == 2
    assert drawn.count('class="evidence for"') == 1
    assert "not said" not in drawn and "-13.0 bits" in drawn


def test_judged_pairs_hold(tmp_path: Path, linked: workflow.Linked) -> None:
    """The review queue, filled in, is taken as it is; the most doubtful pair is doubtful no more."""
    rows = [
        r | {"verdict": "same" if n % 2 else "different"} for n, r in enumerate(workflow.review_rows(linked))
    ]
    path = tmp_path / "judged.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(rows[0]))
        out.writeheader()
        out.writerows(rows[:2])
    again = workflow.link_lists(FILES, judged=path, draws=10)
    chances = {
        (again.code(int(i)), again.code(int(j))): float(c)
        for i, j, c in zip(again.links.left, again.links.right, again.links.chance, strict=True)
    }
    for row, chance in zip(rows[:2], (0.0, 1.0), strict=True):
        pair = (f"{row['list_a']}:{row['record_a']}", f"{row['list_b']}:{row['record_b']}")
        assert chances[pair] == chance


def test_verdicts_are_kept_and_replayed(tmp_path: Path, linked: workflow.Linked, muster: Muster) -> None:
    """Kept in the project by hash, row and code, never by name; replayed without the file, by code where the
    list has grown; the total names the lists behind its tables."""
    shutil.copytree(DEMO, tmp_path, dirs_exist_ok=True)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text("At least 300 soldiers refused, the Observatory said.")
    assert muster("run", "papers", "--project", "d.db").returncode == 0
    rows = list(workflow.review_rows(linked))[:3]
    with (tmp_path / "judged.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(rows[0]))
        out.writeheader()
        out.writerows(r | {"verdict": "different"} for r in rows)
    files = [f"{n}.csv" for n in NAMES]
    call = ("estimate", "link", *files, "--project", "d.db", "--draws", "10")
    first = muster(*call, "--judged", "judged.csv", "--judged-by", "desk-2", "--out", "linked")
    assert "3 verdicts kept" in first.stderr, first.stderr
    (tmp_path / "judged.csv").unlink()
    with (tmp_path / f"{rows[0]['list_a']}.csv").open("a", encoding="utf-8") as file:
        file.write("H999,Ыкбар Цуц,1950,,,\n")
    second = muster(*call, "--out", "linked").stderr
    assert "3 pairs as judged before" in second and "judged on another version of a list" in second
    about = ("--what", "held", "--population", "soldiers", "--place", "Sarnet", "--by", "2019-06-30")
    total = ("estimate", "lists", "linked/tables.csv", *about, "--project", "d.db")
    assert muster(*total, "--keep", "held", "--kept-by", "desk-2").returncode == 0
    line = next(
        r for r in csv.DictReader(muster("estimates", "-p", "d.db", "--csv").stdout.splitlines())
        if r["method"] == "lists"
    )  # fmt: skip
    why = muster("why", line["id"], "--project", "d.db").stdout
    assert "of list hotline; they are not in the project" in why and "3 pairs: same or different" in why
    assert "tables.csv: 10 tables" in why
    said = {w for f in FILES for w in f.read_text("utf-8").replace(",", " ").split() if len(w) > 4}
    names = {w for w in said if w.isalpha()} - {"record", "region", "month"}
    whole = (tmp_path / "d.db").read_bytes().decode("utf-8", "ignore")
    assert len(names) > 100 and not {n for n in names if n in whole}


HEAD = "record,name,born\n"
A = HEAD + "1,Тихон Верескунов,1980\n2,Лев Подгаевич,1981\n3,Ия Сомова,1990\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a": A}, "linking needs two"),
        ({"a": A, "b": HEAD + "1,Lev Podgaevich,1981\n"}, "1 records are no list"),
        ({"a": A, "b": A.replace("2,", "1,", 1)}, "already that of row 2"),
        ({"a": A, "b": HEAD + "1,Лев Подгаевич,1981\n2,Лев Подгаевич,1981\n"}, "say the same in every field"),
        ({"a": A, "b": "x,y\n1,2\n3,4\n"}, "none of its columns is known"),
        ({"a": A, "b": HEAD + "1,,\n2,,\n"}, "none of its records says anything"),
        ({"a": A, "b": HEAD + "1,Ким Ы,1960\n2,Юн Э,1961\n"}, "in common"),
        ({"a": A, "b": HEAD + f"1,{'x' * 400},1960\n2,Юн Э,1961\n"}, "400 characters"),
    ],
    ids=[
        "one list",
        "one record",
        "one code twice",
        "one person twice",
        "no column",
        "says nothing",
        "strangers",
        "huge",
    ],
)
def test_lists_that_cannot_be_linked(tmp_path: Path, files: dict[str, str], said: str) -> None:
    """A sentence that says what, where, and what to do; no name in it."""
    paths = []
    for name, body in files.items():
        paths.append(tmp_path / f"{name}.csv")
        paths[-1].write_text(body, "utf-8")
    with pytest.raises(Refused, match=said) as caught:
        workflow.link_lists(paths)
    assert "Подгаевич" not in str(caught.value)


def test_a_list_inside_another_has_no_total(tmp_path: Path, muster: Muster) -> None:
    """It is linked; the total is refused with the reason, exit 1."""
    lines = FILES[0].read_text("utf-8").splitlines()
    (tmp_path / "whole.csv").write_text("\n".join(lines[:121]) + "\n", "utf-8")
    (tmp_path / "part.csv").write_text("\n".join(lines[:61]) + "\n", "utf-8")
    done = muster("estimate", "link", "whole.csv", "part.csv", "--out", "linked", "--draws", "10")
    assert done.returncode == 0, done.stderr
    about = ("--what", "held", "--population", "soldiers", "--place", "Sarnet", "--by", "2019-06-30")
    total = muster("estimate", "lists", "linked/tables.csv", *about)
    assert total.returncode == 1
    assert "is also on list whole" in total.stderr


def test_a_workbook_and_other_headers(tmp_path: Path) -> None:
    """XLSX, headers in Russian, name in parts, dates as days of the calendar, columns named by hand."""
    from datetime import date

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["№", "Фамилия", "Given name", "Год рождения", "seen"])
    for n in range(20):
        sheet.append(
            [
                n,
                f"Верескун{'абвгдежзик'[n % 10]}в",
                "Лев" if n < 10 else "Тихон",
                1980.0 + n,
                date(2022, 9, 1 + n),
            ]
        )
    for name in ("one", "two"):
        book.save(tmp_path / f"{name}.xlsx")
    found = workflow.link_lists(
        [tmp_path / "one.xlsx", tmp_path / "two.xlsx"], columns={"given": "Given name", "date": "seen"}
    )
    assert found.ignored == ()
    assert found.links.records[0].born == 1980
    assert found.links.records[0].days == (date(2022, 9, 1).toordinal(),) * 2
    assert found.links.tables()[0][3] >= 18


@pytest.fixture
def case_lists(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "eval"))
    return import_module("case_lists")


def test_pairs_grow_with_the_records(case_lists: ModuleType) -> None:
    """Four times the people are compared in less than eight times the pairs, not in sixteen."""
    from muster.link.case_keys import candidate_pairs
    from muster.link.case_records import case_record

    found = []
    for people in (800, 3200):
        records = [
            case_record(
                case_lists.LISTS.index(r.list), r.record, {"name": r.name, "born": r.born, "date": r.date}
            )
            for r in case_lists.make(5, people, 3)
        ]
        found.append(len(candidate_pairs(records, crowd=20)[0]))
    assert found[0] < found[1] < 8 * found[0]


def test_made_lists_reach_the_goals(tmp_path: Path, case_lists: ModuleType) -> None:
    """Four made lists of 800 people, other surnames, six romanisations: F1 >= .95 at p >= .9."""
    rows = case_lists.make(77, 800, 4)
    paths = [tmp_path / f"{name}.csv" for name in case_lists.LISTS[:4]]
    for path in paths:
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(["record", "name", "born", "region", "unit", "date"])
            out.writerows(
                [r.record, r.name, r.born, r.region, r.unit, r.date] for r in rows if r.list == path.stem
            )
    found = workflow.link_lists(paths, draws=10)
    true = _pairs([r.person for r in rows])
    got = _pairs(found.links.parts_at(0.9).tolist())
    assert 2 * len(got & true) / (len(got) + len(true)) >= 0.95


def test_large_lists_have_no_table_before_pairs_were_judged(tmp_path: Path, case_lists: ModuleType) -> None:
    """Splink's chances alone give pairs to judge, from every band alike; with 200 judged, a table whose
    people are within 8 % of the truth; codes only, and the same chances twice."""
    pytest.importorskip("splink", reason="the extra 'splink' is not installed")
    from muster.workflows import link_large as large

    rows = case_lists.make(5, 1500, 4)
    who = {f"{r.list}:{r.record}": r.person for r in rows}
    files = []
    for name in case_lists.LISTS[:4]:
        files.append(tmp_path / f"{name}.csv")
        with files[-1].open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(["record", "name", "born", "region", "unit", "date"])
            out.writerows(
                [r.record, r.name, r.born, r.region, r.unit, r.date] for r in rows if r.list == name
            )
    found = large.link_large_lists(files)
    assert "too high" in found.cautions[0]
    with pytest.raises(Refused, match="0 pairs were judged"):
        found.tables()
    asked = list(large.review_rows(found))
    assert len(asked) >= 200 and {len(r) for r in asked} == {6}
    with (tmp_path / "judged.csv").open("w", encoding="utf-8", newline="") as file:
        out_rows = csv.DictWriter(file, list(asked[0]))
        out_rows.writeheader()
        for r in asked:
            one, other = f"{r['list_a']}:{r['record_a']}", f"{r['list_b']}:{r['record_b']}"
            out_rows.writerow(r | {"verdict": "same" if who[one] == who[other] else "different"})
    again = large.link_large_lists(files, judged=tmp_path / "judged.csv")
    assert again.calibrated().judged == len(asked)
    seen = np.mean([t.sum() for t in again.tables()])
    assert seen == pytest.approx(len(set(who.values())), rel=0.08)
    assert (again.links.chance == found.links.chance).all()
    judged = [r for r in large.band_rows(again) if r["judged"]]
    assert len(judged) >= 5 and sum(int(str(r["judged"])) for r in judged) == len(asked)
