"""What a release shows of a project: only what its passages hold, whatever writer asks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from tests.conftest import fork_muster
from tests.costs import growth, seconds

from muster.model.claims import Claim, Mention, Reading, Speaker
from muster.model.errors import NotFound
from muster.model.evidence import Document, Passage, Source, Text
from muster.publish.formats import About
from muster.publish.formats.released import Released
from muster.publish.formats.writers import WRITERS
from muster.publish.release import departure
from muster.store import Keys, Store

if TYPE_CHECKING:
    from muster.publish.evidence import Evidence

PAPER = """source: Weir Courier
date: 2031-03-01
title: What the miller wrote

More than 120 soldiers had refused near Kharkiv, said Radan Velk, a lawyer.

The mill has stood beside the weir since anybody can think, and nobody paints it. In summer children jump
from it, and in winter the ice lies so thick that carts can pass. Old men remember a year when it did not.

Ilmara (not her real name) said that 40 boxes were burnt. Petra Ostin, a clerk, said that 14 boxes were sold.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A project of one open article, in which somebody is protected."""
    folder = tmp_path_factory.mktemp("released")
    (folder / "papers").mkdir()
    (folder / "papers" / "a.txt").write_text(PAPER, "utf-8")
    done = fork_muster(folder, "run", folder / "papers", "--project", folder / "desk.db")
    assert done.returncode == 0, done.stderr
    return Store.open(folder / "desk.db", keys=Keys.load(folder / "key"), readonly=True)


def released(store: Store, level: str, key: bytes = b"k" * 32) -> Released:
    """The view of a release of this level."""
    found = departure(store, level, secret=b"s" * 32)
    return Released(store, found, secret=key, smallest=11, day="2031-06-01")


def test_every_word_lies_in_a_passage(store: Store) -> None:
    """Offsets hold in the original; around the passages there is nothing to read."""
    (whole,) = [t.body for _, t, _ in store.readings()]
    said = [p.says for p in departure(store, "public", secret=b"s" * 32).passages]
    for _, text, reading in released(store, "public").readings():
        assert len(text.body) == len(whole)
        assert {c for c, w in zip(text.body, whole, strict=True) if c != w} == {"\u2591"}
        legible = [part for part in text.body.split("\u2591") if part]
        assert sorted(legible) == sorted(said)
        for record in (*reading.claims, *reading.quantities, *reading.mentions, *reading.times):
            words = record.passage.words
            assert whole[record.passage.start : record.passage.stop] == words
            assert any(words in sentence for sentence in said)


def test_a_protected_person_is_in_no_record(store: Store) -> None:
    """At level public neither the alias nor what she counted is there; a lawyer sees both."""
    public, lawyer = released(store, "public"), released(store, "lawyer")

    def said(view: Released) -> str:
        return (
            f"{list(view.readings())} {list(view.entities())} {list(view.origins())} {list(view.estimates())}"
        )

    assert "Ilmara" not in said(public) and "boxes were burnt" not in said(public)
    assert "Ilmara" in said(lawyer)


def test_two_releases_share_no_id(store: Store) -> None:
    """Ids are keyed anew, so that nobody lays two releases beside each other; none is the project's."""
    one, two = released(store, "public"), released(store, "public", b"j" * 32)
    ids = [{c.id for _, _, r in view.readings() for c in r.claims} for view in (one, two)]
    assert all(ids) and ids[0].isdisjoint(ids[1])
    own = {c.id for _, _, r in store.readings() for c in r.claims}
    assert own.isdisjoint(ids[0])
    (document,) = store.documents()
    with pytest.raises(NotFound):
        one.document(document.id)


def test_when_and_by_whom_the_desk_worked_stays(store: Store) -> None:
    """No runs, no links, nothing set aside, no day on which a paper was taken, no path."""
    view = released(store, "public")
    assert not [*view.runs(), *view.links(), *view.set_asides(), *view.conflicts(), *view.mentions_of("x")]
    assert all(d.taken == "2031-06-01" and "a.txt" not in d.address for d in view.documents())


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_bytes_come_of_the_same_key(name: str, store: Store, tmp_path: Path) -> None:
    """A writer asked twice writes the same."""
    about = About("Release", "2031-06-01T00:00:00+00:00", "1")
    for folder in ("one", "two"):
        WRITERS[name](released(store, "public"), tmp_path / folder, about)
    files = sorted(p.name for p in (tmp_path / "one").iterdir())
    assert files
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


class _Paper:
    """A project of one paper of so many sentences, each of them somebody's words and with a name in it."""

    def __init__(self, number: int) -> None:
        text = Text("t", "d", "The weir held. " * number, "en", "test/1")
        here = [Passage.of(text, 15 * i, 15 * i + 14) for i in range(number)]
        shown, hidden = Speaker("Radan Velk"), Speaker("Ilmara", protected=True)
        claims = (Claim(f"c{i}", p, "indirect", said_by=(shown, hidden)[i % 2 :]) for i, p in enumerate(here))
        mentions = tuple(Mention(f"m{i}", p, "person", "Radan Velk") for i, p in enumerate(here))
        reading = Reading("t", "test/1", tuple(claims), mentions=mentions)
        self.reading = (Document("d", "s", "a.txt", "0" * 64, "text/plain", "2031-01-01"), text, reading)

    def readings(self) -> list[tuple[Document, Text, Reading]]:
        return [self.reading]

    def sources(self) -> list[Source]:
        return [Source("s", "Weir Courier", "outlet")]


@pytest.mark.parametrize("level", ["public", "internal"])
def test_the_cost_of_a_release_is_linear_in_its_papers(level: str) -> None:
    """What a sentence holds is looked up by its place, not among all that was read of a long paper."""

    def cost(number: int) -> float:
        paper = cast("Evidence", _Paper(number))
        return seconds(lambda: departure(paper, level, secret=b"s" * 32))

    assert growth(cost, 500, 4_000, most=20) <= 20
