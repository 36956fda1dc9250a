"""From whom a claim first came: what one speaker or body says, and its repeats in copies, are one origin.

One pass over the statements keeps a few words a claim (its id, its date, the number of its key); nothing is
compared with everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import permutations

from muster.link.people import stands_alone
from muster.model.ids import make_id
from muster.model.links import Copy, Entity, NameUse, Origin, Statement
from muster.text.scripts import fold, romanise

NOT_SHOWN = "origin not shown"
# Independence is listed pair by pair; above this many origins the list would be longer than the project.
# Whoever needs it for one question asks about the few origins that answer it.
MOST_COMPARED = 60

# Whose an origin is: ("entity", id), ("body", sound), ("local", root, sound), ("voice", source),
# ("family", root) and ("nobody", root).
Key = tuple[str, ...]


@dataclass(slots=True)
class _Kept:
    """What is kept of an origin while statements stream past."""

    claims: list[str] = field(default_factory=list)
    first: tuple[str, str] = ("~", "~")
    names: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    roots: set[str] = field(default_factory=set)
    repeats: int = 0

    def take(self, s: Statement, root: str) -> None:
        self.claims.append(s.claim)
        self.first = min(self.first, (s.published or "9999", s.claim))
        self.roots.add(root)
        self.repeats += root != s.document
        if s.speaker:
            self.names[s.speaker] = self.names.get(s.speaker, 0) + 1
        if s.organisation and (sound := romanise(s.organisation)):
            self.bodies.setdefault(sound, s.organisation)

    def merge(self, other: _Kept) -> None:
        self.claims += other.claims
        self.first = min(self.first, other.first)
        self.roots |= other.roots
        self.repeats += other.repeats
        for name, count in other.names.items():
            self.names[name] = self.names.get(name, 0) + count
        for sound, shown in other.bodies.items():
            self.bodies[sound] = min(shown, self.bodies.get(sound, shown))


class Families:
    """Documents and the document that each repeats, followed to its beginning.

    A copy with several originals follows the one of which it has most. Documents whose direction is not
    shown stand side by side, under the lowest of their ids; ``unsure`` holds those of a beginning.
    """

    def __init__(self, copies: Iterable[Copy]) -> None:
        self._beside: dict[str, str] = {}
        self._added: dict[str, list[str]] = {}
        best: dict[str, tuple[float, str]] = {}
        for c in copies:
            if c.directed:
                best[c.copy] = min(best.get(c.copy, (2.0, "")), (-c.score, c.original))
            else:
                low, high = sorted((self._level(c.copy), self._level(c.original)))
                self._beside[high] = self._beside[low] = low
            extra = [
                fold(d.copy.words) for d in c.drift if d.effect == "sentence added" and d.copy is not None
            ]
            if extra:
                self._added.setdefault(c.copy, []).extend(extra)
        above: dict[str, tuple[float, str]] = {}
        for copy, (score, original) in best.items():
            mine, theirs = self._level(copy), self._level(original)
            if mine != theirs:
                above[mine] = min(above.get(mine, (2.0, "")), (score, theirs))
        self._parent = {mine: theirs for mine, (_, theirs) in above.items()}
        self.roots = {self.root(document) for document in sorted({*best, *self._parent, *self._beside})}
        self.unsure: dict[str, set[str]] = {}
        for document in sorted(self._beside):
            if (level := self._level(document)) in self.roots:
                self.unsure.setdefault(level, set()).add(document)

    def _level(self, document: str) -> str:
        """The lowest id of those that stand side by side with it."""
        while (lower := self._beside.get(document, document)) != document:
            self._beside[document] = self._beside.get(lower, lower)
            document = lower
        return document

    def root(self, document: str) -> str:
        """The document a family begins with; the document itself where it repeats nothing."""
        way = [self._level(document)]
        seen = set(way)
        while (parent := self._parent.get(way[-1])) is not None:
            if parent in seen:
                # A ring of copies has no beginning: its first id stands for it.
                return min(way[way.index(parent) :])
            seen.add(parent)
            way.append(parent)
        for step in way[:-2]:
            self._parent[step] = way[-1]
        return way[-1]

    def added(self, document: str, words: str) -> bool:
        """True where the words stand in a sentence that this copy added."""
        extra = self._added.get(document, ())
        folded = fold(words) if extra else ""
        return bool(folded) and any(folded in sentence for sentence in extra)


def trace_origins(
    statements: Iterable[Statement],
    copies: Iterable[Copy],
    entities: Mapping[str, Entity],
    sources: Mapping[str, str],
) -> list[Origin]:
    """Every claim in exactly one origin; sorted by id. ``entities`` by id; ``sources``: names by id.

    Carriers are never origins. A claim in an outlet's own voice has the outlet as origin; repeated by a
    copy, the outlet of the document that the family begins with. Where nobody is named, the origin is
    "origin not shown", one for each document, its copies folded in.
    """
    return _Tracing(Families(copies), entities, sources).origins(statements)


class _Tracing:
    def __init__(
        self, families: Families, entities: Mapping[str, Entity], sources: Mapping[str, str]
    ) -> None:
        self.families, self.entities, self.sources = families, entities, sources
        self.voices: dict[str, str] = {}
        self.body_of: dict[str, str] = {}
        for id in sorted(entities):
            if entities[id].type == "organisation":
                for name in entities[id].variants:
                    self.body_of.setdefault(romanise(name), id)

    def origins(self, statements: Iterable[Statement]) -> list[Origin]:
        kept: dict[Key, _Kept] = {}
        for s in statements:
            root = self.families.root(s.document)
            if s.document in self.families.roots or root in self.families.unsure:
                self.voices[s.document] = s.source
            if root != s.document and self.families.added(s.document, s.words):
                root = s.document
            kept.setdefault(self._key(s, root), _Kept()).take(s, root)
        kept = self._outlets(kept)
        homes = self._homes(kept)
        groups: dict[Key, list[Key]] = {}
        for key in sorted(kept):
            groups.setdefault(homes.get(key, key), []).append(key)
        made = [(self._origin(home, keys, kept), home) for home, keys in sorted(groups.items())]
        return _with_independence(made, kept, groups)

    def _key(self, s: Statement, root: str) -> Key:
        if s.own_voice:
            unsure = root in self.families.unsure
            return ("family", root) if root != s.document or unsure else self._voice(s.source)
        entity = self.entities.get(s.entity) if s.entity else None
        known = s.organisation and not s.protected and romanise(s.organisation)
        if known and (not s.speaker or (entity is not None and entity.type == "group")):
            return self._body(known)
        if not s.speaker:
            return ("nobody", root)
        if s.protected or entity is None or not _known_everywhere(entity):
            return ("local", root, romanise(s.speaker) or fold(s.speaker))
        return ("entity", entity.id)

    def _voice(self, source: str) -> Key:
        """An outlet that is also quoted as a body is one origin."""
        id = self.body_of.get(romanise(self.sources.get(source, "")))
        return ("entity", id) if id else ("voice", source)

    def _body(self, sound: str) -> Key:
        id = self.body_of.get(sound)
        return ("entity", id) if id else ("body", sound)

    def _outlets(self, kept: dict[Key, _Kept]) -> dict[Key, _Kept]:
        """Own-voice claims of a family go to the outlet of its first document, where that is shown."""
        found: dict[Key, _Kept] = {}
        for key, mine in kept.items():
            if key[0] == "family" and key[1] in self.voices and key[1] not in self.families.unsure:
                key = self._voice(self.voices[key[1]])
            if key in found:
                found[key].merge(mine)
            else:
                found[key] = mine
        return found

    def _sounds(self, key: Key, mine: _Kept) -> set[str]:
        """The sounds of the bodies that this origin itself is."""
        if key[0] == "body":
            return {key[1]}
        if key[0] == "entity" and self.entities[key[1]].type == "organisation":
            return {romanise(v) for v in self.entities[key[1]].variants}
        if key[0] == "local":
            return {key[2]} if key[2] in self.body_of else set()
        return set()

    def _homes(self, kept: dict[Key, _Kept]) -> dict[Key, Key]:
        """Members whose one body speaks itself → that body."""
        speaking: dict[str, Key] = {}
        for key in sorted(kept):
            for sound in self._sounds(key, kept[key]):
                speaking.setdefault(sound, key)
        homes: dict[Key, Key] = {}
        for key in sorted(kept):
            own = self._sounds(key, kept[key])
            if own:
                homes[key] = min(speaking[s] for s in own)
                continue
            bodies = {speaking[s] for s in kept[key].bodies if s in speaking}
            # Somebody named with two bodies that both speak would make the two bodies one.
            if len(bodies) == 1 and key[0] in ("entity", "local"):
                homes[key] = bodies.pop()
        return homes

    def _name(self, key: Key, mine: _Kept) -> str:
        match key[0]:
            case "entity":
                return self.entities[key[1]].name
            case "body":
                return mine.bodies.get(key[1], key[1])
            case "voice":
                return self.sources.get(key[1], key[1])
            case "family":
                first = {key[1], *self.families.unsure.get(key[1], ())}
                names = sorted(
                    {self.sources.get(self.voices[d], self.voices[d]) for d in first if d in self.voices}
                )
                return " or ".join(names) or NOT_SHOWN
            case "local":
                return min(mine.names, key=lambda n: (-mine.names[n], n))
        return NOT_SHOWN

    def _origin(self, home: Key, keys: list[Key], kept: dict[Key, _Kept]) -> Origin:
        whole = _Kept()
        for key in keys:
            whole.merge(kept[key])
        main = kept.get(home, whole)
        name = self._name(home, main)
        reasons = [_ground(home, name, len(whole.claims), len(whole.roots))]
        for key in keys:
            if key != home:
                member = self._name(key, kept[key])
                if romanise(member) != romanise(name):
                    reasons.append(f"{member} speaks as a member of {name}, which speaks itself: one origin")
        if len(whole.names) > 1 and home[0] in ("entity", "local"):
            reasons.append("named as " + ", ".join(f"“{n}”" for n in sorted(whole.names)[:12]))
        if whole.repeats:
            reasons.append(
                f"{whole.repeats} of the claims stand in copies and do not count beside what they repeat"
            )
        entity = home[1] if home[0] == "entity" else None
        return Origin(
            make_id("origin", *home),
            name,
            entity,
            tuple(sorted(whole.claims)),
            tuple(reasons),
            whole.first[1],
        )


def _known_everywhere(entity: Entity) -> bool:
    """Its name may be compared across documents: no alias, no bare given name, no "local residents"."""
    return not entity.protected and stands_alone(NameUse("", entity.name, entity.type))


def _ground(key: Key, name: str, claims: int, documents: int) -> str:
    said = "1 claim" if claims == 1 else f"{claims} claims"
    where = (
        f"{said} in 1 document"
        if documents == 1
        else f"{said} in {documents} documents, no copies of each other"
    )
    match key[0]:
        case "entity" | "body":
            return f"{name} is named as the one who says it: {where}"
        case "local":
            return f"{name} is named so in one document and its copies, and joined with nobody else: {where}"
        case "voice":
            return f"{name} says it in its own voice, and nobody else is named: {where}"
        case "family":
            return f"said in an outlet's own voice in copies whose first document is not shown: {where}"
    return f"nobody is named, and the text does not show from whom it came: {where}"


def _with_independence(
    made: list[tuple[Origin, Key]], kept: dict[Key, _Kept], groups: dict[Key, list[Key]]
) -> list[Origin]:
    """``independent_of`` for small sets; sorted by id."""
    named = [(o, k) for o, k in made if k[0] in ("entity", "body", "voice")]
    apart: dict[str, list[str]] = {}
    if len(named) <= MOST_COMPARED:
        facts = {
            o.id: (
                {r for key in groups[k] for r in kept[key].roots},
                {b for key in groups[k] for b in kept[key].bodies} | ({k[1]} if k[0] == "body" else set()),
            )
            for o, k in named
        }
        for a, b in permutations(facts, 2):
            if all(mine.isdisjoint(theirs) for mine, theirs in zip(facts[a], facts[b], strict=True)):
                apart.setdefault(a, []).append(b)
    done = []
    for origin, _ in made:
        others = tuple(sorted(apart.get(origin.id, ())))
        if others:
            why = (
                "independent of those listed: named, of no body in common, and no document or copy holds both"
            )
            origin = replace(origin, independent_of=others, reasons=(*origin.reasons, why))
        done.append(origin)
    return sorted(done, key=lambda o: o.id)


__all__ = ["MOST_COMPARED", "NOT_SHOWN", "Families", "trace_origins"]
