"""The phrases by which a text says that somebody's name is not given, in three languages.

``CHANGED``: a name is changed, withheld or not to be given; anonymity is asked for or promised. The bearer
stands before, within or just after. ``INTRODUCES``: the alias follows. ``REASON``: why somebody unnamed is
unnamed; of somebody named it says nothing. They are patterns and not a list, since the words between vary;
each repeat is bounded. A text is searched only in sentences that hold one of the stems of ``_STEMS``.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from muster.read.page import Page
from muster.read.protection import signals_en, signals_parts_slavic, signals_slavic
from muster.text.sources.cues import any_of, lexicon
from muster.text.spans import Span

CHANGED: Final = {
    "en": signals_en.CHANGED,
    **signals_slavic.CHANGED,
}

INTRODUCES: Final = {
    "en": signals_en.INTRODUCES,
    **signals_slavic.INTRODUCES,
}

REASON: Final = {
    "en": signals_en.REASON,
    **signals_slavic.REASON,
}

# Each signal holds one of these; most sentences of most texts hold none.
_STEMS: Final = {
    "en": signals_en.STEMS,
    **signals_slavic.STEMS,
}


_SHIELDING: Final = {k: any_of(s.lower() for s in stems) for k, stems in _STEMS.items()}
_PARTS: Final = {k: any_of(s.lower() for s in stems) for k, stems in signals_parts_slavic.STEMS.items()}
# Those of a mere reason, where they are apart.
_REASONS: Final = {"en": any_of(signals_en.REASON_STEMS)}


@dataclass(frozen=True, slots=True)
class Signal:
    """One phrase that shields: where, whether an alias follows it, whether it is a mere reason, whether
    it says that a name which is printed is not the real one, and whether it is known to be of several."""

    start: int
    stop: int
    introduces: bool = False
    reason: bool = False
    changes: bool = False
    many: bool = False


def signals_of(page: Page) -> tuple[Signal, ...]:
    """Every signal of a page, by sentence; of two that overlap both stay."""
    return _signals(page.body, tuple(page.sentences), tuple(page.languages))


# Names and speakers of one page are asked for one after the other.
@lru_cache(maxsize=1)
def _signals(body: str, sentences: tuple[Span, ...], languages: tuple[str, ...]) -> tuple[Signal, ...]:
    found: list[Signal] = []
    whole, reasons, parts = _worth_reading(body, sentences, languages)
    for i in sorted(whole | reasons | parts):
        language, sentence = languages[i], sentences[i]
        stop = min(sentence.stop, sentence.start + _LONGEST)
        for pattern, introduces, reason in (
            (lexicon(language).anonymity, False, False),
            (CHANGED[language], False, False),
            (INTRODUCES[language], True, False),
            (REASON[language], False, True),
        ):
            if i not in whole and not (reason and i in reasons):
                continue
            for match in pattern.finditer(body, sentence.start, stop):
                if introduces and signals_slavic.is_call_sign(body, match, language):
                    continue
                if language == "en" and not reason and _of_a_thing(body, sentence.start, match):
                    continue
                changes = introduces or (not reason and _NOT_REAL.search(match.group()) is not None)
                found.append(Signal(*match.span(), introduces, reason, changes))
        if i in parts and language != "en":
            found += _composed(body, sentence.start, stop, language)
    return tuple(found)


# Before a signal: as much as "the street's " takes.
_OWNER: Final = 24


def _of_a_thing(body: str, start: int, signal: re.Match[str]) -> bool:
    """Whether what is said to be changed or not known is the name of a thing, in English."""
    low = max(start, signal.start() - _OWNER)
    thing = signals_en.OF_THINGS.search(body, low, min(len(body), signal.end() + _OWNER))
    return thing is not None and thing.start() < signal.end() and signal.start() < thing.end()


def _composed(body: str, start: int, stop: int, language: str) -> Iterator[Signal]:
    """Those that are put together from their parts."""
    for part in signals_parts_slavic.composed(body, start, stop, language):
        changes = part.names and _NOT_REAL.search(body, part.start, part.stop) is not None
        yield Signal(*part[:2], part.introduces, part.weak, part.introduces or changes, part.many)


_LONGEST: Final = 4_000
_NOT_REAL: Final = re.compile(
    r"chang|alter|replac|\breal\b|\btrue\b|actual|pseudonym|alias|assumed|invented|fictitious|false|different|another\sname"
    r"|измен|замен|смен|помен|меняем|меняю|вымышл|псевдоним|настоящ|подлинн|друг(?:ое|ая|ие)|чуж|иначе|придум|условн"
    r"|по\sимени|змін|замін|помін|вигадан|справжн|інш|інакше|умовн|на\sім|за\sім", re.I
)  # fmt: skip


def _worth_reading(
    body: str, sentences: tuple[Span, ...], languages: tuple[str, ...]
) -> tuple[set[int], set[int], set[int]]:
    """Sentences that hold a stem, in whatever case; those that hold one of a reason; those that hold one of
    what is put together."""
    low = body.lower()
    if len(low) != len(body):  # some capitals have small forms of two characters: places would shift
        low = body
    whole: set[int] = set()
    reasons: set[int] = set()
    parts: set[int] = set()
    starts = [s.start for s in sentences]
    for language in set(languages):
        for found, stems in ((whole, _SHIELDING), (reasons, _REASONS), (parts, _PARTS)):
            if language in stems:
                found |= _holding(low, stems[language], sentences, starts)
    return whole, reasons, parts


def _holding(low: str, stems: re.Pattern[str], sentences: tuple[Span, ...], starts: list[int]) -> set[int]:
    """The numbers of the sentences that hold a stem."""
    found: set[int] = set()
    stem = stems.search(low)
    while stem is not None:
        i = max(0, bisect.bisect_right(starts, stem.start()) - 1)
        found.add(i)
        stem = stems.search(low, max(stem.end(), sentences[i].stop - 1))
    return found


def sentence_of(page: Page, signal: Signal) -> Span:
    """The sentence that holds a signal."""
    return page.sentences[page.sentence_at(signal.start)]


__all__ = ["CHANGED", "INTRODUCES", "REASON", "Signal", "sentence_of", "signals_of"]
