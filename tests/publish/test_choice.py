"""What a reader meets first: the questions that matter, the changes that weigh, an alias alone."""

from __future__ import annotations

import re
from dataclasses import replace
from types import ModuleType

import pytest

from muster.model.claims import Speaker
from muster.model.findings import Estimate
from muster.model.links import Copy, Drift, Entity, Stretch
from muster.publish import Evidence, dossier
from muster.publish.page.copies import _weightiest
from muster.publish.page.shown import Limits, choose_questions
from muster.publish.page.timeline import _range
from muster.publish.page.words import ENGLISH

MADE = {"title": "T", "now": "2031-06-20", "signed_head": {}, "command": "muster check", "version": "0.1.0"}


def stated(
    question: str, *origins: str, place: str = "Sarnet", unit: str = "count", **more: object
) -> Estimate:
    values: dict[str, object] = {
        "id": f"estimate-{question}", "question": question, "population": "not stated", "place": place,
        "by_when": "not stated", "low": 3, "best": None, "high": 5, "unit": unit, "method": "stated",
        "assumptions": ("a claim, not a fact",), "rests_on": ("quantity-1",), "origins": origins,
        "reports": 1,
    }  # fmt: skip
    return Estimate(**{**values, **more})  # type: ignore[arg-type]


def test_the_questions_that_matter_most_come_first() -> None:
    """Several origins, then reports, then shares, then large counts; thin and cut-loose titles last."""
    long = "how many of the week from 17 to 23 June there were requests from the region"
    given = [
        stated("how many men, as counted by reports", "o", reports=9),
        stated("how many units", "o", place="not stated", reports=9),
        stated(long, "o", reports=9),
        stated("how many houses"),
        stated("how many wounded", "o"),
        stated("how many missiles", "o", low=900, high=900),
        stated("which share: refuse", "o", unit="share", low=0.1, high=0.2, place="not stated"),
        stated("how many requests", "o", reports=4),
        stated("how many drowned", "o", "p", method="span", reports=2),
        stated("how many killed", "o", "p", "q", method="span", reports=3),
    ]
    ledger = choose_questions(given, given, Limits())
    assert [q.key[0] for q in ledger.questions] == [e.question for e in reversed(given[3:])] + [
        "how many men, as counted by reports", long, "how many units",
    ]  # fmt: skip


def test_one_copy_does_not_fill_the_page_with_its_changes() -> None:
    """A few changes of each copy, the weightiest first; rewording last, and only some of it."""

    def drift(effect: str, at: int) -> Drift:
        return Drift(Stretch("doc-b", at, at + 1, "x"), Stretch("doc-a", at, at + 1, "y"), effect)

    effects = ["wording changed"] * 9 + ["sentence dropped"] * 3 + ["hedge lost"] + ["number changed"] * 9
    copies = [
        Copy(
            f"copy-{i}", f"doc-{i}", "doc-a", "near", 1.0, ("r",), drift=tuple(map(drift, effects, range(99)))
        )
        for i in range(2)
    ]
    told = [d.effect for _, d in _weightiest(copies, 12)]
    assert told == ["number changed"] * 8
    light = replace(copies[0], drift=tuple(drift("wording changed", i) for i in range(9)))
    told = [d.effect for _, d in _weightiest([light, copies[1]], 12)]
    assert told == ["number changed"] * 4 + ["wording changed"] * 3


def test_a_changed_number_stands_in_its_words(page: str) -> None:
    """A number alone says nothing: the rest of its line is beside it."""
    (drift,) = re.findall(r"<b>number changed</b>.*?</div>", page, re.S)
    assert "120</del> soldiers from at" in drift and "<ins>1,200</ins> soldiers" in drift


def test_an_alias_stands_alone(invented: ModuleType) -> None:
    """Of a protected speaker no variant, role or other name of the entity is shown beside the alias."""
    draft = invented.Draft("Fen", "fen/x.txt", None, "“We stayed,” Yelka said, at the mill.", None, "en")
    draft.claim("“We stayed,”", "direct", Speaker("Yelka", "signaller", "9th Rifles", protected=True))
    uses = ((draft.document.id, "Yelka"),)
    entity = Entity("entity-1", "person", "Yelena Drosk", ("Yelena Drosk", "Yelka"), True, uses)
    page = "".join(dossier(invented.Invented([draft], [], [], [entity], []), **MADE))  # type: ignore[arg-type]
    assert "Yelka" in page
    assert not [word for word in ("Drosk", "signaller", "9th Rifles", "Also written") if word in page]


def test_an_inferred_date_says_so(invented: ModuleType) -> None:
    """A date worked out from what was told before is marked; one that the text gives is not."""
    draft = invented.Draft(
        "Fen", "fen/x.txt", None, "On 4 May they left. The day after they came.", None, "en"
    )
    draft.time("4 May", "2031-05-04", "2031-05-04", "2031-05-04", anchor="explicit")
    draft.time("The day after", "2031-05-05", "2031-05-05", "2031-05-05", anchor="previous")
    draft.event("On 4 May they left", "they left", "2031-05-04", "2031-05-04")
    draft.event("The day after they came", "they came", "2031-05-05", "2031-05-05")
    page = "".join(dossier(invented.Invented([draft], [], [], [], []), **MADE))  # type: ignore[arg-type]
    told = re.findall(r'<span class="when-words">(.*?)<svg', page, re.S)
    assert ["inferred" in when for when in told] == [False, True]


def test_judgements_are_told_in_the_banner(evidence: Evidence, invented: ModuleType) -> None:
    """ "Checked by nobody yet" holds until somebody judged something."""
    assert "checked by nobody yet" in "".join(dossier(evidence, **MADE))  # type: ignore[arg-type]
    judged = invented.investigation()
    judged.counts = lambda: {"documents": 10, "judgements": 1}
    page = "".join(dossier(judged, **MADE))
    assert "checked by nobody" not in page and "with 1 judgement by people" in page


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2031-05-04", "2031-05-04", "4 May 2031"),
        ("2031-02-01", "2031-02-28", "February 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-02-01", "2031-02-27", "1 February – 27 February 2031"),
        ("2031-02-01", "2031-03-31", "1 February – 31 March 2031"),
        ("2030-12-30", "2031-01-02", "30 December 2030 – 2 January 2031"),
        ("9999-12-01", "9999-12-31", "1 December – 31 December 9999"),
        ("2031-05", None, "from May 2031"),
        (None, "2031", "by 2031"),
    ],
)
def test_a_range_of_days_reads_as_people_write_it(first: str, last: str, told: str) -> None:
    """A whole month or year is told by its name."""
    assert _range(first, last, ENGLISH) == told
