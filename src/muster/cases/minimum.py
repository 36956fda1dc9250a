"""What a case must not hold: text in, stretches that look like a person's particulars out.

A guard for tired people, not a proof: a lone surname or a nickname passes. What tells who somebody is
belongs in the vault.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?:\.\.\d{4}-\d{2}(?:-\d{2})?)?|\d{1,2}\.\d{1,2}\.\d{4}")
_RULES = (
    ("an address of mail", re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")),
    ("a name in a network", re.compile(r"(?<![\w.])@[A-Za-z]\w{3,40}")),
    ("a link", re.compile(r"\bhttps?://\S{3,200}|\bt\.me/\S{2,64}")),
    # Seven digits and more: a telephone, a passport, a service number.
    ("a number of a person or telephone", re.compile(r"\+?\d(?:[\s().–-]{0,2}\d){6,18}")),
    ("a name", re.compile(r"\b[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ'’-]{1,30} [A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ'’-]{1,30}\b")),
    ("a name", re.compile(r"\b[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ'’-]{1,30} [A-ZА-ЯЁІЇЄҐ]\. ?(?:[A-ZА-ЯЁІЇЄҐ]\.)?")),
    ("a name", re.compile(r"\b[A-ZА-ЯЁІЇЄҐ]\. ?(?:[A-ZА-ЯЁІЇЄҐ]\. ?)?[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ'’-]{1,30}\b")),
    ("a father's name",
     re.compile(r"\b[А-ЯЁІЇЄҐ][а-яёіїєґ]{2,20}(?:ович|евич|йович|овн|евн|івн)[а-яіу]{0,2}\b")),
)  # fmt: skip


class Personal(NamedTuple):
    """Characters ``[start, stop)`` that look like ``what``."""

    start: int
    stop: int
    what: str


def personal(text: str) -> list[Personal]:
    """Every stretch that looks like a name, a number of a person or an address; dates are none."""
    days = [m.span() for m in _DAY.finditer(text)]
    found = {
        Personal(m.start(), m.end(), what)
        for what, rule in _RULES
        for m in rule.finditer(text)
        if not any(start <= m.start() and m.end() <= stop for start, stop in days)
    }
    return sorted(found)


__all__ = ["Personal", "personal"]
