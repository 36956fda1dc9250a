"""The dossier opens every number down to its words, asks no network and obeys no text."""

from __future__ import annotations

import base64
import hashlib
import re
import stat
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest

from muster.publish import Evidence, dossier, write_dossier
from muster.publish.page.shown import Limits

MADE = {
    "title": "T",
    "now": "2031-06-20",
    "signed_head": {"head": "ab"},
    "command": "muster check",
    "version": "0.1.0",
}
TAGS = re.compile(
    "html|head|meta|title|style|body|a|svg|defs|pattern|g|title|lineargradient|stop|marker|path|p|strong|span|div|nav|ol|ul|li|main"
    "|header|h[1-4]|section|b|button|article|details|summary|q|em|br|blockquote|bdi|mark|code|table|thead|tbody|tr"
    "|th|td|line|circle|rect|text|fieldset|legend|label|input|aside|dl|dt|dd|i|script|del|ins"
)


class Page(HTMLParser):
    """Every tag with its attributes, and which elements are open around each id."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"])


@pytest.fixture(scope="module")
def parsed(page: str) -> Page:
    return Page(page)


def test_all_anchors_resolve(parsed: Page) -> None:
    """Every link leads to an id of the page, and no id is there twice."""
    assert [i for i, n in Counter(parsed.ids).items() if n > 1] == []
    links = [a["href"] for tag, a in parsed.tags if tag == "a" and "href" in a]
    assert len(links) > 60
    assert {h for h in links if not h.startswith("#") or h[1:] not in parsed.ids} == set()


def test_every_shown_figure_opens_to_its_words(page: str, evidence: Evidence) -> None:
    """Number → origin (the row) → report → the words: the anchor stands right before them, marked."""
    for e in evidence.estimates():
        if e.method == "stated":
            row = page[page.index(f'id="{e.id}"') :]
            row = row[: row.index("</ul>")]
            (quantity,) = e.rests_on
            assert f'href="#{quantity}"' in row
            after = page[page.index(f'<a class="at" id="{quantity}"></a>') :]
            assert re.match(
                r'<a class="at" id="[^"]*"></a>(<a class="at"[^>]*></a>)*<mark class="[^"]*quantity', after
            )


def test_copies_stand_under_their_origin(page: str, evidence: Evidence) -> None:
    """The row of a repeated figure lists each report, and how it came by it."""
    repeated = next(e for e in evidence.estimates() if e.method == "stated" and e.reports == 2)
    row = page[page.index(f'id="{repeated.id}"') :]
    row = row[: row.index("</ul>")]
    assert "The Weir Gazette" in row and "Moor Daily" in row and "copy of The Weir Gazette: exact" in row


def test_a_question_shows_its_disagreement(page: str) -> None:
    """Ranges that cannot both hold are said aloud."""
    assert 'class="clash"' in page and "do not overlap" in page


def test_no_vague_word_gets_a_number(page: str) -> None:
    """ "Dozens" is drawn as a band with its words, without dot, bar or bound."""
    (vague,) = re.findall(r'<svg class="figure [^>]*>(?:(?!</svg>).)*“десятки”.*?</svg>', page)
    assert "circle" not in vague and 'class="bar"' not in vague


def test_drift_is_side_by_side(page: str) -> None:
    """What a copy changed is shown in both wordings, the gravest first."""
    effects = re.findall(r'class="effect"><b>([^<]*)', page)
    assert effects == ["number changed", "hedge lost", "words inside quotation marks altered"]
    assert "<del>office</del>" in page and "<ins>bureau</ins>" in page


def test_a_protected_source_is_an_alias_and_nothing_else(page: str) -> None:
    """The lock is there; role and unit of the protected speaker are nowhere beside the name."""
    said = re.findall(r'aria-label="protected".*?</p>', page, re.S)
    assert said
    assert not any("9th Rifle" in s or "soldier" in s.split("Tomas")[1][:40] for s in said)


def test_a_protected_origin_has_its_lock_in_the_ledger(page: str) -> None:
    """The row of a figure shows the lock before the alias."""
    rows = re.findall(r'<summary class="row"><span class="who">(.*?)</span>', page, re.S)
    locked = [row for row in rows if 'aria-label="protected"' in row]
    assert locked and all(row.endswith("Tomas") for row in locked)
    assert not [row for row in rows if row.endswith("Tomas") and row not in locked]


def test_the_banner_is_on_screen_and_on_every_printed_page(page: str) -> None:
    """A working paper says so."""
    assert '<p class="banner" role="note"><strong>Working paper – not for release</strong>' in page
    assert '@top-center { content: "Working paper – not for release"' in page


def test_the_policy_lets_nothing_in(page: str) -> None:
    """Only the page's own script runs, by its digest; nothing is fetched."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    script = re.findall(r"<script>(.*?)</script>", page, re.S)
    assert policy is not None and len(script) == 1
    digest = base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()
    assert policy[1] == (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_hostile_text_is_only_text(parsed: Page, page: str, invented: ModuleType) -> None:
    """No payload makes a tag, an attribute or a link; template words in a text stay words."""
    assert [tag for tag, _ in parsed.tags if not TAGS.fullmatch(tag)] == []
    for _, attributes in parsed.tags:
        assert not [
            name for name in attributes if name.startswith("on") or name in ("src", "srcset", "action")
        ]
        assert attributes.get("href", "#").startswith("#")
    assert len([tag for tag, _ in parsed.tags if tag == "script"]) == 1
    assert "{{ 7*7 }}" in page and "⟨U+202E⟩" in page and "\u202e" not in page and "\x07" not in page
    assert len(invented.PAYLOADS) >= 15


def test_nothing_names_another_address(page: str) -> None:
    """No URL in the page's own markup or style, and no import."""
    own = re.sub(r'<div class="body".*?</div>\n</details>', "", page, flags=re.S)
    style = re.findall(r"<style>(.*?)</style>", own, re.S)[0]
    assert "url(" not in style and "@import" not in style and "http" not in style


def test_the_same_project_gives_the_same_page(evidence: Evidence) -> None:
    """Same input, same bytes."""
    assert "".join(dossier(evidence, **MADE)) == "".join(dossier(evidence, **MADE))  # type: ignore[arg-type]


def test_an_empty_project_has_a_page(invented: ModuleType) -> None:
    """With nothing found every part says so, and what to do next."""
    page = "".join(dossier(invented.Invented([], [], [], [], []), **MADE))
    assert (
        "No quantity answers" in page and "Nothing was set aside" in page and "No document was taken" in page
    )
    parsed = Page(page)
    assert {a["href"][1:] for t, a in parsed.tags if t == "a" and "href" in a} <= set(parsed.ids)


def test_small_limits_say_what_is_left_out(evidence: Evidence) -> None:
    """What is not shown is counted, with the command that lists it; links never lead to what is cut."""
    limits = Limits(
        questions=2, figures=1, documents=2, characters=150, speakers=1, claims=1, events=1, ribbons=1
    )
    page = "".join(dossier(evidence, **MADE, limits=limits))  # type: ignore[arg-type]
    parsed = Page(page)
    assert {a["href"][1:] for t, a in parsed.tags if t == "a" and "href" in a} <= set(parsed.ids)
    for command in ("muster estimates", "muster documents", "muster claims"):
        assert command in page
    assert "The text goes on for" in page


def test_the_file_is_private(evidence: Evidence, tmp_path: Path) -> None:
    """Mode 0600, size as told."""
    path = tmp_path / "dossier.html"
    assert write_dossier(path, evidence, **MADE) == path.stat().st_size  # type: ignore[arg-type]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_half_a_character_does_not_stop_the_page(invented: ModuleType, tmp_path: Path) -> None:
    """A lone surrogate in a text is shown by its number."""
    draft = invented.Draft("Fen", "fen/x.txt", None, "half \ud83d a face", None, "en")
    write_dossier(tmp_path / "d.html", invented.Invented([draft], [], [], [], []), **MADE)
    assert "⟨U+D83D⟩" in (tmp_path / "d.html").read_text("utf-8")


def test_who_carries_what_an_origin_said_is_drawn(page: str) -> None:
    """A line for each origin and source, as thick as what it carries, and the same as a table."""
    drawn = re.search(r'<svg class="network".*?</svg>', page, re.DOTALL)
    assert drawn is not None
    rows = re.findall(r"<tr><td>([^<]+)</td><td>([^<]+)</td><td>(\d+)</td></tr>", page)
    assert drawn[0].count("tie carries") == len(rows) > 2
    assert all(f"{origin} → {source}: {claims} " in drawn[0] for origin, source, claims in rows)
    assert "<a " not in drawn[0]
    # A style sheet beats the width that a line has of its own.
    widths = re.findall(r"([^{}]*\.tie(?![\w-])[^{}]*)\{[^}]*stroke-width", page)
    assert widths != [] and all(".ribbon" in rule for rule in widths)
