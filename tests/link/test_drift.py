"""Where a copy departs from its original, with exact characters."""

from __future__ import annotations

import numpy as np
import pytest
from tests.link.conftest import SENTENCES, document

from muster.link.drift import MOST, find_drift
from muster.link.pages import Page, page_of

STORY = " ".join(SENTENCES)


def page(name: str, body: str) -> Page:
    return page_of(document(name, body), 0, np.array([], dtype=np.uint64))


def drift(original: str, copy: str) -> list[tuple[str, str, str]]:
    """(effect, words of the copy, words of the original)."""
    found = find_drift(page("b", copy), page("a", original))
    return [(d.effect, d.copy.words if d.copy else "", d.original.words if d.original else "") for d in found]


@pytest.mark.parametrize(
    ("old", "new", "effect", "in_copy", "in_original"),
    [
        ("At least forty men", "At least sixty men", "number changed", "At least sixty", "At least forty"),
        ("At least forty men", "Forty men", "number changed", "Forty", "At least forty"),
        ("Three witnesses", "Witnesses", "number changed", "", "Three"),
        ("allegedly refused", "refused", "hedge lost", "", "allegedly"),
        (
            "agreed to the new contract",
            "wanted the new contract",
            "words inside quotation marks altered",
            "",
            "We were",
        ),
        (
            "The ministry did not answer",
            "The ministry refused to answer",
            "wording changed",
            "The ministry refused",
            "",
        ),
    ],
)
def test_one_change_is_one_departure(old: str, new: str, effect: str, in_copy: str, in_original: str) -> None:
    """A changed number, a lost hedge, altered quoted words and changed wording are each named."""
    assert old in STORY
    found = drift(STORY, STORY.replace(old, new))
    named = [row for row in found if row[0] == effect]
    assert len(named) == 1, found
    assert named[0][1].startswith(in_copy) or in_copy in named[0][1]
    assert named[0][2].startswith(in_original) or in_original in named[0][2]


def test_no_change_no_departure() -> None:
    """A text does not depart from itself, nor from itself in another order."""
    assert drift(STORY, STORY) == []
    assert drift(STORY, " ".join(SENTENCES[6:] + SENTENCES[:6])) == []


def test_sentences_added_and_dropped() -> None:
    """A sentence only in the copy is added, one only in the original dropped."""
    new = "Hail fell on the orchards of Brodivka that night and broke every pane of the glasshouses."
    found = drift(STORY, " ".join((*SENTENCES[:4], new, *SENTENCES[5:])))
    assert found == [("sentence added", new, ""), ("sentence dropped", "", SENTENCES[4])]


def test_quotation_marks_lost() -> None:
    """The same words without their marks are the outlet's own now."""
    found = drift(STORY, STORY.replace("“", "").replace("”", ""))
    assert [row[0] for row in found] == ["quotation marks lost"]
    assert found[0][2] == "We were never asked whether we agreed to the new contract"
    assert found[0][1] == found[0][2]


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        (
            "По данным штаба, не менее 300 человек отказались ехать на фронт в мае.",
            "По данным штаба, 500 человек отказались ехать на фронт в мае.",
        ),
        (
            "За даними штабу, не менше 300 людей відмовилися їхати на фронт.",
            "За даними штабу, 500 людей відмовилися їхати на фронт.",
        ),
    ],
)  # fmt: skip
def test_numbers_change_in_every_language(original: str, copy: str) -> None:
    """Russian and Ukrainian numbers are compared with their bounds."""
    assert "number changed" in [row[0] for row in drift(original, copy)]


def test_the_list_is_bounded() -> None:
    """A thousand changed sentences give the first sixty, numbers before wording."""
    lines = [
        f"On line {i} of the tramway {i + 7} cars stood still beside the old brick depot." for i in range(300)
    ]
    changed = [line.replace("stood still", "were standing").replace("cars", "trams") for line in lines]
    assert len(drift("\n".join(lines), "\n".join(changed))) <= MOST
