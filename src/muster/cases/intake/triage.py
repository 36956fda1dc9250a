"""One question as it was asked in; how urgent it is, what it is about, and by which words, out.

Cues are lines of ``triage.toml``: anybody can read why a question stands where it stands, and a person's word
holds over all of it. Nothing is learned, and nothing is guessed from who asks.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from muster.cases.intake.limits import limit_of
from muster.model.errors import Refused
from muster.text.languages import language_of

# The most urgent first. "other": nobody asks anything.
URGENCIES = ("detained", "withdrawal", "deadline", "threat", "letter", "question", "other")
NO_TOPIC = "not sorted"
_OPEN = r"\w{0,16}"
_BETWEEN = r"(?:\W{1,4}\w{1,30}){0,2}?\W{1,4}"
# How many words before a cue may turn it into what might be, and how many deny it.
_PERHAPS_WORDS, _NOT_WORDS = 4, 1
# Topics that follow from the urgency alone.
_OF_URGENCY = {"detained": "locked room", "threat": "threats", "withdrawal": "withdrawal"}
_PAPER, _SUMMONS = "how to write the report", "call-up paper"
_THANKS, _ADVERTISEMENT = "thanks", "advertisement"


@dataclass(frozen=True, slots=True)
class Heard:
    """Words ``[start, stop)`` of a question and what they were taken as a sign of."""

    start: int
    stop: int
    sign: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """Where a question stands. ``heard``: the words that gave its urgency, in order; ``day``: a limit it
    names.

    ``topics``: every topic with a cue, that with most of them first; empty where the lexicon has none.
    """

    urgency: str
    topics: tuple[str, ...]
    heard: tuple[Heard, ...]
    day: date | None
    language: str

    @property
    def topic(self) -> str:
        """What it is mainly about."""
        return self.topics[0] if self.topics else NO_TOPIC


# What has to be found, each anywhere in the text.
_Cue = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Cues:
    signs: Mapping[str, tuple[_Cue, ...]]
    topics: Mapping[str, tuple[_Cue, ...]]
    weak: Mapping[str, tuple[_Cue, ...]]
    perhaps: frozenset[str]
    no: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by which questions are sorted; ``version`` says which."""

    version: str
    cues: _Cues


@cache
def shipped() -> Lexicon:
    """The lexicon that comes with Muster."""
    return read_lexicon("")


def read_lexicon(own: str) -> Lexicon:
    """Ours with a team's own TOML: ``[[topic]] id, cues`` and ``[urgency.NAME] cues`` add to it or begin a
    topic.

    Raises Refused with what is wrong.
    """
    ours = tomllib.loads((resources.files("muster.cases.intake") / "triage.toml").read_text("utf-8"))
    try:
        added = tomllib.loads(own)
        topics = {t["id"]: list(t["cues"]) for t in ours["topic"]}
        for topic in added.get("topic", ()):
            topics.setdefault(str(topic["id"]), []).extend(map(str, topic["cues"]))
        signs: dict[str, list[str]] = {}
        for name, table in (*ours["urgency"].items(), *added.get("urgency", {}).items()):
            if name not in URGENCIES:
                raise Refused(f"no urgency is called {name!r}", next_step=f"one of {', '.join(URGENCIES)}")
            for part, cues in table.items():
                signs.setdefault(_sign(name, part), []).extend(map(str, cues))
        own_topics = {str(t["id"]) for t in added.get("topic", ())}
    except (tomllib.TOMLDecodeError, TypeError, KeyError, AttributeError) as error:
        raise Refused(
            f"the team's words cannot be read: {error}",
            next_step="write [[topic]] with id and cues, as docs/how-to/take-in-questions.md shows",
        ) from error
    # What a team calls a topic of its own comes before ours where both have as many cues.
    order = [*(t for t in topics if t in own_topics), *(t for t in topics if t not in own_topics)]
    return Lexicon(
        str(added.get("version", ours["version"])),
        _Cues(
            {name: tuple(map(_cue, cues)) for name, cues in signs.items()},
            {t: tuple(map(_cue, topics[t])) for t in order},
            {t["id"]: tuple(map(_cue, t.get("weak", ()))) for t in ours["topic"]},
            frozenset(ours["guards"]["perhaps"].split("|")),
            frozenset(ours["guards"]["not"].split("|")),
        ),
    )


def _sign(name: str, part: str) -> str:
    return name if part == "cues" else f"{name} {part}"


def _cue(written: str) -> _Cue:
    return tuple(re.compile(rf"\b{_BETWEEN.join(map(_word, part.split()))}\b") for part in written.split("&"))


def _word(written: str) -> str:
    return f"(?:{'|'.join(map(_choice, written.split('|')))})"


def _choice(written: str) -> str:
    before, after = (_OPEN if written[:1] == "*" else ""), (_OPEN if written[-1:] == "*" else "")
    return before + re.escape(written.strip("*")) + after


def _found(low: str, cue: _Cue) -> list[tuple[int, int]]:
    """Where the cue stands; empty unless every part of it does."""
    places = [[m.span() for m in part.finditer(low)] for part in cue]
    return [span for part in places for span in part] if all(places) else []


def sort(text: str, came: date, lexicon: Lexicon | None = None) -> Sorted:
    """How urgent ``text`` is and what it is about, as of the day on which it came."""
    cues = (lexicon or shipped()).cues
    low = _plain(text)
    language = language_of(text)
    heard: dict[str, list[Heard]] = {}
    for name, those in cues.signs.items():
        spans = {span for cue in those for span in _found(low, cue)}
        heard[name] = [Heard(start, stop, name) for start, stop in sorted(spans)]
    detained = [h for h in heard["detained"] if not _guarded(low, h, cues)]
    # "Won't let him go" is not "let him go".
    if any(not _denied(low, h, cues) for h in heard["detained over"]):
        detained = []
    laws = [(h.start, h.stop) for h in heard["deadline of_law"]]
    day, days_named = limit_of(text, low, language, came, laws)
    limit = [Heard(start, stop, "deadline") for start, stop in days_named]
    urgency, why = _urgency(low, heard, detained, limit)
    return Sorted(
        urgency,
        _topics(low, urgency, heard, cues),
        tuple(why),
        day if urgency == "deadline" else None,
        language,
    )


def _plain(text: str) -> str:
    """In small letters, one apostrophe, every place where it was."""
    low = text.translate(_SIGNS)
    small = low.lower()
    return small if len(small) == len(text) else low


_SIGNS = {ord("’"): "'", ord("ʼ"): "'", ord("`"): "'"}


# A question without its sign.
_ASKED = re.compile(
    r"\b(?:как|что|куда|кому|где|когда|можно|подскажите|скажите|помогите|нужен|нужна|нужно|надо|вопрос"
    r"|як|що|куди|чи|підкажіть|скажіть|допоможіть|треба|потрібн\w|питання"
    r"|how|what|where|when|which|who|can|could|should|may|must|need|help)\b"
)


def _urgency(
    low: str, heard: Mapping[str, Sequence[Heard]], detained: Sequence[Heard], limit: Sequence[Heard]
) -> tuple[str, Sequence[Heard]]:
    asks = "?" in low
    # Before all else: whoever is held is not to be lost among advertisements.
    if detained:
        return "detained", detained
    if heard["other"] and not asks and len(heard["other"]) > 1:
        return "other", heard["other"]
    if heard["withdrawal"]:
        return "withdrawal", heard["withdrawal"]
    limits = [*heard["deadline"], *limit]
    if limits:
        return "deadline", limits
    if heard["threat"]:
        return "threat", heard["threat"]
    if heard["other thanks"] and not asks and not _ASKED.search(low):
        return "other", heard["other thanks"]
    if heard["letter"]:
        return "letter", heard["letter"]
    if (heard["other"] or heard["other thanks"]) and not asks:
        return "other", [*heard["other"], *heard["other thanks"]]
    return "question", ()


def _guarded(low: str, heard: Heard, cues: _Cues) -> bool:
    """Whether the words before it make it a thing that might be, or deny it."""
    return bool(cues.perhaps & set(_before(low, heard)[-_PERHAPS_WORDS:])) or _denied(low, heard, cues)


def _denied(low: str, heard: Heard, cues: _Cues) -> bool:
    return bool(cues.no & set(_before(low, heard)[-_NOT_WORDS:]))


def _before(low: str, heard: Heard) -> list[str]:
    """The words before it in its clause."""
    clause = re.split(r"[.!?;:]", low[max(0, heard.start - 60) : heard.start])[-1]
    return re.findall(r"[\w']+", clause)


def _topics(low: str, urgency: str, heard: Mapping[str, Sequence[Heard]], cues: _Cues) -> tuple[str, ...]:
    if urgency == "other":
        return (_ADVERTISEMENT if heard["other"] else _THANKS,)
    asked = [m.span() for m in _SENTENCE_ASKED.finditer(low)]
    counted = {t: sum(_weight(low, cue, asked) for cue in those) for t, those in cues.topics.items()}
    if not any(counted.values()):
        # Words that half of all questions have say something only where nothing else does.
        counted = {t: sum(bool(_found(low, cue)) for cue in those) for t, those in cues.weak.items()}
    # A sort keeps the lexicon's order where two have as many.
    found = [t for t, n in sorted(counted.items(), key=lambda pair: -pair[1]) if n]
    return tuple(dict.fromkeys((*_first(urgency, counted, bool(found)), *found)))


# What is asked says more of what it is about than what is told.
_SENTENCE_ASKED = re.compile(r"[^.?!\n]{1,300}\?")


def _weight(low: str, cue: _Cue, asked: Sequence[tuple[int, int]]) -> int:
    """0 where the cue is not said, 2 where it is said in a question, else 1."""
    spans = _found(low, cue)
    return bool(spans) + any(a <= start and stop <= b for start, stop in spans for a, b in asked)


def _first(urgency: str, counted: Mapping[str, int], any_found: bool) -> tuple[str, ...]:
    """The topic that the urgency decides by itself."""
    if urgency in _OF_URGENCY:
        return (_OF_URGENCY[urgency],)
    if urgency == "deadline" and counted.get(_SUMMONS):
        return (_SUMMONS,)
    best = max(counted.values(), default=0)
    if urgency == "letter" and (
        not any_found or (counted.get(_PAPER, 0) >= best - 1 and counted.get(_PAPER))
    ):
        return (_PAPER,)
    return ()


def words_heard(text: str, found: Sorted) -> list[str]:
    """The words of the text that gave its urgency, each once."""
    return list(dict.fromkeys(text[h.start : h.stop] for h in found.heard))


__all__ = [
    "NO_TOPIC",
    "URGENCIES",
    "Heard",
    "Lexicon",
    "Sorted",
    "read_lexicon",
    "shipped",
    "sort",
    "words_heard",
]
