"""A first name to be shown for somebody: drawn at random, never near his own, never one in use."""

from __future__ import annotations

import secrets

from muster.model.errors import Usage
from muster.text.sources.cues import given_names
from muster.workflows.project import Desk
from muster.workflows.vault import ask

_SCRIPTS = {"ru": "\u0400", "uk": "\u0400", "en": "A"}


def drawn(desk: Desk, wish: str) -> str:
    """``wish`` itself, or for ``random:ru``, ``random:uk:f`` … a name nobody in the vault has.

    Raises Usage for a culture it has no names of.
    """
    if not wish.startswith("random:"):
        return wish
    _, culture, *rest = wish.split(":")
    gender = rest[0] if rest else ""
    if culture not in _SCRIPTS or gender not in ("", "m", "f"):
        raise Usage("a pseudonym is drawn as random:ru, random:uk or random:en, with :m or :f behind it")
    names = [n for n, g in given_names().items() if _of(n, culture) and gender in ("", g)]
    taken = {row["pseudonym"] for row in ask(desk, "list")}
    free = sorted({n for n in names if n not in taken and "-" not in n})
    # The vault itself says whether a name is somebody's: the draw never sees one.
    while free:
        name = free.pop(secrets.randbelow(len(free)))
        if not ask(desk, "scan", text=name):
            return name
    raise Usage("no first name is left to draw", next_step="give one yourself with --pseudonym")


def _of(name: str, culture: str) -> bool:
    if culture == "en":
        return name.isascii()
    if name.isascii():
        return False
    return not set(name) & set("іїєґІЇЄҐ'" if culture == "ru" else "ыэёъЫЭЁЪ")


__all__ = ["drawn"]
