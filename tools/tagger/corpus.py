"""Texts with attributions that the tagger learns from: GUM and those of our own."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

Spans = list[tuple[int, int]]
KINDS = ("source", "cue", "content")


@dataclass(slots=True)
class Attribution:
    source: Spans
    cue: Spans
    content: Spans


@dataclass(slots=True)
class Document:
    name: str
    genre: str
    text: str
    attributions: list[Attribution]


_LEAD = re.compile(r"""[\s"'“”„«»‘’–—,:;-]*""")
# The conjunction only: in "That's enough" and "that guard said" the word belongs to what is marked.
_THAT = re.compile(rf"""{_LEAD.pattern}that\b(?!['’])(?:{_LEAD.pattern})""")
_TAIL = re.compile(r"""[\s"'“”„«»‘’.,:;!?…–—-]+\Z""")


def narrowed(text: str, spans: Spans, kind: str) -> Spans:
    """Without marks, blanks and end punctuation, a content without "that": the edges that the rules have."""
    found = []
    for start, stop in spans:
        words = text[start:stop]
        lead = (_THAT.match(words) if kind == "content" else None) or _LEAD.match(words)
        tail = _TAIL.search(words)
        start, stop = start + (lead.end() if lead else 0), stop - (len(tail.group()) if tail else 0)
        if start < stop:
            found.append((start, stop))
    return found


def gum(file: Path) -> list[Document]:
    """The rows of ``english_gum.jsonl``."""
    documents = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        found = [
            Attribution(*(narrowed(text, [tuple(s) for s in a[kind]], kind) for kind in KINDS))
            for a in row["attributions"]
        ]
        documents.append(Document(row["doc"], row["genre"], text, found))
    return documents


_MARK = re.compile(r"\[([sxcn])(\d*) |\]")


def parse(name: str, marked: str) -> Document:
    """``[s The mayor] [c said] [x the bridge is shut]``: source, cue, content; a number tells
    attributions of one text apart, and a part named twice has two pieces. One without a source has
    that of the number before ("she said … and added …"); ``[n It was reported]`` is a cue of nobody.

    Square brackets mean nothing else. Raises ValueError where they do not pair.
    """
    text: list[str] = []
    at = size = 0
    open_: list[tuple[str, str, int]] = []
    groups: dict[str, dict[str, Spans]] = {}
    for match in _MARK.finditer(marked):
        text.append(marked[at : match.start()])
        size += match.start() - at
        at = match.end()
        if match.group(1):
            open_.append((match.group(1), match.group(2), size))
            continue
        if not open_:
            raise ValueError(f"{name}: a bracket closes that was not opened: {marked[:80]}")
        kind, number, start = open_.pop()
        kinds = groups.setdefault(number, {k: [] for k in "scxn"})
        kinds[kind].append((start, size))
    text.append(marked[at:])
    if open_:
        raise ValueError(f"{name}: a bracket stays open: {marked[:80]}")
    body = "".join(text)
    found: list[Attribution] = []
    for number, group in sorted(groups.items(), key=lambda g: int(g[0] or 0)):
        source, cue, content = (
            narrowed(body, sorted(group[k]), kind) for k, kind in zip("scx", KINDS, strict=True)
        )
        if group["n"]:
            cue = narrowed(body, sorted(group["n"]), "cue")
        elif not source and found:
            source = found[-1].source
        if not (cue and content):
            raise ValueError(f"{name}: attribution {number} has no cue or no content: {marked[:80]}")
        found.append(Attribution(source, cue, content))
    return Document(name, "own", body, found)


# Texts of a line or two whose language nobody could tell when the shipped weights were trained, so that
# nothing was learnt from them. Today it is told. The next training may begin by emptying this list.
UNREAD = frozenset(
    [
        "13-briefs-44",
        "13-wire-14",
        "14-briefs-29",
        "14-briefs-61",
        "16-noise-17",
        "19-headlines-6",
        "19-headlines-13",
    ]
)


def own(folder: Path) -> list[Document]:
    """Every ``*.txt`` of the folder; texts are separated by lines of dashes, comments begin with #."""
    documents = []
    for file in sorted(folder.glob("*.txt")):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        for number, block in enumerate(re.split(r"(?m)^---+$", "\n".join(lines))):
            if block.strip():
                documents.append(parse(f"{file.stem}-{number}", block.strip()))
    return documents
