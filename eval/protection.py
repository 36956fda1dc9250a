"""How much of what identifies people is found: python eval/protection.py [DATA] [--show].

Our own texts (``gold/protection``, guidelines there): first those written by who then wrote the rules, then
the blind, the fresh and the second stranger's, three sets by three who had not seen them, a part for
developing, the rest for measuring.
Then the development part of the Text Anonymization Benchmark (court judgments in English) with its measures:
an entity is found where every mention of it is covered; token recall over what is to be masked; precision
over what is covered. Closed-class words and titles inside a mention need not be covered, as in the
benchmark's script, which knows them by a tagger; here they are a list.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from zlib import crc32

from results_table import HALVES, Measured, digest_of, show
from scoring import Tally

from muster.text.identifiers.identifiers import find_identifiers

HERE = Path(__file__).parent
GOLD = HERE / "gold" / "protection"
_LANGUAGES = ("en", "ru", "uk")
# Who wrote the texts of a folder of this name had not seen the rules.
HANDS = ("blind", "fresh", "stranger")
_MARK = re.compile(r"\[([DQ])([a-z]?):([^\]\n]*)\]")
# The second letter of a mark in the blind texts.
_KINDS = {
    "Dp": "direct, person",
    "Dc": "direct, code or contact",
    "Da": "direct, address",
    "Qp": "quasi, place",
    "Qd": "quasi, date",
    "Qa": "quasi, age or birth",
    "Qu": "quasi, unit",
    "Qr": "quasi, rank or post",
    "Qk": "quasi, kinship",
    "Qw": "quasi, wound or illness",
    "Qo": "quasi, occupation",
    "Qg": "quasi, people or faith",
    "Qs": "quasi, sum or size",
}
_TOKEN = re.compile(r"\w+")
_LIGHT = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "of",
        "in",
        "on",
        "at",
        "by",
        "to",
        "from",
        "with",
        "for",
        "about",
        "into",
        "under",
        "near",
        "between",
        "and",
        "or",
        "but",
        "nor",
        "as",
        "mr",
        "mrs",
        "ms",
        "dr",
        "also",
        "'s",
        "s",
    ]
)


@dataclass(slots=True)
class Marked:
    """A text with its marks: (start, stop, "D" or "Q" with the letter of its kind, if any)."""

    id: str
    half: str
    body: str = ""
    marks: list[tuple[int, int, str]] = field(default_factory=list)


def texts_of(path: Path, half: str = "") -> Iterator[Marked]:
    """The texts of one file, marks taken out of the words; without ``half`` a hash of the name says which."""
    for part in re.split(r"^# ", path.read_text("utf-8"), flags=re.M)[1:]:
        head, words = part.split("\n", 1)
        id = head.split()[0]
        text = Marked(id, half or ("develop", "measure")[crc32(id.encode()) % 2])
        last, pieces, length = 0, [], 0
        for m in _MARK.finditer(words):
            pieces += [words[last : m.start()], m[3]]
            start = length + m.start() - last
            length = start + len(m[3])
            text.marks.append((start, length, m[1] + m[2]))
            last = m.end()
        text.body = "".join([*pieces, words[last:]]).rstrip() + "\n"
        yield text


def covered(body: str) -> bytearray:
    """One byte a character: 1 where an identifier was found."""
    cover = bytearray(len(body))
    for found in find_identifiers(body):
        cover[found.start : found.stop] = b"\1" * (found.stop - found.start)
    return cover


def whole(body: str, cover: bytearray, start: int, stop: int) -> bool:
    """Whether every letter and digit of the stretch is covered."""
    return all(cover[i] for i in range(start, stop) if body[i].isalnum())


def marked_again(texts: Iterable[Marked], again: Iterable[Marked]) -> Iterator[tuple[Marked, bytearray]]:
    """The texts with what a second person covers of them. Raises ValueError where that is of other words."""
    second = {text.id: text for text in again}
    for text in texts:
        if text.id not in second or second[text.id].body != text.body:
            raise ValueError(f"{text.id}: the second annotation is of another text")
        cover = bytearray(len(text.body))
        for start, stop, _ in second[text.id].marks:
            cover[start:stop] = b"\1" * (stop - start)
        yield text, cover


def judge_own(
    texts: Iterable[tuple[Marked, bytearray]], tally: Tally, kinds: Tally, missed: list[str]
) -> None:
    """Count direct and quasi marks found, the same by kind, and words covered that are marked."""
    for text, cover in texts:
        marked = bytearray(len(text.body))
        for start, stop, kind in text.marks:
            marked[start:stop] = b"\1" * (stop - start)
            right = whole(text.body, cover, start, stop)
            tally.add(text.id, "direct found" if kind[0] == "D" else "quasi found", int(right), 1)
            if kind in _KINDS:
                kinds.add(text.id, _KINDS[kind], int(right), 1)
            if not right and text.half == "develop":
                missed.append(f"{text.id} {kind} {text.body[start:stop]}")
        for m in _TOKEN.finditer(text.body):
            if all(cover[m.start() : m.end()]):
                tally.add(text.id, "precision of words", int(any(marked[m.start() : m.end()])), 1)


def _masked(token: re.Match[str], cover: bytearray) -> bool:
    return token.group().lower() in _LIGHT or all(cover[token.start() : token.end()])


def judge_tab(documents: Sequence[dict[str, object]], tally: Tally, missed: Counter[str]) -> None:
    """The benchmark's measures over its documents, each annotator by himself."""
    for document in documents:
        body, id = str(document["text"]), str(document["doc_id"])
        cover = covered(body)
        for annotation in document["annotations"].values():  # type: ignore[attr-defined]
            masked = bytearray(len(body))
            entities: dict[tuple[str, str], bool] = {}
            for m in annotation["entity_mentions"]:
                kind = m["identifier_type"]
                if kind not in ("DIRECT", "QUASI"):
                    continue
                start, stop = m["start_offset"], m["end_offset"]
                masked[start:stop] = b"\1" * (stop - start)
                masks = [_masked(t, cover) for t in _TOKEN.finditer(body, start, stop)]
                right = all(masks)
                key = (kind, m["entity_id"])
                entities[key] = entities.get(key, True) and right
                if not right:
                    missed[f"{kind} {m['entity_type']} {m['span_text']}"] += 1
                tally.add(id, "token recall", sum(masks), len(masks))
            for (kind, _), right in entities.items():
                tally.add(id, "entities direct" if kind == "DIRECT" else "entities quasi", int(right), 1)
            for t in _TOKEN.finditer(body):
                if all(cover[t.start() : t.end()]) and t.group().lower() not in _LIGHT:
                    tally.add(id, "precision of words", int(any(masked[t.start() : t.end()])), 1)


def own() -> Iterator[Measured]:
    """Our own texts: the old ones, both halves together, then those by strangers, half by half."""
    for language in _LANGUAGES:
        yield _of_file(f"identifiers {language}", GOLD / f"{language}.txt")
    for whose, half, language in product(HANDS, HALVES, _LANGUAGES):
        if (GOLD / whose / f"{language}-{half}.txt").exists():
            name = f"identifiers {whose} {language}" + ("" if half == "measure" else " (develop)")
            yield _of_file(name, GOLD / whose / f"{language}-{half}.txt", half)
    yield from agreement()


def agreement() -> Iterator[Measured]:
    """What a second person covers of the first one's marks, in the measured blind and fresh texts."""
    for whose, language in product(("blind", "fresh"), _LANGUAGES):
        files = [GOLD / whose / f"{language}-measure.txt", GOLD / "second" / f"{language}.txt"]
        first, second = (list(texts_of(file, "measure")) for file in files)
        tally, kinds = Tally(), Tally()
        judge_own(marked_again(first, second), tally, kinds, [])
        marks, figures, by_kind = sum(len(t.marks) for t in first), tally.figures(), kinds.figures()
        name = f"agreement identifiers {whose} {language}"
        yield Measured(name, "person", len(first), marks, digest_of(files), figures, by_kind, unit="texts")


def _of_file(name: str, path: Path, half: str = "") -> Measured:
    texts, tally, kinds, missed = list(texts_of(path, half)), Tally(), Tally(), list[str]()
    judge_own(((text, covered(text.body)) for text in texts), tally, kinds, missed)
    if "--show" in sys.argv:
        print(*missed, sep="\n")
    marks = sum(len(t.marks) for t in texts)
    figures, by_kind = tally.figures(), kinds.figures()
    return Measured(name, "-", len(texts), marks, digest_of([path]), figures, by_kind, unit="texts")


def court(folder: Path) -> Iterator[Measured]:
    """The benchmark's development documents."""
    files = [folder / "echr_dev21_gold.json", folder / "echr_train92_gold.json"]
    documents = [d for file in files for d in json.loads(file.read_text("utf-8"))]
    tally, lost = Tally(), Counter[str]()
    judge_tab(documents, tally, lost)
    mentions = sum(len(a["entity_mentions"]) for d in documents for a in d["annotations"].values())
    name = "court judgments (TAB, development)"
    yield Measured(name, "-", len(documents), mentions, digest_of(files), tally.figures())
    if "--show" in sys.argv:
        print(*(f"{n} {what}" for what, n in lost.most_common(100)), sep="\n")


def main() -> int:
    """Print the figures; 1 where one is below its floor."""
    folder = [Path(a) for a in sys.argv[1:] if not a.startswith("-")]
    sets = [own(), *(court(f / "protection") for f in folder)]
    return bool(show(m for each in sets for m in each))


if __name__ == "__main__":
    sys.exit(main())
