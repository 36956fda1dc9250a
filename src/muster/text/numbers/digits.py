"""A token of digits in, its value out, by the writing of the language."""

from __future__ import annotations

from typing import Final

_LARGEST: Final = 1e15
_LONGEST: Final = 24


def digits(word: str, language: str = "en", *, scaled: bool = False) -> float | None:
    """The value of a token of digits, or None where it is no number one could count with.

    English writes 1,000.5; Russian and Ukrainian 1 000,5 or 1.000; Swiss keyboards 1'000. ``scaled``: a
    word like «млн» follows, so that three digits after the mark are a fraction.
    """
    plain = "".join(c for c in word if not c.isspace() and c != "'")
    marks = [c for c in plain if c in ".,"]
    if len(plain) > _LONGEST:
        return None
    if len(set(marks)) == 2:
        plain = plain.replace(marks[0], "").replace(marks[-1], ".")
    elif len(marks) > 1:
        plain = plain.replace(marks[0], "")
    elif marks:
        whole, _, rest = plain.partition(marks[0])
        thousands = len(rest) == 3 and whole.strip("0") != "" and not scaled
        if thousands and not (language == "en" and marks[0] == "."):
            plain = whole + rest
        else:
            plain = f"{whole}.{rest}"
    value = float(plain)
    return value if value < _LARGEST else None


__all__ = ["digits"]
