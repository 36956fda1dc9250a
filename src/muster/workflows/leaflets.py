"""Answers to questions: by which leaflet, in which version; and who holds an older one.

A team's leaflets lie in the folder ``leaflets`` beside the project; their first lines may say ``version:``
and ``review-until:``. What is kept of an answer is the leaflet's name, version and sha256.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from muster.model.cases import Step
from muster.model.errors import NotFound, Refused, Usage
from muster.workflows.cases import of_case, open_cases, refuse_personal, written
from muster.workflows.intake import question_called
from muster.workflows.project import Desk

FOLDER = "leaflets"
_FORMS = (".txt", ".md")
_LARGEST = 1 << 20
_HEAD_BYTES, _HEAD_LINES = 2000, 12


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A leaflet as its bytes are. ``until``: the day (ISO) by which it is to be looked at again, or ""."""

    name: str
    version: str
    until: str
    sha256: str

    def expired(self, today: str) -> bool:
        """Whether it was to be looked at again before ``today`` (ISO)."""
        return bool(self.until) and self.until < today


@dataclass(frozen=True, slots=True)
class Handed:
    """One version of a leaflet: to how many questions it was given, and until when; of a newest version
    nobody was given an older one."""

    leaflet: str
    version: str
    questions: int
    last: str
    newest: bool
    codes: tuple[str, ...]


def shelf(desk: Desk) -> list[Leaflet]:
    """The leaflets of the folder beside the project, by name."""
    folder = desk.project.parent / FOLDER
    paths = [p for p in sorted(folder.glob("*")) if p.suffix in _FORMS and p.is_file()]
    return [leaflet_of(p) for p in paths if p.stat().st_size <= _LARGEST]


def on_shelf(desk: Desk, name: str) -> Path:
    """The file of a leaflet of that folder. Raises NotFound."""
    for path in sorted((desk.project.parent / FOLDER).glob("*")):
        if path.suffix in _FORMS and path.stem == name and path.is_file():
            return path
    raise NotFound(f"no leaflet is called {name[:60]!r}", next_step="put it into the folder 'leaflets'")


def leaflet_of(path: Path) -> Leaflet:
    """What a leaflet says of itself. Raises Usage where it is larger than a leaflet."""
    raw = path.read_bytes()
    if len(raw) > _LARGEST:
        raise Usage("this is no leaflet: it is larger than a megabyte", record=path.name)
    head = raw[:_HEAD_BYTES].decode("utf-8", "replace").splitlines()[:_HEAD_LINES]
    said = {k.strip().lower(): v.strip() for k, colon, v in (line.partition(":") for line in head) if colon}
    return Leaflet(
        path.stem, said.get("version", ""), said.get("review-until", ""), hashlib.sha256(raw).hexdigest()
    )


def answer(
    desk: Desk, called: Sequence[str], *, by: str, leaflet: Path | None = None, pack: str = "",
    note: str = "", reason: str = "",
) -> list[Step]:  # fmt: skip
    """That questions were answered alike, and with which version of which leaflet; all of them or none.

    Raises NotFound, Usage, Refused. ``pack``: name, version and sha256 of the law pack that was used. A
    leaflet past its line ``review-until:`` is given only with a ``reason``.
    """
    if leaflet is None and not note:
        raise Usage("how it was answered is not said", next_step="give a leaflet, or a note in words")
    for words in (note, reason, by):
        refuse_personal(words)
    name, version = _given(desk, leaflet, reason) if leaflet else ("in words", "")
    with open_cases(desk) as store:
        words = "; ".join(filter(None, (note, reason)))
        given = written(desk, "answered", by, on=desk.now[:10], value=name, ground=pack, words=words)
        made = []
        for case in dict.fromkeys(question_called(store, each) for each in called):
            steps = list(store.steps_of(case.id))
            # A sha256 may look like a telephone; what a person wrote was looked at above.
            made.append(of_case(case, replace(given, link=version, answers=steps[0].id), steps, checked=True))
        store.add_steps(made)
    return made


def _given(desk: Desk, path: Path, reason: str) -> tuple[str, str]:
    """A leaflet's name, and its version with the sha256 of its bytes."""
    found = leaflet_of(path)
    if found.expired(desk.now[:10]) and not reason:
        raise Refused(
            f"this leaflet was to be looked at again by {found.until}",
            record=path.name,
            next_step="have it looked at, or say why it is given all the same",
        )
    return found.name, f"{found.version or 'no version'} sha256:{found.sha256}"


def leaflets(desk: Desk) -> list[Handed]:
    """Which versions of which leaflets were given, so that those with an older one can be told."""
    held: dict[tuple[str, str], list[tuple[str, str]]] = {}
    with open_cases(desk, readonly=True) as store:
        for line in store.asked_lines():
            if line.kind == "answered" and line.link:
                held.setdefault((line.value, line.link), []).append((line.first, line.code))
    last = {name: max(max(rows)[0] for (n, _), rows in held.items() if n == name) for name, _ in held}
    return [
        Handed(name, version, len(rows), max(rows)[0], max(rows)[0] == last[name], tuple(c for _, c in rows))
        for (name, version), rows in sorted(held.items())
    ]


__all__ = ["Handed", "Leaflet", "answer", "leaflet_of", "leaflets", "on_shelf", "shelf"]
