"""Ways into other tools: one module a format, each a function of what may be told.

Every writer takes the reading side of a project, a folder and `About`, and gives back `Written`: its files
with their numbers of records, and its **loss report**, what of the project the format cannot hold. Bytes
depend on nothing else. Which papers go out is decided before, by `OpenPapers` or a release.
"""

from __future__ import annotations

from muster.publish.formats.base import About, Writer, Written
from muster.publish.formats.open_papers import OpenPapers

__all__ = ["About", "OpenPapers", "Writer", "Written"]
