"""A large project for the desk, made through the store itself: 100,000 documents, 1,000,000 claims.

Reading and linking so much by 'muster run' takes hours on two cores; what the desk must be quick on is
the file that comes out of it. So texts, readings, copies, names, origins and figures are laid down as those
errands would lay them, from the same words and chances each time.

    python bench/desk.py PROJECT [DOCUMENTS]       make the project
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from muster.model.claims import Claim, Mention, Quantity, Reading, Speaker, TimeRange
from muster.model.evidence import Document, Passage, Source, Taken, Text
from muster.model.findings import Estimate
from muster.model.ids import document_id, make_id, source_id, span_id, text_id
from muster.model.links import Copy, Entity, Link, Origin
from muster.store import Keys, Store
from muster.workflows.count import make_ready

NOW = "2031-09-01T06:00:00+00:00"
CLAIMS = 10
_BATCH = 500
_FIRST = [
    "Vera",
    "Oren",
    "Marta",
    "Ilja",
    "Pavel",
    "Irina",
    "Tomas",
    "Lena",
    "Yurij",
    "Anna",
    "Nikol",
    "Stepan",
]
_PARTS = [
    "Tam",
    "Bren",
    "Osk",
    "Kel",
    "Dru",
    "Tal",
    "Hor",
    "Lis",
    "Mar",
    "Vel",
    "Zor",
    "Pen",
    "Rud",
    "Sol",
    "Gar",
]
_ENDS = ["lin", "nik", "vik", "mov", "ner", "tas", "dov", "lend", "rich", "ova"]
_TOWNS = [
    a + b for a in ("Lower ", "Upper ", "New ", "Old ", "East ") for b in ("Kemsk", "Tirnau", "Oskel", "Varn")
]
_DEEDS = [
    "refused to go back",
    "left the depot",
    "asked for leave",
    "were held",
    "wrote a complaint",
    "came home",
]
_WHO = ["men", "crews", "soldiers", "drivers", "families", "conscripts"]
_FILL = [
    "harbour",
    "bridge",
    "road",
    "letter",
    "winter",
    "office",
    "answer",
    "question",
    "brigade",
    "quay",
    "ferry",
    "rain",
    "garage",
    "warehouse",
    "court",
    "lawyer",
    "register",
    "column",
    "message",
    "channel",
    "morning",
    "evening",
    "hospital",
    "river",
    "station",
    "market",
    "school",
    "ministry",
    "paper",
]


def sentence(rng: random.Random, people: list[str]) -> tuple[str, str, str, int, str]:
    """A sentence, its speaker, its content, its number and its town."""
    who, number, town = (
        people[min(int(rng.expovariate(1 / 300)), len(people) - 1)],
        rng.randint(2, 900),
        rng.choice(_TOWNS),
    )
    tail = " ".join(rng.choices(_FILL, k=4))
    content = f"{number} {rng.choice(_WHO)} {rng.choice(_DEEDS)} in {town} by the {tail}"
    return f"{who} said that {content}.", who, content, number, town


def taken(number: int, rng: random.Random, people: list[str]) -> tuple[Taken, Reading]:
    """A document with ten sentences, and what a reader finds in it."""
    lines = [sentence(rng, people) for _ in range(CLAIMS)]
    title = f"{lines[0][4]}: {' '.join(rng.choices(_FILL, k=5))} {number}"
    body = "\n\n".join([title, *(line[0] for line in lines)]) + "\n"
    raw = body.encode()
    outlet = f"Outlet {int(rng.paretovariate(0.6)) % 400}"
    source = Source(source_id(outlet, "outlet"), outlet, "outlet")
    address = f"day-{number // 400:04d}/{number:06d}.txt"
    sha = hashlib.sha256(raw).hexdigest()
    id = document_id(source.id, address, sha)
    day = datetime(2030, 12, 20, 8, tzinfo=UTC) + timedelta(minutes=3.6 * number)
    document = Document(
        id, source.id, address, sha, "text/plain", day.isoformat(timespec="seconds"),
        published=day.date().isoformat(), published_by="header", title=title, size=len(raw),
    )  # fmt: skip
    text = Text(text_id(id, "plain/1"), id, body, "en", "plain/1")
    return Taken(source, document, raw, text), _reading(text, lines, len(title) + 2)


def _reading(text: Text, lines: list[tuple[str, str, str, int, str]], at: int) -> Reading:
    claims, quantities, mentions, times = [], [], [], []
    for n, (line, who, content, number, town) in enumerate(lines):
        start = at + line.index(content)

        def place(words: str, within: int = at, line: str = line) -> Passage:
            begin = within + line.index(words)
            return Passage(text.id, begin, begin + len(words), words)

        claim = span_id("claim", text.id, start, start + len(content))
        speaker = place(who)
        claims.append(
            Claim(
                claim,
                place(content),
                "indirect",
                cue=place("said"),
                speaker=speaker,
                said_by=(Speaker(who, mention=speaker),),
                basis="second-hand",
                confidence=0.8,
            )
        )
        mentions.append(Mention(span_id("mention", text.id, at, at + len(who)), speaker, "person", who))
        if n % 3 == 0:
            figure = place(str(number), at + line.index(content), content)
            quantities.append(
                Quantity(
                    span_id("quantity", text.id, figure.start, figure.stop),
                    figure,
                    float(number),
                    float(number),
                    what=content.split()[1],
                    place=town,
                    claim=claim,
                )
            )
        if n % 5 == 0:
            where = place(town, at + line.index(content), content)
            times.append(
                TimeRange(
                    span_id("time", text.id, where.start, where.stop),
                    where,
                    "DATE",
                    "2031-05",
                    "2031-05-01",
                    "2031-05-31",
                    "month",
                    "explicit",
                    "as written",
                )
            )
        at += len(line) + 2
    return Reading(
        text.id,
        "rules/bench",
        tuple(claims),
        tuple(quantities),
        tuple(times),
        tuple(mentions),
        understood=len(text.body),
        characters=len(text.body),
    )


def fill(path: Path, keys: Keys, documents: int = 100_000) -> None:
    """The project at ``path``."""
    rng = random.Random(31)
    people = [f"{rng.choice(_FIRST)} {rng.choice(_PARTS)}{rng.choice(_ENDS)}" for _ in range(4000)]
    held: list[tuple[str, str]] = []
    claims: dict[str, list[str]] = {}
    figures: list[tuple[str, float, str, str]] = []
    with Store.create(path, keys=keys, now=NOW, index_terms=lambda body, _language: body.lower()) as store:
        took, read = store.begin("take", {}, NOW), store.begin("read", {}, NOW)
        for batch in _batches(documents, rng, people):
            store.save_taken(took, [item for item, _ in batch])
            store.save_readings(read, [reading for _, reading in batch])
            for item, reading in batch:
                held.append((item.document.id, item.document.address))
                for claim in reading.claims:
                    claims.setdefault(str(claim.said_by[0].name), []).append(claim.id)
                figures += [
                    (q.id, q.low or 0.0, q.passage.words, q.what or "") for q in reading.quantities[:1]
                ]
        store.finish(took, inputs=str(documents), used=documents, aside=0, now=NOW)
        store.finish(read, inputs=str(documents), used=documents, aside=0, now=NOW)
        link = store.begin("link", {}, NOW)
        store.replace_links(
            link, copies=_copies(held, rng), links=_links(held, sorted(claims), rng),
            entities=_entities(claims), conflicts=(), origins=_origins(claims),
        )  # fmt: skip
        store.finish(link, inputs=store.evidence_head(), used=documents, aside=0, now=NOW)
        count = store.begin("count", {}, NOW)
        store.replace_estimates(count, _estimates(figures))
        (total,) = (store.counts()["quantities"],)
        store.finish(count, inputs=store.evidence_head(), used=total, aside=0, now=NOW)


def _batches(documents: int, rng: random.Random, people: list[str]) -> Iterator[list[tuple[Taken, Reading]]]:
    for first in range(0, documents, _BATCH):
        yield [taken(n, rng, people) for n in range(first, min(first + _BATCH, documents))]


def _copies(held: list[tuple[str, str]], rng: random.Random) -> Iterator[Copy]:
    for n in range(1, len(held), 5):
        older = rng.randrange(max(0, n - 300), n)
        ids = held[n][0], held[older][0]
        yield Copy(
            make_id("copy", *ids), *ids, "near", 0.9, ("nine of ten shingles are shared",), directed=n % 3 > 0
        )


def _links(held: list[tuple[str, str]], people: list[str], rng: random.Random) -> Iterator[Link]:
    for n in range(min(2000, len(people) - 1)):
        yield Link(
            make_id("link", people[n], people[n + 1]),
            "same-name",
            people[n],
            people[n + 1],
            rng.random(),
            ("the names sound alike",),
        )


def _entities(claims: dict[str, list[str]]) -> Iterator[Entity]:
    for name in sorted(claims):
        yield Entity(make_id("entity", name), "person", name, (name,), False, ())


def _origins(claims: dict[str, list[str]]) -> Iterator[Origin]:
    for name, ids in sorted(claims.items()):
        kept = tuple(sorted(set(ids)))
        yield Origin(make_id("origin", name), name, make_id("entity", name), kept, ("one speaker",), kept[0])


def _estimates(figures: list[tuple[str, float, str, str]]) -> Iterator[Estimate]:
    for id, value, words, what in figures[::2]:
        yield Estimate(
            make_id("estimate", id),
            f"how many {what}",
            what,
            "not stated",
            "2031-05-31",
            value,
            None,
            value,
            "count",
            "stated",
            ("as one origin stated it",),
            (id,),
            (),
            (words,),
            1,
        )


PAGES = (
    "/documents", "/documents?offset=50000", "/documents?offset=99900", "/claims", "/claims?offset=500000",
    "/claims?offset=999900", "/quantities?offset=200000", "/times?offset=100000", "/entities", "/origins",
    "/copies?offset=10000", "/estimates?offset=25000", "/set-aside", "/review", "/decided",
    "/moves", "/asked", "/memory", "/timeline", "/copied", "/carriers",
)  # fmt: skip
WORDS = (
    "harbour", "brigade quay", "refused to go back", "%22refused to go back%22", "Lower Kemsk", "said",
    "ferry rain garage warehouse", "Irina Tamlin", "nothingness", "900 men",
)  # fmt: skip


class Desk:
    """The real server on a project, asked as a browser asks."""

    def __init__(self, project: Path) -> None:
        self.child = subprocess.Popen(
            [sys.executable, "-m", "muster", "serve", "--by=bench", "--port=8497", f"-p{project}"],
            stderr=subprocess.PIPE, text=True, env=os.environ | {"MUSTER_STATE": f"{project.parent}/state"},
        )  # fmt: skip
        assert self.child.stderr is not None
        line = next(each for each in self.child.stderr if each.startswith("open"))
        self.cookie = ""
        way = line.split()[1].split("8497", 1)[1]
        answer = self._ask("GET", way)
        for _ in range(600):
            if answer is not None:
                break
            time.sleep(0.1)
            answer = self._ask("GET", way)
        assert answer is not None
        self.cookie = answer[1]["set-cookie"].split(";")[0]

    def _ask(self, method: str, path: str, body: str = "") -> tuple[int, dict[str, str], str] | None:
        line = http.client.HTTPConnection("127.0.0.1", 8497, timeout=120)
        headers = {"Host": "127.0.0.1:8497", "Cookie": self.cookie}
        if method == "POST":
            headers |= {
                "Origin": "http://127.0.0.1:8497",
                "Content-Type": "application/x-www-form-urlencoded",
            }
        try:
            line.request(method, path.replace(" ", "+"), body, headers)
            got = line.getresponse()
            return got.status, {n.lower(): v for n, v in got.getheaders()}, got.read().decode()
        except ConnectionRefusedError:
            return None
        finally:
            line.close()

    def timed(self, path: str) -> tuple[float, str]:
        """Seconds, and the page."""
        start = time.perf_counter()
        got = self._ask("GET", path)
        assert got is not None and got[0] == 200, (path, got and got[0])
        return time.perf_counter() - start, got[2]

    def decide(self, key: str) -> float:
        """Seconds from an answer to the next question on the screen."""
        page = self.timed("/review")[1]
        fields = {name: re.search(rf'name="{name}" value="([^"]*)"', page) for name in ("form", "question")}
        told = {name: found[1] for name, found in fields.items() if found} | {
            "key": key,
            "at": "0",
            "field": "",
        }
        start = time.perf_counter()
        got = self._ask("POST", "/review/answer", urlencode(told))
        assert got is not None and got[0] == 303, got
        self.timed(got[1]["location"])
        return time.perf_counter() - start

    def cost(self, work: Callable[[], object]) -> tuple[float, float]:
        """Seconds of the wall and of the server's processor."""
        before, start = self._computed(), time.perf_counter()
        work()
        return time.perf_counter() - start, self._computed() - before

    def _computed(self) -> float:
        fields = Path(f"/proc/{self.child.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak(self) -> float:
        """The most memory that the server had, in MiB."""
        status = Path(f"/proc/{self.child.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def figures(work: Path, documents: int = 100_000) -> dict[str, float]:
    """The desk on a large project: pages, search, decisions, memory."""
    project = work / "large.db"
    keys = Keys.load(work / "state")
    fill(project, keys, documents)
    with Store.open(project, keys=keys) as store:
        make_ready(store)
    return {"documents": float(documents), "claims": float(documents * CLAIMS), **measured(project)}


def measured(project: Path) -> dict[str, float]:
    """What a browser waits for, and what the server computes meanwhile: on a busy machine the two part."""
    desk = Desk(project)
    try:
        first, page = desk.timed("/")
        listed = [desk.cost(partial(desk.timed, path)) for path in PAGES]
        numbers = [row["id"] for row in json.loads(desk.timed("/estimates.json?limit=20")[1])["rows"]]
        shown = [desk.timed(f"/number/{id}")[0] for id in numbers]
        found = [desk.cost(partial(desk.timed, f"/search?q={words}")) for _ in range(3) for words in WORDS]
        decided = [desk.cost(partial(desk.decide, key)) for key in "ynu" * 8]
        peak = desk.peak()
    finally:
        desk.child.terminate()
        desk.child.wait()
    return {
        "first page, s": first, "first page, KB": len(page.encode()) / 1000,
        "slowest list, s": max(wall for wall, _ in listed),
        "slowest list, CPU s": max(cpu for _, cpu in listed),
        "slowest number, s": max(shown), "search, p95, s": _p95(wall for wall, _ in found),
        "search, p95, CPU s": _p95(cpu for _, cpu in found),
        "decision and next question, median, s": statistics.median(wall for wall, _ in decided),
        "decision and next question, median, CPU s": statistics.median(cpu for _, cpu in decided),
        "peak of the server, MiB": peak,
    }  # fmt: skip


def _p95(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[int(0.95 * len(ordered))]


def main() -> None:
    """The command line above."""
    path = Path(sys.argv[1])
    fill(path, Keys.load(path.parent / "state"), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)


if __name__ == "__main__":
    main()
