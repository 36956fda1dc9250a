"""PolNeAR (Newell, Margolin & Ruths 2018) as a user has it on disk, read for ``eval/attribution.py``.

Folders ``text`` (``NAME.txt``) and ``attributions`` (``NAME.ann``, brat standoff) beside one another, at any
depth. Text-bound lines ``T1<tab>Content 10 24;30 41<tab>words``; an attribution is a line
``E1<tab>Attribution:T4 Source:T3 Cue:T2 Content:T1 Content2:T5``: roles numbered or not are the parts of one.
The corpus has no licence that lets it be copied: nothing of it is kept here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from attributed import Document, Gold
from scoring import Spans

_WORD = re.compile(r"\w+")
# The part of a line that says where; the words after it are not needed.
_BOUND = re.compile(r"(T\d+)\t(?:Source|Cue|Content)\w* (\d+ \d+(?:;\d+ \d+)*)(?:\t|\Z)")
_EVENT = re.compile(r"[ER]\d+\t(.+)")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")
# Verbs that tell speech or writing whatever they are told of; beliefs and intentions, which this corpus
# counts too, have others. After a grammar (Quirk et al. 1985, §16.31), not after the reader's own lists.
_VERBS = _WORD.findall(
    "accuse acknowledge add admit advise affirm allege announce answer argue ask assert assure blame boast "
    "call caution cite claim comment complain concede conclude confess confirm contend criticize declare "
    "demand deny describe disclose emphasize exclaim explain express inform insist joke mention note object "
    "observe order praise predict proclaim promise protest quip quote reassure recall recommend recount "
    "reiterate relate remark remind repeat reply report request respond retort reveal say speak state stress "
    "suggest swear tell testify tweet urge vow warn whisper write"
)
_IRREGULAR = ("said", "told", "spoke", "spoken", "swore", "sworn", "wrote", "written")


def _forms(verb: str) -> set[str]:
    """Every form of a regular verb, and some that are none."""
    stem = verb.removesuffix("e")
    soft = verb[:-1] + "i" if verb.endswith("y") and verb[-2] not in "aeo" else stem
    forms = {verb, verb + "s", soft + "es", soft + "ed", stem + "ing"}
    return forms | {stem + stem[-1] + "ed", stem + stem[-1] + "ing"}


SAYING = frozenset(form for verb in _VERBS for form in _forms(verb)) | set(_IRREGULAR)


def files(folder: Path) -> list[tuple[Path, Path]]:
    """(annotations, text) of every document, in order."""
    found = []
    for path in sorted(folder.rglob("attributions/*.ann")):
        text = path.parent.parent / "text" / f"{path.name.removesuffix('.ann').removesuffix('.txt')}.txt"
        if text.exists():
            found.append((path, text))
    return found


def from_polnear(folder: Path) -> Iterator[Document]:
    """The documents with their attributions; one without content says nothing and is left out."""
    for standoff, text in files(folder):
        with text.open(encoding="utf-8", newline="") as file:
            body = file.read()
        yield Document(text.stem, body, _attributions(standoff.read_text("utf-8"), body), "en")


def _attributions(lines: str, body: str) -> list[Gold]:
    bound: dict[str, Spans] = {}
    for line in lines.splitlines():
        if found := _BOUND.match(line):
            bound[found[1]] = [_pair(part) for part in found[2].split(";")]
    several = []
    for line in lines.splitlines():
        event = _EVENT.match(line)
        roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for role, name in _ROLE.findall(event[1]) if event else ():
            roles[role] += bound.get(name, [])
        if roles["Content"]:
            source, cue, content = (sorted(set(roles[role])) for role in ("Source", "Cue", "Content"))
            several.append(Gold(source, cue, content, _classes(body, cue, content)))
    return several


def _pair(part: str) -> tuple[int, int]:
    start, stop = part.split()
    return int(start), int(stop)


def _classes(body: str, cue: Spans, content: Spans) -> tuple[str, ...]:
    words = _WORD.findall(" ".join(body[a:b] for a, b in cue))
    told = " ".join(body[a:b] for a, b in content)
    # The corpus leaves the marks in the content: all of it within them is direct, some of it is mixed.
    marks = sum(told.count(mark) for mark in '"“”')
    whole = told[:1] in '"“' and told[-1:] in '"”' and marks == 2
    kind = ("quoted", "direct") if whole else ("quoted", "mixed") if marks else ("indirect",)
    saying = ("verb of saying",) if any(w.casefold() in SAYING for w in words) else ()
    return (*kind, *saying, *(() if cue else ("no cue",)))


__all__ = ["SAYING", "files", "from_polnear"]
