"""From whom a claim first came: what one speaker or body says, and its repeats in copies, are one origin.

One pass over the statements keeps a few words a claim; those of documents that copy or are copied wait until
it is known which claim repeats which. Nothing is compared with everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from muster.link.callings import of_people, related
from muster.link.decided import Decided, Place, join_as_decided
from muster.link.families import Families
from muster.link.followed import follow, last
from muster.link.grounds import MOST_COMPARED, ground, with_independence
from muster.link.headlines import of_whom_below
from muster.link.homes import Homes
from muster.link.independence import Facts, Knowledge
from muster.link.kept import Kept
from muster.link.recalled import Recalled
from muster.link.relayed import Relayed
from muster.link.unnamed import Unnamed
from muster.link.whose import Key, Whose
from muster.model.ids import make_id
from muster.model.ledger import NOT_SHOWN
from muster.model.links import Copy, Entity, NameUse, Origin, Statement
from muster.text.names.institutions import institution
from muster.text.scripts import romanise
from muster.text.sources.words import source_words

_MOST_NAMES = 12
# Who is known beyond one document; of these, who is named as the speaker.
_NAMED = ("entity", "body", "post", "voice")
_SURE = ("entity", "body", "post")


@dataclass(frozen=True, slots=True)
class Traced:
    """Origins sorted by id; what people decided about them that cannot all hold, in words; and of each origin
    what its independence is judged by."""

    origins: list[Origin]
    conflicts: tuple[str, ...] = ()
    facts: tuple[Facts, ...] = ()


def trace(
    statements: Iterable[Statement],
    copies: Iterable[Copy],
    entities: Mapping[str, Entity],
    sources: Mapping[str, str],
    apart: Collection[frozenset[str]] = (),
    uses: Iterable[NameUse] = (),
    decided: Decided | None = None,
    carriers: Iterable[str] = (),
) -> Traced:
    """Every claim in exactly one origin; sorted by id. ``entities`` by id; ``sources``: names by id;
    ``apart``: pairs of folded names that people judged different. ``uses``: names as documents use
    them, with the roles and bodies of people, also where they say nothing.

    Carriers are never origins. A claim in an outlet's own voice has the outlet as origin; repeated by a
    copy, the outlet of the document that the family begins with. Where nobody is named, the origin is
    "origin not shown", one for each document, its copies folded in.

    ``decided``: what people held together or apart. ``carriers``: names of all that claims came through.
    """
    copies = list(copies)
    tracing = _Tracing(
        Families(copies), copies, entities, sources, apart, uses, decided or Decided(), carriers
    )
    made = tracing.origins(statements)
    origins = with_independence(made)
    return Traced(origins, tuple(sorted(tracing.conflicts)), tuple(facts for _, facts, _ in made))


class _Tracing:
    def __init__(
        self,
        families: Families,
        copies: list[Copy],
        entities: Mapping[str, Entity],
        sources: Mapping[str, str],
        apart: Collection[frozenset[str]],
        uses: Iterable[NameUse],
        decided: Decided,
        carriers: Iterable[str],
    ) -> None:
        self.families, self.copies, self.entities, self.sources = families, copies, entities, sources
        uses = list(uses)
        self.whose = Whose(entities, sources, apart, uses, families.root)
        self.names = {use.name for use in uses} | set(carriers)
        self.callings = of_people(uses, entities)
        self.related = related(uses, entities)
        self.voices: dict[str, str] = {}
        # The outlet of each document, and those that its speakers talked to: keys of names.
        self.outlet: dict[str, str] = {}
        self.talked_to: dict[str, set[str]] = {}
        self.decided = decided
        self.conflicts: list[str] = []
        self.judged: dict[str, set[Place]] = {}
        for pair in (*decided.together, *decided.parted):
            for place in pair:
                self.judged.setdefault(place[0], set()).add(place)
        self.key_at: dict[Place, Key] = {}

    def origins(self, statements: Iterable[Statement]) -> list[tuple[Origin, Facts, Kept]]:
        kept: dict[Key, Kept] = {}
        recalled = Recalled(self.whose)
        relayed = Relayed(self.sources, self.names, self.whose.body_key)
        unnamed = Unnamed(self.callings)
        below: dict[str, Key] = {}
        for s, root, key, own in of_whom_below(
            self._followed(self._read(statements)), self.entities, self.whose.bodies
        ):
            relayed.hear(s, key)
            unnamed.hear(s, root, key)
            if recalled.holds(s, root, own):
                # Whom its own words name comes before who gives the number further down.
                below[s.claim] = key
            elif key != own or not (relayed.holds(s, root, key) or unnamed.holds(s, key, root)):
                self._take(kept, s, root, key, recalled=key != own)
        for s, root, key, own in list(recalled.all(kept)):
            key = below[s.claim] if key == own else key
            if key == own and relayed.holds(s, root, key):
                continue
            relayed.keys[s.claim] = key
            self._take(kept, s, root, key, recalled=key != own)
        for s, root, key, own in relayed.all():
            if key != own or not unnamed.holds(s, key, root):
                self._take(kept, s, root, key, relayed=key != own)
        for s, root, key, own in unnamed.all():
            self._take(kept, s, root, key, unnamed=key != own)
        kept = self._joined(kept, self._settled)
        homes = Homes(kept, self.whose, self.entities).all()
        homes = {key: homes.get(home, home) for key, home in homes.items()}
        homes = self._as_decided(kept, homes)
        groups: dict[Key, list[Key]] = {}
        for key in sorted(kept):
            groups.setdefault(homes.get(key, key), []).append(key)
        return [self._origin(home, keys, kept) for home, keys in sorted(groups.items())]

    def _take(
        self,
        kept: dict[Key, Kept],
        s: Statement,
        root: str,
        key: Key,
        *,
        recalled: bool = False,
        relayed: bool = False,
        unnamed: bool = False,
    ) -> None:
        mine = kept.setdefault(key, Kept())
        mine.take(s, root, self.whose, recalled=recalled, relayed=relayed)
        mine.unnamed += unnamed
        for place in self.judged.get(s.document, ()):
            # A better reader may cut the claim otherwise: half of the words are enough.
            if 2 * (min(s.stop, place[2]) - max(s.start, place[1])) >= place[2] - place[1]:
                self.key_at.setdefault(place, key)

    def _as_decided(self, kept: dict[Key, Kept], homes: dict[Key, Key]) -> dict[Key, Key]:
        """What people held together or apart; where they contradict each other, none of it, and it is
        said."""
        key_at = {place: self._settled(key, kept) for place, key in self.key_at.items()}
        together, parted = (
            sorted((key_at[a], key_at[b]) for a, b in pairs if a in key_at and b in key_at)
            for pairs in (self.decided.together, self.decided.parted)
        )
        return join_as_decided(homes, together, parted, lambda k: self._name(k, kept[k]), self.conflicts)

    def _read(self, statements: Iterable[Statement]) -> Iterator[tuple[Statement, str, Key]]:
        for s in statements:
            root = self.families.root(s.document)
            if s.document not in self.outlet:
                self.outlet[s.document] = self.whose.body_key(self.sources.get(s.source, s.source))
            for carrier in s.via:
                self.talked_to.setdefault(root, set()).add(self.whose.body_key(carrier))
            unsure = root in self.families.unsure
            if s.document in self.families.roots or unsure:
                self.voices[s.document] = self.whose.itself(s)
            if root != s.document and self.families.added(s.document, s.words):
                root = s.document
            key = self.whose.key(s, root, unsure)
            yield s, root, key

    def _followed(self, read: Iterable[tuple[Statement, str, Key]]) -> Iterator[tuple[Statement, str, Key]]:
        """Claims of copies under what the original says; all others as they come."""
        linked = {d for c in self.copies for d in (c.copy, c.original)}
        waiting: dict[str, list[Statement]] = {}
        keys: dict[str, tuple[str, Key]] = {}
        for s, root, key in read:
            if s.document in linked:
                waiting.setdefault(s.document, []).append(s)
                keys[s.claim] = (root, key)
            else:
                yield s, root, key
        repeated = follow(waiting, self.copies, {claim: key for claim, (_, key) in keys.items()})
        first = {claim: last(claim, repeated) for claim in sorted(repeated)}
        # Where the original names nobody, or was read so, a copy that does speaks for both: it is one claim.
        named: dict[str, Key] = {}
        for claim, origin in first.items():
            mine, theirs = keys[claim][1], keys[origin][1]
            if (theirs[0] == "nobody" and mine[0] not in ("nobody", "family")) or (
                theirs[0] in ("voice", "family") and mine[0] in _SURE
            ):
                named.setdefault(origin, mine)
        for document in sorted(waiting):
            whole = {
                keys[s.claim][1]
                for d in self.families.originals.get(document, ())
                for s in waiting.get(d, ())
            }
            for s in waiting[document]:
                root, key = keys[s.claim]
                fuller = {other for other in whole if _in_part(s, key, other)}
                if s.claim not in first and len(fuller) == 1:
                    yield s, root, fuller.pop()
                    continue
                origin = first.get(s.claim, s.claim)
                theirs = named.get(origin, keys[origin][1] if root != s.document else key)
                # A copy that names somebody else is drift, or a text of its own; it is not overruled.
                own = key[0] in _SURE and theirs[0] in _SURE and not _in_part(s, key, theirs)
                yield s, root, key if own else theirs

    def _joined(
        self, kept: dict[Key, Kept], home_of: Callable[[Key, dict[Key, Kept]], Key]
    ) -> dict[Key, Kept]:
        found: dict[Key, Kept] = {}
        for key in sorted(kept):
            home = home_of(key, kept)
            if home in found:
                found[home].merge(kept[key])
            else:
                found[home] = kept[key]
        return found

    def _settled(self, key: Key, kept: dict[Key, Kept]) -> Key:
        """Own voice of a family: the outlet of its first document, where that is shown; where it is not, of
        all that may be the first, if they are one outlet's."""
        if key[0] != "family":
            return key
        first = {key[1], *self.families.unsure.get(key[1], ())}
        if not first <= self.voices.keys():
            return key
        told = {self.whose.voice(self.voices[document]) for document in sorted(first)}
        return told.pop() if len(told) == 1 else key

    def _name(self, key: Key, mine: Kept) -> str:
        match key[0]:
            case "entity":
                return self.entities[key[1]].name
            case "body":
                id = self.whose.entity_of.get(key[1])
                named = [n for n in mine.names if self.whose.body_key(n) == key[1]]
                if id:
                    return self.entities[id].name
                told = self.whose.shown.get(key[1], key[1])
                return mine.bodies.get(key[1]) or min(named or mine.names, default=told)
            case "post":
                return self.whose.shown.get(key[1], NOT_SHOWN)
            case "voice":
                return self.whose.voices.get(key[1], key[1])
            case "family":
                first = {key[1], *self.families.unsure.get(key[1], ())}
                names = sorted(
                    {self.sources.get(self.voices[d], self.voices[d]) for d in first if d in self.voices}
                )
                return " or ".join(names) or NOT_SHOWN
            case "papers":
                id = self.whose.entity_of.get(key[1])
                seen = f", seen by {self.entities[id].name}" if id else ""
                return f"papers of which the author is not named{seen}"
            case "local" | "hidden":
                return min(mine.names, key=lambda n: (-mine.names[n], n), default=NOT_SHOWN)
        return NOT_SHOWN

    def _origin(self, home: Key, keys: list[Key], kept: dict[Key, Kept]) -> tuple[Origin, Facts, Kept]:
        whole = Kept()
        for key in keys:
            whole.merge(kept[key])
        name = self._name(home, kept.get(home, whole))
        reasons = [
            ground(("nobody",) if name == NOT_SHOWN else home, name, len(whole.claims), len(whole.roots))
        ]
        reasons += [r for key in keys if key != home and (r := self._joined_why(key, home, name, kept[key]))]
        if len(whole.names) > 1 and home[0] in ("entity", "body", "local", "hidden"):
            reasons.append("named as " + ", ".join(f"“{n}”" for n in sorted(whole.names)[:_MOST_NAMES]))
        if whole.repeats:
            reasons.append(
                f"{whole.repeats} of the claims stand in copies and do not count beside what they repeat"
            )
        for agency, papers in sorted(whole.credits.items(), key=lambda c: (-len(c[1]), c[0]))[:_MOST_NAMES]:
            credit = "paper credits" if len(papers) == 1 else "papers credit"
            reasons.append(f"{len(papers)} {credit} “{agency}”: a carrier, and no second source")
        if whole.recalled:
            reasons.append(
                f"{whole.recalled} of the claims are told by texts in their own voice, which name {name} "
                f"and a number that {name} counted, or gave before"
            )
        if whole.unnamed:
            reasons.append(
                f"{whole.unnamed} of the claims are told of somebody without a name, of the calling of "
                f"{name} and in words that no other of that calling says: held to be one"
            )
        if whole.relayed:
            reasons.append(
                f"{whole.relayed} of the claims are told after a paper that lies here too, where they are "
                f"{name}’s: the paper is a carrier"
            )
        entity = (
            home[1]
            if home[0] == "entity"
            else self.whose.entity_of.get(home[1])
            if home[0] == "body"
            else None
        )
        origin = Origin(
            make_id("origin", *home),
            name,
            entity,
            tuple(sorted(whole.claims)),
            tuple(reasons),
            whole.first[1],
        )
        own = {home[1]} if home[0] in ("body", "voice") else set()
        bodies = frozenset(own | whole.bodies.keys() | whole.left | self._memberships(keys))
        facts = Facts(
            # A body that is heard in its own papers alone speaks in its own voice.
            origin.id, name, "voice" if whole.outlets == {home[1]} else home[0],
            home[0] in _NAMED and not _some_paper(name), frozenset(whole.roots),
            bodies,
            tuple(sorted((value, date) for (value, _), date in whole.figures.items())),
            frozenset(self._named_in([home, *keys], whole)), frozenset(whole.counts),
            tuple(sorted((agency, len(papers)) for agency, papers in whole.credits.items())),
            frozenset(self.whose.houses(bodies)), frozenset(self._offices(keys, whole)),
            self._knowledge(home, keys, whole),
        )  # fmt: skip
        return origin, facts, whole

    def _named_in(self, keys: Iterable[Key], whole: Kept) -> set[str]:
        """Documents that name the origin; or an outlet it is heard in, other than their own and those that
        their speakers talked to."""
        named = self.whose.named
        found = {r for key in keys if key[0] in _NAMED for r in named.get(key[1], ())}
        for outlet in whole.outlets:
            found |= {
                root
                for root in named.get(outlet, ())
                if self.outlet.get(root) != outlet and outlet not in self.talked_to.get(root, ())
            }
        return found

    def _knowledge(self, home: Key, keys: Iterable[Key], whole: Kept) -> Knowledge:
        """On what it stands, and what else of it may show that it has nothing from another."""
        people = [key[1] for key in keys if key[0] == "entity"]
        bodies = {home[1], *whole.bodies}
        return Knowledge(
            whole.own,
            whole.seen,
            whole.others,
            len(whole.claims),
            frozenset(whole.denies),
            frozenset(whole.says),
            frozenset(k for person in people for k in self.callings.get(person, ())),
            any(person in self.related for person in people),
            frozenset(root for root in whole.roots if self.outlet.get(root) in bodies),
        )

    def _memberships(self, keys: Iterable[Key]) -> set[str]:
        return {body for key in keys if key[0] == "entity" for body in self.whose.member.get(key[1], ())}

    def _offices(self, keys: Iterable[Key], whole: Kept) -> set[str]:
        """Also "the mayor", who is somebody's here and nobody's by name elsewhere."""
        held = self.whose.held
        return whole.posts | {post for key in keys if key[0] == "entity" for post in held.get(key[1], ())}

    def _joined_why(self, key: Key, home: Key, name: str, mine: Kept) -> str:
        """Why one name counts as the other."""
        member = self._name(key, mine) if key[0] != "post" else key[1]
        if key[0] == "post":
            return f"“{key[1]}” is the office that {name} holds in one of these documents: one origin"
        if romanise(member) == romanise(name):
            return ""
        if key[0] == "local" and home[0] == "entity":
            return (
                f"“{member}” has the surname of {name} alone, and the same title, number or outlet: "
                "held to be one"
            )
        if key[0] in ("body", "voice"):
            return f"“{member}” is held to be another name of {name}: one origin"
        return f"{member} speaks as a member of {name}, which speaks itself: one origin"


def _in_part(s: Statement, key: Key, whole: Key) -> bool:
    """«Служба» for "Emergency Service of the region": a body named by some of its words, none a name."""
    if whole[0] != "body" or key[0] not in ("body", "local"):
        return False
    said = institution(s.speaker or s.role or "")
    return bool(said.means) and not said.names and said.means < set(whole[1].split())


def _some_paper(name: str) -> bool:
    """ "the monitors' report": a paper without a name of its own, which anybody may have written."""
    if name != name.lower():
        return False
    words = re.findall(r"\w+", name)
    return any(word in source_words(language).papers for language in ("en", "ru", "uk") for word in words)


__all__ = ["MOST_COMPARED", "NOT_SHOWN", "Traced", "trace"]
