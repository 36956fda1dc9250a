"""On what an English speaker's word rests: one invented sentence for each rule, and its counter-case."""

from __future__ import annotations

import pytest

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

LINES = [
    # relatives: before their own eyes, or told
    ("\"I was called from the barracks: he was gone,\" said Brandel's mother.", "gone", "second-hand"),
    ("\"I opened the door and saw four men,\" said Brandel's mother.", "four men", "first-hand"),
    ("Brandel's mother said that his unit had left.", "his unit", "second-hand"),
    ("Brandel's wife said that police came to the house at six.", "police", "first-hand"),
    # "X's husband" makes a witness of X no second hand
    ("Rosa Veldt's husband was ill. \"I saw the boat sink,\" Rosa Veldt said.", "boat", "first-hand"),
    # officers, of their side and of themselves
    ("The captain said that the bridge had been taken.", "bridge", "party"),
    ("General Oskar Brandel said that he had full trust in his men.", "full trust", "party"),
    ("General Oskar Brandel said that no report had reached his desk.", "no report", "first-hand"),
    ("Major Brandel's lawyer said that the court had refused.", "court", "own-caseload"),
    ("The former general, Oskar Brandel, denied having met the broker.", "having met", "first-hand"),
    ("A witness for the prosecution said that the gate was open.", "gate", "first-hand"),
    ("Relatives of men of the 9th Brigade said that they had no bread.", "no bread", "second-hand"),
    ("The state attorney said that the book was lost.", "book", "party"),
    ("Ida Krone, president of the relief mission Open Hands, said it was full.", "full", "own-caseload"),
    ("Ida Krone, president of the rowing club, said the river was closed.", "the river", "unknown"),
    ("An officer told her not to hope.", "to hope", "party"),
    ("Ida Krone said the road was shut. She heard shots at night.", "shots", "first-hand"),
    ("Major Ida Krone spoke. Her deputy told the council that the gate was open.", "the gate", "party"),
    ("An officer, who asked not to be named, said the army had no fuel.", "no fuel", "party"),
    ("Major Ida Krone said the army had no fuel.", "no fuel", "party"),
    ("Ida Krone's husband said nobody measures a cellar for a roof.", "a cellar", "unknown"),
    ("Ida Krone's husband said police came at six and broke the door.", "police", "first-hand"),
    ("Ida Krone's husband said that she was never told.", "never told", "second-hand"),
    ("“He said five. He never counts, I suppose,” Ida Krone said.", "He said five", "second-hand"),
    ("Press officer Ida Krone: “The gate was never shut.”", "The gate", "party"),
    ("A rumour says the pay is gone; the mill's owner calls it a fairy tale.", "it a fairy tale", "unknown"),
    # bodies that count, doctors of those they treat, lawyers of the law
    ("The monitoring group Harbour Watch estimates that 40 men have left.", "40 men", "own-caseload"),
    ("Doctors said that six wounded had been admitted.", "six wounded", "own-caseload"),
    ("A lawyer, Ida Krone, said the law allows soldiers to refuse.", "the law", "unknown"),
    ("A lawyer, Ida Krone, said that her client had been beaten.", "beaten", "own-caseload"),
    # papers by their head noun
    ("According to a complaint lodged with the military prosecutor, leave was sold.", "leave", "document"),
    ("According to a supply sheet dated 2 November, bread was cut.", "bread", "document"),
    # what somebody has not seen, promises, his own deeds
    ("\"I was never there, but the gate was open,\" said Oskar Brandel.", "gate", "second-hand"),
    ("\"He told us that the gate was open,\" said Oskar Brandel.", "gate", "second-hand"),
    ("General Oskar Brandel said that he could not exclude a mistake.", "exclude", "party"),
    ("\"I believe them,\" said Oskar Brandel.", "believe", "unknown"),
    ("\"They will lose him twice,\" said Oskar Brandel.", "lose", "unknown"),
    ("\"I was asleep, I think,\" said Oskar Brandel.", "asleep", "first-hand"),
    # what would have been, a readiness, advice
    ("\"If I had checked the road, the bus could have been saved,\" said the driver.", "bus", "unknown"),
    ("\"Should I tell him to go back to the mine?\" asked Ida Krone.", "mine", "unknown"),
    ("Ida Krone told the foreman that she was not prepared to go.", "prepared", "unknown"),
    ("A lawyer told Ida Krone to hand in her badge.", "badge", "unknown"),
    ("The lawyer said his client had handed in her badge.", "badge", "own-caseload"),
    ("\"We left when I saw the smoke,\" said the driver.", "smoke", "first-hand"),
    ("Oren Task, the head of the Quay Monitor, said his team estimates 40 boats sank.", "40", "own-caseload"),
    ("The gate had been open, said the guard who locked it.", "gate", "first-hand"),
    ("Oskar Brandel promised to mend the gate.", "mend", "unknown"),
    # whoever tells of himself in his own words was there for the rest as well
    ("\"I hid under the bus,\" said Ida Krone. Ida Krone said the men left at six.", "left", "first-hand"),
    ("Ida Krone said the men left at six.", "left", "unknown"),
    ("Ida Krone noticed that the gate had been oiled.", "oiled", "first-hand"),
    ("The bus company's union Open Road counted 40 men at the gate.", "40 men", "own-caseload"),
    ("Oskar Brandel recalled that the gate had been open.", "gate", "first-hand"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "basis"), LINES)
def test_each_rule_and_its_counter_case(body: str, words: str, basis: str) -> None:
    """The outermost claim that holds the words rests on this."""
    claims = read_text(Text("t", "d", body, "en", "test"), ReadingContext(), reader="rules").claims
    found = [c for c in claims if words in c.passage.words and not c.own_voice]
    assert found, [c.passage.words for c in claims]
    assert max(found, key=lambda c: len(c.passage.words)).basis == basis
