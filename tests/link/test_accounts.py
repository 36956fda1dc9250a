"""Two accounts of one event are suggested with a question. Every name is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.costs import growth, seconds

from muster.link.accounts import Account, find_accounts, paragraph, told_in
from muster.text.languages import language_of


def account(event: str, words: str, day: str | None = "2031-05-02", root: str | None = None) -> Account:
    return Account(event, root or f"doc of {event}", day, "2031-05-03", words)


FERRY = "the ferry Gannet hit a mine off Cape Dorn"


def test_two_accounts_of_one_day_are_suggested_with_a_question() -> None:
    """Two names in common, one day, two texts."""
    [link] = find_accounts([account("e1", FERRY), account("e2", f"At dawn {FERRY}, they said")])
    assert link.kind == "same-event"
    assert {link.left, link.right} == {"e1", "e2"}
    assert any(reason.endswith("know each other?") for reason in link.reasons)


def test_two_languages_and_other_days_of_telling() -> None:
    """What is said of one day meets in two languages; of another thing with the same number it does not; of
    texts without a day of their own a week apart it does, a month apart it does not."""
    said = Account(
        "e1", "a", "2031-05-02", "2031-05-03", "Some 7,150 people crossed the bridge on Friday", "en"
    )
    russian = Account(
        "e2", "b", "2031-05-02", "2031-05-04", "в пятницу мост перешли около 7150 человек", "ru"
    )
    [link] = find_accounts([said, russian])
    assert any("have 7150 in common" in reason for reason in link.reasons)
    mill = Account("e3", "c", "2031-05-02", "2031-05-04", "The mill sold 7,150 sacks of grain", "en")
    assert not list(find_accounts([said, mill]))
    undated = replace(said, day=None)
    [link] = find_accounts([undated, replace(russian, day=None, published="2031-05-10")])
    assert any("7 days apart, as their texts are dated" in reason for reason in link.reasons)
    for late in (replace(russian, day=None, published="2031-06-12"), replace(russian, published=None)):
        assert not list(find_accounts([replace(said, day="2031-05-07"), replace(late, day="2031-06-12")]))


TRAIN = (
    (
        "A train with shells burned on the bridge",
        "en",
        "A grey morning at Halm. A train burned on the bridge.",
    ),
    ("загорелся поезд", "ru", "Под Хальмом на мосту загорелся поезд со снарядами."),
    ("The shells burned until noon", "en", "Smoke over Halm: shells of the train burned on the bridge."),
    ("The choir sang", "en", "In Orsk the choir sang for the widows of the fishermen."),
)


def test_of_three_texts_two_pairs_are_asked_about_and_nothing_of_one_source() -> None:
    """Two answers settle the third; whoever publishes both knows himself."""
    told = [
        Account(f"e{n}", f"doc {n}", None, "2031-05-03", words, language, around, f"source {n}")
        for n, (words, language, around) in enumerate(TRAIN)
    ]
    assert len(list(find_accounts(told))) == 2
    assert not list(find_accounts([replace(each, source="one") for each in told]))


def test_a_desk_is_asked_a_dozen_questions_or_one_for_five_texts() -> None:
    """Sixty pairs of texts that tell one thing each are 24 questions, thirteen are twelve."""
    for pairs, asked in ((13, 12), (60, 24)):
        told = [
            Account(
                f"{paper}{n}", f"{paper}{n}", None, f"{2031 + n}-05-03", f"{FERRY} with {n + 20} crates", "en"
            )
            for n in range(pairs)
            for paper in "ab"
        ]
        assert len(list(find_accounts(told))) == asked


def test_a_short_text_is_compared_whole_and_never_by_its_card() -> None:
    """Of a long one the paragraph around the event is read."""
    card = "source: Tarn Gazette\n\n"
    body = card + "The bridge burned.\nNobody was hurt."
    place = body.index("Nobody")
    assert told_in(body, len(card), place, place + 6) == "The bridge burned.\nNobody was hurt."
    assert told_in(body + "x" * 900, len(card), place, place + 6).startswith("Nobody")


def test_the_paragraph_around_a_place_ends_at_its_line() -> None:
    """And never far from the place, however long the line is."""
    body = "First line.\nBefore. HERE. After.\nThird line."
    start = body.index("HERE")
    assert paragraph(body, start, start + 4) == "Before. HERE. After."
    assert len(paragraph("a" * 10_000, 5_000, 5_001)) <= 601


def test_copies_and_other_days_are_none() -> None:
    """A copy is no second account; the same words of another month are another event."""
    assert not list(find_accounts([account("e1", FERRY, root="a"), account("e2", FERRY, root="a")]))
    assert not list(find_accounts([account("e1", FERRY), account("e2", FERRY, day="2031-06-02")]))


OSTREL = "A drone hit the bakery near Ostrel and killed a baker"
COLONY = "Guards of Colony 7 beat forty men by the trucks"


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        (OSTREL, "A drone hit the bakery in Vellim and killed a baker", False),
        (OSTREL, "A drone hit our bakery and killed the baker", True),
        (OSTREL, "Дрон ударил по пекарне под Острелем, погиб пекарь", True),
        (OSTREL, "Дрон ударил по пекарне под Веллимом, погиб пекарь", False),
        ("The boat sank at Goat Ford, two rowers drowned", "Біля Козячого броду потонули двоє", True),
        (COLONY, "Guards of Colony 3 beat forty men by the trucks", False),
        (COLONY, "Охрана колонии № 7 била сорок человек у машин", True),
        ("The Ostrel checkpoint took our laptops", "На блокпосту під Веллімом забрали ноутбуки", False),
        ("В отделе полиции Острели задержанного били", "Police in Vellim beat a detainee", False),
    ],
)  # fmt: skip
def test_what_tells_of_other_places_is_not_asked_about(one: str, other: str, asked: bool) -> None:
    """Names of places that have none in common, by sound, by what they mean or by their number; a place that
    only one of them names says nothing."""
    told = [
        Account(f"e{n}", f"d{n}", "2031-05-02", "2031-05-03", words, _language(words), words)
        for n, words in enumerate((one, other))
    ]
    assert bool(list(find_accounts(told))) is asked


def test_an_hour_alone_and_another_tuesday_are_no_other_day() -> None:
    """ "In the morning" stands on the day of its text; "on Tuesday" may be a week off."""
    first = Account("e1", "a", "2031-05-06", "2031-05-07", FERRY, "en")
    late = Account("e2", "b", "2031-05-14", "2031-05-14", f"In the morning {FERRY}", "en")
    assert list(find_accounts([first, late]))
    assert not list(find_accounts([first, replace(late, words=f"On Wednesday {FERRY}")]))
    tuesday = Account("e3", "c", "2031-05-13", "2031-05-14", f"On Tuesday {FERRY}", "en")
    assert list(find_accounts([first, tuesday]))
    assert not list(find_accounts([first, replace(tuesday, day="2031-05-12")]))


def _language(words: str) -> str:
    return language_of(words) or "en"


def test_a_text_without_facts_is_none() -> None:
    """Empty words and common ones suggest nothing."""
    assert not list(find_accounts([account("e1", ""), account("e2", "they went home"), account("e3", "a")]))


def test_ten_times_the_accounts_cost_about_ten_times() -> None:
    """Each is paired with the few before it that hold the same fact; a name in all of them pairs nobody."""

    def cost(size: int) -> float:
        made = [
            account(
                f"e{i}", f"{FERRY} near Port{i % 997} with {10_000 + i} crates", f"2031-05-{1 + i % 28:02}"
            )
            for i in range(size)
        ]
        return seconds(lambda: list(find_accounts(made)))

    assert growth(cost, 1_000, 10_000, most=16) <= 16
