"""Build docs/reference/ from the code: every command from its --help, every export file from its schema.

python tools/reference.py            write the pages
python tools/reference.py --check    fail if a page is out of date
"""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

from muster.cli.app import COMMANDS, app
from muster.publish.formats.writers import WRITERS

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "reference"


def _commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(app, info_name="muster", terminal_width=96, max_content_width=96)
    for name in COMMANDS:
        command = app.get_command(context, name)
        assert command is not None
        yield f"muster {name}", command
        if isinstance(command, click.Group):
            yield from ((f"muster {name} {sub}", found) for sub, found in sorted(command.commands.items()))


def commands_page() -> str:
    """Every command with the text of its --help."""
    parts = ["# Commands\n\nMade by `make docs` from the commands' own `--help`.\n"]
    for name, command in _commands():
        context = click.Context(command, info_name=name, terminal_width=96, max_content_width=96)
        parts.append(f"\n## `{name}`\n\n```text\n{command.get_help(context)}\n```\n")
    return "".join(parts)


def export_page() -> str:
    """Every file of the open export with its fields."""
    parts = ["# The open export\n\nMade by `make docs` from the JSON Schemas in `muster/publish/schemas`.\n"]
    folder = files("muster.publish") / "schemas"
    for item in sorted(folder.iterdir(), key=lambda i: i.name):
        if not item.name.endswith(".json"):
            continue
        schema: dict[str, Any] = json.loads(item.read_text("utf-8"))
        parts.append(f"\n## `{item.name.removesuffix('.schema.json').removesuffix('.json')}.jsonl`\n\n")
        parts.append(
            f"{schema.get('description', schema.get('title', ''))}\n\n| field | what it holds |\n|---|---|\n"
        )
        for field, about in schema.get("properties", {}).items():
            said = str(about.get("description", "")).replace("|", "\\|")
            parts.append(f"| `{field}` | {said} |\n")
    return "".join(parts)


def formats_page() -> str:
    """Every format for other tools, as its module tells it, with its loss report."""
    parts = [
        "# Formats for other tools\n\nMade by `make docs` from the modules in `muster/publish/formats`.\n\n"
        "All are working papers: files 0600, checked by nobody, not for release. Interviews and papers of\n"
        "protected sources are held back, with every line of the ledger that rests on them, and counted in\n"
        "what the command prints. With `--sealed` and an unlocked vault they are exported; a map of them is\n"
        "refused.\n"
        "[How to take the project to another tool](../how-to/take-it-to-another-tool.md).\n"
    ]
    for name, write in WRITERS.items():
        module = sys.modules[write.__module__]
        about, told = (inspect.cleandoc(str(text.__doc__)) for text in (module, write))
        lost = "".join(f"- {sentence}\n" for sentence in module.LOST)
        parts.append(
            f"\n## `muster export {name} DIR`\n\n{about}\n\n{told}\n\nWhat it cannot hold:\n\n{lost}"
        )
    return "".join(parts)


PAGES = {"commands.md": commands_page, "export.md": export_page, "formats.md": formats_page}


def main() -> None:
    """The command line above."""
    stale = []
    for name, make in PAGES.items():
        path = FOLDER / name
        if "--check" in sys.argv:
            if not path.exists() or path.read_text("utf-8") != make():
                stale.append(name)
            continue
        FOLDER.mkdir(parents=True, exist_ok=True)
        path.write_text(make(), "utf-8")
    if stale:
        print(f"docs/reference is out of date ({', '.join(stale)}): run 'make docs'")
        sys.exit(1)


if __name__ == "__main__":
    main()
