"""Whose words an interview is: the source that its card names, by name or by alias."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from muster.model.claims import Claim, ReadingContext, Speaker
from muster.read.basis import basis_of
from muster.read.page import Page
from muster.read.voices import Voice
from muster.text.cues import lexicon
from muster.text.languages import language_of
from muster.text.lemmas import lemma

INTERVIEW: Final = "interview"
_WORD: Final = re.compile(r"[^\W\d_][\w'’ʼ-]*")
# Case forms of the relatives that a title names; lemmas of Ukrainian words are only stems.
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
    known = {w.lower() for w in _WORD.findall(title)}
    if _KIN.search(title):
        language = language_of(title)
        known |= {lemma(w, language) for w in known} if language in ("ru", "uk") else set()
        known.add(RELATIVE)
    kind = "anonymous" if context.source_protected else "named"
    return Voice(
        Speaker(context.source, None, None, None, context.source_protected), kind, trust=0.6,
        words=frozenset(known), teller=True,
    )  # fmt: skip


# A word that every language's list of relatives knows in the basis rules.
RELATIVE: Final = "mother"


def told_by(own: Sequence[Claim], teller: Voice, page: Page) -> list[Claim]:
    """An interview has no outlet: what would be the outlet's own voice is the source's."""
    found = []
    for claim in own:
        language = page.languages[page.sentence_at(claim.passage.start)]
        basis = basis_of(claim.passage.words, False, teller, "say", False, False, lexicon(language))
        found.append(
            replace(
                claim, own_voice=False, said_by=(teller.speaker,), source_kind=teller.kind,
                basis=basis, confidence=0.5,
            )
        )  # fmt: skip
    return found


__all__ = ["INTERVIEW", "teller_of", "told_by"]
