"""Where an origin belongs to another: a member to the body that speaks, an office to its only holder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from muster.link.kept import Kept
from muster.link.whose import Key, Whose
from muster.model.links import Entity
from muster.text.name_parts import name_words


class Homes:
    """The origins found so far (``kept``), and which of them are one."""

    def __init__(self, kept: Mapping[Key, Kept], whose: Whose, entities: Mapping[str, Entity]) -> None:
        self.kept, self.whose, self.entities = kept, whose, entities
        self.with_word: dict[str, list[str]] = {}

    def all(self) -> dict[Key, Key]:
        """Where an origin belongs to another: members to the one body that speaks, a voice to the body of its
        name, an office to its only holder, a bare surname to the only person it can mean."""
        # Body or outlet by key; an outlet that is quoted as a body is one with its own voice.
        bodies = {key[1]: key for key in sorted(self.kept, reverse=True) if key[0] in ("body", "voice")}
        holders = _only(
            ((post, key) for key, mine in self.kept.items() if key[0] == "entity" for post in mine.posts)
        )
        surnames = _only(self._surnames())
        homes: dict[Key, Key] = {}
        for key in sorted(self.kept):
            home: Key | None = None
            match key[0]:
                case "voice" | "body":
                    home = bodies[key[1]] if bodies[key[1]] != key else self._longer(key, bodies)
                case "post":
                    home = holders.get(key[1]) or self._holder(key[1], holders)
                case "entity":
                    home = self._body_of(key, bodies)
                case "local":
                    home = self._full_name(key, surnames) or self._body_of(key, bodies)
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

    def _body_of(self, key: Key, bodies: Mapping[str, Key]) -> Key | None:
        """The one body of a person that speaks itself: as his claims name it, else as other texts do."""
        for told in (self.kept[key].bodies, self.whose.member.get(key[1], {}) if key[0] == "entity" else {}):
            speaking = _fullest(told.keys() & bodies.keys())
            # Somebody named with two bodies that both speak would make the two bodies one.
            if speaking:
                return bodies[speaking.pop()] if len(speaking) == 1 else None
        return None

    def _surnames(self) -> Iterator[tuple[str, Key]]:
        for key in self.kept:
            if key[0] == "entity" and self.entities[key[1]].type == "person":
                parts = name_words(self.entities[key[1]].name)
                for word in parts[-1:] if len(parts) > 1 else ():
                    for sound in {*word.keys, *word.bases}:
                        yield sound, key

    def _full_name(self, key: Key, surnames: Mapping[str, Key]) -> Key | None:
        """«Полковник Лютин» of one document: the only person of that surname anywhere, where the title or a
        telling number is the same too."""
        mine = self.kept[key]
        words = [w for name in mine.names for w in name_words(name)]
        if not words or len(words) != len(mine.names) or any(w.given is not None for w in words):
            return None
        found = {surnames[k] for w in words for k in (*w.keys, *w.bases) if k in surnames}
        if len(found) != 1:
            return None
        home = found.pop()
        numbers = {value for value, _ in mine.figures} & {value for value, _ in self.kept[home].figures}
        same = mine.titles & self.kept[home].titles or numbers
        return home if same else None


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
