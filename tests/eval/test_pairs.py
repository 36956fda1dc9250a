"""The scorer of pairs of papers: what a row makes, when a question is wrong; and the floors of all."""

from __future__ import annotations

import tomllib

import pairs
from results_table import show

_TRUTH = tomllib.loads("""
[[dispute]]
name = "made up"
loose = [[0, 1]]
en.p = ["three carters were killed in the raid on Hobb"]
en.n = ["nobody was killed in the raid on Hobb", "the raid on Hobb was a drill"]
en.alike = ["nobody was killed in the raid on Lund"]
ru.p = []
ru.n = ["при налёте на Хобб никто не погиб"]
ru.alike = []
uk.p = []
uk.n = []
uk.alike = []
""")


def test_each_sentence_stands_in_a_paper_and_each_pair_has_one_answer() -> None:
    """What a row calls loose has none."""
    every = list(pairs.papers(_TRUTH))
    assert [(p.language, p.side, p.place) for p in every] == [
        ("en", "p", 0), ("en", "n", 0), ("en", "n", 1), ("en", "alike", 0), ("ru", "n", 0),
    ]  # fmt: skip
    assert all(p.sentence[1:] in p.body and p.body[0] in "“«" + p.body[0].upper() for p in every)
    [dispute] = _TRUTH["dispute"]
    assert [pairs.wanted(dispute, every[0], other) for other in every[1:]] == [True, None, False, True]


def test_two_papers_are_asked_about_as_linking_would() -> None:
    """In one language and across; and what stood in the way is told."""
    told, denied, _, elsewhere, russian = pairs.reading(list(pairs.papers(_TRUTH)))
    assert pairs.asked(told, denied) == pairs.asked(denied, told) == pairs.asked(told, russian) == ["denied"]
    assert pairs.asked(told, elsewhere) == []
    assert pairs.in_the_way(told, pairs.Held()) == "no claim"


def test_no_plain_dispute_is_asked_about_less_than_before() -> None:
    """The floors of ``eval/floors.toml``."""
    assert show(pairs.measure()) == 0
