"""Single keys of a terminal, or lines of a file, as answers; nothing typed ahead is lost."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

# Ctrl-C, Ctrl-D and Escape end a sitting.
_ENDS = ("\x03", "\x04", "\x1b", "")


@contextmanager
def answers() -> Iterator[Iterator[str]]:
    """Keys as they are pressed where stdin is a terminal, else its lines; the terminal is left as it was."""
    if not sys.stdin.isatty():
        yield (line for line in sys.stdin if line.strip())
        return
    try:
        import termios
        import tty
    except ImportError:  # not a POSIX system
        yield _keys(click.getchar)
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSANOW)
        yield _keys(lambda: os.read(terminal, 1).decode("utf-8", "replace"))
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _keys(press: Callable[[], str]) -> Iterator[str]:
    while True:
        try:
            key = press()
        except (EOFError, KeyboardInterrupt, OSError):
            return
        if key in _ENDS:
            return
        yield key


__all__ = ["answers"]
