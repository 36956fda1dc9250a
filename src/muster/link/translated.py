"""Translated copies: documents of two languages that have rare facts in common.

A fact is a number of two digits or more, or a name: a word with a capital inside a sentence, by its sounds
in any script. Only documents that share rare facts are compared; nothing is translated. Conservative:
a pair is suggested only where most facts of the poorer one, and nearly all its numbers, are the other's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from muster.link.alignment import ADDRESS
from muster.link.records import CopyInput
from muster.model.ids import make_id
from muster.model.links import Copy
from muster.text.name_parts import base_forms
from muster.text.scripts import fold, phonemes

if TYPE_CHECKING:
    from muster.link.copyindex import Index

_LANGUAGES = ("en", "ru", "uk")
# A fact in more documents of one language than this is not rare.
_RARE = 20
_NUMBERS, _NAMES, SHARE = 2, 3, 0.65
# Numbers survive translation better than names: so many of the poorer one's must be there.
_NUMBER_SHARE = 0.75
_MOST_FACTS = 400
_DAYS = 7
_NUMBER = re.compile(r"\d{1,3}(?:[,.\u00a0 ]\d{3})+|\d+(?:[.,]\d+)?")
# A capital that opens a sentence, or a quotation after a mark, is no name.
_NAME = re.compile(
    r"(?<![.!?…:»”\"]\s)(?<![.!?…:,–—-]\s[«“„\"])(?<!\n[«“„\"])(?<!^)(?<!\n)(?<=[\s(«“„\"-])[A-ZА-ЯІЇЄҐЁ][\w'’-]{2,}"
)


def facts(body: str) -> tuple[frozenset[str], frozenset[str]]:
    """Numbers (two digits or more, separators dropped) and names (sound skeletons) of a text; those
    in web addresses are none."""
    body = ADDRESS.sub(" ", body)
    numbers = {re.sub(r"\D", "", m) for m in _NUMBER.findall(body)}
    names = {_sound(m) for m in _NAME.findall(body)[:_MOST_FACTS]}
    return frozenset(n for n in numbers if len(n) >= 2), frozenset(n for n in names if len(n) >= 3)


_BONES = str.maketrans("gZSCcdbv", "hssssdbv", "aeiou")


@lru_cache(maxsize=1 << 16)
def _sound(word: str) -> str:
    """Consonants of the base form, so that cases and romanisations of one name meet."""
    folded = fold(word)
    stems = [folded, *base_forms(folded)] if not folded.isascii() else [folded]
    shortest = min(stems, key=lambda s: (len(s), s))
    return phonemes(shortest)[0].translate(_BONES)[:4]


def find_translations(
    index: Index,
    stream: Callable[[], Iterable[CopyInput]],
    fetch: Callable[[Sequence[str]], Mapping[str, CopyInput]],
    repeated: Set[str] = frozenset(),
) -> Iterator[Copy]:
    """Pairs of documents of two languages, the earlier as original; the best original of each only.
    ``repeated``: documents already known as copies, whose originals stand for them."""
    if len({m.language for m in index.members} & set(_LANGUAGES)) < 2:
        return
    rank = {m.document: r for r, m in enumerate(index.members)}
    standing = {r for r in index.first.tolist() if index.members[r].document not in repeated}
    holders: dict[int, list[int]] = {}
    for one in stream():
        place = rank[one.document]
        if one.language not in _LANGUAGES or place not in standing:
            continue
        numbers, names = facts(one.body)
        if len(numbers) >= _NUMBERS and len(names) >= _NAMES:
            for fact in (*numbers, *names):
                mine = holders.setdefault(crc32(fact.encode()), [])
                if len(mine) <= _RARE * len(_LANGUAGES):
                    mine.append(place)
    for late, early in sorted(_candidates(index, holders).items()):
        yield from _best(index, late, early, fetch)


def _candidates(index: Index, holders: dict[int, list[int]]) -> dict[int, Counter[int]]:
    """Later document → earlier ones of another language, with the number of rare facts in common."""
    shared: dict[int, Counter[int]] = {}
    for ranks in holders.values():
        if 2 <= len(ranks) <= _RARE * len(_LANGUAGES):
            ordered = sorted(ranks)
            for at, late in enumerate(ordered):
                for early in ordered[:at]:
                    if index.members[early].language != index.members[late].language:
                        shared.setdefault(late, Counter())[early] += 1
    return shared


def _best(
    index: Index, late: int, early: Counter[int], fetch: Callable[[Sequence[str]], Mapping[str, CopyInput]]
) -> Iterator[Copy]:
    """The earlier document that has most of this one's facts, if that is enough."""
    from muster.link.pairs import direction

    enough = [r for r, n in early.items() if n >= _NUMBERS + _NAMES]
    tried = sorted(enough, key=lambda r: (-early[r], r))[:5]
    if not tried:
        return
    found = fetch(sorted({index.members[r].document for r in (late, *tried)}))
    copy = found[index.members[late].document]
    judged = [(compare_facts(found[index.members[r].document], copy), -r) for r in tried]
    (score, reason), place = max(judged, key=lambda j: (j[0][0], j[1]))
    if score < SHARE:
        return
    original = found[index.members[-place].document]
    first, shown, why = direction(original, copy)
    other = copy.document if first == original.document else original.document
    reasons = (reason, "no word was translated: a person should look", why)
    yield Copy(make_id("copy", other, first), other, first, "translated", round(score, 4), reasons, shown)


def compare_facts(a: CopyInput, b: CopyInput) -> tuple[float, str]:
    """The share of its facts that the poorer of the two has in common with the other, and the reason in
    words; 0 where the facts are too few or the documents too far apart in time or length."""
    if not _near_in_time(a.published, b.published):
        return 0.0, "published more than a week apart"
    if not 0.4 <= len(a.body) / max(1, len(b.body)) <= 2.5:
        return 0.0, "too different in length"
    (numbers_a, names_a), (numbers_b, names_b) = facts(a.body), facts(b.body)
    numbers, names = numbers_a & numbers_b, names_a & names_b
    if len(numbers) < _NUMBERS or len(names) < _NAMES:
        return 0.0, "too few facts in common"
    shared = len(numbers) + len(names)
    if len(numbers) < _NUMBER_SHARE * min(len(numbers_a), len(numbers_b)):
        return 0.0, "too few numbers in common"
    # A translation leaves things out: the share is of the one that has less.
    score = shared / min(len(numbers_a) + len(names_a), len(numbers_b) + len(names_b))
    shown = ", ".join(sorted(numbers)[:6])
    return score, (
        f"in {a.language} and {b.language}: {len(numbers)} numbers ({shown}) and {len(names)} names "
        f"are the same, {100 * score:.0f} % of the facts of the one that has fewer"
    )


def _near_in_time(a: str | None, b: str | None) -> bool:
    if not a or not b or len(a) < 10 or len(b) < 10:
        return True
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days) <= _DAYS


__all__ = ["compare_facts", "facts", "find_translations"]
