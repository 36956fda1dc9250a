"""An answer of the claim ledger as rows for programs and as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from muster.model.ledger import Answer, Entry, Moved, Why, Without
from muster.publish.rows import Row, number


def answer_rows(answers: list[Answer], language: str) -> Iterator[Row]:
    """One row ``answer`` for each question, then one for each of its statements; the columns are the same."""
    for made in answers:
        q = made.question
        yield _row(
            made, role="answer", low=made.low, high=made.high, words=made.sentences[language],
            by=q.last, why=made.fragility[language], place=q.place, population=q.population,
        )  # fmt: skip
        for e in made.entries:
            s = e.statement
            yield _row(
                made, role=e.role, low=s.low, best=s.best, high=s.high, words=s.words, by=s.last,
                dated=s.dated, origin=s.origin_name, party=s.party, grade=e.grade, why=e.why,
                series=s.series, reports=s.reports, place=s.place, population=s.population,
                regions=" ".join(s.regions), least_regions=s.least_regions, basis=s.basis,
                hedges="; ".join(s.hedges), coded=s.coded, id=s.id, address=s.address,
                claims_about_it=" ".join(s.about),
            )  # fmt: skip


_COLUMNS = (
    "question", "role", "low", "best", "high", "by", "dated", "origin", "words", "grade", "why", "series",
    "party", "reports", "place", "population", "regions", "least_regions", "basis", "hedges", "coded",
    "claims_about_it", "address", "id",
)  # fmt: skip


def _row(made: Answer, **values: object) -> Row:
    found: Row = {"question": made.question.name, **values}
    for end in ("low", "best", "high"):
        found[end] = number(found.get(end))  # type: ignore[arg-type]
    return {name: found.get(name) for name in _COLUMNS}


def move_rows(moves: Iterable[Moved]) -> Iterator[Row]:
    """One row for each reason of each move; the first column is the question's name."""
    for each in moves:
        for why in each.why or (Why("asked"),):
            yield {
                "question": each.name, "at": each.at, "was_low": number(each.was_low),
                "was_high": number(each.was_high), "low": number(each.low), "high": number(each.high),
                "unit": each.unit, "why": why.what, "origin": why.origin, "words": why.words,
                "contradiction": each.clash, "was_contradiction": each.was_clash,
            }  # fmt: skip


def answer_lines(made: Answer, language: str) -> Iterator[str]:
    """The answer for a person at a terminal: the sentence first, then everything it rests on."""
    yield made.sentences[language]
    if made.fragility[language]:
        yield f"{made.fragility[language]}."
    if made.units:
        yield ""
        yield "From the units that were asked (shares, worst case first):"
        for what, low, best, high in made.units:
            middle = f", {best:.1%} in the middle" if best is not None else ""
            yield f"  {low:.1%} to {high:.1%}{middle}: {what}"
    if made.entries:
        yield ""
        yield "What origins stated (floor ≥, ceiling ≤):"
        yield from (f"  {line}" for line in islice(_table(made), _MOST))
        if len(made.entries) > _MOST:
            yield f"  … and {len(made.entries) - _MOST:,} more; --csv lists all"
    for title, lines in (
        ("Contradictions", made.contradictions),
        ("Corrections", made.corrections),
        ("Without one origin", tuple(_without(made, x) for x in made.without)),
        ("With one decision of the team taken back", tuple(_without(made, x) for x in made.decisions)),
        ("Perhaps one origin (a person decides; fold them with [[origin]] aliases)", made.suggestions),
        ("Claims about a figure", tuple(_about(e) for e in made.entries if e.statement.about)),
        ("Rules", made.rules),
    ):
        if lines:
            yield ""
            yield f"{title}:"
            yield from (f"  {line}" for line in lines)


# More lines than this are for a program.
_MOST = 60


def _about(e: Entry) -> str:
    speak = "speaks" if len(e.statement.about) == 1 else "speak"
    return f"{', '.join(e.statement.about)} {speak} of “{e.statement.words}” ({e.statement.origin_name})"


def _without(made: Answer, x: Without) -> str:
    return f"{x.what}: {bounds_words(x.low, x.high, made.question.unit)}"


def bounds_words(low: float | None, high: float | None, unit: str) -> str:
    """``≥ 1,001``, ``200 – 400``, ``20 – 40 %``, ``open``."""
    share = unit == "share"

    def told(x: float) -> str:
        return f"{100 * x:g}" if share else f"{x:,.0f}" if x == int(x) else f"{x:,.1f}"

    end = " %" if share else ""
    if low is None and high is None:
        return "open"
    if high is None and low is not None:
        return f"≥ {told(low)}{end}"
    if low is None and high is not None:
        return f"≤ {told(high)}{end}"
    assert low is not None and high is not None
    return f"{told(low)}{end}" if low == high else f"{told(low)} – {told(high)}{end}"


def _table(made: Answer) -> Iterator[str]:
    rows = [
        (
            e.role, bounds_words(e.statement.low, e.statement.high, made.question.unit),
            e.statement.last or "no day",
            e.statement.origin_name or "untraced", f"“{e.statement.words}”", e.grade, e.why,
        )
        for e in made.entries
    ]  # fmt: skip
    widths = [min(36, max(len(r[i]) for r in rows)) for i in range(6)]
    for row in rows:
        cells = [_cut(c, w).ljust(w) for c, w in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[6]]).rstrip()


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else words[: width - 1] + "…"


__all__ = ["answer_lines", "answer_rows", "bounds_words", "move_rows"]
