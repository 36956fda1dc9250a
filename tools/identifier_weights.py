"""Learn which words tell of somebody: python tools/identifier_weights.py DATA [--leave-out].

Learned from the developing texts of ``eval/gold/protection`` (every hand) and the beginnings of the court
judgments of the Text Anonymization Benchmark in DATA/protection (MIT), which weigh less; what is written
goes to ``src/muster/text/data/identifier_weights.gz``. Multinomial logistic regression with a Gaussian
prior, by L-BFGS from zero: no chance in it. With ``--leave-out`` nothing is written: each hand in turn is
left out, learned from the others and scored, the finders alone and with what was learned.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "eval"))

from protection import GOLD, HANDS, texts_of, whole  # noqa: E402

from muster.text.identifiers import learned  # noqa: E402
from muster.text.identifiers.identifiers import DOUBTS, find_identifiers  # noqa: E402

OUT = ROOT / "src/muster/text/data/identifier_weights.gz"
_PRIOR = 0.1
_ROUNDS = 80
_COURT_WEIGHT = 0.3
_COURT_CHARACTERS = 3000
_LANGUAGES = ("en", "ru", "uk")
Array = np.ndarray


class Lesson(NamedTuple):
    """A marked text: (start, stop, "D…" or "Q…") each mark; how much it weighs."""

    hand: str
    language: str
    body: str
    marks: Sequence[tuple[int, int, str]]
    weight: float


def lessons(data: Path) -> Iterator[Lesson]:
    """Every text to learn from."""
    for language in _LANGUAGES:
        files = [
            ("own", GOLD / f"{language}.txt"),
            *((h, GOLD / h / f"{language}-develop.txt") for h in HANDS),
        ]
        for hand, path in files:
            yield from (Lesson(hand, language, t.body, t.marks, 1.0) for t in texts_of(path))
    for name in ("echr_dev21_gold.json", "echr_train92_gold.json"):
        for document in json.loads((data / "protection" / name).read_text("utf-8")):
            found = (m for a in document["annotations"].values() for m in a["entity_mentions"])
            marks = [
                (m["start_offset"], m["end_offset"], "D" if m["entity_type"] in ("PERSON", "CODE") else "Q")
                for m in found
                if m["identifier_type"] in ("DIRECT", "QUASI") and m["end_offset"] <= _COURT_CHARACTERS
            ]
            yield Lesson("court", "en", document["text"][:_COURT_CHARACTERS], marks, _COURT_WEIGHT)


def labels(body: str, marks: Sequence[tuple[int, int, str]]) -> list[int]:
    """0 none, 1 direct, 2 quasi for each token."""
    kinds = np.zeros(len(body), int)
    for start, stop, kind in marks:
        kinds[start:stop] = 1 + (kind[0] == "Q")
    return [int(kinds[t.start : t.stop].max()) for t in learned.tokens_of(body)]


def fit(texts: Sequence[Lesson]) -> Array:
    """A table of bytes: TABLE rows of two, then what every word starts from."""
    rows: list[list[int]] = []
    told: list[int] = []
    weights: list[float] = []
    for text in texts:
        tokens = learned.tokens_of(text.body)
        rows += [learned.features(text.body, tokens, i) for i in range(len(tokens))]
        told += labels(text.body, text.marks)
        weights += [text.weight] * len(tokens)
    starts = np.cumsum([0, *map(len, rows)])
    cells = np.array([c for each in rows for c in each])
    used, cells = np.unique(cells, return_inverse=True)
    x = csr_matrix((np.ones(len(cells)), cells, starts), shape=(len(rows), len(used)))
    found = _solve(x, np.eye(3)[told], np.array(weights))
    table = np.zeros((learned.TABLE + 1, 2))
    table[used] = found[:-1, 1:] - found[:-1, :1]
    table[-1] = found[-1, 1:] - found[-1, :1]
    return np.clip(np.rint(table * learned.SCALE), -127, 127).astype(np.int8)


def _solve(x: csr_matrix, y: Array, weights: Array) -> Array:
    """Weights (features + 1, 3) of least loss; the last row is the start, which the prior leaves alone."""
    size = (x.shape[1] + 1, 3)

    def loss(flat: Array) -> tuple[float, Array]:
        table = flat.reshape(size)
        scores = x @ table[:-1] + table[-1]
        scores -= scores.max(1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(1, keepdims=True)
        off = (chances - y) * weights[:, None]
        slope = np.vstack([x.T @ off + table[:-1] / _PRIOR, off.sum(0)])
        prior = 0.5 / _PRIOR * float((table[:-1] ** 2).sum())
        return prior - float((weights * np.log((chances * y).sum(1) + 1e-12)).sum()), slope.ravel()

    found = minimize(loss, np.zeros(size).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    return np.asarray(found.x.reshape(size))


def write(table: Array, path: Path) -> None:
    """The table as bytes, packed."""
    path.write_bytes(gzip.compress(table.tobytes(), 9, mtime=0))


def leave_out(texts: Sequence[Lesson]) -> None:
    """Print, for each hand and language, what is found with weights learned from the other hands."""
    kept = OUT.read_bytes() if OUT.exists() else None
    try:
        for hand in ("own", *HANDS):
            write(fit([t for t in texts if t.hand != hand]), OUT)
            for cached in (learned._weights, learned._own_sum, learned._beside_sum, learned._sum_around):
                cached.cache_clear()
            for language in _LANGUAGES:
                _score(hand, language, [t for t in texts if (t.hand, t.language) == (hand, language)])
    finally:
        if kept is not None:
            OUT.write_bytes(kept)


def _score(hand: str, language: str, texts: Sequence[Lesson]) -> None:
    counts = dict.fromkeys(((how, kind) for how in ("finders", "both") for kind in "DQP"), (0, 0))

    def add(key: tuple[str, str], right: bool) -> None:
        counts[key] = (counts[key][0] + right, counts[key][1] + 1)

    for text in texts:
        marked = bytearray(len(text.body))
        for start, stop, _ in text.marks:
            marked[start:stop] = b"\1" * (stop - start)
        found = find_identifiers(text.body)
        for how, fields in (("finders", DOUBTS), ("both", ())):
            cover = bytearray(len(text.body))
            for each in found:
                if each.field not in fields:
                    cover[each.start : each.stop] = b"\1" * (each.stop - each.start)
            for start, stop, kind in text.marks:
                add((how, kind[0]), whole(text.body, cover, start, stop))
            for token in learned.tokens_of(text.body):
                if all(cover[token.start : token.stop]):
                    add((how, "P"), any(marked[token.start : token.stop]))
    for how in ("finders", "both"):
        shares = (
            f"{kind} {right} of {of} ({right / of:.3f})"
            for kind in "DQP"
            for right, of in [counts[how, kind]]
        )
        print(f"{hand} {language} {how}:", *shares)


def main() -> int:
    """Write the weights, or print what each hand left out gives."""
    texts = list(lessons(Path(sys.argv[1])))
    if "--leave-out" in sys.argv:
        leave_out(texts)
    else:
        write(fit(texts), OUT)
        print(OUT.stat().st_size, "bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
