"""Search over words as written and their base forms; a hit is the exact characters that matched."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from functools import lru_cache, partial

from muster.model.evidence import Text
from muster.store import documents
from muster.store.codes import decode
from muster.store.file import IndexTerms, ProjectFile
from muster.store.folding import folded
from muster.text.lemmas import inflected

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'["«“„]([^"«»“”„]*)["»”]')
_LANGUAGES = {"latin": ("en",), "cyrillic": ("ru", "uk")}
# A stress mark or a soft hyphen stands within a word, not between two.
_WRITTEN = re.compile(r"[^\W_](?:[^\W_]|[\u0301\u00ad](?=[^\W_]))*")
_AROUND = 80
# Which of more documents than these is the best cannot be seen by a person: the newest are weighed.
_WEIGHED = 20_000


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found in a document: ``body[start:stop] == words``, with the whole words around them."""

    document: str
    start: int
    stop: int
    words: str
    before: str
    after: str
    address: str
    published: str | None
    title: str | None


# One thing to find: words in a row, each as the set of forms it may have in the index.
Wanted = list[set[str]]


def search(file: ProjectFile, query: str, *, limit: int, after: int = 0) -> list[Hit]:
    """Documents that hold every word of ``query`` in any form, best first; "quoted words" stand in a row.

    ``after``: only documents with a higher key. Where very many match, the best of the newest.
    """
    wanted = _wanted(query, file.index_terms)
    if not wanted:
        return []
    rows = file.db.execute(
        "SELECT d.key, d.id, d.address, d.published, d.title "
        "FROM (SELECT rowid AS key, bm25(search) AS weight FROM search WHERE search MATCH ? AND rowid > ? "
        f"ORDER BY rowid DESC LIMIT {_WEIGHED}) m JOIN documents d USING (key) "
        "ORDER BY m.weight, d.address, d.id LIMIT ?",
        (_match(wanted), after, limit),
    ).fetchall()
    hits = []
    # The same few thousand words stand in most texts.
    terms = lru_cache(maxsize=1 << 14)(file.index_terms)
    for key, id, *where in rows:
        text = documents.text_at(file, key, decode(id, "doc"))
        if text is not None:
            start, stop = _place(text, wanted, terms)
            hits.append(_hit(text, start, stop, *where))
    return hits


def count_hits(file: ProjectFile, query: str) -> int:
    """How many documents hold every word of ``query`` in any form."""
    wanted = _wanted(query, file.index_terms)
    if not wanted:
        return 0
    counted = "SELECT count(*) FROM search WHERE search MATCH ?"
    (number,) = file.db.execute(counted, (_match(wanted),)).fetchone()
    return int(number)


def _match(wanted: list[Wanted]) -> str:
    return " AND ".join(_asked(each) for each in wanted)


def _wanted(query: str, terms: IndexTerms) -> list[Wanted]:
    quoted = [m[1] for m in _QUOTED.finditer(query)]
    loose = _WORD.findall(folded(_QUOTED.sub(" ", query)))
    rows = [[_forms(word, terms) for word in _WORD.findall(folded(each))] for each in quoted]
    # A word that stands alone is asked for in all its forms; in a row that would be too many ways.
    return [row for row in rows if row] + [[_forms(word, terms) | _inflected(word)] for word in loose]


def _inflected(word: str) -> set[str]:
    found = {folded(form) for language in ("ru", "uk") for form in inflected(word.lower(), language)}
    return {form for form in found if _WORD.fullmatch(form)}


def _forms(word: str, terms: IndexTerms) -> set[str]:
    """The word and its base forms in every language of its script."""
    low = word.lower()
    script = "cyrillic" if any("\u0400" <= c <= "\u04ff" for c in low) else "latin"
    bases = {folded(terms(low, language)).lower() for language in _LANGUAGES[script]}
    return {low, *(base for base in bases if _WORD.fullmatch(base))}


def _asked(wanted: Wanted) -> str:
    # Every word is quoted, so nothing a person types is read as an operator.
    if len(wanted) == 1:
        return "(" + " OR ".join(f'"{form}"' for form in sorted(wanted[0])) + ")"
    ways: list[list[str]] = [[]]
    for forms in wanted:
        ways = [[*way, form] for way in ways for form in sorted(forms)][:64]
    return "(" + " OR ".join('"' + " ".join(way) + '"' for way in ways) + ")"


def _place(text: Text, wanted: list[Wanted], terms: IndexTerms) -> tuple[int, int]:
    """Where the first thing asked for stands; the longest run of words first."""
    for want in sorted(wanted, key=len, reverse=True):
        row: deque[re.Match[str]] = deque(maxlen=len(want))
        # A text of a million words has some thousand different ones.
        fits = [lru_cache(1 << 12)(partial(_is, forms, text.language, terms)) for forms in want]
        for word in _WRITTEN.finditer(text.body):
            row.append(word)
            if len(row) == len(want) and all(fit(each[0]) for each, fit in zip(row, fits, strict=True)):
                return row[0].start(), row[-1].end()
    return 0, min(len(text.body), _AROUND)


def _is(forms: set[str], language: str, terms: IndexTerms, word: str) -> bool:
    """Whether a word of a text has one of these forms; its base form is asked for only where it must be."""
    return folded(word).lower() in forms or folded(terms(word, language)).lower() in forms


def _hit(text: Text, start: int, stop: int, address: str, published: str | None, title: str | None) -> Hit:
    body = text.body
    before, after = body[max(0, start - _AROUND) : start], body[stop : stop + _AROUND]
    if start > _AROUND:
        before = before[before.find(" ") + 1 :]
    if stop + _AROUND < len(body):
        after = after[: after.rfind(" ") + 1] or after
    return Hit(
        document=text.document,
        start=start,
        stop=stop,
        words=body[start:stop],
        before=before,
        after=after,
        address=address,
        published=published,
        title=title,
    )


__all__ = ["Hit", "count_hits", "search"]
