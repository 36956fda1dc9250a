"""A count in a text's own voice that names who counted ("the inspectorate found 64 cases"), or who gave it
before ("the Observatory has not updated its count of 1,640")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from muster.link.independence import is_telling
from muster.link.kept import Kept
from muster.link.whose import Key, Whose
from muster.model.links import Statement
from muster.text.names.institutions import institution

_MOST_WORDS = 6
_MOST_COUNTERS = 30
_MARKS = ' .,;:!?()[]«»“”„"–—'
# Behind a name: that it counted, found or put a number. A few words or a clause may stand between.
_COUNTED = re.compile(
    r"(?i)\A['’]?s?(?:,[^,.]{0,60},|,)?\s*(?:[\w’'-]+\s){0,1}"
    r"(?:counted|counts|recorded|documented|registered|estimated|estimates|tallied"
    r"|(?:на|под|по)?считал[аио]?|насчитывает|зафиксировал[аио]?|задокументировал[аио]?|оценил[аио]?|оценивает"
    r"|зарегистрировал[аио]?|нарахува(?:в|л[аио])|підраху(?:вав|вал[аио])|поліч[иі](?:в|л[аио])"
    r"|зафіксува(?:в|л[аио])|задокументува(?:в|л[аио])|оціни(?:в|л[аио])|оцінює|зареєструва(?:в|л[аио]))(?!\w)"
)
_CASES = re.compile(
    r"(?i)\s(?:[\w’'-]+\s){0,3}?\d[\d,.]{0,9}\s(?:[\w’'-]+\s){0,1}(?:cases|violations|instances|incidents|случа|нарушени"
    r"|эпизод|випадк|порушен|епізод)"
)
# That it found something is its word only where it gave the number before: others tell of it too.
_FOUND = re.compile(
    r"(?i)\A(?:,[^,.]{0,60},|,)?\s*(?:[\w’'-]+\s){0,1}(?:found|finds|established|identified|наш[её]л|нашл[аои]"
    r"|обнаружил[аио]?|установил[аио]?|выявил[аио]?|знайш(?:ов|л[аио])|вияви(?:в|л[аио])|встанови(?:в|л[аио]))(?!\w)"
)
_CYRILLIC_WORD = re.compile(r"\s[а-яёіїєґ]{4,}(?=\s)")
_CLOSING = ("»", "”", "“", '"')
_QUOTED = re.compile(r"\s[«“„\"][^»”“\"\n]{2,60}[»”“\"]")


@dataclass(slots=True)
class _Waiting:
    """``named``: full names in the words, True where it is said that they counted; ``called``: words like
    "the mission" that counted or, False, found something."""

    statement: Statement
    root: str
    key: Key
    named: dict[Key, bool]
    called: list[tuple[str, bool]]


@dataclass(slots=True)
class Recalled:
    """Statements in a text's own voice that name a person or a body and give a number; they wait until it is
    known what everybody says."""

    whose: Whose
    waiting: list[_Waiting] = field(default_factory=list)

    def holds(self, s: Statement, root: str, key: Key) -> bool:
        """True where the statement waits."""
        if not s.own_voice or not s.figures:
            return False
        telling = any(is_telling(value) for value, _ in s.figures)
        named = self._named(s.words)
        named.pop(key, None)
        if not telling:
            named = {one: True for one, counted in named.items() if counted}
        called = [one for one in _called(s.words) if telling or one[1]]
        for words, _ in called:
            if words[-1:] in _CLOSING:
                self.whose.told_fully(words, root)
        if named or called:
            self.waiting.append(_Waiting(s, root, key, named, called))
        return bool(named or called)

    def all(self, kept: Mapping[Key, Kept]) -> Iterator[tuple[Statement, str, Key, Key]]:
        """Each with the one it names who counted, else who had given all its telling numbers by then, if that
        is one, else with the text's own voice; and with the text's own voice."""
        counters = _by_number(kept) if any(w.called for w in self.waiting) else {}
        given_by = _Given(kept)
        for w in self.waiting:
            counted = [one for one, did in w.named.items() if did]
            given = counted or [one for one in sorted(w.named) if given_by.by(one, w.statement)]
            if not given:
                given = [one for one in _meant(w, counters) if given_by.by(one, w.statement)]
            if not given:
                given = [("body", self.whose.member_of(words, w.root)) for words, did in w.called if did]
                given = [one for one in given if len(one[1].split()) > 1]
            yield w.statement, w.root, given[0] if len(given) == 1 else w.key, w.key

    def _named(self, words: str) -> dict[Key, bool]:
        """People and bodies whose full names stand in the words, and whether a verb of counting follows."""
        found: dict[Key, bool] = {}
        parts = [(m.group(), m.start()) for m in re.finditer(r"\S+", words)]
        for start, (first, begin) in enumerate(parts):
            if not first.strip(_MARKS)[:1].isupper():
                continue
            for stop in range(min(len(parts), start + _MOST_WORDS), start, -1):
                last, at = parts[stop - 1]
                end = at + len(last.rstrip(_MARKS))
                if key := self.whose.named_by(words[begin:end].strip(_MARKS)):
                    counted = _counted(words[end:])
                    found[key] = found.get(key, False) or counted
                    break
        return found


def _counted(rest: str) -> bool:
    """A verb of counting, or that it found so many cases."""
    found = _FOUND.match(rest)
    return bool(_COUNTED.match(rest) or (found and _CASES.match(rest, found.end())))


def _called(words: str) -> list[tuple[str, bool]]:
    """Runs of words that name a kind of body, with a name in quotation marks behind it: "the border service",
    «комитет „Тихая вода“», before a verb of counting (True) or finding."""
    found: list[tuple[str, bool]] = []
    run: list[tuple[int, int]] = []
    for part in (*re.finditer(r"\S+", words), None):
        one = institution(part.group().strip(_MARKS)) if part else None
        if part and one and one.means and not one.names:
            run.append(part.span())
            continue
        if run:
            begin, end = run[0][0], run[-1][1]
            quoted = _QUOTED.match(words, end)
            end = quoted.end() if quoted else end
            called = words[begin:end].strip(" .,;:!?()")
            whole = institution(called)
            more = None if quoted else _CYRILLIC_WORD.match(words, end)
            if more and _COUNTED.match(words[more.end() :]):
                called, end = words[begin : more.end()], more.end()
            counted = _counted(words[end:])
            is_body = whole.head and not whole.post and (quoted or not whole.names)
            if is_body and (counted or _FOUND.match(words[end:])):
                found.append((called, counted))
        run = []
    return found


def _by_number(kept: Mapping[Key, Kept]) -> dict[float, list[Key]]:
    """Bodies and outlets by each telling number that they give."""
    found: dict[float, list[Key]] = {}
    for key in sorted(kept):
        if key[0] in ("body", "voice"):
            for value in {value for value, _ in kept[key].figures}:
                found.setdefault(value, []).append(key)
    return found


def _meant(w: _Waiting, counters: Mapping[float, list[Key]]) -> list[Key]:
    """Who gives a number of the statement and may be what it calls "the mission"; nobody where many do."""
    numbers = [counters.get(value, []) for value, _ in w.statement.figures if is_telling(value)]
    few = min(numbers, key=len, default=[])
    if not few or len(few) > _MOST_COUNTERS:
        return []
    means = [institution(words).means for words, _ in w.called]
    held = {key: set(key[1].split()) for key in few if key != w.key}
    return [key for key, words in held.items() if any(each <= words for each in means)]


@dataclass(slots=True)
class _Given:
    """Telling numbers with the first date on which somebody gave them, looked up once for each."""

    kept: Mapping[Key, Kept]
    held: dict[Key, dict[float, str]] = field(default_factory=dict)

    def _of(self, one: Key) -> dict[float, str]:
        found = self.held.get(one)
        if found is None:
            found = self.held[one] = {}
            for key in {one, ("voice", one[1])}:
                for (value, _), date in self.kept[key].figures.items() if key in self.kept else ():
                    found[value] = min(date or "9999", found.get(value, "9999"))
        return found

    def by(self, one: Key, s: Statement) -> bool:
        """True where he had given all telling numbers of the statement by then."""
        told, published = self._of(one), (s.published or "9999")[:10]
        telling = {value for value, _ in s.figures if is_telling(value)}
        return all(
            value in told and (told[value] == "9999" or told[value][:10] <= published) for value in telling
        )


__all__ = ["Recalled"]
