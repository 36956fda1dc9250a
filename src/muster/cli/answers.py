"""Questions to the project: where a number comes from, where words stand, whether all is as it was."""

from __future__ import annotations

import dataclasses
import json

import click

from muster.cli.options import TextOf, with_project
from muster.cli.output import show, with_format
from muster.workflows.project import Desk


@click.command(epilog="Example:  muster why claim-3f2a --project desk.db")
@click.argument("record")
@click.option("--json", "as_json", is_flag=True, help="The chain as JSON.")
@with_project
def why(desk: Desk, record: str, as_json: bool) -> None:
    """Walk from RECORD (an id or its first characters) down to the exact words and the bytes' hash."""
    with desk.open(readonly=True) as store:
        chain = store.why(record)
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(chain), ensure_ascii=False, indent=2))
        return
    for line in chain.lines():
        click.echo(line)


@click.command(epilog="Example:  muster search refused --project desk.db")
@click.argument("words", nargs=-1, required=True)
@with_format
@with_project
def search(desk: Desk, words: tuple[str, ...], form: str | None, limit: int | None) -> None:
    """Documents that hold all WORDS, in any of their forms."""
    with desk.open(readonly=True) as store:
        hits = store.search(" ".join(words), limit=limit or 20)
    show([dataclasses.asdict(hit) for hit in hits], form, limit)
    if not hits:
        click.echo("no document holds them all; give whole words, in any form, or fewer of them", err=True)


@click.command(epilog="Example:  muster like letter.txt --project desk.db")
@click.argument("file", type=TextOf())
@with_format
@with_project
def like(desk: Desk, file: str, form: str | None, limit: int | None) -> None:
    """Documents that share runs of words with the text in FILE (- is stdin), which is not taken in."""
    from muster.workflows.likeness import documents_like

    with desk.open(readonly=True) as store:
        found = documents_like(store, desk.project, file)
    show([dataclasses.asdict(each) for each in found], form, limit)
    if not found:
        click.echo("no document shares runs of five words with it", err=True)


@click.command(epilog="Example:  muster check --project desk.db")
@click.option("--json", "as_json", is_flag=True, help="The faults as JSON.")
@with_project
def check(desk: Desk, as_json: bool) -> None:
    """Re-hash everything, compare every passage with its text, walk the custody ledger. Exit 3 if broken."""
    from muster.cli.progress import bars
    from muster.model.errors import IntegrityBroken

    with bars() as progress, desk.open(readonly=True) as store:
        progress.stage("checking", None)
        faults = list(store.check())
        head = store.head()
    if as_json:
        click.echo(json.dumps([dataclasses.asdict(f) for f in faults], ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            click.echo(f"{fault.record}: {fault.what}; {fault.next_step}")
    if faults:
        raise IntegrityBroken(
            f"{len(faults)} fault{'s' * (len(faults) != 1)} found",
            record=str(desk.project),
            next_step="keep this file as it is, and compare it with a copy made earlier",
        )
    if not as_json:
        click.echo(f"everything is as it was stored; {head.seq} custody lines, head {head.hash[:16]}")


@click.command(epilog="Example:  muster doctor")
@click.option("--json", "as_json", is_flag=True, help="The findings as JSON.")
@with_project
def doctor(desk: Desk, as_json: bool) -> None:
    """What this installation can do, what is missing and how to get it; nothing is changed."""
    from muster.workflows.doctor import examine

    findings = examine(desk)
    if as_json:
        click.echo(json.dumps([dataclasses.asdict(f) for f in findings], ensure_ascii=False, indent=2))
        return
    for finding in findings:
        click.echo(f"{'ok  ' if finding.well else 'look'}  {finding.part:<18} {finding.says}")


COMMANDS = {"why": why, "search": search, "like": like, "check": check, "doctor": doctor}
