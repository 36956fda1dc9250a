"""Where an origin belongs to another: a member to the body that speaks, an office to its only holder."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from muster.link.kept import Kept
from muster.link.known import STATES
from muster.link.same_names import half_alike, told_in_two_languages
from muster.link.whose import Key, Whose
from muster.model.links import Entity
from muster.text.names.bodies import body_of
from muster.text.names.institutions import institution, is_press
from muster.text.names.parts import name_words

_VOWELS = re.compile(r"[aeiouy]")
_LEAST_LETTERS = 3
# Of a kind of which more bodies are named, a number tells no one of them.
_MOST_OF_KIND = 60
# Of somebody who is named with more bodies, no two are looked at.
_MOST_BODIES = 8
# Bodies that each state has one of.
_OF_A_STATE = frozenset(("investigation", "ministry", "staff"))
_OF_THE_STATE = frozenset(("central", "federal", "general", "national", "state"))
# Bodies without a name of their own of which there is but one.
_ONE_OF_A_KIND = ("united_nations",)


class Homes:
    """The origins found so far (``kept``), and which of them are one."""

    def __init__(self, kept: Mapping[Key, Kept], whose: Whose, entities: Mapping[str, Entity]) -> None:
        self.kept, self.whose, self.entities = kept, whose, entities
        self.with_word: dict[str, list[str]] = {}
        self.sounds: dict[Key, Key] = {}
        self.heard_in: dict[str, list[Key]] = {}
        self.by_office: dict[frozenset[str], list[tuple[frozenset[str], Key]]] = {}

    def all(self) -> dict[Key, Key]:
        """Where an origin belongs to another: members to the one body that speaks, a voice to the body of its
        name, an office to its only holder, a bare surname to the only person it can mean."""
        # Body or outlet by key; an outlet that is quoted as a body is one with its own voice.
        bodies = {key[1]: key for key in sorted(self.kept, reverse=True) if key[0] in ("body", "voice")}
        holders = _only(
            (
                (post, key)
                for key, mine in self.kept.items()
                if key[0] == "entity"
                for post in mine.posts | self.whose.offices.get(key[1], set())
            )
        )
        surnames: dict[str, set[Key]] = {}
        for word, named in self._surnames():
            surnames.setdefault(word, set()).add(named)
        spelt = self._spelt(bodies)
        self.sounds = spelt.sounds
        homes: dict[Key, Key] = {}
        for key in sorted(self.kept):
            home: Key | None = None
            match key[0]:
                case "voice" | "body":
                    home = bodies[key[1]] if bodies[key[1]] != key else self._as_named(key, bodies, spelt)
                case "post":
                    home = holders.get(key[1]) or self._holder(key[1], holders)
                case "entity":
                    home = self._body_of(key, bodies)
                case "local":
                    home = (
                        self._full_name(key, surnames)
                        or self._body_of(key, bodies)
                        or self._of_kind(key, bodies)
                    )
            if home is not None and home != key:
                homes[key] = home
        # One step more: an office to its holder to the holder's body.
        return {key: homes.get(home, home) for key, home in homes.items()}

    def _as_named(self, key: Key, bodies: Mapping[str, Key], spelt: _Spelt) -> Key | None:
        """The body that a shorter name, an acronym, another spelling or a press office stands for."""
        return (
            self._longer(key, bodies)
            or self._of_place(key, bodies)
            or spelt.sounds.get(key)
            or self._of_letters(key, spelt)
            or self._press(key, bodies)
            or self._of_state(key, bodies)
            or (self._of_kind_by_number(key[1], key, bodies) if key[1].isalpha() else None)
        )

    def _spelt(self, bodies: Mapping[str, Key]) -> _Spelt:
        """Bodies by the first letters of their names, and those whose one own name two scripts spell by ear
        (Upland, Апланд)."""
        letters: dict[str, set[Key]] = {}
        alike: dict[tuple[str, ...], list[Key]] = {}
        for key in bodies.values():
            for name in self.kept[key].names or [self.whose.voices.get(key[1], "")]:
                if len(heads := body_of(name).heads) >= _LEAST_LETTERS:
                    letters.setdefault(heads, set()).add(key)
            *means, name = key[1].split() or [""]
            consonants = _VOWELS.sub("", name)
            # "Hirenerho", «Гирэнерго»: Ukrainian names have an h for a g.
            consonants = consonants.replace("h", "g")
            one_name = name.startswith("“") and not (means and "“" in means[-1])
            if one_name and len(consonants) > (_LEAST_LETTERS + 1 if means else _LEAST_LETTERS + 3):
                alike.setdefault((*means, consonants), []).append(key)
        groups = (sorted(keys, key=self._cyrillic) for keys in alike.values() if 2 <= len(keys) <= 3)
        sounds = {b: keys[0] for keys in groups for b in keys[1:] if self._latin_first(keys)}
        told = told_in_two_languages({key: self._shown(key) for key in bodies.values()})
        people = self._in_brackets(bodies) | self._of_one_person(bodies)
        return _Spelt(letters, people | self._of_one_entity(bodies) | told | sounds)

    def _in_brackets(self, bodies: Mapping[str, Key]) -> dict[Key, Key]:
        """«Тихий дозор» (Quiet Watch): one body, where all texts put the same name in brackets."""
        found: dict[Key, set[Key]] = {}
        for one, other in self.whose.also:
            latin, cyrillic = sorted((one, other), key=str.isascii, reverse=True)
            a, b = (bodies.get(self.whose.body_key(name)) for name in (latin, cyrillic))
            if a and b and a != b:
                found.setdefault(b, set()).add(a)
        return {one: others.pop() for one, others in found.items() if len(others) == 1}

    def _of_one_person(self, bodies: Mapping[str, Key]) -> dict[Key, Key]:
        """«Светлая пристань» and "Bright Harbour", of which no lexicon knows one word: one body where one
        person is named with both and the other words say the same."""
        found: dict[Key, set[Key]] = {}
        people = {key[1]: mine.bodies for key, mine in self.kept.items() if key[0] == "entity"}
        for person in sorted(people.keys() | self.whose.member.keys()):
            told = self.whose.member.get(person, {}) | people.get(person, {})
            here = [(bodies[key], name) for key, name in sorted(told.items()) if key in bodies]
            for (a, one), (b, other) in combinations(here[:_MOST_BODIES], 2):
                if half_alike(one, other):
                    latin, cyrillic = (a, b) if one.isascii() else (b, a)
                    found.setdefault(cyrillic, set()).add(latin)
        return {one: others.pop() for one, others in found.items() if len(others) == 1}

    def _of_one_entity(self, bodies: Mapping[str, Key]) -> dict[Key, Key]:
        """Bodies of which the names are held to be one by their sounds: «Сигма-Захист», Sigma-Zakhyst."""
        first: dict[str, Key] = {}
        found: dict[Key, Key] = {}
        for name, key in sorted(bodies.items()):
            id = self.whose.entity_of.get(name)
            if id and first.setdefault(id, key) != key:
                found[key] = first[id]
        return found

    def _shown(self, key: Key) -> list[str]:
        """All names of a body: as its claims, its voice and its entity give them."""
        id = self.whose.entity_of.get(key[1])
        known = self.entities[id].variants if id else ()
        told = (self.whose.voices.get(key[1], ""), self.whose.shown.get(key[1], ""))
        return sorted({*self.kept[key].names, *known, *told} - {""})

    def _latin_first(self, keys: list[Key]) -> bool:
        """One in Latin letters before one or two in Cyrillic ones."""
        return [self._cyrillic(key) for key in keys] == [False, *[True] * (len(keys) - 1)]

    def _cyrillic(self, key: Key) -> bool:
        return not all(name.isascii() for name in self.kept[key].names)

    def _of_letters(self, key: Key, spelt: _Spelt) -> Key | None:
        """ "KSD": the only body whose name has these first letters, where one text names both or both give
        one telling number."""
        mine = self.kept[key]
        letters = {body_of(name).letters for name in mine.names} - {""}
        fits = {k for each in letters for k in spelt.letters.get(each, ())}
        if len(fits) != 1 or fits == {key}:
            return None
        home = fits.pop()
        named = self.whose.named
        numbers = self._numbers(key) & self._numbers(home)
        return home if numbers or named.get(key[1], set()) & named.get(home[1], set()) else None

    def _press(self, key: Key, bodies: Mapping[str, Key]) -> Key | None:
        """The letter of a "Press Office": the one body that speaks elsewhere and that its papers name."""
        if not is_press(self.whose.voices.get(key[1], "")):
            return None
        named = {k for root in self.kept[key].roots for k in self.whose.full.get(root, ()) if k in bodies}
        found = _fullest(named - {key[1]})
        return bodies[found.pop()] if len(found) == 1 else None

    def _of_state(self, key: Key, bodies: Mapping[str, Key]) -> Key | None:
        """ "The defence ministry" where only one state's is named anywhere: that one; "the tax service" where
        only a State Tax Service is."""
        words = set(key[1].split())
        if "“" in key[1] or len(words) < 2:
            return None
        more: frozenset[str] = frozenset()
        if words.isdisjoint(STATES) and not words.isdisjoint(_OF_A_STATE | _OF_THE_STATE):
            more |= STATES
        if "service" in words and words.isdisjoint(_OF_THE_STATE):
            more |= _OF_THE_STATE | STATES
        longer = self._longer_of(key[1], bodies)
        if not words.isdisjoint(_OF_A_STATE) and words.isdisjoint(STATES):
            more |= self._lands_named(key)
        found = {k for k in longer if set(k[1].split()) - words <= more}
        return found.pop() if len(found) == 1 else None

    def _lands_named(self, key: Key) -> frozenset[str]:
        """Places that texts in which it is heard name, as they stand in the key of a body."""
        places = self.whose.places_in
        return frozenset(f"“{name}”" for root in self.kept[key].roots for name in places.get(root, ()))

    def _longer(self, key: Key, bodies: Mapping[str, Key]) -> Key | None:
        """ "Committee for Wells" of the only "Committee for Wells in Torsk": a name that is part of one
        other. Without a name of its own ("the fishermen's union") only where both give one telling number."""
        longer = self._longer_of(key[1], bodies)
        if (
            "“" not in key[1]
            and key[1] not in _ONE_OF_A_KIND
            and not any(self._numbers(key) & self._numbers(k) for k in longer)
        ):
            return None
        return self._one_of(longer)

    def _of_place(self, key: Key, bodies: Mapping[str, Key]) -> Key | None:
        """ "The district administration" of texts about Torsk: that of Torsk, if only one such fits them."""
        found = {k for root in self.kept[key].roots for k in self.whose.in_its_place(key[1], root)}
        return bodies.get(found.pop()) if len(found) == 1 else None

    def _one_of(self, found: Collection[Key]) -> Key | None:
        """The fullest name of these, if that is one."""
        fullest = _fullest({k[1] for k in found})
        homes = {self.sounds.get(k, k) for k in found if k[1] in fullest}
        return homes.pop() if len(homes) == 1 else None

    def _longer_of(self, name: str, bodies: Mapping[str, Key]) -> set[Key]:
        words = set(name.split())
        own = [w for w in words if w.startswith("“")]
        if len(words) < 2 and name not in _ONE_OF_A_KIND:
            return set()
        return {
            bodies[k]
            for k in self._by_word(bodies).get(min(own or words), ())
            if words < set(k.split()) and not self.whose.is_part(k, name)
        }

    def _numbers(self, key: Key) -> set[float]:
        return {value for value, _ in self.kept[key].figures}

    def _by_word(self, bodies: Mapping[str, Key]) -> dict[str, list[str]]:
        if not self.with_word:
            for key in bodies:
                for word in key.split():
                    self.with_word.setdefault(word, []).append(key)
        return self.with_word

    def _of_kind(self, key: Key, bodies: Mapping[str, Key]) -> Key | None:
        """ "A rights group" of one document: the only body that it names in full and that is one of rights,
        as this name or a longer one of it says; else the only one of that kind that gives a telling number of
        its claims ("the hospital", and 23 dead)."""
        found = institution(min(self.kept[key].names, default=""))
        if len(found.means) != 1 or found.names:
            return None
        (kind,) = found.means
        fits: set[Key] = set()
        for root in self.kept[key].roots:
            fits |= {self.sounds.get(k, k) for k in self._heard_in(root, bodies) if kind in k[1].split()}
            for full in self.whose.full.get(root, set()) - {kind}:
                longer = {k for k in self._longer_of(full, bodies) if kind in k[1].split()}
                if kind in full.split():
                    longer = {bodies.get(full, ("body", full))}
                fits |= {self.sounds.get(k, k) for k in longer}
        return fits.pop() if len(fits) == 1 else None if fits else self._of_kind_by_number(kind, key, bodies)

    def _heard_in(self, root: str, bodies: Mapping[str, Key]) -> Collection[Key]:
        """Bodies that speak in a document, through whomever it has their words."""
        if not self.heard_in:
            for key in bodies.values():
                for each in self.kept[key].roots:
                    self.heard_in.setdefault(each, []).append(key)
        return self.heard_in.get(root, ())

    def _of_kind_by_number(self, kind: str, key: Key, bodies: Mapping[str, Key]) -> Key | None:
        mine = {value for value in self._numbers(key) if value >= 1}
        named = self._by_word(bodies).get(kind, ()) if mine else ()
        if not named or len(named) > _MOST_OF_KIND:
            return None
        others = [bodies[k] for k in named if bodies[k] != key]
        fits = {self.sounds.get(other, other) for other in others if mine & self._numbers(other)}
        return fits.pop() if len(fits) == 1 else None

    def _holder(self, post: str, holders: Mapping[str, Key]) -> Key | None:
        """«мерка Олмета Петра», «мэрия»: the only holder of an office of the same meaning, of whose names and
        of these one are a part of the other."""
        means, names = _parted(post)
        if not self.by_office:
            for held, key in holders.items():
                self.by_office.setdefault(_parted(held)[0], []).append((_parted(held)[1], key))
        found = {
            key
            for theirs, key in self.by_office.get(means, ())
            if names and (names <= theirs or theirs <= names)
        }
        return found.pop() if len(found) == 1 else None

    def _body_of(self, key: Key, bodies: Mapping[str, Key]) -> Key | None:
        """The one body of a person that speaks itself: as his claims name it, else as other texts do."""
        for told in (self.kept[key].bodies, self.whose.member.get(key[1], {}) if key[0] == "entity" else {}):
            speaking = {
                home
                for name in _fullest(told)
                if (home := self._heard_here(key, name, bodies) or self._speaking(name, bodies))
            }
            # Somebody named with two bodies that both speak would make the two bodies one.
            if speaking:
                return self._one_of(speaking)
        return None

    def _heard_here(self, key: Key, name: str, bodies: Mapping[str, Key]) -> Key | None:
        """ "The ministry's spokeswoman" of texts in which one ministry speaks: that one, if in none of them a
        ministry without a name does."""
        roots = self.kept[key].roots
        bare = bodies.get(name)
        if "“" in name or bare is None or not self.kept[bare].roots.isdisjoint(roots):
            return None
        longer = {k for k in self._longer_of(name, bodies) if not self.kept[k].roots.isdisjoint(roots)}
        return longer.pop() if len(longer) == 1 else None

    def _speaking(self, name: str, bodies: Mapping[str, Key]) -> Key | None:
        """The body of this name, or of the one longer name, that speaks itself."""
        return bodies.get(name) or (self._one_of(self._longer_of(name, bodies)) if "“" in name else None)

    def _surnames(self) -> Iterator[tuple[str, Key]]:
        for key in self.kept:
            if key[0] == "entity" and self.entities[key[1]].type == "person":
                parts = name_words(self.entities[key[1]].name)
                for word in parts[-1:] if len(parts) > 1 else ():
                    for sound in {*word.keys, *word.bases}:
                        yield sound, key

    def _full_name(self, key: Key, surnames: Mapping[str, Collection[Key]]) -> Key | None:
        """«Полковник Лютин» of one document: the only person of that surname anywhere, where the title or a
        telling number is the same too, or the same outlet names him in full elsewhere; of several the only
        one of that title or of that body."""
        mine = self.kept[key]
        words = [w for name in mine.names for w in name_words(name)]
        if not words or len(words) != len(mine.names) or any(w.given is not None for w in words):
            return None
        found = {home for w in words for k in (*w.keys, *w.bases) for home in surnames.get(k, ())}
        if len(found) > 1:
            found = {home for home in found if self._is_as_told(mine, home)}
            return found.pop() if len(found) == 1 else None
        if not found:
            return None
        home = found.pop()
        numbers = {value for value, _ in mine.figures} & {value for value, _ in self.kept[home].figures}
        theirs = self.kept[home]
        return home if mine.titles & theirs.titles or numbers or mine.outlets & theirs.outlets else None

    def _is_as_told(self, mine: Kept, home: Key) -> bool:
        """A person of the title, or of the body, that somebody with his surname alone is told with."""
        theirs = self.kept[home]
        bodies = {*theirs.bodies, *self.whose.member.get(home[1], {})}
        return bool(mine.titles & theirs.titles or not bodies.isdisjoint(mine.bodies))


@dataclass(frozen=True, slots=True)
class _Spelt:
    """``letters``: bodies by first letters; ``sounds``: a body in one language → the same in another."""

    letters: dict[str, set[Key]]
    sounds: dict[Key, Key]


def _parted(key: str) -> tuple[frozenset[str], frozenset[str]]:
    """What the words of a key mean, and its names."""
    names = frozenset(w for w in key.split() if w.startswith("“"))
    return frozenset(key.split()) - names, names


def _fullest(keys: Collection[str]) -> set[str]:
    """Keys that are no part of another: of "port office" and "port office of Torsk" the second."""
    return {k for k in keys if not any(set(k.split()) < set(other.split()) for other in keys)}


def _only(pairs: Iterable[tuple[str, Key]]) -> dict[str, Key]:
    """What leads to one key only."""
    found: dict[str, Key | None] = {}
    for word, key in pairs:
        found[word] = key if found.get(word, key) == key else None
    return {word: key for word, key in found.items() if key is not None}


__all__ = ["Homes"]
