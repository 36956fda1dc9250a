"""Speakers whom a text keeps back in words of its own: ideas that meet in a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.costs import growth, seconds

from muster.model.claims import Claim, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text
from muster.read.protection.hinted import HINTED
from muster.read.protection.presumed import NOBODY
from muster.text.identifiers.hints import hint_words, hints_in

_LINES = [
    line
    for line in (Path(__file__).parent / "hinted.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_MARK = re.compile(r"\[([+-])(.*?)\1\]")


def _claims(body: str, language: str) -> tuple[Claim, ...]:
    return read_text(Text("t", "d", body, language, "test"), ReadingContext(), reader="rules").claims


@pytest.mark.parametrize("line", _LINES)
def test_whoever_is_kept_back_is_marked_and_nobody_else(line: str) -> None:
    """A text that hides its speaker says so in ever new words; one that names him in full hides nobody."""
    language, text = line[:2], line[3:].replace(" ¶ ", "\n\n")
    marked = [(m.group(2), m.group(1) == "+") for m in _MARK.finditer(text)]
    assert marked
    claims = [c for c in _claims(_MARK.sub(r"\2", text), language) if not c.own_voice]
    for words, hidden in marked:
        said = [c for c in claims if words.rstrip(".,") in c.passage.words or c.passage.words in words]
        assert said, [c.passage.words for c in claims]
        best = max(said, key=lambda c: (c.inside is None, len(c.passage.words)))
        assert best.said_by and best.said_by[0].protected is hidden, best.said_by


def test_a_hint_that_somebody_hidden_answers_hides_nobody_else() -> None:
    """Where the words are those of somebody whom the text hides outright, a tailor beside him stays shown."""
    body = (
        "A guard who asked not to be named said that the yard was full. We print neither his town nor his "
        "name.\n\nThe tailor said that prices would rise."
    )
    hidden = {c.said_by[0].role: c.said_by[0].protected for c in _claims(body, "en")}
    assert hidden["guard"] and not hidden["tailor"]


def test_the_reason_says_that_it_is_a_presumption() -> None:
    """So that a person may decide otherwise."""
    claims = _claims(
        "We leave out the street, the school and her name. The tailor said that prices would rise.", "en"
    )
    assert [c.said_by[0].presumed for c in claims] == [HINTED]


def test_a_pronoun_that_stands_for_nobody_is_kept_back_without_a_hint() -> None:
    """Nothing of whoever speaks but that it is a woman; where somebody is named before her, it may be he."""
    said = "The kettle boils over. “We buried nine of them,” she says."
    assert [c.said_by[0].presumed for c in _claims(said, "en")] == [NOBODY]
    named = f"Anna Talbrick lets us in. {said}"
    assert all(c.said_by[0].presumed != NOBODY for c in _claims(named, "en"))


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_every_idea_that_a_rule_asks_for_has_words(language: str) -> None:
    """A rule that names an idea without words would never hold."""
    words = hint_words(language)
    ideas = {i for known in (words.whole, words.starts) for found in known.values() for i in found}
    ideas |= {idea for found in words.phrases.values() for _, idea in found}
    assert {idea for rule in words.meet for idea in rule} | words.alone <= ideas


@pytest.mark.parametrize(
    "piece", ["we do not print his name ", "name we not ", "his not us face hide ", "not " * 9]
)
def test_the_cost_is_linear(piece: str) -> None:
    """However long a sentence without an end is."""

    def cost(number: int) -> float:
        body = piece * number
        return seconds(lambda: list(hints_in(body, 0, len(body), "en")))

    assert growth(cost, 500, 4_000, most=20) <= 20
