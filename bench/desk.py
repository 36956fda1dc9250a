"""A large project for the desk, made through the store itself: 100,000 documents, 1,000,000 claims.

Reading and linking so much by 'muster run' takes hours on two cores; what the desk must be quick on is
the file that comes out of it. So texts, readings, copies, names, origins and figures are laid down as those
errands would lay them, from the same words and chances each time.

    python bench/desk.py PROJECT [DOCUMENTS]       make the project
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from muster.model.claims import Claim, Mention, Quantity, Reading, Speaker, TimeRange
from muster.model.evidence import Document, Passage, Source, Taken, Text
from muster.model.findings import Estimate
from muster.model.ids import document_id, make_id, source_id, span_id, text_id
from muster.model.links import Copy, Entity, Link, Origin
from muster.store import Keys, Store

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


def main() -> None:
    """The command line above."""
    path = Path(sys.argv[1])
    fill(path, Keys.load(path.parent / "state"), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)


if __name__ == "__main__":
    main()
