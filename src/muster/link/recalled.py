"""A count that a text recalls in its own voice, naming who gave it: "the Observatory has not updated its
count of 1,640"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from muster.link.independence import is_telling
from muster.link.kept import Kept
from muster.link.whose import Key, Whose
from muster.model.links import Statement

_MOST_WORDS = 6
_MARKS = ' .,;:!?()[]«»“”„"–—'


@dataclass(slots=True)
class Recalled:
    """Statements in a text's own voice that name a person or a body and give a telling number; they wait
    until it is known what everybody says."""

    whose: Whose
    waiting: list[tuple[Statement, str, Key, tuple[Key, ...]]] = field(default_factory=list)

    def holds(self, s: Statement, root: str, key: Key) -> bool:
        """True where the statement waits."""
        if not s.own_voice or not any(is_telling(value) for value, _ in s.figures):
            return False
        named = tuple(sorted(self._named(s.words) - {key}))
        if named:
            self.waiting.append((s, root, key, named))
        return bool(named)

    def all(self, kept: Mapping[Key, Kept]) -> Iterator[tuple[Statement, str, Key, Key]]:
        """Each with the one it names who had given all its telling numbers by then, if that is one, else with
        the text's own voice; and with the text's own voice."""
        for s, root, key, named in self.waiting:
            given = [one for one in named if _gave(s, one, kept)]
            yield s, root, given[0] if len(given) == 1 else key, key

    def _named(self, words: str) -> set[Key]:
        """People and bodies whose full names stand in the words."""
        found: set[Key] = set()
        parts = words.split()
        for start, first in enumerate(parts):
            if not first.strip(_MARKS)[:1].isupper():
                continue
            for stop in range(min(len(parts), start + _MOST_WORDS), start, -1):
                name = " ".join(parts[start:stop]).strip(_MARKS)
                if key := self.whose.named_by(name):
                    found.add(key)
                    break
        return found


def _gave(s: Statement, one: Key, kept: Mapping[Key, Kept]) -> bool:
    told: dict[float, str] = {}
    for key in {one, ("voice", one[1])}:
        if key in kept:
            for (value, _), date in kept[key].figures.items():
                told[value] = min(date or "9999", told.get(value, "9999"))
    published = (s.published or "9999")[:10]
    telling = {value for value, _ in s.figures if is_telling(value)}
    return all(
        value in told and (told[value] == "9999" or told[value][:10] <= published) for value in telling
    )


__all__ = ["Recalled"]
