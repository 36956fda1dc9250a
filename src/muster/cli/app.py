"""The command tree. A command's module is imported only when it is called: --help answers at once."""

from __future__ import annotations

import importlib
import io
import os
import sys
import tempfile
import traceback
from difflib import get_close_matches
from pathlib import Path
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
    "count": ("counting", "Build the ledger of quantities, or answer a question from it."),
    "estimate": ("hidden", "Estimate the total behind lists that overlap."),
    "documents": ("lists", "List documents."),
    "claims": ("lists", "List who said what."),
    "quantities": ("lists", "List numbers as written, with bounds."),
    "times": ("lists", "List time expressions."),
    "entities": ("lists", "List people, bodies and places."),
    "origins": ("lists", "List from whom claims first came."),
    "copies": ("lists", "List which documents repeat which."),
    "moves": ("lists", "List kept questions whose bounds a count moved, and why."),
    "copied": ("lists", "List the posts that most others repeat."),
    "contradictions": ("lists", "List claims that cannot both be true, and why."),
    "themes": ("lists", "List what several origins allege alike, and how many are independent."),
    "estimates": ("lists", "List the ledger."),
    "relations": ("relations", "Take relationships from a table, and list them."),
    "set-aside": ("lists", "List what could not be used, and why."),
    "why": ("answers", "Walk from any id down to the bytes."),
    "search": ("answers", "Find words in any of their forms."),
    "like": ("answers", "Find documents that share words with a text."),
    "check": ("answers", "Check that everything is as it was stored (exit 3 if not)."),
    "doctor": ("answers", "Say what this installation can and cannot do."),
    "watch": ("watch", "Look at pages, feeds, channels and folders again and again."),
    "serve": ("serve", "Open the desk in the browser, on this machine only."),
    "review": ("review", "Answer open questions, the weightiest first, with single keys."),
    "independence": ("review", "Say whether two origins are independent, and why."),
    "judge": ("decisions", "Write down a person's decision."),
    "forget": ("decisions", "Really delete a document, leaving a tombstone."),
    "vault": ("vault", "Keep who is who: keys, identities, agreements, pseudonyms."),
    "interview": ("interview", "Take down, seal, file and withdraw interviews."),
    "seal": ("seal", "Move documents into the sealed file."),
    "diff": ("decisions", "Compare with a colleague's project."),
    "merge": ("decisions", "Add a colleague's project to this one."),
    "law": ("law", "Rules by date: what a pack says of a deed, and what changed."),
    "intake": ("intake", "Questions that come in: the queue by urgency, topics by week, leaflets."),
    "memory": ("memory", "What the desk foresaw and what came, its glossary, experts and their interest."),
    "case": ("case", "Cases without names: steps, threats, decisions, deadlines, outcomes."),
    "draft": ("draft", "Check your own draft against the project."),
    "release": ("release", "Build what leaves the desk: passages, checked and signed."),
    "export": ("export", "Write the project in open formats."),
    "redact": ("redact", "Write a paper anew with nobody named."),
}

# Names of the plan that later releases fill; nobody may use them for something else meanwhile.
RESERVED = ("fetch",)


class ReaderLeft(Exception):
    """Whoever read stdout has seen enough: ``muster claims | head``."""


class Tree(click.Group):
    """Lists commands from the table above and imports one only when it is called."""

    def invoke(self, ctx: click.Context) -> Any:
        """The command's work, with all it has to say written out."""
        try:
            answer = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            # Under its own name: click would take the other for a failure.
            raise ReaderLeft from error
        return answer

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in RESERVED:
            raise click.UsageError(
                f"'muster {cmd_name}' is a name kept for a later release; {__version__} does not do it."
            )
        if cmd_name not in COMMANDS:
            near = get_close_matches(cmd_name, COMMANDS, 2, 0.5)
            meant = (
                f"; did you mean {' or '.join(near)}?" if near else "; 'muster --help' lists what there is."
            )
            raise click.UsageError(f"there is no command '{cmd_name}'{meant}")
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
    """Run the command tree; every error is one plain sentence and an exit code."""
    _streams()
    _no_core_dumps()
    _one_temporary_folder()
    try:
        app.main(args=arguments, prog_name="muster", standalone_mode=False)
    except MusterError as error:
        _leave(f"{error}.", error.exit_code)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.Abort:
        _leave("stopped. What was done is kept; the same command goes on from there.", 130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except ReaderLeft:
        _deaf_stdout()
        sys.exit(0)
    except OSError as error:
        _deaf_stdout()
        where = f" ({error.filename})" if error.filename else ""
        what = (error.strerror or str(error)).lower()
        _leave(f"the system says: {what}{where}; when that is mended, run the same command again.", 1)
    except Exception as error:
        if os.environ.get("MUSTER_TRACEBACK"):
            raise
        _leave(f"{_fault(error)}; please report this line. MUSTER_TRACEBACK=1 shows more.", 1)


def _leave(sentence: str, code: int) -> None:
    click.echo(f"muster: {sentence}", err=True)
    sys.exit(code)


def _streams() -> None:
    """Three streams that can be written to, whatever the caller closed and whatever their encoding."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            # The next file that is opened, the project perhaps, would get this number and be written to.
            os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, open(number, "r+" if number else "r", encoding="utf-8", closefd=False))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        # Half a character pair in a broken post must not stop a list of ten thousand others.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _no_core_dumps() -> None:
    """A process that crashes leaves no copy of its memory, in which protected words may be."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _one_temporary_folder() -> None:
    """Temporary files lie in the folder that was named (TMPDIR) or nowhere. Python tries /tmp, and at last
    the folder it was called in, where that one takes no byte: names might lie where nobody looks for them."""
    named = next(filter(None, map(os.environ.get, ("TMPDIR", "TEMP", "TMP"))), None)
    if named or sys.platform != "win32":
        tempfile.tempdir = str(Path(named or "/tmp").resolve())


def _deaf_stdout() -> None:
    """Python writes what is left at its exit, and would complain once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _fault(error: BaseException) -> str:
    """Where in our code it happened; an error's own words may be those of a protected text."""
    places = traceback.extract_tb(error.__traceback__)
    ours = [p for p in places if f"{os.sep}muster{os.sep}" in p.filename] or places
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}"
    return f"a fault in Muster itself: {type(error).__name__} at {where}"


__all__ = ["COMMANDS", "RESERVED", "app", "run_app"]
