"""Pages say of every goal whether it is met; a floor that goes down is seen."""

from __future__ import annotations

import pytest
from lowered import Lowered, between
from pinned import Cell, Pinned, Stand, marked, pooled
from results_page import hands, others, page


def stand(right: int = 9) -> Stand:
    """Ten quotations of one set, ``right`` of them found, 90 per cent asked; and a set that is not there."""
    cell = Cell(10.0 * right, 10.0 * right - 5, 100.0, right, 10)
    pinned = Pinned("own ru", "rules", 2, 10, "documents", {"content found, quoted": cell}, {})
    goals = {"own ru": {"content found, quoted": 90}, "far": {"recall": 50}}
    return Stand({("own ru", "rules"): pinned}, goals)


def test_a_missed_goal_has_a_cross() -> None:
    """Met at the goal, missed below it; a set that is absent is a line of its own, not a miss."""
    assert any("| ru | 90 | ✓ 90 [85, 100] of 10 | – |" in line for line in hands(stand()))
    assert any("✗ 80 [75, 100] of 10" in line for line in hands(stand(8)))
    assert "for want of the set: far." in others(stand())[0]


def test_a_miss_is_not_rounded_into_a_hit() -> None:
    """99.6 of 100 is no whole hundred, and 96.7 no 97 where 97 is asked."""
    assert marked(Cell(99.6, 99.0, 100.0, 249, 250), 100) == "✗ 99.6 [99, 100] of 250"
    assert marked(Cell(96.7, 93.3, 99.2, 116, 120), 97) == "✗ 96.7 [93, 99] of 120"
    assert marked(Cell(96.7, 93.3, 99.2, 116, 120), 98) == "✗ 97 [93, 99] of 120"


def test_sets_pooled_are_counted_together() -> None:
    """One of ten and nine of thirty are ten of forty; what is not there counts nothing."""
    both = pooled([Cell(10.0, 0, 0, 1, 10), None, Cell(30.0, 0, 0, 9, 30)])
    assert both and (both.value, both.low, both.high, both.gold) == (25.0, 10.0, 30.0, 40)
    f1 = pooled([Cell(0, 0, 0, 4, 10, 6)])
    assert f1 and f1.value == 50
    assert pooled([None]) is None


def test_only_the_blocks_of_a_page_are_made_anew() -> None:
    """What is written by hand stays."""
    text = "Mine.\n<!-- made: others -->\nold\n<!-- end -->\nMine too.\n"
    made = page(text, stand())
    assert made.startswith("Mine.\n<!-- made: others -->\n0 of 0 are met.")
    assert made.endswith("<!-- end -->\nMine too.\n") and "old" not in made
    assert page(made, stand()) == made


def test_a_floor_that_goes_down_is_seen() -> None:
    """By set, reader and figure; on other bytes it is said so."""
    old = {"a": {"digest": "1", "rules": {"recall": 60.0, "precision": 50.0}}}
    new = {"a": {"digest": "1", "rules": {"recall": 59.5, "precision": 51.0}}}
    assert list(between(old, new, "2031-04-12")) == [
        Lowered("2031-04-12", "a", "rules", "recall", "60", "59.5", "")
    ]
    new["a"]["digest"] = "2"
    assert [row.other for row in between(old, new, "2031-04-12")] == ["other bytes"]


def test_a_block_may_name_sets_and_figures() -> None:
    """Any page may show any pinned set; one that is not pinned fails loudly."""
    made = page("<!-- made: sets: own ru | content found, quoted -->\n<!-- end -->\n", stand(8))
    assert "| own ru, 2 documents | reached |" in made
    assert "| content found, quoted | ✗ 80 [75, 100] of 10 |" in made
    with pytest.raises(KeyError, match="far"):
        page("<!-- made: sets: far -->\n<!-- end -->\n", stand())
