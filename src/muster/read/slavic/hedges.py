"""Words that look like hedges and are none, in Russian and Ukrainian: «не может», «до тех пор, пока», «это
возможно», «похоже на», «вёл себя, будто …».

A word that lowers certainty lowers it of the clause it stands in as a parenthesis or before an infinitive;
negated, compared with or joining clauses it says something else. Where neither fits, the hedge is kept: a
hedge too many makes a reader look, one too few misleads him.
"""

from __future__ import annotations

import re
from typing import Final

from muster.text.listed import listed
from muster.text.sources.cues import lexicon

_MAY: Final = listed("может могут мог могла могли могло може можуть міг могла могли могло")
_NOT: Final = re.compile(r"(?<!\w)(?:не|ни|ні|ані|нельзя)\s(?:\w{1,4}\s)?\Z", re.I)
_INFINITIVE: Final = re.compile(
    r"\s?,|\s(?:\S+\s){0,5}?(?:не\s)?[«\"“„]?\w{1,20}(?:ть|ться|ти|тися|чь|чься|тись)(?!\w)|\s?[:—–-]\s"
)
_BEFORE_INFINITIVE: Final = re.compile(r"\w{2,20}(?:ть|ться|ти|тися|чь)\s\Z")
_WHILE: Final = listed("пока поки")
_JOINED: Final = re.compile(r"(?:,|(?<!\w)(?:тех\sпор|доти|тих\sпір)),?\s\Z", re.I)
_POSSIBLE: Final = listed("возможно можливо")
_IS_IT: Final = re.compile(
    r"(?<!\w)(?:это|этого|стало|станет|было|будет|если|насколько|где|когда|как|не|более|сколь|це|стане|буде"
    r"|якщо|наскільки|де|коли|як|що)\s\Z", re.I
)  # fmt: skip
_WHETHER: Final = re.compile(r"\s(?:ли|только|лишь|лише|тільки|чи|\w{2,18}(?:ть|ться|ти|тися))(?!\w)")
_LIKE: Final = listed("похоже схоже")
_STILL: Final = ("до сих пор", "досі")
_NEGATED_AFTER: Final = re.compile(
    r"[^.,;:!?\n]{0,30}?(?<!\w)(?:не|нет|ни|нема|немає|жодн\w+|неизвест\w+|невідом\w+|неясн\w+)(?!\w)", re.I
)
_AS_IF: Final = listed("будто словно наче ніби неначе") | {"как будто", "как бы"}
_MUST: Final = ("должно быть",)
_THINK: Final = ("я думаю", "мы думаем", "ми думаємо")
_OPENS: Final = re.compile(r"(?:\A|[.!?…:]|[\n«\"“„—–])[\s*_]*\Z")
_THEY_SAY: Final = listed("говорят кажуть")
_ALONE_BEFORE: Final = re.compile(r"(?:\A|[.!?…:,;(\n«\"“„—–])[\s*_]*\Z")
_CLAUSE: Final = re.compile(r"[^,.;:!?\n]{0,80}\Z")


def is_hedge(body: str, start: int, stop: int, language: str) -> bool:
    """Whether the word at ``[start, stop)`` makes what stands beside it less certain."""
    word = body[start:stop].lower()
    before = body[max(0, start - 40) : start]
    after = body[stop : stop + 80]
    if word in _MAY:
        if _NOT.search(before):
            return False
        return _INFINITIVE.match(after) is not None or _BEFORE_INFINITIVE.search(before) is not None
    if word in _WHILE:
        return _JOINED.search(before) is None
    if word in _POSSIBLE:
        return _IS_IT.search(before) is None and _WHETHER.match(after) is None
    if word in _LIKE:
        return not after.startswith((" на ", " до "))
    if word in _STILL:
        return _NEGATED_AFTER.match(after) is not None
    if word in _MUST:
        return after.startswith(",") or before.rstrip().endswith(",")
    if word in _THINK:
        return _OPENS.search(before) is None and not after.startswith((", что", ", що"))
    if word in _THEY_SAY:
        return _ALONE_BEFORE.search(before) is not None and after.startswith(",")
    if word in _AS_IF:
        return _reported(body, start, language)
    return True


def _reported(body: str, at: int, language: str) -> bool:
    """«Сказал, будто …» hedges what he said; «молчал, будто …» compares."""
    head = body[max(0, at - 100) : at]
    if not head.rstrip().endswith(","):
        return True
    clause = _CLAUSE.search(head.rstrip()[:-1])
    return clause is None or lexicon(language).hook.search(clause.group()) is not None


__all__ = ["is_hedge"]
