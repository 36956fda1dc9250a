"""What a text has from another paper of the folder: whoever says it there is the origin, the paper a
carrier.

"The Tarn Gazette reports that 212 people waited": where the Gazette lies in the folder too and had said by
then that so many waited, the claim belongs to whoever said it there. Papers are found by the sounds of their
names, so in three languages; a name of one word counts as a paper's only where it stands in quotation marks,
behind a word for a paper, or where the text says that it speaks or was told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from muster.link.callings import callings
from muster.link.independence import is_telling
from muster.link.translated import likeness, meaning_of, sound
from muster.link.whose import Key
from muster.model.links import Statement

# A paper that is quoted came out so many days before at most; so many of its claims are looked at.
_DAYS, _MOST_LOOKED_AT = 60, 60
# Without a telling number so much of what each says must be said by the other; less where both give the same
# small numbers, more where another sentence of the text names the paper.
_ALIKE, _ALIKE_COUNTED, _ALIKE_NEAR = 0.4, 0.2, 0.5
# So much of what the one of that calling says there, or a number.
_ALIKE_CALLED = 0.1
_NUMBER_WEIGHT = 1.5
# Somebody else than who is quoted there, or more than one.
_OTHER = re.compile(
    r"(?i)\b(?:another|other|former|two|three|several)\b|(?<!\w)(?:друг|інш|бывш|колишн|ещ[её]|ще)"
)
_MOST_OF_NAME = 6
_LEAST_LETTERS = 3
_WORD = re.compile(r"[^\W\d_][\w'’ʼ]*(?:-[\w'’ʼ]+)*")
_ARTICLE = re.compile(r"(?i)\Athe\s+")
# Before a name of one word: that a paper is meant.
_PAPER = re.compile(
    r"(?i)(?:[«“„\"]|\b(?:newspaper|newsletter|paper|website|channel|magazine|broadcaster|outlet|agency|radio"
    r"|газет\w{1,3}|канал\w{0,3}|журнал\w{0,3}|сайт\w{0,3}|издани\w{1,3}|видан\w{1,4}|агентств\w{1,3}"
    r"|радио|радіо)\s[«“„\"]?)\Z"
)
# What a name says that a paper is.
_WHAT_IT_IS = re.compile(
    r"(?i)\b(?:news\s(?:agency|site|service)|news|agency|newspaper|website"
    r"|(?:информационн\w{2}|інформаційн\w)?\s?агентство|газета|журнал|телеканал|радио|радіо)\b"
)
_SURE = ("entity", "body", "post")
# Whose claims may be somebody else's: nobody's, a text's own voice, a paper's that is quoted.
_OPEN = ("nobody", "voice", "family", "body")
# Who has no surname in a paper.
_UNNAMED = ("hidden", "local", "nobody")
# Who may be told of by what he is.
_PEOPLE = ("entity", "local", "hidden", "nobody")

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Heard:
    """A claim in a paper; ``words`` are empty where no text is known to name the paper. ``callings``: what
    the one who says it is."""

    day: int
    claim: str
    figures: frozenset[float]
    words: str
    language: str
    callings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """``near``: its papers are named by other words of its text."""

    statement: Statement
    root: str
    key: Key
    papers: frozenset[str]
    near: bool


@dataclass(slots=True)
class Relayed:
    """Statements that name a paper of the folder; they wait until it is known what that paper says.

    ``sources``: names by id. ``named``: names that texts give, of whatever they be: the papers among them may
    be quoted for words without a number, which costs keeping what they say. ``key_of``: the key of a body or
    an outlet by its name.
    """

    sources: Mapping[str, str]
    named: Iterable[str]
    key_of: Callable[[str], str]
    papers: dict[str, dict[Name, str]] = field(default_factory=dict)
    quoted: set[str] = field(default_factory=set)
    # Claims of a paper, by each telling number that they give, and those whose words are kept.
    counted: dict[tuple[str, float], list[_Heard]] = field(default_factory=dict)
    heard: dict[str, list[_Heard]] = field(default_factory=dict)
    keys: dict[str, Key] = field(default_factory=dict)
    waiting: dict[str, _Waiting] = field(default_factory=dict)
    # The first source of the same name.
    same: dict[str, str | None] = field(default_factory=dict)
    # Whom a document shields, by what it calls him.
    called: dict[tuple[str, str], set[Key]] = field(default_factory=dict)
    # The document that passes, and the papers that it has named so far.
    document: str = ""
    named_before: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for id in sorted(self.sources):
            name = _sounds(self.sources[id])
            for called in (name, _sounds(_WHAT_IT_IS.sub(" ", self.sources[id]))):
                # "The Meridian agency" of the Meridian News Agency.
                if called and len("".join(called)) >= _LEAST_LETTERS:
                    self.papers.setdefault(called[0], {}).setdefault(called, id)
        for given in self.named:
            self.quoted |= self._papers_in(given, bare=True)

    def hear(self, s: Statement, key: Key) -> None:
        """Keeps of a claim what a text that quotes its paper can be known by."""
        if key[0] == "hidden" and all(who := _unnamed_as(s)):
            self.called.setdefault(who, set()).add(key)
        figures = frozenset(value for value, _ in s.figures if value > 1 or is_telling(value))
        own = self._same(s.source)
        telling = [value for value in figures if is_telling(value)]
        if own is None or not (telling or own in self.quoted):
            return
        words = s.words if own in self.quoted else ""
        called = callings(s) if words and key[0] in _PEOPLE else frozenset()
        heard = _Heard(day_of(s.published), s.claim, figures, words, s.language, called)
        for value in telling:
            self.counted.setdefault((own, value), []).append(heard)
        if words:
            self.heard.setdefault(own, []).append(heard)
        self.keys[s.claim] = key

    def holds(self, s: Statement, root: str, key: Key) -> bool:
        """True where the statement, or its text before it, names a paper of the folder; it waits."""
        if s.document != self.document:
            self.document, self.named_before = s.document, set()
        own = self._same(s.source)
        if s.protected and key[0] in _UNNAMED:
            # Somebody without a surname who told a paper that lies here too is whom that paper has.
            named = {p for carrier in s.via for p in self._papers_in(carrier, bare=True)} - {own or ""}
            if named:
                self.named_before |= named
                self.waiting[s.claim] = _Waiting(s, root, key, frozenset(named), False)
            return bool(named)
        papers_seen = key == ("papers", root)
        if s.protected or not (papers_seen or (key[0] in _OPEN and s.source_kind != "document")):
            return False
        speaks = {p for told in (s.speaker, s.organisation) if told for p in self._papers_in(told, bare=True)}
        if key[0] == "body" and not speaks:
            return False
        named = set(speaks)
        for carrier in s.via:
            named |= self._papers_in(carrier, bare=True)
        for told in (s.role, s.spoken_as, s.words):
            named |= self._papers_in(told or "", bare=False)
        named.discard(own or "")
        self.named_before |= named
        papers = frozenset(named or self.named_before)
        waits = bool(papers) or (key[0] == "nobody" and _unnamed_as(s) in self.called)
        if waits:
            self.waiting[s.claim] = _Waiting(s, root, key, papers, not named)
        return waits

    def all(self) -> Iterator[tuple[Statement, str, Key, Key]]:
        """Each with whoever says it in the paper, else with its own; and its own. The earlier come first, so
        that what one paper has from another is known when a third is found to have it from there."""
        for heard in (*self.counted.values(), *self.heard.values()):
            heard.sort(key=lambda h: (h.day, h.claim))
        for w in sorted(
            self.waiting.values(), key=lambda w: (w.statement.published or "", w.statement.claim)
        ):
            self.keys[w.statement.claim] = self._origin(w) or w.key
        told = self._goes_on()
        for w in self.waiting.values():
            key = self.keys[w.statement.claim]
            if key == w.key and len(same := told.get(_unnamed_as(w.statement), set())) == 1:
                key = self.keys[w.statement.claim] = next(iter(same))
            yield w.statement, w.root, key, w.key

    def _goes_on(self) -> dict[tuple[str, str], set[Key]]:
        """Whom a document that has it from a paper means by a description: "a soldier of the brigade"."""
        told = self.called
        for w in self.waiting.values():
            if self.keys[w.statement.claim] != w.key and all(who := _unnamed_as(w.statement)):
                told.setdefault(who, set()).add(self.keys[w.statement.claim])
        return told

    def _unnamed(self, w: _Waiting) -> Key | None:
        """Whom the paper has without a surname too: of that given name, else the one who says it, else the
        only one of that calling. Nobody hidden here is ever one who is named there."""
        s = w.statement
        heard = [h for paper in sorted(w.papers) for h in self._until(self.heard.get(paper, []), s)]
        there = {h.claim: key for h in heard if (key := self.keys[h.claim])[0] in _UNNAMED and key != w.key}
        if s.speaker:
            named = {key for key in there.values() if key[-1] == w.key[-1] and key[0] != "nobody"}
            if not named:
                named = {k for k in there.values() if k[0] != "nobody" and sound(k[-1]) == sound(s.speaker)}
            return named.pop() if len(named) == 1 else None
        said = {claim for paper in sorted(w.papers) for claim in self._said(s, paper, near=w.near)}
        found = {there[claim] for claim in said if claim in there}
        return found.pop() if len(found) == 1 else None

    def _origin(self, w: _Waiting) -> Key | None:
        if w.statement.protected:
            return self._unnamed(w)
        said = {claim for paper in sorted(w.papers) for claim in self._said(w.statement, paper, near=w.near)}
        found = {self.keys[claim] for claim in said - {w.statement.claim}}
        # Two papers that give each other for it are both no source.
        own = self.key_of(self.sources.get(w.statement.source, ""))
        found = {key for key in found if key[0] not in ("body", "voice") or key[1] != own}
        # The paper's own headline says it beside who is quoted below.
        sure = {key for key in found if key[0] in _SURE}
        # What a body says of itself is nobody's whom its own paper calls "the courts".
        sure = sure or (found if w.key[0] != "body" else set())
        return min(sure) if len(sure) == 1 else None

    def _said(self, s: Statement, paper: str, *, near: bool) -> list[str]:
        """Claims of the paper, by then, that give all telling numbers of these words; without one the
        likest, if it is like enough."""
        figures = frozenset(value for value, _ in s.figures if value > 1 or is_telling(value))
        telling = {value for value in figures if is_telling(value)}
        if telling:
            few = min((self.counted.get((paper, value), []) for value in telling), key=len)
            if given := [h.claim for h in self._until(few, s) if telling <= h.figures]:
                return given
        if (called := self._of_calling(s, paper, figures)) or telling:
            return called
        mine = meaning_of(s.words, s.language)
        best, likest = 0.0, ""
        for h in self._until(self.heard.get(paper, []), s):
            counted = bool(figures) and figures == h.figures
            least = _ALIKE_NEAR if near else _ALIKE_COUNTED if counted else _ALIKE
            alike = likeness(mine, meaning_of(h.words, h.language), weight)
            if alike >= least and (alike, h.claim) > (best, likest):
                best, likest = alike, h.claim
        return [likest] if likest else []

    def _of_calling(self, s: Statement, paper: str, figures: frozenset[float]) -> list[str]:
        """ "A fisherman told the Gazette": the claims there of the only one of that calling, if any of them
        says something of this."""
        mine = callings(s) if s.role and not s.speaker and not _OTHER.search(s.role) else frozenset()
        told = [h for h in self._until(self.heard.get(paper, []), s) if h.callings & mine] if mine else []
        named = [h for h in told if self.keys[h.claim][0] != "nobody"] or told
        if len({self.keys[h.claim] for h in named}) != 1:
            return []
        words = meaning_of(s.words, s.language)
        alike = (likeness(words, meaning_of(h.words, h.language), weight) for h in told)
        known = any(figures & h.figures for h in told) or max(alike) >= _ALIKE_CALLED
        return [named[0].claim] if known else []

    def _until(self, heard: list[_Heard], s: Statement) -> list[_Heard]:
        """The last of them that came by the day of the statement and not long before; any, where one has no
        day."""
        day = day_of(s.published)
        last = bisect_right(heard, day, key=lambda h: h.day) if day else len(heard)
        return [
            h
            for h in heard[max(0, last - _MOST_LOOKED_AT) : last]
            if not (day and h.day) or day - h.day <= _DAYS
        ]

    def _same(self, source: str) -> str | None:
        """The first source that is called so."""
        if source not in self.same:
            name = _sounds(self.sources.get(source, ""))
            self.same[source] = self.papers.get(name[0], {}).get(name) if name else None
        return self.same[source]

    def _papers_in(self, told: str, *, bare: bool) -> set[str]:
        """Papers that are named in the words; ``bare``: the words are a name, and no sentence."""
        found: set[str] = set()
        parts = list(_WORD.finditer(told))
        for at, part in enumerate(parts):
            if not part[0][:1].isupper():
                continue
            for name, id in self.papers.get(sound(part[0]), {}).items():
                rest = parts[at : at + len(name)]
                if tuple(sound(word[0]) for word in rest) == name and (
                    bare or len(name) > 1 or _PAPER.search(told, max(0, part.start() - 20), part.start())
                ):
                    found.add(id)
        return found


def _unnamed_as(s: Statement) -> tuple[str, str]:
    """The document and how it calls whoever it does not name; an empty word where it names him."""
    return s.document, "" if s.speaker else s.role or ""


def _sounds(name: str) -> Name:
    """The sounds of the words of a paper's name."""
    words = _WORD.findall(_ARTICLE.sub("", name))
    return tuple(sound(word) for word in words[: _MOST_OF_NAME + 1]) if len(words) <= _MOST_OF_NAME else ()


def day_of(when: str | None) -> int:
    """The day of an ISO date as a number; 0 where none is known."""
    try:
        return date.fromisoformat((when or "")[:10]).toordinal()
    except ValueError:
        return 0


def weight(key: str) -> float:
    """What one word in common tells of two sentences; a number tells half as much again."""
    return _NUMBER_WEIGHT if key[0] == "n" else 1.0


__all__ = ["Relayed", "day_of", "weight"]
