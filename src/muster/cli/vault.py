"""The vault: who is who, behind keys. Names are typed and shown by the vault's own process only."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from muster.cli.options import TextOf, with_project
from muster.cli.output import show, with_format
from muster.cli.secrets import secret, words_of_shares
from muster.model.errors import Refused
from muster.workflows.project import Desk

_AS = click.option("--as", "code", required=True, help="Your code; never your name.")
_YES = click.option("--yes", is_flag=True, help="Do not ask.")


@click.group(epilog="Example:  muster vault list --project desk.db")
def vault() -> None:
    """Who is who: an encrypted file of its own, opened by keys that people hold, for a while.

    Passphrases are asked for, or read as lines from stdin where there is no terminal; never given as
    an argument.
    """


@vault.command(epilog="Example:  muster vault init --as C1 --project desk.db")
@_AS
@with_project
def init(desk: Desk, code: str) -> None:
    """Make the vault of this project, with you as its first custodian."""
    from muster.workflows import vault as errand

    made = errand.init(desk, code, secret("Passphrase", new=True))
    click.echo(
        f"made {made}; your key {code} is on this machine only: make a backup and recovery shares next"
    )


@vault.command(epilog="Example:  muster vault key C3 --project desk.db")
@click.argument("code")
@with_project
def key(desk: Desk, code: str) -> None:
    """Make your own key on this machine, as CODE, and print its public half for a custodian."""
    from muster.workflows import vault as errand

    click.echo(errand.make_key(desk, code, secret("Passphrase", new=True)))


@vault.command(epilog="Example:  muster vault unlock --as C1 --minutes 30 --project desk.db")
@click.option("--as", "code", default="", help="Your code; never your name.")
@click.option(
    "--minutes", type=click.FloatRange(0.01, 720), default=30, show_default=True, help="Lock after this time."
)
@click.option("--shares", is_flag=True, help="Open with two recovery shares instead of a key.")
@with_project
def unlock(desk: Desk, code: str, minutes: float, shares: bool) -> None:
    """Open the vault for a while, with what your key opens; it locks itself."""
    from muster.workflows import vault as errand

    if bool(code) == shares:
        raise click.UsageError("give either --as CODE or --shares.")
    # Nobody types a passphrase for a vault that is not there.
    errand.holders(desk)
    words = words_of_shares() if shares else ()
    passphrase = "" if shares else secret("Passphrase")
    held = errand.unlock(desk, code, passphrase, minutes=minutes, words=words)
    click.echo(f"unlocked for {minutes:g} minutes by {held['holder']} ({held['role']})")


@vault.command(epilog="Example:  muster vault lock --project desk.db")
@with_project
def lock(desk: Desk) -> None:
    """Lock the vault: its process forgets the keys and ends."""
    from muster.workflows import vault as errand

    click.echo("locked" if errand.lock(desk) else "it was locked")


@vault.command(epilog="Example:  muster vault add --outside --project desk.db")
@click.option("--outside", is_flag=True, help="Who it is stays outside the system; keep only a code.")
@click.option(
    "--pseudonym", default="", help="A first name to be shown instead of the code; 'random:ru' draws one."
)
@click.option("--code", "alias", default="", help="Write down who a code is that was kept outside until now.")
@with_project
def add(desk: Desk, outside: bool, pseudonym: str, alias: str) -> None:
    """Put somebody into the vault; the random code is printed.

    Lines name:, number:, note: are asked for, or read from stdin. A name is never given as an argument.
    """
    from muster.workflows import vault as errand
    from muster.workflows.pseudonyms import drawn

    files = () if outside else (sys.stdin.fileno(), sys.stderr.fileno())
    shown = drawn(desk, pseudonym)
    made = errand.ask(desk, "put", files, outside=outside, pseudonym=shown, alias=alias)
    click.echo(f"{made}{f' ({shown})' if shown else ''}")


@vault.command(
    epilog="Example:  muster vault get CODE --reason 'asked to be called back' --second C2 -p desk.db"
)
@click.argument("code")
@click.option("--reason", required=True, help="Why; kept in the ledger, so without names.")
@click.option("--second", default="", help="The code of the second custodian, who types a passphrase.")
@with_project
def get(desk: Desk, code: str, reason: str, second: str) -> None:
    """Show who CODE is, once, before a second custodian; the look is in the ledger."""
    from muster.workflows import vault as errand

    passphrase = secret(f"Passphrase of {second}") if second else ""
    sys.stdout.flush()
    errand.ask(
        desk, "get", (sys.stdout.fileno(),), alias=code, reason=reason, second=second, passphrase=passphrase
    )


@vault.command("list", epilog="Example:  muster vault list --project desk.db")
@with_format
@with_project
def list_(desk: Desk, form: str | None, limit: int | None) -> None:
    """Codes with pseudonym, agreement and until when: never a name."""
    from muster.workflows import vault as errand

    show(errand.ask(desk, "list"), form, limit)


@vault.command(epilog="Example:  muster vault scan - --project desk.db")
@click.argument("file", type=TextOf())
@with_format
@with_project
def scan(desk: Desk, file: str, form: str | None, limit: int | None) -> None:
    """Where FILE names somebody of the vault, in any spelling or disguise: places and codes (exit 1)."""
    from muster.workflows import vault as errand

    found = errand.ask(desk, "scan", text=file)
    rows = [{**each, "aliases": ", ".join(each["aliases"])} for each in found]
    show(rows, form, limit)
    if any(each["sure"] for each in found):
        sys.stdout.flush()
        sys.exit(1)


@vault.command(epilog="Example:  muster vault pseudonymise - --project desk.db")
@click.argument("file", type=TextOf())
@with_project
def pseudonymise(desk: Desk, file: str) -> None:
    """FILE with every name of the vault replaced by its pseudonym, or its code."""
    from muster.workflows import vault as errand

    click.echo(errand.ask(desk, "pseudonymise", text=file), nl=False)


@vault.command(epilog="Example:  muster vault holders --project desk.db")
@with_format
@with_project
def holders(desk: Desk, form: str | None, limit: int | None) -> None:
    """Who holds a key of this vault, by code and role."""
    from muster.workflows import vault as errand

    show(errand.holders(desk), form, limit)


@vault.command(
    epilog="Example:  muster vault holder A1 --role analyst "
    "--public age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p -p desk.db"
)
@click.argument("code")
@click.option(
    "--role",
    required=True,
    help="reader, analyst, interviewer, lawyer, custodian, publisher, auditor, admin.",
)
@click.option("--public", required=True, help="What 'muster vault key' printed on that person's machine.")
@with_project
def holder(desk: Desk, code: str, role: str, public: str) -> None:
    """Give CODE a role and the keys of it. All keys are made anew."""
    from muster.workflows import vault as errand

    generation = errand.ask(
        desk, "holders", add=[{"code": code, "role": role, "public": public}], why=f"{code} added as {role}"
    )
    click.echo(f"{code} is {role}; generation {generation} of the keys")


@vault.command(epilog="Example:  muster vault rotate --project desk.db")
@click.option("--remove", multiple=True, help="A holder who loses his keys (may be repeated).")
@click.option("--why", default="", help="Why; kept in the ledger.")
@with_project
def rotate(desk: Desk, remove: tuple[str, ...], why: str) -> None:
    """New keys for all who stay. Who is removed opens nothing written from now on; copies made stay."""
    from muster.workflows import vault as errand

    generation = errand.ask(desk, "holders", remove=list(remove), why=why or "rotated")
    gone = f"; {', '.join(remove)} can open it no more, but keeps what was copied" if remove else ""
    click.echo(f"generation {generation} of the keys{gone}")


@vault.command(epilog="Example:  muster vault share --project desk.db")
@with_project
def share(desk: Desk) -> None:
    """Print three recovery shares, of which any two open the vault. Older ones become worthless."""
    from muster.workflows import vault as errand

    sys.stdout.flush()
    errand.ask(desk, "shares", (sys.stdout.fileno(),))
    click.echo(
        "write each on paper, seal it, keep them in three places. When every custodian's key and two shares "
        "are lost, what the vault holds is gone for ever.",
        err=True,
    )


@vault.command(epilog="Example:  muster vault backup copy.age --project desk.db")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--to", multiple=True, help="A recipient age1… (may be repeated; default: every custodian).")
@with_project
def backup(desk: Desk, file: Path, to: tuple[str, ...]) -> None:
    """Write an encrypted backup of the vault and the sealed papers to FILE."""
    from muster.workflows import vault as errand

    size = errand.ask(desk, "backup", path=str(file.absolute()), to=list(to))
    click.echo(f"{file}: {size:,} bytes; try it: muster vault restore {file} --as CODE --drill")


@vault.command(epilog="Example:  muster vault restore vault.age --as C1 --drill --project desk.db")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@_AS
@click.option("--drill", is_flag=True, help="Only try: restore, check, throw away.")
@with_project
def restore(desk: Desk, file: Path, code: str, drill: bool) -> None:
    """Put the backup FILE in the vault's place, where none may be; or try it."""
    from muster.workflows import vault as errand

    held = errand.restore(desk, file, code, secret("Passphrase"), drill=drill)
    said = ", ".join(f"{number} {what}" for what, number in held.items())
    click.echo(f"{'it can be restored' if drill else 'restored'}: {said}")


@vault.command(epilog="Example:  muster vault ledger --project desk.db")
@click.option("--as", "code", default="", help="An auditor's code: read with that key, without the vault.")
@with_format
@with_project
def ledger(desk: Desk, code: str, form: str | None, limit: int | None) -> None:
    """Who did what, to which code, why, before whom."""
    from dataclasses import asdict

    from muster.workflows import vault as errand

    if code:
        rows = [asdict(each) for each in errand.audit(desk, code, secret("Passphrase"))]
    else:
        rows = errand.ask(desk, "ledger")
    show([{k: v for k, v in row.items() if k != "hash"} for row in rows], form, limit)


@vault.command(epilog="Example:  muster vault check --project desk.db")
@with_project
def check(desk: Desk) -> None:
    """Check what can be checked without a key; 'unlock' checks the rest, page by page, each time."""
    from muster.workflows import vault as errand

    for fault in errand.check(desk):
        click.echo(fault)
    click.echo("switch, keyring and files fit together")


@vault.command(epilog="Example:  muster vault erase CODE --reason 'asked to be deleted' --project desk.db")
@click.argument("code")
@click.option("--reason", required=True, help="Why; kept in the ledger, so without names.")
@_YES
@with_project
def erase(desk: Desk, code: str, reason: str, yes: bool) -> None:
    """Delete who CODE is; the code itself stays. Backups made before still hold it."""
    from muster.workflows import vault as errand

    if not yes and not click.confirm(f"Delete who {code} is for ever?", err=True):
        raise Refused("nothing was deleted", next_step="answer y, or give --yes")
    errand.ask(desk, "erase", alias=code, reason=reason)
    click.echo(
        f"{code} stands for nobody now; backups made before still hold it: make new ones, delete those"
    )


@vault.command(epilog="Example:  muster vault destroy --project desk.db")
@_YES
@with_project
def destroy(desk: Desk, yes: bool) -> None:
    """Delete the keys here: the vault and the sealed papers are then noise, but for a backup elsewhere."""
    from muster.workflows import vault as errand

    if not yes and not click.confirm("Make this vault unreadable for everybody, here?", err=True):
        raise Refused("nothing was destroyed", next_step="answer y, or give --yes")
    errand.destroy(desk)
    click.echo("the keys are gone from this disk; a backup, and a key it was made for, still open it")


COMMANDS = {"vault": vault}
