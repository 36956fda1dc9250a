"""The learned second opinion on English: exact spans, the same ones each time, and hostile input."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.costs import growth, seconds

from muster.model.claims import ReadingContext
from muster.model.errors import MissingPart
from muster.model.evidence import Text
from muster.read import READERS, read_text, reader_version
from muster.read.frames import Frame
from muster.read.page import lay_out
from muster.read.tagger import network as tagger_network
from muster.read.tagger import propose

CONTEXT = ReadingContext(published="2031-05-02")
NEWS = """The harbour office in Lesk said on Monday that two tugs had been lost in the night.

“We heard nothing until the siren,” said Anna Brook, a welder. She believes the crews were asleep.

According to a letter from the shipyard, the boats had not been inspected since spring."""


def text(body: str) -> Text:
    return Text("text", "doc", body, "und", "test")


def proposed(body: str) -> list[Frame]:
    return propose(lay_out(text(body)))


def words(body: str, frame: Frame) -> tuple[str | None, str | None, list[str]]:
    source = body[slice(*frame.speaker)] if frame.speaker else None
    return source, body[slice(*frame.cue)] if frame.cue else None, [body[slice(*p)] for p in frame.parts]


def test_it_reads_saying_believing_and_documents() -> None:
    """Speaker, verb and words of a statement, a quotation, a belief and a letter."""
    assert [words(NEWS, f) for f in proposed(NEWS)] == [
        ("The harbour office in Lesk", "said", ["two tugs had been lost in the night"]),
        ("Anna Brook, a welder", "said", ["We heard nothing until the siren"]),
        ("She", "believes", ["the crews were asleep"]),
        (
            "a letter from the shipyard",
            "According to",
            ["the boats had not been inspected since spring"],
        ),
    ]


def test_a_quotation_is_known_as_one() -> None:
    """What stands between marks is quoted, what does not is not."""
    assert [f.quoted for f in proposed(NEWS)] == [False, True, False, False]


def test_the_words_of_a_quotation_are_taken_whole() -> None:
    """A quotation is not cut at a statement inside it, and keeps its own speaker."""
    body = "“They beat us and told us we would be shot,” Pavel Rusk said. “It was hell,” Anna Brook recalls."
    found = [words(body, f) for f in proposed(body)]
    assert ("Pavel Rusk", "said", ["They beat us and told us we would be shot"]) in found
    assert ("Anna Brook", "recalls", ["It was hell"]) in found


def test_the_same_text_gives_the_same_frames() -> None:
    """Nothing in it is drawn by lot, and no text before changes what a text gives."""
    first = proposed(NEWS)
    proposed("Something else was said by somebody else, Anna Brook thought.")
    assert proposed(NEWS) == first


@pytest.mark.parametrize(
    "body",
    [
        "The trucks left at noon. The road was wet and the shops were shut.",
        "A street in Lesk bears her name.",
        "Boats at the quay of Lesk on Monday. Image: Anna Brook.",
        "The mayor of Lesk asked whether the tugs had been insured.",
        "The mayor of Lesk declined to say who had moored them.",
        "Иван Ветров сказал, что никто не пришёл.",
        "",
        " \n\n\t",
        "“",
    ],
)
def test_it_is_silent_where_nothing_is_said(body: str) -> None:
    """Narration, another language and an empty page give no frame."""
    assert proposed(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "x" * 1_000_000,
        "said " * 2_000,
        '"' * 10_000,
        "“‘" * 5_000,
        "“Anna Brook said that he said that " * 400,
        "саid Anna Вrook that нe " * 400,
        "\u200b\u202e" * 30_000,
        "🙂said🙂" * 1_000,
        "e\u0301" * 40_000,
        "Anna Brook said no.\n\n" * 600,
    ],
    ids=["run", "verb", "mark", "marks", "nested", "mixed", "invisible", "emoji", "accents", "blocks"],
)
def test_hostile_text_costs_no_more_than_its_length(body: str) -> None:
    """Twice the text takes about twice the time, spans stay inside the text."""
    half = body[: len(body) // 2]
    propose(lay_out(text(half[:1000])))

    def cost(size: int) -> float:
        page = lay_out(text(body[:size]))

        def work() -> None:
            for frame in propose(page):
                assert all(0 <= p.start < p.stop <= size for p in frame.parts)

        return seconds(work) + 0.2  # below a fifth of a second a ratio says little

    assert growth(cost, len(half) - 4, len(body) - 4, most=3) <= 3


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from(
            ["Anna Brook", " said ", "that ", "“", "”", '"', "he ", "\n\n", ". ", ", ", "İ", "ﬁ", "e\u0301",
             "\u200b", "the men left", "according to ", "Image: ", "ß", "新", "\r\n", "said"]
        ),
        max_size=60,
    ).map("".join)
)  # fmt: skip
def test_spans_are_whole_words_inside_the_text(body: str) -> None:
    """Every span lies in the text, has words in it and cuts no word in two."""
    for frame in proposed(body):
        for span in [*frame.parts, *(s for s in (frame.cue, frame.speaker) if s)]:
            assert 0 <= span.start < span.stop <= len(body)
            assert not body[span.start].isspace() and not body[span.stop - 1].isspace()
            before, after = body[span.start - 1 : span.start], body[span.stop : span.stop + 1]
            assert not (before.isascii() and before.isalnum() and body[span.start].isalnum())
            assert not (after.isascii() and after.isalnum() and body[span.stop - 1].isalnum())
        assert 0.0 <= frame.confidence <= 1.0


def test_a_missing_part_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without onnxruntime the reader 'full' says what to install, and 'rules' reads on."""
    monkeypatch.setattr(tagger_network, "_PARTS", ("onnxruntime_that_is_not_there",))
    from muster.read import readers

    readers.second_opinions.cache_clear()
    try:
        with pytest.raises(MissingPart, match=r"pip install 'muster-desk\[full\]'") as refused:
            reader_version("full")
        assert "\n" not in str(refused.value)
        assert read_text(text(NEWS), CONTEXT).claims
    finally:
        readers.second_opinions.cache_clear()


def test_the_full_reader_keeps_what_the_rules_found() -> None:
    """Under its own name, with every claim of the rules and more confidence where both agree."""
    rules = {c.id: c for c in read_text(text(NEWS), CONTEXT).claims}
    full = read_text(text(NEWS), CONTEXT, reader="full")
    assert full.reader.startswith(f"full/{READERS['full']}")
    found = {c.id: c for c in full.claims}
    assert rules.keys() <= found.keys()
    surer = [i for i, c in rules.items() if not c.own_voice and found[i].confidence > c.confidence]
    assert len(surer) >= 3
