"""What is told of each person, alone and with what is public: how few of a population that still fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from muster.publish.jigsaw.findings import Finding, few, finding
from muster.publish.jigsaw.material import Said
from muster.publish.jigsaw.population import Index, Population
from muster.stats.anonymity import fit
from muster.text.clues import Clue, find_clues, wanted
from muster.text.identifiers import find_identifiers

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
        spans = [*covered, *((c.start, c.stop) for c in _of(said.who, self.clues(said.words)))]
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
    needs = wanted(who, "name") if who and not any(c.isdigit() for c in who) else []
    found = [c for c in clues if c.kind in ("name", "home") and any(c.keys & need for need in needs)]
    return found if needs and all(any(c.keys & need for c in found) for need in needs) else []


def combinations(
    said: Sequence[Said], earlier: Sequence[Said], public: Sequence[Said], teller: Teller, *, smallest: int,
    diverse: int,
) -> Iterator[Finding]:  # fmt: skip
    """A finding for each person of whom too little is left open, or of whom that is not known."""
    past = [(s, teller.profile(s)) for s in earlier]
    others = [(s, teller.profile(s)) for s in public]
    for who, passages in _subjects(said):
        own = Profile()
        for s in passages:
            own.add(teller.profile(s))
        if own.kinds:
            with_past = _joined(own, who, past, teller)
            whole = _joined(with_past, who, others, teller)
            yield from _judged(
                (("combination", own), ("series", with_past), ("joined", whole)),
                passages, teller, smallest=smallest, diverse=diverse,
            )  # fmt: skip


def _subjects(said: Sequence[Said]) -> Iterator[tuple[str, list[Said]]]:
    """Everything about one protected person together; any other passage by itself."""
    by_who: dict[str, list[Said]] = {}
    for n, s in enumerate(said):
        by_who.setdefault(s.who or f"\0{n}", []).append(s)
    for who, passages in by_who.items():
        yield "" if who.startswith("\0") else who, passages


def _joined(own: Profile, who: str, record: Sequence[tuple[Said, Profile]], teller: Teller) -> Profile:
    """``own`` with all that the record tells of somebody of this name, or of whom two or more cells agree."""
    made = Profile()
    made.add(own)
    for s, told in record:
        named = bool(who) and (
            s.who == who or who in s.words.split() or bool(_of(who, teller.clues(s.words)))
        )
        shared = sum(bool(own.told.get(c, set()) & cells) for c, cells in told.told.items())
        if named or shared >= 2:
            # His own alias, in a text of others, tells nothing new of him.
            made.add(teller.profile(replace(s, who=who)) if named and s.who != who else told)
    return made


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
