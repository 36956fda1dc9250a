"""Records in, records out, on disk: the only SQL on project files."""

from muster.store.connect import plain, sealed
from muster.store.keys import Keys
from muster.store.prepared import Prepared, prepare
from muster.store.store import Store

__all__ = ["Keys", "Prepared", "Store", "plain", "prepare", "sealed"]
