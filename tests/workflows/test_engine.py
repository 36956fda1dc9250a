"""The engine: in order, over all cores, a bounded number at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from muster.workflows.engine import Local


def square(number: int) -> int:
    return number * number


def fail_on_seven(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


def process(_number: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("cores", [1, 2])
def test_results_come_in_the_order_of_the_items(cores: int) -> None:
    """Whatever the number of cores, the n-th result belongs to the n-th item."""
    assert list(Local(cores).map(square, range(50))) == [n * n for n in range(50)]


def test_two_cores_are_two_processes() -> None:
    """Work is done outside the process that writes."""
    assert os.getpid() not in set(Local(2).map(process, range(8)))


def test_few_items_start_no_process() -> None:
    """One item is done here: starting processes would cost more."""
    assert list(Local(2).map(process, [0])) == [os.getpid()]


def test_only_a_few_items_are_taken_ahead() -> None:
    """A hundred thousand documents stream through; they are never all in memory."""
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield number

    results = Local(2).map(square, items())
    next(results)
    assert taken < 20
    results.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("cores", [1, 2])
def test_an_error_in_a_worker_reaches_the_caller(cores: int) -> None:
    """A failure is not swallowed, and what came before it was delivered."""
    seen = []
    with pytest.raises(ValueError, match="seven"):
        for result in Local(cores).map(fail_on_seven, range(20)):
            seen.append(result)
    assert seen == list(range(len(seen)))
    assert len(seen) <= 7
