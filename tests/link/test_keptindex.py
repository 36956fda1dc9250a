"""The copy index that is kept: what it finds, what it costs, what it holds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.costs import growth, seconds

from muster.link.keptindex import KeptIndex
from muster.model.errors import RecordError


def text(seed: int, size: int = 120) -> str:
    rng = random.Random(seed)
    return " ".join("".join(rng.choices("abdeghiklmnoprstu", k=rng.randint(3, 9))) for _ in range(size))


def filled(folder: Path, size: int, steps: int = 1) -> KeptIndex:
    index = KeptIndex(folder)
    for step in range(steps):
        index.add((f"doc-{i:05}", text(i)) for i in range(step, size, steps))
    return index


def test_the_same_text_and_a_part_of_it_are_found(tmp_path: Path) -> None:
    """The most alike first, with the share of the shorter one's runs."""
    index = filled(tmp_path / "kept", 50)
    assert [(x.document, x.share) for x in index.candidates(text(7))] == [("doc-00007", 1.0)]
    part = " ".join(text(9).split()[20:60])
    assert [(x.document, x.share) for x in index.candidates(part)] == [("doc-00009", 1.0)]
    assert index.candidates(text(99_999)) == []


def test_adding_in_steps_finds_what_adding_at_once_finds(tmp_path: Path) -> None:
    """However documents came in, the answers are the same."""
    once, steps = filled(tmp_path / "once", 60), filled(tmp_path / "steps", 60, steps=12)
    assert len(once) == len(steps) == 60
    assert set(once.documents()) == set(steps.documents())
    for seed in range(60):
        assert once.candidates(text(seed)) == steps.candidates(text(seed))


def test_it_is_there_again_after_closing(tmp_path: Path) -> None:
    """What was added is found by the next process."""
    filled(tmp_path / "kept", 20)
    assert KeptIndex(tmp_path / "kept").candidates(text(3))[0].document == "doc-00003"


def test_no_word_of_a_text_is_in_its_files(tmp_path: Path) -> None:
    """Only numbers and ids are written."""
    index = KeptIndex(tmp_path / "kept")
    index.add([("doc-1", "the harbour master of Brodivka counted forty ferries before the frost came down")])
    held = b"".join(path.read_bytes() for path in (tmp_path / "kept").rglob("*") if path.is_file())
    for word in (b"harbour", b"brodivka", b"ferries", "frost".encode("utf-16-le")):
        assert word not in held.lower()


def test_deleting_leaves_nothing(tmp_path: Path) -> None:
    """The whole folder goes, and the index is empty."""
    index = filled(tmp_path / "kept", 5)
    index.delete()
    assert not (tmp_path / "kept").exists()
    assert len(index) == 0


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    """Nobody's files are taken for an index, or deleted."""
    (tmp_path / "letter.txt").write_text("keep")
    with pytest.raises(RecordError, match="name an empty folder"):
        KeptIndex(tmp_path)


def test_a_segment_that_was_not_listed_is_none(tmp_path: Path) -> None:
    """A process that was killed while adding has added nothing, and the next one goes on."""
    index = filled(tmp_path / "kept", 5)
    (tmp_path / "kept" / "s000001").mkdir()
    assert len(KeptIndex(tmp_path / "kept")) == 5
    assert index.add([("doc-x", text(77))]) == 1
    assert KeptIndex(tmp_path / "kept").candidates(text(77))[0].document == "doc-x"


@pytest.mark.parametrize("body", ["", "one", "word " * 1_000, "🙂" * 50, "\ud800 lone", "1 2 3 4 5 6 7 8 9"])
def test_empty_and_odd_texts_are_taken_and_asked(tmp_path: Path, body: str) -> None:
    """None of them is an error; a text of few words is like nothing."""
    index = filled(tmp_path / "kept", 3)
    index.add([("doc-odd", body)])
    assert all(found.document == "doc-odd" for found in index.candidates(body))


def test_adding_costs_what_is_added(tmp_path: Path) -> None:
    """Four times as many documents, in steps of fifty, take less than ten times as long."""

    def cost(size: int) -> float:
        return seconds(lambda: filled(tmp_path / f"w{size}", size, steps=size // 50))

    assert growth(cost, 500, 2_000, most=10) < 10
