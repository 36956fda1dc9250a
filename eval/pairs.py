"""Two papers that dispute one thing, by the thousand: python eval/pairs.py [FILE] [--dispute x] [--show x].

Each row of ``gold/across/pairs/*.toml`` is one of the commonest disputes of a war in plain sentences of three
languages: ``p`` says that a thing was so, ``n`` that it was not, ``alike`` looks as ``n`` does and leaves
``p`` room. Each sentence stands alone in a paper of its own, told by somebody else in one of the frames
below, and each ``p`` is laid beside each ``n`` and ``alike`` of every language, as linking would.

*asked*: of pairs that cannot both be true, how many a question is asked about; *right*: of all questions, how
many are about such a pair; *left alone*: of pairs that only look so, how many nobody is asked about. A row's
``matched`` says that the first ``p`` disputes the first ``n`` only, and so on; ``loose`` lists places of
pairs (``p``, ``n``) that a reader might call either.

``--show asked`` (or ``alone``) lists what was wrong with what stood in the way: *no claim* read, *no
act* known for its words, *apart* (never laid side by side), or *passed* (laid side by side, not asked about).
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from results_table import Measured, Told, arguments, digest_of, pin, show
from scoring import Tally

from muster.link import Alleged, Telling, find_contradictions, tellings
from muster.link.contradictions import kind_of
from muster.model.links import Statement
from muster.workflows.engine import local
from muster.workflows.project import Desk
from muster.workflows.read import read
from muster.workflows.take import take

FOLDER = Path(__file__).parent / "gold" / "across" / "pairs"
LANGUAGES = ("en", "ru", "uk")
_NOW = "2035-01-01T00:00:00+00:00"
_PUBLISHED = "2031-05-14"
# Who says that it was so, and who that it was not; the next frame for each next sentence.
_FRAMES = {
    "en": {
        "p": (
            "“{S},” said Anna Rell, a resident.",
            "{S}, according to the rights group Lantern.",
            "Vera Malin, a doctor at the local hospital, said {s}.",
            "{S}.",
        ),
        "n": (
            "The Defence Ministry said on Tuesday that {s}.",
            "“{S},” Jon Breck, the head of the administration, wrote on Telegram.",
            "{S}, ministry spokesman Karl Oden told reporters.",
        ),
    },
    "ru": {
        "p": (
            "«{S}», — рассказала жительница Анна Рель.",
            "По данным правозащитной группы «Фонарь», {s}.",
            "Врач местной больницы Вера Малина сообщила, что {s}.",
            "{S}.",
        ),
        "n": (
            "Министерство обороны во вторник заявило, что {s}.",
            "«{S}», — написал в телеграм-канале глава администрации Иван Брек.",
            "Как сообщил журналистам представитель ведомства Карл Оден, {s}.",
        ),
    },
    "uk": {
        "p": (
            "«{S}», — розповіла мешканка Анна Рель.",
            "За даними правозахисної групи «Ліхтар», {s}.",
            "Лікарка місцевої лікарні Віра Малина повідомила, що {s}.",
            "{S}.",
        ),
        "n": (
            "Міністерство оборони у вівторок заявило, що {s}.",
            "«{S}», — написав у телеграм-каналі голова адміністрації Іван Брек.",
            "Як повідомив журналістам речник відомства Карл Оден, {s}.",
        ),
    },
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One sentence in a paper of its own. ``side``: p, n or alike; ``place``: its place among those."""

    dispute: str
    side: str
    language: str
    place: int
    sentence: str
    body: str


@dataclass(slots=True)
class Held:
    """What was read in a paper: statements, and each claim laid out."""

    statements: list[Statement] = field(default_factory=list)
    told: dict[str, Telling] = field(default_factory=dict)


def papers(truth: dict[str, Any]) -> Iterator[Paper]:
    """Every sentence of a file in its frame."""
    for at, dispute in enumerate(truth["dispute"]):
        for language in LANGUAGES:
            for side in ("p", "n", "alike"):
                frames = _FRAMES[language]["p" if side == "p" else "n"]
                for place, sentence in enumerate(dispute[language][side]):
                    frame = frames[(at + place) % len(frames)]
                    body = frame.format(s=sentence, S=sentence[:1].upper() + sentence[1:])
                    yield Paper(dispute["name"], side, language, place, sentence, body[:1].upper() + body[1:])


def reading(held: Sequence[Paper], published: str = _PUBLISHED) -> list[Held]:
    """Each paper, of one day, taken and read as a desk would, with its claims laid out."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "papers"
        folder.mkdir()
        for at, paper in enumerate(held):
            card = f"source: Paper {at}\nkind: outlet\nprotected: no\ndate: {published}\n\n"
            (folder / f"{at:05}.txt").write_text(f"{card}{paper.body}\n", "utf-8")
        desk = Desk(Path(work) / "project.db", Path(work) / "state", _NOW, cores=1)
        with desk.open_or_create() as store:
            take(store, folder, now=_NOW, ocr=False)
            read(store, now=_NOW, engine=local(1))
            found = {document.id: Held() for document in store.documents()}
            order = {document.id: int(document.address[:5]) for document in store.documents()}
            for statement in store.statements():
                found[statement.document].statements.append(statement)
            for document, text, reading in store.readings():
                claims = [each.claim for each in found[document.id].statements]
                for each in tellings(document, text, reading, document.id, claims):
                    found[document.id].told[each.claim] = each
    return [found[id] for id in sorted(found, key=order.__getitem__)]


def asked(one: Held, other: Held) -> list[str]:
    """The kinds of the questions that linking two papers asks about one and the other."""
    alleged = Alleged()
    for held in (one, other):
        for statement in held.statements:
            alleged.take(statement, statement.document)
    told = one.told | other.told
    links = find_contradictions(alleged, lambda ids: {id: told[id] for id in ids if id in told})
    return [kind_of(link) for link in links if (link.left in one.told) != (link.right in one.told)]


def in_the_way(one: Held, other: Held) -> str:
    """Why nothing was asked."""
    if not one.told or not other.told:
        return "no claim"
    if not all(any(t.told or t.ways or t.absent for t in held.told.values()) for held in (one, other)):
        return "no act"
    alleged = Alleged()
    for held in (one, other):
        for statement in held.statements:
            alleged.take(statement, statement.document)
    pairs = [pair for pair in alleged.pairs() if (pair[0] in one.told) != (pair[1] in one.told)]
    return "passed" if pairs else "apart"


def wanted(dispute: dict[str, Any], p: Paper, other: Paper) -> bool | None:
    """Whether two papers cannot both be true; None where a reader might call it either."""
    if other.side == "alike":
        return False
    if dispute.get("matched"):
        return p.place == other.place
    return None if [p.place, other.place] in dispute.get("loose", []) else True


def measured(file: Path, only: str = "", told: Told = None, what: str = "asked") -> Measured:
    """Every pair of a file, by dispute."""
    truth = tomllib.loads(file.read_text("utf-8"))
    truth["dispute"] = [each for each in truth["dispute"] if only in each["name"]]
    every = list(papers(truth))
    held = reading(every, truth.get("published", _PUBLISHED))
    tally, pairs, why = Tally(), 0, Counter[str]()
    for dispute in truth["dispute"]:
        mine = [at for at, paper in enumerate(every) if paper.dispute == dispute["name"]]
        for left in (at for at in mine if every[at].side == "p"):
            for right in (at for at in mine if every[at].side != "p"):
                truly = wanted(dispute, every[left], every[right])
                if truly is None:
                    continue
                pairs += 1
                kinds = asked(held[left], held[right])
                name, words = dispute["name"], f"{every[left].body} | {every[right].body}"
                if truly:
                    tally.add(name, "asked", bool(kinds), 1)
                    across = every[left].language != every[right].language
                    tally.add(name, f"asked, {'across languages' if across else every[left].language}",
                              bool(kinds), 1)  # fmt: skip
                    if not kinds:
                        reason = in_the_way(held[left], held[right])
                        why[reason] += 1
                        if told and what == "asked":
                            told(f"{name}, {reason}: {words}")
                else:
                    tally.add(name, "left alone", not kinds, 1)
                    if kinds and told and what == "alone":
                        told(f"{name}, {kinds}: {words}")
                if kinds:
                    tally.add(name, "right", truly, 1)
    if told:
        told(f"not asked: {dict(why)}")
    return Measured(
        f"pairs, {file.stem}", "rules", len(truth["dispute"]), pairs, digest_of([file]), tally.figures(),
        unit="disputes",
    )  # fmt: skip


def measure(told: Told = None) -> Iterator[Measured]:
    """Each file of pairs, a set each."""
    for file in sorted(FOLDER.glob("*.toml")):
        yield measured(file, told=told)


def main() -> int:
    """The command line above."""
    parser = arguments(__doc__, reader=False)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--dispute", default="")
    parser.add_argument("--show", choices=("asked", "alone"))
    parser.add_argument("--raise-floors", action="store_true", help="after rows were added too")
    given = parser.parse_args()
    if given.raise_floors:
        pin(measure())
    files = [given.file] if given.file else sorted(FOLDER.glob("*.toml"))
    told = print if given.show else None
    return bool(show(measured(file, given.dispute, told, given.show or "asked") for file in files))


if __name__ == "__main__":
    sys.exit(main())
