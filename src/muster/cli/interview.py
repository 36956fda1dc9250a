"""Interviews: taken down offline, consent first, sealed with one key, tied to the rest by a code only."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from muster.cli.options import with_project
from muster.cli.output import show, tell_forgotten, with_format
from muster.model.errors import Refused
from muster.workflows.project import Desk

_KIT = click.option(
    "--kit",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The kit (default: the project's vault).",
)
_OUT = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to put the packet (default: the inbox).",
)


@click.group(epilog="Example:  muster interview list --project desk.db")
def interview() -> None:
    """What a source tells: consent and extent of anonymity first, no name needed, sealed at once.

    A field machine needs a kit (public keys) and nothing else; what it has sealed it cannot open.
    """


@interview.command(epilog="Example:  muster interview kit kit.json --project desk.db")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@with_project
def kit(desk: Desk, file: Path) -> None:
    """Write the public keys an interviewer needs; compare the fingerprint by voice."""
    from muster.workflows.interviews import kit as workflow

    made = workflow(desk)
    file.write_text(made.written(), "utf-8")
    click.echo(f"{file}: fingerprint {made.fingerprint}")


@interview.command(epilog="Example:  muster interview template")
def template() -> None:
    """Print an empty form for an editor; 'seal' takes it filled. Keep it in /dev/shm, not on a disk."""
    from muster.vault.interview import template as form

    click.echo(form(), nl=False)


@interview.command(epilog="Example:  muster interview new --project desk.db")
@_KIT
@_OUT
@with_project
def new(desk: Desk, kit: Path | None, out: Path | None) -> None:
    """Ask question by question, then take the account until a line with a single dot; Enter seals it."""
    from muster.vault.interview import QUESTIONS, built
    from muster.workflows import interviews

    used = interviews.chosen_kit(desk, kit)
    answers: dict[str, list[str]] = {}
    for question in QUESTIONS:
        answers[question.field] = [a for a in [_asked(question.ask, question.known, question.given)] if a]
        if question.field == "agreed" and answers["agreed"] != ["yes"]:
            raise Refused("without agreement nothing is written down", next_step="ask first")
    click.echo("The account; a line with a single dot ends it.", err=True)
    lines = []
    while (line := sys.stdin.readline()) and line.rstrip("\r\n") != ".":
        lines.append(line.rstrip("\r\n"))
    sent = built(answers, "\n".join(lines))
    path = interviews.send(desk, sent, used, out)
    click.echo(f"sealed: {path} (receipt {interviews.fingerprint(path)}); the code is {sent.alias}")


def _asked(question: str, known: tuple[str, ...], given: str) -> str:
    said = " | ".join(k for k in known if k)
    while True:
        click.echo(
            f"{question}{f' [{said}]' if said else ''}{f' ({given})' if given else ''} ", err=True, nl=False
        )
        line = sys.stdin.readline()
        answer = line.strip() or given
        if not known or answer in known:
            return answer
        if not line:
            raise Refused("the form was not answered to its end; nothing was kept")


@interview.command(epilog="Example:  muster interview seal form.txt --project desk.db")
@click.argument("form", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_KIT
@_OUT
@with_project
def seal(desk: Desk, form: Path, kit: Path | None, out: Path | None) -> None:
    """Seal a filled FORM, then overwrite and delete it. A disk of flash may keep old blocks: use /dev/shm."""
    from muster.workflows import interviews

    path = interviews.seal_form(desk, form, interviews.chosen_kit(desk, kit), out)
    click.echo(f"sealed: {path} (receipt {interviews.fingerprint(path)}); {form} is overwritten and deleted")


@interview.command("file", epilog="Example:  muster interview file --project desk.db")
@with_project
def file_(desk: Desk) -> None:
    """File every packet of the inbox: identity into the vault, account into the sealed file; read it."""
    from muster.workflows.interviews import file_packets

    told = file_packets(desk)
    for each in told:
        click.echo(f"{each.code}: {each.problem or 'filed'}", err=bool(each.problem))
    click.echo(f"{sum(not each.problem for each in told)} filed")
    if any(each.problem for each in told):
        sys.stdout.flush()
        sys.exit(1)


@interview.command("list", epilog="Example:  muster interview list --project desk.db")
@with_format
@with_project
def list_(desk: Desk, form: str | None, limit: int | None) -> None:
    """What waits in the inbox and, with the vault unlocked, each code with what was agreed."""
    from muster.workflows.interviews import listed

    show(listed(desk), form, limit)


@interview.command(
    epilog="Example:  muster interview release CLAIM --words 'a dozen refused' --by anna -p desk.db"
)
@click.argument("claim")
@click.option(
    "--words", default="", help="A paraphrase; without it the source's own words, if that was agreed."
)
@click.option("--by", required=True, help="Your role name.")
@with_project
def release(desk: Desk, claim: str, words: str, by: str) -> None:
    """Let a sealed CLAIM cross into the open project: a code and these words, nothing else."""
    from muster.workflows.interviews import release as workflow

    made = workflow(desk, claim, words=words, by=by)
    click.echo(f"{made}: released; 'muster read', 'muster link' and 'muster count' take it up")


@interview.command(
    epilog="Example:  muster interview withdraw CODE --reason 'asked for it' --by anna --yes -p desk.db"
)
@click.argument("code")
@click.option("--reason", required=True, help="Why; kept in the ledgers, so without names.")
@click.option("--by", required=True, help="Your role name.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_project
def withdraw(desk: Desk, code: str, reason: str, by: str, yes: bool) -> None:
    """A source withdraws: forget what CODE said in both files, count again, draft a correction note."""
    from muster.workflows.interviews import withdraw as workflow

    if not yes and not click.confirm(f"Delete what {code} said for ever?", err=True):
        raise Refused("nothing was deleted", next_step="answer y, or give --yes")
    done = workflow(desk, code, reason=reason, by=by)
    click.echo(
        f"{done.documents} documents with {done.claims} claims forgotten; on them rested "
        f"{len(done.figures)} figures of the open project and {done.sealed} of the sealed file",
        err=True,
    )
    tell_forgotten(done.removed, done.still)
    click.echo(done.note)


COMMANDS = {"interview": interview}
