"""Some words in, the parts of them that they call untrue out: "Reports of shelling are fabricated".

A verdict counts where a word for what was said stands before what it is about ("claims that …", «сведения
о …», «звинувачення у …»), or where it opens the clause ("it is a lie that …")."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence

from muster.text.anycase import AnyCase

_UNTRUE = AnyCase(
    r"(?<!\w)(?:(?:is|are|was|were|as|be|been|being)\s(?:\w+ly\s|all\s|a\s|an\s|just\s|pure\s|complete\s|enemy\s){0,2}"
    r"(?:false|untrue|lies?|fakes?|fabricat\w+|invent(?:ed|ions?)|baseless|groundless|unfounded|propaganda"
    r"|disinformation|nonsense|hoax|staged|slander|not\strue)"
    r"|(?:do|does|did)\snot\scorrespond\sto\s(?:reality|the\sfacts)|(?:has|have)\sno\sbasis"
    r"|не\s(?:соответству\w+\sдействительности|подтвердил(?:ась|ось|ись|ся)|имеет\sоснований|имеют\sоснований)"
    r"|(?:явля\w+|назва\w+|оказал\w+)\s(?:\w+\s)?(?:фейк\w*|ложь\w*|ложью|ложн\w+|вымысл\w+|выдумк\w+|клевет\w+|дезинформаци\w+"
    r"|провокаци\w+|неправд\w+)"
    r"|[–—-]\s(?:\w+\s){0,2}(?:ложь|фейк\w{0,2}|вымысел|выдумк[аи]|клевета|неправда|дезинформация|провокация"
    r"|брехня|вигадк[аи]|наклеп|дезінформація|провокація)"
    r"|(?:лжив|ложн|беспочвенн|голословн|безосновательн)[ыао]"
    r"|не\s(?:відповіда\w+\sдійсності|підтвердил(?:ася|ося|ися|ась|ось|ись)|підтвердився|має\sпідстав|мають\sпідстав)"
    r"|є\s(?:\w+\s)?(?:фейк\w*|брехн\w+|вигадк\w+|наклеп\w*|дезінформаці\w+|провокаці\w+|неправд\w+|неправдив\w+)"
    r"|назва\w+\s(?:\w+\s)?(?:фейк\w*|брехн\w+|вигадк\w+|наклеп\w*|дезінформаці\w+|неправд\w+))(?!\w)",
)
_SAID = AnyCase(
    r"(?<!\w)(?:reports?|claims?|allegations?|accusations?|information|rumou?rs?|statements?|footage|videos?|stor(?:y|ies)|talk"
    r"|сообщени\w+|информаци\w+|утвержден\w+|обвинен\w+|слух\w*|сведени\w+|заявлен\w+|рассказ\w*|видео|публикаци\w+"
    r"|повідомлен\w+|інформаці\w+|твердженн\w+|звинуваченн\w+|чутк\w*|відомост\w+|заяв\w+|розповід\w+|відео|публікаці\w+)(?!\w)",
)
_UNTRUE_THAT = AnyCase(
    r"(?<!\w)(?:(?:not\strue|untrue|a\slie|false)\sthat|(?:неправда|ложь|неверно|вымысел),?\sчто|(?:неправда|брехня|невірно),?\sщо)(?!\w)",
)
_SENTENCE = re.compile(r"[.!?;…\n]")
_CLAUSE = re.compile(r"[,.;:!?…\n»”\"]|\s[–—-]\s")
# Parts that are looked at for one place.
_LOOKED_BACK = 3
# Characters between what is untrue and its verdict.
_FAR = 220


def untrue(words: str) -> list[tuple[int, int]]:
    """Characters ``[start, stop)`` of what these words call untrue, in their order; linear in the words."""
    found = []
    for verdict in _UNTRUE.finditer(words):
        low = max(0, verdict.start() - _FAR)
        ends = [m.end() for m in _SENTENCE.finditer(words, low, verdict.start())]
        said = _SAID.search(words, ends[-1] if ends else low, verdict.start())
        if said is not None:
            found.append((said.end(), verdict.start()))
    for verdict in _UNTRUE_THAT.finditer(words):
        end = _CLAUSE.search(words, verdict.end(), verdict.end() + _FAR)
        found.append((verdict.end(), end.start() if end else min(len(words), verdict.end() + _FAR)))
    return sorted(found)


def within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether characters lie in one of the last few spans that begin before them."""
    last = bisect_right(spans, (at, sys.maxsize))
    return any(at < stop for _, stop in spans[max(0, last - _LOOKED_BACK) : last])


__all__ = ["untrue", "within"]
