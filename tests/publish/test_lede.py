"""The first paragraph is exact for none, one and many."""

from __future__ import annotations

from dataclasses import replace

from muster.publish.page.lede import Totals, lede
from muster.publish.page.words import ENGLISH

MANY = Totals(105, 47, 22, 588, 154, 581, 280, 4, 4)
ONE = Totals(1, 1, 0, 1, 1, 1, 1, 0, 1)


def test_many() -> None:
    """Every number stands in a sentence of its own kind."""
    assert lede(MANY, ENGLISH) == (
        "105 documents from 47 sources were taken. 22 of them repeat another and do not count twice. They "
        "hold 588 claims, which go back to 154 origins, and 581 quantities. The ledger holds 280 figures; "
        "for 4 questions more than one origin is on record. 4 items could not be used and are listed with "
        "the reasons. A claim is what somebody said; whether it is true is for people to judge."
    )


def test_one() -> None:
    """One document has nothing to repeat; verbs agree."""
    assert lede(ONE, ENGLISH) == (
        "1 document from 1 source was taken. It holds 1 claim, which goes back to 1 origin, and 1 quantity. "
        "The ledger holds 1 figure; for no question is more than one origin on record. 1 item could not be "
        "used and is listed with its reason. A claim is what somebody said; whether it is true is for "
        "people to judge."
    )
    assert "1 of them repeats another and does not count twice" in lede(replace(MANY, folded=1), ENGLISH)


def test_none() -> None:
    """Of nothing nothing is told."""
    assert lede(Totals(0, 0, 0, 0, 0, 0, 0, 0, 0), ENGLISH) == (
        "No document was taken. Nothing had to be set aside."
    )
    assert "They hold no claim and no quantity." in lede(Totals(3, 1, 0, 0, 0, 0, 0, 0, 0), ENGLISH)
    assert "It holds 2 claims and no quantity." in lede(Totals(1, 1, 0, 2, 0, 0, 0, 0, 0), ENGLISH)
