"""What somebody is said to be, as keys that three languages have in common: "miller", «мельник», "rescuer".

By it somebody without a name in one paper may be known as somebody who is named in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from muster.link.members import without_name
from muster.model.links import Entity, NameUse, Statement
from muster.text.concepts import keys_of_word
from muster.text.scripts import fold

_WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?")
_ONE_OF = re.compile(r"(?i)\A(?:one of (?:the )?|(?:один|одна|одной|одного|одну|однієї) (?:из|із|з|зі) )")
# "A miller of Torsk", "a lawyer who": the calling stands before.
_BEHIND = re.compile(r"(?i)\s(?:of|from|for|at|in|with|who|which)\s|\s(?:there|here)\Z|,")
# Kin, and who knows somebody from near by.
_SOMEBODYS = re.compile(
    r"(?i)(?<!\w)(?:(?:grand|step|god)?(?:mother|father|son|daughter)|mum|mom|dad|brother|sister|aunt|uncle|cousin"
    r"|nephew|niece|wife|husband|spouse|widow|widower|fianc[eé]e?|girlfriend|boyfriend|partner|parent|relative|friend"
    r"|neighbou?r|colleague|co-?worker|comrade|classmate|flatmate|roommate|acquaintance)(?:-in-law)?s?(?!\w)"
    r"|(?<!\w)(?:мать|матер|мам[аы]|отец|отц|пап[аы]|сын|доч|брат|сестр|т[её]тя|дяд|племянни|жен[аыуе]\b|муж(?!чин|ск)|супруг|вдов"
    r"|невест|жених|бабушк|дед|родител|родственни|друг(?!о|и[ем]|ая|ую)|подруг|сосед|коллег|сослужив|однокласс|однополчан|знаком"
    r"|мати|батьк|тато|син(?!ій|ьо)|донь|тітк|племінни|дружин|чолові|удов|нареч|бабус|дід|родич|друзі|товариш|сусід|колег"
    r"|побратим|посестр|односельч)[а-яёіїєґ'’ʼ]*"
)


def callings(s: Statement) -> frozenset[str]:
    """Of the speaker of a statement, by his description and the words around his name there."""
    described = f"{s.role or ''} {without_name(s.spoken_as or '', s.speaker or '')}".strip()
    return callings_in(described, s.language) if described else frozenset()


@lru_cache(maxsize=1 << 14)
def callings_in(described: str, language: str) -> frozenset[str]:
    """What the last word of an English description means, each word of a Russian or Ukrainian one."""
    words = _WORD.findall(_BEHIND.split(_ONE_OF.sub("", fold(described)))[0])
    if language == "en":
        words = words[-1:]
    return frozenset(key for word in words[:4] for key in keys_of_word(word, language))


def related(uses: Iterable[NameUse], entities: Mapping[str, Entity]) -> frozenset[str]:
    """People by the id of their entity whom some text calls somebody's: "his mother", «коллега»."""
    held = {use: e.id for e in entities.values() if e.type == "person" and not e.protected for use in e.uses}
    return frozenset(
        held[use.document, use.name]
        for use in uses
        if (use.document, use.name) in held and use.role and _SOMEBODYS.search(use.role)
    )


def of_people(uses: Iterable[NameUse], entities: Mapping[str, Entity]) -> dict[str, frozenset[str]]:
    """Of people by the id of their entity: whatever any text says that they are."""
    held = {use: e.id for e in entities.values() if e.type == "person" and not e.protected for use in e.uses}
    found: dict[str, frozenset[str]] = {}
    for use in uses:
        person = held.get((use.document, use.name))
        if person and use.role and not use.protected:
            told = {key for language in _languages(use.role) for key in callings_in(use.role, language)}
            found[person] = found.get(person, frozenset()) | told
    return found


def _languages(words: str) -> tuple[str, ...]:
    return ("en",) if words.isascii() else ("ru", "uk")


__all__ = ["callings", "callings_in", "of_people", "related"]
