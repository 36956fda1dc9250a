"""What this installation can do, what is missing, and how to get it; nothing is changed by looking."""

from __future__ import annotations

import importlib.util
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from muster import __version__
from muster.collect import parser_walls
from muster.model.errors import MusterError
from muster.workflows.project import Desk

# A dossier and an index need room beside the project; below this a run may not finish.
_LOW_DISK = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the installation: well or not, and what to do."""

    part: str
    well: bool
    says: str


def examine(desk: Desk) -> list[Finding]:
    """Every finding, in a fixed order."""
    return list(_findings(desk))


def _findings(desk: Desk) -> Iterator[Finding]:
    yield Finding("muster", True, f"version {__version__}")
    version = sys.version_info
    yield Finding(
        "python", version >= (3, 11), f"{version.major}.{version.minor}.{version.micro} (needs 3.11)"
    )
    yield _part("tesseract", shutil.which("tesseract"), "reads scans", "apt install tesseract-ocr -rus -ukr")
    walls = parser_walls()
    well = "hook only" not in " ".join(walls.values())
    yield Finding("parser walls", well, ", ".join(f"{wall}: {how}" for wall, how in walls.items()))
    yield _part(
        "ukrainian", _module("pymorphy3_dicts_uk"), "dictionary of base forms",
        "rules are used instead; pip install 'muster-desk[uk]' (GPLv3 dictionary)",
    )  # fmt: skip
    yield _part(
        "reader full", _module("onnxruntime"), "the English tagger beside the rules",
        "--reader rules needs nothing; pip install 'muster-desk[full]'",
    )  # fmt: skip
    parts = [_module(name) for name in ("slovnet", "navec", "natasha")]
    yield _part(
        "russian parser", "slovnet" if all(parts) else None, "a second opinion for --reader full",
        "pip install 'muster-desk[ru]'",
    )  # fmt: skip
    yield _part(
        "latent classes", _module("numba"), "compiled",
        "many times slower without; pip install 'muster-desk[fast]'",
    )  # fmt: skip
    yield _part("sealed files", _module("sqlcipher3"), "can be opened", "pip install sqlcipher3")
    free = shutil.disk_usage(desk.project.resolve().parent).free
    yield Finding("disk", free > _LOW_DISK, f"{free / 1e9:.1f} GB free beside the project")
    yield Finding("cores", True, f"{len(os.sched_getaffinity(0))}")
    yield _key(desk)
    yield _project(desk)


def _module(name: str) -> str | None:
    return name if importlib.util.find_spec(name) else None


def _part(part: str, found: str | None, does: str, get: str) -> Finding:
    return Finding(part, bool(found), does if found else f"not installed ({does}): {get}")


def _key(desk: Desk) -> Finding:
    private = [p for p in desk.state.glob("*") if p.is_file()] if desk.state.exists() else []
    if not private:
        return Finding("signing key", True, f"none yet; made on first use in {desk.state}")
    open_to_others = [p.name for p in private if stat.S_IMODE(p.stat().st_mode) & 0o077]
    if open_to_others:
        return Finding(
            "signing key", False, f"others can read {', '.join(open_to_others)}: chmod 600 in {desk.state}"
        )
    return Finding("signing key", True, f"in {desk.state}, readable by you only")


def _project(desk: Desk) -> Finding:
    if not desk.project.exists():
        return Finding("project", True, f"no {desk.project} yet; 'muster run FOLDER' makes one")
    try:
        with desk.open(readonly=True) as store:
            held = store.counts()
    except MusterError as error:
        return Finding("project", False, str(error))
    return Finding("project", True, f"{desk.project}: {held['documents']} documents, {held['claims']} claims")


__all__ = ["Finding", "examine"]
