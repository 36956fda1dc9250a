"""What speaks for and against one name in two documents being one person: trade, bodies, units, years.

A name alone is little where many people have it, and much where few do; what else the documents say is
weighed against that. The weights are set by hand: a calling that excludes the other outweighs any name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, combinations, product
from typing import NamedTuple

from muster.model.links import NameUse
from muster.text.names.bodies import compare_bodies
from muster.text.names.commonness import commonness
from muster.text.names.units import UnitParts, unit_parts
from muster.text.scripts import fold

# What a name is worth by how many people may have it (few, some, many); joined from JOIN on.
_NAME = (3.0, 2.0, 1.0)
JOIN = 1.0
_TRADES_AGREE, _TRADES_PART = 1.0, 2.5
_BODIES_AGREE, _BODIES_PART = 2.0, 1.0
_UNITS_AGREE, _UNITS_PART = 2.0, 2.5
_YEARS_APART, _LONG = 1.0, 15
# Contexts of one name that are compared with each other; of more, each with the first of these.
_MOST = 24

# Stems of callings of which one person rarely has two, in English, Russian and Ukrainian.
_STEMS = {
    "military": """commander soldier servicem[ae]n servicewom[ae]n (?<!press\\s)(?<!executive\\s)officer
        colonel major\\b captain lieutenant sergeant paratrooper infantryman gunner conscript командир солдат
        офицер офіцер полковник майор\\b капитан капітан лейтенант сержант рядов прапорщик контрактник
        военнослужащ військовослужб боец боєць десантник танкист""",
    "lawyer": """lawyer attorney\\b(?!\\sgeneral) advocate barrister solicitor адвокат юрист нотариус
        нотаріус""",
    "justice": """judge prosecutor investigator судь суддя судді прокурор следовател слідч""",
    "medicine": """doctor physician nurse surgeon medic\\b paramedic врач лікар медсестр хирург хірург
        фельдшер""",
    "press": """journalist reporter editor correspondent журналист журналіст редактор корреспондент
        кореспондент""",
    "church": """priest bishop imam rabbi pastor священник епископ єпископ имам імам раввин пастор монах""",
    "school": """teacher schoolmaster учител вчител воспитател виховател""",
    "work": """farmer driver miner fisherman electrician plumber welder фермер водител водій шахтер рыбак
        рибалка\\b сварщик слесар електрик электрик""",
}
_TRADES = {
    trade: re.compile(rf"\b(?:{'|'.join(stems.split())})", re.IGNORECASE) for trade, stems in _STEMS.items()
}
_FORMER = re.compile(r"\b(?:former|ex-|retired|бывш|экс-|отставн|колишн|екс-|відставн)", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


class Context(NamedTuple):
    """What the documents say of one person beside the name; empty where they say nothing."""

    trades: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    units: frozenset[UnitParts] = frozenset()
    years: frozenset[int] = frozenset()

    @property
    def told(self) -> bool:
        """Whether anything but a year is known."""
        return bool(self.trades or self.bodies or self.units)


@lru_cache(maxsize=20_000)
def _context(role: str | None, organisation: str | None, published: str | None) -> Context:
    said = fold(role or "")
    trades = {trade for trade, stems in _TRADES.items() if stems.search(said)}
    if _FORMER.search(said):
        trades.clear()
    units = {part for text in (role or "", organisation or "") for part in unit_parts(text) if part.kind}
    year = published[:4] if published and published[:4].isdecimal() else ""
    return Context(
        frozenset(trades),
        frozenset((organisation,) if organisation and not units else ()),
        frozenset(units),
        frozenset((int(year),) if year else ()),
    )


def context_of(uses: Iterable[NameUse]) -> Context:
    """What all these uses say together."""
    found = [_context(use.role, use.organisation, use.published) for use in uses]
    return Context(
        frozenset(trade for c in found for trade in c.trades),
        frozenset(body for c in found for body in c.bodies),
        frozenset(unit for c in found for unit in c.units),
        frozenset(year for c in found for year in c.years),
    )


def weigh(name: str, a: Context, b: Context) -> tuple[float, tuple[str, ...]]:
    """How much speaks for one person (joined from ``JOIN`` on), and what was weighed, in words."""
    score, reasons = _NAME[commonness(name)], []
    if commonness(name) == len(_NAME) - 1:
        reasons.append(f"many people are called “{name}”")
    units = _units(a, b)
    # Two commanders of two units do not agree in that.
    trades = None if units is False and _trades(a, b) else _trades(a, b)
    for part, agree, against, shown in (
        (trades, _TRADES_AGREE, _TRADES_PART, (", ".join(sorted(a.trades)),
        ", ".join(sorted(b.trades)))),
        (units, _UNITS_AGREE, _UNITS_PART, (_shown(a.units), _shown(b.units))),
        (_bodies(a, b), _BODIES_AGREE, _BODIES_PART, (", ".join(sorted(a.bodies)),
        ", ".join(sorted(b.bodies)))),
    ):  # fmt: skip
        if part is None:
            continue
        score += agree if part else -against
        one, other = sorted(shown)
        reasons.append(f"both documents say “{one}”" if one == other else
                       f"one document says “{one}”, the other “{other}”" +
                       (": this may be one" if part else ""))  # fmt: skip
    if a.years and b.years and (gap := min(abs(x - y) for x in a.years for y in b.years)) >= _LONG:
        score -= _YEARS_APART
        reasons.append(f"{gap} years lie between the documents")
    return score, tuple(reasons)


def _trades(a: Context, b: Context) -> bool | None:
    return not a.trades.isdisjoint(b.trades) if a.trades and b.trades else None


def _units(a: Context, b: Context) -> bool | None:
    if not a.units or not b.units:
        return None
    same = {(u.number, u.kind) for u in a.units} & {(u.number, u.kind) for u in b.units}
    # Of two kinds, one may be a part of the other: nothing is said then.
    return True if same else False if {u.kind for u in a.units} & {u.kind for u in b.units} else None


def _bodies(a: Context, b: Context) -> bool | None:
    if not a.bodies or not b.bodies:
        return None
    found = [(compare_bodies(x, y).verdict, x, y) for x in sorted(a.bodies) for y in sorted(b.bodies)]
    if any(verdict == "same" for verdict, _, _ in found):
        return True
    # Of two languages, one may be the other translated.
    one_script = all((_CYRILLIC.search(x) is None) == (_CYRILLIC.search(y) is None) for _, x, y in found)
    return False if one_script and all(verdict == "different" for verdict, _, _ in found) else None


def _shown(units: frozenset[UnitParts]) -> str:
    return ", ".join(sorted(" ".join(filter(None, unit)) for unit in units))


def parted(name: str, uses: Sequence[NameUse], pinned: frozenset[str] = frozenset()) -> list[list[NameUse]]:
    """The uses of one full name as groups that may be one person each, in order of their first document.

    Documents that say the same or nothing go together. What says nothing stays alone where the others part:
    nobody knows whose it is. Uses in ``pinned`` documents stand alone: a person judged them one by one.
    """
    atoms: dict[object, list[NameUse]] = {}
    for use in uses:
        said = _context(use.role, use.organisation, use.published)
        key = use.document if use.document in pinned else said
        atoms.setdefault(key, []).append(use)
    groups = [sorted(found, key=lambda use: use.document) for found in atoms.values()]
    groups.sort(key=lambda found: found[0].document)
    if len(groups) < 2:
        return groups
    told = [g for g in groups if g[0].document not in pinned and context_of(g).told]
    silent = [g for g in groups if g[0].document not in pinned and not context_of(g).told]
    joined = _joined(name, told)
    if silent:
        rest = [use for g in silent for use in g]
        joined = [[*joined[0], *rest]] if len(joined) == 1 else [*joined, rest]
    alone = [g for g in groups if g[0].document in pinned]
    ordered = [sorted(g, key=lambda use: use.document) for g in (*joined, *alone) if g]
    return sorted(ordered, key=lambda found: found[0].document)


def _joined(name: str, groups: list[list[NameUse]]) -> list[list[NameUse]]:
    """Groups whose contexts allow one person, followed through, unless two of them exclude each other."""
    contexts = [context_of(g) for g in groups]
    where = list(range(len(groups)))
    members = {n: [n] for n in where}
    pairs = combinations(range(min(len(groups), _MOST)), 2)
    far = ((i, j) for j in range(_MOST, len(groups)) for i in range(_MOST))
    for i, j in chain(pairs, far):
        one, other = sorted((where[i], where[j]))
        if one == other or weigh(name, contexts[i], contexts[j])[0] < JOIN:
            continue
        across = product(members[one][:_MOST], members[other][:_MOST])
        if all(weigh(name, contexts[x], contexts[y])[0] >= JOIN for x, y in across):
            moved = members.pop(other)
            members[one] += moved
            for n in moved:
                where[n] = one
    return [[use for n in found for use in groups[n]] for found in members.values()]


__all__ = ["JOIN", "Context", "context_of", "parted", "weigh"]
