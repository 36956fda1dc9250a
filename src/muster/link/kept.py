"""What is kept of an origin while statements stream past: a few words a claim."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from muster.link.independence import is_telling
from muster.link.whose import Whose
from muster.model.links import Statement
from muster.text.concepts import keys_of_word
from muster.text.names.institutions import titles

_MOST_FIGURES = 400
_MOST_NAMES_SAID = 60
_NAME = re.compile(r"(?<!\w)[^\W\d_a-zа-яёіїєґ][\w'’ʼ-]{2,30}")
# On what a speaker may stand without having it from anybody; and what he has from others.
_OWN, _OTHERS = ("first-hand", "own-caseload"), ("second-hand", "hearsay")


@dataclass(slots=True)
class Kept:
    """Grows with every statement of the origin."""

    claims: list[str] = field(default_factory=list)
    first: tuple[str, str] = ("~", "~")
    names: dict[str, int] = field(default_factory=dict)
    # Bodies that its people belong to: key → name.
    bodies: dict[str, str] = field(default_factory=dict)
    # Keys of bodies that its people were of once.
    left: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    # (value, what it counts) → the first date.
    figures: dict[tuple[float, str], str] = field(default_factory=dict)
    # (value, key of what it counts), small numbers too.
    counts: set[tuple[float, str]] = field(default_factory=set)
    roots: set[str] = field(default_factory=set)
    # Outlets it is heard in: keys of their names.
    outlets: set[str] = field(default_factory=set)
    # Agencies that papers it is heard in credit → these papers.
    credits: dict[str, set[str]] = field(default_factory=dict)
    repeats: int = 0
    # Claims in a text's own voice that name the origin and give its number.
    recalled: int = 0
    # Claims that texts have from another paper of the folder, where it is the origin's.
    relayed: int = 0
    # Claims told of somebody without a name, of the calling of this person.
    unnamed: int = 0
    # Claims that rest on what it saw or counted itself, estimates aside; of these, on what it saw; on what
    # others told it.
    own: int = 0
    seen: int = 0
    others: int = 0
    # Documents in which it denies something; words with a capital in what it says of its own knowledge.
    denies: set[str] = field(default_factory=set)
    says: set[str] = field(default_factory=set)

    def take(
        self, s: Statement, root: str, whose: Whose, *, recalled: bool = False, relayed: bool = False
    ) -> None:
        self.recalled += recalled
        self.relayed += relayed
        self.claims.append(s.claim)
        self.first = min(self.first, (s.published or "9999", s.claim))
        self.roots.add(root)
        self.repeats += root != s.document
        self._take_knowledge(s, root)
        for agency in s.credits:
            self.credits.setdefault(agency, set()).add(s.document)
        if not relayed:
            # The paper that is quoted speaks there, and it is no body of whoever said it.
            self._take_speaker(s, root, whose)
        self.outlets.add(whose.body_key(whose.sources.get(s.source, s.source)))
        for value, counted in s.figures:
            if value > 1 and counted and len(self.counts) < _MOST_FIGURES:
                self.counts.add((value, min(keys_of_word(counted, s.language), default=counted)))
        for figure in s.figures:
            if is_telling(figure[0]) and len(self.figures) < _MOST_FIGURES:
                self.figures[figure] = _earlier(s.published or "", self.figures.get(figure, ""))

    def _take_knowledge(self, s: Statement, root: str) -> None:
        # What an outlet passes on stands second-hand there, and not with whoever it quotes.
        self.others += s.basis in _OTHERS and not s.via
        if s.stance == "denied":
            self.denies.add(root)
        if s.basis in _OWN and not s.estimated:
            self.own += 1
            self.seen += s.basis == _OWN[0]
        if (s.basis in _OWN or s.stance == "denied") and len(self.says) < _MOST_NAMES_SAID:
            self.says.update(_NAME.findall(s.words))

    def _take_speaker(self, s: Statement, root: str, whose: Whose) -> None:
        name = s.told_by.name if s.told_by is not None and s.told_by.name else s.speaker
        if not name and s.role and s.role[0].isupper() and " " not in s.role:
            name = s.role
        if name:
            self.names[name] = self.names.get(name, 0) + 1
        for key, shown in whose.bodies(s, root).items():
            self.bodies[key] = min(shown, self.bodies.get(key, shown))
        self.left |= whose.left(s, root)
        if post := whose.post(s):
            self.posts.add(post)
        for described in (s.role, s.spoken_as):
            self.titles |= titles(described or "")

    def merge(self, other: Kept) -> None:
        self.claims += other.claims
        self.first = min(self.first, other.first)
        self.roots |= other.roots
        self.repeats += other.repeats
        self.recalled += other.recalled
        self.relayed += other.relayed
        self.unnamed += other.unnamed
        self.own += other.own
        self.seen += other.seen
        self.others += other.others
        self.denies |= other.denies
        self.says |= other.says
        self.left |= other.left
        self.posts |= other.posts
        self.counts |= other.counts
        self.outlets |= other.outlets
        for name, count in other.names.items():
            self.names[name] = self.names.get(name, 0) + count
        for key, shown in other.bodies.items():
            self.bodies[key] = min(shown, self.bodies.get(key, shown))
        self.titles |= other.titles
        for agency, papers in other.credits.items():
            self.credits.setdefault(agency, set()).update(papers)
        for figure, date in other.figures.items():
            self.figures[figure] = _earlier(date, self.figures.get(figure, ""))


def _earlier(one: str, other: str) -> str:
    return min(filter(None, (one, other)), default="")


__all__ = ["Kept"]
