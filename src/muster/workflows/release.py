"""The gate: what leaves is built beside its place, checked, and put there only if nothing forbids it.

A release is a BagIt folder whose tag manifest is signed. Its reader needs sha256sum and openssl.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import accumulate
from pathlib import Path

from muster import __version__
from muster.model.errors import IntegrityBroken, NotFound, Refused, Usage
from muster.publish.export import json_line
from muster.publish.files import private_folder, whole_file
from muster.publish.formats import About
from muster.publish.formats.base import csv_file
from muster.publish.formats.released import Released
from muster.publish.jigsaw.check import direct_fields
from muster.publish.jigsaw.findings import Finding, finding
from muster.publish.jigsaw.grids import grid_from, grid_rows, withheld
from muster.publish.plots import write_counts
from muster.publish.public import public_page
from muster.publish.release import Departure, Named, departure
from muster.store import Store
from muster.store.keys import signature_holds
from muster.text.card import card_end
from muster.vault.scan import Index, Known, found_in
from muster.workflows.inside import Closed, words_of
from muster.workflows.jigsaw import (
    PASSAGES,
    UNCHECKED,
    Beside,
    Checked,
    accepted,
    digest_of,
    jigsaw,
    words_at,
)
from muster.workflows.kept_back import kept_back
from muster.workflows.papers import ARCHIVE, FOLDER, whole_papers, write_papers
from muster.workflows.project import Desk
from muster.workflows.unnamed import Doubts, unnamed
from muster.workflows.vault import ask, place, unlocked

VERIFY = (
    "sha256sum -c tagmanifest-sha256.txt manifest-sha256.txt && openssl pkeyutl -verify -pubin -inkey "
    "public-key.pem -rawin -in tagmanifest-sha256.txt -sigfile tagmanifest-sha256.txt.sig"
)
PICTURES = "what pictures inside the whole papers show: look at each"
_LEVEL = ", level "
_SIGNED = ("tagmanifest-sha256.txt.sig", "public-key.pem", "tagmanifest-sha256.txt")
_SURNAME = re.compile(r"[ \u00a0](?:[^\W\d_]\. ?)?[A-ZА-ЯЄІЇҐ][^\W\d_]")
# The header of an Ed25519 public key in DER (RFC 8410).
_SPKI = bytes.fromhex("302a300506032b6570032100")


@dataclass(frozen=True, slots=True)
class Parts:
    """What goes into a release besides its passages: formats of `WRITERS`, and tables of counts.

    ``team``: its public name, for claims it rated. ``title``: of the dossier; default: the project's name.
    ``papers``: also the papers themselves, whole. ``sure``: at level public what the net would warn of stays.
    """

    formats: tuple[str, ...] = ()
    tables: tuple[Path, ...] = ()
    team: str | None = None
    beside: Beside = field(default_factory=Beside)
    title: str = ""
    papers: bool = False
    sure: bool = False


class Forbidden(Refused):
    """A release that the check does not let out. ``checked``: why, a finding each."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        said = "; ".join(dict.fromkeys(f.says for f in [*checked.forbidden, *checked.open]))
        super().__init__(
            f"this must not leave: {said}",
            next_step="keep it back ('muster release keep'), then build again" if checked.forbidden else
            "keep it back ('muster release keep'), or answer for it: --accept ID --by CODE --reason WHY",
        )  # fmt: skip


def leaving(store: Store, level: str, parts: Parts | None = None) -> Departure:
    """What would leave with a release of this level; nothing is written."""
    chosen = parts or Parts()
    by_hand = kept_back(store)
    found = departure(
        store, level, secret=os.urandom(32), begins=card_end, named=_named(store), kept=by_hand.why,
        doubts=Doubts(store).why if chosen.sure and level == "public" else None, lets=by_hand.lets,
    )  # fmt: skip
    found.beside += [f"the passages as {name}" for name in chosen.formats]
    found.beside += [f"the table {path.name}, with its plot" for path in chosen.tables]
    if chosen.papers:
        papers = whole_papers(store, found)
        found.beside.append(
            f"{len(papers.web)} whole web pages in {ARCHIVE}, {len(papers.files)} other whole papers, and "
            "the ledger's lines about them (papers.json)"
        )
        found.withheld.update(papers.stays)
    return found


def _named(store: Store) -> Named:
    """Whom words name of the project's protected sources: inflected, in another script, in disguise.

    A pseudonym with a surname behind it is somebody else.
    """
    aliases = [s.name for s in store.sources() if s.protected]
    codes = tuple(a for a in aliases if any(c.isdecimal() for c in a))
    index = Index(Known(a, (a,)) for a in aliases if a not in codes and a[:1].isupper())

    def named(words: str) -> tuple[str, ...]:
        hits = [h for h in found_in(words, index) if not _SURNAME.match(words, h.stop)]
        return tuple(sorted({a for h in hits for a in h.aliases} | {c for c in codes if c in words}))

    return named


def build(
    store: Store, folder: Path, found: Departure, *, desk: Desk, parts: Parts | None = None,
    accept: Sequence[str] = (), by: str = "", reason: str = "",
) -> Checked:  # fmt: skip
    """Write the release into ``folder``, which must not be there; what was checked.

    ``accept``: ids of findings to let stand, each kept with ``by`` and ``reason``. Raises Forbidden where the
    check forbids it, or warns of what nobody answered for (level internal: only what it forbids), Refused,
    Usage.
    """
    from muster.workflows.jigsaw import accept_those

    chosen = parts or Parts()
    if folder.exists():
        raise Refused("there is something here already", record=str(folder), next_step="name a new folder")
    if desk.sealed and found.level != "internal":
        raise Refused(
            "sealed papers do not leave so",
            next_step="'muster interview release' makes a code and a claim of what may be known",
        )
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        private_folder(part)
        _write(store, part, found, desk, chosen)
        checked = _checked(part, desk, chosen.beside, store, found.level)
        if accept:
            accept_those(store, checked.findings, accept, by=by, reason=reason, now=desk.now)
            checked = _checked(part, desk, chosen.beside, store, found.level)
        if checked.forbidden or (found.level != "internal" and checked.open):
            raise Forbidden(checked)
        _about(part, checked)
        _seal(part, desk, found.level)
        part.rename(folder)
        _remember(store, folder, found, desk)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return checked


def _remember(store: Store, folder: Path, found: Departure, desk: Desk) -> None:
    """A custody line for what left: its digest, its level."""
    run = store.begin("publish", {"level": found.level, "release": digest_of(folder)}, desk.now)
    stays = sum(found.withheld.values())
    leaves = len(found.passages)
    store.finish(run, inputs=str(leaves + stays), used=leaves, aside=stays, now=desk.now)


def _write(store: Store, part: Path, found: Departure, desk: Desk, parts: Parts) -> None:
    private_folder(part / "data")
    head = store.head()
    custody: dict[str, str | int] = {
        "head": head.hash,
        "lines": head.seq,
        "public key": head.public_key,
        "signature": head.signature,
    }
    if found.level != "public":
        custody["project"] = store.project().id
    papers = sorted({(p.sha256, p.published, p.source) for p in found.passages})
    documents = [{"sha256": digest, "published": day, "source": name} for digest, day, name in papers]
    proof = json.dumps({"ledger": custody, "documents": documents}, ensure_ascii=False, indent=1)
    page = public_page(
        store, found, level=found.level, title=parts.title or desk.project.stem, made=desk.now,
        version=__version__, verify=VERIFY, head={name: str(value) for name, value in custody.items()},
    )  # fmt: skip
    _put(part, "data/dossier.html", "".join(page).encode("utf-8", "replace"))
    _put(part, f"data/{PASSAGES}", b"".join(json_line(asdict(p)) + b"\n" for p in found.passages))
    _put(part, "data/custody.json", proof.encode("utf-8", "replace") + b"\n")
    _put(part, "data/READ-ME.txt", f"Check this folder, inside it:\n\n    {VERIFY}\n".encode())
    _formats(store, part, found, desk, parts)
    if parts.papers:
        write_papers(store, part, whole_papers(store, found), desk)
    for path in parts.tables:
        _table(path, part, parts.beside.smallest)


def _formats(store: Store, part: Path, found: Departure, desk: Desk, parts: Parts) -> None:
    """Formats for other tools, of what leaves and of nothing else."""
    from muster.publish.formats.writers import WRITERS

    if not parts.formats:
        return
    shown = Released(store, found, secret=os.urandom(32), smallest=parts.beside.smallest, day=desk.now[:10])
    if shown.left_out:
        found.withheld["line of the ledger (rests on the protected, or is a small number)"] = shown.left_out
    about = About(
        f"Release, level {found.level}", desk.now, __version__, parts.team, f"A release, level {found.level}"
    )
    for name in parts.formats:
        if name not in WRITERS:
            raise Usage(f"there is no format {name!r}", next_step=f"formats are: {', '.join(WRITERS)}")
        WRITERS[name](shown, part / "data" / name, about)


def _table(path: Path, part: Path, smallest: int) -> None:
    """A table of counts without small cells and what would give them away; its plot shows the same."""
    if not path.is_file():
        raise NotFound("there is no such table", record=str(path))
    grid = grid_from(path.name, words_at(path))
    if grid is None:
        raise Usage(
            "a table that leaves has a column 'count'", record=path.name,
            next_step="one line for each cell; lines with 'all' are sums over the others",
        )  # fmt: skip
    made = withheld(grid, smallest)
    private_folder(part / "data" / "tables")
    with whole_file(part / "data" / "tables" / path.name) as out:
        csv_file(out, (*made.columns, "count"), grid_rows(made))
    rows = [(" · ".join(key), count) for key, count in made.rows]
    write_counts(part / "data" / "tables" / f"{path.stem}.svg", rows, ", ".join(made.columns))


def _about(part: Path, checked: Checked) -> None:
    """What was checked, for the release's reader: no codes of staff, no reasons, no cell."""
    kinds = sorted({f.kind for f in checked.findings if f.id in checked.accepted})
    said = {
        "checked": list(checked.facts), "not checked": list(checked.unchecked),
        "accepted by the desk": kinds, "unknown": sum(f.kind == "unknown" for f in checked.findings),
    }  # fmt: skip
    _put(
        part,
        "data/checks.json",
        json.dumps(said, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n",
    )


def _seal(part: Path, desk: Desk, level: str) -> None:
    """Manifests over everything that lies there now, and the signature."""
    about = f"Bagging-Date: {desk.now[:10]}\nExternal-Description: Muster release{_LEVEL}{level}\n"
    _put(
        part,
        "manifest-sha256.txt",
        _manifest(part, [p for p in _files(part) if p.is_relative_to(part / "data")]),
    )
    _put(part, "bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    _put(part, "bag-info.txt", about.encode())
    tags = _manifest(part, [p for p in _files(part) if p.parent == part])
    keys = desk.keys()
    _put(part, "tagmanifest-sha256.txt", tags)
    _put(part, "tagmanifest-sha256.txt.sig", bytes.fromhex(keys.sign_words(tags.decode())))
    _put(part, "public-key.pem", _pem(keys.public_key))


def _put(part: Path, name: str, raw: bytes) -> None:
    with whole_file(part / name) as out:
        out.write(raw)


def _manifest(part: Path, files: list[Path]) -> bytes:
    lines = (
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(part).as_posix()}\n" for p in files
    )
    return "".join(lines).encode()


def _pem(public_key: str) -> bytes:
    body = base64.b64encode(_SPKI + bytes.fromhex(public_key)).decode()
    return f"-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----\n".encode()


def check(folder: Path, desk: Desk, beside: Beside | None = None, store: Store | None = None) -> Checked:
    """What this release gives away: a sentence each, which names no person and no unit.

    Raises NotFound; IntegrityBroken where the folder is not as it was built; Usage.
    """
    if not (folder / "tagmanifest-sha256.txt").is_file():
        raise NotFound("this is no release", record=str(folder), next_step="'muster release build' makes one")
    _intact(folder)
    _signed(folder)
    level = (folder / "bag-info.txt").read_text("utf-8").rpartition(_LEVEL)[2].strip()
    return _checked(folder, desk, beside or Beside(), store, level)


def _checked(folder: Path, desk: Desk, beside: Beside, store: Store | None, level: str) -> Checked:
    found = jigsaw(folder, desk, beside, store)
    said = [*_names(folder, desk), *found.findings]
    unchecked = found.unchecked
    if level == "public" and store is not None:
        said += unnamed(folder / "data" / PASSAGES, store)
    if any((folder / "data" / whole).exists() for whole in (ARCHIVE, FOLDER)):
        unchecked = (*unchecked, PICTURES)
    decided = accepted(store) if store is not None else {}
    let = {f.id: decided[f.id] for f in said if f.id in decided}
    return Checked(tuple(said), let, found.facts, unchecked)


def _names(folder: Path, desk: Desk) -> list[Finding]:
    """Names of the vault in any file of the release, in any form, in archives too; what cannot be looked
    into; whole papers that lead to somebody whom no vault knows."""
    kept = place(desk).there
    found = []
    if kept and not unlocked(desk):
        says = "the vault is locked, so nobody can say that no protected name is in it"
        found.append(finding("vault", "forbids", says, ["the release"], []))
        kept = False
    for path in _files(folder):
        words: list[str] = []
        closed, direct = set[str](), set[str]()
        for part in words_of(path, now=desk.now, whole=path.parent.name == FOLDER):
            if isinstance(part, Closed):
                closed.add(part.why)
                continue
            words.append(part.text)
            if part.paper:
                direct |= direct_fields(part.text)
        # One question a file: each leaves a line in the vault's ledger.
        if kept and (hits := ask(desk, "scan", text="\n\n".join(words))):
            says = f"{path.name} holds {len(hits)} names that the vault keeps"
            found.append(finding("vault", "forbids", says, _holding(path, desk) or [path.name], []))
        if closed:
            says = f"{path.name} has a part that could not be looked into ({', '.join(sorted(closed))})"
            found.append(finding("closed", "forbids", says, [path.name], []))
        if direct:
            says = f"{', '.join(sorted(direct))} in whole papers: each leads to one person by itself"
            found.append(finding("direct", "warns", says, [path.name], []))
    return found


def _holding(path: Path, desk: Desk) -> list[str]:
    """Which passages hold a name of the vault, for whoever has opened it; of other files nothing finer."""
    if path.name != PASSAGES:
        return []
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    lines = ["\n".join(str(value) for value in row.values()) + "\n\n" for row in rows]
    stops = list(accumulate(map(len, lines)))
    hits = ask(desk, "scan", text="".join(lines))
    held = {bisect_right(stops, hit["start"]) for hit in hits}
    return [f"passage {rows[each]['number']}" for each in sorted(held)]


def stands(found: Departure, each: Finding) -> Iterator[tuple[str, str]]:
    """Where the passages of a finding stand in the project: "passage 3", "DOCUMENT:START-STOP"; for the desk
    alone."""
    for where in each.where:
        number = where.removeprefix("passage ")
        if where.startswith("passage ") and int(number) in found.stands:
            document, start, stop = found.stands[int(number)]
            yield where, f"{document}:{start}-{stop}"


def _intact(folder: Path) -> None:
    listed = {}
    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        for line in (folder / name).read_text("utf-8").splitlines():
            digest, _, path = line.partition("  ")
            listed[path] = digest
    there = {p.relative_to(folder).as_posix(): p for p in _files(folder)}
    for path, digest in listed.items():
        if path not in there or hashlib.sha256(there[path].read_bytes()).hexdigest() != digest:
            raise IntegrityBroken("this file is not as it was built", record=path)
    for path in there.keys() - listed.keys() - set(_SIGNED):
        raise IntegrityBroken("this file was put here after the release was built", record=path)


def _signed(folder: Path) -> None:
    """Whoever writes a whole new manifest has no key to sign it with. Raises IntegrityBroken."""
    manifest, signature, pem = (
        (folder / name).read_bytes() if (folder / name).is_file() else b""
        for name in ("tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig", "public-key.pem")
    )
    body = "".join(line for line in pem.decode("ascii", "replace").splitlines() if not line.startswith("-"))
    try:
        key = base64.b64decode(body, validate=True).removeprefix(_SPKI).hex()
    except ValueError:
        key = ""
    if not signature_holds(key, signature.hex(), manifest):
        raise IntegrityBroken("the signature of this release does not hold", record=str(folder))


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file())


__all__ = ["UNCHECKED", "VERIFY", "Forbidden", "Parts", "build", "check", "leaving", "stands"]
