"""What is told of each person, alone and with what is public: how few of a population that still fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from muster.publish.jigsaw.findings import Finding, few, finding
from muster.publish.jigsaw.material import Said
from muster.publish.jigsaw.population import Index, Population
from muster.stats.anonymity import fit
from muster.text.clues import Clue, find_clues, wanted
from muster.text.identifiers.identifiers import find_identifiers

# Kinds of detail as a sentence calls them; people, telephones and the like are direct and another matter.
NAMES: Final[Mapping[str, str]] = {
    "unit": "unit", "unit kind": "kind of unit", "date": "days", "place": "place", "home": "home",
    "region": "region", "organisation": "institution", "age": "age", "rank": "rank", "kin": "kinship",
    "job": "occupation", "wound": "wound", "group": "people or faith", "amount": "number", "name": "name",
    "number": "number", "days": "days",
}  # fmt: skip
_QUASI: Final = frozenset(
    ("unit", "date", "place", "organisation", "age", "rank", "kin", "job", "wound", "group", "name")
)
# From so many kinds of detail on, an unknown k is not only told: somebody must answer for it.
THICK: Final = 3


@dataclass(slots=True)
class Profile:
    """What is told of one person: column → cells of the table; kinds of detail the table does not tell."""

    told: dict[str, set[str]] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)
    unresolved: set[str] = field(default_factory=set)

    def add(self, other: Profile) -> None:
        """Tell more of the same person. Nothing is ever taken back."""
        for column, cells in other.told.items():
            self.told.setdefault(column, set()).update(cells)
        self.kinds |= other.kinds
        self.unresolved |= other.unresolved

    def words(self, columns: Iterable[str]) -> str:
        """ "place + occupation + age"."""
        return " + ".join(sorted({NAMES[c] for c in columns}))


@dataclass(frozen=True, slots=True)
class Verdict:
    """``k`` None: unknown. ``at_most``: how many fit as far as the table tells. ``diversity`` as in `Fit`."""

    k: int | None
    at_most: int | None
    diversity: int | None


class Teller:
    """Makes profiles of passages, by the table where there is one. Each passage is read once."""

    def __init__(self, population: Population | None) -> None:
        self.population = population
        self.index = Index(population) if population else None
        self._clues: dict[str, list[Clue]] = {}

    def clues(self, words: str) -> list[Clue]:
        """The clues of a passage."""
        if words not in self._clues:
            self._clues[words] = find_clues(words)
        return self._clues[words]

    def profile(self, said: Said) -> Profile:
        """What one passage tells of whom it is about."""
        made = Profile()
        covered: list[tuple[int, int]] = []
        if self.index is not None:
            figures: dict[str, list[tuple[int, int, float, float]]] = {}
            for f in said.figures:
                figures.setdefault(f.kind, []).append((f.start, f.stop, f.low, f.high))
            resolved = self.index.resolve(self.clues(said.words), figures)
            made.told = {column: set(cells) for column, cells in resolved.told.items()}
            covered += resolved.places
            made.kinds |= set(made.told)
        for kind in self._left(said, covered):
            made.kinds.add(kind)
            if kind not in ((self.population.aside if self.population else None) or {}):
                made.unresolved.add(kind)
        return made

    def _left(self, said: Said, covered: Sequence[tuple[int, int]]) -> Iterator[str]:
        """Kinds of detail that the detectors see where the table's words do not stand."""
        clues = self.clues(said.words)
        spans = [*covered, *((c.start, c.stop) for who in said.who for c in _of(who, clues))]
        for found in find_identifiers(said.words):
            inside = any(start < found.stop and found.start < stop for start, stop in spans)
            if found.field in _QUASI and not inside:
                yield found.field
        if any(f.kind == "people" and not _covers(spans, f.start, f.stop) for f in said.figures):
            yield "number"

    def verdict(self, profile: Profile) -> Verdict:
        """How many fit. Without a table, or where it does not tell everything that is told, unknown."""
        if self.population is None:
            return Verdict(None, None, None)
        sensitive = [c for c in self.population.sensitive if c not in profile.told]
        found = fit(self.population.rows, profile.told, sensitive)
        sure = found.whole and not profile.unresolved
        return Verdict(found.k if sure else None, found.k, found.diversity)


def _covers(spans: Sequence[tuple[int, int]], start: int, stop: int) -> bool:
    return any(a < stop and start < b for a, b in spans)


def _of(who: str, clues: Sequence[Clue]) -> list[Clue]:
    """Where somebody is named by this alias, in any case or script; a code is looked for as it is."""
    needs = wanted(who, "name") if who and not any(c.isdecimal() for c in who) else []
    found = [c for c in clues if c.kind in ("name", "home") and any(c.keys & need for need in needs)]
    return found if needs and all(any(c.keys & need for c in found) for need in needs) else []


def combinations(
    said: Sequence[Said], earlier: Sequence[Said], public: Sequence[Said], teller: Teller, *, smallest: int,
    diverse: int,
) -> Iterator[Finding]:  # fmt: skip
    """A finding for each person of whom too little is left open, or of whom that is not known."""
    past, others = _Record(earlier, teller), _Record(public, teller)
    for who, passages in _subjects(said):
        own = Profile()
        for s in passages:
            own.add(teller.profile(s))
        if own.kinds:
            with_past = past.joined(own, who)
            whole = others.joined(with_past, who)
            yield from _judged(
                (("combination", own), ("series", with_past), ("joined", whole)),
                passages, teller, smallest=smallest, diverse=diverse,
            )  # fmt: skip


def _subjects(said: Sequence[Said]) -> Iterator[tuple[str, list[Said]]]:
    """Everything about one protected person together; any other passage by itself."""
    by_who: dict[str, list[Said]] = {}
    for s in said:
        for who in s.who:
            by_who.setdefault(who, []).append(s)
    yield from by_who.items()
    yield from (("", [s]) for s in said if not s.who)


class _Record:
    """What is public, found again by alias and by what it tells, without walking over all of it."""

    def __init__(self, said: Sequence[Said], teller: Teller) -> None:
        self._teller = teller
        self._items = [(s, teller.profile(s)) for s in said]
        self._named: dict[str, set[int]] = {}
        self._telling: dict[tuple[str, str], set[int]] = {}
        for n, (s, told) in enumerate(self._items):
            keys = {key for c in teller.clues(s.words) if c.kind in ("name", "home") for key in c.keys}
            for name in {*s.who, *s.words.split(), *keys}:
                self._named.setdefault(name, set()).add(n)
            for column, cells in told.told.items():
                for cell in cells:
                    self._telling.setdefault((column, cell), set()).add(n)

    def joined(self, own: Profile, who: str) -> Profile:
        """``own`` with all that is told of somebody of this name, or where two or more columns agree."""
        made = Profile()
        made.add(own)
        named = self._about(who)
        for n in sorted(named | self._alike(own)):
            s, told = self._items[n]
            # His own alias, in a text of others, tells nothing new of him.
            made.add(self._teller.profile(replace(s, who=(*s.who, who))) if n in named else told)
        return made

    def _about(self, who: str) -> set[int]:
        found = set(self._named.get(who, ())) if who else set()
        needs = wanted(who, "name") if who and not any(c.isdecimal() for c in who) else []
        for need in needs[:1]:
            near = set[int]().union(*(self._named.get(key, set()) for key in need))
            found |= {n for n in near if _of(who, self._teller.clues(self._items[n][0].words))}
        return found

    def _alike(self, own: Profile) -> set[int]:
        """Where two columns or more agree with what is told."""
        columns: Counter[int] = Counter()
        for column, cells in own.told.items():
            columns.update(set[int]().union(*(self._telling.get((column, cell), set()) for cell in cells)))
        return {n for n, agree in columns.items() if agree >= 2}


_WITH: Final = {
    "combination": "",
    "series": ", with what earlier releases tell",
    "joined": ", with what others published",
}


def _judged(
    steps: Sequence[tuple[str, Profile]],
    passages: Sequence[Said],
    teller: Teller,
    *,
    smallest: int,
    diverse: int,
) -> Iterator[Finding]:
    weight = "note" if all(s.open for s in passages) else "warns"
    where, about = [s.where for s in passages], [s.words for s in passages]
    verdicts = [(kind, profile, teller.verdict(profile)) for kind, profile in steps]
    for kind, profile, verdict in verdicts:
        if verdict.at_most is not None and profile.told and verdict.at_most < smallest and teller.population:
            few_fit = few(verdict.at_most, smallest, teller.population.counts)
            says = f"{profile.words(profile.told)}{_WITH[kind]}: {few_fit}"
            yield finding(kind, weight, says, where, about)
            return
    for kind, profile, verdict in verdicts:
        if (
            verdict.diversity is not None
            and profile.told
            and verdict.diversity < diverse
            and teller.population
        ):
            learnt = profile.words(c for c in teller.population.sensitive if c not in profile.told)
            says = f"{profile.words(profile.told)}{_WITH[kind]}: many fit, but their {learnt} is the same"
            yield finding("diversity", weight, says, where, about)
            return
    _, profile, verdict = verdicts[-1]
    # Named by the first step that already tells all of it.
    kind = next(name for name, told, _ in verdicts if told.kinds == profile.kinds)
    if verdict.k is None:
        thick = len(profile.kinds) >= THICK and any(s.who for s in passages)
        why = "no population table was given" if teller.population is None else (
            f"the table does not tell {profile.words(profile.unresolved)}" if profile.unresolved
            else "nobody in the table fits all of it")  # fmt: skip
        says = f"{profile.words(profile.kinds)}{_WITH[kind]}: how many this fits is unknown; {why}"
        yield finding("unknown", weight if thick else "note", says, where, about)


__all__ = ["NAMES", "Profile", "THICK", "Teller", "Verdict", "combinations"]
