"""Marks of identifiers stand exactly where their words stand, and the blind texts are as large as is said."""

from __future__ import annotations

from pathlib import Path

import protection
import pytest


def test_marks_are_taken_out_of_the_words(tmp_path: Path) -> None:
    """A mark, with or without a kind, becomes the offsets of its words; other brackets stay."""
    path = tmp_path / "en-measure.txt"
    path.write_text("# a letter\n[00:12] [Dp:Ilo Wend] saw her [Q:brother].\n\n# b note\nnone\n", "utf-8")
    one, two = protection.texts_of(path, "measure")
    assert [one.body[start:stop] for start, stop, _ in one.marks] == ["Ilo Wend", "brother"]
    assert [kind for *_, kind in one.marks] == ["Dp", "Q"]
    assert one.body == "[00:12] Ilo Wend saw her brother.\n"
    assert (two.id, two.half, two.marks) == ("b", "measure", [])


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
@pytest.mark.parametrize(
    ("whose", "texts"),
    [
        ("blind", {"develop": 10, "measure": 10}),
        ("fresh", {"develop": 4, "measure": 4}),
        ("stranger", {"develop": 8, "measure": 6}),
    ],
)
def test_the_blind_texts_are_sound(whose: str, texts: dict[str, int], language: str) -> None:
    """So many texts a half, at least 100 direct identifiers a language, no mark blank or cut in a word."""
    halves = [
        list(protection.texts_of(protection.GOLD / whose / f"{language}-{half}.txt", half)) for half in texts
    ]
    assert [len(half) for half in halves] == list(texts.values())
    direct = 0
    for text in (text for half in halves for text in half):
        for start, stop, kind in text.marks:
            words = text.body[start:stop]
            assert words == words.strip() and words, text.id
            assert not (text.body[start - 1 : start] + words[0]).isalnum() or start == 0, (text.id, words)
            direct += kind[0] == "D"
    assert direct >= 100
