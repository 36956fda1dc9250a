"""The net at the gate: what papers that keep somebody back tell is read before it leaves to the public."""

from __future__ import annotations

import json
from pathlib import Path
from unittest import mock

from tests.conftest import fork_muster
from tests.costs import growth, seconds

from muster.model.claims import Claim, Reading, ReadingContext, Speaker
from muster.model.evidence import Passage, Text
from muster.read import read_text
from muster.read.protection.presumed import ONLY_ROLE
from muster.read.protection.unnamed import SAID, KeptBack
from muster.workflows.unnamed import of_paper, of_words

BODY = """Wenna Talbrick, head of the Dock Union, said that 30 sailors had left.

The lists were kept under the floor, and nobody was told who wrote them.

A welder who asked not to be named said that the gate was locked."""
_FULL, _VOICE = (
    {"number": n, "says": says, "sha256": "", "said_by": []}
    for n, says in enumerate(BODY.split("\n\n")[:2], 1)
)


def _warned(body: str, *rows: dict[str, object]) -> list[tuple[str, ...]]:
    text = Text("text-1", "doc-1", body, "en", "test/1")
    return [f.where for f in of_paper(text, read_text(text, ReadingContext()), rows)]


def test_of_a_paper_that_hides_somebody_what_no_full_name_answers_for_is_warned_of() -> None:
    """One warning a paper; a passage that names its speaker in full is none of the hidden one's."""
    assert _warned(BODY, _FULL, _VOICE) == [("passage 2",)]
    assert _warned(BODY, _FULL) == []


def test_a_paper_that_hides_nobody_leaves_without_a_word() -> None:
    """Its passages need nobody's answer."""
    assert _warned(BODY.rpartition("\n\n")[0], _FULL, _VOICE) == []


def test_words_that_are_not_in_the_paper_are_warned_of() -> None:
    """Whose they are nobody can say."""
    assert _warned(BODY, {**_FULL, "says": "Other words stand here."}) == [("passage 1",)]


def test_the_cost_of_a_paper_is_linear_in_its_passages() -> None:
    """Whose words stand in a passage is looked up by its place."""

    def cost(number: int) -> float:
        said = [f"“We waited {i},” said Wenna Talbrick." for i in range(number)]
        text = Text("t", "d", "\n\n".join(said), "en", "test/1")
        places = [text.body.index(s) for s in said]
        reading = Reading(
            "t", "test/1", tuple(_claim(text, p, len(s)) for p, s in zip(places, said, strict=True))
        )
        rows = [{"number": i, "says": s} for i, s in enumerate(said)]
        with mock.patch("muster.workflows.unnamed.kept_back", return_value=[KeptBack(0, 1, SAID)]):
            return seconds(lambda: list(of_paper(text, reading, rows)))

    assert growth(cost, 500, 4_000, most=20) <= 20


def _claim(text: Text, at: int, long: int) -> Claim:
    here = Passage.of(text, at, at + long)
    speaker = Passage.of(text, at + long - 14, at + long - 1)
    return Claim(f"c{at}", here, "direct", speaker=speaker, said_by=(Speaker("Wenna Talbrick"),))


def test_without_the_paper_the_passage_itself_is_asked() -> None:
    """With the characters, and never with the name."""
    row = {"number": 4, "says": "“We waited,” said Tilda, a welder.", "said_by": ["Tilda"]}
    found = list(of_words(row))
    assert found and {f.where for f in found} == {("passage 4",)}
    assert all(f.weight == "warns" and "characters" in f.says and "Tilda" not in f.says for f in found)
    known = {"number": 4, "says": "“We waited,” said Talbrick.", "said_by": ["Wenna Talbrick"]}
    assert list(of_words(known)) == []


def test_a_person_decides_of_whom_only_the_form_keeps_back(tmp_path: Path) -> None:
    """A cook without a name stays behind at level public until somebody lets her words leave; a welder whom
    the text itself hides stays whatever is let."""
    (tmp_path / "papers").mkdir()
    paper = "source: pier\ndate: 2031-02-01\n\n“We fed 300 people a day,” said a cook of the yard.\n"
    (tmp_path / "papers" / "a.txt").write_text(paper, "utf-8")
    asked = paper.replace("pier", "harbour").replace("a cook", "a welder who asked not to be named,")
    (tmp_path / "papers" / "b.txt").write_text(asked, "utf-8")
    assert fork_muster(tmp_path, "run", "papers").returncode == 0

    def leaves() -> str:
        built = ("release", "build", "out", "--level", "public", "--dry-run")
        done = fork_muster(tmp_path, *built)
        assert done.returncode == 0, done.stderr
        return done.stdout

    rows = json.loads(fork_muster(tmp_path, "claims", "--json").stdout)
    why = {row["speaker"]: (row["kept_back"], row["id"]) for row in rows if row["kept_back"]}
    assert {told for told, _ in why.values()} == {"the text says so", ONLY_ROLE}
    assert leaves().startswith("passages: 0,")
    decide = ("--by", "C1", "--reason", "on every poster")
    ids = [id for _, id in why.values()]
    assert fork_muster(tmp_path, "release", "let", *ids, *decide).returncode == 0
    assert leaves().startswith("passages: 1,") and "1 × sentence with a protected person" in leaves()
    built = fork_muster(tmp_path, "release", "build", "out", "--level", "public")
    assert built.returncode == 0, built.stderr
    assert fork_muster(tmp_path, "release", "let", *ids, *decide, "--undo").returncode == 0
    assert leaves().startswith("passages: 0,")
