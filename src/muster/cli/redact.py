"""A paper with nobody named: what identifies people is masked, widened or put under a pseudonym."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from muster.cli.options import with_project
from muster.cli.output import show, with_format
from muster.model.errors import Refused
from muster.workflows.project import Desk


@click.command(epilog="Example:  muster redact draft.txt --out redacted.txt --project desk.db")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to (.txt, .docx, .pdf); default: stdout.",
)
@click.option(
    "--levels",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What becomes of each field.",
)
@click.option("--print-levels", is_flag=True, help="Print a levels file to begin with, and stop.")
@click.option(
    "--without-vault", is_flag=True, help="Do not look for the vault's names, though there is a vault."
)
@click.option("--why", is_flag=True, help="Instead of the text: each word to be covered, and why it is.")
@with_format
@with_project
def redact(
    desk: Desk,
    file: Path | None,
    out: Path | None,
    levels: Path | None,
    print_levels: bool,
    without_vault: bool,
    why: bool,
    form: str | None,
    limit: int | None,
) -> None:
    """Write FILE (or stdin, '-') anew with nobody named: names of the vault in any form, people, telephones,
    papers, addresses, places, days, units, ranks, kinship, work, wounds, in English, Russian and Ukrainian.

    Each change stands in square brackets. Words that nobody knows to be harmless are covered too ("unlisted",
    "likely"): see them with --why, and let those stay that tell of nobody (in the levels file, [stay]).
    A person must read the result: masking is not anonymity.
    """
    from muster.publish.redact import DEFAULT_LEVELS
    from muster.workflows.redact import redact as workflow
    from muster.workflows.redact import why_rows, words_of, write

    if print_levels:
        click.echo(DEFAULT_LEVELS, nl=False)
        return
    if file is None:
        raise click.UsageError("name a file, or '-' for stdin")
    if (form or limit) and not why:
        raise click.UsageError("rows are printed with --why only")
    if out is not None and out.exists() and file.exists() and out.samefile(file):
        raise Refused("the original is never overwritten", record=str(out), next_step="name another file")
    text = sys.stdin.read() if str(file) == "-" else words_of(desk, file)
    chosen = levels.read_text("utf-8") if levels else DEFAULT_LEVELS
    made = workflow(desk, text, levels=chosen, vault=not without_vault)
    if why:
        show(why_rows(text, made), form, limit)
        return
    if out is None:
        click.echo(made.text, nl=False)
    else:
        write(made.text, out)
    told = ", ".join(f"{field} {n}" for field, n in sorted(made.counts.items())) or "nothing"
    click.echo(f"changed: {told}; left by the levels: {made.kept}", err=True)
    click.echo("read it through before it leaves: whoever knows the story can still know who it is", err=True)


COMMANDS = {"redact": redact}

__all__ = ["COMMANDS"]
