"""Who is meant: pronouns, descriptions, quotations without a frame, the only witness of a text."""

from __future__ import annotations

import pytest
from tests.read.marked import claims_of

from muster.model.claims import Claim


def one(body: str, words: str) -> Claim:
    """The innermost claim that holds these words."""
    found = [c for c in claims_of(body) if words in c.passage.words]
    assert found, words
    return min(found, key=lambda c: len(c.passage.words))


@pytest.mark.parametrize(
    ("body", "words", "name"),
    [
        ("Peter Lund met Karl Berg in Odden. He said the road was open.", "the road", "Peter Lund"),
        ("Peter Lund said Karl Berg was ill. He added that nobody came.", "nobody came", "Peter Lund"),
        ("Anna Holm left. Peter Lund said he had seen the order.", "he had seen", "Peter Lund"),
        ("Peter Lund said he had told them that the road was open.", "the road was", "Peter Lund"),
        ("Peter Lund's mother, Anna Lund, said he was ill.", "he was ill", "Anna Lund"),
        ("Mark Holm's deputy, Karl Berg, said that the road was open.", "the road", "Karl Berg"),
        ("Lawyer Anna Holm came. “Nobody was charged,” the lawyer said.", "Nobody was", "Anna Holm"),
        ("Peter Lund, 24, came home. “I saw them fall,” the 24-year-old said.", "I saw", "Peter Lund"),
        (
            "The Defence Ministry replied late. The ministry said it had no list.",
            "it had no",
            "Defence Ministry",
        ),
        ("Адвокат Анна Кравчук приехала. Адвокат сказала, что дела нет.", "дела нет", "Анна Кравчук"),
    ],
)
def test_whoever_is_meant_is_named(body: str, words: str, name: str) -> None:
    """The subject before the object, the speaker before both; a trade, an age and a body stand for a name."""
    assert one(body, words).said_by[0].name == name


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Peter Lund's lawyer said the order was void.", "the order"),
        ("The lawyer said the order was void. Anna Holm went home.", "the order"),
        ("Peter Lund came home. The lawyer said the order was void.", "the order"),
        ("Peter Lund and Karl Berg came home. “I saw it,” the man said.", "I saw"),
        ("Two officers came. One of them said that the road was open.", "the road"),
    ],
)
def test_nobody_is_named_who_is_not_meant(body: str, words: str) -> None:
    """Whose lawyer he is, is not who he is; of two men neither is the man."""
    assert one(body, words).said_by[0].name is None


def test_a_campaign_is_no_person() -> None:
    """A name before "campaign" is the body's."""
    speaker = one("The Holm campaign said it had no list.", "it had no list").said_by[0]
    assert speaker.name == "Holm campaign"


def test_a_plural_nobody_listed_is_a_group() -> None:
    """Strategists, gardeners: whoever they are, they are several."""
    assert one("Some gardeners said the river had risen.", "the river").source_kind == "group"


WITNESS = (
    "“I carried him to the cellar,” says Ivan Orlo, a conscript.\n"
    "Lawyer Anna Holm says nobody was charged.\n"
    "{}\n"
)


def test_words_that_nobody_claims_are_the_only_witness_s() -> None:
    """With less trust than half; an expert's paragraph before does not make them hers."""
    claim = one(WITNESS.format("“We walked for two nights without water.”"), "We walked")
    assert claim.said_by[0].name == "Ivan Orlo" and claim.confidence <= 0.5


def test_a_soldier_s_unit_is_not_the_lawyer_s() -> None:
    """ "His unit", he says: not the lawyer of the paragraph before."""
    body = WITNESS.replace("Anna", "Karl").format("His unit crossed the river at dawn, he says.")
    assert one(body, "His unit").said_by[0].name == "Ivan Orlo"


def test_two_witnesses_are_none() -> None:
    """Where two tell what they lived through, nobody is guessed."""
    second = "“I saw it too,” says Pavel Reck, a driver.\nIt rained.\n"
    body = WITNESS.format(second + "“We walked for two nights without water.”")
    assert one(body, "We walked").said_by[0].name is None


def test_who_spoke_inside_a_quotation_is_meant_there() -> None:
    """The commander shouted; "he said" after it is the commander, not who tells it."""
    body = "“The commander shouted that we were late. He said the boat had gone,” Ivan Orlo recalls."
    assert one(body, "the boat had gone").said_by[0].role == "commander"
