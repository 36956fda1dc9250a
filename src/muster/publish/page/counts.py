"""A table of counts as bars; a withheld count is a hatched field of one width, whatever it hides."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

_ROW, _HEAD, _NAMES, _WIDE = 24, 12, 40, 48


def counts_plot(rows: Sequence[tuple[str, int | None]]) -> Markup:
    """One bar a row, in the order given; ``None`` is withheld. Empty where there is nothing to draw."""
    if not rows:
        return Markup("")
    most = max([1, *(count for _, count in rows if count is not None)])
    height = _HEAD + _ROW * len(rows)
    body = [_bar(name, count, most, _HEAD + _ROW * n) for n, (name, count) in enumerate(rows)]
    return Markup(
        '<svg class="plot counts-plot" width="100%" height="{0}" role="img">'
        "<title>{1} counts</title>{2}</svg>"
    ).format(height, len(rows), Markup("").join(body))


def _bar(name: str, count: int | None, most: int, top: int) -> Markup:
    width = _WIDE * count / most if count is not None else _WIDE / 4
    fill = 'class="part"' if count is not None else 'class="unknown" fill="url(#hatch)"'
    told = f"{count:,}" if count is not None else "withheld"
    return Markup(
        '<text x="0" y="{0}" class="name">{1}</text>'
        '<rect x="{2}%" y="{3}" width="{4:.2f}%" height="16" {5}/><text x="{6:.2f}%" y="{0}">{7}</text>'
    ).format(top + 13, name, _NAMES, top + 1, width, Markup(fill), _NAMES + width + 1, told)


__all__ = ["counts_plot"]
