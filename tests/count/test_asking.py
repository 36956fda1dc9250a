"""Questions as people write them, and the sentence each slip gets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.count.stated import asked

from muster.count import question_from
from muster.model.errors import Refused

GOOD = 'name = "q"\ntitle = "people"\nfrom = 2031-01-01\n[select]\ncounted = ["refusal"]\n'
UNIT = 'name = "1st"\nyes = 3\nasked = 9\nsize = 40\n'


def test_a_question_says_what_is_counted() -> None:
    """The parts of the file are the parts of the record."""
    question = asked(
        '\n[[origin]]\nname = "Open Register"\naliases = ["OR"]\nparty = true', coding='"strict"'
    )
    assert (question.first, question.last, question.counting) == ("2031-01-01", "2031-06-30", "cumulative")
    assert (question.coding, question.unit, question.title["ru"]) == ("strict", "refusals", "отказы в Сорвии")
    assert question.origins[0].aliases == ("OR",) and question.origins[0].party
    assert question_from(question.text) == question


def test_population_and_place_may_be_said_in_three_languages() -> None:
    """The English words define; the others are only said."""
    question = asked(place='{ en = "Sorvia", uk = "Сорвія" }')
    assert question.place == "Sorvia" and question.said == {"place.uk": "Сорвія"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = ", "no TOML"),
        ("", r"this must be said \(q.toml, name\)"),
        (GOOD.replace('"q"', '"../q"'), "letters, digits"),
        (GOOD.replace('"people"', '""'), "needs a title in English"),
        (GOOD.replace('title = "people"', 'title = { ru = "люди" }'), "needs a title in English"),
        (GOOD.replace("2031-01-01", '"1 May"'), "is no day"),
        (GOOD.replace("from = 2031-01-01\n", ""), "needs the day from which"),
        (GOOD.replace("from =", "to = 2030-01-01\nfrom ="), "ends on 2030-01-01, before it begins"),
        (GOOD.replace("from =", 'unit = "tanks"\nfrom ='), "'tanks' is no unit"),
        (GOOD.replace("from =", 'coding = "guess"\nfrom ='), "none of as-written"),
        (GOOD.replace("from =", 'series = "gossip"\nfrom ='), "none of conviction"),
        (GOOD.replace("from =", 'colour = "red"\nfrom ='), "means nothing here"),
        (GOOD.replace('["refusal"]', '"refusal"'), "a list of texts"),
        (GOOD.replace('counted = ["refusal"]', ""), "chooses no claims"),
        (GOOD + "[accept]\nparties = true\n", "needs its reason"),
        (GOOD + '[accept]\norigins = 0\nreason = "x"\n', "one origin at the least"),
        (GOOD + '[denominator]\nlow = 5\nsource = "x"\n', "only a share has a denominator"),
        (
            GOOD.replace("from =", 'unit = "share"\nfrom =') + '[denominator]\nsource = "x"\n',
            "without a number",
        ),
        (GOOD + "[[unit_evidence]]\n" + UNIT.replace("size = 40\n", ""), "no denominator"),
        (GOOD + "[[unit_evidence]]\n" + UNIT.replace("40", "5"), "smaller than what was seen"),
        (GOOD + "[[unit_evidence]]\n" + UNIT.replace("= 3", "= -3"), "no number of people"),
        (GOOD + "[[unit_evidence]]\n" + UNIT.replace("= 3", "= nan"), "a number is wanted"),
        (GOOD + "[[unit_evidence]]\n" + UNIT.replace("= 3", "= 2.5"), "a whole number"),
        (GOOD + "[[unit_evidence]]\n" + UNIT.replace("= 3", "= 1e300"), "no number of people"),
        (GOOD + '[[table]]\naddress = "a.csv"\norigin = "who"\ndate = "day"\n', "no column holds a number"),
        (GOOD + '[[table]]\naddress = "a.csv"\ndate = "day"\nvalue = "n"\n', "who states the rows"),
        (GOOD + '[[origin]]\nname = "A"\n[[origin]]\nname = "B"\naliases = ["a"]\n', "a name of both"),
        (GOOD + '[[origin]]\nname = "A"\nreliability = "Z"\n', "none of A to F"),
        ("x = 1\n" * 60_000, "no question"),
    ],
)
def test_every_slip_is_named(text: str, says: str) -> None:
    """What is wrong, where, and where it helps what to write instead."""
    with pytest.raises(Refused, match=says):
        question_from(text, "q.toml")


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever a file holds, it is a question or is refused."""
    with pytest.raises(Refused):
        question_from(text)
