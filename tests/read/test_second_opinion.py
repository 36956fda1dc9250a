"""Rules and second opinion weighed against one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muster.model.claims import Claim
from muster.model.evidence import Text
from muster.read.attribution import find_claims
from muster.read.frames import Frame
from muster.read.page import Page, lay_out
from muster.read.people.people import find_named
from muster.read.protection.anonymity import protect
from muster.read.second_opinion import Opinion, merged
from muster.text.spans import Span

BODY = "Two trucks left at dawn, Anna Brook said on Monday. The mayor of Lesk doubted it."


def claims_of(body: str, propose: Callable[[Page], list[Frame]] | None, language: str = "en") -> list[Claim]:
    page = lay_out(Text("text", "doc", body, "und", "test"))
    opinion = Opinion(page, {language: propose}) if propose else None
    return find_claims(page, protect(page, find_named(page)), opinion=opinion)


def frame(body: str, content: str, cue: str, source: str | None, confidence: float = 0.8) -> Frame:
    def span(words: str) -> Span:
        at = body.index(words)
        return Span(at, at + len(words))

    return Frame([span(content)], "say", span(cue), span(source) if source else None, confidence=confidence)


def test_agreement_raises_the_confidence() -> None:
    """A claim that rules and proposal both found is surer than the rules alone were."""
    alone = claims_of(BODY, None)
    both = claims_of(BODY, lambda _: [frame(BODY, "Two trucks left at dawn", "said", "Anna Brook")])
    assert [c.id for c in both] == [c.id for c in alone]
    assert both[0].confidence > alone[0].confidence


def test_a_rule_alone_is_believed_less() -> None:
    """Where the second opinion saw nothing, the rules' claim stays with less confidence."""
    assert claims_of(BODY, lambda _: [])[0].confidence < claims_of(BODY, None)[0].confidence


LESSON = "Salt keeps fish. Our mothers had little else, and every shed along the river smelt of brine. " * 12


def test_in_a_text_that_reports_little_the_rules_need_agreement() -> None:
    """In a long text that hardly reports anybody a verb of saying that only the rules saw makes no claim;
    a quotation with its verb does, and so does everything where the other is no trained network."""
    told = LESSON + "The mayor of Lesk said that the sheds were full. “We salt at dawn,” Anna Brook said."
    page = lay_out(Text("text", "doc", told, "und", "test"))
    trained, not_trained = (
        find_claims(
            page, protect(page, find_named(page)), opinion=Opinion(page, {"en": lambda _: []}, trained=t)
        )
        for t in (True, False)
    )
    assert [c.passage.words for c in trained] == ["We salt at dawn"]
    assert [c.passage.words for c in not_trained] == ["the sheds were full", "We salt at dawn"]


def test_disagreement_about_the_speaker_keeps_the_certain_rule() -> None:
    """The speaker stays, the confidence falls."""
    body = "“Two trucks left at dawn,” Anna Brook said. The mayor of Lesk doubted it."
    proposal = frame(body, "Two trucks left at dawn", "said", "The mayor of Lesk", 0.9)
    got = claims_of(body, lambda _: [proposal])[0]
    assert got.said_by[0].name == "Anna Brook"
    assert got.confidence < claims_of(body, None)[0].confidence


def test_a_speaker_that_the_rules_lack_is_taken() -> None:
    """Words without a speaker get the one that the second opinion saw."""
    body = "The mayor of Lesk came to the yard at dawn. “Nobody is going up there on a rumour.”"
    proposal = frame(body, "Nobody is going up there on a rumour", "came", "The mayor of Lesk", 0.7)
    alone = claims_of(body, None)[0]
    (got,) = claims_of(body, lambda _: [proposal])
    assert (alone.speaker, got.speaker and got.speaker.words) == (None, "The mayor of Lesk")


def test_what_only_the_proposal_has_is_added() -> None:
    """The union is read: a verb that the rules do not know gives a claim with its speaker."""
    body = "The mayor of Lesk grunted that nobody had been told about the trucks."
    proposal = frame(body, "nobody had been told about the trucks", "grunted", "The mayor of Lesk", 0.7)
    assert not claims_of(body, None)
    got = claims_of(body, lambda _: [proposal])
    assert [(c.passage.words, c.speaker and c.speaker.words) for c in got] == [
        ("nobody had been told about the trucks", "The mayor of Lesk")
    ]


@pytest.mark.parametrize(("source", "confidence"), [(None, 0.45), ("The mayor of Lesk", 0.2)])
def test_weak_proposals_are_not_shown(source: str | None, confidence: float) -> None:
    """Neither a doubtful proposal nor a half-sure one without a speaker becomes a claim."""
    body = "The mayor of Lesk grunted that nobody had been told about the trucks."
    proposal = frame(body, "nobody had been told about the trucks", "grunted", source, confidence)
    assert not claims_of(body, lambda _: [proposal])


def test_only_pages_in_its_language_are_put_to_it() -> None:
    """A proposer for Russian is not asked about an English page, and the rules lose no confidence."""

    def never(_: Page) -> list[Frame]:
        raise AssertionError("asked about a page in another language")

    assert claims_of(BODY, never, "ru") == claims_of(BODY, None)


def test_what_is_said_inside_a_quotation_is_heard_there() -> None:
    """A proposal wholly within a quotation is nested in the quotation's claim."""
    body = "“The captain grunted that nobody had been told about the trucks at all,” Anna Brook said."
    inner = frame(body, "nobody had been told about the trucks at all", "grunted", "The captain", 0.7)
    got = {c.cue.words: c for c in claims_of(body, lambda _: [inner]) if c.cue}
    assert got["grunted"].inside == got["said"].id


def test_a_quotation_that_goes_on_stays_whole_when_both_found_it() -> None:
    """The second half of an interrupted quotation is not lost where only the proposal holds it."""
    body = "“The road was mined from Odden on,” Anna Brook said. “We turned back before the bridge.”"
    proposal = frame(body, "The road was mined from Odden on", "said", "Anna Brook", 0.9)
    start = body.index("We turned")
    proposal.parts.append(Span(start, start + len("We turned back before the bridge")))
    proposal.quoted = True
    (got,) = claims_of(body, lambda _: [proposal])
    assert [p.words for p in got.parts] == [
        "The road was mined from Odden on",
        "We turned back before the bridge",
    ]


def test_a_second_part_that_is_no_quotation_takes_no_speaker_away() -> None:
    """The mark that opens the next paragraph never closes: its words stay with whoever spoke last."""
    body = (
        "“The road was mined,” Anna Brook said.\n"
        "“We find such mines at every bridge. “By our estimates forty are left.” Brook said they were old."
    )
    proposal = frame(body, "The road was mined", "said", "Anna Brook", 0.78)
    start = body.index("We find")
    proposal.parts.append(Span(start, body.index(" are left")))
    got = claims_of(body, lambda _: [proposal])
    for words in ("The road", "We find", "By our estimates"):
        (claim,) = (c for c in got if c.passage.words.startswith(words))
        assert claim.said_by[0].name == "Anna Brook", words


@pytest.mark.parametrize(("overrules", "speaker"), [(True, "mayor of Lesk"), (False, "Anna Brook")])
def test_the_parser_takes_no_speaker_from_the_rules(overrules: bool, speaker: str) -> None:
    """It knows the clause and not the text: where it names another, the rules' speaker stays, in doubt."""
    rule = frame(BODY, "Two trucks left at dawn", "said", "Anna Brook", 0.85)
    other = frame(BODY, "Two trucks left at dawn", "said", "mayor of Lesk", 0.9)
    (heard,) = merged([rule], [other], overrules=overrules)
    assert heard.speaker is not None
    assert BODY[heard.speaker.start : heard.speaker.stop] == speaker
    assert heard.confidence < rule.confidence


@pytest.mark.parametrize(
    ("body", "rule", "other", "kept"),
    [
        # What hangs on with a comma, a semicolon or a conjunction of its own may be left out,
        ("Brook said the ferry was late; her sister laughed.", "the ferry was late; her sister laughed",
         "the ferry was late", "the ferry was late"),
        ("Brook thinks the dog is old, so nobody walks it.", "the dog is old, so nobody walks it",
         "the dog is old", "the dog is old"),
        ("Brook denied the hand was hers, though two clerks knew it.",
         "the hand was hers, though two clerks knew it", "the hand was hers", "the hand was hers"),
        # one more clause with "that" and what a colon announces may not,
        ("Brook said the ferry was late, and that nobody ate.", "the ferry was late, and that nobody ate",
         "the ferry was late", "the ferry was late, and that nobody ate"),
        ("Brook says the mate drinks; that he always has.", "the mate drinks; that he always has",
         "the mate drinks", "the mate drinks; that he always has"),
        ("Brook said the rule was plain: no dogs below.", "the rule was plain: no dogs below",
         "the rule was plain", "the rule was plain: no dogs below"),
        (
            "Brook said the boat leaked, but that was years ago.",
            "the boat leaked, but that was years ago",
            "the boat leaked",
            "the boat leaked",
        ),
        # more words may be taken in, but not what the speaker did next.
        ("Brook writes the mate, a quiet man, rang twice.", "the mate, a quiet man",
         "the mate, a quiet man, rang twice", "the mate, a quiet man, rang twice"),
        ("Brook denied the loss and put the cargo at nine tons.", "the loss",
         "the loss and put the cargo at nine tons", "the loss"),
        ("Brook disputes the count, but has not shown hers.", "the count",
         "the count, but has not shown hers", "the count"),
    ],
)  # fmt: skip
def test_where_words_end_is_for_the_proposal_where_a_clause_ends(
    body: str, rule: str, other: str, kept: str
) -> None:
    """Where both begin alike; of the parser, which says nothing about ends, the rules' end holds."""
    cue = body.split()[1]
    rules, others = frame(body, rule, cue, "Brook"), frame(body, other, cue, "Brook", 0.9)
    (heard,) = merged([rules], [others], ends=body)
    assert [body[slice(*p)] for p in heard.parts] == [kept]
    (heard,) = merged([rules], [others])
    assert heard.parts == rules.parts


def test_the_second_half_of_a_content_is_not_lost_where_the_proposal_overlooks_it() -> None:
    """Of "…, she said, and …": fewer parts than the rules have are no end; more parts are taken."""
    body = "The mate was sober, Brook said, and the ferry was on time."
    whole, half = (frame(body, "The mate was sober", "said", "Brook") for _ in range(2))
    start = body.index("and the ferry")
    whole.parts.append(Span(start, len(body) - 1))
    assert merged([whole], [half], ends=body)[0].parts == whole.parts
    assert merged([half], [whole], ends=body)[0].parts == whole.parts
