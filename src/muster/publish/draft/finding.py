"""What the check of a draft hands back, and the draft as it was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from muster.model.claims import Reading
from muster.model.evidence import Text
from muster.model.ids import make_id
from muster.text.segment import sentences
from muster.text.spans import Span

KINDS = (
    "number", "hedge", "population", "date", "origin", "quotation", "name", "law", "pseudonym", "reply",
    "identity",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """One thing to look at in a draft. ``start``, ``stop``: code points of the draft; ``words`` stand there.

    ``says``: a sentence for the editor, with what the ledger has; ``rests_on``: ids of that.
    ``id`` stays the same while the sentence and what it is held against do.
    """

    id: str
    kind: str
    start: int
    stop: int
    words: str
    says: str
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as the reader read it; ``day``: when it is to appear, ISO."""

    text: Text
    reading: Reading
    day: str
    sentences: tuple[Span, ...]

    @classmethod
    def of(cls, text: Text, reading: Reading, day: str) -> Draft:
        """The draft with its sentences."""
        return cls(text, reading, day, tuple(sentences(text.body)))

    def sentence(self, start: int) -> Span:
        """The sentence in which a character stands."""
        return next((s for s in self.sentences if s.start <= start < s.stop), Span(start, start + 1))

    def words(self, span: Span) -> str:
        """The characters of a span."""
        return self.text.body[span.start : span.stop]

    def finding(
        self, kind: str, start: int, stop: int, says: str, rests_on: Iterable[str] = ()
    ) -> DraftFinding:
        """A finding about characters ``[start, stop)``."""
        rests = tuple(dict.fromkeys(rests_on))
        sentence = " ".join(self.words(self.sentence(start)).split())
        id = make_id("finding", kind, sentence, self.text.body[start:stop], *rests)
        return DraftFinding(id, kind, start, stop, self.text.body[start:stop], says, rests)


__all__ = ["KINDS", "Draft", "DraftFinding"]
