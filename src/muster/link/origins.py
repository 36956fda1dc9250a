"""From whom a claim first came: what one speaker or body says, and its repeats in copies, are one origin.

One pass over the statements keeps a few words a claim; those of documents that copy or are copied wait until
it is known which claim repeats which. Nothing is compared with everything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

from muster.link.decided import Decided, Place, join_as_decided
from muster.link.families import Families
from muster.link.followed import follow, last
from muster.link.independence import INDEPENDENT, Facts, is_telling, shown_figure, standing
from muster.link.whose import Key, Whose
from muster.model.ids import make_id
from muster.model.links import Copy, Entity, NameUse, Origin, Statement
from muster.text.institutions import titles
from muster.text.name_parts import name_words
from muster.text.scripts import romanise

NOT_SHOWN = "origin not shown"
# Independence is listed pair by pair; above this many origins the list would be longer than the project.
# Whoever needs it for one question asks about the few origins that answer it.
MOST_COMPARED = 60
_MOST_NAMES, _MOST_FIGURES, _MOST_TOLD = 12, 400, 6
# Who is known beyond one document; of these, who is named as the speaker.
_NAMED = ("entity", "body", "post", "voice")
_SURE = ("entity", "body", "post")


@dataclass(slots=True)
class _Kept:
    """What is kept of an origin while statements stream past."""

    claims: list[str] = field(default_factory=list)
    first: tuple[str, str] = ("~", "~")
    names: dict[str, int] = field(default_factory=dict)
    # Bodies that its people belong to: key → name.
    bodies: dict[str, str] = field(default_factory=dict)
    posts: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    # (value, what it counts) → the first date.
    figures: dict[tuple[float, str], str] = field(default_factory=dict)
    roots: set[str] = field(default_factory=set)
    repeats: int = 0

    def take(self, s: Statement, root: str, whose: Whose) -> None:
        self.claims.append(s.claim)
        self.first = min(self.first, (s.published or "9999", s.claim))
        self.roots.add(root)
        self.repeats += root != s.document
        name = s.told_by.name if s.told_by is not None and s.told_by.name else s.speaker
        if name:
            self.names[name] = self.names.get(name, 0) + 1
        for key, shown in whose.bodies(s, root).items():
            self.bodies[key] = min(shown, self.bodies.get(key, shown))
        if post := whose.post(s):
            self.posts.add(post)
        if s.role:
            self.titles |= titles(s.role)
        for figure in s.figures:
            if is_telling(figure[0]) and len(self.figures) < _MOST_FIGURES:
                self.figures[figure] = _earlier(s.published or "", self.figures.get(figure, ""))

    def merge(self, other: _Kept) -> None:
        self.claims += other.claims
        self.first = min(self.first, other.first)
        self.roots |= other.roots
        self.repeats += other.repeats
        self.posts |= other.posts
        self.titles |= other.titles
        for name, count in other.names.items():
            self.names[name] = self.names.get(name, 0) + count
        for key, shown in other.bodies.items():
            self.bodies[key] = min(shown, self.bodies.get(key, shown))
        self.titles |= other.titles
        for figure, date in other.figures.items():
            self.figures[figure] = _earlier(date, self.figures.get(figure, ""))


def _earlier(one: str, other: str) -> str:
    return min(filter(None, (one, other)), default="")


@dataclass(frozen=True, slots=True)
class Traced:
    """Origins sorted by id; what people decided about them that cannot all hold, in words; and of each origin
    what its independence is judged by."""

    origins: list[Origin]
    conflicts: tuple[str, ...] = ()
    facts: tuple[Facts, ...] = ()


def trace_origins(
    statements: Iterable[Statement],
    copies: Iterable[Copy],
    entities: Mapping[str, Entity],
    sources: Mapping[str, str],
    apart: Collection[frozenset[str]] = (),
    uses: Iterable[NameUse] = (),
) -> list[Origin]:
    """Every claim in exactly one origin; sorted by id. ``entities`` by id; ``sources``: names by id;
    ``apart``: pairs of folded names that people judged different. ``uses``: names as documents use
    them, with the roles and bodies of people, also where they say nothing.

    Carriers are never origins. A claim in an outlet's own voice has the outlet as origin; repeated by a
    copy, the outlet of the document that the family begins with. Where nobody is named, the origin is
    "origin not shown", one for each document, its copies folded in.
    """
    return trace(statements, copies, entities, sources, apart, uses).origins


def trace(
    statements: Iterable[Statement],
    copies: Iterable[Copy],
    entities: Mapping[str, Entity],
    sources: Mapping[str, str],
    apart: Collection[frozenset[str]] = (),
    uses: Iterable[NameUse] = (),
    decided: Decided | None = None,
) -> Traced:
    """As ``trace_origins``, with what people decided of pairs of claims."""
    copies = list(copies)
    tracing = _Tracing(Families(copies), copies, entities, sources, apart, uses, decided or Decided())
    made = tracing.origins(statements)
    origins = _with_independence(made)
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
    ) -> None:
        self.families, self.copies, self.entities, self.sources = families, copies, entities, sources
        self.whose = Whose(entities, sources, apart, uses, families.root)
        self.voices: dict[str, str] = {}
        self.with_word: dict[str, list[str]] = {}
        self.decided = decided
        self.conflicts: list[str] = []
        self.judged: dict[str, set[Place]] = {}
        for pair in (*decided.together, *decided.parted):
            for place in pair:
                self.judged.setdefault(place[0], set()).add(place)
        self.key_at: dict[Place, Key] = {}

    def origins(self, statements: Iterable[Statement]) -> list[tuple[Origin, Facts, _Kept]]:
        kept: dict[Key, _Kept] = {}
        for s, root, key in self._followed(self._read(statements)):
            kept.setdefault(key, _Kept()).take(s, root, self.whose)
            for place in self.judged.get(s.document, ()):
                # A better reader may cut the claim otherwise: half of the words are enough.
                if 2 * (min(s.stop, place[2]) - max(s.start, place[1])) >= place[2] - place[1]:
                    self.key_at.setdefault(place, key)
        kept = self._joined(kept, self._settled)
        homes = self._homes(kept)
        homes = {key: homes.get(home, home) for key, home in homes.items()}
        homes = self._as_decided(kept, homes)
        groups: dict[Key, list[Key]] = {}
        for key in sorted(kept):
            groups.setdefault(homes.get(key, key), []).append(key)
        return [self._origin(home, keys, kept) for home, keys in sorted(groups.items())]

    def _as_decided(self, kept: dict[Key, _Kept], homes: dict[Key, Key]) -> dict[Key, Key]:
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
            unsure = root in self.families.unsure
            if s.document in self.families.roots or unsure:
                self.voices[s.document] = s.voice or s.source
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
            for s in waiting[document]:
                root, key = keys[s.claim]
                origin = first.get(s.claim, s.claim)
                theirs = named.get(origin, keys[origin][1] if root != s.document else key)
                # A copy that names somebody else is drift, or a text of its own; it is not overruled.
                yield s, root, key if key[0] in _SURE and theirs[0] in _SURE else theirs

    def _joined(
        self, kept: dict[Key, _Kept], home_of: Callable[[Key, dict[Key, _Kept]], Key]
    ) -> dict[Key, _Kept]:
        found: dict[Key, _Kept] = {}
        for key in sorted(kept):
            home = home_of(key, kept)
            if home in found:
                found[home].merge(kept[key])
            else:
                found[home] = kept[key]
        return found

    def _settled(self, key: Key, kept: dict[Key, _Kept]) -> Key:
        """Own voice of a family: the outlet of its first document, where that is shown."""
        if key[0] == "family" and key[1] in self.voices and key[1] not in self.families.unsure:
            return self.whose.voice(self.voices[key[1]])
        return key

    def _homes(self, kept: dict[Key, _Kept]) -> dict[Key, Key]:
        """Where an origin belongs to another: members to the one body that speaks, a voice to the body of its
        name, an office to its only holder, a bare surname to the only person it can mean."""
        # Body or outlet by key; an outlet that is quoted as a body is one with its own voice.
        bodies = {key[1]: key for key in sorted(kept, reverse=True) if key[0] in ("body", "voice")}
        holders = _only(
            ((post, key) for key, mine in kept.items() if key[0] == "entity" for post in mine.posts)
        )
        surnames = _only(self._surnames(kept))
        homes: dict[Key, Key] = {}
        for key in sorted(kept):
            home: Key | None = None
            match key[0]:
                case "voice" | "body":
                    home = bodies[key[1]] if bodies[key[1]] != key else self._longer(key, bodies)
                case "post":
                    home = holders.get(key[1]) or self._holder(key[1], holders)
                case "entity":
                    home = self._body_of(key, kept, bodies)
                case "local":
                    home = self._full_name(key, kept, surnames) or self._body_of(key, kept, bodies)
            if home is not None and home != key:
                homes[key] = home
        # One step more: an office to its holder to the holder's body.
        return {key: homes.get(home, home) for key, home in homes.items()}

    def _longer(self, key: Key, bodies: Mapping[str, Key]) -> Key | None:
        """ "Committee for Wells" of the only "Committee for Wells in Torsk": a name with a name of its own
        that is a part of one other."""
        words = set(key[1].split())
        if len(words) < 2 or not any(w.startswith("“") for w in words):
            return None
        longer = [
            k
            for k in self._by_word(bodies).get(min(w for w in words if w.startswith("“")), ())
            if words < set(k.split())
        ]
        return bodies[longer[0]] if len(longer) == 1 else None

    def _by_word(self, bodies: Mapping[str, Key]) -> dict[str, list[str]]:
        if not self.with_word:
            for key in bodies:
                for word in key.split():
                    if word.startswith("“"):
                        self.with_word.setdefault(word, []).append(key)
        return self.with_word

    def _holder(self, post: str, holders: Mapping[str, Key]) -> Key | None:
        """«мерка Олмета Петра»: the holder of the office whose name is a part of this."""
        words = post.split()
        shorter = (" ".join(w for w in words if w != left) for left in words if left.startswith("“"))
        found = {holders[s] for s in shorter if s in holders}
        return found.pop() if len(found) == 1 else None

    def _body_of(self, key: Key, kept: dict[Key, _Kept], bodies: Mapping[str, Key]) -> Key | None:
        """The one body of a person that speaks itself: as his claims name it, else as other texts do."""
        for told in (kept[key].bodies, self.whose.member.get(key[1], {}) if key[0] == "entity" else {}):
            speaking = _fullest(told.keys() & bodies.keys())
            # Somebody named with two bodies that both speak would make the two bodies one.
            if speaking:
                return bodies[speaking.pop()] if len(speaking) == 1 else None
        return None

    def _surnames(self, kept: dict[Key, _Kept]) -> Iterator[tuple[str, Key]]:
        for key in kept:
            if key[0] == "entity" and self.entities[key[1]].type == "person":
                parts = name_words(self.entities[key[1]].name)
                for word in parts[-1:] if len(parts) > 1 else ():
                    for sound in {*word.keys, *word.bases}:
                        yield sound, key

    def _full_name(self, key: Key, kept: dict[Key, _Kept], surnames: Mapping[str, Key]) -> Key | None:
        """«Полковник Лютин» of one document: the only person of that surname anywhere, where the title or a
        telling number is the same too."""
        mine = kept[key]
        words = [w for name in mine.names for w in name_words(name)]
        if not words or len(words) != len(mine.names) or any(w.given is not None for w in words):
            return None
        found = {surnames[k] for w in words for k in (*w.keys, *w.bases) if k in surnames}
        if len(found) != 1:
            return None
        home = found.pop()
        numbers = {value for value, _ in mine.figures} & {value for value, _ in kept[home].figures}
        same = mine.titles & kept[home].titles or numbers
        return home if same else None

    def _name(self, key: Key, mine: _Kept) -> str:
        match key[0]:
            case "entity":
                return self.entities[key[1]].name
            case "body":
                id = self.whose.entity_of.get(key[1])
                named = [n for n in mine.names if self.whose.body_key(n) == key[1]]
                return self.entities[id].name if id else mine.bodies.get(key[1]) or min(named, default=key[1])
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

    def _origin(self, home: Key, keys: list[Key], kept: dict[Key, _Kept]) -> tuple[Origin, Facts, _Kept]:
        whole = _Kept()
        for key in keys:
            whole.merge(kept[key])
        name = self._name(home, kept.get(home, whole))
        reasons = [_ground(home, name, len(whole.claims), len(whole.roots))]
        reasons += [r for key in keys if key != home and (r := self._joined_why(key, home, name, kept[key]))]
        if len(whole.names) > 1 and home[0] in ("entity", "body", "local", "hidden"):
            reasons.append("named as " + ", ".join(f"“{n}”" for n in sorted(whole.names)[:_MOST_NAMES]))
        if whole.repeats:
            reasons.append(
                f"{whole.repeats} of the claims stand in copies and do not count beside what they repeat"
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
        facts = Facts(
            origin.id, name, home[0], home[0] in _NAMED, frozenset(whole.roots),
            frozenset(own | whole.bodies.keys() | self._memberships(keys)),
            tuple(sorted((value, date) for (value, _), date in whole.figures.items())),
        )  # fmt: skip
        return origin, facts, whole

    def _memberships(self, keys: Iterable[Key]) -> set[str]:
        return {body for key in keys if key[0] == "entity" for body in self.whose.member.get(key[1], ())}

    def _joined_why(self, key: Key, home: Key, name: str, mine: _Kept) -> str:
        """Why one name counts as the other."""
        member = self._name(key, mine) if key[0] != "post" else key[1]
        if key[0] == "post":
            return f"“{key[1]}” is the office that {name} holds in one of these documents: one origin"
        if romanise(member) == romanise(name):
            return ""
        if key[0] == "local" and home[0] == "entity":
            return f"“{member}” has the surname of {name} alone, and the same title or number: held to be one"
        return f"{member} speaks as a member of {name}, which speaks itself: one origin"


def _fullest(keys: Collection[str]) -> set[str]:
    """Keys that are no part of another: of "port office" and "port office of Torsk" the second."""
    return {k for k in keys if not any(set(k.split()) < set(other.split()) for other in keys)}


def _only(pairs: Iterable[tuple[str, Key]]) -> dict[str, Key]:
    """What leads to one key only."""
    found: dict[str, Key | None] = {}
    for word, key in pairs:
        found[word] = key if found.get(word, key) == key else None
    return {word: key for word, key in found.items() if key is not None}


def _ground(key: Key, name: str, claims: int, documents: int) -> str:
    said = "1 claim" if claims == 1 else f"{claims} claims"
    where = (
        f"{said} in 1 document"
        if documents == 1
        else f"{said} in {documents} documents, no copies of each other"
    )
    match key[0]:
        case "entity" | "body" | "post":
            return f"{name} is named as the one who says it: {where}"
        case "local" | "hidden":
            return f"{name} is named so in one document and its copies, and joined with nobody else: {where}"
        case "voice":
            return f"{name} says it in its own voice, and nobody else is named: {where}"
        case "family":
            return f"said in an outlet's own voice in copies whose first document is not shown: {where}"
        case "papers":
            return f"papers are named, their author is not; who saw them is a carrier: {where}"
    return f"nobody is named, and the text does not show from whom it came: {where}"


def _with_independence(made: list[tuple[Origin, Facts, _Kept]]) -> list[Origin]:
    """``independent_of`` for small sets, and numbers told before by somebody else; sorted by id."""
    named = [facts for _, facts, _ in made if facts.named]
    apart: dict[str, list[str]] = {}
    if len(named) <= MOST_COMPARED:
        for a, b in combinations(named, 2):
            if standing(a, b).verdict == INDEPENDENT:
                apart.setdefault(a.id, []).append(b.id)
                apart.setdefault(b.id, []).append(a.id)
    before = _told_before(made)
    done = []
    for origin, _, _ in made:
        reasons = [*origin.reasons, *before.get(origin.id, ())]
        others = tuple(sorted(apart.get(origin.id, ())))
        if others:
            reasons.append(
                "independent of those listed: named, of no body, surname or telling number in common, and "
                "each heard where the other was not"
            )
        done.append(replace(origin, independent_of=others, reasons=tuple(reasons)))
    return sorted(done, key=lambda o: o.id)


def _told_before(made: list[tuple[Origin, Facts, _Kept]]) -> dict[str, list[str]]:
    """Numbers that an origin gives as its own after another had given them for the same thing."""
    first: dict[tuple[float, str], tuple[str, str, str]] = {}
    for _, facts, kept in made:
        if facts.named:
            for figure, date in kept.figures.items():
                if date and figure[1]:
                    first[figure] = min(first.get(figure, ("~", "", "")), (date, facts.name, facts.id))
    found: dict[str, list[str]] = {}
    for _, facts, kept in made:
        for figure in sorted(kept.figures.keys() & first.keys()):
            date, name, id = first[figure]
            if facts.named and id != facts.id and date[:10] < kept.figures[figure][:10]:
                found.setdefault(facts.id, []).append(
                    f"gives {shown_figure(figure[0])} ({figure[1]}) after {name} gave it (on {date[:10]}): "
                    f"where {facts.name} has it from is not shown"
                )
    return {id: told[:_MOST_TOLD] for id, told in found.items()}


__all__ = ["MOST_COMPARED", "NOT_SHOWN", "Traced", "trace", "trace_origins"]
