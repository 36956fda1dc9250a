"""The command line: parse a request, call a workflow, show the answer."""

from __future__ import annotations


def main() -> None:
    """The ``muster`` command."""
    from muster.cli.app import run_app
    from muster.workflows.garbage import collect_seldom

    collect_seldom()
    run_app()


__all__ = ["main"]
