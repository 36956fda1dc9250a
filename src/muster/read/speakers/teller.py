"""Whose words an interview is: the source that its card names, by name or by alias."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from muster.model.claims import Claim, ReadingContext, Speaker
from muster.read.basis.basis import basis_of
from muster.read.basis.ground import ground_of
from muster.read.page import Page
from muster.read.people.people import Named
from muster.read.speakers.voice import Voice
from muster.text.sources.cues import lexicon

INTERVIEW: Final = "interview"
# Relatives that a title names, in any case.
_KIN: Final = re.compile(
    r"\b(?:mother|father|wife|husband|son|daughter|sister|brother|widow|parents?|relatives?|grandmother)\b"
    r"|(?<!\w)(?:мат(?:ь|ер|і|ір)|отц|отец|жен(?:а|ой|ы|е)(?!\w)|муж(?:а|ем|у)?(?!\w)|дочер|дочк|сестр|брат"
    r"|вдов|родител|родственни|батьк|дружин|чолові?к(?:а|ом|ові)|доньк|родич)", re.I
)  # fmt: skip


def teller_of(page: Page, context: ReadingContext) -> Voice | None:
    """The voice of an interview's source; None for every other kind of source."""
    if context.source_kind != INTERVIEW or not context.source:
        return None
    title = context.title or ""
    kind = "anonymous" if context.source_protected else "named"
    return Voice(
        Speaker(context.source, None, None, None, context.source_protected), kind, trust=0.6,
        teller=True, kin=_KIN.search(title) is not None,
    )  # fmt: skip


# «Пише вам Остап із Калинівки», «Мене звати Оксана», at the head of a letter or a testimony.
_INTRODUCED: Final = re.compile(
    r"(?<!\w)(?:(?:вам\s)?пише(?:\s(?:вам|до\sвас))?|мене\s(?:звати|звуть)|моє\sім['’ʼ]я\s?[–—-]?|я\s?[–—-]"
    r"|(?:вам\s)?пишет(?:\sвам)?|меня\sзовут|мо[её]\sимя\s?[–—-]?)\s(?=[А-ЯЁІЇЄҐ])", re.I
)  # fmt: skip
_HEAD: Final = 600


def writer_of(page: Page, named: Sequence[Named]) -> Named | None:
    """Whoever introduces himself at the head of a Russian or Ukrainian letter, outside of any quotation."""
    for match in _INTRODUCED.finditer(page.body, 0, _HEAD):
        if any(q.start < match.start() < q.stop for q in page.quotations):
            continue
        found = [n for n in named if n.kind == "person" and n.start <= match.end() < n.stop]
        if found:
            return found[0]
    return None


def told_by(own: Sequence[Claim], teller: Voice, page: Page) -> list[Claim]:
    """An interview has no outlet: what would be the outlet's own voice is the source's."""
    found = []
    for claim in own:
        language = page.languages[page.sentence_at(claim.passage.start)]
        answer = basis_of(claim.passage.words, False, teller, "say", False, False, lexicon(language))
        ground = ground_of(page, answer, (claim.passage,))
        found.append(
            replace(
                claim, own_voice=False, said_by=(teller.speaker,), source_kind=teller.kind,
                basis=ground.basis, ground=ground, confidence=0.5,
            )
        )  # fmt: skip
    return found


__all__ = ["INTERVIEW", "teller_of", "told_by"]
