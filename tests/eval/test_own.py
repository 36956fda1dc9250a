"""The scorer of our own gold: a perfect reading has everything, an empty one nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import agreement
import errors
import gold
import own
import pytest
from scoring import Tally

from muster.model.claims import Carrier, Claim, Quantity, Reading, Speaker, TimeRange
from muster.model.evidence import Passage

TEXT = '''language = "en"
genre = "news"
published = "2031-04-12"
text = """
The miller said on Monday that about 40 sacks were reportedly gone. "I saw nothing," a baker,
not his real name, wrote on Telegram. If asked, what then? Nobody has come in 12 days.
The baker denied the theft.
"""

[[attribution]]
content = ["about 40 sacks were reportedly gone"]
cue = "said"
source = "The miller"
speaker = "The miller"
type = "indirect"
hedges = ["reportedly"]
basis = "own-caseload"

[[attribution]]
content = ["I saw nothing"]
cue = "wrote"
source = "a baker"
speaker = "a baker"
act = "write"
via = ["Telegram"]
source_kind = "anonymous"
basis = "first-hand"
protected = true
signal = "not his real name"

[[attribution]]
content = ["the theft"]
cue = "denied"
source = "The baker"
speaker = "a baker"
type = "indirect"
stance = "denied"

[[quantity]]
words = "about 40"
low = 40
high = 40
approximate = true
what = "sacks"

[[quantity]]
words = "12 days"
low = 12
high = 12
kind = "duration"
unit = "day"

[[time]]
words = "Monday"
type = "DATE"
value = "2031-04-07"
first = "2031-04-07"
last = "2031-04-07"

[[time]]
words = "12 days"
type = "DURATION"
value = "P12D"

[[trap]]
words = "If asked, what then?"
kind = "attribution"
why = "asked, not stated"
'''
EMPTY = Reading("text", "rules/1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of gold with the one text."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en/mill.toml").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.fixture
def document(folder: Path) -> gold.GoldDocument:
    """The text with its gold."""
    [one] = gold.load(folder)
    return one


def _passage(words: gold.Words) -> Passage:
    return Passage("text", words.start, words.stop, words.words)


def perfect(document: gold.GoldDocument) -> Reading:
    """What a reader would give who reads as the annotator does."""
    claims = tuple(
        Claim(
            f"c{n}",
            _passage(a.content[0]),
            a.type,
            cue=_passage(a.cue) if a.cue else None,
            speaker=_passage(a.source) if a.source else None,
            said_by=(Speaker(a.speaker, protected=a.protected),),
            via=tuple(Carrier(v.words, "platform") for v in a.via),
            hedges=tuple(map(_passage, a.hedges)),
            basis=a.basis,
            stance=a.stance,
            source_kind=a.source_kind,
            act=a.act,
            confidence=0.9,
        )
        for n, a in enumerate(document.attributions)
    )
    quantities = tuple(
        Quantity(f"q{n}", _passage(q.words), q.low, q.high, kind=q.kind, what=q.what or None)
        for n, q in enumerate(document.quantities)
    )
    times = tuple(
        TimeRange(
            f"t{n}",
            _passage(t.words),
            t.type,
            t.value,
            t.first.isoformat() if t.first else None,
            t.last.isoformat() if t.last else None,
        )
        for n, t in enumerate(document.times)
    )
    return replace(EMPTY, claims=claims, quantities=quantities, times=times)


def scored(document: gold.GoldDocument, reading: Reading) -> own.Sheet:
    """The sheet of one document, whose first attribution is labelled by the tree as well."""
    sheet = own.Sheet()
    own.score_attributions(sheet, document, reading, {(document.id, 1): document.attributions[0].basis})
    own.score_quantities(sheet, document, reading)
    own.score_times(sheet, document, reading)
    return sheet


def test_a_perfect_reading_has_everything(document: gold.GoldDocument) -> None:
    """Each figure and each kind is 100 %, and nothing is listed as wrong."""
    sheet = scored(document, perfect(document))
    assert {f.metric: f.value for f in sheet.tally.figures() if f.value != 1} == {}
    assert {f.metric: f.value for f in sheet.counts.kinds.figures() if f.value != 1} == {}
    assert sheet.wrong == []
    assert all(wanted == got for _, wanted, got in sheet.taken_for)


def test_an_empty_reading_has_nothing_but_its_silence(document: gold.GoldDocument) -> None:
    """Nothing is found; only the traps were kept clear of."""
    figures = {f.metric: f.value for f in scored(document, EMPTY).tally.figures()}
    assert {metric for metric, value in figures.items() if value} == {"traps of attribution kept clear of"}
    assert figures["content found"] == figures["full interval"] == figures["times, relaxed"] == 0


def test_each_thing_that_travels_is_judged_apart(document: gold.GoldDocument) -> None:
    """One wrong basis, one lost hedge, one unshielded speaker: the figures of these fall and no other."""
    whole = perfect(document)
    first, second, third = whole.claims
    worse = replace(
        whole,
        claims=(
            replace(first, basis="party", hedges=()),
            replace(second, said_by=(Speaker("a baker"),)),
            third,
        ),
    )
    fallen = {f.metric for f in scored(document, worse).tally.figures() if f.value < 1}
    assert fallen == {
        "basis right", "basis right, first labels", "hedges kept",
        "protected found, of all", "protected found, where found",
    }  # fmt: skip


def test_a_claim_in_a_trap_and_one_of_nothing_cost(document: gold.GoldDocument) -> None:
    """What nobody said lowers precision, and stepping into a trap is counted."""
    whole = perfect(document)
    [trap] = document.traps
    extra = Claim("x", _passage(trap.words), "direct", confidence=0.9)
    figures = {
        f.metric: f for f in scored(document, replace(whole, claims=(*whole.claims, extra))).tally.figures()
    }
    assert figures["precision of claims"].counts() == "3 of 4"
    assert figures["traps of attribution kept clear of"].value == 0
    assert figures["content found"].value == 1


def test_a_preposition_before_a_time_is_taste(document: gold.GoldDocument) -> None:
    """ "on Monday" and "Monday" are the same time; "by Monday, at" is not."""
    whole = perfect(document)
    monday, lasting = whole.times
    start = monday.passage.start - len("on ")
    with_it = Passage("text", start, monday.passage.stop, document.text[start : monday.passage.stop])
    figures = {f.metric: f.value for f in scored(
        document, replace(whole, times=(replace(monday, passage=with_it), lasting))
    ).tally.figures()}  # fmt: skip
    assert figures["times, strict"] == 1
    longer = Passage("text", start - 5, monday.passage.stop, document.text[start - 5 : monday.passage.stop])
    sheet = scored(document, replace(whole, times=(replace(monday, passage=longer), lasting)))
    assert {f.metric: f.value for f in sheet.tally.figures()}["times, strict"] == 0.5


@pytest.mark.parametrize(
    ("one", "other", "language", "same"),
    [
        ("Олена Прокопчук", "Олени Прокопчук", "uk", True),
        ("Марфа Сахнова", "Марфой Сахновой", "ru", True),
        ("Anna Prokop", "Prokop", "en", True),
        ("Anna Prokop", "the miller", "en", False),
        ("unknown", "Prokop", "en", False),
        ("the", "of", "en", False),
    ],
)
def test_a_name_in_another_case_is_the_same_person(one: str, other: str, language: str, same: bool) -> None:
    """Cases and missing given names do not part a person; other names do."""
    assert own.same_person(one, other, language) is same
    assert own.same_person("unknown", None, language)


def test_a_person_agrees_with_himself_and_two_agree_alike(document: gold.GoldDocument) -> None:
    """100 % with oneself; F1 does not mind who is called first."""
    alone = Tally()
    agreement.compare(alone, document, document)
    assert {f.value for f in alone.figures()} == {1}
    poorer = replace(
        document, attributions=document.attributions[:2], times=document.times[:1], quantities=()
    )
    there, back = Tally(), Tally()
    agreement.compare(there, document, poorer)
    agreement.compare(back, poorer, document)
    assert {f.metric: f.value for f in there.figures()} == {f.metric: f.value for f in back.figures()}
    assert {f.metric: f.value for f in there.figures()}["times, strict"] == pytest.approx(2 / 3)


def test_another_text_is_not_compared(document: gold.GoldDocument) -> None:
    """The second annotation must be of the same words."""
    with pytest.raises(ValueError, match="another text"):
        agreement.compare(Tally(), document, replace(document, text=document.text + "!"))


def test_confusions_stand_in_a_table(document: gold.GoldDocument) -> None:
    """Rows are what is so, columns what it was read as; what is right stands in brackets."""
    whole = perfect(document)
    wrong = replace(whole, claims=(replace(whole.claims[0], basis="party"), *whole.claims[1:]))
    lines = own.confusions(scored(document, wrong).taken_for)
    row = next(line for line in lines if line.split()[:1] == ["own-caseload"])
    assert row.split()[1:] == ["·", "[0]", "·", "1"]
    assert any(line.startswith("  basis: gold \\ read as") for line in lines)


def test_the_worst_errors_come_first_with_their_words(document: gold.GoldDocument) -> None:
    """A sure claim of nothing, somebody else's words and a lost quotation are all told, heaviest first."""
    whole = perfect(document)
    assert list(errors.of_own(document, whole.claims)) == []
    [trap] = document.traps
    claims = [
        replace(whole.claims[0], said_by=(Speaker("Anna Prokop"),)),
        Claim("x", _passage(trap.words), "direct", confidence=0.4),
    ]
    found = errors.worst(errors.of_own(document, claims), 10)
    assert [e.kind for e in found] == [
        "somebody else's words", "not found, quoted", "no attribution", "not found, indirect",
    ]  # fmt: skip
    assert "said by The miller, read as Anna Prokop" in found[0].lines()[0]
    assert "[about 40 sacks were reportedly gone]" in found[0].lines()[1]


def test_the_measured_half_stays_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of the half that is measured on are not printed."""
    monkeypatch.setattr("sys.argv", ["own.py", "--show", "content"])
    with pytest.raises(SystemExit):
        own.main()
    halves = {own.half_of(d) for documents in own.chosen(gold.ROOT, "develop").values() for d in documents}
    assert halves == {"develop"}


@pytest.mark.parametrize(("folder", "least"), [(gold.BLIND, 8), (gold.FRESH, 4), (gold.STRANGER_BLIND, 4)])
def test_the_blind_texts_are_for_measuring_only(folder: Path, least: int) -> None:
    """No document of a blind folder is in a developing half; each language has at least so many and sixty."""
    assert not own.chosen(folder, "develop")
    blind = own.chosen(folder, "measure")
    assert set(blind) == set(gold.LANGUAGES)
    for documents in blind.values():
        assert len(documents) >= least
        assert sum(len(d.attributions) for d in documents) >= 60


def test_every_second_basis_names_an_attribution_of_its_text() -> None:
    """Each line of the bases by the tree points at an attribution that is there."""
    measured = list(agreement.bases())
    assert {m.set.split(", ")[1] for m in measured} == set(agreement.BASES)
    assert all(m.figures[0].gold == m.items >= 50 and 0.5 < m.figures[0].value <= 1 for m in measured)
