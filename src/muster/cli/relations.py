"""Relationships from a table: taken with custody, listed, each row its author's claim."""

from __future__ import annotations

from pathlib import Path

import click

from muster.cli.options import with_project
from muster.cli.output import show, with_format
from muster.workflows.project import Desk

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(epilog="Example:  muster relations list --project desk.db")
def relations() -> None:
    """Who is related to whom, as tables say: each row is a claim of its author, kept with its bytes."""


@relations.command(epilog="Example:  muster relations take ties.csv --by anna --project desk.db")
@click.argument("file", type=_FILE)
@click.option("--by", required=True, help="Your role name.")
@click.option("--note", default="", help="Why, or where the table comes from.")
@click.option("--left", default="", help="The column of who is related (known: from, who, кто …).")
@click.option("--right", default="", help="The column of to whom (known: to, with, с кем …).")
@click.option("--kind", default="", help="The column of in what way (known: relation, role, связь …).")
@click.option("--date", default="", help="The column of since when (known: date, since, дата …).")
@click.option("--source", default="", help="The column of who says so (known: source, источник …).")
@with_project
def take(desk: Desk, file: Path, by: str, note: str, **columns: str) -> None:
    """Take a CSV or XLSX of two names or ids, the relationship, its source and date.

    What ties nobody to anybody is set aside with its reason. 'muster review --undo ID' takes the table back.
    """
    from muster.workflows.relations import take_relations

    with desk.open() as store:
        made = take_relations(store, file, by=by, note=note, now=desk.now, columns=columns)
    click.echo(f"{made.judgement}: {made.rows} relationships taken, {len(made.aside)} rows set aside")
    for each in made.aside[:20]:
        click.echo(f"{each.record}: {each.detail}", err=True)


@relations.command("list", epilog="Example:  muster relations list --project desk.db --csv")
@with_format
@with_project
def listed(desk: Desk, form: str | None, limit: int | None) -> None:
    """Every relationship with who says so, since when, and the row that it stands in."""
    from muster.workflows.relations import relation_rows

    with desk.open(readonly=True) as store:
        show(list(relation_rows(store)), form, limit)


COMMANDS = {"relations": relations}
