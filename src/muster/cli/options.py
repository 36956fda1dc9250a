"""Options that many commands share, and the way from them to a desk."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from muster.model.errors import Usage
from muster.workflows.project import Desk, desk, explained

F = TypeVar("F", bound=Callable[..., Any])


def with_project(command: F) -> F:
    """``--project/-p`` (MUSTER_PROJECT; default ./muster.db) and ``--cores``; the command gets a Desk."""

    @click.option(
        "--project",
        "-p",
        type=click.Path(dir_okay=False, readable=False, path_type=Path),
        envvar="MUSTER_PROJECT",
        default=Path("muster.db"),
        show_default=True,
        help="The project file.",
    )
    @click.option(
        "--sealed", is_flag=True, help="Work on the sealed papers instead; the vault must be unlocked."
    )
    @click.option("--cores", type=click.IntRange(1), default=None, help="Use this many cores (default: all).")
    def wrapped(project: Path, cores: int | None, sealed: bool, **rest: Any) -> Any:
        try:
            return command(desk=desk(project, cores=cores, sealed=sealed), **rest)
        except Exception as error:
            better = explained(error, project)
            if better is error:
                raise
            raise better from error

    wrapped.__name__ = command.__name__
    wrapped.__doc__ = command.__doc__
    # Options declared below this one on the command itself must survive the wrapping.
    wrapped.__click_params__ = [  # type: ignore[attr-defined]
        *getattr(command, "__click_params__", []),
        *getattr(wrapped, "__click_params__", []),
    ]
    return wrapped  # type: ignore[return-value]


class TextOf(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.2 on only
    """A file's text, or that of stdin ("-"). What it is called may name a source, and is not said again."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Raises Usage where it cannot be read, or is no UTF-8."""
        try:
            if value == "-":
                return sys.stdin.buffer.read().decode("utf-8")
            return Path(value).read_text("utf-8")
        except UnicodeDecodeError as error:
            raise Usage("this is no text in UTF-8", next_step="save it as plain text, UTF-8") from error
        except OSError as error:
            why = error.strerror or "it cannot be opened"
            raise Usage(f"this file cannot be read: {why}", next_step="look at the path") from error


__all__ = ["Desk", "TextOf", "with_project"]
