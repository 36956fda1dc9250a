"""The team's questions as the page shows them: the sentence, the plots, then what it all rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from muster.model.ledger import Answer, Entry, Without
from muster.publish.answers import bounds_words
from muster.publish.page import plots
from muster.publish.page.desk import Desk
from muster.text.places.regions import regions

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement of the ledger, with a link to its exact words where the page holds them."""

    role: str
    figure: str
    written: str
    origin: str
    party: bool
    when: str
    grade: str
    why: str
    reports: str
    href: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One question answered. ``lists``: (title, lines) of what must be known beside it."""

    id: str
    title: str
    sentences: tuple[tuple[str, str], ...]
    fragility: str
    figure: str
    ledger: Markup
    series: Markup
    tiles: Markup
    tiles_note: str
    units: tuple[tuple[str, str, str], ...]
    statements: tuple[StatementView, ...]
    more: int
    contradictions: tuple[str, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]


def asked(answers: Sequence[Answer], desk: Desk) -> list[AnswerView]:
    """A view of each answer, in the order given."""
    return [_view(made, desk) for made in answers]


def _view(made: Answer, desk: Desk) -> AnswerView:
    w, q = desk.words, made.question
    tell = w.share if q.unit == "share" else w.number
    lists = (
        ("Corrections", made.corrections),
        ("Without one origin", tuple(_without(made, x) for x in made.without)),
        ("With one decision of the team taken back", tuple(_without(made, x) for x in made.decisions)),
        ("Perhaps one origin; a person decides", made.suggestions),
        ("By which rules", made.rules),
    )
    return AnswerView(
        id=f"asked-{q.name}",
        title=q.title["en"][:1].upper() + q.title["en"][1:],
        sentences=tuple(made.sentences.items()),
        fragility=made.fragility["en"],
        figure="contradiction"
        if made.clash
        else bounds_words(made.low, made.high, q.unit).replace("open", "unknown"),
        ledger=plots.ledger_plot(made, tell, w.date),
        series=plots.series_plot(made, tell, w.date),
        tiles=plots.region_plot(made, tell),
        tiles_note=_tiles_note(made),
        units=tuple(
            (what, f"{100 * low:.1f} – {100 * high:.1f} %", f"{100 * best:.1f} %" if best is not None else "")
            for what, low, best, high in made.units
        ),
        statements=tuple(_statement(e, made, desk) for e in made.entries[:_SHOWN]),
        more=max(0, len(made.entries) - _SHOWN),
        contradictions=made.contradictions,
        lists=tuple((title, lines) for title, lines in lists if lines),
    )


def _statement(e: Entry, made: Answer, desk: Desk) -> StatementView:
    s, w = e.statement, desk.words
    place = desk.survey.places.get(s.id)
    href = desk.shelf.href(place) if place else f"#{s.document}" if s.document in desk.shelf.shown else ""
    about = f"; {w.count(len(s.about), 'claim')} about it" if s.about else ""
    return StatementView(
        role=e.role,
        figure=bounds_words(s.low, s.high, made.question.unit),
        written=s.words,
        origin=s.origin_name or w["untraced"],
        party=s.party,
        when=w.date(s.last) if s.last and s.dated != "taken" else w["undated"],
        grade=e.grade,
        why=e.why + about,
        reports=w.count(s.reports, "report"),
        href=href,
    )


def _without(made: Answer, x: Without) -> str:
    return f"{x.what}: {bounds_words(x.low, x.high, made.question.unit)}"


def _tiles_note(made: Answer) -> str:
    named = len([c for c in made.seen_regions if c in regions()])
    if not named and made.least_regions:
        return (
            f"At least {made.least_regions} regions are spoken of, and none is named: every tile is unknown."
        )
    return (
        "Filled: the highest floor that an accepted claim states for that region alone. Outlined: named "
        "together with others. Hatched: nothing known, which is not none. Tiles show no size and no border."
    )


__all__ = ["AnswerView", "StatementView", "asked"]
