"""What people decide: judgements, forgetting, and joining colleagues' projects."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from muster.cli.options import with_project
from muster.cli.output import show, tell_forgotten, with_format
from muster.model.errors import Refused
from muster.workflows.project import Desk

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    epilog='Example:  muster judge "J. Doe" "Jane Doe" --field same-name --verdict same --by anna -p desk.db'
)
@click.argument("subject", nargs=-1, required=True)
@click.option(
    "--field", required=True, help="What is decided: same-name, copy, speaker, quantity, claim, grade …"
)
@click.option("--verdict", required=True, help="same, different, unsure, or the right value.")
@click.option("--by", required=True, help="Your role name; never a name that must not be known.")
@click.option("--note", default="", help="Why.")
@with_project
def judge(desk: Desk, subject: tuple[str, ...], field: str, verdict: str, by: str, note: str) -> None:
    """Write down a decision about SUBJECT: one id or name, or two for a pair. Nothing is overwritten."""
    from muster.workflows.judge import judge as workflow
    from muster.workflows.judge import unused

    with desk.open() as store:
        made = workflow(store, subject, field=field, verdict=verdict, by=by, note=note, now=desk.now)
        unnamed = unused(store, made)
    click.echo(f"{made.id}: kept; 'muster link' and 'muster count' rebuild what follows from it")
    for name in unnamed:
        click.echo(f"no document here names {name!r}; the judgement waits until one does", err=True)


@click.command(epilog="Example:  muster forget doc-3f2a -p desk.db --by anna --reason 'the source withdrew'")
@click.argument("record")
@click.option("--by", required=True, help="Your role name.")
@click.option("--reason", required=True, help="Why; kept in the ledger, so without names.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_project
def forget(desk: Desk, record: str, by: str, reason: str, yes: bool) -> None:
    """Really delete document RECORD: rows, index, bytes and what was derived from it; a tombstone stays.

    With --sealed also a case, by its code: the questions that became it go with it, what else was tied to it
    is named.
    """
    from muster.workflows.forget import forget as workflow

    if not yes and not _agreed(f"Delete {record} for ever?"):
        raise Refused("nothing was deleted", next_step="answer y, or give --yes where nobody can be asked")
    gone = workflow(desk, record, reason=reason, by=by)
    click.echo(f"{gone.id} is gone; 'muster link' and 'muster count' rebuild what rested on it")
    tell_forgotten(gone.removed, gone.still)
    if gone.questions:
        click.echo(f"gone with it, which it had come from: {' '.join(gone.questions)}")
    if gone.tied:
        click.echo(
            f"still here, tied to it by a person: {' '.join(gone.tied)}; 'muster forget CODE --sealed' "
            "deletes each, where its words are the client's too"
        )
    for code in gone.marks_kept:
        click.echo(
            f"the vault still holds hashes that it was compared by: 'muster case family {code} --drop', "
            "unlocked by a custodian"
        )
    click.echo("the papers it was taken from, and what you sent to others, are out of reach here")


def _agreed(question: str) -> bool:
    try:
        return click.confirm(question, err=True)
    except click.Abort:
        # No terminal, and so no answer: that is a no.
        click.echo(err=True)
        return False


@click.command(epilog="Example:  muster diff colleague.db --project desk.db")
@click.argument("other", type=_FILE)
@with_format
@with_project
def diff(desk: Desk, other: Path, form: str | None, limit: int | None) -> None:
    """What is only here, only in OTHER, or different; with --sealed, of the two sealed files."""
    from muster.workflows.share import diff as workflow

    show(workflow(desk, other), form, limit)


@click.command(epilog="Example:  muster merge colleague.db --project desk.db")
@click.argument("other", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="What was added, as JSON.")
@with_project
def merge(desk: Desk, other: Path, as_json: bool) -> None:
    """Add what OTHER holds: documents, readings, judgements; of a sealed file cases too. Twice adds nothing.

    With --sealed, OTHER's sealed file is added to this project's; both vaults must be unlocked.
    """
    from muster.workflows.share import merge as workflow

    found = workflow(desk, other)
    if as_json:
        more = {k: v for k, v in asdict(found).items() if k != "added"}
        click.echo(json.dumps({**found.added, **more}, ensure_ascii=False))
        return
    told = [f"{number} {noun.replace('_', ' ')}" for noun, number in found.added.items() if number]
    click.echo(
        f"added {', '.join(told)}; 'muster link' and 'muster count' rebuild what follows from it"
        if told
        else "nothing is there that is not here; nothing was written"
    )
    if found.forgotten_there:
        click.echo(f"{found.forgotten_there} forgotten there and still here; 'muster diff' names them")
    if found.forgotten_here:
        click.echo(f"{found.forgotten_here} forgotten here and still there; tell your colleague")
    for code in found.both:
        click.echo(f"{code}: both desks had added steps; look at it with 'muster case show {code}'")
    for code in found.one_code:
        click.echo(f"{code}: two cases have this code; name them by their ids")


COMMANDS = {"judge": judge, "forget": forget, "diff": diff, "merge": merge}
