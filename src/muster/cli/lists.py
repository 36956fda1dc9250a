"""Plural nouns list what the project holds."""

from __future__ import annotations

import click

from muster.cli.options import with_project
from muster.cli.output import show, with_format
from muster.workflows.project import Desk

_NOUNS = {
    "documents": "Every document with its source, date, hash and language.",
    "claims": "Who said what: the exact words, the cue, the speaker, hedges, basis and stance.",
    "quantities": "Every number as written, with bounds, unit, what is counted and of whom.",
    "times": "Every time expression with its TIMEX3 value and the first and last day it can mean.",
    "entities": "People, bodies and places with the spellings that were joined.",
    "origins": "From whom claims first came, and which claims fold into one origin.",
    "copies": "Which documents repeat which, how, and in which direction where that is shown.",
    "estimates": "The ledger: what each origin stated, side by side, never averaged.",
    "set-aside": "What could not be used, and why.",
}


def _command(noun: str, line: str) -> click.Command:
    @click.command(noun, help=line, epilog=f"Example:  muster {noun} --project desk.db --csv")
    @with_format
    @with_project
    def listing(desk: Desk, form: str | None, limit: int | None) -> None:
        from muster.publish import tables
        from muster.workflows.struck import decided

        with desk.open(readonly=True) as store:
            show(tables(decided(store), noun), form, limit)

    return listing


@click.command(epilog="Example:  muster copied --project desk.db --csv")
@with_format
@with_project
def copied(desk: Desk, form: str | None, limit: int | None) -> None:
    """The posts that most others repeat: how many, of how many outlets, and when."""
    with desk.open(readonly=True) as store:
        show(store.most_copied(limit=limit or 20), form, limit)


@click.command(epilog="Example:  muster moves --project desk.db")
@with_format
@with_project
def moves(desk: Desk, form: str | None, limit: int | None) -> None:
    """Kept questions whose bounds a count moved, the newest first: from what to what, and why."""
    from muster.publish import move_rows

    with desk.open(readonly=True) as store:
        show(move_rows(store.moves(limit=limit or 200)), form, limit)


@click.command(epilog="Example:  muster contradictions --project desk.db")
@with_format
@with_project
def contradictions(desk: Desk, form: str | None, limit: int | None) -> None:
    """Pairs of claims that cannot both be true, and why: for a person to look at, nothing is settled.

    Those that a person confirmed stand first; 'muster review --field contradiction' asks about the others.
    """
    from muster.workflows.contradictions import contradiction_rows

    with desk.open(readonly=True) as store:
        show(contradiction_rows(store), form, limit)


@click.command(epilog="Example:  muster themes --project desk.db --json")
@with_format
@with_project
def themes(desk: Desk, form: str | None, limit: int | None) -> None:
    """What several origins allege alike: the kind of act, who did it, where; from how many origins.

    ``independent`` names those of whom each is shown to be independent of each other; of every other pair
    that is not shown, and --json says why. 'muster judge CLAIM --field theme --verdict rejected' takes a
    claim out."""
    from muster.workflows.themes import theme_lines, theme_rows

    with desk.open(readonly=True) as store:
        rows = theme_rows(store)
    show(rows if form == "json" else theme_lines(rows), form, limit)


COMMANDS = {"contradictions": contradictions, "themes": themes, "copied": copied, "moves": moves} | {
    noun: _command(noun, line) for noun, line in _NOUNS.items()
}
