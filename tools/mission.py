"""Build docs/mission.md from docs/mission.toml: each row of the mission, its command, picture and test.

python tools/mission.py            write the page
python tools/mission.py --check    fail if the page is out of date or names a thing that is not there
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "mission.md"
HEAD = """# Mission: what must work, what does it, how you can see it, what guards it

Made by `make mission` from `docs/mission.toml`; a row without a command says when it comes.

| | what must work | command | picture | guarded by |
|---|---|---|---|---|
"""


def rows() -> list[dict[str, object]]:
    """The rows as they stand in docs/mission.toml."""
    listed: list[dict[str, object]] = tomllib.loads((ROOT / "docs" / "mission.toml").read_text("utf-8"))[
        "row"
    ]
    return listed


def page() -> str:
    """The whole page."""
    return HEAD + "".join(_line(number, row) for number, row in enumerate(rows(), 1))


def _line(number: int, row: dict[str, object]) -> str:
    command = f"`{row['command']}`" if row.get("command") else f"no command yet: {row.get('later', '')}"
    picture = f"[see it]({row['picture']})" if row.get("picture") else "–"
    tests = row.get("tests") or []
    assert isinstance(tests, list)
    guards = ", ".join(f"[{Path(t).name}](../{t})" for t in tests) or "–"
    return f"| {number} | {row['row']} | {command} | {picture} | {guards} |\n"


def faults() -> Iterator[str]:
    """What the page names and is not there."""
    from muster.cli.app import COMMANDS

    for row in rows():
        name = str(row["row"])
        command = str(row.get("command") or "")
        if command and command.split()[1] not in COMMANDS:
            yield f"{name}: there is no command {command!r}"
        if not command and not row.get("later"):
            yield f"{name}: neither a command nor a word on when it comes"
        if row.get("picture") and not (PAGE.parent / str(row["picture"])).exists():
            yield f"{name}: there is no picture {row['picture']}"
        tests = row.get("tests") or []
        assert isinstance(tests, list)
        if command and not tests:
            yield f"{name}: a command without a test that guards it"
        yield from (f"{name}: there is no test {t}" for t in tests if not (ROOT / t).exists())
    if not PAGE.exists() or PAGE.read_text("utf-8") != page():
        yield "docs/mission.md is out of date: run 'make mission'"


def main() -> None:
    """The command line above."""
    if "--check" in sys.argv:
        found = list(faults())
        print("\n".join(found) if found else "docs/mission.md is as its sources say")
        sys.exit(bool(found))
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
