"""A resolved speaker: who it is, how he is known, how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from muster.model.claims import Speaker
from muster.text.sources.cues import lexicon

HEADWORD = re.compile(r"[^\W\d_][\w'’-]*")
# «В приёмном отделении сообщили»
INSIDE = re.compile(r"(?<!\w)(?:в|во|у)\s\Z", re.I)
_SERVES = re.compile(r"\s(?:of|for|at|in|with|from|who|close|near|inside|в|во|у|із|из)\s")


@dataclass(slots=True)
class Voice:
    """A resolved speaker, how he is known, and how much that is to be believed."""

    speaker: Speaker
    kind: str = "named"
    gender: str = "-"
    trust: float = 1.0
    words: frozenset[str] = frozenset()
    teller: bool = False
    kin: bool = False  # of those he tells about
    across: bool = False  # meant by a pronoun in another paragraph
    antecedent: Voice | None = None  # whose voice a pronoun or a quotation goes on with
    members: tuple[Voice, ...] = ()  # who speaks together in it


def speaks_for_nobody(voice: Voice, language: str) -> bool:
    """Whether nothing says that somebody speaks for a side, a body, or those whom he helps."""
    words = lexicon(language)
    return not voice.words & (words.party | words.caseload) and voice.speaker.organisation is None


def role_words(role: str | None) -> frozenset[str]:
    """The words that say what somebody is, in small letters; empty where nothing does."""
    if not role:
        return frozenset()
    # What stands behind the preposition is the body he serves, not what he is.
    head = _SERVES.split(role, maxsplit=1)[0]
    return frozenset(w.lower() for w in HEADWORD.findall(head))


__all__ = ["HEADWORD", "INSIDE", "Voice", "role_words", "speaks_for_nobody"]
