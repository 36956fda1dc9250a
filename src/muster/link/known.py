"""Bodies and people as names tell of them, before anybody speaks: which name is whose, in which document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

from muster.link.members import has_left, is_no_member
from muster.link.people import stands_alone
from muster.link.told_as import is_post, is_telling_name, titles_told
from muster.model.links import Entity, NameUse
from muster.text.listed import listed
from muster.text.names.body_parts import parted
from muster.text.names.institutions import Institution, institution
from muster.text.names.names import SAME, compare_names
from muster.text.names.parts import name_words
from muster.text.scripts import fold, romanise

# Whose an origin is: ("entity", id) a person; ("body", key);
# ("post", key) an office of one person; ("local", root, sound) a name that says little outside its document;
# ("hidden", root, sound) an alias, or "a source in" a body; ("papers", outlet or root); ("voice", key);
# ("family", root); ("nobody", root).
Key = tuple[str, ...]

_MOST_OF_NAME = 9
_BODIES = ("organisation", "unit")
# States whose names are known (``data/institutions.toml``).
STATES = frozenset(
    ("britain", "france", "germany", "israel", "poland", "russia", "turkey", "ukraine", "united_states")
)
# What a body is by its statute, which a shorter name leaves out.
_EVERY_LETTER = 0.95
_FORMS = listed(
    "association centre coalition company federation foundation group initiative institute movement",
    "network newspaper society",
)
_PLACE_WORDS = frozenset({"city", "district", "region"})
# A paper of two countries may speak of the ministry of either.
_OF_A_STATE = listed(
    "air army cabinet command defence fleet force foreign front government guard headquarters intelligence",
    "ministry navy parliament premier president senate staff supreme",
)
# "Jana Mirek of Warm Hands", read as the name of a body.
_OF_BODY = re.compile(r"(?P<person>\S+\s\S.{0,60}?)\s(?:of|from)\s(?:the\s)?(?P<body>\S.*)", re.S)


class Known:
    """``entities`` by id, ``sources``: names by id; ``uses``: names as documents use them, with the roles and
    bodies that they give to people; ``root_of``: the document that the family of a document begins with.

    ``apart``: pairs of folded names that people judged different; they never get one key.
    """

    def __init__(
        self,
        entities: Mapping[str, Entity],
        sources: Mapping[str, str],
        apart: Collection[frozenset[str]] = (),
        uses: Iterable[NameUse] = (),
        root_of: Callable[[str], str] = str,
    ) -> None:
        self.entities, self.sources = entities, sources
        self.apart = {name: pair for pair in apart for name in pair}
        # Names of bodies and of people as they were looked up: few sources have most statements.
        self._keys: dict[str, str] = {}
        self._named: dict[str, str] = {}
        # What kinds of body the names of a key mean ("directorate"), and the keys of the bodies that they
        # call themselves a part of.
        self.seats: dict[str, set[str]] = {}
        self.above: dict[str, set[str]] = {}
        self.places = {
            p
            for e in entities.values()
            if e.type == "place"
            for v in e.variants
            for p in institution(v).names
        }
        self.outlets = {fold(name) for name in sources.values()}
        # The entity of a body by its key: of several, the one named most.
        self.entity_of: dict[str, str] = {}
        for id in sorted(entities, key=lambda i: (-len(entities[i].uses), entities[i].name, i)):
            if entities[id].type == "organisation":
                for name in entities[id].variants:
                    self.entity_of.setdefault(self.body_key(name), id)
        # Bodies that documents of a family name in full, so that "the Observatory" is one of them.
        self.full: dict[str, set[str]] = {}
        # How a text in its own voice names a body that no name was read for, by key.
        self.shown: dict[str, str] = {}
        # Two names of a body, the second in brackets behind the first.
        self.also: list[tuple[str, str]] = []
        # Bodies that a person is named with anywhere: key → name. Titles of people by document.
        self.member: dict[str, dict[str, str]] = {}
        self.titled: dict[str, list[tuple[str, frozenset[str]]]] = {}
        # Offices that people are named with ("mayor of Olmet"), by person.
        self.offices: dict[str, set[str]] = {}
        # The same and offices without a place ("mayor").
        self.held: dict[str, set[str]] = {}
        # Documents, by their family's first, that name a person (by entity) or a body (by key).
        self.named: dict[str, set[str]] = {}
        # Places that a document of a family names, by their sounds, and how often.
        self.places_in: dict[str, Counter[str]] = {}
        # Bodies named with a place or another name of its own, by each of these names.
        self.placed: dict[str, set[str]] = {}
        # People whose names may be compared across documents, by folded name.
        self.people = {
            fold(name): e.id
            for e in entities.values()
            if e.type == "person" and is_known_everywhere(e)
            for name in e.variants
            if len(name.split()) > 1
        }
        # What people are called ("chief"), and people by the sounds of their surnames.
        self.called: dict[str, set[str]] = {}
        self.surnamed: dict[str, set[str]] = {}
        # People by the sounds of what is no given name.
        self._by_part: dict[str, list[tuple[str, str]]] = {}
        self.people_by_sound = _one_each((romanise(name), id) for name, id in self.people.items())
        # Bodies with a name of its own or two telling words, by folded name: their keys.
        self.fully_named = {
            fold(name): self.body_key(name)
            for e in entities.values()
            if e.type == "organisation" and not e.protected
            for name in e.variants
            if " " in name and is_telling_name(institution(name))
        }
        self._learn(uses, root_of)

    def _learn(self, uses: Iterable[NameUse], root_of: Callable[[str], str]) -> None:
        held = {use: e.id for e in self.entities.values() if e.type == "person" for use in e.uses}
        members: list[tuple[str, str, str]] = []
        for use in uses:
            root = root_of(use.document)
            if use.kind == "place":
                here = self.places_in.setdefault(root, Counter())
                here.update(dict.fromkeys(institution(use.name).names, max(1, len(use.places))))
            if use.also:
                self.also.append((use.name, use.also))
            for name in (use.name if use.kind in _BODIES else None, use.organisation):
                if name and (of := self._person_of(name)):
                    members.append((of[0], root, of[1]))
                elif name:
                    self.full.setdefault(root, set()).add(self.body_key(name))
                    self.named.setdefault(self.body_key(name), set()).add(root)
                    self._place(name)
            person = held.get((use.document, use.name))
            if person:
                self.named.setdefault(person, set()).add(root)
            if person and not use.protected:
                if use.organisation and not has_left(use.role or "") and not is_no_member(use.role or ""):
                    members.append((person, root, use.organisation))
                if use.role and (found := titles_told(use.role)):
                    self.titled.setdefault(use.document, []).append((person, found))
                    self.called.setdefault(person, set()).update(found)
                    for word in name_words(use.name)[1:][-1:]:
                        for sound in {*word.keys, *word.bases}:
                            self.surnamed.setdefault(sound, set()).add(person)
                office = institution(use.role or "")
                if office.post:
                    self.held.setdefault(person, set()).add(office.key)
                if is_post(office):
                    self.offices.setdefault(person, set()).add(office.key)
        for person, root, name in members:
            if key := self.member_of(name, root):
                mine = self.member.setdefault(person, {})
                mine[key] = min(name, mine.get(key, name))

    def named_by(self, name: str) -> Key | None:
        """The person or the body of a full name as it stands in a text; no bare names, no "the Office"."""
        folded = fold(name).removesuffix("'s")
        person = self.people.get(folded)
        if person is None and 1 <= folded.count(" ") <= 2:
            person = self.people_by_sound.get(romanise(folded))
        if person:
            return ("entity", person)
        found = institution(name)
        # In another case or language than any text names it in.
        clear = found.clear and found.head and is_telling_name(found)
        known = found.key if clear and found.key in self.entity_of else None
        key = self.fully_named.get(folded) or known
        return ("body", key) if key else None

    def _person_of(self, name: str) -> tuple[str, str] | None:
        """A known person and the body in "Jana Mirek of Warm Hands"; None where it is no such name."""
        found = _OF_BODY.fullmatch(name)
        person = self.people.get(fold(found["person"])) if found else None
        return (person, found["body"]) if found and person else None

    def _place(self, name: str) -> None:
        found = institution(name)
        if found.head and found.means and not found.post:
            for each in found.names:
                self.placed.setdefault(each, set()).add(self.body_key(name))

    def body_key(self, name: str) -> str:
        """The key of a body by its name in any of the three languages."""
        key = self._keys.get(name)
        if key is None:
            found = institution(name)
            key = found.key if found.body and found.key else romanise(name) or fold(name)
            if found.rest and found.head and not found.names and len(found.means) == 1 and name[0].isupper():
                # «Служба исполнения наказаний» is not every service.
                key = " ".join([found.key, *(f"“{word}”" for word in sorted(found.rest))])
            key = self._keys[name] = f"{key} = {fold(name)}" if fold(name) in self.apart else key
            self._take_parts(name, key)
        return key

    def _take_parts(self, name: str, key: str) -> None:
        told = parted(name)
        if told.seat:
            self.seats.setdefault(key, set()).add(told.seat)
        if told.above and len(above := self.body_key(told.above)) < len(key):
            self.above.setdefault(key, set()).add(above)

    def with_its_form(self, name: str) -> str:
        """The key of "Green Harbour Foundation" for "Green Harbour" read as somebody; else empty."""
        found = institution(name)
        if found.means or len(found.names) < 2 or any(w.given is not None for w in name_words(name)):
            return ""
        keys = [key for form in sorted(_FORMS) if (key := f"{form} {found.key}") in self.entity_of]
        return keys[0] if len(keys) == 1 else ""

    def houses(self, keys: Iterable[str]) -> set[str]:
        """Keys of the bodies that these call themselves a part of, of those too."""
        found: set[str] = set()
        todo = list(keys)
        while todo:
            todo = [above for key in todo for above in self.above.get(key, ()) if above not in found]
            found.update(todo)
        return found

    def is_part(self, longer: str, shorter: str) -> bool:
        """True where a key with all words of another is no fuller name of it, but a part of that body: "the
        intelligence directorate of the ministry" is not the ministry. The Doors Foundation is Doors."""
        seats = self.seats.get(longer, ())
        if "“" in shorter and _FORMS.issuperset(seats) and longer not in self.above:
            return False
        return bool(seats) and set(shorter.split()).isdisjoint(seats)

    def told_fully(self, name: str, root: str) -> str:
        """The key of a body that a text names in its own voice; the document knows it from then on."""
        key = self.body_key(name)
        self.full.setdefault(root, set()).add(key)
        self.shown[key] = min(name, self.shown.get(key, name))
        return key

    def _kinds(self, name: str, root: str) -> set[str]:
        """The bodies of a document that "a rights group" may be."""
        means = institution(name).means
        return {k for k in self.full.get(root, ()) if means < set(k.split())}

    def _full_key(self, name: str, root: str) -> str:
        """The key of a body; of one common word, that of the one body of the document with it in its name."""
        found = institution(name)
        if len(found.means) == 1 and not found.names and fold(name) not in self.apart:
            longer = {
                k
                for k in self.full.get(root, ())
                if found.key in k.split() and k != found.key and not self.is_part(k, found.key)
            }
            # "The State Committee for Canals", "the Committee for Canals", "the Committee": the fullest.
            longer = {k for k in longer if not any(set(k.split()) < set(other.split()) for other in longer)}
            if len(longer) == 1:
                return longer.pop()
        return self.body_key(name)

    def _is_place(self, found: Institution) -> bool:
        return not found.key or (
            bool(found.names) and found.names <= self.places and found.means <= _PLACE_WORDS
        )

    def _person(self, name: str) -> str:
        """The known person of that name; empty where there is none."""
        known = self._named.get(name)
        if known is None:
            folded = fold(name)
            known = self.people.get(folded) or self.people_by_sound.get(romanise(folded))
            known = self._named[name] = known or self._spelt_so(name)
        return known

    def _spelt_so(self, name: str) -> str:
        """The only known person of whom this is another spelling: «Ігор Лужний» for "Ihor Luzhnyi"."""
        parts = name_words(name) if 1 <= name.count(" ") <= 2 else ()
        if len(parts) < 2:
            return ""
        # A place or a paper may be called like somebody: without a known given name every letter must fit.
        least = SAME if any(part.given is not None for part in parts) else _EVERY_LETTER
        if not self._by_part:
            for known, id in self.people.items():
                for part in name_words(known):
                    for key in part.keys if part.given is None else ():
                        self._by_part.setdefault(key, []).append((known, id))
        held = {each for part in parts for key in part.keys for each in self._by_part.get(key, ())}
        found = {id for known, id in held if compare_names(name, known).score >= least}
        return found.pop() if len(found) == 1 else ""

    def member_of(self, name: str, root: str) -> str:
        """The key of a body that somebody is named with; empty where the name is a place."""
        return "" if self._is_place(institution(name)) else self._full_key(name, root)

    def _named_fully(self, words: str, root: str) -> dict[str, str]:
        """The body in "head of the police of Olmet"; of one common word ("head of the mission") only where
        the document has one body of that word."""
        told = institution(words)
        if not told.head or told.post:
            return {}
        key = self._full_key(words, root)
        return {key: words} if told.names or len(told.means) > 1 or key != told.key else {}

    def _body_in(self, words: str) -> tuple[str, str] | None:
        """The first body that is named in full in the words, with its name."""
        parts = words.split()
        for start, first in enumerate(parts):
            if first.lstrip('«“"„(')[:1].isupper():
                for stop in range(min(len(parts), start + _MOST_OF_NAME), start, -1):
                    name = " ".join(parts[start:stop]).strip('.,;:«»“”„"()')
                    key = self.named_by(name)
                    if key is not None and key[0] == "body":
                        return key[1], name
                    found = institution(name)
                    if found.head and found.names and found.clear and not found.post:
                        return found.key, name
        return None

    def _in_place(self, key: str, told: str) -> str:
        """ "The regional court" that tells what happened in Tolma: the only court that is named with Tolma
        anywhere and is as much as this says."""
        if "“" in key or "=" in key or not self.placed:
            return key
        means = set(key.split())
        found = self._placed_in(institution(told).names, means, key)
        return found.pop() if len(found) == 1 else key

    def in_its_place(self, key: str, root: str) -> set[str]:
        """Bodies named with the place that a document names most, for one of two words or more that stands
        there without a name ("the district administration") and is no state's."""
        means = set(key.split())
        if "“" in key or "=" in key or len(means) < 2 or not means.isdisjoint(_OF_A_STATE):
            return set()
        places = self.places_in.get(root) or Counter()
        most = max(places.values(), default=0)
        return self._placed_in((p for p, times in places.items() if times == most), means, key)

    def _placed_in(self, names: Iterable[str], means: set[str], key: str) -> set[str]:
        return {
            k
            for name in names
            for k in self.placed.get(name, ())
            if means <= set(k.split()) and not self.is_part(k, key)
        }


def _one_each(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What leads to one only."""
    found: dict[str, str] = {}
    several = set()
    for word, id in pairs:
        if found.setdefault(word, id) != id:
            several.add(word)
    return {word: id for word, id in found.items() if word not in several}


def is_known_everywhere(entity: Entity) -> bool:
    """Its name may be compared across documents: no alias, no bare given name, no "local residents"."""
    return not entity.protected and stands_alone(NameUse("", entity.name, entity.type))


__all__ = ["STATES", "Key", "Known", "is_known_everywhere"]
