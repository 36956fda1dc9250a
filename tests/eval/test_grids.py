"""The scorer of plain sentences: what a grid makes, and when a cell is wrong; and the floors of all three."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import grids
import pytest
from results_table import show

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

_SPEAKER = """
[[grid]]
name = "made up"
asks = "speaker"
words = "dam held"
openings = ["The clinic shut in May.", ""]
frames = ["{N} said the dam held.", "The dam held, he|she told {b}."]
row = [
  { n = "engineer Hanna Brisk", b = "us", sex = "f", name = "Hanna Brisk" },
  { n = "an engineer", b = "us" },
]
"""
_NUMBERS = """
[[grid]]
name = "made up"
asks = "numbers"
frames = ["{N} carters were hurt."]
row = [
  { n = "at least 5", q = ["at least 5 | >=5 | carters"] },
  { n = "six", q = ["six | 6..7 | mules"] },
]
"""
_SHIELD = """
[[grid]]
name = "made up"
asks = "protected"
words = "dam held"
frames = ["A clerk at the dam{n} said the dam held."]
row = [{ n = ", who asked not to be named," }, { n = "" }]
"""
_HEDGE = """
[[grid]]
name = "made up"
asks = "hedge"
words = "held"
frames = ["Hanna Brisk said the dam {n} held."]
row = [{ n = "reportedly" }, { n = "by a thread", hedge = "probably" }]
"""
_SURE = """
[[grid]]
name = "made up"
asks = "sure"
words = "held"
frames = ["Hanna Brisk said the dam {n} held."]
row = [{ n = "perhaps" }, { n = "still" }]
"""
_BASIS = """
[[grid]]
name = "made up"
asks = "basis"
words = "dam held"
every = { basis = "party" }
frames = ["{N} said the dam held."]
row = [
  { n = "the army" },
  { n = "a neighbour, 43," },
  { n = "the other neighbour", basis = "first-hand" },
]
"""

_ORDER = """
[[grid]]
name = "made up"
asks = "order"
frames = ["{A} before {b}."]
row = [{ n = "dam", a = "the dam broke", b = "the mill burned", first = "dam", second = "mill" }]
"""


def test_a_grid_crosses_openings_rows_and_frames(tmp_path: Path) -> None:
    """Fields are filled in, with a capital where asked; forms follow the sex."""
    file = tmp_path / "made-up.toml"
    file.write_text(_SPEAKER, "utf-8")
    bodies = [s.body for s in grids.sentences(file)]
    assert len(bodies) == len(set(bodies)) == 8
    assert "The clinic shut in May. Engineer Hanna Brisk said the dam held." in bodies
    assert {"The dam held, she told us.", "The dam held, he told us."} < set(bodies)


def test_a_frame_that_asks_for_what_no_row_has_is_refused(tmp_path: Path) -> None:
    """A misspelt field does not make a sentence."""
    file = tmp_path / "made-up.toml"
    file.write_text(_SPEAKER.replace("{b}", "{body}"), "utf-8")
    with pytest.raises(KeyError, match="body"):
        list(grids.sentences(file))


def test_a_speaker_is_right_by_name_and_nobody_by_none(tmp_path: Path) -> None:
    """A name where the row has none is wrong, and so is a claim that is missing."""
    file = tmp_path / "made-up.toml"
    file.write_text(_SPEAKER, "utf-8")
    cells = {s.body: s for s in grids.sentences(file)}
    named = cells["Engineer Hanna Brisk said the dam held."]
    nobody = cells["An engineer said the dam held."]
    other = _read("The clinic shut.")
    assert _judged(named, _read(named.body)) == {"speaker": True}
    assert _judged(nobody, _read(nobody.body)) == {"speaker": True}
    assert _judged(nobody, _read(named.body)) == {"speaker": False}
    assert _judged(named, _read(nobody.body)) == {"speaker": False}
    assert _judged(named, other) == _judged(nobody, other) == {"speaker": False}


def test_a_speaker_may_have_several_names_a_role_and_somebody_behind_him(tmp_path: Path) -> None:
    """What a row says beside the name is asked where the name is right."""
    row = '{ n = "Hanna Brisk said an aunt told her", role = "aunt", outer = "Hanna Brisk" }'
    file = tmp_path / "made-up.toml"
    head = '[[grid]]\nname = "made up"\nasks = "speaker"\nwords = "dam held"\n'
    file.write_text(f'{head}frames = ["{{N}} the dam held."]\nrow = [{row}]\n', "utf-8")
    (cell,) = grids.sentences(file)
    assert _judged(cell, _read(cell.body)) == {"speaker": True, "role": True, "outer": True}
    alone = _read("A nurse said the dam held.")
    assert _judged(cell, alone) == {"speaker": True, "role": False, "outer": False}


def test_a_source_is_right_in_its_own_words_alone(tmp_path: Path) -> None:
    """A part of them, more than them, or nobody is wrong."""
    head = '[[grid]]\nname = "made up"\nasks = "source"\nwords = "dam held"\n'
    file = tmp_path / "made-up.toml"
    file.write_text(
        f'{head}frames = ["{{N}} said the dam held."]\nrow = [{{ n = "a source in the mill" }}]\n', "utf-8"
    )
    (cell,) = grids.sentences(file)
    assert _judged(cell, _read(cell.body)) == {"source": True}
    assert _judged(cell, _read("A source said the dam held.")) == {"source": False}
    assert _judged(cell, _read("The clinic shut.")) == {"source": False}


def test_a_way_is_right_with_every_carrier_and_no_other(tmp_path: Path) -> None:
    """Who tells of the speaker carried his words; a carrier too few or too many is wrong."""
    head = '[[grid]]\nname = "made up"\nasks = "via"\nwords = "dam held"\n'
    row = '{ n = "in a letter", via = ["document|letter"] }'
    file = tmp_path / "made-up.toml"
    file.write_text(f'{head}frames = ["Hanna Brisk said {{n}} the dam held."]\nrow = [{row}]\n', "utf-8")
    (cell,) = grids.sentences(file)
    assert _judged(cell, _read(cell.body)) == {"found": True, "via": True}
    assert _judged(cell, _read("Hanna Brisk said the dam held.")) == {"found": True, "via": False}
    two = _read("Hanna Brisk said in a letter the dam held, Tern reported.")
    assert _judged(cell, two) == {"found": True, "via": False}
    assert _judged(cell, _read("The clinic shut.")) == {"found": False}


def test_an_order_is_right_where_words_or_days_put_it_so(tmp_path: Path) -> None:
    """Of two events that are one, nothing but that is asked; what is left open is not inverted."""
    file = tmp_path / "made-up.toml"
    file.write_text(_ORDER, "utf-8")
    (cell,) = grids.sentences(file)
    right = {"found": True, "order": True, "not inverted": True}
    assert _judged(cell, _read(cell.body)) == right
    assert _judged(cell, _read("On 9 March the mill burned. The dam broke on 3 March.")) == right
    other = _read("The mill burned before the dam broke.")
    assert _judged(cell, other) == {"found": True, "order": False, "not inverted": False}
    beside = _read("The dam broke. Meanwhile, the mill burned.")
    assert _judged(cell, beside) == {"found": True, "order": False, "not inverted": True}
    assert _judged(cell, _read("The dam by the mill broke.")) == {"found": False}
    open_ = replace(cell, asks="unordered")
    assert _judged(open_, beside) == {"found": True, "left open": True}
    assert _judged(open_, other) == {"found": True, "left open": False}


def test_a_number_is_right_by_bounds_and_by_what_it_counts(tmp_path: Path) -> None:
    """Each part is judged alone, and only where the row says it."""
    file = tmp_path / "made-up.toml"
    file.write_text(_NUMBERS, "utf-8")
    five, six = grids.sentences(file)
    assert _judged(five, _read(five.body)) == {"bounds": True, "what": True}
    assert _judged(six, _read(six.body)) == {"bounds": False, "what": False}


def test_whoever_is_kept_back_is_so_by_words(tmp_path: Path) -> None:
    """A presumption is no signal; "open" is what nobody's words hide."""
    file = tmp_path / "made-up.toml"
    file.write_text(_SHIELD, "utf-8")
    asked, silent = grids.sentences(file)
    assert _judged(asked, _read(asked.body)) == {"protected": True}
    assert _judged(silent, _read(silent.body)) == {"protected": False}
    file.write_text(_SHIELD.replace('"protected"', '"open"'), "utf-8")
    asked, silent = grids.sentences(file)
    assert _judged(asked, _read(asked.body)) == {"open": False}
    assert _judged(silent, _read(silent.body)) == {"open": True}
    assert _judged(silent, _read("The clinic shut.")) == {"open": False}


def test_a_hedge_is_right_where_the_claim_keeps_it(tmp_path: Path) -> None:
    """Another hedge, or none, is wrong."""
    file = tmp_path / "made-up.toml"
    file.write_text(_HEDGE, "utf-8")
    kept, other = grids.sentences(file)
    assert _judged(kept, _read(kept.body)) == {"hedge": True}
    assert _judged(other, _read(other.body)) == {"hedge": False}


def test_a_plain_word_is_right_where_no_hedge_is_kept(tmp_path: Path) -> None:
    """A hedge in it is wrong."""
    file = tmp_path / "made-up.toml"
    file.write_text(_SURE, "utf-8")
    hedged, plain = grids.sentences(file)
    assert _judged(hedged, _read(hedged.body)) == {"no hedge": False}
    assert _judged(plain, _read(plain.body)) == {"no hedge": True}


def test_what_a_word_rests_on_is_judged_where_a_claim_was_found(tmp_path: Path) -> None:
    """What all rows have is each row's unless it says otherwise; a missing claim is counted apart."""
    file = tmp_path / "made-up.toml"
    file.write_text(_BASIS, "utf-8")
    army, one, other = grids.sentences(file)
    assert _judged(army, _read(army.body)) == {"found": True, "basis": True}
    assert _judged(one, _read(one.body)) == {"found": True, "basis": False}
    assert _judged(other, _read(other.body)) == {"found": True, "basis": True}
    assert _judged(other, _read("The dam is dry.")) == {"found": False}


def test_a_comma_before_a_full_stop_is_left_out(tmp_path: Path) -> None:
    """A row that ends in a comma may stand at the end of a sentence."""
    file = tmp_path / "made-up.toml"
    file.write_text(_BASIS.replace("{N} said the dam held.", "The dam held, said {n}."), "utf-8")
    assert [s.body for s in grids.sentences(file)][1] == "The dam held, said a neighbour, 43."


@pytest.mark.parametrize("language", grids.LANGUAGES)
def test_no_plain_sentence_is_read_worse_than_before(language: str) -> None:
    """The floors of ``eval/floors.toml``: a rule that breaks plain news is seen here first."""
    assert show(grids.measure([language])) == 0


def _read(body: str) -> object:
    return read_text(Text("text-1", "doc-1", body, "en", "test"), ReadingContext("2031-05-01"))


def _judged(sentence: grids.Sentence, reading: object) -> dict[str, bool]:
    return {metric: right for metric, right, _ in grids.judged(sentence, reading)}  # type: ignore[arg-type]
