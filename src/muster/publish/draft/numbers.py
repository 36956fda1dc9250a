"""Each number of a draft beside the ledger's: another number, a lost hedge, other people, an old day, and
two sources where there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from muster.model.claims import Quantity
from muster.publish.draft.finding import Draft, DraftFinding
from muster.publish.draft.known import LEAST_ALIKE, Figure, Known, alike, compared, figures_of

_SAME_THING = 0.5
# A number that nobody counted is one to ask about where it is larger, or in digits, and of such a kind.
_SMALL = 10
_ASKED = ("count", "share", "money", "rate")
_SOURCES = re.compile(r"sources?\b|источник|джерел", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:today|now|so far|to date|until now|currently|сегодня|сейчас|к настоящему|на сегодня|до сих пор"
    r"|сьогодні|зараз|наразі|досі|дотепер)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:two|three|several|multiple|many|various|different|both|second|another|more than one)"
    r"(?:\s\w{1,15}){0,2}\ssources?\b|\bindependently\b|\bindependent sources?\b"
    r"|\b(?:was|were|is|been) confirmed by\b"
    r"|\b(?:два|двое|три|нескольк\w{0,4}|разны\w|сразу|второй|независим\w{1,4})(?:\s\w{1,15}){0,2}\sисточник"
    r"|\bнезависимо друг от друга\b"
    r"|\b(?:два|дві|три|кільк\w{0,4}|різн\w{1,3}|друге|незалежн\w{1,4})(?:\s\w{1,15}){0,2}\sджерел"
    r"|\bнезалежно одн",
    re.IGNORECASE,
)
_INDEPENDENT = re.compile(r"\bindependent|независим|незалежн", re.IGNORECASE)


def number_findings(draft: Draft, known: Known) -> Iterator[DraftFinding]:
    """Findings about the numbers of the draft, in its order."""
    # Compared word by word: what is in them is not the draft's to round.
    quoted = [(q.start, q.stop) for q in compared(draft)]
    for figure in figures_of(draft.text, draft.reading):
        at = figure.quantity.passage.start
        if not _SOURCES.match(_head(figure)) and not any(a <= at < b for a, b in quoted):
            yield from _of_one(draft, figure, known)


def _head(figure: Figure) -> str:
    return next((w for w in (figure.quantity.what or "").split() if _SOURCES.match(w)), "")


def _of_one(draft: Draft, ours: Figure, known: Known) -> Iterator[DraftFinding]:
    passage = ours.quantity.passage
    near = sorted(
        ((alike(ours, f), f) for f in known.figures if _comparable(ours, f)), key=lambda p: (-p[0], p[1].id)
    )
    same = [(s, f) for s, f in near if f.values & ours.values and s >= LEAST_ALIKE]
    if not same:
        yield from _another_number(draft, ours, [(s, f) for s, f in near if _one_noun(ours, f)])
        return
    fitting = [f for _, f in same if _one_noun(ours, f)]
    if not fitting:
        other = same[0][1]
        yield draft.finding(
            "population", passage.start, passage.stop,
            f"the ledger has this number of {_what(other)!r}, not of {_what(ours)!r}: {_cited(other, known)}",
            [other.id],
        )  # fmt: skip
        return
    yield from _lost_hedge(draft, ours, fitting, known)
    yield from _old(draft, ours, fitting, known)
    yield from _one_origin(draft, ours, fitting, known)


def _comparable(a: Figure, b: Figure) -> bool:
    return a.quantity.unit == b.quantity.unit or (a.quantity.kind == b.quantity.kind == "count")


def _one_noun(a: Figure, b: Figure) -> bool:
    return not a.noun or not b.noun or bool(a.noun & b.noun) or a.anybody


def _another_number(
    draft: Draft, ours: Figure, near: Sequence[tuple[float, Figure]]
) -> Iterator[DraftFinding]:
    passage = ours.quantity.passage
    close = [f for s, f in near if s >= _SAME_THING and (f.noun & ours.noun or not ours.noun)]
    if close:
        told = "; ".join(f"{_number(f)} {_what(f)}" for f in close[:3])
        yield draft.finding(
            "number", passage.start, passage.stop,
            f"the ledger has other numbers of this: {told}", [f.id for f in close[:3]],
        )  # fmt: skip
    elif ours.quantity.kind in _ASKED and (max(ours.values) > _SMALL or _in_digits(passage.words)):
        yield draft.finding(
            "number", passage.start, passage.stop, "nothing in the ledger has this number of this"
        )


def _in_digits(words: str) -> bool:
    return any(c.isdecimal() for c in words)


def _lost_hedge(draft: Draft, ours: Figure, theirs: Sequence[Figure], known: Known) -> Iterator[DraftFinding]:
    passage = ours.quantity.passage
    lost = [(f, what) for f in theirs if (what := _lost(ours, f))]
    if len(lost) < len(theirs):
        return
    other, what = lost[0]
    yield draft.finding(
        "hedge", passage.start, passage.stop,
        f"the source says {what}, which the draft leaves out: {_cited(other, known)}", [other.id],
    )  # fmt: skip


def _lost(ours: Figure, theirs: Figure) -> str:
    mine, other = ours.quantity, theirs.quantity
    if _shape(other) != "exact" and _shape(mine) == "exact":
        return repr(other.passage.words)
    bounded = _shape(mine) in ("floor", "ceiling") and _shape(other) in ("floor", "ceiling", "about")
    if bounded and _shape(mine) != _shape(other):
        return repr(other.passage.words)
    if theirs.hedges and not ours.hedges:
        return repr(sorted(theirs.hedges)[0])
    return ""


def _shape(q: Quantity) -> str:
    low, high = q.low, q.high
    if high is None:
        return "floor"
    if low is None:
        return "ceiling"
    return "about" if q.approximate or low != high else "exact"


def _old(draft: Draft, ours: Figure, theirs: Sequence[Figure], known: Known) -> Iterator[DraftFinding]:
    passage = ours.quantity.passage
    now = _NOW.search(ours.sentence) is not None
    said = [d for d in ours.days if not (now and d[0] <= draft.day <= d[1])]
    if said and not any(_meet(said, f) for f in theirs):
        f = theirs[0]
        told = f.days[0][0] if f.days else f.published
        yield draft.finding(
            "date", passage.start, passage.stop,
            f"the ledger dates this {told}, the draft {said[0][0]}: {_cited(f, known)}", [f.id],
        )  # fmt: skip
        return
    if said:
        return
    newest = max(theirs, key=_day)
    later = [f for f in known.figures if _replaces(f, newest)]
    if later:
        last = max(later, key=_day)
        yield draft.finding(
            "date", passage.start, passage.stop,
            f"its origin has since said {_number(last)} ({_day(last)}); this figure is of {_day(newest)}",
            [newest.id, last.id],
        )  # fmt: skip


def _meet(said: Sequence[tuple[str, str]], figure: Figure) -> bool:
    days = [*figure.days] or ([(figure.published, figure.published)] if figure.published else [])
    if not days:
        return True
    return any(a <= d and c <= b for a, b in said for c, d in days)


def _day(figure: Figure) -> str:
    return max(
        (last for _, last in figure.days if last <= (figure.published or last)), default=figure.published
    )


def _replaces(later: Figure, earlier: Figure) -> bool:
    one_voice = later.origin == earlier.origin or bool(set(later.speakers) & set(earlier.speakers))
    return (
        one_voice
        and later.published > earlier.published
        and bool(later.noun & earlier.noun)
        and not later.values & earlier.values
        and later.quantity.unit == earlier.quantity.unit
        and alike(later, earlier) >= _SAME_THING
    )


def _one_origin(draft: Draft, ours: Figure, theirs: Sequence[Figure], known: Known) -> Iterator[DraftFinding]:
    start = draft.sentences.index(draft.sentence(ours.quantity.passage.start))
    around = draft.sentences[start : start + 2]
    claimed = _SEVERAL.search(draft.text.body, around[0].start, around[-1].stop)
    if claimed is None:
        return
    origins = sorted({f.origin for f in theirs})
    if _voices(theirs) > 1:
        asked = _INDEPENDENT.search(draft.text.body, around[0].start, around[-1].stop)
        shown = any(b in known.independent.get(a, ()) for a in origins for b in origins)
        if not asked or shown:
            return
        says = "that these origins are independent of each other is not shown"
    else:
        says = f"all of this came from one origin: {_cited(theirs[0], known)}"
    yield draft.finding("origin", claimed.start(), claimed.end(), says, [f.id for f in theirs[:3]])


def _voices(figures: Sequence[Figure]) -> int:
    """How many of the figures' origins differ, one person under a longer and a shorter name being one."""
    voices: list[set[str]] = []
    for f in figures:
        names = {f.origin, *f.speakers}
        one = [v for v in voices if any(a in b or b in a for a in names for b in v)]
        voices = [v for v in voices if v not in one] + [names.union(*one)]
    return len(voices)


def _what(figure: Figure) -> str:
    return figure.quantity.what or figure.quantity.unit


def _number(figure: Figure) -> str:
    return figure.quantity.passage.words


def _cited(figure: Figure, known: Known) -> str:
    who = figure.speakers[0] if figure.speakers else figure.source
    words = " ".join(figure.sentence.split())
    return f"{who}, {figure.published or 'no date'}: {words[:160]}"


__all__ = ["number_findings"]
