"""The plots of a total from overlapping lists as SVG files that stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from muster.publish.files import private_folder, whole_file
from muster.publish.page import lists as drawn
from muster.publish.page.waterfall import waterfall_plot
from muster.publish.page.words import ENGLISH
from muster.publish.plots import alone
from muster.publish.totals import About, total_sentence
from muster.stats.total import Total


def _told(people: float) -> str:
    return ENGLISH.number(round(people))


def write_total_plots(folder: Path, total: Total, about: About, language: str) -> list[Path]:
    """Write ``lists-overlap.svg``, ``lists-posterior.svg``, ``lists-panel.svg`` into ``folder``.

    Files of mode 0600; one that has nothing to show is not written; returns the paths. Raises NoSpace
    or Refused.
    """
    private_folder(folder)
    out = []
    for kind, plot in (
        ("overlap", drawn.overlap_plot(total.lists, _told)),
        ("posterior", drawn.posterior_plot(total, _told)),
        ("panel", drawn.panel_plot(total, _told)),
    ):
        if plot:
            path = folder / f"lists-{kind}.svg"
            with whole_file(path) as file:
                file.write(alone(plot, total_sentence(total, about, language)).encode())
            out.append(path)
    return out


def write_waterfall(folder: Path, steps: Sequence[tuple[str, float]], chance: float) -> Path:
    """Write ``waterfall.svg`` (mode 0600) into ``folder``: words and bits, no names. Raises NoSpace or
    Refused."""
    private_folder(folder)
    path = folder / "waterfall.svg"
    with whole_file(path) as file:
        caption = "How the evidence on two records adds up, in bits"
        file.write(alone(waterfall_plot(steps, chance), caption).encode())
    return path


__all__ = ["write_total_plots", "write_waterfall"]
