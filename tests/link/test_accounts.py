"""Two accounts of one event are suggested with a question. Every name is invented."""

from __future__ import annotations

from tests.costs import growth, seconds

from muster.link.accounts import Account, find_accounts


def account(event: str, words: str, day: str | None = "2031-05-02", root: str | None = None) -> Account:
    return Account(event, root or f"doc of {event}", day, "2031-05-03", words)


FERRY = "the ferry Gannet hit a mine off Cape Dorn"


def test_two_accounts_of_one_day_are_suggested_with_a_question() -> None:
    """Two names in common, one day, two texts."""
    [link] = find_accounts([account("e1", FERRY), account("e2", f"At dawn {FERRY}, they said")])
    assert link.kind == "same-event"
    assert {link.left, link.right} == {"e1", "e2"}
    assert any(reason.endswith("know each other?") for reason in link.reasons)


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
