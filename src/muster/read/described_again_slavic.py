"""A second description of somebody in Russian and Ukrainian: «Мать пропавшего рассказала … – плачет женщина»,
«Керівниця прокуратури Юлія Мак … зазначила прокурорка», «мер Ігор Гай … сказав міський голова»."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from muster.text.cues import Lexicon
from muster.text.listed import listed
from muster.text.spans import Span
from muster.text.trades import head_words, narrower, trade_of

if TYPE_CHECKING:
    from muster.read.voice import Voice
    from muster.read.voices import Voices

# What anybody may be called who has been told of.
PLAIN_PEOPLE: Final = {
    "женщина": "f", "мужчина": "m", "девушка": "f", "парень": "m", "юноша": "m", "жінка": "f", "чоловік": "m",
    "дівчина": "f", "хлопець": "m", "юнак": "m",
}  # fmt: skip
_CHIEFS: Final = listed(
    """керівник начальник очільник голова заступник директор руководитель глава заместитель директор завідувач
    заведующий"""
)
# Who is at the head of such a house is of its trade.
_HOUSES: Final = (
    (re.compile(r"(?<!\w)прокурат", re.I), "прокурор"),
    (re.compile(r"(?<!\w)(?:поліц|полиц)", re.I), "поліцейський полицейский правоохоронець"),
    (re.compile(r"(?<!\w)суду?а?(?!\w)", re.I), "суддя судья"),
    (re.compile(r"(?<!\w)(?:лікарн|госпітал|больниц|госпитал|поліклін|поликлин)", re.I), "лікар медик врач"),
)  # fmt: skip
_OF_A_TOWN: Final = re.compile(r"(?:міськ|городск)\w{1,4}\Z", re.I)
_MAYORS: Final = listed("мер мэр")
_HEADS: Final = listed("голова глава")
_SPOKEN: Final = 6


def unnamed_before(voices: Voices, span: Span, noun: str, lexicon: Lexicon) -> Voice | None:
    """Whoever spoke last and has no name, where he can be called so: of the trade that the noun is or covers,
    or a man or a woman, and nobody of that kind is named since. In the paragraph or the last."""
    page = voices.page
    paragraph = page.paragraph_of[page.sentence_at(span.start)]
    for number, at, voice in reversed(voices.spoken[-_SPOKEN:]):
        if at >= span.start:
            continue
        role = voice.speaker.role
        if number < paragraph - 1 or voice.speaker.name is not None or voice.kind != "anonymous" or not role:
            return None
        gender = PLAIN_PEOPLE.get(noun)
        if gender is not None:
            since = voices.people_between(at, span.start)
            fits = voice.gender == gender and not any(n.gender in (gender, "-") for n in since)
        else:
            covered = narrower(noun, lexicon) | {trade_of(noun, lexicon)}
            heads = {trade_of(w, lexicon) for w in head_words(role, lexicon)}
            fits = number == paragraph and bool(heads & covered)
        if not fits or role.lower() == noun:
            return None
        return replace(voice, trust=0.7 * voice.trust, antecedent=voice)
    return None


def trades_of_house(role: str, lexicon: Lexicon) -> set[str]:
    """«Керівниця прокуратури» is a prosecutor, «начальник полиции» a policeman."""
    heads = head_words(role, lexicon)
    if not heads or trade_of(heads[-1], lexicon) not in {trade_of(w, lexicon) for w in _CHIEFS}:
        return set()
    tail = " ".join(role.lower().split()[len(heads) :])
    return {trade_of(w, lexicon) for house, words in _HOUSES if house.search(tail) for w in words.split()}


def heads_a_town(parts: list[str], lexicon: Lexicon) -> bool:
    """«Міський голова», «городской голова»."""
    heads = {trade_of(w, lexicon) for w in _HEADS}
    return len(parts) == 2 and _OF_A_TOWN.match(parts[0]) is not None and trade_of(parts[1], lexicon) in heads


def is_mayor(role: str, lexicon: Lexicon) -> bool:
    """Whether somebody is a mayor by his role: «мер Лук», «Лучский городской голова»."""
    heads = head_words(role, lexicon)
    if heads and trade_of(heads[-1], lexicon) in {trade_of(w, lexicon) for w in _MAYORS}:
        return True
    words = role.lower().split()
    return any(heads_a_town(words[i : i + 2], lexicon) for i in range(min(3, len(words) - 1)))


__all__ = ["PLAIN_PEOPLE", "heads_a_town", "is_mayor", "trades_of_house", "unnamed_before"]
