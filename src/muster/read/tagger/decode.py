"""Scores of the network in, attributions out: constrained paths and what belongs to which cue.

Tags are 0 outside, 1 begin, 2 inside; "inside" never follows "outside" (Viterbi, Forney 1973).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Costs = tuple[float, ...]
Tags = npt.NDArray[np.int64]

# Signed distances to the cue in pieces, in buckets that widen; bucket 0 is for "no cue".
EDGES = (-96, -64, -40, -24, -14, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 14, 24, 40, 64, 96)
# Taken from the log probability that a piece is no cue: the network has seen far more pieces outside than
# inside, and without it finds fewer cues than are there. Chosen on texts that it had not seen.
_LEAN = 1.0
# Of source and of content: a content is long, and rarely two.
_START, _STOP = (1.0, 1.0), (2.0, 3.0)
# Of a content that ends within a phrase, where neither mark nor conjunction nor its frame follows. Any price
# from 3 up leaves one content in a hundred cut there, where it was one in twenty.
_CUT = 4.0
# Log odds below which a source is none of this cue's.
_UNLIKELY = -2.0
# Pieces beside source and cue that may stand between two parts of one content: marks, "on Monday".
_LOOSE = 8
# Pieces between the words of a caption and the name of whose picture it is.
_NEAR = 8


@dataclass(slots=True)
class Run:
    """Pieces ``first..last`` of a window as one span, the mean probability of that reading (``sure``),
    and the log odds of it against no span at all (``gain``)."""

    first: int
    last: int
    sure: float
    gain: float


@dataclass(slots=True)
class Tie:
    """One attribution as runs of pieces."""

    source: list[Run]
    cue: Run | None
    content: list[Run]


def log_softmax(scores: Scores) -> Scores:
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), dtype=np.float32)


def best_path(
    logs: Scores, start: Costs = (0.0,), stop: Costs = (0.0,), before: Scores | None = None
) -> Tags:
    """[sequences, pieces, 3] log probabilities → the likeliest allowed tags [sequences, pieces].

    ``start``, ``stop``: what beginning and leaving a run costs, by sequence in turn. Without them a long
    run is cut where a few of its pieces look like outside. ``before``: what leaving a run just before a
    piece costs besides, [kinds of sequence, pieces] in turn.
    """
    n, length, _ = logs.shape
    back = np.zeros((length, n, 3), dtype=np.int64)
    rows = np.arange(n)
    logs = logs.copy()
    logs[:, :, 1] -= np.resize(np.array(start, dtype=np.float32), n)[:, None]
    leaving = np.resize(np.array(stop, dtype=np.float32), n)[:, None] + (
        np.zeros((n, length), dtype=np.float32) if before is None else np.resize(before, (n, length))
    )
    score = logs[:, 0].copy()
    score[:, 2] = -np.inf
    for t in range(1, length):
        left = score.copy()
        left[:, 1:] -= leaving[:, t, None]
        outside = left.argmax(1)
        # Inside comes after begin or inside alone.
        inside = np.where(score[:, 1] >= score[:, 2], 1, 2)
        back[t, :, 0] = back[t, :, 1] = outside
        back[t, :, 2] = inside
        top = left[rows, outside]
        score = np.stack([top, top, score[rows, inside]], axis=1) + logs[:, t]
    tags = np.zeros((n, length), dtype=np.int64)
    tags[:, -1] = score.argmax(1)
    for t in range(length - 1, 0, -1):
        tags[:, t - 1] = back[t, rows, tags[:, t]]
    return tags


def runs(tags: Tags, logs: Scores) -> list[Run]:
    """The runs of one sequence of tags."""
    found: list[Run] = []
    start = -1
    for t, tag in enumerate([*tags.tolist(), 0]):
        if start >= 0 and tag != 2:
            at = np.arange(start, t)
            chosen = logs[at, tags[start:t]]
            gain = float((chosen - logs[at, 0]).sum())
            found.append(Run(start, t - 1, float(np.exp(chosen.mean())), gain))
            start = -1
        if tag == 1:
            start = t
    return found


def buckets(length: int, cues: list[Run]) -> npt.NDArray[np.int64]:
    """[cues, pieces] bucket of the distance of each piece to the cue."""
    at = np.arange(length)
    rows = []
    for cue in cues:
        distance = np.where(at < cue.first, at - cue.first, np.where(at > cue.last, at - cue.last, 0))
        rows.append(np.searchsorted(np.array(EDGES), distance, side="left") + 1)
    return np.array(rows, dtype=np.int64).reshape(len(cues), length)


def ties(
    tag_scores: Scores,
    of_cue: Scores,
    of_piece: Scores,
    head: dict[str, Any],
    sentences: list[int],
    opening: list[bool],
) -> list[Tie]:
    """Attributions of one window: [pieces, 9], [pieces, p], [pieces, p] and the weights of the pair head.

    The pair head is asked once for each cue, and once for what has none (the credit of a caption).
    ``sentences``: which sentence each piece stands in. ``opening``: before which pieces a clause may end.
    """
    length = len(tag_scores)
    flat = log_softmax(tag_scores.reshape(length, 3, 3)).transpose(1, 0, 2)
    leaning = flat[1:2].copy()
    leaning[:, :, 0] -= _LEAN
    cues = runs(best_path(leaning)[0], flat[1])
    cut = np.where(opening, 0, _CUT).astype(np.float32)
    # "The bridge is shut the mayor says."
    cut[[r.first for r in (*cues, *runs(best_path(flat[:1])[0], flat[0]))]] = 0
    free = np.zeros_like(cut)
    asked = np.stack([*(of_cue[c.first : c.last + 1].mean(0) for c in cues), head["nothing"]])
    bucket = np.concatenate([buckets(length, cues), np.zeros((1, length), dtype=np.int64)])
    each, piece = asked[:, None], of_piece[None]
    hidden = np.maximum(each + piece + each * piece + head["distance"][bucket], 0)
    scores = hidden @ head["weight"].T + head["bias"] + np.delete(tag_scores, slice(3, 6), axis=1)
    logs = log_softmax(scores.reshape(len(asked), length, 2, 3)).transpose(0, 2, 1, 3)
    rows = logs.reshape(-1, length, 3)
    paths = best_path(rows, _START, _STOP, np.stack([free, cut])).reshape(len(asked), 2, length)
    pairs = [(runs(paths[i, 0], logs[i, 0]), runs(paths[i, 1], logs[i, 1])) for i in range(len(asked))]
    plain = best_path(flat, (0.0, 0.0, 1.0), (0.0, 0.0, 3.0), np.stack([free, free, cut]))
    anybody, anything = runs(plain[0], flat[0]), runs(plain[2], flat[2])
    found = []
    for i, cue in enumerate(cues):
        near = set(sentences[cue.first : cue.last + 1])
        source = _choose(pairs[i][0], anybody, logs[i, 0], near, sentences, cue)
        best = _choose(pairs[i][1], anything, logs[i, 1], near, sentences, cue)
        if best is not None:
            frame = [cue] if source is None else [source, cue]
            found.append(Tie([source] if source else [], cue, _joined(pairs[i][1], best, frame)))
    return [*_each_its_own(found), *_without_cue(*pairs[-1])]


def _choose(
    own: list[Run], others: list[Run], logs: Scores, near: set[int], sentences: list[int], cue: Run
) -> Run | None:
    """The run of this cue: the best in its sentence, else one of the first head that stands there and
    is not too unlikely for this cue, else the best of the sentences beside it."""

    def here(run: Run) -> bool:
        return any(s in near for s in sentences[run.first : run.last + 1])

    def odds(run: Run) -> float:
        part = logs[run.first : run.last + 1]
        return float((np.logaddexp(part[:, 1], part[:, 2]) - part[:, 0]).mean())

    inside = [r for r in own if here(r)]
    if inside:
        return max(inside, key=lambda r: r.gain)
    spare = [r for r in others if here(r) and not r.first <= cue.first <= r.last and odds(r) >= _UNLIKELY]
    if spare:
        return max(spare, key=odds)
    beside = {s + step for s in near for step in (-1, 1)}
    close = [r for r in own if any(s in beside for s in sentences[r.first : r.last + 1])]
    return max(close, key=lambda r: r.gain, default=None)


def _each_its_own(found: list[Tie]) -> list[Tie]:
    """A second part that is the whole content of another cue is that one's alone."""
    whole = [tie.content[0] for tie in found if len(tie.content) == 1]

    def taken(part: Run, by: Tie) -> bool:
        return any(part.first <= w.last and w.first <= part.last for w in whole if w is not by.content[0])

    for tie in found:
        if len(tie.content) > 1:
            tie.content = [p for p in tie.content if not taken(p, tie)] or tie.content
    return found


def _joined(parts: list[Run], best: Run, frame: list[Run]) -> list[Run]:
    """The best part and those that only source and cue part from it: a frame stands between."""
    if best not in parts:
        return [best]
    low = high = parts.index(best)
    while low and _only_frame(parts[low - 1], parts[low], frame):
        low -= 1
    while high + 1 < len(parts) and _only_frame(parts[high], parts[high + 1], frame):
        high += 1
    return parts[low : high + 1]


def _only_frame(left: Run, right: Run, frame: list[Run]) -> bool:
    between = right.first - left.last - 1
    inside = sum(r.last - r.first + 1 for r in frame if left.last < r.first and r.last < right.first)
    return inside > 0 and between - inside <= _LOOSE


def _without_cue(sources: list[Run], contents: list[Run]) -> list[Tie]:
    """Each content with the nearest source, if one is near."""
    found = []
    for content in contents:
        near = min(sources, key=lambda s: _gap(s, content), default=None)
        if near is not None and _gap(near, content) <= _NEAR:
            found.append(Tie([near], None, [content]))
    return found


def _gap(a: Run, b: Run) -> int:
    return max(a.first - b.last, b.first - a.last)


__all__ = ["EDGES", "Run", "Tie", "best_path", "buckets", "log_softmax", "runs", "ties"]
