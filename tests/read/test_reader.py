"""The whole reading of a text: one interface, whatever the language."""

from __future__ import annotations

import itertools

import pytest

from muster.model.claims import Reading, ReadingContext
from muster.model.errors import Usage
from muster.model.evidence import Text
from muster.read import READERS, read_text, reader_version

CONTEXT = ReadingContext(published="2031-05-02")


def read(body: str) -> Reading:
    return read_text(Text("text-1", "doc-1", body, "und", "test/1"), CONTEXT)


def test_a_reader_that_does_not_exist_is_a_usage_error() -> None:
    """The message names the readers there are."""
    with pytest.raises(Usage, match="rules"):
        reader_version("oracle")
    with pytest.raises(Usage):
        read_text(Text("t", "d", "a", "en", "x"), CONTEXT, reader="oracle")
    assert reader_version() == f"rules/{READERS['rules']}"


def test_every_number_of_how_many_has_a_claim() -> None:
    """A count is in the innermost claim that holds it, or in the outlet's own voice."""
    body = (
        "Of 50 men in the camp, 10 fell ill. Anna Brook said her team estimates more than 300 men refused. "
        "Всего 40 человек вернулись домой."
    )
    reading = read(body)
    claims = {c.id: c for c in reading.claims}
    counts = [q for q in reading.quantities if q.kind in ("count", "share", "rate")]
    assert len(counts) >= 3 and all(q.claim in claims for q in counts)
    own = [claims[q.claim] for q in counts if q.claim and claims[q.claim].own_voice]
    assert own and all(c.said_by == () and c.kind == "indirect" for c in own)
    inner = next(q for q in counts if q.low == 300)
    assert inner.claim and claims[inner.claim].passage.words.startswith("more than 300")


def test_the_card_of_a_note_claims_nothing() -> None:
    """Its lines say what the note is: neither their numbers nor "title: X says …" are anybody's words."""
    words = "I counted eleven boats, he says."
    card = "source: Heron\nkind: interview\ntitle: The mayor said that 300 men left, six answers\n\n"
    told, alone = read(card + words), read(words)
    assert [c.passage.words for c in told.claims] == [c.passage.words for c in alone.claims]
    assert [q.passage.words for q in told.quantities] == ["eleven"]


def test_what_cannot_be_read_is_said() -> None:
    """A paragraph in another language is passed over with its reason and counts against coverage."""
    body = (
        "Anna Brook said that forty men refused.\nDie Soldaten haben sich geweigert, und das ist nicht neu."
    )
    reading = read(body)
    assert [(u.reason, body[u.start : u.stop][:3]) for u in reading.unread] == [("language", "Die")]
    assert reading.understood == len("AnnaBrooksaidthatfortymenrefused.")
    assert reading.characters == sum(map(len, body.split()))


def test_the_same_text_gives_the_same_reading() -> None:
    """No clock, chance or order of hashing in a reading."""
    body = "“We left,” Anna Brook told the BBC. По словам Ивана Ветрова, отказались 40 человек."
    assert read(body) == read(body)


@pytest.mark.parametrize(
    "body",
    [
        "Накануне {0}ы он сказал, что боец {0}ал умер. Зовите его {0}ом. Комитет {0}ов заявил: «Мы {0}или».",
        "Министерству {0}ии сообщили. Солдат, которого мы назовем {0}ом, рассказал, что они {0}ались вчера.",
        "Напередодні {0}и він сказав, що боєць {0}ав загинув. Звіть його {0}ом. Комітет {0}ів заявив.",
        "Call him {0}. The Committee of {0} said 12 {0} had left {0}, and {0}ed.",
    ],
)
def test_a_letter_without_a_name_is_a_letter(body: str) -> None:
    """Unicode has letters that Python 3.11 cannot name, and the dictionary's library asks for the name."""
    assert read(body.format("\N{LATIN SMALL LETTER A}\U00017000")).characters


def test_an_empty_text_is_read_to_its_end() -> None:
    """Nothing in, nothing out, and no error."""
    assert read("") == Reading("text-1", reader_version())
    assert read(" \n\t").characters == 0


def test_a_person_and_a_place_never_share_characters() -> None:
    """Mentions do not overlap."""
    body = "Anna Brook left Kharkiv. Владимир Ветров уехал из Харькова во Владимир. Ольга Гай живе в Одесі."
    spans = [(m.passage.start, m.passage.stop) for m in read(body).mentions]
    assert all(b[0] >= a[1] for a, b in itertools.pairwise(spans))


def test_ids_are_unique_and_references_hold() -> None:
    """Every reference inside a reading leads to a record of it."""
    body = (
        "Anna Brook, head of Harbour Team, says her team estimates 40 refused. “We left,” she said. "
        "“He told me: ‘Go home’,” Pavel Orlenko said."
    )
    reading = read(body)
    for records in (reading.claims, reading.quantities, reading.times, reading.mentions, reading.events):
        ids = [r.id for r in records]
        assert len(ids) == len(set(ids))
    claims = {c.id for c in reading.claims}
    assert all(c.inside is None or c.inside in claims for c in reading.claims)
    assert all(q.claim is None or q.claim in claims for q in reading.quantities)


def test_a_vague_word_that_counts_the_speakers_is_no_finding_of_the_outlet() -> None:
    """ "Several lawyers told the paper that …" says nothing in the outlet's own voice; a number does."""
    body = "Several lawyers told the Northern Post that they each had 30 such clients."
    reading = read_text(Text("text-1", "doc-1", body, "en", "test/1"), CONTEXT)
    assert not [c.passage.words for c in reading.claims if c.own_voice]
    body = "Several boats burned in the harbour, and 30 men left."
    reading = read_text(Text("text-1", "doc-1", body, "en", "test/1"), CONTEXT)
    assert [c.own_voice for c in reading.claims] == [True]
