"""The gold of eval/gold, read and checked: python eval/gold.py --check [FILES].

Each file points into its text by exact words; here they become offsets, ``text[start:stop] == words``.
Words are whole words: "he" does not stand in "the". Words that stand more than once are followed by ``@n``.
Prints one line per fault, then a table; exits with 1 where there is a fault. eval/gold/GUIDELINES.md says
what the fields mean.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent / "gold"
# For measuring only: nobody who works on the reader looks at the words of these documents.
BLIND = ROOT / "blind"
# Likewise, by the same kind of hand, written later: a set of its own, so that the figures of the first stand.
FRESH = BLIND / "fresh"
# By a second stranger to the rules, annotated for attributions alone: for developing, and for measuring only.
STRANGER = ROOT / "stranger"
STRANGER_BLIND = BLIND / "stranger"
LANGUAGES = ("en", "ru", "uk")
GENRES = ("agency", "news", "telegram", "interview", "release", "report", "feature")

BASES = ("unknown", "first-hand", "second-hand", "hearsay", "own-caseload", "party", "document")

_ALLOWED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "document": {"language": LANGUAGES, "genre": GENRES},
    "attribution": {
        "how": ("explicit", "implicit", "carried"),
        "type": ("direct", "indirect", "mixed"),
        "act": ("say", "write", "think", "intend"),
        "stance": ("asserted", "denied", "unverified"),
        "source_kind": ("named", "call-sign", "anonymous", "group", "organisation", "document"),
        "basis": BASES,
    },
    "quantity": {
        "kind": ("count", "share", "duration", "age", "distance", "money", "rate", "ordinal"),
        "modality": ("asserted", "estimated", "possible", "required", "denied"),
    },
    "time": {"type": ("DATE", "TIME", "DURATION", "SET")},
    "trap": {"kind": ("attribution", "quantity", "time")},
}
# What a field holds: str is a remark, "words" points into the text, "list" points into it several times.
_FIELDS: Mapping[str, Mapping[str, object]] = {
    "document": {
        **dict.fromkeys(("language", "genre", "text"), str),
        "published": date,
        **dict.fromkeys(("attribution", "quantity", "time", "trap", "event", "contradiction"), list),
    },
    "attribution": {
        **dict.fromkeys(("content", "via", "hedges"), "list"),
        **dict.fromkeys(("cue", "source", "addressee", "signal"), "words"),
        **dict.fromkeys(
            ("id", "speaker", "how", "type", "act", "inside", "stance", "source_kind", "basis"), str
        ),
        "protected": bool,
    },
    "quantity": {
        "words": "words",
        **dict.fromkeys(("low", "high"), float),
        **dict.fromkeys(("low_open", "high_open", "approximate", "cumulative"), bool),
        **dict.fromkeys(("what", "population", "kind", "unit", "vague", "modality"), str),
    },
    "time": {"words": "words", "type": str, "value": str, "first": date, "last": date},
    "trap": {"words": "words", "kind": str, "why": str},
    "event": {"words": "words", "rank": int, "first": date, "last": date},
    "contradiction": {"words": "list", "why": str},
}
_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "document": ("language", "genre", "text"),
    "attribution": ("content", "speaker"),
    "quantity": ("words",),
    "time": ("words", "type", "value"),
    "trap": ("words", "kind", "why"),
    "event": ("words", "rank"),
    "contradiction": ("words", "why"),
}
_NTH = re.compile(r"@([1-9]\d?)\Z")
_VALUE = re.compile(
    r"(?:PRESENT|PAST|FUTURE)_REF|P(?=[\dXT])(?:[\dX.]+[YMWD])*(?:T(?:[\dX.]+[HMS])+)?|P[\dX]+(?:DE|CE|Q)"
    r"|(?:[\dX]{2,4}(?:-(?:[\dX]{2}|W[\dX]{2}|Q[1-4X]|H[12X]|SP|SU|FA|WI)(?:-(?:[\dX]{2}|WE|[1-7]))?)?)?"
    r"(?:T(?:[\dX]{2}(?::[\dX]{2}){0,2}|MO|MI|AF|EV|NI|DT))?"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words of a text: code points ``start`` to ``stop``."""

    start: int
    stop: int
    words: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody said, wrote, thought or intended the content; ``inside`` names the one that holds it."""

    content: tuple[Words, ...]
    speaker: str
    id: str = ""
    cue: Words | None = None
    source: Words | None = None
    how: str = "explicit"
    type: str = "direct"
    act: str = "say"
    via: tuple[Words, ...] = ()
    addressee: Words | None = None
    inside: str = ""
    stance: str = "asserted"
    source_kind: str = "named"
    hedges: tuple[Words, ...] = ()
    basis: str = "unknown"
    protected: bool = False
    signal: Words | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, with the closed interval it gives; ``None`` is a bound nobody gave."""

    words: Words
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    what: str = ""
    population: str = ""
    kind: str = "count"
    unit: str = ""
    vague: str = ""
    cumulative: bool = False
    modality: str = "asserted"


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 with the days between which it lies."""

    words: Words
    type: str
    value: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Trap:
    """Words that look like an attribution, a quantity or a time and are none."""

    words: Words
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event of a narrative; equal ranks: the text does not say which came first."""

    words: Words
    rank: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Words of one narrative that cannot all be true."""

    words: tuple[Words, ...]
    why: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated file; ``id`` is its path below the folder, such as ``en/market-1``."""

    id: str
    language: str
    genre: str
    published: date | None
    text: str
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    traps: tuple[Trap, ...] = ()
    events: tuple[Event, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


class GoldFault(ValueError):
    """A file of the gold is at fault; the message has one line per fault."""


def load(folder: Path = ROOT) -> list[GoldDocument]:
    """The annotated documents of all languages, by id; raises GoldFault."""
    return [_sound(p, folder) for p in sorted(folder.glob("*/*.toml")) if p.parent.name in LANGUAGES]


def load_narratives(folder: Path = ROOT) -> list[GoldDocument]:
    """The narratives, by id; raises GoldFault."""
    return [_sound(p, folder) for p in sorted(folder.glob("narratives/*.toml"))]


def read(path: Path, folder: Path = ROOT) -> tuple[GoldDocument | None, list[str]]:
    """One file and its faults; no document where there is no text to point into."""
    inside = path.resolve().is_relative_to(folder.resolve())
    name = path.resolve().relative_to(folder.resolve()) if inside else Path(path.name)
    reader = _Reader(name.as_posix())
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return None, [f"{reader.name}: not TOML: {error}"]
    return reader.document(raw), reader.faults


def find(text: str, pointer: str) -> Words:
    """The place that exact words name; ``@2`` after them means the second place. Raises GoldFault."""
    nth = _NTH.search(pointer)
    words = pointer[: nth.start()] if nth else pointer
    if not words.strip():
        raise GoldFault("no words")
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    places = [m.start() for m in re.finditer(before + re.escape(words) + after, text)]
    wanted = int(nth[1]) if nth else 1
    if len(places) < wanted:
        raise GoldFault(
            f"stands {len(places)} times: {pointer!r}" if nth else f"not in the text: {pointer!r}"
        )
    if not nth and len(places) > 1:
        raise GoldFault(f"stands {len(places)} times, say which with @n: {pointer!r}")
    start = places[wanted - 1]
    return Words(start, start + len(words), words)


class _Reader:
    """Reads one file and collects its faults instead of stopping at the first."""

    def __init__(self, name: str) -> None:
        self.name, self.text, self.faults = name, "", list[str]()

    def fault(self, where: str, what: str) -> None:
        self.faults.append(f"{self.name}: {where}: {what}")

    def document(self, raw: dict[str, Any]) -> GoldDocument | None:
        self.text = raw["text"] if isinstance(raw.get("text"), str) else ""
        head = self.fields("document", "document", raw)
        if not all(head.get(k) for k in _REQUIRED["document"]):
            return None
        rows = {
            kind: [
                (f"{kind} {n}", self.fields(kind, f"{kind} {n}", row))
                for n, row in enumerate(raw.get(kind, []), 1)
            ]
            for kind in _REQUIRED
            if kind != "document"
        }
        self.laws(rows)
        sound = {
            kind: [row for _, row in several if all(k in row for k in _REQUIRED[kind])]
            for kind, several in rows.items()
        }
        return GoldDocument(
            self.name.removesuffix(".toml"),
            head["language"],
            head["genre"],
            head.get("published"),
            self.text,
            tuple(Attribution(**row) for row in sound["attribution"]),
            tuple(Quantity(**row) for row in sound["quantity"]),
            tuple(Time(**row) for row in sound["time"]),
            tuple(Trap(**row) for row in sound["trap"]),
            tuple(Event(**row) for row in sound["event"]),
            tuple(Contradiction(**row) for row in sound["contradiction"]),
        )

    def fields(self, kind: str, where: str, row: dict[str, Any]) -> dict[str, Any]:
        """The fields of one table as the records want them; what is at fault is left out."""
        found: dict[str, Any] = {}
        for key in _REQUIRED[kind]:
            if not row.get(key):
                self.fault(where, f"{key} is missing")
        for key, value in row.items():
            if key not in _FIELDS[kind]:
                self.fault(where, f"unknown field {key!r}")
                continue
            try:
                found[key] = self.value(_FIELDS[kind][key], value)
            except (GoldFault, TypeError, ValueError) as error:
                self.fault(where, f"{key}: {error}")
                continue
            allowed = _ALLOWED.get(kind, {}).get(key)
            if allowed and value not in allowed:
                self.fault(where, f"{key} {value!r} is none of {', '.join(allowed)}")
        return found

    def value(self, holds: object, value: Any) -> Any:
        if holds == "words":
            return find(self.text, value)
        if holds == "list":
            if not isinstance(value, list):
                raise GoldFault("a list is wanted")
            return tuple(find(self.text, v) for v in value)
        if holds is date:
            return date.fromisoformat(value)
        if holds is float and type(value) in (int, float):
            return float(value)
        if type(value) is not holds:
            raise GoldFault(f"{value!r} is of another kind")
        return value

    def laws(self, rows: dict[str, list[tuple[str, dict[str, Any]]]]) -> None:
        """What must hold between fields and between tables."""
        named = {row["id"]: row for _, row in rows["attribution"] if row.get("id")}
        for where, row in rows["attribution"]:
            outer = named.get(row.get("inside", ""))
            if row.get("inside") and (outer is None or outer is row):
                self.fault(where, f"inside {row['inside']!r} names no other attribution")
            elif outer and not _holds(outer.get("content", ()), row.get("content", ())[:1]):
                self.fault(where, f"its content does not stand in that of {row['inside']!r}")
        for where, row in rows["quantity"]:
            low, high = row.get("low"), row.get("high")
            if low is not None and high is not None and low > high:
                self.fault(where, f"low {low:g} > high {high:g}")
            if low is None and high is None and not row.get("vague"):
                self.fault(where, "neither bounds nor vague")
            if row.get("population") and row["population"] not in self.text:
                self.fault(where, f"population not in the text: {row['population']!r}")
        for where, row in rows["time"]:
            if row.get("type") in ("DURATION", "SET") and ("first" in row or "last" in row):
                self.fault(where, "a duration or set has no first and last")
            if not _VALUE.fullmatch(row.get("value", "")):
                self.fault(where, f"value {row['value']!r} is no TIMEX3 value")
        for where, row in rows["time"] + rows["event"]:
            if "first" in row and "last" in row and row["first"] > row["last"]:
                self.fault(where, f"first {row['first']} > last {row['last']}")
        for (_, one), (where, two) in zip(rows["event"], rows["event"][1:], strict=False):
            if one.get("rank", 0) > two.get("rank", 0):
                self.fault(where, "rank lower than that of the event before it")


def _holds(outer: Iterable[Words], inner: Iterable[Words]) -> bool:
    return all(any(o.start <= i.start and i.stop <= o.stop for o in outer) for i in inner)


def _sound(path: Path, folder: Path) -> GoldDocument:
    document, faults = read(path, folder)
    if faults or document is None:
        raise GoldFault("\n".join(faults))
    return document


def table(documents: Iterable[GoldDocument]) -> list[str]:
    """Lines with the counts of each language."""
    counts: dict[str, Counter[str]] = {}
    for d in documents:
        mine = counts.setdefault(d.language, Counter())
        mine["narratives" if d.events else "documents"] += 1
        mine["words"] += len(d.text.split())
        mine["attributions"] += len(d.attributions)
        for a in d.attributions:
            mine.update((f"  {a.type}", f"  {a.how}"))
        mine["quantities"] += len(d.quantities)
        mine["times"] += len(d.times)
        mine["traps"] += len(d.traps)
        mine["events"] += len(d.events)
    how = [f"  {value}" for key in ("type", "how") for value in _ALLOWED["attribution"][key]]
    lines = [
        *("documents", "narratives", "words", "attributions", *how),
        *("quantities", "times", "traps", "events"),
    ]
    languages = sorted(counts)
    return [
        f"{'':14}" + "".join(f"{language:>8}" for language in languages),
        *(f"{line:14}" + "".join(f"{counts[language][line]:8}" for language in languages) for line in lines),
    ]


def check(paths: Iterable[Path], folder: Path = ROOT) -> int:
    """Prints faults and the table; 1 where there is a fault, 0 where not."""
    documents, faults = [], []
    for path in paths:
        document, found = read(path, folder)
        faults += found
        documents += [document] if document else []
    print("\n".join([*faults, *table(documents)]))
    return 1 if faults else 0


def main(arguments: list[str]) -> int:
    if arguments[:1] != ["--check"]:
        print(__doc__)
        return 2
    chosen = [Path(a) for a in arguments[1:]]
    folders = (ROOT, BLIND, FRESH, STRANGER, STRANGER_BLIND)
    every = [path for folder in folders for path in folder.glob("*/*.toml")]
    return check(chosen or sorted(p for p in every if p.parent.name in (*LANGUAGES, "narratives")))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
