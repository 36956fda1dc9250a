"""The words by which an English clause is told: its verbs, pronouns, articles and relatives."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from muster.text.spans import Span


class NounPhrase(NamedTuple):
    """``core``: the words by which somebody is known; ``whole``: these with age, role and apposition."""

    core: Span
    whole: Span


def plain(span: Span) -> NounPhrase:
    """A phrase with nothing around its core."""
    return NounPhrase(span, span)


LEADING: Final = re.compile(
    r"(?:(?:\d{1,2}(?:[.:]\d{1,2}){1,3}\.?|But|And|Yet|Still|Then|Later|Meanwhile|Instead|Also|However|Earlier|Afterwards|Now|Today"
    r"|Yesterday|Once|So|Indeed|Finally|"
    r"Separately|Similarly|Moreover|Furthermore|Nevertheless|Even|Only|Both(?=\s(?:the|his|her|their|its)\s)|either|or|and|but"
    r"|then|later|now|while|whereas|although|though|with(?=\s[A-Z]))[,\s]\s*)+"
)
PREPOSITION: Final = re.compile(
    r"(?:In|On|At|After|By|During|For|From|Since|Until|With|Under|Over|Last|Earlier|Despite|Following"
    r"|Amid|Speaking|Asked|When|As|Within|Before|Like|Unlike|Because|About|Among|Citing)\b(?<!About(?=\s\d))(?<!Over(?=\s\d))",
    re.I,
)
PRONOUN: Final = re.compile(
    r"(?:he|she|they|it|i|we|you|who|one|some|many|others|both|nobody|everyone|neither)\Z", re.I
)
DETERMINER: Final = re.compile(
    r"\b(?:the|a|an|his|her|their|our|my|some|many|several|most|one|two|three|other|all|each|another)\s", re.I
)
RELATIVE: Final = re.compile(
    r"[\s,](?:who|whose|whom|which|where"
    r"|that(?!\s(?:he|she|they|it|we|I|you|the|an?|his|her|their|its|this|there|no|all)\b))\s"
)
# "A porter, filmed in silhouette, said": what was done with somebody is no verb of his.
PARTICIPLES: Final = (
    r"(?:filmed|shown|seen|photographed|interviewed|contacted|dressed|seated|masked|wounded|injured|born|raised|based"
    r"|armed|accused|charged|convicted|sentenced|released|freed|captured|detained|held|jailed|exiled|retired|stationed"
    r"|posted|deployed|mobili[sz]ed|drafted|conscripted|referred|identified|described|introduced|granted|promised|known"
    r"|affiliated|linked|connected|allied|attached|assigned|seconded|married|related|opposed|trained|educated|nicknamed|aged|embedded"
    r"|accompanied|backed|supported|funded|tasked|wanted|employed|engaged|tied|sworn|barred|banned|suspended|dismissed"
    r"|published|issued|dated|signed|written|printed|pinned|drafted|obtained|named|elected|appointed|evacuated|displaced|summoned|questioned|pressed|flanked|surrounded)"
)
# "Giving evidence behind a screen, the driver said": what he did meanwhile.
MEANWHILE: Final = re.compile(
    r"(?!(?:During|Nothing|Something|Everything|Anything|Spring|Evening|Morning|King|Beijing)\b)[A-Z][a-z]{2,}ing\s"
    r"(?:to|in|on|at|from|with|by|about|for|of|as|under|over|after|before|outside|inside|behind|through|up|out|the|an?|his|her|their"
    r"|its|this|that|him|them|me|us|what|how|evidence|testimony|reporters|journalists|questions)\b"
)
TITLES: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Cpt|Maj|Cmdr|Adm|Gov|Sen|Rep|Rev|Sir|Lady|Lord|President"
    r"|Senator|Judge|Justice)\.?\s)+\Z"
)
# "A captured sapper", "another freed soldier" hold no verb; "two died in the fire" does.
ADJECTIVE: Final = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|of|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Aa]nother)"
    r"\s[a-z]+ed\s"
    r"(?!(?:to|in|on|at|by|for|from|with|of|up|out|off|down|the|an?|his|her|their|its|that|him|them|us|me|it)\b)"
    r"(?=[a-z])"
    # "Half of those surveyed said": what was done with them is no verb of theirs.
    r"|\b[Tt]hose\s(?:surveyed|polled|interviewed|questioned|asked|affected|accused|arrested|detained|wounded|injured)\b(?!\sby\b)"
)

__all__ = [
    "ADJECTIVE",
    "DETERMINER",
    "LEADING",
    "MEANWHILE",
    "NounPhrase",
    "PARTICIPLES",
    "PREPOSITION",
    "PRONOUN",
    "RELATIVE",
    "TITLES",
    "plain",
]
