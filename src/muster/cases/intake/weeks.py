"""Sorted questions in; what was asked most, week by week, out: few are hidden, and what would give them
away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from muster.cases.intake.triage import NO_TOPIC
from muster.cases.outcomes import ALL, SMALL, hidden
from muster.text.concepts import keys_of_word
from muster.text.tokens import tokens_of

# More columns than these nobody reads.
_SHOWN = 10
_REST = "all other"


@dataclass(frozen=True, slots=True)
class Counted:
    """A question as it is counted: the day it came, its topic, and its family (its own code where none is
    known)."""

    day: str
    topic: str
    family: str


def weeks_of(questions: Iterable[Counted]) -> list[dict[str, str]]:
    """A row per ISO week and one of all; a column per topic asked most, the rest as one. A family that asks
    the
    same thing twice in a week asked once."""
    once = {(_week(q.day), q.topic, q.family) for q in questions}
    counts = Counter((week, topic) for week, topic, _ in once)
    totals: Counter[str] = Counter()
    for (_, topic), n in counts.items():
        totals[topic] += n
    topics = [t for t, _ in sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))]
    shown, rest = topics[:_SHOWN], topics[_SHOWN:]
    columns = [*shown, *([_REST] if rest else [])]
    rows = sorted({week for week, _ in counts})
    cells = {(r, c): counts[r, c] for r in rows for c in shown}
    for r in rows:
        if rest:
            cells[r, _REST] = sum(counts[r, t] for t in rest)
        cells[r, ALL] = sum(cells[r, c] for c in columns)
    for c in (*columns, ALL):
        cells[ALL, c] = sum(cells[r, c] for r in rows)
    gone = hidden(cells)
    return [
        {"week": r, **{c: "hidden" if (r, c) in gone else str(cells[r, c]) for c in (*columns, ALL)}}
        for r in (*rows, ALL)
    ]


def asked_most(table: Sequence[dict[str, str]]) -> str:
    """One sentence of the table's last row; what is hidden is not in it."""
    last = table[-1] if table else {}
    told = [
        f"{topic} ({n})"
        for topic, n in last.items()
        if topic not in ("week", ALL, _REST, NO_TOPIC) and n.isdecimal()
    ]
    return f"asked most: {', '.join(told)}" if told else f"no topic was asked by {SMALL} or more"


def shared_words(texts: Iterable[tuple[str, str]]) -> list[tuple[str, int]]:
    """(word, questions) for what ``SMALL`` questions or more speak of that no topic knows; (text, language)
    in.

    Words of one meaning in three languages are one; the form that comes first stands for it. The most asked
    first.
    """
    holders: dict[str, set[int]] = defaultdict(set)
    shown: dict[str, str] = {}
    for n, (text, language) in enumerate(texts):
        for word in dict.fromkeys(tokens_of(text).words):
            keys = keys_of_word(word, language if language in ("en", "ru", "uk") else "ru") if word else ()
            for key in sorted(keys)[:1]:
                holders[key].add(n)
                shown.setdefault(key, word)
    found = [(shown[key], len(those)) for key, those in holders.items() if len(those) >= SMALL]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def _week(day: str) -> str:
    year, week, _ = date.fromisoformat(day).isocalendar()
    return f"{year}-W{week:02d}"


__all__ = ["Counted", "asked_most", "shared_words", "weeks_of"]
