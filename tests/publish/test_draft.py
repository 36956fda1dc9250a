"""The check of a draft: each planted kind of fault, what may stand, and what hostile drafts cost."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import run_muster
from tests.costs import growth, seconds

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.publish.draft import KINDS, Draft, DraftFinding, Known, check_draft
from muster.publish.draft.known import hedges_in, noun_of
from muster.publish.draft.people import near
from muster.read import read_text

FIRST = """source: Pier Gazette
date: 2031-02-01

At least 30 sailors of the Ostrel yard have left, said Wenna Talbrick, head of the Dock Union, on 1 February.

"We keep a list, and nobody on it was punished," Talbrick said.

She said that Major Ivo Sternak had taken their papers.
"""
SECOND = """source: Tide Agency
date: 2031-02-02

At least 30 sailors of the Ostrel yard have left, Wenna Talbrick of the Dock Union told the Pier Gazette.
"""
WORD = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
BODY = (
    '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("draft")
    papers = folder / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text(FIRST, "utf-8")
    (papers / "b.txt").write_text(SECOND, "utf-8")
    done = run_muster(folder, "run", papers, "-p", folder / "desk.db")
    assert done.returncode == 0, done.stderr
    return folder


def found(home: Path, words: str, *more: str) -> list[dict[str, str]]:
    """What the command finds in a draft; its exit code is 1 exactly where something is open."""
    (home / "draft.txt").write_text(words, "utf-8")
    done = run_muster(
        home, "draft", "check", "draft.txt", "--on", "2031-03-01", "--json", "-p", "desk.db", *more
    )
    rows: list[dict[str, str]] = json.loads(done.stdout)
    assert done.returncode == int(any(not r["accepted"] for r in rows)), done.stderr
    return rows


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("", "At least 30 sailors of the Ostrel yard have left, said Wenna Talbrick in February."),
        ("number", "At least 300 sailors of the Ostrel yard have left, said Wenna Talbrick."),
        ("hedge", "Thirty sailors of the Ostrel yard have left, said Wenna Talbrick."),
        ("population", "At least 30 officers of the Ostrel yard have left, said Wenna Talbrick."),
        ("date", "By 1 January at least 30 sailors of the Ostrel yard had left, said Wenna Talbrick."),
        ("origin", "Two sources confirmed that at least 30 sailors of the Ostrel yard have left."),
        ("quotation", '"We keep a list, and somebody on it was punished," Talbrick said.'),
        ("quotation", '"All of this was decided behind closed doors in the capital," she said.'),
        ("quotation", '"They all fled," said Wenna Talbrick.'),
        ("", '"Keep a list," said Wenna Talbrick.'),
        ("", 'Wenna Talbrick heads the "yard watch".'),
        ("name", "Wenna Talbrik heads the union."),
        ("reply", "Major Ivo Sternak stole their papers, Talbrick said."),
        ("", "Major Ivo Sternak stole their papers, Talbrick said. Sternak denies it."),
        ("pseudonym", "Mara (not her real name), a nurse from Ostrel, spoke to us."),
        ("", "Mara (not her real name) spoke to us."),
    ],
)
def test_each_fault_is_found_as_what_it_is(home: Path, kind: str, words: str) -> None:
    """A planted fault gives one finding of its kind, at words of the draft; a sound draft gives none."""
    rows = found(home, words)
    assert [r["kind"] for r in rows] == ([kind] if kind else [])
    assert all(words[int(r["start"]) : int(r["stop"])] == r["words"] for r in rows)


def test_law_is_held_against_the_day_of_the_draft(home: Path) -> None:
    """A penalty that the pack does not have is found; its own is not."""
    pack = ("--pack", "sorvia-military")
    wrong = found(home, "Desertion is punished with up to two years in prison.", *pack)
    assert [r["kind"] for r in wrong] == ["law"]
    assert "3 to 8 years" in wrong[0]["says"]
    assert found(home, "Desertion is punished with three to eight years in prison.", *pack) == []


def test_what_was_not_checked_is_said(home: Path) -> None:
    """Without a pack, statements of law are named as not checked; never as sound."""
    (home / "plain.txt").write_text("Nothing is said here.", "utf-8")
    done = run_muster(home, "draft", "check", "plain.txt", "-p", "desk.db")
    assert done.returncode == 0
    assert "not checked: statements of law" in done.stderr


def test_a_finding_may_stand_with_a_reason_and_a_code(home: Path) -> None:
    """Accepted, it is shown with who and why and no longer stops; another wording is another finding."""
    words = "Thirty sailors of the Ostrel yard left, said Wenna Talbrick."
    id = found(home, words)[0]["id"]
    accept = ("draft", "accept", "draft.txt", id, "--on", "2031-03-01", "-p", "desk.db")
    assert run_muster(home, *accept, "--by", "ed", "--reason", " ").returncode == 2
    done = run_muster(home, *accept, "--by", "ed", "--reason", "she corrected herself to us")
    assert done.returncode == 0, done.stderr
    assert found(home, words)[0]["accepted"] == "ed: she corrected herself to us"
    assert not found(home, words.replace("left", "have gone"))[0]["accepted"]


def test_a_word_file_is_checked_like_a_text(home: Path) -> None:
    """The same finding comes from DOCX."""
    with zipfile.ZipFile(home / "draft.docx", "w") as out:
        out.writestr("[Content_Types].xml", TYPES)
        words = "At least 300 sailors of the Ostrel yard have left, said Wenna Talbrick."
        out.writestr("word/document.xml", BODY.format(WORD.format(words)))
    done = run_muster(home, "draft", "check", "draft.docx", "--on", "2031-03-01", "--json", "-p", "desk.db")
    assert [r["kind"] for r in json.loads(done.stdout)] == ["number"]


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [("none.txt", None, 1), ("empty.txt", b"", 1), ("noise.docx", b"PK\x03\x04nonsense", 1)],
)
def test_what_is_no_draft_is_refused(home: Path, name: str, raw: bytes | None, code: int) -> None:
    """No file, an empty one, a broken one: a sentence and exit 1, no traceback."""
    if raw is not None:
        (home / name).write_bytes(raw)
    done = run_muster(home, "draft", "check", name, "-p", "desk.db")
    assert done.returncode == code, done.stderr
    assert "muster:" in done.stderr
    assert "fault in Muster" not in done.stderr


def test_checking_writes_nothing(home: Path) -> None:
    """The project is the same to the byte after a check."""
    before = (home / "desk.db").read_bytes()
    found(home, "At least 300 sailors of the Ostrel yard have left.")
    assert (home / "desk.db").read_bytes() == before


def read(words: str) -> Draft:
    text = Text("t", "d", words, "en", "plain")
    return Draft.of(text, read_text(text, ReadingContext(published="2031-03-01")), "2031-03-01")


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from('ab 3."“”,\n«»[…]Ж0'), max_size=200))
def test_every_finding_points_at_its_words(words: str) -> None:
    """Whatever the draft, a finding's characters are those of the draft, and its kind has a name."""
    for f in check_draft(read(words), Known()):
        assert isinstance(f, DraftFinding)
        assert words[f.start : f.stop] == f.words
        assert f.kind in KINDS


def test_a_long_draft_costs_in_proportion() -> None:
    """Four times the draft costs about four times the time."""

    def cost(size: int) -> float:
        draft = read("Captain Ivo Sternak beat 40 sailors. " * size)
        return seconds(lambda: check_draft(draft, Known()))

    assert growth(cost, 100, 400, most=9) <= 9


def test_the_month_of_may_is_no_hedge() -> None:
    """ "May" is a month where it is written with a capital, a hedge where it is not."""
    assert hedges_in("By 20 May they left", "en") == frozenset()
    assert hedges_in("They may have left", "en") == {"may"}


def test_who_is_counted_is_the_head_of_the_words() -> None:
    """What befell people, or where they belong, is not who they are."""
    assert noun_of("conscripts convicted", "en") == noun_of("conscripts of the garrison", "en")
    assert not noun_of("officers convicted", "en") & noun_of("conscripts convicted", "en")


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [("talbrik", "talbrick", True), ("anna", "anne", True), ("ivan", "oleg", False), ("anna", "anna", False)],
)
def test_a_slip_is_a_letter_or_two(a: str, b: str, slip: bool) -> None:
    """Near is not the same, and not another name."""
    assert near(a, b) is slip
