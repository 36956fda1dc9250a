"""Reading as an errand: nothing stops it, nothing vanishes, nothing is read twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.workflows import papers

from muster.model.claims import Reading, ReadingContext
from muster.model.evidence import Text
from muster.workflows import read as errand
from muster.workflows.engine import Local
from muster.workflows.project import desk
from muster.workflows.read import read
from muster.workflows.take import take

NOW = "2031-05-02T08:00:00+00:00"


def test_a_text_that_breaks_the_reader_is_set_aside_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One reason is kept, without a word of the text; the run is closed and its counts add up."""
    whole = errand.read_text

    def breaks_on_russian(text: Text, context: ReadingContext, *, reader: str, ask: object) -> Reading:
        if text.language == "ru":
            raise KeyError("a word of the text: Тамлин")
        return whole(text, context, reader=reader)

    monkeypatch.setattr(errand, "read_text", breaks_on_russian)
    here = desk(tmp_path / "desk.db", {"MUSTER_STATE": str(tmp_path / "state"), "MUSTER_NOW": NOW})
    with here.open_or_create() as store:
        take(store, papers.write(tmp_path / "papers"), now=NOW)
        report = read(store, now=NOW, engine=Local(1))
        assert (report.texts, report.failed) == (3, 1)
        (aside,) = [a for a in store.set_asides() if a.stage == "read"]
        assert aside.reason == "the reader failed"
        assert "KeyError" in aside.detail
        assert "Тамлин" not in aside.detail
        assert list(store.check()) == []
        (run,) = [r for r in store.runs() if r.stage == "read"]
        assert (run.used, run.aside) == (2, 1)


def test_nothing_is_read_twice(tmp_path: Path) -> None:
    """A second call finds nothing to read and writes no run."""
    here = desk(tmp_path / "desk.db", {"MUSTER_STATE": str(tmp_path / "state"), "MUSTER_NOW": NOW})
    with here.open_or_create() as store:
        take(store, papers.write(tmp_path / "papers"), now=NOW)
        assert read(store, now=NOW, engine=Local(1)).texts == 3
        assert read(store, now=NOW, engine=Local(1)).texts == 0
        assert len([r for r in store.runs() if r.stage == "read"]) == 1


def test_another_coding_profile_reads_again(tmp_path: Path) -> None:
    """Vague words get bounds only under a profile that was chosen; the older reading is replaced."""
    here = desk(tmp_path / "desk.db", {"MUSTER_STATE": str(tmp_path / "state"), "MUSTER_NOW": NOW})
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text(
        "Dozens of drivers refused to sail, said Vera Tamlin.", "utf-8"
    )
    with here.open_or_create() as store:
        take(store, tmp_path / "papers", now=NOW)
        bounds = []
        for coding in ("as-written", "strict"):
            read(store, now=NOW, coding=coding, engine=Local(1))
            ((_document, _text, reading),) = store.readings()
            bounds.append([(q.low, q.vague) for q in reading.quantities])
        assert bounds[0] == [(None, "dozens")]
        assert bounds[1][0][0] is not None
