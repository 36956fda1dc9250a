"""Who said what in Russian and Ukrainian: tables of invented sentences with their claims marked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.read.marked import claims_of, marked_lines, problems

HERE = Path(__file__).parent


@pytest.mark.parametrize("line", marked_lines(HERE / "attributions_ru.txt"))
def test_a_russian_sentence_is_read_as_marked(line: str) -> None:
    """Words, speaker, and nothing else."""
    assert problems(line) == []


@pytest.mark.parametrize("line", marked_lines(HERE / "attributions_uk.txt"))
def test_a_ukrainian_sentence_is_read_as_marked(line: str) -> None:
    """Words, speaker, and nothing else; with or without the dictionary."""
    assert problems(line) == []


@pytest.mark.parametrize(
    "unit",
    [
        "сказал, что ",
        "сказал он, ",
        "«",
        "– сказал. ",
        "по словам ",
        "Иван, ",
        "он и ",
        "а " * 40,
        "б",
        "в Киеве ",
    ],
)
def test_the_cost_is_linear_in_hostile_text(unit: str) -> None:
    """Half a megabyte of one pattern takes at most about twice a quarter of it."""

    def cost(size: int) -> float:
        body = unit * (size // len(unit))
        start = time.process_time()
        claims_of(body)
        return time.process_time() - start

    cost(20_000)
    small, large = cost(100_000), cost(200_000)
    assert large < 4 * small + 0.5
