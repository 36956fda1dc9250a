"""A trained network in, the files that the reader needs out: ONNX in 8 bits, pair head, vocabulary."""

from __future__ import annotations

from pathlib import Path

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
        quantize_dynamic(
            str(whole), str(target), weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )  # fmt: skip
        whole.unlink()
    else:
        whole.rename(target)
    np.savez(
        folder / "pair.npz",
        distance=tagger.distance.weight.detach().numpy(),
        weight=tagger.pair_tags.weight.detach().numpy(),
        bias=tagger.pair_tags.bias.detach().numpy(),
        nothing=tagger.nothing.detach().numpy(),
    )
    vocabulary = (package_folder() / "vocab.txt").read_text(encoding="utf-8")
    (folder / "vocabulary.txt").write_text(vocabulary, encoding="utf-8")
    return folder
