"""The people of a draft: names spelt otherwise than in the ledger, aliases that show the life behind them,
accusations without an answer."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from muster.model.claims import Mention
from muster.publish.draft.finding import Draft, DraftFinding
from muster.publish.draft.known import Known
from muster.text.names.names import compare_names
from muster.text.scripts import fold
from muster.text.segment import paragraphs

_SHORTEST = 4
# Names as a draft writes them, for those that the reader took for no name.
_CAPITALS = re.compile(r"(?<![^\W_])[A-ZА-ЯІЇЄҐ][\w'’-]{2,30}(?:\s[A-ZА-ЯІЇЄҐ][\w'’-]{2,30}){1,2}")


@cache
def _table() -> dict[str, dict[str, re.Pattern[str]]]:
    raw = tomllib.loads((files("muster.publish.draft") / "people.toml").read_text("utf-8"))
    return {
        # A home is told by its capital letter.
        part: {k: re.compile("|".join(v), 0 if k == "home" else re.IGNORECASE) for k, v in rows.items()}
        for part, rows in raw.items()
    }


def _said(what: str) -> re.Pattern[str]:
    return _table()["said"][what]


def people_findings(draft: Draft, known: Known) -> Iterator[DraftFinding]:
    """Findings about the people of the draft."""
    yield from _spelt(draft, known)
    yield from _thin(draft, known)
    yield from _unanswered(draft)


def _spelt(draft: Draft, known: Known) -> Iterator[DraftFinding]:
    words = {fold(w): name for name in sorted(known.names) for w in name.split()}
    seen = set[str]()
    for name, start, stop in _names(draft):
        if name in seen or name in known.names:
            continue
        seen.add(name)
        slip_of = _misspelt(name, words)
        if slip_of:
            yield draft.finding("name", start, stop, f"the ledger writes {slip_of!r}", [known.names[slip_of]])


def _names(draft: Draft) -> Iterator[tuple[str, int, int]]:
    """Names by base form, as the reader has them; what it left is taken by its capitals."""
    read = []
    for m in draft.reading.mentions:
        if m.kind in ("person", "organisation"):
            read.append((m.passage.start, m.passage.stop))
            yield m.norm, m.passage.start, m.passage.stop
    for found in _CAPITALS.finditer(draft.text.body):
        if not any(a < found.end() and found.start() < b for a, b in read):
            yield found.group(), found.start(), found.end()


def _misspelt(name: str, words: dict[str, str]) -> str:
    """The name of the ledger of which this is a slip: the other words are the same, one is nearly."""
    ours = [fold(w) for w in name.split()]
    odd = [w for w in ours if w not in words and len(w) >= _SHORTEST]
    if not odd or len(odd) == len(ours) > 2:
        return ""
    for word in odd:
        for known, full in words.items():
            if not _one_script(word, known) or not near(word, known):
                continue
            theirs = {fold(w) for w in full.split()}
            rest = [w for w in ours if w != word]
            if not rest or any(w in theirs or any(near(w, t) for t in theirs) for w in rest):
                return full
    return ""


def _one_script(a: str, b: str) -> bool:
    return a.isascii() == b.isascii()


def near(a: str, b: str) -> bool:
    """Whether two words of four letters or more differ by one letter, or by two where they have seven."""
    if a == b or min(len(a), len(b)) < _SHORTEST or a[0] != b[0] or abs(len(a) - len(b)) > 2:
        return False
    return _distance(a, b) <= (2 if min(len(a), len(b)) >= 6 else 1)


def _distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def _thin(draft: Draft, known: Known) -> Iterator[DraftFinding]:
    body = draft.text.body
    for block in paragraphs(body):
        here = [m for m in draft.reading.mentions if block.start <= m.passage.start < block.stop]
        said = _said("alias").search(body, block.start, block.stop)
        hidden = [m for m in here if m.protected or (m.kind == "person" and _is_alias(m.norm, known))]
        if not hidden and said and here:
            hidden = [m for m in here if m.kind == "person"][:1]
        if not hidden:
            continue
        spans = _about(draft, hidden, block.start, block.stop)
        kinds = [k for k, p in _table()["details"].items() if any(p.search(body, a, b) for a, b in spans)]
        if len(kinds) >= 2:
            alias = hidden[0]
            yield draft.finding(
                "pseudonym", alias.passage.start, alias.passage.stop,
                f"an alias stands beside {len(kinds)} details of a life ({', '.join(kinds)}), "
                "which together may show who it is",
            )  # fmt: skip


def _about(draft: Draft, hidden: Sequence[Mention], start: int, stop: int) -> list[tuple[int, int]]:
    """The sentences of a paragraph from the first that has the alias; those before speak of others."""
    first = min(draft.sentence(m.passage.start).start for m in hidden)
    return [(s.start, s.stop) for s in draft.sentences if max(first, start) <= s.start < stop]


def _is_alias(name: str, known: Known) -> bool:
    return name in known.aliases or any(
        not _one_script(name, a) and len(a.split()) == 1 and _sounds(name, a) for a in known.aliases
    )


def _sounds(a: str, b: str) -> bool:
    return compare_names(a, b).score >= 0.8


def _unanswered(draft: Draft) -> Iterator[DraftFinding]:
    body = draft.text.body
    told = set[str]()
    for span in draft.sentences:
        charge = _said("accused").search(body, span.start, span.stop)
        if charge is None or _said("answered").search(body, span.start, span.stop):
            continue
        for accused in _accused(draft, span.start, span.stop):
            surname = fold(accused.norm.split()[-1])
            if surname in told or _answers(draft, surname, span.start):
                continue
            told.add(surname)
            yield draft.finding(
                "reply", accused.passage.start, accused.passage.stop,
                f"{accused.norm} is accused, and the draft has no answer and no word that one was asked for",
            )  # fmt: skip


def _accused(draft: Draft, start: int, stop: int) -> Iterator[Mention]:
    """Named people of a sentence who do not themselves say it, and are not hidden."""
    speaking = {
        fold(s.name.split()[-1])
        for c in draft.reading.claims
        if start <= c.passage.start < stop
        for s in c.said_by
        if s.name
    }
    for m in draft.reading.mentions:
        named = m.kind == "person" and not m.protected and " " in m.norm
        if named and start <= m.passage.start < stop and fold(m.norm.split()[-1]) not in speaking:
            yield m


def _answers(draft: Draft, surname: str, accused_at: int) -> bool:
    """Whether a sentence that names him, or the next two after the charge, tells of an answer."""
    stem = surname[: max(4, len(surname) - 2)]
    following = [s for s in draft.sentences if s.start > accused_at][:2]
    for s in draft.sentences:
        named = stem in fold(draft.words(s))
        if (named or s in following) and _said("answered").search(draft.text.body, s.start, s.stop):
            return True
    return False


__all__ = ["near", "people_findings"]
