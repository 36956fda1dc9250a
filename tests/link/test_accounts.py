"""Two accounts of one event are suggested with a question. Every name is invented."""

from __future__ import annotations

from dataclasses import replace

from tests.costs import growth, seconds

from muster.link.accounts import Account, find_accounts, paragraph


def account(event: str, words: str, day: str | None = "2031-05-02", root: str | None = None) -> Account:
    return Account(event, root or f"doc of {event}", day, "2031-05-03", words)


FERRY = "the ferry Gannet hit a mine off Cape Dorn"


def test_two_accounts_of_one_day_are_suggested_with_a_question() -> None:
    """Two names in common, one day, two texts."""
    [link] = find_accounts([account("e1", FERRY), account("e2", f"At dawn {FERRY}, they said")])
    assert link.kind == "same-event"
    assert {link.left, link.right} == {"e1", "e2"}
    assert any(reason.endswith("know each other?") for reason in link.reasons)


def test_one_number_and_one_day_are_enough_where_both_say_much_the_same() -> None:
    """In two languages too; the same number of another thing, or of texts of other days, is nothing."""
    said = account("e1", "Some 7,150 people crossed the bridge on Friday")
    russian = Account(
        "e2", "b", "2031-05-02", "2031-05-04", "в пятницу мост перешли около 7150 человек", "ru"
    )
    [link] = find_accounts([replace(said, language="en"), russian])
    assert any("7150 in common" in reason for reason in link.reasons)
    other = Account(
        "e3", "c", "2031-05-02", "2031-05-04", "The mill has sold 7,150 sacks of grain since then", "en"
    )
    assert not list(find_accounts([replace(said, language="en"), other]))
    undated = replace(said, day=None, language="en")
    week = replace(russian, day=None, published="2031-05-09")
    [link] = find_accounts([undated, week])
    assert any("6 days apart, as their texts are dated" in reason for reason in link.reasons)
    assert not list(find_accounts([replace(undated, day="2031-05-03"), replace(week, day="2031-05-09")]))
    late = replace(russian, day=None, published="2031-05-12")
    assert not list(find_accounts([replace(said, day=None, language="en"), late]))


def test_a_name_near_by_brings_two_accounts_together_and_two_questions_are_enough_for_three() -> None:
    """The place may stand in the sentence before; of three texts that may tell of one event two pairs
    are asked about. A line without a name or a number in common is none."""
    told = [
        Account(f"e{n}", f"doc {n}", None, "2031-05-03", words, language, around)
        for n, (words, language, around) in enumerate(
            (
                ("A train with shells burned on the bridge", "en", "A grey morning at Halm."),
                ("на мосту загорелся поезд со снарядами", "ru", "Это было под Хальмом."),
                ("The shells on the train burned until noon, and the bridge too", "en", "Smoke over Halm."),
                ("A train with shells burned on the bridge", "en", "A grey morning at Orsk."),
            )
        )
    ]
    assert len(list(find_accounts(told))) == 2


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
