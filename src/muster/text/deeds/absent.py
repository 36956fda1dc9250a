"""What some words say was not there: "no soldiers in the school", «складу там немає», «солдат она не видела».

Words in, each such clause out with the words for what is said to be absent. Which of several nouns is
meant is not decided where the order of words leaves it open: they are all given."""

from __future__ import annotations

import re
from typing import NamedTuple

from muster.text.deeds.forms import WORD
from muster.text.listed import listed

_CLAUSE_END = re.compile(
    r"[,.;:!?…\n»”\"]|\s[–—-]\s|\s(?:that|who|which|что|котор\w+|що|як(?:ий|а|е|і|ого|их))\s"
)
_W = WORD.pattern
# Before the thing.
_BEFORE = re.compile(
    r"(?<!\w)(?:there\s(?:is|are|was|were|has\sbeen|have\sbeen|had\sbeen)\s(?:no|not\sany|never\sany)"
    r"|there\s(?:isn['’]t|aren['’]t|wasn['’]t|weren['’]t)\s(?:any|a)|(?:have|has|had|found|saw|seen|see)\sno"
    r"|(?:did\snot|didn['’]t)\s(?:see|find|have)\s(?:any|a)|\ANo|(?<=[.:“«\"]\s)No|(?<=[“«\"])No"
    r"|(?:нет|не\sбыло|не\sсуществует|не\sвидел[аи]?|не\sнашли|не\sимеет|не\sимеем|немає|не\sбуло|не\sіснує|не\sбачи(?:в|ла|ли)"
    r"|не\sзнайшли|не\sмає|не\sмають|не\sмаємо)(?:\s(?:никак|жодн|ніяк)\w+)?"
    r"|никак(?:ого|ой|их)|жодн(?:ого|ої|их))\s+(?=[^\W\d_])",
    re.I,
)  # fmt: skip
# Behind the thing.
_BEHIND = re.compile(
    r"(?<!\w)(?:нет|не\s(?:было|существует|имеется|осталось|обнаружен[оаы]?|обнаружил[аи]?|зафиксирован[оаы]?|зафиксировал[аи]?"
    r"|видел[аи]?|применял\w{1,4}|использовал\w{1,4}|находил\w{1,4}|размещал\w{1,4}|имеем|имеет)"
    r"|немає|не\s(?:було|існує|залишилося|виявлен[оаіи]?|виявил[аи]?|зафіксован[оаіи]?|бачи(?:в|ла|ли)|застосовува\w{1,5}"
    r"|використовува\w{1,5}|перебува\w{1,5}|розміщува\w{1,5}|маємо|має)"
    r"|(?:does|do|did)\snot\sexist|(?:was|were)\snot\s(?:used|deployed|stationed))(?!\w)",
    re.I,
)  # fmt: skip
_THERE = re.compile(
    rf"(?:(?!(?:is|are|was|were|ha[sd]|have|one)\s){_W}\s){{1,3}}?"
    rf"(?:(?:(?:ha[sd]|have)\sbeen|is|are|was|were)\s(?:stationed|deployed|seen|found|present|based|living|staying|housed|quartered|billeted|hiding|kept|sheltering|there|in|at|on|near|inside)"
    rf"|(?<!ed\s)(?:in|at|near|inside|there))\b",
    re.I,
)
_ABOUT = re.compile(
    rf"(?i)(?:evidence|sign|signs|trace|traces|indication|indications|reports?)\s+of\s+(?:an?\s+|any\s+)?(?={_W})"
)
_EMPTY = listed(
    "no not any a an the such other single was were is are be been being has have had in at on near of to",
    "used stationed deployed found seen present treated there here never and or",
    "нет не было никакого никакой никаких там тут здесь рядом никогда ни одного и или этом том в на у с",
    "он она они мы я существует имеется вообще больше",
    "он вона вони ми я він існує взагалі районе районі месте місці",
    "немає не було жодного жодної жодних там тут поруч ніколи ні і та або цьому тому",
)
_OPENING = listed(
    "в во на у под над при с со из от до за к по о об около возле среди рядом",
    "в у на під над при з із зі від до за к по про біля коло серед поруч",
)
# Words that stop the noun behind "no".
_STOPS = listed(
    "in at on near of to from for with by within inside among was were is are been being be have has had",
    "do does did there here and or left",
)
_FAR = 160


_ANY = re.compile(r"(?<!\w)(?:[Nn]o|not|any|[Нн]ет|[Нн]е|[Нн]емає|\w*n['’]t|(?:[Нн]икак|[Жж]одн)\w+)(?!\w)")


class Absent(NamedTuple):
    """The clause ``[start, stop)``; ``things``: the words of which one at least is said to be absent."""

    start: int
    stop: int
    things: tuple[str, ...]


def absent(words: str) -> list[Absent]:
    """What the words say was not there, clause by clause; linear in the words."""
    if not _ANY.search(words):
        return []
    found = []
    for m in _BEFORE.finditer(words):
        # "No soldiers were killed" leaves soldiers there.
        if m[0][:2] in ("No", "no") and not _THERE.match(words, m.end()):
            continue
        end = _CLAUSE_END.search(words, m.end(), m.end() + _FAR)
        stop = end.start() if end else min(len(words), m.end() + _FAR)
        first = m.end()
        if about := _ABOUT.match(words, first, stop):
            first = about.end()
        things = _noun(words, first, stop)
        if things:
            found.append(Absent(_clause_start(words, m.start()), stop, things))
    for m in _BEHIND.finditer(words):
        start = _clause_start(words, m.start())
        things = _named(words[start : m.start()])
        if things:
            end = _CLAUSE_END.search(words, m.end(), m.end() + _FAR)
            found.append(Absent(start, end.start() if end else min(len(words), m.end() + _FAR), things))
    return found


def _clause_start(words: str, at: int) -> int:
    ends = [m.end() for m in _CLAUSE_END.finditer(words, max(0, at - _FAR), at)]
    start = ends[-1] if ends else max(0, at - _FAR)
    return start + len(words[start:at]) - len(words[start:at].lstrip())


def _noun(words: str, start: int, stop: int) -> tuple[str, ...]:
    """The words behind "no" as far as a preposition or a verb."""
    found: list[str] = []
    for word in WORD.findall(words[start:stop]):
        low = word.lower()
        if low in _STOPS or low in _OPENING:
            break
        if low not in _EMPTY:
            found.append(word)
    return tuple(found[:4])


def _named(clause: str) -> tuple[str, ...]:
    """The nouns that no preposition stands before: "складу біля школи" is of the store."""
    found: list[str] = []
    before = ""
    for word in WORD.findall(clause):
        low = word.lower()
        if low not in _EMPTY and low not in _OPENING and before not in _OPENING:
            found.append(word)
        before = low
    return tuple(found[:4])


__all__ = ["Absent", "absent"]
