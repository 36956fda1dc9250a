"""The plots of an answer as SVG files that stand alone: light and dark, nothing fetched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from muster.model.ledger import Answer
from muster.publish.files import private_folder, whole_file
from muster.publish.page import plots
from muster.publish.page.counts import counts_plot
from muster.publish.page.plots import Counted
from muster.publish.page.words import ENGLISH


def write_plots(
    folder: Path,
    answers: list[Answer],
    language: str,
    series: Mapping[str, Sequence[Counted]] | None = None,
) -> list[Path]:
    """Write what can be drawn of each answer into ``folder`` (files of mode 0600); the paths written.

    ``NAME-ledger.svg``, ``NAME-series.svg``, ``NAME-regions.svg``; and ``NAME-periods.svg`` for each question
    that ``series`` has counts by period of. Raises NoSpace or Refused.
    """
    private_folder(folder)
    out = []
    for made in answers:
        periods = plots.periods_plot((series or {}).get(made.question.name, ()), ENGLISH.number)
        more = [("periods", periods)] if periods else []
        for kind, drawn in [*drawings(made), *more]:
            path = folder / f"{made.question.name}-{kind}.svg"
            with whole_file(path) as file:
                file.write(alone(drawn, made.sentences[language]).encode())
            out.append(path)
    return out


def write_counts(path: Path, rows: Sequence[tuple[str, int | None]], caption: str) -> None:
    """A table of counts as one SVG file of mode 0600; None is withheld. Raises NoSpace or Refused."""
    with whole_file(path) as file:
        file.write(alone(counts_plot(rows), f"Counts by {caption}").encode())


def drawings(made: Answer) -> list[tuple[str, Markup]]:
    """(ledger, series or regions; the plot) for each plot that the answer has something to show in."""
    tell: Callable[[float], str] = ENGLISH.share if made.question.unit == "share" else ENGLISH.number
    found = (
        ("ledger", plots.ledger_plot(made, tell, ENGLISH.date)),
        ("series", plots.series_plot(made, tell, ENGLISH.date)),
        ("regions", plots.region_plot(made, tell)),
    )
    return [(kind, drawn) for kind, drawn in found if drawn]


def alone(drawn: Markup, caption: str) -> Markup:
    """A plot as a file of its own: its colours, a light or dark ground, the sentence as description."""
    style = (files("muster.publish") / "templates" / "plot.css").read_text("utf-8")
    height = int(drawn.split('height="', 1)[1].split('"', 1)[0]) + 24
    inner = Markup(str(drawn).replace('width="100%"', 'x="16" y="12" width="828"', 1))
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 {0}" width="860" height="{0}" '
        'class="alone">'
        "<desc>{1}</desc><style>{2}</style>{3}"
        '<rect width="860" height="{0}" class="ground"/>{4}</svg>\n'
    ).format(height, caption, Markup(style), plots.DEFS, inner)


__all__ = ["alone", "drawings", "write_counts", "write_plots"]
