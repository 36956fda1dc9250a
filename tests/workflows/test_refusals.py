"""Each refusal of the gate, made to fire: what a paper, a sentence, a number, a finding is kept back for.

The refusals that other tests make fire are not repeated: the vault's, tables', combinations', a folder that
is there, a broken seal (test_release), whole papers (test_papers, protection/test_leaving), what was not
agreed (protection/test_interviews).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from docx import Document
from tests.conftest import fork_muster

from muster.model.errors import Refused
from muster.publish.formats.released import Released
from muster.publish.jigsaw.findings import finding
from muster.publish.release import Departure
from muster.store import Store
from muster.workflows.jigsaw import accept
from muster.workflows.project import Desk
from muster.workflows.project import desk as desk_at
from muster.workflows.release import Forbidden, Parts, build, leaving

SAID = "At least {} crews of the {} refused to sail, said Wenna Talbrick."
ARTICLE = "source: Pier Gazette\ntitle: Radan Velk said that 77 boats had gone\n\n" + "\n\n".join(
    SAID.format(n, yard) for n, yard in ((120, "Ostrel yard"), (340, "Vellin yard"), (560, "Oskel ferry"))
)
NOTE = "source: Ilmara\nprotected: yes\nkind: interview\n\n“I counted 250 boats at the gate,” said Ilmara.\n"
SMALL = "source: Weir Courier\n\nNine soldiers of the depot refused to go, said Petra Ostin, a clerk.\n"
# Three papers of others that name the protected source, and one that names somebody with her given name.
OTHERS = (
    "source: Mole Post\n\nIlmara counted at least 811 boats at the gate, said Orest Valmik.\n",
    "source: Мол\n\nНе менее 812 лодок видели вместе с Ильмарой, сказал Орест Вальмик.\n",
    "source: Мол\n\nСписок Ільмари має 813 імен, сказав Орест Вальмік.\n",
    "source: Mole Post\n\nAt least 814 boats have gone, said Ilmara Tostvik, head of the union.\n",
)
PAGE = """<html><head><link rel="canonical" href="https://www.pier.example/2"></head><body><article>
<p>At least 90 sailors have left, said Orest Valmik, head of the union.</p>
<p>Whoever knows more calls the office at +44 20 7946 0123.</p></article></body></html>"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A project of an article, a protected note, a small number, a page with a telephone, and a letter with a
    locked archive inside."""
    home = tmp_path_factory.mktemp("refusals")
    papers = home / "papers"
    papers.mkdir()
    for name, words in (("a.txt", ARTICLE), ("b.txt", NOTE), ("c.txt", SMALL), ("d.html", PAGE)):
        (papers / name).write_text(words, "utf-8")
    for n, words in enumerate(OTHERS):
        (papers / f"other-{n}.txt").write_text(words, "utf-8")
    letter = Document()
    letter.add_paragraph("The yard owes its men 410 wages, said Orest Valmik.")
    letter.save(str(papers / "e.docx"))
    with zipfile.ZipFile(papers / "e.docx", "a") as archive:
        archive.writestr("word/embeddings/list.zip", _locked())
    done = fork_muster(home, "run", papers, "--project", home / "desk.db")
    assert done.returncode == 0, done.stderr
    return desk_at(home / "desk.db", {"MUSTER_STATE": str(home / "state")})


def _locked() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("a.txt", "word")
    locked = bytearray(raw.getvalue())
    locked[6] |= 1
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(locked)


@pytest.fixture
def store(desk: Desk) -> Iterator[Store]:
    with desk.open() as opened:
        yield opened


def _words(found: Departure) -> str:
    return "\n".join(p.says for p in found.passages)


def test_a_protected_source_stays_at_level_public_only(store: Store) -> None:
    """Not one sentence of the note; a lawyer reads it."""
    public = leaving(store, "public")
    assert "250" not in _words(public) and not public.protected
    assert public.withheld["document of a protected source"] == 1
    assert "250" in _words(leaving(store, "lawyer"))


def test_a_protected_source_is_named_by_no_sentence_of_others(store: Store) -> None:
    """In any case and script; a person of the same given name and a surname is somebody else. For a lawyer
    the sentence leaves, and counts among what is told of her."""
    public, lawyer = leaving(store, "public"), leaving(store, "lawyer")
    assert re.findall(r"81\d", _words(public)) == ["814"]
    about = {n: p.about for p in lawyer.passages for n in re.findall(r"81\d", p.says)}
    assert about == {"811": ("Ilmara",), "812": ("Ilmara",), "813": ("Ilmara",), "814": ()}


def test_of_one_text_a_quarterleaving(store: Store) -> None:
    """Of three sentences with figures one is told to everybody, all three to a lawyer; the card at the top,
    which is the desk's own, to nobody."""
    shown = {
        level: re.findall(r"120|340|560", _words(leaving(store, level)))
        for level in ("public", "lawyer", "internal")
    }
    assert {level: len(found) for level, found in shown.items()} == {"public": 1, "lawyer": 3, "internal": 3}
    assert leaving(store, "public").withheld["sentence beyond a quarter of its text"] == 2
    assert "77" not in _words(leaving(store, "internal"))


def test_a_small_number_and_one_that_rests_on_the_protected_are_no_figures(store: Store) -> None:
    """Nine is fewer than eleven; 250 was counted by somebody protected. Inside the team both are told."""

    def told(level: str) -> set[float | None]:
        found = leaving(store, level)
        view = Released(store, found, secret=b"k" * 32, smallest=11, day="2031-06-01")
        return {n for e in view.estimates() for n in (e.low, e.best, e.high)}

    assert {9, 250} <= told("internal")
    assert not {9, 250} & told("public") and not {9, 250} & told("lawyer")
    assert 120 in told("public")


def test_a_telephone_in_a_published_page_warns_and_a_locked_part_forbids(desk: Desk, store: Store) -> None:
    """Whole papers for a lawyer: both are said, and nothing is written."""
    parts = Parts(papers=True)
    folder = desk.project.parent / "out"
    with pytest.raises(Forbidden) as refused:
        build(store, folder, leaving(store, "lawyer", parts), desk=desk, parts=parts)
    checked = refused.value.checked
    assert any("phone in whole papers" in f.says for f in checked.open)
    assert any("could not be looked into" in f.says for f in checked.forbidden)
    assert any("pictures" in line for line in checked.unchecked)
    assert not folder.exists()


def test_what_forbids_cannot_be_accepted(store: Store) -> None:
    """Neither by a code nor for a reason."""
    told = finding("direct", "forbids", "phone: leads to one person by itself", ["passage 1"], ["words"])
    with pytest.raises(Refused, match="cannot be accepted"):
        accept(store, told, by="C1", reason="she agreed", now="2031-06-01T00:00:00+00:00")


def test_sealed_papers_leave_as_a_code_and_a_claim_only(desk: Desk, store: Store) -> None:
    """Whoever opens the sealed file builds no release of it but for the team."""
    from dataclasses import replace

    sealed = replace(desk, sealed=True)
    for level in ("lawyer", "public"):
        with pytest.raises(Refused, match="do not leave so"):
            build(store, desk.project.parent / "sealed", leaving(store, level), desk=sealed)
