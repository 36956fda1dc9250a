"""Events: clauses that narrate, who and where, and the days within which each began."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.costs import soon
from tests.read.narrated import event, read

from muster.model.claims import ReadingContext
from muster.model.evidence import Text


def test_a_dated_sentence_is_an_event_with_place_and_range() -> None:
    """What, where and the days within which it began."""
    (one,) = read("On 7 March the bakery in Omsk burned down.").events
    assert one.what == "On 7 March the bakery in Omsk burned down."
    assert (one.where, one.first, one.last) == ("Omsk", "2031-03-07", "2031-03-07")


@pytest.mark.parametrize(
    "body",
    [
        "The bakery will open on 7 July.",
        "Did it burn on 7 March?",
        "7 March 2031.",
        "If the bridge was hit, nobody noticed it at all.",
        "The mill was never rebuilt and the river would not freeze.",
        "The officer said that the road was safe.",
        "Если мост взорвали бы, жители бы уехали.",
        "Школа не сгорела.",
        "Якби міст підірвали, люди б виїхали звідси.",
        "Школа не згоріла.",
    ],
)
def test_plans_questions_states_and_what_did_not_happen_are_no_events(body: str) -> None:
    """What is planned, asked, supposed or denied did not happen; that somebody said so is a claim."""
    assert read(body).events == ()


@pytest.mark.parametrize(
    ("body", "clauses"),
    [
        (
            "Soldiers broke the door, took two brothers and burned the barn.",
            ["Soldiers broke the door", "took two brothers", "and burned the barn."],
        ),
        (
            "Before the column came, the villagers buried the bell.",
            ["Before the column came", "the villagers buried the bell."],
        ),
        (
            "The driver, a man of forty, was hit in the arm when the second shell exploded.",
            ["The driver, a man of forty, was hit in the arm", "when the second shell exploded."],
        ),
        (
            "Солдаты взломали дверь, увели двух братьев и сожгли сарай.",
            ["Солдаты взломали дверь", "увели двух братьев", "и сожгли сарай."],
        ),
        (
            "Прежде чем пришла колонна, жители закопали колокол.",
            ["Прежде чем пришла колонна", "жители закопали колокол."],
        ),
        (
            "Солдати виламали двері, забрали двох братів і спалили хлів.",
            ["Солдати виламали двері", "забрали двох братів", "і спалили хлів."],
        ),
        (
            "Перед тим як прийшла колона, мешканці закопали дзвін.",
            ["Перед тим як прийшла колона", "мешканці закопали дзвін."],
        ),
    ],
)
def test_each_clause_that_narrates_is_an_event(body: str, clauses: list[str]) -> None:
    """Several events to a sentence, each with its own words."""
    assert [e.passage.words for e in read(body).events] == clauses


def test_what_is_told_in_somebody_elses_words_is_an_event_and_the_frame_is_none() -> None:
    """In reported speech and in a quotation; the day of the saying is not the day of what is said."""
    reading = read(
        "The widow said on Monday that her son had been taken in March. “They shot the dog,” she said."
    )
    assert event(reading, "taken in March").first == "2031-03-01"
    assert event(reading, "They shot the dog").first is None
    assert event(reading, "The widow said on Monday").first == "2031-06-16"


@pytest.mark.parametrize(
    ("body", "words", "first", "last"),
    [
        ("In May, when the ice broke, the ferry sank.", "the ferry sank", "2031-05-01", "2031-05-31"),
        ("The ferry sank. That was on 9 May.", "ferry sank", "2031-05-09", "2031-05-09"),
        ("Паром затонул. Это было 9 мая.", "Паром затонул", "2031-05-09", "2031-05-09"),
        ("Пором затонув. Було це 9 травня.", "Пором затонув", "2031-05-09", "2031-05-09"),
        ("14 March. They came at dawn and shot the dog.", "They came", "2031-03-14", "2031-03-14"),
        ("The camp was closed by 9 May.", "closed", None, "2031-05-09"),
        ("After 9 May the camp was closed.", "closed", "2031-05-09", "2031-06-20"),
        ("The house, bought in March, burned down.", "bought in March", "2031-03-01", "2031-03-31"),
        ("3 мая вечером он выходит из дома и едет в часть.", "выходит", "2031-05-03", "2031-05-03"),
    ],
)
def test_days_of_an_event(body: str, words: str, first: str | None, last: str | None) -> None:
    """A time counts for the clause it belongs to, in the way its preposition says."""
    one = event(read(body), words)
    assert (one.first, one.last) == (first, last)


def test_who_did_it_stands_before_who_suffered_it() -> None:
    """By the place beside the verb, and by "by" in the passive."""
    reading = read(
        "Anna Brook saved Peter Hall. In May Peter Hall was arrested by Anna Brook near the old mill."
    )
    assert [e.who for e in reading.events] == [("Anna Brook", "Peter Hall"), ("Anna Brook", "Peter Hall")]


def test_what_is_told_as_done_was_done_by_the_day_of_publication() -> None:
    """A day without a year that would lie ahead is not believed."""
    one = event(
        read("The register shows the entry under the date of 9 September. The clerk died.", "2031-07-27"),
        "died",
    )
    assert one.first is None
    late = read("The mill was sold on 9 September.", "2031-07-27").events[0]
    assert (late.first or "") < "2031-07-27"


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "after",
                    "before",
                    "when",
                    "on 3 May",
                    "the bell",
                    "was taken",
                    ",",
                    ".",
                    "\n",
                    "–",
                    "(",
                    ";",
                ),
                *("и", "до того как", "после", "пришли", "3 мая", "«", "»", "потім", "забрали", "через день"),
            ]
        ),
        max_size=60,
    )
)
@settings(max_examples=60)
def test_any_run_of_words_has_exact_passages_and_an_order_of_its_own_events(words: list[str]) -> None:
    """No mixture of joining words and times raises; events keep to the text, order to the events."""
    body = " ".join(words)
    reading = read(body)
    ids = {e.id for e in reading.events}
    assert len(ids) == len(reading.events)
    assert all(body[e.passage.start : e.passage.stop] == e.passage.words for e in reading.events)
    assert all(
        o.before in ids and o.after in ids and o.before != o.after and o.reasons for o in reading.order
    )
    assert not any((o.after, o.before) in {(p.before, p.after) for p in reading.order} for o in reading.order)


@pytest.mark.parametrize(
    "body",
    [
        "they came, " * 60_000,
        "after the bell before the bell " * 20_000,
        "On 3 May it burned. " * 12_000,
        "до того как " * 50_000,
        "(" * 300_000,
    ],
)
def test_hostile_texts_cost_no_more_than_long_ones(body: str) -> None:
    """A text without sentences, one of a single event told thousands of times."""
    from muster.read.events.events import find_events
    from muster.read.page import lay_out
    from muster.read.times.times import find_times

    text = Text("t", "d", body, "en", "test")
    page = lay_out(text)
    context = ReadingContext(published="2031-06-20")
    times = find_times(text, page.sentences, page.languages, context)
    most = 12e-6 * len(body) + 1
    assert soon(lambda: find_events(page, times, [], [], context), most=most) < most
