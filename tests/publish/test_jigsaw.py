"""The jigsaw check: laws that hold of any release, and what its sentences may not say."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.costs import growth, seconds

from muster.model.errors import Usage
from muster.publish.jigsaw import Grid, Material, Options, Said, check, population_from
from muster.publish.jigsaw.grids import WITHHELD, grid_from, grid_rows, withheld
from muster.workflows.jigsaw import rows_said, said_of

PAGE = 'source = "Invented register of Vellin"\ndate = "2030-01-01"\ncounts = "people"\n'
TABLE = """place,job,age,count
Vellin,nurse,30-39,40
Vellin,nurse,60-69,2
Vellin,baker,30-39,25
Osmark,nurse,30-39,3
Osmark,baker,30-39,60
Osmark,baker,60-69,15
"""
SENTENCES = (
    "A nurse told us of it.", "A baker heard the shots.", "The house stands in Vellin.",
    "It was cold in Osmark.",
    "Somebody 64 years old was there.", "Somebody 34 years old was there.", "The bread was late.",
    "She was wounded in the leg.", "The lists were burnt on 3 May 2031.",
)  # fmt: skip
passages = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True)


def about(who: str, sentences: list[str]) -> tuple[Said, ...]:
    """Passages about one protected person."""
    return tuple(said_of(f"passage {n}", words, who=(who,)) for n, words in enumerate(sentences, 1))


def risk(release: Material, *more: object, **named: object) -> tuple[int, int]:
    """How grave the findings on combinations are: warnings, then what is unknown."""
    kinds = ("combination", "series", "joined", "diversity")
    found = check(release, *more, **named)  # type: ignore[arg-type]
    warned = sum(f.weight == "warns" and f.kind in kinds for f in found)
    return (warned, sum(f.kind == "unknown" for f in found) if not warned else 0)


@settings(max_examples=40)
@given(passages)
def test_without_a_table_nothing_that_narrows_passes(sentences: list[str]) -> None:
    """k is unknown, and said to be, wherever a detail is told; no finding says how many fit."""
    release = Material(about("S-1", sentences))
    found = check(release)
    telling = {s for s in sentences if s != "The bread was late."}
    assert any(f.kind == "unknown" for f in found) is bool(telling)
    assert not any("fit" in f.says and "unknown" not in f.says for f in found)


@settings(max_examples=40)
@given(passages, st.lists(passages, max_size=3), passages)
def test_more_on_the_public_record_never_lowers_the_risk(
    sentences: list[str], record: list[list[str]], more: list[str]
) -> None:
    """What others published, and what this desk published before, can only add to what is given away."""
    population = population_from(TABLE, PAGE)
    release = Material(about("Ilka", sentences))
    public = [said_of("public", f"Ilka was seen. {' '.join(each)}") for each in record]
    added = said_of("public", f"Ilka came back. {' '.join(more)}")
    before = risk(release, (), public, population)
    assert risk(release, (), [*public, added], population) >= before
    assert risk(release, [Material(about("Ilka", more))], public, population) >= before


@settings(max_examples=40)
@given(passages, passages)
def test_a_lower_line_never_finds_more(sentences: list[str], more: list[str]) -> None:
    """Who allows smaller groups is warned of nothing that the stricter line lets pass."""
    population = population_from(TABLE, PAGE)
    release = Material(about("S-1", [*sentences, *more]))
    strict, lax = (risk(release, (), (), population, Options(smallest=n)) for n in (30, 5))
    assert lax[0] <= strict[0]


def test_a_sentence_says_how_few_and_never_whom() -> None:
    """No finding holds a value of the table, a word of the passage in question, or a number that fits."""
    population = population_from(TABLE, PAGE)
    release = Material(about("S-1", ["A nurse of Osmark, 34 years old, told us of it."]))
    (found,) = [f for f in check(release, (), (), population) if f.kind == "combination"]
    assert found.says == "age + occupation + place: fewer than 11 of the people of the table fit"
    said = json.dumps([found.says, found.where, found.id])
    for kept in ("Osmark", "nurse", "34", "30-39", " 3 "):
        assert kept not in said


def test_unknown_is_not_a_pass() -> None:
    """Many fit as far as the table tells, but it does not tell everything that is told."""
    population = population_from(TABLE, PAGE)
    release = Material(about("S-1", ["A baker of Osmark told us of it.", "He was wounded in the leg."]))
    (found,) = check(release, (), (), population)
    assert found.kind == "unknown"
    assert "the table does not tell wound" in found.says
    aside = population_from(TABLE, PAGE + '[aside]\nwound = "everybody there was wounded"\n')
    assert check(release, (), (), aside) == []


@pytest.mark.parametrize("missing", ["source", "date", "counts"])
def test_a_table_without_its_source_is_refused(missing: str) -> None:
    """Nobody's numbers prove nothing."""
    page = re.sub(rf"(?m)^{missing} = .*\n", "", PAGE)
    with pytest.raises(Usage, match=missing):
        population_from(TABLE, page)


def test_a_hole_in_the_table_is_refused() -> None:
    """An empty cell would look like many who fit everything."""
    with pytest.raises(Usage, match="empty cell"):
        population_from("place,job,count\nVellin,,400\n", PAGE)
    with pytest.raises(Usage, match="no column"):
        population_from("shoe size,count\n44,400\n", PAGE)


def test_accepting_is_by_what_was_said() -> None:
    """The same release has the same ids; another sentence has others."""
    one = check(Material(about("S-1", ["Four nurses stayed."])))
    again = check(Material(about("S-1", ["Four nurses stayed."])))
    other = check(Material(about("S-1", ["Five nurses stayed."])))
    assert [f.id for f in one] == [f.id for f in again]
    assert {f.id for f in one if f.kind == "small"}.isdisjoint(f.id for f in other)


def test_what_others_published_is_told_and_does_not_stop() -> None:
    """A quotation of a public paper adds nothing to the record: notes, no warnings; a telephone stops it."""
    open_one = said_of("passage 1", "Four nurses of 64 stayed in Vellin.", published=True)
    population = population_from(TABLE, PAGE)
    assert {f.weight for f in check(Material((open_one,)), (), (), population)} == {"note"}
    called = said_of("passage 1", "Call +7 916 555-01-22.", published=True)
    assert [f.weight for f in check(Material((called,))) if f.kind == "direct"] == ["forbids"]


def test_look_alike_letters_hide_nothing() -> None:
    """Cyrillic letters in a Latin word are seen through, zero-width characters too, and these are told."""
    population = population_from(TABLE, PAGE)
    for words in ("A nurse of Osmаrk told us of it.", "A nur\u200bse of Osm\u00adark told us of it."):
        found = check(Material(about("S-1", [words])), (), (), population)
        hidden = ["unseen"] if "\u200b" in words else []
        assert [f.kind for f in found] == ["combination", *hidden], words


def test_a_long_text_is_read_in_time() -> None:
    """Thousands of words without a break, brackets and digits do not stall the check."""
    for words in ("from the " * 3000, "из " * 5000, "(1" * 4000, "Ab-" * 4000):
        check(Material((Said("passage 1", words),)))


def test_a_table_is_written_without_its_small_cells() -> None:
    """The small cell goes, and one beside it in its row and in its column; the sums stay."""
    grid = grid_from("t", "place,month,count\nA,May,44\nA,June,9\nA,all,53\nB,May,31\nB,June,28\nB,all,59\n"
                          "all,May,75\nall,June,37\nall,all,112\n")  # fmt: skip
    assert isinstance(grid, Grid)
    made = withheld(grid, 11)
    hidden = [row for row in grid_rows(made) if row[-1] == WITHHELD]
    assert len(hidden) == 4
    assert check(Material((), (made,))) == []


def test_a_table_that_does_not_add_up_is_refused() -> None:
    """A wrong sum is an error of the team, not a cell to hide."""
    grid = grid_from("t", "place,count\nA,44\nB,20\nall,99\n")
    assert grid is not None
    with pytest.raises(Usage, match="add up"):
        withheld(grid, 11)


def test_rows_of_cases_are_people() -> None:
    """A table without counts is a list of people: each line is laid beside the population."""
    rows = rows_said("cases.csv", "case,place,job\nC-1,Osmark,nurse\nC-2,Osmark,baker\n")
    found = check(Material(rows), (), (), population_from(TABLE, PAGE))
    assert [(f.kind, f.where) for f in found if f.weight == "warns"] == [
        ("combination", ("cases.csv, line 2",))
    ]


def test_somebody_beside_another_is_still_herself() -> None:
    """What a passage tells of two people counts for each, with all else that is told of each."""
    population = population_from(TABLE, PAGE)
    both = said_of("passage 1", "A nurse told us of it.", who=("Ilka", "S-2"))
    alone = said_of("passage 2", "The house stands in Osmark.", who=("Ilka",))
    found = check(Material((both, alone)), (), (), population)
    assert [(f.kind, f.where) for f in found] == [("combination", ("passage 1", "passage 2"))]


def test_the_cost_grows_with_the_record() -> None:
    """Four times the release beside four times the record costs about four times as much."""

    def cost(size: int) -> float:
        release = Material(
            tuple(Said(f"p{n}", f"A nurse of place Q{n}x spoke.", (f"S-{n}",)) for n in range(size))
        )
        public = [Said(f"o{n}", f"A baker of place R{n}x slept.") for n in range(size)]
        return seconds(lambda: check(release, (), public))

    assert growth(cost, 100, 400, most=9) <= 9
