"""What is feared, hoped for, doubted or admitted as a noun in the case or behind the preposition that the
verb asks for, in Russian and Ukrainian: «опасаются закрытия рынка», «усомнился в выводах», «надеется на
помощь», «подозревает завхоза в краже», «остались недовольны судейством».

A verb that may have another object than words (one fears dogs, waits for a bus, points at a door) has words
only where the noun tells of something that happens or is lacking: a nominal group that stands for a clause.
"""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame
from muster.read.people.people import is_role
from muster.read.slavic.phrases import PRONOUN, WORD, could_speak
from muster.read.slavic.subjects import PREPOSITIONS, PRONOUNS
from muster.read.slavic.verbs import Verb, cut, frame_of
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.clause_nouns import Asks, asked_by, stands_for_clause
from muster.text.sources.words import source_words
from muster.text.spans import Span

# Before the noun may stand what says how much or whose.
_SMALL: Final = listed(
    """и также тоже уже только лишь даже ещё еще теперь прежде всего серьёзно очень сильно больше по-прежнему
    й і також теж вже лише тільки навіть ще тепер дуже більше і досі
    себя свою своей своё свои своего своих свою її его её их його їх їхню"""
)
_OF_NOUNS: Final = frozenset({"adjective", "pronoun", "numeral", "adverb"})
_END: Final = re.compile(
    r"[.;:!?()\n\x00]|,(?!\s(?:котор|як(?:ий|а|е|і|ого|ої|у|их)\b))|\s[-–—]\s|\s(?:и|і|й|та)\s(?=([а-яёіїєґ'’-]+))"
)
_LONG: Final = 6


def governed(verb: Verb) -> Frame | None:
    """The noun as the words of whoever fears, hopes for, doubts or admits it; None where the verb asks for
    none, the noun is none of its kind or nobody stands before the verb."""
    region, cue = verb.region, verb.cue
    asks = asked_by(region.page.words(cue).lower())
    if asks is None or verb.gerund:
        return None
    begin = _noun(verb, asks)
    if begin is None:
        return None
    speaker = verb.subject(cue.stop)
    if speaker is None or speaker.start > cue.start or not could_speak(region, speaker):
        return None
    if _OF_THINGS.match(region.page.words(cue)) and not _minds(verb, speaker):
        return None
    span = cut(region, begin, _end(verb, begin))
    frame = frame_of(region, [span], verb, speaker, 0.6) if span.stop - span.start >= 3 else None
    if frame is not None and waits(verb):
        frame.verb = "think"
    return frame


def waits(verb: Verb) -> bool:
    """Whether the verb is one of waiting, which has words only as «ждут, что» and «ждут роста»."""
    return verb.kind == "weak" and _WAITS.match(verb.region.page.words(verb.cue)) is not None


_WAITS: Final = re.compile(r"жд(?:ёт|ет|ут)|чека(?:є|ють)", re.IGNORECASE)


# What laws and tracks do as well as people.
_OF_THINGS: Final = re.compile(
    r"(?:указ|вказ|предпол|припуск|допуск|обра[тщ]|зверн|жд[уаёе]|чека)", re.IGNORECASE
)


def _minds(verb: Verb, speaker: Span) -> bool:
    """Whether it is somebody: a law supposes nothing, and tracks that point to a murder say nothing."""
    region, language = verb.region, verb.region.language
    if region.named_from(speaker.start, speaker.stop):
        return True
    before = region.page.body[max(0, speaker.start - 3) : speaker.start].strip().lower()
    if before in ("в", "во", "у", "на"):
        return True
    known = source_words(language)
    for number, word in enumerate(WORD.findall(region.page.words(speaker))[:4]):
        low = word.lower()
        form = cases(word, language)
        if low in PRONOUNS or form.kind == "numeral" or form.animate or word.isupper():
            return True
        if is_role(low, region.words) or low in region.words.plural:
            return True
        if {low, lemma(low, language)} & (known.people | known.bodies | known.stand_ins):
            return True
        if word[:1].isupper() and (number or speaker.start != verb.sentence.start):
            return True
        if language == "uk" and number == 0 and low not in _THINGS_UK:
            return could_speak(region, speaker)  # without its dictionary nothing tells who is alive
    return False


_THINGS_UK: Final = listed("усе все це закон договір програма проєкт план слід сліди документ угода")


def _noun(verb: Verb, asks: Asks) -> int | None:
    """Where the words begin that the verb asks for; None where another noun stands there."""
    region, cue = verb.region, verb.cue
    stop = min(verb.sentence.stop, cue.stop + 140)
    text = _MARKED.sub(" ", region.text(cue.stop, stop))
    border = re.search(r"[.,;:!?()\n\x00«»\"]|\s[-–—]\s", text)
    words = list(WORD.finditer(text, 0, border.start() if border else len(text)))[: _LONG + 4]
    while words and words[0].group().lower() in _SMALL and asks.how != "of":
        words.pop(0)
    if not words:
        return None
    first = words[0].group().lower()
    if asks.how == "of":
        return _suspected(verb, words)
    ways = asks.how.split("|")
    if first not in PREPOSITIONS and _CALLS.match(region.page.words(cue).lower()):
        at = next((i for i, w in enumerate(words) if w.group().lower() in PREPOSITIONS), 0)
        if 0 < at <= _WHOM and words[at].group().lower() in ways:
            words = words[at:]  # «призвал стороны к миру», «просит суд о снисхождении»
            first = words[0].group().lower()
    if first in PREPOSITIONS:
        if first not in ways:
            return None
        behind = words[1:]
        return cue.stop + words[0].start() if _head(verb, behind, "", asks.nouns) else None
    case = next((w for w in ways if len(w) == 3 and w != "про"), "")
    return cue.stop + words[0].start() if case and _head(verb, words, case, asks.nouns) else None


# «сподівається на «виважену оцінку»»
_MARKED: Final = re.compile(r"(?<=\s)[«\"“](?=[а-яёіїєґ])")
# Whoever calls or asks does so to somebody, who may stand between.
_CALLS: Final = re.compile(r"призв|призыв|заклика|клика|прос|попрос")
_WHOM: Final = 4


def _head(verb: Verb, words: list[re.Match[str]], case: str, nouns: str) -> bool:
    """Whether the first noun behind its attributes is of the kind and may stand in the case."""
    language = verb.region.language
    for match in words[:_LONG]:
        word, low = match.group(), match.group().lower()
        form = cases(word, language)
        if form.kind == "noun":
            if (
                word[:1].isupper()
                or PRONOUN.fullmatch(word)
                or form.animate
                or not stands_for_clause(low, nouns)
            ):
                return False
            if case == "gen":
                return form.genitive or language == "uk"
            if case == "ins" and language == "uk" and low.endswith(("ою", "ею", "єю", "істю", "ами", "ями")):
                return not form.nominative  # without a dictionary «долею» looks like a genitive too
            if case == "ins":
                return not form.nominative and not form.genitive and low[-1:] in "мюиьй"
            return True
        if form.kind not in _OF_NOUNS and low not in _SMALL:
            return False
    return False


def _suspected(verb: Verb, words: list[re.Match[str]]) -> int | None:
    """«подозревает директора в растрате»: whom, and behind «в» of what."""
    at = next((i for i, w in enumerate(words) if w.group().lower() in ("в", "во", "у")), 0)
    if not 0 < at <= _LONG or not _head(verb, words[at + 1 :], "", "events"):
        return None
    return verb.cue.stop + words[0].start()


def _end(verb: Verb, begin: int) -> int:
    """Where the noun with what belongs to it ends: before the next clause or another verb of the subject."""
    region, stop = verb.region, verb.sentence.stop
    for match in _END.finditer(region.text(begin, stop)):
        if match[1] is None or cases(match[1], region.language).kind == "verb":
            return begin + match.start()
    return stop


__all__ = ["governed"]
