"""What leaves and what is public already in, what the two together give away out: a sentence each.

A sentence says which kinds of detail together fit how few. It never says whom: nothing here looks anybody up.
"""

from muster.publish.jigsaw.check import Options, check
from muster.publish.jigsaw.findings import Finding
from muster.publish.jigsaw.grids import Grid
from muster.publish.jigsaw.material import Figure, Material, Said
from muster.publish.jigsaw.population import Population, population_from

__all__ = [
    "Figure", "Finding", "Grid", "Material", "Options", "Population", "Said", "check", "population_from",
]  # fmt: skip
