"""Passphrases and recovery words: asked for without an echo, or read as lines from stdin; never arguments."""

from __future__ import annotations

import getpass
import sys

from muster.model.errors import Usage


def secret(what: str, *, new: bool = False) -> str:
    """A passphrase; twice where it is ``new``. Raises Usage where nothing was given."""
    if sys.stdin.isatty():
        given = getpass.getpass(f"{what}: ")
        if new and getpass.getpass(f"{what} again: ") != given:
            raise Usage("the two are not the same", next_step="try again")
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    if not given:
        raise Usage("no passphrase was given", next_step="type it, or give it as a line on stdin")
    return given


def words_of_shares() -> tuple[str, str]:
    """Two recovery shares, a line each."""
    return secret("First share"), secret("Second share")


__all__ = ["secret", "words_of_shares"]
