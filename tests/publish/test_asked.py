"""The team's questions on the page: first, in words, and text stays text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from tests.count.stated import asked, said
from tests.publish import invented

from muster.count import answer
from muster.publish import dossier
from muster.publish.page.plots import periods_plot
from muster.publish.page.words import ENGLISH


def page_of(*answers: object) -> str:
    return "".join(
        dossier(
            invented.investigation(), title="Refusals", now="2031-06-20", signed_head={"head": "ab" * 32},
            command="muster check", version="0.1.0", answers=answers,  # type: ignore[arg-type]
        )
    )  # fmt: skip


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def hostile() -> str:
    held = next(iter(invented.investigation().documents())).id
    statements = [
        said(words, 40 + n, words=words, document=held) for n, words in enumerate(invented.PAYLOADS)
    ]
    return page_of(answer(asked(population='"<b>drivers</b>"'), statements))


def test_hostile_words_in_an_answer_are_only_words(hostile: str) -> None:
    """Names of origins, words of figures and the team's own population make no tag and no attribute."""
    parser = Tags()
    parser.feed(hostile)
    tags = [tag for tag, _ in parser.seen]
    assert tags.count("script") == 1 and not {"iframe", "img", "base"} & set(tags)
    assert not [a for _, attrs in parser.seen for a in attrs if a.startswith("on")]


def test_the_answer_comes_before_the_ledger_in_three_languages(hostile: str) -> None:
    """The section stands before the ledger and in the contents; each sentence says its language."""
    assert 0 < hostile.index('<section id="asked"') < hostile.index('<section id="ledger"')
    assert '<a href="#asked">' in hostile
    assert all(f'<p class="report" lang="{language}">' in hostile for language in ("en", "ru", "uk"))


def test_without_a_question_there_is_no_section() -> None:
    """Nobody asked: the page is as it was."""
    page = page_of()
    assert '<section id="asked"' not in page and "#asked" not in page


def test_a_period_without_a_record_is_hatched_and_not_low() -> None:
    """Two months with records and one between them without: one hatched column over the whole height."""
    from muster.count.periods import Count

    rows = [Count("2031-01", 4, 5, 9, 2), Count("2031-02", None, None, None, 0), Count("2031-03", 0, 1, 9, 1)]
    drawn = str(periods_plot(rows, ENGLISH.number))
    assert drawn.count('fill="url(#hatch)"') == 1 and "2031-02: no record" in drawn
    assert drawn.count('class="column certain"') == 1 and drawn.count('class="column possible"') == 2
