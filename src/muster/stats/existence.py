"""Does a log-linear model have an answer at all on this table? Two checks, made before a number is shown.

*Existence* (Fienberg and Rinaldo 2012): the maximum of the likelihood lies inside only if some table that
is positive in every cell has the same margins; a linear program looks for one. *Identifiability* (Chan,
Silverman and Vincent 2021): with cells of zero margins left out, the columns of the design must still be
independent.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from muster.stats.hierarchical import Model, subset_sums, superset_sums
from muster.stats.patterns import Lists

Verdict = Literal["fine", "not identifiable", "no maximum"]


def examine(lists: Lists, model: Model) -> Verdict:
    """Whether ``model`` can be fitted to the table of ``lists``, and if not, why not."""
    design, cells = reduced_design(lists, model)
    if np.linalg.matrix_rank(design) < design.shape[1]:
        return "not identifiable"
    return "fine" if _interior(design, lists.counts[cells]) else "no maximum"


def reduced_design(lists: Lists, model: Model) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The 0/1 design of parameters with positive margins, and the cells they leave (never cell 0)."""
    margins = superset_sums(lists.counts.astype(float))
    dead = np.zeros(lists.counts.size)
    for mask in model:
        dead[mask] = margins[mask] == 0
    cells = np.flatnonzero(subset_sums(dead) == 0)
    cells = cells[cells > 0]
    kept = np.array(sorted(m for m in model if margins[m] > 0))
    return (cells[:, None] & kept == kept).astype(float), cells


def _interior(design: NDArray[np.float64], counts: NDArray[np.int64]) -> bool:
    """Is there a table with these margins and every cell at least s > 0? The largest s tells."""
    from scipy.optimize import linprog

    if (counts > 0).all():
        return True
    cells = design.shape[0]
    scale = float(counts.sum())
    found = linprog(
        c=np.append(np.zeros(cells), -1.0),
        A_eq=np.hstack([design.T, np.zeros((design.shape[1], 1))]),
        b_eq=design.T @ counts / scale,
        A_ub=np.hstack([-np.eye(cells), np.ones((cells, 1))]),
        b_ub=np.zeros(cells),
        bounds=[(0, None)] * (cells + 1),
        method="highs",
    )
    return bool(found.status == 0 and -found.fun > 1e-9 / scale)


__all__ = ["Verdict", "examine", "reduced_design"]
