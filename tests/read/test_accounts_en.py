"""English accounts without a verb of saying, words that only seem said, and the outlet's own."""

from __future__ import annotations

from muster.model.claims import Claim, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text


def claims_of(body: str) -> list[Claim]:
    return read_text(Text("t", "d", body, "en", "test"), ReadingContext(), reader="rules").claims


def _one(body: str, words: str) -> Claim:
    found = [c for c in claims_of(body) if words in c.passage.words]
    return min(found, key=lambda c: len(c.passage.words))


def test_what_became_of_those_a_witness_was_with_is_his_account() -> None:
    """Straight behind his own report, with little trust; of anybody else it is the outlet's."""
    lead = "Ruben Aske, a conscript, fought near Odrin. They were fired at, he says, by day and by night. "
    his = _one(lead + "In his platoon of 30 men, 6 were killed.", "6 were killed")
    assert [s.name for s in his.said_by] == ["Ruben Aske"] and his.confidence < 0.4 and his.cue is None
    assert _one(lead + "In the war so far, 6,000 were killed.", "6,000 were killed").own_voice


def test_a_number_in_a_frame_is_no_finding_of_the_outlet() -> None:
    """How many told how many: the words stand in what is said."""
    several = claims_of("Three officers told Anna Brook and four neighbours that the bridge was closed.")
    assert [c.passage.words for c in several] == ["the bridge was closed"]


def test_the_outlets_words_end_before_the_verb_of_saying() -> None:
    """What it counted stays whole."""
    claims = claims_of("Each of the guides had handled dozens of cases and said the men were alive.")
    assert "Each of the guides had handled dozens of cases" in [
        c.passage.words for c in claims if c.own_voice
    ]


def test_the_outlets_words_end_before_whoever_speaks_next() -> None:
    """ "Forty were burned, the mayor says that …": the mayor is no part of what the outlet counted."""
    claims = claims_of("Forty houses of the village were burned, the mayor says that nobody was hurt.")
    assert [c.passage.words for c in claims if c.own_voice] == ["Forty houses of the village were burned"]


def test_a_paper_that_is_still_to_be_written_says_nothing_yet() -> None:
    """Its words are kept, and marked."""
    body = "A lawyer told the men they should file a statement explaining that they were ill."
    assert _one(body, "they were ill").hypothetical
    assert not _one("The men filed a statement explaining that they were ill.", "they were ill").hypothetical


def test_an_unclosed_quotation_goes_on_where_an_editor_filled_in_words() -> None:
    """An outlet puts nothing in brackets in its own words; the sentence after is its own again."""
    body = (
        "“Nobody asked us,” said Vera Tamlin, a teacher from Odrin. “They came at night.\n\n"
        "The men were led to the mill [on the river]. The mill burned down in May."
    )
    assert [s.name for s in _one(body, "led to the mill").said_by] == ["Vera Tamlin"]
    assert not any("burned" in c.passage.words for c in claims_of(body))


def test_how_a_project_works_is_no_way_the_words_went() -> None:
    """Interviews held elsewhere carry nothing; two outlets with a stroke between them are one address."""
    worked = "The road is mined, according to Ana Holt, the head of a project working through interviews."
    assert not any(c.kind == "occasion" for c in _one(worked, "road is mined").via)
    told = "The road is mined, Ana Holt told Radio Odrin / Radio Morava."
    assert [c.name for c in _one(told, "road is mined").via] == ["Radio Odrin / Radio Morava"]
