"""Verbs that some words deny, whatever they tell of: "nobody mined the fields", «школу не закрывали».

The acts of ``acts.py`` are those that monitors speak of; people dispute many more. Words in, each denied
verb out with its clause. What only looks like a denial ("not only", "could not confirm", "did not stop",
"will not") is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from muster.text.deeds.forms import Token, tokens_of
from muster.text.listed import listed

_CLAUSE = re.compile(r"[,.;:!?…\n»”\"]|\s[–—-]\s")
_NOT = listed("not never nobody didn't wasn't weren't hasn't haven't hadn't не никогда ніколи")
_NO_SUBJECT = listed("no none")
# Between a denial and its verb.
_BETWEEN = listed(
    "been being was were is are be has have had did does do ever yet actually also even any one of the was",
    "был была было были бути був була було були нигде никуда ніде нікуди никогда ніколи вообще взагалі",
    "никто ніхто",
)
# Verbs and words that are no deed, or deny another thing.
_NO_DEED = re.compile(
    r"only|just|be|been|being|have|has|had|do|does|can|could|may|might|will|would|shall|should|must"
    r"|know\w*|knew|say|said|think\w*"
    r"|thought|want\w*|see|saw|seen|hear\w*|believe\w*|understand\w*|confirm\w*|comment\w*|rul\w+"
    r"|exclud\w*|doubt\w*|stop\w*|ceas\w*"
    r"|mean\w*|need\w*|expect\w*|plan\w*|appear\w*|seem\w*|verif\w*|less|more|yet|enough|clear|true"
    r"|possible|immediately"
    r"|тольк\w+|лишь|просто|может|могут|мог|могл\w+|мочь|смог\w*|будет|будут|буду|зна\w+|узна\w+"
    r"|говор\w+|сказа\w+|дума\w+|хоч\w+"
    r"|хот\w+|вид\w+|слыш\w+|вер\w+|понима\w+|подтвер\w+|комментир\w+|исключ\w+|сомнева\w+|прекра\w+"
    r"|переста\w+|значит|нужно|надо"
    r"|стоит|удал\w+|име\w+|явля\w+|известно|ясно|менее|более|мен(?:ьше|ее)|сразу|было|был|была|были|есть|раз"
    r"|смож\w+|змож\w+|тільк\w+|лише|можуть|може|міг|зміг|змогл\w+|буде|будуть|зна\w+|говор\w+"
    r"|каза\w+|сказа\w+"
    r"|дум\w+|хоч\w+|хот\w+|бач\w+|чу\w+"
    r"|вір\w+|розум\w+|підтвер\w+|комент\w+|виключ\w+|сумнів\w+|припин\w+|перест\w+|означа\w+|треба"
    r"|потрібно|варто|вдал\w+|ма\w{1,3}"
    r"|відомо|менше|більше|відразу|було|був|була|були|є"
)
_FAR, _SHORTEST = 4, 4
_ANY = re.compile(r"(?i)(?<!\w)(?:no|not|never|nobody|none|\w{2,5}n['’]t|не)(?!\w)")


class Negated(NamedTuple):
    """The clause ``[start, stop)`` and the verb at ``[at, end)`` of the words that it denies."""

    start: int
    stop: int
    at: int
    end: int


def negated(words: str) -> list[Negated]:
    """The verbs that the words deny, in order; linear in the words."""
    if not _ANY.search(words):
        return []
    found: list[Negated] = []
    tokens = tokens_of(words)
    for n, (start, _stop, word) in enumerate(tokens):
        verb = _verb(words, tokens, n) if word in _NOT else None
        if verb is None and word in _NO_SUBJECT:
            verb = _passive(words, tokens, n)
        if verb is None or any(each.at == verb[0] for each in found):
            continue
        ends = [m.end() for m in _CLAUSE.finditer(words, max(0, start - 160), start)]
        end = _CLAUSE.search(words, verb[1], verb[1] + 160)
        found.append(
            Negated(
                ends[-1] if ends else max(0, start - 160),
                end.start() if end else min(len(words), verb[1] + 160),
                *verb,
            )
        )
    return found


def _verb(words: str, tokens: Sequence[Token], n: int) -> tuple[int, int] | None:
    """The first word behind a denial that may be its verb."""
    for start, stop, word in tokens[n + 1 : n + 1 + _FAR]:
        if _CLAUSE.search(words, tokens[n][1], start):
            return None
        if word in _BETWEEN or word in _NOT:
            continue
        if _NO_DEED.fullmatch(word):
            return None
        if word.isascii() and word.endswith("ly"):
            continue
        # "Nobody in Ostrina surrendered": what names the place stands between.
        if tokens[n][2] == "nobody" and (word in ("in", "at", "from", "near") or words[start].isupper()):
            continue
        if len(word) < _SHORTEST or words[start].isupper():
            return None
        return start, stop
    return None


def _passive(words: str, tokens: Sequence[Token], n: int) -> tuple[int, int] | None:
    """ "No children were taken", "none of the pumps has been repaired"."""
    helped = False
    for start, stop, word in tokens[n + 1 : n + 9]:
        if _CLAUSE.search(words, tokens[n][1], start):
            return None
        if helped and word not in _BETWEEN:
            return (start, stop) if len(word) >= _SHORTEST and not _NO_DEED.fullmatch(word) else None
        helped = helped or word in ("was", "were", "been", "has", "have")
    return None


__all__ = ["Negated", "negated"]
