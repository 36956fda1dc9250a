"""Whose words a statement is: a person's, a body's, an office's, an outlet's, or nobody's that is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from muster.link.people import stands_alone
from muster.model.links import Entity, NameUse, Statement
from muster.text.institutions import Institution, institution, is_press, titles
from muster.text.scripts import fold, romanise
from muster.text.wordlist import words

# Whose an origin is: ("entity", id) a person; ("body", key);
# ("post", key) an office of one person; ("local", root, sound) a name that says little outside its document;
# ("hidden", root, sound) an alias, or "a source in" a body; ("papers", outlet or root); ("voice", key);
# ("family", root); ("nobody", root).
Key = tuple[str, ...]

_WE = words("we us our ours мы нас нам нами наш наша наши ми нам нами наш наша наші")
_OUR = words("our наш наша наші нашего нашей нашому нашої нашого")
_MOST_OF_NAME = 9
_PLACE_WORDS = frozenset({"city", "district", "region"})


_SEEN = re.compile(r"(?i)\b(?:seen|obtained|reviewed)\sby\b|ознакомил|ознайомил|бачил|видел[аи]?\b")
# "Jana Mirek of Warm Hands", read as the name of a body.
_OF_BODY = re.compile(r"(?P<person>\S+\s\S.{0,60}?)\s(?:of|from)\s(?:the\s)?(?P<body>\S.*)", re.S)
# "A source in the administration" is nobody's name, and not the administration.
_SOMEBODY = re.compile(
    r"(?i)(?:an?\s)?(?:sources?\b|источник|джерел|собеседник|співрозмовник|інформатор|информатор)"
)
_PRONOUNS = words("he she him her they он она ему ей они він вона йому їй вони")


class Whose:
    """Answers for every statement; ``entities`` by id, ``sources``: names by id; ``uses``: names as documents
    use them, with the roles and bodies that they give to people.

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
        self.places = {
            p
            for e in entities.values()
            if e.type == "place"
            for v in e.variants
            for p in institution(v).names
        }
        self.voices: dict[str, str] = {}
        # The entity of a body by its key: of several, the one named most.
        self.entity_of: dict[str, str] = {}
        for id in sorted(entities, key=lambda i: (-len(entities[i].uses), entities[i].name, i)):
            if entities[id].type == "organisation":
                for name in entities[id].variants:
                    self.entity_of.setdefault(self.body_key(name), id)
        # Bodies that documents of a family name in full, so that "the Observatory" is one of them.
        self.full: dict[str, set[str]] = {}
        # Bodies that a person is named with anywhere: key → name. Titles of people by document.
        self.member: dict[str, dict[str, str]] = {}
        self.titled: dict[str, list[tuple[str, frozenset[str]]]] = {}
        # Documents, by their family's first, that name a person (by entity) or a body (by key).
        self.named: dict[str, set[str]] = {}
        # Bodies named with a place or another name of its own, by each of these names.
        self.placed: dict[str, set[str]] = {}
        # People whose names may be compared across documents, by folded name.
        self.people = {
            fold(name): e.id
            for e in entities.values()
            if e.type == "person" and _known_everywhere(e)
            for name in e.variants
            if len(name.split()) > 1
        }
        # Bodies with a name of its own or two telling words, by folded name: their keys.
        self.fully_named = {
            fold(name): self.body_key(name)
            for e in entities.values()
            if e.type == "organisation" and not e.protected
            for name in e.variants
            if " " in name and _telling(institution(name))
        }
        self._learn(uses, root_of)

    def _learn(self, uses: Iterable[NameUse], root_of: Callable[[str], str]) -> None:
        held = {use: e.id for e in self.entities.values() if e.type == "person" for use in e.uses}
        members: list[tuple[str, str, str]] = []
        for use in uses:
            root = root_of(use.document)
            for name in (use.name if use.kind == "organisation" else None, use.organisation):
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
                if use.organisation:
                    members.append((person, root, use.organisation))
                if use.role and (found := titles(use.role)):
                    self.titled.setdefault(use.document, []).append((person, found))
        for person, root, name in members:
            if key := self.member_of(name, root):
                mine = self.member.setdefault(person, {})
                mine[key] = min(name, mine.get(key, name))

    def named_by(self, name: str) -> Key | None:
        """The person or the body of a full name as it stands in a text; no bare names, no "the Office"."""
        folded = fold(name).removesuffix("'s")
        if folded in self.people:
            return ("entity", self.people[folded])
        found = institution(name)
        # In another case or language than any text names it in.
        known = found.key if found.head and _telling(found) and found.key in self.entity_of else None
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
        found = institution(name)
        key = found.key if found.body and found.key else romanise(name) or fold(name)
        return f"{key} = {fold(name)}" if fold(name) in self.apart else key

    def key(self, s: Statement, root: str, unsure: bool) -> Key:
        """Whose the words are. ``root``: the document that the family of copies begins with."""
        key = self._key(s, root, unsure)
        return ("body", self._in_place(key[1], s.words)) if key[0] == "body" else key

    def _in_place(self, key: str, told: str) -> str:
        """ "The regional court" that tells what happened in Tolma: the only court that is named with Tolma
        anywhere and is as much as this says."""
        if "“" in key or "=" in key:
            return key
        means = set(key.split())
        found = {
            k
            for name in institution(told).names
            for k in self.placed.get(name, ())
            if means <= set(k.split())
        }
        return found.pop() if len(found) == 1 else key

    def _key(self, s: Statement, root: str, unsure: bool) -> Key:
        if s.own_voice or _of_the_document(s):
            return ("family", root) if root != s.document or unsure else self.voice(s.voice or s.source)
        teller = s.told_by
        if teller is not None and (teller.name or teller.role) and not is_press(teller.name or ""):
            # What somebody says that another said is his to answer for.
            return self._who(
                teller.name, teller.role, teller.organisation, s.told_entity, teller.protected, "", root
            )
        if not s.speaker and s.role and (person := self._meant(s)):
            return ("entity", person)
        if s.spoken_as and _is_body_word(s):
            return self._body(s.spoken_as, root)
        if not s.speaker and not s.role and fold(s.spoken_as or "") == "it" and (body := self._subject(s)):
            return body
        return self._who(s.speaker, s.role, s.organisation, s.entity, s.protected, s.source_kind, root)

    def _subject(self, s: Statement) -> Key | None:
        """ "The hospital of Torsk treated 41 people, it said": the body that the words begin with."""
        parts = s.words.split()[:_MOST_OF_NAME]
        for stop in range(len(parts), 1, -1):
            key = self.named_by(" ".join(parts[:stop]).rstrip(","))
            if key is not None and key[0] == "body":
                return key
        return None

    def _meant(self, s: Statement) -> str | None:
        """The only person of the document who is what "he" or "the lawyer" is said to be."""
        spoken, wanted = fold(s.spoken_as or ""), titles(s.role or "")
        if not wanted or not (spoken in _PRONOUNS or spoken.startswith("the ")):
            return None
        found = {person for person, has in self.titled.get(s.document, ()) if has & wanted}
        person = found.pop() if len(found) == 1 else None
        return person if person and _known_everywhere(self.entities[person]) else None

    def _who(
        self,
        name: str | None,
        role: str | None,
        body: str | None,
        entity_id: str | None,
        protected: bool,
        kind: str,
        root: str,
    ) -> Key:
        if protected:
            return ("hidden", root, romanise(name or role or "") or "protected")
        entity = self.entities.get(entity_id) if entity_id else None
        if (seen := _SEEN.search(role or name or "")) or (kind == "document" and not body):
            return self._papers(role or name or "", body if seen else None, root)
        if not name and _SOMEBODY.match(role or ""):
            return ("hidden", root, romanise(role or ""))
        if not name:
            return self._described(role, body, root)
        if entity is not None and entity.type == "group":
            if body:
                return self._body(body, root)
            return (
                ("body", self.body_key(name))
                if _known_everywhere(entity)
                else ("local", root, romanise(name))
            )
        if entity is not None and entity.type in ("organisation", "unit"):
            of = self._person_of(name)
            return ("entity", of[0]) if of else self._body(name, root)
        if role and institution(name).names and institution(name).names <= self.places:
            # «мэр Олмета» read as a man called Olmet.
            return self._described(f"{role} {name}", None, root)
        if self.body_key(name) in self.entity_of:
            # A body that one text read as a person.
            return self._body(name, root)
        if entity is not None and not entity.protected and _known_everywhere(entity):
            return ("entity", entity.id)
        if body and romanise(body) == romanise(name):
            return self._body(body, root)
        return ("local", root, romanise(name) or fold(name))

    def _papers(self, papers: str, seen_by: str | None, root: str) -> Key:
        """A letter of a court is the court's; of papers without an author, who has seen them is a carrier."""
        found = institution(papers)
        if found.head or _is_post(found):
            return self._body(papers, root)
        return ("papers", self.body_key(seen_by) if seen_by else root)

    def _described(self, role: str | None, body: str | None, root: str) -> Key:
        """Nobody is named, but an office or a body may be."""
        if body and not self._is_place(institution(body)):
            return self._body(body, root)
        found = institution(role or "")
        if _is_post(found):
            return ("post", found.key)
        if found.head and not found.post and (found.names or len(found.means) > 1):
            return self._body(role or "", root)
        return ("nobody", root)

    def _body(self, name: str, root: str) -> Key:
        found = institution(name)
        if _is_post(found):
            return ("post", found.key)
        return ("body", self._full_key(name, root))

    def _full_key(self, name: str, root: str) -> str:
        """The key of a body; of one common word, that of the one body of the document with it in its name."""
        found = institution(name)
        if len(found.means) == 1 and not found.names and fold(name) not in self.apart:
            longer = {k for k in self.full.get(root, ()) if found.key in k.split() and k != found.key}
            if len(longer) == 1:
                return longer.pop()
        return self.body_key(name)

    def _is_place(self, found: Institution) -> bool:
        return not found.key or (
            bool(found.names) and found.names <= self.places and found.means <= _PLACE_WORDS
        )

    def voice(self, source: str) -> Key:
        """An outlet's own voice; an outlet that is quoted as a body is that body. ``source``: id or name."""
        name = self.sources.get(source, source)
        key = self.body_key(name)
        if key in self.entity_of:
            return ("body", key)
        self.voices[key] = min(name, self.voices.get(key, name))
        return ("voice", key)

    def bodies(self, s: Statement, root: str) -> dict[str, str]:
        """Bodies that the one who speaks is said to belong to: key → name."""
        speaker = s.told_by if s.told_by is not None and (s.told_by.name or s.told_by.role) else s
        found: dict[str, str] = {}
        if speaker.organisation and (key := self.member_of(speaker.organisation, root)):
            found[key] = speaker.organisation
        if speaker.role:
            told = institution(speaker.role)
            if told.head and not told.post and (told.names or len(told.means) > 1):
                found.setdefault(self._full_key(speaker.role, root), speaker.role)
        return found

    def member_of(self, name: str, root: str) -> str:
        """The key of a body that somebody is named with; empty where the name is a place."""
        return "" if self._is_place(institution(name)) else self._full_key(name, root)

    def post(self, s: Statement) -> str:
        """The office that a named speaker holds: "the mayor of Olmet"; empty where none is told."""
        found = institution(s.role or "")
        return found.key if _is_post(found) else ""


def _is_post(found: Institution) -> bool:
    return found.post and (bool(found.names) or len(found.means) > 1)


def _telling(found: Institution) -> bool:
    """A name of its own, or two words that mean something: no "the Office"."""
    return not found.post and (bool(found.names) or len(found.means) > 1)


def _of_the_document(s: Statement) -> bool:
    """ "We counted", "our editor said", and nobody else is quoted: the voice of the document itself."""
    if s.speaker or s.organisation or s.told_by is not None:
        return False
    spoken = fold(s.spoken_as or "")
    return spoken in _WE if not s.role else spoken.partition(" ")[0] in _OUR


def _is_body_word(s: Statement) -> bool:
    """«Служба Апланда», read as a man called Апланд who is a service, or as one of a single name: the words
    are a body's name."""
    name, spoken = s.speaker or "", s.spoken_as or ""
    role = s.role or (spoken.removesuffix(name) if len(name.split()) == 1 and spoken != name else "")
    found = institution(role)
    short = len(role.split()) <= (1 if s.role else 3) and (bool(s.role) or found.clear)
    return not s.protected and short and found.head and not found.post and not titles(role)


def _known_everywhere(entity: Entity) -> bool:
    """Its name may be compared across documents: no alias, no bare given name, no "local residents"."""
    return not entity.protected and stands_alone(NameUse("", entity.name, entity.type))


__all__ = ["Key", "Whose"]
