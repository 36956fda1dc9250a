"""Kept totals as the page shows them: the sentence, the overlaps, the panel, and what speaks against."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from muster.publish.page.words import Words

if TYPE_CHECKING:
    from muster.stats.kept import KeptTotal

LANGUAGES = ("en", "ru", "uk")


@dataclass(frozen=True, slots=True)
class TotalView:
    """One total. ``behind``: what was done with which files; ``record``: the judgement that keeps it."""

    name: str
    title: str
    figure: str
    sentences: tuple[tuple[str, str], ...]
    overlap: Markup
    panel: Markup
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    record: str


def totalled(kept: Mapping[str, tuple[str, KeptTotal]], w: Words) -> list[TotalView]:
    """A view of each kept total; ``kept``: name → id of the judgement, and the total."""
    return [_view(name, record, total, w) for name, (record, total) in kept.items()]


def _view(name: str, record: str, kept: KeptTotal, w: Words) -> TotalView:
    from muster.publish.page.lists import overlap_plot, panel_plot

    def tell(people: float) -> str:
        return w.number(round(people))

    total = kept.total()
    lists = (
        ("What speaks against it", kept.warnings),
        ("What it assumes", (*kept.priors, *kept.assumptions)),
        ("How the lists were made", tuple(_protocol(p.name, p.enters, p.never) for p in kept.protocols)),
        ("Which files", tuple(_files(kept, w))),
    )
    return TotalView(
        name=name,
        title=f"{kept.what[:1].upper()}{kept.what[1:]}",
        figure=_figure(kept, tell),
        sentences=tuple(zip(LANGUAGES, kept.sentences, strict=True)),
        overlap=overlap_plot(total.lists, tell),
        panel=panel_plot(total, tell),
        lists=tuple((title, said) for title, said in lists if said),
        record=record,
    )


def _figure(kept: KeptTotal, tell: Callable[[float], str]) -> str:
    from muster.publish.totals import three_figures

    if kept.high is None:
        return f"at least {tell(kept.seen)}"
    return f"{tell(three_figures(kept.low))} – {tell(three_figures(kept.high))}"


def _protocol(name: str, enters: str, never: str) -> str:
    return f"{name}: {enters}; never {never}"


def _files(kept: KeptTotal, w: Words) -> list[str]:
    tables = {(t.file, t.sha256): 0 for t in kept.tables}
    for t in kept.tables:
        tables[t.file, t.sha256] += 1
    out = []
    for (file, sha), n in tables.items():
        out.append(f"{file} (sha256 {sha[:16]}…)" + f": {w.number(n)} tables" * (n > 1))
    for x in kept.linked:
        out.append(f"linked from {x.name}: {w.number(x.records)} records (sha256 {x.sha256[:16]}…)")
    return [*out, f"{w.number(kept.judged)} pairs judged by people"] if kept.judged else out


__all__ = ["TotalView", "totalled"]
