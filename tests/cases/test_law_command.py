"""``muster law`` as a lawyer uses it: a table, what changed, a pack of one's own, its review."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Muster, run_muster

ASK = ("law", "ask", "--pack", "ru-military", "--status", "contract", "--json")


def test_two_days_two_tables(muster: Muster) -> None:
    """The same refusal in May and in October 2022, each with sources, certainty and the pack's version."""
    today = {"MUSTER_NOW": "2026-11-22T08:00:00+00:00"}
    may, october = (muster(*ASK, "--deed", day, **today) for day in ("2022-05-10", "2022-10-10"))
    assert may.returncode == october.returncode == 0, may.stderr
    rules_of = [{r["provision"] for r in json.loads(done.stdout)} for done in (may, october)]
    assert "Criminal Code 332(2.1)" in rules_of[1] - rules_of[0]
    for row in json.loads(october.stdout):
        assert row["sources"]
        assert row["certainty"] in ("high", "medium", "low")
        assert row["pack"].startswith("ru-military ")
    assert "NOT REVIEWED" in may.stderr
    assert "not advice" in may.stderr


def test_a_fact_closes_an_element(muster: Muster) -> None:
    """No order: the rule about orders is not made out, and the row names what that rests on."""
    done = muster(*ASK, "--deed", "2022-05-10", "--fact", "order-given=no@doc-3f")
    [row] = [
        r for r in json.loads(done.stdout) if r["rule_id"] == "cc-332-1" and r["element_stands"] == "not met"
    ]
    assert (row["stands"], row["rests_on"]) == ("not met", "doc-3f")


def test_a_pack_of_ones_own_is_signed_and_known_to_a_colleague(tmp_path: Path) -> None:
    """Copy, sign, give on; a colleague's installation knows the review once its key is trusted."""
    lawyer, analyst = tmp_path / "lawyer", tmp_path / "analyst"
    for home in (lawyer, analyst):
        home.mkdir()
    assert run_muster(lawyer, "law", "copy", "sorvia-military", "ours.yaml").returncode == 0
    assert "NOT REVIEWED" in run_muster(lawyer, "law", "check", "ours.yaml").stdout
    signed = run_muster(lawyer, "law", "sign", "ours.yaml", "--by", "lawyer-2", "--until", "2040-01-01")
    assert signed.returncode == 0, signed.stderr
    assert "reviewed by lawyer-2" in run_muster(lawyer, "law", "check", "ours.yaml").stdout
    for name in ("ours.yaml", "ours.yaml.review.json"):
        (analyst / name).write_bytes((lawyer / name).read_bytes())
    assert "not known here" in run_muster(analyst, "law", "check", "ours.yaml").stdout
    run_muster(analyst, "law", "trust", "ours.yaml.review.json", "--as", "lawyer-2")
    assert "known here as lawyer-2" in run_muster(analyst, "law", "check", "ours.yaml").stdout


@pytest.mark.parametrize("what", ["pack", "review", "key"])
def test_a_changed_pack_or_review_is_not_reviewed(tmp_path: Path, what: str) -> None:
    """One byte of the pack, a later day in the review, another's key in it."""
    run_muster(tmp_path, "law", "copy", "sorvia-military", "ours.yaml")
    run_muster(tmp_path, "law", "sign", "ours.yaml", "--by", "lawyer-2", "--until", "2040-01-01")
    pack, review = tmp_path / "ours.yaml", tmp_path / "ours.yaml.review.json"
    if what == "pack":
        pack.write_bytes(pack.read_bytes().replace(b"Refusal and", b"Refusals and"))
    elif what == "review":
        review.write_text(review.read_text("utf-8").replace("2040-01-01", "2040-06-01"), "utf-8")
    else:
        known = json.loads(review.read_text("utf-8"))
        review.write_text(json.dumps({**known, "public_key": "00" * 32}), "utf-8")
    told = run_muster(tmp_path, "law", "check", "ours.yaml").stdout
    assert "was changed after" in told or "does not hold" in told


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("law", "sign", "sorvia-military", "--by", "x", "--until", "2030-01-01"), 1, "law copy"),
        (("law", "ask", "--pack", "nowhere", "--deed", "2022"), 1, "no pack is called"),
        (("law", "ask", "--pack", "gone.yaml", "--deed", "2022"), 1, "no such file"),
        (("law", "ask", "--pack", "ru-military", "--deed", "May"), 1, "is no date"),
        (("law", "ask", "--pack", "ru-military", "--deed", "2022", "--fact", "order-given"), 2, "is no fact"),
        (("law", "ask", "--pack", "ru-military", "--deed", "2022", "--fact", "x=yes"), 1, "knows no fact"),
        (("law", "compare", "--pack", "ru-military", "2022-05-10", "soon"), 2, "is no day"),
        (("law", "due", "--pack", "ru-military", "--since", "order-given=2022"), 1, "counts a time"),
        (("law", "due", "--pack", "ru-military", "--since", "learnt-of-violation"), 1, "is no date"),
    ],
)
def test_what_cannot_be_answered_gets_one_sentence(
    muster: Muster, arguments: tuple[str, ...], code: int, says: str
) -> None:
    """With what to do next."""
    done = muster(*arguments)
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_pack_is_told_line_by_line(tmp_path: Path) -> None:
    """All its faults, exit 1, and none of its rules used."""
    run_muster(tmp_path, "law", "copy", "sorvia-military", "ours.yaml")
    pack = tmp_path / "ours.yaml"
    text = pack.read_text("utf-8").replace("certainty: high", "certainty: sure")
    pack.write_text(text, "utf-8")
    done = run_muster(tmp_path, "law", "check", "ours.yaml")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == text.count("certainty: sure")
    refused = run_muster(tmp_path, "law", "ask", "--pack", "ours.yaml", "--deed", "2019")
    assert (refused.returncode, refused.stdout) == (1, "")


def test_what_was_said_of_the_law_is_laid_beside_the_pack(tmp_path: Path) -> None:
    """A claim in a project; its words stay, the pack's penalty stands beside them."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text(
        "Advice on the quay\n2022-05-12\nhttps://news.meridian.example/advice\n\n"
        "“For desertion they threaten two years in a disciplinary battalion,” said Vera Tamlin, a lawyer.\n",
        "utf-8",
    )
    assert run_muster(tmp_path, "run", "papers", "-p", "desk.db").returncode == 0
    done = run_muster(tmp_path, "law", "said", "--pack", "ru-military", "-p", "desk.db", "--json")
    [row] = json.loads(done.stdout)
    assert row["said_by"] == "Vera Tamlin"
    assert "prison for up to 7 years" in row["pack_says"]
    assert "Criminal Code 332(1)" in row["that_would_be"]


def test_deadlines_come_with_the_next_one_first(muster: Muster) -> None:
    """Two facts, two rules: the nearer safe day first, with the days that are left."""
    done = muster(
        "law", "due", "--pack", "ru-military", "--since", "learnt-of-violation=2031-04", "--since",
        "report-to-investigators=2031-05-01", "--json",
    )  # fmt: skip
    rows = json.loads(done.stdout)
    assert [r["days_left"] for r in rows] == sorted(r["days_left"] for r in rows)
    assert {r["last_day"] for r in rows} == {"open"}


def test_a_pack_past_its_review_is_told_first(muster: Muster) -> None:
    """Years later: the first line says that it is to be read only."""
    done = muster(*ASK, "--deed", "2022-05-10", MUSTER_NOW="2031-05-02T08:00:00+00:00")
    assert done.stderr.splitlines()[0].endswith("to read only")


@pytest.mark.shared
def test_a_slip_of_a_lawyer_in_a_real_text_is_shown_beside_the_pack(tmp_path: Path, shared: Path) -> None:
    """Desertion, and the penalty of another article: what was said stays, the pack's stands beside it."""
    assert run_muster(tmp_path, "run", shared / "seeds", "-p", "desk.db").returncode == 0
    done = run_muster(tmp_path, "law", "said", "--pack", "ru-military", "-p", "desk.db", "--json")
    rows = json.loads(done.stdout)
    assert [r for r in rows if "two-year" in r["said"] and "Criminal Code 332(1)" in r["that_would_be"]]
    assert all("338" in r["pack_says"] for r in rows)


def test_the_two_slips_planted_in_the_demo_are_found(tmp_path: Path) -> None:
    """And nothing else in its papers is called a slip; the same words in two papers are two claims."""
    demo = Path(__file__).parents[2] / "examples" / "demo" / "papers" / "text"
    assert run_muster(tmp_path, "run", demo, "-p", "desk.db").returncode == 0
    done = run_muster(tmp_path, "law", "said", "--pack", "sorvia-military", "-p", "desk.db", "--json")
    said = {r["said"] for r in json.loads(done.stdout)}
    assert said == {"ten years", "three years in a penal company"}
