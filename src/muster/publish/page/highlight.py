"""Document text made safe and marked: every character shown, none obeyed.

Overlapping spans are split into segments, each carrying the classes of all spans over it, so marks
never nest and never cross. Colour and underline style both tell the kind.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

# The most telling kind first: it gives the segment its underline where several spans meet.
LAYERS = ("focus", "hedge", "quantity", "time", "cue", "speaker", "claim", "protected", "person", "place")

# Directional controls, joiners and marks that change how their neighbours look, other controls,
# lone surrogates, noncharacters, and tag characters that hide text.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)


_TOKEN = re.compile(r"\s+|\d+(?:[.,\u00a0\u202f]\d+)*|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``[start, stop)`` of a body, of one of `LAYERS` or none. ``anchor``: an HTML id, or ""."""

    start: int
    stop: int
    layer: str
    anchor: str = ""


def visible(text: str) -> Markup:
    """``text`` escaped, with every unseen character shown as ⟨U+202E⟩ instead of obeyed."""
    if _UNSEEN.search(text) is None:
        return escape(text)
    out: list[Markup] = []
    at = 0
    for found in _UNSEEN.finditer(text):
        out.append(escape(text[at : found.start()]))
        if found.group() != "\r" or text[found.end() : found.end() + 1] != "\n":
            out.append(_shown(found.group()))
        at = found.end()
    out.append(escape(text[at:]))
    return _joined(out)


def visible_words(text: str) -> str:
    """``text`` as plain characters, every unseen one written out as ⟨U+202E⟩; a line break is one ``\\n``."""
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text.replace("\r\n", "\n"))


def _joined(parts: list[Markup]) -> Markup:
    # Safe already: Markup's own join would look at every part again.
    return Markup("".join(parts))


def _shown(character: str) -> Markup:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "a character that cannot be seen").lower()
    return Markup('<span class="unseen" title="{}">⟨{}⟩</span>').format(name, code)


def marked(body: str, start: int, stop: int, marks: Iterable[Mark]) -> Markup:
    """``body[start:stop]`` with its marks, as HTML. Marks that reach outside are cut.

    A mark's anchor stands before its first shown character; one without a shown character has none.
    """
    # One line break is one character to a reader: no mark begins or ends between CR and LF.
    if "\r\n" in body:
        marks = [replace(m, start=_edge(body, m.start), stop=_edge(body, m.stop)) for m in marks]
    inside = sorted(
        (m for m in marks if m.start < stop and m.stop > start and m.stop > m.start),
        key=lambda m: (m.start, -m.stop, m.layer, m.anchor),
    )
    edges = sorted(
        {start, stop, *(max(m.start, start) for m in inside), *(min(m.stop, stop) for m in inside)}
    )
    out: list[Markup] = []
    over: list[Mark] = []
    coming = 0
    for left, right in itertools.pairwise(edges):
        over = [m for m in over if m.stop > left]
        while coming < len(inside) and max(inside[coming].start, start) <= left:
            over.append(inside[coming])
            if inside[coming].anchor:
                out.append(Markup(f'<a class="at" id="{escape(inside[coming].anchor)}"></a>'))
            coming += 1
        out.append(_segment(body[left:right], over))
    return _joined(out)


def _edge(body: str, at: int) -> int:
    return at - 1 if body[at - 1 : at + 1] == "\r\n" else at


def _segment(text: str, over: Sequence[Mark]) -> Markup:
    shown = visible(text)
    layers = {m.layer for m in over if m.layer}
    if not layers:
        return shown
    classes = " ".join(layer for layer in LAYERS if layer in layers)
    # Both parts are safe already; Markup.format costs five times as much, a hundred thousand times.
    return Markup(f'<mark class="{classes}">{shown}</mark>')


def changed(left: str, right: str) -> tuple[Markup, Markup]:
    """Two wordings side by side, what differs marked: ``<del>`` in the first, ``<ins>`` in the other."""
    import difflib

    a, b = _TOKEN.findall(left), _TOKEN.findall(right)
    # A number beside the sentence it came from: every word would count as changed, and say nothing.
    uneven = min(len(a), len(b)) and max(len(a), len(b)) > max(12, 4 * min(len(a), len(b)))
    # difflib is quadratic in the worst case; a drift is a sentence, and longer ones are shown unmarked.
    if uneven or len(a) > 400 or len(b) > 400:
        return visible(left), visible(right)
    one: list[Markup] = []
    two: list[Markup] = []
    for tag, i, j, k, n in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        before, after = visible("".join(a[i:j])), visible("".join(b[k:n]))
        if tag == "equal":
            one.append(before)
            two.append(after)
            continue
        if before:
            one.append(Markup("<del>{}</del>").format(before))
        if after:
            two.append(Markup("<ins>{}</ins>").format(after))
    return _joined(one), _joined(two)


__all__ = ["LAYERS", "Mark", "changed", "marked", "visible"]
