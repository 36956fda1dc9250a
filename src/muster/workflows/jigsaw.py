"""The jigsaw check of one's own release: material gathered, laid beside what is public, findings accepted."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from muster.collect import take_folder
from muster.model.claims import Quantity, ReadingContext
from muster.model.errors import NotFound, Refused, Usage
from muster.model.evidence import Taken, Text
from muster.model.ids import make_id
from muster.model.links import Anchor, Judgement
from muster.publish.jigsaw import (
    Figure,
    Finding,
    Material,
    Options,
    Population,
    Said,
    check,
    population_from,
)  # fmt: skip
from muster.publish.jigsaw.check import SMALLEST
from muster.publish.jigsaw.grids import grid_from
from muster.read import read_text
from muster.store import Store
from muster.text.clues import counts_people, noun_keys
from muster.text.languages import language_of
from muster.text.linkage import nearest
from muster.workflows.project import Desk

FIELD = "release"
PASSAGES = "passages.jsonl"
UNCHECKED = "combinations (place, unit, number, days): no population table was given, so k is unknown"


@dataclass(frozen=True, slots=True)
class Beside:
    """What a release is laid beside: earlier ones, what others published, who there is; and the line.

    ``population``: a CSV table with a page of the same name, ending .toml, that says whose it is.
    """

    earlier: tuple[Path, ...] = ()
    public: Path | None = None
    population: Path | None = None
    smallest: int = SMALLEST


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. ``accepted``: finding id → the decision that lets it stand. ``facts``: what was
    checked against what, in words, for the release's own page; ``unchecked``: what nobody knows."""

    findings: tuple[Finding, ...] = ()
    accepted: dict[str, Judgement] = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()

    @property
    def forbidden(self) -> list[Finding]:
        """What no acceptance lets pass."""
        return [f for f in self.findings if f.weight == "forbids"]

    @property
    def open(self) -> list[Finding]:
        """Warnings that nobody answered for."""
        return [f for f in self.findings if f.weight == "warns" and f.id not in self.accepted]


def jigsaw(folder: Path, desk: Desk, beside: Beside, store: Store | None) -> Checked:
    """Everything that the combinations in a release folder give away. ``store``: its project, for what was
    accepted, what was released before, and the words of the originals. Raises Usage, NotFound, Refused."""
    population = population_at(beside.population) if beside.population else None
    release = material_of(folder)
    earlier = [material_of(each) for each in beside.earlier]
    public = list(_public(beside.public, desk)) if beside.public else []
    options = Options(smallest=beside.smallest)
    found = check(release, earlier, public, population, options)
    facts = [f"the smallest group of people that may be seen: {beside.smallest}"]
    unchecked = []
    if population is None:
        unchecked.append(UNCHECKED)
    else:
        facts.append(f"population table: {population.told}; it counts {population.counts}")
        facts += (
            f"left out of account: {kind}, since {why}" for kind, why in (population.aside or {}).items()
        )
    facts.append(
        f"laid beside {len(earlier)} earlier releases and {len(public)} paragraphs that others published"
    )
    if store is not None:
        facts += _linkage(release, store)
        before = set(_released(store)) - {digest_of(folder)}
        missing = before - {digest_of(each) for each in beside.earlier}
        if missing:
            unchecked.append(f"{len(missing)} of {len(before)} earlier releases were not given (--earlier)")
    decided = accepted(store) if store is not None else {}
    return Checked(
        tuple(found), {f.id: decided[f.id] for f in found if f.id in decided}, tuple(facts), tuple(unchecked)
    )


def digest_of(folder: Path) -> str:
    """By what a release is known: the SHA-256 of its tag manifest; empty where it is not sealed yet."""
    path = folder / "tagmanifest-sha256.txt"
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _released(store: Store) -> Iterator[str]:
    """What left before, by the custody ledger."""
    for run in store.runs():
        if run.stage == "publish" and run.finished is not None:
            yield str(json.loads(run.settings)["release"])


def earlier_beside(desk: Desk, store: Store) -> tuple[Path, ...]:
    """Releases of this project that lie where the desk writes them: in folders beside it."""
    before = set(_released(store))
    folders = sorted(p for p in desk.project.absolute().parent.iterdir() if p.is_dir())
    return tuple(p for p in folders if digest_of(p) in before)


def words_at(path: Path) -> str:
    """The words of a table or page that the team wrote. Raises Usage where they are not UTF-8."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Usage(
            "this is no text in UTF-8", record=path.name, next_step="save it as CSV, UTF-8"
        ) from error


def population_at(path: Path) -> Population:
    """The table of a file and the page beside it. Raises NotFound, Usage."""
    page = path.with_suffix(".toml")
    for each in (path, page):
        if not each.is_file():
            raise NotFound(
                "a population table is a CSV with a .toml page beside it that states source, date, counts",
                record=str(each),
            )
    return population_from(words_at(path), words_at(page))


def material_of(folder: Path) -> Material:
    """What a release folder says: passages, tables. Raises NotFound, Usage where a table cannot be read."""
    path = folder / "data" / PASSAGES
    if not path.is_file():
        raise NotFound("this is no release", record=str(folder), next_step="'muster release build' makes one")
    said = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        said.append(
            said_of(
                f"passage {row['number']}",
                row["says"],
                who=row.get("about", ()),
                published=bool(row.get("open")),
            )
        )
    grids = []
    for table in sorted((folder / "data" / "tables").glob("*.csv")):
        words = table.read_text("utf-8")
        grid = grid_from(table.name, words)
        if grid is None:
            said += rows_said(table.name, words)
        else:
            grids.append(grid)
    return Material(tuple(said), tuple(grids))


def _public(path: Path, desk: Desk) -> Iterator[Said]:
    """Paragraphs of what others published: files of any kind that is taken, parsed as anything taken is."""
    if not path.exists():
        raise NotFound("there are no public texts here", record=str(path))
    number = 0
    for item in take_folder(path, now=desk.now, seen=lambda _: None, ocr=False):
        if isinstance(item, Taken) and item.text is not None:
            for paragraph in item.text.body.split("\n\n"):
                if paragraph.strip():
                    number += 1
                    yield said_of(f"public text {number}", paragraph.strip(), published=True)


def _linkage(release: Material, store: Store) -> list[str]:
    """How often what protected people say leads back to the paper it is from, by its words alone."""
    owners: dict[str, list[str]] = {}
    for s in release.said:
        for who in s.who:
            owners.setdefault(who, []).append(s.words)
    if not owners:
        return []
    names = {s.id: s.name for s in store.sources()}
    papers = [
        (names.get(d.source, ""), t.body) for d in store.documents() if (t := store.text_of(d.id)) is not None
    ]
    if not papers:
        return []
    whose = [name for name, _ in papers]
    known = owners.keys() & set(whose)
    asked = [(who, " ".join(words)) for who, words in owners.items() if who in known]
    if not asked:
        return []
    best = nearest([words for _, words in asked], [body for _, body in papers])
    hits = sum(n is not None and whose[n] == who for (who, _), n in zip(asked, best, strict=True))
    halves = [(name, *_halves(body)) for name, body in papers]
    own = [(name, second) for name, _, second in halves if name in known]
    plain = nearest([second for _, second in own], [first for _, first, _ in halves])
    as_is = sum(n is not None and halves[n][0] == name for (name, _), n in zip(own, plain, strict=True))
    return [
        f"linkage by words: {hits} of {len(asked)} protected sources are led back to, among {len(papers)} "
        f"papers of the project (whole papers, one half to the other: {as_is} of {len(own)}; "
        f"by chance 1 in {len(papers)})"
    ]


def _halves(body: str) -> tuple[str, str]:
    """Every second sentence, roughly."""
    parts = [p for p in body.replace("\n", ". ").split(". ") if p.strip()]
    return ". ".join(parts[::2]), ". ".join(parts[1::2])


def accepted(store: Store) -> dict[str, Judgement]:
    """Findings that somebody let stand, by id; the last decision holds."""
    last = {j.subject[0].words: j for j in store.judgements() if j.field == FIELD}
    return {id: j for id, j in last.items() if j.verdict == "accepted"}


def accept(store: Store, finding: Finding, *, by: str, reason: str, now: str) -> Judgement:
    """Let a warning stand, with a reason and a code; kept in the custody ledger. Raises Refused, Usage."""
    if not reason.strip():
        raise Usage("a reason says why it may stand")
    if finding.weight == "forbids":
        raise Refused(
            "what leads to one person by itself cannot be accepted",
            record=finding.id,
            next_step="take it out",
        )
    made = Judgement(
        make_id("judgement", FIELD, finding.id, by, now), (Anchor("", words=finding.id),), FIELD, "accepted",
        by, now, reason,
    )  # fmt: skip
    store.add_judgement(made)
    return made


def accept_those(
    store: Store, findings: Sequence[Finding], ids: Sequence[str], *, by: str, reason: str, now: str
) -> None:
    """Accept findings by their ids, or the first characters of them. Raises NotFound, Refused, Usage."""
    for id in ids:
        fitting = [f for f in findings if f.id.startswith(id)]
        if len(fitting) != 1:
            raise NotFound(f"{len(fitting)} findings of this release begin so", record=id)
        accept(store, fitting[0], by=by, reason=reason, now=now)


_DAYS = {"day": 1, "week": 7}


def said_of(where: str, words: str, *, who: Sequence[str] = (), published: bool = False) -> Said:
    """One passage with its numbers read. ``published``: its paper is others', and public."""
    text = Text("passage", "passage", words, language_of(words), "release")
    figures = tuple(_figure(q) for q in read_text(text, ReadingContext()).quantities)
    return Said(where, words, tuple(who), tuple(f for f in figures if f is not None), published)


def rows_said(name: str, table: str) -> tuple[Said, ...]:
    """The rows of a table of cases (no column ``count``), each as what it says of one person; the first
    column is what the case is called."""
    reader = csv.reader(io.StringIO(table.lstrip("\ufeff")))
    next(reader, None)
    return tuple(
        said_of(f"{name}, line {n}", ", ".join(row), who=(row[0].strip(),))
        for n, row in enumerate(reader, 2)
        if row
    )


def _figure(q: Quantity) -> Figure | None:
    if q.low is None and q.high is None:
        return None
    low = q.low if q.low is not None else 0.0
    high = q.high if q.high is not None else float("inf")
    noun = " ".join(filter(None, (q.what, q.population)))
    exact = not (q.approximate or q.low_exclusive or q.high_exclusive)
    kind, times = "other", 1
    if q.kind == "age":
        kind = "age"
    elif q.kind == "duration" and q.unit in _DAYS:
        kind, times = "days", _DAYS[q.unit]
    elif q.kind == "count" and q.unit == "count" and counts_people(noun):
        kind = "people"
    return Figure(
        q.passage.start, q.passage.stop, kind, low * times, high * times,
        noun_keys(noun) if kind == "people" else frozenset(), exact,
    )  # fmt: skip


__all__ = [
    "PASSAGES", "UNCHECKED", "Beside", "Checked", "accept_those", "accepted", "digest_of",
    "earlier_beside", "jigsaw", "material_of", "population_at", "rows_said", "said_of", "words_at",
]  # fmt: skip
