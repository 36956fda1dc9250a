"""Scores of the network in, attributions out: constrained paths and what belongs to which cue.

Tags are 0 outside, 1 begin, 2 inside; "inside" never follows "outside" (Viterbi, Forney 1973).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Tags = npt.NDArray[np.int64]

# Signed distances to the cue in pieces, in buckets that widen; bucket 0 is for "no cue".
EDGES = (-96, -64, -40, -24, -14, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 14, 24, 40, 64, 96)


# Pieces between the words of a caption and the name of whose picture it is.
_NEAR = 8


@dataclass(slots=True)
class Run:
    """Pieces ``first..last`` of a window under one tag, and the mean probability of that reading."""

    first: int
    last: int
    sure: float


@dataclass(slots=True)
class Tie:
    """One attribution as runs of pieces."""

    source: list[Run]
    cue: Run | None
    content: list[Run]


def log_softmax(scores: Scores) -> Scores:
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), dtype=np.float32)


def best_path(logs: Scores) -> Tags:
    """[sequences, pieces, 3] log probabilities → the likeliest allowed tags [sequences, pieces]."""
    n, length, _ = logs.shape
    back = np.zeros((length, n, 3), dtype=np.int64)
    rows = np.arange(n)
    score = logs[:, 0].copy()
    score[:, 2] = -np.inf
    for t in range(1, length):
        any_before = score.argmax(1)
        top = score[rows, any_before]
        # Inside comes after begin or inside alone.
        inside = np.where(score[:, 1] >= score[:, 2], 1, 2)
        back[t, :, 0] = back[t, :, 1] = any_before
        back[t, :, 2] = inside
        held = score[rows, inside]
        score = np.stack([top, top, held], axis=1) + logs[:, t]
    tags = np.zeros((n, length), dtype=np.int64)
    tags[:, -1] = score.argmax(1)
    for t in range(length - 1, 0, -1):
        tags[:, t - 1] = back[t, rows, tags[:, t]]
    return tags


def runs(tags: Tags, logs: Scores) -> list[Run]:
    """The runs of one sequence; ``sure`` is the geometric mean of its tags' probabilities."""
    found: list[Run] = []
    start = -1
    for t, tag in enumerate([*tags.tolist(), 0]):
        if start >= 0 and tag != 2:
            chosen = logs[np.arange(start, t), tags[start:t]]
            found.append(Run(start, t - 1, float(np.exp(chosen.mean()))))
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


def ties(tag_scores: Scores, of_cue: Scores, of_piece: Scores, head: dict[str, Any]) -> list[Tie]:
    """Attributions of one window: [pieces, 9], [pieces, p], [pieces, p] and the weights of the pair head.

    The pair head is asked once for each cue, and once for what has none (the credit of a caption).
    """
    length = len(tag_scores)
    flat = log_softmax(tag_scores.reshape(length, 3, 3)).transpose(1, 0, 2)
    cues = runs(best_path(flat[1:2])[0], flat[1])
    asked = np.stack([*(of_cue[c.first : c.last + 1].mean(0) for c in cues), head["nothing"]])
    bucket = np.concatenate([buckets(length, cues), np.zeros((1, length), dtype=np.int64)])
    cue, piece = asked[:, None], of_piece[None]
    hidden = np.maximum(cue + piece + cue * piece + head["distance"][bucket], 0)
    scores = hidden @ head["weight"].T + head["bias"] + np.delete(tag_scores, slice(3, 6), axis=1)
    logs = log_softmax(scores.reshape(len(asked), length, 2, 3)).transpose(0, 2, 1, 3)
    paths = best_path(logs.reshape(-1, length, 3)).reshape(len(asked), 2, length)
    pairs = [(runs(paths[i, 0], logs[i, 0]), runs(paths[i, 1], logs[i, 1])) for i in range(len(asked))]
    found = [Tie(source, cue, content) for cue, (source, content) in zip(cues, pairs, strict=False)]
    return found + _without_cue(*pairs[-1])


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
