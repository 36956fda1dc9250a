"""Score the search for copies.

``python eval/copies.py TELEGRAM``: the folder of posts and computed pairs.
``python eval/copies.py --made N``: N made documents of 300 words, one in ten of them a copy of a kind.

The posts' pairs were computed (4-gram Jaccard at or above 0.35), not judged: forms used again for another
event are among them. A pair counts as found where both stand in one family.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from results_table import Measured, digest_of, show
from scoring import Tally

from muster.link import CopyInput, find_copies
from muster.link.copyindex import build
from muster.model.links import Copy

KINDS = ("exact", "cut", "shuffled", "edited", "excerpt")


def posts(folder: Path) -> dict[str, CopyInput]:
    """The posts by "channel#id"."""
    found = {}
    for path in sorted((folder / "posts").glob("*.json")):
        for post in json.loads(path.read_text(encoding="utf-8")):
            name = f"{post['channel']}#{post['message_id']}"
            address = f"{path.name}#{post['message_id']}"
            found[name] = CopyInput(
                name, post["channel"], address, post["date"], None, None, None, "ru", post["text"] or ""
            )
    return found


def families(copies: Iterable[Copy]) -> Callable[[str], str]:
    """A function from a document to the one that stands for its family."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while above.get(name, name) != name:
            name = above[name]
        return name

    for copy in copies:
        above[top(copy.copy)] = top(copy.original)
    return top


def search(documents: dict[str, CopyInput]) -> list[Copy]:
    with tempfile.TemporaryDirectory() as folder:
        return list(
            find_copies(
                lambda: iter(documents.values()),
                lambda ids: {i: documents[i] for i in ids},
                workdir=Path(folder),
            )
        )


def measure(folder: Path) -> list[Measured]:
    """Recall on the computed pairs, drawn one by one; copies by kind and time are printed."""
    documents = posts(folder)
    started = time.process_time()
    copies = search(documents)
    spent = time.process_time() - started
    top = families(copies)
    pairs = json.loads((folder / "near_duplicate_pairs.json").read_text(encoding="utf-8"))
    names = [tuple(f"{p[side]['channel']}#{p[side]['id']}" for side in "ab") for p in pairs]
    tally = Tally()
    for number, (a, b) in enumerate(names):
        tally.add(str(number), "recall", top(a) == top(b), 1)
    print(f"{len(documents)} posts, {len(copies)} copies, {spent:.1f} cpu s, {_memory()} MiB with the posts")
    print("kinds", dict(sorted(Counter(c.kind for c in copies).items())))
    digest = digest_of([folder / "near_duplicate_pairs.json", *sorted((folder / "posts").glob("*.json"))])
    return [
        Measured("copies telegram", "-", len(documents), len(pairs), digest, tally.figures(), unit="posts")
    ]


def made(size: int, seed: int = 5) -> Iterator[tuple[CopyInput, str, str]]:
    """Documents with, for a copy, its original's id and how it was made. Made again from the seed each
    time, so nothing is held in memory."""
    words = _words(random.Random(1), 40_000)
    weights = [1 / (i + 10) for i in range(len(words))]
    from itertools import accumulate

    total = list(accumulate(weights))

    def body(number: int) -> str:
        rng = random.Random(seed * 1_000_003 + number)
        lines = [" ".join(rng.choices(words, cum_weights=total, k=15)) for _ in range(20)]
        return ".\n".join(lines)

    for number in range(size):
        one, original, how = body(number), "", ""
        if number % 10 == 9:
            rng = random.Random(number)
            source = rng.randrange(number)
            source -= source % 10 == 9
            how = KINDS[(number // 10) % len(KINDS)]
            one, original = _copied(body(source), how, rng, words), f"d{source:07}"
        day = f"20{20 + number % 5}-0{1 + number % 9}-1{number % 9}"
        yield (
            CopyInput(f"d{number:07}", f"s{number % 97}", f"{number}", day, None, None, None, "en", one),
            original,
            how,
        )


def _words(rng: random.Random, size: int) -> list[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return ["".join(rng.choices(letters, k=rng.randint(2, 10))) for _ in range(size)]


def _copied(body: str, how: str, rng: random.Random, words: list[str]) -> str:
    lines = body.split("\n")
    if how == "cut":
        return "\n".join(lines[: int(len(lines) * 0.4)])
    if how == "shuffled":
        rng.shuffle(lines)
        return "\n".join(lines)
    if how == "edited":
        return " ".join(rng.choice(words) if rng.random() < 0.12 else w for w in body.split(" "))
    if how == "excerpt":
        start = rng.randrange(16)
        return "\n".join(lines[start : start + 4])
    return body


def synthetic(size: int) -> list[Measured]:
    """Precision and recall by kind; time of the index alone and of the whole is printed."""
    truth = {one.document: (original, how) for one, original, how in made(size) if original}

    def by_number(ids: Sequence[str]) -> dict[str, CopyInput]:
        return {i: _again(int(i[1:]), size) for i in ids}

    with tempfile.TemporaryDirectory() as folder:
        started = time.process_time()
        for _ in made(size):
            pass
        making = time.process_time() - started
        started = time.process_time()
        build(lambda: (one for one, _, _ in made(size)), Path(folder))
        indexing = time.process_time() - started - making
    with tempfile.TemporaryDirectory() as folder:
        started = time.process_time()
        copies = list(find_copies(lambda: (one for one, _, _ in made(size)), by_number, workdir=Path(folder)))
        whole = time.process_time() - started - making
    top = families(copies)
    tally = Tally()
    for copy, (original, how) in truth.items():
        for metric in ("recall", f"recall, {how}"):
            tally.add(copy, metric, top(copy) == top(original), 1)
    for number, c in enumerate(copies):
        touches = truth.get(c.copy, ("",))[0] != "" or truth.get(c.original, ("",))[0] != ""
        tally.add(str(number), "suggested that touch a made copy", touches, 1)
    print(
        f"{size} documents: index {indexing:.1f} cpu s ({size / indexing:.0f} a second), "
        f"whole {whole:.1f}, {_memory()} MiB"
    )
    return [Measured("copies made", "-", size, len(truth), "seed 5", tally.figures())]


_CACHE: dict[int, dict[str, CopyInput]] = {}


def _again(number: int, size: int) -> CopyInput:
    if size not in _CACHE:
        _CACHE[size] = {one.document: one for one, _, _ in made(size)}
    return _CACHE[size][f"d{number:07}"]


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    """Print the figures; 1 where one is below its floor."""
    return bool(show(synthetic(int(sys.argv[2])) if sys.argv[1] == "--made" else measure(Path(sys.argv[1]))))


if __name__ == "__main__":
    sys.exit(main())
