"""Speakers of a transcript: "ANNA BROOK (Harbour Team): …", then "BROOK: …"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.page import Page
from muster.read.people.roles import Named

_CAPS: Final = r"[A-ZА-ЯЁІЇЄҐ][A-ZА-ЯЁІЇЄҐ'’-]+\.?"
_LABEL: Final = re.compile(
    rf"(?m)^[ \t–—-]{{0,4}}({_CAPS}(?:[ ]{_CAPS}){{0,3}})(?:[ ]?\(([^()\n]{{1,60}})\))?[ ]?:[ ]"
)


def speakers(page: Page) -> list[Named]:
    """Names in capitals before a colon at the head of a line.

    A label of several words is a person where a body stands in brackets beside it or its last word heads
    a line of its own; a label of one word only where it is the last word of such a name. "QUESTION:" is none.
    """
    found = list(_LABEL.finditer(page.body))
    heads = {m.group(1) for m in found}
    bodies: dict[str, str | None] = {}
    for m in found:
        label = m.group(1)
        if " " in label and (m.group(2) or label.rsplit(" ", 1)[1] in heads):
            bodies[label] = bodies.get(label) or m.group(2)
    surnames: dict[str, set[str]] = {}
    for label in bodies:
        surnames.setdefault(label.rsplit(" ", 1)[1], set()).add(label)
    named = []
    for m in found:
        full = {m.group(1)} if m.group(1) in bodies else surnames.get(m.group(1), set())
        if len(full) == 1:
            label = next(iter(full))
            named.append(
                Named(*m.span(1), "person", _as_written(label), organisation=bodies[label], role_start=-1)
            )
    return named


def _as_written(label: str) -> str:
    """ "ANNA-MARIA BROOK" → "Anna-Maria Brook"."""
    return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in label.split())


__all__ = ["speakers"]
