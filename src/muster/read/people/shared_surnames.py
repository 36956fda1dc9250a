"""Whom an English surname alone means where two of the text bear it: "Kost", a mother, and Teo Kost.

Whoever alone has been named in full so far; behind that the one bearer whom the text does not call by his
given name. Where neither tells, the surname stays alone and nobody is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from muster.read.page import Page
from muster.read.people.roles import Named


def with_bearers(page: Page, named: Sequence[Named]) -> list[Named]:
    """The names in their order, each surname of two bearers with its bearer where the text shows him."""
    full = {n.norm for n in named if n.kind == "person" and " " in n.norm and n.norm.isascii()}
    bearers: dict[str, list[str]] = {}
    for norm in sorted(full):
        bearers.setdefault(norm.rsplit(" ", 1)[1], []).append(norm)
    alone = {n.norm for n in named if n.kind == "person"}
    shared = {surname: people for surname, people in bearers.items() if len(people) > 1 and surname in alone}
    if not shared:
        return list(named)
    informal = {norm for people in shared.values() for norm in people if _is_called_by_given(page.body, norm)}
    seen: dict[str, dict[str, Named]] = {}
    found: list[Named] = []
    for n in named:
        surname = n.norm.rsplit(" ", 1)[-1]
        if n.kind != "person" or surname not in shared:
            found.append(n)
            continue
        known = seen.setdefault(surname, {})
        if n.norm != surname:
            known.setdefault(n.norm, n)
            found.append(n)
            continue
        likely = (
            list(known.values()) if len(known) == 1 else [k for k in known.values() if k.norm not in informal]
        )
        fits = len(likely) == 1 and (n.gender in (likely[0].gender, "-") or likely[0].gender == "-")
        found.append(_borne_by(n, likely[0]) if fits else n)
    return found


def _borne_by(n: Named, bearer: Named) -> Named:
    gender = bearer.gender if bearer.gender != "-" else n.gender
    return replace(n, norm=bearer.norm, gender=gender, role=n.role or bearer.role)


def _is_called_by_given(body: str, norm: str) -> bool:
    """Whether "Teo" stands alone somewhere, without the surname behind it."""
    first, last = re.escape(norm.split(" ", 1)[0]), re.escape(norm.rsplit(" ", 1)[1])
    return re.search(rf"\b{first}\b(?!\s(?:[A-Z][\w.’'-]*\s)?{last}\b)", body) is not None


__all__ = ["with_bearers"]
