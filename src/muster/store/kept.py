"""What pages show at once: answers to kept questions, and the questions that people are asked.

Both are worked out when counting, since they rest on the whole project; a page reads only what it shows. A
judgement, from whichever door it comes, settles the questions about its pair; its withdrawal asks them again.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from muster.model.ledger import Answer, Moved
from muster.model.links import Anchor, Judgement
from muster.store.file import ProjectFile
from muster.store.records import Page, canonical, pack, unpack
from muster.text.scripts import fold

WITHDRAWN = "withdrawn"
ANSWERS, QUESTIONS = "answers", "questions"
_TABLES = ("answers", "questions", "question_texts", "made", "moves")


class Asked(NamedTuple):
    """A question as it is kept. ``pair``: what it is about (``pair_of``); ``texts``: documents by which it
    belongs to families, the first of them its own; ``made``: what a door shows of it, as JSON."""

    id: str
    field: str
    pair: bytes
    results: int
    claims: int
    open: bool
    texts: tuple[str, ...]
    made: str


def pair_of(subject: Iterable[Anchor]) -> bytes:
    """What a judgement is about, whatever the order of its two sides and the case of a name."""
    places = sorted(f"{a.sha256}:{a.start}:{a.stop}" if a.sha256 else f":{fold(a.words)}" for a in subject)
    return hashlib.sha256("\n".join(places).encode("utf-8", "surrogatepass")).digest()[:12]


def replace_answers(file: ProjectFile, answers: Iterable[tuple[str, Answer]]) -> None:
    """Put these in the place of all answers: the judgement that keeps a question (its id), and its answer."""
    with file.writing():
        file.db.execute("DELETE FROM answers")
        file.db.executemany(
            "INSERT INTO answers VALUES (?, ?)",
            ((id, canonical(pack(made)).decode()) for id, made in answers),
        )
        file.db.execute("INSERT OR IGNORE INTO made VALUES (?)", (ANSWERS,))


def answers(file: ProjectFile) -> list[Answer]:
    """Every answer that is kept, by the question's name."""
    rows = file.db.execute("SELECT made FROM answers")
    found: list[Answer] = [unpack(Answer, json.loads(made), Page("", "")) for (made,) in rows]
    return sorted(found, key=lambda each: each.question.name)


def add_moves(file: ProjectFile, moves: Iterable[Moved]) -> None:
    """Remember that these answers moved."""
    with file.writing():
        file.db.executemany(
            "INSERT INTO moves (at, made) VALUES (?, ?)",
            ((each.at, canonical(pack(each)).decode()) for each in moves),
        )


def moves(file: ProjectFile, since: str, limit: int) -> list[Moved]:
    """Answers that moved at ``since`` (ISO 8601) or later, the newest first."""
    rows = file.db.execute("SELECT made FROM moves WHERE at >= ? ORDER BY key DESC LIMIT ?", (since, limit))
    return [unpack(Moved, json.loads(made), Page("", "")) for (made,) in rows]


def answer_to(file: ProjectFile, judgements: Sequence[str]) -> Answer | None:
    """The answer to the first of these kept questions that has one."""
    for id in judgements:
        row = file.db.execute("SELECT made FROM answers WHERE judgement = ?", (id,)).fetchone()
        if row is not None:
            found: Answer = unpack(Answer, json.loads(row[0]), Page("", ""))
            return found
    return None


@cache
def _common() -> bytes:
    """What most questions say, in their own spelling: each is too short to be packed well alone. Rows name it
    by its checksum, so the file is never changed; another would stand beside it."""
    return (resources.files("muster.store") / "common_questions.txt").read_bytes()


def _pack(made: str) -> bytes:
    packer = zlib.compressobj(9, zdict=_common())
    return packer.compress(made.encode()) + packer.flush()


def _unpack(kept: bytes) -> str:
    unpacker = zlib.decompressobj(zdict=_common())
    return (unpacker.decompress(kept) + unpacker.flush()).decode()


def replace_questions(file: ProjectFile, questions: Iterable[Asked]) -> None:
    """Put these in the place of all questions."""
    with file.writing():
        for table in ("questions", "question_texts"):
            file.db.execute(f"DELETE FROM {table}")
        for each in questions:
            file.db.execute(
                "INSERT OR IGNORE INTO questions VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (each.id, each.pair, each.field, each.results, each.claims, each.open,
                 each.texts[0] if each.texts else "", _pack(each.made)),
            )  # fmt: skip
            file.db.executemany(
                "INSERT OR IGNORE INTO question_texts VALUES (?, ?)", ((text, each.id) for text in each.texts)
            )
        file.db.execute("INSERT OR IGNORE INTO made VALUES (?)", (QUESTIONS,))


def were_made(file: ProjectFile, what: str) -> bool:
    """Whether answers or questions were ever worked out in this file, and nothing was forgotten since."""
    return file.db.execute("SELECT 1 FROM made WHERE what = ?", (what,)).fetchone() is not None


def open_questions(file: ProjectFile, field: str, *, offset: int, limit: int) -> Iterator[str]:
    """What doors show of open questions, the weightiest first; of one ``field``, if it is not ""."""
    where = "open = 1 AND field = ?" if field else "open = 1"
    given = (field,) if field else ()
    for (made,) in file.db.execute(
        f"SELECT made FROM questions WHERE {where} ORDER BY results DESC, claims DESC, id LIMIT ? OFFSET ?",
        (*given, limit, offset),
    ):
        yield _unpack(made)


def count_questions(file: ProjectFile, field: str) -> int:
    """How many questions are open."""
    where, given = ("AND field = ?", (field,)) if field else ("", ())
    (number,) = file.db.execute(f"SELECT count(*) FROM questions WHERE open = 1 {where}", given).fetchone()
    return int(number)


def open_question(file: ProjectFile, id: str) -> str | None:
    """What doors show of a question, if it is open."""
    row = file.db.execute("SELECT made FROM questions WHERE id = ? AND open = 1", (id,)).fetchone()
    return _unpack(row[0]) if row else None


def family_of(file: ProjectFile, id: str) -> tuple[str, ...]:
    """The open questions that one answer settles together with this one, by id, itself among them."""
    rows = file.db.execute(
        "SELECT m.id FROM questions q JOIN question_texts t ON t.text = q.family "
        "JOIN questions m ON m.id = t.question WHERE q.id = ? AND m.open = 1 ORDER BY m.id",
        (id,),
    )
    return tuple(row[0] for row in rows)


def settle(file: ProjectFile, judgement: Judgement) -> None:
    """Within the transaction of a judgement: the questions about its pair are settled, or asked again."""
    if len(judgement.subject) == 2:
        file.db.execute(
            "UPDATE questions SET open = ? WHERE pair = ? AND field = ?",
            (judgement.verdict == WITHDRAWN, pair_of(judgement.subject), judgement.field),
        )


def clear(file: ProjectFile) -> None:
    """Within a transaction: all of it goes, since it quotes what is to be forgotten."""
    for table in _TABLES:
        file.db.execute(f"DELETE FROM {table}")


__all__ = [
    "ANSWERS", "QUESTIONS", "Asked", "add_moves", "answer_to", "answers", "clear", "count_questions",
    "family_of", "moves", "open_question", "open_questions", "pair_of", "replace_answers",
    "replace_questions", "settle", "were_made",
]  # fmt: skip
