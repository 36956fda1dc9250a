"""A body's or a group's own count: "The Watch has recorded at least 40 refusals", «Палата насчитала 40».

Whoever counted is the origin of the number, although no verb of saying stands there.
"""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame, Region, clean
from muster.read.speakers.antecedents_bodies import BODY_NOUNS
from muster.text.sources.words import source_words
from muster.text.spans import Span

# A number in digits or words, or a vague one, with what may stand before it.
_NUMBER_EN: Final = (
    r"(?:(?:at\sleast|more\sthan|fewer\sthan|less\sthan|as\smany\sas|up\sto|about|around|some|nearly|almost|over"
    r"|only|just|another|a\stotal\sof)\s)?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a\shundred|dozens|hundreds|thousands|several|scores)\b)"
)
_NUMBER_CYR: Final = (
    r"(?:(?:не\sменее|не\sменш|более|больше|менее|около|почти|свыше|как\sминимум|минимум|до|всего|лишь|только|лише|тільки|щонайменше"
    r"|принаймні|понад|більше|менше|близько|майже|не\sменше|не\sменьше|усього)\s(?:чем\s|ніж\s|як\s)?)?(?:\d|(?:десятки|сотни|сотні"
    r"|тысячи|тисячі|несколько|кілька|од(?:ин|ного|ну|ного)|дв(?:а|е|і|ух|ох|оих|оє|ое)|тр(?:и|ёх|ех|ьох|оих|ое|оє)|четыр(?:е|ёх|ех)"
    r"|чотир(?:и|ьох)|четвер(?:о|ых|ых)|п['’ʼ]?ят(?:ь|и|еро|ерых|ьох)|пят(?:ь|и|еро|ерых)|шест(?:ь|и|еро|ерых)|шіст(?:ь|ьох)"
    r"|сем(?:ь|и|еро|ерых)|с(?:ім|імох)|вос(?:емь|ьми)|вісім|дев['’ʼ]?ят(?:ь|и|еро|ьох)|десят(?:ь|и|еро|ьох)"
    r"|[а-яіїє'’ʼ]{2,10}надцят(?:ь|и|ьох)|[а-я]{2,9}надцат[ьи]|двадцат[ьи]|двадцять|тридцат[ьи]|тридцять|сорока?)(?!\w))"
)
COUNTED: Final = {
    "en": re.compile(
        r"(?<=\s)(?:counted|documented|recorded|registered|tallied|logged|verified|identified|collected|received|counts|lists|listed"
        r"|gives?|gave|found|admits?\sto|admitted\sto|puts?\sdown)"
        rf"(?=\s{_NUMBER_EN})"
    ),
    "ru": re.compile(
        r"(?<=\s)(?<!\sне\s)(?:(?:насчита|зафиксирова|задокументирова|зарегистрирова|подсчита|собра|получи|выяви|призна|подтверди)"
        r"(?:л|ла|ли|ло)|призна(?:ёт|ет|ют)|подтвержда(?:ет|ют))"
        rf"(?=\s{_NUMBER_CYR})"
    ),
    "uk": re.compile(
        r"(?<=\s)(?<!\sне\s)(?:(?:нарахува|зафіксува|задокументува|зареєструва|підрахува|зібра|отрима|вияви|визна|підтверди)"
        r"(?:в|ла|ли|ло)|визна(?:є|ють)|підтвердж(?:ує|ують))"
        rf"(?=\s{_NUMBER_CYR})"
    ),
}

# What numbers stand in.
_FIGURES: Final = frozenset(
    {"figures", "statistics", "list", "register", "log", "ledger", "bulletin", "records"}
)

# Whose finding is a word of his trade; "Peter found two shells" is what he did.
_EXAMINES: Final = re.compile(
    r"\b(?:dr|prof|professor|doctors?|pathologists?|examiners?|experts?|surgeons?|inspectors?|investigators?|auditors?"
    r"|monitors?|commission|committee|inquiry|watch|council|court|team)\b"
)


def counted(region: Region, subject: Span | None, cue: Span, *, known: bool = False) -> Frame | None:
    """The frame of a count, where a named body or person, or a group known for counting, is its subject.

    ``known``: the subject is somebody who can speak, whatever he is called."""
    if subject is None:
        return None
    named = [n for n in region.named_from(subject.start, subject.stop + 1) if n.stop <= cue.start]
    words = region.page.words(subject).lower().split()
    bodies = source_words(region.language).bodies if region.language != "en" else frozenset()
    if (
        not known
        and not named
        and not (words and words[-1] in bodies)
        and not (
            words and (words[-1] in region.words.plural or {words[0], words[-1]} & (BODY_NOUNS | _FIGURES))
        )
    ):
        return None
    if (
        cue.stop - cue.start == 5
        and region.page.words(cue) == "found"
        and not _EXAMINES.search(" ".join(words))
    ):
        return None
    if named and named[-1].kind == "organisation":
        subject = Span(min(subject.start, named[-1].start), named[-1].stop)
    stop = region.sentence_of(cue.start).stop
    parted = region.text(cue.stop, stop).find("; ")
    span = clean(region.page.body, cue.stop, cue.stop + parted if parted > 0 else stop)
    if span.stop - span.start < 4:
        return None
    return Frame([span], "count", cue, subject, confidence=0.7)


__all__ = ["COUNTED", "counted"]
