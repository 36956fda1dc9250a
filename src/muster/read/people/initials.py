"""Names with initials in Russian and Ukrainian: «П. С. Ветров», «Ветров П.С.», «по словам Ветрова П. С.»."""

from __future__ import annotations

from collections.abc import Sequence

from muster.read.people.words import INITIAL
from muster.text.names.slavic import given_name, surname_base


def initials_end(strings: Sequence[str], language: str) -> int:
    """How many words a surname with its initials behind it is, where more follow; else 0."""
    if INITIAL.match(strings[0]) or given_name(strings[0], language) is not None:
        return 0
    last = 0
    while last + 1 < len(strings) and INITIAL.match(strings[last + 1]):
        last += 1
    return last + 1 if 0 < last < len(strings) - 1 else 0


def initials_first(strings: Sequence[str]) -> list[str]:
    """The initials and then the surname, whichever stood first."""
    letters = [s for s in strings if INITIAL.match(s)]
    return [*letters, *(s for s in strings if not INITIAL.match(s))]


def in_genitive(surname: str, language: str) -> tuple[str, str]:
    """Gender and nominative of a surname in the genitive beside initials, which say neither: «Ветрова» is a
    man's there and «Ветровой» a woman's; "-" and the word as it stands where its ending is of both."""
    hers = surname.endswith(("ой", "ей") if language == "ru" else ("ої", "єї"))
    his = surname.endswith(("а", "я", "ого", "его", "ього"))
    sex = "f" if hers else "m" if his else "-"
    return sex, surname_base(surname, sex, language) if sex != "-" else surname


__all__ = ["in_genitive", "initials_end", "initials_first"]
