"""A trained network in, the files that the reader needs out: ONNX in 8 bits, pair head, vocabulary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from network import Tagger, package_folder
from onnxruntime.quantization import QuantType, quantize_dynamic


def export(tagger: Tagger, folder: Path, *, quantised: bool = True) -> Path:
    """Write ``tagger.onnx``, ``pair.npz`` and ``vocabulary.txt``; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "tagger.onnx"
    whole = folder / "whole.onnx"
    row = torch.zeros((1, 16), dtype=torch.int64)
    axes = {name: {1: "pieces"} for name in ("ids", "case", "quote", "tags", "of_cue", "of_piece")}
    torch.onnx.export(
        tagger.eval(),
        (row, row, row),
        str(whole),
        input_names=["ids", "case", "quote"],
        output_names=["tags", "of_cue", "of_piece"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    if quantised:
        # Unsigned weights: signed ones overflow on processors without VNNI (onnxruntime's own warning).
        quantize_dynamic(
            str(whole),
            str(target),
            weight_type=QuantType.QUInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
        whole.unlink()
    else:
        whole.rename(target)
    np.savez(folder / "pair.npz", **pair_head(tagger))
    vocabulary = (package_folder() / "vocab.txt").read_text(encoding="utf-8")
    (folder / "vocabulary.txt").write_text(vocabulary, encoding="utf-8")
    return folder


def pair_head(tagger: Tagger) -> dict[str, Any]:
    """The weights that tie a cue to its source and content; the reader applies them itself."""
    parts = {
        "distance": tagger.distance.weight,
        "weight": tagger.pair_tags.weight,
        "bias": tagger.pair_tags.bias,
        "nothing": tagger.nothing,
    }
    return {name: part.detach().numpy() for name, part in parts.items()}
