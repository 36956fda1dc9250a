"""English frames: a table of invented sentences with their claims marked, and what is no claim."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.costs import growth, seconds
from tests.read.marked import claims_of, marked_lines, problems

HERE = Path(__file__).parent


@pytest.mark.parametrize("line", marked_lines(HERE / "attributions_en.txt"))
def test_an_english_sentence_is_read_as_marked(line: str) -> None:
    """Words, speaker, act, and nothing else."""
    assert problems(line) == []


@pytest.mark.parametrize(
    "unit",
    [
        "said Lund, who ",
        "as he put it, ",
        "the claim that ",
        "accused the ",
        "in his words ",
        "Lund, a miner, ",
        "he said he said ",
        "\u201cx,\u201d he said, ",
        "was quoted by them as saying ",
        "the way she tells it, ",
        "Lund's answer: ",
        "per the army, ",
        "rumour had it that ",
        "cited Lund as saying ",
        "Not so, said Lund: ",
    ],
)
def test_repeated_frames_cost_no_more_than_their_length(unit: str) -> None:
    """Eight times the text takes no more than about eight times the time."""
    claims_of(unit)
    assert growth(lambda times: seconds(lambda: claims_of(unit * times)), 400, 3_200, most=24) < 24
