"""Conditions, speakers and deeds that a copy lost or changed. Every name is invented."""

from __future__ import annotations

import numpy as np
import pytest
from tests.link.conftest import document

from muster.link.drift import find_drift
from muster.link.pages import Page, page_of

TAIL = " The hall was full and the meeting went on until late in the evening."


def page(name: str, body: str, language: str = "en") -> Page:
    return page_of(document(name, body, language=language), 0, np.array([], dtype=np.uint64))


def effects(copy: str, original: str, language: str = "en") -> set[str]:
    found = find_drift(page("c", copy + TAIL, language), page("o", original + TAIL, language))
    return {d.effect for d in found}


@pytest.mark.parametrize(
    ("copy", "original", "language"),
    [
        ("The hearing will be held in May.", "If the court agrees, the hearing will be held in May.", "en"),
        ("Суд состоится в мае.", "Если судья согласится, суд состоится в мае.", "ru"),
        ("Суд відбудеться у травні.", "Якщо суддя погодиться, суд відбудеться у травні.", "uk"),
    ],
)
def test_a_condition_that_is_gone_is_told(copy: str, original: str, language: str) -> None:
    """What was to happen only if something else does is told as a fact."""
    assert "condition lost" in effects(copy, original, language)
    assert "condition lost" not in effects(original, original, language)


def test_a_condition_told_in_other_words_is_none_lost() -> None:
    """Another condition word stands for it."""
    assert "condition lost" not in effects(
        "Unless the court objects, the hearing is in May.", "If the court agrees, the hearing is in May."
    )


def test_another_deed_is_told() -> None:
    """He who was discharged did not leave; he who left is not told of twice."""
    original = "Captain Orn was discharged from the fleet in March."
    assert "verb changed" in effects("Captain Orn left the fleet in March.", original)
    assert "verb changed" not in effects("In March Captain Orn was discharged.", original)


def test_a_wrong_speaker_is_told() -> None:
    """The words of one are given to another whom the original names."""
    original = "Ada Brill said that the road was mined. The clerk Tomas Venn said that boats were missing."
    copy = "Tomas Venn said that the road was mined. The clerk Tomas Venn said that boats were missing."
    assert "speaker changed" in effects(copy, original)
    assert "speaker changed" not in effects(original.replace("Ada Brill", "A. Brill"), original)


def test_a_hedge_cut_off_inside_marks_alters_the_words() -> None:
    """What stood inside quotation marks was less sure."""
    original = '"Perhaps a third of them were beaten," the lawyer told us.'
    assert "words inside quotation marks altered" in effects(
        '"A third of them were beaten," the lawyer told us.', original
    )
