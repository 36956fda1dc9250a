"""On what a word of the news rests in English: who speaks and how, in sentences as reports have them."""

from __future__ import annotations

import pytest

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

LINES = [
    # asked for oneself, feared for oneself
    ("An officer, who asked that his rank not be given, said six boats sank.", "six boats", "party"),
    ("A captain wanted to be known only by his call sign.", "call sign", "unknown"),
    ("The officer fears for his post.", "for his post", "unknown"),
    ("The major is afraid of losing his pension.", "his pension", "unknown"),
    ("A lawyer asked not to be named.", "not to be named", "unknown"),
    # members of assemblies, offices that draft
    ("Three deputies of the district assembly have promised to visit the yard.", "the yard", "party"),
    ("The emergencies service reported two dead.", "two dead", "party"),
    ("The recruitment office told him he was on no list.", "no list", "party"),
    ("Captain Second Rank Ivo Maas spoke. “She is in dock,” Maas said.", "in dock", "party"),
    # those who take cases in, by what is told of them
    ("Jon Arkel of the Open Gate hotline said 60 callers were beaten.", "callers", "own-caseload"),
    ("Jon Arkel, who works for the Open Gate hotline, said 60 had called.", "60 had", "own-caseload"),
    ("Ida Roon, who heads the burns ward of the city hospital, said six died.", "six died", "own-caseload"),
    ("The group Far Shore says it has taken on 40 such cases.", "40 such cases", "own-caseload"),
    ("Truce monitors reported 40 violations.", "40 violations", "own-caseload"),
    ("The ambulance service said calls were still coming in.", "calls", "own-caseload"),
    ("His lawyer, Ivo Maas, has asked for an inquiry.", "an inquiry", "own-caseload"),
    ("A nurse at the clinic said the lights had gone out.", "the lights", "first-hand"),
    ("A clinic, whose head, Ines Bohr, slept, shut. Bohr said two of the nine died.", "two", "own-caseload"),
    ("The Committee of River Mothers has documented 31 complaints, it says.", "31", "own-caseload"),
    # views
    ("Truce monitors said they were deeply concerned.", "concerned", "unknown"),
    ("“I am asking where he is,” Rita Maas said.", "asking", "unknown"),
    ("A diplomat said it was “too early to say”.", "too early", "unknown"),
    # who was there, who heard it
    ("Relatives waiting at the gate said that they had been given no list.", "no list", "first-hand"),
    ("Relatives said that they had been given no bread.", "no bread", "second-hand"),
    ("Prisoners complained of cold and hunger.", "cold", "first-hand"),
    ("Ten former prisoners described the same cellar.", "same cellar", "first-hand"),
    ("The men had been told it was an exercise, Jon Arkel said.", "exercise", "unknown"),
    ("Jon Arkel, a conscript, said he had been told it was an exercise.", "exercise", "first-hand"),
    ("Ida Roon is 60. Her son, Jan, left. He had refused to go, Roon said.", "refused", "second-hand"),
    ("A baker said he had it from a driver that the bridge was gone.", "the bridge", "second-hand"),
    ("A guard said the list was passed on to him by a clerk.", "the list", "second-hand"),
    ("The carpenter has heard that the ward will be moved.", "the ward", "hearsay"),
    # whoever they are
    ("People in the town say the bridge is mined.", "mined", "hearsay"),
    ("Some say he fled; others have it that he was shot.", "was shot", "hearsay"),
    ("People in the town said two shells fell in the yard.", "two shells", "first-hand"),
    # papers, and outlets called by nouns for papers
    ("A copy of the ruling mentions only theft.", "only theft", "document"),
    ("Court papers say he left in May.", "he left", "document"),
    ("One of the letters warns that the roof will fall.", "the roof", "document"),
    ("The pay register lists all 17 as “on leave”.", "on leave", "document"),
    ("The Harbour Post reported that three crates were gone.", "three crates", "unknown"),
    ("The duty log said three crates were gone.", "three crates", "document"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "basis"), LINES)
def test_a_word_of_the_news_rests_on(body: str, words: str, basis: str) -> None:
    """The outermost claim that holds the words rests on this."""
    reading = read_text(Text("text", "doc", body, "en", "test"), ReadingContext("2031-05-01", "outlet"))
    claims = [c for c in reading.claims if words in c.passage.words and not c.own_voice]
    assert claims
    assert max(claims, key=lambda c: len(c.passage.words)).basis == basis
