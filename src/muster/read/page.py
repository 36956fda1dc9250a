"""One text laid out for reading: its paragraphs, sentences, languages and quotations, found once."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from muster.model.evidence import Passage, Text
from muster.text.card import card_end
from muster.text.languages import languages_of
from muster.text.quotes import Quotation, quotations_in
from muster.text.segment import paragraphs, split_sentences
from muster.text.sources.cues import LANGUAGES, lexicon
from muster.text.spans import Span


@dataclass(slots=True)
class Page:
    """What every rule looks at. ``languages[i]`` and ``paragraph_of[i]`` belong to ``sentences[i]``.

    ``body``: the text with a plain blank for every blank that does not break, character by character.

    ``begins``: where the text begins behind the card of a note ("title: Answers to six questions"), in which
    nobody claims anything.
    """

    text: Text
    body: str
    paragraphs: list[Span]
    paragraph_languages: list[str]
    sentences: list[Span]
    languages: list[str]
    paragraph_of: list[int]
    quotations: list[Quotation]
    begins: int = 0
    _starts: list[int] = field(default_factory=list)

    def passage(self, start: int, stop: int) -> Passage:
        return Passage(self.text.id, start, stop, self.text.body[start:stop])

    def words(self, span: tuple[int, int]) -> str:
        return self.body[span[0] : span[1]]

    def sentence_at(self, at: int) -> int:
        """Index of the sentence that holds this character, or the one before it."""
        return max(0, bisect.bisect_right(self._starts, at) - 1)


# «сказал\xa0Гусаров», as phones and typesetters write.
_UNBROKEN = re.compile("[\u00a0\u202f\u2007\u2009]")
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009"), " ")


def lay_out(text: Text) -> Page:
    """Paragraphs in a language that we cannot read have no sentences on the page."""
    body = text.body.translate(_BLANKS) if _UNBROKEN.search(text.body) else text.body
    blocks = paragraphs(body)
    spoken = languages_of(body, blocks, text.language)
    sentences: list[Span] = []
    languages: list[str] = []
    paragraph_of: list[int] = []
    for number, (block, language) in enumerate(spoken):
        if language in LANGUAGES:
            for sentence in _with_frames(body, split_sentences(body, block), language):
                sentences.append(_without_credit(body, sentence))
                languages.append(language)
                paragraph_of.append(number)
    page = Page(
        text, body, blocks, [language for _, language in spoken], sentences, languages, paragraph_of,
        _within_sentences(quotations_in(body, blocks), sentences, blocks), card_end(body),
    )  # fmt: skip
    page._starts = [s.start for s in sentences]
    return page


_CREDIT = re.compile(r"(?<=[.!?…”»\"])\s?/{1,2}\s?[A-ZА-ЯІЇЄҐ][\w/.-]{1,14}\Z")


def _without_credit(body: str, sentence: Span) -> Span:
    """ "It was so, he said./AGENCY": whose wire it is belongs to no sentence."""
    low = max(sentence.start, sentence.stop - 20)
    credit = _CREDIT.search(body, low, sentence.stop) if body.find("/", low, sentence.stop) >= 0 else None
    return Span(sentence.start, credit.start()) if credit else sentence


_ASKED = re.compile(r"[!?…][\"'”’»]{1,2}\Z")
_FRAME = re.compile(r"(?:[^\W\d_][\w.'’-]*\s){1,4}\Z")


def _with_frames(body: str, found: list[Span], language: str) -> list[Span]:
    """“Why?” Anna Brook asked. – one sentence, though a capital follows the mark."""
    cue = lexicon(language).cue
    joined = found[:1]
    for sentence in found[1:]:
        last = joined[-1]
        if _ASKED.search(body, max(last.start, last.stop - 3), last.stop):
            verb = cue.search(body, sentence.start, min(sentence.stop, sentence.start + 60))
            ends = verb is not None and body[verb.end() : verb.end() + 1] in (".", ",", "")
            if verb is not None and ends and _FRAME.fullmatch(body, sentence.start, verb.start()):
                joined[-1] = Span(last.start, sentence.stop)
                continue
        joined.append(sentence)
    return joined


def _within_sentences(
    quotations: Sequence[Quotation], sentences: Sequence[Span], blocks: Sequence[Span]
) -> list[Quotation]:
    """A quotation that was never closed reaches to the end of its paragraph only if it opened it.

    Anywhere else the mark is more likely a slip, and the rest of the paragraph is not its speaker's.
    """
    if all(q.closed for q in quotations):
        return list(quotations)
    starts = [s.start for s in sentences]
    heads = {block.start for block in blocks}
    ends = {block.stop for block in blocks}
    kept = []
    for q in quotations:
        if not q.closed and q.start not in heads and q.stop in ends:
            i = bisect.bisect_right(starts, q.start) - 1
            if i >= 0 and sentences[i].stop > q.inner_start:
                stop = min(q.stop, sentences[i].stop)
                q = q._replace(stop=stop, inner_stop=stop)
        kept.append(q)
    return kept


__all__ = ["Page", "lay_out"]
