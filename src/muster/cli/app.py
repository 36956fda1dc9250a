"""The command tree. A command's module is imported only when it is called: --help answers at once."""

from __future__ import annotations

import importlib
import io
import os
import sys
from typing import Any

import click

from muster import __version__
from muster.model.errors import MusterError

# Command → (module, one line for --help). The order is the order of the work.
COMMANDS: dict[str, tuple[str, str]] = {
    "run": ("main_job", "Documents in, project file and dossier out: the main job."),
    "init": ("main_job", "Make an empty project."),
    "take": ("main_job", "Take documents into the project."),
    "read": ("main_job", "Read what has not been read."),
    "link": ("main_job", "Find copies, names and origins."),
    "count": ("main_job", "Build the ledger of quantities."),
    "documents": ("lists", "List documents."),
    "claims": ("lists", "List who said what."),
    "quantities": ("lists", "List numbers as written, with bounds."),
    "times": ("lists", "List time expressions."),
    "entities": ("lists", "List people, bodies and places."),
    "origins": ("lists", "List from whom claims first came."),
    "copies": ("lists", "List which documents repeat which."),
    "estimates": ("lists", "List the ledger."),
    "set-aside": ("lists", "List what could not be used, and why."),
    "why": ("answers", "Walk from any id down to the bytes."),
    "search": ("answers", "Find words in any of their forms."),
    "check": ("answers", "Check that everything is as it was stored (exit 3 if not)."),
    "doctor": ("answers", "Say what this installation can and cannot do."),
    "judge": ("decisions", "Write down a person's decision."),
    "forget": ("decisions", "Really delete a document, leaving a tombstone."),
    "diff": ("decisions", "Compare with a colleague's project."),
    "merge": ("decisions", "Add a colleague's project to this one."),
    "export": ("export", "Write the project in open formats."),
}

# Names of the plan that later releases fill; nobody may use them for something else meanwhile.
RESERVED = (
    "estimate", "review", "draft", "interview", "case", "law",
    "vault", "redact", "release", "serve", "fetch", "watch",
)  # fmt: skip


class Tree(click.Group):
    """Lists commands from the table above and imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in RESERVED:
            raise click.UsageError(
                f"'muster {cmd_name}' is a name kept for a later release; {__version__} does not do it."
            )
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"muster.cli.{COMMANDS[cmd_name][0]}")
        found: click.Command = module.COMMANDS[cmd_name]
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # click would import every command to read its help; the table has it.
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_module, line) in COMMANDS.items()])


@click.group(
    cls=Tree,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example:  muster run ./papers",
)
@click.version_option(__version__, prog_name="muster")
def app() -> None:
    """Who said what, through whom, how many, from how many origins – down to the exact words.

    Everything stays on this machine. Exit codes: 0 fine, 1 refused or unsafe, 2 usage, 3 integrity broken.
    """


def run_app(arguments: list[str] | None = None) -> Any:
    """Run the command tree; every error of ours is one plain sentence and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Half a character pair in a broken post must not stop a list of ten thousand others.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app.main(args=arguments, prog_name="muster", standalone_mode=False)
    except MusterError as error:
        click.echo(f"muster: {error}.", err=True)
        sys.exit(error.exit_code)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.Abort:
        click.echo("muster: stopped. What was done is kept; the same command goes on from there.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except BrokenPipeError:
        # "muster claims | head": the reader has enough. Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


__all__ = ["COMMANDS", "RESERVED", "app", "run_app"]
