"""Examples in, a trained network out; the same seed on the same kind of machine gives the same one."""

from __future__ import annotations

import copy
import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from corpus import Document
from examples import IGNORED, Example, examples
from network import Tagger, bucket_of, load_encoder
from torch import Tensor
from torch.nn import functional as F


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the result beside the data."""

    seed: int = 7
    epochs: int = 5
    batch: int = 4
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    decay_by_layer: float = 0.9
    weight_decay: float = 0.01
    warmup: float = 0.1
    dropout: float = 0.1
    quiet_windows: float = 0.25  # of the windows without an attribution, those seen in an epoch
    average: float = 0.99
    lengths: tuple[int, ...] = (96, 144, 192)


# Steps between two blendings into the running average: each costs as much as half a step.
_EVERY = 4


def learn(documents: Sequence[Document], recipe: Recipe, say: bool = True) -> Tagger:
    """A network trained on the documents."""
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    tagger = Tagger(recipe.dropout)
    load_encoder(tagger)
    for part in (tagger.words, tagger.places, tagger.kinds):
        part.requires_grad_(False)
    # Windows of several lengths: at run time a sentence stands anywhere in its window.
    cuts = {length: _all(documents, length) for length in recipe.lengths}
    epochs = [batches([e for es in _pick(cuts, rng) for e in es], recipe, rng) for _ in range(recipe.epochs)]
    steps = sum(map(len, epochs))
    optimiser = torch.optim.AdamW(_groups(tagger, recipe), weight_decay=recipe.weight_decay, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: _rate(s / steps, recipe.warmup))
    average = copy.deepcopy(tagger)
    done = 0
    began = time.process_time()
    for number, epoch in enumerate(epochs):
        tagger.train()
        total = 0.0
        for batch in epoch:
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(tagger, collate(batch))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total += float(loss.detach())
            done += 1
            if done % _EVERY == 0:
                _blend(average, tagger, min(recipe.average**_EVERY, done / (done + 20)))
        if say:
            spent = time.process_time() - began
            print(
                f"    epoch {number + 1}: loss {total / len(epoch):.4f}, {spent:.0f} CPU seconds", flush=True
            )
    return average.eval()


def _all(documents: Sequence[Document], length: int) -> list[list[Example]]:
    return [examples(d, length) for d in documents]


def _pick(cuts: dict[int, list[list[Example]]], rng: random.Random) -> list[list[Example]]:
    return [list(rng.choice(options)) for options in zip(*cuts.values(), strict=True)]


def _rate(part: float, warmup: float) -> float:
    if part < warmup:
        return part / warmup
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (part - warmup) / (1 - warmup)))


def _groups(tagger: Tagger, recipe: Recipe) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = []
    taken: set[int] = set()
    for number, layer in enumerate(tagger.layers):
        rate = recipe.encoder_rate * recipe.decay_by_layer ** (len(tagger.layers) - 1 - number)
        groups.append({"params": list(layer.parameters()), "lr": rate})
        taken |= {id(p) for p in layer.parameters()}
    rest = [p for p in tagger.parameters() if p.requires_grad and id(p) not in taken]
    return [*groups, {"params": rest, "lr": recipe.head_rate}]


def _blend(average: Tagger, tagger: Tagger, keep: float) -> None:
    with torch.no_grad():
        for a, b in zip(average.parameters(), tagger.parameters(), strict=True):
            if b.requires_grad:
                a.lerp_(b, 1 - keep)


@dataclass(slots=True)
class Batch:
    ids: Tensor  # [batch, pieces]
    case: Tensor
    quote: Tensor
    mask: Tensor
    flat: Tensor  # [batch, 3, pieces]
    at: list[int]  # window of each pair
    cues: list[list[int]]
    pairs: Tensor  # [pairs, 2, pieces]


def batches(found: list[Example], recipe: Recipe, rng: random.Random) -> list[list[Example]]:
    """Windows of like length together, in random order."""
    kept = [e for e in found if e.pairs or rng.random() < recipe.quiet_windows]
    rng.shuffle(kept)
    shelves = [
        sorted(kept[i : i + 20 * recipe.batch], key=lambda e: len(e.window.pieces))
        for i in range(0, len(kept), 20 * recipe.batch)
    ]
    made = [shelf[i : i + recipe.batch] for shelf in shelves for i in range(0, len(shelf), recipe.batch)]
    rng.shuffle(made)
    return made


def collate(found: Sequence[Example]) -> Batch:
    longest = max(len(e.window.pieces) for e in found) + 2

    def padded(rows: list[list[int]], fill: int) -> Tensor:
        return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])

    mask = padded([[1] * (len(e.window.pieces) + 2) for e in found], 0)
    at: list[int] = []
    cues: list[list[int]] = []
    pairs: list[list[list[int]]] = []
    for number, e in enumerate(found):
        size = len(e.window.pieces) + 2
        loose = [[0] * size, [0] * size]
        for pieces, source, content in e.pairs:
            if pieces:
                at.append(number)
                cues.append(pieces)
                pairs.append([source, content])
            else:
                for kept, new in zip(loose, (source, content), strict=True):
                    kept[:] = [a or b for a, b in zip(kept, new, strict=True)]
        at.append(number)
        cues.append([])
        pairs.append(loose)
    flat = [[row + [IGNORED] * (longest - len(row)) for row in e.flat] for e in found]
    tied = [[row + [IGNORED] * (longest - len(row)) for row in pair] for pair in pairs]
    return Batch(
        padded([e.window.ids() for e in found], 0),
        padded([e.window.cases() for e in found], 0),
        padded([e.window.quotes() for e in found], 0),
        ((1.0 - mask) * -1e4)[:, None, None, :],
        torch.tensor(flat),
        at,
        cues,
        torch.tensor(tied),
    )


def loss_of(tagger: Tagger, batch: Batch) -> Tensor:
    """Cross entropy of both heads."""
    x = tagger.encode(batch.ids, batch.case, batch.quote, batch.mask)
    b, t, _ = x.shape
    tags = tagger.tags(x).float()
    flat = tags.view(b, t, 3, 3).permute(0, 3, 2, 1)
    # Summed over pieces: most are outside, and the mean would hide the few that are not.
    loss = F.cross_entropy(flat, batch.flat, ignore_index=IGNORED, reduction="sum") / b
    asked, told = tagger.of_cue(x), tagger.of_piece(x)
    cue = torch.stack(
        [
            asked[n, pieces].mean(0) if pieces else tagger.nothing.to(asked.dtype)
            for n, pieces in zip(batch.at, batch.cues, strict=True)
        ]
    )
    place = torch.arange(t)
    bucket = torch.stack([_buckets(place, pieces) for pieces in batch.cues])
    scores = tagger.pair(cue, told[batch.at], bucket, tags[batch.at]).float()
    n = len(batch.at)
    tied = F.cross_entropy(
        scores.view(n, t, 2, 3).permute(0, 3, 2, 1), batch.pairs, ignore_index=IGNORED, reduction="sum"
    )
    return 0.05 * (loss + 2 * tied / n)


def _buckets(place: Tensor, pieces: list[int]) -> Tensor:
    if not pieces:
        return torch.zeros_like(place)
    before = (place - pieces[0]).clamp(max=0)
    after = (place - pieces[-1]).clamp(min=0)
    return bucket_of(before + after)
