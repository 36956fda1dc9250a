"""Marked text holds exactly its characters; nothing in it is obeyed."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from muster.publish.page.highlight import LAYERS, Mark, changed, marked, visible

_TAG = re.compile(r"<[^>]*>")
characters = st.text(alphabet=st.sampled_from("ab <>&\"'\n\r\u202e\u200b\x07\ufeff\ud800éж{}%"), max_size=40)


def plain(marked_up: str) -> str:
    """What a reader's browser would hold, with shown characters turned back."""
    text = html.unescape(_TAG.sub("", marked_up))
    return re.sub(r"⟨U\+([0-9A-F]{4,6})⟩", lambda m: chr(int(m[1], 16)), text)


@settings(max_examples=200)
@given(characters, st.data())
def test_no_character_is_lost_and_marks_never_cross(body: str, data: st.DataObject) -> None:
    """Any spans over any text: the characters come back, and no mark stands inside another."""
    marks = [
        Mark(a, b, data.draw(st.sampled_from(LAYERS)), f"id-{i}")
        for i, (a, b) in enumerate(
            data.draw(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted), max_size=6))
        )
        if a < b
    ]
    out = str(marked(body, 0, len(body), marks))
    assert plain(out) == body.replace("\r\n", "\n")
    assert not re.search(r"<mark[^>]*>(?:(?!</mark>).)*<mark", out, re.S)
    shown = [m for m in marks if m.start < len(body)]
    assert all(out.count(f'id="{m.anchor}"') == 1 for m in shown)


def test_hidden_characters_are_shown() -> None:
    """A directional override is written out with its name, and does not turn the line round."""
    out = str(visible("a\u202eb"))
    assert "⟨U+202E⟩" in out and "\u202e" not in out and "right-to-left override" in out


def test_segments_carry_every_layer() -> None:
    """Where claim and quantity overlap the segment is both."""
    out = str(marked("twelve men left", 0, 15, [Mark(0, 15, "claim", "c"), Mark(0, 6, "quantity", "q")]))
    assert '<mark class="quantity claim">twelve</mark><mark class="claim"> men left</mark>' in out


def test_changes_are_marked_on_both_sides() -> None:
    """Altered words are struck in the original and underlined in the copy."""
    was, now = changed("every week a man", "each week a man")
    assert str(was).startswith("<del>every</del>") and str(now).startswith("<ins>each</ins>")


def test_long_wordings_cost_no_quadratic_time() -> None:
    """Very long drifts are shown without word marks."""
    was, _ = changed("a " * 50_000, "b " * 50_000)
    assert "<del>" not in was
