"""The same claim in other words."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from tests.costs import growth, seconds

from muster.link.claims import ClaimIndex, Counted, Said, suggest_same_claims
from muster.model.links import Link, Origin, Statement

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


@pytest.mark.parametrize(
    ("claim", "post", "language"),
    [
        ("The miller hides flour in his cellar.", "the baker keeps grain underground, concealed", "en"),
        ("The fleet lost a ferry to a mine.", "a boat of theirs went down after an explosion", "en"),
        ("Мельник прячет муку в подвале.", "хлеб и зерно тайно лежат у мельника", "ru"),
        ("Паром підірвався на міні.", "вибух на судні", "uk"),
    ],
)
def test_words_of_one_field_find_a_claim(claim: str, post: str, language: str) -> None:
    """Words of nearly the same meaning lead to it; they are not told as words in common."""
    others = (
        Said("x1", "The mayor of Rudnia opened a swimming pool.", "en"),
        Said("x2", "Учитель приехал в посёлок осенью.", "ru"),
        Said("x3", "Сусідка виграла лотерею.", "uk"),
    )
    index = ClaimIndex([*others, Said("c", claim, language)])
    found = index.likest(Said("asked", post, language))
    assert found and found[0].claim == "c"
    assert not any(key.startswith("t") for key in found[0].common)


def test_kin_make_no_suggestion_surer() -> None:
    """What two claims say in common is counted by their own words, with kin in the index or without."""
    one, other = Said("a", "The soldiers fled.", "en"), Said("b", "The fighters ran.", "en")
    index = ClaimIndex([one, other])
    assert index.compare(one, 1).share == 0.0


def test_the_same_speaker_stands_first() -> None:
    """However alike another's words are."""
    found = ClaimIndex(CLAIMS).likest(CLAIMS[3], most=10)
    assert [x.same_speaker for x in found] == sorted((x.same_speaker for x in found), reverse=True)
    other = [*CLAIMS[:3], replace(CLAIMS[1], claim="c5", words="Прокурор отдыхает.", entity="p9")]
    found = ClaimIndex(other).likest(replace(CLAIMS[3], entity="p9"), most=10)
    assert found[0].claim == "c5" and found[0].same_speaker


def told(claims: Iterable[Said], origins: Iterable[Origin] = ()) -> list[Link]:
    """Suggestions among claims whose numbers count cases."""
    counted, words = Counted(), {}
    for said in claims:
        figures = tuple(
            (float(n), "case" if said.language == "en" else "дело") for n in re.findall(r"\d+", said.words)
        )
        counted.take(
            Statement(
                said.claim, said.document, "s", None, said.entity, None, None, False, False, said.words,
                figures=figures, language=said.language,
            ),
            said.document,
        )  # fmt: skip
        words[said.claim] = said.words
    return list(suggest_same_claims(counted, lambda ids: {id: words[id] for id in ids}, origins))


def test_suggestions_give_their_reasons() -> None:
    """What is common, whether the speaker is one, numbers that differ; one speaker's number told again is no
    question, and the same number of another is one."""
    other = replace(CLAIMS[1], entity="p7")
    (link,) = told([CLAIMS[0], other, *CLAIMS[2:]])
    assert (link.left, link.right, link.kind) == ("c1", "c2", "same-claim")
    assert "the speakers are not shown to be the same" in link.reasons
    assert "the same numbers: 46" in link.reasons
    assert told(CLAIMS) == []
    assert told([CLAIMS[0], other], [Origin("o1", "The prosecutor", None, ("c1", "c2"), ())]) == []
    (later,) = told([CLAIMS[0], replace(CLAIMS[3], entity="p1")])
    assert any("perhaps another date" in reason for reason in later.reasons)


def test_claims_of_one_family_are_not_paired() -> None:
    """A text that says a thing twice, or its copy, confirms nothing."""
    twice = [CLAIMS[0], replace(CLAIMS[1], document="d1", entity="p7")]
    assert told(twice) == []
    assert told([twice[0], replace(twice[1], document="d8")])
    # The same words need no question.
    assert told([twice[0], replace(twice[0], claim="b", document="d8", entity="p7")]) == []


def test_a_number_that_everybody_gives_is_no_question() -> None:
    """And a claim that is gone when its words are asked for is none either."""
    many = [replace(CLAIMS[0], claim=f"m{n}", document=f"m{n}", entity=f"p{n}") for n in range(40)]
    assert told(many) == []
    counted = Counted()
    for each in many[:2]:
        counted.take(
            Statement(each.claim, each.document, "s", None, each.entity, None, None, False, False, each.words,
                      figures=((46.0, "case"),), language="en"), each.document,
        )  # fmt: skip
    assert list(suggest_same_claims(counted, lambda ids: {})) == []


def test_the_order_in_which_claims_come_changes_nothing() -> None:
    """The same claims give the same suggestions."""
    claims = [CLAIMS[0], replace(CLAIMS[1], entity="p7"), *CLAIMS[2:]]
    assert [link.id for link in told(claims[::-1])] == [link.id for link in told(claims)]


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
        claims = [
            Said(f"c{i:06}", f"{10 + i // 3} {' '.join(rng.choices(words, k=12))}", "en", f"d{i}")
            for i in range(size)
        ]
        return seconds(lambda: told(claims))

    cost(100)
    assert growth(cost, 1_000, 4_000, most=10) < 10
