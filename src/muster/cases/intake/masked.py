"""A question as it came in in; the same with nobody to be found by it, out. What leads to a person is the
vault's."""

from __future__ import annotations

from muster.cases.minimum import personal
from muster.text.dates import find_dates
from muster.text.identifiers import find_identifiers
from muster.text.languages import language_of

_CALLED = {
    "person": "name", "phone": "number", "number": "number", "card": "number", "account": "number",
    "email": "mail", "handle": "handle", "address": "address", "coordinates": "place", "plate": "number",
}  # fmt: skip


def masked(text: str) -> str:
    """``text`` with names, telephones, handles, addresses and numbers of papers as ``[name]``, ``[number]`` …

    A guard, not a proof: a nickname, or what only a neighbour understands, stays.
    """
    days = [(e.start, e.stop) for e in find_dates(text, 0, len(text), language_of(text))]

    def is_day(start: int, stop: int) -> bool:
        return any(start < b and a < stop for a, b in days)

    found = [
        (i.start, i.stop, _CALLED[i.field])
        for i in find_identifiers(text)
        if i.field in _CALLED and not (i.field == "number" and is_day(i.start, i.stop))
    ]
    found += [(p.start, p.stop, "left out") for p in personal(text)]
    out, done = [], 0
    for start, stop, called in sorted(found, key=lambda f: (f[0], f[2] == "left out", f[1])):
        if stop <= done:
            continue
        out += [text[done : max(start, done)], f"[{called}]" if start >= done else ""]
        done = stop
    return "".join([*out, text[done:]])


__all__ = ["masked"]
