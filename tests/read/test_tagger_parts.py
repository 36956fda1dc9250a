"""The parts of the tagger that need no network: word pieces, windows, paths, and the texts it learns from."""

from __future__ import annotations

import importlib.util
import itertools
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from muster.model.evidence import Text
from muster.read.frames import Frame
from muster.read.page import lay_out
from muster.read.tagger.decode import best_path, log_softmax, runs
from muster.read.tagger.nothing_said import gives_no_words, says_nothing
from muster.read.tagger.pieces import UNKNOWN, pieces, vocabulary
from muster.read.tagger.whole_cues import whole_cues
from muster.read.tagger.windows import LENGTH, windows
from muster.text.spans import Span

ROOT = Path(__file__).parents[2]
ENGLISH = "The boats were gone by noon, and nobody who lived on the quay had seen them leave."
DATA = ROOT / "src/muster/read/tagger/data"


def cut(body: str) -> list[tuple[str, str]]:
    names = {number: piece for piece, number in vocabulary().items()}
    return [(names[number], body[start:stop]) for number, start, stop in pieces(body, 0, len(body))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("He denied it.", [("he", "He"), ("denied", "denied"), ("it", "it"), (".", ".")]),
        ("don’t", [("don", "don"), ("’", "’"), ("t", "t")]),
        ("Café", [("cafe", "Café")]),
        ("Cafe\u0301", [("cafe", "Cafe\u0301")]),
        ("sirene\u0301x", [("siren", "siren"), ("##ex", "e\u0301x")]),
        ("un\u200bsaid", [("un", "un"), ("said", "said")]),
        ("İ", [("i", "İ")]),
        ("", []),
        (" \n", []),
    ],
)
def test_pieces_point_at_the_characters_they_stand_for(body: str, expected: list[tuple[str, str]]) -> None:
    """Folding letters and dropping accents moves no span."""
    assert cut(body) == expected


def test_a_run_of_one_character_is_one_unknown_piece() -> None:
    """No word is longer than a hundred characters."""
    assert list(pieces("x" * 1_000_000, 0, 1_000_000)) == [(UNKNOWN, 0, 1_000_000)]


def test_every_piece_is_read_in_one_window() -> None:
    """Windows follow one another; what a window repeats from the one before is marked as context."""
    body = "\n\n".join(f"Anna Brook said on day {i} that the boats were gone." for i in range(60))
    found = list(windows(lay_out(Text("text", "doc", body, "und", "test"))))
    assert len(found) > 3
    read = [p for w in found for p in w.pieces[w.first :]]
    assert [p.span.start for p in read] == sorted(p.span.start for p in read)
    assert sum(body[slice(*p.span)] == "said" for p in read) == 60
    assert all(len(w.pieces) - w.first <= LENGTH for w in found)


def test_only_the_language_asked_for_is_read() -> None:
    """A Russian paragraph between two English ones is in no window."""
    body = f"{ENGLISH}\n\nИван Ветров сказал, что лодки ушли ночью и никто этого не видел.\n\n{ENGLISH}"
    found = [
        body[slice(*p.span)] for w in windows(lay_out(Text("t", "d", body, "und", "e"))) for p in w.pieces
    ]
    assert found.count("boats") == 2
    assert not any("а" <= c <= "я" for words in found for c in words)


def test_the_best_path_is_the_best_of_all_allowed_paths() -> None:
    """Against every allowed sequence of five pieces, with and without costs."""
    rng = np.random.default_rng(3)
    for start, stop in ((0.0, 0.0), (1.0, 3.0), (-0.5, 0.2)):
        logs = log_softmax(rng.normal(size=(4, 5, 3)).astype(np.float32))
        found = best_path(logs, (start,), (stop,))
        for one, tags in zip(logs, found, strict=True):
            assert score(one, tags.tolist(), start, stop) == pytest.approx(
                max(
                    score(one, list(path), start, stop)
                    for path in itertools.product(range(3), repeat=5)
                    if path[0] != 2 and (0, 2) not in itertools.pairwise(path)
                ),
                abs=1e-4,
            )


def test_a_content_is_not_cut_within_a_phrase() -> None:
    """Leaving a run costs most where a phrase goes on; where a clause may end it costs nothing more."""
    logs = log_softmax(
        np.array([[[0, 5, 0], [0, 0, 5], [1.5, 0, 0], [0, 0, 1], [5, 0, 0]]], dtype=np.float32)
    )
    assert best_path(logs)[0].tolist() == [1, 2, 0, 0, 0]
    phrase, clause = np.array([[0, 4, 4, 4, 0]], np.float32), np.array([[0, 4, 0, 4, 0]], np.float32)
    assert best_path(logs, before=phrase)[0].tolist() == [1, 2, 2, 2, 0]
    assert best_path(logs, before=clause)[0].tolist() == [1, 2, 0, 0, 0]


@pytest.mark.parametrize(
    ("body", "ends"),
    [
        ("She said the boats had gone, and nobody stirred.", [" gone", " nobody stirred"]),
        ("They wrote that the well was dry while the mill still ran.", [" dry", " ran"]),
        ("He told us the price of bread in the harbour had doubled.", [" doubled"]),
        ("Whoever saw the fox (and who did not) kept quiet.", [" fox", " not", " quiet"]),
    ],
)
def test_a_clause_may_end_before_marks_and_conjunctions(body: str, ends: list[str]) -> None:
    """Neither within a phrase nor before a preposition."""
    (window,) = windows(lay_out(Text("t", "d", body, "und", "e")), "en")
    opening = [p for p, may in zip(window.pieces, window.opening()[1:-1], strict=True) if may]
    assert all(any(body[: p.span.start].rstrip().endswith(e) for p in opening) for e in ends)
    assert not any(body[slice(*p.span)] in {"the", "of", "in", "bread", "harbour"} for p in opening)


def score(logs: np.ndarray, tags: list[int], start: float, stop: float) -> float:  # type: ignore[type-arg]
    total = float(sum(logs[t, tag] for t, tag in enumerate(tags))) - start * tags.count(1)
    return total - stop * sum(a in (1, 2) and b in (0, 1) for a, b in itertools.pairwise(tags))


def test_runs_begin_at_begin_and_end_before_outside() -> None:
    """Two runs that touch are two."""
    logs = np.zeros((6, 3), dtype=np.float32)
    found = runs(np.array([0, 1, 2, 1, 0, 1]), logs)
    assert [(r.first, r.last) for r in found] == [(1, 2), (3, 3), (5, 5)]


def training(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"tagger_{name}", ROOT / f"tools/tagger/{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_our_own_texts_are_well_formed() -> None:
    """Every text parses, its spans are words of it, and no two texts are the same."""
    documents = training("corpus").own(ROOT / "tools/tagger/own")
    assert len({d.text for d in documents}) == len(documents) > 250
    for document in documents:
        assert "[" not in document.text
        for a in document.attributions:
            assert a.cue and a.content
            for start, stop in (*a.source, *a.cue, *a.content):
                assert document.text[start:stop].strip() == document.text[start:stop] != ""


@pytest.mark.parametrize("marked", ["[s A [c said] [x b]", "A] said", "[s A] [x b]", "[s A] [c said]"])
def test_a_badly_marked_text_is_refused(marked: str) -> None:
    """Brackets pair, and an attribution has a cue and a content."""
    with pytest.raises(ValueError, match="text"):
        training("corpus").parse("text", marked)


def test_edges_lose_the_conjunction_only() -> None:
    """ "that" between verb and content goes; "That's" and "that guard" keep it."""
    marked = "“[x1 That's enough,]” [s1 that guard] [c1 said]. [s2 He] [c2 added] [x2 that, so far, it held]."
    document = training("corpus").parse("text", marked)
    assert [
        [document.text[start:stop] for start, stop in (*a.source, *a.content)] for a in document.attributions
    ] == [["that guard", "That's enough"], ["He", "so far, it held"]]


def test_the_weights_stay_small() -> None:
    """What the tagger adds to the package is at most 25 MB."""
    assert sum(f.stat().st_size for f in DATA.iterdir()) <= 25_000_000


def test_what_is_left_out_of_training_is_a_text_of_ours() -> None:
    """The list of texts that the shipped weights have not seen names texts, and each once."""
    corpus = training("corpus")
    names = [d.name for d in corpus.own(ROOT / "tools/tagger/own")]
    assert all(names.count(name) == 1 for name in corpus.UNREAD)


def tells_nothing(marked: str) -> bool:
    """The rule asked of one attribution in the notation of our training texts."""
    document = training("corpus").parse("one", marked)
    (a,) = document.attributions
    (start, stop), cue = a.content[0], " ".join(document.text[x:y] for x, y in a.cue)
    frame = min(place for place, _ in [*a.source, *a.cue])
    return says_nothing(document.text, frame, cue, document.text[start:stop], start)


@pytest.mark.parametrize(
    "marked",
    [
        "[s The coach] [c asked] [x whether the bus had brakes].",
        "[s Two pupils] [c wanted to know] [x who had rung the bell].",
        "[s The brewer] [c would not say] [x how much malt was left].",
        "[s The bishop] [c declined] to [x comment on the roof].",
        "[s The clerk] [c refused] to [x name the buyer].",
        "[s Her cousin] [c knew] [x what the parcel held].",
        "[s The pilot] [c did not explain] [x why he had turned back].",
        "If [s a neighbour] [c says] [x the well is dry], dig another.",
        "[x Whose goat it was], [s the vet] [c could not say].",
        "[s The board] [c is considering] [x whether to sell the hall].",
    ],
)
def test_what_says_nothing_is_no_proposal(marked: str) -> None:
    """Questions nobody quotes, refusals to tell and conditions are no claims by our guidelines."""
    assert tells_nothing(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[s The coach] [c asked] the club [x to mend the bus].",
        "“[x Who rang the bell?]” [s the porter] [c asked].",
        "[s The brewer] [c did not deny] [x the malt was gone].",
        "[s The bishop] [c refused] to [x sell the organ].",
        "[s Her cousin] [c knew] [x the parcel was empty].",
        "[s The pilot] [c told] them [x how the left engine had stopped].",
        "[s The vet] [c said] [x if it rained the goat would have to move].",
        "[s The tailor] [c said] [x what mattered was the lining].",
        "[s The trainer] [c warned] that [x whoever was late would run].",
        "[x If the dam holds], [s the warden] [c said].",
    ],
)
def test_what_says_something_stays_a_proposal(marked: str) -> None:
    """Requests, quoted questions, denials, and clauses that begin like a question and are none."""
    assert not tells_nothing(marked)


@pytest.mark.parametrize(
    ("cue", "content", "nothing"),
    [
        ("remembers", "it otherwise", True),
        ("sees", "things differently.", True),
        ("agreed", "to be interviewed behind the stables", True),
        ("consented", "to be photographed from the back", True),
        ("would", "speak only if nobody wrote it down", True),
        ("agreed", "to talk to this newspaper", True),
        ("offered", "to meet reporters at the mill", True),
        ("remembers", "it otherwise than the vet does, with snow", False),
        ("sees", "things that nobody else has seen", False),
        ("agreed", "to pay for the fence", False),
        ("agreed", "to talk about grain with the other side", False),
        ("would", "meet the losses of the cooperative", False),
        ("said", "to be interviewed was a torment", False),
        ("offered", "to be the first over the bridge", False),
    ],
)
def test_words_only_mentioned_are_not_given(cue: str, content: str, nothing: bool) -> None:
    """Another view without its content and consent to an interview tell none; agreements and offers do."""
    assert gives_no_words(cue, content) is nothing


@pytest.mark.parametrize(
    ("body", "cues", "content", "kept"),
    [
        ("The cook has claimed the oven was cold.", ["has", "claimed"], "the oven was cold", ["has claimed"]),
        ("The cook has, I hear, claimed it was cold.", ["has", "claimed"], "it was cold", ["claimed"]),
        ("I don't think it rained.", ["don", "think"], "it rained", ["think"]),
        ("I was like, we will never get there.", ["was", "like"], "we will never get there", ["was like"]),
        ("We made sure the goat was in.", ["made", "sure"], "the goat was in", ["made sure"]),
        ("He went on to say it rained.", ["went on to", "say"], "it rained", ["went on to", "say"]),
        ("She was told the bus had left.", ["was told"], "the bus had left", ["was told"]),
        ("The rule was that nobody sang.", ["was"], "nobody sang", ["was"]),
        ("He says and she denies the bus came.", ["says", "denies"], "the bus came", ["says", "denies"]),
        ("He pointed, she said, at the mill.", ["pointed", "said"], "at the mill", ["pointed", "said"]),
    ],
)
def test_an_auxiliary_is_no_cue_beside_its_verb(
    body: str, cues: list[str], content: str, kept: list[str]
) -> None:
    """It goes where its verb has the same words; halves of a phrase are one; two verbs stay two."""
    page = lay_out(Text("t", "d", body, "und", "e"))

    def span(words: str) -> Span:
        return Span(body.index(words), body.index(words) + len(words))

    found = whole_cues(page, [Frame([span(content)], "say", span(cue), None) for cue in cues])
    assert [page.words(f.cue) for f in found if f.cue] == kept
