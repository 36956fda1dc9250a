"""The trained network on disk, loaded once a process and run on one thread."""

from __future__ import annotations

import functools
import importlib.util
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import Any

from muster.model.errors import MissingPart

_PARTS = ("onnxruntime", "numpy")


@dataclass(slots=True)
class Network:
    """Word pieces in, scores out. ``pair``: the weights that tie a cue to its source and content."""

    session: Any
    pair: dict[str, Any]

    def scores(self, ids: list[int], case: list[int], quote: list[int]) -> tuple[Any, Any, Any]:
        """[pieces, 9] tags, and the two halves of the pair head, [pieces, width] each."""
        import numpy as np

        given = {"ids": ids, "case": case, "quote": quote}
        rows = {name: np.array([row], dtype=np.int64) for name, row in given.items()}
        tags, of_cue, of_piece = self.session.run(["tags", "of_cue", "of_piece"], rows)
        return tags[0], of_cue[0], of_piece[0]


def require() -> None:
    """Raises MissingPart where a part of the extra is not installed; loads nothing."""
    absent = [name for name in _PARTS if importlib.util.find_spec(name) is None]
    if absent:
        raise MissingPart(
            f"the reader 'full' needs {' and '.join(absent)}",
            next_step="pip install 'muster-desk[full]', or read with --reader rules",
        )


@functools.cache
def network() -> Network:
    """The packaged network.

    Raises MissingPart where onnxruntime is not installed.
    """
    require()
    import numpy as np
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(files("muster.read.tagger") / "data") as folder:
        session = onnxruntime.InferenceSession(
            str(folder / "tagger.onnx"), options, providers=["CPUExecutionProvider"]
        )
        with np.load(folder / "pair.npz") as stored:
            pair = {name: stored[name] for name in stored.files}
    return Network(session, pair)


__all__ = ["Network", "network", "require"]
