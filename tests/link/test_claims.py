"""The same claim in other words."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from tests.costs import growth, seconds

from muster.link.claims import ClaimIndex, Said, suggest_same_claims

CLAIMS = (
    Said("c1", "The prosecutor of Brodivka opened 46 cases against ferry crews in May.", "en", "d1", "p1"),
    Said("c2", "В мае прокурор Бродивки возбудил 46 дел против паромных экипажей.", "ru", "d2", "p1"),
    Said("c3", "The harbour of Zelenyi Hai will be closed for repairs until autumn.", "en", "d3", "p2"),
    Said("c4", "The prosecutor of Brodivka opened 12 cases against ferry crews in June.", "en", "d4", "p3"),
)


def test_the_same_claim_in_another_language_is_found() -> None:
    """By meaning, numbers and names."""
    other_words = Said("asked", "Прокурор Бродивки открыл 46 дел против экипажей паромов.", "ru")
    found = ClaimIndex(CLAIMS).likest(other_words)
    assert {x.claim for x in found[:2]} == {"c1", "c2"}
    assert min(x.share for x in found[:2]) > 0.6


def test_the_same_speaker_stands_first() -> None:
    """However alike another's words are."""
    found = ClaimIndex(CLAIMS).likest(CLAIMS[3], most=10)
    assert [x.same_speaker for x in found] == sorted((x.same_speaker for x in found), reverse=True)
    other = [*CLAIMS[:3], replace(CLAIMS[1], claim="c5", words="Прокурор отдыхает.", entity="p9")]
    found = ClaimIndex(other).likest(replace(CLAIMS[3], entity="p9"), most=10)
    assert found[0].claim == "c5" and found[0].same_speaker


def test_suggestions_give_their_reasons_and_each_pair_once() -> None:
    """The pair, what is common, whether the speaker is one, and numbers that differ."""
    links = {(link.left, link.right): link for link in suggest_same_claims(CLAIMS)}
    assert ("c1", "c2") in links and links["c1", "c2"].kind == "same-claim"
    assert "the same speaker" in links["c1", "c2"].reasons
    assert not any("c3" in pair for pair in links)
    if ("c1", "c4") in links:
        assert any("other numbers" in reason for reason in links["c1", "c4"].reasons)


def test_claims_of_one_document_are_not_paired() -> None:
    """A text that says a thing twice confirms nothing."""
    twice = [replace(CLAIMS[0], claim="a"), replace(CLAIMS[0], claim="b")]
    assert list(suggest_same_claims(twice)) == []


def test_the_order_in_which_claims_come_changes_nothing() -> None:
    """The same claims give the same suggestions."""
    turned = list(suggest_same_claims(reversed(CLAIMS)))
    assert sorted(link.id for link in turned) == sorted(link.id for link in suggest_same_claims(CLAIMS))


@pytest.mark.parametrize("words", ["", "!", "the of and", "x" * 10_000, "7", "\ud800"])
def test_empty_and_odd_claims(words: str) -> None:
    """They are like nothing, and no error."""
    odd = Said("odd", words, "en", "d9")
    assert ClaimIndex([]).likest(odd) == []
    assert all(x.claim != "odd" for x in ClaimIndex([*CLAIMS, odd]).likest(odd))


def test_the_cost_grows_with_the_number_of_claims() -> None:
    """Four times as many claims take less than ten times as long."""
    rng = random.Random(4)
    words = ["".join(rng.choices("abdegiklmnoprstuvz", k=7)) for _ in range(3_000)]

    def cost(size: int) -> float:
        claims = [Said(f"c{i:06}", " ".join(rng.choices(words, k=12)), "en", f"d{i}") for i in range(size)]
        return seconds(lambda: list(suggest_same_claims(claims)))

    cost(100)
    assert growth(cost, 500, 2_000, most=10) < 10
