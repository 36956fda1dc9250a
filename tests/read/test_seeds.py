"""The two real texts beside the project: what is expected of them is written here and nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from muster.model.claims import Claim, Reading, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text
from muster.text.dates.chronology import in_time

pytestmark = pytest.mark.shared


def read(shared: Path, start: str, reader: str = "rules") -> Reading:
    path = next(p for p in sorted((shared / "seeds").glob("*.txt")) if p.name.startswith(start))
    with path.open(encoding="utf-8", newline="") as file:
        body = file.read()
    return read_text(
        Text(f"text-{start}", f"doc-{start}", body, "en", "plain/1"),
        ReadingContext(published="2022-06-03"),
        reader=reader,
    )


@pytest.fixture(scope="module")
def first(shared: Path) -> Reading:
    return read(shared, "000")


@pytest.fixture(scope="module")
def second(shared: Path) -> Reading:
    return read(shared, "004")


def one(reading: Reading, words: str) -> Claim:
    """The innermost claim that holds these words."""
    found = [c for c in reading.claims if words in c.passage.words]
    assert found, words
    return min(found, key=lambda c: len(c.passage.words))


@pytest.mark.parametrize(
    ("words", "speaker", "kind"),
    [
        ("One morning I was called", "Yelena", "direct"),
        ("His unit then returned to Russia", "Yelena", "indirect"),
        ("Those who have not been there", "Yelena", "direct"),
        ("more than 1,000 members", "Pavel Chikov", "indirect"),
        ("the real number of such cases", "Ruslan Leviyev", "indirect"),
        ("The phenomenon of rejection", "Ruslan Leviyev", "direct"),
        ("between 20 and 40 percent", "Ruslan Leviyev", "direct"),
        ("most of these soldiers are not deserters", "Ruslan Leviyev", "indirect"),
        ("From the cases we have seen", "Ruslan Leviyev", "direct"),
        ("so far none of them", "Ruslan Leviyev", "direct"),
        ("Citizens have the right", "Mikhail Benyash", "direct"),
        ("An unknown number of soldiers", "Maxim Grebenyuk", "indirect"),
        ("has become “the most frequently asked", "Maxim Grebenyuk", "mixed"),
    ],
)
def test_speakers_of_the_first_text(first: Reading, words: str, speaker: str, kind: str) -> None:
    """Named, carried over broken marks, and resolved from pronouns."""
    claim = one(first, words)
    assert (claim.said_by[0].name, claim.kind) == (speaker, kind)


def test_the_tagger_takes_no_speaker_away(first: Reading, shared: Path) -> None:
    """What is carried over a broken mark has with the tagger the speaker that it has without."""
    full = read(shared, "000", "full")
    for words in ("The phenomenon of rejection", "Such soldiers are found", "between 20 and 40 percent"):
        assert one(full, words).said_by[0].name == one(first, words).said_by[0].name == "Ruslan Leviyev"


@pytest.mark.parametrize(
    ("words", "speaker", "kind"),
    [
        ("he is not aware of any prosecutions", "Sergei Krivenko", "indirect"),
        ("Army commanders try to intimidate", "Alexei Tabalov", "indirect"),
        ("I don't want to go back", "Sergey", "direct"),
        ("Soldiers like Sergey", "Ruslan Leviev", "indirect"),
        ("he had to overtake comrades", "Sergey", "indirect"),
        ("this is not a joke", None, "direct"),
    ],
)
def test_speakers_of_the_second_text(second: Reading, words: str, speaker: str | None, kind: str) -> None:
    """The soldier and the activist, whose names differ by a letter, stay two."""
    claim = one(second, words)
    assert (claim.said_by[0].name, claim.kind) == (speaker, kind)


def test_the_team_s_estimate_is_nested_in_its_founder_s_word(second: Reading) -> None:
    """He says that his team estimates: nearest speaker first."""
    claim = one(second, "a sizeable minority")
    assert [s.organisation for s in claim.said_by] == ["Conflict Intelligence Team"] * 2
    assert claim.said_by[1].name == "Ruslan Leviev" and claim.inside is not None


def test_carriers(first: Reading, second: Reading) -> None:
    """Telegram, the outlet that was told, the intercepted call, the documents seen."""

    def via(claim: Claim) -> set[tuple[str, str]]:
        return {(c.name, c.kind) for c in claim.via}

    assert ("Telegram", "platform") in via(one(first, "more than 1,000 members"))
    assert ("Telegram", "platform") in via(one(first, "An unknown number of soldiers"))
    assert ("Current Time", "outlet") in via(one(first, "the real number of such cases"))
    assert any(
        kind == "outlet" and "Radio Free Europe" in name
        for name, kind in via(one(first, "His unit then returned"))
    )
    assert ("intercepted call", "interception") in via(
        one(second, "have also emerged in phone conversations")
    )
    assert ("documents seen by the BBC", "document") in via(
        one(second, "a military prosecutor refused to proceed")
    )


def test_hedges(first: Reading, second: Reading) -> None:
    """No hedge is dropped."""

    def hedges(claim: Claim) -> set[str]:
        return {h.words.lower() for h in claim.hedges}

    assert "so far" in hedges(one(first, "so far none of them"))
    assert "could" in hedges(one(first, "the real number of such cases"))
    assert "not aware of" in hedges(one(second, "he is not aware of"))
    assert "alleged" in hedges(one(second, "phone conversations alleged"))
    assert "understood to" in hedges(one(second, "understood to have been seeking"))


def test_the_two_protected_speakers(first: Reading, second: Reading) -> None:
    """Marked wherever they are named, and in the claims they speak; the activist is not."""
    assert {m.norm for m in first.mentions if m.protected} == {"Yelena"}
    assert {m.norm for m in second.mentions if m.protected} == {"Sergey"}
    assert one(first, "One morning I was called").said_by[0].protected
    assert one(second, "I don't want to go back").source_kind == "anonymous"
    assert not one(second, "he is not aware of").said_by[0].protected


def test_basis(first: Reading, second: Reading) -> None:
    """A mother speaks of her son, a soldier of his wish, a lawyer of his cases, a document for itself."""
    assert one(first, "One morning I was called").basis == "second-hand"
    assert one(first, "From the cases we have seen").basis == "own-caseload"
    assert one(second, "I don't want to go back").basis == "unknown"  # a wish is no knowledge
    assert one(second, "he is not aware of").basis == "own-caseload"
    assert one(second, "a military prosecutor refused to proceed").basis == "document"
    assert one(second, "returning to the unit was important").basis == "unknown"  # told by whom?


def test_one_man_s_service_told_in_shuffled_paragraphs_stands_in_its_order(second: Reading) -> None:
    """Enlisted, sent to the border, under fire, back, ordered again, advised, let go – in whatever order the
    paragraphs stand; and nobody's parking for the night is a day of June."""
    number = {e.id: i for i, e in enumerate(second.events)}
    days = [
        tuple(date.fromisoformat(d).toordinal() if d else None for d in (e.first, e.last))
        for e in second.events
    ]
    order = [(number[o.before], number[o.after], o.certain) for o in second.order]
    line = [second.events[i].passage.words for i in in_time([(a, b) for a, b in days], order)]
    told = (
        "joined the army", "sent near the border", "launched its invasion", "continually shelled",
        "sent back over the border", "received an order", "seek legal advice", "letter of refusal",
    )  # fmt: skip
    places = [next(i for i, words in enumerate(line) if what in words) for what in told]
    assert places == sorted(places)
    assert all(e.first is None for e in second.events if "parked" in e.passage.words)


def test_words_never_said_are_hypothetical(first: Reading) -> None:
    """What she might tell him."""
    assert any(c.hypothetical and "take up arms" in c.passage.words for c in first.claims)


def test_every_passage_holds_in_the_file(shared: Path, first: Reading, second: Reading) -> None:
    """Offsets are those of the original files."""
    for reading, start in ((first, "000"), (second, "004")):
        path = next(p for p in sorted((shared / "seeds").glob("*.txt")) if p.name.startswith(start))
        with path.open(encoding="utf-8", newline="") as file:
            body = file.read()
        records = [*reading.claims, *reading.quantities, *reading.times, *reading.mentions]
        assert records and all(r.passage.holds_in(body) for r in records)
