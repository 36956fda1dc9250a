"""What a case must not hold is found without harm to the reader of it."""

from __future__ import annotations

import time

import pytest

from muster.cases import personal
from muster.cases.letters import kinds, languages, template, write
from muster.model.errors import Refused


@pytest.mark.parametrize(
    "text", ["1" * 200_000, "Аб" * 100_000, "a@" * 100_000, "А. " * 60_000, "http://" * 30_000]
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    """Runs of one sign do not stop it."""
    start = time.process_time()
    personal(text)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "text",
    [
        "order of 2022-10-08..2022-10-10",
        "two weeks in Quillmarsh, 40 people",
        "part 2.1 of article 332",
        "10.05.2022",
    ],
)
def test_days_articles_and_counts_are_nobodys(text: str) -> None:
    """They pass."""
    assert personal(text) == []


@pytest.mark.parametrize("language", languages())
def test_every_letter_can_be_written_of_an_empty_case(language: str) -> None:
    """Everything it lacks is marked."""
    for kind in kinds():
        made = write(template(kind, language), [], today="2022-12-05", language=language)
        assert made.missing
        assert "{{" not in made.text
        assert "05.12.2022" in made.text


def test_an_unknown_field_is_named_with_its_line() -> None:
    """So that a team's own template can be mended."""
    with pytest.raises(Refused, match="line 2: no case has a field 'surname'"):
        write("To:\n{{surname}}\n", [], today="2022-12-05", language="en")
