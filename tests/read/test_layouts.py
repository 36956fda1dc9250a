"""Interviews and channel posts in the layouts of the trade, and texts that only look like them.

A file of ``layouts`` holds cases between lines of ``====``; the first line of a case says what it shows.
⟦…⟧ marks the words of a claim that stands in no other, ⟨…⟩ after it who says it: a name, ``role:nurse``,
or ``?`` where nobody is named; ``!`` before it: he is protected. What is not marked is nobody's claim.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.read.marked import claims_of, likeness, parts

from muster.model.claims import Claim, Speaker

FOLDER = Path(__file__).parent / "layouts"
_MARK = re.compile(r"⟦|⟧⟨([^⟩]*)⟩")


class Expected(NamedTuple):
    """Words of a claim, and whose they are."""

    start: int
    stop: int
    who: str


def cases(file: str) -> list[tuple[str, str]]:
    """(what it shows, marked text) of a file."""
    blocks = re.split(r"(?m)^====.*\n", (FOLDER / file).read_text(encoding="utf-8"))
    return [
        (title.strip(), body.strip("\n"))
        for title, _, body in (b.partition("\n") for b in blocks if b.strip())
    ]


def unmarked(text: str) -> tuple[str, list[Expected]]:
    """The text without its marks, and what they say."""
    body: list[str] = []
    found: list[Expected] = []
    at = length = start = 0
    for mark in _MARK.finditer(text):
        body.append(text[at : mark.start()])
        length += mark.start() - at
        if mark.group() == "⟦":
            start = length
        else:
            stop = length - ("".join(body).endswith("."))
            found.append(Expected(start, stop, mark.group(1)))
        at = mark.end()
    return "".join([*body, text[at:]]), found


def _is(speaker: Speaker, who: str) -> bool:
    if who.startswith("!"):
        return speaker.protected and _is(speaker, who[1:])
    if who == "?":
        return speaker.name is None
    if who.startswith("role:"):
        return who[5:].lower() in (speaker.role or speaker.name or "").lower()
    return speaker.name == who


def problems(text: str) -> list[str]:
    """What the reading misses, gives to somebody else, or adds."""
    body, expected = unmarked(text)
    claims = claims_of(body)
    wrong, matched = [], set()
    for one in expected:
        span = [(one.start, one.stop)]
        best = max(claims, key=lambda c: likeness(span, parts(c)), default=None)
        if best is None or likeness(span, parts(best)) < 0.8:
            wrong.append(f"missed {body[one.start : one.stop][:60]!r}: {best and best.passage.words[:60]!r}")
            continue
        matched.add(best.id)
        if not _is(best.said_by[0], one.who):
            wrong.append(f"{best.passage.words[:40]!r} by {best.said_by[0]}, not {one.who}")
    wrong += [
        f"too much: {c.passage.words[:60]!r} by {c.said_by[0].name!r}"
        for c in claims
        if c.id not in matched and c.inside is None and not c.hypothetical
    ]
    return wrong


def _all() -> list[object]:
    return [
        pytest.param(text, id=f"{path.stem}: {title}")
        for path in sorted(FOLDER.glob("*.txt"))
        for title, text in cases(path.name)
    ]


@pytest.mark.parametrize("text", _all())
def test_layout_is_read_as_marked(text: str) -> None:
    """Every marked claim is found with its speaker, and nothing beside it."""
    assert problems(text) == []


def test_answers_are_direct_and_hold_what_others_said() -> None:
    """An answer is one claim; whoever is reported in it stands inside."""
    body = (
        "Anna Brook drives an ambulance. We spoke to her.\n\nQ: Who sent you?\n\n"
        "A: The mayor said that the road was open. It was not.\n\nQ: And then?\n\nA: No."
    )
    claims = claims_of(body)
    first = next(c for c in claims if c.passage.words.startswith("The mayor said"))
    inner = next(c for c in claims if c.passage.words == "the road was open")
    assert (first.kind, first.cue, first.said_by[0].name) == ("direct", None, "Anna Brook")
    assert inner.inside == first.id
    assert [c.passage.words for c in claims if c.inside is None][-1] == "No"


def _speaker_of(claims: list[Claim], words: str) -> Speaker:
    return next(c for c in claims if words in c.passage.words).said_by[0]


def test_changed_name_reaches_every_answer() -> None:
    """A promise made in the introduction holds for all that is answered."""
    body = (
        "Our correspondent met a nurse from Brackenford. At her request we have changed her name; "
        "here she is Mira.\n\n"
        "— How many beds did you have?\n— Twenty. I counted them.\n— Were you afraid?\n— Yes.\n"
        "— Who paid you?\n— Nobody. We worked for free."
    )
    claims = [c for c in claims_of(body) if c.inside is None and c.kind == "direct"]
    assert len(claims) == 3
    assert all(c.said_by[0].protected for c in claims)
