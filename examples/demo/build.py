"""Writes papers/, lists/ and intakes/ of the demo from its sources/.

    python examples/demo/build.py            writes what is missing or different
    python examples/demo/build.py --check    says what differs from a fresh build, exit 1 if anything does

A source is a text file: ``key: value`` lines, a line ``---``, the body. ``make`` names the maker below.
``body-of`` takes the body of another source, then ``edit: old => new`` lines change it (each old text must
be there exactly once), ``order: N`` shuffles its sentences with seed N, ``only: 2-4`` keeps some paragraphs,
``tail`` adds a last line: so what a copy did to its original stands in its source. Building twice gives
the same bytes: every date and random number is fixed.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import binaries  # noqa: E402
import lists  # noqa: E402
from looks import LOOKS  # noqa: E402


class Source(NamedTuple):
    """One text of ours: its fields (a field may come more than once) and its body."""

    name: str
    fields: dict[str, str]
    edits: tuple[tuple[str, str], ...]
    body: str


def read_source(path: Path) -> Source:
    """The source at ``path``. Raises ValueError where a line is not ``key: value``."""
    head, _, body = path.read_text("utf-8").partition("---\n")
    fields: dict[str, str] = {}
    edits: list[tuple[str, str]] = []
    for line in head.splitlines():
        key, found, value = line.partition(":")
        if not found:
            raise ValueError(f"{path.name}: not 'key: value': {line!r}")
        if key == "edit":
            old, _, new = value[1:].partition(" =>")
            edits.append((old, new[1:] if new.startswith(" ") else new))
        else:
            fields[key] = value.strip()
    return Source(path.stem, fields, tuple(edits), body.strip("\n"))


def sentences(paragraph: str) -> list[str]:
    """Sentences, never cut inside quotation marks (enough for our own texts, which a shuffle uses)."""
    found, start, depth = [], 0, 0
    for i, sign in enumerate(paragraph):
        if sign in "“«" or (sign == '"' and depth == 0):
            depth += 1
        elif sign in "”»" or (sign == '"' and depth > 0):
            depth -= 1
        ends = sign in ".!?" or (sign in '”»"' and paragraph[i - 1] in ".!?")
        if (
            ends
            and depth == 0
            and (
                i + 2 >= len(paragraph)
                or (paragraph[i + 1] == " " and (paragraph[i + 2].isupper() or paragraph[i + 2] in '"“«'))
            )
        ):
            found.append(paragraph[start : i + 1].strip())
            start = i + 1
    rest = paragraph[start:].strip()
    return [*found, rest] if rest else found


def body_of(source: Source, all_sources: dict[str, Source]) -> str:
    """The body as it is printed, after ``body-of``, ``only``, ``edit``, ``order`` and ``tail``."""
    origin = source.fields.get("body-of")
    body = body_of(all_sources[origin], all_sources) if origin else source.body
    if "only" in source.fields:
        first, _, last = source.fields["only"].partition("-")
        body = "\n\n".join(body.split("\n\n")[int(first) - 1 : int(last or first)])
    for old, new in source.edits:
        if body.count(old) != 1:
            raise ValueError(f"{source.name}: {old!r} is there {body.count(old)} times")
        body = body.replace(old, new)
    body = "\n\n".join(p.strip() for p in body.split("\n\n") if p.strip())
    if "order" in source.fields:
        shuffled = [s for p in body.split("\n\n") for s in sentences(p)]
        random.Random(int(source.fields["order"])).shuffle(shuffled)
        body = "\n".join(shuffled)
    return f"{body}\n\n{source.fields['tail']}" if "tail" in source.fields else body


def make_html(source: Source, body: str) -> bytes:
    """A web page with everything that stands around an article."""
    page = LOOKS[source.fields["look"]](source.fields, body)
    return page.encode(source.fields.get("encoding", "utf-8"))


def make_text(source: Source, body: str) -> bytes:
    """A plain text, with a headline, a date and an address above it where ``header`` gives them."""
    head = "".join(f"{part.strip()}\n" for part in source.fields.get("header", "").split("|") if part.strip())
    return f"{head}{body}\n".encode(source.fields.get("encoding", "utf-8"))


MAKERS = {"html": make_html, "text": make_text}


def build(target: Path) -> list[Path]:
    """Every paper, list and intake under ``target``, in the order written."""
    found = {p.stem: read_source(p) for p in sorted((HERE / "sources").glob("*.txt"))}
    pages: dict[str, bytes] = {}
    for source in found.values():
        if source.fields["make"].startswith("scan") and not binaries.can_draw():
            print(
                f"{source.fields['out']}: left as it is; drawing it needs fonts-dejavu-core", file=sys.stderr
            )
            continue
        body = body_of(source, found)
        maker = MAKERS.get(source.fields["make"])
        pages[source.fields["out"]] = (
            maker(source, body) if maker else binaries.MAKERS[source.fields["make"]](source.fields, body)
        )
    pages = binaries.pack(pages, {s.fields["out"]: s.fields for s in found.values()})
    pages |= binaries.tables(HERE / "sources") | binaries.telegram(HERE / "sources") | binaries.broken(pages)
    written = {f"papers/{name}": data for name, data in pages.items()}
    written |= lists.build() | binaries.inbox(HERE / "sources" / "intakes.inbox")
    for name, data in sorted(written.items()):
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return [target / name for name in sorted(written)]


def different(built: Path, kept: Path) -> list[str]:
    """What is not the same in a fresh build: names, each with the reason."""
    names = {
        p.relative_to(root).as_posix()
        for root in (built, kept)
        for folder in ("papers", "lists", "intakes")
        for p in (root / folder).rglob("*")
        if p.is_file()
    }
    said = []
    for name in sorted(names):
        if not (kept / name).exists():
            said.append(f"{name}: not there")
        elif not (built / name).exists():
            if name.startswith("papers/scans/") and not binaries.can_draw():
                continue
            said.append(f"{name}: no source makes it")
        # Pictures and compressed pages may differ by library version; their texts are in sources/.
        elif not name.endswith(binaries.DRAWN) and (built / name).read_bytes() != (kept / name).read_bytes():
            said.append(f"{name}: differs")
    return said


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        with tempfile.TemporaryDirectory() as folder:
            build(Path(folder))
            said = different(Path(folder), HERE)
        print("\n".join(said) or "the papers are what the sources make")
        return 1 if said else 0
    print(f"{len(build(HERE))} files written under {HERE.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
