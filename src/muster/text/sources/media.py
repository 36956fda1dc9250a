"""The ways words take: papers, broadcasts, occasions, go-betweens; the lists are data/media.toml."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final

# Before the noun of a way; group 1 is the noun with what stands before it.
_WAY: Final = {
    "en": r"\b(?:[Ii]n|[Oo]n|[Bb]y|[Vv]ia|[Tt]hrough|[Aa]t|[Oo]ver|[Dd]uring)\s"
    r"((?:(?:an?|the|his|her|its|their|one)\s)?(?:[\w’'-]{2,16}\s){0,2}?",
    "ru": r"(?<!\w)(?:[Вв]о?|[Нн]а|[Пп]о|[Чч]ерез|[Ии]з|со?|к)\s((?:[\w-]{2,18}\s){0,2}?",
    "uk": r"(?<!\w)(?:[ВвУу]|[Нн]а|[Пп]о|[Чч]ерез|[Іі]?з|зі|[Зз]а|до)\s((?:[\w’'ʼ-]{2,18}\s){0,2}?",
}
# What a title may stand behind: "the newspaper Northlight".
A_PAPER: Final = (
    r"(?:newspaper|agency|magazine|website|site|channel|broadcaster|outlet|station|daily|weekly|portal"
    r"|programme|program|podcast)"
)
# By which an outlet tells what somebody said, and by which it gives his words.
TELLS_ON: Final = (
    r"(?:переда[её]т|передают|сообща[ею]т|пиш[еу]т|цитиру[ею]т|информиру[ею]т|отмеча[ею]т|переда(?:є|ють)|повідомля(?:є|ють)"
    r"|пише|пишуть|циту(?:є|ють)|переказу(?:є|ють)|інформу(?:є|ють)|зазнача(?:є|ють))"
)
BRINGS: Final = (
    r"(?:приводит|приводят|прив[её]л|привел[аио]|переда[её]т|передают|цитирует|цитируют"
    r"|наводить|наводять|нав[іе](?:в|ла|ло|ли)|переда[єю](?:ть)?|цитує|цитують)"
)
# «…, заявил мэр, слова которого приводит «Тернь»»: who passed on what the sentence tells; group 1.
BROUGHT_BY: Final = re.compile(
    r",\s(?:(?:его|е[её]|их|йо?го|її|їх(?:ні)?)\sслова|слов[аі]\s(?:котор(?:ого|ой|ых)|якого|якої|яких)|(?:чьи|чиї)\sслова)"
    rf"\s{BRINGS}\s"
    r"([^,.;:()\n]{2,90})"
)
# "The video unit", "a radio operator" are no way; of "a phone interview" the second noun is.
_COMPOUND: Final = (
    r"(?:unit|operator|station|team|company|crew|desk|tower|room|line|number|host|presenter|camera|footage|box|carrier|office"
    r"|interview|call|conversation|address|message|appearance|debate|briefing|conference|post|channel)s?\b"
)
# «Мэр, передаёт «Тернь», заявил …»: the outlet is group 1.
IN_PASSING: Final = re.compile(
    rf",\s(?:как\s|як\s)?{TELLS_ON}\s"
    r"((?:\w+\s){0,2}[«\"“„][^»\"”“\n]{2,40}[»\"”“]|газета|издание|агентство|канал|видання|агенція|[A-ZА-ЯЁІЇЄҐ][\w.’-]+(?:\s[A-ZА-ЯЁІЇЄҐ][\w.’-]+){0,2}),\s"
)
KINDS: Final = ("papers", "voices", "occasions", "people")


@lru_cache(maxsize=4)
def way(language: str) -> re.Pattern[str]:
    """A preposition and a medium: group 1 the medium with its words, and one group named as its kind."""
    raw = tomllib.loads((files("muster.text") / "data" / "media.toml").read_text("utf-8"))
    end = rf"s?\b(?!\s(?:{_COMPOUND}))" if language == "en" else r"\w{0,4}(?!\w)"
    kinds = []
    for kind in KINDS:
        words = sorted(raw[kind][language].split(), key=lambda w: (-len(w), w))
        listed = "|".join(re.escape(w).replace("_", r"\s") for w in words)
        kinds.append(f"(?P<{kind}>(?:{listed}){end})")
    return re.compile(_WAY[language] + f"(?:{'|'.join(kinds)}))")


__all__ = ["A_PAPER", "BRINGS", "BROUGHT_BY", "IN_PASSING", "KINDS", "TELLS_ON", "way"]
