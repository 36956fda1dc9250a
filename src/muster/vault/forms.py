"""An identity as it is typed or handed over: read by the vault's process from the caller's terminal."""

from __future__ import annotations

import os

from muster.model.errors import Usage

_LARGEST = 100_000
_FIELDS = ("name", "number", "note")


def read_identity(files: list[int]) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Names, numbers and a note from an open file, or asked for on a terminal. Raises Usage.

    Lines are ``name: …`` (several, every spelling and nickname), ``number: …`` and ``note: …``. On a
    terminal an empty line ends.
    """
    if not files:
        raise Usage("nothing was handed over that could be read")
    if len(files) > 1 and os.isatty(files[0]):
        os.write(files[1], b"name: ... | number: ... | note: ...   (an empty line ends)\n")
        text = _lines(files[0])
    else:
        text = _all(files[0])
    return parse_identity(text)


def parse_identity(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """The fields of an identity's lines. Raises Usage without quoting what it was given."""
    found: dict[str, list[str]] = {name: [] for name in _FIELDS}
    for number, line in enumerate(text.splitlines(), 1):
        head, colon, value = line.partition(":")
        if not line.strip():
            continue
        if not colon or head.strip().lower() not in found:
            raise Usage(
                f"line {number} of an identity begins with name:, number: or note:",
                next_step="one field a line; a name may have several lines",
            )
        if value.strip():
            found[head.strip().lower()].append(value.strip())
    if not found["name"]:
        raise Usage(
            "an identity needs at least one line name:", next_step="or --outside, if it is kept elsewhere"
        )
    return tuple(found["name"]), tuple(found["number"]), "\n".join(found["note"])


def _all(file: int) -> str:
    pieces = b""
    while len(pieces) < _LARGEST and (more := os.read(file, 65_536)):
        pieces += more
    return pieces.decode("utf-8", "replace")


def _lines(file: int) -> str:
    text = ""
    while len(text) < _LARGEST:
        line = os.read(file, 4_096).decode("utf-8", "replace")
        if not line.strip():
            break
        text += line if line.endswith("\n") else line + "\n"
    return text


__all__ = ["parse_identity", "read_identity"]
