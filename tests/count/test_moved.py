"""What moved between two counts is told by whose words did it, and nothing is told that did not move."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.web.desk import NOW, QUESTION

from muster.count import answer, moved, question_from
from muster.model.ledger import Answer, Moved, Statement, Why
from muster.store import Store
from muster.store.keys import Keys


def _said(id: str, origin: str, words: str, low: float | None, high: float | None = None) -> Statement:
    return Statement(
        id, f"origin-{origin}", origin, "floor" if high is None else "exact", low, None, high, words,
        "people", None, "2031-05-05", "stated", "men", "the whole country",
    )  # fmt: skip


_ASKED = question_from(QUESTION)
_FORTY = _said("quantity-1", "Oren Talvik", "at least 40", 40)
_FIVE = _said("quantity-2", "the ministry", "5", 5)
_SIXTY = _said("quantity-3", "Radio Tirnau", "more than 60", 60)


def _moves(before: Answer, *now: Statement) -> Moved | None:
    return moved(before, answer(_ASKED, now), NOW)


def test_a_move_names_whose_statement_carries_it() -> None:
    """A higher floor that came; the one that went; one that was found to be another's; nobody left."""
    before = answer(_ASKED, [_FORTY, _FIVE])
    up = _moves(before, _FORTY, _FIVE, _SIXTY)
    assert up is not None and (up.was_low, up.low, up.at) == (40, 60, NOW)
    assert up.why == (Why("floor", "Radio Tirnau", "more than 60"),)
    down = _moves(before, _FIVE)
    assert down is not None and down.low == 5
    assert set(down.why) == {Why("floor", "the ministry", "5"), Why("went", "Oren Talvik", "at least 40")}
    other = moved(before, answer(replace(_ASKED, text="asked otherwise"), [_SIXTY]), NOW)
    assert other is not None and other.why[0] == Why("asked")
    silent = moved(before, None, NOW)
    assert silent is not None and (silent.low, silent.why) == (None, (Why("silent"),))


def test_what_did_not_move_is_not_told() -> None:
    """A further statement below the floor is no news of the number."""
    before = answer(_ASKED, [_FORTY])
    assert _moves(before, _FORTY, _FIVE) is None


def test_moves_are_kept_newest_first_and_go_with_what_they_quote(tmp_path: Path) -> None:
    """Since a moment, as many as are asked for; what is forgotten takes them along."""
    before = answer(_ASKED, [_FORTY])
    with Store.create(tmp_path / "a.db", keys=Keys.load(tmp_path / "key"), now=NOW) as store:
        for day in ("2031-06-21", "2031-06-22"):
            made = moved(before, answer(_ASKED, [_SIXTY]), f"{day}T08:00:00+00:00")
            store.add_moves([made] if made else [])
        assert [m.at[:10] for m in store.moves()] == ["2031-06-22", "2031-06-21"]
        assert [m.at[:10] for m in store.moves("2031-06-22", limit=1)] == ["2031-06-22"]
        assert store.moves()[0].why == (
            Why("floor", "Radio Tirnau", "more than 60"), Why("went", "Oren Talvik", "at least 40")
        )  # fmt: skip
