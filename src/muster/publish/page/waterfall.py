"""Why two records are held to be one person: what each field adds, as steps from the odds at random."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from muster.publish.page import charts

_LABELS = 52.0  # percent of the width for the words
_ROW = 26


def waterfall_plot(steps: Sequence[tuple[str, float]], chance: float) -> Markup:
    """``steps``: words and bits (log 2), the odds at random first; steps of nothing are left out. ``chance``:
    what is left when all lists are seen together. Right of the line the odds are for one person."""
    told = [(words, bits) for n, (words, bits) in enumerate(steps) if bits or n == 0]
    ends = _sums(bits for _, bits in told)
    reach = [0.0, *ends]
    # Room for the words right of the last bar.
    spare = 0.15 * (max(reach) - min(reach)) + 0.5
    scale = charts.Scale(min(reach) - 0.5, max(reach) + spare)
    height = 40 + _ROW * (len(told) + 1)
    body = [_line(_at(scale, 0.0), 24, height - _ROW, "seen-line")]
    body.append(_text(_at(scale, 0.0), 14, "even odds", "mid"))
    before = 0.0
    for row, ((words, bits), after) in enumerate(zip(told, ends, strict=True)):
        y = 30 + _ROW * row
        left, right = sorted((_at(scale, before), _at(scale, after)))
        body.append(_text(0, y + 13, words, "row"))
        body.append(
            Markup('<rect x="{}%" width="{}%" y="{}" height="12" class="evidence {}"/>').format(
                left, round(max(right - left, 0.3), 2), y + 3, "for" if bits > 0 else "against"
            )
        )
        body.append(_text(right + 0.8, y + 13, f"{bits:+.1f}", "word-left"))
        before = after
    said = f"{ends[-1]:+.1f} bits; with all lists together, one person in {chance:.0%} of the ways of linking"
    body.append(_text(0, 30 + _ROW * len(told) + 15, said, "name"))
    return Markup(
        '<svg class="plot waterfall-plot" width="100%" height="{}" role="img" aria-label="{}">{}</svg>'
    ).format(height, said, Markup("").join(body))


def _sums(bits: Iterable[float]) -> list[float]:
    out: list[float] = []
    for each in bits:
        out.append((out[-1] if out else 0.0) + each)
    return out


def _at(scale: charts.Scale, value: float) -> float:
    return round(_LABELS + scale.at(value) * (100 - _LABELS) / 100, 2)


def _line(x: float, top: float, bottom: float, kind: str) -> Markup:
    return Markup('<line x1="{0}%" x2="{0}%" y1="{1}" y2="{2}" class="{3}"/>').format(x, top, bottom, kind)


def _text(x: float, y: float, words: str, kind: str) -> Markup:
    return Markup('<text x="{}%" y="{}" class="{}">{}</text>').format(x, y, kind, words)


__all__ = ["waterfall_plot"]
