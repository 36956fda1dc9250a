"""The table says what is reached, what is not, and what has fallen."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from results_table import (
    Measured,
    as_toml,
    digest_of,
    kinds_table,
    raised,
    rows,
    show,
    summary,
    write_results,
)
from scoring import Tally


def measured(right: int = 7, digest: str = "abc", name: str = "a set", reader: str = "rules") -> Measured:
    """A set of ten items in two documents, ``right`` of them right."""
    tally, kinds = Tally(), Tally()
    for number in range(10):
        tally.add(f"d{number % 2}", "content found", number < right, 1)
        kinds.add(
            f"d{number % 2}", "content, direct" if number % 2 else "content, indirect", number < right, 1
        )
    return Measured(name, reader, 2, 10, digest, tally.figures(), kinds.figures())


@pytest.fixture
def numbers(tmp_path: Path) -> tuple[Path, Path]:
    """Floors and goals of one metric."""
    floors, goals = tmp_path / "floors.toml", tmp_path / "goals.toml"
    floors.write_text('["a set"]\ndigest = "abc"\n["a set".rules]\n"content found" = 60.0\n', "utf-8")
    goals.write_text('["a set"]\n"content found" = 75\n', "utf-8")
    return floors, goals


def test_a_figure_below_its_floor_fails(
    numbers: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Above the floor nothing fails; below it one row does, and says so."""
    assert show([measured(7)], *numbers) == 0
    assert "NOT MET" in capsys.readouterr().out
    assert show([measured(5)], *numbers) == 1
    assert "60 BELOW" in capsys.readouterr().out


def test_another_set_under_the_same_name_fails(numbers: tuple[Path, Path]) -> None:
    """A floor is not compared with figures of other bytes, and that is no pass."""
    assert show([measured(9, digest="other")], *numbers) == 1
    assert "Below the floor: 0" in summary([measured(3, digest="other")], *numbers)


def test_a_floor_whose_metric_is_gone_fails() -> None:
    """What is not measured any more has not kept its floor; the same goes for a goal."""
    floors = {"a set": {"digest": "abc", "rules": {"basis right": 10.0}}}
    goals = {"a set": {"hedges kept": 90}}
    fallen = {row.figure.metric: (row.fallen, row.met) for row in rows(measured(), floors, goals)}
    assert fallen["basis right"] == (True, None)
    assert fallen["hedges kept"] == (False, False)


def test_goals_met_and_not_met_are_told_apart(numbers: tuple[Path, Path]) -> None:
    """The summary names each goal once, under what became of it."""
    lines = summary([measured(8), measured(3, name="other set")], *numbers)
    assert lines[:3] == ["Goals met: 1", "  a set (rules): content found 80.0 of 75", "Goals not met: 0"]
    lines = summary([measured(5)], *numbers)
    assert "Goals not met: 1" in lines and "Below the floor: 1" in lines


def test_floors_go_up_and_never_down() -> None:
    """Raising keeps a floor that is above the figure, and stays below every figure."""
    once = raised([measured(7)], {})
    assert once["a set"]["rules"]["content found"] == 60
    assert raised([measured(5)], once) == once
    assert raised([measured(9)], once)["a set"]["rules"]["content found"] == 80
    anew = raised([measured(5, digest="other")], once)
    assert anew["a set"]["digest"] == "other" and anew["a set"]["rules"]["content found"] < 50


def test_a_second_reader_keeps_the_floors_of_the_first() -> None:
    """Each reader has floors of its own in one set."""
    both = raised([measured(9, reader="full")], raised([measured(7)], {}))
    assert set(both["a set"]) == {"digest", "rules", "full"}


def test_people_have_no_floors() -> None:
    """The agreement of two annotators is shown and never pinned."""
    assert raised([measured(7, reader="person")], {}) == {}


def test_floors_are_read_back_as_written() -> None:
    """The file holds what was pinned, whatever marks the names have."""
    floors = raised([measured(7, name='«Our» "own" en')], {})
    assert tomllib.loads(as_toml(floors, "two\nlines")) == floors


def test_results_of_sets_not_measured_now_are_kept(tmp_path: Path) -> None:
    """The file is replaced set by set."""
    path = tmp_path / "results.json"
    write_results([measured(7), measured(5, name="other set")], path)
    write_results([measured(9)], path)
    sets = {row["set"]: row for row in json.loads(path.read_text("utf-8"))["sets"]}
    assert sets["a set"]["figures"][0]["value"] == 90.0
    assert sets["other set"]["figures"][0]["value"] == 50.0
    assert sets["a set"]["digest"] == "abc"
    assert {k["metric"] for k in sets["a set"]["kinds"]} == {"content, direct", "content, indirect"}


def test_kinds_stand_in_a_column_for_each_set() -> None:
    """A line for each kind, with the interval and how many there are."""
    lines = kinds_table([measured(10), measured(0, name="other set")])
    assert "a set" in lines[1] and "other set" in lines[1]
    assert "100 [100, 100] of 5" in lines[2] and "0 [0, 0] of 5" in lines[2]


def test_a_digest_is_of_the_bytes(tmp_path: Path) -> None:
    """One other byte is another set; the order of files counts."""
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_bytes(b"1"), b.write_bytes(b"2")
    first = digest_of([a, b])
    assert first != digest_of([b, a]) and len(first) == 16
    b.write_bytes(b"3")
    assert digest_of([a, b]) != first
